# 议题：名称、台账记录、命令用法、看不懂时的答复。

topic-raised = 待审定
topic-accepted = 已审定
topic-scheduled = 已列入议程
topic-consulted = 已协商
topic-handling = 办理中
topic-reopened = 重办
topic-resulted = 待评价
topic-closed = 办结
topic-excluded = 不予受理
topic-merged = 已归并
topic-withdrawn = 已撤回

class-livelihood = 民生实事
class-neighbours = 烦心事·邻里纠纷
class-petition = 烦心事·信访诉求
class-rights = 烦心事·权益保障
class-governance = 治理难事

need-classified = 已分类
need-screened = 已审定受理
need-answered = 已答复提出人
need-surveyed = 商前调研已完成
need-called = 已吹哨
need-reported-in = 已有委员报到
need-scheduled = 已列入议程
need-consulted = 已开会协商
need-agreed = 协商已达成一致
need-assigned = 已交办
need-published = 已公示
need-resulted = 已有办理结果
need-rated = 提出人已评价且无不满意

survey-method = 调研方式
survey-sites = 调研地点
survey-people = 走访对象
survey-facts = 基本情况
survey-policy = 政策依据
survey-options = 可选方案
survey-questions = 待议问题
survey-lacks-visits = 入户走访 { $count } 次
survey-lacks-briefings = 政策宣讲 { $count } 次

outing-visit = 入户走访
outing-briefing = 政策宣讲

stage-named = 第 { $number } 步“{ $name }”
stage-numbered = 第 { $number } 步

case-numbered = 第 { $number } 号议题
case-titled = 第 { $number } 号议题“{ $title }”

# 台账里的一件事，一句话。

ledger-created = 台账由设备“{ $device }”建立
ledger-taken-back = 撤销了上一条
ledger-seen = 读到设备“{ $device }”的台账
ledger-person-entered = 录入人员：{ $name }
ledger-action-reported = 行动 { $action }：{ $state }
ledger-topic-raised = 登记{ $topic }“{ $title }”，提出人：{ $names }
ledger-topic-raised-bare = 登记{ $topic }“{ $title }”
ledger-slip-amended = 更正{ $topic }的征集表，题目“{ $title }”
ledger-topic-classified = { $topic }归入“{ $class }”
ledger-proposers-joined = { $names }联名提出{ $topic }
ledger-topic-accepted = { $topic }予以受理，{ $level }级办理
ledger-topic-excluded = { $topic }不予受理：{ $ground }；转办：{ $redirect }
ledger-approved-by = 审定人：{ $name }
ledger-topics-merged = 第 { $list } 号议题并入{ $topic }
ledger-topic-parted = { $topic }重新拆出
ledger-topic-withdrawn = 撤回{ $topic }：{ $why }
ledger-proposers-answered = 就{ $topic }答复{ $names }：{ $how }
ledger-procedure-chosen = { $topic }按“{ $procedure }”办理
ledger-stage-entered = { $topic }进入{ $stage }
ledger-stage-entered-despite = { $topic }进入{ $stage }，理由：{ $why }
ledger-stages-named = “{ $procedure }”各步定名：{ $names }
ledger-survey-written = 填写{ $topic }的调研记录：{ $list }
ledger-visited = { $date } 入户走访：{ $place }，{ $count } 户
ledger-briefed = { $date } 政策宣讲：{ $place }，{ $count } 人
ledger-survey-waived = { $topic }未完成调研即可协商，理由：{ $why }
ledger-topic-assigned = { $topic }交{ $unit }主办
ledger-assigned-with = { $told }，{ $names }会办
ledger-due = { $date } 前办结
ledger-topic-posted = { $topic }自 { $from } 起公示
ledger-topic-posted-until = { $topic }自 { $from } 至 { $until } 公示
ledger-topic-resulted = { $topic }办理结果：{ $class }
ledger-topic-rated = { $name }评价{ $topic }：办理{ $handling }，结果{ $result }
ledger-noted = { $told }。{ $note }
ledger-station-entered = 录入站点：{ $name }
ledger-duty-set = { $name }值班：{ $names }
ledger-duty-none = { $name }取消一个值班日
ledger-called-out = 第 { $call } 号吹哨：{ $reason }，呼叫 { $count } 人
ledger-reported-in = { $name }向第 { $call } 号吹哨报到
ledger-call-closed = 第 { $call } 号吹哨销哨：{ $how }

