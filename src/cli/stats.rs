//! `yishi stats`: the counters of a community, a region or everything, with the cases behind them.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::Done;
use super::args::{self, StatsFormat};
use super::failure::Failure;
use super::home::cache;
use super::output::{columns, deliver, tell};
use super::progress::with_bar;
use super::setting::Setting;
use crate::domain::figures::{Period, Span};
use crate::phrase::{comma_list, troubles};
use crate::report::stats::{Counts, Report, cases_csv, csv, json, table};
use crate::store::figures::Counted;
use crate::store::index::{Folder, Index};
use crate::store::library::StoreError;
use crate::store::progress::Progress;
use crate::text::dates::{parse_date, parse_past_date};
use crate::text::width::{clean, fold};
use crate::text::words::{Words, id};

/// Most communities, and most regions, that a message names.
const MOST_NAMED: usize = 20;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Stats) -> Result<Done, Failure> {
    let words = &setting.words;
    let period = period(setting, args)?;
    let count = |progress: &Progress| count(setting, args.scope.as_deref(), period, progress);
    let (scope, counts, told) = with_bar(words, id::PROGRESS_STATS, count)?;
    for trouble in &told {
        tell(trouble);
    }
    let report = Report { scope: &scope, period, today: setting.today(), counts: &counts };
    let bytes = match (args.format, args.cases) {
        (StatsFormat::Table, cases) => {
            let width = if args.output.is_some() { None } else { columns() };
            table(words, &report, cases, width).into_bytes()
        }
        (StatsFormat::Csv, false) => csv(words, &report),
        (StatsFormat::Csv, true) => cases_csv(words, &counts),
        (StatsFormat::Json, cases) => json(&report, cases).into_bytes(),
    };
    deliver(args.output.as_deref(), &bytes)?;
    Ok(if told.is_empty() { Done::Well } else { Done::InPart })
}

/// What was counted, in words; the figures; and what could not be read.
fn count(
    setting: &Setting,
    typed: Option<&str>,
    period: Period,
    progress: &Progress,
) -> Result<(String, Counts, Vec<String>), Failure> {
    let words = &setting.words;
    let cache = cache(setting);
    let mut index = setting.store.index(cache.as_ref(), progress)?;
    if let Some(cache) = &cache {
        // Nobody need care: the next program reads what this one did.
        let _ = cache.save(setting.store.disk().as_ref(), &mut index);
    }
    let (scope, folders) = scope(words, &index, typed)?;
    let counted = setting.store.figures(&folders, period, setting.today(), progress)?;
    let of_folders = folders.iter().flat_map(|folder| folder.troubles());
    let mut told: Vec<String> = of_folders.map(|it| troubles::store(words, it)).collect();
    let counts = together(words, counted, &mut told);
    Ok((scope, counts, told))
}

/// The figures of several communities together; what could not be read is added to `told`, once.
fn together(words: &Words, counted: Vec<Counted>, told: &mut Vec<String>) -> Counts {
    let mut counts = Counts::default();
    for one in counted {
        for trouble in one.troubles {
            let trouble = troubles::store(words, &trouble);
            if !told.contains(&trouble) {
                told.push(trouble);
            }
        }
        counts.add(Counts::of(one.community.as_str(), one.figures, one.titles));
    }
    counts
}

/// The communities somebody means, and what they are called together: everything, one by its id or
/// name, or those of a region.
fn scope(
    words: &Words,
    index: &Index,
    typed: Option<&str>,
) -> Result<(String, Vec<Arc<Folder>>), Failure> {
    let all = index.communities();
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        return Ok((words.say(id::STATS_EVERYWHERE), all.to_vec()));
    };
    let fitting = |fits: &dyn Fn(&Folder) -> bool| -> Vec<Arc<Folder>> {
        all.iter().filter(|folder| fits(folder)).map(Arc::clone).collect()
    };
    let ways: [&dyn Fn(&Folder) -> bool; 3] =
        [&|folder| folder.id().as_str() == typed, &|folder| folder.name() == typed, &|folder| {
            folder.name().contains(typed)
        }];
    for (at, fits) in ways.into_iter().enumerate() {
        // A region goes before a part of a name.
        let region = index.in_region(typed);
        if at == 2 && !region.is_empty() {
            return Ok((typed.to_owned(), region));
        }
        let found = fitting(fits);
        match found.as_slice() {
            [] => {}
            [one] => return Ok((one.name().to_owned(), found)),
            several => {
                let ids: Vec<String> = several.iter().map(|it| it.id().to_string()).collect();
                let values =
                    [("typed", typed.into()), ("communities", comma_list(words, &ids).into())];
                return Err(Failure::Told(words.tell(id::STATS_SEVERAL, &values)));
            }
        }
    }
    Err(no_such(words, index, typed))
}

