//! Who speaks next and why, against the documented rules of community meetings (`docs/format.md`, “Rules of the floor”).

#[path = "common/meeting.rs"]
mod meeting;

use std::sync::Arc;

use meeting::{
    CHEN, LI, NOBODY, PARKING, Room, SUN, WANG, ZHAO, ZHOU, after, call, ends, next, raise,
};
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::event::Event;
use yishi::domain::ids::PersonId;
use yishi::domain::item::{Called, HandKind, Outcome};
use yishi::domain::opinion::Stance;
use yishi::domain::plan::{NextStep, next_step};
use yishi::domain::queue::{self, Reason};
use yishi::domain::refusal::Refusal;
use yishi::domain::rules::{Criterion, RuleSet};
use yishi::grammar::rule_sets::shipped;

/// Rules that come with the program, by their file.
fn rules(file: &str) -> Command {
    let Some(set) = shipped().into_iter().find(|set| set.file == file) else {
        panic!("no rules {file}");
    };
    Command::AdoptRules(set.rules)
}

fn by(order: &[Criterion]) -> Command {
    Command::AdoptRules(Arc::new(RuleSet { order: order.to_vec(), ..RuleSet::named("试验") }))
}

fn raise_for(person: PersonId, stance: Stance) -> Command {
    Command::RaiseHand { who: person.into(), stance: Some(stance) }
}

fn order_of_point(person: PersonId) -> Command {
    Command::Interject { who: person.into(), kind: HandKind::PointOfOrder }
}

fn reply(person: PersonId) -> Command {
    Command::Interject { who: person.into(), kind: HandKind::Reply }
}

#[track_caller]
fn due(room: &Room) -> (PersonId, Reason) {
    match queue::next(room.session()) {
        Some(next) => (next.person, next.reason),
        None => panic!("nobody waits"),
    }
}

fn order(room: &Room) -> Vec<PersonId> {
    queue::order(room.session(), 99).iter().map(|next| next.person).collect()
}

/// 未发言者先于已发言者: not-yet-spoken comes before already-spoken (thirteen rules).
#[test]
fn who_has_not_spoken_comes_before_who_has() {
    let mut room = Room::on_parking().with([rules("community-13"), call(CHEN), Command::EndTurn]);
    room.ok(&raise(CHEN));
    room.wait(60);
    room.ok(&raise(WANG));
    assert_eq!(due(&room), (WANG, Reason::NotYetOnItem { before: CHEN }));
    assert_eq!(order(&room), [WANG, CHEN]);
    // On the next item everybody starts afresh, so the earliest hand counts.
    room = room.with([ends(Outcome::Noted), Command::OpenItem(None), raise(CHEN), raise(WANG)]);
    assert_eq!(due(&room), (CHEN, Reason::EarliestHand));
}

/// Whoever has the floor is having a turn: a hand raised while speaking is one for the second.
#[test]
fn a_turn_that_is_going_on_counts() {
    let room =
        Room::on_parking().with([rules("community-13"), call(CHEN), raise(CHEN), raise(WANG)]);
    assert_eq!(due(&room).0, WANG);
}

/// 正反方轮流发言: positions alternate; else the earliest hand (thirteen rules).
#[test]
fn positions_alternate() {
    let mut room = Room::on_parking().with([
        rules("community-13"),
        raise_for(CHEN, Stance::Support),
        raise_for(WANG, Stance::Support),
        raise_for(LI, Stance::Question),
        raise_for(SUN, Stance::Oppose),
    ]);
    // Nobody has taken a position yet.
    assert_eq!(due(&room), (CHEN, Reason::EarliestHand));
    assert_eq!(order(&room), [CHEN, SUN, WANG, LI]);
    room.ok(&next());
    assert_eq!(due(&room), (SUN, Reason::OtherPosition { after: Stance::Support }));
    room.ok(&next());
    assert_eq!(due(&room), (WANG, Reason::OtherPosition { after: Stance::Oppose }));
}

/// Where no position was announced, the one taken down during the turn counts.
#[test]
fn what_is_taken_down_in_a_turn_tells_its_position() {
    let opposes = |who: PersonId| Command::RecordOpinion {
        who: Some(who.into()),
        stance: Some(Stance::Oppose),
        text: "不能占绿地".to_owned(),
    };
    let queue = [raise_for(WANG, Stance::Oppose), raise_for(LI, Stance::Support)];
    let room = Room::on_parking().with([rules("community-13"), call(CHEN), opposes(CHEN)]);
    assert_eq!(due(&room.with(queue.clone())).0, LI);
    // Somebody else's words say nothing about the turn.
    let room = Room::on_parking().with([rules("community-13"), call(CHEN), opposes(SUN)]);
    assert_eq!(due(&room.with(queue)).0, WANG);
}

