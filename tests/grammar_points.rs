//! Points, reserved and moved opinions as they are typed, what is offered while one types, and when
//! plain words are an endorsement.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use grammar_support::Hall;
use meeting::{CHEN, DRAINS, WANG, says};
use yishi::domain::command::Command;
use yishi::domain::ids::{OpinionId, ParkedId, PersonId, PointId, ResolutionId};
use yishi::grammar::Entry;
use yishi::grammar::complete::complete;
use yishi::text::words::{Lang, Words};

fn opinions(numbers: &[u32]) -> Vec<OpinionId> {
    numbers.iter().copied().map(OpinionId).collect()
}

fn make(numbers: &[u32], text: Option<&str>) -> Command {
    Command::MakePoint { opinions: opinions(numbers), text: text.map(str::to_owned) }
}

fn join(point: u32, numbers: &[u32], points: &[u32], text: Option<&str>) -> Command {
    Command::JoinPoint {
        point: PointId(point),
        opinions: opinions(numbers),
        points: points.iter().copied().map(PointId).collect(),
        text: text.map(str::to_owned),
    }
}

#[test]
fn points_are_made_joined_and_taken_apart() {
    let part =
        |numbers: &[u32]| Command::PartPoint { point: PointId(1), opinions: opinions(numbers) };
    Hall::new().check(&[
        ("/归并 2 5 7 = 停车位先给老人", make(&[2, 5, 7], Some("停车位先给老人"))),
        ("、归并2、5、7＝停车位先给老人", make(&[2, 5, 7], Some("停车位先给老人"))),
        ("/归并 2 5", make(&[2, 5], None)),
        ("/归并 2号 和 5号", make(&[2, 5], None)),
        ("/merge 2,5 = the elderly first", make(&[2, 5], Some("the elderly first"))),
        ("/归并 2 = 老人优先", make(&[2], Some("老人优先"))),
        ("/归并 K1 9", join(1, &[9], &[], None)),
        ("/归并 9 k1", join(1, &[9], &[], None)),
        ("/merge K1 K2 = both", join(1, &[], &[2], Some("both"))),
        ("/拆出 K1 5", part(&[5])),
        ("/part K1 5, 7", part(&[5, 7])),
        ("/拆散 K1", Command::DissolvePoint(PointId(1))),
        ("/拆散 要点1", Command::DissolvePoint(PointId(1))),
        ("/撤回 K1", Command::DissolvePoint(PointId(1))),
        ("/unmerge k1", Command::DissolvePoint(PointId(1))),
        ("/改 K1 新的文字", Command::AmendPoint { point: PointId(1), text: "新的文字".to_owned() }),
        ("/同意 K1 王小明", Command::EndorsePoint { point: PointId(1), who: vec![WANG.into()] }),
    ]);
}

#[test]
fn what_is_incomplete_is_told() {
    let hall = Hall::new();
    for line in [
        "/归并",
        "/归并 2",
        "/归并 K1",
        "/归并 2 王芳",
        "/拆出 K1",
        "/拆出 5",
        "/拆散 5",
        "/拆散 K1 5",
        "/改归 3",
        "/离题",
        "/离题 3 4",
        "/转议题 R1",
        "/保留",
        "/保留 3 A1",
    ] {
        assert!(hall.read(line).is_err(), "{line}");
    }
}

