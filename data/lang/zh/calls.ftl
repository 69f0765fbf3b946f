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
call-too-long = 这段话有 { $given } 字，最多 { $most } 字。请写短一些。
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
