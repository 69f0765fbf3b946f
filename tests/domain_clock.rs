//! Time of turns, items and the meeting, worked out by hand.

#[path = "common/meeting.rs"]
mod meeting;

use chrono::TimeDelta;
use meeting::{
    CHEN, DRAINS, LI, OTHER, PARKING, Room, SUN, WANG, after, call, ends, next, planned, raise,
    says, seven,
};
use yishi::domain::command::Command;
use yishi::domain::ids::PersonId;
use yishi::domain::item::{Called, HandKind, Outcome, Turn};
use yishi::domain::plan::{item_time, planned_seconds, projected_end};
use yishi::domain::record::{Moment, seconds_between};
use yishi::domain::refusal::Refusal;
use yishi::domain::stopwatch::Stopwatch;

fn spoken(room: &Room, person: PersonId) -> (u32, u32) {
    room.session().person(person).map_or((0, 0), |it| (it.turns, it.spoken))
}

fn end_at(room: &Room) -> Option<Moment> {
    projected_end(room.session(), room.now)
}

/// Turn, item and meeting leave the pause out.
#[test]
fn a_pause_stops_all_three_clocks() {
    let mut room = Room::opened(); // 19:00:00
    room.wait(60).ok(&Command::OpenItem(None)); // 19:01:00
    room.wait(30).ok(&call(CHEN)); // 19:01:30
    room.wait(20).ok(&Command::Pause); // 19:01:50
    room.wait(600);
    // Nothing moves while it lasts.
    assert_eq!(room.turn_seconds(), 20);
    assert_eq!(room.item(PARKING).watch.read(room.now), 50);
    assert_eq!(room.session().watch.read(room.now), 110);
    room.ok(&Command::Resume); // 19:11:50
    room.wait(25).ok(&Command::EndTurn); // 19:12:15
    room.wait(5).ok(&ends(Outcome::Noted)); // 19:12:20
    room.wait(100);
    let turn = Turn {
        person: CHEN,
        began: after(90),
        seconds: 45,
        called: Called::Directly,
        kind: HandKind::Turn,
        passed: None,
    };
    assert_eq!(room.item(PARKING).turns.iter().copied().collect::<Vec<_>>(), [turn]);
    assert_eq!(spoken(&room, CHEN), (1, 45));
    assert_eq!(room.item(PARKING).watch.read(room.now), 80); // 30 + 20 + 25 + 5
    assert_eq!(room.session().watch.read(room.now), 240); // 60 + 80 + 100
    room.ok(&Command::Close { leave: true });
    room.wait(1_000);
    assert_eq!(room.session().watch.read(room.now), 240);
}

/// A turn ended, an item opened and the meeting closed during a pause gather no second of it.
#[test]
fn what_happens_during_a_pause_takes_no_time() {
    let mut room = Room::on_parking().with([call(CHEN)]);
    room.wait(10).ok(&Command::Pause);
    room.wait(50).ok(&Command::EndTurn);
    assert_eq!(spoken(&room, CHEN), (1, 10));
    room.wait(50).ok(&ends(Outcome::Noted));
    assert_eq!(room.item(PARKING).watch.read(room.now), 10);
    room.ok(&Command::OpenItem(None));
    room.wait(50);
    assert_eq!(room.item(DRAINS).watch.read(room.now), 0);
    room.ok(&Command::Resume);
    room.wait(7);
    assert_eq!(room.item(DRAINS).watch.read(room.now), 7);
    assert_eq!(room.session().watch.read(room.now), 17);
    // Whoever spoke before the pause does not start speaking again after it.
    assert_eq!(room.speaker(), None);
    room.ok(&Command::Pause);
    room.wait(50).ok(&ends(Outcome::Noted));
    room.ok(&Command::Close { leave: true });
    assert_eq!(room.session().watch.read(room.now), 17);
}

