//! A community's affairs between meetings: what its ledgers and the records of its meetings say of
//! them, and this device's ledger held open to write.

use std::borrow::Cow;

use super::ledgers::{LedgerLines, ReadLedger};
use super::library::{Store, StoreError};
use super::progress::{Cancelled, Progress};
use super::slug::Slug;
use super::writer::LogWriter;
use crate::domain::affairs::{Affair, AffairRefusal, Ground, decide, decide_told};
use crate::domain::ledger::{Ledger, LedgerEvent, latest_standing};
use crate::domain::record::{Line, Moment};
use crate::domain::topic::{CaseNo, Consultation};

/// A line as it was granted, or why it was not.
pub type Granted = Result<Line<LedgerEvent>, AffairRefusal>;

/// Many affairs as one line, none where nothing came of them; or each that is refused, by its place
/// among those given, and why.
pub type Together = Result<Option<Line<LedgerEvent>>, Vec<(usize, AffairRefusal)>>;

/// This device's ledger of a community, locked, with all that the community's ledgers say in
/// memory. What is carried out counts here at once and is written by [`save`](Self::save); only
/// then is it kept.
#[derive(Debug)]
pub struct HeldLedger {
    community: Slug,
    device: String,
    writer: LogWriter<LedgerEvent>,
    /// The lines of this device's ledger, those not saved yet too.
    own: Vec<Line<LedgerEvent>>,
    others: Vec<LedgerLines>,
    held: Vec<(CaseNo, Consultation)>,
    ledger: Ledger,
}

impl HeldLedger {
    /// What all ledgers, and the records of meetings, say together.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// How many lines wait to be saved.
    #[must_use]
    pub fn unsaved(&self) -> usize {
        self.own.len().saturating_sub(self.saved())
    }

    fn saved(&self) -> usize {
        usize::try_from(self.writer.next_seq()).unwrap_or(usize::MAX)
    }

    /// Carries out one affair. The line comes back with numbers as they are known.
    ///
    /// # Errors
    /// The refusal; nothing is different then.
    pub fn carry_out(&mut self, ground: &Ground, affair: &Affair, at: Moment, by: &str) -> Granted {
        let events = decide(&self.ledger, &self.own_ground(ground), affair)?;
        let line = self.ledger.next_line(&self.device, at, by, &events);
        Ok(self.add(line, events))
    }

    /// Carries out an affair that is entered later than it happened, and keeps the time that is
    /// told, though it lies before the ledger's latest line.
    ///
    /// # Errors
    /// The refusal; so when the topics or calls it is about know of something later already.
    pub fn carry_out_at(
        &mut self,
        ground: &Ground,
        affair: &Affair,
        told: Moment,
        by: &str,
    ) -> Granted {
        let events = decide_told(&self.ledger, &self.own_ground(ground), affair, told)?;
        let line = self.ledger.told_line(&self.device, told, by, &events);
        Ok(self.add(line, events))
    }

    /// Carries out many affairs as one line, which is taken back as one: all of them, or none.
    ///
    /// Where any is refused nothing is different; an affair is judged as if those before it that are
    /// granted had been carried out.
    ///
    /// # Errors
    /// [`Cancelled`]: then nothing is different either.
    pub fn carry_out_together(
        &mut self,
        ground: &Ground,
        affairs: &[Affair],
        at: Moment,
        by: &str,
        progress: &Progress,
    ) -> Result<Together, Cancelled> {
        progress.expect(affairs.len());
        let ground = self.own_ground(ground);
        let mut trial = self.ledger.clone();
        let mut all = Vec::new();
        let mut refused = Vec::new();
        for (place, affair) in affairs.iter().enumerate() {
            match decide(&trial, &ground, affair) {
                Ok(events) => {
                    let line = trial.next_line(&self.device, at, by, &events);
                    trial.evolve(&self.device, &line);
                    all.extend(events);
                }
                Err(refusal) => refused.push((place, refusal)),
            }
            progress.step()?;
        }
        if !refused.is_empty() {
            return Ok(Err(refused));
        }
        let line = self.ledger.next_line(&self.device, at, by, &all);
        Ok(Ok((!all.is_empty()).then(|| self.add(line, all))))
    }

    /// Takes back the latest line of this device that stands, and says which that was. Nothing where
    /// none is left.
    pub fn take_back(&mut self, at: Moment, by: &str) -> Option<Line<LedgerEvent>> {
        let seq = latest_standing(&self.own)?;
        let line = self.own.iter().find(|line| line.seq == seq)?;
        let taken = self.as_known(line);
        self.own.push(self.ledger.next_line(
            &self.device,
            at,
            by,
            &[LedgerEvent::TakenBack { seq }],
        ));
        self.fold();
        Some(taken)
    }

    /// Writes what waits, and returns when it is on the medium.
    ///
    /// # Errors
    /// The lines wait on; saving again writes them.
    pub fn save(&mut self) -> Result<(), StoreError> {
        let waiting = self.own.get(self.saved()..).unwrap_or_default();
        Ok(self.writer.append(waiting)?)
    }

