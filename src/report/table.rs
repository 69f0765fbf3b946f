//! A plain-text table that knows how wide Chinese is and keeps to the width of a terminal.

use crate::text::width::{clean, pad, pad_left, width};
use crate::text::wrap::wrap;

/// Columns between two columns.
const GAP: usize = 2;
/// A column that gives way keeps this much, as long as the others can.
const FLEXIBLE_LEAST: usize = 12;
/// The least any column keeps; a table that does not fit then runs over.
const LEAST: usize = 4;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Fixed,
    Number,
    Flexible,
}

/// A column's head and how its cells are set.
#[derive(Debug, Clone)]
pub struct Column {
    head: String,
    kind: Kind,
}

impl Column {
    /// As wide as its widest cell; gives way last.
    #[must_use]
    pub fn fixed(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: Kind::Fixed }
    }

    /// As [`Column::fixed`], set to the right.
    #[must_use]
    pub fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: Kind::Number }
    }

    /// Wrapped when the table would be too wide.
    #[must_use]
    pub fn flexible(head: impl Into<String>) -> Self {
        Self { head: head.into(), kind: Kind::Flexible }
    }
}

/// Rows under heads. Cells may hold several lines; whatever is in them is made safe for a terminal.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty one.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row; cells that are missing stay empty, those too many are left out.
    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        let mut row: Vec<String> = cells
            .into_iter()
            .take(self.columns.len())
            .map(|cell| clean_lines(cell.as_ref()))
            .collect();
        row.resize(self.columns.len(), String::new());
        self.rows.push(row);
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table, each line ended, at most `cols` columns wide if a width is given.
    #[must_use]
    pub fn render(&self, cols: Option<usize>) -> String {
        let heads: Vec<String> =
            self.columns.iter().map(|column| clean_lines(&column.head)).collect();
        let widths = self.widths(&heads, cols);
        let mut text = self.lines_of(&heads, &widths);
        let rule: Vec<String> = widths.iter().map(|cols| "-".repeat(*cols)).collect();
        text.push_str(&rule.join(&" ".repeat(GAP)));
        text.push('\n');
        for row in &self.rows {
            text.push_str(&self.lines_of(row, &widths));
        }
        text
    }

    fn widths(&self, heads: &[String], cols: Option<usize>) -> Vec<usize> {
        let mut widths = vec![0; self.columns.len()];
        for row in self.rows.iter().map(Vec::as_slice).chain([heads]) {
            for (widest, cell) in widths.iter_mut().zip(row) {
                let cell = cell.split('\n').map(width).max().unwrap_or(0);
                *widest = (*widest).max(cell);
            }
        }
        let Some(cols) = cols else {
            return widths;
        };
        let room = cols.saturating_sub(GAP * widths.len().saturating_sub(1));
        self.narrow(&mut widths, room, true, FLEXIBLE_LEAST);
        self.narrow(&mut widths, room, true, LEAST);
        self.narrow(&mut widths, room, false, LEAST);
        widths
    }

    /// Takes from the widest column, time and again, until all fit or none has more than `least`.
    fn narrow(&self, widths: &mut [usize], room: usize, flexible_only: bool, least: usize) {
        while widths.iter().sum::<usize>() > room {
            let widest = widths
                .iter_mut()
                .zip(&self.columns)
                .filter(|(_, column)| !flexible_only || column.kind == Kind::Flexible)
                .map(|(width, _)| width)
                .filter(|width| **width > least)
                .max();
            match widest {
                Some(width) => *width -= 1,
                None => return,
            }
        }
    }

    fn lines_of(&self, row: &[String], widths: &[usize]) -> String {
        let cells: Vec<Vec<String>> =
            row.iter().zip(widths).map(|(cell, cols)| wrap(cell, *cols)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut text = String::new();
        for at in 0..height {
            let mut line = String::new();
            for ((cell, cols), column) in cells.iter().zip(widths).zip(&self.columns) {
                let part = cell.get(at).map_or("", String::as_str);
                line.push_str(&match column.kind {
                    Kind::Number => pad_left(part, *cols),
                    Kind::Fixed | Kind::Flexible => pad(part, *cols),
                });
                line.push_str(&" ".repeat(GAP));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// Each line of a text made safe, the line ends kept.
pub(super) fn clean_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<_> = text.split('\n').map(clean).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Table {
        let columns = vec![Column::fixed("编号"), Column::flexible("行动"), Column::number("分")];
        let mut table = Table::new(columns);
        table.row(["A1", "两周内公示停车位划线方案", "5"]);
        table.row(["A12", "修", "120"]);
        table
    }

    #[test]
    fn columns_are_aligned_by_display_width() {
        let expected = "\
编号  行动                       分
----  ------------------------  ---
A1    两周内公示停车位划线方案    5
A12   修                        120
";
        assert_eq!(sample().render(None), expected);
        assert_eq!(sample().render(Some(80)), expected);
    }

    #[test]
    fn what_gives_way_is_wrapped() {
        let expected = "\
编号  行动           分
----  ------------  ---
A1    两周内公示停    5
      车位划线方案
A12   修            120
";
        assert_eq!(sample().render(Some(23)), expected);
    }

    #[test]
    fn cells_may_have_lines_and_nothing_unsafe() {
        let mut table = Table::new(vec![Column::fixed("a"), Column::fixed("b")]);
        table.row(["x\ny", "\u{1b}[2J"]);
        table.row(["z"]);
        table.row(["1", "2", "3"]);
        assert_eq!(table.render(None), "a  b\n-  ----\nx  ␛[2J\ny\nz\n1  2\n");
    }

    proptest! {
        #[test]
        fn it_keeps_to_the_width(
            cells in proptest::collection::vec("[a-z 中文，。\\n]{0,30}", 6), cols in 20usize..80
        ) {
            let mut table =
                Table::new(vec![Column::fixed("一"), Column::flexible("二"), Column::number("三")]);
            for row in cells.chunks(3) {
                table.row(row);
            }
            for line in table.render(Some(cols)).lines() {
                prop_assert!(width(line) <= cols, "{line}");
            }
        }
    }
}
