//! Preparing a meeting: a form over the same record that the desk writes.
//!
//! `mod` puts it on the stage; [`mod@update`] changes the [`model`] and says what is to be done outside,
//! [`fields`] makes rows of text and commands of typed rows, [`view`] draws it.

pub mod documents;
pub mod fields;
pub mod lists;
pub mod model;
pub mod msg;
mod over;
mod paste;
mod pointer;
pub mod update;
pub mod view;

use std::io;
use std::path::PathBuf;
use std::thread;

use ratatui::Frame;

use super::following::Change;
use super::keeping::{self, Keeper, Kept, Outside, PATIENCE};
use super::stage::{Inbox, Scene, Stage, Then, Told};
use super::writing::{Write, Written};
use crate::domain::record::Moment;
use crate::store::disk::{DiskError, Op};
use lists::Earlier;
use model::Model;
use msg::{Effect, Exit, Msg};
use update::update;

/// Reads what earlier meetings of the community left; called on a thread of its own.
pub type Look = dyn Fn() -> Result<Earlier, String> + Send + Sync;

/// Has a document written on a thread of its own: where to, what, and whether it may replace a file.
type WriteApart = dyn Fn(String, Vec<u8>, bool) -> Result<(), Written>;

/// How preparing was left.
#[derive(Debug)]
pub struct Left {
    /// The form as it was.
    pub model: Model,
    /// Where to.
    pub exit: Exit,
    /// What became of the lines.
    pub kept: Kept,
}

/// What the threads report.
#[derive(Debug)]
pub enum News {
    /// Of the record.
    Record(keeping::News),
    /// What became of a document: where it was to be, and what happened.
    Written(String, Written),
    /// What earlier meetings left, or why that cannot be told.
    Earlier(Result<Box<Earlier>, String>),
}

/// Prepares a meeting until that is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread. What was entered is
/// safe or in [`Left`].
pub fn run(
    stage: &mut Stage,
    model: Model,
    outside: Outside,
    look: std::sync::Arc<Look>,
    write: std::sync::Arc<Write>,
) -> io::Result<Left> {
    let inbox: Inbox<News> = Inbox::new();
    let Outside { access, clock, file_below, on_move } = outside;
    let report = inbox.reporter();
    let of_record = report.clone();
    let keeper =
        Keeper::begin(access, on_move, file_below, move |news| of_record(News::Record(news)))?;
    let ask = Box::new(move || {
        let (look, report) = (std::sync::Arc::clone(&look), report.clone());
        // Without a thread nothing is found; the list says that it is still being looked for.
        let _ = thread::Builder::new()
            .name("earlier".to_owned())
            .spawn(move || report(News::Earlier(look().map(Box::new))));
    });
    let report = inbox.reporter();
    let write = Box::new(move |path: String, bytes: Vec<u8>, replace: bool| {
        let (write, report) = (std::sync::Arc::clone(&write), report.clone());
        let to = PathBuf::from(&path);
        let asked = path.clone();
        let job = move || report(News::Written(asked, write(&to, &bytes, replace)));
        // Without a thread of its own it is not written, and that is told.
        thread::Builder::new().name("file".to_owned()).spawn(job).map(drop).map_err(|error| {
            Written::Failed(DiskError::new(Op::Write, &PathBuf::from(path), error))
        })
    });
    let mut form = Form { model, keeper, ask, write, rings: false };
    let exit = stage.play(&mut form, &inbox, &*clock)?;
    let Form { model, keeper, .. } = form;
    let failing = model.saving.trouble.is_some() && model.unsaved() > 0;
    let next = || loop {
        match inbox.next_news(PATIENCE)? {
            News::Record(news) => return Some(news),
            News::Earlier(_) | News::Written(..) => {}
        }
    };
    let kept = keeper.finish(&model.meeting, failing, next);
    Ok(Left { model, exit, kept })
}

/// The form as a scene: the model, where its lines go to, and what looks for earlier meetings.
struct Form {
    model: Model,
    keeper: Keeper,
    ask: Box<dyn Fn()>,
    write: Box<WriteApart>,
    /// Whether the bell is to be rung.
    rings: bool,
}

impl Scene for Form {
    type News = News;
    type Exit = Exit;

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<Exit> {
        let msg = match told {
            Told::Key(key) => Msg::Key(key),
            Told::Mouse(pointer) => Msg::Mouse(pointer),
            Told::Paste(text) => Msg::Paste(text),
            Told::Resized => Msg::Resized,
            Told::Tick => Msg::Tick,
            Told::Hangup => Msg::Hangup,
            Told::News(News::Record(keeping::News::Save(report))) => {
                Msg::Saving(self.keeper.told(&self.model.words, report))
            }
            Told::News(News::Record(keeping::News::Changed(change))) => match change {
                Change::Lines(lines) => Msg::Followed(lines),
                Change::Replaced(lines) => Msg::Reread(lines),
            },
            Told::News(News::Earlier(found)) => Msg::Earlier(found),
            Told::News(News::Written(path, written)) => Msg::Written(path, written),
        };
        let outcomes = update(&mut self.model, msg, now);
        for effect in outcomes.effects {
            if let Some(exit) = self.carry_out(effect) {
                return Then::Leave(exit);
            }
        }
        if outcomes.redraw { Then::Draw } else { Then::Wait }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }

    fn take_bell(&mut self) -> bool {
        std::mem::take(&mut self.rings)
    }
}

impl Form {
    /// Does what the form wants done; where to, when that is to leave.
    fn carry_out(&mut self, effect: Effect) -> Option<Exit> {
        let asked = match effect {
            Effect::Save(line) => self.keeper.save(line),
            Effect::Retry => self.keeper.retry(),
            Effect::LookForEarlier => {
                (self.ask)();
                Ok(())
            }
            Effect::Write { path, bytes, replace } => {
                if let Err(failed) = (self.write)(path.clone(), bytes, replace) {
                    documents::on_written(&mut self.model, &path, &failed);
                }
                Ok(())
            }
            Effect::Ring => {
                self.rings = true;
                Ok(())
            }
            Effect::Leave(exit) => return Some(exit),
        };
        if let Err(stopped) = asked {
            self.model.saving.trouble = Some(stopped.to_string());
        }
        None
    }
}
