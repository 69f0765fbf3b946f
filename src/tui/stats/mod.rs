//! The counters on the screen: figures with bars, for a month, a quarter or a year, for everything, a
//! region or a community; and the cases behind each. It writes nothing but files that somebody asks
//! for.
//!
//! `mod` puts it on the stage: [`mod@update`] changes the [`model`], [`view`] draws it. Counting is
//! done on threads of its own by whoever plays it.

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

use super::stage::{Inbox, Scene, Stage, Then, Told};
use crate::domain::record::Moment;
use crate::domain::topic::CaseNo;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use model::Model;
use msg::{Effect, News, Request};

/// Does what the screen asks for; called on a thread of its own.
pub type Work = dyn Fn(Request) -> News + Send + Sync;

/// Everything the screen needs from outside.
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

/// How the screen was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    /// By the user.
    Back,
    /// To look back at a meeting.
    Review(SessionName),
    /// To see the topics of a community, with the bar on this one.
    Board(Slug, Option<CaseNo>),
    /// The terminal is gone.
    Gone,
}

/// Plays it until it is left; the model as it was then, so that one can come back to it.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread.
pub fn run(stage: &mut Stage, model: Model, outside: &Outside) -> io::Result<(Model, Exit)> {
    let inbox = Inbox::new();
    let report = inbox.reporter();
    let work = Arc::clone(&outside.work);
    let start = move |request: Request| {
        let (work, report) = (Arc::clone(&work), report.clone());
        let doing = move || {
            let _ = report(work(request));
        };
        // Without a thread nothing comes of it; the next key asks again.
        let _ = thread::Builder::new().name("work".to_owned()).spawn(doing);
    };
    let mut stats = Stats { model, start: Box::new(start), size: Cell::new((80, 24)) };
    let mut effects = Vec::new();
    // What was counted may have changed while one was elsewhere.
    update::count(&mut stats.model, &mut effects);
    stats.carry_out(effects);
    let exit = stage.play(&mut stats, &inbox, &*outside.clock)?;
    if let Some(counting) = stats.model.counting.take() {
        counting.cancel();
    }
    Ok((stats.model, exit))
}

struct Stats {
    model: Model,
    start: Box<dyn Fn(Request)>,
    /// Columns and rows of the latest frame.
    size: Cell<(u16, u16)>,
}

impl Stats {
    fn carry_out(&self, effects: Vec<Effect>) -> Option<Exit> {
        let mut exit = None;
        for effect in effects {
            match effect {
                Effect::Ask(request) => (self.start)(request),
                Effect::Review(name) => exit = Some(Exit::Review(name)),
                Effect::Board(community, topic) => exit = Some(Exit::Board(community, topic)),
                Effect::Leave => exit = Some(Exit::Back),
            }
        }
        exit
    }
}

impl Scene for Stats {
    type News = News;
    type Exit = Exit;

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<Exit> {
        self.model.size = self.size.get();
        let mut effects = Vec::new();
        match told {
            Told::Key(key) => update::on_key(&mut self.model, key, &mut effects),
            Told::Paste(text) => update::on_paste(&mut self.model, &text),
            Told::News(news) => update::on_news(&mut self.model, news),
            Told::Mouse(mouse) => {
                if !update::on_mouse(&mut self.model, mouse.event, &mut effects) {
                    return Then::Wait;
                }
            }
            Told::Tick if now.date_naive() != self.model.today => {
                update::new_day(&mut self.model, now.date_naive(), &mut effects);
            }
            Told::Tick => return Then::Wait,
            Told::Resized => {}
            Told::Hangup => return Then::Leave(Exit::Gone),
        }
        match self.carry_out(effects) {
            Some(exit) => Then::Leave(exit),
            None => Then::Draw,
        }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        self.size.set((area.width, area.height));
        view::draw(&self.model, frame);
    }
}
