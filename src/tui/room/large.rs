//! Large type on the room's screen, where there is a font and room enough.

use ratatui::style::Style;

use super::model::Model;
use super::view::{Block, Row};

/// Rows, at most so many, in which a text fits into so many columns; 0 when it cannot be drawn.
pub fn rows(model: &Model, text: &str, cols: usize, most: usize) -> usize {
    let typeface = model.typeface.as_deref();
    typeface.and_then(|it| it.rows_that_fit(text, cols, most, model.pen)).unwrap_or(0)
}

/// A text in letters so many rows high; none for 0 rows, or when the font lacks a character of it.
pub fn block(model: &Model, text: &str, rows: usize, style: Style) -> Option<Block> {
    let typeface = model.typeface.as_deref().filter(|_| rows > 0)?;
    let line = typeface.line(text, rows, model.pen)?;
    Some(line.lines(style).into_iter().map(Row::of).collect())
}
