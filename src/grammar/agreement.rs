//! How something is decided and what was counted, as people type it.

use crate::domain::agreement::{Area, Body, Hands, Method, Tally};
use crate::domain::command::Command;
use crate::domain::ids::{ObjectionId, ResolutionId};
use crate::text::width::fold;

use super::Context;
use super::arguments::need;
use super::counts::{SIDES, Side, is_apart, take, threshold, vote};
use super::misread::Misread;
use super::numbers::{Reference, reference};
use super::opinion;
use super::verb::Verb;

type Read<T> = Result<T, Misread>;

/// A method's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain(Method),
    Residents,
    Villagers,
    Households,
    Representatives,
    Owners,
}

/// Words for methods; of two that begin alike the longer comes first.
const METHODS: &[(&str, Kind)] = &[
    ("共识", Kind::Plain(Method::Consensus)),
    ("consensus", Kind::Plain(Method::Consensus)),
    ("举手", Kind::Plain(Method::Hands)),
    ("hands", Kind::Plain(Method::Hands)),
    ("无记名投票", Kind::Plain(Method::Ballot)),
    ("投票", Kind::Plain(Method::Ballot)),
    ("票决", Kind::Plain(Method::Ballot)),
    ("ballot", Kind::Plain(Method::Ballot)),
    ("五指", Kind::Plain(Method::FistToFive)),
    ("fists", Kind::Plain(Method::FistToFive)),
    ("fist", Kind::Plain(Method::FistToFive)),
    ("同意程度", Kind::Plain(Method::Gradients)),
    ("程度", Kind::Plain(Method::Gradients)),
    ("gradients", Kind::Plain(Method::Gradients)),
    ("默许", Kind::Plain(Method::Consent)),
    ("consent", Kind::Plain(Method::Consent)),
    ("居民会议", Kind::Residents),
    ("residents", Kind::Residents),
    ("村民代表会议", Kind::Representatives),
    ("representatives", Kind::Representatives),
    ("户代表会议", Kind::Households),
    ("households", Kind::Households),
    ("村民会议", Kind::Villagers),
    ("villagers", Kind::Villagers),
    ("业主大会", Kind::Owners),
    ("业主", Kind::Owners),
    ("owners", Kind::Owners),
];

/// What completion offers, in Chinese and English.
pub(super) const OFFERED: &[(&str, &str, Method)] = &[
    ("共识", "consensus", Method::Consensus),
    ("举手", "hands", Method::Hands),
    ("投票", "ballot", Method::Ballot),
    ("五指", "fists", Method::FistToFive),
    ("程度", "gradients", Method::Gradients),
    ("默许", "consent", Method::Consent),
    ("居民会议 应到 ", "residents eligible ", Method::Statutory(Body::Residents { eligible: 0 })),
    ("业主大会 户数 ", "owners owners ", OWNERS),
];

/// The owners' meeting as completion offers it, before their number and area are typed.
const OWNERS: Method = Method::Statutory(Body::Owners { major: false, owners: 0, area: 0 });

/// `举手 过半`, `五指`, `法定 居民会议 应到 320`, `owners major owners 400 area 38000`.
pub(super) fn method(rest: &str) -> Read<Command> {
    let text = fold(need(Verb::Method, rest)?).to_lowercase();
    let wrong = || Misread::NotAMethod(rest.trim().to_owned());
    let start = ["法定表决", "法定", "statutory"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(&text)
        .trim_start_matches(is_apart);
    let (kind, rest) = take(start, METHODS).ok_or_else(wrong)?;
    let rest = rest.trim_matches(is_apart);
    let (rest, resolution) = resolution_off(rest);
    let eligible = || head_count(rest, &["应到", "共", "eligible", "of"]);
    let method = match kind {
        Kind::Plain(method) => {
            let share = Some(rest).filter(|rest| !rest.is_empty());
            let takes_share = matches!(method, Method::Hands | Method::Ballot);
            if share.is_some() && !takes_share {
                return Err(Misread::TooMuch(Verb::Method, rest.to_owned()));
            }
            let threshold = share.map(threshold).transpose()?;
            return Ok(Command::ChooseMethod { method, threshold, resolution });
        }
        Kind::Residents => Body::Residents { eligible: eligible()? },
        Kind::Villagers if rest.contains('户') || rest.contains("household") => {
            Body::Households { eligible: eligible()? }
        }
        Kind::Villagers => Body::Villagers { eligible: eligible()? },
        Kind::Households => Body::Households { eligible: eligible()? },
        Kind::Representatives => Body::Representatives { eligible: eligible()? },
        Kind::Owners => Body::Owners {
            major: rest.contains("重大") || rest.contains("major"),
            owners: head_count(rest, &["户数", "户", "应到", "owners", "eligible"])?,
            area: labelled(rest, &["面积", "area"]).map_or(Ok(0), hundredths)?,
        },
    };
    Ok(Command::ChooseMethod { method: Method::Statutory(method), threshold: None, resolution })
}

/// A resolution's number at the end.
fn resolution_off(text: &str) -> (&str, Option<ResolutionId>) {
    let (before, last) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
    match reference(last) {
        Ok((Reference::Resolution(id), "")) => (before.trim_end(), Some(id)),
        _ => (text, None),
    }
}

/// The number that follows one of these labels.
fn labelled<'a>(text: &'a str, labels: &[&str]) -> Option<&'a str> {
    labels.iter().find_map(|label| {
        text.match_indices(label).find_map(|(at, _)| {
            let (_, rest) = text.split_at(at + label.len());
            let rest = rest.trim_start_matches(is_apart);
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            let (number, _) = rest.split_at(end);
            (!number.is_empty()).then_some(number)
        })
    })
}

