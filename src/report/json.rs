//! JSON that is safe to print: what a terminal must not get is written as `\uXXXX`, which reads
//! back as the same text.

use std::fmt::Write as _;

use serde::Serialize;

use crate::text::width::clean;

/// Indented JSON with a line end. The documents of this module always serialize; one that did not
/// would give an empty object.
pub(super) fn pretty<T: Serialize>(document: &T) -> String {
    let raw = serde_json::to_string_pretty(document).unwrap_or_else(|_| "{}".to_owned());
    let mut safe = String::with_capacity(raw.len() + 1);
    for line in raw.lines() {
        if clean(line) == line {
            safe.push_str(line);
        } else {
            line.chars().for_each(|c| push_safe(&mut safe, c));
        }
        safe.push('\n');
    }
    safe
}

fn push_safe(safe: &mut String, c: char) {
    // After a letter, so that a combining mark in its usual place stays as it is.
    let probe: String = ['a', c].iter().collect();
    if clean(&probe) == probe {
        safe.push(c);
        return;
    }
    for unit in c.encode_utf16(&mut [0; 2]) {
        // Writing to a String does not fail.
        let _ = write!(safe, "\\u{unit:04x}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_safe_and_reads_back() {
        let text = "红\u{1b}[31m\u{9b}\u{7f}\u{202e}e\u{301} \u{e0001}\"\n";
        let json = pretty(&text);
        assert_eq!(json, "\"红\\u001b[31m\\u009b\\u007f\\u202ee\u{301} \\udb40\\udc01\\\"\\n\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
    }
}
