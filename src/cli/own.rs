//! The user's own files in the folder of settings, and what is in force of them.
//!
//! ```text
//! settings.ron     how the program is wanted; written once by the program
//! keys.ron         other keys
//! themes/*.ron     other colours
//! ```
//!
//! A flag goes before a variable, a variable before the file, the file before what the system says.

use std::env;
use std::path::{Path, PathBuf};

use crate::phrase::mistakes::{self, column};
use crate::phrase::troubles;
use crate::store::disk::{Disk, DiskError, EntryKind};
use crate::store::handwritten::{Expected, Mistake, Place as Spot};
use crate::store::layout::{KEYS_FILE, SETTINGS_FILE, THEMES_FOLDER, settings_folder};
use crate::store::os_disk::OsDisk;
use crate::store::settings::{self, Bell, Borders, Settings, YES_NO, yes_no};
use crate::text::words::{Value, Words, id};
use crate::tui::keeping::expand_home;
use crate::tui::keymap::{Keymap, Place};
use crate::tui::own_keys::{KeyMistake, patched};
use crate::tui::theme::{self, Theme};

/// A variable of the environment; one that is empty or not Unicode counts as not set.
#[must_use]
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Where something that is in force comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The command line.
    Flag,
    /// This variable of the environment.
    Variable(&'static str),
    /// The user's own file.
    File,
    /// The system.
    System,
    /// The program.
    Program,
}

/// Something in force, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce<T> {
    /// What.
    pub value: T,
    /// From where.
    pub source: Source,
}

/// Something that the user wrote and the program cannot use.
#[derive(Debug)]
pub enum Trouble {
    /// A file that cannot be read.
    Disk(DiskError),
    /// Something wrong in settings or a theme; these are the names its fields can have.
    Mistake(PathBuf, Mistake, Vec<&'static str>),
    /// Something wrong in the keys, which are not used then.
    Keys(PathBuf, KeyMistake),
    /// A variable with a value that it cannot have.
    Variable {
        /// Its name.
        name: &'static str,
        /// What it says.
        value: String,
        /// What it can say.
        can_be: Vec<String>,
    },
}

impl Trouble {
    /// What is wrong, where, and what should be there instead.
    #[must_use]
    pub fn tell(&self, words: &Words) -> String {
        let at = |path: &Path, spot: Spot, what: &str| {
            troubles::at(words, path, Some(spot.line as u64), what)
        };
        match self {
            Self::Disk(error) => troubles::disk(words, error),
            Self::Mistake(path, mistake, known) => {
                at(path, mistake.at(), &mistakes::mistake(words, mistake, known))
            }
            Self::Keys(path, mistake) => at(path, mistake.at(), &key_mistake(words, mistake)),
            Self::Variable { name, value, can_be } => {
                let list = can_be.join(&words.say(id::LIST_SEPARATOR));
                let values =
                    [("name", (*name).into()), ("value", value.into()), ("list", list.into())];
                words.tell(id::OWN_VARIABLE, &values)
            }
        }
    }
}

/// The names of the sections of the keys.
fn sections() -> Vec<&'static str> {
    let places = Place::ALL.into_iter().map(Place::section);
    std::iter::once("everywhere").chain(places).collect()
}

