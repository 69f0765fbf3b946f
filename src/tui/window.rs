//! A window over a screen: a title, rows that scroll, and a line that tells the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
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
    fn size(&self) -> Size {
        let widest = self.rows.iter().map(line_width).max().unwrap_or(0);
        Size { cols: widest, rows: self.rows.len() }
    }

    /// Which of its rows is at a place of the screen.
    #[must_use]
    pub fn row_at(&self, screen: Rect, place: Position) -> Option<usize> {
        let frame = frame_of(self.title, self.foot, self.size(), screen);
        let inner = Rect {
            x: frame.x + 1,
            y: frame.y + 1,
            width: frame.width.saturating_sub(2),
            height: frame.height.saturating_sub(4),
        };
        let first = self.scrolled.min(self.rows.len().saturating_sub(inner.height.into()));
        let row = first + usize::from(place.y.saturating_sub(inner.y));
        (inner.contains(place) && row < self.rows.len()).then_some(row)
    }

    /// Draws it in the middle of a screen, as large as its rows need and the screen allows.
    pub fn draw(self, theme: &Theme, screen: Rect, buf: &mut Buffer) {
        let size = self.size();
        let inner = open(theme, self.title, self.foot, size, screen, buf);
        let room = usize::from(inner.height);
        let first = self.scrolled.min(self.rows.len().saturating_sub(room));
        if self.rows.len() > first + room {
            // More below, told beside the keys.
            let foot = Rect { y: inner.bottom() + 1, height: 1, ..inner };
            let mark = Line::from(vec![piece("v ", theme.strong), piece(self.foot, theme.key)]);
            put(buf, foot.intersection(screen), 0, mark);
        }
        put_all(buf, inner, self.rows.into_iter().skip(first).collect());
    }
}

/// How much a window wants to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub cols: usize,
    /// Rows, the line with the keys left out.
    pub rows: usize,
}

/// Where the frame of a window is.
fn frame_of(title: &str, foot: &str, size: Size, screen: Rect) -> Rect {
    let widest = size.cols.max(width(foot)).max(width(title) + 4);
    let wide = u16::try_from(widest + 4).unwrap_or(WIDEST).min(WIDEST).min(screen.width);
    let tall = u16::try_from(size.rows + 4).unwrap_or(screen.height).min(screen.height);
    Rect::new(
        screen.x + (screen.width - wide) / 2,
        screen.y + (screen.height - tall) / 2,
        wide,
        tall,
    )
}

/// Opens an empty window in the middle of a screen: a frame with a title, and the line with the
/// keys. What is left inside for the rest; smaller than asked for where the screen is.
pub fn open(
    theme: &Theme,
    title: &str,
    foot: &str,
    size: Size,
    screen: Rect,
    buf: &mut Buffer,
) -> Rect {
    let area = frame_of(title, foot, size, screen);
    let inner = window(buf, area, title, theme);
    put(
        buf,
        inner,
        usize::from(inner.height).saturating_sub(1),
        Line::from(piece(foot, theme.key)),
    );
    Rect { height: inner.height.saturating_sub(2), ..inner }
}
