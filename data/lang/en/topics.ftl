# Topics: names, what stands in the ledger, how lines are written, answers to lines not understood.

topic-raised = to be screened
topic-accepted = accepted
topic-scheduled = on an agenda
topic-consulted = consulted on
topic-handling = being handled
topic-reopened = reopened
topic-resulted = to be rated
topic-closed = closed
topic-excluded = not dealt with
topic-merged = merged
topic-withdrawn = withdrawn

class-livelihood = livelihood matter
class-neighbours = vexing matter · dispute between neighbours
class-petition = vexing matter · petition demand
class-rights = vexing matter · rights and interests
class-governance = governance difficulty

need-classified = a class
need-screened = screened and accepted
need-answered = proposers answered
need-surveyed = survey complete
need-called = members called
need-reported-in = a member reported in
need-scheduled = on an agenda
need-consulted = consulted on in a meeting
need-agreed = agreed on in a meeting
need-assigned = assigned to a unit
need-published = made public
need-resulted = a result
need-rated = rated by the proposers, none dissatisfied

survey-method = method
survey-sites = sites seen
survey-people = people met
survey-facts = facts
survey-policy = policy basis
survey-options = options
survey-questions = open questions
survey-lacks-visits = { $count ->
    [one] { $count } household visit
   *[other] { $count } household visits
}
survey-lacks-briefings = { $count ->
    [one] { $count } policy briefing
   *[other] { $count } policy briefings
}

outing-visit = household visit
outing-briefing = policy briefing

stage-named = stage { $number }, “{ $name }”
stage-numbered = stage { $number }

case-numbered = topic { $number }
case-titled = topic { $number }, “{ $title }”

# One thing in the ledger, in a sentence.

ledger-created = The ledger was begun by the device “{ $device }”
ledger-taken-back = The entry before was taken back
ledger-seen = The ledger of the device “{ $device }” was read
ledger-person-entered = Entered: { $name }
ledger-action-reported = Action { $action }: { $state }
ledger-topic-raised = Taken in: { $topic }, “{ $title }”, brought up by { $names }
ledger-topic-raised-bare = Taken in: { $topic }, “{ $title }”
ledger-slip-amended = The slip of { $topic } was put right: “{ $title }”
ledger-topic-classified = Class of { $topic }: { $class }
ledger-proposers-joined = { $names } signed { $topic }
ledger-topic-accepted = Accepted: { $topic }, to be dealt with by the { $level }
ledger-topic-excluded = Not dealt with: { $topic }, { $ground }; where to turn: { $redirect }
ledger-approved-by = approved by { $name }
ledger-topics-merged = Merged into { $topic }: { $list }
ledger-topic-parted = Parted again: { $topic }
ledger-topic-withdrawn = Withdrawn: { $topic }, because: { $why }
ledger-proposers-answered = Told what became of { $topic }: { $names }. { $how }
ledger-procedure-chosen = Procedure of { $topic }: { $procedure }
ledger-stage-entered = Entered by { $topic }: { $stage }
ledger-stage-entered-despite = Entered by { $topic }: { $stage }, because: { $why }
ledger-stages-named = Stages of “{ $procedure }” named: { $names }
ledger-survey-written = Survey of { $topic } written: { $list }
ledger-visited = { $date } household visit: { $place }, { $count ->
    [one] { $count } household
   *[other] { $count } households
}
ledger-briefed = { $date } policy briefing: { $place }, { $count ->
    [one] { $count } person
   *[other] { $count } people
}
ledger-survey-waived = May be consulted on without a complete survey: { $topic }, because: { $why }
ledger-topic-assigned = Assigned: { $topic } to { $unit }
ledger-assigned-with = { $told }, with { $names }
ledger-due = due { $date }
ledger-topic-posted = Made public from { $from }: { $topic }
ledger-topic-posted-until = Made public from { $from } until { $until }: { $topic }
ledger-topic-resulted = Result of { $topic }: { $class }
ledger-topic-rated = { $name } rates { $topic }: handling { $handling }, result { $result }
ledger-noted = { $told }. { $note }
ledger-station-entered = Station entered: { $name }
ledger-duty-set = On duty at { $name }: { $names }
ledger-duty-none = A day of duty at { $name } was taken off
ledger-called-out = Call { $call }: { $reason }, { $count ->
    [one] { $count } member called
   *[other] { $count } members called
}
ledger-reported-in = { $name } reported in to call { $call }
ledger-call-closed = Call { $call } closed: { $how }

