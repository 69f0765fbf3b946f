# 命令行写错时。

usage-no-command = 没有“{ $what }”这个命令。
usage-no-option = 没有“{ $what }”这个选项，或者多写了内容。
usage-missing = 没有写全，还缺：{ $what }
usage-no-value = { $what } 后面要写内容。
usage-bad-value = “{ $value }”不能写在 { $what } 这里，可以写：{ $list }
usage-wrong = 命令写得不对：{ $what }
usage-see = 用法见：yishi{ $command } --help
