//! Commands that tie a meeting to the community's topics and procedures: `/议题 #17 | 20`, `/关联 2 #17`,
//! `/免调研 2 理由`, `/程序 云岩六步`.

use crate::domain::affairs::{AffairRefusal, NamedProcedure, need_dealt_with};
use crate::domain::command::Command;
use crate::domain::item::PlannedItem;
use crate::domain::linking;
use crate::domain::procedure::Adopted;
use crate::domain::topic::{CaseNo, Topic, TopicState};
use crate::phrase;
use crate::text::clock::parse_minutes;
use crate::text::pinyin::Readings;
use crate::text::width::{fold, fold_char};
use crate::text::words::Words;

use super::Context;
use super::agenda::planned;
use super::arguments::{Read, item_at, need};
use super::complete::Completion;
use super::misread::Misread;
use super::numbers::leading;
use super::procedures::named;
use super::verb::Verb;

/// Words before a reason, as people type them.
const REASON: [&str; 6] = ["理由", "原因", "reason", "why", "because", "despite"];

/// A topic as a line names it, and what is said of it.
struct Named<'a> {
    case: CaseNo,
    title: Option<String>,
    minutes: Option<u32>,
    despite: Option<&'a str>,
}

/// The case number that a text begins with, `#17` or `#17-4a1c`, and what follows. `None` where
/// there is no mark or what follows makes it something else (`#1楼`).
fn case_behind_mark(text: &str) -> Option<(CaseNo, &str)> {
    let rest = text.trim_start().strip_prefix(['#', '＃'])?;
    leading_case(rest)
}

fn leading_case(text: &str) -> Option<(CaseNo, &str)> {
    let text = text.trim_start();
    let part = |c: char| fold_char(c).is_ascii_alphanumeric() || fold_char(c) == '-';
    let end = text.char_indices().find(|(_, c)| !part(*c)).map_or(text.len(), |(at, _)| at);
    let (case, rest) = text.split_at(end);
    let case: String = case.chars().map(fold_char).collect();
    let case = case.to_lowercase().parse().ok()?;
    let rest = rest.strip_prefix('号').unwrap_or(rest);
    let apart = |c: char| c.is_whitespace() || is_bar(c) || "，,：:。".contains(c);
    (rest.is_empty() || rest.starts_with(apart)).then_some((case, rest))
}

const fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '；' | ';')
}

/// What follows the number of a topic: a title of its own, minutes, a reason.
fn parts(case: CaseNo, rest: &str) -> Named<'_> {
    let mut named = Named { case, title: None, minutes: None, despite: None };
    for part in rest.split(is_bar) {
        let part = part.trim_matches(|c: char| c.is_whitespace() || "，,：:。".contains(c));
        if let Some(why) = reason(part) {
            named.despite = Some(why);
        } else if let Some(minutes) = parse_minutes(part) {
            named.minutes = Some(minutes);
        } else if !part.is_empty() {
            let PlannedItem { title, minutes } = planned(part);
            named.title = Some(title);
            named.minutes = minutes.or(named.minutes);
        }
    }
    named
}

/// `理由：情况紧急`
fn reason(part: &str) -> Option<&str> {
    let (label, why) = part.split_once([':', '：'])?;
    let label = label.trim();
    REASON.iter().any(|known| label.eq_ignore_ascii_case(known)).then(|| why.trim())
}

/// A topic that can be on an agenda.
fn open_topic<'a>(case: &CaseNo, context: Context<'a>) -> Read<&'a Topic> {
    let topic = context.directory.ledger().find(case);
    to_consult(topic.ok_or_else(|| Misread::NoSuchTopic(case.clone()))?)
}

/// The number of a topic and nothing else: `17`, `#17`, `17号`, `17-4a1c`.
#[must_use]
pub fn case_number(text: &str) -> Option<CaseNo> {
    let text = text.trim();
    let (case, rest) = case_behind_mark(text).or_else(|| leading_case(text))?;
    rest.trim().is_empty().then_some(case)
}

/// A topic that can be consulted on.
///
/// # Errors
/// Where it is part of another one, was not taken in, or was taken back.
pub fn to_consult(topic: &Topic) -> Result<&Topic, Misread> {
    let case = || topic.case.clone();
    match need_dealt_with(topic) {
        Ok(()) => Ok(topic),
        Err(AffairRefusal::MergedInto { topic, into }) => Err(Misread::TopicMerged(topic, into)),
        Err(_) if topic.state() == TopicState::Excluded => Err(Misread::TopicExcluded(case())),
        Err(_) => Err(Misread::TopicWithdrawn(case())),
    }
}

/// A topic added to the agenda, where a typed item is one: `#17 | 20`.
///
/// # Errors
/// When there is no such topic, or it cannot be consulted on.
pub fn item_of_topic(text: &str, context: Context<'_>) -> Result<Option<Command>, Misread> {
    let Some((case, rest)) = case_behind_mark(text) else { return Ok(None) };
    let named = parts(case, rest);
    let topic = open_topic(&named.case, context)?;
    let title = named.title.unwrap_or_else(|| topic.slip.title.clone());
    Ok(Some(Command::AddTopic {
        planned: PlannedItem { title, minutes: named.minutes },
        link: context.directory.link(topic, context.session),
        despite: named.despite.map(str::to_owned),
    }))
}

