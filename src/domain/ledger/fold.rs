//! What the lines of ledgers add up to. Total: whatever a file says, nothing fails.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order::in_order;
use super::{Call, Entry, Head, KnownPerson, Ledger, LedgerEvent, Report};
use crate::domain::record::{Line, Moment};
use crate::domain::station::{CallNo, CallOut, DutyDay, Station};
use crate::domain::topic::Topic;

/// What several ledgers say together: each its device and its lines. In which order they are given
/// makes no difference.
pub fn fold<'a>(ledgers: impl IntoIterator<Item = (&'a str, &'a [Line<LedgerEvent>])>) -> Ledger {
    let mut ledgers: Vec<(&str, &[Line<LedgerEvent>])> = ledgers.into_iter().collect();
    ledgers.sort_unstable_by_key(|(device, _)| *device);
    let mut ledger = Ledger::default();
    let devices: Vec<Arc<str>> = ledgers.iter().map(|(device, _)| Arc::from(*device)).collect();

    // Who began earlier keeps the numbers that others gave, too.
    let begun = |(at, (_, lines)): (usize, &(&str, &[Line<LedgerEvent>]))| {
        lines.first().map(|first| (first.at, at))
    };
    let mut by_age: Vec<(Moment, usize)> = ledgers.iter().enumerate().filter_map(begun).collect();
    by_age.sort_unstable();
    ledger.founder =
        by_age.first().and_then(|(_, oldest)| devices.get(*oldest)).map(ToString::to_string);
    for (_, at) in by_age {
        if let (Some(device), Some((_, lines))) = (devices.get(at), ledgers.get(at)) {
            for line in *lines {
                ledger.count(device, line);
            }
        }
    }

    let gone: Vec<BTreeSet<u64>> = ledgers.iter().map(|(_, lines)| taken_back(lines)).collect();
    for (at, line) in in_order(&ledgers) {
        let stands = gone.get(at).is_none_or(|gone| !gone.contains(&line.seq));
        if let Some(device) = devices.get(at).filter(|_| stands) {
            ledger.take_in(device, line);
        }
    }
    ledger
}

/// The positions of lines that later lines of the same ledger took back.
fn taken_back(lines: &[Line<LedgerEvent>]) -> BTreeSet<u64> {
    let mut gone = BTreeSet::new();
    for line in lines {
        for event in &line.events {
            if let LedgerEvent::TakenBack { seq } = event
                && *seq > 0
                && *seq < line.seq
            {
                gone.insert(*seq);
            }
        }
    }
    gone
}

/// The lines of a ledger that later ones did not take back.
pub fn standing(lines: &[Line<LedgerEvent>]) -> impl Iterator<Item = &Line<LedgerEvent>> {
    let gone = taken_back(lines);
    let takes_back = |line: &Line<LedgerEvent>| {
        line.events.iter().all(|event| matches!(event, LedgerEvent::TakenBack { .. }))
    };
    lines.iter().filter(move |line| !gone.contains(&line.seq) && !takes_back(line))
}

/// The position of the line that would be taken back next: the latest that stands and is more than
/// the ledger's beginning.
#[must_use]
pub fn latest_standing(lines: &[Line<LedgerEvent>]) -> Option<u64> {
    let gone = taken_back(lines);
    let is_mistake = |line: &&Line<LedgerEvent>| {
        !gone.contains(&line.seq)
            && !line.events.iter().any(|event| {
                matches!(event, LedgerEvent::Created { .. } | LedgerEvent::TakenBack { .. })
            })
    };
    lines.iter().rev().find(is_mistake).map(|line| line.seq)
}

impl Ledger {
    /// Takes in the next line of a device's ledger, as it stands in the file. It must come after
    /// everything taken in before, and take nothing back; see [`Ledger::next_line`].
    pub fn evolve(&mut self, device: &str, line: &Line<LedgerEvent>) {
        let device: Arc<str> = Arc::from(device);
        if self.founder.is_none() {
            self.founder = Some(device.to_string());
        }
        self.count(&device, line);
        self.take_in(&device, line);
    }

