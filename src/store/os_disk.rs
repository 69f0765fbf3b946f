//! Files of the operating system. Everything that differs between systems is in `platform` below.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use super::disk::{
    Disk, DiskError, Entry, EntryKind, Lock, LockGuard, LogFile, Op, Stamp, folder_of,
};

/// The real disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsDisk;

#[derive(Debug)]
struct OsFile {
    file: File,
    path: PathBuf,
    identity: platform::Identity,
}

impl OsFile {
    fn new(op: Op, path: &Path, file: io::Result<File>) -> Result<Self, DiskError> {
        file.and_then(|file| {
            let identity = platform::identity(&file.metadata()?);
            Ok(Self { identity, path: path.to_path_buf(), file })
        })
        .map_err(|e| DiskError::new(op, path, e))
    }

    fn same_as(&self, path: &Path) -> Result<bool, DiskError> {
        match fs::metadata(path) {
            Ok(found) => Ok(found.is_file() && platform::identity(&found) == self.identity),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(DiskError::new(Op::Look, path, e)),
        }
    }
}

impl LogFile for OsFile {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError> {
        platform::write_all_at(&mut self.file, offset, bytes)
            .map_err(|e| DiskError::new(Op::Write, &self.path, e))
    }

    fn sync(&mut self) -> Result<(), DiskError> {
        self.file.sync_data().map_err(|e| DiskError::new(Op::Sync, &self.path, e))
    }

    fn set_len(&mut self, len: u64) -> Result<(), DiskError> {
        self.file.set_len(len).map_err(|e| DiskError::new(Op::SetLength, &self.path, e))
    }

    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError> {
        self.same_as(path)
    }
}

impl LockGuard for OsFile {
    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError> {
        self.same_as(path)
    }
}

impl Disk for OsDisk {
    fn read(&self, path: &Path) -> Result<Vec<u8>, DiskError> {
        fs::read(path).map_err(|e| DiskError::new(Op::Read, path, e))
    }

    fn read_into(&self, path: &Path, into: &mut Vec<u8>) -> Result<usize, DiskError> {
        let read = File::open(path).and_then(|mut file| read_whole(&mut file, into));
        read.map_err(|e| DiskError::new(Op::Read, path, e))
    }

    fn read_from(&self, path: &Path, offset: u64) -> Result<Vec<u8>, DiskError> {
        let read = || {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start(offset))?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        read().map_err(|e| DiskError::new(Op::Read, path, e))
    }

    fn len(&self, path: &Path) -> Result<Option<u64>, DiskError> {
        match fs::metadata(path) {
            Ok(found) => Ok(found.is_file().then_some(found.len())),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(DiskError::new(Op::Look, path, e)),
        }
    }

    fn look(&self, path: &Path) -> Result<Option<EntryKind>, DiskError> {
        match fs::metadata(path) {
            Ok(found) => Ok(Some(kind_of(found.file_type()))),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(DiskError::new(Op::Look, path, e)),
        }
    }

    fn list(&self, dir: &Path) -> Result<Vec<Entry>, DiskError> {
        let listed = list(dir, |_, entry| Ok(entry));
        listed.map_err(|e| DiskError::new(Op::List, dir, e))
    }

    fn stamp(&self, path: &Path) -> Result<Option<Stamp>, DiskError> {
        match fs::metadata(path) {
            Ok(found) => Ok(found.is_file().then(|| platform::stamp(&found))),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(DiskError::new(Op::Look, path, e)),
        }
    }

    fn list_stamped(&self, dir: &Path) -> Result<Vec<(Entry, Option<Stamp>)>, DiskError> {
        let listed = list(dir, |found, entry| {
            let stamp = match entry.kind {
                EntryKind::File => match found.metadata() {
                    Ok(found) => Some(platform::stamp(&found)),
                    // Removed since the folder was read.
                    Err(e) if e.kind() == io::ErrorKind::NotFound => None,
                    Err(e) => return Err(e),
                },
                EntryKind::Folder | EntryKind::Other => None,
            };
            Ok((entry, stamp))
        });
        listed.map_err(|e| DiskError::new(Op::List, dir, e))
    }

    fn create_dir_all(&self, dir: &Path) -> Result<(), DiskError> {
        if dir.as_os_str().is_empty() || dir.is_dir() {
            return Ok(());
        }
        let parent = folder_of(dir);
        if parent != dir {
            self.create_dir_all(parent)?;
        }
        match platform::make_folder(dir) {
            Ok(()) => self.sync_dir(parent),
            // Made by another program in between.
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
            Err(e) => Err(DiskError::new(Op::CreateFolder, dir, e)),
        }
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        let file = platform::owner_only().write(true).create_new(true).open(path);
        Ok(Box::new(OsFile::new(Op::Create, path, file)?))
    }

