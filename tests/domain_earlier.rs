//! What earlier meetings left for the next one.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{BY, day, ends, planned, setup};
use yishi::domain::action::{ActionState, Promise};
use yishi::domain::command::Command;
use yishi::domain::earlier::{Held, Left, left_by_others};
use yishi::domain::event::Setup;
use yishi::domain::ids::ActionId;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::record::{Line, Moment};

/// What is left, in short: the meeting and the title or the action.
type Found = Vec<(String, String)>;

fn at(month: u32, date: u32) -> Moment {
    let Ok(at) = format!("2026-{month:02}-{date:02}T19:00:00+08:00").parse() else {
        panic!("no such day")
    };
    at
}

/// A meeting of that day with these items and the way each ends; the last ones may not be reached.
fn held(month: u32, date: u32, items: &[(&str, Option<Outcome>)], close: bool) -> Meeting {
    let agenda = items.iter().map(|(title, _)| planned(title, Some(15))).collect();
    let mut meeting =
        Meeting::create(Setup { on: day(month, date), agenda, ..setup() }, at(month, date), BY);
    let mut ask = |command: &Command| {
        if let Err(refusal) = meeting.carry_out(command, at(month, date), BY) {
            panic!("{command:?}: {refusal:?}");
        }
    };
    ask(&Command::Open);
    for (_, outcome) in items {
        let Some(outcome) = outcome else { break };
        ask(&Command::OpenItem(None));
        if *outcome == Outcome::Agreed {
            ask(&Command::Resolve("同意".to_owned()));
        }
        ask(&ends(*outcome));
    }
    if close {
        ask(&Command::Close { leave: true });
    }
    meeting
}

fn promise(meeting: &mut Meeting, what: &str, due: Option<chrono::NaiveDate>, on: Moment) {
    let promise = Promise { what: what.to_owned(), due, ..Promise::default() };
    if let Err(refusal) = meeting.carry_out(&Command::Promise(promise), on, BY) {
        panic!("{refusal:?}");
    }
}

fn prepared(titles: &[&str]) -> Meeting {
    let agenda = titles.iter().map(|title| planned(title, None)).collect();
    Meeting::create(Setup { on: day(12, 20), agenda, ..setup() }, at(12, 1), BY)
}

fn found(meetings: &[(&str, &Meeting)], ledger: &Ledger, current: &Meeting) -> Found {
    let held: Vec<Held<'_>> =
        meetings.iter().map(|(id, it)| Held { id, session: it.session() }).collect();
    left_by_others(&held, ledger, "next", current.session())
        .into_iter()
        .map(|candidate| {
            let what = match candidate.left {
                Left::Item { title, .. } | Left::Topic { title, .. } => title,
                Left::Parked { text, .. } => text,
                Left::Action { action, .. } => format!("A{action}"),
            };
            (candidate.meeting, what)
        })
        .collect()
}

fn of(rows: &[(&str, &str)]) -> Found {
    rows.iter().map(|(meeting, what)| ((*meeting).to_owned(), (*what).to_owned())).collect()
}

#[test]
fn items_carried_over_or_not_reached_come_up_the_latest_meeting_first() {
    let september = held(
        9,
        10,
        &[("停车", Some(Outcome::CarriedOver)), ("电梯", Some(Outcome::Noted)), ("绿化", None)],
        true,
    );
    let october = held(10, 10, &[("路灯", Some(Outcome::CarriedOver))], true);
    let meetings = [("sep", &september), ("oct", &october)];
    let rows = [("oct", "路灯"), ("sep", "停车"), ("sep", "绿化")];
    assert_eq!(found(&meetings, &Ledger::default(), &prepared(&[])), of(&rows));
    let held: Vec<Held<'_>> = vec![Held { id: "sep", session: september.session() }];
    let left = left_by_others(&held, &Ledger::default(), "next", prepared(&[]).session());
    assert_eq!(left[0].on, day(9, 10));
    assert!(matches!(&left[0].left, Left::Item { minutes: Some(15), .. }));
}

