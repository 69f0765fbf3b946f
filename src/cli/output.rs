//! What a command makes, and where it goes.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use super::failure::Failure;
use crate::store::chain::OPENING;
use crate::store::disk::{Disk as _, DiskError, replace};
use crate::store::layout::{COMMUNITY_FILE, CONTACTS_FILE, ledger_device};
use crate::store::os_disk::OsDisk;
use crate::text::width::clean;

/// Writes to standard output.
///
/// # Errors
/// [`Failure::Output`]. A reader that has gone away, as with `| head`, has seen enough: that is no
/// error.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Failure::Output),
    }
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

/// Tells the user what went wrong. Nobody listening is no trouble: least of all may it end a
/// program that still has something to save, as `eprintln` would.
pub fn tell(text: &str) {
    for line in text.lines() {
        remark(&format!("yishi: {line}"));
    }
}

/// Tells the user something beside what the command makes. Nobody listening is no trouble.
pub fn remark(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", clean(text));
}

/// Writes what a command makes to a file in one step, or to standard output.
///
/// # Errors
/// [`Failure::WouldOverwrite`] when there is a record in that place.
pub fn deliver(file: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    let Some(path) = file else {
        return print(bytes);
    };
    if is_record(path)? {
        return Err(Failure::WouldOverwrite(path.to_path_buf()));
    }
    Ok(replace(&OsDisk, path, bytes)?)
}

/// Whether there is a file of the program's own at a path: a record, or what stands beside it in
/// the folder of a community.
///
/// # Errors
/// When it cannot be read.
pub fn is_record(path: &Path) -> Result<bool, DiskError> {
    if OsDisk.len(path)?.is_none() {
        return Ok(false);
    }
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let own = name == COMMUNITY_FILE || name == CONTACTS_FILE || ledger_device(name).is_some();
    Ok(own || OsDisk.read(path)?.starts_with(OPENING))
}
