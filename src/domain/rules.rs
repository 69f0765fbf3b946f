//! Floor rules as data: in which order people speak, how long, how often.
//!
//! A rule set is written by people (`data/rules`, a community's own `rules` folder) and embedded
//! whole in the record when it is adopted, so that a record can be read where the file is not.

use serde::{Deserialize, Serialize};

use super::written::written;

/// Most seconds a turn may take: an hour.
pub const MOST_TURN_SECONDS: u32 = 3_600;
/// Most seconds within which hands may count as raised at once.
pub const MOST_SIMULTANEOUS: u32 = 60;
/// Most days ahead that a meeting may have to be announced.
pub const MOST_NOTICE_DAYS: u32 = 365;
/// Most visits, or briefings, that a survey may need.
pub const MOST_VISITS: u32 = 1_000;
/// From this share of a turn on its end is announced, where the rules do not say.
pub const WARN_PERCENT: u32 = 80;

written! {
    /// Where a rule set comes from.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
    pub enum Provenance {
        /// As published.
        Documented,
        /// After something published, with changes that its source names.
        Adapted,
        /// A community's own, or this program's.
        #[default]
        Own,
    }
}

written! {
    /// Something by which one of several people who wait comes first. The earliest hand always decides
    /// what the criteria leave open.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub enum Criterion {
        /// 本项未发言者优先: who has had no turn on this item, before who has had one.
        NotYetOnItem,
        /// 本次会议未发言者优先: who has had no turn in this meeting.
        NotYetInMeeting,
        /// 发言时间最少者优先: who has spoken least in this meeting, in seconds.
        LeastTime,
        /// 正反交替: who takes the position opposite to the latest one taken on this item.
        AlternatePositions,
        /// 各方均衡: who attends in a capacity that has had the fewest turns on this item.
        BalanceRoles,
        /// 同时举手反对者优先 (南塘): who opposes, among those who raised their hands together with the
        /// earliest.
        OppositionFirst,
        /// 先举手先发言: the earliest hand.
        HandOrder,
    }
}

written! {
    /// A part of a survey record (商前调研记录), in the order of the form.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum SurveyPart {
        /// 调研方式: how it was done.
        Method,
        /// 调研地点: the sites that were seen.
        Sites,
        /// 走访对象: the people met.
        People,
        /// 基本情况: the facts.
        Facts,
        /// 政策依据: the policies and laws it rests on.
        Policy,
        /// 可选方案: the options.
        Options,
        /// 待议问题: what is still open.
        Questions,
    }
}

written! {
    /// What is asked of a topic before it is consulted on (不调研不协商、调研不透不协商).
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
    pub enum SurveyMode {
        /// Nothing.
        #[default]
        Off,
        /// A survey that is not complete is told, and does not hinder.
        Warn,
        /// A topic whose survey is not complete is not put on an agenda and not opened, unless somebody
        /// gives a reason.
        Strict,
    }
}

/// Rules of the floor, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// What it is called, in Chinese or in the community's own words.
    pub name: String,
    /// What it is called in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub provenance: Provenance,
    /// What it goes back to, and what was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_en: Option<String>,
    /// By what the next speaker is found, the weightiest first.
    #[serde(default)]
    pub order: Vec<Criterion>,
    /// Seconds a turn may take, 0 for no limit; the meeting's own where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn_seconds: Option<u32>,
    /// Turns a person may have on one item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns_per_item: Option<u32>,
    /// From this share of a turn on, in per cent, its end is announced.
    #[serde(default = "warn_percent")]
    pub warn_percent: u32,
    /// Replies come before everybody else who waits.
    #[serde(default = "yes")]
    pub replies_first: bool,
    /// Points of order come first of all.
    #[serde(default = "yes")]
    pub points_of_order_first: bool,
    /// Whoever chairs hands over the chair before speaking.
    #[serde(default)]
    pub chair_hands_over: bool,
    /// Hands raised within so many seconds of each other count as raised at once.
    #[serde(default)]
    pub simultaneous_seconds: u32,
    /// Days before the meeting by which it is to be announced; 0 for none.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub notice_days: u32,
    /// What is asked of a topic before it is consulted on.
    #[serde(default, skip_serializing_if = "is_off")]
    pub survey: SurveyMode,
    /// The parts without which a survey record is not complete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub survey_parts: Vec<SurveyPart>,
    /// Household visits (入户走访) without which it is not.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub survey_visits: u32,
    /// Policy briefings (政策宣讲) without which it is not.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub survey_briefings: u32,
}

// Serde hands over references.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
const fn is_nought(number: &u32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn is_off(mode: &SurveyMode) -> bool {
    *mode == SurveyMode::Off
}

const fn warn_percent() -> u32 {
    WARN_PERCENT
}

const fn yes() -> bool {
    true
}

impl RuleSet {
    /// A rule set that says nothing but its name: plain hand order.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            name_en: None,
            provenance: Provenance::Own,
            source: None,
            source_en: None,
            order: Vec::new(),
            turn_seconds: None,
            turns_per_item: None,
            warn_percent: WARN_PERCENT,
            replies_first: true,
            points_of_order_first: true,
            chair_hands_over: false,
            simultaneous_seconds: 0,
            notice_days: 0,
            survey: SurveyMode::Off,
            survey_parts: Vec::new(),
            survey_visits: 0,
            survey_briefings: 0,
        }
    }

    /// The rules of a meeting that adopted none: the earliest hand speaks next.
    #[must_use]
    pub fn unwritten() -> Self {
        Self::named("")
    }

    /// Whether the meeting adopted these rules.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.name.is_empty()
    }

    /// Whether numbers are within bounds.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.name.trim().is_empty()
            && self.turn_seconds.is_none_or(|seconds| seconds <= MOST_TURN_SECONDS)
            && self.turns_per_item.is_none_or(|turns| turns > 0)
            && (1..=100).contains(&self.warn_percent)
            && self.simultaneous_seconds <= MOST_SIMULTANEOUS
            && self.notice_days <= MOST_NOTICE_DAYS
            && self.survey_visits <= MOST_VISITS
            && self.survey_briefings <= MOST_VISITS
    }
}
