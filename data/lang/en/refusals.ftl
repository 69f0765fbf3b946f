# Why a command was not carried out, and what to do next.

## The meeting

refusal-not-opened = The meeting has not been opened. To sign somebody in, type “/in NAME”; to begin, “/open”.
refusal-already-open = The meeting is open already. Type “/pause” for a break or “/close” to end it.
refusal-already-open-paused = The meeting is open already, but paused. Type “/resume” to go on.
refusal-closed = The meeting is closed; only corrections, answers, settled points and notes can still be entered. If it was closed by mistake, type “/undo” now.
refusal-paused = The meeting is paused and its clocks stand still. Type “/resume” first.
refusal-not-paused = The meeting is not paused. Type “/pause” for a break.
refusal-time-runs-back = The time { $given } is before the latest entry, { $latest }. Give a time that is not earlier; if you gave none, check this computer's clock.

## The agenda

refusal-item-still-open = Item { $place } “{ $title }” has not ended, and only one item is discussed at a time. Type “/end” and how it ended, such as “/end agreed” or “/end carry”.
refusal-no-item-open = No item is on the table. Type “/start” to begin item { $place } “{ $title }”.
refusal-no-item-open-none-left = No item is on the table, and none is left on the agenda. Add one with “/item TITLE”, then type “/start”.
refusal-no-item-left = Every item on the agenda has been dealt with. Type “/close” to end the meeting, or add an item with “/item TITLE”.
refusal-no-such-item =
    { $count ->
        [0] The agenda is empty, so there is no item { $number }. Add one with “/item TITLE”.
        [one] There is no item { $number }; the agenda has only item 1.
       *[other] There is no item { $number }. Use its number on the agenda, from 1 to { $count }.
    }
refusal-item-closed = Item { $place } “{ $title }” has ended ({ $outcome }) and cannot be started again. To take it up once more, add an item with “/item TITLE”.
refusal-item-not-waiting = Item { $place } “{ $title }” has begun or ended, so it cannot be moved. Only items that are still waiting can.
refusal-no-such-place =
    { $count ->
        [one] The agenda has only one item, so there is no such place.
       *[other] The agenda has no such place. Use a number from 1 to { $count }.
    }
refusal-agenda-full = The agenda is full: it holds { $count } items. Merge topics that belong together.
refusal-minutes = A plan of { $minutes } minutes is out of bounds. Use a number from 1 to { $most }.

## People and the floor

refusal-no-such-person = Nobody on the sign-in sheet has the number { $number }. Type “/in NAME” first.
refusal-already-here = { $name } has signed in already. If this is another person of that name, tell the two apart, such as “{ $name } B”.
refusal-not-here = { $name } is not in the room. If they are back, type “/in { $name }”.
refusal-not-here-since = { $name } left at { $time }. If they are back, type “/in { $name }”.
refusal-hand-already-up =
    { $place ->
        [1] { $name } has a hand up already and is first in the queue. Type “/next” to give them the floor.
       *[other] { $name } has a hand up already, at place { $place } of the queue. To take it down, type “/lower { $name }”.
    }
refusal-hand-not-up = { $name } has no hand up. Type “/hand { $name }” to queue them, or “/floor { $name }” to let them speak now.
refusal-has-the-floor = { $name } has the floor. When they have finished, type “/done”.
refusal-floor-is-free = Nobody has the floor. Type “/next”, or give somebody the floor with “/floor NAME”.
refusal-nobody-waiting = Nobody is waiting to speak. Type “/hand NAME”, or give somebody the floor with “/floor NAME”.
refusal-whose-opinion = Nobody has the floor, so it is not clear who said this. Put the name and a colon first, such as “Wang: agreed”, or give somebody the floor with “/floor NAME”.

## Opinions

refusal-no-such-opinion =
    { $count ->
        [0] There is no opinion { $number }; none has been recorded yet.
        [one] There is no opinion { $number }; the only one so far is opinion 1.
       *[other] There is no opinion { $number }; the latest is opinion { $count }. Check the number and try again.
    }
