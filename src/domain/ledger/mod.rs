//! What happens to a community between its meetings: people it knows, topics, surveys, stations,
//! calls, and what became of actions.
//!
//! Each device writes a ledger of its own; [`Ledger`] is what all of them say together.

mod cases;
mod event;
mod fold;
mod next_line;
mod numbers;
mod order;
mod topics;

use std::collections::BTreeMap;

use super::action::ActionState;
use super::ids::ActionId;
use super::people::Role;
use super::record::{Line, Moment};
use super::station::{Call, CallNo, Station};
use super::survey::Outing;
use super::topic::{CaseNo, Consultation, Topic};

pub use event::LedgerEvent;
pub use fold::{latest_standing, standing};
pub use numbers::Numbers;

/// Somebody a community knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// Key in the ledger.
    pub key: String,
    /// Name.
    pub name: String,
    /// Capacity.
    pub role: Role,
    /// Unit or building.
    pub household: Option<String>,
    /// Sector (界别), of members.
    pub sector: Option<String>,
    /// The grid (网格) they live in.
    pub grid: Option<String>,
}

/// News of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: String,
    /// Where the action stood then.
    pub state: ActionState,
    /// What was done, in words.
    pub note: Option<String>,
}

/// An outing, and when it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<T> {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// What.
    pub what: T,
}

/// What a community's ledgers say together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// People by key.
    pub people: BTreeMap<String, KnownPerson>,
    /// News of actions by session and number, oldest first.
    pub reports: BTreeMap<(String, ActionId), Vec<Report>>,
    /// Topics by case number.
    pub topics: BTreeMap<CaseNo, Topic>,
    /// Visits and briefings, oldest first.
    pub outings: Vec<Entry<Outing>>,
    /// Places with members, by name.
    pub stations: BTreeMap<String, Station>,
    /// Calls by number.
    pub calls: BTreeMap<CallNo, Call>,
    /// What the community calls the stages of procedures that leave them open, by procedure.
    pub stage_names: BTreeMap<String, Vec<String>>,
    /// The numbers of topics.
    pub cases: Numbers,
    /// The numbers of calls.
    pub call_numbers: Numbers,
    /// The device whose ledger is the oldest: it numbers plainly.
    pub founder: Option<String>,
    /// Where each device's ledger ends.
    heads: BTreeMap<String, Head>,
    /// What the records of meetings say of each topic by itself.
    held: BTreeMap<CaseNo, Vec<Consultation>>,
}

/// Where a ledger ends.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Head {
    /// The position of its last line.
    seq: u64,
    /// The latest time in it.
    latest: Moment,
    /// Up to where its writer has said that they read other devices' ledgers.
    seen: BTreeMap<String, u64>,
}

impl Ledger {
    /// What these ledgers say together: each its device and its lines.
    #[must_use]
    pub fn of<'a>(ledgers: impl IntoIterator<Item = (&'a str, &'a [Line<LedgerEvent>])>) -> Self {
        fold::fold(ledgers)
    }

    /// Takes in what the records of meetings say of topics, in place of what was known of that. What
    /// a meeting did with a topic it did with everything that is part of.
    pub fn attend(&mut self, held: impl IntoIterator<Item = (CaseNo, Consultation)>) {
        self.held.clear();
        for (case, consultation) in held {
            self.held.entry(case).or_default().push(consultation);
        }
        for topic in self.topics.values_mut() {
            topic.consultations.clear();
        }
        let cases: Vec<CaseNo> = self.held.keys().cloned().collect();
        for case in &cases {
            self.attend_anew(case);
        }
    }

    /// News of one action, oldest first.
    #[must_use]
    pub fn reports_of(&self, session: &str, action: ActionId) -> &[Report] {
        self.reports.get(&(session.to_owned(), action)).map_or(&[], Vec::as_slice)
    }

    /// Where an action stands.
    #[must_use]
    pub fn state_of(&self, session: &str, action: ActionId) -> ActionState {
        self.reports_of(session, action).last().map_or(ActionState::Open, |report| report.state)
    }

    /// The topic of that number, and where it was merged the one it is part of now.
    #[must_use]
    pub fn standing(&self, case: &CaseNo) -> Option<&Topic> {
        let mut topic = self.topics.get(case)?;
        // A circle cannot be made; if a file has one all the same, this ends.
        for _ in 0..self.topics.len() {
            match topic.merged_into.as_ref().and_then(|into| self.topics.get(into)) {
                Some(into) => topic = into,
                None => break,
            }
        }
        Some(topic)
    }

    /// The topic that somebody means by a number: the one known by it; else the only one of that
    /// number, or the one that the device with that mark took in.
    #[must_use]
    pub fn find(&self, said: &CaseNo) -> Option<&Topic> {
        self.topics.get(&self.cases.meant(said, |case| self.topics.contains_key(case))?)
    }

    /// The same of calls.
    #[must_use]
    pub fn find_call(&self, said: &CallNo) -> Option<&Call> {
        self.calls.get(&self.call_numbers.meant(said, |call| self.calls.contains_key(call))?)
    }

    /// The number that the next topic gets when this device takes it in.
    #[must_use]
    pub fn next_case(&self, device: &str) -> CaseNo {
        CaseNo::marked(self.cases.highest().saturating_add(1), self.mark_of(device))
    }

    /// The number that the next call gets.
    #[must_use]
    pub fn next_call(&self, device: &str) -> CallNo {
        CallNo::marked(self.call_numbers.highest().saturating_add(1), self.mark_of(device))
    }

    /// The mark in numbers that a device gives; none for the one the community began on.
    fn mark_of<'d>(&self, device: &'d str) -> Option<&'d str> {
        let founder = self.founder.as_deref().is_none_or(|founder| founder == device);
        (!founder).then(|| mark(device))
    }
}

/// What tells a device's numbers from others': the end of its name.
#[must_use]
pub fn mark(device: &str) -> &str {
    device.rsplit('-').next().unwrap_or(device)
}
