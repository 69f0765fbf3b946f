//! A community's own procedures: files in the folder `procedures` of the store, and in that of the
//! community, which people write and the program only reads.

use std::path::{Path, PathBuf};

use super::disk::EntryKind;
use super::handwritten::{Expected, Field, Mistake, Piece, fields_once, lenient_text, rows};
use super::library::{Store, StoreError};
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureFile {
    /// The name of the file, without its ending.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it says, or what is wrong in it: a procedure that is half understood is not followed.
    pub read: Result<Procedure, Vec<Mistake>>,
}

/// What is read, and what is wrong in it so far.
struct Reading {
    mistakes: Vec<Mistake>,
}

/// Reads a procedure file.
///
/// # Errors
/// Everything that is wrong in it, in the order of the file.
pub fn parse(bytes: &[u8]) -> Result<Procedure, Vec<Mistake>> {
    let (text, fault) = lenient_text(bytes);
    let mut reading = Reading { mistakes: fault.map(Mistake::from).into_iter().collect() };
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
    reading.mistakes.sort_by_key(Mistake::at);
    if reading.mistakes.is_empty() { Ok(procedure) } else { Err(reading.mistakes) }
}

/// That a field is missing from a row, told where the row begins.
pub(super) fn lacks(row: Piece<'_>, name: &str) -> Mistake {
    Mistake::Value {
        at: row.at,
        name: name.to_owned(),
        found: String::new(),
        expected: Expected::There,
    }
}

/// Words in quotes that are not blank.
pub(super) fn text_of(field: &Field<'_>) -> Result<String, Mistake> {
    let text = field.value.quoted().map(|text| text.trim().to_owned());
    text.filter(|text| !text.is_empty()).ok_or_else(|| field.cannot_be(Expected::Text))
}

/// `Some(3)` is as good as `3`.
pub(super) fn bare(text: &str) -> &str {
    let inner = text.strip_prefix("Some(").and_then(|it| it.strip_suffix(')'));
    inner.unwrap_or(text).trim()
}

pub(super) fn number_of(field: &Field<'_>, from: u32, to: u32) -> Result<u32, Mistake> {
    let given = bare(field.value.text).parse().ok();
    let within = given.filter(|it| (from..=to).contains(it));
    within.ok_or_else(|| field.cannot_be(Expected::Number(from, to)))
}

/// One of several words.
pub(super) fn one_of<T: Copy>(
    field: &Field<'_>,
    all: &[T],
    written: fn(T) -> &'static str,
) -> Result<T, Mistake> {
    let found = all.iter().copied().find(|it| written(*it) == field.value.text);
    found.ok_or_else(|| field.cannot_be(Expected::one_of(&names(all, written))))
}

fn names<T: Copy>(all: &[T], written: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(written).collect()
}

/// A list of words, each one of several.
pub(super) fn list_of<T: Copy>(
    field: &Field<'_>,
    all: &[T],
    written: fn(T) -> &'static str,
) -> (Vec<T>, Vec<Mistake>) {
    let (rows, faults) = rows(field.value);
    let mut mistakes: Vec<Mistake> = faults.into_iter().map(Mistake::from).collect();
    let mut list = Vec::new();
    for row in rows {
        match all.iter().copied().find(|it| written(*it) == row.text) {
            Some(known) => list.push(known),
            None => mistakes.push(Mistake::Value {
                at: row.at,
                name: field.name.text.to_owned(),
                found: row.text.to_owned(),
                expected: Expected::one_of(&names(all, written)),
            }),
        }
    }
    (list, mistakes)
}

