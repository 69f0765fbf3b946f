//! How the desk looks in each theme and with lines; what the mouse does on it; when its bell rings.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use desk_support::{Desk, at, rows};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;
use yishi::store::settings::Bell;
use yishi::text::words::{Lang, id};
use yishi::tui::aid::Aid;
use yishi::tui::desk::model::Panel;
use yishi::tui::desk::msg::{Effect, Msg};
use yishi::tui::glyphs::Glyphs;
use yishi::tui::keeping::SaveNews;
use yishi::tui::signs::Signs;
use yishi::tui::stage::Pointer;
use yishi::tui::theme::{Theme, standard};

fn amid(lang: Lang) -> Desk {
    let mut desk = Desk::amid(lang);
    desk.now = at("19:12:02");
    desk.send(Msg::Tick);
    desk
}

fn theme(name: &str) -> Theme {
    Theme::named(name, standard()).unwrap()
}

/// The desk in many states: every kind of row and window is in one of them.
fn states(lang: Lang) -> Vec<(&'static str, Desk)> {
    let mut offers = amid(lang);
    offers.write("/");
    offers.key(KeyCode::Down);
    let mut help = amid(lang);
    help.key(KeyCode::F(1));
    let mut palette = amid(lang);
    palette.ctrl('g');
    let mut ending = amid(lang);
    ending.key(KeyCode::F(5));
    ending.key(KeyCode::Enter);
    let mut refused = amid(lang);
    refused.enter("/-");
    let mut failing = amid(lang);
    failing.enter("x");
    failing.send(Msg::Saving(SaveNews::Failed { waiting: 1, why: "full".to_owned() }));
    let mut late = amid(lang);
    late.now = at("19:27:30");
    late.send(Msg::Tick);
    vec![
        ("amid", amid(lang)),
        ("prepared", Desk::prepared(lang)),
        ("offers", offers),
        ("help", help),
        ("palette", palette),
        ("ending", ending),
        ("refused", refused),
        ("failing", failing),
        ("late", late),
    ]
}

#[test]
fn with_lines() {
    for lang in Lang::ALL {
        let mut desk = amid(lang);
        desk.model.theme = Theme::default().drawn_with(Glyphs::LINES);
        let mut help = amid(lang);
        help.model.theme = desk.model.theme;
        help.key(KeyCode::F(1));
        let mut offers = amid(lang);
        offers.model.theme = desk.model.theme;
        offers.write("/");
        let all = [desk, help, offers].map(|desk| desk.screen(80, 24)).join("\n\n");
        for row in all.lines() {
            assert!(row.width() <= 80, "{row}");
        }
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("lines_{}", lang.code()), all);
        });
    }
}

#[test]
fn the_bar_of_a_turn_is_drawn_with_them_too() {
    let mut desk = speaking(Bell::Off);
    tick(&mut desk, "19:07:10");
    // One of three minutes is used: three of nine columns.
    assert!(desk.screen(80, 24).contains("1:00 / 3:00 [===------]"), "{}", desk.screen(80, 24));
    desk.model.theme = desk.model.theme.drawn_with(Glyphs::LINES);
    assert!(desk.screen(80, 24).contains("1:00 / 3:00 [━━━──────]"), "{}", desk.screen(80, 24));
}

#[test]
fn where_lines_cannot_be_shown_the_frame_is_the_one_without_them() {
    for lang in Lang::ALL {
        for (name, mut desk) in states(lang) {
            let (plain, _) = desk.frame(80, 24);
            desk.model.theme = desk.model.theme.drawn_with(Glyphs::LINES);
            for signs in [Signs::NoLines, Signs::Narrow] {
                let (mut lines, _) = desk.frame(80, 24);
                assert_ne!(lines, plain, "{name}");
                signs.settle(&mut lines);
                let mut expected = plain.clone();
                signs.settle(&mut expected);
                assert_eq!(lines, expected, "{name} {signs:?}");
            }
        }
    }
}

#[test]
fn on_a_terminal_with_wide_signs_no_such_sign_is_left() {
    for lang in Lang::ALL {
        for (name, desk) in states(lang) {
            let (mut buf, _) = desk.frame(80, 24);
            Signs::Narrow.settle(&mut buf);
            for cell in &buf.content {
                let sign = cell.symbol();
                assert_eq!(sign.width(), sign.width_cjk(), "{name}: {sign}");
            }
        }
    }
}

/// Where a text begins in a frame.
fn find(buf: &Buffer, text: &str) -> (u16, u16) {
    for (y, row) in (0..).zip(rows(buf)) {
        if let Some((before, _)) = row.split_once(text) {
            return (u16::try_from(before.width()).unwrap(), y);
        }
    }
    panic!("“{text}” is not in\n{}", rows(buf).join("\n"));
}

