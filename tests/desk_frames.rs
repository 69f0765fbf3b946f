//! Frames of the desk in both languages and sizes, what their colours mean, and that drawing is
//! safe whatever is stored and however small the screen.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use desk_support::{Desk, at, rows};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;
use yishi::text::words::{Lang, id};
use yishi::tui::desk::model::ReadOnly;
use yishi::tui::desk::msg::Msg;
use yishi::tui::keeping::SaveNews;
use yishi::tui::theme::Theme;

/// Both sizes of a desk in one snapshot.
fn snapshot(name: &str, lang: Lang, desk: &Desk) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), desk.both());
    });
}

fn amid(lang: Lang) -> Desk {
    let mut desk = Desk::amid(lang);
    desk.now = at("19:12:02");
    desk.send(Msg::Tick);
    desk
}

/// Ends the item, carries the rest over and opens the question of closing.
fn at_the_end(lang: Lang) -> Desk {
    let [end, close] = match lang {
        Lang::Zh => ["/结束 达成一致 照结", "/散会"],
        Lang::En => ["/end agreed anyway", "/close"],
    };
    let mut desk = amid(lang).typed(&[("19:25:00", end)]);
    desk.enter(close);
    desk
}

#[test]
fn before_the_opening() {
    for lang in Lang::ALL {
        snapshot("prepared", lang, &Desk::prepared(lang));
    }
}

#[test]
fn amid_an_item() {
    for lang in Lang::ALL {
        snapshot("amid", lang, &amid(lang));
    }
}

/// A fist to five that did not carry: its figures, that the room was not told, and what is next.
#[test]
fn counted_and_not_announced() {
    for lang in Lang::ALL {
        let lines = match lang {
            Lang::Zh => ["/说完", "/方式 五指", "/五指 0 0 1 1 1 0"],
            Lang::En => ["/done", "/method fists", "/fists 0 0 1 1 1 0"],
        };
        let [end, method, count] = lines;
        let mut desk = amid(lang).typed(&[("19:13:00", end), ("19:13:10", method)]);
        desk.write(count);
        snapshot("method_foreseen", lang, &desk);
        desk.key(KeyCode::Enter);
        snapshot("method_counted", lang, &desk);
    }
}

#[test]
fn between_items_and_paused() {
    for lang in Lang::ALL {
        let [end, pause] = match lang {
            Lang::Zh => ["/结束 结转", "/暂停"],
            Lang::En => ["/end carry", "/pause"],
        };
        let desk = amid(lang).typed(&[("19:25:00", end), ("19:25:10", pause)]);
        snapshot("between", lang, &desk);
    }
}

#[test]
fn what_is_offered() {
    for lang in Lang::ALL {
        let mut desk = amid(lang);
        desk.write("/");
        desk.key(KeyCode::Down);
        snapshot("commands", lang, &desk);
        desk.key(KeyCode::Esc);
        desk.key(KeyCode::Esc);
        desk.write(match lang {
            Lang::Zh => "王",
            Lang::En => "be",
        });
        snapshot("people", lang, &desk);
    }
}

#[test]
fn windows() {
    for lang in Lang::ALL {
        let mut desk = amid(lang);
        desk.key(KeyCode::F(1));
        snapshot("help", lang, &desk);
        desk.key(KeyCode::Esc);
        desk.key(KeyCode::F(5));
        desk.key(KeyCode::Enter);
        snapshot("end_item", lang, &desk);
        snapshot("close", lang, &at_the_end(lang));
    }
}

#[test]
fn the_palette() {
    for (lang, typed) in [(Lang::Zh, "jy"), (Lang::En, "ag")] {
        let mut desk = amid(lang);
        desk.ctrl('g');
        desk.write(typed);
        snapshot("palette", lang, &desk);
        // The caret is behind what was typed: frame, blank, prompt, then one column a letter.
        let (buf, caret) = desk.frame(80, 24);
        let caret = caret.unwrap();
        let row = &rows(&buf)[usize::from(caret.y)];
        assert!(row.contains(&format!("> {typed}")), "{row}");
        assert_eq!(usize::from(caret.x), row.find(typed).unwrap() + typed.len());
    }
}

