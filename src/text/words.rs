//! The words of the program in two languages, and which of the two to speak.
//!
//! Messages live in `data/lang/<language>/*.ftl` ([Fluent](https://projectfluent.org) syntax).
//! The build checks them and makes one constant in [`id`] of each, so that a misspelt or
//! untranslated message does not compile.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese, simplified.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The short code by which a user names the language: `zh` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// Reads `zh`, `en`, a language tag (`zh-CN`, `en-GB`) or a locale (`zh_CN.UTF-8`).
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let primary = name.trim().split(['-', '_', '.', '@']).next()?;
        if primary.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    const fn sources(self) -> &'static [&'static str] {
        match self {
            Self::Zh => ZH,
            Self::En => EN,
        }
    }
}

/// A message, by its place in the table of all messages. Use the constants in [`id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u16);

impl Id {
    /// The id as written in the `.ftl` files, such as `app-name`.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Every message there is, in order of name.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u16::MAX).take(NAMES.len()).map(Self)
    }
}

/// Something to put into a message: text or a whole number.
#[derive(Debug, Clone, PartialEq)]
pub struct Value<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self(text.as_str().into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        // Fluent counts in f64; a number that would be rounded is shown as text instead.
        const EXACT: u64 = 1 << 53;
        if number.unsigned_abs() <= EXACT {
            Self(number.into())
        } else {
            Self(number.to_string().into())
        }
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        i64::try_from(number).map_or_else(|_| number.to_string().into(), Into::into)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        i64::from(number).into()
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or_else(|_| number.to_string().into(), Into::into)
    }
}

/// All messages in one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Words {
    /// Loads the messages of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        bundle.set_use_isolating(false);
        for source in lang.sources() {
            // The build has checked the files: what cannot be parsed never gets here.
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language spoken.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without variables.
    #[must_use]
    pub fn say(&self, id: Id) -> String {
        self.tell(id, &[])
    }

    /// A message with its variables filled in, numbers without grouping. A variable that is not
    /// given shows as `{$name}`.
    #[must_use]
    pub fn tell(&self, id: Id, values: &[(&str, Value<'_>)]) -> String {
        let name = id.name();
        let pattern = self.bundle.get_message(name).and_then(|m| m.value());
        let Some(pattern) = pattern else {
            return format!("{{{name}}}");
        };
        let args: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, value.0.clone())).collect();
        let mut text = String::new();
        let mut errors = Vec::new();
        let written = self.bundle.write_pattern(&mut text, pattern, Some(&args), &mut errors);
        // A missing variable that only chooses between cases leaves no trace of itself.
        if (written.is_err() || !errors.is_empty()) && !text.contains("{$") {
            text.push_str("{$?}");
        }
        text
    }
}

/// A language was asked for that the program does not speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{origin}: “{asked}” is not a language of this program; use zh (中文) or en (English)")]
pub struct BadLanguage {
    /// Where it was asked for: `--lang` or `YISHI_LANG`.
    pub origin: &'static str,
    /// What was asked for.
    pub asked: String,
}

/// Chooses the language: the flag, then `YISHI_LANG`, then the first locale variable that names a
/// real locale (`LC_ALL`, `LC_MESSAGES`, `LANG`), then the system's own locale, then Chinese.
/// A locale that is neither Chinese nor English gives English.
///
/// # Errors
/// The flag or `YISHI_LANG` names a language the program does not speak.
pub fn choose_language(
    flag: Option<&str>,
    yishi_lang: Option<&str>,
    lc_all: Option<&str>,
    lc_messages: Option<&str>,
    lang_var: Option<&str>,
    system_locale: Option<&str>,
) -> Result<Lang, BadLanguage> {
    for (origin, asked) in [("--lang", flag), ("YISHI_LANG", yishi_lang)] {
        let Some(asked) = asked else { continue };
        // An empty variable is how a shell unsets one for a single command.
        if origin == "YISHI_LANG" && asked.trim().is_empty() {
            continue;
        }
        return Lang::parse(asked).ok_or_else(|| BadLanguage { origin, asked: asked.to_owned() });
    }
    let locale = [lc_all, lc_messages, lang_var, system_locale]
        .into_iter()
        .flatten()
        .find(|name| is_real_locale(name));
    Ok(locale.map_or(Lang::Zh, |name| Lang::parse(name).unwrap_or(Lang::En)))
}

