//! Whole lines, from somebody who has no screen and no keys: each does what typing it and pressing
//! Enter does. What a window would ask is answered by the next line.

use super::closing;
use super::model::Model;
use super::msg::Effect;
use super::read_back;
use super::update::submit;
use crate::grammar::is_command_mark;
use crate::grammar::verb::{Found, Verb, find};

/// Words that answer a question with no, and leave what is being read out.
const NO: [&str; 10] = ["取消", "不", "否", "不要", "返回", "cancel", "no", "n", "back", "0"];

/// Whether a line says no.
pub(super) fn says_no(line: &str) -> bool {
    NO.iter().any(|no| line.trim().eq_ignore_ascii_case(no))
}

/// Takes a line in.
pub(super) fn on_line(model: &mut Model, line: &str, effects: &mut Vec<Effect>) {
    model.notice = None;
    model.asked = None;
    model.aid = None;
    model.completions.clear();
    model.chosen = None;
    if model.read_back.is_some() {
        return read_back::on_line(model, line, effects);
    }
    // Whatever answers no question is a line like any other; the question is dropped.
    if let Some(panel) = model.panel.take()
        && closing::on_line(model, &panel, line, effects)
    {
        return;
    }
    if asks_outcome(line) && model.session().open_item.is_some() {
        closing::ask_outcome(model);
    } else if !line.trim().is_empty() {
        enter(model, line, effects);
    }
}

/// Whether a line says that the item ends, and not how: where there is a key it asks, so it does
/// here.
fn asks_outcome(line: &str) -> bool {
    let command = line.trim().strip_prefix(is_command_mark);
    command.is_some_and(|command| find(command.trim()) == Found::Verb(Verb::End, ""))
}

/// Enters a line. One that is refused is gone: whoever typed it types it again.
pub(super) fn enter(model: &mut Model, line: &str, effects: &mut Vec<Effect>) {
    model.capture.set(line);
    submit(model, effects);
    model.capture.take();
}
