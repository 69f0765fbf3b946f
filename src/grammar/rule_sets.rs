//! Rules of the floor by their name: those that come with the program (`data/rules`), and those that
//! a community wrote.

use std::sync::{Arc, LazyLock};

use crate::domain::rules::RuleSet;
use crate::text::pinyin::Readings;
use crate::text::width::fold;

/// Those that come with the program, in the order they are offered: name of the file and content.
const TEXTS: [(&str, &str); 6] = [
    ("community-13", include_str!("../../data/rules/community-13.ron")),
    ("nantang", include_str!("../../data/rules/nantang.ron")),
    ("robert-12", include_str!("../../data/rules/robert-12.ron")),
    ("plain", include_str!("../../data/rules/plain.ron")),
    ("strict-survey", include_str!("../../data/rules/strict-survey.ron")),
    ("free", include_str!("../../data/rules/free.ron")),
];

/// A rule set, and the name of the file it is in, which serves as a name, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The name of the file without its ending.
    pub file: String,
    /// What it says.
    pub rules: Arc<RuleSet>,
}

/// The rule sets that come with the program; read once.
#[must_use]
pub fn shipped() -> Vec<Offered> {
    static SHIPPED: LazyLock<Vec<Offered>> = LazyLock::new(read_shipped);
    SHIPPED.clone()
}

fn read_shipped() -> Vec<Offered> {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    // A test reads every one of them.
    let read = |(file, text): &(&str, &str)| {
        let rules = Arc::new(options.from_str(text).ok()?);
        Some(Offered { file: (*file).to_owned(), rules })
    };
    TEXTS.iter().filter_map(read).collect()
}

/// The shipped rule sets and a community's own; of two files of one name its own counts.
#[must_use]
pub fn with_own(own: Vec<Offered>) -> Vec<Offered> {
    let mut all = shipped();
    all.retain(|known| own.iter().all(|it| it.file != known.file));
    all.extend(own);
    all
}

/// The rule set that is meant by a name: whole, or the beginning of one, or its pinyin.
#[must_use]
pub fn named<'a>(sets: &'a [Offered], name: &str) -> Option<&'a Offered> {
    let name = fold(name.trim()).to_lowercase();
    if name.is_empty() {
        return None;
    }
    let names = |set: &Offered| {
        let rules = &set.rules;
        let english = rules.name_en.as_deref().unwrap_or_default();
        [set.file.as_str(), rules.name.as_str(), english].map(|it| fold(it).to_lowercase())
    };
    let one = |fits: &dyn Fn(&Offered) -> bool| {
        let mut fitting = sets.iter().filter(|set| fits(set));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    one(&|set| names(set).contains(&name))
        .or_else(|| one(&|set| names(set).iter().any(|known| known.starts_with(&name))))
        .or_else(|| one(&|set| Readings::of(&set.rules.name).matches(&name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_set_is_sound() {
        let folder = format!("{}/data/rules", env!("CARGO_MANIFEST_DIR"));
        let files = std::fs::read_dir(folder).unwrap().count();
        let sets = shipped();
        assert_eq!(sets.len(), files, "a file that is not offered, or is unsound");
        for set in &sets {
            assert!(set.rules.is_sound(), "{set:?}");
            assert_eq!(named(&sets, &set.rules.name), Some(set));
            assert_eq!(named(&sets, &set.file.to_uppercase()), Some(set));
            assert_eq!(named(&sets, set.rules.name_en.as_deref().unwrap()), Some(set));
        }
    }

    #[test]
    fn a_name_that_could_be_several_is_none() {
        let sets = shipped();
        assert_eq!(named(&sets, "南塘").map(|it| it.file.as_str()), Some("nantang"));
        assert_eq!(named(&sets, "nantang").map(|it| it.file.as_str()), Some("nantang"));
        assert_eq!(named(&sets, ""), None);
        assert_eq!(named(&sets, "没有"), None);
    }
}
