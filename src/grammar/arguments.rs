//! What follows a command word.

use crate::domain::action::Promise;
use crate::domain::agreement::{Hands, Threshold};
use crate::domain::command::Command;
use crate::domain::ids::{ActionId, ItemId, OpinionId, ParkedId, PersonId, ResolutionId};
use crate::domain::item::{Outcome, PlannedItem};
use crate::domain::people::{Newcomer, Role, Who};
use crate::text::clock::parse_minutes;
use crate::text::dates::{DateTrouble, leading_deadline, parse_date};
use crate::text::width::fold;

use super::Context;
use super::directory::split_brackets;
use super::misread::Misread;
use super::opinion::{stance_of_mark, stance_of_word};
use super::verb::Verb;

type Read<T> = Result<T, Misread>;

/// The role a word stands for.
pub(super) fn role_of(word: &str) -> Option<Role> {
    crate::phrase::role_words()
        .iter()
        .find(|(_, words)| words.iter().any(|it| it.eq_ignore_ascii_case(word)))
        .map(|(role, _)| role.clone())
}

/// The command that `verb` and what follows it ask for.
pub(super) fn command(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    match verb {
        Verb::Open => Ok(Command::Open),
        Verb::Pause => Ok(Command::Pause),
        Verb::Resume => Ok(Command::Resume),
        Verb::Done => Ok(Command::EndTurn),
        Verb::Undo => Ok(Command::Undo),
        Verb::Redo => Ok(Command::Redo),
        Verb::Close => Ok(Command::Close { leave: is_leave(rest) }),
        Verb::SignIn | Verb::SignOut | Verb::Correct => signing(verb, rest, context),
        Verb::Item | Verb::Rename | Verb::Minutes | Verb::Move | Verb::Start | Verb::End => {
            agenda(verb, rest, context)
        }
        Verb::Hand | Verb::Lower | Verb::Next | Verb::Floor => floor(verb, rest, context),
        Verb::Endorse => endorse(rest, context),
        Verb::Answer => {
            let (first, text) = first_word(need(verb, rest)?);
            let opinion = OpinionId(number(first)?);
            Ok(Command::Answer { opinion, text: need(verb, text)?.to_owned() })
        }
        Verb::Amend => amend(rest, context),
        Verb::Withdraw => withdraw(rest),
        Verb::Resolve => Ok(Command::Resolve(need(verb, rest)?.to_owned())),
        Verb::Vote => vote(rest),
        Verb::Rule => threshold(need(verb, rest)?).map(Command::SetThreshold),
        Verb::Action => {
            let (what, mut promise) = promise(need(verb, rest)?, context)?;
            if promise.due.is_none() {
                promise.due = leading_deadline(&what, context.today).map(|(due, _)| due);
            }
            Ok(Command::Promise(Promise { what: need(verb, &what)?.to_owned(), ..promise }))
        }
        Verb::Park => park(need(verb, rest)?, context),
        Verb::Settle => {
            let (first, how) = first_word(need(verb, rest)?);
            let parked = match reference(first)? {
                Reference::Opinion(OpinionId(number)) | Reference::Parked(ParkedId(number)) => {
                    ParkedId(number)
                }
                _ => return Err(Misread::NotAReference(first.to_owned())),
            };
            Ok(Command::Settle { parked, how: need(verb, how)?.to_owned() })
        }
        Verb::Note => Ok(Command::Note(need(verb, rest)?.to_owned())),
        Verb::SaveTo | Verb::Language | Verb::Help | Verb::Quit => Err(Misread::DeskOnly(verb)),
    }
}

fn need(verb: Verb, text: &str) -> Read<&str> {
    let text = text.trim();
    if text.is_empty() { Err(Misread::Incomplete(verb)) } else { Ok(text) }
}

fn first_word(text: &str) -> (&str, &str) {
    match text.split_once(char::is_whitespace) {
        Some((first, rest)) => (first, rest.trim_start()),
        None => (text, ""),
    }
}

fn number(text: &str) -> Read<u32> {
    let folded = fold(text);
    let digits = folded.trim_start_matches(['#', '第']).trim_end_matches(['号', '项', '条']);
    digits.parse().map_err(|_| Misread::NotANumber(text.to_owned()))
}

