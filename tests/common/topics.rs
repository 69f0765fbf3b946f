//! Topics and procedures for tests.
#![allow(dead_code, reason = "each test crate uses its own part")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::procedure::{Adopted, Procedure, Stage, Within, Work};
use yishi::domain::record::Line;
use yishi::domain::rules::{RuleSet, SurveyMode, SurveyPart};
use yishi::domain::survey::Lacking;
use yishi::domain::topic::{CaseNo, Decision, Level, Slip, Source, TopicLink};

/// A topic whose survey lacks this.
pub fn link(number: u32, lacking: &[Lacking]) -> TopicLink {
    TopicLink {
        topic: CaseNo::plain(number),
        proposers: vec!["王小明".to_owned(), "李强".to_owned()],
        lacking: lacking.to_vec(),
        waived: None,
        needs: Vec::new(),
        despite: None,
    }
}

/// A topic that nobody has screened or surveyed.
pub fn raised(number: u32) -> LedgerEvent {
    let slip = Slip::new(format!("议题{number}"), "2026-11-20".parse().unwrap(), Source::Slip);
    LedgerEvent::TopicRaised { topic: CaseNo::plain(number), slip, proposers: Vec::new() }
}

pub fn accepted(number: u32) -> LedgerEvent {
    let decision = Decision::Accepted { level: Level::Community };
    LedgerEvent::TopicScreened { topic: CaseNo::plain(number), decision, approver: None }
}

/// Its survey tells the facts.
pub fn surveyed(number: u32) -> LedgerEvent {
    let parts = vec![(SurveyPart::Facts, "三个单元有堆物".to_owned())];
    LedgerEvent::SurveyWritten { topic: CaseNo::plain(number), parts }
}

/// What a ledger with these entries tells.
pub fn known(events: impl IntoIterator<Item = LedgerEvent>) -> Ledger {
    let created = LedgerEvent::Created {
        format: 1,
        device: "laptop-1".to_owned(),
        community: "jinyuan".to_owned(),
    };
    let at = "2026-11-20T09:00:00+08:00".parse().unwrap();
    let mut ledger = Ledger::default();
    for (seq, event) in (0..).zip(std::iter::once(created).chain(events)) {
        let line = Line { seq, at, by: "李敏".to_owned(), events: vec![event] };
        ledger.evolve("laptop-1", &line);
    }
    ledger
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