/// A wrong "next" undone gives the minutes back to whoever spoke before.
#[test]
fn undoing_a_wrong_next_gives_the_minutes_back() {
    let mut room = Room::on_parking().with([call(CHEN), raise(WANG)]);
    room.wait(60).ok(&next());
    assert_eq!(spoken(&room, CHEN), (1, 60));
    room.wait(15);
    assert_eq!(room.turn_seconds(), 15);
    room.ok(&Command::Undo);
    assert_eq!(room.speaker(), Some(CHEN));
    assert_eq!(room.turn_seconds(), 75); // as if nothing had come between
    assert_eq!(room.queue(), [WANG]);
    assert_eq!(room.session().hand_of(WANG).map(|hand| hand.since), Some(seven()));
    room.wait(15).ok(&Command::EndTurn);
    assert_eq!(spoken(&room, CHEN), (1, 90));
    assert_eq!(spoken(&room, WANG), (0, 0));
    assert_eq!(room.item(PARKING).turns.len(), 1);
}

/// The same for a turn ended, an item ended, and a pause by mistake.
#[test]
fn undoing_a_wrong_end_lets_the_clock_run_on() {
    let wrong = [Command::EndTurn, ends(Outcome::Noted), Command::Pause, call(SUN)];
    for command in wrong {
        let mut room = Room::on_parking().with([call(CHEN)]);
        room.wait(40).ok(&command);
        room.wait(20).ok(&Command::Undo);
        room.wait(1);
        assert_eq!(room.speaker(), Some(CHEN), "{command:?}");
        assert_eq!(room.turn_seconds(), 61, "{command:?}");
        assert_eq!(room.item(PARKING).watch.read(room.now), 61, "{command:?}");
        assert_eq!(room.session().watch.read(room.now), 61, "{command:?}");
    }
    // Undoing "resume" lengthens the pause.
    let mut room = Room::on_parking().with([call(CHEN)]);
    room.wait(40).ok(&Command::Pause);
    room.wait(10).ok(&Command::Resume);
    room.wait(10).ok(&Command::Undo);
    room.wait(10);
    assert_eq!(room.turn_seconds(), 40);
}

/// Redo brings a turn back with the moment it began at, not the moment of the redo.
#[test]
fn redo_keeps_the_first_moment() {
    let mut room = Room::on_parking();
    room.wait(10).ok(&call(CHEN));
    room.wait(20).ok(&Command::Undo);
    room.wait(30).ok(&Command::Redo);
    assert_eq!(room.turn_seconds(), 50);
    assert_eq!(room.session().floor.map(|floor| floor.began), Some(after(10)));
}

/// Whatever happens to those who wait, whoever speaks keeps the running clock.
#[test]
fn those_who_wait_never_disturb_the_running_clock() {
    let mut room = Room::on_parking().with([call(CHEN), raise(WANG), raise(LI), raise(SUN)]);
    let others = [
        Command::LowerHand(WANG),
        Command::SignOut(LI),
        raise(CHEN),
        Command::LowerHand(CHEN),
        says(WANG, "同意"),
        Command::Undo,
        Command::SignIn(vec![LI.into()]),
        Command::Park { who: None, text: "路灯".to_owned() },
    ];
    for (step, command) in (1..).zip(others) {
        room.wait(10).ok(&command);
        assert_eq!(room.speaker(), Some(CHEN), "{command:?}");
        assert_eq!(room.turn_seconds(), step * 10, "{command:?}");
        assert_eq!(room.session().floor.map(|floor| floor.began), Some(seven()));
        assert!(room.item(PARKING).turns.is_empty(), "{command:?}");
    }
}