fn no_such(words: &Words, index: &Index, typed: &str) -> Failure {
    let known: Vec<_> = index.communities().iter().map(|it| it.id().clone()).collect();
    if known.is_empty() {
        return StoreError::NoSuchCommunity { typed: typed.to_owned(), known }.into();
    }
    let named = index.communities().iter().map(|folder| match clean(folder.name()) {
        name if name == folder.id().as_str() => name.into_owned(),
        name => crate::phrase::bracketed(words, folder.id().as_str(), &name),
    });
    let communities: Vec<String> = some(named);
    let regions: Vec<String> = some(index.regions().into_iter().map(|(place, _)| place));
    let regions = if regions.is_empty() { "none".to_owned() } else { comma_list(words, &regions) };
    let values = [
        ("typed", typed.into()),
        ("communities", comma_list(words, &communities).into()),
        ("regions", regions.into()),
    ];
    Failure::Told(words.tell(id::STATS_NO_SUCH_SCOPE, &values))
}

/// The first of many; dots for the rest.
fn some(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut some: Vec<String> = all.take(MOST_NAMED + 1).collect();
    if some.len() > MOST_NAMED {
        some.truncate(MOST_NAMED);
        some.push("..".to_owned());
    }
    some
}

/// The days somebody asks for; this year up to today where nothing is said.
fn period(setting: &Setting, args: &args::Stats) -> Result<Period, Failure> {
    let today = setting.today();
    let read = |option: &'static str, text: &Option<String>| -> Result<Option<Period>, Failure> {
        let Some(text) = text else { return Ok(None) };
        let days = days(text, today).ok_or_else(|| {
            let values = [("option", option.into()), ("text", text.into())];
            Failure::Told(setting.words.tell(id::STATS_BAD_DAY, &values))
        })?;
        Ok(Some(days))
    };
    let (from, to) = (read("--from", &args.from)?, read("--to", &args.to)?);
    let to = to.map_or(today, |days| days.to);
    // Without a beginning it is that of the year that is asked about.
    let from = from.map_or_else(|| Span::Year.begin(to), |days| days.from);
    if from > to {
        let values = [("from", from.to_string().into()), ("to", to.to_string().into())];
        return Err(Failure::Told(setting.words.tell(id::STATS_BACKWARDS, &values)));
    }
    Ok(Period { from, to })
}

/// The days that a text names: a year, a month or a day. A day without a year is the latest such
/// day of this year or the one before.
fn days(text: &str, today: NaiveDate) -> Option<Period> {
    let text = fold(text.trim());
    let numbers: Vec<&str> = text.split('-').collect();
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    match numbers.as_slice() {
        [year] if year.len() == 4 && digits(year) => {
            return NaiveDate::from_ymd_opt(year.parse().ok()?, 1, 1).map(|it| Span::Year.from(it));
        }
        [year, month] if year.len() == 4 && digits(year) && digits(month) => {
            let first = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
            return Some(Span::Month.from(first));
        }
        _ => {}
    }
    // What is the same seen from two days a month apart does not depend on the day.
    let before = today.year().checked_sub(1)?;
    let seen_from = |month, day| {
        let then = NaiveDate::from_ymd_opt(before, month, day)?;
        parse_date(&text, then).ok()
    };
    let fixed = seen_from(11, 30).filter(|day| seen_from(12, 31) == Some(*day));
    let day = match fixed.filter(|day| *day <= today) {
        Some(day) => day,
        None => parse_past_date(&text, today).ok()?,
    };
    Some(Period { from: day, to: day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_somebody_means_looking_back() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let today = day("2026-11-25");
        for (typed, from, to) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("２０２６-０３", "2026-03-01", "2026-03-31"),
            ("2025-12-31", "2025-12-31", "2025-12-31"),
            ("3月1日", "2026-03-01", "2026-03-01"),
            ("1月1日", "2026-01-01", "2026-01-01"),
            ("今天", "2026-11-25", "2026-11-25"),
            ("yesterday", "2026-11-24", "2026-11-24"),
            ("2027-01-01", "2027-01-01", "2027-01-01"),
        ] {
            let expected = Period { from: day(from), to: day(to) };
            assert_eq!(days(typed, today), Some(expected), "{typed}");
        }
        for typed in ["", "abc", "2026-13", "2026-02-30", "20260-1"] {
            assert_eq!(days(typed, today), None, "{typed}");
        }
    }
}
