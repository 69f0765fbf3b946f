//! What comes into the screen that looks back and what goes out of it.

use crossterm::event::{KeyEvent, MouseEvent};

use crate::domain::event::Event;
use crate::domain::record::Line;
use crate::tui::writing::Written;

/// Something the screen is told.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse was used.
    Mouse(MouseEvent),
    /// Text was pasted, or committed by an input method that pastes.
    Paste(String),
    /// The terminal has another size now.
    Resized,
    /// Another program, which writes this record, has added lines.
    Followed(Vec<Line<Event>>),
    /// Another program has replaced the record; these are all its lines.
    Replaced(Vec<Line<Event>>),
    /// What became of a file.
    Written(Written),
}

/// Something the screen wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write a file.
    Write {
        /// Where to, as typed.
        path: String,
        /// What.
        bytes: Vec<u8>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// Show the meeting as it was at a line.
    Replay(u64),
    /// Leave.
    Leave,
}
