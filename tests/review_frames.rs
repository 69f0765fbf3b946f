//! Frames of the screen that looks back and of the replay, in both languages and sizes, what is
//! marked in them, and that drawing is safe whatever is stored and however small the screen.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
mod review_support;
#[path = "common/screen.rs"]
mod screen;

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use desk_support::{Desk, rows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use review_support::*;
use unicode_width::UnicodeWidthStr;
use yishi::domain::meeting::Meeting;
use yishi::store::log::{Damage, ReadError};
use yishi::text::words::{Lang, Words};
use yishi::tui::keymap::Keymap;
use yishi::tui::replay;
use yishi::tui::review::msg::Msg;
use yishi::tui::theme::Theme;
use yishi::tui::writing::Written;

/// Both sizes in one snapshot.
fn both(name: &str, lang: Lang, screen: impl Fn(u16, u16) -> String) {
    let both = format!("{}\n\n{}", screen(80, 24), screen(120, 40));
    for row in both.lines() {
        assert!(row.width() <= 120, "{row}");
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), both);
    });
}

fn snapshot(name: &str, lang: Lang, review: &Review) {
    both(name, lang, |width, height| review.screen(width, height));
}

#[test]
fn every_page() {
    for lang in Lang::ALL {
        let mut review = review(lang);
        for (key, name) in [(2, "minutes"), (3, "time_line"), (4, "opinions"), (5, "actions")] {
            review.f(key);
            snapshot(name, lang, &review);
        }
        // The totals are at the end of the time line.
        review.f(3);
        review.key(KeyCode::End);
        snapshot("totals", lang, &review);
    }
}

#[test]
fn what_is_found() {
    for lang in Lang::ALL {
        let mut review = review(lang);
        review.f(3);
        review.write(match lang {
            Lang::Zh => "wxm",
            Lang::En => "bc",
        });
        review.key(KeyCode::Enter);
        snapshot("found", lang, &review);
        review.f(4);
        review.key(KeyCode::Esc);
        review.write(match lang {
            Lang::Zh => "公告栏",
            Lang::En => "notice board",
        });
        snapshot("found_elsewhere", lang, &review);
    }
}

#[test]
fn writing_a_file() {
    for lang in Lang::ALL {
        let mut review = review(lang);
        review.f(7);
        review.key(KeyCode::Enter);
        review.send(Msg::Written(Written::Exists));
        snapshot("exists", lang, &review);
    }
}

#[test]
fn what_cannot_be_read_says_so() {
    for lang in Lang::ALL {
        let mut meeting = closed(lang);
        meeting.go_back_to(12);
        let mut review = Review::of(meeting, lang);
        let path = PathBuf::from("/home/limin/communities/test/sessions/2026-11-23-november.ron");
        let stop = ReadError::Damaged { line: 14, offset: 2_048, reason: Damage::Hash };
        review.model.subject.stop = Some((path, stop));
        review.f(3);
        snapshot("damaged", lang, &review);
    }
}

#[test]
fn help() {
    for lang in Lang::ALL {
        let mut review = review(lang);
        review.f(1);
        snapshot("review_help", lang, &review);
    }
}

fn replayed(lang: Lang, seq: u64) -> replay::model::Model {
    let keymap = Keymap::standard();
    replay::model::Model::new(closed(lang), Words::new(lang), Theme::default(), &keymap, seq)
}

fn replay_frame(model: &replay::model::Model, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    replay::view::render(model, area, &mut buf);
    buf
}

fn replay_snapshot(name: &str, lang: Lang, model: &replay::model::Model) {
    both(name, lang, |width, height| rows(&replay_frame(model, width, height)).join("\n"));
}

/// The line of what was undone later.
fn undone(meeting: &Meeting) -> u64 {
    let stands = meeting.standing();
    let history = |at: &usize| format!("{:?}", meeting.lines()[*at].events).contains("Reverted");
    let found = (0..stands.len()).find(|at| !stands[*at] && !history(at));
    found.unwrap() as u64
}

#[test]
fn the_replay() {
    for lang in Lang::ALL {
        let mut model = replayed(lang, undone(&closed(lang)));
        replay_snapshot("replay_undone", lang, &model);
        model.plays = true;
        model.go(model.at() + 1);
        replay_snapshot("replay_undo", lang, &model);
        model.go(0);
        replay_snapshot("replay_first", lang, &model);
        model.go(usize::MAX);
        replay_snapshot("replay_last", lang, &model);
        let key = KeyEvent::new(KeyCode::F(1), KeyModifiers::NONE);
        replay::update::on_key(&mut model, key);
        replay_snapshot("replay_help", lang, &model);
    }
}

