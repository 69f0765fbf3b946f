### 发言规则、排队和主持

## 为什么是下一位

why-point-of-order = 程序问题优先
why-reply = 回应优先
why-placed = 主持人排定
why-not-yet-on-item = 本项尚未发言，先于已发言的{ $name }
why-not-yet-in-meeting = 本次会议尚未发言，先于{ $name }
why-less-time = 比{ $name }少说 { $time }
why-least-time = 说得最少
why-other-position-support = 正反交替，上一位赞成
why-other-position-oppose = 正反交替，上一位反对
why-balance = { $role }本项发言较少
why-opposition = 与{ $name }同时举手，反对者先
why-in-queue =
    { $turns ->
        [0] { $time } 举手，本项尚未发言
       *[other] { $time } 举手，本项已发言 { $turns } 次
    }

## 排队

queue-row = { $place }. { $name }  { $why }
queue-kind-reply = 回应
queue-kind-point-of-order = 程序问题
queue-list-closed = 已截止
say-list-closed = 本项不再接受举手，“/重开”可恢复。
floor-warns = 快到时间
floor-interrupts = 程序问题，{ $name } 暂停计时
floor-kind = （{ $kind }）
floor-chair = 代主持 { $name }
next-back = 请{ $name }继续发言
room-list-closed = 本项已截止举手
room-interrupted = { $name } 的发言稍后继续

## 记录中的说法

called-past-limit = 超过规定次数
event-hand-reply = { $name } 要回应
event-hand-point-of-order = { $name } 提出程序问题
event-hand-moved = { $name } 排到第 { $place } 位
event-list-closed = 本项截止举手
event-list-reopened = 本项重新接受举手
event-floor-passed = 主持人先请，先于{ $name }
minutes-called-past = 主持人先请
event-rules = 发言规则采用“{ $name }”
event-chair-given = 由 { $name } 代主持
event-chair-taken-back = 主持人收回主持

## 规则的说法

rules-in-force = 发言规则
rules-unwritten = 先举手先发言
provenance-documented = 照原文
provenance-adapted = 有改动
provenance-own = 自定
criterion-not-yet-on-item = 本项未发言者先
criterion-not-yet-in-meeting = 本次未发言者先
criterion-least-time = 说得少者先
criterion-alternate-positions = 正反交替
criterion-balance-roles = 各方均衡
criterion-opposition-first = 同时举手反对者先
criterion-hand-order = 先举手先发言
rules-turn = 每次 { $time }
rules-no-limit = 不限时
rules-turns = 每项 { $count } 次
say-rules = 发言规则：{ $name }（{ $provenance }）：{ $what }。
say-rules-source = 出处：{ $source }

## 不能这样做

refusal-list-is-closed = 本项已截止举手。要重新接受请输入“/重开”；确实要请其发言，输入“/发言 { $name }”。
refusal-list-closed-already = 本项已经截止举手。要重新接受请输入“/重开”。
refusal-list-is-open = 本项正在接受举手，不用重开。要截止请输入“/截止”。
refusal-turns-used-up = { $name } 本项已发言 { $turns } 次，按规则不能再举手。确实要请其发言，输入“/发言 { $name }”，会记为超过规定次数。
refusal-no-such-queue-place = 现在排队的有 { $count } 人，请写 1 到 { $count }。
refusal-chair-must-hand-over = { $name } 正在主持，按规则发言前要先交出主持。请先输入“/代主持 姓名”。
refusal-chairs-already = { $name } 已在主持。要请别人代主持，输入“/代主持 姓名”。
refusal-chair-not-given = 主持没有交给别人，不用收回。要交出请输入“/代主持 姓名”。
refusal-rules-in-force = 现在用的就是“{ $name }”。输入“/规则”加另一个名称可更换。

## 命令

usage-close-list = | 本项不再接受举手
usage-open-list = | 重新接受举手
usage-order = 姓名 | 程序问题，优先发言
usage-reply = 姓名 | 回应，优先发言
usage-queue-to = 姓名 位次 | 排到第几位
usage-hand-over = 姓名 | 请人代主持
usage-take-back = | 主持人收回主持
misread-not-a-rule = 没有“{ $text }”这种规则。发言规则有：{ $list }；表决规则有：过半、多数、三分之二、一致。

## 规则文件

rule-file-faulty = 规则文件有误，没有采用：{ $why }
hand-number = 请写 { $from } 到 { $to } 的整数。
new-no-such-rules = 没有“{ $text }”这种发言规则。可用的有：{ $list }。
own-rules-of-community = community.ron 里写的发言规则“{ $text }”找不到。可用的有：{ $list }。

cli-help-arg-rules = 发言规则的名称，如 nantang；不写则用 community.ron 里的

prepare-rules = 发言规则
prepare-hint-rules = 写规则名称，如“南塘”，按 Tab 补全；空着就是先举手先发言。
