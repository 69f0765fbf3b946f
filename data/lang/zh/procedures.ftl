### 协商程序、议题与议程的关系、商前调研的把关

## 程序的说法

procedure-step = 第{ $number }步
procedure-work-intake = 征集登记
procedure-work-screening = 审定
procedure-work-survey = 调研
procedure-work-call = 吹哨报到
procedure-work-meeting = 会议
procedure-work-handling = 交办
procedure-work-publishing = 公示
procedure-work-reply = 反馈
procedure-work-rating = 评价
procedure-within-days = { $count } 天内
procedure-within-working-days = { $count } 个工作日内
procedure-blocks = 须先{ $list }
procedure-warns = 最好先{ $list }
procedure-need-classified = 分类
procedure-need-screened = 审定受理
procedure-need-answered = 答复提出人
procedure-need-surveyed = 完成调研
procedure-need-called = 吹哨
procedure-need-reported-in = 有委员报到
procedure-need-scheduled = 列入议程
procedure-need-consulted = 经会议协商
procedure-need-agreed = 达成一致
procedure-need-assigned = 交办
procedure-need-published = 公示
procedure-need-resulted = 有办理结果
procedure-need-rated = 评价满意

## 会后做什么

procedure-after-publishing = 在议题板上登记公示
procedure-after-handling = 在议题板上交办
procedure-after-reply = 在议题板上答复提出人
procedure-after-rating = 在议题板上登记评价
procedure-after-survey = 在议题板上补记调研
procedure-after-other = 在议题板上接着办
procedure-after = 会后{ $stage }：{ $what }
procedure-over = { $over }。{ $after }
procedure-last = 程序到此走完，议题板上可查各项办理情况
procedure-again = 各环节可再次进行，按议题板上的情况安排

## 列出程序：yishi procedures

procedures-heading = { $name }（{ $file }）
procedures-default = 默认
procedures-provenance = 来源：{ $provenance }
procedures-source = 出处：{ $source }
procedures-rules = 议事规则：{ $rules }
procedures-any-order = 各环节可按任意次序进行，也可重复
procedures-emergency = 紧急情况直接进入：{ $stage }
procedures-own-file = 本社区文件：{ $path }
procedures-unnamed = 名称由社区填写：yishi enter 社区，输入“/命名 { $file }；名称：一；二；三；四；五”
procedures-parts = ；
procedures-no-such = 没有“{ $text }”这种程序。可用的有：{ $list }。
procedure-of-community = community.ron 里写的程序“{ $text }”找不到，改用“{ $name }”。可用的有：{ $list }。
procedure-rules-missing = 程序“{ $name }”里写的议事规则“{ $text }”找不到，这一项没有采用。可用的有：{ $list }。

## 文件里的错误

procedure-file-faulty = 程序文件有误，没有采用：{ $why }
exclusions-file-faulty = 不予受理情形的文件有误，没有采用，改用自带的：{ $why }
store-community-spot = spot 是 ({ $north }, { $east })，没有这样的地方。请写 (北纬, 东经)，北纬 -90 到 90，东经 -180 到 180。
hand-count = 第 { $column } 列：“{ $name }”有 { $found } 项，请写 { $from } 到 { $to } 项。
hand-within = 第 { $column } 列：“{ $name }”不能是“{ $found }”，请写 Days(天数) 或 WorkingDays(天数)，天数 1 到 { $most }。
hand-stage = 第 { $column } 列：“{ $found }”不是一个环节，请写 (name: "名称", works: [Meeting])。
hand-item = 第 { $column } 列：“{ $found }”不是一项议程，请写 (title: "名称", minutes: 10)。
hand-exclusion = 第 { $column } 列：“{ $found }”不是一种情形，请写 (key: "代号", name: "名称", redirect: "指引")。
hand-lacks = 第 { $column } 列：这里缺少“{ $name }”，请写上 { $name }: "…"。
hand-names-stage = 第 { $column } 列：“{ $name }”是 { $found }，但只有 { $count } 个环节，请写 1 到 { $count }。
hand-twice-key = 第 { $column } 列：代号“{ $found }”前面已经有了，请换一个。

## 记录中的说法

event-procedure = 协商程序采用“{ $name }”
event-topic-linked = 第 { $place } 项对应 { $topic } 号议题
event-topic-linked-by = 第 { $place } 项对应 { $topic } 号议题（提出人：{ $names }）
event-topic-despite = ；尚缺{ $list }仍予列入，理由：{ $why }
event-survey-complete = 第 { $place } 项的商前调研已经齐全
event-survey-lacks = 第 { $place } 项的商前调研还缺：{ $list }
event-survey-waived = 第 { $place } 项调研不全仍予协商，理由：{ $why }

