//! A meeting to test with: a room of six, an agenda of three, and a clock that only moves when told.
//!
//! People and items keep the same numbers in every test, so that expectations can be read off the
//! page: [`CHEN`], [`WANG`], [`LI`] and [`SUN`] may vote, [`ZHOU`] (列席) and [`ZHAO`] (旁听) may not.

#![allow(dead_code, reason = "each test file uses its own part of these helpers")]

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use yishi::domain::action::Promise;
use yishi::domain::agreement::{Hands, Threshold};
use yishi::domain::command::Command;
use yishi::domain::event::{Event, FORMAT, Setup};
use yishi::domain::ids::{ItemId, PersonId};
use yishi::domain::item::{Item, Outcome, PlannedItem};
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::record::Moment;
use yishi::domain::refusal::Refusal;
use yishi::domain::session::Session;

/// A resident.
pub const CHEN: PersonId = PersonId(1);
/// A resident.
pub const WANG: PersonId = PersonId(2);
/// A CPPCC member.
pub const LI: PersonId = PersonId(3);
/// The property manager.
pub const SUN: PersonId = PersonId(4);
/// Attends without a vote (列席).
pub const ZHOU: PersonId = PersonId(5);
/// Observes (旁听).
pub const ZHAO: PersonId = PersonId(6);
/// Nobody.
pub const NOBODY: PersonId = PersonId(99);

/// Parking, planned for 20 minutes.
pub const PARKING: ItemId = ItemId(1);
/// Drains, planned for 10 minutes.
pub const DRAINS: ItemId = ItemId(2);
/// Other matters, without a plan.
pub const OTHER: ItemId = ItemId(3);

/// Who writes.
pub const BY: &str = "李敏";

/// 19:00:00 on the evening of the meeting, in Guizhou.
pub fn seven() -> Moment {
    let Ok(moment) = DateTime::parse_from_rfc3339("2026-11-23T19:00:00+08:00") else {
        panic!("the moment above is one");
    };
    moment
}

/// So many seconds after seven.
pub fn after(seconds: i64) -> Moment {
    seven() + TimeDelta::seconds(seconds)
}

/// A day of the year of the meeting.
pub fn day(month: u32, day: u32) -> NaiveDate {
    let Some(date) = NaiveDate::from_ymd_opt(2026, month, day) else {
        panic!("2026 has no {month}-{day}");
    };
    date
}

/// A time on the wall.
pub fn clock(hour: u32, minute: u32) -> NaiveTime {
    let Some(time) = NaiveTime::from_hms_opt(hour, minute, 0) else {
        panic!("no clock shows {hour}:{minute}");
    };
    time
}

/// An item as planned.
pub fn planned(title: &str, minutes: Option<u32>) -> PlannedItem {
    PlannedItem { title: title.to_owned(), minutes }
}

/// What the meeting of these tests is created with.
pub fn setup() -> Setup {
    Setup {
        format: FORMAT,
        device: "居委会电脑".to_owned(),
        community: "jinyuan".to_owned(),
        community_name: "锦苑社区".to_owned(),
        title: "十一月协商会".to_owned(),
        on: day(11, 23),
        place: None,
        facilitator: None,
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: vec![
            planned("停车位改造", Some(20)),
            planned("下水道疏通", Some(10)),
            planned("其他事项", None),
        ],
    }
}

/// Somebody who walks in.
pub fn newcomer(name: &str, role: Role) -> Who {
    Who::Joining(Newcomer { name: name.to_owned(), role, household: None, key: None })
}

/// The six of [`CHEN`] to [`ZHAO`], in the order of their numbers.
pub fn everybody() -> Command {
    Command::SignIn(vec![
        newcomer("陈桂花", Role::Resident),
        newcomer("王小明", Role::Resident),
        newcomer("李强", Role::CppccMember),
        newcomer("孙丽", Role::Property),
        newcomer("周涛", Role::NonVoting),
        newcomer("赵敏", Role::Observer),
    ])
}

/// A hand goes up without a position.
pub fn raise(person: PersonId) -> Command {
    Command::RaiseHand { who: person.into(), stance: None }
}

/// The floor goes to the next in the queue.
pub fn next() -> Command {
    Command::GiveFloor(None)
}

/// The floor goes to somebody by name.
pub fn call(person: PersonId) -> Command {
    Command::GiveFloor(Some(person.into()))
}

