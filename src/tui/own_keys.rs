//! The user's own keys: a file like the program's keymap, of which any part may be missing, laid
//! over it.
//!
//! What the user wrote goes before what the program has, and a screen's own section before
//! `everywhere`. So for a key on a screen the first of these that says something holds: the user's
//! section of that screen, the user's `everywhere` (where the screen knows the action), the
//! program's section, the program's `everywhere`. A file with anything wrong in it is not used at
//! all: half of one's keys would be worse than none.

use std::collections::HashMap;

use super::keymap::{Does, Key, Keymap, Keys, Listed, Place};
use crate::store::handwritten::{
    Expected, Field, Mistake, Piece, Place as Spot, fields_once, lenient_text, rows,
};

/// The section that holds on every screen.
const EVERYWHERE: &str = "everywhere";
/// What frees a key.
const NOTHING: &str = "Nothing";
/// What no screen may be without.
const NEEDED: [Does; 3] = [Does::Help, Does::Quit, Does::Submit];

/// What is wrong with somebody's keys.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyMistake {
    /// It is not written as it should be.
    #[error(transparent)]
    Written(#[from] Mistake),
    /// A sign that could not be typed any more.
    #[error("{}:{}: {key} could not be typed any more", .at.line, .at.column)]
    BareSign {
        /// Where.
        at: Spot,
        /// The key.
        key: String,
    },
    /// A key that terminals do not tell from another.
    #[error("{}:{}: {key} is {same} to a terminal", .at.line, .at.column)]
    Same {
        /// Where.
        at: Spot,
        /// The key.
        key: String,
        /// The other one.
        same: &'static str,
    },
    /// One key with two meanings in one section.
    #[error("{}:{}: {key} is {} in line {} and {} here", .at.line, .at.column, .first.1, .first.0.line, .second)]
    Twice {
        /// Where it is the second time.
        at: Spot,
        /// The key.
        key: String,
        /// Where it is first, and what it does there.
        first: (Spot, &'static str),
        /// What it does the second time.
        second: &'static str,
    },
    /// An action that the screen does not have.
    #[error("{}:{}: {} is nothing on {}", .at.line, .at.column, .does.name(), .place.section())]
    NotHere {
        /// Where.
        at: Spot,
        /// The action.
        does: Does,
        /// The screen.
        place: Place,
    },
    /// A row that leaves a screen without something it needs.
    #[error("{}:{}: no key for {} is left on {}", .at.line, .at.column, .does.name(), .place.section())]
    Needed {
        /// Where.
        at: Spot,
        /// The key that did it.
        key: String,
        /// What is missing now.
        does: Does,
        /// The screen.
        place: Place,
    },
}

impl KeyMistake {
    /// Where it is.
    #[must_use]
    pub const fn at(&self) -> Spot {
        match self {
            Self::Written(mistake) => mistake.at(),
            Self::BareSign { at, .. }
            | Self::Same { at, .. }
            | Self::Twice { at, .. }
            | Self::NotHere { at, .. }
            | Self::Needed { at, .. } => *at,
        }
    }
}

/// A row of the file.
#[derive(Debug, Clone, Copy)]
struct Row {
    key: Key,
    /// Nothing frees the key.
    does: Option<Does>,
    at: Spot,
}

impl Row {
    fn named(&self) -> &'static str {
        self.does.map_or(NOTHING, Does::name)
    }

    fn listed(&self) -> Listed {
        Listed { key: self.key, does: self.does, mine: true }
    }
}

/// Lays a file over a keymap.
///
/// # Errors
/// Everything that is wrong in the file, in its order.
pub fn patched(keymap: &Keymap, bytes: &[u8]) -> Result<Keymap, Vec<KeyMistake>> {
    let mut reading = Reading::default();
    reading.read(bytes);
    for place in Place::ALL {
        reading.known_here(keymap, place);
    }
    if reading.mistakes.is_empty() {
        let patched = reading.over(keymap);
        reading.still_there(&patched);
        if reading.mistakes.is_empty() {
            return Ok(patched);
        }
    }
    reading.mistakes.sort_by_key(KeyMistake::at);
    Err(reading.mistakes)
}

