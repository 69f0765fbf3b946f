//! The lines of several devices in one order.

use std::collections::BTreeMap;

use super::LedgerEvent;
use crate::domain::record::{Line, Moment};

/// A ledger: the device that writes it, and its lines.
pub type Ledgers<'a> = [(&'a str, &'a [Line<LedgerEvent>])];

/// How far a ledger is read, and what its next line has to wait for.
struct Cursor {
    at: usize,
    /// The latest time of the lines so far.
    latest: Option<Moment>,
    waits: Vec<(usize, usize)>,
}

/// Puts the lines of several ledgers in order of time, each ledger's own in theirs: for every line
/// the index of its ledger, and the line.
///
/// What was entered later than it happened tells an earlier time than lines before it; it comes
/// after these, with the latest time of theirs.
///
/// Clocks of laptops go wrong. So a line that says which lines its writer had read
/// ([`LedgerEvent::LedgerSeen`]) comes after these, whatever the time it gives. Lines of one time
/// follow the names of their devices, so that the order does not depend on which ledger was given
/// first.
pub(super) fn in_order<'a>(ledgers: &Ledgers<'a>) -> Vec<(usize, &'a Line<LedgerEvent>)> {
    let names: BTreeMap<&str, usize> =
        ledgers.iter().enumerate().map(|(at, (device, _))| (*device, at)).collect();
    let mut cursors: Vec<Cursor> = ledgers
        .iter()
        .map(|(_, lines)| Cursor {
            at: 0,
            latest: None,
            waits: waits(ledgers, &names, lines.first()),
        })
        .collect();
    let total = ledgers.iter().map(|(_, lines)| lines.len()).sum();
    let mut order = Vec::with_capacity(total);
    while let Some(next) = next(ledgers, &cursors) {
        let lines = ledgers.get(next).map_or(&[][..], |(_, lines)| lines);
        let Some(cursor) = cursors.get_mut(next) else { break };
        let Some(line) = lines.get(cursor.at) else { break };
        order.push((next, line));
        cursor.latest = cursor.latest.max(Some(line.at));
        cursor.at += 1;
        cursor.waits = waits(ledgers, &names, lines.get(cursor.at));
    }
    order
}

/// How many lines of which ledgers have to come before a line; of a ledger that is shorter, all.
fn waits(
    ledgers: &Ledgers<'_>,
    names: &BTreeMap<&str, usize>,
    line: Option<&Line<LedgerEvent>>,
) -> Vec<(usize, usize)> {
    let seen = line.map_or(&[][..], |line| &line.events).iter().filter_map(|event| match event {
        LedgerEvent::LedgerSeen { device, seq } => Some((device.as_str(), *seq)),
        _ => None,
    });
    seen.filter_map(|(device, seq)| {
        let ledger = *names.get(device)?;
        let there = ledgers.get(ledger)?.1.len();
        let wanted = usize::try_from(seq).unwrap_or(usize::MAX).saturating_add(1);
        Some((ledger, wanted.min(there)))
    })
    .collect()
}

/// The ledger whose next line comes next. Ledgers that wait for each other, which no program
/// writes, wait no longer.
fn next(ledgers: &Ledgers<'_>, cursors: &[Cursor]) -> Option<usize> {
    let is_free = |cursor: &Cursor| {
        cursor
            .waits
            .iter()
            .all(|(ledger, lines)| cursors.get(*ledger).is_none_or(|other| other.at >= *lines))
    };
    let heads =
        ledgers.iter().zip(cursors).enumerate().filter_map(|(at, ((device, lines), cursor))| {
            let line = lines.get(cursor.at)?;
            let key: (bool, Moment, &str) =
                (!is_free(cursor), cursor.latest.map_or(line.at, |it| it.max(line.at)), device);
            Some((key, at))
        });
    heads.min().map(|(_, at)| at)
}
