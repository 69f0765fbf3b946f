//! Making communities and sessions, listing them, and what surrounds every command: help,
//! language, places that are not there.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

#[test]
fn a_community_and_its_sessions() {
    let place = Place::new("zh");
    let region = "贵州省/贵阳市/云岩区/栖云街道";
    let made = place.run(&["new", "community", "锦苑社区", "--region", region]).well();
    assert_eq!(made, "jinyuan\n");
    let names: Vec<String> =
        (0..2).map(|_| place.run(&["new", "session", "锦苑", "停车位改造"]).well()).collect();
    let first = "jinyuan/2026-11-23-tingcheweigaizao";
    assert_eq!(names, [format!("{first}\n"), format!("{first}-2\n")]);
    let on = place.run(&["new", "session", "jinyuan", "下水道", "--on", "下周五"]).well();
    // 2026-11-23 is a Monday.
    assert_eq!(on, "jinyuan/2026-12-04-xiashuidao\n");
    let listed = place.run(&["list"]).well();
    has(&listed, &["jinyuan", "锦苑社区", region, first, "停车位改造", "下水道"]);
    let sessions = place.run(&["list", "sessions", "jinyuan"]).well();
    let order: Vec<&str> = sessions.lines().filter_map(|line| line.split(' ').next()).collect();
    let last = format!("{first}-2");
    assert_eq!(order[2..], ["jinyuan/2026-12-04-xiashuidao", first, &last]);
    has(&place.run(&["list", "communities"]).well(), &["锦苑社区"]);
    has(&place.run(&["show", "latest"]).well(), &["下水道", "2026-12-04"]);
    has(&place.run(&["show", "下水"]).well(), &["下水道"]);
    has(&place.run(&["check"]).well(), &["5 个文件", "4 条记录", "全部完好"]);
}

#[test]
fn english_all_the_way() {
    let place = Place::new("en");
    assert_eq!(place.run(&["new", "community", "Maple Court"]).well(), "maple-court\n");
    let args = ["new", "session", "maple-court", "Where the bins go", "--on", "2026-12-03"];
    let more = ["--facilitator", "Ann Lee", "--place", "Common room"];
    let name = place.run(&[&args[..], &more[..]].concat()).well();
    assert_eq!(name, "maple-court/2026-12-03-where-the-bins-go\n");
    let shown = place.run(&["show", "bins"]).well();
    has(&shown, &["Where the bins go", "Ann Lee", "Common room"]);
    has(&place.run(&["list"]).well(), &["region", "not opened"]);
    has(&place.run(&[]).well(), &["Maple Court", "minutes", "yishi COMMAND --help"]);
    has(&place.run(&["keys"]).well(), &["Ctrl+N", "F1", "Enter"]);
    for args in [["new", "--help"], ["actions", "--help"], ["enter", "-h"]] {
        has(&place.run(&args).well(), &["Usage:", "Options:"]);
    }
}

#[test]
fn a_session_is_made_with_its_time_and_recorder() {
    let place = Place::new("zh");
    place.run(&["new", "community", "锦苑社区"]).well();
    let agenda = place.file("agenda.txt", "一、通报情况（10分钟）\n2. 停车位 20分\n".as_bytes());
    let args = ["new", "session", "jinyuan", "十一月协商会", "--starts", "晚上7点半"];
    let more = ["--recorder", "李敏", "--agenda", &agenda];
    place.run(&[&args[..], &more[..]].concat()).well();
    let minutes = place.run(&["minutes", "latest"]).well();
    has(&minutes, &["计划 19:30 开始，共 30 分钟", "记录人：李敏", "1. 通报情况", "2. 停车位"]);
    let json = place.run(&["minutes", "latest", "--format", "json"]).well();
    has(&json, &["\"starts\": \"19:30:00\"", "\"planned_minutes\": 20"]);
    for wrong in ["25:00", "晚上", "x", ""] {
        let told = place.run(&["new", "session", "jinyuan", "会", "--starts", wrong]).refused();
        has(&told, &["看不懂时间"]);
    }
    assert_eq!(place.run(&["list", "sessions"]).well().lines().count(), 3);
}

