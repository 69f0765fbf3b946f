//! Looking back in a real terminal: pages, finding, the replay, files, and back again.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, ctrl, f};

const ESC: &str = "\u{1b}";
const NOTES: &str = "/签到 陈桂花 3栋、王小明 5栋、孙丽 物业\n/开会\n/开始\n/举手 王小明\n/下一位\n\
+停车位应先给老人\n陈桂花：?费用谁出\n这句说错了\n/撤销\n/答复 2 从公共收益里出\n/说完\n\
/行动 公示方案 @物业 #12-05 =公告栏有图 <1\n/决议 先公示\n/结束 达成一致\n/开始\n/结束 结转\n\
/散会 留待跟进\n";

fn enter(place: &Place, name: &str, lines: &str) {
    let file = place.home.path().join("notes.txt");
    std::fs::write(&file, lines).unwrap();
    place.ok(&["enter", name, &file.display().to_string()]);
}

/// A meeting that was closed; its name.
fn held(place: &Place) -> String {
    let name = place.prepared();
    enter(place, &name, NOTES);
    name
}

#[test]
fn a_meeting_is_looked_back_at_searched_replayed_and_written_to_files() {
    let place = Place::new("zh");
    held(&place);
    // The latest meeting that was closed, its minutes first.
    let mut terminal = place.start(&["review"]);
    terminal.sees("十一月协商会纪要");
    terminal.sees("已散会");
    terminal.send(f(3));
    terminal.sees("[F3 时间线]");
    terminal.sees("发言 1 次");
    terminal.send(f(4));
    terminal.sees("已转为行动 A1");
    terminal.send(f(5));
    terminal.sees("尚无反馈");
    terminal.send("\t");
    terminal.sees("[F2 纪要]");
    terminal.send(&format!("{ESC}[Z"));
    terminal.sees("[F5 行动]");
    // Found on the time line, by initials too; the cursor is behind what was typed.
    terminal.send(f(3));
    terminal.send("wxm");
    terminal.sees("处");
    terminal.wait("the cursor behind “wxm”", |screen| {
        let (row, column) = screen.cursor_position();
        screen.rows(0, column).nth(row.into()).is_some_and(|row| row == " 查找 > wxm")
    });
    terminal.send(ESC);
    terminal.sees_no("wxm");
    terminal.send("费用谁出");
    terminal.sees("第 1/1 处");
    // The desk as it was at that line; one step on is what was undone later.
    terminal.send(f(6));
    terminal.sees("会议进行中");
    terminal.sees("陈桂花 发言（2 号意见，提问）：费用谁出");
    terminal.send(&format!("{ESC}[C"));
    terminal.sees("[后来撤销了]");
    terminal.sees("这句说错了");
    terminal.send(&format!("{ESC}[C"));
    terminal.sees("撤销第");
    // It runs to the end by itself, and there it stops.
    for _ in 0..3 {
        terminal.send(f(7));
    }
    terminal.send(f(5));
    terminal.sees("会议已结束");
    terminal.sees("停，600 倍");
    terminal.send(&format!("{ESC}[H"));
    terminal.sees("会议还没有开始");
    terminal.send(ESC);
    terminal.sees("[F3 时间线]");
    terminal.sees("建立会议记录");
    export(&place, &mut terminal);
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
    place.ok(&["check"]);
}

/// Writes the time line to a file, is asked before it is replaced, and kept from harm.
fn export(place: &Place, terminal: &mut pty_support::Terminal) {
    let file = place.home.path().join("时间线.csv");
    let path = file.display().to_string();
    terminal.send(f(7));
    terminal.sees("写到 >");
    terminal.send(&ctrl('u'));
    terminal.line(&path);
    terminal.sees("已写成文件");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("停车位应先给老人") && text.contains(",是\r\n"), "{text}");
    std::fs::write(&file, "别的东西").unwrap();
    terminal.send(f(7));
    terminal.send(&ctrl('u'));
    terminal.line(&path);
    terminal.sees("已有这个文件");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "别的东西");
    terminal.send("\r");
    terminal.sees("已写成文件");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    // A record is never replaced, a folder is none, and where nothing is nothing can be written.
    let sessions = place.home.path().join("store/communities/test/sessions");
    let record = std::fs::read_dir(&sessions).unwrap().map(|it| it.unwrap().path());
    let record =
        record.into_iter().find(|it| it.extension().is_some_and(|it| it == "ron")).unwrap();
    for (path, told) in [
        (record.display().to_string(), "不能覆盖"),
        (sessions.display().to_string(), "这是一个文件夹"),
        ("/nowhere/at/all.csv".to_owned(), "没有这个文件或文件夹"),
    ] {
        terminal.send(f(7));
        terminal.send(&ctrl('u'));
        terminal.line(&path);
        terminal.sees(told);
        terminal.send(ESC);
        terminal.sees("查找 >");
    }
}

