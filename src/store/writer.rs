//! The one writer of a log.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chain::{CLOSING, Chain, EncodeError, Event, OPENING, encode_line};
use super::disk::{
    Disk, DiskError, EntryKind, Lock, LockGuard, LogFile, Op, folder_of, replace, with_suffix,
    write_new,
};
use super::log::{ReadError, ReadLog, Tail, read_log};
use crate::domain::record::Line;

/// Why a log cannot be opened or written to.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The file is there but cannot be used; nothing was changed.
    #[error("{}: {source}", path.display())]
    Read {
        /// The log.
        path: PathBuf,
        /// What is wrong with it.
        source: ReadError,
    },
    /// Another program writes this log; it can still be read.
    #[error("{} is being written by {}", path.display(), holder.as_deref().unwrap_or("another program"))]
    Locked {
        /// The log.
        path: PathBuf,
        /// What the other program says about itself (`pid 4711 on host`).
        holder: Option<String>,
    },
    /// A new log would overwrite a file.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file that is there.
        path: PathBuf,
    },
    /// The file was deleted, or its medium pulled out, while it was being written.
    #[error("{} is gone", path.display())]
    Gone {
        /// Where the log was.
        path: PathBuf,
    },
    /// Another file is in the place of the log, and it is not a copy of it.
    #[error("{} was replaced by another file", path.display())]
    Replaced {
        /// Where the log was.
        path: PathBuf,
    },
    /// A line was given whose number is not the next one.
    #[error("line {found} was given, expected {expected}")]
    OutOfOrder {
        /// The number of the next line.
        expected: u64,
        /// The number of the line that was given.
        found: u64,
    },
    /// A line cannot be put into words.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

/// The bytes of a write cut short, kept beside the log before it was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The file they are in: the log's name with `.torn-<n>`.
    pub path: PathBuf,
    /// How many there are.
    pub bytes_len: u64,
}

/// A log that was opened: its writer, what is in it, and what had to be set aside.
pub type Opened<E> = (LogWriter<E>, ReadLog<E>, Option<SetAside>);

/// Writes one log and keeps everyone else from writing it.
///
/// # Crash
/// Whatever happens at whatever moment, every line of an [`append`](Self::append) that returned
/// `Ok` is in the file, and the next [`open`](Self::open) finds it. Of an append that did not
/// return, none, some or all lines may be there, in order.
#[derive(Debug)]
pub struct LogWriter<E> {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Box<dyn LogFile>,
    lock: Box<dyn LockGuard>,
    /// The whole log up to where the closing bracket belongs: what a move to another folder writes.
    image: Vec<u8>,
    chain: Chain,
    next_seq: u64,
    /// A write failed: what the file has after `image` is unknown.
    dirty: bool,
    events: PhantomData<fn(E)>,
}

impl<E: Event> LogWriter<E> {
    /// Makes a new log whose first line is `first`, and the folders it is in.
    ///
    /// # Errors
    /// [`LogError::Exists`] when there is such a file; it is not touched. A file with this very line
    /// and no other is what an attempt that failed halfway left, and is taken over.
    ///
    /// # Crash
    /// There is either no file of that name or one with its first line.
    pub fn create(disk: Arc<dyn Disk>, path: &Path, first: &Line<E>) -> Result<Self, LogError> {
        let mut image = OPENING.to_vec();
        let chain = add_lines(&mut image, Chain::start(), 0, std::slice::from_ref(first))?;
        let (lock, file) = place(disk.as_ref(), path, &image)?;
        Ok(Self {
            disk,
            path: path.to_path_buf(),
            file,
            lock,
            image,
            chain,
            next_seq: 1,
            dirty: false,
            events: PhantomData,
        })
    }

    /// Opens a log for writing. What a write cut short left is set aside first, then the log is
    /// mended.
    ///
    /// # Errors
    /// [`LogError::Locked`] while another program writes it; [`LogError::Read`] when it is damaged
    /// or of a newer version. Nothing was changed then.
    ///
    /// # Crash
    /// The torn bytes are in the log or beside it, or both. Opening again goes on from there.
    pub fn open(disk: Arc<dyn Disk>, path: &Path) -> Result<Opened<E>, LogError> {
        Self::open_with(disk, path, read_log)
    }

