//! Survey records, household visits and policy briefings.

use super::fields::{Field, parted};
use super::misread::AffairMisread;
use super::naming::{
    case, case_alone, count, leading_case_or_place, names, need, past_day, said, text, text_or,
};
use super::verb::AffairVerb;
use super::{AffairContext, Read};
use crate::domain::affairs::Affair;
use crate::domain::survey::{Outing, OutingKind};

pub(super) fn survey(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Survey;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    // A part that says nothing is taken away.
    let parts: Vec<_> = parted
        .fields
        .iter()
        .filter_map(|(field, text)| match field {
            Field::Survey(part) => Some((*part, (*text).to_owned())),
            _ => None,
        })
        .collect();
    if parts.is_empty() || !parted.text.is_empty() {
        return Err(AffairMisread::Incomplete(VERB));
    }
    Ok(Affair::WriteSurvey { topic, parts })
}

/// `/走访 3栋2单元；议题：17；户数：3`, or with the topic's number before the place.
pub(super) fn outing(verb: AffairVerb, rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    let (before, rest) = match leading_case_or_place(rest) {
        Some((typed, after)) => (Some(case_alone(&typed, context)?), after),
        None => (None, rest),
    };
    let parted = parted(verb, rest)?;
    let named = said(verb, &parted, Field::Topic)?;
    let topic = match (before, named) {
        (Some(_), Some(named)) => return Err(AffairMisread::TooMuch(verb, named.to_owned())),
        (before, named) => named.map(|it| case_alone(it, context)).transpose()?.or(before),
    };
    let kind = if verb == AffairVerb::Visit { OutingKind::Visit } else { OutingKind::Briefing };
    let place = need(verb, text_or(verb, &parted, Field::Place)?.unwrap_or_default())?;
    let counted = said(verb, &parted, Field::Count)?.map(count).transpose()?;
    let day = said(verb, &parted, Field::On)?;
    Ok(Affair::GoOut(Outing {
        kind,
        on: day.map_or(Ok(context.today), |day| past_day(day, context.today))?,
        place: place.to_owned(),
        topic,
        count: match (counted, kind) {
            (Some(count), _) => count,
            // One goes to one household, where nothing else is said; how many listened one must say.
            (None, OutingKind::Visit) => 1,
            (None, OutingKind::Briefing) => return Err(AffairMisread::Incomplete(verb)),
        },
        by: said(verb, &parted, Field::By)?.map_or(Ok(Vec::new()), |by| names(by, context))?,
        note: text(verb, &parted, Field::Note)?,
    }))
}

pub(super) fn waive(rest: &str, context: AffairContext<'_>) -> Read<Affair> {
    const VERB: AffairVerb = AffairVerb::Waive;
    let (topic, rest) = case(VERB, rest, context)?;
    let parted = parted(VERB, rest)?;
    let why = text_or(VERB, &parted, Field::Reason)?.unwrap_or_default();
    Ok(Affair::WaiveSurvey { topic, why: need(VERB, why)?.to_owned() })
}
