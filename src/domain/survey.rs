//! What is found out before a topic is consulted on (商前调研), household visits (入户走访) and policy
//! briefings (政策宣讲).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::record::Moment;
use super::rules::{RuleSet, SurveyPart};
use super::topic::CaseNo;

/// A survey record (商前调研记录), each part as it was last written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Survey {
    /// When something of it was entered last.
    pub at: Option<Moment>,
    /// What is written of each part, in the order of [`SurveyPart::ALL`].
    parts: [Option<Box<str>>; SurveyPart::ALL.len()],
    /// Household visits for the topic.
    pub visits: u32,
    /// Policy briefings for the topic.
    pub briefings: u32,
}

/// What a survey lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lacking {
    /// A part of the record.
    Part(SurveyPart),
    /// So many household visits.
    Visits(u32),
    /// So many policy briefings.
    Briefings(u32),
}

impl Survey {
    /// What is written of a part.
    #[must_use]
    pub fn part(&self, part: SurveyPart) -> Option<&str> {
        self.parts.get(part as usize)?.as_deref()
    }

    /// Writes a part anew.
    pub fn write(&mut self, part: SurveyPart, text: &str) {
        if let Some(place) = self.parts.get_mut(part as usize) {
            *place = Some(text.trim()).filter(|text| !text.is_empty()).map(Into::into);
        }
    }

    /// Whether nothing of it is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(Option::is_none) && self.visits == 0 && self.briefings == 0
    }

    /// What it lacks by these rules, in the order of the form.
    #[must_use]
    pub fn lacking(&self, rules: &RuleSet) -> Vec<Lacking> {
        let asked = |part: &SurveyPart| rules.survey_parts.contains(part);
        let parts = SurveyPart::ALL.into_iter().filter(asked);
        let mut lacking: Vec<Lacking> =
            parts.filter(|part| self.part(*part).is_none()).map(Lacking::Part).collect();
        let missing = |asked: u32, done: u32| Some(asked.saturating_sub(done)).filter(|it| *it > 0);
        lacking.extend(missing(rules.survey_visits, self.visits).map(Lacking::Visits));
        lacking.extend(missing(rules.survey_briefings, self.briefings).map(Lacking::Briefings));
        lacking
    }
}

/// What was done outside of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OutingKind {
    /// 入户走访
    Visit,
    /// 政策宣讲
    Briefing,
}

/// A household visit or a policy briefing, with place and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outing {
    /// Which of them.
    pub kind: OutingKind,
    /// The day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// For which topic, if for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<CaseNo>,
    /// Households visited, or people who came.
    pub count: u32,
    /// Who went, or spoke.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// What was heard, or told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
