//! Topics of a community from the command line: entered, listed, shown, imported, gathered.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::fs;
use std::path::PathBuf;

use cli_support::{Place, has};

/// Two slips taken from paper, and what was done about them. Today is 23 November 2026.
const LINES: &str = "\u{feff}# 征集表\n\
2026-11-20 09:30 /登记 楼道堆物；提出：王小明、张三；来源：来电；类别：邻里纠纷；地点：3栋；理由：影响消防\n\
\n\
/登记 路灯不亮；提出：李四；类别：民生；地点：5栋\n\
11-21 10:00 /审定 1 受理；级别：街道；审定人：刘书记\n\
/答复 1 电话告知已受理；对象：王小明\n\
11-21 15:00 /走访 3栋2单元；议题：1；户数：3；情况：都愿意清理\n\
/调研 1；方式：入户走访；情况：三个单元都有\n\
/审定 2 不受理；理由：纯属私事；转办：亲属协商\n\
11-22 /归并 2 到 1\n\
/联名 1 赵六\n";

fn community(lang: &'static str) -> Place {
    let mut place = Place::new(lang).at("2026-11-19T08:00:00+08:00");
    place.run(&["new", "community", "锦苑社区"]).well();
    place.set_now(cli_support::NOW);
    place
}

fn entered(lang: &'static str) -> Place {
    let place = community(lang);
    let (told, refused) = place.run_on(&["enter", "jinyuan"], LINES.as_bytes()).in_part();
    has(&told, &["楼道堆物", "路灯不亮", "8", "1"]);
    // A topic that is not dealt with is merged into no other.
    assert_eq!(refused.lines().count(), 2, "{refused}");
    place
}

fn ledger(place: &Place) -> PathBuf {
    place.store().join("communities/jinyuan/ledger.test.ron")
}

#[test]
fn lines_for_a_community_are_entered_and_numbered() {
    let place = entered("zh");
    let file = fs::read_to_string(ledger(&place)).unwrap();
    // Each line happened when it says, or with the one before it.
    has(&file, &["2026-11-20T09:30:00+08:00", "2026-11-21T10:00:00+08:00", "刘书记"]);
    assert_eq!(file.matches("2026-11-20T09:30:00+08:00").count(), 2, "{file}");
    let told = place.run_on(&["enter", "锦苑社区"], "/登记 电梯；提出：钱七\n".as_bytes()).well();
    assert_eq!(told, "第 3 号议题：电梯\n记入 1 条，未记入 0 条。\n");
    let told =
        place.run_on(&["enter", "锦苑"], "/撤销\n/登记 电梯；提出：钱七\n".as_bytes()).well();
    // A number that was given is not given again.
    assert_eq!(
        told,
        "已撤销：登记第 3 号议题“电梯”，提出人：钱七\n第 4 号议题：电梯\n记入 2 条，未记入 0 条。\n"
    );
    has(&place.run(&["check"]).well(), &["全部完好"]);
    // What is entered later keeps the time it happened at.
    let late = "11-21 /登记 快递柜；提出：钱七\n";
    let told = place.run_on(&["enter", "jinyuan"], late.as_bytes()).well();
    has(&told, &["第 5 号议题"]);
    has(&place.run(&["topic", "5"]).well(), &["日期：2026-11-21", "2026-11-21 00:00 登记"]);
    let english = community("en");
    let told = english.run_on(&["enter", "jinyuan"], b"/raise Lift; by: Ann Lee\n").well();
    assert_eq!(told, "Topic 1: Lift\nentered 1, refused 0\n");
}

#[test]
fn each_refused_line_is_told_and_the_others_go_on() {
    let place = community("zh");
    let lines = "/登记 甲；提出：张三\n\
楼道堆物\n\
/飞\n\
/审定 7 受理\n\
25:99 /登记 乙；提出：张三\n\
2026-12-24 /登记 乙；提出：张三\n\
23:59 /登记 乙；提出：张三\n\
/登记 乙\n\
/结果 1 好\n\
/评价 1 张三 满意 满意\n\
/列入 1 2026-12-03\n\
/登记 丙；提出：张三\n";
    let (told, refused) = place.run_on(&["enter", "jinyuan"], lines.as_bytes()).in_part();
    assert_eq!(told, "第 1 号议题：甲\n第 2 号议题：丙\n记入 2 条，未记入 10 条。\n");
    let numbers: Vec<&str> =
        refused.lines().filter_map(|line| line.strip_prefix("第 ")?.split(" 行").next()).collect();
    assert_eq!(numbers, ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], "{refused}");
    has(&refused, &["/登记 楼道堆物", "/飞", "第 7 号议题", "25:99", "2026-12-24", "提出人"]);
    let (told, help) = place.run_on(&["enter", "jinyuan"], "/帮助\n".as_bytes()).well_with_err();
    assert_eq!(told, "记入 0 条，未记入 0 条。\n");
    has(&help, &["/登记 题目", "/吹哨"]);
}

