//! The screen of the counters. Nothing here changes the model: the same model and size give the same
//! frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | Figures  where                              which period |  head
//! |  F2 month  F3 quarter [F4 year]           from day to day |  head
//! |----------------------------------------------------------|
//! | Topics                                                   |
//! | > solved            216/220   98.2%  ##################- |  figures, or the
//! |                                                          |  cases behind one
//! |----------------------------------------------------------|
//! | the latest message, or what the figure is a part of      |  foot
//! | keys                                                     |
//! +----------------------------------------------------------+
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::model::{Model, Row};
use crate::domain::figures::{Case, Figure, Span as Length};
use crate::phrase::figures::{case_state, figure, fraction, group, share, whole};
use crate::text::width::{clean, pad, pad_left, width};
use crate::text::words::id;
use crate::tui::aid::{Section, hints, keys_section};
use crate::tui::desk::model::Tone;
use crate::tui::keymap::Does;
use crate::tui::listing::{self, first_row};
use crate::tui::paint::{
    TypedLine, ground, line_width, piece, plain, put, put_both, rule, wrapped,
};
use crate::tui::writing;

/// Rows above the list.
const TOP: u16 = 3;
/// Most rows a message takes.
const MESSAGE_ROWS: usize = 3;
/// Columns of a fraction and of a share.
const FRACTION: usize = 11;
const SHARE: usize = 7;
/// Most columns of a bar; fewer than the least are not drawn.
const MOST_BAR: usize = 50;
const LEAST_BAR: usize = 6;
/// From this many columns on each figure tells what it is a part of.
const WIDE: usize = 110;

/// Draws the screen and puts the terminal's cursor on the caret, if there is one.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the screen; where the caret is, if a line has it.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ground(buf, area, &model.theme);
    if area.width < 10 || area.height < 6 {
        return None;
    }
    head(model, area, buf);
    rule(buf, area, usize::from(TOP) - 1, &model.theme);
    let foot = foot_lines(model, area.width.into());
    let path = path_line(model, area.width);
    let path_rows = path.as_ref().map_or(0, TypedLine::rows);
    let body = body(area, foot.len() + path_rows);
    if model.behind.is_some() {
        cases(model, body, buf);
    } else {
        figures(model, body, buf);
    }
    let below = Rect { y: body.bottom(), height: area.bottom() - body.bottom(), ..area };
    rule(buf, below, 0, &model.theme);
    let rows = foot.len();
    for (at, line) in foot.into_iter().enumerate() {
        put(buf, below, at + 1, line);
    }
    let caret = path.map(|line| line.draw(&model.theme, below, rows + 1, Line::default(), buf));
    put(buf, below, rows + path_rows + 1, keys(model, area.width.into()));
    if let Some(aid) = &model.aid {
        let (help, offers) = (help(model), model.offers());
        return aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    if let Some(choosing) = &model.choosing {
        let offers = model.scope_offers();
        return choosing.draw(&model.words, &model.theme, &[], &offers, area, buf);
    }
    caret
}

/// Where the list is.
fn body(area: Rect, foot: usize) -> Rect {
    let foot = u16::try_from(foot + 2).unwrap_or(u16::MAX).min(area.height - TOP);
    Rect { y: area.y + TOP, height: area.height - TOP - foot, ..area }
}

fn head(model: &Model, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let scope = model.name_of(&model.scope);
    let values = [("at", (model.scope_at() + 1).into()), ("count", model.scopes.len().into())];
    let title = Line::from(vec![
        piece(&format!(" {}  ", words.say(id::STATS_SCREEN)), theme.strong),
        piece(&scope, theme.strong),
        piece(&format!("  {}", words.tell(id::STATS_PLACE, &values)), theme.dim),
    ]);
    put_both(
        buf,
        area,
        0,
        title,
        Line::from(piece(&format!("{} ", model.span_name()), theme.strong)),
    );
    let period = model.shown_period();
    let days = [("from", period.from.to_string().into()), ("to", period.to.to_string().into())];
    let right = if model.counting.is_some() {
        piece(&format!("{} ", words.say(id::STATS_COUNTING)), theme.warn)
    } else {
        piece(&format!("{} ", words.tell(id::STATS_DAYS, &days)), theme.dim)
    };
    let left = match model.opened() {
        Some(of) => behind_what(model, of),
        None => spans(model),
    };
    put_both(buf, area, 1, left, Line::from(right));
}

