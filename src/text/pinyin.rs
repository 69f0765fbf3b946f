//! Finding a person by what one can type fast: characters, pinyin or initials.
//!
//! A character with several readings is indexed under all of them, because surnames are often read
//! unlike the same character elsewhere (曾 zeng, 单 shan, 仇 qiu).

use std::collections::BTreeSet;

use pinyin::{ToPinyin, ToPinyinMulti};

use super::width::fold_char;

/// Readings of surnames that the pinyin data lacks.
const SURNAMES: &[(char, &str)] = &[
    ('贠', "yun"),
    ('黑', "he"),
    ('谌', "shen"),
    ('费', "bi"),
    ('呙', "he"),
    ('缪', "miao"),
    ('尉', "yu"),
    ('仇', "qiu"),
    ('查', "zha"),
    ('区', "ou"),
    ('盖', "ge"),
    ('解', "xie"),
    ('翟', "zhai"),
    ('郄', "qie"),
    ('仝', "tong"),
];

/// How places read characters that the pinyin data reads otherwise first.
const PLACES: &[(char, &str)] = &[
    ('长', "chang"),
    ('重', "chong"),
    ('都', "du"),
    ('厦', "xia"),
    ('曾', "zeng"),
    ('单', "shan"),
];

/// Endings that say a community is one, not which.
const KINDS: &[&str] = &["居民委员会", "村民委员会", "居委会", "村委会", "社区", "街道", "村"];

/// How well a query fits a name; the best fit is the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The whole name, by characters or in full pinyin: `王小明`, `wangxiaoming`.
    Whole,
    /// The first letter of every character or word: `wxm`.
    Initials,
    /// The beginning of the name as written: `王小`, `wan` of Wang Li.
    Prefix,
    /// A later part of the name as written: `小明`, `li` of Wang Li.
    Given,
    /// The beginning of the name in pinyin, each syllable possibly cut: `wangxm`, `wxiaom`.
    PinyinPrefix,
    /// The first letters of the beginning of the name: `wx`.
    InitialsPrefix,
    /// A later part of the name in pinyin, two letters or more: `xiaoming`, `xm`.
    GivenPinyin,
}

/// A name and every way to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readings {
    units: Vec<Unit>,
}

/// A Chinese character with its readings, or a word of another script as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unit {
    text: String,
    sounds: Vec<String>,
}

impl Readings {
    /// Reads a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut units: Vec<Unit> = Vec::new();
        let mut in_word = false;
        for c in name.chars().map(fold_char).flat_map(char::to_lowercase) {
            let sounds = sounds(c);
            if !sounds.is_empty() {
                let text = c.to_string();
                units.push(Unit { text, sounds });
                in_word = false;
            } else if !c.is_alphanumeric() {
                // The apostrophe of O'Brien does not begin a word.
                in_word &= is_apostrophe(c);
            } else if let Some(unit) = units.last_mut().filter(|_| in_word) {
                unit.text.push(c);
                unit.sounds = vec![unit.text.clone()];
            } else {
                let text = c.to_string();
                let sounds = vec![text.clone()];
                units.push(Unit { text, sounds });
                in_word = true;
            }
        }
        Self { units }
    }

    /// How the query fits the name, if it does. Case, full width, spaces and apostrophes in the
    /// query do not matter. The work grows with the query's length times the name's.
    #[must_use]
    pub fn matches(&self, query: &str) -> Option<Fit> {
        let query: String = query
            .chars()
            .map(fold_char)
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        if query.is_empty() || self.units.is_empty() {
            return None;
        }
        let written = |units: &[Unit]| -> String { units.iter().map(|u| &*u.text).collect() };
        if self.reach(&query, 0, Unit::whole).by_all {
            return Some(Fit::Whole);
        }
        let initials = self.reach(&query, 0, Unit::initial);
        if initials.by_all {
            return Some(Fit::Initials);
        }
        if written(&self.units).starts_with(&query) {
            return Some(Fit::Prefix);
        }
        let later = || (1..self.units.len()).filter_map(|from| self.units.get(from..));
        if later().any(|rest| written(rest).starts_with(&query)) {
            return Some(Fit::Given);
        }
        if initials.by_some {
            return Some(Fit::InitialsPrefix);
        }
        if self.reach(&query, 0, Unit::cut).by_some {
            return Some(Fit::PinyinPrefix);
        }
        let given = query.chars().nth(1).is_some()
            && (1..self.units.len()).any(|from| self.reach(&query, from, Unit::cut).by_some);
        given.then_some(Fit::GivenPinyin)
    }

    /// Whether the query can be used up by the units from `from` on in order, each taking the
    /// part of it that `ends` allows. Goes by sets of positions, never by paths.
    fn reach(
        &self,
        query: &str,
        from: usize,
        ends: fn(&Unit, &str, &mut BTreeSet<usize>, usize),
    ) -> Reach {
        let mut here = BTreeSet::from([0]);
        let mut reach = Reach::default();
        for unit in self.units.iter().skip(from) {
            let mut next = BTreeSet::new();
            for &at in &here {
                if let Some(rest) = query.get(at..).filter(|rest| !rest.is_empty()) {
                    ends(unit, rest, &mut next, at);
                }
            }
            here = next;
            reach.by_all = here.contains(&query.len());
            reach.by_some |= reach.by_all;
        }
        reach
    }
}

