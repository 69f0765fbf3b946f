//! What is being agreed on the item on the table: the text, and the count of hands on it.

use ratatui::style::Style;

use super::model::Model;
use super::view::{Block, says};
use crate::domain::agreement::Vote;
use crate::domain::item::Item;
use crate::phrase;
use crate::text::words::id;
use crate::tui::paint::{piece, wrapped};

/// The latest resolution that stands with the count on it, and a count on a question if that came
/// last; in at most so many rows.
pub fn agreed(model: &Model, item: &Item, cols: usize, most: usize) -> Block {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let standing = item.resolutions.iter().rev().filter_map(|id| session.resolution(*id));
    let resolution = standing.into_iter().find(|resolution| !resolution.withdrawn);
    let question = item.votes.last().and_then(|id| session.vote(*id));
    let question = question.filter(|vote| vote.resolution.is_none());
    let mut block = Block::new();
    if let Some(resolution) = resolution {
        let vote = resolution.vote.and_then(|id| session.vote(id));
        let (message, state) = match vote {
            Some(vote) if !vote.announced => {
                (id::ROOM_RESOLUTION, (words.say(id::ROOM_COUNTING), theme.warn))
            }
            Some(vote) => (id::ROOM_RESOLUTION_COUNTED, result(model, vote)),
            None => (id::ROOM_RESOLUTION, (words.say(id::RESOLUTION_NONE), theme.warn)),
        };
        let number = phrase::resolution_name(resolution.id);
        let heading = words.tell(message, &[("number", number.into())]);
        block.push(says(&heading, Style::new()).and(piece(&state.0, state.1)));
        let counted = vote.filter(|vote| vote.announced).map_or_else(Block::new, |vote| {
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
        if vote.announced {
            block.extend(count(model, vote, cols, rows));
        }
    }
    block.truncate(most);
    block
}

/// Nothing of it before it is announced.
fn result(model: &Model, vote: &Vote) -> (String, Style) {
    if !vote.announced {
        return (model.words.say(id::ROOM_COUNTING), model.theme.warn);
    }
    let style = if vote.carried { model.theme.good } else { model.theme.bad };
    (phrase::finding(&model.words, vote.finding), style)
}

fn count(model: &Model, vote: &Vote, cols: usize, rows: usize) -> Block {
    let told = phrase::counted(&model.words, vote.into());
    let (_, style) = result(model, vote);
    wrapped(&told, cols, rows.clamp(1, 2)).iter().map(|row| says(row, style)).collect()
}
