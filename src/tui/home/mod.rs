//! The home: what one begins with and comes back to. Communities, what was interrupted, what is to
//! come, what is due; finding any of it by typing.
//!
//! `mod` puts it on the stage: [`update`] and [`questions`] change the [`model`], [`view`] draws it.
//! What takes time is done on threads of its own by whoever plays the home.

pub mod form;
pub mod model;
pub mod msg;
pub mod overview;
pub mod questions;
pub mod stock;
pub mod update;
pub mod view;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::thread;

use ratatui::Frame;

use super::goto::Goto;
use super::stage::{Inbox, Scene, Stage, Then, Told};
use crate::domain::record::Moment;
use model::Model;
use msg::{Effect, News, Request};

/// Does what the home asks for; called on a thread of its own.
pub type Work = dyn Fn(Request) -> News + Send + Sync;

/// Everything the home needs from outside.
pub struct Outside {
    /// The time, to the second.
    pub clock: Box<dyn Fn() -> Moment>,
    /// Does what takes time.
    pub work: Arc<Work>,
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

/// How the home was left.
#[derive(Debug)]
pub struct Left {
    /// The home as it was.
    pub model: Model,
    /// Where to.
    pub goto: Goto,
}

/// Plays the home until it is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread.
pub fn run(stage: &mut Stage, model: Model, outside: &Outside) -> io::Result<Left> {
    let inbox = Inbox::new();
    let report = inbox.reporter();
    let work = Arc::clone(&outside.work);
    let start = move |request: Request| -> bool {
        let (work, report) = (Arc::clone(&work), report.clone());
        let doing = move || {
            let _ = report(work(request));
        };
        thread::Builder::new().name("work".to_owned()).spawn(doing).is_ok()
    };
    let mut home = Home { model, start: Box::new(start) };
    let mut effects = Vec::new();
    update::begin(&home.model, &mut effects);
    home.carry_out(effects);
    let goto = stage.play(&mut home, &inbox, &*outside.clock)?;
    let running = [home.model.search.running.take(), home.model.reading.take()];
    for running in running.iter().flatten() {
        running.cancel();
    }
    Ok(Left { model: home.model, goto })
}

struct Home {
    model: Model,
    start: Box<dyn Fn(Request) -> bool>,
}

impl Home {
    fn carry_out(&mut self, effects: Vec<Effect>) -> Option<Goto> {
        let mut goto = None;
        for effect in effects {
            match effect {
                Effect::Ask(request) => {
                    (self.start)(request);
                }
                Effect::Go(place) => goto = Some(place),
            }
        }
        goto
    }

    /// Whether a window tells how far something is.
    fn is_working(&self) -> bool {
        matches!(self.model.panel, Some(model::Panel::Working { .. }))
            || self.model.search.running.is_some()
            || self.model.reading.is_some()
    }
}

impl Scene for Home {
    type News = News;
    type Exit = Goto;

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<Goto> {
        let minute = |at: Moment| at.timestamp().div_euclid(60);
        let another = minute(self.model.now) != minute(now);
        self.model.now = now;
        let mut effects = Vec::new();
        match told {
            Told::Key(key) => update::on_key(&mut self.model, key, &mut effects),
            Told::Paste(text) => update::on_paste(&mut self.model, &text, &mut effects),
            Told::News(news) => update::on_news(&mut self.model, news, &mut effects),
            Told::Tick if !another && !self.is_working() => return Then::Wait,
            Told::Tick | Told::Resized => {}
            Told::Mouse(mouse) => {
                update::on_mouse(&mut self.model, mouse.event, mouse.screen, &mut effects);
            }
            Told::Hangup => return Then::Leave(Goto::Leave),
        }
        match self.carry_out(effects) {
            Some(goto) => Then::Leave(goto),
            None => Then::Draw,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }

    /// While something is being worked at, how far it is changes all the time.
    fn clocks_run(&self) -> bool {
        self.is_working()
    }
}
