//! The mouse on the form, for those who want it: the wheel moves the bar, a click puts it on a row.
//! Nothing needs it.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use super::model::Model;
use super::msg::Effect;
use super::over;
use super::update::{go, put_bar};
use super::view::field_at;
use crate::tui::keymap::Does;
use crate::tui::stage::Pointer;

/// Takes the mouse in; whether the screen looks different now.
pub(super) fn on_mouse(model: &mut Model, pointer: Pointer, effects: &mut Vec<Effect>) -> bool {
    let event = pointer.event;
    match event.kind {
        MouseEventKind::ScrollUp => wheel(model, Does::Previous, effects),
        MouseEventKind::ScrollDown => wheel(model, Does::Next, effects),
        MouseEventKind::Down(MouseButton::Left) if model.aid.is_none() && model.over.is_none() => {
            let place = Position::new(event.column, event.row);
            match field_at(model, pointer.screen, place).filter(|field| *field != model.here) {
                Some(field) => put_bar(model, field, effects),
                None => return false,
            }
        }
        _ => return false,
    }
    true
}

/// Moves what lies uppermost.
fn wheel(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    // No key of the keyboard: only what it would mean counts.
    let key = KeyCode::Null.into();
    if model.aid.is_some() {
        let offers = model.offers();
        if let Some(aid) = &mut model.aid {
            aid.key(key, Some(does), &offers);
        }
    } else if model.over.is_some() {
        over::on_key(model, key, Some(does), effects);
    } else {
        go(model, if does == Does::Previous { -1 } else { 1 }, effects);
    }
}