#[test]
fn the_language_is_chosen_by_flag_then_variable() {
    let place = Place::new("zh");
    has(&place.run(&["--help"]).well(), &["用法", "选项", "打开会议台"]);
    has(&place.run(&["--lang", "en", "--help"]).well(), &["Usage:", "Open the desk"]);
    has(&place.run(&["--lang=en", "list"]).with_err(), &["There is no community yet"]);
    has(&place.run(&["--lang", "fr", "list"]).misused(), &["fr", "zh", "en"]);
    for args in [&["frobnicate"][..], &["new"], &["run"], &["minutes", "x", "--format", "pdf"]] {
        assert!(!place.run(args).misused().is_empty());
    }
    has(&place.run(&["--version"]).well(), &["yishi "]);
}

#[test]
fn nothing_there_yet_is_no_error() {
    let place = Place::new("zh");
    has(&place.run(&[]).well(), &["yishi demo", "yishi new community"]);
    has(&place.run(&["list"]).with_err(), &["yishi new community"]);
    has(&place.run(&["check"]).well(), &["无可检查"]);
    has(&place.run(&["actions"]).well(), &["没有行动"]);
    has(&place.run(&["show", "latest"]).refused(), &["latest", "yishi new session"]);
    has(&place.run(&["people", "jinyuan"]).refused(), &["jinyuan", "yishi new community"]);
    assert!(!place.store().exists());
}

#[test]
fn names_never_leave_the_store() {
    let (place, _) = Place::prepared("zh");
    for id in ["..", "../x", "a/b", "/etc", "C:x", "con", "Abc", "锦苑", "", "-a", "a\\b"] {
        let id = format!("--id={id}");
        let told = place.run(&["new", "community", "另一个", &id]).refused();
        has(&told, &["编号"]);
    }
    let long = format!("--id={}", "a".repeat(41));
    has(&place.run(&["new", "community", "另一个", &long]).refused(), &["40"]);
    for session in ["../../etc/passwd", "/etc/passwd", "jinyuan/../x", "..", "jinyuan/"] {
        let ended = place.run(&["show", session]);
        if session == "jinyuan/" {
            // A part of the only session's name.
            assert!(!ended.well().is_empty());
        } else {
            has(&ended.refused(), &[session, "jinyuan/2026-11-23-shiyiyuexieshanghui"]);
        }
    }
    has(&place.run(&["new", "session", "../jinyuan", "x"]).refused(), &["../jinyuan", "jinyuan"]);
    let made = place.run(&["new", "session", "jinyuan", "../../出去/了"]).well();
    assert_eq!(made, "jinyuan/2026-11-23-chuqu-le\n");
    let folders: Vec<_> = std::fs::read_dir(place.store()).unwrap().collect();
    assert_eq!(folders.len(), 1);
}

#[test]
fn an_id_or_session_that_is_not_the_only_one_is_asked_back() {
    let (place, _) = Place::prepared("zh");
    let told = place.run(&["new", "community", "金苑社区"]).refused();
    has(&told, &["jinyuan", "锦苑社区", "--id"]);
    place.run(&["new", "community", "金苑社区", "--id", "jinyuan-2"]).well();
    place.run(&["new", "session", "jinyuan-2", "十一月协商会"]).well();
    let told = place.run(&["show", "十一月"]).refused();
    has(&told, &["2", "jinyuan/2026-11-23-shiyi", "jinyuan-2/2026-11-23-shiyi", "十一月协商会"]);
}

