//! How far long work is, told in the last line of the terminal while it lasts, and a way to stop it.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::cursor::MoveToColumn;
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType};

use crate::store::progress::Progress;
use crate::text::width::clip;
use crate::text::words::{Id, Words, id};
use crate::tui::glyphs::Glyphs;
use crate::tui::terminal::on_interrupt;

/// Work that is done sooner is not told of.
const PATIENCE: Duration = Duration::from_millis(300);
/// How often it is looked how far the work is.
const PAUSE: Duration = Duration::from_millis(100);
/// Columns of the bar.
const COLUMNS: usize = 20;

/// Does some work. If it takes longer than a moment and standard error is a terminal, a bar there
/// tells how far it is. Ctrl+C asks the work to stop: it leaves nothing half done, and the command
/// ends as one that was refused. Pressed again it ends the program at once.
pub fn with_bar<T>(words: &Words, what: Id, work: impl FnOnce(&Progress) -> T) -> T {
    let interrupted = Arc::new(AtomicBool::new(false));
    // Where the system gives no signal it ends the program, as it would without this.
    let _ = on_interrupt(&interrupted);
    let progress = Progress::stopped_by(Arc::clone(&interrupted));
    let label = words.say(what);
    let (hint, stopping) = (words.say(id::PROGRESS_HINT), words.say(id::PROGRESS_STOPPING));
    let tell = |progress: &Progress| match progress.so_far() {
        _ if progress.is_cancelled() => stopping.clone(),
        (_, 0) => format!("{label}  {hint}"),
        (done, total) => {
            let bar = Glyphs::ASCII.bar(done * COLUMNS / total, COLUMNS);
            format!("{label} {bar} {done}/{total}  {hint}")
        }
    };
    let (working, over) = mpsc::channel::<()>();
    let made = thread::scope(|scope| {
        let progress = &progress;
        scope.spawn(move || watch(progress, tell, &over));
        let made = work(progress);
        drop(working);
        made
    });
    // From now on Ctrl+C means what it always does.
    interrupted.store(true, Ordering::Relaxed);
    made
}

/// Tells how far the work is until it is over.
fn watch(progress: &Progress, tell: impl Fn(&Progress) -> String, over: &Receiver<()>) {
    let begun = Instant::now();
    let is_seen = io::stderr().is_terminal();
    let mut drawn: Option<String> = None;
    while over.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
        if is_seen && begun.elapsed() >= PATIENCE {
            let told = Some(tell(progress));
            if told != drawn {
                draw(told.as_deref().unwrap_or_default());
                drawn = told;
            }
        }
    }
    if drawn.is_some() {
        draw("");
    }
}

/// Puts a line in place of the last one. Nobody seeing it is no trouble.
fn draw(text: &str) {
    let columns = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns));
    // A full line would begin another one.
    let text = clip(text, columns.saturating_sub(1));
    let mut out = io::stderr().lock();
    let _ = queue!(out, MoveToColumn(0), Clear(ClearType::UntilNewLine), Print(text));
    let _ = out.flush();
}
