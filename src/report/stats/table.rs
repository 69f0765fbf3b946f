//! The figures for a terminal.

use std::fmt::Write as _;

use super::{Counts, Report};
use crate::domain::figures::{Figure, Group};
use crate::phrase::figures::{case_state, figure, fraction, group, share, whole};
use crate::report::table::{Column, Table};
use crate::text::width::{clean, pad};
use crate::text::words::{Words, id};
use crate::text::wrap::wrap;

/// The figures in groups, those of each unit, and where `cases` asks for it what is behind each.
#[must_use]
pub fn table(words: &Words, report: &Report<'_>, cases: bool, width: Option<usize>) -> String {
    let Report { scope, period, counts, .. } = *report;
    let values = [
        ("from", period.from.to_string().into()),
        ("to", period.to.to_string().into()),
        ("communities", counts.communities.len().into()),
    ];
    let mut text = words.tell(id::STATS_TITLE, &[("scope", scope.into())]);
    text = format!("{}\n{}\n\n", clean(&text), words.tell(id::STATS_PERIOD, &values));
    text.push_str(&figures(words, counts, width));
    for (unit, of_unit) in &counts.figures.units {
        let mut table = heads(words, &words.tell(id::STATS_UNIT, &[("unit", unit.into())]));
        for figure in of_unit {
            table.row(cells(words, figure));
        }
        text.push('\n');
        text.push_str(&table.render(width));
    }
    if cases {
        text.push_str(&behind(words, counts, width));
    }
    let note = words.say(id::STATS_COUNTS_ONCE);
    let note = width.map_or_else(|| note.clone(), |cols| wrap(&note, cols).join("\n"));
    format!("{text}\n{note}\n")
}

fn heads(words: &Words, first: &str) -> Table {
    Table::new(vec![
        Column::flexible(first),
        Column::number(words.say(id::STATS_HEAD_COUNT)),
        Column::number(words.say(id::STATS_HEAD_PERCENT)),
        Column::flexible(words.say(id::STATS_HEAD_OF)),
    ])
}

fn figures(words: &Words, counts: &Counts, width: Option<usize>) -> String {
    let mut table = heads(words, &words.say(id::STATS_HEAD_FIGURE));
    for of in Group::ALL {
        table.row([words.say(group(of))]);
        let in_group = counts.figures.all.iter().filter(|figure| figure.id.group() == of);
        for figure in in_group {
            table.row(cells(words, figure));
        }
    }
    table.render(width)
}

/// The name, set in by its place, the fraction, the share, and what it is a share of.
fn cells(words: &Words, of: &Figure) -> [String; 4] {
    let indent = pad("", if of.id.is_sub() { 4 } else { 2 });
    let name = format!("{indent}{}", words.say(figure(of.id)));
    let part_of = of.id.whole().map(|it| words.say(whole(it))).unwrap_or_default();
    [name, fraction(of), share(of), part_of]
}

/// The cases behind each figure that has some: those counted, then the rest of the whole.
fn behind(words: &Words, counts: &Counts, width: Option<usize>) -> String {
    let mut text = String::new();
    for of in counts.figures.all.iter().filter(|figure| !figure.cases.is_empty()) {
        let mut table = Table::new(vec![
            Column::flexible(words.say(id::STATS_HEAD_CASE)),
            Column::number(words.say(id::STATS_HEAD_COUNTED)),
            Column::number(words.say(id::STATS_HEAD_IN_WHOLE)),
            Column::flexible(words.say(id::STATS_HEAD_TITLE)),
            Column::fixed(words.say(id::STATS_HEAD_STATE)),
        ]);
        let in_part = of.cases.iter().filter(|case| case.counted > 0);
        for case in in_part.chain(of.cases.iter().filter(|case| case.counted == 0)) {
            let told = counts.told(case);
            let share = of.denominator.map(|_| case.of.to_string()).unwrap_or_default();
            let title = told.map(|told| told.title.clone()).unwrap_or_default();
            let state = told.map(|told| case_state(words, &case.what, told)).unwrap_or_default();
            table.row([case.to_string(), case.counted.to_string(), share, title, state]);
        }
        let name = words.say(figure(of.id));
        let head = [name, fraction(of), share(of)].join("  ");
        // Writing to a String does not fail.
        let _ = writeln!(text, "\n{}  {}", of.id.code(), head.trim_end());
        text.push_str(&table.render(width));
    }
    text
}
