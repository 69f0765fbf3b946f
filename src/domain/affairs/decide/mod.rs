//! What is granted and what is refused.

mod intake;
mod merging;
mod outcome;
mod rating;
mod screening;
mod stages;
mod survey;

use super::{Affair, AffairRefusal, Blank, Ground, calls};
use crate::domain::MOST_CHARS;
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::station::CallOut;
use crate::domain::topic::{CaseNo, Topic, TopicState};

type Verdict = Result<Vec<LedgerEvent>, AffairRefusal>;

/// Judges what is asked of a ledger. What is granted becomes one line; see
/// [`Ledger::next_line`].
///
/// # Errors
/// The refusal.
#[expect(clippy::too_many_lines, reason = "one arm an affair, so that none can be forgotten")]
pub fn decide(ledger: &Ledger, ground: &Ground, affair: &Affair) -> Verdict {
    match affair {
        Affair::Raise { slip, proposers, procedure } => {
            intake::raising(ledger, ground, slip, proposers, procedure.as_deref())
        }
        Affair::AmendSlip { topic, change } => {
            intake::amending_slip(need(ledger, topic)?, ground, change)
        }
        Affair::Join { topic, proposers } => intake::joining(need(ledger, topic)?, proposers),
        Affair::Withdraw { topic, why } => intake::withdrawing(need(ledger, topic)?, why),
        Affair::Screen { topic, decision, class, approver } => {
            screening::screening(need(ledger, topic)?, decision, *class, approver.as_deref())
        }
        Affair::Answer { topic, names, how } => {
            screening::answering(need(ledger, topic)?, names, how)
        }
        Affair::Merge { into, topics } => merging::merging(ledger, into, topics),
        Affair::Part(topic) => merging::parting(ledger, topic),
        Affair::ChooseProcedure { topic, procedure } => {
            stages::choosing(need(ledger, topic)?, ground, procedure)
        }
        Affair::EnterStage { topic, stage, despite } => {
            let topic = need(ledger, topic)?;
            stages::entering(ledger, ground, topic, *stage, despite.as_deref())
        }
        Affair::NameStages { procedure, names } => stages::naming(ledger, ground, procedure, names),
        Affair::WriteSurvey { topic, parts } => survey::writing(need(ledger, topic)?, parts),
        Affair::GoOut(outing) => survey::going_out(ledger, ground, outing),
        Affair::WaiveSurvey { topic, why } => survey::waiving(need(ledger, topic)?, ground, why),
        Affair::Assign { topic, unit, with, due } => {
            outcome::assigning(need(ledger, topic)?, ground, unit, with, *due)
        }
        Affair::Post { topic, from, until, note } => {
            outcome::posting(need(ledger, topic)?, *from, *until, note.as_deref())
        }
        Affair::Result { topic, class, note } => {
            outcome::resulting(need(ledger, topic)?, *class, note.as_deref())
        }
        Affair::Rate { topic, name, handling, result, note } => {
            let topic = need(ledger, topic)?;
            rating::rating(topic, name, (*handling, *result), note.as_deref())
        }
        Affair::EnterStation(card) => calls::entering_station(ledger, card),
        Affair::SetDuty { station, day, people } => {
            calls::setting_duty(ledger, station, *day, people)
        }
        Affair::CallOut { reason, topic, place, grid, urgent, members } => {
            let out = CallOut {
                reason: reason.clone(),
                topic: topic.clone(),
                place: place.clone(),
                grid: grid.clone(),
                urgent: *urgent,
                members: members.clone(),
            };
            calls::calling_out(ledger, ground, &out)
        }
        Affair::ReportIn { call, member } => calls::reporting_in(ledger, call, member),
        Affair::CloseCall { call, how } => calls::closing_call(ledger, call, how),
    }
}

/// The topic known by a number.
fn need<'a>(ledger: &'a Ledger, case: &CaseNo) -> Result<&'a Topic, AffairRefusal> {
    ledger.topics.get(case).ok_or_else(|| AffairRefusal::NoSuchTopic(case.clone()))
}

/// A topic that stands for itself: neither taken back nor part of another one.
fn need_standing(topic: &Topic) -> Result<(), AffairRefusal> {
    if let Some(into) = &topic.merged_into {
        let (topic, into) = (topic.case.clone(), into.clone());
        return Err(AffairRefusal::MergedInto { topic, into });
    }
    if topic.withdrawn.is_some() { Err(not_now(topic)) } else { Ok(()) }
}

/// A topic that is dealt with, or was: one that stands for itself and is not excluded.
fn need_dealt_with(topic: &Topic) -> Result<(), AffairRefusal> {
    need_standing(topic)?;
    if topic.state() == TopicState::Excluded { Err(not_now(topic)) } else { Ok(()) }
}

/// A topic about which something is still to be done.
fn need_open(topic: &Topic) -> Result<(), AffairRefusal> {
    need_standing(topic)?;
    if topic.state().is_over() { Err(not_now(topic)) } else { Ok(()) }
}

fn not_now(topic: &Topic) -> AffairRefusal {
    AffairRefusal::NotNow(topic.case.clone(), topic.state())
}

/// The text without the blanks around it, if it has a length a record can take.
fn words(text: &str, blank: Blank) -> Result<String, AffairRefusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AffairRefusal::Missing(blank));
    }
    let given = text.chars().count();
    if given > MOST_CHARS {
        return Err(AffairRefusal::TooLong { given, most: MOST_CHARS });
    }
    Ok(text.to_owned())
}

/// A text that may be missing; blanks alone are none.
fn some_words(text: Option<&str>) -> Result<Option<String>, AffairRefusal> {
    // What is not blank is not missing, whatever stands there.
    text.filter(|text| !text.trim().is_empty()).map(|text| words(text, Blank::Title)).transpose()
}
