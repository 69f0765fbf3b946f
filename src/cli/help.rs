//! The help texts in the language chosen. `args` has the names; the words for them are messages.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::args::Line;
use crate::text::words::{Id, Words, id};

/// What each command is for.
const COMMANDS: &[(&str, Id)] = &[
    ("demo", id::CLI_HELP_DEMO),
    ("new", id::CLI_HELP_NEW),
    ("community", id::CLI_HELP_NEW_COMMUNITY),
    ("session", id::CLI_HELP_NEW_SESSION),
    ("people", id::CLI_HELP_PEOPLE),
    ("board", id::CLI_HELP_BOARD),
    ("prepare", id::CLI_HELP_PREPARE),
    ("run", id::CLI_HELP_RUN),
    ("screen", id::CLI_HELP_SCREEN),
    ("review", id::CLI_HELP_REVIEW),
    ("enter", id::CLI_HELP_ENTER),
    ("show", id::CLI_HELP_SHOW),
    ("minutes", id::CLI_HELP_MINUTES),
    ("actions", id::CLI_HELP_ACTIONS),
    ("action", id::CLI_HELP_ACTION),
    ("topics", id::CLI_HELP_TOPICS),
    ("topic", id::CLI_HELP_TOPIC),
    ("search", id::CLI_HELP_SEARCH),
    ("stats", id::CLI_HELP_STATS),
    ("list", id::CLI_HELP_LIST),
    ("procedures", id::CLI_HELP_PROCEDURES),
    ("stations", id::CLI_HELP_STATIONS),
    ("call", id::CLI_HELP_CALL),
    ("notice", id::CLI_HELP_NOTICE),
    ("signin", id::CLI_HELP_SIGN_IN),
    ("check", id::CLI_HELP_CHECK),
    ("settings", id::CLI_HELP_SETTINGS),
    ("keys", id::CLI_HELP_KEYS),
    ("completions", id::CLI_HELP_COMPLETIONS),
];

