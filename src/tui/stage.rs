//! The terminal, and the one loop around whatever is shown on it.
//!
//! A [`Scene`] is a screen of the program: the home, the desk, a meeting looked back at. The stage
//! takes the terminal once, listens to keys and signals on threads of their own, and plays one
//! scene after the other. What a scene is told, keys and news of its own threads alike, comes
//! through one channel. At rest the loop wakes once a second while clocks run and once a minute
//! otherwise, and it draws only what the scene says has changed.

use std::fmt;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{Timelike as _, Utc};
use crossterm::event::{
    self, Event as TerminalEvent, KeyEvent, KeyEventKind, MouseEvent, MouseEventKind,
};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::signs::Signs;
pub use super::terminal::Manner;
use super::terminal::{self, Heard as Early, Screen, on_signal};
use crate::domain::record::Moment;

/// Something a scene is told.
#[derive(Debug, Clone)]
pub enum Told<N> {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse was used; only where the user wants it.
    Mouse(Pointer),
    /// Text was pasted, or committed by an input method that pastes.
    Paste(String),
    /// The terminal has another size now.
    Resized,
    /// Time has passed.
    Tick,
    /// The terminal is gone, or the system asks the program to end.
    Hangup,
    /// News from a thread of the scene's own.
    News(N),
}

/// Something done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    /// What, and where.
    pub event: MouseEvent,
    /// The screen it was done on.
    pub screen: Rect,
}

/// What something told leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then<E> {
    /// Nothing.
    Wait,
    /// The screen looks different now.
    Draw,
    /// The scene is over.
    Leave(E),
}

/// A screen of the program.
pub trait Scene {
    /// What its own threads report.
    type News: Send + 'static;
    /// How it can end.
    type Exit;

    /// Takes in one thing that it is told, at the moment `now`. Has no I/O but what it hands to
    /// its threads.
    fn update(&mut self, told: Told<Self::News>, now: Moment) -> Then<Self::Exit>;

    /// Draws it. Changes nothing: the same scene and size give the same frame.
    fn draw(&self, frame: &mut Frame<'_>);

    /// Is told which signs the terminal shows in one column: before the first frame, and when that
    /// turns out later.
    fn learn(&mut self, _signs: Signs) {}

    /// Whether something on it changes with every second.
    fn clocks_run(&self) -> bool {
        false
    }

    /// Whether something has happened since it was last asked that somebody wants to hear the bell
    /// for.
    fn take_bell(&mut self) -> bool {
        false
    }
}

/// The channel through which a scene is told things.
#[derive(Debug)]
pub struct Inbox<N> {
    sender: Sender<Told<N>>,
    receiver: Receiver<Told<N>>,
}

impl<N: Send + 'static> Inbox<N> {
    /// A channel with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver }
    }

    /// A way for a thread of the scene to report; false once nobody listens any more.
    pub fn reporter(&self) -> impl Fn(N) -> bool + Clone + Send + 'static + use<N> {
        let sender = self.sender.clone();
        move |news| sender.send(Told::News(news)).is_ok()
    }

    /// The next news within `patience`, after the scene is over.
    #[must_use]
    pub fn next_news(&self, patience: Duration) -> Option<N> {
        while let Ok(told) = self.receiver.recv_timeout(patience) {
            if let Told::News(news) = told {
                return Some(news);
            }
        }
        None
    }
}

impl<N: Send + 'static> Default for Inbox<N> {
    fn default() -> Self {
        Self::new()
    }
}

/// What the terminal and the system tell, before it is known which scene is on.
#[derive(Debug, Clone)]
enum Heard {
    Terminal(TerminalEvent),
    Resized,
    /// It is known now which signs the terminal shows in one column.
    Signs,
    Hangup,
}

type Listener = Box<dyn FnMut(Heard) -> bool + Send>;

/// Where the listening threads leave what they hear: with the scene that is on, or, between two
/// scenes, here until the next one begins. No key is lost in between.
#[derive(Default)]
struct Ears {
    listener: Option<Listener>,
    waiting: Vec<Heard>,
    /// The terminal is gone, or the system asked the program to end.
    over: bool,
    /// What is known of the terminal.
    signs: Signs,
}

