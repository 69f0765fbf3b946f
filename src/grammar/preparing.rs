//! Commands that prepare a meeting or put its preparation right (`/会名`, `/日期`, `/应到` …), and those
//! that read back what was agreed.

use crate::domain::agreement::Agreed;
use crate::domain::command::{Change, Command, SetupChange};
use crate::domain::people::{Newcomer, Who};
use crate::text::clock::parse_time;
use crate::text::dates::{DateTrouble, parse_date};

use super::Context;
use super::arguments::{anybody, arriving, names, need};
use super::misread::Misread;
use super::naming::list;
use super::numbers::{Reference, reference};
use super::promise::person_name;
use super::verb::Verb;

type Read<T> = Result<T, Misread>;

/// Words that take away what was set.
const NOTHING: [&str; 8] = ["无", "没有", "不定", "待定", "none", "nobody", "nowhere", "-"];

/// Whether a text says that there is nothing.
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    NOTHING.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// A text; a word for nothing takes it away.
#[must_use]
pub fn text_change(text: &str) -> Change<String> {
    if is_nothing(text) { Change::Away } else { Change::To(text.to_owned()) }
}

/// A name, which may be typed in pinyin or by initials; a word for nobody takes it away.
///
/// # Errors
/// [`Misread::SeveralPeople`] when it could be more than one.
pub fn name_change(text: &str, context: Context<'_>) -> Read<Change<String>> {
    match text_change(text) {
        Change::To(typed) => Ok(person_name(&typed, context)?.into()),
        other => Ok(other),
    }
}

/// A day as it is typed.
///
/// # Errors
/// The [`Misread`] that says what is wrong with it.
pub fn day(text: &str, context: Context<'_>) -> Read<chrono::NaiveDate> {
    parse_date(text, context.today).map_err(|trouble| match trouble {
        DateTrouble::NotADate => Misread::NotADate(text.to_owned()),
        DateTrouble::Impossible { .. } => Misread::NoSuchDay(text.to_owned()),
    })
}

/// A time of day as it is typed.
///
/// # Errors
/// The [`Misread`] that says what is wrong with it.
pub fn time_of_day(text: &str) -> Read<chrono::NaiveTime> {
    match parse_time(text) {
        Ok(Some(time)) => Ok(time),
        Ok(None) => Err(Misread::NotATime(text.to_owned())),
        Err(_) => Err(Misread::NoSuchTime(text.to_owned())),
    }
}

/// What a word of the setup and what follows it ask for.
pub(super) fn setup(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(verb, rest)?;
    let mut change = SetupChange::default();
    match verb {
        Verb::Title => change.title = Some(rest.to_owned()),
        Verb::Date => change.on = Some(day(rest, context)?),
        Verb::Time if is_nothing(rest) => change.starts = Change::Away,
        Verb::Time => change.starts = Change::To(time_of_day(rest)?),
        Verb::Place => change.place = text_change(rest),
        Verb::Chair => change.facilitator = name_change(rest, context)?,
        _ => change.recorder = name_change(rest, context)?,
    }
    Ok(Command::ChangeSetup(change))
}

/// `/应到 陈桂花 3栋、王小明`
pub(super) fn expect(rest: &str, context: Context<'_>) -> Read<Command> {
    people(need(Verb::Expect, rest)?, context).map(Command::Expect)
}

/// The people in a list, known or new, as they are expected: `陈桂花 3栋、王小明（物业）`.
///
/// # Errors
/// The [`Misread`] that asks back whom it could mean.
pub fn people(text: &str, context: Context<'_>) -> Read<Vec<Newcomer>> {
    names(text, context).map(|one| Ok(newcomer(arriving(one, context)?, context))).collect()
}

/// Somebody as they are expected; whoever is here already was.
fn newcomer(who: Who, context: Context<'_>) -> Newcomer {
    match who {
        Who::Joining(newcomer) => newcomer,
        Who::Present(person) => {
            context.session.person(person).map_or_else(Newcomer::default, |known| Newcomer {
                name: known.name.clone(),
                role: known.role.clone(),
                household: known.household.clone(),
                key: known.key.clone(),
            })
        }
    }
}

/// `/不来 王小明、李强：出差`
pub(super) fn unexpect(rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(Verb::Unexpect, rest)?;
    let (people, why) = match rest.split_once([':', '：']) {
        Some((people, why)) => (people, Some(why.trim())),
        None => (rest, None),
    };
    let why = why.filter(|why| !why.is_empty()).map(str::to_owned);
    let expected = list(people)
        .map(|one| context.directory.expected(context.session, one))
        .collect::<Read<Vec<_>>>()?;
    if expected.is_empty() {
        return Err(Misread::Incomplete(Verb::Unexpect));
    }
    Ok(Command::Unexpect { expected, why })
}

/// `/确认`, `/确认 R1`, `/确认 A2 王小明、李强`, `/确认 王小明`
pub(super) fn confirm(rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = rest.trim().trim_end_matches(['。', '.']);
    let (what, people) = match reference(rest) {
        Ok((Reference::Resolution(id), people)) => (Some(Agreed::Resolution(id)), people),
        Ok((Reference::Action(id), people)) => (Some(Agreed::Action(id)), people),
        Ok(_) => return Err(Misread::NotAReference(rest.to_owned())),
        // What begins with no number begins with a name, or there is nothing.
        Err(_) => (None, rest),
    };
    let by = confirmers(people, context)?;
    Ok(Command::Confirm { what, by })
}

/// Those who confirm something, in a list.
///
/// # Errors
/// The [`Misread`] that asks back whom it could mean.
pub fn confirmers(text: &str, context: Context<'_>) -> Read<Vec<Who>> {
    names(text, context).map(|one| anybody(one, context)).collect()
}
