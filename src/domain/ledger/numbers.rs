//! Which topic, or call, a number means: several devices number without knowing of each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::mark;
use crate::domain::topic::CaseNo;

/// Who gave a number, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    device: Arc<str>,
    number: CaseNo,
}

/// The numbers that devices gave, and what they are known as.
///
/// A number given by two devices stays with the one whose ledger is older; the other's is known by
/// the mark of its device. What a number is known as depends on who gave which numbers alone, lines
/// taken back included, and not on when; so it stays, whatever else is entered or taken back.
///
/// In a ledger a device writes its own numbers as it gave them, and those of others with the whole
/// name of the device that did, `17-laptop-4a1c`: that means the same whatever is known by then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers {
    /// By what each is known as.
    given: BTreeMap<CaseNo, Given>,
    /// Device and number as given, of those known otherwise.
    renamed: BTreeMap<(Arc<str>, CaseNo), CaseNo>,
    /// The same, as they are known.
    clashes: BTreeSet<CaseNo>,
    highest: u32,
}

impl Numbers {
    /// Notes that a device gave a number, and says what it is known as. Of devices those with older
    /// ledgers have to come first.
    pub(super) fn give(&mut self, device: &Arc<str>, number: &CaseNo) -> CaseNo {
        self.highest = self.highest.max(number.number);
        if let Some(known) = self.own(device, number) {
            return known;
        }
        let known = self.free(device, number);
        let given = Given { device: Arc::clone(device), number: number.clone() };
        self.given.insert(known.clone(), given);
        if known != *number {
            self.renamed.insert((Arc::clone(device), number.clone()), known.clone());
            self.clashes.insert(known.clone());
        }
        known
    }

    /// The first of the ways to call it that nobody else's is called by.
    fn free(&self, device: &str, number: &CaseNo) -> CaseNo {
        let marked = |mark: &str| CaseNo::marked(number.number, Some(mark));
        let is_free = |case: &CaseNo| !self.given.contains_key(case);
        let usual = [number.clone(), marked(mark(device)), marked(device)];
        let mut more = (2_u64..).map(|n| marked(&format!("{device}-{n}")));
        let found = usual.into_iter().find(is_free);
        found.or_else(|| more.find(is_free)).unwrap_or_else(|| number.clone())
    }

    /// What a number is known as that this device itself gave.
    fn own(&self, device: &str, number: &CaseNo) -> Option<CaseNo> {
        if !self.renamed.is_empty()
            && let Some(known) = self.renamed.get(&(Arc::from(device), number.clone()))
        {
            return Some(known.clone());
        }
        let given = self.given.get(number)?;
        (*given.device == *device && given.number == *number).then(|| number.clone())
    }

    /// What is known as the number that stands in the ledger of a device.
    #[must_use]
    pub fn known(&self, device: &str, written: &CaseNo) -> CaseNo {
        if let Some(known) = self.own(device, written) {
            return known;
        }
        if let Some(giver) = written.mark.as_deref() {
            let plain = CaseNo::plain(written.number);
            let marked = CaseNo::marked(written.number, Some(mark(giver)));
            let found = self.own(giver, &plain).or_else(|| self.own(giver, &marked));
            if let Some(known) = found {
                return known;
            }
        }
        written.clone()
    }

    /// What a device writes in its ledger for what is known as that number.
    #[must_use]
    pub fn written(&self, device: &str, known: &CaseNo) -> CaseNo {
        match self.given.get(known) {
            None => known.clone(),
            Some(given) if *given.device == *device => given.number.clone(),
            Some(given) => CaseNo::marked(given.number.number, Some(&given.device)),
        }
    }

    /// What somebody means who says a number, of those that stand: the one known by it; else the
    /// only one of that number, or the one that the device with that mark gave.
    #[must_use]
    pub fn meant(&self, said: &CaseNo, stands: impl Fn(&CaseNo) -> bool) -> Option<CaseNo> {
        if stands(said) {
            return Some(said.clone());
        }
        let mut fitting = self.given.iter().filter(|(known, given)| {
            let device = &given.device;
            let is_marked = |it: &str| it == &**device || it == mark(device);
            let fits = given.number.number == said.number;
            fits && said.mark.as_deref().is_none_or(is_marked) && stands(known)
        });
        let (known, _) = fitting.next()?;
        fitting.next().is_none().then(|| known.clone())
    }

    /// The device that gave what is known as that number.
    #[must_use]
    pub fn giver(&self, known: &CaseNo) -> Option<&str> {
        self.given.get(known).map(|given| &*given.device)
    }

    /// The number that was given to what is known as that one.
    #[must_use]
    pub fn as_given(&self, known: &CaseNo) -> Option<&CaseNo> {
        self.given.get(known).map(|given| &given.number)
    }

    /// What is known by a mark though it was given without, because another device gave it first.
    pub fn clashes(&self) -> impl Iterator<Item = &CaseNo> {
        self.clashes.iter()
    }

    /// The highest number ever given.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.highest
    }
}
