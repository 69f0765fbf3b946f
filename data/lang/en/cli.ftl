# The command line: lists, new things, entering notes.

cli-read-only = { $name } can only be read now: { $why }
cli-terminal = The terminal failed: { $error }. Try another one; everything entered is saved.
cli-no-home = There is no folder to keep anything in. Name one with --store DIR or YISHI_STORE.
cli-bad-now = YISHI_NOW is “{ $given }”, which is no time. Write it like 2026-11-23T19:00:00+08:00, or unset it.
cli-not-empty = The folder { $path } is not empty. Name an empty or a new one.
cli-not-a-date = “{ $text }” is not a date. Write 2026-11-23, 23 November, tomorrow or friday.
cli-agenda-line = Agenda file { $file }, line { $line }: { $why } No session was made; put it right and try again.
cli-community-made = The community is there. Import its people: yishi people { $name } --import people.csv. Make a session: yishi new session { $name } TITLE
cli-session-made = The session is there. Open the desk: yishi run { $name }
community-heading = What this community is. Edit it as you like; the program only reads it.
not-utf8 = This line is not UTF-8. Save the file as UTF-8 and try again.

enter-refused = line { $number } was not entered: { $why }
enter-too-long = The line is too long. One entry has at most 5000 characters; split it.
enter-in-future = The time { $given } has not come yet (it is { $now }). Check the time and the day of the session.
enter-summary = entered { $entered }, refused { $refused }
enter-not-saved = Saving failed: { $why } { $saved } entries are saved, { $unsaved } are not. Put it right and enter the rest again.

list-id = id
list-name = community
list-sessions = sessions
list-region = region
list-session = session
list-title = title
list-phase = state
list-actions = actions
list-person = name
list-role = role
list-household = unit
list-no-community = There is no community yet. Make one: yishi new community NAME. To have a look first: yishi demo
list-no-session = There is no session yet. Make one: yishi new session COMMUNITY TITLE
list-no-people = { $name } has no people yet. Import them: yishi people { $name } --import people.csv

cli-is-a-record = { $file } is a record and is never overwritten. Name another file.
cli-written = written to { $file }
check-fault = wrong: { $what }
check-note = note: { $what }
check-summary =
    { $faults ->
        [0] { $files } files and { $lines } entries verified, nothing is wrong.
        [one] { $files } files and { $lines } entries verified, 1 thing is wrong.
       *[other] { $files } files and { $lines } entries verified, { $faults } things are wrong.
    }
keys-key = key
keys-does = does