## 调研还缺什么

gate-part-method = 调研方式
gate-part-sites = 调研地点
gate-part-people = 走访对象
gate-part-facts = 基本情况
gate-part-policy = 政策依据
gate-part-options = 可选方案
gate-part-questions = 待议问题
gate-visits = 入户走访 { $count } 次
gate-briefings = 政策宣讲 { $count } 次

## 不能这样做

refusal-no-meeting-in-stage = 第 { $number } 步不开会。请写要开会的那一步，或不写步骤。
refusal-procedure-in-force = 现在用的就是“{ $name }”。输入“/程序”加另一个名称可更换。
refusal-no-topic = 第 { $place } 项“{ $title }”没有对应的议题。请先输入“/关联 { $place } #议题号”。
refusal-topic-on-agenda = { $topic } 号议题已经列为第 { $place } 项“{ $title }”，一个议题只列一次。
refusal-topic-needs = { $topic } 号议题还不能列入议程，尚缺：{ $list }。请先在议题板上补办；确需先议，写明理由：“/议题 #{ $topic } | 理由：情况紧急”。
refusal-survey-lacks = 不调研不协商：{ $topic } 号议题的商前调研还缺 { $list }，不能列入议程。请先补齐调研；确需先议，写明理由：“/议题 #{ $topic } | 理由：情况紧急”。
refusal-item-survey-lacks = 不调研不协商：第 { $place } 项“{ $title }”的商前调研还缺 { $list }，不能开始。请先补齐调研；确需先议，输入“/免调研 { $place } 理由”。
refusal-survey-complete = 第 { $place } 项“{ $title }”的商前调研已经齐全，无须免调研。

## 命令

usage-procedure = 名称 | 采用协商程序
usage-link = 序号 #议题号 理由 | 议程项对应议题，缺项时写明理由
usage-waive = 序号 理由 | 调研不全仍予协商
misread-not-a-procedure = 没有“{ $text }”这种程序。可用的有：{ $list }。
misread-no-such-topic = 没有 { $topic } 号议题。请核对议题号，可在议题板上查看。
misread-topic-merged = { $topic } 号议题已经归并到 { $into } 号。请写 { $into }。
misread-topic-excluded = { $topic } 号议题已审定为不予受理，不能列入议程。确需协商，请先重新审定。
misread-topic-withdrawn = { $topic } 号议题已经撤回，不能列入议程。
misread-not-a-topic = “{ $text }”不是议题号。请写 #17 或 #17-4a1c。
say-survey-lacks = 注意：{ $topic } 号议题的商前调研还缺 { $list }。
say-procedure = 协商程序：{ $name }（{ $provenance }）。

## 文档

minutes-procedure = 协商程序
minutes-topic = 议题编号
minutes-proposers = 提出人
minutes-topic-lacked = 列入议程时尚缺
minutes-topic-despite = 尚缺仍予列入的理由
minutes-survey-lacked = 商前调研所缺
minutes-survey-waived = 调研不全仍予协商的理由

## 新建会议

new-topic-refused = 会议没有建立：{ $why }
new-no-such-topic = 没有 { $topic } 号议题，会议没有建立。用“yishi topics { $community }”查看议题号。
new-not-a-case = “{ $text }”不是议题号。请写 17 或 17-4a1c。
new-topic-lacks = 不调研不协商：{ $topic } 号议题的商前调研还缺 { $list }，不能列入议程。请先补齐调研；确需先议，请加 --despite 理由。
new-topic-needs = { $topic } 号议题还不能列入议程，尚缺：{ $list }。请先补办；确需先议，请加 --despite 理由。
new-topic-twice = { $topic } 号议题写了两次。
cli-help-procedures = 列出协商程序，或写出一份作为自拟程序的底稿
cli-help-arg-procedure = 协商程序的名称，如 云岩六步；不写则用 community.ron 里的
cli-help-arg-topic = 列入议程的议题号；可写多次
cli-help-arg-despite = 议题尚缺审定、调研等仍要列入的理由
cli-help-arg-procedures-which = 社区，列出时连同它自己的程序；与 --format 合用时是程序的名称
cli-help-arg-procedures-format = ron：写出一份程序文件

## 会前准备

prepare-procedure = 协商程序
prepare-hint-procedure = 写程序名称，如“云岩六步”，按 Tab 补全。
earlier-topics = 已受理、尚未列入议程的议题
