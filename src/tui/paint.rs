//! Putting text into a frame. Everything the view shows goes through here, so that no control
//! character of a stored text reaches the terminal and no line grows beyond its area.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::capture::{Capture, Laid};
use super::theme::Theme;
use crate::text::width::{clean, clip, width};
use crate::text::wrap::wrap;

/// A piece of a line, made safe for a terminal.
pub fn piece(text: &str, style: Style) -> Span<'static> {
    Span::styled(clean(text).into_owned(), style)
}

/// A piece of a line in the terminal's own colours.
pub fn plain(text: &str) -> Span<'static> {
    piece(text, Style::new())
}

/// Text broken into rows, at most so many; what does not fit is cut visibly.
pub fn wrapped(text: &str, cols: usize, most: usize) -> Vec<String> {
    let mut rows = wrap(&clean(text), cols);
    if rows.len() <= most {
        return rows;
    }
    let rest = rows.split_off(most.saturating_sub(1));
    // Wrapping drops the space at which it breaks English, and drops nothing in Chinese.
    let mut last = String::new();
    for row in rest.iter().take(2) {
        if last.ends_with(|c: char| c.is_ascii_graphic()) {
            last.push(' ');
        }
        last.push_str(row);
    }
    rows.push(clip(&last, cols).into_owned());
    rows
}

/// Columns a line takes.
pub fn line_width(line: &Line<'_>) -> usize {
    line.spans.iter().map(|span| width(&span.content)).sum()
}

