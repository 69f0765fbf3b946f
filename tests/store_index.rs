//! What is known of a store without reading it: never anything else than what reading it tells.
//!
//! Each test runs on the disk in memory and on the real one. What an index must be is always told by
//! an index made without any cache.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

#[path = "common/meeting.rs"]
mod meeting;

use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use meeting::{Room, after, count, ends, everybody, says, setup};
use proptest::prelude::*;
use yishi::domain::action::{ActionState, Promise};
use yishi::domain::command::Command;
use yishi::domain::digest::{Course, Digest, LedgerDigest, States, latest_news};
use yishi::domain::event::FORMAT;
use yishi::domain::ids::ActionId;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::people::Role;
use yishi::domain::record::Line;
use yishi::domain::session::Phase;
use yishi::store::chain::encode_log;
use yishi::store::device::Origin;
use yishi::store::disk::Disk;
use yishi::store::index::{Cache, Index};
use yishi::store::library::{Store, StoreError};
use yishi::store::os_disk::OsDisk;
use yishi::store::progress::Progress;
use yishi::store::testing::{Fault, FaultKind, FaultyDisk, MemoryDisk};

/// A store, and hands that change its files behind the program's back.
struct Place {
    root: PathBuf,
    memory: Option<MemoryDisk>,
    _folder: Option<tempfile::TempDir>,
}

impl Place {
    fn in_memory() -> Self {
        Self { root: "/store".into(), memory: Some(MemoryDisk::new()), _folder: None }
    }

    fn on_disk() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { root: folder.path().join("store"), memory: None, _folder: Some(folder) }
    }

    fn disk(&self) -> Arc<dyn Disk> {
        match &self.memory {
            Some(memory) => Arc::new(memory.clone()),
            None => Arc::new(OsDisk),
        }
    }

    fn store(&self) -> Store {
        Store::new(self.disk(), &self.root, Origin::default())
    }

    fn cache(&self) -> Cache {
        Cache::new(&self.root.with_file_name("cache"), &self.root)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join("communities").join(name)
    }

    /// Writes a file as somebody did some time ago, each time at another moment.
    fn write(&self, path: &Path, bytes: &[u8]) {
        if let Some(memory) = &self.memory {
            memory.put(path, bytes);
        } else {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
            self.touch(path);
        }
    }

    fn touch(&self, path: &Path) {
        static TIMES: AtomicU64 = AtomicU64::new(0);
        if let Some(memory) = &self.memory {
            memory.touch(path);
        } else {
            let back = Duration::from_secs(100_000 - TIMES.fetch_add(1, Ordering::Relaxed));
            let file = File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - back).unwrap();
        }
    }

    fn remove(&self, path: &Path) {
        let _ = self.disk().remove(path);
    }

    fn index(&self, cache: Option<&Cache>) -> Index {
        self.store().index(cache, &Progress::new()).unwrap()
    }

    /// Reads with the cache, writes it, and says whether it had to be written.
    fn index_and_save(&self) -> (Index, bool) {
        let mut index = self.index(Some(&self.cache()));
        let saved = self.cache().save(self.disk().as_ref(), &mut index).unwrap();
        (index, saved)
    }
}

fn everywhere(test: impl Fn(&Place)) {
    test(&Place::in_memory());
    test(&Place::on_disk());
}

/// Everything an index tells.
fn told(index: &Index) -> String {
    let mut text = String::new();
    for folder in index.communities() {
        let _ = writeln!(text, "{} {:?} {}", folder.id(), folder.card(), folder.people());
        for session in folder.sessions() {
            let name = folder.name_of(session).unwrap();
            let _ = writeln!(text, "  {name} {:?} {:?}", session.head(), session.content());
            for (action, _) in session.head().map(|it| it.actions.as_slice()).unwrap_or_default() {
                let state = folder.state_of(session.id(), *action);
                assert_eq!(state, folder.states().state_of(session.id(), *action));
                let news = folder.news_of(session.id(), *action);
                let _ = writeln!(text, "    {action} {state:?} {news:?}");
            }
        }
        for trouble in folder.troubles() {
            let _ = writeln!(text, "  {trouble}");
        }
    }
    text
}