# 不能办的原因，以及怎么办。

affair-no-such-topic = 没有{ $topic }。用“yishi topics”查看全部议题。
affair-not-now = { $topic }现在是“{ $state }”，不能这样办。
affair-stage-needs = { $topic }还不能进入{ $stage }，尚缺：{ $list }。先补办；确需进入请写明理由：/阶段 { $number }；理由：……
affair-merged-into = { $topic }已并入{ $into }，请改写 { $number }。
affair-not-merged = { $topic }没有并入别的议题，不用拆出。
affair-has-parts = { $topic }里还有并入的 { $list } 号，请先拆出：/拆出 { $number }
affair-merged-into-itself = { $topic }不能并入它自己，请核对议题号。
affair-nothing-to-merge = 没有写哪些议题并入{ $topic }，写法如：/归并 18、19 到 { $number }
affair-has-result = { $topic }已有办理结果，不能再并入别的议题。
affair-no-result = { $topic }还没有办理结果，不能评价。先登记结果：/结果 { $number } A
affair-raised-before = 这件事已登记为{ $topic }，不用再登记。
affair-signed-before = { $name }已经是{ $topic }的提出人。
affair-not-a-proposer = { $name }不是{ $topic }的提出人（提出人：{ $list }）。请核对姓名；联名的先写“/联名”。
affair-answered-before = { $topic }最近的进展已经答复过{ $name }。
affair-nobody-owed = { $topic }现在没有待答复的提出人。
affair-meeting-needs = { $topic }还不能列入议程，尚缺：{ $list }。先{ $step }；确需先议请写明理由：/列入 { $number } 会议；理由：……
affair-out-of-order = { $topic }现在在{ $from }，跳到{ $stage }要写明理由：/阶段 { $number }；理由：……
affair-no-such-stage = “{ $procedure }”没有第 { $number } 步，共 { $count } 步。
affair-no-stage-left = { $topic }已在最后一步，没有下一步了。
affair-in-stage = { $topic }已经在{ $stage }。
affair-no-such-procedure = 没有程序“{ $procedure }”，或者它的文件有误。用“yishi procedures”查看。
affair-names-do-not-fit = “{ $procedure }”有 { $count } 步，写了 { $given } 个名称。请一步写一个名称，用顿号隔开。
affair-nothing-to-waive = { $topic }的调研不缺什么，不用免调研。
affair-unchanged = { $topic }已经是这样了，没有改动。
affair-named-before = “{ $procedure }”各步已经是这些名称。
affair-in-the-future = { $date } 还没有到，请核对日期。
affair-too-early = { $topic }在 { $known } 已有记载，这一行的时间不能更早。请核对行首的日期和时间。
affair-too-early-for-call = 第 { $call } 号吹哨在 { $known } 已有记载，这一行的时间不能更早。请核对行首的日期和时间。
affair-ends-before-it-begins = 最后一天 { $until } 早于 { $from }，请核对日期。
affair-count-out-of-bounds = 数目 { $given } 不对，应在 1 到 { $most } 之间。
affair-too-long = 这一项有 { $given } 个字，最多 { $most } 个字，请写短一些。
affair-no-title = 没有写题目。写法如：/登记 楼道堆物；提出：王小明
affair-no-proposer = 没有写提出人。请加上“；提出：姓名”，结果要答复提出人。
affair-no-why = 没有写理由，请补写。
affair-no-ground = 没有写不受理的理由，请加上“；理由：……”。
affair-no-redirect = 没有写转办去处，请加上“；转办：……”，让提出人知道去哪里办。
affair-no-how = 没有写怎样答复的，请补写，如“电话告知已受理”。
affair-no-stage-name = 有一步没有写名称，请一步写一个名称。
affair-no-survey = 没有写调研内容，请写上栏目，如“；情况：……”。
affair-no-place = 没有写地点，请补写。
affair-no-unit = 没有写主办单位，请补写。
affair-no-station-name = 没有写站点名称，请补写。
affair-no-call-reason = 没有写吹哨事由，请补写。
affair-no-ending = 没有写怎样了结的，请补写。

