# Members, stations, and calls that members report in to.

people-not-a-spot = These are no coordinates. Write latitude and longitude, such as 26.6476 and 106.6302, or leave both empty.
people-homes-imported = { " " }{ $count ->
        [one] { $count } home is
       *[other] { $count } homes are
    } kept with the phone numbers.
list-sector = sector
list-grid = grid
