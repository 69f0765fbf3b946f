//! Frames of the figures in both languages and sizes, what keys lead to, and that drawing is safe
//! however small the screen and whatever is stored.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "common/screen.rs"]
mod screen;
mod stats_support;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use stats_support::*;
use unicode_width::UnicodeWidthStr as _;
use yishi::domain::figures::{FigureId, Span};
use yishi::text::words::Lang;
use yishi::tui::glyphs::Glyphs;
use yishi::tui::keymap::{Keymap, Place};
use yishi::tui::stats::model::Scope;
use yishi::tui::stats::msg::{Effect, News, What};
use yishi::tui::stats::update;
use yishi::tui::theme::Theme;
use yishi::tui::writing::Written;

fn snapshot(name: &str, lang: Lang, screen: &mut Screen) {
    let both = format!("{}\n\n{}", screen.screen(80, 24), screen.screen(120, 40));
    assert!(both.lines().all(|row| row.width() <= 120));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), both);
    });
}

/// Puts the bar onto a figure.
fn go(screen: &mut Screen, id: FigureId) {
    screen.key(KeyCode::Home);
    for _ in 0..id.at() {
        screen.key(KeyCode::Down);
    }
}

#[test]
fn the_figures_and_what_is_behind_one() {
    for lang in Lang::ALL {
        let mut screen = Screen::new(lang);
        snapshot("figures", lang, &mut screen);
        screen.key(KeyCode::End);
        snapshot("figures_of_a_unit", lang, &mut screen);
        go(&mut screen, FigureId::Raised);
        screen.key(KeyCode::Enter);
        snapshot("cases", lang, &mut screen);
        screen.key(KeyCode::F(7));
        snapshot("writing", lang, &mut screen);
        screen.key(KeyCode::Esc);
        screen.key(KeyCode::F(1));
        snapshot("help", lang, &mut screen);
        screen.key(KeyCode::Esc);
        screen.key(KeyCode::F(6));
        snapshot("scopes", lang, &mut screen);
    }
}

#[test]
fn without_lines_bars_are_made_of_plain_signs() {
    let mut screen = Screen::new(Lang::En);
    screen.model.theme = Theme::plain().drawn_with(Glyphs::ASCII);
    go(&mut screen, FigureId::Governance);
    let frame = screen.screen(80, 24);
    assert!(frame.is_ascii(), "{frame}");
    // Of three topics one: a third of the bar.
    let row = frame.lines().find(|row| row.contains("governance difficulties")).unwrap();
    let bar = row.split_whitespace().last().unwrap();
    let [taken, whole] = [bar.matches('#').count(), bar.len()];
    assert_eq!(taken, whole / 3, "{row}");
}

#[test]
fn periods_go_back_and_forth_and_never_into_the_future() {
    let mut screen = Screen::new(Lang::En);
    let period = |screen: &Screen| {
        let period = screen.model.counted.unwrap();
        (period.from.to_string(), period.to.to_string())
    };
    let expect = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(period(&screen), expect("2026-01-01", TODAY));
    screen.key(KeyCode::Right);
    assert_eq!(period(&screen), expect("2026-01-01", TODAY));
    assert!(screen.model.notice.is_some());
    screen.key(KeyCode::F(3));
    assert_eq!(period(&screen), expect("2026-10-01", TODAY));
    screen.key(KeyCode::Left);
    assert_eq!(period(&screen), expect("2026-07-01", "2026-09-30"));
    screen.key(KeyCode::F(2));
    assert_eq!(period(&screen), expect("2026-09-01", "2026-09-30"));
    screen.key(KeyCode::F(4));
    assert_eq!((screen.model.span, period(&screen)), (Span::Year, expect("2026-01-01", TODAY)));
    screen.key(KeyCode::Left);
    assert_eq!(period(&screen), expect("2025-01-01", "2025-12-31"));
    assert!(screen.screen(80, 24).contains("0/0"));
}

