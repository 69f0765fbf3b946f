//! Communities, sessions and ledgers by name.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::path::Path;
use std::sync::Arc;

use yishi::domain::action::ActionState;
use yishi::domain::agreement::Threshold;
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::ids::ActionId;
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::people::Role;
use yishi::domain::record::{Line, Moment};
use yishi::store::access::{Opened, ReadOnly};
use yishi::store::chain::{Chain, encode_log};
use yishi::store::community::Community;
use yishi::store::device::Origin;
use yishi::store::disk::Disk;
use yishi::store::ledgers::NewPerson;
use yishi::store::library::{Created, NewSession, Store, StoreError};
use yishi::store::log::ReadError;
use yishi::store::progress::Progress;
use yishi::store::session_name::SessionName;
use yishi::store::slug::Slug;
use yishi::store::testing::{Fault, FaultKind, FaultyDisk, MemoryDisk};

fn store_on(disk: &MemoryDisk, device: &str) -> Store {
    let origin = Origin { given: Some(device.to_owned()), ..Origin::default() };
    Store::new(Arc::new(disk.clone()), "/store", origin)
}

fn at(minute: u32) -> Moment {
    format!("2026-11-23T19:{minute:02}:00+08:00").parse().unwrap()
}

fn jinyuan() -> Slug {
    Slug::parse("jinyuan").unwrap()
}

fn new_session(title: &str, on: &str) -> NewSession {
    NewSession {
        title: title.to_owned(),
        on: on.parse().unwrap(),
        place: None,
        facilitator: None,
        starts: None,
        recorder: None,
        agenda: Vec::new(),
    }
}

/// A store with one community.
fn founded(disk: &MemoryDisk) -> Store {
    let store = store_on(disk, "laptop-a");
    store.create_community(&jinyuan(), &Community::new("锦苑社区", None), "说明").unwrap();
    store
}

fn created(store: &Store, title: &str, on: &str) -> Created {
    store.create_session(&jinyuan(), &new_session(title, on), at(0), "李敏").unwrap()
}

#[test]
fn a_store_that_is_not_there_is_empty() {
    let store = store_on(&MemoryDisk::new(), "a");
    assert!(store.communities().unwrap().is_empty());
    assert!(store.sessions(None).unwrap().is_empty());
    assert!(matches!(
        store.find_community("x"),
        Err(StoreError::NoSuchCommunity { known, .. }) if known.is_empty()
    ));
}

#[test]
fn a_store_that_is_a_file_is_told() {
    let disk = MemoryDisk::new();
    disk.put(Path::new("/store"), b"a file");
    let store = store_on(&disk, "a");
    assert!(matches!(store.communities(), Err(StoreError::NotAFolder { .. })));
    assert!(matches!(store.sessions(None), Err(StoreError::NotAFolder { .. })));
}

#[test]
fn a_community_is_written_once() {
    let disk = MemoryDisk::new();
    let store = founded(&disk);
    let path = Path::new("/store/communities/jinyuan/community.ron");
    let text = disk.read(path).unwrap();
    match store.create_community(&jinyuan(), &Community::new("金苑社区", None), "说明") {
        Err(StoreError::CommunityExists { name, .. }) => assert_eq!(name, "锦苑社区"),
        other => panic!("{other:?}"),
    }
    assert_eq!(disk.read(path).unwrap(), text);
    for typed in ["jinyuan", "锦苑社区", "锦苑", "jin", " 锦苑社区 "] {
        assert_eq!(store.find_community(typed).unwrap(), jinyuan(), "{typed}");
    }
    for typed in ["", "..", "../jinyuan", "枫林"] {
        assert!(store.find_community(typed).is_err(), "{typed}");
    }
}

