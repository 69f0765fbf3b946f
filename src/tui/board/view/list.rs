//! The list of a page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::super::model::{Listed, Model, Page};
use super::others;
use crate::domain::affairs::stage_name;
use crate::domain::topic::TopicState;
use crate::domain::topic_row::TopicRow;
use crate::phrase::affairs::{class, topic_state};
use crate::text::dates::short_date;
use crate::text::width::pad;
use crate::text::words::{Lang, id};
use crate::tui::listing::{self, Row};
use crate::tui::paint::{piece, plain};

/// Draws the list with the bar on what is chosen.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let row = |line: usize| match model.listed.get(line) {
        Some(Listed::State(state, count)) => heading(model, *state, *count),
        Some(Listed::Entry(entry)) => self::entry(model, *entry).unwrap_or_default(),
        Some(Listed::Gap) | None => Row::default(),
    };
    listing::draw(&model.theme, model.listed.len(), model.bar_line(), row, area, buf);
}

/// Which entry is drawn at a row of the screen.
pub fn entry_at(model: &Model, area: Rect, y: u16) -> Option<usize> {
    let row = usize::from(y.checked_sub(area.y)?);
    let bar = model.bar_line().unwrap_or(0);
    let line = listing::row_at(model.listed.len(), bar, area.height.into(), row)?;
    match model.listed.get(line) {
        Some(Listed::Entry(entry)) => Some(*entry),
        _ => None,
    }
}

/// How much there is on a page, found or not; nothing while that is not known.
pub fn all(model: &Model, page: Page) -> Option<usize> {
    match page {
        Page::Topics => Some(model.rows.len()),
        Page::Outings => Some(model.ledger()?.outings.len()),
        Page::Calls => Some(model.ledger()?.calls.len()),
        Page::Stations => Some(model.ledger()?.stations.len()),
    }
}

fn heading(model: &Model, state: TopicState, count: usize) -> Row {
    let theme = &model.theme;
    let left = Line::from(vec![
        piece(&topic_state(&model.words, state), theme.strong),
        piece(&format!(" {count}"), theme.dim),
    ]);
    Row { left, right: Line::default() }
}

fn entry(model: &Model, entry: usize) -> Option<Row> {
    let at = *model.entries.get(entry)?;
    match model.page {
        Page::Topics => Some(topic(model, model.rows.get(at)?)),
        page => others::row(model, page, at),
    }
}

fn topic(model: &Model, row: &TopicRow) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let case = pad(&row.case.to_string(), case_cols(model));
    let mut left = Line::from(vec![piece(&case, theme.key), plain("  "), plain(&row.title)]);
    if let Some(of) = row.class {
        left.push_span(piece(&format!("  {}", class(words, of)), theme.dim));
    }
    let mut right = Line::default();
    let told = pressing(model, row);
    if !row.state.is_over() {
        let stage = stage(model, row);
        let gap = if told.is_some() { "  " } else { "" };
        right.push_span(piece(&format!("{stage}{gap}"), theme.dim));
    }
    if let Some((told, style)) = told {
        right.push_span(piece(&told, style));
    }
    Row { left, right }
}

/// Columns that case numbers take; those of other devices are longer.
fn case_cols(model: &Model) -> usize {
    let most = model.rows.len().max(99).to_string().len();
    let marked = |row: &TopicRow| row.case.mark.as_ref().map_or(0, |mark| mark.len() + 1);
    // A look at a few rows is enough to line up those of one screen.
    let around = model.entries.iter().skip(model.bar.saturating_sub(60)).take(120);
    let longest = around.filter_map(|at| model.rows.get(*at)).map(marked).max().unwrap_or(0);
    most + longest
}

/// What the stage of a topic is called; its number where nobody named it.
fn stage(model: &Model, row: &TopicRow) -> String {
    let file = row.procedure.as_deref().unwrap_or(&model.ground.procedure);
    let known = model.ground.procedure(file);
    let english = model.words.lang() == Lang::En;
    let none = crate::domain::ledger::Ledger::default();
    let ledger = model.ledger().unwrap_or(&none);
    let name = known.and_then(|it| stage_name(ledger, file, it, row.stage, english));
    match name {
        Some(name) => name.to_owned(),
        None => model.words.tell(id::BOARD_STAGE, &[("number", row.stage.into())]),
    }
}

/// What is overdue, owed, or to come: the most pressing first.
fn pressing(model: &Model, row: &TopicRow) -> Option<(String, ratatui::style::Style)> {
    let (words, theme, today) = (&model.words, &model.theme, model.today());
    if let Some(days) = row.days_late(today) {
        return Some((words.tell(id::BOARD_DAYS_LATE, &[("days", days.into())]), theme.bad));
    }
    if row.owed > 0 {
        return Some((words.tell(id::BOARD_OWED, &[("count", row.owed.into())]), theme.warn));
    }
    if row.state == TopicState::Scheduled
        && let Some(on) = row.meets
    {
        let day = short_date(on, words.lang());
        return Some((words.tell(id::BOARD_MEETS, &[("day", day.into())]), theme.next));
    }
    let due = row.due?;
    let left = (due - today).num_days();
    Some((words.tell(id::BOARD_DAYS_LEFT, &[("days", left.into())]), theme.dim))
}
