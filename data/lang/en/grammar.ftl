# The capture line: how commands are used (arguments | effect), and answers to what it cannot read.

list-separator = {", "}
name-colon = {": "}

usage-open = | opens the meeting and starts its clock
usage-sign-in = NAME [unit] [role] | signs people in; several with commas
usage-start = [number] | puts the next item on the table
usage-hand = NAME [support or oppose] | raises a hand
usage-next = [NAME] | gives the floor to the next in line
usage-floor = NAME | gives the floor to somebody
usage-done = | ends the turn
usage-lower = NAME | takes a hand down
usage-endorse = NUMBER [NAME] | shares an opinion
usage-answer = NUMBER ANSWER | answers a question
usage-resolve = TEXT | puts a resolution into words
usage-vote = hands FOR AGAINST ABSTAIN [R1 or question] | enters a show of hands
usage-action = WHAT @OWNER #DUE =TEST <NUMBER | agrees on an action
usage-park = TEXT | parks a point that is off the topic
usage-settle = P1 HOW | settles a parked point
usage-note = TEXT | notes something
usage-end = agreed, not-agreed, carry or noted [why] [anyway] | ends the item
usage-pause = | pauses the meeting and its clocks
usage-resume = | goes on with the meeting
usage-close = [leave] | closes the meeting
usage-amend = NUMBER, R1 or A1 NEW TEXT | puts something right
usage-withdraw = NUMBER, R1 or A1 [why] | takes something back
usage-undo = | undoes the last step
usage-redo = | redoes what was undone
usage-sign-out = NAME | somebody leaves
usage-correct = NAME [unit] [role] | corrects a sign-in entry
usage-item = TITLE [| minutes] | adds an agenda item
usage-minutes = NUMBER MINUTES | changes an item's time
usage-rename = NUMBER TITLE | changes an item's title
usage-move = NUMBER PLACE | moves an item
usage-rule = half, votes, two-thirds or all | chooses what carries a motion
usage-save-to = FOLDER | saves to another folder from now on
usage-language = [zh or en] | changes the language
usage-help = | shows the help
usage-quit = | leaves the desk; the record is saved

misread-empty = Nothing was typed.
misread-unknown-command = There is no command “/{ $text }”. F1 lists them all; words somebody said must not begin with “/” or “、”.
misread-several-commands = “/{ $text }” could be { $list }. Type one more letter.
misread-incomplete = Something is missing. Write it like this: { $text }
misread-nobody-called = Nobody is called “{ $text }”. To sign in somebody new, type: /in NAME UNIT ROLE
misread-nobody-before-colon = Nobody is called “{ $text }”. For somebody new write “{ $text } (unit): words”; if it is not a name, put a colon before the line.
misread-several-people = “{ $text }” could be { $list }. Type the whole name; add the unit for people of one name, like “Ann Lee (3B)”.
misread-like-known = “{ $text }” is close to { $list }. If it is the same person, type the whole name; if it is somebody new, add a unit or role.
misread-not-a-number = “{ $text }” is not a number.
misread-not-a-reference = “{ $text }” names nothing. Opinions have a number, resolutions are R1, actions A1, parked points P1.
misread-not-a-date = “{ $text }” is not a date. Try 12-05, in two weeks, friday or +14d.
misread-no-such-day = There is no day “{ $text }”. Check the date.
misread-not-an-outcome = Say how the item ends: agreed, not-agreed, carry or noted. (You wrote “{ $text }”.)
misread-not-a-threshold = Choose half, votes, two-thirds or all. (You wrote “{ $text }”.)
misread-desk-only = { $text } works only on the desk.
misread-no-such-time = There is no time “{ $text }”; a day goes from 00:00 to 23:59.
