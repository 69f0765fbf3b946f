//! Topics (议题): what residents bring up, and what becomes of it between meetings.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::item::Outcome;
use super::record::Moment;
use super::survey::{Lacking, Survey};

/// The number of a case: runs within a community and is never used twice.
///
/// Laptops number without knowing of each other. So only the device that a community began on
/// numbers plainly, `17`; every other adds its own mark, `17-4a1c`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNo {
    /// The number, from 1.
    pub number: u32,
    /// The mark of the device that gave it, where that is not the community's first.
    pub mark: Option<Box<str>>,
}

/// Text that is no case number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a case number")]
pub struct NotACaseNo;

impl CaseNo {
    /// A plain number.
    #[must_use]
    pub const fn plain(number: u32) -> Self {
        Self { number, mark: None }
    }

    /// A number with the mark of a device, if it has one.
    #[must_use]
    pub fn marked(number: u32, mark: Option<&str>) -> Self {
        Self { number, mark: mark.map(Into::into) }
    }
}

impl fmt::Display for CaseNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.mark {
            None => self.number.fmt(f),
            Some(mark) => write!(f, "{}-{mark}", self.number),
        }
    }
}

impl FromStr for CaseNo {
    type Err = NotACaseNo;

    fn from_str(text: &str) -> Result<Self, NotACaseNo> {
        let (number, mark) = match text.split_once('-') {
            Some((number, mark)) => (number, Some(mark)),
            None => (text, None),
        };
        let is_mark = |mark: &str| {
            !mark.is_empty() && mark.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        // `+5` is a number for `parse`.
        if !number.chars().all(|c| c.is_ascii_digit()) || mark.is_some_and(|it| !is_mark(it)) {
            return Err(NotACaseNo);
        }
        let number: u32 = number.parse().map_err(|_| NotACaseNo)?;
        if number == 0 { Err(NotACaseNo) } else { Ok(Self::marked(number, mark)) }
    }
}

impl TryFrom<String> for CaseNo {
    type Error = NotACaseNo;

    fn try_from(text: String) -> Result<Self, NotACaseNo> {
        text.parse()
    }
}

impl From<CaseNo> for String {
    fn from(case: CaseNo) -> Self {
        case.to_string()
    }
}

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
}

/// Where a topic stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TopicState {
    /// 待审定: nobody has decided on it yet.
    Raised,
    /// 已审定: accepted; nothing else yet.
    Accepted,
    /// 已列入议程: on the agenda of a meeting to come.
    Scheduled,
    /// 已协商: a meeting has dealt with it.
    Consulted,
    /// 办理中: a unit handles it.
    Handling,
    /// 重办: a proposer was dissatisfied.
    Reopened,
    /// 待评价: there is a result, which nobody has rated.
    Resulted,
    /// 办结: rated, and nobody is dissatisfied.
    Closed,
    /// 不予受理: not dealt with.
    Excluded,
    /// 已归并: part of another topic.
    Merged,
    /// 已撤回: taken back.
    Withdrawn,
}

impl TopicState {
    /// All, in the order of the board.
    pub const ALL: [Self; 11] = [
        Self::Raised,
        Self::Accepted,
        Self::Scheduled,
        Self::Consulted,
        Self::Handling,
        Self::Reopened,
        Self::Resulted,
        Self::Closed,
        Self::Excluded,
        Self::Merged,
        Self::Withdrawn,
    ];

    /// Nothing more is to be done.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Excluded | Self::Merged | Self::Withdrawn)
    }
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
    /// When something about it was entered last.
    pub touched: Moment,
}

impl Topic {
    /// The stage it is in, counted from 1.
    #[must_use]
    pub fn stage(&self) -> u32 {
        self.stages.last().map_or(1, |entered| entered.stage)
    }

    /// The latest result, unless a proposer was dissatisfied with it.
    #[must_use]
    pub fn standing_result(&self) -> Option<&Reported> {
        self.results.last().filter(|_| !self.is_reopened())
    }

    /// Ratings of the latest result.
    pub fn ratings_of_latest(&self) -> impl Iterator<Item = &TopicRating> {
        let since = self.results.last().map(|result| result.at);
        self.ratings.iter().filter(move |rating| since.is_some_and(|since| rating.at >= since))
    }

    /// Whether somebody was dissatisfied with the latest result.
    #[must_use]
    pub fn is_reopened(&self) -> bool {
        self.ratings_of_latest().any(TopicRating::is_dissatisfied)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> TopicState {
        if self.withdrawn.is_some() {
            return TopicState::Withdrawn;
        }
        if self.merged_into.is_some() {
            return TopicState::Merged;
        }
        match self.screening.as_ref().map(|screening| &screening.decision) {
            Some(Decision::Excluded { .. }) => return TopicState::Excluded,
            None if self.stages.is_empty() && self.results.is_empty() => return TopicState::Raised,
            _ => {}
        }
        if let Some(result) = self.results.last() {
            let assigned_since = self.assignments.last().is_some_and(|it| it.at > result.at);
            return match (self.is_reopened(), self.ratings_of_latest().next()) {
                (true, _) if assigned_since => TopicState::Handling,
                (true, _) => TopicState::Reopened,
                (false, None) => TopicState::Resulted,
                (false, Some(_)) if result.class == ResultClass::Solved => TopicState::Closed,
                // 回头看: what is under way or planned is looked at again.
                (false, Some(_)) if result.class == ResultClass::Reference => TopicState::Closed,
                (false, Some(_)) => TopicState::Handling,
            };
        }
        if !self.assignments.is_empty() {
            return TopicState::Handling;
        }
        if self.is_consulted() {
            return TopicState::Consulted;
        }
        if self.is_scheduled() {
            return TopicState::Scheduled;
        }
        if self.screening.is_some() { TopicState::Accepted } else { TopicState::Raised }
    }

    /// Whether a meeting has dealt with it: its item ended, and was not carried over.
    #[must_use]
    pub fn is_consulted(&self) -> bool {
        self.consultations
            .iter()
            .any(|it| it.outcome.is_some_and(|outcome| outcome != Outcome::CarriedOver))
    }

    /// Whether it is on the agenda of a meeting that has not dealt with it yet.
    #[must_use]
    pub fn is_scheduled(&self) -> bool {
        self.consultations.iter().any(|it| it.outcome.is_none())
    }

    /// Since when the proposers are owed an answer: the latest decision or result nobody told them
    /// of. A topic that was merged is answered with the one it is part of.
    #[must_use]
    pub fn answer_owed_since(&self) -> Option<Moment> {
        if self.merged_into.is_some() || self.withdrawn.is_some() {
            return None;
        }
        let screened = self.screening.as_ref().map(|it| it.at);
        let resulted = self.results.last().map(|it| it.at);
        screened.max(resulted).filter(|_| self.owed().next().is_some())
    }

    /// Proposers who are owed an answer.
    pub fn owed(&self) -> impl Iterator<Item = &Proposer> {
        let screened = self.screening.as_ref().map(|it| it.at);
        let since = screened.max(self.results.last().map(|it| it.at));
        self.proposers.iter().filter(move |proposer| {
            since.is_some_and(|since| {
                let told = self.answers.iter().filter(|answer| answer.at >= since);
                !told.flat_map(|answer| &answer.names).any(|name| *name == proposer.name)
            })
        })
    }
}
