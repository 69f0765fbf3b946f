//! Which key does what. The keymap is data (`data/keymap.ron`); help and `yishi keys` are made
//! from it, so they cannot disagree with it.

use std::collections::HashMap;

use crossterm::event::KeyEvent;
use serde::{Deserialize, Deserializer};

pub use super::key::{Key, NotAKey};

use crate::text::words::{Id, Value, id};

/// Makes the list of what keys can do, each with its words: what it does, and its short name for
/// the bottom line of a screen.
macro_rules! what_keys_do {
    ($($(#[$doc:meta])* $does:ident: $about:ident, $hint:ident;)*) => {
        /// What a key can do. Which of these a screen knows is told by its section of the keymap.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
        pub enum Does {
            $($(#[$doc])* $does,)*
        }

        impl Does {
            /// All, in the order they are listed.
            pub const ALL: &[Self] = &[$(Self::$does,)*];

            /// What it is called in the keymap.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$does => stringify!($does),)* }
            }

            /// What it does, in words.
            #[must_use]
            pub fn about(self) -> Id {
                match self { $(Self::$does => id::$about,)* }
            }

            /// Its short name.
            #[must_use]
            pub fn hint(self) -> Id {
                match self { $(Self::$does => id::$hint,)* }
            }
        }
    };
}

what_keys_do! {
    /// The obvious next thing.
    NextStep: KEY_NEXT_STEP, HINT_NEXT_STEP;
    /// Help.
    Help: KEY_HELP, HINT_HELP;
    /// Everything that can be done here, to be found by name.
    Palette: KEY_PALETTE, HINT_PALETTE;
    /// Other colours.
    Theme: KEY_THEME, HINT_THEME;
    /// Begin a show of hands.
    Vote: KEY_VOTE, HINT_VOTE;
    /// Begin an action.
    Action: KEY_ACTION, HINT_ACTION;
    /// Give the floor to the next in the queue.
    NextSpeaker: KEY_NEXT_SPEAKER, HINT_NEXT_SPEAKER;
    /// Put the next item on the table, or end the one that is.
    Item: KEY_ITEM, HINT_ITEM;
    /// Begin raising a hand.
    Hand: KEY_HAND, HINT_HAND;
    /// Begin a resolution.
    Resolve: KEY_RESOLVE, HINT_RESOLVE;
    /// Pause or go on.
    Pause: KEY_PAUSE, HINT_PAUSE;
    /// Begin signing somebody in.
    SignIn: KEY_SIGN_IN, HINT_SIGN_IN;
    /// Close the meeting.
    Close: KEY_CLOSE, HINT_CLOSE;
    /// Begin parking a point.
    Park: KEY_PARK, HINT_PARK;
    /// Bring like opinions together.
    Merge: KEY_MERGE, HINT_MERGE;
    /// Make the rest of the agenda fit.
    KeepTime: KEY_KEEP_TIME, HINT_KEEP_TIME;
    /// Who has been heard.
    Heard: KEY_HEARD, HINT_HEARD;
    /// End the turn.
    EndTurn: KEY_END_TURN, HINT_END_TURN;
    /// Make a meeting.
    New: KEY_NEW, HINT_NEW;
    /// Prepare the meeting under the bar.
    Prepare: KEY_PREPARE, HINT_PREPARE;
    /// Look back at the meeting under the bar.
    Review: KEY_REVIEW, HINT_REVIEW;
    /// Report what became of the action under the bar.
    ReportAction: KEY_REPORT_ACTION, HINT_REPORT_ACTION;
    /// Take people in from a file.
    People: KEY_PEOPLE, HINT_PEOPLE;
    /// Make a community.
    NewCommunity: KEY_NEW_COMMUNITY, HINT_NEW_COMMUNITY;
    /// Look at the sample.
    Sample: KEY_SAMPLE, HINT_SAMPLE;
    /// The counters.
    Figures: KEY_FIGURES, HINT_FIGURES;
    /// Verify every file.
    CheckAll: KEY_CHECK_ALL, HINT_CHECK_ALL;
    /// Count by months.
    ByMonth: KEY_BY_MONTH, HINT_BY_MONTH;
    /// Count by quarters.
    ByQuarter: KEY_BY_QUARTER, HINT_BY_QUARTER;
    /// Count by years.
    ByYear: KEY_BY_YEAR, HINT_BY_YEAR;
    /// The period before.
    PeriodBefore: KEY_PERIOD_BEFORE, HINT_PERIOD_BEFORE;
    /// The period after.
    PeriodAfter: KEY_PERIOD_AFTER, HINT_PERIOD_AFTER;
    /// Count somewhere else.
    NextScope: KEY_NEXT_SCOPE, HINT_NEXT_SCOPE;
    /// Count where it was counted before that.
    PreviousScope: KEY_PREVIOUS_SCOPE, HINT_PREVIOUS_SCOPE;
    /// Choose where to count.
    ChooseScope: KEY_CHOOSE_SCOPE, HINT_CHOOSE_SCOPE;
    /// The topics of a community.
    Topics: KEY_TOPICS, HINT_TOPICS;
    /// Begin taking a topic in.
    RaiseTopic: KEY_RAISE_TOPIC, HINT_RAISE_TOPIC;
    /// Begin screening the topic under the bar.
    ScreenTopic: KEY_SCREEN_TOPIC, HINT_SCREEN_TOPIC;
    /// Begin writing its survey.
    Survey: KEY_SURVEY, HINT_SURVEY;
    /// Begin putting it on an agenda.
    Schedule: KEY_SCHEDULE, HINT_SCHEDULE;
    /// Begin charging a unit with it.
    Assign: KEY_ASSIGN, HINT_ASSIGN;
    /// Begin reporting what came of it.
    TopicResult: KEY_TOPIC_RESULT, HINT_TOPIC_RESULT;
    /// Begin noting how a proposer rates it.
    Rate: KEY_RATE, HINT_RATE;
    /// Begin noting what its proposers were told.
    Answer: KEY_ANSWER, HINT_ANSWER;
    /// Everything about what is under the bar.
    Details: KEY_DETAILS, HINT_DETAILS;
    /// The time plan as it would go.
    TimePlan: KEY_TIME_PLAN, HINT_TIME_PLAN;
    /// Agendas to begin with.
    Templates: KEY_TEMPLATES, HINT_TEMPLATES;
    /// What earlier meetings left open.
    Earlier: KEY_EARLIER, HINT_EARLIER;
    /// Who is expected.
    Expected: KEY_EXPECTED, HINT_EXPECTED;
    /// Write the notice of the meeting.
    Notice: KEY_NOTICE, HINT_NOTICE;
    /// Write the sign-in sheet.
    SignInSheet: KEY_SIGN_IN_SHEET, HINT_SIGN_IN_SHEET;
    /// Take all that is listed.
    TakeAll: KEY_TAKE_ALL, HINT_TAKE_ALL;
    /// Start the meeting that was prepared.
    Begin: KEY_BEGIN, HINT_BEGIN;
    /// Move an item up.
    MoveUp: KEY_MOVE_UP, HINT_MOVE_UP;
    /// Move an item down.
    MoveDown: KEY_MOVE_DOWN, HINT_MOVE_DOWN;
    /// Take away what is under the bar.
    Remove: KEY_REMOVE, HINT_REMOVE;
    /// The page with the minutes.
    Minutes: KEY_MINUTES, HINT_MINUTES;
    /// The page with the time line.
    TimeLine: KEY_TIME_LINE, HINT_TIME_LINE;
    /// The page with the opinions.
    Opinions: KEY_OPINIONS, HINT_OPINIONS;
    /// The page with the actions.
    Actions: KEY_ACTIONS, HINT_ACTIONS;
    /// The meeting as it was.
    Replay: KEY_REPLAY, HINT_REPLAY;
    /// Write what is shown into a file.
    Export: KEY_EXPORT, HINT_EXPORT;
    /// The next page.
    NextPage: KEY_NEXT_PAGE, HINT_NEXT_PAGE;
    /// The page before.
    PreviousPage: KEY_PREVIOUS_PAGE, HINT_PREVIOUS_PAGE;
    /// The next place found.
    FindNext: KEY_FIND_NEXT, HINT_FIND_NEXT;
    /// The place found before.
    FindPrevious: KEY_FIND_PREVIOUS, HINT_FIND_PREVIOUS;
    /// One step later.
    Forward: KEY_FORWARD, HINT_FORWARD;
    /// One step earlier.
    Back: KEY_BACK, HINT_BACK;
    /// Let it run, or stop.
    Play: KEY_PLAY, HINT_PLAY;
    /// Run faster.
    Faster: KEY_FASTER, HINT_FASTER;
    /// Run slower.
    Slower: KEY_SLOWER, HINT_SLOWER;
    /// The beginning.
    First: KEY_FIRST, HINT_FIRST;
    /// The end.
    Last: KEY_LAST, HINT_LAST;
    /// Undo.
    Undo: KEY_UNDO, HINT_UNDO;
    /// Redo.
    Redo: KEY_REDO, HINT_REDO;
    /// Take the line in, or open what is under the bar.
    Submit: KEY_SUBMIT, HINT_SUBMIT;
    /// Complete what is typed.
    Complete: KEY_COMPLETE, HINT_COMPLETE;
    /// Above: the row, the completion, the line typed before.
    Previous: KEY_PREVIOUS, HINT_PREVIOUS;
    /// Below: the row, the completion, the line typed after.
    Next: KEY_NEXT, HINT_NEXT;
    /// A page up.
    ScrollUp: KEY_SCROLL_UP, HINT_SCROLL_UP;
    /// A page down.
    ScrollDown: KEY_SCROLL_DOWN, HINT_SCROLL_DOWN;
    /// Close what is open, or empty the line.
    Cancel: KEY_CANCEL, HINT_CANCEL;
    /// Change the language.
    Language: KEY_LANGUAGE, HINT_LANGUAGE;
    /// Try to save again now.
    RetrySaving: KEY_RETRY_SAVING, HINT_RETRY_SAVING;
    /// Leave the screen.
    Quit: KEY_QUIT, HINT_QUIT;
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

/// A screen that keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What one begins with.
    Home,
    /// The topics of a community.
    Board,
    /// Preparing a meeting.
    Prepare,
    /// Running one.
    Desk,
    /// Looking back at one.
    Review,
    /// One as it was at a moment.
    Replay,
    /// The screen for the room.
    Room,
    /// The counters.
    Stats,
}

impl Place {
    /// All, in the order one meets them.
    pub const ALL: [Self; 8] = [
        Self::Home,
        Self::Board,
        Self::Prepare,
        Self::Desk,
        Self::Review,
        Self::Replay,
        Self::Room,
        Self::Stats,
    ];

    /// What its section of the keymap is called.
    #[must_use]
    pub const fn section(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Board => "board",
            Self::Prepare => "prepare",
            Self::Desk => "desk",
            Self::Review => "review",
            Self::Replay => "replay",
            Self::Room => "room",
            Self::Stats => "stats",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Id {
        match self {
            Self::Home => id::PLACE_HOME,
            Self::Board => id::PLACE_BOARD,
            Self::Prepare => id::PLACE_PREPARE,
            Self::Desk => id::PLACE_DESK,
            Self::Review => id::PLACE_REVIEW,
            Self::Replay => id::PLACE_REPLAY,
            Self::Room => id::PLACE_ROOM,
            Self::Stats => id::PLACE_STATS,
        }
    }
}

/// The file: what holds on every screen, and what each adds.
#[derive(Deserialize)]
struct Sections {
    everywhere: Vec<Row>,
    home: Vec<Row>,
    board: Vec<Row>,
    prepare: Vec<Row>,
    desk: Vec<Row>,
    review: Vec<Row>,
    replay: Vec<Row>,
    room: Vec<Row>,
    stats: Vec<Row>,
}

/// Which key does what on one screen.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    rows: Vec<(Key, Does)>,
    meaning: HashMap<Key, Does>,
    /// Whether the mouse does something too, so that text is selected in another way.
    pub mouse: bool,
}

/// Which key does what, on every screen.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    everywhere: Vec<Listed>,
    places: HashMap<Place, (Vec<Listed>, Keys)>,
    mouse: bool,
}

/// A row of the keymap, as it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The key.
    pub key: Key,
    /// What it does; nothing where the user has freed it.
    pub does: Option<Does>,
    /// Whether the user wrote it.
    pub mine: bool,
}

/// The keymap that comes with the program; a test reads it.
const DEFAULT: &str = include_str!("../../data/keymap.ron");

impl Keymap {
    /// The keymap that comes with the program.
    #[must_use]
    pub fn standard() -> Self {
        // The text is part of the program and a test parses it; an empty map is better than a panic.
        Self::parse(DEFAULT).unwrap_or_default()
    }

    /// Reads a keymap.
    ///
    /// # Errors
    /// [`KeymapTrouble`] when it cannot be read, or gives a key two meanings on one screen.
    pub fn parse(text: &str) -> Result<Self, KeymapTrouble> {
        let read: Sections =
            ron::from_str(text).map_err(|err| KeymapTrouble::NotReadable(err.to_string()))?;
        let own = [
            (Place::Home, read.home),
            (Place::Board, read.board),
            (Place::Prepare, read.prepare),
            (Place::Desk, read.desk),
            (Place::Review, read.review),
            (Place::Replay, read.replay),
            (Place::Room, read.room),
            (Place::Stats, read.stats),
        ];
        let mut places = HashMap::new();
        let listed = |rows: &[Row]| {
            let listed = |row: &Row| Listed { key: row.key, does: Some(row.does), mine: false };
            rows.iter().map(listed).collect::<Vec<Listed>>()
        };
        for (place, own) in own {
            let keys = Keys::of(own.iter().chain(&read.everywhere))?;
            places.insert(place, (listed(&own), keys));
        }
        Ok(Self { everywhere: listed(&read.everywhere), places, mouse: false })
    }

    /// A keymap of rows that were put together.
    pub(super) fn new(
        everywhere: Vec<Listed>,
        places: HashMap<Place, (Vec<Listed>, Keys)>,
    ) -> Self {
        Self { everywhere, places, mouse: false }
    }

    /// The same, on screens that have taken the mouse or not.
    #[must_use]
    pub fn with_mouse(self, mouse: bool) -> Self {
        Self { mouse, ..self }
    }

    /// The keys of one screen: its own, then those that hold everywhere.
    #[must_use]
    pub fn keys(&self, place: Place) -> Keys {
        let keys = self.places.get(&place).map(|(_, keys)| keys.clone()).unwrap_or_default();
        Keys { mouse: self.mouse, ..keys }
    }

    /// The rows that only this screen has.
    #[must_use]
    pub fn own(&self, place: Place) -> &[Listed] {
        self.places.get(&place).map_or(&[], |(own, _)| own)
    }

    /// The rows that every screen has.
    #[must_use]
    pub fn everywhere(&self) -> &[Listed] {
        &self.everywhere
    }
}

impl Keys {
    fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Result<Self, KeymapTrouble> {
        let mut keys = Self::default();
        for row in rows {
            if row.key.is_bare_sign() {
                return Err(KeymapTrouble::BareSign(row.key.to_string()));
            }
            if let Some(first) = keys.meaning.insert(row.key, row.does) {
                let key = row.key.to_string();
                return Err(KeymapTrouble::Twice { key, first, second: row.does });
            }
            keys.rows.push((row.key, row.does));
        }
        Ok(keys)
    }

    /// Keys whose meanings were put together; of two for one key the first holds.
    pub(super) fn in_order(rows: impl Iterator<Item = (Key, Does)>) -> Self {
        let mut keys = Self::default();
        for (key, does) in rows {
            if let std::collections::hash_map::Entry::Vacant(free) = keys.meaning.entry(key) {
                free.insert(does);
                keys.rows.push((key, does));
            }
        }
        keys
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

    /// The keys that messages name, as their variables.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, Value<'static>)> {
        let named = [
            ("help", Does::Help),
            ("quit", Does::Quit),
            ("redo", Does::Redo),
            ("sign_in", Does::SignIn),
            ("resolve", Does::Resolve),
            ("action", Does::Action),
            ("page_up", Does::ScrollUp),
            ("page_down", Does::ScrollDown),
        ];
        named.into_iter().map(|(name, does)| (name, self.key_for(does).into())).collect()
    }

    /// Every row, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = (Key, Does)> {
        self.rows.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    /// A keymap whose desk has these rows.
    fn desk(rows: &str) -> Result<Keys, KeymapTrouble> {
        let text = format!(
            "(everywhere: [(key: \"F1\", does: Help)], home: [], board: [], prepare: [], desk: [{rows}], \
             review: [], replay: [], room: [], stats: [])"
        );
        Keymap::parse(&text).map(|keymap| keymap.keys(Place::Desk))
    }

    #[test]
    fn the_standard_keymap_is_sound() {
        let keymap = Keymap::parse(DEFAULT).unwrap();
        for place in Place::ALL {
            let keys = keymap.keys(place);
            assert!(keys.rows().all(|(key, _)| !key.is_bare_sign()));
            assert_eq!(keys.key_for(Does::Help), "F1");
            assert!(!keys.key_for(Does::Quit).is_empty());
        }
        let ctrl_n = KeyEvent::new(KeyCode::Char('n'), KeyModifiers::CONTROL);
        assert_eq!(keymap.keys(Place::Desk).meaning(ctrl_n), Some(Does::NextStep));
    }

    #[test]
    fn every_action_has_a_key_somewhere() {
        let keymap = Keymap::standard();
        for does in Does::ALL {
            let bound =
                Place::ALL.iter().any(|place| !keymap.keys(*place).key_for(*does).is_empty());
            assert!(bound, "{does:?} has no key");
        }
    }

    #[test]
    fn a_screen_has_its_own_keys_and_those_of_all() {
        let keys = desk(r#"(key: "F2", does: Vote)"#).unwrap();
        assert_eq!(keys.key_for(Does::Vote), "F2");
        assert_eq!(keys.key_for(Does::Help), "F1");
    }

    #[test]
    fn trouble_is_told() {
        let twice = r#"(key: "F1", does: Vote)"#;
        assert!(matches!(desk(twice), Err(KeymapTrouble::Twice { .. })));
        let bare = r#"(key: "q", does: Quit)"#;
        assert_eq!(desk(bare).unwrap_err(), KeymapTrouble::BareSign("Q".into()));
        let wrong = r#"(key: "F13", does: Quit)"#;
        assert!(matches!(desk(wrong), Err(KeymapTrouble::NotReadable(_))));
    }

    #[test]
    fn keys_are_read_as_they_are_shown() {
        for text in ["Ctrl+N", "F12", "PageUp", "Alt+Up", "Esc", "Shift+Tab", "Home"] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn shift_and_tab_are_one_key_however_the_terminal_says_it() {
        let key: Key = "Shift+Tab".parse().unwrap();
        for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
            assert_eq!(Key::of(KeyEvent::new(KeyCode::BackTab, modifiers)), key);
        }
    }
}
