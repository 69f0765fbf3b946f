//! What a session is called, and finding the one somebody means.

use std::fmt;

use chrono::NaiveDate;

use super::slug::Slug;
use crate::text::width::fold;

/// Most candidates listed when asking back.
pub const MOST_LISTED: usize = 6;

/// The name of a session: `community/2026-11-23-slug`. Orders by day, then by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionName {
    /// The day it is held.
    pub on: NaiveDate,
    /// The community's id.
    pub community: Slug,
    /// What its title was made into.
    pub slug: Slug,
}

impl SessionName {
    /// Reads `community/2026-11-23-slug`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (community, id) = text.split_once('/')?;
        Self::of_id(&Slug::parse(community).ok()?, id)
    }

    /// The session of a community with this id, `2026-11-23-slug`.
    #[must_use]
    pub fn of_id(community: &Slug, id: &str) -> Option<Self> {
        let (date, slug) = id.split_at_checked(10)?;
        let on = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
        let slug = Slug::parse(slug.strip_prefix('-')?).ok()?;
        let name = Self { on, community: community.clone(), slug };
        // Only one way to write it: `2026-1-02x` and `+2026-…` are dates to the parser.
        (name.id() == id).then_some(name)
    }

    /// The name within the community, `2026-11-23-slug`; the key used in the ledger.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}-{}", self.on, self.slug)
    }
}

impl fmt::Display for SessionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}-{}", self.community, self.on, self.slug)
    }
}

/// A session somebody may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its name.
    pub name: SessionName,
    /// Its title, where the file could be read.
    pub title: String,
}

/// Why it is not clear which session is meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// None fits.
    #[error("no session is called “{typed}”")]
    None {
        /// What was typed.
        typed: String,
        /// The latest sessions there are, at most [`MOST_LISTED`].
        latest: Vec<Candidate>,
    },
    /// Several fit.
    #[error("“{typed}” could be any of {count} sessions")]
    Several {
        /// What was typed.
        typed: String,
        /// Those that fit, the newest first, at most [`MOST_LISTED`].
        candidates: Vec<Candidate>,
        /// How many fit.
        count: usize,
    },
}

/// Finds the session somebody means among `names`, newest first: by its whole name, by any part of
/// the name or the title that only one has, or by `latest` (of one community: `jinyuan latest`).
///
/// `title_of` is asked only when names do not decide.
///
/// # Errors
/// See [`ResolveError`].
pub fn resolve(
    typed: &str,
    names: &[SessionName],
    title_of: impl Fn(&SessionName) -> String,
) -> Result<SessionName, ResolveError> {
    let wanted = fold(typed.trim()).to_lowercase();
    let candidate = |name: &SessionName| Candidate { title: title_of(name), name: name.clone() };
    let none = || ResolveError::None {
        typed: typed.trim().to_owned(),
        latest: names.iter().take(MOST_LISTED).map(candidate).collect(),
    };
    if wanted.is_empty() {
        return Err(none());
    }
    if let Some(within) = before_latest(&wanted) {
        let newest =
            names.iter().find(|name| within.is_empty() || name.community.as_str() == within);
        return newest.cloned().ok_or_else(none);
    }
    let whole = |name: &&SessionName| name.to_string() == wanted;
    if let Some(name) = names.iter().find(whole) {
        return Ok(name.clone());
    }
    let mut found: Vec<&SessionName> = names.iter().filter(|name| name.id() == wanted).collect();
    if found.is_empty() {
        found = names.iter().filter(|name| name.to_string().contains(&wanted)).collect();
    }
    if found.is_empty() {
        let with_title = |name| (name, fold(&title_of(name)).to_lowercase());
        let titles: Vec<(&SessionName, String)> = names.iter().map(with_title).collect();
        let by = |fits: &dyn Fn(&str) -> bool| {
            titles.iter().filter(|(_, title)| fits(title)).map(|(name, _)| *name).collect()
        };
        found = by(&|title| title == wanted);
        if found.is_empty() {
            found = by(&|title| title.contains(&wanted));
        }
    }
    match found.as_slice() {
        [] => Err(none()),
        [one] => Ok((*one).clone()),
        several => Err(ResolveError::Several {
            typed: typed.trim().to_owned(),
            candidates: several.iter().take(MOST_LISTED).map(|name| candidate(name)).collect(),
            count: several.len(),
        }),
    }
}

