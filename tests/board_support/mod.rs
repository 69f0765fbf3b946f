//! A board without disk or terminal: what it asks for is done in memory, by the same rules.

#![allow(dead_code, reason = "each test file uses its part")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::domain::affairs::{Affair, Ground, decide};
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent, latest_standing};
use yishi::domain::people::Role;
use yishi::domain::record::{Line, Moment};
use yishi::domain::rules::RuleSet;
use yishi::domain::session::Phase;
use yishi::domain::topic::{CaseNo, Consultation, TopicState};
use yishi::domain::topic_row::rows;
use yishi::grammar::affairs::{AffairContext, AffairEntry, MeetingChoice, read};
use yishi::grammar::directory::Directory;
use yishi::grammar::procedures::{DEFAULT, shipped, shipped_exclusions};
use yishi::grammar::rule_sets;
use yishi::store::log::read_log;
use yishi::store::slug::Slug;
use yishi::text::words::{Lang, Words};
use yishi::tui::board::model::{Meeting, Model, Whole};
use yishi::tui::board::msg::{Ask, Effect, Msg, News};
use yishi::tui::board::update::{begin, update};
use yishi::tui::board::view::render;
use yishi::tui::goto::Goto;

pub const DEVICE: &str = "test";

pub fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(&format!("{text}:00+08:00")).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The evening on which boards are looked at.
pub fn now() -> Moment {
    at("2026-11-25T09:30")
}

pub fn ground(now: Moment) -> Ground {
    let sets = rule_sets::shipped();
    let procedures = shipped();
    let rules = |name: &str| Arc::clone(&rule_sets::named(&sets, name).unwrap().rules);
    let named = procedures.iter().filter_map(|known| {
        let name = known.procedure.rules.as_deref()?;
        Some((known.file.clone(), rules(name)))
    });
    Ground {
        today: now.date_naive(),
        device: DEVICE.to_owned(),
        procedure: DEFAULT.to_owned(),
        rules: Arc::new(RuleSet::unwritten()),
        rules_of: named.collect(),
        procedures,
    }
}

/// What a community has, without a disk.
#[derive(Debug, Clone)]
pub struct Community {
    pub lines: Vec<Line<LedgerEvent>>,
    pub held: Vec<(CaseNo, Consultation)>,
    pub meetings: Vec<Meeting>,
    /// All communities, by id and name.
    pub names: Vec<(String, String)>,
}

impl Community {
    pub fn new() -> Self {
        let created = LedgerEvent::Created {
            format: 1,
            device: DEVICE.to_owned(),
            community: "jinyuan".to_owned(),
        };
        let person = |key: &str, name: &str, role: Role| LedgerEvent::PersonEntered {
            key: key.to_owned(),
            name: name.to_owned(),
            role,
            household: None,
            sector: None,
            grid: Some("二网格".to_owned()),
        };
        let people = vec![
            person("wangxiaoming", "王小明", Role::Resident),
            person("liqiang", "李强", Role::CppccMember),
            person("chenguihua", "陈桂花", Role::Deputy),
        ];
        let line =
            |seq, events| Line { seq, at: at("2026-10-01T09:00"), by: "方静".to_owned(), events };
        let lines = vec![line(0, vec![created]), line(1, people)];
        Self { lines, held: Vec::new(), meetings: Vec::new(), names: Vec::new() }
    }

    pub fn ledger(&self) -> Ledger {
        let mut ledger = Ledger::of([(DEVICE, self.lines.as_slice())]);
        ledger.attend(self.held.iter().cloned());
        ledger
    }

    pub fn meeting(&mut self, id: &str, title: &str, on: &str, phase: Phase) {
        let (id, title) = (id.to_owned(), title.to_owned());
        self.meetings.push(Meeting { id, title, on: day(on), phase });
    }

    pub fn consulted(&mut self, case: u32, session: &str, outcome: Option<Outcome>) {
        let on = self.meetings.iter().find(|it| it.id == session).unwrap().on;
        let consultation = Consultation { on, session: session.to_owned(), outcome };
        self.held.push((CaseNo::plain(case), consultation));
    }