# Why something cannot be done, and what to do.

affair-no-such-topic = There is no { $topic }. See all with “yishi topics”.
affair-not-now = This cannot be done now: { $topic } is “{ $state }”.
affair-stage-needs = Before { $topic } can enter { $stage } it needs: { $list }. Do that first, or give a reason: /stage { $number }; reason: …
affair-merged-into = Now part of { $into }: { $topic }. Write { $number } instead.
affair-not-merged = There is nothing to part: { $topic } is part of no other.
affair-has-parts = Others were merged into { $topic }: { $list }. Part them first: /part { $number }
affair-merged-into-itself = It cannot be merged into itself: { $topic }. Check the numbers.
affair-nothing-to-merge = Say which topics are merged into { $topic }: /merge 18, 19 into { $number }
affair-has-result = There is a result already, so it cannot be merged: { $topic }.
affair-no-result = There is no result to rate yet: { $topic }. Enter it first: /result { $number } A
affair-raised-before = That was taken in already: { $topic }.
affair-signed-before = { $name } stands behind { $topic } already.
affair-not-a-proposer = { $name } did not bring up { $topic } (proposers: { $list }). Check the name; whoever signs later is added with “/join”.
affair-answered-before = { $name } was told already how { $topic } stands.
affair-nobody-owed = Nobody is owed an answer on { $topic } now.
affair-meeting-needs = It cannot be put on an agenda yet: { $topic } lacks { $list }. First { $step }, or give a reason: /schedule { $number } MEETING; reason: …
affair-out-of-order = Now in { $from }: { $topic }. To go to { $stage } give a reason: /stage { $number }; reason: …
affair-no-such-stage = “{ $procedure }” has no stage { $number }; there are { $count }.
affair-no-stage-left = There is no stage after this one: { $topic }.
affair-in-stage = Already in { $stage }: { $topic }.
affair-no-such-procedure = There is no procedure “{ $procedure }”, or its file is faulty. See “yishi procedures”.
affair-names-do-not-fit = “{ $procedure }” has { $count } stages, but { $given } names are given. Write one name for each, parted by commas.
affair-nothing-to-waive = The survey lacks nothing, so there is nothing to waive: { $topic }.
affair-unchanged = It is so already: { $topic }.
affair-named-before = The stages of “{ $procedure }” are called so already.
affair-in-the-future = { $date } is still to come. Check the date.
affair-too-early = Entered for { $known } already: { $topic }. This line cannot be earlier. Check the date and time it begins with.
affair-too-early-for-call = Call { $call } has an entry for { $known } already. This line cannot be earlier. Check the date and time it begins with.
affair-ends-before-it-begins = The last day, { $until }, lies before { $from }. Check the dates.
affair-count-out-of-bounds = { $given } cannot be; write a number from 1 to { $most }.
affair-too-long = This has { $given } characters; there may be { $most }. Make it shorter.
affair-no-title = There is no title. Write for example: /raise Rubbish in the hall; by: Wang Li
affair-no-proposer = Nobody is named who brings it up. Add “; by: NAME”: they are owed an answer.
affair-no-why = There is no reason. Add it.
affair-no-ground = There is no ground for not dealing with it. Add “; reason: …”.
affair-no-redirect = It does not say where to turn instead. Add “; redirect: …”.
affair-no-how = It does not say how they were told. Add it, such as “by phone: accepted”.
affair-no-stage-name = A stage has no name. Write one name for each.
affair-no-survey = Nothing of the survey is given. Write a field, such as “; facts: …”.
affair-no-place = There is no place. Add it.
affair-no-unit = There is no unit to charge. Add it.
affair-no-station-name = The station has no name. Add it.
affair-no-call-reason = There is no reason for the call. Add it.
affair-no-ending = It does not say how the call ended. Add it.

