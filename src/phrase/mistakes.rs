//! What is wrong in a file that people write: where, and what should stand there instead.

use crate::store::handwritten::{Expected, Fault, Mistake, Place};
use crate::text::width::clip;
use crate::text::words::{Value, Words, id};

/// Columns that are shown of what is written.
const SHOWN: usize = 40;

/// What is wrong with how a file is written, with the column and without the line.
#[must_use]
pub fn fault(words: &Words, fault: &Fault) -> String {
    let mut values = vec![column(fault.at())];
    let message = match fault {
        Fault::FullWidth { found, instead, .. } => {
            values.push(("found", found.to_string().into()));
            values.push(("instead", instead.to_string().into()));
            id::STORE_COMMUNITY_FULL_WIDTH
        }
        Fault::NotRon { detail, .. } => {
            values.push(("said", detail.into()));
            id::STORE_NOT_RON
        }
        Fault::NotUtf8 { .. } => id::HAND_NOT_UTF8,
        Fault::Missing { mark: '"', .. } => id::HAND_QUOTE_OPEN,
        Fault::Missing { mark, .. } => {
            values.push(("mark", mark.to_string().into()));
            id::HAND_MISSING
        }
        Fault::NoName { .. } => id::HAND_NO_NAME,
        Fault::NoValue { .. } => id::HAND_NO_VALUE,
        Fault::BehindEnd { .. } => id::HAND_BEHIND_END,
    };
    words.tell(message, &values)
}

/// What is wrong in a file, with the column and without the line; `known` are the names that fields
/// of it can have.
#[must_use]
pub fn mistake(words: &Words, mistake: &Mistake, known: &[&str]) -> String {
    let mut values = vec![column(mistake.at())];
    let message = match mistake {
        Mistake::Text(wrong) => return fault(words, wrong),
        Mistake::Unknown { name, .. } => {
            // `stages/name` is the name of a field within the rows of another.
            let (within, name) = name.rsplit_once('/').unwrap_or(("", name));
            let known: Vec<&str> = known
                .iter()
                .map(|known| known.rsplit_once('/').unwrap_or(("", known)))
                .filter(|(list, _)| *list == within)
                .map(|(_, name)| name)
                .collect();
            values.push(("name", name.into()));
            values.push(("known", list(words, &known).into()));
            id::HAND_UNKNOWN
        }
        Mistake::Twice { first, name, .. } => {
            values.push(("name", name.into()));
            values.push(("first", first.line.into()));
            id::HAND_TWICE
        }
        Mistake::Value { name, found, expected, .. } => {
            values.push(("name", name.into()));
            values.push(("found", clip(&found.replace('\n', " "), SHOWN).into_owned().into()));
            match expected {
                Expected::OneOf(can_be) => {
                    values.push(("list", list(words, can_be).into()));
                    id::HAND_ONE_OF
                }
                Expected::Number(from, to) => {
                    values.push(("from", (*from).into()));
                    values.push(("to", (*to).into()));
                    id::HAND_NUMBER
                }
                Expected::Text => id::HAND_TEXT,
                Expected::Path => id::HAND_PATH,
                Expected::Style => id::HAND_STYLE,
                Expected::Row => id::HAND_ROW,
                Expected::Stage => id::HAND_STAGE,
                Expected::Item => id::HAND_ITEM,
                Expected::Exclusion => id::HAND_EXCLUSION,
                Expected::Within(most) => {
                    values.push(("most", (*most).into()));
                    id::HAND_WITHIN
                }
                Expected::Count(from, to) => {
                    values.push(("from", (*from).into()));
                    values.push(("to", (*to).into()));
                    id::HAND_COUNT
                }
                Expected::StageOf(count) => {
                    values.push(("count", (*count).into()));
                    id::HAND_NAMES_STAGE
                }
                Expected::OtherKey => id::HAND_TWICE_KEY,
                Expected::There => id::HAND_LACKS,
                Expected::Key => id::HAND_KEY,
                Expected::Does => id::HAND_DOES,
            }
        }
    };
    words.tell(message, &values)
}

/// The column as a variable of a message.
#[must_use]
pub fn column(at: Place) -> (&'static str, Value<'static>) {
    ("column", at.column.into())
}

fn list<T: AsRef<str>>(words: &Words, known: &[T]) -> String {
    let known: Vec<&str> = known.iter().map(AsRef::as_ref).collect();
    known.join(&words.say(id::LIST_SEPARATOR))
}
