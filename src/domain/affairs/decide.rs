//! What is granted and what is refused.

use super::{Affair, AffairRefusal, Ground, calls};
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::station::CallOut;

/// Judges what is asked of a ledger. What is granted becomes one line.
///
/// # Errors
/// The refusal.
pub fn decide(
    ledger: &Ledger,
    ground: &Ground,
    affair: &Affair,
) -> Result<Vec<LedgerEvent>, AffairRefusal> {
    match affair {
        Affair::Raise { slip, proposers, procedure } => {
            if slip.title.trim().is_empty() {
                return Err(AffairRefusal::Empty);
            }
            let topic = ledger.next_case(&ground.device);
            let chosen = procedure.iter().map(|procedure| LedgerEvent::ProcedureChosen {
                topic: topic.clone(),
                procedure: procedure.clone(),
            });
            let mut events = vec![LedgerEvent::TopicRaised {
                topic: topic.clone(),
                slip: slip.clone(),
                proposers: proposers.clone(),
            }];
            events.extend(chosen);
            Ok(events)
        }
        Affair::EnterStation(card) => calls::entering_station(ledger, card),
        Affair::SetDuty { station, day, people } => {
            calls::setting_duty(ledger, station, *day, people)
        }
        Affair::CallOut { reason, topic, place, grid, urgent, members } => {
            let out = CallOut {
                reason: reason.clone(),
                topic: topic.clone(),
                place: place.clone(),
                grid: grid.clone(),
                urgent: *urgent,
                members: members.clone(),
            };
            calls::calling_out(ledger, ground, &out)
        }
        Affair::ReportIn { call, member } => calls::reporting_in(ledger, call, member),
        Affair::CloseCall { call, how } => calls::closing_call(ledger, call, how),
        _ => Err(AffairRefusal::Empty),
    }
}
