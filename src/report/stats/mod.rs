//! The counters as a table, for a spreadsheet and for programs, with the cases behind each figure.

mod csv;
mod json;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::figures::{Case, Figures, Period, Told, What};

pub use csv::{cases_csv, csv};
pub use json::json;
pub use table::table;

/// What was counted.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// The figures of all of it.
    pub figures: Figures,
    /// The communities counted, by id.
    pub communities: Vec<String>,
    /// What the cases are called, by community.
    pub titles: BTreeMap<String, Arc<BTreeMap<What, Told>>>,
}

/// What is reported: where, when, and what it came to.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What was counted, in words.
    pub scope: &'a str,
    /// From when to when.
    pub period: Period,
    /// The day it was counted on.
    pub today: NaiveDate,
    /// What came of it.
    pub counts: &'a Counts,
}

impl Counts {
    /// Those of one community.
    #[must_use]
    pub fn of(community: &str, figures: Figures, titles: BTreeMap<What, Told>) -> Self {
        let titles = BTreeMap::from([(community.to_owned(), Arc::new(titles))]);
        Self { figures, communities: vec![community.to_owned()], titles }
    }

    /// Takes those of other communities in.
    pub fn add(&mut self, other: Self) {
        self.figures.add(other.figures);
        self.communities.extend(other.communities);
        self.titles.extend(other.titles);
    }

    /// What a case is called.
    #[must_use]
    pub fn told(&self, case: &Case) -> Option<&Told> {
        self.titles.get(case.community.as_ref())?.get(&case.what)
    }
}
