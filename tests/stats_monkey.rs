//! Somebody leans on the keyboard while the figures are shown: whatever keys, pastes, clicks and
//! sizes come in whatever order, the screen draws, and the bar stays on a row.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "common/presses.rs"]
mod presses;
#[path = "common/screen.rs"]
mod screen;
mod stats_support;

use crossterm::event::{KeyCode, KeyModifiers, MouseEvent, MouseEventKind};
use presses::{chords, functions, mouse, plain, signs};
use proptest::collection::vec;
use proptest::prelude::*;
use stats_support::Screen;
use yishi::text::words::Lang;
use yishi::tui::stats::msg::News;
use yishi::tui::stats::update;
use yishi::tui::writing::Written;

#[derive(Debug, Clone)]
enum Happens {
    Key(KeyCode, KeyModifiers),
    Pasted(String),
    Mouse(MouseEventKind, u16, u16),
    Written(bool),
    NotCounted(bool),
    Tomorrow,
    Drawn(u16, u16),
}

fn happens() -> impl Strategy<Value = Happens> {
    let key = prop_oneof![6 => plain(), 6 => functions(), 2 => chords(), 1 => signs()];
    prop_oneof![
        12 => key.prop_map(|(code, with)| Happens::Key(code, with)),
        1 => any::<String>().prop_map(Happens::Pasted),
        3 => (mouse(), 0..140u16, 0..50u16).prop_map(|(kind, x, y)| Happens::Mouse(kind, x, y)),
        1 => any::<bool>().prop_map(Happens::Written),
        1 => any::<bool>().prop_map(Happens::NotCounted),
        1 => Just(Happens::Tomorrow),
        3 => (1..140u16, 1..50u16).prop_map(|(width, height)| Happens::Drawn(width, height)),
    ]
}

fn happen(screen: &mut Screen, what: &Happens) {
    match what {
        Happens::Key(code, with) => screen.press(*code, *with),
        Happens::Pasted(text) => update::on_paste(&mut screen.model, text),
        Happens::Mouse(kind, column, row) => {
            let modifiers = KeyModifiers::NONE;
            let (kind, column, row) = (*kind, *column, *row);
            screen.mouse(MouseEvent { kind, column, row, modifiers });
        }
        Happens::Written(done) => {
            let written = if *done { Written::Done("/tmp/x".into()) } else { Written::Exists };
            update::on_news(&mut screen.model, News::Written(written));
        }
        Happens::NotCounted(current) => {
            let number = screen.model.number.saturating_sub(u64::from(!*current));
            let why = Some("的确不行\u{1b}[2J".to_owned());
            update::on_news(&mut screen.model, News::NotCounted { number, why });
        }
        Happens::Tomorrow => {
            let tomorrow = screen.model.today.succ_opt().unwrap();
            let mut effects = Vec::new();
            update::new_day(&mut screen.model, tomorrow, &mut effects);
        }
        Happens::Drawn(width, height) => {
            let (_, caret) = screen.frame(*width, *height);
            if let Some(caret) = caret {
                assert!(caret.x < *width && caret.y < *height, "{caret:?} of {width}x{height}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_figures_come_to_no_harm(english in any::<bool>(), all in vec(happens(), 0..80)) {
        let mut screen = Screen::new(if english { Lang::En } else { Lang::Zh });
        for what in &all {
            happen(&mut screen, what);
            prop_assert!(screen.model.bar < screen.model.figures());
            prop_assert!(screen.model.under_bar().is_some());
            if let Some(behind) = &screen.model.behind {
                prop_assert!(behind.bar < screen.model.cases().len());
            }
            prop_assert!(screen.model.scopes.contains(&screen.model.scope));
        }
        screen.frame(80, 24);
        screen.frame(120, 40);
    }
}
