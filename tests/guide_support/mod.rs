//! A frame as a picture: every cell at its place, with its colours, as SVG.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Width and height of a cell in the picture's units.
const CELL: (usize, usize) = (9, 20);
/// Space around the cells.
const MARGIN: usize = 9;
const GROUND: &str = "#16181d";
const TEXT: &str = "#d8dbe2";

/// What a terminal usually shows for a colour.
fn hex(color: Color, otherwise: &'static str) -> &'static str {
    match color {
        Color::Black => "#000000",
        Color::Red | Color::LightRed => "#ff6b6b",
        Color::Green | Color::LightGreen => "#7bd88f",
        Color::Yellow | Color::LightYellow => "#f5c86a",
        Color::Blue | Color::LightBlue => "#7aa2f7",
        Color::Magenta | Color::LightMagenta => "#d59bf6",
        Color::Cyan | Color::LightCyan => "#6ad1e3",
        Color::White => "#f4f5f8",
        Color::Gray => TEXT,
        Color::DarkGray => "#8b909c",
        _ => otherwise,
    }
}

/// Colours of a cell: of its sign, and of its ground where that is not the usual one.
fn colours(cell: &Cell) -> (&'static str, Option<&'static str>) {
    // A black ground is drawn as dark as screens are.
    let bg = if cell.bg == Color::Black { Color::Reset } else { cell.bg };
    let (fg, bg) = (hex(cell.fg, TEXT), hex(bg, GROUND));
    if cell.modifier.contains(Modifier::REVERSED) {
        (bg, Some(fg))
    } else {
        (fg, (bg != GROUND).then_some(bg))
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The picture of a frame, with the caret where it is.
pub fn svg(buf: &Buffer, caret: Option<Position>, about: &str) -> String {
    let (wide, tall) = (usize::from(buf.area.width), usize::from(buf.area.height));
    let (width, height) = (wide * CELL.0 + 2 * MARGIN, tall * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"'Sarasa Mono SC','Noto Sans Mono CJK SC','DejaVu Sans Mono',monospace\" \
         font-size=\"16\">\n",
        escaped(about)
    );
    for y in 0..tall {
        row(buf, y, &mut out);
    }
    if let Some(at) = caret {
        let (x, y) = (MARGIN + usize::from(at.x) * CELL.0, MARGIN + usize::from(at.y) * CELL.1);
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\" fill=\"{TEXT}\"/>",
            CELL.1
        );
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// One row: its grounds first, then runs of signs between blanks, each sign at a place of its own.
fn row(buf: &Buffer, y: usize, out: &mut String) {
    let top = MARGIN + y * CELL.1;
    let line: Vec<&Cell> =
        (0..buf.area.width).map(|x| &buf[(x, u16::try_from(y).unwrap())]).collect();
    for (x, cell) in line.iter().enumerate() {
        if let (_, Some(ground)) = colours(cell) {
            let x = MARGIN + x * CELL.0;
            let _ = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{top}\" width=\"{}\" height=\"{}\" fill=\"{ground}\"/>",
                CELL.0, CELL.1
            );
        }
    }
    let mut x = 0;
    while x < line.len() {
        let look = |cell: &Cell| (colours(cell).0, cell.modifier.contains(Modifier::BOLD));
        let (mut text, mut places, mut end) = (String::new(), Vec::new(), x);
        while end < line.len() && line[end].symbol() != " " && look(line[end]) == look(line[x]) {
            text.push_str(line[end].symbol());
            places.push((MARGIN + end * CELL.0).to_string());
            end += line[end].symbol().width().max(1);
        }
        if end == x {
            x += 1;
            continue;
        }
        let (fg, bold) = look(line[x]);
        let weight = if bold { " font-weight=\"bold\"" } else { "" };
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" fill=\"{fg}\"{weight}>{}</text>",
            places.join(" "),
            top + 14,
            escaped(&text)
        );
        x = end;
    }
}
