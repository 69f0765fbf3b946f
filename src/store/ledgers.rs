//! What happens to a community between meetings: the ledgers of all devices together, and this
//! device's own to write.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use chrono::TimeDelta;

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
        let (ledgers, troubles) = self.read_ledgers(community, |_| true)?;
        let all = ledgers.iter().map(|(device, lines)| (device.as_str(), lines.as_slice()));
        Ok(ReadLedger { ledger: Ledger::of(all), troubles })
    }

    /// The lines of all ledgers of a community as they stand in the files, each with its device. Those
    /// of one that is damaged as far as it can be read.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn ledger_lines(&self, community: &Slug) -> Result<Vec<LedgerLines>, StoreError> {
        Ok(self.read_ledgers(community, |_| true)?.0)
    }

    /// The lines of those ledgers of a community whose devices are `wanted`, as far as they can be
    /// read, and what could not be.
    pub(super) fn read_ledgers(
        &self,
        community: &Slug,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(Vec<LedgerLines>, Vec<StoreError>), StoreError> {
        let folder = self.layout().community(community);
        let mut ledgers: Vec<LedgerLines> = Vec::new();
        let mut troubles = Vec::new();
        for name in self.entries(&folder, EntryKind::File)? {
            let Some(device) = ledger_device(&name).filter(|device| wanted(device)) else {
                continue;
            };
            let path = folder.join(&name);
            let bytes = match self.disk().read(&path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    troubles.push(error.into());
                    continue;
                }
            };
            let (log, stop) = read_log_so_far::<LedgerEvent>(&bytes);
            ledgers.push((device.to_owned(), log.lines));
            if let Some(source) = stop {
                troubles.push(LogError::Read { path, source }.into());
            }
        }
        Ok((ledgers, troubles))
    }

    /// Begins this device's ledger of a community, where there is none yet. The device a community
    /// was made on begins at once: whose ledger is the oldest numbers topics plainly.
    ///
    /// # Crash
    /// The ledger is there once this returned `Ok`.
    pub fn begin_ledger(&self, community: &Slug, at: Moment, by: &str) -> Result<(), StoreError> {
        self.own_ledger(community, at, by, &Progress::new()).map(|_| ())
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
        let (mut writer, lines) = self.own_ledger(community, at, by, &Progress::new())?;
        if events.is_empty() {
            return Ok(());
        }
        // A clock may have been set back.
        let at = lines.iter().map(|line| line.at).fold(at, Ord::max);
        let line = Line { seq: writer.next_seq(), at, by: by.to_owned(), events };
        Ok(writer.append(std::slice::from_ref(&line))?)
    }

    /// This device's ledger, open for writing, and its lines so far.
    pub(super) fn own_ledger(
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
        let begins = match self.disk().len(&path)? {
            Some(_) => at,
            None => self.after_the_first(community, at)?,
        };
        let first = Line { seq: 0, at: begins, by: by.to_owned(), events: vec![created] };
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

    /// When a further ledger begins: after those that are there, whatever the clock says, for age
    /// tells who numbers plainly.
    fn after_the_first(&self, community: &Slug, at: Moment) -> Result<Moment, StoreError> {
        let (ledgers, _) = self.read_ledgers(community, |_| true)?;
        let begun = ledgers.iter().filter_map(|(_, lines)| lines.first());
        let behind = |line: &Line<LedgerEvent>| line.at.checked_add_signed(TimeDelta::seconds(1));
        Ok(begun.filter_map(behind).fold(at, Ord::max))
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
        Ok(in_order(self.ledger(community)?.ledger.people.into_values()))
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
        let mut read = self.ledger(community)?;
        let people_known = std::mem::take(&mut read.ledger.people);
        if let Some(trouble) = read.troubles.into_iter().next() {
            return Err(trouble);
        }
        let mut keys: BTreeSet<String> = people_known.keys().cloned().collect();
        let mut known: BTreeMap<(String, Option<String>), KnownPerson> = BTreeMap::new();
        for person in people_known.into_values() {
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
        if !events.is_empty() {
            let line = read.ledger.next_line(self.device()?.as_str(), at, by, &events);
            writer.append(std::slice::from_ref(&line))?;
        }
        Ok(entered)
    }
}

/// The people of a ledger, in order of name.
#[must_use]
pub fn in_order(people: impl IntoIterator<Item = KnownPerson>) -> Vec<KnownPerson> {
    let mut people: Vec<KnownPerson> = people.into_iter().collect();
    people.sort_by(|a, b| (&a.name, &a.household, &a.key).cmp(&(&b.name, &b.household, &b.key)));
    people
}

/// A device, and the lines of its ledger.
/// A device, and the lines of its ledger.
pub type LedgerLines = (String, Vec<Line<LedgerEvent>>);

pub(super) type OwnLedger = (LogWriter<LedgerEvent>, Vec<Line<LedgerEvent>>);

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
