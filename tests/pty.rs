//! The real program in a real terminal: a whole meeting by keys, typed Chinese and pastes; killed
//! and resumed; two at once; the caret; the terminal given back.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, ctrl, f};

const ESC: &str = "\u{1b}";

#[test]
fn a_meeting_from_opening_to_closing() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.send(f(9));
    desk.sees("/签到");
    desk.line("陈桂花 3栋、王小明 5栋、李强 政协委员、孙丽 物业");
    desk.sees("到会 4 人");
    desk.send(&ctrl('n'));
    desk.sees("会议进行中");
    desk.send(&ctrl('n'));
    desk.sees("第 1/2 项");
    desk.line("/举手 王小明 赞成");
    desk.line("、举手 cgh");
    desk.sees("排队   2");
    desk.send(&ctrl('n'));
    desk.sees("发言   王小明");
    desk.line("＋停车位应先给老人");
    desk.sees("+ 停车位应先给老人");
    desk.send(f(4));
    desk.sees("发言   陈桂花");
    desk.paste("先公示再划线");
    desk.send("\r");
    desk.sees("先公示再划线");
    desk.paste("李强：？费用谁出\n孙丽：夜间可以共享\n");
    desk.sees("夜间可以共享");
    desk.sees("待答复 1");
    desk.line("/答复 3 由维修资金列支");
    desk.sees("答：由维修资金列支");
    desk.send(f(7));
    desk.line("先公示划线方案，七天后施工");
    desk.sees("R1");
    desk.send(f(2));
    desk.line("18 3");
    desk.sees("在场有表决权的 4 人");
    desk.send(&ctrl('u'));
    desk.line("/表决 举手 3 1");
    desk.sees("通过 3:1");
    desk.send(f(3));
    desk.line("两周内公示方案 @物业 =公告栏有图");
    desk.sees("A1");
    desk.send(&ctrl('z'));
    desk.sees("行动 0");
    desk.send(&ctrl('y'));
    desk.sees("行动 1");
    desk.send(f(5));
    desk.sees("第 1 项怎样结束");
    desk.send("\r");
    desk.sees("没有正在进行的议程项");
    desk.send(&ctrl('n'));
    desk.sees("第 2/2 项");
    desk.line("/结束 结转 时间不够");
    desk.sees("议程已全部进行完");
    desk.send(f(10));
    desk.sees("没有遗留事项");
    // What was agreed is read out before the meeting closes.
    desk.sees("还有 2 条商定的内容没有宣读");
    desk.send("\r");
    desk.sees("宣读 R1，第 1/2 条");
    desk.send("\r");
    desk.sees("宣读 A1，第 2/2 条");
    desk.line("孙丽");
    desk.sees("没有遗留事项");
    desk.send("\r");
    desk.sees("会议已结束");
    desk.sees("已保存");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let record = place.ok(&["show", &name]);
    for told in [
        "停车位应先给老人",
        "由维修资金列支",
        "先公示划线方案",
        "时间不够",
        "宣读 R1，无人提出异议",
        "宣读 A1，孙丽 确认",
    ] {
        assert!(record.contains(told), "{told} is not in\n{record}");
    }
    place.ok(&["check"]);
}

#[test]
fn killed_in_the_middle_and_resumed_with_everything_shown_as_saved() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.line("/签到 陈桂花 3栋、王小明 5栋");
    desk.line("/开会");
    desk.line("/开始");
    for number in 1..=20 {
        desk.line(&format!("陈桂花：第{number}句话"));
    }
    desk.sees("意见 20");
    desk.sees("已保存");
    desk.send("没有按回车的半句");
    desk.sees("没有按回车的半句");
    desk.kill();
    let mut desk = place.start(&["run", "latest"]);
    desk.sees("意见 20");
    desk.sees("第20句话");
    desk.line("王小明：接着记");
    desk.sees("意见 21");
    desk.sees("已保存");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    place.ok(&["check"]);
}

#[test]
fn the_caret_is_where_the_next_character_goes() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    // Three columns of prompt, two a Chinese character; the line is the last but one.
    desk.send("王小明a");
    desk.wait("caret behind the text", |screen| screen.cursor_position() == (22, 3 + 7));
    desk.send("\u{1b}[D\u{1b}[D");
    desk.wait("caret before 明a", |screen| screen.cursor_position() == (22, 3 + 4));
    desk.send("大");
    desk.sees("王小大明a");
    desk.wait("caret after 大", |screen| screen.cursor_position() == (22, 3 + 6));
    // Esc and a Chinese character in one read is what some input methods cause.
    desk.send("\u{1b}中");
    desk.sees("王小大中明a");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

