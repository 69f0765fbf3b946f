//! A community's own rules of the floor: files in the folder `rules` of the store, and in that of
//! the community, which people write and the program only reads.

use super::handwritten::{Expected, Field, Mistake, Piece};
use super::library::{Store, StoreError};
use super::mistakes::Place;
use super::own_files::{OwnFile, Reading, number_of, one_of, text_of, yes_no_of};
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
pub type RuleFile = OwnFile<RuleSet>;

/// Reads a rule file.
///
/// # Errors
/// Everything that is wrong in it, in the order of the file.
pub fn parse(bytes: &[u8]) -> Result<RuleSet, Vec<Mistake>> {
    let (text, mut reading) = Reading::begun(bytes);
    let fields = reading.fields(Piece::whole(&text));
    let mut rules = RuleSet::unwritten();
    for field in &fields {
        take(&mut reading, &mut rules, field);
    }
    let named = fields.iter().any(|field| field.name.text == "name");
    if !named && reading.mistakes.is_empty() {
        reading.mistakes.push(Mistake::Value {
            at: Place::START,
            name: "name".to_owned(),
            found: String::new(),
            expected: Expected::Text,
        });
    }
    reading.done(rules)
}

fn take(reading: &mut Reading, rules: &mut RuleSet, field: &Field<'_>) {
    let number = |from, to| number_of(field, from, to);
    match field.name.text {
        "name" => reading.keep(&mut rules.name, text_of(field)),
        "name_en" => reading.keep(&mut rules.name_en, text_of(field).map(Some)),
        "source" => reading.keep(&mut rules.source, text_of(field).map(Some)),
        "source_en" => reading.keep(&mut rules.source_en, text_of(field).map(Some)),
        "provenance" => {
            let read = one_of(field, &Provenance::ALL, Provenance::written);
            reading.keep(&mut rules.provenance, read);
        }
        "order" => {
            reading.keep_list(&mut rules.order, field, &Criterion::ALL, Criterion::written);
        }
        "turn_seconds" => {
            reading.keep(&mut rules.turn_seconds, number(0, MOST_TURN_SECONDS).map(Some));
        }
        "turns_per_item" => reading.keep(&mut rules.turns_per_item, number(1, 100).map(Some)),
        "warn_percent" => reading.keep(&mut rules.warn_percent, number(1, 100)),
        "simultaneous_seconds" => {
            reading.keep(&mut rules.simultaneous_seconds, number(0, MOST_SIMULTANEOUS));
        }
        "notice_days" => reading.keep(&mut rules.notice_days, number(0, MOST_NOTICE_DAYS)),
        "survey" => {
            let read = one_of(field, &SurveyMode::ALL, SurveyMode::written);
            reading.keep(&mut rules.survey, read);
        }
        "survey_parts" => {
            let (into, all) = (&mut rules.survey_parts, &SurveyPart::ALL);
            reading.keep_list(into, field, all, SurveyPart::written);
        }
        "survey_visits" => reading.keep(&mut rules.survey_visits, number(0, MOST_VISITS)),
        "survey_briefings" => reading.keep(&mut rules.survey_briefings, number(0, MOST_VISITS)),
        "replies_first" => reading.keep(&mut rules.replies_first, yes_no_of(field)),
        "points_of_order_first" => {
            reading.keep(&mut rules.points_of_order_first, yes_no_of(field));
        }
        "chair_hands_over" => reading.keep(&mut rules.chair_hands_over, yes_no_of(field)),
        _ => reading.mistakes.push(field.unknown()),
    }
}

impl Store {
    /// The rule files of this store and of a community, by name. Where both have a file of one name
    /// the community's counts; one that is wrong does not take the others with it.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn rule_files(&self, community: &Slug) -> Result<Vec<RuleFile>, StoreError> {
        let layout = self.layout();
        self.own_files((&layout.rules_of(community), &layout.rules()), parse)
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
