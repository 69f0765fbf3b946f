//! What a window would ask, in sentences: how an item ends, closing, leaving, and what is read out.

use crate::domain::agreement::Agreed;
use crate::domain::command::Command;
use crate::domain::item::Outcome;
use crate::domain::open_matters;
use crate::domain::read_back::readings;
use crate::phrase;
use crate::text::words::id;
use crate::tui::desk::model::{Model, Panel};
use crate::tui::desk::read_back::is_due;
use crate::tui::desk::status::{hinders, how_action, how_resolution};

/// The question of a window, what one should know for it, and how to answer.
pub fn panel(model: &Model, panel: &Panel) -> Vec<String> {
    match panel {
        Panel::EndItem { choice, warned } => end_item(model, *choice, *warned),
        Panel::Close { read, .. } => close(model, *read),
        Panel::LeaveUnsaved => leave(model),
        Panel::Heard { .. } => crate::tui::desk::heard::told(model),
    }
}

fn end_item(model: &Model, choice: usize, warned: bool) -> Vec<String> {
    let (session, words) = (model.session(), &model.words);
    let Some(item) = session.current_item() else { return Vec::new() };
    let outcome = Model::outcome_at(choice);
    let mut lines = Vec::new();
    if warned {
        lines.extend(hinders(model));
    } else {
        let label = phrase::item_label(words, session, item.id);
        let number = |(at, outcome): (usize, &Outcome)| {
            format!("{} {}", at + 1, phrase::outcome(words, *outcome))
        };
        let choices: Vec<String> = Outcome::ALL.iter().enumerate().map(number).collect();
        let choices = phrase::comma_list(words, &choices);
        let values = [("item", label.into()), ("choices", choices.into())];
        lines.push(words.tell(id::PLAIN_END_ITEM, &values));
    }
    let asked = Command::CloseItem { outcome, why: None, despite: true };
    if let Err(refusal) = model.meeting.decide(&asked, model.now, &model.by) {
        let why = phrase::refusal(words, session, &refusal);
        lines.push(words.tell(id::PANEL_END_ITEM_REFUSED, &[("why", why.into())]));
    }
    let values = [("outcome", phrase::outcome(words, outcome).into())];
    let how = if warned { id::PLAIN_END_ITEM_WARNED } else { id::PLAIN_END_ITEM_HOW };
    lines.push(words.tell(how, &values));
    lines
}

fn close(model: &Model, read: bool) -> Vec<String> {
    let words = &model.words;
    let matters = open_matters(model.session());
    let mut lines = Vec::new();
    if matters.is_empty() {
        lines.push(words.say(id::PANEL_CLOSE_NONE));
    } else {
        lines.push(words.tell(id::PANEL_CLOSE_OPEN, &[("count", matters.len().into())]));
        let told = |matter| phrase::matter(words, model.session(), matter);
        lines.extend(matters.iter().map(told));
    }
    lines.push(words.say(if !read && is_due(model) {
        id::PLAIN_CLOSE_READ_FIRST
    } else if matters.is_empty() {
        id::PLAIN_CLOSE_HOW
    } else {
        id::PLAIN_CLOSE_LEAVE_HOW
    }));
    lines
}

fn leave(model: &Model) -> Vec<String> {
    let words = &model.words;
    let mut lines = vec![words.tell(id::PANEL_LEAVE, &[("count", model.unsaved().into())])];
    lines.extend(model.saving.trouble.clone());
    lines.push(words.say(id::PANEL_LEAVE_TEXT));
    lines.push(words.say(id::PLAIN_LEAVE_HOW));
    lines
}

/// What is read out: its words, and who, when and how, or the result of the vote.
pub fn reading(model: &Model, what: Agreed) -> Vec<String> {
    let (session, words) = (model.session(), &model.words);
    let all = readings(session);
    let place = all.iter().position(|reading| reading.what == what).map_or(0, |at| at + 1);
    let how = match what {
        Agreed::Resolution(id) => session.resolution(id).map(|it| how_resolution(model, it)),
        Agreed::Action(id) => session.action(id).map(|it| how_action(model, it)),
    };
    let values = [
        ("number", phrase::agreed_name(what).into()),
        ("place", place.into()),
        ("count", all.len().into()),
        ("text", phrase::agreed_text(session, what).into()),
        ("how", how.unwrap_or_default().into()),
    ];
    vec![words.tell(id::PLAIN_READING, &values)]
}
