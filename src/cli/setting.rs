//! What every command needs: the language, the store, the clock, who writes.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Local, NaiveDate, Timelike as _};
use directories::ProjectDirs;

use super::failure::Failure;
use super::output::tell;
use super::own::{Chosen, InForce, Own, Source, Trouble, variable};
use super::settings::settings_text;
use crate::domain::record::Moment;
use crate::store::device::Origin;
use crate::store::layout::{default_root, device_folder};
use crate::store::library::Store;
use crate::store::os_disk::{OsDisk, host_name};
use crate::store::settings::{Bell, Borders, YES_NO, write_once, yes_no};
use crate::text::words::{BadLanguage, Lang, Words, choose_language, id};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::glyphs::Glyphs;
use crate::tui::keymap::Keymap;
use crate::tui::stage::{Manner, Stage};
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
    /// How the terminal is taken.
    pub manner: Manner,
    /// When the bell is rung.
    pub bell: Bell,
    /// What is wrong with the user's own files. The first screen that can tell something takes it.
    pub notice: Option<String>,
    /// Settings that are to be written when a screen is opened for the first time.
    unwritten: Option<(PathBuf, String)>,
}

impl Look {
    /// Puts what is wrong with the user's own files where a screen tells something, once, unless
    /// there is something else to tell.
    pub fn tell_on(&mut self, notice: &mut Option<Notice>) {
        if notice.is_none() {
            *notice = self.notice.take().map(|text| Notice { tone: Tone::Refused, text });
        }
    }

    /// Takes the terminal for a screen. Where there are no settings yet they are written.
    ///
    /// # Errors
    /// [`std::io::ErrorKind::Unsupported`] when there is no terminal; otherwise when it refuses.
    pub fn take_stage(&self) -> io::Result<Stage> {
        let stage = Stage::take(self.manner)?;
        if let Some((path, text)) = &self.unwritten {
            // A home that cannot be written to is no reason not to hold a meeting.
            let _ = write_once(&OsDisk, path, text);
        }
        Ok(stage)
    }
}

/// What every command needs.
#[derive(Debug)]
pub struct Setting {
    /// The words, in the language chosen.
    pub words: Words,
    /// Everything that is kept.
    pub store: Store,
    /// The theme that the command line names.
    pub theme: Option<String>,
    /// Whether the command line asks for a line at a time.
    pub asks_plain: bool,
    around: Around,
    /// What is wrong with the settings.
    troubles: Vec<String>,
}

/// The language to speak; `file` is the one that the settings name.
///
/// # Errors
/// When a language is asked for by name that the program does not speak.
pub fn language(flag: Option<&str>, file: Option<Lang>) -> Result<InForce<Lang>, BadLanguage> {
    const VARIABLE: &str = "YISHI_LANG";
    let (own, all) = (variable(VARIABLE), variable("LC_ALL"));
    let source = match (flag, &own, file) {
        (Some(_), ..) => Source::Flag,
        (None, Some(_), _) => Source::Variable(VARIABLE),
        (None, None, Some(_)) => Source::File,
        (None, None, None) => Source::System,
    };
    let own = own.or_else(|| file.map(|lang| lang.code().to_owned()));
    let (messages, lang) = (variable("LC_MESSAGES"), variable("LANG"));
    let system = sys_locale::get_locale();
    let value = choose_language(
        flag,
        own.as_deref(),
        all.as_deref(),
        messages.as_deref(),
        lang.as_deref(),
        system.as_deref(),
    )?;
    Ok(InForce { value, source })
}

/// Where and when this call is made, and what the user has set for all of them.
#[derive(Debug, Clone)]
pub struct Around {
    /// Where everything is kept.
    pub root: InForce<PathBuf>,
    /// The user's own files.
    pub own: Own,
    /// The store that is found without being named on the command line.
    usual: Option<PathBuf>,
    /// A fixed time, where `YISHI_NOW` gives one: for tests and for making sample data.
    fixed: Option<Moment>,
}

