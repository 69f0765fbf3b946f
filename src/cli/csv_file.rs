//! Tables as spreadsheets write them, row by row: CSV parted by commas, semicolons or tabs, in
//! whichever encoding.

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::text::encoding::{Decoded, Encoding, NotText, decode};
use crate::text::width::fold;

/// A row of a table.
#[derive(Debug, Clone)]
pub struct Cells {
    /// Line in the file, from 1.
    pub line: u64,
    record: StringRecord,
}

impl Cells {
    /// A cell, without spaces around it; nothing where it is empty or not there.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&str> {
        self.record.get(at).map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.record.iter()
    }
}

/// The rows of a table that are not empty, and the lines that are no rows.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Each row, or the line that is none: a quotation mark is missing, or the like.
    pub rows: Vec<Result<Cells, u64>>,
    /// How the file was written.
    pub encoding: Encoding,
}

/// Takes a file apart.
///
/// # Errors
/// When it is no text.
pub fn sheet(bytes: &[u8]) -> Result<Sheet, NotText> {
    let Decoded { text, encoding } = decode(bytes)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let rows = reader.records().filter_map(|record| match record {
        Ok(record) if record.iter().all(str::is_empty) => None,
        Ok(record) => Some(Ok(Cells { line: line_of(&record, &text), record })),
        Err(error) => Some(Err(error.position().map_or(0, csv::Position::line))),
    });
    Ok(Sheet { rows: rows.collect(), encoding })
}

/// Where a record begins: the reader tells where the record before it ended, so blank lines
/// between the two are skipped here.
fn line_of(record: &StringRecord, text: &str) -> u64 {
    let Some(position) = record.position() else {
        return 0;
    };
    let from = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let blank = text.get(from..).unwrap_or_default().chars();
    let skipped = blank.take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n').count();
    position.line() + skipped as u64
}

/// What the cells of the first line are parted by.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    match (count(b','), count(b'\t'), count(b';')) {
        (0, 1.., _) => b'\t',
        (0, 0, 1..) => b';',
        _ => b',',
    }
}

/// A name of a column as it is compared: half width, lower case.
#[must_use]
pub fn heading(cell: &str) -> String {
    fold(cell.trim()).to_lowercase()
}
