//! Each kind of damage is found, with its line, and nothing is changed by looking.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use yishi::domain::command::Command;
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::people::Role;
use yishi::domain::record::Moment;
use yishi::store::check::{Finding, Severity, What, check};
use yishi::store::community::{Community, CommunityFault};
use yishi::store::device::Origin;
use yishi::store::disk::Disk;
use yishi::store::handwritten::Fault;
use yishi::store::library::{Created, NewSession, Store};
use yishi::store::log::{Damage, ReadError};
use yishi::store::os_disk::OsDisk;
use yishi::store::progress::Progress;
use yishi::store::slug::Slug;
use yishi::store::testing::MemoryDisk;

const COMMUNITY: &str = "/store/communities/jinyuan";

fn at(minute: u32) -> Moment {
    format!("2026-11-23T19:{minute:02}:00+08:00").parse().unwrap()
}

/// A sound store: a community, a session of four lines, a ledger, phone numbers.
fn sound() -> (MemoryDisk, PathBuf, PathBuf) {
    let disk = MemoryDisk::new();
    let origin = Origin { given: Some("laptop".to_owned()), ..Origin::default() };
    let store = Store::new(Arc::new(disk.clone()), "/store", origin);
    let id = Slug::parse("jinyuan").unwrap();
    store.create_community(&id, &Community::new("锦苑社区", None), "说明").unwrap();
    let new = NewSession {
        title: "停车".to_owned(),
        on: "2026-11-23".parse().unwrap(),
        place: None,
        facilitator: None,
        starts: None,
        recorder: None,
        agenda: Vec::new(),
    };
    let Created { name, mut meeting, mut writer } =
        store.create_session(&id, &new, at(0), "李敏").unwrap();
    for (minute, command) in [
        (1, Command::Open),
        (2, Command::Note("一".to_owned())),
        (3, Command::Note("二".to_owned())),
    ] {
        let line = meeting.carry_out(&command, at(minute), "李敏").unwrap().clone();
        writer.append(&[line]).unwrap();
    }
    let person = LedgerEvent::PersonEntered {
        key: "wang".to_owned(),
        name: "王芳".to_owned(),
        role: Role::default(),
        household: None,
        sector: None,
        grid: None,
    };
    store.append_to_ledger(&id, vec![person], at(4), "李敏").unwrap();
    let contacts = store.layout().contacts_file(&id);
    disk.put(&contacts, b"(format:1,phones:{\"wang\":\"138\"})");
    let session = store.layout().session_file(&name);
    let ledger = store.layout().ledger_file(&id, store.device().unwrap());
    (disk, session, ledger)
}

fn findings(disk: &MemoryDisk) -> Vec<Finding> {
    check(disk, Path::new("/store"), &Progress::new()).unwrap().findings
}

