//! The loop around `update`: keys, ticks and news of saving in; frames and lines to save out.
//!
//! One thread reads keys, one saves, this one draws; all they have in common is a channel. At rest
//! it wakes once a second while clocks run and once a minute otherwise, and draws only what
//! `update` says has changed.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use chrono::{Timelike as _, Utc};
use crossterm::event::{self, Event as TerminalEvent};

use super::model::Model;
use super::msg::{Effect, Msg, SaveNews};
use super::terminal::{Screen, on_signal};
use super::update::update;
use super::view;
use crate::domain::event::Event;
use crate::domain::record::{Line, Moment};
use crate::phrase::troubles;
use crate::store::disk::Disk;
use crate::store::follow::{Follower, News};
use crate::store::save_thread::{SaveReport, SaveThread};
use crate::store::writer::LogWriter;

/// How long leaving waits for the disk.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often a record that another program writes is looked at.
const FOLLOW_EVERY: Duration = Duration::from_secs(1);

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

enum Input {
    Msg(Msg),
    Save(SaveReport),
}

/// Runs the desk until it is left.
///
/// # Errors
/// When there is no terminal, or the system gives no thread. What was entered is safe or in
/// [`Left`]; a terminal that goes away later ends the desk like leaving it.
pub fn run(mut model: Model, outside: Outside) -> io::Result<Left> {
    let (sender, inbox) = channel();
    let (resized, hangup) = (sender.clone(), sender.clone());
    // Before the first frame, so that nothing the terminal does after it is missed. The desk may
    // have been left already when one of these comes.
    on_signal(
        move || drop(resized.send(Input::Msg(Msg::Resized))),
        move || drop(hangup.send(Input::Msg(Msg::Hangup))),
    )?;
    let mut screen = Screen::take()?;
    screen.draw(|frame| view::draw(&model, frame))?;
    let saving = begin(outside.access, outside.on_move, &sender)?;
    read_keys(move |msg| sender.send(Input::Msg(msg)).is_ok())?;
    let mut desk = Running { saving, file_below: outside.file_below, moved: None };
    while !desk.turn(&mut model, &inbox, &*outside.clock, &mut screen) {}
    drop(screen);
    Ok(desk.leave(model, &inbox))
}

/// Starts whatever brings or takes lines.
fn begin(
    access: Access,
    on_move: Box<dyn Fn(&Path) + Send>,
    sender: &Sender<Input>,
) -> io::Result<Option<SaveThread<Event>>> {
    let sender = sender.clone();
    match access {
        Access::Write(writer) => {
            let report = Box::new(move |report| {
                if let SaveReport::Moved { path } = &report {
                    on_move(path);
                }
                let _ = sender.send(Input::Save(report));
            });
            SaveThread::spawn(*writer, report).map(Some)
        }
        Access::Follow(disk, follower) => {
            let follow = move || follow(&*disk, follower, &sender);
            thread::Builder::new().name("follow".to_owned()).spawn(follow)?;
            Ok(None)
        }
        Access::Show => Ok(None),
    }
}

/// Reads the terminal on a thread of its own, until nobody listens any more or it is gone.
pub(super) fn read_keys(tell: impl Fn(Msg) -> bool + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        loop {
            let msg = match event::read() {
                Ok(TerminalEvent::Key(key)) => Msg::Key(key),
                Ok(TerminalEvent::Paste(text)) => Msg::Paste(text),
                Ok(TerminalEvent::Resize(..)) => Msg::Resized,
                Ok(_) => continue,
                Err(_) => Msg::Hangup,
            };
            let last = matches!(msg, Msg::Hangup);
            if !tell(msg) || last {
                return;
            }
        }
    })?;
    Ok(())
}

