# 首页，以及较长的工作的进度。

store-cancelled = 已停止，没有改动任何内容。
