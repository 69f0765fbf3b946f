# 逐行形式（--plain）：不用屏幕排版，一行一行地问答；以及 /现在、/排队、/意见、/商定 的回答。

## 输入行

usage-where = | 现在到哪一步了
usage-queue = | 谁在举手排队
usage-opinions = | 本项有哪些意见
usage-decided = | 商定了哪些内容

## 回答

say-meeting = { $community }，{ $title }，{ $phase }。现在 { $now }，已开 { $spent } 分钟，计划 { $planned } 分钟，预计 { $end } 散会。
say-meeting-unplanned = { $community }，{ $title }，{ $phase }。现在 { $now }，已开 { $spent } 分钟。
say-meeting-prepared = { $community }，{ $title }，{ $phase }。定于 { $day }，议程 { $items } 项，计划 { $planned } 分钟，已签到 { $people } 人。
say-meeting-closed = { $community }，{ $title }，{ $phase }。{ $end } 散会，共开 { $spent } 分钟。
say-item = 第 { $place }/{ $count } 项，{ $title }，已用 { $spent } 分钟，计划 { $planned } 分钟。
say-item-unplanned = 第 { $place }/{ $count } 项，{ $title }，已用 { $spent } 分钟。
say-item-over = 第 { $place }/{ $count } 项，{ $title }，已用 { $spent } 分钟，超过计划 { $over } 分钟。
say-no-item = 没有正在进行的议程项。
say-floor = { $name }正在发言，已说 { $spent }，还剩 { $left }。
say-floor-over = { $name }正在发言，已说 { $spent }，超时 { $over }。
say-floor-unlimited = { $name }正在发言，已说 { $spent }。
say-floor-free = 现在无人发言。
say-next =
    { $others ->
        [0] 下一位{ $name }：{ $why }。
       *[other] 下一位{ $name }：{ $why }。另有 { $others } 人举手。
    }
say-next-nobody = 无人举手。
say-step = 下一步：{ $what }。
say-hinders = 结束本项还差：{ $what }。
say-saved = 全部已保存。
say-saving = 正在保存 { $count } 条。
say-unsaved = 有 { $count } 条还没有保存。
say-queue = 举手的有 { $count } 人，按先后是：
say-hand = { $place }. { $name }，{ $time } 举手，{ $turns ->
        [0] 本项尚未发言
       *[other] 本项已发言 { $turns } 次
    }
say-hand-stance = { $place }. { $name }，{ $stance }，{ $time } 举手，{ $turns ->
        [0] 本项尚未发言
       *[other] 本项已发言 { $turns } 次
    }
say-opinions-none = 本项还没有意见。
say-opinions =
    { $open ->
        [0] 本项意见 { $count } 条：
       *[other] 本项意见 { $count } 条，{ $open } 条待答复：
    }
say-opinion = { $number } 号，{ $name }：{ $text }
say-opinion-stance = { $number } 号，{ $name }，{ $stance }：{ $text }
say-and = { $line }；{ $more }
say-endorsed = { $count } 人同意（{ $names }）
say-agreed-none = 还没有决议和行动。
say-agreed = 决议 { $resolutions } 项，行动 { $actions } 项：
say-resolution = { $number } { $text }（{ $how }）
say-owner = 承办 { $name }
say-due = 期限 { $day }
say-test = 验收 { $text }

## 逐行问答

plain-how = 输入一行，记一条；空行告诉下一步；/现在 说到哪一步了，/帮助 列出全部命令，/退出 离开。
plain-over = 会议已经结束。可以用 /改、/答复、/了结、/备注 补正记录，/商定 听结果，/退出 离开。
plain-step-how = 再来一个空行就照办。
plain-refused = 没有办成：{ $why }
plain-help-row = { $typed }：{ $about }
plain-followed = { $time } { $what }
plain-only-follows = 这里只听不记；会议由另一处记录。
plain-trouble = 没有存上：{ $why }内容都还在，会自动重试。也可以输入“/另存 文件夹”换个地方存。
plain-end-item = { $item }怎样结束：{ $choices }。
plain-end-item-how = 空行是“{ $outcome }”；也可以输入序号；输入“取消”就不结束。
plain-end-item-warned = 再来一个空行就照样以“{ $outcome }”结束，并写进记录；输入“取消”先去办妥。
plain-not-ended = 本项没有结束。
plain-close-how = 空行就散会；输入“取消”就不散会。
plain-close-leave-how = 空行就散会，以上各件留待跟进；输入“取消”先逐件处理：/答复、/改、/了结。
plain-close-read-first = 空行就先宣读商定的内容；输入“/散会”不宣读直接散会；输入“取消”就不散会。
plain-not-closed = 没有散会。
plain-leave-how = 空行再试保存；再输入“/退出”仍要离开；输入“取消”留下来。
plain-stays = 没有离开。
plain-reading = 宣读 { $number }，第 { $place }/{ $count } 项：{ $text }（{ $how }）
plain-reading-how = 无人提出异议就输入空行；有人出面确认就输入姓名；要改就用 /改；输入“/散会”不再宣读；输入“取消”先停下。
plain-reading-left = 宣读停在这里，输入 /宣读 接着读。
plain-turn-over = 时间提醒：{ $name }的发言时间（{ $time }）已经用完。
plain-item-near = 时间提醒：{ $item }已用 { $spent } 分钟，计划 { $planned } 分钟。
plain-item-over = 时间提醒：{ $item }计划的 { $planned } 分钟已经用完。
plain-meeting-over = 时间提醒：全会计划的 { $minutes } 分钟已经用完。

## 会议列表

plain-home-heading = { $heading }，{ $count }：
plain-home-count = { $heading }，{ $count } 项。
plain-home-meeting = { $number }. { $title }，{ $community }，{ $day }，{ $phase }
plain-home-unreadable = { $number }. { $name }（读不出来）
plain-home-community = { $number }. { $name }，会议 { $meetings } 次
plain-home-how = 输入序号或名称打开；空行离开。
plain-home-narrowed-how = 输入序号或名称打开；空行回到全部。
plain-home-nothing = 还没有会议。请用 yishi new community 建社区，yishi new session 建会议；yishi demo --plain 试用示例。空行离开。
plain-home-no-number = 没有 { $number } 号，列出的是 1 到 { $last }。
cli-help-arg-plain = 不用整屏画面，一行一行地问答：适合读屏软件和简单的终端