fn follow(disk: &dyn Disk, mut follower: Follower, sender: &Sender<Input>) {
    loop {
        thread::sleep(FOLLOW_EVERY);
        let msg = match follower.poll::<Event>(disk) {
            Ok(News::Lines(lines)) => Msg::Followed(lines),
            Ok(News::Replaced) => match Follower::start::<Event>(disk, follower.path()) {
                Ok((again, log)) => {
                    follower = again;
                    Msg::Reread(log.lines)
                }
                // Half copied, or its medium pulled out: the next look may find it.
                Err(_) => continue,
            },
            Ok(News::Nothing) | Err(_) => continue,
        };
        if sender.send(Input::Msg(msg)).is_err() {
            return;
        }
    }
}

struct Running {
    saving: Option<SaveThread<Event>>,
    file_below: Box<dyn Fn(&Path) -> PathBuf>,
    moved: Option<PathBuf>,
}

impl Running {
    /// Waits for something to happen, takes in all that has, and draws once. True when the desk is
    /// to be left.
    fn turn(
        &mut self,
        model: &mut Model,
        inbox: &Receiver<Input>,
        clock: &dyn Fn() -> Moment,
        screen: &mut Screen,
    ) -> bool {
        let first = match inbox.recv_timeout(until_tick(model.clocks_run())) {
            Ok(input) => Some(input),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return true,
        };
        let mut redraw = false;
        let mut resized = false;
        let mut leave = false;
        let waiting = first.map_or_else(|| vec![Input::Msg(Msg::Tick)], |input| vec![input]);
        for input in waiting.into_iter().chain(inbox.try_iter()) {
            let msg = match input {
                Input::Msg(msg) => msg,
                Input::Save(report) => Msg::Saving(self.news(model, report)),
            };
            resized |= matches!(msg, Msg::Resized);
            let outcomes = update(model, msg, clock());
            redraw |= outcomes.redraw;
            for effect in outcomes.effects {
                leave |= self.carry_out(model, effect);
            }
            if leave {
                return true;
            }
        }
        // A terminal that cannot be drawn on is gone; the record is not.
        (resized && screen.forget().is_err())
            || (redraw && screen.draw(|frame| view::draw(model, frame)).is_err())
    }

    fn news(&mut self, model: &Model, report: SaveReport) -> SaveNews {
        match report {
            SaveReport::Saved { seq } => SaveNews::Saved(seq),
            SaveReport::Failed { waiting, error, .. } => {
                SaveNews::Failed { waiting, why: troubles::saving(&model.words, &error) }
            }
            SaveReport::Moved { path } => {
                self.moved = Some(path.clone());
                SaveNews::Moved(path)
            }
        }
    }

    /// Does what the desk wants done. True when that is to leave.
    fn carry_out(&mut self, model: &mut Model, effect: Effect) -> bool {
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
            model.saving.trouble = Some(stopped.to_string());
        }
        false
    }

    /// Saves what is left, in another place if its own fails.
    fn leave(self, model: Model, inbox: &Receiver<Input>) -> Left {
        let mut left = Left { model, moved: self.moved, rescued: None, lost: Vec::new() };
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
fn rescued(inbox: &Receiver<Input>) -> Option<PathBuf> {
    while let Ok(input) = inbox.recv_timeout(PATIENCE) {
        match input {
            Input::Save(SaveReport::Moved { path }) => return Some(path),
            Input::Save(SaveReport::Failed { .. } | SaveReport::Saved { .. }) | Input::Msg(_) => {}
        }
    }
    None
}

/// Until the clock on the screen changes: the next second while clocks run, else the next minute.
pub(super) fn until_tick(clocks_run: bool) -> Duration {
    let now = Utc::now();
    let into_second = u64::from(now.nanosecond() / 1_000_000).min(999);
    let to_second = Duration::from_millis(1_000 - into_second);
    if clocks_run {
        to_second
    } else {
        to_second + Duration::from_secs(59 - u64::from(now.second().min(59)))
    }
}

/// `~` at the beginning as people write it for their own folder.
fn expand_home(folder: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    match (folder.strip_prefix('~'), home) {
        (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            home.join(rest.trim_start_matches(['/', '\\']))
        }
        _ => PathBuf::from(folder),
    }
}
