//! What the lines of ledgers add up to. Total: whatever a file says, nothing fails.

use std::collections::{BTreeSet, HashMap};

use super::{Call, Entry, KnownPerson, Ledger, LedgerEvent, Report, mark};
use crate::domain::record::{Line, Moment};
use crate::domain::station::{CallNo, CallOut, DutyDay, Station};
use crate::domain::survey::{Outing, OutingKind, Survey};
use crate::domain::topic::{
    Answer, Assignment, CaseNo, Entered, Posting, Proposer, Reported, Screening, Slip, Topic,
    TopicRating,
};

/// The numbers a device gave that another had given before, and what these topics are called.
type Aliases<'a> = HashMap<(&'a str, CaseNo), CaseNo>;

/// Lines of several devices, put in order of time; lines taken back are left out.
pub fn fold<'a>(ledgers: impl IntoIterator<Item = (&'a str, &'a [Line<LedgerEvent>])>) -> Ledger {
    let mut ledger = Ledger::default();
    let mut all: Vec<(&str, &Line<LedgerEvent>)> = Vec::new();
    let mut first: Option<(Moment, &str)> = None;
    for (device, lines) in ledgers {
        let begun = lines.first().map(|line| (line.at, device));
        first = [first, begun].into_iter().flatten().min();
        let taken_back = taken_back(lines);
        for line in lines {
            if taken_back.contains(&line.seq) {
                ledger.count_numbers(line);
            } else {
                all.push((device, line));
            }
        }
    }
    ledger.founder = first.map(|(_, device)| device.to_owned());
    // Stable: lines of one ledger stay in their order.
    all.sort_by_key(|(_, line)| line.at);
    let mut aliases = Aliases::new();
    for (device, line) in all {
        ledger.take_in(Some(device), line, &mut aliases);
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
    /// Takes in one line, which is not earlier than those taken in before.
    pub fn evolve(&mut self, line: &Line<LedgerEvent>) {
        self.take_in(None, line, &mut Aliases::new());
    }

    fn take_in<'a>(
        &mut self,
        device: Option<&'a str>,
        line: &Line<LedgerEvent>,
        aliases: &mut Aliases<'a>,
    ) {
        self.count_numbers(line);
        for event in &line.events {
            self.take_in_event(device, line, event, aliases);
        }
    }

    /// Numbers are never given twice, not even those of lines taken back.
    fn count_numbers(&mut self, line: &Line<LedgerEvent>) {
        for event in &line.events {
            match event {
                LedgerEvent::TopicRaised { topic, .. } => {
                    self.last_case = self.last_case.max(topic.number);
                }
                LedgerEvent::CalledOut { call, .. } => {
                    self.last_call = self.last_call.max(call.number);
                }
                _ => {}
            }
        }
    }

    fn take_in_event<'a>(
        &mut self,
        device: Option<&'a str>,
        line: &Line<LedgerEvent>,
        event: &LedgerEvent,
        aliases: &mut Aliases<'a>,
    ) {
        match event {
            LedgerEvent::Created { .. } | LedgerEvent::TakenBack { .. } => {}
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
                let case = self.free_case(topic, device, aliases);
                let raised = new_topic(case.clone(), line, slip, proposers);
                self.topics.insert(case, raised);
            }
            LedgerEvent::OutingMade(outing) => self.outing(device, line, outing, aliases),
            LedgerEvent::StagesNamed { procedure, names } => {
                self.stage_names.insert(procedure.clone(), names.clone());
            }
            LedgerEvent::StationEntered(card) => {
                let duties = self.stations.remove(&card.name).map(|station| station.duties);
                let station = Station { card: card.clone(), duties: duties.unwrap_or_default() };
                self.stations.insert(card.name.clone(), station);
            }
            LedgerEvent::DutySet { station, day, people } => self.duty(station, *day, people),
            LedgerEvent::CalledOut { call, out } => self.call(call, line, out),
            LedgerEvent::ReportedIn { call, member } => {
                if let Some(call) = self.calls.get_mut(call)
                    && !call.reported.iter().any(|(known, _)| known == member)
                {
                    call.reported.push((member.clone(), line.at));
                }
            }
            LedgerEvent::CallClosed { call, how } => {
                if let Some(call) = self.calls.get_mut(call) {
                    call.closed = Some((line.at, how.clone()));
                }
            }
            about_topic => self.about_topic(device, line, about_topic, aliases),
        }
    }

    /// The number a topic is known by: the one it was given, unless another device gave that to
    /// another topic before.
    fn free_case<'a>(
        &mut self,
        given: &CaseNo,
        device: Option<&'a str>,
        aliases: &mut Aliases<'a>,
    ) -> CaseNo {
        let (Some(device), true) = (device, self.topics.contains_key(given)) else {
            return given.clone();
        };
        let case = CaseNo::marked(given.number, Some(mark(device)));
        self.clashes.insert(case.clone());
        aliases.insert((device, given.clone()), case.clone());
        case
    }

    fn outing(
        &mut self,
        device: Option<&str>,
        line: &Line<LedgerEvent>,
        outing: &Outing,
        aliases: &Aliases<'_>,
    ) {
        let mut outing = outing.clone();
        outing.topic = outing.topic.map(|case| meant(device, &case, aliases));
        if let Some(topic) = outing.topic.as_ref().and_then(|case| self.topics.get_mut(case)) {
            let count = match outing.kind {
                OutingKind::Visit => &mut topic.survey.visits,
                OutingKind::Briefing => &mut topic.survey.briefings,
            };
            *count = count.saturating_add(1);
            topic.touched = line.at;
        }
        self.outings.push(Entry { at: line.at, by: line.by.clone(), what: outing });
    }

    fn duty(&mut self, station: &str, day: DutyDay, people: &[String]) {
        if let Some(station) = self.stations.get_mut(station) {
            station.duties.retain(|(other, _)| *other != day);
            if !people.is_empty() {
                station.duties.push((day, people.to_vec()));
            }
        }
    }

    fn call(&mut self, call: &CallNo, line: &Line<LedgerEvent>, out: &CallOut) {
        self.calls.entry(call.clone()).or_insert_with(|| Call {
            call: call.clone(),
            at: line.at,
            by: line.by.clone(),
            out: out.clone(),
            reported: Vec::new(),
            closed: None,
        });
    }

    fn about_topic(
        &mut self,
        device: Option<&str>,
        line: &Line<LedgerEvent>,
        event: &LedgerEvent,
        aliases: &Aliases<'_>,
    ) {
        match event {
            LedgerEvent::TopicsMerged { into, topics } => {
                let into = meant(device, into, aliases);
                for case in topics {
                    self.merge(&into, &meant(device, case, aliases));
                }
            }
            LedgerEvent::TopicParted { topic } => self.part(&meant(device, topic, aliases)),
            _ => {}
        }
        let Some(case) = case_of(event) else { return };
        let case = meant(device, case, aliases);
        if let Some(topic) = self.topics.get_mut(&case) {
            topic.touched = line.at;
            change(topic, line, event);
        }
        if let LedgerEvent::ProposersJoined { proposers, .. } = event {
            self.share(&case, proposers);
        }
    }

    /// Makes one topic part of another; its proposers stand behind that one, too.
    fn merge(&mut self, into: &CaseNo, case: &CaseNo) {
        let circle = self.standing(into).is_none_or(|root| root.case == *case);
        if circle || into == case {
            return;
        }
        let Some(topic) = self.topics.get_mut(case) else { return };
        if topic.merged_into.is_some() {
            return;
        }
        topic.merged_into = Some(into.clone());
        let proposers = topic.proposers.clone();
        if let Some(into) = self.topics.get_mut(into) {
            into.merged.push(case.clone());
        }
        self.share(into, &proposers);
    }

    /// Proposers stand behind a topic and everything it is part of.
    fn share(&mut self, case: &CaseNo, proposers: &[Proposer]) {
        let mut next = Some(case.clone());
        for _ in 0..self.topics.len() {
            let Some(topic) = next.as_ref().and_then(|case| self.topics.get_mut(case)) else {
                return;
            };
            join(&mut topic.proposers, proposers);
            next = topic.merged_into.clone();
        }
    }

    /// Parts a topic from the one it was merged into; whoever stood behind that one only through it
    /// does so no more.
    fn part(&mut self, case: &CaseNo) {
        let Some(topic) = self.topics.get_mut(case) else { return };
        let Some(into) = topic.merged_into.take() else { return };
        let leaving = topic.proposers.clone();
        if let Some(whole) = self.topics.get_mut(&into) {
            whole.merged.retain(|other| other != case);
        }
        self.leave(&into, &leaving);
    }

    fn leave(&mut self, case: &CaseNo, leaving: &[Proposer]) {
        let mut next = Some(case.clone());
        for _ in 0..self.topics.len() {
            let Some(topic) = next.as_ref().and_then(|case| self.topics.get(case)) else { return };
            let still: BTreeSet<&Proposer> = topic
                .merged
                .iter()
                .filter_map(|case| self.topics.get(case))
                .flat_map(|part| &part.proposers)
                .chain(&topic.signed)
                .collect();
            let kept: Vec<Proposer> = topic
                .proposers
                .iter()
                .filter(|proposer| !leaving.contains(proposer) || still.contains(proposer))
                .cloned()
                .collect();
            let after = topic.merged_into.clone();
            if let Some(topic) = next.as_ref().and_then(|case| self.topics.get_mut(case)) {
                topic.proposers = kept;
            }
            next = after;
        }
    }
}

