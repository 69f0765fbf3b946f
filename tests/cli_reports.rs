//! What is made of a record: minutes, action lists, news of actions, and where they are written.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

const NOTES: &str = "19:00 /开会\n\
/签到 陈桂花 3栋、王小明 5栋、李强 政协委员\n\
19:02 /开始\n\
王小明：+停车位应先给老人\n\
19:05 /行动 公示方案 @物业 #2026-12-07 =公告栏有图\n\
19:06 /行动 +cmd()|写协议 @业委会 #2026-11-23\n\
19:07 /行动 不做了的事 @物业 #2026-12-01\n\
19:08 /撤回 A3 已经做过\n";

fn held() -> (Place, String) {
    let (place, name) = Place::prepared("zh");
    let (_, told) = place.run_on(&["enter", &name], NOTES.as_bytes()).any();
    assert!(told.is_empty(), "{told}");
    (place, name)
}

#[test]
fn minutes_are_written_where_they_are_wanted() {
    let (place, name) = held();
    let shown = place.run(&["minutes", &name]).well();
    has(&shown, &["# ", "停车位改造", "停车位应先给老人", "公示方案"]);
    // The end of the chain ties the minutes to the record.
    let log = std::fs::read_to_string(place.session_file(&name)).unwrap();
    let hash = log.lines().rev().nth(1).unwrap().rsplit_once("// ").unwrap().1;
    has(&shown, &[hash]);
    let file = place.home().join("纪要.md").display().to_string();
    assert_eq!(place.run(&["minutes", &name, "-o", &file]).well(), "");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), shown);
    let json = ["minutes", &name, "--format", "json", "-o", &file];
    place.run(&json).well();
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(json["session"], name.split_once('/').unwrap().1);
    let left: Vec<_> = std::fs::read_dir(place.home()).unwrap().flatten().collect();
    assert!(left.iter().all(|it| !it.file_name().to_string_lossy().ends_with(".tmp")));
}

#[test]
fn records_are_never_overwritten_by_what_is_made_of_them() {
    let (place, name) = held();
    let community = place.store().join("communities/jinyuan");
    let log = place.session_file(&name);
    for path in [&log, &community.join("community.ron")] {
        let before = std::fs::read(path).unwrap();
        let file = path.display().to_string();
        for args in [&["minutes", &name][..], &["actions", "--format", "csv"]] {
            let told = place.run(&[args, &["-o", &file]].concat()).refused();
            has(&told, &[&file, "没有覆盖"]);
        }
        assert_eq!(std::fs::read(path).unwrap(), before);
    }
    let nowhere = place.home().join("no/such/x.md").display().to_string();
    has(&place.run(&["minutes", &name, "-o", &nowhere]).refused(), &["no/such"]);
    let folder = place.home().display().to_string();
    assert!(!place.run(&["minutes", &name, "-o", &folder]).refused().is_empty());
}

#[test]
fn actions_are_listed_by_status_scope_and_form() {
    let (place, name) = held();
    // At 22:00 on the day itself nothing is overdue.
    let open = place.run(&["actions"]).well();
    has(&open, &["公示方案", "写协议", "物业", "2026-12-07", "0/2"]);
    assert!(!open.contains("不做了的事"));
    let place = place.at("2026-11-24T09:00:00+08:00");
    let overdue = place.run(&["actions", "--status", "overdue"]).well();
    has(&overdue, &["写协议"]);
    assert!(!overdue.contains("公示方案"), "{overdue}");
    has(&place.run(&["actions", "--status", "all"]).well(), &["不做了的事", "公示方案"]);
    assert!(!place.run(&["actions", "--status", "done"]).well().contains("公示方案"));
    for scope in ["jinyuan", "锦苑社区", &name, "十一月", "latest"] {
        has(&place.run(&["actions", scope]).well(), &["公示方案"]);
    }
    has(&place.run(&["actions", "nowhere"]).refused(), &["nowhere", &name]);
    has(&place.run(&["actions", "--format", "md"]).well(), &["| ", "公示方案"]);
    let json = place.run(&["actions", "--format", "json"]).well();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["actions"].as_array().unwrap().len(), 2);
    // A spreadsheet finds its mark, its line ends, and no formula.
    let csv = place.run(&["actions", "--format", "csv", "--status", "all"]).bytes();
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
    has(&csv, &["'+cmd()|写协议", "公示方案"]);
}

