//! Everything the form knows. `update` changes it, `view` only reads it.

use std::path::PathBuf;

use crate::domain::earlier::Candidate;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::domain::session::Session;
use crate::grammar::Context;
use crate::grammar::complete::Completion;
use crate::grammar::directory::Directory;
use crate::store::settings::Bell;
use crate::text::words::Words;
use crate::tui::aid::{Aid, Offer, offers};
use crate::tui::capture::Capture;
use crate::tui::desk::model::{Notice, ReadOnly, Saving};
use crate::tui::keymap::{Keymap, Keys, Place};
use crate::tui::theme::Theme;

use super::documents::Writing;
use super::fields::{Field, fields, raw};
use super::lists::{Earlier, Neighbour, Offered};

/// What lies over the form.
#[derive(Debug, Clone)]
pub enum Over {
    /// The meeting played through, scrolled by this many rows.
    TimePlan(usize),
    /// Agendas to begin with, the bar on one of them.
    Templates(usize),
    /// What earlier meetings left, the bar on one thing.
    Earlier(usize),
    /// The people of the community: what is looked for, and the bar among those that fit.
    People(Capture, usize),
    /// Leaving while something is not saved.
    LeaveUnsaved,
}

/// What is known of earlier meetings.
#[derive(Debug, Default)]
pub enum Found {
    /// Nobody has asked yet.
    #[default]
    NotAsked,
    /// They are being read.
    Looking,
    /// They were read; what is left of them now.
    Left(Box<Earlier>, Vec<Candidate>),
    /// They cannot be read.
    Trouble(String),
}

/// The form.
#[derive(Debug)]
pub struct Model {
    /// The meeting and its history.
    pub meeting: Meeting,
    /// Its id within the community.
    pub session_id: String,
    /// Whom one can name.
    pub directory: Directory,
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// Who writes.
    pub by: String,
    /// The moment shown; never before the latest line's.
    pub now: Moment,
    /// The row under the bar.
    pub here: Field,
    /// Its text, being edited.
    pub line: Capture,
    /// Its text before it was edited.
    pub begun: String,
    /// Why its text cannot be taken in.
    pub complaint: Option<String>,
    /// What it could become.
    pub completions: Vec<Completion>,
    /// The completion that was put into it, and what stood there before.
    pub completed: Option<(usize, String)>,
    /// The latest message.
    pub notice: Option<Notice>,
    /// When the bell is rung.
    pub bell: Bell,
    /// Something was refused just now.
    pub refused: bool,
    /// Whether everything is saved.
    pub saving: Saving,
    /// Why nothing can be written, if so.
    pub read_only: Option<ReadOnly>,
    /// What lies over the form.
    pub over: Option<Over>,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// Whom to ask about the meeting, as the community's file says.
    pub contact: Option<String>,
    /// Where documents are written to.
    pub folder: PathBuf,
    /// The document that is being written.
    pub writing: Option<Writing>,
    /// Agendas to begin with, besides that of the procedure.
    pub templates: Vec<Offered>,
    /// What earlier meetings left.
    pub found: Found,
    /// The people of the community.
    pub people: Vec<Neighbour>,
}

impl Model {
    /// A form for a meeting whose lines are all on the medium. `people` are those the community
    /// knows, in the order they are listed.
    #[must_use]
    pub fn new(
        meeting: Meeting,
        session_id: String,
        people: Vec<crate::domain::ledger::KnownPerson>,
        words: Words,
        by: String,
        now: Moment,
    ) -> Self {
        let mut directory = Directory::new(people.iter().cloned());
        directory.catch_up(meeting.session());
        let safe = meeting.lines().len() as u64;
        let now = meeting.latest().map_or(now, |latest| latest.max(now));
        let mut model = Self {
            meeting,
            session_id,
            directory,
            words,
            keys: Keymap::standard().keys(Place::Prepare),
            theme: Theme::default(),
            by,
            now,
            here: Field::Title,
            line: Capture::default(),
            begun: String::new(),
            complaint: None,
            completions: Vec::new(),
            completed: None,
            notice: None,
            bell: Bell::default(),
            refused: false,
            saving: Saving { safe, trouble: None },
            read_only: None,
            over: None,
            aid: None,
            contact: None,
            folder: PathBuf::new(),
            writing: None,
            templates: Vec::new(),
            found: Found::default(),
            people: people.into_iter().map(Neighbour::of).collect(),
        };
        model.enter(Field::Title);
        model
    }

    /// The state of the meeting.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.meeting.session()
    }

    /// What typed text is read against.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            session: self.session(),
            directory: &self.directory,
            today: self.now.date_naive(),
        }
    }

    /// The rows of the form, from the top.
    #[must_use]
    pub fn rows(&self) -> Vec<Field> {
        fields(self.session())
    }

    /// Where the bar is among them.
    #[must_use]
    pub fn at(&self) -> usize {
        self.rows().iter().position(|field| *field == self.here).unwrap_or(0)
    }

    /// Whether the row under the bar was edited.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.line.text() != self.begun
    }

    /// Puts the bar on a row, its text as the record has it.
    pub fn enter(&mut self, field: Field) {
        self.here = field;
        self.begun = raw(&self.words, self.meeting.session(), field);
        self.line.set(&self.begun);
        self.complaint = None;
        self.completions.clear();
        self.completed = None;
    }

    /// The row under the bar, or the end of its list when it is gone.
    #[must_use]
    pub fn here_or_end(&self) -> Field {
        if self.rows().contains(&self.here) {
            self.here
        } else if self.here.is_expected() {
            Field::NewExpected
        } else {
            Field::NewItem
        }
    }

    /// Agendas to begin with: that of the procedure the meeting is part of, then the others.
    #[must_use]
    pub fn templates(&self) -> Vec<Offered> {
        let own = self.session().procedure.as_deref();
        let own = own.and_then(|adopted| Offered::of_procedure(&self.words, &adopted.procedure));
        own.into_iter().chain(self.templates.iter().cloned()).collect()
    }

    /// What keys do here, for the palette.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        offers(&self.words, &self.keys)
    }

    /// Lines that are not safe yet.
    #[must_use]
    pub fn unsaved(&self) -> u64 {
        (self.meeting.lines().len() as u64).saturating_sub(self.saving.safe)
    }
}
