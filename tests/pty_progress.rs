//! How far long work is, in a real terminal: a bar with a count, stopped by Ctrl+C; none in a pipe.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use std::fs;
use std::path::Path;

use pty_support::{Place, ctrl};

/// So many copies of a long record take a while to verify.
const COPIES: usize = 400;

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
fn a_pipe_gets_no_bar() {
    let place = Place::new("zh");
    place.prepared();
    let output = place.output(&["check"]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("Ctrl"));
}
