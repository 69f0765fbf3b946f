//! What is still open, one by one and in brief.

use super::labels::{
    action_name, agreed_name, agreed_text, comma_list, join, lack as lack_word, parked_name,
    place_and_title,
};
use crate::domain::action::Lack;
use crate::domain::event::Matter;
use crate::domain::ids::{ActionId, ParkedId};
use crate::domain::session::Session;
use crate::text::words::{Words, id};

/// Up to this many actions are named in brief; more are only counted.
const ACTIONS_NAMED: usize = 2;

/// One open matter, short enough for a line as far as the recorded words allow.
#[must_use]
pub fn matter(words: &Words, session: &Session, matter: &Matter) -> String {
    match matter {
        Matter::ItemNotReached(item) => {
            let (place, title) = place_and_title(session, *item);
            words.tell(id::MATTER_ITEM, &[("place", place.into()), ("title", title.into())])
        }
        Matter::Question(opinion) => {
            let text = session.opinion(*opinion).map_or("?", |opinion| &opinion.text);
            let values = [("number", opinion.0.into()), ("text", text.into())];
            words.tell(id::MATTER_QUESTION, &values)
        }
        Matter::ActionLacks(action, lack) => {
            let text = session.action(*action).map_or("?", |action| &action.what);
            let values = [
                ("number", action_name(*action).into()),
                ("lacks", lack_word(words, *lack).into()),
                ("text", text.into()),
            ];
            words.tell(id::MATTER_ACTION, &values)
        }
        Matter::Parked(parked) => {
            let text = session.parked(*parked).map_or("?", |parked| &parked.text);
            let values = [("number", parked_name(*parked).into()), ("text", text.into())];
            words.tell(id::MATTER_PARKED, &values)
        }
        Matter::Unconfirmed(what) => {
            let text = agreed_text(session, *what);
            let values = [("number", agreed_name(*what).into()), ("text", text.into())];
            words.tell(id::MATTER_UNCONFIRMED, &values)
        }
    }
}

/// Open matters by kind in one line, without their words; empty if there are none.
#[must_use]
pub fn matters_brief(words: &Words, matters: &[Matter]) -> String {
    let (mut items, mut questions, mut unconfirmed) = (0_usize, 0_usize, 0_usize);
    let mut actions: Vec<(ActionId, Vec<Lack>)> = Vec::new();
    let mut parked: Vec<ParkedId> = Vec::new();
    for matter in matters {
        match matter {
            Matter::ItemNotReached(_) => items += 1,
            Matter::Question(_) => questions += 1,
            Matter::ActionLacks(action, lack) => match actions.last_mut() {
                Some((last, lacks)) if last == action => lacks.push(*lack),
                _ => actions.push((*action, vec![*lack])),
            },
            Matter::Parked(one) => parked.push(*one),
            Matter::Unconfirmed(_) => unconfirmed += 1,
        }
    }
    let mut parts = Vec::new();
    if items > 0 {
        parts.push(words.tell(id::MATTERS_ITEMS, &[("count", items.into())]));
    }
    if questions > 0 {
        parts.push(words.tell(id::MATTERS_QUESTIONS, &[("count", questions.into())]));
    }
    if actions.len() > ACTIONS_NAMED {
        parts.push(words.tell(id::MATTERS_ACTIONS, &[("count", actions.len().into())]));
    } else {
        for (action, lacks) in &actions {
            let lacks = lacks_list(words, lacks);
            let values = [("number", action_name(*action).into()), ("lacks", lacks.into())];
            parts.push(words.tell(id::MATTERS_ACTION, &values));
        }
    }
    match parked.as_slice() {
        [] => {}
        [one] => {
            parts.push(words.tell(id::MATTERS_PARKED, &[("number", parked_name(*one).into())]));
        }
        many => parts.push(words.tell(id::MATTERS_MANY_PARKED, &[("count", many.len().into())])),
    }
    if unconfirmed > 0 {
        parts.push(words.tell(id::MATTERS_UNCONFIRMED, &[("count", unconfirmed.into())]));
    }
    join(&parts, &words.say(id::LIST_CLAUSE))
}

/// “owner, due date or acceptance test”
fn lacks_list(words: &Words, lacks: &[Lack]) -> String {
    let mut names: Vec<String> = lacks.iter().map(|lack| lack_word(words, *lack)).collect();
    let Some(last) = names.pop() else {
        return String::new();
    };
    if names.is_empty() {
        return last;
    }
    format!("{}{}{last}", comma_list(words, &names), words.say(id::LIST_OR))
}