#[derive(Default)]
struct Reading {
    everywhere: Vec<Row>,
    places: HashMap<Place, Vec<Row>>,
    mistakes: Vec<KeyMistake>,
}

impl Reading {
    fn read(&mut self, bytes: &[u8]) {
        let (text, broken) = lenient_text(bytes);
        self.mistakes.extend(broken.map(|fault| KeyMistake::Written(fault.into())));
        let (sections, wrong) = fields_once(Piece::whole(&text));
        self.mistakes.extend(wrong.into_iter().map(KeyMistake::Written));
        for section in sections {
            let name = section.name.text;
            let place = Place::ALL.into_iter().find(|place| place.section() == name);
            if place.is_none() && name != EVERYWHERE {
                self.mistakes.push(section.unknown().into());
                continue;
            }
            let found = self.section(section.value);
            match place {
                Some(place) => drop(self.places.insert(place, found)),
                None => self.everywhere = found,
            }
        }
    }

    /// The rows of a section, each key once.
    fn section(&mut self, value: Piece<'_>) -> Vec<Row> {
        let (pieces, faults) = rows(value);
        self.mistakes.extend(faults.into_iter().map(|fault| KeyMistake::Written(fault.into())));
        let mut found: Vec<Row> = Vec::new();
        for piece in pieces {
            let Some(row) = self.row(piece) else { continue };
            match found.iter().find(|it| it.key == row.key) {
                None => found.push(row),
                // Written twice it is no harm, and no second row.
                Some(first) if first.does == row.does => {}
                Some(first) => self.mistakes.push(KeyMistake::Twice {
                    at: row.at,
                    key: row.key.to_string(),
                    first: (first.at, first.named()),
                    second: row.named(),
                }),
            }
        }
        found
    }

    /// `(key: "F2", does: Vote)`
    fn row(&mut self, piece: Piece<'_>) -> Option<Row> {
        let before = self.mistakes.len();
        let (fields, wrong) = fields_once(piece);
        self.mistakes.extend(wrong.into_iter().map(KeyMistake::Written));
        let (mut key, mut does) = (None, None);
        for field in fields {
            match field.name.text {
                "key" => key = self.key(&field),
                "does" => does = self.does(&field),
                _ => self.mistakes.push(field.unknown().into()),
            }
        }
        if let (Some(key), Some(does)) = (key, does) {
            return Some(Row { key, does, at: piece.at });
        }
        if self.mistakes.len() == before {
            let (at, found) = (piece.at, piece.text.to_owned());
            let name = String::new();
            self.mistakes.push(Mistake::Value { at, name, found, expected: Expected::Row }.into());
        }
        None
    }

    fn key(&mut self, field: &Field<'_>) -> Option<Key> {
        let at = field.value.at;
        let key = field.value.quoted().and_then(|text| text.parse::<Key>().ok());
        let Some(key) = key else {
            self.mistakes.push(field.cannot_be(Expected::Key).into());
            return None;
        };
        let shown = key.to_string();
        if key.is_bare_sign() {
            self.mistakes.push(KeyMistake::BareSign { at, key: shown });
            return None;
        }
        if let Some(same) = same_to_a_terminal(&shown) {
            self.mistakes.push(KeyMistake::Same { at, key: shown, same });
            return None;
        }
        Some(key)
    }

    /// What a key is to do: something, nothing, or what cannot be read.
    #[expect(clippy::option_option, reason = "a key that is freed is not one that cannot be read")]
    fn does(&mut self, field: &Field<'_>) -> Option<Option<Does>> {
        let name = field.value.word();
        let name = name.as_deref();
        let does = Does::ALL.iter().find(|does| Some(does.name()) == name);
        if does.is_none() && name != Some(NOTHING) {
            self.mistakes.push(field.cannot_be(Expected::Does).into());
            return None;
        }
        Some(does.copied())
    }

