//! How far long work is: shared between the threads that do it and whoever shows it or stops it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The work was stopped by whoever asked for it. Nothing is left half done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped on request")]
pub struct Cancelled;

/// How far long work is, counted in files, rows or whatever it goes through.
///
/// The work tells its size as it finds out ([`expect`](Self::expect)), counts what it has done
/// ([`step`](Self::step)) and stops soon after [`cancel`](Self::cancel). Looking costs nobody
/// anything: these are three numbers.
#[derive(Debug, Default)]
pub struct Progress {
    total: AtomicUsize,
    done: AtomicUsize,
    cancelled: Arc<AtomicBool>,
}

impl Progress {
    /// Work that has not begun.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Work that has not begun and is to stop when `flag` is set.
    #[must_use]
    pub fn stopped_by(flag: Arc<AtomicBool>) -> Self {
        Self { cancelled: flag, ..Self::default() }
    }

    /// There is so much more to do than was known.
    pub fn expect(&self, more: usize) {
        self.total.fetch_add(more, Ordering::Relaxed);
    }

    /// One more is done.
    ///
    /// # Errors
    /// [`Cancelled`] when the work is to stop here.
    pub fn step(&self) -> Result<(), Cancelled> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    /// Whether to go on, without having done anything.
    ///
    /// # Errors
    /// [`Cancelled`] when the work is to stop here.
    pub fn go_on(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }

    /// How much is done, and how much there is to do as far as is known.
    #[must_use]
    pub fn so_far(&self) -> (usize, usize) {
        let done = self.done.load(Ordering::Relaxed);
        (done, self.total.load(Ordering::Relaxed).max(done))
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_never_more_than_what_there_is() {
        let progress = Progress::new();
        assert_eq!(progress.so_far(), (0, 0));
        assert_eq!(progress.step(), Ok(()));
        assert_eq!(progress.so_far(), (1, 1));
        progress.expect(3);
        assert_eq!(progress.so_far(), (1, 3));
        progress.cancel();
        assert_eq!((progress.go_on(), progress.step()), (Err(Cancelled), Err(Cancelled)));
        assert_eq!(progress.so_far(), (2, 3), "what was done was done");
    }
}
