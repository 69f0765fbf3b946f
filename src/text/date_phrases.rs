//! The grammar of dates as people say them; [`super::dates`] is its front.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::dates::DateTrouble;
use super::scan::Scan;

/// A day that was named, or a span from today that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// A day: `12月5日`, `周五`, `月底`.
    Day(NaiveDate),
    /// The last day of a span: `两周`, `10日内`.
    Span(NaiveDate),
}

/// What a grammar rule found: nothing, an impossible date, or a date.
type Found<T> = Option<Result<T, DateTrouble>>;

/// The last day a program for meetings has any use for.
const LAST_YEAR: i32 = 9999;

const RELATIVE: &[(&str, u64)] = &[
    ("今天", 0),
    ("今日", 0),
    ("明天", 1),
    ("明日", 1),
    ("大后天", 3),
    ("后天", 2),
];

const RELATIVE_ENGLISH: &[(&str, u64)] = &[
    ("today", 0),
    ("tomorrow", 1),
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
];

const WEEKDAYS: &[(&str, Weekday)] = &[
    ("一", Weekday::Mon),
    ("二", Weekday::Tue),
    ("三", Weekday::Wed),
    ("四", Weekday::Thu),
    ("五", Weekday::Fri),
    ("六", Weekday::Sat),
    ("日", Weekday::Sun),
    ("天", Weekday::Sun),
];

