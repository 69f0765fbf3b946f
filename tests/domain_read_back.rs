//! Reading back what was agreed: the order, what is missing, who confirmed, what undoes it.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{CHEN, DRAINS, PARKING, Room, SUN, WANG, count, ends, newcomer, whole_promise};
use yishi::domain::action::{Lack, Promise};
use yishi::domain::agreement::Agreed;
use yishi::domain::command::Command;
use yishi::domain::event::{Event, Matter};
use yishi::domain::ids::{ActionId, PersonId, ResolutionId};
use yishi::domain::item::Outcome;
use yishi::domain::open_matters;
use yishi::domain::people::{Participant, Role};
use yishi::domain::read_back::{Gap, first_unconfirmed, readings};
use yishi::domain::refusal::Refusal;

const R1: Agreed = Agreed::Resolution(ResolutionId(1));
const R2: Agreed = Agreed::Resolution(ResolutionId(2));
const A1: Agreed = Agreed::Action(ActionId(1));
const A2: Agreed = Agreed::Action(ActionId(2));

fn s(text: &str) -> String {
    text.to_owned()
}

fn confirm(what: Agreed, by: &[PersonId]) -> Command {
    Command::Confirm { what: Some(what), by: by.iter().map(|person| (*person).into()).collect() }
}

fn promise(what: &str) -> Command {
    Command::Promise(Promise { what: s(what), ..Promise::default() })
}

/// A1 without an item, then R1 (carried) and A2 (whole) under parking, which ended agreed, and R2
/// under drains, which is on the table.
fn agreed() -> Room {
    Room::opened().with([
        promise("写信给街道"),
        Command::OpenItem(None),
        Command::Resolve(s("先公示")),
        count(3, 0, 0),
        Command::Promise(whole_promise()),
        ends(Outcome::Agreed),
        Command::OpenItem(None),
        Command::Resolve(s("疏通")),
    ])
}

fn order(room: &Room) -> Vec<Agreed> {
    readings(room.session()).iter().map(|reading| reading.what).collect()
}

fn by(room: &Room, what: Agreed) -> Option<Vec<PersonId>> {
    let readings = readings(room.session());
    let reading = readings.iter().find(|reading| reading.what == what)?;
    reading.confirmed.map(|confirmed| confirmed.by.clone())
}

#[test]
fn everything_agreed_is_read_item_by_item_with_what_it_lacks() {
    let room = agreed();
    assert_eq!(order(&room), [R1, A2, R2, A1]);
    let gaps: Vec<Vec<Gap>> =
        readings(room.session()).into_iter().map(|reading| reading.gaps).collect();
    let lacks = [Lack::Owner, Lack::Due, Lack::Test].map(Gap::Action).to_vec();
    assert_eq!(gaps, [vec![], vec![], vec![Gap::NotVotedOn], lacks]);
    // The order is that of the agenda.
    let mut moved = Room::opened().with([
        Command::OpenItem(Some(DRAINS)),
        Command::Resolve(s("疏通")),
        ends(Outcome::Agreed),
        Command::OpenItem(Some(PARKING)),
        Command::Resolve(s("先公示")),
    ]);
    moved.ok(&count(1, 2, 0));
    assert_eq!(order(&moved), [R2, R1]);
    assert_eq!(readings(moved.session())[0].gaps, [Gap::VotedDown]);
}

#[test]
fn what_was_dropped_or_not_agreed_on_is_not_read() {
    let mut room = agreed();
    room.ok(&Command::DropAction { action: ActionId(2), why: s("重复") });
    room.ok(&ends(Outcome::NotAgreed));
    assert_eq!(order(&room), [R1, A1]);
    for (command, refusal) in [
        (confirm(A2, &[]), Refusal::ActionDropped(ActionId(2))),
        (confirm(R2, &[]), Refusal::NotAgreedOn(ResolutionId(2))),
        (confirm(Agreed::Action(ActionId(9)), &[]), Refusal::NoSuchAction(ActionId(9))),
        (
            confirm(Agreed::Resolution(ResolutionId(9)), &[]),
            Refusal::NoSuchResolution(ResolutionId(9)),
        ),
    ] {
        assert_eq!(room.refused(&command), refusal, "{command:?}");
    }
    room.ok(&Command::WithdrawResolution(ResolutionId(1)));
    assert_eq!(order(&room), [A1]);
    assert_eq!(room.refused(&confirm(R1, &[])), Refusal::ResolutionWithdrawn(ResolutionId(1)));
}

