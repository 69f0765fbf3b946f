# 各种文书：时间线、会议纪要、任务清单。

## 通用

report-field = { $label }：{ $value }
report-missing = 未定
report-not-recorded = 未填写
report-yes = 是
report-no = 否
report-day = { $year } 年 { $month } 月 { $day } 日
report-community = 社区
report-date = 日期
report-time = 时间
report-place = 地点
report-facilitator = 主持人
report-recorder = 记录人
report-state = 状态
report-role = 身份
report-count = 人数
report-name = 姓名
report-names = 姓名
report-outcome = 结果
report-time-spent = 用时
report-turns = 发言次数
report-length = 发言时长
report-opinions = 意见条数

## 时间线

timeline-title = { $title } 会议记录
timeline-day = -- { $date } --
timeline-undone = （已撤销）{ $text }
timeline-turn = 用时 { $length }
timeline-turn-of = { $name } 发言用时 { $length }

## 会议纪要

minutes-title = { $title }纪要
minutes-prepared = 会议尚未召开，以下只是准备情况。
minutes-running = 会议正在进行，以下内容截至 { $time }，不是定稿。
minutes-paused = 会议正在休会，以下内容截至 { $time }，不是定稿。
minutes-time-none = 尚未召开
minutes-time-planned = 尚未召开，计划 { $length }
minutes-time-open = { $opened } 开会，已用 { $length }
minutes-time-closed = { $opened } 至 { $closed }，议事 { $length }
minutes-attendance = 到会人员
minutes-nobody = 尚无人签到。
minutes-present = 出席 { $present } 人，列席 { $nonvoting } 人，旁听 { $observers } 人。
minutes-came = { $time } 到会
minutes-went = { $time } 离场
minutes-agenda = 议事情况
minutes-no-items = 没有列入议程的事项。
minutes-item = { $place }. { $title }
minutes-planned = 计划 { $length }
minutes-unplanned = 未定时长
minutes-not-begun = 未议
minutes-result = 协商结果
minutes-stance = { $stance }（{ $count } 条）
minutes-no-stance = 其他意见
minutes-opinion = （{ $number }）{ $name }：{ $text }
minutes-endorsed = { $count } 人同意：{ $names }
minutes-answer = 答复：{ $text }
minutes-no-answer = 待答复
minutes-withdrawn = 本人撤回、不再列出的意见：{ $numbers } 号。
minutes-reserved = 保留意见
minutes-against = 仍持反对意见
minutes-unanswered = 待答复的提问
minutes-resolution = 协商意见 { $number }：{ $text }
minutes-draft = 拟议意见 { $number }（本项未以达成一致结束）：{ $text }
minutes-counted = 举手表决（协商意见，不是法定表决）：{ $count }。规则：{ $rule }。计票：{ $counter }。
minutes-not-counted = 未举手计票（协商意见，不是法定表决）。
minutes-earlier-count = 协商意见 { $number } 此前的计票，已不作数：{ $count }
minutes-count-on = 就“{ $text }”：{ $count }
minutes-item-action = 行动 { $number }：{ $text }
minutes-no-actions = 没有商定行动。
minutes-source = 来源意见（提出人）
minutes-tally = 办结 { $done }/{ $total }。
minutes-news = { $date }：{ $text }
minutes-parked = 搁置事项
minutes-parked-entry = { $number }：{ $text }——{ $state }
minutes-brought-up = { $name } 提出
minutes-settled = 已了结：{ $how }
minutes-not-settled = 未了结
minutes-notes = 备注
minutes-note = { $time } { $text }
minutes-left = 散会时留待跟进
minutes-open = 尚未了结
minutes-since = 会后已了结
minutes-statistics = 发言情况
minutes-spoke = 到会 { $people } 人，{ $spoke } 人发表意见；发言 { $turns } 次，共 { $length }；记录意见 { $opinions } 条。
minutes-not-timed = 未计时
minutes-speaking = { $name } 正在发言，未计入。
minutes-origin = 本纪要由会议记录“{ $session }”（共 { $count } 条）生成。
minutes-fingerprint = 记录指纹：{ $hash }

## 任务清单

actions-title = 任务清单
actions-id = 编号
actions-community = 社区
actions-meeting = 会议
actions-meeting-date = 会议日期
actions-number = 序号
actions-what = 行动
actions-owner = 主办
actions-due = 期限
actions-test = 验收标准
actions-item = 议题
actions-opinions = 来源意见
actions-proposers = 提出人
actions-state = 办理情况
actions-overdue = 是否逾期
actions-lacks = 尚缺
actions-reported = 最近反馈日期
actions-note = 最近反馈
actions-test-line = 验收：{ $text }
actions-no-test-line = 验收：未定
actions-why-line = 取消原因：{ $text }
actions-note-line = { $date } 反馈：{ $text }
actions-none = 没有行动。
actions-tally = 办结 { $done }/{ $total }，逾期 { $overdue }
