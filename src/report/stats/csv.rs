//! The figures for spreadsheets.

use super::{Counts, Report};
use crate::domain::figures::Figure;
use crate::phrase::figures::{case_state, figure, group, share, whole};
use crate::report::spreadsheet;
use crate::text::words::{Id, Words, id};

/// A row for each figure, then one for each of each unit.
#[must_use]
pub fn csv(words: &Words, report: &Report<'_>) -> Vec<u8> {
    let heads = [
        id::STATS_HEAD_ID,
        id::STATS_HEAD_GROUP,
        id::STATS_HEAD_UNIT,
        id::STATS_HEAD_FIGURE,
        id::STATS_HEAD_NUMERATOR,
        id::STATS_HEAD_DENOMINATOR,
        id::STATS_HEAD_PERCENT,
        id::STATS_HEAD_OF,
        id::STATS_HEAD_FROM,
        id::STATS_HEAD_TO,
    ];
    let figures = &report.counts.figures;
    let all = figures.all.iter().map(|figure| (String::new(), figure));
    let of_units = figures
        .units
        .iter()
        .flat_map(|(unit, of_unit)| of_unit.iter().map(move |figure| (unit.clone(), figure)));
    let rows = all.chain(of_units).map(|(unit, of)| row(words, report, unit, of));
    spreadsheet::csv(&heads.map(|head| words.say(head)), rows)
}

fn row(words: &Words, report: &Report<'_>, unit: String, of: &Figure) -> [String; 10] {
    [
        of.id.code().to_owned(),
        words.say(group(of.id.group())),
        unit,
        words.say(figure(of.id)),
        of.numerator.to_string(),
        of.denominator.map(|it| it.to_string()).unwrap_or_default(),
        share(of),
        of.id.whole().map(|it| words.say(whole(it))).unwrap_or_default(),
        report.period.from.to_string(),
        report.period.to.to_string(),
    ]
}

/// A row for each case behind each figure.
#[must_use]
pub fn cases_csv(words: &Words, counts: &Counts) -> Vec<u8> {
    const HEADS: [Id; 8] = [
        id::STATS_HEAD_ID,
        id::STATS_HEAD_FIGURE,
        id::STATS_HEAD_CASE,
        id::STATS_HEAD_COUNTED,
        id::STATS_HEAD_IN_WHOLE,
        id::STATS_HEAD_TITLE,
        id::STATS_HEAD_DAY,
        id::STATS_HEAD_STATE,
    ];
    let all = counts.figures.all.iter();
    let cases = all.flat_map(|figure| figure.cases.iter().map(move |case| (figure, case)));
    let rows = cases.map(|(of, case)| {
        let told = counts.told(case);
        [
            of.id.code().to_owned(),
            words.say(figure(of.id)),
            case.to_string(),
            case.counted.to_string(),
            of.denominator.map(|_| case.of.to_string()).unwrap_or_default(),
            told.map(|told| told.title.clone()).unwrap_or_default(),
            told.map(|told| told.on.to_string()).unwrap_or_default(),
            told.map(|told| case_state(words, &case.what, told)).unwrap_or_default(),
        ]
    });
    spreadsheet::csv(&HEADS.map(|head| words.say(head)), rows)
}
