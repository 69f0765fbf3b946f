//! Procedures by their name: those that come with the program (`data/procedures`), and those that a
//! community wrote; and what is not taken in as a topic.

use std::sync::{Arc, LazyLock};

use crate::domain::affairs::NamedProcedure;
use crate::domain::exclusion::Exclusion;
use crate::domain::procedure::{Adopted, Procedure};
use crate::text::pinyin::Readings;
use crate::text::width::fold;

/// The procedure that topics follow where a community says nothing, by the name of its file.
pub const DEFAULT: &str = "yunyan-six";

/// Those that come with the program, in the order they are offered: name of the file and content.
const TEXTS: [(&str, &str); 11] = [
    ("yunyan-six", include_str!("../../data/procedures/yunyan-six.ron")),
    ("nanming-four", include_str!("../../data/procedures/nanming-four.ron")),
    ("youshi", include_str!("../../data/procedures/youshi.ron")),
    ("liaison-station", include_str!("../../data/procedures/liaison-station.ron")),
    ("three-meetings", include_str!("../../data/procedures/three-meetings.ron")),
    ("cunmin-shuoshi", include_str!("../../data/procedures/cunmin-shuoshi.ron")),
    ("bangshan-six", include_str!("../../data/procedures/bangshan-six.ron")),
    ("rules-vote", include_str!("../../data/procedures/rules-vote.ron")),
    ("whistle", include_str!("../../data/procedures/whistle.ron")),
    ("free", include_str!("../../data/procedures/free.ron")),
    ("wushi", include_str!("../../data/procedures/wushi.ron")),
];

/// The exclusions that come with the program.
const EXCLUSIONS: &str = include_str!("../../data/exclusions.ron");

/// The procedures that come with the program; read once.
#[must_use]
pub fn shipped() -> Vec<NamedProcedure> {
    static SHIPPED: LazyLock<Vec<NamedProcedure>> = LazyLock::new(read_shipped);
    SHIPPED.clone()
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn read_shipped() -> Vec<NamedProcedure> {
    let options = options();
    // A test reads every one of them.
    let read = |(file, text): &(&str, &str)| {
        let procedure: Arc<Procedure> = Arc::new(options.from_str(text).ok()?);
        Some(NamedProcedure { file: (*file).to_owned(), procedure })
    };
    TEXTS.iter().filter_map(read).collect()
}

/// The procedure of a meeting whose record names none.
#[must_use]
pub fn usual() -> Arc<Adopted> {
    static USUAL: LazyLock<Arc<Adopted>> = LazyLock::new(|| {
        let known = shipped().into_iter().find(|known| known.file == DEFAULT);
        let procedure = known.map(|known| known.procedure.as_ref().clone()).unwrap_or_default();
        Arc::new(Adopted { file: DEFAULT.to_owned(), procedure, stage: None })
    });
    Arc::clone(&USUAL)
}

/// The text of a procedure that comes with the program, as a starting point for one's own.
#[must_use]
pub fn shipped_text(file: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
}

/// The exclusions that come with the program; read once.
#[must_use]
pub fn shipped_exclusions() -> Vec<Exclusion> {
    // A test reads them.
    static SHIPPED: LazyLock<Vec<Exclusion>> =
        LazyLock::new(|| options().from_str(EXCLUSIONS).unwrap_or_default());
    SHIPPED.clone()
}

/// The shipped procedures and a community's own; of two files of one name its own counts, in the
/// place of the other.
#[must_use]
pub fn with_own(own: Vec<NamedProcedure>) -> Vec<NamedProcedure> {
    let mut all = shipped();
    for own in own {
        match all.iter_mut().find(|known| known.file == own.file) {
            Some(known) => *known = own,
            None => all.push(own),
        }
    }
    all
}

/// The procedure that is meant by a name: whole, or the beginning of one, or its pinyin.
#[must_use]
pub fn named<'a>(procedures: &'a [NamedProcedure], name: &str) -> Option<&'a NamedProcedure> {
    let name = fold(name.trim()).to_lowercase();
    if name.is_empty() {
        return None;
    }
    let names = |known: &NamedProcedure| {
        let procedure = &known.procedure;
        let english = procedure.name_en.as_deref().unwrap_or_default();
        [known.file.as_str(), procedure.name.as_str(), english].map(|it| fold(it).to_lowercase())
    };
    let one = |fits: &dyn Fn(&NamedProcedure) -> bool| {
        let mut fitting = procedures.iter().filter(|known| fits(known));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    one(&|known| names(known).contains(&name))
        .or_else(|| one(&|known| names(known).iter().any(|it| it.starts_with(&name))))
        .or_else(|| one(&|known| Readings::of(&known.procedure.name).matches(&name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::rule_sets;

    #[test]
    fn every_procedure_is_sound() {
        let folder = format!("{}/data/procedures", env!("CARGO_MANIFEST_DIR"));
        let files = std::fs::read_dir(folder).unwrap().count();
        let all = shipped();
        assert_eq!(all.len(), files, "a file that is not offered, or is unsound");
        let rules = rule_sets::shipped();
        for known in &all {
            let procedure = &known.procedure;
            assert!(procedure.is_sound(), "{known:?}");
            assert_eq!(named(&all, &procedure.name), Some(known));
            assert_eq!(named(&all, &known.file.to_uppercase()), Some(known));
            assert_eq!(named(&all, procedure.name_en.as_deref().unwrap()), Some(known));
            assert!(procedure.source.is_some() && procedure.source_en.is_some(), "{known:?}");
            assert_eq!(procedure.agenda.len(), procedure.agenda_en.len(), "{known:?}");
            let minutes: u32 = procedure.agenda.iter().map(|item| item.minutes.unwrap()).sum();
            assert!((30..=120).contains(&minutes), "{minutes}: {known:?}");
            if let Some(name) = &procedure.rules {
                assert!(rule_sets::named(&rules, name).is_some(), "{name}");
            }
            // Every stage is named in both languages, but those that are the community's to name.
            for stage in &procedure.stages {
                assert_eq!(stage.name.is_empty(), known.file == "wushi", "{stage:?}");
                assert_eq!(stage.name_en.is_none(), known.file == "wushi", "{stage:?}");
            }
        }
        assert!(all.iter().any(|known| known.file == DEFAULT));
    }

    #[test]
    fn own_files_come_first_and_names_are_found_by_their_beginning_and_sound() {
        let own = Procedure { name: "院里四步".to_owned(), ..Procedure::default() };
        let own = NamedProcedure { file: "free".to_owned(), procedure: Arc::new(own) };
        let all = with_own(vec![own.clone()]);
        assert_eq!(all.len(), TEXTS.len());
        assert_eq!(named(&all, "free"), Some(&own));
        assert_eq!(named(&all, "ylsb"), Some(&own));
        assert_eq!(named(&all, "云岩").map(|it| it.file.as_str()), Some("yunyan-six"));
        assert_eq!(named(&all, "没有"), None);
        assert_eq!(named(&all, "Ｗhistle").map(|it| it.file.as_str()), Some("whistle"));
    }
}
