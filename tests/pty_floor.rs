//! The floor by a community's own rules in a real terminal: the next speaker with the reason, somebody
//! else called, that undone, and a rule file with a mistake.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use pty_support::{Place, ctrl, f};

#[test]
fn an_override_is_recorded_and_undone() {
    let place = Place::new("zh");
    let name = place.prepared();
    let (community, _) = name.split_once('/').unwrap();
    let rules = place.home.path().join("store/communities").join(community).join("rules");
    std::fs::create_dir_all(&rules).unwrap();
    let own = "(\n    name: \"院里规矩\",\n    order: [NotYetOnItem],\n    turns_per_item: 1,\n)\n";
    std::fs::write(rules.join("yuanli.ron"), own).unwrap();
    let wrong = "(\n    name: \"写错的\",\n    order: [Loudest],\n)\n";
    std::fs::write(rules.join("wrong.ron"), wrong).unwrap();

    let mut desk = place.start_sized(&["run", &name], 120, 40);
    // What is wrong is told with file, line and column, and what can be written.
    desk.sees("wrong.ron 第 3 行");
    desk.sees("第 13 列");
    desk.sees("可以写：NotYetOnItem");
    desk.line("/规则 乱来");
    desk.sees("没有“乱来”这种规则");
    desk.send(&ctrl('u'));
    // The other file holds.
    desk.line("/规则 院里");
    desk.sees("发言规则采用“院里规矩”");
    desk.line("/签到 陈桂花 3栋、王小明 5栋、孙丽 物业");
    desk.line("/开会");
    desk.line("/开始");
    desk.line("/发言 陈桂花");
    desk.line("/说完");
    desk.line("/举手 陈桂花");
    desk.sees("陈桂花 本项已发言 1 次，按规则不能再举手");
    desk.send(&ctrl('u'));
    desk.line("/举手 王小明");
    desk.line("/举手 孙丽");
    desk.sees("下一位 王小明  最先举手");
    // Past the one who is next, and past the limit.
    desk.line("/发言 陈桂花");
    desk.sees("超过规定次数");
    desk.sees("主持人先请，先于王小明");
    desk.sees("发言   陈桂花");
    desk.send(&ctrl('z'));
    desk.sees("发言   现在无人发言");
    desk.sees("下一位 王小明");
    desk.send(f(4));
    desk.sees("发言   王小明");
    // A point of order interrupts, and gives the floor back.
    desk.line("/程序问题 陈桂花");
    desk.sees("下一位 陈桂花  程序问题优先");
    desk.send(f(4));
    desk.sees("发言   陈桂花（程序问题）");
    desk.sees("程序问题，王小明 暂停计时");
    desk.send(&ctrl('n'));
    desk.sees("发言   王小明");
    desk.send(&ctrl('q'));
    assert!(desk.ends());

    let told = place.ok(&["show", &name]);
    assert!(told.contains("请 陈桂花 发言（超过规定次数、主持人先请，先于王小明）"), "{told}");
    assert!(place.ok(&["minutes", &name]).contains("院里规矩"));
    // Every other file is whole.
    let checked = place.output(&["check"]);
    let found = String::from_utf8(checked.stdout).unwrap();
    assert!(found.contains("wrong.ron 第 3 行") && found.contains("发现 1 处问题"), "{found}");
}
