//! The notice and the sign-in sheet of a meeting that is prepared.
//!
//! The meeting is on Monday, 23 November 2026 at 19:00; its rules want three days' notice: by the 20th.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

const PEOPLE: &str = "姓名,身份,楼栋,电话\n\
陈桂花,居民,3栋,13800000001\n\
王芳,政协委员,3栋,13800000002\n\
王芳,居民,5栋,\n";

/// A community whose rules want three days' notice, and a meeting that is prepared; its name.
fn prepared(lang: &'static str, now: &str) -> (Place, String) {
    let place = Place::new(lang).at("2026-11-01T09:00:00+08:00");
    place.run(&["new", "community", "锦苑社区"]).well();
    let file = place.store().join("communities/jinyuan/community.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    let more = "(\n    rules: \"notice\",\n    contact: \"居委会 方静 0851-12345678\",\n";
    std::fs::write(&file, text.replacen("(\n", more, 1)).unwrap();
    let rules = place.store().join("communities/jinyuan/rules");
    std::fs::create_dir_all(&rules).unwrap();
    std::fs::write(rules.join("notice.ron"), "(name: \"三天通知\", notice_days: 3)").unwrap();
    let list = place.file("people.csv", PEOPLE.as_bytes());
    place.run(&["people", "jinyuan", "--import", &list]).well();
    let agenda = place.file("agenda.txt", "停车位改造 | 20\n下水道*疏通*｜10\n".as_bytes());
    let args = [
        "new",
        "session",
        "jinyuan",
        "十一月协商会",
        "--on",
        "2026-11-23",
        "--starts",
        "19:00",
        "--place",
        "三楼议事室",
        "--facilitator",
        "方静",
        "--recorder",
        "李敏",
        "--agenda",
        &agenda,
    ];
    let name = place.run(&args).well().trim().to_owned();
    let lines = "/应到 陈桂花 3栋、王芳 3栋、王芳 5栋、刘工（物业）、吴明（旁听）、周涛\n\
                 /不来 周涛：出差\n/材料 停车位改造方案；三年维修台账 | 附图\n";
    place.run_on(&["enter", &name], lines.as_bytes()).well();
    (place.at(now), name)
}

/// What is made, as it was read and accepted.
fn snapshot(name: &str, made: &str) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name.to_owned(), made);
    });
}

#[test]
fn the_notice_tells_everything_those_invited_need_and_nothing_private() {
    for lang in ["zh", "en"] {
        let (place, name) = prepared(lang, "2026-11-18T09:00:00+08:00");
        let (notice, told) = place.run(&["notice", &name]).well_with_err();
        snapshot(&format!("notice_{lang}"), &notice);
        assert!(!notice.contains("13800"), "{notice}");
        assert!(!notice.contains("周涛"), "who is excused is not invited");
        has(&told, &["2026-11-20"]);
        let file = place.home().join("notice.md").display().to_string();
        place.run(&["notice", &name, "--format", "md", "-o", &file]).with_err();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), notice);
    }
}

#[test]
fn what_is_not_known_yet_is_told_later() {
    let place = Place::new("zh");
    place.run(&["new", "community", "锦苑社区"]).well();
    let name = place.run(&["new", "session", "jinyuan", "碰头会"]).well();
    let (notice, told) = place.run(&["notice", name.trim()]).well_with_err();
    has(&notice, &["另行通知", "居委会"]);
    has(&told, &["规则没有规定期限"]);
}

#[test]
fn an_item_about_a_topic_names_its_number_and_who_brought_it_up() {
    let (place, name) = prepared("zh", "2026-11-18T09:00:00+08:00");
    let lines = "/登记 楼道堆物；提出：陈桂花、李强；来源：来电\n/审定 1 受理\n";
    place.run_on(&["enter", "jinyuan"], lines.as_bytes()).well();
    let line = format!("/列入 1 {}；时长：15；理由：急\n", name.trim());
    place.run_on(&["enter", "jinyuan"], line.as_bytes()).well();
    let notice = place.run(&["notice", &name]).well_with_err().0;
    has(&notice, &["| 19:30-19:45 | 楼道堆物 | 15 分钟 | 1号：陈桂花、李强 |"]);
    has(&notice, &["| 19:00-19:20 | 停车位改造 | 20 分钟 |  |", "议题编号与提出人"]);
}

#[test]
fn the_days_of_notice_are_checked_on_both_sides_of_the_last_one() {
    for (now, check) in [
        ("2026-11-19T23:59:00+08:00", "最迟 2026-11-20"),
        ("2026-11-20T00:00:00+08:00", "今天是最后一天"),
        ("2026-11-21T00:00:00+08:00", "已过期限"),
    ] {
        let (place, name) = prepared("zh", now);
        has(&place.run(&["notice", &name]).well_with_err().1, &[check]);
    }
    for (now, told) in
        [("2026-11-20T18:00:00+08:00", "按时"), ("2026-11-21T08:00:00+08:00", "晚于期限")]
    {
        let (place, name) = prepared("zh", now);
        has(&place.run(&["notice", &name, "--given"]).well(), &[told]);
        has(&place.run(&["notice", &name]).well_with_err().1, &[told]);
    }
    let (place, name) = prepared("zh", "2026-11-22T08:00:00+08:00");
    has(&place.run(&["notice", &name, "--given", "11-20"]).well(), &["2026-11-20", "按时"]);
    has(&place.run(&["notice", &name, "--given", "11-20"]).refused(), &["没有"]);
    has(&place.run(&["notice", &name, "--given", "2026-11-23"]).refused(), &["2026-11-23"]);
    has(&place.run(&["notice", &name, "--given", "某天"]).refused(), &["某天"]);
    // A meeting that is moved has to be announced again.
    place.run_on(&["enter", &name], "/日期 11-24\n".as_bytes()).well();
    has(&place.run(&["notice", &name]).well_with_err().1, &["须重新通知"]);
    place.run_on(&["enter", &name], "/发通知 11-21\n".as_bytes()).well();
    has(&place.run(&["notice", &name]).well_with_err().1, &["2026-11-21", "按时"]);
    has(&place.run(&["show", &name]).well(), &["会议通知", "会议材料：停车位改造方案"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn a_record_that_another_program_writes_is_left_alone() {
    let (mut place, name) = prepared("zh", "2026-11-20T08:00:00+08:00");
    place.set_device("other");
    has(&place.run(&["notice", &name, "--given"]).refused(), &["test"]);
    // Reading it is no matter.
    place.run(&["notice", &name]).with_err();
}

#[test]
fn the_sign_in_sheet_lists_who_is_expected_and_leaves_room() {
    for lang in ["zh", "en"] {
        let (place, name) = prepared(lang, "2026-11-22T09:00:00+08:00");
        let sheet = place.run(&["signin", &name]).well();
        snapshot(&format!("sign_in_sheet_{lang}"), &sheet);
        assert!(!sheet.contains("13800"), "{sheet}");
        let with = place.run(&["signin", &name, "--phones"]).well();
        has(&with, &["13800000001", "13800000002"]);
        let file = place.home().join("sheet.md").display().to_string();
        assert_eq!(place.run(&["signin", &name, "-o", &file]).well(), "");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), sheet);
        // A record is never written over.
        let record = place.session_file(&name).display().to_string();
        place.run(&["signin", &name, "-o", &record]).refused();
    }
}
