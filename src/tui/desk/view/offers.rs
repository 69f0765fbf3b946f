//! The popup over the capture line: what the line could become.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::text::width::{clean, pad, width};
use crate::tui::desk::model::Model;
use crate::tui::paint::{blank, piece, put};

/// Most columns of what a completion is about.
const ABOUT_COLS: usize = 44;

/// Draws the popup with its lower edge on row `bottom` and its left edge at column `left`.
pub fn draw(model: &Model, screen: Rect, left: u16, bottom: u16, buf: &mut Buffer) {
    let offers = &model.completions;
    if offers.is_empty() {
        return;
    }
    let label = offers.iter().map(|offer| width(&clean(&offer.label))).max().unwrap_or(0);
    let about = offers.iter().map(|offer| width(&clean(&offer.about))).max().unwrap_or(0);
    let about = about.min(ABOUT_COLS);
    let wide = label + about + 6;
    let room = usize::from(screen.width);
    let wide = u16::try_from(wide.min(room)).unwrap_or(screen.width);
    let x = left.saturating_sub(2).min(screen.right().saturating_sub(wide));
    let height = u16::try_from(offers.len()).unwrap_or(screen.height);
    let height = height.min(bottom.saturating_sub(screen.y));
    let area = Rect::new(x, bottom - height, wide, height);
    blank(buf, area, &model.theme);
    for (row, offer) in offers.iter().take(height.into()).enumerate() {
        let chosen = model.chosen == Some(row);
        let style = if chosen { model.theme.bar } else { model.theme.popup };
        let mark = if chosen { ">" } else { model.theme.glyphs.down };
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
