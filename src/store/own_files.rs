//! What a community's own rules, procedures and exclusions have in common: where such files are, and
//! how their fields are read. People write them, the program only reads them. One that is wrong
//! anywhere is not used, and does not take the others with it.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::disk::EntryKind;
use super::handwritten::{Expected, Field, Mistake, Piece, fields_once, lenient_text, rows};
use super::layout::HANDWRITTEN_EXTENSION;
use super::library::{Store, StoreError};
use super::settings::{YES_NO, yes_no};

/// A file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile<T> {
    /// The name of the file, without its ending.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it says, or what is wrong in it: what is half understood is not used.
    pub read: Result<T, Vec<Mistake>>,
}

/// What is made of the bytes of a file.
pub type Parse<T> = fn(&[u8]) -> Result<T, Vec<Mistake>>;

impl Store {
    /// The files of a folder whose names have this ending: their names without it, and where they
    /// are, by name; none where there is no such folder.
    pub(super) fn named_files(
        &self,
        folder: &Path,
        extension: &str,
    ) -> Result<Vec<(String, PathBuf)>, StoreError> {
        let mut found = Vec::new();
        for file in self.entries(folder, EntryKind::File)? {
            let ending = file.strip_suffix(extension);
            let Some(name) = ending.and_then(|name| name.strip_suffix('.')) else { continue };
            // Others are what editors and systems leave behind.
            if !name.is_empty() && !name.starts_with('.') {
                found.push((name.to_owned(), folder.join(&file)));
            }
        }
        found.sort();
        Ok(found)
    }

    /// The files of a folder, read, by name.
    pub(super) fn own_files_in<T>(
        &self,
        folder: &Path,
        parse: Parse<T>,
    ) -> Result<Vec<OwnFile<T>>, StoreError> {
        let files = self.named_files(folder, HANDWRITTEN_EXTENSION)?.into_iter();
        let read = files.map(|(name, path)| {
            let read = parse(&self.disk().read(&path)?);
            Ok(OwnFile { name, path, read })
        });
        read.collect()
    }

    /// The files of a community's folder and of the store's, read, by name. Where both have a file
    /// of one name the community's counts.
    pub(super) fn own_files<T>(
        &self,
        (community, store): (&Path, &Path),
        parse: Parse<T>,
    ) -> Result<Vec<OwnFile<T>>, StoreError> {
        let mut files = self.own_files_in(community, parse)?;
        for file in self.own_files_in(store, parse)? {
            if files.iter().all(|own| own.name != file.name) {
                files.push(file);
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }
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

/// Words in quotes, which may be blank.
pub(super) fn words_of(field: &Field<'_>) -> Result<String, Mistake> {
    let text = field.value.quoted().map(|text| text.trim().to_owned());
    text.ok_or_else(|| field.cannot_be(Expected::Text))
}

/// Words in quotes that are not blank.
pub(super) fn text_of(field: &Field<'_>) -> Result<String, Mistake> {
    let text = words_of(field)?;
    if text.is_empty() { Err(field.cannot_be(Expected::Text)) } else { Ok(text) }
}

pub(super) fn yes_no_of(field: &Field<'_>) -> Result<bool, Mistake> {
    yes_no(field.value.text).ok_or_else(|| field.cannot_be(Expected::one_of(&YES_NO)))
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

/// What is wrong in a file that is being read, so far.
pub(super) struct Reading {
    pub mistakes: Vec<Mistake>,
}

impl Reading {
    /// Begins to read a file: its text, as far as it is one.
    pub fn begun(bytes: &[u8]) -> (Cow<'_, str>, Self) {
        let (text, fault) = lenient_text(bytes);
        (text, Self { mistakes: fault.map(Mistake::from).into_iter().collect() })
    }

    /// What was read, if nothing is wrong; else all that is, in the order of the file.
    pub fn done<T>(mut self, read: T) -> Result<T, Vec<Mistake>> {
        self.mistakes.sort_by_key(Mistake::at);
        if self.mistakes.is_empty() { Ok(read) } else { Err(self.mistakes) }
    }

    /// The fields of a row or a file, each once.
    pub fn fields<'a>(&mut self, piece: Piece<'a>) -> Vec<Field<'a>> {
        let (fields, mistakes) = fields_once(piece);
        self.mistakes.extend(mistakes);
        fields
    }

    /// Keeps what was read, or what is wrong with it.
    pub fn keep<T>(&mut self, into: &mut T, read: Result<T, Mistake>) {
        match read {
            Ok(value) => *into = value,
            Err(mistake) => self.mistakes.push(mistake),
        }
    }

    /// Keeps a list of words, each one of several.
    pub fn keep_list<T: Copy>(
        &mut self,
        into: &mut Vec<T>,
        field: &Field<'_>,
        all: &[T],
        written: fn(T) -> &'static str,
    ) {
        let (rows, _) = self.rows(field.value);
        into.clear();
        for row in rows {
            match all.iter().copied().find(|it| written(*it) == row.text) {
                Some(known) => into.push(known),
                None => self.mistakes.push(Mistake::Value {
                    at: row.at,
                    name: field.name.text.to_owned(),
                    found: row.text.to_owned(),
                    expected: Expected::one_of(&names(all, written)),
                }),
            }
        }
    }

    /// The rows of a list, and whether it is written as one.
    pub fn rows<'a>(&mut self, list: Piece<'a>) -> (Vec<Piece<'a>>, bool) {
        let (rows, faults) = rows(list);
        let whole = faults.is_empty();
        self.mistakes.extend(faults.into_iter().map(Mistake::from));
        (rows, whole)
    }

    /// A list has some rows, and not too many.
    pub fn count(&mut self, list: Piece<'_>, name: &str, rows: &[Piece<'_>], most: usize) {
        if !(1..=most).contains(&rows.len()) {
            self.mistakes.push(Mistake::Value {
                at: list.at,
                name: name.to_owned(),
                found: rows.len().to_string(),
                expected: Expected::Count(1, u32::try_from(most).unwrap_or(u32::MAX)),
            });
        }
    }

    /// The fields of a row; a row that is none is told as what it should be.
    pub fn row<'a>(
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
}
