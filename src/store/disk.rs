//! The one door to the file system.
//!
//! Everything `store` does to files is a call of [`Disk`] or [`LogFile`], so that a test can make
//! any single call fail, or stop the program there, and look at what is left.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// What was being done to a file when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Reading a file.
    Read,
    /// Asking whether something exists and what it is.
    Look,
    /// Listing a folder.
    List,
    /// Making a folder.
    CreateFolder,
    /// Making a new file.
    Create,
    /// Opening a file for writing.
    Open,
    /// Writing bytes.
    Write,
    /// Waiting until the bytes are on the medium.
    Sync,
    /// Setting a file's length.
    SetLength,
    /// Removing a file.
    Remove,
    /// Renaming a file.
    Rename,
    /// Waiting until a folder's names are on the medium.
    SyncFolder,
    /// Taking a lock.
    Lock,
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Look => "look at",
            Self::List => "list",
            Self::CreateFolder => "create the folder",
            Self::Create => "create",
            Self::Open => "open",
            Self::Write => "write",
            Self::Sync => "sync",
            Self::SetLength => "set the length of",
            Self::Remove => "remove",
            Self::Rename => "rename",
            Self::SyncFolder => "sync the folder",
            Self::Lock => "lock",
        })
    }
}

/// A file operation that failed: what, where and why.
#[derive(Debug, thiserror::Error)]
#[error("cannot {op} {}: {source}", path.display())]
pub struct DiskError {
    /// What was being done.
    pub op: Op,
    /// To which file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl DiskError {
    /// Says what was being done to `path` when the system answered `source`.
    #[must_use]
    pub fn new(op: Op, path: &Path, source: io::Error) -> Self {
        Self { op, path: path.to_path_buf(), source }
    }

    /// No room is left: the medium is full or the quota is used up.
    #[must_use]
    pub fn is_full(&self) -> bool {
        matches!(self.source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
    }

    /// Writing is not allowed here: a write-protected medium or missing rights.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        matches!(
            self.source.kind(),
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied
        )
    }

    /// The file or folder is not there.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.source.kind() == io::ErrorKind::NotFound
    }

    /// Something of that name is there already.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.source.kind() == io::ErrorKind::AlreadyExists
    }
}

/// What a name in a folder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A link, a device, a pipe, or a name that is not Unicode. Never followed.
    Other,
}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name, without its folder.
    pub name: String,
    /// What it stands for.
    pub kind: EntryKind,
}

/// What a system notes about a file whenever its content changes: as long as it stays the same, so
/// does the content, as far as a look without reading can tell.
///
/// It cannot tell of a change of the same length so soon after another that the clock of the file
/// system did not move in between; see [`is_settled`](Stamp::is_settled).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Length in bytes.
    pub len: u64,
    /// When the content was last changed, in nanoseconds since 1970.
    pub modified: i64,
    /// What else the system tells, in any order: which file it is, when anything about it changed.
    pub marks: [u64; 2],
}

impl Stamp {
    /// Whether the file had been left alone for so long at the moment `now` (nanoseconds since
    /// 1970) that another change would show: two seconds, which is what FAT counts in.
    #[must_use]
    pub const fn is_settled(&self, now: i64) -> bool {
        const COARSEST: i64 = 2_000_000_000;
        self.modified.saturating_add(COARSEST) < now
    }
}

/// The time, as [`Stamp::modified`] counts it.
#[must_use]
pub fn nanoseconds(time: SystemTime) -> i64 {
    let since = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()),
        Err(before) => i64::try_from(before.duration().as_nanos()).map(i64::wrapping_neg),
    };
    since.unwrap_or(i64::MAX)
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Lock {
    /// It is ours until the guard is dropped or the program ends, however it ends.
    Held(Box<dyn LockGuard>),
    /// Another program, or another part of this one, has it.
    Other {
        /// What the holder wrote about itself (`pid 4711 on host`), where it can be read.
        holder: Option<String>,
    },
}

/// A lock that is held; dropping it releases it.
pub trait LockGuard: Send + fmt::Debug {
    /// Whether the lock file is still the one found at `path`.
    ///
    /// # Errors
    /// When the system cannot tell; a missing file is `Ok(false)`, not an error.
    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError>;
}

/// A file open for writing.
///
/// # Durability
/// Nothing written or cut off is safe before [`sync`](LogFile::sync) returned `Ok`. When `sync`
/// failed, the system may have dropped the bytes and forgotten it: they must be written again.
pub trait LogFile: Send + fmt::Debug {
    /// Writes all of `bytes` at `offset`, making the file longer if needed.
    ///
    /// # Errors
    /// After an error any part of `bytes`, from none to all, may be in the file.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError>;

    /// Waits until content and length are on the medium (`fdatasync`).
    fn sync(&mut self) -> Result<(), DiskError>;

    /// Cuts the file off at `len` bytes, or fills it up to there with zeros.
    fn set_len(&mut self, len: u64) -> Result<(), DiskError>;

