//! Where things are on the screen that looks back: the same for drawing, for turning pages and for
//! the mouse. Only rows that are seen are laid out.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::report::review::find::Query;
use crate::report::review::row::{Meaning, Piece, Row};
use crate::text::width::width;
use crate::text::wrap::wrap;
use crate::tui::paint::{fit, line_width, piece, plain};
use crate::tui::theme::Theme;

/// Columns before a row: the bar's mark, the mark of what was found, and a gap.
pub const MARGIN: u16 = 3;
/// Columns after a row: a gap and where on the page it is.
pub const TRACK: u16 = 2;
/// Rows above the list: title, pages, rule.
pub const TOP: u16 = 3;
/// The least columns that text is left with beside what stands at the right.
const LEAST_TEXT: usize = 24;
/// Most columns of a bar.
const MOST_BAR: usize = 60;

/// Where the rows are, on a screen whose foot takes so many.
#[must_use]
pub fn list_area(screen: Rect, foot: u16) -> Rect {
    let top = TOP.min(screen.height);
    let height = screen.height.saturating_sub(top + foot);
    Rect { y: screen.y + top, height, ..screen }
}

/// Columns for the text of rows.
#[must_use]
pub fn text_cols(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(MARGIN + TRACK)).max(1)
}

/// How what a piece means looks.
#[must_use]
pub fn style(theme: &Theme, meaning: Meaning) -> Style {
    match meaning {
        Meaning::Plain => Style::new(),
        Meaning::Strong => theme.strong,
        Meaning::Dim => theme.dim,
        Meaning::Good => theme.good,
        Meaning::Warn => theme.warn,
        Meaning::Bad => theme.bad,
        Meaning::Name => theme.key,
        Meaning::Stance(stance) => theme.stance(Some(stance)),
    }
}

/// How what is looked for looks within text of a style: a line below it, not a colour alone.
fn found(theme: &Theme, style: Style) -> Style {
    style.patch(theme.warn).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
}

/// A row in lines of at most so many columns; what is looked for is marked.
#[must_use]
pub fn lay(row: &Row, cols: usize, theme: &Theme, query: &Query) -> Vec<Line<'static>> {
    if row.is_blank() {
        return vec![Line::default()];
    }
    let lead = Line::from(spans(&row.lead, theme, query));
    let right = Line::from(spans(&row.right, theme, query));
    let (before, after) = (line_width(&lead), line_width(&right));
    if let Some(scale) = row.scale {
        let room = cols.saturating_sub(before + after + 2).min(MOST_BAR);
        let mut line = lead;
        if room >= 4 {
            let (empty, taken) = scale.columns(room);
            let rest = room - empty - taken;
            line.spans.push(piece("|", theme.dim));
            line.spans.push(piece(&"-".repeat(empty), theme.dim));
            line.spans.push(plain(&"#".repeat(taken)));
            line.spans.push(piece(&"-".repeat(rest), theme.dim));
            line.spans.push(piece("|", theme.dim));
        }
        return vec![beside(line, right, cols)];
    }
    let fits = cols >= before + after + 2 + LEAST_TEXT;
    let taken = if fits && after > 0 { before + after + 2 } else { before };
    let indent = if cols >= before + LEAST_TEXT / 2 { before } else { 0 };
    let room = cols.saturating_sub(taken.max(indent)).max(4);
    let body = spans(&row.body, theme, query);
    let mut lines = Vec::new();
    for (at, text) in broken(body, room).into_iter().enumerate() {
        let mut line = match at {
            0 => lead.clone(),
            _ => Line::from(plain(&" ".repeat(indent))),
        };
        line.spans.extend(text);
        lines.push(if at == 0 && fits { beside(line, right.clone(), cols) } else { line });
    }
    if !fits && after > 0 {
        let mut line = Line::from(plain(&" ".repeat(indent)));
        line.spans.extend(right.spans);
        lines.push(line);
    }
    lines.into_iter().map(|line| fit(line, cols)).collect()
}

/// A line with another at the right edge of so many columns.
fn beside(mut left: Line<'static>, right: Line<'static>, cols: usize) -> Line<'static> {
    let gap = cols.saturating_sub(line_width(&left) + line_width(&right));
    if !right.spans.is_empty() {
        left.spans.push(plain(&" ".repeat(gap)));
        left.spans.extend(right.spans);
    }
    left
}

