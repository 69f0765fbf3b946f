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
