//! The form on the screen. Nothing here changes the model: the same model and size give the same
//! frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | community, what one is doing            clock, saved     |  head
//! |----------------------------------------------------------|
//! |   Title     November meeting          | time plan, on a  |  form | plan
//! | > Date      2026-11-27_               | wide screen:     |
//! |     +--------------+ what the row     | bars to scale,   |
//! |     | completions  | could become     | turns, warnings  |
//! |     +--------------+                  |                  |
//! |   Agenda    4 items, 60 min planned   |                  |
//! |     1 Reports              10 min     |                  |
//! |   Expected  12 people                 |                  |
//! |----------------------------------------------------------|
//! | the latest message, or how the row is filled in          |  foot
//! | keys                                                     |
//! +----------------------------------------------------------+
//! ```
//!
//! `lists` and the time plan lie over the form.

mod form;
mod lists;
mod plan;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::fields::Field;
use super::model::{Model, Over};
use crate::domain::session::Phase;
use crate::phrase;
use crate::text::words::id;
use crate::tui::aid::{Section, hints, keys_section};
use crate::tui::desk::model::Tone;
use crate::tui::keymap::Does;
use crate::tui::paint::{BETWEEN, ground, line_down, piece, plain, put, put_both, rule, wrapped};

/// Rows of the head, its rule included.
const HEAD: u16 = 2;
/// Most rows a message takes.
const MESSAGE_ROWS: usize = 3;
/// From this many columns on the time plan stands beside the form.
const WIDE: u16 = 110;
/// Columns of the time plan there.
const PLAN_COLS: u16 = 48;

/// Keys named in the bottom line, the most needed first, and the way out.
const HINTS: [Does; 14] = [
    Does::Help,
    Does::TimePlan,
    Does::Templates,
    Does::Earlier,
    Does::Expected,
    Does::Begin,
    Does::Notice,
    Does::SignInSheet,
    Does::Undo,
    Does::Remove,
    Does::MoveUp,
    Does::MoveDown,
    Does::Redo,
    Does::Quit,
];

/// Draws the form and puts the terminal's cursor on the caret.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the form; where the caret is, if a text field has it.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ground(buf, area, &model.theme);
    if area.width < 20 || area.height < 6 {
        return None;
    }
    head(model, area, buf);
    let messages = messages(model, usize::from(area.width).saturating_sub(2));
    let foot_height = foot_height(messages.len(), area);
    let foot_area = Rect { y: area.bottom() - foot_height, height: foot_height, ..area };
    foot(model, messages, foot_area, buf);
    let caret = draw_body(model, body_of(area, foot_height), buf);
    let caret = match &model.over {
        None => caret,
        Some(Over::TimePlan(scrolled)) => {
            plan::window(model, *scrolled, area, buf);
            None
        }
        Some(over) => lists::draw(model, over, area, buf),
    };
    if let Some(aid) = &model.aid {
        let (help, offers) = (help(model), model.offers());
        return aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    caret
}

fn foot_height(messages: usize, area: Rect) -> u16 {
    u16::try_from(messages + 2).unwrap_or(area.height).min(area.height - HEAD)
}

/// What lies between head and foot.
fn body_of(area: Rect, foot: u16) -> Rect {
    Rect { y: area.y + HEAD, height: area.height - HEAD - foot, ..area }
}

/// The form's part of what lies between head and foot.
fn form_of(body: Rect) -> Rect {
    if body.width < WIDE {
        return body;
    }
    Rect { width: body.width - PLAN_COLS - BETWEEN, ..body }
}

/// The row of the form at a place of the screen.
#[must_use]
pub fn field_at(model: &Model, screen: Rect, place: Position) -> Option<Field> {
    if screen.width < 20 || screen.height < 6 {
        return None;
    }
    let messages = messages(model, usize::from(screen.width).saturating_sub(2)).len();
    let area = form_of(body_of(screen, foot_height(messages, screen)));
    area.contains(place).then(|| form::field_at(model, area, usize::from(place.y - area.y)))?
}

