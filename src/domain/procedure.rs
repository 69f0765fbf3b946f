//! Procedures as data: through which stages a topic goes, what each stage needs, and what it offers.
//!
//! A procedure is written by people (`data/procedures`, a community's own `procedures` folder). A
//! session embeds the one it was held by, so that its record can be read where the file is not.

use serde::{Deserialize, Serialize};

use super::item::PlannedItem;
use super::rules::Provenance;
use super::written::written;

/// Most stages a procedure may have.
pub const MOST_STAGES: usize = 20;
/// Most days a stage may allow.
pub const MOST_DAYS: u32 = 3_650;

written! {
    /// What the program does for a topic in a stage, in the order a topic usually meets it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Work {
        /// 征集、登记: topics are taken in.
        Intake,
        /// 审定: it is decided whether and where a topic is dealt with.
        Screening,
        /// 调研: survey record, household visits, policy briefings.
        Survey,
        /// 吹哨报到: members are called and report in.
        Call,
        /// 协商、议事、表决: a meeting is held.
        Meeting,
        /// 交办、办理: a handling unit is charged.
        Handling,
        /// 公示: what was agreed or done is made public.
        Publishing,
        /// 反馈: the proposers are told.
        Reply,
        /// 评价、监督: the proposers rate handling and result.
        Rating,
    }
}

written! {
    /// What can be required of a topic before it enters a stage.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    pub enum Need {
        /// It has a class.
        Classified,
        /// It was screened and accepted.
        Screened,
        /// The proposers were told what became of it so far.
        Answered,
        /// Its survey record is complete, as the rule set says.
        Surveyed,
        /// Members were called.
        Called,
        /// A member reported in.
        ReportedIn,
        /// It is on the agenda of a meeting.
        Scheduled,
        /// A meeting has dealt with it.
        Consulted,
        /// A meeting agreed on it.
        Agreed,
        /// A unit is charged with handling it.
        Assigned,
        /// It was made public.
        Published,
        /// There is a result.
        Resulted,
        /// The proposers rated it, and are not dissatisfied.
        Rated,
    }
}

/// Days within which the work of a stage is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// So many days of the calendar.
    Days(u32),
    /// So many working days: Monday to Friday.
    WorkingDays(u32),
}

/// A stage of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stage {
    /// What it is called in Chinese or in the community's own words; an empty name is filled in by
    /// the community.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is called in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// What the program does for a topic here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub works: Vec<Work>,
    /// A topic that lacks one of these does not enter, unless somebody gives a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Need>,
    /// A topic that lacks one of these enters, and it is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warns: Vec<Need>,
    /// How long its work may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Within>,
}

impl Stage {
    /// Whether it is called that, in either language.
    #[must_use]
    pub fn is_called(&self, text: &str) -> bool {
        let english = self.name_en.as_deref().unwrap_or_default();
        let called = |name: &str| !name.is_empty() && name.eq_ignore_ascii_case(text);
        called(&self.name) || called(english)
    }

    /// Whether a meeting is held in it.
    #[must_use]
    pub fn meets(&self) -> bool {
        self.works.contains(&Work::Meeting)
    }
}

/// A procedure, whole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Procedure {
    /// What it is called in Chinese or in the community's own words.
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
    /// The rules of the floor its meetings begin with, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<String>,
    /// Stages may be entered in any order, and again (三会).
    #[serde(default)]
    pub any_order: bool,
    /// The stage an emergency goes to at once, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<u32>,
    /// The stages, in order.
    pub stages: Vec<Stage>,
    /// The agenda its meetings begin with, in Chinese.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<PlannedItem>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda_en: Vec<PlannedItem>,
}

impl Procedure {
    /// The stage of that number, counted from 1.
    #[must_use]
    pub fn stage(&self, number: u32) -> Option<&Stage> {
        self.stages.get((number as usize).checked_sub(1)?)
    }

    /// The stage in which its meetings are held, counted from 1.
    #[must_use]
    pub fn meeting_stage(&self) -> Option<u32> {
        let at = self.stages.iter().position(Stage::meets)?;
        u32::try_from(at + 1).ok()
    }

    /// How many stages there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.stages.len()).unwrap_or(u32::MAX)
    }

    /// The procedure with these names of stages where they are given; a name that is given counts
    /// in every language.
    #[must_use]
    pub fn with_names(&self, names: &[String]) -> Self {
        let mut procedure = self.clone();
        for (stage, name) in procedure.stages.iter_mut().zip(names) {
            if !name.trim().is_empty() {
                name.trim().clone_into(&mut stage.name);
                stage.name_en = None;
            }
        }
        procedure
    }

    /// Whether it can be followed: a name, stages within bounds, an emergency that leads somewhere.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.name.trim().is_empty()
            && (1..=MOST_STAGES).contains(&self.stages.len())
            && self.emergency.is_none_or(|stage| self.stage(stage).is_some())
    }
}

/// A procedure as a meeting adopted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The name of its file.
    pub file: String,
    /// What it says; stages that the community named have these names.
    pub procedure: Procedure,
    /// The stage the meeting is held in, counted from 1, if it was said.
    pub stage: Option<u32>,
}

impl Adopted {
    /// The stage the meeting is held in, counted from 1: as said, or the first in which meetings are
    /// held.
    #[must_use]
    pub fn stage(&self) -> Option<u32> {
        self.stage.or_else(|| self.procedure.meeting_stage())
    }

    /// The stage that comes after the meeting: the next in which no meeting is held. None where
    /// stages have no order, or the meeting's is the last.
    #[must_use]
    pub fn stage_after(&self) -> Option<u32> {
        if self.procedure.any_order {
            return None;
        }
        let after = self.stage()?.checked_add(1)?;
        (after..=self.procedure.count())
            .find(|stage| self.procedure.stage(*stage).is_some_and(|stage| !stage.meets()))
    }
}