/// A line with no more columns than `cols`; what is cut ends with `..`.
pub fn fit(line: Line<'static>, cols: usize) -> Line<'static> {
    if line_width(&line) <= cols {
        return line;
    }
    let mut left = cols;
    let mut fitted = Line::default();
    let count = line.spans.len();
    for (at, span) in line.spans.into_iter().enumerate() {
        let wide = width(&span.content);
        // Room for the mark must be kept unless nothing follows.
        if wide + if at + 1 < count { 2 } else { 0 } <= left {
            left -= wide;
            fitted.spans.push(span);
            continue;
        }
        let cut =
            if wide < left { format!("{}..", span.content) } else { span.content.into_owned() };
        fitted.spans.push(Span::styled(clip(&cut, left).into_owned(), span.style));
        break;
    }
    fitted
}

/// Puts a line into a row of an area, cut to its width.
pub fn put(buf: &mut Buffer, area: Rect, row: usize, line: Line<'static>) {
    let Some(y) = row_of(area, row) else { return };
    buf.set_line(area.x, y, &fit(line, area.width.into()), area.width);
}

/// Puts one line at the left and another at the right of a row; the left one gives way.
pub fn put_both(
    buf: &mut Buffer,
    area: Rect,
    row: usize,
    left: Line<'static>,
    right: Line<'static>,
) {
    let Some(y) = row_of(area, row) else { return };
    let cols = usize::from(area.width);
    let right = fit(right, cols);
    let taken = line_width(&right);
    let room = cols.saturating_sub(taken + usize::from(taken > 0));
    buf.set_line(area.x, y, &fit(left, room), area.width);
    let x = area.right().saturating_sub(u16::try_from(taken).unwrap_or(area.width));
    buf.set_line(x, y, &right, area.width);
}

fn row_of(area: Rect, row: usize) -> Option<u16> {
    let row = u16::try_from(row).ok().filter(|row| *row < area.height)?;
    Some(area.y + row)
}

/// Most rows a line one types into takes.
const TYPED_ROWS: usize = 3;

/// A line one types into: what stands before it, and its text broken at the room that is left.
pub struct TypedLine {
    prompt: String,
    laid: Laid,
}

impl TypedLine {
    /// Lays it out; so many columns beside it are taken by something else.
    pub fn new(prompt: &str, capture: &Capture, cols: u16, beside: usize) -> Self {
        let prompt = format!(" {prompt} ");
        let room = usize::from(cols).saturating_sub(width(&prompt) + beside).max(8);
        Self { laid: capture.lay(room), prompt }
    }

    /// How many rows it takes.
    pub fn rows(&self) -> usize {
        self.laid.rows.len().min(TYPED_ROWS)
    }

    /// Draws it from a row on, with something at the right of its first, and tells where the caret
    /// is.
    pub fn draw(
        &self,
        theme: &Theme,
        area: Rect,
        row: usize,
        mut right: Line<'static>,
        buf: &mut Buffer,
    ) -> Position {
        let first = (self.laid.caret.0 + 1).saturating_sub(TYPED_ROWS);
        let start = width(&self.prompt);
        for (at, text) in self.laid.rows.iter().skip(first).take(TYPED_ROWS).enumerate() {
            let prompt = if at == 0 { self.prompt.clone() } else { " ".repeat(start) };
            let typed = Line::from(vec![piece(&prompt, theme.next), plain(text)]);
            put_both(buf, area, row + at, typed, std::mem::take(&mut right));
        }
        let x = u16::try_from(start + self.laid.caret.1).unwrap_or(0);
        let y = u16::try_from(row + self.laid.caret.0 - first).unwrap_or(0);
        Position::new(
            (area.x + x).min(area.right().saturating_sub(1)),
            (area.y + y).min(area.bottom().saturating_sub(1)),
        )
    }
}

/// Puts lines one below the other, as many as there is room for.
pub fn put_all(buf: &mut Buffer, area: Rect, lines: Vec<Line<'static>>) {
    for (row, line) in lines.into_iter().take(area.height.into()).enumerate() {
        put(buf, area, row, line);
    }
}

/// Gives a screen the colours of its theme, before anything is drawn on it.
pub fn ground(buf: &mut Buffer, area: Rect, theme: &Theme) {
    buf.set_style(area, theme.ground);
}

/// A rule across an area's row. Lines that go down from it or come from above are joined to it.
pub fn rule(buf: &mut Buffer, area: Rect, row: usize, theme: &Theme) {
    let Some(y) = row_of(area, row) else { return };
    let glyphs = &theme.glyphs;
    let across = glyphs.across.repeat(area.width.into());
    buf.set_stringn(area.x, y, across, area.width.into(), theme.dim);
    for x in area.x..area.right() {
        if y > buf.area.y && buf[(x, y - 1)].symbol() == glyphs.down {
            buf[(x, y)].set_symbol(glyphs.tee_up);
        }
    }
}

/// Columns that a line down between two areas takes, with the blanks beside it.
pub const BETWEEN: u16 = 3;

/// A line down an area, [`BETWEEN`] columns with the blanks beside it; joined to a rule above.
pub fn line_down(buf: &mut Buffer, area: Rect, theme: &Theme) {
    let area = area.intersection(buf.area);
    if area.width < BETWEEN || area.height == 0 {
        return;
    }
    let (x, glyphs) = (area.x + 1, &theme.glyphs);
    for y in area.y..area.bottom() {
        buf.set_string(area.x, y, format!(" {} ", glyphs.down), theme.dim);
    }
    if area.y > buf.area.y && buf[(x, area.y - 1)].symbol() == glyphs.across {
        buf[(x, area.y - 1)].set_symbol(glyphs.tee_down);
    }
}

/// Clears an area, frames it and gives what is inside the frame.
pub fn window(buf: &mut Buffer, area: Rect, title: &str, theme: &Theme) -> Rect {
    let area = area.intersection(buf.area);
    blank(buf, area, theme);
    if area.width < 4 || area.height < 3 {
        return area;
    }
    let (style, glyphs) = (theme.strong, &theme.glyphs);
    let across = usize::from(area.width) - 2;
    let title = clip(title, across.saturating_sub(4)).into_owned();
    let [upper_left, upper_right, lower_left, lower_right] = glyphs.corners;
    let line = |columns: usize| glyphs.across.repeat(columns);
    let head = format!("{} {title} ", glyphs.across);
    let rest = line(across.saturating_sub(width(&head)));
    let head = format!("{upper_left}{head}{rest}{upper_right}");
    let foot = format!("{lower_left}{}{lower_right}", line(across));
    put(buf, area, 0, Line::from(Span::styled(head, style)));
    put(buf, area, usize::from(area.height) - 1, Line::from(Span::styled(foot, style)));
    for y in area.y + 1..area.bottom() - 1 {
        buf.set_string(area.x, y, glyphs.down, style);
        buf.set_string(area.right() - 1, y, glyphs.down, style);
    }
    Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2)
}

