//! Finding words in a page: as they are written, or names by their pinyin or initials.

use std::ops::Range;

use super::row::Row;
use crate::domain::session::Session;
use crate::text::pinyin::{Fit, Readings};
use crate::text::width::fold_char;

/// Letters of a name's pinyin or initials that are enough to look for it: one letter would find
/// half of the people there are.
const LEAST_LETTERS: usize = 2;

/// The names of a meeting, read once.
#[derive(Debug, Clone, Default)]
pub struct Names(Vec<(String, Readings)>);

impl Names {
    /// Everybody in the record.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut names: Vec<&str> = session.people.iter().map(|it| it.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        Self(names.into_iter().map(|name| (folded(name), Readings::of(name))).collect())
    }

    /// Names that are read like this.
    fn read_as<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = &'a str> {
        let letters = typed.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '\'' | '’'));
        let enough = letters && typed.chars().count() >= LEAST_LETTERS;
        // What is written like this is found anyway.
        let by_sound = |(_, readings): &&(String, Readings)| {
            let fit = readings.matches(typed);
            fit.is_some_and(|fit| !matches!(fit, Fit::Prefix | Fit::Given))
        };
        let names = self.0.iter().filter(move |_| enough).filter(by_sound);
        names.map(|(name, _)| name.as_str())
    }
}

/// What is looked for: every word must be there, written or as a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(Vec<Vec<String>>);

impl Query {
    /// What somebody typed.
    #[must_use]
    pub fn new(typed: &str, names: &Names) -> Self {
        let typed = folded(typed);
        let words = typed.split_whitespace().map(|word| {
            let mut forms = vec![word.to_owned()];
            forms.extend(names.read_as(word).filter(|name| *name != word).map(str::to_owned));
            forms
        });
        Self(words.collect())
    }

    /// Nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn matches(&self, text: &str) -> bool {
        self.0.iter().all(|forms| forms.iter().any(|form| text.contains(form.as_str())))
    }

    /// Where in a text as it is shown any of it stands, by bytes, in order and apart.
    #[must_use]
    pub fn spots(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() || text.is_empty() {
            return Vec::new();
        }
        // For each byte of the folded text, where its character begins and ends in the shown one.
        let mut flat = String::with_capacity(text.len());
        let mut from: Vec<Range<usize>> = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let before = flat.len();
            flat.extend(fold_char(c).to_lowercase());
            from.resize(from.len() + flat.len() - before, at..at + c.len_utf8());
        }
        let mut spots: Vec<Range<usize>> = Vec::new();
        for form in self.0.iter().flatten() {
            for (at, found) in flat.match_indices(form.as_str()) {
                let ends = (from.get(at), from.get(at + found.len() - 1));
                if let (Some(first), Some(last)) = ends {
                    spots.push(first.start..last.end);
                }
            }
        }
        spots.sort_by_key(|spot| (spot.start, spot.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for spot in spots {
            match apart.last_mut() {
                Some(before) if spot.start < before.end => before.end = before.end.max(spot.end),
                _ => apart.push(spot),
            }
        }
        apart
    }
}

/// A page made ready to be searched: what its rows say, those that go on put together.
#[derive(Debug, Clone, Default)]
pub struct Index(Vec<Entry>);

#[derive(Debug, Clone)]
struct Entry {
    /// Its first row.
    row: usize,
    /// Where in the text further rows of it begin.
    breaks: Vec<usize>,
    text: String,
}

impl Index {
    /// Reads a page.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            match entries.last_mut() {
                Some(entry) if row.continues => {
                    entry.breaks.push(entry.text.len());
                    entry.text.extend(row.body.iter().map(|piece| folded(&piece.text)));
                }
                _ if row.is_blank() => {}
                _ => {
                    // The text comes last, so that a part of it in the next row goes on with it.
                    let mut text = String::new();
                    for part in [&row.lead, &row.right, &row.body] {
                        text.extend(part.iter().map(|piece| folded(&piece.text)));
                        text.push('\n');
                    }
                    text.pop();
                    entries.push(Entry { row: at, breaks: Vec::new(), text });
                }
            }
        }
        Self(entries)
    }

    /// The rows in which something is found, in order. Of an entry with several rows it is the one
    /// in which the first word stands.
    #[must_use]
    pub fn find(&self, query: &Query) -> Vec<usize> {
        if query.is_empty() {
            return Vec::new();
        }
        let found = self.0.iter().filter(|entry| query.matches(&entry.text));
        found.map(|entry| entry.row + entry.row_of(query)).collect()
    }
}

