//! The meeting played through: when each item begins and ends, to scale, and what to think about.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::rehearsal::{Rehearsal, Slot, rehearse};
use crate::phrase::{self, clock_time, duration};
use crate::text::width::{clean, clip, pad, pad_left, width};
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::paint::{piece, plain, put_all};
use crate::tui::prepare::model::Model;
use crate::tui::window::{Window, text_cols};

/// Columns of the times before a bar.
const TIMES: usize = 12;
/// Bounds of the bars' columns.
const BAR: (usize, usize) = (10, 19);

/// Draws it beside the form.
pub fn beside(model: &Model, area: Rect, buf: &mut Buffer) {
    let title = model.words.say(id::PREPARE_PLAN);
    let mut rows = vec![Line::from(piece(&title, model.theme.strong))];
    rows.extend(self::rows(model, area.width.into()));
    put_all(buf, area, rows);
}

/// Draws it over the form.
pub fn window(model: &Model, scrolled: usize, screen: Rect, buf: &mut Buffer) {
    let window = Window {
        title: &model.words.say(id::PREPARE_PLAN),
        rows: rows(model, text_cols(screen)),
        foot: &model.words.say(id::PREPARE_PLAN_FOOT),
        scrolled,
    };
    window.draw(&model.theme, screen, buf);
}

fn rows(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let rehearsal = rehearse(model.session());
    let mut rows = Vec::new();
    let summary = |text: &str, rows: &mut Vec<Line<'static>>| {
        rows.extend(wrap(text, cols).iter().map(|row| Line::from(plain(row))));
    };
    if !rehearsal.slots.is_empty() {
        summary(&total(model, &rehearsal), &mut rows);
        summary(&turn(model, &rehearsal), &mut rows);
    }
    // First what to think about: the items below may need scrolling.
    warnings(model, &rehearsal, cols, &mut rows);
    rows.push(Line::default());
    let bar = (cols / 4).clamp(BAR.0, BAR.1);
    for slot in &rehearsal.slots {
        rows.extend(slot_rows(model, &rehearsal, slot, bar, cols));
    }
    rows
}

fn warnings(model: &Model, rehearsal: &Rehearsal, cols: usize, rows: &mut Vec<Line<'static>>) {
    let (words, theme) = (&model.words, &model.theme);
    if rehearsal.warnings.is_empty() {
        rows.push(Line::from(piece(&words.say(id::PREPARE_PLAN_GOOD), theme.good)));
    }
    for warning in &rehearsal.warnings {
        let told = phrase::warning(words, model.session(), *warning);
        for (at, row) in wrap(&clean(&told), cols.saturating_sub(2)).iter().enumerate() {
            let mark = if at == 0 { "! " } else { "  " };
            rows.push(Line::from(piece(&format!("{mark}{row}"), theme.warn)));
        }
    }
}

fn total(model: &Model, rehearsal: &Rehearsal) -> String {
    let length = ("length", duration(&model.words, rehearsal.total.saturating_mul(60)).into());
    match (rehearsal.starts, rehearsal.ends()) {
        (Some(from), Some(to)) => model.words.tell(
            id::PREPARE_PLAN_TOTAL,
            &[length, ("from", clock_time(from).into()), ("to", clock_time(to).into())],
        ),
        _ => model.words.tell(id::PREPARE_PLAN_TOTAL_UNSET, &[length]),
    }
}

fn turn(model: &Model, rehearsal: &Rehearsal) -> String {
    let turn = ("turn", duration(&model.words, model.session().turn_seconds()).into());
    match rehearsal.expected {
        0 => model.words.tell(id::PREPARE_PLAN_TURN_NOBODY, &[turn]),
        count => model.words.tell(id::PREPARE_PLAN_TURN, &[turn, ("count", count.into())]),
    }
}