/// Whether a locale's name tells a language; `C`, `POSIX`, `C.UTF-8` and nothing at all do not.
fn is_real_locale(name: &str) -> bool {
    let language = name.trim().split(['.', '@']).next().unwrap_or_default();
    !(language.is_empty() || language == "C" || language.eq_ignore_ascii_case("posix"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_the_language_chosen() {
        assert_eq!(Words::new(Lang::Zh).say(id::APP_NAME), "议事");
        assert_eq!(Words::new(Lang::En).say(id::APP_NAME), "yishi");
    }

    #[test]
    fn numbers_choose_their_case_and_are_not_grouped() {
        let told = |lang, n: i64| Words::new(lang).tell(id::COUNT_PEOPLE, &[("count", n.into())]);
        assert_eq!(told(Lang::En, 0), "nobody");
        assert_eq!(told(Lang::En, 1), "1 person");
        assert_eq!(told(Lang::En, 12_345), "12345 people");
        assert_eq!(told(Lang::Zh, 1), "1 人");
        let huge = Words::new(Lang::En).tell(id::COUNT_PEOPLE, &[("count", u64::MAX.into())]);
        assert_eq!(huge, "18446744073709551615 people");
    }

    #[test]
    fn a_missing_variable_shows() {
        assert_eq!(Words::new(Lang::En).say(id::COUNT_PEOPLE), "{$count} people");
    }

    #[test]
    fn every_message_is_there_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for id in Id::all() {
                assert!(words.bundle.has_message(id.name()), "{lang:?} {id:?}");
            }
        }
    }

    #[test]
    fn languages_are_read_from_tags_and_locales() {
        for (name, lang) in [
            ("zh", Some(Lang::Zh)),
            ("ZH", Some(Lang::Zh)),
            ("zh-CN", Some(Lang::Zh)),
            ("zh_CN.UTF-8", Some(Lang::Zh)),
            ("zh-Hant-TW", Some(Lang::Zh)),
            ("en", Some(Lang::En)),
            ("en_GB@euro", Some(Lang::En)),
            ("fr_FR.UTF-8", None),
            ("zhuang", None),
            ("", None),
        ] {
            assert_eq!(Lang::parse(name), lang, "{name}");
        }
    }

    #[test]
    fn the_language_is_chosen_in_order() {
        type Row = ([Option<&'static str>; 6], Lang);
        let rows: &[Row] = &[
            ([None, None, None, None, None, None], Lang::Zh),
            ([Some("en"), Some("zh"), None, None, None, None], Lang::En),
            ([None, Some("zh"), Some("en_US.UTF-8"), None, None, None], Lang::Zh),
            ([None, Some(""), Some("en_US.UTF-8"), None, None, None], Lang::En),
            ([None, None, Some("fr_FR.UTF-8"), Some("zh_CN"), None, None], Lang::En),
            ([None, None, Some(""), Some("zh_CN"), Some("en_US"), None], Lang::Zh),
            ([None, None, Some("C"), None, Some("en_US"), None], Lang::En),
            ([None, None, Some("C.UTF-8"), Some("POSIX"), None, Some("en-GB")], Lang::En),
            ([None, None, None, None, Some("C"), Some("zh-Hans-CN")], Lang::Zh),
            ([None, None, None, None, Some("C"), None], Lang::Zh),
        ];
        for ([flag, own, all, messages, lang, system], expected) in rows {
            let chosen = choose_language(*flag, *own, *all, *messages, *lang, *system);
            assert_eq!(chosen.as_ref(), Ok(expected), "{flag:?} {own:?} {all:?}");
        }
    }

    #[test]
    fn a_language_asked_for_by_name_must_exist() {
        let error = choose_language(Some("fr"), Some("zh"), None, None, None, None);
        let error = error.expect_err("no French");
        assert_eq!(error.origin, "--lang");
        assert!(error.to_string().contains("zh (中文) or en (English)"));
        let error = choose_language(None, Some("klingon"), None, None, None, None);
        assert_eq!(error.expect_err("no Klingon").origin, "YISHI_LANG");
    }
}
