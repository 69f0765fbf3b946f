//! Topics by number, people by name, meetings, days and numbers in a line of a ledger.

use chrono::NaiveDate;

use super::choosing::by_name;
use super::fields::{Field, Parted, parts_fields};
use super::misread::{AffairMisread, Kind};
use super::verb::AffairVerb;
use super::{AffairContext, Read};
use crate::domain::ledger::Ledger;
use crate::domain::topic::{CaseNo, Proposer};
use crate::grammar::naming::{is_chinese, list};
use crate::text::dates::{DateTrouble, parse_date, parse_past_date};
use crate::text::pinyin::Readings;
use crate::text::width::{fold, fold_char};

/// What may stand between the number of a topic and what follows it.
fn is_apart(c: char) -> bool {
    c.is_whitespace() || parts_fields(c) || matches!(c, ':' | '：' | '，' | ',' | '、' | '。')
}

/// What makes a number in front of it a quantity or an address instead of a topic's.
const MEASURES: &str = "号楼栋幢单层室户年月日周个分点元人名米次台";

/// The case number that a text begins with, and what follows: `17`, `#17`, `17号`, `17-4a1c`. `None`
/// where the text begins otherwise.
pub(super) fn leading_case(text: &str) -> Option<(String, &str)> {
    let start = text.trim_start().trim_start_matches(['#', '＃', '第']);
    let mut number = String::new();
    let mut rest = start;
    let mut chars = start.char_indices().peekable();
    let mut marked = false;
    while let Some((at, c)) = chars.peek().copied() {
        let folded = fold_char(c).to_ascii_lowercase();
        let belongs = folded.is_ascii_digit()
            || marked && folded.is_ascii_lowercase()
            || folded == '-' && !number.is_empty();
        if !belongs {
            rest = start.get(at..).unwrap_or_default();
            break;
        }
        marked |= folded == '-';
        number.push(folded);
        chars.next();
        rest = chars.peek().map_or("", |(at, _)| start.get(*at..).unwrap_or_default());
    }
    let rest = rest.strip_prefix('号').unwrap_or(rest);
    let next = rest.chars().next();
    // `17受理` needs no space; `3栋` is an address.
    let ended = next.is_none_or(|c| is_apart(c) || is_chinese(c) && !MEASURES.contains(c));
    let after = rest.trim_start_matches(|c: char| is_apart(c) && !parts_fields(c));
    (ended && !number.is_empty() && !number.starts_with('-')).then_some((number, after))
}

/// What a number before a space may count in an address: `12 单元`.
const UNITS: [&str; 5] = ["单元", "号楼", "栋", "幢", "楼"];

/// As [`leading_case`], where an address may stand instead.
pub(super) fn leading_case_or_place(text: &str) -> Option<(String, &str)> {
    leading_case(text).filter(|(_, after)| !UNITS.iter().any(|unit| after.starts_with(unit)))
}

/// The topic that has a number as it was typed.
fn resolve(ledger: &Ledger, typed: &str) -> Read<CaseNo> {
    let case: CaseNo = typed.parse().map_err(|_| AffairMisread::NotACase(typed.to_owned()))?;
    if let Some(topic) = ledger.find(&case) {
        return Ok(topic.case.clone());
    }
    // None has that number, and it is refused; or several devices gave it.
    let alike = ledger.topics.keys().filter(|known| known.number == case.number);
    let alike: Vec<CaseNo> = alike.filter(|_| case.mark.is_none()).cloned().collect();
    if alike.is_empty() {
        Ok(case)
    } else {
        Err(AffairMisread::SeveralCases(typed.to_owned(), alike))
    }
}

fn first_word(text: &str) -> &str {
    text.split(is_apart).find(|word| !word.is_empty()).unwrap_or(text)
}

/// The topic that what follows a verb begins with, and the rest.
pub(super) fn case<'a>(
    verb: AffairVerb,
    rest: &'a str,
    context: AffairContext<'_>,
) -> Read<(CaseNo, &'a str)> {
    if rest.is_empty() {
        return Err(AffairMisread::Incomplete(verb));
    }
    let (typed, rest) =
        leading_case(rest).ok_or_else(|| AffairMisread::NotACase(first_word(rest).to_owned()))?;
    Ok((resolve(context.ledger, &typed)?, rest))
}

/// A topic and nothing else.
pub(super) fn case_alone(text: &str, context: AffairContext<'_>) -> Read<CaseNo> {
    match leading_case(text) {
        Some((typed, "")) => resolve(context.ledger, &typed),
        _ => Err(AffairMisread::NotACase(text.trim().to_owned())),
    }
}

/// People a list names, each known to the community or new. Where a later word is somebody's name,
/// spaces part the list, too.
pub(super) fn people(text: &str, context: AffairContext<'_>) -> Read<Vec<Proposer>> {
    let called = |word: &str| !word.is_ascii() && context.people.is_neighbour(word);
    let mut found = Vec::new();
    for one in list(text) {
        let spaced = one.split_whitespace().skip(1).any(called);
        let (whole, words) = if spaced { (None, one) } else { (Some(one), "") };
        for name in words.split_whitespace().chain(whole) {
            let person = context.people.neighbour(name)?;
            found.push(Proposer { name: person.name, key: person.key });
        }
    }
    Ok(found)
}

/// The names in a list as they were written, those that are known in full.
pub(super) fn names(text: &str, context: AffairContext<'_>) -> Read<Vec<String>> {
    Ok(people(text, context)?.into_iter().map(|person| person.name).collect())
}

/// Units in a list, as they were written.
pub(super) fn units(text: &str) -> Vec<String> {
    list(text).map(str::to_owned).collect()
}

