# What the things of a meeting are called: roles, positions, outcomes, states; the next step, what
# is still open, the time line.

## Joining and brackets

list-comma = { ", " }
list-or = { " or " }
list-clause = { "; " }
text-bracketed = { $text } ({ $inner })

## Durations

duration-hours = { $hours } h { $minutes } min
duration-minutes = { $minutes } min { $seconds } s
duration-whole-minutes = { $minutes } min
duration-seconds = { $seconds } s

## Roles

role-resident = resident
role-representative = residents' representative
role-cppcc = CPPCC member
role-delegate = Party delegate
role-deputy = People's Congress deputy
role-committee = residents' committee
role-owners = owners' committee
role-property = property manager
role-grid = grid worker
role-government = government department
role-expert = expert
role-nonvoting = non-voting
role-observer = observer

## Positions

stance-support = support
stance-oppose = oppose
stance-question = question
stance-concern = concern
stance-suggestion = suggestion
stance-supplement = supplement

## Agenda items

outcome-agreed = agreed
outcome-not-agreed = not agreed
outcome-carried = carried over
outcome-noted = noted
item-waiting = waiting
item-open = on the table
item-named = item { $place } “{ $title }”

## What carries a motion

threshold-majority-present = more than half of the voters present
threshold-majority-votes = more in favour than against, abstentions left out
threshold-two-thirds = at least two thirds of the voters present
threshold-all = all voters present

## How far the meeting is

phase-prepared = not opened
phase-running = in session
phase-paused = paused
phase-closed = closed

## Actions

action-open = open
action-underway = under way
action-done = done
action-dropped = dropped
action-overdue = overdue
lack-owner = owner
lack-due = due date
lack-test = acceptance test

## How somebody came to have the floor

called-in-order = in order of hands
called-out-of-order = called ahead of others
called-directly = called, nobody waiting

## The next step

next-open-meeting = Open the meeting
next-resume = Resume the meeting
next-open-item = Start item { $place }: { $title }
next-call = Give the floor to { $name }
next-end-turn = End the turn of { $name }
next-close-item = End item { $place }: { $title }
next-close-meeting = Close the meeting
next-nothing = The meeting is over
why-next =
    { $turns ->
        [0] hand up { $time }, first turn
        [one] hand up { $time }, spoken once
       *[other] hand up { $time }, spoken { $turns } times
    }

## What is still open

matter-item = Item { $place } not reached: { $title }
matter-question = Question { $number } awaits an answer: { $text }
matter-action = Action { $number } has no { $lacks }: { $text }
matter-parked = Parked point { $number } is not settled: { $text }
matters-items =
    { $count ->
        [one] { $count } item not reached
       *[other] { $count } items not reached
    }
matters-questions =
    { $count ->
        [one] { $count } question unanswered
       *[other] { $count } questions unanswered
    }
matters-action = action { $number } has no { $lacks }
matters-actions =
    { $count ->
        [one] { $count } action incomplete
       *[other] { $count } actions incomplete
    }
matters-parked = parked point { $number } not settled
matters-many-parked =
    { $count ->
        [one] { $count } parked point not settled
       *[other] { $count } parked points not settled
    }

## The time line

event-created = Record created: { $community }, { $title }, { $date }
event-taken-over = The device “{ $device }” goes on with the record
event-opened = Meeting opened
event-paused = Meeting paused, clocks stopped
event-resumed = Meeting resumed, clocks running
event-closed = Meeting closed
event-closed-leaving = Meeting closed, left open: { $left }
event-joined = { $name } signed in
event-returned = { $name } is back
event-left = { $name } left
event-person-corrected = Sign-in of { $name } corrected
event-item-added = Item { $place } added to the agenda: { $title }
event-item-changed = Item { $place } changed to: { $title }
event-item-moved = “{ $title }” moved to place { $place } of the agenda
event-item-opened = Item { $place } started: { $title }
event-item-closed = Item { $place } “{ $title }” ended: { $outcome }
event-item-closed-despite = { $closed }; ended anyway with these open: { $left }
event-hand-raised = { $name } raised a hand
event-hand-lowered = { $name } lowered the hand
event-floor-given = { $name } has the floor
event-floor-ended = { $name } finished speaking
event-floor-ended-unknown = Turn ended
event-opinion = { $name } (opinion { $number }): { $text }
event-opinion-stance = { $name } (opinion { $number }, { $stance }): { $text }
event-opinion-amended = Opinion { $number } of { $name } corrected: { $text }
event-opinion-amended-stance = Opinion { $number } of { $name } corrected ({ $stance }): { $text }
event-opinion-withdrawn = { $name } withdrew opinion { $number }
event-endorsed = { $name } agrees with opinion { $number } ({ $author })
event-answered = Question { $number } of { $author } answered: { $text }
event-resolution = Resolution { $number } drafted: { $text }
event-resolution-amended = Resolution { $number } changed to: { $text }
event-resolution-withdrawn = Resolution { $number } withdrawn: { $text }
event-threshold = What carries a motion from now on: { $threshold }
event-vote-on = Show of hands on { $question }: { $count }
event-vote-resolution = resolution { $number }
event-vote-question = “{ $text }”
event-action = Action { $number } agreed: { $text }
event-action-amended = Action { $number } corrected: { $text }
event-action-dropped = Action { $number } dropped: { $text } (why: { $why })
event-parked = { $number } parked: { $text }
event-parked-by = { $number } parked, brought up by { $name }: { $text }
event-settled = Parked point { $number } settled: { $how }
event-noted = Note: { $text }
event-reverted = Entry { $number } undone
event-reinstated = Entry { $number } redone

## Counts

vote-count = for { $favour }, against { $against }, abstaining { $abstain }; { $present } voters present, { $needed } needed; { $result }
vote-carried = carried
vote-failed = not carried
