//! Who has the floor, and what is left of the turn.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::digits;
use super::model::Model;
use super::view::{Block, Row, says};
use crate::domain::item::Floor;
use crate::phrase;
use crate::text::clock::clock_mm_ss;
use crate::text::words::id;
use crate::tui::paint::{piece, plain};

/// A time as wide as they come: the digits keep their size when a minute passes.
const WIDE: &str = "+00:00";

/// The row above the digits: who it is, unless the name stands below in large type. What it says
/// at the right is told there: the time in words, or how long a turn may be.
pub fn floor_row(model: &Model, label: &str, named: bool, right: Option<Span<'static>>) -> Row {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut line = Line::from(plain(label));
    let Some(floor) = session.floor else {
        line.spans.push(plain(&words.say(id::FLOOR_FREE)));
        return Row::of(line);
    };
    if named {
        line.spans.push(piece(session.name_of(floor.person), theme.strong));
        line.spans.push(plain("  "));
    }
    if let Some(kind) = phrase::hand_kind(words, floor.kind) {
        line.spans.push(piece(&format!("{kind}  "), theme.warn));
    }
    if let Some(person) = session.person(floor.person) {
        let household = person.household.as_deref().unwrap_or_default();
        line.spans.push(plain(&format!("{} {household}", phrase::role(words, &person.role))));
    }
    let limit = session.turn_seconds();
    match right {
        Some(right) => Row::of(line).and(right),
        None if limit == 0 => Row::of(line),
        None => {
            let limit = phrase::duration(words, limit);
            Row::of(line).and(plain(&words.tell(id::ROOM_FLOOR_LIMIT, &[("time", limit.into())])))
        }
    }
}

/// The time of a turn: in digits, in words, and how it looks.
pub struct Turn {
    digits: String,
    words: String,
    style: Style,
}

impl Turn {
    /// The turn of whoever has the floor.
    pub fn of(model: &Model, floor: Floor) -> Self {
        let (words, theme) = (&model.words, &model.theme);
        let limit = model.session().turn_seconds();
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
        let near = model.session().turn_nears_end(spent);
        Self {
            digits: clock_mm_ss(left.into()),
            words: told(id::ROOM_FLOOR_LEFT, left),
            style: if near { theme.warn } else { theme.good },
        }
    }

    /// The largest scale of the digits that so many columns hold; 0 when not even the smallest fits.
    pub fn widest(&self, cols: usize) -> usize {
        let fits = |scale: &usize| {
            digits::columns(&self.digits, *scale).max(digits::columns(WIDE, *scale)) <= cols
        };
        (1..=super::sizes::LARGEST).rev().find(fits).unwrap_or(0)
    }

    /// The time in words.
    pub fn told(&self) -> Span<'static> {
        piece(&self.words, self.style)
    }

    /// The digits at a scale, each dot a cell filled with its own colour. Where there are no
    /// colours the `#` is seen. At scale 0 they are written as they are.
    pub fn large(&self, scale: usize) -> Block {
        if scale == 0 {
            return vec![says(&self.digits, self.style)];
        }
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
