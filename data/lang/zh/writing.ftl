# 写成文件：写到哪里、要不要覆盖、结果如何。

writing-to = 写到 >
writing-how = { $write } 写入，{ $back } 不写。可以改文件夹和文件名。
writing-hint-write = 写入
writing-hint-back = 返回
writing-no-path = 还没有写文件名。
writing-done = 已写成文件：{ $path }
writing-exists = 已有这个文件。再按一次 { $key } 就覆盖它；或者改个名字。
writing-exists-as-named = 已有 { $path }。再按一次 { $key } 就覆盖它。
writing-is-record = 这是议事自己的文件，不能覆盖。请换个名字。
writing-is-folder = 这是一个文件夹。请在后面写上文件名。
