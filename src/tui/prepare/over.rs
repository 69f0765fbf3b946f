//! Keys while a list or the time plan lies over the form.

use crossterm::event::KeyEvent;

use super::lists::{Unusable, fitting};
use super::model::{Found, Model, Over};
use super::msg::{Effect, Exit};
use super::update::{ask, ask_and_tell, begin, say, take_in, tell};
use crate::domain::command::Command;
use crate::domain::earlier::{Candidate, Left};
use crate::domain::item::PlannedItem;
use crate::domain::refusal::Refusal;
use crate::phrase;
use crate::text::words::{Words, id};
use crate::tui::aid::Aid;
use crate::tui::capture::Capture;
use crate::tui::desk::model::Tone;
use crate::tui::keymap::Does;

/// Rows a page is.
const PAGE: isize = 10;

/// Opens what a key asks for, once the row under the bar is taken in.
pub(super) fn open(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    if !take_in(model, effects) {
        return;
    }
    model.notice = None;
    model.over = match does {
        Does::TimePlan => Some(Over::TimePlan(0)),
        Does::Templates => Some(Over::Templates(0)),
        Does::Earlier => {
            if matches!(model.found, Found::NotAsked | Found::Trouble(_)) {
                model.found = Found::Looking;
                effects.push(Effect::LookForEarlier);
            }
            Some(Over::Earlier(0))
        }
        Does::Expected => Some(Over::People(Capture::default(), 0)),
        _ => None,
    };
}

/// A key while something lies over the form.
pub(super) fn on_key(
    model: &mut Model,
    key: KeyEvent,
    meaning: Option<Does>,
    effects: &mut Vec<Effect>,
) {
    let Some(over) = model.over.clone() else { return };
    match (over, meaning) {
        (_, Some(Does::Help)) => model.aid = Some(Aid::Help(0)),
        (Over::LeaveUnsaved, Some(Does::Quit)) => effects.push(Effect::Leave(Exit::Back)),
        (_, Some(Does::RetrySaving)) => effects.push(Effect::Retry),
        // The key that opened a list closes it, too.
        (_, Some(Does::Cancel | Does::Quit))
        | (Over::TimePlan(_), Some(Does::TimePlan | Does::Submit))
        | (Over::Templates(_), Some(Does::Templates))
        | (Over::Earlier(_), Some(Does::Earlier))
        | (Over::People(..), Some(Does::Expected)) => close(model),
        (_, Some(Does::Begin)) => {
            close(model);
            begin(model, effects);
        }
        (_, Some(does @ (Does::Undo | Does::Redo))) => undo(model, does, effects),
        (Over::TimePlan(at), _) => {
            model.over = Some(Over::TimePlan(at.saturating_add_signed(by(meaning))));
        }
        (Over::Templates(at), Some(Does::Submit)) => use_template(model, at, effects),
        (Over::Templates(at), _) => {
            let at = moved(at, by(meaning), model.templates().len());
            model.over = Some(Over::Templates(at));
        }
        (Over::Earlier(at), Some(Does::Submit)) => take_up(model, at, effects),
        (Over::Earlier(_), Some(Does::TakeAll)) => take_up_all(model, effects),
        (Over::Earlier(at), _) => {
            let at = moved(at, by(meaning), candidates(model).len());
            model.over = Some(Over::Earlier(at));
        }
        (Over::People(line, at), Some(Does::Submit)) => choose(model, line, at, effects),
        (Over::People(line, at), Some(Does::TakeAll)) => choose_all(model, line, at, effects),
        (Over::People(line, at), meaning) => people_key(model, key, meaning, line, at),
        (Over::LeaveUnsaved, _) => {}
    }
}

fn close(model: &mut Model) {
    model.over = None;
    model.notice = None;
}

fn undo(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    let command = if does == Does::Undo { Command::Undo } else { Command::Redo };
    if ask_and_tell(model, &command, effects) {
        model.enter(model.here_or_end());
    }
}

fn by(meaning: Option<Does>) -> isize {
    match meaning {
        Some(Does::Previous) => -1,
        Some(Does::Next) => 1,
        Some(Does::ScrollUp) => -PAGE,
        Some(Does::ScrollDown) => PAGE,
        _ => 0,
    }
}

fn moved(at: usize, by: isize, rows: usize) -> usize {
    at.saturating_add_signed(by).min(rows.saturating_sub(1))
}

fn use_template(model: &mut Model, at: usize, effects: &mut Vec<Effect>) {
    let Some(template) = model.templates().into_iter().nth(at) else { return close(model) };
    let items = match template.items {
        Ok(items) => items,
        Err(why) => {
            let told = unusable(&model.words, &why);
            return tell(model, Tone::Refused, told);
        }
    };
    let count = items.len();
    if ask_and_tell(model, &Command::AddItems(items), effects) {
        model.over = None;
        model.enter(super::fields::Field::NewItem);
        let values = [("count", count.into()), ("title", template.title.into())];
        let told = model.words.tell(id::PREPARE_TEMPLATE_USED, &values);
        tell(model, Tone::Done, told);
    }
}

/// Why a template cannot be used, in words.
#[must_use]
pub(super) fn unusable(words: &Words, why: &Unusable) -> String {
    match why {
        Unusable::NotUtf8 => words.say(id::PREPARE_TEMPLATE_NOT_UTF8),
        Unusable::Line(fault) => {
            let why = phrase::refusal_of_text(words, &fault.why);
            words.tell(
                id::PREPARE_TEMPLATE_LINE,
                &[("line", fault.line.into()), ("why", why.into())],
            )
        }
    }
}

