//! The thread that saves, so that nobody who types ever waits for a disk.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::chain::Event;
use super::writer::{LogError, LogWriter};
use crate::domain::record::Line;

/// Pause before the first new try after a failure.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// Longest pause between tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How much longer than its patience `finish` waits for an answer.
const GRACE: Duration = Duration::from_millis(200);

/// What the thread tells about saving.
#[derive(Debug)]
pub enum SaveReport {
    /// Every line up to this one is on the medium.
    Saved {
        /// Number of the last line that is safe.
        seq: u64,
    },
    /// A try failed. Everything is kept in memory and tried again.
    Failed {
        /// Number of the first line that is not safe.
        first_unsaved_seq: u64,
        /// How many lines are waiting; 0 when a move failed that had nothing to save.
        waiting: usize,
        /// Why.
        error: LogError,
    },
    /// The whole log, with everything that was waiting, is now here.
    Moved {
        /// The new file.
        path: PathBuf,
    },
}

/// What was not saved when patience ran out.
#[derive(Debug, thiserror::Error)]
#[error("{waiting} lines from line {first_unsaved_seq} on are not saved")]
pub struct Unsaved {
    /// Number of the first line that is not safe.
    pub first_unsaved_seq: u64,
    /// How many lines are not safe.
    pub waiting: u64,
    /// Why the last try failed; `None` when a try is still going on, as with a disk that hangs.
    pub error: Option<LogError>,
}

/// The thread is no longer there, and the request was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the saving thread has stopped")]
pub struct Stopped;

enum Request<E> {
    Save(Line<E>),
    RetryNow,
    MoveTo(PathBuf),
    Finish { deadline: Instant, answer: Sender<Result<(), LogError>> },
}

/// Saves lines on a thread of its own.
///
/// # Saving
/// Whatever is waiting when the disk is free goes there in one write and one sync, so a burst of
/// lines costs little more than one.
///
/// # Failure
/// Nothing is given up: lines wait in memory while the same write is tried again after 0.5 s, then
/// after twice that, up to every 5 s, or at once on [`retry_now`](Self::retry_now).
///
/// # Dropping
/// What is queued is still tried once, without waiting for it; use [`finish`](Self::finish) to be
/// sure.
#[derive(Debug)]
pub struct SaveThread<E> {
    requests: Sender<Request<E>>,
    /// One more than the number of the last line given to `save`.
    given: AtomicU64,
    /// One more than the number of the last line that is safe.
    safe: Arc<AtomicU64>,
}

impl<E: Event> SaveThread<E> {
    /// Starts the thread. `report` is called on it and should only pass the report on.
    ///
    /// # Errors
    /// When the system has no thread to give.
    pub fn spawn(writer: LogWriter<E>, report: Box<dyn Fn(SaveReport) + Send>) -> io::Result<Self> {
        let (requests, inbox) = channel();
        let safe = Arc::new(AtomicU64::new(writer.next_seq()));
        let given = AtomicU64::new(writer.next_seq());
        let worker = Worker {
            writer,
            waiting: Vec::new(),
            inbox,
            report,
            safe: Arc::clone(&safe),
            trouble: None,
            finish: None,
            closed: false,
        };
        thread::Builder::new().name("save".to_owned()).spawn(move || worker.run())?;
        Ok(Self { requests, given, safe })
    }

    /// Queues a line. Never waits.
    ///
    /// # Errors
    /// [`Stopped`] when the thread has panicked; the line is not queued.
    pub fn save(&self, line: Line<E>) -> Result<(), Stopped> {
        let given = line.seq + 1;
        self.requests.send(Request::Save(line)).map_err(|_| Stopped)?;
        self.given.store(given, Ordering::Release);
        Ok(())
    }

    /// Tries again at once if lines are waiting.
    ///
    /// # Errors
    /// [`Stopped`] when the thread has panicked.
    pub fn retry_now(&self) -> Result<(), Stopped> {
        self.requests.send(Request::RetryNow).map_err(|_| Stopped)
    }

    /// Writes the whole log, waiting lines included, to a new file and goes on there. The answer
    /// is [`SaveReport::Moved`] and [`SaveReport::Saved`], or [`SaveReport::Failed`].
    ///
    /// # Errors
    /// [`Stopped`] when the thread has panicked.
    pub fn move_to(&self, path: PathBuf) -> Result<(), Stopped> {
        self.requests.send(Request::MoveTo(path)).map_err(|_| Stopped)
    }

    /// Waits until every line is safe, but not longer than `patience`, and ends the thread.
    ///
    /// # Errors
    /// [`Unsaved`] when lines are left. If a try is still going on then, it may yet succeed.
    pub fn finish(self, patience: Duration) -> Result<(), Unsaved> {
        let (answer, answered) = channel();
        let deadline = Instant::now() + patience;
        let error = match self.requests.send(Request::Finish { deadline, answer }) {
            Ok(()) => match answered.recv_timeout(patience + GRACE) {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(error)) => Some(error),
                Err(_) => None,
            },
            Err(_) => None,
        };
        let first_unsaved_seq = self.safe.load(Ordering::Acquire);
        let given = self.given.load(Ordering::Acquire);
        match given.saturating_sub(first_unsaved_seq) {
            0 => Ok(()),
            waiting => Err(Unsaved { first_unsaved_seq, waiting, error }),
        }
    }
}

