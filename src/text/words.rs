//! The words of the program in two languages.
//!
//! Messages live in `data/lang/<language>/*.ftl` ([Fluent](https://projectfluent.org) syntax).
//! The build checks them and makes one constant in [`id`] of each, so that a misspelt or
//! untranslated message does not compile.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use super::language::{BadLanguage, Lang, choose_language};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The files of a language as they were when the program was built.
const fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
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
        for source in sources(lang) {
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
}
