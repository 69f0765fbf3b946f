//! Days counted from another day; every one that cannot be is told, none panics.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Why something typed is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateTrouble {
    /// It does not look like a date at all.
    #[error("not a date; write 12-05, 12月5日, 两周内, 下周五, +14d or friday")]
    NotADate,
    /// It looks like a date, but there is no such day, or not within the coming year.
    #[error("there is no day {what}")]
    Impossible {
        /// The part that cannot be.
        what: String,
    },
}

/// The last day a program for meetings has any use for.
const LAST_YEAR: i32 = 9999;

/// The English names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What spans of time are counted in.
#[derive(Debug, Clone, Copy)]
pub enum Unit {
    Days,
    Workdays,
    Weeks,
    Months,
    Years,
}

/// A day, or why there is none such.
pub type Day = Result<NaiveDate, DateTrouble>;

fn impossible(what: impl Into<String>) -> DateTrouble {
    DateTrouble::Impossible { what: what.into() }
}

/// The day with this year, month and number.
pub fn numbers(year: u64, month: u64, number: u64) -> Day {
    let date = || {
        let year = i32::try_from(year).ok()?;
        NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(number).ok()?)
    };
    date().ok_or_else(|| impossible(format!("{year}-{month:02}-{number:02}")))
}

/// The next such day on or after today, at most a year ahead.
pub fn next_month_day(month: u64, number: u64, today: NaiveDate) -> Day {
    let year = u64::from(today.year().unsigned_abs());
    let last = after(today, Unit::Months, 12)?;
    [year, year + 1]
        .into_iter()
        .filter_map(|year| numbers(year, month, number).ok())
        .find(|date| (today..=last).contains(date))
        .ok_or_else(|| impossible(format!("{month:02}-{number:02}")))
}

/// The next day with this number on or after today, in whichever month has one.
pub fn next_day_of_month(number: u64, today: NaiveDate) -> Day {
    let wanted = u32::try_from(number).unwrap_or(u32::MAX);
    (0..12)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months)))
        .filter_map(|first| first.with_day(wanted))
        .find(|date| *date >= today)
        .ok_or_else(|| impossible(number.to_string()))
}

/// The end of the next month with this number, today's included.
pub fn end_of_named_month(month: u64, today: NaiveDate) -> Day {
    let wanted = u32::try_from(month).unwrap_or(u32::MAX);
    (0..12)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months)))
        .find(|first| first.month() == wanted)
        .map_or_else(|| Err(impossible(month.to_string())), |first| end_of_month(first, 0))
}

/// The day so many units after another.
pub fn after(from: NaiveDate, unit: Unit, count: u64) -> Day {
    const TOO_MANY_WORKDAYS: u64 = 10_000;
    let months = |months: u64| {
        u32::try_from(months).ok().and_then(|months| from.checked_add_months(Months::new(months)))
    };
    let date = match unit {
        Unit::Days => from.checked_add_days(Days::new(count)),
        Unit::Weeks => count.checked_mul(7).and_then(|days| from.checked_add_days(Days::new(days))),
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
    date.filter(|date| date.year() <= LAST_YEAR).ok_or_else(|| impossible(format!("+{count}")))
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

/// A weekday in a week from Monday to Sunday, or the coming one, today excluded.
pub fn in_week(today: NaiveDate, weeks: Option<u64>, wanted: Weekday) -> Day {
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

/// The last day of the month so many months after a date's.
pub fn end_of_month(date: NaiveDate, months: u32) -> Day {
    let end =
        || date.with_day(1)?.checked_add_months(Months::new(months.checked_add(1)?))?.pred_opt();
    end().ok_or_else(|| impossible(format!("{:02}-31", date.month())))
}
