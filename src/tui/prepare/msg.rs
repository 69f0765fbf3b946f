//! What comes into the form and what goes out of it.

use crossterm::event::KeyEvent;

use super::lists::Earlier;
use crate::domain::event::Event;
use crate::domain::record::Line;
use crate::tui::keeping::SaveNews;
use crate::tui::stage::Pointer;
use crate::tui::writing::Written;

/// Something the form is told.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse was used.
    Mouse(Pointer),
    /// Text was pasted, or committed by an input method that pastes.
    Paste(String),
    /// The terminal has another size now.
    Resized,
    /// Time has passed.
    Tick,
    /// News of saving.
    Saving(SaveNews),
    /// Another program, which writes this record, has added lines.
    Followed(Vec<Line<Event>>),
    /// Another program has replaced the record; these are all its lines.
    Reread(Vec<Line<Event>>),
    /// What earlier meetings left, or why that cannot be told.
    Earlier(Result<Box<Earlier>, String>),
    /// What became of a file: where it was to be, and what happened.
    Written(String, Written),
    /// The terminal is gone, or the system asks the program to end.
    Hangup,
}

/// Something the form wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Save a line.
    Save(Line<Event>),
    /// Try to save again now.
    Retry,
    /// Look for what earlier meetings left.
    LookForEarlier,
    /// Write a document.
    Write {
        /// Where to.
        path: String,
        /// What.
        bytes: Vec<u8>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// Ring the bell.
    Ring,
    /// Leave.
    Leave(Exit),
}

/// Where one goes from the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// To the desk: the meeting starts.
    Desk,
    /// Back; the meeting is held later.
    Back,
    /// The terminal is gone.
    Gone,
}
