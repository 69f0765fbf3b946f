# The time plan, and who has not been heard.

## Commands
usage-insert = PLACE TITLE [MINUTES] | adds an item at this place of the agenda
usage-split = PLACE [FIRST |] SECOND [MINUTES] | makes two items of one; what was said stays with the first
usage-carry = PLACE [WHY] | carries an item that has not begun over to the next meeting
usage-ends = TIME or none | says when the meeting is to end
usage-on-time =  | shortens and carries over what waits, as proposed, to end on time
usage-heard =  | tells who spoke how much, and who has not been heard

## What happened
event-item-carried = Item { $place } “{ $title }” carried over to the next meeting
event-end-set = To end at { $time }
event-end-unset = No set time to end any more

## Refused
refusal-on-time = The meeting ends on time as things stand; nothing needs to change.
refusal-no-end = Nothing tells when the meeting is to end: the agenda had no minutes when it opened, and no time was set. Set one with /ends, such as /ends 21:00.
refusal-nothing-to-shorten = No item that has minutes is still waiting, so nothing can be shortened or carried over. Bring this item to an end, or set a later time with /ends.

## What is proposed
plan-late = { $minutes } min late; no waiting item can be shortened
plan-shorten = shorten { $count ->
    [one] item
   *[other] items
} { $items }
plan-carry = carry over { $count ->
    [one] item
   *[other] items
} { $items }
plan-proposal = { $minutes } min late: { $what } [{ $key }]
plan-proposal-short = { $minutes } min late: { $what }; wins only { $won } min [{ $key }]
plan-starts = from { $time }

## Keys
key-keep-time = Shorten and carry over what waits, as proposed, to end on time
hint-keep-time = On time
key-heard = See who spoke how much, and who has not been heard
hint-heard = Heard

## Who has been heard
heard-title = Who has been heard
heard-foot = PgUp/PgDn scroll   Esc closes
heard-whole = { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}, { $length } in all, by { $people ->
    [one] 1 person
   *[other] { $people } people
}
heard-nobody = Nobody has spoken yet.
heard-chair = of it { $name }, who chairs: { $length }, { $share }
heard-by-role = By role
heard-by-person = By person
heard-role = { $name } ({ $count })
heard-turns = { $count ->
    [one] 1 turn
   *[other] { $count } turns
}
heard-silent = Not heard yet: { $count }
heard-silent-none = Everybody in the room has been heard.
heard-untimed = Words taken down, not timed: { $names }
say-heard-voice = { $name }: { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}, { $length }, { $share }
say-heard-silent = Not heard yet, { $count }: { $names }

## Figures
figures-by-stance = Opinions by item
figures-no-stance = no position
figures-item = { $place }. { $title }
figures-count = { $count ->
    [one] 1 opinion
   *[other] { $count } opinions
}
report-share = Share
report-people = People
report-item = Item
report-total = Total
