//! How proposers rate handling and result (评价).

use super::{Verdict, need_dealt_with, some_words, words};
use crate::domain::affairs::{AffairRefusal, Blank};
use crate::domain::ledger::LedgerEvent;
use crate::domain::topic::{Satisfaction, Topic};

/// Somebody who brought a topic up, or one that was merged into it, rates the latest result. They
/// may think better of it: their latest rating of a result counts.
pub(super) fn rating(
    topic: &Topic,
    name: &str,
    (handling, result): (Satisfaction, Satisfaction),
    note: Option<&str>,
) -> Verdict {
    need_dealt_with(topic)?;
    let case = topic.case.clone();
    let name = words(name, Blank::Proposer)?;
    if !topic.is_proposed_by(&name) {
        return Err(AffairRefusal::NotAProposer { topic: case, name });
    }
    if topic.results.is_empty() {
        return Err(AffairRefusal::NoResult(case));
    }
    let note = some_words(note)?;
    let is_same = topic.ratings_of_latest().any(|known| {
        let rated = (known.handling, known.result) == (handling, result);
        known.name == name && rated && known.note == note
    });
    if is_same {
        return Err(AffairRefusal::Unchanged(case));
    }
    Ok(vec![LedgerEvent::TopicRated { topic: case, name, handling, result, note }])
}
