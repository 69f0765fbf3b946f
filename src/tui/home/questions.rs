//! Keys while questions are asked, and what the answers come to.

use crossterm::event::KeyEvent;

use super::form::{Form, Kind, Purpose, Step, Value};
use super::model::{Model, Panel};
use super::msg::{Effect, What};
use super::update::{ask, by, work};
use crate::domain::action::ActionState;
use crate::domain::ids::ActionId;
use crate::phrase;
use crate::store::session_name::SessionName;
use crate::text::dates::parse_date;
use crate::text::words::id;
use crate::tui::aid::Aid;
use crate::tui::goto::Goto;
use crate::tui::keymap::Does;

/// Takes a key in.
pub fn on_key(
    model: &mut Model,
    mut form: Form,
    key: KeyEvent,
    meaning: Option<Does>,
    effects: &mut Vec<Effect>,
) {
    match meaning {
        Some(Does::Cancel) if form.at > 0 => {
            form.at -= 1;
            form.trouble = None;
        }
        Some(Does::Cancel | Does::Quit) => return,
        Some(Does::Help) => model.aid = Some(Aid::Help(0)),
        Some(Does::Submit) => return answered(model, form, effects),
        Some(Does::Complete) => {
            if form.step().is_some_and(|step| step.ask == id::HOME_ASK_FILE) {
                let typed = form.step().map_or_else(String::new, |it| it.line.text().to_owned());
                ask(model, What::CompletePath(typed), effects);
            } else {
                complete(&mut form);
            }
        }
        _ if by(meaning) != 0 => {
            if let Some(step) = form.step_mut() {
                let last = step.fitting().len().saturating_sub(1);
                step.bar = step.bar.saturating_add_signed(by(meaning)).min(last);
            }
        }
        Some(_) => {}
        None => {
            if let Some(step) = form.step_mut()
                && step.line.key(key)
            {
                step.bar = 0;
                form.trouble = None;
            }
        }
    }
    keep(model, form);
}

/// The window stays open.
pub fn keep(model: &mut Model, form: Form) {
    model.panel = Some(Panel::Form(form));
}

/// Takes the choice under the bar into the line.
fn complete(form: &mut Form) {
    if let Some(step) = form.step_mut() {
        let chosen = step.fitting().get(step.bar).map(|(name, _)| name.clone());
        if let Some(name) = chosen {
            step.line.set(&name);
            step.bar = 0;
        }
    }
}

/// The question asked now is answered: the next one follows, or all of it is carried out.
fn answered(model: &mut Model, mut form: Form, effects: &mut Vec<Effect>) {
    let words = &model.words;
    let trouble = form.step().and_then(|step| {
        let typed = step.line.text().trim();
        match &step.kind {
            Kind::Words if typed.is_empty() => Some(words.say(id::HOME_ANSWER_MISSING)),
            Kind::Day => parse_date(typed, model.now.date_naive())
                .err()
                .map(|_| words.tell(id::HOME_NOT_A_DAY, &[("text", typed.into())])),
            Kind::OneOf(_) if step.fitting().is_empty() => {
                Some(words.tell(id::HOME_NONE_FITS, &[("text", typed.into())]))
            }
            Kind::Words | Kind::Optional | Kind::OneOf(_) => None,
        }
    });
    form.trouble = trouble;
    if form.trouble.is_some() {
        return keep(model, form);
    }
    form.at += 1;
    if form.at < form.steps.len() {
        return keep(model, form);
    }
    form.at -= 1;
    carry_out(model, form, effects);
}

fn carry_out(model: &mut Model, form: Form, effects: &mut Vec<Effect>) {
    let what = match (&form.purpose, form.choice()) {
        (Purpose::Community { .. }, _) => What::MakeCommunity {
            name: form.answer(id::HOME_ASK_NAME),
            region: form.answer(id::HOME_ASK_REGION),
        },
        (Purpose::Meeting, Some(Value::Community(community))) => {
            let day = form.answer(id::HOME_ASK_DAY);
            let Ok(on) = parse_date(&day, model.now.date_naive()) else { return };
            let title = form.answer(id::HOME_ASK_TITLE);
            What::MakeMeeting { community: community.clone(), title, on }
        }
        (Purpose::People, Some(Value::Community(community))) => {
            let path = form.answer(id::HOME_ASK_FILE);
            let what = What::Import { community: community.clone(), path };
            return work(model, id::HOME_IMPORTING, what, effects);
        }
        (Purpose::Topics, Some(Value::Community(community))) => {
            return effects.push(Effect::Go(Goto::Board(community.clone())));
        }
        (Purpose::Report(session, action), Some(Value::State(state))) => What::Report {
            session: session.clone(),
            action: *action,
            state: *state,
            note: form.answer(id::HOME_ASK_NOTE),
        },
        _ => return,
    };
    ask(model, what, effects);
    // It stays until it is known that nothing has to be put right.
    keep(model, form);
}

/// What became of an action.
pub fn about_action(model: &Model, name: SessionName, action: ActionId) -> Form {
    let states = [ActionState::Underway, ActionState::Done, ActionState::Open];
    let choices =
        states.map(|state| (phrase::action_state(&model.words, state), Value::State(state)));
    let steps = vec![
        Step::new(id::HOME_ASK_STATE, Kind::OneOf(choices.to_vec()), ""),
        Step::new(id::HOME_ASK_NOTE, Kind::Optional, ""),
    ];
    Form::new(Purpose::Report(name, action), id::HOME_REPORT, steps)
}