/// Pieces in their styles, what is looked for marked. A word may reach over several pieces.
fn spans(pieces: &[Piece], theme: &Theme, query: &Query) -> Vec<Span<'static>> {
    let styled = |piece: &Piece| Span::styled(piece.text.clone(), style(theme, piece.meaning));
    if query.is_empty() {
        return pieces.iter().map(styled).collect();
    }
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let spots = query.spots(&text);
    if spots.is_empty() {
        return pieces.iter().map(styled).collect();
    }
    let mut marked = Vec::new();
    let mut start = 0;
    for piece in pieces {
        let here = start..start + piece.text.len();
        let plain = style(theme, piece.meaning);
        let mut at = here.start;
        let within = |spot: &Range<usize>| spot.start.max(here.start)..spot.end.min(here.end);
        for spot in spots.iter().map(within).filter(|spot| !spot.is_empty()) {
            for (part, style) in [(at..spot.start, plain), (spot.clone(), found(theme, plain))] {
                if let Some(text) = text.get(part).filter(|text| !text.is_empty()) {
                    marked.push(Span::styled(text.to_owned(), style));
                }
            }
            at = spot.end;
        }
        if let Some(rest) = text.get(at..here.end).filter(|rest| !rest.is_empty()) {
            marked.push(Span::styled(rest.to_owned(), plain));
        }
        start = here.end;
    }
    marked
}

