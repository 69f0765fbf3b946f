//! What is shown while no item is on the table: the agenda before the opening and between items,
//! what was agreed after the closing. What comes is told in large type where there is room left.

use chrono::{NaiveDate, NaiveTime};
use ratatui::style::Style;
use ratatui::text::Line;

use super::large;
use super::model::Model;
use super::view::{Block, Room, Row, says};
use crate::domain::action::Action;
use crate::domain::agreement::Resolution;
use crate::domain::item::{Item, ItemState};
use crate::domain::plan::planned_seconds;
use crate::phrase;
use crate::text::dates::{long_date, short_date};
use crate::text::width::{clean, clip, pad, pad_left, width};
use crate::text::words::{Id, id};
use crate::tui::paint::{line_width, piece, plain, wrapped};
use crate::tui::verdict::told_verdict;

/// Columns of an entry's number.
const NUMBER: usize = 5;
/// Columns an owner may take.
const OWNER: usize = 18;
/// Rows an entry may take.
const ENTRY: usize = 3;
/// Rows that stay empty around something in large type.
const GAPS: usize = 4;
/// Rows that something announced in large type takes at most.
const ANNOUNCED: usize = 14;
/// From this many minutes on nobody counts how long it is until a meeting begins.
const MOST_MINUTES: u32 = 90;

/// Before the opening: which meeting, when, where, with whom, about what.
pub fn waiting(model: &Model, room: Room) -> Vec<Block> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let here = session.present().count();
    let signed_in = words.tell(id::ROOM_SIGNED_IN, &[("count", here.into())]);
    let head = says(&words.say(id::ROOM_WAITING), theme.strong).and(plain(&signed_in));
    let setup = &session.setup;
    let mut date = long_date(setup.on, words.lang());
    if let Some(time) = setup.starts {
        date = format!("{date}  {}", starts(model, setup.on, time));
    }
    let details: [(Id, Option<&str>); 3] = [
        (id::ROOM_DATE, Some(&date)),
        (id::ROOM_PLACE, setup.place.as_deref()),
        (id::ROOM_FACILITATOR, setup.facilitator.as_deref()),
    ];
    let labels = details.map(|(label, _)| width(&words.say(label)));
    let column = labels.into_iter().max().unwrap_or(0) + 2;
    let details: Block = details
        .into_iter()
        .filter_map(|(label, text)| {
            let label = pad(&words.say(label), column);
            Some(Row::of(vec![plain(&label), plain(text?)]))
        })
        .collect();
    let hint: Block = wrapped(&words.say(id::ROOM_WAITING_HINT), room.cols, 2)
        .iter()
        .map(|row| says(row, theme.next))
        .collect();
    let taken = 1 + details.len() + hint.len();
    let agenda = agenda(model, room.rows.saturating_sub(taken));
    let free = room.rows.saturating_sub(taken + agenda.len() + GAPS);
    let title = announced(model, &setup.title, room.wide, free);
    let mut blocks = vec![vec![head], title, details, agenda, hint];
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// When the meeting is to begin, and on its day how long that is from now.
fn starts(model: &Model, on: NaiveDate, time: NaiveTime) -> String {
    let words = &model.words;
    let told = phrase::clock_time(time);
    let left = on.and_time(time) - model.now.naive_local();
    match u32::try_from((left.num_seconds() + 59).div_euclid(60)) {
        Ok(minutes @ 1..=MOST_MINUTES) => {
            let values = [("time", told.into()), ("minutes", minutes.into())];
            words.tell(id::ROOM_STARTS_IN, &values)
        }
        _ => told,
    }
}

/// What comes, in large type if so many rows hold it.
fn announced(model: &Model, text: &str, cols: usize, free: usize) -> Block {
    let rows = large::rows(model, text, cols, free.min(ANNOUNCED));
    large::block(model, text, rows).unwrap_or_default()
}

/// Between two items, and after the last.
pub fn between(model: &Model, room: Room) -> Vec<Block> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let told = match session.next_item() {
        Some(item) => {
            let place = session.place_of(item.id).unwrap_or_default();
            let title: &str = &item.title;
            let values = [("place", place.into()), ("title", title.into())];
            words.tell(id::ROOM_BETWEEN_NEXT, &values)
        }
        None => words.say(id::ROOM_BETWEEN_DONE),
    };
    let mut head = vec![says(&words.say(id::ROOM_BETWEEN), theme.dim)];
    head.extend(wrapped(&told, room.cols, 2).iter().map(|row| says(row, theme.next)));
    let agenda = agenda(model, room.rows.saturating_sub(head.len()));
    let free = room.rows.saturating_sub(head.len() + agenda.len() + GAPS);
    let title = session.next_item().map(|item| announced(model, &item.title, room.wide, free));
    head.extend(title.unwrap_or_default());
    vec![head, agenda]
}

/// The agenda with minutes planned, or how each item ended, in at most so many rows. What comes
/// next stays in sight.
fn agenda(model: &Model, rows: usize) -> Block {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let planned = planned_seconds(session) / 60;
    let heading = if planned > 0 {
        words.tell(id::ROOM_AGENDA_PLANNED, &[("minutes", planned.into())])
    } else {
        words.say(id::ROOM_AGENDA)
    };
    let mut block = vec![says(&heading, Style::new())];
    let count = session.order.len();
    if count == 0 {
        block.push(says(&words.say(id::ROOM_AGENDA_NONE), Style::new()));
    }
    let room = rows.saturating_sub(1);
    let next = session.next_item().and_then(|item| session.place_of(item.id));
    let at = next.map_or(count.saturating_sub(1), |place| place - 1);
    let first = if count <= room { 0 } else { at.saturating_sub(room / 2).min(count - room) };
    let more =
        |message, hidden: usize| says(&words.tell(message, &[("count", hidden.into())]), theme.dim);
    let last = first + room.min(count);
    for (place, item) in session.agenda().enumerate().skip(first).take(room) {
        let sign = place == at;
        block.push(if place == first && first > 0 && !sign {
            more(id::AGENDA_MORE_ABOVE, first + 1)
        } else if place + 1 == last && last < count && !sign {
            more(id::AGENDA_MORE_BELOW, count - last + 1)
        } else {
            agenda_row(model, item, place + 1)
        });
    }
    block
}

