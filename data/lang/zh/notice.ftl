# 会议通知、会议材料、签到表。

usage-papers = 材料一；材料二 | 列出会议材料；写“无”清空
usage-give-notice = [日期] | 登记会议通知已发出

event-papers = 会议材料：{ $papers }
event-papers-none = 会议材料清空
event-notice-given = 会议通知已于 { $date } 发出

refusal-too-many-papers = 列了 { $given } 份材料，通知最多列 { $most } 份。请合并后再写。
refusal-notice-ahead = { $date } 还没有到，不能登记为已发通知。发出以后再登记。
refusal-notice-after-meeting = 会议是 { $meeting }，通知不会在 { $date } 才发出。请核对日期。

notice-state-not-asked = 未发；规则没有规定期限
notice-state-ahead = 未发，最迟 { $by } 发出
notice-state-due-today = 未发，今天是最后一天
notice-state-late = 未发，已过期限（最迟 { $by }）
notice-state-given = 已于 { $on } 发出
notice-state-in-time = 已于 { $on } 发出，按时（最迟 { $by }）
notice-state-given-late = 已于 { $on } 发出，晚于期限（最迟 { $by }）
notice-state-outdated = 已于 { $on } 发出，但时间地点已改，须重新通知

prepare-papers = 会议材料
prepare-notice = 会议通知
prepare-hint-papers = 写请大家事先看的材料，几份用分号隔开；空着表示没有。
prepare-hint-notice = 通知发出以后写发出的日期，今天发的写“今天”；{ $key } 生成通知文件。
prepare-notice-stays = 通知发出的记录不能清空；登记错了请按撤销键。

## 通知正文

notice-heading = 关于召开“{ $title }”的通知
notice-to = 各位参会人员：
notice-opening = { $community }定于 { $date }召开“{ $title }”，现将有关事项通知如下。
notice-section-when = 一、会议时间
notice-section-where = 二、会议地点
notice-section-who = 三、参会人员
notice-section-agenda = 四、会议议程
notice-section-papers = 五、会议材料
notice-section-contact = 六、联系方式
notice-when = { $date } { $from } 至 { $to }（预计）
notice-when-starts = { $date } { $from } 开始
notice-when-day = { $date }，具体时间另行通知
notice-where-unset = 另行通知
notice-who-none = 另行通知
notice-who-row = { $role }：{ $names }
notice-who-facilitator = 主持人：{ $name }
notice-who-recorder = 记录人：{ $name }
notice-agenda-none = 另行通知
notice-papers-none = 无
notice-contact-none = 请与社区居委会联系
notice-column-time = 时间
notice-column-item = 议题
notice-column-minutes = 时长
notice-column-topic = 议题编号与提出人
notice-minutes = { $minutes } 分钟
notice-topic = { $case }号：{ $names }
notice-topic-alone = { $case }号
notice-please = 请安排好时间准时参加；因故不能参加的，请提前告知联系人。
notice-check = 会议通知：{ $state }

## 签到表

sign-in-heading = { $title } 签到表
sign-in-meeting = 时间：{ $time }　　地点：{ $place }
sign-in-unset = 未定
sign-in-number = 序号
sign-in-name = 姓名
sign-in-unit = 单位／楼栋
sign-in-role = 身份
sign-in-phone = 电话
sign-in-time = 签到时间
sign-in-signature = 签名
sign-in-excused = 请假
sign-in-count = 应到 { $expected } 人，其中有表决权 { $voters } 人；过半数为 { $majority } 人。
sign-in-present = 实到 ______ 人，其中有表决权 ______ 人。记录人签名：____________
sign-in-walk-ins = 空白行供未列入名单的到会人员填写。

## 命令行

cli-help-notice = 写会议通知，登记通知已经发出
cli-help-sign-in = 写签到表
cli-arg-given = 登记通知已发出；不写日期就是今天
cli-arg-phones = 电话一栏填上通讯录里的号码
notice-given-told = { $session }：{ $what }

key-notice = 写会议通知
hint-notice = 通知
key-sign-in-sheet = 写签到表
hint-sign-in-sheet = 签到表
notice-file-part = 通知
sign-in-file-part = 签到表
papers-separator = ；
