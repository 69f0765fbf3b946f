//! Points that bring opinions together: who stands behind them, counted by hand; what is refused;
//! and that everything can be taken back.
//!
//! The rules are those of `docs/format.md`: behind a point stand, each once, the authors of its
//! opinions that were not withdrawn, those who endorsed these, and those who endorsed the point.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{CHEN, DRAINS, LI, OTHER, PARKING, Room, SUN, WANG, asks, call, ends, says};
use yishi::domain::action::Promise;
use yishi::domain::command::Command;
use yishi::domain::ids::{ItemId, OpinionId, ParkedId, PersonId, PointId, ResolutionId};
use yishi::domain::item::Outcome;
use yishi::domain::opinion::Opinion;
use yishi::domain::refusal::Refusal;

const O1: OpinionId = OpinionId(1);
const O2: OpinionId = OpinionId(2);
const O3: OpinionId = OpinionId(3);
const K1: PointId = PointId(1);
const K2: PointId = PointId(2);

fn make(opinions: &[OpinionId]) -> Command {
    Command::MakePoint { opinions: opinions.to_vec(), text: None }
}

fn join(point: PointId, opinions: &[OpinionId]) -> Command {
    Command::JoinPoint { point, opinions: opinions.to_vec(), points: vec![], text: None }
}

fn endorse(opinion: OpinionId, who: PersonId) -> Command {
    Command::Endorse { opinion, who: vec![who.into()] }
}

fn support(point: PointId, who: PersonId) -> Command {
    Command::EndorsePoint { point, who: vec![who.into()] }
}

/// Chen and Wang say the same, Li something else.
fn said() -> Room {
    Room::on_parking().with([says(CHEN, "先给老人"), says(WANG, "老人优先"), says(LI, "先公示")])
}

#[track_caller]
fn refuses(room: &mut Room, command: &Command, why: &Refusal) {
    assert_eq!(&room.refused(command), why);
}

fn behind(room: &Room, point: PointId) -> Vec<PersonId> {
    room.session().point(point).map(|it| room.session().supporters_of(it)).unwrap_or_default()
}

#[test]
fn each_who_stands_behind_a_point_counts_once() {
    // Chen wrote 1, Wang wrote 2 and shares 1, Li shares 2, Sun shares the point: four people.
    let mut room =
        said().with([endorse(O1, WANG), endorse(O2, LI), make(&[O1, O2]), support(K1, SUN)]);
    assert_eq!(behind(&room, K1), [CHEN, WANG, LI, SUN]);
    // Without opinion 2 Li has shared nothing of it; Wang still shares 1.
    room.ok(&Command::PartPoint { point: K1, opinions: vec![O2] });
    assert_eq!(behind(&room, K1), [CHEN, WANG, SUN]);
    // Taken back, opinion 1 stands no more, nor do those who shared it. It stays listed.
    room.ok(&Command::WithdrawOpinion(O1));
    assert_eq!(behind(&room, K1), [SUN]);
    assert_eq!(room.session().point(K1).map(|it| it.from.clone()), Some(vec![O1]));
}

#[test]
fn an_opinion_may_be_in_several_points_and_points_may_become_one() {
    let mut room = said().with([make(&[O1, O2]), make(&[O2, O3]), support(K2, SUN)]);
    let points = |room: &Room| room.session().opinion(O2).map(|it| it.points.clone());
    assert_eq!(points(&room), Some(vec![K1, K2]));
    let whole = Command::JoinPoint { point: K1, opinions: vec![], points: vec![K2], text: None };
    room.ok(&whole);
    assert_eq!(behind(&room, K1), [CHEN, WANG, LI, SUN]);
    assert_eq!(points(&room), Some(vec![K1]));
    room.ok(&Command::Undo);
    assert_eq!(points(&room), Some(vec![K1, K2]));
    assert_eq!(behind(&room, K1), [CHEN, WANG]);
}

#[test]
fn taken_apart_or_undone_everything_is_as_before() {
    let before = said();
    let mut room = before.clone().with([make(&[O1, O2, O3])]);
    room.ok(&Command::DissolvePoint(K1));
    assert_eq!(room.session().opinions, before.session().opinions);
    assert_eq!(room.session().points_of(PARKING).count(), 0);
    room.ok(&Command::Undo);
    assert_eq!(behind(&room, K1), [CHEN, WANG, LI]);
    room.ok(&Command::Undo);
    assert_eq!(room.session(), before.session());
}

#[test]
fn what_cannot_be_brought_together_is_refused() {
    let mut room = said();
    refuses(&mut room, &make(&[OpinionId(9)]), &Refusal::NoSuchOpinion(OpinionId(9)));
    refuses(&mut room, &join(K1, &[O1]), &Refusal::NoSuchPoint(K1));
    room.ok(&make(&[O1, O2]));
    refuses(&mut room, &join(K1, &[O1]), &Refusal::AlreadyInPoint(O1, K1));
    let part =
        |opinions: &[OpinionId]| Command::PartPoint { point: K1, opinions: opinions.to_vec() };
    refuses(&mut room, &part(&[O3]), &Refusal::NotInPoint(O3, K1));
    refuses(&mut room, &part(&[O1, O2]), &Refusal::LastOfPoint(O2, K1));
    refuses(&mut room, &support(K1, CHEN), &Refusal::SupportsAlready(K1, CHEN));
    refuses(&mut room, &Command::SetAside(O1), &Refusal::BelongsToPoint(O1, K1));
    room.ok(&Command::DissolvePoint(K1));
    refuses(&mut room, &support(K1, SUN), &Refusal::PointDissolved(K1));
    room.ok(&Command::SetAside(O1));
    refuses(&mut room, &make(&[O1, O2]), &Refusal::SetAside(O1, ParkedId(1)));
    room.ok(&Command::WithdrawOpinion(O2));
    refuses(&mut room, &make(&[O2]), &Refusal::OpinionWithdrawn(O2));
}

