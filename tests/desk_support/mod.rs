//! A desk to test with: a meeting made by typing, and frames as text.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use chrono::{DateTime, NaiveDate, NaiveTime};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::domain::agreement::Threshold;
use yishi::domain::event::{FORMAT, Setup};
use yishi::domain::item::PlannedItem;
use yishi::domain::meeting::Meeting;
use yishi::domain::record::Moment;
use yishi::text::words::{Lang, Words};
use yishi::tui::desk::model::Model;
use yishi::tui::desk::msg::{Effect, Msg};
use yishi::tui::desk::update::update;
use yishi::tui::desk::view::render;
use yishi::tui::keeping::SaveNews;

pub use crate::screen::rows;

/// The evening of the meeting at this time.
pub fn at(clock: &str) -> Moment {
    let time = NaiveTime::parse_from_str(clock, "%H:%M:%S").unwrap();
    let moment = format!("2026-11-23T{time}+08:00");
    DateTime::parse_from_rfc3339(&moment).unwrap()
}

fn setup(lang: Lang) -> Setup {
    let (name, title, items) = match lang {
        Lang::Zh => {
            ("锦苑社区", "十一月协商会", ["通报情况", "停车位改造", "下水道疏通", "其他事项"])
        }
        Lang::En => (
            "Maple Court",
            "November meeting",
            ["Reports", "Parking spaces", "Blocked drains", "Any other matters"],
        ),
    };
    let minutes = [Some(5), Some(20), Some(20), Some(10)];
    Setup {
        format: FORMAT,
        device: "test".to_owned(),
        community: "test".to_owned(),
        community_name: name.to_owned(),
        title: title.to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        place: None,
        facilitator: None,
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: items
            .iter()
            .zip(minutes)
            .map(|(title, minutes)| PlannedItem { title: (*title).to_owned(), minutes })
            .collect(),
    }
}

/// A desk and the clock on its wall.
pub struct Desk {
    pub model: Model,
    pub now: Moment,
    pub effects: Vec<Effect>,
}

impl Desk {
    /// A prepared meeting of four items, nobody there, five to seven.
    pub fn prepared(lang: Lang) -> Self {
        let now = at("18:55:00");
        let meeting = Meeting::create(setup(lang), now, "李敏");
        let model = Model::new(meeting, Vec::new(), Words::new(lang), "李敏".to_owned(), now);
        Self { model, now, effects: Vec::new() }
    }

    /// In the middle of the second item: somebody speaks, three hands are up, four opinions.
    pub fn amid(lang: Lang) -> Self {
        Self::prepared(lang).typed(amid(lang))
    }

    /// Types lines, each of which must be taken in, and lets them be saved.
    #[must_use]
    pub fn typed(mut self, lines: &[(&str, &str)]) -> Self {
        for (clock, line) in lines {
            self.now = at(clock);
            self.enter(line);
            assert_eq!(self.model.capture.text(), "", "{line}: {:?}", self.model.notice);
        }
        self.all_saved();
        self.model.notice = None;
        self
    }

    /// News that every line is on the medium.
    pub fn all_saved(&mut self) {
        let last = self.model.meeting.lines().len() as u64 - 1;
        self.send(Msg::Saving(SaveNews::Saved(last)));
    }

    pub fn send(&mut self, msg: Msg) -> bool {
        let outcomes = update(&mut self.model, msg, self.now);
        self.effects.extend(outcomes.effects);
        outcomes.redraw
    }

    pub fn key(&mut self, code: KeyCode) {
        self.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    pub fn ctrl(&mut self, letter: char) {
        self.send(Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)));
    }

    pub fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.key(KeyCode::Char(c));
        }
    }

    /// Types a line and presses Enter.
    pub fn enter(&mut self, line: &str) {
        self.write(line);
        self.key(KeyCode::Enter);
    }

    pub fn frame(&self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(&self.model, area, &mut buf);
        (buf, caret)
    }

    /// Both sizes a desk is made for, none of whose rows is too wide.
    pub fn both(&self) -> String {
        let both = format!("{}\n\n{}", self.screen(80, 24), self.screen(120, 40));
        for row in both.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(row) <= 120, "{row}");
        }
        both
    }

    /// The frame as rows of text.
    pub fn screen(&self, width: u16, height: u16) -> String {
        let (buf, _) = self.frame(width, height);
        rows(&buf).join("\n")
    }
}

