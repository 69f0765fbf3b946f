//! The counters (台账数字): for a period and a community, each figure with the cases it is the sum of.
//!
//! A figure is never more than its cases: its numerator and denominator are their sums, so whatever
//! is counted can be traced, and nothing is counted twice. `docs/figures.md` has the definitions.

mod count;
mod id;
mod matters;
mod period;
mod told;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use super::ids::ActionId;
use super::ledger::{Entry, Ledger};
use super::station::CallNo;
use super::survey::{Outing, OutingKind};
use super::topic::CaseNo;

pub use count::{Records, SessionFacts, count};
pub use id::{FigureId, Group, Whole};
pub use period::{Period, Span};
pub use told::{CaseState, Told, titles};

/// Something that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// A topic.
    Topic(CaseNo),
    /// A meeting, by its id within the community.
    Session(Arc<str>),
    /// An action that a meeting agreed on.
    Action(Arc<str>, ActionId),
    /// A round of visits, or a briefing: the so-manieth of its kind that day.
    Outing(OutingKind, NaiveDate, u32),
    /// A call.
    Call(CallNo),
}

/// One case behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// Id of the community.
    pub community: Arc<str>,
    /// What.
    pub what: What,
    /// What it adds to the numerator.
    pub counted: u32,
    /// What it adds to the denominator.
    pub of: u32,
}

impl fmt::Display for Case {
    /// As it is referred to everywhere: `jinyuan/17`, `jinyuan/2026-11-23-name/A1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let community = &self.community;
        match &self.what {
            What::Topic(case) => write!(f, "{community}/{case}"),
            What::Session(session) => write!(f, "{community}/{session}"),
            What::Action(session, action) => write!(f, "{community}/{session}/A{action}"),
            What::Outing(OutingKind::Visit, on, nth) => write!(f, "{community}/visit-{on}-{nth}"),
            What::Outing(OutingKind::Briefing, on, nth) => {
                write!(f, "{community}/briefing-{on}-{nth}")
            }
            What::Call(call) => write!(f, "{community}/C{call}"),
        }
    }
}

/// Every outing of a ledger as a case: those of a kind and a day are numbered in their order.
fn outings(ledger: &Ledger) -> impl Iterator<Item = (What, &Outing)> {
    let mut of_day: BTreeMap<(OutingKind, NaiveDate), u32> = BTreeMap::new();
    ledger.outings.iter().map(move |Entry { what: outing, .. }| {
        let nth = of_day.entry((outing.kind, outing.on)).or_default();
        *nth += 1;
        (What::Outing(outing.kind, outing.on, *nth), outing)
    })
}

/// A figure with the cases behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which.
    pub id: FigureId,
    /// The sum of what the cases add.
    pub numerator: u64,
    /// The whole it is a part of; none for plain counts.
    pub denominator: Option<u64>,
    /// Every case of the whole; of plain counts, every case.
    pub cases: Vec<Case>,
}

impl Figure {
    /// Without any case.
    #[must_use]
    pub fn empty(id: FigureId) -> Self {
        Self { id, numerator: 0, denominator: id.whole().map(|_| 0), cases: Vec::new() }
    }

    fn put(&mut self, case: Case) {
        self.numerator += u64::from(case.counted);
        if let Some(whole) = &mut self.denominator {
            *whole += u64::from(case.of);
        }
        self.cases.push(case);
    }

    fn add(&mut self, other: Self) {
        self.numerator += other.numerator;
        if let (Some(whole), Some(more)) = (&mut self.denominator, other.denominator) {
            *whole += more;
        }
        self.cases.extend(other.cases);
    }

    /// The share in tenths of a percent, rounded half up; none without a whole.
    #[must_use]
    pub fn tenths(&self) -> Option<u64> {
        tenths(self.numerator, self.denominator?)
    }
}

/// A share in tenths of a percent, rounded half up: 216 of 220 are 982. None of nothing.
#[must_use]
pub fn tenths(part: u64, whole: u64) -> Option<u64> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    u64::try_from((part * 2_000 + whole) / (2 * whole)).ok()
}

/// A share in words of no language: `98.2%`.
#[must_use]
pub fn percent(tenths: u64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// All figures of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Each figure, in the order of [`FigureId::ALL`].
    pub all: Vec<Figure>,
    /// Those of [`Group::Assigned`] for each lead unit by itself, in order of its name.
    pub units: BTreeMap<String, Vec<Figure>>,
}

impl Default for Figures {
    fn default() -> Self {
        Self {
            all: FigureId::ALL.iter().map(|id| Figure::empty(*id)).collect(),
            units: BTreeMap::new(),
        }
    }
}

impl Figures {
    /// One of them.
    #[must_use]
    pub fn get(&self, id: FigureId) -> Option<&Figure> {
        self.all.get(id.at())
    }

    /// Takes those of another community in: every case stands for itself.
    pub fn add(&mut self, other: Self) {
        for (mine, theirs) in self.all.iter_mut().zip(other.all) {
            mine.add(theirs);
        }
        for (unit, theirs) in other.units {
            match self.units.entry(unit) {
                std::collections::btree_map::Entry::Vacant(free) => {
                    free.insert(theirs);
                }
                std::collections::btree_map::Entry::Occupied(mut taken) => {
                    for (mine, theirs) in taken.get_mut().iter_mut().zip(theirs) {
                        mine.add(theirs);
                    }
                }
            }
        }
    }
}
