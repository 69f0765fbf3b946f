//! A community's own rules of the floor: files in the folder `rules` of the store, and in that of
//! the community, which people write and the program only reads.

use std::path::{Path, PathBuf};

use super::disk::EntryKind;
use super::handwritten::{Expected, Field, Mistake, Piece, fields_once, lenient_text};
use super::library::{Store, StoreError};
use super::mistakes::Place;
use super::procedures::{bare, list_of, one_of};
use super::slug::Slug;
use crate::domain::rules::{
    Criterion, MOST_NOTICE_DAYS, MOST_SIMULTANEOUS, MOST_TURN_SECONDS, MOST_VISITS, Provenance,
    RuleSet, SurveyMode, SurveyPart,
};

/// The fields of a rule file.
pub const FIELDS: [&str; 18] = [
    "name",
    "name_en",
    "provenance",
    "source",
    "source_en",
    "order",
    "turn_seconds",
    "turns_per_item",
    "warn_percent",
    "replies_first",
    "points_of_order_first",
    "chair_hands_over",
    "simultaneous_seconds",
    "notice_days",
    "survey",
    "survey_parts",
    "survey_visits",
    "survey_briefings",
];

/// A rule file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFile {
    /// The name of the file, without its ending.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it says, or what is wrong in it: rules that are half understood are not used.
    pub read: Result<RuleSet, Vec<Mistake>>,
}

/// Reads a rule file.
///
/// # Errors
/// Everything that is wrong in it, in the order of the file.
pub fn parse(bytes: &[u8]) -> Result<RuleSet, Vec<Mistake>> {
    let (text, fault) = lenient_text(bytes);
    let (fields, mut mistakes) = fields_once(Piece::whole(&text));
    mistakes.extend(fault.map(Mistake::from));
    let mut rules = RuleSet::unwritten();
    for field in &fields {
        if let Err(wrong) = take(&mut rules, field) {
            mistakes.extend(wrong);
        }
    }
    let named = fields.iter().any(|field| field.name.text == "name");
    if !named && mistakes.is_empty() {
        mistakes.push(Mistake::Value {
            at: Place::START,
            name: "name".to_owned(),
            found: String::new(),
            expected: Expected::Text,
        });
    }
    mistakes.sort_by_key(Mistake::at);
    if mistakes.is_empty() { Ok(rules) } else { Err(mistakes) }
}

fn take(rules: &mut RuleSet, field: &Field<'_>) -> Result<(), Vec<Mistake>> {
    let wrong = |expected| vec![field.cannot_be(expected)];
    let text = || {
        let text = field.value.quoted().map(|text| text.trim().to_owned());
        text.filter(|text| !text.is_empty()).ok_or_else(|| wrong(Expected::Text))
    };
    let number = |from: u32, to: u32| {
        let given = bare(field.value.text).parse().ok();
        given.filter(|it| (from..=to).contains(it)).ok_or_else(|| wrong(Expected::Number(from, to)))
    };
    let yes = || match field.value.text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(wrong(Expected::one_of(&["true", "false"]))),
    };
    match field.name.text {
        "name" => rules.name = text()?,
        "name_en" => rules.name_en = Some(text()?),
        "source" => rules.source = Some(text()?),
        "source_en" => rules.source_en = Some(text()?),
        "provenance" => {
            let read = one_of(field, &Provenance::ALL, Provenance::written);
            rules.provenance = read.map_err(|mistake| vec![mistake])?;
        }
        "order" => rules.order = order(field)?,
        "turn_seconds" => rules.turn_seconds = Some(number(0, MOST_TURN_SECONDS)?),
        "turns_per_item" => rules.turns_per_item = Some(number(1, 100)?),
        "warn_percent" => rules.warn_percent = number(1, 100)?,
        "simultaneous_seconds" => rules.simultaneous_seconds = number(0, MOST_SIMULTANEOUS)?,
        "notice_days" => rules.notice_days = number(0, MOST_NOTICE_DAYS)?,
        "survey" => {
            let read = one_of(field, &SurveyMode::ALL, SurveyMode::written);
            rules.survey = read.map_err(|mistake| vec![mistake])?;
        }
        "survey_parts" => {
            let (parts, wrong) = list_of(field, &SurveyPart::ALL, SurveyPart::written);
            if !wrong.is_empty() {
                return Err(wrong);
            }
            rules.survey_parts = parts;
        }
        "survey_visits" => rules.survey_visits = number(0, MOST_VISITS)?,
        "survey_briefings" => rules.survey_briefings = number(0, MOST_VISITS)?,
        "replies_first" => rules.replies_first = yes()?,
        "points_of_order_first" => rules.points_of_order_first = yes()?,
        "chair_hands_over" => rules.chair_hands_over = yes()?,
        _ => return Err(vec![field.unknown()]),
    }
    Ok(())
}

