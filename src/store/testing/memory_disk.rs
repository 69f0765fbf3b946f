//! A disk in memory that knows what a crash would leave of it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::store::disk::{
    Disk, DiskError, Entry, EntryKind, Lock, LockGuard, LogFile, Op, Stamp, folder_of,
};

/// A disk in memory; clones are the same disk.
///
/// # Model
/// What programs see changes at once. What survives [`crash`](Self::crash) is the content that was
/// synced and the names whose folder was synced; of the rest, in the order it was done, a test
/// chooses what happened to reach the medium. Locks do not survive.
///
/// Its clock moves by a second with each change of a content, and began in 1970: so stamps tell of
/// every change and are settled at once.
#[derive(Debug, Clone, Default)]
pub struct MemoryDisk {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    contents: Vec<Content>,
    names: BTreeMap<PathBuf, usize>,
    safe_names: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
    unsynced: Vec<Change>,
    locks: BTreeSet<usize>,
    clock: i64,
}

#[derive(Debug, Default, Clone)]
struct Content {
    seen: Vec<u8>,
    safe: Vec<u8>,
    modified: i64,
}

#[derive(Debug, Clone)]
enum Change {
    Write { content: usize, offset: usize, bytes: Vec<u8> },
    SetLen { content: usize, len: usize },
    Link { path: PathBuf, content: usize },
    Unlink { path: PathBuf },
    Rename { from: PathBuf, to: PathBuf },
}

/// A change that a crash may undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsynced {
    /// Bytes written to a file.
    Write {
        /// How many.
        len: usize,
    },
    /// A file's length.
    Length,
    /// A name made, changed or removed.
    Name,
}

/// What a crash leaves of one unsynced change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// It reached the medium.
    All,
    /// It did not.
    Nothing,
    /// The first bytes of a write did; of any other change, nothing.
    Bytes(usize),
}

impl MemoryDisk {
    /// An empty disk.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The changes a crash now could undo, oldest first.
    #[must_use]
    pub fn unsynced(&self) -> Vec<Unsynced> {
        let state = self.state();
        let describe = |change: &Change| match change {
            Change::Write { bytes, .. } => Unsynced::Write { len: bytes.len() },
            Change::SetLen { .. } => Unsynced::Length,
            Change::Link { .. } | Change::Unlink { .. } | Change::Rename { .. } => Unsynced::Name,
        };
        state.unsynced.iter().map(describe).collect()
    }

    /// The disk after a crash: what was synced and, of what was not, the first `whole` changes and
    /// `bytes` bytes of the one after them.
    #[must_use]
    pub fn crash(&self, whole: usize, bytes: usize) -> Self {
        self.crash_keeping(|index, _| match index {
            _ if index < whole => Keep::All,
            _ if index == whole => Keep::Bytes(bytes),
            _ => Keep::Nothing,
        })
    }

    /// The disk after a crash that left of each unsynced change what `keep` says. Disks may write
    /// names and contents in any order, so any choice is possible.
    #[must_use]
    pub fn crash_keeping(&self, mut keep: impl FnMut(usize, Unsynced) -> Keep) -> Self {
        let kinds = self.unsynced();
        let state = self.state();
        let mut after = State {
            contents: state.contents.clone(),
            safe_names: state.safe_names.clone(),
            folders: state.folders.clone(),
            clock: state.clock,
            ..State::default()
        };
        for (index, (change, kind)) in state.unsynced.iter().zip(kinds).enumerate() {
            let mut change = change.clone();
            match keep(index, kind) {
                Keep::All => {}
                Keep::Nothing => continue,
                Keep::Bytes(len) => match &mut change {
                    Change::Write { bytes, .. } => bytes.truncate(len),
                    _ => continue,
                },
            }
            after.make_safe(&change);
        }
        after.clock += 1;
        for content in &mut after.contents {
            content.seen = content.safe.clone();
            content.modified = after.clock;
        }
        after.names = after.safe_names.clone();
        Self { state: Arc::new(Mutex::new(after)) }
    }

    /// What a failed sync does on real systems: the bytes can still be read but will never reach
    /// the medium unless they are written again.
    pub fn forget_unsynced(&self, path: &Path) {
        let mut state = self.state();
        if let Some(&content) = state.names.get(path) {
            state.unsynced.retain(|change| change.content() != Some(content));
        }
    }

