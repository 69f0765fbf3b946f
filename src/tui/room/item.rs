//! The item on the table: its time, who has the floor, who is next, and what is being agreed.

use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::digits;
use super::model::Model;
use super::view::{Block, Room, Row, says};
use crate::domain::agreement::Vote;
use crate::domain::item::{Floor, Item};
use crate::domain::plan::{item_time, next_speaker};
use crate::domain::record::Moment;
use crate::phrase;
use crate::text::clock::clock_mm_ss;
use crate::text::width::{clean, pad, width};
use crate::text::words::{Id, Words, id};
use crate::tui::paint::{line_width, piece, plain, wrapped};

/// The largest scale of the digits.
const LARGEST: usize = 4;
/// From this many rows on there is room for gaps, a rule and a second row of the title.
const ROOMY: usize = 17;
/// From this many rows on the digits stand free.
const AIRY: usize = 20;
/// Rows that the text being agreed keeps at least: its heading and its beginning.
const TEXT: usize = 2;
/// A time as wide as they come: the digits keep their size when a minute passes.
const WIDE: &str = "+00:00";

/// The page.
pub fn blocks(model: &Model, item: &Item, room: Room) -> Vec<Block> {
    let words = &model.words;
    let labels = [id::ROOM_FLOOR, id::ROOM_NEXT].map(|label| words.say(label));
    let column = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let [floor_label, next_label] = labels.map(|label| pad(&label, column));
    let head = head(model, item, room);
    let queue = queue(model, item, &next_label, column);
    let agreed = agreed(model, item, room.cols, room.rows);
    let turn = model.session().floor.map(|floor| Turn::of(model, floor));
    let air = usize::from(room.rows >= AIRY && turn.is_some());
    let gaps = if room.rows >= ROOMY { 3 } else { 0 } + 2 * air;
    let fixed = head.len() + queue.len() + gaps + usize::from(turn.is_some()) + 1;
    let free = room.rows.saturating_sub(fixed);
    let mut floor = vec![floor_row(model, &floor_label)];
    if let Some(turn) = turn {
        let most = free.saturating_sub(agreed.len().min(TEXT));
        let (digits, words) = turn.rows(room.cols, most, free / 2);
        floor.extend(vec![Row::default(); air]);
        floor.extend(digits);
        floor.extend(vec![Row::default(); air]);
        floor.push(words);
    }
    let left = (room.rows + 2 * air).saturating_sub(head.len() + queue.len() + floor.len() + gaps);
    // Built again for what is left: a text that is too long is cut visibly.
    let agreed =
        if agreed.len() > left { self::agreed(model, item, room.cols, left) } else { agreed };
    let mut blocks = vec![head, floor, queue, agreed];
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Which item, and its clock against plan.
fn head(model: &Model, item: &Item, room: Room) -> Block {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let time = item_time(item, model.now);
    let style = match (time.is_over(), time.is_near()) {
        (true, _) => theme.bad,
        (false, true) => theme.warn,
        (false, false) => theme.good,
    };
    let place = session.place_of(item.id).unwrap_or(item.id.index() + 1);
    let values = [("place", place.into()), ("count", session.order.len().into())];
    let place = format!("{}  ", words.tell(id::ROOM_ITEM, &values));
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

fn floor_row(model: &Model, label: &str) -> Row {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut line = Line::from(plain(label));
    let Some(floor) = session.floor else {
        line.spans.push(plain(&words.say(id::FLOOR_FREE)));
        return Row::of(line);
    };
    line.spans.push(piece(session.name_of(floor.person), theme.strong));
    if let Some(person) = session.person(floor.person) {
        let household = person.household.as_deref().unwrap_or_default();
        let about = format!("  {} {household}", phrase::role(words, &person.role));
        line.spans.push(plain(&about));
    }
    let limit = session.setup.turn_seconds;
    if limit == 0 {
        return Row::of(line);
    }
    let limit = phrase::duration(words, limit);
    let limit = words.tell(id::ROOM_FLOOR_LIMIT, &[("time", limit.into())]);
    Row::of(line).and(plain(&limit))
}

/// The time of a turn: in digits, in words, and how it looks.
struct Turn {
    digits: String,
    words: String,
    style: Style,
}

impl Turn {
    fn of(model: &Model, floor: Floor) -> Self {
        let (words, theme) = (&model.words, &model.theme);
        let limit = model.session().setup.turn_seconds;
        let spent = floor.watch.read(model.now);
        let told = |message, seconds| {
            words.tell(message, &[("time", phrase::duration(words, seconds).into())])
        };
        if limit == 0 {
            let digits = clock_mm_ss(spent.into());
            return Self { digits, words: told(id::ROOM_FLOOR_SPOKEN, spent), style: theme.good };
        }
        if let Some(over) = spent.checked_sub(limit).filter(|over| *over > 0) {
            return Self {
                digits: format!("+{}", clock_mm_ss(over.into())),
                words: told(id::ROOM_FLOOR_OVER, over),
                style: theme.bad,
            };
        }
        let left = limit.saturating_sub(spent);
        // As on the desk: four fifths are used.
        let near = u64::from(spent) * 10 >= u64::from(limit) * 8;
        Self {
            digits: clock_mm_ss(left.into()),
            words: told(id::ROOM_FLOOR_LEFT, left),
            style: if near { theme.warn } else { theme.good },
        }
    }

    /// The largest digits that fit into so many rows, with the words below. Twice the smallest size
    /// and more only within `calm` rows.
    fn rows(&self, cols: usize, most: usize, calm: usize) -> (Block, Row) {
        let wide =
            |scale| digits::columns(&self.digits, scale).max(digits::columns(WIDE, scale)) <= cols;
        let high = |scale| {
            let rows = digits::ROWS * scale;
            rows <= most && (scale == 1 || rows <= calm)
        };
        let scale = (1..=LARGEST).rev().find(|scale| wide(*scale) && high(*scale));
        let digits = match scale {
            Some(scale) => self.large(scale),
            None => vec![says(&self.digits, self.style)],
        };
        (digits, says(&self.words, self.style))
    }

    /// The digits, each dot a cell filled with its own colour. Where there are no colours the `#`
    /// is seen.
    fn large(&self, scale: usize) -> Block {
        let filled = match self.style.fg {
            // Bold letters are brighter than the cell on many terminals.
            Some(colour) => self.style.bg(colour).remove_modifier(Modifier::BOLD),
            None => self.style,
        };
        let row = |text: &str| {
            let mut line = Line::default();
            let mut rest = text;
            while let Some(first) = rest.chars().next() {
                let end = rest.find(|c| c != first).unwrap_or(rest.len());
                let (run, after) = rest.split_at(end);
                let style = if first == '#' { filled } else { Style::new() };
                line.spans.push(piece(run, style));
                rest = after;
            }
            Row::of(line)
        };
        digits::large(&self.digits, scale).iter().map(|text| row(text)).collect()
    }
}

/// Who is next and why, and who else waits.
fn queue(model: &Model, item: &Item, label: &str, column: usize) -> Block {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut first = Line::from(plain(label));
    let Some(next) = next_speaker(session) else {
        first.spans.push(plain(&words.say(id::ROOM_QUEUE_NOBODY)));
        return vec![Row::of(first)];
    };
    first.spans.push(piece(session.name_of(next.person), theme.next));
    let why = phrase::why_next(words, &next, model.now);
    first.spans.push(plain(&format!("  {why}")));
    let mut block = vec![Row::of(first)];
    if next.others > 0 {
        let count = words.tell(id::ROOM_QUEUE, &[("count", next.others.into())]);
        let mut others = Line::from(plain(&" ".repeat(column)));
        others.spans.push(plain(&count));
        // Names beyond the line's end need not be worked out.
        for hand in item.hands.iter().skip(1).take(60) {
            others.spans.push(plain(&format!("  {}", session.name_of(hand.person))));
        }
        block.push(Row::of(others));
    }
    block
}

/// The latest resolution that stands with the count on it, and a count on a question if that came
/// last; in at most so many rows.
fn agreed(model: &Model, item: &Item, cols: usize, most: usize) -> Block {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let standing = item.resolutions.iter().rev().filter_map(|id| session.resolution(*id));
    let resolution = standing.into_iter().find(|resolution| !resolution.withdrawn);
    let question = item.votes.last().and_then(|id| session.vote(*id));
    let question = question.filter(|vote| vote.resolution.is_none());
    let mut block = Block::new();
    if let Some(resolution) = resolution {
        let vote = resolution.vote.and_then(|id| session.vote(id));
        let (message, state) = match vote {
            Some(vote) => (id::ROOM_RESOLUTION_COUNTED, result(model, vote)),
            None => (id::ROOM_RESOLUTION, (words.say(id::RESOLUTION_NONE), theme.warn)),
        };
        let number = phrase::resolution_name(resolution.id);
        let heading = words.tell(message, &[("number", number.into())]);
        block.push(says(&heading, Style::new()).and(piece(&state.0, state.1)));
        let counted = vote.map_or_else(Block::new, |vote| {
            // Its heading and a row of its words come first.
            count(model, vote, cols, most.saturating_sub(2))
        });
        let taken = block.len() + counted.len() + if question.is_some() { 2 } else { 0 };
        let rows = most.saturating_sub(taken).max(1);
        let text = wrapped(&resolution.text, cols, rows);
        block.extend(text.iter().map(|row| says(row, theme.strong)));
        block.extend(counted);
    }
    if let Some(vote) = question {
        let put = vote.question.as_deref().unwrap_or("?");
        let heading = words.tell(id::ROOM_QUESTION, &[("question", put.into())]);
        let (told, style) = result(model, vote);
        block.push(says(&heading, theme.strong).and(piece(&told, style)));
        let rows = most.saturating_sub(block.len());
        block.extend(count(model, vote, cols, rows));
    }
    block.truncate(most);
    block
}

fn result(model: &Model, vote: &Vote) -> (String, Style) {
    let (message, style) = if vote.carried {
        (id::VOTE_CARRIED, model.theme.good)
    } else {
        (id::VOTE_FAILED, model.theme.bad)
    };
    (model.words.say(message), style)
}

fn count(model: &Model, vote: &Vote, cols: usize, rows: usize) -> Block {
    let told = phrase::count(&model.words, vote.hands, vote.present, vote.threshold, vote.carried);
    let (_, style) = result(model, vote);
    wrapped(&told, cols, rows.clamp(1, 2)).iter().map(|row| says(row, style)).collect()
}
