//! What a text could become, in a list beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::paint::{blank, piece, put};
use super::theme::Theme;
use crate::grammar::complete::Completion;
use crate::text::width::{clean, pad, width};

/// Most columns of what a completion is about.
const ABOUT_COLS: usize = 44;

/// Columns of the labels and of what they are about.
fn cols(offers: &[Completion]) -> (usize, usize) {
    let label = offers.iter().map(|offer| width(&clean(&offer.label))).max().unwrap_or(0);
    let about = offers.iter().map(|offer| width(&clean(&offer.about))).max().unwrap_or(0);
    (label, about.min(ABOUT_COLS))
}

/// The columns and rows that these take.
#[must_use]
pub fn size(offers: &[Completion]) -> (u16, u16) {
    let (label, about) = cols(offers);
    let wide = u16::try_from(label + about + 6).unwrap_or(u16::MAX);
    (wide, u16::try_from(offers.len()).unwrap_or(u16::MAX))
}

/// Draws them into an area, a mark before the chosen one.
pub fn draw(
    theme: &Theme,
    offers: &[Completion],
    chosen: Option<usize>,
    area: Rect,
    buf: &mut Buffer,
) {
    let (label, about) = cols(offers);
    blank(buf, area, theme);
    for (row, offer) in offers.iter().take(area.height.into()).enumerate() {
        let here = chosen == Some(row);
        let style = if here { theme.bar } else { theme.popup };
        let mark = if here { ">" } else { theme.glyphs.down };
        let line = Line::from(vec![
            piece(&format!("{mark} "), style),
            piece(&pad(&clean(&offer.label), label), style),
            piece("  ", style),
            piece(&pad(&clean(&offer.about), about), style),
            piece("  ", style),
        ]);
        put(buf, area, row, line);
    }
}
