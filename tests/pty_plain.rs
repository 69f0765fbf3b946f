//! `--plain` in a real terminal, the dumbest there is: nothing but text is sent to it, what happens
//! elsewhere is told at once, and whoever leaves in whatever way loses nothing.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, Terminal, ctrl};

fn plain(place: &Place, args: &[&str]) -> Terminal {
    let mut all = args.to_vec();
    all.push("--plain");
    place.start_with(&[("TERM", "dumb")], &all)
}

/// Nothing that a terminal would act on.
#[track_caller]
fn is_only_text(terminal: &Terminal) {
    let sent = terminal.sent();
    let text = String::from_utf8_lossy(&sent);
    let odd = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r'));
    assert!(odd.is_none(), "{odd:?} in {text:?}");
}

#[test]
fn a_conversation_in_a_terminal() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = plain(&place, &["run", &name]);
    desk.sees("输入一行，记一条");
    desk.sees("> ");
    desk.line("/签到 陈桂花 3栋、王小明 5栋");
    desk.sees("王小明 签到");
    desk.line("");
    desk.sees("再来一个空行就照办");
    desk.line("");
    desk.line("/开始");
    desk.sees("开始第 1 项");
    desk.line("王小明：+先给老人");
    desk.sees("1 号意见，赞成");
    desk.line("/退出");
    is_only_text(&desk);
    assert!(desk.ends());
    let shown = place.ok(&["show", &name]);
    assert!(shown.contains("先给老人"), "{shown}");
}

#[test]
fn the_end_of_input_and_an_interrupt_leave_and_lose_nothing() {
    for how in ['d', 'c'] {
        let place = Place::new("en");
        let name = place.prepared();
        let mut desk = plain(&place, &["run", &name]);
        desk.sees("Type a line");
        desk.line("/in Ann Lee 3B");
        desk.sees("Ann Lee signed in");
        desk.send(&ctrl(how));
        desk.sees("The record is saved");
        is_only_text(&desk);
        assert!(desk.ends(), "{how}");
        assert!(place.ok(&["show", &name]).contains("Ann Lee"));
        place.ok(&["check"]);
    }
}

#[test]
fn what_is_entered_elsewhere_is_told_as_it_happens() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = plain(&place, &["run", &name]);
    desk.sees("输入一行");
    let mut room = plain(&place, &["screen", &name]);
    room.sees("尚未开会");
    let mut second = plain(&place, &["run", &name]);
    second.sees("尚未开会");
    desk.line("/签到 王小明 5栋");
    desk.sees("王小明 签到");
    room.sees("王小明 签到");
    second.sees("王小明 签到");
    // Only one of them writes.
    second.line("/开会");
    second.sees("没有办成");
    desk.line("/开会");
    room.sees("开会");
    for terminal in [&mut room, &mut second, &mut desk] {
        terminal.send(&ctrl('d'));
    }
    for terminal in [room, second, desk] {
        is_only_text(&terminal);
        assert!(terminal.ends());
    }
}

#[test]
fn a_disk_that_goes_away_is_told_at_once_and_another_place_helps() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = plain(&place, &["run", &name]);
    desk.sees("输入一行");
    desk.line("/签到 王小明 5栋");
    desk.sees("王小明 签到");
    place.pull_out();
    desk.line("/签到 李强 1栋");
    desk.sees("没有存上");
    desk.line("/退出");
    desk.sees("没有保存");
    let stick = place.home.path().join("stick");
    desk.line("取消");
    desk.sees("没有离开");
    desk.line(&format!("/另存 {}", stick.display()));
    desk.sees("记录已改存到");
    desk.line("/退出");
    is_only_text(&desk);
    assert!(desk.ends());
    let there = stick.display().to_string();
    let shown = place.ok(&["--store", &there, "show", "latest"]);
    assert!(shown.contains("李强") && shown.contains("王小明"), "{shown}");
}
