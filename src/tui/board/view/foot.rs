//! The bottom: the latest message or what comes next, the line one types into, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::super::model::{Model, Page};
use super::super::next::next;
use super::super::speak;
use crate::text::width::{clean, width};
use crate::text::words::id;
use crate::tui::aid::hints;
use crate::tui::capture::Laid;
use crate::tui::desk::model::Tone;
use crate::tui::keymap::Does;
use crate::tui::paint::{piece, plain, put, rule, wrapped};

/// Most rows a message takes.
const MESSAGE_ROWS: usize = 5;
/// Most rows the line takes; longer text scrolls with the caret.
const LINE_ROWS: usize = 4;
/// Columns before the line.
const PROMPT: u16 = 3;
/// From this many rows on a screen has a rule above the foot and the keys in it.
const WHOLE: u16 = 8;

/// What the bottom shows, worked out before the rest of the screen is laid out.
pub struct Foot {
    lines: Vec<Line<'static>>,
    line: Laid,
    /// The first row of the line that is shown, and how many are.
    shown: (usize, usize),
    whole: bool,
}

/// Column at which byte `at` of the line stands, if it is in its first row.
pub fn column_of(model: &Model, at: usize) -> u16 {
    let before = model.line.text().get(..at).unwrap_or_default();
    PROMPT.saturating_add(u16::try_from(width(&clean(before))).unwrap_or(0))
}

impl Foot {
    /// Works out the bottom for a screen of that width and height.
    pub fn of(model: &Model, cols: u16, height: u16) -> Self {
        let whole = height >= WHOLE;
        let most = if height >= WHOLE { LINE_ROWS } else { 1 };
        let line = model.line.lay(cols.saturating_sub(PROMPT + 1).into());
        let first = (line.caret.0 + 1).saturating_sub(most);
        let shown = (first, line.rows.len().saturating_sub(first).min(most));
        let rows = if height >= WHOLE { MESSAGE_ROWS } else { 1 };
        let lines = messages(model, usize::from(cols).saturating_sub(2), rows);
        Self { lines, line, shown, whole }
    }

    /// Rows it takes.
    pub fn height(&self) -> u16 {
        let around = if self.whole { 2 } else { 0 };
        u16::try_from(around + self.lines.len() + self.shown.1).unwrap_or(u16::MAX)
    }

    /// Its first row below the rule, counted from the top of the area.
    pub fn first_row(&self) -> u16 {
        u16::from(self.whole)
    }

    /// Draws it and tells where the caret is.
    pub fn draw(self, model: &Model, area: Rect, buf: &mut Buffer) -> Position {
        let mut row = 0;
        if self.whole {
            rule(buf, area, 0, &model.theme);
            row = 1;
        }
        for line in self.lines {
            put(buf, area, row, line);
            row += 1;
        }
        let caret_row = row + self.line.caret.0 - self.shown.0;
        let rows = self.line.rows.iter().skip(self.shown.0).take(self.shown.1);
        for (at, text) in rows.enumerate() {
            let prompt = if at == 0 { model.words.say(id::PROMPT) } else { String::new() };
            let mut line = Line::from(piece(&format!(" {prompt:<2}"), model.theme.next));
            line.push_span(plain(text));
            if self.line.rows.len() == 1 && text.is_empty() {
                line.push_span(piece(&model.words.say(id::BOARD_TYPE), model.theme.dim));
            }
            put(buf, area, row, line);
            row += 1;
        }
        if self.whole {
            put(buf, area, row, keys(model, area.width.into()));
        }
        let column = PROMPT + u16::try_from(self.line.caret.1).unwrap_or(0);
        let y = area.y + u16::try_from(caret_row).unwrap_or(0);
        Position::new(
            area.x + column.min(area.width.saturating_sub(1)),
            y.min(area.bottom().saturating_sub(1)),
        )
    }
}

/// The latest message, or how the command is written that is being typed; and what comes next.
fn messages(model: &Model, cols: usize, rows: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let mut told = Vec::new();
    if let Some(notice) = &model.notice {
        let style = if notice.tone == Tone::Done { theme.good } else { theme.bad };
        told.push((notice.text.clone(), style));
    } else if let Some(usage) = speak::usage(model) {
        let usage = words.tell(id::BOARD_USAGE, &[("usage", usage.into())]);
        return rows_of(&usage, theme.next, cols, rows);
    } else if let Some(why) = &model.read_only {
        told.push((why.clone(), theme.warn));
    } else if model.whole.is_none() && !model.is_command() && !model.filter().is_empty() {
        told.push((words.say(id::BOARD_STILL_READING), theme.warn));
    } else if model.entries.is_empty() {
        told.push((words.say(nothing(model)), theme.next));
    }
    // On a small screen there is room for one of them.
    if (told.is_empty() || rows > 1) && !model.is_command() {
        if let Some(step) = next(model) {
            let key = model.keys.key_for(Does::NextStep);
            let values = [("key", key.into()), ("step", step.told.into())];
            told.push((words.tell(id::BOARD_NEXT, &values), theme.next));
        } else if told.is_empty() {
            let key = model.keys.key_for(Does::Submit);
            let told_key = words.tell(id::BOARD_ENTER, &[("key", key.into())]);
            told.push((told_key, theme.next));
        }
    }
    told.iter().flat_map(|(text, style)| rows_of(text, *style, cols, rows)).collect()
}

fn rows_of(text: &str, style: Style, cols: usize, rows: usize) -> Vec<Line<'static>> {
    let rows = wrapped(text, cols, rows);
    rows.iter().map(|row| Line::from(piece(&format!(" {row}"), style))).collect()
}

/// Why nothing is listed.
fn nothing(model: &Model) -> crate::text::words::Id {
    match model.page {
        _ if !model.filter().is_empty() => id::BOARD_FOUND_NOTHING,
        _ if model.whole.is_none() => id::BOARD_STILL_READING,
        Page::Topics => id::BOARD_NO_TOPICS,
        Page::Outings => id::BOARD_NO_OUTINGS,
        Page::Calls => id::BOARD_NO_CALLS,
        Page::Stations => id::BOARD_NO_STATIONS,
    }
}

fn keys(model: &Model, cols: usize) -> Line<'static> {
    let shown = [
        Does::Help,
        Does::RaiseTopic,
        Does::ScreenTopic,
        Does::Survey,
        Does::Schedule,
        Does::Assign,
        Does::TopicResult,
        Does::Rate,
        Does::Answer,
        Does::Undo,
        Does::Earlier,
        Does::Details,
        Does::Language,
        Does::Quit,
    ];
    hints(&model.words, &model.theme, &model.keys, &shown.map(|does| (does, does.hint())), cols)
}
