//! How far long work is, in a real terminal: a bar with a count, stopped by Ctrl+C; none in a pipe.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use std::fs;
use std::path::Path;

use pty_support::{Place, ctrl};

/// So many copies of a long record take a while to verify.
const COPIES: usize = 400;
/// So many topics take a while to be taken in.
const TOPICS: usize = 60_000;

fn store_of_many(place: &Place) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/sample/communities/jinyuan/sessions/2026-10-15-shiyuexieshanghui.ron");
    let sessions = place.home.path().join("store/communities/jinyuan/sessions");
    fs::create_dir_all(&sessions).unwrap();
    fs::write(sessions.join("../community.ron"), "(name: \"锦苑社区\")").unwrap();
    for copy in 0..COPIES {
        fs::copy(&sample, sessions.join(format!("2026-10-15-hui{copy}.ron"))).unwrap();
    }
}

#[test]
fn a_bar_tells_how_far_it_is_and_ctrl_c_stops_it() {
    let place = Place::new("zh");
    store_of_many(&place);
    let mut check = place.start(&["check"]);
    check.sees("按 Ctrl+C 停止");
    check.sees("/401");
    check.send(&ctrl('c'));
    check.sees("已停止");
    assert!(!check.ends(), "what was stopped did not end well");
}

#[test]
fn looking_through_all_meetings_for_topics_tells_how_far_it_is() {
    let place = Place::new("zh");
    store_of_many(&place);
    let mut gather = place.start(&["topics", "jinyuan", "--gather"]);
    gather.sees("正在读取历次会议");
    gather.sees("/400");
    gather.send(&ctrl('c'));
    gather.sees("已停止");
    assert!(!gather.ends(), "what was stopped did not end well");
}

#[test]
fn taking_many_topics_in_tells_how_far_it_is_and_takes_in_all_or_none() {
    let place = Place::new("zh");
    place.ok(&["new", "community", "锦苑社区", "--id", "jinyuan"]);
    let file = place.home.path().join("topics.csv");
    let rows: Vec<String> = (0..TOPICS).map(|number| format!("议题{number},王小明")).collect();
    let rows = rows.join("\n");
    fs::write(&file, format!("题目,提出人\n{rows}\n")).unwrap();
    let file = file.display().to_string();
    let mut import = place.start(&["topics", "jinyuan", "--import", &file]);
    import.sees("正在导入议题");
    import.sees(&format!("/{TOPICS}"));
    import.send(&ctrl('c'));
    import.sees("已停止");
    assert!(!import.ends(), "what was stopped did not end well");
    assert!(!place.ok(&["topics", "jinyuan"]).contains("王小明"), "nothing was taken in");
}

#[test]
fn a_pipe_gets_no_bar() {
    let place = Place::new("zh");
    place.prepared();
    let output = place.output(&["check"]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("Ctrl"));
}
