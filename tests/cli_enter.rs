//! Entering notes: what is understood becomes a record, each line that is not is told, and nothing
//! that is fed to the program harms it.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::io::{Read as _, Write as _};
use std::process::Stdio;

use cli_support::{Place, has};

/// A meeting in notes. 2026-11-23 is its day.
const NOTES: &str = "\u{feff}# 十一月协商会\n\
19:00 /开会\n\
/签到 陈桂花 3栋、王小明 5栋、李强 政协委员\n\
\n\
19:02 /开始\n\
19:03:30 王小明：+停车位应先给老人\n\
19:04 陈桂花：！先公示再划线\n\
＃ 中间休息\n\
19:05 、决议 先公示七天\n\
/表决 举手 3 0 0\n\
19:08 /行动 两周内公示方案 @物业 =公告栏有图\n";

#[test]
fn notes_become_a_record() {
    let (place, name) = Place::prepared("zh");
    let file = place.file("notes.txt", NOTES.as_bytes());
    let summary = place.run(&["enter", &name, &file]).well();
    has(&summary, &["8", "0"]);
    let shown = place.run(&["show", &name]).well();
    has(&shown, &["19:03", "停车位应先给老人", "王小明", "19:05", "先公示七天", "李敏"]);
    // A line without a time happened with the one before it.
    let votes: Vec<&str> = shown.lines().filter(|line| line.contains("19:05")).collect();
    assert_eq!(votes.len(), 2, "{shown}");
    has(&place.run(&["check"]).well(), &["全部完好"]);
    // The same from standard input, with and without `-`, by somebody else.
    let more = "19:20 /备注 门外下雨\n".as_bytes();
    has(&place.run_on(&["enter", &name, "-", "--by", "王芳"], more).well(), &["1"]);
    has(&place.run_on(&["enter", &name], "19:21 /备注 雨停\n".as_bytes()).well(), &["1"]);
    has(&place.run(&["show", &name]).well(), &["门外下雨", "王芳", "雨停"]);
}

#[test]
fn each_refused_line_is_told_and_the_others_go_on() {
    let (place, name) = Place::prepared("zh");
    let notes = "19:00 /开会\n\
/飞 上天\n\
25:99 /备注 什么时候\n\
/开始\n\
没有人的话\n\
/签到 王小明 5栋\n\
王小明：好\n\
/帮助\n\
/退出\n\
/存到 /tmp\n\
18:00 /备注 更早\n\
23:59 /备注 还没到\n\
19:30 /备注 好了\n";
    let (summary, told) = place.run_on(&["enter", &name], notes.as_bytes()).in_part();
    has(&summary, &["5", "8"]);
    let numbers: Vec<&str> = told
        .lines()
        .filter_map(|line| line.split("第 ").nth(1)?.split(" 行").next())
        .filter(|number| number.chars().all(|c| c.is_ascii_digit()))
        .collect();
    assert_eq!(numbers, ["2", "3", "5", "8", "9", "10", "11", "12"], "{told}");
    // The line's own text stands beside the reason, and what to do next.
    has(&told, &["/飞 上天", "25:99", "没有人的话", "/退出", "19:00", "23:59", "22:00"]);
    has(&place.run(&["show", &name]).well(), &["好了"]);
    let (_, told) = Place::prepared("en").0.run_on(&["enter", "latest"], b"/fly\n").in_part();
    has(&told, &["line 1", "/fly"]);
}

#[test]
fn times_follow_the_meeting_past_midnight() {
    let (mut place, name) = Place::prepared("zh");
    place.set_now("2026-11-24T09:00:00+08:00");
    let notes = "19:00 /开会\n/签到 王小明\n/开始\n23:50 王小明：还有一点\n00:10 王小明：说完了\n";
    has(&place.run_on(&["enter", &name], notes.as_bytes()).well(), &["5", "0"]);
    let log = std::fs::read_to_string(place.session_file(&name)).unwrap();
    has(&log, &["2026-11-23T23:50:00+08:00", "2026-11-24T00:10:00+08:00"]);
    // An entry without a time, in another run, happens now.
    place.run_on(&["enter", &name], "/备注 现在\n".as_bytes()).well();
    let log = std::fs::read_to_string(place.session_file(&name)).unwrap();
    has(&log, &["2026-11-24T09:00:00+08:00"]);
}