#[test]
fn a_topic_is_put_on_the_agenda_of_a_meeting() {
    let (place, name) = Place::prepared("zh");
    let lines = "/登记 楼道堆物；提出：王小明\n/审定 1 受理\n/列入 1 十一月；时长：15\n";
    place.run_on(&["enter", "jinyuan"], lines.as_bytes()).well();
    has(&place.run(&["topics"]).well(), &["已列入议程 1 件", "楼道堆物"]);
    let (_, id) = name.split_once('/').unwrap();
    has(&place.run(&["topic", "jinyuan/1"]).well(), &[id, "待协商"]);
    let log = fs::read_to_string(place.session_file(&name)).unwrap();
    has(&log, &["TopicLinked", "楼道堆物"]);
    let again = place.run_on(&["enter", "jinyuan"], "/列入 1 十一月\n".as_bytes());
    let (_, refused) = again.in_part();
    has(&refused, &["第 1 行"]);
}

#[test]
fn the_board_is_told_in_both_languages() {
    for lang in ["zh", "en"] {
        let place = entered(lang);
        insta::assert_snapshot!(format!("board_{lang}"), place.run(&["topics"]).well());
        insta::assert_snapshot!(format!("topic_{lang}"), place.run(&["topic", "jinyuan/1"]).well());
        insta::assert_snapshot!(
            format!("markdown_{lang}"),
            place.run(&["topics", "jinyuan", "--format", "md"]).well()
        );
    }
}

#[test]
fn who_has_not_rated_a_topic_yet_is_on_its_page() {
    let place = entered("zh");
    place.run_on(&["enter", "jinyuan"], "/结果 1 A\n".as_bytes()).well();
    let told = place.run(&["topic", "jinyuan/1"]).well();
    assert!(!told.contains("未评价"), "nobody has, and that is the next thing to do: {told}");
    let lines = "/评价 1 张三 满意 满意\n";
    place.run_on(&["enter", "jinyuan"], lines.as_bytes()).well();
    let told = place.run(&["topic", "jinyuan/1"]).well();
    has(&told, &["楼道堆物（办结）", "未评价 2 人：王小明、赵六"]);
}

#[test]
fn some_topics_are_chosen_in_either_language() {
    let place = entered("zh");
    let count = |args: &[&str]| {
        let mut all = vec!["topics", "--format", "json"];
        all.extend(args);
        let told: serde_json::Value = serde_json::from_str(&place.run(&all).well()).unwrap();
        assert_eq!(told["format"], 1);
        told["total"].as_u64().unwrap()
    };
    for (args, expected) in [
        (&[][..], 2),
        (&["jinyuan"], 2),
        (&["--state", "已审定"], 1),
        (&["--state", "accepted"], 1),
        (&["--state", "不予受理"], 1),
        (&["--state", "在办"], 1),
        (&["--state", "办结"], 0),
        (&["--class", "邻里"], 1),
        (&["--class", "livelihood"], 1),
        (&["--level", "street"], 1),
        (&["--level", "社区"], 0),
        (&["--search", "消防"], 1),
        (&["--search", "wxm 3栋"], 1),
        (&["--search", "2"], 1),
        (&["--search", "没有"], 0),
    ] {
        assert_eq!(count(args), expected, "{args:?}");
    }
    has(&place.run(&["topics", "--state", "睡了"]).refused(), &["睡了", "待审定", "在办"]);
    has(&place.run(&["topics", "--class", "烦心事"]).refused(), &["邻里纠纷", "权益保障"]);
    has(&place.run(&["topics", "nowhere"]).refused(), &["nowhere", "jinyuan"]);
    has(&place.run(&["topic", "jinyuan/9"]).refused(), &["jinyuan/9"]);
    has(&place.run(&["topic", "甲"]).refused(), &["甲"]);
    has(&place.run(&["topic", "＃1"]).well(), &["楼道堆物"]);
}

