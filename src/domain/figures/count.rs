//! Counting: what a community's ledgers and meetings come to in a period. Days are those of the
//! record itself: a moment counts for the day it had where it was written.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Case, Figure, FigureId, Figures, Group, Period, What, matters};
use crate::domain::action::ActionState;
use crate::domain::digest::{Attendee, Digest};
use crate::domain::ledger::Ledger;
use crate::domain::station::CalledMember;
use crate::domain::survey::OutingKind;
use crate::domain::topic::CaseNo;

/// A meeting, as figures need it.
#[derive(Debug, Clone)]
pub struct SessionFacts<'a> {
    /// Its id within the community.
    pub id: Arc<str>,
    /// What its record comes down to.
    pub digest: &'a Digest,
}

/// What a community's figures are counted from.
#[derive(Debug, Clone)]
pub struct Records<'a> {
    /// Its id.
    pub community: Arc<str>,
    /// What its ledgers say together.
    pub ledger: &'a Ledger,
    /// Its meetings; those of the period are enough.
    pub sessions: Vec<SessionFacts<'a>>,
}

/// The figures of a community; `today` tells what is overdue.
#[must_use]
pub fn count(records: &Records<'_>, period: Period, today: NaiveDate) -> Figures {
    let mut sheet = Sheet {
        community: Arc::clone(&records.community),
        figures: Figures::default(),
        period,
        // What is late is late on the last day of the period, or today if that is still to come.
        as_of: period.to.min(today),
    };
    matters::count(&mut sheet, records.ledger);
    sheet.outings(records.ledger);
    sheet.calls(records.ledger);
    let mut sessions: Vec<&SessionFacts<'_>> =
        records.sessions.iter().filter(|it| period.has(it.digest.on)).collect();
    sessions.sort_by(|a, b| (a.digest.on, &a.id).cmp(&(b.digest.on, &b.id)));
    sheet.sessions(&sessions, records.ledger);
    sheet.consulted(&sessions, records.ledger);
    sheet.figures
}

/// What is being counted.
pub(super) struct Sheet {
    community: Arc<str>,
    figures: Figures,
    pub(super) period: Period,
    pub(super) as_of: NaiveDate,
}

impl Sheet {
    fn case(&self, what: &What, counted: u32, of: u32) -> Case {
        Case { community: Arc::clone(&self.community), what: what.clone(), counted, of }
    }

    /// Puts a case down that adds so much to a figure, and so much to the whole.
    pub(super) fn put(&mut self, id: FigureId, what: &What, counted: u32, of: u32) {
        let case = self.case(what, counted, of);
        if let Some(figure) = self.figures.all.get_mut(id.at()) {
            figure.put(case);
        }
    }

    /// Puts a case of the whole down: it is in the part or not.
    pub(super) fn part(&mut self, id: FigureId, what: &What, is_in: bool) {
        self.put(id, what, u32::from(is_in), 1);
    }

    /// The same for the figure of all and for that of one unit.
    pub(super) fn part_of_unit(&mut self, unit: &str, id: FigureId, what: &What, is_in: bool) {
        self.part(id, what, is_in);
        let case = self.case(what, u32::from(is_in), 1);
        let of_unit = self.figures.units.entry(unit.to_owned()).or_insert_with(|| {
            let all = FigureId::ALL.iter().filter(|id| id.group() == Group::Assigned);
            all.map(|id| Figure::empty(*id)).collect()
        });
        if let Some(figure) = of_unit.iter_mut().find(|figure| figure.id == id) {
            figure.put(case);
        }
    }

    /// Household visits (入户走访) and policy briefings (政策宣讲), by the day they were made.
    fn outings(&mut self, ledger: &Ledger) {
        let period = self.period;
        for (what, outing) in super::outings(ledger).filter(|(_, it)| period.has(it.on)) {
            let (rounds, reached) = match outing.kind {
                OutingKind::Visit => (FigureId::Visits, FigureId::Households),
                OutingKind::Briefing => (FigureId::Briefings, FigureId::Reached),
            };
            self.put(rounds, &what, 1, 0);
            self.put(reached, &what, outing.count, 0);
        }
    }

