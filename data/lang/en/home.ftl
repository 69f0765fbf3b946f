# The home screen, and how far long work is.

store-cancelled = Stopped. Nothing was changed.

home-name = yishi
home-counts = { $communities ->
    [one] 1 community
   *[other] { $communities } communities
}, { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
}
home-find = Find >
home-find-how = names, items, actions, words that were said
home-welcome = Welcome. Here you run the meetings of a neighbourhood, keep their records, and follow what was promised. Choose with the arrow keys, then press Enter.
home-begin = To begin with
home-resume = In session: go on here
home-prepared = To come
home-overdue = Overdue
home-this-week = Due this week ({ $from } to { $to })
home-open-actions = Other open actions
home-recent = Past meetings
home-communities = Communities
home-meetings = Meetings
home-actions = Actions
home-records = Said or recorded
home-more = ({ $count } shown; type to find more)

home-at-item = { $phase }, item { $item }/{ $items }
home-item-open = on the table
home-today = today
home-tomorrow = tomorrow
home-in-days = in { $days } days
home-days-ago = { $days ->
    [one] yesterday
   *[other] { $days } days ago
}
home-days-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
home-community-counts = { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
}, { $people ->
    [one] 1 person
   *[other] { $people } people
}
home-meeting-counts = { $people } present, { $opinions } opinions, { $resolutions } resolutions
home-owner = Who
home-due = By

home-enter-offer = { $key }: do this
home-enter-community = { $key }: show only this community
home-enter-action = { $key }: the meeting that agreed on it
home-enter-hit = { $key }: look at this place in the record
home-enter-prepared = { $key }: go on preparing it, or start it
home-enter-running = { $key }: back to the desk, where it was left
home-enter-closed = { $key }: look back at it
home-enter-more = { $key }: list them all; Esc folds them again
home-enter-nothing = Nothing is here yet.
home-found-nothing = Nothing fits. Try fewer or other words; Esc clears the line.
home-searching = Looking through the records: { $done } of { $total }

home-help-list = Meetings in session come first, then those to come, what is overdue and what is due this week, past meetings, communities.
home-help-find = Type to find: names, items, actions and owners, by their words, in pinyin or by initials; from two letters on what was said as well.
home-help-enter = Enter opens what is under the bar; on a community it shows only that one. Esc goes back to everything.

home-new-community = Make a community
home-new-meeting = Make a meeting
home-import = Take people in from a file
home-report = What became of the action
home-ask-community = Which community?
home-ask-name = What is the community called?
home-ask-region = Where does it lie? (city, district; may be left out)
home-ask-title = What is the meeting called?
home-ask-day = When is it held? (a day such as 12-05, friday, +3d)
home-ask-file = Which file? (a spreadsheet saved as CSV: name, unit, role, phone; only the name must be there)
home-ask-state = Where does it stand?
home-ask-note = What was done? (may be left out)
home-form-foot = Enter goes on, Esc goes back
home-answer-missing = This must not be empty.
home-not-a-day = “{ $text }” is no day. Write 12-05, friday or +3d.
home-none-fits = Nothing here fits “{ $text }”. Delete a letter, or choose with Up and Down.
home-meeting-title = { $month } meeting
home-month-1 = January
home-month-2 = February
home-month-3 = March
home-month-4 = April
home-month-5 = May
home-month-6 = June
home-month-7 = July
home-month-8 = August
home-month-9 = September
home-month-10 = October
home-month-11 = November
home-month-12 = December

home-community-made = The community is there. { $key } makes its first meeting.
home-reported = It is in the ledger: { $what } is { $state } now.
home-not-prepared = This meeting was opened already; only one to come can be prepared.
home-no-meeting = Put the bar on a meeting first.
home-no-action = Put the bar on an action first.
home-checking = Verifying every file
home-importing = Taking people in
home-result = What came of it
home-progress = { $total ->
    [0] Beginning
   *[other] { $done } of { $total }
}
home-progress-foot = { $key } stops it; nothing is left half done
home-stopped = Stopped. Nothing was left half done.
home-sample = This is a copy of the sample; do with it what you like. Leaving it brings you back.
home-reading = Reading the records: { $done } of { $total }
home-still-reading = The records are still being read; a moment, please.
home-unfold = { $count } more
