//! What earlier meetings left, taken up as topics.

use super::model::{Model, Panel};
use super::msg::Effect;
use super::speak::beginning;
use super::update::{carry_out, put_line, say};
use crate::domain::affairs::Affair;
use crate::domain::earlier::{Candidate, Left};
use crate::domain::ledger::Ledger;
use crate::domain::topic::{Origin, Proposer, Slip, Source};
use crate::grammar::affairs::fields::Field;
use crate::grammar::affairs::verb::AffairVerb;
use crate::phrase;
use crate::text::words::{Words, id};
use crate::tui::desk::model::Tone;

/// Where in a meeting's record something that it left is found: `P1` a point, `I3` an item. Actions
/// are no topics: they have somebody who answers for them. A topic is one already.
fn origin(candidate: &Candidate) -> Option<(Source, Origin)> {
    let (source, what) = match &candidate.left {
        Left::Parked { parked, .. } => (Source::ParkingList, format!("P{}", parked.0)),
        Left::Item { item, .. } => (Source::Unresolved, format!("I{}", item.0)),
        Left::Topic { .. } | Left::Action { .. } => return None,
    };
    Some((source, Origin { session: candidate.meeting.clone(), what }))
}

/// What can still be taken up: what is no topic yet.
#[must_use]
pub fn open(ledger: &Ledger, left: Vec<Candidate>) -> Vec<Candidate> {
    let taken = |origin: &Origin| {
        ledger.topics.values().any(|topic| topic.slip.origin.as_ref() == Some(origin))
    };
    let is_open =
        |candidate: &Candidate| origin(candidate).is_some_and(|(_, origin)| !taken(&origin));
    left.into_iter().filter(is_open).collect()
}

/// What was looked for was found.
pub(super) fn found(model: &mut Model, left: Result<(Vec<Candidate>, usize), String>) {
    let none = Ledger::default();
    let ledger = model.whole.as_ref().map_or(&none, |whole| &whole.ledger);
    let left = left.map(|(left, unread)| (open(ledger, left), unread));
    if let Some(Panel::Earlier { found, bar }) = &mut model.panel {
        *found = Some(left);
        *bar = 0;
    }
}

/// The ledgers were read again: what has become a topic meanwhile goes.
pub(super) fn again(model: &mut Model) {
    let Some(whole) = &model.whole else { return };
    if let Some(Panel::Earlier { found: Some(Ok((left, _))), bar }) = &mut model.panel {
        *left = open(&whole.ledger, std::mem::take(left));
        *bar = (*bar).min(left.len().saturating_sub(1));
    }
}

/// The topic that something becomes: it was brought up on the day of that meeting, by whoever did.
/// Nothing where nobody is named: somebody has to be, who is owed the answer.
fn raising(words: &Words, candidate: &Candidate) -> Option<Affair> {
    let (source, origin) = origin(candidate)?;
    let Left::Parked { name: Some(name), .. } = &candidate.left else { return None };
    let slip = Slip {
        title: phrase::left_title(words, &candidate.left),
        reason: None,
        suggestion: None,
        on: candidate.on,
        source,
        channel: None,
        class: None,
        place: None,
        group: None,
        origin: Some(origin),
    };
    let proposers = vec![Proposer { name: name.clone(), key: None }];
    Some(Affair::Raise { slip, proposers, procedure: None })
}

/// The same as a line to be completed with whoever brings it up.
fn line(words: &Words, candidate: &Candidate) -> Option<String> {
    let (_, origin) = origin(candidate)?;
    let field = |field| super::next::field(words, AffairVerb::Raise, field);
    let title = phrase::left_title(words, &candidate.left);
    Some(format!(
        "{}{title}{}{}/{}{}{}{}",
        beginning(words, AffairVerb::Raise, None),
        field(Field::Origin),
        origin.session,
        origin.what,
        field(Field::On),
        candidate.on,
        field(Field::By),
    ))
}

/// Takes up what is under the bar.
pub(super) fn take_up(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Panel::Earlier { found: Some(Ok((left, _))), bar }) = &model.panel else { return };
    let Some(candidate) = left.get(*bar) else { return };
    match raising(&model.words, candidate) {
        Some(affair) => {
            if carry_out(model, &affair, String::new(), effects) {
                again(model);
            }
        }
        None => {
            if let Some(line) = line(&model.words, candidate) {
                model.panel = None;
                put_line(model, &line);
                say(model, Tone::Done, id::BOARD_WHO_PROPOSES);
            }
        }
    }
}
