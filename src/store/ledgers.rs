//! What happens to a community between meetings: the ledgers of all devices together, and this
//! device's own to write.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::disk::EntryKind;
use super::layout::ledger_device;
use super::library::{Store, StoreError};
use super::log::read_log_so_far;
use super::progress::Progress;
use super::slug::Slug;
use super::writer::{LogError, LogWriter};
use crate::domain::event::FORMAT;
use crate::domain::ledger::{KnownPerson, Ledger, LedgerEvent};
use crate::domain::people::Role;
use crate::domain::record::{Line, Moment};

/// How often a ledger that another program is just writing is tried, and the pause between: such
/// programs are done within a moment.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// A community's ledgers, and what could not be read of them.
#[derive(Debug, Default)]
pub struct ReadLedger {
    /// What all of them say together.
    pub ledger: Ledger,
    /// The ledgers that could not be read, or not to their end.
    pub troubles: Vec<StoreError>,
}

/// Somebody as they are entered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewPerson {
    /// Name.
    pub name: String,
    /// Capacity.
    pub role: Role,
    /// Unit or building.
    pub household: Option<String>,
    /// Sector (界别), of members; what is known stays where it is not said.
    pub sector: Option<String>,
    /// The grid (网格) they live in; the same.
    pub grid: Option<String>,
}

/// What became of entering people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entered {
    /// The key of each, in the order given.
    pub keys: Vec<String>,
    /// How many are new.
    pub new: usize,
    /// How many were known otherwise and are corrected.
    pub corrected: usize,
}

impl Store {
    /// Reads all ledgers of a community. One that is damaged counts as far as it can be read, and
    /// is reported.
    pub fn ledger(&self, community: &Slug) -> Result<ReadLedger, StoreError> {
        let folder = self.layout().community(community);
        let mut read = ReadLedger::default();
        let mut ledgers: Vec<(String, Vec<Line<LedgerEvent>>)> = Vec::new();
        for name in self.entries(&folder, EntryKind::File)? {
            let Some(device) = ledger_device(&name) else { continue };
            let path = folder.join(&name);
            let bytes = match self.disk().read(&path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    read.troubles.push(error.into());
                    continue;
                }
            };
            let (log, stop) = read_log_so_far::<LedgerEvent>(&bytes);
            ledgers.push((device.to_owned(), log.lines));
            if let Some(source) = stop {
                read.troubles.push(LogError::Read { path, source }.into());
            }
        }
        let all = ledgers.iter().map(|(device, lines)| (device.as_str(), lines.as_slice()));
        read.ledger = Ledger::of(all);
        Ok(read)
    }

    /// Adds one line to this device's ledger of a community, making the ledger where missing.
    ///
    /// # Errors
    /// [`LogError::Locked`] when another program keeps writing it.
    ///
    /// # Crash
    /// The line is there once this returned `Ok`.
    pub fn append_to_ledger(
        &self,
        community: &Slug,
        events: Vec<LedgerEvent>,
        at: Moment,
        by: &str,
    ) -> Result<(), StoreError> {
        let (mut writer, _) = self.own_ledger(community, at, by, &Progress::new())?;
        append(&mut writer, events, at, by)
    }

    /// This device's ledger, open for writing, and its lines so far.
    fn own_ledger(
        &self,
        community: &Slug,
        at: Moment,
        by: &str,
        progress: &Progress,
    ) -> Result<OwnLedger, StoreError> {
        // Nobody may write a ledger for a community that is not there.
        self.read_community(community)?;
        let device = self.device()?;
        let path = self.layout().ledger_file(community, device);
        let created = LedgerEvent::Created {
            format: FORMAT,
            device: device.to_string(),
            community: community.to_string(),
        };
        let first = Line { seq: 0, at, by: by.to_owned(), events: vec![created] };
        let mut tries = 1;
        loop {
            let opened = self.open_or_create(&path, &first);
            match opened {
                Err(LogError::Locked { .. }) if tries < TRIES => {
                    tries += 1;
                    progress.go_on()?;
                    thread::sleep(PAUSE);
                }
                other => return Ok(other?),
            }
        }
    }

    fn open_or_create(
        &self,
        path: &Path,
        first: &Line<LedgerEvent>,
    ) -> Result<OwnLedger, LogError> {
        if self.disk().len(path)?.is_some() {
            let (writer, log, _) = LogWriter::open(Arc::clone(self.disk()), path)?;
            return Ok((writer, log.lines));
        }
        match LogWriter::create(Arc::clone(self.disk()), path, first) {
            Ok(writer) => Ok((writer, vec![first.clone()])),
            // Another program made it a moment earlier.
            Err(LogError::Exists { .. }) => {
                let (writer, log, _) = LogWriter::open(Arc::clone(self.disk()), path)?;
                Ok((writer, log.lines))
            }
            Err(error) => Err(error),
        }
    }

    /// Everybody a community knows, in order of name.
    pub fn people(&self, community: &Slug) -> Result<Vec<KnownPerson>, StoreError> {
        Ok(in_order(self.ledger(community)?.ledger))
    }

    /// Enters people into this device's ledger. Somebody of the same name and unit is the same
    /// person: a new role, sector or grid corrects theirs, and nothing new writes nothing. Progress
    /// counts people.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`]: then nobody was entered. A damaged ledger refuses: what it knows and cannot tell would be entered twice.
    pub fn enter_people(
        &self,
        community: &Slug,
        people: &[NewPerson],
        at: Moment,
        by: &str,
        progress: &Progress,
    ) -> Result<Entered, StoreError> {
        progress.expect(people.len());
        // The lock is taken first, so that two imports do not each enter the same people.
        let (mut writer, _) = self.own_ledger(community, at, by, progress)?;
        let read = self.ledger(community)?;
        if let Some(trouble) = read.troubles.into_iter().next() {
            return Err(trouble);
        }
        let mut keys: BTreeSet<String> = read.ledger.people.keys().cloned().collect();
        let mut known: BTreeMap<(String, Option<String>), KnownPerson> = BTreeMap::new();
        for person in read.ledger.people.into_values() {
            known.entry((person.name.clone(), person.household.clone())).or_insert(person);
        }
        let mut entered = Entered::default();
        let mut events = Vec::new();
        for person in people {
            progress.step()?;
            let same = (person.name.clone(), person.household.clone());
            if let Some(before) = known.get_mut(&same) {
                entered.keys.push(before.key.clone());
                if correct(before, person) {
                    entered.corrected += 1;
                    events.push(entering(before));
                }
                continue;
            }
            let person = KnownPerson {
                key: new_key(person, &keys),
                name: person.name.clone(),
                role: person.role.clone(),
                household: person.household.clone(),
                sector: person.sector.clone(),
                grid: person.grid.clone(),
            };
            keys.insert(person.key.clone());
            entered.keys.push(person.key.clone());
            entered.new += 1;
            events.push(entering(&person));
            known.insert(same, person);
        }
        append(&mut writer, events, at, by)?;
        Ok(entered)
    }
}

