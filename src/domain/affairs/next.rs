//! What comes next for a topic.

use super::gates::{calls_about, needs_lacking, survey_lacks};
use super::{Ground, has};
use crate::domain::ledger::Ledger;
use crate::domain::procedure::{Need, Procedure, Stage, Work};
use crate::domain::station::CallNo;
use crate::domain::survey::Lacking;
use crate::domain::topic::{Topic, TopicState};

/// The obvious next thing to do about a topic.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicStep {
    /// Give it a class.
    Classify,
    /// Screen it.
    Screen,
    /// Survey it; this is what the rules still ask for.
    Survey(Vec<Lacking>),
    /// Call members.
    Call,
    /// Note who reports in to this call.
    ReportIn(CallNo),
    /// Put it on the agenda of a meeting.
    Schedule,
    /// Hold that session, given without the community.
    Hold(String),
    /// Charge a unit with it.
    Assign,
    /// Make it public.
    Post,
    /// Report what came of it.
    Result,
    /// Look again at what was under way or planned (回头看), and report anew.
    LookBack,
    /// Tell these proposers what became of it.
    Answer(Vec<String>),
    /// Ask these proposers how they rate the result.
    Rate(Vec<String>),
    /// Let it enter this stage, counted from 1.
    EnterStage(u32),
    /// Nothing.
    Nothing,
}

/// The obvious next thing to do about a topic: an answer that is owed, what the stage it is in
/// leaves to do, then what the next stage needs, and that stage. What somebody is dissatisfied with
/// is done anew first of all.
#[must_use]
pub fn next_for(ledger: &Ledger, ground: &Ground, topic: &Topic) -> TopicStep {
    let state = topic.state();
    let answer = || answer(topic);
    match state {
        TopicState::Merged | TopicState::Withdrawn => return TopicStep::Nothing,
        TopicState::Excluded => return answer().unwrap_or(TopicStep::Nothing),
        TopicState::Reopened => return TopicStep::Assign,
        TopicState::Handling if topic.is_reopened() => return TopicStep::Result,
        _ => {}
    }
    let Some(procedure) = ground.procedure_of(topic) else {
        return answer().unwrap_or_else(|| by_state(ground, topic));
    };
    if state == TopicState::Closed {
        return answer().unwrap_or_else(|| after_rating(topic, procedure));
    }
    answer()
        .or_else(|| left(ledger, ground, topic, procedure))
        .or_else(|| unrated(topic, procedure))
        .unwrap_or_else(|| onward(ledger, ground, topic, procedure))
}

/// Whether the stage a topic is in leaves something to do.
pub(super) fn is_work_left(ledger: &Ledger, ground: &Ground, topic: &Topic) -> bool {
    ground
        .procedure_of(topic)
        .is_some_and(|procedure| left(ledger, ground, topic, procedure).is_some())
}

fn answer(topic: &Topic) -> Option<TopicStep> {
    Some(topic.names_owed()).filter(|names| !names.is_empty()).map(TopicStep::Answer)
}

/// The first of what the stage it is in leaves to do.
fn left(
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    procedure: &Procedure,
) -> Option<TopicStep> {
    let works = &procedure.stage(topic.stage())?.works;
    works.iter().find_map(|work| undone(ledger, ground, topic, procedure, *work))
}

fn undone(
    ledger: &Ledger,
    ground: &Ground,
    topic: &Topic,
    procedure: &Procedure,
    work: Work,
) -> Option<TopicStep> {
    match work {
        // It is there: its class is asked for where a stage needs it.
        Work::Intake => None,
        Work::Screening => topic.screening.is_none().then_some(TopicStep::Screen),
        Work::Survey => {
            let lacking = survey_lacks(topic, ground);
            let is_open = topic.survey.is_empty() || !lacking.is_empty();
            (is_open && topic.survey_waived.is_none()).then_some(TopicStep::Survey(lacking))
        }
        Work::Call => call(ledger, topic),
        Work::Meeting => {
            (topic.dealt_with().count() < meetings(topic, procedure)).then(|| meet(ground, topic))
        }
        Work::Handling => handle(topic, procedure),
        Work::Publishing => (topic.postings.len() < so_far(topic, procedure, Work::Publishing))
            .then_some(TopicStep::Post),
        Work::Reply => answer(topic),
        Work::Rating if topic.results.is_empty() => Some(TopicStep::Result),
        Work::Rating => {
            let is_rated = topic.ratings_of_latest().next().is_some();
            (!is_rated).then(|| TopicStep::Rate(topic.names_to_rate()))
        }
    }
}

fn call(ledger: &Ledger, topic: &Topic) -> Option<TopicStep> {
    let calls = calls_about(ledger, topic);
    if calls.iter().any(|call| !call.reported.is_empty()) {
        return None;
    }
    let open = calls.iter().rev().find(|call| call.closed.is_none());
    Some(open.map_or(TopicStep::Call, |call| TopicStep::ReportIn(call.call.clone())))
}

