//! The board on the screen. Nothing here changes the model: the same model and size give the same
//! frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | community, topics by state                  date, saved  |  head
//! | [topics 12]  outings 3  calls 1  stations 2              |  head
//! |----------------------------------------------------------|
//! | to be screened 3             | what is under the bar,    |  list | detail
//! | > 17 title  class     stage, | beside the list of a wide |
//! |              overdue or owed | screen, else below it     |
//! |----------------------------------------------------------|
//! | the latest message, or what comes next  +--------------+ |  foot
//! | > a command, or what is looked for      | completions  | |
//! | keys                                    +--------------+ |
//! +----------------------------------------------------------+
//! ```

mod detail;
mod foot;
mod list;
mod others;
mod panels;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::model::{Model, Page};
use crate::domain::topic::TopicState;
use crate::phrase::affairs::topic_state;
use crate::text::dates::short_date;
use crate::text::width::width;
use crate::text::words::id;
use crate::tui::paint::{BETWEEN, ground, line_down, piece, plain, put_all, put_both, rule};
use crate::tui::popup;

pub use detail::told_rating;
pub use panels::help;

/// Rows above the list, its rule included.
const TOP: u16 = 3;
/// From this many columns on what is under the bar is told beside the list.
const WIDE: u16 = 100;
/// From this many rows of list on it is told below, where there is no room beside it.
const TALL: u16 = 13;
/// Rows that the list has at least above what is under the bar.
const FEW: u16 = 4;
/// From this many rows on a screen has a head.
const HEADED: u16 = 8;

/// Draws the board and puts the terminal's cursor on the caret.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the board; where the caret is, if a line has it.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ground(buf, area, &model.theme);
    if area.width < 10 || area.height < 4 {
        return None;
    }
    let foot = foot::Foot::of(model, area.width, area.height);
    let places = Places::of(model, area, foot.height());
    if places.head.height > 0 {
        head(model, places.head, buf);
        rule(buf, places.head, usize::from(TOP) - 1, &model.theme);
    }
    list::draw(model, places.list, buf);
    if let Some(detail) = places.detail {
        if detail.y == places.list.y {
            let between = Rect { x: detail.x - BETWEEN, width: BETWEEN, ..detail };
            line_down(buf, between, &model.theme);
        } else {
            rule(buf, Rect { y: detail.y - 1, height: 1, ..area }, 0, &model.theme);
        }
        put_all(buf, detail, detail::rows(model, detail.width.into()));
    }
    let above = foot.first_row();
    let caret = foot.draw(model, places.foot, buf);
    if model.panel.is_some() {
        panels::draw(model, area, buf);
    }
    if let Some(aid) = &model.aid {
        let (help, offers) = (help(model), model.offers());
        return aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    if model.panel.is_some() {
        return None;
    }
    if !model.completions.is_empty() {
        let area = offers_area(model, area, places.foot, above);
        popup::draw(&model.theme, &model.completions, model.chosen, area, buf);
    }
    Some(caret)
}

/// Where everything is.
struct Places {
    head: Rect,
    list: Rect,
    detail: Option<Rect>,
    foot: Rect,
}

impl Places {
    /// Works it out for a bottom of so many rows.
    fn of(model: &Model, area: Rect, bottom: u16) -> Self {
        let top = if area.height >= HEADED { TOP } else { 0 };
        let foot = bottom.min(area.height - top);
        let foot = Rect { y: area.bottom() - foot, height: foot, ..area };
        let head = Rect { height: top, ..area };
        let body = Rect { y: area.y + top, height: area.height - top - foot.height, ..area };
        let (list, detail) = if body.width >= WIDE {
            let left = body.width / 2;
            let x = body.x + left + BETWEEN;
            let detail = Rect { x, width: body.width - left - BETWEEN - 1, ..body };
            (Rect { width: left, ..body }, Some(detail))
        } else if body.height >= TALL && !model.entries.is_empty() {
            let list = Rect { height: list_rows(model, body.height), ..body };
            let below = body.height - list.height - 1;
            let detail = Rect {
                x: body.x + 1,
                y: body.bottom() - below,
                width: body.width - 2,
                height: below,
            };
            (list, Some(detail))
        } else {
            (body, None)
        };
        Self { head, list, detail, foot }
    }
}

/// Rows of the list where what is under the bar is told below it, in so many for both. Pages on which
/// there is little leave the room to that; found or not, so that nothing jumps while one types.
fn list_rows(model: &Model, both: u16) -> u16 {
    let most = both - both * 2 / 5 - 1;
    let needed = match model.page {
        Page::Topics => None,
        page => list::all(model, page).and_then(|all| u16::try_from(all).ok()),
    };
    needed.map_or(most, |needed| needed.max(FEW).min(most))
}

