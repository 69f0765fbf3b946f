//! Everything on the home that can be found by typing, in one piece of text, so that every key can
//! look through all of it.
//!
//! Each entry is a line: its words, then how they are spoken, then their initials. A match in the
//! spoken part begins at a syllable, which has a capital there.

use memchr::memmem::Finder;

use super::overview::{At, Entry};
use crate::store::index::Index;
use crate::text::pinyin::spellings;
use crate::text::width::fold;

/// Between the parts of a line.
const PART: char = '\u{1}';

/// What can be found.
#[derive(Debug, Default)]
pub struct Stock {
    /// As written, syllables with a capital.
    text: String,
    /// The same in small letters, byte for byte.
    lower: String,
    /// Where each line begins.
    starts: Vec<usize>,
    entries: Vec<Entry>,
}

impl Stock {
    /// Everything in an index: communities, meetings with their items, actions with their owners.
    #[must_use]
    pub fn of(index: &Index) -> Self {
        let mut stock = Self::default();
        for (folder, listed) in index.communities().iter().enumerate() {
            stock.add(Entry::Community(folder), &[listed.name(), listed.id().as_str()]);
            for (session, leaf) in listed.sessions().iter().enumerate() {
                let Some(digest) = leaf.content() else { continue };
                let at = At { folder, session };
                let on = digest.on.to_string();
                let mut words = vec![digest.title.as_str(), on.as_str()];
                words.extend(digest.items.iter().map(|item| item.title.as_str()));
                words.extend(digest.place.as_deref());
                words.extend(digest.facilitator.as_deref());
                stock.add(Entry::Meeting(at), &words);
                for action in &digest.actions {
                    let mut words = vec![action.what.as_str()];
                    words.extend(action.owner.as_deref());
                    stock.add(Entry::Action(at, action.id), &words);
                }
            }
        }
        stock.lower = stock.text.to_ascii_lowercase();
        stock
    }

    fn add(&mut self, entry: Entry, words: &[&str]) {
        self.starts.push(self.text.len());
        self.entries.push(entry);
        for word in words {
            self.text.push_str(&fold(word).to_lowercase().replace(['\n', PART], " "));
            self.text.push(' ');
        }
        for word in words {
            for (spoken, initials) in spellings(word) {
                self.text.push(PART);
                self.text.push_str(&spoken);
                self.text.push(PART);
                self.text.push_str(&initials);
            }
        }
        self.text.push('\n');
    }

    /// Entries that have all the words typed, in the order of the index, the oldest meeting of a
    /// community first.
    #[must_use]
    pub fn find(&self, typed: &str) -> Vec<Entry> {
        let words: Vec<String> =
            fold(typed).to_lowercase().split_whitespace().map(str::to_owned).collect();
        let Some((first, others)) = words.split_first() else { return Vec::new() };
        let others: Vec<Finder<'_>> =
            others.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let finder = Finder::new(first.as_bytes());
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = self.lower.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            let line = self.starts.partition_point(|start| *start <= at) - 1;
            let (start, end) = self.line(line);
            // One match in a line is enough; a match that does not count is passed over.
            if self.counts(start, at) && others.iter().all(|word| self.has(start, end, word)) {
                found.extend(self.entries.get(line));
                from = end;
            } else {
                from = at + 1;
            }
        }
        found
    }

    fn line(&self, line: usize) -> (usize, usize) {
        let start = self.starts.get(line).copied().unwrap_or(0);
        (start, self.starts.get(line + 1).copied().unwrap_or(self.lower.len()))
    }

    fn has(&self, start: usize, end: usize, word: &Finder<'_>) -> bool {
        let bytes = self.lower.as_bytes().get(start..end).unwrap_or_default();
        word.find_iter(bytes).any(|at| self.counts(start, start + at))
    }

    /// Whether a match at this byte of a line counts: anywhere in what is written or in initials, at
    /// the beginning of a syllable in what is spoken.
    fn counts(&self, start: usize, at: usize) -> bool {
        let before = self.lower.as_bytes().get(start..at).unwrap_or_default();
        let parts = memchr::memchr_iter(PART as u8, before).count();
        let spoken = parts % 2 == 1;
        !spoken || self.text.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stock() -> Stock {
        let mut stock = Stock::default();
        for (place, words) in
            [&["锦苑社区"][..], &["停车位改造", "曾家明"], &["Maple Court", "Blocked drains"]]
                .iter()
                .enumerate()
        {
            stock.add(Entry::Community(place), words);
        }
        stock.lower = stock.text.to_ascii_lowercase();
        stock
    }

    fn found(typed: &str) -> Vec<usize> {
        let found = stock().find(typed);
        found
            .into_iter()
            .map(|entry| match entry {
                Entry::Community(place) => place,
                _ => 99,
            })
            .collect()
    }

    #[test]
    fn words_are_found_by_characters_pinyin_and_initials() {
        assert_eq!(found("锦苑"), [0]);
        assert_eq!(found("jinyuan"), [0]);
        assert_eq!(found("jysq"), [0]);
        assert_eq!(found("车位"), [1]);
        assert_eq!(found("cheweigai"), [1]);
        assert_eq!(found("cwg"), [1]);
        // 曾 is read Zeng as a surname, whatever the dictionary says first.
        assert_eq!(found("zengjiaming"), [1]);
        assert_eq!(found("BLOCKED"), [2]);
        assert_eq!(found("mc"), [2]);
    }

    #[test]
    fn all_words_must_be_there_and_syllables_begin_where_they_begin() {
        assert_eq!(found("停车 曾"), [1]);
        assert_eq!(found("停车 锦"), [0_usize; 0]);
        assert_eq!(found("inyuan"), [0_usize; 0], "in the middle of a syllable");
        assert_eq!(found(""), [0_usize; 0]);
    }
}
