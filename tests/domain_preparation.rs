//! What is prepared before people come: the setup, the agenda, who is expected, the time plan.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{
    BY, CHEN, DRAINS, OTHER, PARKING, Room, clock, ends, everybody, newcomer, planned, setup, seven,
};
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::event::{Event, Setup};
use yishi::domain::expected::{Standing, attendance};
use yishi::domain::ids::{ExpectedId, ItemId, PersonId};
use yishi::domain::item::{Outcome, PlannedItem};
use yishi::domain::meeting::Meeting;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::refusal::Refusal;
use yishi::domain::rehearsal::{Rehearsal, Warning, rehearse};

fn s(text: &str) -> String {
    text.to_owned()
}

fn expected(name: &str, household: Option<&str>, key: Option<&str>) -> Newcomer {
    Newcomer { name: s(name), role: Role::Resident, household: household.map(s), key: key.map(s) }
}

fn place(to: &str) -> Command {
    Command::ChangeSetup(SetupChange { place: Change::To(s(to)), ..SetupChange::default() })
}

#[test]
fn the_setup_is_free_until_opened_and_corrected_afterwards() {
    for mut room in [Room::prepared(), Room::on_parking(), Room::closed()] {
        let before = room.session().setup.clone();
        room.ok(&place(" 议事室 "));
        assert_eq!(room.session().setup.place.as_deref(), Some("议事室"));
        let kept = Setup { place: None, ..Setup::clone(&room.session().setup) };
        assert_eq!(kept, *before, "what is not said stays");
        room.ok(&Command::Undo);
        assert_eq!(room.session().setup, before);
    }
}

#[test]
fn what_was_set_can_be_taken_away_but_title_and_day_cannot() {
    let mut room = Room::prepared().with([
        place("议事室"),
        Command::ChangeSetup(SetupChange {
            starts: Change::To(clock(19, 0)),
            facilitator: Change::To(s("方静")),
            ..SetupChange::default()
        }),
    ]);
    let away = SetupChange {
        starts: Change::Away,
        place: Change::To(s("  ")),
        facilitator: Change::Away,
        ..SetupChange::default()
    };
    room.ok(&Command::ChangeSetup(away.clone()));
    assert_eq!(*room.session().setup, setup());
    assert_eq!(room.refused(&Command::ChangeSetup(away)), Refusal::NoChange);
    let untitled = SetupChange { title: Some(s(" ")), ..SetupChange::default() };
    assert_eq!(room.refused(&Command::ChangeSetup(untitled)), Refusal::NoWords);
    assert_eq!(
        room.refused(&Command::ChangeSetup(SetupChange::default())),
        Refusal::NoChange,
        "nothing was said"
    );
}

#[test]
fn an_old_record_without_the_new_fields_is_read() {
    let old = r#"(format:1,device:"a",community:"b",community_name:"c",title:"d",on:"2026-11-23",turn_seconds:180,threshold:MajorityOfPresent,agenda:[])"#;
    let read: Setup = ron::from_str(old).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((read.starts, read.recorder.as_deref()), (None, None));
    assert_eq!(ron::ser::to_string(&read).unwrap_or_default(), old, "and written as before");
}

#[test]
fn an_item_that_has_not_begun_is_taken_off_and_comes_back_to_its_place() {
    let mut room = Room::opened();
    room.ok(&Command::RemoveItem(DRAINS));
    assert_eq!(room.session().order.iter().copied().collect::<Vec<_>>(), [PARKING, OTHER]);
    assert_eq!(room.session().place_of(OTHER), Some(2));
    assert_eq!(&*room.item(OTHER).title, "其他事项", "numbers of other items stay");
    for command in [
        Command::RemoveItem(DRAINS),
        Command::OpenItem(Some(DRAINS)),
        Command::MoveItem { item: DRAINS, to: 0 },
        Command::ChangeItem { item: DRAINS, title: Some(s("x")), minutes: Change::Keep },
    ] {
        assert_eq!(room.refused(&command), Refusal::NoSuchItem(DRAINS), "{command:?}");
    }
    // A number that was taken off is not given again.
    let added = room.ok(&Command::AddItem(planned("路灯", None)));
    assert_eq!(added, [Event::ItemAdded { item: ItemId(4), title: s("路灯"), minutes: None }]);
    room.ok(&Command::Undo);
    room.ok(&Command::Undo);
    assert_eq!(room.session().order.iter().copied().collect::<Vec<_>>(), [PARKING, DRAINS, OTHER]);
}