/// A meeting's file at one of several stages; the same number, the same file.
fn record(kind: u8) -> Vec<u8> {
    let mut room = Room::prepared();
    if kind >= 1 {
        room = room.with([everybody(), Command::Open]);
    }
    for item in 0..kind.min(3) {
        room = room.with([
            Command::OpenItem(None),
            says(meeting::WANG, &format!("第{kind}场第{item}条")),
            Command::Promise(Promise {
                what: format!("行动{kind}"),
                owner: Some("物业".to_owned()),
                due: Some(meeting::day(12, u32::from(kind) + 1)),
                ..Promise::default()
            }),
            ends(Outcome::CarriedOver),
        ]);
    }
    if kind >= 4 {
        room.ok(&Command::Close { leave: true });
    }
    encode_log(room.meeting.lines()).unwrap().0
}

fn ledger_lines(
    device: &str,
    community: &str,
    states: &[(u32, ActionState)],
) -> Vec<Line<LedgerEvent>> {
    let created = LedgerEvent::Created {
        format: FORMAT,
        device: device.to_owned(),
        community: community.to_owned(),
    };
    let person = LedgerEvent::PersonEntered {
        key: format!("p-{device}"),
        name: "王小明".to_owned(),
        role: Role::Resident,
        household: None,
        sector: None,
        grid: None,
    };
    let reports = states.iter().map(|(action, state)| LedgerEvent::ActionReported {
        session: "2026-11-23-m0".to_owned(),
        action: ActionId(*action),
        state: *state,
        note: Some(format!("{device}记")),
    });
    let mut lines =
        vec![Line { seq: 0, at: after(0), by: "李敏".into(), events: vec![created, person] }];
    for (at, report) in reports.enumerate() {
        let seq = lines.len() as u64;
        let at = after(i64::try_from(at).unwrap() * 60);
        lines.push(Line { seq, at, by: "李敏".into(), events: vec![report] });
    }
    lines
}

fn ledger(device: &str, states: &[(u32, ActionState)]) -> Vec<u8> {
    encode_log(&ledger_lines(device, "c0", states)).unwrap().0
}

fn card(name: &str) -> Vec<u8> {
    format!("(name: \"{name}\", region: \"贵阳市\")").into_bytes()
}

/// A small store with something of everything.
fn filled(place: &Place) {
    place.write(&place.path("c0/community.ron"), &card("锦苑社区"));
    place.write(&place.path("c1/community.ron"), &card("枫林社区"));
    for kind in 0..6 {
        let name = format!("c{}/sessions/2026-11-2{}-m{}.ron", kind % 2, 3, kind / 2);
        place.write(&place.path(&name), &record(kind));
    }
    let laptop = [(1, ActionState::Underway), (2, ActionState::Done)];
    place.write(&place.path("c0/ledger.laptop.ron"), &ledger("laptop", &laptop));
    let desk = [(1, ActionState::Done)];
    place.write(&place.path("c0/ledger.desk.ron"), &ledger("desk", &desk));
    // What is no part of it is passed over.
    place.write(&place.path("c0/contacts.ron"), b"()");
    place.write(&place.path("c0/sessions/notes.txt"), b"x");
    place.write(&place.path("c0/sessions/no-date.ron"), b"x");
}

#[test]
fn an_index_tells_what_the_records_tell() {
    everywhere(|place| {
        filled(place);
        let index = place.index(None);
        let [c0, c1] = index.communities() else { panic!("two communities") };
        assert_eq!((c0.name(), c1.name()), ("锦苑社区", "枫林社区"));
        assert_eq!((c0.sessions().len(), c1.sessions().len()), (3, 3));
        // Two devices, a person each; nobody entered anybody in the other community.
        assert_eq!((c0.people(), c1.people()), (2, 0));
        let store = place.store();
        for folder in index.communities() {
            let ledger = store.ledger(folder.id()).unwrap().ledger;
            for session in folder.sessions() {
                let name = folder.name_of(session).unwrap();
                let read = store.read_session(&name).unwrap();
                let digest = session.content().unwrap();
                assert_eq!(*digest, Digest::of(&read.meeting));
                assert_eq!(*session.head().unwrap(), digest.head());
                for action in &digest.actions {
                    let id = session.id();
                    let reports = ledger.reports_of(id, action.id);
                    assert_eq!(folder.state_of(id, action.id), ledger.state_of(id, action.id));
                    let note = folder.news_of(id, action.id).map(|news| news.note.clone());
                    assert_eq!(note, reports.last().map(|report| report.note.clone()));
                }
            }
        }
        assert_eq!(index.troubles().count(), 0);
    });
}

