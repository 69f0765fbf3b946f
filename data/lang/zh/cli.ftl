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
not-utf8 = 这一行不是 UTF-8 编码。请把文件另存为 UTF-8 再试。

enter-type-affairs = { $name }：每行写一件并按回车，如“/登记 楼道堆物；提出：王小明”。输入“/帮助”列出全部写法；写完按 Ctrl+D 结束（Windows 按 Ctrl+Z 再按回车）。
enter-type-notes = “{ $name }”：每行写一条并按回车，如“/签到 王小明 3栋”“王小明：+装一盏路灯”。写完按 Ctrl+D 结束（Windows 按 Ctrl+Z 再按回车）。
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

cli-would-overwrite = { $path } 是议事自己的文件，没有覆盖。请换一个文件名。

## 名单

people-imported = 新增 { $new } 人，更正 { $corrected } 人，电话 { $phones } 个；{ $refused } 行没有导入。
people-bad-row = { $file } 第 { $line } 行没有导入：{ $why }
people-no-name = 没有姓名。
people-cell-too-long = 有一格太长，最多 { $most } 字。
people-not-csv = 引号不成对，或格式不对。
file-not-text = { $file } 第 { $line } 行既不是 UTF-8，也不是 GB18030（GBK）编码的文字，没有导入。请用 Excel 或 WPS 打开原表，“另存为”时类型选“CSV UTF-8（逗号分隔）”。
file-read-as = （按 { $encoding } 编码读取，请看一眼文字是否正确）
people-no-name-column = { $file } 的表头里没有“姓名”一列，没有导入。表头可以写：姓名、身份、楼栋、电话、界别、网格、纬度、经度。

## 行动

action-no-such = 没有找到行动“{ $typed }”。请写成 会议/A1，各项编号可用“yishi actions --status all”查看。
action-several = 有 { $count } 项行动都是“{ $typed }”，请连同会议一起写：
action-is-dropped = 行动 { $action } 已经取消（{ $why }），不能再登记进展。
action-is-so-already = 行动 { $action } 已经是“{ $state }”。要补充说明请用 --note。
action-entered = 已登记：{ $action } { $state }
action-no-news = 还没有进展。登记进展：yishi action 编号 --state underway --note 说明

## 检查

check-fault = [问题]
check-note = [提示]
check-no-store-yet = { $path } 还没有数据，无可检查。
check-summary =
    { $faults ->
        [0] 检查了 { $files } 个文件、{ $lines } 条记录，全部完好；提示 { $notes } 处。
       *[other] 检查了 { $files } 个文件、{ $lines } 条记录，发现 { $faults } 处问题；提示 { $notes } 处。
    }

## 按键与试用

keys-key = 按键
keys-does = 作用
demo-no-sample = 这个程序里没有带示例数据。请用“yishi new community 名称”新建社区。

## 帮助

overview-empty = 还没有社区。可以先用 yishi demo 看看样子，或用 yishi new community 名称 新建一个。
overview-help = 每个命令的用法：yishi 命令 --help

cli-help-about = 议事：主持社区协商会议，一边开会一边留下记录
cli-help-after = 会议可以写全名（jinyuan/2026-11-23-tingche）、名称中任何一段独有的文字，或 latest（最近一场）。
cli-help-heading = 用法：
cli-help-commands = 命令
cli-help-options = 选项
cli-help-arguments = 参数

cli-help-demo = 用示例数据试用会议台
cli-help-new = 新建社区或会议
cli-help-new-community = 新建社区
cli-help-new-session = 新建会议，并显示它的编号
cli-help-people = 查看社区名单，或从表格导入
cli-help-run = 打开会议台
cli-help-enter = 从文件或管道录入笔记，一行一条
cli-help-show = 按时间查看会议记录
cli-help-minutes = 生成会议纪要
cli-help-actions = 列出行动清单
cli-help-action = 查看一项行动，或登记它的进展
cli-help-list = 列出社区、会议或人员
cli-help-check = 检查所有文件是否完好
cli-help-keys = 列出会议台的按键
cli-help-completions = 生成命令补全脚本

cli-help-arg-store = 存放数据的文件夹（环境变量 YISHI_STORE）
cli-help-arg-lang = 语言：zh 中文，en 英文（环境变量 YISHI_LANG）
cli-help-arg-help = 显示帮助
cli-help-arg-version = 显示版本
cli-help-arg-session = 会议：全名、独有的一段，或 latest
cli-help-arg-by = 记录人（环境变量 YISHI_BY）
cli-help-arg-take-over = 接着记另一台设备的记录
cli-help-arg-output = 写入这个文件；不写则显示出来
cli-help-arg-community = 社区的编号或名称
cli-help-arg-keep = 把示例数据保留在这个空文件夹
cli-help-arg-name = 社区名称
cli-help-arg-id = 社区编号，如 jinyuan；不写则用名称的拼音
cli-help-arg-region = 所属，如 省/市/区/街道
cli-help-arg-title = 会议名称
cli-help-arg-on = 开会日期，如 2026-11-23、下周五；不写则为今天
cli-help-arg-agenda = 议程文件，一行一项，可写“停车位改造 | 20”表示 20 分钟
cli-help-arg-facilitator = 主持人
cli-help-arg-place = 地点
cli-help-arg-import = 要导入的 CSV 表格，列名：姓名、楼栋、身份、电话
cli-help-arg-notes = 笔记文件；不写或写 - 则从标准输入读取
cli-help-arg-minutes-format = 格式：md（默认）或 json
cli-help-arg-scope = 社区或会议；不写则为全部
cli-help-arg-status = open 未办结（默认）、overdue 逾期、done 办结、all 全部
cli-help-arg-actions-format = 格式：table 表格（默认）、md、csv 或 json
cli-help-arg-action = 行动编号，如 会议/A1
cli-help-arg-state = open 待办理、underway 办理中、done 办结
cli-help-arg-note = 进展说明
cli-help-arg-kind = communities 社区、sessions 会议、people 人员；不写则列出社区和最近的会议
cli-help-arg-path = 文件或文件夹；不写则检查全部数据
cli-help-arg-shell = bash、elvish、fish、powershell 或 zsh