const WEEKDAYS_ENGLISH: &[(&str, Weekday)] = &[
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Which week a weekday is in: weeks after this one.
const WEEKS: &[(&str, u64)] = &[
    ("本", 0),
    ("这个", 0),
    ("这", 0),
    ("下下个", 2),
    ("下下", 2),
    ("下个", 1),
    ("下", 1),
];

const WEEK_NAMES: &[(&str, ())] = &[("周", ()), ("星期", ()), ("礼拜", ())];

/// Ends of months (months after this one).
const MONTH_ENDS: &[(&str, u32)] = &[
    ("月底", 0),
    ("月末", 0),
    ("本月底", 0),
    ("本月末", 0),
    ("这个月底", 0),
    ("这个月末", 0),
    ("下月底", 1),
    ("下月末", 1),
    ("下个月底", 1),
    ("下个月末", 1),
];

const MONTH_ENDS_ENGLISH: &[(&str, u32)] = &[
    ("end of the month", 0),
    ("end of this month", 0),
    ("end of month", 0),
    ("month end", 0),
    ("end of next month", 1),
];

#[derive(Debug, Clone, Copy)]
enum Unit {
    Days,
    Workdays,
    Weeks,
    Months,
    Years,
}

const UNITS: &[(&str, Unit)] = &[
    ("个工作日", Unit::Workdays),
    ("工作日", Unit::Workdays),
    ("个星期", Unit::Weeks),
    ("星期", Unit::Weeks),
    ("个礼拜", Unit::Weeks),
    ("礼拜", Unit::Weeks),
    ("个月", Unit::Months),
    ("天", Unit::Days),
    ("周", Unit::Weeks),
    ("年", Unit::Years),
];

const UNITS_ENGLISH: &[(&str, Unit)] = &[
    ("working days", Unit::Workdays),
    ("working day", Unit::Workdays),
    ("workdays", Unit::Workdays),
    ("business days", Unit::Workdays),
    ("days", Unit::Days),
    ("day", Unit::Days),
    ("d", Unit::Days),
    ("weeks", Unit::Weeks),
    ("week", Unit::Weeks),
    ("w", Unit::Weeks),
    ("months", Unit::Months),
    ("month", Unit::Months),
    ("m", Unit::Months),
    ("years", Unit::Years),
    ("year", Unit::Years),
];

/// Takes the date that is next in the text, if one is.
pub fn phrase(scan: &mut Scan, today: NaiveDate) -> Found<Phrase> {
    type Rule = fn(&mut Scan, NaiveDate) -> Found<Phrase>;
    const RULES: [Rule; 5] = [relative, numeric, span, weekday, end];
    RULES.iter().find_map(|rule| {
        let mut ahead = scan.clone();
        let found = rule(&mut ahead, today)?;
        *scan = ahead;
        Some(found)
    })
}

fn impossible(what: impl Into<String>) -> DateTrouble {
    DateTrouble::Impossible { what: what.into() }
}

fn day(date: Result<NaiveDate, DateTrouble>) -> Found<Phrase> {
    Some(date.map(Phrase::Day))
}

fn relative(scan: &mut Scan, today: NaiveDate) -> Found<Phrase> {
    let days = scan
        .any(RELATIVE)
        .or_else(|| scan.any_word(RELATIVE_ENGLISH))?;
    day(after(today, Unit::Days, days))
}

/// `2026-12-05`, `12月5日`, `12/5`, `5日`, `12月底`.
fn numeric(scan: &mut Scan, today: NaiveDate) -> Found<Phrase> {
    let (first, digits) = scan.number()?;
    scan.spaces();
    if scan.eat("日") || scan.eat("号") {
        // `10日内` is a span; `10日前` is before the tenth.
        if ["内", "以内", "之内", "后", "之后", "以后"]
            .iter()
            .any(|end| scan.clone().eat(end))
        {
            return Some(after(today, Unit::Days, first).map(Phrase::Span));
        }
        return day(next_day_of_month(first, today));
    }
    if digits == 4 {
        let separator = ["-", "/", ".", "年"].into_iter().find(|s| scan.eat(s))?;
        scan.spaces();
        let month = scan.number()?.0;
        scan.spaces();
        if !scan.eat(if separator == "年" { "月" } else { separator }) {
            return None;
        }
        scan.spaces();
        let number = scan.number()?.0;
        if separator == "年" {
            scan.spaces();
            let _ = scan.eat("日") || scan.eat("号");
        }
        return not_in_number(scan)
            .then(|| numbers(first, month, number))
            .and_then(day);
    }
    let separator = ["-", "/", ".", "月"].into_iter().find(|s| scan.eat(s))?;
    if separator == "月" && (scan.eat("底") || scan.eat("末")) {
        return day(end_of_named_month(first, today));
    }
    scan.spaces();
    let number = scan.number()?.0;
    if separator == "月" {
        scan.spaces();
        let _ = scan.eat("日") || scan.eat("号");
    }
    not_in_number(scan)
        .then(|| next_month_day(first, number, today))
        .and_then(day)
}

/// Whether a number has ended, so that `12-05-2026` and `12.5.1` are not taken for `12-05`.
fn not_in_number(scan: &Scan) -> bool {
    !scan
        .peek()
        .is_some_and(|c| c.is_ascii_alphanumeric() || "-/.:%".contains(c))
}

fn numbers(year: u64, month: u64, number: u64) -> Result<NaiveDate, DateTrouble> {
    let date = || {
        let year = i32::try_from(year).ok()?;
        NaiveDate::from_ymd_opt(
            year,
            u32::try_from(month).ok()?,
            u32::try_from(number).ok()?,
        )
    };
    date().ok_or_else(|| impossible(format!("{year}-{month:02}-{number:02}")))
}

/// The next such day on or after today, at most a year ahead.
fn next_month_day(month: u64, number: u64, today: NaiveDate) -> Result<NaiveDate, DateTrouble> {
    let year = u64::from(today.year().unsigned_abs());
    let last = after(today, Unit::Months, 12)?;
    [year, year + 1]
        .into_iter()
        .filter_map(|year| numbers(year, month, number).ok())
        .find(|date| (today..=last).contains(date))
        .ok_or_else(|| impossible(format!("{month:02}-{number:02}")))
}

fn next_day_of_month(number: u64, today: NaiveDate) -> Result<NaiveDate, DateTrouble> {
    let wanted = u32::try_from(number).unwrap_or(u32::MAX);
    (0..12)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months)))
        .filter_map(|first| first.with_day(wanted))
        .find(|date| *date >= today)
        .ok_or_else(|| impossible(number.to_string()))
}

fn end_of_named_month(month: u64, today: NaiveDate) -> Result<NaiveDate, DateTrouble> {
    let wanted = u32::try_from(month).unwrap_or(u32::MAX);
    (0..12)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months)))
        .find(|first| first.month() == wanted)
        .and_then(|first| month_end(first, 0))
        .ok_or_else(|| impossible(month.to_string()))
}

