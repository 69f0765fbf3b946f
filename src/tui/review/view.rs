//! The screen that looks back. Nothing here changes the model: the same model and size give the
//! same frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | community, title               day, from, until, state   |  head
//! | [F2 minutes]  F3 time line  F4 ..            row n of m  |  head
//! |----------------------------------------------------------|
//! | >* rows: the one under the bar, those with what is     | |  layout
//! |    looked for, and how far down the page one is        # |
//! |----------------------------------------------------------|
//! | the latest message, or which line the row tells of       |  foot
//! | find: ...                                 place n of m   |
//! | keys                                                     |
//! +----------------------------------------------------------+
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::layout::{self, MARGIN, TRACK};
use super::model::{Model, Tab};
use crate::domain::record::Moment;
use crate::domain::session::Phase;
use crate::phrase::{self, troubles};
use crate::text::words::id;
use crate::tui::aid::{Section, hints, keys_section};
use crate::tui::desk::model::Tone;
use crate::tui::keymap::Does;
use crate::tui::paint::{
    TypedLine, ground, line_width, piece, plain, put, put_both, rule, wrapped,
};
use crate::tui::writing;

/// Most rows a message takes.
const MESSAGE_ROWS: usize = 3;

/// Draws the screen and puts the terminal's cursor on the caret.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the screen; where the caret is, if a line has it.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ground(buf, area, &model.theme);
    if area.width < 10 || area.height < 4 {
        return None;
    }
    head(model, area, buf);
    rule(buf, area, usize::from(layout::TOP) - 1, &model.theme);
    let foot_height = foot_height(model, area.width).min(area.height);
    list(model, layout::list_area(area, foot_height), buf);
    let foot_area = Rect { y: area.bottom() - foot_height, height: foot_height, ..area };
    let caret = foot(model, foot_area, buf);
    if let Some(aid) = &model.aid {
        let (help, offers) = (help(model), model.offers());
        return aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    Some(caret)
}

fn head(model: &Model, area: Rect, buf: &mut Buffer) {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let setup = &session.setup;
    let title = Line::from(vec![
        piece(&format!(" {}", setup.community_name), theme.strong),
        plain("  "),
        piece(&setup.title, theme.strong),
    ]);
    let clock = |at: Moment| at.format("%H:%M").to_string();
    let when = session.opened.map_or_else(
        || setup.on.to_string(),
        |opened| {
            let until = session.closed.map(clock).unwrap_or_default();
            format!("{}  {}-{until}", setup.on, clock(opened))
        },
    );
    let phase = phrase::phase(words, session.phase);
    let style = if session.phase == Phase::Closed { theme.dim } else { theme.warn };
    let state = Line::from(vec![plain(&when), plain("  "), piece(&phase, style), plain(" ")]);
    put_both(buf, area, 0, title, state);
    put_both(buf, area, 1, tabs(model), place(model));
}

fn tabs(model: &Model) -> Line<'static> {
    let mut line = Line::default();
    for tab in Tab::ALL {
        let name = model.words.say(tab.does().hint());
        let key = model.keys.key_for(tab.does());
        let shown = tab == model.tab;
        let [open, close] = if shown { [" [", "]"] } else { ["  ", " "] };
        line.spans.push(plain(open));
        line.spans.push(piece(&key, model.theme.key));
        let style = if shown { model.theme.strong } else { model.theme.dim };
        line.spans.push(piece(&format!(" {name}"), style));
        line.spans.push(plain(close));
    }
    line
}

/// How far down the page the bar is.
fn place(model: &Model) -> Line<'static> {
    let values = [("row", (model.bar() + 1).into()), ("count", model.rows().len().into())];
    Line::from(piece(&model.words.tell(id::REVIEW_ROW, &values), model.theme.dim))
}

