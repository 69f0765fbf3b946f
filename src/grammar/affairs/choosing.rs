//! One of several things by a word for it: whole, its unmistakable beginning, or its pinyin.

use crate::domain::station::StationKind;
use crate::domain::topic::{Class, Level, ResultClass, Satisfaction, Source};
use crate::phrase::affairs::choices::{
    CLASSES, Choice, LEVELS, RESULTS, SATISFACTION, SOURCES, STATION_KINDS, VEXING,
};
use crate::text::pinyin::{Fit, Readings};
use crate::text::width::{fold, fold_char};

use super::Read;
use super::misread::{AffairMisread, Kind};

/// Most letters of a word in pinyin.
const MOST_PINYIN: usize = 24;

/// Why nothing was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchosen<T> {
    /// It is none of them.
    None,
    /// It could be several.
    Several(Vec<T>),
}

/// What a word means.
///
/// # Errors
/// When that is nothing, or could be several things.
pub fn choose<T: Copy + PartialEq>(table: &[Choice<T>], typed: &str) -> Result<T, Unchosen<T>> {
    let folded = fold(typed.trim()).to_lowercase();
    if folded.is_empty() {
        return Err(Unchosen::None);
    }
    if let Some((value, _)) =
        table.iter().find(|(_, words)| words.iter().any(|it| fold(it) == folded))
    {
        return Ok(*value);
    }
    let meant = |fits: &dyn Fn(&str) -> bool| -> Vec<T> {
        let fitting = table.iter().filter(|(_, words)| words.iter().any(|word| fits(word)));
        fitting.map(|(value, _)| *value).collect()
    };
    let mut found = meant(&|word| word.starts_with(&folded));
    if found.is_empty() && folded.is_ascii() && folded.len() <= MOST_PINYIN {
        let whole = |fit: Option<Fit>| matches!(fit, Some(Fit::Whole | Fit::Initials));
        found = meant(&|word| !word.is_ascii() && whole(Readings::of(word).matches(&folded)));
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Unchosen::None),
        _ => Err(Unchosen::Several(found)),
    }
}

/// The usual Chinese words of some choices, with the English ones where those were asked for.
fn named<T: Copy + PartialEq>(table: &[Choice<T>], typed: &str, of: &[T]) -> Vec<String> {
    // Whoever types Latin letters may write English or pinyin: both are told.
    let latin = typed.is_ascii() && !typed.trim().is_empty();
    let chosen = table.iter().filter(|(value, _)| of.contains(value));
    chosen
        .map(|(_, words)| match (words.first(), words.get(1)) {
            (Some(zh), Some(en)) if latin => format!("{zh} ({en})"),
            (Some(zh), _) => (*zh).to_owned(),
            _ => String::new(),
        })
        .collect()
}

fn read<T: Copy + PartialEq>(kind: Kind, table: &[Choice<T>], typed: &str) -> Read<T> {
    choose(table, typed).map_err(|unchosen| misread(kind, table, typed, unchosen))
}

fn misread<T: Copy + PartialEq>(
    kind: Kind,
    table: &[Choice<T>],
    typed: &str,
    unchosen: Unchosen<T>,
) -> AffairMisread {
    match unchosen {
        Unchosen::None => {
            let all: Vec<T> = table.iter().map(|(value, _)| *value).collect();
            AffairMisread::NotOneOf(kind, typed.to_owned(), named(table, typed, &all))
        }
        Unchosen::Several(of) => {
            AffairMisread::CouldBe(kind, typed.to_owned(), named(table, typed, &of))
        }
    }
}

/// A class, which may stand with the one it is part of: `烦心事·邻里纠纷`.
///
/// # Errors
/// When it is no class, or `烦心事` without saying which.
pub fn class(typed: &str) -> Result<Class, AffairMisread> {
    let folded = fold(typed.trim()).to_lowercase();
    let vexing: Vec<Choice<Class>> =
        CLASSES.iter().copied().filter(|(class, _)| class.is_vexing()).collect();
    let longest =
        VEXING.iter().filter_map(|word| folded.strip_prefix(word)).min_by_key(|it| it.len());
    let Some(rest) = longest else { return read(Kind::Class, CLASSES, typed) };
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    if rest.is_empty() {
        let of: Vec<Class> = vexing.iter().map(|(class, _)| *class).collect();
        return Err(misread(Kind::Class, CLASSES, typed, Unchosen::Several(of)));
    }
    read(Kind::Class, &vexing, rest)
}

/// By which way a topic came in.
///
/// # Errors
/// When a word is none of the ways, or could be several.
pub fn source(typed: &str) -> Result<Source, AffairMisread> {
    read(Kind::Source, SOURCES, typed)
}

pub(super) fn station_kind(typed: &str) -> Read<StationKind> {
    read(Kind::StationKind, STATION_KINDS, typed)
}

/// A level.
///
/// # Errors
/// When a word is no level, or could be several.
pub fn level(typed: &str) -> Result<Level, AffairMisread> {
    read(Kind::Level, LEVELS, typed)
}

