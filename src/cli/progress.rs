//! How far long work is, on a terminal: a bar on standard error with what is done, and how to stop.
//! Work that is over in a moment shows none, and a pipe or a file never gets any.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::store::progress::Progress;
use crate::text::width::width;
use crate::text::words::{Words, id};
use crate::tui::terminal::on_interrupt;

/// Work that is done sooner shows nothing.
const AFTER: Duration = Duration::from_millis(300);
/// How often the bar is drawn anew, and Ctrl+C is looked for.
const EVERY: Duration = Duration::from_millis(50);
/// The same before anything is shown, so that short work is not held up.
const SOON: Duration = Duration::from_millis(2);
/// Columns of the bar.
const COLS: usize = 30;

/// Does `work` while how far it is is shown on a terminal. Ctrl+C stops the work where it leaves
/// nothing half done.
pub fn watched<T: Send>(words: &Words, work: impl FnOnce(&Progress) -> T + Send) -> T {
    let progress = Progress::new();
    if !stderr().is_terminal() {
        return work(&progress);
    }
    let stop = Arc::new(AtomicBool::new(false));
    // A system without such signals ends the program at once; nothing is half done then either.
    on_interrupt(&stop);
    let stops = words.say(id::PROGRESS_STOP);
    thread::scope(|scope| {
        let working = scope.spawn(|| work(&progress));
        let begun = Instant::now();
        let mut shown = 0;
        while !working.is_finished() {
            if stop.load(Ordering::Relaxed) {
                progress.cancel();
            }
            if begun.elapsed() >= AFTER {
                shown = draw(&line(&progress, &stops), shown);
            }
            thread::sleep(if begun.elapsed() < AFTER { SOON } else { EVERY });
        }
        draw("", shown);
        match working.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// `[======----------] 120/1000  Ctrl+C stops`
fn line(progress: &Progress, stops: &str) -> String {
    let (done, total) = progress.so_far();
    let full = (done * COLS).checked_div(total).unwrap_or(0).min(COLS);
    let bar = format!("[{}{}]", "=".repeat(full), "-".repeat(COLS - full));
    format!("{bar} {done}/{total}  {stops}")
}

/// Puts a line in place of the one before, which took `shown` columns; how many this one takes.
fn draw(line: &str, shown: usize) -> usize {
    let mut err = stderr().lock();
    let columns = width(line);
    let rest = " ".repeat(shown.saturating_sub(columns));
    // A terminal that cannot be written to shows nothing; the work goes on.
    if shown > 0 || columns > 0 {
        let _ = write!(err, "\r{line}{rest}");
        if columns == 0 {
            let _ = write!(err, "\r");
        }
        let _ = err.flush();
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_grows_with_what_is_done() {
        let progress = Progress::new();
        assert!(line(&progress, "x").starts_with("[------------------------------] 0/0"));
        progress.expect(4);
        progress.step().unwrap();
        assert_eq!(line(&progress, "x"), "[=======-----------------------] 1/4  x");
        for _ in 0..3 {
            progress.step().unwrap();
        }
        assert_eq!(line(&progress, "x"), "[==============================] 4/4  x");
    }
}