/// 同时举手，反对者优先: among simultaneous hands opposition goes first (南塘).
#[test]
fn among_simultaneous_hands_opposition_goes_first() {
    let mut room = Room::on_parking().with([rules("nantang"), raise_for(CHEN, Stance::Support)]);
    room.wait(2);
    room.ok(&raise_for(WANG, Stance::Oppose));
    assert_eq!(due(&room), (WANG, Reason::OppositionFirst { before: CHEN }));
    // Ten seconds later is not at the same time.
    let mut room = Room::on_parking().with([rules("nantang"), raise_for(CHEN, Stance::Support)]);
    room.wait(10);
    room.ok(&raise_for(WANG, Stance::Oppose));
    assert_eq!(due(&room), (CHEN, Reason::EarliestHand));
}

/// Free talk: whoever has spoken least in the meeting, and by how much.
#[test]
fn who_has_spoken_least_comes_first() {
    let mut room = Room::on_parking().with([rules("free"), call(CHEN)]);
    room.wait(100);
    room.ok(&call(WANG));
    room.wait(20);
    room = room.with([Command::EndTurn, raise(CHEN), raise(WANG)]);
    assert_eq!(due(&room), (WANG, Reason::LessTime { than: CHEN, seconds: 80 }));
    assert_eq!(room.session().turn_seconds(), 0, "free talk has no limit");
}

/// Capacities in balance: residents have spoken once, the CPPCC member (李强) has not.
#[test]
fn capacities_are_balanced() {
    let room = Room::on_parking().with([
        by(&[Criterion::BalanceRoles]),
        call(CHEN),
        Command::EndTurn,
        raise(WANG),
        raise(LI),
        raise(SUN),
    ]);
    assert_eq!(due(&room), (LI, Reason::Balance { than: WANG }));
    // With Li's turn all three have had one: hand order between the two residents' and Sun's.
    assert_eq!(order(&room), [LI, SUN, WANG]);
}

/// Not yet spoken in the meeting, though everybody starts afresh on the item.
#[test]
fn who_has_not_spoken_tonight_comes_first() {
    let room = Room::on_parking().with([
        by(&[Criterion::NotYetInMeeting]),
        call(CHEN),
        ends(Outcome::Noted),
        Command::OpenItem(None),
        raise(CHEN),
        raise(LI),
    ]);
    assert_eq!(due(&room), (LI, Reason::NotYetInMeeting { before: CHEN }));
}

/// Hand order ends the list: what stands behind it is not looked at.
#[test]
fn hand_order_is_final() {
    let rules = by(&[Criterion::HandOrder, Criterion::NotYetOnItem]);
    let room =
        Room::on_parking().with([rules, call(CHEN), Command::EndTurn, raise(CHEN), raise(LI)]);
    assert_eq!(due(&room), (CHEN, Reason::EarliestHand));
}

/// 每人每项最多两次: two turns an item; the facilitator may still call, and the record says so.
#[test]
fn turns_on_an_item_are_limited() {
    let mut room = Room::on_parking().with([rules("community-13")]);
    for _ in 0..2 {
        room = room.with([raise(CHEN), next(), Command::EndTurn]);
    }
    assert_eq!(room.refused(&raise(CHEN)), Refusal::TurnsUsedUp(CHEN, 2));
    room.ok(&raise(WANG));
    let events = room.ok(&call(CHEN));
    let kind = HandKind::Turn;
    let called = Called::PastLimit;
    assert_eq!(events, [Event::FloorGiven { person: CHEN, called, kind, passed: Some(WANG) }]);
    // Replies and points of order are no turns, so they stay possible.
    room.ok(&Command::EndTurn);
    room.ok(&reply(CHEN));
    assert_eq!(room.item(PARKING).share_of(CHEN).turns, 3);
    room = room.with([next(), Command::EndTurn]);
    assert_eq!(room.item(PARKING).share_of(CHEN).turns, 3);
    assert_eq!(room.session().person(CHEN).map(|it| it.turns), Some(3));
}

