//! What a list of topics needs of each: small enough to be kept, so that ten thousand topics are
//! seen before their ledgers are read.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::affairs::{Ground, days_late, due};
use super::ledger::Ledger;
use super::topic::{CaseNo, Class, Level, Topic, TopicState};

/// A topic as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicRow {
    /// Its case number.
    pub case: CaseNo,
    /// What it is about.
    pub title: String,
    /// Its class, once it has one.
    pub class: Option<Class>,
    /// At which level it is dealt with, once that was decided.
    pub level: Option<Level>,
    /// Where it stands.
    pub state: TopicState,
    /// Its procedure, by the name of its file; the community's where none was chosen.
    pub procedure: Option<String>,
    /// The stage it is in, counted from 1.
    pub stage: u32,
    /// By when something is to be done about it; see [`due`].
    pub due: Option<NaiveDate>,
    /// The day of the meeting that has it on its agenda and has not dealt with it.
    pub meets: Option<NaiveDate>,
    /// How many proposers are owed an answer.
    pub owed: u32,
    /// Since when they are.
    pub owed_since: Option<NaiveDate>,
    /// Who brought it up first.
    pub proposer: Option<String>,
    /// How many brought it up or signed it.
    pub proposers: u32,
    /// The place it is about.
    pub place: Option<String>,
    /// The day something about it was entered last.
    pub touched: NaiveDate,
}

impl TopicRow {
    /// A topic as it is listed.
    #[must_use]
    pub fn of(ledger: &Ledger, ground: &Ground, topic: &Topic) -> Self {
        let owed_since = topic.answer_owed_since();
        let owed = owed_since.map_or(0, |_| topic.owed().count());
        Self {
            case: topic.case.clone(),
            title: topic.slip.title.clone(),
            class: topic.slip.class,
            level: topic.level(),
            state: topic.state(),
            procedure: topic.procedure.clone(),
            stage: topic.stage(),
            due: due(ledger, ground, topic),
            meets: topic.scheduled(ground.today).map(|it| it.on),
            owed: count(owed),
            owed_since: owed_since.map(|at| at.date_naive()),
            proposer: topic.proposers.first().map(|proposer| proposer.name.clone()),
            proposers: count(topic.proposers.len()),
            place: topic.slip.place.clone(),
            touched: topic.touched.date_naive(),
        }
    }

    /// How many days it is over that day.
    #[must_use]
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        days_late(self.due, today)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The topics of a ledger as they are listed: by state in the order of [`TopicState::ALL`]; those
/// that somebody has to do something about by number, the others with the latest first.
#[must_use]
pub fn rows(ledger: &Ledger, ground: &Ground) -> Vec<TopicRow> {
    let row = |topic| TopicRow::of(ledger, ground, topic);
    let mut rows: Vec<TopicRow> = ledger.topics.values().map(row).collect();
    // Topics come by number already, and sorting keeps that.
    rows.sort_by_key(|row| (row.state, row.state.is_over().then_some(Reverse(row.touched))));
    rows
}
