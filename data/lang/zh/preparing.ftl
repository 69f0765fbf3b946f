# 筹备会议的画面。

key-take-all = 列出的全部选上
hint-take-all = 全选

prepare-heading = 筹备会议
prepare-title = 会议名称
prepare-days-before =
    { $days ->
        [0] 今天
        [1] 明天
       *[other] { $days } 天后
    }
prepare-days-past = 已过
prepare-not-set = 未定
prepare-agenda = 议程
prepare-agenda-count = { $count } 项
prepare-agenda-planned = { $count } 项，计划 { $length }
prepare-agenda-clock = { $count } 项，计划 { $length }，{ $from } 至 { $to }
prepare-expected = 应到
prepare-expected-count = { $count } 人
prepare-expected-excused = { $count } 人，另有 { $excused } 人请假
prepare-came = 已到
prepare-excused = 请假：{ $why }
prepare-new-item = 在这里添加议题
prepare-new-expected = 在这里添加应到的人
prepare-minutes = { $minutes } 分
prepare-no-minutes = 未定时长

## 每一行怎样填写

prepare-hint-title = 写会议名称，按回车到下一行。
prepare-hint-date = 日期可以写 12-05、12月5日、明天或下周五。
prepare-hint-starts = 时间可以写 19:00、晚上7点半；空着表示未定。
prepare-hint-place = 写开会的地点；空着表示未定。
prepare-hint-facilitator = 写主持人的姓名，可打拼音或首字母，按 Tab 补全。
prepare-hint-recorder = 写记录人的姓名，可打拼音或首字母，按 Tab 补全。
prepare-hint-item = 竖线后面是分钟数，如“停车位改造 | 20”；清空这一行就是删去。
prepare-hint-new-item = 一行一项，如“停车位改造 | 20”，按回车添加；也可以整段粘贴。
prepare-hint-expected = 可以改正；不能来的在后面写“：原因”；清空这一行就是删去。
prepare-hint-new-expected = 写姓名和楼栋，几个人用顿号隔开，按回车添加；也可以整段粘贴。

## 提示

prepare-restored = 这一行已恢复原样。
prepare-done = 筹备好了：按 { $begin } 开会，或按 { $quit } 以后再开。
prepare-how-to-leave = 写下的都已记入。按 { $key } 离开。
prepare-row-first = 这一行还没有记入，请先改好，或按 { $key } 恢复原样。
prepare-cannot-remove = 会议名称和日期不能空着。
prepare-only-items-move = 只有议程可以上下移动，请先移到要调整的那一项。
prepare-one-person = 这里只写一个人。要添加别人，请写在名单最后一行。
prepare-no-list = 打开名单或遗留事项以后，才能全选。
prepare-save-first = 还有内容没有存好，存好以后才能开会。
prepare-paste-elsewhere = 粘贴的有 { $count } 行，这里只能写一行，没有粘贴。粘贴议程请移到“议程”下面，粘贴名单请移到“应到”下面。
prepare-paste-line = 粘贴的第 { $line } 行：{ $why }全部都没有添加，改好后请再粘贴。
prepare-pasted-items = 已添加 { $count } 项议程。
prepare-pasted-people = 已列入应到 { $count } 人。
prepare-all-expected = 这些人都已经在应到名单上。
prepare-trouble = 没有存上：{ $why }内容都还在，会自动重试。按 { $key } 马上重试。

## 时间安排

prepare-plan = 时间安排
prepare-plan-row = { $minutes } 分
prepare-plan-turns = 可发言 { $turns } 次
prepare-plan-total = 共 { $length }，{ $from } 开始，预计 { $to } 散会
prepare-plan-total-unset = 共 { $length }，开会时间未定
prepare-plan-turn = 每次发言 { $turn }，应到 { $count } 人
prepare-plan-turn-nobody = 每次发言 { $turn }，还没有应到名单
prepare-plan-good = 时间安排没有问题。
prepare-plan-foot = ↑ ↓ 翻看，Esc 关闭

## 模板

prepare-templates = 套用现成议程
prepare-templates-foot = ↑ ↓ 选择，回车加入议程，Esc 关闭
prepare-template-own = 自备
prepare-template-used = 已从“{ $title }”加入 { $count } 项，可以逐项修改。
prepare-template-not-utf8 = 这个模板不是 UTF-8 编码，不能使用。
prepare-template-line = 这个模板第 { $line } 行有误，不能使用：{ $why }

## 遗留事项

prepare-earlier = 以往会议的遗留事项
prepare-earlier-foot = 回车加入这一项，{ $all } 全部加入，Esc 关闭
prepare-earlier-foot-none = Esc 关闭
prepare-earlier-looking = 正在查看以往的会议..
prepare-earlier-none = 以往会议没有要带入的事项了。
prepare-earlier-trouble = 以往的会议查不了：{ $why }
prepare-earlier-unread = 有 { $count } 次会议的记录读不出来，没有列入。
prepare-earlier-items = 结转的议题和搁置的事项
prepare-earlier-actions = 还没有办结的行动
prepare-overdue = 逾期
prepare-due = 期限 { $date }
prepare-took-all = 已加入 { $count } 项。
prepare-took-some = 已加入 { $count } 项，{ $left } 项没有加入：{ $why }

## 应到名单

prepare-people = 选定应到人员
prepare-people-search = 查找
prepare-people-foot = 回车选上或取消，{ $all } 全部选上，Esc 关闭
prepare-people-none = 社区还没有名单。请在“应到”下面直接写姓名，或用 yishi people 导入名单。
prepare-people-nobody = 没有找到。可以打姓名、拼音、首字母、楼栋或身份。
prepare-people-count = 已选 { $count } 人

## 帮助与命令行

prepare-help-rows = 填写：
prepare-help-typing = 直接打字就是修改光标所在的一行；回车或上下移动就记入，Esc 恢复原样。
prepare-help-remove = 把一行清空，或按删去键，就是去掉它；都可以撤销。
prepare-help-paste = 议程和名单可以整段粘贴，一行一项；有一行不对，就一项也不添加。
cli-help-prepare = 筹备会议：名称、时间、议程、应到人员
prepare-no-terminal = 筹备会议要在终端里进行。请打开终端窗口再试；只建会议请用 yishi new session。

## Before the opening, on the desk

waiting-expected = 应到 { $expected } 人，已到 { $came } 人
waiting-missing = 还没到：{ $names }