    /// Understands a line as it is typed.
    pub fn understood(&self, line: &str, when: Moment) -> AffairEntry {
        let (ledger, ground) = (self.ledger(), ground(when));
        let people = Directory::new(ledger.people.values().cloned());
        let named = |meeting: &Meeting| MeetingChoice {
            id: meeting.id.clone(),
            title: meeting.title.clone(),
            on: meeting.on,
        };
        let meetings: Vec<MeetingChoice> = self.meetings.iter().map(named).collect();
        let context = AffairContext {
            ledger: &ledger,
            ground: &ground,
            people: &people,
            today: when.date_naive(),
            exclusions: &shipped_exclusions(),
            meetings: &meetings,
            communities: &[],
        };
        read(line, context)
            .unwrap_or_else(|it| panic!("{line}: {}", it.tell(&Words::new(Lang::Zh))))
    }

    /// Enters lines, each at its moment.
    pub fn enter(&mut self, lines: &[(&str, &str)]) {
        for (when, line) in lines {
            let AffairEntry::Affair(affair) = self.understood(line, at(when)) else {
                panic!("{line} is for no ledger");
            };
            self.carry_out(&affair, at(when)).unwrap_or_else(|it| panic!("{line}: {it:?}"));
        }
    }

    pub fn carry_out(
        &mut self,
        affair: &Affair,
        at: Moment,
    ) -> Result<(), yishi::domain::affairs::AffairRefusal> {
        let ledger = self.ledger();
        let events = decide(&ledger, &ground(at), affair)?;
        self.lines.push(ledger.next_line(DEVICE, at, "方静", &events));
        Ok(())
    }

    pub fn take_back(&mut self, at: Moment) -> bool {
        let Some(seq) = latest_standing(&self.lines).filter(|seq| *seq > 1) else { return false };
        let line = self.ledger().next_line(DEVICE, at, "方静", &[LedgerEvent::TakenBack { seq }]);
        self.lines.push(line);
        true
    }

    pub fn whole(&self, now: Moment) -> Whole {
        let ledger = self.ledger();
        let people = Directory::new(ledger.people.values().cloned());
        let mut whole = Whole::of(ledger, &ground(now), people, self.meetings.clone());
        whole.exclusions = shipped_exclusions();
        whole.communities.clone_from(&self.names);
        whole
    }
}

