# Words used everywhere.

app-name = yishi
count-people =
    { $count ->
        [0] nobody
        [one] { $count } person
       *[other] { $count } people
    }