topic-step-classify = 归类
topic-step-screen = 审定
topic-step-survey = 开展调研
topic-step-survey-lacks = 补调研：{ $list }
topic-step-call = 吹哨
topic-step-report-in = 登记向第 { $call } 号吹哨报到的委员
topic-step-schedule = 列入会议议程
topic-step-hold = 召开会议 { $session }
topic-step-assign = 交办
topic-step-post = 公示
topic-step-result = 登记办理结果
topic-step-look-back = 回头看，再登记结果
topic-step-answer = 答复{ $names }
topic-step-rate = 请{ $names }评价
topic-step-enter-stage = 进入{ $stage }
topic-step-nothing = 没有要办的

# 下一步要输入的内容，写到光标为止。
topic-begun-classify = /修改 { $number }；类别：
topic-begun-screen = /审定 { $number }{" "}
topic-begun-survey = /调研 { $number }；
topic-begun-call = /吹哨 { $title }；议题：{ $number }
topic-begun-report-in = /报到 { $call }{" "}
topic-begun-schedule = /列入 { $number }{" "}
topic-begun-assign = /交办 { $number }{" "}
topic-begun-post = /公示 { $number }{" "}
topic-begun-result = /结果 { $number }{" "}
topic-begun-answer = /答复 { $number }{" "}
topic-begun-rate = /评价 { $number }{" "}
topic-begun-enter-stage = /阶段 { $number }

# 命令的用法：竖线前是参数，竖线后是作用。

affair-usage-raise = 题目；提出：姓名；类别：…；地点：… | 登记议题；还可写 来源、理由、建议、群体、渠道、日期、程序、出处
affair-usage-amend = 议题号；栏目：新内容 | 更正征集表，写“无”则删去
affair-usage-join = 议题号 姓名 | 增加联名人
affair-usage-screen = 议题号 受理或不受理；级别：…；类别：…；审定人：… | 审定议题；不受理须写 理由
affair-usage-merge = 议题号、议题号 到 议题号 | 归并重复的议题
affair-usage-part = 议题号 | 把归并的议题重新拆出
affair-usage-withdraw = 议题号 理由 | 撤回议题
affair-usage-answer = 议题号 答复内容；对象：姓名 | 记下已答复提出人，不写对象即全部
affair-usage-procedure = 议题号 程序名 | 改用另一种程序，从第一步开始
affair-usage-stage = 议题号 [第几步]；理由：… | 进入下一步，或指定的一步
affair-usage-stage-names = 程序名：名称、名称、… | 给程序的各步定名
affair-usage-survey = 议题号；方式：…；地点：…；对象：…；情况：…；政策：…；方案：…；问题：… | 填写商前调研记录
affair-usage-visit = 地点；议题：17；户数：3；日期：…；人员：…；情况：… | 记一次入户走访，不写户数为 1 户
affair-usage-briefing = 地点；议题：17；人数：40；日期：…；宣讲人：…；内容：… | 记一次政策宣讲
affair-usage-waive = 议题号 理由 | 未完成调研也可协商
affair-usage-schedule = 议题号 会议；时长：20；理由：… | 列入一次会议的议程
affair-usage-assign = 议题号 主办单位；会办：…；期限：… | 交办
affair-usage-post = 议题号 公示内容或地点；自：…；至：… | 记下公示
affair-usage-result = 议题号 A、B、C 或 D 说明 | 办理结果：已解决、正在解决、列入计划、留作参考
affair-usage-rate = 议题号 姓名 办理评价 结果评价；说：… | 提出人评价：满意、基本满意、不满意
affair-usage-undo = | 撤销本机最近录入的一条
affair-usage-help = | 查看帮助

# 看不懂时的答复。

