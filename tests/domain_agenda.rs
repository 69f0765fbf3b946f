//! The agenda and the course of a meeting: one item at a time, from opening to close.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{
    CHEN, DRAINS, LI, OTHER, PARKING, Room, WANG, after, asks, call, ends, everybody, planned,
    raise, says, seven, whole_promise,
};
use yishi::domain::action::{Lack, Promise};
use yishi::domain::agreement::Threshold;
use yishi::domain::command::Command;
use yishi::domain::event::{Event, Matter};
use yishi::domain::ids::{ActionId, ItemId, NoteId, OpinionId, ParkedId, ResolutionId};
use yishi::domain::item::{ItemState, Outcome};
use yishi::domain::meeting::Meeting;
use yishi::domain::refusal::Refusal;
use yishi::domain::session::Phase;
use yishi::domain::{MOST_ITEMS, MOST_MINUTES, open_matters, planned_item};

fn order(room: &Room) -> Vec<ItemId> {
    room.session().agenda().map(|item| item.id).collect()
}

fn add(title: &str, minutes: Option<u32>) -> Command {
    Command::AddItem(planned(title, minutes))
}

fn change(item: ItemId, title: Option<&str>, minutes: Option<u32>) -> Command {
    Command::ChangeItem { item, title: title.map(str::to_owned), minutes: minutes.into() }
}

/// Rule: one item at a time.
#[test]
fn one_item_is_on_the_table() {
    let mut room = Room::on_parking();
    for item in [None, Some(PARKING), Some(DRAINS)] {
        assert_eq!(room.refused(&Command::OpenItem(item)), Refusal::ItemStillOpen(PARKING));
    }
    room.ok(&ends(Outcome::Noted));
    assert_eq!(room.session().open_item, None);
    assert_eq!(room.refused(&ends(Outcome::Noted)), Refusal::NoItemOpen);
    assert_eq!(room.refused(&Command::OpenItem(Some(PARKING))), Refusal::ItemClosed(PARKING));
    room.ok(&Command::OpenItem(None));
    assert_eq!(room.session().open_item, Some(DRAINS));
    assert_eq!(room.item(PARKING).state, ItemState::Closed(Outcome::Noted, None));
}

/// Items come up in agenda order, unless one is taken first; then the order goes on.
#[test]
fn items_come_up_in_their_order() {
    let mut room = Room::opened();
    let mut opened = Vec::new();
    for item in [Some(DRAINS), None, None] {
        room.ok(&Command::OpenItem(item));
        opened.extend(room.session().open_item);
        room.ok(&ends(Outcome::Noted));
    }
    assert_eq!(opened, [DRAINS, PARKING, OTHER]);
    assert_eq!(room.refused(&Command::OpenItem(None)), Refusal::NoItemLeft);
    // An agenda can grow until the end.
    room.ok(&add("路灯", None));
    room.ok(&Command::OpenItem(None));
    assert_eq!(room.session().open_item, Some(ItemId(4)));
}

/// An item moves to the place named, and keeps its number.
#[test]
fn items_move() {
    let lights = ItemId(4);
    // From, to, and the order by hand: 1 2 3 4 with one taken out and put in at that place.
    let table = [
        (PARKING, 1, [DRAINS, PARKING, OTHER, lights]),
        (PARKING, 3, [DRAINS, OTHER, lights, PARKING]),
        (lights, 0, [lights, PARKING, DRAINS, OTHER]),
        (lights, 1, [PARKING, lights, DRAINS, OTHER]),
        (DRAINS, 2, [PARKING, OTHER, DRAINS, lights]),
    ];
    let four = Room::opened().with([add("路灯", None)]);
    for (item, to, expected) in table {
        let mut room = four.clone();
        let events = room.ok(&Command::MoveItem { item, to });
        assert_eq!(events, [Event::ItemMoved { item, to }]);
        assert_eq!(order(&room), expected, "{item} to {to}");
        assert_eq!(room.session().place_of(item), Some(to as usize + 1));
        room.ok(&Command::OpenItem(None));
        assert_eq!(room.session().open_item, Some(expected[0]));
    }
    let mut room = four;
    let stay = Command::MoveItem { item: DRAINS, to: 1 };
    assert_eq!(room.refused(&stay), Refusal::NoChange);
    let beyond = Command::MoveItem { item: DRAINS, to: 4 };
    assert_eq!(room.refused(&beyond), Refusal::NoSuchPlace(4));
    // What has begun stays where it is.
    room.ok(&Command::OpenItem(None));
    let begun = Command::MoveItem { item: PARKING, to: 2 };
    assert_eq!(room.refused(&begun), Refusal::ItemNotWaiting(PARKING));
    room.ok(&ends(Outcome::Noted));
    assert_eq!(room.refused(&begun), Refusal::ItemNotWaiting(PARKING));
}

