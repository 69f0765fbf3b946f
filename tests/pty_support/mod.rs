//! The real program in a real pseudo-terminal, and a model of the screen it draws.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use std::io::{Read as _, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen is waited for before the test gives up; nothing depends on it being short.
const PATIENCE: Duration = Duration::from_secs(30);
const BINARY: &str = env!("CARGO_BIN_EXE_yishi");

/// Variables of a hermetic environment: nothing of the machine's own is seen.
fn environment(home: &Path, lang: &str) -> Vec<(&'static str, String)> {
    let home = home.display().to_string();
    vec![
        ("HOME", home.clone()),
        ("XDG_DATA_HOME", format!("{home}/data")),
        ("XDG_CONFIG_HOME", format!("{home}/config")),
        ("TMPDIR", format!("{home}/tmp")),
        ("YISHI_STORE", format!("{home}/store")),
        ("YISHI_LANG", lang.to_owned()),
        ("YISHI_DEVICE", "test".to_owned()),
        // Fonts are the machine's own.
        ("YISHI_FONT", "off".to_owned()),
        // Terminals here answer no question unless a test wants one that does.
        ("YISHI_BORDERS", "ascii".to_owned()),
        ("TERM", "xterm-256color".to_owned()),
        ("TZ", "Asia/Shanghai".to_owned()),
        ("PATH", std::env::var("PATH").unwrap_or_default()),
    ]
}

/// What a terminal says when it is asked where its cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// Nothing.
    Nothing,
    /// That signs of ambiguous width take one column.
    Narrow,
    /// That they take two.
    Wide,
}

/// A store of its own and the programs run on it.
pub struct Place {
    pub home: tempfile::TempDir,
    pub lang: &'static str,
    /// Variables that are set otherwise than usual, or not at all.
    pub changed: Vec<(&'static str, Option<String>)>,
    pub answers: Answers,
}

impl Place {
    pub fn new(lang: &'static str) -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("tmp")).unwrap();
        Self { home, lang, changed: Vec::new(), answers: Answers::Nothing }
    }

    /// Sets a variable for the programs that are started from now on; nothing unsets it.
    pub fn set(&mut self, name: &'static str, value: Option<&str>) {
        self.changed.push((name, value.map(str::to_owned)));
    }

    /// Puts a file of the user's own beside the settings; its path.
    pub fn own_file(&self, name: &str, text: &str) -> std::path::PathBuf {
        let path = self.home.path().join("config/yishi").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let mut environment = environment(self.home.path(), self.lang);
        for (name, value) in &self.changed {
            environment.retain(|(other, _)| other != name);
            environment.extend(value.clone().map(|value| (*name, value)));
        }
        environment
    }

    /// Runs a command to its end.
    #[must_use]
    pub fn output(&self, args: &[&str]) -> Output {
        let mut command = Command::new(BINARY);
        command.env_clear().envs(self.environment()).args(args);
        command.stdin(std::process::Stdio::null()).output().unwrap()
    }