    /// Whether this is still the file found at `path`: not deleted, not replaced, its medium not
    /// pulled out. Costs one system call.
    ///
    /// # Errors
    /// When the system cannot tell; a missing file is `Ok(false)`, not an error.
    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError>;
}

/// All access to files and folders.
///
/// # Contract
/// - Every error names the operation and the path.
/// - Files are created readable and writable by their owner only, folders likewise.
/// - A created, renamed or removed *name* survives a crash only after [`sync_dir`](Disk::sync_dir)
///   of its folder; *content* only after [`LogFile::sync`]. The two are independent.
/// - Links are followed in a path one is given, never in what [`list`](Disk::list) finds.
pub trait Disk: Send + Sync + fmt::Debug {
    /// The whole content of a file.
    fn read(&self, path: &Path) -> Result<Vec<u8>, DiskError>;

    /// The whole content of a file, put at the beginning of `into`, which is made longer where
    /// needed and never shorter; how many bytes it is. Reading many files into the same memory
    /// takes less time than making new memory for each.
    fn read_into(&self, path: &Path, into: &mut Vec<u8>) -> Result<usize, DiskError>;

    /// The content from `offset` on; empty when the file is not that long.
    fn read_from(&self, path: &Path, offset: u64) -> Result<Vec<u8>, DiskError>;

    /// Length in bytes of the file at `path`, or `None` when there is none.
    fn len(&self, path: &Path) -> Result<Option<u64>, DiskError>;

    /// What is at `path`, or `None` when nothing is.
    fn look(&self, path: &Path) -> Result<Option<EntryKind>, DiskError>;

    /// The names in a folder, sorted.
    fn list(&self, dir: &Path) -> Result<Vec<Entry>, DiskError>;

    /// The stamp of the file at `path` at this moment, or `None` when there is none.
    fn stamp(&self, path: &Path) -> Result<Option<Stamp>, DiskError>;

    /// As [`list`](Disk::list), with the stamps of files. They cost less than asking for each, but
    /// may lag behind for a file that some program has open for writing (Windows keeps them in the
    /// folder until the file is closed).
    fn list_stamped(&self, dir: &Path) -> Result<Vec<(Entry, Option<Stamp>)>, DiskError>;

    /// Makes a folder and those above it where missing. Survives a crash once it returned.
    fn create_dir_all(&self, dir: &Path) -> Result<(), DiskError>;

    /// Makes a new, empty file and opens it.
    ///
    /// # Errors
    /// [`DiskError::is_taken`] when something of that name exists.
    fn create_new(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError>;

    /// Opens an existing file for writing.
    fn open(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError>;

    /// Gives a file another name in one step; a file that had that name is gone.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> Result<(), DiskError>;

    /// Waits until the names in `dir` are on the medium. Does nothing where the system keeps names
    /// safe by itself (Windows).
    fn sync_dir(&self, dir: &Path) -> Result<(), DiskError>;

    /// Takes the lock file at `path`, making it where missing, without waiting for it.
    ///
    /// The file stays when the lock is released: removing it would let two programs each lock a
    /// different file of the same name.
    fn lock(&self, path: &Path) -> Result<Lock, DiskError>;
}

/// The folder `path` is in; `.` for a bare name.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}

/// `path` with `suffix` after its whole name: `a.ron` and `.lock` give `a.ron.lock`.
#[must_use]
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(suffix);
    PathBuf::from(name)
}

/// Replaces the content of `path`, or makes it, in one step.
///
/// # Crash
/// Afterwards `path` has the whole old or the whole new content, the new one once this returned
/// `Ok`. A file `….tmp` may be left over; `yishi check` names it.
pub fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let temp = with_suffix(path, &format!(".{}-{count}.tmp", std::process::id()));
    let written = write_temp(disk, &temp, bytes).and_then(|()| disk.rename(&temp, path));
    if let Err(error) = written {
        // The error is what matters; a temporary file that stays is found by `yishi check`.
        let _ = disk.remove(&temp);
        return Err(error);
    }
    disk.sync_dir(folder_of(path))
}

fn write_temp(disk: &dyn Disk, temp: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let mut file = disk.create_new(temp)?;
    file.write_at(0, bytes)?;
    file.sync()
}

/// Writes a new file where nothing of that name exists yet.
///
/// # Errors
/// [`DiskError::is_taken`] when something of that name exists; it is not touched.
///
/// # Crash
/// The file is there whole once this returned `Ok`; before, it may be there in part.
pub fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let mut file = disk.create_new(path)?;
    let written = file.write_at(0, bytes).and_then(|()| file.sync());
    drop(file);
    written.and_then(|()| disk.sync_dir(folder_of(path))).inspect_err(|_| {
        // Half a file helps nobody; if it cannot be removed either, the error says enough.
        let _ = disk.remove(path);
    })
}
