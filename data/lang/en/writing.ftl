# Writing to a file: where to, whether to replace one, and what became of it.

writing-to = Write to >
writing-how = { $write } writes it, { $back } does not. Folder and name can be changed.
writing-hint-write = write
writing-hint-back = back
writing-no-path = There is no file name yet.
writing-done = Written: { $path }
writing-exists = There is a file of that name. { $key } once more replaces it; or change the name.
writing-exists-as-named = There is { $path } already. { $key } once more replaces it.
writing-is-record = That is a file of yishi itself and cannot be replaced. Take another name.
writing-is-folder = That is a folder. Write the file's name after it.
