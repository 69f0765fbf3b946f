//! What the screen of the counters asks to be done outside, and what comes of it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::figures::Period;
use crate::domain::topic::CaseNo;
use crate::report::stats::Counts;
use crate::store::progress::Progress;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::Lang;
use crate::tui::writing::Written;

/// Something to be done on a thread of its own.
#[derive(Debug, Clone)]
pub struct Request {
    /// What.
    pub what: What,
    /// The language in which troubles are told.
    pub lang: Lang,
    /// How far it is, and whether it is still wanted.
    pub progress: Arc<Progress>,
}

/// Something to be done.
#[derive(Debug, Clone)]
pub enum What {
    /// Count every community.
    Count {
        /// Which request this is.
        number: u64,
        /// From when to when.
        period: Period,
        /// The day it is counted on.
        today: NaiveDate,
    },
    /// Write a file.
    Write {
        /// Where to, as typed.
        path: String,
        /// What.
        bytes: Vec<u8>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
}

/// What came of it.
#[derive(Debug)]
pub enum News {
    /// The figures of each community.
    Counted {
        /// Of which request.
        number: u64,
        /// The communities.
        communities: Vec<Community>,
        /// The regions they lie in.
        regions: Vec<(String, usize)>,
        /// What could not be read.
        troubles: Vec<String>,
    },
    /// Nothing could be counted.
    NotCounted {
        /// Of which request.
        number: u64,
        /// Why; nothing where it was stopped on request.
        why: Option<String>,
    },
    /// What became of a file.
    Written(Written),
}

/// A community that was counted.
#[derive(Debug, Clone)]
pub struct Community {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: String,
    /// The places it lies in, and what they lie in: `贵州省`, `贵州省/贵阳市`.
    pub regions: Vec<String>,
    /// What it came to.
    pub counts: Arc<Counts>,
}

/// Something the screen wants done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Do it on a thread of its own, and report.
    Ask(Request),
    /// Look back at a meeting.
    Review(SessionName),
    /// See the topics of a community, with the bar on this one.
    Board(Slug, Option<CaseNo>),
    /// Leave.
    Leave,
}
