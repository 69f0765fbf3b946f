//! `--plain` through pipes: whole meetings a line at a time, the list with numbers, and what the
//! other commands do with it.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

/// Lines as they are piped.
fn piped(lines: &[&str]) -> Vec<u8> {
    format!("{}\n", lines.join("\n")).into_bytes()
}

/// What is said to lines, and what is told beside it.
fn said(place: &Place, args: &[&str], lines: &[&str]) -> (String, String) {
    place.run_on(args, &piped(lines)).well_with_err()
}

#[test]
fn a_whole_meeting_in_chinese() {
    let (place, name) = Place::prepared("zh");
    let lines = [
        "/签到 陈桂花 3栋、王小明 5栋、李强 1栋 政协委员、孙丽 物业",
        "",
        "",
        "",
        "",
        "/举手 王小明 赞成",
        "/举手 陈桂花 反对",
        "",
        "",
        "同意先公示再划线",
        "李强：？费用谁出",
        "/意见",
        "/答复 2 公共收益里出",
        "/下一位",
        "先给老人留位置",
        "/没有这个命令",
        "/说完",
        "/决议 先公示七天，无异议再划线",
        "/表决 举手 3 1",
        "/行动 公示划线方案 @物业 #12-05 =公告栏有图 <1",
        "/结束",
        "",
        "/开始",
        "/结束",
        "3",
        "",
        "",
        "",
        "",
        "王小明",
        "",
        "/商定",
        "/退出",
        "这一行已经没有人听了",
    ];
    let (told, beside) = said(&place, &["run", &name, "--plain"], &lines);
    let told_lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        told_lines[..5],
        [
            "锦苑社区，十一月协商会，尚未开会。定于 2026年11月23日 星期一，议程 2 项，计划 30 分钟，已签到 0 人。",
            "下一步：宣布开会。",
            "全部已保存。",
            "输入一行，记一条；空行告诉下一步；/现在 说到哪一步了，/帮助 列出全部命令，/退出 离开。",
            "陈桂花 签到（居民、3栋），王小明 签到（居民、5栋），李强 签到（政协委员、1栋），孙丽 签到（物业）",
        ]
    );
    has(
        &told,
        &[
            "下一步：宣布开会。\n再来一个空行就照办。\n开会\n",
            "开始第 1 项：停车位改造\n",
            "下一步：请 王小明 发言。\n再来一个空行就照办。\n请 王小明 发言\n",
            "王小明 发言（1 号意见）：同意先公示再划线\n",
            "本项意见 2 条，1 条待答复：\n1 号，王小明：同意先公示再划线\n2 号，李强，提问：费用谁出；待答复\n",
            "没有办成：没有“/没有这个命令”这个命令。",
            "第 1 项“停车位改造”怎样结束：1 达成一致、2 未达成一致、3 结转、4 已通报。\n空行是“达成一致”",
            "第 1 项“停车位改造”：达成一致\n",
            "结束第 2 项“下水道疏通”：结转\n",
            "空行就先宣读商定的内容",
            "宣读 R1，第 1/2 项：先公示七天，无异议再划线（通过 3:1）\n",
            "宣读 A1，第 2/2 项：公示划线方案（承办 物业、期限 12-05、验收 公告栏有图）\n",
            "决议 1 项，行动 1 项：\n",
        ],
    );
    assert!(!told.contains("没有人听"));
    has(&beside, &["记录已保存：", "yishi run jinyuan/2026-11-23-shiyiyuexieshanghui"]);
    // The record is what was told, to the last line.
    let minutes = place.run(&["minutes", &name]).well();
    has(
        &minutes,
        &[
            "停车位改造",
            "先公示七天，无异议再划线",
            "赞成 3",
            "公示划线方案",
            "2026-12-05",
            "费用谁出",
        ],
    );
    let shown = place.run(&["show", &name]).well();
    has(&shown, &["宣读 R1，无人提出异议", "宣读 A1，王小明 确认", "散会"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn a_whole_meeting_in_english() {
    let place = Place::new("en");
    place.run(&["new", "community", "Maple Court"]).well();
    let agenda = place.file("agenda.txt", b"Parking | 20\n");
    let args = ["new", "session", "maple-court", "November meeting", "--agenda", &agenda];
    let name = place.run(&args).well().trim().to_owned();
    let lines = [
        "/in Ann Lee 3B, Ben Carter 5A, Sam Price property",
        "",
        "",
        "/start",
        "/hand Ben Carter support",
        "/queue",
        "/next",
        "+ publish the plan first",
        "/agree 1 Ann Lee",
        "/done",
        "/resolve Publish the plan, then paint",
        "/vote hands 2 0",
        "/end",
        "1",
        "/close",
        "/close",
        "/where",
    ];
    let (told, _) = said(&place, &["--plain", "run", &name], &lines);
    has(
        &told,
        &[
            "Maple Court, November meeting: not opened. It is on Monday 23 November 2026; 1 items",
            "Next step: Open the meeting.\nAnother empty line does it.\nMeeting opened\n",
            "1 hand is up:\n1. Ben Carter, support, hand up 22:00, not yet spoken\n",
            "Ben Carter (opinion 1, support): publish the plan first\n",
            "Ann Lee agrees with opinion 1 (Ben Carter)\n",
            "How does item 1 “Parking” end? 1 agreed, 2 not agreed, 3 carried over, 4 noted.\n",
            "Item 1 “Parking” ended: agreed\n",
            "“/close” closes without that",
            "Meeting closed",
            "It closed at 22:00 after 0 minutes.",
        ],
    );
    let minutes = place.run(&["minutes", &name]).well();
    has(&minutes, &["Publish the plan, then paint", "publish the plan first", "Ann Lee"]);
    has(&place.run(&["check"]).well(), &["all sound"]);
}

#[test]
fn what_cannot_be_read_spoils_only_itself() {
    let (place, name) = Place::prepared("zh");
    let mut input = "/签到 王小明 5栋\n".as_bytes().to_vec();
    input.extend(b"\xff\xfe\n");
    input.extend(vec![b'x'; 100_000]);
    input.extend("\n\u{1b}[2J\n/签到 李强\n/现在".as_bytes());
    let (told, _) = place.run_on(&["run", &name, "--plain"], &input).well_with_err();
    let refused = told.lines().filter(|line| line.starts_with("没有办成：")).count();
    assert_eq!(refused, 3, "{told}");
    has(&told, &["王小明 签到", "李强 签到", "已签到 2 人"]);
}

#[test]
fn the_end_of_the_pipe_leaves_and_everything_is_saved() {
    let (place, name) = Place::prepared("zh");
    let many: Vec<String> = (1..=300).map(|n| format!("/备注 第{n}条")).collect();
    let mut lines = vec!["/签到 王小明", "/开会"];
    lines.extend(many.iter().map(String::as_str));
    let (told, _) = said(&place, &["run", &name, "--plain"], &lines);
    has(&told, &["第1条", "第300条"]);
    let shown = place.run(&["show", &name]).well();
    assert_eq!(shown.matches("备注").count(), 300, "each note once");
}

#[test]
fn meetings_are_opened_by_number_or_name_until_an_empty_line() {
    let (place, name) = Place::prepared("zh");
    place.run(&["new", "community", "翠湖社区"]).well();
    place.run(&["new", "session", "翠湖", "十二月协商会", "--on", "2026-12-05"]).well();
    let lines = [
        "1",
        "/签到 王小明",
        "/开会",
        "/退出",
        "9",
        "翠湖",
        "1",
        "/退出",
        "",
        "十一月",
        "/散会",
        "",
        "/退出",
        "没有这场会",
        "",
    ];
    let (told, _) = said(&place, &["--plain"], &lines);
    has(
        &told,
        &[
            "待召开，2：\n1. 十一月协商会，锦苑社区，2026年11月23日 星期一，尚未开会\n",
            "2. 十二月协商会，翠湖社区，2026年12月5日 星期六，尚未开会\n",
            "社区，2：\n3. ",
            "输入序号或名称打开；空行离开。",
            "锦苑社区，十一月协商会，尚未开会",
            "王小明 签到",
            "会议进行中，可以接着开，1：\n1. 十一月协商会",
            "没有 9 号，列出的是 1 到 4。",
            "空行回到全部。",
            "翠湖社区，十二月协商会，尚未开会",
            "以往会议，1：\n",
        ],
    );
    // One that is over is read.
    let (told, _) = said(&place, &["--plain"], &["十一月", ""]);
    has(&told, &["十一月协商会纪要", "王小明"]);
    has(&place.run(&["show", &name]).well(), &["散会"]);
}

#[test]
fn an_empty_store_says_how_to_begin() {
    for (lang, told) in [("zh", "yishi new community"), ("en", "yishi new community")] {
        let place = Place::new(lang);
        let (said, _) = said(&place, &["--plain"], &[""]);
        has(&said, &[told, "yishi demo --plain"]);
    }
}

#[test]
fn the_variable_and_the_settings_ask_for_it_as_well() {
    let (place, name) = Place::prepared("zh");
    let run = |value: &str| {
        let mut command = place.command(&["run", &name]);
        let output = command.env("YISHI_PLAIN", value).stdin(std::process::Stdio::null());
        let output = output.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, out, _) = run("true");
    assert_eq!(code, Some(0));
    has(&out, &["尚未开会", "输入一行"]);
    let (code, out, err) = run("false");
    assert_eq!((code, out.as_str()), (Some(1), ""));
    has(&err, &["要在终端里运行"]);
    let (_, _, err) = run("vielleicht");
    has(&err, &["YISHI_PLAIN", "vielleicht"]);
    let settings = place.run(&["--plain", "settings"]).well();
    let row = settings.lines().find(|line| line.starts_with("plain")).unwrap().to_owned();
    has(&row, &["true", "命令行"]);
}

#[test]
fn every_screen_has_something_to_say_in_lines() {
    let (place, name) = Place::prepared("zh");
    // What prepares a meeting is typed.
    let (told, _) =
        said(&place, &["prepare", &name, "--plain"], &["/议题 其他事项 10", "/地点 二楼议事厅"]);
    has(&told, &["其他事项", "二楼议事厅"]);
    let (told, _) = said(&place, &["screen", &name, "--plain"], &["/开会"]);
    has(&told, &["锦苑社区，十一月协商会，尚未开会", "没有办成：这里只听不记"]);
    said(&place, &["run", &name, "--plain"], &["/签到 王小明", "/开会", "/散会 留待"]);
    has(&place.run(&["review", &name, "--plain"]).well(), &["十一月协商会纪要", "王小明"]);
    has(&place.run(&["review", &name, "--plain", "--replay"]).well(), &["签到", "散会"]);
    let keep = place.home().join("demo").display().to_string();
    let (told, beside) = said(&place, &["demo", "--plain", "--keep", &keep], &["/现在", "/退出"]);
    has(&told, &["会议进行中"]);
    has(&beside, &[&keep]);
}
