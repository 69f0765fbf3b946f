#!/usr/bin/env python3
"""Makes an evening of 40 people, 6 items, 120 turns and 300 opinions, and the figures it must give.

    tests/evening/make.py

Writes `notes.txt`, which `yishi enter` reads, and `expected.json`. Nothing here is taken from the
program: the lengths of turns and pauses are drawn first, the clock in the notes follows from them,
and who speaks next is worked out again from the rule as it is documented (the thirteen rules of the
community edition: whoever has not spoken on this item comes first; positions alternate; else the
earliest hand).
"""

import json
import random
from fractions import Fraction
from pathlib import Path

rng = random.Random(20261123)
HERE = Path(__file__).parent

SURNAMES = "陈王李赵孙周吴郑冯褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云"
GIVEN = ["桂花", "小明", "建国", "敏", "丽", "涛", "天明", "秀英", "立群", "文博"]
ROLES = (["居民"] * 28 + ["居民代表"] * 4 + ["政协委员"] * 2 + ["物业"] * 2 + ["居委会"] * 2
         + ["列席"] + ["旁听"])
STANCES = {"+": "support", "-": "oppose", "?": "question", "!": "concern", "*": "suggestion"}
TITLES = ["停车位改造", "加装电梯", "下水道疏通", "垃圾分类", "文明养犬", "楼道堆物"]
WORDS = {
    "+": ["先做起来，边做边改", "赞成这个方案", "老人等不起，早点办", "我家愿意带头"],
    "-": ["费用太高，居民负担不起", "这样对一楼不公平", "没有公开招标，不放心", "时间太急"],
    "?": ["钱从哪里来", "什么时候动工", "坏了谁来修", "怎么监督"],
    "!": ["施工吵到孩子上学", "怕影响消防通道", "担心以后没人管", "怕占了绿地"],
    "*": ["先公示七天再定", "分两期来做", "请专业单位先看现场", "每季度公布一次账目"],
}

people = []
for at, role in enumerate(ROLES):
    name = SURNAMES[at] + GIVEN[at % len(GIVEN)]
    people.append({"name": name, "role": role, "turns": 0, "seconds": 0, "opinions": 0})
assert len({person["name"] for person in people}) == 40
SPEAKERS = [person for person in people if person["role"] != "旁听"]
VOTERS = [person for person in people if person["role"] not in ("旁听", "列席")]

lines, clock = [], 19 * 3600
# Whoever has the floor, and the item on the table: what passes is theirs.
floor = item = None


def write(text, stamped=True):
    stamp = f"{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02} " if stamped else ""
    lines.append(stamp + text)


def wait(seconds, runs=True):
    """Time passes; while the meeting is paused it is nobody's."""
    global clock
    clock += seconds
    if runs and item is not None:
        item["seconds"] += seconds
    if runs and floor is not None:
        floor["seconds"] += seconds
        item["speaking"] += seconds


lines.append("# 四十人、六项议程、一百二十次发言、三百条意见。由 make.py 写成，请勿手改。")
clock = 18 * 3600 + 50 * 60
for start in range(0, 40, 8):
    group = "、".join(f"{it['name']} {it['role']}" for it in people[start:start + 8])
    write(f"/签到 {group}")
    wait(40)
clock = 19 * 3600
write("/规则 十三条")
write("/开会")
opened, paused = clock, 0
wait(10)

items, order, passed_over, opinion = [], [], 0, 0
TURNS = [20] * 6
OPINIONS = [[3] * 10 + [2] * 10 for _ in range(6)]
assert sum(TURNS) == 120 and sum(map(sum, OPINIONS)) == 300


def choose(hands, spoken, last):
    """The hand that comes next; hands are (name, side) by the time they went up."""
    other = {"+": "-", "-": "+"}.get(last)

    def rank(at):
        name, side = hands[at]
        return (spoken.get(name, 0) > 0, other is not None and side != other, at)

    return min(range(len(hands)), key=rank)


def show_of_hands(favour, against, abstain):
    """A show of hands: more than half of those present with a vote carry it, so a tie fails."""
    write(f"/表决 举手 {favour} {against} {abstain}")
    carried = Fraction(favour, len(VOTERS)) > Fraction(1, 2)
    return {"method": "hands", "for": favour, "against": against, "abstain": abstain,
            "present": len(VOTERS), "round": 1, "carried": carried}


def decide(number):
    """How an item is decided: the counts, and whether the last one carried."""
    assert len(VOTERS) == 38
    if number == 1:
        counts = [show_of_hands(33, 2, 3)]
    elif number == 2:
        # Two thirds of 38 are 25 1/3: 26 are needed.
        write("/方式 投票 三分之二")
        write("/表决 25 9 3 废票 1")
        counts = [{"method": "ballot", "for": 25, "against": 9, "abstain": 3, "invalid": 1,
                   "present": 38, "needed": 26, "round": 1,
                   "carried": Fraction(25, 38) >= Fraction(2, 3)}]
    elif number == 3:
        counts = [show_of_hands(19, 19, 0)]
    elif number == 4:
        # Six show less than three fingers, say why, and a second round is shown.
        write("/方式 五指")
        write("/五指 2 1 3 12 12 8")
        write(f"/异议 {VOTERS[0]['name']}：费用没有说清")
        wait(90)
        write("/五指 0 0 0 14 14 10")
        counts = [{"method": "fist_to_five", "fists": [2, 1, 3, 12, 12, 8], "present": 38,
                   "round": 1, "carried": False},
                  {"method": "fist_to_five", "fists": [0, 0, 0, 14, 14, 10], "present": 38,
                   "round": 2, "carried": True}]
    elif number == 5:
        counts = [show_of_hands(20, 18, 0)]
    else:
        # Residents' meeting: more than half of 320 make a quorum, more than half of 180 carry.
        write("/方式 法定 居民会议 应到 320")
        write("/表决 91 80 5 实到 180")
        counts = [{"method": "residents_meeting", "statutory": True, "for": 91, "against": 80,
                   "abstain": 5, "present": 180, "eligible": 320, "quorum": 161, "needed": 91,
                   "round": 1, "carried": Fraction(91, 180) > Fraction(1, 2)}]
    return counts, counts[-1]["carried"]