/// What each argument means: of one command, or of any (`*`).
const ARGUMENTS: &[(&str, &str, Id)] = &[
    ("*", "store", id::CLI_HELP_ARG_STORE),
    ("*", "lang", id::CLI_HELP_ARG_LANG),
    ("*", "theme", id::CLI_HELP_ARG_THEME),
    ("*", "plain", id::CLI_HELP_ARG_PLAIN),
    ("*", "help", id::CLI_HELP_ARG_HELP),
    ("*", "version", id::CLI_HELP_ARG_VERSION),
    ("*", "session", id::CLI_HELP_ARG_SESSION),
    ("*", "by", id::CLI_HELP_ARG_BY),
    ("*", "take_over", id::CLI_HELP_ARG_TAKE_OVER),
    ("*", "output", id::CLI_HELP_ARG_OUTPUT),
    ("*", "community", id::CLI_HELP_ARG_COMMUNITY),
    ("screen", "session", id::CLI_HELP_ARG_SCREEN_SESSION),
    ("review", "session", id::CLI_HELP_ARG_REVIEW_SESSION),
    ("review", "at", id::CLI_HELP_ARG_REVIEW_AT),
    ("review", "replay", id::CLI_HELP_ARG_REVIEW_REPLAY),
    ("demo", "keep", id::CLI_HELP_ARG_KEEP),
    ("demo", "tour", id::CLI_HELP_ARG_TOUR),
    ("community", "name", id::CLI_HELP_ARG_NAME),
    ("community", "id", id::CLI_HELP_ARG_ID),
    ("community", "region", id::CLI_HELP_ARG_REGION),
    ("session", "title", id::CLI_HELP_ARG_TITLE),
    ("session", "on", id::CLI_HELP_ARG_ON),
    ("session", "starts", id::CLI_HELP_ARG_STARTS),
    ("session", "agenda", id::CLI_HELP_ARG_AGENDA),
    ("session", "facilitator", id::CLI_HELP_ARG_FACILITATOR),
    ("session", "recorder", id::CLI_HELP_ARG_RECORDER),
    ("session", "place", id::CLI_HELP_ARG_PLACE),
    ("session", "rules", id::CLI_HELP_ARG_RULES),
    ("session", "procedure", id::CLI_HELP_ARG_PROCEDURE),
    ("session", "topic", id::CLI_HELP_ARG_TOPIC),
    ("session", "despite", id::CLI_HELP_ARG_DESPITE),
    ("procedures", "which", id::CLI_HELP_ARG_PROCEDURES_WHICH),
    ("procedures", "format", id::CLI_HELP_ARG_PROCEDURES_FORMAT),
    ("people", "import", id::CLI_HELP_ARG_IMPORT),
    ("enter", "session", id::CLI_HELP_ARG_ENTER_SESSION),
    ("enter", "file", id::CLI_HELP_ARG_NOTES),
    ("minutes", "format", id::CLI_HELP_ARG_MINUTES_FORMAT),
    ("actions", "scope", id::CLI_HELP_ARG_SCOPE),
    ("actions", "status", id::CLI_HELP_ARG_STATUS),
    ("actions", "format", id::CLI_HELP_ARG_ACTIONS_FORMAT),
    ("action", "id", id::CLI_HELP_ARG_ACTION),
    ("action", "state", id::CLI_HELP_ARG_STATE),
    ("action", "note", id::CLI_HELP_ARG_NOTE),
    ("topics", "community", id::CLI_HELP_ARG_TOPICS_COMMUNITY),
    ("topics", "state", id::CLI_HELP_ARG_TOPICS_STATE),
    ("topics", "class", id::CLI_HELP_ARG_TOPICS_CLASS),
    ("topics", "level", id::CLI_HELP_ARG_TOPICS_LEVEL),
    ("topics", "search", id::CLI_HELP_ARG_TOPICS_SEARCH),
    ("topics", "format", id::CLI_HELP_ARG_ACTIONS_FORMAT),
    ("topics", "import", id::CLI_HELP_ARG_TOPICS_IMPORT),
    ("topics", "gather", id::CLI_HELP_ARG_TOPICS_GATHER),
    ("topics", "proposer", id::CLI_HELP_ARG_TOPICS_PROPOSER),
    ("topic", "id", id::CLI_HELP_ARG_TOPIC_ID),
    ("search", "words", id::CLI_HELP_ARG_WORDS),
    ("stats", "scope", id::CLI_HELP_ARG_STATS_SCOPE),
    ("stats", "from", id::CLI_HELP_ARG_STATS_FROM),
    ("stats", "to", id::CLI_HELP_ARG_STATS_TO),
    ("stats", "format", id::CLI_HELP_ARG_STATS_FORMAT),
    ("stats", "cases", id::CLI_HELP_ARG_STATS_CASES),
    ("list", "kind", id::CLI_HELP_ARG_KIND),
    ("stations", "on", id::CLI_HELP_ARG_STATIONS_ON),
    ("call", "which", id::CLI_HELP_ARG_CALL_WHICH),
    ("call", "reason", id::CLI_HELP_ARG_CALL_REASON),
    ("call", "grid", id::CLI_HELP_ARG_CALL_GRID),
    ("call", "place", id::CLI_HELP_ARG_CALL_PLACE),
    ("call", "at", id::CLI_HELP_ARG_CALL_AT),
    ("call", "topic", id::CLI_HELP_ARG_CALL_TOPIC),
    ("call", "count", id::CLI_HELP_ARG_CALL_COUNT),
    ("call", "member", id::CLI_HELP_ARG_CALL_MEMBER),
    ("call", "urgent", id::CLI_HELP_ARG_CALL_URGENT),
    ("call", "sheet", id::CLI_HELP_ARG_CALL_SHEET),
    ("call", "reported", id::CLI_HELP_ARG_CALL_REPORTED),
    ("call", "close", id::CLI_HELP_ARG_CALL_CLOSE),
    ("notice", "format", id::CLI_HELP_ARG_NOTICE_FORMAT),
    ("notice", "given", id::CLI_ARG_GIVEN),
    ("signin", "phones", id::CLI_ARG_PHONES),
    ("check", "path", id::CLI_HELP_ARG_PATH),
    ("completions", "shell", id::CLI_HELP_ARG_SHELL),
];

/// Behind all other arguments.
const LAST: usize = 1_000;

/// The command line with its help in the language chosen.
#[must_use]
pub fn command(words: &Words) -> Command {
    let command = Line::command()
        .about(words.say(id::CLI_HELP_ABOUT))
        .after_help(words.say(id::CLI_HELP_AFTER))
        .disable_version_flag(true)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    told(command, words)
}

