//! The figures for programs, in no language; `docs/format.md` tells of every field.

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use crate::domain::figures::{Case, Figure};
use crate::phrase::figures::share;
use crate::report::json::pretty;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    from: NaiveDate,
    to: NaiveDate,
    counted_on: NaiveDate,
    communities: &'a [String],
    figures: Vec<Written<'a>>,
    units: Vec<Unit<'a>>,
}

#[derive(Serialize)]
struct Unit<'a> {
    unit: &'a str,
    figures: Vec<Written<'a>>,
}

#[derive(Serialize)]
struct Written<'a> {
    id: &'static str,
    numerator: u64,
    denominator: Option<u64>,
    /// As it is shown, so that nobody rounds it again.
    percent: Option<String>,
    cases: Vec<WrittenCase<'a>>,
}

#[derive(Serialize)]
struct WrittenCase<'a> {
    case: String,
    counted: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<NaiveDate>,
}

/// The figures in JSON, always with the cases behind them; their titles and days where wanted.
#[must_use]
pub fn json(report: &Report<'_>, titles: bool) -> String {
    let figures = &report.counts.figures;
    let units = figures.units.iter().map(|(unit, of_unit)| Unit {
        unit,
        figures: of_unit.iter().map(|figure| written(report, figure, titles)).collect(),
    });
    pretty(&Document {
        format: 1,
        from: report.period.from,
        to: report.period.to,
        counted_on: report.today,
        communities: &report.counts.communities,
        figures: figures.all.iter().map(|figure| written(report, figure, titles)).collect(),
        units: units.collect(),
    })
}

fn written<'a>(report: &Report<'a>, figure: &'a Figure, titles: bool) -> Written<'a> {
    let counts = report.counts;
    let of_case = |case: &'a Case| {
        let told = counts.told(case).filter(|_| titles);
        WrittenCase {
            case: case.to_string(),
            counted: case.counted,
            of: figure.denominator.map(|_| case.of),
            title: told.map(|told| told.title.as_str()),
            day: told.map(|told| told.on),
        }
    };
    Written {
        id: figure.id.code(),
        numerator: figure.numerator,
        denominator: figure.denominator,
        percent: figure.tenths().map(|_| share(figure).trim_end_matches('%').to_owned()),
        cases: figure.cases.iter().map(of_case).collect(),
    }
}
