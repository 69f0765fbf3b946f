//! The board of topics (议题板): a community between its meetings. What residents brought up, where
//! it stands, what comes next; and the line by which it is done.
//!
//! `mod` puts it on the stage: [`mod@update`] changes the [`model`], [`view`] draws it. What takes time is
//! done by whoever plays the board, one thing after the other on a thread of its own.

pub mod earlier;
pub mod history;
pub mod model;
pub mod msg;
mod news;
pub mod next;
mod pointer;
pub mod speak;
pub mod stock;
pub mod update;
pub mod view;

use std::fmt;
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::Frame;

use super::goto::Goto;
use super::keeping::PATIENCE;
use super::stage::{Inbox, Scene, Stage, Then, Told};
use crate::domain::record::Moment;
use crate::text::words::Lang;
use model::Model;
use msg::{Ask, Effect, Msg, News};
use update::update;

/// How long the first frame waits for what there is, before it is shown with what is known.
const AT_ONCE: Duration = Duration::from_millis(25);

/// Does what the board asks for, in that language; called on a thread of its own.
pub type Work = dyn FnMut(Ask, Lang) -> News + Send;

/// Everything the board needs from outside.
pub struct Outside {
    /// The time, to the second.
    pub clock: Box<dyn Fn() -> Moment>,
    /// Does what takes time.
    pub work: Box<Work>,
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

/// How the board was left.
#[derive(Debug)]
pub struct Left {
    /// The board as it was.
    pub model: Model,
    /// Where to.
    pub goto: Goto,
    /// Why something that was entered last was not written.
    pub unsaved: Option<String>,
}

/// Plays the board until it is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread.
pub fn run(stage: &mut Stage, model: Model, outside: Outside) -> io::Result<Left> {
    let inbox = Inbox::new();
    let report = inbox.reporter();
    let (sender, asked) = channel::<(Ask, Lang)>();
    let mut work = outside.work;
    let working = move || {
        for (ask, lang) in asked {
            if !report(work(ask, lang)) {
                return;
            }
        }
    };
    thread::Builder::new().name("ledger".to_owned()).spawn(working)?;
    let mut board = Board { model, sender };
    board.carry_out(update::begin(&board.model));
    // Where all of it is read within a moment, the first frame has it.
    if let Some(news) = inbox.next_news(AT_ONCE) {
        let outcomes = update(&mut board.model, Msg::News(news), (outside.clock)());
        board.carry_out(outcomes.effects);
    }
    let goto = stage.play(&mut board, &inbox, &*outside.clock)?;
    let Board { mut model, sender } = board;
    drop(sender);
    let mut unsaved = None;
    // What was entered is being written; leaving waits for that as long as on the desk.
    while model.saving.pending > 0 {
        let news = inbox.next_news(PATIENCE);
        match news {
            None => {
                unsaved = Some(String::new());
                break;
            }
            Some(News::NotSaved(why) | News::Refused { why, .. }) => {
                model.saving.pending -= 1;
                unsaved = Some(why);
            }
            Some(News::Written { .. }) => model.saving.pending -= 1,
            Some(_) => {}
        }
    }
    Ok(Left { model, goto, unsaved })
}

/// The board as a scene.
struct Board {
    model: Model,
    sender: Sender<(Ask, Lang)>,
}

impl Board {
    /// Has done what is asked for; where to, when that is to leave.
    fn carry_out(&mut self, effects: Vec<Effect>) -> Option<Goto> {
        let mut goto = None;
        for effect in effects {
            match effect {
                // A thread that is gone has told why.
                Effect::Ask(ask, lang) => drop(self.sender.send((ask, lang))),
                Effect::Go(place) => goto = Some(place),
            }
        }
        goto
    }
}

impl Scene for Board {
    type News = News;
    type Exit = Goto;

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<Goto> {
        let msg = match told {
            Told::Key(key) => Msg::Key(key),
            Told::Mouse(pointer) => Msg::Mouse(pointer),
            Told::Paste(text) => Msg::Paste(text),
            Told::Resized => Msg::Resized,
            Told::Tick => Msg::Tick,
            Told::Hangup => Msg::Hangup,
            Told::News(news) => Msg::News(news),
        };
        let outcomes = update(&mut self.model, msg, now);
        match self.carry_out(outcomes.effects) {
            Some(goto) => Then::Leave(goto),
            None if outcomes.redraw => Then::Draw,
            None => Then::Wait,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }
}
