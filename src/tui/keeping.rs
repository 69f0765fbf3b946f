//! Where the lines of a meeting go to, for every screen that adds to its record: the thread that
//! saves them. Or where they come from, when another program writes the record.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::following::{Change, follow};
use crate::domain::event::Event;
use crate::domain::meeting::Meeting;
use crate::domain::record::{Line, Moment};
use crate::phrase::troubles;
use crate::store::disk::Disk;
use crate::store::follow::Follower;
use crate::store::save_thread::{SaveReport, SaveThread, Stopped};
use crate::store::writer::LogWriter;
use crate::text::words::Words;

/// How long leaving waits for the disk.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// Where lines go to, or come from.
pub enum Access {
    /// They are saved through this writer.
    Write(Box<LogWriter<Event>>),
    /// Another program writes the record; its lines are followed from here.
    Follow(Arc<dyn Disk>, Follower),
    /// They come from nowhere: the record is only shown.
    Show,
}

/// What a screen of a meeting needs from outside.
pub struct Outside {
    /// Where lines go to, or come from.
    pub access: Access,
    /// The time, to the second.
    pub clock: Box<dyn Fn() -> Moment>,
    /// The file for this record below a folder that somebody names.
    pub file_below: Box<dyn Fn(&Path) -> PathBuf>,
    /// What else belongs beside the record in its new place; called on the thread that saves.
    pub on_move: Box<dyn Fn(&Path) + Send>,
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

/// What the thread reports.
#[derive(Debug)]
pub enum News {
    /// Of saving.
    Save(SaveReport),
    /// Another program, which writes this record, has changed it.
    Changed(Change),
}

/// News of saving, errors already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveNews {
    /// Every line up to this one is safe.
    Saved(u64),
    /// Saving failed; this many lines wait.
    Failed {
        /// Lines not safe.
        waiting: usize,
        /// Why, in words.
        why: String,
    },
    /// The record is in another folder now.
    Moved(PathBuf),
}

/// The record of a meeting while a screen adds to it.
pub struct Keeper {
    saving: Option<SaveThread<Event>>,
    file_below: Box<dyn Fn(&Path) -> PathBuf>,
    moved: Option<PathBuf>,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper").field("moved", &self.moved).finish_non_exhaustive()
    }
}

/// What became of the lines when the screen was left.
#[derive(Debug, Default)]
pub struct Kept {
    /// Where the record was saved to in the meantime, if it was moved.
    pub moved: Option<PathBuf>,
    /// Where the whole record was put because its own place failed.
    pub rescued: Option<PathBuf>,
    /// Lines that could be saved nowhere.
    pub lost: Vec<Line<Event>>,
}

impl Keeper {
    /// Starts whatever brings or takes lines.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn begin(
        access: Access,
        on_move: Box<dyn Fn(&Path) + Send>,
        file_below: Box<dyn Fn(&Path) -> PathBuf>,
        report: impl Fn(News) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let saving = match access {
            Access::Write(writer) => {
                let report = Box::new(move |told| {
                    if let SaveReport::Moved { path } = &told {
                        on_move(path);
                    }
                    report(News::Save(told));
                });
                Some(SaveThread::spawn(*writer, report)?)
            }
            Access::Follow(disk, follower) => {
                let changed = move |change| report(News::Changed(change));
                let follow = move || follow(&*disk, follower, changed);
                thread::Builder::new().name("follow".to_owned()).spawn(follow)?;
                None
            }
            Access::Show => None,
        };
        Ok(Self { saving, file_below, moved: None })
    }

    /// A report of saving, in words.
    pub fn told(&mut self, words: &Words, report: SaveReport) -> SaveNews {
        match report {
            SaveReport::Saved { seq } => SaveNews::Saved(seq),
            SaveReport::Failed { waiting, error, .. } => {
                SaveNews::Failed { waiting, why: troubles::saving(words, &error) }
            }
            SaveReport::Moved { path } => {
                self.moved = Some(path.clone());
                SaveNews::Moved(path)
            }
        }
    }

    /// Saves a line.
    ///
    /// # Errors
    /// When the thread that saves has stopped.
    pub fn save(&self, line: Line<Event>) -> Result<(), Stopped> {
        self.saving.as_ref().map_or(Ok(()), |saving| saving.save(line))
    }

    /// Tries to save again now.
    ///
    /// # Errors
    /// As [`Keeper::save`].
    pub fn retry(&self) -> Result<(), Stopped> {
        self.saving.as_ref().map_or(Ok(()), SaveThread::retry_now)
    }

    /// Saves everything below another folder and goes on there.
    ///
    /// # Errors
    /// As [`Keeper::save`].
    pub fn save_to(&self, folder: &str) -> Result<(), Stopped> {
        let path = (self.file_below)(&expand_home(folder));
        self.saving.as_ref().map_or(Ok(()), |saving| saving.move_to(path))
    }

    /// Saves what is left, in another place if its own fails (`failing`). `next_news` waits for news
    /// for as long as leaving may take.
    pub fn finish(
        self,
        meeting: &Meeting,
        failing: bool,
        next_news: impl Fn() -> Option<News>,
    ) -> Kept {
        let mut kept = Kept { moved: self.moved, ..Kept::default() };
        let Some(saving) = self.saving else { return kept };
        if failing {
            // A folder of its own: an earlier rescue, or another user's, must not be in the way.
            let folder = format!("yishi-rescue-{}", std::process::id());
            let folder = std::env::temp_dir().join(folder);
            let path = (self.file_below)(&folder);
            if saving.move_to(path).is_ok() {
                kept.rescued = rescued(next_news);
            }
        }
        if let Err(unsaved) = saving.finish(PATIENCE) {
            let first = usize::try_from(unsaved.first_unsaved_seq).unwrap_or(usize::MAX);
            kept.lost = meeting.lines().iter().skip(first).cloned().collect();
        }
        kept
    }
}

/// Waits until the record is in its new place, or cannot be put there.
fn rescued(next_news: impl Fn() -> Option<News>) -> Option<PathBuf> {
    while let Some(news) = next_news() {
        if let News::Save(SaveReport::Moved { path }) = news {
            return Some(path);
        }
    }
    None
}

/// `~` at the beginning as people write it for their own folder.
#[must_use]
pub fn expand_home(folder: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    match (folder.strip_prefix('~'), home) {
        (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            home.join(rest.trim_start_matches(['/', '\\']))
        }
        _ => PathBuf::from(folder),
    }
}
