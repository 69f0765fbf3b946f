//! What people type, turned into commands: the same for the desk, for a file and for a pipe.
//!
//! `王小明：同意，但要公示` is an opinion, `/举手 王` a command. Half- and full-width marks mean the
//! same, because a Chinese input method turns `/` into `、` and `?` into `？`.

pub mod affairs;
pub mod agenda;
mod agreement;
pub mod alike;
pub mod arguments;
pub mod complete;
mod counts;
pub mod directory;
pub mod floor;
pub mod misread;
mod naming;
pub mod notice;
mod numbers;
mod opinion;
mod points;
pub mod preparing;
pub mod procedures;
mod promise;
pub mod rule_sets;
pub mod spot;
mod stance;
pub mod templates;
mod time_plan;
pub mod topics;
pub mod verb;

use chrono::NaiveDate;

use crate::domain::MOST_CHARS;
use crate::domain::command::Command;
use crate::domain::session::Session;
use crate::text::width::fold;
use crate::text::words::Lang;

use directory::Directory;
use misread::Misread;
use verb::{Found, Verb};

/// What a line means depends on where the meeting is, whom one can name, and the day.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The meeting.
    pub session: &'a Session,
    /// Whom one can name; it has caught up with the meeting.
    pub directory: &'a Directory,
    /// The day that “in two weeks” counts from.
    pub today: NaiveDate,
}

/// A line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// For the meeting.
    Meeting(Command),
    /// For the desk itself.
    Desk(Wish),
}

/// What one can ask the desk about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Where the meeting is: item, clocks, floor, who is next, what comes next.
    Where,
    /// Whose hands are up.
    Queue,
    /// What was said on the item on the table.
    Opinions,
    /// What was agreed.
    Agreed,
    /// The rules of the floor.
    Rules,
    /// Who spoke how much, and who has not been heard.
    Heard,
}

impl Topic {
    /// The command that asks for it.
    #[must_use]
    pub const fn verb(self) -> Verb {
        match self {
            Self::Where => Verb::Where,
            Self::Queue => Verb::Queue,
            Self::Opinions => Verb::Opinions,
            Self::Agreed => Verb::Decided,
            Self::Rules => Verb::Rule,
            Self::Heard => Verb::Heard,
        }
    }
}

/// What only the desk can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Save to another folder from now on.
    SaveTo(String),
    /// Show the help.
    Help,
    /// Tell about this.
    Tell(Topic),
    /// Speak this language, or the other one.
    Language(Option<Lang>),
    /// Leave.
    Quit,
}

/// Whether a character begins a command: `/`, `／`, and `、`, which is what a Chinese input method
/// makes of the same key.
#[must_use]
pub fn is_command_mark(c: char) -> bool {
    matches!(c, '/' | '／' | '、')
}

/// Most characters of a line. Twice what an entry may have: a command's word, names and dates
/// come on top of the words it records.
pub const MOST_LINE: usize = 2 * MOST_CHARS;

/// Understands one line.
///
/// # Errors
/// The [`Misread`] that says what could not be understood.
pub fn read(line: &str, context: Context<'_>) -> Result<Entry, Misread> {
    // Editors leave a byte order mark at the beginning of a file, web pages zero-width spaces.
    let line =
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    let chars = line.chars().count();
    if chars > MOST_LINE {
        return Err(Misread::TooLong { given: chars, begins: line.chars().take(20).collect() });
    }
    let mut chars = line.chars();
    match chars.next() {
        None => Err(Misread::Empty),
        Some(c) if is_command_mark(c) => read_command(chars.as_str().trim_start(), context),
        Some(_) => opinion::read(line, context).map(Entry::Meeting),
    }
}

fn read_command(text: &str, context: Context<'_>) -> Result<Entry, Misread> {
    let first = || text.split_whitespace().next().unwrap_or_default().to_owned();
    match verb::find(text) {
        Found::Unknown => Err(Misread::UnknownCommand(first())),
        Found::Several(verbs) => Err(Misread::SeveralCommands(first(), verbs)),
        Found::Verb(verb, rest) => match verb {
            Verb::SaveTo if rest.is_empty() => Err(Misread::Incomplete(verb)),
            Verb::SaveTo => Ok(Entry::Desk(Wish::SaveTo(rest.to_owned()))),
            Verb::Quit if !rest.is_empty() => Err(Misread::TooMuch(verb, rest.to_owned())),
            Verb::Help => Ok(Entry::Desk(Wish::Help)),
            Verb::Language if rest.is_empty() => Ok(Entry::Desk(Wish::Language(None))),
            Verb::Language => match fold(rest).to_lowercase().as_str() {
                "中文" | "汉语" | "chinese" => Ok(Entry::Desk(Wish::Language(Some(Lang::Zh)))),
                "英文" | "英语" | "english" => Ok(Entry::Desk(Wish::Language(Some(Lang::En)))),
                other => Lang::parse(other)
                    .map(|lang| Entry::Desk(Wish::Language(Some(lang))))
                    .ok_or(Misread::Incomplete(verb)),
            },
            Verb::Quit => Ok(Entry::Desk(Wish::Quit)),
            Verb::Where | Verb::Queue | Verb::Opinions | Verb::Decided | Verb::Heard
                if !rest.is_empty() =>
            {
                Err(Misread::TooMuch(verb, rest.to_owned()))
            }
            Verb::Where => Ok(Entry::Desk(Wish::Tell(Topic::Where))),
            Verb::Queue => Ok(Entry::Desk(Wish::Tell(Topic::Queue))),
            Verb::Opinions => Ok(Entry::Desk(Wish::Tell(Topic::Opinions))),
            Verb::Decided => Ok(Entry::Desk(Wish::Tell(Topic::Agreed))),
            Verb::Rule if rest.is_empty() => Ok(Entry::Desk(Wish::Tell(Topic::Rules))),
            Verb::Heard => Ok(Entry::Desk(Wish::Tell(Topic::Heard))),
            verb => arguments::command(verb, rest, context).map(Entry::Meeting),
        },
    }
}