#[test]
fn a_session_takes_its_community_s_defaults_and_a_name_of_its_own() {
    let disk = MemoryDisk::new();
    let store = store_on(&disk, "laptop-a");
    let text = "(name:\"锦苑社区\",turn_seconds:120,threshold:TwoThirdsOfPresent)";
    disk.put(Path::new("/store/communities/jinyuan/community.ron"), text.as_bytes());
    let names: Vec<String> =
        (0..3).map(|_| created(&store, "停车位改造", "2026-11-23").name.to_string()).collect();
    let first = "jinyuan/2026-11-23-tingcheweigaizao";
    assert_eq!(names, [first.to_owned(), format!("{first}-2"), format!("{first}-3")]);
    created(&store, "下水道", "2026-12-01");
    created(&store, "旧事", "2025-01-02");
    let listed: Vec<String> =
        store.sessions(None).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(
        listed,
        [
            "jinyuan/2026-12-01-xiashuidao",
            names[0].as_str(),
            names[1].as_str(),
            names[2].as_str(),
            "jinyuan/2025-01-02-jiushi",
        ]
    );
    let setup = store.setup_of(&store.find_session(first).unwrap()).unwrap();
    assert_eq!((setup.turn_seconds, setup.threshold), (120, Threshold::TwoThirdsOfPresent));
    assert_eq!((setup.device.as_str(), setup.community_name.as_str()), ("laptop-a", "锦苑社区"));
    assert_eq!(store.find_session("latest").unwrap().to_string(), listed[0]);
    assert_eq!(store.find_session("下水").unwrap().to_string(), listed[0]);
}

