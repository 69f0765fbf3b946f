//! Numbers by which a meeting's record refers to its parts. Each counts from 1 within one session.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The number that follows a list of `len` earlier ones.
            #[must_use]
            pub fn after(len: usize) -> Self {
                Self(u32::try_from(len).unwrap_or(u32::MAX).saturating_add(1))
            }

            /// Where this one sits in a list that holds them all in order.
            #[must_use]
            pub fn index(self) -> usize {
                (self.0 as usize).wrapping_sub(1)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// An agenda item; stays the same when the agenda is reordered.
    ItemId,
    /// A person of this meeting.
    PersonId,
    /// Somebody who is expected.
    ExpectedId,
    /// A recorded opinion; shown as a bare number.
    OpinionId,
    /// A consolidated point; shown as K1, K2 …
    PointId,
    /// A resolution; shown as R1, R2 …
    ResolutionId,
    /// A count of votes.
    VoteId,
    /// An objection to a resolution; shown as O1, O2 …
    ObjectionId,
    /// An agreed action; shown as A1, A2 …
    ActionId,
    /// Something put on the parking list; shown as P1, P2 …
    ParkedId,
    /// A note of the recorder's.
    NoteId,
}