fn is_leave(text: &str) -> bool {
    text.contains("留待") || text.contains("留下") || text.eq_ignore_ascii_case("leave")
}

enum Reference {
    Opinion(OpinionId),
    Resolution(ResolutionId),
    Action(ActionId),
    Parked(ParkedId),
}

fn reference(text: &str) -> Read<Reference> {
    let wrong = || Misread::NotAReference(text.to_owned());
    let folded = fold(text);
    let mut chars = folded.chars();
    let kind = chars.next().ok_or_else(wrong)?.to_ascii_uppercase();
    let lettered = |chars: std::str::Chars<'_>| chars.as_str().parse().map_err(|_| wrong());
    match kind {
        'R' => lettered(chars).map(|it| Reference::Resolution(ResolutionId(it))),
        'A' => lettered(chars).map(|it| Reference::Action(ActionId(it))),
        'P' => lettered(chars).map(|it| Reference::Parked(ParkedId(it))),
        _ => number(text).map(|it| Reference::Opinion(OpinionId(it))).map_err(|_| wrong()),
    }
}

fn is_list_mark(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | ';' | '；')
}

/// A name with what tells about the person: `刘芳 5栋2单元 居民`, `刘芳（5栋）`, `Mary Jones 5B resident`.
fn newcomer(text: &str) -> Newcomer {
    let (outside, within) = split_brackets(text);
    let tokens: Vec<&str> = outside.split_whitespace().collect();
    let tells = |token: &&str| role_of(token).is_some() || token.chars().any(char::is_numeric);
    let ascii_name = tokens.first().is_some_and(|token| token.is_ascii());
    let name_len = if ascii_name {
        tokens
            .iter()
            .skip(1)
            .position(|token| tells(token) || !token.is_ascii())
            .map_or(tokens.len(), |at| at + 1)
    } else {
        tokens.len().min(1)
    };
    let (name, about) = tokens.split_at(name_len);
    let mut role = None;
    let mut household: Vec<&str> = Vec::new();
    for token in about.iter().copied().chain(within) {
        match role_of(token) {
            Some(found) if role.is_none() => role = Some(found),
            _ => household.push(token),
        }
    }
    Newcomer {
        name: name.join(" "),
        role: role.unwrap_or_default(),
        household: (!household.is_empty()).then(|| household.join(" ")),
        key: None,
    }
}

fn present(query: &str, context: Context<'_>) -> Read<PersonId> {
    match context.directory.one(context.session, query)?.who {
        Who::Present(person) => Ok(person),
        Who::Joining(_) => Err(Misread::NobodyCalled(query.to_owned())),
    }
}

fn anybody(query: &str, context: Context<'_>) -> Read<Who> {
    context.directory.one(context.session, query).map(|found| found.who)
}

fn signing(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    let rest = need(verb, rest)?;
    match verb {
        Verb::SignOut => present(rest, context).map(Command::SignOut),
        Verb::Correct => {
            let about = newcomer(rest);
            let person = present(&about.name, context)?;
            let role = (about.role != Role::default()
                || rest.split_whitespace().any(|it| role_of(it).is_some()))
            .then_some(about.role);
            if role.is_none() && about.household.is_none() {
                return Err(Misread::Incomplete(verb));
            }
            Ok(Command::CorrectPerson { person, role, household: about.household })
        }
        _ => rest
            .split(is_list_mark)
            .map(str::trim)
            .filter(|one| !one.is_empty())
            .map(|one| context.directory.arriving(context.session, newcomer(one)))
            .collect::<Read<Vec<Who>>>()
            .map(Command::SignIn),
    }
}

/// The item at a place of the agenda, as people count.
fn item_at(text: &str, context: Context<'_>) -> Read<ItemId> {
    let place = number(text)?;
    let at = (place as usize).wrapping_sub(1);
    // A place beyond the agenda stays a number no item has, for `decide` to refuse.
    Ok(context.session.order.get(at).copied().unwrap_or(ItemId(u32::MAX - place)))
}

