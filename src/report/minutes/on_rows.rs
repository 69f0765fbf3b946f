//! Minutes as rows for a screen.

use super::{Cells, Shape, Sheet};
use crate::report::review::row::{Kind, Meaning, Piece, Row, push};
use crate::text::width::{clean, clip, pad, pad_left, width};
use crate::text::words::{Id, Words, id};

/// Most columns of a cell beside others.
const MOST_CELL_COLS: usize = 25;
/// Columns before an entry, and before what belongs to it.
const INDENT: &str = "  ";

/// Rows that grow.
pub(super) struct Rows<'a> {
    words: &'a Words,
    pub(super) rows: Vec<Row>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        Self { words, rows: Vec::new() }
    }

    fn put(&mut self, kind: Kind, seq: Option<u64>, lead: Vec<Piece>, body: Vec<Piece>) {
        push(&mut self.rows, Row::new(kind, seq, body).after(lead));
    }

    /// A blank row, except at the top or below another one.
    fn room(&mut self) {
        if self.rows.last().is_some_and(|row| !row.is_blank()) {
            self.rows.push(Row::blank());
        }
    }

    /// Side by side: every cell but the last as wide as the widest in its column.
    fn columns(&mut self, heads: &[String], rows: &[Cells]) {
        let count = heads.len().saturating_sub(1);
        let cells = || rows.iter().map(|(_, cells)| cells.as_slice()).chain([heads]);
        let widest = |at: usize| cells().filter_map(|row| row.get(at)).map(|it| width(it)).max();
        let widths: Vec<usize> =
            (0..count).map(|at| widest(at).unwrap_or_default().min(MOST_CELL_COLS)).collect();
        // A column of numbers is set to the right.
        let number = |at: usize| {
            let cell =
                |(_, cells): &Cells| cells.get(at).is_some_and(|it| it.parse::<u32>().is_ok());
            !rows.is_empty() && rows.iter().all(cell)
        };
        let numbers: Vec<bool> = (0..count).map(number).collect();
        let lead = |cells: &[String], meaning: Meaning| {
            let mut text = INDENT.to_owned();
            for ((cell, cols), number) in cells.iter().zip(&widths).zip(&numbers) {
                let cell = clip(cell, *cols);
                let set = if *number { pad_left(&cell, *cols) } else { pad(&cell, *cols) };
                text.push_str(&set);
                text.push_str("  ");
            }
            vec![Piece::new(&text, meaning)]
        };
        let last = |cells: &[String]| cells.get(count).cloned().unwrap_or_default();
        let head = vec![Piece::new(&last(heads), Meaning::Dim)];
        self.put(Kind::Detail, None, lead(heads, Meaning::Dim), head);
        for (seq, cells) in rows {
            let body = vec![Piece::plain(&last(cells))];
            self.put(Kind::Entry, *seq, lead(cells, Meaning::Plain), body);
        }
    }

    /// One below the other: the first two cells as an entry, those that say something below it.
    fn entries(&mut self, heads: &[String], rows: &[Cells]) {
        let first = |(_, cells): &Cells| cells.first().map_or(0, |it| width(it));
        let cols = rows.iter().map(first).max().unwrap_or_default().min(MOST_CELL_COLS);
        for (seq, cells) in rows {
            let [number, text, rest @ ..] = cells.as_slice() else { continue };
            let lead = format!("{INDENT}{}  ", pad(number, cols));
            let body = vec![Piece::plain(text)];
            self.put(Kind::Entry, *seq, vec![Piece::new(&lead, Meaning::Name)], body);
            let indent = vec![Piece::plain(&" ".repeat(cols + 2 * INDENT.len()))];
            let mut body = Vec::new();
            for (head, cell) in heads.iter().skip(2).zip(rest) {
                if cell.is_empty() {
                    continue;
                }
                if !body.is_empty() {
                    body.push(Piece::plain(&self.words.say(id::LIST_CLAUSE)));
                }
                body.push(self.label(head));
                body.push(Piece::plain(cell));
            }
            self.put(Kind::Detail, *seq, indent, body);
        }
    }

    /// What stands before the colon of a field, and the colon.
    fn label(&self, label: &str) -> Piece {
        let values = [("label", label.into()), ("value", "".into())];
        Piece::new(&self.words.tell(id::REPORT_FIELD, &values), Meaning::Dim)
    }
}

impl Sheet for Rows<'_> {
    fn recorded(&self, text: &str) -> String {
        clean(text).into_owned()
    }

    fn title(&mut self, text: &str) {
        self.put(Kind::Title, None, Vec::new(), vec![Piece::new(text, Meaning::Strong)]);
        self.room();
    }

    fn warning(&mut self, text: &str) {
        self.put(Kind::Entry, None, Vec::new(), vec![Piece::new(text, Meaning::Warn)]);
        self.room();
    }

    fn heading(&mut self, text: &str) {
        self.room();
        self.put(Kind::Heading, None, Vec::new(), vec![Piece::new(text, Meaning::Strong)]);
    }

    fn item(&mut self, text: &str, seq: Option<u64>, first: bool) {
        if !first {
            self.room();
        }
        self.put(Kind::Heading, seq, Vec::new(), vec![Piece::new(text, Meaning::Strong)]);
    }

    fn group(&mut self, text: &str) {
        let lead = vec![Piece::plain(INDENT)];
        self.put(Kind::Group, None, lead, vec![Piece::new(text, Meaning::Strong)]);
    }

    fn field(&mut self, words: &Words, label: Id, value: &str, seq: Option<u64>) {
        let label = self.label(&words.say(label));
        let lead = vec![Piece::plain(INDENT), label];
        self.put(Kind::Entry, seq, lead, vec![Piece::plain(value)]);
    }

    fn entry(&mut self, text: &str, seq: Option<u64>) {
        let lead = vec![Piece::new("  - ", Meaning::Dim)];
        self.put(Kind::Entry, seq, lead, vec![Piece::plain(text)]);
    }

    fn detail(&mut self, text: &str, seq: Option<u64>) {
        let lead = vec![Piece::plain("      ")];
        self.put(Kind::Detail, seq, lead, vec![Piece::new(text, Meaning::Dim)]);
    }

    fn sentence(&mut self, text: &str) {
        let lead = vec![Piece::plain(INDENT)];
        self.put(Kind::Entry, None, lead, vec![Piece::plain(text)]);
    }

    fn gap(&mut self) {}

    fn table(&mut self, shape: Shape, heads: &[String], rows: &[Cells]) {
        match shape {
            Shape::Columns => self.columns(heads, rows),
            Shape::Entries => self.entries(heads, rows),
        }
    }

    fn origin(&mut self, text: &str) {
        self.room();
        self.put(Kind::Detail, None, Vec::new(), vec![Piece::new(text, Meaning::Dim)]);
    }
}
