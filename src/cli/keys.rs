//! `yishi keys`: the keymap as it is in force, and `yishi completions`.

use clap_complete::generate;

use super::Done;
use super::args;
use super::failure::Failure;
use super::help;
use super::output::{columns, print, tell};
use super::setting::Setting;
use crate::report::table::{Column, Table};
use crate::store::layout::KEYS_FILE;
use crate::text::words::id;
use crate::tui::keymap::{Listed, Place};

/// `yishi keys`
pub fn run(setting: &Setting) -> Result<Done, Failure> {
    let words = &setting.words;
    let mut found = Vec::new();
    let keymap = setting.own().keymap(&mut found).value;
    for trouble in &found {
        tell(&trouble.tell(words));
    }
    section(setting, &words.say(id::PLACE_EVERYWHERE), "everywhere", keymap.everywhere())?;
    for place in Place::ALL {
        let own = keymap.own(place);
        if !own.is_empty() {
            print(b"\n")?;
            section(setting, &words.say(place.name()), place.section(), own)?;
        }
    }
    let mine = Place::ALL.into_iter().flat_map(|place| keymap.own(place));
    if mine.chain(keymap.everywhere()).any(|row| row.mine)
        && let Some(path) = setting.own().path(KEYS_FILE)
    {
        let values = [("path", path.display().to_string().into())];
        print(format!("\n{}\n", words.tell(id::KEYS_MINE, &values)).as_bytes())?;
    }
    Ok(if found.is_empty() { Done::Well } else { Done::InPart })
}

/// The keys of one screen, those that do the same side by side; the user's own are marked.
fn section(setting: &Setting, name: &str, named: &str, rows: &[Listed]) -> Result<(), Failure> {
    let words = &setting.words;
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::KEYS_KEY)),
        Column::fixed(words.say(id::KEYS_NAME)),
        Column::flexible(words.say(id::KEYS_DOES)),
    ]);
    let mut told = Vec::new();
    for row in rows {
        if told.contains(&row.does) {
            continue;
        }
        told.push(row.does);
        let same = rows.iter().filter(|other| other.does == row.does);
        let keys: Vec<String> =
            same.map(|row| format!("{}{}", row.key, if row.mine { "*" } else { "" })).collect();
        let (action, about) = match row.does {
            Some(does) => (does.name(), words.say(does.about())),
            None => ("Nothing", words.say(id::KEYS_FREE)),
        };
        table.row([keys.join(" "), action.to_owned(), about]);
    }
    print(format!("{name} ({named})\n").as_bytes())?;
    print(table.render(columns()).as_bytes())
}

/// `yishi completions`
pub fn completions(setting: &Setting, args: &args::Completions) -> Result<Done, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut help::command(&setting.words), "yishi", &mut script);
    print(&script)?;
    Ok(Done::Well)
}
