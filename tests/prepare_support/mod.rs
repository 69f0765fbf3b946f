//! A form to test with: a meeting being prepared, keys that are pressed, and frames as text.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::domain::agreement::Threshold;
use yishi::domain::event::{FORMAT, Setup};
use yishi::domain::ids::ExpectedId;
use yishi::domain::item::PlannedItem;
use yishi::domain::ledger::KnownPerson;
use yishi::domain::meeting::Meeting;
use yishi::domain::people::Role;
use yishi::domain::record::{Line, Moment};
use yishi::grammar::templates::shipped;
use yishi::text::words::{Lang, Words};
use yishi::tui::keeping::SaveNews;
use yishi::tui::prepare::fields::Field;
use yishi::tui::prepare::lists::Offered;
use yishi::tui::prepare::model::Model;
use yishi::tui::prepare::msg::{Effect, Exit, Msg};
use yishi::tui::prepare::update::update;
use yishi::tui::prepare::view::render;

pub use crate::screen::rows;

/// Ten in the morning of the Monday before.
pub fn monday() -> Moment {
    "2026-11-23T10:00:00+08:00".parse().unwrap()
}

/// Key, name, role and unit, in Chinese and in English.
type Row = (&'static str, [&'static str; 2], Role, Option<[&'static str; 2]>);

const KNOWN: &[Row] = &[
    ("k1", ["陈桂花", "Ann Lee"], Role::Resident, Some(["3栋", "3B"])),
    ("k2", ["李强", "Grace Hall"], Role::CppccMember, None),
    ("k3", ["孙丽", "Sam Price"], Role::Property, None),
    ("k4", ["王芳", "Joan Miller"], Role::ResidentRepresentative, Some(["3栋", "3B"])),
    ("k5", ["王芳", "Joan Miller"], Role::Resident, Some(["13栋", "13A"])),
    ("k6", ["王小明", "Ben Carter"], Role::Resident, Some(["5栋", "5C"])),
];

fn people(lang: Lang) -> Vec<KnownPerson> {
    let at = usize::from(lang == Lang::En);
    let known = |(key, name, role, household): &Row| KnownPerson {
        key: (*key).to_owned(),
        name: name[at].to_owned(),
        role: role.clone(),
        household: household.map(|unit| unit[at].to_owned()),
        sector: None,
        grid: None,
    };
    KNOWN.iter().map(known).collect()
}

fn setup(lang: Lang, items: &[(&str, Option<u32>)]) -> Setup {
    let (name, title) = match lang {
        Lang::Zh => ("锦苑社区", "十一月协商会"),
        Lang::En => ("Maple Court", "November meeting"),
    };
    let item = |(title, minutes): &(&str, Option<u32>)| PlannedItem {
        title: (*title).to_owned(),
        minutes: *minutes,
    };
    Setup {
        format: FORMAT,
        device: "test".to_owned(),
        community: "test".to_owned(),
        community_name: name.to_owned(),
        title: title.to_owned(),
        on: "2026-11-27".parse().unwrap(),
        starts: None,
        place: None,
        facilitator: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: items.iter().map(item).collect(),
    }
}

/// A form and the clock on its wall.
pub struct Form {
    pub model: Model,
    pub now: Moment,
    pub effects: Vec<Effect>,
}

impl Form {
    /// For a meeting of which nothing but title and day is known.
    pub fn new(lang: Lang) -> Self {
        Self::with(lang, &[])
    }

    /// For one with this agenda.
    pub fn with(lang: Lang, items: &[(&str, Option<u32>)]) -> Self {
        let meeting = Meeting::create(setup(lang, items), monday(), "何伟");
        let session = "2026-11-27-november".to_owned();
        let words = Words::new(lang);
        let by = "何伟".to_owned();
        let mut model = Model::new(meeting, session, people(lang), words, by, monday());
        model.templates = shipped(lang).into_iter().map(Offered::shipped).collect();
        Self { model, now: monday(), effects: Vec::new() }
    }

    pub fn send(&mut self, msg: Msg) -> bool {
        let outcomes = update(&mut self.model, msg, self.now);
        self.effects.extend(outcomes.effects);
        outcomes.redraw
    }

    pub fn press(&mut self, code: KeyCode, with: KeyModifiers) {
        self.send(Msg::Key(KeyEvent::new(code, with)));
    }

    pub fn key(&mut self, code: KeyCode) {
        self.press(code, KeyModifiers::NONE);
    }

    pub fn ctrl(&mut self, letter: char) {
        self.press(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }

    pub fn alt(&mut self, code: KeyCode) {
        self.press(code, KeyModifiers::ALT);
    }

    pub fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.key(KeyCode::Char(c));
        }
    }

    /// Writes a text in place of what stands in the row.
    pub fn overwrite(&mut self, text: &str) {
        self.key(KeyCode::End);
        self.ctrl('u');
        self.write(text);
    }

    pub fn enter(&mut self, text: &str) {
        self.overwrite(text);
        self.key(KeyCode::Enter);
    }

    pub fn paste(&mut self, text: &str) {
        self.send(Msg::Paste(text.to_owned()));
    }

    /// Puts the bar on a row, going there step by step.
    pub fn go(&mut self, to: Field) {
        let rows = self.model.rows();
        let wanted = rows.iter().position(|field| *field == to).unwrap();
        while self.model.at() != wanted {
            self.key(if self.model.at() < wanted { KeyCode::Down } else { KeyCode::Up });
            assert_eq!(self.model.complaint, None, "on the way to {to:?}");
        }
    }

    /// News that every line is on the medium.
    pub fn all_saved(&mut self) {
        let last = self.model.meeting.lines().len() as u64 - 1;
        self.send(Msg::Saving(SaveNews::Saved(last)));
    }

    /// The lines that were handed out to be saved.
    pub fn lines(&self) -> Vec<Line<yishi::domain::event::Event>> {
        let saved = self.effects.iter().filter_map(|effect| match effect {
            Effect::Save(line) => Some(line.clone()),
            _ => None,
        });
        saved.collect()
    }

    /// Where the form was left to, if it was.
    pub fn left(&self) -> Option<Exit> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Leave(exit) => Some(*exit),
            _ => None,
        })
    }

    pub fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| &notice.text)
    }

    pub fn complaint(&self) -> &str {
        self.model.complaint.as_deref().unwrap_or_default()
    }

    /// Titles and minutes of the agenda.
    pub fn agenda(&self) -> Vec<(String, Option<u32>)> {
        let agenda = self.model.session().agenda();
        agenda.map(|item| (item.title.to_string(), item.minutes)).collect()
    }

    /// Names of those on the list.
    pub fn expected(&self) -> Vec<String> {
        let expected = self.model.session().expected.iter();
        expected.filter(|it| it.is_listed()).map(|it| it.name.clone()).collect()
    }

    pub fn frame(&self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(&self.model, area, &mut buf);
        (buf, caret)
    }

    pub fn screen(&self, width: u16, height: u16) -> String {
        let (buf, _) = self.frame(width, height);
        rows(&buf).join("\n")
    }
}