fn order(field: &Field<'_>) -> Result<Vec<Criterion>, Vec<Mistake>> {
    let (order, mistakes) = list_of(field, &Criterion::ALL, Criterion::written);
    if mistakes.is_empty() { Ok(order) } else { Err(mistakes) }
}

impl Store {
    /// The rule files of this store and of a community, by name. Where both have a file of one name
    /// the community's counts; one that is wrong does not take the others with it.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn rule_files(&self, community: &Slug) -> Result<Vec<RuleFile>, StoreError> {
        let layout = self.layout();
        let mut files = self.rule_files_in(&layout.rules_of(community))?;
        for file in self.rule_files_in(&layout.rules())? {
            if files.iter().all(|own| own.name != file.name) {
                files.push(file);
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }

    fn rule_files_in(&self, folder: &Path) -> Result<Vec<RuleFile>, StoreError> {
        let mut files = Vec::new();
        for file in self.entries(folder, EntryKind::File)? {
            let Some(name) = file.strip_suffix(".ron") else { continue };
            if name.starts_with('.') || name.is_empty() {
                continue; // what editors and other systems leave behind
            }
            let path = folder.join(&file);
            let read = parse(&self.disk().read(&path)?);
            files.push(RuleFile { name: name.to_owned(), path, read });
        }
        Ok(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_file_is_enough() {
        let rules = parse("（".as_bytes());
        assert!(rules.is_err());
        let rules = parse("\u{feff}( // 我们的\r\n name: \"我们\", order: [LeastTime, NotYetOnItem], turns_per_item: Some(3) )".as_bytes());
        let expected = RuleSet {
            order: vec![Criterion::LeastTime, Criterion::NotYetOnItem],
            turns_per_item: Some(3),
            ..RuleSet::named("我们")
        };
        assert_eq!(rules, Ok(expected));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_what_was_expected() {
        let text = "(\n  name: \"我们\",\n  order: [NotYetOnItem, Loudest],\n  turn_seconds: 99999,\n  wran_percent: 70,\n)";
        let Err(mistakes) = parse(text.as_bytes()) else { panic!("three things are wrong") };
        let places: Vec<(usize, usize)> =
            mistakes.iter().map(|it| (it.at().line, it.at().column)).collect();
        assert_eq!(places, [(3, 25), (4, 17), (5, 3)]);
        assert!(matches!(
            &mistakes[0],
            Mistake::Value { found, expected: Expected::OneOf(can_be), .. }
                if found == "Loudest" && can_be.len() == Criterion::ALL.len()
        ));
        assert!(matches!(
            &mistakes[1],
            Mistake::Value { expected: Expected::Number(0, MOST_TURN_SECONDS), .. }
        ));
        assert!(matches!(&mistakes[2], Mistake::Unknown { name, .. } if name == "wran_percent"));
        assert!(parse(b"(order: [HandOrder])").is_err(), "without a name");
    }
}
