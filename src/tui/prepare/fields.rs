//! The rows of the form: what stands in each as one types it, and what a typed row asks for.

use crate::domain::command::{Change, Command, SetupChange};
use crate::domain::event::Event;
use crate::domain::expected::{Expected, Standing};
use crate::domain::ids::{ExpectedId, ItemId};
use crate::domain::people::Role;
use crate::domain::session::Session;
use crate::grammar::Context;
use crate::grammar::agenda::planned;
use crate::grammar::complete::{Completion, complete};
use crate::grammar::floor::floor_rules;
use crate::grammar::notice::{given_on, papers};
use crate::grammar::preparing::{day, is_nothing, name_change, people, text_change, time_of_day};
use crate::grammar::topics::{item_of_topic, procedure};
use crate::grammar::verb::Verb;
use crate::phrase::{
    bracketed, clock_time, comma_list, procedure_title, role, rules_name, stage_label,
};
use crate::text::words::{Id, Words, id};

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What the meeting is called.
    Title,
    /// The day it is held.
    Date,
    /// When it is to begin.
    Starts,
    /// Where.
    Place,
    /// Who chairs.
    Facilitator,
    /// Who is to take the record.
    Recorder,
    /// The rules of the floor.
    Rules,
    /// The procedure it is part of.
    Procedure,
    /// The papers.
    Papers,
    /// When the notice was given.
    Notice,
    /// An item of the agenda.
    Item(ItemId),
    /// An item to be added.
    NewItem,
    /// Somebody expected.
    Expected(ExpectedId),
    /// Somebody to be added to those.
    NewExpected,
}

impl Field {
    /// The row that an event tells of, if it is one of the lists'.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::ItemAdded { item, .. }
            | Event::ItemChanged { item, .. }
            | Event::ItemMoved { item, .. }
            | Event::TopicLinked { item, .. }
            | Event::ItemRemoved { item } => Some(Self::Item(*item)),
            Event::PersonExpected { expected, .. } | Event::ExpectationDropped { expected, .. } => {
                Some(Self::Expected(*expected))
            }
            _ => None,
        }
    }

    /// What stands before it.
    #[must_use]
    pub fn label(self) -> Option<Id> {
        match self {
            Self::Title => Some(id::PREPARE_TITLE),
            Self::Date => Some(id::REPORT_DATE),
            Self::Starts => Some(id::REPORT_TIME),
            Self::Place => Some(id::REPORT_PLACE),
            Self::Facilitator => Some(id::REPORT_FACILITATOR),
            Self::Recorder => Some(id::REPORT_RECORDER),
            Self::Rules => Some(id::PREPARE_RULES),
            Self::Procedure => Some(id::PREPARE_PROCEDURE),
            Self::Papers => Some(id::PREPARE_PAPERS),
            Self::Notice => Some(id::PREPARE_NOTICE),
            Self::Item(_) | Self::NewItem | Self::Expected(_) | Self::NewExpected => None,
        }
    }

    /// How it is filled in.
    #[must_use]
    pub fn hint(self) -> Id {
        match self {
            Self::Title => id::PREPARE_HINT_TITLE,
            Self::Date => id::PREPARE_HINT_DATE,
            Self::Starts => id::PREPARE_HINT_STARTS,
            Self::Place => id::PREPARE_HINT_PLACE,
            Self::Facilitator => id::PREPARE_HINT_FACILITATOR,
            Self::Recorder => id::PREPARE_HINT_RECORDER,
            Self::Rules => id::PREPARE_HINT_RULES,
            Self::Procedure => id::PREPARE_HINT_PROCEDURE,
            Self::Papers => id::PREPARE_HINT_PAPERS,
            Self::Notice => id::PREPARE_HINT_NOTICE,
            Self::Item(_) => id::PREPARE_HINT_ITEM,
            Self::NewItem => id::PREPARE_HINT_NEW_ITEM,
            Self::Expected(_) => id::PREPARE_HINT_EXPECTED,
            Self::NewExpected => id::PREPARE_HINT_NEW_EXPECTED,
        }
    }

    /// One of the agenda.
    #[must_use]
    pub fn is_agenda(self) -> bool {
        matches!(self, Self::Item(_) | Self::NewItem)
    }

    /// One of those expected.
    #[must_use]
    pub fn is_expected(self) -> bool {
        matches!(self, Self::Expected(_) | Self::NewExpected)
    }
}

