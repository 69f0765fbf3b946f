//! What happened to a topic, in the order of time.

use super::model::Model;
use super::view::told_rating;
use crate::domain::affairs::stage_name;
use crate::domain::record::Moment;
use crate::domain::topic::{Decision, Topic};
use crate::phrase::affairs as told;
use crate::text::words::{Lang, id};

/// What happened, oldest first. Meetings are told apart: their records tell of them.
#[must_use]
pub fn history(model: &Model, topic: &Topic) -> Vec<(Moment, String)> {
    let words = &model.words;
    let mut all: Vec<(Moment, String)> =
        vec![(topic.at, words.tell(id::BOARD_WAS_RAISED, &[("by", topic.by.as_str().into())]))];
    if let Some(screening) = &topic.screening {
        let decided = match &screening.decision {
            Decision::Accepted { level } => {
                let level = told::level(words, *level);
                words.tell(id::BOARD_WAS_ACCEPTED, &[("level", level.into())])
            }
            Decision::Excluded { ground, .. } => {
                words.tell(id::BOARD_WAS_EXCLUDED, &[("ground", ground.as_str().into())])
            }
        };
        let by = screening.approver.as_ref().map_or_else(String::new, |by| format!("  {by}"));
        all.push((screening.at, format!("{decided}{by}")));
    }
    for entered in &topic.stages {
        let stage = stage(model, topic, entered.stage);
        let mut told = words.tell(id::BOARD_WAS_ENTERED, &[("stage", stage.into())]);
        if let Some(why) = &entered.despite {
            told = words.tell(id::BOARD_DESPITE, &[("told", told.into()), ("why", why.into())]);
        }
        all.push((entered.at, told));
    }
    if let Some(at) = topic.survey.at {
        all.push((at, words.say(id::BOARD_WAS_SURVEYED)));
    }
    for assigned in &topic.assignments {
        let values = [("unit", assigned.unit.as_str().into())];
        all.push((assigned.at, words.tell(id::BOARD_WAS_ASSIGNED, &values)));
    }
    all.extend(topic.postings.iter().map(|it| (it.at, words.say(id::BOARD_WAS_POSTED))));
    for result in &topic.results {
        let class = told::result_class(words, result.class);
        all.push((result.at, words.tell(id::BOARD_WAS_RESULTED, &[("class", class.into())])));
    }
    all.extend(topic.ratings.iter().map(|it| (it.at, told_rating(model, it))));
    for answer in &topic.answers {
        let names = answer.names.join(&words.say(id::LIST_SEPARATOR));
        let values = [("names", names.into()), ("how", answer.how.as_str().into())];
        all.push((answer.at, words.tell(id::BOARD_WAS_ANSWERED, &values)));
    }
    // Stable: of one moment in the order above.
    all.sort_by_key(|(at, _)| *at);
    all
}

/// What a stage is called, or its number.
fn stage(model: &Model, topic: &Topic, stage: u32) -> String {
    let file = model.ground.procedure_name(topic);
    let english = model.words.lang() == Lang::En;
    let known = model.ground.procedure_of(topic).zip(model.ledger());
    let name = known.and_then(|(known, ledger)| stage_name(ledger, file, known, stage, english));
    match name {
        Some(name) => name.to_owned(),
        None => model.words.tell(id::BOARD_STAGE, &[("number", stage.into())]),
    }
}