    /// Reads again what other devices wrote and what meetings did.
    ///
    /// # Errors
    /// As [`Store::hold_ledger`]; what was known stays.
    pub fn refresh(&mut self, store: &Store) -> Result<(), StoreError> {
        let (others, troubles) =
            store.read_ledgers(&self.community, |device| device != self.device)?;
        if let Some(trouble) = troubles.into_iter().next() {
            return Err(trouble);
        }
        let ledger = together(&self.device, &self.own, &others);
        self.held = store.consulted(&self.community, &ledger.cases)?;
        self.others = others;
        self.ledger = ledger;
        self.ledger.attend(self.held.iter().cloned());
        Ok(())
    }

    fn own_ground<'g>(&self, ground: &'g Ground) -> Cow<'g, Ground> {
        if ground.device == self.device {
            Cow::Borrowed(ground)
        } else {
            Cow::Owned(Ground { device: self.device.clone(), ..ground.clone() })
        }
    }

    /// Takes a line in; what comes back tells its events with numbers as they are known.
    fn add(&mut self, line: Line<LedgerEvent>, events: Vec<LedgerEvent>) -> Line<LedgerEvent> {
        self.ledger.evolve(&self.device, &line);
        let told = Line { seq: line.seq, at: line.at, by: line.by.clone(), events };
        self.own.push(line);
        told
    }

    /// A line as it is shown: with numbers as they are known.
    fn as_known(&self, line: &Line<LedgerEvent>) -> Line<LedgerEvent> {
        let events = self.ledger.as_known(&self.device, &line.events);
        Line { seq: line.seq, at: line.at, by: line.by.clone(), events }
    }

    fn fold(&mut self) {
        self.ledger = together(&self.device, &self.own, &self.others);
        self.ledger.attend(self.held.iter().cloned());
    }
}

fn together(device: &str, own: &[Line<LedgerEvent>], others: &[LedgerLines]) -> Ledger {
    let others = others.iter().map(|(device, lines)| (device.as_str(), lines.as_slice()));
    Ledger::of(others.chain([(device, own)]))
}

impl Store {
    /// What a community's ledgers and the records of its meetings say together. What is damaged
    /// counts as far as it can be read; of ledgers that is reported.
    ///
    /// # Errors
    /// When a folder, or the record of a meeting, cannot be read.
    pub fn affairs(&self, community: &Slug) -> Result<ReadLedger, StoreError> {
        let mut read = self.ledger(community)?;
        let held = self.consulted(community, &read.ledger.cases)?;
        read.ledger.attend(held);
        Ok(read)
    }

    /// Opens this device's ledger of a community for writing, made where missing, and reads all
    /// there is. Nobody else writes it until it is dropped.
    ///
    /// # Errors
    /// [`LogError::Locked`](super::writer::LogError::Locked) when another program keeps writing it.
    /// A damaged ledger refuses: what it knows and cannot tell would be numbered and entered twice.
    pub fn hold_ledger(
        &self,
        community: &Slug,
        at: Moment,
        by: &str,
    ) -> Result<HeldLedger, StoreError> {
        // The lock is taken first: nobody gives the same numbers meanwhile.
        let (writer, own) = self.own_ledger(community, at, by, &Progress::new())?;
        let device = self.device()?.to_string();
        let mut held = HeldLedger {
            community: community.clone(),
            device,
            writer,
            own,
            others: Vec::new(),
            held: Vec::new(),
            ledger: Ledger::default(),
        };
        held.refresh(self)?;
        Ok(held)
    }

    /// Carries out one affair in this device's ledger of a community, and keeps it.
    ///
    /// # Errors
    /// As [`Store::hold_ledger`]; inside, why the affair is refused.
    ///
    /// # Crash
    /// The line is there, whole, once this returned a line; before, it is there whole or not at all.
    pub fn carry_out_affair(
        &self,
        community: &Slug,
        ground: &Ground,
        affair: &Affair,
        at: Moment,
        by: &str,
    ) -> Result<Result<(Line<LedgerEvent>, Ledger), AffairRefusal>, StoreError> {
        let mut held = self.hold_ledger(community, at, by)?;
        let line = match held.carry_out(ground, affair, at, by) {
            Ok(line) => line,
            Err(refusal) => return Ok(Err(refusal)),
        };
        held.save()?;
        Ok(Ok((line, held.ledger)))
    }

    /// Takes back the latest line of this device's ledger of a community that stands, and says which
    /// that was. Nothing where there is none.
    ///
    /// # Errors
    /// As [`Store::hold_ledger`].
    pub fn take_back(
        &self,
        community: &Slug,
        at: Moment,
        by: &str,
    ) -> Result<Option<Line<LedgerEvent>>, StoreError> {
        let path = self.layout().ledger_file(community, self.device()?);
        if self.disk().len(&path)?.is_none() {
            return Ok(None);
        }
        let mut held = self.hold_ledger(community, at, by)?;
        let taken = held.take_back(at, by);
        held.save()?;
        Ok(taken)
    }
}
