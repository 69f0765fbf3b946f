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
use crate::tui::keymap::{Does, Key, Keymap, Place};

/// `yishi keys`
pub fn run(setting: &Setting) -> Result<Done, Failure> {
    let words = &setting.words;
    let keymap = Keymap::standard();
    let everywhere = keymap.everywhere();
    section(setting, &words.say(id::PLACE_EVERYWHERE), &everywhere)?;
    for place in Place::ALL {
        let own = keymap.own(place);
        if !own.is_empty() {
            print(b"\n")?;
            section(setting, &words.say(place.name()), &own)?;
        }
    }
    Ok(Done::Well)
}

/// The keys of one screen, those that do the same side by side.
fn section(setting: &Setting, name: &str, rows: &[(Key, Does)]) -> Result<(), Failure> {
    let words = &setting.words;
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::KEYS_KEY)),
        Column::flexible(words.say(id::KEYS_DOES)),
    ]);
    let mut told = Vec::new();
    for (_, does) in rows {
        if told.contains(does) {
            continue;
        }
        told.push(*does);
        let keys = rows.iter().filter(|(_, other)| other == does);
        let keys: Vec<String> = keys.map(|(key, _)| key.to_string()).collect();
        table.row([keys.join(" "), words.say(does.about())]);
    }
    print(format!("{name}\n").as_bytes())?;
    print(table.render(columns()).as_bytes())
}

/// `yishi completions`
pub fn completions(setting: &Setting, args: &args::Completions) -> Result<Done, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut help::command(&setting.words), "yishi", &mut script);
    print(&script)?;
    Ok(Done::Well)
}