/// Month, quarter and year with their keys; the one that holds in brackets.
fn spans(model: &Model) -> Line<'static> {
    let mut line = Line::default();
    let all = [
        (Length::Month, Does::ByMonth),
        (Length::Quarter, Does::ByQuarter),
        (Length::Year, Does::ByYear),
    ];
    for (span, does) in all {
        let shown = span == model.span;
        let [open, close] = if shown { [" [", "]"] } else { ["  ", " "] };
        let style = if shown { model.theme.strong } else { model.theme.dim };
        line.spans.push(plain(open));
        line.spans.push(piece(&model.keys.key_for(does), model.theme.key));
        line.spans.push(piece(&format!(" {}", model.words.say(does.hint())), style));
        line.spans.push(plain(close));
    }
    line
}

/// The figure whose cases are shown.
fn behind_what(model: &Model, of: &Figure) -> Line<'static> {
    let unit = model.behind.as_ref().and_then(|behind| behind.unit.clone());
    let unit = unit.map(|unit| format!("{unit}  ")).unwrap_or_default();
    let name =
        format!(" {unit}{}  {}  {}", model.words.say(figure(of.id)), fraction(of), share(of));
    Line::from(piece(name.trim_end(), model.theme.strong))
}

/// Columns for the names of figures.
fn name_cols(model: &Model, cols: usize) -> usize {
    let named = model.counts.figures.all.iter();
    let widest = named.map(|it| width(&model.words.say(figure(it.id))) + indent(it)).max();
    widest.unwrap_or(0).min(cols.saturating_sub(FRACTION + SHARE + 4).max(8))
}

fn indent(of: &Figure) -> usize {
    if of.id.is_sub() { 4 } else { 2 }
}

fn figures(model: &Model, area: Rect, buf: &mut Buffer) {
    let rows = model.rows();
    let cols = usize::from(area.width).saturating_sub(3);
    let names = name_cols(model, cols);
    let bar = bar_row(model, rows);
    let row = |at: usize| listing::Row {
        left: rows.get(at).map(|row| row_line(model, row, names, cols)).unwrap_or_default(),
        right: Line::default(),
    };
    listing::draw(&model.theme, rows.len(), bar, row, area, buf);
}

/// Which of the rows is under the bar.
fn bar_row(model: &Model, rows: &[Row]) -> Option<usize> {
    let figures = rows.iter().enumerate().filter(|(_, row)| matches!(row, Row::Figure(..)));
    figures.map(|(at, _)| at).nth(model.bar)
}

fn row_line(model: &Model, row: &Row, names: usize, cols: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    match row {
        Row::Gap => Line::default(),
        Row::Group(of) => Line::from(piece(&words.say(group(*of)), theme.strong)),
        Row::Unit(unit) => {
            let told = words.tell(id::STATS_UNIT, &[("unit", unit.into())]);
            Line::from(piece(&told, theme.strong))
        }
        Row::Figure(unit, at) => match model.figure(unit.as_deref(), *at) {
            Some(of) => figure_line(model, of, names, cols),
            None => Line::default(),
        },
    }
}

/// The name, the fraction, the share and its bar; on a wide screen what it is a part of.
fn figure_line(model: &Model, of: &Figure, names: usize, cols: usize) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let name = format!("{}{}", " ".repeat(indent(of)), words.say(figure(of.id)));
    let style = if of.numerator == 0 { theme.dim } else { Style::new() };
    let mut line = Line::from(vec![
        piece(&pad(&name, names), style),
        piece(&pad_left(&fraction(of), FRACTION), style),
        piece(&pad_left(&share(of), SHARE), style),
    ]);
    let part_of = of.id.whole().filter(|_| cols >= WIDE).map(|it| words.say(whole(it)));
    let part_of = part_of.unwrap_or_default();
    let beside = if cols >= WIDE { 30 } else { 0 };
    let room = cols.saturating_sub(line_width(&line) + 2 + beside).min(MOST_BAR);
    line.spans.push(plain("  "));
    line.spans.extend(bar(model, of, room));
    if !part_of.is_empty() {
        line.spans.push(piece(&format!("  {part_of}"), theme.dim));
    }
    line
}