/// The words for one command, and those below it.
pub fn about(name: &str) -> Option<Id> {
    COMMANDS.iter().find(|(other, _)| *other == name).map(|(_, message)| *message)
}

fn argument(command: &str, argument: &str) -> Option<Id> {
    let named = |of: &str| {
        ARGUMENTS.iter().find(|(cmd, arg, _)| *cmd == of && *arg == argument).map(|(.., id)| *id)
    };
    named(command).or_else(|| named("*"))
}

fn told(command: Command, words: &Words) -> Command {
    let name = command.get_name().to_owned();
    let command = match about(&name) {
        Some(message) => command.about(words.say(message)).long_about(None),
        None => command,
    };
    let usage = words.say(id::CLI_HELP_HEADING);
    let (options, arguments) = (words.say(id::CLI_HELP_OPTIONS), words.say(id::CLI_HELP_ARGUMENTS));
    let has_commands = command.has_subcommands();
    // Under a heading of ours they would be sorted by name.
    let mut positionals = 0;
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n"
        ))
        .subcommand_help_heading(words.say(id::CLI_HELP_COMMANDS))
        .subcommand_value_name(if has_commands { "COMMAND" } else { "" })
        .mut_args(|arg| {
            let heading = if arg.is_positional() { &arguments } else { &options };
            let arg = match argument(&name, arg.get_id().as_str()) {
                Some(message) => arg.help(words.say(message)).long_help(None),
                None => arg,
            };
            let arg = arg.help_heading(heading.clone());
            // What every command takes comes after what is its own.
            let everywhere =
                matches!(arg.get_id().as_str(), "store" | "lang" | "theme" | "help" | "version");
            let arg = if everywhere { arg.display_order(LAST) } else { arg };
            let arg = if arg.is_positional() {
                positionals += 1;
                arg.display_order(positionals)
            } else {
                arg
            };
            if !arg.get_action().takes_values() {
                return arg;
            }
            // The messages name the values, in the language chosen.
            arg.hide_possible_values(true).hide_default_value(true)
        })
        .mut_subcommands(|below| told(below, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::Lang;

    fn each(command: &Command, look: &mut impl FnMut(&Command)) {
        look(command);
        for below in command.get_subcommands() {
            each(below, look);
        }
    }

    #[test]
    fn every_command_and_argument_has_words() {
        let line = command(&Words::new(Lang::Zh));
        each(&line, &mut |command| {
            let name = command.get_name();
            assert!(name == "yishi" || about(name).is_some(), "{name}");
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                assert!(argument(name, id).is_some(), "{name} {id}");
            }
        });
    }

    #[test]
    fn every_word_is_used() {
        let line = command(&Words::new(Lang::En));
        let mut commands = Vec::new();
        let mut arguments = Vec::new();
        each(&line, &mut |command| {
            commands.push(command.get_name().to_owned());
            let of = |arg: &Arg| (command.get_name().to_owned(), arg.get_id().to_string());
            arguments.extend(command.get_arguments().map(of));
        });
        for (name, _) in COMMANDS {
            assert!(commands.iter().any(|it| it == name), "{name}");
        }
        for (of, name, _) in ARGUMENTS {
            let used = arguments.iter().any(|(cmd, arg)| arg == name && (*of == "*" || cmd == of));
            assert!(used, "{of} {name}");
        }
    }

    #[test]
    fn arguments_are_told_in_the_order_they_are_typed() {
        for (command_name, first, second) in
            [("enter", "<SESSION>  ", "[FILE]  "), ("list", "[KIND]  ", "[COMMUNITY]  ")]
        {
            let mut line = command(&Words::new(Lang::En));
            let below = line.find_subcommand_mut(command_name).expect("the command");
            let help = below.render_help().to_string();
            let at = |word: &str| help.find(word).unwrap_or_else(|| panic!("{word}:\n{help}"));
            assert!(at(first) < at(second), "{help}");
        }
    }

    #[test]
    fn clap_is_content_with_it() {
        command(&Words::new(Lang::Zh)).debug_assert();
    }

    #[test]
    fn the_help_is_in_one_language() {
        let mut text = String::new();
        each(&command(&Words::new(Lang::Zh)), &mut |command| {
            text.push_str(&command.clone().render_help().to_string());
        });
        for english in
            ["Usage", "Options", "Arguments", "Commands", "Print", "possible", "default:"]
        {
            assert!(!text.contains(english), "{english}:\n{text}");
        }
    }
}
