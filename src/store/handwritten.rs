//! Files that people write by hand: what a community is called, settings, keys, colours.
//!
//! They are RON. Reading them forgives what editors do (a byte order mark, another encoding in a
//! comment) and says what people do by mistake (full-width marks, a comma that is missing) with its
//! line and column. A file is taken apart here only as far as fields and rows, so that one that is
//! wrong does not take the others with it; what a value means is its reader's to say.

use std::borrow::Cow;

/// A place in a file, counted from 1: the line, and the character within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

impl Place {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// What is wrong with how a file is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A full-width mark stands where RON needs a half-width one.
    #[error("{}:{}: write {instead} for {found}", .at.line, .at.column)]
    FullWidth {
        /// Where.
        at: Place,
        /// The mark that is there.
        found: char,
        /// The mark that should be there.
        instead: char,
    },
    /// RON cannot read it.
    #[error("{}:{}: {detail}", .at.line, .at.column)]
    NotRon {
        /// Where.
        at: Place,
        /// What the parser said, in English.
        detail: String,
    },
    /// It is not UTF-8.
    #[error("{}:{}: not UTF-8", .at.line, .at.column)]
    NotUtf8 {
        /// Where the first byte is that is none.
        at: Place,
    },
    /// A mark is missing: a bracket, a colon, a comma, a quotation mark.
    #[error("{}:{}: {mark} is missing", .at.line, .at.column)]
    Missing {
        /// Where it should be; for a quotation mark, where the quotation begins.
        at: Place,
        /// The mark.
        mark: char,
    },
    /// The name of a field should stand here.
    #[error("{}:{}: no name", .at.line, .at.column)]
    NoName {
        /// Where.
        at: Place,
    },
    /// Something should stand behind the colon.
    #[error("{}:{}: no value", .at.line, .at.column)]
    NoValue {
        /// Where.
        at: Place,
    },
    /// Something stands behind the last bracket.
    #[error("{}:{}: behind the end", .at.line, .at.column)]
    BehindEnd {
        /// Where it begins.
        at: Place,
    },
}

impl Fault {
    /// Where it is.
    #[must_use]
    pub const fn at(&self) -> Place {
        match self {
            Self::FullWidth { at, .. }
            | Self::NotRon { at, .. }
            | Self::NotUtf8 { at }
            | Self::Missing { at, .. }
            | Self::NoName { at }
            | Self::NoValue { at }
            | Self::BehindEnd { at } => *at,
        }
    }
}

/// What is wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// It is not written as it should be.
    #[error(transparent)]
    Text(#[from] Fault),
    /// There is no such field.
    #[error("{}:{}: unknown field {name}", .at.line, .at.column)]
    Unknown {
        /// Where.
        at: Place,
        /// What is written.
        name: String,
    },
    /// A field is there twice; the first one holds.
    #[error("{}:{}: {name} is in line {} already", .at.line, .at.column, .first.line)]
    Twice {
        /// Where it is the second time.
        at: Place,
        /// Where it is first.
        first: Place,
        /// The field.
        name: String,
    },
    /// A value that the field cannot have.
    #[error("{}:{}: {name} cannot be {found}", .at.line, .at.column)]
    Value {
        /// Where.
        at: Place,
        /// The field.
        name: String,
        /// What is written.
        found: String,
        /// What can be written.
        expected: Expected,
    },
}

impl Mistake {
    /// Where it is.
    #[must_use]
    pub const fn at(&self) -> Place {
        match self {
            Self::Text(fault) => fault.at(),
            Self::Unknown { at, .. } | Self::Twice { at, .. } | Self::Value { at, .. } => *at,
        }
    }
}

/// What a field can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// One of these words.
    OneOf(Vec<String>),
    /// Words in quotes.
    Text,
    /// A path in quotes.
    Path,
    /// Colours and weight, in quotes.
    Style,
    /// Rows in square brackets.
    Rows,
    /// The name of a key.
    Key,
    /// What a key can do.
    Does,
}

impl Expected {
    /// One of these words.
    #[must_use]
    pub fn one_of(words: &[&str]) -> Self {
        Self::OneOf(words.iter().map(ToString::to_string).collect())
    }
}

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

