//! Numbers of things: `3`, `#3`, `第3条`, `R1`, `决议1`, with or without a space before what follows.

use crate::domain::ids::{ActionId, OpinionId, ParkedId, PointId, ResolutionId};
use crate::text::width::fold_char;

use super::misread::Misread;

/// What makes a number in front of it a quantity, a time or an address instead of the number of
/// something: `/答复 3号楼…` lacks the opinion's number.
const MEASURES: &str = "号楼栋幢单层室户年月日天周个小分秒点时元块万千百人位名米条项次台辆根%％℃度";

/// Digits and what follows them, without the space or mark between. `None` when the text does not
/// begin with a number, or the number measures something.
fn take_digits(text: &str) -> Option<(Result<u32, Misread>, &str)> {
    let end = text
        .char_indices()
        .find(|(_, c)| !fold_char(*c).is_ascii_digit())
        .map_or(text.len(), |(at, _)| at);
    let (digits, rest) = text.split_at(end);
    if digits.is_empty() {
        return None;
    }
    let folded: String = digits.chars().map(fold_char).collect();
    let number = folded.parse().map_err(|_| Misread::NotANumber(digits.to_owned()));
    let apart = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '，' | ',' | '、' | '。');
    let ended = |rest: &str| rest.is_empty() || rest.starts_with(apart);
    let unit = rest.strip_prefix(['号', '项', '条', '.', '．']).filter(|rest| ended(rest));
    let rest = unit.unwrap_or(rest);
    let glued = rest.chars().next().is_some_and(|c| {
        !apart(c) && (fold_char(c).is_ascii_alphanumeric() || "-./~".contains(fold_char(c)))
            || MEASURES.contains(c)
    });
    (!glued).then(|| (number, rest.trim_start_matches(apart)))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or(text)
}

/// The number the text begins with, and what follows it.
pub(super) fn leading(text: &str) -> Result<(u32, &str), Misread> {
    let start = text.trim_start();
    let start = start.strip_prefix("意见").unwrap_or(start);
    let start = start.trim_start_matches(['#', '＃', '第']);
    match take_digits(start) {
        Some((number, rest)) => Ok((number?, rest)),
        None => Err(Misread::NotANumber(first_word(text).to_owned())),
    }
}

/// A text that is a number and nothing else; up to ten also in Chinese, `第三项`.
pub(super) fn number(text: &str) -> Result<u32, Misread> {
    let wrong = || Misread::NotANumber(text.to_owned());
    let bare = text.trim_start_matches(['第', '#', '＃']).trim_end_matches(['号', '项', '条']);
    let mut chars = bare.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && let Some(at) = (1..).zip("一二三四五六七八九十".chars()).find(|(_, it)| *it == c)
    {
        return Ok(at.0);
    }
    match leading(text) {
        Ok((number, "")) => Ok(number),
        _ => Err(wrong()),
    }
}

/// What a number refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Opinion(OpinionId),
    Resolution(ResolutionId),
    Action(ActionId),
    Parked(ParkedId),
    Point(PointId),
}

/// What the text begins by referring to, and what follows.
pub(super) fn reference(text: &str) -> Result<(Reference, &str), Misread> {
    let text = text.trim_start();
    let wrong = || Misread::NotAReference(first_word(text).to_owned());
    let worded = [("决议", 'R'), ("行动", 'A'), ("搁置", 'P'), ("要点", 'K')]
        .into_iter()
        .find_map(|(word, kind)| text.strip_prefix(word).map(|rest| (kind, rest)));
    let lettered = || {
        let kind = fold_char(text.chars().next()?).to_ascii_uppercase();
        let mut rest = text.chars();
        rest.next();
        matches!(kind, 'R' | 'A' | 'P' | 'K').then(|| (kind, rest.as_str()))
    };
    let Some((kind, rest)) = worded.or_else(lettered) else {
        return leading(text)
            .map(|(number, rest)| (Reference::Opinion(OpinionId(number)), rest))
            .map_err(|_| wrong());
    };
    let (number, rest) = take_digits(rest.trim_start()).ok_or_else(wrong)?;
    let number = number.map_err(|_| wrong())?;
    let reference = match kind {
        'R' => Reference::Resolution(ResolutionId(number)),
        'A' => Reference::Action(ActionId(number)),
        'K' => Reference::Point(PointId(number)),
        _ => Reference::Parked(ParkedId(number)),
    };
    Ok((reference, rest))
}