#[test]
fn impossible_dates_titles_and_agendas_are_refused() {
    let (place, _) = Place::prepared("zh");
    for on in ["2026-02-30", "13-45", "昨天的昨天", "", "x"] {
        let told = place.run(&["new", "session", "jinyuan", "会", "--on", on]).refused();
        has(&told, &["日期"]);
    }
    assert!(!place.run(&["new", "session", "jinyuan", "  "]).refused().is_empty());
    let long = "长".repeat(5_001);
    has(&place.run(&["new", "session", "jinyuan", &long]).refused(), &["5001", "5000"]);
    assert!(!place.run(&["new", "community", "\t"]).refused().is_empty());
    let many = place.file("many.txt", "停车 | 5\n".repeat(10_000).as_bytes());
    let told = place.run(&["new", "session", "jinyuan", "会", "--agenda", &many]).refused();
    has(&told, &["many.txt", "501", "500"]);
    let minutes = place.file("minutes.txt", "停车 | 5\n下水道 | 99999\n".as_bytes());
    let told = place.run(&["new", "session", "jinyuan", "会", "--agenda", &minutes]).refused();
    has(&told, &["minutes.txt", "第 2 行", "99999"]);
    let gbk = place.file("gbk.txt", b"\n\xcd\xa3\xb3\xb5\n");
    let told = place.run(&["new", "session", "jinyuan", "会", "--agenda", &gbk]).refused();
    has(&told, &["gbk.txt", "第 2 行", "UTF-8"]);
    let told = place.run(&["new", "session", "jinyuan", "会", "--agenda", "nowhere.txt"]).refused();
    has(&told, &["nowhere.txt", "没有这个文件"]);
    let told = place.run(&["new", "session", "jinyuan", "会", "--agenda", "."]).refused();
    has(&told, &["文件夹"]);
    assert_eq!(place.run(&["list", "sessions"]).well().lines().count(), 3);
}

#[test]
fn terminal_commands_in_names_are_shown_as_pictures() {
    let place = Place::new("en");
    let args = ["new", "community", "\u{1b}[31mred\u{202e}\u{7}", "--id", "odd"];
    place.run(&args).well();
    place.run(&["new", "session", "odd", "a\u{1b}]0;x\u{7}b\u{2066}"]).well();
    // `Ended` looks for raw control characters in everything.
    has(&place.run(&["list"]).well(), &["␛[31mred<U+202E>␇", "a␛]0;x␇b<U+2066>"]);
    has(&place.run(&["show", "latest"]).well(), &["␛]0;x␇"]);
    has(&place.run(&["minutes", "latest"]).well(), &["b"]);
    has(&place.run(&["show", "zz\u{1b}[2J"]).refused(), &["zz␛[2J"]);
}

#[test]
fn a_store_that_cannot_be_used_is_told() {
    let place = Place::new("zh");
    let file = place.file("a-file", b"x");
    for args in [&["list"][..], &[], &["show", "latest"], &["actions"]] {
        let told = place.run(&[&["--store", &file], args].concat()).refused();
        has(&told, &["a-file", "文件夹"]);
    }
    let told = place.run(&["--store", &file, "new", "community", "锦苑"]).refused();
    has(&told, &["a-file"]);
    let mut command = place.command(&["list"]);
    command.env("YISHI_NOW", "yesterday");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    has(&String::from_utf8(output.stderr).unwrap(), &["YISHI_NOW", "yesterday"]);
}

#[cfg(unix)]
#[test]
fn a_folder_without_rights_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let (place, name) = Place::prepared("zh");
    let sessions = place.session_file(&name).parent().unwrap().to_path_buf();
    let allow = |mode| {
        let rights = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&sessions, rights).unwrap();
    };
    allow(0o500);
    // Whoever may do anything (root) is not kept out by rights.
    let barred = std::fs::File::create(sessions.join("probe")).is_err();
    if barred {
        has(&place.run(&["new", "session", "jinyuan", "会"]).refused(), &["权限", "sessions"]);
        has(&place.run(&["show", &name]).well(), &["十一月协商会"]);
    }
    allow(0o700);
}

#[test]
fn completions_are_written_for_every_shell() {
    let place = Place::new("en");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = place.run(&["completions", shell]);
        has(&script.well(), &["yishi", "minutes", "take-over"]);
    }
    assert!(!place.run(&["completions", "tcsh"]).misused().is_empty());
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_trouble() {
    use std::io::Read as _;
    use std::process::Stdio;
    let place = Place::new("en");
    for args in [&["completions", "zsh"][..], &["keys"], &["--help"], &[]] {
        let mut command = place.command(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!((child.wait().unwrap().code(), told.as_str()), (Some(0), ""), "{args:?}");
    }
}
