//! Files that people write by hand: what a community is called, settings, keys, colours.
//!
//! They are RON. Reading them forgives what editors do (a byte order mark, another encoding in a
//! comment) and says what people do by mistake (full-width marks, a comma that is missing) with its
//! line and column. A file is taken apart here only as far as fields and rows, so that one that is
//! wrong does not take the others with it; what a value means is its reader's to say.

use std::borrow::Cow;

use super::hand::{Hand, Of, Reader, half_width};
pub use super::hand::{Piece, lenient};
pub use super::mistakes::{Expected, Fault, Mistake, Place};

/// The text of a file that has to be right as a whole.
///
/// # Errors
/// [`Fault::NotUtf8`].
pub fn strict_text(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = without_mark(bytes);
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))
}

/// The text of a file of which as much is used as can be, and what is wrong with its bytes. What
/// is not UTF-8 becomes [`char::REPLACEMENT_CHARACTER`], and no value with that in it is taken.
#[must_use]
pub fn lenient_text(bytes: &[u8]) -> (Cow<'_, str>, Option<Fault>) {
    let bytes = without_mark(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => {
            let fault = not_utf8(bytes, error.valid_up_to());
            // UTF-16, which some editors call Unicode: nothing in it can be used.
            let text =
                if bytes.contains(&0) { Cow::Borrowed("") } else { String::from_utf8_lossy(bytes) };
            (text, Some(fault))
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

fn not_utf8(bytes: &[u8], valid: usize) -> Fault {
    let before = bytes.get(..valid).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
    let mut hand = Hand::new(before, Place::START);
    while hand.bump().is_some() {}
    Fault::NotUtf8 { at: hand.at }
}

/// What is wrong with a text that RON cannot read: its first full-width mark, or what RON said.
#[must_use]
pub fn why_not_ron(text: &str, error: &ron::error::SpannedError) -> Fault {
    full_width(text).unwrap_or_else(|| {
        let start = error.span.start;
        let at = Place { line: start.line, column: start.col };
        Fault::NotRon { at, detail: error.code.to_string() }
    })
}

/// The first full-width mark outside of quotes and comments.
fn full_width(text: &str) -> Option<Fault> {
    let mut hand = Hand::new(text, Place::START);
    loop {
        hand.skip_blank(false);
        let (at, c) = (hand.at, hand.peek()?);
        if c == '"' {
            // One that does not end is RON's to tell.
            hand.quotation().ok()?;
        } else if let Some(instead) = half_width(c) {
            return Some(Fault::FullWidth { at, found: c, instead });
        } else {
            hand.bump();
        }
    }
}

/// A field: its name and what stands behind the colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field<'a> {
    /// The name.
    pub name: Piece<'a>,
    /// The value.
    pub value: Piece<'a>,
}

/// The fields of `( name: value, .. )`, and what is wrong with how they are written. A field that
/// is wrong is left out, the others are there. A text with nothing in it has no fields.
#[must_use]
pub fn fields(piece: Piece<'_>) -> (Vec<Field<'_>>, Vec<Fault>) {
    let mut reader = Reader::new(piece);
    let mut fields = Vec::new();
    if !reader.opens('(') {
        return (fields, reader.faults);
    }
    while !reader.closes(')') {
        let name = reader.name();
        let before = reader.faults.len();
        let colon = name.is_some() && reader.mark(':');
        let value = reader.value(')', Of::Field { named: name.is_some() });
        let Some(name) = name else { continue };
        // A comma that is missing behind it says nothing against the field itself.
        let harm = |fault: &Fault| !matches!(fault, Fault::Missing { mark: ',', .. });
        let harmed = reader.faults.iter().skip(before).any(harm);
        if colon && value.text.is_empty() {
            reader.fault(Fault::NoValue { at: value.at });
        } else if colon && !harmed {
            fields.push(Field { name, value });
        }
    }
    reader.ends();
    (fields, reader.faults)
}

impl Field<'_> {
    /// That the field cannot be what is written.
    #[must_use]
    pub fn cannot_be(&self, expected: Expected) -> Mistake {
        Mistake::Value {
            at: self.value.at,
            name: self.name.text.to_owned(),
            found: self.value.text.to_owned(),
            expected,
        }
    }

    /// That there is no such field.
    #[must_use]
    pub fn unknown(&self) -> Mistake {
        Mistake::Unknown { at: self.name.at, name: self.name.text.to_owned() }
    }
}

/// As [`fields`], each name once: of those that are there twice the first holds.
#[must_use]
pub fn fields_once(piece: Piece<'_>) -> (Vec<Field<'_>>, Vec<Mistake>) {
    let (found, faults) = fields(piece);
    let mut mistakes: Vec<Mistake> = faults.into_iter().map(Into::into).collect();
    let mut once: Vec<Field<'_>> = Vec::new();
    for field in found {
        match once.iter().find(|it| it.name.text == field.name.text) {
            None => once.push(field),
            Some(first) => mistakes.push(Mistake::Twice {
                at: field.name.at,
                first: first.name.at,
                name: field.name.text.to_owned(),
            }),
        }
    }
    (once, mistakes)
}

/// The rows of `[ a, b, .. ]`, and what is wrong with how they are written.
#[must_use]
pub fn rows(piece: Piece<'_>) -> (Vec<Piece<'_>>, Vec<Fault>) {
    let mut reader = Reader::new(piece);
    let mut rows = Vec::new();
    if !reader.opens('[') {
        return (rows, reader.faults);
    }
    while !reader.closes(']') {
        let before = reader.faults.len();
        let row = reader.value(']', Of::Row);
        let harm = |fault: &Fault| !matches!(fault, Fault::Missing { mark: ',', .. });
        if !reader.faults.iter().skip(before).any(harm) && !row.text.is_empty() {
            rows.push(row);
        }
    }
    reader.ends();
    (rows, reader.faults)
}
