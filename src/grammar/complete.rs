//! What could come next while somebody types: commands, people, dates.

use chrono::NaiveDate;

use crate::domain::agreement::Threshold;
use crate::domain::item::Outcome;
use crate::domain::people::Role;
use crate::domain::read_back::readings;
use crate::phrase;
use crate::text::dates::{parse_date, short_date};
use crate::text::pinyin::Readings;
use crate::text::width::{clip, fold};
use crate::text::words::{Lang, Words, id};

use super::alike;
use super::promise::{Part, pieces};
use super::rule_sets::Offered;
use super::stance::stance_of_mark;
use super::topics;
use super::verb::{Found, Verb, WORDS, Word, find};
use super::{Context, MOST_LINE, is_command_mark};

/// Most completions offered.
const MOST: usize = 8;
/// Most characters of what stands at the beginning of an opinion and may become a name.
const MOST_NAME: usize = 12;
/// Most columns of something agreed that are told beside its number.
const MOST_TOLD: usize = 40;
/// Deadlines offered before anything is typed, as one would type them.
const USUAL_SPANS: [&str; 4] = ["+7d", "+14d", "+30d", "+90d"];
/// Those who answer for actions without being in the room.
const USUAL_OWNERS: [Role; 5] = [
    Role::Property,
    Role::ResidentsCommittee,
    Role::OwnersCommittee,
    Role::GridWorker,
    Role::Government,
];

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
    if line.len() > MOST_LINE * 4 {
        return Vec::new();
    }
    let Some(body) = behind_mark(line) else {
        let text = line.trim_start();
        let name = text.trim_start_matches(|c| stance_of_mark(c).is_some()).trim_start();
        let found = speaker(name, line.len() - name.len(), context, words);
        return if found.is_empty() { alike::offers(line, context, words) } else { found };
    };
    let found = find(body);
    if let Some(typed) = word_in(body, &found, Verb::word) {
        return commands(WORDS.iter(), typed, line.len() - typed.len(), words);
    }
    match found {
        Found::Verb(verb, rest) => argument(verb, rest, line.len() - rest.len(), context, words),
        _ => Vec::new(),
    }
}

/// What stands behind the mark of a line that is a command.
pub(super) fn behind_mark(line: &str) -> Option<&str> {
    let body = line.trim_start().strip_prefix(is_command_mark)?;
    Some(body.trim_start())
}

/// The word of a command, while that is what is typed; not `/举手王`, where the command is whole and
/// its argument has begun without a space.
pub(super) fn word_in<'a, V: Copy + 'static>(
    body: &'a str,
    found: &Found<'_, V>,
    word: impl Fn(V) -> &'static Word<V>,
) -> Option<&'a str> {
    let glued = |verb: V, rest: &str| {
        !rest.is_empty() && word(verb).zh.iter().any(|zh| body.starts_with(zh))
    };
    let behind = body.contains(char::is_whitespace)
        || matches!(found, Found::Verb(verb, rest) if glued(*verb, rest));
    (!behind).then_some(body)
}

/// Commands by what was typed of their word, then those it may be the pinyin of. A word that is
/// whole is not taken for the pinyin of another.
pub(super) fn commands<V: 'static>(
    all: impl Iterator<Item = &'static Word<V>> + Clone,
    typed: &str,
    from: usize,
    words: &Words,
) -> Vec<Completion> {
    let lower = fold(typed).to_lowercase();
    let begins = |word: &&Word<V>| word.spellings().any(|spelling| spelling.starts_with(&lower));
    let whole = all.clone().any(|word| word.spellings().any(|spelling| spelling == lower));
    let sounds = |word: &&Word<V>| {
        lower.is_ascii()
            && !whole
            && word.zh.iter().any(|zh| Readings::of(zh).matches(&lower).is_some())
    };
    let written = all.clone().filter(begins);
    written
        .chain(all.filter(|word| !begins(word) && sounds(word)))
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
    let short = text.chars().nth(MOST_NAME).is_none();
    if text.is_empty() || !short || text.contains([':', '：', '，', '。', ',']) {
        return Vec::new();
    }
    people(text, from, context, words, |name| format!("{name}{}", words.say(id::NAME_COLON)))
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
            let about = capacity(words, &candidate.role, candidate.household.as_deref());
            Completion { from, insert: insert(&name), label: name, about }
        })
        .collect()
}

