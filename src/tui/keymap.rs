//! Which key does what. The keymap is data (`data/keymap.ron`); help and `yishi keys` are made
//! from it, so they cannot disagree with it.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::{Deserialize, Deserializer};

use crate::text::words::{Id, id};

/// What a key can do on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Does {
    /// The obvious next thing.
    NextStep,
    /// Help.
    Help,
    /// Begin a show of hands.
    Vote,
    /// Begin an action.
    Action,
    /// Give the floor to the next in the queue.
    NextSpeaker,
    /// Put the next item on the table, or end the one that is.
    Item,
    /// Begin raising a hand.
    Hand,
    /// Begin a resolution.
    Resolve,
    /// Pause or go on.
    Pause,
    /// Begin signing somebody in.
    SignIn,
    /// Close the meeting.
    Close,
    /// Begin parking a point.
    Park,
    /// End the turn.
    EndTurn,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Take the line in.
    Submit,
    /// Complete what is typed.
    Complete,
    /// The line before, or the completion above.
    Previous,
    /// The line after, or the completion below.
    Next,
    /// Earlier opinions.
    ScrollUp,
    /// Later opinions.
    ScrollDown,
    /// Close what is open, or empty the line.
    Cancel,
    /// Change the language.
    Language,
    /// Try to save again now.
    RetrySaving,
    /// Leave the desk.
    Quit,
}

impl Does {
    /// All, in the order of the default keymap.
    pub const ALL: [Self; 25] = [
        Self::NextStep,
        Self::Help,
        Self::Vote,
        Self::Action,
        Self::NextSpeaker,
        Self::Item,
        Self::Hand,
        Self::Resolve,
        Self::Pause,
        Self::SignIn,
        Self::Close,
        Self::Park,
        Self::EndTurn,
        Self::Undo,
        Self::Redo,
        Self::Submit,
        Self::Complete,
        Self::Previous,
        Self::Next,
        Self::ScrollUp,
        Self::ScrollDown,
        Self::Cancel,
        Self::Language,
        Self::RetrySaving,
        Self::Quit,
    ];

    /// What it does, in words.
    #[must_use]
    pub fn about(self) -> Id {
        match self {
            Self::NextStep => id::KEY_NEXT_STEP,
            Self::Help => id::KEY_HELP,
            Self::Vote => id::KEY_VOTE,
            Self::Action => id::KEY_ACTION,
            Self::NextSpeaker => id::KEY_NEXT_SPEAKER,
            Self::Item => id::KEY_ITEM,
            Self::Hand => id::KEY_HAND,
            Self::Resolve => id::KEY_RESOLVE,
            Self::Pause => id::KEY_PAUSE,
            Self::SignIn => id::KEY_SIGN_IN,
            Self::Close => id::KEY_CLOSE,
            Self::Park => id::KEY_PARK,
            Self::EndTurn => id::KEY_END_TURN,
            Self::Undo => id::KEY_UNDO,
            Self::Redo => id::KEY_REDO,
            Self::Submit => id::KEY_SUBMIT,
            Self::Complete => id::KEY_COMPLETE,
            Self::Previous => id::KEY_PREVIOUS,
            Self::Next => id::KEY_NEXT,
            Self::ScrollUp => id::KEY_SCROLL_UP,
            Self::ScrollDown => id::KEY_SCROLL_DOWN,
            Self::Cancel => id::KEY_CANCEL,
            Self::Language => id::KEY_LANGUAGE,
            Self::RetrySaving => id::KEY_RETRY_SAVING,
            Self::Quit => id::KEY_QUIT,
        }
    }
}

/// A key as written in the keymap: `Ctrl+N`, `F4`, `PageUp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// The key of a terminal's event. Shift is part of a letter already, and a letter with Ctrl is
    /// the same in either case.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        let mut modifiers =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) => {
                modifiers -= KeyModifiers::SHIFT;
                KeyCode::Char(c.to_ascii_lowercase())
            }
            other => other,
        };
        Self { code, modifiers }
    }

    /// Whether it is a letter or another sign that an input method would take for text.
    #[must_use]
    pub fn is_bare_sign(self) -> bool {
        matches!(self.code, KeyCode::Char(_))
            && !self.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
    }
}

