# The guided first meeting (yishi demo --tour).

tour-practice-community = Practice community
tour-practice-title = Practice meeting
tour-practice-first = Parking spaces
tour-practice-second = Blocked drains
tour-step = Guide { $at }/{ $of }: { $what }
tour-sign-in = Everything is typed into the line with “>”. People sign in: press { $key }, type “Ann Lee 3B, Ben Carter 5C, Tom Ward property” and Enter.
tour-open = Three people are here. { $key } always does the obvious next thing and says beforehand what that is. Press it: the meeting opens.
tour-item = Press { $key } again: the first item is on the table and its clock runs against the plan.
tour-hand = Ann raises her hand: press { $key }, type “Ann” (Tab completes the name), Enter. The queue shows who waits.
tour-floor = { $key } gives the floor to the next in the queue. Her clock runs at the top right.
tour-opinion = Whatever you type now is what Ann says. Type “+ spaces should go to older residents first” and Enter; “+” means support.
tour-by-name = Ben speaks up from his seat. Type “Ben: ! publish the plan before lines are painted”: a name and a colon say who speaks, “!” marks a concern.
tour-agree = Tom agrees with opinion 2. Type “/agree 2 Tom”. “/” begins a command; words offer themselves while you type.
tour-question = Ben asks. Type “Ben: ? who pays”. A question stays open, and is listed below, until it is answered.
tour-answer = Type “/answer 3 half from the repair fund, half from the property manager”.
tour-undo = Slips are nothing to fear: { $key } takes the last step back, { $redo } brings it back again. Try both.
tour-resolve = Put into words what the room agrees on: { $key }, then “Publish the plan first, paint after seven days” and Enter.
tour-vote = Hands are counted: { $key }, then “2 0 1” (for, against, abstaining). Who may vote and what carries it is known already.
tour-action = A promise: { $key }, then “publish the plan @property #in two weeks =plan on the notice board”: who, by when, how one will see it.
tour-end-item = The item is done: { $key } asks how it ends and shows what is still open. Choose, then Enter.
tour-read-back = What was agreed is read to the room before closing: { $key } shows what is still open, Enter begins.
tour-confirm = Read it out; Enter if nobody objects, or the name of somebody who confirms it, then Enter.
tour-close = { $key } closes the meeting. What is still open is listed first; nothing is forgotten.
tour-over = That was a whole meeting. Everything you typed is in the record, and actions wait to be followed up. { $key } leaves; this was a practice copy.
cli-help-arg-tour = Be guided through a first meeting, in five minutes
