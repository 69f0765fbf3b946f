//! What earlier meetings left, taken up as topics.

use super::model::{Model, Panel};
use super::msg::Effect;
use super::speak::beginning;
use super::update::{carry_out, put_line, say};
use crate::domain::earlier::Raisable;
use crate::grammar::affairs::fields::Field;
use crate::grammar::affairs::verb::AffairVerb;
use crate::text::words::{Words, id};
use crate::tui::desk::model::Tone;

/// What was looked for was found.
pub(super) fn found(model: &mut Model, left: Result<(Vec<Raisable>, usize), String>) {
    if let Some(Panel::Earlier { found, bar }) = &mut model.panel {
        *found = Some(left);
        *bar = 0;
    }
    again(model);
}

/// The ledgers were read again: what has become a topic meanwhile goes.
pub(super) fn again(model: &mut Model) {
    let Some(whole) = &model.whole else { return };
    if let Some(Panel::Earlier { found: Some(Ok((left, _))), bar }) = &mut model.panel {
        left.retain(|it| it.is_open(&whole.ledger));
        *bar = (*bar).min(left.len().saturating_sub(1));
    }
}

/// Taking something up as a line to be completed with whoever brings it up.
fn line(words: &Words, left: &Raisable) -> String {
    let field = |field| super::next::field(words, AffairVerb::Raise, field);
    format!(
        "{}{}{}{}/{}{}{}{}",
        beginning(words, AffairVerb::Raise, None),
        left.title,
        field(Field::Origin),
        left.origin.session,
        left.origin.what,
        field(Field::On),
        left.candidate.on,
        field(Field::By),
    )
}

/// Takes up what is under the bar.
pub(super) fn take_up(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Panel::Earlier { found: Some(Ok((left, _))), bar }) = &model.panel else { return };
    let Some(under) = left.get(*bar) else { return };
    // Somebody has to be named, who is owed the answer.
    if under.proposers.is_empty() {
        let line = line(&model.words, under);
        model.panel = None;
        put_line(model, &line);
        say(model, Tone::Done, id::BOARD_WHO_PROPOSES);
    } else {
        let affair = under.raise(under.proposers.clone());
        if carry_out(model, &affair, String::new(), effects) {
            again(model);
        }
    }
}