impl Around {
    /// Flags go before variables, variables before the settings, those before what the system says.
    ///
    /// # Errors
    /// When there is no folder to keep anything in, or `YISHI_NOW` is no time.
    pub fn find(store: Option<&Path>, own: Own) -> Result<Self, Failure> {
        const VARIABLE: &str = "YISHI_STORE";
        let in_force = |source| move |value: PathBuf| InForce { value, source };
        let usual = variable(VARIABLE).map(PathBuf::from).map(in_force(Source::Variable(VARIABLE)));
        let usual = usual.or_else(|| own.store().map(in_force(Source::File)));
        let usual = usual.or_else(|| default_root().map(in_force(Source::System)));
        let named = store.map(Path::to_path_buf).map(in_force(Source::Flag));
        let root = named.or_else(|| usual.clone());
        let usual = usual.map(|usual| usual.value);
        let fixed = match variable("YISHI_NOW") {
            None => None,
            Some(given) => match DateTime::parse_from_rfc3339(&given) {
                Ok(fixed) => Some(fixed),
                Err(_) => return Err(Failure::BadNow(given)),
            },
        };
        Ok(Self { root: root.ok_or(Failure::NoHome)?, own, usual, fixed })
    }
}

impl Setting {
    /// The setting of this call.
    #[must_use]
    pub fn new(words: Words, around: Around) -> Self {
        let store = store_at(around.root.value.clone());
        Self { words, store, theme: None, asks_plain: false, around, troubles: Vec::new() }
    }

    /// The user's own files.
    #[must_use]
    pub fn own(&self) -> &Own {
        &self.around.own
    }

    /// What is wrong with the settings.
    #[must_use]
    pub fn troubles(&self) -> &[String] {
        &self.troubles
    }

    /// Keeps what is wrong with the settings, to be told on a screen.
    pub fn keep(&mut self, troubles: Vec<String>) {
        self.troubles = troubles;
    }

    /// Where and when, to be taken to another thread.
    #[must_use]
    pub fn around(&self) -> Around {
        self.around.clone()
    }