affair-misread-empty = 这一行没有内容。
affair-misread-no-verb = 每行以命令开头，例如：/登记 楼道堆物；提出：王小明。（现写的是“{ $text }”）
affair-misread-unknown-verb = 没有“/{ $text }”这个命令。输入“/帮助”查看全部命令。
affair-misread-too-much = “{ $command }”用不上这些内容：“{ $text }”。请删去，或写到合适的栏目里。
affair-misread-unknown-label = “{ $text }”不是这里的栏目。可用的栏目：{ $list }。如果是正文，请把前面的分号换成逗号。
affair-misread-no-labels = 这个命令没有栏目，“{ $text }：”用不上。如果是正文，请把前面的分号换成逗号。
affair-misread-label-twice = 栏目“{ $text }”写了两次，请合成一处。
affair-misread-label-without-colon = “{ $text }”是栏目名，后面请加冒号：{ $text }：……；如果是正文，请把前面的分号换成逗号。
affair-misread-label-in-text = “{ $text }：”前面请加分号，写成“；{ $text }：……”。如果是正文，请把冒号去掉。
affair-misread-empty-field = 栏目“{ $text }”没有内容。不填就不用写这一栏。
affair-misread-not-a-case = “{ $text }”不是议题号。议题号写数字，如 17 或 17-4a1c。
affair-misread-several-cases = 有几件议题都是 { $text } 号：{ $list }。请连设备记号一起写。
affair-misread-could-be = “{ $text }”可能是：{ $list }。请写清是哪一个。
affair-misread-not-a-source = “{ $text }”不是来源。可写：{ $list }。
affair-misread-not-a-class = “{ $text }”不是类别。可写：{ $list }。
affair-misread-not-a-level = “{ $text }”不是级别。可写：{ $list }。
affair-misread-not-a-result = “{ $text }”不是办理结果。可写：{ $list }，或 A、B、C、D。
affair-misread-not-a-rating = “{ $text }”不是评价。可写：{ $list }。
affair-misread-not-a-decision = 请写明受理还是不受理：{ $list }。（现写的是“{ $text }”）
affair-misread-not-a-procedure = 没有名为“{ $text }”的程序。现有：{ $list }。
affair-misread-not-a-stage = 没有“{ $text }”这一步。现有：{ $list }；也可以写第几步。
affair-misread-not-a-meeting = 没有找到会议“{ $text }”。现有：{ $list }。
affair-misread-no-meeting = 本社区还没有会议，找不到“{ $text }”。请先用“yishi new session”新建会议。
affair-misread-no-stage = 找不到名为“{ $text }”的一步，请写第几步。
affair-misread-no-procedure = 找不到程序“{ $text }”：没有可用的程序文件。
affair-misread-no-redirect = “{ $text }”不在不予受理情形之列（{ $list }）。请补写转办去处，如“；转办：市法律援助中心”。
affair-misread-nobody-called = 没有找到“{ $text }”。不在名单上的人，请写全名。
affair-misread-like-known = “{ $text }”与名单上的 { $list } 相近。是同一人请写全名；是另一人请在括号里加楼栋，如“{ $text }（5栋）”。
affair-misread-not-a-date = 看不懂日期“{ $text }”。可以写 2026-11-20、11-20、11月20日或今天。
affair-misread-future-day = “{ $text }”还没有到，这里要写已经发生的日期。
affair-misread-not-an-origin = “{ $text }”不是出处。出处写“会议/P1”（搁置事项）或“会议/I3”（议程项）。
affair-misread-ends-before = “{ $text }”早于公示的第一天，请核对日期。

# 议题清单与议题详情。

topics-heading = 议题清单
topics-case = 编号
topics-title = 题目
topics-proposers = 提出人
topics-date = 日期
topics-source = 来源
topics-channel = 渠道
topics-class = 类别
topics-place = 地点
topics-group = 涉及群体
topics-reason = 理由
topics-suggestion = 建议
topics-origin = 出处
topics-level = 级别
topics-excluded = 不受理理由
topics-redirect = 转办指引
topics-approver = 审定人
topics-procedure = 程序
topics-state = 状态
topics-unit = 主办单位
topics-due = 期限
topics-result = 办理结果
topics-ratings = 评价
topics-community = 社区
topics-next = 下一步
topics-of-state = { $state } { $count } 件
topics-tally = 共 { $total } 件：在办 { $open } 件，已了 { $over } 件，超期 { $overdue } 件。
topics-none = 没有议题。
topics-due-by = { $date } 前
topics-was-due = 已过 { $date } 的期限

