//! Reading out what was agreed: the one whose turn it is, as large as it can be, so that everybody
//! sees what is going to be in the record.

use ratatui::text::Line;

use super::large;
use super::model::Model;
use super::view::{Block, Room, Row, says};
use crate::domain::action::Action;
use crate::domain::agreement::{Agreed, Resolution};
use crate::domain::read_back::{Reading, readings};
use crate::phrase;
use crate::text::dates::long_date;
use crate::text::width::{pad, width};
use crate::text::words::{Id, id};
use crate::tui::paint::{piece, plain, wrapped};
use crate::tui::verdict::told_verdict;

/// Rows that a text in the terminal's letters may take.
const TEXT: usize = 6;

/// The page: the first that is not confirmed; when all are, that it is done.
pub fn blocks(model: &Model, room: Room) -> Vec<Block> {
    let (words, theme) = (&model.words, &model.theme);
    let readings = readings(model.session());
    let count = readings.len();
    let confirmed = readings.iter().filter(|reading| reading.confirmed.is_some()).count();
    let so_far = words
        .tell(id::ROOM_READ_SO_FAR, &[("confirmed", confirmed.into()), ("count", count.into())]);
    let waits = readings.iter().enumerate().find(|(_, reading)| reading.confirmed.is_none());
    let Some((at, reading)) = waits else {
        let head = says(&words.say(id::ROOM_READ_DONE), theme.strong).and(plain(&so_far));
        return vec![vec![head], hint(model, id::ROOM_READ_DONE_HINT, room.cols)];
    };
    let number = phrase::agreed_name(reading.what);
    let values = [("number", number.into()), ("place", (at + 1).into()), ("count", count.into())];
    let head = says(&words.tell(id::ROOM_READ, &values), theme.strong).and(plain(&so_far));
    let details = details(model, reading, room.cols);
    let hint = hint(model, id::ROOM_READ_HINT, room.cols);
    // One row between each of the four.
    let taken = 1 + details.len() + hint.len() + 3;
    let text = text_of(model, reading.what).unwrap_or_default();
    let free = Room { rows: room.rows.saturating_sub(taken), ..room };
    let text = large::paragraph(model, text, free).unwrap_or_else(|| {
        wrapped(text, room.cols, TEXT).iter().map(|row| says(row, theme.strong)).collect()
    });
    let mut blocks = vec![vec![head], text, details, hint];
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn hint(model: &Model, message: Id, cols: usize) -> Block {
    let rows = wrapped(&model.words.say(message), cols, 2);
    rows.iter().map(|row| says(row, model.theme.next)).collect()
}

fn text_of(model: &Model, what: Agreed) -> Option<&str> {
    let session = model.session();
    match what {
        Agreed::Resolution(id) => session.resolution(id).map(|it| it.text.as_ref()),
        Agreed::Action(id) => session.action(id).map(|it| it.what.as_ref()),
    }
}

/// Who, by when and how one will see it, or what came of the vote; then what is missing.
fn details(model: &Model, reading: &Reading<'_>, cols: usize) -> Block {
    let (session, words) = (model.session(), &model.words);
    let mut block = match reading.what {
        Agreed::Resolution(id) => {
            session.resolution(id).map(|it| voted(model, it)).unwrap_or_default()
        }
        Agreed::Action(id) => {
            session.action(id).map(|it| promised(model, it, cols)).unwrap_or_default()
        }
    };
    // A resolution's result says already that it was not voted on, or failed.
    if matches!(reading.what, Agreed::Action(_)) && !reading.gaps.is_empty() {
        let gaps: Vec<String> = reading.gaps.iter().map(|gap| phrase::gap(words, *gap)).collect();
        let gaps = phrase::comma_list(words, &gaps);
        block.push(says(&gaps, model.theme.warn));
    }
    block
}

fn voted(model: &Model, resolution: &Resolution) -> Block {
    let (session, words) = (model.session(), &model.words);
    let label = plain(&format!("{}  ", words.say(id::ROOM_READ_VOTE)));
    let result = told_verdict(words, &model.theme, session, resolution);
    vec![Row::of(vec![label, result])]
}

fn promised(model: &Model, action: &Action, cols: usize) -> Block {
    let words = &model.words;
    let due = action.due.map(|due| long_date(due, words.lang()));
    let told: [(Id, Option<&str>); 3] = [
        (id::ROOM_READ_OWNER, action.owner.as_deref()),
        (id::ROOM_READ_DUE, due.as_deref()),
        (id::ROOM_READ_TEST, action.test.as_deref()),
    ];
    let labels = told.map(|(label, _)| words.say(label));
    let column = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let mut block = Block::new();
    for (label, (_, text)) in labels.iter().zip(told) {
        let Some(text) = text else { continue };
        for (at, row) in wrapped(text, cols.saturating_sub(column), 2).iter().enumerate() {
            let label = if at == 0 { label.as_str() } else { "" };
            let spans = vec![plain(&pad(label, column)), piece(row, model.theme.strong)];
            block.push(Row::of(Line::from(spans)));
        }
    }
    block
}
