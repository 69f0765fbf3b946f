//! What somebody presses who leans on the keyboard, for the tests that let them.

#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEventKind};
use proptest::prelude::*;

/// A key, and what is held down with it.
pub type Pressed = (KeyCode, KeyModifiers);

/// Keys without a letter.
pub fn plain() -> BoxedStrategy<Pressed> {
    let codes = vec![
        KeyCode::Enter,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Esc,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Backspace,
        KeyCode::Delete,
    ];
    prop::sample::select(codes).prop_map(|code| (code, KeyModifiers::NONE)).boxed()
}

/// F1 to F12.
pub fn functions() -> BoxedStrategy<Pressed> {
    (1..=12u8).prop_map(|number| (KeyCode::F(number), KeyModifiers::NONE)).boxed()
}

fn held() -> impl Strategy<Value = KeyModifiers> {
    prop::sample::select(vec![
        KeyModifiers::CONTROL,
        KeyModifiers::ALT,
        KeyModifiers::SHIFT,
        KeyModifiers::CONTROL | KeyModifiers::ALT,
    ])
}

/// Any sign with something held down.
pub fn chords() -> BoxedStrategy<Pressed> {
    (any::<char>(), held()).prop_map(|(c, with)| (KeyCode::Char(c), with)).boxed()
}

/// A letter with something held down: where most chords have a meaning.
pub fn letters() -> BoxedStrategy<Pressed> {
    let letter = prop::char::range('a', 'z');
    (letter, held()).prop_map(|(c, with)| (KeyCode::Char(c), with)).boxed()
}

/// Any sign by itself.
pub fn signs() -> BoxedStrategy<Pressed> {
    any::<char>().prop_map(|c| (KeyCode::Char(c), KeyModifiers::NONE)).boxed()
}

/// What the mouse does.
pub fn mouse() -> BoxedStrategy<MouseEventKind> {
    prop::sample::select(vec![
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Moved,
    ])
    .boxed()
}