/// A clock set back never gives negative time, and no entry goes before the latest.
#[test]
fn a_clock_set_back_costs_nobody_time() {
    assert_eq!(seconds_between(after(100), after(40)), 0);
    let far = seven() + TimeDelta::days(100_000);
    assert_eq!(seconds_between(seven(), far), u32::MAX);
    let mut watch = Stopwatch::default();
    watch.start(after(100));
    assert_eq!(watch.read(after(40)), 0);
    watch.stop(after(40));
    assert_eq!(watch.read(after(500)), 0);
    assert!(!watch.runs());

    let mut room = Room::on_parking().with([call(CHEN)]);
    room.wait(30).ok(&says(CHEN, "先给老人"));
    room.wait(-3_600);
    assert_eq!(room.turn_seconds(), 0);
    assert_eq!(item_time(room.item(PARKING), room.now).spent, 0);
    let back = Refusal::TimeRunsBack { given: room.now, latest: after(30) };
    for command in [Command::EndTurn, Command::Undo, Command::Note("停电".to_owned())] {
        assert_eq!(room.refused(&command), back);
    }
    // The same second is not before.
    room.now = after(30);
    room.ok(&Command::EndTurn);
    assert_eq!(spoken(&room, CHEN), (1, 30));
}

/// The same moment told in another offset is the same moment.
#[test]
fn offsets_do_not_move_the_clock() {
    let mut room = Room::on_parking().with([call(CHEN)]);
    let Some(utc) = chrono::FixedOffset::east_opt(0) else { panic!("UTC is an offset") };
    room.now = after(45).with_timezone(&utc);
    assert_eq!(room.turn_seconds(), 45);
    room.ok(&Command::EndTurn);
    assert_eq!(spoken(&room, CHEN), (1, 45));
}

/// Each item from here on takes its plan, the one on the table not more than is left of it.
#[test]
fn the_projected_end_by_hand() {
    let mut room = Room::prepared();
    assert_eq!(planned_seconds(room.session()), 30 * 60);
    assert_eq!(end_at(&room), Some(after(30 * 60)));
    room.ok(&Command::Open);
    room.wait(120); // a late start moves the end
    assert_eq!(end_at(&room), Some(after(32 * 60)));
    room.ok(&Command::OpenItem(None)); // 19:02, until 19:22 as planned, then 10 minutes
    room.wait(5 * 60);
    assert_eq!(end_at(&room), Some(after(32 * 60)));
    room.ok(&Command::Pause);
    room.wait(4 * 60); // a pause moves it too
    assert_eq!(end_at(&room), Some(after(36 * 60)));
    room.ok(&Command::Resume);
    room.wait(18 * 60); // 19:29, three minutes over the plan
    assert_eq!(end_at(&room), Some(after(39 * 60)));
    room.ok(&ends(Outcome::Noted));
    room.ok(&Command::AddItem(planned("路灯", Some(5))));
    assert_eq!(end_at(&room), Some(after((29 + 10 + 5) * 60)));
    room.ok(&Command::ChangeItem { item: OTHER, title: None, minutes: Some(8).into() });
    assert_eq!(end_at(&room), Some(after((29 + 10 + 8 + 5) * 60)));
    room.ok(&Command::OpenItem(Some(DRAINS)));
    room.wait(60).ok(&ends(Outcome::Noted)); // nine minutes early, at 19:30
    assert_eq!(end_at(&room), Some(after((30 + 8 + 5) * 60)));
    room.ok(&Command::Close { leave: true });
    room.wait(3_600);
    assert_eq!(end_at(&room), Some(after(30 * 60)));
}

/// The first warning comes at 70 % of the plan: of 20 minutes, at 14.
#[test]
fn an_item_is_near_its_end_then_over() {
    let mut room = Room::on_parking();
    let table = [
        (0, false, false),
        (839, false, false),
        (840, true, false),
        (1_200, true, false),
        (1_201, true, true),
    ];
    for (seconds, near, over) in table {
        let time = item_time(room.item(PARKING), after(seconds));
        assert_eq!(i64::from(time.spent), seconds);
        assert_eq!((time.is_near(), time.is_over()), (near, over), "after {seconds} s");
    }
    // Without a plan there is nothing to be over.
    room.ok(&ends(Outcome::Noted));
    room.ok(&Command::OpenItem(Some(OTHER)));
    let time = item_time(room.item(OTHER), after(50_000));
    assert_eq!((time.planned, time.is_near(), time.is_over()), (None, false, false));
}