#[test]
fn programs_read_topics_as_json() {
    let place = entered("zh");
    let told = place.run(&["topics", "jinyuan", "--format", "json"]).well();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["states"]["accepted"], 1);
    assert_eq!(told["states"]["excluded"], 1);
    assert_eq!(told["open"], 1);
    let topic = &told["topics"][0];
    for (field, value) in [
        ("id", "jinyuan/1"),
        ("case", "1"),
        ("state", "accepted"),
        ("class", "neighbours"),
        ("level", "street"),
        ("source", "call"),
        ("date", "2026-11-20"),
    ] {
        assert_eq!(topic[field], value, "{field}");
    }
    assert_eq!(topic["proposers"], serde_json::json!(["王小明", "张三", "赵六"]));
    assert_eq!(topic["visits"], 1);
    assert_eq!(topic["survey_parts"], serde_json::json!(["method", "facts"]));
    assert_eq!(told["topics"][1]["redirect"], "亲属协商");
    assert_eq!(told["topics"][1]["class"], "livelihood");
}

const LIST: &str = "题目,提出人,联名人,日期,来源,类别,子类,级别,地点,理由,不受理理由,转办指引\n\
路灯不亮,王小明,张三,11-18,走访,民生实事,,,5栋,\"老人,夜里看不见\",,\n\
狗叫,李四,,2026/11/19,征集表,烦心事,邻里纠纷,社区,,,,\n\
官司,王五,,,来电,信访,,,,,诉讼仲裁,\n";

fn import(place: &Place, bytes: &[u8]) -> cli_support::Ended {
    let file = place.file("议题.csv", bytes);
    place.run(&["topics", "jinyuan", "--import", &file])
}

