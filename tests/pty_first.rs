//! From the first start to the first closed meeting and the look back at it, by keys alone and
//! without any flag; killed in the middle and gone on with.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, Terminal, ctrl, f};

const ESC: &str = "\u{1b}";

/// A community and its first meeting, prepared up to the desk.
fn prepare(place: &Place) -> Terminal {
    let mut yishi = place.start(&[]);
    yishi.sees("欢迎使用");
    // The first offer is a community.
    yishi.send("\r");
    yishi.sees("社区叫什么名字");
    yishi.line("锦苑社区");
    yishi.sees("在哪个市");
    yishi.send("\r");
    yishi.sees("社区已经建好");
    yishi.send(f(2));
    yishi.sees("会议叫什么名称");
    yishi.send(&ctrl('u'));
    yishi.line("楼道照明协商会");
    yishi.sees("哪天开会");
    yishi.send(&ctrl('u'));
    yishi.line("+3d");
    yishi.sees("筹备会议");
    yishi.sees("楼道照明协商会");
    // Date, time, place, facilitator, recorder, rules of the floor, procedure, papers, notice; then the
    // agenda.
    yishi.send("\u{1b}[B");
    yishi.send("\u{1b}[B");
    yishi.line("19:00");
    yishi.sees("19:00");
    yishi.line("二楼议事厅");
    yishi.line("周建国");
    yishi.line("李敏");
    yishi.send("\u{1b}[B\u{1b}[B\u{1b}[B\u{1b}[B");
    yishi.sees("一行一项");
    yishi.line("楼道灯更换 20分");
    yishi.sees("楼道灯更换");
    yishi.line("电费分摊 10分");
    yishi.sees("19:20-19:30");
    yishi.send(f(5));
    yishi.sees("会议还没有开始");
    yishi
}

#[test]
fn the_first_meeting_from_an_empty_store_to_the_look_back() {
    let place = Place::new("zh");
    let mut yishi = prepare(&place);
    yishi.send(f(9));
    yishi.line("王小明 5栋、陈桂花 3栋");
    yishi.sees("到会 2 人");
    yishi.send(&ctrl('n'));
    yishi.sees("会议进行中");
    yishi.send(&ctrl('n'));
    yishi.sees("第 1/2 项");
    yishi.line("王小明：+先换一楼的灯");
    yishi.sees("先换一楼的灯");
    yishi.send(f(7));
    yishi.line("先换一楼，月底前换完");
    yishi.sees("R1");
    yishi.send(f(2));
    yishi.line("2 0 0");
    yishi.sees("通过 2:0");
    yishi.send(f(3));
    yishi.line("更换楼道灯 @物业 #两周内 =各层灯都亮");
    yishi.sees("A1");
    yishi.send(f(5));
    yishi.sees("第 1 项怎样结束");
    yishi.send("\r");
    yishi.sees("没有正在进行的议程项");
    yishi.send(f(10));
    // What was agreed is read out before the meeting closes.
    yishi.sees("第 2 项未议");
    yishi.sees("回车先宣读");
    yishi.send("\r");
    yishi.sees("先换一楼，月底前换完");
    yishi.send("\r");
    yishi.sees("更换楼道灯");
    yishi.line("王小明");
    yishi.send("\r");
    yishi.sees("会议已结束");
    yishi.sees("已保存");
    yishi.send(&ctrl('q'));
    // Home: the meeting is among the past ones, its action is due.
    yishi.sees("以往会议");
    yishi.send("没有这种事");
    yishi.sees("没有找到");
    yishi.send(ESC);
    yishi.sees_no("没有找到");
    yishi.line("ldd");
    yishi.sees("[F2 纪要]");
    yishi.send("\u{1b}[6~");
    yishi.sees("先换一楼，月底前换完");
    yishi.send(&ctrl('q'));
    yishi.sees("查找 >");
    yishi.send(&ctrl('q'));
    assert!(yishi.ends());
    let sessions = place.ok(&["list", "sessions"]);
    assert!(sessions.contains("楼道照明协商会") && sessions.contains("已散会"), "{sessions}");
    let minutes = place.ok(&["minutes", "latest"]);
    for told in ["周建国", "李敏", "先换一楼", "更换楼道灯", "王小明"] {
        assert!(minutes.contains(told), "{told}: {minutes}");
    }
}

#[test]
fn a_meeting_that_was_killed_is_the_first_thing_at_home() {
    let place = Place::new("zh");
    let mut yishi = prepare(&place);
    yishi.line("/签到 王小明 5栋");
    yishi.sees("到会 1 人");
    yishi.send(&ctrl('n'));
    yishi.sees("会议进行中");
    yishi.sees("已保存");
    yishi.kill();
    let mut again = place.start(&[]);
    again.sees("会议进行中，可以接着开");
    again.sees("楼道照明协商会");
    again.send("\r");
    again.sees("到会 1 人");
    again.line("/备注 接着开");
    again.sees("接着开");
    again.sees("已保存");
    again.send(&ctrl('q'));
    again.sees("会议进行中，可以接着开");
    again.send(&ctrl('q'));
    assert!(again.ends());
}

#[test]
fn a_meeting_open_in_another_window_is_read_only_from_home_and_says_why() {
    let place = Place::new("zh");
    let mut first = prepare(&place);
    first.line("/开会");
    first.sees("会议进行中");
    first.sees("已保存");
    let mut second = place.start(&[]);
    second.sees("会议进行中，可以接着开");
    second.send("\r");
    second.sees("只读");
    first.line("/签到 王小明 5栋");
    second.sees("到会 1 人");
    second.send(&ctrl('q'));
    second.sees("查找 >");
    second.send(&ctrl('q'));
    assert!(second.ends());
    first.send(&ctrl('q'));
    first.sees("查找 >");
    first.send(&ctrl('q'));
    assert!(first.ends());
}

#[test]
fn a_storm_of_sizes_does_home_no_harm_and_the_system_can_end_it() {
    let place = Place::new("zh");
    let mut yishi = place.start(&[]);
    yishi.sees("欢迎使用");
    for size in [(40, 10), (200, 60), (11, 5), (20, 6), (120, 40), (80, 24)] {
        yishi.resize(size.0, size.1);
    }
    yishi.sees("欢迎使用");
    yishi.send(f(8));
    // The sample's home; leaving it comes back to the empty one.
    yishi.sees("这是示例的副本");
    yishi.send(ESC);
    // A sign right behind an Esc would be read together with it.
    yishi.sees_no("这是示例的副本");
    yishi.send("电梯");
    yishi.sees("会上记录");
    yishi.send("\r");
    // At which page depends on what was found by then.
    yishi.sees("F2 纪要");
    yishi.send(&ctrl('q'));
    yishi.sees("新会议");
    yishi.send(&ctrl('q'));
    yishi.sees("欢迎使用");
    yishi.signal("TERM");
    yishi.wait("the terminal given back", |screen| !screen.alternate_screen());
}
