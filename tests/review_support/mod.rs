//! A meeting to look back at, in either language: closed, with a turn too long, something undone,
//! an action that is done and one that is late.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use std::path::PathBuf;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::domain::action::ActionState;
use yishi::domain::ids::ActionId;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::record::Line;
use yishi::text::words::{Lang, Words};
use yishi::tui::review::model::{Model, Subject};
use yishi::tui::review::msg::{Effect, Msg};
use yishi::tui::review::update::update;
use yishi::tui::review::view::render;

use crate::desk_support::{Desk, at, rows};

/// The session's id within its community.
pub const SESSION: &str = "2026-11-23-november";

/// What goes on after the middle of the second item. Chen, or Ann Lee, has the floor since 19:08:20:
/// 220 seconds of 180; then Wang, or Ben Carter, for 90 seconds.
const END_ZH: &[(&str, &str)] = &[
    ("19:12:00", "/说完"),
    ("19:12:10", "/下一位"),
    ("19:13:00", "这句说错了"),
    ("19:13:10", "/撤销"),
    ("19:13:40", "/说完"),
    ("19:14:00", "/表决 举手 3 1"),
    ("19:14:30", "/答复 4 从公共收益里出"),
    ("19:15:00", "/行动 问清费用来源 @居委会 #12-01 =书面答复 <4"),
    ("19:16:00", "/结束 达成一致 照结"),
    ("19:17:00", "/开始"),
    ("19:18:00", "/结束 结转"),
    ("19:20:00", "/散会 留待跟进"),
];

const END_EN: &[(&str, &str)] = &[
    ("19:12:00", "/done"),
    ("19:12:10", "/next"),
    ("19:13:00", "that was not what I said"),
    ("19:13:10", "/undo"),
    ("19:13:40", "/done"),
    ("19:14:00", "/vote hands 3 1"),
    ("19:14:30", "/answer 4 from the common income"),
    ("19:15:00", "/action ask where the money comes from @committee #12-01 =in writing <4"),
    ("19:16:00", "/end agreed anyway"),
    ("19:17:00", "/start"),
    ("19:18:00", "/end carry"),
    ("19:20:00", "/close leave"),
];

/// The meeting.
pub fn closed(lang: Lang) -> Meeting {
    let end = match lang {
        Lang::Zh => END_ZH,
        Lang::En => END_EN,
    };
    Desk::amid(lang).typed(end).model.meeting
}

/// What became of its first action: under way, then done.
pub fn ledger(lang: Lang) -> Ledger {
    let [drawn, hung] = match lang {
        Lang::Zh => ["方案已画", "已贴在公告栏"],
        Lang::En => ["the plan is drawn", "it hangs on the notice board"],
    };
    let mut ledger = Ledger::default();
    let news = [(3, ActionState::Underway, drawn), (10, ActionState::Done, hung)];
    for (seq, (days, state, note)) in news.into_iter().enumerate() {
        let event = LedgerEvent::ActionReported {
            session: SESSION.to_owned(),
            action: ActionId(1),
            state,
            note: Some(note.to_owned()),
        };
        let at = at("10:00:00") + chrono::TimeDelta::days(days);
        ledger.evolve(
            "laptop-4a1c",
            &Line { seq: seq as u64, at, by: "李敏".to_owned(), events: vec![event] },
        );
    }
    ledger
}

pub fn subject(meeting: Meeting, lang: Lang) -> Subject {
    Subject {
        community_id: "test".to_owned(),
        community_name: meeting.session().setup.community_name.clone(),
        session_id: SESSION.to_owned(),
        meeting,
        ledger: ledger(lang),
        hash: Some("0123456789abcdef0123456789abcdef".to_owned()),
        stop: None,
        // The last day of the second action was the first of December.
        today: NaiveDate::from_ymd_opt(2026, 12, 8).unwrap(),
    }
}

/// The screen that looks back at it.
pub fn review(lang: Lang) -> Review {
    Review::of(closed(lang), lang)
}

/// A screen and what it wanted done.
pub struct Review {
    pub model: Model,
    pub effects: Vec<Effect>,
}

impl Review {
    pub fn of(meeting: Meeting, lang: Lang) -> Self {
        let mut model = Model::new(subject(meeting, lang), Words::new(lang));
        model.folder = PathBuf::from("/home/limin");
        Self { model, effects: Vec::new() }
    }

    pub fn send(&mut self, msg: Msg) -> bool {
        let outcomes = update(&mut self.model, msg);
        self.effects.extend(outcomes.effects);
        outcomes.redraw
    }

    pub fn press(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.send(Msg::Key(KeyEvent::new(code, modifiers)));
    }

    pub fn key(&mut self, code: KeyCode) {
        self.press(code, KeyModifiers::NONE);
    }

    pub fn f(&mut self, number: u8) {
        self.key(KeyCode::F(number));
    }

    pub fn ctrl(&mut self, letter: char) {
        self.press(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }

    pub fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.key(KeyCode::Char(c));
        }
    }

    /// The text of the row under the bar.
    pub fn row(&self) -> String {
        let row = self.model.rows().get(self.model.bar());
        row.map(|row| row.text().trim().to_owned()).unwrap_or_default()
    }

    pub fn notice(&self) -> String {
        self.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
    }

    pub fn frame(&self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(&self.model, area, &mut buf);
        (buf, caret)
    }

    pub fn screen(&self, width: u16, height: u16) -> String {
        rows(&self.frame(width, height).0).join("\n")
    }
}