#[test]
fn two_programs_on_one_meeting_are_safe() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut first = place.start(&["run", &name]);
    first.sees("会议还没有开始");
    let mut second = place.start(&["run", &name]);
    second.sees("只读");
    second.line("/开会");
    second.sees("尚未开会");
    let refused = place.output(&["enter", &name, "/dev/null", "--by", "x"]);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    first.line("/签到 陈桂花 3栋");
    first.line("/开会");
    // The second one follows what the first one writes.
    second.sees("会议进行中");
    second.sees("陈桂花");
    second.send(&ctrl('q'));
    assert!(second.ends());
    first.sees("已保存");
    first.send(&ctrl('q'));
    assert!(first.ends());
}

#[test]
fn the_terminal_is_given_back_when_the_system_ends_the_program() {
    let place = Place::new("en");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.line("/in Ann Lee 3B");
    desk.sees("1 here");
    desk.signal("TERM");
    desk.wait("end of the alternate screen", |screen| !screen.alternate_screen());
    desk.wait("visible cursor", |screen| !screen.hide_cursor() && !screen.bracketed_paste());
    assert!(desk.ends());
    assert!(place.ok(&["show", &name]).contains("Ann Lee"));
}

/// A key that comes in the same moment as another size is heard at once, not with the next one.
#[test]
fn no_key_waits_for_another_when_the_terminal_is_resized() {
    let place = Place::new("en");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    let mut typed = String::from("/note ");
    desk.send(&typed);
    for letter in ('a'..='z').chain('A'..='Z') {
        let wider = u16::try_from(typed.len() % 2).unwrap();
        desk.send(&letter.to_string());
        desk.resize(80 + wider, 24);
        typed.push(letter);
        desk.sees(&typed);
    }
    desk.send(&ctrl('c'));
    assert!(desk.ends());
}

#[test]
fn resizing_and_unknown_keys_do_no_harm() {
    let place = Place::new("en");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    for size in [(40, 10), (200, 60), (81, 25), (20, 5), (120, 40), (80, 24)] {
        desk.resize(size.0, size.1);
        desk.send("\u{1b}[1;5H\u{1b}[24~\u{1b}[Z");
    }
    desk.sees("has not been opened");
    desk.send(f(1));
    desk.sees("Commands (begin with /");
    desk.send(ESC);
    desk.sees_no("Commands (begin with /");
    desk.send(&ctrl('c'));
    assert!(desk.ends());
}

#[test]
fn the_demo_opens_a_live_meeting_and_tells_where_it_is() {
    let place = Place::new("zh");
    let mut desk = place.start(&["demo"]);
    desk.sees("会议进行中");
    desk.sees("已保存");
    desk.line("陈桂花：试一试");
    desk.sees("试一试");
    desk.send(&ctrl('q'));
    desk.sees("示例数据在");
    assert!(desk.ends());
}

#[test]
fn a_stick_pulled_out_costs_nothing_and_the_record_moves_elsewhere() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.line("/签到 陈桂花 3栋");
    desk.line("/开会");
    desk.sees("会议进行中");
    desk.sees("已保存");
    place.pull_out();
    desk.line("/开始");
    desk.line("陈桂花：还在记");
    desk.sees("没有存上");
    desk.sees("未保存");
    let elsewhere = place.home.path().join("elsewhere").display().to_string();
    desk.line(&format!("/另存 {elsewhere}"));
    desk.sees("记录已改存到");
    desk.sees("已保存");
    desk.line("陈桂花：换了地方");
    desk.sees("换了地方");
    desk.sees("已保存");
    desk.send(&ctrl('q'));
    desk.sees("--store");
    assert!(desk.ends());
    let record = place.ok(&["--store", &elsewhere, "show", "latest"]);
    for told in ["锦苑社区", "开会", "还在记", "换了地方"] {
        assert!(record.contains(told), "{told} is not in\n{record}");
    }
    place.ok(&["--store", &elsewhere, "check"]);
}

#[test]
fn leaving_with_something_unsaved_puts_the_record_where_it_is_told() {
    let place = Place::new("en");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.line("/in Ann Lee 3B");
    desk.sees("1 here");
    desk.sees("saved");
    place.pull_out();
    desk.line("/in Ben Carter 5A");
    desk.sees("1 NOT SAVED");
    desk.send(&ctrl('q'));
    desk.sees("1 entry is not saved");
    desk.send(&ctrl('q'));
    desk.sees("the whole record is here");
    assert!(!desk.ends(), "something went wrong, and the exit code says so");
    let rescue = std::fs::read_dir(place.home.path().join("tmp")).unwrap().next().unwrap().unwrap();
    let rescue = rescue.path().display().to_string();
    assert!(rescue.contains("yishi-rescue-"));
    let record = place.ok(&["--store", &rescue, "show", "latest"]);
    assert!(record.contains("Ann Lee") && record.contains("Ben Carter"), "{record}");
}

