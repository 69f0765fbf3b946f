//! What the room's screen knows, and how it changes.

use std::sync::Arc;

use chrono::Timelike as _;
use crossterm::event::{KeyEvent, MouseEventKind};

use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::domain::session::{Phase, Session};
use crate::store::library::StoreError;
use crate::text::words::Words;
use crate::tui::keymap::{Does, Keymap, Keys, Place};
use crate::tui::stage::{Then, Told};
use crate::tui::theme::Theme;
use crate::tui::typeface::find::Found;
use crate::tui::typeface::{Pen, Typeface};

/// Entries that a page turns by: fewer than the smallest screen shows.
const PAGE: usize = 5;

/// What is reported of the record.
#[derive(Debug)]
pub enum News {
    /// It has grown.
    Lines(Vec<Line<Event>>),
    /// Another record is in its place.
    Replaced(Box<Meeting>),
    /// It cannot be read.
    Lost(StoreError),
    /// It can be read again, and is as it was.
    Found,
    /// A font for large type was looked for.
    Typeface(Found),
}

/// Why what is shown may not be all there is.
#[derive(Debug)]
pub enum Trouble {
    /// Some of the record can be read, not all.
    Partial(StoreError),
    /// Nothing new could be read since.
    Stale(Moment, StoreError),
}

/// The screen.
#[derive(Debug)]
pub struct Model {
    /// The meeting.
    pub meeting: Meeting,
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// For large type; none without a font.
    pub typeface: Option<Arc<Typeface>>,
    /// The font that was asked for by name and cannot be used.
    pub unusable_font: Option<String>,
    /// What large type is drawn with.
    pub pen: Pen,
    /// The moment shown; never before the latest line's.
    pub now: Moment,
    /// What keeps the screen from showing everything.
    pub trouble: Option<Trouble>,
    /// Entries of the list after the closing that were passed over.
    pub passed: usize,
    /// Something that is told at the bottom until the next key, or the next minute.
    pub told: Option<String>,
}

impl Model {
    /// A screen for a meeting.
    #[must_use]
    pub fn new(meeting: Meeting, words: Words, now: Moment) -> Self {
        let now = meeting.latest().map_or(now, |latest| latest.max(now));
        Self {
            meeting,
            words,
            keys: Keymap::standard().keys(Place::Room),
            theme: Theme::default(),
            typeface: None,
            unusable_font: None,
            pen: Pen::default(),
            now,
            trouble: None,
            passed: 0,
            told: None,
        }
    }

    /// The state of the meeting.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.meeting.session()
    }

    /// Whether something on the screen changes with every second.
    #[must_use]
    pub fn clocks_run(&self) -> bool {
        self.session().phase == Phase::Running
    }

    /// Takes a message in at the time it is now.
    pub fn take_in(&mut self, told: Told<News>, now: Moment) -> Then<()> {
        let before = self.now;
        self.now = self.meeting.latest().map_or(now, |latest| latest.max(now));
        match told {
            Told::Tick => {
                let minute = |moment: Moment| (moment.date_naive(), moment.hour(), moment.minute());
                let turned = minute(before) != minute(self.now);
                if turned {
                    self.told = None;
                }
                if turned || (self.clocks_run() && before != self.now) {
                    Then::Draw
                } else {
                    Then::Wait
                }
            }
            Told::Key(key) => self.press(key),
            Told::Resized => Then::Draw,
            Told::News(News::Lines(lines)) => {
                for line in lines {
                    self.meeting.apply(line);
                }
                self.took_in(now)
            }
            Told::News(News::Replaced(meeting)) => {
                self.meeting = *meeting;
                self.took_in(now)
            }
            Told::News(News::Lost(error)) => {
                let since = match self.trouble.take() {
                    Some(Trouble::Stale(since, _)) => since,
                    Some(Trouble::Partial(_)) | None => self.now,
                };
                self.trouble = Some(Trouble::Stale(since, error));
                Then::Draw
            }
            Told::News(News::Found) => {
                self.trouble = None;
                Then::Draw
            }
            Told::News(News::Typeface(found)) => {
                self.typeface = found.typeface.map(Arc::new);
                self.unusable_font = found.unusable;
                Then::Draw
            }
            Told::Hangup => Then::Leave(()),
            Told::Mouse(pointer) => match pointer.event.kind {
                MouseEventKind::ScrollDown => self.pass(self.passed.saturating_add(1)),
                MouseEventKind::ScrollUp => self.pass(self.passed.saturating_sub(1)),
                _ => Then::Wait,
            },
            Told::Paste(_) => Then::Wait,
        }
    }

    fn took_in(&mut self, now: Moment) -> Then<()> {
        self.trouble = None;
        self.passed = 0;
        self.now = self.meeting.latest().map_or(now, |latest| latest.max(now));
        Then::Draw
    }

    fn press(&mut self, key: KeyEvent) -> Then<()> {
        let told = self.told.take().is_some();
        match self.act(key) {
            Then::Wait if told => Then::Draw,
            then => then,
        }
    }

    fn act(&mut self, key: KeyEvent) -> Then<()> {
        match self.keys.meaning(key) {
            Some(Does::Cancel | Does::Quit) => Then::Leave(()),
            Some(Does::Theme) => {
                self.theme = self.theme.next();
                self.told = Some(self.theme.told(&self.words));
                Then::Draw
            }
            Some(Does::Language) => {
                self.words = Words::new(self.words.lang().other());
                Then::Draw
            }
            Some(Does::Next) => self.pass(self.passed.saturating_add(1)),
            Some(Does::Previous) => self.pass(self.passed.saturating_sub(1)),
            Some(Does::ScrollDown) => self.pass(self.passed.saturating_add(PAGE)),
            Some(Does::ScrollUp) => self.pass(self.passed.saturating_sub(PAGE)),
            _ => Then::Wait,
        }
    }

    fn pass(&mut self, entries: usize) -> Then<()> {
        let session = self.session();
        let listed = session.resolutions.len() + session.actions.len();
        let entries = entries.min(listed.saturating_sub(1));
        if entries == self.passed || session.phase != Phase::Closed {
            return Then::Wait;
        }
        self.passed = entries;
        Then::Draw
    }
}
