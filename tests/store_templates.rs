//! Templates that people keep beside their data, and what a session is called after it was changed.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::path::Path;
use std::sync::Arc;

use yishi::domain::command::{Command, SetupChange};
use yishi::domain::record::Moment;
use yishi::store::check::check;
use yishi::store::community::Community;
use yishi::store::device::Origin;
use yishi::store::library::{NewSession, Store};
use yishi::store::progress::Progress;
use yishi::store::slug::Slug;
use yishi::store::testing::MemoryDisk;

fn store(disk: &MemoryDisk) -> Store {
    let origin = Origin { given: Some("laptop-a".to_owned()), ..Origin::default() };
    Store::new(Arc::new(disk.clone()), "/store", origin)
}

fn at(minute: u32) -> Moment {
    format!("2026-11-23T19:{minute:02}:00+08:00").parse().unwrap()
}

#[test]
fn a_stores_own_templates_are_listed_by_name() {
    let disk = MemoryDisk::new();
    assert!(store(&disk).templates().unwrap().is_empty());
    for (name, content) in [
        ("b.txt", "# 季度会\n通报 | 10\n".as_bytes()),
        ("a.txt", b"\xcd\xa8\xb1\xa8"),
        ("readme.md", b"#"),
        (".hidden.txt", b"x"),
        (".txt", b"x"),
    ] {
        disk.put(&Path::new("/store/templates").join(name), content);
    }
    let found = store(&disk).templates().unwrap();
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(found[0].text, None, "not UTF-8");
    assert_eq!(found[1].text.as_deref(), Some("# 季度会\n通报 | 10\n"));
    // They have their place, so `check` does not call them foreign; what is no template is.
    let report = check(&disk, Path::new("/store"), &Progress::new()).unwrap();
    let told: Vec<&Path> = report.findings.iter().map(|it| it.path.as_path()).collect();
    assert_eq!(told, ["/store/templates/.txt", "/store/templates/readme.md"].map(Path::new));
}

#[test]
fn a_folder_of_templates_that_is_a_file_is_told() {
    let disk = MemoryDisk::new();
    disk.put(Path::new("/store/templates"), b"x");
    assert!(store(&disk).templates().is_err());
}

#[test]
fn a_session_is_found_by_the_title_it_has_now() {
    let disk = MemoryDisk::new();
    let store = store(&disk);
    let jinyuan = Slug::parse("jinyuan").unwrap();
    store.create_community(&jinyuan, &Community::new("锦苑社区", None), "说明").unwrap();
    let new = NewSession {
        title: "停车".to_owned(),
        on: "2026-11-23".parse().unwrap(),
        starts: "19:00:00".parse().ok(),
        place: None,
        facilitator: None,
        recorder: Some("李敏".to_owned()),
        agenda: Vec::new(),
    };
    let mut created = store.create_session(&jinyuan, &new, at(0), "何伟").unwrap();
    let setup = store.setup_of(&created.name).unwrap();
    assert_eq!((setup.starts, setup.recorder.as_deref()), (new.starts, Some("李敏")));
    let mut carry_out = |command: Command, minute| {
        let line = created.meeting.carry_out(&command, at(minute), "何伟").unwrap().clone();
        created.writer.append(&[line]).unwrap();
    };
    let title = |title: &str| {
        let change = SetupChange { title: Some(title.to_owned()), ..SetupChange::default() };
        Command::ChangeSetup(change)
    };
    carry_out(title("下水道疏通"), 1);
    assert_eq!(store.setup_of(&created.name).unwrap().title, "下水道疏通");
    assert_eq!(store.find_session("下水").unwrap(), created.name);
    carry_out(Command::Undo, 2);
    assert_eq!(store.setup_of(&created.name).unwrap().title, "停车", "what was undone counts not");
}
