//! What happens to a community between its meetings: people it knows, and what became of actions.
//!
//! Each device writes a ledger of its own; [`Ledger`] is what all of them say together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::action::ActionState;
use super::ids::ActionId;
use super::people::Role;
use super::record::{Line, Moment};

/// One change to a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerEvent {
    /// The ledger comes into being; always its first line.
    Created {
        /// Version of the event vocabulary.
        format: u32,
        /// The device that writes it.
        device: String,
        /// Id of the community.
        community: String,
    },
    /// The community gets to know somebody, or corrects what it knows of them.
    PersonEntered {
        /// Their key, never used twice.
        key: String,
        /// Name.
        name: String,
        /// Capacity.
        role: Role,
        /// Unit or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        household: Option<String>,
    },
    /// News of an action.
    ActionReported {
        /// The session it was agreed in, without the community.
        session: String,
        /// Which.
        action: ActionId,
        /// Where it stands now.
        state: ActionState,
        /// What was done, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
}

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

/// What a community's ledgers say together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// People by key.
    pub people: BTreeMap<String, KnownPerson>,
    /// News of actions by session and number, oldest first.
    pub reports: BTreeMap<(String, ActionId), Vec<Report>>,
}

impl Ledger {
    /// Takes in one ledger's line. Lines of several devices may come in any order of devices.
    pub fn evolve(&mut self, line: &Line<LedgerEvent>) {
        for event in &line.events {
            match event {
                LedgerEvent::Created { .. } => {}
                LedgerEvent::PersonEntered { key, name, role, household } => {
                    let person = KnownPerson {
                        key: key.clone(),
                        name: name.clone(),
                        role: role.clone(),
                        household: household.clone(),
                    };
                    self.people.insert(key.clone(), person);
                }
                LedgerEvent::ActionReported { session, action, state, note } => {
                    let reports = self.reports.entry((session.clone(), *action)).or_default();
                    let place = reports.partition_point(|report| report.at <= line.at);
                    reports.insert(
                        place,
                        Report {
                            at: line.at,
                            by: line.by.clone(),
                            state: *state,
                            note: note.clone(),
                        },
                    );
                }
            }
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
}