pub(super) fn satisfaction(typed: &str) -> Read<Satisfaction> {
    read(Kind::Satisfaction, SATISFACTION, typed)
}

/// Words for whether a topic is dealt with.
const DECISIONS: &[Choice<bool>] = &[
    (true, &["受理", "accept", "accepted", "同意受理", "予以受理"]),
    (false, &["不受理", "exclude", "excluded", "不予受理", "reject", "refuse"]),
];

/// What is decided of a topic, and what follows.
pub(super) fn decision(text: &str) -> Read<(bool, &str)> {
    leading(Kind::Decision, DECISIONS, text)
}

/// What came of a topic, and what follows.
pub(super) fn result(text: &str) -> Read<(ResultClass, &str)> {
    leading(Kind::Result, RESULTS, text)
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || "，,。、：:".contains(c)
}

/// What a text begins with, and what follows: the longest of the words, or else what its first word
/// means.
fn leading<'a, T: Copy + PartialEq>(
    kind: Kind,
    table: &[Choice<T>],
    text: &'a str,
) -> Read<(T, &'a str)> {
    let text = text.trim();
    let begins = |word: &str| -> Option<&'a str> {
        let mut rest = text.chars();
        for c in word.chars() {
            let next = fold_char(rest.next()?).to_lowercase().next()?;
            if next != fold_char(c) {
                return None;
            }
        }
        let cut = word.is_ascii()
            && rest.clone().next().is_some_and(|c| fold_char(c).is_ascii_alphanumeric());
        (!cut).then_some(rest.as_str())
    };
    let longest = table
        .iter()
        .flat_map(|(value, words)| words.iter().map(move |word| (*value, *word)))
        .filter_map(|(value, word)| begins(word).map(|rest| (value, rest)))
        .min_by_key(|(_, rest)| rest.len());
    if let Some((value, rest)) = longest {
        return Ok((value, rest.trim_start_matches(is_mark)));
    }
    let first = text.split(is_mark).next().unwrap_or_default();
    let rest = text.get(first.len()..).unwrap_or_default();
    read(kind, table, first).map(|value| (value, rest.trim_start_matches(is_mark)))
}

/// A rating that a text ends with, and what stands before it.
pub(super) fn trailing_rating(text: &str) -> Option<(&str, Satisfaction)> {
    let text = text.trim_end_matches(is_mark);
    let lower = fold(text).to_lowercase();
    let ends = |word: &str| -> Option<&str> {
        let before = lower.strip_suffix(word)?;
        let cut = word.is_ascii() && before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let kept = before.chars().count();
        let at = text.char_indices().nth(kept).map_or(text.len(), |(at, _)| at);
        (!cut).then(|| text.get(..at)).flatten()
    };
    let longest = SATISFACTION
        .iter()
        .flat_map(|(value, words)| words.iter().map(move |word| (*value, *word)))
        .filter_map(|(value, word)| ends(word).map(|before| (before, value)))
        .min_by_key(|(before, _)| before.len());
    longest.map(|(before, value)| (before.trim_end_matches(is_mark), value)).or_else(|| {
        let last = text.rsplit(is_mark).next().unwrap_or_default();
        let before = text.get(..text.len() - last.len())?;
        let value = choose(SATISFACTION, last).ok().filter(|_| last.is_ascii())?;
        (!before.is_empty()).then(|| (before.trim_end_matches(is_mark), value))
    })
}

type Fits<'f> = &'f dyn Fn(&str) -> bool;

/// Something by its name among things that have several names each: whole, its beginning, or the
/// pinyin of one.
pub(super) fn by_name<T: Clone>(kind: Kind, things: &[(T, Vec<String>)], typed: &str) -> Read<T> {
    let folded = fold(typed.trim()).to_lowercase();
    let told = |(_, names): &(T, Vec<String>)| names.first().cloned().unwrap_or_default();
    let none = || {
        let all = things.iter().map(told).collect();
        AffairMisread::NotOneOf(kind, typed.to_owned(), all)
    };
    if folded.is_empty() {
        return Err(none());
    }
    let same = |name: &str| fold(name).to_lowercase() == folded;
    let begins = |name: &str| fold(name).to_lowercase().starts_with(&folded);
    let within = |name: &str| fold(name).to_lowercase().contains(&folded);
    let sounds = |name: &str| {
        folded.is_ascii()
            && folded.len() <= MOST_PINYIN
            && Readings::of(name).matches(&folded).is_some()
    };
    let ways: [Fits<'_>; 4] = [&same, &begins, &within, &sounds];
    for fits in ways {
        let found: Vec<_> =
            things.iter().filter(|(_, names)| names.iter().any(|name| fits(name))).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.0.clone()),
            several => {
                let several = several.iter().map(|thing| told(thing)).collect();
                return Err(AffairMisread::CouldBe(kind, typed.to_owned(), several));
            }
        }
    }
    Err(none())
}
