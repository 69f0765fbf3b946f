//! The command line: every capability of the screen that makes sense without one.
//!
//! | variable | means |
//! |---|---|
//! | `YISHI_STORE` | the folder everything is kept in, as `--store` |
//! | `YISHI_LANG` | the language, as `--lang` |
//! | `YISHI_BY` | who writes, where `--by` does not say |
//! | `YISHI_CONFIG` | the folder of the user's own files |
//! | `YISHI_THEME` | the theme, as `--theme` |
//! | `YISHI_PLAIN` | a line at a time, as `--plain`: `true` or `false` |
//! | `YISHI_BORDERS`, `YISHI_MOUSE`, `YISHI_BELL` | as in the settings |
//! | `YISHI_DEVICE` | this device's name |
//! | `YISHI_NOW` | a fixed time (RFC 3339), for tests and for making sample data |
//! | `YISHI_CACHE` | the folder for what can be made anew at any time |
//! | `YISHI_FONT` | the font file for large type on the room's screen; `off` for none |
//! | `NO_COLOR` | no colours on the screen |
//!
//! A command ends with 0 when all went well, 1 when something was refused or is damaged, 2 when
//! it was used wrongly. What it makes goes to standard output, everything else to standard error.

mod action;
mod actions;
mod affairs;
mod app;
pub mod args;
mod beginning;
mod board;
mod call;
mod check;
mod csv_file;
mod demo;
mod desk;
mod enter;
mod failure;
mod figures;
mod help;
mod home;
mod keys;
mod list;
mod new;
mod notes;
mod notice;
mod output;
mod overview;
mod own;
mod people;
mod people_file;
mod plain;
mod prepare;
mod procedures;
mod progress;
mod reading;
mod review;
mod rules;
mod sample;
mod screen;
mod search;
mod setting;
mod settings;
mod show;
mod stations;
mod stats;
mod surroundings;
mod usage;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches as _;

use args::{Command, Line, New};
use failure::Failure;
use own::{Own, Source, Trouble};
use setting::{Around, Setting};

use output::tell;
pub use settings::settings_text;

use crate::text::words::{Lang, Words, id};
use crate::tui::theme::Theme;

/// How a command that did not fail ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// All of it was done.
    Well,
    /// Part of it was refused, or something is damaged; it has been told.
    InPart,
}

impl Done {
    /// How two things ended together.
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Well, Self::Well) => Self::Well,
            _ => Self::InPart,
        }
    }
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let given: Vec<OsString> = env::args_os().collect();
    // The language is needed before the rest of the line is understood, for the help.
    let (own, troubles) = Own::read();
    let lang = setting::language(asked_for(&given).as_deref(), own.settings.language);
    let words = Words::new(lang.as_ref().map_or(Lang::Zh, |lang| lang.value));
    let line = help::command(&words)
        .try_get_matches_from(&given)
        .and_then(|matches| Line::from_arg_matches(&matches));
    let line = match line {
        Ok(line) => line,
        Err(error) => {
            // Help is no error; and nobody listening is no trouble.
            if !error.use_stderr() {
                let _ = error.print();
                return ExitCode::SUCCESS;
            }
            let given: Vec<String> =
                given.iter().skip(1).map(|part| part.to_string_lossy().into_owned()).collect();
            match usage::tell(&words, &error, &given) {
                Some(told) => tell(&told),
                None => drop(error.print()),
            }
            return ExitCode::from(2);
        }
    };
    let lang = match lang {
        Ok(lang) => lang,
        Err(error) => {
            tell(&error.to_string());
            return ExitCode::from(2);
        }
    };
    let around = match Around::find(line.store.as_deref(), own) {
        Ok(around) => around,
        Err(failure) => {
            complain(&words, &failure);
            return ExitCode::from(2);
        }
    };
    let mut setting = Setting::new(words, around);
    if let Err(told) = prepare(&mut setting, &troubles, &line) {
        tell(&told);
        return ExitCode::from(2);
    }
    match run(&setting, lang.source, line.command) {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::InPart) => ExitCode::FAILURE,
        Err(failure) => {
            complain(&setting.words, &failure);
            ExitCode::FAILURE
        }
    }
}

