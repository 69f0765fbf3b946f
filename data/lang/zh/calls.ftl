# 委员、站点与吹哨报到。

people-not-a-spot = 坐标不对。请写纬度和经度，如 26.6476 和 106.6302；只知道一个就都空着。
people-homes-imported = 住址坐标 { $count } 个，只存在通讯录里。
list-sector = 界别
list-grid = 网格

near-same-grid = 同网格
near-same-community = 同社区
near-metres = { $metres } 米内
near-kilometres = { $kilometres } 公里内
near-unknown = 远近不详

station-studio = 委员工作室
station-station = 联络站
station-area = 片区
station-room = 协商议事室

weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日
duty-weekly = 每{ $day }

call-no-station-yet = 没有叫“{ $name }”的站点，这个社区还没有站点。先用 /站点 登记，如“/站点 { $name }；类别：联络站；成员：王芳”。
call-no-such-station = 没有叫“{ $name }”的站点。已有：{ $list }。
call-nobody-known = 社区名单里没有“{ $name }”。请先用 yishi people 导入名单，或核对姓名。
call-not-an-area = “{ $name }”不是片区，不能包含几个社区。请把类别写为“片区”，或去掉“社区”一栏。
call-no-communities = 片区“{ $name }”没有写包含哪些社区。请加上“社区：锦苑社区、翠湖社区”。
call-no-change = 已经是这样了，没有改动。
call-nobody-to-call = 没有可以吹哨的人：各社区名单里都没有政协委员、党代表、人大代表。请用 yishi people 导入名单，“身份”一栏写明身份。
call-too-many = 一次吹哨最多叫 { $most } 人，这里有 { $given } 人。请减少人数。
call-none-yet = 没有第 { $call } 号吹哨，这个社区还没有吹过哨。
call-no-such-call = 没有第 { $call } 号吹哨。已有：{ $list }。
call-is-closed = 第 { $call } 号吹哨已经销哨，不能再登记报到或再次销哨。
call-not-called = 第 { $call } 号吹哨没有叫“{ $name }”。叫到的有：{ $list }。
call-already-reported = { $name }已经向第 { $call } 号吹哨报到过了。
call-grid-of-nobody = 没有人登记在“{ $grid }”，是按同社区和远近叫的人；请核对网格的名称。
call-no-such-member = 各社区名单里没有叫“{ $name }”的政协委员、党代表或人大代表。请核对姓名，或用 yishi people 导入。

## 吹哨单

call-sheet-heading = { $community }吹哨单（第 { $number } 号）
call-reason = 事由
call-kind = 性质
call-urgent = 紧急，直接处置
call-about = 议题
call-topic = { $case }号 { $title }
call-place = 地点
call-grid = 网格
call-at = 吹哨时间
call-by = 吹哨人
call-closed = 销哨
call-column-number = 序号
call-column-name = 姓名
call-column-sector = 界别
call-column-community = 社区
call-column-near = 远近
call-column-phone = 电话
call-column-reported = 报到时间
call-reported-count = 已报到 { $reported } 人，共叫 { $called } 人。

## 录入

affair-usage-station = 名称；类别：联络站；界别：…；地点：…；成员：姓名 | 登记站点，类别有 委员工作室、联络站、片区、协商议事室；片区须写 社区
affair-usage-duty = 站点 周三 姓名 | 排值班，可写周几或日期；姓名写“无”则取消
affair-usage-call = 事由；网格：…；人数：5；地点：…；议题：17；紧急 | 吹哨，叫最近的委员代表；也可用 委员 点名，坐标 写位置
affair-usage-report-in = 吹哨号 姓名 | 登记报到
affair-usage-end-call = 吹哨号 结果 | 销哨，写明如何了结
affair-misread-not-a-station = 没有叫“{ $text }”的站点。已有：{ $list }。
affair-misread-no-station = 没有叫“{ $text }”的站点，这个社区还没有站点。先用 /站点 登记。
affair-misread-not-a-station-kind = “{ $text }”不是站点类别。可写：{ $list }。
affair-misread-not-a-community = 没有叫“{ $text }”的社区。已有：{ $list }。
affair-misread-not-a-call = 看不出“{ $text }”指哪一次吹哨。请在前面写吹哨号，如“1 王芳”。
affair-misread-not-a-spot = “{ $text }”不是坐标。请写纬度和经度，如 26.6476,106.6302。

## 命令行

cli-help-stations = 看工作室、联络站、片区和值班表
cli-help-call = 吹哨、登记报到、销哨，写吹哨单
cli-help-arg-stations-on = 值班表从哪天起；不写就是今天
cli-help-arg-call-which = 社区；看某一次吹哨写“社区/1”
cli-help-arg-call-reason = 吹哨的事由；不写就列出各次吹哨
cli-help-arg-call-grid = 事情在哪个网格
cli-help-arg-call-place = 地点
cli-help-arg-call-at = 地点的纬度和经度；不写就用 community.ron 里的 spot
cli-help-arg-call-topic = 关系到哪个议题，写议题号
cli-help-arg-call-count = 叫几个人；不写就叫最近的 5 人
cli-help-arg-call-member = 点名叫谁，可以写几次
cli-help-arg-call-urgent = 紧急：议题直接进入处置
cli-help-arg-call-sheet = 写吹哨单
cli-help-arg-call-reported = 登记谁来报到了，可以写几次
cli-help-arg-call-close = 销哨，写明如何了结
cli-help-arg-notice-format = 通知的格式：md
stations-none = 还没有站点。用 { $command } 录入，如“/站点 锦苑联络站；地点：社区一楼；成员：王芳”。
stations-name = 站点
stations-kind = 类别
stations-members = 成员
stations-communities = 包含社区
stations-day = 日期
stations-on-duty = 值班
stations-today = 今天
stations-nobody-on-duty = 未来一周没有排值班。
call-reason-of-another = “{ $which }”是已有的吹哨，事由不能再改。另外吹哨请写社区“{ $community }”。
call-not-a-number = “{ $text }”不是吹哨号。请写数字，如 jinyuan/1。
call-how-on = 吹哨单：{ $command }
call-list-none = 这个社区还没有吹过哨。吹哨：{ $command }
call-list-reported = 报到
call-open = 未销
call-urgent-short = 紧急
