//! `yishi settings`: what is in force, and where each of it comes from.

use super::Done;
use super::failure::Failure;
use super::output::{columns, print, tell};
use super::own::{Chosen, InForce, Source};
use super::setting::Setting;
use crate::report::table::{Column, Table};
use crate::store::layout::{KEYS_FILE, SETTINGS_FILE, THEMES_FOLDER};
use crate::store::settings::to_text;
use crate::text::words::{Id, Words, id};
use crate::tui::keymap::{Keymap, Place};
use crate::tui::theme::standard;

/// Shows it; `language` is where that comes from.
pub fn run(setting: &Setting, language: Source) -> Result<Done, Failure> {
    let words = &setting.words;
    let mut found = Vec::new();
    let chosen = Chosen::of(setting.own(), setting.theme.as_deref(), &mut found);
    let mut told: Vec<String> = setting.troubles().to_vec();
    let plain = setting.plain(&mut found);
    told.extend(found.iter().map(|trouble| trouble.tell(words)));
    for trouble in &told {
        tell(trouble);
    }
    print(files(setting).as_bytes())?;
    let mut table = Table::new(vec![
        Column::fixed(words.say(id::SETTINGS_NAME)),
        Column::flexible(words.say(id::SETTINGS_VALUE)),
        Column::fixed(words.say(id::SETTINGS_FROM)),
    ]);
    for [name, value, source] in rows(setting, language, &chosen, &plain) {
        table.row([name, value, source]);
    }
    print(table.render(columns()).as_bytes())?;
    Ok(if told.is_empty() { Done::Well } else { Done::InPart })
}

/// Where the user's own files are, and whether they are there.
fn files(setting: &Setting) -> String {
    let words = &setting.words;
    let mut text = String::new();
    for (name, missing) in [
        (SETTINGS_FILE, id::SETTINGS_UNWRITTEN),
        (KEYS_FILE, id::SETTINGS_NO_KEYS),
        (THEMES_FOLDER, id::SETTINGS_NO_THEMES),
    ] {
        let Some(path) = setting.own().path(name) else {
            return format!("{}\n\n", words.say(id::SETTINGS_NO_FOLDER));
        };
        let told = path.display().to_string();
        let told = if path.exists() { told } else { words.tell(missing, &[("path", told.into())]) };
        text.push_str(&told);
        text.push('\n');
    }
    text.push('\n');
    text
}

fn rows(
    setting: &Setting,
    language: Source,
    chosen: &Chosen,
    plain: &InForce<bool>,
) -> Vec<[String; 3]> {
    let words = &setting.words;
    let row = |name: &str, value: &str, source: Source| {
        [name.to_owned(), value.to_owned(), from(words, source)]
    };
    let no = words.say(id::SETTINGS_NOT_SET);
    let path = |it: &std::path::PathBuf| it.display().to_string();
    let nothing = || InForce { value: no.clone(), source: Source::Program };
    let recorder = setting.recorder().unwrap_or_else(nothing);
    let font = setting.font().unwrap_or_else(nothing);
    let whether = |it: bool| if it { "true" } else { "false" };
    let keys = mine(&chosen.keymap.value);
    let keys = match keys {
        0 => words.say(id::SETTINGS_KEYS_STANDARD),
        count => words.tell(id::SETTINGS_KEYS_OWN, &[("count", count.into())]),
    };
    vec![
        row("language", words.lang().code(), language),
        row("theme", &theme(words, chosen), chosen.theme.source),
        row("borders", chosen.borders.value.name(), chosen.borders.source),
        row("mouse", whether(chosen.mouse.value), chosen.mouse.source),
        row("bell", chosen.bell.value.name(), chosen.bell.source),
        row("recorder", &recorder.value, recorder.source),
        row(
            "store",
            &path(&setting.store.layout().root().to_path_buf()),
            setting.around().root.source,
        ),
        row("font", &font.value, font.source),
        row("plain", whether(plain.value), plain.source),
        row("keys", &keys, chosen.keymap.source),
    ]
}

/// The theme's name, and what it is called where that says more.
fn theme(words: &Words, chosen: &Chosen) -> String {
    let theme = chosen.theme.value;
    let title = theme.title(words);
    if standard().iter().any(|it| it.name == theme.name) && title != theme.name {
        format!("{} ({title})", theme.name)
    } else {
        theme.name.to_owned()
    }
}

/// How many rows of a keymap are the user's.
fn mine(keymap: &Keymap) -> usize {
    let own = Place::ALL.into_iter().flat_map(|place| keymap.own(place));
    own.chain(keymap.everywhere()).filter(|row| row.mine).count()
}

fn from(words: &Words, source: Source) -> String {
    match source {
        Source::Flag => words.say(id::SETTINGS_FROM_FLAG),
        Source::Variable(name) => words.tell(id::SETTINGS_FROM_VARIABLE, &[("name", name.into())]),
        Source::File => words.say(id::SETTINGS_FROM_FILE),
        Source::System => words.say(id::SETTINGS_FROM_SYSTEM),
        Source::Program => words.say(id::SETTINGS_FROM_PROGRAM),
    }
}

/// The settings as they are first written.
#[must_use]
pub fn settings_text(words: &Words) -> String {
    to_text(&words.say(id::SETTINGS_FILE_HEADING), |name| words.say(note(name)))
}

/// What a field is for.
fn note(name: &str) -> Id {
    match name {
        "language" => id::SETTINGS_FILE_LANGUAGE,
        "theme" => id::SETTINGS_FILE_THEME,
        "borders" => id::SETTINGS_FILE_BORDERS,
        "mouse" => id::SETTINGS_FILE_MOUSE,
        "bell" => id::SETTINGS_FILE_BELL,
        "recorder" => id::SETTINGS_FILE_RECORDER,
        "store" => id::SETTINGS_FILE_STORE,
        "font" => id::SETTINGS_FILE_FONT,
        _ => id::SETTINGS_FILE_PLAIN,
    }
}
