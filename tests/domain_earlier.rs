//! What earlier meetings left for the next one.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{BY, day, ends, planned, setup};
use yishi::domain::action::{ActionState, Promise};
use yishi::domain::affairs::Affair;
use yishi::domain::command::Command;
use yishi::domain::earlier::{Held, Left, left_by_others, left_for_topics};
use yishi::domain::event::Setup;
use yishi::domain::ids::{ActionId, ItemId};
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::record::{Line, Moment};
use yishi::domain::topic::{CaseNo, Proposer, Source, TopicLink};

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

#[test]
fn topics_come_of_what_was_carried_over_or_parked_once() {
    let mut september = held(9, 10, &[("停车", Some(Outcome::CarriedOver)), ("绿化", None)], false);
    let who = Who::Joining(Newcomer {
        name: "王小明".to_owned(),
        role: Role::Resident,
        household: None,
        key: Some("wangxm".to_owned()),
    });
    let known = TopicLink {
        topic: CaseNo::plain(1),
        proposers: Vec::new(),
        lacking: Vec::new(),
        waived: None,
        needs: Vec::new(),
        despite: None,
    };
    let evening = at(9, 10);
    promise(&mut september, "公示方案", None, evening);
    for command in [
        // An item that is about a topic already is none to be taken up.
        Command::LinkTopic { item: ItemId(2), link: known, despite: None },
        Command::Park { who: Some(who), text: "路灯太暗".to_owned() },
        Command::Park { who: None, text: "楼道堆物".to_owned() },
        Command::Close { leave: true },
    ] {
        if let Err(refusal) = september.carry_out(&command, evening, BY) {
            panic!("{command:?}: {refusal:?}");
        }
    }
    let meetings = [Held { id: "sep", session: september.session() }];
    let mut ledger = Ledger::default();
    let left = left_for_topics(&meetings, &ledger);
    let places: Vec<(&str, &str, Source)> =
        left.iter().map(|it| (it.title.as_str(), it.origin.what.as_str(), it.source)).collect();
    let expected = [
        ("停车", "I1", Source::Unresolved),
        ("路灯太暗", "P1", Source::ParkingList),
        ("楼道堆物", "P2", Source::ParkingList),
    ];
    assert_eq!(places, expected);
    // Who brought it up is known by the key in the community's ledger.
    let wang = Proposer { name: "王小明".to_owned(), key: Some("wangxm".to_owned()) };
    assert_eq!(left[1].proposers, std::slice::from_ref(&wang));
    assert_eq!((left[0].proposers.len(), left[2].proposers.len()), (0, 0));
    let Affair::Raise { slip, proposers, .. } = left[1].raise(vec![wang.clone()]) else {
        panic!("not raised")
    };
    assert_eq!((slip.title.as_str(), slip.on), ("路灯太暗", day(9, 10)));
    assert_eq!(slip.origin.as_ref(), Some(&left[1].origin));
    // Once a topic came of it, it is offered no more.
    let raised = LedgerEvent::TopicRaised { topic: CaseNo::plain(2), slip, proposers };
    let line = Line { seq: 0, at: at(9, 11), by: BY.to_owned(), events: vec![raised] };
    ledger.evolve("laptop-4a1c", &line);
    assert!(!left[1].is_open(&ledger));
    let rest = left_for_topics(&meetings, &ledger);
    let titles: Vec<&str> = rest.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["停车", "楼道堆物"]);
}
