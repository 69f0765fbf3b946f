# 命令行上较长的工作。

progress-stop = 按 Ctrl+C 停止
