//! The default procedure, from a resident's word to how it is rated, walked by keys in a real
//! terminal, with a meeting in between.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, Terminal, ctrl, f};

/// A community with three people it knows, and a meeting that is prepared.
fn neighbourhood(place: &Place) -> String {
    place.ok(&["new", "community", "锦苑社区", "--id", "test"]);
    let people = place.home.path().join("people.csv");
    std::fs::write(&people, "姓名,身份,楼栋\n王小明,居民,3栋\n李强,政协委员,\n陈桂花,居民,3栋\n")
        .unwrap();
    place.ok(&["people", "test", "--import", &people.display().to_string()]);
    place.ok(&["new", "session", "test", "楼道协商会"]).trim().to_owned()
}

/// Presses a key that begins a command, completes it and has it taken in.
fn enters(terminal: &mut Terminal, key: &str, begun: &str, rest: &str, told: &str) {
    terminal.send(key);
    terminal.sees(begun);
    terminal.send(rest);
    terminal.send("\r");
    terminal.sees(told);
    terminal.sees("已保存");
}

/// Enters the stage that comes next.
fn stage(terminal: &mut Terminal, told: &str) {
    terminal.send(&ctrl('n'));
    terminal.sees("> /阶段 1");
    terminal.send("\r");
    terminal.sees(&format!("[{told}]"));
    terminal.sees("已保存");
}

/// From what somebody says to the agenda of a meeting.
fn before_the_meeting(terminal: &mut Terminal) {
    enters(terminal, f(2), "> /登记", "楼道堆物；提出：王小明、李强；地点：3栋", "#1 楼道堆物");
    terminal.sees("[收集议题]");
    stage(terminal, "确定议题");
    enters(terminal, f(3), "> /审定 1", "受理；类别：邻里纠纷；审定人：方静", "待答复 2 人");
    enters(terminal, f(9), "> /答复 1", "已电话告知受理", "答复");
    terminal.sees_no("待答复");
    stage(terminal, "商前调研");
    let survey = "；方式：走访座谈；地点：3栋；对象：住户 18 户；情况：一楼楼道有旧家具；\
        政策：消防条例；方案：集中清理、设公共储物点；问题：谁来清理";
    enters(terminal, f(4), "> /调研 1", survey, "调研");
    terminal.line("/走访 3栋；议题：1；户数：6；情况：都同意清理");
    terminal.sees("走访宣讲 1");
    stage(terminal, "协商议事");
    enters(terminal, f(5), "> /列入 1", "楼道协商会", "已列入");
}

/// What was agreed is made public, done, answered and rated.
fn after_the_meeting(terminal: &mut Terminal) {
    terminal.sees("已协商 1");
    terminal.sees("[协商议事]");
    stage(terminal, "公开公示");
    enters(terminal, &ctrl('n'), "> /公示 1", "社区公告栏", "公示");
    stage(terminal, "民主监督");
    enters(terminal, f(6), "> /交办 1", "物业；会办：居委会；期限：+7d", "办理中 1");
    terminal.sees("还剩 7 天");
    enters(terminal, f(7), "> /结果 1", "A 楼道已清空", "待评价 1");
    enters(terminal, f(9), "> /答复 1", "已上门告知办理结果", "答复");
    enters(terminal, f(8), "> /评价 1", "王小明 满意 不满意；说：又堆上了", "重办 1");
    terminal.send(&ctrl('z'));
    terminal.sees("已撤销");
    terminal.sees("待评价 1");
    enters(terminal, f(8), "> /评价 1", "王小明 满意 基本满意", "办结 1");
}

#[test]
fn a_topic_goes_through_the_six_steps_by_keys_alone() {
    let place = Place::new("zh");
    let meeting = neighbourhood(&place);
    let mut terminal = place.start(&[]);
    terminal.sees("楼道协商会");
    terminal.send(f(10));
    terminal.sees("锦苑社区 议题板");
    terminal.sees("还没有议题");
    before_the_meeting(&mut terminal);
    // Enter opens the meeting that has it on its agenda; leaving that leads back to the board.
    terminal.send("\r");
    terminal.sees("筹备会议");
    terminal.sees("楼道堆物");
    terminal.send(&ctrl('q'));
    terminal.sees("锦苑社区 议题板");
    terminal.sees("已列入议程 1");
    terminal.send(&ctrl('q'));
    terminal.sees("查找");
    let notes = place.home.path().join("notes.txt");
    let held = "/签到 王小明、李强、陈桂花\n/开会\n/开始\n王小明：楼道要留出消防通道\n\
        /决议 每月第一个周六集中清理\n/表决 举手 3 0 0\n/结束 达成一致\n/散会\n";
    std::fs::write(&notes, held).unwrap();
    place.ok(&["enter", &meeting, &notes.display().to_string()]);
    terminal.send(f(10));
    after_the_meeting(&mut terminal);
    terminal.send(&ctrl('q'));
    terminal.sees("查找");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
    assert!(place.ok(&["check"]).contains("全部完好"));
}

#[test]
fn the_board_is_opened_from_the_command_line_in_english_and_takes_no_nonsense() {
    let place = Place::new("en");
    place.ok(&["new", "community", "Maple Court", "--id", "test"]);
    let mut terminal = place.start_sized(&["board", "test"], 120, 40);
    terminal.sees("Topics of Maple Court");
    terminal.line("/raise");
    terminal.sees("/raise");
    terminal.send(&ctrl('u'));
    terminal.line("/raise Things in the hallway; by: Ann");
    terminal.sees("#1 Things in the hallway");
    terminal.sees("saved");
    terminal.line("/screen 7 accepted");
    terminal.sees("> /screen 7 accepted");
    terminal.send(&ctrl('u'));
    terminal.sees_no("> /screen 7 accepted");
    terminal.resize(60, 8);
    terminal.sees("Things in the hallway");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
}

#[test]
fn while_another_program_holds_the_ledger_nothing_is_lost() {
    let place = Place::new("zh");
    place.ok(&["new", "community", "锦苑社区", "--id", "test"]);
    let mut terminal = place.start_sized(&["board", "test"], 120, 40);
    terminal.sees("锦苑社区 议题板");
    terminal.line("/登记 楼道堆物；提出：王小明");
    terminal.sees("已保存");
    let ledger = place.home.path().join("store/communities/test/ledger.test.ron.lock");
    let held = std::fs::File::options().append(true).open(&ledger).unwrap();
    held.lock().unwrap();
    terminal.line("/登记 停车位改造；提出：李强");
    terminal.sees("没有保存");
    terminal.sees("未保存！");
    terminal.sees("> /登记 停车位改造；提出：李强");
    terminal.sees("待审定 1");
    drop(held);
    terminal.send("\r");
    terminal.sees("待审定 2");
    terminal.sees("已保存");
    terminal.send(&ctrl('q'));
    assert!(terminal.ends());
}

#[test]
fn without_a_terminal_the_board_says_what_to_use() {
    let place = Place::new("zh");
    place.ok(&["new", "community", "锦苑社区", "--id", "test"]);
    let output = place.output(&["board", "test"]);
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("yishi topics test"), "{told}");
    let output = place.output(&["board", "nowhere"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere"));
}
