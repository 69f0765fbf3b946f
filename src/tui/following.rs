//! Looking every second after a record that another program writes.

use std::thread;
use std::time::Duration;

use crate::domain::event::Event;
use crate::domain::record::Line;
use crate::store::disk::Disk;
use crate::store::follow::{Follower, News};

/// How often the record is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// How a record has changed.
#[derive(Debug)]
pub enum Change {
    /// These lines were added.
    Lines(Vec<Line<Event>>),
    /// Another record is in its place; these are all its lines.
    Replaced(Vec<Line<Event>>),
}

/// Reports changes until nobody wants to know of them any more. Takes a thread of its own.
pub fn follow(disk: &dyn Disk, mut follower: Follower, report: impl Fn(Change) -> bool) {
    loop {
        thread::sleep(EVERY);
        let change = match follower.poll::<Event>(disk) {
            Ok(News::Lines(lines)) => Change::Lines(lines),
            Ok(News::Replaced) => match Follower::start::<Event>(disk, follower.path()) {
                Ok((again, log)) => {
                    follower = again;
                    Change::Replaced(log.lines)
                }
                // Half copied, or its medium pulled out: the next look may find it.
                Err(_) => continue,
            },
            Ok(News::Nothing) | Err(_) => continue,
        };
        if !report(change) {
            return;
        }
    }
}
