# 为什么没有照办，接下来可以怎么做。

## 会议

refusal-not-opened = 会议还没有开始。签到请输入“/签到 姓名”，开会请输入“/开会”。
refusal-already-open = 会议已经开始，无须再次开会。要休息可输入“/暂停”，要结束可输入“/散会”。
refusal-already-open-paused = 会议已经开始，只是正在暂停。请输入“/继续”接着开。
refusal-closed = 会议已经散会，现在只能更正记录、答复提问、了结搁置事项或添加备注。如果是误按散会，请马上输入“/撤销”。
refusal-paused = 会议正在暂停，计时已停。请先输入“/继续”。
refusal-not-paused = 会议没有暂停，无须继续。要休息可输入“/暂停”。
refusal-time-runs-back = 所填时间 { $given } 早于上一条记录的 { $latest }。请填不早于它的时间；如果没有填时间，请检查电脑的时钟。

## 议程

refusal-item-still-open = 第 { $place } 项“{ $title }”还没有结束，一次只议一项。请先输入“/结束”并写明结果，如“/结束 达成一致”“/结束 结转”。
refusal-no-item-open = 现在没有正在议的议程项。请输入“/开始”，进入第 { $place } 项“{ $title }”。
refusal-no-item-open-none-left = 现在没有正在议的议程项，议程也已全部议完。可输入“/议题 名称”增加一项，再输入“/开始”。
refusal-no-item-left = 议程各项都已议完。可输入“/散会”结束会议，或用“/议题 名称”增加一项。
refusal-no-such-item =
    { $count ->
        [0] 议程还是空的，没有第 { $number } 项。请先用“/议题 名称”增加一项。
       *[other] 议程上没有第 { $number } 项，一共 { $count } 项。请按议程上的序号输入，从 1 到 { $count }。
    }
refusal-item-closed = 第 { $place } 项“{ $title }”已经结束（{ $outcome }），不能再次开始。如需再议，请用“/议题 名称”另加一项。
refusal-item-not-waiting = 第 { $place } 项“{ $title }”已经开始或结束，不能再移动。只有待议的议程项可以调整先后。
refusal-no-such-place = 议程一共 { $count } 项，没有这个位置。请填 1 到 { $count } 之间的序号。
refusal-agenda-full = 议程已满，最多 { $count } 项。请把相近的议题归并成一项。
refusal-minutes = 计划 { $minutes } 分钟不在可填的范围内。请填 1 到 { $most } 之间的分钟数。

## 人员与发言

refusal-no-such-person = 签到表上没有 { $number } 号人员。请先输入“/签到 姓名”。
refusal-already-here = { $name } 已经签到，无须重复。如果是另一位同名的，请把姓名写得有区别，如“{ $name }甲”。
refusal-not-here = { $name } 不在会场。如果已经回来，请输入“/签到 { $name }”。
refusal-not-here-since = { $name } 已于 { $time } 离场。如果已经回来，请输入“/签到 { $name }”。
refusal-hand-already-up =
    { $place ->
        [1] { $name } 已经举手，排在第一位。输入“/下一位”即可请其发言。
       *[other] { $name } 已经举手，排在第 { $place } 位。要取消请输入“/放下 { $name }”。
    }
refusal-hand-not-up = { $name } 没有举手。要排队请输入“/举手 { $name }”，直接请其发言用“/发言 { $name }”。
refusal-has-the-floor = { $name } 正在发言。说完后请输入“/说完”。
refusal-floor-is-free = 现在没有人在发言。可输入“/下一位”，或用“/发言 姓名”请人发言。
refusal-nobody-waiting = 现在没有人举手。可输入“/举手 姓名”，或直接“/发言 姓名”请人发言。
refusal-whose-opinion = 现在没有人在发言，不知道这话是谁说的。请在前面写上姓名和冒号，如“王小明：同意”，或先用“/发言 姓名”请人发言。

## 意见

refusal-no-such-opinion =
    { $count ->
        [0] 还没有记下任何意见，没有 { $number } 号意见。
       *[other] 没有 { $number } 号意见，现在记到 { $count } 号。请核对号码后重新输入。
    }
