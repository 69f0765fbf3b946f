//! What follows the command words about the floor, its rules and the chair.

use std::sync::Arc;

use super::Context;
use super::arguments::{Read, anybody, need, present};
use super::counts::threshold;
use super::misread::Misread;
use super::numbers::number;
use super::rule_sets::named;
use super::verb::Verb;
use crate::domain::command::Command;
use crate::domain::item::HandKind;
use crate::domain::rules::RuleSet;
use crate::text::width::fold;

/// `/程序问题 王`, `/回应 王`, `/排到 王 1`, `/代主持 王`.
pub(super) fn floor_command(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(verb, rest)?;
    let interject = |kind| Ok(Command::Interject { who: anybody(rest, context)?, kind });
    match verb {
        Verb::Order => interject(HandKind::PointOfOrder),
        Verb::Reply => interject(HandKind::Reply),
        Verb::HandOver => anybody(rest, context).map(Command::GiveChair),
        _ => {
            let (name, place) = name_and_place(rest).ok_or(Misread::Incomplete(verb))?;
            let person = present(name, context)?;
            // Place 0 is none; the queue says which there are.
            Ok(Command::MoveHand { person, to: number(place)?.wrapping_sub(1) })
        }
    }
}

/// `王小明 2`, `王小明2`, `王小明 第2位`.
fn name_and_place(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches('位').trim_end();
    let digits = text
        .chars()
        .rev()
        .take_while(|c| fold(c.encode_utf8(&mut [0; 4])).chars().all(|c| c.is_ascii_digit()));
    let bytes: usize = digits.map(char::len_utf8).sum();
    let (name, place) = text.split_at_checked(text.len() - bytes)?;
    let name = name.trim_end().trim_end_matches('第').trim_end();
    (!name.is_empty() && !place.is_empty()).then_some((name, place))
}

/// The rules of the floor that are meant by a name. Nothing typed is hand order, where other rules
/// hold.
///
/// # Errors
/// When there are none of that name.
pub fn floor_rules(text: &str, context: Context<'_>) -> Result<Option<Arc<RuleSet>>, Misread> {
    let sets = context.directory.rule_sets();
    let text = text.trim();
    if text.is_empty() && !context.session.rules.is_written() {
        return Ok(None);
    }
    if text.is_empty() {
        return Ok(named(sets, "plain").map(|set| Arc::clone(&set.rules)));
    }
    let known = || sets.iter().map(|set| Arc::clone(&set.rules)).collect();
    let set = named(sets, text).ok_or_else(|| Misread::NotARule(text.to_owned(), known()))?;
    Ok(Some(Arc::clone(&set.rules)))
}

/// `/规则 过半` is what carries a motion, `/规则 南塘` rules of the floor.
pub(super) fn rule(rest: &str, context: Context<'_>) -> Read<Command> {
    let text = need(Verb::Rule, rest)?;
    let sets = context.directory.rule_sets();
    if let Some(set) = named(sets, text) {
        // A name counts more than a word that merely sounds like one.
        if let Ok(threshold) = threshold(text) {
            return Ok(Command::SetThreshold(threshold));
        }
        return Ok(Command::AdoptRules(set.rules.clone()));
    }
    threshold(text).map(Command::SetThreshold).map_err(|_| {
        let known = sets.iter().map(|set| set.rules.clone()).collect();
        Misread::NotARule(text.to_owned(), known)
    })
}