/// `/关联 2 #17`, `/关联 2 #17 情况紧急`
pub(super) fn link(rest: &str, context: Context<'_>) -> Read<Command> {
    let (place, rest) = leading(need(Verb::Link, rest)?)?;
    let item = item_at(place, context)?;
    let text = need(Verb::Link, rest)?;
    let found = case_behind_mark(text).or_else(|| leading_case(text));
    let (case, rest) = found.ok_or_else(|| Misread::NotATopic(text.to_owned()))?;
    let named = parts(case, rest);
    // The item has its title and its minutes: bare words behind the number are the reason.
    let bare =
        rest.trim_matches(|c: char| c.is_whitespace() || is_bar(c) || "，,：:。".contains(c));
    let bare = (named.minutes.is_none() && named.despite.is_none()).then_some(bare);
    let despite = named.despite.or(bare.filter(|bare| !bare.is_empty()));
    if named.minutes.is_some() || (named.title.is_some() && bare.is_none()) {
        return Err(Misread::TooMuch(Verb::Link, rest.trim().to_owned()));
    }
    let topic = open_topic(&named.case, context)?;
    let link = context.directory.link(topic, context.session);
    Ok(Command::LinkTopic { item, link, despite: despite.map(str::to_owned) })
}

/// `/免调研 2 理由`
pub(super) fn waive(rest: &str, context: Context<'_>) -> Read<Command> {
    let (place, rest) = leading(need(Verb::Waive, rest)?)?;
    let why = need(Verb::Waive, rest)?;
    let why = need(Verb::Waive, reason(why).unwrap_or(why))?.to_owned();
    Ok(Command::WaiveSurvey { item: item_at(place, context)?, why })
}

/// `/程序 云岩六步`, `/程序 三会 | 评议会`
pub(super) fn adopt(rest: &str, context: Context<'_>) -> Read<Command> {
    procedure(need(Verb::Procedure, rest)?, context).map(|it| Command::AdoptProcedure(it.into()))
}

/// The procedure that is meant by a name, and the stage behind a bar, by name or number.
///
/// # Errors
/// When there is none of that name, or it has no such stage.
pub fn procedure(text: &str, context: Context<'_>) -> Result<Adopted, Misread> {
    let known = context.directory.procedures();
    let (name, stage) = match text.split_once(is_bar) {
        Some((name, stage)) => (name.trim(), Some(stage.trim()).filter(|it| !it.is_empty())),
        None => (text.trim(), None),
    };
    let found = named(known, name)
        .ok_or_else(|| Misread::NotAProcedure(name.to_owned(), known.to_vec()))?;
    let procedure = found.procedure.as_ref().clone();
    let stage = match stage {
        None => None,
        Some(text) => {
            let called = |at: u32| procedure.stage(at).is_some_and(|it| it.is_called(text));
            let at = (1..=procedure.count()).find(|at| called(*at));
            Some(at.map_or_else(|| super::numbers::number(text), Ok)?)
        }
    };
    Ok(Adopted { file: found.file.clone(), procedure, stage })
}

/// Most completions offered.
const MOST: usize = 8;

/// Procedures by what was typed of their name.
pub(super) fn procedures(
    typed: &str,
    from: usize,
    context: Context<'_>,
    words: &Words,
) -> Vec<Completion> {
    let typed = fold(typed.trim()).to_lowercase();
    let fits = |known: &&NamedProcedure| {
        let name = fold(&phrase::procedure_title(words, &known.procedure)).to_lowercase();
        let sounds = || Readings::of(&known.procedure.name).matches(&typed).is_some();
        name.contains(&typed) || known.file.starts_with(&typed) || sounds()
    };
    let found = context.directory.procedures().iter().filter(fits).take(MOST);
    found
        .map(|known| {
            let insert = phrase::procedure_title(words, &known.procedure);
            let stages = (1..).zip(&known.procedure.stages);
            let stages: Vec<String> =
                stages.map(|(at, stage)| phrase::stage_label(words, stage, at)).collect();
            Completion { from, label: insert.clone(), insert, about: stages.join(" > ") }
        })
        .collect()
}

/// Topics that wait for a meeting, by number or by what is typed behind the mark.
pub(super) fn offered(typed: &str, from: usize, context: Context<'_>) -> Vec<Completion> {
    let Some(typed) = typed.strip_prefix(['#', '＃']) else { return Vec::new() };
    let typed = fold(typed.trim()).to_lowercase();
    let ledger = context.directory.ledger();
    let links = context.session.agenda().filter_map(|item| item.topic.as_deref());
    let linked = links.filter_map(|link| linking::linked(context.session, link, ledger));
    let taken: Vec<&CaseNo> = linked.map(|topic| &topic.case).collect();
    let fits = |topic: &&Topic| {
        waits(topic)
            && (topic.case.to_string().starts_with(&typed)
                || topic.slip.title.to_lowercase().contains(&typed))
            && !taken.contains(&&topic.case)
    };
    let found = ledger.topics.values().filter(fits).take(MOST);
    found
        .map(|topic| {
            let label = format!("#{}", topic.case);
            let insert = format!("{label} ");
            Completion { from, insert, label, about: topic.slip.title.clone() }
        })
        .collect()
}

/// Whether a topic may still come before a meeting: it is not over, and on no agenda.
#[must_use]
pub fn waits(topic: &Topic) -> bool {
    matches!(topic.state(), TopicState::Raised | TopicState::Accepted | TopicState::Reopened)
}