fn draw_body(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let left = form_of(area);
    if left == area {
        return form::draw(model, area, buf);
    }
    let between = Rect { x: left.right(), width: BETWEEN, ..area };
    line_down(buf, between, &model.theme);
    let right = Rect { x: between.right(), width: PLAN_COLS, ..area };
    plan::beside(model, right, buf);
    form::draw(model, left, buf)
}

fn head(model: &Model, area: Rect, buf: &mut Buffer) {
    let (words, theme, session) = (&model.words, &model.theme, model.session());
    let mut title = Line::from(vec![
        piece(&format!(" {}", session.setup.community_name), theme.strong),
        plain("  "),
        piece(&words.say(id::PREPARE_HEADING), theme.strong),
    ]);
    if session.phase != Phase::Prepared {
        let phase = phrase::phase(words, session.phase);
        title.spans.extend([plain("  "), piece(&phase, theme.warn)]);
    }
    let clock = model.now.format("%H:%M").to_string();
    let right = Line::from(vec![plain(&clock), plain("  "), saved(model), plain(" ")]);
    put_both(buf, area, 0, title, right);
    rule(buf, area, 1, theme);
}

/// Whether every line is on the medium.
fn saved(model: &Model) -> Span<'static> {
    let count = model.unsaved();
    let told = |message| model.words.tell(message, &[("count", count.into())]);
    if model.read_only.is_some() {
        piece(&model.words.say(id::READ_ONLY_MARK), model.theme.warn)
    } else if count == 0 {
        piece(&model.words.say(id::SAVED), model.theme.good)
    } else if model.saving.trouble.is_some() {
        piece(&told(id::SAVED_NOT), model.theme.bad)
    } else {
        piece(&told(id::SAVED_PENDING), model.theme.warn)
    }
}

/// Trouble with saving; the latest message, or how the row under the bar is filled in.
fn messages(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let mut lines = Vec::new();
    let mut add = |text: &str, style: Style| {
        let rows = wrapped(text, cols, MESSAGE_ROWS).into_iter();
        lines.extend(rows.map(|row| Line::from(piece(&format!(" {row}"), style))));
    };
    if let Some(why) = &model.saving.trouble {
        let key = model.keys.key_for(Does::RetrySaving);
        let told = words.tell(id::PREPARE_TROUBLE, &[("why", why.into()), ("key", key.into())]);
        add(&told, theme.bad);
    }
    match (&model.notice, &model.read_only) {
        (Some(notice), _) => {
            let style = match notice.tone {
                Tone::Done => theme.good,
                Tone::Refused => theme.bad,
            };
            add(&notice.text, style);
        }
        (None, Some(reason)) => add(&reason.0, theme.warn),
        (None, None) if model.here == Field::Notice => {
            let key = model.keys.key_for(Does::Notice);
            add(&words.tell(model.here.hint(), &[("key", key.into())]), theme.dim);
        }
        (None, None) => add(&words.say(model.here.hint()), theme.dim),
    }
    lines
}

fn foot(model: &Model, messages: Vec<Line<'static>>, area: Rect, buf: &mut Buffer) {
    rule(buf, area, 0, &model.theme);
    let keys = usize::from(area.height).saturating_sub(1);
    for (at, line) in messages.into_iter().enumerate().take(keys.saturating_sub(1)) {
        put(buf, area, at + 1, line);
    }
    let shown = HINTS.map(|does| (does, does.hint()));
    let line = hints(&model.words, &model.theme, &model.keys, &shown, area.width.into());
    put(buf, area, keys, line);
}

/// The help of this screen: how it is filled in, and its keys.
fn help(model: &Model) -> Vec<Section> {
    let told = [id::PREPARE_HELP_TYPING, id::PREPARE_HELP_REMOVE, id::PREPARE_HELP_PASTE];
    let rows = told.map(|about| (String::new(), model.words.say(about))).to_vec();
    vec![
        Section { title: model.words.say(id::PREPARE_HELP_ROWS), rows },
        keys_section(&model.words, &model.keys),
    ]
}