#[test]
fn a_list_is_imported_in_whichever_encoding() {
    let gb18030: &[u8] = include_bytes!("data/topics-gb18030.csv");
    let utf16: Vec<u8> =
        format!("\u{feff}{LIST}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = format!("\u{feff}{LIST}").replace('\n', "\r\n").into_bytes();
    for (bytes, encoding) in [
        (LIST.as_bytes(), None),
        (&marked, None),
        (gb18030, Some("GB18030")),
        (&utf16, Some("UTF-16")),
    ] {
        let place = community("zh");
        let told = import(&place, bytes).well();
        has(&told, &["登记 3 件议题", "2 件已有审定"]);
        assert_eq!(told.contains("编码"), encoding.is_some(), "{told}");
        has(&told, encoding.as_slice());
        let list = place.run(&["topics"]).well();
        has(&list, &["路灯不亮（5栋）", "王小明、张三", "狗叫", "邻里纠纷", "不予受理 1 件"]);
        has(&place.run(&["topic", "jinyuan/1"]).well(), &["2026-11-18", "老人,夜里看不见"]);
        has(&place.run(&["topic", "jinyuan/3"]).well(), &["已进入诉讼或仲裁", "转办指引"]);
        // It is one entry of the ledger, taken back as one.
        place.run_on(&["enter", "jinyuan"], "/撤销\n".as_bytes()).well();
        has(&place.run(&["topics"]).well(), &["没有议题"]);
        has(&place.run(&["check"]).well(), &["全部完好"]);
    }
}

#[test]
fn a_list_without_decisions_says_nothing_of_them() {
    for (lang, list, told) in [
        ("zh", "题目,提出人\n路灯不亮,王小明\n狗叫,李四\n", "登记 2 件议题。\n"),
        ("en", "title,proposer\nStreet lamp,Ann Lee\n", "1 topic taken in.\n"),
    ] {
        assert_eq!(import(&community(lang), list.as_bytes()).well(), told);
    }
}

#[test]
fn of_a_list_that_is_wrong_anywhere_nothing_is_imported() {
    let place = community("zh");
    import(&place, LIST.as_bytes()).well();
    let before = fs::read(ledger(&place)).unwrap();
    let long = "长".repeat(5_001);
    let bad = format!(
        "题目,提出人,日期,来源,类别,级别,不受理理由\n\
好的一行,赵六,,,,,\n\
,王小明,,,,,\n\
甲,,,,,,\n\
丙,赵六,13-40,天上,大事,国家,\n\
丁,赵六,2027-01-01,,烦心事,,\n\
戊,赵六,,,,,,多\n\
己,赵六,,,,社区,私事\n\
庚,赵六,,,,,私事\n\
辛,赵六,,,,,\n\
\n\
辛 ,赵六、钱七,,,,,\n\
路灯不亮,张三,,,,,\n\
{long},赵六,,,,,\n"
    );
    let told = import(&place, bad.as_bytes()).refused();
    let lines: Vec<&str> = told
        .lines()
        .filter_map(|line| line.split("议题.csv 第 ").nth(1)?.split(" 行").next())
        .collect();
    let expected = ["3", "4", "5", "5", "5", "5", "6", "6", "7", "8", "9", "12", "13", "14"];
    assert_eq!(lines, expected, "{told}");
    has(
        &told,
        &[
            "没有写题目",
            "没有写提出人",
            "13-40",
            "天上",
            "大事",
            "国家",
            "2027-01-01",
            "烦心事",
            "多于 7 栏",
            "只能写一样",
            "转办",
            "与第 10 行重复",
            "与已登记的第 1 号议题重复",
            "5000",
            "有 10 行不对",
        ],
    );
    assert_eq!(fs::read(ledger(&place)).unwrap(), before, "not a byte was written");
    // The same list again is all duplicates.
    has(&import(&place, LIST.as_bytes()).refused(), &["第 2 行", "第 3 行", "第 4 行", "有 3 行"]);
    for (list, told) in [
        ("", "没有内容"),
        ("名字,天气\n甲,乙\n", "“题目”"),
        ("题目\n甲\n", "“提出人”"),
        ("题目,提出人,天气\n甲,乙,晴\n", "天气"),
        ("题目,提出人,题目\n甲,乙,丙\n", "两次"),
    ] {
        has(&import(&place, list.as_bytes()).refused(), &[told, "没有导入"]);
    }
    has(&import(&place, b"title,by\ncaf\xe9,1\n").refused(), &["第 2 行", "UTF-8", "GB18030"]);
    assert_eq!(fs::read(ledger(&place)).unwrap(), before);
    has(&place.run(&["topics", "--import", "x.csv"]).misused(), &["COMMUNITY"]);
    let missing = place.run(&["topics", "jinyuan", "--import", "nowhere.csv"]);
    has(&missing.refused(), &["nowhere.csv"]);
    let english = community("en");
    let told = import(&english, "title,by\n,Ann\n".as_bytes()).refused();
    has(&told, &["line 2: there is no title", "1 row is wrong", "nothing of the file"]);
}

#[test]
fn what_is_exported_can_be_imported_elsewhere() {
    for lang in ["zh", "en"] {
        let place = entered(lang);
        let awkward =
            "2026-11-22 11:00 /登记 =1+1，“引号”,逗号；提出：王小明；程序：sanhui；渠道：@群\n";
        place.run_on(&["enter", "jinyuan"], awkward.as_bytes()).well();
        let out = place.home().join("out.csv").display().to_string();
        place.run(&["topics", "jinyuan", "--format", "csv", "-o", &out]).well();
        let bytes = fs::read(&out).unwrap();
        assert!(bytes.starts_with("\u{feff}".as_bytes()));
        // Elsewhere, in the other language: the same slips and screenings.
        let other = community(if lang == "zh" { "en" } else { "zh" });
        import(&other, &bytes).well();
        let slips = |place: &Place| -> Vec<serde_json::Value> {
            let told = place.run(&["topics", "jinyuan", "--format", "json"]).well();
            let told: serde_json::Value = serde_json::from_str(&told).unwrap();
            let topics = told["topics"].as_array().unwrap().iter();
            topics
                .map(|topic| {
                    let fields = [
                        "title",
                        "proposers",
                        "date",
                        "source",
                        "channel",
                        "class",
                        "place",
                        "group",
                        "reason",
                        "suggestion",
                        "level",
                        "excluded",
                        "redirect",
                        "approver",
                        "procedure",
                    ];
                    fields
                        .iter()
                        .map(|field| ((*field).to_owned(), topic[*field].clone()))
                        .collect()
                })
                .map(serde_json::Value::Object)
                .collect()
        };
        assert_eq!(slips(&place), slips(&other), "{lang}");
    }
}

#[test]
fn what_meetings_left_becomes_topics() {
    let (place, name) = Place::prepared("zh");
    let notes = "19:00 /开会\n/签到 陈桂花 3栋、王小明 5栋\n19:02 /开始\n\
19:03 /搁置 王小明：路灯晚上不亮\n/搁置 小区没有快递柜\n19:10 /结束 结转\n19:11 /开始\n\
19:20 /结束 已通报\n19:21 /散会 留待跟进\n";
    place.run_on(&["enter", &name], notes.as_bytes()).well();
    let listed = place.run(&["topics", "jinyuan", "--gather"]).well();
    has(
        &listed,
        &["停车位改造", "未决事项", "路灯晚上不亮", "搁置事项", "王小明", "快递柜", "/P1", "/I1"],
    );
    assert!(!listed.contains("下水道疏通"), "{listed}");
    // Nobody is on record for two of the three.
    let refused = place.run(&["topics", "jinyuan", "--gather", "all"]).refused();
    has(&refused, &["--proposer"]);
    has(&place.run(&["topics"]).well(), &["没有议题"]);
    has(&place.run(&["topics", "jinyuan", "--gather", "9"]).refused(), &["9", "1 到 3"]);
    let told = place.run(&["topics", "jinyuan", "--gather", "2"]).well();
    assert_eq!(told, "第 1 号议题：路灯晚上不亮\n");
    let shown = place.run(&["topic", "jinyuan/1"]).well();
    has(&shown, &["提出人：王小明", "来源：搁置事项", "日期：2026-11-23", "/P1"]);
    let told = place.run(&["topics", "jinyuan", "--gather", "全部", "--proposer", "居委会"]).well();
    has(&told, &["第 2 号议题：停车位改造", "第 3 号议题：小区没有快递柜"]);
    has(&place.run(&["topics", "jinyuan", "--gather"]).well(), &["没有留下"]);
    has(&place.run(&["topic", "jinyuan/2"]).well(), &["提出人：居委会", "来源：未决事项", "/I1"]);
    has(&place.run(&["topics", "--gather"]).misused(), &["COMMUNITY"]);
}

#[test]
fn the_board_without_a_screen_lists_topics_and_tells_how_to_go_on() {
    for lang in ["zh", "en"] {
        let place = entered(lang);
        let listed = place.run(&["topics", "jinyuan"]).well();
        let (board, advice) = place.run(&["--plain", "board", "jinyuan"]).well_with_err();
        assert_eq!(board, listed);
        has(&advice, &["yishi topic jinyuan/", "yishi call jinyuan", "yishi stations", "Ctrl+D"]);
        assert_eq!(advice.lines().count(), 4, "{advice}");
        // What is told finds the store that was named.
        let store = place.store().display().to_string();
        let elsewhere = place.home().join("elsewhere").display().to_string();
        std::fs::rename(&store, &elsewhere).unwrap();
        let args = ["--store", &elsewhere, "--plain", "board", "jinyuan"];
        let (_, advice) = place.run(&args).well_with_err();
        has(&advice, &[&format!("yishi --store {elsewhere} enter jinyuan")]);
        let refused = place.run(&["--store", &elsewhere, "board", "jinyuan"]).refused();
        has(&refused, &[&format!("yishi --store {elsewhere} topics jinyuan")]);
    }
}

#[test]
fn two_laptops_number_without_knowing_of_each_other() {
    let mut place = entered("zh");
    place.set_device("laptop-4a1c");
    let told = place.run_on(&["enter", "jinyuan"], "/登记 电梯；提出：钱七\n".as_bytes()).well();
    has(&told, &["第 3-4a1c 号议题：电梯"]);
    let lines = "/审定 3 受理\n/答复 3-4a1c 当面告知\n";
    place.run_on(&["enter", "jinyuan"], lines.as_bytes()).well();
    has(&place.run(&["topic", "jinyuan/3"]).well(), &["jinyuan/3-4a1c 电梯", "当面告知"]);
}

#[test]
fn names_are_found_in_the_directory_of_the_community() {
    let place = community("zh");
    let people = "姓名,楼栋\n王小明,3栋\n王芳,3栋\n王芳,13栋\n";
    let file = place.file("people.csv", people.as_bytes());
    place.run(&["people", "jinyuan", "--import", &file]).well();
    let lines = "/登记 甲；提出：wxm、王芳(13栋)\n/登记 乙；提出：王芳\n/登记 丙；提出：王小\n";
    let (_, refused) = place.run_on(&["enter", "jinyuan"], lines.as_bytes()).in_part();
    has(&refused, &["第 2 行", "王芳(3栋)", "第 3 行", "王小明"]);
    has(&place.run(&["topics"]).well(), &["王小明、王芳(13栋)"]);
}

#[test]
fn what_is_recorded_reaches_no_terminal_as_a_command() {
    let place = community("zh");
    let line = "/登记 红\u{1b}[31m；提出：\u{202e}王；地点：=SUM(A1)\n";
    place.run_on(&["enter", "jinyuan"], line.as_bytes()).well();
    for args in [
        &["topics"][..],
        &["topic", "1"],
        &["topics", "--format", "md"],
        &["topics", "--format", "json"],
        &["topics", "--format", "csv"],
    ] {
        let told = place.run(args).well();
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{args:?}: {told}");
    }
    has(&place.run(&["topics", "--format", "csv"]).well(), &["'=SUM(A1)"]);
}