/// The one finding there is.
#[track_caller]
fn only(disk: &MemoryDisk) -> Finding {
    let mut found = findings(disk);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn text_of(disk: &MemoryDisk, path: &Path) -> String {
    String::from_utf8(disk.read(path).unwrap()).unwrap()
}

#[test]
fn a_sound_store_has_nothing() {
    let (disk, ..) = sound();
    let report = check(&disk, Path::new("/store"), &Progress::new()).unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    // Community, contacts, ledger of two lines, session of four.
    assert_eq!((report.files, report.lines, report.faults()), (4, 6, 0));
}

#[test]
fn damage_in_a_session_is_found_with_its_line() {
    let (sound_disk, session, _) = sound();
    let text = text_of(&sound_disk, &session);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let swapped = [lines[0], lines[1], lines[3], lines[2], lines[4], lines[5]].concat();
    let missing = [lines[0], lines[1], lines[3], lines[4], lines[5]].concat();
    let altered = text.replacen("Opened", "Paused", 1);
    let broken = text.replacen("events:[Opened]), //", "events:[Opened])", 1);
    let after = format!("{text}more\n");
    for (changed, line, hash) in [
        (&swapped, 3, Damage::Hash),
        (&missing, 3, Damage::Hash),
        (&altered, 3, Damage::Hash),
        (&broken, 3, Damage::Form),
        (&after, 7, Damage::AfterEnd),
    ] {
        let (disk, session, _) = sound();
        disk.put(&session, changed.as_bytes());
        let found = only(&disk);
        assert_eq!((found.line, found.severity), (Some(line), Severity::Fault), "{found:?}");
        assert_eq!(found.path, session);
        let What::Log(ReadError::Damaged { reason, .. }) = found.what else {
            panic!("{found:?}");
        };
        assert_eq!(reason, hash);
    }
    for bytes in ["", "\u{feff}[\n", "[\r\n", "hello"] {
        let (disk, session, _) = sound();
        disk.put(&session, bytes.as_bytes());
        let found = only(&disk);
        assert_eq!(found.severity, Severity::Fault, "{bytes:?}");
    }
}

#[test]
fn a_torn_end_is_a_note() {
    let (disk, session, _) = sound();
    let text = text_of(&disk, &session);
    disk.put(&session, &text.as_bytes()[..text.len() - 10]);
    let found = only(&disk);
    assert_eq!((found.line, found.severity), (Some(5), Severity::Note));
    assert!(matches!(found.what, What::Torn { bytes_len: 1.. }), "{found:?}");
    disk.put(&session, text.strip_suffix("]\n").unwrap().as_bytes());
    assert!(matches!(only(&disk).what, What::Torn { bytes_len: 0 }));
}

#[test]
fn logs_of_the_wrong_kind_or_place_are_found() {
    let (disk, session, ledger) = sound();
    let ledger_bytes = disk.read(&ledger).unwrap();
    let session_bytes = disk.read(&session).unwrap();
    disk.put(&session, &ledger_bytes);
    assert!(matches!(only(&disk).what, What::Log(ReadError::Newer { line: 2 })));
    disk.put(&session, &session_bytes);
    let renamed = Path::new(COMMUNITY).join("ledger.other.ron");
    disk.rename(&ledger, &renamed).unwrap();
    match only(&disk).what {
        What::OtherDevice { inside } => assert_eq!(inside, "laptop"),
        other => panic!("{other:?}"),
    }
    disk.rename(&renamed, &ledger).unwrap();
    // A session and its community's file in another community's folder.
    let other = Path::new("/store/communities/fenglin");
    let community = disk.read(&Path::new(COMMUNITY).join("community.ron")).unwrap();
    disk.put(&other.join("community.ron"), &community);
    disk.rename(&session, &other.join("moved")).unwrap();
    disk.put(&other.join("sessions/2026-11-23-tingche.ron"), &session_bytes);
    disk.remove(&other.join("moved")).unwrap();
    let found = only(&disk);
    match found.what {
        What::OtherCommunity { ref inside, ref folder } => {
            assert_eq!((inside.as_str(), folder.as_str()), ("jinyuan", "fenglin"));
            assert_eq!((found.line, found.severity), (Some(2), Severity::Fault));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn copies_and_diverged_copies_are_found() {
    let (disk, session, _) = sound();
    let text = text_of(&disk, &session);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let copy = session.with_file_name("2026-11-24-copy.ron");
    let shorter = [&lines[..4], &["]\n"]].concat().concat();
    disk.put(&copy, shorter.as_bytes());
    let found = only(&disk);
    assert_eq!(found.severity, Severity::Note);
    assert!(matches!(found.what, What::Copy { .. }), "{found:?}");
    // The same beginning, and another end.
    let mut meeting = {
        let log = yishi::store::log::read_log(shorter.as_bytes()).unwrap();
        yishi::domain::meeting::Meeting::replay(log.lines).unwrap()
    };
    meeting.carry_out(&Command::Note("三".to_owned()), at(9), "王芳").unwrap();
    let (bytes, _) = yishi::store::chain::encode_log(meeting.lines()).unwrap();
    disk.put(&copy, &bytes);
    let found = only(&disk);
    assert_eq!(found.severity, Severity::Fault);
    assert!(matches!(found.what, What::Diverged { .. }), "{found:?}");
}

#[test]
fn files_people_edit_are_checked() {
    let (disk, ..) = sound();
    let path = Path::new(COMMUNITY).join("community.ron");
    disk.put(&path, "(\n  name：\"锦苑\",\n)".as_bytes());
    let found = only(&disk);
    assert_eq!((found.line, found.severity), (Some(2), Severity::Fault));
    assert!(matches!(found.what, What::Community(CommunityFault::Text(Fault::FullWidth { .. }))));
    disk.put(&path, "(name:\"锦苑\",turn_second:60)".as_bytes());
    let found = only(&disk);
    assert_eq!(found.severity, Severity::Note);
    assert!(matches!(found.what, What::UnknownField(name) if name == "turn_second"));
    disk.put(&path, "(name:\"锦苑\")".as_bytes());
    disk.put(&Path::new(COMMUNITY).join("contacts.ron"), b"(format:1,\n\nphones:[)");
    let found = only(&disk);
    assert_eq!((found.line, found.severity), (Some(3), Severity::Fault));
    disk.put(&Path::new(COMMUNITY).join("contacts.ron"), b"(format:1)");
    disk.remove(&path).unwrap();
    assert!(matches!(only(&disk).what, What::NoCommunityFile));
}

#[test]
fn left_overs_and_strangers_are_notes() {
    for (name, fits) in [
        ("community.ron.4711-0.tmp", (|it| matches!(it, What::LeftOver)) as fn(&What) -> bool),
        ("sessions/2026-11-23-tingche.ron.torn-1", |it| matches!(it, What::SetAside)),
        ("sessions/照片.jpg", |it| matches!(it, What::NotOurs)),
    ] {
        let (disk, ..) = sound();
        disk.put(&Path::new(COMMUNITY).join(name), b"x");
        let found = only(&disk);
        assert_eq!(found.severity, Severity::Note, "{name}");
        assert!(fits(&found.what), "{name}: {found:?}");
    }
    let (disk, session, _) = sound();
    disk.rename(&session, &session.with_file_name("2026-11-23-停车.ron")).unwrap();
    assert!(matches!(only(&disk).what, What::NotOurs));
}

#[test]
fn one_file_can_be_checked_and_nothing_is_told() {
    let (disk, session, _) = sound();
    let report = check(&disk, &session, &Progress::new()).unwrap();
    assert_eq!((report.files, report.lines, report.findings.len()), (1, 4, 0));
    let report = check(&disk, Path::new("/nowhere"), &Progress::new()).unwrap();
    assert!(matches!(report.findings[0].what, What::Nothing));
    assert_eq!(report.faults(), 1);
}

#[test]
fn looking_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (disk, session, _) = sound();
    let torn = &disk.read(&session).unwrap()[..200];
    let path = folder.path().join("2026-11-23-tingche.ron");
    std::fs::write(&path, torn).unwrap();
    let report = check(&OsDisk, folder.path(), &Progress::new()).unwrap();
    assert!(!report.findings.is_empty());
    assert_eq!(std::fs::read(&path).unwrap(), torn);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
