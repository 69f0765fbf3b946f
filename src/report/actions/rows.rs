//! Rows of the action list, their order, and what they add up to.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::action::{Action, ActionState, Lack};
use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::session::Session;
use crate::report::codes;
use crate::report::people::{proposers, sources};

/// One action, told without the files it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionRow {
    /// `community/session/A1`, as commands take it.
    pub id: String,
    /// Id of the community.
    pub community_id: String,
    /// Its name.
    pub community_name: String,
    /// Id of the session, without the community.
    pub session_id: String,
    /// What the meeting is called.
    pub session_title: String,
    /// The day it was held.
    pub session_date: NaiveDate,
    /// Number within the session, without the A.
    pub number: u32,
    /// What is to be done.
    pub what: String,
    /// Lead unit or person (主办).
    pub owner: Option<String>,
    /// Last day.
    pub due: Option<NaiveDate>,
    /// Acceptance test.
    pub test: Option<String>,
    /// Title of the agenda item it came from.
    pub item: Option<String>,
    /// Numbers of the opinions it answers.
    pub opinions: Vec<u32>,
    /// Those who voiced them, each once.
    pub proposers: Vec<String>,
    /// Where it stands: `open`, `underway` or `done`.
    #[serde(serialize_with = "codes::serialize_state")]
    pub state: ActionState,
    /// Not done, and the last day is past.
    pub overdue: bool,
    /// Given up, and why.
    pub dropped: Option<String>,
    /// What it lacks: `owner`, `due`, `test`.
    #[serde(serialize_with = "codes::serialize_lacks")]
    pub lacks: Vec<Lack>,
    /// The day of the latest report.
    pub reported: Option<NaiveDate>,
    /// Who entered it.
    pub reported_by: Option<String>,
    /// What it said.
    pub note: Option<String>,
}

/// Which actions to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// Not done: waiting, under way or overdue.
    #[default]
    Open,
    /// Not done though the last day is past.
    Overdue,
    /// Done.
    Done,
    /// Every one, those given up included.
    All,
}

impl Status {
    /// Whether it takes this action in.
    #[must_use]
    pub fn takes(self, row: &ActionRow) -> bool {
        match self {
            Self::Open => row.dropped.is_none() && row.state != ActionState::Done,
            Self::Overdue => row.overdue,
            Self::Done => row.dropped.is_none() && row.state == ActionState::Done,
            Self::All => true,
        }
    }
}

/// What rows add up to. Actions given up count in none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Actions done.
    pub done: usize,
    /// All actions.
    pub total: usize,
    /// Those overdue.
    pub overdue: usize,
}

impl Tally {
    /// Adds rows up.
    #[must_use]
    pub fn of(rows: &[ActionRow]) -> Self {
        let count = |status: Status| rows.iter().filter(|row| status.takes(row)).count();
        Self {
            done: count(Status::Done),
            total: count(Status::Done) + count(Status::Open),
            overdue: count(Status::Overdue),
        }
    }
}

/// The actions of one meeting, in the order of [`sort`]. `session_id` is the id of the session
/// within its community, which is how ledgers know it.
#[must_use]
pub fn rows_of(
    meeting: &Meeting,
    ledger: &Ledger,
    community_id: &str,
    community_name: &str,
    session_id: &str,
    today: NaiveDate,
) -> Vec<ActionRow> {
    let session = meeting.session();
    let mut rows: Vec<ActionRow> = session
        .actions
        .iter()
        .map(|action| {
            let mut row = row_of(session, action);
            row.id = format!("{community_id}/{session_id}/A{}", action.id);
            community_id.clone_into(&mut row.community_id);
            community_name.clone_into(&mut row.community_name);
            session_id.clone_into(&mut row.session_id);
            if let Some(report) = ledger.reports_of(session_id, action.id).last() {
                row.state = report.state;
                row.reported = Some(report.at.date_naive());
                row.reported_by = Some(report.by.clone());
                row.note.clone_from(&report.note);
            }
            row.overdue = row.dropped.is_none()
                && row.state != ActionState::Done
                && row.due.is_some_and(|due| due < today);
            row
        })
        .collect();
    sort(&mut rows);
    rows
}

/// What the meeting itself tells of an action.
fn row_of(session: &Session, action: &Action) -> ActionRow {
    let owned = |text: &std::sync::Arc<str>| text.to_string();
    ActionRow {
        id: String::new(),
        community_id: String::new(),
        community_name: String::new(),
        session_id: String::new(),
        session_title: session.setup.title.clone(),
        session_date: session.setup.on,
        number: action.id.0,
        what: action.what.to_string(),
        owner: action.owner.as_ref().map(owned),
        due: action.due,
        test: action.test.as_ref().map(owned),
        item: action.item.and_then(|id| session.item(id)).map(|item| item.title.to_string()),
        opinions: sources(session, action).iter().map(|opinion| opinion.id.0).collect(),
        proposers: proposers(session, action),
        state: ActionState::Open,
        overdue: false,
        dropped: action.dropped.as_ref().map(owned),
        lacks: action.lacks(),
        reported: None,
        reported_by: None,
        note: None,
    }
}

/// Overdue first, then by last day, those without one last; the rest by where they came from.
pub fn sort(rows: &mut [ActionRow]) {
    rows.sort_by(|a, b| {
        let key = |row: &ActionRow| (!row.overdue, row.due.is_none(), row.due, row.session_date);
        let place = |row: &ActionRow| (row.community_id.clone(), row.session_id.clone());
        key(a).cmp(&key(b)).then_with(|| place(a).cmp(&place(b))).then(a.number.cmp(&b.number))
    });
}

/// Those of the rows that a status takes in.
#[must_use]
pub fn select(rows: &[ActionRow], status: Status) -> Vec<ActionRow> {
    rows.iter().filter(|row| status.takes(row)).cloned().collect()
}