#[test]
fn every_theme_has_its_colours_and_the_same_words() {
    use Color::{
        Black, Blue, Cyan, DarkGray, Gray, Green, LightCyan, LightGreen, LightMagenta, LightRed,
        LightYellow, Magenta, Red, Reset, White,
    };
    let words = rows(&amid(Lang::Zh).frame(120, 40).0);
    // Ground; a plain word, what matters less, saved, an open question, the overrun, the next
    // step; for, question, concern, suggestion.
    let expected = [
        (
            "dark",
            Black,
            [Gray, DarkGray, Green, LightYellow, LightRed, LightCyan],
            [Green, LightYellow, LightMagenta, Cyan],
        ),
        (
            "light",
            White,
            [Black, DarkGray, Blue, Magenta, Red, Blue],
            [Blue, Magenta, Magenta, Blue],
        ),
        (
            "contrast",
            Black,
            [White, White, LightGreen, LightYellow, LightYellow, LightCyan],
            [LightGreen, LightCyan, LightYellow, White],
        ),
        ("mono", Reset, [Reset; 6], [Reset; 4]),
    ];
    for (name, ground, meanings, stances) in expected {
        let mut desk = amid(Lang::Zh);
        desk.model.theme = theme(name);
        let (buf, _) = desk.frame(120, 40);
        assert_eq!(rows(&buf), words, "{name}: nothing is told by colour alone");
        let colour = |text: &str| buf[find(&buf, text)].fg;
        let texts = ["先公示划线方案", "居民 3栋", "已保存", "待答复", "3:42 / 3:00", "下一步"];
        assert_eq!(texts.map(colour), meanings, "{name}");
        let marks = ["+ 停车位", "? 费用", "! 先公示", "* 夜间"];
        assert_eq!(marks.map(colour), stances, "{name}");
        // No window is open, so the ground is everywhere; what a wide sign covers is not drawn.
        let mut covered = 0;
        for cell in &buf.content {
            assert!(covered > 0 || cell.bg == ground, "{name}: {cell:?}");
            covered = if covered > 0 { covered - 1 } else { cell.symbol().width().max(1) - 1 };
        }
    }
}

/// The sixteen colours as xterm, Windows and the Linux console show them.
const PALETTES: [[u32; 16]; 3] = [
    [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
        0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ],
    [
        0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
        0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
    ],
    [
        0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
        0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ],
];