/// The proposer of a topic whom a name means; a name that none of them has stays as it was written.
pub(super) fn proposer(case: &CaseNo, typed: &str, context: AffairContext<'_>) -> Read<String> {
    let typed = typed.trim();
    let known = context.ledger.topics.get(case).map_or(&[][..], |topic| &topic.proposers);
    let names: Vec<&str> = known.iter().map(|proposer| proposer.name.as_str()).collect();
    if names.contains(&typed) {
        return Ok(typed.to_owned());
    }
    let query = fold(typed);
    let mut fitting: Vec<_> = names
        .iter()
        .filter_map(|name| Some((Readings::of(name).matches(&query)?, *name)))
        .collect();
    let best = fitting.iter().map(|(fit, _)| *fit).min();
    fitting.retain(|(fit, _)| Some(*fit) == best);
    match fitting.as_slice() {
        [(_, one)] => Ok((*one).to_owned()),
        [] if query.chars().all(|c| c.is_ascii_lowercase() || c == ' ') => {
            Err(AffairMisread::NobodyCalled(typed.to_owned()))
        }
        [] => Ok(typed.to_owned()),
        several => {
            let several = several.iter().map(|(_, name)| (*name).to_owned()).collect();
            Err(AffairMisread::SeveralPeople(typed.to_owned(), several))
        }
    }
}

/// The meeting that is meant by its id or the beginning of it, its day or its title; with or without
/// the community before it.
pub(super) fn meeting(typed: &str, context: AffairContext<'_>) -> Read<String> {
    let id = typed.trim().rsplit('/').next().unwrap_or_default();
    let dated = parse_date(id, context.today).or_else(|_| parse_past_date(id, context.today)).ok();
    let things: Vec<(String, Vec<String>)> = context
        .meetings
        .iter()
        .map(|meeting| {
            let mut names = vec![meeting.id.clone(), meeting.title.clone()];
            if dated == Some(meeting.on) {
                names.push(id.to_owned());
            }
            (meeting.id.clone(), names)
        })
        .collect();
    by_name(Kind::Meeting, &things, id)
}

/// The procedure that is meant, by the name of its file.
///
/// # Errors
/// When there is none of that name, or several could be meant.
pub fn procedure(typed: &str, context: AffairContext<'_>) -> Result<String, AffairMisread> {
    let things: Vec<(String, Vec<String>)> = context
        .ground
        .procedures
        .iter()
        .map(|known| {
            let mut names = vec![known.procedure.name.clone(), known.file.clone()];
            names.extend(known.procedure.name_en.clone());
            (known.file.clone(), names)
        })
        .collect();
    by_name(Kind::Procedure, &things, typed)
}

fn misread(trouble: DateTrouble, typed: &str) -> AffairMisread {
    match trouble {
        DateTrouble::NotADate => AffairMisread::NotADate(typed.to_owned()),
        DateTrouble::Impossible { what } => AffairMisread::NoSuchDay(what),
    }
}

/// A day that may still be to come.
pub(super) fn day(typed: &str, from: NaiveDate) -> Read<NaiveDate> {
    parse_date(typed, from).map_err(|trouble| misread(trouble, typed))
}

/// A day that has been, or today.
///
/// # Errors
/// When it is no date, or one to come.
pub fn past_day(typed: &str, today: NaiveDate) -> Result<NaiveDate, AffairMisread> {
    match parse_past_date(typed, today) {
        Ok(day) if day > today => Err(AffairMisread::FutureDay(typed.to_owned())),
        Ok(day) => Ok(day),
        Err(trouble) => Err(misread(trouble, typed)),
    }
}

/// A number with what it counts, perhaps: `3户`, `40 people`.
pub(super) fn count(typed: &str) -> Read<u32> {
    let folded = fold(typed.trim());
    let digits = folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = folded.get(digits.len()..).unwrap_or_default().trim().to_lowercase();
    let fine = matches!(
        unit.as_str(),
        "" | "户"
            | "家"
            | "人"
            | "名"
            | "人次"
            | "位"
            | "household"
            | "households"
            | "people"
            | "person"
    );
    let number = digits.parse().ok().filter(|_| fine && digits.chars().all(|c| c.is_ascii_digit()));
    number.ok_or_else(|| AffairMisread::NotANumber(typed.to_owned()))
}

/// What a field says, if it is there; it must not be empty then.
pub(super) fn said<'a>(
    verb: AffairVerb,
    parted: &Parted<'a>,
    field: Field,
) -> Read<Option<&'a str>> {
    match parted.field(field) {
        Some("") => Err(AffairMisread::EmptyField(verb, field)),
        said => Ok(said),
    }
}

/// The same as a text of its own.
pub(super) fn text(verb: AffairVerb, parted: &Parted<'_>, field: Field) -> Read<Option<String>> {
    Ok(said(verb, parted, field)?.map(str::to_owned))
}

/// The text, or what a field says; one of them must be there, and not both.
pub(super) fn text_or<'a>(
    verb: AffairVerb,
    parted: &Parted<'a>,
    field: Field,
) -> Read<Option<&'a str>> {
    match (Some(parted.text).filter(|text| !text.is_empty()), said(verb, parted, field)?) {
        (Some(text), Some(_)) => Err(AffairMisread::TooMuch(verb, text.to_owned())),
        (text, said) => Ok(text.or(said)),
    }
}

/// What must be there.
pub(super) fn need(verb: AffairVerb, text: &str) -> Read<&str> {
    let text = text.trim();
    if text.is_empty() { Err(AffairMisread::Incomplete(verb)) } else { Ok(text) }
}
