//! The terminal: taken for a screen, and given back as it was however the screen ends. Everything
//! that differs between systems is in `platform` below.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once};

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::force_color_output;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal};

use super::signs::Signs;
pub use platform::{ASKS, Heard, listen_early, on_leaving, on_signal};

/// Bytes gathered before they go to the terminal: a whole screen goes in one write, so that no
/// half-drawn frame is seen.
const BUFFER: usize = 64 * 1024;

/// Prints two signs whose width is ambiguous in the second row of an empty screen, asks where the
/// cursor is, and wipes them away. The first frame need not wait for the answer.
const ASK: &[u8] = "\u{1b}[2;1H─“\u{1b}[6n\u{1b}[2;1H\u{1b}[K".as_bytes();

/// How a terminal is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Manner {
    /// With the mouse.
    pub mouse: bool,
    /// Asking it whether it shows lines in one column.
    pub asks: bool,
    /// With colours, even if `NO_COLOR` says otherwise: whoever names a theme wants it.
    pub colours: bool,
}

/// Whether the mouse was taken, for giving it back however the program ends.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The signs that a terminal shows in one column, by where the cursor is behind the two it was shown.
#[must_use]
pub const fn answered(column: u16) -> Signs {
    if column == 3 { Signs::All } else { Signs::Narrow }
}

/// The terminal that was taken; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<Unasking>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard input or output is no terminal, or the terminal refuses.
    pub fn take(manner: Manner) -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        enable_raw_mode()?;
        give_back_on_panic();
        if manner.colours {
            force_color_output(true);
        }
        let mut out = BufWriter::with_capacity(BUFFER, io::stdout());
        let taken = execute!(out, EnterAlternateScreen).and_then(|()| {
            // Old Windows consoles have no bracketed paste; pasted text then comes as keys.
            let _ = execute!(out, EnableBracketedPaste);
            if manner.mouse {
                MOUSE.store(true, Ordering::Relaxed);
                execute!(out, EnableMouseCapture)?;
            }
            if manner.asks && ASKS {
                out.write_all(ASK)?;
            }
            Terminal::new(Unasking(CrosstermBackend::new(out)))
        });
        let terminal = taken.inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole. A terminal that was
    /// made smaller and larger again has lost what it cut off, even if its size is the old one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    /// Draws a frame; its area.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<Rect> {
        Ok(self.terminal.draw(draw)?.area)
    }

    /// Rings the bell.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ring(&mut self) -> io::Result<()> {
        let out = &mut self.terminal.backend_mut().0;
        out.write_all(b"\x07")?;
        io::Write::flush(out)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// A terminal that is never asked where its cursor is.
///
/// Clearing would ask, and wait for an answer among the keys; but those are another thread's, and
/// some terminals do not answer. The desk sets the cursor with every frame, so it need not know.
#[derive(Debug)]
struct Unasking(CrosstermBackend<BufWriter<Stdout>>);

impl Backend for Unasking {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.0.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.0.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

/// Puts the terminal back. Errors are of no use: it may be gone.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste);
    if MOUSE.swap(false, Ordering::Relaxed) {
        let _ = execute!(out, DisableMouseCapture);
    }
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}

fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            told(panic);
        }));
    });
}

#[cfg(unix)]
mod platform {
    use std::io;
    use std::time::Duration;

    use crate::tui::early::{Part, listen};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;

    /// Whether a terminal is asked anything.
    pub const ASKS: bool = true;

    /// How long an answer is waited for. Nothing else waits for it: keys go on being heard, and the
    /// first frame is on the screen. Over a slow line it takes longer than a person would wait.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// Something heard while the answer was waited for.
    pub use crate::tui::early::Part as Heard;

    /// Hears everything that was typed ahead, and, where the terminal was asked, everything it sends
    /// until it has answered, or will not.
    pub fn listen_early(asked: bool, hear: impl FnMut(Part)) {
        listen(if asked { PATIENCE } else { Duration::ZERO }, hear);
    }

    /// Calls back when the terminal has another size, and when it hangs up or the system asks the
    /// program to end.
    ///
    /// Resizing also comes among the keys, but not always: a key pressed in the same moment can
    /// make it get lost there.
    ///
    /// # Errors
    /// When the system gives no thread or no signal.
    pub fn on_signal(
        resized: impl Fn() + Send + 'static,
        hangup: impl Fn() + Send + 'static,
    ) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGTERM, SIGWINCH])?;
        std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                if signal == SIGWINCH { resized() } else { hangup() }
            }
        })?;
        Ok(())
    }

    /// Calls back when somebody presses Ctrl+C in a terminal that was not taken, when it hangs up, or
    /// when the system asks the program to end.
    ///
    /// # Errors
    /// When the system gives no thread or no signal.
    pub fn on_leaving(leave: impl Fn() + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
        std::thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || signals.forever().for_each(|_| leave()))?;
        Ok(())
    }
}

#[cfg(not(unix))]
mod platform {
    use std::io;

    /// An answer would come among the keys and be typed into the line, so nothing is asked.
    pub const ASKS: bool = false;

    /// Something heard while the answer was waited for.
    pub use crate::tui::early::Part as Heard;

    /// Nothing is asked here: lines are drawn only where the user says so. What is typed ahead comes
    /// with the other keys, as it was pressed.
    pub fn listen_early(_asked: bool, _hear: impl FnMut(Heard)) {}

    /// Other systems end the program at once, every entry being saved the moment it is made, and
    /// tell of another size among the keys.
    ///
    /// # Errors
    /// None.
    #[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
    pub fn on_signal(
        _resized: impl Fn() + Send + 'static,
        _hangup: impl Fn() + Send + 'static,
    ) -> io::Result<()> {
        Ok(())
    }

    /// Other systems end the program at once, every entry being saved the moment it is made.
    ///
    /// # Errors
    /// None.
    #[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
    pub fn on_leaving(_leave: impl Fn() + Send + 'static) -> io::Result<()> {
        Ok(())
    }
}

/// Sets `flag` at the first Ctrl+C; the next one, and any once the flag is set, ends the program at
/// once as it would have anyway.
///
/// # Errors
/// When the system does not take this from a program; it is ended at once then.
#[cfg(any(unix, windows))]
pub fn on_interrupt(flag: &Arc<AtomicBool>) -> io::Result<()> {
    use signal_hook::consts::SIGINT;
    // In this order: the first time the flag is not yet set when the first of them looks.
    signal_hook::flag::register_conditional_default(SIGINT, Arc::clone(flag))?;
    signal_hook::flag::register(SIGINT, Arc::clone(flag))?;
    Ok(())
}

/// Other systems end the program at once; nothing is ever left half done.
///
/// # Errors
/// None.
#[cfg(not(any(unix, windows)))]
#[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
pub fn on_interrupt(_flag: &Arc<AtomicBool>) -> io::Result<()> {
    Ok(())
}