const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The contrast of a cell as WCAG 2 defines it, the least of all palettes.
fn contrast(cell: &Cell) -> f64 {
    let luminance = |rgb: u32| {
        let part = |shift: u32| {
            let part = f64::from((rgb >> shift) & 0xff) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    };
    let least = PALETTES.iter().map(|palette| {
        let shown = |colour: Color| {
            let at = SIXTEEN.iter().position(|it| *it == colour);
            luminance(palette[at.unwrap_or_else(|| panic!("{colour:?} is none of sixteen"))])
        };
        let (one, other) = (shown(cell.fg), shown(cell.bg));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    });
    least.fold(f64::INFINITY, f64::min)
}

#[test]
fn everything_on_the_desk_can_be_read_in_every_theme() {
    // The least of each theme is that of what matters less, and of marks in the dark one.
    let mut known = std::collections::HashMap::new();
    for (name, least) in [("dark", 2.8), ("light", 3.9), ("contrast", 7.0)] {
        for (state, mut desk) in states(Lang::Zh) {
            desk.model.theme = theme(name);
            let (buf, _) = desk.frame(120, 40);
            for cell in buf.content.iter().filter(|cell| cell.symbol() != " ") {
                let found = *known.entry((cell.fg, cell.bg)).or_insert_with(|| contrast(cell));
                assert!(
                    found >= least,
                    "{name}, {state}: {:?} is {:?} on {:?}: {found:.2} to 1",
                    cell.symbol(),
                    cell.fg,
                    cell.bg
                );
            }
        }
    }
}

#[test]
fn nothing_blinks() {
    let blinking = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
    for theme in standard() {
        for (state, mut desk) in states(Lang::En) {
            desk.model.theme = *theme;
            let (buf, _) = desk.frame(120, 40);
            let still = buf.content.iter().all(|cell| !cell.modifier.intersects(blinking));
            assert!(still, "{} {state}", theme.name);
        }
    }
}

#[test]
fn the_theme_is_changed_on_the_desk_and_in_its_windows_and_told() {
    for (_, mut desk) in states(Lang::En) {
        assert_eq!(desk.model.theme.name, "dark");
        let mut names = Vec::new();
        for _ in 0..4 {
            desk.ctrl('t');
            names.push(desk.model.theme.name);
            let told = desk.model.notice.as_ref().unwrap().text.clone();
            assert_eq!(told, format!("Colours: {}", desk.model.theme.title(&desk.model.words)));
        }
        assert_eq!(names, ["light", "contrast", "mono", "dark"]);
    }
}

const SCREEN: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

fn mouse(desk: &mut Desk, kind: MouseEventKind, (column, row): (u16, u16)) -> bool {
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    desk.send(Msg::Mouse(Pointer { event, screen: SCREEN }))
}

fn click(desk: &mut Desk, text: &str) -> bool {
    let place = find(&desk.frame(SCREEN.width, SCREEN.height).0, text);
    mouse(desk, MouseEventKind::Down(MouseButton::Left), place)
}

#[test]
fn a_click_takes_a_completion() {
    let mut desk = amid(Lang::En);
    desk.write("/o");
    assert!(click(&mut desk, "/out"));
    assert_eq!(desk.model.capture.text(), "/out ");
    let mut desk = amid(Lang::Zh);
    desk.write("王");
    assert!(click(&mut desk, "| 王小明"), "{}", desk.screen(80, 24));
    assert!(desk.model.capture.text().starts_with("王小明"), "{}", desk.model.capture.text());
}

#[test]
fn a_click_chooses_in_a_window_but_decides_nothing() {
    let mut desk = amid(Lang::En);
    desk.key(KeyCode::F(5));
    let before = desk.model.meeting.lines().len();
    for (at, label) in ["Agreed", "Noted"].iter().enumerate() {
        let frame = desk.frame(80, 24).0;
        let shown = rows(&frame).join("\n").to_lowercase();
        assert!(shown.contains(&label.to_lowercase()), "{at}: {shown}");
    }
    let (x, y) = find(&desk.frame(80, 24).0, "carried over");
    assert!(mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), (x, y)));
    let Some(Panel::EndItem { choice, .. }) = desk.model.panel else { panic!("still open") };
    let outcome = yishi::tui::desk::model::Model::outcome_at(choice);
    assert_eq!(outcome, yishi::domain::item::Outcome::CarriedOver);
    assert_eq!(desk.model.meeting.lines().len(), before);
    let row = rows(&desk.frame(80, 24).0)[usize::from(y)].clone();
    assert!(row.contains("> carried over"), "{row}");
    // Beside the choices and outside the window nothing happens.
    assert!(!mouse(&mut desk, MouseEventKind::Down(MouseButton::Left), (0, 0)));
    assert!(!mouse(&mut desk, MouseEventKind::Moved, (x, y)));
}

#[test]
fn the_wheel_scrolls_the_opinions_and_the_help() {
    let mut desk = amid(Lang::Zh);
    for number in 1..=30 {
        desk.enter(&format!("王小明：第{number}句"));
    }
    assert!(desk.screen(80, 24).contains("第30句"));
    for _ in 0..20 {
        assert!(mouse(&mut desk, MouseEventKind::ScrollUp, (60, 12)));
    }
    let screen = desk.screen(80, 24);
    assert!(screen.contains("停车位应先给老人") && !screen.contains("第30句"), "{screen}");
    for _ in 0..20 {
        mouse(&mut desk, MouseEventKind::ScrollDown, (60, 12));
    }
    assert!(desk.screen(80, 24).contains("第30句"));
    desk.key(KeyCode::F(1));
    mouse(&mut desk, MouseEventKind::ScrollDown, (40, 12));
    assert!(matches!(desk.model.aid, Some(Aid::Help(3))), "{:?}", desk.model.aid);
    mouse(&mut desk, MouseEventKind::ScrollUp, (40, 12));
    assert!(matches!(desk.model.aid, Some(Aid::Help(0))), "{:?}", desk.model.aid);
}

#[test]
fn help_says_how_text_is_selected_while_the_mouse_is_taken() {
    for lang in Lang::ALL {
        let mut desk = amid(lang);
        let told = desk.model.words.say(id::MOUSE_SELECT);
        desk.key(KeyCode::F(1));
        for _ in 0..20 {
            desk.key(KeyCode::PageDown);
        }
        assert!(!desk.screen(80, 24).contains(&told), "the mouse is the terminal's own");
        desk.model.keys.mouse = true;
        assert!(desk.screen(80, 24).contains(&told));
    }
}

/// How often the bell was to be rung.
fn rung(desk: &Desk) -> usize {
    desk.effects.iter().filter(|effect| **effect == Effect::Ring).count()
}

/// Somebody has the floor since 19:06:10 for three minutes at most.
fn speaking(when: Bell) -> Desk {
    let mut desk = Desk::prepared(Lang::En).typed(&[
        ("18:56:00", "/in Ann Lee 3B, Ben Carter 5A"),
        ("19:00:00", "/open"),
        ("19:00:10", "/start"),
        ("19:06:10", "/floor Ann Lee"),
    ]);
    desk.model.bell.when = when;
    desk.effects.clear();
    desk
}

