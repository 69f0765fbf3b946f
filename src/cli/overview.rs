//! `yishi` alone: what there is, and what one can do next.

use std::fmt::Write as _;

use super::Done;
use super::failure::Failure;
use super::help;
use super::list;
use super::output::print;
use super::setting::Setting;
use crate::text::width::{pad, width};
use crate::text::words::id;

/// Shows it.
pub fn run(setting: &Setting) -> Result<Done, Failure> {
    let words = &setting.words;
    print(format!("{}\n\n", words.say(id::CLI_HELP_ABOUT)).as_bytes())?;
    let communities = setting.store.communities()?;
    let done = if communities.is_empty() {
        print(format!("{}\n", words.say(id::OVERVIEW_EMPTY)).as_bytes())?;
        Done::Well
    } else {
        list::run(setting, &super::args::List { kind: None, community: None })?
    };
    let mut text = format!("\n{}\n", words.say(id::CLI_HELP_COMMANDS));
    let command = help::command(words);
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or_default();
    for name in names {
        let about = help::about(name).map(|message| words.say(message)).unwrap_or_default();
        // Writing to a String does not fail.
        let _ = writeln!(text, "  {}  {about}", pad(name, widest));
    }
    let _ = writeln!(text, "\n{}", words.say(id::OVERVIEW_HELP));
    print(text.as_bytes())?;
    Ok(done)
}