    /// A screen's own section names only what can be done there.
    fn known_here(&mut self, keymap: &Keymap, place: Place) {
        let keys = keymap.keys(place);
        let strange = self.places.get(&place).into_iter().flatten().filter_map(|row| {
            let does = row.does.filter(|does| !knows(&keys, *does))?;
            Some(KeyMistake::NotHere { at: row.at, does, place })
        });
        let strange: Vec<KeyMistake> = strange.collect();
        self.mistakes.extend(strange);
    }

    /// The user's rows that act on a screen, those of its own section first.
    fn rows_on<'a>(&'a self, place: Place, known: &'a Keys) -> impl Iterator<Item = &'a Row> {
        let everywhere =
            self.everywhere.iter().filter(|row| row.does.is_none_or(|does| knows(known, does)));
        self.places.get(&place).into_iter().flatten().chain(everywhere)
    }

    fn over(&self, keymap: &Keymap) -> Keymap {
        let mut places = HashMap::new();
        for place in Place::ALL {
            let known = keymap.keys(place);
            let mut said: HashMap<Key, Option<Does>> = HashMap::new();
            let mut order: Vec<(Key, Does)> = Vec::new();
            for row in self.rows_on(place, &known) {
                if said.contains_key(&row.key) {
                    continue;
                }
                said.insert(row.key, row.does);
                order.extend(row.does.map(|does| (row.key, does)));
            }
            let kept = known.rows().filter(|(key, _)| !said.contains_key(key));
            let keys = Keys::in_order(order.into_iter().chain(kept));
            let mine = self.places.get(&place).map_or(&[][..], Vec::as_slice);
            places.insert(place, (listed(mine, keymap.own(place), &said), keys));
        }
        let said = self.everywhere.iter().map(|row| (row.key, row.does)).collect();
        Keymap::new(listed(&self.everywhere, keymap.everywhere(), &said), places)
    }

    /// No screen is without what it needs: told at the row that took the key away.
    fn still_there(&mut self, patched: &Keymap) {
        let standard = Keymap::standard();
        let mut gone: Vec<KeyMistake> = Vec::new();
        for place in Place::ALL {
            let (keys, before) = (patched.keys(place), standard.keys(place));
            for does in NEEDED {
                if knows(&keys, does) || !knows(&before, does) {
                    continue;
                }
                let took = self
                    .rows_on(place, &before)
                    .find(|row| before.rows().any(|(key, other)| key == row.key && other == does));
                let Some(row) = took else { continue };
                if gone.iter().all(|it| it.at() != row.at) {
                    let (at, key) = (row.at, row.key.to_string());
                    gone.push(KeyMistake::Needed { at, key, does, place });
                }
            }
        }
        self.mistakes.extend(gone);
    }
}

fn knows(keys: &Keys, does: Does) -> bool {
    keys.rows().any(|(_, other)| other == does)
}

/// The user's rows, and those of the program about whose keys the user says nothing there.
fn listed(mine: &[Row], program: &[Listed], said: &HashMap<Key, Option<Does>>) -> Vec<Listed> {
    let kept = program.iter().filter(|row| !said.contains_key(&row.key));
    mine.iter().map(Row::listed).chain(kept.copied()).collect()
}