    /// Calls, by the day they went out; report-ins until the end of the period.
    fn calls(&mut self, ledger: &Ledger) {
        let period = self.period;
        for call in ledger.calls.values().filter(|call| period.has(call.at.date_naive())) {
            let what = What::Call(call.call.clone());
            let reported: HashSet<&str> = call
                .reported
                .iter()
                .filter(|(_, at)| at.date_naive() <= period.to)
                .map(|(key, _)| key.as_str())
                .collect();
            let members: BTreeSet<String> = call.out.members.iter().map(CalledMember::id).collect();
            let came = members.iter().filter(|key| reported.contains(key.as_str())).count();
            self.put(FigureId::Calls, &what, 1, 0);
            self.part(FigureId::CallsAnswered, &what, came > 0);
            self.put(FigureId::ReportedIn, &what, many(came), many(members.len()));
        }
    }

    /// Meetings, by the day they are held, and what they agreed on.
    fn sessions(&mut self, sessions: &[&SessionFacts<'_>], ledger: &Ledger) {
        let keys: HashMap<(&str, Option<&str>), &str> = ledger
            .people
            .values()
            .map(|it| ((it.name.as_str(), it.household.as_deref()), it.key.as_str()))
            .collect();
        let mut seen: HashSet<Somebody<'_>> = HashSet::new();
        for SessionFacts { id, digest } in sessions.iter().copied() {
            let what = What::Session(Arc::clone(id));
            let held = digest.opened.is_some();
            self.part(FigureId::Held, &what, held);
            if !held {
                continue;
            }
            let times = many(digest.attended.len());
            let new = digest.attended.iter().filter(|it| seen.insert(Somebody::of(it, &keys)));
            let new = many(new.count());
            self.put(FigureId::PersonTimes, &what, times, 0);
            self.put(FigureId::Persons, &what, new, times);
            self.put(FigureId::Opinions, &what, digest.opinions, 0);
            for action in &digest.actions {
                let until = self.period.to;
                let reports = ledger.reports_of(id, action.id).iter();
                let latest = reports.rev().find(|it| it.at.date_naive() <= until);
                let state = latest.map_or(ActionState::Open, |report| report.state);
                let late =
                    state != ActionState::Done && action.due.is_some_and(|due| due < self.as_of);
                let what = What::Action(Arc::clone(id), action.id);
                self.put(FigureId::ActionsAgreed, &what, 1, 0);
                self.part(FigureId::ActionsDone, &what, state == ActionState::Done);
                self.part(FigureId::ActionsOverdue, &what, late);
            }
        }
    }

    /// Topics on the agendas of meetings held, each once however often it was there; a topic that
    /// was merged as the one it is part of.
    fn consulted(&mut self, sessions: &[&SessionFacts<'_>], ledger: &Ledger) {
        let mut topics: BTreeMap<&CaseNo, bool> = BTreeMap::new();
        for facts in sessions.iter().filter(|facts| facts.digest.opened.is_some()) {
            for (case, held) in facts.digest.consultations(&facts.id, &ledger.cases) {
                let topic = ledger.standing(&case);
                let Some(topic) = topic.filter(|topic| topic.withdrawn.is_none()) else { continue };
                *topics.entry(&topic.case).or_default() |= held.has_dealt_with_it();
            }
        }
        for (case, dealt_with) in topics {
            self.part(FigureId::Consulted, &What::Topic(case.clone()), dealt_with);
        }
    }
}

/// Who somebody is within a community: by their key in its ledger, else by name and unit.
#[derive(PartialEq, Eq, Hash)]
enum Somebody<'a> {
    Key(&'a str),
    Name(&'a str, Option<&'a str>),
}

impl<'a> Somebody<'a> {
    fn of(attendee: &'a Attendee, keys: &HashMap<(&str, Option<&str>), &'a str>) -> Self {
        match attendee {
            Attendee::Known(key) => Self::Key(key),
            Attendee::Named(name, household) => {
                let (name, household) = (name.as_str(), household.as_deref());
                keys.get(&(name, household))
                    .map_or(Self::Name(name, household), |key| Self::Key(key))
            }
        }
    }
}

pub(super) fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