#[test]
fn a_cache_is_used_and_written_only_when_something_changed() {
    everywhere(|place| {
        filled(place);
        let plain = told(&place.index(None));
        let (first, saved) = place.index_and_save();
        assert!(saved);
        assert_eq!(told(&first), plain);
        let (second, saved) = place.index_and_save();
        assert!(!saved, "nothing changed");
        assert_eq!(told(&second), plain);
        place.touch(&place.path("c0/sessions/2026-11-23-m1.ron"));
        let (third, saved) = place.index_and_save();
        assert!(saved, "another stamp");
        assert_eq!(told(&third), plain);
        place.remove(&place.path("c1/sessions/2026-11-23-m1.ron"));
        let (fourth, saved) = place.index_and_save();
        assert!(saved, "one is gone");
        assert_eq!(told(&fourth), told(&place.index(None)));
        assert!(!place.index_and_save().1);
    });
}

/// Only the disk in memory can be made to lie about its stamps.
#[test]
fn what_a_stamp_hides_is_found_by_the_hash_at_the_end() {
    let place = Place::in_memory();
    filled(&place);
    place.index_and_save();
    let memory = place.memory.clone().unwrap();
    let path = place.path("c0/sessions/2026-11-23-m0.ron");
    // A prepared meeting with another title of the same length.
    let mut other = setup();
    other.title = "十二月协商会".to_owned();
    let other = Meeting::create(other, after(0), meeting::BY);
    let (bytes, _) = encode_log(other.lines()).unwrap();
    assert_eq!(bytes.len(), record(0).len());
    memory.forge(&path, &bytes);
    memory.forge(&place.path("c1/community.ron"), &card("枫树社区"));
    let path = place.path("c0/ledger.laptop.ron");
    let swapped = ledger("laptop", &[(1, ActionState::Done), (2, ActionState::Underway)]);
    assert_eq!(place.disk().len(&path).unwrap(), Some(swapped.len() as u64));
    memory.forge(&path, &swapped);
    // The cache was used, or this would not be wrong.
    let believed = place.index(Some(&place.cache()));
    assert_ne!(told(&believed), told(&place.index(None)));
    let store = place.store();
    let (doubted, wrong) = believed.doubted(&store, &Progress::new()).unwrap();
    assert_eq!(wrong, 3);
    let mut corrected = store.index_again(&doubted, &Progress::new()).unwrap();
    assert_eq!(told(&corrected), told(&place.index(None)));
    assert!(place.cache().save(store.disk().as_ref(), &mut corrected).unwrap());
    assert_eq!(told(&place.index(Some(&place.cache()))), told(&place.index(None)));
    // Where nothing lies nothing is doubted.
    assert_eq!(corrected.doubted(&store, &Progress::new()).unwrap().1, 0);
}

#[test]
fn a_cache_that_is_not_ours_or_not_whole_is_none() {
    everywhere(|place| {
        filled(place);
        place.index_and_save();
        let disk = place.disk();
        let file = place.cache().file().to_path_buf();
        let whole = disk.read(&file).unwrap();
        let plain = told(&place.index(None));
        let mut bad: Vec<Vec<u8>> = vec![Vec::new(), b"yishi index\n".to_vec(), vec![0; 4_096]];
        // Cut anywhere, and one byte another anywhere.
        bad.extend((0..whole.len()).step_by(97).map(|len| whole[..len].to_vec()));
        for at in (0..whole.len()).step_by(41) {
            let mut other = whole.clone();
            other[at] ^= 0x41;
            bad.push(other);
        }
        let mut longer = whole.clone();
        longer.push(0);
        bad.push(longer);
        // What another version wrote: its digits are in the second line.
        let mut older = whole.clone();
        let digit = older.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        older[digit] = if older[digit] == b'0' { b'1' } else { b'0' };
        bad.push(older);
        for bytes in bad {
            place.write(&file, &bytes);
            assert_eq!(told(&place.index(Some(&place.cache()))), plain, "{} bytes", bytes.len());
        }
        // The cache of another store.
        let elsewhere = Cache::new(file.parent().unwrap(), Path::new("/elsewhere"));
        place.write(elsewhere.file(), &whole);
        assert_eq!(told(&place.index(Some(&elsewhere))), plain);
        assert_ne!(elsewhere.file(), file, "every store has a cache of its own");
        assert!(place.index_and_save().1, "and it is put right");
    });
}

