## 议定：方式、计数与宣布

method-consensus = 共识
method-hands = 举手
method-ballot = 无记名投票
method-fists = 五指
method-gradients = 同意程度
method-consent = 默许
method-statutory = 法定表决
body-residents = 居民会议，应到 { $eligible } 人
body-villagers = 村民会议，应到十八周岁以上村民 { $eligible } 人
body-households = 村民会议（户代表），应到 { $eligible } 户
body-representatives = 村民代表会议，应到 { $eligible } 人
body-owners = 业主大会，一般事项，共 { $eligible } 户、{ $area } 平方米
body-owners-major = 业主大会，重大事项，共 { $eligible } 户、{ $area } 平方米
kind-consultation = 征求协商意见，{ $method }
kind-statutory = 进行法定表决，{ $method }
rule-consensus = 询问后无人提出异议
rule-consent = 所提异议均已化解
rule-fists = 无人低于三指，且到会过半数亮指；三指以下者说明理由后再行一轮
rule-gradients = 无人严重不同意或否决，且支持者（含有保留地支持）过到会半数
rule-half = 应到过半数出席，到会过半数赞成
rule-two-thirds = 应到三分之二以上出席，到会过半数赞成
rule-owners = 专有部分面积和人数均三分之二以上参与，参与者面积和人数均过半数同意
rule-owners-major = 专有部分面积和人数均三分之二以上参与，参与者面积和人数均四分之三以上同意
vote-no-quorum = 未达法定人数，表决无效
count-foreseen = 按此计票：{ $result }。{ $count }
count-round = 第 { $round } 轮：{ $count }
count-statutory = 赞成 { $favour }、反对 { $against }、弃权 { $abstain }；应到 { $eligible }，法定人数 { $quorum }，实到 { $present }，需 { $needed } 票；{ $result }
count-ballot = 赞成 { $favour }、反对 { $against }、弃权 { $abstain }、废票 { $invalid }；在场有表决权 { $present } 人，需 { $needed } 票；{ $result }
count-fists = 五指 { $five }、四指 { $four }、三指 { $three }、两指 { $two }、一指 { $one }、拳头 { $zero }；低于三指 { $against } 人，三指以上 { $favour }/{ $present } 人，需 { $needed } 人；{ $result }
count-gradients = 完全赞同 { $whole }、赞同但有小异议 { $minor }、有保留地支持 { $reserved }、弃权 { $abstained }、还需讨论 { $more }、不喜欢但不阻拦 { $dislike }、严重不同意 { $serious }、否决 { $veto }；支持 { $favour }/{ $present } 人，需 { $needed } 人；{ $result }
count-objections =
    { $standing ->
        [0] 在场有表决权 { $present } 人，无人异议；{ $result }
       *[other] 在场有表决权 { $present } 人，还有 { $standing } 条异议；{ $result }
    }
count-heads = 赞成 { $favour }、反对 { $against }、弃权 { $abstain }，参与 { $taking }/{ $all } 户，至少 { $quorum } 户，需 { $needed } 户赞成
count-areas = 赞成 { $favour }、反对 { $against }、弃权 { $abstain }，参与 { $taking }/{ $all } 平方米，至少 { $quorum }，需 { $needed } 赞成
count-owners = 户数：{ $heads }；面积：{ $areas }；{ $result }
objection = 异议 { $number } { $name }：{ $text }
objection-resolved = 已化解：{ $how }
objection-stands = 未化解
objection-on-record = 记录在案
event-method = 就{ $question }{ $kind }；通过标准：{ $rule }
event-method-item = 本项的表决事项
event-counted = 就{ $question }{ $kind }：{ $count }
event-objection-resolved = 化解异议 { $number }：{ $how }
event-announced = 宣布结果：{ $question }{ $result }
next-announce = 宣布结果：{ $result }
minutes-counted-by = { $kind }（不是法定表决）：{ $count }。规则：{ $rule }。计票：{ $counter }。
minutes-statutory = 法定表决（不是协商意见），{ $method }：{ $count }。规则：{ $rule }。计票：{ $counter }。
minutes-statutory-resolution = 法定表决决定 { $number }：{ $text }
resolution-short = { $result }（{ $method }）
room-counting = 正在计票
vote-line-figures = 表决 { $question }：{ $count }
agreed-method = { $kind }；{ $rule }
agreed-not-announced = 尚未宣布

## 拒绝的原因

refusal-method-locked = 已经按“{ $method }”计过票，方式不能再改。如确属误选，请先撤销该次计票。
refusal-other-method = 现定的方式是“{ $method }”，不能这样登记。请输入“{ $typed }”，或在计票前用“/方式”另选。
refusal-no-eligible = 法定表决须先写明应到人数，业主大会还须写明总面积。例：“/方式 居民会议 应到 320”“/方式 业主大会 重大 户数 400 面积 38000”。
refusal-present-beyond-eligible = 实到 { $present } 超过应到 { $eligible }。请核对后重新输入。
refusal-too-much-area = 所计面积 { $counted } 平方米超过总面积 { $all } 平方米。请核对后重新输入。
refusal-objections-stand = 还有异议没有化解：{ $list }。请用“/化解 编号 办法”化解，或输入“/共识 有异议”。
refusal-no-objection = 还没有记下异议。请先用“/异议 姓名：理由”记下，再输入“/共识 有异议”。
refusal-no-such-objection =
    { $count ->
        [0] 还没有异议，没有 { $number }。请用“/异议 姓名：理由”记下一条。
       *[other] 没有异议 { $number }，现在有 O1 到 O{ $count }。请核对后重新输入。
    }
refusal-objection-resolved = 异议 { $number } 已经化解，不必再化解。
refusal-nothing-to-announce = 没有等待宣布的计票结果。请先用“/表决”登记票数。

## 用法

usage-method = 方式 [过半、三分之二等] [R1] | 计票前选定议定方式
usage-consensus = 无异议 或 有异议 | 登记询问异议的结果
usage-fists = 六个数，从拳头到五指 | 登记五指表决
usage-gradients = 八个数，从完全赞同到否决 | 登记同意程度
usage-object = 姓名：理由 | 记下一条异议
usage-resolved = O1 办法 | 记下异议如何化解
usage-announce = | 向会场宣布计票结果
misread-not-a-method = 方式请选：共识、举手、投票、五指、程度、默许、居民会议、村民会议、户代表会议、村民代表会议或业主大会。（现写的是“{ $text }”）
misread-not-a-count = 数字不对：五指要六个数（拳头、一指到五指的人数），程度要八个数，户数和面积各写赞成、反对、弃权。（现写的是“{ $text }”）
typed-consensus = /共识 无异议
typed-hands = /表决 举手 18 3 2
typed-ballot = /表决 18 3 2 废票 1
typed-fists = /五指 0 1 2 5 8 4
typed-gradients = /程度 3 5 4 2 1 0 0 0
typed-owners = /表决 户 赞成280 反对20 弃权5 面积 赞成25000 反对1800 弃权300
typed-statutory = /表决 赞成150 反对20 弃权5 实到 180
