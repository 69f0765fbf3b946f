//! Somebody leans on the keyboard while looking back: whatever keys, pastes, clicks, news and sizes
//! come in whatever order, the screen draws, the bar stays on a row, the caret on the screen, and the
//! meeting is never changed but by whoever writes it.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/presses.rs"]
mod presses;
mod review_support;
#[path = "common/screen.rs"]
mod screen;

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use presses::{chords, functions, letters, mouse, plain};
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use review_support::*;
use yishi::domain::meeting::Meeting;
use yishi::text::words::{Lang, Words};
use yishi::tui::keymap::Keymap;
use yishi::tui::replay;
use yishi::tui::review::msg::{Effect, Msg};
use yishi::tui::theme::Theme;
use yishi::tui::writing::Written;

/// What happens.
#[derive(Debug, Clone)]
enum Happens {
    Typed(String),
    Key(KeyCode, KeyModifiers),
    Pasted(String),
    Mouse(MouseEventKind, u16, u16),
    /// Another program adds so many lines, or puts an earlier record in its place.
    Grown(usize),
    Replaced(usize),
    Written(bool),
    Beat,
    Drawn(u16, u16),
}

fn key() -> BoxedStrategy<Happens> {
    prop_oneof![6 => plain(), 6 => functions(), 1 => chords(), 3 => letters()]
        .prop_map(|(code, with)| Happens::Key(code, with))
        .boxed()
}

fn typed() -> BoxedStrategy<String> {
    let words = ["停车位", "wxm", "王小明 先", "ann", "spaces", "没有", "A1", "/tmp/x.md", "一"];
    prop_oneof![
        4 => prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
    .boxed()
}

fn happens() -> BoxedStrategy<Happens> {
    prop_oneof![
        4 => typed().prop_map(Happens::Typed),
        10 => key(),
        1 => vec(typed(), 0..4).prop_map(|lines| Happens::Pasted(lines.join("\n"))),
        2 => (mouse(), 0..140u16, 0..50u16).prop_map(|(kind, x, y)| Happens::Mouse(kind, x, y)),
        1 => (0..6usize).prop_map(Happens::Grown),
        1 => (0..40usize).prop_map(Happens::Replaced),
        1 => any::<bool>().prop_map(Happens::Written),
        2 => Just(Happens::Beat),
        3 => (1..140u16, 1..50u16).prop_map(|(width, height)| Happens::Drawn(width, height)),
    ]
    .boxed()
}

fn happen(review: &mut Review, whole: &Meeting, what: &Happens) {
    match what {
        Happens::Typed(text) => review.write(text),
        Happens::Key(code, with) => review.press(*code, *with),
        Happens::Pasted(text) => {
            review.send(Msg::Paste(text.clone()));
        }
        Happens::Mouse(kind, column, row) => {
            let (kind, column, row) = (*kind, *column, *row);
            let modifiers = KeyModifiers::NONE;
            review.send(Msg::Mouse(MouseEvent { kind, column, row, modifiers }));
        }
        Happens::Grown(count) => {
            let have = review.model.subject.meeting.lines().len();
            let until = (have + count).min(whole.lines().len());
            review.send(Msg::Followed(whole.lines()[have..until].to_vec()));
        }
        Happens::Replaced(count) => {
            let until = (*count).min(whole.lines().len());
            review.send(Msg::Replaced(whole.lines()[..until].to_vec()));
        }
        Happens::Written(done) => {
            let path = PathBuf::from("/tmp/x");
            let written = if *done { Written::Done(path) } else { Written::Exists };
            review.send(Msg::Written(written));
        }
        Happens::Beat => {}
        Happens::Drawn(width, height) => {
            review.model.size = (*width, *height);
            let (_, caret) = review.frame(*width, *height);
            if let Some(caret) = caret {
                assert!(caret.x < *width && caret.y < *height, "{caret:?} of {width}x{height}");
            }
        }
    }
}

fn happen_in_replay(model: &mut replay::model::Model, what: &Happens) {
    match what {
        Happens::Typed(text) => {
            for c in text.chars() {
                let key = KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
                replay::update::on_key(model, key);
            }
        }
        Happens::Key(code, with) => {
            replay::update::on_key(model, KeyEvent::new(*code, *with));
        }
        Happens::Pasted(text) => {
            replay::update::on_paste(model, text);
        }
        Happens::Mouse(kind, column, row) => {
            let (kind, column, row) = (*kind, *column, *row);
            let modifiers = KeyModifiers::NONE;
            replay::update::on_mouse(model, MouseEvent { kind, column, row, modifiers });
        }
        Happens::Grown(count) | Happens::Replaced(count) => model.go(*count),
        Happens::Written(_) | Happens::Beat => {
            model.beat();
        }
        Happens::Drawn(width, height) => {
            let area = Rect::new(0, 0, *width, *height);
            let mut buf = Buffer::empty(area);
            let caret = replay::view::render(model, area, &mut buf);
            if let Some(caret) = caret {
                assert!(caret.x < *width && caret.y < *height, "{caret:?} of {width}x{height}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn looking_back_does_no_harm(english in any::<bool>(), all in vec(happens(), 0..80)) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let whole = closed(lang);
        let mut review = Review::of(whole.clone(), lang);
        for what in &all {
            happen(&mut review, &whole, what);
            prop_assert!(review.model.bar() < review.model.rows().len());
            prop_assert!(review.model.hits.iter().all(|row| *row < review.model.rows().len()));
        }
        review.frame(80, 24);
        review.frame(120, 40);
        let lines = review.model.subject.meeting.lines();
        prop_assert_eq!(lines, &whole.lines()[..lines.len()], "the record is only read");
        for effect in &review.effects {
            if let Effect::Replay(seq) = effect {
                prop_assert!(*seq < whole.lines().len() as u64);
            }
        }
    }

    #[test]
    fn replaying_does_no_harm(english in any::<bool>(), all in vec(happens(), 0..80)) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let (whole, keymap) = (closed(lang), Keymap::standard());
        let (words, theme) = (Words::new(lang), Theme::default());
        let mut model = replay::model::Model::new(whole.clone(), words, theme, &keymap, 9);
        for what in &all {
            happen_in_replay(&mut model, what);
            let line = model.at();
            prop_assert!(line < whole.lines().len());
            prop_assert_eq!(model.desk.meeting.lines(), &whole.lines()[..=line]);
        }
        let then = Meeting::replay(whole.lines()[..=model.at()].to_vec()).unwrap();
        prop_assert_eq!(model.desk.session(), then.session(), "as it was, however one got there");
    }
}