    fn open(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        let file = platform::pinned().write(true).open(path);
        Ok(Box::new(OsFile::new(Op::Open, path, file)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        fs::rename(from, to).map_err(|e| DiskError::new(Op::Rename, to, e))
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        fs::remove_file(path).map_err(|e| DiskError::new(Op::Remove, path, e))
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), DiskError> {
        platform::sync_folder(dir).map_err(|e| DiskError::new(Op::SyncFolder, dir, e))
    }

    fn lock(&self, path: &Path) -> Result<Lock, DiskError> {
        let mut options = platform::owner_only();
        options.read(true).write(true).create(true).truncate(false);
        let mut found = OsFile::new(Op::Lock, path, options.open(path))?;
        match found.file.try_lock() {
            Ok(()) => {
                let on_host = host_name().map(|name| format!(" on {name}")).unwrap_or_default();
                let note = format!("pid {}{on_host}\n", std::process::id());
                // For people only: the lock holds whether or not the note could be written.
                let _ = found.file.set_len(0);
                let _ = platform::write_all_at(&mut found.file, 0, note.as_bytes());
                Ok(Lock::Held(Box::new(found)))
            }
            Err(TryLockError::WouldBlock) => {
                let holder = fs::read_to_string(path).ok();
                let holder = holder.map(|text| text.trim().to_owned());
                let holder = holder.filter(|text| !text.is_empty());
                Ok(Lock::Other { holder })
            }
            Err(TryLockError::Error(e)) => Err(DiskError::new(Op::Lock, path, e)),
        }
    }
}

/// What the system calls this computer, where it tells.
#[must_use]
pub fn host_name() -> Option<String> {
    let name = platform::host_name()?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Reads to the end of a file: memory that is there already is read into as it is, and the system
/// is not asked for the length beforehand.
fn read_whole(file: &mut File, into: &mut Vec<u8>) -> io::Result<usize> {
    const ROOM: usize = 64 * 1024;
    let mut len = 0;
    loop {
        if into.len() - len < ROOM / 2 {
            into.resize(into.len() * 2 + ROOM, 0);
        }
        match file.read(into.get_mut(len..).unwrap_or_default()) {
            Ok(0) => return Ok(len),
            Ok(read) => len += read,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}

/// What is made of everything in a folder, in order of name.
fn list<T>(dir: &Path, make: impl Fn(&fs::DirEntry, Entry) -> io::Result<T>) -> io::Result<Vec<T>> {
    let mut all = Vec::new();
    for found in fs::read_dir(dir)? {
        let found = found?;
        let entry = match found.file_name().into_string() {
            // This does not follow links, so a link stays `Other`.
            Ok(name) => Entry { name, kind: kind_of(found.file_type()?) },
            Err(name) => {
                Entry { name: name.to_string_lossy().into_owned(), kind: EntryKind::Other }
            }
        };
        all.push((found, entry));
    }
    all.sort_unstable_by(|a, b| a.1.name.cmp(&b.1.name));
    all.into_iter().map(|(found, entry)| make(&found, entry)).collect()
}

fn kind_of(kind: fs::FileType) -> EntryKind {
    if kind.is_file() {
        EntryKind::File
    } else if kind.is_dir() {
        EntryKind::Folder
    } else {
        EntryKind::Other
    }
}

#[cfg(unix)]
mod platform {
    use super::{File, OpenOptions, Path, Stamp, fs, io};
    use std::os::unix::fs::{
        DirBuilderExt as _, FileExt as _, MetadataExt as _, OpenOptionsExt as _,
    };

    /// Device and inode: while we hold the file open, no other file can have both.
    pub(super) type Identity = (u64, u64);

    pub(super) fn identity(found: &fs::Metadata) -> Identity {
        (found.dev(), found.ino())
    }

    /// Besides the length and the time of the content: which file it is, and when anything about it
    /// changed, which nobody can set back.
    pub(super) fn stamp(found: &fs::Metadata) -> Stamp {
        let time =
            |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanos);
        let changed = time(found.ctime(), found.ctime_nsec());
        Stamp {
            len: found.len(),
            modified: time(found.mtime(), found.mtime_nsec()),
            marks: [found.ino(), changed.cast_unsigned()],
        }
    }

    pub(super) fn owner_only() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.mode(0o600);
        options
    }

    /// Options for a file that is written to for long. Deleting it cannot be prevented here; the
    /// inode tells.
    pub(super) fn pinned() -> OpenOptions {
        OpenOptions::new()
    }

    pub(super) fn make_folder(dir: &Path) -> io::Result<()> {
        fs::DirBuilder::new().mode(0o700).create(dir)
    }

    pub(super) fn write_all_at(file: &mut File, offset: u64, bytes: &[u8]) -> io::Result<()> {
        file.write_all_at(bytes, offset)
    }

    pub(super) fn sync_folder(dir: &Path) -> io::Result<()> {
        match File::open(dir)?.sync_all() {
            // Some network and FUSE file systems cannot sync a folder; they answer this way.
            Err(e)
                if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            synced => synced,
        }
    }

    /// Linux tells it in a file; where there is none, the shell may have.
    pub(super) fn host_name() -> Option<String> {
        fs::read_to_string("/proc/sys/kernel/hostname")
            .ok()
            .or_else(|| std::env::var("HOSTNAME").ok())
    }
}

#[cfg(windows)]
mod platform {
    use super::{File, OpenOptions, Path, Stamp, fs, io};
    use std::os::windows::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};

    /// `FILE_SHARE_READ | FILE_SHARE_WRITE`, without `FILE_SHARE_DELETE`.
    const SHARE_READ_WRITE: u32 = 0x1 | 0x2;

    /// Creation time, in 100 ns. A file opened by [`pinned`] cannot be deleted or replaced while
    /// it is open, so this only has to tell apart what a pulled and replaced medium brings.
    pub(super) type Identity = u64;

    pub(super) fn identity(found: &fs::Metadata) -> Identity {
        found.creation_time()
    }

    /// In 100 ns since 1601; there is no time of change that programs cannot set.
    pub(super) fn stamp(found: &fs::Metadata) -> Stamp {
        const FROM_1601_TO_1970: i64 = 116_444_736_000_000_000;
        let written = i64::try_from(found.last_write_time()).unwrap_or(i64::MAX);
        let modified = written.saturating_sub(FROM_1601_TO_1970).saturating_mul(100);
        Stamp { len: found.file_size(), modified, marks: [found.creation_time(), 0] }
    }

    /// The profile folder's access rights are inherited; they admit the owner and administrators.
    pub(super) fn owner_only() -> OpenOptions {
        OpenOptions::new()
    }

    /// Others may read and write while it is open, but not delete or rename.
    pub(super) fn pinned() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.share_mode(SHARE_READ_WRITE);
        options
    }

    pub(super) fn make_folder(dir: &Path) -> io::Result<()> {
        fs::create_dir(dir)
    }

    pub(super) fn write_all_at(file: &mut File, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let (mut offset, mut rest) = (offset, bytes);
        while !rest.is_empty() {
            match file.seek_write(rest, offset) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(n) => {
                    rest = rest.get(n..).unwrap_or_default();
                    offset += n as u64;
                }
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }

    /// NTFS keeps names in its journal and a folder cannot be flushed without special rights.
    #[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
    pub(super) fn sync_folder(_dir: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn host_name() -> Option<String> {
        std::env::var("COMPUTERNAME").ok()
    }
}

#[cfg(not(any(unix, windows)))]
mod platform {
    use super::{File, OpenOptions, Path, SeekFrom, Stamp, fs, io};
    use crate::store::disk::nanoseconds;
    use std::io::{Seek as _, Write as _};
    use std::time::SystemTime;

    /// Creation time where the system knows it; otherwise only a missing file is noticed.
    pub(super) type Identity = Option<SystemTime>;

    pub(super) fn identity(found: &fs::Metadata) -> Identity {
        found.created().ok()
    }

    /// A time the system does not know counts as now: such a file is never settled.
    pub(super) fn stamp(found: &fs::Metadata) -> Stamp {
        let modified = nanoseconds(found.modified().unwrap_or_else(|_| SystemTime::now()));
        Stamp { len: found.len(), modified, marks: [0, 0] }
    }

    pub(super) fn owner_only() -> OpenOptions {
        OpenOptions::new()
    }

    pub(super) fn pinned() -> OpenOptions {
        OpenOptions::new()
    }

    pub(super) fn make_folder(dir: &Path) -> io::Result<()> {
        fs::create_dir(dir)
    }

    pub(super) fn write_all_at(file: &mut File, offset: u64, bytes: &[u8]) -> io::Result<()> {
        file.seek(SeekFrom::Start(offset))?;
        file.write_all(bytes)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
    pub(super) fn sync_folder(_dir: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn host_name() -> Option<String> {
        None
    }
}
