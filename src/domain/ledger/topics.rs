//! What happens to topics in the ledgers.

use std::collections::BTreeSet;

use super::{Ledger, LedgerEvent};
use crate::domain::record::{Line, Moment};
use crate::domain::survey::{Outing, OutingKind};
use crate::domain::topic::{
    Answer, Assignment, CaseNo, Consultation, Entered, Posting, Proposer, Reported, Screening,
    Topic, TopicRating,
};

impl Ledger {
    pub(super) fn about_topic(
        &mut self,
        device: &str,
        line: &Line<LedgerEvent>,
        event: &LedgerEvent,
    ) {
        match event {
            LedgerEvent::TopicsMerged { into, topics } => {
                let into = self.cases.known(device, into);
                for case in topics {
                    self.merge(&into, &self.cases.known(device, case), line.at);
                }
            }
            LedgerEvent::TopicParted { topic } => {
                self.part(&self.cases.known(device, topic), line.at);
            }
            _ => {}
        }
        let Some(case) = event.cases().next() else { return };
        let case = self.cases.known(device, case);
        if let Some(topic) = self.topics.get_mut(&case) {
            topic.touched = topic.touched.max(line.at);
            change(topic, line, event);
        }
        if let LedgerEvent::ProposersJoined { proposers, .. } = event {
            self.share(&case, proposers);
        }
    }

    /// Makes one topic part of another; its proposers stand behind that one, too.
    fn merge(&mut self, into: &CaseNo, case: &CaseNo, at: Moment) {
        let circle = self.standing(into).is_none_or(|root| root.case == *case);
        if circle || into == case {
            return;
        }
        let Some(topic) = self.topics.get_mut(case) else { return };
        if topic.merged_into.is_some() {
            return;
        }
        topic.merged_into = Some(into.clone());
        topic.touched = topic.touched.max(at);
        let proposers = topic.proposers.clone();
        let made = (topic.survey.visits, topic.survey.briefings);
        if let Some(into) = self.topics.get_mut(into) {
            into.merged.push(case.clone());
        }
        self.share(into, &proposers);
        self.each_whole(into, |whole| {
            whole.survey.visits = whole.survey.visits.saturating_add(made.0);
            whole.survey.briefings = whole.survey.briefings.saturating_add(made.1);
        });
        self.attend_anew(into);
    }

    /// Parts a topic from the one it was merged into; whoever stood behind that one only through it
    /// does so no more.
    fn part(&mut self, case: &CaseNo, at: Moment) {
        let Some(topic) = self.topics.get_mut(case) else { return };
        let Some(into) = topic.merged_into.take() else { return };
        let leaving = topic.proposers.clone();
        let made = (topic.survey.visits, topic.survey.briefings);
        if let Some(whole) = self.topics.get_mut(&into) {
            whole.merged.retain(|other| other != case);
            whole.touched = whole.touched.max(at);
        }
        self.leave(&into, &leaving);
        self.each_whole(&into, |whole| {
            whole.survey.visits = whole.survey.visits.saturating_sub(made.0);
            whole.survey.briefings = whole.survey.briefings.saturating_sub(made.1);
        });
        self.attend_anew(&into);
    }

    /// An outing counts for its topic and for everything that is part of.
    pub(super) fn count_outing(&mut self, outing: &Outing, at: Moment) {
        let Some(case) = &outing.topic else { return };
        if let Some(topic) = self.topics.get_mut(case) {
            topic.touched = topic.touched.max(at);
        }
        self.each_whole(case, |topic| {
            let count = match outing.kind {
                OutingKind::Visit => &mut topic.survey.visits,
                OutingKind::Briefing => &mut topic.survey.briefings,
            };
            *count = count.saturating_add(1);
        });
    }

    /// Does something to a topic, to what it is part of, and so on.
    fn each_whole(&mut self, case: &CaseNo, mut change: impl FnMut(&mut Topic)) {
        let mut next = Some(case.clone());
        // A circle cannot be made; if there were one all the same, this ends.
        for _ in 0..self.topics.len() {
            let Some(topic) = next.as_ref().and_then(|case| self.topics.get_mut(case)) else {
                return;
            };
            change(topic);
            next = topic.merged_into.clone();
        }
    }

    /// Proposers stand behind a topic and everything it is part of.
    fn share(&mut self, case: &CaseNo, proposers: &[Proposer]) {
        self.each_whole(case, |topic| join(&mut topic.proposers, proposers));
    }

    fn leave(&mut self, case: &CaseNo, leaving: &[Proposer]) {
        let mut next = Some(case.clone());
        for _ in 0..self.topics.len() {
            let Some(topic) = next.as_ref().and_then(|case| self.topics.get(case)) else { return };
            let parts = topic.merged.iter().filter_map(|case| self.topics.get(case));
            let still: BTreeSet<&Proposer> =
                parts.flat_map(|part| &part.proposers).chain(&topic.signed).collect();
            let stays = |it: &&Proposer| !leaving.contains(it) || still.contains(it);
            let kept: Vec<Proposer> = topic.proposers.iter().filter(stays).cloned().collect();
            let after = topic.merged_into.clone();
            if let Some(topic) = next.as_ref().and_then(|case| self.topics.get_mut(case)) {
                topic.proposers = kept;
            }
            next = after;
        }
    }

    /// Puts together anew what meetings did with a topic and its parts, and so on for what it is
    /// part of.
    pub(super) fn attend_anew(&mut self, case: &CaseNo) {
        let mut next = Some(case.clone());
        for _ in 0..self.topics.len() {
            let Some(case) = next else { return };
            let Some(topic) = self.topics.get(&case) else { return };
            let parts = topic.merged.iter().filter_map(|part| self.topics.get(part));
            let of_parts = parts.flat_map(|part| &part.consultations);
            let own = self.held.get(&case).into_iter().flatten();
            let all: BTreeSet<&Consultation> = own.chain(of_parts).collect();
            let all: Vec<Consultation> = all.into_iter().cloned().collect();
            let whole = topic.merged_into.clone();
            if let Some(topic) = self.topics.get_mut(&case) {
                topic.consultations = all;
            }
            next = whole;
        }
    }
}

fn join(known: &mut Vec<Proposer>, more: &[Proposer]) {
    for proposer in more {
        if !known.contains(proposer) {
            known.push(proposer.clone());
        }
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
            topic.decided(at);
        }
        LedgerEvent::TopicWithdrawn { why, .. } => topic.withdrawn = Some(why.clone()),
        LedgerEvent::ProposersAnswered { names, how, .. } => {
            topic.answers.push(Answer { at, names: names.clone(), how: how.clone() });
            topic.marks.told.extend(names.iter().cloned());
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
            let ratings = topic.ratings.len();
            topic.results.push(Reported { at, class: *class, note: note.clone(), ratings });
            topic.marks.assignments = topic.assignments.len();
            topic.decided(at);
        }
        LedgerEvent::TopicRated { name, handling, result, note, .. } => {
            let (name, note) = (name.clone(), note.clone());
            let rating = TopicRating { at, name, handling: *handling, result: *result, note };
            let was_reopened = topic.is_reopened();
            topic.ratings.push(rating);
            if !was_reopened && topic.is_reopened() {
                topic.marks.assignments = topic.assignments.len();
            }
        }
        _ => {}
    }
}
