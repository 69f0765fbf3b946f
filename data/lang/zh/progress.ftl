# 命令行上较长的工作的进度。

progress-checking = 正在核验文件
progress-searching = 正在查找
progress-importing = 正在导入人员
progress-topics = 正在导入议题
progress-meetings = 正在读取历次会议
progress-actions = 正在汇总行动
progress-hint = 按 Ctrl+C 停止
progress-stopping = 正在停止
