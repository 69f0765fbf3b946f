//! Listing the folders of a store, and reading those files of it that an earlier index does not know.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::cache::Cache;
use super::{Card, Content, Folder, Index, Leaf, Packed, Seal};
use crate::domain::digest::{Digest, Head, LedgerDigest};
use crate::domain::event::Event as SessionEvent;
use crate::domain::ledger::LedgerEvent;
use crate::domain::meeting::Meeting;
use crate::domain::session::Phase;
use crate::store::chain::Event;
use crate::store::community::Community;
use crate::store::crew::{each, each_beside};
use crate::store::disk::{Disk, DiskError, Entry, EntryKind, Stamp, nanoseconds};
use crate::store::layout::{COMMUNITY_FILE, ledger_device};
use crate::store::library::{Store, StoreError};
use crate::store::log::{ReadError, ReadLog, read_log_so_far};
use crate::store::progress::{Cancelled, Progress};
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::store::writer::LogError;

impl Store {
    /// The index of everything there is. Files that cannot be read are part of it, as troubles.
    ///
    /// # Errors
    /// When the communities cannot even be listed, and [`StoreError::Cancelled`].
    pub fn index(&self, cache: Option<&Cache>, progress: &Progress) -> Result<Index, StoreError> {
        let ids = self.community_ids()?;
        let read = || cache.and_then(|cache| cache.read(self.disk().as_ref()));
        let (before, seen) = each_beside(&ids, read, || (), |(), id| Seen::of(self, id));
        self.read_changed(ids, seen, &before.unwrap_or_default(), progress)
    }

    /// The index of everything there is now; of files that `before` knows only the stamps are
    /// looked at.
    ///
    /// # Errors
    /// As [`index`](Store::index).
    pub fn index_again(&self, before: &Index, progress: &Progress) -> Result<Index, StoreError> {
        let ids = self.community_ids()?;
        let seen = each(&ids, || (), |(), id| Seen::of(self, id));
        self.read_changed(ids, seen, before, progress)
    }

    /// The index of one community as it is now; what a cache knows of it is not read again.
    ///
    /// # Errors
    /// As [`index`](Store::index).
    pub fn index_of(
        &self,
        community: &Slug,
        cache: Option<&Cache>,
        progress: &Progress,
    ) -> Result<Index, StoreError> {
        let before = cache.and_then(|cache| cache.read(self.disk().as_ref())).unwrap_or_default();
        let seen = Seen::of(self, community);
        self.read_changed(vec![community.clone()], vec![seen], &before, progress)
    }

    fn read_changed(
        &self,
        ids: Vec<Slug>,
        seen: Vec<Seen>,
        before: &Index,
        progress: &Progress,
    ) -> Result<Index, StoreError> {
        let known = before.keepable();
        let mut merging = Merging { store: self, jobs: Vec::new(), reused: 0 };
        let mut folders: Vec<Plan> = Vec::with_capacity(ids.len());
        for (id, seen) in ids.into_iter().zip(seen) {
            let old = before.folder(id.as_str());
            folders.push(merging.merge(id, seen, old));
        }
        let Merging { jobs, reused, .. } = merging;
        progress.expect(jobs.len());
        let read = each(&jobs, Vec::new, |memory, job| {
            progress.go_on()?;
            let read = job.read(self.disk().as_ref(), memory);
            progress.step()?;
            Ok(read)
        });
        let read: Result<Vec<Option<Read>>, Cancelled> = read.into_iter().collect();
        let mut read = read?.into_iter();
        let folders = folders.into_iter().map(|plan| Arc::new(plan.filled(&mut read)));
        let mut index = Index { folders: folders.collect(), unsaved: false };
        let kept_all = reused == known && index.keepable() == known;
        index.unsaved = before.unsaved || !kept_all;
        Ok(index)
    }
}

/// What the folders of a community list.
pub(super) struct Seen {
    now: i64,
    card: Option<Stamp>,
    pub(super) ledgers: Vec<(String, Stamp)>,
    pub(super) sessions: Vec<(String, Stamp)>,
    pub(super) troubles: Vec<Arc<StoreError>>,
}

impl Seen {
    pub(super) fn of(store: &Store, id: &Slug) -> Self {
        let layout = store.layout();
        let mut seen = Self {
            // Before anything is looked at: a change made later is younger than this.
            now: nanoseconds(SystemTime::now()),
            card: None,
            ledgers: Vec::new(),
            sessions: Vec::new(),
            troubles: Vec::new(),
        };
        let (disk, community) = (store.disk().as_ref(), layout.community(id));
        for (name, stamp) in seen.files(disk.list_stamped(&community)) {
            if name == COMMUNITY_FILE {
                seen.card = Some(stamp);
            } else if ledger_device(&name).is_some() {
                seen.ledgers.push((name, stamp));
            }
        }
        if seen.card.is_none() && seen.troubles.is_empty() {
            let path = layout.community_file(id);
            if let Err(error) = disk.read(&path) {
                seen.troubles.push(Arc::new(error.into()));
            }
        }
        seen.sessions = match disk.list_stamped(&layout.sessions(id)) {
            // A community that never met.
            Err(error) if error.is_missing() => Vec::new(),
            listed => seen.files(listed),
        };
        seen
    }

