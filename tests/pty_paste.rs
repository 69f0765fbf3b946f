//! Two hundred lines pasted into the desk in a real terminal, one of them wrong.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, ctrl};

/// The pasted line that cannot be taken in: there is no opinion of that number.
const WRONG: usize = 150;

#[test]
fn two_hundred_pasted_lines_stop_at_the_wrong_one_and_go_on_behind_it() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.line("/签到 陈桂花 3栋、王小明 5栋");
    desk.sees("到会 2 人");
    desk.line("/开会");
    desk.sees("会议进行中");
    desk.line("/开始");
    desk.sees("第 1/2 项");
    let lines: Vec<String> = (1..=200)
        .map(|number| match number {
            WRONG => "/同意 999 陈桂花".to_owned(),
            _ if number % 2 == 0 => format!("王小明：第{number}行意见"),
            _ => format!("陈桂花：+第{number}行意见"),
        })
        .collect();
    desk.paste(&(lines.join("\n") + "\n"));
    desk.sees("999");
    desk.sees("意见 149");
    // The wrong line is put right in place; Enter takes in the rest as well.
    desk.send(&ctrl('u'));
    desk.line("/同意 1 王小明");
    desk.sees("意见 199");
    desk.sees("第200行意见");
    desk.sees("已保存");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let record = place.ok(&["show", &name]);
    for number in (1..=200).filter(|number| *number != WRONG) {
        assert!(record.contains(&format!("第{number}行意见")), "{number}");
    }
    assert!(record.contains("王小明 同意 1 号意见"), "{record}");
}
