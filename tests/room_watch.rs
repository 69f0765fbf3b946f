//! How the room's screen looks after a record: seldom reading, never giving up.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use desk_support::Desk;
use yishi::domain::event::Event;
use yishi::domain::record::Line;
use yishi::store::disk::{Disk, DiskError, Entry, EntryKind, Lock, LogFile, Stamp};
use yishi::store::follow::Follower;
use yishi::store::testing::{Fault, FaultKind, FaultyDisk, MemoryDisk};
use yishi::store::writer::LogWriter;
use yishi::text::words::Lang;
use yishi::tui::room::model::News;
use yishi::tui::room::watch::Watch;

/// Looks until the one that reads in any case.
const ROUND: usize = 10;

struct Place {
    disk: FaultyDisk,
    memory: MemoryDisk,
    writer: LogWriter<Event>,
    lines: Vec<Line<Event>>,
    watch: Watch,
}

fn path() -> PathBuf {
    Path::new("/folder/session.ron").to_path_buf()
}

impl Place {
    /// A record of one line that was looked at once.
    fn new() -> Self {
        let memory = MemoryDisk::new();
        memory.create_dir_all(Path::new("/folder")).unwrap();
        let lines = Desk::amid(Lang::Zh).model.meeting.lines().to_vec();
        let writer = LogWriter::create(Arc::new(memory.clone()), &path(), &lines[0]).unwrap();
        let disk = FaultyDisk::over(&memory);
        let (follower, _) = Follower::start::<Event>(&disk, &path()).unwrap();
        let mut watch = Watch::new(Arc::new(disk.clone()), follower);
        assert!(watch.look().is_none());
        Self { disk, memory, writer, lines, watch }
    }

    fn append(&mut self, count: usize, from: usize) {
        self.writer.append(&self.lines[from..from + count]).unwrap();
    }

    /// What a whole round tells.
    fn round(&mut self) -> Vec<News> {
        (0..ROUND).filter_map(|_| self.watch.look()).collect()
    }
}

#[test]
fn the_next_look_tells_what_was_added() {
    let mut place = Place::new();
    place.append(2, 1);
    match place.watch.look() {
        Some(News::Lines(lines)) => assert_eq!(lines, place.lines[1..3]),
        other => panic!("{other:?}"),
    }
    assert!(place.round().is_empty());
    place.append(1, 3);
    assert!(matches!(place.watch.look(), Some(News::Lines(lines)) if lines == place.lines[3..4]));
}

#[test]
fn while_nothing_changes_a_look_is_one_call_and_one_of_ten_reads() {
    let mut place = Place::new();
    let before = place.disk.calls();
    assert!(place.round().is_empty());
    assert!(place.round().is_empty());
    // Twenty looks ask for the length; two of them read the end as well.
    assert_eq!(place.disk.calls() - before, 22);
}

#[test]
fn a_record_of_the_same_length_in_its_place_is_noticed() {
    let mut place = Place::new();
    place.append(2, 1);
    assert!(matches!(place.watch.look(), Some(News::Lines(_))));
    // The same meeting told by somebody whose name is as long.
    let mut other: Vec<Line<Event>> = place.lines[..3].to_vec();
    for line in &mut other {
        line.by = "王芳".to_owned();
    }
    let elsewhere = Path::new("/folder/other.ron");
    let mut writer =
        LogWriter::create(Arc::new(place.memory.clone()), elsewhere, &other[0]).unwrap();
    writer.append(&other[1..]).unwrap();
    let (old, new) = (place.memory.read(&path()).unwrap(), place.memory.read(elsewhere).unwrap());
    assert_eq!(old.len(), new.len());
    assert_ne!(old, new);
    place.memory.put(&path(), &new);
    let told = place.round();
    match told.as_slice() {
        [News::Replaced(meeting)] => assert_eq!(meeting.lines(), other),
        other => panic!("{other:?}"),
    }
}

#[test]
fn trouble_is_told_once_and_its_end_too() {
    let mut place = Place::new();
    place.disk.set(Fault { at: 0, times: usize::MAX, kind: FaultKind::Error(ErrorKind::TimedOut) });
    let told: Vec<News> = (0..4).flat_map(|_| place.round()).collect();
    assert!(matches!(told.as_slice(), [News::Lost(_)]), "{told:?}");
    place.disk.heal();
    let told = place.round();
    assert!(matches!(told.as_slice(), [News::Found]), "{told:?}");
    assert!(place.round().is_empty());
}

#[test]
fn what_was_added_during_trouble_comes_with_its_end() {
    let mut place = Place::new();
    let whole = place.memory.read(&path()).unwrap();
    place.memory.remove(&path()).unwrap();
    let told = place.round();
    assert!(matches!(told.as_slice(), [News::Lost(_)]), "{told:?}");
    // Half of it is copied back first.
    place.memory.put(&path(), &whole[..10]);
    let told = place.round();
    assert!(matches!(told.as_slice(), [] | [News::Lost(_)]), "{told:?}");
    place.memory.put(&path(), &whole);
    let told = place.round();
    assert!(matches!(told.as_slice(), [News::Found | News::Replaced(_)]), "{told:?}");
    assert!(place.round().is_empty());
}