    /// Puts a file there, safe from crashes, with the folders above it.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        for dir in path.ancestors().skip(1) {
            state.folders.insert(dir.to_path_buf());
        }
        state.clock += 1;
        let modified = state.clock;
        let content = Content { seen: bytes.to_vec(), safe: bytes.to_vec(), modified };
        state.contents.push(content);
        let number = state.contents.len() - 1;
        state.names.insert(path.to_path_buf(), number);
        state.safe_names.insert(path.to_path_buf(), number);
    }

    /// Changes a file's content without changing its stamp, as copying may on some systems when the
    /// length happens to be the same.
    pub fn forge(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        if let Some(&content) = state.names.get(path) {
            state.contents[content].seen = bytes.to_vec();
            state.contents[content].safe = bytes.to_vec();
        }
    }

    /// Changes a file's stamp without changing its content.
    pub fn touch(&self, path: &Path) {
        let mut state = self.state();
        if let Some(&content) = state.names.get(path) {
            state.tick(content);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn handle(&self, path: &Path, content: usize) -> Handle {
        Handle { disk: self.clone(), path: path.to_path_buf(), content }
    }
}

impl Change {
    fn content(&self) -> Option<usize> {
        match self {
            Self::Write { content, .. } | Self::SetLen { content, .. } => Some(*content),
            _ => None,
        }
    }

    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Link { path, .. } | Self::Unlink { path } => Some(folder_of(path)),
            Self::Rename { to, .. } => Some(folder_of(to)),
            _ => None,
        }
    }
}

impl State {
    /// The content is changed now.
    fn tick(&mut self, content: usize) {
        self.clock += 1;
        self.contents[content].modified = self.clock;
    }

    fn stamp(&self, content: usize) -> Stamp {
        let Content { seen, modified, .. } = &self.contents[content];
        let modified = modified * 1_000_000_000;
        Stamp {
            len: seen.len() as u64,
            modified,
            marks: [content as u64, modified.cast_unsigned()],
        }
    }

    fn change(&mut self, change: Change) {
        if let Some(content) = change.content() {
            self.tick(content);
        }
        match &change {
            Change::Write { content, offset, bytes } => {
                write(&mut self.contents[*content].seen, *offset, bytes);
            }
            Change::SetLen { content, len } => self.contents[*content].seen.resize(*len, 0),
            names => rename(&mut self.names, names),
        }
        self.unsynced.push(change);
    }

    fn make_safe(&mut self, change: &Change) {
        match change {
            Change::Write { content, offset, bytes } => {
                write(&mut self.contents[*content].safe, *offset, bytes);
            }
            Change::SetLen { content, len } => self.contents[*content].safe.resize(*len, 0),
            names => rename(&mut self.safe_names, names),
        }
    }

    fn sync(&mut self, which: impl Fn(&Change) -> bool) {
        let all = std::mem::take(&mut self.unsynced);
        let (now, later): (Vec<_>, Vec<_>) = all.into_iter().partition(which);
        self.unsynced = later;
        for change in &now {
            self.make_safe(change);
        }
    }

    fn find(&self, op: Op, path: &Path) -> Result<usize, DiskError> {
        let found = self.names.get(path).copied();
        found.ok_or_else(|| DiskError::new(op, path, io::ErrorKind::NotFound.into()))
    }

    fn need_folder(&self, op: Op, path: &Path) -> Result<(), DiskError> {
        self.need_this_folder(op, path, folder_of(path))
    }

    fn need_this_folder(&self, op: Op, path: &Path, folder: &Path) -> Result<(), DiskError> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        Err(DiskError::new(op, path, io::ErrorKind::NotFound.into()))
    }
}

fn write(content: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[offset..end].copy_from_slice(bytes);
}

fn rename(names: &mut BTreeMap<PathBuf, usize>, change: &Change) {
    match change {
        Change::Link { path, content } => {
            names.insert(path.clone(), *content);
        }
        Change::Unlink { path } => {
            names.remove(path);
        }
        Change::Rename { from, to } => {
            if let Some(content) = names.remove(from) {
                names.insert(to.clone(), content);
            }
        }
        Change::Write { .. } | Change::SetLen { .. } => {}
    }
}

#[derive(Debug)]
struct Handle {
    disk: MemoryDisk,
    path: PathBuf,
    content: usize,
}

fn position(op: Op, path: &Path, offset: u64) -> Result<usize, DiskError> {
    usize::try_from(offset).map_err(|e| DiskError::new(op, path, io::Error::other(e)))
}

impl LogFile for Handle {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError> {
        let offset = position(Op::Write, &self.path, offset)?;
        let (content, bytes) = (self.content, bytes.to_vec());
        self.disk.state().change(Change::Write { content, offset, bytes });
        Ok(())
    }

    fn sync(&mut self) -> Result<(), DiskError> {
        let content = self.content;
        self.disk.state().sync(|change| change.content() == Some(content));
        Ok(())
    }

    fn set_len(&mut self, len: u64) -> Result<(), DiskError> {
        let len = position(Op::SetLength, &self.path, len)?;
        let content = self.content;
        self.disk.state().change(Change::SetLen { content, len });
        Ok(())
    }

    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError> {
        Ok(self.disk.state().names.get(path) == Some(&self.content))
    }
}

