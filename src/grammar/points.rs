//! Opinions brought together, kept in reserve, moved and set aside, as one types it:
//! `/归并 2 5 7 = 停车位先给老人`, `/归并 K1 9`, `/保留 王芳：不赞成收费`, `/改归 3 2`.

use crate::domain::command::Command;
use crate::domain::ids::{ItemId, OpinionId, ParkedId, PointId};
use crate::domain::item::PlannedItem;
use crate::text::clock::parse_minutes;

use super::Context;
use super::agenda::planned;
use super::arguments::{anybody, item_at, names, need};
use super::misread::Misread;
use super::naming::is_list_mark;
use super::numbers::{Reference, leading, number, reference};
use super::opinion;
use super::verb::Verb;

type Read<T> = Result<T, Misread>;

/// The command that one of these verbs and what follows it ask for.
pub(super) fn command(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(verb, rest)?;
    match verb {
        Verb::Merge => merge(rest),
        Verb::Part => part(rest),
        Verb::Unmerge => point(verb, rest).map(Command::DissolvePoint),
        Verb::Reserve => reserve(rest, context),
        Verb::Reassign => {
            let (opinion, place) = leading(rest)?;
            let place = place.trim_start_matches("to ").trim_start_matches('到').trim_start();
            let item: ItemId = item_at(number(need(verb, place)?)?, context)?;
            Ok(Command::MoveOpinion { opinion: OpinionId(opinion), item })
        }
        Verb::OffTopic => opinion_alone(verb, rest).map(Command::SetAside),
        Verb::Unanswered => opinion_alone(verb, rest).map(Command::Reopen),
        _ => to_topic(rest),
    }
}

fn not_a_reference(text: &str) -> Misread {
    Misread::NotAReference(text.split_whitespace().next().unwrap_or(text).to_owned())
}

fn opinion_alone(verb: Verb, text: &str) -> Read<OpinionId> {
    match reference(text)? {
        (Reference::Opinion(opinion), "") => Ok(opinion),
        (Reference::Opinion(_), more) => Err(Misread::TooMuch(verb, more.to_owned())),
        _ => Err(not_a_reference(text)),
    }
}

fn point(verb: Verb, text: &str) -> Read<PointId> {
    match reference(text)? {
        (Reference::Point(point), "") => Ok(point),
        (Reference::Point(_), more) => Err(Misread::TooMuch(verb, more.to_owned())),
        _ => Err(not_a_reference(text)),
    }
}

/// The opinions and points of a list, in their order.
fn listed(text: &str) -> Read<(Vec<OpinionId>, Vec<PointId>)> {
    let (mut opinions, mut points) = (Vec::new(), Vec::new());
    let apart = |c: char| c.is_whitespace() || is_list_mark(c) || matches!(c, '和' | '与' | '+');
    for one in text.split(apart).filter(|one| !one.is_empty()) {
        match reference(one)? {
            (Reference::Opinion(opinion), "") => opinions.push(opinion),
            (Reference::Point(point), "") => points.push(point),
            _ => return Err(not_a_reference(one)),
        }
    }
    Ok((opinions, points))
}

fn merge(rest: &str) -> Read<Command> {
    let (list, text) = match rest.split_once(['=', '＝']) {
        Some((list, text)) => (list, Some(need(Verb::Merge, text)?.to_owned())),
        None => (rest, None),
    };
    let (opinions, points) = listed(list)?;
    if let Some((point, points)) = points.split_first() {
        let points = points.to_vec();
        if opinions.is_empty() && points.is_empty() && text.is_none() {
            return Err(Misread::Incomplete(Verb::Merge));
        }
        return Ok(Command::JoinPoint { point: *point, opinions, points, text });
    }
    match opinions.len() {
        0 => Err(Misread::Incomplete(Verb::Merge)),
        // One opinion alone is a point only in other words.
        1 if text.is_none() => Err(Misread::Incomplete(Verb::Merge)),
        _ => Ok(Command::MakePoint { opinions, text }),
    }
}

fn part(rest: &str) -> Read<Command> {
    let (opinions, points) = listed(rest)?;
    match points.as_slice() {
        [point] if !opinions.is_empty() => Ok(Command::PartPoint { point: *point, opinions }),
        _ => Err(Misread::Incomplete(Verb::Part)),
    }
}

/// Those who share a point.
pub(super) fn endorse(point: PointId, people: &str, context: Context<'_>) -> Read<Command> {
    let who = names(people, context).map(|one| anybody(one, context)).collect::<Read<_>>()?;
    Ok(Command::EndorsePoint { point, who })
}

fn reserve(rest: &str, context: Context<'_>) -> Read<Command> {
    match reference(rest) {
        Ok((Reference::Opinion(opinion), "")) => Ok(Command::Reserve { opinion, resolution: None }),
        Ok((Reference::Opinion(opinion), against)) => match reference(against) {
            Ok((Reference::Resolution(resolution), "")) => {
                Ok(Command::Reserve { opinion, resolution: Some(resolution) })
            }
            _ => Err(not_a_reference(against)),
        },
        Ok((Reference::Resolution(resolution), text)) => {
            let (who, text) = opinion::speaker(need(Verb::Reserve, text)?, context)?;
            let text = need(Verb::Reserve, text)?.to_owned();
            Ok(Command::ReserveWords { who, text, resolution: Some(resolution) })
        }
        _ => {
            let (who, text) = opinion::speaker(rest, context)?;
            let text = need(Verb::Reserve, text)?.to_owned();
            Ok(Command::ReserveWords { who, text, resolution: None })
        }
    }
}

/// `P1`, `P1 10分钟`, `P1 楼道堆物 | 10`.
fn to_topic(rest: &str) -> Read<Command> {
    let (target, about) = reference(rest)?;
    let parked = match target {
        Reference::Parked(parked) => parked,
        Reference::Opinion(OpinionId(number)) => ParkedId(number),
        _ => return Err(not_a_reference(rest)),
    };
    if about.is_empty() {
        return Ok(Command::TakeUp { parked, title: None, minutes: None });
    }
    if let Some(minutes) = parse_minutes(about) {
        return Ok(Command::TakeUp { parked, title: None, minutes: Some(minutes) });
    }
    let PlannedItem { title, minutes } = planned(about);
    Ok(Command::TakeUp { parked, title: Some(title), minutes })
}

/// Words that share what they name.
const SHARING: [&str; 7] =
    ["我也同意", "我同意", "同意", "附议", "agree with ", "agreed with ", "second "];

/// Words that say nothing but that somebody shares an opinion: `同意3号`, `agree with 3`. Only when
/// they are the whole of what was said.
pub(super) fn shares(text: &str) -> Option<Shared> {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "。.！!".contains(c));
    let lower = bare.to_lowercase();
    let lower = lower.strip_prefix("i ").unwrap_or(&lower);
    let rest = SHARING.iter().find_map(|word| lower.strip_prefix(word))?.trim_start();
    let rest =
        ["opinion ", "no. ", "point "].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    let rest = rest.strip_suffix("意见").unwrap_or(rest).trim();
    let rest = rest.strip_suffix(['号', '条']).unwrap_or(rest).trim_end();
    match reference(rest) {
        Ok((Reference::Opinion(opinion), "")) => Some(Shared::Opinion(opinion)),
        Ok((Reference::Point(point), "")) => Some(Shared::Point(point)),
        _ => None,
    }
}

/// What somebody shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shared {
    Opinion(OpinionId),
    Point(PointId),
}