#[test]
fn what_cannot_be_read_is_part_of_what_is_known() {
    everywhere(|place| {
        filled(place);
        let damaged = place.path("c0/sessions/2026-11-23-m1.ron");
        let mut bytes = record(3);
        let at = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 400;
        bytes[at] ^= 1;
        place.write(&damaged, &bytes);
        place.write(&place.path("c0/sessions/2026-11-24-none.ron"), b"nothing of ours");
        place.write(&place.path("c1/community.ron"), "（name：\"枫林\"）".as_bytes());
        place.write(&place.path("c2/sessions/2026-11-24-m.ron"), &record(0));
        for _ in 0..2 {
            let (index, _) = place.index_and_save();
            assert_eq!(told(&index), told(&place.index(None)));
            // The damaged one, the one that is none, the unreadable and the missing file of a community.
            assert_eq!(index.troubles().count(), 4);
            assert_eq!(index.communities().len(), 3);
            assert_eq!(index.communities()[1].name(), "c1");
        }
        place.write(&damaged, &record(3));
        assert_eq!(place.index_and_save().0.troubles().count(), 3);
    });
}

/// A change just now might be followed by another that no stamp tells of.
#[test]
fn what_was_changed_just_now_is_read_again_until_it_has_settled() {
    let place = Place::on_disk();
    filled(&place);
    place.index_and_save();
    let path = place.path("c0/sessions/2026-11-23-m0.ron");
    std::fs::write(&path, record(1)).unwrap();
    let (index, _) = place.index_and_save();
    assert_eq!(index.communities()[0].sessions()[0].head().unwrap().phase, Phase::Running);
    // As if the file system's clock had not moved since: same length, same times, other content.
    let stamp = place.disk().stamp(&path).unwrap().unwrap();
    let now = yishi::store::disk::nanoseconds(SystemTime::now());
    assert!(!stamp.is_settled(now));
    assert!(stamp.is_settled(now + 3_000_000_000));
    assert!(!place.index_and_save().1, "it is in no cache yet");
    place.touch(&path);
    assert!(place.index_and_save().1);
    assert!(!place.index_and_save().1);
}

#[test]
fn a_cache_that_cannot_be_written_is_nobodys_concern() {
    let memory = MemoryDisk::new();
    let place = Place { root: "/store".into(), memory: Some(memory.clone()), _folder: None };
    filled(&place);
    let disk = FaultyDisk::over(&memory);
    let store = Store::new(Arc::new(disk.clone()), "/store", Origin::default());
    let mut index = store.index(Some(&place.cache()), &Progress::new()).unwrap();
    let plain = told(&index);
    let kind = FaultKind::Partial(700, std::io::ErrorKind::StorageFull);
    for at in 0..6 {
        disk.set(Fault { at, times: usize::MAX, kind });
        let saved = place.cache().save(&disk, &mut index);
        disk.heal();
        if saved.is_ok() {
            assert!(at > 4, "it went through {at} calls only");
        }
        let again = store.index(Some(&place.cache()), &Progress::new()).unwrap();
        assert_eq!(told(&again), plain);
    }
}

#[test]
fn an_index_can_be_given_up() {
    everywhere(|place| {
        filled(place);
        let progress = Progress::new();
        progress.cancel();
        let stopped = place.store().index(None, &progress);
        assert!(matches!(stopped, Err(StoreError::Cancelled(_))));
        let progress = Progress::new();
        place.store().index(None, &progress).unwrap();
        // Two communities' files, six meetings, two ledgers.
        assert_eq!(progress.so_far(), (10, 10));
    });
}

#[test]
fn no_store_is_an_empty_index() {
    everywhere(|place| {
        let (index, saved) = place.index_and_save();
        assert!(index.communities().is_empty() && !saved);
    });
}

#[test]
fn a_digest_tells_how_far_a_meeting_is() {
    let room = Room::on_parking().with([
        says(meeting::WANG, "先公示"),
        Command::Resolve("先公示再划线".to_owned()),
        count(3, 1, 0),
        Command::Promise(meeting::whole_promise()),
        Command::Promise(Promise { what: "量一量".to_owned(), ..Promise::default() }),
        Command::DropAction { action: ActionId(2), why: "不需要".to_owned() },
        ends(Outcome::Agreed),
    ]);
    let digest = Digest::of(&room.meeting);
    assert_eq!(digest.phase, Phase::Running);
    assert!(digest.is_in_session());
    // Parking is over, drains come next: the second of three.
    assert_eq!(digest.at_item(), Some(2));
    let courses: Vec<Course> = digest.items.iter().map(|item| item.course).collect();
    assert_eq!(courses, [Course::Ended(Outcome::Agreed), Course::Waiting, Course::Waiting]);
    assert_eq!((digest.attended.len(), digest.opinions, digest.resolutions), (6, 1, 1));
    let numbers: Vec<u32> = digest.actions.iter().map(|action| action.id.0).collect();
    assert_eq!(numbers, [1], "the other was given up");
    let closed = room.with([Command::Close { leave: true }]);
    let digest = Digest::of(&closed.meeting);
    assert_eq!((digest.phase, digest.at_item()), (Phase::Closed, None));
    // Items that were not reached go to a later meeting.
    assert_eq!(digest.carried_over().collect::<Vec<_>>(), ["下水道疏通", "其他事项"]);
}

