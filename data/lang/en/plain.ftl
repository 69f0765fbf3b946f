# The linear mode (--plain): no layout, a line at a time; and the answers to /where, /queue,
# /opinions and /decided.

## What can be typed

usage-where = | tells where the meeting is
usage-queue = | tells whose hands are up
usage-opinions = | tells what was said on this item
usage-decided = | tells what was agreed

## Answers

say-meeting = { $community }, { $title }: { $phase }. It is { $now }; { $spent } of { $planned } minutes are used, and it should end at { $end }.
say-meeting-unplanned = { $community }, { $title }: { $phase }. It is { $now }; { $spent } minutes are used.
say-meeting-prepared = { $community }, { $title }: { $phase }. It is on { $day }; { $items } items, { $planned } minutes planned, { $people } signed in.
say-meeting-closed = { $community }, { $title }: { $phase }. It closed at { $end } after { $spent } minutes.
say-item = Item { $place } of { $count }, { $title }: { $spent } of { $planned } minutes used.
say-item-unplanned = Item { $place } of { $count }, { $title }: { $spent } minutes used.
say-item-over = Item { $place } of { $count }, { $title }: { $spent } minutes used, { $over } over plan.
say-no-item = No item is on the table.
say-floor = { $name } has the floor: { $spent } used, { $left } left.
say-floor-over = { $name } has the floor: { $spent } used, { $over } over time.
say-floor-unlimited = { $name } has the floor: { $spent } so far.
say-floor-free = Nobody has the floor.
say-next =
    { $others ->
        [0] Next is { $name }: { $why }.
        [one] Next is { $name }: { $why }. { $others } more hand is up.
       *[other] Next is { $name }: { $why }. { $others } more hands are up.
    }
say-next-nobody = No hand is up.
say-step = Next step: { $what }.
say-hinders = Still open on this item: { $what }.
say-saved = Everything is saved.
say-saving = Saving { $count }.
say-unsaved =
    { $count ->
        [one] { $count } entry is not saved yet.
       *[other] { $count } entries are not saved yet.
    }
say-queue =
    { $count ->
        [one] { $count } hand is up:
       *[other] { $count } hands are up, in this order:
    }
say-hand = { $place }. { $name }, hand up { $time }, { $turns ->
        [0] not yet spoken
        [one] spoken once
       *[other] spoken { $turns } times
    }
say-hand-stance = { $place }. { $name }, { $stance }, hand up { $time }, { $turns ->
        [0] not yet spoken
        [one] spoken once
       *[other] spoken { $turns } times
    }
say-opinions-none = Nothing was said on this item yet.
say-opinions =
    { $count ->
        [one] { $count } opinion on this item
       *[other] { $count } opinions on this item
    }{ $open ->
        [0] :
       *[other] , { $open } unanswered:
    }
say-opinion = { $number }. { $name }: { $text }
say-opinion-stance = { $number }. { $name }, { $stance }: { $text }
say-and = { $line }; { $more }
say-endorsed = { $count } agree ({ $names })
say-agreed-none = Nothing is agreed yet.
say-agreed =
    { $resolutions ->
        [one] { $resolutions } resolution
       *[other] { $resolutions } resolutions
    }, { $actions ->
        [one] { $actions } action
       *[other] { $actions } actions
    }:
say-resolution = { $number } { $text } ({ $how })
say-owner = { $name }
say-due = by { $day }
say-test = test: { $text }

## The conversation

plain-how = Type a line, and it is taken down; an empty line tells the next step; /where tells where the meeting is, /help lists the commands, /quit leaves.
plain-over = The meeting is over. Put the record right with /amend, /answer, /settle or /note; /decided tells the results, /quit leaves.
plain-step-how = Another empty line does it.
plain-refused = Not done: { $why }
plain-help-row = { $typed }: { $about }
plain-followed = { $time } { $what }
plain-only-follows = This only listens; the record is taken elsewhere.
plain-trouble = Not saved: { $why } Everything is kept and tried again. “/saveto FOLDER” saves elsewhere.
plain-end-item = How does { $item } end? { $choices }.
plain-end-item-how = An empty line means “{ $outcome }”; or type a number; “cancel” does not end it.
plain-end-item-warned = Another empty line ends it as “{ $outcome }” all the same, and the record says so; “cancel” goes back to settle these first.
plain-not-ended = The item goes on.
plain-close-how = An empty line closes the meeting; “cancel” does not.
plain-close-leave-how = An empty line closes the meeting and leaves these for follow-up; “cancel” goes back to settle them: /answer, /amend, /settle.
plain-close-read-first = An empty line first reads out what was agreed; “/close” closes without that; “cancel” does not close.
plain-not-closed = The meeting goes on.
plain-leave-how = An empty line tries to save again; “/quit” once more leaves all the same; “cancel” stays.
plain-stays = You are still here.
plain-reading = Reading out { $number }, { $place } of { $count }: { $text } ({ $how })
plain-reading-how = An empty line when nobody objects; a name when somebody confirms it; /amend puts it right; “/close” reads no further; “cancel” stops here.
plain-reading-left = Reading out stops here; /readback goes on.
plain-turn-over = Time: { $name } has used up the turn ({ $time }).
plain-item-near = Time: { $item } has used { $spent } of { $planned } minutes.
plain-item-over = Time: the { $planned } minutes planned for { $item } are used up.
plain-meeting-over = Time: the { $minutes } minutes planned for the meeting are used up.

## The list of meetings

plain-home-heading = { $heading }, { $count }:
plain-home-count = { $heading }, { $count }.
plain-home-meeting = { $number }. { $title }, { $community }, { $day }, { $phase }
plain-home-unreadable = { $number }. { $name } (cannot be read)
plain-home-community = { $number }. { $name }, { $meetings ->
        [one] { $meetings } meeting
       *[other] { $meetings } meetings
    }
plain-home-how = Type a number or a name to open it; an empty line leaves.
plain-home-narrowed-how = Type a number or a name to open it; an empty line goes back to everything.
plain-home-nothing = There is no meeting yet. Make one with yishi new community and yishi new session, or try yishi demo --plain. An empty line leaves.
plain-home-no-number = There is no number { $number }; the list goes from 1 to { $last }.
cli-help-arg-plain = A line at a time, without screens: for a screen reader or a simple terminal
