//! What every command needs: the language, the store, the clock, who writes.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Local, NaiveDate, Timelike as _};

use super::failure::Failure;
use crate::domain::record::Moment;
use crate::store::device::Origin;
use crate::store::layout::{default_root, device_folder};
use crate::store::library::Store;
use crate::store::os_disk::{OsDisk, host_name};
use crate::text::words::{BadLanguage, Lang, Words, choose_language};
use crate::tui::keymap::Keymap;
use crate::tui::theme::Theme;

/// How the screens look and answer; what is changed on one holds on the next.
#[derive(Debug, Clone)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Which key does what.
    pub keymap: Keymap,
}

/// What every command needs.
#[derive(Debug)]
pub struct Setting {
    /// The words, in the language chosen.
    pub words: Words,
    /// Everything that is kept.
    pub store: Store,
    /// A fixed time, where `YISHI_NOW` gives one: for tests and for making sample data.
    fixed: Option<Moment>,
}

/// A variable of the environment; one that is empty or not Unicode counts as not set.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The language to speak.
///
/// # Errors
/// When a language is asked for by name that the program does not speak.
pub fn language(flag: Option<&str>) -> Result<Lang, BadLanguage> {
    let (own, all) = (variable("YISHI_LANG"), variable("LC_ALL"));
    let (messages, lang) = (variable("LC_MESSAGES"), variable("LANG"));
    let system = sys_locale::get_locale();
    choose_language(
        flag,
        own.as_deref(),
        all.as_deref(),
        messages.as_deref(),
        lang.as_deref(),
        system.as_deref(),
    )
}

/// Where and when this call is made.
#[derive(Debug)]
pub struct Around {
    root: PathBuf,
    fixed: Option<Moment>,
}

impl Around {
    /// Flags go before variables, variables before what the system says.
    ///
    /// # Errors
    /// When there is no folder to keep anything in, or `YISHI_NOW` is no time.
    pub fn find(store: Option<&Path>) -> Result<Self, Failure> {
        let named = store.map(Path::to_path_buf);
        let root = named.or_else(|| variable("YISHI_STORE").map(PathBuf::from));
        let fixed = match variable("YISHI_NOW") {
            None => None,
            Some(given) => match DateTime::parse_from_rfc3339(&given) {
                Ok(fixed) => Some(fixed),
                Err(_) => return Err(Failure::BadNow(given)),
            },
        };
        let root = root.or_else(default_root).ok_or(Failure::NoHome)?;
        Ok(Self { root, fixed })
    }
}

impl Setting {
    /// The setting of this call.
    #[must_use]
    pub fn new(words: Words, around: Around) -> Self {
        Self { words, store: store_at(around.root), fixed: around.fixed }
    }

    /// The same in another store.
    #[must_use]
    pub fn at(&self, root: PathBuf) -> Self {
        Self { words: Words::new(self.words.lang()), store: store_at(root), fixed: self.fixed }
    }

    /// How the screens are to look.
    #[must_use]
    pub fn look(&self) -> Look {
        let plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let theme = if plain { Theme::plain() } else { Theme::default() };
        Look { lang: self.words.lang(), theme, keymap: Keymap::standard() }
    }

    /// Whether a store is found without being named on the command line.
    #[must_use]
    pub fn is_usual(root: &Path) -> bool {
        let usual = variable("YISHI_STORE").map(PathBuf::from).or_else(default_root);
        usual.as_deref() == Some(root)
    }

    /// A command of this program that finds the same store wherever it is typed.
    #[must_use]
    pub fn command(&self, rest: &str) -> String {
        let root = Some(self.store.layout().root()).filter(|root| !Self::is_usual(root));
        let store = root.map(|root| format!("--store {} ", root.display())).unwrap_or_default();
        format!("yishi {store}{rest}")
    }

    /// The time, to the second.
    #[must_use]
    pub fn now(&self) -> Moment {
        now(self.fixed)
    }

    /// The day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// A clock to take along.
    #[must_use]
    pub fn clock(&self) -> Box<dyn Fn() -> Moment> {
        let fixed = self.fixed;
        Box::new(move || now(fixed))
    }

    /// The font for large type that is asked for by name.
    #[must_use]
    pub fn font() -> Option<String> {
        variable("YISHI_FONT")
    }

    /// Who writes: as said, by `YISHI_BY`, else whoever is logged in, else this device.
    ///
    /// # Errors
    /// When nobody is named and the device has no name either.
    pub fn by(&self, said: Option<&str>) -> Result<String, Failure> {
        let said = said.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        let known = || ["YISHI_BY", "USER", "USERNAME"].into_iter().find_map(variable);
        match said.or_else(known) {
            Some(name) => Ok(name.trim().to_owned()),
            None => Ok(self.store.device()?.to_string()),
        }
    }
}

fn now(fixed: Option<Moment>) -> Moment {
    let now = fixed.unwrap_or_else(|| Local::now().fixed_offset());
    now.with_nanosecond(0).unwrap_or(now)
}

fn store_at(root: PathBuf) -> Store {
    let origin =
        Origin { given: variable("YISHI_DEVICE"), folder: device_folder(), host: host_name() };
    Store::new(Arc::new(OsDisk), root, origin)
}