#[derive(Debug)]
struct Guard(Handle);

impl LockGuard for Guard {
    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError> {
        self.0.is_still_at(path)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.disk.state().locks.remove(&self.0.content);
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path) -> Result<Vec<u8>, DiskError> {
        let state = self.state();
        let content = state.find(Op::Read, path)?;
        Ok(state.contents[content].seen.clone())
    }

    fn read_into(&self, path: &Path, into: &mut Vec<u8>) -> Result<usize, DiskError> {
        let bytes = self.read(path)?;
        into.resize(into.len().max(bytes.len()), 0);
        into[..bytes.len()].copy_from_slice(&bytes);
        Ok(bytes.len())
    }

    fn read_from(&self, path: &Path, offset: u64) -> Result<Vec<u8>, DiskError> {
        let offset = position(Op::Read, path, offset)?;
        let bytes = self.read(path)?;
        Ok(bytes.get(offset..).unwrap_or_default().to_vec())
    }

    fn len(&self, path: &Path) -> Result<Option<u64>, DiskError> {
        let state = self.state();
        let found = state.names.get(path);
        Ok(found.map(|&content| state.contents[content].seen.len() as u64))
    }

    fn look(&self, path: &Path) -> Result<Option<EntryKind>, DiskError> {
        let state = self.state();
        let file = state.names.contains_key(path).then_some(EntryKind::File);
        let folder = state.folders.contains(path).then_some(EntryKind::Folder);
        Ok(file.or(folder))
    }

    fn list(&self, dir: &Path) -> Result<Vec<Entry>, DiskError> {
        let state = self.state();
        state.need_this_folder(Op::List, dir, dir)?;
        let files = state.names.keys().map(|path| (path, EntryKind::File));
        let folders = state.folders.iter().map(|path| (path, EntryKind::Folder));
        let inside = files.chain(folders).filter(|(path, _)| path.parent() == Some(dir));
        let entry = |(path, kind): (&PathBuf, EntryKind)| {
            let name = path.file_name()?.to_str()?.to_owned();
            Some(Entry { name, kind })
        };
        let mut entries: Vec<_> = inside.filter_map(entry).collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    fn stamp(&self, path: &Path) -> Result<Option<Stamp>, DiskError> {
        let state = self.state();
        Ok(state.names.get(path).map(|content| state.stamp(*content)))
    }

    fn list_stamped(&self, dir: &Path) -> Result<Vec<(Entry, Option<Stamp>)>, DiskError> {
        let entries = self.list(dir)?.into_iter();
        entries.map(|entry| Ok((entry.clone(), self.stamp(&dir.join(&entry.name))?))).collect()
    }

    fn create_dir_all(&self, dir: &Path) -> Result<(), DiskError> {
        let mut state = self.state();
        if let Some(file) = dir.ancestors().find(|path| state.names.contains_key(*path)) {
            let error = io::ErrorKind::AlreadyExists.into();
            return Err(DiskError::new(Op::CreateFolder, file, error));
        }
        for path in dir.ancestors() {
            state.folders.insert(path.to_path_buf());
        }
        Ok(())
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        let mut state = self.state();
        state.need_folder(Op::Create, path)?;
        if state.names.contains_key(path) || state.folders.contains(path) {
            let error = io::ErrorKind::AlreadyExists.into();
            return Err(DiskError::new(Op::Create, path, error));
        }
        state.contents.push(Content::default());
        let content = state.contents.len() - 1;
        state.tick(content);
        state.change(Change::Link { path: path.to_path_buf(), content });
        Ok(Box::new(self.handle(path, content)))
    }

    fn open(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        let content = self.state().find(Op::Open, path)?;
        Ok(Box::new(self.handle(path, content)))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        let mut state = self.state();
        state.find(Op::Rename, from)?;
        state.need_folder(Op::Rename, to)?;
        let (from, to) = (from.to_path_buf(), to.to_path_buf());
        state.change(Change::Rename { from, to });
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        let mut state = self.state();
        state.find(Op::Remove, path)?;
        state.change(Change::Unlink { path: path.to_path_buf() });
        Ok(())
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), DiskError> {
        let mut state = self.state();
        state.need_this_folder(Op::SyncFolder, dir, dir)?;
        state.sync(|change| change.folder() == Some(dir));
        Ok(())
    }

    fn lock(&self, path: &Path) -> Result<Lock, DiskError> {
        let existing = self.state().names.get(path).copied();
        let content = if let Some(content) = existing {
            content
        } else {
            drop(self.create_new(path)?);
            self.state().find(Op::Lock, path)?
        };
        if self.state().locks.insert(content) {
            return Ok(Lock::Held(Box::new(Guard(self.handle(path, content)))));
        }
        Ok(Lock::Other { holder: Some("the same memory".to_owned()) })
    }
}