fn candidates(model: &Model) -> &[Candidate] {
    match &model.found {
        Found::Left(_, candidates) => candidates,
        _ => &[],
    }
}

/// The agenda item for something that was left.
fn item_for(words: &Words, candidate: &Candidate) -> PlannedItem {
    let minutes = match &candidate.left {
        Left::Item { minutes, .. } => *minutes,
        Left::Topic { .. } | Left::Parked { .. } | Left::Action { .. } => None,
    };
    PlannedItem { title: phrase::left_title(words, &candidate.left), minutes }
}

/// What puts something that was left on the agenda.
fn taking_up(model: &Model, candidate: &Candidate) -> Command {
    let planned = item_for(&model.words, candidate);
    if let Left::Topic { topic, .. } = &candidate.left
        && let Some(topic) = model.directory.ledger().topics.get(topic)
    {
        let link = model.directory.link(topic, model.session());
        return Command::AddTopic { planned, link, despite: None };
    }
    Command::AddItem(planned)
}

fn take_up(model: &mut Model, at: usize, effects: &mut Vec<Effect>) {
    let Some(candidate) = candidates(model).get(at) else { return };
    let command = taking_up(model, candidate);
    if ask_and_tell(model, &command, effects) {
        let at = moved(at, 0, candidates(model).len());
        model.over = Some(Over::Earlier(at));
    }
}

/// Takes up what can be taken up: what earlier meetings left in one step, then each topic, which the
/// rules may hold back. How much it was is told, and why the first of the others is not there.
fn take_up_all(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(reason) = &model.read_only {
        let why = reason.0.clone();
        return tell(model, Tone::Refused, why);
    }
    let all: Vec<Candidate> = candidates(model).to_vec();
    let (topics, left): (Vec<Candidate>, Vec<Candidate>) =
        all.into_iter().partition(|it| matches!(it.left, Left::Topic { .. }));
    let items: Vec<PlannedItem> = left.iter().map(|it| item_for(&model.words, it)).collect();
    let before = effects.len();
    let (mut count, mut refused) = (0, Vec::new());
    if !items.is_empty() && ask(model, &Command::AddItems(items.clone()), effects).is_ok() {
        count = items.len();
    } else {
        // One that cannot be taken keeps none of the others away.
        for item in items {
            match ask(model, &Command::AddItem(item), effects) {
                Ok(()) => count += 1,
                Err(why) => refused.push(why),
            }
        }
    }
    for candidate in topics {
        match ask(model, &taking_up(model, &candidate), effects) {
            Ok(()) => count += 1,
            Err(why) => refused.push(why),
        }
    }
    if count > 0 || !refused.is_empty() {
        model.over = Some(Over::Earlier(0));
        tell_taken(model, count, &refused, effects.get(before..).unwrap_or_default());
    }
}

fn tell_taken(model: &mut Model, count: usize, refused: &[Refusal], entered: &[Effect]) {
    let (words, session) = (&model.words, model.session());
    let Some(first) = refused.first() else {
        let told = words.tell(id::PREPARE_TOOK_ALL, &[("count", count.into())]);
        let lacks = entered.iter().filter_map(|effect| match effect {
            Effect::Save(line) => phrase::survey_notice(words, session, &line.events),
            _ => None,
        });
        let told = std::iter::once(told).chain(lacks).collect::<Vec<_>>().join(" ");
        return tell(model, Tone::Done, told);
    };
    let why = phrase::refusal(words, session, first);
    let told = if count == 0 {
        why
    } else {
        let values = [("count", count.into()), ("left", refused.len().into()), ("why", why.into())];
        words.tell(id::PREPARE_TOOK_SOME, &values)
    };
    tell(model, Tone::Refused, told);
}

fn people_key(
    model: &mut Model,
    key: KeyEvent,
    meaning: Option<Does>,
    mut line: Capture,
    at: usize,
) {
    let by = by(meaning);
    let at = if by != 0 {
        moved(at, by, fitting(&model.people, &model.words, line.text()).len())
    } else if meaning.is_none() && line.key(key) {
        model.notice = None;
        0
    } else {
        at
    };
    model.over = Some(Over::People(line, at));
}

/// Expects the one under the bar, or not any more.
fn choose(model: &mut Model, line: Capture, at: usize, effects: &mut Vec<Effect>) {
    let shown = fitting(&model.people, &model.words, line.text());
    let Some(neighbour) = shown.get(at).and_then(|place| model.people.get(*place)) else { return };
    let command = match neighbour.expected(model.session()) {
        Some(expected) => Command::Unexpect { expected: vec![expected], why: None },
        None => Command::Expect(vec![neighbour.newcomer()]),
    };
    if ask_and_tell(model, &command, effects) {
        let last = shown.len().saturating_sub(1);
        model.over = Some(Over::People(line, (at + 1).min(last)));
        model.enter(model.here_or_end());
    }
}

/// Expects all that are shown.
fn choose_all(model: &mut Model, line: Capture, at: usize, effects: &mut Vec<Effect>) {
    let shown = fitting(&model.people, &model.words, line.text());
    let people: Vec<_> = shown
        .iter()
        .filter_map(|place| model.people.get(*place))
        .filter(|neighbour| neighbour.expected(model.session()).is_none())
        .map(super::lists::Neighbour::newcomer)
        .collect();
    let count = people.len();
    if count == 0 {
        return say(model, Tone::Refused, id::PREPARE_ALL_EXPECTED);
    }
    if ask_and_tell(model, &Command::Expect(people), effects) {
        model.over = Some(Over::People(line, at));
        let told = model.words.tell(id::PREPARE_PASTED_PEOPLE, &[("count", count.into())]);
        tell(model, Tone::Done, told);
    }
}
