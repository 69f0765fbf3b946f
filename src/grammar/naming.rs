//! Names, with what tells about the person: `刘芳 5栋2单元 居民`, `刘芳（5栋，居民代表）`.

use crate::domain::opinion::Stance;
use crate::domain::people::{Newcomer, Role};
use crate::text::width::{fold, fold_char};

use super::stance::stance_of_word;

/// Most words of a role's name (`residents' representative`).
const MOST_ROLE_WORDS: usize = 3;

/// The role a word stands for.
pub(super) fn role_of(word: &str) -> Option<Role> {
    crate::phrase::role_words()
        .iter()
        .find(|(_, words)| words.iter().any(|it| it.eq_ignore_ascii_case(word)))
        .map(|(role, _)| role.clone())
}

/// A text taken apart at its first brackets, of either width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bracketed<'a> {
    /// What stands before them: the name.
    pub(super) name: &'a str,
    /// What stands in them, if anything does.
    pub(super) within: Option<&'a str>,
    /// What stands behind them.
    pub(super) after: &'a str,
}

/// `王芳(3栋)` or `王芳（3栋）` taken apart.
pub(super) fn brackets(text: &str) -> Bracketed<'_> {
    let text = text.trim();
    let Some((name, rest)) = text.split_once(['(', '（']) else {
        return Bracketed { name: text, within: None, after: "" };
    };
    let (within, after) = rest.split_once([')', '）']).unwrap_or((rest, ""));
    let within = within.trim();
    Bracketed {
        name: name.trim(),
        within: (!within.is_empty()).then_some(within),
        after: after.trim(),
    }
}

pub(super) fn is_list_mark(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | ';' | '；')
}

/// The parts of a list, none of them empty. Marks within brackets do not part it.
pub(super) fn list(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0u32;
    text.split(move |c: char| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_list_mark(c)
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

/// A name and what was said about the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Told {
    pub(super) name: String,
    pub(super) role: Option<Role>,
    pub(super) household: Option<String>,
    /// A word after the name that could be somebody else: `张三 李四`.
    pub(super) doubtful: Option<String>,
    /// A position in the brackets: `王芳（反对）`.
    pub(super) stance: Option<Stance>,
}

impl Told {
    /// Whether this says enough to enter somebody new.
    pub(super) fn is_described(&self) -> bool {
        self.role.is_some() || self.household.is_some()
    }

    pub(super) fn newcomer(self) -> Newcomer {
        Newcomer {
            name: self.name,
            role: self.role.unwrap_or_default(),
            household: self.household,
            key: None,
        }
    }
}

pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Characters that units are called by. Some are in people's names, too.
const UNIT_CHARS: &str = "栋幢楼室单元号院苑园村里街路组区座排弄巷层户庭府城湾轩阁坊店铺房";

/// Whether a word after a name could be a second name: two to four Chinese characters, none of
/// which units are called by.
fn could_be_name(word: &str) -> bool {
    (2..=4).contains(&word.chars().count())
        && word.chars().all(|c| is_chinese(c) && !UNIT_CHARS.contains(c))
}

fn is_digit(c: char) -> bool {
    fold_char(c).is_ascii_digit()
}

/// `刘芳5栋` as two words; `3栋王姐` and `Ann2` stay one.
fn name_and_unit(token: &str) -> (&str, &str) {
    match token.char_indices().enumerate().find(|(_, (_, c))| is_digit(*c)) {
        Some((2.., (at, _))) => {
            let (name, unit) = token.split_at(at);
            if name.is_ascii() { (token, "") } else { (name, unit) }
        }
        _ => (token, ""),
    }
}

/// Reads a name and what follows it. A Chinese name is one word; an English one goes on until a
/// role or something with a digit: `Mary Jones 5B resident`.
pub(super) fn told(text: &str) -> Told {
    let Bracketed { name, within, after } = brackets(text);
    let tokens: Vec<&str> = name.split_whitespace().collect();
    let tells = |token: &&str| role_of(token).is_some() || token.chars().any(char::is_numeric);
    let name_len = if tokens.first().is_some_and(|token| !token.contains(is_chinese)) {
        tokens
            .iter()
            .skip(1)
            .position(|token| tells(token) || token.contains(is_chinese))
            .map_or(tokens.len(), |at| at + 1)
    } else {
        tokens.len().min(1)
    };
    let (names, about) = tokens.split_at(name_len);
    let name = names.join(" ");
    let (name, unit) = name_and_unit(&name);
    let mut told = Told { name: name.to_owned(), ..Told::default() };
    let mut words: Vec<&str> = Some(unit).filter(|unit| !unit.is_empty()).into_iter().collect();
    words.extend(about);
    let inside = within.into_iter().flat_map(|it| it.split(|c: char| is_space_or_mark(c)));
    for word in inside.filter(|word| !word.is_empty()) {
        match stance_of_word(word) {
            Some(stance) if told.stance.is_none() => told.stance = Some(stance),
            _ => words.push(word),
        }
    }
    words.extend(after.split_whitespace());
    describe(&mut told, &words);
    told.doubtful = about
        .iter()
        .find(|word| role_of(word).is_none() && could_be_name(word))
        .map(|word| (*word).to_owned());
    told
}

fn is_space_or_mark(c: char) -> bool {
    c.is_whitespace() || is_list_mark(c)
}

/// Finds the role among the words; the others are the unit.
fn describe(told: &mut Told, words: &[&str]) {
    let mut household: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let role = (1..=MOST_ROLE_WORDS)
            .rev()
            .filter(|_| told.role.is_none())
            .find_map(|len| Some((len, role_of(&words.get(at..at + len)?.join(" "))?)));
        if let Some((len, role)) = role {
            told.role = Some(role);
            at += len;
        } else {
            household.push(word);
            at += 1;
        }
    }
    told.household = (!household.is_empty()).then(|| household.join(" "));
}

/// Whether what somebody typed of a unit means this one: the same, or a part of it, `3栋` of
/// `3栋2单元` but not of `13栋`.
pub(super) fn same_unit(known: &str, typed: &str) -> bool {
    let (known, typed) = (fold(known).to_lowercase(), fold(typed).to_lowercase());
    within(&known, &typed) || within(&typed, &known)
}

fn within(whole: &str, part: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    whole.match_indices(part).any(|(at, _)| {
        let (before, rest) = whole.split_at(at);
        let after = rest.strip_prefix(part).unwrap_or_default();
        let cut_before = digit(before.chars().next_back()) && digit(part.chars().next());
        let cut_after = digit(part.chars().next_back()) && digit(after.chars().next());
        !part.is_empty() && !cut_before && !cut_after
    })
}