/// A bar of full cells for the share; blanks where there is none.
fn bar(model: &Model, of: &Figure, room: usize) -> Vec<Span<'static>> {
    if room < LEAST_BAR {
        return Vec::new();
    }
    let Some(whole) = of.denominator.filter(|whole| *whole > 0) else {
        return vec![plain(&" ".repeat(room))];
    };
    let taken = filled(of.numerator, whole, room);
    let glyphs = &model.theme.glyphs;
    vec![
        plain(&glyphs.filled.repeat(taken)),
        piece(&glyphs.left.repeat(room - taken), model.theme.dim),
    ]
}

/// Cells for a share: none only for nothing, all only for everything.
fn filled(part: u64, whole: u64, room: usize) -> usize {
    let cells = u128::from(part) * (room as u128) / u128::from(whole.max(1));
    let cells = usize::try_from(cells).unwrap_or(room).min(room);
    if part == 0 { 0 } else { cells.max(1) }
}

fn cases(model: &Model, area: Rect, buf: &mut Buffer) {
    let cases = model.cases();
    let bar = model.behind.as_ref().map(|behind| behind.bar);
    let has_whole = model.opened().is_some_and(|of| of.denominator.is_some());
    let seen = usize::from(area.height);
    let first = first_row(cases.len(), bar.unwrap_or(0), seen);
    // As wide as those that are seen need, and no wider than leaves the titles their room.
    let widest = cases.iter().skip(first).take(seen).map(|case| width(&case.to_string())).max();
    let names = widest.unwrap_or(0).min(usize::from(area.width) / 2);
    let row = |at: usize| {
        let case = cases.get(at);
        case.map(|case| case_row(model, case, names, has_whole)).unwrap_or_default()
    };
    listing::draw(&model.theme, cases.len(), bar, row, area, buf);
}

/// The number of a case, what it is called, where it stands, and what it adds.
fn case_row(model: &Model, case: &Case, names: usize, has_whole: bool) -> listing::Row {
    let theme = &model.theme;
    let told = model.counts.told(case);
    let title = told.map(|told| told.title.clone()).unwrap_or_default();
    let state = told.map(|told| case_state(&model.words, &case.what, told)).unwrap_or_default();
    let adds =
        if has_whole { format!("{}/{}", case.counted, case.of) } else { case.counted.to_string() };
    let style = if case.counted == 0 { theme.dim } else { Style::new() };
    let name = crate::text::width::clip(&case.to_string(), names).into_owned();
    listing::Row {
        left: Line::from(vec![
            piece(&pad(&name, names), theme.key),
            piece(&format!("  {title}"), style),
        ]),
        right: Line::from(vec![
            piece(&format!("{state}  "), theme.dim),
            piece(&format!("{} ", pad_left(&adds, 7)), style),
        ]),
    }
}

/// Which figure, or case, counted among those that can be under the bar, is at a place of the
/// screen.
#[must_use]
pub fn row_under(model: &Model, x: u16, y: u16) -> Option<usize> {
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    if screen.height < 6 || screen.width < 10 {
        return None;
    }
    let path_rows = path_line(model, screen.width).as_ref().map_or(0, TypedLine::rows);
    let area = body(screen, foot_lines(model, screen.width.into()).len() + path_rows);
    if !area.contains(Position::new(x, y)) {
        return None;
    }
    let (at, height) = (usize::from(y - area.y), usize::from(area.height));
    if let Some(behind) = &model.behind {
        return listing::row_at(model.cases().len(), behind.bar, height, at);
    }
    let rows = model.rows();
    let row = listing::row_at(rows.len(), bar_row(model, rows)?, height, at)?;
    let is_figure = |row: &Row| matches!(row, Row::Figure(..));
    rows.get(row).filter(|row| is_figure(row))?;
    Some(rows.iter().take(row).filter(|row| is_figure(row)).count())
}