topic-step-classify = give it a class
topic-step-screen = screen it
topic-step-survey = survey it
topic-step-survey-lacks = go on with the survey: { $list }
topic-step-call = call members
topic-step-report-in = note who reports in to call { $call }
topic-step-schedule = put it on an agenda
topic-step-hold = hold the meeting { $session }
topic-step-assign = assign it to a unit
topic-step-post = make it public
topic-step-result = enter the result
topic-step-look-back = look back, and enter the result anew
topic-step-answer = answer { $names }
topic-step-rate = ask { $names } to rate it
topic-step-enter-stage = enter { $stage }
topic-step-nothing = nothing to do

# What is typed for the next step, up to the cursor.
topic-begun-classify = /amend { $number }; class:{" "}
topic-begun-screen = /screen { $number }{" "}
topic-begun-survey = /survey { $number };{" "}
topic-begun-call = /call { $title }; topic: { $number }
topic-begun-report-in = /report { $call }{" "}
topic-begun-schedule = /schedule { $number }{" "}
topic-begun-assign = /assign { $number }{" "}
topic-begun-post = /post { $number }{" "}
topic-begun-result = /result { $number }{" "}
topic-begun-answer = /answer { $number }{" "}
topic-begun-rate = /rate { $number }{" "}
topic-begun-enter-stage = /stage { $number }

# How lines are written: what follows the verb, and behind the bar what it does.

affair-usage-raise = TITLE; by: NAME; class: …; place: … | takes a topic in; also source, reason, suggestion, group, channel, date, procedure, from
affair-usage-amend = TOPIC; FIELD: new words | puts a slip right; “none” takes a field away
affair-usage-join = TOPIC NAME | adds people who sign
affair-usage-screen = TOPIC accept or exclude; level: …; class: …; approver: … | screens a topic; excluding needs a reason
affair-usage-merge = TOPIC, TOPIC into TOPIC | merges topics that are the same
affair-usage-part = TOPIC | parts a topic that was merged
affair-usage-withdraw = TOPIC REASON | takes a topic back
affair-usage-answer = TOPIC WHAT; to: NAME | notes that proposers were told; all of them without “to”
affair-usage-procedure = TOPIC PROCEDURE | follows another procedure from its first stage
affair-usage-stage = TOPIC [STAGE]; reason: … | enters the next stage, or that one
affair-usage-stage-names = PROCEDURE: NAME, NAME, … | names the stages of a procedure
affair-usage-survey = TOPIC; method: …; sites: …; people: …; facts: …; policy: …; options: …; questions: … | writes the survey record
affair-usage-visit = PLACE; topic: 17; households: 3; date: …; by: …; note: … | notes a household visit; one household if not said
affair-usage-briefing = PLACE; topic: 17; people: 40; date: …; by: …; note: … | notes a policy briefing
affair-usage-waive = TOPIC REASON | lets a topic be consulted on without a complete survey
affair-usage-schedule = TOPIC MEETING; minutes: 20; reason: … | puts a topic on an agenda
affair-usage-assign = TOPIC UNIT; with: …; due: … | charges a unit
affair-usage-post = TOPIC WHAT OR WHERE; from: …; until: … | notes that it was made public
affair-usage-result = TOPIC A, B, C or D NOTE | result: solved, under way, planned, for reference
affair-usage-rate = TOPIC NAME HANDLING RESULT; says: … | a proposer's rating: satisfied, mostly satisfied, dissatisfied
affair-usage-undo = | takes back what this device entered last
affair-usage-help = | shows the help

# Lines that were not understood.