/// The topic a device means by a number.
fn meant(device: Option<&str>, case: &CaseNo, aliases: &Aliases<'_>) -> CaseNo {
    let alias = device.and_then(|device| aliases.get(&(device, case.clone())));
    alias.unwrap_or(case).clone()
}

fn join(known: &mut Vec<Proposer>, more: &[Proposer]) {
    for proposer in more {
        if !known.contains(proposer) {
            known.push(proposer.clone());
        }
    }
}

fn new_topic(case: CaseNo, line: &Line<LedgerEvent>, slip: &Slip, proposers: &[Proposer]) -> Topic {
    let mut all = Vec::new();
    join(&mut all, proposers);
    Topic {
        case,
        at: line.at,
        by: line.by.clone(),
        slip: slip.clone(),
        signed: all.clone(),
        proposers: all,
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
        touched: line.at,
    }
}

/// The one topic that an event changes by itself.
fn case_of(event: &LedgerEvent) -> Option<&CaseNo> {
    match event {
        LedgerEvent::SlipAmended { topic, .. }
        | LedgerEvent::TopicClassified { topic, .. }
        | LedgerEvent::ProposersJoined { topic, .. }
        | LedgerEvent::TopicScreened { topic, .. }
        | LedgerEvent::TopicParted { topic }
        | LedgerEvent::TopicWithdrawn { topic, .. }
        | LedgerEvent::ProposersAnswered { topic, .. }
        | LedgerEvent::ProcedureChosen { topic, .. }
        | LedgerEvent::StageEntered { topic, .. }
        | LedgerEvent::SurveyWritten { topic, .. }
        | LedgerEvent::SurveyWaived { topic, .. }
        | LedgerEvent::TopicAssigned { topic, .. }
        | LedgerEvent::TopicPosted { topic, .. }
        | LedgerEvent::TopicResulted { topic, .. }
        | LedgerEvent::TopicRated { topic, .. } => Some(topic),
        LedgerEvent::TopicsMerged { into, .. } => Some(into),
        _ => None,
    }
}

