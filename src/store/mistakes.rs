//! What can be wrong in a file that people write, and where.

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
    /// A whole number from this one to that one.
    Number(u32, u32),
    /// Words in quotes.
    Text,
    /// A path in quotes.
    Path,
    /// Colours and weight, in quotes.
    Style,
    /// `(key: .., does: ..)`.
    Row,
    /// `(name: .., works: ..)`, a stage of a procedure.
    Stage,
    /// `(title: .., minutes: ..)`, an agenda item.
    Item,
    /// `(key: .., name: .., redirect: ..)`, a ground on which a topic is not taken in.
    Exclusion,
    /// `Days(..)` or `WorkingDays(..)`, up to so many.
    Within(u32),
    /// So many rows, from this number to that one; what is written is how many there are.
    Count(u32, u32),
    /// The number of one of so many stages.
    StageOf(u32),
    /// A key that no other row has.
    OtherKey,
    /// The field, which is missing.
    There,
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
