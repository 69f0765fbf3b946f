//! How the program looks in a real terminal: language, themes and borders, what the terminal is
//! asked, the mouse, the bell, and the user's own files.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]
#![cfg(unix)]

mod pty_support;

use std::fs;

use pty_support::{Answers, Place, ctrl, f};

const ESC: &str = "\u{1b}";

/// Colours of the cell in which a text begins.
fn colours(screen: &vt100::Screen, text: &str) -> Option<(vt100::Color, vt100::Color)> {
    let (rows, cols) = screen.size();
    for row in 0..rows.get() {
        for col in 0..cols.get() {
            let rest: String = (col..cols.get())
                .filter_map(|at| screen.cell(row, at))
                .map(|cell| if cell.has_contents() { cell.contents() } else { " " })
                .collect();
            let rest = rest.replace("  ", " ");
            if rest.starts_with(text) {
                return screen.cell(row, col).map(|cell| (cell.fgcolor(), cell.bgcolor()));
            }
        }
    }
    None
}

fn is_light(screen: &vt100::Screen) -> bool {
    // White, and black on it.
    screen.cell(12, 40).is_some_and(|cell| cell.bgcolor() == vt100::Color::Idx(15))
}

fn is_dark(screen: &vt100::Screen) -> bool {
    screen.cell(12, 40).is_some_and(|cell| cell.bgcolor() == vt100::Color::Idx(0))
}