/// What an event changes of the topic it is about.
fn change(topic: &mut Topic, line: &Line<LedgerEvent>, event: &LedgerEvent) {
    let at = line.at;
    match event {
        LedgerEvent::SlipAmended { slip, .. } => topic.slip = slip.clone(),
        LedgerEvent::TopicClassified { class, .. } => topic.slip.class = Some(*class),
        LedgerEvent::ProposersJoined { proposers, .. } => join(&mut topic.signed, proposers),
        LedgerEvent::TopicScreened { decision, approver, .. } => {
            let (decision, approver) = (decision.clone(), approver.clone());
            topic.screening = Some(Screening { at, decision, approver });
        }
        LedgerEvent::TopicWithdrawn { why, .. } => topic.withdrawn = Some(why.clone()),
        LedgerEvent::ProposersAnswered { names, how, .. } => {
            topic.answers.push(Answer { at, names: names.clone(), how: how.clone() });
        }
        LedgerEvent::ProcedureChosen { procedure, .. } => {
            topic.procedure = Some(procedure.clone());
            topic.stages.clear();
        }
        LedgerEvent::StageEntered { stage, despite, .. } => {
            topic.stages.push(Entered { at, stage: *stage, despite: despite.clone() });
        }
        LedgerEvent::SurveyWritten { parts, .. } => {
            topic.survey.at = Some(at);
            for (part, text) in parts {
                topic.survey.write(*part, text);
            }
        }
        LedgerEvent::SurveyWaived { why, .. } => topic.survey_waived = Some(why.clone()),
        LedgerEvent::TopicAssigned { unit, with, due, .. } => {
            let (unit, with) = (unit.clone(), with.clone());
            topic.assignments.push(Assignment { at, unit, with, due: *due });
        }
        LedgerEvent::TopicPosted { from, until, note, .. } => {
            topic.postings.push(Posting { at, from: *from, until: *until, note: note.clone() });
        }
        LedgerEvent::TopicResulted { class, note, .. } => {
            topic.results.push(Reported { at, class: *class, note: note.clone() });
        }
        LedgerEvent::TopicRated { name, handling, result, note, .. } => {
            let (name, note) = (name.clone(), note.clone());
            let rating = TopicRating { at, name, handling: *handling, result: *result, note };
            topic.ratings.push(rating);
        }
        _ => {}
    }
}
