# 到处都用的词。

app-name = 议事
count-people =
    { $count ->
        [0] 无人
       *[other] { $count } 人
    }
