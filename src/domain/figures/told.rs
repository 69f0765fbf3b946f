//! What the cases behind figures are called, and where they stand.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Figures, Records, What};
use crate::domain::action::ActionState;
use crate::domain::session::Phase;
use crate::domain::topic::TopicState;

/// Where a case stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// A topic.
    Topic(TopicState),
    /// A meeting.
    Session(Phase),
    /// An action.
    Action(ActionState),
    /// Something done outside of a meeting: households, or people.
    Outing(u32),
    /// A call: how many reported in, of how many.
    Call(u32, u32),
}

/// What a case is called, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The title, the place or the reason, as it was recorded.
    pub title: String,
    /// Its day.
    pub on: NaiveDate,
    /// Where it stands.
    pub state: CaseState,
}

/// All cases behind the figures of a community. Where topics stand depends on the meetings the
/// ledger has [attended](crate::domain::ledger::Ledger::attend).
#[must_use]
pub fn titles(records: &Records<'_>, figures: &Figures) -> BTreeMap<What, Told> {
    let cases = figures.all.iter().flat_map(|figure| &figure.cases).map(|case| &case.what);
    let wanted: BTreeSet<&What> = cases.collect();
    let mut titles = BTreeMap::new();
    let mut put = |what: What, title: &str, on, state| {
        if wanted.contains(&what) {
            titles.insert(what, Told { title: title.to_owned(), on, state });
        }
    };
    let ledger = records.ledger;
    for topic in ledger.topics.values() {
        let state = CaseState::Topic(topic.state());
        put(What::Topic(topic.case.clone()), &topic.slip.title, topic.slip.on, state);
    }
    for session in &records.sessions {
        let (id, digest) = (&session.id, session.digest);
        let state = CaseState::Session(digest.phase);
        put(What::Session(id.clone()), &digest.title, digest.on, state);
        for action in &digest.actions {
            let what = What::Action(id.clone(), action.id);
            let state = CaseState::Action(ledger.state_of(id, action.id));
            put(what, &action.what, digest.on, state);
        }
    }
    for (what, outing) in super::outings(ledger) {
        put(what, &outing.place, outing.on, CaseState::Outing(outing.count));
    }
    for call in ledger.calls.values() {
        let many = super::count::many;
        let state = CaseState::Call(many(call.reported.len()), many(call.out.members.len()));
        put(What::Call(call.call.clone()), &call.out.reason, call.at.date_naive(), state);
    }
    titles
}
