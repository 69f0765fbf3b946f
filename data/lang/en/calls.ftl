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
call-too-long = The text has { $given } characters; { $most } are allowed. Make it shorter.
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
call-reported-count = { $reported } of { $called } called have reported in.