/// Zero where it is not said: then the meeting asks for it.
fn head_count(text: &str, labels: &[&str]) -> Read<u32> {
    let number = labelled(text, labels);
    number.map_or(Ok(0), |it| it.parse().map_err(|_| Misread::NotANumber(it.to_owned())))
}

/// `1234.5` in hundredths, exactly.
fn hundredths(text: &str) -> Read<u64> {
    let wrong = || Misread::NotANumber(text.to_owned());
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > 2 {
        return Err(wrong());
    }
    let whole: u64 = whole.parse().map_err(|_| wrong())?;
    let rest: u64 = format!("{rest:0<2}").parse().map_err(|_| wrong())?;
    whole.checked_mul(100).and_then(|it| it.checked_add(rest)).ok_or_else(wrong)
}

/// A count: of owners, with invalid papers, with those present, or a plain one.
pub(super) fn any_vote(rest: &str) -> Read<Command> {
    let text = fold(need(Verb::Vote, rest)?).to_lowercase();
    if let Some((heads, area)) = text.split_once("面积").or_else(|| text.split_once("area")) {
        return owners(rest, heads, area);
    }
    let mut text = fold(rest.trim());
    let invalid = number_off(&mut text, &["废票", "invalid"])?;
    let present = number_off(&mut text, &["实到", "present"])?;
    let plain = vote(&text)?;
    if invalid.is_none() && present.is_none() {
        return Ok(plain);
    }
    let Command::CountHands { hands, resolution, question } = plain else { return Ok(plain) };
    let tally = match invalid {
        Some(invalid) => Tally::Papers { hands, invalid },
        None => Tally::Hands(hands),
    };
    Ok(Command::Count { tally, present, resolution, question })
}

/// Takes a label with its number out of the text, after the first count.
fn number_off(text: &mut String, labels: &[&str]) -> Read<Option<u32>> {
    let lower = text.to_ascii_lowercase();
    for label in labels {
        let Some(at) = lower.find(label) else { continue };
        let (_, rest) = text.split_at(at + label.len());
        let start = rest.trim_start_matches(is_apart);
        let end = start.find(|c: char| !c.is_ascii_digit()).unwrap_or(start.len());
        let (digits, after) = start.split_at(end);
        if digits.is_empty() {
            continue;
        }
        let number = digits.parse().map_err(|_| Misread::NotANumber(digits.to_owned()))?;
        let after = after.trim_start_matches(['张', '票', '人', '户']).to_owned();
        let (before, _) = text.split_at(at);
        *text = format!("{}{after}", before.trim_end_matches(is_apart));
        return Ok(Some(number));
    }
    Ok(None)
}

fn owners(typed: &str, heads: &str, area: &str) -> Read<Command> {
    let wrong = || Misread::NotACount(typed.trim().to_owned());
    let heads = ["户数", "户", "owners"]
        .iter()
        .find_map(|word| heads.trim_start().strip_prefix(word))
        .unwrap_or(heads);
    let (heads, rest) = three_sides(heads).ok_or_else(wrong)?;
    let (area, question) = three_sides(area).ok_or_else(wrong)?;
    if !rest.trim_matches(is_apart).is_empty() {
        return Err(wrong());
    }
    let head = |text: &str| text.parse::<u32>().map_err(|_| Misread::NotANumber(text.to_owned()));
    let owners =
        Hands { favour: head(heads[0])?, against: head(heads[1])?, abstain: head(heads[2])? };
    let area = Area {
        favour: hundredths(area[0])?,
        against: hundredths(area[1])?,
        abstain: hundredths(area[2])?,
    };
    let question = question.trim_matches(is_apart);
    let (rest, resolution) = resolution_off(question);
    let question = Some(rest.to_owned()).filter(|it| !it.is_empty());
    Ok(Command::Count {
        tally: Tally::Owners { owners, area },
        present: None,
        resolution,
        question,
    })
}