/// Titles and plans are bounded and trimmed; what is not named stays.
#[test]
fn items_are_added_and_changed_within_bounds() {
    let mut room = Room::prepared();
    let events = room.ok(&add("  路灯 ", Some(MOST_MINUTES)));
    let added =
        Event::ItemAdded { item: ItemId(4), title: "路灯".to_owned(), minutes: Some(1_440) };
    assert_eq!(events, [added]);
    for minutes in [0, 1_441, u32::MAX] {
        let refusal = Refusal::MinutesOutOfBounds(minutes);
        assert_eq!(room.refused(&add("路灯", Some(minutes))), refusal);
        assert_eq!(room.refused(&change(DRAINS, None, Some(minutes))), refusal);
    }
    assert_eq!(room.refused(&add(" \t", None)), Refusal::NoWords);
    room.ok(&change(DRAINS, Some("下水道"), None));
    assert_eq!((&*room.item(DRAINS).title, room.item(DRAINS).minutes), ("下水道", Some(10)));
    room.ok(&change(DRAINS, None, Some(15)));
    assert_eq!((&*room.item(DRAINS).title, room.item(DRAINS).minutes), ("下水道", Some(15)));
    for same in [change(DRAINS, None, None), change(DRAINS, Some(" "), Some(15))] {
        assert_eq!(room.refused(&same), Refusal::NoChange);
    }
    let ghost = ItemId(77);
    assert_eq!(room.refused(&change(ghost, Some("无"), None)), Refusal::NoSuchItem(ghost));
}

/// An agenda holds five hundred items.
#[test]
fn an_agenda_can_be_full() {
    assert_eq!(MOST_ITEMS, 500);
    assert!(planned_item(&planned("路灯", None), 499).is_ok());
    let full = planned_item(&planned("路灯", None), 500);
    assert_eq!(full, Err(Refusal::AgendaFull(500)));
    let mut room = Room::prepared();
    for _ in 3..500 {
        room.ok(&add("路灯", None));
    }
    assert_eq!(room.refused(&add("路灯", None)), Refusal::AgendaFull(500));
}

/// The meeting is prepared, runs, pauses, and closes once.
#[test]
fn the_course_of_a_meeting() {
    let mut room = Room::prepared();
    for early in [Command::Pause, Command::Resume, Command::Close { leave: true }] {
        assert_eq!(room.refused(&early), Refusal::NotOpened);
    }
    assert_eq!(room.refused(&Command::OpenItem(None)), Refusal::NotOpened);
    room.wait(300).ok(&Command::Open);
    assert_eq!(room.session().opened, Some(after(300)));
    assert_eq!(room.refused(&Command::Open), Refusal::AlreadyOpen);
    assert_eq!(room.refused(&Command::Resume), Refusal::NotPaused);
    room.ok(&Command::Pause);
    assert_eq!(room.session().phase, Phase::Paused);
    assert_eq!(room.refused(&Command::Open), Refusal::AlreadyOpen);
    assert_eq!(room.refused(&Command::Pause), Refusal::Paused);
    room.ok(&Command::Resume);
    room.wait(60).ok(&Command::Close { leave: true });
    assert_eq!((room.session().phase, room.session().closed), (Phase::Closed, Some(after(360))));
}

/// Closed is closed: only corrections, follow-up of words already said, and notes are possible.
#[test]
fn after_the_close_only_corrections_remain() {
    let mut room = Room::on_parking().with([
        asks(LI, "费用谁出"),
        Command::Promise(whole_promise()),
        Command::Park { who: None, text: "路灯".to_owned() },
        Command::Resolve("划线".to_owned()),
        ends(Outcome::CarriedOver),
        Command::Close { leave: true },
    ]);
    let refused = [
        Command::Open,
        Command::Pause,
        Command::Resume,
        Command::Close { leave: true },
        everybody(),
        Command::SignOut(CHEN),
        add("路灯", None),
        change(DRAINS, Some("下水道"), None),
        Command::MoveItem { item: DRAINS, to: 2 },
        Command::OpenItem(None),
        ends(Outcome::Noted),
        raise(CHEN),
        Command::LowerHand(CHEN),
        call(CHEN),
        Command::EndTurn,
        says(CHEN, "还有一句"),
        Command::WithdrawOpinion(OpinionId(1)),
        Command::Endorse { opinion: OpinionId(1), who: vec![WANG.into()] },
        Command::Resolve("收费".to_owned()),
        Command::WithdrawResolution(ResolutionId(1)),
        Command::SetThreshold(Threshold::AllPresent),
        meeting::count(3, 1, 0),
        Command::Promise(whole_promise()),
        Command::DropAction { action: ActionId(1), why: "不办".to_owned() },
        Command::Park { who: None, text: "电梯".to_owned() },
    ];
    for command in refused {
        assert_eq!(room.refused(&command), Refusal::Closed, "{command:?}");
    }
    let text = "费用由谁出".to_owned();
    let due = Some(meeting::day(12, 8));
    room.ok(&Command::AmendOpinion { opinion: OpinionId(1), stance: None, text });
    room.ok(&Command::Answer { opinion: OpinionId(1), text: "街道".to_owned() });
    room.ok(&Command::Settle { parked: ParkedId(1), how: "转物业".to_owned() });
    room.ok(&Command::Note("签名已收".to_owned()));
    let promise = Promise { due, ..Promise::default() };
    room.ok(&Command::AmendAction { action: ActionId(1), what: None, promise });
    let household = Some("5栋2单元".to_owned());
    room.ok(&Command::CorrectPerson { person: CHEN, role: None, household });
}