/// What a terminal sends for a key is the same as for another one.
fn same_to_a_terminal(key: &str) -> Option<&'static str> {
    match key {
        "Ctrl+I" => Some("Tab"),
        "Ctrl+M" => Some("Enter"),
        "Ctrl+[" => Some("Esc"),
        "Ctrl+H" => Some("Backspace"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    fn patch(text: &str) -> Result<Keymap, Vec<KeyMistake>> {
        patched(&Keymap::standard(), text.as_bytes())
    }

    fn meaning(keymap: &Keymap, place: Place, key: KeyCode) -> Option<Does> {
        keymap.keys(place).meaning(KeyEvent::new(key, KeyModifiers::NONE))
    }

    fn spot(line: usize, column: usize) -> Spot {
        Spot { line, column }
    }

    #[track_caller]
    fn mistakes(text: &str) -> Vec<KeyMistake> {
        patch(text).expect_err("it is wrong")
    }

    #[test]
    fn nothing_said_is_nothing_changed() {
        for text in ["", "()", "// later\n", "(desk: [], everywhere: [])"] {
            let keymap = patch(text).unwrap();
            for place in Place::ALL {
                let (one, other) = (keymap.keys(place), Keymap::standard().keys(place));
                assert!(one.rows().eq(other.rows()), "{text} {place:?}");
            }
        }
    }

    #[test]
    fn a_key_of_ones_own_takes_the_place_of_the_programs() {
        let keymap =
            patch(r#"(desk: [(key: "F2", does: NextSpeaker), (key: "F4", does: Nothing)])"#);
        let keymap = keymap.unwrap();
        assert_eq!(meaning(&keymap, Place::Desk, KeyCode::F(2)), Some(Does::NextSpeaker));
        assert_eq!(meaning(&keymap, Place::Desk, KeyCode::F(4)), None);
        assert_eq!(keymap.keys(Place::Desk).key_for(Does::NextSpeaker), "F2");
        assert_eq!(keymap.keys(Place::Desk).key_for(Does::Vote), "", "F2 was its only key");
        assert_eq!(meaning(&keymap, Place::Home, KeyCode::F(2)), Some(Does::New));
        let mine: Vec<_> = keymap.own(Place::Desk).iter().filter(|row| row.mine).collect();
        assert_eq!(mine.len(), 2);
        assert!(keymap.own(Place::Desk).iter().filter(|row| !row.mine).count() > 10);
    }

    #[test]
    fn one_more_key_does_not_take_the_first_away_but_is_shown_first() {
        let keymap = patch(r#"(everywhere: [(key: "F11", does: Help)])"#).unwrap();
        for place in Place::ALL {
            assert_eq!(meaning(&keymap, place, KeyCode::F(1)), Some(Does::Help));
            assert_eq!(keymap.keys(place).key_for(Does::Help), "F11");
        }
        assert!(keymap.everywhere().iter().any(|row| row.mine));
    }

    #[test]
    fn a_section_goes_before_everywhere_and_the_users_before_the_programs() {
        let text = r#"(
            everywhere: [(key: "F2", does: Palette), (key: "F3", does: Vote)],
            desk: [(key: "F2", does: Pause)],
        )"#;
        let keymap = patch(text).unwrap();
        // The user's own section of the screen.
        assert_eq!(meaning(&keymap, Place::Desk, KeyCode::F(2)), Some(Does::Pause));
        // The user's everywhere goes before the program's section.
        assert_eq!(meaning(&keymap, Place::Home, KeyCode::F(2)), Some(Does::Palette));
        assert_eq!(meaning(&keymap, Place::Desk, KeyCode::F(3)), Some(Does::Vote));
        // A screen that does not know the action keeps the program's meaning.
        assert_eq!(meaning(&keymap, Place::Home, KeyCode::F(3)), Some(Does::Prepare));
    }

    #[test]
    fn two_meanings_are_told_with_both_places() {
        let text = "(\n  desk: [\n    (key: \"F2\", does: Vote),\n    (key: \"F2\", does: Action),\n  ],\n)";
        assert_eq!(
            mistakes(text),
            [KeyMistake::Twice {
                at: spot(4, 5),
                key: "F2".into(),
                first: (spot(3, 5), "Vote"),
                second: "Action",
            }]
        );
        assert!(patch(r#"(desk: [(key: "F2", does: Vote), (key: "F2", does: Vote)])"#).is_ok());
    }

    #[test]
    fn whatever_is_wrong_is_told_where_it_is() {
        let value = |at, name: &str, found: &str, expected| {
            KeyMistake::Written(Mistake::Value {
                at,
                name: name.into(),
                found: found.into(),
                expected,
            })
        };
        for (text, expected) in [
            (
                r#"(desk: [(key: "q", does: Vote)])"#,
                KeyMistake::BareSign { at: spot(1, 15), key: "Q".into() },
            ),
            (
                r#"(desk: [(key: "Ctrl+I", does: Vote)])"#,
                KeyMistake::Same { at: spot(1, 15), key: "Ctrl+I".into(), same: "Tab" },
            ),
            (
                r#"(desk: [(key: "F13", does: Vote)])"#,
                value(spot(1, 15), "key", "\"F13\"", Expected::Key),
            ),
            (
                r#"(desk: [(key: "F2", does: Votes)])"#,
                value(spot(1, 27), "does", "Votes", Expected::Does),
            ),
            (r#"(desk: ["F2"])"#, {
                let fault = crate::store::handwritten::Fault::Missing { at: spot(1, 9), mark: '(' };
                KeyMistake::Written(fault.into())
            }),
            (r"(desk: [()])", value(spot(1, 9), "", "()", Expected::Row)),
            (r"(desk: [(does: Vote)])", value(spot(1, 9), "", "(does: Vote)", Expected::Row)),
            (
                r"(desks: [])",
                KeyMistake::Written(Mistake::Unknown { at: spot(1, 2), name: "desks".into() }),
            ),
            (
                r#"(room: [(key: "F2", does: Vote)])"#,
                KeyMistake::NotHere { at: spot(1, 9), does: Does::Vote, place: Place::Room },
            ),
            (
                r#"(home: [(key: "F1", does: New)])"#,
                KeyMistake::Needed {
                    at: spot(1, 9),
                    key: "F1".into(),
                    does: Does::Help,
                    place: Place::Home,
                },
            ),
            (
                r#"(everywhere: [(key: "Enter", does: Nothing)])"#,
                KeyMistake::Needed {
                    at: spot(1, 15),
                    key: "Enter".into(),
                    does: Does::Submit,
                    place: Place::Home,
                },
            ),
        ] {
            assert_eq!(mistakes(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_key_may_be_moved_if_another_does_the_same() {
        let text = r#"(everywhere: [(key: "F1", does: Nothing), (key: "F11", does: Help)])"#;
        let keymap = patch(text).unwrap();
        assert_eq!(meaning(&keymap, Place::Desk, KeyCode::F(1)), None);
        assert_eq!(meaning(&keymap, Place::Desk, KeyCode::F(11)), Some(Does::Help));
        let text = r#"(everywhere: [(key: "Ctrl+Q", does: Nothing)])"#;
        assert!(patch(text).is_ok(), "Ctrl+C still leaves");
    }

    #[test]
    fn a_file_older_than_a_screen_leaves_that_screens_keys_as_they_are() {
        let text = include_str!("../../data/keymap.ron");
        let (older, stats) = text.split_once("    stats: [").unwrap();
        let later = stats.split_once("    ],\n").unwrap().1;
        let keymap = patch(&format!("{older}{later}")).unwrap();
        for (key, does) in Keymap::standard().keys(Place::Stats).rows() {
            let mut rows = keymap.keys(Place::Stats).rows().collect::<Vec<_>>().into_iter();
            assert!(rows.any(|row| row == (key, does)), "{key} {does:?}");
        }
    }

    #[test]
    fn the_programs_own_keymap_can_be_taken_as_ones_own() {
        let text = include_str!("../../data/keymap.ron");
        let keymap = patch(text).unwrap();
        for place in Place::ALL {
            for (key, does) in Keymap::standard().keys(place).rows() {
                assert!(keymap.keys(place).rows().any(|row| row == (key, does)), "{key} {does:?}");
            }
        }
    }
}