/// Empties an area. A wide character that reaches into it from the left goes as well: half of it
/// would hide the area's first column.
pub fn blank(buf: &mut Buffer, area: Rect, theme: &Theme) {
    let area = area.intersection(buf.area);
    for y in area.y..area.bottom() {
        if area.x > buf.area.x {
            let before = &mut buf[(area.x - 1, y)];
            if before.symbol().width() > 1 {
                before.set_symbol(" ");
            }
        }
        for x in area.x..area.right() {
            buf[(x, y)].reset();
        }
    }
    ground(buf, area, theme);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::glyphs::Glyphs;

    fn text(buf: &Buffer, y: u16) -> String {
        (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect()
    }

    #[test]
    fn a_line_is_cut_by_columns_across_its_pieces() {
        let line = || Line::from(vec![plain("停车位"), plain("改造方案")]);
        for (cols, expected) in
            [(14, "停车位改造方案"), (13, "停车位改造.."), (8, "停车位.."), (7, "停车.."), (0, "")]
        {
            let fitted = fit(line(), cols);
            let text: String = fitted.spans.iter().map(|span| span.content.as_ref()).collect();
            assert_eq!(text, expected, "{cols}");
            assert!(line_width(&fitted) <= cols);
        }
    }

    #[test]
    fn text_that_does_not_fit_is_cut_visibly() {
        assert_eq!(wrapped("one two three four five", 8, 2), ["one two", "three .."]);
        assert_eq!(wrapped("停车位改造方案公示期", 8, 2), ["停车位改", "造方案.."]);
        assert_eq!(wrapped("one two", 8, 2), ["one two"]);
    }

    #[test]
    fn the_right_line_keeps_its_place() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 1));
        let area = buf.area;
        put_both(&mut buf, area, 0, Line::from(plain("停车位改造")), Line::from(plain("12/20")));
        assert_eq!(text(&buf, 0).replace("  ", " "), "停 车 ..12/20".replace("..", ".. "));
    }

    #[test]
    fn a_window_over_wide_characters_keeps_its_left_border() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 5));
        for y in 0..5 {
            buf.set_string(0, y, "停车位改造方案公示期", Style::new());
        }
        // Column 5 is the right half of a character.
        let inner = window(&mut buf, Rect::new(5, 0, 10, 5), "x", &Theme::default());
        assert_eq!(inner, Rect::new(7, 1, 6, 3));
        for y in 1..4 {
            assert_eq!(buf[(4, y)].symbol(), " ", "the straddling character is gone");
            assert_eq!(buf[(5, y)].symbol(), "|");
            assert_eq!(buf[(14, y)].symbol(), "|");
        }
    }

    #[test]
    fn lines_are_joined_where_they_meet() {
        let theme = Theme::plain().drawn_with(Glyphs::LINES);
        let draw = |theme: &Theme| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 8, 4));
            let area = buf.area;
            rule(&mut buf, area, 0, theme);
            line_down(&mut buf, Rect::new(2, 1, BETWEEN, 2), theme);
            rule(&mut buf, area, 3, theme);
            (0..4).map(|y| text(&buf, y)).collect::<Vec<String>>()
        };
        assert_eq!(draw(&theme), ["───┬────", "   │    ", "   │    ", "───┴────"]);
        assert_eq!(draw(&Theme::plain()), ["--------", "   |    ", "   |    ", "--------"]);
    }

    #[test]
    fn a_screen_has_the_ground_of_its_theme_below_windows_too() {
        let theme = Theme::named("light", crate::tui::theme::standard()).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 5));
        let area = buf.area;
        ground(&mut buf, area, &theme);
        put(&mut buf, area, 0, Line::from(plain("text")));
        window(&mut buf, Rect::new(2, 1, 8, 4), "x", &theme);
        let expected = (theme.ground.fg, theme.ground.bg);
        for at in [(0, 0), (11, 4), (4, 2)] {
            assert_eq!((Some(buf[at].fg), Some(buf[at].bg)), expected, "{at:?}");
        }
    }

    #[test]
    fn stored_control_characters_never_reach_the_frame() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
        let area = buf.area;
        put(&mut buf, area, 0, Line::from(plain("a\u{1b}[31mb\u{202e}c")));
        assert!(!text(&buf, 0).contains(['\u{1b}', '\u{202e}']));
    }
}
