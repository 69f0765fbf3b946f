//! Finding people by what was typed: characters, pinyin or initials, among those in the meeting
//! and those the community knows.

use std::collections::HashMap;

use crate::domain::ids::PersonId;
use crate::domain::ledger::KnownPerson;
use crate::domain::people::{Newcomer, Role, Who};
use crate::domain::session::Session;
use crate::text::pinyin::{Fit, Readings};
use crate::text::width::fold;

use super::misread::Misread;

/// Most names listed when asking back.
const MOST_ASKED: usize = 6;

#[derive(Debug, Clone)]
struct Name {
    name: String,
    readings: Readings,
}

impl Name {
    fn of(name: &str) -> Self {
        Self { name: name.to_owned(), readings: Readings::of(name) }
    }
}

/// Everybody who can be named. Readings are worked out once per person.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    known: Vec<(KnownPerson, Name)>,
    /// People of the meeting, by their number.
    present: Vec<Name>,
    known_by_name: HashMap<String, Vec<usize>>,
    present_by_name: HashMap<String, Vec<usize>>,
}

/// Somebody a query may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// How well the query fits.
    pub fit: Fit,
    /// In the meeting by this number, or only known to the community.
    pub who: Who,
    /// Name as shown.
    pub name: String,
    /// Unit or building, which tells people of one name apart.
    pub household: Option<String>,
}

impl Candidate {
    /// Name with the unit, to tell people of one name apart.
    #[must_use]
    pub fn label(&self) -> String {
        match &self.household {
            Some(household) => format!("{}({household})", self.name),
            None => self.name.clone(),
        }
    }
}

impl Directory {
    /// A directory of those the community knows.
    #[must_use]
    pub fn new(people: impl IntoIterator<Item = KnownPerson>) -> Self {
        let mut directory = Self::default();
        for person in people {
            let name = Name::of(&person.name);
            let at = directory.known.len();
            directory.known_by_name.entry(name.name.clone()).or_default().push(at);
            directory.known.push((person, name));
        }
        directory
    }

    /// Takes in who joined, or was undone, since the last time. Call it after every line.
    pub fn catch_up(&mut self, session: &Session) {
        while self.present.len() > session.people.len() {
            let at = self.present.len() - 1;
            if let Some(gone) = self.present.pop()
                && let Some(places) = self.present_by_name.get_mut(&gone.name)
            {
                places.retain(|place| *place != at);
            }
        }
        for at in self.present.len()..session.people.len() {
            let Some(person) = session.people.get(at) else { break };
            self.present_by_name.entry(person.name.clone()).or_default().push(at);
            self.present.push(Name::of(&person.name));
        }
    }

    fn present_candidate(session: &Session, at: usize, fit: Fit) -> Option<Candidate> {
        let person = session.person(PersonId::after(at))?;
        Some(Candidate {
            fit,
            who: Who::Present(person.id),
            name: person.name.clone(),
            household: person.household.clone(),
        })
    }

    fn known_candidate(&self, session: &Session, at: usize, fit: Fit) -> Option<Candidate> {
        let (person, name) = self.known.get(at)?;
        // Somebody who has joined the meeting is found there.
        let joined = self.present_by_name.get(&name.name).is_some_and(|places| {
            places.iter().any(|place| {
                session
                    .person(PersonId::after(*place))
                    .is_some_and(|it| it.key.as_deref() == Some(person.key.as_str()))
            })
        });
        (!joined).then(|| Candidate {
            fit,
            who: Who::Joining(Newcomer {
                name: person.name.clone(),
                role: person.role.clone(),
                household: person.household.clone(),
                key: Some(person.key.clone()),
            }),
            name: person.name.clone(),
            household: person.household.clone(),
        })
    }

    fn exact(&self, session: &Session, name: &str) -> Vec<Candidate> {
        let places = |index: &HashMap<String, Vec<usize>>| index.get(name).cloned();
        let present = places(&self.present_by_name).unwrap_or_default();
        let known = places(&self.known_by_name).unwrap_or_default();
        present
            .into_iter()
            .filter_map(|at| Self::present_candidate(session, at, Fit::Whole))
            .chain(known.into_iter().filter_map(|at| self.known_candidate(session, at, Fit::Whole)))
            .collect()
    }

