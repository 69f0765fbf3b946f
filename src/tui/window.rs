//! A window over a screen: a title, rows that scroll, and a line that tells the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::paint::{line_width, piece, put, put_all, window};
use super::theme::Theme;
use crate::text::width::width;

/// Columns a window takes at most.
const WIDEST: u16 = 96;

/// What a window shows.
#[derive(Debug)]
pub struct Window<'a> {
    /// In its upper edge.
    pub title: &'a str,
    /// What it tells.
    pub rows: Vec<Line<'static>>,
    /// Its last line: which keys do what.
    pub foot: &'a str,
    /// Rows scrolled past.
    pub scrolled: usize,
}

/// Columns of text in a window on this screen.
#[must_use]
pub fn text_cols(screen: Rect) -> usize {
    usize::from(screen.width.min(WIDEST)).saturating_sub(4)
}

impl Window<'_> {
    /// Draws it in the middle of a screen, as large as its rows need and the screen allows. The
    /// area inside its frame, the line with the keys left out.
    pub fn draw(self, theme: &Theme, screen: Rect, buf: &mut Buffer) -> Rect {
        let widest = self.rows.iter().map(line_width).max().unwrap_or(0);
        let widest = widest.max(width(self.foot)).max(width(self.title) + 4);
        let wide = u16::try_from(widest + 4).unwrap_or(WIDEST).min(WIDEST).min(screen.width);
        let tall = u16::try_from(self.rows.len() + 4).unwrap_or(screen.height).min(screen.height);
        let area = Rect::new(
            screen.x + (screen.width - wide) / 2,
            screen.y + (screen.height - tall) / 2,
            wide,
            tall,
        );
        let inner = window(buf, area, self.title, theme.strong);
        let room = usize::from(inner.height).saturating_sub(2);
        let first = self.scrolled.min(self.rows.len().saturating_sub(room));
        let more = self.rows.len() > first + room;
        let shown = Rect { height: inner.height.saturating_sub(2), ..inner };
        put_all(buf, shown, self.rows.into_iter().skip(first).collect());
        let foot_row = usize::from(inner.height).saturating_sub(1);
        let mark = if more { "v " } else { "" };
        let foot = Line::from(vec![piece(mark, theme.strong), piece(self.foot, theme.key)]);
        put(buf, inner, foot_row, foot);
        shown
    }
}
