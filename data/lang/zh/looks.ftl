# 外观：设置、按键、配色、边框，以及用户自己写的文件有什么不对。

theme-dark = 深色
theme-light = 浅色
theme-contrast = 高对比
theme-mono = 无色彩
theme-now = 配色：{ $name }
theme-no-color = 环境变量 NO_COLOR 要求不用颜色，因此没有换配色。

## 用户自己写的文件

hand-not-utf8 = 第 { $column } 列起不是 UTF-8 编码。请在编辑器里用“另存为”选 UTF-8 编码。
hand-missing = 第 { $column } 列这里少一个 { $mark }
hand-quote-open = 第 { $column } 列的引号没有在这一行里结束，请在末尾补上 "
hand-no-name = 第 { $column } 列这里应该是一项的名称，如 theme。
hand-no-value = 第 { $column } 列这里应该有内容：冒号后面什么也没写。
hand-behind-end = 第 { $column } 列的内容在最后的括号之后，不起作用。请移到括号里面，或删去。
hand-unknown = 第 { $column } 列的“{ $name }”不是这里的名称，没有使用。可以写：{ $known }
hand-twice = 第 { $column } 列的 { $name } 在第 { $first } 行已经写过，以先写的为准。请删去一处。
hand-one-of = 第 { $column } 列：{ $name } 不能是 { $found }，可以写：{ $list }
hand-text = 第 { $column } 列：{ $name } 的内容要写在半角引号 " " 里，不能写成 { $found }
hand-path = 第 { $column } 列：{ $name } 要写一个文件或文件夹的路径，放在半角引号 " " 里，不能写成 { $found }
hand-style = 第 { $column } 列：{ $name } 不能是 { $found }。请写颜色和字体，如 "red"、"lightred bold"、"black on cyan"、"#005f00"。
hand-row = 第 { $column } 列：这一行应该写成 (key: "F2", does: Vote)，不能写成 { $found }
hand-key = 第 { $column } 列：{ $found } 不是按键。请写 "F1" 到 "F12"、"Ctrl+N"、"Alt+Up"、"PageUp"、"Enter"、"Tab"、"Esc" 这样的名称。
hand-does = 第 { $column } 列：没有 { $found } 这个动作。动作名用 yishi keys 查看；写 Nothing 表示让这个键不起作用。

## 设置

own-variable = 环境变量 { $name } 的值“{ $value }”不能用，可以写：{ $list }
own-notice = { $more ->
        [0] { $first }
       *[other] { $first }（另有 { $more } 处，用 yishi settings 查看）
    }
settings-name = 设置项
settings-value = 现在的值
settings-from = 来自
settings-from-flag = 命令行
settings-from-variable = 环境变量 { $name }
settings-from-file = 自己的文件
settings-from-system = 系统
settings-from-program = 默认
settings-unwritten = { $path }（还没有，第一次打开画面时自动生成）
settings-no-keys = { $path }（没有：按键未改）
settings-no-themes = { $path }（没有：未添加配色）
settings-no-folder = 系统没有给出个人文件夹。用环境变量 YISHI_CONFIG 可以指定放设置的文件夹。
settings-not-set = -
settings-keys-standard = 未改
settings-keys-own = 自己设了 { $count } 个键
settings-file-heading =
    议事的设置。程序只写这一次，以后只读不改，可以随意编辑，存成 UTF-8。
    括号、冒号、逗号、引号要用半角。哪一项写错了，程序会指出在哪一行、应该怎样写，
    别的项照样有效。现在用的是什么、从哪里来，用 yishi settings 查看。
settings-file-language = 语言：auto 随系统，zh 中文，en 英文。
settings-file-theme =
    配色：dark 深色，light 浅色（适合投影），contrast 高对比，mono 无色彩；
    也可以写 themes 文件夹里自己的配色名。画面上按 Ctrl+T 随时换。
settings-file-borders =
    边框：auto 自动，ascii 用 + - | 画，lines 用线条画。
    线条错位、变宽的终端请用 ascii。
settings-file-mouse =
    鼠标：true 表示可以用鼠标点选、滚动；这时按住 Shift 拖动才能选取文字。
settings-file-bell =
    响铃：off 不响，turn_over 发言时间用完时响，refusals 记不进去时响，both 两样都响。
settings-file-recorder = 记录人：写姓名，如 "李敏"。空着就用电脑的登录名。
settings-file-store =
    存放数据的文件夹，如 "D:/议事"。空着就用默认的位置。
settings-file-font =
    会场大屏大字用的字体文件，如 "C:/Windows/Fonts/simhei.ttf"。
    空着就由程序去找，"off" 不用大字。
settings-file-plain =
    逐行输出，不画界面，读屏软件可以照着念：true 或 false，相当于总加 --plain。

## 按键

keys-name = 动作名
keys-free = 不起作用
keys-mine = 带 * 的是自己在 { $path } 里设的。
own-keys-bare = 第 { $column } 列：{ $key } 是单个字符，设成按键以后就打不出来了。请用 F1 到 F12，或加 Ctrl、Alt。
own-keys-same = 第 { $column } 列：在终端里 { $key } 和 { $same } 是同一个键，分不开。请换一个键。
own-keys-twice = 第 { $column } 列：{ $key } 设成了 { $second }，而第 { $line } 行第 { $place } 列已把它设成 { $does }。一个键在同一处只能有一个作用，请删去一行，或换一个键。
own-keys-not-here = 第 { $column } 列：{ $does } 在“{ $screen }”里没有作用。请移到有这个动作的画面，各画面的动作用 yishi keys 查看。
own-keys-needed = 第 { $column } 列：{ $key } 另作他用以后，“{ $screen }”就没有键能{ $about }了。请再给 { $does } 设一个键。

## 鼠标和命令行

mouse-select = Shift+拖动
mouse-select-about = 用鼠标选取文字（鼠标也能点选、滚动）
cli-help-settings = 查看现在的设置，以及各从哪里来
cli-help-arg-theme = 配色：dark、light、contrast、mono，或自己的配色名（环境变量 YISHI_THEME）