#[test]
fn broken_text_spoils_only_its_own_line() {
    let (place, name) = Place::prepared("zh");
    let mut notes = "19:00 /开会\n/签到 王小明\n/开始\n".as_bytes().to_vec();
    notes.extend(b"\xff\xfe\xcd\xf5\n");
    notes.extend("王小明：".as_bytes());
    notes.extend(vec![b'a'; 1 << 20]);
    notes.extend(b"\n");
    notes.extend("王小明：\0空\u{1b}[2J\u{1b}]0;x\u{7}\u{202e}反\u{2066}\r\n".as_bytes());
    notes.extend("王小明：最后一句没有换行".as_bytes());
    let (summary, told) = place.run_on(&["enter", &name], &notes).in_part();
    has(&summary, &["5", "2"]);
    has(&told, &["第 4 行", "UTF-8", "第 5 行", "5000"]);
    assert!(told.len() < 2_000, "a long line is not shown whole");
    // What is text is kept as it was, and shown as pictures.
    has(&place.run(&["show", &name]).well(), &["␀空␛[2J␛]0;x␇<U+202E>反", "最后一句没有换行"]);
    let json = place.run(&["minutes", &name, "--format", "json"]).well();
    has(&json, &["\\u0000空\\u001b[2J"]);
    has(&place.run(&["check"]).well(), &["全部完好"]);
}

#[test]
fn many_lines_are_entered_in_one_go() {
    use std::fmt::Write as _;
    let (place, name) = Place::prepared("zh");
    let mut notes = "19:00 /开会\n/签到 王小明\n/开始\n".to_owned();
    for number in 0..5_000 {
        writeln!(notes, "王小明：第{number}点意见").unwrap();
    }
    has(&place.run_on(&["enter", &name], notes.as_bytes()).well(), &["5003"]);
    has(&place.run(&["show", &name]).well(), &["第0点意见", "第4999点意见"]);
}

#[test]
fn a_line_that_is_typed_is_saved_before_the_next_one() {
    let (place, name) = Place::prepared("zh");
    let mut child = place
        .command(&["enter", &name])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for (typed, kept) in [("19:00 /开会\n", "Opened"), ("19:01 /备注 一\n", "Noted")] {
        stdin.write_all(typed.as_bytes()).unwrap();
        let mut tries = 0;
        while !std::fs::read_to_string(place.session_file(&name)).unwrap().contains(kept) {
            tries += 1;
            assert!(tries < 3_000, "{kept} is not saved");
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        // Meanwhile nobody else may write, but everybody may read.
        let told = place.run_on(&["enter", &name], "/备注 二\n".as_bytes()).refused();
        has(&told, &[&name, "另一个程序"]);
        place.run(&["show", &name]).well();
    }
    drop(stdin);
    let mut summary = String::new();
    child.stdout.take().unwrap().read_to_string(&mut summary).unwrap();
    assert!(child.wait().unwrap().success());
    has(&summary, &["2"]);
}

#[test]
fn another_device_says_so_before_it_goes_on() {
    let (mut place, name) = Place::prepared("zh");
    place.set_device("other");
    let before = std::fs::read(place.session_file(&name)).unwrap();
    let told = place.run_on(&["enter", &name], "/备注 一\n".as_bytes()).refused();
    has(&told, &[&name, "test", "--take-over"]);
    assert_eq!(std::fs::read(place.session_file(&name)).unwrap(), before);
    place.run_on(&["enter", &name, "--take-over"], "/备注 一\n".as_bytes()).well();
    place.run_on(&["enter", &name], "/备注 二\n".as_bytes()).well();
    place.set_device("test");
    has(&place.run_on(&["enter", &name], "/备注 三\n".as_bytes()).refused(), &["other"]);
}

#[test]
fn who_wrote_it_is_known() {
    let (mut place, name) = Place::prepared("en");
    place.set_by(None);
    // Neither flag nor variable nor a user's name: the device.
    place.run_on(&["enter", &name], b"19:00 /open\n").well();
    let log = || std::fs::read_to_string(place.session_file(&name)).unwrap();
    has(&log(), &["by:\"test\""]);
    place.run_on(&["enter", &name, "--by", "Ann Lee"], b"19:01 /note a\n").well();
    has(&log(), &["by:\"Ann Lee\""]);
    let mut command = place.command(&["enter", &name]);
    command.env("USER", "ann").stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"19:02 /note b\n").unwrap();
    assert!(child.wait().unwrap().success());
    has(&log(), &["by:\"ann\""]);
}