/// RON as people write it: `Some` may be left out.
#[must_use]
pub fn lenient() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
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

/// The half-width mark that is meant by a full-width one.
const fn half_width(c: char) -> Option<char> {
    Some(match c {
        '（' => '(',
        '）' => ')',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '，' | '、' => ',',
        '：' => ':',
        '“' | '”' | '＂' => '"',
        '／' => '/',
        '\u{3000}' => ' ',
        _ => return None,
    })
}

/// A part of a file, and where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// As it is written, without blanks and comments around it.
    pub text: &'a str,
    /// Where it begins.
    pub at: Place,
}

impl<'a> Piece<'a> {
    /// A whole file.
    #[must_use]
    pub const fn whole(text: &'a str) -> Self {
        Self { text, at: Place::START }
    }

    /// The words that are meant, written as a name (`dark`) or in quotes.
    #[must_use]
    pub fn word(&self) -> Option<String> {
        if is_name(self.text) { Some(self.text.to_owned()) } else { self.quoted() }
    }

    /// The words in quotes.
    #[must_use]
    pub fn quoted(&self) -> Option<String> {
        // Half a quotation is no quotation, and no word is made of broken bytes.
        let usable = !self.text.contains(char::REPLACEMENT_CHARACTER);
        usable.then(|| lenient().from_str::<String>(self.text).ok()).flatten()
    }

    /// The path in quotes. A backslash stands for itself, as in a path of Windows; two stand for
    /// one, as RON would have it.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        let inner = self.text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        match inner {
            Some(inner) if !inner.contains(['"', char::REPLACEMENT_CHARACTER]) => {
                Some(inner.replace(r"\\", r"\"))
            }
            _ => self.quoted(),
        }
    }
}

fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_part)
}

const fn is_name_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}

const fn is_name_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
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

/// Where one is in a text.
#[derive(Debug, Clone, Copy)]
struct Hand<'a> {
    text: &'a str,
    /// Bytes behind.
    offset: usize,
    at: Place,
}

impl<'a> Hand<'a> {
    const fn new(text: &'a str, at: Place) -> Self {
        Self { text, offset: 0, at }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.offset += c.len_utf8();
        self.at = if c == '\n' {
            Place { line: self.at.line + 1, column: 1 }
        } else {
            Place { column: self.at.column + 1, ..self.at }
        };
        Some(c)
    }

    /// Past blanks and comments; past full-width blanks only if they do no harm.
    fn skip_blank(&mut self, wide: bool) {
        loop {
            let rest = self.rest();
            if rest.starts_with("//") {
                while self.peek().is_some_and(|c| c != '\n') {
                    self.bump();
                }
            } else if rest.starts_with("/*") {
                self.skip_comment();
            } else if rest.starts_with(|c: char| c.is_whitespace() && (wide || c != '\u{3000}')) {
                self.bump();
            } else {
                return;
            }
        }
    }

    /// Past a comment between `/*` and `*/`, and those inside of it.
    fn skip_comment(&mut self) {
        let mut depth = 0;
        loop {
            let step = if self.rest().starts_with("/*") {
                depth += 1;
                2
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                2
            } else {
                1
            };
            for _ in 0..step {
                if self.bump().is_none() {
                    return;
                }
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Past a quotation. It ends on its own line: one that goes on for pages has lost its end.
    fn quotation(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let missing = Fault::Missing { at: start, mark: '"' };
        self.bump();
        loop {
            match self.peek() {
                None | Some('\n') => return Err(missing),
                Some('"') => {
                    self.bump();
                    return Ok(());
                }
                // A path of Windows may end with one.
                Some('\\') if !ends_here(self.rest()) => {
                    self.bump();
                    if self.peek().is_some_and(|c| c != '\n') {
                        self.bump();
                    }
                }
                Some(_) => {
                    self.bump();
                }
            }
        }
    }

    /// Past what stands between full-width quotation marks, to the end of the line at most.
    fn wide_quotation(&mut self) {
        self.bump();
        while let Some(c) = self.peek().filter(|c| *c != '\n') {
            self.bump();
            if matches!(c, '“' | '”' | '＂' | '"') {
                return;
            }
        }
    }
}

/// Whether a backslash and the quotation mark behind it are the end of a quotation: nothing else
/// follows in its line but a comma, a bracket, a comment.
fn ends_here(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix("\\\"") else { return false };
    let line = after.lines().next().unwrap_or_default();
    !line.contains('"') && line.trim_start().starts_with([',', ')', '/']) || line.trim().is_empty()
}

/// What a value belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// A field; one without a name is only passed over.
    Field { named: bool },
    /// A row.
    Row,
}

/// Reads fields and rows, and goes on after what is wrong.
struct Reader<'a> {
    hand: Hand<'a>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    const fn new(piece: Piece<'a>) -> Self {
        Self { hand: Hand::new(piece.text, piece.at), faults: Vec::new() }
    }

