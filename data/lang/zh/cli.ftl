# 命令行：列表、新建、录入。

cli-read-only = { $name } 现在只能看，不能记：{ $why }
cli-terminal = 终端出了问题：{ $error }。请换一个终端窗口再试，已记入的内容都已保存。
cli-no-home = 找不到存放数据的位置。请用 --store 文件夹 指定，或设置环境变量 YISHI_STORE。
cli-bad-now = 环境变量 YISHI_NOW 的值“{ $given }”不是时间。请写成 2026-11-23T19:00:00+08:00，或取消这个变量。
cli-not-empty = 文件夹 { $path } 不是空的。请换一个空文件夹或新名字。
cli-not-a-date = 看不懂日期“{ $text }”。请写 2026-11-23、11月23日、明天或下周五。
cli-agenda-line = 议程文件 { $file } 第 { $line } 行：{ $why } 会议没有建立，改好后请再试。
cli-community-made = 社区已建立。接着导入名单：yishi people { $name } --import 名单.csv；新建会议：yishi new session { $name } 会议名称
cli-session-made = 会议已建立。打开会议台：yishi run { $name }
community-heading = 社区的基本情况。可以用文本编辑器修改，程序只读不改。
not-utf8 = 这一行不是 UTF-8 编码。请把文件另存为 UTF-8 再试。

enter-refused = 第 { $number } 行没有记入：{ $why }
enter-too-long = 这一行太长。一条最多 5000 字，请分成几条。
enter-in-future = 时间 { $given } 还没有到（现在是 { $now }）。请核对时间和会议日期。
enter-summary = 记入 { $entered } 条，未记入 { $refused } 条。
enter-not-saved = 保存失败：{ $why } 已存好 { $saved } 条；还有 { $unsaved } 条没有存下，请排除故障后从未存的地方重新录入。

list-id = 编号
list-name = 社区
list-sessions = 会议
list-region = 所属
list-session = 会议编号
list-title = 名称
list-phase = 状态
list-actions = 行动
list-person = 姓名
list-role = 身份
list-household = 楼栋
list-no-community = 还没有社区。新建一个：yishi new community 名称；想先看看样子：yishi demo
list-no-session = 还没有会议。新建一场：yishi new session 社区 会议名称
list-no-people = { $name } 还没有名单。导入：yishi people { $name } --import 名单.csv

cli-is-a-record = { $file } 是会议记录，不能覆盖。请换一个文件名。
cli-written = 已写入 { $file }
check-fault = 有问题：{ $what }
check-note = 提示：{ $what }
check-summary =
    { $faults ->
        [0] 核对 { $files } 个文件、{ $lines } 条记录，没有发现问题。
       *[other] 核对 { $files } 个文件、{ $lines } 条记录，发现 { $faults } 处问题。
    }
keys-key = 按键
keys-does = 作用
