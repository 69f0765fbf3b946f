//! The room's screen in a real terminal, while another program writes the meeting.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, ctrl};

const ESC: &str = "\u{1b}";

/// Enters lines into a meeting by a program of its own.
fn enter(place: &Place, name: &str, lines: &str) {
    let file = place.home.path().join("notes.txt");
    std::fs::write(&file, lines).unwrap();
    place.ok(&["enter", name, &file.display().to_string()]);
}

#[test]
fn a_meeting_as_the_room_sees_it() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut room = place.start(&["screen", &name]);
    room.sees("会议还没有开始");
    room.sees("下水道疏通");
    enter(&place, &name, "/签到 陈桂花 3栋、王小明 5栋、孙丽 物业\n");
    room.sees("已签到 3 人");
    enter(&place, &name, "/开会\n");
    room.sees("接下来：第 1 项，停车位改造");
    enter(&place, &name, "/开始\n/举手 王小明\n/举手 孙丽\n");
    room.sees("第 1/2 项");
    room.sees("现在无人发言");
    room.sees("最先举手");
    enter(&place, &name, "/下一位\n");
    room.sees("还剩");
    room.sees("####");
    enter(&place, &name, "/决议 先公示划线方案\n");
    room.sees("正在商定 R1");
    room.sees("未表决");
    enter(&place, &name, "/表决 举手 2 1\n");
    room.sees("赞成 2、反对 1");
    enter(&place, &name, "/暂停\n");
    room.sees("会议暂停，所有计时已停止");
    enter(&place, &name, "/继续\n");
    room.sees_no("会议暂停，所有计时已停止");
    room.send(&ctrl('l'));
    room.sees("Speaking");
    room.send("qx");
    room.send(&ctrl('l'));
    room.sees("正在发言");
    enter(
        &place,
        &name,
        "/行动 公示方案 @物业 #12-05 =贴出来\n/结束 达成一致\n/开始\n/结束 结转\n/散会\n",
    );
    room.sees("会议已结束");
    room.sees("公示方案");
    room.send(ESC);
    assert!(room.ends());
    place.ok(&["check"]);
}

#[test]
fn the_writer_may_be_killed_and_come_again() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    let mut room = place.start_sized(&["screen", &name], 120, 40);
    room.sees("会议还没有开始");
    desk.line("/签到 陈桂花 3栋、王小明 5栋");
    desk.line("/开会");
    desk.line("/开始");
    desk.line("/发言 陈桂花");
    desk.sees("已保存");
    room.sees("陈桂花");
    desk.kill();
    // The screen goes on counting, and takes no lock from whoever comes next.
    room.resize(60, 16);
    room.sees("还剩");
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议进行中");
    desk.line("/撤销");
    room.sees("现在无人发言");
    desk.line("/发言 王小明");
    room.sees("王小明");
    room.resize(200, 60);
    room.sees("还剩");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    room.send(&ctrl('q'));
    assert!(room.ends());
}

#[test]
fn a_folder_that_goes_away_is_told_and_waited_for() {
    let place = Place::new("en");
    let name = place.prepared();
    enter(&place, &name, "/in Ann Lee 3B\n/open\n");
    let mut room = place.start(&["screen", "latest"]);
    room.sees("Coming up: item 1, Parking");
    let store = place.home.path().join("store");
    let away = place.home.path().join("away");
    std::fs::rename(&store, &away).unwrap();
    room.sees("The record cannot be read");
    room.sees("Coming up: item 1, Parking");
    let there = away.display().to_string();
    let notes = place.home.path().join("notes.txt");
    std::fs::write(&notes, "/start\n").unwrap();
    place.ok(&["--store", &there, "enter", &name, &notes.display().to_string()]);
    std::fs::rename(&away, &store).unwrap();
    room.sees("Item 1/2");
    room.sees_no("The record cannot be read");
    // A record that is put in its place, shorter than the one it replaces.
    let file = store.join("communities/test/sessions");
    let file = std::fs::read_dir(file).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.extension().is_some_and(|it| it == "ron"));
    let file = file.unwrap();
    let whole = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, "no record at all").unwrap();
    room.sees("The record cannot be read");
    let before: Vec<&str> = whole.lines().filter(|line| !line.contains("ItemOpened")).collect();
    std::fs::write(&file, format!("{}\n", before.join("\n"))).unwrap();
    room.sees("Coming up: item 1, Parking");
    room.send(&ctrl('c'));
    assert!(room.ends());
}

#[test]
fn without_a_name_the_meeting_that_runs_is_shown() {
    let place = Place::new("en");
    let name = place.prepared();
    place.ok(&["new", "session", "test", "Later meeting", "--on", "2099-01-01"]);
    let mut room = place.start(&["screen"]);
    room.sees("Later meeting");
    room.send(ESC);
    assert!(room.ends());
    enter(&place, &name, "/in Ann Lee 3B\n/open\n");
    let mut room = place.start(&["screen"]);
    room.sees("November meeting");
    room.send(ESC);
    assert!(room.ends());
}

#[test]
fn without_a_terminal_it_says_so() {
    let place = Place::new("zh");
    place.prepared();
    let output = place.output(&["screen"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("要在终端里运行"));
}
