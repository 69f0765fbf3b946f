//! Large type on the room's screen, where there is a font and room enough.

use super::model::Model;
use super::view::{Block, Room, Row};
use crate::text::wrap::wrap;

/// Rows of a letter in a text of several lines at most.
const PARAGRAPH: usize = 14;

/// Rows, at most so many, in which a text fits into so many columns; 0 when it cannot be drawn.
pub fn rows(model: &Model, text: &str, cols: usize, most: usize) -> usize {
    let typeface = model.typeface.as_deref();
    typeface.and_then(|it| it.rows_that_fit(text, cols, most, model.pen)).unwrap_or(0)
}

/// A text in letters so many rows high; none for 0 rows, or when the font lacks a character of it.
pub fn block(model: &Model, text: &str, rows: usize) -> Option<Block> {
    let typeface = model.typeface.as_deref().filter(|_| rows > 0)?;
    let line = typeface.line(text, rows, model.pen)?;
    Some(line.lines(model.theme.strong).into_iter().map(Row::of).collect())
}

/// A text in large type on as many lines as it needs, in the largest letters that fit.
pub fn paragraph(model: &Model, text: &str, room: Room) -> Option<Block> {
    let typeface = model.typeface.as_deref()?;
    let most = PARAGRAPH.max(model.pen.smallest()).min(room.rows);
    let drawn = |rows: usize| {
        // A wide character of two columns takes twice the rows here.
        let lines = wrap(text, room.cols / rows);
        let fits = lines.len() * rows <= room.rows
            && lines.iter().all(|line| {
                typeface.columns(line, rows, model.pen).is_some_and(|cols| cols <= room.cols)
            });
        let lines = fits.then(|| lines.iter().map(|line| block(model, line, rows)));
        lines?.collect::<Option<Vec<Block>>>().map(|blocks| blocks.concat())
    };
    (model.pen.smallest()..=most).rev().find_map(drawn)
}