for number, title in enumerate(TITLES, 1):
    write("/开始")
    item = {"title": title, "seconds": 0, "turns": 0, "speaking": 0, "stances": {}, "endorsed": 0}
    spoken, hands, last = {}, [], None
    # Opinions in the same words, and the people behind each.
    alike, behind = {}, {}
    per_turn = OPINIONS[number - 1][:]
    rng.shuffle(per_turn)
    wait(rng.randint(5, 40))
    # Ten take part, each twice: the second turn after all who were willing had one.
    circle = rng.sample(SPEAKERS, 10)
    arrivals = [person for person in circle]
    for turn in range(20):
        # Hands: at first a handful, then whoever has not one up and has turns left.
        for _ in range(4 if turn == 0 else rng.randint(0, 2)):
            can = [p for p in circle if spoken.get(p["name"], 0) < 2
                   and p["name"] not in [name for name, _ in hands]
                   and not (turn and p["name"] == speaker)]
            if can:
                person = rng.choice(can)
                side = rng.choice("+-")
                hands.append((person["name"], side))
                write(f"/举手 {person['name']} {'赞成' if side == '+' else '反对'}")
                wait(rng.randint(1, 3))
        if not hands:
            person = min((p for p in circle if spoken.get(p["name"], 0) < 2),
                         key=lambda p: (spoken.get(p["name"], 0), p["name"]))
            side = rng.choice("+-")
            hands.append((person["name"], side))
            write(f"/举手 {person['name']} {'赞成' if side == '+' else '反对'}")
            wait(1)
        at = choose(hands, spoken, last)
        # Now and then the facilitator calls somebody else who waits.
        override = len(hands) > 2 and rng.random() < 0.08
        if override:
            at = rng.choice([other for other in range(len(hands)) if other != at])
            passed_over += 1
        name, side = hands.pop(at)
        if turn == 7 and number in (2, 5):
            # Called by mistake, undone 15 seconds later: the time goes to whoever had the floor before.
            assert hands
            write(f"/发言 {hands[0][0]}")
            wait(15)
            write("/撤销")
            wait(2)
        write(f"/发言 {name}" if override else "/下一位")
        speaker = name
        floor = next(p for p in people if p["name"] == name)
        order.append([number, name])
        length = rng.choice([25, 40, 55, 61, 75, 90, 110, 118, 130, 185])
        count = per_turn[turn]
        rests = sorted(rng.sample(range(2, length - 1), count))
        at_second, stop = 0, None
        if turn in (4, 13) and number % 2 == 0:
            stop = rng.randint(60, 300)
        for index, second in enumerate(rests):
            wait(second - at_second)
            at_second = second
            mark = side if index == 0 else rng.choice("+-?!*")
            opinion += 1
            words = rng.choice(WORDS[mark])
            write(mark + f"{words}（{title}第{opinion}条）")
            alike.setdefault(words, []).append(opinion)
            behind[opinion] = [name]
            item["stances"][STANCES[mark]] = item["stances"].get(STANCES[mark], 0) + 1
            floor["opinions"] += 1
            if mark == "?":
                write(f"/答复 {opinion} 会后由居委会书面答复")
            if rng.random() < 0.15:
                sharer = rng.choice([p for p in SPEAKERS if p["name"] != name])
                write(f"/同意 {opinion} {sharer['name']}")
                item["endorsed"] += 1
                behind[opinion].append(sharer["name"])
            if index == 0 and stop:
                write("/暂停")
                wait(stop, runs=False)
                write("/继续")
                paused += stop
        wait(length - at_second)
        floor["turns"] += 1
        item["turns"] += 1
        spoken[name] = spoken.get(name, 0) + 1
        last = side
        if rng.random() < 0.5 or turn == 19:
            write("/说完")
            floor = None
            wait(rng.randint(1, 10))
    while hands:
        name, _ = hands.pop(0)
        write(f"/放下 {name}")
    # What was said more than twice becomes a point; whoever is behind one of them is behind it, once.
    item["points"] = []
    for words, numbers in alike.items():
        if len(numbers) > 2:
            write(f"/归并 {' '.join(map(str, numbers))} = {words}")
            people_behind = {name for number in numbers for name in behind[number]}
            item["points"].append({"text": words, "opinions": numbers,
                                   "supporters": sorted(people_behind)})
            wait(3)
    write(f"/决议 {title}方案公示七天后实施")
    wait(20)
    item["votes"], carried = decide(number)
    wait(15)
    write("/结束 达成一致" if carried else "/结束 未达成一致")
    item["carried"] = carried
    items.append(item)
    item = None
    wait(8)
write("/散会")

expected = {
    "people": [{key: it[key] for key in ("name", "turns", "seconds", "opinions")}
               for it in people],
    "items": items,
    "order": order,
    "passed_over": passed_over,
    "seconds": clock - opened - paused,
}
(HERE / "notes.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
(HERE / "expected.json").write_text(
    json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
print(len(lines), "lines;", len(order), "turns;", opinion, "opinions; ends",
      f"{clock // 3600}:{clock // 60 % 60:02}")
