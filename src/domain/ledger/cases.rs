//! The numbers in an event.

use super::{Ledger, LedgerEvent};
use crate::domain::topic::CaseNo;

impl LedgerEvent {
    /// The numbers of topics that it has.
    pub fn cases_mut(&mut self) -> Vec<&mut CaseNo> {
        match self {
            Self::TopicRaised { topic, .. }
            | Self::SlipAmended { topic, .. }
            | Self::TopicClassified { topic, .. }
            | Self::ProposersJoined { topic, .. }
            | Self::TopicScreened { topic, .. }
            | Self::TopicParted { topic }
            | Self::TopicWithdrawn { topic, .. }
            | Self::ProposersAnswered { topic, .. }
            | Self::ProcedureChosen { topic, .. }
            | Self::StageEntered { topic, .. }
            | Self::SurveyWritten { topic, .. }
            | Self::SurveyWaived { topic, .. }
            | Self::TopicAssigned { topic, .. }
            | Self::TopicPosted { topic, .. }
            | Self::TopicResulted { topic, .. }
            | Self::TopicRated { topic, .. } => vec![topic],
            Self::TopicsMerged { into, topics } => std::iter::once(into).chain(topics).collect(),
            Self::OutingMade(outing) => outing.topic.iter_mut().collect(),
            Self::CalledOut { out, .. } => out.topic.iter_mut().collect(),
            Self::Created { .. }
            | Self::TakenBack { .. }
            | Self::LedgerSeen { .. }
            | Self::PersonEntered { .. }
            | Self::ActionReported { .. }
            | Self::StagesNamed { .. }
            | Self::StationEntered(_)
            | Self::DutySet { .. }
            | Self::ReportedIn { .. }
            | Self::CallClosed { .. } => Vec::new(),
        }
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
