//! Notes from a file or a pipe, line by line, however long or broken the lines are.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal as _, Read};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::Done;
use super::failure::Failure;
use super::output::{print_line, remark};
use crate::domain::MOST_CHARS;
use crate::store::disk::{DiskError, Op};
use crate::text::width::{clean, clip};
use crate::text::words::{Words, id};

/// Most lines saved together.
pub const TOGETHER: usize = 1_000;
/// How far a time may lie ahead of the clock: notes give whole minutes.
pub const AHEAD: TimeDelta = TimeDelta::minutes(1);
/// Columns of a refused line that are shown again.
const SHOWN: usize = 60;

/// Bytes of a line that are kept: the longest entry the domain allows, at four bytes a character,
/// and its command word. What is longer is refused without being kept in memory.
const MOST_BYTES: usize = (MOST_CHARS + 200) * 4;

/// Lines of notes.
pub struct Notes {
    from: BufReader<Box<dyn Read>>,
    path: PathBuf,
    count: usize,
    typed: bool,
}

/// A line of notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Text.
    Text(String),
    /// Not UTF-8.
    NotUtf8,
    /// Longer than anything that can be entered.
    TooLong,
}

impl Notes {
    /// Reads from a file; from standard input if there is none or it is `-`.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(file: Option<&Path>) -> Result<Self, DiskError> {
        match file.filter(|path| *path != Path::new("-")) {
            None => {
                let typed = io::stdin().is_terminal();
                Ok(Self { typed, ..Self::from(Box::new(io::stdin()), PathBuf::from("-")) })
            }
            Some(path) => {
                let opened = File::open(path).and_then(|file| {
                    // Opening a folder succeeds on some systems; reading it would fail later.
                    if file.metadata()?.is_dir() {
                        return Err(io::ErrorKind::IsADirectory.into());
                    }
                    Ok(file)
                });
                let file = opened.map_err(|error| DiskError::new(Op::Read, path, error))?;
                Ok(Self::from(Box::new(file), path.to_path_buf()))
            }
        }
    }

    fn from(from: Box<dyn Read>, path: PathBuf) -> Self {
        let from = BufReader::with_capacity(64 * 1024, from);
        Self { from, path, count: 0, typed: false }
    }

    /// Whether somebody types them, and wants to see what becomes of each.
    pub const fn typed(&self) -> bool {
        self.typed
    }

    /// Whether reading on may wait for somebody to type.
    pub fn may_wait(&self) -> bool {
        !self.from.buffer().contains(&b'\n')
    }

    /// The next line and its number, counted from 1.
    ///
    /// # Errors
    /// When reading fails.
    pub fn next(&mut self) -> Result<Option<(usize, Note)>, DiskError> {
        let mut line = Vec::new();
        let mut too_long = false;
        loop {
            let part = match self.from.fill_buf() {
                Ok(part) => part,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(DiskError::new(Op::Read, &self.path, error)),
            };
            if part.is_empty() {
                if line.is_empty() && !too_long {
                    return Ok(None);
                }
                break;
            }
            let end = part.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(part.len(), |at| at + 1);
            if line.len() + taken > MOST_BYTES {
                too_long = true;
                line.clear();
            }
            if !too_long {
                line.extend_from_slice(part.get(..taken).unwrap_or_default());
            }
            self.from.consume(taken);
            if end.is_some() {
                break;
            }
        }
        self.count += 1;
        let note = if too_long { Note::TooLong } else { text_of(line, self.count == 1) };
        Ok(Some((self.count, note)))
    }
}

impl Note {
    /// The text that is to be entered, or why there is none that could be. Nothing of a blank line
    /// or a comment.
    pub fn said(&self, words: &Words) -> Option<Result<&str, String>> {
        match self {
            Self::NotUtf8 => Some(Err(words.say(id::NOT_UTF8))),
            Self::TooLong => Some(Err(words.say(id::ENTER_TOO_LONG))),
            Self::Text(text) if text.trim().is_empty() || text.starts_with(['#', '＃']) => None,
            Self::Text(text) => Some(Ok(text)),
        }
    }
}

/// What became of the lines so far.
#[derive(Debug, Default)]
pub struct Tally {
    entered: usize,
    refused: usize,
}

impl Tally {
    /// One line was entered.
    pub fn entered(&mut self) {
        self.entered += 1;
    }

    /// One was not: it is told which, and why.
    pub fn refused(&mut self, words: &Words, number: usize, note: &Note, why: String) {
        self.refused += 1;
        let values = [("number", number.into()), ("why", why.into())];
        remark(&words.tell(id::ENTER_REFUSED, &values));
        if let Note::Text(text) = note {
            remark(&format!("    {}", clip(&clean(text), SHOWN)));
        }
    }

    /// What is told when lines that were entered could not be saved.
    pub fn not_saved(&self, words: &Words, unsaved: usize, why: String) -> Failure {
        let values = [
            ("saved", self.entered.saturating_sub(unsaved).into()),
            ("unsaved", unsaved.into()),
            ("why", why.into()),
        ];
        Failure::Told(words.tell(id::ENTER_NOT_SAVED, &values))
    }

    /// Tells how many there were.
    ///
    /// # Errors
    /// When it cannot be printed.
    pub fn sum_up(&self, words: &Words) -> Result<Done, Failure> {
        let values = [("entered", self.entered.into()), ("refused", self.refused.into())];
        print_line(&words.tell(id::ENTER_SUMMARY, &values))?;
        Ok(if self.refused == 0 { Done::Well } else { Done::InPart })
    }
}

fn text_of(line: Vec<u8>, first: bool) -> Note {
    match String::from_utf8(line) {
        Err(_) => Note::NotUtf8,
        Ok(text) => {
            let text = if first { text.trim_start_matches('\u{feff}') } else { &text };
            Note::Text(text.trim_end_matches(['\n', '\r']).to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<(usize, Note)> {
        let from = Box::new(io::Cursor::new(bytes.to_vec()));
        let mut notes = Notes::from(from, PathBuf::from("-"));
        std::iter::from_fn(|| notes.next().unwrap()).collect()
    }

    fn text(text: &str) -> Note {
        Note::Text(text.to_owned())
    }

    #[test]
    fn lines_are_counted_and_their_ends_taken_off() {
        let found = all("\u{feff}一\r\n\n二".as_bytes());
        assert_eq!(found, [(1, text("一")), (2, text("")), (3, text("二"))]);
        assert_eq!(all(b""), []);
    }

    #[test]
    fn a_line_that_is_not_utf8_or_too_long_spoils_only_itself() {
        let mut bytes = b"a\n\xff\xfe\n".to_vec();
        bytes.extend(vec![b'x'; 1_000_000]);
        bytes.extend(b"\nb\n");
        let found = all(&bytes);
        assert_eq!(found, [(1, text("a")), (2, Note::NotUtf8), (3, Note::TooLong), (4, text("b"))]);
    }
}