/// `title | minutes`, as in an agenda file.
#[must_use]
pub fn planned(text: &str) -> PlannedItem {
    if let Some(at) = text.rfind(['|', '｜']) {
        let (title, minutes) = text.split_at(at);
        let minutes = minutes.trim_start_matches(['|', '｜']).trim();
        if let Some(minutes) = parse_minutes(minutes) {
            return PlannedItem { title: title.trim().to_owned(), minutes: Some(minutes) };
        }
    }
    PlannedItem { title: text.trim().to_owned(), minutes: None }
}

fn agenda(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    match verb {
        Verb::Start if rest.is_empty() => Ok(Command::OpenItem(None)),
        Verb::Start => item_at(rest, context).map(|item| Command::OpenItem(Some(item))),
        Verb::End => close_item(need(verb, rest)?),
        Verb::Item => Ok(Command::AddItem(planned(need(verb, rest)?))),
        _ => {
            let (first, argument) = first_word(need(verb, rest)?);
            let item = item_at(first, context)?;
            let argument = need(verb, argument)?;
            Ok(match verb {
                Verb::Rename => {
                    Command::ChangeItem { item, title: Some(argument.to_owned()), minutes: None }
                }
                Verb::Minutes => {
                    let minutes = parse_minutes(argument)
                        .ok_or_else(|| Misread::NotANumber(argument.to_owned()))?;
                    Command::ChangeItem { item, title: None, minutes: Some(minutes) }
                }
                _ => {
                    let to = number(argument.trim_start_matches("to "))?;
                    Command::MoveItem { item, to: to.wrapping_sub(1) }
                }
            })
        }
    }
}

const OUTCOMES: &[(&str, Outcome)] = &[
    ("未达成一致", Outcome::NotAgreed),
    ("未达成", Outcome::NotAgreed),
    ("不一致", Outcome::NotAgreed),
    ("达成一致", Outcome::Agreed),
    ("达成", Outcome::Agreed),
    ("一致", Outcome::Agreed),
    ("结转", Outcome::CarriedOver),
    ("已通报", Outcome::Noted),
    ("通报", Outcome::Noted),
    ("not-agreed", Outcome::NotAgreed),
    ("not agreed", Outcome::NotAgreed),
    ("agreed", Outcome::Agreed),
    ("carry over", Outcome::CarriedOver),
    ("carried over", Outcome::CarriedOver),
    ("carried", Outcome::CarriedOver),
    ("carry", Outcome::CarriedOver),
    ("noted", Outcome::Noted),
];

fn close_item(text: &str) -> Read<Command> {
    let lower = text.to_ascii_lowercase();
    let (spelling, outcome) = OUTCOMES
        .iter()
        .find(|(spelling, _)| lower.starts_with(spelling))
        .ok_or_else(|| Misread::NotAnOutcome(first_word(text).0.to_owned()))?;
    let rest = text.get(spelling.len()..).unwrap_or_default().trim();
    let (why, despite) = ["照结", "anyway"]
        .iter()
        .find_map(|mark| rest.strip_suffix(mark))
        .map_or((rest, false), |why| (why.trim(), true));
    let why = (!why.is_empty()).then(|| why.to_owned());
    Ok(Command::CloseItem { outcome: *outcome, why, despite })
}

fn floor(verb: Verb, rest: &str, context: Context<'_>) -> Read<Command> {
    match verb {
        Verb::Next if rest.is_empty() => Ok(Command::GiveFloor(None)),
        Verb::Next | Verb::Floor => {
            anybody(need(verb, rest)?, context).map(|who| Command::GiveFloor(Some(who)))
        }
        Verb::Lower => present(need(verb, rest)?, context).map(Command::LowerHand),
        _ => {
            let rest = need(verb, rest)?;
            let announced = rest.rsplit_once(char::is_whitespace).and_then(|(name, last)| {
                let mut chars = last.chars();
                let mark = chars.next().and_then(stance_of_mark).filter(|_| chars.next().is_none());
                mark.or_else(|| stance_of_word(last)).map(|stance| (name, stance))
            });
            let (name, stance) = match announced {
                Some((name, stance)) => (name, Some(stance)),
                None => (rest, None),
            };
            Ok(Command::RaiseHand { who: anybody(name, context)?, stance })
        }
    }
}

