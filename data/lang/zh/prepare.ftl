# 会前准备与会末宣读：记录里的说法、不能照办的原因、输入行的用法、排练时的提醒。

## 会议信息

setup-starts = { $time } 开始
setup-facilitator = 主持人 { $name }
setup-recorder = 记录人 { $name }

## 时间线

event-setup-changed = 会议信息改为：{ $what }
event-person-expected = 列入应到：{ $name }
event-expectation-dropped = { $name } 不再列入应到
event-excused = { $name } 请假：{ $why }
event-item-removed = 议程删去：{ $title }
event-read-back-began = 开始宣读商定的内容
event-confirmed = 宣读 { $number }，无人提出异议：{ $text }
event-confirmed-by = 宣读 { $number }，{ $names } 确认：{ $text }

## 为什么没有照办

refusal-item-begun = 第 { $place } 项“{ $title }”已经开始或结束，不能删去。只有待议的议程项可以删去。
refusal-already-expected = { $name } 已经在应到名单上。如果是另一位同名的，请写上楼栋，如“{ $name }（5栋）”。
refusal-not-expected = { $name } 已经不在应到名单上。要重新列入请输入“/应到 { $name }”。
refusal-no-such-expected = 应到名单上没有 { $number } 号。请输入“/应到 姓名”列入。
refusal-nothing-to-read-out = 还没有决议和行动，没有要宣读的内容。
refusal-being-read-out = 已经在宣读了，接下来是 { $number }。读完请输入“/确认”，有人出面确认就写上姓名，如“/确认 王小明”。
refusal-all-confirmed = 商定的内容都已宣读确认。
refusal-already-confirmed = { $number } 已经确认过了。还有别人出面确认，请写上姓名，如“/确认 { $number } 王小明”。
refusal-not-agreed-on = 决议 { $number } 所在的议程项没有达成一致，不用宣读确认。

## 未了事项

matter-unconfirmed = { $number } 还没有宣读确认：{ $text }
matters-unconfirmed = { $count } 项未宣读确认

## 宣读时还差什么

gap-lacks = 缺{ $lack }
gap-not-voted-on = 未表决
gap-voted-down = 表决没有通过

## 输入行

usage-read-back = | 开始宣读商定的内容
usage-confirm = [R1 或 A1] [姓名] | 确认宣读的内容
usage-title = 名称 | 更改会议名称
usage-date = 日期 | 更改开会日期
usage-time = 几点 | 更改开会时间
usage-place = 地点 | 更改开会地点
usage-chair = 姓名 | 更改主持人
usage-recorder = 姓名 | 更改记录人
usage-expect = 姓名 [楼栋] [身份] | 列入应到名单，可连写多人
usage-unexpect = 姓名[：原因] | 不来了，或请假
usage-remove = 序号 | 删去一项还没开始的议程

misread-not-a-time = 看不懂时间“{ $text }”。可以写 19:00、晚上7点或下午2点半。
misread-nobody-expected = 应到名单上没有“{ $text }”。

## 新建会议

cli-not-a-time = 看不懂时间“{ $text }”。请写 19:00、晚上7点或下午2点半。
cli-help-arg-starts = 几点开会，如 19:00、晚上7点
cli-help-arg-recorder = 记录人

## 文书

minutes-time-starts = 尚未召开，计划 { $time } 开始
minutes-time-starts-planned = 尚未召开，计划 { $time } 开始，共 { $length }
minutes-expected = 应到 { $expected } 人，其中已到 { $came } 人。
minutes-expected-names = 应到
minutes-missing = 未到
minutes-absent = 缺席
minutes-excused = 请假
minutes-confirmed = { $time } 宣读，无人提出异议。
minutes-confirmed-by = { $time } 宣读，{ $names } 确认。
minutes-unconfirmed = 未宣读确认。

## 排练时的提醒

warning-nothing-planned = 还没有议程。
warning-no-start = 还没有定几点开会，看不出几点散会。
warning-ends-late = 预计 { $time } 散会，过了晚上 10 点。
warning-long = 计划共 { $length }，超过两小时。
warning-no-minutes = 有 { $count } 项没有定时长，实际散会会更晚。
warning-no-turn-fits = 第 { $place } 项“{ $title }”不够一人发言（每次 { $turn }）。

## 以前的会议留下的

left-follow-up = 跟进：{ $what }