/// Whether a query was used up by all of a name's units, or by some of them from the first on.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    by_all: bool,
    by_some: bool,
}

impl Unit {
    fn whole(&self, rest: &str, ends: &mut BTreeSet<usize>, at: usize) {
        for form in self.sounds.iter().chain([&self.text]) {
            if rest.starts_with(form) {
                ends.insert(at + form.len());
            }
        }
    }

    fn initial(&self, rest: &str, ends: &mut BTreeSet<usize>, at: usize) {
        let Some(first) = rest.chars().next() else {
            return;
        };
        if self.sounds.iter().any(|sound| sound.starts_with(first)) {
            ends.insert(at + first.len_utf8());
        }
    }

    /// Every beginning of a reading, or the character itself.
    fn cut(&self, rest: &str, ends: &mut BTreeSet<usize>, at: usize) {
        self.whole(rest, ends, at);
        for sound in &self.sounds {
            let same = sound.chars().zip(rest.chars()).take_while(|(a, b)| a == b);
            let mut end = at;
            for (c, _) in same {
                end += c.len_utf8();
                ends.insert(end);
            }
        }
    }
}

pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`')
}

/// All readings of a Chinese character in letters a–z; none for any other character.
pub(super) fn sounds(c: char) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let known = c.to_pinyin_multi().into_iter().flatten();
    let named = SURNAMES.iter().filter(|(surname, _)| *surname == c);
    for sound in known.map(pinyin::Pinyin::plain).chain(named.map(|(_, sound)| *sound)) {
        // 吕 is typed lv, lu or, as in passports, lyu.
        for umlaut in ["v", "u", "yu"] {
            let sound = sound.replace('ü', umlaut);
            if !found.contains(&sound) {
                found.push(sound);
            }
        }
    }
    found
}

/// A community's id from its name: only `a`–`z`, `0`–`9` and `-`, never empty, and no name that
/// Windows keeps for itself. `锦苑社区` gives `jinyuan`, `Maple Court` gives `maple-court`.
#[must_use]
pub fn pinyin_id(name: &str) -> String {
    const LONGEST: usize = 40;
    let mut name = name.trim();
    while let Some(rest) = KINDS.iter().find_map(|kind| name.strip_suffix(kind)) {
        if rest.trim().is_empty() {
            break;
        }
        name = rest.trim_end();
    }
    let mut id = String::new();
    for c in name.chars().map(fold_char) {
        let place = PLACES.iter().find(|(known, _)| *known == c).map(|(_, sound)| *sound);
        if let Some(sound) = place.or_else(|| c.to_pinyin().map(pinyin::Pinyin::plain)) {
            id.push_str(&sound.replace('ü', "v"));
        } else if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') && !is_apostrophe(c) {
            id.push('-');
        }
    }
    id.truncate(LONGEST);
    let id = id.trim_end_matches('-');
    let port = |kind| id.strip_prefix(kind).is_some_and(|n: &str| n.len() == 1 && n != "0");
    if id.is_empty() {
        "community".to_owned()
    } else if matches!(id, "con" | "prn" | "aux" | "nul") || port("com") || port("lpt") {
        format!("{id}-community")
    } else {
        id.to_owned()
    }
}
