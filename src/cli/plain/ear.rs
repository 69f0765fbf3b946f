//! Lines that are typed or piped, news of the desk's own threads, and what is said.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::cli::failure::Failure;
use crate::cli::notes::{Note, Notes};
use crate::text::width::clean;
use crate::text::words::{Words, id};
use crate::tui::keeping::News;
use crate::tui::terminal::on_leaving;

/// Something that is heard.
#[derive(Debug)]
pub enum Heard {
    /// A line.
    Line(Note),
    /// There are no more lines, or somebody wants to leave.
    End,
    /// News of the desk that was opened as this one.
    News(u64, News),
}

/// Hears, and speaks.
pub struct Ear {
    sender: Sender<Heard>,
    receiver: Receiver<Heard>,
    /// Lets the next line be read.
    go_on: Sender<()>,
    /// What was heard while something else was waited for.
    waiting: RefCell<VecDeque<Heard>>,
    /// Which desk is open, counted.
    desk: u64,
    /// Whether somebody sits at a terminal: then a sign tells that a line can be typed.
    prompts: bool,
    /// The sign was written last.
    prompted: bool,
    /// There are no more lines.
    ended: bool,
}

impl Ear {
    /// Hears standard input, one line ahead, and the wish to leave.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open() -> Result<Self, Failure> {
        let (sender, receiver) = channel();
        let (go_on, may_read) = channel();
        let leave = sender.clone();
        on_leaving(move || drop(leave.send(Heard::End))).map_err(Failure::Terminal)?;
        let lines = sender.clone();
        let reading = thread::Builder::new().name("lines".to_owned());
        reading.spawn(move || read(&lines, &may_read)).map_err(Failure::Terminal)?;
        let prompts = io::stdin().is_terminal() && io::stdout().is_terminal();
        Ok(Self {
            sender,
            receiver,
            go_on,
            waiting: RefCell::default(),
            desk: 0,
            prompts,
            prompted: false,
            ended: false,
        })
    }

    /// Another desk is opened: news of the one before is of no use any more. How its threads report.
    pub fn desk(&mut self) -> impl Fn(News) -> bool + Send + 'static + use<> {
        self.desk += 1;
        let (sender, desk) = (self.sender.clone(), self.desk);
        move |news| sender.send(Heard::News(desk, news)).is_ok()
    }

    /// The next thing heard within that time; nothing when there was none.
    pub fn next(&mut self, patience: Duration) -> Option<Heard> {
        if self.ended {
            return Some(Heard::End);
        }
        let waiting = self.waiting.borrow_mut().pop_front();
        let heard = match waiting {
            Some(heard) => heard,
            None => match self.receiver.recv_timeout(patience) {
                Ok(heard) => heard,
                Err(RecvTimeoutError::Timeout) => return None,
                // This one holds a sender itself.
                Err(RecvTimeoutError::Disconnected) => Heard::End,
            },
        };
        match heard {
            Heard::News(desk, _) if desk != self.desk => None,
            Heard::End => {
                self.ended = true;
                Some(Heard::End)
            }
            Heard::Line(_) => {
                // Whoever typed it has ended the line with the sign.
                self.prompted = false;
                // The next one may be read while this one is taken in.
                let _ = self.go_on.send(());
                Some(heard)
            }
            Heard::News(..) => Some(heard),
        }
    }

    /// The next news of the desk within that time; lines wait meanwhile.
    pub fn next_news(&self, patience: Duration) -> Option<News> {
        loop {
            match self.receiver.recv_timeout(patience) {
                Ok(Heard::News(desk, news)) if desk == self.desk => return Some(news),
                Ok(Heard::News(..)) => {}
                Ok(heard) => self.waiting.borrow_mut().push_back(heard),
                Err(_) => return None,
            }
        }
    }

    /// Whether there are no more lines.
    pub fn is_over(&self) -> bool {
        self.ended
    }

    /// Says something, a line each. A reader that has gone away has heard enough.
    ///
    /// # Errors
    /// When standard output cannot be written for another reason.
    pub fn say(&mut self, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        // What happens while somebody types begins on a line of its own.
        let mut text = String::from(if self.prompted { "\n" } else { "" });
        self.prompted = false;
        for line in lines {
            text.push_str(&clean(line));
            text.push('\n');
        }
        self.write(&text)
    }

    /// Tells that a line can be typed.
    ///
    /// # Errors
    /// As [`say`](Self::say).
    pub fn prompt(&mut self, words: &Words) -> io::Result<()> {
        if !self.prompts || std::mem::replace(&mut self.prompted, true) {
            return Ok(());
        }
        self.write(&format!("{} ", words.say(id::PROMPT)))
    }

    /// Rings the bell, where there is one.
    ///
    /// # Errors
    /// As [`say`](Self::say).
    pub fn ring(&mut self) -> io::Result<()> {
        if self.prompts { self.write("\u{7}") } else { Ok(()) }
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.ended = true;
                Ok(())
            }
            written => written,
        }
    }
}

/// Reads standard input to its end. One line is read ahead, not more: a long pipe waits.
fn read(lines: &Sender<Heard>, may_read: &Receiver<()>) {
    let Ok(mut notes) = Notes::open(None) else { return };
    while let Ok(Some((_, note))) = notes.next() {
        if lines.send(Heard::Line(note)).is_err() || may_read.recv().is_err() {
            return;
        }
    }
    let _ = lines.send(Heard::End);
}