fn agenda_row(model: &Model, item: &Item, place: usize) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let style = match item.state {
        ItemState::Closed(..) => theme.dim,
        ItemState::Waiting | ItemState::Open => Style::new(),
    };
    let number = pad_left(&place.to_string(), NUMBER - 2);
    let row = Row::of(vec![piece(&format!("{number}  "), theme.dim), piece(&item.title, style)]);
    match (&item.state, item.minutes) {
        (ItemState::Closed(outcome, _), _) => {
            row.and(piece(&phrase::outcome(words, *outcome), theme.dim))
        }
        (_, Some(minutes)) => {
            row.and(plain(&words.tell(id::ROOM_MINUTES, &[("minutes", minutes.into())])))
        }
        (_, None) => row,
    }
}

/// After the closing: resolutions and actions. What does not fit is told, and can be turned to.
pub fn closed(model: &Model, room: Room) -> Vec<Block> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut head = says(&words.say(id::ROOM_CLOSED), theme.strong);
    if let Some(at) = session.closed {
        let time = at.with_timezone(model.now.offset()).format("%H:%M").to_string();
        head =
            head.and(piece(&words.tell(id::ROOM_CLOSED_AT, &[("time", time.into())]), theme.dim));
    }
    let standing = session.resolutions.iter().filter(|it| !it.withdrawn);
    let resolutions: Vec<Block> =
        standing.map(|it| resolution_rows(model, it, room.cols)).collect();
    let standing = session.actions.iter().filter(|it| it.dropped.is_none());
    let actions: Vec<Block> = standing.map(|it| action_rows(model, it, room.cols)).collect();
    let section = |some, none, entries: Vec<Block>| {
        let heading = match entries.len() {
            0 => words.say(none),
            count => words.tell(some, &[("count", count.into())]),
        };
        Section { heading: says(&heading, theme.strong), entries }
    };
    let sections = [
        section(id::ROOM_RESOLUTIONS, id::ROOM_RESOLUTIONS_NONE, resolutions),
        section(id::ROOM_ACTIONS, id::ROOM_ACTIONS_NONE, actions),
    ];
    vec![vec![head], turned(model, sections, room.rows.saturating_sub(1))]
}

/// Entries under a heading.
struct Section {
    heading: Row,
    entries: Vec<Block>,
}

/// Sections from the entry on that was turned to, in at most so many rows.
fn turned(model: &Model, sections: [Section; 2], rows: usize) -> Block {
    let more = |message, hidden: usize| {
        let mut values = model.keys.values();
        values.push(("count", hidden.into()));
        says(&model.words.tell(message, &values), model.theme.dim)
    };
    let count: usize = sections.iter().map(|section| section.entries.len()).sum();
    let passed = model.passed.min(count.saturating_sub(1));
    let mut list = Block::new();
    if passed > 0 {
        list.push(more(id::ROOM_MORE_ABOVE, passed));
    }
    let mut shown = passed;
    let mut before = 0;
    'all: for Section { heading, entries } in sections {
        let skipped = passed.saturating_sub(before);
        before += entries.len();
        if passed > 0 && before <= passed {
            continue;
        }
        let mut block = if list.is_empty() { Block::new() } else { vec![Row::default()] };
        block.push(heading);
        if entries.is_empty() {
            list.append(&mut block);
        }
        for entry in entries.into_iter().skip(skipped) {
            block.extend(entry);
            // A row is kept for what is told of the rest.
            let kept = usize::from(shown + 1 < count);
            if list.len() + block.len() + kept > rows {
                break 'all;
            }
            list.append(&mut block);
            shown += 1;
        }
    }
    if shown < count {
        list.push(more(id::ROOM_MORE_BELOW, count - shown));
    }
    list
}

fn entry(number: &str, text: &str, right: Line<'static>, cols: usize) -> Block {
    let cols = cols.saturating_sub(NUMBER + line_width(&right) + 2).max(12);
    let mut rows: Block = wrapped(text, cols, ENTRY)
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let number = if at == 0 { number } else { "" };
            Row::of(plain(&format!("{}{text}", pad(number, NUMBER))))
        })
        .collect();
    if let Some(first) = rows.first_mut() {
        first.right = right;
    }
    rows
}

fn resolution_rows(model: &Model, resolution: &Resolution, cols: usize) -> Block {
    let stands = told_verdict(&model.words, &model.theme, model.session(), resolution);
    let number = phrase::resolution_name(resolution.id);
    entry(&number, &resolution.text, Line::from(stands), cols)
}

fn action_rows(model: &Model, action: &Action, cols: usize) -> Block {
    let (words, theme) = (&model.words, &model.theme);
    let mut right = match &action.owner {
        Some(owner) => Line::from(piece(&clip(&clean(owner), OWNER), theme.key)),
        None => Line::from(piece(&words.say(id::ROOM_OWNER_NONE), theme.warn)),
    };
    if let Some(due) = action.due {
        right.spans.push(plain(&format!("  {}", short_date(due, words.lang()))));
    }
    entry(&phrase::action_name(action.id), &action.what, right, cols)
}
