//! A cursor over typed text for the small grammars of dates and durations.
//!
//! It sees the text folded to half width and lower case, and remembers where each character ends
//! in the original.

use super::calendar::MONTHS;
use super::width::fold_char;

/// English numbers that people write as words.
const ENGLISH: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

/// A position in a text.
#[derive(Debug, Clone)]
pub struct Scan {
    chars: Vec<char>,
    ends: Vec<usize>,
    at: usize,
}

impl Scan {
    /// Starts at the beginning of a text, after its spaces.
    pub fn new(text: &str) -> Self {
        let mut chars = Vec::new();
        let mut ends = Vec::new();
        for (start, c) in text.char_indices() {
            chars.push(fold_char(c).to_ascii_lowercase());
            ends.push(start + c.len_utf8());
        }
        let mut scan = Self { chars, ends, at: 0 };
        scan.spaces();
        scan
    }

    /// Bytes of the original text before the cursor.
    pub fn bytes(&self) -> usize {
        self.at.checked_sub(1).and_then(|last| self.ends.get(last)).copied().unwrap_or(0)
    }

    /// The character under the cursor.
    pub fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Whether nothing but spaces is left.
    pub fn is_done(&self) -> bool {
        self.chars.iter().skip(self.at).all(|c| c.is_whitespace())
    }

    /// Skips spaces.
    pub fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Takes exactly this text, if it is next.
    pub fn eat(&mut self, text: &str) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let mut length = 0;
        for c in text.chars() {
            if rest.get(length) != Some(&c) {
                return false;
            }
            length += 1;
        }
        self.at += length;
        true
    }

    /// Takes an English word or several, not the beginning of a longer one. Any number of spaces
    /// may precede each.
    pub fn word(&mut self, words: &str) -> bool {
        let start = self.at;
        for word in words.split(' ') {
            self.spaces();
            if !self.eat(word) || self.peek().is_some_and(|c| c.is_ascii_alphanumeric()) {
                self.at = start;
                return false;
            }
        }
        true
    }

    /// Takes the first of these texts that is next.
    pub fn any<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(text, _)| self.eat(text)).map(|(_, value)| *value)
    }

    /// Takes the first of these English words that is next.
    pub fn any_word<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(word, _)| self.word(word)).map(|(_, value)| *value)
    }

    /// Takes a number in digits, or a Chinese one from 零 to 九十九; the second value is how many
    /// digits it was written with, 0 for Chinese. A number too large becomes the largest.
    pub fn number(&mut self) -> Option<(u64, usize)> {
        let start = self.at;
        let mut value: u64 = 0;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            value = value.saturating_mul(10).saturating_add(u64::from(digit));
            self.at += 1;
        }
        if self.at > start {
            return Some((value, self.at - start));
        }
        let tens = self.chinese_digit();
        if self.eat("十") {
            let ones = self.chinese_digit().unwrap_or(0);
            return Some((tens.unwrap_or(1) * 10 + ones, 0));
        }
        tens.map(|ones| (ones, 0))
    }

    /// Takes a number as [`Scan::number`] does, or as an English word (`a`, `two`).
    pub fn count(&mut self) -> Option<u64> {
        if self.word("an") || self.word("a") {
            return Some(1);
        }
        let number = (0..).zip(ENGLISH).find(|(_, word)| self.word(word));
        number.map(|(number, _)| number).or_else(|| self.number().map(|(value, _)| value))
    }

    /// Takes the English name of a month or its first three letters; January is 1.
    pub fn month_name(&mut self) -> Option<u64> {
        let found = (1..).zip(MONTHS).find(|(_, name)| {
            let name = name.to_ascii_lowercase();
            self.word(&name) || self.word(name.get(..3).unwrap_or(&name))
        });
        found.map(|(month, _)| month)
    }

    fn chinese_digit(&mut self) -> Option<u64> {
        let digit = match self.peek()? {
            '零' | '〇' => 0,
            '一' => 1,
            '二' | '两' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            _ => return None,
        };
        self.at += 1;
        Some(digit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_either_script() {
        for (text, number) in [
            ("12", Some(12)),
            ("１２", Some(12)),
            ("一", Some(1)),
            ("两", Some(2)),
            ("十", Some(10)),
            ("十五", Some(15)),
            ("二十", Some(20)),
            ("九十九", Some(99)),
            ("two", Some(2)),
            ("a", Some(1)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("半", None),
            ("about", None),
        ] {
            assert_eq!(Scan::new(text).count(), number, "{text}");
        }
    }

    #[test]
    fn words_are_whole_and_bytes_are_counted() {
        let mut scan = Scan::new("  END  of　ＭＯＮＴＨ, x");
        assert!(!scan.word("en"));
        assert!(scan.word("end of month"));
        assert_eq!(scan.bytes(), "  END  of　ＭＯＮＴＨ".len());
        assert!(!scan.is_done());
    }
}
