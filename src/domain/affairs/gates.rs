//! What the stages of a procedure need of a topic.

use super::Ground;
use crate::domain::item::Outcome;
use crate::domain::ledger::Ledger;
use crate::domain::procedure::{Adopted, Need, Procedure, Stage};
use crate::domain::rules::SurveyMode;
use crate::domain::station::Call;
use crate::domain::survey::Lacking;
use crate::domain::topic::{Decision, Topic};

/// What a topic lacks of what a stage needs: first what keeps it out unless somebody gives a reason,
/// then what is told and does not hinder. Of a stage that does not exist nothing.
#[must_use]
pub fn needs_lacking(
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    stage: u32,
) -> (Vec<Need>, Vec<Need>) {
    let Some(stage) = ground.procedure_of(topic).and_then(|procedure| procedure.stage(stage))
    else {
        return (Vec::new(), Vec::new());
    };
    let lacking = |needs: &[Need]| -> Vec<Need> {
        needs.iter().copied().filter(|need| !has(ledger, ground, topic, *need)).collect()
    };
    let (mut blocks, mut warns) = (lacking(&stage.blocks), lacking(&stage.warns));
    // 不调研不协商: where the rules are strict about surveys, so is a stage that needs one.
    let strict = ground.rules_for(topic).survey == SurveyMode::Strict;
    if strict && let Some(at) = warns.iter().position(|need| *need == Need::Surveyed) {
        warns.remove(at);
        if !blocks.contains(&Need::Surveyed) {
            blocks.push(Need::Surveyed);
        }
    }
    (blocks, warns)
}

/// What keeps a topic off the agenda of a meeting unless somebody gives a reason: what it lacks of
/// what the stage needs in which it is consulted. The survey counts only where the stage itself needs
/// it: else the meeting looks at that, by its own rules. What was said on entering the stage holds.
#[must_use]
pub fn meeting_lacks(
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    held: Option<&Adopted>,
) -> Vec<Need> {
    let Some(procedure) = ground.procedure_of(topic) else { return Vec::new() };
    let held = held.filter(|held| held.file == ground.procedure_name(topic));
    let number = held.and_then(|held| held.stage).or_else(|| consulted_in(topic, procedure));
    let Some((number, stage)) = number.and_then(|it| Some((it, procedure.stage(it)?))) else {
        return Vec::new();
    };
    if topic.stages.last().is_some_and(|entered| entered.stage == number) {
        return Vec::new();
    }
    stage.blocks.iter().copied().filter(|need| !has(ledger, ground, topic, *need)).collect()
}

/// The stage in which a topic is consulted: the one it is in or the next, where a meeting is held;
/// else the first such stage.
fn consulted_in(topic: &Topic, procedure: &Procedure) -> Option<u32> {
    let meets = |stage: &u32| procedure.stage(*stage).is_some_and(Stage::meets);
    (topic.stage()..=procedure.count()).find(meets).or_else(|| procedure.meeting_stage())
}

/// What the survey of a topic lacks by the rules it is held to; nothing where they ask for none.
#[must_use]
pub fn survey_lacks(topic: &Topic, ground: &Ground) -> Vec<Lacking> {
    let rules = ground.rules_for(topic);
    match rules.survey {
        SurveyMode::Off => Vec::new(),
        SurveyMode::Warn | SurveyMode::Strict => topic.survey.lacking(rules),
    }
}

/// Whether a topic has what is needed.
#[must_use]
pub fn has(ledger: &Ledger, ground: &Ground, topic: &Topic, need: Need) -> bool {
    match need {
        Need::Classified => topic.slip.class.is_some(),
        Need::Screened => matches!(topic.decision(), Some(Decision::Accepted { .. })),
        Need::Answered => topic.owed().next().is_none(),
        Need::Surveyed => topic.survey_waived.is_some() || survey_lacks(topic, ground).is_empty(),
        Need::Called => !calls_about(ledger, topic).is_empty(),
        Need::ReportedIn => calls_about(ledger, topic).iter().any(|call| !call.reported.is_empty()),
        Need::Scheduled => topic.is_scheduled() || topic.is_consulted(),
        Need::Consulted => topic.is_consulted(),
        Need::Agreed => topic.dealt_with().any(|it| it.outcome == Some(Outcome::Agreed)),
        Need::Assigned if topic.is_reopened() => topic.is_assigned_anew(),
        Need::Assigned => !topic.assignments.is_empty(),
        Need::Published => !topic.postings.is_empty(),
        Need::Resulted => topic.standing_result().is_some(),
        Need::Rated => topic.ratings_of_latest().next().is_some() && !topic.is_reopened(),
    }
}

/// The calls that went out about a topic, or about what was merged into it.
#[must_use]
pub fn calls_about<'a>(ledger: &'a Ledger, topic: &Topic) -> Vec<&'a Call> {
    let mut calls: Vec<&Call> =
        topic.calls.iter().filter_map(|call| ledger.calls.get(call)).collect();
    let parts = topic.merged.iter().filter_map(|case| ledger.topics.get(case));
    for part in parts {
        calls.extend(calls_about(ledger, part));
    }
    calls
}