/// What is still open is told before the close, in the order one would settle it; leaving it open
/// is a decision, and items not reached are carried over.
#[test]
fn a_close_with_open_matters_is_deliberate() {
    let mut room = Room::on_parking().with([
        asks(LI, "费用谁出"),
        Command::Promise(Promise { test: None, ..whole_promise() }),
        Command::Park { who: Some(WANG.into()), text: "路灯".to_owned() },
        Command::Park { who: None, text: "电梯".to_owned() },
        Command::Settle { parked: ParkedId(2), how: "下月议".to_owned() },
    ]);
    assert_eq!(room.refused(&Command::Close { leave: true }), Refusal::ItemStillOpen(PARKING));
    room.ok(&ends(Outcome::CarriedOver));
    let open = vec![
        Matter::ItemNotReached(DRAINS),
        Matter::ItemNotReached(OTHER),
        Matter::Question(OpinionId(1)),
        Matter::ActionLacks(ActionId(1), Lack::Test),
        Matter::Parked(ParkedId(1)),
    ];
    assert_eq!(open_matters(room.session()), open);
    let hindered = Refusal::MeetingHindered(open.clone());
    assert_eq!(room.refused(&Command::Close { leave: false }), hindered);
    assert_eq!(room.ok(&Command::Close { leave: true }), [Event::Closed { left: open.clone() }]);
    assert_eq!(room.session().left, open);
    for item in [DRAINS, OTHER] {
        assert_eq!(room.item(item).state, ItemState::Closed(Outcome::CarriedOver, None));
    }
    // Undoing the close reopens the meeting with those items waiting.
    room.ok(&Command::Undo);
    assert_eq!(room.session().phase, Phase::Running);
    assert_eq!(room.item(DRAINS).state, ItemState::Waiting);
    assert_eq!(room.session().left, []);
}

/// Off-topic matters go to the parking list, with the item they came up under and whoever spoke.
#[test]
fn off_topic_matters_are_parked() {
    let park = |text: &str| Command::Park { who: None, text: text.to_owned() };
    let mut room = Room::opened().with([park("公告栏")]);
    room.ok(&Command::OpenItem(None));
    room.ok(&park("路灯"));
    room.ok(&call(LI));
    room.wait(5).ok(&park(" 电梯 "));
    let parked: Vec<_> = room
        .session()
        .parked
        .iter()
        .map(|it| (it.item, it.person, it.at, it.text.to_string()))
        .collect();
    let expected = [
        (None, None, seven(), "公告栏".to_owned()),
        (Some(PARKING), None, seven(), "路灯".to_owned()),
        (Some(PARKING), Some(LI), after(5), "电梯".to_owned()),
    ];
    assert_eq!(parked, expected);
    let settle = Command::Settle { parked: ParkedId(2), how: "转物业".to_owned() };
    room.ok(&settle);
    assert_eq!(room.refused(&settle), Refusal::AlreadySettled(ParkedId(2)));
}

/// A log that does not begin with its creation is no session.
#[test]
fn a_log_begins_with_the_creation() {
    assert!(Meeting::replay(Vec::new()).is_err());
    let room = Room::opened();
    assert!(Meeting::replay(room.meeting.lines()[1..].to_vec()).is_err());
    assert!(Meeting::replay(room.meeting.lines()[..1].to_vec()).is_ok());
    let mut noted = Room::prepared();
    let events = noted.ok(&Command::Note("备".to_owned()));
    assert_eq!(events, [Event::Noted { note: NoteId(1), item: None, text: "备".to_owned() }]);
}
