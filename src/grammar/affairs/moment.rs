//! When something was done that is entered later: `2026-11-20 09:30 /登记 …`, `11-20 /登记 …`.

use chrono::{NaiveDate, NaiveTime};

use super::misread::AffairMisread;
use super::naming::past_day;
use crate::text::clock::leading_clock;
use crate::text::width::fold_char;

/// What a line begins with, before its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Given {
    /// The day, if one is given.
    pub day: Option<NaiveDate>,
    /// The time of day, if one is given.
    pub time: Option<NaiveTime>,
}

/// The day and the time that a line begins with, and the rest of it. A day without its year is the
/// latest such day.
///
/// # Errors
/// When it begins like a day or a time and is none, or with a day to come.
pub fn leading_moment(line: &str, today: NaiveDate) -> Result<(Given, &str), AffairMisread> {
    let mut given = Given::default();
    let mut rest = line.trim_start();
    if !begins_with_digit(rest) {
        return Ok((given, rest));
    }
    if let Some((time, after)) = clock(rest)? {
        given.time = Some(time);
        return Ok((given, after));
    }
    // The day ends where the verb or a space begins: `11月20日/登记`.
    let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '／' | '、');
    let mut end = rest.find(ends).unwrap_or(rest.len());
    // `2026/11/20` has the mark of a verb in it.
    while let Some(after) = rest.get(end..) {
        let mut next = after.chars();
        let slash = next.next().is_some_and(|c| matches!(c, '/' | '／'));
        if !slash || !next.next().is_some_and(|c| fold_char(c).is_ascii_digit()) {
            break;
        }
        let from = end + after.chars().next().map_or(1, char::len_utf8);
        end = rest.get(from..).and_then(|it| it.find(ends)).map_or(rest.len(), |at| from + at);
    }
    let (day, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    given.day = Some(past_day(day, today)?);
    rest = after.trim_start();
    if begins_with_digit(rest)
        && let Some((time, after)) = clock(rest)?
    {
        given.time = Some(time);
        rest = after;
    }
    Ok((given, rest))
}

fn begins_with_digit(text: &str) -> bool {
    text.chars().next().is_some_and(|c| fold_char(c).is_ascii_digit())
}

fn clock(text: &str) -> Result<Option<(NaiveTime, &str)>, AffairMisread> {
    leading_clock(text).map_err(|error| AffairMisread::NoSuchTime(error.what))
}