impl Ears {
    fn hear(&mut self, heard: Heard) {
        self.over |= matches!(heard, Heard::Hangup);
        if let Some(listener) = &mut self.listener
            && listener(heard.clone())
        {
            return;
        }
        self.listener = None;
        self.waiting.push(heard);
    }

    /// Takes in what came while the terminal's answer was waited for.
    fn hear_early(&mut self, early: Early) {
        match early {
            Early::Event(event) => self.hear(Heard::Terminal(event)),
            Early::Column(column) => {
                self.signs = terminal::answered(column);
                self.hear(Heard::Signs);
            }
            Early::Nothing => {}
        }
    }

    /// Takes back from a scene that is over what it was not told any more: keys typed ahead are for
    /// whatever follows. News stays: it is the scene's own.
    fn take_back<N: Send + 'static>(&mut self, inbox: &Inbox<N>) {
        self.listener = None;
        let left: Vec<Told<N>> = inbox.receiver.try_iter().collect();
        for told in left {
            match told {
                Told::Key(key) => self.waiting.push(Heard::Terminal(TerminalEvent::Key(key))),
                Told::Mouse(pointer) => {
                    self.waiting.push(Heard::Terminal(TerminalEvent::Mouse(pointer.event)));
                }
                Told::Paste(text) => self.waiting.push(Heard::Terminal(TerminalEvent::Paste(text))),
                Told::Resized => self.waiting.push(Heard::Resized),
                Told::Hangup => self.waiting.push(Heard::Hangup),
                Told::Tick => {}
                Told::News(news) => drop(inbox.sender.send(Told::News(news))),
            }
        }
    }

    fn listen(&mut self, mut listener: Listener) {
        for heard in self.waiting.drain(..) {
            listener(heard);
        }
        self.listener = Some(listener);
    }
}

/// The terminal while the program has it.
pub struct Stage {
    screen: Screen,
    ears: Arc<Mutex<Ears>>,
    /// Whether a thread reads the keys already.
    reading: bool,
    /// Whether the terminal was asked something.
    asked: bool,
    /// The signs and the area of the latest frame.
    drawn: (Signs, Rect),
    bell: Bell,
}

/// The bell, which is rung no more than once a second.
#[derive(Debug, Default)]
struct Bell {
    rung: Option<Instant>,
}

impl Bell {
    /// Whether it may be rung now; it then is.
    fn rings(&mut self, now: Instant) -> bool {
        let quiet = Duration::from_secs(1);
        let rings = self.rung.is_none_or(|rung| now.saturating_duration_since(rung) >= quiet);
        if rings {
            self.rung = Some(now);
        }
        rings
    }
}

impl fmt::Debug for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stage").finish_non_exhaustive()
    }
}

impl Stage {
    /// Takes the terminal.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`] when there is none; otherwise when it refuses, or the system
    /// gives no thread.
    pub fn take(manner: Manner) -> io::Result<Self> {
        let signs = if manner.asks { Signs::NoLines } else { Signs::All };
        let ears = Arc::new(Mutex::new(Ears { signs, ..Ears::default() }));
        let (resized, hangup) = (Arc::clone(&ears), Arc::clone(&ears));
        // Before the first frame, so that nothing the terminal does after it is missed.
        on_signal(
            move || lock(&resized).hear(Heard::Resized),
            move || lock(&hangup).hear(Heard::Hangup),
        )?;
        let screen = Screen::take(manner)?;
        let (asked, drawn) = (manner.asks && terminal::ASKS, (signs, Rect::default()));
        Ok(Self { screen, ears, reading: false, asked, drawn, bell: Bell::default() })
    }

    /// Whether the terminal is gone, or the system asked the program to end: no scene is played any
    /// more.
    #[must_use]
    pub fn is_over(&self) -> bool {
        lock(&self.ears).over
    }

