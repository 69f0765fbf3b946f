//! Commands that put the agenda right while the meeting runs: `/插入`, `/拆分`, `/结转`, `/几点散会`.

use chrono::{NaiveTime, TimeDelta};

use crate::domain::command::{Change, Command};
use crate::domain::item::PlannedItem;
use crate::text::clock::parse_minutes;

use super::Context;
use super::agenda::planned;
use super::arguments::{item_at, need};
use super::misread::Misread;
use super::numbers::leading;
use super::preparing::{is_nothing, time_of_day};
use super::verb::Verb;

type Read<T> = Result<T, Misread>;

/// What a word of the time plan and what follows it ask for.
pub(super) fn time_plan(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(verb, rest)?;
    if verb == Verb::Ends {
        let ends = if is_nothing(rest) {
            Change::Away
        } else {
            Change::To(after_beginning(time_of_day(rest)?, context))
        };
        return Ok(Command::SetEnd(ends));
    }
    let (place, argument) = leading(rest)?;
    match verb {
        Verb::Insert => {
            let planned = part_of(need(verb, argument)?);
            Ok(Command::InsertItem { planned, at: place.wrapping_sub(1) })
        }
        Verb::Carry => {
            let why = argument.trim();
            let why = (!why.is_empty()).then(|| why.to_owned());
            Ok(Command::CarryItem { item: item_at(place, context)?, why })
        }
        _ => {
            let (first, second) = parts(need(verb, argument)?);
            if second.title.is_empty() {
                return Err(Misread::Incomplete(verb));
            }
            Ok(Command::SplitItem { item: item_at(place, context)?, first, second })
        }
    }
}

/// `9点` of a meeting that began at seven in the evening is nine in the evening.
fn after_beginning(time: NaiveTime, context: Context<'_>) -> NaiveTime {
    let session = context.session;
    let began = session.opened.map(|at| at.time()).or(session.setup.starts);
    let (later, wrapped) = time.overflowing_add_signed(TimeDelta::hours(12));
    match began {
        Some(began) if wrapped == 0 && time < began && later > began => later,
        _ => time,
    }
}

/// `划线 10 | 收费 5`: the two parts of an item; only what is new if there is no bar.
fn parts(text: &str) -> (PlannedItem, PlannedItem) {
    let mut parts: Vec<PlannedItem> = Vec::new();
    for part in text.split(['|', '｜', '；', ';']).map(str::trim) {
        match (parse_minutes(part), parts.last_mut()) {
            // `划线 | 10 | 收费 | 5`, as it is written in an agenda.
            (Some(minutes), Some(before)) if before.minutes.is_none() => {
                before.minutes = Some(minutes);
            }
            _ => parts.push(part_of(part)),
        }
    }
    let mut parts = parts.into_iter();
    let nothing = PlannedItem { title: String::new(), minutes: None };
    match (parts.next(), parts.next()) {
        (Some(first), Some(second)) => (first, second),
        (Some(only), None) => (nothing, only),
        (None, _) => (nothing.clone(), nothing),
    }
}

/// A title and its minutes, which need no unit here: the time plan is what these commands are for.
fn part_of(text: &str) -> PlannedItem {
    let item = planned(text);
    if item.minutes.is_some() {
        return item;
    }
    let timed = text.rsplit_once(char::is_whitespace).and_then(|(title, last)| {
        let title = title.trim().to_owned();
        Some(PlannedItem { title, minutes: Some(parse_minutes(last)?) })
    });
    timed.unwrap_or(item)
}
