//! Following a log while another program, or another window, writes it. Needs no lock.

use std::path::{Path, PathBuf};

use super::chain::{CLOSING, Chain, Event, HASH_LEN, RawLine};
use super::disk::{Disk, DiskError};
use super::log::{ReadError, ReadLog, decode_next, read_log};
use crate::domain::record::Line;

/// What is new in a log since it was last looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News<E> {
    /// Nothing, or nothing whole yet.
    Nothing,
    /// These lines were added. They may not be safe on the medium yet.
    Lines(Vec<Line<E>>),
    /// Another file is there now, or none: read it again from the start.
    Replaced,
}

/// Why a log cannot be followed.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The file cannot be read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The file can be read but not understood.
    #[error("{}: {source}", path.display())]
    Read {
        /// The log.
        path: PathBuf,
        /// What is wrong with it.
        source: ReadError,
    },
}

/// A place in a log up to which everything is known.
#[derive(Debug, Clone)]
pub struct Follower {
    path: PathBuf,
    chain: Chain,
    end: u64,
    next_seq: u64,
}

impl Follower {
    /// Reads the log at `path` and stays at its end.
    ///
    /// # Errors
    /// See [`FollowError`].
    pub fn start<E: Event>(
        disk: &dyn Disk,
        path: &Path,
    ) -> Result<(Self, ReadLog<E>), FollowError> {
        let log = read_log::<E>(&disk.read(path)?)
            .map_err(|source| FollowError::Read { path: path.to_path_buf(), source })?;
        Ok((Self::at_end_of(path, &log), log))
    }

    /// Follows on from a log that was read.
    #[must_use]
    pub fn at_end_of<E>(path: &Path, log: &ReadLog<E>) -> Self {
        Self::after(path, log.chain, log.end, log.lines.len() as u64)
    }

    /// Follows on from `count` lines that were read, the last of which has this hash and ends at
    /// byte `end`.
    #[must_use]
    pub fn after(path: &Path, chain: Chain, end: u64, count: u64) -> Self {
        Self { path: path.to_path_buf(), chain, end, next_seq: count }
    }

    /// The log that is followed.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads what was added since the last call: only the new bytes, and the last known hash to be
    /// sure that the file still has the same past.
    ///
    /// # Errors
    /// A file that is not there is [`News::Replaced`]. A line of a newer version is an error each
    /// time.
    pub fn poll<E: Event>(&mut self, disk: &dyn Disk) -> Result<News<E>, FollowError> {
        let from = self.end.saturating_sub(HASH_LEN as u64 + 1);
        let bytes = match disk.read_from(&self.path, from) {
            Ok(bytes) => bytes,
            Err(error) if error.is_missing() => return Ok(News::Replaced),
            Err(error) => return Err(error.into()),
        };
        let known = bytes.strip_prefix(self.chain.as_bytes());
        let Some(fresh) = known.and_then(|rest| rest.strip_prefix(b"\n")) else {
            return Ok(News::Replaced);
        };
        let lines = self
            .take(fresh)
            .map_err(|source| FollowError::Read { path: self.path.clone(), source })?;
        Ok(if lines.is_empty() { News::Nothing } else { News::Lines(lines) })
    }

    fn take<E: Event>(&mut self, fresh: &[u8]) -> Result<Vec<Line<E>>, ReadError> {
        let mut lines = Vec::new();
        for text in fresh.split_inclusive(|&byte| byte == b'\n') {
            // A line that is not whole yet, or seen while it was being written, comes next time.
            let raw = text.strip_suffix(b"\n").and_then(RawLine::parse);
            let Some(raw) = raw.filter(|_| text != CLOSING) else {
                break;
            };
            let Some(chain) = raw.follow(&self.chain) else {
                break;
            };
            let line = match decode_next(&raw, self.next_seq, self.end) {
                Ok(line) => line,
                // Give out what is readable first; the error comes with the next call.
                Err(_) if !lines.is_empty() => break,
                Err(error) => return Err(error),
            };
            lines.push(line);
            self.chain = chain;
            self.end += text.len() as u64;
            self.next_seq += 1;
        }
        Ok(lines)
    }
}
