# Preparing a meeting and reading back what was agreed: words of the record, refusals, usage, warnings.

## The setup

setup-starts = starts { $time }
setup-facilitator = chaired by { $name }
setup-recorder = recorded by { $name }

## The time line

event-setup-changed = Meeting set up as: { $what }
event-person-expected = { $name } is expected
event-expectation-dropped = { $name } is not expected any more
event-excused = { $name } is excused: { $why }
event-item-removed = Taken off the agenda: { $title }
event-read-back-began = What was agreed is being read out
event-confirmed = { $number } read out, nobody objected: { $text }
event-confirmed-by = { $number } read out, confirmed by { $names }: { $text }

## Why a command was not carried out

refusal-item-begun = Item { $place } “{ $title }” has begun or ended, so it cannot be taken off. Only items that are still waiting can.
refusal-already-expected = { $name } is expected already. If this is another person of that name, add the unit, such as “{ $name } (5B)”.
refusal-not-expected = { $name } is not on the list of those expected any more. To expect them again, type “/expect { $name }”.
refusal-no-such-expected = Nobody is expected under the number { $number }. Type “/expect NAME”.
refusal-nothing-to-read-out = Nothing was agreed yet, so there is nothing to read out.
refusal-being-read-out = What was agreed is being read out already; { $number } is next. Type “/confirm” once it was read, with a name if somebody confirms it.
refusal-all-confirmed = Everything that was agreed has been read out and confirmed.
refusal-already-confirmed = { $number } is confirmed already. If somebody else confirms it too, add the name, such as “/confirm { $number } Wang”.
refusal-not-agreed-on = Resolution { $number } belongs to an item that did not end in agreement, so it is not read out.

## What is still open

matter-unconfirmed = { $number } was not read out and confirmed: { $text }
matters-unconfirmed = { $count } not read out and confirmed

## What is missing when something is read out

gap-lacks = no { $lack }
gap-not-voted-on = not voted on
gap-voted-down = was not carried

## The capture line

usage-read-back = | begins to read out what was agreed
usage-confirm = [R1 or A1] [NAME] | confirms what was read out
usage-title = TITLE | changes what the meeting is called
usage-date = DATE | changes the day
usage-time = TIME | changes when it begins
usage-place = PLACE | changes where it is held
usage-chair = NAME | changes who chairs
usage-recorder = NAME | changes who takes the record
usage-expect = NAME [unit] [role] | expects people; several with commas
usage-unexpect = NAME[: why] | expects somebody no more, or excuses them
usage-remove = NUMBER | takes an item off the agenda

misread-not-a-time = “{ $text }” is not a time. Try 19:00, 7pm or 7:30 pm.
misread-nobody-expected = Nobody called “{ $text }” is expected.

## Making a session

cli-not-a-time = “{ $text }” is not a time. Write 19:00, 7pm or 7:30 pm.
cli-help-arg-starts = When it begins, such as 19:00 or 7pm
cli-help-arg-recorder = Who takes the record

## Documents

minutes-time-starts = not held yet, to begin at { $time }
minutes-time-starts-planned = not held yet, to begin at { $time }, { $length } planned
minutes-expected = Expected: { $expected }, of whom { $came } came.
minutes-expected-names = Expected
minutes-missing = Not here yet
minutes-absent = Absent
minutes-excused = Excused
minutes-confirmed = Read out at { $time }, nobody objected.
minutes-confirmed-by = Read out at { $time }, confirmed by { $names }.
minutes-unconfirmed = Not read out and confirmed.

## Warnings of the rehearsal

warning-nothing-planned = There is nothing on the agenda.
warning-no-start = It is not said when the meeting begins, so its end is not known.
warning-ends-late = It would end at { $time }, after ten in the evening.
warning-long = { $length } are planned, more than two hours.
warning-no-minutes =
    { $count ->
        [one] { $count } item has no minutes; it will end later than shown.
       *[other] { $count } items have no minutes; it will end later than shown.
    }
warning-no-turn-fits = Item { $place } “{ $title }” is too short for one turn ({ $turn }).

## What earlier meetings left

left-follow-up = Follow up: { $what }
