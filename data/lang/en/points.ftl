# Opinions brought together, kept in reserve, set aside and made topics.

usage-merge = NUMBER NUMBER [= words] | brings like opinions together
usage-part = K1 NUMBER | takes opinions out of a point
usage-unmerge = K1 | takes a point apart
usage-reserve = NUMBER [R1] or NAME: words | notes a reserved opinion
usage-reassign = NUMBER PLACE | puts an opinion under another item
usage-off-topic = NUMBER | parks an opinion off the topic
usage-to-topic = P1 [10min] | makes a parked point an item
usage-unanswered = NUMBER | the question is open again

left-parked = parked, raised by { $name }
left-parked-alone = parked
settled-as-item = now the item “{ $title }”

event-reopened = Question { $number } of { $author } is open again
event-point-made = Opinions { $opinions } brought together in point { $number }: { $text }
event-point-joined = Opinions { $opinions } joined point { $number }
event-point-parted = Opinions { $opinions } taken out of point { $number }
event-point-amended = Point { $number } now reads: { $text }
event-point-dissolved = Point { $number } taken apart: { $text }
event-point-endorsed = { $name } agrees with point { $number }
event-reserved = Opinion { $number } of { $author } kept as a reserved opinion
event-reserved-against = Opinion { $number } of { $author } kept as a reserved opinion on resolution { $resolution }
event-opinion-moved = Opinion { $number } of { $author } put under item { $place }: { $title }
event-set-aside = Opinion { $number } of { $author } is off the topic and was parked as { $parked }
event-taken-up = Parked point { $number } made an item

refusal-not-answered = Question { $number } has no answer yet, so it is open already. To record one: /answer { $number } words
refusal-set-aside = Opinion { $number } was set aside and is parked as { $parked }. If that was just done, undo it; to put it on the agenda: /totopic { $parked }
refusal-belongs-to-point = Opinion { $number } is part of point { $point }. Take it out first: /part { $point } { $number }
refusal-already-reserved = Opinion { $number } is kept as a reserved opinion already.
refusal-already-in-point = Opinion { $number } is in point { $point } already; there is no need to merge it again.
refusal-not-in-point = Opinion { $number } is not in point { $point }, so it cannot be taken out.
refusal-last-of-point = Nothing would be left of point { $point }. To take the whole point apart: /unmerge { $point }
refusal-no-such-point = There is no point { $point }; there are { $count }. To make one: /merge NUMBER NUMBER
refusal-point-dissolved = Point { $point } was taken apart. To bring opinions together again: /merge NUMBER NUMBER
refusal-supports-already = { $name } stands behind point { $point } already and is counted once.
refusal-under-item = Opinion { $number } is under item { $place }, “{ $title }”, already.
refusal-item-has-opinions = Opinions were put under item { $place }, “{ $title }”, so it cannot be taken off. Put them under another item first, with /reassign.

alike-offer = like { $number } ({ $name }): { $text }
alike-offer-about = note as agreeing
alike-notice = Opinion { $number } is like { $other } ({ $name }: { $text }). { $key } merges them, or /merge { $list }

say-point = Point { $number }: { $text }. { $count } stand behind it: { $names }
points-count = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
point-support = { $count } for it
point-of-opinion = in { $point }
opinion-reserved = reserved
opinion-reserved-against = reserved on { $resolution }
opinion-set-aside = off topic { $parked }

minutes-points = Points
minutes-point = { $number } { $text }
minutes-point-authors = Raised by { $names } (opinions { $opinions })
minutes-point-supporters = { $count } stand behind it; agreeing besides: { $names }
minutes-point-support = { $count } stand behind it
minutes-amended = Corrected at { $time }; before: { $text }
minutes-amended-stance = Corrected at { $time }; before ({ $stance }): { $text }
minutes-came-from = First taken down under item { $place }, “{ $title }”
minutes-set-aside = Off the topic, parked as { $parked }
minutes-reserved-opinion = Reserved opinion { $number } { $name }: { $text }
review-csv-points = points

key-merge = bring like opinions together
hint-merge = merge
agreed-reserved = reserved: { $list }
