//! What is granted and what is refused.

use super::{Affair, AffairRefusal, Ground};
use crate::domain::ledger::{Ledger, LedgerEvent};

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
        _ => Err(AffairRefusal::Empty),
    }
}
