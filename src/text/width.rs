//! How wide text is on a terminal, and how to make it fit and safe to show.
//!
//! Width is counted in columns, grapheme by grapheme: a Chinese character takes two, a symbol of
//! ambiguous width (`…`, `·`) one. Nothing else in the crate measures text.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What a cut text ends with.
const CUT: &str = "..";

/// The columns a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The columns before a byte position; inside a grapheme, those before the grapheme.
#[must_use]
pub fn column_of(text: &str, byte_index: usize) -> usize {
    text.grapheme_indices(true)
        .take_while(|(start, grapheme)| start + grapheme.len() <= byte_index)
        .map(|(_, grapheme)| grapheme.width())
        .sum()
}

/// The text if it fits into `cols` columns, else as much of it as fits, ending with `..`.
#[must_use]
pub fn clip(text: &str, cols: usize) -> Cow<'_, str> {
    if is_plain(text) && text.len() <= cols {
        return Cow::Borrowed(text);
    }
    let room = cols.saturating_sub(CUT.len());
    let mut kept = 0; // bytes that leave room for the mark
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > cols {
            let (head, _) = text.split_at_checked(kept).unwrap_or_default();
            let mark = CUT.get(..cols.min(CUT.len())).unwrap_or_default();
            return Cow::Owned(format!("{head}{mark}"));
        }
        if used <= room {
            kept = start + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// The text clipped or filled with spaces on the right to exactly `cols` columns.
#[must_use]
pub fn pad(text: &str, cols: usize) -> String {
    let mut text = clip(text, cols).into_owned();
    let missing = cols.saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// The text clipped or filled with spaces on the left to exactly `cols` columns.
#[must_use]
pub fn pad_left(text: &str, cols: usize) -> String {
    let text = clip(text, cols);
    let missing = cols.saturating_sub(width(&text));
    format!("{}{text}", " ".repeat(missing))
}

/// Full-width letters, digits and signs (`！` to `～`, the ideographic space) as their ASCII
/// counterparts. Chinese punctuation proper (`。`, `、`) stays.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// One character as [`fold`] shows it.
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Text made safe for a terminal, from whatever is stored.
///
/// Tabs and line ends become a space, control characters a picture (`␛`), and what turns the
/// writing direction or cannot be seen a placeholder (`<U+202E>`). The joiner U+200D and variation
/// selectors, which terminals measure differently, are left out.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().enumerate().any(|(i, c)| is_unsafe(c, i == 0)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..='\x1f' => safe.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('?')),
            '\x7f' => safe.push('\u{2421}'),
            _ if is_left_out(c) => {}
            _ if is_unsafe(c, safe.is_empty()) => {
                // Writing to a String does not fail.
                let _ = write!(safe, "<U+{:04X}>", u32::from(c));
            }
            _ => safe.push(c),
        }
        last = c;
    }
    Cow::Owned(safe)
}

/// Printable ASCII only: one byte, one column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// The zero-width joiner and variation selectors.
const fn is_left_out(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether a character may not reach the terminal as it is; a combining mark only at the start,
/// where it has nothing to stand on.
fn is_unsafe(c: char, first: bool) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control() || is_left_out(c) || is_unseen(c) || (first && c.width() == Some(0))
}

/// Characters of Unicode's category Cf (format), the two separators, fillers and non-characters.
const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}'
        | '\u{890}'..='\u{891}' | '\u{8E2}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}'..='\u{FFFF}' | '\u{110BD}' | '\u{110CD}'
        | '\u{13430}'..='\u{1345F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chinese_takes_two_columns() {
        for (text, cols) in
            [("", 0), ("abc", 3), ("中文", 4), ("a中b", 4), ("e\u{301}", 1), ("…·", 2), ("，", 2)]
        {
            assert_eq!(width(text), cols, "{text}");
        }
    }

    #[test]
    fn a_byte_position_has_a_column() {
        for (index, column) in [(0, 0), (1, 1), (2, 1), (3, 1), (4, 3), (5, 4), (99, 4)] {
            assert_eq!(column_of("a中b", index), column, "{index}");
        }
    }

    #[test]
    fn clipping_never_exceeds() {
        for (text, cols, clipped) in [
            ("abcdef", 6, "abcdef"),
            ("abcdef", 5, "abc.."),
            ("停车位改造", 10, "停车位改造"),
            ("停车位改造", 9, "停车位.."),
            ("停车位改造", 7, "停车.."),
            ("停车", 3, ".."),
            ("停车", 1, "."),
            ("停车", 0, ""),
            ("ae\u{301}bcd", 4, "ae\u{301}.."),
        ] {
            assert_eq!(clip(text, cols), clipped, "{text} {cols}");
        }
    }

    #[test]
    fn padding_is_exact() {
        assert_eq!(pad("中", 4), "中  ");
        assert_eq!(pad_left("中", 4), "  中");
        assert_eq!(pad("停车位", 5), "停.. ");
        assert_eq!(pad_left("停车位", 5), " 停..");
    }

    #[test]
    fn full_width_letters_fold() {
        assert_eq!(fold("＋１４ｄ　：！～"), "+14d :!~");
        assert_eq!(fold("好。、“中”"), "好。、“中”");
    }

    #[test]
    fn stored_text_is_made_safe() {
        for (text, safe) in [
            ("a\tb\r\nc\nd\re", "a b c d e"),
            ("\x1b[31m红\x07", "␛[31m红␇"),
            ("\x7f", "␡"),
            ("a\u{9b}b", "a<U+009B>b"),
            ("王\u{202E}明\u{2066}", "王<U+202E>明<U+2066>"),
            ("a\u{200B}b\u{FEFF}", "a<U+200B>b<U+FEFF>"),
            ("a\u{2028}b", "a<U+2028>b"),
            ("\u{301}a\u{301}", "<U+0301>a\u{301}"),
            ("\u{200D}\u{301}", "<U+0301>"),
            ("👨\u{200D}👩", "👨👩"),
            ("☺\u{FE0F}", "☺"),
        ] {
            assert_eq!(clean(text), safe, "{text:?}");
        }
        assert!(matches!(clean("议事 yishi"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "(\\PC|[\\x00-\\u{9f}]|[\\u{200b}-\\u{206f}\\u{301}\\u{fe0f}]){0,20}") {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), once.as_str());
            prop_assert!(!once.chars().any(char::is_control));
        }

        #[test]
        fn padded_text_is_exactly_as_wide_as_asked(text in any::<String>(), cols in 0usize..30) {
            let text = clean(&text);
            prop_assert!(width(&clip(&text, cols)) <= cols);
            prop_assert_eq!(width(&pad(&text, cols)), cols);
            prop_assert_eq!(width(&pad_left(&text, cols)), cols);
            prop_assert_eq!(column_of(&text, text.len()), width(&text));
        }
    }
}
