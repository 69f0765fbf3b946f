# 会议里各种事物的叫法：身份、立场、结果、状态，下一步，未了事项，时间线。

## 连接与括号

list-comma = 、
list-or = 、
list-clause = ，
text-bracketed = { $text }（{ $inner }）

## 时长

duration-hours = { $hours } 小时 { $minutes } 分
duration-minutes = { $minutes } 分 { $seconds } 秒
duration-whole-minutes = { $minutes } 分钟
duration-seconds = { $seconds } 秒

## 身份

role-resident = 居民
role-representative = 居民代表
role-cppcc = 政协委员
role-delegate = 党代表
role-deputy = 人大代表
role-committee = 居委会
role-owners = 业委会
role-property = 物业
role-grid = 网格员
role-government = 政府部门
role-expert = 专家
role-nonvoting = 列席
role-observer = 旁听

## 立场

stance-support = 赞成
stance-oppose = 反对
stance-question = 提问
stance-concern = 顾虑
stance-suggestion = 建议
stance-supplement = 补充

## 议程项

outcome-agreed = 达成一致
outcome-not-agreed = 未达成一致
outcome-carried = 结转
outcome-noted = 已通报
item-waiting = 待议
item-open = 正在议
item-named = 第 { $place } 项“{ $title }”

## 表决规则

threshold-majority-present = 在场有表决权者过半数赞成
threshold-majority-votes = 赞成多于反对，弃权不计
threshold-two-thirds = 在场有表决权者三分之二以上赞成
threshold-all = 在场有表决权者全部赞成

## 会议阶段

phase-prepared = 尚未开会
phase-running = 会议进行中
phase-paused = 会议暂停
phase-closed = 已散会

## 行动

action-open = 待办理
action-underway = 办理中
action-done = 办结
action-dropped = 已取消
action-overdue = 逾期
lack-owner = 承办方
lack-due = 办理时限
lack-test = 验收标准

## 怎样取得发言

called-in-order = 按举手先后
called-out-of-order = 主持人先请
called-directly = 无人举手，主持人请

## 下一步

next-open-meeting = 宣布开会
next-resume = 继续开会
next-open-item = 开始第 { $place } 项：{ $title }
next-call = 请 { $name } 发言
next-end-turn = 结束 { $name } 的发言
next-close-item = 结束第 { $place } 项：{ $title }
next-close-meeting = 宣布散会
next-nothing = 会议已结束
why-next =
    { $turns ->
        [0] 最先举手 { $time }，本项尚未发言
       *[other] 最先举手 { $time }，本项已发言 { $turns } 次
    }

## 未了事项

matter-item = 第 { $place } 项未议：{ $title }
matter-question = { $number } 号提问待答复：{ $text }
matter-action = 行动 { $number } 缺{ $lacks }：{ $text }
matter-parked = 搁置事项 { $number } 未了结：{ $text }
matters-items = { $count } 项议程未议
matters-questions = { $count } 条提问待答复
matters-action = 行动 { $number } 缺{ $lacks }
matters-actions = { $count } 项行动要素不全
matters-parked = 搁置事项 { $number } 未了结
matters-many-parked = { $count } 件搁置事项未了结

## 时间线

event-created = 建立会议记录：{ $community }，{ $title }，{ $date }
event-taken-over = 改由设备“{ $device }”继续记录
event-opened = 开会
event-paused = 暂停，停止计时
event-resumed = 继续，恢复计时
event-closed = 散会
event-closed-leaving = 散会，留待跟进：{ $left }
event-joined = { $name } 签到
event-returned = { $name } 回到会场
event-left = { $name } 离场
event-person-corrected = 更正 { $name } 的签到
event-item-added = 议程增加第 { $place } 项：{ $title }
event-item-changed = 第 { $place } 项改为：{ $title }
event-item-moved = “{ $title }”移到议程第 { $place } 位
event-item-opened = 开始第 { $place } 项：{ $title }
event-item-closed = 结束第 { $place } 项“{ $title }”：{ $outcome }
event-item-closed-despite = { $closed }；照结，未了：{ $left }
event-hand-raised = { $name } 举手
event-hand-lowered = { $name } 放下手
event-floor-given = 请 { $name } 发言
event-floor-ended = { $name } 发言完毕
event-floor-ended-unknown = 发言完毕
event-opinion = { $name } 发言（{ $number } 号意见）：{ $text }
event-opinion-stance = { $name } 发言（{ $number } 号意见，{ $stance }）：{ $text }
event-opinion-amended = 更正 { $name } 的 { $number } 号意见：{ $text }
event-opinion-amended-stance = 更正 { $name } 的 { $number } 号意见（{ $stance }）：{ $text }
event-opinion-withdrawn = { $name } 撤回 { $number } 号意见
event-endorsed = { $name } 同意 { $number } 号意见（{ $author }）
event-answered = 答复 { $author } 的 { $number } 号提问：{ $text }
event-resolution = 拟出决议 { $number }：{ $text }
event-resolution-amended = 决议 { $number } 改为：{ $text }
event-resolution-withdrawn = 撤回决议 { $number }：{ $text }
event-threshold = 表决规则定为：{ $threshold }
event-vote-on = 就{ $question }举手表决：{ $count }
event-vote-resolution = 决议 { $number }{ " " }
event-vote-question = “{ $text }”
event-action = 商定行动 { $number }：{ $text }
event-action-amended = 更正行动 { $number }：{ $text }
event-action-dropped = 取消行动 { $number }：{ $text }（原因：{ $why }）
event-parked = 搁置 { $number }：{ $text }
event-parked-by = 搁置 { $number }（{ $name } 提出）：{ $text }
event-settled = 了结搁置事项 { $number }：{ $how }
event-noted = 备注：{ $text }
event-reverted = 撤销第 { $number } 条记录
event-reinstated = 恢复第 { $number } 条记录

## 计票

vote-count = 赞成 { $favour }、反对 { $against }、弃权 { $abstain }；在场有表决权 { $present } 人，需 { $needed } 票；{ $result }
vote-carried = 通过
vote-failed = 未通过