/// A community in which topics are in most states, and everything else there can be.
pub fn neighbourhood() -> Community {
    let mut community = Community::new();
    community.meeting("2026-11-10-nov", "十一月协商会", "2026-11-10", Phase::Closed);
    community.meeting("2026-12-01-dec", "十二月协商会", "2026-12-01", Phase::Prepared);
    community.enter(&[
        (
            "2026-11-02T09:00",
            "/登记 楼道堆物；提出：王小明、李强；来源：来电；地点：3栋；理由：堵住消防通道；建议：集中清理",
        ),
        ("2026-11-02T09:10", "/登记 停车位改造；提出：陈桂花；类别：民生实事；地点：小区南门"),
        ("2026-11-02T09:20", "/登记 路灯维修；提出：王小明；类别：民生实事"),
        ("2026-11-02T09:30", "/登记 加装电梯；提出：李强；类别：治理难事；地点：5栋"),
        ("2026-11-02T09:40", "/登记 楼上漏水；提出：陈桂花；类别：邻里纠纷"),
        ("2026-11-02T09:50", "/登记 门口违停；提出：李强；类别：权益保障"),
        ("2026-11-03T10:00", "/审定 2 受理；级别：社区；审定人：方静"),
        ("2026-11-03T10:05", "/审定 3 受理；级别：街道"),
        ("2026-11-03T10:10", "/审定 4 受理"),
        ("2026-11-03T10:15", "/审定 5 受理"),
        ("2026-11-03T10:20", "/审定 6 受理"),
        ("2026-11-04T09:00", "/答复 3 已告知受理；对象：王小明"),
        ("2026-11-04T09:05", "/答复 4 已告知受理"),
        ("2026-11-04T09:10", "/答复 5 已告知受理"),
        ("2026-11-04T09:15", "/答复 6 已告知受理"),
        ("2026-11-03T11:00", "/阶段 2"),
        ("2026-11-04T10:00", "/阶段 4"),
        ("2026-11-04T10:01", "/阶段 4"),
        ("2026-11-04T10:02", "/阶段 3 4；理由：路灯急修，当晚上会"),
        ("2026-11-04T10:03", "/阶段 5 4；理由：上次会议遗留"),
        (
            "2026-11-05T14:00",
            "/调研 4；方式：走访座谈；情况：18 户中 12 户同意；地点：5栋；对象：一楼住户；政策：省加装电梯办法；方案：外挂式、贯通式；问题：一楼补偿",
        ),
        ("2026-11-05T15:00", "/走访 5栋；议题：4；户数：6；日期：2026-11-05；人员：李强"),
        ("2026-11-06T15:00", "/宣讲 社区活动室；议题：4；人数：40；日期：2026-11-06；内容：加装电梯补贴政策"),
        ("2026-11-07T10:00", "/阶段 4"),
    ]);
    community.consulted(3, "2026-11-10-nov", Some(Outcome::Agreed));
    community.consulted(4, "2026-12-01-dec", None);
    community.consulted(5, "2026-11-10-nov", Some(Outcome::Agreed));
    community.enter(&[
        ("2026-11-11T08:50", "/公示 3 社区公告栏；自：2026-11-11；至：2026-11-17"),
        ("2026-11-11T08:51", "/阶段 3 6；理由：公示期满即办"),
        ("2026-11-11T08:52", "/公示 5 社区公告栏；自：2026-11-11；至：2026-11-17"),
        ("2026-11-11T08:53", "/阶段 5 6；理由：公示期满即办"),
        ("2026-11-11T09:00", "/交办 3 路灯管理所；会办：物业；期限：2026-11-20"),
        ("2026-11-11T09:10", "/交办 5 物业；期限：2026-11-30"),
        ("2026-11-18T09:10", "/结果 5 A 防水层已重做"),
        ("2026-11-19T09:10", "/答复 5 已告知办理结果"),
    ]);
    community
}

/// The community of the sample, which has called members and has stations.
pub fn sample() -> Community {
    let ledger = include_bytes!("../../data/sample/communities/jinyuan/ledger.sample.ron");
    let lines = read_log::<LedgerEvent>(ledger).unwrap().lines;
    let names = vec![
        ("jinyuan".to_owned(), "锦苑社区".to_owned()),
        ("qingxi".to_owned(), "清溪村".to_owned()),
    ];
    Community { lines, held: Vec::new(), meetings: Vec::new(), names }
}

/// A board and what it has asked for.
pub struct Board {
    pub model: Model,
    pub community: Community,
    pub asked: Vec<Ask>,
    pub went: Option<Goto>,
    /// Nothing can be written.
    pub broken: Option<String>,
    /// Nothing can be read.
    pub unread: Option<String>,
    pub now: Moment,
}

impl Board {
    /// A board on which nothing is read yet.
    pub fn unread(community: Community, lang: Lang) -> Self {
        let slug = Slug::parse("jinyuan").unwrap();
        let rows = rows(&community.ledger(), &ground(now()));
        let name = "锦苑社区".to_owned();
        let ground = Arc::new(ground(now()));
        let mut model = Model::new(slug, name, ground, rows, Words::new(lang), now());
        "方静".clone_into(&mut model.by);
        let (asked, went) = (Vec::new(), None);
        Self { model, community, asked, went, broken: None, unread: None, now: now() }
    }