fn key_mistake(words: &Words, mistake: &KeyMistake) -> String {
    let mut values: Vec<(&str, Value<'_>)> = vec![column(mistake.at())];
    let mut name = |name: &'static str, value: String| values.push((name, value.into()));
    let message = match mistake {
        KeyMistake::Written(mistake) => return mistakes::mistake(words, mistake, &sections()),
        KeyMistake::BareSign { key, .. } => {
            name("key", key.clone());
            id::OWN_KEYS_BARE
        }
        KeyMistake::Same { key, same, .. } => {
            name("key", key.clone());
            name("same", (*same).to_owned());
            id::OWN_KEYS_SAME
        }
        KeyMistake::Twice { key, first, second, .. } => {
            name("key", key.clone());
            name("does", first.1.to_owned());
            name("second", (*second).to_owned());
            name("line", first.0.line.to_string());
            name("place", first.0.column.to_string());
            id::OWN_KEYS_TWICE
        }
        KeyMistake::NotHere { does, place, .. } => {
            name("does", does.name().to_owned());
            name("screen", words.say(place.name()));
            id::OWN_KEYS_NOT_HERE
        }
        KeyMistake::Needed { key, does, place, .. } => {
            name("key", key.clone());
            name("does", does.name().to_owned());
            name("about", words.say(does.about()));
            name("screen", words.say(place.name()));
            id::OWN_KEYS_NEEDED
        }
    };
    words.tell(message, &values)
}

/// The user's own files.
#[derive(Debug, Clone, Default)]
pub struct Own {
    /// The folder they are in; none where the system knows no home.
    pub folder: Option<PathBuf>,
    /// What the settings say.
    pub settings: Settings,
}

impl Own {
    /// Reads the settings, and says what is wrong in them.
    #[must_use]
    pub fn read() -> (Self, Vec<Trouble>) {
        let folder = variable("YISHI_CONFIG").map(PathBuf::from).or_else(settings_folder);
        let mut own = Self { folder, settings: Settings::default() };
        let mut troubles = Vec::new();
        if let Some((path, bytes)) = own.file(SETTINGS_FILE, &mut troubles) {
            let (settings, wrong) = Settings::parse(&bytes);
            own.settings = settings;
            let known: Vec<&str> = settings::FIELDS.iter().map(|(name, _)| *name).collect();
            let told = |mistake| Trouble::Mistake(path.clone(), mistake, known.clone());
            troubles.extend(wrong.into_iter().map(told));
        }
        (own, troubles)
    }

    /// A file or folder of the user's.
    #[must_use]
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(name))
    }

    /// The content of a file, if it is there.
    fn file(&self, name: &str, troubles: &mut Vec<Trouble>) -> Option<(PathBuf, Vec<u8>)> {
        let path = self.path(name)?;
        match OsDisk.read(&path) {
            Ok(bytes) => Some((path, bytes)),
            Err(error) if error.is_missing() => None,
            Err(error) => {
                troubles.push(Trouble::Disk(error));
                None
            }
        }
    }

    /// The folder that the settings name for everything that is kept. `~` is the user's own, and one
    /// that is not whole is taken from the folder of settings.
    #[must_use]
    pub fn store(&self) -> Option<PathBuf> {
        self.settings.store.as_ref().map(|store| self.whole(store))
    }

    /// The font file that the settings name, or `off`.
    #[must_use]
    pub fn font(&self) -> Option<String> {
        let font = self.settings.font.as_ref()?;
        let whole = if font == Path::new("off") { font.clone() } else { self.whole(font) };
        Some(whole.display().to_string())
    }

    fn whole(&self, path: &Path) -> PathBuf {
        let path = expand_home(&path.to_string_lossy());
        self.folder.as_ref().map_or(path.clone(), |folder| folder.join(path))
    }

    /// The path of settings that are still to be written.
    #[must_use]
    pub fn unwritten(&self) -> Option<PathBuf> {
        let path = self.path(SETTINGS_FILE)?;
        OsDisk.look(&path).is_ok_and(|there| there.is_none()).then_some(path)
    }

    /// What is in force of something that a variable and the settings can say.
    pub fn choose<T: Copy>(
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        can_be: &[&str],
        file: Option<T>,
        program: T,
        troubles: &mut Vec<Trouble>,
    ) -> InForce<T> {
        if let Some(value) = variable(name) {
            if let Some(value) = parse(value.trim()) {
                return InForce { value, source: Source::Variable(name) };
            }
            let can_be = can_be.iter().map(ToString::to_string).collect();
            troubles.push(Trouble::Variable { name, value, can_be });
        }
        match file {
            Some(value) => InForce { value, source: Source::File },
            None => InForce { value: program, source: Source::Program },
        }
    }

    /// The keys in force.
    #[must_use]
    pub fn keymap(&self, troubles: &mut Vec<Trouble>) -> InForce<Keymap> {
        let standard = Keymap::standard();
        if let Some((path, bytes)) = self.file(KEYS_FILE, troubles) {
            match patched(&standard, &bytes) {
                Ok(keymap) => return InForce { value: keymap, source: Source::File },
                Err(wrong) => {
                    let told = |mistake| Trouble::Keys(path.clone(), mistake);
                    troubles.extend(wrong.into_iter().map(told));
                }
            }
        }
        InForce { value: standard, source: Source::Program }
    }

    /// Every theme there is, the program's and the user's.
    #[must_use]
    pub fn themes(&self, troubles: &mut Vec<Trouble>) -> &'static [Theme] {
        let Some(folder) = self.path(THEMES_FOLDER) else { return theme::standard() };
        let entries = match OsDisk.list(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                if !error.is_missing() {
                    troubles.push(Trouble::Disk(error));
                }
                return theme::standard();
            }
        };
        let mut own = Vec::new();
        for entry in entries.into_iter().filter(|entry| entry.kind != EntryKind::Folder) {
            let Some(name) = entry.name.strip_suffix(".ron") else { continue };
            let path = folder.join(&entry.name);
            match OsDisk.read(&path) {
                Ok(bytes) => {
                    let (read, wrong) = theme::read(name, &bytes);
                    own.push(read);
                    let known: Vec<&str> =
                        std::iter::once("like").chain(theme::PARTS.iter().copied()).collect();
                    let told = |mistake| Trouble::Mistake(path.clone(), mistake, known.clone());
                    troubles.extend(wrong.into_iter().map(told));
                }
                Err(error) => troubles.push(Trouble::Disk(error)),
            }
        }
        theme::with_own(own)
    }

    /// The theme in force; `flag` is one that the command line names and that is there.
    #[must_use]
    pub fn theme(
        &self,
        flag: Option<&str>,
        family: &'static [Theme],
        troubles: &mut Vec<Trouble>,
    ) -> InForce<Theme> {
        const VARIABLE: &str = "YISHI_THEME";
        let named = |name: &str| Theme::named(name.trim(), family);
        let known = || family.iter().map(|theme| theme.name.to_owned()).collect::<Vec<String>>();
        if let Some(value) = flag.and_then(named) {
            return InForce { value, source: Source::Flag };
        }
        if let Some(value) = variable(VARIABLE) {
            if let Some(value) = named(&value) {
                return InForce { value, source: Source::Variable(VARIABLE) };
            }
            let can_be = known();
            troubles.push(Trouble::Variable { name: VARIABLE, value, can_be });
        }
        if no_color() {
            return InForce { value: Theme::plain(), source: Source::Variable("NO_COLOR") };
        }
        if let (Some(written), Some(path)) = (&self.settings.theme, self.path(SETTINGS_FILE)) {
            if let Some(value) = named(&written.name) {
                return InForce { value, source: Source::File };
            }
            let mistake = Mistake::Value {
                at: written.at,
                name: "theme".to_owned(),
                found: written.name.clone(),
                expected: Expected::OneOf(known()),
            };
            troubles.push(Trouble::Mistake(path, mistake, Vec::new()));
        }
        let first = family.first().and_then(|first| named(first.name));
        InForce { value: first.unwrap_or_default(), source: Source::Program }
    }
}