fn tick(desk: &mut Desk, clock: &str) {
    desk.now = at(clock);
    desk.send(Msg::Tick);
}

#[test]
fn the_bell_rings_once_when_the_time_of_a_turn_is_used_up() {
    for (when, times) in [(Bell::Off, 0), (Bell::Refusals, 0), (Bell::TurnOver, 1), (Bell::Both, 1)]
    {
        let mut desk = speaking(when);
        tick(&mut desk, "19:09:09");
        assert_eq!(rung(&desk), 0, "{when:?}: 2:59 of 3:00");
        tick(&mut desk, "19:09:10");
        assert_eq!(rung(&desk), times, "{when:?}: 3:00 of 3:00");
        for clock in ["19:09:11", "19:10:00", "19:15:00"] {
            tick(&mut desk, clock);
        }
        assert_eq!(rung(&desk), times, "{when:?}: once for a turn");
        desk.enter("/floor Ben Carter");
        tick(&mut desk, "19:17:59");
        assert_eq!(rung(&desk), times, "{when:?}: another turn has begun");
        tick(&mut desk, "19:18:00");
        assert_eq!(rung(&desk), 2 * times, "{when:?}: and its time is used up");
    }
}

#[test]
fn pauses_do_not_count_and_what_was_over_before_is_not_heard() {
    let mut desk = speaking(Bell::Both);
    tick(&mut desk, "19:08:10");
    desk.enter("/pause");
    tick(&mut desk, "19:20:00");
    desk.enter("/resume");
    tick(&mut desk, "19:20:59");
    assert_eq!(rung(&desk), 0, "two minutes before the pause, one less a second after it");
    tick(&mut desk, "19:21:00");
    assert_eq!(rung(&desk), 1);
    // The desk is opened again on a turn that is over time.
    let meeting = desk.model.meeting.clone();
    let words = yishi::text::words::Words::new(Lang::En);
    let now = at("19:25:00");
    let model =
        yishi::tui::desk::model::Model::new(meeting, Vec::new(), words, "x".to_owned(), now);
    let mut again = Desk { model, now, effects: Vec::new() };
    again.model.bell.when = Bell::Both;
    tick(&mut again, "19:25:01");
    assert_eq!(rung(&again), 0);
}

#[test]
fn the_bell_rings_for_each_refusal() {
    for (when, times) in [(Bell::Off, 0), (Bell::TurnOver, 0), (Bell::Refusals, 1), (Bell::Both, 1)]
    {
        let mut desk = speaking(when);
        desk.enter("/vote hands 18 3 2");
        assert_eq!(rung(&desk), times, "{when:?}");
        desk.key(KeyCode::PageUp);
        desk.send(Msg::Tick);
        assert_eq!(rung(&desk), times, "{when:?}: nothing new was refused");
        desk.key(KeyCode::Enter);
        assert_eq!(rung(&desk), 2 * times, "{when:?}: the same is refused again");
        desk.ctrl('u');
        desk.enter("/nonsense");
        assert_eq!(rung(&desk), 3 * times, "{when:?}: what is not understood");
        desk.ctrl('u');
        desk.enter("a word that is taken down");
        assert_eq!(rung(&desk), 3 * times, "{when:?}");
    }
}

#[test]
fn what_is_told_names_the_keys_that_are_in_force() {
    use yishi::tui::keymap::{Keymap, Place};
    let own = r#"(
        everywhere: [(key: "F11", does: Help), (key: "Alt+Up", does: ScrollUp)],
        desk: [(key: "Alt+S", does: SignIn), (key: "Alt+R", does: Resolve)],
    )"#;
    let keymap = yishi::tui::own_keys::patched(&Keymap::standard(), own.as_bytes()).unwrap();
    let mut desk = Desk::prepared(Lang::En);
    desk.model.keys = keymap.keys(Place::Desk);
    desk.key(KeyCode::Enter);
    let screen = desk.screen(80, 24);
    for told in ["Sign people in: Alt+S", "signed in: Alt+S", "F11 lists them", "F11 help"] {
        assert!(screen.contains(told), "{told} in\n{screen}");
    }
    let mut desk = Desk::prepared(Lang::En).typed(&[
        ("18:56:00", "/in Ann Lee 3B"),
        ("19:00:00", "/open"),
        ("19:00:10", "/start"),
    ]);
    desk.model.keys = keymap.keys(Place::Desk);
    assert!(desk.screen(120, 40).contains("Alt+R resolution, F3 action"));
    for number in 1..=30 {
        desk.enter(&format!("Ann Lee: words {number}"));
    }
    assert!(desk.screen(80, 24).contains("earlier, Alt+Up"), "{}", desk.screen(80, 24));
}
