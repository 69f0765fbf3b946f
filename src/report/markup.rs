//! Recorded text put into Markdown as text, so that nobody's words become a heading, a link, a
//! piece of HTML or another column of a table.

use crate::text::width::clean;

/// Recorded text for the middle or the start of a line, a list entry or a table's cell. Its own
/// line ends become `<br>`.
#[must_use]
pub fn text(recorded: &str) -> String {
    let recorded = recorded.replace("\r\n", "\n");
    let lines: Vec<String> = recorded
        .split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| one_line(line, true))
        .collect();
    lines.join("<br>")
}

/// Recorded text in one line that goes on after something else, as in a heading.
#[must_use]
pub fn inline(recorded: &str) -> String {
    one_line(recorded, false)
}

fn one_line(line: &str, starts: bool) -> String {
    let cleaned = clean(line);
    let line = cleaned.trim();
    let mut safe = String::with_capacity(line.len() + 8);
    let start = block_mark(line).filter(|_| starts);
    let lower = line.to_ascii_lowercase();
    for (at, c) in line.char_indices() {
        let rest = lower.get(at..).unwrap_or_default();
        let escape = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '@' => true,
            ':' => rest.starts_with("://"),
            '.' => lower.get(..at).is_some_and(|before| before.ends_with("www")),
            _ => false,
        };
        if escape || start == Some(at) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Where a line begins like a heading, a list or an underline: the byte to escape.
fn block_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    if matches!(first, '#' | '-' | '+' | '=') {
        return Some(0);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = line.as_bytes().get(digits)?;
    let listed = line.as_bytes().get(digits + 1).is_none_or(u8::is_ascii_whitespace);
    (digits > 0 && listed && matches!(mark, b'.' | b')')).then_some(digits)
}

/// A row of a table; the cells are Markdown already.
#[must_use]
pub fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let mut row = String::from("|");
    for cell in cells {
        row.push(' ');
        row.push_str(cell.as_ref());
        row.push_str(" |");
    }
    row.push('\n');
    row
}

/// The two lines a table begins with.
#[must_use]
pub fn head<S: AsRef<str>>(cells: &[S]) -> String {
    let rule: Vec<&str> = cells.iter().map(|_| "---").collect();
    row(cells) + &row(&rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recorded_text_stays_text() {
        for (recorded, safe) in [
            ("停车位应先给老人", "停车位应先给老人"),
            ("# 标题", "\\# 标题"),
            ("不是#标题", "不是#标题"),
            ("- 一条", "\\- 一条"),
            ("先到先得-可以", "先到先得-可以"),
            ("1. 先公示", "1\\. 先公示"),
            ("12) x", "12\\) x"),
            ("3.5米", "3.5米"),
            ("3.", "3\\."),
            ("宽3.5米", "宽3.5米"),
            ("a|b", "a\\|b"),
            ("[点我](http://x)", "\\[点我\\](http\\://x)"),
            ("<script>&amp;", "\\<script\\>\\&amp;"),
            ("WWW.x.cn", "WWW\\.x.cn"),
            ("*重要* _x_ ~~y~~ `z` \\", "\\*重要\\* \\_x\\_ \\~\\~y\\~\\~ \\`z\\` \\\\"),
            ("第一行\n\n===\r\n    代码", "第一行<br>\\===<br>代码"),
            ("\u{1b}[31m红", "␛\\[31m红"),
            ("19:30", "19:30"),
            ("", ""),
        ] {
            assert_eq!(text(recorded), safe, "{recorded:?}");
        }
    }

    #[test]
    fn within_a_line_nothing_begins_a_block() {
        assert_eq!(inline("1. 停车位 *改造*"), "1. 停车位 \\*改造\\*");
        assert_eq!(inline("# 标题"), "# 标题");
    }

    #[test]
    fn a_table_is_written_line_by_line() {
        assert_eq!(head(&["甲", "乙"]), "| 甲 | 乙 |\n| --- | --- |\n");
        assert_eq!(row(&[text("a|b"), text("c")]), "| a\\|b | c |\n");
    }
}
