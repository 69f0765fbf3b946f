//! Somebody leans on the keyboard in front of the board: whatever keys, pastes, clicks, news and
//! sizes come in whatever order, the board draws, the bar stays on an entry, the caret on the screen;
//! and what it says of the ledger is what the ledger says.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod board_support;
mod desk_support;
#[path = "common/presses.rs"]
mod presses;
#[path = "common/screen.rs"]
mod screen;

use board_support::{Board, neighbourhood};
use crossterm::event::{KeyCode, KeyModifiers, MouseEvent, MouseEventKind};
use presses::{chords, functions, letters, mouse, plain};
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::layout::Rect;
use yishi::domain::topic_row::rows;
use yishi::text::words::Lang;
use yishi::tui::board::msg::Msg;
use yishi::tui::stage::Pointer;

/// What happens.
#[derive(Debug, Clone)]
enum Happens {
    Typed(String),
    Key(KeyCode, KeyModifiers),
    Pasted(String),
    Mouse(MouseEventKind, u16, u16),
    /// All that was asked for is done.
    Settled,
    /// The disk is full, or not any more.
    Broken(bool),
    /// Another program writes a line.
    Others(usize),
    Later(i64),
    Drawn(u16, u16),
}

const OTHERS: [&str; 4] = [
    "/登记 别处登记的；提出：李强",
    "/撤回 1 已自行解决",
    "/走访 7栋；户数：3；日期：2026-11-20",
    "/联名 2 赵敏",
];

fn key() -> BoxedStrategy<Happens> {
    prop_oneof![8 => plain(), 6 => functions(), 1 => chords(), 4 => letters()]
        .prop_map(|(code, with)| Happens::Key(code, with))
        .boxed()
}

fn typed() -> BoxedStrategy<String> {
    let words = [
        "电梯",
        "wxm",
        "受理",
        "/审定 1 受理",
        "/登记 新的；提出：王小明",
        "不受理；理由：x；转办：y",
        "满意 满意",
        "A 好了",
        "物业",
        "十二月",
        "/撤销",
        "；",
        "/",
        "17",
        "a\u{1b}b",
    ];
    prop_oneof![
        6 => prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
    .boxed()
}

fn happens() -> BoxedStrategy<Happens> {
    prop_oneof![
        6 => typed().prop_map(Happens::Typed),
        12 => key(),
        1 => vec(typed(), 0..4).prop_map(|lines| Happens::Pasted(lines.join("\n"))),
        2 => (mouse(), 0..140u16, 0..50u16).prop_map(|(kind, x, y)| Happens::Mouse(kind, x, y)),
        4 => Just(Happens::Settled),
        1 => any::<bool>().prop_map(Happens::Broken),
        1 => (0..OTHERS.len()).prop_map(Happens::Others),
        1 => (0..200_000i64).prop_map(Happens::Later),
        3 => (1..140u16, 1..50u16).prop_map(|(width, height)| Happens::Drawn(width, height)),
    ]
    .boxed()
}

fn happen(board: &mut Board, what: &Happens) {
    match what {
        Happens::Typed(text) => board.write(text),
        Happens::Key(code, with) => board.chord(*code, *with),
        Happens::Pasted(text) => {
            board.send(Msg::Paste(text.clone()));
        }
        Happens::Mouse(kind, column, row) => {
            let (kind, column, row) = (*kind, *column, *row);
            let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
            board.send(Msg::Mouse(Pointer { event, screen: Rect::new(0, 0, 120, 40) }));
        }
        Happens::Settled => board.settle(),
        Happens::Broken(broken) => board.broken = broken.then(|| "磁盘已满。".to_owned()),
        Happens::Others(which) => {
            use yishi::grammar::affairs::AffairEntry;
            let at = board.now;
            if let AffairEntry::Affair(affair) = board.community.understood(OTHERS[*which], at) {
                // Refused where it has been done before.
                let _ = board.community.carry_out(&affair, at);
            }
        }
        Happens::Later(seconds) => {
            board.now += chrono::TimeDelta::seconds(*seconds);
            board.send(Msg::Tick);
        }
        Happens::Drawn(width, height) => drawn(board, *width, *height),
    }
}

fn drawn(board: &Board, width: u16, height: u16) {
    let (buf, caret) = board.frame(width, height);
    if let Some(caret) = caret {
        assert!(caret.x < width && caret.y < height, "{caret:?} of {width}x{height}");
    }
    let (again, _) = board.frame(width, height);
    assert_eq!(buf, again, "same model and size, same frame");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn leaning_on_the_keyboard_does_no_harm(english in any::<bool>(), all in vec(happens(), 0..60)) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let mut board = Board::of(neighbourhood(), lang);
        for what in &all {
            happen(&mut board, what);
            prop_assert!(board.model.bar < board.model.entries.len().max(1));
        }
        drawn(&board, 80, 24);
        drawn(&board, 120, 40);
        board.broken = None;
        board.settle();
        prop_assert_eq!(board.model.saving.pending, 0);
        board.send(Msg::News(yishi::tui::board::msg::News::Read(Box::new(
            board.community.whole(board.now),
        ))));
        let listed = rows(&board.community.ledger(), &board_support::ground(board.now));
        prop_assert_eq!(&board.model.rows, &listed);
    }
}