/// The rows, from the top.
#[must_use]
pub fn fields(session: &Session) -> Vec<Field> {
    use Field::{
        Date, Facilitator, NewExpected, NewItem, Notice, Papers, Place, Procedure, Recorder, Rules,
        Starts, Title,
    };
    let mut fields =
        vec![Title, Date, Starts, Place, Facilitator, Recorder, Rules, Procedure, Papers, Notice];
    fields.extend(session.order.iter().map(|item| Field::Item(*item)));
    fields.push(NewItem);
    let listed = session.expected.iter().filter(|expected| expected.is_listed());
    fields.extend(listed.map(|expected| Field::Expected(expected.id)));
    fields.push(NewExpected);
    fields
}

/// What stands in a row, as one would type it.
#[must_use]
pub fn raw(words: &Words, session: &Session, field: Field) -> String {
    let setup = &session.setup;
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Field::Title => setup.title.clone(),
        Field::Date => setup.on.to_string(),
        Field::Starts => setup.starts.map(clock_time).unwrap_or_default(),
        Field::Place => some(&setup.place),
        Field::Facilitator => some(&setup.facilitator),
        Field::Recorder => some(&setup.recorder),
        Field::Rules if session.rules.is_written() => rules_name(words, &session.rules),
        Field::Procedure => session.procedure.as_deref().map_or_else(String::new, |adopted| {
            let title = procedure_title(words, &adopted.procedure);
            let stage = adopted.stage;
            let stage = stage.and_then(|at| Some((at, adopted.procedure.stage(at)?)));
            match stage {
                Some((at, stage)) => format!("{title} | {}", stage_label(words, stage, at)),
                None => title,
            }
        }),
        Field::Papers => {
            let papers: Vec<&str> = session.papers.iter().map(String::as_str).collect();
            papers.join(&words.say(id::PAPERS_SEPARATOR))
        }
        Field::Notice => session.notice.as_ref().map(|it| it.on.to_string()).unwrap_or_default(),
        Field::Item(item) => {
            session.item(item).map_or_else(String::new, |item| match item.minutes {
                Some(minutes) => format!("{} | {minutes}", item.title),
                None => item.title.to_string(),
            })
        }
        Field::Expected(expected) => {
            session.expected(expected).map_or_else(String::new, |it| raw_person(words, it))
        }
        Field::Rules | Field::NewItem | Field::NewExpected => String::new(),
    }
}

/// `刘芳（5栋、居民代表）：出差`
fn raw_person(words: &Words, expected: &Expected) -> String {
    let mut told = expected.household.iter().cloned().collect::<Vec<_>>();
    if expected.role != Role::Resident {
        told.push(role(words, &expected.role));
    }
    let mut text = expected.name.clone();
    if !told.is_empty() {
        text = bracketed(words, &text, &comma_list(words, &told));
    }
    if let Standing::Excused(why) = &expected.standing {
        text.push_str(&words.say(id::NAME_COLON));
        text.push_str(why);
    }
    text
}

