# 查找。

cli-help-search = 在所有会议记录里查找
cli-help-arg-words = 要找的词；写几个词用引号括起来，都要有
search-no-words = 没有写要找的词。请写成：yishi search 停车位，或 yishi search "王小明 停车位"
search-summary =
    { $places ->
        [0] 没有找到。可以换一个词，或少写几个字。
       *[other] 在 { $meetings } 场会议里找到 { $places } 处。
    }
