//! An action as it is typed: `两周内疏通下水道 @物业 #12-05 =不再倒灌 <3,5`.

use chrono::NaiveDate;

use crate::domain::action::Promise;
use crate::domain::ids::{OpinionId, PointId};
use crate::text::dates::{DateTrouble, leading_deadline, parse_date};
use crate::text::width::fold_char;

use super::Context;
use super::misread::Misread;
use super::naming::{is_list_mark, role_of};
use super::numbers;

/// Most characters of a date that stands directly behind another word.
const MOST_DATE: usize = 24;
/// Most words of a date or of an owner's name.
const MOST_WORDS: usize = 5;

/// What a mark begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    What,
    Owner,
    Due,
    Test,
    From,
}

/// A part of an action's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) part: Part,
    /// Where its mark stands, in bytes.
    pub(super) at: usize,
    /// What follows the mark.
    pub(super) words: &'a str,
}

/// The part a mark begins, by what stands before it and what follows it. Marks begin a word, but
/// in Chinese nobody types the space: `疏通下水道@物业#12-05`.
fn part_of(mark: char, before: Option<char>, after: &str, today: NaiveDate) -> Option<Part> {
    let apart = before.is_none_or(char::is_whitespace);
    match fold_char(mark) {
        '@' if apart || before.is_some_and(|c| !c.is_ascii()) => Some(Part::Owner),
        '#' if apart => Some(Part::Due),
        '#' => {
            let ends = |c: char| c.is_whitespace() || matches!(fold_char(c), '@' | '=' | '<');
            let date = after.split(ends).next().unwrap_or_default();
            let short = date.chars().nth(MOST_DATE).is_none();
            (short && parse_date(date, today).is_ok()).then_some(Part::Due)
        }
        '=' if apart => Some(Part::Test),
        // 《 is what an input method makes of `<`, but it also begins the title of a paper.
        '<' | '《' if apart => {
            let after = after.trim_start();
            let after = after.strip_prefix("意见").unwrap_or(after).trim_start_matches(['#', '＃']);
            let after = after.strip_prefix(['K', 'k', 'Ｋ', 'ｋ']).unwrap_or(after);
            after.starts_with(|c| fold_char(c).is_ascii_digit()).then_some(Part::From)
        }
        _ => None,
    }
}

/// Takes an action's text apart at its marks; the first piece is what is to be done.
pub(super) fn pieces(text: &str, today: NaiveDate) -> Vec<Piece<'_>> {
    let mut marks = vec![(Part::What, 0, 0)];
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_mark(c) {
            let (_, after) = text.split_at(at + c.len_utf8());
            if let Some(part) = part_of(c, before, after, today) {
                marks.push((part, at, at + c.len_utf8()));
            }
        }
        before = Some(c);
    }
    let ends = marks.iter().skip(1).map(|(_, at, _)| *at).chain([text.len()]);
    marks
        .iter()
        .zip(ends)
        .map(|((part, at, from), end)| Piece {
            part: *part,
            at: *at,
            words: text.get(*from..end).unwrap_or_default(),
        })
        .collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '@' | '＠' | '#' | '＃' | '=' | '＝' | '<' | '＜' | '《')
}

fn first_word(text: &str) -> (&str, &str) {
    match text.split_once(char::is_whitespace) {
        Some((first, rest)) => (first, rest.trim_start()),
        None => (text, ""),
    }
}

/// Beginnings of a text that end with a word, the longest first, each with what follows.
fn beginnings(text: &str) -> Vec<(&str, &str)> {
    let mut found = vec![];
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() && in_word {
            found.push(text.split_at(at));
        }
        in_word = !c.is_whitespace();
        if found.len() == MOST_WORDS {
            break;
        }
    }
    if found.len() < MOST_WORDS {
        found.push((text, ""));
    }
    found.reverse();
    found
}

/// The owner, and what follows, which belongs to the action. Chinese units are one word; English
/// ones may have several, which is clear only when nothing else can follow them.
fn owner<'a>(words: &'a str, last: bool, context: Context<'_>) -> (&'a str, &'a str) {
    let (first, rest) = first_word(words);
    if !first.is_ascii() {
        return (first, rest);
    }
    let known = beginnings(words).into_iter().find(|(name, _)| {
        role_of(name).is_some() || context.directory.is_called(context.session, name)
    });
    if let Some((name, rest)) = known {
        return (name, rest.trim_start());
    }
    if !last {
        return (first, rest);
    }
    // As far as it is English.
    let end = words.char_indices().find(|(_, c)| !c.is_ascii()).map_or(words.len(), |(at, _)| at);
    let (ascii, _) = words.split_at(end);
    let end = if end == words.len() { end } else { ascii.rfind(' ').unwrap_or(first.len()) };
    let (name, rest) = words.split_at(end);
    (name.trim_end(), rest.trim_start())
}

