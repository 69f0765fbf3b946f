//! Agenda items as people write them, one or a whole list: `停车位 | 20`, `停车位改造 20分`,
//! `Parking (20 min)`, a column of a spreadsheet.

use crate::domain::item::PlannedItem;
use crate::domain::planned_item;
use crate::domain::refusal::Refusal;
use crate::text::clock::parse_minutes;
use crate::text::width::fold_char;

/// A line of an agenda that cannot be taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaFault {
    /// Which, counted from 1.
    pub line: usize,
    /// Why.
    pub why: Refusal,
}

/// An item as written: a title and, behind a bar, a tab, a space or in brackets, its minutes. A
/// number without a unit is one of minutes only behind a bar or a tab.
#[must_use]
pub fn planned(text: &str) -> PlannedItem {
    let text = text.trim();
    let (title, minutes) = behind_mark(text)
        .or_else(|| in_brackets(text))
        .or_else(|| at_the_end(text))
        .unwrap_or((text, None));
    PlannedItem { title: title.trim().to_owned(), minutes }
}

/// `停车位 | 20`, and the same with a tab between.
fn behind_mark(text: &str) -> Option<(&str, Option<u32>)> {
    let is_mark = |c: char| matches!(c, '|' | '｜' | '\t');
    let at = text.rfind(is_mark)?;
    let (title, rest) = text.split_at(at);
    let rest = rest.trim_start_matches(is_mark).trim();
    // A bar with nothing behind it says that there is no plan.
    let none = rest.is_empty() && !title.trim().is_empty();
    let minutes = parse_minutes(rest);
    (none || minutes.is_some()).then_some((title, minutes))
}

/// `停车位（20分钟）`
fn in_brackets(text: &str) -> Option<(&str, Option<u32>)> {
    let inner = text.strip_suffix([')', '）'])?;
    let at = inner.rfind(['(', '（'])?;
    let (title, rest) = inner.split_at(at);
    length(rest.trim_start_matches(['(', '（']))
        .filter(|_| is_title(title))
        .map(|it| (title, Some(it)))
}

/// `停车位 20分钟`, `停车位20分钟`, `Parking 1 hour 20 min`
fn at_the_end(text: &str) -> Option<(&str, Option<u32>)> {
    // From the first number that has nothing but a length of time behind it.
    let mut before = None;
    for (at, c) in text.char_indices() {
        let begins = is_number(c) && !before.is_some_and(|c| is_number(c) || c == '.');
        let apart = before.is_none_or(|c: char| c.is_whitespace() || !c.is_ascii());
        before = Some(c);
        if !begins || !apart {
            continue;
        }
        let (title, rest) = text.split_at(at);
        if let Some(minutes) = length(rest).filter(|_| is_title(title)) {
            let title = title.trim_end().trim_end_matches(['，', ',', '：', ':', '-', '—']);
            return Some((title, Some(minutes)));
        }
    }
    None
}

fn is_number(c: char) -> bool {
    fold_char(c).is_ascii_digit()
}

fn is_title(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A length of time with its unit.
fn length(text: &str) -> Option<u32> {
    let bare = text.trim().chars().all(is_number);
    if bare { None } else { parse_minutes(text) }
}

/// A list of items, one a line: lines that are empty or begin with `#` are passed over, and so are
/// the numbers and bullets that a list carries (`1.`, `一、`, `-`). `already` items are on the agenda.
///
/// # Errors
/// [`AgendaFault`] for the first line that cannot be taken; nothing is half taken.
pub fn items(text: &str, already: usize) -> Result<Vec<PlannedItem>, AgendaFault> {
    let text = text.trim_start_matches('\u{feff}');
    let mut items = Vec::new();
    for (at, line) in lines(text).enumerate() {
        if is_passed_over(line) {
            continue;
        }
        let item = planned(without_bullet(line));
        let item = planned_item(&item, already + items.len())
            .map_err(|why| AgendaFault { line: at + 1, why })?;
        items.push(item);
    }
    Ok(items)
}

/// Lines whichever way they end; terminals paste `\r` alone.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(|line| line.trim_end_matches('\r')).flat_map(|line| line.split('\r'))
}

fn is_passed_over(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with(['#', '＃'])
}