fn action_state() -> impl Strategy<Value = ActionState> {
    prop_oneof![Just(ActionState::Open), Just(ActionState::Underway), Just(ActionState::Done)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Ledgers one by one say the same as all their lines together.
    #[test]
    fn ledgers_together_are_their_digests_together(
        ledgers in prop::collection::vec(
            prop::collection::vec((0_i64..4, 1_u32..4, 0_u8..2, action_state()), 0..8), 0..4)
    ) {
        let mut all: Vec<Line<LedgerEvent>> = Vec::new();
        let mut digests = Vec::new();
        for (device, reports) in ledgers.iter().enumerate() {
            let lines: Vec<Line<LedgerEvent>> = reports.iter().enumerate().map(|(seq, report)| {
                let (minute, action, session, state) = *report;
                let event = LedgerEvent::ActionReported {
                    session: format!("s{session}"),
                    action: ActionId(action),
                    state,
                    note: Some(format!("{device}/{seq}")),
                };
                let (seq, at) = (seq as u64, after(minute * 60));
                Line { seq, at, by: "李敏".to_owned(), events: vec![event] }
            }).collect();
            digests.push(LedgerDigest::of(&lines));
            all.extend(lines);
        }
        // As `Store::ledger` puts them together.
        all.sort_by_key(|line| line.at);
        let mut together = Ledger::default();
        for line in &all {
            together.evolve("laptop-4a1c", line);
        }
        let heads: Vec<_> = digests.iter().map(LedgerDigest::head).collect();
        let states = States::of(&heads);
        for session in ["s0", "s1"] {
            for action in (1..4).map(ActionId) {
                let last = together.reports_of(session, action).last();
                let news = latest_news(&digests, session, action);
                prop_assert_eq!(news.map(|it| &it.note), last.map(|it| &it.note));
                prop_assert_eq!(states.state_of(session, action), together.state_of(session, action));
            }
        }
    }

    /// Whatever happens to the files between two looks, what is known is what is there.
    #[test]
    fn after_any_change_the_index_is_what_reading_everything_gives(
        steps in prop::collection::vec((0_u8..8, 0_u8..3, 0_u8..3, 0_u8..6, any::<bool>()), 1..12)
    ) {
        let place = Place::in_memory();
        filled(&place);
        let mut kept = place.index_and_save().0;
        for (what, community, meeting, kind, save) in steps {
            let path = place.path(&format!("c{community}/sessions/2026-11-23-m{meeting}.ron"));
            match what {
                0 | 1 => place.write(&path, &record(kind)),
                2 => place.remove(&path),
                3 => place.touch(&path),
                4 => {
                    let cut = usize::from(kind) * 90;
                    let bytes = record(5);
                    place.write(&path, &bytes[..bytes.len().saturating_sub(cut)]);
                }
                5 => place.write(&place.path(&format!("c{community}/community.ron")), &card("松柏社区")),
                6 => {
                    let states = [(u32::from(kind), ActionState::Done)];
                    let path = place.path(&format!("c0/ledger.d{meeting}.ron"));
                    place.write(&path, &ledger(&format!("d{meeting}"), &states));
                }
                _ => {
                    let file = place.cache().file().to_path_buf();
                    let bytes = place.disk().read(&file).unwrap_or_default();
                    place.write(&file, bytes.get(usize::from(kind)..).unwrap_or_default());
                }
            }
            let plain = told(&place.index(None));
            let mut index = place.index(Some(&place.cache()));
            prop_assert_eq!(told(&index), plain.clone());
            kept = place.store().index_again(&kept, &Progress::new()).unwrap();
            prop_assert_eq!(told(&kept), plain.clone());
            if save {
                place.cache().save(place.disk().as_ref(), &mut index).unwrap();
                prop_assert_eq!(told(&place.index(Some(&place.cache()))), plain);
            }
        }
    }
}
