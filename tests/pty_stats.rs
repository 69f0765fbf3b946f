//! The figures of a store in a real terminal: from the home through places, periods and the cases
//! behind a figure to a file.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use std::fs;
use std::path::Path;

use pty_support::{Place, ctrl, f};

const F11: &str = "\u{1b}[23~";
const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The sample as somebody's own store, at the end of the autumn it tells of.
fn sample() -> Place {
    let place = Place::new("zh");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
    copy(&sample, &place.home.path().join("store"));
    place
}

#[test]
fn from_the_home_to_the_cases_and_into_a_file() {
    let mut place = sample();
    place.set("YISHI_NOW", Some("2026-11-24T09:00:00+08:00"));
    let mut terminal = place.start(&[]);
    terminal.sees("查找");
    terminal.send(F11);
    terminal.sees("台账数字  全部社区");
    terminal.sees("2026-01-01 至 2026-11-24");
    // Everywhere, and on to what comes after it.
    terminal.send("\t");
    terminal.sees_no("全部社区");
    terminal.send("\u{1b}[Z");
    terminal.sees("全部社区");
    terminal.send(f(3));
    terminal.sees("2026 年第 4 季度");
    terminal.sees("2026-10-01 至 2026-11-24");
    terminal.send(f(4));
    terminal.sees("2026-01-01 至 2026-11-24");
    // The topics raised, each by its number.
    terminal.send("\r");
    terminal.sees("jinyuan/1");
    terminal.send(DOWN);
    terminal.send(f(7));
    terminal.sees("写到 >");
    terminal.send(&ctrl('u'));
    let file = place.home.path().join("案件.csv");
    terminal.line(&file.display().to_string());
    terminal.sees("已写成文件");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("jinyuan"), "{text}");
    terminal.send(ESC);
    terminal.sees("[F4 年]");
    terminal.send(&ctrl('q'));
    terminal.sees("查找");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
}

#[test]
fn in_english_over_a_store_without_topics() {
    let mut place = Place::new("en");
    place.prepared();
    place.set("YISHI_NOW", Some("2026-11-24T09:00:00+08:00"));
    let mut terminal = place.start_sized(&[], 120, 40);
    terminal.sees("Find");
    terminal.send(F11);
    terminal.sees("Figures  all communities");
    terminal.sees("2026-01-01 to 2026-11-24");
    terminal.send("\r");
    terminal.sees("There is no case behind this figure.");
    terminal.send(ESC);
    terminal.sees("Find");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
}