refusal-opinion-withdrawn = { $number } 号意见（{ $name }）已经撤回，不能再改动、同意或答复。如仍要提出，请重新记一条。
refusal-own-opinion = { $number } 号意见本来就是 { $name } 提出的，无须再表示同意。请写其他同意者的姓名。
refusal-already-endorsed = { $name } 已经同意过 { $number } 号意见，只记一次。
refusal-not-a-question = { $number } 号意见（{ $name }）不是提问，无须答复。如果确是提问，请先用“/改”更正；要补充说明可用“/备注”。

## 决议与表决

refusal-no-such-resolution =
    { $count ->
        [0] 还没有决议，没有 { $number }。请先用“/决议 内容”写下一条。
        [1] 没有决议 { $number }，现在只有 R1。请核对后重新输入。
       *[other] 没有决议 { $number }，现在有 R1 到 R{ $count }。请核对后重新输入。
    }
refusal-resolution-withdrawn = 决议 { $number } 已经撤回，不能再改动或表决。请用“/决议 内容”另拟一条。
refusal-resolution-elsewhere = 决议 { $number } 属于第 { $place } 项“{ $title }”，不是现在议的这一项。请只就本项的决议表决。
refusal-nothing-agreed = 本项还没有决议，不能记为达成一致。请先用“/决议 内容”写下商定的意见，或改用“/结束 未达成”“/结束 结转”。
refusal-voted-down = 决议 { $number } 表决没有通过，本项不能记为达成一致。可修改后重新表决，或用“/撤回 { $number }”撤回，或改用“/结束 未达成”。
refusal-voted-down-count = 决议 { $number } 表决没有通过（{ $count }），本项不能记为达成一致。可修改后重新表决，或用“/撤回 { $number }”撤回，或改用“/结束 未达成”。
refusal-threshold-locked = 本项已经表决过，规则锁定为“{ $threshold }”。请在本项结束后再用“/规则”更改。
refusal-too-many-hands = 共数到 { $counted } 票，超过在场有表决权的 { $present } 人。请重新清点；如有人没有签到，先输入“/签到 姓名”。
refusal-no-hands = 三个票数都是零，不能计票。请按赞成、反对、弃权的顺序填写，如“/表决 举手 18 3 2”。
refusal-nothing-to-vote-on = 本项还没有可以表决的决议。请先用“/决议 内容”写下要表决的意见。

## 行动与搁置

refusal-no-such-action =
    { $count ->
        [0] 还没有商定行动，没有 { $number }。请用“/行动 内容 @承办方 #期限”记下一项。
        [1] 没有行动 { $number }，现在只有 A1。请核对后重新输入。
       *[other] 没有行动 { $number }，现在有 A1 到 A{ $count }。请核对后重新输入。
    }
refusal-action-dropped = 行动 { $number } 已经取消（{ $why }），不能再改动。如仍要办理，请用“/行动”另记一项。
refusal-due-in-the-past = 期限 { $due } 早于会议日期 { $on }。请改填之后的日期，如“#两周内”“#12-05”。
refusal-no-such-parked =
    { $count ->
        [0] 还没有搁置事项，没有 { $number }。请用“/搁置 内容”记下一件。
        [1] 没有搁置事项 { $number }，现在只有 P1。请核对后重新输入。
       *[other] 没有搁置事项 { $number }，现在有 P1 到 P{ $count }。请核对后重新输入。
    }
refusal-already-settled = 搁置事项 { $number } 已经了结：{ $how }。无须再次了结；如有补充可用“/备注”。

## 未了事项

refusal-item-hindered = 本项还不能以“{ $outcome }”结束：{ $matters }。请先补齐；如果确定照此结束，请输入“/结束 { $typed } 照结”。
refusal-meeting-hindered = 还有未了事项：{ $matters }。请先处理；如果确定会后再跟进，请输入“/散会 留待跟进”。
outcome-typed-agreed = 达成一致
outcome-typed-not-agreed = 未达成
outcome-typed-carried = 结转
outcome-typed-noted = 已通报

## 其他

refusal-nothing-to-undo = 没有可以撤销的记录。
refusal-nothing-to-redo = 没有可以重做的记录。撤销之后又记了新内容，就不能再重做。
refusal-no-words = 没有写内容。请补上姓名或文字后再按回车。
refusal-too-long = 内容有 { $given } 字，超过上限 { $most } 字。请只记要点，或分成几条。
refusal-no-change = 与现在的记录相同，没有改动。无须再次输入。