#[test]
fn a_session_is_written_by_one_and_read_by_all() {
    let disk = MemoryDisk::new();
    let store = founded(&disk);
    let Created { name, mut meeting, mut writer } = created(&store, "停车", "2026-11-23");
    let line = meeting.carry_out(&Command::Open, at(1), "李敏").unwrap().clone();
    writer.append(&[line]).unwrap();
    match store.open(&name, false, at(2), "李敏").unwrap() {
        Opened::Reading { read, why: ReadOnly::Locked { .. } } => {
            assert_eq!(read.meeting.lines().len(), 2);
        }
        other => panic!("{other:?}"),
    }
    drop(writer);
    match store.open(&name, false, at(2), "李敏").unwrap() {
        Opened::Writing { meeting: again, set_aside: None, .. } => {
            assert_eq!(again.lines(), meeting.lines());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_device_s_session_is_taken_over_only_on_request() {
    let disk = MemoryDisk::new();
    let name = {
        let mut created = created(&founded(&disk), "停车", "2026-11-23");
        let line = created.meeting.carry_out(&Command::Open, at(30), "李敏").unwrap().clone();
        created.writer.append(&[line]).unwrap();
        created.name
    };
    let path = store_on(&disk, "x").layout().session_file(&name);
    let before = disk.read(&path).unwrap();
    let other = store_on(&disk, "laptop-b");
    match other.open(&name, false, at(31), "王芳").unwrap() {
        Opened::Reading { why: ReadOnly::OtherDevice { device }, .. } => {
            assert_eq!(device, "laptop-a");
        }
        opened => panic!("{opened:?}"),
    }
    assert_eq!(disk.read(&path).unwrap(), before);
    // A clock that is behind does not keep anybody out, and the record does not run back.
    let Opened::Writing { meeting, .. } = other.open(&name, true, at(5), "王芳").unwrap() else {
        panic!("it was asked for");
    };
    let last = meeting.lines().last().unwrap();
    assert_eq!(last.events, [Event::TakenOver { device: "laptop-b".to_owned() }]);
    assert_eq!(last.at, at(30));
    let lines = meeting.lines().len();
    drop(meeting);
    // From now on it belongs there, and the first device is the other one.
    let Opened::Writing { meeting, .. } = other.open(&name, true, at(40), "王芳").unwrap() else {
        panic!("it is its own now");
    };
    assert_eq!(meeting.lines().len(), lines);
    let first = store_on(&disk, "laptop-a").open(&name, false, at(41), "李敏").unwrap();
    assert!(matches!(first, Opened::Reading { why: ReadOnly::OtherDevice { .. }, .. }));
}

#[test]
fn a_newer_or_damaged_session_is_read_as_far_as_it_goes() {
    let disk = MemoryDisk::new();
    let store = founded(&disk);
    let Created { name, mut meeting, mut writer } = created(&store, "停车", "2026-11-23");
    let line = meeting.carry_out(&Command::Open, at(1), "李敏").unwrap().clone();
    writer.append(&[line]).unwrap();
    drop(writer);
    let path = store.layout().session_file(&name);
    let good = disk.read(&path).unwrap();
    let text = String::from_utf8(good.clone()).unwrap();
    let newer = "(seq:2,at:\"2026-11-23T19:02:00+08:00\",by:\"李敏\",events:[Sung(loud:true)]),";
    let last_hash = text.lines().nth(2).unwrap().rsplit_once("// ").unwrap().1;
    let hash = chained(last_hash, newer);
    let with_newer = format!("{}{newer} // {hash}\n]\n", text.strip_suffix("]\n").unwrap());
    disk.put(&path, with_newer.as_bytes());
    match store.open(&name, false, at(3), "李敏").unwrap() {
        Opened::Reading { read, why: ReadOnly::Unreadable(ReadError::Newer { line: 4 }) } => {
            assert_eq!(read.meeting.lines().len(), 2);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(disk.read(&path).unwrap(), with_newer.as_bytes());
    let damaged = text.replacen("Opened", "Closed", 1) + "x";
    disk.put(&path, damaged.as_bytes());
    let read = store.read_session(&name).unwrap();
    assert!(matches!(read.stop, Some(ReadError::Damaged { line: 3, .. })), "{:?}", read.stop);
    disk.put(&path, b"");
    assert!(store.read_session(&name).is_err());
}

/// The hash of a line after another, by the format's definition.
fn chained(previous: &str, body: &str) -> String {
    use sha2::{Digest as _, Sha256};
    let hash = Sha256::new().chain_update(previous).chain_update(body).finalize();
    hash.iter().take(16).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

#[test]
fn a_read_only_medium_still_shows_the_meeting() {
    let memory = MemoryDisk::new();
    let name = created(&founded(&memory), "停车", "2026-11-23").name;
    let disk = FaultyDisk::over(&memory);
    let origin = Origin { given: Some("laptop-a".to_owned()), ..Origin::default() };
    let store = Store::new(Arc::new(disk.clone()), "/store", origin);
    // Reading the session is one call, looking for the log another, taking the lock the third.
    let kind = FaultKind::Error(std::io::ErrorKind::ReadOnlyFilesystem);
    disk.set(Fault { at: 2, times: usize::MAX, kind });
    match store.open(&name, false, at(1), "李敏").unwrap() {
        Opened::Reading { read, why: ReadOnly::Medium(error) } => {
            assert_eq!(read.meeting.session().setup.title, "停车");
            assert!(error.is_read_only());
        }
        other => panic!("{other:?}"),
    }
}

fn report(state: ActionState) -> LedgerEvent {
    LedgerEvent::ActionReported {
        session: "2026-11-23-tingche".to_owned(),
        action: ActionId(1),
        state,
        note: None,
    }
}

#[test]
fn ledgers_of_several_devices_are_one_and_the_latest_word_counts() {
    let disk = MemoryDisk::new();
    let a = founded(&disk);
    let b = store_on(&disk, "laptop-b");
    let person = |role| LedgerEvent::PersonEntered {
        key: "wangfang".to_owned(),
        name: "王芳".to_owned(),
        role,
        household: None,
        sector: None,
        grid: None,
    };
    // Device a comes first by name but speaks last.
    b.append_to_ledger(&jinyuan(), vec![person(Role::Resident)], at(1), "王芳").unwrap();
    b.append_to_ledger(&jinyuan(), vec![report(ActionState::Underway)], at(2), "王芳").unwrap();
    let events = vec![report(ActionState::Done), person(Role::Expert)];
    a.append_to_ledger(&jinyuan(), events, at(3), "李敏").unwrap();
    let read = a.ledger(&jinyuan()).unwrap();
    assert!(read.troubles.is_empty());
    assert_eq!(read.ledger.state_of("2026-11-23-tingche", ActionId(1)), ActionState::Done);
    assert_eq!(read.ledger.people["wangfang"].role, Role::Expert);
    let dir = Path::new("/store/communities/jinyuan");
    for device in ["laptop-a", "laptop-b"] {
        assert!(disk.len(&dir.join(format!("ledger.{device}.ron"))).unwrap().is_some());
    }
}

#[test]
fn a_damaged_ledger_is_reported_and_the_others_count() {
    let disk = MemoryDisk::new();
    let a = founded(&disk);
    a.append_to_ledger(&jinyuan(), vec![report(ActionState::Done)], at(1), "李敏").unwrap();
    disk.put(Path::new("/store/communities/jinyuan/ledger.laptop-b.ron"), b"[\nrubbish\n]\n");
    let read = a.ledger(&jinyuan()).unwrap();
    assert_eq!(read.troubles.len(), 1);
    assert_eq!(read.ledger.state_of("2026-11-23-tingche", ActionId(1)), ActionState::Done);
    // People cannot be told apart then.
    let person = NewPerson { name: "王芳".to_owned(), ..NewPerson::default() };
    assert!(a.enter_people(&jinyuan(), &[person], at(2), "李敏", &Progress::new()).is_err());
}

#[test]
fn a_ledger_needs_its_community() {
    let store = store_on(&MemoryDisk::new(), "a");
    let error = store.append_to_ledger(&jinyuan(), vec![report(ActionState::Done)], at(1), "李敏");
    assert!(error.is_err());
    assert_eq!(store.disk().look(Path::new("/store")).unwrap(), None);
}

#[test]
fn people_are_entered_once_and_have_keys_of_their_own() {
    let disk = MemoryDisk::new();
    let store = founded(&disk);
    let person = |name: &str, household: Option<&str>, role| NewPerson {
        name: name.to_owned(),
        role,
        household: household.map(ToOwned::to_owned),
        ..NewPerson::default()
    };
    let given = [
        person("王芳", Some("3栋"), Role::Resident),
        person("王芳", Some("5栋"), Role::Resident),
        person("汪芳", Some("3栋"), Role::Resident),
        person("王芳", None, Role::Resident),
    ];
    let entered = store.enter_people(&jinyuan(), &given, at(1), "李敏", &Progress::new()).unwrap();
    assert_eq!(entered.keys, ["wangfang-3dong", "wangfang-5dong", "wangfang-3dong-2", "wangfang"]);
    assert_eq!((entered.new, entered.corrected), (4, 0));
    let ledger = Path::new("/store/communities/jinyuan/ledger.laptop-a.ron");
    let before = disk.read(ledger).unwrap();
    let again = store.enter_people(&jinyuan(), &given, at(2), "李敏", &Progress::new()).unwrap();
    assert_eq!((again.new, again.corrected), (0, 0));
    assert_eq!(again.keys, entered.keys);
    assert_eq!(disk.read(ledger).unwrap(), before);
    let corrected = [person("王芳", Some("3栋"), Role::CppccMember)];
    let third =
        store.enter_people(&jinyuan(), &corrected, at(3), "李敏", &Progress::new()).unwrap();
    assert_eq!((third.new, third.corrected), (0, 1));
    let people = store.people(&jinyuan()).unwrap();
    assert_eq!(people.len(), 4);
    let wang = people.iter().find(|it| it.key == "wangfang-3dong").unwrap();
    assert_eq!(wang.role, Role::CppccMember);
}

#[test]
fn a_session_file_of_an_odd_name_is_not_listed() {
    let disk = MemoryDisk::new();
    let store = founded(&disk);
    created(&store, "停车", "2026-11-23");
    let dir = Path::new("/store/communities/jinyuan/sessions");
    let lines: Vec<Line<Event>> = Vec::new();
    let (bytes, chain) = encode_log(&lines).unwrap();
    assert_eq!(chain, Chain::start());
    for name in ["notes.ron", "2026-11-23-停车.ron", "2026-11-23-a.ron.torn-1", "2026-11-23-a.txt"]
    {
        disk.put(&dir.join(name), &bytes);
    }
    assert_eq!(store.sessions(None).unwrap().len(), 1);
    assert_eq!(SessionName::of_id(&jinyuan(), "2026-11-23-停车"), None);
}