#[test]
fn opinions_are_reserved_moved_set_aside_and_asked_again() {
    let reserve = |opinion: u32, resolution: Option<u32>| Command::Reserve {
        opinion: OpinionId(opinion),
        resolution: resolution.map(ResolutionId),
    };
    let words = |who: Option<PersonId>, resolution: Option<u32>| Command::ReserveWords {
        who: who.map(Into::into),
        text: "不赞成收费".to_owned(),
        resolution: resolution.map(ResolutionId),
    };
    let up = |title: Option<&str>, minutes| Command::TakeUp {
        parked: ParkedId(1),
        title: title.map(str::to_owned),
        minutes,
    };
    Hall::new().check(&[
        ("/保留 3", reserve(3, None)),
        ("/保留 3 R1", reserve(3, Some(1))),
        ("/reserve 3 r1", reserve(3, Some(1))),
        ("/保留 王小明：不赞成收费", words(Some(WANG), None)),
        ("/保留 R1 王小明：不赞成收费", words(Some(WANG), Some(1))),
        ("/保留 不赞成收费", words(None, None)),
        ("/改归 3 2", Command::MoveOpinion { opinion: OpinionId(3), item: DRAINS }),
        ("/改归 3 到第2项", Command::MoveOpinion { opinion: OpinionId(3), item: DRAINS }),
        ("/reassign 3 to 2", Command::MoveOpinion { opinion: OpinionId(3), item: DRAINS }),
        ("/离题 3", Command::SetAside(OpinionId(3))),
        ("/offtopic 3", Command::SetAside(OpinionId(3))),
        ("/转议题 P1", up(None, None)),
        ("/转议题 P1 10分钟", up(None, Some(10))),
        ("/totopic 1 Street lamps | 10", up(Some("Street lamps"), Some(10))),
        ("/未答 4", Command::Reopen(OpinionId(4))),
        ("/unanswered 4", Command::Reopen(OpinionId(4))),
    ]);
}

#[test]
fn plain_words_share_an_opinion_only_when_they_say_nothing_else() {
    let hall = Hall::new();
    let share = |opinion: u32, who: Option<PersonId>| {
        let who = who.map(Into::into).into_iter().collect();
        Ok(Entry::Meeting(Command::Endorse { opinion: OpinionId(opinion), who }))
    };
    assert_eq!(hall.read("同意3号"), share(3, None));
    assert_eq!(hall.read("同意 3 号。"), share(3, None));
    assert_eq!(hall.read("我也同意3号意见"), share(3, None));
    assert_eq!(hall.read("王小明：同意３号"), share(3, Some(WANG)));
    assert_eq!(hall.read("agree with 3"), share(3, None));
    assert_eq!(hall.read("I agree with no. 3."), share(3, None));
    let point = Command::EndorsePoint { point: PointId(1), who: vec![WANG.into()] };
    assert_eq!(hall.read("王小明：同意K1"), Ok(Entry::Meeting(point)));
    let lines = [
        "同意",
        "同意3号楼先修",
        "同意3栋的方案",
        "不同意3号",
        "同意3号，但要公示",
        "agree with 3 of them",
        "：同意3号",
        "王小明：：同意3号",
    ];
    for line in lines {
        let read = hall.read(line);
        assert!(
            matches!(read, Ok(Entry::Meeting(Command::RecordOpinion { .. }))),
            "{line}: {read:?}"
        );
    }
}

#[test]
fn what_is_like_an_earlier_opinion_is_offered_as_agreeing() {
    let mut hall = Hall::new();
    hall.carry_out(&says(CHEN, "停车位应先给老人"));
    let words = Words::new(Lang::Zh);
    let offered = |hall: &Hall, line: &str| -> Vec<String> {
        complete(line, hall.context(), &words).into_iter().map(|it| it.insert).collect()
    };
    assert_eq!(offered(&hall, "王小明：停车位先给老人"), ["/同意 1 王小明"]);
    // The author repeats it, the opposite is said, it is something else, it is too short.
    assert_eq!(offered(&hall, "陈桂花：停车位先给老人"), [""; 0]);
    assert_eq!(offered(&hall, "王小明：停车位不应先给老人"), [""; 0]);
    assert_eq!(offered(&hall, "王小明：楼道灯要换"), [""; 0]);
    assert_eq!(offered(&hall, "王小明：停车"), [""; 0]);
    let english = Words::new(Lang::En);
    let offers = complete("王小明：停车位先给老人", hall.context(), &english);
    assert_eq!(offers[0].insert, "/agree 1 王小明");
    // Whoever shares it already is not asked again.
    hall.carry_out(&Command::Endorse { opinion: OpinionId(1), who: vec![WANG.into()] });
    assert_eq!(offered(&hall, "王小明：停车位先给老人"), [""; 0]);
}