impl Reading {
    fn fields<'a>(&mut self, piece: Piece<'a>) -> Vec<Field<'a>> {
        let (fields, mistakes) = fields_once(piece);
        self.mistakes.extend(mistakes);
        fields
    }

    /// Keeps what was read, or what is wrong with it.
    fn keep<T>(&mut self, into: &mut T, read: Result<T, Mistake>) {
        match read {
            Ok(value) => *into = value,
            Err(mistake) => self.mistakes.push(mistake),
        }
    }

    fn keep_list<T: Copy>(
        &mut self,
        into: &mut Vec<T>,
        field: &Field<'_>,
        all: &[T],
        written: fn(T) -> &'static str,
    ) {
        let (list, mistakes) = list_of(field, all, written);
        self.mistakes.extend(mistakes);
        *into = list;
    }

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
            "any_order" => self.keep(&mut procedure.any_order, yes_no(field)),
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
    fn rows<'a>(&mut self, field: &Field<'a>, most: usize) -> Vec<Piece<'a>> {
        let (rows, faults) = rows(field.value);
        let whole = faults.is_empty();
        self.mistakes.extend(faults.into_iter().map(Mistake::from));
        if whole && !(1..=most).contains(&rows.len()) {
            self.mistakes.push(Mistake::Value {
                at: field.value.at,
                name: field.name.text.to_owned(),
                found: rows.len().to_string(),
                expected: Expected::Count(1, u32::try_from(most).unwrap_or(u32::MAX)),
            });
        }
        rows
    }

    /// The fields of a row; a row that is none is told as what it should be.
    fn row<'a>(
        &mut self,
        row: Piece<'a>,
        list: &str,
        should_be: Expected,
    ) -> Option<Vec<Field<'a>>> {
        if row.text.starts_with('(') {
            return Some(self.fields(row));
        }
        self.mistakes.push(Mistake::Value {
            at: row.at,
            name: list.to_owned(),
            found: row.text.to_owned(),
            expected: should_be,
        });
        None
    }

    fn stages(&mut self, list: &Field<'_>) -> Vec<Stage> {
        let rows = self.rows(list, MOST_STAGES);
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
            "name" => {
                let text = field.value.quoted().map(|text| text.trim().to_owned());
                self.keep(&mut stage.name, text.ok_or_else(|| field.cannot_be(Expected::Text)));
            }
            "name_en" => self.keep(&mut stage.name_en, text_of(field).map(Some)),
            "works" => self.keep_list(&mut stage.works, field, &Work::ALL, Work::written),
            "blocks" => self.keep_list(&mut stage.blocks, field, &Need::ALL, Need::written),
            "warns" => self.keep_list(&mut stage.warns, field, &Need::ALL, Need::written),
            "within" => self.keep(&mut stage.within, within(field).map(Some)),
            _ => self.mistakes.push(nested(field, "stages")),
        }
    }

    fn items(&mut self, list: &Field<'_>) -> Vec<PlannedItem> {
        let rows = self.rows(list, MOST_ITEMS as usize);
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

fn yes_no(field: &Field<'_>) -> Result<bool, Mistake> {
    match field.value.text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(field.cannot_be(Expected::one_of(&["true", "false"]))),
    }
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
        let mut files = self.procedure_files_in(&layout.procedures_of(community))?;
        for file in self.procedure_files_of_all()? {
            if files.iter().all(|own| own.name != file.name) {
                files.push(file);
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }

    /// The procedure files of this store alone, which every community may use.
    ///
    /// # Errors
    /// As [`Store::procedure_files`].
    pub fn procedure_files_of_all(&self) -> Result<Vec<ProcedureFile>, StoreError> {
        self.procedure_files_in(&self.layout().procedures())
    }

    fn procedure_files_in(&self, folder: &Path) -> Result<Vec<ProcedureFile>, StoreError> {
        let mut files = Vec::new();
        for file in self.entries(folder, EntryKind::File)? {
            let Some(name) = file.strip_suffix(".ron") else { continue };
            if name.starts_with('.') || name.is_empty() {
                continue; // what editors and other systems leave behind
            }
            let path = folder.join(&file);
            let read = parse(&self.disk().read(&path)?);
            files.push(ProcedureFile { name: name.to_owned(), path, read });
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }
}