#[test]
fn what_has_begun_stays_on_the_agenda() {
    let mut room = Room::on_parking();
    assert_eq!(room.refused(&Command::RemoveItem(PARKING)), Refusal::ItemBegun(PARKING));
    room.ok(&ends(Outcome::Noted));
    assert_eq!(room.refused(&Command::RemoveItem(PARKING)), Refusal::ItemBegun(PARKING));
    room.ok(&Command::Close { leave: true });
    assert_eq!(room.refused(&Command::RemoveItem(DRAINS)), Refusal::Closed);
}

#[test]
fn an_item_that_was_taken_off_is_not_carried_over() {
    let mut room = Room::on_parking();
    room.ok(&Command::RemoveItem(DRAINS));
    room.ok(&Command::RemoveItem(OTHER));
    room.ok(&ends(Outcome::Noted));
    // Nothing is left open, so the meeting closes without being asked to leave anything.
    assert_eq!(room.ok(&Command::Close { leave: false }), [Event::Closed { left: vec![] }]);
}

#[test]
fn several_items_are_added_in_one_step_or_none_is() {
    let mut room = Room::prepared();
    let items = vec![planned("路灯", Some(5)), planned(" 绿化 ", None)];
    room.ok(&Command::AddItems(items.clone()));
    assert_eq!(room.session().order.len(), 5);
    room.ok(&Command::Undo);
    assert_eq!(room.session().order.len(), 3);
    let wrong = [items, vec![planned("x", Some(0))]].concat();
    assert_eq!(room.refused(&Command::AddItems(wrong)), Refusal::MinutesOutOfBounds(0));
    assert_eq!(room.refused(&Command::AddItems(vec![])), Refusal::NoWords);
    let many = vec![planned("x", None); 497];
    room.ok(&Command::AddItems(many));
    assert_eq!(room.refused(&Command::AddItem(planned("x", None))), Refusal::AgendaFull(500));
    room.ok(&Command::RemoveItem(DRAINS));
    room.ok(&Command::AddItem(planned("x", None)));
}

#[test]
fn minutes_can_be_taken_away() {
    let mut room = Room::prepared();
    room.ok(&Command::ChangeItem { item: PARKING, title: None, minutes: Change::Away });
    assert_eq!(room.item(PARKING).minutes, None);
}

#[test]
fn people_are_expected_and_found_when_they_come() {
    let mut room = Room::prepared().with([Command::Expect(vec![
        expected("陈桂花", None, None),
        expected("王芳", Some("3栋"), Some("k1")),
        expected("王芳", Some("13栋"), Some("k2")),
        expected("何伟", None, Some("k3")),
    ])]);
    let missing = |room: &Room| attendance(room.session()).missing;
    assert_eq!(missing(&room), [1, 2, 3, 4].map(ExpectedId));
    let comes = |name: &str, household: Option<&str>, key: Option<&str>| {
        Command::SignIn(vec![Who::Joining(expected(name, household, key))])
    };
    // By key, whatever the name was put right to; by name where no unit is known.
    room.ok(&comes("何大伟", Some("1栋"), Some("k3")));
    room.ok(&comes("陈桂花", Some("5栋"), None));
    assert_eq!(missing(&room), [2, 3].map(ExpectedId));
    // Somebody else of that name, and somebody nobody expected.
    room.ok(&comes("王芳", Some("9栋"), Some("k9")));
    room.ok(&comes("周涛", None, None));
    assert_eq!(missing(&room), [2, 3].map(ExpectedId));
    room.ok(&comes("王芳", Some("13栋"), None));
    assert_eq!(missing(&room), [ExpectedId(2)]);
    let came = attendance(room.session()).came;
    let pairs = [(1, 2), (3, 5), (4, 1)].map(|(e, p)| (ExpectedId(e), PersonId(p)));
    assert_eq!(came, pairs);
    assert_eq!(attendance(room.session()).expected(), 4);
    // Whoever leaves again has come all the same.
    room.ok(&Command::SignOut(PersonId(2)));
    assert_eq!(missing(&room), [ExpectedId(2)]);
}

