//! A community's own list of exclusions: a file `exclusions.ron` of the community or of the store,
//! which people write and the program only reads.

use std::path::PathBuf;

use super::handwritten::{Expected, Field, Mistake, Piece};
use super::library::{Store, StoreError};
use super::own_files::{Reading, lacks, text_of};
use super::slug::Slug;
use crate::domain::exclusion::{Exclusion, MOST_EXCLUSIONS};

/// The fields of an exclusion.
pub const FIELDS: [&str; 5] = ["key", "name", "name_en", "redirect", "redirect_en"];

/// A file of exclusions, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExclusionsFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says, or what is wrong in it.
    pub read: Result<Vec<Exclusion>, Vec<Mistake>>,
}

/// Reads a file of exclusions.
///
/// # Errors
/// Everything that is wrong in it, in the order of the file.
pub fn parse(bytes: &[u8]) -> Result<Vec<Exclusion>, Vec<Mistake>> {
    let (text, mut reading) = Reading::begun(bytes);
    let is_text = reading.mistakes.is_empty();
    let whole = Piece::whole(&text);
    let (found, is_list) = reading.rows(whole);
    if is_list && is_text {
        reading.count(whole, "[]", &found, MOST_EXCLUSIONS);
    }
    let mut list: Vec<Exclusion> = Vec::new();
    for row in found {
        let exclusion = exclusion(row, &mut reading);
        let Some((exclusion, key)) = exclusion else { continue };
        if list.iter().any(|known| known.key == exclusion.key) {
            reading.mistakes.push(key);
        }
        list.push(exclusion);
    }
    reading.done(list)
}

/// One of them, and what is wrong with its key where another has it.
fn exclusion(row: Piece<'_>, reading: &mut Reading) -> Option<(Exclusion, Mistake)> {
    let before = reading.mistakes.len();
    let fields = reading.row(row, "[]", Expected::Exclusion)?;
    let mistakes = &mut reading.mistakes;
    for field in fields.iter().filter(|field| !FIELDS.contains(&field.name.text)) {
        mistakes.push(field.unknown());
    }
    let find = |name: &str| fields.iter().find(|field| field.name.text == name);
    let mut text = |name: &str, must: bool| -> Option<String> {
        match find(name).map(text_of) {
            Some(Ok(text)) => return Some(text),
            Some(Err(mistake)) => mistakes.push(mistake),
            None if must && mistakes.len() == before => mistakes.push(lacks(row, name)),
            None => {}
        }
        None
    };
    let key = text("key", true);
    let name = text("name", true);
    let name_en = text("name_en", false);
    let redirect = text("redirect", true);
    let redirect_en = text("redirect_en", false);
    let twice = find("key").map(|field: &Field<'_>| field.cannot_be(Expected::OtherKey))?;
    let (key, name, redirect) = (key?, name?, redirect?);
    Some((Exclusion { key, name, name_en, redirect, redirect_en }, twice))
}

impl Store {
    /// The file of exclusions that counts for a community: its own, else the store's; none where
    /// there is neither.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn exclusions_file(&self, community: &Slug) -> Result<Option<ExclusionsFile>, StoreError> {
        let layout = self.layout();
        for path in [layout.exclusions_of(community), layout.exclusions()] {
            match self.disk().read(&path) {
                Ok(bytes) => return Ok(Some(ExclusionsFile { path, read: parse(&bytes) })),
                Err(error) if error.is_missing() => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(None)
    }
}
