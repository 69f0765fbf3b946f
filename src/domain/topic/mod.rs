//! Topics (议题): what residents bring up, and what becomes of it between meetings.

mod case_no;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::item::Outcome;
use super::procedure::Need;
use super::record::Moment;
use super::station::CallNo;
use super::survey::{Lacking, Survey};

pub(in crate::domain) use standing::Marks;

pub use case_no::{CaseNo, NotACaseNo};
pub use standing::TopicState;

/// By which way a topic came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// 议题征集表: a topic slip.
    Slip,
    /// 走访: a household visit.
    Visit,
    /// 来电: a call.
    Call,
    /// 搁置事项: the parking list of a meeting.
    ParkingList,
    /// 未决事项: what a meeting left undecided.
    Unresolved,
}

impl Source {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Slip, Self::Visit, Self::Call, Self::ParkingList, Self::Unresolved];
}

/// The class of a topic, as the counters of the practice have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// 民生实事与急难愁盼: livelihood matters and pressing concerns.
    Livelihood,
    /// 烦心事·邻里纠纷: a dispute between neighbours.
    Neighbours,
    /// 烦心事·信访诉求: a demand brought as a petition.
    Petition,
    /// 烦心事·权益保障: somebody's rights and interests.
    Rights,
    /// 治理难事: a difficulty of governance.
    Governance,
}

impl Class {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Livelihood, Self::Neighbours, Self::Petition, Self::Rights, Self::Governance];

    /// One of the three sub-classes of 烦心事 (vexing matters).
    #[must_use]
    pub const fn is_vexing(self) -> bool {
        matches!(self, Self::Neighbours | Self::Petition | Self::Rights)
    }
}

/// At which level a topic is dealt with.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Level {
    /// 社区
    #[default]
    Community,
    /// 街道（乡镇）
    Street,
    /// 区（县）
    District,
}

impl Level {
    /// All.
    pub const ALL: [Self; 3] = [Self::Community, Self::Street, Self::District];
}

/// What came of a topic (办理结果 A–D).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ResultClass {
    /// A 已解决
    Solved,
    /// B 正在解决
    Underway,
    /// C 列入计划
    Planned,
    /// D 留作参考
    Reference,
}

impl ResultClass {
    /// All.
    pub const ALL: [Self; 4] = [Self::Solved, Self::Underway, Self::Planned, Self::Reference];

    /// Its letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Solved => 'A',
            Self::Underway => 'B',
            Self::Planned => 'C',
            Self::Reference => 'D',
        }
    }
}

/// How satisfied somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Satisfaction {
    /// 满意
    Satisfied,
    /// 基本满意
    MostlySatisfied,
    /// 不满意; it reopens the topic.
    Dissatisfied,
}

impl Satisfaction {
    /// All.
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::MostlySatisfied, Self::Dissatisfied];
}

/// Somebody who brought a topic up, or signed it with others (联名).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Proposer {
    /// Name.
    pub name: String,
    /// Key in the community's ledger, for those it knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// Where in the record of a meeting a topic comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// The session, without the community.
    pub session: String,
    /// What of it: `P1` a parked point, `I3` an item by its number.
    pub what: String,
}

/// What a topic slip says (议题征集表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// What it is about.
    pub title: String,
    /// Why (理由).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What is proposed (建议).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// The day it was brought up.
    pub on: NaiveDate,
    /// By which way it came in.
    pub source: Source,
    /// The channel in words (渠道), such as `微信群` or `意见箱`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Its class, once somebody has classified it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The place it is about (地点).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The group affected (涉及群体).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Where in a meeting's record it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Slip {
    /// A slip that says no more than what it is about, when it was brought up and by which way.
    #[must_use]
    pub const fn new(title: String, on: NaiveDate, source: Source) -> Self {
        Self {
            title,
            reason: None,
            suggestion: None,
            on,
            source,
            channel: None,
            class: None,
            place: None,
            group: None,
            origin: None,
        }
    }
}

/// What was decided of a topic (议题审定).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// It is dealt with, at this level.
    Accepted {
        /// The level.
        level: Level,
    },
    /// It is not, on this ground; the proposer is shown another way.
    Excluded {
        /// The ground, as the list of exclusions has it or in words.
        ground: String,
        /// Where to turn instead (转办指引).
        redirect: String,
    },
}