affair-misread-empty = There is nothing on this line.
affair-misread-no-verb = A line begins with a command, such as: /raise Rubbish in the hall; by: Wang Li. (It says “{ $text }”.)
affair-misread-unknown-verb = There is no command “/{ $text }”. Type “/help” to see all.
affair-misread-too-much = “{ $command }” has no use for “{ $text }”. Take it out, or put it into a field.
affair-misread-unknown-label = “{ $text }” is no field here. Fields: { $list }. If it is part of the text, write a comma for the semicolon.
affair-misread-no-labels = This command has no fields, so “{ $text }:” has no place. If it is part of the text, write a comma for the semicolon.
affair-misread-label-twice = The field “{ $text }” stands there twice. Put both into one.
affair-misread-label-without-colon = “{ $text }” is a field and needs a colon: “{ $text }: …”. If it is part of the text, write a comma for the semicolon.
affair-misread-label-in-text = “{ $text }:” needs a semicolon before it: “; { $text }: …”. If it is part of the text, leave out the colon.
affair-misread-empty-field = The field “{ $text }” is empty. Leave it out if there is nothing to say.
affair-misread-not-a-case = “{ $text }” is not the number of a topic. Write 17 or 17-4a1c.
affair-misread-several-cases = Several topics have the number { $text }: { $list }. Write the device's mark, too.
affair-misread-could-be = “{ $text }” could be: { $list }. Say which.
affair-misread-not-a-source = “{ $text }” is no source. Write one of: { $list }.
affair-misread-not-a-class = “{ $text }” is no class. Write one of: { $list }.
affair-misread-not-a-level = “{ $text }” is no level. Write one of: { $list }.
affair-misread-not-a-result = “{ $text }” is no result. Write one of: { $list }, or A, B, C, D.
affair-misread-not-a-rating = “{ $text }” is no rating. Write one of: { $list }.
affair-misread-not-a-decision = Say whether it is dealt with: { $list }. (It says “{ $text }”.)
affair-misread-not-a-procedure = There is no procedure “{ $text }”. There are: { $list }.
affair-misread-not-a-stage = There is no stage “{ $text }”. There are: { $list }; or write its number.
affair-misread-not-a-meeting = There is no meeting “{ $text }”. There are: { $list }.
affair-misread-no-meeting = This community has no meetings yet, so there is no “{ $text }”. Make one with “yishi new session”.
affair-misread-no-stage = There is no stage called “{ $text }”. Write its number.
affair-misread-no-procedure = There is no procedure “{ $text }”: no procedure file can be used.
affair-misread-no-redirect = “{ $text }” is not on the list of exclusions ({ $list }). Add where to turn instead, such as “; redirect: legal aid centre”.
affair-misread-nobody-called = Nobody is called “{ $text }”. Write the full name of somebody who is not on the list.
affair-misread-like-known = “{ $text }” is close to { $list } on the list. Write the full name if it is the same person, or add the unit in brackets if not: “{ $text } (unit 5)”.
affair-misread-not-a-date = “{ $text }” is not understood as a date. Write 2026-11-20, 11-20, 20 Nov or today.
affair-misread-future-day = “{ $text }” is still to come; this must be a day that has been.
affair-misread-not-an-origin = “{ $text }” is not where a topic can come from. Write “SESSION/P1” for a parked point, “SESSION/I3” for an item.
affair-misread-ends-before = “{ $text }” lies before the first day. Check the dates.

# The list of topics, and one of them wholly.

topics-heading = Topics
topics-case = No.
topics-title = Topic
topics-proposers = Proposers
topics-date = Date
topics-source = Source
topics-channel = Channel
topics-class = Class
topics-place = Place
topics-group = Group
topics-reason = Reason
topics-suggestion = Suggestion
topics-origin = From
topics-level = Level
topics-excluded = Exclusion
topics-redirect = Redirect
topics-approver = Approver
topics-procedure = Procedure
topics-state = State
topics-unit = Lead unit
topics-due = Due
topics-result = Result
topics-ratings = Ratings
topics-community = Community
topics-next = Next step
topics-of-state = { $state } ({ $count })
topics-tally = { $total ->
    [one] { $total } topic
   *[other] { $total } topics
}: { $open } open, { $over } over, { $overdue } overdue.
topics-none = There are no topics.
topics-due-by = by { $date }
topics-was-due = was due { $date }

