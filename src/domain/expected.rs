//! Who is expected (应到), and who of them has come.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{ExpectedId, PersonId};
use super::people::{Newcomer, Participant, Role};
use super::session::Session;

/// Somebody who is or was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Number among those expected.
    pub id: ExpectedId,
    /// Name.
    pub name: String,
    /// Capacity.
    pub role: Role,
    /// Unit or building.
    pub household: Option<String>,
    /// Key in the community's ledger, for those it knows.
    pub key: Option<String>,
    /// Whether they still are.
    pub standing: Standing,
}

/// Whether somebody is still expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// They are.
    Expected,
    /// They cannot come, and said why (请假).
    Excused(String),
    /// They were taken off the list.
    Dropped,
}

impl Expected {
    /// The one who signs in, if they come.
    #[must_use]
    pub fn newcomer(&self) -> Newcomer {
        Newcomer {
            name: self.name.clone(),
            role: self.role.clone(),
            household: self.household.clone(),
            key: self.key.clone(),
        }
    }

    /// On the list, excused or not.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.standing != Standing::Dropped
    }

    /// Whether these are the same person: by key where both have one, else by name and unit.
    #[must_use]
    pub fn is_same(&self, other: &Newcomer) -> bool {
        match (&self.key, &other.key) {
            (Some(one), Some(other)) => one == other,
            _ => self.name == other.name && self.household == other.household,
        }
    }
}

/// Who of those on the list has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    /// Expected, and signed in as this person, even if they left again.
    pub came: Vec<(ExpectedId, PersonId)>,
    /// Expected and not here yet; after the meeting, absent (缺席).
    pub missing: Vec<ExpectedId>,
    /// Excused, and indeed not here.
    pub excused: Vec<ExpectedId>,
}

impl Attendance {
    /// How many are expected, those excused left out.
    #[must_use]
    pub fn expected(&self) -> usize {
        self.came.len() + self.missing.len()
    }
}

/// How surely somebody who signed in is the one expected; the surest is the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// By the key in the ledger.
    Key,
    /// By name and unit.
    Household,
    /// By name, where one of the two units is not known.
    Name,
}

fn fit(expected: &Expected, person: &Participant) -> Option<Fit> {
    match (&expected.key, &person.key) {
        (Some(one), Some(other)) if one == other => return Some(Fit::Key),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    if expected.name != person.name {
        return None;
    }
    if expected.household == person.household {
        return Some(Fit::Household);
    }
    let unknown = expected.household.is_none() || person.household.is_none();
    unknown.then_some(Fit::Name)
}

/// Who of those expected has come. Nobody who signed in counts for two of them: those who surely fit
/// are found first.
#[must_use]
pub fn attendance(session: &Session) -> Attendance {
    let listed = || session.expected.iter().filter(|expected| expected.is_listed());
    let mut by_key: BTreeMap<&str, Vec<&Participant>> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, Vec<&Participant>> = BTreeMap::new();
    for person in session.people.iter().map(AsRef::as_ref) {
        if let Some(key) = &person.key {
            by_key.entry(key).or_default().push(person);
        }
        by_name.entry(&person.name).or_default().push(person);
    }
    let mut pairs: Vec<(Fit, ExpectedId, PersonId)> = Vec::new();
    for expected in listed() {
        let keyed = expected.key.as_deref().and_then(|key| by_key.get(key));
        let named = by_name.get(expected.name.as_str());
        let people = keyed.into_iter().chain(named).flatten();
        pairs.extend(
            people.filter_map(|person| Some((fit(expected, person)?, expected.id, person.id))),
        );
    }
    pairs.sort_unstable();
    let mut came: BTreeMap<ExpectedId, PersonId> = BTreeMap::new();
    let mut taken: BTreeSet<PersonId> = BTreeSet::new();
    for (_, expected, person) in pairs {
        if !came.contains_key(&expected) && taken.insert(person) {
            came.insert(expected, person);
        }
    }
    let mut attendance = Attendance::default();
    for expected in listed() {
        match (came.get(&expected.id), &expected.standing) {
            (Some(person), _) => attendance.came.push((expected.id, *person)),
            (None, Standing::Excused(_)) => attendance.excused.push(expected.id),
            (None, _) => attendance.missing.push(expected.id),
        }
    }
    attendance
}
