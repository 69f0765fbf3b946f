//! Windows over the home: questions, work that takes its time, what came of it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::text::dates::{long_date, parse_date};
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::home::form::{Form, Kind, Step};
use crate::tui::home::model::{Model, Panel};
use crate::tui::keymap::Does;
use crate::tui::listing::{self, Row};
use crate::tui::paint::{piece, plain, put};
use crate::tui::window::{self, Size, Window, text_cols};

/// Choices that are seen at once.
const CHOICES: usize = 8;
/// Columns of a bar that tells how far work is.
const BAR: usize = 40;

/// Draws the window that is open; where the caret is, if it has a line.
pub fn draw(model: &Model, panel: &Panel, screen: Rect, buf: &mut Buffer) -> Option<Position> {
    match panel {
        Panel::Form(form) => draw_form(model, form, screen, buf),
        Panel::Working { what, progress } => {
            let (done, total) = progress.so_far();
            let full = (done * BAR).checked_div(total).unwrap_or(0).min(BAR);
            let bar = model.theme.glyphs.bar(full, BAR);
            let values = [("done", done.into()), ("total", total.into())];
            let rows = vec![
                Line::from(plain(&bar)),
                Line::from(plain(&model.words.tell(id::HOME_PROGRESS, &values))),
            ];
            let key = model.keys.key_for(Does::Cancel);
            let foot = model.words.tell(id::HOME_PROGRESS_FOOT, &[("key", key.into())]);
            let window = Window { title: &model.words.say(*what), rows, foot: &foot, scrolled: 0 };
            window.draw(&model.theme, screen, buf);
            None
        }
        Panel::Told { title, rows, scrolled } => {
            let cols = text_cols(screen);
            let rows = rows.iter().flat_map(|row| wrap(row, cols));
            let rows = rows.map(|row| Line::from(plain(&row))).collect();
            let foot = model.words.say(id::PANEL_HELP_FOOT);
            let title = model.words.say(*title);
            Window { title: &title, rows, foot: &foot, scrolled: *scrolled }.draw(
                &model.theme,
                screen,
                buf,
            );
            None
        }
    }
}

fn draw_form(model: &Model, form: &Form, screen: Rect, buf: &mut Buffer) -> Option<Position> {
    let (words, theme) = (&model.words, &model.theme);
    let cols = text_cols(screen);
    let step = form.step()?;
    let choices = match &step.kind {
        Kind::OneOf(all) => all.len().min(CHOICES),
        _ => 0,
    };
    let trouble = form.trouble.as_deref().map(|text| wrap(text, cols)).unwrap_or_default();
    let answered: Vec<Line<'static>> =
        form.steps.iter().take(form.at).map(|step| answer(model, step)).collect();
    let rows = answered.len() + 2 + choices + trouble.len() + 1;
    let (title, foot) = (words.say(form.title), words.say(id::HOME_FORM_FOOT));
    let size = Size { cols: cols.min(60), rows };
    let inner = window::open(theme, &title, &foot, size, screen, buf);
    let mut row = 0;
    for line in answered {
        put(buf, inner, row, line);
        row += 1;
    }
    put(buf, inner, row, Line::from(piece(&words.say(step.ask), theme.strong)));
    row += 1;
    put(buf, inner, row, Line::from(piece(">", theme.next)));
    let typed = Rect { x: inner.x + 2, width: inner.width.saturating_sub(2), ..inner };
    let laid = step.line.lay(typed.width.max(2).into());
    let (line, column) = laid.caret;
    let mut shown = Line::from(plain(laid.rows.get(line).map_or("", String::as_str)));
    shown.push_span(piece(&hint(model, step), theme.dim));
    put(buf, typed, row, shown);
    let caret = Position::new(
        typed.x + u16::try_from(column).unwrap_or(0),
        inner.y + u16::try_from(row).unwrap_or(0),
    );
    row += 1;
    let skip = |rows: usize| u16::try_from(rows).unwrap_or(inner.height).min(inner.height);
    if choices > 0 {
        let height = u16::try_from(choices).unwrap_or(0).min(inner.height - skip(row));
        let list = Rect { y: inner.y + skip(row), height, ..inner };
        let fitting = step.fitting();
        let line = |at: usize| Row {
            left: fitting.get(at).map(|(name, _)| plain(name)).into_iter().collect(),
            right: Line::default(),
        };
        listing::draw(theme, fitting.len(), Some(step.bar), line, list, buf);
        row += choices;
    }
    for line in trouble {
        put(buf, inner, row, Line::from(piece(&line, theme.bad)));
        row += 1;
    }
    (caret.y < inner.bottom() && caret.x < inner.right()).then_some(caret)
}

/// A question with its answer.
fn answer(model: &Model, step: &Step) -> Line<'static> {
    let label = model.words.say(step.ask);
    let value = match &step.kind {
        Kind::OneOf(_) => {
            step.fitting().get(step.bar).map(|(name, _)| name.clone()).unwrap_or_default()
        }
        _ => step.line.text().trim().to_owned(),
    };
    Line::from(vec![piece(&format!("{label}  "), model.theme.dim), plain(&value)])
}

/// What a typed day comes to.
fn hint(model: &Model, step: &Step) -> String {
    let typed = step.line.text().trim();
    match &step.kind {
        Kind::Day => parse_date(typed, model.now.date_naive())
            .map(|day| format!("  = {}", long_date(day, model.words.lang())))
            .unwrap_or_default(),
        _ => String::new(),
    }
}