/// The name of an owner, of whoever chairs or takes the record: people may be typed in pinyin or by
/// initials; what is nobody's name is a unit, or somebody not known yet.
pub(super) fn person_name(typed: &str, context: Context<'_>) -> Result<Option<String>, Misread> {
    if typed.is_empty() {
        return Ok(None);
    }
    let written = Ok(Some(typed.to_owned()));
    let query = typed.chars().all(|c| fold_char(c).is_ascii_lowercase());
    if !query || role_of(typed).is_some() {
        return written;
    }
    match context.directory.one(context.session, typed) {
        Ok(found) => Ok(Some(found.name)),
        Err(Misread::SeveralPeople(text, names)) => Err(Misread::SeveralPeople(text, names)),
        Err(_) => written,
    }
}

/// The date a text begins with, and what follows it.
fn due<'a>(words: &'a str, context: Context<'_>) -> Result<(NaiveDate, &'a str), Misread> {
    let mut impossible = None;
    for (beginning, rest) in beginnings(words) {
        match parse_date(beginning, context.today) {
            Ok(date) => return Ok((date, rest.trim_start())),
            Err(DateTrouble::NotADate) => {}
            Err(_) => impossible = impossible.or(Some(beginning)),
        }
    }
    Err(match impossible {
        Some(date) => Misread::NoSuchDay(date.to_owned()),
        None => Misread::NotADate(words.to_owned()),
    })
}

/// The deadline an English text ends with: `publish the plan in two weeks`, `… by friday`. Words
/// must follow it nowhere (`by the gate`, `in two weeks or so`), and `not before friday` is none.
fn closing_deadline(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    // Only the last words can be a deadline, however long the text is.
    let starts = text.char_indices().rev().filter(|(_, c)| c.is_whitespace()).take(MOST_WORDS + 1);
    starts
        .filter_map(|(at, c)| {
            let (before, rest) = text.split_at(at);
            let rest = rest.get(c.len_utf8()..)?;
            let last = before.split_whitespace().next_back().unwrap_or_default();
            let opposite = ["not", "never"].iter().any(|word| last.eq_ignore_ascii_case(word));
            let (due, taken) = leading_deadline(rest, today)?;
            (!opposite && rest.is_ascii() && taken == rest.len()).then_some(due)
        })
        .last()
}

fn sources(words: &str, promise: &mut Promise) -> Result<(), Misread> {
    for one in words.split(|c: char| is_list_mark(c) || c.is_whitespace()) {
        let one = one.trim_end_matches(['》', '>', '＞']);
        if !one.is_empty() {
            if let Some(point) = one.strip_prefix(['K', 'k', 'Ｋ', 'ｋ']) {
                let point = PointId(numbers::number(point)?);
                if !promise.from_points.contains(&point) {
                    promise.from_points.push(point);
                }
                continue;
            }
            let opinion = OpinionId(numbers::number(one)?);
            if !promise.from.contains(&opinion) {
                promise.from.push(opinion);
            }
        }
    }
    Ok(())
}

/// What is to be done, which may be empty, and by whom, until when, and how one will see it. A
/// deadline that the text begins with, or in English ends with, counts when none was marked.
pub(super) fn promise(text: &str, context: Context<'_>) -> Result<(String, Promise), Misread> {
    let mut what = String::new();
    let mut promise = Promise::default();
    let add = |what: &mut String, words: &str| {
        if !what.is_empty() && !words.is_empty() {
            what.push(' ');
        }
        what.push_str(words);
    };
    for piece in pieces(text, context.today) {
        let words = piece.words.trim();
        match piece.part {
            Part::What => add(&mut what, words),
            Part::Owner => {
                let (name, rest) = owner(words, !what.is_empty(), context);
                promise.owner = person_name(name, context)?;
                add(&mut what, rest);
            }
            Part::Due => {
                let (date, rest) = due(words, context)?;
                promise.due = Some(date);
                add(&mut what, rest);
            }
            Part::Test => promise.test = Some(words.to_owned()).filter(|test| !test.is_empty()),
            Part::From => sources(words, &mut promise)?,
        }
    }
    if promise.due.is_none() {
        promise.due = leading_deadline(&what, context.today)
            .map(|(due, _)| due)
            .or_else(|| closing_deadline(&what, context.today));
    }
    Ok((what, promise))
}
