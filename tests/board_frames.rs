//! Frames of the board in both languages and sizes, and that it can be drawn at any size.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod board_support;
mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use board_support::{Board, Community, neighbourhood, now, sample};
use crossterm::event::KeyCode;
use unicode_width::UnicodeWidthStr;
use yishi::text::words::Lang;
use yishi::tui::board::model::Page;

fn snapshot(name: &str, lang: Lang, board: &Board) {
    let both = format!("{}\n\n{}", board.shown(80, 24), board.shown(120, 40));
    for row in both.lines() {
        assert!(row.width() <= 120, "{row}");
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), both);
    });
}

#[test]
fn topics_of_every_kind() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.on(4);
        snapshot("board_topics", lang, &board);
    }
}

#[test]
fn nothing_is_there_yet() {
    for lang in Lang::ALL {
        snapshot("board_empty", lang, &Board::of(Community::new(), lang));
    }
}

#[test]
fn before_the_ledgers_are_read() {
    for lang in Lang::ALL {
        snapshot("board_unread", lang, &Board::unread(neighbourhood(), lang));
    }
}

#[test]
fn a_command_is_typed() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.on(1);
        board.press(KeyCode::F(3));
        snapshot("board_command", lang, &board);
    }
}

#[test]
fn what_is_looked_for() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.write("wxm");
        snapshot("board_found", lang, &board);
        board.ctrl('u');
        board.write("没有这样的");
        snapshot("board_found_nothing", lang, &board);
    }
}

#[test]
fn everything_about_a_topic() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.on(5);
        board.press(KeyCode::Enter);
        snapshot("board_details", lang, &board);
    }
}

#[test]
fn the_other_pages() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.press(KeyCode::Tab);
        assert_eq!(board.model.page, Page::Outings);
        snapshot("board_outings", lang, &board);
        board.press(KeyCode::Tab);
        snapshot("board_calls", lang, &board);
        board.press(KeyCode::Tab);
        snapshot("board_stations", lang, &board);
    }
}

#[test]
fn calls_and_stations_of_the_sample() {
    for lang in Lang::ALL {
        let mut board = Board::of(sample(), lang);
        board.model.show(Page::Calls);
        snapshot("board_calls_sample", lang, &board);
        board.model.show(Page::Stations);
        snapshot("board_stations_area", lang, &board);
        board.press(KeyCode::Down);
        snapshot("board_stations_duty", lang, &board);
    }
}

#[test]
fn what_cannot_be_saved_is_told() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.broken = Some("磁盘已满。".to_owned());
        board.line("/交办 2 物业");
        snapshot("board_not_saved", lang, &board);
    }
}

#[test]
fn help_tells_keys_and_commands() {
    for lang in Lang::ALL {
        let mut board = Board::of(neighbourhood(), lang);
        board.press(KeyCode::F(1));
        let shown = board.shown(100, 90);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("board_help_{}", lang.code()), shown);
        });
    }
}

#[test]
fn any_size_will_do_and_the_caret_is_behind_what_is_typed() {
    for lang in Lang::ALL {
        let mut boards = vec![
            Board::unread(neighbourhood(), lang),
            Board::of(Community::new(), lang),
            Board::of(neighbourhood(), lang),
        ];
        for key in [KeyCode::F(1), KeyCode::F(3), KeyCode::F(12), KeyCode::Enter, KeyCode::Tab] {
            let mut board = Board::of(neighbourhood(), lang);
            board.press(key);
            boards.push(board);
        }
        for board in &boards {
            for width in [1, 9, 10, 11, 20, 33, 59, 79, 80, 99, 100, 101, 120, 200] {
                for height in (1..16).chain([20, 23, 24, 25, 40, 60]) {
                    let (_, caret) = board.frame(width, height);
                    if let Some(caret) = caret {
                        assert!(caret.x < width && caret.y < height, "{caret:?}");
                    }
                }
            }
        }
        let mut board = Board::of(neighbourhood(), lang);
        board.write("王a");
        let (buf, caret) = board.frame(80, 24);
        let caret = caret.unwrap();
        assert_eq!(buf[(caret.x - 1, caret.y)].symbol(), "a");
        assert_eq!(buf[(caret.x - 3, caret.y)].symbol(), "王");
    }
}

#[test]
fn four_rows_have_a_list_and_the_line() {
    let mut board = Board::of(neighbourhood(), Lang::Zh);
    board.write("电梯");
    let shown = board.shown(60, 4);
    assert!(shown.contains("加装电梯"), "{shown}");
    assert!(shown.contains("> 电梯"), "{shown}");
}

#[test]
fn stored_text_reaches_the_terminal_as_text() {
    let mut community = Community::new();
    community.enter(&[("2026-11-02T09:00", "/登记 门\u{1b}[31m禁\u{202e}坏；提出：王\u{7}明")]);
    let mut board = Board::of(community, Lang::Zh);
    assert_eq!(board.now, now());
    board.press(KeyCode::Enter);
    for (width, height) in [(80, 24), (120, 40)] {
        let shown = board.shown(width, height);
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown}");
    }
}
