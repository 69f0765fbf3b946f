//! Hands, the floor and the sign-in sheet, against the floor rules of community meetings.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{
    CHEN, DRAINS, LI, NOBODY, OTHER, PARKING, Room, SUN, WANG, ZHOU, after, call, ends, everybody,
    newcomer, next, raise, says,
};
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::ids::{ItemId, OpinionId, PersonId};
use yishi::domain::item::{Called, HandKind, Outcome};
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Role, Who};
use yishi::domain::plan::{NextStep, next_speaker, next_step};
use yishi::domain::refusal::Refusal;

fn given(person: PersonId, called: Called, passed: Option<PersonId>) -> Event {
    Event::FloorGiven { person, called, kind: HandKind::Turn, passed }
}

/// Rule: the earliest hand speaks first, however people are numbered.
#[test]
fn the_earliest_hand_speaks_first() {
    let mut room = Room::on_parking().with([raise(SUN), raise(CHEN), raise(LI)]);
    assert_eq!(room.queue(), [SUN, CHEN, LI]);
    for person in [SUN, CHEN, LI] {
        let events = room.ok(&next());
        assert_eq!(events, [given(person, Called::InOrder, None)]);
        assert_eq!(room.speaker(), Some(person));
    }
    assert_eq!(room.queue(), []);
    // Each got the floor from the one before, whose turn it ended.
    let turns: Vec<PersonId> = room.item(PARKING).turns.iter().map(|turn| turn.person).collect();
    assert_eq!(turns, [SUN, CHEN]);
}

/// Rule: nobody is queued twice for one item.
#[test]
fn nobody_is_queued_twice() {
    let mut room = Room::on_parking().with([raise(WANG), raise(CHEN)]);
    let again = Command::RaiseHand { who: WANG.into(), stance: Some(Stance::Oppose) };
    assert_eq!(room.refused(&again), Refusal::HandAlreadyUp(WANG));
    assert_eq!(room.queue(), [WANG, CHEN]);
    // The hand went down with the turn, so it may go up once more, at the end of the queue.
    room.ok(&next());
    room.ok(&raise(WANG));
    assert_eq!(room.queue(), [CHEN, WANG]);
}

/// A hand that goes down loses its place; the others keep theirs.
#[test]
fn a_lowered_hand_leaves_the_queue() {
    let mut room = Room::on_parking().with([raise(CHEN), raise(WANG), raise(LI)]);
    room.ok(&Command::LowerHand(WANG));
    assert_eq!(room.queue(), [CHEN, LI]);
    room.ok(&raise(WANG));
    assert_eq!(room.queue(), [CHEN, LI, WANG]);
    assert_eq!(room.refused(&Command::LowerHand(SUN)), Refusal::HandNotUp(SUN));
}

/// The chair may call somebody past the queue; the record says so.
#[test]
fn how_somebody_was_called_is_recorded() {
    let mut room = Room::on_parking();
    let directly = room.ok(&call(LI));
    assert_eq!(directly, [given(LI, Called::Directly, None)]);
    room.ok(&raise(CHEN));
    room.ok(&raise(WANG));
    // First in the queue is in order even when called by name.
    let named = room.ok(&call(CHEN));
    assert_eq!(named, [given(CHEN, Called::InOrder, None)]);
    room.ok(&raise(SUN));
    let past = room.ok(&call(SUN));
    assert_eq!(past, [given(SUN, Called::OutOfOrder, Some(WANG))]);
    // Wang still waits, and Sun's own hand is down.
    assert_eq!(room.queue(), [WANG]);
}

/// At most one person has the floor (invariant 3).
#[test]
fn one_person_has_the_floor() {
    let mut room = Room::on_parking().with([call(CHEN)]);
    assert_eq!(room.refused(&call(CHEN)), Refusal::HasTheFloor(CHEN));
    room.ok(&call(WANG));
    assert_eq!(room.speaker(), Some(WANG));
    assert_eq!(room.item(PARKING).turns_of(CHEN), 1);
    room.ok(&Command::EndTurn);
    assert_eq!(room.speaker(), None);
    assert_eq!(room.refused(&Command::EndTurn), Refusal::FloorIsFree);
    assert_eq!(room.refused(&next()), Refusal::NobodyWaiting);
}