/// Styled text broken into lines; always at least one.
fn broken(spans: Vec<Span<'static>>, cols: usize) -> Vec<Vec<Span<'static>>> {
    let wide: usize = spans.iter().map(|span| width(&span.content)).sum();
    if wide <= cols {
        return vec![spans];
    }
    let text: String = spans.iter().map(|span| span.content.as_ref()).collect();
    let lines = wrap(&text, cols);
    let mut broken = Vec::with_capacity(lines.len());
    let mut at = 0;
    for line in &lines {
        // At a break only spaces were dropped; a character wider than the line became dots.
        let rest = text.get(at..).unwrap_or_default();
        let Some(gap) = rest.find(line.as_str()) else {
            return lines.iter().map(|line| vec![plain(line)]).collect();
        };
        let here = at + gap..at + gap + line.len();
        broken.push(cut(&spans, &here));
        at = here.end;
    }
    broken
}

/// The part of spans between two bytes of their text.
fn cut(spans: &[Span<'static>], part: &Range<usize>) -> Vec<Span<'static>> {
    let mut start = 0;
    let mut kept = Vec::new();
    for span in spans {
        let end = start + span.content.len();
        let (from, to) = (part.start.max(start), part.end.min(end));
        if from < to
            && let Some(text) = span.content.get(from - start..to - start)
        {
            kept.push(Span::styled(text.to_owned(), span.style));
        }
        start = end;
    }
    kept
}

/// A line of the list: which row it belongs to, and which of its lines it is.
pub type Shown = (usize, usize);

/// The lines that are seen when a row has to be, from the top: the row under the bar is in the
/// middle of a page that is longer than its area, except at either end. `lines` tells how many
/// lines a row takes, and is asked about no more rows than are seen.
#[must_use]
pub fn seen(
    rows: usize,
    bar: usize,
    height: usize,
    mut lines: impl FnMut(usize) -> usize,
) -> Vec<Shown> {
    if rows == 0 || height == 0 {
        return Vec::new();
    }
    let bar = bar.min(rows - 1);
    let own = lines(bar).max(1);
    let (mut above, mut below) = (0, 0);
    // Rows with their heights, outwards from the bar.
    let mut upwards = Vec::new();
    let mut downwards = vec![(bar, own)];
    for row in (0..bar).rev() {
        if above >= height {
            break;
        }
        let taken = lines(row).max(1);
        upwards.push((row, taken));
        above += taken;
    }
    for row in bar + 1..rows {
        if below + own >= height {
            break;
        }
        let taken = lines(row).max(1);
        downwards.push((row, taken));
        below += taken;
    }
    // So many lines lie above the bar: half of what the bar leaves, or more near the end.
    let half = height.saturating_sub(own) / 2;
    let at_the_end = height.saturating_sub(own + below);
    let kept = above.min(half.max(at_the_end));
    let in_order = upwards.into_iter().rev().chain(downwards);
    let all = in_order.flat_map(|(row, taken)| (0..taken).map(move |line| (row, line)));
    all.skip(above - kept).take(height).collect()
}

/// The row one stops at, so many rows up or down from another; headings and text, not the blank
/// rows between them.
#[must_use]
pub fn step(rows: &[Row], from: usize, down: bool) -> usize {
    let stops = |at: &usize| rows.get(*at).is_some_and(|row| !row.is_blank());
    let found = if down {
        (from + 1..rows.len()).find(stops)
    } else {
        (0..from.min(rows.len())).rev().find(stops)
    };
    found.unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::review::row::Kind;

    fn text(lines: &[Line<'_>]) -> Vec<String> {
        let text = |line: &Line<'_>| line.spans.iter().map(|span| span.content.as_ref()).collect();
        lines.iter().map(text).collect()
    }

    fn row(lead: &str, body: &str, right: &str) -> Row {
        let right = if right.is_empty() { Vec::new() } else { vec![Piece::plain(right)] };
        Row::new(Kind::Entry, None, vec![Piece::plain(body)])
            .after(vec![Piece::plain(lead)])
            .with(right)
    }

    fn laid(row: &Row, cols: usize) -> Vec<String> {
        text(&lay(row, cols, &Theme::default(), &Query::default()))
    }

    #[test]
    fn text_stays_clear_of_what_is_beside_it() {
        let row = row("  3 + ", "停车位应先给老人，最好靠近单元门", "王小明");
        assert_eq!(laid(&row, 40), ["  3 + 停车位应先给老人，最好    王小明", "      靠近单元门"]);
        // Where it would leave too little room, what is at the right goes below.
        assert_eq!(
            laid(&row, 30),
            ["  3 + 停车位应先给老人，最好靠", "      近单元门", "      王小明"]
        );
        for cols in 1..60 {
            for line in laid(&row, cols) {
                assert!(width(&line) <= cols, "{line:?} in {cols}");
            }
        }
    }

    #[test]
    fn what_is_found_is_marked_across_pieces_and_lines() {
        let names = crate::report::review::find::Names::default();
        let query = Query::new("停车位", &names);
        let theme = Theme::default();
        let mut long = row("", "老旧小区改造停车位", "");
        long.body.insert(0, Piece::new("先说停车", Meaning::Strong));
        long.body.insert(1, Piece::plain("位的事"));
        let lines = lay(&long, 24, &theme, &query);
        assert_eq!(text(&lines), ["先说停车位的事老旧小区改", "造停车位"]);
        let marked: Vec<&str> = lines
            .iter()
            .flat_map(|line| &line.spans)
            .filter(|span| span.style.add_modifier.contains(Modifier::UNDERLINED))
            .map(|span| span.content.as_ref())
            .collect();
        assert_eq!(marked.concat(), "停车位停车位");
    }

    #[test]
    fn the_row_under_the_bar_is_seen_whole() {
        // Rows of one, two and three lines in turn.
        let lines = |row: usize| row % 3 + 1;
        for rows in 0..12 {
            for bar in 0..rows {
                for height in 3..9 {
                    let shown = seen(rows, bar, height, lines);
                    assert!(shown.len() <= height);
                    let own = shown.iter().filter(|(row, _)| *row == bar).count();
                    assert_eq!(own, lines(bar), "{rows} {bar} {height}: {shown:?}");
                    let all: usize = (0..rows).map(lines).sum();
                    assert_eq!(shown.len(), all.min(height), "nothing is left empty");
                }
            }
        }
        assert_eq!(seen(3, 2, 3, |_| 5), [(2, 0), (2, 1), (2, 2)], "too tall: from its top");
    }

    #[test]
    fn only_rows_that_are_seen_are_looked_at() {
        let mut asked = Vec::new();
        let shown = seen(10_000, 5_000, 20, |row| {
            asked.push(row);
            2
        });
        assert_eq!(shown.len(), 20);
        asked.sort_unstable();
        asked.dedup();
        assert!(asked.len() < 25, "{}", asked.len());
    }

    #[test]
    fn nobody_stops_at_a_blank_row() {
        let rows = [row("", "a", ""), Row::blank(), row("", "b", ""), Row::blank()];
        assert_eq!(step(&rows, 0, true), 2);
        assert_eq!(step(&rows, 2, true), 2);
        assert_eq!(step(&rows, 2, false), 0);
        assert_eq!(step(&rows, 0, false), 0);
    }
}
