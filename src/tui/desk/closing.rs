//! How an item ends, closing the meeting, and the windows that ask for both.

use crossterm::event::{KeyCode, KeyEvent};

use super::line::says_no;
use super::model::{Model, Panel};
use super::msg::Effect;
use super::read_back;
use super::update::{change_language, change_theme, command, refused};
use crate::domain::command::Command;
use crate::domain::item::Outcome;
use crate::domain::refusal::Refusal;
use crate::domain::session::Phase;
use crate::grammar::verb::Verb;
use crate::grammar::{Entry, Wish, read};
use crate::text::width::fold;
use crate::tui::keymap::Does;

/// Asks how the item on the table ends.
pub(super) fn ask_outcome(model: &mut Model) {
    let agreed = model.session().current_item().is_some_and(|item| {
        item.resolutions
            .iter()
            .filter_map(|id| model.session().resolution(*id))
            .any(|resolution| !resolution.withdrawn)
    });
    let likely = if agreed { Outcome::Agreed } else { Outcome::Noted };
    let choice = Outcome::ALL.iter().position(|it| *it == likely).unwrap_or(0);
    model.notice = None;
    model.panel = Some(Panel::EndItem { choice, warned: false });
}

/// Asks whether to close the meeting; while an item is on the table, how that ends first.
pub(super) fn ask_close(model: &mut Model) {
    let session = model.session();
    match (session.phase, session.open_item) {
        (Phase::Prepared, _) => refused(model, &Refusal::NotOpened),
        (Phase::Closed, _) => refused(model, &Refusal::Closed),
        (_, Some(_)) => ask_outcome(model),
        _ => model.panel = Some(Panel::Close { scrolled: 0, read: false }),
    }
}

/// A key while a window lies over the desk.
pub(super) fn on_panel_key(
    model: &mut Model,
    panel: Panel,
    key: KeyEvent,
    meaning: Option<Does>,
    effects: &mut Vec<Effect>,
) {
    let by = match (key.code, meaning) {
        (KeyCode::Up, _) => -1,
        (KeyCode::Down, _) => 1,
        (KeyCode::PageUp, _) => -10,
        (KeyCode::PageDown, _) => 10,
        _ => 0,
    };
    match (panel, meaning) {
        (Panel::LeaveUnsaved, Some(Does::Quit)) => effects.push(Effect::Quit),
        (Panel::LeaveUnsaved, Some(Does::RetrySaving)) => effects.push(Effect::Retry),
        (_, Some(Does::Cancel | Does::Quit))
        | (Panel::Heard { .. }, Some(Does::Heard | Does::Submit)) => model.panel = None,
        (_, Some(Does::Language)) => change_language(model, None),
        (_, Some(Does::Theme)) => change_theme(model),
        (Panel::Close { read, .. }, Some(Does::Submit)) => close(model, read, effects),
        (Panel::Close { .. }, Some(Does::Close)) => close(model, true, effects),
        (Panel::Close { scrolled, read }, _) => {
            let scrolled = scrolled.saturating_add_signed(by);
            model.panel = Some(Panel::Close { scrolled, read });
        }
        (Panel::EndItem { choice, warned }, Some(Does::Submit | Does::Item | Does::NextStep)) => {
            end_item(model, choice, warned, effects);
        }
        (Panel::EndItem { choice, .. }, _) if by != 0 => {
            let count = Outcome::ALL.len();
            let choice = (choice + count).saturating_add_signed(by.signum()) % count;
            model.panel = Some(Panel::EndItem { choice, warned: false });
        }
        (Panel::Heard { scrolled }, _) => {
            model.panel = Some(Panel::Heard { scrolled: scrolled.saturating_add_signed(by) });
        }
        (Panel::EndItem { .. } | Panel::LeaveUnsaved, _) => {}
    }
}

/// Closes the meeting. What was agreed is read out first, unless somebody has just come from there
/// (`read`).
fn close(model: &mut Model, read: bool, effects: &mut Vec<Effect>) {
    model.panel = None;
    if !read && read_back::is_due(model) {
        read_back::begin(model, effects);
    } else {
        command(model, &Command::Close { leave: true }, effects);
    }
}

/// Takes a line as the answer to what a window asks; whether it is one. An empty line is what Enter
/// would be there.
pub(super) fn on_line(
    model: &mut Model,
    panel: &Panel,
    line: &str,
    effects: &mut Vec<Effect>,
) -> bool {
    if says_no(line) {
        return true;
    }
    let empty = line.trim().is_empty();
    let asked = (!empty).then(|| read(line, model.context()).ok()).flatten();
    match *panel {
        Panel::LeaveUnsaved if empty => {
            model.panel = Some(Panel::LeaveUnsaved);
            effects.push(Effect::Retry);
        }
        Panel::LeaveUnsaved if asked == Some(Entry::Desk(Wish::Quit)) => effects.push(Effect::Quit),
        Panel::Close { read, .. } if empty => close(model, read, effects),
        Panel::Close { .. } if matches!(asked, Some(Entry::Meeting(Command::Close { .. }))) => {
            close(model, true, effects);
        }
        Panel::EndItem { choice, warned } if empty => end_item(model, choice, warned, effects),
        Panel::EndItem { choice, warned } => {
            let Some((chosen, despite)) = outcome(model, line) else { return false };
            end_item(model, chosen, despite || (warned && chosen == choice), effects);
        }
        Panel::LeaveUnsaved | Panel::Close { .. } | Panel::Heard { .. } => return false,
    }
    true
}

/// The outcome that a line names by its number or by what follows the command's word, and whether
/// it is wanted despite what hinders.
fn outcome(model: &Model, line: &str) -> Option<(usize, bool)> {
    let count = Outcome::ALL.len();
    let number = fold(line.trim().trim_end_matches(['.', '。', '、'])).parse::<usize>().ok();
    if let Some(number) = number.filter(|number| (1..=count).contains(number)) {
        return Some((number - 1, false));
    }
    let command = format!("/{} {line}", Verb::End.word().usual(model.words.lang()));
    match read(&command, model.context()) {
        Ok(Entry::Meeting(Command::CloseItem { outcome, why: None, despite })) => {
            let chosen = Outcome::ALL.iter().position(|it| *it == outcome)?;
            Some((chosen, despite))
        }
        _ => None,
    }
}

/// Ends the item as chosen. What hinders it was listed; a first Enter warns, a second ends it all
/// the same.
fn end_item(model: &mut Model, choice: usize, warned: bool, effects: &mut Vec<Effect>) {
    let outcome = Model::outcome_at(choice);
    let asked = Command::CloseItem { outcome, why: None, despite: warned };
    let verdict = model.meeting.decide(&asked, model.now, &model.by);
    if matches!(verdict, Err(Refusal::ItemHindered(..))) {
        model.panel = Some(Panel::EndItem { choice, warned: true });
        return;
    }
    model.panel = None;
    command(model, &asked, effects);
}
