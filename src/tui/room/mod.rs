//! The room's screen: what is going on, large and calm, for those who sit further away.
//!
//! It writes nothing and needs nothing of whoever writes but the file, which a thread of its own
//! looks at several times a second. [`model`] changes by what it is told; [`view`] draws it.

mod digits;
mod item;
mod lists;
pub mod model;
pub mod view;
pub mod watch;

use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::msg;
use super::shell::{read_keys, until_tick};
use super::terminal::{Screen, on_signal};
use crate::domain::record::Moment;
use model::{Model, Msg, Then};
use watch::Watch;

/// How often the record is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// Everything the screen needs from outside.
pub struct Outside {
    /// The record.
    pub watch: Watch,
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
/// When there is no terminal, or the system gives no thread. A terminal that goes away later ends
/// the screen like leaving it.
pub fn run(mut model: Model, outside: Outside) -> io::Result<()> {
    let (sender, inbox) = channel();
    let (resized, hangup) = (sender.clone(), sender.clone());
    // Before the first frame, so that nothing the terminal does after it is missed.
    on_signal(move || drop(resized.send(Msg::Resized)), move || drop(hangup.send(Msg::Hangup)))?;
    let mut screen = Screen::take()?;
    screen.draw(|frame| view::draw(&model, frame))?;
    let keys = sender.clone();
    read_keys(move |msg| match read(&msg) {
        Some(msg) => keys.send(msg).is_ok(),
        None => true,
    })?;
    let mut watch = outside.watch;
    thread::Builder::new().name("follow".to_owned()).spawn(move || follow(&mut watch, &sender))?;
    while !turn(&mut model, &inbox, &*outside.clock, &mut screen) {}
    Ok(())
}

/// What the terminal tells, as far as this screen cares.
fn read(told: &msg::Msg) -> Option<Msg> {
    match told {
        msg::Msg::Key(key) => Some(Msg::Key(*key)),
        msg::Msg::Resized => Some(Msg::Resized),
        msg::Msg::Hangup => Some(Msg::Hangup),
        _ => None,
    }
}

fn follow(watch: &mut Watch, sender: &Sender<Msg>) {
    loop {
        if let Some(msg) = watch.look()
            && sender.send(msg).is_err()
        {
            return;
        }
        thread::sleep(LOOK_EVERY);
    }
}

/// Waits for something to happen, takes in all that has, and draws once. True when the screen is
/// to be left.
fn turn(
    model: &mut Model,
    inbox: &Receiver<Msg>,
    clock: &dyn Fn() -> Moment,
    screen: &mut Screen,
) -> bool {
    let first = match inbox.recv_timeout(until_tick(model.clocks_run())) {
        Ok(msg) => msg,
        Err(RecvTimeoutError::Timeout) => Msg::Tick,
        Err(RecvTimeoutError::Disconnected) => return true,
    };
    let (mut redraw, mut resized) = (false, false);
    for msg in std::iter::once(first).chain(inbox.try_iter()) {
        resized |= matches!(msg, Msg::Resized);
        match model.update(msg, clock()) {
            Then::Wait => {}
            Then::Draw => redraw = true,
            Then::Leave => return true,
        }
    }
    // A terminal that cannot be drawn on is gone; the record is not.
    (resized && screen.forget().is_err())
        || (redraw && screen.draw(|frame| view::draw(model, frame)).is_err())
}
