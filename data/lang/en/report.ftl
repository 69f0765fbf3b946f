# Documents: the time line, the minutes, the action list.

## Used by all

report-field = { $label }: { $value }
report-missing = not set
report-not-recorded = not recorded
report-yes = yes
report-no = no
report-day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
report-community = Community
report-date = Date
report-time = Time
report-place = Place
report-facilitator = Facilitator
report-recorder = Recorder
report-state = State
report-role = Capacity
report-count = Count
report-name = Name
report-names = Names
report-outcome = Outcome
report-time-spent = Time
report-turns = Turns
report-length = Time spoken
report-opinions = Opinions

## The time line

timeline-title = Record of { $title }
timeline-day = -- { $date } --
timeline-undone = (undone) { $text }
timeline-turn = spoke for { $length }
timeline-turn-of = { $name } spoke for { $length }

## Minutes

minutes-title = Minutes of { $title }
minutes-prepared = The meeting has not been held yet; this is what was prepared.
minutes-running = The meeting is still in session. This is how it stood at { $time }, not the final text.
minutes-paused = The meeting is paused. This is how it stood at { $time }, not the final text.
minutes-time-none = not held yet
minutes-time-planned = not held yet, { $length } planned
minutes-time-open = opened at { $opened }, { $length } so far
minutes-time-closed = { $opened } to { $closed }, in session for { $length }
minutes-attendance = Attendance
minutes-nobody = Nobody has signed in yet.
minutes-present = Present: { $present }; attending without a vote: { $nonvoting }; observing: { $observers }.
minutes-came = came at { $time }
minutes-went = left at { $time }
minutes-agenda = Proceedings
minutes-no-items = There is nothing on the agenda.
minutes-item = { $place }. { $title }
minutes-planned = { $length } planned
minutes-unplanned = no time planned
minutes-not-begun = not begun
minutes-result = What came of it
minutes-stance = { $stance } ({ $count })
minutes-no-stance = other opinions
minutes-opinion = ({ $number }) { $name }: { $text }
minutes-endorsed = { $count } agreed: { $names }
minutes-answer = Answer: { $text }
minutes-no-answer = not answered yet
minutes-withdrawn = Withdrawn by their authors and not listed: { $numbers }.
minutes-reserved = Reserved opinions
minutes-against = Opinions against it
minutes-unanswered = Questions not answered
minutes-resolution = Consultation opinion { $number }: { $text }
minutes-draft = Draft { $number } (the item did not end in agreement): { $text }
minutes-counted = Show of hands (consultation opinion, not a statutory vote): { $count }. Rule: { $rule }. Counted by { $counter }.
minutes-not-counted = No hands were counted (consultation opinion, not a statutory vote).
minutes-earlier-count = An earlier count on { $number }, no longer valid: { $count }
minutes-count-on = On “{ $text }”: { $count }
minutes-item-action = Action { $number }: { $text }
minutes-no-actions = No actions were agreed.
minutes-source = Source opinions (who)
minutes-tally = Done: { $done } of { $total }.
minutes-news = { $date }: { $text }
minutes-parked = Parking list
minutes-parked-entry = { $number }: { $text } – { $state }
minutes-brought-up = brought up by { $name }
minutes-settled = settled: { $how }
minutes-not-settled = not settled
minutes-notes = Notes
minutes-note = { $time } { $text }
minutes-left = Left open when the meeting closed
minutes-open = Still open
minutes-since = settled since
minutes-statistics = Who spoke
minutes-spoke = Of { $people } who came, { $spoke } spoke up; { $turns ->
        [one] { $turns } turn
       *[other] { $turns } turns
    }, { $length } in all; { $opinions ->
        [one] { $opinions } opinion
       *[other] { $opinions } opinions
    } recorded.
minutes-not-timed = not timed
minutes-speaking = { $name } has the floor; that turn is not counted.
minutes-origin = Made from the record “{ $session }” ({ $count } entries).
minutes-fingerprint = Fingerprint of the record: { $hash }

## The action list

actions-title = Actions
actions-id = Id
actions-community = Community
actions-meeting = Meeting
actions-meeting-date = Date of meeting
actions-number = No.
actions-what = What
actions-owner = Lead
actions-due = Due
actions-test = Acceptance test
actions-item = Item
actions-opinions = Opinions
actions-proposers = Proposed by
actions-state = State
actions-overdue = Overdue
actions-lacks = Lacks
actions-reported = Last report
actions-note = What it said
actions-test-line = Test: { $text }
actions-no-test-line = Test: not set
actions-why-line = Dropped because: { $text }
actions-note-line = Reported { $date }: { $text }
actions-none = There are no actions.
actions-tally = done { $done }/{ $total }, overdue { $overdue }
