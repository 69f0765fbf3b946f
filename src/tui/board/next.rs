//! What comes next for the topic under the bar, and the command that does it.

use super::model::Model;
use super::speak::beginning;
use crate::domain::affairs::{TopicStep, needs_lacking, next_for};
use crate::domain::procedure::Need;
use crate::domain::survey::Lacking;
use crate::domain::topic::Topic;
use crate::grammar::affairs::fields::{Field, labels};
use crate::grammar::affairs::verb::AffairVerb;
use crate::phrase::affairs::{topic_step, topic_step_begun};
use crate::text::words::{Words, id};

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
    let (topic, ledger) = (model.topic()?, model.ledger()?);
    let (words, ground) = (&model.words, &model.ground);
    let step = next_for(ledger, ground, topic);
    match &step {
        TopicStep::Nothing => None,
        TopicStep::Hold(session) => {
            let title = model.meeting(session).map(|meeting| meeting.title.as_str());
            let values = [("meeting", title.unwrap_or(session).into())];
            let told = words.tell(id::BOARD_STEP_HOLD, &values);
            Some(Step { told, line: None, session: Some(session.clone()) })
        }
        other => {
            let told = topic_step(words, ledger, ground, topic, other);
            Some(Step { told, line: line(model, topic, other), session: None })
        }
    }
}

/// The command as far as it is known: what is missing is typed behind it.
fn line(model: &Model, topic: &Topic, step: &TopicStep) -> Option<String> {
    let words = &model.words;
    let about = |verb| beginning(words, verb, Some(&topic.case));
    let begun =
        |verb, field| format!("{}{}", about(verb).trim_end(), self::field(words, verb, field));
    Some(match step {
        TopicStep::Classify => begun(AffairVerb::Amend, Field::Class),
        TopicStep::Survey(lacking) => {
            let part = lacking.iter().find_map(|lacking| match lacking {
                Lacking::Part(part) => Some(*part),
                _ => None,
            });
            match part {
                Some(part) => begun(AffairVerb::Survey, Field::Survey(part)),
                None if lacking.is_empty() => about(AffairVerb::Survey),
                None => outing(model, topic, lacking),
            }
        }
        TopicStep::Rate(names) if names.len() == 1 => {
            format!("{}{} ", about(AffairVerb::Rate), names.join(""))
        }
        other => return topic_step_begun(words, topic, other),
    })
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