#[test]
fn news_of_an_action_goes_to_the_ledger_of_this_device() {
    let (mut place, name) = held();
    let first = format!("{name}/A1");
    let shown = place.run(&["action", &first]).well();
    has(&shown, &["公示方案", "还没有进展"]);
    let args = ["action", &first, "--state", "underway", "--note", "图纸已画好"];
    has(&place.run(&args).well(), &[&first, "办理中"]);
    // On another device, a day later; any part of the session's name will do, in full width too.
    place.set_device("other");
    place.set_now("2026-11-25T10:00:00+08:00");
    place.run(&["action", "十一月／Ａ1", "--state", "done"]).well();
    let shown = place.run(&["action", "latest/a1"]).well();
    has(&shown, &["2026-11-23 22:00", "图纸已画好", "李敏", "2026-11-25 10:00", "办结"]);
    has(&place.run(&["minutes", &name]).well(), &["办结（2026-11-25）", "办结 1/2"]);
    has(&place.run(&["actions", "--status", "done"]).well(), &["公示方案", "1/2"]);
    for device in ["test", "other"] {
        let ledger = place.store().join(format!("communities/jinyuan/ledger.{device}.ron"));
        assert!(ledger.exists(), "{device}");
    }
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn news_that_cannot_be_is_refused() {
    let (place, name) = held();
    for id in ["A9", "A0", "x", "A", "", "A1x", "A99999999999", "/A1", "公示方案"] {
        assert!(!place.run(&["action", id]).refused().is_empty(), "{id}");
    }
    has(&place.run(&["action", &format!("{name}/A9")]).refused(), &["A9"]);
    has(&place.run(&["action", "nowhere/A1"]).refused(), &["nowhere"]);
    let dropped = format!("{name}/A3");
    let told = place.run(&["action", &dropped, "--state", "done"]).refused();
    has(&told, &["A3", "已经做过"]);
    let first = format!("{name}/A1");
    has(&place.run(&["action", &first, "--state", "open"]).refused(), &["待办理", "--note"]);
    assert!(!place.run(&["action", &first, "--note", " "]).refused().is_empty());
    let long = "长".repeat(5_001);
    has(&place.run(&["action", &first, "--note", &long]).refused(), &["5000"]);
    assert!(!place.run(&["action", &first, "--state", "lost"]).misused().is_empty());
    let ledger = place.store().join("communities/jinyuan/ledger.test.ron");
    let ledger = std::fs::read_to_string(ledger).unwrap();
    assert!(!ledger.contains("ActionReported"), "{ledger}");
}

#[test]
fn a_bare_number_serves_while_it_is_the_only_one() {
    let (place, name) = held();
    has(&place.run(&["action", "A1"]).well(), &["公示方案"]);
    let second = place.run(&["new", "session", "jinyuan", "十二月协商会"]).well();
    let notes = "19:00 /开会\n19:01 /行动 另一件事\n";
    place.run_on(&["enter", second.trim()], notes.as_bytes()).well();
    let told = place.run(&["action", "A1"]).refused();
    has(&told, &["2", &format!("{name}/A1"), &format!("{}/A1", second.trim()), "另一件事"]);
    has(&place.run(&["action", "A2"]).well(), &["写协议"]);
}

#[test]
fn a_damaged_ledger_is_told_and_the_rest_is_used() {
    let (place, name) = held();
    place.run(&["action", "A1", "--state", "done"]).well();
    let ledger = place.store().join("communities/jinyuan/ledger.old.ron");
    std::fs::write(&ledger, "[\nrubbish\n]\n").unwrap();
    let file = ledger.display().to_string();
    for args in [&["actions"][..], &["minutes", &name], &["check"]] {
        let (out, err) = place.run(args).in_part();
        has(&format!("{out}{err}"), &[&file, "第 2 行"]);
    }
    let (out, _) = place.run(&["actions", "--status", "done"]).in_part();
    has(&out, &["公示方案"]);
}

#[test]
fn check_takes_a_file_or_folder_and_names_what_is_wrong() {
    let (place, name) = held();
    let file = place.session_file(&name).display().to_string();
    has(&place.run(&["check", &file]).well(), &["1 个文件"]);
    let (out, _) = place.run(&["check", "nowhere"]).in_part();
    has(&out, &["nowhere", "无可检查"]);
    let community = place.store().join("communities/jinyuan/community.ron");
    std::fs::write(&community, "(\n  name：\"锦苑\",\n)").unwrap();
    let (out, _) = place.run(&["check"]).in_part();
    has(&out, &["community.ron 第 2 行", "：", "半角"]);
    let told = place.run(&["new", "session", "jinyuan", "会"]).refused();
    has(&told, &["community.ron", "第 2 行"]);
    let (out, _) = place.run(&["list"]).in_part();
    has(&out, &["jinyuan", "第 2 行"]);
    // What was recorded does not depend on it.
    has(&place.run(&["show", &name]).well(), &["停车位应先给老人"]);
}