#[test]
fn closed() {
    for lang in Lang::ALL {
        let mut desk = at_the_end(lang);
        // Closes without reading back what was agreed.
        desk.key(KeyCode::F(10));
        desk.all_saved();
        snapshot("closed", lang, &desk);
    }
}

#[test]
fn refused_and_not_saved() {
    for lang in Lang::ALL {
        let mut desk = amid(lang);
        desk.enter(match lang {
            Lang::Zh => "/表决 举手 18 3 2",
            Lang::En => "/vote hands 18 3 2",
        });
        snapshot("refused", lang, &desk);
        desk.ctrl('u');
        desk.enter(match lang {
            Lang::Zh => "孙丽：费用由维修资金出",
            Lang::En => "Sam Price: the repair fund pays",
        });
        let why = "/media/usb: No space left on device".to_owned();
        desk.send(Msg::Saving(SaveNews::Failed { waiting: 1, why }));
        snapshot("not_saved", lang, &desk);
        desk.ctrl('q');
        snapshot("leave_unsaved", lang, &desk);
    }
}

#[test]
fn read_only() {
    for lang in Lang::ALL {
        let mut desk = amid(lang);
        desk.model.read_only = Some(ReadOnly("pid 4711 on host".to_owned()));
        desk.write("x");
        desk.key(KeyCode::Enter);
        assert!(desk.effects.is_empty() || desk.model.notice.is_some());
        let screen = desk.screen(80, 24);
        assert!(screen.contains(&desk.model.words.say(id::READ_ONLY_MARK)), "{screen}");
        assert!(screen.contains("pid 4711 on host"), "{screen}");
    }
}

/// Where a text begins in a frame.
fn find(buf: &ratatui::buffer::Buffer, text: &str) -> (u16, u16) {
    for (y, row) in (0..).zip(rows(buf)) {
        if let Some((before, _)) = row.split_once(text) {
            return (u16::try_from(before.width()).unwrap(), y);
        }
    }
    panic!("“{text}” is not in\n{}", rows(buf).join("\n"));
}

#[test]
fn colours_carry_the_meaning_that_words_and_marks_carry_too() {
    let desk = amid(Lang::Zh);
    let (buf, _) = desk.frame(120, 40);
    let colour = |text: &str| buf[find(&buf, text)].fg;
    assert_eq!(colour("+ 停车位"), Color::Green, "support");
    assert_eq!(colour("! 先公示"), Color::LightMagenta, "concern");
    assert_eq!(colour("? 费用"), Color::LightYellow, "question");
    assert_eq!(colour("* 夜间"), Color::Cyan, "suggestion");
    assert_eq!(colour("3:42 / 3:00"), Color::LightRed, "overrun");
    assert_eq!(colour("待答复"), Color::LightYellow, "open question");
    assert_eq!(colour("未表决"), Color::LightYellow, "not voted on");
    assert_eq!(colour("已保存"), Color::Green, "saved");
    assert_eq!(colour("7/20"), Color::Green, "in time");
    assert!(buf[find(&buf, "[协商议事]")].modifier.contains(Modifier::BOLD), "the stage");

    let mut desk = amid(Lang::Zh);
    desk.now = at("19:20:00");
    desk.send(Msg::Tick);
    let (buf, _) = desk.frame(120, 40);
    assert_eq!(buf[find(&buf, "15/20")].fg, Color::LightYellow, "70 % of the plan is used");
    desk.now = at("19:27:30");
    desk.send(Msg::Tick);
    let (buf, _) = desk.frame(120, 40);
    // Opened at 19:05 with 20 minutes: at 19:27:30 it is 2 min 30 s over, told as 3.
    assert_eq!(buf[find(&buf, "22/20 超 3 分")].fg, Color::LightRed, "the plan is overrun");
}