/// What a typed row asks for; nothing if nothing was typed where something could be added.
///
/// # Errors
/// Why the row cannot be understood, in words.
pub fn asked(
    words: &Words,
    context: Context<'_>,
    field: Field,
    text: &str,
) -> Result<Option<Command>, String> {
    let text = text.trim();
    let mut change = SetupChange::default();
    let told = |misread: crate::grammar::misread::Misread| misread.tell(words);
    match field {
        Field::Procedure | Field::NewItem | Field::NewExpected if text.is_empty() => {
            return Ok(None);
        }
        Field::Title => change.title = Some(text.to_owned()),
        Field::Date => change.on = Some(day(text, context).map_err(told)?),
        Field::Starts if text.is_empty() || is_nothing(text) => change.starts = Change::Away,
        Field::Starts => change.starts = Change::To(time_of_day(text).map_err(told)?),
        Field::Place => change.place = text_change(text),
        Field::Facilitator => change.facilitator = name_change(text, context).map_err(told)?,
        Field::Recorder => change.recorder = name_change(text, context).map_err(told)?,
        Field::Rules => {
            let asked = floor_rules(text, context).map_err(told)?;
            return Ok(asked.map(Command::AdoptRules));
        }
        Field::Procedure => {
            let adopted = procedure(text, context).map_err(told)?;
            return Ok(Some(Command::AdoptProcedure(adopted.into())));
        }
        Field::Papers => return Ok(Some(Command::ListPapers(papers(text)))),
        Field::Notice if text.is_empty() => return Err(words.say(id::PREPARE_NOTICE_STAYS)),
        Field::Notice => {
            return Ok(Some(Command::GiveNotice(given_on(text, context).map_err(told)?)));
        }
        Field::Item(item) if text.is_empty() => return Ok(Some(Command::RemoveItem(item))),
        Field::Item(item) => {
            // The number of a topic says what the item is about.
            let topic = item_of_topic(text, context).map_err(told)?;
            if let Some(Command::AddTopic { link, despite, .. }) = topic {
                return Ok(Some(Command::LinkTopic { item, link, despite }));
            }
            let item_as_planned = planned(text);
            let minutes = item_as_planned.minutes.map_or(Change::Away, Change::To);
            let title = Some(item_as_planned.title);
            return Ok(Some(Command::ChangeItem { item, title, minutes }));
        }
        Field::NewItem => {
            let topic = item_of_topic(text, context).map_err(told)?;
            return Ok(Some(topic.unwrap_or_else(|| Command::AddItem(planned(text)))));
        }
        Field::Expected(expected) => return person(words, context, expected, text).map(Some),
        Field::NewExpected => {
            return people(text, context).map_err(told).map(Command::Expect).map(Some);
        }
    }
    Ok(Some(Command::ChangeSetup(change)))
}

/// What a typed row of somebody expected asks for: nothing left takes them off, a colon excuses
/// them, anything else puts them right.
fn person(
    words: &Words,
    context: Context<'_>,
    expected: ExpectedId,
    text: &str,
) -> Result<Command, String> {
    let (who, why) = match text.split_once([':', '：']) {
        Some((who, why)) => (who.trim(), Some(why.trim().to_owned())),
        None => (text, None),
    };
    let why = why.filter(|why| !why.is_empty());
    if who.is_empty() || why.is_some() {
        return Ok(Command::Unexpect { expected: vec![expected], why });
    }
    let mut named = people(who, context).map_err(|misread| misread.tell(words))?;
    match (named.pop(), named.is_empty()) {
        (Some(person), true) => Ok(Command::CorrectExpected { expected, person }),
        _ => Err(words.say(id::PREPARE_ONE_PERSON)),
    }
}

/// What the text up to the caret could become, as the desk would complete the same command.
#[must_use]
pub fn completions(
    words: &Words,
    context: Context<'_>,
    field: Field,
    before_caret: &str,
) -> Vec<Completion> {
    let verb = match field {
        Field::Date if !before_caret.is_empty() => Verb::Date,
        Field::Facilitator => Verb::Chair,
        Field::Recorder => Verb::Recorder,
        Field::Rules => Verb::Rule,
        Field::Procedure => Verb::Procedure,
        Field::NewItem | Field::Item(_) if before_caret.starts_with(['#', '＃']) => Verb::Item,
        Field::NewExpected | Field::Expected(_) => Verb::Expect,
        _ => return Vec::new(),
    };
    let command = format!("/{} ", verb.word().usual(words.lang()));
    let mut found = complete(&format!("{command}{before_caret}"), context, words);
    for completion in &mut found {
        completion.from = completion.from.saturating_sub(command.len());
    }
    // What stands there already need not be offered.
    found.retain(|it| before_caret.get(it.from..) != Some(it.insert.as_str()));
    found
}
