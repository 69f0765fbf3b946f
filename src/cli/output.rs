//! What a command makes, and where it goes.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use super::failure::Failure;
use super::setting::Setting;
use crate::store::disk::{Disk as _, replace};
use crate::store::os_disk::OsDisk;
use crate::text::words::id;

/// How every record begins.
const RECORD: &[u8] = b"[\n(seq:0,";

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

/// Writes a document: to the file that was named, in one step, else to standard output.
///
/// # Errors
/// [`Failure::File`], and [`Failure::Told`] when the file is a record, which is never overwritten.
pub fn write(setting: &Setting, file: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    let Some(file) = file.filter(|path| *path != Path::new("-")) else {
        return print(bytes);
    };
    if OsDisk.len(file)?.is_some() && OsDisk.read(file)?.starts_with(RECORD) {
        let values = [("file", file.display().to_string().into())];
        return Err(Failure::Told(setting.words.tell(id::CLI_IS_A_RECORD, &values)));
    }
    replace(&OsDisk, file, bytes)?;
    let values = [("file", file.display().to_string().into())];
    eprintln!("{}", setting.words.tell(id::CLI_WRITTEN, &values));
    Ok(())
}