    /// Notes a fault, unless it is what the one before has led to in the same place.
    fn fault(&mut self, fault: Fault) {
        if self.faults.last().is_none_or(|last| last.at() != fault.at()) {
            self.faults.push(fault);
        }
    }

    /// Takes a mark; a full-width one with a fault. False when something else is there.
    fn take(&mut self, mark: char) -> bool {
        self.hand.skip_blank(true);
        match self.hand.peek() {
            Some(c) if c == mark => {}
            Some(c) if half_width(c) == Some(mark) => {
                let at = self.hand.at;
                self.fault(Fault::FullWidth { at, found: c, instead: mark });
            }
            _ => return false,
        }
        self.hand.bump();
        true
    }

    /// Takes a mark that must be there.
    fn mark(&mut self, mark: char) -> bool {
        let taken = self.take(mark);
        if !taken {
            self.fault(Fault::Missing { at: self.hand.at, mark });
        }
        taken
    }

    /// Takes the opening bracket, a name before it too. False when there is nothing at all, or
    /// something else.
    fn opens(&mut self, bracket: char) -> bool {
        self.hand.skip_blank(true);
        if self.hand.peek().is_none() {
            return false;
        }
        let before = self.hand;
        self.word();
        if self.take(bracket) {
            return true;
        }
        self.hand = before;
        self.fault(Fault::Missing { at: before.at, mark: bracket });
        false
    }

    /// Whether the closing bracket is here, or the text is at its end, which is a fault.
    fn closes(&mut self, bracket: char) -> bool {
        // A comma too many is no harm.
        while self.take(',') {}
        if self.take(bracket) {
            return true;
        }
        let end = self.hand.peek().is_none();
        if end {
            self.fault(Fault::Missing { at: self.hand.at, mark: bracket });
        }
        end
    }

    /// Nothing may follow.
    fn ends(&mut self) {
        self.hand.skip_blank(true);
        if self.hand.peek().is_some() {
            self.fault(Fault::BehindEnd { at: self.hand.at });
        }
    }

