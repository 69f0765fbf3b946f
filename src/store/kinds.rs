//! The two kinds of log: meetings and ledgers.

use super::chain;
use crate::domain::event::{Event, FORMAT};
use crate::domain::ledger::LedgerEvent;

impl chain::Event for Event {
    fn is_from_newer_version(&self) -> bool {
        matches!(self, Self::Created(setup) if setup.format > FORMAT)
    }
}

impl chain::Event for LedgerEvent {
    fn is_from_newer_version(&self) -> bool {
        matches!(self, Self::Created { format, .. } if *format > FORMAT)
    }
}
