//! Screening topics (审定) and telling their proposers (答复).

use super::{Verdict, need_standing, not_now, some_words, words};
use crate::domain::affairs::{AffairRefusal, Blank};
use crate::domain::ledger::LedgerEvent;
use crate::domain::topic::{Class, Decision, Topic, TopicState};

/// A topic is screened; an excluded one is told why, and where to turn instead. It may be screened
/// again, after an objection say, until a meeting has dealt with it or somebody handles it.
pub(super) fn screening(
    topic: &Topic,
    decision: &Decision,
    class: Option<Class>,
    approver: Option<&str>,
) -> Verdict {
    need_standing(topic)?;
    let decision = match decision {
        Decision::Accepted { level } => Decision::Accepted { level: *level },
        Decision::Excluded { ground, redirect } => Decision::Excluded {
            ground: words(ground, Blank::Ground)?,
            redirect: words(redirect, Blank::Redirect)?,
        },
    };
    let approver = some_words(approver)?;
    let excludes = matches!(decision, Decision::Excluded { .. });
    let may = match topic.state() {
        TopicState::Raised | TopicState::Accepted | TopicState::Excluded => true,
        // What is on an agenda is taken off there before it is excluded.
        TopicState::Scheduled => !excludes,
        // An emergency goes to action at once and is screened afterwards.
        TopicState::Consulted
        | TopicState::Handling
        | TopicState::Reopened
        | TopicState::Resulted => topic.screening.is_none() && !excludes,
        TopicState::Closed | TopicState::Merged | TopicState::Withdrawn => false,
    };
    if !may {
        return Err(not_now(topic));
    }
    let case = topic.case.clone();
    let mut events = Vec::new();
    let is_same = topic.screening.as_ref().is_some_and(|known| {
        known.decision == decision && (approver.is_none() || known.approver == approver)
    });
    if !is_same {
        events.push(LedgerEvent::TopicScreened { topic: case.clone(), decision, approver });
    }
    if let Some(class) = class.filter(|class| topic.slip.class != Some(*class)) {
        events.push(LedgerEvent::TopicClassified { topic: case.clone(), class });
    }
    if events.is_empty() { Err(AffairRefusal::Unchanged(case)) } else { Ok(events) }
}

/// Proposers who are owed an answer were told: all of them where nobody is named.
pub(super) fn answering(topic: &Topic, names: &[String], how: &str) -> Verdict {
    need_standing(topic)?;
    let how = words(how, Blank::How)?;
    let case = || topic.case.clone();
    let owed = topic.names_owed();
    let mut told: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        if name.is_empty() {
            return Err(AffairRefusal::Missing(Blank::Proposer));
        }
        if !topic.is_proposed_by(name) {
            return Err(AffairRefusal::NotAProposer { topic: case(), name: name.to_owned() });
        }
        if owed.is_empty() {
            break;
        }
        if !owed.iter().any(|it| it == name) {
            return Err(AffairRefusal::AnsweredBefore { topic: case(), name: name.to_owned() });
        }
        if !told.iter().any(|it| it == name) {
            told.push(name.to_owned());
        }
    }
    if owed.is_empty() {
        return Err(AffairRefusal::NobodyOwed(case()));
    }
    let names = if told.is_empty() { owed } else { told };
    Ok(vec![LedgerEvent::ProposersAnswered { topic: case(), names, how }])
}
