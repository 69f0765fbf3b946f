//! Texts in what is asked of a ledger.

use super::{AffairRefusal, Blank};
use crate::domain::MOST_CHARS;

/// The text without the blanks around it, if it has a length a record can take.
pub(super) fn words(text: &str, blank: Blank) -> Result<String, AffairRefusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AffairRefusal::Missing(blank));
    }
    let given = text.chars().count();
    if given > MOST_CHARS {
        return Err(AffairRefusal::TooLong { given, most: MOST_CHARS });
    }
    Ok(text.to_owned())
}

/// A text that may be missing; blanks alone are none.
pub(super) fn some_words(text: Option<&str>) -> Result<Option<String>, AffairRefusal> {
    // What is not blank is not missing, whatever stands there.
    text.filter(|text| !text.trim().is_empty()).map(|text| words(text, Blank::Title)).transpose()
}
