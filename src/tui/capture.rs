//! The capture line: one line of text with a caret, its history, and how it lies on the screen.

use std::collections::VecDeque;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::MOST_CHARS;
use crate::grammar::complete::Completion;
use crate::text::width::{clean, width};

/// Most lines kept to come back to.
const MOST_HISTORY: usize = 200;

/// The capture line.
#[derive(Debug, Clone, Default)]
pub struct Capture {
    input: Input,
    history: VecDeque<String>,
    /// Which line of the history is shown, counted from the latest.
    shown: Option<usize>,
    /// What was being typed before the history was opened.
    draft: String,
}

/// How the line lies on the screen when broken at a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// Rows, made safe for a terminal.
    pub rows: Vec<String>,
    /// Row and column of the caret.
    pub caret: (usize, usize),
}

impl Capture {
    /// What is typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// What is typed up to the caret.
    #[must_use]
    pub fn before_caret(&self) -> &str {
        let text = self.input.value();
        let at = text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at);
        text.split_at(at).0
    }

    /// Puts a text in place of what is typed, the caret behind it.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
        self.shown = None;
    }

    /// Inserts a text at the caret, as one change, so that a long paste takes no longer than it must.
    pub fn insert(&mut self, text: &str) {
        let before = self.before_caret().to_owned();
        let after = self.text().get(before.len()..).unwrap_or_default();
        let caret = before.chars().count() + text.chars().count();
        self.input = Input::new(format!("{before}{text}{after}")).with_cursor(caret);
        self.shown = None;
    }

    /// Replaces what stands from byte `from` up to the caret.
    pub fn replace_from(&mut self, from: usize, text: &str) {
        let before = self.before_caret().to_owned();
        let after = self.text().get(before.len()..).unwrap_or_default().to_owned();
        let kept = before.get(..from).unwrap_or(&before);
        let caret = kept.chars().count() + text.chars().count();
        self.input = Input::new(format!("{kept}{text}{after}")).with_cursor(caret);
    }

    /// Puts a completion in place of what was typed for it.
    pub fn accept(&mut self, completion: &Completion) {
        self.replace_from(completion.from, &completion.insert);
    }

    /// Takes the line off, to be read; it goes into the history.
    pub fn take(&mut self) -> String {
        let text = self.input.value_and_reset();
        if !text.trim().is_empty() && self.history.back() != Some(&text) {
            self.history.push_back(text.clone());
            if self.history.len() > MOST_HISTORY {
                self.history.pop_front();
            }
        }
        self.shown = None;
        text
    }

    /// The line before the one shown.
    pub fn previous(&mut self) {
        let next = self.shown.map_or(0, |at| at + 1);
        if next >= self.history.len() {
            return;
        }
        if self.shown.is_none() {
            self.draft = self.text().to_owned();
        }
        self.show(next);
    }

    /// The line after the one shown.
    pub fn next(&mut self) {
        match self.shown {
            Some(0) => {
                let draft = std::mem::take(&mut self.draft);
                self.set(&draft);
            }
            Some(at) => self.show(at - 1),
            None => {}
        }
    }

    fn show(&mut self, at: usize) {
        let place = self.history.len() - 1 - at;
        if let Some(text) = self.history.get(place).cloned() {
            self.set(&text);
            self.shown = Some(at);
        }
    }

    /// Takes an editing key. False when the key edits nothing.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let request = match key.code {
            // Esc followed quickly by what an input method commits arrives as Alt with that
            // character: it is text.
            KeyCode::Char(c) if !control && (!alt || !c.is_ascii()) => {
                if self.text().len() >= MOST_CHARS * 4 {
                    return false;
                }
                InputRequest::InsertChar(c)
            }
            KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
            KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
            KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
            KeyCode::Char('a') if control => InputRequest::GoToStart,
            KeyCode::Backspace if control || alt => InputRequest::DeletePrevWord,
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if control => InputRequest::GoToPrevWord,
            KeyCode::Right if control => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            _ => return false,
        };
        self.input.handle(request).is_some_and(|changed| changed.value || changed.cursor)
    }

    /// Breaks the line into rows of at most `cols` columns, grapheme by grapheme, and finds the
    /// caret.
    #[must_use]
    pub fn lay(&self, cols: usize) -> Laid {
        let cols = cols.max(2);
        let caret_byte = self.before_caret().len();
        let mut rows = vec![String::new()];
        let mut column = 0;
        let mut caret = None;
        for (at, grapheme) in self.text().grapheme_indices(true) {
            let shown = clean(grapheme);
            let wide = width(&shown);
            if column + wide > cols && column > 0 {
                rows.push(String::new());
                column = 0;
            }
            if at >= caret_byte && caret.is_none() {
                caret = Some((rows.len() - 1, column));
            }
            if let Some(row) = rows.last_mut() {
                row.push_str(&shown);
            }
            column += wide;
        }
        if caret.is_none() && column >= cols {
            rows.push(String::new());
            column = 0;
        }
        let last = rows.len() - 1;
        Laid { rows, caret: caret.unwrap_or((last, column)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Capture {
        let mut capture = Capture::default();
        for c in text.chars() {
            capture.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
        capture
    }

    #[test]
    fn the_caret_moves_by_grapheme_and_is_drawn_by_column() {
        let mut capture = typed("王a明");
        assert_eq!(capture.lay(20).caret, (0, 5));
        capture.key(KeyEvent::new(KeyCode::Left, KeyModifiers::NONE));
        assert_eq!(capture.lay(20).caret, (0, 3));
        capture.key(KeyEvent::new(KeyCode::Left, KeyModifiers::NONE));
        assert_eq!(capture.lay(20).caret, (0, 2));
    }

    #[test]
    fn a_wide_character_does_not_straddle_the_edge() {
        let laid = typed("王小明a李").lay(7);
        assert_eq!(laid.rows, ["王小明a", "李"]);
        assert_eq!(laid.caret, (1, 2));
        let full = typed("王小明").lay(6);
        assert_eq!(full.caret, (1, 0));
    }

    #[test]
    fn alt_with_chinese_is_text() {
        let mut capture = Capture::default();
        assert!(capture.key(KeyEvent::new(KeyCode::Char('中'), KeyModifiers::ALT)));
        assert!(!capture.key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::ALT)));
        assert_eq!(capture.text(), "中");
    }

    #[test]
    fn text_is_inserted_at_the_caret_and_completed_up_to_it() {
        let mut capture = typed("王明");
        capture.key(KeyEvent::new(KeyCode::Left, KeyModifiers::NONE));
        capture.insert("小");
        assert_eq!(capture.text(), "王小明");
        assert_eq!(capture.before_caret(), "王小");
        capture.replace_from(0, "汪");
        assert_eq!(capture.text(), "汪明");
    }

    #[test]
    fn history_comes_back_to_the_draft() {
        let mut capture = typed("一");
        capture.take();
        capture.insert("二");
        capture.take();
        capture.insert("草");
        capture.previous();
        assert_eq!(capture.text(), "二");
        capture.previous();
        capture.previous();
        assert_eq!(capture.text(), "一");
        capture.next();
        capture.next();
        assert_eq!(capture.text(), "草");
    }

    #[test]
    fn control_characters_are_shown_as_placeholders() {
        let mut capture = Capture::default();
        capture.insert("\u{1b}[31m红");
        let laid = capture.lay(40);
        assert!(laid.rows.iter().all(|row| !row.contains('\u{1b}')));
    }
}
