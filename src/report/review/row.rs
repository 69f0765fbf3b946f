//! Rows: what the pages of a meeting looked back at are made of. They know nothing of screens, only
//! what each piece of their text means.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::domain::opinion::Stance;
use crate::text::width::{clean, width};

/// Columns of one row's text from which on it goes on in a row of its own, so that no row is
/// taller than a screen.
const MOST_COLS: usize = 240;

/// What a piece of text means; how that looks is for whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Meaning {
    /// Nothing in particular.
    #[default]
    Plain,
    /// What one looks for first.
    Strong,
    /// What matters less.
    Dim,
    /// Done, carried, answered.
    Good,
    /// Open, missing.
    Warn,
    /// Over, failed, overdue.
    Bad,
    /// A number or name by which something else is called.
    Name,
    /// A position.
    Stance(Stance),
}

/// A piece of text; safe for a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
}

impl Piece {
    /// A piece of text, made safe.
    #[must_use]
    pub fn new(text: &str, meaning: Meaning) -> Self {
        Self { text: clean(text).into_owned(), meaning }
    }

    /// A piece that means nothing in particular.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::new(text, Meaning::Plain)
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Kind {
    /// An empty one; nobody stops at it.
    #[default]
    Blank,
    /// What the whole page is.
    Title,
    /// A part of the page begins.
    Heading,
    /// A group within a part begins.
    Group,
    /// Something by itself.
    Entry,
    /// Something that belongs to the entry before.
    Detail,
}

/// A length drawn as a bar: from where on, how long, and of what whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Seconds before it begins.
    pub from: u32,
    /// Seconds it takes.
    pub length: u32,
    /// Seconds of the whole.
    pub whole: u32,
}

impl Scale {
    /// The bar in so many columns: those left empty before it, and those it takes. Whatever takes
    /// any time takes at least one column, and nothing reaches beyond the last.
    #[must_use]
    pub fn columns(self, cols: usize) -> (usize, usize) {
        let whole = u64::from(self.whole.max(1));
        let on = |seconds: u32| {
            let share = (u64::from(seconds) * cols as u64 * 2 + whole) / (whole * 2);
            usize::try_from(share).unwrap_or(cols)
        };
        let least = usize::from(self.length > 0);
        let taken = on(self.length).clamp(least, cols.max(least)).min(cols);
        (on(self.from).min(cols - taken), taken)
    }

    /// Its share of the whole in percent, rounded.
    #[must_use]
    pub fn percent(self) -> u32 {
        percent(self.length, self.whole)
    }
}

/// A share in percent, rounded half up; nothing of nothing is nothing.
#[must_use]
pub fn percent(part: u32, whole: u32) -> u32 {
    let whole = u64::from(whole.max(1));
    u32::try_from((u64::from(part) * 200 + whole) / (whole * 2)).unwrap_or(u32::MAX)
}

/// One row of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// The line of the record it tells of.
    pub seq: Option<u64>,
    /// Before the text: numbers, marks, times. Text that needs more rows stays clear of it.
    pub lead: Vec<Piece>,
    /// The text.
    pub body: Vec<Piece>,
    /// At the right edge.
    pub right: Vec<Piece>,
    /// Drawn as a bar between the text and what is at the right.
    pub scale: Option<Scale>,
    /// It goes on with the text of the row before.
    pub continues: bool,
}

impl Row {
    /// A row of a kind, with its text.
    #[must_use]
    pub fn new(kind: Kind, seq: Option<u64>, body: Vec<Piece>) -> Self {
        Self { kind, seq, body, ..Self::default() }
    }

    /// An empty one.
    #[must_use]
    pub fn blank() -> Self {
        Self::default()
    }

    /// The same with something before its text.
    #[must_use]
    pub fn after(mut self, lead: Vec<Piece>) -> Self {
        self.lead = lead;
        self
    }

    /// The same with something at the right.
    #[must_use]
    pub fn with(mut self, right: Vec<Piece>) -> Self {
        self.right = right;
        self
    }

    /// The same with a bar.
    #[must_use]
    pub fn scaled(mut self, scale: Scale) -> Self {
        self.scale = Some(scale);
        self
    }

    /// Nobody stops at it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.kind == Kind::Blank
    }

    /// Its pieces, from left to right.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.lead.iter().chain(&self.body).chain(&self.right)
    }

    /// Its text in one line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for part in [&self.lead, &self.body, &self.right] {
            if !part.is_empty() && !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            text.extend(part.iter().map(|piece| piece.text.as_str()));
        }
        text
    }
}

