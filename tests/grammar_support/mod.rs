//! A room and a community for the tests of the grammar.
//!
//! In the meeting: those of `common/meeting.rs`. Known to the community: two people called 王芳, in
//! 3栋 and 13栋, 王芳芳, Mary Jones, Noah Wang, 何伟 without a unit, and one who goes by 3栋王姐.
//! Today is Monday, 23 November 2026.
#![allow(dead_code, reason = "each test crate uses its own part")]

use chrono::NaiveDate;
use yishi::domain::command::Command;
use yishi::domain::ids::{ItemId, PersonId};
use yishi::domain::item::PlannedItem;
use yishi::domain::ledger::{KnownPerson, Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::record::Line;
use yishi::domain::rules::SurveyPart;
use yishi::domain::topic::{CaseNo, Decision, Level, Proposer, Slip, Source};
use yishi::grammar::directory::Directory;
use yishi::grammar::misread::Misread;
use yishi::grammar::{Context, Entry};

use super::meeting::{Room, day};

/// Key, name, role and unit.
type Row = (&'static str, &'static str, Role, Option<&'static str>);

pub const KNOWN: &[Row] = &[
    ("k1", "王芳", Role::Resident, Some("3栋2单元")),
    ("k2", "王芳", Role::Resident, Some("13栋")),
    ("k3", "王芳芳", Role::Resident, Some("6栋")),
    ("k4", "Mary Jones", Role::CppccMember, Some("2A")),
    ("k5", "Noah Wang", Role::Property, None),
    ("k6", "何伟", Role::Resident, None),
    ("k7", "3栋王姐", Role::Resident, Some("3栋")),
];

/// The meeting and whom one can name in it.
pub struct Hall {
    pub meeting: Meeting,
    pub directory: Directory,
}

impl Hall {
    /// In session, with parking on the table.
    pub fn new() -> Self {
        let meeting = Room::on_parking().meeting;
        let mut directory = Directory::new(KNOWN.iter().map(known));
        directory.catch_up(meeting.session());
        Self { meeting, directory }
    }

    /// As [`Hall::new`], with 赵敏, who is here, 陈桂花 (here) and 钱红 of 9栋, whom nobody knows,
    /// expected.
    pub fn expecting() -> Self {
        let expected = |name: &str, household: Option<&str>| Newcomer {
            name: name.to_owned(),
            household: household.map(str::to_owned),
            ..Newcomer::default()
        };
        let mut hall = Self::new();
        let names =
            vec![expected("赵敏", None), expected("陈桂花", None), expected("钱红", Some("9栋"))];
        hall.carry_out(&Command::Expect(names));
        hall
    }

    /// With topics of the community: 17 and 18 that wait, 19 merged into 17, 20 not taken in, 21
    /// taken back. The survey of 17 has its facts.
    pub fn with_topics(mut self) -> Self {
        self.directory.offer_topics(ledger());
        self
    }

    /// Carries a command out, which the rules must allow.
    #[track_caller]
    pub fn carry_out(&mut self, command: &Command) {
        if let Err(refusal) = self.meeting.carry_out(command, super::meeting::seven(), "李敏") {
            panic!("{command:?}: {refusal:?}");
        }
        self.directory.catch_up(self.meeting.session());
    }

    pub fn context(&self) -> Context<'_> {
        let session = self.meeting.session();
        Context { session, directory: &self.directory, today: today() }
    }

    pub fn read(&self, line: &str) -> Result<Entry, Misread> {
        yishi::grammar::read(line, self.context())
    }

    /// Reads each line, which must give its command.
    #[track_caller]
    pub fn check(&self, rows: &[(&str, Command)]) {
        for (line, command) in rows {
            assert_eq!(self.read(line), Ok(Entry::Meeting(command.clone())), "{line:?}");
        }
    }

    /// Reads each line, which must be asked back like this.
    #[track_caller]
    pub fn check_misread(&self, rows: &[(&str, Misread)]) {
        for (line, misread) in rows {
            assert_eq!(self.read(line), Err(misread.clone()), "{line:?}");
        }
    }
}

fn known((key, name, role, household): &Row) -> KnownPerson {
    KnownPerson {
        key: (*key).to_owned(),
        name: (*name).to_owned(),
        role: role.clone(),
        household: household.map(str::to_owned),
        sector: None,
        grid: None,
    }
}

pub fn today() -> NaiveDate {
    day(11, 23)
}

/// Somebody the community knows, by key, who joins by being named.
pub fn comes(key: &str) -> Who {
    let Some(row) = KNOWN.iter().find(|row| row.0 == key) else { panic!("{key} is nobody") };
    let KnownPerson { key, name, role, household, .. } = known(row);
    Who::Joining(Newcomer { name, role, household, key: Some(key) })
}

/// Somebody nobody knows yet.
pub fn walk_in(name: &str, role: Role, household: Option<&str>) -> Who {
    let household = household.map(str::to_owned);
    Who::Joining(Newcomer { name: name.to_owned(), role, household, key: None })
}

pub fn here(person: PersonId) -> Who {
    Who::Present(person)
}

pub fn s(text: &str) -> String {
    text.to_owned()
}

/// Words of whoever has the floor.
pub fn floor_says(stance: Option<Stance>, text: &str) -> Command {
    Command::RecordOpinion { who: None, stance, text: s(text) }
}

/// Words of somebody named.
pub fn by(who: Who, stance: Option<Stance>, text: &str) -> Command {
    Command::RecordOpinion { who: Some(who), stance, text: s(text) }
}

pub fn raises(who: Who, stance: Option<Stance>) -> Command {
    Command::RaiseHand { who, stance }
}

pub fn item(title: &str, minutes: Option<u32>) -> Command {
    Command::AddItem(PlannedItem { title: s(title), minutes })
}

pub fn change(item: u32, title: Option<&str>, minutes: Option<u32>) -> Command {
    let title = title.map(str::to_owned);
    Command::ChangeItem { item: ItemId(item), title, minutes: minutes.into() }
}

/// The ledger of one device with the topics of [`Hall::with_topics`].
pub fn ledger() -> Ledger {
    let raised = |number: u32, title: &str, name: &str| LedgerEvent::TopicRaised {
        topic: CaseNo::plain(number),
        slip: Slip::new(s(title), day(11, 20), Source::Slip),
        proposers: vec![Proposer { name: s(name), key: None }],
    };
    let screened = |number: u32, decision| LedgerEvent::TopicScreened {
        topic: CaseNo::plain(number),
        decision,
        approver: None,
    };
    let excluded = Decision::Excluded { ground: s("信访"), redirect: s("信访窗口") };
    let topic = |number| CaseNo::plain(number);
    let events = [
        LedgerEvent::Created { format: 1, device: s("laptop-1"), community: s("jinyuan") },
        raised(17, "楼道堆物", "陈桂花"),
        raised(18, "路灯不亮", "王小明"),
        raised(19, "楼道杂物", "李强"),
        raised(20, "工资纠纷", "赵敏"),
        raised(21, "养狗", "孙丽"),
        screened(17, Decision::Accepted { level: Level::Community }),
        LedgerEvent::SurveyWritten {
            topic: topic(17),
            parts: vec![(SurveyPart::Facts, s("三个单元有堆物"))],
        },
        LedgerEvent::TopicsMerged { into: topic(17), topics: vec![topic(19)] },
        screened(20, excluded),
        LedgerEvent::TopicWithdrawn { topic: topic(21), why: s("已解决") },
    ];
    let lines: Vec<Line<LedgerEvent>> = (0..)
        .zip(events)
        .map(|(seq, event)| Line {
            seq,
            at: super::meeting::seven(),
            by: s("李敏"),
            events: vec![event],
        })
        .collect();
    Ledger::of([("laptop-1", lines.as_slice())])
}
