//! Topics and procedures for tests.
#![allow(dead_code, reason = "each test crate uses its own part")]

use yishi::domain::procedure::{Adopted, Procedure, Stage, Within, Work};
use yishi::domain::rules::{RuleSet, SurveyMode, SurveyPart};
use yishi::domain::survey::Lacking;
use yishi::domain::topic::{CaseNo, TopicLink};

/// A topic whose survey lacks this.
pub fn link(number: u32, lacking: &[Lacking]) -> TopicLink {
    TopicLink {
        topic: CaseNo::plain(number),
        proposers: vec!["王小明".to_owned(), "李强".to_owned()],
        lacking: lacking.to_vec(),
        waived: None,
    }
}

pub const FACTS: Lacking = Lacking::Part(SurveyPart::Facts);

/// Rules that ask for the facts, in this mode.
pub fn rules(survey: SurveyMode) -> RuleSet {
    let survey_parts = vec![SurveyPart::Facts];
    RuleSet { survey, survey_parts, ..RuleSet::named("调研") }
}

/// Raise, meet, do.
pub fn three_steps() -> Procedure {
    let stage = |name: &str, work: Work| Stage {
        name: name.to_owned(),
        works: vec![work],
        ..Stage::default()
    };
    Procedure {
        name: "三步".to_owned(),
        name_en: Some("Three steps".to_owned()),
        stages: vec![
            stage("提", Work::Intake),
            stage("议", Work::Meeting),
            Stage { within: Some(Within::Days(10)), ..stage("办", Work::Handling) },
        ],
        ..Procedure::default()
    }
}

pub fn adopted(procedure: Procedure) -> Adopted {
    Adopted { file: "sanbu".to_owned(), procedure, stage: None }
}
