//! Where a topic stands, told from what was entered about it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    CaseNo, Consultation, Decision, Level, Proposer, Reported, ResultClass, Slip, Topic,
    TopicRating,
};
use crate::domain::item::Outcome;
use crate::domain::record::Moment;
use crate::domain::survey::Survey;

/// Where a topic stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TopicState {
    /// 待审定: nobody has decided on it yet.
    Raised,
    /// 已审定: accepted; nothing else yet.
    Accepted,
    /// 已列入议程: on the agenda of a meeting to come.
    Scheduled,
    /// 已协商: a meeting has dealt with it.
    Consulted,
    /// 办理中: a unit handles it.
    Handling,
    /// 重办: a proposer was dissatisfied.
    Reopened,
    /// 待评价: there is a result, which nobody has rated.
    Resulted,
    /// 办结: rated, and nobody is dissatisfied.
    Closed,
    /// 不予受理: not dealt with.
    Excluded,
    /// 已归并: part of another topic.
    Merged,
    /// 已撤回: taken back.
    Withdrawn,
}

impl TopicState {
    /// All, in the order of the board.
    pub const ALL: [Self; 11] = [
        Self::Raised,
        Self::Accepted,
        Self::Scheduled,
        Self::Consulted,
        Self::Handling,
        Self::Reopened,
        Self::Resulted,
        Self::Closed,
        Self::Excluded,
        Self::Merged,
        Self::Withdrawn,
    ];

    /// Nothing more is to be done.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Excluded | Self::Merged | Self::Withdrawn)
    }
}

/// What came after what. By the order of entries, not by the clock: several things may be entered
/// within one second.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::domain) struct Marks {
    /// When the latest decision or result was entered.
    pub decided: Option<Moment>,
    /// Who was told of it.
    pub told: BTreeSet<String>,
    /// How many assignments there were then, or when somebody became dissatisfied with it.
    pub assignments: usize,
}

impl Consultation {
    /// Whether that meeting has dealt with the topic: its item ended, and was not carried over.
    #[must_use]
    pub fn has_dealt_with_it(&self) -> bool {
        self.outcome.is_some_and(|it| it != Outcome::CarriedOver)
    }
}

impl Topic {
    /// A topic as its slip takes it in.
    #[must_use]
    pub(in crate::domain) fn taken_in(
        case: CaseNo,
        (at, by): (Moment, &str),
        slip: &Slip,
        proposers: &[Proposer],
    ) -> Self {
        let mut signed: Vec<Proposer> = Vec::new();
        for proposer in proposers {
            if !signed.contains(proposer) {
                signed.push(proposer.clone());
            }
        }
        Self {
            case,
            at,
            by: by.to_owned(),
            slip: slip.clone(),
            proposers: signed.clone(),
            signed,
            merged_into: None,
            merged: Vec::new(),
            withdrawn: None,
            screening: None,
            procedure: None,
            stages: Vec::new(),
            survey: Survey::default(),
            survey_waived: None,
            consultations: Vec::new(),
            assignments: Vec::new(),
            postings: Vec::new(),
            results: Vec::new(),
            ratings: Vec::new(),
            answers: Vec::new(),
            calls: Vec::new(),
            touched: at,
            marks: Marks::default(),
        }
    }

    /// There is something new to tell the proposers.
    pub(in crate::domain) fn decided(&mut self, at: Moment) {
        self.marks.decided = Some(at);
        self.marks.told.clear();
    }

    /// The stage it is in, counted from 1.
    #[must_use]
    pub fn stage(&self) -> u32 {
        self.stages.last().map_or(1, |entered| entered.stage)
    }

    /// The day it came into the stage it is in: for the first, the day it was entered.
    #[must_use]
    pub fn in_stage_since(&self) -> NaiveDate {
        self.stages.last().map_or(self.at, |entered| entered.at).date_naive()
    }

    /// The latest result, unless a proposer is dissatisfied with it.
    #[must_use]
    pub fn standing_result(&self) -> Option<&Reported> {
        self.results.last().filter(|_| !self.is_reopened())
    }

    /// The ratings of one of its results: those entered before the next result was.
    pub(in crate::domain) fn ratings_of(&self, result: usize) -> &[TopicRating] {
        let Some(rated) = self.results.get(result) else { return &[] };
        let end = self.results.get(result + 1).map_or(self.ratings.len(), |next| next.ratings);
        self.ratings.get(rated.ratings..end).unwrap_or_default()
    }

    /// Ratings of the latest result; of several by the same person the latest.
    pub fn ratings_of_latest(&self) -> impl Iterator<Item = &TopicRating> {
        let latest = self.results.len().checked_sub(1);
        let given = latest.map(|latest| self.ratings_of(latest)).unwrap_or_default();
        given.iter().enumerate().filter_map(|(at, rating)| {
            let later = given.get(at + 1..).unwrap_or_default();
            (!later.iter().any(|other| other.name == rating.name)).then_some(rating)
        })
    }

