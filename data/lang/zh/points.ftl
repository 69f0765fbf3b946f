# 归并意见、保留意见、离题与转议题。

usage-merge = 编号 编号 [= 文字] | 把相同的意见归并为要点 K1
usage-part = K1 编号 | 从要点中拆出意见
usage-unmerge = K1 | 拆散要点，意见恢复单列
usage-reserve = 编号 [R1]，或 姓名：文字 | 记为保留意见
usage-reassign = 编号 第几项 | 把意见改归另一项议题
usage-off-topic = 编号 | 意见离题，转入搁置清单
usage-to-topic = P1 [10分钟] | 把搁置事项列为议题
usage-unanswered = 编号 | 提问尚未答复，重新列为待答复

left-parked = 搁置，{ $name } 提出
left-parked-alone = 搁置
settled-as-item = 已列为议题“{ $title }”

event-reopened = { $author } 的 { $number } 号提问重新列为待答复
event-point-made = 归并 { $opinions } 号意见为要点 { $number }：{ $text }
event-point-joined = { $opinions } 号意见并入要点 { $number }
event-point-parted = { $opinions } 号意见从要点 { $number } 拆出
event-point-amended = 要点 { $number } 改为：{ $text }
event-point-dissolved = 拆散要点 { $number }：{ $text }
event-point-endorsed = { $name } 同意要点 { $number }
event-reserved = { $author } 的 { $number } 号意见记为保留意见
event-reserved-against = { $author } 的 { $number } 号意见记为对决议 { $resolution } 的保留意见
event-opinion-moved = { $author } 的 { $number } 号意见改归第 { $place } 项：{ $title }
event-set-aside = { $author } 的 { $number } 号意见离题，转入搁置清单 { $parked }
event-taken-up = 搁置事项 { $number } 列为议题

refusal-not-answered = { $number } 号提问还没有答复记录，本来就是待答复。要记答复，请打 /答复 { $number } 内容。
refusal-set-aside = { $number } 号意见已作为离题转入搁置清单 { $parked }。刚转入的可以撤销；要列入议程，请打 /转议题 { $parked }。
refusal-belongs-to-point = { $number } 号意见已归入要点 { $point }。请先拆出：/拆出 { $point } { $number }
refusal-already-reserved = { $number } 号意见已经记为保留意见。
refusal-already-in-point = { $number } 号意见已经在要点 { $point } 里，不必再归并。
refusal-not-in-point = { $number } 号意见不在要点 { $point } 里，不能拆出。
refusal-last-of-point = 这样拆，要点 { $point } 里就没有意见了。要取消整个要点，请打 /拆散 { $point }
refusal-no-such-point = 没有要点 { $point }，现有要点 { $count } 个。新建要点：/归并 编号 编号
refusal-point-dissolved = 要点 { $point } 已经拆散。可以重新归并：/归并 编号 编号
refusal-supports-already = { $name } 已经在要点 { $point } 的提出人或同意人之中，只算一次。
refusal-under-item = { $number } 号意见本来就在第 { $place } 项“{ $title }”下。
refusal-item-has-opinions = 已有意见归在第 { $place } 项“{ $title }”下，不能删去。请先用 /改归 把意见移到别的议题。

alike-offer = 像 { $number }（{ $name }）：{ $text }
alike-offer-about = 记为同意
alike-notice = { $number } 号意见像 { $other }（{ $name }：{ $text }）。{ $key } 归并，或 /归并 { $list }

say-point = 要点 { $number }：{ $text }。{ $count } 人支持：{ $names }
points-count = 要点 { $count }
point-support = { $count }人
point-of-opinion = 归{ $point }
opinion-reserved = 保留
opinion-reserved-against = 对{ $resolution }保留
opinion-set-aside = 离题{ $parked }

minutes-points = 要点
minutes-point = { $number } { $text }
minutes-point-authors = 提出：{ $names }（{ $opinions } 号意见）
minutes-point-supporters = 共 { $count } 人支持；另有同意：{ $names }
minutes-point-support = 共 { $count } 人支持
minutes-amended = { $time } 改过，原为：{ $text }
minutes-amended-stance = { $time } 改过，原为（{ $stance }）：{ $text }
minutes-came-from = 原记在第 { $place } 项“{ $title }”下
minutes-set-aside = 离题，转入搁置清单 { $parked }
minutes-reserved-opinion = 保留意见 { $number } { $name }：{ $text }
review-csv-points = 要点

key-merge = 归并相像的意见
hint-merge = 归并
agreed-reserved = 保留意见：{ $list }
