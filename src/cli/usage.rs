//! What is wrong with a command line, in the language chosen.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help;
use crate::text::words::{Id, Words, id};

/// What is wrong and where the usage is told; `None` where clap shows the help itself.
#[must_use]
pub fn tell(words: &Words, error: &Error, given: &[String]) -> Option<String> {
    let part = |kind| error.get(kind).map(text).unwrap_or_default();
    let about = |message: Id, what: String| words.tell(message, &[("what", what.into())]);
    let wrong = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            return None;
        }
        ErrorKind::InvalidSubcommand => {
            about(id::USAGE_NO_COMMAND, part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => about(id::USAGE_NO_OPTION, part(ContextKind::InvalidArg)),
        ErrorKind::MissingRequiredArgument => {
            about(id::USAGE_MISSING, part(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue if part(ContextKind::InvalidValue).is_empty() => {
            about(id::USAGE_NO_VALUE, part(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let values = [
                ("value", part(ContextKind::InvalidValue).into()),
                ("what", part(ContextKind::InvalidArg).into()),
                ("list", part(ContextKind::ValidValue).into()),
            ];
            words.tell(id::USAGE_BAD_VALUE, &values)
        }
        _ => about(id::USAGE_WRONG, part(ContextKind::InvalidArg)),
    };
    let command = given.iter().find(|word| help::about(word).is_some());
    let command = command.map(|word| format!(" {word}")).unwrap_or_default();
    let see = words.tell(id::USAGE_SEE, &[("command", command.into())]);
    Some(format!("{wrong}\n{see}"))
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join(", "),
        other => other.to_string(),
    }
}