    /// The regular files of a folder.
    fn files(
        &mut self,
        listed: Result<Vec<(Entry, Option<Stamp>)>, DiskError>,
    ) -> Vec<(String, Stamp)> {
        match listed {
            Ok(entries) => {
                let files = entries.into_iter().filter(|(it, _)| it.kind == EntryKind::File);
                files.filter_map(|(entry, stamp)| Some((entry.name, stamp?))).collect()
            }
            Err(error) => {
                self.troubles.push(Arc::new(error.into()));
                Vec::new()
            }
        }
    }
}

/// A file to read.
struct Job {
    path: PathBuf,
    file: Box<str>,
    stamp: Stamp,
    settled: bool,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Card,
    Ledger,
    Session,
}

/// What a job brought.
enum Read {
    Card(Leaf<Card>),
    Ledger(Leaf<LedgerDigest>),
    Session(Leaf<Digest>),
}

/// A leaf that is known, or the place of one that is to be read.
type Place<T> = Option<Arc<Leaf<T>>>;

/// A community with places left for what is to be read.
struct Plan {
    id: Slug,
    card: Option<Place<Card>>,
    ledgers: Vec<Place<LedgerDigest>>,
    sessions: Vec<Place<Digest>>,
    troubles: Vec<Arc<StoreError>>,
}

struct Merging<'a> {
    store: &'a Store,
    jobs: Vec<Job>,
    /// How many leaves of the earlier index that a cache can keep still stand.
    reused: usize,
}

impl Merging<'_> {
    fn merge(&mut self, id: Slug, seen: Seen, old: Option<&Folder>) -> Plan {
        let layout = self.store.layout();
        let (community, sessions) = (layout.community(&id), layout.sessions(&id));
        let now = seen.now;
        let card = seen.card.map(|stamp| {
            let known = old.and_then(|old| old.card.as_ref());
            self.place(&community, COMMUNITY_FILE.to_owned(), stamp, now, known, Kind::Card)
        });
        let mut ledgers = Vec::with_capacity(seen.ledgers.len());
        let mut known = Known::new(old.map_or(&[], |old| &old.ledgers));
        for (file, stamp) in seen.ledgers {
            let leaf = known.find(&file);
            ledgers.push(self.place(&community, file, stamp, now, leaf, Kind::Ledger));
        }
        let mut places = Vec::with_capacity(seen.sessions.len());
        let mut known = Known::new(old.map_or(&[], |old| &old.sessions));
        for (file, stamp) in seen.sessions {
            let leaf = known.find(&file);
            let is_session = |stem| SessionName::of_id(&id, stem).is_some();
            if leaf.is_none() && !file.strip_suffix(".ron").is_some_and(is_session) {
                continue;
            }
            let stamp = self.exact(&sessions, &file, stamp, leaf);
            places.push(self.place(&sessions, file, stamp, now, leaf, Kind::Session));
        }
        Plan { id, card, ledgers, sessions: places, troubles: seen.troubles }
    }

    /// A folder's own note of a file may lag behind while some program writes the file; who writes
    /// a meeting has not closed it yet.
    fn exact(
        &self,
        folder: &Path,
        file: &str,
        listed: Stamp,
        leaf: Option<&Arc<Leaf<Digest>>>,
    ) -> Stamp {
        let is_closed = |head: &Head| head.phase == Phase::Closed;
        if leaf.and_then(|leaf| leaf.head()).is_none_or(is_closed) {
            return listed;
        }
        self.store.disk().stamp(&folder.join(file)).ok().flatten().unwrap_or(listed)
    }

    /// The leaf, where the earlier index has it as it is now, else a place and a job.
    fn place<T: Content>(
        &mut self,
        folder: &Path,
        file: String,
        stamp: Stamp,
        now: i64,
        known: Option<&Arc<Leaf<T>>>,
        kind: Kind,
    ) -> Place<T> {
        if let Some(leaf) = known.filter(|leaf| leaf.stands_for(&stamp)) {
            self.reused += usize::from(leaf.is_keepable());
            return Some(Arc::clone(leaf));
        }
        let path = folder.join(&file);
        let settled = stamp.is_settled(now);
        self.jobs.push(Job { path, file: file.into(), stamp, settled, kind });
        None
    }
}

/// Leaves in order of file, looked for in that order.
struct Known<'a, T: Content> {
    leaves: std::slice::Iter<'a, Arc<Leaf<T>>>,
}