/// A screening (议题审定表).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// When it was entered.
    pub at: Moment,
    /// What was decided.
    pub decision: Decision,
    /// Who approved it.
    pub approver: Option<String>,
}

/// A unit charged with handling a topic (交办).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// When.
    pub at: Moment,
    /// The lead unit (主办).
    pub unit: String,
    /// Co-handling units (会办).
    pub with: Vec<String>,
    /// Last day.
    pub due: Option<NaiveDate>,
}

/// A public notice of a topic (公示).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// When it was entered.
    pub at: Moment,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// What, or where.
    pub note: Option<String>,
}

/// What came of a topic, as it was reported (办理反馈).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// When.
    pub at: Moment,
    /// The class.
    pub class: ResultClass,
    /// What was done, or why not.
    pub note: Option<String>,
    /// How many ratings of the topic there were when it was entered. By the order of entries, as
    /// with [`Marks`]: a time that was told, or that of a wrong clock, may lie before earlier ones.
    pub(in crate::domain) ratings: usize,
}

/// A rating by somebody who brought the topic up (评价).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicRating {
    /// When.
    pub at: Moment,
    /// Whose.
    pub name: String,
    /// Of the handling (办理过程).
    pub handling: Satisfaction,
    /// Of the result (办理结果).
    pub result: Satisfaction,
    /// In their words.
    pub note: Option<String>,
}

impl TopicRating {
    /// Whether it reopens the topic.
    #[must_use]
    pub fn is_dissatisfied(&self) -> bool {
        [self.handling, self.result].contains(&Satisfaction::Dissatisfied)
    }
}

/// Proposers told what became of the topic so far (答复).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// When.
    pub at: Moment,
    /// Who was told.
    pub names: Vec<String>,
    /// How, and what.
    pub how: String,
}

/// A stage that a topic entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// When.
    pub at: Moment,
    /// The stage, counted from 1.
    pub stage: u32,
    /// Why it was entered though something was lacking, or out of order.
    pub despite: Option<String>,
}

/// A meeting that has a topic on its agenda, as that meeting's record tells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Consultation {
    /// The day it is held.
    pub on: NaiveDate,
    /// The session, without the community.
    pub session: String,
    /// How the item ended; none while it has not.
    pub outcome: Option<Outcome>,
}

/// What a meeting's record knows of the topic that an item of its agenda is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicLink {
    /// Its case number.
    pub topic: CaseNo,
    /// Who brought it up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposers: Vec<String>,
    /// What its survey lacked by the rules of the meeting when that was looked at last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<Lacking>,
    /// Why it is consulted on all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived: Option<String>,
    /// What it lacked of what its procedure needs before it is consulted, when it was put on the
    /// agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// Why it was put there all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<String>,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its case number.
    pub case: CaseNo,
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: String,
    /// What its slip says, as last put right.
    pub slip: Slip,
    /// Who brought it up or signed it, the first first; those of topics merged into it follow.
    pub proposers: Vec<Proposer>,
    /// Those of them who signed this one itself.
    pub signed: Vec<Proposer>,
    /// The topic it was merged into.
    pub merged_into: Option<CaseNo>,
    /// The topics that were merged into it.
    pub merged: Vec<CaseNo>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
    /// The latest screening.
    pub screening: Option<Screening>,
    /// Its procedure, by the name of its file; the community's where none was chosen.
    pub procedure: Option<String>,
    /// The stages it entered, oldest first.
    pub stages: Vec<Entered>,
    /// Its survey record.
    pub survey: Survey,
    /// Why it may be consulted on though its survey is not complete.
    pub survey_waived: Option<String>,
    /// What the records of meetings say of it; see [`Ledger::attend`](super::ledger::Ledger::attend).
    pub consultations: Vec<Consultation>,
    /// Who handles it, oldest first.
    pub assignments: Vec<Assignment>,
    /// Where it was made public.
    pub postings: Vec<Posting>,
    /// What came of it, oldest first.
    pub results: Vec<Reported>,
    /// How proposers rated it, oldest first.
    pub ratings: Vec<TopicRating>,
    /// What proposers were told, oldest first.
    pub answers: Vec<Answer>,
    /// Calls that went out about it (吹哨), oldest first.
    pub calls: Vec<CallNo>,
    /// The latest time that something about it was entered for.
    pub touched: Moment,
    /// What came after what.
    pub(in crate::domain) marks: Marks,
}