/// A line of a list without the number or bullet it begins with.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let after = line.strip_prefix(['-', '*', '•', '·', '●', '○', '–', '—']);
    if let Some(rest) = after.filter(|rest| rest.starts_with(char::is_whitespace)) {
        return rest.trim_start();
    }
    let opened = line.strip_prefix(['(', '（']).unwrap_or(line);
    let count = |c: &char| is_number(*c) || "一二三四五六七八九十".contains(*c);
    let digits: usize = opened.chars().take_while(count).map(char::len_utf8).sum();
    let (number, rest) = opened.split_at(digits);
    if number.is_empty() || number.chars().count() > 3 {
        return line;
    }
    let marks: &[char] =
        if opened.len() < line.len() { &[')', '）'] } else { &['.', '．', '、', ')', '）'] };
    match rest.strip_prefix(marks) {
        // `3.5 米通道` is no third item.
        Some(rest) if !rest.starts_with(is_number) && !rest.trim().is_empty() => rest.trim_start(),
        _ => line,
    }
}

/// An agenda to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What it is called.
    pub title: String,
    /// Its items.
    pub items: Vec<PlannedItem>,
}

/// Reads a template: its first comment is its title (`name` where it has none), every other line an
/// item.
///
/// # Errors
/// As [`items`].
pub fn template(name: &str, text: &str) -> Result<Template, AgendaFault> {
    let items = items(text, 0)?;
    let text = text.trim_start_matches('\u{feff}');
    let first = lines(text).map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let title = first.strip_prefix(['#', '＃']).map(str::trim).filter(|title| !title.is_empty());
    Ok(Template { title: title.unwrap_or(name).to_owned(), items })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_may_have_its_minutes() {
        for (text, title, minutes) in [
            ("停车位 | 20", "停车位", Some(20)),
            ("停车位｜２０分钟", "停车位", Some(20)),
            ("停车位 |", "停车位", None),
            ("停车位 | 改造 | 20", "停车位 | 改造", Some(20)),
            ("停车位 | 再说", "停车位 | 再说", None),
            ("停车位\t20", "停车位", Some(20)),
            ("停车位改造 20分", "停车位改造", Some(20)),
            ("停车位改造20分钟", "停车位改造", Some(20)),
            ("停车位改造（20分钟）", "停车位改造", Some(20)),
            ("停车位改造 (1小时)", "停车位改造", Some(60)),
            ("停车位改造，20分钟", "停车位改造", Some(20)),
            ("Parking 20 min", "Parking", Some(20)),
            ("Parking (1h30)", "Parking", Some(90)),
            ("Parking 1 hour 20 min", "Parking", Some(80)),
            ("Parking: 20 minutes", "Parking", Some(20)),
            // A number alone is part of the title: a building, a year, a plan.
            ("停车位 20", "停车位 20", None),
            ("通报2026", "通报2026", None),
            ("方案（2）", "方案（2）", None),
            ("3栋2单元", "3栋2单元", None),
            ("Plan B2", "Plan B2", None),
            ("20分钟", "20分钟", None),
            ("（20分钟）", "（20分钟）", None),
            ("|", "|", None),
            ("", "", None),
        ] {
            let item = planned(text);
            assert_eq!((item.title.as_str(), item.minutes), (title, minutes), "{text}");
        }
    }

    #[test]
    fn a_list_is_taken_with_its_numbers_and_bullets_left_out() {
        let text = "\u{feff}# 议程\r\n1. 通报情况 | 10\r\n\r\n2、停车位\n（三）下水道 15分钟\n- 路灯\n\
                    3.5 米消防通道\r十一、其他";
        let items = items(text, 0).unwrap();
        let told: Vec<(&str, Option<u32>)> =
            items.iter().map(|item| (item.title.as_str(), item.minutes)).collect();
        let expected = [
            ("通报情况", Some(10)),
            ("停车位", None),
            ("下水道", Some(15)),
            ("路灯", None),
            ("3.5 米消防通道", None),
            ("其他", None),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn the_first_line_that_is_wrong_is_told() {
        let wrong = items("停车 | 5\n# x\n下水道 | 99999\n路灯 | 0", 0);
        let why = Refusal::MinutesOutOfBounds(99_999);
        assert_eq!(wrong, Err(AgendaFault { line: 3, why }));
        let full = items("停车\n路灯", 499);
        assert_eq!(full, Err(AgendaFault { line: 2, why: Refusal::AgendaFull(500) }));
    }

    #[test]
    fn a_template_has_a_title() {
        let found = template("x", "# 听证会\n# 说明\n介绍方案 | 15\n").unwrap();
        assert_eq!(found.title, "听证会");
        assert_eq!(found.items.len(), 1);
        assert_eq!(template("名字", "介绍方案").unwrap().title, "名字");
    }
}
