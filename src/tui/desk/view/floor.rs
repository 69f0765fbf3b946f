//! Who has the floor and for how long, who is next and why, and who else waits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::item::{Floor, Item};
use crate::domain::people::Participant;
use crate::domain::queue::{self, NextSpeaker};
use crate::phrase;
use crate::text::clock::clock_mm_ss;
use crate::text::width::{pad, width};
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint::{line_width, piece, plain, put, put_both};

/// Rows the block takes at least.
const HEIGHT: u16 = 3;
/// From this many rows of the desk on, those who wait have a row each, with the reason.
const TALL: u16 = 28;
/// Most such rows.
const MOST_ROWS: u16 = 6;
/// Most names on one row; those beyond the line's end need not be worked out.
const MOST_NAMES: usize = 40;
/// Stands for names there is no room for.
const CUT: &str = "..";
/// Columns of the bar that shows how much of a turn is used.
const BAR: usize = 9;

/// Rows the block takes where there are so many below the head.
#[must_use]
pub fn height(item: &Item, rows: u16) -> u16 {
    if rows < TALL {
        return HEIGHT.min(rows);
    }
    // The first who waits stands in the row above.
    let others = u16::try_from(item.hands.len()).unwrap_or(u16::MAX).saturating_sub(1);
    HEIGHT + others.min(MOST_ROWS)
}

/// Draws the block.
pub fn draw(model: &Model, item: &Item, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let titles = [id::FLOOR_TITLE, id::NEXT_TITLE, id::QUEUE_TITLE].map(|title| words.say(title));
    let column = titles.iter().map(|title| width(title)).max().unwrap_or(0) + 1;
    let label = |at: usize| {
        let title = titles.get(at).map_or("", String::as_str);
        piece(&pad(title, column), theme.strong)
    };
    if let Some(floor) = model.session().floor {
        let mut left = Line::from(label(0));
        if let Some(person) = model.session().person(floor.person) {
            left.spans.extend(named(model, person, floor));
        }
        put_both(buf, area, 0, left, clock(model, floor));
    } else {
        let free = piece(&words.say(id::FLOOR_FREE), theme.dim);
        put(buf, area, 0, Line::from(vec![label(0), free]));
    }
    let rows = area.height.saturating_sub(HEIGHT);
    let most = if rows > 0 { usize::from(rows) + 1 } else { MOST_NAMES };
    let order = queue::order(model.session(), most);
    put(buf, area, 1, next(model, order.first(), label(1)));
    let count = plain(&count(model, item));
    let chair = chair(model);
    if rows == 0 {
        let cols = usize::from(area.width).saturating_sub(line_width(&chair));
        // Whoever is next stands above, unless the row above tells who was interrupted.
        let told = usize::from(model.session().interrupted.is_none());
        let names = names(model, &order, told, vec![label(2), count], cols);
        put_both(buf, area, 2, names, chair);
        return;
    }
    let first = order.get(..1).unwrap_or_default();
    let names = names(model, first, 0, vec![label(2), count], area.width.into());
    put_both(buf, area, 2, names, chair);
    for (at, next) in order.iter().enumerate().skip(1) {
        let mut line = Line::from(plain(&" ".repeat(column)));
        line.spans.extend(waiting(model, at, next));
        let why = phrase::why_in_queue(words, model.session(), next, model.now);
        line.spans.push(piece(&format!("  {why}"), theme.dim));
        put(buf, area, at + 2, line);
    }
}

fn named(model: &Model, person: &Participant, floor: Floor) -> Vec<Span<'static>> {
    let household = person.household.as_deref().unwrap_or_default();
    let mut spans = vec![piece(&person.name, model.theme.strong)];
    if let Some(kind) = phrase::hand_kind(&model.words, floor.kind) {
        let kind = model.words.tell(id::FLOOR_KIND, &[("kind", kind.into())]);
        spans.push(piece(&kind, model.theme.warn));
        return spans;
    }
    spans.push(piece(&format!(" {}", phrase::role(&model.words, &person.role)), model.theme.dim));
    spans.push(piece(&format!(" {household}"), model.theme.dim));
    spans
}

