//! What topics come to. A topic that was merged counts as the one it is part of and never for
//! itself, one that was taken back not at all; what happened after the period does not count.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::count::{Sheet, many};
use super::{FigureId, Period, What};
use crate::domain::ledger::Ledger;
use crate::domain::record::Moment;
use crate::domain::topic::{Class, Decision, Reported, ResultClass, Topic, TopicRating};

/// Puts everything down that topics come to.
pub(super) fn count(sheet: &mut Sheet, ledger: &Ledger) {
    for topic in ledger.topics.values() {
        let what = What::Topic(topic.case.clone());
        let counts = topic.merged_into.is_none() && topic.withdrawn.is_none();
        if sheet.period.has(topic.slip.on) {
            sheet.part(FigureId::Raised, &what, counts);
        }
        if counts {
            let matter = Matter::of(topic, sheet.period);
            raised(sheet, &what, &matter);
            screened(sheet, &what, topic);
            resulted(sheet, &what, &matter);
            rated(sheet, &what, &matter);
            answered(sheet, &what, topic);
            assigned(sheet, &what, &matter);
        }
    }
}

/// A topic as it stood at the end of the period.
struct Matter<'a> {
    topic: &'a Topic,
    /// The latest result.
    result: Option<&'a Reported>,
    /// A proposer was dissatisfied with it.
    redo: bool,
    /// How it was rated in the period, if it was.
    rated: Option<Verdict>,
}

#[derive(Clone, Copy)]
struct Verdict {
    dissatisfied: bool,
    reopened: bool,
}

impl<'a> Matter<'a> {
    fn of(topic: &'a Topic, period: Period) -> Self {
        let until = |at: Moment| at.date_naive() <= period.to;
        let latest = topic.results.iter().rposition(|result| until(result.at));
        let redo = latest.is_some_and(|at| dissatisfied(topic, at, |day| day <= period.to));
        let result = latest.and_then(|at| topic.results.get(at));
        Self { topic, result, redo, rated: verdict(topic, period) }
    }

    /// The class of a result that stands.
    fn class(&self) -> Option<ResultClass> {
        self.result.filter(|_| !self.redo).map(|result| result.class)
    }

    /// When it was closed (办结): solved, or left for reference. What is under way or planned is
    /// looked at again (回头看).
    fn closed(&self) -> Option<&'a Reported> {
        let closing = [ResultClass::Solved, ResultClass::Reference];
        self.result.filter(|result| !self.redo && closing.contains(&result.class))
    }
}

/// Whether somebody was dissatisfied with a result, by what was said on such days; of several ratings
/// of one person the latest counts.
fn dissatisfied(topic: &Topic, result: usize, counts: impl Fn(NaiveDate) -> bool) -> bool {
    let given = topic.ratings_of(result);
    let mut latest: BTreeMap<&str, &TopicRating> = BTreeMap::new();
    for rating in given.iter().filter(|rating| counts(rating.at.date_naive())) {
        latest.insert(&rating.name, rating);
    }
    latest.into_values().any(TopicRating::is_dissatisfied)
}

/// How a topic was rated in a period: the ratings of the result that was rated last decide, and one
/// that is dissatisfied decides alone.
fn verdict(topic: &Topic, period: Period) -> Option<Verdict> {
    let in_period = |day: NaiveDate| period.has(day);
    let rated: Vec<usize> = (0..topic.results.len())
        .filter(|at| {
            let given = topic.ratings_of(*at);
            given.iter().any(|rating| in_period(rating.at.date_naive()))
        })
        .collect();
    let last = *rated.last()?;
    Some(Verdict {
        dissatisfied: dissatisfied(topic, last, in_period),
        reopened: rated.iter().any(|at| dissatisfied(topic, *at, in_period)),
    })
}

/// Topics by the day they were brought up, their class, and what has become of them.
fn raised(sheet: &mut Sheet, what: &What, matter: &Matter<'_>) {
    let slip = &matter.topic.slip;
    if !sheet.period.has(slip.on) {
        return;
    }
    let class = slip.class;
    for (id, is_in) in [
        (FigureId::Livelihood, class == Some(Class::Livelihood)),
        (FigureId::Vexing, class.is_some_and(Class::is_vexing)),
        (FigureId::Neighbours, class == Some(Class::Neighbours)),
        (FigureId::Petition, class == Some(Class::Petition)),
        (FigureId::Rights, class == Some(Class::Rights)),
        (FigureId::Governance, class == Some(Class::Governance)),
        (FigureId::Unclassified, class.is_none()),
        (FigureId::RaisedResulted, matter.class().is_some()),
        (FigureId::RaisedSolved, matter.class() == Some(ResultClass::Solved)),
    ] {
        sheet.part(id, what, is_in);
    }
    if class == Some(Class::Neighbours) {
        let settled = matter.class() == Some(ResultClass::Solved);
        sheet.part(FigureId::DisputesSettled, what, settled);
    }
}