    /// Whether somebody is dissatisfied with the latest result.
    #[must_use]
    pub fn is_reopened(&self) -> bool {
        self.ratings_of_latest().any(TopicRating::is_dissatisfied)
    }

    /// Whether a unit was charged since there was a result, or somebody was dissatisfied with it.
    #[must_use]
    pub fn is_assigned_anew(&self) -> bool {
        self.assignments.len() > self.marks.assignments
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> TopicState {
        if self.withdrawn.is_some() {
            return TopicState::Withdrawn;
        }
        if self.merged_into.is_some() {
            return TopicState::Merged;
        }
        if let Some(Decision::Excluded { .. }) = self.decision() {
            return TopicState::Excluded;
        }
        if let Some(result) = self.results.last() {
            return match (self.is_reopened(), self.ratings_of_latest().next()) {
                (true, _) if self.is_assigned_anew() => TopicState::Handling,
                (true, _) => TopicState::Reopened,
                (false, None) => TopicState::Resulted,
                // 回头看: what is under way or planned is looked at again.
                (false, Some(_)) => match result.class {
                    ResultClass::Solved | ResultClass::Reference => TopicState::Closed,
                    ResultClass::Underway | ResultClass::Planned => TopicState::Handling,
                },
            };
        }
        if !self.assignments.is_empty() {
            return TopicState::Handling;
        }
        if self.is_consulted() {
            return TopicState::Consulted;
        }
        if self.is_scheduled() {
            return TopicState::Scheduled;
        }
        if self.screening.is_some() { TopicState::Accepted } else { TopicState::Raised }
    }

    /// What the latest screening decided.
    #[must_use]
    pub fn decision(&self) -> Option<&Decision> {
        self.screening.as_ref().map(|screening| &screening.decision)
    }

    /// The level it is dealt with at, once it was accepted.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self.decision() {
            Some(Decision::Accepted { level }) => Some(*level),
            Some(Decision::Excluded { .. }) | None => None,
        }
    }

    /// Meetings that have dealt with it: their item ended, and was not carried over.
    pub fn dealt_with(&self) -> impl Iterator<Item = &Consultation> {
        self.consultations.iter().filter(|it| it.has_dealt_with_it())
    }

    /// Whether a meeting has dealt with it.
    #[must_use]
    pub fn is_consulted(&self) -> bool {
        self.dealt_with().next().is_some()
    }

    /// The meeting that has it on its agenda and has not dealt with it: of several the next one from
    /// this day on; where all should be over, the latest.
    #[must_use]
    pub fn scheduled(&self, today: NaiveDate) -> Option<&Consultation> {
        let mut waiting = self.consultations.iter().filter(|it| it.outcome.is_none());
        let next = waiting.clone().find(|it| it.on >= today);
        next.or_else(|| waiting.next_back())
    }

    /// Whether it is on the agenda of a meeting that has not dealt with it yet.
    #[must_use]
    pub fn is_scheduled(&self) -> bool {
        self.consultations.iter().any(|it| it.outcome.is_none())
    }

    /// Since when the proposers are owed an answer: the latest decision or result that not all of
    /// them were told of. A topic that was merged is answered with the one it is part of.
    #[must_use]
    pub fn answer_owed_since(&self) -> Option<Moment> {
        self.marks.decided.filter(|_| self.owed().next().is_some())
    }

    /// Proposers who are owed an answer; nobody while there is nothing to tell.
    pub fn owed(&self) -> impl Iterator<Item = &Proposer> {
        let open = self.merged_into.is_none() && self.withdrawn.is_none();
        let due = open && self.marks.decided.is_some();
        let owed = move |it: &&Proposer| due && !self.marks.told.contains(&it.name);
        self.proposers.iter().filter(owed)
    }

    /// The names of those who are owed an answer, each once.
    #[must_use]
    pub fn names_owed(&self) -> Vec<String> {
        unique(self.owed().map(|it| it.name.as_str()))
    }

    /// The names of the proposers who have not rated the latest result, each once; nobody while
    /// there is none.
    #[must_use]
    pub fn names_to_rate(&self) -> Vec<String> {
        if self.results.is_empty() {
            return Vec::new();
        }
        let rated: BTreeSet<&str> = self.ratings_of_latest().map(|it| it.name.as_str()).collect();
        let names = self.proposers.iter().map(|it| it.name.as_str());
        unique(names.filter(|name| !rated.contains(name)))
    }

    /// Those of them who have not, though others have: a topic that nobody is dissatisfied with is
    /// closed by the first rating, and what the others think is still to be asked.
    #[must_use]
    pub fn others_to_rate(&self) -> Vec<String> {
        let open = self.merged_into.is_none() && self.withdrawn.is_none();
        let begun = open && self.ratings_of_latest().next().is_some();
        if begun { self.names_to_rate() } else { Vec::new() }
    }

    /// Whether somebody of that name stands behind it.
    #[must_use]
    pub fn is_proposed_by(&self, name: &str) -> bool {
        self.proposers.iter().any(|it| it.name == name)
    }
}

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    found
}