/// In which capacity somebody comes, and from where.
pub(super) fn capacity(words: &Words, role: &Role, household: Option<&str>) -> String {
    let role = phrase::role(words, role);
    match household {
        Some(household) => format!("{role} {household}"),
        None => role,
    }
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
        | Verb::Order
        | Verb::Reply
        | Verb::QueueTo
        | Verb::HandOver
        | Verb::Expect
            if !last.is_empty() =>
        {
            people(last, from, context, words, str::to_owned)
        }
        // A name in English has several words, but is only one here.
        Verb::Chair | Verb::Recorder if !rest.is_empty() => {
            people(rest, from - begun, context, words, str::to_owned)
        }
        Verb::Date => dates(rest, from - begun, "", context, words),
        Verb::Unexpect if !rest.contains([':', '：']) => expected(last, from, context, words),
        Verb::Confirm => {
            let mut found = read_out(last, from, begun, context);
            if !last.is_empty() {
                found.extend(people(last, from, context, words, str::to_owned));
            }
            found.truncate(MOST);
            found
        }
        Verb::Endorse | Verb::Reserve if begun > 0 && !last.is_empty() => {
            people(last, from, context, words, str::to_owned)
        }
        Verb::Method => methods(rest, from - begun, words),
        Verb::Procedure => topics::procedures(rest, from - begun, context, words),
        Verb::Item => topics::offered(rest, from - begun, context),
        Verb::Link if begun > 0 => topics::offered(last, from, context),
        Verb::Vote | Verb::Fists | Verb::Gradients | Verb::Consensus => {
            foreseen(verb, rest, from - begun, context, words)
        }
        Verb::Resolved if begun == 0 => standing(last, from, context),
        Verb::Object if begun == 0 && !last.is_empty() && !rest.contains([':', '：']) => {
            people(last, from, context, words, |name| {
                format!("{name}{}", words.say(id::NAME_COLON))
            })
        }
        Verb::Action | Verb::Amend => action_part(rest, from - begun, context, words),
        Verb::End => outcomes(rest, from - begun, words),
        Verb::Rule => rules(rest, from - begun, context, words),
        _ => Vec::new(),
    }
}

/// Objections of the item on the table that stand.
fn standing(typed: &str, from: usize, context: Context<'_>) -> Vec<Completion> {
    let typed = fold(typed).to_uppercase();
    let session = context.session;
    let open = session.objections.iter().filter(|it| it.resolved.is_none());
    open.filter(|it| Some(it.item) == session.open_item)
        .map(|it| (phrase::objection_name(it.id), it))
        .filter(|(name, _)| name.starts_with(&typed))
        .take(MOST)
        .map(|(name, it)| {
            let about = clip(&it.text, MOST_TOLD).into_owned();
            Completion { from, insert: format!("{name} "), label: name, about }
        })
        .collect()
}

/// Ways to decide, with what carries under each.
fn methods(typed: &str, from: usize, words: &Words) -> Vec<Completion> {
    let typed = fold(typed.trim()).to_lowercase();
    super::agreement::OFFERED
        .iter()
        .map(|(zh, en, method)| (if words.lang() == Lang::Zh { *zh } else { *en }, *method))
        .filter(|(name, _)| name.starts_with(&typed) && *name != typed)
        .map(|(name, method)| Completion {
            from,
            insert: name.to_owned(),
            label: name.to_owned(),
            about: phrase::rule(words, method, Threshold::default()),
        })
        .collect()
}

/// What a count would come to, before it is entered.
fn foreseen(
    verb: Verb,
    rest: &str,
    from: usize,
    context: Context<'_>,
    words: &Words,
) -> Vec<Completion> {
    let Ok(command) = super::arguments::command(verb, rest, context) else { return Vec::new() };
    let label = match context.session.foresee(&command) {
        Some(Ok(event)) => match phrase::Figures::of(&event) {
            // The result first: what follows may be cut off.
            Some(figures) => {
                let values = [
                    ("result", phrase::finding(words, figures.finding).into()),
                    ("count", phrase::counted(words, figures).into()),
                ];
                words.tell(id::COUNT_FORESEEN, &values)
            }
            None => return Vec::new(),
        },
        Some(Err(refusal)) => phrase::refusal(words, context.session, &refusal),
        None => return Vec::new(),
    };
    vec![Completion { from, insert: rest.to_owned(), label, about: String::new() }]
}

/// The owner or the date that an action's text ends with.
fn action_part(rest: &str, from: usize, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let Some(piece) = pieces(rest, context.today).pop() else { return Vec::new() };
    let (_, marked) = rest.split_at(piece.at);
    let Some(mark) = marked.chars().next() else { return Vec::new() };
    let from = from + piece.at;
    match piece.part {
        Part::Owner => {
            let insert = |name: &str| format!("{mark}{name} ");
            let mut found = people(piece.words, from, context, words, insert);
            found.extend(units(piece.words, from, words, insert));
            found.truncate(MOST);
            found
        }
        Part::Due => {
            let mut found = dates(piece.words, from, &mark.to_string(), context, words);
            for completion in &mut found {
                completion.insert.push(' ');
            }
            found
        }
        _ => Vec::new(),
    }
}

