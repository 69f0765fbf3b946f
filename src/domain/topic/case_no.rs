//! Case numbers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The number of a case: runs within a community and is never used twice.
///
/// Laptops number without knowing of each other. So only the device that a community began on
/// numbers plainly, `17`; every other adds its own mark, `17-4a1c`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseNo {
    /// The number, from 1.
    pub number: u32,
    /// The mark of the device that gave it, where that is not the community's first.
    pub mark: Option<Box<str>>,
}

/// Text that is no case number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a case number")]
pub struct NotACaseNo;

impl CaseNo {
    /// A plain number.
    #[must_use]
    pub const fn plain(number: u32) -> Self {
        Self { number, mark: None }
    }

    /// A number with the mark of a device, if it has one.
    #[must_use]
    pub fn marked(number: u32, mark: Option<&str>) -> Self {
        Self { number, mark: mark.map(Into::into) }
    }
}

impl fmt::Display for CaseNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.mark {
            None => self.number.fmt(f),
            Some(mark) => write!(f, "{}-{mark}", self.number),
        }
    }
}

impl FromStr for CaseNo {
    type Err = NotACaseNo;

    fn from_str(text: &str) -> Result<Self, NotACaseNo> {
        let (number, mark) = match text.split_once('-') {
            Some((number, mark)) => (number, Some(mark)),
            None => (text, None),
        };
        // The end of a device's name, or all of it: `4a1c`, `laptop-4a1c`.
        let is_mark = |mark: &str| {
            let is_part = |part: &str| {
                !part.is_empty()
                    && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            };
            mark.split('-').all(is_part)
        };
        // `+5` is a number for `parse`.
        if !number.chars().all(|c| c.is_ascii_digit()) || mark.is_some_and(|it| !is_mark(it)) {
            return Err(NotACaseNo);
        }
        let number: u32 = number.parse().map_err(|_| NotACaseNo)?;
        if number == 0 { Err(NotACaseNo) } else { Ok(Self::marked(number, mark)) }
    }
}

impl TryFrom<String> for CaseNo {
    type Error = NotACaseNo;

    fn try_from(text: String) -> Result<Self, NotACaseNo> {
        text.parse()
    }
}

impl From<CaseNo> for String {
    fn from(case: CaseNo) -> Self {
        case.to_string()
    }
}
