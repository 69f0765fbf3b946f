//! What comes into the desk and what goes out of it.

use crossterm::event::KeyEvent;

use crate::domain::event::Event;
use crate::domain::record::Line;
use crate::tui::keeping::SaveNews;
use crate::tui::stage::Pointer;

/// Something the desk is told.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// A whole line was entered where there is no screen.
    Line(String),
    /// The next step was asked for where there is no screen.
    Step,
    /// Text was pasted, or committed by an input method that pastes.
    Paste(String),
    /// The mouse was used.
    Mouse(Pointer),
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
    /// The terminal is gone, or the system asks the program to end.
    Hangup,
}

/// Something the desk wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Save a line.
    Save(Line<Event>),
    /// Save everything to another folder and go on there.
    SaveTo(String),
    /// Try to save again now.
    Retry,
    /// Ring the bell.
    Ring,
    /// Leave.
    Quit,
}
