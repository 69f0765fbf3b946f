//! Which of very many texts fit what is typed, asked anew at every key: by characters, in pinyin with
//! syllables cut short, by initials, and by any mixture of them.
//!
//! Texts are taken apart into the same units as a name is ([`Readings`](super::pinyin::Readings)): a
//! Chinese character with all its readings, or a word. Each unit is kept once. So what is typed is
//! compared with a few thousand units, and after that a text is a row of numbers to go through.

use std::collections::HashMap;

use super::pinyin::{is_apostrophe, sounds};
use super::width::fold_char;

/// Most letters and digits of a word that is looked for; nobody types more.
const LONGEST: usize = 62;

/// The number of a text; texts that read the same have the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(u32);

/// How a text fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// It begins so, as written.
    Begins,
    /// A later character or word of it begins so, as written.
    Within,
    /// It begins so in pinyin or initials.
    BeginsSpoken,
    /// A later part of it does.
    WithinSpoken,
}

/// How each text fits one word that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grades(Vec<Option<Grade>>);

impl Grades {
    /// How a text fits, if it does.
    #[must_use]
    pub fn of(&self, text: TextId) -> Option<Grade> {
        self.0.get(text.0 as usize).copied().flatten()
    }
}

/// Texts that can be found.
#[derive(Debug, Default)]
pub struct Finder {
    /// The units there are.
    units: Vec<Unit>,
    /// All texts, one after the other, as numbers of units.
    rows: Vec<u32>,
    /// Where each text ends in `rows`.
    ends: Vec<u32>,
}

/// A Chinese character with its readings, or a word of another script as it is.
#[derive(Debug)]
struct Unit {
    text: Vec<char>,
    sounds: Vec<Vec<char>>,
}

/// Gathers texts for a [`Finder`].
#[derive(Debug, Default)]
pub struct Gathering {
    finder: Finder,
    texts: HashMap<Box<str>, TextId>,
    /// The unit of a character that has readings.
    characters: HashMap<char, Option<u32>>,
    words: HashMap<String, u32>,
}

impl Gathering {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a text in.
    pub fn add(&mut self, text: &str) -> TextId {
        if let Some(known) = self.texts.get(text) {
            return *known;
        }
        let mut word = String::new();
        for c in text.chars().map(fold_char).flat_map(char::to_lowercase) {
            if let Some(unit) = self.character(c) {
                self.end_word(&mut word);
                self.finder.rows.push(unit);
            } else if c.is_alphanumeric() {
                word.push(c);
            } else if !is_apostrophe(c) {
                self.end_word(&mut word);
            }
        }
        self.end_word(&mut word);
        let id = TextId(number(self.finder.ends.len()));
        self.finder.ends.push(number(self.finder.rows.len()));
        self.texts.insert(text.into(), id);
        id
    }

    /// Everything that was taken in.
    #[must_use]
    pub fn finish(self) -> Finder {
        self.finder
    }

    /// The unit of a character, if it has readings.
    fn character(&mut self, c: char) -> Option<u32> {
        let units = &mut self.finder.units;
        *self.characters.entry(c).or_insert_with(|| {
            let sounds: Vec<Vec<char>> = sounds(c).iter().map(|it| it.chars().collect()).collect();
            (!sounds.is_empty()).then(|| {
                units.push(Unit { text: vec![c], sounds });
                number(units.len() - 1)
            })
        })
    }

    fn end_word(&mut self, word: &mut String) {
        if word.is_empty() {
            return;
        }
        let unit = if let Some(known) = self.words.get(word) {
            *known
        } else {
            let text: Vec<char> = word.chars().collect();
            self.finder.units.push(Unit { sounds: vec![text.clone()], text });
            let unit = number(self.finder.units.len() - 1);
            self.words.insert(word.clone(), unit);
            unit
        };
        self.finder.rows.push(unit);
        word.clear();
    }
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// What each unit can use up of what is typed: for each unit and each place in what is typed a set of
/// places after it, one bit for each.
struct Steps {
    len: usize,
    table: Vec<u64>,
}

impl Steps {
    fn of(units: &[Unit], typed: &[char], step: impl Fn(&Unit, &[char]) -> u64) -> Self {
        let len = typed.len();
        let mut table = Vec::with_capacity(units.len() * len);
        for unit in units {
            for place in 0..len {
                table.push(step(unit, typed.get(place..).unwrap_or_default()) << place);
            }
        }
        Self { len, table }
    }

    fn of_unit(&self, unit: u32) -> &[u64] {
        let from = unit as usize * self.len;
        self.table.get(from..from + self.len).unwrap_or_default()
    }

    /// The places reached by a unit from those reached before it.
    fn after(steps: &[u64], mut reached: u64) -> u64 {
        let mut next = 0;
        while reached != 0 {
            let place = reached.trailing_zeros() as usize;
            reached &= reached - 1;
            next |= steps.get(place).copied().unwrap_or(0);
        }
        next
    }

    /// Whether some units of a text that follow each other use up what is typed.
    fn is_within(&self, text: &[u32]) -> bool {
        let end = 1_u64 << self.len;
        let mut reached = 0;
        for unit in text {
            let steps = self.of_unit(*unit);
            let begun = steps.first().copied().unwrap_or(0);
            // Mostly nothing is begun, and nothing begins.
            reached = if reached == 0 { begun } else { begun | Self::after(steps, reached) };
            if reached & end != 0 {
                return true;
            }
        }
        false
    }