    /// A board that was read.
    pub fn of(community: Community, lang: Lang) -> Self {
        let mut board = Self::unread(community, lang);
        let effects = begin(&board.model);
        board.take(effects);
        board.settle();
        board
    }

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ask(ask, _) => self.asked.push(ask),
                Effect::Go(goto) => self.went = Some(goto),
            }
        }
    }

    /// Tells it something; what it asks for waits.
    /// The neighbourhood in Chinese.
    pub fn zh() -> Self {
        Self::of(neighbourhood(), Lang::Zh)
    }

    /// Where a topic stands on the board.
    pub fn state(&self, case: u32) -> TopicState {
        self.model.ledger().unwrap().topics[&CaseNo::plain(case)].state()
    }

    pub fn send(&mut self, msg: Msg) -> bool {
        let outcomes = update(&mut self.model, msg, self.now);
        self.take(outcomes.effects);
        outcomes.redraw
    }

    /// Does all it has asked for.
    pub fn settle(&mut self) {
        while !self.asked.is_empty() {
            let ask = self.asked.remove(0);
            let news = self.done(ask);
            self.send(Msg::News(news));
        }
    }

    fn whole(&self) -> Box<Whole> {
        Box::new(self.community.whole(self.now))
    }

    /// What there is after something was written.
    fn renewed(&self) -> Result<Box<Whole>, String> {
        self.unread.clone().map_or_else(|| Ok(self.whole()), Err)
    }

    fn done(&mut self, ask: Ask) -> News {
        if let (true, Some(why)) = (ask.writes(), &self.broken) {
            return News::NotSaved(why.clone());
        }
        match ask {
            Ask::Read | Ask::Look => self.renewed().map_or_else(News::NotRead, News::Read),
            Ask::CarryOut(affair) => match self.community.carry_out(&affair, self.now) {
                Ok(()) => News::Written { whole: self.renewed(), told: None },
                Err(refusal) => {
                    News::Refused { why: format!("{refusal:?}"), whole: Some(self.whole()) }
                }
            },
            Ask::TakeBack if self.community.take_back(self.now) => {
                News::Written { whole: self.renewed(), told: Some("已撤销".to_owned()) }
            }
            Ask::TakeBack => News::Refused { why: "没有可以撤销的".to_owned(), whole: None },
            Ask::Schedule { topic, session, .. } => {
                self.community.consulted(topic.number, &session, None);
                News::Written { whole: self.renewed(), told: Some("已列入".to_owned()) }
            }
            Ask::CallOut(_) => News::Refused { why: "没有委员".to_owned(), whole: None },
            Ask::Earlier => News::Earlier(Ok((Vec::new(), 0))),
            Ask::Open(session) => {
                let name =
                    yishi::store::session_name::SessionName::of_id(&self.model.community, &session);
                News::Open(Ok(Goto::Prepare(name.unwrap())))
            }
        }
    }

    pub fn press(&mut self, code: KeyCode) {
        self.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    pub fn chord(&mut self, code: KeyCode, with: KeyModifiers) {
        self.send(Msg::Key(KeyEvent::new(code, with)));
    }

    pub fn ctrl(&mut self, letter: char) {
        self.chord(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }

    pub fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
    }

    /// Types a line, has it taken in and written.
    pub fn line(&mut self, text: &str) {
        self.ctrl('u');
        self.write(text);
        self.press(KeyCode::Enter);
        self.settle();
    }

    /// Puts the bar on a topic.
    pub fn on(&mut self, case: u32) {
        self.model.go_to(&CaseNo::plain(case));
        assert_eq!(self.model.row().unwrap().case, CaseNo::plain(case));
    }

    pub fn notice(&self) -> &str {
        self.model.notice.as_ref().map_or("", |notice| &notice.text)
    }

    pub fn frame(&self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = render(&self.model, area, &mut buf);
        (buf, caret)
    }

    /// The frame as text.
    pub fn shown(&self, width: u16, height: u16) -> String {
        crate::desk_support::rows(&self.frame(width, height).0).join("\n")
    }
}