#[test]
fn a_meeting_that_goes_on_is_followed_without_a_lock() {
    let place = Place::new("zh");
    let name = place.prepared();
    enter(&place, &name, "/签到 陈桂花 3栋\n/开会\n/开始\n陈桂花：先公示\n");
    let mut terminal = place.start(&["review", &name]);
    terminal.sees("会议还没有散");
    terminal.send(f(4));
    terminal.sees("先公示");
    enter(&place, &name, "陈桂花：再划线\n");
    terminal.sees("再划线");
    terminal.send(&ctrl('l'));
    terminal.sees("[F4 opinions]");
    terminal.resize(120, 40);
    terminal.sees("再划线");
    terminal.resize(40, 12);
    terminal.sees("1. 停车位改造");
    terminal.signal("TERM");
    assert!(terminal.ends());
}

#[test]
fn it_begins_at_a_line_or_with_the_replay() {
    let place = Place::new("en");
    let name = place.prepared();
    enter(&place, &name, "/in Ann Lee 3B\n/open\n/start\nAnn Lee: publish the plan first\n");
    let found = place.ok(&["search", "publish the plan"]);
    let command = found.lines().find(|line| line.trim_start().starts_with("yishi review")).unwrap();
    let args: Vec<&str> = command.split_whitespace().skip(1).collect();
    assert_eq!(args, ["review", &name, "--at", "4"]);
    // What the search prints opens the place.
    let mut terminal = place.start(&args);
    terminal.sees("[F3 time line]");
    terminal.sees(">    ");
    terminal.wait("the bar on the hit", |screen| {
        screen.rows(0, 80).any(|row| row.starts_with('>') && row.contains("publish the plan"))
    });
    terminal.send(ESC);
    assert!(terminal.ends());
    let mut terminal = place.start(&["review", &name, "--at", "3", "--replay"]);
    terminal.sees("Entry 3/4");
    terminal.send(&format!("{ESC}[D"));
    terminal.sees("Entry 2/4");
    terminal.send(ESC);
    terminal.sees("[F3 time line]");
    terminal.wait("the bar on the line", |screen| {
        screen.rows(0, 80).any(|row| row.starts_with('>') && row.contains("Meeting opened"))
    });
    terminal.send(ESC);
    assert!(terminal.ends());
    let mut terminal = place.start(&["review", &name, "--at", "99"]);
    terminal.sees("There is no entry 99; the last one is 4");
    terminal.send(&ctrl('c'));
    assert!(terminal.ends());
}

#[test]
fn a_damaged_record_is_shown_as_far_as_it_can_be_read() {
    let place = Place::new("zh");
    let name = held(&place);
    let (community, id) = name.split_once('/').unwrap();
    let file = format!("store/communities/{community}/sessions/{id}.ron");
    let file = place.home.path().join(file);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("从公共收益里出", "从别处出")).unwrap();
    let mut terminal = place.start(&["review", &name]);
    terminal.sees("校验码");
    terminal.sees("能读懂的只有前");
    terminal.send(f(4));
    terminal.sees("停车位应先给老人");
    terminal.sees("待答复");
    terminal.send("费用谁出");
    terminal.sees("第 1/1 处");
    terminal.send(f(6));
    terminal.sees("陈桂花 发言（2 号意见，提问）");
    terminal.send(ESC);
    terminal.sees("[F4 意见]");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
}
