//! `update`: keys, the wheel and beats change the replay.

use crossterm::event::{KeyEvent, MouseEvent, MouseEventKind};

use super::model::{Model, SPEEDS};
use crate::text::words::Words;
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::keymap::Does;

/// Lines that a page is where no item begins.
const PAGE: usize = 20;

/// What something led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing.
    Same,
    /// The screen looks different now.
    Draw,
    /// Back to where one came from.
    Leave,
}

/// Takes a key.
pub fn on_key(model: &mut Model, key: KeyEvent) -> Outcome {
    let meaning = model.keys.meaning(key);
    if model.aid.is_some() && !matches!(meaning, Some(Does::Language | Does::Theme)) {
        return on_aid_key(model, key, meaning);
    }
    meaning.map_or(Outcome::Same, |does| on_meaning(model, does))
}

/// A key while help or palette is open.
fn on_aid_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>) -> Outcome {
    let offers = model.offers();
    let Some(aid) = &mut model.aid else { return Outcome::Same };
    match aid.key(key, meaning, &offers) {
        Helped::Stays => Outcome::Draw,
        Helped::Closed | Helped::Chose(Offered::Begin(_)) => {
            model.aid = None;
            Outcome::Draw
        }
        Helped::Chose(Offered::Does(does)) => {
            model.aid = None;
            match on_meaning(model, does) {
                Outcome::Leave => Outcome::Leave,
                Outcome::Same | Outcome::Draw => Outcome::Draw,
            }
        }
    }
}

fn on_meaning(model: &mut Model, does: Does) -> Outcome {
    let to = match does {
        Does::Forward | Does::Next => model.at().saturating_add(1),
        Does::Back | Does::Previous => model.at().saturating_sub(1),
        Does::ScrollDown => model.landmark(true, PAGE),
        Does::ScrollUp => model.landmark(false, PAGE),
        Does::First => 0,
        Does::Last => usize::MAX,
        other => return on_other(model, other),
    };
    // Whoever steps wants to stay there.
    model.plays = false;
    model.go(to);
    Outcome::Draw
}

fn on_other(model: &mut Model, does: Does) -> Outcome {
    match does {
        Does::Play | Does::Submit => {
            model.plays = !model.plays;
            // After the last line it begins anew.
            if model.plays && model.at() + 1 >= model.count() {
                model.go(0);
            }
        }
        Does::Faster => model.speed = (model.speed + 1).min(SPEEDS.len() - 1),
        Does::Slower => model.speed = model.speed.saturating_sub(1),
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::Language => {
            model.desk.words = Words::new(model.words().lang().other());
            model.tell_again();
        }
        Does::Theme => {
            model.desk.theme = model.desk.theme.next();
            model.told = model.desk.theme.told(model.words());
        }
        Does::Cancel | Does::Quit => return Outcome::Leave,
        // Keys of other screens; the keymap gives this one none of them.
        _ => return Outcome::Same,
    }
    Outcome::Draw
}

/// Takes the mouse: its wheel steps.
pub fn on_mouse(model: &mut Model, mouse: MouseEvent) -> Outcome {
    match mouse.kind {
        _ if model.aid.is_some() => Outcome::Same,
        MouseEventKind::ScrollDown => on_meaning(model, Does::Forward),
        MouseEventKind::ScrollUp => on_meaning(model, Does::Back),
        _ => Outcome::Same,
    }
}

/// Takes a pasted text, which only the palette has a line for.
pub fn on_paste(model: &mut Model, text: &str) -> Outcome {
    let Some(aid) = &mut model.aid else { return Outcome::Same };
    aid.paste(text);
    Outcome::Draw
}