/// One item at a time: what waits, and who speaks, belongs to the item on the table.
#[test]
fn closing_an_item_empties_floor_and_queue() {
    let mut room = Room::on_parking().with([raise(CHEN), raise(WANG), next()]);
    room.wait(40);
    room.ok(&ends(Outcome::NotAgreed));
    assert_eq!(room.speaker(), None);
    assert!(room.item(PARKING).hands.is_empty());
    assert_eq!(room.item(PARKING).turns[0].seconds, 40);
    assert_eq!(room.refused(&raise(WANG)), Refusal::NoItemOpen);
    // On the next item everybody starts afresh.
    room.ok(&Command::OpenItem(None));
    room.ok(&raise(WANG));
    assert_eq!(room.queue(), [WANG]);
}

/// Nobody is called while the clocks stand, but hands may go up.
#[test]
fn a_pause_gives_the_floor_to_nobody() {
    let mut room = Room::on_parking().with([call(CHEN), Command::Pause, raise(WANG)]);
    assert_eq!(room.refused(&next()), Refusal::Paused);
    assert_eq!(room.refused(&call(WANG)), Refusal::Paused);
    room.ok(&Command::Resume);
    room.ok(&next());
    assert_eq!(room.speaker(), Some(WANG));
}

/// Who is next, and why, is told from the queue alone.
#[test]
fn the_next_speaker_comes_with_the_reason() {
    let mut room = Room::on_parking().with([call(CHEN)]);
    assert_eq!(next_speaker(room.session()), None);
    room.ok(&Command::EndTurn);
    room.wait(15);
    room.ok(&raise(CHEN));
    room.wait(5);
    room.ok(&raise(LI));
    let Some(who) = next_speaker(room.session()) else { panic!("two people wait") };
    // Plain hand order: the earliest hand, though Chen has spoken once before.
    assert_eq!((who.person, who.since, who.turns, who.others), (CHEN, after(15), 1, 1));
}

/// The next-step key walks a whole meeting.
#[test]
fn the_next_step_is_always_the_obvious_one() {
    let mut room = Room::prepared();
    let step = |room: &mut Room, expected: NextStep, command: Command| {
        assert_eq!(next_step(room.session()), expected, "before {command:?}");
        room.ok(&command);
    };
    step(&mut room, NextStep::OpenMeeting, everybody());
    step(&mut room, NextStep::OpenMeeting, Command::Open);
    step(&mut room, NextStep::OpenItem(PARKING), Command::OpenItem(None));
    step(&mut room, NextStep::CloseItem(PARKING), raise(CHEN));
    step(&mut room, NextStep::Call(CHEN), next());
    step(&mut room, NextStep::EndTurn(CHEN), raise(CHEN));
    // Whoever speaks cannot be called to speak: the turn ends first.
    step(&mut room, NextStep::EndTurn(CHEN), Command::EndTurn);
    step(&mut room, NextStep::Call(CHEN), Command::Pause);
    step(&mut room, NextStep::Resume, Command::Resume);
    step(&mut room, NextStep::Call(CHEN), Command::LowerHand(CHEN));
    step(&mut room, NextStep::CloseItem(PARKING), ends(Outcome::Noted));
    step(&mut room, NextStep::OpenItem(DRAINS), Command::OpenItem(Some(DRAINS)));
    step(&mut room, NextStep::CloseItem(DRAINS), ends(Outcome::Noted));
    step(&mut room, NextStep::OpenItem(OTHER), Command::OpenItem(Some(OTHER)));
    step(&mut room, NextStep::CloseItem(OTHER), ends(Outcome::Noted));
    step(&mut room, NextStep::CloseMeeting, Command::Close { leave: false });
    assert_eq!(next_step(room.session()), NextStep::Nothing);
}

/// Who leaves gives up floor and hand, and is no longer counted.
#[test]
fn who_leaves_gives_up_the_floor_and_the_hand() {
    let mut room = Room::on_parking().with([raise(WANG), raise(CHEN), call(LI)]);
    room.wait(25);
    room.ok(&Command::SignOut(LI));
    assert_eq!(room.speaker(), None);
    assert_eq!(room.item(PARKING).turns[0].seconds, 25);
    assert_eq!(room.session().person(LI).and_then(|person| person.left), Some(after(25)));
    room.ok(&Command::SignOut(WANG));
    assert_eq!(room.queue(), [CHEN]);
    assert_eq!(room.session().voters(), 2);
    assert_eq!(room.refused(&Command::SignOut(LI)), Refusal::NotHere(LI));
}

