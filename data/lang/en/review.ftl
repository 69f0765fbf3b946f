# Looking back at a meeting: the words on its pages.

review-time-line-title = { $title }: time line
review-opinions-title = { $title }: opinions
review-actions-title = { $title }: actions

## The time line

review-spoken =
    { $turns ->
        [one] { $turns } turn
       *[other] { $turns } turns
    }, { $length } in all.
review-legend = Bars: where in the item a turn lay and how long it was. %: its share of the time spoken on the item. +: how far it went over the limit.
review-before = Before the opening
review-between = Between items
review-after = After the closing
review-item-time = { $spent }/{ $planned } min
review-goes-on = still speaking, counted up to { $time }
review-by-role = Time spoken by capacity
review-by-person = Time spoken by each person
review-role-count = { $name } ({ $count })
review-turns =
    { $count ->
        [one] { $count } turn
       *[other] { $count } turns
    }
review-not-timed = Words taken down, but no time ({ $count }): { $names }
review-not-heard = Did not speak ({ $count }): { $names }

## Opinions

review-opinions-sum =
    { $count ->
        [one] { $count } opinion
       *[other] { $count } opinions
    }, { $open ->
        [0] no question unanswered
        [one] { $open } question unanswered
       *[other] { $open } questions unanswered
    }; { $withdrawn } more withdrawn.
review-amended = corrected
review-led-to = Led to action { $number }: { $text } ({ $state })

## Actions

review-no-news = No news yet.
review-entered-by = (entered by { $name })

## Columns of tables

review-csv-line = Entry
review-csv-seconds = Seconds spoken
review-csv-share = % of the item
review-csv-what = What
review-csv-undone = Undone
review-csv-turn = turn
review-csv-stance = Position
review-csv-endorsed = Agreed
review-csv-endorsed-by = Agreed by
review-csv-answer = Answer
review-csv-actions = Led to