#[test]
fn scopes_are_everything_what_differs_and_each_community() {
    let mut screen = Screen::new(Lang::En);
    let raised =
        |screen: &Screen| screen.model.counts.figures.get(FigureId::Raised).unwrap().numerator;
    // Both lie in one shire and town: only the districts tell something else than everything.
    let names: Vec<String> =
        screen.model.scopes.iter().map(|scope| screen.model.name_of(scope)).collect();
    assert_eq!(
        names,
        [
            "all communities",
            "Larkshire/Wend/North",
            "Larkshire/Wend/South",
            "Maple Court",
            "Elm Row"
        ]
    );
    let mut seen = Vec::new();
    for _ in 0..5 {
        seen.push(raised(&screen));
        screen.key(KeyCode::Tab);
    }
    assert_eq!(seen, [3, 3, 0, 3, 0]);
    assert_eq!(screen.model.scope, Scope::All);
    screen.key(KeyCode::BackTab);
    // Terminals send Shift+Tab either way.
    screen.press(KeyCode::BackTab, KeyModifiers::SHIFT);
    screen.key(KeyCode::F(6));
    for c in "elm".chars() {
        screen.key(KeyCode::Char(c));
    }
    screen.key(KeyCode::Enter);
    assert_eq!(raised(&screen), 0);
    assert_eq!(screen.model.name_of(&screen.model.scope), "Elm Row");
}

#[test]
fn enter_goes_down_to_the_cases_and_on_to_the_board() {
    let mut screen = Screen::new(Lang::Zh);
    go(&mut screen, FigureId::Excluded);
    screen.key(KeyCode::Enter);
    let cases: Vec<String> = screen.model.cases().iter().map(ToString::to_string).collect();
    assert_eq!(cases, ["jinyuan/1", "jinyuan/2"], "nobody was excluded of these two");
    screen.key(KeyCode::Esc);
    go(&mut screen, FigureId::Calls);
    screen.key(KeyCode::Enter);
    assert!(screen.model.behind.is_none() && screen.model.notice.is_some());
    go(&mut screen, FigureId::Redo);
    screen.key(KeyCode::Enter);
    assert_eq!(screen.model.cases()[0].to_string(), "jinyuan/2", "what counts comes first");
    screen.key(KeyCode::Enter);
    let Some(Effect::Board(id, Some(topic))) = screen.effects.last() else { panic!("no board") };
    assert_eq!((id.as_str(), topic.to_string().as_str()), ("jinyuan", "2"));
    screen.key(KeyCode::Esc);
    screen.key(KeyCode::Esc);
    assert!(matches!(screen.effects.last(), Some(Effect::Leave)));
}

#[test]
fn what_is_shown_is_written() {
    let mut screen = Screen::new(Lang::En);
    screen.key(KeyCode::F(7));
    screen.key(KeyCode::Enter);
    let Some(Effect::Ask(request)) = screen.effects.last() else { panic!("nothing asked") };
    let What::Write { path, bytes, replace } = &request.what else { panic!("{request:?}") };
    assert_eq!(path, "/tmp/figures-2026-01-01-2026-11-25.csv");
    assert!(!replace);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.starts_with('\u{feff}'), "{text}");
    assert!(text.contains("\r\ntopics.raised,Topics,,topics raised,3,4,75.0%,slips taken in,2026-01-01,2026-11-25\r\n"), "{text}");
    update::on_news(&mut screen.model, News::Written(Written::Exists));
    screen.key(KeyCode::Enter);
    let Some(Effect::Ask(request)) = screen.effects.last() else { panic!("nothing asked") };
    assert!(matches!(&request.what, What::Write { replace: true, .. }));
    update::on_news(&mut screen.model, News::Written(Written::Done("/tmp/x.csv".into())));
    assert!(screen.model.asking.is_none());
}

