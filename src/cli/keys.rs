//! `yishi keys`: the keymap as it is in force, and `yishi completions`.

use clap_complete::generate;

use super::Done;
use super::args;
use super::failure::Failure;
use super::help;
use super::output::{columns, print};
use super::setting::Setting;
use crate::report::table::{Column, Table};
use crate::text::words::id;
use crate::tui::keymap::{Does, Keymap};

/// `yishi keys`
pub fn run(setting: &Setting) -> Result<Done, Failure> {
    let words = &setting.words;
    let keymap = Keymap::standard();
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::KEYS_KEY)),
        Column::flexible(words.say(id::KEYS_DOES)),
    ]);
    for does in Does::ALL {
        let keys: Vec<String> = keymap
            .rows()
            .filter(|(_, other)| *other == does)
            .map(|(key, _)| key.to_string())
            .collect();
        if !keys.is_empty() {
            table.row([keys.join(" "), words.say(does.about())]);
        }
    }
    print(table.render(columns()).as_bytes())?;
    Ok(Done::Well)
}

/// `yishi completions`
pub fn completions(setting: &Setting, args: &args::Completions) -> Result<Done, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut help::command(&setting.words), "yishi", &mut script);
    print(&script)?;
    Ok(Done::Well)
}
