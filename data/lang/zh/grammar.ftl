# 输入行：命令的用法（竖线前是参数，竖线后是作用）和看不懂时的答复。

list-separator = 、
name-colon = ：

usage-open = | 宣布开会，开始计时
usage-sign-in = 姓名 [楼栋] [身份] | 签到，可用顿号连写多人
usage-start = [序号] | 开始下一项议程
usage-hand = 姓名 [赞成或反对] | 举手，排入发言队列
usage-next = [姓名] | 请下一位发言
usage-floor = 姓名 | 请此人发言
usage-done = | 发言结束
usage-lower = 姓名 | 放下手，退出队列
usage-endorse = 意见号 [姓名] | 附议这条意见
usage-answer = 意见号 答复内容 | 答复提问
usage-resolve = 决议内容 | 写下本项决议
usage-vote = 举手 赞成 反对 弃权 [R1 或表决事项] | 登记举手表决
usage-action = 内容 @主办 #期限 =验收标准 <意见号 | 议定一项行动
usage-park = 内容 | 搁置题外的事，留待以后
usage-settle = P1 处理办法 | 了结一件搁置事项
usage-note = 内容 | 记录人备注
usage-end = 达成一致、未达成、结转或已通报 [原因] [照结] | 结束本项议程
usage-pause = | 暂停会议，停止计时
usage-resume = | 继续会议
usage-close = [留待跟进] | 散会
usage-amend = 意见号、R1 或 A1 新内容 | 更正意见、决议或行动
usage-withdraw = 意见号、R1 或 A1 [原因] | 撤回意见、决议或行动
usage-undo = | 撤销上一步
usage-redo = | 重做刚撤销的一步
usage-sign-out = 姓名 | 离场
usage-correct = 姓名 [楼栋] [身份] | 更正签到信息
usage-item = 题目 [| 分钟] | 增加一项议程
usage-minutes = 序号 分钟 | 调整一项议程的时长
usage-rename = 序号 新题目 | 更改议程题目
usage-move = 序号 新位置 | 调整议程顺序
usage-rule = 过半、多数、三分之二或一致 | 选定表决规则
usage-save-to = 文件夹 | 改存到另一个文件夹
usage-language = [中文或英文] | 切换界面语言
usage-help = | 查看帮助
usage-quit = | 离开会议台，记录已保存

misread-empty = 这一行没有内容。
misread-unknown-command = 没有“/{ $text }”这个命令。按 F1 查看全部命令；如果是发言内容，请不要以“/”或“、”开头。
misread-several-commands = “/{ $text }”可能是：{ $list }。请多打一个字。
misread-incomplete = 内容不全，完整写法是：{ $text }
misread-nobody-called = 没有找到“{ $text }”。如是新到会的人，请先签到：/签到 姓名 楼栋 身份
misread-nobody-before-colon = 没有找到名叫“{ $text }”的人。新到会的请写：{ $text }（楼栋）：内容；如果不是人名，请在行首加一个冒号。
misread-several-people = “{ $text }”可能是：{ $list }。请写全名，同名的请加楼栋，如“王芳(3栋)”。
misread-like-known = “{ $text }”与名单上的 { $list } 相近。是同一人请写全名；是新到会的人请加上楼栋或身份。
misread-not-a-number = “{ $text }”不是号码，请写阿拉伯数字。
misread-not-a-reference = “{ $text }”不是编号。意见写数字，决议写 R1，行动写 A1，搁置事项写 P1。
misread-not-a-date = 看不懂日期“{ $text }”。可以写 12-05、12月5日、两周内、下周五或 +14d。
misread-no-such-day = 没有“{ $text }”这一天，请核对日期。
misread-not-an-outcome = 请写明本项怎样结束：达成一致、未达成、结转或已通报。（现写的是“{ $text }”）
misread-not-a-threshold = 表决规则请选：过半、多数、三分之二或一致。（现写的是“{ $text }”）
misread-desk-only = { $text } 只能在会议台上使用。
misread-no-such-time = 没有“{ $text }”这个时刻，时间应在 00:00 到 23:59 之间。
