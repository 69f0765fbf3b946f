//! A meeting prepared in a real terminal by keys alone, started from there, and closed with what was
//! agreed read out.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, Terminal, ctrl, f};

const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";
const ALT_DOWN: &str = "\u{1b}[1;3B";

/// Four people of the community, and a meeting that left an item and an action open.
fn neighbourhood(place: &Place) {
    place.ok(&["new", "community", "锦苑社区", "--id", "test"]);
    let file = |name: &str, text: &str| {
        let path = place.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let people = "姓名,身份,楼栋\n陈桂花,居民,3栋\n王小明,居民,5栋\n李强,政协委员,\n孙丽,物业,\n";
    place.ok(&["people", "test", "--import", &file("people.csv", people)]);
    let agenda = file("agenda.txt", "停车位改造 | 20\n楼道照明 | 10\n");
    let held = ["new", "session", "test", "十月协商会", "--on", "2026-10-30", "--agenda", &agenda];
    let held = place.ok(&held);
    let notes = "/签到 王小明 5栋、李强 政协委员\n/开会\n/开始\n/行动 公示方案 @物业 #12-10\n\
/结束 已通报 照结\n/开始\n/结束 结转 时间不够\n/散会 留待跟进\n";
    place.ok(&["enter", held.trim(), &file("notes.txt", notes)]);
}

/// Thirty lines as somebody copies them out of a notice; the line of that number is wrong.
fn thirty(wrong: Option<usize>) -> String {
    let line = |number: usize| match wrong {
        Some(wrong) if wrong == number => "这一项太长 | 9999\n".to_owned(),
        _ => format!("{number}. 第{number}个议题 {}分钟\n", number % 3 + 2),
    };
    (1..=30).map(line).collect()
}

/// Rules of the floor: no such ones, then some that are there.
fn rules_are_chosen(terminal: &mut Terminal) {
    terminal.line("乱来");
    terminal.sees("没有“乱来”这种规则");
    terminal.send(&ctrl('u'));
    terminal.line("南塘");
    terminal.sees("发言规则  南塘十三条");
}

/// What the last meeting left; both things at once.
fn left_over_is_taken_up(terminal: &mut Terminal) {
    terminal.send(f(4));
    terminal.sees("结转的议题");
    terminal.sees("还没有办结的行动");
    terminal.send(f(7));
    terminal.sees("已加入 2 项");
    terminal.send(ESC);
    // A paste right behind an Esc would be read together with it.
    terminal.sees_no("已加入 2 项");
    terminal.sees("跟进：公示方案");
}

#[test]
fn a_meeting_is_prepared_by_keys_alone_and_started() {
    let place = Place::new("zh");
    neighbourhood(&place);
    let mut terminal = place.start(&[]);
    terminal.sees("十月协商会");
    // A new meeting, asked for step by step; then the form.
    terminal.send(f(2));
    terminal.sees("会议叫什么名称");
    terminal.send(&ctrl('u'));
    terminal.line("十二月协商会");
    terminal.sees("哪天开会");
    terminal.send(&ctrl('u'));
    terminal.line("2026-12-18");
    terminal.sees("筹备会议");
    terminal.send("\r\r");
    terminal.sees("时间可以写");
    terminal.line("晚上7点半");
    terminal.sees("19:30");
    terminal.line("社区议事室");
    // Initials, and the completion that Tab puts in.
    terminal.send("cgh");
    terminal.sees("居民 3栋");
    terminal.send("\t\r");
    terminal.sees("主持人    陈桂花");
    terminal.line("方静");
    terminal.sees("记录人    方静");
    rules_are_chosen(&mut terminal);
    // Past procedure, papers and notice.
    terminal.send("\u{1b}[B\u{1b}[B\u{1b}[B");
    left_over_is_taken_up(&mut terminal);
    // Thirty lines, the twelfth of them wrong: none is taken. Put right, all are.
    terminal.paste(&thirty(Some(12)));
    terminal.sees("第 12 行");
    terminal.sees("2 项，计划 10 分钟");
    terminal.send(ESC);
    // Read apart from what is pasted.
    terminal.sees_no("第 12 行");
    terminal.paste(&thirty(None));
    terminal.sees("已添加 30 项");
    terminal.sees(" 32  第30个议题");
    terminal.send(&ctrl('z'));
    terminal.sees("2 项，计划 10 分钟");
    terminal.send(&ctrl('y'));
    terminal.sees_no("2 项，计划 10 分钟");
    // The first of them goes down by one, and the one that is before it now is taken off.
    terminal.sees(" >    3  第1个议题");
    terminal.send(ALT_DOWN);
    terminal.sees(" >    4  第1个议题");
    terminal.send(UP);
    terminal.sees(" >    3  第2个议题");
    terminal.send(&ctrl('d'));
    terminal.sees("31 项");
    // Everybody the community knows is expected, one more by name; one is excused.
    terminal.send(f(6));
    terminal.sees("[ ] 陈桂花");
    terminal.send("wxm");
    terminal.sees_no("[ ] 陈桂花");
    terminal.send("\r");
    terminal.sees("[x] 王小明");
    terminal.send(&ctrl('u'));
    terminal.sees("[ ] 陈桂花");
    terminal.send(f(7));
    terminal.sees("已选 4 人");
    terminal.send(ESC);
    terminal.sees_no("已选 4 人");
    terminal.send("\u{1b}[6~\u{1b}[6~\u{1b}[6~\u{1b}[6~\u{1b}[6~");
    terminal.sees(" >   +");
    terminal.line("刘芳 7栋");
    terminal.sees("5 人");
    terminal.send(UP);
    terminal.send("：出差\r");
    terminal.sees("请假：出差");
    // The plan of the evening, then the meeting itself.
    terminal.send(f(2));
    terminal.sees("时间安排");
    terminal.sees("翻看");
    terminal.sees("19:30");
    terminal.send(ESC);
    terminal.sees_no("翻看");
    terminal.sees("已保存");
    terminal.send(f(5));
    terminal.sees("会议还没有开始");
    terminal.sees("应到 4 人，已到 0 人");
    terminal.line("/签到 孙丽 物业");
    terminal.sees("应到 4 人，已到 1 人");
    terminal.sees("已保存");
    terminal.send(&ctrl('q'));
    terminal.sees("十二月协商会");
    terminal.sees("查找");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
    let minutes = place.ok(&["minutes", "十二月协商会"]);
    for told in
        ["社区议事室", "陈桂花", "方静", "楼道照明", "跟进：公示方案", "第30个议题", "第1个议题"]
    {
        assert!(minutes.contains(told), "{told} is not in\n{minutes}");
    }
    assert!(!minutes.contains("第2个议题"), "{minutes}");
    let record = place.ok(&["show", "十二月协商会"]);
    for told in ["刘芳 请假：出差", "孙丽"] {
        assert!(record.contains(told), "{told} is not in\n{record}");
    }
    place.ok(&["check"]);
}

#[test]
fn prepared_now_and_held_later() {
    let place = Place::new("en");
    let name = place.prepared();
    let mut terminal = place.start(&["prepare", &name]);
    terminal.sees("prepare a meeting");
    terminal.wait("the caret behind the title", |screen| screen.cursor_position() == (2, 16 + 16));
    // Shown as saved before the program is killed: nothing of it is lost, but the half row is.
    terminal.send(&ctrl('u'));
    terminal.line("Winter meeting");
    terminal.sees("A day such as");
    terminal.sees("saved");
    terminal.send(&ctrl('u'));
    terminal.send("half a da");
    terminal.sees("half a da");
    terminal.kill();
    let mut terminal = place.start(&["prepare", "latest"]);
    terminal.sees("Winter meeting");
    terminal.send(DOWN);
    terminal.send(&ctrl('u'));
    terminal.line("nonsense");
    terminal.sees("! ");
    terminal.send(ESC);
    terminal.sees("The row is as it was before");
    terminal.send(f(3));
    terminal.sees("Begin with a ready agenda");
    terminal.send(&format!("{DOWN}\r"));
    terminal.sees("change them as you like");
    terminal.send(&ctrl('z'));
    terminal.sees("Undone");
    // Another program may look, but not write.
    let mut second = place.start(&["prepare", &name]);
    second.sees("Winter meeting");
    second.sees("read only");
    second.send("x\r");
    second.sees("being written");
    second.send(&ctrl('q'));
    assert!(second.ends());
    terminal.send(&ctrl('q'));
    terminal.sees(&format!("prepare {name}"));
    assert!(terminal.ends());
    assert!(place.ok(&["show", &name]).contains("Winter meeting"));
    place.ok(&["check"]);
}

#[test]
fn what_was_agreed_is_read_out_before_the_meeting_closes() {
    let place = Place::new("en");
    let name = place.prepared();
    let notes = "/in Ann Lee 3B, Ben Carter 5C, Sam Price property manager\n/open\n/start\n\
/resolve First the plan on the notice board, then paint\n/resolve Two spaces for visitors\n\
/action paint the lines @Sam Price\n/end agreed anyway\n/start\n/end carry\n";
    let file = place.home.path().join("notes.txt");
    std::fs::write(&file, notes).unwrap();
    place.ok(&["enter", &name, &file.display().to_string()]);
    let mut desk = place.start_sized(&["run", &name], 120, 40);
    desk.send(f(10));
    desk.sees("3 things that were agreed");
    desk.send("\r");
    desk.sees("R1, 1 of 3");
    // A name that nobody has stays in the line, with the reason.
    desk.line("Xavier");
    desk.sees("Xavier");
    desk.sees("R1, 1 of 3");
    desk.send(&ctrl('u'));
    desk.line("Ann Lee, Ben");
    desk.sees("R2, 2 of 3");
    desk.send(UP);
    desk.sees("confirmed by Ann Lee, Ben Carter");
    desk.send(DOWN);
    desk.sees("R2, 2 of 3");
    // To the desk to put it right, and back.
    desk.send(f(7));
    desk.sees("/amend R2 Two spaces for visitors");
    desk.line(" and one for the nurse");
    desk.sees("R2");
    desk.send(f(10));
    desk.send("\r");
    desk.sees("R2, 2 of 3");
    desk.sees("and one for the nurse");
    desk.send("\r");
    desk.sees("A1, 3 of 3");
    desk.sees("no due date");
    desk.send(f(10));
    desk.sees("A1 was not read out and confirmed");
    desk.send("\r");
    desk.sees("Meeting closed");
    desk.sees("saved");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let minutes = place.ok(&["minutes", &name]);
    for told in ["confirmed by Ann Lee, Ben Carter", "nobody objected", "Not read out"] {
        assert!(minutes.contains(told), "{told} is not in\n{minutes}");
    }
    place.ok(&["check"]);
}
