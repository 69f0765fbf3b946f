# 回看一次会议：各页上的字。

review-time-line-title = { $title } 时间线
review-opinions-title = { $title } 意见
review-actions-title = { $title } 行动

## 时间线

review-spoken = 发言 { $turns } 次，共 { $length }。
review-legend = 横条：从本项开始画到结束，占本项的哪一段；百分数：占本项发言时间的多少；+：超出限时多少。
review-before = 开会以前
review-between = 各项之间
review-after = 散会以后
review-item-time = { $spent }/{ $planned } 分
review-goes-on = 仍在发言，计到 { $time }
review-by-role = 各身份发言时间
review-by-person = 每人发言时间
review-role-count = { $name }（{ $count } 人）
review-turns = { $count } 次
review-not-timed = 记了意见但没有计时 { $count } 人：{ $names }
review-not-heard = 没有发言 { $count } 人：{ $names }

## 意见

review-opinions-sum = 意见 { $count } 条，其中提问待答复 { $open } 条；另有撤回 { $withdrawn } 条。
review-amended = 更正过
review-led-to = 已转为行动 { $number }：{ $text }（{ $state }）

## 行动

review-no-news = 尚无反馈。
review-entered-by = （{ $name } 登记）

## 表格的列名

review-csv-line = 条号
review-csv-seconds = 发言秒数
review-csv-share = 占本项 %
review-csv-what = 内容
review-csv-undone = 已撤销
review-csv-turn = 发言
review-csv-stance = 态度
review-csv-endorsed = 同意人数
review-csv-endorsed-by = 同意者
review-csv-answer = 答复
review-csv-actions = 转为行动
