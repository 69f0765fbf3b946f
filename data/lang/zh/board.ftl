# 议题板：社区在两次会议之间的画面。

board-title = { $community } 议题板
board-between-counts = ，
board-more-states = 另 { $count } 类
board-between = ；
board-reading = 正在读取
board-read-only = 只能查看
board-unsaved = 未保存！
board-still-reading = 正在读取台账，请稍候。
board-not-read = { $why } 现在只能查看；每分钟会重新读取一次，能读出后就可以登记。
board-type = 输入文字查找；输入 / 登记事项
board-usage = 写法：{ $usage }
board-next = 下一步 [{ $key }]：{ $step }
board-enter = 按 { $key }：看这一项的全部内容
board-found-nothing = 没有找到。按 Esc 清空后再查。
board-nothing-under-bar = 光标处没有内容。
board-one-line = 这里一次只收一行，只取了第一行。多行请用 yishi enter 导入。
board-no-topic = 请先把光标移到一项议题上。
board-no-step = 这一项暂时没有下一步。
board-not-saved = 没有保存：{ $why } 可以按回车再试一次。
board-saved-not-renewed = 已保存，但画面没有更新，读不出台账：{ $why }
board-taken-back = 已撤销：{ $what }
board-nothing-to-take-back = 本机没有可以撤销的记录。
board-scheduled = 第 { $topic } 号议题已列入“{ $meeting }”的议程。
board-called-out = 已吹哨，叫到 { $count } 人：{ $names }。谁已报到，按 { $key } 翻到“{ $page }”页看。
board-no-such-meeting = 没有找到这次会议，可能已被删除。
board-no-such-member = 没有名为“{ $name }”的委员、代表，请核对姓名，或先登记人员。
board-left-unsaved = 议题板上最后登记的内容没有保存：{ $why }
board-left-waiting = 议题板上最后登记的内容还没有确认存好，请打开议题板核对。
board-no-terminal = 这里没有终端画面。看议题：{ $topics }；逐行登记：{ $enter }。
board-plain = 以上是议题清单。
    看一项议题的全部内容：{ $topic }/议题号
    看吹哨报到：{ $call }；看站点、值班：{ $stations }
    逐行登记：{ $enter }，每行写一件并按回车，如“/登记 楼道堆物；提出：王小明”；写完按 Ctrl+D 结束（Windows 按 Ctrl+Z 再按回车）。

## 各页

board-page-topics = 议题
board-page-outings = 走访宣讲
board-page-calls = 吹哨报到
board-page-stations = 站点
board-no-topics = 还没有议题。按 F2 登记第一项，或按 Ctrl+E 看以往会议遗留的事项。
board-no-outings = 还没有走访、宣讲记录。输入 /走访 或 /宣讲 登记。
board-no-calls = 还没有吹哨。输入 /吹哨 发出第一次。
board-no-stations = 还没有委员工作室、联络站。输入 /站点 登记。

## 清单

board-stage = 阶段 { $number }
board-days-late = 逾期 { $days } 天
board-owed = 待答复 { $count } 人
board-meets = { $day } 上会
board-days-left = { $days ->
    [0] 今天到期
   *[other] 还剩 { $days } 天
}

## 详情

board-details-foot = ↑ ↓ 翻看，按 { $key } 关闭
board-procedure = 程序
board-no-procedure = 没有名为“{ $name }”的程序，请检查程序文件。
board-blocks = 进入“{ $stage }”前必须：{ $list }
board-warns = 进入“{ $stage }”前最好：{ $list }
board-owed-to = 待答复：{ $names }（{ $since } 起）
board-proposers = 提出人
board-source = 来源
board-on = 提出日期
board-channel = 渠道
board-place = 地点
board-group = 涉及群体
board-reason = 理由
board-suggestion = 建议
board-merged-into = 已归并到
board-merged = 归并来的议题
board-excluded = 不予受理
board-redirect = 转办指引
board-withdrawn = 撤回原因
board-survey = 商前调研
board-survey-counts = 入户走访 { $visits } 次，政策宣讲 { $briefings } 场
board-survey-lacks = 还缺：{ $list }
board-waived = 免调研理由
board-meetings = 协商
board-not-yet = 尚未议到
board-handling = 办理
board-unit = 主办
board-with = 会办
board-due = 期限
board-posted = 公示
board-from-until = { $from } 至 { $until }
board-from = { $from } 起
board-result = 结果
board-rating = 评价
board-rated = { $name }：办理过程{ $handling }，办理结果{ $result }
board-history = 经过
board-was-raised = 登记（{ $by }）
board-was-accepted = 审定受理，{ $level }级
board-was-excluded = 审定不予受理：{ $ground }
board-was-entered = 进入“{ $stage }”
board-despite = { $told }（{ $why }）
board-was-surveyed = 调研记录最近一次填写
board-was-assigned = 交办给{ $unit }
board-was-posted = 公示
board-was-resulted = 办理结果：{ $class }
board-was-answered = 答复{ $names }：{ $how }
board-entered = 登记：{ $at }，{ $by }

## 走访、吹哨、站点

board-topic = 议题
board-by = 人员
board-households = { $count } 户
board-listeners = { $count } 人
board-urgent = 紧急
board-reported = 报到 { $reported }/{ $called }
board-call-over = 已销哨
board-call = 第 { $number } 号哨
board-grid = 网格
board-called = 应报到
board-reported-at = { $at } 报到
board-not-reported = 未报到
board-call-closed = { $at } 销哨：{ $how }
board-members-count = 成员 { $count } 名
board-members = 成员
board-sector = 界别
board-communities = 所辖社区
board-duty = 值班

## 以往会议遗留

board-earlier = 以往会议遗留的事项
board-earlier-foot = ↑ ↓ 选择，回车登记为议题，Ctrl+Z 撤销，Esc 关闭
board-earlier-looking = 正在查看以往会议 …
board-earlier-nothing = 没有遗留的事项：搁置的都已处理或登记，结转的都已列入。
board-earlier-unread = 有 { $count } 次会议的记录读不出来，没有算在内。
board-who-proposes = 会上没有记下是谁提出的。请填上提出人（答复要告知的人），再按回车。
board-left-parked = 搁置
board-left-item = 结转

## 下一步

board-step-hold = 开会协商：{ $meeting }
board-step-field = ；{ $label }：

## 帮助

board-help-list = 议题按所处状态分组列出，右边是所在阶段和最要紧的事：逾期、待答复、上会日期。↑ ↓ 移动光标，回车看全部内容；已列入待召开会议的，回车打开那次会议。
board-help-line = 直接输入文字（汉字、拼音、首字母、编号）就是查找；以 / 开头是登记。F2 到 F9 会把常用的命令和光标所在议题的编号放进输入行，补全后按回车。
board-help-next = Ctrl+N 按程序给出光标所在议题的下一步。Ctrl+Z 撤销本机最近一条记录。
board-help-pages = 输入行没有候选时，按 Tab 依次看议题、走访宣讲、吹哨报到、站点。
board-help-commands = 可以输入的命令

## 命令行

cli-help-board = 打开社区的议题板
