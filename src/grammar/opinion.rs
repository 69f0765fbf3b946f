//! Opinions as they are typed: `应先给老人`, `王小明：+ 同意`, `反对：费用太高`, `刘芳（5栋）：…`.

use crate::domain::command::Command;
use crate::domain::opinion::Stance;
use crate::domain::people::{Newcomer, Role, Who};
use crate::text::width::{fold_char, width};

use super::Context;
use super::arguments::role_of;
use super::directory::split_brackets;
use super::misread::Misread;

/// Columns a name before a colon may take, brackets left out. What is longer is text.
const NAME_COLUMNS: usize = 24;

/// The position that a leading mark stands for.
#[must_use]
pub(super) fn stance_of_mark(c: char) -> Option<Stance> {
    let c = fold_char(c);
    Stance::ALL.into_iter().find(|stance| stance.mark() == c)
}

/// The position that a word stands for.
#[must_use]
pub(super) fn stance_of_word(word: &str) -> Option<Stance> {
    Some(match word.to_lowercase().as_str() {
        "赞成" | "支持" | "同意" | "support" | "for" | "agree" => Stance::Support,
        "反对" | "不同意" | "oppose" | "against" | "disagree" => Stance::Oppose,
        "提问" | "问题" | "疑问" | "question" | "ask" => Stance::Question,
        "顾虑" | "担心" | "concern" | "worry" => Stance::Concern,
        "建议" | "suggestion" | "suggest" => Stance::Suggestion,
        "补充" | "supplement" | "add" => Stance::Supplement,
        _ => return None,
    })
}

fn take_mark(text: &str) -> (Option<Stance>, &str) {
    let mut chars = text.chars();
    match chars.next().and_then(stance_of_mark) {
        Some(stance) => (Some(stance), chars.as_str().trim_start()),
        None => (None, text),
    }
}

/// What stands before the first colon, if it could be a name or a word for a position: short, no
/// sentence marks, not a time or a number.
fn before_colon(text: &str) -> Option<(&str, &str)> {
    let at = text.find([':', '：'])?;
    let (head, rest) = text.split_at(at);
    let rest = rest.trim_start_matches([':', '：']).trim_start();
    let head = head.trim();
    let (name, _) = split_brackets(head);
    let sentence = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '，' | '。' | '？' | '！' | '；' | ',' | '?' | '!' | ';' | '/')
    };
    let name_like = !name.is_empty()
        && width(name) <= NAME_COLUMNS
        && !name.chars().any(sentence)
        && name.split_whitespace().count() <= 3;
    name_like.then_some((head, rest))
}

/// A name of somebody unknown, for which a slip of the keys is likelier than text with a colon:
/// two to four Chinese characters, or one to three capitalised words.
fn looks_like_name(head: &str) -> bool {
    if head.is_ascii() {
        return head
            .split_whitespace()
            .all(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    }
    let count = head.chars().count();
    (2..=4).contains(&count) && head.chars().all(|c| !c.is_ascii() || c == '·')
}

/// The person named before a colon: known, or a walk-in with a unit or role in brackets.
fn named(head: &str, context: Context<'_>) -> Result<Option<Who>, Misread> {
    match context.directory.one(context.session, head) {
        Ok(found) => Ok(Some(found.who)),
        Err(Misread::NobodyCalled(_)) => match split_brackets(head) {
            (name, Some(within)) if stance_of_word(within).is_none() => {
                let role = role_of(within);
                let household = role.is_none().then(|| within.to_owned());
                let role = role.unwrap_or(Role::Resident);
                let name = name.to_owned();
                Ok(Some(Who::Joining(Newcomer { name, role, household, key: None })))
            }
            (name, _) if looks_like_name(name) => Err(Misread::NobodyBeforeColon(name.to_owned())),
            _ => Ok(None),
        },
        Err(other) => Err(other),
    }
}

pub(super) fn read(line: &str, context: Context<'_>) -> Result<Command, Misread> {
    let (mut stance, mut text) = take_mark(line);
    let mut who = None;
    // A leading colon says: no name here, take the words as they are.
    if let Some(words) = text.strip_prefix([':', '：']) {
        text = words.trim_start();
        return record(None, stance, text);
    }
    if let Some((head, rest)) = before_colon(text) {
        if let Some(word) = stance_of_word(head) {
            stance = Some(word);
            text = rest;
        } else if let Some(person) = named(head, context)? {
            who = Some(person);
            text = rest;
            let (_, within) = split_brackets(head);
            stance = within.and_then(stance_of_word).or(stance);
        }
    }
    if who.is_some() {
        let (mark, rest) = take_mark(text);
        if mark.is_some() {
            (stance, text) = (mark, rest);
        } else if let Some((head, rest)) = before_colon(text)
            && let Some(word) = stance_of_word(head)
        {
            (stance, text) = (Some(word), rest);
        }
    }
    record(who, stance, text)
}

fn record(who: Option<Who>, stance: Option<Stance>, text: &str) -> Result<Command, Misread> {
    if text.trim().is_empty() {
        return Err(Misread::Empty);
    }
    Ok(Command::RecordOpinion { who, stance, text: text.to_owned() })
}
