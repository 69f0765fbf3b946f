### Procedures, topics on the agenda, and the gate before them

## What procedures are called

procedure-step = Step { $number }
procedure-work-intake = intake
procedure-work-screening = screening
procedure-work-survey = survey
procedure-work-call = call to members
procedure-work-meeting = meeting
procedure-work-handling = handling
procedure-work-publishing = public notice
procedure-work-reply = reply
procedure-work-rating = rating
procedure-within-days =
    { $count ->
        [one] within { $count } day
       *[other] within { $count } days
    }
procedure-within-working-days =
    { $count ->
        [one] within { $count } working day
       *[other] within { $count } working days
    }
procedure-blocks = first: { $list }
procedure-warns = better first: { $list }
procedure-need-classified = a class
procedure-need-screened = accepted in screening
procedure-need-answered = proposers answered
procedure-need-surveyed = survey complete
procedure-need-called = members called
procedure-need-reported-in = a member reported in
procedure-need-scheduled = on an agenda
procedure-need-consulted = consulted on
procedure-need-agreed = agreed
procedure-need-assigned = assigned
procedure-need-published = made public
procedure-need-resulted = a result
procedure-need-rated = rated, nobody dissatisfied

## What comes after the meeting

procedure-after-publishing = enter the public notice on the topics board
procedure-after-handling = assign it on the topics board
procedure-after-reply = answer the proposers on the topics board
procedure-after-rating = enter the ratings on the topics board
procedure-after-survey = complete the survey on the topics board
procedure-after-other = go on from the topics board
procedure-after = After the meeting, { $stage }: { $what }
procedure-over = { $over }. { $after }
procedure-last = The procedure ends here; the topics board shows what becomes of each topic
procedure-again = Its stages may be repeated; see the topics board

## Listing them: yishi procedures

procedures-heading = { $name } ({ $file })
procedures-default = default
procedures-provenance = Provenance: { $provenance }
procedures-source = Source: { $source }
procedures-rules = Rules of the floor: { $rules }
procedures-any-order = Stages in any order, and again
procedures-emergency = An emergency goes straight to: { $stage }
procedures-own-file = The community's own file: { $path }
procedures-unnamed = The community fills in the names: with yishi enter COMMUNITY, type “/name { $file }; names: one; two; three; four; five”
procedures-parts = { "; " }
procedures-no-such = There is no procedure “{ $text }”. There are: { $list }.
procedure-of-community = community.ron names a procedure “{ $text }”, which is not there; “{ $name }” is used. There are: { $list }.
procedure-rules-missing = The procedure “{ $name }” names rules “{ $text }”, which are not there and are left out. There are: { $list }.

## Mistakes in files

procedure-file-faulty = A file with a procedure is not used: { $why }
exclusions-file-faulty = The file of exclusions is not used, those of the program are: { $why }
store-community-spot = spot is ({ $north }, { $east }), which is no place on earth; write degrees north, -90 to 90, and east, -180 to 180.
hand-count = column { $column }: “{ $name }” has { $found }; write { $from } to { $to }.
hand-within = column { $column }: “{ $name }” cannot be “{ $found }”; write Days(number) or WorkingDays(number), from 1 to { $most }.
hand-stage = column { $column }: “{ $found }” is no stage; write (name: "…", works: [Meeting]).
hand-item = column { $column }: “{ $found }” is no agenda item; write (title: "…", minutes: 10).
hand-exclusion = column { $column }: “{ $found }” is no exclusion; write (key: "…", name: "…", redirect: "…").
hand-lacks = column { $column }: “{ $name }” is missing here; write { $name }: "…".
hand-names-stage = column { $column }: “{ $name }” is { $found }, but there are { $count } stages; write 1 to { $count }.
hand-twice-key = column { $column }: the key “{ $found }” is there already; use another one.

## In the record

event-procedure = Procedure “{ $name }” adopted
event-topic-linked = Item { $place } is about topic { $topic }
event-topic-linked-by = Item { $place } is about topic { $topic } (brought up by { $names })
event-topic-despite = ; put there though it lacks { $list }, because: { $why }
event-survey-complete = The survey for item { $place } is complete
event-survey-lacks = The survey for item { $place } still lacks: { $list }
event-survey-waived = Item { $place } is consulted on though its survey is not complete, because: { $why }

