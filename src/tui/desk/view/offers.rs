//! The popup over the capture line: what the line could become.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::desk::model::Model;
use crate::tui::popup;

/// Where the popup is, with its lower edge on row `bottom` and its left edge at column `left`.
#[must_use]
pub fn area(model: &Model, screen: Rect, left: u16, bottom: u16) -> Rect {
    popup::area(&model.completions, screen, left, bottom)
}

/// Draws the popup.
pub fn draw(model: &Model, screen: Rect, left: u16, bottom: u16, buf: &mut Buffer) {
    let offers = &model.completions;
    if !offers.is_empty() {
        let area = area(model, screen, left, bottom);
        popup::draw(&model.theme, offers, model.chosen, area, buf);
    }
}
