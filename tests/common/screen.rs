//! A frame as text.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// The rows of a frame as a terminal shows them: what a wide character covers is not repeated.
pub fn rows(buf: &Buffer) -> Vec<String> {
    (buf.area.y..buf.area.bottom())
        .map(|y| {
            let mut row = String::new();
            let mut x = buf.area.x;
            while x < buf.area.right() {
                let symbol = buf[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            row.trim_end().to_owned()
        })
        .collect()
}