/// Where the completions are: above that row of the foot, in which it is told how the command is
/// written.
fn offers_area(model: &Model, screen: Rect, foot: Rect, row: u16) -> Rect {
    let from = model.completions.first().map_or(0, |offer| offer.from);
    let left = foot.x + foot::column_of(model, from);
    let bottom = foot.y + row.min(foot.height.saturating_sub(1));
    popup::area(&model.completions, screen, left, bottom)
}

/// Something on the board that can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// An entry of the list.
    Entry(usize),
    /// A completion.
    Completion(usize),
    /// The name of a page.
    Page(Page),
}

/// What is at a place of the screen.
#[must_use]
pub fn spot_at(model: &Model, screen: Rect, place: Position) -> Option<Spot> {
    if screen.width < 10 || screen.height < 4 || !screen.contains(place) {
        return None;
    }
    let foot = foot::Foot::of(model, screen.width, screen.height);
    let places = Places::of(model, screen, foot.height());
    if !model.completions.is_empty() {
        let area = offers_area(model, screen, places.foot, foot.first_row());
        if area.contains(place) {
            return Some(Spot::Completion(usize::from(place.y - area.y)));
        }
    }
    if places.list.contains(place) {
        return list::entry_at(model, places.list, place.y).map(Spot::Entry);
    }
    let names = (places.head.height > 0 && place.y == places.head.y + 1).then(|| tabs(model))?;
    let mut from = usize::from(screen.x);
    for (page, name) in Page::ALL.into_iter().zip(names) {
        let until = from + width(&name);
        if (from..until).contains(&usize::from(place.x)) {
            return Some(Spot::Page(page));
        }
        from = until;
    }
    None
}

fn head(model: &Model, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let title = words.tell(id::BOARD_TITLE, &[("community", model.name.as_str().into())]);
    let title = format!(" {title}  ");
    let today = short_date(model.today(), words.lang());
    let right = format!("{today} {} ", model.now.format("%H:%M"));
    // Where there is no room for both, where topics stand matters more than the day.
    let room = usize::from(area.width).saturating_sub(width(&title) + 1);
    let beside = room.saturating_sub(width(&right) + 1);
    let (counts, right) = match counts(model, beside) {
        (counts, 0) => (counts, right),
        _ => (self::counts(model, room).0, String::new()),
    };
    let left = Line::from(vec![piece(&title, theme.strong), piece(&counts, theme.dim)]);
    put_both(buf, area, 0, left, Line::from(plain(&right)));
    let mut names = Line::default();
    for (page, name) in Page::ALL.into_iter().zip(tabs(model)) {
        let style = if page == model.page { theme.strong } else { theme.dim };
        names.push_span(piece(&name, style));
    }
    put_both(buf, area, 1, names, saved(model));
}

/// How many topics are in each state that has some, in so many columns; and how many states are
/// left out.
fn counts(model: &Model, cols: usize) -> (String, usize) {
    let counted = TopicState::ALL.into_iter().zip(model.counts).filter(|(_, count)| *count > 0);
    let told =
        counted.map(|(state, count)| format!("{} {count}", topic_state(&model.words, state)));
    let told: Vec<String> = told.collect();
    let between = model.words.say(id::BOARD_BETWEEN_COUNTS);
    (0..=told.len())
        .find_map(|hidden| {
            let mut shown: Vec<String> = told.iter().take(told.len() - hidden).cloned().collect();
            if hidden > 0 {
                shown.push(model.words.tell(id::BOARD_MORE_STATES, &[("count", hidden.into())]));
            }
            let shown = shown.join(&between);
            (width(&shown) <= cols).then_some((shown, hidden))
        })
        .unwrap_or((String::new(), told.len()))
}

/// The names of the pages, the one that is shown in brackets.
fn tabs(model: &Model) -> Vec<String> {
    let tab = |page: Page| {
        let name = model.words.say(page.name());
        let count = list::all(model, page).map_or_else(String::new, |count| format!(" {count}"));
        if page == model.page { format!(" [{name}{count}] ") } else { format!("  {name}{count}  ") }
    };
    Page::ALL.into_iter().map(tab).collect()
}

/// How far saving is, as on the desk.
fn saved(model: &Model) -> Line<'static> {
    let (words, theme, saving) = (&model.words, &model.theme, &model.saving);
    let (told, style) = if model.read_only.is_some() {
        (words.say(id::BOARD_READ_ONLY), theme.warn)
    } else if saving.trouble.is_some() {
        (words.say(id::BOARD_UNSAVED), theme.bad)
    } else if saving.pending > 0 {
        (words.tell(id::SAVED_PENDING, &[("count", saving.pending.into())]), theme.warn)
    } else if saving.saved {
        (words.say(id::SAVED), theme.good)
    } else if model.whole.is_none() {
        (words.say(id::BOARD_READING), theme.warn)
    } else {
        return Line::default();
    };
    Line::from(piece(&format!("{told} "), style))
}
