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
use crate::tui::aid::{Aid, Helped, Offer, Offered, offers};
use crate::tui::glyphs::Glyphs;
use crate::tui::keymap::{Does, Keymap, Keys, Place};
use crate::tui::signs::Signs;
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
    /// Whether what was agreed is being read out just now.
    pub reads_out: bool,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
}

impl Model {
    /// A screen for a meeting.
    #[must_use]
    pub fn new(meeting: Meeting, words: Words, now: Moment) -> Self {
        let now = meeting.latest().map_or(now, |latest| latest.max(now));
        let reads_out = is_read_out(&meeting);
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
            reads_out,
            aid: None,
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

    /// Takes in which signs the terminal shows in one column. Whoever wants no lines for that reason
    /// wants no blocks either.
    pub fn learn(&mut self, signs: Signs) {
        let blocks = signs == Signs::All && self.theme.glyphs == Glyphs::LINES;
        self.pen = if blocks { Pen::Halves } else { Pen::Cells };
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
            Told::Paste(text) => match &mut self.aid {
                Some(aid) => {
                    aid.paste(&text);
                    Then::Draw
                }
                None => Then::Wait,
            },
        }
    }

    fn took_in(&mut self, now: Moment) -> Then<()> {
        self.trouble = None;
        self.reads_out = is_read_out(&self.meeting);
        self.passed = 0;
        self.now = self.meeting.latest().map_or(now, |latest| latest.max(now));
        Then::Draw
    }

    /// What the palette can offer.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        offers(&self.words, &self.keys)
    }

    fn press(&mut self, key: KeyEvent) -> Then<()> {
        let told = self.told.take().is_some();
        match self.act(key) {
            Then::Wait if told => Then::Draw,
            then => then,
        }
    }

    fn act(&mut self, key: KeyEvent) -> Then<()> {
        let meaning = self.keys.meaning(key);
        if self.aid.is_some() && !matches!(meaning, Some(Does::Language | Does::Theme)) {
            return self.press_aid(key, meaning);
        }
        meaning.map_or(Then::Wait, |does| self.carry_out(does))
    }

    /// A key while help or palette is open.
    fn press_aid(&mut self, key: KeyEvent, meaning: Option<Does>) -> Then<()> {
        let offers = self.offers();
        let Some(aid) = &mut self.aid else { return Then::Wait };
        match aid.key(key, meaning, &offers) {
            Helped::Stays => Then::Draw,
            Helped::Closed | Helped::Chose(Offered::Begin(_)) => {
                self.aid = None;
                Then::Draw
            }
            Helped::Chose(Offered::Does(does)) => {
                self.aid = None;
                match self.carry_out(does) {
                    Then::Leave(()) => Then::Leave(()),
                    Then::Wait | Then::Draw => Then::Draw,
                }
            }
        }
    }

    fn carry_out(&mut self, does: Does) -> Then<()> {
        match does {
            Does::Cancel | Does::Quit => return Then::Leave(()),
            Does::Language => self.words = Words::new(self.words.lang().other()),
            Does::Theme => {
                self.theme = self.theme.next();
                self.told = Some(self.theme.told(&self.words));
            }
            Does::Help => self.aid = Some(Aid::Help(0)),
            Does::Palette => self.aid = Some(Aid::palette()),
            Does::Next => return self.pass(self.passed.saturating_add(1)),
            Does::Previous => return self.pass(self.passed.saturating_sub(1)),
            Does::ScrollDown => return self.pass(self.passed.saturating_add(PAGE)),
            Does::ScrollUp => return self.pass(self.passed.saturating_sub(PAGE)),
            // Keys of other screens; the keymap gives this one none of them.
            _ => return Then::Wait,
        }
        Then::Draw
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

/// Whether what was agreed is being read out: that came later than whatever else puts something
/// before the room.
fn is_read_out(meeting: &Meeting) -> bool {
    let session = meeting.session();
    if session.read_back.is_none() || session.floor.is_some() {
        return false;
    }
    let stands = meeting.standing();
    let standing = meeting.lines().iter().zip(stands).rev().filter(|(_, stands)| *stands);
    let mut events = standing.flat_map(|(line, _)| line.events.iter().rev());
    events
        .find_map(|event| match event {
            Event::ReadBackBegan | Event::Confirmed { .. } => Some(true),
            Event::ItemOpened { .. } | Event::ItemClosed { .. } | Event::HandRaised { .. } => {
                Some(false)
            }
            _ => None,
        })
        .unwrap_or(false)
}
