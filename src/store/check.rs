//! Everything that can be wrong with the files below a folder, found without changing them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::chain::{CLOSING, Chain, Event};
use super::community::{Community, CommunityFault, unknown_fields};
use super::contacts::{self, ContactsError};
use super::disk::{Disk, DiskError, EntryKind};
use super::exclusions;
use super::layout::{
    COMMUNITY_FILE, CONTACTS_FILE, EXCLUSIONS_FILE, PROCEDURES_FOLDER, RULES_FOLDER,
    SESSIONS_FOLDER, TEMPLATE_EXTENSION, TEMPLATES_FOLDER, ledger_device,
};
use super::log::{ReadError, ReadLog, Tail, read_log_so_far};
use super::mistakes::Mistake;
use super::procedures;
use super::progress::{Cancelled, Progress};
use super::rules;
use super::session_name::SessionName;
use super::slug::Slug;
use crate::domain::event::Event as SessionEvent;
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::meeting::Meeting;
use crate::domain::record::Line;
use crate::domain::topic::CaseNo;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is lost, changed or unreadable.
    Fault,
    /// Nothing is wrong with the record, but somebody should know.
    Note,
}

/// What was found.
#[derive(Debug)]
pub enum What {
    /// It cannot be read at all.
    Disk(DiskError),
    /// A log is damaged, is none, or was written by a newer version.
    Log(ReadError),
    /// A log's last line was cut short; it was never reported as saved.
    Torn {
        /// How many bytes of it are there; 0 when only the closing bracket is missing.
        bytes_len: u64,
    },
    /// A log does not begin with the creation of a session.
    NotASession,
    /// A ledger does not begin with its creation.
    NotALedger,
    /// A log says it belongs to another community than the folder it is in.
    OtherCommunity {
        /// The community in the log.
        inside: String,
        /// The community of the folder.
        folder: String,
    },
    /// A ledger says it is written by another device than its name says.
    OtherDevice {
        /// The device in the log.
        inside: String,
    },
    /// Two devices gave one number to different topics, or calls.
    SameNumber {
        /// The number.
        number: CaseNo,
        /// What the one of this device is known as.
        known: CaseNo,
        /// It is a call's.
        call: bool,
    },
    /// Two sessions began as one and went different ways.
    Diverged {
        /// The other file.
        other: PathBuf,
    },
    /// A session is a copy of another, or an earlier state of it.
    Copy {
        /// The other file.
        other: PathBuf,
    },
    /// `community.ron` cannot be used.
    Community(CommunityFault),
    /// Something is wrong in a file of rules of the floor.
    Rules(Mistake),
    /// Something is wrong in a procedure.
    Procedure(Mistake),
    /// Something is wrong in a file of exclusions.
    Exclusions(Mistake),
    /// `community.ron` is missing.
    NoCommunityFile,
    /// A name in `community.ron` means nothing to this program.
    UnknownField(String),
    /// `contacts.ron` cannot be used.
    Contacts(ContactsError),
    /// Left over from a replacement that was cut short.
    LeftOver,
    /// The end of a log that was cut short, set aside when the log was mended.
    SetAside,
    /// A file the program does not show, because of its name or place.
    NotOurs,
    /// There is nothing to check.
    Nothing,
}

/// Something that was found, and where.
#[derive(Debug)]
pub struct Finding {
    /// The file or folder.
    pub path: PathBuf,
    /// The line, from 1, where there is one.
    pub line: Option<u64>,
    /// How grave it is.
    pub severity: Severity,
    /// What it is.
    pub what: What,
}

/// What a check came to.
#[derive(Debug, Default)]
pub struct Report {
    /// What was found, in the order the files were looked at.
    pub findings: Vec<Finding>,
    /// How many files were read.
    pub files: usize,
    /// How many lines of logs were verified.
    pub lines: u64,
}

impl Report {
    /// How many faults there are.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.findings.iter().filter(|it| it.severity == Severity::Fault).count()
    }

    fn add(&mut self, path: &Path, line: Option<u64>, severity: Severity, what: What) {
        self.findings.push(Finding { path: path.to_path_buf(), line, severity, what });
    }

    fn fault(&mut self, path: &Path, what: What) {
        self.add(path, None, Severity::Fault, what);
    }

    fn note(&mut self, path: &Path, what: What) {
        self.add(path, None, Severity::Note, what);
    }
}

/// Verifies a file, or every file below a folder. Changes nothing and needs no lock. Progress
/// counts files.
///
/// # Errors
/// [`Cancelled`].
pub fn check(disk: &dyn Disk, path: &Path, progress: &Progress) -> Result<Report, Cancelled> {
    let report = Report::default();
    let mut checking =
        Checking { disk, progress, report, begun: BTreeMap::new(), ledgers: Vec::new() };
    match disk.look(path) {
        Ok(Some(EntryKind::File)) => {
            progress.expect(1);
            checking.file(path)?;
        }
        Ok(Some(_)) => {
            progress.expect(files_below(disk, path));
            checking.folder(path)?;
        }
        Ok(None) => checking.report.fault(path, What::Nothing),
        Err(error) => checking.report.fault(path, What::Disk(error)),
    }
    Ok(checking.report)
}