/// What stands before a final `latest`: nothing, or a community's id.
fn before_latest(wanted: &str) -> Option<&str> {
    let before = wanted.strip_suffix("latest").or_else(|| wanted.strip_suffix("最近"))?;
    let cut = before.trim_end_matches([' ', '/']);
    (before.is_empty() || cut.len() < before.len()).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = [
        "jinyuan/2026-11-23-tingchewei",
        "jinyuan/2026-11-23-tingchewei-2",
        "maple-court/2026-11-20-bins",
        "jinyuan/2026-10-01-xiashuidao",
    ];

    fn title_of(name: &SessionName) -> String {
        match name.slug.as_str() {
            "tingchewei" => "停车位改造",
            "tingchewei-2" => "停车位改造（续）",
            "bins" => "Where the Bins Go",
            _ => "下水道",
        }
        .to_owned()
    }

    fn found(typed: &str) -> Result<String, ResolveError> {
        let names: Vec<SessionName> =
            NAMES.iter().map(|name| SessionName::parse(name).unwrap()).collect();
        resolve(typed, &names, title_of).map(|name| name.to_string())
    }

    #[test]
    fn names_are_read_and_shown_alike() {
        for name in NAMES {
            assert_eq!(SessionName::parse(name).unwrap().to_string(), name);
        }
        for bad in [
            "",
            "jinyuan",
            "jinyuan/2026-11-23",
            "jinyuan/2026-11-23-",
            "jinyuan/2026-02-30-a",
            "jinyuan/2026-1-023-a",
            "../2026-11-23-a",
            "jinyuan/../2026-11-23-a",
            "jinyuan/2026-11-23-a/b",
            "/jinyuan/2026-11-23-a",
            "jinyuan/2026-11-23-锦",
            "锦苑/2026-11-23-a",
        ] {
            assert_eq!(SessionName::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn one_is_found_by_any_part_that_only_it_has() {
        for (typed, name) in [
            (NAMES[0], NAMES[0]),
            ("2026-11-23-tingchewei", NAMES[0]),
            ("tingchewei-2", NAMES[1]),
            ("bins", NAMES[2]),
            ("MAPLE", NAMES[2]),
            ("2026-10", NAMES[3]),
            ("下水", NAMES[3]),
            ("停车位改造", NAMES[0]),
            ("（续）", NAMES[1]),
            ("the bins", NAMES[2]),
            ("latest", NAMES[0]),
            ("maple-court latest", NAMES[2]),
            ("maple-court/latest", NAMES[2]),
            ("最近", NAMES[0]),
        ] {
            assert_eq!(found(typed).as_deref(), Ok(name), "{typed}");
        }
    }

    #[test]
    fn what_fits_none_or_several_is_asked_back() {
        let names = |candidates: &[Candidate]| -> Vec<String> {
            candidates.iter().map(|it| it.name.to_string()).collect()
        };
        match found("tingche") {
            Err(ResolveError::Several { candidates, count: 2, .. }) => {
                assert_eq!(names(&candidates), NAMES[..2]);
                assert_eq!(candidates[0].title, "停车位改造");
            }
            other => panic!("{other:?}"),
        }
        for typed in ["", "zzz", "../jinyuan", "/etc/passwd", "nowhere latest", "jinyuan/.."] {
            match found(typed) {
                Err(ResolveError::None { latest, .. }) => assert_eq!(names(&latest), NAMES),
                other => panic!("{typed}: {other:?}"),
            }
        }
    }
}
