# The board of topics: the screen of a community between its meetings.

board-title = Topics of { $community }
board-between-counts = {", "}
board-more-states = { $count } more
board-between = {"; "}
board-reading = reading
board-read-only = read only
board-unsaved = NOT SAVED
board-still-reading = The ledgers are being read, one moment.
board-not-read = { $why } Until it can be read, nothing can be entered; it is tried again every minute.
board-type = type to find, / to enter something
board-usage = Write: { $usage }
board-next = Next step [{ $key }]: { $step }
board-enter = { $key }: everything about this
board-found-nothing = Nothing found. Press Esc to begin again.
board-nothing-under-bar = There is nothing under the bar.
board-one-line = One line at a time is taken here: the first was. For many lines there is yishi enter.
board-no-topic = First put the bar on a topic.
board-no-step = Nothing comes next here for now.
board-not-saved = Not saved: { $why } Press Enter to try again.
board-saved-not-renewed = It is saved, but what is shown is not up to date, because the ledgers cannot be read: { $why }
board-taken-back = Taken back: { $what }
board-nothing-to-take-back = There is nothing of this device to take back.
board-scheduled = Topic { $topic } is on the agenda of “{ $meeting }”.
board-called-out = The call goes out to { $count ->
    [one] 1 member
   *[other] { $count } members
}: { $names }. Who has reported in is on the page “{ $page }” ({ $key } turns there).
board-no-such-meeting = That meeting is not there; it may have been removed.
board-no-such-member = No member is called “{ $name }”. Check the name, or enter the person first.
board-left-unsaved = What was entered last on the board was not saved: { $why }
board-left-waiting = It is not known yet whether what was entered last on the board is saved. Open the board and look.
board-no-terminal = There is no terminal for a screen here. { $topics } lists the topics, { $enter } takes lines in.
board-plain = These are the topics.
    Everything about one: { $topic }/NUMBER
    Calls: { $call }; stations and who is on duty: { $stations }
    To enter something: { $enter }, a line and Enter for each thing, such as “/raise Rubbish in the hall; by: Ann Lee”; Ctrl+D at the end (on Windows Ctrl+Z, then Enter).

## Pages

board-page-topics = topics
board-page-outings = visits, briefings
board-page-calls = calls
board-page-stations = stations
board-no-topics = No topics yet. Press F2 to take in the first, or Ctrl+E for what earlier meetings left.
board-no-outings = No visits or briefings yet. Type /visit or /briefing to enter one.
board-no-calls = No calls yet. Type /whistle to send the first.
board-no-stations = No studios or liaison stations yet. Type /station to enter one.

## The list

board-stage = stage { $number }
board-days-late = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
board-owed = { $count ->
    [one] owes 1 answer
   *[other] owes { $count } answers
}
board-meets = meets { $day }
board-days-left = { $days ->
    [0] due today
    [one] 1 day left
   *[other] { $days } days left
}

## Details

board-details-foot = ↑ ↓ scroll, { $key } closes
board-procedure = Procedure
board-no-procedure = There is no procedure “{ $name }”: look at the files of procedures.
board-blocks = “{ $stage }” needs first: { $list }
board-warns = “{ $stage }” should have: { $list }
board-owed-to = Owed an answer: { $names } (since { $since })
board-proposers = Brought up by
board-source = Source
board-on = Brought up on
board-channel = Channel
board-place = Place
board-group = Group affected
board-reason = Reason
board-suggestion = Suggestion
board-merged-into = Merged into
board-merged = Merged here
board-excluded = Not dealt with
board-redirect = Turn to
board-withdrawn = Withdrawn because
board-survey = Survey
board-survey-counts = household visits: { $visits }, policy briefings: { $briefings }
board-survey-lacks = Lacking: { $list }
board-waived = Waived because
board-meetings = Meetings
board-not-yet = not reached yet
board-handling = Handling
board-unit = Lead unit
board-with = With
board-due = Due
board-posted = Public notice
board-from-until = { $from } to { $until }
board-from = from { $from }
board-result = Result
board-rating = Rating
board-rated = { $name }: handling { $handling }, result { $result }
board-history = History
board-was-raised = taken in by { $by }
board-was-accepted = accepted, level { $level }
board-was-excluded = not dealt with: { $ground }
board-was-entered = entered “{ $stage }”
board-despite = { $told } ({ $why })
board-was-surveyed = survey last written
board-was-assigned = assigned to { $unit }
board-was-posted = made public
board-was-resulted = result { $class }
board-was-answered = answered { $names }: { $how }
board-entered = Entered { $at } by { $by }

## Outings, calls, stations

board-topic = Topic
board-by = By
board-households = { $count ->
    [one] 1 household
   *[other] { $count } households
}
board-listeners = { $count ->
    [one] 1 person
   *[other] { $count } people
}
board-urgent = urgent
board-reported = { $reported } of { $called } here
board-call-over = ended
board-call = Call { $number }
board-grid = Grid
board-called = Called
board-reported-at = reported in { $at }
board-not-reported = not yet
board-call-closed = Ended { $at }: { $how }
board-members-count = { $count ->
    [one] 1 member
   *[other] { $count } members
}
board-members = Members
board-sector = Sector
board-communities = Communities
board-duty = On duty

## What earlier meetings left

board-earlier = What earlier meetings left
board-earlier-foot = ↑ ↓ choose, Enter makes it a topic, Ctrl+Z takes back, Esc closes
board-earlier-looking = Looking through earlier meetings …
board-earlier-nothing = Nothing is left: whatever was parked is settled or a topic, whatever was carried over is on an agenda.
board-earlier-unread = { $count ->
    [one] The record of 1 meeting cannot be read and does not count here.
   *[other] The records of { $count } meetings cannot be read and do not count here.
}
board-who-proposes = The meeting did not note who brought it up. Add who is to be told what becomes of it, then press Enter.
board-left-parked = parked
board-left-item = carried over

## What comes next

board-step-hold = hold the meeting: { $meeting }
board-step-field = {"; "}{ $label }:{" "}

## Help

board-help-list = Topics are listed by where they stand; at the right is their stage and what presses most: overdue, answers owed, the day they are on an agenda. ↑ ↓ move the bar, Enter shows everything about a topic, or opens the meeting to come that has it on its agenda.
board-help-line = Whatever is typed is looked for: characters, pinyin, initials, numbers. With / it is a command. F2 to F9 put the usual commands into the line with the number of the topic under the bar; complete them and press Enter.
board-help-next = Ctrl+N gives what comes next for the topic under the bar by its procedure. Ctrl+Z takes back the latest line of this device.
board-help-pages = While nothing is offered for completion, Tab goes on to visits and briefings, calls, stations, and back to topics.
board-help-commands = What can be typed

## The command line

cli-help-board = Open the board of a community's topics
