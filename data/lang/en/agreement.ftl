## Agreement: methods, counts, announcing

method-consensus = consensus
method-hands = show of hands
method-ballot = secret ballot
method-fists = fist to five
method-gradients = gradients of agreement
method-consent = consent
method-statutory = statutory vote
body-residents = residents’ meeting, { $eligible } with a vote
body-villagers = villagers’ meeting, { $eligible } adults
body-households = villagers’ meeting by household, { $eligible } households
body-representatives = villagers’ representatives, { $eligible } members
body-owners = owners’ meeting, ordinary matter, { $eligible } owners, { $area } m²
body-owners-major = owners’ meeting, major matter, { $eligible } owners, { $area } m²
kind-consultation = consultation opinion by { $method }
kind-statutory = statutory vote of the { $method }
rule-consensus = nobody objects when asked
rule-consent = every objection has been resolved
rule-fists = nobody below three fingers, and more than half of the voters present show a hand; those below three explain, then another round
rule-gradients = no serious disagreement and no veto, and supporters (reservations included) are more than half of the voters present
rule-half = more than half of those with a vote attend, more than half of those present in favour
rule-two-thirds = at least two thirds of those with a vote attend, more than half of those present in favour
rule-owners = at least two thirds of area and of owners take part, more than half of both in favour
rule-owners-major = at least two thirds of area and of owners take part, at least three quarters of both in favour
vote-no-quorum = no quorum, void
count-foreseen = as typed: { $result }; { $count }
count-round = round { $round }: { $count }
count-statutory = for { $favour }, against { $against }, abstaining { $abstain }; { $eligible } with a vote, quorum { $quorum }, { $present } present, { $needed } needed; { $result }
count-ballot = for { $favour }, against { $against }, abstaining { $abstain }, invalid { $invalid }; { $present } voters present, { $needed } needed; { $result }
count-fists = five { $five }, four { $four }, three { $three }, two { $two }, one { $one }, fist { $zero }; { $against } below three, { $favour } of { $present } at three or more, { $needed } needed; { $result }
count-gradients = whole-hearted { $whole }, minor point { $minor }, with reservations { $reserved }, abstaining { $abstained }, more discussion { $more }, dislike but go along { $dislike }, serious disagreement { $serious }, veto { $veto }; { $favour } of { $present } support, { $needed } needed; { $result }
count-objections =
    { $standing ->
        [0] { $present } voters present, nobody objects; { $result }
        [1] { $present } voters present, 1 objection stands; { $result }
       *[other] { $present } voters present, { $standing } objections stand; { $result }
    }
count-heads = for { $favour }, against { $against }, abstaining { $abstain }, { $taking } of { $all } take part, at least { $quorum }, { $needed } needed
count-areas = for { $favour }, against { $against }, abstaining { $abstain }, { $taking } of { $all } m² take part, at least { $quorum }, { $needed } needed
count-owners = owners: { $heads }; area: { $areas }; { $result }
objection = Objection { $number }, { $name }: { $text }
objection-resolved = resolved: { $how }
objection-stands = stands
objection-on-record = on record
event-method = { $question }: { $kind }; carried when { $rule }
event-method-item = Questions of this item
event-counted = Count on { $question }, { $kind }: { $count }
event-objection-resolved = Objection { $number } resolved: { $how }
event-announced = Result announced, { $question }: { $result }
next-announce = announce the result: { $result }
minutes-counted-by = { $kind } (not a statutory vote): { $count }. Rule: { $rule }. Counted by { $counter }.
minutes-statutory = Statutory vote (not a consultation opinion), { $method }: { $count }. Rule: { $rule }. Counted by { $counter }.
minutes-statutory-resolution = Decided by statutory vote, { $number }: { $text }
resolution-short = { $result } ({ $method })
room-counting = counting
vote-line-figures = Vote on { $question }: { $count }
agreed-method = { $kind }: { $rule }
agreed-not-announced = not announced yet

## Why not

refusal-method-locked = This was counted by { $method } already, so the method is locked. If it was chosen by mistake, undo that count first.
refusal-other-method = This is decided by { $method }, so it cannot be entered like that. Type “{ $typed }”, or choose another method with “/method” before anything is counted.
refusal-no-eligible = A statutory vote needs the number of those with a vote, and of owners the whole area. Type “/method residents eligible 320” or “/method owners major owners 400 area 38000”.
refusal-present-beyond-eligible = { $present } present are more than the { $eligible } who have a vote. Check the numbers and enter them again.
refusal-too-much-area = { $counted } m² were counted, but there are only { $all } m². Check the numbers and enter them again.
refusal-objections-stand = Objections still stand: { $list }. Resolve them with “/resolved NUMBER HOW”, or type “/consensus objections”.
refusal-no-objection = No objection is in the record. Write it first with “/object NAME: REASON”, then type “/consensus objections”.
refusal-no-such-objection =
    { $count ->
        [0] There is no objection { $number }; none was raised. Write one with “/object NAME: REASON”.
       *[other] There is no objection { $number }; there are O1 to O{ $count }. Check the number and try again.
    }
refusal-objection-resolved = Objection { $number } is resolved already.
refusal-nothing-to-announce = No result waits to be announced. Enter the count first with “/vote”.

## Usage

usage-method = METHOD [half, two-thirds …] [R1] | chooses how to decide, before the count
usage-consensus = none or objections | enters whether anybody objects
usage-fists = six numbers, fist to five | enters a fist to five
usage-gradients = eight numbers, whole-hearted to veto | enters gradients of agreement
usage-object = NAME: REASON | notes an objection
usage-resolved = O1 HOW | notes how an objection was resolved
usage-announce = | announces the result to the room
misread-not-a-method = Choose consensus, hands, ballot, fists, gradients, consent, residents, villagers, households, representatives or owners. (You wrote “{ $text }”.)
misread-not-a-count = The numbers do not fit: fist to five takes six (fist, one to five fingers), gradients take eight, owners and area each take for, against and abstaining. (You wrote “{ $text }”.)
typed-consensus = /consensus none
typed-hands = /vote hands 18 3 2
typed-ballot = /vote 18 3 2 invalid 1
typed-fists = /fists 0 1 2 5 8 4
typed-gradients = /gradients 3 5 4 2 1 0 0 0
typed-owners = /vote owners for 280 against 20 abstain 5 area for 25000 against 1800 abstain 300
typed-statutory = /vote for 150 against 20 abstain 5 present 180