/// The people of a ledger, in order of name.
#[must_use]
pub fn in_order(ledger: Ledger) -> Vec<KnownPerson> {
    let mut people: Vec<KnownPerson> = ledger.people.into_values().collect();
    people.sort_by(|a, b| (&a.name, &a.household, &a.key).cmp(&(&b.name, &b.household, &b.key)));
    people
}

type OwnLedger = (LogWriter<LedgerEvent>, Vec<Line<LedgerEvent>>);

fn append(
    writer: &mut LogWriter<LedgerEvent>,
    events: Vec<LedgerEvent>,
    at: Moment,
    by: &str,
) -> Result<(), StoreError> {
    if events.is_empty() {
        return Ok(());
    }
    let line = Line { seq: writer.next_seq(), at, by: by.to_owned(), events };
    Ok(writer.append(std::slice::from_ref(&line))?)
}

/// Puts right what is known of somebody; whether anything of it was otherwise.
fn correct(known: &mut KnownPerson, said: &NewPerson) -> bool {
    let before = known.clone();
    known.role = said.role.clone();
    for (known, said) in [(&mut known.sector, &said.sector), (&mut known.grid, &said.grid)] {
        if said.is_some() {
            known.clone_from(said);
        }
    }
    *known != before
}

fn entering(person: &KnownPerson) -> LedgerEvent {
    LedgerEvent::PersonEntered {
        key: person.key.clone(),
        name: person.name.clone(),
        role: person.role.clone(),
        household: person.household.clone(),
        sector: person.sector.clone(),
        grid: person.grid.clone(),
    }
}

/// A key nobody has: name and unit by pinyin, and a number where that is taken. With the unit in
/// it, two laptops that enter different people of one name give them different keys.
fn new_key(person: &NewPerson, taken: &BTreeSet<String>) -> String {
    let whole = match &person.household {
        Some(household) => format!("{} {household}", person.name),
        None => person.name.clone(),
    };
    let base = Slug::of(&whole, "person");
    if !taken.contains(base.as_str()) {
        return base.to_string();
    }
    let mut number = 2;
    loop {
        let key = base.numbered(number).to_string();
        if !taken.contains(&key) {
            return key;
        }
        number += 1;
    }
}
