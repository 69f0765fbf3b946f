//! A topic in a row, in no language; programs read it as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::codes;
use crate::domain::affairs::{
    Ground, TopicStep, days_late, due, next_for, stage_name, survey_lacks,
};
use crate::domain::ledger::Ledger;
use crate::domain::rules::SurveyPart;
use crate::domain::survey::Lacking;
use crate::domain::topic::{
    Class, Decision, Level, ResultClass, Satisfaction, Source, Topic, TopicState,
};

/// A community whose topics are told.
#[derive(Debug, Clone, Copy)]
pub struct Board<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What is known of its topics.
    pub ledger: &'a Ledger,
    /// Procedures and rules.
    pub ground: &'a Ground,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TopicRow {
    /// `COMMUNITY/17`.
    pub id: String,
    /// The community.
    pub community_id: String,
    /// Its name.
    pub community_name: String,
    /// The case number.
    pub case: String,
    /// What it is about.
    pub title: String,
    /// Where it stands.
    #[serde(serialize_with = "codes::state")]
    pub state: TopicState,
    /// Its class.
    #[serde(serialize_with = "codes::class")]
    pub class: Option<Class>,
    /// The level it is dealt with at.
    #[serde(serialize_with = "codes::level")]
    pub level: Option<Level>,
    /// By which way it came in.
    #[serde(serialize_with = "codes::source")]
    pub source: Source,
    /// The channel.
    pub channel: Option<String>,
    /// The day it was brought up.
    pub date: NaiveDate,
    /// Who brought it up or signed it.
    pub proposers: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// What is proposed.
    pub suggestion: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The group affected.
    pub group: Option<String>,
    /// `SESSION/P1`, where it comes from a meeting.
    pub origin: Option<String>,
    /// The ground on which it is not dealt with.
    pub excluded: Option<String>,
    /// Where to turn instead.
    pub redirect: Option<String>,
    /// Who approved the screening.
    pub approver: Option<String>,
    /// The procedure, by the name of its file.
    pub procedure: String,
    /// The stage it is in.
    pub stage: u32,
    /// What that is called, in Chinese or in the community's own words.
    pub stage_name: Option<String>,
    /// The topics merged into it.
    pub merged: Vec<String>,
    /// The topic it was merged into.
    pub merged_into: Option<String>,
    /// What its survey lacks.
    #[serde(serialize_with = "codes::lacks")]
    pub survey_lacks: Vec<Lacking>,
    /// The parts of its survey record that are written.
    #[serde(serialize_with = "codes::parts")]
    pub survey_parts: Vec<SurveyPart>,
    /// Household visits for it.
    pub visits: u32,
    /// Policy briefings for it.
    pub briefings: u32,
    /// Meetings that have it on their agenda.
    pub sessions: Vec<String>,
    /// The lead unit that was charged last.
    pub unit: Option<String>,
    /// By when something is to be done about it.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// What came of it.
    #[serde(serialize_with = "codes::result")]
    pub result: Option<ResultClass>,
    /// What was reported with that.
    pub result_note: Option<String>,
    /// How proposers rate the latest result.
    pub ratings: Vec<RatingRow>,
    /// Proposers who are owed an answer.
    pub answer_owed: Vec<String>,
    /// The day something about it was entered last.
    pub touched: NaiveDate,
    /// What comes next.
    #[serde(skip)]
    pub next: TopicStep,
}

/// A rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RatingRow {
    /// Whose.
    pub name: String,
    /// Of the handling.
    #[serde(serialize_with = "codes::satisfaction")]
    pub handling: Satisfaction,
    /// Of the result.
    #[serde(serialize_with = "codes::satisfaction")]
    pub result: Satisfaction,
}

/// The names of those who stand behind a topic; with the unit where the community knows several
/// people of one name.
fn proposers(ledger: &Ledger, topic: &Topic) -> Vec<String> {
    let named = |proposer: &crate::domain::topic::Proposer| {
        let known = proposer.key.as_ref().and_then(|key| ledger.people.get(key));
        let namesakes = ledger.people.values().filter(|it| it.name == proposer.name).count();
        match known.and_then(|known| known.household.as_ref()).filter(|_| namesakes > 1) {
            Some(household) => format!("{}({household})", proposer.name),
            None => proposer.name.clone(),
        }
    };
    topic.proposers.iter().map(named).collect()
}

/// A topic of a community in a row.
#[must_use]
pub fn row_of(board: Board<'_>, topic: &Topic) -> TopicRow {
    let (ledger, ground) = (board.ledger, board.ground);
    let slip = &topic.slip;
    let (excluded, redirect) = match topic.decision() {
        Some(Decision::Excluded { ground, redirect }) => (Some(ground), Some(redirect)),
        _ => (None, None),
    };
    let file = ground.procedure_name(topic);
    let stage = topic.stage();
    let due = due(ledger, ground, topic);
    let procedure = ground.procedure(file);
    let named = procedure.and_then(|it| stage_name(ledger, file, it, stage, false));
    let result = topic.results.last();
    let rating = |rating: &crate::domain::topic::TopicRating| RatingRow {
        name: rating.name.clone(),
        handling: rating.handling,
        result: rating.result,
    };
    TopicRow {
        id: format!("{}/{}", board.id, topic.case),
        community_id: board.id.to_owned(),
        community_name: board.name.to_owned(),
        case: topic.case.to_string(),
        title: slip.title.clone(),
        state: topic.state(),
        class: slip.class,
        level: topic.level(),
        source: slip.source,
        channel: slip.channel.clone(),
        date: slip.on,
        proposers: proposers(ledger, topic),
        reason: slip.reason.clone(),
        suggestion: slip.suggestion.clone(),
        place: slip.place.clone(),
        group: slip.group.clone(),
        origin: slip.origin.as_ref().map(|it| format!("{}/{}", it.session, it.what)),
        excluded: excluded.cloned(),
        redirect: redirect.cloned(),
        approver: topic.screening.as_ref().and_then(|it| it.approver.clone()),
        procedure: file.to_owned(),
        stage,
        stage_name: named.map(str::to_owned),
        merged: topic.merged.iter().map(ToString::to_string).collect(),
        merged_into: topic.merged_into.as_ref().map(ToString::to_string),
        survey_lacks: survey_lacks(topic, ground),
        survey_parts: SurveyPart::ALL
            .into_iter()
            .filter(|part| topic.survey.part(*part).is_some())
            .collect(),
        visits: topic.survey.visits,
        briefings: topic.survey.briefings,
        sessions: topic.consultations.iter().map(|it| it.session.clone()).collect(),
        unit: topic.assignments.last().map(|it| it.unit.clone()),
        due,
        overdue: days_late(due, ground.today).is_some(),
        result: result.map(|it| it.class),
        result_note: result.and_then(|it| it.note.clone()),
        ratings: topic.ratings_of_latest().map(rating).collect(),
        answer_owed: topic.names_owed(),
        touched: topic.touched.date_naive(),
        next: next_for(ledger, ground, topic),
    }
}
