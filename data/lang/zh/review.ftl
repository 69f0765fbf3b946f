# 回看一次会议：各页上的字。

review-time-line-title = { $title } 时间线
review-opinions-title = { $title } 意见
review-actions-title = { $title } 行动

## 时间线

review-spoken = 发言 { $turns } 次，共 { $length }。
review-legend = 横条：从本项开始画到结束，占本项的哪一段；百分数：占本项发言时间的多少；+：超出限时多少。
review-before = 开会以前
review-between = 各项议程之外
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

review-opinions-sum =
    意见 { $count } 条{ $open ->
        [0] ，提问都已答复
       *[other] ，其中提问待答复 { $open } 条
    }{ $withdrawn ->
        [0] 。
       *[other] ；另有撤回 { $withdrawn } 条。
    }
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

## 画面

review-hint-back = 返回
review-hint-clear = 清空
review-row = { $row }/{ $count } 行{" "}
review-find = 查找 >
review-hit = 第 { $at }/{ $count } 处
review-hits = 共 { $count } 处
review-not-found = 没有找到
review-elsewhere = 本页没有，别页有：{ $pages }
review-on-page = { $key } { $page } { $count } 处
review-nothing-to-find = 还没有打要找的字。直接打字就会查找，姓名可打拼音或首字母。
review-from-top = 已到末尾，从头找起。
review-from-end = 已到开头，从末尾找起。
review-about-row = 第 { $number } 条  { $time }  { $name } 记  按 { $key } 从这里重放
review-count = 共 { $count } 条记录
review-in-part = { $why }能读懂的只有前 { $count } 条，下面是这一部分。
review-live = 会议还没有散，新的记录会自己补进来。
review-help-title = 回看
review-help-find = 直接打字就在本页查找，Enter 到下一处，Esc 清空。找到的行前面标 *，找到的字下面有横线。
review-help-names = 姓名可打拼音或首字母（两个字母以上）。几个词用空格隔开，要都在同一行。
review-help-replay = 没打字时按 Enter，从光标所在的那一条开始重放。换页时，光标会跟到那一页的同一条。

## 写成文件

review-minutes-are-text = 纪要只能写成文字（.md）。请把文件名的结尾改成 .md。
review-file-endings = 文件名的结尾请写 .csv（Excel、WPS 都能打开），也可以写 .md 或 .txt。
review-file-minutes = 纪要
review-file-time-line = 时间线
review-file-opinions = 意见
review-file-actions = 行动

## 重放

replay-line = 第 { $number }/{ $last } 条  { $time }  { $name } 记
replay-undone = [后来撤销了]
replay-runs = 播放中，{ $speed } 倍
replay-stands = 停，{ $speed } 倍
replay-help-title = 重放
replay-help-steps = 画面是写下这一条时的样子，时钟也是当时的。后来撤销的也照样一条条放。
replay-help-pages = { $page_up }、{ $page_down } 到上一项、下一项议程开始的地方。
replay-help-play = 播放时，两条之间相隔再久，也最多按会上的一分钟算。

## 命令

review-no-terminal = 回看要在终端里运行。要文字的话，请用 yishi show { $session }（时间线）或 yishi minutes { $session }（纪要）。
review-none-closed = 还没有开完的会议。要看某一次会议，请写上它的名字：yishi review 会议
review-no-such-line = 没有第 { $at } 条，最后一条是第 { $last } 条。
cli-help-review = 回看一次会议：纪要、时间线、意见、行动、重放
cli-help-arg-review-session = 会议；不写就是最近开完的那次
cli-help-arg-review-at = 从第几条记录看起
cli-help-arg-review-replay = 直接开始重放

## 会议台只能看的时候

read-agreed-none = 还没有决议和行动。
read-opinions-none = 本项还没有意见。
read-agenda-empty = 还没有议程
read-nobody-here = 还没有人签到
read-between-next = 接下来：{ $title }
read-between-done = 议程已全部进行完
