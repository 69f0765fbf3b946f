//! Pasted text: one line goes into the row, several become items or people, all or none.

use super::fields::Field;
use super::model::{Model, Over};
use super::msg::Effect;
use super::update::{ask, complain, complain_of, tell, typed};
use crate::domain::MOST_CHARS;
use crate::domain::command::Command;
use crate::domain::people::Newcomer;
use crate::grammar::agenda::items;
use crate::grammar::preparing::people;
use crate::phrase;
use crate::text::words::id;
use crate::tui::desk::model::Tone;

/// Most lines one paste may have.
const MOST_PASTED: usize = 2_000;

/// Takes pasted text in.
pub(super) fn on_paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    if let Some(aid) = &mut model.aid {
        return aid.paste(text);
    }
    if let Some(over) = &mut model.over {
        if let Over::People(line, bar) = over {
            line.insert(text.lines().next().unwrap_or_default());
            *bar = 0;
        }
        return;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let too_long = |line: &str| line.chars().count() > MOST_CHARS;
    if text.lines().any(too_long) || text.lines().count() > MOST_PASTED {
        let limits = [("chars", MOST_CHARS.into()), ("lines", MOST_PASTED.into())];
        let told = model.words.tell(id::NOTICE_PASTE_TOO_LARGE, &limits);
        return tell(model, Tone::Refused, told);
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    if lines < 2 {
        model.line.insert(text.trim_matches('\n'));
        return typed(model);
    }
    if model.here.is_agenda() {
        paste_items(model, &text, effects);
    } else if model.here.is_expected() {
        paste_people(model, &text, effects);
    } else {
        let told = model.words.tell(id::PREPARE_PASTE_ELSEWHERE, &[("count", lines.into())]);
        complain(model, told);
    }
}

/// What was begun where something is added belongs to the first line that is pasted.
fn joined(model: &Model, text: &str) -> String {
    if matches!(model.here, Field::NewItem | Field::NewExpected) {
        let before = model.line.before_caret();
        let after = model.line.text().get(before.len()..).unwrap_or_default();
        format!("{before}{text}{after}")
    } else {
        text.to_owned()
    }
}

fn paste_items(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    let text = joined(model, text);
    let found = match items(&text, model.session().order.len()) {
        Ok(found) => found,
        Err(fault) => {
            let why = phrase::refusal_of_text(&model.words, &fault.why);
            return refuse_line(model, fault.line, &why);
        }
    };
    let count = found.len();
    add(model, &Command::AddItems(found), Field::NewItem, id::PREPARE_PASTED_ITEMS, count, effects);
}

fn paste_people(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    let text = joined(model, text);
    let mut found: Vec<Newcomer> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        // Columns of a spreadsheet: name, unit, capacity.
        let line = line.replace('\t', " ");
        if line.trim().is_empty() {
            continue;
        }
        match people(&line, model.context()) {
            Ok(named) => found.extend(named),
            Err(misread) => {
                let why = misread.tell(&model.words);
                return refuse_line(model, at + 1, &why);
            }
        }
    }
    // A list that is pasted may name somebody who is expected already.
    let known = |one: &Newcomer| {
        let listed = model.session().expected.iter().filter(|it| it.is_listed());
        listed.into_iter().any(|it| it.is_same(one))
    };
    found.retain(|one| !known(one));
    let count = found.len();
    if count == 0 {
        return complain(model, model.words.say(id::PREPARE_ALL_EXPECTED));
    }
    let command = Command::Expect(found);
    add(model, &command, Field::NewExpected, id::PREPARE_PASTED_PEOPLE, count, effects);
}

fn refuse_line(model: &mut Model, line: usize, why: &str) {
    let values = [("line", line.into()), ("why", why.into())];
    let told = model.words.tell(id::PREPARE_PASTE_LINE, &values);
    complain(model, told);
}

fn add(
    model: &mut Model,
    command: &Command,
    then: Field,
    message: crate::text::words::Id,
    count: usize,
    effects: &mut Vec<Effect>,
) {
    match ask(model, command, effects) {
        Err(refusal) => complain_of(model, &refusal),
        Ok(()) if model.read_only.is_some() => {}
        Ok(()) => {
            model.enter(then);
            let told = model.words.tell(message, &[("count", count.into())]);
            tell(model, Tone::Done, told);
        }
    }
}
