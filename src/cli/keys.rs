//! `yishi keys` and `yishi completions`.

use clap::CommandFactory as _;

use super::Done;
use super::args::{Completions, Line};
use super::failure::Failure;
use super::output::{columns, print};
use super::setting::Setting;
use crate::report::table::{Column, Table};
use crate::text::words::id;
use crate::tui::keymap::Keymap;

/// `yishi keys`
pub fn keys(setting: &Setting) -> Result<Done, Failure> {
    let words = &setting.words;
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::KEYS_KEY)),
        Column::flexible(words.say(id::KEYS_DOES)),
    ]);
    for (key, does) in Keymap::standard().rows() {
        table.row([key.to_string(), words.say(does.about())]);
    }
    print(table.render(columns()).as_bytes())?;
    Ok(Done::Well)
}

/// `yishi completions`
pub fn completions(args: &Completions) -> Result<Done, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Line::command(), "yishi", &mut script);
    print(&script)?;
    Ok(Done::Well)
}