/// What is in force for screens.
#[derive(Debug)]
pub struct Chosen {
    /// Colours.
    pub theme: InForce<Theme>,
    /// What frames are drawn with.
    pub borders: InForce<Borders>,
    /// Whether the mouse is taken.
    pub mouse: InForce<bool>,
    /// When the bell is rung.
    pub bell: InForce<Bell>,
    /// Which key does what.
    pub keymap: InForce<Keymap>,
}

impl Chosen {
    /// Reads what is needed, and says what is wrong in it.
    #[must_use]
    pub fn of(own: &Own, theme: Option<&str>, troubles: &mut Vec<Trouble>) -> Self {
        let family = own.themes(troubles);
        let settings = &own.settings;
        Self {
            theme: own.theme(theme, family, troubles),
            borders: Own::choose(
                "YISHI_BORDERS",
                Borders::parse,
                &Borders::NAMES,
                settings.borders,
                Borders::default(),
                troubles,
            ),
            mouse: Own::choose("YISHI_MOUSE", yes_no, &YES_NO, settings.mouse, false, troubles),
            bell: Own::choose(
                "YISHI_BELL",
                Bell::parse,
                &Bell::NAMES,
                settings.bell,
                Bell::default(),
                troubles,
            ),
            keymap: own.keymap(troubles),
        }
    }
}

/// Whether the user wants no colours (<https://no-color.org>).
#[must_use]
pub fn no_color() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
