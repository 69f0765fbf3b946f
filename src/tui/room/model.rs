//! What the room's screen knows, and how it changes.

use chrono::Timelike as _;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::domain::session::{Phase, Session};
use crate::store::library::StoreError;
use crate::text::words::{Lang, Words};
use crate::tui::theme::Theme;

/// Entries that a page turns by: fewer than the smallest screen shows.
const PAGE: usize = 5;

/// Something the screen is told.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The terminal has another size now.
    Resized,
    /// Time has passed.
    Tick,
    /// The record has grown.
    Lines(Vec<Line<Event>>),
    /// Another record is in its place.
    Replaced(Box<Meeting>),
    /// The record cannot be read.
    Lost(StoreError),
    /// It can be read again, and is as it was.
    Found,
    /// The terminal is gone, or the system asks the program to end.
    Hangup,
}

/// What a message leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Wait,
    /// The screen looks different now.
    Draw,
    /// The screen is left.
    Leave,
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
    /// Colours.
    pub theme: Theme,
    /// The moment shown; never before the latest line's.
    pub now: Moment,
    /// What keeps the screen from showing everything.
    pub trouble: Option<Trouble>,
    /// Entries of the list after the closing that were passed over.
    pub passed: usize,
}

impl Model {
    /// A screen for a meeting.
    #[must_use]
    pub fn new(meeting: Meeting, words: Words, now: Moment) -> Self {
        let now = meeting.latest().map_or(now, |latest| latest.max(now));
        Self { meeting, words, theme: Theme::default(), now, trouble: None, passed: 0 }
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
    pub fn update(&mut self, msg: Msg, now: Moment) -> Then {
        let before = self.now;
        self.now = self.meeting.latest().map_or(now, |latest| latest.max(now));
        match msg {
            Msg::Tick => {
                let minute = |moment: Moment| (moment.date_naive(), moment.hour(), moment.minute());
                let turned = minute(before) != minute(self.now);
                if turned || (self.clocks_run() && before != self.now) {
                    Then::Draw
                } else {
                    Then::Wait
                }
            }
            Msg::Key(key) => self.press(key),
            Msg::Resized => Then::Draw,
            Msg::Lines(lines) => {
                for line in lines {
                    self.meeting.apply(line);
                }
                self.took_in(now)
            }
            Msg::Replaced(meeting) => {
                self.meeting = *meeting;
                self.took_in(now)
            }
            Msg::Lost(error) => {
                let since = match self.trouble.take() {
                    Some(Trouble::Stale(since, _)) => since,
                    Some(Trouble::Partial(_)) | None => self.now,
                };
                self.trouble = Some(Trouble::Stale(since, error));
                Then::Draw
            }
            Msg::Found => {
                self.trouble = None;
                Then::Draw
            }
            Msg::Hangup => Then::Leave,
        }
    }

    fn took_in(&mut self, now: Moment) -> Then {
        self.trouble = None;
        self.passed = 0;
        self.now = self.meeting.latest().map_or(now, |latest| latest.max(now));
        Then::Draw
    }

    /// None of the keys is a bare letter: an input method would take it.
    fn press(&mut self, key: KeyEvent) -> Then {
        if key.kind == KeyEventKind::Release {
            return Then::Wait;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc => Then::Leave,
            KeyCode::Char('q' | 'Q' | 'c' | 'C') if control => Then::Leave,
            KeyCode::Char('l' | 'L') if control => {
                self.words = Words::new(match self.words.lang() {
                    Lang::Zh => Lang::En,
                    Lang::En => Lang::Zh,
                });
                Then::Draw
            }
            KeyCode::Down => self.pass(self.passed.saturating_add(1)),
            KeyCode::Up => self.pass(self.passed.saturating_sub(1)),
            KeyCode::PageDown => self.pass(self.passed.saturating_add(PAGE)),
            KeyCode::PageUp => self.pass(self.passed.saturating_sub(PAGE)),
            _ => Then::Wait,
        }
    }

    fn pass(&mut self, entries: usize) -> Then {
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
