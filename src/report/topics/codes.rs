//! The words by which machines know what topics are and become: stable, lower case, the same in both
//! languages.

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use crate::domain::rules::SurveyPart;
use crate::domain::survey::Lacking;
use crate::domain::topic::{Class, Level, ResultClass, Satisfaction, Source, TopicState};

const fn state_code(state: TopicState) -> &'static str {
    match state {
        TopicState::Raised => "raised",
        TopicState::Accepted => "accepted",
        TopicState::Scheduled => "scheduled",
        TopicState::Consulted => "consulted",
        TopicState::Handling => "handling",
        TopicState::Reopened => "reopened",
        TopicState::Resulted => "resulted",
        TopicState::Closed => "closed",
        TopicState::Excluded => "excluded",
        TopicState::Merged => "merged",
        TopicState::Withdrawn => "withdrawn",
    }
}

const fn class_code(class: Class) -> &'static str {
    match class {
        Class::Livelihood => "livelihood",
        Class::Neighbours => "neighbours",
        Class::Petition => "petition",
        Class::Rights => "rights",
        Class::Governance => "governance",
    }
}

const fn level_code(level: Level) -> &'static str {
    match level {
        Level::Community => "community",
        Level::Street => "street",
        Level::District => "district",
    }
}

const fn source_code(source: Source) -> &'static str {
    match source {
        Source::Slip => "slip",
        Source::Visit => "visit",
        Source::Call => "call",
        Source::ParkingList => "parking_list",
        Source::Unresolved => "unresolved",
    }
}

const fn result_code(result: ResultClass) -> &'static str {
    match result {
        ResultClass::Solved => "solved",
        ResultClass::Underway => "under_way",
        ResultClass::Planned => "planned",
        ResultClass::Reference => "reference",
    }
}

const fn satisfaction_code(satisfaction: Satisfaction) -> &'static str {
    match satisfaction {
        Satisfaction::Satisfied => "satisfied",
        Satisfaction::MostlySatisfied => "mostly_satisfied",
        Satisfaction::Dissatisfied => "dissatisfied",
    }
}

const fn part_code(part: SurveyPart) -> &'static str {
    match part {
        SurveyPart::Method => "method",
        SurveyPart::Sites => "sites",
        SurveyPart::People => "people",
        SurveyPart::Facts => "facts",
        SurveyPart::Policy => "policy",
        SurveyPart::Options => "options",
        SurveyPart::Questions => "questions",
    }
}

/// Where a topic stands, as machines know it.
#[must_use]
pub(super) const fn state_of(state: TopicState) -> &'static str {
    state_code(state)
}

type Written<S> = Result<<S as Serializer>::Ok, <S as Serializer>::Error>;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(super) fn state<S: Serializer>(state: &TopicState, to: S) -> Written<S> {
    to.serialize_str(state_code(*state))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(super) fn source<S: Serializer>(source: &Source, to: S) -> Written<S> {
    to.serialize_str(source_code(*source))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(super) fn satisfaction<S: Serializer>(satisfaction: &Satisfaction, to: S) -> Written<S> {
    to.serialize_str(satisfaction_code(*satisfaction))
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature is serde's"
)]
pub(super) fn class<S: Serializer>(class: &Option<Class>, to: S) -> Written<S> {
    class.map(class_code).serialize(to)
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature is serde's"
)]
pub(super) fn level<S: Serializer>(level: &Option<Level>, to: S) -> Written<S> {
    level.map(level_code).serialize(to)
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature is serde's"
)]
pub(super) fn result<S: Serializer>(result: &Option<ResultClass>, to: S) -> Written<S> {
    result.map(result_code).serialize(to)
}

pub(super) fn parts<S: Serializer>(parts: &[SurveyPart], to: S) -> Written<S> {
    let mut list = to.serialize_seq(Some(parts.len()))?;
    for part in parts {
        list.serialize_element(part_code(*part))?;
    }
    list.end()
}

/// What is lacking, and how often.
#[derive(Serialize)]
struct Lack {
    what: &'static str,
    count: u32,
}

pub(super) fn lacks<S: Serializer>(lacks: &[Lacking], to: S) -> Written<S> {
    let mut list = to.serialize_seq(Some(lacks.len()))?;
    for lack in lacks {
        let lack = match *lack {
            Lacking::Part(part) => Lack { what: part_code(part), count: 1 },
            Lacking::Visits(count) => Lack { what: "visits", count },
            Lacking::Briefings(count) => Lack { what: "briefings", count },
        };
        list.serialize_element(&lack)?;
    }
    list.end()
}
