//! Shows of hands as they are typed, and what carries them.

use crate::domain::agreement::{Hands, Threshold};
use crate::domain::command::Command;
use crate::text::width::fold;

use super::misread::Misread;
use super::numbers::{Reference, reference};
use super::verb::Verb;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Favour,
    Against,
    Abstain,
}

/// Words for the sides; of two that begin alike the longer comes first.
pub(super) const SIDES: &[(&str, Side)] = &[
    ("赞成", Side::Favour),
    ("同意", Side::Favour),
    ("支持", Side::Favour),
    ("反对", Side::Against),
    ("不同意", Side::Against),
    ("弃权", Side::Abstain),
    ("in favour", Side::Favour),
    ("in favor", Side::Favour),
    ("for", Side::Favour),
    ("yes", Side::Favour),
    ("against", Side::Against),
    ("no", Side::Against),
    ("abstentions", Side::Abstain),
    ("abstention", Side::Abstain),
    ("abstaining", Side::Abstain),
    ("abstained", Side::Abstain),
    ("abstain", Side::Abstain),
];

/// What is counted; says nothing.
const UNITS: &[(&str, ())] =
    &[("票", ()), ("人", ()), ("名", ()), ("votes", ()), ("hands", ()), ("people", ())];

/// Where the words for the sides stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// `18 3 2`
    None,
    /// `赞成18 反对3`
    Before,
    /// `18 for, 3 against`
    After,
}

pub(super) fn is_apart(c: char) -> bool {
    c.is_whitespace() || "/-,，、:;|。".contains(c)
}

/// Takes one of the words off the text; an English one only whole.
pub(super) fn take<'a, T: Copy>(text: &'a str, table: &[(&str, T)]) -> Option<(T, &'a str)> {
    table.iter().find_map(|(word, value)| {
        let rest = text.strip_prefix(word)?;
        let longer = word.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphabetic());
        (!longer).then_some((*value, rest))
    })
}

/// One count, the side told with it, and what follows; `None` when none is next.
type Counted<'a> = Option<(Result<u32, Misread>, Option<Side>, &'a str)>;

fn count(text: &str, order: Option<Order>) -> Counted<'_> {
    let start = text.trim_start_matches(is_apart);
    let before = take(start, SIDES).filter(|_| order != Some(Order::After));
    let (side, start) = before
        .map_or((None, start), |(side, rest)| (Some(side), rest.trim_start_matches(is_apart)));
    let digits = start.chars().take_while(char::is_ascii_digit).count();
    // Digits are one byte each.
    let (digits, rest) = start.split_at(digits);
    if digits.is_empty() {
        return None;
    }
    let number = digits.parse().map_err(|_| Misread::NotANumber(digits.to_owned()));
    let unit = take(rest.trim_start(), UNITS);
    let rest = unit.map_or(rest, |((), rest)| rest);
    let after = take(rest.trim_start_matches(is_apart), SIDES);
    let ended = rest.is_empty() || rest.starts_with(is_apart);
    match after {
        Some((after, rest)) if side.is_none() && order != Some(Order::None) => {
            // `18 for`: the side follows. In `18 3 for …` the order is known to be none.
            Some((number, Some(after), rest))
        }
        // `18反对3`
        Some(_) => Some((number, side, rest)),
        // `5栋` begins the question.
        None => ended.then_some((number, side, rest)),
    }
}

/// `举手 18 3 2`, `18:3`, `18/3/2 R1`, `赞成18票，反对3票 是否先划线`, `18 for, 3 against`.
pub(super) fn vote(rest: &str) -> Result<Command, Misread> {
    let incomplete = || Misread::Incomplete(Verb::Vote);
    let folded = fold(rest.trim());
    // Words for methods and sides in whatever case; only ASCII changes, so the bytes stay.
    let lower = folded.to_ascii_lowercase();
    let mut text = ["举手表决", "举手", "show of hands", "hands"]
        .iter()
        .find_map(|method| lower.strip_prefix(method))
        .unwrap_or(&lower);
    let mut counts: Vec<(u32, Option<Side>)> = Vec::new();
    let mut order = None;
    while counts.len() < 3 {
        let Some((number, side, rest)) = count(text, order) else { break };
        let begins = text.trim_start_matches(is_apart);
        let order = *order.get_or_insert(match side {
            None => Order::None,
            Some(_) if begins.starts_with(|c: char| c.is_ascii_digit()) => Order::After,
            Some(_) => Order::Before,
        });
        if side.is_some() != (order != Order::None) {
            return Err(incomplete());
        }
        counts.push((number?, side));
        text = rest;
    }
    let hands = hands(&counts).ok_or_else(incomplete)?;
    let (_, text) = folded.split_at(folded.len() - text.len());
    let text = text.trim_start_matches(is_apart).trim_end();
    let (resolution, question) = match reference(text) {
        Ok((Reference::Resolution(resolution), "")) => (Some(resolution), None),
        _ => (None, Some(text.to_owned()).filter(|text| !text.is_empty())),
    };
    // A fourth number counts nothing.
    if question.as_ref().is_some_and(|it| it.chars().all(|c| c.is_ascii_digit() || is_apart(c))) {
        return Err(incomplete());
    }
    Ok(Command::CountHands { hands, resolution, question })
}

/// Two or three bare numbers, or each side at most once.
fn hands(counts: &[(u32, Option<Side>)]) -> Option<Hands> {
    match *counts {
        [(favour, None), (against, None)] => Some(Hands { favour, against, abstain: 0 }),
        [(favour, None), (against, None), (abstain, None)] => {
            Some(Hands { favour, against, abstain })
        }
        [] | [(_, None), ..] => None,
        _ => {
            let mut hands = Hands::default();
            let mut seen = Vec::new();
            for (number, side) in counts {
                let side = (*side)?;
                if seen.contains(&side) {
                    return None;
                }
                seen.push(side);
                match side {
                    Side::Favour => hands.favour = *number,
                    Side::Against => hands.against = *number,
                    Side::Abstain => hands.abstain = *number,
                }
            }
            Some(hands)
        }
    }
}

/// What carries a motion, by its name.
pub(super) fn threshold(text: &str) -> Result<Threshold, Misread> {
    let folded = fold(text).to_lowercase();
    Ok(match folded.as_str() {
        "过半" | "过半数" | "半数" | "半数以上" | "到会过半" | "到会半数以上" | "1/2"
        | "majority" | "half" => Threshold::MajorityOfPresent,
        "多数" | "简单多数" | "赞成多于反对" | "plurality" | "more for" | "votes" => {
            Threshold::MajorityOfVotes
        }
        "三分之二" | "三分之二以上" | "2/3" | "two-thirds" | "two thirds" => {
            Threshold::TwoThirdsOfPresent
        }
        "一致" | "全体" | "全体一致" | "全票" | "all" | "unanimous" => {
            Threshold::AllPresent
        }
        _ => return Err(Misread::NotAThreshold(text.to_owned())),
    })
}
