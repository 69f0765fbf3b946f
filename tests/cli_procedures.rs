//! `yishi procedures`, meetings that are part of a procedure, and topics on their agendas, in the real
//! program.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::fs;

use cli_support::{Place, has};
use serde_json::Value;

const SLIP: &str =
    "/登记 楼道堆物；提出：王小明、李强；来源：来电；类别：邻里纠纷\n/审定 1 受理；级别：社区\n";

fn place(lang: &'static str) -> Place {
    let place = Place::new(lang).at("2026-11-23T09:00:00+08:00");
    place.run(&["new", "community", "锦苑社区"]).well();
    place
}

fn own(place: &Place, path: &str, text: &str) {
    let path = place.store().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Puts a line into the community's file.
fn described(place: &Place, line: &str) {
    let file = place.store().join("communities/jinyuan/community.ron");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("(\n", &format!("(\n    {line},\n"), 1)).unwrap();
}

fn minutes(place: &Place, session: &str) -> Value {
    serde_json::from_str(&place.run(&["minutes", session, "--format", "json"]).well()).unwrap()
}

#[test]
fn all_procedures_are_listed_with_stages_provenance_and_source() {
    let told = place("zh").run(&["procedures"]).well();
    has(
        &told,
        &[
            "云岩六步（yunyan-six）  默认",
            "第一步  收集议题  征集登记",
            "第四步  协商议事  会议；须先审定受理；最好先完成调研",
            "委员工作室四步（nanming-four）",
            "有事好商量",
            "10 天内",
            "各环节可按任意次序进行，也可重复",
            "紧急情况直接进入：办结",
            "来源：照原文",
            "来源：有改动",
            "来源：自定",
            "公开的只有名称和共有五步",
        ],
    );
    // The five of 五事 have no names, in either language.
    let wushi = told.split("五事（wushi）").nth(1).unwrap();
    has(wushi, &["  第一步  征集登记、审定\n", "第五步  反馈、评价", "/命名 wushi"]);
    let told = place("en").run(&["procedures"]).well();
    has(&told, &["Yunyan six steps (yunyan-six)  default", "Step 4  Consult  meeting"]);
    has(&told, &["Step 1  intake, screening", "Stages in any order", "within 10 days"]);
}

#[test]
fn one_is_written_out_to_start_from() {
    let place = place("zh");
    let text = place.run(&["procedures", "--format", "ron", "村民说事"]).well();
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/data/procedures/cunmin-shuoshi.ron");
    assert_eq!(text, fs::read_to_string(shipped).unwrap());
    own(&place, "communities/jinyuan/procedures/ours.ron", &text.replace("村民说事", "院坝说事"));
    let told = place.run(&["procedures", "jinyuan"]).well();
    has(&told, &["院坝说事（ours）", "本社区文件：", "procedures/ours.ron"]);
    let wrong = place.run(&["procedures", "--format", "ron", "没有"]).refused();
    has(&wrong, &["没有“没有”这种程序", "云岩六步", "五事"]);
}

#[test]
fn a_file_with_mistakes_is_told_whole_and_the_others_are_there() {
    let place = place("zh");
    let bad = "(\n  name: \"四步\",\n  stages: [(wroks: [Intake]), (within: Days(0))],\n)";
    own(&place, "communities/jinyuan/procedures/bad.ron", bad);
    own(
        &place,
        "procedures/good.ron",
        "(name: \"好的\", stages: [(name: \"议\", works: [Meeting])])",
    );
    let (told, wrong) = place.run(&["procedures", "jinyuan"]).in_part();
    has(&told, &["好的（good）", "云岩六步"]);
    has(
        &wrong,
        &["bad.ron", "3", "第 13 列", "“wroks”", "works、blocks", "第 40 列", "Days(天数)"],
    );
    let (checked, _) = place.run(&["check"]).in_part();
    has(&checked, &["bad.ron", "wroks", "Days(0)"]);
    assert!(!checked.contains("good.ron"), "{checked}");
    // A meeting can be made all the same, and who makes it is told.
    let (_, told) = place.run(&["new", "session", "jinyuan", "协商会"]).well_with_err();
    has(&told, &["bad.ron"]);
}