#[test]
fn notes_that_are_not_there_are_told() {
    let (place, name) = Place::prepared("zh");
    let folder = place.home().display().to_string();
    for file in ["nowhere.txt", folder.as_str()] {
        has(&place.run(&["enter", &name, file]).refused(), &[file]);
    }
    let empty = place.file("empty.txt", b"");
    has(&place.run(&["enter", &name, &empty]).well(), &["0"]);
}

#[test]
fn what_was_torn_is_set_aside_and_damage_is_left_alone() {
    let (place, name) = Place::prepared("zh");
    place.run_on(&["enter", &name], NOTES.as_bytes()).well();
    let path = place.session_file(&name);
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() - 20]).unwrap();
    let out = place.run(&["check"]).well();
    has(&out, &["没有写完", "第 10 行"]);
    let ended = place.run_on(&["enter", &name], "19:30 /备注 又一条\n".as_bytes());
    has(&ended.with_err(), &["torn-1"]);
    has(&place.run(&["check"]).well(), &["torn-1", "可以打开看看"]);
    // Damage in the middle: nothing is written, file and line are named, and the rest is shown.
    let text = String::from_utf8(whole).unwrap();
    let damaged = text.replacen("停车位应先给老人", "停车位应先给别人", 1);
    assert_ne!(damaged, text);
    std::fs::write(&path, &damaged).unwrap();
    let file = path.display().to_string();
    let told = place.run_on(&["enter", &name], "/备注 不行\n".as_bytes()).refused();
    has(&told, &[&file, "第 6 行", "备份"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), damaged);
    let (out, _) = place.run(&["check"]).in_part();
    has(&out, &[&file, "第 6 行", "1 处问题"]);
    let (shown, told) = place.run(&["show", &name]).in_part();
    has(&shown, &["陈桂花"]);
    has(&told, &[&file, "第 6 行"]);
    place.run(&["minutes", &name]).in_part();
    place.run(&["actions"]).in_part();
}

