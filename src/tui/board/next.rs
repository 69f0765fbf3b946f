//! What comes next for the topic under the bar, and the command that does it.

use super::model::Model;
use super::speak::beginning;
use crate::domain::affairs::{TopicStep, needs_lacking, next_for, stage_name};
use crate::domain::procedure::Need;
use crate::domain::survey::Lacking;
use crate::domain::topic::Topic;
use crate::grammar::affairs::fields::{Field, labels};
use crate::grammar::affairs::verb::AffairVerb;
use crate::phrase::affairs::lacking_list;
use crate::text::words::{Lang, Words, id};

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// In words.
    pub told: String,
    /// The beginning of the command that does it.
    pub line: Option<String>,
    /// The meeting in which it is done.
    pub session: Option<String>,
}

/// What a stage to come still needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The stage, counted from 1.
    pub stage: u32,
    /// What keeps the topic out.
    pub blocks: Vec<Need>,
    /// What is told and does not hinder.
    pub warns: Vec<Need>,
}

/// What the stage after the one a topic is in needs; nothing behind the last.
#[must_use]
pub fn lacking_ahead(model: &Model, topic: &Topic) -> Option<Ahead> {
    let stage = topic.stage() + 1;
    let ledger = model.ledger()?;
    if topic.state().is_over() || stage > model.ground.procedure_of(topic)?.count() {
        return None;
    }
    let (blocks, warns) = needs_lacking(ledger, &model.ground, topic, stage);
    Some(Ahead { stage, blocks, warns })
}

/// What comes next for the topic under the bar; nothing where nothing does.
#[must_use]
pub fn next(model: &Model) -> Option<Step> {
    let topic = model.topic()?;
    let step = next_for(model.ledger()?, &model.ground, topic);
    let verb = match &step {
        TopicStep::Nothing => return None,
        TopicStep::Hold(session) => {
            let title = model.meeting(session).map(|meeting| meeting.title.as_str());
            let values = [("meeting", title.unwrap_or(session).into())];
            let told = model.words.tell(id::BOARD_STEP_HOLD, &values);
            return Some(Step { told, line: None, session: Some(session.clone()) });
        }
        TopicStep::Classify => AffairVerb::Amend,
        TopicStep::Screen => AffairVerb::Screen,
        TopicStep::Survey(_) => AffairVerb::Survey,
        TopicStep::Call | TopicStep::ReportIn(_) => {
            let told = told(model, topic, &step);
            return Some(Step { told, ..Step::default() });
        }
        TopicStep::Schedule => AffairVerb::Schedule,
        TopicStep::Assign => AffairVerb::Assign,
        TopicStep::Post => AffairVerb::Post,
        TopicStep::Result | TopicStep::LookBack => AffairVerb::Result,
        TopicStep::Answer(_) => AffairVerb::Answer,
        TopicStep::Rate(_) => AffairVerb::Rate,
        TopicStep::EnterStage(_) => AffairVerb::Stage,
    };
    let told = told(model, topic, &step);
    Some(Step { told, line: Some(line(model, topic, &step, verb)), session: None })
}

/// The command as far as it is known: what is missing is typed behind it.
fn line(model: &Model, topic: &Topic, step: &TopicStep, verb: AffairVerb) -> String {
    let words = &model.words;
    let about = beginning(words, verb, Some(&topic.case));
    let label = |name| field(words, verb, name);
    match step {
        // The stage after this one is meant where none is said.
        TopicStep::EnterStage(_) => about.trim_end().to_owned(),
        TopicStep::Classify => format!("{}{}", about.trim_end(), label(Field::Class)),
        TopicStep::Survey(lacking) => {
            let part = lacking.iter().find_map(|lacking| match lacking {
                Lacking::Part(part) => Some(*part),
                _ => None,
            });
            match part {
                Some(part) => format!("{}{}", about.trim_end(), label(Field::Survey(part))),
                None if lacking.is_empty() => about,
                None => outing(model, topic, lacking),
            }
        }
        TopicStep::Rate(names) => match names.first() {
            Some(name) => format!("{about}{name} "),
            None => about,
        },
        _ => about,
    }
}

/// A field of a command with nothing in it yet: `；类别：`.
#[must_use]
pub fn field(words: &Words, verb: AffairVerb, field: Field) -> String {
    let found = labels(verb).iter().find(|label| label.field == field);
    let label = found.map_or("", |label| label.usual(words.lang()));
    words.tell(id::BOARD_STEP_FIELD, &[("label", label.into())])
}

/// The visit or briefing that a survey lacks.
fn outing(model: &Model, topic: &Topic, lacking: &[Lacking]) -> String {
    let visits = lacking.iter().any(|it| matches!(it, Lacking::Visits(_)));
    let verb = if visits { AffairVerb::Visit } else { AffairVerb::Briefing };
    let words = &model.words;
    let word = verb.word().usual(words.lang());
    let place = topic.slip.place.as_deref().unwrap_or_default();
    format!("/{word} {place}{}{}", field(words, verb, Field::Topic), topic.case)
}

fn told(model: &Model, topic: &Topic, step: &TopicStep) -> String {
    let words = &model.words;
    match step {
        TopicStep::Classify => words.say(id::BOARD_STEP_CLASSIFY),
        TopicStep::Screen => words.say(id::BOARD_STEP_SCREEN),
        TopicStep::Survey(lacking) if lacking.is_empty() => words.say(id::BOARD_STEP_SURVEY),
        TopicStep::Survey(lacking) => {
            let list = lacking_list(words, lacking);
            words.tell(id::BOARD_STEP_SURVEY_LACKS, &[("list", list.into())])
        }
        TopicStep::Call => words.say(id::BOARD_STEP_CALL),
        TopicStep::ReportIn(_) => words.say(id::BOARD_STEP_REPORT_IN),
        TopicStep::Schedule => words.say(id::BOARD_STEP_SCHEDULE),
        TopicStep::Assign => words.say(id::BOARD_STEP_ASSIGN),
        TopicStep::Post => words.say(id::BOARD_STEP_POST),
        TopicStep::Result => words.say(id::BOARD_STEP_RESULT),
        TopicStep::LookBack => words.say(id::BOARD_STEP_LOOK_BACK),
        TopicStep::Answer(names) => {
            let names = names.join(&words.say(id::LIST_SEPARATOR));
            words.tell(id::BOARD_STEP_ANSWER, &[("names", names.into())])
        }
        TopicStep::Rate(names) => {
            let names = names.join(&words.say(id::LIST_SEPARATOR));
            words.tell(id::BOARD_STEP_RATE, &[("names", names.into())])
        }
        TopicStep::EnterStage(stage) => {
            let file = model.ground.procedure_name(topic);
            let english = words.lang() == Lang::En;
            let known = model.ground.procedure_of(topic).zip(model.ledger());
            let name = known.and_then(|(it, ledger)| stage_name(ledger, file, it, *stage, english));
            let number = || words.tell(id::BOARD_STAGE, &[("number", (*stage).into())]);
            let name = name.map_or_else(number, str::to_owned);
            words.tell(id::BOARD_STEP_STAGE, &[("stage", name.into())])
        }
        TopicStep::Hold(_) | TopicStep::Nothing => String::new(),
    }
}
