//! Whatever a room does: the choice of the next speaker is deterministic and fair, and what happens
//! to the queue never touches the clock of whoever speaks.

#[path = "common/meeting.rs"]
mod meeting;

use std::collections::BTreeSet;
use std::sync::Arc;

use meeting::{Room, call, next, raise};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use yishi::domain::command::Command;
use yishi::domain::ids::PersonId;
use yishi::domain::item::HandKind;
use yishi::domain::opinion::Stance;
use yishi::domain::queue;
use yishi::domain::rules::{Criterion, RuleSet};

fn person() -> impl Strategy<Value = PersonId> {
    (1..=6u32).prop_map(PersonId)
}

fn step() -> impl Strategy<Value = (i64, Command)> {
    let stances = [Stance::Support, Stance::Oppose, Stance::Question];
    let stance = option::of(prop::sample::select(stances.to_vec()));
    let kinds = prop::sample::select(vec![HandKind::Reply, HandKind::PointOfOrder]);
    let command = prop_oneof![
        8 => (person(), stance)
            .prop_map(|(person, stance)| Command::RaiseHand { who: person.into(), stance }),
        4 => Just(next()),
        1 => person().prop_map(call),
        2 => Just(Command::EndTurn),
        1 => person().prop_map(Command::LowerHand),
        1 => (person(), kinds)
            .prop_map(|(person, kind)| Command::Interject { who: person.into(), kind }),
        1 => (person(), 0..4u32).prop_map(|(person, to)| Command::MoveHand { person, to }),
    ];
    (0..90i64, command)
}

fn played(steps: &[(i64, Command)], rules: RuleSet) -> Room {
    let mut room = Room::on_parking().with([Command::AdoptRules(Arc::new(rules))]);
    for (seconds, command) in steps {
        room.wait(*seconds);
        // What the rules refuse is passed over.
        let _ = room.meeting.carry_out(command, room.now, meeting::BY);
    }
    room
}

fn order() -> impl Strategy<Value = Vec<Criterion>> {
    vec(prop::sample::select(Criterion::ALL.to_vec()), 0..5)
}

fn with(order: Vec<Criterion>) -> RuleSet {
    RuleSet { order, simultaneous_seconds: 5, ..RuleSet::named("试验") }
}

proptest! {
    /// The same record gives the same order, in which everybody who waits comes once.
    #[test]
    fn the_order_is_deterministic_and_leaves_nobody_out(
        steps in vec(step(), 0..60), order in order(),
    ) {
        let room = played(&steps, with(order));
        let session = room.session();
        let whole = queue::order(session, usize::MAX);
        prop_assert_eq!(queue::next(session), whole.first().copied());
        prop_assert_eq!(&whole, &queue::order(&session.clone(), usize::MAX));
        let came: BTreeSet<PersonId> = whole.iter().map(|it| it.person).collect();
        let waits: BTreeSet<PersonId> = room.queue().into_iter().collect();
        prop_assert_eq!(came.len(), whole.len());
        prop_assert_eq!(came, waits);
        // What comes first does not depend on how many are asked for.
        for most in 0..whole.len() {
            prop_assert_eq!(&queue::order(session, most)[..], &whole[..most]);
        }
    }

    /// Nobody willing who has not spoken waits behind a second turn (thirteen rules: not yet spoken
    /// before already spoken), unless the facilitator placed a hand.
    #[test]
    fn nobody_waits_behind_a_second_turn(
        steps in vec(step(), 0..60), mut order in order(),
    ) {
        order.insert(0, Criterion::NotYetOnItem);
        let room = played(&steps, with(order));
        let session = room.session();
        let item = room.item(meeting::PARKING);
        prop_assume!(item.hands.iter().all(|hand| hand.place.is_none()));
        let speaks = session.turn_going_on().map(|floor| floor.person);
        let turns: Vec<bool> = queue::order(session, usize::MAX)
            .into_iter()
            .filter(|next| next.kind == HandKind::Turn)
            .map(|next| next.turns > 0 || speaks == Some(next.person))
            .collect();
        prop_assert!(turns.is_sorted(), "{:?}", turns);
    }

    /// Hands that go up, down or elsewhere leave whoever speaks alone, and a pause stops every clock.
    #[test]
    fn the_queue_never_touches_the_running_clock(
        before in vec(step(), 0..30), after in vec((person(), 0..4u32), 0..12),
    ) {
        let mut room = played(&before, with(vec![Criterion::LeastTime]));
        let (floor, interrupted) = (room.session().floor, room.session().interrupted);
        for (person, to) in after {
            room.wait(7);
            for command in [raise(person), Command::MoveHand { person, to }, Command::LowerHand(person)] {
                let _ = room.meeting.carry_out(&command, room.now, meeting::BY);
                prop_assert_eq!(room.session().floor, floor);
                prop_assert_eq!(room.session().interrupted, interrupted);
            }
        }
        room.ok(&Command::Pause);
        let stopped = room.session().clone();
        let read = |room: &Room| {
            let session = room.session();
            let turn = [session.floor, session.interrupted].map(|it| it.map(|it| it.watch.read(room.now)));
            (session.watch.read(room.now), room.item(meeting::PARKING).watch.read(room.now), turn)
        };
        let then = read(&room);
        room.wait(3_600);
        prop_assert_eq!(read(&room), then);
        prop_assert_eq!(room.session(), &stopped);
    }
}
