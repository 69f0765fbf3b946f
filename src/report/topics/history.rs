//! What happened to a topic, from the ledgers of all devices.

use crate::domain::affairs::Ground;
use crate::domain::ledger::{Ledger, LedgerEvent, standing};
use crate::domain::record::{Line, Moment};
use crate::domain::topic::CaseNo;
use crate::phrase::affairs::ledger_event;
use crate::text::words::Words;

/// What happened to a topic in words, oldest first: when, what, by whom. `lines` are those of each
/// device's ledger as they stand in the file; what was taken back is not told.
#[must_use]
pub fn history(
    words: &Words,
    ledger: &Ledger,
    ground: &Ground,
    lines: &[(String, Vec<Line<LedgerEvent>>)],
    case: &CaseNo,
) -> Vec<String> {
    let mut told: Vec<(Moment, String)> = Vec::new();
    for (device, lines) in lines {
        for line in standing(lines) {
            for event in ledger.as_known(device, &line.events) {
                if event.concerns(case) {
                    let at = line.at.format("%Y-%m-%d %H:%M");
                    let what = ledger_event(words, ledger, ground, &event);
                    told.push((line.at, format!("{at} {what} [{}]", line.by)));
                }
            }
        }
    }
    // Stable: what one device wrote stays in its order.
    told.sort_by_key(|(at, _)| *at);
    told.into_iter().map(|(_, told)| told).collect()
}