/// `1:42 / 3:00 [=====----]`, that the end is near, or by how much the turn is over.
fn clock(model: &Model, floor: Floor) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let limit = model.session().turn_seconds();
    let spent = floor.watch.read(model.now);
    let shown = clock_mm_ss(spent.into());
    if limit == 0 {
        return Line::from(plain(&shown));
    }
    let text = format!("{shown} / {}", clock_mm_ss(limit.into()));
    let (beside, style) = if spent > limit {
        let over = clock_mm_ss(i64::from(spent - limit));
        let over = words.tell(id::FLOOR_OVER, &[("time", over.into())]);
        (format!("[{over}]"), theme.bad)
    } else if model.session().turn_nears_end(spent) {
        (format!("[{}]", words.say(id::FLOOR_WARNS)), theme.warn)
    } else if !floor.kind.is_turn() {
        // What it is stands beside the name, and needs the room.
        return Line::from(piece(&text, theme.good));
    } else {
        let used = usize::try_from(u64::from(spent) * BAR as u64 / u64::from(limit));
        (theme.glyphs.bar(used.unwrap_or(BAR), BAR), theme.good)
    };
    Line::from(vec![piece(&text, style), plain(" "), piece(&beside, style)])
}

fn next(model: &Model, next: Option<&NextSpeaker>, label: Span<'static>) -> Line<'static> {
    let (words, session) = (&model.words, model.session());
    if let Some(waits) = session.interrupted {
        let name = session.name_of(waits.person).into();
        let told = words.tell(id::FLOOR_INTERRUPTS, &[("name", name)]);
        return Line::from(vec![label, piece(&told, model.theme.warn)]);
    }
    let Some(next) = next else {
        let nobody = piece(&words.say(id::NEXT_NOBODY), model.theme.dim);
        return Line::from(vec![label, nobody]);
    };
    let why = phrase::why_next(words, session, next, model.now);
    let mut line = Line::from(vec![label, piece(session.name_of(next.person), model.theme.next)]);
    if let Some(stance) = next.stance {
        line.spans.push(piece(&stance.mark().to_string(), model.theme.stance(Some(stance))));
    }
    line.spans.push(piece(&format!("  {why}"), model.theme.dim));
    line
}

/// How many wait, and whether more may.
fn count(model: &Model, item: &Item) -> String {
    if item.list_closed {
        format!("{} {}  ", item.hands.len(), model.words.say(id::QUEUE_LIST_CLOSED))
    } else {
        format!("{}  ", item.hands.len())
    }
}

/// Who chairs in the facilitator's place.
fn chair(model: &Model) -> Line<'static> {
    let session = model.session();
    let told = session
        .chair
        .map(|chair| model.words.tell(id::FLOOR_CHAIR, &[("name", session.name_of(chair).into())]));
    told.map_or_else(Line::default, |told| Line::from(piece(&told, model.theme.warn)))
}

/// Names one beside another from a place on, as many as there is room for.
fn names(
    model: &Model,
    order: &[NextSpeaker],
    from: usize,
    before: Vec<Span<'static>>,
    cols: usize,
) -> Line<'static> {
    let mut line = Line::from(before);
    for (at, next) in order.iter().enumerate().skip(from) {
        let one = Line::from(waiting(model, at, next));
        // Behind the last nothing has to be told.
        let behind = if at + 1 < order.len() { 2 + CUT.len() } else { 0 };
        if line_width(&line) + line_width(&one) + behind > cols && at > from {
            line.spans.push(piece(CUT, model.theme.dim));
            break;
        }
        line.spans.extend(one.spans);
        line.spans.push(plain("  "));
    }
    line
}

/// `2 李强-（第 2 次）`
fn waiting(model: &Model, at: usize, next: &NextSpeaker) -> Vec<Span<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let mut spans = vec![
        piece(&format!("{} ", at + 1), theme.dim),
        plain(model.session().name_of(next.person)),
    ];
    if let Some(stance) = next.stance {
        spans.push(piece(&stance.mark().to_string(), theme.stance(Some(stance))));
    }
    if let Some(kind) = phrase::hand_kind(words, next.kind) {
        spans.push(piece(&words.tell(id::FLOOR_KIND, &[("kind", kind.into())]), theme.warn));
    } else if next.turns > 0 {
        let turn = words.tell(id::QUEUE_TURN, &[("turn", (next.turns + 1).into())]);
        spans.push(piece(&turn, theme.dim));
    }
    spans
}
