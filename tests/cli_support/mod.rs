//! The program run in an environment where nothing of the machine's own is seen.
#![allow(dead_code, reason = "each test crate uses its own part of these helpers")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const BINARY: &str = env!("CARGO_BIN_EXE_yishi");

/// When everything happens unless a test says otherwise: the evening of the meeting, after it.
pub const NOW: &str = "2026-11-23T22:00:00+08:00";

/// A store of its own, and the programs run on it.
pub struct Place {
    home: tempfile::TempDir,
    lang: &'static str,
    now: String,
    device: String,
    by: Option<String>,
}

/// How a program ended, and what it said. What a test does not assert it has not tested.
#[must_use]
#[derive(Debug)]
pub struct Ended {
    code: Option<i32>,
    out: Vec<u8>,
    err: String,
    args: Vec<String>,
}

impl Place {
    pub fn new(lang: &'static str) -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("tmp")).unwrap();
        Self {
            home,
            lang,
            now: NOW.to_owned(),
            device: "test".to_owned(),
            by: Some("李敏".to_owned()),
        }
    }

    /// A place with the community `jinyuan` and a session of two items; its name.
    pub fn prepared(lang: &'static str) -> (Self, String) {
        let place = Self::new(lang);
        place.run(&["new", "community", "锦苑社区"]).well();
        let agenda = place.file("agenda.txt", "停车位改造 | 20\n下水道疏通｜10 分钟\n".as_bytes());
        let args = ["new", "session", "jinyuan", "十一月协商会", "--agenda", &agenda];
        let name = place.run(&args).well().trim().to_owned();
        (place, name)
    }

    #[must_use]
    pub fn at(mut self, now: &str) -> Self {
        now.clone_into(&mut self.now);
        self
    }

    pub fn set_now(&mut self, now: &str) {
        now.clone_into(&mut self.now);
    }

    pub fn set_device(&mut self, device: &str) {
        device.clone_into(&mut self.device);
    }

    pub fn set_by(&mut self, by: Option<&str>) {
        self.by = by.map(str::to_owned);
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn store(&self) -> PathBuf {
        self.home.path().join("store")
    }

    /// The file of a session.
    pub fn session_file(&self, name: &str) -> PathBuf {
        let (community, id) = name.split_once('/').unwrap();
        self.store().join(format!("communities/{community}/sessions/{id}.ron"))
    }

    /// Writes a file outside of the store; its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.home.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let home = self.home.path();
        let mut command = Command::new(BINARY);
        command.env_clear().args(args).current_dir(home);
        command
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("TMPDIR", home.join("tmp"))
            .env("TZ", "Asia/Shanghai")
            .env("YISHI_STORE", self.store())
            .env("YISHI_LANG", self.lang)
            .env("YISHI_NOW", &self.now)
            .env("YISHI_DEVICE", &self.device);
        if let Some(by) = &self.by {
            command.env("YISHI_BY", by);
        }
        for name in ["SystemRoot", "APPDATA", "LOCALAPPDATA", "TEMP"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }

    /// Runs a command to its end with nothing to read.
    pub fn run(&self, args: &[&str]) -> Ended {
        self.run_on(args, b"")
    }

    /// Runs a command to its end with something to read.
    pub fn run_on(&self, args: &[&str], input: &[u8]) -> Ended {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writing = std::thread::spawn(move || {
            // A program that does not read what it is given is no failure of the test.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap();
        Ended {
            code: output.status.code(),
            out: output.stdout,
            err: String::from_utf8(output.stderr).unwrap(),
            args: args.iter().map(ToString::to_string).collect(),
        }
    }
}

impl Ended {
    #[track_caller]
    fn with(self, code: i32) -> Self {
        let (args, err, out) = (&self.args, &self.err, String::from_utf8_lossy(&self.out));
        assert_eq!(self.code, Some(code), "{args:?}\n{err}\n{out}");
        assert!(!err.contains("panicked"), "{args:?}\n{err}");
        // Nothing stored or typed reaches a terminal as a command to it.
        for text in [err.as_str(), &out] {
            let odd = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
            let csv = text.starts_with('\u{feff}');
            assert!(csv || odd.is_none(), "{odd:?} in {text}");
        }
        self
    }

    /// It did all it was asked, and said nothing about trouble; what it made.
    #[track_caller]
    pub fn well(self) -> String {
        let ended = self.with(0);
        assert_eq!(ended.err, "", "{:?}", ended.args);
        String::from_utf8(ended.out).unwrap()
    }

    /// It did all it was asked, and gave advice; the advice.
    #[track_caller]
    pub fn with_err(self) -> String {
        self.with(0).err
    }

    /// It did all it was asked; what it made, and what it said beside.
    #[track_caller]
    pub fn well_with_err(self) -> (String, String) {
        let ended = self.with(0);
        (String::from_utf8(ended.out).unwrap(), ended.err)
    }

    /// It refused or found damage; what it said.
    #[track_caller]
    pub fn refused(self) -> String {
        self.with(1).err
    }

    /// It refused some of it; what it made, and what it said.
    #[track_caller]
    pub fn in_part(self) -> (String, String) {
        let ended = self.with(1);
        (String::from_utf8(ended.out).unwrap(), ended.err)
    }

    /// It was used wrongly; what it said.
    #[track_caller]
    pub fn misused(self) -> String {
        self.with(2).err
    }

    /// What it made and said, however it ended.
    pub fn any(self) -> (String, String) {
        (String::from_utf8(self.out).unwrap(), self.err)
    }

    /// Its bytes, whatever they are.
    #[track_caller]
    pub fn bytes(self) -> Vec<u8> {
        self.with(0).out
    }
}

/// All of these are in the text.
#[track_caller]
pub fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no “{part}” in:\n{text}");
    }
}