/// A point of order comes first of all and interrupts; whoever was interrupted goes on, and their
/// clock stood still meanwhile.
#[test]
fn a_point_of_order_interrupts() {
    let mut room = Room::on_parking().with([rules("community-13"), raise(WANG), call(CHEN)]);
    room.wait(50);
    room = room.with([reply(LI), order_of_point(SUN)]);
    assert_eq!(order(&room), [SUN, LI, WANG]);
    assert_eq!(due(&room), (SUN, Reason::PointOfOrder));
    room.ok(&next());
    assert_eq!(room.speaker(), Some(SUN));
    room.wait(30);
    assert_eq!(room.turn_seconds(), 30);
    assert_eq!(next_step(room.session()), NextStep::EndTurn(SUN));
    // Calling the next gives the floor back first.
    assert_eq!(room.ok(&next()), [Event::FloorEnded]);
    assert_eq!((room.speaker(), room.turn_seconds()), (Some(CHEN), 50));
    room.wait(5);
    room.ok(&Command::EndTurn);
    let turns: Vec<(PersonId, u32)> =
        room.item(PARKING).turns.iter().map(|turn| (turn.person, turn.seconds)).collect();
    assert_eq!(turns, [(SUN, 30), (CHEN, 55)]);
    assert_eq!(due(&room), (LI, Reason::Reply));
}

/// Somebody who waits for a turn and raises a point of order waits on in the same place.
#[test]
fn a_point_of_order_does_not_cost_the_place_in_the_queue() {
    let mut room =
        Room::on_parking().with([raise(WANG), raise(LI), raise(SUN), order_of_point(LI)]);
    assert_eq!(room.queue(), [WANG, LI, SUN]);
    assert_eq!(room.refused(&raise(LI)), Refusal::HandAlreadyUp(LI));
    assert_eq!(room.refused(&reply(LI)), Refusal::HandAlreadyUp(LI));
    room = room.with([next(), Command::EndTurn]);
    assert_eq!(room.queue(), [WANG, LI, SUN]);
    assert_eq!(order(&room), [WANG, LI, SUN]);
}

/// Whoever is interrupted may leave, as may whoever interrupts.
#[test]
fn leaving_amid_a_point_of_order() {
    let interrupted = || {
        let mut room = Room::on_parking().with([call(CHEN)]);
        room.wait(40);
        room.with([order_of_point(LI), next()])
    };
    let mut room = interrupted().with([Command::SignOut(CHEN)]);
    assert_eq!((room.speaker(), room.session().interrupted), (Some(LI), None));
    assert_eq!(room.item(PARKING).turns.iter().map(|it| it.seconds).collect::<Vec<_>>(), [40]);
    room.ok(&Command::EndTurn);
    assert_eq!(room.speaker(), None);
    let room = interrupted().with([Command::SignOut(LI)]);
    assert_eq!((room.speaker(), room.turn_seconds()), (Some(CHEN), 40));
    // An item that ends takes both along.
    let room = interrupted().with([ends(Outcome::Noted)]);
    assert_eq!((room.speaker(), room.session().interrupted), (None, None));
    assert_eq!(room.item(PARKING).turns.len(), 2);
}

/// 截止: the list is closed and opened again; points of order and a call by name stay possible.
#[test]
fn a_closed_list_takes_no_hands() {
    let mut room = Room::on_parking().with([raise(WANG), Command::CloseList]);
    assert_eq!(room.refused(&raise(CHEN)), Refusal::ListIsClosed(CHEN));
    assert_eq!(room.refused(&Command::CloseList), Refusal::ListClosedAlready);
    room.ok(&order_of_point(CHEN));
    room.ok(&call(SUN));
    room.ok(&Command::ReopenList);
    assert_eq!(room.refused(&Command::ReopenList), Refusal::ListIsOpen);
    room.ok(&raise(LI));
    // It holds for the item only.
    room = room.with([Command::CloseList, ends(Outcome::Noted), Command::OpenItem(None)]);
    room.ok(&raise(CHEN));
}

