//! A list with a bar: headings, and rows one can choose from. Only the rows that are seen are made.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::paint::{line_width, put, put_both};
use super::theme::Theme;

/// A row of a list.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// At the left; it gives way.
    pub left: Line<'static>,
    /// At the right.
    pub right: Line<'static>,
}

/// The first row that is seen when the one at `bar` has to be: the bar stays in the middle of a
/// list that is longer than its area, except at either end of it.
#[must_use]
pub fn first_row(rows: usize, bar: usize, height: usize) -> usize {
    bar.saturating_sub(height / 2).min(rows.saturating_sub(height))
}

/// Which row of the list is at a row of the area, counted from its top.
#[must_use]
pub fn row_at(rows: usize, bar: usize, height: usize, y: usize) -> Option<usize> {
    let row = first_row(rows, bar, height) + y;
    (y < height && row < rows).then_some(row)
}

/// Draws a list of so many rows with the bar on one of them; `row` makes the row of a number. The
/// bar is a mark and a style, never a style alone.
pub fn draw(
    theme: &Theme,
    rows: usize,
    bar: Option<usize>,
    row: impl Fn(usize) -> Row,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.width < 4 {
        return;
    }
    let height = usize::from(area.height);
    let first = first_row(rows, bar.unwrap_or(0), height);
    let inner = Rect { x: area.x + 2, width: area.width - 2, ..area };
    for (at, number) in (first..rows.min(first + height)).enumerate() {
        let Row { left, right } = row(number);
        if line_width(&right) == 0 {
            put(buf, inner, at, left);
        } else {
            put_both(buf, inner, at, left, right);
        }
        if bar == Some(number) {
            let y = area.y + u16::try_from(at).unwrap_or(0);
            put(buf, area, at, Line::from(super::paint::piece("> ", theme.bar)));
            buf.set_style(Rect { y, height: 1, ..area }, theme.bar);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::plain;

    #[test]
    fn the_bar_is_always_seen() {
        for (rows, bar, height, first) in
            [(3, 2, 10, 0), (20, 0, 10, 0), (20, 4, 10, 0), (20, 7, 10, 2), (20, 19, 10, 10)]
        {
            assert_eq!(first_row(rows, bar, height), first, "{rows} {bar} {height}");
            assert!((first..first + height).contains(&bar));
        }
    }

    #[test]
    fn a_click_finds_its_row() {
        assert_eq!(row_at(20, 7, 10, 0), Some(2));
        assert_eq!(row_at(3, 0, 10, 3), None);
        assert_eq!(row_at(20, 7, 10, 10), None);
    }

    #[test]
    fn only_rows_that_are_seen_are_made() {
        let area = Rect::new(0, 0, 12, 3);
        let mut buf = Buffer::empty(area);
        let made = std::cell::RefCell::new(Vec::new());
        let row = |number| {
            made.borrow_mut().push(number);
            Row { left: Line::from(plain(&format!("row {number}"))), right: Line::default() }
        };
        draw(&Theme::default(), 1000, Some(500), row, area, &mut buf);
        assert_eq!(made.into_inner(), [499, 500, 501]);
        let text: String = (0..12).map(|x| buf[(x, 1)].symbol()).collect();
        assert_eq!(text.trim_end(), "> row 500");
    }
}
