//! How the opinions on each item are divided, as bars: each position begins where the one before
//! ends, so that together they make the whole.

use super::places::{Places, Thing};
use super::row::{Kind, Meaning, Piece, Row, Scale};
use crate::domain::heard::{ItemTally, tallies};
use crate::domain::opinion::Stance;
use crate::domain::session::Session;
use crate::phrase::stance as stance_word;
use crate::text::width::{pad, pad_left};
use crate::text::words::{Words, id};

/// Columns of a position, as of the names above.
const NAME_COLS: usize = 26;

/// A position, or that none was stated.
#[must_use]
pub fn position(words: &Words, stance: Option<Stance>) -> String {
    stance.map_or_else(|| words.say(id::FIGURES_NO_STANCE), |stance| stance_word(words, stance))
}

/// The rows of it; none before anything was said.
pub(super) fn rows(words: &Words, session: &Session, places: &Places) -> Vec<Row> {
    let said: Vec<ItemTally> =
        tallies(session).into_iter().filter(|tally| tally.opinions() > 0).collect();
    if said.is_empty() {
        return Vec::new();
    }
    let heading = vec![Piece::new(&words.say(id::FIGURES_BY_STANCE), Meaning::Strong)];
    let mut rows = vec![Row::blank(), Row::new(Kind::Heading, None, heading)];
    for tally in said {
        let title = session.item(tally.item).map_or("?", |item| &item.title);
        let place = session.place_of(tally.item).unwrap_or(tally.item.0 as usize);
        let values = [("place", place.into()), ("title", title.into())];
        let name = vec![Piece::plain(&words.tell(id::FIGURES_ITEM, &values))];
        let count = words.tell(id::FIGURES_COUNT, &[("count", tally.opinions().into())]);
        let seq = places.of(Thing::ItemOpened(tally.item));
        rows.push(
            Row::new(Kind::Group, seq, name)
                .after(vec![Piece::plain("  ")])
                .with(vec![Piece::plain(&count)]),
        );
        rows.extend(bars(words, &tally));
    }
    rows
}

fn bars(words: &Words, tally: &ItemTally) -> Vec<Row> {
    let mut from = 0;
    let mut rows = Vec::new();
    for (stance, length) in tally.parts().filter(|(_, count)| *count > 0) {
        let scale = Scale { from, length, whole: tally.opinions() };
        from += length;
        let name = pad(&position(words, stance), NAME_COLS);
        let meaning = stance.map_or(Meaning::Plain, Meaning::Stance);
        let share = format!("{}%", scale.percent());
        let figures = format!("{}{}", pad_left(&length.to_string(), 7), pad_left(&share, 6));
        rows.push(
            Row::new(Kind::Entry, None, Vec::new())
                .after(vec![Piece::plain("  "), Piece::new(&name, meaning), Piece::plain("  ")])
                .with(vec![Piece::plain(&figures)])
                .scaled(scale),
        );
    }
    rows
}