    /// As [`open`](Self::open), with somebody else's way of reading: one that has read the same
    /// bytes before need not do so again. `read` is called once the log is locked.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_with(
        disk: Arc<dyn Disk>,
        path: &Path,
        read: impl FnOnce(&[u8]) -> Result<ReadLog<E>, ReadError>,
    ) -> Result<Opened<E>, LogError> {
        if disk.len(path)?.is_none() {
            let missing = std::io::ErrorKind::NotFound.into();
            return Err(DiskError::new(Op::Open, path, missing).into());
        }
        let lock = take_lock(disk.as_ref(), path)?;
        let bytes = disk.read(path)?;
        let log =
            read(&bytes).map_err(|source| LogError::Read { path: path.to_path_buf(), source })?;
        let (image, rest) = split_at(bytes, log.end);
        let set_aside = match log.tail {
            Tail::Torn { bytes_len: 1.. } => Some(set_aside(disk.as_ref(), path, &rest)?),
            Tail::Torn { .. } | Tail::Whole => None,
        };
        let mut file = disk.open(path)?;
        if log.tail != Tail::Whole {
            file.set_len(log.end)?;
            file.write_at(log.end, CLOSING)?;
        }
        // A program that was killed may have left lines, or the file's very name, that are not on
        // the medium yet; from here on they count as saved.
        file.sync()?;
        disk.sync_dir(folder_of(path))?;
        let writer = Self {
            disk,
            path: path.to_path_buf(),
            file,
            lock,
            image,
            chain: log.chain,
            next_seq: log.lines.len() as u64,
            dirty: false,
            events: PhantomData,
        };
        Ok((writer, log, set_aside))
    }

    /// Where the log is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number the next line must have.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        self.next_seq
    }

    /// The hash of the last line that is safe.
    #[must_use]
    pub fn chain(&self) -> Chain {
        self.chain
    }

    /// Adds lines and waits until they are on the medium: one write, one `fdatasync`, one look
    /// whether the file is still where it should be.
    ///
    /// # Errors
    /// The lines are not safe then; giving them again, with or without more behind them, writes all
    /// of them from the same place. When the file was gone and is back (a stick plugged in again)
    /// the next try goes on with it.
    pub fn append(&mut self, lines: &[Line<E>]) -> Result<(), LogError> {
        if lines.is_empty() {
            return Ok(());
        }
        let end = self.image.len();
        let chain = self.add_lines(lines)?;
        self.image.extend_from_slice(CLOSING);
        let written = self.write_from(end);
        if let Err(error) = written {
            self.image.truncate(end);
            self.dirty = true;
            return Err(error);
        }
        self.image.truncate(self.image.len() - CLOSING.len());
        self.chain = chain;
        self.next_seq += lines.len() as u64;
        self.dirty = false;
        Ok(())
    }

    /// Writes the whole log and the lines `unsaved` to a new file and goes on there.
    ///
    /// The old file is left as it is, and its lock released.
    ///
    /// # Errors
    /// [`LogError::Exists`] when there is a file of that name, other than an older copy of this
    /// log, which is replaced in one step. The writer stays where it was.
    pub fn move_to(&mut self, path: &Path, unsaved: &[Line<E>]) -> Result<(), LogError> {
        let end = self.image.len();
        let placed = self.add_lines(unsaved).and_then(|chain| {
            let (lock, file) = place(self.disk.as_ref(), path, &self.image)?;
            Ok((chain, lock, file))
        });
        let (chain, lock, file) = placed.inspect_err(|_| self.image.truncate(end))?;
        self.path = path.to_path_buf();
        (self.lock, self.file) = (lock, file);
        self.chain = chain;
        self.next_seq += unsaved.len() as u64;
        self.dirty = false;
        Ok(())
    }

    fn add_lines(&mut self, lines: &[Line<E>]) -> Result<Chain, LogError> {
        let end = self.image.len();
        add_lines(&mut self.image, self.chain, self.next_seq, lines)
            .inspect_err(|_| self.image.truncate(end))
    }

    /// Writes the image from `end` on.
    fn write_from(&mut self, end: usize) -> Result<(), LogError> {
        if self.dirty {
            self.reattach(end)?;
            // Left-overs go first: once the bracket is written nothing may follow it.
            self.file.set_len(end as u64)?;
        }
        let bytes = self.image.get(end..).unwrap_or_default();
        self.file.write_at(end as u64, bytes)?;
        self.file.sync()?;
        if self.file.is_still_at(&self.path)? {
            return Ok(());
        }
        Err(LogError::Gone { path: self.path.clone() })
    }

    /// After a failure: opens what is at the path now, if it is our log.
    fn reattach(&mut self, end: usize) -> Result<(), LogError> {
        if !self.file.is_still_at(&self.path)? {
            self.recognize(end)?;
        }
        if !self.lock.is_still_at(&lock_path(&self.path))? {
            self.lock = take_lock(self.disk.as_ref(), &self.path)?;
        }
        self.file = self.disk.open(&self.path)?;
        Ok(())
    }

    /// Makes sure that another file at our path is a copy of our log: all that is safe, and after
    /// that nothing but what we tried to write.
    fn recognize(&self, end: usize) -> Result<(), LogError> {
        let path = self.path.clone();
        let bytes = match self.disk.read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.is_missing() => return Err(LogError::Gone { path }),
            Err(error) => return Err(error.into()),
        };
        let (safe, attempt) = self.image.split_at(end);
        let rest = bytes.strip_prefix(safe).map(without_closing);
        if rest.is_some_and(|rest| attempt.starts_with(rest)) {
            return Ok(());
        }
        Err(LogError::Replaced { path })
    }
}

