//! What the home asks to be done outside, and what comes of it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::action::ActionState;
use crate::domain::ids::ActionId;
use crate::report::found::Hit;
use crate::store::index::Index;
use crate::store::progress::Progress;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::Lang;
use crate::tui::goto::Goto;

use super::stock::Stock;

/// Something to be done on a thread of its own; what it tells is told in this language.
#[derive(Debug, Clone)]
pub struct Request {
    /// What.
    pub what: What,
    /// The language.
    pub lang: Lang,
    /// How far it is, and whether it is still wanted.
    pub progress: Arc<Progress>,
}

/// Something to be done.
#[derive(Debug, Clone)]
pub enum What {
    /// Put everything that can be found by typing into one text.
    Stock(Index),
    /// Go on with the first look at the store, which takes longer than a moment.
    FirstLook,
    /// Look at the store again; `doubt` compares the files' ends with the index first.
    Look {
        /// What is known.
        index: Index,
        /// Whether to believe no stamp.
        doubt: bool,
    },
    /// Find words in the records.
    Search {
        /// Which search this is.
        number: u64,
        /// The words, in small letters.
        wanted: Vec<String>,
        /// Only in this community.
        community: Option<Slug>,
    },
    /// Make a community.
    MakeCommunity {
        /// Its name.
        name: String,
        /// Where it lies.
        region: String,
    },
    /// Make a meeting.
    MakeMeeting {
        /// Of which community.
        community: Slug,
        /// What it is called.
        title: String,
        /// The day it is held.
        on: NaiveDate,
    },
    /// Take people in from a file.
    Import {
        /// Into which community.
        community: Slug,
        /// The file, as typed.
        path: String,
    },
    /// Complete the name of a file.
    CompletePath(String),
    /// Report what became of an action.
    Report {
        /// The meeting that agreed on it.
        session: SessionName,
        /// Which.
        action: ActionId,
        /// Where it stands now.
        state: ActionState,
        /// What was done, in words.
        note: String,
    },
    /// Verify every file.
    Check,
}

/// What came of something asked for.
#[derive(Debug)]
pub enum News {
    /// Everything that can be found by typing.
    Stock(Arc<Stock>),
    /// The store as it is now.
    Looked(Index),
    /// The store could not be looked at.
    NotLooked(String),
    /// The name of a file as typed, and what it was completed to.
    Path(String, String),
    /// What a search found.
    Found(u64, Vec<FoundMeeting>),
    /// A community was made.
    Made(Slug),
    /// A meeting was made.
    Go(Goto),
    /// It is done.
    Done(String),
    /// It was refused.
    Refused(String),
    /// It is done; there is more to read about it.
    Told(Vec<String>),
    /// It was stopped on request.
    Stopped,
}

/// A meeting in whose record something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundMeeting {
    /// Which.
    pub name: SessionName,
    /// What it is called.
    pub title: String,
    /// What its community is called.
    pub community: String,
    /// The places.
    pub hits: Vec<Hit>,
}

/// Something the home wants done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Do it on a thread of its own, and report.
    Ask(Request),
    /// Go there.
    Go(Goto),
}
