//! Bringing topics together (归并) and taking them apart again.

use super::{Verdict, need, need_open};
use crate::domain::affairs::AffairRefusal;
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::topic::{CaseNo, Topic};

/// Topics become part of another one, and whoever proposed them stands behind that one, too. What
/// has a result stays by itself: its proposers rate that result.
pub(super) fn merging(ledger: &Ledger, into: &CaseNo, topics: &[CaseNo]) -> Verdict {
    need_open(need(ledger, into)?)?;
    let mut parts: Vec<CaseNo> = Vec::new();
    for case in topics {
        let topic = need(ledger, case)?;
        if case == into {
            return Err(AffairRefusal::MergedIntoItself(case.clone()));
        }
        need_free(topic)?;
        if !parts.contains(case) {
            parts.push(case.clone());
        }
    }
    if parts.is_empty() {
        return Err(AffairRefusal::NothingToMerge(into.clone()));
    }
    Ok(vec![LedgerEvent::TopicsMerged { into: into.clone(), topics: parts }])
}

fn need_free(topic: &Topic) -> Result<(), AffairRefusal> {
    need_open(topic)?;
    if topic.results.is_empty() {
        Ok(())
    } else {
        Err(AffairRefusal::HasResult(topic.case.clone()))
    }
}

/// A topic stands for itself again and takes its proposers along.
pub(super) fn parting(ledger: &Ledger, case: &CaseNo) -> Verdict {
    let topic = need(ledger, case)?;
    if topic.merged_into.is_none() {
        return Err(AffairRefusal::NotMerged(case.clone()));
    }
    Ok(vec![LedgerEvent::TopicParted { topic: case.clone() }])
}