    fn word(&mut self) -> Piece<'a> {
        let (start, at) = (self.hand.offset, self.hand.at);
        if self.hand.peek().is_some_and(is_name_start) {
            while self.hand.peek().is_some_and(is_name_part) {
                self.hand.bump();
            }
        }
        Piece { text: self.hand.text.get(start..self.hand.offset).unwrap_or_default(), at }
    }

    /// The name of a field.
    fn name(&mut self) -> Option<Piece<'a>> {
        self.hand.skip_blank(true);
        let name = self.word();
        if !name.text.is_empty() {
            return Some(name);
        }
        let at = self.hand.at;
        let fault = match self.hand.peek().and_then(|c| half_width(c).map(|instead| (c, instead))) {
            Some((found, instead)) => Fault::FullWidth { at, found, instead },
            None => Fault::NoName { at },
        };
        self.fault(fault);
        None
    }

    /// What stands up to the next comma or the closing bracket. Where the comma is missing, up to
    /// the next name with a colon, or to the next row.
    fn value(&mut self, bracket: char, of: Of) -> Piece<'a> {
        self.hand.skip_blank(true);
        let (start, at) = (self.hand.offset, self.hand.at);
        // Behind the last thing that is neither blank nor comment.
        let mut end = self.hand;
        // The word before the hand, and where the value would end without it.
        let mut last: Option<(Hand<'a>, Hand<'a>)> = None;
        let mut depth = 0_usize;
        loop {
            self.hand.skip_blank(true);
            let here = self.hand;
            let Some(c) = here.peek() else { break };
            let plain = half_width(c).unwrap_or(c);
            let outside = depth == 0;
            if outside && (plain == ',' || plain == bracket) {
                break;
            }
            if let (true, ':', Of::Field { named }) = (outside, plain, of) {
                if let Some((word, before)) = last.filter(|(word, _)| word.offset > start) {
                    self.fault(Fault::Missing { at: before.at, mark: ',' });
                    (self.hand, end) = (word, before);
                    break;
                }
                if named {
                    break;
                }
            }
            if outside && of == Of::Row && plain == '(' && here.offset > start {
                self.fault(Fault::Missing { at: end.at, mark: ',' });
                break;
            }
            if plain != c {
                self.fault(Fault::FullWidth { at: here.at, found: c, instead: plain });
            }
            if plain == '"' && c != '"' {
                self.hand.wide_quotation();
                last = None;
            } else if c == '"' {
                if let Err(fault) = self.hand.quotation() {
                    self.fault(fault);
                    end = self.hand;
                    break;
                }
                last = None;
            } else if is_name_start(c) {
                self.word();
                last = Some((here, end));
            } else {
                match plain {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                self.hand.bump();
            }
            end = self.hand;
        }
        let text = self.hand.text.get(start..end.offset).unwrap_or_default();
        Piece { text, at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(line: usize, column: usize) -> Place {
        Place { line, column }
    }

    fn wide(place: (usize, usize), found: char, instead: char) -> Fault {
        Fault::FullWidth { at: at(place.0, place.1), found, instead }
    }

    fn missing(place: (usize, usize), mark: char) -> Fault {
        Fault::Missing { at: at(place.0, place.1), mark }
    }

    fn read(text: &str) -> (Vec<(&str, &str)>, Vec<Fault>) {
        let (fields, faults) = fields(Piece::whole(text));
        (fields.iter().map(|it| (it.name.text, it.value.text)).collect(), faults)
    }

    #[test]
    fn fields_are_found_with_their_places() {
        let text = "// note: (a)\n(\n  one: auto, /* b: c */ two: \"x, (y) // z\",\n  three: [ (k: 1), 2 ], // end\n)\n";
        let (found, faults) = fields(Piece::whole(text));
        assert_eq!(faults, []);
        let found: Vec<_> =
            found.iter().map(|it| (it.name.text, it.value.text, it.value.at)).collect();
        assert_eq!(
            found,
            [
                ("one", "auto", at(3, 8)),
                ("two", "\"x, (y) // z\"", at(3, 30)),
                ("three", "[ (k: 1), 2 ]", at(4, 10)),
            ]
        );
        for nothing in ["", "  // only a note\n", "()", "Settings()", "( , )"] {
            assert_eq!(read(nothing), (vec![], vec![]), "{nothing}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_is_there() {
        for (text, found, faults) in [
            ("（a: 1）", vec![("a", "1")], vec![wide((1, 1), '（', '('), wide((1, 6), '）', ')')]),
            ("(a：1, b: 2)", vec![("b", "2")], vec![wide((1, 3), '：', ':')]),
            ("(a: “x，y”, b: 2)", vec![("b", "2")], vec![wide((1, 5), '“', '"')]),
            ("(a: 1，b: 2)", vec![("a", "1"), ("b", "2")], vec![wide((1, 6), '，', ',')]),
            (
                "(a: x\n b: \"y\"\n c: 3)",
                vec![("a", "x"), ("b", "\"y\""), ("c", "3")],
                vec![missing((1, 6), ','), missing((2, 8), ',')],
            ),
            ("(a: \"x\n b: 2)", vec![("b", "2")], vec![missing((1, 5), '"')]),
            ("(a: 1, b: 2", vec![("a", "1"), ("b", "2")], vec![missing((1, 12), ')')]),
            ("a: 1", vec![], vec![missing((1, 1), '(')]),
            ("(a 1, b: 2)", vec![("b", "2")], vec![missing((1, 4), ':')]),
            ("(a: , b: 2)", vec![("b", "2")], vec![Fault::NoValue { at: at(1, 5) }]),
            ("(1: 1, b: 2)", vec![("b", "2")], vec![Fault::NoName { at: at(1, 2) }]),
            ("(: 1, b: 2)", vec![("b", "2")], vec![Fault::NoName { at: at(1, 2) }]),
            ("(a: 1) b", vec![("a", "1")], vec![Fault::BehindEnd { at: at(1, 8) }]),
            (
                "(a: 1,\n ／／ 说明\n b: 2)",
                vec![("a", "1"), ("b", "2")],
                vec![wide((2, 2), '／', '/'), wide((2, 3), '／', '/'), missing((2, 7), ',')],
            ),
            ("(a: \"D:\\议事\\\", b: 2)", vec![("a", "\"D:\\议事\\\""), ("b", "2")], vec![]),
        ] {
            assert_eq!(read(text), (found, faults), "{text}");
        }
    }

    #[test]
    fn rows_are_found_and_a_missing_comma_between_them() {
        let text = "[\n (a: 1), // x\n (a: 2)\n (a: 3),\n]";
        let (found, faults) = rows(Piece::whole(text));
        assert_eq!(faults, [missing((3, 8), ',')]);
        let found: Vec<_> = found.iter().map(|it| (it.text, it.at)).collect();
        assert_eq!(found, [("(a: 1)", at(2, 2)), ("(a: 2)", at(3, 2)), ("(a: 3)", at(4, 2))]);
        assert_eq!(rows(Piece::whole("[]")), (vec![], vec![]));
        assert_eq!(rows(Piece::whole("x")).1, [missing((1, 1), '[')]);
    }

    #[test]
    fn words_quotations_and_paths_are_read() {
        let piece = |text| Piece { text, at: Place::START };
        for (text, word) in
            [("dark", Some("dark")), ("\"我的\"", Some("我的")), ("我的", None), ("1", None)]
        {
            assert_eq!(piece(text).word().as_deref(), word, "{text}");
        }
        for (text, path) in [
            (r#""D:/议事""#, Some("D:/议事")),
            (r#""D:\议事""#, Some(r"D:\议事")),
            (r#""D:\notes\""#, Some(r"D:\notes\")),
            (r#""D:\\notes""#, Some(r"D:\notes")),
            (r#"r"D:\notes""#, Some(r"D:\notes")),
            ("D:/x", None),
        ] {
            assert_eq!(piece(text).path().as_deref(), path, "{text}");
        }
    }

    #[test]
    fn other_encodings_are_told_and_used_as_far_as_they_go() {
        // “说明” in a comment and “李” in a value, in GBK. The first two bytes happen to be UTF-8.
        let bytes = b"// \xcb\xb5\xc3\xf7\n(a: 1, b: \"\xc0\xee\")";
        let (text, fault) = lenient_text(bytes);
        assert_eq!(fault, Some(Fault::NotUtf8 { at: at(1, 5) }));
        let (found, faults) = fields(Piece::whole(&text));
        assert_eq!((found.len(), faults), (2, vec![]));
        assert_eq!(found[0].value.text, "1");
        assert_eq!(found[1].value.word(), None, "no word is made of broken bytes");
        assert_eq!(strict_text(bytes), Err(Fault::NotUtf8 { at: at(1, 5) }));
        let utf16 = b"\xff\xfe(\0a\0)\0";
        assert_eq!(lenient_text(utf16), ("".into(), Some(Fault::NotUtf8 { at: at(1, 1) })));
        assert_eq!(lenient_text("\u{feff}()".as_bytes()), ("()".into(), None));
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "[(（)）\\[\\]:：,，\"“ \n/*a1\\\\]{0,40}") {
            let (found, _) = fields(Piece::whole(&text));
            for field in found {
                let _ = rows(field.value);
                prop_assert!(!field.value.text.is_empty());
            }
        }
    }
}