#[test]
fn without_colour_the_same_words_are_there() {
    let mut desk = amid(Lang::Zh);
    let coloured = desk.screen(80, 24);
    desk.model.theme = Theme::plain();
    assert_eq!(desk.screen(80, 24), coloured);
    let (buf, _) = desk.frame(80, 24);
    assert!(buf.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}

#[test]
fn drawing_changes_nothing_and_any_size_will_do() {
    for lang in Lang::ALL {
        let mut desks = vec![Desk::prepared(lang), amid(lang), at_the_end(lang)];
        let mut helping = amid(lang);
        helping.key(KeyCode::F(1));
        let mut offering = amid(lang);
        offering.write("/");
        let mut long = amid(lang);
        long.write(&"长".repeat(500));
        desks.extend([helping, offering, long]);
        for desk in &desks {
            let sizes = [(40, 10), (300, 100), (1, 1), (10, 4), (60, 16), (61, 17), (80, 8)];
            for (width, height) in sizes {
                let before = format!("{:?}", desk.model);
                let (first, caret) = desk.frame(width, height);
                let (second, again) = desk.frame(width, height);
                assert_eq!(first, second, "the same model and size give the same frame");
                assert_eq!(caret, again);
                assert_eq!(before, format!("{:?}", desk.model), "drawing changes nothing");
                if let Some(caret) = caret {
                    assert!(caret.x < width && caret.y < height, "{caret:?} at {width}x{height}");
                }
            }
        }
    }
}

#[test]
fn the_caret_stands_behind_what_is_typed_by_column() {
    let mut desk = amid(Lang::Zh);
    // Three columns of prompt, then two a character.
    for (typed, column) in [("王小明：同意", 3 + 12), ("a", 3 + 13), ("，", 3 + 15)] {
        desk.write(typed);
        let (_, caret) = desk.frame(80, 24);
        assert_eq!(caret.unwrap().x, column, "{typed}");
        assert_eq!(caret.unwrap().y, 22);
    }
    desk.key(KeyCode::Left);
    desk.key(KeyCode::Left);
    assert_eq!(desk.frame(80, 24).1.unwrap().x, 3 + 12);
    desk.key(KeyCode::F(1));
    assert_eq!(desk.frame(80, 24).1, None, "a window has no text field");
}

#[test]
fn opinions_are_scrolled_from_the_latest_to_the_first_and_back() {
    let mut desk = amid(Lang::Zh);
    for number in 1..=30 {
        desk.enter(&format!("王小明：第{number}句"));
    }
    // Four were there; theirs are the numbers 2 to 5, as opinion 1 belongs to the item before.
    let first = "停车位应先给老人";
    assert!(desk.screen(80, 24).contains("第30句") && !desk.screen(80, 24).contains(first));
    for _ in 0..20 {
        desk.key(KeyCode::PageUp);
        desk.screen(80, 24);
    }
    assert!(desk.screen(80, 24).contains(first) && !desk.screen(80, 24).contains("第30句"));
    for _ in 0..20 {
        desk.key(KeyCode::PageDown);
    }
    assert!(desk.screen(80, 24).contains("第30句"));
    // Whoever types sees what is typed.
    desk.key(KeyCode::PageUp);
    desk.enter("王小明：第31句");
    assert!(desk.screen(80, 24).contains("第31句"));
}

#[test]
fn nothing_stored_reaches_the_terminal_as_a_command() {
    let evil = "\u{1b}[2J红\u{202e}字\u{7}\u{9b}31m\u{200d}\u{fe0f}";
    let mut desk = amid(Lang::Zh);
    desk.send(Msg::Paste(format!("王小明：{evil}")));
    desk.key(KeyCode::Enter);
    desk.send(Msg::Paste(format!("/行动 {evil} @{evil} ={evil}")));
    desk.key(KeyCode::Enter);
    desk.send(Msg::Paste(format!("/搁置 {evil}")));
    desk.key(KeyCode::Enter);
    desk.send(Msg::Paste(format!("/决议 {evil}")));
    desk.key(KeyCode::Enter);
    desk.send(Msg::Paste(format!("/议题 {evil}")));
    desk.key(KeyCode::Enter);
    desk.send(Msg::Paste(format!("/签到 {evil} 3栋")));
    desk.key(KeyCode::Enter);
    assert!(desk.effects.len() >= 6, "{:?}", desk.model.notice);
    let frames = [desk.frame(80, 24).0, desk.frame(120, 40).0, {
        desk.key(KeyCode::F(5));
        desk.frame(120, 40).0
    }];
    for buf in frames {
        for cell in buf.content() {
            let bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
        }
    }
}
