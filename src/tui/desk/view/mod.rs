//! The desk on the screen. Nothing here changes the model: the same model and size give the same
//! frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | header: community, title        clock, plan, end, saved  |  header
//! | stages of the procedure            phase, item n of m    |
//! |----------------------------------------------------------|
//! | agenda, each item's  | who has the floor, next and why,  |  agenda | floor
//! | clock and outcome    | queue                             |
//! |                      |                                   |
//! | who has not been     | opinions, the latest at the       |  agenda | opinions
//! | heard                | bottom                            |
//! |                      | resolutions, actions, parked      |         | agreed
//! |----------------------------------------------------------|
//! | what hinders, or the latest message                      |  foot
//! | the next step                          +--------------+  |
//! | > capture line                         | completions  |  |  offers
//! | keys                                   +--------------+  |
//! +----------------------------------------------------------+
//! ```
//!
//! `course` stands in for floor, opinions and agreed while no item is on the table, `read_back` for
//! all of it while what was agreed is read out; `panels` lie over everything.

mod agenda;
mod agreed;
mod course;
mod floor;
mod foot;
mod header;
mod offers;
mod opinions;
mod panels;
mod read_back;
mod stages;

pub use panels::help;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::item::Item;
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint;

/// The smallest screen that shows the whole desk.
pub const SMALLEST: (u16, u16) = (60, 16);
/// From this many rows on, below the floor, a screen is tall.
const TALL: u16 = 24;
/// Bounds of the left column.
const LEFT: (u16, u16) = (28, 46);

/// Draws the desk and puts the terminal's cursor on the caret.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the desk; where the caret is, if a text field has it.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    paint::ground(buf, area, &model.theme);
    if area.width < 10 || area.height < 4 {
        return None;
    }
    if let Some(back) = &model.read_back {
        let caret = read_back::draw(model, back, area, buf);
        let Some(aid) = &model.aid else { return caret };
        let (help, offers) = (read_back::help(model), model.offers());
        return aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    let foot = foot::Foot::of(model, area.width);
    let foot_height = foot.height().min(area.height);
    let foot_area = Rect { y: area.bottom() - foot_height, height: foot_height, ..area };
    let body = Rect { height: area.height - foot_height, ..area };
    let room = area.width >= SMALLEST.0 && area.height >= SMALLEST.1;
    render_body(model, body, room, buf);
    let (left, top_of_capture) = corner_of_offers(model, &foot, foot_area);
    let caret = foot.draw(model, foot_area, buf);
    if model.panel.is_some() {
        panels::draw(model, area, buf);
    }
    if let Some(aid) = &model.aid {
        let (help, offers) = (panels::help(model), model.offers());
        return aid.draw(&model.words, &model.theme, &help, &offers, area, buf);
    }
    if model.panel.is_some() {
        return None;
    }
    offers::draw(model, area, left, top_of_capture, buf);
    Some(caret)
}

/// Where the popup with the completions has its lower left corner.
fn corner_of_offers(model: &Model, foot: &foot::Foot, foot_area: Rect) -> (u16, u16) {
    let top_of_capture = foot_area.y + foot.capture_row().min(foot_area.height.saturating_sub(1));
    let from = model.completions.first().map_or(0, |offer| offer.from);
    (foot_area.x + foot::Foot::column_of(model, from), top_of_capture)
}

/// Something on the desk that can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A completion.
    Completion(usize),
    /// A choice in the window that is open.
    Choice(usize),
}

/// What is at a place of the screen.
#[must_use]
pub fn spot_at(model: &Model, screen: Rect, place: Position) -> Option<Spot> {
    if model.aid.is_some() {
        return None;
    }
    if model.panel.is_some() {
        return panels::choice_at(model, screen, place).map(Spot::Choice);
    }
    let foot = foot::Foot::of(model, screen.width);
    let height = foot.height().min(screen.height);
    let foot_area = Rect { y: screen.bottom() - height, height, ..screen };
    let (left, bottom) = corner_of_offers(model, &foot, foot_area);
    let offers = offers::area(model, screen, left, bottom);
    offers.contains(place).then(|| Spot::Completion(usize::from(place.y - offers.y)))
}

/// Draws what lies above the foot, if there is room for it on the screen; else says so.
pub fn render_body(model: &Model, area: Rect, room: bool, buf: &mut Buffer) {
    if !room {
        let told = model.words.say(id::SMALL_SCREEN);
        return paint::put(buf, area, 0, Line::from(paint::piece(&told, model.theme.warn)));
    }
    let head = header::HEIGHT.min(area.height);
    header::draw(model, Rect { height: head, ..area }, buf);
    let rest = Rect { y: area.y + head, height: area.height - head, ..area };
    paint::rule(buf, rest, 0, &model.theme);
    if rest.height < 2 {
        return;
    }
    let main = Rect { y: rest.y + 1, height: rest.height - 1, ..rest };
    let left = (main.width * 3 / 8).clamp(LEFT.0, LEFT.1).min(main.width);
    agenda::draw(model, Rect { width: left, ..main }, buf);
    let between = Rect { x: main.x + left, width: paint::BETWEEN, ..main };
    paint::line_down(buf, between, &model.theme);
    let right = main.width.saturating_sub(left + paint::BETWEEN + 1);
    let right = Rect { x: between.right(), width: right, ..main };
    match model.session().current_item() {
        Some(item) => draw_item(model, item, right, buf),
        None => course::draw(model, right, buf),
    }
}

/// Floor at the top, what is agreed at the bottom, opinions with all the rest.
fn draw_item(model: &Model, item: &Item, area: Rect, buf: &mut Buffer) {
    let floor_height = floor::height(item, area.height).min(area.height);
    floor::draw(model, item, Rect { height: floor_height, ..area }, buf);
    let rest = area.height - floor_height;
    // On a tall screen what was agreed is shown in full.
    let rows = if rest >= TALL { 3 } else { 1 };
    let mut agreed = agreed::rows(model, item, agreed::Room { cols: area.width, rows });
    let most = usize::from(rest / 2);
    if agreed.len() > most {
        // The heading stays; of what is under it the latest is shown.
        let surplus = agreed.len() - most;
        let end = (1 + surplus).min(agreed.len());
        agreed.drain(1.min(end)..end);
    }
    let agreed_height = u16::try_from(agreed.len()).unwrap_or(rest).min(rest);
    let gap = u16::from(rest > agreed_height + 8);
    let opinions_height = rest.saturating_sub(agreed_height + 2 * gap);
    let opinions = Rect { y: area.y + floor_height + gap, height: opinions_height, ..area };
    opinions::draw(model, item, opinions, buf);
    let agreed_area = Rect { y: area.bottom() - agreed_height, height: agreed_height, ..area };
    for (row, (left, right)) in agreed.into_iter().enumerate() {
        paint::put_both(buf, agreed_area, row, left, right);
    }
}
