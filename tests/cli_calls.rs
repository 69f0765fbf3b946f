//! Members are called, report in, and calls end; stations and rosters; on the command line and as
//! lines of a ledger.
//!
//! 锦苑 is at 26.65° N, 106.63° E. A hundredth of a degree of latitude is 1,112 m: 赵敏 lives 0.005° away,
//! 556 m, 孙丽 0.02°, 2,224 m, and nobody knows how far 钱七 lives.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::path::Path;

use cli_support::{Place, has};

const JINYUAN: &str = "姓名,身份,楼栋,电话,界别,网格,纬度,经度\n\
王芳,政协委员,3栋,13800000001,教育界,二网格,26.651,106.63\n\
李强,人大代表,5栋,13800000002,,一网格,,\n\
陈桂花,居民,3栋,13800000003,,二网格,,\n";

const CUIHU: &str = "姓名,身份,楼栋,电话,界别,网格,坐标\n\
赵敏,党代表,1栋,13900000001,,二网格,\"26.655,106.63\"\n\
孙丽,政协委员,,13900000002,医卫界,,\"106.63,26.67\"\n\
钱七,政协委员,,,经济界,,\n";

/// Two communities with members.
fn placed(lang: &'static str) -> Place {
    let place = Place::new(lang);
    place.run(&["new", "community", "锦苑社区"]).well();
    place.run(&["new", "community", "翠湖社区"]).well();
    let file = place.store().join("communities/jinyuan/community.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    let spot = "(\n    spot: (26.65, 106.63),\n    contact: \"居委会 方静\",\n";
    std::fs::write(&file, text.replacen("(\n", spot, 1)).unwrap();
    for (community, list) in [("jinyuan", JINYUAN), ("cuihu", CUIHU)] {
        let file = place.file(&format!("{community}.csv"), list.as_bytes());
        place.run(&["people", community, "--import", &file]).well();
    }
    place
}

/// Everything in a folder's ledgers.
fn ledgers(place: &Place) -> String {
    let mut all = String::new();
    for community in ["jinyuan", "cuihu"] {
        let file = place.store().join(format!("communities/{community}/ledger.test.ron"));
        all.push_str(&std::fs::read_to_string(file).unwrap());
    }
    all
}

/// Names in the order of a table's rows.
fn names(table: &str) -> Vec<&str> {
    let people = ["王芳", "李强", "赵敏", "孙丽", "钱七", "陈桂花"];
    let first = |line: &'_ str| people.into_iter().find(|name| line.starts_with(name));
    table.lines().filter_map(first).collect()
}

/// What is made, as it was read and accepted.
fn snapshot(name: &str, made: &str) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name.to_owned(), made);
    });
}

#[test]
fn a_call_goes_to_the_nearest_members_and_nobody_else() {
    let place = placed("zh");
    let (out, told) = place
        .run(&["call", "jinyuan", "3栋水管爆裂", "--grid", "二网格", "--place", "3栋地下室"])
        .well_with_err();
    // 陈桂花 is no member; how far 钱七 lives is not known, and nobody asked for so many.
    assert_eq!(names(&out), ["王芳", "李强", "赵敏", "孙丽"]);
    has(&out, &["第 1 号吹哨", "同网格", "同社区", "600 米内", "2.3 公里内"]);
    has(&told, &["call jinyuan/1 --sheet"]);
    assert!(!told.contains("没有人登记在"), "{told}");
    // Asked for by number, the nearest; those of whom nothing is known come last.
    let two = place.run(&["call", "jinyuan", "围墙", "--count", "2"]).well_with_err().0;
    assert_eq!(names(&two), ["王芳", "李强"]);
    let all = place.run(&["call", "jinyuan", "围墙", "--count", "9"]).well_with_err().0;
    assert_eq!(names(&all), ["王芳", "李强", "赵敏", "孙丽", "钱七"]);
    has(&all, &["远近不详"]);
    // A grid that nobody is known to live in may be called otherwise.
    let (_, told) = place.run(&["call", "jinyuan", "围墙", "--grid", "第二网格"]).well_with_err();
    has(&told, &["没有人登记在“第二网格”", "请核对"]);
    let lines = "/吹哨 围墙；网格：第二网格\n/吹哨 围墙；网格：二网格\n";
    let told = place.run_on(&["enter", "jinyuan"], lines.as_bytes()).with_err();
    assert_eq!(told.matches("没有人登记在").count(), 1, "{told}");
    // By the place of the matter instead of the community's: 孙丽 lives there.
    let at = ["call", "jinyuan", "围墙", "--at", "26.67,106.63", "--count", "3"];
    let there = place.run(&at).well_with_err().0;
    assert_eq!(names(&there), ["王芳", "李强", "孙丽"]);
    has(&there, &["100 米内"]);
    // By name, whoever that is.
    let named = ["call", "jinyuan", "围墙", "--member", "钱七", "--member", "王芳"];
    assert_eq!(names(&place.run(&named).well_with_err().0), ["钱七", "王芳"]);
}

