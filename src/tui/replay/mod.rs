//! A meeting as it was: the desk at any line of its record, line by line as they were written,
//! those undone later too; by hand, or by itself at the pace of the evening or faster.

pub mod model;
pub mod update;
pub mod view;

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::Frame;

use super::stage::{Inbox, Scene, Stage, Then, Told};
use crate::domain::record::Moment;
use model::{BEATS, Model};
use update::{Outcome, on_key, on_mouse, on_paste};

/// A beat, on the clock of whoever watches.
const BEAT: Duration = Duration::from_millis(1_000 / BEATS);

/// How the replay was left.
#[derive(Debug)]
pub struct Left {
    /// The replay as it was.
    pub model: Model,
    /// The terminal is gone.
    pub gone: bool,
}

/// Shows the meeting until the replay is left.
///
/// # Errors
/// When the terminal refuses the first frame, or the system gives no thread.
pub fn run(stage: &mut Stage, model: Model, clock: &dyn Fn() -> Moment) -> io::Result<Left> {
    let inbox = Inbox::new();
    let report = inbox.reporter();
    let (pace, paces) = channel();
    thread::Builder::new().name("beat".to_owned()).spawn(move || beats(&paces, report))?;
    let mut replay = Replay { model, pace };
    let gone = stage.play(&mut replay, &inbox, clock)?;
    Ok(Left { model: replay.model, gone })
}

/// A beat has passed.
#[derive(Debug, Clone, Copy)]
struct Beat;

/// Beats while it is told to; otherwise it waits to be told, or for the replay to be over.
fn beats(paces: &Receiver<bool>, report: impl Fn(Beat) -> bool) {
    let mut runs = false;
    loop {
        let told = if runs { paces.recv_timeout(BEAT) } else { paces.recv().map_err(Into::into) };
        match told {
            Ok(pace) => runs = pace,
            Err(RecvTimeoutError::Timeout) => {
                if !report(Beat) {
                    return;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

struct Replay {
    model: Model,
    pace: Sender<bool>,
}

impl Scene for Replay {
    type News = Beat;
    /// Whether the terminal is gone.
    type Exit = bool;

    fn update(&mut self, told: Told<Beat>, _: Moment) -> Then<bool> {
        let played = self.model.plays;
        let outcome = match told {
            Told::Key(key) => on_key(&mut self.model, key),
            Told::Mouse(mouse) => on_mouse(&mut self.model, mouse.event),
            Told::Paste(text) => on_paste(&mut self.model, &text),
            Told::Resized => Outcome::Draw,
            Told::News(Beat) if self.model.beat() => Outcome::Draw,
            Told::News(Beat) | Told::Tick => Outcome::Same,
            Told::Hangup => return Then::Leave(true),
        };
        if self.model.plays != played {
            // The thread ends only with the replay.
            let _ = self.pace.send(self.model.plays);
        }
        match outcome {
            Outcome::Same => Then::Wait,
            Outcome::Draw => Then::Draw,
            Outcome::Leave => Then::Leave(false),
        }
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }
}
