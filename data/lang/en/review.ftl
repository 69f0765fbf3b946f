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
review-between = Outside the items
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
review-not-timed = Recorded, but not timed ({ $count }): { $names }
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
    }{ $withdrawn ->
        [0] .
       *[other] ; { $withdrawn } more withdrawn.
    }
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

## The screen

review-hint-back = back
review-hint-clear = clear
review-row = row { $row }/{ $count }{" "}
review-find = Find >
review-hit = { $at } of { $count }
review-hits = { $count } found
review-not-found = not found
review-elsewhere = Not on this page, but on others: { $pages }
review-on-page = { $key } { $page } ({ $count })
review-nothing-to-find = Nothing to look for yet. Just type; people are also found by pinyin or initials.
review-from-top = That was the last one; on from the top.
review-from-end = That was the first one; on from the end.
review-about-row = Entry { $number }  { $time }  written by { $name }  { $key } replays from here
review-count = { $count ->
        [one] { $count } entry in the record
       *[other] { $count } entries in the record
    }
review-in-part = { $why } Only the first { $count } entries can be read; they are shown.
review-live = The meeting is not over; new entries appear here by themselves.
review-help-title = Looking back
review-help-find = Just type to find something on this page. Enter goes to the next place, Esc clears the line. Rows with a hit have a * in front, and the words are underlined.
review-help-names = People are also found by pinyin or initials, two letters or more. Several words must all be in one row.
review-help-replay = With nothing typed, Enter replays the meeting from the row under the bar. On another page, the bar goes to the same entry.

## Writing a file

review-minutes-are-text = Minutes can only be written as text. Let the name end with .md.
review-file-endings = Let the name end with .csv, which spreadsheets open, or with .md or .txt.
review-file-minutes = minutes
review-file-time-line = time-line
review-file-opinions = opinions
review-file-actions = actions

## Replay

replay-line = Entry { $number }/{ $last }  { $time }  written by { $name }
replay-undone = [undone later]
replay-runs = running, { $speed }x
replay-stands = stopped, { $speed }x
replay-help-title = Replay
replay-help-steps = This is the desk as it was when the entry was written, its clocks included. What was undone later is shown as it happened.
replay-help-pages = { $page_up } and { $page_down } go to where an item of the agenda begins.
replay-help-play = While it runs, no gap between two entries counts for more than a minute of the meeting.

## The command

review-no-terminal = Looking back needs a terminal. For text, use yishi show { $session } (the time line) or yishi minutes { $session }.
review-none-closed = No meeting has been closed yet. To look at one all the same, name it: yishi review SESSION
review-no-such-line = There is no entry { $at }; the last one is { $last }.
cli-help-review = Look back at a meeting: minutes, time line, opinions, actions, replay
cli-help-arg-review-session = The session; the latest that was closed if not given
cli-help-arg-review-at = The entry to begin at, by its number
cli-help-arg-review-replay = Begin with the replay

## The desk when it can only be looked at

read-agreed-none = No resolutions or actions yet.
read-opinions-none = No opinions on this item yet.
read-agenda-empty = Nothing on the agenda yet
read-nobody-here = Nobody has signed in yet
read-between-next = Coming up: { $title }
read-between-done = The whole agenda is done.
