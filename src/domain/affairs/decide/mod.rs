//! What is granted and what is refused.

mod intake;
mod merging;
mod outcome;
mod rating;
mod screening;
mod stages;
mod survey;

use super::text::{some_words, words};
use super::{Affair, AffairRefusal, Ground, calls};
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::record::Moment;
use crate::domain::station::Call;
use crate::domain::topic::{CaseNo, Topic, TopicState};

type Verdict = Result<Vec<LedgerEvent>, AffairRefusal>;

/// Judges what is asked of a ledger. What is granted becomes one line; see
/// [`Ledger::next_line`].
///
/// # Errors
/// The refusal.
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
        Affair::CallOut(out) => calls::calling_out(ledger, ground, out),
        Affair::ReportIn { call, member } => calls::reporting_in(ledger, call, member),
        Affair::CloseCall { call, how } => calls::closing_call(ledger, call, how),
    }
}

/// Judges something that is entered later than it happened: on the day that is told. It cannot have
/// happened before what the topics and calls it is about know already, and not after today.
///
/// # Errors
/// The refusal.
pub fn decide_told(ledger: &Ledger, ground: &Ground, affair: &Affair, at: Moment) -> Verdict {
    let on = at.date_naive();
    if on > ground.today {
        return Err(AffairRefusal::InTheFuture(on));
    }
    let mut events = decide(ledger, &Ground { today: on, ..ground.clone() }, affair)?;
    for event in &mut events {
        let topics = event.cases().filter_map(|case| ledger.topics.get(case));
        if let Some(topic) = topics.filter(|topic| topic.touched > at).max_by_key(|it| it.touched) {
            let (topic, known) = (topic.case.clone(), topic.touched);
            return Err(AffairRefusal::TooEarly { topic, known });
        }
        let call = event.call_mut().and_then(|call| ledger.calls.get(call));
        if let Some(call) = call
            && let Some(known) = latest_of(call).filter(|known| *known > at)
        {
            return Err(AffairRefusal::TooEarlyForCall { call: call.call.clone(), known });
        }
    }
    Ok(events)
}

fn latest_of(call: &Call) -> Option<Moment> {
    let reported = call.reported.iter().map(|(_, at)| *at);
    let closed = call.closed.iter().map(|(at, _)| *at);
    reported.chain(closed).chain([call.at]).max()
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
///
/// # Errors
/// Where it is part of another one, was not taken in, or was taken back.
pub fn need_dealt_with(topic: &Topic) -> Result<(), AffairRefusal> {
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
