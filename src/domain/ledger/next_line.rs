//! What a device writes next.

use super::{Head, Ledger, LedgerEvent};
use crate::domain::record::{Line, Moment};

impl Ledger {
    /// The next line of a device's ledger, as it is to stand in the file: with the position that
    /// comes next, never before what the ledger has already (a clock may be set back), with numbers
    /// as this device writes them, and, where another device's clock is ahead, with what was read of
    /// its ledger.
    #[must_use]
    pub fn next_line(
        &self,
        device: &str,
        at: Moment,
        by: &str,
        events: &[LedgerEvent],
    ) -> Line<LedgerEvent> {
        let at = self.heads.get(device).map_or(at, |own| own.latest.max(at));
        self.told_line(device, at, by, events)
    }

    /// The same for something that is entered later than it happened: with the time that was told.
    #[must_use]
    pub fn told_line(
        &self,
        device: &str,
        at: Moment,
        by: &str,
        events: &[LedgerEvent],
    ) -> Line<LedgerEvent> {
        let own = self.heads.get(device);
        // Where the line comes among those of others.
        let place = own.map_or(at, |own| own.latest.max(at));
        let ahead = self.heads.iter().filter(|(other, head)| {
            let said = own.and_then(|own| own.seen.get(*other));
            *other != device && head.latest >= place && said != Some(&head.seq)
        });
        let seen = |(other, head): (&String, &Head)| LedgerEvent::LedgerSeen {
            device: other.clone(),
            seq: head.seq,
        };
        let mut all: Vec<LedgerEvent> = ahead.map(seen).collect();
        all.extend(self.as_written(device, events));
        Line { seq: own.map_or(0, |own| own.seq + 1), at, by: by.to_owned(), events: all }
    }
}
