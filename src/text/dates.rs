//! Dates as people type them, and as they are shown.

use chrono::{Datelike, Days, NaiveDate, Weekday};

pub use super::calendar::DateTrouble;
use super::calendar::MONTHS;
use super::date_phrases::{Phrase, phrase};
use super::scan::Scan;
use super::words::Lang;

/// What may follow a day to make it a deadline (`12月5日前`), and words that it may begin instead
/// (`前往`).
const BEFORE: [&str; 4] = ["之前", "以前", "前", "内"];
const NOT_BEFORE: [&str; 6] = ["往", "来", "去", "期", "面", "台"];
const WITHIN: [&str; 3] = ["以内", "之内", "内"];
const AFTER: [&str; 3] = ["之后", "以后", "后"];

/// Reads a date: written out (`2026-12-05`, `12月5日`, `12/5`, `5 Dec`), by weekday (`周五`, `下周五`,
/// `next friday`), from today (`明天`, `+14d`, `两周内`, `5个工作日`), or the end of a month or year.
///
/// A date without a year is the next such day on or after today; a weekday alone is the coming one,
/// today excluded. Weeks run from Monday to Sunday; working days from Monday to Friday, public
/// holidays not considered.
///
/// # Errors
/// The text is not a date, or names a day that does not exist.
pub fn parse_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateTrouble> {
    let mut scan = Scan::new(text);
    let _ = scan.word("within") || scan.word("in") || scan.word("by") || scan.word("before");
    scan.spaces();
    let found = phrase(&mut scan, today).ok_or(DateTrouble::NotADate)?;
    let mut eat = |endings: &[&str]| endings.iter().any(|ending| scan.eat(ending));
    let date = match found {
        Ok(Phrase::Day(date)) => {
            eat(&BEFORE);
            Ok(date)
        }
        Ok(Phrase::Span(date)) => {
            let _ = eat(&WITHIN) || eat(&AFTER);
            Ok(date)
        }
        Err(trouble) => {
            let _ = eat(&WITHIN) || eat(&AFTER) || eat(&BEFORE);
            Err(trouble)
        }
    };
    if scan.is_done() { date } else { Err(DateTrouble::NotADate) }
}

/// Days that have been, by words that no date to come has.
const PAST: [(&str, u64); 5] =
    [("昨天", 1), ("昨日", 1), ("前天", 2), ("yesterday", 1), ("the day before yesterday", 2)];
/// How far back a day without its year is looked for: a leap year.
const YEAR: u64 = 366;

/// Reads the date of something that has happened: as [`parse_date`] does, but a date without a year
/// is the latest such day up to today. A date that is written out in full may still lie ahead; that
/// is for the caller to judge.
///
/// # Errors
/// The text is not a date, or names a day that does not exist.
pub fn parse_past_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateTrouble> {
    let back = |days: u64| today.checked_sub_days(Days::new(days));
    let trimmed = text.trim().to_ascii_lowercase();
    if let Some((_, days)) = PAST.iter().find(|(word, _)| *word == trimmed) {
        return back(*days).ok_or(DateTrouble::NotADate);
    }
    let ahead = parse_date(text, today);
    if ahead.as_ref().is_ok_and(|date| *date <= today) {
        return ahead;
    }
    // A day of the year, or of the month, is read as itself on that day, and as nothing else.
    let latest = (1..=YEAR).filter_map(back).find(|day| parse_date(text, *day) == Ok(*day));
    latest.map_or(ahead, Ok)
}

/// The deadline an action's text begins with, and the bytes it takes there: `两周内公示方案`,
/// `12月5日前完成`, `within two weeks …`, `by friday …`. A date without `内`, `前`, `within` or `by` is
/// part of the action, and so is a deadline later in the text.
#[must_use]
pub fn leading_deadline(text: &str, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let mut scan = Scan::new(text);
    let within = scan.word("within") || scan.word("in");
    let by = !within && (scan.word("by") || scan.word("before"));
    if !within && !by {
        scan.eat("在");
    }
    scan.spaces();
    let found = phrase(&mut scan, today)?.ok()?;
    let date = match found {
        Phrase::Span(date) if within => date,
        Phrase::Day(date) if by => date,
        _ if within || by => return None,
        Phrase::Span(date) if WITHIN.iter().any(|ending| scan.eat(ending)) => date,
        Phrase::Day(date) if BEFORE.iter().any(|ending| scan.eat(ending)) => {
            if NOT_BEFORE.iter().any(|word| scan.clone().eat(word)) {
                return None;
            }
            date
        }
        Phrase::Span(_) | Phrase::Day(_) => return None,
    };
    Some((date, scan.bytes()))
}

fn month_name(date: NaiveDate) -> &'static str {
    usize::try_from(date.month0()).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or("")
}

/// A date without its year, for a column: `12-05`, `5 Dec`.
#[must_use]
pub fn short_date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{:02}-{:02}", date.month(), date.day()),
        Lang::En => format!("{} {}", date.day(), month_name(date).get(..3).unwrap_or_default()),
    }
}

/// A date in full: `2026年11月23日 星期一`, `Monday 23 November 2026`.
#[must_use]
pub fn long_date(date: NaiveDate, lang: Lang) -> String {
    let (chinese, english) = match date.weekday() {
        Weekday::Mon => ("一", "Monday"),
        Weekday::Tue => ("二", "Tuesday"),
        Weekday::Wed => ("三", "Wednesday"),
        Weekday::Thu => ("四", "Thursday"),
        Weekday::Fri => ("五", "Friday"),
        Weekday::Sat => ("六", "Saturday"),
        Weekday::Sun => ("日", "Sunday"),
    };
    let (year, month, day) = (date.year(), date.month(), date.day());
    match lang {
        Lang::Zh => format!("{year}年{month}月{day}日 星期{chinese}"),
        Lang::En => format!("{english} {day} {} {year}", month_name(date)),
    }
}