/// A failure that is being waited out.
struct Trouble {
    pause: Duration,
    next_try: Instant,
}

struct Worker<E> {
    writer: LogWriter<E>,
    waiting: Vec<Line<E>>,
    inbox: Receiver<Request<E>>,
    report: Box<dyn Fn(SaveReport) + Send>,
    safe: Arc<AtomicU64>,
    trouble: Option<Trouble>,
    finish: Option<(Instant, Sender<Result<(), LogError>>)>,
    closed: bool,
}

impl<E: Event> Worker<E> {
    fn run(mut self) {
        loop {
            if self.waiting.is_empty() {
                if let Some((_, answer)) = self.finish.take() {
                    // Nobody listens any more if patience ran out in this very moment.
                    let _ = answer.send(Ok(()));
                    return;
                }
                if self.closed {
                    return;
                }
            }
            self.receive();
            if self.waiting.is_empty() || !self.is_due() {
                continue;
            }
            let Err(error) = self.try_saving() else {
                continue;
            };
            if let Some((deadline, answer)) = &self.finish
                && Instant::now() >= *deadline
            {
                let _ = answer.send(Err(error));
                return;
            }
            self.report_failure(error);
            if self.closed {
                return;
            }
        }
    }

    fn is_due(&self) -> bool {
        self.trouble.as_ref().is_none_or(|trouble| Instant::now() >= trouble.next_try)
    }

    /// Takes in everything that was asked for; waits for it only when there is nothing to do.
    fn receive(&mut self) {
        let first = match (&self.trouble, self.waiting.is_empty()) {
            (_, true) => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            (None, false) => self.inbox.recv_timeout(Duration::ZERO),
            (Some(trouble), false) => {
                let pause = trouble.next_try.saturating_duration_since(Instant::now());
                self.inbox.recv_timeout(pause)
            }
        };
        match first {
            Ok(request) => self.take(request),
            Err(RecvTimeoutError::Timeout) => return,
            Err(RecvTimeoutError::Disconnected) => return self.close(),
        }
        loop {
            match self.inbox.try_recv() {
                Ok(request) => self.take(request),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => return self.close(),
            }
        }
    }

    /// Nobody can ask for anything any more: what is waiting is tried once, at once.
    fn close(&mut self) {
        if self.finish.is_none() {
            self.closed = true;
            self.retry_at(Instant::now());
        } else if let Some(trouble) = &self.trouble {
            // `finish` still waits, so the pause has to be slept here.
            thread::sleep(trouble.next_try.saturating_duration_since(Instant::now()));
        }
    }

    fn retry_at(&mut self, next_try: Instant) {
        if let Some(trouble) = &mut self.trouble {
            trouble.next_try = trouble.next_try.min(next_try);
        }
    }

    fn take(&mut self, request: Request<E>) {
        match request {
            Request::Save(line) => self.waiting.push(line),
            Request::RetryNow => self.retry_at(Instant::now()),
            Request::MoveTo(path) => self.move_to(path),
            Request::Finish { deadline, answer } => {
                self.finish = Some((deadline, answer));
                self.retry_at(Instant::now());
            }
        }
    }

    fn try_saving(&mut self) -> Result<(), LogError> {
        self.writer.append(&self.waiting)?;
        self.all_is_safe();
        Ok(())
    }

    fn move_to(&mut self, path: PathBuf) {
        match self.writer.move_to(&path, &self.waiting) {
            Ok(()) => {
                (self.report)(SaveReport::Moved { path });
                self.all_is_safe();
            }
            Err(error) => self.report_failure(error),
        }
    }

    fn all_is_safe(&mut self) {
        self.waiting.clear();
        self.trouble = None;
        let next = self.writer.next_seq();
        self.safe.store(next, Ordering::Release);
        (self.report)(SaveReport::Saved { seq: next.saturating_sub(1) });
    }

    fn report_failure(&mut self, error: LogError) {
        if !self.waiting.is_empty() {
            let last = self.trouble.as_ref().map(|trouble| trouble.pause);
            let pause = last.map_or(FIRST_PAUSE, |pause| (pause * 2).min(LONGEST_PAUSE));
            let mut next_try = Instant::now() + pause;
            if let Some((deadline, _)) = &self.finish {
                next_try = next_try.min(*deadline);
            }
            self.trouble = Some(Trouble { pause, next_try });
        }
        (self.report)(SaveReport::Failed {
            first_unsaved_seq: self.writer.next_seq(),
            waiting: self.waiting.len(),
            error,
        });
    }
}