/// Nothing on the table any more, R1 and A1 agreed, and a second resolution long enough to fill
/// lines.
pub fn at_the_end(lang: Lang) -> Desk {
    let lines: &[(&str, &str)] = match lang {
        Lang::Zh => &[
            ("19:12:00", "/表决 举手 4 1"),
            ("19:13:00", "/答复 4 维修资金"),
            ("19:14:00", "/行动 划线 @物业 #12-20 =画完二十个车位"),
            (
                "19:15:00",
                "/决议 晚上八点以后，单位车位向小区居民开放；早上七点半以前开走，由物业登记车牌，登记表每月在公告栏公布一次",
            ),
            ("19:20:00", "/结束 达成一致 照结"),
        ],
        Lang::En => &[
            ("19:12:00", "/vote hands 4 1"),
            ("19:13:00", "/answer 4 the repair fund"),
            ("19:14:00", "/action paint the lines @property manager #12-20 =twenty spaces painted"),
            (
                "19:15:00",
                "/resolve After eight in the evening the office spaces are open to residents; cars leave by half past seven, and the property manager keeps a list of number plates that goes on the notice board every month",
            ),
            ("19:20:00", "/end agreed anyway"),
        ],
    };
    Desk::amid(lang).typed(lines)
}

/// What was typed until then, and when.
pub fn amid(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Zh => AMID_ZH,
        Lang::En => AMID_EN,
    }
}

const AMID_ZH: &[(&str, &str)] = &[
    ("18:56:00", "/签到 陈桂花 3栋、王小明 5栋、李强 1栋 政协委员、孙丽 物业、赵敏 3栋、周涛 列席"),
    ("19:00:00", "/开会"),
    ("19:00:10", "/开始"),
    ("19:01:00", "孙丽：车棚充电桩上周已经装好，共二十四个插口"),
    ("19:04:50", "/结束 已通报"),
    ("19:05:00", "/开始"),
    ("19:06:00", "/举手 王小明 赞成"),
    ("19:06:10", "/下一位"),
    ("19:06:40", "+停车位应先给老人和行动不便的住户，最好靠近单元门"),
    ("19:08:00", "/举手 陈桂花"),
    ("19:08:20", "/下一位"),
    ("19:09:00", "!先公示再划线，上次就是没有公示，大家回家才看见线已经画好了"),
    ("19:09:30", "/同意 3 赵敏、王小明"),
    ("19:10:00", "李强：？费用谁出"),
    ("19:10:30", "孙丽：*夜间共享单位车位"),
    ("19:11:00", "/举手 王小明"),
    ("19:11:05", "/举手 李强 反对"),
    ("19:11:09", "/举手 孙丽"),
    ("19:11:20", "/决议 先公示划线方案，公示七天无异议后施工"),
    ("19:11:40", "/行动 两周内公示方案 @物业"),
    ("19:11:50", "/搁置 电动车乱停"),
    ("19:11:55", "/备注 李强带来区里的停车规划图"),
];

const AMID_EN: &[(&str, &str)] = &[
    (
        "18:56:00",
        "/in Ann Lee 3B, Ben Carter 5A, Grace Hall 1C cppcc, Sam Price property, Joan Miller 3B, Tom Ward nonvoting",
    ),
    ("19:00:00", "/open"),
    ("19:00:10", "/start"),
    (
        "19:01:00",
        "Sam Price: the charging points in the shed were put in last week, 24 sockets in all",
    ),
    ("19:04:50", "/end noted"),
    ("19:05:00", "/start"),
    ("19:06:00", "/hand Ben Carter support"),
    ("19:06:10", "/next"),
    ("19:06:40", "+spaces should go to older residents first, and to those who cannot walk far"),
    ("19:08:00", "/hand Ann Lee"),
    ("19:08:20", "/next"),
    (
        "19:09:00",
        "!publish the plan before lines are painted; last time we came home to find them there",
    ),
    ("19:09:30", "/agree 3 Joan Miller, Ben Carter"),
    ("19:10:00", "Grace Hall: ?who pays"),
    ("19:10:30", "Sam Price: *share the office spaces at night"),
    ("19:11:00", "/hand Ben Carter"),
    ("19:11:05", "/hand Grace Hall oppose"),
    ("19:11:09", "/hand Sam Price"),
    ("19:11:20", "/resolve Publish the plan first; paint after seven days without objection"),
    ("19:11:40", "/action publish the plan in two weeks @property manager"),
    ("19:11:50", "/park bicycles in the hallway"),
    ("19:11:55", "/note Grace Hall brought the district's parking plan"),
];