/// A folder on another machine: lengths are told late, and whoever does more than read is caught.
#[derive(Debug)]
struct Far {
    memory: MemoryDisk,
    /// The length that is told until the file is opened again.
    told: Mutex<Option<u64>>,
}

impl Disk for Far {
    fn read(&self, path: &Path) -> Result<Vec<u8>, DiskError> {
        *self.told.lock().unwrap() = None;
        self.memory.read(path)
    }

    fn read_into(&self, path: &Path, into: &mut Vec<u8>) -> Result<usize, DiskError> {
        *self.told.lock().unwrap() = None;
        self.memory.read_into(path, into)
    }

    fn read_from(&self, path: &Path, offset: u64) -> Result<Vec<u8>, DiskError> {
        *self.told.lock().unwrap() = None;
        self.memory.read_from(path, offset)
    }

    fn len(&self, path: &Path) -> Result<Option<u64>, DiskError> {
        let mut told = self.told.lock().unwrap();
        if told.is_none() {
            *told = self.memory.len(path)?;
        }
        Ok(*told)
    }

    fn look(&self, path: &Path) -> Result<Option<EntryKind>, DiskError> {
        self.memory.look(path)
    }

    fn list(&self, dir: &Path) -> Result<Vec<Entry>, DiskError> {
        self.memory.list(dir)
    }

    fn stamp(&self, path: &Path) -> Result<Option<Stamp>, DiskError> {
        self.memory.stamp(path)
    }

    fn list_stamped(&self, dir: &Path) -> Result<Vec<(Entry, Option<Stamp>)>, DiskError> {
        self.memory.list_stamped(dir)
    }

    fn create_dir_all(&self, dir: &Path) -> Result<(), DiskError> {
        panic!("made the folder {}", dir.display())
    }

    fn create_new(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        panic!("made {}", path.display())
    }

    fn open(&self, path: &Path) -> Result<Box<dyn LogFile>, DiskError> {
        panic!("opened {} for writing", path.display())
    }

    fn rename(&self, from: &Path, _to: &Path) -> Result<(), DiskError> {
        panic!("renamed {}", from.display())
    }

    fn remove(&self, path: &Path) -> Result<(), DiskError> {
        panic!("removed {}", path.display())
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), DiskError> {
        panic!("synced {}", dir.display())
    }

    fn lock(&self, path: &Path) -> Result<Lock, DiskError> {
        panic!("locked {}", path.display())
    }
}

#[test]
fn on_a_folder_far_away_it_reads_and_does_nothing_else() {
    let mut place = Place::new();
    let far = Arc::new(Far { memory: place.memory.clone(), told: Mutex::new(None) });
    let (follower, _) = Follower::start::<Event>(&*far, &path()).unwrap();
    place.watch = Watch::new(far, follower);
    assert!(place.round().is_empty());
    for (count, from) in [(2, 1), (1, 3), (3, 4)] {
        place.append(count, from);
        // Its length is told late, but one look of a round reads.
        let told = place.round();
        match told.as_slice() {
            [News::Lines(lines)] => assert_eq!(*lines, place.lines[from..from + count]),
            other => panic!("{other:?}"),
        }
    }
    place.memory.remove(&path()).unwrap();
    // First the length is told late as well.
    let told: Vec<News> = (0..2).flat_map(|_| place.round()).collect();
    assert!(matches!(told.as_slice(), [News::Lost(_)]), "{told:?}");
}

#[test]
fn a_line_is_told_when_it_is_whole_and_not_before() {
    let mut place = Place::new();
    let before = place.memory.read(&path()).unwrap();
    place.append(1, 1);
    let after = place.memory.read(&path()).unwrap();
    // It is written over the closing bracket.
    let start = before.len() - "]\n".len();
    for len in (start..after.len() - "]\n".len()).step_by(3) {
        place.memory.put(&path(), &after[..len]);
        let told = place.round();
        assert!(told.is_empty(), "{len}: {told:?}");
    }
    let mut wrong = after.clone();
    let at = start + 20;
    wrong[at] ^= 1;
    place.memory.put(&path(), &wrong);
    let told = place.round();
    assert!(told.is_empty(), "its hash is wrong: {told:?}");
    place.memory.put(&path(), &after);
    match place.round().as_slice() {
        [News::Lines(lines)] => assert_eq!(*lines, place.lines[1..2]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_thread_ends_when_nobody_wants_to_know_any_more() {
    let mut place = Place::new();
    place.append(2, 1);
    let told = std::cell::Cell::new(0);
    place.watch.follow(|_| {
        told.set(told.get() + 1);
        false
    });
    assert_eq!(told.get(), 1);
}
