//! Looking back at a meeting: its minutes, its time line, its opinions, its actions, and how it
//! was at any line. It writes nothing but files that somebody asks for.
//!
//! `mod` puts it on the stage: [`mod@update`] changes the [`model`], [`view`] draws it, [`layout`] tells
//! both where things are.

pub mod layout;
pub mod model;
pub mod msg;
pub mod update;
pub mod view;

use std::cell::Cell;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::thread;

use ratatui::Frame;

use super::following::{Change, follow};
use super::keeping::expand_home;
use super::keymap::Keymap;
use super::replay;
use super::stage::{Inbox, Scene, Stage, Then, Told};
use super::writing::{Write, Written};
use crate::domain::record::Moment;
use crate::store::disk::{Disk, DiskError, Op};
use crate::store::follow::Follower;
use model::Model;
use msg::{Effect, Msg};
use update::update;

/// Everything the screen needs from outside.
pub struct Outside {
    /// The record, to go on with what another program writes; none where it cannot be followed.
    pub follower: Option<(Arc<dyn Disk>, Follower)>,
    /// The time, to the second.
    pub clock: Box<dyn Fn() -> Moment>,
    /// Writes files.
    pub write: Arc<Write>,
    /// Which key does what, here and while the meeting is replayed.
    pub keymap: Keymap,
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

/// What the screen's threads report.
#[derive(Debug)]
pub enum News {
    /// Another program has written the record.
    Changed(Change),
    /// What became of a file.
    Written(Written),
}

/// How a screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// By the user.
    Back,
    /// To see the meeting as it was at a line.
    Replay(u64),
    /// The terminal is gone.
    Gone,
}

/// How looking back was left.
#[derive(Debug)]
pub struct Left {
    /// The screen as it was: language and colours may have been changed.
    pub model: Model,
    /// The terminal is gone.
    pub gone: bool,
}

/// Looks back until the screen is left; begins with the meeting as it was at a line, if one is
/// given.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread.
pub fn run(
    stage: &mut Stage,
    model: Model,
    outside: Outside,
    replay: Option<u64>,
) -> io::Result<Left> {
    let inbox = Inbox::new();
    let report = inbox.reporter();
    if let Some((disk, follower)) = outside.follower {
        let report = report.clone();
        let changed = move |change| report(News::Changed(change));
        let follow = move || follow(&*disk, follower, changed);
        thread::Builder::new().name("follow".to_owned()).spawn(follow)?;
    }
    let mut review = Review { model, report, write: outside.write, size: Cell::new((80, 24)) };
    let mut next = replay.map(Exit::Replay);
    loop {
        let exit = match next.take() {
            Some(exit) => exit,
            None => stage.play(&mut review, &inbox, &*outside.clock)?,
        };
        match exit {
            Exit::Back => return Ok(Left { model: review.model, gone: false }),
            Exit::Gone => return Ok(Left { model: review.model, gone: true }),
            Exit::Replay(seq) => {
                let model = replay::model::Model::of(&review.model, &outside.keymap, seq);
                let left = replay::run(stage, model, &*outside.clock)?;
                review.model.come_back(
                    left.model.words().lang(),
                    left.model.theme(),
                    left.model.at() as u64,
                );
                if left.gone {
                    return Ok(Left { model: review.model, gone: true });
                }
            }
        }
    }
}

/// The screen as a scene.
struct Review<R> {
    model: Model,
    report: R,
    write: Arc<Write>,
    /// Columns and rows of the latest frame, by which pages are turned.
    size: Cell<(u16, u16)>,
}

impl<R: Fn(News) -> bool + Clone + Send + 'static> Review<R> {
    /// Has a file written by a thread of its own: nobody waits for a slow stick.
    fn write(&self, path: &str, bytes: Vec<u8>, replace: bool) {
        let path = expand_home(path);
        let (write, report, to) = (Arc::clone(&self.write), self.report.clone(), path.clone());
        let job = move || {
            report(News::Written(write(&to, &bytes, replace)));
        };
        if let Err(error) = thread::Builder::new().name("file".to_owned()).spawn(job) {
            let error = DiskError::new(Op::Write, &path, error);
            (self.report)(News::Written(Written::Failed(error)));
        }
    }
}

impl<R: Fn(News) -> bool + Clone + Send + 'static> Scene for Review<R> {
    type News = News;
    type Exit = Exit;

    fn update(&mut self, told: Told<News>, _: Moment) -> Then<Exit> {
        self.model.size = self.size.get();
        let msg = match told {
            Told::Key(key) => Msg::Key(key),
            Told::Mouse(mouse) => Msg::Mouse(mouse.event),
            Told::Paste(text) => Msg::Paste(text),
            Told::Resized => Msg::Resized,
            // No clock is on this screen.
            Told::Tick => return Then::Wait,
            Told::Hangup => return Then::Leave(Exit::Gone),
            Told::News(News::Changed(Change::Lines(lines))) => Msg::Followed(lines),
            Told::News(News::Changed(Change::Replaced(lines))) => Msg::Replaced(lines),
            Told::News(News::Written(written)) => Msg::Written(written),
        };
        let outcomes = update(&mut self.model, msg);
        for effect in outcomes.effects {
            match effect {
                Effect::Leave => return Then::Leave(Exit::Back),
                Effect::Replay(seq) => return Then::Leave(Exit::Replay(seq)),
                Effect::Write { path, bytes, replace } => self.write(&path, bytes, replace),
            }
        }
        if outcomes.redraw { Then::Draw } else { Then::Wait }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        self.size.set((area.width, area.height));
        view::draw(&self.model, frame);
    }
}
