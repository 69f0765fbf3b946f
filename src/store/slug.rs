//! Names that every file system takes: `a`–`z`, `0`–`9` and single `-` between them.
//!
//! What is made of a slug stays inside the folder it is put in: no slash, no `..`, nothing that
//! Windows keeps for itself.

use std::fmt;

use crate::text::pinyin::pinyin_id;
use crate::text::width::fold;

/// Most characters of a slug.
pub const LONGEST: usize = 40;

/// A part of a path that is safe on Windows, Linux and macOS.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Why a text is no slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” cannot be used: {reason}")]
pub struct BadSlug {
    /// The text.
    pub text: String,
    /// What is wrong with it.
    pub reason: SlugFault,
}

/// What keeps a text from being a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlugFault {
    /// Nothing is there.
    #[error("it is empty")]
    Empty,
    /// It is longer than [`LONGEST`].
    #[error("it is longer than {LONGEST} characters")]
    TooLong,
    /// It has other characters than `a`–`z`, `0`–`9` and `-`, or a `-` at an end.
    #[error("only a-z, 0-9 and - between them")]
    Characters,
    /// Windows keeps it for a device.
    #[error("Windows keeps this name for itself")]
    Reserved,
}

impl Slug {
    /// Takes a text that is a slug already, and no other.
    pub fn parse(text: &str) -> Result<Self, BadSlug> {
        let bad = |reason| Err(BadSlug { text: text.to_owned(), reason });
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.is_empty() {
            bad(SlugFault::Empty)
        } else if !text.chars().all(fits) || text.starts_with('-') || text.ends_with('-') {
            bad(SlugFault::Characters)
        } else if text.len() > LONGEST {
            bad(SlugFault::TooLong)
        } else if is_reserved(text) {
            bad(SlugFault::Reserved)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// Makes one of any text, Chinese by its pinyin; `otherwise` where nothing of the text is left.
    #[must_use]
    pub fn of(text: &str, otherwise: &str) -> Self {
        let made = pinyin_id(text);
        // This is what `pinyin_id` answers when it finds nothing to read.
        let nothing = made == "community" && !fold(text).to_lowercase().contains("community");
        Self(if nothing { otherwise.to_owned() } else { made })
    }

    /// This slug with a number, for when it is taken: `name-2`.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        let suffix = format!("-{number}");
        let mut text = self.0.clone();
        text.truncate(LONGEST.saturating_sub(suffix.len()));
        Self(format!("{}{suffix}", text.trim_end_matches('-')))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_reserved(text: &str) -> bool {
    let port = |kind| text.strip_prefix(kind).is_some_and(|n: &str| n.len() == 1 && n != "0");
    matches!(text, "con" | "prn" | "aux" | "nul") || port("com") || port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_names_pass() {
        for good in ["jinyuan", "maple-court", "a", "3", "con-2", "com0", "com10"] {
            assert_eq!(Slug::parse(good).map(|slug| slug.to_string()), Ok(good.to_owned()));
        }
        for (bad, reason) in [
            ("", SlugFault::Empty),
            ("..", SlugFault::Characters),
            ("a/b", SlugFault::Characters),
            ("a\\b", SlugFault::Characters),
            ("C:", SlugFault::Characters),
            ("Abc", SlugFault::Characters),
            ("锦苑", SlugFault::Characters),
            ("-a", SlugFault::Characters),
            ("a-", SlugFault::Characters),
            ("a b", SlugFault::Characters),
            ("a\0", SlugFault::Characters),
            ("nul", SlugFault::Reserved),
            ("com1", SlugFault::Reserved),
            ("lpt9", SlugFault::Reserved),
        ] {
            assert_eq!(Slug::parse(bad).map_err(|bad| bad.reason), Err(reason), "{bad:?}");
        }
        let long = "a".repeat(41);
        assert_eq!(Slug::parse(&long).map_err(|bad| bad.reason), Err(SlugFault::TooLong));
    }

    #[test]
    fn any_text_gives_one() {
        for (text, slug) in [
            ("十一月协商会", "shiyiyuexieshanghui"),
            ("Parking at Maple Court", "parking-at-maple-court"),
            ("../../etc/passwd", "etc-passwd"),
            ("！！！", "meeting"),
            ("NUL", "nul-community"),
            ("Community", "community"),
        ] {
            let made = Slug::of(text, "meeting");
            assert_eq!(made.as_str(), slug, "{text}");
            assert!(Slug::parse(made.as_str()).is_ok(), "{text}");
        }
    }

    #[test]
    fn numbers_are_added_within_bounds() {
        let slug = Slug::of("abc", "x");
        assert_eq!(slug.numbered(2).as_str(), "abc-2");
        let long = Slug::of(&"a".repeat(40), "x").numbered(12);
        assert_eq!(long.as_str().len(), 40);
        assert!(long.as_str().ends_with("-12"));
    }
}