/// Somebody who left and is named again is back, in the same line.
#[test]
fn being_named_again_brings_somebody_back() {
    let away = Room::on_parking().with([says(CHEN, "先给老人"), Command::SignOut(WANG)]);
    let back = Event::Returned { person: WANG };
    let named: [Command; 5] = [
        raise(WANG),
        call(WANG),
        says(WANG, "同意"),
        Command::Endorse { opinion: OpinionId(1), who: vec![WANG.into()] },
        Command::Park { who: Some(WANG.into()), text: "路灯".to_owned() },
    ];
    for command in named {
        let mut room = away.clone();
        let events = room.ok(&command);
        assert_eq!(events.first(), Some(&back), "{command:?}");
        assert_eq!(events.len(), 2, "{command:?}");
        assert!(room.session().present().any(|person| person.id == WANG), "{command:?}");
        // One line, so one undo sends them away again.
        room.ok(&Command::Undo);
        assert_eq!(room.session(), away.session(), "{command:?}");
    }
    let mut room = away;
    assert_eq!(room.ok(&Command::SignIn(vec![WANG.into()])), [back]);
    assert_eq!(room.refused(&Command::SignIn(vec![WANG.into()])), Refusal::AlreadyHere(WANG));
}

/// The sheet holds nobody twice, also not within one entry.
#[test]
fn nobody_signs_in_twice_in_one_line() {
    let mut room = Room::on_parking().with([Command::SignOut(WANG)]);
    let twice = Command::SignIn(vec![WANG.into(), WANG.into()]);
    assert_eq!(room.refused(&twice), Refusal::AlreadyHere(WANG));
}

/// A walk-in joins by being named, with the next number of the sheet.
#[test]
fn walk_ins_join_by_being_named() {
    let mut room = Room::on_parking();
    let walk_in = Command::RaiseHand { who: newcomer(" 吴刚 ", Role::Resident), stance: None };
    let events = room.ok(&walk_in);
    let seventh = PersonId(7);
    let joined = Event::Joined {
        person: seventh,
        name: "吴刚".to_owned(),
        role: Role::Resident,
        household: None,
        key: None,
    };
    assert_eq!(
        events,
        [joined, Event::HandRaised { person: seventh, stance: None, kind: HandKind::Turn }]
    );
    // Two at once get two numbers.
    let two: Vec<Who> = vec![newcomer("郑丽", Role::Expert), newcomer("何伟", Role::Observer)];
    room.ok(&Command::SignIn(two));
    assert_eq!(room.session().name_of(PersonId(8)), "郑丽");
    assert_eq!(room.session().name_of(PersonId(9)), "何伟");
    assert_eq!(room.session().name_of(PersonId(10)), "?");
    assert_eq!(room.refused(&raise(NOBODY)), Refusal::NoSuchPerson(NOBODY));
}

/// A few speak and the loud dominate: the quiet stay on a list. Observers are not expected to speak.
#[test]
fn the_silent_are_known() {
    fn silent(room: &Room) -> Vec<PersonId> {
        room.session().silent().map(|person| person.id).collect()
    }
    let mut room = Room::on_parking();
    assert_eq!(silent(&room), [CHEN, WANG, LI, SUN, ZHOU]);
    room.ok(&says(LI, "先公示"));
    assert_eq!(silent(&room), [CHEN, WANG, SUN, ZHOU]);
    room.ok(&call(CHEN));
    assert_eq!(silent(&room), [WANG, SUN, ZHOU]);
    room.ok(&Command::EndTurn);
    room.ok(&Command::SignOut(SUN));
    assert_eq!(silent(&room), [WANG, ZHOU]);
}

/// Words belong to whoever is named, else to whoever has the floor, and to the item on the table.
#[test]
fn words_belong_to_the_speaker_and_the_item() {
    let mut room = Room::on_parking();
    let unnamed =
        |text: &str| Command::RecordOpinion { who: None, stance: None, text: text.to_owned() };
    assert_eq!(room.refused(&unnamed("谁说的")), Refusal::WhoseOpinion);
    room.ok(&call(CHEN));
    room.ok(&unnamed("应先给老人"));
    room.ok(&says(WANG, "同意"));
    room.ok(&ends(Outcome::Noted));
    room.ok(&Command::OpenItem(None));
    room.ok(&says(CHEN, "先通下水道"));
    let said: Vec<(PersonId, ItemId)> =
        room.session().opinions.iter().map(|it| (it.person, it.item)).collect();
    assert_eq!(said, [(CHEN, PARKING), (WANG, PARKING), (CHEN, DRAINS)]);
    assert_eq!(room.session().person(CHEN).map(|person| person.opinions), Some(2));
}
