//! The grammar of dates as people say them; [`super::dates`] is its front.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{
    DateTrouble, Day, Unit, after, end_of_month, end_of_named_month, in_week, next_day_of_month,
    next_month_day, numbers,
};
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
type Found = Option<Result<Phrase, DateTrouble>>;

const RELATIVE: &[(&str, u64)] =
    &[("今天", 0), ("今日", 0), ("明天", 1), ("明日", 1), ("大后天", 3), ("后天", 2)];

const RELATIVE_ENGLISH: &[(&str, u64)] =
    &[("today", 0), ("tomorrow", 1), ("the day after tomorrow", 2), ("day after tomorrow", 2)];

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
const WEEKS: &[(&str, u64)] =
    &[("本", 0), ("这个", 0), ("这", 0), ("下下个", 2), ("下下", 2), ("下个", 1), ("下", 1)];

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
pub fn phrase(scan: &mut Scan, today: NaiveDate) -> Found {
    type Rule = fn(&mut Scan, NaiveDate) -> Found;
    const RULES: [Rule; 6] = [relative, numeric, english_day, span, weekday, end];
    RULES.iter().find_map(|rule| {
        let mut ahead = scan.clone();
        let found = rule(&mut ahead, today)?;
        *scan = ahead;
        Some(found)
    })
}

fn day(date: Day) -> Result<Phrase, DateTrouble> {
    date.map(Phrase::Day)
}

fn relative(scan: &mut Scan, today: NaiveDate) -> Found {
    let days = scan.any(RELATIVE).or_else(|| scan.any_word(RELATIVE_ENGLISH))?;
    Some(day(after(today, Unit::Days, days)))
}

/// `2026-12-05`, `12月5日`, `12/5`, `5日`, `12月底`.
fn numeric(scan: &mut Scan, today: NaiveDate) -> Found {
    let (first, digits) = scan.number()?;
    scan.spaces();
    if scan.eat("日") || scan.eat("号") {
        // `10日内` is a span; `10日前` is before the tenth.
        if ["内", "以内", "之内", "后", "之后", "以后"].iter().any(|end| scan.clone().eat(end))
        {
            return Some(after(today, Unit::Days, first).map(Phrase::Span));
        }
        return Some(day(next_day_of_month(first, today)));
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
        return not_in_number(scan).then(|| numbers(first, month, number)).map(day);
    }
    let separator = ["-", "/", ".", "月"].into_iter().find(|s| scan.eat(s))?;
    if separator == "月" && (scan.eat("底") || scan.eat("末")) {
        return Some(day(end_of_named_month(first, today)));
    }
    scan.spaces();
    let number = scan.number()?.0;
    if separator == "月" {
        scan.spaces();
        let _ = scan.eat("日") || scan.eat("号");
    }
    not_in_number(scan).then(|| next_month_day(first, number, today)).map(day)
}

/// Whether a number has ended, so that `12-05-2026` and `12.5.1` are not taken for `12-05`.
fn not_in_number(scan: &Scan) -> bool {
    !scan.peek().is_some_and(|c| c.is_ascii_alphanumeric() || "-/.:%".contains(c))
}

/// `5 December`, `Dec 5`, `December 5, 2026`.
fn english_day(scan: &mut Scan, today: NaiveDate) -> Found {
    let (month, number) = if let Some(month) = scan.month_name() {
        scan.spaces();
        (month, scan.number()?.0)
    } else {
        let number = scan.number()?.0;
        (scan.month_name()?, number)
    };
    let mut ahead = scan.clone();
    ahead.eat(",");
    ahead.spaces();
    if let Some((year, 4)) = ahead.number().filter(|_| not_in_number(&ahead)) {
        *scan = ahead;
        return Some(day(numbers(year, month, number)));
    }
    not_in_number(scan).then(|| next_month_day(month, number, today)).map(day)
}

/// `+14d`, `两周`, `半个月`, `5个工作日`, `two weeks`.
fn span(scan: &mut Scan, today: NaiveDate) -> Found {
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

/// `周五` (the coming one), `本周五`, `下周五`, `friday`, `next friday`.
fn weekday(scan: &mut Scan, today: NaiveDate) -> Found {
    let week = scan.any(WEEKS);
    if scan.any(WEEK_NAMES).is_some() {
        let wanted = scan.any(WEEKDAYS)?;
        return Some(day(in_week(today, week, wanted)));
    }
    if week.is_some() {
        return None;
    }
    let week = scan.any_word(&[("this", 0), ("next", 1)]);
    if week.is_none() {
        scan.word("on");
    }
    let wanted = scan.any_word(WEEKDAYS_ENGLISH)?;
    Some(day(in_week(today, week, wanted)))
}

/// `月底`, `下月底`, `年底`, `end of month`.
fn end(scan: &mut Scan, today: NaiveDate) -> Found {
    const YEAR: [&str; 6] = ["年底", "年末", "今年底", "今年年底", "本年底", "本年末"];
    scan.word("the");
    let months = if YEAR.iter().any(|year| scan.eat(year))
        || ["end of the year", "end of year", "year end"].iter().any(|year| scan.word(year))
    {
        12 - today.month()
    } else {
        scan.any(MONTH_ENDS).or_else(|| scan.any_word(MONTH_ENDS_ENGLISH))?
    };
    Some(day(end_of_month(today, months)))
}
