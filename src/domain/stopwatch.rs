//! Time that runs, stops and runs on, kept as facts of the record instead of a ticking value.

use super::record::{Moment, seconds_between};

/// Seconds gathered so far and, while it runs, since when it has been running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stopwatch {
    gathered: u32,
    since: Option<Moment>,
}

impl Stopwatch {
    /// Starts it; one that runs already goes on undisturbed.
    pub fn start(&mut self, at: Moment) {
        self.since.get_or_insert(at);
    }

    /// Stops it; one that stands stays as it is.
    pub fn stop(&mut self, at: Moment) {
        if let Some(since) = self.since.take() {
            self.gathered = self.gathered.saturating_add(seconds_between(since, at));
        }
    }

    /// Seconds shown at `now`.
    #[must_use]
    pub fn read(&self, now: Moment) -> u32 {
        self.gathered.saturating_add(self.since.map_or(0, |since| seconds_between(since, now)))
    }

    /// Whether it is running.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }
}
