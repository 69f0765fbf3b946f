# 会场大屏：给会场里的人看的画面，以及 yishi screen 的帮助。

room-item = 第 { $place }/{ $count } 项
room-item-time = 已用 { $spent } 分，计划 { $planned } 分
room-item-time-unplanned = 已用 { $spent } 分
room-item-over = 超过计划 { $minutes } 分
room-floor = 正在发言
room-floor-left = 还剩 { $time }
room-floor-over = 已超时 { $time }
room-floor-spoken = 已发言 { $time }
room-floor-limit = 每次发言 { $time }
room-next = 下一位
room-queue-nobody = 无人举手等候
room-queue = 还有 { $count } 人等候
room-resolution = 正在商定 { $number }
room-resolution-counted = 已表决 { $number }
room-question = 举手表决：{ $question }
room-paused = 会议暂停，所有计时已停止

room-waiting = 会议还没有开始
room-waiting-hint = 请先签到就座，等候主持人宣布开会
room-date = 时间
room-place = 地点
room-facilitator = 主持
room-signed-in = 已签到 { $count } 人
room-agenda = 议程
room-agenda-planned = 议程（计划共 { $minutes } 分钟）
room-agenda-none = 还没有列出议程
room-minutes = { $minutes } 分钟

room-between = 没有正在进行的议程项
room-between-next = 接下来：第 { $place } 项，{ $title }
room-between-done = 议程已全部进行完，等候主持人宣布散会

room-closed = 会议已结束
room-closed-at = { $time } 散会
room-resolutions = 决议 { $count } 项
room-actions = 行动 { $count } 项
room-resolutions-none = 没有形成决议
room-actions-none = 没有议定行动
room-owner-none = 承办方未定
room-more-above = 上面还有 { $count } 项，按 { $page_up } 查看
room-more-below = 下面还有 { $count } 项，按 { $page_down } 查看

room-starts-in = { $time }（还有 { $minutes } 分钟）
room-read = 宣读 { $number }（第 { $place }/{ $count } 项）
room-read-so-far = 已确认 { $confirmed }/{ $count } 项
room-read-vote = 表决
room-read-owner = 承办
room-read-due = 期限
room-read-test = 验收
room-read-hint = 以上内容将写入会议记录，有不同意见请现在提出
room-read-done = 宣读完毕，商定的内容已全部确认
room-read-done-hint = 等候主持人宣布散会
room-font-unusable = 字体用不了：{ $font }

room-lost = 读不到会议记录，内容停留在 { $time }，正在不断重试。{ $why }
room-partial = 会议记录只能读出一部分。{ $why }
room-no-terminal = 会场大屏要在终端里运行。请打开终端窗口再试；只看记录，请用 yishi show。

cli-help-screen = 打开会场大屏：给会场里的人看的画面
cli-help-arg-screen-session = 会议；不写则为正在进行的会议，没有则为最近一场
