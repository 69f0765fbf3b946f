### Rules of the floor, the queue and the chair

## Why somebody is next

why-point-of-order = points of order come first
why-reply = replies come first
why-placed = placed by the facilitator
why-not-yet-on-item = not yet heard, { $name } was
why-not-yet-in-meeting = not heard tonight, { $name } was
why-less-time = has spoken { $time } less than { $name }
why-least-time = has spoken least
why-other-position-support = other side: the last one supported
why-other-position-oppose = other side: the last one opposed
why-balance = { $role }: fewest turns on this item
why-opposition = opposes, hand up with { $name }
why-in-queue =
    { $turns ->
        [0] hand up { $time }, first turn
        [one] hand up { $time }, spoken once
       *[other] hand up { $time }, spoken { $turns } times
    }

## The queue

queue-row = { $place }. { $name }  { $why }
queue-kind-reply = reply
queue-kind-point-of-order = point of order
queue-list-closed = closed
say-list-closed = No more hands are taken on this item; “/openlist” takes them again.
floor-warns = nearly up
floor-interrupts = point of order, { $name } waits
floor-kind = { " " }({ $kind })
floor-chair = chair: { $name }
next-back = { $name } goes on speaking
room-list-closed = No more hands are taken on this item
room-interrupted = { $name } goes on afterwards

## As the record tells it

called-past-limit = past the number of turns
event-hand-reply = { $name } wants to reply
event-hand-point-of-order = { $name } raised a point of order
event-hand-moved = { $name } moved to place { $place } of the queue
event-list-closed = No more hands are taken on this item
event-list-reopened = Hands are taken again on this item
event-floor-passed = called ahead of { $name }
minutes-called-past = Called by the facilitator
event-rules = Rules of the floor from now on: { $name }
event-chair-given = { $name } takes the chair
event-chair-taken-back = The facilitator takes the chair again

## Rules in words

rules-in-force = Rules of the floor
rules-unwritten = Plain hand order
provenance-documented = as published
provenance-adapted = adapted
provenance-own = own
criterion-not-yet-on-item = not yet spoken on the item first
criterion-not-yet-in-meeting = not yet spoken in the meeting first
criterion-least-time = least time first
criterion-alternate-positions = positions alternate
criterion-balance-roles = capacities in balance
criterion-opposition-first = opposition first among simultaneous hands
criterion-hand-order = earliest hand
rules-turn = { $time } a turn
rules-no-limit = no time limit
rules-turns =
    { $count ->
        [one] { $count } turn an item
       *[other] { $count } turns an item
    }
say-rules = Rules of the floor: { $name } ({ $provenance }): { $what }.
say-rules-source = Source: { $source }

## What is not possible

refusal-list-is-closed = No more hands are taken on this item. “/openlist” takes them again; to let them speak all the same, type “/floor { $name }”.
refusal-list-closed-already = No more hands are taken on this item already. “/openlist” takes them again.
refusal-list-is-open = Hands are being taken on this item. To stop that, type “/closelist”.
refusal-turns-used-up =
    { $turns ->
        [one] { $name } has spoken once on this item, as often as the rules allow. To let them speak all the same, type “/floor { $name }”; the record will say so.
       *[other] { $name } has spoken { $turns } times on this item, as often as the rules allow. To let them speak all the same, type “/floor { $name }”; the record will say so.
    }
refusal-no-such-queue-place =
    { $count ->
        [one] Only one hand is up, so there is only place 1.
       *[other] { $count } hands are up; write a place from 1 to { $count }.
    }
refusal-chair-must-hand-over = { $name } chairs, and by the rules hands over the chair before speaking. Type “/handover NAME” first.
refusal-chairs-already = { $name } chairs already. To give somebody else the chair, type “/handover NAME”.
refusal-chair-not-given = The chair was not handed over, so there is nothing to take back. To hand it over, type “/handover NAME”.
refusal-rules-in-force = “{ $name }” is in force already. Type “/rule” and another name to change that.

## Commands

usage-close-list = | takes no more hands on this item
usage-open-list = | takes hands again
usage-order = NAME | a point of order, which comes first
usage-reply = NAME | a reply, which comes before turns
usage-queue-to = NAME PLACE | moves somebody in the queue
usage-hand-over = NAME | somebody else takes the chair
usage-take-back = | the facilitator takes the chair again
misread-not-a-rule = There are no rules “{ $text }”. Rules of the floor: { $list }. What carries a motion: half, votes, two-thirds, all.

## Rule files

rule-file-faulty = A file with rules is not used: { $why }
hand-number = Write a whole number from { $from } to { $to }.
new-no-such-rules = There are no rules of the floor “{ $text }”. There are: { $list }.
own-rules-of-community = community.ron names the rules of the floor “{ $text }”, which are not there. There are: { $list }.

cli-help-arg-rules = Rules of the floor by name, such as nantang; else those in community.ron

prepare-rules = Rules
prepare-hint-rules = Rules of the floor by name, such as “nantang”. Tab completes. Empty is plain hand order.