impl<'a, T: Content> Known<'a, T> {
    fn new(leaves: &'a [Arc<Leaf<T>>]) -> Self {
        Self { leaves: leaves.iter() }
    }

    fn find(&mut self, file: &str) -> Option<&'a Arc<Leaf<T>>> {
        loop {
            let leaf = self.leaves.as_slice().first()?;
            match leaf.file.as_ref().cmp(file) {
                std::cmp::Ordering::Less => drop(self.leaves.next()),
                std::cmp::Ordering::Equal => return self.leaves.next(),
                std::cmp::Ordering::Greater => return None,
            }
        }
    }
}

impl Plan {
    /// The community, with what the jobs brought in the places left for it. What is gone by now
    /// leaves no trace.
    fn filled(self, read: &mut impl Iterator<Item = Option<Read>>) -> Folder {
        let mut next = || read.next().flatten();
        let card = self.card.and_then(|place| {
            place.or_else(|| match next() {
                Some(Read::Card(leaf)) => Some(Arc::new(leaf)),
                _ => None,
            })
        });
        let ledgers = self.ledgers.into_iter().filter_map(|place| {
            place.or_else(|| match next() {
                Some(Read::Ledger(leaf)) => Some(Arc::new(leaf)),
                _ => None,
            })
        });
        let ledgers = ledgers.collect();
        let sessions = self.sessions.into_iter().filter_map(|place| {
            place.or_else(|| match next() {
                Some(Read::Session(leaf)) => Some(Arc::new(leaf)),
                _ => None,
            })
        });
        let sessions = sessions.collect();
        Folder { id: self.id, card, ledgers, sessions, troubles: self.troubles }
    }
}

impl Job {
    /// Reads the file; `None` when it is gone.
    fn read(&self, disk: &dyn Disk, memory: &mut Vec<u8>) -> Option<Read> {
        let bytes = match disk.read_into(&self.path, memory) {
            Ok(len) => Ok(memory.get(..len).unwrap_or_default()),
            Err(error) if error.is_missing() => return None,
            Err(error) => Err(error),
        };
        Some(match self.kind {
            Kind::Card => Read::Card(match bytes {
                Ok(bytes) => self.card(bytes),
                Err(error) => self.leaf(None, None, Some(error.into())),
            }),
            Kind::Ledger => Read::Ledger(match bytes {
                Ok(bytes) => self.ledger(bytes),
                Err(error) => self.leaf(None, None, Some(error.into())),
            }),
            Kind::Session => Read::Session(match bytes {
                Ok(bytes) => self.session(bytes),
                Err(error) => self.leaf(None, None, Some(error.into())),
            }),
        })
    }

    fn leaf<T: Content>(
        &self,
        content: Option<T>,
        seal: Option<Seal>,
        trouble: Option<StoreError>,
    ) -> Leaf<T> {
        // The file may have grown since its stamp was taken. Then its stamp is another one by now,
        // and it is read again the next time.
        let (file, stamp) = (self.file.clone(), self.stamp);
        let content = content.map(Packed::of);
        Leaf { file, stamp, seal, settled: self.settled, content, trouble }
    }

    fn card(&self, bytes: &[u8]) -> Leaf<Card> {
        match Community::parse(bytes) {
            Ok(it) => self.leaf(Some(Card { name: it.name, region: it.region }), None, None),
            Err(fault) => {
                let path = self.path.clone();
                self.leaf(None, None, Some(StoreError::Community { path, fault }))
            }
        }
    }

    fn ledger(&self, bytes: &[u8]) -> Leaf<LedgerDigest> {
        let (log, stop) = read_log_so_far::<LedgerEvent>(bytes);
        let seal = seal_of(&log);
        self.leaf(Some(LedgerDigest::of(&log.lines)), seal, self.trouble(stop))
    }

    fn session(&self, bytes: &[u8]) -> Leaf<Digest> {
        let (mut log, stop) = read_log_so_far::<SessionEvent>(bytes);
        let seal = seal_of(&log);
        let lines = std::mem::take(&mut log.lines);
        if lines.is_empty() {
            return self.leaf(None, None, self.trouble(stop.or(Some(ReadError::Empty))));
        }
        if let Ok(meeting) = Meeting::replay(lines) {
            return self.leaf(Some(Digest::of(&meeting)), seal, self.trouble(stop));
        }
        let path = self.path.clone();
        self.leaf(None, None, Some(StoreError::NotASession { path }))
    }

    fn trouble(&self, stop: Option<ReadError>) -> Option<StoreError> {
        stop.map(|source| LogError::Read { path: self.path.clone(), source }.into())
    }
}

fn seal_of<E: Event>(log: &ReadLog<E>) -> Option<Seal> {
    log.chain.as_bytes().try_into().ok()
}
