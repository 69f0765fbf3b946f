//! The mouse on the board: a click puts the bar on what is there, a second one opens it, the wheel
//! moves it. Nothing needs it.

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::layout::Position;

use super::model::{Model, Panel};
use super::msg::Effect;
use super::update::{accept_completion, on_meaning};
use super::view::{Spot, spot_at};
use crate::tui::keymap::Does;
use crate::tui::stage::Pointer;

/// Rows that the wheel scrolls by.
const WHEEL: usize = 3;

/// Takes the mouse in; whether the screen looks different now.
pub(super) fn on_mouse(model: &mut Model, pointer: Pointer, effects: &mut Vec<Effect>) -> bool {
    if model.aid.is_some() {
        return false;
    }
    match (pointer.event.kind, &mut model.panel) {
        (MouseEventKind::ScrollDown, Some(Panel::Details(scrolled))) => *scrolled += WHEEL,
        (MouseEventKind::ScrollUp, Some(Panel::Details(scrolled))) => {
            *scrolled = scrolled.saturating_sub(WHEEL);
        }
        (MouseEventKind::ScrollDown, None) => {
            model.bar = (model.bar + 1).min(model.entries.len().saturating_sub(1));
        }
        (MouseEventKind::ScrollUp, None) => model.bar = model.bar.saturating_sub(1),
        (MouseEventKind::Down(MouseButton::Left), None) => {
            let place = Position::new(pointer.event.column, pointer.event.row);
            match spot_at(model, pointer.screen, place) {
                Some(Spot::Entry(entry)) if entry == model.bar && !model.is_command() => {
                    on_meaning(model, Does::Submit, effects);
                }
                Some(Spot::Entry(entry)) => model.bar = entry,
                Some(Spot::Completion(at)) if at < model.completions.len() => {
                    model.chosen = Some(at);
                    accept_completion(model);
                }
                Some(Spot::Page(page)) => model.show(page),
                _ => return false,
            }
        }
        _ => return false,
    }
    true
}
