//! The mouse on the desk, for those who want it: the wheel scrolls, a click selects. Nothing needs
//! it.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use super::model::{Model, Panel};
use super::update::accept_completion;
use super::view::{Spot, spot_at};
use crate::tui::keymap::Does;
use crate::tui::stage::Pointer;

/// Rows that the wheel turns by.
const WHEEL: usize = 3;

/// Takes the mouse in; whether the screen looks different now.
pub fn on_mouse(model: &mut Model, pointer: Pointer) -> bool {
    match pointer.event.kind {
        MouseEventKind::ScrollUp => scroll(model, true),
        MouseEventKind::ScrollDown => scroll(model, false),
        MouseEventKind::Down(MouseButton::Left) => {
            let place = Position::new(pointer.event.column, pointer.event.row);
            spot_at(model, pointer.screen, place).is_some_and(|spot| click(model, spot))
        }
        _ => false,
    }
}

/// Scrolls what lies uppermost.
fn scroll(model: &mut Model, up: bool) -> bool {
    if model.aid.is_some() {
        let meaning = if up { Does::Previous } else { Does::Next };
        let offers = model.offers();
        let Some(aid) = &mut model.aid else { return false };
        for _ in 0..WHEEL {
            // Only Enter and Esc lead anywhere else.
            aid.key(KeyCode::Null.into(), Some(meaning), &offers);
        }
        return true;
    }
    let moved = |at: usize, back: bool| {
        if back { at.saturating_sub(WHEEL) } else { at.saturating_add(WHEEL) }
    };
    match &mut model.panel {
        Some(Panel::Close { scrolled, .. } | Panel::Heard { scrolled }) => {
            *scrolled = moved(*scrolled, up);
        }
        Some(Panel::EndItem { .. } | Panel::LeaveUnsaved) => return false,
        // The opinions are scrolled back from the latest.
        None => model.scrolled = moved(model.scrolled, !up).min(u32::MAX as usize),
    }
    true
}

fn click(model: &mut Model, spot: Spot) -> bool {
    match (spot, &mut model.panel) {
        (Spot::Completion(at), None) if at < model.completions.len() => {
            model.chosen = Some(at);
            accept_completion(model);
        }
        (Spot::Choice(at), Some(Panel::EndItem { choice, warned })) => {
            (*choice, *warned) = (at, false);
        }
        _ => return false,
    }
    true
}
