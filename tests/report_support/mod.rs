//! A meeting with one of everything, for the documents made of it. All times count from seven.

#![allow(dead_code, reason = "each test file uses its own part of these helpers")]

use std::fmt::Write as _;

use yishi::domain::action::{ActionState, Promise};
use yishi::domain::command::Command;
use yishi::domain::event::Setup;
use yishi::domain::ids::{ActionId, OpinionId, ParkedId};
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::record::{Line, Moment};
use yishi::text::words::{Lang, Words};

use crate::common::*;

/// The session's id within its community.
pub const SESSION: &str = "2026-11-23-十一月协商会";

/// The words of a language.
pub fn words(lang: Lang) -> Words {
    Words::new(lang)
}

fn states(person: yishi::domain::ids::PersonId, stance: Stance, text: &str) -> Command {
    Command::RecordOpinion { who: Some(person.into()), stance: Some(stance), text: text.to_owned() }
}

fn fully_set_up() -> Setup {
    Setup {
        place: Some("社区活动室".to_owned()), facilitator: Some("方静".to_owned()), ..setup()
    }
}

/// Closed: parking agreed by a count after an amendment, drains not agreed on, other matters not
/// reached. 18 minutes and 30 seconds in session.
pub fn rich_meeting() -> Room {
    let mut room = Room { meeting: Meeting::create(fully_set_up(), seven(), BY), now: seven() };
    room = room.with([everybody(), Command::Open, Command::OpenItem(None)]);
    parking(&mut room);
    drains(&mut room);
    room.wait(30);
    room.ok(&Command::Close { leave: true });
    room
}

fn parking(room: &mut Room) {
    room.wait(10);
    room.ok(&raise(WANG));
    room.ok(&Command::RaiseHand { who: LI.into(), stance: Some(Stance::Oppose) });
    room.ok(&next()); // Wang, from 0:10
    room.wait(90);
    room.ok(&states(WANG, Stance::Support, "停车位应先给老人"));
    room.ok(&next()); // Li, from 1:40; Wang spoke for 90 seconds
    room.wait(20);
    room.ok(&states(LI, Stance::Oppose, "划线会占消防通道，宽不足 3.5 米"));
    room.ok(&asks(LI, "费用谁出？"));
    room.ok(&Command::EndTurn); // at 2:00; Li spoke for 20 seconds
    room.ok(&Command::Endorse { opinion: OpinionId(1), who: vec![CHEN.into(), SUN.into()] });
    room.ok(&Command::Answer {
        opinion: OpinionId(3), text: "物业出一半\n业主出一半".to_owned()
    });
    room.ok(&says(CHEN, "口误"));
    room.ok(&Command::WithdrawOpinion(OpinionId(4)));
    room.ok(&states(SUN, Stance::Suggestion, "记错了"));
    room.ok(&Command::Undo);
    room.wait(60); // 3:00
    room.ok(&Command::Resolve("先划 20 个车位".to_owned()));
    room.ok(&count(2, 2, 0)); // a tie fails
    let text = "先划 20 个车位，留出消防通道".to_owned();
    room.ok(&Command::AmendResolution { resolution: yishi::domain::ids::ResolutionId(1), text });
    room.ok(&count(3, 1, 0));
    room.ok(&Command::Promise(Promise {
        from: vec![OpinionId(1), OpinionId(2), OpinionId(1)],
        ..whole_promise()
    }));
    room.ok(&Command::Park { who: Some(CHEN.into()), text: "楼道堆物".to_owned() });
    room.ok(&Command::Note("停电一分钟".to_owned()));
    room.wait(120); // 5:00
    let why = Some("举手通过".to_owned());
    room.ok(&Command::CloseItem { outcome: Outcome::Agreed, why, despite: false });
}

fn drains(room: &mut Room) {
    room.ok(&Command::OpenItem(None)); // at 5:00
    let late = Newcomer {
        name: "钱红".to_owned(),
        role: Role::Other("志愿者".to_owned()),
        household: None,
        key: None,
    };
    room.wait(60);
    room.ok(&Command::SignIn(vec![Who::Joining(late)]));
    room.ok(&call(CHEN)); // from 6:00
    room.wait(30);
    room.ok(&Command::Pause); // at 6:30
    room.wait(60);
    room.ok(&Command::Resume); // at 7:30
    room.wait(45);
    room.ok(&Command::SignOut(CHEN)); // at 8:15; Chen spoke for 75 seconds
    room.ok(&asks(WANG, "管道图纸在哪？"));
    room.ok(&Command::CountHands {
        hands: hands(1, 2, 0),
        resolution: None,
        question: Some("今晚定方案".to_owned()),
    });
    room.ok(&Command::Promise(Promise { what: "找图纸".to_owned(), ..Promise::default() }));
    room.ok(&Command::Promise(Promise {
        what: "清掏主管".to_owned(),
        owner: Some("物业".to_owned()),
        due: Some(day(11, 30)),
        ..Promise::default()
    }));
    room.ok(&Command::DropAction { action: ActionId(3), why: "与 A2 重复".to_owned() });
    let how = "转网格员".to_owned();
    room.ok(&Command::Settle { parked: ParkedId(1), how });
    room.wait(645); // 19:00
    room.ok(&Command::CloseItem { outcome: Outcome::NotAgreed, why: None, despite: true });
}

/// A ledger with these reports: session, action, days after the meeting, state, note.
pub fn ledger(reports: &[(&str, u32, i64, ActionState, Option<&str>)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (seq, (session, action, days, state, note)) in reports.iter().enumerate() {
        let event = LedgerEvent::ActionReported {
            session: (*session).to_owned(),
            action: ActionId(*action),
            state: *state,
            note: note.map(str::to_owned),
        };
        let at: Moment = after(days * 86_400);
        ledger.evolve(
            "laptop-4a1c",
            &Line { seq: seq as u64, at, by: BY.to_owned(), events: vec![event] },
        );
    }
    ledger
}

/// The ledger of the rich meeting: A1 done after having been under way.
pub fn rich_ledger() -> Ledger {
    ledger(&[
        (SESSION, 1, 3, ActionState::Underway, Some("方案已画")),
        (SESSION, 1, 10, ActionState::Done, Some("已公示")),
        ("another", 2, 3, ActionState::Done, None),
    ])
}

/// Whether a document holds anything a terminal must not get.
pub fn unsafe_characters(document: &str) -> String {
    let mut found = String::new();
    for c in document.chars() {
        let control = c.is_control() && c != '\n';
        if control || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            let _ = write!(found, "{c:?} ");
        }
    }
    found
}