refusal-opinion-withdrawn = Opinion { $number } ({ $name }) was withdrawn, so it cannot be changed, shared or answered. Record it anew if it is raised again.
refusal-own-opinion = Opinion { $number } is { $name }'s own, so there is no need to record that they agree. Name the others who do.
refusal-already-endorsed = { $name } agrees with opinion { $number } already; it is counted once.
refusal-not-a-question = Opinion { $number } ({ $name }) is not a question, so it needs no answer. If it is one, put it right with “/amend”; to add a remark, use “/note”.

## Resolutions and counts

refusal-no-such-resolution =
    { $count ->
        [0] There is no { $number }; nothing has been resolved yet. Write a resolution with “/resolve TEXT”.
        [one] There is no resolution { $number }; the only one is R1.
       *[other] There is no resolution { $number }; they go from R1 to R{ $count }. Check the number and try again.
    }
refusal-resolution-withdrawn = Resolution { $number } was withdrawn, so it cannot be changed or voted on. Write another with “/resolve TEXT”.
refusal-resolution-elsewhere = Resolution { $number } belongs to item { $place } “{ $title }”, not to the item on the table. Vote only on resolutions of this item.
refusal-nothing-agreed = This item has no resolution, so it cannot end as agreed. Write down what was agreed with “/resolve TEXT”, or type “/end not-agreed” or “/end carry”.
refusal-voted-down = Resolution { $number } was not carried, so this item cannot end as agreed. Change it and vote again, drop it with “/withdraw { $number }”, or type “/end not-agreed”.
refusal-voted-down-count = Resolution { $number } was not carried ({ $count }), so this item cannot end as agreed. Change it and vote again, drop it with “/withdraw { $number }”, or type “/end not-agreed”.
refusal-threshold-locked = Hands were counted on this item, so its rule is locked: { $threshold }. Change it with “/rule” once this item has ended.
refusal-too-many-hands = { $counted } hands were counted, but only { $present } of those present may vote. Count again; if somebody has not signed in, type “/in NAME” first.
refusal-no-hands = All three numbers are zero, so there is nothing to count. Give those for, against and abstaining, such as “/vote hands 18 3 2”.
refusal-nothing-to-vote-on = This item has no resolution to vote on. Write one first with “/resolve TEXT”.

## Actions and the parking list

refusal-no-such-action =
    { $count ->
        [0] There is no { $number }; no action has been agreed yet. Record one with “/action WHAT @OWNER #DUE”.
        [one] There is no action { $number }; the only one is A1.
       *[other] There is no action { $number }; they go from A1 to A{ $count }. Check the number and try again.
    }
refusal-action-dropped = Action { $number } was dropped ({ $why }), so it cannot be changed. If it is wanted after all, record it anew with “/action”.
refusal-due-in-the-past = The due date { $due } is before the day of the meeting, { $on }. Give a later one, such as “#friday” or “#12-05”.
refusal-no-such-parked =
    { $count ->
        [0] There is no { $number }; nothing has been parked yet. Park a point with “/park TEXT”.
        [one] There is no parked point { $number }; the only one is P1.
       *[other] There is no parked point { $number }; they go from P1 to P{ $count }. Check the number and try again.
    }
refusal-already-settled = Parked point { $number } is settled already: { $how }. To add a remark, use “/note”.

## What is still open

refusal-item-hindered = This item cannot end as “{ $outcome }” yet: { $matters }. Settle that first; to end it all the same, type “/end { $typed } anyway”.
refusal-meeting-hindered = Some things are still open: { $matters }. Settle them first; to leave them for after the meeting, type “/close leave”.
outcome-typed-agreed = agreed
outcome-typed-not-agreed = not-agreed
outcome-typed-carried = carry
outcome-typed-noted = noted

## Others

refusal-nothing-to-undo = There is nothing to undo.
refusal-nothing-to-redo = There is nothing to redo. Once something new is entered after an undo, what was undone cannot be redone.
refusal-no-words = There are no words to record. Add a name or some text, then press Enter.
refusal-too-long = The text has { $given } characters; { $most } are allowed. Record the main points, or split it into several entries.
refusal-no-change = This is what the record says already; nothing was changed.