#[test]
fn a_meeting_takes_procedure_rules_and_agenda_over() {
    let place = place("zh");
    let made = place.run(&["new", "session", "jinyuan", "议楼道", "--procedure", "云岩"]).well();
    let json = minutes(&place, made.trim());
    assert_eq!(json["procedure"]["file"], "yunyan-six");
    assert_eq!(json["procedure"]["stage"], 4);
    assert_eq!(json["rules"]["name"], "十三条社区版");
    assert_eq!(json["agenda"].as_array().unwrap().len(), 5);
    let text = place.run(&["minutes", made.trim()]).well();
    has(&text, &["协商程序", "云岩六步（协商议事）"]);
    // What is asked for goes before what the procedure says.
    let args = ["new", "session", "jinyuan", "二", "--procedure", "free", "--rules", "nantang"];
    let made = place.run(&args).well();
    assert_eq!(minutes(&place, made.trim())["rules"]["name"], "南塘十三条");
    // None is adopted where nobody has chosen one; the community's choice is.
    let made = place.run(&["new", "session", "jinyuan", "三"]).well();
    assert_eq!(minutes(&place, made.trim())["procedure"], Value::Null);
    described(&place, "procedure: \"whistle\"");
    let made = place.run(&["new", "session", "jinyuan", "四"]).well();
    let json = minutes(&place, made.trim());
    assert_eq!(json["procedure"]["file"], "whistle");
    assert_eq!(json["agenda"].as_array().unwrap().len(), 0);
    let wrong = place.run(&["new", "session", "jinyuan", "五", "--procedure", "没有"]).refused();
    has(&wrong, &["没有“没有”这种程序"]);
}

#[test]
fn names_that_a_community_gave_go_into_the_record() {
    let place = place("zh");
    let named = "/命名 wushi；名称：甲事；乙事；丙事；丁事；戊事\n";
    place.run_on(&["enter", "jinyuan"], named.as_bytes()).well();
    has(&place.run(&["procedures", "jinyuan"]).well(), &["第三步  丙事  会议"]);
    let made = place.run(&["new", "session", "jinyuan", "五事会", "--procedure", "五事"]).well();
    let stages = minutes(&place, made.trim())["procedure"]["stages"].clone();
    assert_eq!(stages, serde_json::json!(["甲事", "乙事", "丙事", "丁事", "戊事"]));
}

#[test]
fn topics_come_onto_agendas_past_the_gate_only_with_a_reason() {
    let place = place("zh");
    place.run_on(&["enter", "jinyuan"], SLIP.as_bytes()).well();
    described(&place, "rules: \"strict-survey\"");
    let new = ["new", "session", "jinyuan", "协商会", "--topic", "1"];
    let wrong = place.run(&new).refused();
    has(
        &wrong,
        &["会议没有建立", "不调研不协商", "1 号议题", "基本情况", "入户走访 1 次", "--despite"],
    );
    // Nothing was made.
    has(&place.run(&["list", "sessions"]).with_err(), &["还没有会议"]);
    let mut despite = new.to_vec();
    despite.extend(["--despite", "情况紧急"]);
    let made = place.run(&despite).well();
    let json = minutes(&place, made.trim());
    let topic = &json["agenda"][0]["topic"];
    assert_eq!(json["agenda"][0]["title"], "楼道堆物");
    assert_eq!(topic["case"], "1");
    assert_eq!(topic["proposers"], serde_json::json!(["王小明", "李强"]));
    assert_eq!(topic["survey_waived"], "情况紧急");
    let text = place.run(&["minutes", made.trim()]).well();
    has(&text, &["议题编号", "王小明、李强", "商前调研所缺", "调研不全仍予协商的理由", "情况紧急"]);
    has(&place.run(&["show", made.trim()]).well(), &["1 号议题", "调研不全仍予协商", "情况紧急"]);
    // A number that is none, one that is not there, one twice.
    for (topics, why) in [
        (&["--topic", "路灯"][..], "不是议题号"),
        (&["--topic", "9"][..], "没有 9 号议题"),
        (&["--topic", "1", "--topic", "#1", "--despite", "急"][..], "写了两次"),
    ] {
        let mut args = vec!["new", "session", "jinyuan", "又"];
        args.extend(topics);
        has(&place.run(&args).refused(), &[why]);
    }
}

