//! The desk on the stage: keys, ticks and news of saving in; frames and lines to save out.
//!
//! One thread saves, or follows what another program writes; all it has in common with the desk is
//! a channel.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use ratatui::Frame;

use super::model::Model;
use super::msg::{Effect, Msg, SaveNews};
use super::update::update;
use super::view;
use crate::domain::event::Event;
use crate::domain::record::{Line, Moment};
use crate::phrase::troubles;
use crate::store::disk::Disk;
use crate::store::follow::Follower;
use crate::store::save_thread::{SaveReport, SaveThread};
use crate::store::writer::LogWriter;
use crate::tui::following::{Change, follow};
use crate::tui::stage::{Inbox, Scene, Stage, Then, Told};

/// How long leaving waits for the disk.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where the desk's lines go to, or come from.
pub enum Access {
    /// They are saved through this writer.
    Write(Box<LogWriter<Event>>),
    /// Another program writes the record; its lines are followed from here.
    Follow(Arc<dyn Disk>, Follower),
    /// They come from nowhere: the record is only shown.
    Show,
}

/// Everything the desk needs from outside.
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

/// How the desk was left.
#[derive(Debug)]
pub struct Left {
    /// The desk as it was.
    pub model: Model,
    /// Where the record was saved to in the meantime, if it was moved.
    pub moved: Option<PathBuf>,
    /// Where the whole record was put because its own place failed.
    pub rescued: Option<PathBuf>,
    /// Lines that could be saved nowhere.
    pub lost: Vec<Line<Event>>,
}

/// What the desk's threads report.
#[derive(Debug)]
pub enum News {
    /// Of saving.
    Save(SaveReport),
    /// Another program, which writes this record, has added lines.
    Followed(Vec<Line<Event>>),
    /// Another program has replaced the record; these are all its lines.
    Reread(Vec<Line<Event>>),
}

/// Runs the desk until it is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread. What was entered is
/// safe or in [`Left`]; a terminal that goes away later ends the desk like leaving it.
pub fn run(stage: &mut Stage, model: Model, outside: Outside) -> io::Result<Left> {
    let inbox = Inbox::new();
    let saving = begin(outside.access, outside.on_move, inbox.reporter())?;
    let mut desk = Desk { model, saving, file_below: outside.file_below, moved: None };
    stage.play(&mut desk, &inbox, &*outside.clock)?;
    Ok(desk.leave(&inbox))
}

/// Starts whatever brings or takes lines.
fn begin(
    access: Access,
    on_move: Box<dyn Fn(&Path) + Send>,
    report: impl Fn(News) -> bool + Send + 'static,
) -> io::Result<Option<SaveThread<Event>>> {
    match access {
        Access::Write(writer) => {
            let report = Box::new(move |told| {
                if let SaveReport::Moved { path } = &told {
                    on_move(path);
                }
                report(News::Save(told));
            });
            SaveThread::spawn(*writer, report).map(Some)
        }
        Access::Follow(disk, follower) => {
            let report = move |change| match change {
                Change::Lines(lines) => report(News::Followed(lines)),
                Change::Replaced(lines) => report(News::Reread(lines)),
            };
            let follow = move || follow(&*disk, follower, report);
            thread::Builder::new().name("follow".to_owned()).spawn(follow)?;
            Ok(None)
        }
        Access::Show => Ok(None),
    }
}

/// The desk as a scene: the model, and what it is tied to outside.
struct Desk {
    model: Model,
    saving: Option<SaveThread<Event>>,
    file_below: Box<dyn Fn(&Path) -> PathBuf>,
    moved: Option<PathBuf>,
}

impl Scene for Desk {
    type News = News;
    type Exit = ();

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<()> {
        let msg = match told {
            Told::Key(key) => Msg::Key(key),
            Told::Mouse(_) => return Then::Wait,
            Told::Paste(text) => Msg::Paste(text),
            Told::Resized => Msg::Resized,
            Told::Tick => Msg::Tick,
            Told::Hangup => Msg::Hangup,
            Told::News(News::Save(report)) => Msg::Saving(self.news(report)),
            Told::News(News::Followed(lines)) => Msg::Followed(lines),
            Told::News(News::Reread(lines)) => Msg::Reread(lines),
        };
        let outcomes = update(&mut self.model, msg, now);
        for effect in outcomes.effects {
            if self.carry_out(effect) {
                return Then::Leave(());
            }
        }
        if outcomes.redraw { Then::Draw } else { Then::Wait }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }

    fn clocks_run(&self) -> bool {
        self.model.clocks_run()
    }
}

impl Desk {
    fn news(&mut self, report: SaveReport) -> SaveNews {
        match report {
            SaveReport::Saved { seq } => SaveNews::Saved(seq),
            SaveReport::Failed { waiting, error, .. } => {
                SaveNews::Failed { waiting, why: troubles::saving(&self.model.words, &error) }
            }
            SaveReport::Moved { path } => {
                self.moved = Some(path.clone());
                SaveNews::Moved(path)
            }
        }
    }

    /// Does what the desk wants done. True when that is to leave.
    fn carry_out(&mut self, effect: Effect) -> bool {
        let Some(saving) = &self.saving else {
            return effect == Effect::Quit;
        };
        let asked = match effect {
            Effect::Save(line) => saving.save(line),
            Effect::Retry => saving.retry_now(),
            Effect::SaveTo(folder) => saving.move_to((self.file_below)(&expand_home(&folder))),
            Effect::Quit => return true,
        };
        if let Err(stopped) = asked {
            self.model.saving.trouble = Some(stopped.to_string());
        }
        false
    }

    /// Saves what is left, in another place if its own fails.
    fn leave(self, inbox: &Inbox<News>) -> Left {
        let mut left =
            Left { model: self.model, moved: self.moved, rescued: None, lost: Vec::new() };
        let Some(saving) = self.saving else { return left };
        if left.model.saving.trouble.is_some() && left.model.unsaved() > 0 {
            // A folder of its own: an earlier rescue, or another user's, must not be in the way.
            let folder = format!("yishi-rescue-{}", std::process::id());
            let folder = std::env::temp_dir().join(folder);
            let path = (self.file_below)(&folder);
            if saving.move_to(path).is_ok() {
                left.rescued = rescued(inbox);
            }
        }
        if let Err(unsaved) = saving.finish(PATIENCE) {
            let first = usize::try_from(unsaved.first_unsaved_seq).unwrap_or(usize::MAX);
            left.lost = left.model.meeting.lines().iter().skip(first).cloned().collect();
        }
        left
    }
}

/// Waits until the record is in its new place, or cannot be put there.
fn rescued(inbox: &Inbox<News>) -> Option<PathBuf> {
    while let Some(news) = inbox.next_news(PATIENCE) {
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
