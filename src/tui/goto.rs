//! Where one goes from a screen. A scene ends with one of these; the program plays whatever it
//! names, and comes back to the home when that is over.

use crate::store::session_name::SessionName;
use crate::store::slug::Slug;

/// The next screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goto {
    /// What one begins with.
    Home,
    /// The desk of a meeting.
    Desk(SessionName),
    /// Preparing a meeting.
    Prepare(SessionName),
    /// Looking back at a meeting.
    Review {
        /// Which.
        name: SessionName,
        /// At this line.
        at: Option<u64>,
    },
    /// The counters, of one community to begin with or of all.
    Stats(Option<Slug>),
    /// The topics of a community.
    Board(Slug),
    /// The home of a copy of the sample store.
    Sample,
    /// None: the program is left.
    Leave,
}