topic-head = { $id } { $title }（{ $state }）
topic-next = 下一步：{ $step }
topic-slip = 征集表
topic-merged-from = 并入的议题
topic-merged-into = 已并入
topic-why-withdrawn = 撤回理由
topic-screening = 审定
topic-not-screened = 尚未审定
topic-was-accepted = { $date } 受理，{ $level }级办理
topic-was-excluded = { $date } 不予受理
topic-survey = 商前调研
topic-no-survey = 尚无调研记录
topic-survey-lacks = 尚缺：{ $list }
topic-survey-waived = 免于完成调研，理由：{ $why }
topic-outing = { $date } { $kind } { $place }（{ $count }）
topic-stages = 程序与阶段
topic-stage-lacks = 进入{ $stage }尚缺：{ $list }
topic-meetings = 会议
topic-not-yet-held = 待协商
topic-handled = 办理与公示
topic-was-assigned = { $date } 交{ $unit }主办
topic-was-posted = 自 { $from } 起公示
topic-was-posted-until = 自 { $from } 至 { $until } 公示
topic-results = 结果、评价与答复
topic-rating = { $date } { $name }：办理{ $handling }，结果{ $result }
topic-not-rated = 未评价 { $count } 人：{ $names }
topic-answered = { $date } 答复{ $names }：{ $how }
topic-answer-owed = 待答复：{ $names }
topic-history = 经过

# yishi topics、yishi enter 社区。

enter-topic-numbered = 第 { $number } 号议题：{ $title }
enter-taken-back = 已撤销：{ $what }
enter-nothing-to-take-back = 本机没有可以撤销的记录。
topics-not-a-state = “{ $text }”不是议题状态。可写：{ $list }，或“在办”。
topic-no-such = 没有议题“{ $typed }”。请写“社区/编号”，如 jinyuan/17；用“yishi topics”查看全部。
topics-no-title = 没有写题目
topics-no-proposer = 没有写提出人
topics-too-many-cells = 内容多于 { $count } 栏，可能有逗号没有加引号
topics-level-and-excluded = 写了级别又写了不受理理由，只能写一样
topics-twice-in-file = 与第 { $other } 行重复：题目相同，都由{ $name }提出
topics-there-already = 与已登记的第 { $number } 号议题重复：题目相同，都由{ $name }提出
topics-bad-row = { $file } 第 { $line } 行：{ $why }
topics-nothing-imported = 有 { $count } 行不对，整个文件都没有导入。改好后请再导入一次。
topics-file-empty = { $file } 里没有内容，没有导入。
topics-lacks-column = { $file } 的第一行没有“{ $column }”一栏，没有导入。栏目可用：{ $list }。
topics-unknown-column = { $file } 有认不得的栏目：{ $columns }，没有导入。请删去或改名。栏目可用：{ $list }。
topics-column-twice = { $file } 的“{ $column }”栏写了两次，没有导入。请合成一栏。
topics-imported =
    登记 { $count } 件议题{ $screened ->
        [0] 。
       *[other] ，其中 { $screened } 件已有审定。
    }
gather-number = 序
gather-nothing = 以往会议没有留下尚未登记的事项。
gather-how = 全部登记为议题：{ $all }；只登记其中几件：{ $one }
gather-no-such = 清单上没有“{ $text }”，请写 1 到 { $count } 的序号，或写“全部”。
gather-no-proposer = 第 { $number } 件“{ $title }”没有记下是谁提出的，没有登记。请用 --proposer 写明提出人。

# 命令行帮助。

cli-help-topics = 列出议题，导入、导出或从以往会议收集议题
cli-help-topic = 查看一件议题的全部情况
cli-help-arg-enter-session = 会议，或社区（录入台账，如“/登记 …”）
cli-help-arg-topics-community = 社区；不写则为全部
cli-help-arg-topics-state = 只看这一状态，如“待审定”；“在办”为未了的全部
cli-help-arg-topics-class = 只看这一类别，如“邻里纠纷”
cli-help-arg-topics-level = 只看这一级别，如“街道”
cli-help-arg-topics-search = 只看含有这些词的
cli-help-arg-topics-import = 导入 CSV 表，有一行不对就全都不导入
cli-help-arg-topics-gather = 列出以往会议留下的事项；写“all”或序号则登记为议题
cli-help-arg-topics-proposer = 没有记下提出人的，由此人提出
cli-help-arg-topic-id = 议题：社区/编号，如 jinyuan/17