/// Three numbers, with the words for the sides before them or in their order; and what follows.
fn three_sides(text: &str) -> Option<([&str; 3], &str)> {
    let mut found: [Option<&str>; 3] = [None; 3];
    let mut text = text;
    for at in 0..3 {
        let start = text.trim_start_matches(is_apart);
        let (side, start) = match take(start, SIDES) {
            Some((side, rest)) => (Some(side), rest.trim_start_matches(is_apart)),
            None => (None, start),
        };
        let end = start.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(start.len());
        let (number, rest) = start.split_at(end);
        if number.is_empty() {
            // Nobody abstaining need not be said.
            break;
        }
        let place = match side {
            Some(Side::Favour) => 0,
            Some(Side::Against) => 1,
            Some(Side::Abstain) => 2,
            None => at,
        };
        let slot = found.get_mut(place)?;
        if slot.replace(number).is_some() {
            return None;
        }
        text = rest.trim_start_matches(['户', '票', '㎡']);
        text = ["平方米", "平米", "m2", "m²"]
            .iter()
            .find_map(|unit| text.strip_prefix(unit))
            .unwrap_or(text);
    }
    let [favour, against, abstain] = found;
    Some(([favour?, against.unwrap_or("0"), abstain.unwrap_or("0")], text))
}

/// `0 1 2 5 8 4`, from the fist on, or `5×4 4×8` as a score and how many showed it.
pub(super) fn fists(rest: &str) -> Read<Command> {
    let (counts, question) = counts::<6>(Verb::Fists, rest, 0)?;
    Ok(counted(Tally::Fists(counts), question))
}

/// Eight numbers, whole-hearted support first; or `1×3 2×5`.
pub(super) fn gradients(rest: &str) -> Read<Command> {
    let (counts, question) = counts::<8>(Verb::Gradients, rest, 1)?;
    Ok(counted(Tally::Gradients(counts), question))
}

fn counted(tally: Tally, question: &str) -> Command {
    let (question, resolution) = resolution_off(question.trim_matches(is_apart));
    let question = Some(question.to_owned()).filter(|it| !it.is_empty());
    Command::Count { tally, present: None, resolution, question }
}

fn counts<const N: usize>(verb: Verb, rest: &str, first: usize) -> Read<([u32; N], &str)> {
    let rest = need(verb, rest)?;
    let wrong = || Misread::NotACount(rest.to_owned());
    let times = |c: char| matches!(c, '×' | 'x' | 'X' | '*');
    let mut counts = [0u32; N];
    let mut text = rest;
    let mut plain = 0;
    let mut paired = false;
    loop {
        let start = text.trim_start_matches(|c| is_apart(c) || c == '，');
        let end = start.find(|c: char| !c.is_ascii_digit()).unwrap_or(start.len());
        let (digits, after) = start.split_at(end);
        if digits.is_empty() || (!paired && plain == N) {
            break;
        }
        let number: u32 = digits.parse().map_err(|_| Misread::NotANumber(digits.to_owned()))?;
        if let Some(after) = after.strip_prefix(times) {
            let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            let (many, after) = after.split_at(end);
            let many: u32 = many.parse().map_err(|_| wrong())?;
            let slot = (number as usize).checked_sub(first).and_then(|at| counts.get_mut(at));
            let slot = slot.filter(|slot| **slot == 0 && plain == 0).ok_or_else(wrong)?;
            *slot = many;
            paired = true;
            text = after;
        } else if paired {
            return Err(wrong());
        } else {
            *counts.get_mut(plain).ok_or_else(wrong)? = number;
            plain += 1;
            text = after;
        }
    }
    let more = text.trim_start_matches(is_apart).starts_with(|c: char| c.is_ascii_digit());
    if (paired || plain == N) && !more { Ok((counts, text)) } else { Err(wrong()) }
}

/// Whether anybody objects.
pub(super) fn consensus(rest: &str) -> Read<Command> {
    let text = fold(need(Verb::Consensus, rest)?).to_lowercase();
    let none = match text.trim_matches(|c: char| c.is_whitespace() || "。.!！".contains(c)) {
        "无异议" | "没有异议" | "无" | "没有" | "通过" | "达成" | "none" | "no objection"
        | "no objections" | "reached" => true,
        "有异议" | "有" | "未达成" | "没有达成" | "objections" | "some" | "not reached" => {
            false
        }
        _ => return Err(Misread::TooMuch(Verb::Consensus, rest.trim().to_owned())),
    };
    Ok(Command::AskObjections { none })
}

/// `王芳：理由`
pub(super) fn object(rest: &str, context: Context<'_>) -> Read<Command> {
    let (who, text) = opinion::speaker(need(Verb::Object, rest)?, context)?;
    Ok(Command::Object { who, text: need(Verb::Object, text)?.to_owned() })
}

/// `O1 办法`
pub(super) fn resolved(rest: &str) -> Read<Command> {
    let rest = need(Verb::Resolved, rest)?;
    let folded = fold(rest);
    let start = folded.trim_start_matches("异议").trim_start();
    let digits = start.trim_start_matches(['O', 'o', '#', '第']);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (number, how) = digits.split_at(end);
    let number = number.parse().map_err(|_| {
        Misread::NotANumber(rest.split_whitespace().next().unwrap_or(rest).to_owned())
    })?;
    let how = need(Verb::Resolved, how.trim_start_matches(is_apart))?.to_owned();
    Ok(Command::ResolveObjection { objection: ObjectionId(number), how })
}
