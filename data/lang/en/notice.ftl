# The notice of a meeting, its papers, and the sign-in sheet.

usage-papers = PAPER; PAPER | lists the papers; none clears the list
usage-give-notice = [DATE] | notes that the notice was given

event-papers = Papers: { $papers }
event-papers-none = No papers any more
event-notice-given = Notice of the meeting given on { $date }

refusal-too-many-papers = { $given } papers are too many; a notice lists { $most } at most. Put some together.
refusal-notice-ahead = { $date } has not come yet, so no notice can have been given then. Note it once it is given.
refusal-notice-after-meeting = The meeting is on { $meeting }; its notice is not given on { $date }. Check the date.

notice-state-not-asked = not given; the rules set no time
notice-state-ahead = not given; due by { $by }
notice-state-due-today = not given; today is the last day
notice-state-late = not given, and late (due by { $by })
notice-state-given = given on { $on }
notice-state-in-time = given on { $on }, in time (due by { $by })
notice-state-given-late = given on { $on }, late (due by { $by })
notice-state-outdated = given on { $on }; time or place changed since

prepare-papers = Papers
prepare-notice = Notice
prepare-hint-papers = What people should read beforehand, with semicolons between; empty if nothing.
prepare-hint-notice = Once the notice is given, write the day (or “today”); { $key } writes it to a file.
prepare-notice-stays = That the notice was given cannot be emptied; if it is wrong, undo it.

## The text of the notice

notice-heading = Notice of the meeting “{ $title }”
notice-to = To all participants
notice-opening = { $community } holds the meeting “{ $title }” on { $date }.
notice-section-when = 1. Time
notice-section-where = 2. Place
notice-section-who = 3. Participants
notice-section-agenda = 4. Agenda
notice-section-papers = 5. Papers
notice-section-contact = 6. Contact
notice-when = { $date }, { $from } to { $to } (expected)
notice-when-starts = { $date }, from { $from }
notice-when-day = { $date }; the time will be told later
notice-where-unset = To be told later
notice-who-none = To be told later
notice-who-row = { $role }: { $names }
notice-who-facilitator = Facilitator: { $name }
notice-who-recorder = Recorder: { $name }
notice-agenda-none = To be told later
notice-papers-none = None
notice-contact-none = Please turn to the residents’ committee
notice-column-time = Time
notice-column-item = Item
notice-column-minutes = Length
notice-column-topic = Topic and proposers
notice-minutes = { $minutes } min
notice-topic = no. { $case }: { $names }
notice-topic-alone = no. { $case }
notice-please = Please be there in time, or tell the contact beforehand if you cannot come.
notice-check = Notice: { $state }

## The sign-in sheet

sign-in-heading = Sign-in sheet: { $title }
sign-in-meeting = Time: { $time }; place: { $place }
sign-in-unset = not set
sign-in-number = No.
sign-in-name = Name
sign-in-unit = Unit or building
sign-in-role = Capacity
sign-in-phone = Phone
sign-in-time = Time
sign-in-signature = Signature
sign-in-excused = excused
sign-in-count = { $expected } expected, { $voters } of them with a vote; more than half is { $majority }.
sign-in-present = Present: ______, of them with a vote: ______. Signed by the recorder: ____________
sign-in-walk-ins = The blank rows are for those who come and are not listed.

## The command line

cli-help-notice = Write the notice of a meeting, or note that it was given
cli-help-sign-in = Write the sign-in sheet
cli-arg-given = Note that the notice was given; today if no day is named
cli-arg-phones = Fill in the phone numbers that are known
notice-given-told = { $session }: { $what }

key-notice = write the notice
hint-notice = notice
key-sign-in-sheet = write the sign-in sheet
hint-sign-in-sheet = sign-in sheet
notice-file-part = notice
sign-in-file-part = sign-in
papers-separator = { "; " }