    /// Whether the first units of a text use it up.
    fn begins(&self, text: &[u32]) -> bool {
        let end = 1_u64 << self.len;
        let mut reached = 1;
        for unit in text {
            reached = Self::after(self.of_unit(*unit), reached);
            if reached & end != 0 {
                return true;
            }
            if reached == 0 {
                return false;
            }
        }
        false
    }
}

/// The bits of the places after one, two … `len` characters.
fn after_up_to(len: usize) -> u64 {
    ((1_u64 << len) - 1) << 1
}

impl Unit {
    /// Its characters, or the beginning of a word.
    fn written(&self, rest: &[char]) -> u64 {
        after_up_to(same(&self.text, rest))
    }

    /// The same, or every beginning of a reading.
    fn spoken(&self, rest: &[char]) -> u64 {
        let sounds = self.sounds.iter().map(|sound| after_up_to(same(sound, rest)));
        sounds.fold(self.written(rest), |all, one| all | one)
    }
}

fn same(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

impl Finder {
    /// How each text fits a word that was typed. Case, full width and marks in the word do not
    /// matter; `None` when nothing else is in it.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<Grades> {
        let letters = typed.chars().map(fold_char).filter(|c| c.is_alphanumeric());
        let typed: Vec<char> = letters.flat_map(char::to_lowercase).take(LONGEST).collect();
        if typed.is_empty() {
            return None;
        }
        let written = Steps::of(&self.units, &typed, Unit::written);
        let spoken = Steps::of(&self.units, &typed, Unit::spoken);
        let mut grades = Vec::with_capacity(self.ends.len());
        let mut from = 0;
        for end in &self.ends {
            let text = self.rows.get(from..*end as usize).unwrap_or_default();
            from = *end as usize;
            grades.push(grade(&written, &spoken, text));
        }
        Some(Grades(grades))
    }
}

fn grade(written: &Steps, spoken: &Steps, text: &[u32]) -> Option<Grade> {
    if !spoken.is_within(text) {
        None
    } else if written.begins(text) {
        Some(Grade::Begins)
    } else if written.is_within(text) {
        Some(Grade::Within)
    } else if spoken.begins(text) {
        Some(Grade::BeginsSpoken)
    } else {
        Some(Grade::WithinSpoken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::pinyin::Readings;

    fn graded(text: &str, typed: &str) -> Option<Grade> {
        let mut gathering = Gathering::new();
        gathering.add("别的");
        let id = gathering.add(text);
        gathering.add("");
        gathering.finish().find(typed).and_then(|grades| grades.of(id))
    }

    #[test]
    fn a_text_is_found_as_written_in_pinyin_and_by_initials() {
        use Grade::{Begins, BeginsSpoken, Within, WithinSpoken};
        for (text, typed, expected) in [
            ("停车位改造", "停车", Some(Begins)),
            ("停车位改造", "车位", Some(Within)),
            ("停车位改造", "停位", None),
            ("停车位改造", "tingche", Some(BeginsSpoken)),
            ("停车位改造", "tcw", Some(BeginsSpoken)),
            ("停车位改造", "cwgaiz", Some(WithinSpoken)),
            ("停车位改造", "停cw", Some(BeginsSpoken)),
            // In the middle of a syllable nothing begins.
            ("停车位改造", "ingche", None),
            // 车 is read ju in chess; every reading counts.
            ("停车位改造", "tingju", Some(BeginsSpoken)),
            ("曾家明", "zengjm", Some(BeginsSpoken)),
            ("吕梁", "lvl", Some(BeginsSpoken)),
            ("Blocked drains", "BLOCK", Some(Begins)),
            ("Blocked drains", "drains", Some(Within)),
            ("Blocked drains", "bd", Some(Begins)),
            ("Blocked drains", "rains", None),
            ("O'Brien", "obr", Some(Begins)),
            ("３栋２单元", "3栋2d", Some(BeginsSpoken)),
            ("2026-11-23", "11-23", Some(Within)),
            ("停车位", "", None),
            ("停车位", "，", None),
        ] {
            assert_eq!(graded(text, typed), expected, "{text} {typed}");
        }
    }

    /// What fits a name at the desk fits it here as well.
    #[test]
    fn whatever_fits_a_name_is_found() {
        let names = ["王小明", "欧阳曾单", "Mary Jones", "陈 Grace", "5栋李", "女吕"];
        let typed = ["wxm", "wang", "xm", "xiaoming", "小明", "oyzd", "oysd", "mj", "jon", "cg"];
        let more = ["王", "5", "5d", "lv", "lyu", "nl", "单", "欧阳z", "maryj", "陈grace", "grace"];
        let mut gathering = Gathering::new();
        let ids: Vec<TextId> = names.iter().map(|name| gathering.add(name)).collect();
        let finder = gathering.finish();
        let mut fitting = 0;
        for typed in typed.iter().chain(&more) {
            let grades = finder.find(typed).unwrap();
            for (name, id) in names.iter().zip(&ids) {
                if Readings::of(name).matches(typed).is_some() {
                    fitting += 1;
                    assert!(grades.of(*id).is_some(), "{name} {typed}");
                }
            }
        }
        assert!(fitting >= 20, "{fitting}");
    }

    #[test]
    fn texts_that_are_the_same_are_kept_once() {
        let mut gathering = Gathering::new();
        let first = gathering.add("停车位");
        assert_ne!(gathering.add("下水道"), first);
        assert_eq!(gathering.add("停车位"), first);
        assert_eq!(gathering.finish().ends.len(), 2);
    }

    #[test]
    fn more_than_anybody_types_is_no_trouble() {
        let long = "停".repeat(500);
        assert_eq!(graded(&long, &long), Some(Grade::Begins));
        assert_eq!(graded(&long, &"t".repeat(500)), Some(Grade::BeginsSpoken));
        assert_eq!(graded("停", &"t".repeat(500)), None);
    }
}