fn endorse(rest: &str, context: Context<'_>) -> Read<Command> {
    let (first, names) = first_word(need(Verb::Endorse, rest)?);
    let opinion = OpinionId(number(first)?);
    let who = names
        .split(is_list_mark)
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| anybody(name, context))
        .collect::<Read<Vec<Who>>>()?;
    Ok(Command::Endorse { opinion, who })
}

fn amend(rest: &str, context: Context<'_>) -> Read<Command> {
    let (first, text) = first_word(need(Verb::Amend, rest)?);
    let target = reference(first)?;
    let text = need(Verb::Amend, text)?;
    match target {
        Reference::Opinion(opinion) => {
            let mut chars = text.chars();
            let stance = chars.next().and_then(stance_of_mark);
            let text = if stance.is_some() { chars.as_str().trim_start() } else { text };
            Ok(Command::AmendOpinion { opinion, stance, text: text.to_owned() })
        }
        Reference::Resolution(resolution) => {
            Ok(Command::AmendResolution { resolution, text: text.to_owned() })
        }
        Reference::Action(action) => {
            let (what, promise) = promise(text, context)?;
            let what = (!what.is_empty()).then_some(what);
            Ok(Command::AmendAction { action, what, promise })
        }
        Reference::Parked(_) => Err(Misread::NotAReference(first.to_owned())),
    }
}

fn withdraw(rest: &str) -> Read<Command> {
    let (first, why) = first_word(need(Verb::Withdraw, rest)?);
    match reference(first)? {
        Reference::Opinion(opinion) => Ok(Command::WithdrawOpinion(opinion)),
        Reference::Resolution(resolution) => Ok(Command::WithdrawResolution(resolution)),
        Reference::Action(action) => {
            Ok(Command::DropAction { action, why: need(Verb::Withdraw, why)?.to_owned() })
        }
        Reference::Parked(_) => Err(Misread::NotAReference(first.to_owned())),
    }
}

/// `举手 18 3 2`, `18 3`, `18/3/2 R1`, `赞成18 反对3 弃权2 是否先划线`.
fn vote(rest: &str) -> Read<Command> {
    let folded = fold(need(Verb::Vote, rest)?);
    let mut text = folded.as_str();
    for method in ["举手", "hands"] {
        text = text.strip_prefix(method).unwrap_or(text).trim_start();
    }
    let mut counts = Vec::new();
    while counts.len() < 3 {
        let skipped = text.trim_start_matches(['/', '-', ',', '，', '、']).trim_start();
        let after_word = ["赞成", "反对", "弃权", "for", "against", "abstain"]
            .iter()
            .find_map(|word| skipped.strip_prefix(word))
            .unwrap_or(skipped)
            .trim_start();
        let digits = after_word.chars().take_while(char::is_ascii_digit).count();
        if digits == 0 {
            break;
        }
        // Digits are one byte each.
        let (count, rest) = after_word.split_at(digits);
        counts.push(count.parse().map_err(|_| Misread::NotANumber(count.to_owned()))?);
        text = rest.trim_start();
    }
    let (&[favour, against], abstain) = match counts.as_slice() {
        [favour, against] => (&[*favour, *against], 0),
        [favour, against, abstain] => (&[*favour, *against], *abstain),
        _ => return Err(Misread::Incomplete(Verb::Vote)),
    };
    let hands = Hands { favour, against, abstain };
    let text = text.trim();
    let (resolution, question) = match reference(text) {
        Ok(Reference::Resolution(resolution)) => (Some(resolution), None),
        _ if text.is_empty() => (None, None),
        _ => (None, Some(text.to_owned())),
    };
    Ok(Command::CountHands { hands, resolution, question })
}

