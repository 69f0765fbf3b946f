//! The item on the table: its time, who has the floor, who is next, and what is being agreed.

use ratatui::style::Style;
use ratatui::text::Line;

use super::agreed::agreed;
use super::large;
use super::model::Model;
use super::sizes::{Needs, Sizes};
use super::turn::{Turn, floor_row};
use super::view::{Block, Room, Row};
use crate::domain::item::Item;
use crate::domain::plan::item_time;
use crate::domain::queue;
use crate::domain::record::Moment;
use crate::phrase;
use crate::text::width::{clean, pad, width};
use crate::text::words::{Id, Words, id};
use crate::tui::paint::{line_width, piece, plain, wrapped};

/// From this many rows on there is room for gaps, a rule and a second row of the title.
const ROOMY: usize = 17;
/// From this many rows on the digits stand free.
const AIRY: usize = 20;
/// From this many rows on, some of those who wait have a row each, with the reason.
const LISTED: usize = 26;
/// Most such rows.
const MOST_LISTED: usize = 4;
/// Rows that the text being agreed keeps at least: its heading and its beginning.
const TEXT: usize = 2;
/// From this many rows left over on, the time in words has one of its own below a large name.
const LEFT_FOR_WORDS: usize = 4;

/// The page.
pub fn blocks(model: &Model, item: &Item, room: Room) -> Vec<Block> {
    let words = &model.words;
    let labels = [id::ROOM_FLOOR, id::ROOM_NEXT].map(|label| words.say(label));
    let column = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let [floor_label, next_label] = labels.map(|label| pad(&label, column));
    let mut head = head(model, item, room);
    let queue = waiting(model, item, &next_label, column, room.rows);
    let mut text = agreed(model, item, room.cols, room.rows);
    let floor = model.session().floor;
    let turn = floor.map(|floor| Turn::of(model, floor));
    let name = floor.map(|floor| model.session().name_of(floor.person)).unwrap_or_default();

    let roomy = room.rows >= ROOMY;
    let air = usize::from(room.rows >= AIRY && turn.is_some());
    let least = text.len().min(TEXT);
    let needs = Needs {
        free: room.rows.saturating_sub(head.len() + 1 + queue.len() + least),
        gaps: usize::from(turn.is_some()) + if roomy { 3 } else { 0 } + 2 * air,
        text: text.len() - least,
        digits: turn.as_ref().map(|turn| turn.widest(room.cols)),
        name: &|most| large::rows(model, name, room.cols, most),
        title: &|most| large::rows(model, &item.title, room.cols, most),
    };
    let sizes = Sizes::choose(&needs);
    if let Some(title) = large::block(model, &item.title, sizes.title) {
        head = place_alone(model, item);
        head.extend(title);
    }
    let named = large::block(model, name, sizes.name);
    let digits = turn.as_ref().map(|turn| turn.large(sizes.digits)).unwrap_or_default();
    let shown = named.as_ref().map_or(0, Vec::len) + digits.len();
    let left = room.rows.saturating_sub(head.len() + 1 + queue.len() + text.len() + shown);
    let told = turn.as_ref().map(Turn::told);
    let beside = told.clone().filter(|_| named.is_some() && left < LEFT_FOR_WORDS);
    let below = told.filter(|_| beside.is_none());
    let mut block = vec![floor_row(model, &floor_label, named.is_none(), beside)];
    if let Some(named) = named {
        block.extend(named);
        block.extend(vec![Row::default(); usize::from(left > 0)]);
    } else {
        block.extend(vec![Row::default(); air]);
    }
    block.extend(digits);
    if let Some(told) = below {
        block.extend(vec![Row::default(); air]);
        block.push(Row::of(told));
    }
    // Built again for what is left: a text that is too long is cut visibly.
    let left = room.rows.saturating_sub(head.len() + queue.len() + block.len());
    if text.len() > left {
        text = agreed(model, item, room.cols, left);
    }
    let mut blocks = vec![head, block, queue, text];
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Which item it is of how many, and its clock; its title stands below in large type.
fn place_alone(model: &Model, item: &Item) -> Block {
    let style = time_style(model, item);
    let clock = clock(&model.words, item, model.now, style, LONG);
    vec![Row::of(plain(&place(model, item))).and(clock)]
}

/// Which item it is of how many.
fn place(model: &Model, item: &Item) -> String {
    let session = model.session();
    let place = session.place_of(item.id).unwrap_or(item.id.index() + 1);
    let values = [("place", place.into()), ("count", session.order.len().into())];
    model.words.tell(id::ROOM_ITEM, &values)
}

fn time_style(model: &Model, item: &Item) -> Style {
    let time = item_time(item, model.now);
    match (time.is_over(), time.is_near()) {
        (true, _) => model.theme.bad,
        (false, true) => model.theme.warn,
        (false, false) => model.theme.good,
    }
}

/// Which item, and its clock against plan.
fn head(model: &Model, item: &Item, room: Room) -> Block {
    let (words, theme) = (&model.words, &model.theme);
    let style = time_style(model, item);
    let place = format!("{}  ", place(model, item));
    let indent = width(&place);
    let beside = |right: &Line<'static>| room.cols.saturating_sub(indent + line_width(right) + 2);
    // The title goes before the words of the clock.
    let mut right = clock(words, item, model.now, style, LONG);
    if width(&clean(&item.title)) > beside(&right) {
        right = clock(words, item, model.now, style, SHORT);
    }
    let cols = beside(&right).max(8);
    let most = if room.rows >= ROOMY { 2 } else { 1 };
    let mut block: Block = wrapped(&item.title, cols, most)
        .iter()
        .map(|row| {
            let title = piece(row, theme.strong);
            Row::of(vec![plain(&" ".repeat(indent)), title])
        })
        .collect();
    if let Some(first) = block.first_mut() {
        first.right = right;
        if let Some(start) = first.left.spans.first_mut() {
            *start = plain(&place);
        }
    }
    block
}

/// The messages for the time of an item: with a plan, without, and over it.
type Told = [Id; 3];
const LONG: Told = [id::ROOM_ITEM_TIME, id::ROOM_ITEM_TIME_UNPLANNED, id::ROOM_ITEM_OVER];
const SHORT: Told = [id::ITEM_TIME, id::ITEM_TIME_UNPLANNED, id::ITEM_OVER];

fn clock(words: &Words, item: &Item, now: Moment, style: Style, told: Told) -> Line<'static> {
    let [planned, unplanned, over] = told;
    let time = item_time(item, now);
    let mut values = vec![("spent", (time.spent / 60).into())];
    let message = match item.minutes {
        Some(minutes) => {
            values.push(("planned", minutes.into()));
            planned
        }
        None => unplanned,
    };
    let mut line = Line::from(piece(&words.tell(message, &values), style));
    if let Some(planned) = time.planned.filter(|_| time.is_over()) {
        let minutes = time.spent.saturating_sub(planned).div_ceil(60);
        let over = words.tell(over, &[("minutes", minutes.into())]);
        line.spans.push(piece(&format!("  {over}"), style));
    }
    line
}

