//! `yishi review` where there is no terminal, or nothing to look back at.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

const NOTES: &str = "19:00 /签到 陈桂花 3栋\n/开会\n19:02 /开始\n19:03 /结束 结转\n\
19:04 /开始\n19:05 /结束 结转\n19:06 /散会 留待跟进\n";

#[test]
fn without_a_terminal_it_says_what_to_use_instead() {
    let (place, name) = Place::prepared("zh");
    let told = place.run(&["review", &name]).refused();
    has(
        &told,
        &["要在终端里运行", &format!("yishi show {name}"), &format!("yishi minutes {name}")],
    );
    let told = place.run(&["--lang", "en", "review", &name, "--replay"]).refused();
    has(&told, &["needs a terminal", "yishi show", "yishi minutes"]);
}

#[test]
fn without_a_name_it_is_the_latest_that_was_closed() {
    let (place, name) = Place::prepared("zh");
    has(&place.run(&["review"]).refused(), &["还没有开完的会议", "yishi review"]);
    let (_, told) = place.run_on(&["enter", &name], NOTES.as_bytes()).any();
    assert!(told.is_empty(), "{told}");
    place.run(&["new", "session", "jinyuan", "十二月协商会", "--on", "2026-12-20"]).well();
    // Where it would go is told even without a terminal.
    has(&place.run(&["review"]).refused(), &[&name]);
}

#[test]
fn a_name_that_is_none_and_a_number_that_is_none_are_told() {
    let (place, name) = Place::prepared("zh");
    has(&place.run(&["review", "nowhere"]).refused(), &["nowhere", &name]);
    has(&place.run(&["review", &name, "--at", "x"]).misused(), &["--at"]);
}

#[test]
fn every_hit_of_a_search_has_the_command_that_goes_there() {
    let (place, name) = Place::prepared("zh");
    let (_, told) = place.run_on(&["enter", &name], NOTES.as_bytes()).any();
    assert!(told.is_empty(), "{told}");
    let (shown, _) = place.run(&["search", "陈桂花"]).any();
    assert!(shown.contains(&format!("yishi review {name} --at 1\n")), "{shown}");
    // In a store that has to be named, the command names it.
    let elsewhere = place.home().join("另一 处");
    std::fs::create_dir(&elsewhere).unwrap();
    std::fs::rename(place.store().join("communities"), elsewhere.join("communities")).unwrap();
    let root = elsewhere.display().to_string();
    let (shown, _) = place.run(&["--store", &root, "search", "陈桂花"]).any();
    let command = format!("yishi --store \"{root}\" review {name} --at 1\n");
    assert!(shown.contains(&command), "{shown}");
}
