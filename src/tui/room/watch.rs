//! Looking after a record that another program writes: seldom reading, never giving up.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::model::News;
use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::store::disk::Disk;
use crate::store::follow::{self, FollowError, Follower};
use crate::store::library::StoreError;
use crate::store::writer::LogError;

/// How often the record is looked at. An entry is seen by the room within 300 ms of being saved,
/// also on a machine that is busy with something else.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Of so many looks one reads in any case: a file that was replaced may be as long as the old one,
/// and a network folder may not tell the length that another machine has just made.
const READ_EVERY: u32 = 10;

/// A record that is looked at again and again.
#[derive(Debug)]
pub struct Watch {
    disk: Arc<dyn Disk>,
    follower: Follower,
    /// Its length when it was last read.
    len: Option<u64>,
    looks: u32,
    /// What keeps it from being read, as it was last told.
    trouble: Option<String>,
}

impl Watch {
    /// Goes on from what was read.
    #[must_use]
    pub fn new(disk: Arc<dyn Disk>, follower: Follower) -> Self {
        Self { disk, follower, len: None, looks: 0, trouble: None }
    }

    /// Looks again and again and reports what is to be told, until nobody wants to know any more.
    /// Takes a thread of its own.
    pub fn follow(&mut self, report: impl Fn(News) -> bool) {
        loop {
            if let Some(news) = self.look()
                && !report(news)
            {
                return;
            }
            thread::sleep(LOOK_EVERY);
        }
    }

    /// Looks once: asks for the length, and reads what is new if it differs. Nothing when nothing
    /// is to be told.
    pub fn look(&mut self) -> Option<News> {
        let due = self.looks.is_multiple_of(READ_EVERY);
        self.looks = self.looks.wrapping_add(1);
        if !due {
            let len = self.disk.len(self.follower.path());
            let same = len.is_ok_and(|len| len == self.len);
            // A file that cannot be read may be large and far away: it is not asked for as often.
            if same || self.trouble.is_some() {
                return None;
            }
        }
        match self.read() {
            Ok(told) => {
                let had_trouble = self.trouble.take().is_some();
                told.or_else(|| had_trouble.then_some(News::Found))
            }
            Err(error) => {
                let told = Some(error.to_string());
                if told == self.trouble {
                    return None;
                }
                self.trouble = told;
                Some(News::Lost(error))
            }
        }
    }

    fn read(&mut self) -> Result<Option<News>, StoreError> {
        // Before reading: what is added meanwhile makes a difference next time.
        let len = self.disk.len(self.follower.path())?;
        let told = match self.follower.poll::<Event>(self.disk.as_ref()).map_err(refused)? {
            follow::News::Nothing => None,
            follow::News::Lines(lines) => Some(News::Lines(lines)),
            follow::News::Replaced => Some(News::Replaced(Box::new(self.read_again()?))),
        };
        self.len = len;
        Ok(told)
    }

    fn read_again(&mut self) -> Result<Meeting, StoreError> {
        let path = self.follower.path();
        let (again, log) = Follower::start::<Event>(self.disk.as_ref(), path).map_err(refused)?;
        let meeting = Meeting::replay(log.lines)
            .map_err(|_| StoreError::NotASession { path: Path::to_path_buf(path) })?;
        self.follower = again;
        Ok(meeting)
    }
}

fn refused(error: FollowError) -> StoreError {
    match error {
        FollowError::Disk(error) => StoreError::Disk(error),
        FollowError::Read { path, source } => StoreError::Log(LogError::Read { path, source }),
    }
}
