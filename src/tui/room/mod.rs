//! The room's screen: what is going on, large and calm, for those who sit further away.
//!
//! It writes nothing and needs nothing of whoever writes but the file, which a thread of its own
//! looks at several times a second. [`model`] changes by what it is told; [`view`] draws it.

mod agreed;
mod digits;
mod item;
mod large;
mod lists;
pub mod model;
mod read_back;
mod sizes;
mod turn;
pub mod view;
pub mod watch;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::thread;

use ratatui::Frame;

use super::signs::Signs;
use super::stage::{Inbox, Scene, Stage, Then, Told};
use super::typeface::find;
use crate::domain::record::Moment;
use crate::store::disk::Disk;
use model::{Model, News};
use watch::Watch;

/// Everything the screen needs from outside.
pub struct Outside {
    /// The record.
    pub watch: Watch,
    /// Where a font for large type is looked for.
    pub disk: Arc<dyn Disk>,
    /// The font asked for by name, as [`find::find`] takes it.
    pub font: Option<String>,
    /// The time, to the second.
    pub clock: Box<dyn Fn() -> Moment>,
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

/// Shows the meeting until the screen is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread. A terminal that goes
/// away later ends the screen like leaving it.
pub fn run(stage: &mut Stage, mut model: Model, outside: Outside) -> io::Result<()> {
    let inbox = Inbox::new();
    let mut watch = outside.watch;
    let report = inbox.reporter();
    thread::Builder::new().name("follow".to_owned()).spawn(move || watch.follow(report))?;
    let report = inbox.reporter();
    let (disk, font) = (outside.disk, outside.font);
    thread::Builder::new().name("font".to_owned()).spawn(move || {
        // The first frame is drawn without waiting for it.
        let found = find::find(&*disk, font.as_deref(), &find::usual_places());
        report(News::Typeface(found))
    })?;
    stage.play(&mut model, &inbox, &*outside.clock)
}

impl Scene for Model {
    type News = News;
    type Exit = ();

    fn update(&mut self, told: Told<News>, now: Moment) -> Then<()> {
        self.take_in(told, now)
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(self, frame);
    }

    fn learn(&mut self, signs: Signs) {
        self.learn(signs);
    }

    fn clocks_run(&self) -> bool {
        self.clocks_run()
    }
}