    /// Whether the store is one that the program made for itself, such as a copy of the sample.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.around.root.source == Source::Program
    }

    /// The same in another store.
    #[must_use]
    pub fn at(&self, root: PathBuf) -> Self {
        let root = InForce { value: root, source: Source::Program };
        let around = Around { root, ..self.around.clone() };
        let words = Words::new(self.words.lang());
        let (theme, troubles) = (self.theme.clone(), self.troubles.clone());
        Self { theme, troubles, asks_plain: self.asks_plain, ..Self::new(words, around) }
    }

    /// The same store once more, for a thread of its own.
    #[must_use]
    pub fn another(&self) -> Store {
        store_at(self.store.layout().root().to_path_buf())
    }

    /// How the screens are to look. What is wrong with the user's own files is told.
    #[must_use]
    pub fn look(&self) -> Look {
        let mut found = Vec::new();
        let chosen = Chosen::of(self.own(), self.theme.as_deref(), &mut found);
        let told: Vec<String> = found.iter().map(|trouble| trouble.tell(&self.words)).collect();
        for trouble in &told {
            tell(trouble);
        }
        let lines = chosen.borders.value != Borders::Ascii;
        let glyphs = if lines { Glyphs::LINES } else { Glyphs::ASCII };
        let manner = Manner {
            mouse: chosen.mouse.value,
            asks: chosen.borders.value == Borders::Auto,
            colours: matches!(chosen.theme.source, Source::Flag | Source::Variable("YISHI_THEME")),
        };
        Look {
            lang: self.words.lang(),
            theme: chosen.theme.value.drawn_with(glyphs),
            keymap: chosen.keymap.value.with_mouse(manner.mouse),
            manner,
            bell: chosen.bell.value,
            notice: self.notice(&told),
            unwritten: self.own().unwritten().map(|path| (path, settings_text(&self.words))),
        }
    }

    /// The first thing that is wrong with the user's own files, and how many more there are.
    fn notice(&self, found: &[String]) -> Option<String> {
        let mut all = self.troubles.iter().chain(found);
        let first = all.next()?;
        let values = [("first", first.into()), ("more", all.count().into())];
        Some(self.words.tell(id::OWN_NOTICE, &values))
    }

    /// Whether a store is found without being named on the command line.
    #[must_use]
    pub fn is_usual(&self, root: &Path) -> bool {
        self.around.usual.as_deref() == Some(root)
    }

    /// A command of this program that finds the same store wherever it is typed.
    #[must_use]
    pub fn command(&self, rest: &str) -> String {
        let root = Some(self.store.layout().root()).filter(|root| !self.is_usual(root));
        let quoted = |root: &Path| {
            let root = root.display().to_string();
            if root.contains(char::is_whitespace) { format!("\"{root}\"") } else { root }
        };
        let store = root.map(|root| format!("--store {} ", quoted(root))).unwrap_or_default();
        format!("yishi {store}{rest}")
    }

    /// The time, to the second.
    #[must_use]
    pub fn now(&self) -> Moment {
        now(self.around.fixed)
    }

    /// The day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// A clock to take along.
    #[must_use]
    pub fn clock(&self) -> Box<dyn Fn() -> Moment> {
        let fixed = self.around.fixed;
        Box::new(move || now(fixed))
    }

    /// Whether everything is to be told a line at a time: as the command line, `YISHI_PLAIN` or the
    /// settings say.
    #[must_use]
    pub fn plain(&self, troubles: &mut Vec<Trouble>) -> InForce<bool> {
        if self.asks_plain {
            return InForce { value: true, source: Source::Flag };
        }
        let settings = &self.own().settings;
        Own::choose("YISHI_PLAIN", yes_no, &YES_NO, settings.plain, false, troubles)
    }

    /// The font for large type that is asked for by name: by `YISHI_FONT`, else by the settings.
    #[must_use]
    pub fn font(&self) -> Option<InForce<String>> {
        const VARIABLE: &str = "YISHI_FONT";
        let named = |source| move |value: String| InForce { value, source };
        let given = variable(VARIABLE).map(named(Source::Variable(VARIABLE)));
        given.or_else(|| self.own().font().map(named(Source::File)))
    }

    /// Who writes: as said, by `YISHI_BY`, by the settings, else whoever is logged in, else this
    /// device.
    ///
    /// # Errors
    /// When nobody is named and the device has no name either.
    pub fn by(&self, said: Option<&str>) -> Result<String, Failure> {
        let said = said.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        match said.or_else(|| self.recorder().map(|recorder| recorder.value)) {
            Some(name) => Ok(name.trim().to_owned()),
            None => Ok(self.store.device()?.to_string()),
        }
    }

    /// Who writes where nobody is named, unless it is this device.
    #[must_use]
    pub fn recorder(&self) -> Option<InForce<String>> {
        const VARIABLE: &str = "YISHI_BY";
        let named = |source| move |value: String| InForce { value, source };
        let given = variable(VARIABLE).map(named(Source::Variable(VARIABLE)));
        let given = given.or_else(|| self.own().settings.recorder.clone().map(named(Source::File)));
        let login = || ["USER", "USERNAME"].into_iter().find_map(variable);
        given.or_else(|| login().map(named(Source::System)))
    }
}

/// Where what can be made anew at any time is kept: `YISHI_CACHE`, else the system's folder for it.
#[must_use]
pub fn cache_folder() -> Option<PathBuf> {
    let system = || ProjectDirs::from("", "", "yishi").map(|dirs| dirs.cache_dir().to_path_buf());
    variable("YISHI_CACHE").map(PathBuf::from).or_else(system)
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