#[test]
fn what_was_taken_up_since_is_left_out() {
    let september =
        held(9, 10, &[("停车位  改造", Some(Outcome::CarriedOver)), ("绿化", None)], true);
    // Parking was agreed on in October; greenery was carried over once more.
    let october = held(
        10,
        10,
        &[("停车位 改造", Some(Outcome::Agreed)), ("绿化", Some(Outcome::CarriedOver))],
        true,
    );
    let meetings = [("sep", &september), ("oct", &october)];
    assert_eq!(found(&meetings, &Ledger::default(), &prepared(&[])), of(&[("oct", "绿化")]));
    assert_eq!(found(&meetings, &Ledger::default(), &prepared(&["绿化"])), of(&[]));
    // A meeting that is prepared or running has taken it up, too.
    let november = held(11, 10, &[("绿化", None)], false);
    let meetings = [("sep", &september), ("oct", &october), ("nov", &november)];
    assert_eq!(found(&meetings, &Ledger::default(), &prepared(&[])), of(&[]));
}

#[test]
fn a_meeting_leaves_nothing_for_itself() {
    let own = held(9, 10, &[("停车", Some(Outcome::CarriedOver))], true);
    let found = found(&[("next", &own)], &Ledger::default(), &prepared(&[]));
    assert_eq!(found, of(&[]));
}

#[test]
fn actions_come_up_until_they_are_done_by_their_last_day() {
    let mut september = held(9, 10, &[("停车", None)], false);
    let evening = at(9, 10);
    promise(&mut september, "公示方案", None, evening);
    promise(&mut september, "疏通下水道", Some(day(10, 1)), evening);
    promise(&mut september, "修路灯", Some(day(9, 20)), evening);
    promise(&mut september, "重复的", Some(day(9, 15)), evening);
    let drop = Command::DropAction { action: ActionId(4), why: "重复".to_owned() };
    if let Err(refusal) = september.carry_out(&drop, evening, BY) {
        panic!("{refusal:?}");
    }
    let running = september.clone();
    if let Err(refusal) = september.carry_out(&Command::Close { leave: true }, evening, BY) {
        panic!("{refusal:?}");
    }
    let mut ledger = Ledger::default();
    let rows = [("sep", "停车"), ("sep", "A3"), ("sep", "A2"), ("sep", "A1")];
    assert_eq!(found(&[("sep", &september)], &ledger, &prepared(&[])), of(&rows));
    let event = LedgerEvent::ActionReported {
        session: "sep".to_owned(),
        action: ActionId(3),
        state: ActionState::Done,
        note: None,
    };
    ledger.evolve(
        "laptop-4a1c",
        &Line { seq: 0, at: at(9, 21), by: BY.to_owned(), events: vec![event] },
    );
    let next = prepared(&["跟进：疏通下水道", "停车"]);
    assert_eq!(found(&[("sep", &september)], &ledger, &next), of(&[("sep", "A1")]));
    // What is being agreed in a meeting that is not over may still change.
    assert_eq!(found(&[("sep", &running)], &ledger, &prepared(&[])), of(&[]));
}

#[test]
fn parked_points_nobody_settled_come_up_until_an_agenda_has_them() {
    let park = |text: &str| Command::Park { who: None, text: text.to_owned() };
    let mut september = held(9, 10, &[("停车", Some(Outcome::Noted))], false);
    let settle =
        Command::Settle { parked: yishi::domain::ids::ParkedId(2), how: "转网格员".to_owned() };
    for command in [park("路灯太暗"), park("楼道堆物"), settle, Command::Close { leave: true }]
    {
        if let Err(refusal) = september.carry_out(&command, at(9, 10), BY) {
            panic!("{command:?}: {refusal:?}");
        }
    }
    let none = Ledger::default();
    let meetings = [("sep", &september)];
    assert_eq!(found(&meetings, &none, &prepared(&[])), of(&[("sep", "路灯太暗")]));
    assert_eq!(found(&meetings, &none, &prepared(&["路灯太暗"])), of(&[]));
    let october = held(10, 10, &[("路灯太暗", Some(Outcome::Agreed))], true);
    let meetings = [("sep", &september), ("oct", &october)];
    assert_eq!(found(&meetings, &none, &prepared(&[])), of(&[]));
}
