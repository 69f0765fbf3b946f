//! The home on the screen. Nothing here changes the model: the same model and size give the same
//! frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | what there is                                date, clock |
//! | Find > ...                                               |
//! |----------------------------------------------------------|
//! | In session                             | what is under   |  list | detail
//! | > November meeting      item 2/4 today | the bar, on a   |
//! | Overdue                                | wide screen     |
//! |   A2 ...               8 days overdue  |                 |
//! |----------------------------------------------------------|
//! | the latest message, or what Enter does                   |
//! | keys                                                     |
//! +----------------------------------------------------------+
//! ```

mod detail;
mod list;
mod panels;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::model::Model;
use super::overview::Entry;
use crate::domain::session::Phase;
use crate::store::progress::Progress;
use crate::text::dates::long_date;
use crate::text::words::{Id, id};
use crate::tui::aid::{Section, hints, keys_section};
use crate::tui::desk::model::Tone;
use crate::tui::keymap::Does;
use crate::tui::paint::{
    BETWEEN, ground, line_down, line_width, piece, plain, put, put_both, rule, wrapped,
};

/// Rows above the list.
const TOP: u16 = 3;
/// From this many columns on what is under the bar is told beside the list.
const WIDE: u16 = 100;
/// Most rows a message takes.
const MESSAGE_ROWS: usize = 3;

/// Draws the home and puts the terminal's cursor on the caret.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the home; where the caret is, if a line has it.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ground(buf, area, &model.theme);
    if area.width < 10 || area.height < 6 {
        return None;
    }
    head(model, area, buf);
    let mut caret = Some(find_line(model, area, buf));
    rule(buf, area, usize::from(TOP) - 1, &model.theme);
    let messages = messages(model, usize::from(area.width).saturating_sub(2));
    let foot = foot_height(messages.len(), area);
    let body = Rect { y: area.y + TOP, height: area.height - TOP - foot, ..area };
    draw_body(model, body, buf);
    let foot = Rect { y: area.bottom() - foot, height: foot, ..area };
    rule(buf, foot, 0, &model.theme);
    let rows = messages.len();
    for (at, line) in messages.into_iter().enumerate() {
        put(buf, foot, at + 1, line);
    }
    put(buf, foot, rows + 1, keys(model, area.width.into()));
    if let Some(panel) = &model.panel {
        caret = panels::draw(model, panel, area, buf);
    }
    if let Some(aid) = &model.aid {
        let (help, offers) = (help(model), model.offers());
        caret = aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    caret
}

fn foot_height(messages: usize, area: Rect) -> u16 {
    (u16::try_from(messages).unwrap_or(1) + 2).min(area.height - TOP)
}

/// Which entry of the list, counted over all groups, is at a place of the screen.
#[must_use]
pub fn entry_at(model: &Model, screen: Rect, x: u16, y: u16) -> Option<usize> {
    if screen.height < 6 {
        return None;
    }
    let messages = messages(model, usize::from(screen.width).saturating_sub(2));
    let foot = foot_height(messages.len(), screen);
    let body = Rect { y: screen.y + TOP, height: screen.height - TOP - foot, ..screen };
    let list = Rect { width: list_width(body), ..body };
    let here = Position::new(x, y);
    list.contains(here).then(|| list::entry_at(model, list, y)).flatten()
}

/// Columns the list takes.
fn list_width(body: Rect) -> u16 {
    if body.width < WIDE { body.width } else { body.width * 3 / 5 }
}

fn head(model: &Model, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let listed = model.index.communities();
    let meetings: usize = listed.iter().map(|folder| folder.sessions().len()).sum();
    let values = [("communities", listed.len().into()), ("meetings", meetings.into())];
    let mut left = Line::from(piece(&format!(" {}", words.say(id::HOME_NAME)), theme.strong));
    if !listed.is_empty() {
        left.push_span(piece(&format!("  {}", words.tell(id::HOME_COUNTS, &values)), theme.dim));
    }
    let today = long_date(model.now.date_naive(), words.lang());
    let right = format!("{today}  {} ", model.now.format("%H:%M"));
    put_both(buf, area, 0, left, Line::from(plain(&right)));
}

