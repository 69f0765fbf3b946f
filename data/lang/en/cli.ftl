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
not-utf8 = This line is not UTF-8. Save the file as UTF-8 and try again.

enter-type-affairs = { $name }: one thing a line, each with Enter, such as “/raise Rubbish in the hall; by: Ann Lee”. /help lists them all; Ctrl+D ends (on Windows Ctrl+Z, then Enter).
enter-type-notes = “{ $name }”: one thing a line, each with Enter, such as “/in Ann Lee 3B” or “Ann Lee: +More light, please”. Ctrl+D ends (on Windows Ctrl+Z, then Enter).
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

cli-would-overwrite = { $path } is a file of yishi itself and was not overwritten. Name another file.

## People

people-imported = { $new } new, { $corrected } corrected, { $phones ->
        [one] { $phones } phone number
       *[other] { $phones } phone numbers
    }; { $refused ->
        [one] { $refused } row
       *[other] { $refused } rows
    } not imported.
people-bad-row = { $file }, line { $line } was not imported: { $why }
people-no-name = There is no name.
people-cell-too-long = A cell is too long; it may have { $most } characters.
people-not-csv = Quotation marks do not match, or the form is wrong.
file-not-text = { $file }, line { $line } is neither UTF-8 nor GB18030 (GBK) text; nothing was imported. Open the sheet in Excel, use “Save as” and choose “CSV UTF-8 (comma delimited)”.
file-read-as = {" "}(Read as { $encoding }; please check that names are right.)
people-no-name-column = { $file } names its columns, but none is “name”; nothing was imported. Columns can be called name, role, household, phone, sector, grid, latitude, longitude.

## Actions

action-no-such = There is no action “{ $typed }”. Write SESSION/A1, as “yishi actions --status all” shows them.
action-several = { $count } actions are called “{ $typed }”; write the session too:
action-is-dropped = Action { $action } was given up ({ $why }); there can be no news of it.
action-is-so-already = Action { $action } is “{ $state }” already. To say more, use --note.
action-entered = entered: { $action } { $state }
action-no-news = No news yet. To enter some: yishi action ID --state underway --note TEXT

## Check

check-fault = [fault]
check-note = [note]
check-no-store-yet = { $path } has no data yet; there is nothing to check.
check-summary =
    { $faults ->
        [0] { $files } files and { $lines } entries checked, all sound; { $notes } notes.
       *[other] { $files } files and { $lines } entries checked, { $faults } faults found; { $notes } notes.
    }

## Keys and trying it out

keys-key = key
keys-does = what it does
demo-no-sample = This program was built without sample data. Make a community with “yishi new community NAME”.

## Help

overview-empty = There is no community yet. Have a look with yishi demo, or make one with yishi new community NAME.
overview-help = How to use a command: yishi COMMAND --help

cli-help-about = yishi: chair a neighbourhood consultation meeting and keep its record
cli-help-after = A SESSION is its whole name (jinyuan/2026-11-23-parking), any part of name or title that only it has, or latest.
cli-help-heading = Usage:
cli-help-commands = Commands
cli-help-options = Options
cli-help-arguments = Arguments

cli-help-demo = Try the desk on sample data
cli-help-new = Make a community or a session
cli-help-new-community = Make a community
cli-help-new-session = Make a session and show its name
cli-help-people = Show a community's people, or import them from a table
cli-help-run = Open the desk
cli-help-enter = Enter notes from a file or a pipe, one entry a line
cli-help-show = Show the record as a time line
cli-help-minutes = Write the minutes
cli-help-actions = List actions
cli-help-action = Show an action, or enter news of it
cli-help-list = List communities, sessions or people
cli-help-check = Verify every file
cli-help-keys = Show the keys of the desk
cli-help-completions = Write a completion script for a shell

cli-help-arg-store = The folder everything is kept in (YISHI_STORE)
cli-help-arg-lang = The language: zh or en (YISHI_LANG)
cli-help-arg-help = Show help
cli-help-arg-version = Show the version
cli-help-arg-session = The session: whole name, a part only it has, or latest
cli-help-arg-by = Who takes the record (YISHI_BY)
cli-help-arg-take-over = Go on with a record that another device wrote
cli-help-arg-output = Write to this file instead of showing it
cli-help-arg-community = The community's id or name
cli-help-arg-keep = Keep the sample data in this empty folder
cli-help-arg-name = The community's name
cli-help-arg-id = Its id, such as jinyuan; made from the name if not given
cli-help-arg-region = Where it lies, from province to subdistrict, with / between
cli-help-arg-title = What the meeting is called
cli-help-arg-on = The day it is held, such as 2026-11-23 or friday; today if not given
cli-help-arg-agenda = A file with an agenda item a line; “Parking | 20” plans 20 minutes
cli-help-arg-facilitator = Who chairs
cli-help-arg-place = Where it is held
cli-help-arg-import = A CSV table to import, its columns called name, unit, role, phone
cli-help-arg-notes = The notes; standard input if not given or -
cli-help-arg-minutes-format = md (if not given) or json
cli-help-arg-scope = A community or a session; everything if not given
cli-help-arg-status = open (if not given), overdue, done or all
cli-help-arg-actions-format = table (if not given), md, csv or json
cli-help-arg-action = The action, such as SESSION/A1
cli-help-arg-state = open, underway or done
cli-help-arg-note = What was done, in words
cli-help-arg-kind = communities, sessions or people; communities and the latest sessions if not given
cli-help-arg-path = A file or folder; everything if not given
cli-help-arg-shell = bash, elvish, fish, powershell or zsh