    /// Shows the first frame of a scene, then plays it until it is over.
    ///
    /// # Errors
    /// When the system gives no thread, or the terminal refuses the first frame. A terminal that
    /// goes away later ends the scene with [`Told::Hangup`].
    pub fn play<S: Scene>(
        &mut self,
        scene: &mut S,
        inbox: &Inbox<S::News>,
        clock: &dyn Fn() -> Moment,
    ) -> io::Result<S::Exit> {
        // The scene before may have left a frame that this one only partly covers.
        self.draw(scene)?;
        let sender = inbox.sender.clone();
        lock(&self.ears).listen(Box::new(move |heard| {
            told(heard).is_none_or(|told| sender.send(told).is_ok())
        }));
        self.read_keys()?;
        loop {
            if let Some(exit) = self.turn(scene, inbox, clock) {
                lock(&self.ears).take_back(inbox);
                return Ok(exit);
            }
        }
    }

    /// Reads the terminal on a thread of its own, from the first frame on until it is gone.
    fn read_keys(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.reading, true) {
            return Ok(());
        }
        let (ears, asked) = (Arc::clone(&self.ears), self.asked);
        thread::Builder::new().name("keys".to_owned()).spawn(move || {
            terminal::listen_early(asked, |early| lock(&ears).hear_early(early));
            loop {
                match event::read() {
                    Ok(heard) => lock(&ears).hear(Heard::Terminal(heard)),
                    Err(_) => return lock(&ears).hear(Heard::Hangup),
                }
            }
        })?;
        Ok(())
    }

    /// Waits for something to happen, takes in all that has, and draws once.
    fn turn<S: Scene>(
        &mut self,
        scene: &mut S,
        inbox: &Inbox<S::News>,
        clock: &dyn Fn() -> Moment,
    ) -> Option<S::Exit> {
        let first = match inbox.receiver.recv_timeout(until_tick(scene.clocks_run())) {
            Ok(told) => told,
            Err(RecvTimeoutError::Timeout) => Told::Tick,
            // The inbox itself holds a sender.
            Err(RecvTimeoutError::Disconnected) => Told::Hangup,
        };
        let (mut redraw, mut resized) = (false, false);
        for mut told in std::iter::once(first).chain(inbox.receiver.try_iter()) {
            resized |= matches!(told, Told::Resized);
            if let Told::Mouse(pointer) = &mut told {
                pointer.screen = self.drawn.1;
            }
            match scene.update(told, clock()) {
                Then::Wait => {}
                Then::Draw => redraw = true,
                Then::Leave(exit) => return Some(exit),
            }
        }
        let drawn = (|| {
            if resized {
                self.screen.forget()?;
            }
            if redraw || resized || lock(&self.ears).signs != self.drawn.0 {
                self.draw(scene)?;
            }
            if scene.take_bell() && self.bell.rings(Instant::now()) {
                self.screen.ring()?;
            }
            io::Result::Ok(())
        })();
        match drawn {
            Ok(()) => None,
            // A terminal that cannot be drawn on is gone; what was recorded is not.
            Err(_) => match scene.update(Told::Hangup, clock()) {
                Then::Leave(exit) => Some(exit),
                Then::Wait | Then::Draw => None,
            },
        }
    }
}

impl Stage {
    /// Draws a scene, with stand-ins for the signs that this terminal shows too wide.
    fn draw(&mut self, scene: &mut impl Scene) -> io::Result<()> {
        let signs = lock(&self.ears).signs;
        scene.learn(signs);
        let area = self.screen.draw(|frame| {
            scene.draw(frame);
            signs.settle(frame.buffer_mut());
        })?;
        self.drawn = (signs, area);
        Ok(())
    }
}

fn lock(ears: &Mutex<Ears>) -> std::sync::MutexGuard<'_, Ears> {
    ears.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a scene is told of something heard. Keys that are let go of tell nothing.
fn told<N>(heard: Heard) -> Option<Told<N>> {
    match heard {
        Heard::Terminal(TerminalEvent::Key(key)) => {
            (key.kind != KeyEventKind::Release).then_some(Told::Key(key))
        }
        // Moving it about is nothing.
        Heard::Terminal(TerminalEvent::Mouse(event)) => match event.kind {
            MouseEventKind::Moved | MouseEventKind::Drag(_) | MouseEventKind::Up(_) => None,
            _ => Some(Told::Mouse(Pointer { event, screen: Rect::default() })),
        },
        Heard::Terminal(TerminalEvent::Paste(text)) => Some(Told::Paste(text)),
        Heard::Terminal(TerminalEvent::Resize(..)) | Heard::Resized => Some(Told::Resized),
        Heard::Terminal(TerminalEvent::FocusGained | TerminalEvent::FocusLost) => None,
        // Nothing a scene need know; the stage draws it again.
        Heard::Signs => Some(Told::Tick),
        Heard::Hangup => Some(Told::Hangup),
    }
}

