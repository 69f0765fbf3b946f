//! Tables for spreadsheets, as CSV.

use super::table::clean_lines;
use crate::text::width::clean;

/// A table as CSV: UTF-8 with the mark that Excel wants, lines ended by CR LF, and no cell that a
/// spreadsheet would take for a formula.
#[must_use]
pub fn csv<R>(heads: &[String], rows: impl Iterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item = String>,
{
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    let _ = writer.write_record(heads);
    for row in rows {
        let _ = writer.write_record(row.into_iter().map(|cell| harmless(&cell)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that begins like a formula, in full width too, gets an apostrophe before it, which
/// spreadsheets take as “this is text”.
fn harmless(cell: &str) -> String {
    let dangerous = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let begins = cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(dangerous);
    let lines: Vec<_> =
        clean_lines(cell).split('\n').map(|line| clean(line).into_owned()).collect();
    let cell = lines.join(" ");
    if begins { format!("'{cell}") } else { cell }
}