/// Tells what is wrong with the settings, and sees whether there is the theme that is asked for.
fn prepare(setting: &mut Setting, troubles: &[Trouble], line: &Line) -> Result<(), String> {
    let told: Vec<String> = troubles.iter().map(|it| it.tell(&setting.words)).collect();
    // Those two tell it themselves, or are read by a shell.
    if !matches!(line.command, Some(Command::Settings | Command::Completions(_))) {
        for trouble in &told {
            tell(trouble);
        }
    }
    setting.keep(told);
    if let Some(name) = &line.theme {
        let family = setting.own().themes(&mut Vec::new());
        if Theme::named(name, family).is_none() {
            let names: Vec<&str> = family.iter().map(|theme| theme.name).collect();
            let list = names.join(&setting.words.say(id::LIST_SEPARATOR));
            let values =
                [("value", name.into()), ("what", "--theme".into()), ("list", list.into())];
            return Err(setting.words.tell(id::USAGE_BAD_VALUE, &values));
        }
    }
    setting.theme.clone_from(&line.theme);
    setting.asks_plain = line.plain;
    Ok(())
}

fn complain(words: &Words, failure: &Failure) {
    tell(&failure.tell(words));
}

/// The language that a flag asks for.
fn asked_for(given: &[OsString]) -> Option<String> {
    let given: Vec<_> = given.iter().map(|part| part.to_string_lossy()).collect();
    let options = given.iter().take_while(|part| *part != "--");
    let mut asked = None;
    for (at, part) in options.enumerate() {
        if part == "--lang" {
            asked = given.get(at + 1).map(ToString::to_string);
        } else if let Some(lang) = part.strip_prefix("--lang=") {
            asked = Some(lang.to_owned());
        }
    }
    asked
}

fn run(setting: &Setting, language: Source, command: Option<Command>) -> Result<Done, Failure> {
    let mut wrong = Vec::new();
    let plain = setting.plain(&mut wrong).value;
    if !matches!(command, Some(Command::Settings | Command::Completions(_))) {
        for trouble in &wrong {
            tell(&trouble.tell(&setting.words));
        }
    }
    if plain {
        match &command {
            Some(Command::Run(args) | Command::Prepare(args)) => return plain::run(setting, args),
            Some(Command::Screen(args)) => return plain::follow(setting, args),
            Some(Command::Review(args)) => return review::plain(setting, args),
            Some(Command::Board(args)) => return board::plain(setting, args),
            Some(Command::Demo(args)) => return plain::demo(setting, args),
            None => return plain::home(setting),
            // Everything else is told in lines anyway.
            Some(_) => {}
        }
    }
    match command {
        Some(Command::New(New::Community(args))) => new::community(setting, &args),
        Some(Command::New(New::Session(args))) => new::session(setting, &args),
        Some(Command::Board(args)) => board::run(setting, &args),
        Some(Command::Prepare(args)) => prepare::run(setting, &args),
        Some(Command::Run(args)) => desk::run(setting, &args),
        Some(Command::Screen(args)) => screen::run(setting, &args),
        Some(Command::Review(args)) => review::run(setting, &args),
        Some(Command::Enter(args)) => enter::run(setting, &args),
        Some(Command::Topics(args)) => affairs::topics::run(setting, &args),
        Some(Command::Topic(args)) => affairs::topics::one(setting, &args),
        Some(Command::Search(args)) => search::run(setting, &args),
        Some(Command::List(args)) => list::run(setting, &args),
        Some(Command::Demo(args)) => demo::run(setting, &args),
        Some(Command::People(args)) => people::run(setting, &args),
        Some(Command::Show(args)) => show::run(setting, &args),
        Some(Command::Minutes(args)) => show::minutes(setting, &args),
        Some(Command::Actions(args)) => actions::run(setting, &args),
        Some(Command::Action(args)) => action::run(setting, &args),
        Some(Command::Stats(args)) => stats::run(setting, &args),
        Some(Command::Procedures(args)) => procedures::run(setting, &args),
        Some(Command::Stations(args)) => stations::run(setting, &args),
        Some(Command::Call(args)) => call::run(setting, &args),
        Some(Command::Notice(args)) => notice::run(setting, &args),
        Some(Command::Signin(args)) => notice::sign_in(setting, &args),
        Some(Command::Check(args)) => check::run(setting, &args),
        Some(Command::Settings) => settings::run(setting, language),
        Some(Command::Keys) => keys::run(setting),
        Some(Command::Completions(args)) => keys::completions(setting, &args),
        None => app::run(setting),
    }
}