/// What screening decided, by the day of the latest decision.
fn screened(sheet: &mut Sheet, what: &What, topic: &Topic) {
    let Some(screening) = &topic.screening else { return };
    if sheet.period.has(screening.at.date_naive()) {
        let accepted = matches!(screening.decision, Decision::Accepted { .. });
        sheet.part(FigureId::Accepted, what, accepted);
        sheet.part(FigureId::Excluded, what, !accepted);
    }
}

/// Results A to D, by the day of the latest one.
fn resulted(sheet: &mut Sheet, what: &What, matter: &Matter<'_>) {
    let Some(result) = matter.result.filter(|it| sheet.period.has(it.at.date_naive())) else {
        return;
    };
    for (id, class) in [
        (FigureId::Solved, ResultClass::Solved),
        (FigureId::Underway, ResultClass::Underway),
        (FigureId::Planned, ResultClass::Planned),
        (FigureId::Reference, ResultClass::Reference),
    ] {
        sheet.part(id, what, !matter.redo && result.class == class);
    }
    sheet.part(FigureId::Redo, what, matter.redo);
}

/// Topics rated in the period; one with several ratings is one topic.
fn rated(sheet: &mut Sheet, what: &What, matter: &Matter<'_>) {
    let Some(verdict) = matter.rated else { return };
    sheet.part(FigureId::Satisfied, what, !verdict.dissatisfied);
    sheet.part(FigureId::Dissatisfied, what, verdict.dissatisfied);
    sheet.part(FigureId::Reopened, what, verdict.reopened);
}

/// Answers: every proposer is owed one after the latest decision or result.
fn answered(sheet: &mut Sheet, what: &What, topic: &Topic) {
    let until = |at: &Moment| at.date_naive() <= sheet.period.to;
    let now = topic.marks.decided.filter(until);
    let then = || {
        let screened = topic.screening.iter().map(|it| it.at);
        let resulted = topic.results.iter().map(|it| it.at);
        screened.chain(resulted).filter(until).max()
    };
    let Some(since) = now.or_else(then).filter(|at| sheet.period.has(at.date_naive())) else {
        return;
    };
    let told = |name: &str| {
        let answered = topic.answers.iter().any(|it| {
            it.at >= since && until(&it.at) && it.names.iter().any(|other| other == name)
        });
        // Of the latest decision the order of entries tells, not the clock.
        answered && (now.is_none() || topic.marks.told.contains(name))
    };
    let given = topic.proposers.iter().filter(|proposer| told(&proposer.name)).count();
    if !topic.proposers.is_empty() {
        sheet.put(FigureId::Answered, what, many(given), many(topic.proposers.len()));
    }
}

/// The ledger row (台账): what units were charged with and had not closed before the period.
fn assigned(sheet: &mut Sheet, what: &What, matter: &Matter<'_>) {
    let (period, as_of) = (sheet.period, sheet.as_of);
    let all = &matter.topic.assignments;
    let last = all.iter().rfind(|it| it.at.date_naive() <= period.to);
    let (Some(first), Some(last)) = (all.first(), last) else { return };
    let unit = last.unit.trim();
    if let Some(verdict) = matter.rated {
        sheet.part_of_unit(unit, FigureId::AssignedDissatisfied, what, verdict.dissatisfied);
    }
    let closed = matter.closed();
    if closed.is_some_and(|result| result.at.date_naive() < period.from) {
        return;
    }
    let new = period.has(first.at.date_naive());
    let overdue = closed.is_none() && last.due.is_some_and(|due| due < as_of);
    sheet.part_of_unit(unit, FigureId::AssignedNew, what, new);
    sheet.part_of_unit(unit, FigureId::AssignedClosed, what, closed.is_some());
    sheet.part_of_unit(unit, FigureId::AssignedOpen, what, closed.is_none());
    sheet.part_of_unit(unit, FigureId::AssignedOverdue, what, overdue);
    if let Some(result) = closed {
        // The last day that held when the result came.
        let limit = all.iter().rev().find(|it| it.at <= result.at).and_then(|it| it.due);
        let day = result.at.date_naive();
        sheet.part_of_unit(unit, FigureId::OnTime, what, limit.is_some_and(|due| day <= due));
        sheet.part_of_unit(unit, FigureId::Late, what, limit.is_some_and(|due| day > due));
        sheet.part_of_unit(unit, FigureId::NoLimit, what, limit.is_none());
    }
}