#[test]
fn one_person_does_not_stand_for_two() {
    let room = Room::prepared().with([
        Command::Expect(vec![expected("王芳", Some("3栋"), None), expected("王芳", None, None)]),
        Command::SignIn(vec![Who::Joining(expected("王芳", Some("3栋"), None))]),
    ]);
    assert_eq!(attendance(room.session()).came, [(ExpectedId(1), PersonId(1))]);
    assert_eq!(attendance(room.session()).missing, [ExpectedId(2)]);
}

#[test]
fn nobody_is_expected_twice_and_a_list_may_name_somebody_twice() {
    let mut room = Room::prepared();
    let chen = || expected("陈桂花", Some("3栋"), None);
    assert_eq!(room.ok(&Command::Expect(vec![chen(), chen()])).len(), 1);
    let again = room.refused(&Command::Expect(vec![expected("李强", None, None), chen()]));
    assert_eq!(again, Refusal::AlreadyExpected(ExpectedId(1)));
    assert_eq!(room.refused(&Command::Expect(vec![])), Refusal::NoWords);
    let nameless = Command::Expect(vec![expected(" ", None, None)]);
    assert_eq!(room.refused(&nameless), Refusal::NoWords);
}

#[test]
fn who_cannot_come_is_excused_or_off_the_list() {
    let mut room = Room::prepared();
    room.ok(&Command::Expect(vec![expected("陈桂花", None, None), expected("李强", None, None)]));
    let drop = |id, why: Option<&str>| Command::Unexpect {
        expected: vec![ExpectedId(id)],
        why: why.map(s),
    };
    room.ok(&drop(1, Some("出差")));
    room.ok(&drop(2, None));
    let found = attendance(room.session());
    assert_eq!((found.excused, found.missing), (vec![ExpectedId(1)], vec![]));
    assert_eq!(room.refused(&drop(2, None)), Refusal::NotExpected(ExpectedId(2)));
    assert_eq!(room.refused(&drop(7, None)), Refusal::NotExpected(ExpectedId(7)));
    assert_eq!(room.refused(&drop(1, Some("出差"))), Refusal::NoChange);
    // Who was excused and comes all the same has come; who is expected again is listed once.
    let came = room.clone().with([everybody()]);
    assert_eq!(attendance(came.session()).came, [(ExpectedId(1), CHEN)]);
    room.ok(&Command::Expect(vec![expected("陈桂花", None, None)]));
    let standings: Vec<&Standing> =
        room.session().expected.iter().map(|expected| &expected.standing).collect();
    assert_eq!(standings, [&Standing::Dropped, &Standing::Dropped, &Standing::Expected]);
    room.ok(&Command::Undo);
    assert_eq!(attendance(room.session()).excused, [ExpectedId(1)]);
}

#[test]
fn whom_one_expects_is_put_right_in_one_step() {
    let mut room = Room::prepared();
    room.ok(&Command::Expect(vec![expected("陈桂华", None, None), expected("李强", None, None)]));
    let correct = |id, name: &str| Command::CorrectExpected {
        expected: ExpectedId(id),
        person: expected(name, Some("3栋"), None),
    };
    room.ok(&correct(1, "陈桂花"));
    let names: Vec<&str> = attendance(room.session())
        .missing
        .iter()
        .filter_map(|id| room.session().expected(*id))
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(names, ["李强", "陈桂花"]);
    assert_eq!(room.refused(&correct(3, "陈桂花")), Refusal::NoChange);
    assert_eq!(room.refused(&correct(1, "何伟")), Refusal::NotExpected(ExpectedId(1)));
    assert_eq!(room.refused(&correct(2, "陈桂花")), Refusal::AlreadyExpected(ExpectedId(3)));
    assert_eq!(room.refused(&correct(2, " ")), Refusal::NoWords);
    room.ok(&Command::Undo);
    assert_eq!(attendance(room.session()).missing, [1, 2].map(ExpectedId));
    // Who was excused is expected again.
    room.ok(&Command::Unexpect { expected: vec![ExpectedId(2)], why: Some(s("出差")) });
    room.ok(&correct(2, "李强"));
    assert_eq!(attendance(room.session()).excused, []);
}

