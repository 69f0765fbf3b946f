# Members, stations, and calls that members report in to.

people-not-a-spot = These are no coordinates. Write latitude and longitude, such as 26.6476 and 106.6302, or leave both empty.
people-homes-imported = { " " }{ $count ->
        [one] { $count } home is
       *[other] { $count } homes are
    } kept with the phone numbers.
list-sector = sector
list-grid = grid

near-same-grid = same grid
near-same-community = same community
near-metres = within { $metres } m
near-kilometres = within { $kilometres } km
near-unknown = not known how far

station-studio = member studio
station-station = liaison station
station-area = area
station-room = consultation room

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
duty-weekly = every { $day }

call-no-station-yet = There is no station “{ $name }”; this community has none yet. Enter it first, as in “/station { $name }; kind: liaison station; members: Wang Fang”.
call-no-such-station = There is no station “{ $name }”. There are: { $list }.
call-nobody-known = The community knows nobody called “{ $name }”. Import the list with yishi people first, or check the name.
call-not-an-area = “{ $name }” is no area, so it cannot group communities. Make its kind “area”, or leave “communities” out.
call-no-communities = The area “{ $name }” groups no communities. Add “communities: Jinyuan, Cuihu”.
call-no-change = It is so already; nothing was changed.
call-nobody-to-call = There is nobody to call: no community knows a CPPCC member, Party delegate or deputy. Import lists with yishi people, with the capacity in the column “role”.
call-too-many = One call goes out to { $most } people at most; these are { $given }. Call fewer.
call-none-yet = There is no call { $call }; this community has sent none yet.
call-no-such-call = There is no call { $call }. There are: { $list }.
call-is-closed = Call { $call } has ended; nobody reports in to it any more, and it cannot end again.
call-not-called = “{ $name }” was not called by call { $call }. It went out to: { $list }.
call-already-reported = { $name } has reported in to call { $call } already.
call-grid-of-nobody = Nobody who was called is known to live in the grid “{ $grid }”; they were chosen by community and distance. Check what the grid is called.
call-no-such-member = No community knows a CPPCC member, Party delegate or deputy called “{ $name }”. Check the name, or import it with yishi people.

## The call sheet

call-sheet-heading = { $community }: call { $number }
call-reason = Reason
call-kind = Kind
call-urgent = urgent, straight to action
call-about = Topic
call-topic = no. { $case } { $title }
call-place = Place
call-grid = Grid
call-at = Called at
call-by = Called by
call-closed = Ended
call-column-number = No.
call-column-name = Name
call-column-sector = Sector
call-column-community = Community
call-column-near = How near
call-column-phone = Phone
call-column-reported = Reported in
call-reported-count = Reported in: { $reported } of { $called }.

## Typing

affair-usage-station = NAME; kind: liaison station; sector: …; place: …; members: NAMES | enters a station: member studio, liaison station, area or consultation room; an area needs communities
affair-usage-duty = STATION wed NAMES | sets who is on duty, on a day of the week or a date; “none” takes the day off
affair-usage-call = REASON; grid: …; count: 5; place: …; topic: 17; urgent | calls the members nearest; or name them with members, say where with at
affair-usage-report-in = CALL NAME | notes that a member reported in
affair-usage-end-call = CALL HOW | ends a call, and says how
affair-misread-not-a-station = There is no station “{ $text }”. There are: { $list }.
affair-misread-no-station = There is no station “{ $text }”; this community has none yet. Enter it with /station first.
affair-misread-not-a-station-kind = “{ $text }” is no kind of station. Write one of: { $list }.
affair-misread-not-a-community = There is no community “{ $text }”. There are: { $list }.
affair-misread-not-a-call = It is not clear which call “{ $text }” means. Write its number first, as in “1 Wang Fang”.
affair-misread-not-a-spot = “{ $text }” is no coordinates. Write latitude and longitude, such as 26.6476,106.6302.

## The command line

cli-help-stations = Show studios, stations, areas, and who is on duty
cli-help-call = Call members, note who reported in, end a call, write its sheet
cli-help-arg-stations-on = The day the roster begins with; today if not given
cli-help-arg-call-which = The community; COMMUNITY/1 is its call no. 1
cli-help-arg-call-reason = Why members are called; all calls are listed without
cli-help-arg-call-grid = The grid where it is
cli-help-arg-call-place = Where
cli-help-arg-call-at = Latitude and longitude of the place; spot of community.ron if not given
cli-help-arg-call-topic = The number of the topic it is about
cli-help-arg-call-count = How many are called; the 5 nearest if not given
cli-help-arg-call-member = Whom to call by name; may be given several times
cli-help-arg-call-urgent = An emergency: the topic goes straight to action
cli-help-arg-call-sheet = Write the call sheet
cli-help-arg-call-reported = Note who reported in; may be given several times
cli-help-arg-call-close = End the call, and say how
cli-help-arg-notice-format = The form of the notice: md
stations-none = There are no stations yet. Enter them with { $command }, as in “/station Jinyuan; kind: liaison station; members: Wang Fang”.
stations-name = station
stations-kind = kind
stations-members = members
stations-communities = communities
stations-day = day
stations-on-duty = on duty
stations-today = today
stations-nobody-on-duty = Nobody is on duty in the coming week.
call-reason-of-another = “{ $which }” is a call that went out; its reason stays. To call again, write the community “{ $community }”.
call-not-a-number = “{ $text }” is not the number of a call. Write a number, as in jinyuan/1.
call-how-on = Its sheet: { $command }
call-list-none = This community has sent no call yet. To call: { $command }
call-list-reported = reported in
call-open = open
call-urgent-short = urgent