/// How many files there are to look at; what cannot be listed is told of later.
fn files_below(disk: &dyn Disk, dir: &Path) -> usize {
    let entries = disk.list(dir).unwrap_or_default().into_iter();
    entries
        .map(|entry| match entry.kind {
            EntryKind::File => 1,
            EntryKind::Folder => files_below(disk, &dir.join(entry.name)),
            EntryKind::Other => 0,
        })
        .sum()
}

struct Checking<'a> {
    disk: &'a dyn Disk,
    progress: &'a Progress,
    report: Report,
    /// Sessions by the hash of their first line, which no two sessions share by chance.
    begun: BTreeMap<String, Vec<(PathBuf, Vec<u8>)>>,
    /// Ledgers of the community that is being looked at: file, device, lines.
    ledgers: Vec<(PathBuf, String, Vec<Line<LedgerEvent>>)>,
}

impl Checking<'_> {
    fn folder(&mut self, dir: &Path) -> Result<(), Cancelled> {
        let entries = match self.disk.list(dir) {
            Ok(entries) => entries,
            Err(error) => {
                self.report.fault(dir, What::Disk(error));
                return Ok(());
            }
        };
        let is_community =
            dir.parent().and_then(Path::file_name).is_some_and(|n| n == "communities");
        if is_community && !entries.iter().any(|it| it.name == COMMUNITY_FILE) {
            self.report.fault(&dir.join(COMMUNITY_FILE), What::NoCommunityFile);
        }
        for entry in entries {
            let path = dir.join(&entry.name);
            match entry.kind {
                EntryKind::File => self.file(&path)?,
                EntryKind::Folder => self.folder(&path)?,
                EntryKind::Other => self.report.note(&path, What::NotOurs),
            }
        }
        if is_community {
            self.numbers();
        }
        Ok(())
    }

    /// Tells the numbers that two devices of a community gave without knowing of each other.
    fn numbers(&mut self) {
        let ledgers = std::mem::take(&mut self.ledgers);
        let lines = ledgers.iter().map(|(_, device, lines)| (device.as_str(), lines.as_slice()));
        let ledger = Ledger::of(lines);
        for (numbers, call) in [(&ledger.cases, false), (&ledger.call_numbers, true)] {
            for known in numbers.clashes() {
                let Some(number) = numbers.as_given(known) else { continue };
                let giver = numbers.giver(known);
                let file = ledgers.iter().find(|(_, device, _)| Some(device.as_str()) == giver);
                if let Some((path, ..)) = file {
                    let (number, known) = (number.clone(), known.clone());
                    self.report.note(path, What::SameNumber { number, known, call });
                }
            }
        }
    }

    fn file(&mut self, path: &Path) -> Result<(), Cancelled> {
        self.progress.go_on()?;
        self.verify(path);
        self.progress.step()
    }

    fn verify(&mut self, path: &Path) {
        let name = name_of(path);
        if is_torn(name) {
            return self.report.note(path, What::SetAside);
        }
        match path.extension().and_then(|it| it.to_str()) {
            Some("ron") => {}
            Some("lock") => return,
            Some(TEMPLATE_EXTENSION)
                if path.parent().is_some_and(|dir| name_of(dir) == TEMPLATES_FOLDER) =>
            {
                return;
            }
            Some("tmp") => return self.report.note(path, What::LeftOver),
            _ => return self.report.note(path, What::NotOurs),
        }
        let bytes = match self.disk.read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.report.fault(path, What::Disk(error)),
        };
        self.report.files += 1;
        if path.parent().is_some_and(|dir| name_of(dir) == RULES_FOLDER) {
            self.mistakes(path, rules::parse(&bytes).err(), What::Rules);
        } else if path.parent().is_some_and(|dir| name_of(dir) == PROCEDURES_FOLDER) {
            self.mistakes(path, procedures::parse(&bytes).err(), What::Procedure);
        } else if name == EXCLUSIONS_FILE {
            self.mistakes(path, exclusions::parse(&bytes).err(), What::Exclusions);
        } else if name == COMMUNITY_FILE {
            self.community(path, &bytes);
        } else if name == CONTACTS_FILE {
            if let Err(error) = contacts::read(self.disk, path) {
                let line = match &error {
                    ContactsError::Unreadable { line, .. } => Some(*line as u64),
                    _ => None,
                };
                self.report.add(path, line, Severity::Fault, What::Contacts(error));
            }
        } else if let Some(device) = ledger_device(name) {
            self.ledger(path, device, &bytes);
        } else {
            self.session(path, bytes);
        }
    }

    fn mistakes(&mut self, path: &Path, wrong: Option<Vec<Mistake>>, what: fn(Mistake) -> What) {
        for mistake in wrong.into_iter().flatten() {
            let line = Some(mistake.at().line as u64);
            self.report.add(path, line, Severity::Fault, what(mistake));
        }
    }

    fn community(&mut self, path: &Path, bytes: &[u8]) {
        if let Err(fault) = Community::parse(bytes) {
            let line = match &fault {
                CommunityFault::Text(fault) => Some(fault.at().line as u64),
                CommunityFault::NoName
                | CommunityFault::TurnSeconds { .. }
                | CommunityFault::Spot { .. } => None,
            };
            self.report.add(path, line, Severity::Fault, What::Community(fault));
        }
        for field in unknown_fields(bytes) {
            self.report.note(path, What::UnknownField(field));
        }
    }

    /// Reads a log as far as it goes and reports what stops it or follows it.
    fn log<E: Event>(&mut self, path: &Path, bytes: &[u8]) -> ReadLog<E> {
        let (log, stop) = read_log_so_far::<E>(bytes);
        self.report.lines += log.lines.len() as u64;
        if let Some(error) = stop {
            let line = match &error {
                ReadError::Damaged { line, .. } | ReadError::Newer { line } => Some(*line),
                ReadError::Empty | ReadError::NotALog { .. } => None,
            };
            self.report.add(path, line, Severity::Fault, What::Log(error));
        } else if let Tail::Torn { bytes_len } = log.tail {
            let line = Some(log.lines.len() as u64 + 2);
            self.report.add(path, line, Severity::Note, What::Torn { bytes_len });
        }
        log
    }

    fn ledger(&mut self, path: &Path, device: &str, bytes: &[u8]) {
        let log = self.log::<LedgerEvent>(path, bytes);
        let Some(first) = log.lines.first() else {
            return;
        };
        let Some(LedgerEvent::Created { device: inside, community, .. }) = first.events.first()
        else {
            return self.report.add(path, Some(2), Severity::Fault, What::NotALedger);
        };
        if inside != device {
            let what = What::OtherDevice { inside: inside.clone() };
            self.report.add(path, Some(2), Severity::Fault, what);
        }
        self.belongs(path, path.parent(), community);
        self.ledgers.push((path.to_path_buf(), device.to_owned(), log.lines));
    }

    fn session(&mut self, path: &Path, bytes: Vec<u8>) {
        let log = self.log::<SessionEvent>(path, &bytes);
        if log.lines.is_empty() {
            return;
        }
        let first_hash = first_hash(&bytes);
        let Ok(meeting) = Meeting::replay(log.lines) else {
            return self.report.add(path, Some(2), Severity::Fault, What::NotASession);
        };
        let folder = path.parent().filter(|dir| name_of(dir) == SESSIONS_FOLDER);
        self.belongs(path, folder.and_then(Path::parent), &meeting.session().setup.community);
        // Any community will do to tell whether the name is one.
        let stem = name_of(path).strip_suffix(".ron").unwrap_or_default();
        if folder.is_none() || SessionName::of_id(&Slug::of("any", "any"), stem).is_none() {
            self.report.note(path, What::NotOurs);
        }
        let Some(hash) = first_hash else {
            return;
        };
        let end = usize::try_from(log.end).unwrap_or(bytes.len());
        let mut lines = bytes;
        lines.truncate(end);
        let relatives = self.begun.entry(hash).or_default();
        for (other, known) in relatives.iter() {
            let other = other.clone();
            if known.starts_with(&lines) || lines.starts_with(known) {
                self.report.note(path, What::Copy { other });
            } else {
                self.report.fault(path, What::Diverged { other });
            }
        }
        relatives.push((path.to_path_buf(), lines));
    }

    /// A log in a community's folder belongs to that community.
    fn belongs(&mut self, path: &Path, community: Option<&Path>, inside: &str) {
        let Some(folder) = community.map(name_of).filter(|it| !it.is_empty()) else {
            return;
        };
        let below = community.and_then(Path::parent).map(name_of);
        if below == Some("communities") && folder != inside {
            let what =
                What::OtherCommunity { inside: inside.to_owned(), folder: folder.to_owned() };
            self.report.add(path, Some(2), Severity::Fault, what);
        }
    }
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// `<log>.torn-<n>`
fn is_torn(name: &str) -> bool {
    name.rsplit_once(".torn-")
        .is_some_and(|(_, n)| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The digits behind the first record.
fn first_hash(bytes: &[u8]) -> Option<String> {
    let first = bytes.split(|byte| *byte == b'\n').nth(1)?;
    let body_end =
        first.len().checked_sub(b" // ".len() + Chain::start().after(b"").as_bytes().len())?;
    let body = first.get(..body_end)?;
    (first != CLOSING).then(|| Chain::start().after(body).to_string())
}