#[test]
fn a_file_is_named_for_the_figures_in_it_while_others_are_counted() {
    let mut screen = Screen::new(Lang::En);
    // The year before is asked for, and not counted yet.
    let mut unheard = Vec::new();
    let left = KeyEvent::new(KeyCode::Left, KeyModifiers::NONE);
    update::on_key(&mut screen.model, left, &mut unheard);
    assert!(screen.model.counting.is_some());
    screen.key(KeyCode::F(7));
    screen.key(KeyCode::Enter);
    let Some(Effect::Ask(request)) = screen.effects.last() else { panic!("nothing asked") };
    let What::Write { path, bytes, .. } = &request.what else { panic!("{request:?}") };
    assert_eq!(path, "/tmp/figures-2026-01-01-2026-11-25.csv");
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(",2026-01-01,2026-11-25\r\n"), "{text}");
}

#[test]
fn a_name_that_no_program_would_open_is_put_right_first() {
    for (lang, told) in [(Lang::Zh, "WPS"), (Lang::En, "spreadsheets")] {
        let mut screen = Screen::new(lang);
        screen.key(KeyCode::F(7));
        for name in ["/tmp/x.xlsx", "/tmp/x.doc", "/tmp/x"] {
            let asked = screen.effects.len();
            screen.press(KeyCode::Char('u'), KeyModifiers::CONTROL);
            update::on_paste(&mut screen.model, name);
            screen.key(KeyCode::Enter);
            assert_eq!(screen.effects.len(), asked, "{name} was written");
            assert!(screen.screen(80, 24).contains(told), "{}", screen.screen(80, 24));
        }
        for name in [".csv", ".CSV", ".txt", ".json"] {
            let bytes = screen.model.file(&format!("/tmp/x{name}")).unwrap();
            assert!(!bytes.is_empty(), "{name}");
        }
    }
}

#[test]
fn where_to_count_is_chosen_from_where_one_is() {
    let mut screen = Screen::new(Lang::Zh);
    screen.key(KeyCode::BackTab);
    let last = screen.model.scope.clone();
    screen.key(KeyCode::F(6));
    assert!(screen.screen(80, 24).contains("统计范围"), "{}", screen.screen(80, 24));
    screen.key(KeyCode::Enter);
    assert_eq!(screen.model.scope, last);
}

#[test]
fn at_80_columns_it_is_told_how_to_write_and_how_to_leave() {
    for lang in Lang::ALL {
        let mut screen = Screen::new(lang);
        let frame = screen.screen(80, 24);
        let keys = frame.lines().last().unwrap();
        assert!(keys.contains(" F7 ") && keys.contains(" Esc "), "{keys}");
    }
}

#[test]
fn keys_are_named_as_the_user_has_them() {
    let keys = include_str!("../data/keymap.ron");
    let keys = keys.replace("(key: \"Enter\", does: Submit)", "(key: \"Alt+O\", does: Submit)");
    for lang in Lang::ALL {
        let mut screen = Screen::new(lang);
        screen.model.keys = Keymap::parse(&keys).unwrap().keys(Place::Stats);
        let mut told = screen.screen(120, 40);
        screen.key(KeyCode::F(7));
        told.push_str(&screen.screen(120, 40));
        update::on_news(&mut screen.model, News::Written(Written::Exists));
        told.push_str(&screen.screen(120, 40));
        screen.key(KeyCode::F(1));
        told.push_str(&screen.screen(120, 40));
        assert!(told.contains("Alt+O") && !told.contains("Enter"), "{told}");
    }
}

#[test]
fn any_size_will_do() {
    for lang in Lang::ALL {
        let mut screen = Screen::new(lang);
        for keys in [vec![], vec![KeyCode::Enter], vec![KeyCode::F(7)], vec![KeyCode::F(1)]] {
            for key in keys {
                screen.key(key);
            }
            for height in 0..45 {
                for width in [0, 1, 9, 10, 11, 20, 33, 64, 80, 113, 140] {
                    let (_, caret) = screen.frame(width, height);
                    if let Some(caret) = caret {
                        assert!(caret.x < width && caret.y < height, "{width}x{height}");
                    }
                }
            }
        }
    }
}