/// The item's title, and below it its times, its bar, its minutes and the turns that fit.
fn slot_rows(
    model: &Model,
    rehearsal: &Rehearsal,
    slot: &Slot,
    bar: usize,
    cols: usize,
) -> Vec<Line<'static>> {
    let (words, theme, session) = (&model.words, &model.theme, model.session());
    let place = session.place_of(slot.item).unwrap_or(0);
    let title = session.item(slot.item).map_or("?", |item| &item.title);
    let digits = rehearsal.slots.len().to_string().len();
    let title = format!("{} {}", pad_left(&place.to_string(), digits), clean(title));
    let title = Line::from(plain(&clip(&title, cols)));
    let until = slot.minutes.map(|minutes| slot.from.saturating_add(minutes));
    let until = until.and_then(|until| rehearsal.clock(until)).map(clock_time);
    let times = match (rehearsal.clock(slot.from).map(clock_time), until) {
        (Some(from), Some(until)) => format!("{from}-{until}"),
        (from, _) => from.unwrap_or_default(),
    };
    let mut line = Line::from(vec![
        plain(&" ".repeat(digits + 1)),
        piece(&pad(&times, TIMES), theme.dim),
        piece(&drawn(rehearsal, slot, bar, theme.glyphs.used), theme.key),
        plain(" "),
    ]);
    match (slot.minutes, slot.turns) {
        (Some(minutes), turns) => {
            let minutes = words.tell(id::PREPARE_PLAN_ROW, &[("minutes", minutes.into())]);
            line.spans.push(plain(&minutes));
            if let Some(turns) = turns {
                let told = words.tell(id::PREPARE_PLAN_TURNS, &[("turns", turns.into())]);
                let style = if turns == 0 { theme.warn } else { theme.dim };
                let gap = " ".repeat(8usize.saturating_sub(width(&minutes)).max(1));
                line.spans.extend([plain(&gap), piece(&told, style)]);
            }
        }
        (None, _) => line.spans.push(piece(&words.say(id::PREPARE_NO_MINUTES), theme.warn)),
    }
    vec![title, line]
}

/// A bar as long as the item, in its place of the whole meeting: `[   ====    ]`.
fn drawn(rehearsal: &Rehearsal, slot: &Slot, cols: usize, sign: &str) -> String {
    let total = u64::from(rehearsal.total.max(1));
    let inner = cols.saturating_sub(2) as u64;
    let at = |minutes: u32| {
        usize::try_from(u64::from(minutes).saturating_mul(inner) / total).unwrap_or(0)
    };
    let inner = cols.saturating_sub(2);
    let from = at(slot.from).min(inner.saturating_sub(1));
    let until = at(slot.from.saturating_add(slot.minutes.unwrap_or(0))).min(inner);
    // An item that takes time is seen, however short it is.
    let long = if slot.minutes.is_some() { until.saturating_sub(from).max(1) } else { 0 };
    let rest = inner.saturating_sub(from + long);
    format!("[{}{}{}]", " ".repeat(from), sign.repeat(long), " ".repeat(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ItemId;

    #[test]
    fn bars_are_to_scale_and_follow_one_another() {
        let slot = |from, minutes| Slot { item: ItemId(1), from, minutes, turns: None };
        let rehearsal = Rehearsal {
            starts: None,
            slots: vec![slot(0, Some(10)), slot(10, Some(30)), slot(40, None), slot(40, Some(1))],
            total: 41,
            unplanned: 1,
            expected: 0,
            warnings: Vec::new(),
        };
        // Twenty columns for 41 minutes: ten minutes are 4.9 columns, forty 19.5.
        let bars: Vec<String> =
            rehearsal.slots.iter().map(|slot| drawn(&rehearsal, slot, 22, "=")).collect();
        assert_eq!(bars[0], format!("[{}{}]", "=".repeat(4), " ".repeat(16)));
        assert_eq!(bars[1], format!("[{}{} ]", " ".repeat(4), "=".repeat(15)));
        assert_eq!(bars[2], format!("[{}]", " ".repeat(20)));
        assert_eq!(bars[3], format!("[{}=]", " ".repeat(19)));
    }
}