/// `+14d`, `两周`, `半个月`, `5个工作日`, `two weeks`.
fn span(scan: &mut Scan, today: NaiveDate) -> Found<Phrase> {
    let plus = scan.eat("+");
    scan.spaces();
    if scan.eat("半") {
        let date = if scan.eat("个月") || scan.eat("月") {
            after(today, Unit::Days, 15)
        } else if scan.eat("年") {
            after(today, Unit::Months, 6)
        } else {
            return None;
        };
        return Some(date.map(Phrase::Span));
    }
    let count = scan.count()?;
    scan.spaces();
    let half = scan.eat("个半月");
    let unit = if half {
        Unit::Months
    } else if plus && (scan.eat("日") || scan.eat("号")) {
        Unit::Days
    } else if plus && scan.eat("月") {
        Unit::Months
    } else {
        scan.any(UNITS).or_else(|| scan.any_word(UNITS_ENGLISH))?
    };
    let mut date = after(today, unit, count);
    if half {
        date = date.and_then(|date| after(date, Unit::Days, 15));
    }
    Some(date.map(Phrase::Span))
}

/// The day so many units after another.
fn after(from: NaiveDate, unit: Unit, count: u64) -> Result<NaiveDate, DateTrouble> {
    const TOO_MANY_WORKDAYS: u64 = 10_000;
    let months = |months: u64| {
        u32::try_from(months)
            .ok()
            .and_then(|months| from.checked_add_months(Months::new(months)))
    };
    let date = match unit {
        Unit::Days => from.checked_add_days(Days::new(count)),
        Unit::Weeks => count
            .checked_mul(7)
            .and_then(|days| from.checked_add_days(Days::new(days))),
        Unit::Months => months(count),
        Unit::Years => count.checked_mul(12).and_then(months),
        Unit::Workdays if count > TOO_MANY_WORKDAYS => None,
        Unit::Workdays => {
            let mut date = Some(from);
            for _ in 0..count {
                date = date.and_then(next_workday);
            }
            date
        }
    };
    date.filter(|date| date.year() <= LAST_YEAR)
        .ok_or_else(|| impossible(format!("+{count}")))
}

/// The next day from Monday to Friday; public holidays are not known here.
fn next_workday(date: NaiveDate) -> Option<NaiveDate> {
    let ahead = match date.weekday() {
        Weekday::Fri => 3,
        Weekday::Sat => 2,
        _ => 1,
    };
    date.checked_add_days(Days::new(ahead))
}

/// `周五` (the coming one), `本周五`, `下周五`, `friday`, `next friday`.
fn weekday(scan: &mut Scan, today: NaiveDate) -> Found<Phrase> {
    let week = scan.any(WEEKS);
    if scan.any(WEEK_NAMES).is_some() {
        let wanted = scan.any(WEEKDAYS)?;
        return day(in_week(today, week, wanted));
    }
    if week.is_some() {
        return None;
    }
    let week = scan.any_word(&[("this", 0), ("next", 1)]);
    if week.is_none() {
        scan.word("on");
    }
    let wanted = scan.any_word(WEEKDAYS_ENGLISH)?;
    day(in_week(today, week, wanted))
}

/// A weekday in a week from Monday to Sunday, or the coming one, today excluded.
fn in_week(
    today: NaiveDate,
    weeks: Option<u64>,
    wanted: Weekday,
) -> Result<NaiveDate, DateTrouble> {
    let now = u64::from(today.weekday().num_days_from_monday());
    let wanted = u64::from(wanted.num_days_from_monday());
    match weeks {
        Some(weeks) => {
            let monday = today.checked_sub_days(Days::new(now)).unwrap_or(today);
            after(monday, Unit::Days, weeks * 7 + wanted)
        }
        None if wanted > now => after(today, Unit::Days, wanted - now),
        None => after(today, Unit::Days, wanted + 7 - now),
    }
}

/// `月底`, `下月底`, `年底`, `end of month`.
fn end(scan: &mut Scan, today: NaiveDate) -> Found<Phrase> {
    const YEAR: [&str; 6] = ["年底", "年末", "今年底", "今年年底", "本年底", "本年末"];
    scan.word("the");
    let months = if YEAR.iter().any(|year| scan.eat(year))
        || ["end of the year", "end of year", "year end"]
            .iter()
            .any(|year| scan.word(year))
    {
        12 - today.month()
    } else {
        scan.any(MONTH_ENDS)
            .or_else(|| scan.any_word(MONTH_ENDS_ENGLISH))?
    };
    day(month_end(today, months).ok_or_else(|| impossible("month end")))
}

/// The last day of the month so many months after a date's.
fn month_end(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.with_day(1)?
        .checked_add_months(Months::new(months + 1))?
        .pred_opt()
}
