//! A disk that fails, or stops the program, at a chosen call.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::MemoryDisk;
use crate::store::disk::{Disk, DiskError, Entry, EntryKind, Lock, LockGuard, LogFile, Op, Stamp};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The call does nothing and fails with this error.
    Error(io::ErrorKind),
    /// A write leaves this many bytes and fails with this error; other calls do nothing and fail.
    Partial(usize, io::ErrorKind),
    /// The program is killed: this call and all later ones do nothing and fail.
    Kill,
}

/// A fault and when it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The number of the first call that fails, counted from 0.
    pub at: usize,
    /// How many calls in a row fail; `usize::MAX` for all until [`FaultyDisk::heal`].
    pub times: usize,
    /// What goes wrong.
    pub kind: FaultKind,
}

/// Passes every call on to another disk, except where its fault says otherwise. Clones share the
/// fault and the count of calls, and so do the files opened through it.
#[derive(Debug, Clone)]
pub struct FaultyDisk {
    inner: Arc<dyn Disk>,
    memory: Option<MemoryDisk>,
    plan: Arc<Mutex<Plan>>,
}

#[derive(Debug, Default)]
struct Plan {
    calls: usize,
    fault: Option<Fault>,
}

/// How a call is to go on.
enum Course {
    Pass,
    Fail(io::ErrorKind),
    Partial(usize, io::ErrorKind),
}

impl FaultyDisk {
    /// Fails calls to any disk.
    #[must_use]
    pub fn new(inner: Arc<dyn Disk>) -> Self {
        Self { inner, memory: None, plan: Arc::default() }
    }

    /// Fails calls to a disk in memory. A failed sync also makes it forget what was not synced, as
    /// real systems do.
    #[must_use]
    pub fn over(memory: &MemoryDisk) -> Self {
        let memory_disk = Some(memory.clone());
        Self { memory: memory_disk, ..Self::new(Arc::new(memory.clone())) }
    }

    /// Sets the fault; calls are counted from 0 again.
    pub fn set(&self, fault: Fault) {
        *self.plan() = Plan { calls: 0, fault: Some(fault) };
    }

    /// Nothing fails any more.
    pub fn heal(&self) {
        self.plan().fault = None;
    }

    /// How many calls there were.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.plan().calls
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn course(&self) -> Course {
        let mut plan = self.plan();
        let call = plan.calls;
        plan.calls += 1;
        let Some(Fault { at, times, kind }) = plan.fault else {
            return Course::Pass;
        };
        match kind {
            FaultKind::Kill if call >= at => Course::Fail(io::ErrorKind::BrokenPipe),
            _ if call < at || call - at >= times => Course::Pass,
            FaultKind::Error(kind) => Course::Fail(kind),
            FaultKind::Partial(len, kind) => Course::Partial(len, kind),
            FaultKind::Kill => Course::Pass,
        }
    }

    fn call<T>(
        &self,
        op: Op,
        path: &Path,
        go: impl FnOnce() -> Result<T, DiskError>,
    ) -> Result<T, DiskError> {
        match self.course() {
            Course::Pass => go(),
            Course::Fail(kind) | Course::Partial(_, kind) => {
                Err(DiskError::new(op, path, kind.into()))
            }
        }
    }

    fn wrap(&self, path: &Path, file: Box<dyn LogFile>) -> Box<dyn LogFile> {
        let (disk, path) = (self.clone(), path.to_path_buf());
        Box::new(FaultyFile { file, disk, path })
    }
}

#[derive(Debug)]
struct FaultyFile {
    file: Box<dyn LogFile>,
    disk: FaultyDisk,
    path: PathBuf,
}

impl LogFile for FaultyFile {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<(), DiskError> {
        let error = match self.disk.course() {
            Course::Pass => return self.file.write_at(offset, bytes),
            Course::Fail(kind) => kind,
            Course::Partial(len, kind) => {
                let part = bytes.get(..len.min(bytes.len())).unwrap_or_default();
                self.file.write_at(offset, part)?;
                kind
            }
        };
        Err(DiskError::new(Op::Write, &self.path, error.into()))
    }

    fn sync(&mut self) -> Result<(), DiskError> {
        let file = &mut self.file;
        let synced = self.disk.call(Op::Sync, &self.path, || file.sync());
        if let (Err(_), Some(memory)) = (&synced, &self.disk.memory) {
            let killed =
                matches!(self.disk.plan().fault, Some(Fault { kind: FaultKind::Kill, .. }));
            if !killed {
                memory.forget_unsynced(&self.path);
            }
        }
        synced
    }

    fn set_len(&mut self, len: u64) -> Result<(), DiskError> {
        let file = &mut self.file;
        self.disk.call(Op::SetLength, &self.path, || file.set_len(len))
    }

    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError> {
        self.disk.call(Op::Look, path, || self.file.is_still_at(path))
    }
}

#[derive(Debug)]
struct FaultyGuard {
    guard: Box<dyn LockGuard>,
    disk: FaultyDisk,
}

impl LockGuard for FaultyGuard {
    fn is_still_at(&self, path: &Path) -> Result<bool, DiskError> {
        self.disk.call(Op::Look, path, || self.guard.is_still_at(path))
    }
}

impl Disk for FaultyDisk {
    fn read(&self, path: &Path) -> Result<Vec<u8>, DiskError> {
        self.call(Op::Read, path, || self.inner.read(path))
    }

    fn read_into(&self, path: &Path, into: &mut Vec<u8>) -> Result<usize, DiskError> {
        self.call(Op::Read, path, || self.inner.read_into(path, into))
    }

    fn read_from(&self, path: &Path, offset: u64) -> Result<Vec<u8>, DiskError> {
        self.call(Op::Read, path, || self.inner.read_from(path, offset))
    }

    fn len(&self, path: &Path) -> Result<Option<u64>, DiskError> {
        self.call(Op::Look, path, || self.inner.len(path))
    }

    fn look(&self, path: &Path) -> Result<Option<EntryKind>, DiskError> {
        self.call(Op::Look, path, || self.inner.look(path))
    }

    fn list(&self, dir: &Path) -> Result<Vec<Entry>, DiskError> {
        self.call(Op::List, dir, || self.inner.list(dir))
    }

    fn stamp(&self, path: &Path) -> Result<Option<Stamp>, DiskError> {
        self.call(Op::Look, path, || self.inner.stamp(path))
    }

    fn list_stamped(&self, dir: &Path) -> Result<Vec<(Entry, Option<Stamp>)>, DiskError> {
        self.call(Op::List, dir, || self.inner.list_stamped(dir))
    }

    fn create_dir_all(&self, dir: &Path) -> Result<(), DiskError> {
        self.call(Op::CreateFolder, dir, || self.inner.create_dir_all(dir))
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        let file = self.call(Op::Create, path, || self.inner.create_new(path))?;
        Ok(self.wrap(path, file))
    }

    fn open(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        let file = self.call(Op::Open, path, || self.inner.open(path))?;
        Ok(self.wrap(path, file))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), DiskError> {
        self.call(Op::Rename, to, || self.inner.rename(from, to))
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        self.call(Op::Remove, path, || self.inner.remove(path))
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), DiskError> {
        self.call(Op::SyncFolder, dir, || self.inner.sync_dir(dir))
    }

    fn lock(&self, path: &Path) -> Result<Lock, DiskError> {
        match self.call(Op::Lock, path, || self.inner.lock(path))? {
            Lock::Held(guard) => {
                let disk = self.clone();
                Ok(Lock::Held(Box::new(FaultyGuard { guard, disk })))
            }
            other @ Lock::Other { .. } => Ok(other),
        }
    }
}