#[test]
fn an_action_may_answer_a_point() {
    let mut room = said().with([make(&[O1, O2])]);
    let promise =
        Promise { what: "公示".to_owned(), from_points: vec![K1], ..Promise::default() };
    room.ok(&Command::Promise(promise.clone()));
    let action = room.session().actions.last().map(|it| it.from_points.clone());
    assert_eq!(action, Some(vec![K1]));
    let absent = Promise { from_points: vec![K2], ..promise };
    refuses(&mut room, &Command::Promise(absent), &Refusal::NoSuchPoint(K2));
}

#[test]
fn an_opinion_moves_with_its_place_and_its_question() {
    let mut room = Room::on_parking().with([
        asks(LI, "费用谁出"),
        ends(Outcome::CarriedOver).with_open(),
        Command::OpenItem(None),
        says(CHEN, "管道老化"),
    ]);
    let listed = |room: &Room, item: ItemId| -> Vec<OpinionId> {
        room.session()
            .item(item)
            .map(|it| it.opinions.iter().copied().collect())
            .unwrap_or_default()
    };
    let open = |room: &Room, item: ItemId| {
        room.session().item(item).is_some_and(|it| it.open_questions.contains(&O1))
    };
    room.ok(&Command::MoveOpinion { opinion: O1, item: DRAINS });
    assert_eq!((listed(&room, PARKING), listed(&room, DRAINS)), (vec![], vec![O1, O2]));
    assert!(!open(&room, PARKING) && open(&room, DRAINS));
    assert_eq!(room.session().opinion(O1).and_then(|it| it.came_from), Some(PARKING));
    // Also under an item that is closed; the trace stays that of where it was said.
    room.ok(&Command::MoveOpinion { opinion: O1, item: PARKING });
    assert_eq!(listed(&room, PARKING), [O1]);
    refuses(
        &mut room,
        &Command::MoveOpinion { opinion: O1, item: PARKING },
        &Refusal::UnderItem(O1, PARKING),
    );
    // What was said about an item that has not begun keeps it on the agenda.
    room.ok(&Command::MoveOpinion { opinion: O1, item: OTHER });
    refuses(&mut room, &Command::RemoveItem(OTHER), &Refusal::ItemHasOpinions(OTHER));
}

trait WithOpen {
    fn with_open(self) -> Self;
}

impl WithOpen for Command {
    /// The same, whatever is left open.
    fn with_open(self) -> Self {
        match self {
            Self::CloseItem { outcome, why, .. } => Self::CloseItem { outcome, why, despite: true },
            other => other,
        }
    }
}

#[test]
fn a_question_set_aside_awaits_no_answer_and_may_become_an_item() {
    let mut room = Room::on_parking().with([asks(LI, "路灯何时修"), Command::SetAside(O1)]);
    let session = room.session();
    assert!(session.item(PARKING).is_some_and(|it| it.open_questions.is_empty()));
    let parked = session.parked(ParkedId(1)).map(|it| (it.person, it.text.to_string()));
    assert_eq!(parked, Some((Some(LI), "路灯何时修".to_owned())));
    let up = Command::TakeUp { parked: ParkedId(1), title: None, minutes: Some(10) };
    room.ok(&up);
    let settled =
        |room: &Room| room.session().parked(ParkedId(1)).is_some_and(|it| it.settled.is_some());
    assert!(settled(&room));
    refuses(&mut room, &up, &Refusal::AlreadySettled(ParkedId(1)));
    // Taken off the agenda again, the point is open again.
    room.ok(&Command::RemoveItem(ItemId(4)));
    assert!(!settled(&room));
}

#[test]
fn questions_are_opened_again_and_former_words_are_kept() {
    let mut room = Room::on_parking().with([asks(LI, "费用谁出")]);
    refuses(&mut room, &Command::Reopen(O1), &Refusal::NotAnswered(O1));
    room.ok(&Command::Answer { opinion: O1, text: "街道".to_owned() });
    room.ok(&Command::Reopen(O1));
    assert!(room.session().opinion(O1).is_some_and(Opinion::awaits_answer));
    room.wait(60);
    room.ok(&Command::AmendOpinion {
        opinion: O1, stance: None, text: "费用由谁出".to_owned()
    });
    let earlier = room.session().opinion(O1).map(|it| {
        it.earlier.iter().map(|was| (was.text.to_string(), was.until)).collect::<Vec<_>>()
    });
    assert_eq!(earlier, Some(vec![("费用谁出".to_owned(), meeting::after(60))]));
}

#[test]
fn an_opinion_is_kept_in_reserve_once_against_a_resolution() {
    let mut room = said().with([call(CHEN), Command::Resolve("先划线".to_owned())]);
    let against = Some(ResolutionId(1));
    let reserve = Command::Reserve { opinion: O3, resolution: against };
    room.ok(&reserve);
    refuses(&mut room, &reserve, &Refusal::AlreadyReserved(O3));
    let absent = Command::Reserve { opinion: O1, resolution: Some(ResolutionId(2)) };
    refuses(&mut room, &absent, &Refusal::NoSuchResolution(ResolutionId(2)));
    // Words of whoever has the floor, under the resolution's own item.
    room.ok(&Command::ReserveWords { who: None, text: "不急".to_owned(), resolution: against });
    let last = room.session().opinions.last().map(|it| (it.person, it.item, it.reserved.is_some()));
    assert_eq!(last, Some((CHEN, PARKING, true)));
}