/// Killed at the first, the second .. sync of the record, by strace; skipped where there is none.
#[test]
fn killed_at_every_sync_nothing_shown_as_saved_is_lost() {
    let strace = std::process::Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    if !strace.is_ok_and(|status| status.success()) {
        println!("skipped: strace does not work here");
        return;
    }
    for sync in 1..=6 {
        let place = Place::new("zh");
        let name = place.prepared();
        place.ok(&["enter", &name, &notes(&place)]);
        let inject = format!("inject=fdatasync:signal=SIGKILL:when={sync}");
        let under =
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", &inject];
        let mut desk = place.start_under(&under, &["run", &name]);
        let mut shown = 0;
        let opened = desk.wait_or_end(|screen| screen.contents().contains("会议进行中"));
        for number in 1..=10 {
            if !opened {
                break;
            }
            desk.send(&format!("陈桂花：第{number}句\r"));
            let seen = |screen: &vt100::Screen| {
                let text = screen.contents();
                text.contains(&format!("第{number}句 ")) && text.contains("已保存")
            };
            if !desk.wait_or_end(seen) {
                break;
            }
            shown = number;
        }
        assert!(shown < 10, "the fault at sync {sync} was never met");
        let record = place.ok(&["show", &name]);
        for number in 1..=shown {
            assert!(record.contains(&format!("第{number}句")), "killed at sync {sync}: {record}");
        }
        let mut desk = place.start(&["run", &name]);
        desk.sees("会议进行中");
        desk.line("陈桂花：接着记");
        desk.sees("接着记");
        desk.sees("已保存");
        desk.send(&ctrl('q'));
        assert!(desk.ends());
        place.ok(&["check"]);
    }
}

/// Notes that open the meeting with one person there.
fn notes(place: &Place) -> String {
    let file = place.home.path().join("notes.txt");
    std::fs::write(&file, "/签到 陈桂花 3栋\n/开会\n/开始\n").unwrap();
    file.display().to_string()
}

#[test]
fn a_repeated_opinion_is_offered_brought_together_and_parted_again() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.line("/签到 陈桂花 3栋、王小明 5栋、李强 政协委员");
    desk.line("/开会");
    desk.line("/开始");
    desk.line("王小明：停车位应先给老人");
    desk.sees("意见 1");
    // While it is typed it is offered; Tab makes an endorsement of it.
    desk.send("李强：停车位先给老人");
    desk.sees("记为同意");
    desk.send("\t");
    desk.sees("> /同意 1 李强");
    desk.send("\r");
    desk.sees("同意1");
    // Taken down as it was said, one key brings the two together, and undo parts them.
    desk.line("陈桂花：停车位先给老人");
    desk.sees("2 号意见像 1");
    desk.send(&ctrl('o'));
    desk.sees("要点 1");
    desk.sees("3人");
    desk.send(&ctrl('z'));
    desk.sees("已撤销");
    desk.sees_no("要点 1 ");
    desk.send(&ctrl('y'));
    desk.sees("3人");
    desk.sees("已保存");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let minutes = place.ok(&["minutes", &name]);
    for told in ["提出：王小明、陈桂花", "另有同意：李强"] {
        assert!(minutes.contains(told), "{minutes}");
    }
}

/// Whoever types lines is told how, and what became of each.
#[test]
fn lines_that_are_typed_are_told_as_they_are_entered() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut lines = place.start(&["enter", "test"]);
    lines.sees("每行写一件并按回车");
    lines.line("/登记 楼道堆物；提出：陈桂花");
    lines.sees("第 1 号议题：楼道堆物");
    lines.line("/神定 1 受理");
    lines.sees("第 2 行没有记入");
    lines.line("/审定 1 受理；类别：民生实事");
    lines.sees("1 号议题予以受理");
    lines.line(&format!("/列入 1 {}", name.split('/').next_back().unwrap()));
    lines.sees("已列入“十一月协商会”的议程");
    lines.send(&ctrl('d'));
    lines.sees("记入 3 条，未记入 1 条");
    assert!(!lines.ends(), "not all of them could be entered");
    let mut lines = place.start(&["enter", &name]);
    lines.sees("每行写一条并按回车");
    lines.line("/签到 王小明 3栋");
    lines.sees("王小明 签到");
    lines.send(&ctrl('d'));
    lines.sees("记入 1 条");
    assert!(lines.ends());
}