/// Everything filled in: five items, five people, one of them excused.
pub fn filled(lang: Lang) -> Form {
    let mut form = Form::new(lang);
    let rows: &[&str] = match lang {
        Lang::Zh => &["19:30", "社区议事室", "方静", "李敏"],
        Lang::En => &["7:30 pm", "Common room", "Fay Young", "Leigh Moss"],
    };
    form.go(Field::Starts);
    for row in rows {
        form.enter(row);
    }
    form.paste(match lang {
        Lang::Zh => {
            "通报上次会议事项的办理情况 | 10\n停车位改造：先公示方案，再划线 | 30\n下水道疏通 | 20\n夜间照明 | 2\n其他事项"
        }
        Lang::En => {
            "What became of the last meeting | 10\nParking spaces: publish the plan, then paint | 30\nBlocked drains | 20\nLights at night | 2\nAny other matters"
        }
    });
    form.go(Field::NewExpected);
    form.enter(match lang {
        Lang::Zh => "陈桂花、李强、孙丽、刘芳 7栋 居民代表、周正",
        Lang::En => "Ann Lee, Grace Hall, Sam Price, Wanda Hill 7A representative, Tom Ward",
    });
    form.go(Field::Expected(ExpectedId(5)));
    form.key(KeyCode::End);
    form.write(if lang == Lang::Zh { "：出差" } else { ": travelling" });
    form.key(KeyCode::Enter);
    form.all_saved();
    form.model.notice = None;
    form
}
