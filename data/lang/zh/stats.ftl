# 台账数字：名称、分母、命令行与画面。

## 分组

stats-group-topics = 议题
stats-group-screening = 审定
stats-group-meetings = 协商会议
stats-group-outings = 走访与宣讲
stats-group-outcome = 本期议题的办理
stats-group-results = 办理结果
stats-group-ratings = 评价与答复
stats-group-assigned = 交办台账
stats-group-calls = 吹哨报到
stats-group-actions = 会议议定的行动

## 数字

stats-topics-raised = 提出议题
stats-topics-livelihood = 民生实事与急难愁盼
stats-topics-vexing = 烦心事
stats-topics-neighbours = 邻里纠纷
stats-topics-petition = 信访诉求
stats-topics-rights = 权益保障
stats-topics-governance = 治理难事
stats-topics-unclassified = 未分类
stats-screening-accepted = 受理
stats-screening-excluded = 不予受理
stats-sessions-held = 召开会议
stats-topics-consulted = 协商议题
stats-people-person-times = 参会人次
stats-people-persons = 参会人数
stats-opinions-given = 意见条数
stats-outings-visits = 入户走访次数
stats-outings-households = 走访户次
stats-outings-briefings = 政策宣讲场次
stats-outings-reached = 宣讲人次
stats-raised-resulted = 已有结果
stats-raised-solved = 已解决
stats-disputes-settled = 化解邻里纠纷
stats-results-solved = A 已解决
stats-results-underway = B 正在解决
stats-results-planned = C 列入计划
stats-results-reference = D 留作参考
stats-results-redo = 不满意，重办中
stats-ratings-satisfied = 满意和基本满意
stats-ratings-dissatisfied = 不满意
stats-ratings-reopened = 曾因不满意重办
stats-answers-given = 已答复提议人
stats-assigned-new = 本期新交办
stats-assigned-closed = 办结（办结率）
stats-assigned-open = 未办结
stats-assigned-overdue = 逾期未办结
stats-assigned-on-time = 按期办结（按期率）
stats-assigned-late = 逾期办结
stats-assigned-no-limit = 未定时限办结
stats-assigned-dissatisfied = 不满意（不满意率）
stats-calls-out = 吹哨次数
stats-calls-answered = 有人报到的吹哨
stats-calls-reported-in = 报到人次
stats-actions-agreed = 议定行动
stats-actions-done = 已办结
stats-actions-overdue = 逾期未办结

## 占什么

stats-whole-slips = 收到的议题
stats-whole-topics = 提出的议题
stats-whole-screened = 已审定的议题
stats-whole-planned = 应召开的会议
stats-whole-on-agendas = 已上会的议题
stats-whole-person-times = 参会人次
stats-whole-disputes = 提出的邻里纠纷
stats-whole-resulted = 有结果的议题
stats-whole-rated = 已评价的议题
stats-whole-owed = 应答复的提议人
stats-whole-on-books = 在册的交办议题
stats-whole-closed = 办结的交办议题
stats-whole-assigned-rated = 已评价的交办议题
stats-whole-calls-out = 吹哨次数
stats-whole-called = 被吹哨的委员人次
stats-whole-agreed = 议定的行动

## 表格

stats-title = { $scope }台账数字
stats-period = { $from } 至 { $to }，{ $communities } 个社区
stats-unit = 承办单位：{ $unit }
stats-head-figure = 数字
stats-head-count = 分子/分母
stats-head-percent = 占比
stats-head-of = 分母是
stats-head-id = 编号
stats-head-group = 分组
stats-head-unit = 承办单位
stats-head-numerator = 分子
stats-head-denominator = 分母
stats-head-from = 起
stats-head-to = 止
stats-head-case = 案件编号
stats-head-counted = 计入分子
stats-head-in-whole = 计入分母
stats-head-title = 名称
stats-head-day = 日期
stats-head-state = 状态
stats-counts-once = 已归并的议题随所并入的议题只计一次，已撤回的不计。本期之后发生的事不计。

## 案件的状态

stats-case-outing = { $count } 户
stats-case-briefing = { $count } 人
stats-case-call = 报到 { $came }/{ $count }

## 命令行

cli-help-stats = 统计台账数字，附案件编号
cli-help-arg-stats-scope = 社区的编号或名称，或者所在地区的一级，如 云岩区、贵州省/贵阳市；不写则统计全部
cli-help-arg-stats-from = 第一天；不写则从当年 1 月 1 日算起
cli-help-arg-stats-to = 最后一天；不写则到今天
cli-help-arg-stats-format = 形式：table（表格）、csv 或 json
cli-help-arg-stats-cases = 列出每个数字背后的案件
progress-stats = 正在统计
stats-no-such-scope = 没有叫“{ $typed }”的社区或地区。社区有：{ $communities }。{ $regions ->
        [none] 各社区都没有填写所在地区。
       *[other] 地区有：{ $regions }。
    }
stats-several = “{ $typed }”不止一个社区：{ $communities }。请写编号。
stats-backwards = 第一天 { $from } 晚于最后一天 { $to }，没有可统计的日子。请把两个日期对调，或改写 --from、--to。
stats-bad-day = { $option } 后面的“{ $text }”不是日期。请写成 2026-11-23、11 月 23 日或“昨天”。
stats-everywhere = 全部社区

## 画面

key-figures = 看台账数字
key-by-month = 按月统计
key-by-quarter = 按季度统计
key-by-year = 按年统计
key-period-before = 上一个月、季度或年
key-period-after = 下一个月、季度或年
key-next-scope = 下一个范围：全部、各地区、各社区
key-previous-scope = 上一个范围
key-choose-scope = 选择统计范围
hint-figures = 台账
hint-by-month = 月
hint-by-quarter = 季
hint-by-year = 年
hint-period-before = 上一期
hint-period-after = 下一期
hint-next-scope = 换范围
hint-previous-scope = 上一个范围
hint-choose-scope = 选范围
place-stats = 台账数字
stats-screen = 台账数字
stats-place = 范围 { $at }/{ $count }
stats-span-month = { $year } 年 { $month } 月
stats-span-quarter = { $year } 年第 { $quarter } 季度
stats-span-year = { $year } 年
stats-days = { $from } 至 { $to }
stats-counting = 正在统计……
stats-future = 这一期还没有开始。
stats-about = { $figure }：{ $count }，分母是{ $whole }。{ $key } 看背后的案件。
stats-about-count = { $figure }：{ $count }。{ $key } 看背后的案件。
stats-about-case = { $case }：计入分子 { $counted }，计入分母 { $of }。
stats-about-case-count = { $case }：计入 { $counted }。
stats-nothing-behind = 这个数字背后没有案件。
stats-hint-open = 打开
stats-hint-behind = 看案件
stats-hint-back = 返回
stats-file = 台账数字
stats-file-cases = 案件
stats-file-endings = 文件名的结尾请写 .csv（Excel、WPS 都能打开），也可以写 .txt 或 .json。
stats-help-title = 台账数字怎么看
stats-help-fraction = 每个数字都写明分子和分母；条形表示分子占分母的多少，没有分母的数字没有条形。
stats-help-once = 已归并的议题随所并入的议题只计一次，已撤回的不计；本期之后发生的事不计。
stats-help-behind = 在数字上按 { $key }，列出背后每一个案件；在会议或行动上再按 { $key }，回看那次会议；在议题上按 { $key }，打开那个社区的议题板。
stats-help-doc = 每个数字的定义见 docs/figures.zh.md。
stats-scopes-title = 统计范围
