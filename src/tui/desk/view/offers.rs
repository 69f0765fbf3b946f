//! The popup over the capture line: what the line could become.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::desk::model::Model;
use crate::tui::popup;

/// Draws the popup with its lower edge on row `bottom` and its left edge at column `left`.
pub fn draw(model: &Model, screen: Rect, left: u16, bottom: u16, buf: &mut Buffer) {
    let offers = &model.completions;
    if offers.is_empty() {
        return;
    }
    let (wide, tall) = popup::size(offers);
    let wide = wide.min(screen.width);
    let x = left.saturating_sub(2).min(screen.right().saturating_sub(wide));
    let height = tall.min(bottom.saturating_sub(screen.y));
    let area = Rect::new(x, bottom - height, wide, height);
    popup::draw(&model.theme, offers, model.chosen, area, buf);
}
