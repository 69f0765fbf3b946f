//! The room's screen as a frame. Nothing here changes the model: the same model and size give the
//! same frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | community, title                           clock, phase  |
//! |----------------------------------------------------------|
//! | PAUSED, while it is                                      |
//! | the item on the table                    time, plan      |  item
//! |                                                          |
//! | who has the floor                                        |
//! | large digits: what is left of the turn, or how far over  |
//! | the same in words                                        |
//! |                                                          |
//! | who is next, and why; who else waits                     |
//! |                                                          |
//! | the text being agreed, and the count on it               |
//! |----------------------------------------------------------|
//! | trouble, or keys                                         |
//! +----------------------------------------------------------+
//! ```
//!
//! Dim is only what nobody needs from afar: the rule, the keys, what is over.
//!
//! `lists` stands in for `item` while none is on the table: before the opening, between items and
//! after the closing; `read_back` while what was agreed is read out. Help and palette lie over
//! everything.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::model::{Model, Trouble};
use super::{item, lists, read_back};
use crate::domain::session::Phase;
use crate::phrase::{self, troubles};
use crate::text::width::{clean, clip, width};
use crate::text::words::{Id, id};
use crate::tui::aid::keys_section;
use crate::tui::keymap::Does;
use crate::tui::paint::{ground, line_width, piece, plain, put, put_both, rule, wrapped};

/// Rows the header and its rule take.
const HEAD: u16 = 2;
/// From this many rows on the banner of a pause takes three of them.
const TALL: u16 = 22;
/// Columns that lists take at most: an eye must find from a name to its number.
const LIST: u16 = 110;

/// Keys named in the bottom line.
const SHOWN: [(Does, Id); 3] = [
    (Does::Help, id::HINT_HELP),
    (Does::Cancel, id::HINT_QUIT),
    (Does::Language, id::HINT_LANGUAGE),
];

/// A row: what it says, and at its right edge what belongs to it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// At the left; it gives way.
    pub left: Line<'static>,
    /// At the right.
    pub right: Line<'static>,
}

impl Row {
    /// A row with nothing at its right.
    pub fn of(left: impl Into<Line<'static>>) -> Self {
        Self { left: left.into(), right: Line::default() }
    }

    /// The row with something at its right.
    #[must_use]
    pub fn and(mut self, right: impl Into<Line<'static>>) -> Self {
        self.right = right.into();
        self
    }
}

/// Rows that stay together.
pub type Block = Vec<Row>;

/// The room there is for a page.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Columns.
    pub cols: usize,
    /// Columns for what need not be read from one edge to the other.
    pub wide: usize,
    /// Rows.
    pub rows: usize,
}

/// Draws the screen.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the screen into a buffer; where the caret is, if the palette has one.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let margin = (area.width / 20).clamp(1, 8);
    ground(buf, area, &model.theme);
    if area.width <= 2 * margin || area.height <= HEAD {
        return None;
    }
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    head(model, inner, buf);
    rule(buf, area, 1, &model.theme);
    let foot = foot(model, inner.width.into());
    let foot_height = u16::try_from(foot.len()).unwrap_or(1).min(area.height - HEAD);
    let foot_area = Rect { y: inner.bottom() - foot_height, height: foot_height, ..inner };
    for (at, row) in foot.into_iter().enumerate() {
        put(buf, foot_area, at, row);
    }
    let mut body = Rect { y: area.y + HEAD, height: area.height - HEAD - foot_height, ..inner };
    if model.session().phase == Phase::Paused {
        let banner = if area.height < TALL { 1 } else { 3 }.min(body.height);
        paused(model, Rect { height: banner, y: body.y, ..area }, buf);
        body = Rect { y: body.y + banner, height: body.height - banner, ..body };
    }
    let on_the_table = model.session().current_item().filter(|_| !model.reads_out);
    if on_the_table.is_none() && !model.reads_out {
        body.width = body.width.min(LIST);
    }
    let wide = usize::from(inner.width);
    let room = Room { cols: body.width.into(), wide, rows: body.height.into() };
    let blocks = match (model.session().phase, on_the_table) {
        (Phase::Prepared, _) => lists::waiting(model, room),
        (Phase::Closed, _) => lists::closed(model, room),
        (Phase::Running | Phase::Paused, _) if model.reads_out => read_back::blocks(model, room),
        (Phase::Running | Phase::Paused, Some(item)) => item::blocks(model, item, room),
        (Phase::Running | Phase::Paused, None) => lists::between(model, room),
    };
    stack(blocks, body, inner.width, buf);
    let help = [keys_section(&model.words, &model.keys)];
    let (words, theme) = (&model.words, &model.theme);
    model.aid.as_ref()?.draw(words, theme, &help, &model.offers(), area, buf)
}

