//! A line of a log: what one command changed, when, and at whose hand.
//!
//! Sessions and ledgers share this shape; only their events differ. A line is the unit of
//! saving, of undo and of the hash chain (`docs/format.md`).

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A moment on the clock of the device that wrote it, to the second, with its offset from UTC.
pub type Moment = DateTime<FixedOffset>;

/// Seconds between two moments; never negative, so a clock set back costs nobody time.
#[must_use]
pub fn seconds_between(from: Moment, to: Moment) -> u32 {
    u32::try_from((to - from).num_seconds().max(0)).unwrap_or(u32::MAX)
}

/// One entry of a log, written whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line<E> {
    /// Position in the log, counted from 0 without gaps.
    pub seq: u64,
    /// When it happened in the room, which may be earlier than when it was typed.
    pub at: Moment,
    /// Who wrote it down.
    pub by: String,
    /// What changed, in order. Never empty.
    pub events: Vec<E>,
}