/// 排到: the facilitator places a hand; others keep the order the rules give them.
#[test]
fn a_hand_can_be_placed() {
    let mut room = Room::on_parking().with([raise(CHEN), raise(WANG), raise(LI), raise(SUN)]);
    let place = |person, to| Command::MoveHand { person, to };
    room.ok(&place(SUN, 1));
    assert_eq!(order(&room), [CHEN, SUN, WANG, LI]);
    room.ok(&place(LI, 1));
    assert_eq!(order(&room), [CHEN, LI, SUN, WANG]);
    room.ok(&next());
    assert_eq!(due(&room), (LI, Reason::Placed));
    assert_eq!(order(&room), [LI, SUN, WANG]);
    assert_eq!(room.refused(&place(WANG, 3)), Refusal::NoSuchQueuePlace(3));
    assert_eq!(room.refused(&place(CHEN, 0)), Refusal::HandNotUp(CHEN));
    assert_eq!(room.refused(&place(NOBODY, 0)), Refusal::NoSuchPerson(NOBODY));
}

/// 主持人中立，要发言先交出主持: the chair hands over to speak (thirteen rules).
#[test]
fn the_chair_hands_over_to_speak() {
    let facilitator = Change::To("陈桂花".to_owned());
    let chairs = Command::ChangeSetup(SetupChange { facilitator, ..SetupChange::default() });
    let mut room = Room::on_parking().with([chairs, rules("community-13"), raise(CHEN)]);
    assert_eq!(room.refused(&next()), Refusal::ChairMustHandOver(CHEN));
    assert_eq!(room.refused(&Command::GiveChair(CHEN.into())), Refusal::ChairsAlready(CHEN));
    assert_eq!(room.refused(&Command::TakeBackChair), Refusal::ChairNotGiven);
    room.ok(&Command::GiveChair(WANG.into()));
    room.ok(&next());
    assert_eq!(room.speaker(), Some(CHEN));
    // Now Wang chairs, and is bound in the same way.
    assert_eq!(room.refused(&call(WANG)), Refusal::ChairMustHandOver(WANG));
    room.ok(&Command::TakeBackChair);
    room.ok(&call(WANG));
    // Where the rules do not ask for it, the chair speaks.
    room.ok(&rules("robert-12"));
    room.ok(&call(CHEN));
}

/// Removing or moving somebody who waits never disturbs the running clock; a pause stops it.
#[test]
fn the_queue_does_not_disturb_the_clock() {
    let mut room = Room::on_parking().with([call(CHEN), raise(WANG), raise(LI)]);
    room.wait(30);
    let floor = room.session().floor;
    room = room.with([
        Command::MoveHand { person: LI, to: 0 },
        Command::LowerHand(WANG),
        Command::CloseList,
        order_of_point(SUN),
        Command::SignOut(LI),
    ]);
    assert_eq!(room.session().floor, floor);
    room.ok(&Command::Pause);
    room.wait(500);
    assert_eq!(room.turn_seconds(), 30);
    room.ok(&Command::Resume);
    room.wait(12);
    assert_eq!(room.turn_seconds(), 42);
}

/// A wrong “next” undone gives the minutes back to whom they belong.
#[test]
fn a_wrong_next_is_undone() {
    let mut room =
        Room::on_parking().with([rules("community-13"), raise(CHEN), raise(WANG), next()]);
    room.wait(70);
    room.ok(&next());
    room.wait(20);
    assert_eq!((room.speaker(), room.turn_seconds()), (Some(WANG), 20));
    room.ok(&Command::Undo);
    // Chen spoke all the while.
    assert_eq!((room.speaker(), room.turn_seconds()), (Some(CHEN), 90));
    assert_eq!(room.queue(), [WANG]);
    assert_eq!(room.session().person(WANG).map(|it| (it.turns, it.spoken)), Some((0, 0)));
}

/// Rules are embedded whole; adopting the same again changes nothing, undoing brings back those before.
#[test]
fn rules_are_adopted_and_undone() {
    let mut room = Room::prepared();
    assert!(!room.session().rules.is_written());
    assert_eq!(room.session().turn_seconds(), 180);
    room.ok(&rules("nantang"));
    assert_eq!(room.refused(&rules("nantang")), Refusal::RulesInForce);
    room.ok(&by(&[]));
    room.ok(&Command::Undo);
    assert_eq!(room.session().rules.name, "南塘十三条");
    room.ok(&Command::Undo);
    assert!(!room.session().rules.is_written());
}

/// Who attends without a vote or observes may wait like everybody else.
#[test]
fn those_without_a_vote_wait_like_others() {
    let room = Room::on_parking().with([rules("community-13"), raise(ZHOU), raise(ZHAO)]);
    assert_eq!(order(&room), [ZHOU, ZHAO]);
    assert_eq!(queue::next(room.session()).map(|it| it.since), Some(after(0)));
}
