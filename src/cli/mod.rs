//! The command line: every capability of the screen that makes sense without one.
//!
//! | variable | means |
//! |---|---|
//! | `YISHI_STORE` | the folder everything is kept in, as `--store` |
//! | `YISHI_LANG` | the language, as `--lang` |
//! | `YISHI_BY` | who writes, where `--by` does not say |
//! | `YISHI_DEVICE` | this device's name |
//! | `YISHI_NOW` | a fixed time (RFC 3339), for tests and for making sample data |
//! | `NO_COLOR` | no colours on the desk |
//!
//! A command ends with 0 when all went well, 1 when something was refused or is damaged, 2 when
//! it was used wrongly. What it makes goes to standard output, everything else to standard error.

pub mod args;
mod check;
mod desk;
mod enter;
mod failure;
mod keys;
mod list;
mod new;
mod notes;
mod output;
mod record;
mod setting;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Command, Line, New};
use failure::Failure;
use setting::Setting;

use crate::text::width::clean;
use crate::text::words::Words;

/// How a command that did not fail ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// All of it was done.
    Well,
    /// Part of it was refused, or something is damaged; it has been told.
    InPart,
}

impl Done {
    /// How two parts ended together.
    fn and(self, other: Self) -> Self {
        if self == Self::Well { other } else { self }
    }
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let line = Line::parse();
    let lang = match setting::language(line.lang.as_deref()) {
        Ok(lang) => lang,
        Err(error) => {
            eprintln!("yishi: {error}");
            return ExitCode::from(2);
        }
    };
    let setting = match Setting::new(line.store.as_deref(), Words::new(lang)) {
        Ok(setting) => setting,
        Err((words, failure)) => {
            complain(&words, &failure);
            return ExitCode::from(2);
        }
    };
    match run(&setting, line.command) {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::InPart) => ExitCode::FAILURE,
        // Whoever reads has seen enough, as with `| head`.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            complain(&setting.words, &failure);
            ExitCode::FAILURE
        }
    }
}

fn complain(words: &Words, failure: &Failure) {
    for line in failure.tell(words).lines() {
        eprintln!("yishi: {}", clean(line));
    }
}

fn run(setting: &Setting, command: Option<Command>) -> Result<Done, Failure> {
    match command {
        Some(Command::New(New::Community(args))) => new::community(setting, &args),
        Some(Command::New(New::Session(args))) => new::session(setting, &args),
        Some(Command::Run(args)) => desk::run(setting, &args),
        Some(Command::Enter(args)) => enter::run(setting, &args),
        Some(Command::Show(args)) => record::show(setting, &args),
        Some(Command::Minutes(args)) => record::minutes(setting, &args),
        Some(Command::List(args)) => list::run(setting, &args),
        Some(Command::Check(args)) => check::run(setting, &args),
        Some(Command::Keys) => keys::keys(setting),
        Some(Command::Completions(args)) => keys::completions(&args),
        _ => Err(Failure::Told("not yet".to_owned())),
    }
}
