//! Breaking mixed Chinese and English text into lines.
//!
//! Where a line may break follows Unicode's rules (UAX #14), so no Chinese closing punctuation
//! begins a line. Only a piece that has no allowed break within a whole line is cut by force.

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;

use super::width::width;

/// Breaks a text into lines of at most `cols` columns; line ends in the text are kept, spaces at a
/// break are dropped.
///
/// There is always at least one line. A character wider than the whole line is shown as dots.
#[must_use]
pub fn wrap(text: &str, cols: usize) -> Vec<String> {
    if cols == 0 {
        return vec![String::new()];
    }
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = paragraph.strip_suffix('\r').unwrap_or(paragraph);
        wrap_paragraph(paragraph, cols, &mut lines);
    }
    lines
}

fn wrap_paragraph(paragraph: &str, cols: usize, lines: &mut Vec<String>) {
    let first = lines.len();
    let mut line = Line::default();
    for word in WordSeparator::UnicodeBreakProperties.find_words(paragraph) {
        let word_cols = width(word.word);
        if line.cols + line.gap.len() + word_cols > cols {
            line.flush(lines);
        }
        if word_cols > cols {
            let mut pieces = cut(word.word, cols);
            let rest = pieces.pop().unwrap_or_default();
            lines.append(&mut pieces);
            line.put(&rest, width(&rest));
        } else {
            line.put(word.word, word_cols);
        }
        line.gap.push_str(word.whitespace);
    }
    if !line.text.is_empty() || lines.len() == first {
        lines.push(line.text);
    }
}

/// The line being filled, and the spaces that go before its next word.
#[derive(Default)]
struct Line {
    text: String,
    cols: usize,
    gap: String,
}

impl Line {
    fn put(&mut self, word: &str, cols: usize) {
        if word.is_empty() {
            return;
        }
        self.text.push_str(&self.gap);
        self.text.push_str(word);
        self.cols += self.gap.len() + cols;
        self.gap.clear();
    }

    fn flush(&mut self, lines: &mut Vec<String>) {
        if !self.text.is_empty() {
            lines.push(std::mem::take(&mut self.text));
        }
        self.cols = 0;
        self.gap.clear();
    }
}

/// Cuts a piece without allowed breaks between graphemes, keeping closing punctuation with what it
/// closes if the line has room for more than that.
fn cut(word: &str, cols: usize) -> Vec<String> {
    let mut graphemes = Vec::new();
    for grapheme in word.graphemes(true) {
        if width(grapheme) <= cols {
            graphemes.push(grapheme);
        } else {
            // In some scripts one grapheme takes three columns or more: cut it, too.
            graphemes.extend(grapheme.split("").filter(|letter| !letter.is_empty()));
        }
    }
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < graphemes.len() {
        let mut end = start;
        let mut used = 0;
        while let Some(grapheme) = graphemes.get(end) {
            used += width(grapheme);
            if used > cols {
                break;
            }
            end += 1;
        }
        if end == start {
            pieces.push(".".repeat(cols));
            start += 1;
            continue;
        }
        let full = end;
        while end > start + 1 && graphemes.get(end).is_some_and(|g| closes(g)) {
            end -= 1;
        }
        if graphemes.get(end).is_some_and(|g| closes(g)) {
            end = full; // nothing but punctuation: no better place
        }
        let piece = graphemes.get(start..end).unwrap_or_default().concat();
        // Letters that were cut apart may join to more than their sum.
        let fits = width(&piece) <= cols;
        pieces.push(if fits { piece } else { ".".repeat(cols) });
        start = end;
    }
    pieces
}

/// Whether a grapheme may not begin a line.
fn closes(grapheme: &str) -> bool {
    grapheme
        .chars()
        .next()
        .is_some_and(|c| "，。、；：？！）】》〉」』〕”’…,.;:?!)]}%％".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_where_they_may() {
        let rows: &[(&str, usize, &[&str])] = &[
            ("", 10, &[""]),
            ("a b", 0, &[""]),
            ("停车位应先给老人", 8, &["停车位应", "先给老人"]),
            ("停车位应，先给", 8, &["停车位", "应，先给"]),
            ("first the plan", 9, &["first the", "plan"]),
            ("先 publish 再划线", 10, &["先 publish", "再划线"]),
            ("一\n\n二\r\n三", 4, &["一", "", "二", "三"]),
            ("abcdefgh，i", 8, &["abcdefg", "h，i"]),
            ("  indented", 20, &["  indented"]),
            ("中a", 1, &[".", "a"]),
            ("中a", 2, &["中", "a"]),
            ("文\u{ac9}", 2, &["文", "\u{ac9}"]),
            ("，，，", 2, &["，", "，", "，"]),
            ("ends with space ", 20, &["ends with space"]),
        ];
        for (text, cols, lines) in rows {
            assert_eq!(&wrap(text, *cols), lines, "{text:?} {cols}");
        }
    }

    #[test]
    fn a_megabyte_is_no_trouble() {
        for text in [
            "议事协商 yishi，".repeat(50_000),
            "字".repeat(350_000),
            "x".repeat(1_000_000),
            " ".repeat(1_000_000),
        ] {
            let start = std::time::Instant::now();
            assert!(wrap(&text, 76).iter().all(|line| width(line) <= 76));
            assert!(start.elapsed().as_secs() < 10, "without optimisation");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(
            text in "([a-c ]|[中文，。“”（）]|\\n|\\PC){0,40}", cols in 2usize..20,
        ) {
            let text = super::super::width::clean(&text);
            let lines = wrap(&text, cols);
            prop_assert!(lines.iter().all(|line| width(line) <= cols), "{:?}", lines);
            let solid = |text: &str| text.replace(' ', "");
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }

        #[test]
        fn punctuation_begins_a_line_only_after_more_of_it(
            text in "[中文字]{1,4}[，。]([中文字a-c]{1,5}[，。]){0,8}", cols in 4usize..20,
        ) {
            for line in wrap(&text, cols) {
                prop_assert!(!closes(&line), "{}", line);
            }
        }

        #[test]
        fn very_narrow_lines_end(text in any::<String>(), cols in 0usize..4) {
            prop_assert!(wrap(&text, cols).iter().all(|line| width(line) <= cols));
        }
    }
}