## What a survey lacks

gate-part-method = method
gate-part-sites = sites
gate-part-people = people met
gate-part-facts = facts
gate-part-policy = policy basis
gate-part-options = options
gate-part-questions = open questions
gate-visits =
    { $count ->
        [one] { $count } household visit
       *[other] { $count } household visits
    }
gate-briefings =
    { $count ->
        [one] { $count } policy briefing
       *[other] { $count } policy briefings
    }

## What is not possible

refusal-no-meeting-in-stage = No meeting is held in step { $number }. Name a step in which one is, or none.
refusal-procedure-in-force = “{ $name }” is in force already. Type “/procedure” and another name to change that.
refusal-no-topic = Item { $place }, “{ $title }”, is about no topic. Type “/link { $place } #NUMBER” first.
refusal-topic-on-agenda = Topic { $topic } is on the agenda already, as item { $place }, “{ $title }”; a topic is there once.
refusal-topic-needs = Topic { $topic } cannot be put on the agenda yet; it lacks: { $list }. See to that on the topics board first, or give a reason: “/item #{ $topic } | reason: it is urgent”.
refusal-survey-lacks = No consultation without a survey: that of topic { $topic } still lacks { $list }. Complete it first, or give a reason: “/item #{ $topic } | reason: it is urgent”.
refusal-item-survey-lacks = No consultation without a survey: that for item { $place }, “{ $title }”, still lacks { $list }. Complete it first, or type “/waive { $place } REASON”.
refusal-survey-complete = The survey for item { $place }, “{ $title }”, is complete, so there is nothing to waive.

## Commands

usage-procedure = NAME | adopts a procedure
usage-link = NUMBER #TOPIC REASON | says which topic an item is about, and why where it lacks something
usage-waive = NUMBER REASON | consults without a complete survey
misread-not-a-procedure = There is no procedure “{ $text }”. There are: { $list }.
misread-no-such-topic = There is no topic { $topic }. The topics board shows the numbers.
misread-topic-merged = Topic { $topic } was merged into { $into }. Write { $into }.
misread-topic-excluded = Topic { $topic } was not taken in, so it cannot be put on an agenda. Screen it anew first if it has to be consulted on.
misread-topic-withdrawn = Topic { $topic } was taken back, so it cannot be put on an agenda.
misread-not-a-topic = “{ $text }” is no topic number. Write #17 or #17-4a1c.
say-survey-lacks = Note: the survey of topic { $topic } still lacks { $list }.
say-procedure = Procedure: { $name } ({ $provenance }).

## Documents

minutes-procedure = Procedure
minutes-topic = Topic
minutes-proposers = Brought up by
minutes-topic-lacked = Lacking when it was put on the agenda
minutes-topic-despite = Put there all the same because
minutes-survey-lacked = Lacking in the survey
minutes-survey-waived = Consulted on all the same because

## A new meeting

new-topic-refused = The meeting was not made: { $why }
new-no-such-topic = There is no topic { $topic }, so the meeting was not made. “yishi topics { $community }” shows the numbers.
new-not-a-case = “{ $text }” is not a topic number. Write 17 or 17-4a1c.
new-topic-lacks = no consultation without a survey: that of topic { $topic } still lacks { $list }, so it cannot be put on the agenda. Complete it first; to put it there all the same, add --despite REASON.
new-topic-needs = topic { $topic } cannot be put on the agenda yet; it lacks: { $list }. See to that first; to put it there all the same, add --despite REASON.
new-topic-twice = topic { $topic } is given twice.
cli-help-procedures = List procedures, or write one out to start from
cli-help-arg-procedure = A procedure, such as yunyan-six; that of community.ron if not given
cli-help-arg-topic = A topic for the agenda, by its number; may be given several times
cli-help-arg-despite = Why topics are on the agenda though they lack something, such as a survey
cli-help-arg-procedures-which = A community, whose own procedures are listed, too; with --format, a procedure
cli-help-arg-procedures-format = ron: writes a procedure out as a file

## Preparing

prepare-procedure = Procedure
prepare-hint-procedure = A procedure, such as “Yunyan six”; Tab completes it.
earlier-topics = Topics accepted and on no agenda yet
