//! The numbers in an event.

use super::{Ledger, LedgerEvent};
use crate::domain::topic::CaseNo;

/// The numbers of topics in an event: that of the topic it is about, and more of them. For numbers
/// to read and to change alike, so that no event is forgotten for either.
macro_rules! cases {
    ($event:expr, $topic:ident, $list:ident) => {
        match $event {
            LedgerEvent::TopicRaised { topic, .. }
            | LedgerEvent::SlipAmended { topic, .. }
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
            | LedgerEvent::TopicRated { topic, .. } => (Some(topic), Default::default()),
            LedgerEvent::TopicsMerged { into, topics } => (Some(into), topics.$list()),
            LedgerEvent::OutingMade(outing) => (outing.topic.$topic(), Default::default()),
            LedgerEvent::CalledOut { out, .. } => (out.topic.$topic(), Default::default()),
            LedgerEvent::Created { .. }
            | LedgerEvent::TakenBack { .. }
            | LedgerEvent::LedgerSeen { .. }
            | LedgerEvent::PersonEntered { .. }
            | LedgerEvent::ActionReported { .. }
            | LedgerEvent::StagesNamed { .. }
            | LedgerEvent::StationEntered(_)
            | LedgerEvent::DutySet { .. }
            | LedgerEvent::ReportedIn { .. }
            | LedgerEvent::CallClosed { .. } => (None, Default::default()),
        }
    };
}

impl LedgerEvent {
    /// The numbers of topics that it has; that of the topic it is about comes first.
    pub fn cases(&self) -> impl Iterator<Item = &CaseNo> {
        let (about, more): (Option<&CaseNo>, &[CaseNo]) = cases!(self, as_ref, as_slice);
        about.into_iter().chain(more)
    }

    /// The same, to be changed.
    pub fn cases_mut(&mut self) -> impl Iterator<Item = &mut CaseNo> {
        let (about, more): (Option<&mut CaseNo>, &mut [CaseNo]) =
            cases!(self, as_mut, as_mut_slice);
        about.into_iter().chain(more)
    }

    /// Whether it is about a topic.
    #[must_use]
    pub fn concerns(&self, case: &CaseNo) -> bool {
        self.cases().any(|about| about == case)
    }

    /// The number of a call that it has.
    pub fn call_mut(&mut self) -> Option<&mut CaseNo> {
        match self {
            Self::CalledOut { call, .. }
            | Self::ReportedIn { call, .. }
            | Self::CallClosed { call, .. } => Some(call),
            _ => None,
        }
    }
}

impl Ledger {
    /// Events as they stand in the ledger of a device, with numbers as they are known.
    #[must_use]
    pub fn as_known(&self, device: &str, events: &[LedgerEvent]) -> Vec<LedgerEvent> {
        let (cases, calls) = (&self.cases, &self.call_numbers);
        renumbered(events, |it| cases.known(device, it), |it| calls.known(device, it))
    }

    /// Events as a device writes them into its ledger.
    pub(super) fn as_written(&self, device: &str, events: &[LedgerEvent]) -> Vec<LedgerEvent> {
        let (cases, calls) = (&self.cases, &self.call_numbers);
        renumbered(events, |it| cases.written(device, it), |it| calls.written(device, it))
    }
}

fn renumbered(
    events: &[LedgerEvent],
    case: impl Fn(&CaseNo) -> CaseNo,
    call: impl Fn(&CaseNo) -> CaseNo,
) -> Vec<LedgerEvent> {
    let mut events = events.to_vec();
    for event in &mut events {
        for number in event.cases_mut() {
            *number = case(number);
        }
        if let Some(number) = event.call_mut() {
            *number = call(number);
        }
    }
    events
}