/// The line one searches with; where its caret is.
fn find_line(model: &Model, area: Rect, buf: &mut Buffer) -> Position {
    let (words, theme) = (&model.words, &model.theme);
    let mut line = Line::from(plain(" "));
    if let Some(folder) = model.narrowed_to().and_then(|at| model.index.communities().get(at)) {
        line.push_span(piece(folder.name(), theme.strong));
        line.push_span(plain("  "));
    }
    line.push_span(piece(&format!("{} ", words.say(id::HOME_FIND)), theme.next));
    let before = u16::try_from(line_width(&line)).unwrap_or(0).min(area.width - 2);
    let room = usize::from(area.width - before - 1);
    let laid = model.line.lay(room);
    let (row, column) = laid.caret;
    line.push_span(plain(laid.rows.get(row).map_or("", String::as_str)));
    if model.line.text().is_empty() {
        line.push_span(plain(" "));
        line.push_span(piece(&words.say(id::HOME_FIND_HOW), theme.dim));
    }
    put(buf, area, 1, line);
    let column = u16::try_from(column).unwrap_or(0);
    Position::new((area.x + before + column).min(area.right() - 1), area.y + 1)
}

fn draw_body(model: &Model, area: Rect, buf: &mut Buffer) {
    let left = list_width(area);
    if left == area.width {
        return list::draw(model, area, buf);
    }
    list::draw(model, Rect { width: left, ..area }, buf);
    let between = Rect { x: area.x + left, width: BETWEEN, ..area };
    line_down(buf, between, &model.theme);
    let right = Rect { x: between.right(), width: area.width - left - BETWEEN - 1, ..area };
    detail::draw(model, right, buf);
}

/// The latest message; else how far a search is; else what Enter does.
fn messages(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let (text, style) = if let Some(notice) = &model.notice {
        let style = if notice.tone == Tone::Done { theme.good } else { theme.bad };
        (notice.text.clone(), style)
    } else if let Some(progress) = &model.reading {
        (progress_told(model, id::HOME_READING, progress), theme.warn)
    } else if let Some(progress) = &model.search.running {
        (progress_told(model, id::HOME_SEARCHING, progress), theme.warn)
    } else {
        let key = model.keys.key_for(Does::Submit);
        (words.tell(enter(model), &[("key", key.into())]), theme.next)
    };
    let rows = wrapped(&text, cols, MESSAGE_ROWS);
    rows.iter().map(|row| Line::from(piece(&format!(" {row}"), style))).collect()
}

fn progress_told(model: &Model, what: Id, progress: &Progress) -> String {
    let (done, total) = progress.so_far();
    model.words.tell(what, &[("done", done.into()), ("total", total.into())])
}

/// What Enter does with what is under the bar.
fn enter(model: &Model) -> Id {
    match model.chosen() {
        None if model.is_searching() => id::HOME_FOUND_NOTHING,
        None => id::HOME_ENTER_NOTHING,
        Some(Entry::Offer(_)) => id::HOME_ENTER_OFFER,
        Some(Entry::Community(_)) => id::HOME_ENTER_COMMUNITY,
        Some(Entry::Action(..)) => id::HOME_ENTER_ACTION,
        Some(Entry::Hit(..)) => id::HOME_ENTER_HIT,
        Some(Entry::More(..)) => id::HOME_ENTER_MORE,
        Some(Entry::Meeting(at)) => {
            match super::overview::digest(&model.index, at).map(|digest| digest.phase) {
                Some(Phase::Prepared) => id::HOME_ENTER_PREPARED,
                Some(Phase::Running | Phase::Paused) => id::HOME_ENTER_RUNNING,
                Some(Phase::Closed) | None => id::HOME_ENTER_CLOSED,
            }
        }
    }
}

fn keys(model: &Model, cols: usize) -> Line<'static> {
    let mut shown = vec![Does::Help];
    match model.chosen() {
        // Enter looks back at it.
        Some(Entry::Meeting(_)) if enter(model) == id::HOME_ENTER_CLOSED => shown.push(Does::New),
        Some(Entry::Meeting(_)) => shown.extend([Does::New, Does::Review]),
        Some(Entry::Action(..)) => shown.extend([Does::ReportAction, Does::New]),
        _ => shown.push(Does::New),
    }
    // What does not fit is cut: how to get into a language one can read stays longer than most.
    let others = [Does::Language, Does::Palette];
    if model.index.communities().is_empty() {
        shown.extend([Does::NewCommunity, Does::People]);
        shown.extend(others);
    } else {
        shown.extend([Does::Topics, Does::Figures]);
        shown.extend(others);
        shown.push(Does::People);
    }
    shown.push(Does::Quit);
    let shown: Vec<_> = shown.into_iter().map(|does| (does, does.hint())).collect();
    hints(&model.words, &model.theme, &model.keys, &shown, cols)
}

fn help(model: &Model) -> Vec<Section> {
    let words = &model.words;
    let sentences = [id::HOME_HELP_LIST, id::HOME_HELP_FIND, id::HOME_HELP_ENTER];
    let rows = sentences.map(|sentence| (String::new(), words.say(sentence))).to_vec();
    vec![Section { title: words.say(id::PLACE_HOME), rows }, keys_section(words, &model.keys)]
}
