//! The terminal: taken for the desk, and given back as it was however the desk ends. Everything
//! that differs between systems is in `platform` below.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::sync::Once;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::model::Model;
use super::view;

pub use platform::on_hangup;

/// Bytes gathered before they go to the terminal: a whole screen goes in one write, so that no
/// half-drawn frame is seen.
const BUFFER: usize = 64 * 1024;

/// The desk's terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard input or output is no terminal, or the terminal refuses.
    pub fn take() -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        enable_raw_mode()?;
        give_back_on_panic();
        let mut out = BufWriter::with_capacity(BUFFER, io::stdout());
        let taken = execute!(out, EnterAlternateScreen).and_then(|()| {
            // Old Windows consoles have no bracketed paste; pasted text then comes as keys.
            let _ = execute!(out, EnableBracketedPaste);
            Terminal::new(CrosstermBackend::new(out))
        });
        let terminal = taken.inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Draws the desk.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(model, frame))?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Puts the terminal back. Errors are of no use: it may be gone.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste);
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

    use signal_hook::consts::{SIGHUP, SIGTERM};
    use signal_hook::iterator::Signals;

    /// Calls back when the terminal hangs up or the system asks the program to end.
    ///
    /// # Errors
    /// When the system gives no thread or no signal.
    pub fn on_hangup(call: impl Fn() + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGTERM])?;
        std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for _ in signals.forever() {
                call();
            }
        })?;
        Ok(())
    }
}

#[cfg(not(unix))]
mod platform {
    use std::io;

    /// Other systems end the program at once; every entry is saved the moment it is made.
    ///
    /// # Errors
    /// None.
    #[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
    pub fn on_hangup(_call: impl Fn() + Send + 'static) -> io::Result<()> {
        Ok(())
    }
}
