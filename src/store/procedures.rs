//! A community's own procedures: files in the folder `procedures` of the store, and in that of the
//! community, which people write and the program only reads.

use super::handwritten::{Expected, Field, Mistake, Piece};
use super::library::{Store, StoreError};
use super::own_files::{
    OwnFile, Reading, bare, lacks, number_of, one_of, text_of, words_of, yes_no_of,
};
use super::slug::Slug;
use crate::domain::item::PlannedItem;
use crate::domain::procedure::{MOST_DAYS, MOST_STAGES, Need, Procedure, Stage, Within, Work};
use crate::domain::rules::Provenance;
use crate::domain::{MOST_ITEMS, MOST_MINUTES};

/// The fields of a procedure file, of a stage and of an agenda item in it.
pub const FIELDS: [&str; 21] = [
    "name",
    "name_en",
    "provenance",
    "source",
    "source_en",
    "rules",
    "any_order",
    "emergency",
    "stages",
    "agenda",
    "agenda_en",
    "stages/name",
    "stages/name_en",
    "stages/works",
    "stages/blocks",
    "stages/warns",
    "stages/within",
    "agenda/title",
    "agenda/minutes",
    "agenda_en/title",
    "agenda_en/minutes",
];

/// A procedure file, read.
pub type ProcedureFile = OwnFile<Procedure>;

/// Reads a procedure file.
///
/// # Errors
/// Everything that is wrong in it, in the order of the file.
pub fn parse(bytes: &[u8]) -> Result<Procedure, Vec<Mistake>> {
    let (text, mut reading) = Reading::begun(bytes);
    let whole = Piece::whole(&text);
    let fields = reading.fields(whole);
    let mut procedure = Procedure::default();
    for field in &fields {
        reading.take(&mut procedure, field);
    }
    let has = |name: &str| fields.iter().any(|field| field.name.text == name);
    // Where the text itself is broken, what is missing may be there all the same.
    if reading.mistakes.iter().all(|it| !matches!(it, Mistake::Text(_))) {
        for name in ["name", "stages"] {
            if !has(name) {
                reading.mistakes.push(lacks(whole, name));
            }
        }
    }
    if let Some(field) = fields.iter().find(|field| field.name.text == "emergency")
        && let Some(stage) = procedure.emergency
        && has("stages")
        && !procedure.stages.is_empty()
        && procedure.stage(stage).is_none()
    {
        reading.mistakes.push(field.cannot_be(Expected::StageOf(procedure.count())));
    }
    reading.done(procedure)
}

impl Reading {
    fn take(&mut self, procedure: &mut Procedure, field: &Field<'_>) {
        match field.name.text {
            "name" => self.keep(&mut procedure.name, text_of(field)),
            "name_en" => self.keep(&mut procedure.name_en, text_of(field).map(Some)),
            "source" => self.keep(&mut procedure.source, text_of(field).map(Some)),
            "source_en" => self.keep(&mut procedure.source_en, text_of(field).map(Some)),
            "rules" => self.keep(&mut procedure.rules, text_of(field).map(Some)),
            "provenance" => {
                let read = one_of(field, &Provenance::ALL, Provenance::written);
                self.keep(&mut procedure.provenance, read);
            }
            "any_order" => self.keep(&mut procedure.any_order, yes_no_of(field)),
            // Up to the count of stages; that is judged when all of them are known.
            "emergency" => {
                let most = u32::try_from(MOST_STAGES).unwrap_or(u32::MAX);
                self.keep(&mut procedure.emergency, number_of(field, 1, most).map(Some));
            }
            "stages" => procedure.stages = self.stages(field),
            "agenda" => procedure.agenda = self.items(field),
            "agenda_en" => procedure.agenda_en = self.items(field),
            _ => self.mistakes.push(field.unknown()),
        }
    }

    /// The rows of a list that has some, and not too many.
    fn some_rows<'a>(&mut self, field: &Field<'a>, most: usize) -> Vec<Piece<'a>> {
        let (rows, whole) = self.rows(field.value);
        if whole {
            self.count(field.value, field.name.text, &rows, most);
        }
        rows
    }

    fn stages(&mut self, list: &Field<'_>) -> Vec<Stage> {
        let rows = self.some_rows(list, MOST_STAGES);
        let mut stages = Vec::new();
        for row in rows {
            let mut stage = Stage::default();
            for field in self.row(row, list.name.text, Expected::Stage).into_iter().flatten() {
                self.take_of_stage(&mut stage, &field);
            }
            stages.push(stage);
        }
        stages
    }

    fn take_of_stage(&mut self, stage: &mut Stage, field: &Field<'_>) {
        match field.name.text {
            // An empty name is the community's to fill in.
            "name" => self.keep(&mut stage.name, words_of(field)),
            "name_en" => self.keep(&mut stage.name_en, text_of(field).map(Some)),
            "works" => self.keep_list(&mut stage.works, field, &Work::ALL, Work::written),
            "blocks" => self.keep_list(&mut stage.blocks, field, &Need::ALL, Need::written),
            "warns" => self.keep_list(&mut stage.warns, field, &Need::ALL, Need::written),
            "within" => self.keep(&mut stage.within, within(field).map(Some)),
            _ => self.mistakes.push(nested(field, "stages")),
        }
    }

    fn items(&mut self, list: &Field<'_>) -> Vec<PlannedItem> {
        let rows = self.some_rows(list, MOST_ITEMS as usize);
        let mut items = Vec::new();
        for row in rows {
            let Some(fields) = self.row(row, list.name.text, Expected::Item) else { continue };
            let mut item = PlannedItem { title: String::new(), minutes: None };
            let before = self.mistakes.len();
            for field in &fields {
                match field.name.text {
                    "title" => self.keep(&mut item.title, text_of(field)),
                    "minutes" => {
                        let read = number_of(field, 1, MOST_MINUTES).map(Some);
                        self.keep(&mut item.minutes, read);
                    }
                    _ => self.mistakes.push(nested(field, list.name.text)),
                }
            }
            if item.title.is_empty() && self.mistakes.len() == before {
                self.mistakes.push(lacks(row, "title"));
            }
            items.push(item);
        }
        items
    }
}

/// That there is no such field in the rows of a list.
fn nested(field: &Field<'_>, list: &str) -> Mistake {
    Mistake::Unknown { at: field.name.at, name: format!("{list}/{}", field.name.text) }
}

fn within(field: &Field<'_>) -> Result<Within, Mistake> {
    let text = bare(field.value.text);
    let days = |name: &str| {
        let inner = text.strip_prefix(name)?.trim_start().strip_prefix('(')?.strip_suffix(')')?;
        inner.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days))
    };
    let read = days("Days").map(Within::Days);
    let read = read.or_else(|| days("WorkingDays").map(Within::WorkingDays));
    read.ok_or_else(|| field.cannot_be(Expected::Within(MOST_DAYS)))
}

impl Store {
    /// The procedure files of this store and of a community, by name. Where both have a file of one
    /// name the community's counts; one that is wrong does not take the others with it.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn procedure_files(&self, community: &Slug) -> Result<Vec<ProcedureFile>, StoreError> {
        let layout = self.layout();
        self.own_files((&layout.procedures_of(community), &layout.procedures()), parse)
    }

    /// The procedure files of this store alone, which every community may use.
    ///
    /// # Errors
    /// As [`Store::procedure_files`].
    pub fn procedure_files_of_all(&self) -> Result<Vec<ProcedureFile>, StoreError> {
        self.own_files_in(&self.layout().procedures(), parse)
    }
}