/// The day that was typed; before anything is, some that are usual.
fn dates(
    typed: &str,
    from: usize,
    mark: &str,
    context: Context<'_>,
    words: &Words,
) -> Vec<Completion> {
    let typed = if typed.is_empty() { &USUAL_SPANS[..] } else { &[typed] };
    typed
        .iter()
        .filter_map(|typed| {
            let date = parse_date(typed, context.today).ok()?;
            Some(Completion {
                from,
                insert: format!("{mark}{}", typed_date(date, context.today)),
                label: short_date(date, words.lang()),
                about: typed.trim().to_owned(),
            })
        })
        .collect()
}

/// Those who are expected.
fn expected(query: &str, from: usize, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let query = fold(query.trim());
    let fits = |name: &str| query.is_empty() || Readings::of(name).matches(&query).is_some();
    let listed = context.session.expected.iter().filter(|it| it.is_listed() && fits(&it.name));
    let found: Vec<_> = listed.take(MOST).collect();
    found
        .iter()
        .map(|it| {
            let twice = found.iter().filter(|other| other.name == it.name).count() > 1;
            let name = match &it.household {
                Some(household) if twice => format!("{}({household})", it.name),
                _ => it.name.clone(),
            };
            let about = capacity(words, &it.role, it.household.as_deref());
            Completion { from, insert: name.clone(), label: name, about }
        })
        .collect()
}

/// What is still to be confirmed, before a name is typed.
fn read_out(typed: &str, from: usize, begun: usize, context: Context<'_>) -> Vec<Completion> {
    if begun > 0 {
        return Vec::new();
    }
    let typed = fold(typed).to_uppercase();
    readings(context.session)
        .into_iter()
        .filter(|reading| reading.confirmed.is_none())
        .map(|reading| (phrase::agreed_name(reading.what), reading.what))
        .filter(|(name, _)| name.starts_with(&typed))
        .take(MOST)
        .map(|(name, what)| {
            let text = phrase::agreed_text(context.session, what);
            let about = clip(text, MOST_TOLD).into_owned();
            Completion { from, insert: format!("{name} "), label: name, about }
        })
        .collect()
}

/// A date as one types it: with its year only where it would be taken for another.
fn typed_date(date: NaiveDate, today: NaiveDate) -> String {
    let short = date.format("%m-%d").to_string();
    if parse_date(&short, today) == Ok(date) { short } else { date.to_string() }
}

/// Units that usually answer for actions.
fn units(
    query: &str,
    from: usize,
    words: &Words,
    insert: impl Fn(&str) -> String,
) -> Vec<Completion> {
    let query = fold(query.trim()).to_lowercase();
    USUAL_OWNERS
        .into_iter()
        .filter_map(|role| {
            let (_, names) = phrase::role_words().iter().find(|(known, _)| *known == role)?;
            let begins = names.iter().any(|name| name.starts_with(&query));
            let sounds =
                || names.first().is_some_and(|zh| Readings::of(zh).matches(&query).is_some());
            (begins || sounds()).then(|| phrase::role(words, &role))
        })
        .map(|name| Completion { from, insert: insert(&name), label: name, about: String::new() })
        .collect()
}

/// Rules of the floor, and what they say.
fn rules(typed: &str, from: usize, context: Context<'_>, words: &Words) -> Vec<Completion> {
    let typed = fold(typed.trim()).to_lowercase();
    let fits = |offered: &&Offered| {
        let name = fold(&phrase::rules_name(words, &offered.rules)).to_lowercase();
        let sounds = || Readings::of(&offered.rules.name).matches(&typed).is_some();
        name.contains(&typed) || offered.file.starts_with(&typed) || sounds()
    };
    let turn = context.session.setup.turn_seconds;
    let found = context.directory.rule_sets().iter().filter(fits).take(MOST);
    found
        .map(|offered| {
            let name = phrase::rules_name(words, &offered.rules);
            let about = phrase::rules_brief(words, &offered.rules, turn);
            Completion { from, insert: name.clone(), label: name, about }
        })
        .collect()
}

fn outcomes(typed: &str, from: usize, words: &Words) -> Vec<Completion> {
    Outcome::ALL
        .into_iter()
        .map(|outcome| phrase::outcome(words, outcome))
        .filter(|label| label.to_lowercase().starts_with(&typed.to_lowercase()))
        .map(|label| Completion { from, insert: label.clone(), label, about: String::new() })
        .collect()
}