#[test]
fn notes_tie_items_to_topics_and_the_gate_holds_at_the_table() {
    let place = place("zh");
    place.run_on(&["enter", "jinyuan"], SLIP.as_bytes()).well();
    let made =
        place.run(&["new", "session", "jinyuan", "协商会", "--rules", "不调研不协商"]).well();
    let session = made.trim();
    let notes =
        "/议题 #1 | 20\n/议题 #1 | 20 | 理由：情况紧急\n/议题 路灯\n/关联 2 #1\n/关联 2 #7\n";
    let (told, wrong) = place.run_on(&["enter", session], notes.as_bytes()).in_part();
    has(&told, &["记入 2 条", "未记入 3 条"]);
    has(&wrong, &["还缺", "“/议题 #1 | 理由：", "已经列为第 1 项", "没有 7 号议题"]);
    place
        .run_on(
            &["enter", session],
            "/撤销\n/撤销\n/议题 楼道\n/规则 plain\n/关联 1 #1\n/规则 strict-survey\n/开会\n"
                .as_bytes(),
        )
        .well();
    let (_, wrong) = place.run_on(&["enter", session], "/开始\n".as_bytes()).in_part();
    has(&wrong, &["不能开始", "/免调研 1 理由"]);
    // The survey is completed in the ledger; the record learns of it.
    let survey = "/调研 1；方式：座谈；地点：3栋；对象：住户；情况：三个单元有堆物；政策：消防条例；方案：清理；问题：谁来清\n\
                  /走访 1；地点：3栋；户数：5\n";
    place.run_on(&["enter", "jinyuan"], survey.as_bytes()).well();
    place.run_on(&["enter", session], "/开始\n".as_bytes()).well();
    has(&place.run(&["show", session]).well(), &["商前调研已经齐全"]);
}

#[test]
fn what_the_procedure_needs_first_holds_wherever_a_topic_comes_onto_an_agenda() {
    let place = place("zh");
    place.run_on(&["enter", "jinyuan"], "/登记 路灯不亮；提出：赵敏\n".as_bytes()).well();
    let new = ["new", "session", "jinyuan", "协商会", "--topic", "1"];
    has(&place.run(&new).refused(), &["会议没有建立", "尚缺：已审定受理", "--despite"]);
    let made = place.run(&["new", "session", "jinyuan", "协商会"]).well();
    let session = made.trim();
    let (_, on) = session.split_once('/').unwrap();
    let listed = format!("/列入 1 {on}\n");
    let (_, wrong) = place.run_on(&["enter", "jinyuan"], listed.as_bytes()).in_part();
    has(&wrong, &["还不能列入议程，尚缺：已审定受理", "先审定（/审定 1）", "/列入 1 会议；理由："]);
    let notes = "/议题 #1\n/议题 路灯\n/关联 1 #1\n/关联 1 #1 情况紧急\n";
    let (told, wrong) = place.run_on(&["enter", session], notes.as_bytes()).in_part();
    has(&told, &["记入 2 条", "未记入 2 条"]);
    has(&wrong, &["尚缺：已审定受理", "“/议题 #1 | 理由："]);
    has(&place.run(&["show", session]).well(), &["尚缺已审定受理仍予列入，理由：情况紧急"]);
    let despite = [&new[..], &["--despite", "情况紧急"]].concat();
    let made = place.run(&despite).well();
    let json = minutes(&place, made.trim());
    let topic = &json["agenda"][0]["topic"];
    assert_eq!(topic["lacks"], serde_json::json!(["screened"]));
    assert_eq!(topic["despite"], "情况紧急");
    let text = place.run(&["minutes", made.trim()]).well();
    has(&text, &["列入议程时尚缺", "已审定受理", "尚缺仍予列入的理由", "情况紧急"]);
}

#[test]
fn a_community_s_exclusions_are_checked() {
    let place = place("zh");
    own(&place, "communities/jinyuan/exclusions.ron", "[\n (key: \"a\", nmae: \"甲\")]");
    let (checked, _) = place.run(&["check"]).in_part();
    has(&checked, &["exclusions.ron", "nmae", "redirect_en"]);
}
