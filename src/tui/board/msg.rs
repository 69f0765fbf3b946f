//! What the board is told, what it asks to be done outside, and what comes of that.

use crossterm::event::KeyEvent;

use super::model::Whole;
use crate::domain::affairs::Affair;
use crate::domain::earlier::Raisable;
use crate::domain::nearness::CallRequest;
use crate::domain::topic::CaseNo;
use crate::text::words::Lang;
use crate::tui::goto::Goto;
use crate::tui::stage::Pointer;

/// Something the board is told.
#[derive(Debug)]
pub enum Msg {
    /// A key.
    Key(KeyEvent),
    /// Pasted text.
    Paste(String),
    /// The mouse.
    Mouse(Pointer),
    /// Another size.
    Resized,
    /// Time has passed.
    Tick,
    /// The terminal is gone.
    Hangup,
    /// What came of something that was asked for.
    News(News),
}

/// Something to be done outside.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Have it done, after all that was asked for before; what it tells is told in this language.
    Ask(Ask, Lang),
    /// Leave the board for there.
    Go(Goto),
}

/// Something that takes its time. One thing is done after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Read the ledgers, and what meetings say of topics.
    Read,
    /// Read them if a file has changed.
    Look,
    /// Write down what was granted.
    CarryOut(Affair),
    /// Call members: it is found out who lives nearest, then written down.
    CallOut(CallRequest),
    /// Take back this device's latest line.
    TakeBack,
    /// Put a topic on the agenda of a prepared meeting.
    Schedule {
        /// Which topic.
        topic: CaseNo,
        /// The session, without the community.
        session: String,
        /// Minutes planned for it.
        minutes: Option<u32>,
        /// Why, though its survey is not complete.
        despite: Option<String>,
    },
    /// Find out what earlier meetings left.
    Earlier,
    /// Open a meeting, where it stands.
    Open(String),
}

impl Ask {
    /// Whether it writes something.
    #[must_use]
    pub const fn writes(&self) -> bool {
        matches!(
            self,
            Self::CarryOut(_) | Self::CallOut(_) | Self::TakeBack | Self::Schedule { .. }
        )
    }
}

/// What came of it.
#[derive(Debug)]
pub enum News {
    /// What there is now.
    Read(Box<Whole>),
    /// Nothing has changed.
    Same,
    /// It was written.
    Written {
        /// What there is now; or why that could not be read, in words.
        whole: Result<Box<Whole>, String>,
        /// What was done, in words; nothing where the board has told it already.
        told: Option<String>,
    },
    /// It was not granted by those rules that hold where it is written. Nothing was.
    Refused {
        /// Why, in words.
        why: String,
        /// What there is now.
        whole: Option<Box<Whole>>,
    },
    /// It was not written.
    NotSaved(String),
    /// What there is could not be read.
    NotRead(String),
    /// What earlier meetings left, and how many of them could not be read.
    Earlier(Result<(Vec<Raisable>, usize), String>),
    /// Where a meeting is opened, or why not.
    Open(Result<Goto, String>),
}
