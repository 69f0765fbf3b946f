# 文件：出了什么事，在哪里，接下来怎么做。

## 位置

store-at = { $path }：{ $what }
store-at-line = { $path } 第 { $line } 行：{ $what }

## 系统不允许的操作

store-cannot-read = 无法读取 { $path }：{ $why }
store-cannot-list = 无法列出文件夹 { $path } 的内容：{ $why }
store-cannot-make-folder = 无法建立文件夹 { $path }：{ $why }
store-cannot-write = 无法写入 { $path }：{ $why }
store-cannot-remove = 无法删除 { $path }：{ $why }
store-cannot-rename = 无法把文件改名为 { $path }：{ $why }
store-cannot-lock = 无法锁定 { $path }：{ $why }
store-why-full = 磁盘已满。请清理出空间，或用 --store 换一个文件夹。
store-why-missing = 没有这个文件或文件夹。请核对路径；如果在 U 盘上，请确认已插好。
store-why-rights = 没有权限。请检查文件夹的权限，或用 --store 换一个文件夹。
store-why-read-only = 介质是只读的。请解除写保护，或用 --store 换一个文件夹。
store-why-exists = 已有同名的文件。
store-why-not-a-folder = 路径中有一段不是文件夹。请用 --store 指定一个文件夹。
store-why-a-folder = 它是文件夹，不是文件。
store-why-other = { $said }

## 记录文件

store-exists = { $path } 已经存在，没有覆盖。请换一个名称。
store-locked = { $path } 正由另一个程序写入，这里只能查看。请先关闭那个程序。
store-locked-by = { $path } 正由另一个程序写入（{ $holder }），这里只能查看。请先关闭那个程序。
store-gone = { $path } 不见了。如果在 U 盘上，请重新插好，程序会接着保存；也可以换一个文件夹保存。
store-replaced = { $path } 被另一个文件替换了，没有覆盖它。请换一个文件夹保存。
store-out-of-order = 程序内部出错：应写第 { $expected } 条，却收到第 { $found } 条。请重新打开会议。
store-cannot-encode = 这一条无法写成记录：{ $said }
store-log-empty = 文件里没有一条完整的记录。请用备份替换它，或删除后重新新建会议。
store-log-bom = 有编辑器在文件开头加了字节顺序标记。记录文件不能手工编辑，请用备份替换它。
store-log-crlf = 换行被改成了 Windows 格式。记录文件不能手工编辑或经过转换，请用备份替换它。
store-log-none = 这不是议事的记录文件。
store-log-newer = 由更新版本的程序写入，这里只能查看能读懂的部分。请升级程序。
store-damage-form = 这一行不完整，或被改动过。请用备份替换这个文件。
store-damage-hash = 校验码不符，这一行或它前面的内容被改动过。请用备份替换这个文件。
store-damage-sequence = 编号应为 { $expected }，实为 { $found }，有记录缺失、重复或被调换。请用备份替换这个文件。
store-damage-ron = 内容不是记录（{ $said }）。请用备份替换这个文件。
store-damage-after-end = 结束括号之后还有内容。请用备份替换这个文件。
store-other-device = { $path } 由另一台设备“{ $device }”记录，这里只能查看。如果那台设备不再记录，请加 --take-over 在这里接着记。
store-set-aside = 上次有一条记录没有写完（{ $bytes } 字节），当时没有显示为已保存；已另存为 { $path }。
store-not-a-session = 文件开头不是新建会议的记录。

## 会议与社区

store-no-session-yet = 没有找到会议“{ $typed }”，现在还没有任何会议。请先用“yishi new session 社区 标题”新建一个。
store-no-such-session = 没有找到会议“{ $typed }”。最近的会议有：
store-several-sessions = “{ $typed }”符合 { $count } 个会议，请写得更完整：
store-no-community-yet = 没有找到社区“{ $typed }”，现在还没有任何社区。请先用“yishi new community 名称”新建一个。
store-no-such-community = 没有找到社区“{ $typed }”，或者有几个都符合。现有社区：{ $known }。
store-community-exists = 编号“{ $id }”已被“{ $name }”使用。如果是另一个社区，请用 --id 另取一个编号。
store-not-a-folder = 这里应该是文件夹，却是别的东西。请用 --store 指定一个文件夹。
store-id-empty = 编号不能为空。
store-id-too-long = 编号“{ $text }”太长，最多 { $most } 个字符。
store-id-characters = “{ $text }”不能作编号。编号只能用小写字母 a-z、数字和中间的连字符，如 jinyuan。
store-id-reserved = “{ $text }”是 Windows 的保留名称，不能作编号。请换一个。
store-device-no-folder = 系统没有给出个人文件夹，无法保存本机名称。请设置环境变量 YISHI_DEVICE，如 YISHI_DEVICE=jinyuan-1。
store-device-disk = 无法得到本机名称。{ $why } 也可以设置环境变量 YISHI_DEVICE。
store-not-ron = 第 { $column } 列看不懂（{ $said }）。请对照其他社区的同名文件修改。
store-community-full-width = 第 { $column } 列的“{ $found }”是全角符号，请改成半角的 { $instead }
store-community-no-name = name 是空的，请填社区名称。
store-community-turn-seconds = turn_seconds 是 { $given }，请填 1 到 { $most } 之间的秒数。
store-community-heading =
    社区的名称和开会的习惯。程序只读不改，可以随意编辑；请用半角符号。
    turn_seconds：每次发言的秒数。
    threshold：表决的通过标准，可填 MajorityOfPresent（到会过半）、
    MajorityOfVotes（赞成多于反对）、TwoThirdsOfPresent（到会三分之二）、
    AllPresent（全体一致）。只对以后新建的会议起作用。

## 检查

check-torn-bracket = 结尾少一个括号，写入时被打断；没有丢失内容，下次打开会自动补上。
check-torn = 最后一行没有写完（{ $bytes } 字节），它没有显示过“已保存”；下次打开时会另存在旁边。
check-not-a-ledger = 文件开头不是新建台账的记录。
check-other-community = 记录属于社区“{ $inside }”，却放在“{ $folder }”的文件夹里。请移到它自己的社区。
check-other-device = 台账由设备“{ $inside }”写入，与文件名不符。请改回原来的文件名。
check-diverged = 与 { $other } 从同一份记录开始，后来内容不同，可能在两台设备上各自记了。两份都请保留，由人工核对。
check-copy = 与 { $other } 是同一份记录，或是它较早的样子。留下较长的一份即可。
check-no-community-file = 缺少这个文件。请从备份恢复，或照其他社区的写一个。
check-unknown-field = 看不懂“{ $name }”这一项，没有使用它。可能是拼写错误，也可能来自更新版本。
check-left-over = 替换文件时被打断留下的临时文件。可以打开看看，不需要就删除。
check-same-number = 两台设备都把 { $number } 号给了不同的议题。较早设立台账的一方保留原号，这里的一件现称 { $known } 号；内容没有丢失，请更正已经发出的通知。
check-same-call-number = 两台设备都把 { $number } 号给了不同的吹哨。较早设立台账的一方保留原号，这里的一次现称 { $known } 号；内容没有丢失。
check-set-aside = 以前没有写完的一行，修复时另存在这里。可以打开看看，不需要就删除。
check-not-ours = 名称或位置不是议事所用的，程序不会显示它。
check-nothing = 没有这个文件或文件夹，无可检查。
