//! Survey records (商前调研), household visits (入户走访) and policy briefings (政策宣讲).

use super::{Verdict, need, need_dealt_with, need_open, some_words, words};
use crate::domain::affairs::{AffairRefusal, Blank, Ground, survey_lacks};
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::rules::SurveyPart;
use crate::domain::survey::Outing;
use crate::domain::topic::Topic;

/// Most households, or people, one outing may have reached.
pub const MOST_REACHED: u32 = 100_000;

/// Parts of a survey record are written; what stands there already is left out.
pub(super) fn writing(topic: &Topic, parts: &[(SurveyPart, String)]) -> Verdict {
    need_open(topic)?;
    if parts.is_empty() {
        return Err(AffairRefusal::Missing(Blank::Survey));
    }
    let mut written: Vec<(SurveyPart, String)> = Vec::new();
    for (part, text) in parts {
        let text = some_words(Some(text))?.unwrap_or_default();
        written.retain(|(other, _)| other != part);
        if topic.survey.part(*part).unwrap_or_default() != text {
            written.push((*part, text));
        }
    }
    if written.is_empty() {
        return Err(AffairRefusal::Unchanged(topic.case.clone()));
    }
    Ok(vec![LedgerEvent::SurveyWritten { topic: topic.case.clone(), parts: written }])
}

/// Somebody went out: with place, date, and how many were reached. A topic that is closed may be
/// called upon again (回访).
pub(super) fn going_out(ledger: &Ledger, ground: &Ground, outing: &Outing) -> Verdict {
    if let Some(case) = &outing.topic {
        need_dealt_with(need(ledger, case)?)?;
    }
    if outing.on > ground.today {
        return Err(AffairRefusal::InTheFuture(outing.on));
    }
    if !(1..=MOST_REACHED).contains(&outing.count) {
        let (given, most) = (outing.count, MOST_REACHED);
        return Err(AffairRefusal::CountOutOfBounds { given, most });
    }
    let by = outing.by.iter().filter(|name| !name.trim().is_empty());
    Ok(vec![LedgerEvent::OutingMade(Outing {
        kind: outing.kind,
        on: outing.on,
        place: words(&outing.place, Blank::Place)?,
        topic: outing.topic.clone(),
        count: outing.count,
        by: by.map(|name| words(name, Blank::Proposer)).collect::<Result<_, _>>()?,
        note: some_words(outing.note.as_deref())?,
    })])
}

/// A topic may be consulted on though its survey lacks something, for a reason.
pub(super) fn waiving(topic: &Topic, ground: &Ground, why: &str) -> Verdict {
    need_open(topic)?;
    let why = words(why, Blank::Why)?;
    if survey_lacks(topic, ground).is_empty() {
        return Err(AffairRefusal::NothingToWaive(topic.case.clone()));
    }
    if topic.survey_waived.as_ref() == Some(&why) {
        return Err(AffairRefusal::Unchanged(topic.case.clone()));
    }
    Ok(vec![LedgerEvent::SurveyWaived { topic: topic.case.clone(), why }])
}