    /// Runs a command that must succeed; what it printed.
    #[track_caller]
    pub fn ok(&self, args: &[&str]) -> String {
        let output = self.output(args);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{args:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// A community and a prepared meeting of two items; the meeting's name.
    pub fn prepared(&self) -> String {
        let (community, title, agenda) = match self.lang {
            "zh" => ("锦苑社区", "十一月协商会", "停车位改造 | 20\n下水道疏通 | 10\n"),
            _ => ("Maple Court", "November meeting", "Parking | 20\nDrains | 10\n"),
        };
        self.ok(&["new", "community", community, "--id", "test"]);
        let file = self.home.path().join("agenda.txt");
        std::fs::write(&file, agenda).unwrap();
        let file = file.display().to_string();
        self.ok(&["new", "session", "test", title, "--agenda", &file]).trim().to_owned()
    }

    /// Takes the store away, as when a stick is pulled out.
    pub fn pull_out(&self) {
        let store = self.home.path().join("store");
        std::fs::rename(store, self.home.path().join("pulled")).unwrap();
    }

    pub fn start(&self, args: &[&str]) -> Terminal {
        self.start_sized(args, 80, 24)
    }

    pub fn start_sized(&self, args: &[&str], cols: u16, rows: u16) -> Terminal {
        Terminal::start(&[], args, self, cols, rows)
    }

    /// Starts the program with variables of its own.
    pub fn start_with(&self, own: &[(&'static str, &str)], args: &[&str]) -> Terminal {
        let mut environment = self.environment();
        for (name, value) in own {
            environment.retain(|(other, _)| other != name);
            environment.push((*name, (*value).to_owned()));
        }
        Terminal::start_in(&[], args, (environment, self.answers), 80, 24)
    }

    /// Starts the program under another one.
    pub fn start_under(&self, under: &[&str], args: &[&str]) -> Terminal {
        Terminal::start(under, args, self, 80, 24)
    }
}

/// A terminal with the program running in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    screen: Arc<Mutex<vt100::Parser>>,
    sent: Arc<Mutex<Vec<u8>>>,
    bells: Arc<AtomicUsize>,
    asked: Arc<AtomicUsize>,
}

/// Asking where the cursor is.
const QUESTION: &[u8] = b"\x1b[6n";

/// What a terminal with this screen answers, counting columns as it does.
fn answer(screen: &vt100::Screen, answers: Answers) -> String {
    use unicode_width::UnicodeWidthStr as _;
    let (row, column) = screen.cursor_position();
    let wider = (0..column).filter(|at| {
        let sign = screen.cell(row, *at).map(|cell| cell.contents().to_owned()).unwrap_or_default();
        answers == Answers::Wide && sign.width() == 1 && sign.width_cjk() == 2
    });
    let column = usize::from(column) + wider.count() + 1;
    format!("\x1b[{};{column}R", row + 1)
}

impl Terminal {
    fn start(under: &[&str], args: &[&str], place: &Place, cols: u16, rows: u16) -> Self {
        Self::start_in(under, args, (place.environment(), place.answers), cols, rows)
    }

    fn start_in(
        under: &[&str],
        args: &[&str],
        (environment, answers): (Vec<(&'static str, String)>, Answers),
        cols: u16,
        rows: u16,
    ) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut words = under.iter().chain(&[BINARY]).chain(args);
        let mut command = CommandBuilder::new(words.next().unwrap());
        command.args(words);
        command.env_clear();
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let screen = Arc::new(Mutex::new(vt100::Parser::new(size_of(rows), size_of(cols), 0)));
        let (seen, answering) = (Arc::clone(&screen), Arc::clone(&writer));
        let sent = Arc::new(Mutex::new(Vec::new()));
        let received = Arc::clone(&sent);
        let [bells, asked] = [(); 2].map(|()| Arc::new(AtomicUsize::new(0)));
        let (rung, questions) = (Arc::clone(&bells), Arc::clone(&asked));
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            // How much of the question has been met: it may come in two parts.
            let mut met = 0;
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                received.lock().unwrap().extend_from_slice(&bytes[..count]);
                for byte in &bytes[..count] {
                    let mut screen = seen.lock().unwrap();
                    screen.process(&[*byte]);
                    rung.fetch_add(usize::from(*byte == 7), Ordering::Relaxed);
                    met = if *byte == QUESTION[met] { met + 1 } else { usize::from(*byte == 0x1b) };
                    if met == QUESTION.len() {
                        met = 0;
                        questions.fetch_add(1, Ordering::Relaxed);
                        if answers != Answers::Nothing {
                            let answer = answer(screen.screen(), answers);
                            let mut writer = answering.lock().unwrap();
                            writer.write_all(answer.as_bytes()).unwrap();
                            writer.flush().unwrap();
                        }
                    }
                }
            }
        });
        Self { child, master: pair.master, writer, screen, sent, bells, asked }
    }

    pub fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// All that was sent to the terminal.
    pub fn sent(&self) -> Vec<u8> {
        self.sent.lock().unwrap().clone()
    }

    /// How often the bell was rung.
    pub fn bells(&self) -> usize {
        self.bells.load(Ordering::Relaxed)
    }

    /// How often the terminal was asked where its cursor is.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// Waits until something holds that is not on the screen.
    #[track_caller]
    pub fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < PATIENCE, "{what} never came:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Row and column of the terminal's cursor.
    pub fn cursor(&self) -> (u16, u16) {
        self.screen.lock().unwrap().screen().cursor_position()
    }

    /// Waits until the screen satisfies a condition.
    #[track_caller]
    pub fn wait(&self, what: &str, fulfilled: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        loop {
            if fulfilled(self.screen.lock().unwrap().screen()) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "no {what} on the screen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the screen satisfies a condition, or the program has ended; whether it has not.
    pub fn wait_or_end(&mut self, fulfilled: impl Fn(&vt100::Screen) -> bool) -> bool {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if fulfilled(self.screen.lock().unwrap().screen()) {
                return true;
            }
            if self.child.try_wait().unwrap().is_some() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("neither the end nor what was waited for:\n{}", self.text());
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until a text is no longer on the screen.
    #[track_caller]
    pub fn sees_no(&self, text: &str) {
        self.wait(&format!("end of {text}"), |screen| !screen.contents().contains(text));
    }

    pub fn send(&mut self, bytes: &str) {
        let mut writer = self.writer.lock().unwrap();
        writer.write_all(bytes.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Types a line and presses Enter.
    pub fn line(&mut self, text: &str) {
        self.send(text);
        self.send("\r");
    }

    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.screen.lock().unwrap().screen_mut().set_size(size_of(rows), size_of(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Kills the program as a power cut would, and waits until it is gone.
    pub fn kill(mut self) {
        let pid = self.child.process_id().unwrap();
        let killed = Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap();
        assert!(killed.success());
        self.child.wait().unwrap();
    }

    /// Sends a signal by name.
    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap();
        let sent = Command::new("kill").args([&format!("-{name}"), &pid.to_string()]).status();
        assert!(sent.unwrap().success());
    }

    /// Waits for the program to end; whether it ended well.
    pub fn ends(mut self) -> bool {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            assert!(start.elapsed() < PATIENCE, "it does not end:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

fn size_of(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap()
}

/// Ctrl with a letter, as a terminal sends it.
pub fn ctrl(letter: char) -> String {
    char::from(u8::try_from(letter).unwrap() & 0x1f).to_string()
}

/// F1 to F10 as a terminal sends them.
pub fn f(number: u8) -> &'static str {
    [
        "\u{1b}OP",
        "\u{1b}OQ",
        "\u{1b}OR",
        "\u{1b}OS",
        "\u{1b}[15~",
        "\u{1b}[17~",
        "\u{1b}[18~",
        "\u{1b}[19~",
        "\u{1b}[20~",
        "\u{1b}[21~",
    ][usize::from(number) - 1]
}
