//! Takes a text in RON apart, mark by mark, and goes on after what is wrong in it.

use super::mistakes::{Fault, Place};

/// RON as people write it: `Some` may be left out.
#[must_use]
pub fn lenient() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// The half-width mark that is meant by a full-width one.
pub const fn half_width(c: char) -> Option<char> {
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

/// Where one is in a text.
#[derive(Debug, Clone, Copy)]
pub struct Hand<'a> {
    text: &'a str,
    /// Bytes behind.
    offset: usize,
    /// The place.
    pub at: Place,
}

impl<'a> Hand<'a> {
    pub const fn new(text: &'a str, at: Place) -> Self {
        Self { text, offset: 0, at }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn bump(&mut self) -> Option<char> {
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
    pub fn skip_blank(&mut self, wide: bool) {
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
    pub fn quotation(&mut self) -> Result<(), Fault> {
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
pub enum Of {
    /// A field; one without a name is only passed over.
    Field { named: bool },
    /// A row.
    Row,
}

/// Reads fields and rows, and goes on after what is wrong.
pub struct Reader<'a> {
    hand: Hand<'a>,
    /// What was wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    pub const fn new(piece: Piece<'a>) -> Self {
        Self { hand: Hand::new(piece.text, piece.at), faults: Vec::new() }
    }

    /// Notes a fault, unless it is what the one before has led to in the same place.
    pub fn fault(&mut self, fault: Fault) {
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
    pub fn mark(&mut self, mark: char) -> bool {
        let taken = self.take(mark);
        if !taken {
            self.fault(Fault::Missing { at: self.hand.at, mark });
        }
        taken
    }

    /// Takes the opening bracket, a name before it too. False when there is nothing at all, or
    /// something else.
    pub fn opens(&mut self, bracket: char) -> bool {
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
    pub fn closes(&mut self, bracket: char) -> bool {
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
    pub fn ends(&mut self) {
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
    pub fn name(&mut self) -> Option<Piece<'a>> {
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
    pub fn value(&mut self, bracket: char, of: Of) -> Piece<'a> {
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