fn head(model: &Model, area: Rect, buf: &mut Buffer) {
    let setup = &model.session().setup;
    let title = Line::from(vec![
        piece(&setup.community_name, model.theme.strong),
        plain("  "),
        piece(&setup.title, model.theme.strong),
    ]);
    let phase = model.session().phase;
    let style = match phase {
        Phase::Running => model.theme.good,
        Phase::Paused => model.theme.warn,
        Phase::Prepared | Phase::Closed => model.theme.dim,
    };
    let clock = Line::from(vec![
        plain(&model.now.format("%H:%M").to_string()),
        plain("  "),
        piece(&phrase::phase(&model.words, phase), style),
    ]);
    put_both(buf, area, 0, title, clock);
}

/// A bar across the whole screen.
fn paused(model: &Model, area: Rect, buf: &mut Buffer) {
    let told = model.words.say(id::ROOM_PAUSED);
    let cols = usize::from(area.width);
    let before = cols.saturating_sub(width(&told)) / 2;
    for row in 0..usize::from(area.height) {
        let text = if row == usize::from(area.height) / 2 { told.as_str() } else { "" };
        let text = format!("{}{text}", " ".repeat(before));
        let text = crate::text::width::pad(&text, cols);
        put(buf, area, row, Line::from(piece(&text, model.theme.bar)));
    }
}

/// What keeps the screen from showing everything; else its keys.
fn foot(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let words = &model.words;
    let told = match &model.trouble {
        None => {
            return vec![match &model.told {
                Some(told) => Line::from(piece(told, model.theme.strong)),
                None => quiet_foot(model, cols),
            }];
        }
        Some(Trouble::Partial(error)) => {
            words.tell(id::ROOM_PARTIAL, &[("why", troubles::store(words, error).into())])
        }
        Some(Trouble::Stale(since, error)) => {
            let values = [
                ("time", since.format("%H:%M:%S").to_string().into()),
                ("why", troubles::store(words, error).into()),
            ];
            words.tell(id::ROOM_LOST, &values)
        }
    };
    let rows = wrapped(&told, cols, 2);
    rows.into_iter().map(|row| Line::from(piece(&row, model.theme.bad))).collect()
}

/// Keys, and at their right a font that was asked for and cannot be used.
fn quiet_foot(model: &Model, cols: usize) -> Line<'static> {
    let words = &model.words;
    let named = |does: &Does, name| {
        let key = model.keys.key_for(*does);
        format!("{key} {}", words.say(name))
    };
    let keys: Vec<String> = SHOWN.iter().map(|(does, name)| named(does, *name)).collect();
    let mut foot = keys.join("  ");
    if let Some(font) = &model.unusable_font {
        let told = words.tell(id::ROOM_FONT_UNUSABLE, &[("font", font.into())]);
        foot = format!("{foot}  {told}");
    }
    Line::from(piece(&clip(&clean(&foot), cols), model.theme.dim))
}

/// Puts blocks one below the other, as far apart as there is room. What has nothing at its right may
/// be as `wide` as the screen.
fn stack(blocks: Vec<Block>, area: Rect, wide: u16, buf: &mut Buffer) {
    let rows: usize = blocks.iter().map(Vec::len).sum();
    let mut spare = usize::from(area.height).saturating_sub(rows);
    let between = blocks.len().saturating_sub(1);
    let mut gaps = vec![0; between];
    // What little is left parts the head from the rest last.
    let (first, others) = gaps.split_at_mut(between.min(1));
    for gap in others.iter_mut().chain(first) {
        if spare > 0 {
            *gap = 1;
            spare -= 1;
        }
    }
    // One row stays free above the foot, one below the head; then blocks move further apart.
    let mut at = spare.saturating_sub(1).min(1);
    let wider = usize::from(spare >= 2 + between);
    let gaps = gaps.into_iter().map(|gap| gap + wider).chain([0]);
    for (block, gap) in blocks.into_iter().zip(gaps) {
        let next = at + block.len() + gap;
        for (row, Row { left, right }) in block.into_iter().enumerate() {
            let width = if line_width(&right) == 0 { wide } else { area.width };
            put_both(buf, Rect { width, ..area }, at + row, left, right);
        }
        at = next;
    }
}

/// A row that only says something.
#[must_use]
pub fn says(text: &str, style: Style) -> Row {
    Row::of(piece(text, style))
}
