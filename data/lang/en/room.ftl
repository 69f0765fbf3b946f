# The screen for the room, and the help of yishi screen.

room-item = Item { $place }/{ $count }
room-item-time = { $spent } of { $planned } min
room-item-time-unplanned = { $spent } min
room-item-over = { $minutes } min over
room-floor = Speaking
room-floor-left = { $time } left
room-floor-over = { $time } over time
room-floor-spoken = { $time } so far
room-floor-limit = { $time } a turn
room-next = Next
room-queue-nobody = No hand is up
room-queue = { $count } more waiting
room-resolution = Being agreed: { $number }
room-resolution-counted = Voted on: { $number }
room-question = Show of hands: { $question }
room-paused = Paused: all clocks stand still

room-waiting = The meeting has not been opened
room-waiting-hint = Please sign in and take a seat; the facilitator will open the meeting
room-date = Date
room-place = Place
room-facilitator = Chair
room-signed-in = { $count } signed in
room-agenda = Agenda
room-agenda-planned = Agenda ({ $minutes } min planned)
room-agenda-none = No agenda yet
room-minutes = { $minutes } min

room-between = No item is on the table
room-between-next = Coming up: item { $place }, { $title }
room-between-done = The agenda is done; the facilitator will close the meeting

room-closed = The meeting is over
room-closed-at = closed { $time }
room-resolutions =
    { $count ->
        [one] { $count } resolution
       *[other] { $count } resolutions
    }
room-actions =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
room-resolutions-none = No resolution was made
room-actions-none = No action was agreed
room-owner-none = no owner
room-more-above = { $count } more above, { $page_up }
room-more-below = { $count } more below, { $page_down }

room-starts-in = { $time } (in { $minutes } min)
room-read = Reading out { $number } ({ $place } of { $count })
room-read-so-far = { $confirmed } of { $count } confirmed
room-read-vote = Vote
room-read-owner = Who
room-read-due = By
room-read-test = Test
room-read-hint = This goes into the record; if you object, please say so now
room-read-done = Everything that was agreed has been read out and confirmed
room-read-done-hint = The facilitator will close the meeting
room-font-unusable = This font cannot be used: { $font }

room-lost = The record cannot be read; this is from { $time }. Trying again. { $why }
room-partial = Only part of the record can be read. { $why }
room-no-terminal = The room's screen needs a terminal. Open one and try again; to read the record, use yishi show.

cli-help-screen = Open the room's screen, for everybody to see
cli-help-arg-screen-session = The session; the one that is running if not given, else the latest