fn list(model: &Model, area: Rect, buf: &mut Buffer) {
    let (theme, rows) = (&model.theme, model.rows());
    if area.width <= MARGIN + TRACK {
        return;
    }
    let cols = layout::text_cols(area);
    let laid = std::cell::RefCell::new(std::collections::HashMap::new());
    let lines = |at: usize| {
        let lines = rows.get(at).map(|row| layout::lay(row, cols, theme, &model.query));
        let lines = lines.unwrap_or_default();
        let count = lines.len();
        laid.borrow_mut().insert(at, lines);
        count
    };
    let shown = layout::seen(rows.len(), model.bar(), area.height.into(), lines);
    let laid = laid.into_inner();
    let inner = Rect { x: area.x + MARGIN, width: area.width - MARGIN - TRACK, ..area };
    for (at, (row, line)) in shown.iter().enumerate() {
        let text = laid.get(row).and_then(|lines| lines.get(*line)).cloned();
        put(buf, inner, at, text.unwrap_or_default());
        let bar = *row == model.bar();
        let found = *line == 0 && model.hits.binary_search(row).is_ok();
        let marks = [if bar { ">" } else { " " }, if found { "*" } else { " " }].concat();
        put(buf, area, at, Line::from(piece(&marks, theme.strong)));
        if bar {
            let y = area.y + u16::try_from(at).unwrap_or(0);
            let row = Rect { y, height: 1, width: area.width - TRACK, ..area };
            buf.set_style(row, theme.bar);
        }
    }
    track(model, shown.first().map_or(0, |it| it.0), shown.last().map_or(0, |it| it.0), area, buf);
}

/// At the right edge, which part of the page is seen; nothing when all of it is.
fn track(model: &Model, first: usize, last: usize, area: Rect, buf: &mut Buffer) {
    let rows = model.rows().len().max(1);
    if first == 0 && last + 1 >= rows {
        return;
    }
    let height = usize::from(area.height);
    let from = (first * height / rows).min(height.saturating_sub(1));
    let until = ((last + 1) * height).div_ceil(rows).clamp(from + 1, height.max(from + 1));
    let edge = Rect { x: area.right() - 1, width: 1, ..area };
    let glyphs = &model.theme.glyphs;
    for at in 0..height {
        let (mark, style) = if (from..until).contains(&at) {
            (glyphs.filled, Style::new())
        } else {
            (glyphs.down, model.theme.dim)
        };
        put(buf, edge, at, Line::from(piece(mark, style)));
    }
}

/// The line one types into.
fn line(model: &Model, cols: u16) -> TypedLine {
    let words = &model.words;
    match &model.asking {
        Some(asking) => TypedLine::new(&words.say(id::WRITING_TO), &asking.path, cols, 1),
        // What was found is told beside it.
        None => {
            TypedLine::new(&words.say(id::REVIEW_FIND), &model.find, cols, hits_width(model) + 2)
        }
    }
}

fn hits_width(model: &Model) -> usize {
    line_width(&hits(model))
}

/// How many places were found, and which of them is under the bar.
fn hits(model: &Model) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    if model.query.is_empty() || model.asking.is_some() {
        return Line::default();
    }
    let count = model.hits.len();
    let told = match (count, model.hit_at_bar()) {
        (0, _) => return Line::from(piece(&words.say(id::REVIEW_NOT_FOUND), theme.bad)),
        (_, Some(at)) => words.tell(id::REVIEW_HIT, &[("at", at.into()), ("count", count.into())]),
        (_, None) => words.tell(id::REVIEW_HITS, &[("count", count.into())]),
    };
    Line::from(piece(&told, theme.good))
}