#[test]
fn a_log_of_a_newer_version_is_shown_but_not_written() {
    use sha2::{Digest as _, Sha256};
    let (place, name) = Place::prepared("zh");
    place.run_on(&["enter", &name], "19:00 /开会\n".as_bytes()).well();
    let path = place.session_file(&name);
    let text = std::fs::read_to_string(&path).unwrap();
    let last = text.lines().nth(2).unwrap().rsplit_once("// ").unwrap().1.to_owned();
    let body = "(seq:2,at:\"2026-11-23T19:02:00+08:00\",by:\"李敏\",events:[Sung(loud:true)]),";
    let hash = Sha256::new().chain_update(last).chain_update(body).finalize();
    let hash: Vec<String> = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let hash = hash.concat();
    let newer = format!("{}{body} // {hash}\n]\n", text.strip_suffix("]\n").unwrap());
    std::fs::write(&path, &newer).unwrap();
    let told = place.run_on(&["enter", &name], "/备注 不行\n".as_bytes()).refused();
    has(&told, &[&path.display().to_string(), "第 4 行", "升级"]);
    let (shown, told) = place.run(&["show", &name]).in_part();
    has(&shown, &["19:00"]);
    has(&told, &["升级"]);
    let (out, _) = place.run(&["check"]).in_part();
    has(&out, &["第 4 行", "升级"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[cfg(unix)]
#[test]
fn nobody_listening_loses_no_entry() {
    let (place, name) = Place::prepared("zh");
    let mut notes = "19:00 /开会\n".to_owned();
    for _ in 0..200 {
        notes.push_str("/飞 上天\n/备注 记下\n");
    }
    let mut command = place.command(&["enter", &name]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    child.stdin.take().unwrap().write_all(notes.as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let log = std::fs::read_to_string(place.session_file(&name)).unwrap();
    assert_eq!(log.matches("记下").count(), 200);
}

#[test]
fn a_damaged_ledger_does_not_keep_a_meeting_from_being_recorded() {
    let (place, name) = Place::prepared("zh");
    let ledger = place.store().join("communities/jinyuan/ledger.old.ron");
    std::fs::write(&ledger, "[\nrubbish\n]\n").unwrap();
    let told = place.run_on(&["enter", &name], "19:00 /开会\n".as_bytes()).with_err();
    has(&told, &["ledger.old.ron", "第 2 行"]);
    let (_, told) = place.run(&["people", "jinyuan"]).in_part();
    has(&told, &["ledger.old.ron"]);
}

#[test]
fn the_place_in_the_queue_is_that_of_the_rules() {
    let (place, name) = Place::prepared("zh");
    let notes = "19:00 /开会\n/签到 陈桂花 3栋、王小明 5栋\n/规则 十三条\n/开始\n\
        /举手 王小明\n/程序问题 陈桂花\n/举手 陈桂花\n/举手 王小明\n";
    let (_, told) = place.run_on(&["enter", &name], notes.as_bytes()).in_part();
    // The point of order came last and is heard first.
    has(&told, &["陈桂花 已经举手，排在第一位", "王小明 已经举手，排在第 2 位"]);
}

/// Parking, planned for 20 minutes, takes 23; the drains give the three of their 10, and the end stays
/// at 19:30. One undo gives them back.
#[test]
fn a_meeting_that_overruns_is_brought_to_its_end_on_time() {
    let (place, name) = Place::prepared("zh");
    let opened = "19:00 /开会\n19:00 /签到 陈桂花 3栋\n19:00 /开始\n19:10 /按时\n";
    let (_, told) = place.run_on(&["enter", &name], opened.as_bytes()).in_part();
    has(&told, &["不会超时"]);
    place.run_on(&["enter", &name], "19:23 /按时\n".as_bytes()).well();
    has(&place.run(&["show", &name]).well(), &["下水道疏通（7 分钟）"]);
    let json = || place.run(&["minutes", &name, "--format", "json"]).well();
    has(&json(), &["\"planned_minutes\": 7", "\"figures\""]);
    place.run_on(&["enter", &name], "19:24 /undo\n19:24 /ends 21:00\n".as_bytes()).well();
    has(&json(), &["\"planned_minutes\": 10", "\"ends\": \"21:00:00\""]);
    has(&place.run(&["show", &name]).well(), &["定于 21:00 散会"]);
}

/// Notes with points: 王小明 and 陈桂花 say the same, 李强 shares it, 孙丽 keeps to her own.
const POINTS: &str = "19:00 /开会\n\
/签到 陈桂花 3栋、王小明 5栋、李强 政协委员、孙丽 物业\n\
19:02 /开始\n\
19:03 王小明：停车位应先给老人\n\
19:04 陈桂花：停车位先给老人\n\
19:05 李强：同意1号\n\
19:06 孙丽：？谁来管钥匙\n\
19:07 孙丽：楼道灯太暗\n\
/归并 1 2 = 停车位老人优先\n\
/决议 老人优先\n\
/保留 R1 孙丽：先试三个月\n\
/离题 4\n\
/转议题 P1 10分钟\n\
/行动 划线 @物业 <K1\n\
/改归 3 2\n";

#[test]
fn points_keep_everybody_in_the_minutes() {
    let (place, name) = Place::prepared("zh");
    let summary = place.run_on(&["enter", &name], POINTS.as_bytes()).well();
    has(&summary, &["15", "0"]);
    let minutes = place.run(&["minutes", &name]).well();
    has(
        &minutes,
        &[
            "K1 停车位老人优先",
            "提出：王小明、陈桂花（1、2 号意见）",
            "共 3 人支持；另有同意：李强",
            "保留意见 5 孙丽：先试三个月",
            "已列为议题“楼道灯太暗”",
        ],
    );
    let json = place.run(&["minutes", &name, "--format", "json"]).well();
    has(&json, &["\"supporters\"", "\"K1\"", "\"came_from\": 1", "\"resolution\": \"R1\""]);
}

/// Every way to decide, entered as notes in both languages: consultation opinions and statutory
/// votes are told apart in the minutes, with all their figures.
#[test]
fn every_way_to_decide() {
    let zh = "/签到 王芳 1栋、李强 2栋、陈桂花 3栋、孙丽 4栋、赵敏 5栋、周涛 6栋\n/开会\n/开始\n\
/决议 甲\n/方式 五指\n/五指 0 0 1 1 1 1\n/异议 王芳：费用太高\n/五指 5×4 4×2\n\
/决议 乙\n/方式 投票 三分之二\n/表决 4 1 废票 1\n/宣布\n\
/决议 丙\n/方式 程度\n/程度 3 2 1 0 0 0 0 0\n\
/决议 丁\n/方式 默许\n/异议 李强：太吵\n/共识 有异议\n/化解 O2 白天施工\n/共识 无异议\n\
/决议 戊\n/方式 法定 居民会议 应到 320\n/表决 150 20 5 实到 180\n\
/决议 己\n/方式 业主大会 重大 户数 400 面积 38000\n\
/表决 户 赞成280 反对20 弃权5 面积 赞成25000 反对1800 弃权300\n\
/决议 庚\n/方式 共识\n/共识 无异议\n/结束 达成\n";
    let en = "/in Ann Lee 1A, Ben Carter 2A, Cleo Diaz 3A, Dan Ford 4A, Eve Hall 5A, Finn Ide 6A\n\
/open\n/start\n\
/resolve One\n/method fists\n/fists 0 0 1 1 1 1\n/object Ann Lee: too dear\n/fists 5x4 4x2\n\
/resolve Two\n/method ballot 2/3\n/vote 4 1 invalid 1\n/announce\n\
/resolve Three\n/method gradients\n/gradients 3 2 1 0 0 0 0 0\n\
/resolve Four\n/method consent\n/object Ben Carter: too loud\n/consensus objections\n\
/resolved O2 by day only\n/consensus none\n\
/resolve Five\n/method statutory residents eligible 320\n/vote 150 20 5 present 180\n\
/resolve Six\n/method owners major owners 400 area 38000\n\
/vote owners for 280 against 20 abstain 5 area for 25000 against 1800 abstain 300\n\
/resolve Seven\n/method consensus\n/consensus none\n/end agreed\n";
    // 305 of 400 owners take part (267 are enough), 229 of them (3/4 of 305 is 228.75) carry;
    // 27 100 of 38 000 m² (25 333.34 are enough), 20 325 carry.
    let told_zh = [
        "征求协商意见，五指（不是法定表决）：第 2 轮",
        "低于三指 1 人",
        "赞成 4、反对 1、弃权 0、废票 1；在场有表决权 6 人，需 4 票；通过",
        "支持 6/6 人",
        "O2 李强：太吵（已化解：白天施工）",
        "法定表决（不是协商意见），居民会议，应到 320 人",
        "应到 320，法定人数 161，实到 180，需 91 票；通过",
        "参与 305/400 户，至少 267 户，需 229 户赞成",
        "参与 27100/38000 平方米，至少 25333.34，需 20325 赞成；通过",
        "法定表决决定 R5：戊",
        "协商意见 R7：庚",
    ];
    let told_en = [
        "consultation opinion by fist to five (not a statutory vote): round 2",
        "invalid 1; 6 voters present, 4 needed; carried",
        "Statutory vote (not a consultation opinion), residents’ meeting, 320 with a vote",
        "305 of 400 take part, at least 267, 229 needed",
        "27100 of 38000 m² take part, at least 25333.34, 20325 needed; carried",
        "Decided by statutory vote, R5: Five",
    ];
    for (lang, notes, told) in [("zh", zh, &told_zh[..]), ("en", en, &told_en[..])] {
        let (place, name) = Place::prepared(lang);
        let file = place.file("notes.txt", notes.as_bytes());
        let _summary = place.run(&["enter", &name, &file]).well();
        has(&place.run(&["minutes", &name]).well(), told);
        let json = place.run(&["minutes", &name, "--format", "json"]).well();
        has(&json, &["\"statutory\": true", "\"quorum\": 161", "\"method\": \"fist_to_five\""]);
        has(&place.run(&["check"]).well(), &[]);
    }
}