    /// Everybody a query may mean, best first; those in the meeting before those only known.
    #[must_use]
    pub fn candidates(&self, session: &Session, query: &str) -> Vec<Candidate> {
        let query = fold(query.trim());
        let fits = |name: &Name| name.readings.matches(&query);
        let present = self.present.iter().enumerate().filter_map(|(at, name)| {
            fits(name).and_then(|fit| Self::present_candidate(session, at, fit))
        });
        let known = self.known.iter().enumerate().filter_map(|(at, (_, name))| {
            fits(name).and_then(|fit| self.known_candidate(session, at, fit))
        });
        let mut found: Vec<Candidate> = present.chain(known).collect();
        found.sort_by_key(|candidate| candidate.fit);
        found
    }

    /// The one person a query means. `query` may carry a unit or building in brackets to tell
    /// people of one name apart: `王芳(3栋)`.
    ///
    /// # Errors
    /// [`Misread::NobodyCalled`], or [`Misread::SeveralPeople`] when it could be more than one.
    pub fn one(&self, session: &Session, query: &str) -> Result<Candidate, Misread> {
        let (name, within) = split_brackets(query);
        let mut found = self.exact(session, name);
        if found.is_empty() {
            found = self.candidates(session, name);
        }
        if let Some(within) = within {
            let wanted = fold(within);
            let fits = |it: &Candidate| {
                it.household.as_deref().is_some_and(|household| fold(household).contains(&wanted))
            };
            if found.iter().any(fits) {
                found.retain(fits);
            }
        }
        let best = found.first().map(|candidate| candidate.fit);
        found.retain(|candidate| Some(candidate.fit) == best);
        match found.len() {
            0 => Err(Misread::NobodyCalled(name.to_owned())),
            1 => found.pop().ok_or_else(|| Misread::NobodyCalled(name.to_owned())),
            _ => Err(Misread::SeveralPeople(name.to_owned(), labels(&found))),
        }
    }

    /// Somebody who signs in: known, or new by name and unit or role.
    ///
    /// # Errors
    /// As [`Directory::one`], and [`Misread::LikeKnown`] when a bare new name is the beginning of
    /// a known one, so that nobody is entered twice by a slip.
    pub fn arriving(&self, session: &Session, newcomer: Newcomer) -> Result<Who, Misread> {
        let described = newcomer.household.is_some() || newcomer.role != Role::default();
        let same = self.exact(session, &newcomer.name);
        let alike: Vec<Candidate> = match &newcomer.household {
            Some(household) => same
                .into_iter()
                .filter(|it| it.household.as_ref().is_none_or(|known| known == household))
                .collect(),
            None => same,
        };
        match alike.as_slice() {
            [one] => return Ok(one.who.clone()),
            [] => {}
            several => {
                return Err(Misread::SeveralPeople(newcomer.name.clone(), labels(several)));
            }
        }
        if described {
            return Ok(Who::Joining(newcomer));
        }
        let near = self.candidates(session, &newcomer.name);
        let lower = newcomer.name.chars().all(|c| c.is_ascii_lowercase() || c == ' ' || c == '\'');
        match near.as_slice() {
            [] if lower => Err(Misread::NobodyCalled(newcomer.name)),
            [] => Ok(Who::Joining(newcomer)),
            _ if lower => self.one(session, &newcomer.name).map(|found| found.who),
            near => Err(Misread::LikeKnown(newcomer.name.clone(), labels(near))),
        }
    }
}

fn labels(found: &[Candidate]) -> Vec<String> {
    let mut labels: Vec<String> = found.iter().take(MOST_ASKED).map(Candidate::label).collect();
    if found.len() > MOST_ASKED {
        labels.push("..".to_owned());
    }
    labels
}

/// `王芳(3栋)` or `王芳（3栋）` into `王芳` and `3栋`.
pub(super) fn split_brackets(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let Some(open) = text.find(['(', '（']) else {
        return (text, None);
    };
    let (name, rest) = text.split_at(open);
    let inner = rest.trim_matches(['(', '（', ')', '）']).trim();
    (name.trim(), (!inner.is_empty()).then_some(inner))
}
