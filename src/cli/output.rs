//! What a command makes, and where it goes.

use std::io::{self, IsTerminal as _, Write as _};

use super::failure::Failure;

/// Writes to standard output.
///
/// # Errors
/// [`Failure::Output`]; a reader that has gone away is no trouble to the user.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Failure::Output)
}

/// Writes a line to standard output.
///
/// # Errors
/// As [`print`].
pub fn print_line(text: &str) -> Result<(), Failure> {
    print(format!("{text}\n").as_bytes())
}

/// Columns of the terminal that standard output goes to; none when it goes elsewhere.
#[must_use]
pub fn columns() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns))
}