fn threshold(text: &str) -> Read<Threshold> {
    let folded = fold(text).to_lowercase();
    Ok(match folded.as_str() {
        "过半" | "半数" | "到会过半" | "到会半数以上" | "majority" | "half" => {
            Threshold::MajorityOfPresent
        }
        "多数" | "赞成多于反对" | "plurality" | "more for" | "votes" => {
            Threshold::MajorityOfVotes
        }
        "三分之二" | "2/3" | "two-thirds" | "two thirds" => Threshold::TwoThirdsOfPresent,
        "一致" | "全体" | "全体一致" | "all" | "unanimous" => Threshold::AllPresent,
        _ => return Err(Misread::NotAThreshold(text.to_owned())),
    })
}

fn park(rest: &str, context: Context<'_>) -> Read<Command> {
    if let Some((head, text)) = rest.split_once([':', '：'])
        && let Ok(found) = context.directory.one(context.session, head)
    {
        let text = need(Verb::Park, text)?.to_owned();
        return Ok(Command::Park { who: Some(found.who), text });
    }
    Ok(Command::Park { who: None, text: rest.to_owned() })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    What,
    Owner,
    Due,
    Test,
    From,
}

fn part_of(mark: char) -> Option<Part> {
    Some(match mark {
        '@' | '＠' => Part::Owner,
        '#' | '＃' => Part::Due,
        '=' | '＝' => Part::Test,
        '<' | '＜' | '《' => Part::From,
        _ => return None,
    })
}

/// Splits `疏通下水道 @物业 #12-05 =不再倒灌 <3,5` at the marks that begin a word.
fn parts(text: &str) -> Vec<(Part, String)> {
    let mut parts = vec![(Part::What, String::new())];
    let mut at_start = true;
    for c in text.chars() {
        match part_of(c).filter(|_| at_start) {
            Some(part) => parts.push((part, String::new())),
            None => {
                if let Some((_, words)) = parts.last_mut() {
                    words.push(c);
                }
            }
        }
        at_start = c.is_whitespace();
    }
    parts
}

/// A part that normally is one word: the word, and what follows it, which belongs to the action.
/// English units may have several words.
fn one_word(words: &str) -> (&str, &str) {
    let (first, rest) = first_word(words.trim());
    if first.is_ascii() && words.is_ascii() { (words.trim(), "") } else { (first, rest) }
}

fn promise(text: &str, context: Context<'_>) -> Read<(String, Promise)> {
    let mut what = String::new();
    let mut promise = Promise::default();
    let add = |what: &mut String, words: &str| {
        if !what.is_empty() && !words.is_empty() {
            what.push(' ');
        }
        what.push_str(words);
    };
    for (part, words) in parts(text) {
        let words = words.trim();
        match part {
            Part::What => add(&mut what, words),
            Part::Owner => {
                let (owner, rest) = one_word(words);
                let query = owner.is_ascii() && owner.chars().all(|c| c.is_ascii_lowercase());
                let person = context.directory.one(context.session, owner);
                promise.owner = match person {
                    Ok(found) if query || found.name == owner => Some(found.name),
                    Err(Misread::SeveralPeople(text, names)) if query => {
                        return Err(Misread::SeveralPeople(text, names));
                    }
                    _ => Some(owner.to_owned()).filter(|owner| !owner.is_empty()),
                };
                add(&mut what, rest);
            }
            Part::Due => {
                let (due, rest) = due(words, context)?;
                promise.due = Some(due);
                add(&mut what, rest);
            }
            Part::Test => promise.test = Some(words.to_owned()).filter(|test| !test.is_empty()),
            Part::From => {
                for one in words.split(|c: char| is_list_mark(c) || c.is_whitespace()) {
                    if !one.is_empty() {
                        promise.from.push(OpinionId(number(one.trim_end_matches(['》', '>']))?));
                    }
                }
            }
        }
    }
    Ok((what, promise))
}

fn due<'a>(words: &'a str, context: Context<'_>) -> Read<(chrono::NaiveDate, &'a str)> {
    if let Ok(due) = parse_date(words, context.today) {
        return Ok((due, ""));
    }
    let (first, rest) = first_word(words);
    match parse_date(first, context.today) {
        Ok(due) => Ok((due, rest)),
        Err(DateTrouble::NotADate) => Err(Misread::NotADate(words.to_owned())),
        Err(_) => Err(Misread::NoSuchDay(first.to_owned())),
    }
}
