//! The room's screen in a real terminal, while another program writes the meeting.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;
mod type_support;

use std::path::{Path, PathBuf};

use pty_support::{Place, ctrl, f};

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
    room.sees("正在计票");
    room.sees_no("赞成 2");
    enter(&place, &name, "/宣布\n");
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

/// A method, a count that cannot be, the right one, announcing it, and taking that back.
#[test]
fn a_count_is_announced_and_the_announcement_undone() {
    let place = Place::new("zh");
    let name = place.prepared();
    enter(&place, &name, "/签到 陈桂花 3栋、王小明 5栋、孙丽 2栋\n/开会\n/开始\n/决议 先公示\n");
    let mut desk = place.start(&["run", &name]);
    let room = place.start(&["screen", &name]);
    room.sees("未表决");
    desk.line("/方式 投票 三分之二");
    desk.sees("无记名投票");
    desk.line("/表决 3 1 废票 1");
    desk.sees("共数到 5 票，超过在场有表决权的 3 人");
    desk.send(&ctrl('u'));
    desk.line("/表决 2 0 废票 1");
    desk.sees("宣布结果：通过");
    room.sees("正在计票");
    room.sees_no("废票");
    desk.line("/方式 举手");
    desk.sees("方式不能再改");
    desk.send(&ctrl('u'));
    desk.send(&ctrl('n'));
    room.sees("赞成 2、反对 0、弃权 0、废票 1");
    desk.line("/撤销");
    room.sees("正在计票");
    room.sees_no("废票");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    drop(room);
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

/// Everything in a folder, with its length.
fn files_below(folder: &Path, found: &mut Vec<(PathBuf, u64)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        }
        let len = path.metadata().unwrap().len();
        found.push((path, len));
    }
    found.sort();
}

#[test]
fn it_leaves_the_store_as_it_is() {
    let place = Place::new("zh");
    let name = place.prepared();
    enter(&place, &name, "/签到 陈桂花 3栋\n/开会\n/开始\n");
    let files = || {
        let mut found = Vec::new();
        files_below(&place.home.path().join("store"), &mut found);
        found
    };
    let before = files();
    let mut room = place.start(&["screen", &name]);
    room.sees("现在无人发言");
    room.send(f(1));
    room.sees("PageDown");
    room.send(ESC);
    room.sees("现在无人发言");
    room.send(&ctrl('q'));
    assert!(room.ends());
    assert_eq!(files(), before);
}

#[test]
fn a_storm_of_sizes_ends_with_a_whole_screen() {
    let place = Place::new("zh");
    let name = place.prepared();
    enter(&place, &name, "/签到 陈桂花 3栋、王小明 5栋\n/开会\n/开始\n/发言 王小明\n");
    let mut room = place.start(&["screen", &name]);
    room.sees("还剩");
    for round in 0..40_u16 {
        room.resize(20 + (round * 37) % 190, 3 + (round * 13) % 70);
        if round == 20 {
            enter(&place, &name, "/决议 先公示划线方案\n");
        }
    }
    room.resize(80, 24);
    room.wait("a whole screen", |screen| {
        let rows: Vec<String> = screen.rows(0, 80).collect();
        let is_there = |text: &str| rows.iter().any(|row| row.contains(text));
        rows.len() == 24
            && rows[0].contains("十一月协商会")
            && rows[1] == "-".repeat(80)
            && rows[23].contains("F1")
            && ["停车位改造", "还剩", "正在商定 R1", "先公示划线方案"].iter().all(|it| is_there(it))
    });
    room.send(ESC);
    assert!(room.ends());
}

#[test]
fn with_a_font_names_are_large_and_a_wrong_one_is_told() {
    let place = Place::new("zh");
    let name = place.prepared();
    enter(&place, &name, "/签到 王小明 5栋\n/开会\n/开始\n/发言 王小明\n");
    let font = place.home.path().join("test.ttf");
    std::fs::write(&font, type_support::font()).unwrap();
    let font = font.display().to_string();
    let drawn = [("YISHI_FONT", font.as_str()), ("YISHI_BORDERS", "lines")];
    let mut room = place.start_with(&drawn, &["screen", &name]);
    // Three squares of sixteen dots, the first two rows of them.
    let edge = "▄".repeat(14);
    room.sees(&format!("{edge}  {edge}  {edge}"));
    room.sees("还剩");
    room.send(ESC);
    assert!(room.ends());
    let wrong = place.home.path().join("notes.txt").display().to_string();
    let mut room = place.start_with(&[("YISHI_FONT", &wrong)], &["screen", &name]);
    room.sees("字体用不了");
    room.sees("还剩");
    room.send(ESC);
    assert!(room.ends());
    let mut room = place.start_with(&[("YISHI_FONT", "off")], &["screen", &name]);
    room.sees("王小明  居民 5栋");
    room.send(ESC);
    assert!(room.ends());
}