/// Until the clock on the screen changes: the next second while clocks run, else the next minute.
fn until_tick(clocks_run: bool) -> Duration {
    let now = Utc::now();
    let into_second = u64::from(now.nanosecond() / 1_000_000).min(999);
    let to_second = Duration::from_millis(1_000 - into_second);
    if clocks_run {
        to_second
    } else {
        to_second + Duration::from_secs(59 - u64::from(now.second().min(59)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyCode;

    fn key(c: char) -> Heard {
        Heard::Terminal(TerminalEvent::Key(KeyEvent::from(KeyCode::Char(c))))
    }

    fn typed(inbox: &Inbox<()>) -> String {
        let keys = inbox.receiver.try_iter().filter_map(|told| match told {
            Told::Key(key) => key.code.as_char(),
            _ => None,
        });
        keys.collect()
    }

    fn listener(inbox: &Inbox<()>) -> Listener {
        let sender = inbox.sender.clone();
        Box::new(move |heard| told(heard).is_none_or(|told| sender.send(told).is_ok()))
    }

    #[test]
    fn keys_between_two_scenes_go_to_the_next() {
        let mut ears = Ears::default();
        ears.hear(key('a'));
        let first = Inbox::new();
        ears.listen(listener(&first));
        ears.hear(key('b'));
        assert_eq!(typed(&first), "ab");
        ears.listener = None;
        ears.hear(key('c'));
        let second = Inbox::new();
        ears.listen(listener(&second));
        assert_eq!(typed(&second), "c");
        assert_eq!(typed(&first), "");
    }

    #[test]
    fn keys_typed_ahead_go_to_the_next_scene_and_news_stays() {
        let mut ears = Ears::default();
        let first = Inbox::new();
        ears.listen(listener(&first));
        for c in ['a', 'b'] {
            ears.hear(key(c));
        }
        assert!(first.reporter()(()));
        // The scene is over before it was told any of this.
        ears.take_back(&first);
        ears.hear(key('c'));
        let second = Inbox::new();
        ears.listen(listener(&second));
        assert_eq!(typed(&second), "abc");
        assert_eq!(first.next_news(Duration::from_millis(1)), Some(()));
    }

    #[test]
    fn a_listener_that_is_gone_loses_nothing() {
        let mut ears = Ears::default();
        let first = Inbox::new();
        ears.listen(listener(&first));
        drop(first);
        ears.hear(key('x'));
        let second = Inbox::new();
        ears.listen(listener(&second));
        assert_eq!(typed(&second), "x");
    }

    #[test]
    fn the_bell_is_rung_no_more_than_once_a_second() {
        let mut bell = Bell::default();
        let start = Instant::now();
        let rung = [0, 1, 999, 1_000, 1_500, 1_999, 2_000, 10_000]
            .map(|after| bell.rings(start + Duration::from_millis(after)));
        assert_eq!(rung, [true, false, false, true, false, false, true, true]);
    }

    #[test]
    fn an_answer_tells_which_signs_can_be_used_and_keys_around_it_are_heard() {
        let mut ears = Ears { signs: Signs::NoLines, ..Ears::default() };
        let inbox = Inbox::new();
        ears.listen(listener(&inbox));
        let early = |c| Early::Event(TerminalEvent::Key(KeyEvent::from(KeyCode::Char(c))));
        for (column, signs) in [(3, Signs::All), (5, Signs::Narrow), (4, Signs::Narrow)] {
            for heard in [early('a'), Early::Column(column), Early::Nothing, early('b')] {
                ears.hear_early(heard);
            }
            assert_eq!(ears.signs, signs);
            assert_eq!(typed(&inbox), "ab");
        }
    }

    #[test]
    fn a_key_that_is_let_go_of_is_nothing() {
        let released =
            KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::from(KeyCode::Char('a')) };
        assert!(told::<()>(Heard::Terminal(TerminalEvent::Key(released))).is_none());
    }
}
