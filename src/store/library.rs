//! Communities and sessions by name: the store as the rest of the program sees it.
//!
//! Reading a session and writing one are in [`super::access`], ledgers in [`super::ledgers`].

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::{NaiveDate, NaiveTime};
use memchr::memmem;

use super::community::{self, Community, CommunityFault};
use super::contacts::ContactsError;
use super::device::{self, DeviceError, Origin};
use super::disk::{Disk, DiskError, EntryKind};
use super::layout::Layout;
use super::log::{ReadError, read_log_so_far};
use super::progress::Cancelled;
use super::session_name::{ResolveError, SessionName, resolve};
use super::slug::{BadSlug, Slug};
use super::writer::{LogError, LogWriter};
use crate::domain::event::{Event, FORMAT, Setup};
use crate::domain::item::PlannedItem;
use crate::domain::meeting::{Beginning, Meeting};
use crate::domain::record::Moment;
use crate::domain::refusal::Refusal;
use crate::domain::rules::RuleSet;

/// Why something of the store cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A log cannot be used.
    #[error(transparent)]
    Log(#[from] LogError),
    /// It is not clear which session is meant.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// An id is no id.
    #[error(transparent)]
    BadId(#[from] BadSlug),
    /// This device has no name.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// Phone numbers cannot be read or changed.
    #[error(transparent)]
    Contacts(#[from] ContactsError),
    /// There is no such community.
    #[error("there is no community “{typed}”")]
    NoSuchCommunity {
        /// What was asked for.
        typed: String,
        /// The ids there are.
        known: Vec<Slug>,
    },
    /// There is a community with this id already.
    #[error("there is a community “{id}” already, {name}")]
    CommunityExists {
        /// The id.
        id: Slug,
        /// What that community is called; its id where its file cannot be read.
        name: String,
    },
    /// A community's file cannot be used.
    #[error("{}: {fault}", path.display())]
    Community {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: CommunityFault,
    },
    /// A log that should be a session's does not begin as one.
    #[error("{} is not a session", path.display())]
    NotASession {
        /// The log.
        path: PathBuf,
    },
    /// The work was stopped by whoever asked for it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Where the store should be is something else than a folder.
    #[error("{} is not a folder", path.display())]
    NotAFolder {
        /// What is there.
        path: PathBuf,
    },
}

/// A community as it is listed.
#[derive(Debug)]
pub struct ListedCommunity {
    /// Its id.
    pub id: Slug,
    /// What its file says, or why that cannot be read.
    pub community: Result<Community, StoreError>,
}

impl ListedCommunity {
    /// Its name; its id where the file cannot be read.
    #[must_use]
    pub fn name(&self) -> &str {
        self.community.as_ref().map_or(self.id.as_str(), |it| it.name.as_str())
    }
}

/// What a new session is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// What it is called.
    pub title: String,
    /// The day it is held.
    pub on: NaiveDate,
    /// When it is to begin.
    pub starts: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
    /// Who chairs.
    pub facilitator: Option<String>,
    /// Who is to take the record.
    pub recorder: Option<String>,
    /// What is to be discussed.
    pub agenda: Vec<PlannedItem>,
}

/// A session that was just made.
#[derive(Debug)]
pub struct Created {
    /// What it is called from now on.
    pub name: SessionName,
    /// The meeting.
    pub meeting: Meeting,
    /// The one writer of its log.
    pub writer: LogWriter<Event>,
}

/// All communities below one folder.
#[derive(Debug)]
pub struct Store {
    disk: Arc<dyn Disk>,
    layout: Layout,
    origin: Origin,
    device: OnceLock<Slug>,
}

impl Store {
    /// The store below `root`. Nothing is read or made before it is needed.
    #[must_use]
    pub fn new(disk: Arc<dyn Disk>, root: impl Into<PathBuf>, origin: Origin) -> Self {
        Self { disk, layout: Layout::new(root), origin, device: OnceLock::new() }
    }

    /// The door to the file system.
    #[must_use]
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// Where everything is.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// This device's name; made on first need.
    pub fn device(&self) -> Result<&Slug, StoreError> {
        if let Some(known) = self.device.get() {
            return Ok(known);
        }
        let name = device::name(self.disk.as_ref(), &self.origin)?;
        Ok(self.device.get_or_init(|| name))
    }

    /// Every community, in order of id. None where there is no store yet.
    pub fn communities(&self) -> Result<Vec<ListedCommunity>, StoreError> {
        let ids = self.community_ids()?;
        let listed = |id: Slug| ListedCommunity { community: self.read_community(&id), id };
        Ok(ids.into_iter().map(listed).collect())
    }

    pub(super) fn community_ids(&self) -> Result<Vec<Slug>, StoreError> {
        let folders = self.entries(&self.layout.communities(), EntryKind::Folder)?;
        Ok(folders.iter().filter_map(|name| Slug::parse(name).ok()).collect())
    }

    /// The names of one kind in a folder; none where there is no such folder.
    pub(super) fn entries(&self, dir: &Path, kind: EntryKind) -> Result<Vec<String>, StoreError> {
        match self.disk.look(dir)? {
            None => {
                let root = self.layout.root();
                match self.disk.look(root)? {
                    None | Some(EntryKind::Folder) => Ok(Vec::new()),
                    Some(_) => Err(StoreError::NotAFolder { path: root.to_path_buf() }),
                }
            }
            Some(EntryKind::Folder) => {
                let entries = self.disk.list(dir)?;
                Ok(entries.into_iter().filter(|it| it.kind == kind).map(|it| it.name).collect())
            }
            Some(_) => Err(StoreError::NotAFolder { path: dir.to_path_buf() }),
        }
    }

    /// The id of the community somebody means by id or name.
    pub fn find_community(&self, typed: &str) -> Result<Slug, StoreError> {
        let typed = typed.trim();
        let known = self.community_ids()?;
        if let Some(id) = known.iter().find(|id| id.as_str() == typed) {
            return Ok(id.clone());
        }
        let named = self.communities()?;
        let mut fitting: Vec<&ListedCommunity> =
            named.iter().filter(|it| it.name() == typed).collect();
        if fitting.is_empty() && !typed.is_empty() {
            fitting = named
                .iter()
                .filter(|it| it.name().contains(typed) || it.id.as_str().contains(typed))
                .collect();
        }
        match fitting.as_slice() {
            [one] => Ok(one.id.clone()),
            _ => Err(StoreError::NoSuchCommunity { typed: typed.to_owned(), known }),
        }
    }

    /// What a community's file says.
    pub fn read_community(&self, id: &Slug) -> Result<Community, StoreError> {
        let path = self.layout.community_file(id);
        let bytes = self.disk.read(&path)?;
        Community::parse(&bytes).map_err(|fault| StoreError::Community { path, fault })
    }

    /// Makes a community; `heading` is the comment its file begins with.
    ///
    /// # Errors
    /// [`StoreError::CommunityExists`] when the id is taken; give another one then.
    pub fn create_community(
        &self,
        id: &Slug,
        community: &Community,
        heading: &str,
    ) -> Result<(), StoreError> {
        self.disk.create_dir_all(&self.layout.sessions(id))?;
        let path = self.layout.community_file(id);
        match community::write_once(self.disk.as_ref(), &path, community, heading) {
            Err(error) if error.is_taken() => {
                let name = self.read_community(id).map_or_else(|_| id.to_string(), |it| it.name);
                Err(StoreError::CommunityExists { id: id.clone(), name })
            }
            written => Ok(written?),
        }
    }

    /// Every session of one community, or of all, the newest first.
    pub fn sessions(&self, community: Option<&Slug>) -> Result<Vec<SessionName>, StoreError> {
        let ids = match community {
            Some(id) => vec![id.clone()],
            None => self.community_ids()?,
        };
        let mut names = Vec::new();
        for id in &ids {
            let files = self.entries(&self.layout.sessions(id), EntryKind::File)?;
            let stems = files.iter().filter_map(|name| name.strip_suffix(".ron"));
            names.extend(stems.filter_map(|stem| SessionName::of_id(id, stem)));
        }
        names.sort_by(|a, b| b.on.cmp(&a.on).then_with(|| a.cmp(b)));
        Ok(names)
    }

    /// The session somebody means; see [`resolve`].
    pub fn find_session(&self, typed: &str) -> Result<SessionName, StoreError> {
        let names = self.sessions(None)?;
        let title = |name: &SessionName| self.setup_of(name).map(|it| it.title).unwrap_or_default();
        Ok(resolve(typed, &names, title)?)
    }

    /// What a session was created with and what of that was put right since. Where nothing was, its
    /// first line alone is read.
    pub fn setup_of(&self, name: &SessionName) -> Result<Setup, StoreError> {
        let path = self.layout.session_file(name);
        let bytes = self.disk.read(&path)?;
        if memmem::find(&bytes, b"SetupChanged(").is_some() {
            let (log, _) = read_log_so_far::<Event>(&bytes);
            // Of a log that cannot be read, the first line may still tell.
            if let Ok(meeting) = Meeting::replay(log.lines) {
                return Ok(Setup::clone(&meeting.session().setup));
            }
        }
        let second_break = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1);
        let first = second_break.map_or(bytes.len(), |(at, _)| at + 1);
        let (log, stop) = read_log_so_far::<Event>(bytes.get(..first).unwrap_or(&bytes));
        match log.lines.into_iter().next().map(|line| line.events.into_iter().next()) {
            Some(Some(Event::Created(setup))) => Ok(setup),
            Some(_) => Err(StoreError::NotASession { path }),
            None => {
                let source = stop.unwrap_or(ReadError::Empty);
                Err(LogError::Read { path, source }.into())
            }
        }
    }

    /// Makes a session of a community that adopts no rules of the floor.
    ///
    /// # Errors
    /// As [`Store::create_session_by`].
    pub fn create_session(
        &self,
        community: &Slug,
        new: &NewSession,
        at: Moment,
        by: &str,
    ) -> Result<Created, StoreError> {
        self.create_session_by(community, new, None, at, by)
    }

    /// Makes a session of a community: its file, and its first line, with the rules of the floor it
    /// begins by.
    ///
    /// Its name is made of the day and the title; a number is added when that name is taken.
    pub fn create_session_by(
        &self,
        community: &Slug,
        new: &NewSession,
        rules: Option<&RuleSet>,
        at: Moment,
        by: &str,
    ) -> Result<Created, StoreError> {
        let beginning = Beginning { rules: rules.cloned(), ..Beginning::default() };
        match self.create_session_from(community, new, beginning, at, by)? {
            Ok(created) => Ok(created),
            // Nothing can be refused where there are no topics.
            Err(_) => Err(StoreError::NotASession { path: self.layout.sessions(community) }),
        }
    }

    /// The same, as part of a procedure and about topics of the community. The outer result is the
    /// store's.
    ///
    /// # Errors
    /// Inside: why a topic cannot be on its agenda, with the topic's place in the list; nothing was
    /// written then.
    pub fn create_session_from(
        &self,
        community: &Slug,
        new: &NewSession,
        beginning: Beginning,
        at: Moment,
        by: &str,
    ) -> Result<Result<Created, (usize, Refusal)>, StoreError> {
        let described = self.read_community(community)?;
        let setup = Setup {
            format: FORMAT,
            device: self.device()?.to_string(),
            community: community.to_string(),
            community_name: described.name,
            title: new.title.trim().to_owned(),
            on: new.on,
            starts: new.starts,
            place: new.place.clone(),
            facilitator: new.facilitator.clone(),
            recorder: new.recorder.clone(),
            turn_seconds: described.turn_seconds,
            threshold: described.threshold,
            agenda: new.agenda.clone(),
        };
        let meeting = match Meeting::create_from(setup, beginning, at, by) {
            Ok(meeting) => meeting,
            Err(refused) => return Ok(Err(refused)),
        };
        let first = Slug::of(&new.title, "meeting");
        let mut number = 1_u32;
        loop {
            let slug = if number == 1 { first.clone() } else { first.numbered(number) };
            let name = SessionName { on: new.on, community: community.clone(), slug };
            let path = self.layout.session_file(&name);
            number = number.saturating_add(1);
            // A file with these very lines would be taken over as a failed attempt of ours, but two
            // meetings may well be made alike within one second.
            if self.disk.look(&path)?.is_some() {
                continue;
            }
            match LogWriter::create(Arc::clone(&self.disk), &path, &meeting.lines()[0]) {
                Ok(writer) => return Ok(Ok(Created { name, meeting, writer })),
                Err(LogError::Exists { .. } | LogError::Locked { .. }) if number < 1_000 => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