/// A key that is not written as a key is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a key; write F1 to F12, Enter, Tab, Up, PageUp, Esc or Ctrl+N")]
pub struct NotAKey(String);

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let wrong = || NotAKey(text.to_owned());
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = text;
        while let Some((modifier, after)) = rest.split_once('+') {
            modifiers |= match modifier {
                "Ctrl" => KeyModifiers::CONTROL,
                "Alt" => KeyModifiers::ALT,
                "Shift" => KeyModifiers::SHIFT,
                _ => return Err(wrong()),
            };
            rest = after;
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.as_str()) {
            (Some(c), "") => KeyCode::Char(c.to_ascii_lowercase()),
            (Some('F'), number) if number.parse::<u8>().is_ok_and(|it| (1..=12).contains(&it)) => {
                KeyCode::F(number.parse().map_err(|_| wrong())?)
            }
            _ => match rest {
                "Enter" => KeyCode::Enter,
                "Tab" => KeyCode::Tab,
                "Esc" => KeyCode::Esc,
                "Up" => KeyCode::Up,
                "Down" => KeyCode::Down,
                "PageUp" => KeyCode::PageUp,
                "PageDown" => KeyCode::PageDown,
                _ => return Err(wrong()),
            },
        };
        Ok(Self { code, modifiers })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in [
            (KeyModifiers::CONTROL, "Ctrl+"),
            (KeyModifiers::ALT, "Alt+"),
            (KeyModifiers::SHIFT, "Shift+"),
        ] {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::Char(c) => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other:?}"),
        }
    }
}

#[derive(Deserialize)]
struct Row {
    #[serde(deserialize_with = "key")]
    key: Key,
    does: Does,
}

fn key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

/// Two meanings for one key, or text that is not a keymap.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapTrouble {
    /// Not RON, or not rows of keys.
    #[error("the keymap cannot be read: {0}")]
    NotReadable(String),
    /// A key is there twice.
    #[error("the key {key} is there twice: for {first:?} and for {second:?}")]
    Twice {
        /// Which.
        key: String,
        /// Its first meaning.
        first: Does,
        /// Its second meaning.
        second: Does,
    },
    /// A bare letter, which would make it untypable.
    #[error("the key {0} is a bare sign; it could not be typed any more")]
    BareSign(String),
}

/// Which key does what.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<(Key, Does)>,
    meaning: HashMap<Key, Does>,
}

/// The keymap that comes with the program; a test reads it.
const DEFAULT: &str = include_str!("../../data/keymap.ron");

impl Keymap {
    /// The keymap that comes with the program.
    #[must_use]
    pub fn standard() -> Self {
        // The text is part of the program and a test parses it; an empty map is better than a panic.
        Self::parse(DEFAULT).unwrap_or(Self { rows: Vec::new(), meaning: HashMap::new() })
    }

    /// Reads a keymap.
    ///
    /// # Errors
    /// [`KeymapTrouble`] when it cannot be read, or gives a key two meanings.
    pub fn parse(text: &str) -> Result<Self, KeymapTrouble> {
        let rows: Vec<Row> =
            ron::from_str(text).map_err(|err| KeymapTrouble::NotReadable(err.to_string()))?;
        let mut meaning = HashMap::new();
        for row in &rows {
            if row.key.is_bare_sign() {
                return Err(KeymapTrouble::BareSign(row.key.to_string()));
            }
            if let Some(first) = meaning.insert(row.key, row.does) {
                let key = row.key.to_string();
                return Err(KeymapTrouble::Twice { key, first, second: row.does });
            }
        }
        Ok(Self { rows: rows.into_iter().map(|row| (row.key, row.does)).collect(), meaning })
    }

    /// What a key does.
    #[must_use]
    pub fn meaning(&self, event: KeyEvent) -> Option<Does> {
        self.meaning.get(&Key::of(event)).copied()
    }

    /// The first key that does something, as shown.
    #[must_use]
    pub fn key_for(&self, does: Does) -> String {
        self.rows
            .iter()
            .find(|(_, other)| *other == does)
            .map_or_else(String::new, |(key, _)| key.to_string())
    }

    /// Every row, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = (Key, Does)> {
        self.rows.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_keymap_is_sound() {
        let keymap = Keymap::parse(DEFAULT).unwrap();
        assert!(keymap.rows().all(|(key, _)| !key.is_bare_sign()));
        let ctrl_n = KeyEvent::new(KeyCode::Char('n'), KeyModifiers::CONTROL);
        assert_eq!(keymap.meaning(ctrl_n), Some(Does::NextStep));
        assert_eq!(keymap.key_for(Does::Help), "F1");
    }

    #[test]
    fn trouble_is_told() {
        let twice = r#"[(key: "F1", does: Help), (key: "F1", does: Vote)]"#;
        assert!(matches!(Keymap::parse(twice), Err(KeymapTrouble::Twice { .. })));
        let bare = r#"[(key: "q", does: Quit)]"#;
        assert_eq!(Keymap::parse(bare).unwrap_err(), KeymapTrouble::BareSign("Q".into()));
        let wrong = r#"[(key: "F13", does: Quit)]"#;
        assert!(matches!(Keymap::parse(wrong), Err(KeymapTrouble::NotReadable(_))));
    }

    #[test]
    fn keys_are_read_as_they_are_shown() {
        for text in ["Ctrl+N", "F12", "PageUp", "Alt+Enter", "Esc"] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
    }
}