fn meet(ground: &Ground, topic: &Topic) -> TopicStep {
    let scheduled = topic.scheduled(ground.today);
    scheduled.map_or(TopicStep::Schedule, |it| TopicStep::Hold(it.session.clone()))
}

/// In how many meetings a topic should have been dealt with: one for each time it entered a stage
/// that holds one.
fn meetings(topic: &Topic, procedure: &Procedure) -> usize {
    let meets = |stage: u32| procedure.stage(stage).is_some_and(Stage::meets);
    let entered = topic.stages.iter().filter(|entered| meets(entered.stage)).count();
    entered + usize::from(topic.stages.is_empty() && meets(topic.stage()))
}

/// A matter settled at once needs nobody to be charged. Of several stages in which a topic is
/// handled the last one brings the result.
fn handle(topic: &Topic, procedure: &Procedure) -> Option<TopicStep> {
    if !topic.results.is_empty() {
        return None;
    }
    if topic.assignments.is_empty() {
        return Some(TopicStep::Assign);
    }
    let handles =
        |stage| procedure.stage(stage).is_some_and(|it| it.works.contains(&Work::Handling));
    let goes_on = (topic.stage() + 1..=procedure.count()).any(handles);
    (!goes_on).then_some(TopicStep::Result)
}

/// How many stages up to the one it is in have such work.
fn so_far(topic: &Topic, procedure: &Procedure, work: Work) -> usize {
    let stages = procedure.stages.iter().take(topic.stage() as usize);
    stages.filter(|stage| stage.works.contains(&work)).count()
}

/// A result that came anew, after the stage in which results are rated, is rated all the same.
fn unrated(topic: &Topic, procedure: &Procedure) -> Option<TopicStep> {
    let waits = topic.state() == TopicState::Resulted && is_past(topic, procedure, Work::Rating);
    waits.then(|| TopicStep::Rate(topic.names_to_rate()))
}

/// Whether the stage it is in, or one before, has such work.
fn is_past(topic: &Topic, procedure: &Procedure, work: Work) -> bool {
    so_far(topic, procedure, work) > 0
}

/// What the next stage needs, or that stage; behind the last one, whatever is not settled yet.
fn onward(ledger: &Ledger, ground: &Ground, topic: &Topic, procedure: &Procedure) -> TopicStep {
    let stage = topic.stage();
    if stage >= procedure.count() {
        return match topic.state() {
            TopicState::Handling if topic.results.is_empty() => TopicStep::Result,
            TopicState::Handling => TopicStep::LookBack,
            _ => TopicStep::Nothing,
        };
    }
    let (blocks, _) = needs_lacking(ledger, ground, topic, stage + 1);
    match blocks.first() {
        Some(need) => towards(ledger, ground, topic, *need),
        None => TopicStep::EnterStage(stage + 1),
    }
}

/// What brings a topic nearer to having what is needed.
#[must_use]
pub fn towards(ledger: &Ledger, ground: &Ground, topic: &Topic, need: Need) -> TopicStep {
    match need {
        Need::Classified => TopicStep::Classify,
        Need::Screened => TopicStep::Screen,
        Need::Answered => TopicStep::Answer(topic.names_owed()),
        Need::Surveyed => TopicStep::Survey(survey_lacks(topic, ground)),
        Need::Called | Need::ReportedIn => call(ledger, topic).unwrap_or(TopicStep::Call),
        Need::Scheduled | Need::Consulted | Need::Agreed => meet(ground, topic),
        Need::Assigned => TopicStep::Assign,
        Need::Published => TopicStep::Post,
        Need::Rated if has(ledger, ground, topic, Need::Resulted) => {
            TopicStep::Rate(topic.names_to_rate())
        }
        Need::Resulted | Need::Rated => TopicStep::Result,
    }
}

/// A topic that is closed goes on where something comes after the rating: into the archive, say.
fn after_rating(topic: &Topic, procedure: &Procedure) -> TopicStep {
    let stage = topic.stage();
    if stage < procedure.count() && is_past(topic, procedure, Work::Rating) {
        TopicStep::EnterStage(stage + 1)
    } else {
        TopicStep::Nothing
    }
}

/// Where the file of its procedure is gone, what it is by itself tells what comes next.
fn by_state(ground: &Ground, topic: &Topic) -> TopicStep {
    match topic.state() {
        TopicState::Raised => TopicStep::Screen,
        TopicState::Accepted | TopicState::Scheduled => meet(ground, topic),
        TopicState::Consulted | TopicState::Reopened => TopicStep::Assign,
        TopicState::Handling if topic.results.is_empty() => TopicStep::Result,
        TopicState::Handling => TopicStep::LookBack,
        TopicState::Resulted => TopicStep::Rate(topic.names_to_rate()),
        TopicState::Closed | TopicState::Excluded | TopicState::Merged | TopicState::Withdrawn => {
            TopicStep::Nothing
        }
    }
}
