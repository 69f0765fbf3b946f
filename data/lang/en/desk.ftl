# The desk: messages, words on the screen.

## Messages

notice-nothing-typed = Nothing is typed yet. What you type is taken down as said; “/” begins a command, { $help } lists them.
notice-line-cleared = The line is cleared; Up brings it back.
notice-usage = { $usage } ({ $about })
notice-saving-again = Saving works again; everything is safe.
notice-moved = The record is in { $path } from now on.
notice-language = The desk speaks English now.
notice-meeting-over = The meeting is over. Put the record right with /amend, /answer, /settle or /note; { $quit } leaves.
notice-paste-dropped = The rest of what was pasted is dropped.
notice-paste-too-large = That is too much to paste: at most { $chars } characters a line and { $lines } lines at a time. Paste it in parts.
notice-paste-stopped = { $why } Put the line right and press Enter to go on; { $left } more to come.
notice-pasted =
    { $count ->
        [one] { $count } pasted line taken in.
       *[other] { $count } pasted lines taken in.
    }
notice-undone = Undone: { $what }
notice-redone = Redone: { $what }

## Top line

head-meeting = { $spent }/{ $planned } min
head-meeting-unplanned = { $spent } min
head-ends = ends {"~"}{ $time }
head-ended = closed { $time }
head-planned = planned { $planned } min
head-item = item { $place }/{ $count }
head-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
saved = saved
saved-pending = saving { $count }
saved-not = { $count } NOT SAVED
read-only-mark = read only

## The procedure (the six steps of Yunyan)


## Agenda and people

agenda-title = Agenda
agenda-empty = No agenda yet: /item TITLE
agenda-more-above = { $count } more above
agenda-more-below = { $count } more below
item-time = { $spent }/{ $planned }
item-time-unplanned = { $spent } min
item-not-begun = -/{ $planned }
item-over = { $minutes } over
present-title = { $count } here, { $voters } may vote
silent-title = { $count } not heard yet
silent-none = Everybody here has been heard
nobody-here = Nobody has signed in: { $sign_in }
more-people = and { $count } more

## The floor

floor-title = Floor
floor-free = nobody
floor-over = { $time } over
next-title = Next
next-nobody = no hand is up
queue-title = Queue
queue-turn = { " " }(turn { $turn })
paused-banner = Paused: all clocks stand still. { $key } goes on.

## Opinions, resolutions, actions

opinions-title =
    { $count ->
        [one] { $count } opinion
       *[other] { $count } opinions
    }
opinions-none = Nothing said yet. Type, then press Enter.
opinions-earlier = { $count } earlier, { $page_up }
opinion-agreed-by = +{ $count } agree
opinion-open = open
opinion-answered = answered
opinion-withdrawn = withdrawn
answer-line = Answer: { $text }
resolution-none = not voted on
resolution-carried = carried { $favour }:{ $against }
resolution-failed = not carried { $favour }:{ $against }
agreed-title = Resolutions { $resolutions }  Actions { $actions }  Parked { $parked }  Notes { $notes }
agreed-none = Nothing agreed yet. { $resolve } resolution, { $action } action.
note-row = Note: { $text }
vote-line = Vote on { $question }: for { $favour }, against { $against }, abstain { $abstain }; { $result }
action-lacks = no { $lacks }
settled-mark = settled

## The right half in each phase

waiting-title = The meeting has not been opened
waiting-sign-in = Sign people in: { $sign_in }, or /in NAME UNIT ROLE
waiting-open = { $key } opens the meeting
between-title = No item is on the table
between-next = { $key } starts the next: { $title }
between-done = The agenda is done; { $key } closes the meeting
over-title = The meeting is over
over-summary = { $items } items, { $agreed } agreed; { $opinions } opinions; { $resolutions ->
        [one] { $resolutions } resolution
       *[other] { $resolutions } resolutions
    }; { $actions ->
        [one] { $actions } action
       *[other] { $actions } actions
    }
over-left = Left for later: { $left }
over-left-none = Nothing was left open

## Bottom

hinders = Still open on this item: { $what }
next-step-label = Next { $key }: { $what }
prompt = >
saving-full = the disk is full.
saving-rights = writing there is not allowed.
saving-read-only = the disk is write-protected.
saving-gone = the file or its disk is gone; was a stick pulled out?
saving-replaced = another file is in its place.
saving-exists = { $path } exists already; name another folder.
trouble = Not saved: { $why } Everything is kept and tried again. { $key } tries now; /saveto FOLDER saves elsewhere.
pasted-waiting =
    { $count ->
        [one] { $count } pasted line waits; Enter goes on
       *[other] { $count } pasted lines wait; Enter goes on
    }
small-screen = Too small: make it 60×16 or more

## Windows

panel-help = Help
panel-help-foot = Up/Down scroll, Esc closes
help-typing = Type, and press Enter:
help-line-floor = the words of whoever has the floor
help-line-name = Wang: agreed, but publish it
help-line-name-about = the words of that person
help-line-mark = + - ? ! * &
help-line-mark-about = in front: support, oppose, question, concern, suggestion, supplement
help-line-walk-in = Ann Lee (5B): so do I
help-line-walk-in-about = a walk-in; the unit signs them in
help-line-colon = :words
help-line-colon-about = a colon in front: all of it is words, no name
help-commands = Commands (begin with /; the first letters will do):
help-keys = Keys:
panel-end-item = How does item { $place } end?
panel-end-item-foot = Up/Down choose, Enter confirms, Esc goes back
panel-end-item-hinders = Still open:
panel-end-item-warned = The above is still open. Enter once more ends the item all the same, and the record says so.
panel-end-item-refused = Not possible now: { $why }
panel-close = Close the meeting
panel-close-none = Nothing is left open.
panel-close-open = Still open ({ $count }):
panel-close-how = Esc goes back to settle them: /answer, /amend, /settle. Or:
panel-close-foot = Enter closes the meeting, Esc goes back
panel-close-foot-leave = Enter closes and leaves these for follow-up, Esc goes back
panel-leave =
    { $count ->
        [one] { $count } entry is not saved
       *[other] { $count } entries are not saved
    }
panel-leave-text = If you leave now, the whole record is written to a temporary folder, and you are told where.
panel-leave-foot = { $retry } tries again, { $quit } leaves all the same, Esc goes back

## After leaving

left-saved = The record is saved: { $path }
left-rescued = It could not be saved where it was; the whole record is here: { $path }
left-lost-intro =
    { $count ->
        [one] { $count } entry could not be saved. It was:
       *[other] { $count } entries could not be saved. They were:
    }
left-continue = To go on with this meeting: { $command }
left-demo = The sample store is in { $path }
no-terminal = The desk needs a terminal. Open one and try again; to take notes from a file, use yishi enter.
