//! What is done about a topic: charging a unit (交办), making public (公示), results (办理结果).

use chrono::NaiveDate;

use super::{Verdict, need_dealt_with, need_open, some_words, words};
use crate::domain::affairs::{AffairRefusal, Blank, Ground, limits};
use crate::domain::ledger::LedgerEvent;
use crate::domain::topic::{ResultClass, Topic};

/// A unit is charged. It is due when that is said, else when the procedure says.
pub(super) fn assigning(
    topic: &Topic,
    ground: &Ground,
    unit: &str,
    with: &[String],
    due: Option<NaiveDate>,
) -> Verdict {
    need_open(topic)?;
    let unit = words(unit, Blank::Unit)?;
    let mut others: Vec<String> = Vec::new();
    for other in with {
        let other = words(other, Blank::Unit)?;
        if other != unit && !others.contains(&other) {
            others.push(other);
        }
    }
    if let Some(until) = due.filter(|due| *due < topic.slip.on) {
        return Err(AffairRefusal::EndsBeforeItBegins { from: topic.slip.on, until });
    }
    let due = due.or_else(|| limits::of_handling(topic, ground));
    Ok(vec![LedgerEvent::TopicAssigned { topic: topic.case.clone(), unit, with: others, due }])
}

/// What became of a topic is made public; after it was closed, too.
pub(super) fn posting(
    topic: &Topic,
    from: NaiveDate,
    until: Option<NaiveDate>,
    note: Option<&str>,
) -> Verdict {
    need_dealt_with(topic)?;
    if let Some(until) = until.filter(|until| *until < from) {
        return Err(AffairRefusal::EndsBeforeItBegins { from, until });
    }
    let note = some_words(note)?;
    Ok(vec![LedgerEvent::TopicPosted { topic: topic.case.clone(), from, until, note }])
}

/// A result is reported. It is rated anew; what is closed is reopened by its proposers alone.
pub(super) fn resulting(topic: &Topic, class: ResultClass, note: Option<&str>) -> Verdict {
    need_open(topic)?;
    let note = some_words(note)?;
    Ok(vec![LedgerEvent::TopicResulted { topic: topic.case.clone(), class, note }])
}