fn without_closing(bytes: &[u8]) -> &[u8] {
    bytes.strip_suffix(CLOSING).unwrap_or(bytes)
}

/// The lock file of a log.
#[must_use]
pub fn lock_path(log: &Path) -> PathBuf {
    with_suffix(log, ".lock")
}

fn add_lines<E: Event>(
    image: &mut Vec<u8>,
    mut chain: Chain,
    next_seq: u64,
    lines: &[Line<E>],
) -> Result<Chain, LogError> {
    for (expected, line) in (next_seq..).zip(lines) {
        if line.seq != expected {
            let found = line.seq;
            return Err(LogError::OutOfOrder { expected, found });
        }
        chain = encode_line(image, &chain, line)?;
    }
    Ok(chain)
}

/// A log in its place: the lock on it, and the file itself.
type Placed = (Box<dyn LockGuard>, Box<dyn LogFile>);

/// Puts a whole log where no file is yet, and opens it.
fn place(disk: &dyn Disk, path: &Path, image: &[u8]) -> Result<Placed, LogError> {
    disk.create_dir_all(folder_of(path))?;
    let lock = take_lock(disk, path)?;
    // Who makes a log has its lock, so nobody can make this one between the look and the rename.
    let taken = match disk.look(path)? {
        None => false,
        Some(EntryKind::File) => !holds_part_of(&disk.read(path)?, image),
        Some(_) => true,
    };
    if taken {
        return Err(LogError::Exists { path: path.to_path_buf() });
    }
    replace(disk, path, &[image, CLOSING].concat())?;
    Ok((lock, disk.open(path)?))
}

/// Whether a file has nothing but the beginning of this very log in it, at least its first line:
/// an earlier attempt that was cut short, or an older copy.
fn holds_part_of(bytes: &[u8], image: &[u8]) -> bool {
    let lines = without_closing(bytes);
    lines.len() > OPENING.len() && lines.ends_with(b"\n") && image.starts_with(lines)
}

fn take_lock(disk: &dyn Disk, path: &Path) -> Result<Box<dyn LockGuard>, LogError> {
    match disk.lock(&lock_path(path))? {
        Lock::Held(guard) => Ok(guard),
        Lock::Other { holder } => Err(LogError::Locked { path: path.to_path_buf(), holder }),
    }
}

fn split_at(mut bytes: Vec<u8>, end: u64) -> (Vec<u8>, Vec<u8>) {
    let end = usize::try_from(end).map_or(bytes.len(), |end| end.min(bytes.len()));
    let rest = bytes.split_off(end);
    (bytes, rest)
}

/// Writes `torn` beside the log, unless an earlier attempt already did.
fn set_aside(disk: &dyn Disk, path: &Path, torn: &[u8]) -> Result<SetAside, LogError> {
    let mut number = 1_u32;
    loop {
        let beside = with_suffix(path, &format!(".torn-{number}"));
        match write_new(disk, &beside, torn) {
            Ok(()) => {}
            Err(error) if error.is_taken() => {
                if disk.read(&beside)? != torn {
                    number += 1;
                    continue;
                }
                disk.open(&beside)?.sync()?;
                disk.sync_dir(folder_of(&beside))?;
            }
            Err(error) => return Err(error.into()),
        }
        let bytes_len = torn.len() as u64;
        return Ok(SetAside { path: beside, bytes_len });
    }
}