#[test]
fn language_and_theme_are_changed_while_it_runs() {
    let place = Place::new("zh");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.wait("a dark screen", is_dark);
    desk.send(&ctrl('t'));
    desk.sees("配色：浅色");
    desk.wait("a light screen", is_light);
    desk.send(&ctrl('l'));
    desk.sees("has not been opened");
    desk.send(&ctrl('t'));
    desk.sees("Colours: high contrast");
    desk.send(&ctrl('t'));
    desk.sees("Colours: no colours");
    desk.wait("no colour at all", |screen| {
        let (rows, cols) = screen.size();
        let each = (0..rows.get()).flat_map(|row| (0..cols.get()).map(move |col| (row, col)));
        each.filter_map(|(row, col)| screen.cell(row, col)).all(|cell| {
            cell.fgcolor() == vt100::Color::Default && cell.bgcolor() == vt100::Color::Default
        })
    });
    desk.send(&ctrl('t'));
    desk.sees("Colours: dark");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

#[test]
fn the_screen_for_the_room_and_a_past_meeting_change_too() {
    let place = Place::new("en");
    let name = place.prepared();
    for command in ["screen", "review"] {
        let mut screen = place.start(&["--theme", "light", command, &name]);
        screen.sees("November meeting");
        screen.wait("a light screen", is_light);
        screen.send(&ctrl('t'));
        screen.sees("Colours: high contrast");
        screen.wait("a dark screen", is_dark);
        screen.send(&ctrl('l'));
        screen.sees(if command == "screen" { "会议还没有开始" } else { "时间线" });
        screen.send(&ctrl('q'));
        assert!(screen.ends());
    }
}

#[test]
fn a_theme_chosen_at_home_holds_on_the_next_screen() {
    let place = Place::new("zh");
    place.prepared();
    let mut home = place.start(&[]);
    home.sees("十一月协商会");
    home.send(&ctrl('t'));
    home.sees("配色：浅色");
    home.send(f(4));
    home.sees("时间线");
    home.wait("a light screen", is_light);
    home.send(ESC);
    home.sees_no("时间线");
    home.wait("a light screen", is_light);
    home.send(&ctrl('q'));
    assert!(home.ends());
}

#[test]
fn lines_are_drawn_where_the_terminal_shows_them_in_one_column() {
    let mut place = Place::new("zh");
    let name = place.prepared();
    place.set("YISHI_BORDERS", None);
    place.answers = Answers::Narrow;
    let mut desk = place.start(&["run", &name]);
    desk.sees("────");
    desk.sees("│");
    assert_eq!(desk.asked(), 1);
    desk.send(f(1));
    desk.sees("┌─ 帮助 ─");
    desk.send(ESC);
    desk.sees_no("┌─ 帮助 ─");
    desk.line("/签到 陈桂花 3栋");
    desk.sees("到会 1 人");
    desk.line("/开会");
    desk.line("/议题 “停车”…①");
    desk.sees("“停车”…①");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

#[test]
fn nothing_is_out_of_line_where_signs_are_two_columns_wide() {
    let mut place = Place::new("zh");
    let name = place.prepared();
    place.set("YISHI_BORDERS", None);
    place.answers = Answers::Wide;
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.sees("-----");
    desk.line("/议题 “停车”…①");
    desk.sees("\"停车\".1");
    assert!(!desk.text().contains(['─', '│', '“', '…', '①']), "{}", desk.text());
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

#[test]
fn a_terminal_that_does_not_answer_delays_nothing_and_loses_no_key() {
    let mut place = Place::new("zh");
    let name = place.prepared();
    place.set("YISHI_BORDERS", None);
    let mut desk = place.start(&["run", &name]);
    // Typed before anything is on the screen: read while the answer is waited for.
    desk.send("/签到 陈桂花 3栋\r王小明");
    desk.sees("到会 1 人");
    desk.sees("王小明");
    assert_eq!(desk.asked(), 1);
    desk.send("大\u{1b}[D\u{1b}[D小");
    desk.sees("王小小明大");
    desk.send(&ctrl('u'));
    desk.paste("李强：好\n孙丽：不好");
    desk.sees("-----");
    assert!(!desk.text().contains(['─', '│']), "{}", desk.text());
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

/// Enter pressed before the program has taken the terminal arrives as a line end.
#[test]
fn a_line_typed_while_the_program_starts_is_taken_in() {
    for borders in ["ascii", "auto"] {
        let mut place = Place::new("zh");
        place.set("YISHI_BORDERS", Some(borders));
        let name = place.prepared();
        let slow = ["sh", "-c", "echo starting; sleep 1; exec \"$0\" \"$@\""];
        let mut desk = place.start_under(&slow, &["run", &name]);
        desk.sees("starting");
        desk.line("/签到 陈桂花 3栋");
        desk.line("/开会");
        desk.sees("会议进行中");
        desk.sees("已保存");
        desk.send(&ctrl('q'));
        assert!(desk.ends());
        assert!(place.ok(&["show", &name]).contains("陈桂花"));
    }
}

#[test]
fn a_late_answer_is_not_typed_into_the_line() {
    let mut place = Place::new("en");
    let name = place.prepared();
    place.set("YISHI_BORDERS", None);
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.send("abc\u{1b}[2;3Rdef");
    desk.sees("abcdef");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

#[test]
fn the_mouse_is_taken_only_where_it_is_wanted_and_given_back() {
    use vt100::MouseProtocolMode::None as NoMouse;
    let place = Place::new("en");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.wait("no mouse", |screen| screen.mouse_protocol_mode() == NoMouse);
    desk.send(f(1));
    desk.sees("Help");
    desk.send(ESC);
    desk.sees_no("Help");
    desk.send(&ctrl('q'));
    assert!(desk.ends());

    place.own_file("settings.ron", "(mouse: true)");
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.wait("the mouse", |screen| screen.mouse_protocol_mode() != NoMouse);
    // A click on the first of the completions of “/o”, two rows above the line.
    desk.send("/o");
    desk.sees("/open");
    let row = desk.text().lines().position(|line| line.contains("| /open")).unwrap();
    let column = desk.text().lines().nth(row).unwrap().find("/open").unwrap();
    desk.send(&format!("\u{1b}[<0;{};{}M", column + 1, row + 1));
    desk.wait("the completion in the line", |screen| {
        screen.contents().lines().any(|line| line.trim_start().starts_with("> /open"))
    });
    desk.signal("TERM");
    desk.wait("the mouse given back", |screen| screen.mouse_protocol_mode() == NoMouse);
    assert!(desk.ends());
}

#[test]
fn the_bell_is_rung_for_a_refusal_only_where_it_is_wanted() {
    let mut place = Place::new("en");
    let name = place.prepared();
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.line("/next");
    desk.sees("To sign somebody in");
    desk.send(&ctrl('u'));
    desk.line("/help");
    desk.sees("Commands");
    assert_eq!(desk.bells(), 0);
    desk.kill();

    place.set("YISHI_BELL", Some("refusals"));
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.line("/next");
    desk.until("the bell", |desk| desk.bells() == 1);
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}

#[test]
fn settings_are_written_when_a_screen_is_first_opened_and_never_again() {
    let place = Place::new("zh");
    let name = place.prepared();
    let file = place.home.path().join("config/yishi/settings.ron");
    place.ok(&["list"]);
    place.ok(&["keys"]);
    place.ok(&["settings"]);
    assert!(!file.exists(), "a mere command writes nothing");
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains("// 语言") && written.contains("    theme: dark,"), "{written}");
    place.ok(&["settings"]);
    fs::write(&file, written.replace("theme: dark", "theme: light")).unwrap();
    let before = fs::read(&file).unwrap();
    let mut desk = place.start(&["run", &name]);
    desk.sees("会议还没有开始");
    desk.wait("a light screen", is_light);
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn what_is_wrong_in_ones_own_files_is_told_on_the_screen_and_the_rest_holds() {
    let place = Place::new("en");
    let name = place.prepared();
    place.own_file("settings.ron", "(\n    theme: light,\n    bell: loud,\n)\n");
    place.own_file("keys.ron", "(desk: [(key: \"F2\", does: Vote), (key: \"F2\", does: Action)])");
    let mut desk = place.start_sized(&["run", &name], 120, 40);
    desk.sees("line 3: column 11: bell cannot be loud");
    desk.sees("and 1 more");
    desk.wait("a light screen", is_light);
    desk.send(&ctrl('q'));
    desk.sees("keys.ron, line 1: column 34: F2 is Action here, but Vote in line 1, column 9");
    assert!(desk.ends());
}

#[test]
fn a_key_of_ones_own_is_heeded_shown_and_told() {
    let place = Place::new("en");
    let name = place.prepared();
    place.own_file(
        "keys.ron",
        "(desk: [(key: \"F3\", does: SignIn)], everywhere: [(key: \"F11\", does: Help)])",
    );
    let mut desk = place.start(&["run", &name]);
    desk.sees("F11 help");
    desk.send(f(3));
    desk.sees("/in");
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let keys = place.ok(&["keys"]);
    assert!(keys.contains("F11* F1"), "{keys}");
    assert!(keys.contains("F3* F9"), "{keys}");
}

#[test]
fn no_color_is_heeded_unless_a_theme_is_asked_for() {
    let mut place = Place::new("en");
    let name = place.prepared();
    place.set("NO_COLOR", Some("1"));
    let mut desk = place.start(&["run", &name]);
    desk.sees("has not been opened");
    desk.send(&ctrl('t'));
    desk.sees("NO_COLOR asks for no colours");
    desk.wait("no colour", |screen| {
        colours(screen, "Agenda") == Some((vt100::Color::Default, vt100::Color::Default))
    });
    desk.send(&ctrl('q'));
    assert!(desk.ends());
    let mut desk = place.start(&["run", &name, "--theme", "light"]);
    desk.sees("has not been opened");
    desk.wait("a light screen", is_light);
    desk.send(&ctrl('q'));
    assert!(desk.ends());
}