impl Entry {
    fn row_of(&self, query: &Query) -> usize {
        if self.breaks.is_empty() {
            return 0;
        }
        let forms = query.0.first().into_iter().flatten();
        let first = forms.filter_map(|form| self.text.find(form.as_str())).min().unwrap_or(0);
        self.breaks.iter().take_while(|start| **start <= first).count()
    }
}

/// A text as it is compared: full width, capitals and the like do not matter.
fn folded(text: &str) -> String {
    text.chars().map(fold_char).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::review::row::{Kind, Piece, push};

    fn names(names: &[&str]) -> Names {
        Names(names.iter().map(|name| (folded(name), Readings::of(name))).collect())
    }

    fn page(texts: &[&str]) -> Vec<Row> {
        let mut rows = Vec::new();
        for text in texts {
            push(&mut rows, Row::new(Kind::Entry, None, vec![Piece::plain(text)]));
        }
        rows
    }

    fn found(rows: &[Row], typed: &str) -> Vec<usize> {
        let names = names(&["王小明", "陈桂花", "Ann Lee", "O’Brien"]);
        Index::of(rows).find(&Query::new(typed, &names))
    }

    #[test]
    fn words_and_names_are_found() {
        let rows = page(&["王小明：停车位", "陈桂花：先公示", "Ann Lee: PARKING first", "wxm"]);
        for (typed, expected) in [
            ("停车", &[0][..]),
            ("parking", &[2]),
            ("ＰＡＲＫＩＮＧ", &[2]),
            ("wxm", &[0, 3]),
            ("wangxiaoming", &[0]),
            ("xiaoming", &[0]),
            ("al", &[2]),
            ("chen 公示", &[1]),
            ("chen 停车", &[]),
            // One letter is looked for as it is.
            ("w", &[3]),
            ("没有", &[]),
            ("", &[]),
            ("  ", &[]),
        ] {
            assert_eq!(found(&rows, typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_place_in_a_long_text_is_the_row_it_stands_in() {
        let text = format!("{}先公示{}", "字".repeat(150), "字".repeat(150));
        let rows = page(&["前面", &text, "后面"]);
        assert!(rows.len() > 4, "{}", rows.len());
        assert_eq!(found(&rows, "先公示"), [2], "120 characters in its first row");
        // Where the text was broken it is still one.
        let text = format!("{}先公示", "字".repeat(118));
        let rows = page(&[&text]);
        assert!(rows[0].text().ends_with('先') || rows[0].text().ends_with("先公"));
        assert_eq!(found(&rows, "先公示"), [0]);
    }

    #[test]
    fn what_is_found_is_marked_where_it_stands() {
        let names = names(&["王小明"]);
        let spots = |typed: &str, text: &str| -> Vec<String> {
            let spots = Query::new(typed, &names).spots(text).into_iter();
            spots.map(|spot| text.get(spot).unwrap().to_owned()).collect()
        };
        assert_eq!(spots("parking", "Parking，ＰＡＲＫＩＮＧ"), ["Parking", "ＰＡＲＫＩＮＧ"]);
        assert_eq!(spots("wxm 停", "王小明：停车"), ["王小明", "停"]);
        assert_eq!(spots("aab aba", "aaba"), ["aaba"], "what overlaps is one");
        assert_eq!(spots("i", "İi"), ["İ", "i"], "a letter that becomes two in lower case");
        assert_eq!(spots("", "a"), [""; 0]);
    }
}