/// Rows the foot takes, its rule included.
#[must_use]
pub fn foot_height(model: &Model, cols: u16) -> u16 {
    let rows = 2 + messages(model, cols.into()).len() + line(model, cols).rows();
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// Draws the foot and tells where the caret is.
fn foot(model: &Model, area: Rect, buf: &mut Buffer) -> Position {
    rule(buf, area, 0, &model.theme);
    let mut row = 1;
    for message in messages(model, area.width.into()) {
        put(buf, area, row, message);
        row += 1;
    }
    let line = line(model, area.width);
    let mut found = hits(model);
    if !found.spans.is_empty() {
        found.spans.push(plain(" "));
    }
    let caret = line.draw(&model.theme, area, row, found, buf);
    put(buf, area, row + line.rows(), keys(model, area.width.into()));
    caret
}

/// What cannot be read stays; below it the latest message, or else what the row under the bar is.
fn messages(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let cols = cols.saturating_sub(2);
    let message = |text: &str, style: Style| -> Vec<Line<'static>> {
        let rows = wrapped(text, cols, MESSAGE_ROWS).into_iter();
        rows.map(|row| Line::from(vec![plain(" "), piece(&row, style)])).collect()
    };
    let mut lines = Vec::new();
    if let Some((path, error)) = &model.subject.stop {
        let why = troubles::reading(&model.words, path, error);
        let count = model.subject.meeting.lines().len();
        let values = [("why", why.into()), ("count", count.into())];
        lines.extend(message(&model.words.tell(id::REVIEW_IN_PART, &values), theme.bad));
    }
    match &model.notice {
        Some(notice) => {
            let style = match notice.tone {
                Tone::Done => theme.good,
                Tone::Refused => theme.bad,
            };
            lines.extend(message(&notice.text, style));
        }
        None if !model.elsewhere.is_empty() && model.asking.is_none() => {
            lines.extend(message(&elsewhere(model), theme.warn));
        }
        None => lines.push(about_row(model)),
    }
    lines
}

/// On which other pages it was found.
fn elsewhere(model: &Model) -> String {
    let pages = model.elsewhere.iter().map(|(tab, count)| {
        let values = [
            ("key", model.keys.key_for(tab.does()).into()),
            ("page", model.words.say(tab.does().hint()).into()),
            ("count", (*count).into()),
        ];
        model.words.tell(id::REVIEW_ON_PAGE, &values)
    });
    let pages: Vec<String> = pages.collect();
    let pages = phrase::comma_list(&model.words, &pages);
    model.words.tell(id::REVIEW_ELSEWHERE, &[("pages", pages.into())])
}

/// Which line of the record the row under the bar tells of, and who wrote it when.
fn about_row(model: &Model) -> Line<'static> {
    let words = &model.words;
    if model.asking.is_some() {
        return Line::from(vec![
            plain(" "),
            piece(&writing::how(words, &model.keys), model.theme.dim),
        ]);
    }
    let seq = model.rows().get(model.bar()).and_then(|row| row.seq);
    let lines = model.subject.meeting.lines();
    let line = seq.and_then(|seq| usize::try_from(seq).ok()).and_then(|seq| lines.get(seq));
    let Some(line) = line else {
        let count = lines.len().into();
        let told = words.tell(id::REVIEW_COUNT, &[("count", count)]);
        return Line::from(vec![plain(" "), piece(&told, model.theme.dim)]);
    };
    let key = model.keys.key_for(Does::Replay);
    let values = [
        ("number", line.seq.into()),
        ("time", line.at.format("%H:%M:%S").to_string().into()),
        ("name", (&line.by).into()),
        ("key", key.into()),
    ];
    let told = words.tell(id::REVIEW_ABOUT_ROW, &values);
    Line::from(vec![plain(" "), piece(&told, model.theme.dim)])
}

fn keys(model: &Model, cols: usize) -> Line<'static> {
    let own = |does: Does| (does, does.hint());
    let back = (Does::Cancel, id::REVIEW_HINT_BACK);
    let shown = if model.asking.is_some() {
        writing::HINTS.to_vec()
    } else if model.query.is_empty() {
        let page = own(Does::NextPage);
        vec![own(Does::Help), own(Does::Replay), own(Does::Export), page, back]
    } else {
        let [next, before] = [own(Does::FindNext), own(Does::FindPrevious)];
        let clear = (Does::Cancel, id::REVIEW_HINT_CLEAR);
        vec![own(Does::Help), next, before, own(Does::Replay), own(Does::Export), clear]
    };
    hints(&model.words, &model.theme, &model.keys, &shown, cols)
}

/// What can be typed here, and every key.
fn help(model: &Model) -> Vec<Section> {
    let words = &model.words;
    let told = [id::REVIEW_HELP_FIND, id::REVIEW_HELP_NAMES, id::REVIEW_HELP_REPLAY];
    let rows = told.map(|line| (String::new(), words.say(line))).to_vec();
    vec![
        Section { title: words.say(id::REVIEW_HELP_TITLE), rows },
        keys_section(words, &model.keys),
    ]
}