/// Who is next and why, and who else waits.
fn waiting(model: &Model, item: &Item, label: &str, column: usize, rows: usize) -> Block {
    let mut closed = Vec::new();
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut first = Line::from(plain(label));
    let most = if rows >= LISTED { MOST_LISTED + 1 } else { 60 };
    let order = queue::order(session, most);
    if item.list_closed {
        let told = words.say(id::ROOM_LIST_CLOSED);
        closed.push(Row::of(plain(&format!("{}{told}", " ".repeat(column)))));
    }
    if let Some(waits) = session.interrupted {
        let name = session.name_of(waits.person).into();
        first.spans.push(plain(&words.tell(id::ROOM_INTERRUPTED, &[("name", name)])));
        return vec![Row::of(first)];
    }
    let Some(next) = order.first() else {
        first.spans.push(plain(&words.say(id::ROOM_QUEUE_NOBODY)));
        return [Row::of(first)].into_iter().chain(closed).collect();
    };
    first.spans.push(piece(session.name_of(next.person), theme.next));
    if let Some(kind) = phrase::hand_kind(words, next.kind) {
        let kind = words.tell(id::FLOOR_KIND, &[("kind", kind.into())]);
        first.spans.push(piece(&kind, theme.warn));
    }
    let why = phrase::why_next(words, session, next, model.now);
    first.spans.push(plain(&format!("  {why}")));
    let mut block = vec![Row::of(first)];
    if next.others > 0 {
        let count = words.tell(id::ROOM_QUEUE, &[("count", next.others.into())]);
        let mut others = Line::from(plain(&" ".repeat(column)));
        others.spans.push(plain(&count));
        let listed = rows >= LISTED;
        // Names beyond the line's end need not be worked out.
        for other in order.iter().skip(1).filter(|_| !listed) {
            others.spans.push(plain(&format!("  {}", session.name_of(other.person))));
        }
        block.push(Row::of(others));
        for (at, other) in order.iter().enumerate().skip(1).filter(|_| listed) {
            let why = phrase::why_in_queue(words, session, other, model.now);
            let values = [
                ("place", (at + 1).into()),
                ("name", session.name_of(other.person).into()),
                ("why", why.into()),
            ];
            let row = words.tell(id::QUEUE_ROW, &values);
            block.push(Row::of(plain(&format!("{}{row}", " ".repeat(column)))));
        }
    }
    block.extend(closed);
    block
}