topic-head = { $id } { $title } ({ $state })
topic-next = Next step: { $step }
topic-slip = Topic slip
topic-merged-from = Merged from
topic-merged-into = Merged into
topic-why-withdrawn = Withdrawn because
topic-screening = Screening
topic-not-screened = not screened yet
topic-was-accepted = { $date } accepted, level: { $level }
topic-was-excluded = { $date } not dealt with
topic-survey = Survey
topic-no-survey = no survey record yet
topic-survey-lacks = Still lacking: { $list }
topic-survey-waived = Need not be complete, because: { $why }
topic-outing = { $date } { $kind }, { $place } ({ $count })
topic-stages = Procedure and stages
topic-stage-lacks = To enter { $stage } it still needs: { $list }
topic-meetings = Meetings
topic-not-yet-held = to be consulted on
topic-handled = Handling and public notices
topic-was-assigned = { $date } assigned to { $unit }
topic-was-posted = made public from { $from }
topic-was-posted-until = made public from { $from } until { $until }
topic-results = Results, ratings and answers
topic-rating = { $date } { $name }: handling { $handling }, result { $result }
topic-not-rated = Not rated yet ({ $count }): { $names }
topic-answered = { $date } answered { $names }: { $how }
topic-answer-owed = Answer owed to { $names }
topic-history = History

# yishi topics, yishi enter COMMUNITY.

enter-topic-numbered = Topic { $number }: { $title }
enter-taken-back = Taken back: { $what }
enter-nothing-to-take-back = This device has entered nothing that could be taken back.
topics-not-a-state = “{ $text }” is no state of a topic. Write one of: { $list }, or “open”.
topic-no-such = There is no topic “{ $typed }”. Write COMMUNITY/NUMBER, such as jinyuan/17; see all with “yishi topics”.
topics-no-title = there is no title
topics-no-proposer = there is no proposer
topics-too-many-cells = there is more than the { $count } columns hold; a comma may lack its quotation marks
topics-level-and-excluded = there are both a level and a ground of exclusion; only one can be
topics-twice-in-file = the same as line { $other }: the same title, brought up by { $name }
topics-there-already = the same as topic { $number }, which is there already: the same title, brought up by { $name }
topics-bad-row = { $file }, line { $line }: { $why }
topics-nothing-imported = { $count ->
    [one] { $count } row is wrong
   *[other] { $count } rows are wrong
}, so nothing of the file was imported. Put that right and import it again.
topics-file-empty = { $file } is empty; nothing was imported.
topics-lacks-column = The first line of { $file } has no column “{ $column }”; nothing was imported. Columns: { $list }.
topics-unknown-column = { $file } has columns that are not known: { $columns }; nothing was imported. Take them out or rename them. Columns: { $list }.
topics-column-twice = { $file } has the column “{ $column }” twice; nothing was imported. Make one of them.
topics-imported = { $count ->
    [one] { $count } topic
   *[other] { $count } topics
} taken in{ $screened ->
    [0] .
   *[other] , { $screened } of them screened.
}
gather-number = #
gather-nothing = Earlier meetings left nothing that is not a topic yet.
gather-how = To take up all as topics: { $all }; only some: { $one }
gather-no-such = “{ $text }” is not on the list. Write a number from 1 to { $count }, or “all”.
gather-no-proposer = Nobody is on record for { $number }, “{ $title }”; nothing was taken up. Name somebody with --proposer.

# Help of the command line.

cli-help-topics = List topics; import, export or gather them from earlier meetings
cli-help-topic = Show a topic wholly
cli-help-arg-enter-session = The session, or a community (lines for its ledger, such as “/raise …”)
cli-help-arg-topics-community = The community; all if not given
cli-help-arg-topics-state = Only in this state, such as “accepted”; “open” for all that are not over
cli-help-arg-topics-class = Only of this class, such as “neighbours”
cli-help-arg-topics-level = Only dealt with at this level, such as “street”
cli-help-arg-topics-search = Only with these words
cli-help-arg-topics-import = Import a CSV file; nothing of it if a row is wrong
cli-help-arg-topics-gather = List what earlier meetings left; take it up as topics with “all” or numbers
cli-help-arg-topics-proposer = Who brings up what nobody is on record for
cli-help-arg-topic-id = The topic: COMMUNITY/NUMBER, such as jinyuan/17