#[test]
fn after_the_close_the_list_stays_as_it_is() {
    let mut room = Room::closed();
    let expect = Command::Expect(vec![expected("陈桂花", None, None)]);
    assert_eq!(room.refused(&expect), Refusal::Closed);
}

/// A meeting with this agenda that begins at this time, turns of three minutes.
fn evening(starts: Option<chrono::NaiveTime>, items: &[Option<u32>]) -> Rehearsal {
    let agenda: Vec<PlannedItem> = items.iter().map(|minutes| planned("事项", *minutes)).collect();
    let meeting = Meeting::create(Setup { starts, agenda, ..setup() }, seven(), BY);
    rehearse(meeting.session())
}

#[test]
fn the_plan_is_played_through_by_hand() {
    let rehearsal = evening(Some(clock(19, 0)), &[Some(20), None, Some(10)]);
    assert_eq!(rehearsal.total, 30);
    let slots: Vec<(u32, Option<u32>, Option<u32>)> =
        rehearsal.slots.iter().map(|slot| (slot.from, slot.minutes, slot.turns)).collect();
    // Six turns of three minutes take 18 of 20 minutes, a seventh does not fit.
    assert_eq!(slots, [(0, Some(20), Some(6)), (20, None, None), (20, Some(10), Some(3))]);
    assert_eq!(rehearsal.clock(20), Some(clock(19, 20)));
    assert_eq!(rehearsal.ends(), Some(clock(19, 30)));
    assert_eq!(rehearsal.warnings, [Warning::NoMinutes(1)]);
}

#[test]
fn what_to_think_about_before_people_come() {
    let warnings = |starts, items: &[Option<u32>]| evening(starts, items).warnings;
    assert_eq!(warnings(Some(clock(19, 0)), &[Some(60), Some(60)]), []);
    assert_eq!(warnings(Some(clock(19, 0)), &[Some(60), Some(61)]), [Warning::Long(121)]);
    assert_eq!(warnings(Some(clock(20, 0)), &[Some(120)]), [], "ten o'clock itself is not late");
    let late = [Warning::EndsLate(clock(22, 1))];
    assert_eq!(warnings(Some(clock(20, 1)), &[Some(120)]), late);
    let night = [Warning::EndsLate(clock(0, 30)), Warning::Long(150)];
    assert_eq!(warnings(Some(clock(22, 0)), &[Some(150)]), night);
    assert_eq!(warnings(None, &[]), [Warning::NothingPlanned, Warning::NoStart]);
    let short = [Warning::NoTurnFits(ItemId(2))];
    assert_eq!(warnings(Some(clock(9, 0)), &[Some(3), Some(2)]), short);
    assert_eq!(warnings(None, &[Some(u32::MAX), Some(5)]).len(), 2, "no clock, and very long");
}

#[test]
fn those_who_take_part_are_counted() {
    let observer = Newcomer { role: Role::Observer, ..expected("周正", None, None) };
    let mut room = Room::prepared().with([Command::Expect(vec![
        expected("陈桂花", None, None),
        expected("李强", None, None),
        expected("何伟", None, None),
        observer,
    ])]);
    assert_eq!(rehearse(room.session()).expected, 3);
    room.ok(&Command::Unexpect { expected: vec![ExpectedId(2)], why: Some(s("出差")) });
    assert_eq!(rehearse(room.session()).expected, 2);
    room.ok(&Command::SignIn(vec![newcomer("陈桂花", Role::Resident)]));
    assert_eq!(rehearse(room.session()).expected, 2, "who is here was expected all the same");
}
