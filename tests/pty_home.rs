//! The home in a real terminal: finding while one types, checking, going somewhere and back; and long
//! work on the command line, stopped in the middle.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use pty_support::{Place, ctrl, f};

const ESC: &str = "\u{1b}";
const NOTES: &str = "/签到 陈桂花 3栋、王小明 5栋\n/开会\n/开始\n陈桂花：+停车位应先给老人\n\
王小明：先公示再划线\n/行动 公示方案 @物业 #12-05 =公告栏有图\n/结束 结转\n/散会 留待跟进\n";

/// A meeting that was closed.
fn held(place: &Place) {
    let name = place.prepared();
    let file = place.home.path().join("notes.txt");
    std::fs::write(&file, NOTES).unwrap();
    place.ok(&["enter", &name, &file.display().to_string()]);
}

/// As if everything had been written some time ago: what may still be changing is not kept.
fn settle(path: &Path) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            settle(&entry.unwrap().path());
        }
    } else {
        let hour_ago = SystemTime::now() - Duration::from_hours(1);
        let file = std::fs::File::options().append(true).open(path).unwrap();
        file.set_modified(hour_ago).unwrap();
    }
}

#[test]
fn typing_finds_by_pinyin_and_goes_there_and_back() {
    let place = Place::new("zh");
    held(&place);
    settle(&place.home.path().join("store"));
    let mut terminal = place.start(&[]);
    terminal.sees("以往会议");
    // Pinyin finds what has a name; nobody said it in these letters.
    terminal.send("tcw");
    terminal.sees("十一月协商会");
    terminal.wait("the cursor behind “tcw”", |screen| {
        let (row, column) = screen.cursor_position();
        screen.rows(0, column).nth(row.into()).is_some_and(|row| row == " 查找 > tcw")
    });
    terminal.sees_no("以往会议");
    terminal.send(ESC);
    terminal.sees("以往会议");
    // What was said is found in the records, on a thread of its own, and leads to its place.
    terminal.send("划线");
    terminal.sees("会上记录");
    terminal.sees("先公示再划线");
    terminal.send("\r");
    // The record has: created, signed in, opened, item opened, Chen's words, Wang's words.
    terminal.sees("第 5 条");
    terminal.send(ESC);
    terminal.sees("会上记录");
    terminal.send(ESC);
    terminal.sees("以往会议");
    terminal.send(f(9));
    terminal.sees("全部完好");
    terminal.send(ESC);
    terminal.sees_no("全部完好");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
    // What was learnt of the records is kept, in a folder of its own.
    let cache = place.home.path().join(".cache/yishi");
    assert_eq!(std::fs::read_dir(cache).unwrap().count(), 1);
}

#[test]
fn an_import_is_stopped_with_nobody_taken_in() {
    let place = Place::new("zh");
    place.prepared();
    // A file that does not end until the test lets it.
    let file = place.home.path().join("people.csv");
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    let shown = file.display().to_string();
    let mut terminal = place.start(&["people", "test", "--import", &shown]);
    let mut pipe = std::fs::File::options().write(true).open(&file).unwrap();
    pipe.write_all("姓名,电话\n王小明,138\n".as_bytes()).unwrap();
    terminal.sees("正在导入人员");
    terminal.sees("按 Ctrl+C 停止");
    terminal.send(&ctrl('c'));
    terminal.sees("正在停止");
    drop(pipe);
    terminal.sees("已停止，没有改动任何内容。");
    terminal.sees_no("正在停止");
    assert!(!terminal.ends(), "it was not done");
    let people = place.output(&["people", "test"]);
    assert!(!String::from_utf8_lossy(&people.stdout).contains("王小明"));
    assert!(!place.home.path().join("store/communities/test/contacts.ron").exists());
    // The same file, let in to its end.
    std::fs::remove_file(&file).unwrap();
    std::fs::write(&file, "姓名,电话\n王小明,138\n").unwrap();
    place.ok(&["people", "test", "--import", &shown]);
    assert!(place.ok(&["people", "test"]).contains("王小明"));
}
