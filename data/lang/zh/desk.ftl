# 会议台：提示、画面上的字。

## 提示

notice-nothing-typed = 这一行还没有内容。直接打字就是记录发言；以“/”开头是命令，按 { $help } 查看。
notice-line-cleared = 这一行已清空，按 ↑ 可以找回。
notice-usage = { $usage }（{ $about }）
notice-saving-again = 保存恢复正常，刚才的记录都已存好。
notice-moved = 记录已改存到 { $path }，今后都存在这里。
notice-language = 界面已切换为中文。
notice-meeting-over = 会议已经结束。可以用 /改、/答复、/了结、/备注 补正记录，按 { $quit } 离开。
notice-paste-dropped = 还没记入的粘贴内容已放弃。
notice-paste-too-large = 粘贴的内容太大：每行最多 { $chars } 字，一次最多 { $lines } 行。请分几次粘贴。
notice-paste-stopped = { $why }改好后按 Enter 继续，后面还有 { $left } 行。
notice-pasted = 粘贴的内容已记完，这次记入 { $count } 行。
notice-undone = 已撤销：{ $what }
notice-redone = 已重做：{ $what }

## 顶行

head-meeting = 会议 { $spent }/{ $planned } 分
head-meeting-unplanned = 会议 { $spent } 分
head-ends = 预计 { $time } 散会
head-ended = { $time } 已散会
head-planned = 计划 { $planned } 分钟
head-item = 第 { $place }/{ $count } 项
head-items = 共 { $count } 项
saved = 已保存
saved-pending = 正在保存 { $count } 条
saved-not = 有 { $count } 条未保存！
read-only-mark = 只读

## 议事程序（云岩“协商议事六步工作法”）


## 议程和在场的人

agenda-title = 议程
agenda-empty = 还没有议程，输入 /议题 题目
agenda-more-above = 上面还有 { $count } 项
agenda-more-below = 下面还有 { $count } 项
item-time = { $spent }/{ $planned }
item-time-unplanned = { $spent }分
item-not-begun = -/{ $planned }
item-over = 超 { $minutes } 分
present-title = 到会 { $count } 人，有表决权 { $voters } 人
silent-title = 未发言 { $count } 人
silent-none = 到会的人都已发言
nobody-here = 还没有人签到，按 { $sign_in } 签到
more-people = 还有 { $count } 人

## 发言

floor-title = 发言
floor-free = 现在无人发言
floor-over = 超时 { $time }
next-title = 下一位
next-nobody = 无人举手
queue-title = 排队
queue-turn = （第 { $turn } 次）
paused-banner = 会议暂停，所有计时已停止。按 { $key } 继续。

## 意见、决议、行动

opinions-title = 意见 { $count }
opinions-none = 本项还没有意见。直接打字，按 Enter 记入。
opinions-earlier = 前面还有 { $count } 条 { $page_up }
opinion-agreed-by = 同意{ $count }
opinion-open = 待答复
opinion-answered = 已答复
opinion-withdrawn = 已撤回
answer-line = 答：{ $text }
resolution-none = 未表决
resolution-carried = 通过 { $favour }:{ $against }
resolution-failed = 未通过 { $favour }:{ $against }
agreed-title = 决议 { $resolutions }  行动 { $actions }  搁置 { $parked }  备注 { $notes }
agreed-none = 还没有决议和行动。{ $resolve } 写决议，{ $action } 议定行动。
note-row = 备注：{ $text }
vote-line = 表决 { $question }：赞成 { $favour } 反对 { $against } 弃权 { $abstain }，{ $result }
action-lacks = 缺{ $lacks }
settled-mark = 已了结

## 各阶段的右半屏

waiting-title = 会议还没有开始
waiting-sign-in = 先签到：按 { $sign_in }，或输入 /签到 姓名 楼栋 身份
waiting-open = 人到齐后按 { $key } 宣布开会
between-title = 没有正在进行的议程项
between-next = 按 { $key } 开始下一项：{ $title }
between-done = 议程已全部进行完，按 { $key } 散会
over-title = 会议已结束
over-summary = 议程 { $items } 项，其中达成一致 { $agreed } 项；意见 { $opinions } 条；决议 { $resolutions } 项；行动 { $actions } 项
over-left = 留待以后：{ $left }
over-left-none = 没有遗留事项

## 底部

hinders = 结束本项还差：{ $what }
next-step-label = 下一步 { $key }：{ $what }
prompt = >
saving-full = 磁盘已满。
saving-rights = 没有写入权限。
saving-read-only = 磁盘是只读的（写保护）。
saving-gone = 存放记录的文件或磁盘不见了，U 盘是不是拔掉了？
saving-replaced = 记录文件被别的文件替换了。
saving-exists = { $path } 已经存在，请换一个文件夹。
trouble = 没有存上：{ $why }内容都还在，会自动重试。按 { $key } 马上重试，或输入 /另存 文件夹 换个地方。
pasted-waiting = 还有 { $count } 行粘贴内容，按 Enter 继续
small-screen = 窗口太小，请放大到 60×16 以上

## 窗口

panel-help = 帮助
panel-help-foot = ↑↓ 翻看，Esc 关闭
help-typing = 直接打字，按 Enter 记入：
help-line-floor = 正在发言的人的意见
help-line-name = 王小明：同意，但要公示
help-line-name-about = 指名的人的意见；姓名可打拼音或首字母
help-line-mark = + - ? ! * &
help-line-mark-about = 放在最前：赞成、反对、提问、顾虑、建议、补充
help-line-walk-in = 刘芳（5栋）：我也同意
help-line-walk-in-about = 临时到会的人，写上楼栋就算签到
help-line-colon = ：内容
help-line-colon-about = 行首加冒号，表示全行都是内容，不认姓名
help-commands = 命令（以 / 或 、 开头，可只打开头几个字）：
help-keys = 按键：
panel-end-item = 第 { $place } 项怎样结束
panel-end-item-foot = ↑↓ 选择，Enter 确定，Esc 返回
panel-end-item-hinders = 还没办妥的：
panel-end-item-warned = 还有上面这些没办妥。再按一次 Enter 就照样结束，并写进记录。
panel-end-item-refused = 现在不能这样结束：{ $why }
panel-close = 散会
panel-close-none = 没有遗留事项。
panel-close-open = 还没有了结的（{ $count } 件）：
panel-close-how = 按 Esc 回去，逐件处理：/答复、/改、/了结；或者：
panel-close-foot = Enter 散会，Esc 返回
panel-close-foot-leave = Enter 散会并把以上各项留待跟进，Esc 返回
panel-leave = 还有 { $count } 条没有保存
panel-leave-text = 现在离开，会试着把整份记录存到临时文件夹并告诉您位置。
panel-leave-foot = { $retry } 再试保存，{ $quit } 仍要离开，Esc 返回

## 离开以后

left-saved = 记录已保存：{ $path }
left-rescued = 原来的地方存不进去，整份记录已另存：{ $path }
left-lost-intro = 有 { $count } 条记录没能存下来，内容如下，请抄录：
left-continue = 继续这场会议：{ $command }
left-demo = 示例数据在 { $path }
no-terminal = 会议台要在终端里运行。请打开终端窗口再试；如要从文件录入，请用 yishi enter。