/// Words of somebody, without a position.
pub fn says(person: PersonId, text: &str) -> Command {
    Command::RecordOpinion { who: Some(person.into()), stance: None, text: text.to_owned() }
}

/// A question of somebody's.
pub fn asks(person: PersonId, text: &str) -> Command {
    let stance = Some(Stance::Question);
    Command::RecordOpinion { who: Some(person.into()), stance, text: text.to_owned() }
}

/// The item on the table ends in good order.
pub fn ends(outcome: Outcome) -> Command {
    Command::CloseItem { outcome, why: None, despite: false }
}

/// Hands as counted.
pub fn hands(favour: u32, against: u32, abstain: u32) -> Hands {
    Hands { favour, against, abstain }
}

/// A count on the item's latest resolution.
pub fn count(favour: u32, against: u32, abstain: u32) -> Command {
    Command::CountHands { hands: hands(favour, against, abstain), resolution: None, question: None }
}

/// An action with nothing missing.
pub fn whole_promise() -> Promise {
    Promise {
        what: "公示划线方案".to_owned(),
        owner: Some("物业".to_owned()),
        due: Some(day(12, 7)),
        test: Some("公告栏有图".to_owned()),
        from: Vec::new(),
        from_points: Vec::new(),
    }
}

/// A meeting and the clock on its wall.
#[derive(Clone)]
pub struct Room {
    pub meeting: Meeting,
    pub now: Moment,
}

impl Room {
    /// Prepared, nobody there, seven o'clock.
    pub fn prepared() -> Self {
        Self { meeting: Meeting::create(setup(), seven(), BY), now: seven() }
    }

    /// Everybody signed in and the meeting opened, all at seven.
    pub fn opened() -> Self {
        Self::prepared().with([everybody(), Command::Open])
    }

    /// As [`Room::opened`], with parking on the table since seven.
    pub fn on_parking() -> Self {
        Self::opened().with([Command::OpenItem(None)])
    }

    /// Everything ended in good order at seven.
    pub fn closed() -> Self {
        Self::on_parking().with([ends(Outcome::CarriedOver), Command::Close { leave: true }])
    }

    /// Carries these out.
    pub fn with(mut self, commands: impl IntoIterator<Item = Command>) -> Self {
        for command in commands {
            self.ok(&command);
        }
        self
    }

    /// Lets seconds pass.
    pub fn wait(&mut self, seconds: i64) -> &mut Self {
        self.now += TimeDelta::seconds(seconds);
        self
    }

    /// Carries a command out, which the rules must allow; what came of it is returned.
    #[track_caller]
    pub fn ok(&mut self, command: &Command) -> Vec<Event> {
        match self.meeting.carry_out(command, self.now, BY) {
            Ok(line) => line.events.clone(),
            Err(refusal) => panic!("{command:?} was refused: {refusal:?}"),
        }
    }

    /// Tries a command that the rules must refuse, which must leave everything as it was.
    #[track_caller]
    pub fn refused(&mut self, command: &Command) -> Refusal {
        let before = self.meeting.session().clone();
        let lines = self.meeting.lines().to_vec();
        match self.meeting.carry_out(command, self.now, BY) {
            Ok(line) => panic!("{command:?} was allowed: {:?}", line.events),
            Err(refusal) => {
                assert_eq!(&before, self.meeting.session(), "a refused command changed the state");
                assert_eq!(lines, self.meeting.lines(), "a refused command left a line");
                refusal
            }
        }
    }

    /// The state.
    pub fn session(&self) -> &Session {
        self.meeting.session()
    }

    /// An item that is there.
    #[track_caller]
    pub fn item(&self, id: ItemId) -> &Item {
        match self.session().item(id) {
            Some(item) => item,
            None => panic!("there is no item {id}"),
        }
    }

    /// The queue of the item on the table.
    #[track_caller]
    pub fn queue(&self) -> Vec<PersonId> {
        match self.session().current_item() {
            Some(item) => item.hands.iter().map(|hand| hand.person).collect(),
            None => panic!("no item is on the table"),
        }
    }

    /// Who has the floor.
    pub fn speaker(&self) -> Option<PersonId> {
        self.session().floor.map(|floor| floor.person)
    }

    /// Seconds of the running turn.
    #[track_caller]
    pub fn turn_seconds(&self) -> u32 {
        match self.session().floor {
            Some(floor) => floor.watch.read(self.now),
            None => panic!("nobody has the floor"),
        }
    }
}
