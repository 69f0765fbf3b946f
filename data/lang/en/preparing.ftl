# The screen for preparing a meeting.

key-take-all = take all that is listed
hint-take-all = take all

prepare-heading = prepare a meeting
prepare-title = Title
prepare-days-before =
    { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }
prepare-days-past = past
prepare-not-set = not set
prepare-agenda = Agenda
prepare-agenda-count =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
prepare-agenda-planned = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }, { $length } planned
prepare-agenda-clock = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }, { $length } planned, { $from } to { $to }
prepare-expected = Expected
prepare-expected-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
prepare-expected-excused =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }, { $excused } excused
prepare-came = here
prepare-excused = excused: { $why }
prepare-new-item = add an item here
prepare-new-expected = add somebody here
prepare-minutes = { $minutes } min
prepare-no-minutes = no time set

## How each row is filled in

prepare-hint-title = What the meeting is called. Enter goes to the next row.
prepare-hint-date = A day such as 12-05, 5 Dec, tomorrow or friday.
prepare-hint-starts = A time such as 19:00 or 7:30 pm; empty if it is not set.
prepare-hint-place = Where it is held; empty if it is not set.
prepare-hint-facilitator = Who chairs. A few letters will do; Tab completes.
prepare-hint-recorder = Who takes the record. A few letters will do; Tab completes.
prepare-hint-item = Minutes stand behind a bar: “Parking spaces | 20”. An emptied row is removed.
prepare-hint-new-item = One item a row: “Parking spaces | 20”, then Enter. A whole list can be pasted.
prepare-hint-expected = Put it right, or add “: why” for somebody who cannot come. An emptied row is removed.
prepare-hint-new-expected = Name and unit, several with commas, then Enter. A whole list can be pasted.

## Messages

prepare-restored = The row is as it was before.
prepare-done = All set: { $begin } starts the meeting, { $quit } leaves it for later.
prepare-how-to-leave = Everything is taken in. { $key } leaves.
prepare-row-first = This row is not taken in yet. Put it right, or press { $key } to have it as it was.
prepare-cannot-remove = A meeting needs a title and a day.
prepare-only-items-move = Only items of the agenda can be moved; go to one first.
prepare-one-person = One person a row. Add others in the last row of the list.
prepare-no-list = Open the people, or what was left open, to take all of it.
prepare-save-first = Something is not saved yet. Once it is, the meeting can start.
prepare-paste-elsewhere = { $count } lines were pasted, but there is room for one; nothing was taken. Go below “Agenda” to paste items, below “Expected” to paste people.
prepare-paste-line = Line { $line } of what was pasted: { $why } Nothing was added; put it right and paste again.
prepare-pasted-items =
    { $count ->
        [one] { $count } item added.
       *[other] { $count } items added.
    }
prepare-took-some =
    { $count ->
        [one] { $count } item added; { $left } could not be: { $why }
       *[other] { $count } items added; { $left } could not be: { $why }
    }
prepare-pasted-people =
    { $count ->
        [one] { $count } person is expected now.
       *[other] { $count } people are expected now.
    }
prepare-all-expected = All of them are expected already.
prepare-trouble = Not saved: { $why } Everything is kept and tried again. { $key } tries now.

## The time plan

prepare-plan = Time plan
prepare-plan-row = { $minutes } min
prepare-plan-turns =
    { $turns ->
        [one] { $turns } turn
       *[other] { $turns } turns
    }
prepare-plan-total = { $length } in all, from { $from } to { $to }
prepare-plan-total-unset = { $length } in all; no time is set to begin
prepare-plan-turn = A turn takes { $turn }; { $count } expected
prepare-plan-turn-nobody = A turn takes { $turn }; nobody is listed as expected
prepare-plan-good = The plan holds.
prepare-plan-foot = Up/Down scroll, Esc closes

## Templates

prepare-templates = Begin with a ready agenda
prepare-templates-foot = Up/Down choose, Enter adds its items, Esc closes
prepare-template-own = your own
prepare-template-used = { $count ->
        [one] { $count } item
       *[other] { $count } items
    } added from “{ $title }”; change them as you like.
prepare-template-not-utf8 = This template is not UTF-8 and cannot be used.
prepare-template-line = Line { $line } of this template is wrong, so it cannot be used: { $why }

## What earlier meetings left

prepare-earlier = Left open by earlier meetings
prepare-earlier-foot = Enter adds this one, { $all } adds all, Esc closes
prepare-earlier-foot-none = Esc closes
prepare-earlier-looking = Looking through earlier meetings..
prepare-earlier-none = Nothing is left to take in from earlier meetings.
prepare-earlier-trouble = Earlier meetings cannot be looked through: { $why }
prepare-earlier-unread =
    { $count ->
        [one] { $count } meeting could not be read and is left out.
       *[other] { $count } meetings could not be read and are left out.
    }
prepare-earlier-items = Carried over and parked
prepare-earlier-actions = Actions not done
prepare-overdue = overdue
prepare-due = due { $date }
prepare-took-all =
    { $count ->
        [one] { $count } item added.
       *[other] { $count } items added.
    }

## The people

prepare-people = Who is expected
prepare-people-search = Find
prepare-people-foot = Enter chooses or not, { $all } takes all shown, Esc closes
prepare-people-none = The community has no list of people yet. Write names below “Expected”, or import a list with yishi people.
prepare-people-nobody = Nobody fits. Type a name, a unit or a capacity.
prepare-people-count =
    { $count ->
        [one] { $count } expected
       *[other] { $count } expected
    }

## Help and the command line

prepare-help-rows = Filling it in:
prepare-help-typing = Typing changes the row under the bar; Enter, Up or Down take it in, Esc has it as it was.
prepare-help-remove = An emptied row is taken away; so is one with the key for it. Both can be undone.
prepare-help-paste = An agenda or a list of people can be pasted, one a line; if one line is wrong, none is added.
cli-help-prepare = Prepare a meeting: title, time, agenda, who is expected
prepare-no-terminal = Preparing needs a terminal. Open one and try again; to make a meeting only, use yishi new session.

## Before the opening, on the desk

waiting-expected = { $came } of { $expected } expected are here
waiting-missing = Not here yet: { $names }
