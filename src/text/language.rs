//! Which of its two languages the program speaks.

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

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

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