#[test]
fn things_are_confirmed_one_by_one() {
    let mut room = agreed();
    assert_eq!(room.ok(&Command::BeginReadBack), [Event::ReadBackBegan]);
    let again = room.refused(&Command::BeginReadBack);
    assert_eq!(again, Refusal::BeingReadOut(Some(R1)));
    // Nobody objected; then the next by name; then one out of turn.
    room.ok(&Command::Confirm { what: None, by: vec![] });
    assert_eq!(by(&room, R1), Some(vec![]));
    room.ok(&Command::Confirm { what: None, by: vec![WANG.into()] });
    assert_eq!(by(&room, A2), Some(vec![WANG]));
    room.ok(&confirm(A1, &[CHEN]));
    assert_eq!(first_unconfirmed(room.session()), Some(R2));
    room.ok(&Command::Confirm { what: None, by: vec![] });
    assert_eq!(first_unconfirmed(room.session()), None);
    let done = Command::Confirm { what: None, by: vec![] };
    assert_eq!(room.refused(&done), Refusal::AllConfirmed);
    assert_eq!(room.refused(&Command::BeginReadBack), Refusal::BeingReadOut(None));
}

#[test]
fn more_names_may_be_added() {
    let mut room = agreed().with([confirm(R1, &[])]);
    assert_eq!(room.refused(&confirm(R1, &[])), Refusal::AlreadyConfirmed(R1));
    room.wait(60);
    room.ok(&confirm(R1, &[WANG]));
    room.ok(&confirm(R1, &[WANG, CHEN, CHEN]));
    assert_eq!(by(&room, R1), Some(vec![WANG, CHEN]));
    assert_eq!(room.refused(&confirm(R1, &[CHEN])), Refusal::AlreadyConfirmed(R1));
    room.ok(&Command::Undo);
    assert_eq!(by(&room, R1), Some(vec![WANG]));
}

#[test]
fn who_confirms_is_in_the_room_from_then_on() {
    let mut room = agreed().with([Command::SignOut(SUN)]);
    let who = newcomer("何伟", Role::Resident);
    let events = room.ok(&Command::Confirm { what: Some(A2), by: vec![SUN.into(), who] });
    assert_eq!(events[0], Event::ReadBackBegan, "to confirm something is to have begun");
    assert_eq!(events[1], Event::Returned { person: SUN });
    assert!(matches!(events[2], Event::Joined { person: PersonId(7), .. }));
    assert_eq!(events[3], Event::Confirmed { what: A2, by: vec![SUN, PersonId(7)] });
    assert!(room.session().person(SUN).is_some_and(Participant::is_here));
}

#[test]
fn what_is_amended_has_to_be_read_again() {
    let mut room = agreed().with([confirm(R1, &[WANG]), confirm(A2, &[])]);
    room.ok(&Command::AmendResolution { resolution: ResolutionId(1), text: s("先公示十天") });
    assert_eq!(by(&room, R1), None);
    let promise = Promise { owner: Some(s("居委会")), ..Promise::default() };
    room.ok(&Command::AmendAction { action: ActionId(2), what: None, promise });
    assert_eq!(by(&room, A2), None);
    room.ok(&Command::Undo);
    assert_eq!(by(&room, A2), Some(vec![]));
    room.ok(&Command::Undo);
    assert_eq!(by(&room, R1), Some(vec![WANG]));
}

#[test]
fn things_are_read_out_while_the_meeting_is_on_or_paused() {
    let nothing = [Command::BeginReadBack, Command::Confirm { what: None, by: vec![] }];
    for command in &nothing {
        assert_eq!(Room::prepared().refused(command), Refusal::NotOpened);
        assert_eq!(Room::on_parking().refused(command), Refusal::NothingToReadOut);
        assert_eq!(Room::closed().refused(command), Refusal::Closed);
    }
    agreed().ok(&Command::BeginReadBack);
    agreed().with([Command::Pause]).ok(&confirm(R1, &[]));
    agreed().with([ends(Outcome::Agreed)]).ok(&confirm(R2, &[]));
}

#[test]
fn only_a_read_back_that_began_leaves_something_unconfirmed() {
    let unconfirmed = |room: &Room| -> Vec<Agreed> {
        let of = |matter: Matter| match matter {
            Matter::Unconfirmed(what) => Some(what),
            _ => None,
        };
        open_matters(room.session()).into_iter().filter_map(of).collect()
    };
    let mut room = agreed().with([ends(Outcome::Agreed)]);
    assert_eq!(unconfirmed(&room), []);
    room.ok(&Command::BeginReadBack);
    assert_eq!(unconfirmed(&room), [R1, A2, R2, A1]);
    room.ok(&confirm(A2, &[]));
    let left = unconfirmed(&room);
    assert_eq!(left, [R1, R2, A1]);
    let refused = room.refused(&Command::Close { leave: false });
    let Refusal::MeetingHindered(matters) = refused else { panic!("{refused:?}") };
    assert!(matters.contains(&Matter::Unconfirmed(R1)));
    room.ok(&Command::Close { leave: true });
    assert!(room.session().left.contains(&Matter::Unconfirmed(A1)));
}
