//! Everything the desk knows. `update` changes it, `view` only reads it.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::domain::agreement::Agreed;
use crate::domain::command::Command;
use crate::domain::item::Outcome;
use crate::domain::ledger::KnownPerson;
use crate::domain::meeting::Meeting;
use crate::domain::procedure::Adopted;
use crate::domain::record::Moment;
use crate::domain::session::{Phase, Session};
use crate::grammar::complete::Completion;
use crate::grammar::directory::Directory;
use crate::grammar::procedures::usual;
use crate::grammar::verb::{Verb, WORDS};
use crate::grammar::{Context, Topic};
use crate::text::words::{Id, Words};

use super::bell::{DeskBell, turn_used_up};
use crate::tui::aid::{Aid, Offer, Offered, offers};
use crate::tui::capture::Capture;
use crate::tui::keymap::{Keymap, Keys, Place};
use crate::tui::theme::Theme;

use super::tour::Tour;

/// A message to the user, shown until the next key that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How grave it is.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// How grave a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something was refused or not understood.
    Refused,
}

/// Whether everything is saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saving {
    /// Lines from 0 on that are safe.
    pub safe: u64,
    /// Why the latest try failed, in words, until one succeeds.
    pub trouble: Option<String>,
}

/// What lies over the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// How the item ends: the choice under the bar, and whether what hinders it was shown and the
    /// next Enter ends it all the same.
    EndItem {
        /// Place in [`Outcome::ALL`].
        choice: usize,
        /// Asked a second time.
        warned: bool,
    },
    /// Closing the meeting: what is open is listed.
    Close {
        /// Rows scrolled past.
        scrolled: usize,
        /// What was agreed has just been read out, or that was passed over.
        read: bool,
    },
    /// Leaving while something is not saved.
    LeaveUnsaved,
    /// Who has been heard: rows scrolled past.
    Heard {
        /// Rows.
        scrolled: usize,
    },
}

/// What is being read out, and who confirms it.
#[derive(Debug, Clone)]
pub struct ReadBack {
    /// What is on the screen.
    pub what: Agreed,
    /// The names being typed.
    pub line: Capture,
    /// What they could become.
    pub completions: Vec<Completion>,
    /// Why they cannot be taken in, or what was done.
    pub notice: Option<Notice>,
}

impl ReadBack {
    /// It, with nothing typed.
    #[must_use]
    pub fn of(what: Agreed) -> Self {
        Self { what, line: Capture::default(), completions: Vec::new(), notice: None }
    }
}

/// Who or what keeps the desk from writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOnly(pub String);

/// The desk.
#[derive(Debug)]
pub struct Model {
    /// The meeting and its history.
    pub meeting: Meeting,
    /// Whom one can name.
    pub directory: Directory,
    /// The words, in the language chosen.
    pub words: Words,
    /// Which key does what.
    pub keys: Keys,
    /// Colours.
    pub theme: Theme,
    /// When the bell is rung.
    pub bell: DeskBell,
    /// Who writes.
    pub by: String,
    /// The moment shown; never before the latest line's.
    pub now: Moment,
    /// What is being typed.
    pub capture: Capture,
    /// What it could become.
    pub completions: Vec<Completion>,
    /// The completion under the bar.
    pub chosen: Option<usize>,
    /// What was asked about, until the next key.
    pub asked: Option<Topic>,
    /// The latest message.
    pub notice: Option<Notice>,
    /// Whether everything is saved.
    pub saving: Saving,
    /// Why nothing can be written, if so.
    pub read_only: Option<ReadOnly>,
    /// What lies over the desk.
    pub panel: Option<Panel>,
    /// What is being read out, in place of the desk.
    pub read_back: Option<ReadBack>,
    /// Help or palette, over everything.
    pub aid: Option<Aid>,
    /// Rows the opinions are scrolled back by.
    pub scrolled: usize,
    /// The guide through a first meeting, where one is wanted.
    pub tour: Option<Tour>,
    /// What brings the opinion just taken down together with one that is like it.
    pub alike: Option<Command>,
    /// Pasted lines that wait to be read.
    pub pasted: VecDeque<String>,
}

impl Model {
    /// A desk for a meeting whose lines are all on the medium.
    #[must_use]
    pub fn new(
        meeting: Meeting,
        people: Vec<KnownPerson>,
        words: Words,
        by: String,
        now: Moment,
    ) -> Self {
        let mut directory = Directory::new(people);
        directory.catch_up(meeting.session());
        let safe = meeting.lines().len() as u64;
        let now = meeting.latest().map_or(now, |latest| latest.max(now));
        let mut desk = Self {
            bell: DeskBell::default(),
            meeting,
            directory,
            words,
            keys: Keymap::standard().keys(Place::Desk),
            theme: Theme::default(),
            by,
            now,
            capture: Capture::default(),
            completions: Vec::new(),
            chosen: None,
            asked: None,
            notice: None,
            saving: Saving { safe, trouble: None },
            read_only: None,
            panel: None,
            read_back: None,
            aid: None,
            tour: None,
            scrolled: 0,
            alike: None,
            pasted: VecDeque::new(),
        };
        // What was so before is nothing to be heard.
        desk.bell.knows(turn_used_up(&desk));
        desk
    }

    /// The state of the meeting.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.meeting.session()
    }

    /// The procedure that the meeting is part of; the usual one where the record names none.
    #[must_use]
    pub fn procedure(&self) -> Arc<Adopted> {
        self.session().procedure.clone().unwrap_or_else(usual)
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

    /// Everything the palette can offer: what keys do, and the commands that can be typed.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let words = &self.words;
        let mut all = offers(words, &self.keys);
        let typed = WORDS.iter().filter(|word| !has_key(word.verb));
        all.extend(typed.map(|word| {
            let (arguments, name) = word.explained(words);
            let usual = word.usual(words.lang());
            let beside = format!("/{usual} {arguments}").trim_end().to_owned();
            Offer { what: Offered::Begin(format!("/{usual} ")), name, beside }
        }));
        all
    }

    /// One of two messages: the first tells what to press as well, which is of no use where nothing
    /// can be entered.
    #[must_use]
    pub fn hint(&self, how: Id, plain: Id) -> Id {
        if self.read_only.is_some() { plain } else { how }
    }

    /// Lines that are not safe yet.
    #[must_use]
    pub fn unsaved(&self) -> u64 {
        (self.meeting.lines().len() as u64).saturating_sub(self.saving.safe)
    }

    /// Whether something on the screen changes with every second.
    #[must_use]
    pub fn clocks_run(&self) -> bool {
        self.session().phase == Phase::Running
    }

    /// The outcome under the bar when an item ends.
    #[must_use]
    pub fn outcome_at(choice: usize) -> Outcome {
        Outcome::ALL[choice % Outcome::ALL.len()]
    }
}

/// Whether a key does the same as a command, or begins it.
fn has_key(verb: Verb) -> bool {
    use Verb::{
        Action, Close, Done, Hand, Heard, Help, Language, Merge, Next, OnTime, Open, Park, Pause,
        Quit, Redo, Resolve, Resume, SignIn, Undo, Vote,
    };
    matches!(
        verb,
        Open | Pause
            | Resume
            | Close
            | SignIn
            | Hand
            | Next
            | Done
            | Resolve
            | Vote
            | Merge
            | Action
            | Park
            | OnTime
            | Heard
            | Undo
            | Redo
            | Help
            | Language
            | Quit
    )
}
