//! What could come next while somebody types: commands, people, dates.

use crate::domain::people::Who;
use crate::phrase;
use crate::text::dates::{parse_date, short_date};
use crate::text::pinyin::Readings;
use crate::text::words::Words;

use super::verb::{Found, Verb, WORDS, find};
use super::{Context, is_command_mark};

/// Most completions offered.
const MOST: usize = 8;

/// One thing that could come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// From which byte of the line on it replaces what was typed.
    pub from: usize,
    /// What it puts there.
    pub insert: String,
    /// How it is listed.
    pub label: String,
    /// What it is, in a few words.
    pub about: String,
}

/// What the line up to the cursor could become, best first.
#[must_use]
pub fn complete(line: &str, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let start = line.len() - line.trim_start().len();
    let text = line.trim_start();
    let Some(mark) = text.chars().next().filter(|c| is_command_mark(*c)) else {
        return speaker(text, start, context, words);
    };
    let body = text.strip_prefix(mark).unwrap_or(text);
    let at = start + mark.len_utf8();
    if !body.contains(char::is_whitespace)
        && !matches!(find(body), Found::Verb(verb, rest) if takes_glued(verb, body, rest))
    {
        return commands(body, at, words);
    }
    match find(body) {
        Found::Verb(verb, rest) => argument(verb, rest, line.len() - rest.len(), context, words),
        _ => Vec::new(),
    }
}

/// `/举手王`: the command is whole and its argument has begun without a space.
fn takes_glued(verb: Verb, body: &str, rest: &str) -> bool {
    !rest.is_empty() && verb.word().zh.iter().any(|zh| body.starts_with(zh))
}

fn commands(typed: &str, from: usize, words: &Words) -> Vec<Completion> {
    let lower = typed.to_lowercase();
    WORDS
        .iter()
        .filter(|word| {
            lower.is_empty()
                || word.spellings().any(|spelling| spelling.starts_with(&lower))
                || (typed.is_ascii()
                    && word.zh.iter().any(|zh| Readings::of(zh).matches(&lower).is_some()))
        })
        .take(MOST)
        .map(|word| {
            let (arguments, about) = word.explained(words);
            let usual = word.usual(words.lang());
            Completion {
                from,
                insert: format!("{usual} "),
                label: format!("/{usual} {arguments}").trim_end().to_owned(),
                about,
            }
        })
        .collect()
}

/// A name at the beginning of an opinion, offered while it is short enough to be one.
fn speaker(text: &str, from: usize, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let short = (1..=12).contains(&text.chars().count());
    if !short || text.contains([':', '：', '，', '。', ',']) {
        return Vec::new();
    }
    people(text, from, context, words, |name| {
        format!("{name}{}", words.say(crate::text::words::id::NAME_COLON))
    })
}

fn people(
    query: &str,
    from: usize,
    context: Context<'_>,
    words: &Words,
    insert: impl Fn(&str) -> String,
) -> Vec<Completion> {
    let mut found = context.directory.candidates(context.session, query);
    found.truncate(MOST);
    let names: Vec<String> = found.iter().map(|it| it.name.clone()).collect();
    found
        .into_iter()
        .map(|candidate| {
            let twice = names.iter().filter(|name| **name == candidate.name).count() > 1;
            let name = if twice { candidate.label() } else { candidate.name.clone() };
            let role = match &candidate.who {
                Who::Present(person) => context.session.person(*person).map(|it| it.role.clone()),
                Who::Joining(newcomer) => Some(newcomer.role.clone()),
            };
            let mut about = role.map(|role| phrase::role(words, &role)).unwrap_or_default();
            if let Some(household) = &candidate.household {
                about = format!("{about} {household}");
            }
            Completion { from, insert: insert(&name), label: name, about }
        })
        .collect()
}

fn argument(
    verb: Verb,
    rest: &str,
    from: usize,
    context: Context<'_>,
    words: &Words,
) -> Vec<Completion> {
    // Only the word under the cursor is completed.
    let begun = rest
        .char_indices()
        .rfind(|(_, c)| c.is_whitespace() || matches!(c, '、' | '，' | ','))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let (_, last) = rest.split_at(begun);
    let from = from + begun;
    match verb {
        Verb::SignIn
        | Verb::SignOut
        | Verb::Correct
        | Verb::Hand
        | Verb::Lower
        | Verb::Floor
        | Verb::Next
            if !last.is_empty() =>
        {
            people(last, from, context, words, str::to_owned)
        }
        Verb::Endorse if begun > 0 && !last.is_empty() => {
            people(last, from, context, words, str::to_owned)
        }
        Verb::Action | Verb::Amend => action_part(last, from, context, words),
        Verb::End => outcomes(last, from, words),
        _ => Vec::new(),
    }
}

fn action_part(last: &str, from: usize, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let mut chars = last.chars();
    match chars.next() {
        Some(mark @ ('@' | '＠')) => {
            let query = chars.as_str();
            people(query, from, context, words, |name| format!("{mark}{name} "))
        }
        Some(mark @ ('#' | '＃')) => match parse_date(chars.as_str(), context.today) {
            Ok(date) => vec![Completion {
                from,
                insert: format!("{mark}{} ", date.format("%m-%d")),
                label: short_date(date, words.lang()),
                about: chars.as_str().to_owned(),
            }],
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn outcomes(last: &str, from: usize, words: &Words) -> Vec<Completion> {
    crate::domain::item::Outcome::ALL
        .into_iter()
        .map(|outcome| phrase::outcome(words, outcome))
        .filter(|label| label.to_lowercase().starts_with(&last.to_lowercase()))
        .map(|label| Completion { from, insert: label.clone(), label, about: String::new() })
        .collect()
}