#[test]
fn what_is_found_is_told_without_colour() {
    let mut review = review(Lang::Zh);
    review.model.theme = Theme::plain();
    review.f(3);
    review.write("停车位");
    let (buf, _) = review.frame(120, 40);
    let shown = rows(&buf);
    let marked = shown.iter().filter(|row| row.get(1..2) == Some("*")).count();
    assert!(marked >= 2, "{shown:#?}");
    // Every place is underlined, and nothing else is.
    let mut underlined = String::new();
    for cell in buf.content() {
        if cell.modifier.contains(Modifier::UNDERLINED) {
            underlined.push_str(cell.symbol().trim());
        }
    }
    assert_eq!(underlined.replace("停车位", ""), "");
    assert!(underlined.matches("停车位").count() >= 2);
}

#[test]
fn the_caret_is_where_the_next_character_goes() {
    let mut review = review(Lang::Zh);
    for text in ["", "费", "wang", "王小"] {
        review.ctrl('u');
        review.write(text);
        let (buf, caret) = review.frame(80, 24);
        let caret = caret.unwrap();
        let row = &rows(&buf)[usize::from(caret.y)];
        let start = " 查找 > ";
        assert!(row.starts_with(format!("{start}{text}").trim_end()), "{row}");
        assert_eq!(usize::from(caret.x), start.width() + text.width());
    }
    // A path longer than the screen goes on in the next row, and the caret with it.
    review.f(7);
    review.ctrl('u');
    review.write(&format!("/{}", "很长的文件夹".repeat(12)));
    let (buf, caret) = review.frame(80, 24);
    let caret = caret.unwrap();
    assert!(rows(&buf)[usize::from(caret.y)].contains('夹'));
    review.key(KeyCode::Esc);
    review.f(1);
    assert_eq!(review.frame(80, 24).1, None, "the help has no line to type into");
}

#[test]
fn the_same_model_and_size_give_the_same_frame_at_any_size() {
    let mut review = review(Lang::Zh);
    for key in [2, 3, 4, 5] {
        review.f(key);
        for (width, height) in
            [(1, 1), (9, 3), (10, 4), (20, 6), (40, 12), (60, 16), (80, 24), (200, 60), (300, 8)]
        {
            for bar in [0, 7, usize::MAX] {
                review.model.put_bar(bar);
                let (one, caret) = review.frame(width, height);
                assert_eq!((one, caret), review.frame(width, height));
                if let Some(caret) = caret {
                    assert!(caret.x < width && caret.y < height);
                }
            }
        }
    }
    let model = replayed(Lang::En, 20);
    for (width, height) in [(1, 1), (10, 4), (30, 8), (59, 40), (60, 16), (200, 60)] {
        assert_eq!(replay_frame(&model, width, height), replay_frame(&model, width, height));
    }
}

#[test]
fn nothing_stored_reaches_the_terminal_as_a_command() {
    let evil = "\u{1b}[2J红\u{202e}字\u{7}\u{9b}31m\u{200d}\u{fe0f}";
    let mut desk = Desk::amid(Lang::Zh);
    for line in ["王小明：", "/备注 ", "/决议 ", "/搁置 "] {
        desk.send(yishi::tui::desk::msg::Msg::Paste(format!("{line}{evil}")));
        desk.key(KeyCode::Enter);
    }
    desk.enter("/撤销");
    let meeting = desk.model.meeting;
    let mut review = Review::of(meeting.clone(), Lang::Zh);
    let mut frames = Vec::new();
    for key in [2, 3, 4, 5] {
        review.f(key);
        for text in ["", "红"] {
            review.ctrl('u');
            review.send(Msg::Paste(text.to_owned()));
            for bar in [0, usize::MAX] {
                review.model.put_bar(bar);
                frames.push(review.frame(120, 40).0);
            }
        }
    }
    let keymap = Keymap::standard();
    for seq in 0..meeting.lines().len() as u64 {
        let (words, theme) = (Words::new(Lang::Zh), Theme::default());
        let model = replay::model::Model::new(meeting.clone(), words, theme, &keymap, seq);
        frames.push(replay_frame(&model, 120, 40));
    }
    for buf in frames {
        for cell in buf.content() {
            let bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
        }
    }
}