#[test]
fn homes_and_phones_are_in_no_record() {
    let place = placed("zh");
    place.run(&["call", "jinyuan", "围墙", "--count", "9"]).well_with_err();
    let all = ledgers(&place);
    for private in ["26.65", "26651000", "26655000", "106.63", "10663000", "13800", "13900"] {
        assert!(!all.contains(private), "{private}");
    }
    has(&all, &["Metres(600)", "Metres(2300)"]);
    let contacts = place.store().join("communities/jinyuan/contacts.ron");
    has(&std::fs::read_to_string(contacts).unwrap(), &["lat: 26651000", "lon: 106630000"]);
}

#[test]
fn each_reports_in_once_and_a_call_ends() {
    let mut place = placed("zh");
    place.run(&["call", "jinyuan", "水管爆裂"]).well_with_err();
    place.set_now("2026-11-23T22:20:00+08:00");
    let told = place.run(&["call", "jinyuan/1", "--reported", "王芳", "--reported", "zm"]).well();
    has(&told, &["王芳向第 1 号吹哨报到", "赵敏向第 1 号吹哨报到"]);
    has(&place.run(&["call", "jinyuan/1", "--reported", "王芳"]).refused(), &["王芳", "报到过"]);
    let stranger = place.run(&["call", "jinyuan/1", "--reported", "陈桂花"]).refused();
    has(&stranger, &["陈桂花", "王芳", "李强", "赵敏", "孙丽"]);
    let shown = place.run(&["call", "jinyuan/1"]).well();
    has(&shown, &["水管爆裂", "11-23 22:20"]);
    let told = place.run(&["call", "锦苑/1", "--close", "已修好"]).well();
    has(&told, &["已修好"]);
    has(&place.run(&["call", "jinyuan/1", "--reported", "李强"]).refused(), &["销哨"]);
    has(&place.run(&["call", "jinyuan/1", "--close", "x"]).refused(), &["销哨"]);
    has(&place.run(&["call", "jinyuan"]).well(), &["水管爆裂", "2/4", "已修好"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn what_is_asked_wrongly_is_told_with_a_way_out() {
    let place = placed("zh");
    for (args, parts) in [
        (&["call", "nowhere", "x"][..], &["nowhere", "jinyuan"][..]),
        (&["call", "jinyuan/9"], &["9", "还没有吹过哨"]),
        (&["call", "jinyuan/x"], &["“x”", "jinyuan/1"]),
        (&["call", "jinyuan/9", "x"], &["jinyuan/9", "jinyuan"]),
        (&["call", "jinyuan", "x", "--at", "北边"], &["北边", "26.6476"]),
        (&["call", "jinyuan", "x", "--at", "91,181"], &["91,181"]),
        (&["call", "jinyuan", "x", "--topic", "abc"], &["abc", "议题号"]),
        (&["call", "jinyuan", "x", "--topic", "7"], &["7"]),
        (&["call", "jinyuan", "x", "--member", "陈桂花"], &["陈桂花", "yishi people"]),
        (&["call", "jinyuan", "  "], &[]),
    ] {
        let told = place.run(args).refused();
        has(&told, parts);
        assert!(!told.trim().is_empty());
    }
    has(&place.run(&["call", "jinyuan", "x", "--count", "0"]).misused(), &["0"]);
    // Nothing of it was written.
    assert!(!ledgers(&place).contains("CalledOut"));
    let empty = Place::new("zh");
    empty.run(&["new", "community", "锦苑社区"]).well();
    has(&empty.run(&["call", "jinyuan", "x"]).refused(), &["政协委员", "yishi people"]);
    has(&empty.run(&["call", "jinyuan"]).with_err(), &["yishi call jinyuan"]);
}

#[test]
fn a_neighbour_that_cannot_be_read_does_not_silence_a_community() {
    let place = placed("zh");
    let broken = place.store().join("communities/cuihu/contacts.ron");
    std::fs::write(&broken, "(oops").unwrap();
    let (out, told) = place.run(&["call", "jinyuan", "围墙"]).in_part();
    assert_eq!(names(&out), ["王芳", "李强"]);
    has(&told, &["contacts.ron"]);
}

#[test]
fn an_emergency_takes_its_topic_to_action() {
    let place = placed("zh");
    let lines = "/登记 水管爆裂；提出：陈桂花；来源：来电\n/审定 1 受理\n/程序 1 社区吹哨委员报到\n\
                 /吹哨 3栋水管爆裂；网格：二网格；人数：2；议题：1；紧急\n";
    let told = place.run_on(&["enter", "jinyuan"], lines.as_bytes()).well();
    has(&told, &["4"]);
    let shown = place.run(&["call", "jinyuan/1"]).well();
    has(&shown, &["紧急", "1号", "水管爆裂"]);
    assert_eq!(names(&shown), ["王芳", "李强"]);
    let ledger = ledgers(&place);
    has(&ledger, &["urgent:true", "despite:Some(\"3栋水管爆裂\")"]);
}

#[test]
fn stations_and_rosters_are_lines_of_a_ledger() {
    // A Monday; 25 November is the Wednesday.
    let place = placed("zh").at("2026-11-23T10:00:00+08:00");
    has(&place.run(&["stations", "jinyuan"]).with_err(), &["/站点", "enter jinyuan"]);
    let lines = "/站点 锦苑联络站；地点：党群服务中心；成员：王芳、李强\n\
                 /站点 教育界工作室；界别：教育界；成员：wf\n\
                 /站点 东片区；社区：锦苑社区、翠湖\n\
                 /值班 锦苑联络站 周三 王芳、李强\n\
                 /值班 锦苑联络站 11-23 李强\n";
    has(&place.run_on(&["enter", "jinyuan"], lines.as_bytes()).well(), &["5"]);
    let told = place.run(&["stations", "锦苑"]).well();
    has(&told, &["锦苑联络站", "党群服务中心", "王芳、李强", "委员工作室", "教育界", "片区"]);
    has(&told, &["锦苑社区、翠湖社区", "11-23 周一 今天", "11-25 周三"]);
    has(&place.run(&["stations"]).with_err(), &["enter cuihu"]);
    let later = place.run(&["stations", "锦苑", "--on", "12-01"]).well();
    has(&later, &["12-02 周三"]);
    assert!(!later.contains("11-2") && !later.contains("今天"), "{later}");
    has(&place.run(&["stations", "锦苑", "--on", "某天"]).refused(), &["某天"]);
    let wrong = "/站点 西片区\n/站点 无名\n/值班 湖边站 周三 王芳\n/值班 锦苑联络站 某天 王芳\n\
                 /值班 锦苑联络站 周三 何人\n/站点 西片区；社区：远方\n/报到 9 王芳\n/销哨 9 了结\n\
                 /吹哨 ；紧急\n/吹哨 x；坐标：北\n/值班 锦苑联络站 周三 王芳、李强\n";
    let (_, told) = place.run_on(&["enter", "jinyuan"], wrong.as_bytes()).in_part();
    has(&told, &["西片区", "湖边站", "锦苑联络站", "某天", "何人", "远方", "26.6476"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn the_sheet_of_a_call() {
    for lang in ["zh", "en"] {
        let mut place = placed(lang);
        let reason = "3栋水管爆裂 | *快*";
        let args = ["call", "jinyuan", reason, "--grid", "二网格", "--place", "3栋", "--urgent"];
        place.run(&args).well_with_err();
        place.set_now("2026-11-23T22:05:00+08:00");
        place.run(&["call", "jinyuan/1", "--reported", "赵敏"]).well();
        let sheet = place.run(&["call", "jinyuan/1", "--sheet"]).well();
        snapshot(&format!("call_sheet_{lang}"), &sheet);
        let file = place.home().join("sheet.md").display().to_string();
        assert_eq!(place.run(&["call", "jinyuan/1", "-o", &file]).well(), "");
        assert_eq!(std::fs::read_to_string(Path::new(&file)).unwrap(), sheet);
        let shown = place.run(&["call", "jinyuan/1"]).well();
        snapshot(&format!("call_shown_{lang}"), &shown);
        assert!(!shown.contains("13800") && !shown.contains("13900"), "{shown}");
        // A record is never written over.
        let record = place.store().join("communities/jinyuan/ledger.test.ron");
        let record = record.display().to_string();
        place.run(&["call", "jinyuan/1", "-o", &record]).refused();
    }
}