/// What cannot be read; the latest message, or what is under the bar.
fn foot_lines(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let message = |text: &str, style: Style| -> Vec<Line<'static>> {
        let rows = wrapped(text, cols.saturating_sub(2), MESSAGE_ROWS).into_iter();
        rows.map(|row| Line::from(vec![plain(" "), piece(&row, style)])).collect()
    };
    let mut lines = Vec::new();
    if let Some(first) = model.troubles.first() {
        lines.extend(message(first, theme.bad));
    }
    match &model.notice {
        Some(notice) => {
            let style = match notice.tone {
                Tone::Done => theme.good,
                Tone::Refused => theme.bad,
            };
            lines.extend(message(&notice.text, style));
        }
        None if model.asking.is_some() => {
            lines.extend(message(&writing::how(&model.words, &model.keys), theme.dim));
        }
        None => lines.extend(message(&about(model), theme.dim)),
    }
    lines
}

/// What is under the bar, in a sentence.
fn about(model: &Model) -> String {
    let words = &model.words;
    if let Some(behind) = &model.behind {
        let cases = model.cases();
        let Some(case) = cases.get(behind.bar) else { return String::new() };
        let name = clean(&case.to_string()).into_owned();
        let values =
            [("case", name.into()), ("counted", case.counted.into()), ("of", case.of.into())];
        let has_whole = model.opened().is_some_and(|of| of.denominator.is_some());
        return if has_whole {
            words.tell(id::STATS_ABOUT_CASE, &values)
        } else {
            words.tell(id::STATS_ABOUT_CASE_COUNT, &values[..2])
        };
    }
    let of = model.under_bar().and_then(|(unit, at)| model.figure(unit.as_deref(), at));
    let Some(of) = of else { return String::new() };
    let count = [fraction(of), share(of)].join(" ");
    let name = ("figure", words.say(figure(of.id)).into());
    let count = ("count", count.trim_end().to_owned().into());
    let key = ("key", model.keys.key_for(Does::Submit).into());
    match of.id.whole() {
        Some(it) => {
            let whole = ("whole", words.say(whole(it)).into());
            words.tell(id::STATS_ABOUT, &[name, count, whole, key])
        }
        None => words.tell(id::STATS_ABOUT_COUNT, &[name, count, key]),
    }
}

/// The line one types the name of a file into, while it is asked for.
fn path_line(model: &Model, cols: u16) -> Option<TypedLine> {
    let asking = model.asking.as_ref()?;
    Some(TypedLine::new(&model.words.say(id::WRITING_TO), &asking.path, cols, 1))
}

fn keys(model: &Model, cols: usize) -> Line<'static> {
    let own = |does: Does| (does, does.hint());
    let back = (Does::Cancel, id::STATS_HINT_BACK);
    let shown = if model.asking.is_some() {
        writing::HINTS.to_vec()
    } else if model.behind.is_some() {
        let open = (Does::Submit, id::STATS_HINT_OPEN);
        vec![own(Does::Help), open, own(Does::Export), back]
    } else {
        vec![
            own(Does::Help),
            (Does::Submit, id::STATS_HINT_BEHIND),
            // On a narrow screen the last ones but one are cut.
            own(Does::Export),
            own(Does::NextScope),
            own(Does::PeriodBefore),
            own(Does::PeriodAfter),
            own(Does::ChooseScope),
            back,
        ]
    };
    hints(&model.words, &model.theme, &model.keys, &shown, cols)
}

/// How the figures are read, and every key.
fn help(model: &Model) -> Vec<Section> {
    let words = &model.words;
    let key = model.keys.key_for(Does::Submit);
    let told = [
        words.say(id::STATS_HELP_FRACTION),
        words.say(id::STATS_HELP_ONCE),
        words.tell(id::STATS_HELP_BEHIND, &[("key", key.into())]),
        words.say(id::STATS_HELP_DOC),
    ];
    let rows = told.map(|line| (String::new(), line)).to_vec();
    vec![Section { title: words.say(id::STATS_HELP_TITLE), rows }, keys_section(words, &model.keys)]
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_bar_is_empty_only_for_nothing_and_full_only_for_everything() {
        for (part, whole, cells) in
            [(0, 10, 0), (1, 1_000, 1), (216, 220, 19), (219, 220, 19), (220, 220, 20), (1, 2, 10)]
        {
            assert_eq!(filled(part, whole, 20), cells, "{part}/{whole}");
        }
    }
}
