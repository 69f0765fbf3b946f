//! Bytes as text: UTF-8, or what spreadsheets in China write instead.
//!
//! Excel saves “CSV” as GBK where the system is Chinese, as UTF-8 with a mark when asked for that, and
//! “Unicode text” as UTF-16. GB18030 has all of GBK in it.

use std::borrow::Cow;
use std::str;

use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its beginning.
    #[default]
    Utf8,
    /// GB18030, or GBK or GB2312, which are parts of it.
    Gb18030,
    /// UTF-16 with a mark at its beginning.
    Utf16,
}

impl Encoding {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16 => "UTF-16",
        }
    }
}

/// A text and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without the mark at its beginning.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub encoding: Encoding,
}

/// Bytes that are text in none of the encodings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no text")]
pub struct NotText {
    /// The line that cannot be read, from 1.
    pub line: u64,
}

/// Reads bytes as text. A mark at the beginning says how; without one it is UTF-8 if it can be, else
/// GB18030 if it can be. UTF-8 in which a few bytes are damaged is not taken for GB18030: nearly
/// everything can be read as that, and would come out as other characters.
///
/// # Errors
/// [`NotText`], with the first line that cannot be read.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, NotText> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return wide(rest, UTF_16LE);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return wide(rest, UTF_16BE);
    }
    let marked = bytes.strip_prefix("\u{feff}".as_bytes());
    let plain = marked.unwrap_or(bytes);
    let error = match str::from_utf8(plain) {
        Ok(text) => return Ok(Decoded { text: text.into(), encoding: Encoding::Utf8 }),
        Err(error) => error,
    };
    if marked.is_some() || is_damaged_utf8(plain) {
        return Err(NotText { line: line_at(plain, error.valid_up_to()) });
    }
    chinese(plain)
}

/// The line that a byte is in, from 1.
fn line_at(bytes: &[u8], at: usize) -> u64 {
    let before = bytes.get(..at).unwrap_or_default();
    before.split(|byte| *byte == b'\n').count() as u64
}

/// Whether most of what is not ASCII is UTF-8 for Chinese. In GBK three bytes that look like a
/// character of UTF-8 come about once in seventy characters.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether a text has signs that no list has: then it is a picture, a workbook or the like.
fn has_controls(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n'))
}

fn chinese(bytes: &[u8]) -> Result<Decoded<'static>, NotText> {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(most.unwrap_or_default());
    let (ended, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    if !matches!(ended, DecoderResult::InputEmpty) {
        return Err(NotText { line: line_at(bytes, read) });
    }
    if has_controls(&text) {
        let at = text.find(|c: char| has_controls(c.encode_utf8(&mut [0; 4])));
        return Err(NotText { line: line_at(text.as_bytes(), at.unwrap_or_default()) });
    }
    Ok(Decoded { text: text.into(), encoding: Encoding::Gb18030 })
}

fn wide(
    bytes: &[u8],
    encoding: &'static encoding_rs::Encoding,
) -> Result<Decoded<'static>, NotText> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(most.unwrap_or_default());
    let (ended, _) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    if matches!(ended, DecoderResult::InputEmpty) {
        Ok(Decoded { text: text.into(), encoding: Encoding::Utf16 })
    } else {
        Err(NotText { line: line_at(text.as_bytes(), text.len()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> Result<(String, Encoding), u64> {
        decode(bytes).map(|it| (it.text.into_owned(), it.encoding)).map_err(|it| it.line)
    }

    #[expect(clippy::unnecessary_wraps, reason = "compared with what is read")]
    fn ok(text: &str, encoding: Encoding) -> Result<(String, Encoding), u64> {
        Ok((text.to_owned(), encoding))
    }

    #[test]
    fn utf8_with_and_without_its_mark() {
        assert_eq!(read(b""), ok("", Encoding::Utf8));
        assert_eq!(read("王芳,3栋\n".as_bytes()), ok("王芳,3栋\n", Encoding::Utf8));
        assert_eq!(read("\u{feff}王芳".as_bytes()), ok("王芳", Encoding::Utf8));
        // A control character in UTF-8 is what somebody wrote.
        assert_eq!(read("李\u{1b}[31m强".as_bytes()), ok("李\u{1b}[31m强", Encoding::Utf8));
    }

    #[test]
    fn what_chinese_systems_write() {
        // 王芳,3栋 in GBK; 𠮷 needs the four bytes of GB18030.
        assert_eq!(read(b"\xcd\xf5\xb7\xbc,3\xb6\xb0\n"), ok("王芳,3栋\n", Encoding::Gb18030));
        assert_eq!(read(b"\xcd\xf5\x95\x34\xb2\x35\n"), ok("王𠮷\n", Encoding::Gb18030));
        assert_eq!(read(b"\xff\xfe\x8b\x73\xb3\x82,\0"), ok("王芳,", Encoding::Utf16));
        assert_eq!(read(b"\xfe\xff\x73\x8b\x82\xb3\0,"), ok("王芳,", Encoding::Utf16));
    }

    #[test]
    fn what_is_no_text_is_told_with_its_line() {
        // ISO 8859-1: é before a comma is no character of GB18030.
        assert_eq!(read(b"name\ncaf\xe9,1\n"), Err(2));
        // UTF-8 with one byte lost, which GB18030 would read as something else.
        assert_eq!(read(b"\xe5\xa7\x93\xe5\x90\x8d\n\xe7\x8e\xe8\x8a\xb3\n"), Err(2));
        // The mark says that it is UTF-8.
        assert_eq!(read(b"\xef\xbb\xbfa\n\xcd\xf5\n"), Err(2));
        // A workbook is no list, whatever its name ends with.
        assert_eq!(read(b"PK\x03\x04\x14\0\xcd\xf5"), Err(1));
        // Half a character, or half a pair, of UTF-16.
        assert_eq!(read(b"\xff\xfea\0\n\0\x8b"), Err(2));
        assert_eq!(read(b"\xff\xfea\0\n\0\x00\xd8b\0"), Err(2));
    }

    proptest! {
        #[test]
        fn utf8_stays_and_gb18030_comes_back(text in "[a-z,\\n一-龥、。0-9]{0,60}") {
            prop_assert_eq!(read(text.as_bytes()), ok(&text, Encoding::Utf8));
            let (bytes, _, lost) = GB18030.encode(&text);
            prop_assert!(!lost);
            // A few characters may happen to be UTF-8 as well; what is longer cannot.
            if str::from_utf8(&bytes).is_err() && !is_damaged_utf8(&bytes) {
                prop_assert_eq!(read(&bytes), ok(&text, Encoding::Gb18030));
            }
        }

        #[test]
        fn nothing_panics(bytes: Vec<u8>) {
            let _ = decode(&bytes);
        }
    }
}