/// Adds a row; one whose text is very long goes on in further rows, broken where a sentence ends
/// if one does.
pub fn push(rows: &mut Vec<Row>, row: Row) {
    let cols: usize = row.body.iter().map(|piece| width(&piece.text)).sum();
    if cols <= MOST_COLS {
        rows.push(row);
        return;
    }
    let Row { kind, seq, lead, body, right, scale, continues } = row;
    let indent: usize = lead.iter().map(|piece| width(&piece.text)).sum();
    let mut parts = broken(body).into_iter();
    let first = parts.next().unwrap_or_default();
    rows.push(Row { kind, seq, lead, body: first, right, scale, continues });
    rows.extend(parts.map(|body| {
        let lead = vec![Piece::plain(&" ".repeat(indent))];
        Row { kind, seq, lead, body, continues: true, ..Row::default() }
    }));
}

/// Pieces in parts of at most [`MOST_COLS`] columns each.
fn broken(body: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut parts: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut used = 0;
    for piece in body {
        let mut rest = piece.text.as_str();
        while !rest.is_empty() {
            let taken = take(rest, MOST_COLS - used);
            let (head, tail) = rest.split_at_checked(taken).unwrap_or((rest, ""));
            used += width(head);
            if let Some(part) = parts.last_mut() {
                part.push(Piece { text: head.to_owned(), meaning: piece.meaning });
            }
            rest = tail;
            if !rest.is_empty() {
                parts.push(Vec::new());
                used = 0;
            }
        }
    }
    parts
}

/// How many bytes of a text go into so many columns: up to the last end of a sentence in the second
/// half of them, else as many as fit.
fn take(text: &str, cols: usize) -> usize {
    let (mut used, mut fits, mut sentence) = (0, 0, None);
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cols {
            return sentence.unwrap_or(fits).max(if fits == 0 { grapheme.len() } else { 0 });
        }
        fits = at + grapheme.len();
        let ends = grapheme.starts_with(['。', '；', '！', '？', '.', ';', '!', '?']);
        if ends && used * 2 > cols {
            sentence = Some(fits);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_to_scale() {
        let scale = |from, length, whole| Scale { from, length, whole };
        for (bar, cols, drawn) in [
            // 20 minutes in 40 columns: 30 seconds each.
            (scale(0, 1200, 1200), 40, (0, 40)),
            (scale(70, 130, 1200), 40, (2, 4)),
            (scale(1170, 30, 1200), 40, (39, 1)),
            // Short turns are seen, at the end too.
            (scale(1199, 1, 1200), 40, (39, 1)),
            (scale(1200, 5, 1200), 40, (39, 1)),
            (scale(0, 0, 1200), 40, (0, 0)),
            // What the record cannot mean does no harm.
            (scale(90, 90, 0), 10, (0, 10)),
            (scale(0, 5, 10), 0, (0, 0)),
            (scale(u32::MAX, u32::MAX, 1), 10, (0, 10)),
        ] {
            assert_eq!(bar.columns(cols), drawn, "{bar:?} in {cols}");
        }
    }

    #[test]
    fn shares_are_rounded() {
        for (part, whole, share) in
            [(1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (185, 185, 100), (0, 0, 0)]
        {
            assert_eq!(percent(part, whole), share, "{part}/{whole}");
        }
    }

    #[test]
    fn a_long_text_goes_on_in_rows_of_its_own() {
        let sentence = format!("{}。", "停车位应先给老人".repeat(10)); // 162 columns
        let text = sentence.repeat(3);
        let row = Row::new(Kind::Entry, Some(7), vec![Piece::plain(&text)])
            .after(vec![Piece::plain("  3 + ")])
            .with(vec![Piece::plain("王小明")]);
        let mut rows = Vec::new();
        push(&mut rows, row);
        assert_eq!(rows.len(), 3);
        assert!(rows.iter().all(|row| row.seq == Some(7) && width(&row.lead[0].text) == 6));
        assert_eq!(rows[0].body[0].text, sentence, "broken where the sentence ends");
        assert_eq!(rows[0].right[0].text, "王小明");
        assert!(!rows[0].continues && rows[1].continues && rows[1].right.is_empty());
        let together: String = rows.iter().flat_map(|row| &row.body).map(|it| &*it.text).collect();
        assert_eq!(together, text);
    }

    #[test]
    fn a_text_without_sentences_is_broken_all_the_same() {
        let mut rows = Vec::new();
        let text = "字".repeat(5_000);
        push(&mut rows, Row::new(Kind::Entry, None, vec![Piece::plain(&text)]));
        assert_eq!(rows.len(), 10_000_usize.div_ceil(MOST_COLS));
        let together: String = rows.iter().flat_map(|row| &row.body).map(|it| &*it.text).collect();
        assert_eq!(together, text);
    }

    #[test]
    fn recorded_control_characters_are_shown_as_placeholders() {
        assert_eq!(Piece::plain("\u{1b}[2J红\u{202e}").text, "␛[2J红<U+202E>");
    }
}