    /// Notes what holds of a line whether it stands or not: numbers are never given twice, and what
    /// its writer had read.
    fn count(&mut self, device: &Arc<str>, line: &Line<LedgerEvent>) {
        let head = self.heads.entry(device.to_string()).or_insert_with(|| Head {
            seq: line.seq,
            latest: line.at,
            seen: BTreeMap::new(),
        });
        head.seq = line.seq;
        head.latest = head.latest.max(line.at);
        for event in &line.events {
            match event {
                LedgerEvent::TopicRaised { topic, .. } => {
                    self.cases.give(device, topic);
                }
                LedgerEvent::CalledOut { call, .. } => {
                    self.call_numbers.give(device, call);
                }
                LedgerEvent::LedgerSeen { device, seq } => {
                    head.seen.insert(device.clone(), *seq);
                }
                _ => {}
            }
        }
    }

    fn take_in(&mut self, device: &Arc<str>, line: &Line<LedgerEvent>) {
        for event in &line.events {
            self.take_in_event(device, line, event);
        }
    }

    fn take_in_event(&mut self, device: &Arc<str>, line: &Line<LedgerEvent>, event: &LedgerEvent) {
        match event {
            LedgerEvent::Created { .. }
            | LedgerEvent::TakenBack { .. }
            | LedgerEvent::LedgerSeen { .. } => {}
            LedgerEvent::PersonEntered { key, name, role, household, sector, grid } => {
                let person = KnownPerson {
                    key: key.clone(),
                    name: name.clone(),
                    role: role.clone(),
                    household: household.clone(),
                    sector: sector.clone(),
                    grid: grid.clone(),
                };
                self.people.insert(key.clone(), person);
            }
            LedgerEvent::ActionReported { session, action, state, note } => {
                let reports = self.reports.entry((session.clone(), *action)).or_default();
                let place = reports.partition_point(|report| report.at <= line.at);
                let (at, by) = (line.at, line.by.clone());
                reports.insert(place, Report { at, by, state: *state, note: note.clone() });
            }
            LedgerEvent::TopicRaised { topic, slip, proposers } => {
                let case = self.cases.known(device, topic);
                let by = (line.at, line.by.as_str());
                let new = || Topic::taken_in(case.clone(), by, slip, proposers);
                self.topics.entry(case.clone()).or_insert_with(new);
                self.attend_anew(&case);
            }
            LedgerEvent::OutingMade(outing) => {
                let mut outing = outing.clone();
                outing.topic = outing.topic.map(|case| self.cases.known(device, &case));
                self.count_outing(&outing, line.at);
                self.outings.push(Entry { at: line.at, by: line.by.clone(), what: outing });
            }
            LedgerEvent::StagesNamed { procedure, names } => {
                self.stage_names.insert(procedure.clone(), names.clone());
            }
            LedgerEvent::StationEntered(card) => {
                let duties = self.stations.remove(&card.name).map(|station| station.duties);
                let station = Station { card: card.clone(), duties: duties.unwrap_or_default() };
                self.stations.insert(card.name.clone(), station);
            }
            LedgerEvent::DutySet { station, day, people } => self.duty(station, *day, people),
            LedgerEvent::CalledOut { call, out } => self.call(device, call, line, out),
            LedgerEvent::ReportedIn { call, member } => {
                let call = self.call_numbers.known(device, call);
                if let Some(call) = self.calls.get_mut(&call)
                    && !call.reported.iter().any(|(known, _)| known == member)
                {
                    call.reported.push((member.clone(), line.at));
                }
            }
            LedgerEvent::CallClosed { call, how } => {
                let call = self.call_numbers.known(device, call);
                if let Some(call) = self.calls.get_mut(&call) {
                    call.closed = Some((line.at, how.clone()));
                }
            }
            about_topic => self.about_topic(device, line, about_topic),
        }
    }

    fn duty(&mut self, station: &str, day: DutyDay, people: &[String]) {
        if let Some(station) = self.stations.get_mut(station) {
            station.duties.retain(|(other, _)| *other != day);
            if !people.is_empty() {
                station.duties.push((day, people.to_vec()));
            }
        }
    }

    fn call(&mut self, device: &str, call: &CallNo, line: &Line<LedgerEvent>, out: &CallOut) {
        let call = self.call_numbers.known(device, call);
        let mut out = out.clone();
        out.topic = out.topic.map(|case| self.cases.known(device, &case));
        if self.calls.contains_key(&call) {
            return;
        }
        if let Some(topic) = out.topic.as_ref().and_then(|case| self.topics.get_mut(case)) {
            topic.calls.push(call.clone());
            topic.touched = topic.touched.max(line.at);
        }
        let new = Call {
            call: call.clone(),
            at: line.at,
            by: line.by.clone(),
            out,
            reported: Vec::new(),
            closed: None,
        };
        self.calls.insert(call, new);
    }
}
