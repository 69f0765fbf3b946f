//! Finding people by what was typed: characters, pinyin or initials, among those in the meeting
//! and those the community knows.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::domain::affairs::{Ground, NamedProcedure, meeting_lacks};
use crate::domain::expected::Expected;
use crate::domain::ids::{ExpectedId, PersonId};
use crate::domain::ledger::{KnownPerson, Ledger};
use crate::domain::people::{Newcomer, Participant, Role, Who};
use crate::domain::session::Session;
use crate::domain::topic::{Topic, TopicLink};
use crate::text::pinyin::{Fit, Readings};
use crate::text::width::fold;

use super::misread::Misread;
use super::naming::{Told, brackets, same_unit, told};
use super::procedures;
use super::rule_sets::{Offered, shipped, with_own};

/// Most names listed when asking back.
const MOST_ASKED: usize = 6;
/// Most characters of something that could be a name; what is longer is nobody's.
const MOST_QUERY: usize = 60;

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
    /// Those expected, by their number.
    expected: Vec<Name>,
    known_by_name: HashMap<String, Vec<usize>>,
    present_by_name: HashMap<String, Vec<usize>>,
    expected_by_name: HashMap<String, Vec<usize>>,
    /// Rules of the floor that can be named.
    rule_sets: Vec<Offered>,
    /// Procedures that can be named, their stages called as the community calls them.
    procedures: Vec<NamedProcedure>,
    /// What the community's ledgers say of its topics.
    ledger: Arc<Ledger>,
    /// The ground on which its affairs are decided, as far as it was offered.
    ground: Option<Arc<Ground>>,
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
    /// Capacity, which does so when the unit does not.
    pub role: Role,
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
        let mut directory =
            Self { rule_sets: shipped(), procedures: procedures::shipped(), ..Self::default() };
        for person in people {
            let name = Name::of(&person.name);
            let at = directory.known.len();
            directory.known_by_name.entry(name.name.clone()).or_default().push(at);
            directory.known.push((person, name));
        }
        directory
    }

    /// Offers a community's own rules of the floor besides those that come with the program.
    pub fn offer_rules(&mut self, own: Vec<Offered>) {
        self.rule_sets = with_own(own);
    }

    /// Rules of the floor that can be named.
    #[must_use]
    pub fn rule_sets(&self) -> &[Offered] {
        &self.rule_sets
    }

    /// Offers a community's own procedures besides those that come with the program, and calls the
    /// stages as the community does.
    pub fn offer_procedures(
        &mut self,
        own: Vec<NamedProcedure>,
        names: &BTreeMap<String, Vec<String>>,
    ) {
        let mut all = procedures::with_own(own);
        for known in &mut all {
            if let Some(names) = names.get(&known.file) {
                known.procedure = known.procedure.with_names(names).into();
            }
        }
        self.procedures = all;
    }

    /// Procedures that can be named.
    #[must_use]
    pub fn procedures(&self) -> &[NamedProcedure] {
        &self.procedures
    }

    /// Offers the topics of the community, as its ledgers know them.
    pub fn offer_topics(&mut self, ledger: Ledger) {
        self.ledger = Arc::new(ledger);
    }

    /// Says on which ground the affairs of the community are decided: what its procedures need.
    pub fn stand_on(&mut self, ground: Arc<Ground>) {
        self.ground = Some(ground);
    }

    /// What a meeting needs to know of a topic that is put on its agenda.
    #[must_use]
    pub fn link(&self, topic: &Topic, session: &Session) -> TopicLink {
        let held = session.procedure.as_deref();
        let lacks = |ground: &Arc<Ground>| meeting_lacks(&self.ledger, ground, topic, held);
        let needs = self.ground.as_ref().map(lacks).unwrap_or_default();
        TopicLink::of(topic, &self.ledger.cases, needs, session)
    }

    /// What the community's ledgers say, as far as it was offered.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Takes in who joined, is expected, or was undone, since the last time. Call it after every
    /// line.
    pub fn catch_up(&mut self, session: &Session) {
        let people = session.people.iter().map(|person| person.name.as_str());
        follow(&mut self.present, &mut self.present_by_name, people);
        let expected = session.expected.iter().map(|expected| expected.name.as_str());
        follow(&mut self.expected, &mut self.expected_by_name, expected);
    }

    fn present_candidate(session: &Session, at: usize, fit: Fit) -> Option<Candidate> {
        let person = session.person(PersonId::after(at))?;
        Some(Candidate {
            fit,
            who: Who::Present(person.id),
            name: person.name.clone(),
            household: person.household.clone(),
            role: person.role.clone(),
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
        (!joined).then(|| known(person, fit))
    }

    /// Somebody who is expected; those who are here, or whom the community knows, are found there.
    fn expected_candidate(&self, session: &Session, at: usize, fit: Fit) -> Option<Candidate> {
        let expected = session.expected.get(at).filter(|expected| expected.is_listed())?;
        let places = |index: &HashMap<String, Vec<usize>>| {
            index.get(&expected.name).cloned().unwrap_or_default()
        };
        let here = places(&self.present_by_name).into_iter().any(|place| {
            session
                .person(PersonId::after(place))
                .is_some_and(|it| is_one(expected, it.key.as_deref(), it.household.as_deref()))
        });
        let known = places(&self.known_by_name).into_iter().any(|place| {
            self.known.get(place).is_some_and(|(it, _)| {
                is_one(expected, Some(it.key.as_str()), it.household.as_deref())
            })
        });
        (!here && !known).then(|| described(expected, fit))
    }

    /// Whom of those expected a text means.
    ///
    /// # Errors
    /// [`Misread::NobodyExpected`], or [`Misread::SeveralPeople`] when it could be more than one.
    pub fn expected(&self, session: &Session, text: &str) -> Result<ExpectedId, Misread> {
        let asked = told(text);
        let query = fold(asked.name.trim());
        let listed: Vec<(ExpectedId, Candidate)> = self
            .expected
            .iter()
            .zip(&session.expected)
            .filter(|(_, expected)| expected.is_listed())
            .filter_map(|(name, expected)| {
                let fit = name.readings.matches(&query)?;
                Some((expected.id, described(expected, fit)))
            })
            .collect();
        let found = choose(listed.iter().map(|it| it.1.clone()).collect(), &asked, |_| false);
        let found = found.map_err(|misread| match misread {
            Misread::NobodyCalled(name) => Misread::NobodyExpected(name),
            other => other,
        })?;
        let id = listed.into_iter().find(|(_, candidate)| *candidate == found).map(|(id, _)| id);
        id.ok_or(Misread::NobodyExpected(asked.name))
    }

    fn exact(&self, session: &Session, name: &str) -> Vec<Candidate> {
        let places = |index: &HashMap<String, Vec<usize>>| index.get(name).cloned();
        let present = places(&self.present_by_name).unwrap_or_default();
        let known = places(&self.known_by_name).unwrap_or_default();
        let expected = places(&self.expected_by_name).unwrap_or_default();
        let known =
            known.into_iter().filter_map(|at| self.known_candidate(session, at, Fit::Whole));
        let expected =
            expected.into_iter().filter_map(|at| self.expected_candidate(session, at, Fit::Whole));
        present
            .into_iter()
            .filter_map(|at| Self::present_candidate(session, at, Fit::Whole))
            .chain(known)
            .chain(expected)
            .collect()
    }

    /// Everybody a query may mean, best first; those in the meeting before those only known.
    #[must_use]
    pub fn candidates(&self, session: &Session, query: &str) -> Vec<Candidate> {
        let query = fold(query.trim());
        if query.chars().nth(MOST_QUERY).is_some() {
            return Vec::new();
        }
        let fits = |name: &Name| name.readings.matches(&query);
        let present = self.present.iter().enumerate().filter_map(|(at, name)| {
            fits(name).and_then(|fit| Self::present_candidate(session, at, fit))
        });
        let known = self.known.iter().enumerate().filter_map(|(at, (_, name))| {
            fits(name).and_then(|fit| self.known_candidate(session, at, fit))
        });
        let expected = self.expected.iter().enumerate().filter_map(|(at, name)| {
            fits(name).and_then(|fit| self.expected_candidate(session, at, fit))
        });
        let mut found: Vec<Candidate> = present.chain(known).chain(expected).collect();
        found.sort_by_key(|candidate| candidate.fit);
        found
    }

    /// Whether somebody has exactly this name.
    #[must_use]
    pub fn is_called(&self, session: &Session, name: &str) -> bool {
        !self.exact(session, name).is_empty()
    }

    /// The one person a query means. `query` may carry a unit, a building or a role in brackets to
    /// tell people of one name apart: `王芳(3栋)`. A shortened name is that of somebody in the room
    /// if it fits one of them as well as anybody the community knows.
    ///
    /// # Errors
    /// [`Misread::NobodyCalled`], or [`Misread::SeveralPeople`] when it could be more than one.
    pub fn one(&self, session: &Session, query: &str) -> Result<Candidate, Misread> {
        let bracketed = brackets(query);
        let mut asked = told(query);
        // A name of several words, such as `3栋 王姐`, is the whole of what stands outside.
        bracketed.name.clone_into(&mut asked.name);
        if bracketed.within.is_none() {
            (asked.household, asked.role) = (None, None);
        }
        let exact = self.exact(session, &asked.name);
        if !exact.is_empty() {
            return choose(exact, &asked, |_| false);
        }
        let here = |it: &Candidate| match it.who {
            Who::Present(person) => session.person(person).is_some_and(Participant::is_here),
            Who::Joining(_) => false,
        };
        choose(self.candidates(session, &asked.name), &asked, here)
    }

    /// Whoever a text means, walk-ins with a unit or a role included: `王芳`, `wf`, `刘芳（5栋）`,
    /// `刘芳 5栋 居民代表`.
    ///
    /// # Errors
    /// As [`Directory::one`]; somebody close to a known name is asked back.
    pub fn whom(&self, session: &Session, text: &str) -> Result<Who, Misread> {
        match self.one(session, text) {
            Err(Misread::NobodyCalled(name)) => {
                let asked = told(text);
                if asked.is_described() && !asked.name.is_empty() {
                    self.arriving(session, asked)
                } else {
                    Err(Misread::NobodyCalled(name))
                }
            }
            Ok(found) if brackets(text).within.is_some() => Ok(joining_as(found.who, told(text))),
            found => found.map(|found| found.who),
        }
    }

    /// Somebody who signs in: known, or new by name and unit or role.
    ///
    /// # Errors
    /// As [`Directory::one`], and [`Misread::LikeKnown`] when a bare new name is the beginning of
    /// a known one, so that nobody is entered twice by a slip; [`Misread::UnitOrName`] when what
    /// follows could be a second person.
    pub(super) fn arriving(&self, session: &Session, asked: Told) -> Result<Who, Misread> {
        let same = self.exact(session, &asked.name);
        arriving_among(asked, same, |name| self.candidates(session, name))
    }

    /// Everybody the community knows whom a query may mean, best first: for what is written outside
    /// of a meeting.
    #[must_use]
    pub fn neighbours(&self, query: &str) -> Vec<Candidate> {
        let query = fold(query.trim());
        if query.chars().nth(MOST_QUERY).is_some() {
            return Vec::new();
        }
        let fitting = self.known.iter().filter_map(|(person, name)| {
            name.readings.matches(&query).map(|fit| known(person, fit))
        });
        let mut found: Vec<Candidate> = fitting.collect();
        found.sort_by_key(|candidate| candidate.fit);
        found
    }

    /// Whether the community knows somebody of exactly this name.
    #[must_use]
    pub fn is_neighbour(&self, name: &str) -> bool {
        self.known_by_name.contains_key(name)
    }

    /// Somebody named outside of a meeting: whom the community knows, or else a new name.
    ///
    /// # Errors
    /// As where people sign in: what could be two people is asked back.
    pub fn neighbour(&self, text: &str) -> Result<Newcomer, Misread> {
        let asked = told(text);
        let places = self.known_by_name.get(&asked.name).into_iter().flatten();
        let same = places.filter_map(|at| self.known.get(*at));
        let same = same.map(|(person, _)| known(person, Fit::Whole)).collect();
        let name = asked.name.clone();
        match arriving_among(asked, same, |name| self.neighbours(name))? {
            Who::Joining(newcomer) => Ok(newcomer),
            Who::Present(_) => Err(Misread::NobodyCalled(name)),
        }
    }
}

/// Somebody who was named: one of `same`, who have that name; or new, unless there is somebody of
/// a `near` name.
fn arriving_among(
    asked: Told,
    same: Vec<Candidate>,
    near: impl FnOnce(&str) -> Vec<Candidate>,
) -> Result<Who, Misread> {
    if let Some(word) = asked.doubtful {
        return Err(Misread::UnitOrName(word));
    }
    if matches!(asked.name.as_str(), "和" | "与" | "及" | "跟" | "and") {
        return Err(Misread::NobodyCalled(asked.name)); // `3 和 4`
    }
    if !same.is_empty() {
        match choose(same, &asked, |_| false) {
            Ok(found) => return Ok(joining_as(found.who, asked)),
            // Of this name, but from another unit.
            Err(Misread::NobodyCalled(_)) => return Ok(Who::Joining(asked.newcomer())),
            Err(several) => return Err(several),
        }
    }
    let near = near(&asked.name);
    let lower = asked.name.chars().all(|c| c.is_ascii_lowercase() || c == ' ' || c == '\'');
    if lower && (!near.is_empty() || !asked.is_described()) {
        // Pinyin or initials, not a name to be entered.
        return choose(near, &asked, |_| false).map(|found| joining_as(found.who, asked));
    }
    if near.is_empty() || asked.is_described() {
        return Ok(Who::Joining(asked.newcomer()));
    }
    Err(Misread::LikeKnown(asked.name, labels(&near)))
}

/// Brings a list of names, which only grows at its end or was undone there, up to date.
fn follow<'a>(
    names: &mut Vec<Name>,
    by_name: &mut HashMap<String, Vec<usize>>,
    now: impl ExactSizeIterator<Item = &'a str>,
) {
    while names.len() > now.len() {
        let at = names.len() - 1;
        if let Some(gone) = names.pop()
            && let Some(places) = by_name.get_mut(&gone.name)
        {
            places.retain(|place| *place != at);
        }
    }
    let seen = names.len();
    for (at, name) in now.enumerate().skip(seen) {
        by_name.entry(name.to_owned()).or_default().push(at);
        names.push(Name::of(name));
    }
}

/// Whether somebody of the same name is the one expected.
fn is_one(expected: &Expected, key: Option<&str>, household: Option<&str>) -> bool {
    match (expected.key.as_deref(), key) {
        (Some(one), Some(other)) => one == other,
        _ => match (expected.household.as_deref(), household) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        },
    }
}

fn known(person: &KnownPerson, fit: Fit) -> Candidate {
    Candidate {
        fit,
        who: Who::Joining(Newcomer {
            name: person.name.clone(),
            role: person.role.clone(),
            household: person.household.clone(),
            key: Some(person.key.clone()),
        }),
        name: person.name.clone(),
        household: person.household.clone(),
        role: person.role.clone(),
    }
}

fn described(expected: &Expected, fit: Fit) -> Candidate {
    Candidate {
        fit,
        who: Who::Joining(expected.newcomer()),
        name: expected.name.clone(),
        household: expected.household.clone(),
        role: expected.role.clone(),
    }
}

/// Somebody known joins with what the sheet says of them now where the ledger says nothing.
fn joining_as(who: Who, asked: Told) -> Who {
    match who {
        Who::Joining(known) => Who::Joining(Newcomer {
            household: known.household.or(asked.household),
            role: asked.role.unwrap_or(known.role),
            ..known
        }),
        Who::Present(person) => Who::Present(person),
    }
}

/// The one of these that what was told fits, and fits best; of several that fit alike, the one
/// that is favoured.
fn choose(
    mut found: Vec<Candidate>,
    asked: &Told,
    favoured: impl Fn(&Candidate) -> bool,
) -> Result<Candidate, Misread> {
    if let Some(unit) = &asked.household {
        let fits = |it: &Candidate| it.household.as_ref().map(|known| same_unit(known, unit));
        let same = |it: &Candidate| it.household.as_ref() == Some(unit);
        if found.iter().any(same) {
            found.retain(same);
        } else if found.iter().any(|it| fits(it) == Some(true)) {
            found.retain(|it| fits(it) == Some(true));
        } else {
            // Somebody of whom no unit is known may be from there.
            found.retain(|it| fits(it).is_none());
        }
    }
    if let Some(role) = &asked.role
        && found.iter().any(|it| it.role == *role)
    {
        found.retain(|it| it.role == *role);
    }
    let best = found.iter().map(|candidate| candidate.fit).min();
    found.retain(|candidate| Some(candidate.fit) == best);
    if found.len() > 1 && found.iter().any(&favoured) {
        found.retain(favoured);
    }
    let nobody = || Misread::NobodyCalled(asked.name.clone());
    if found.len() > 1 {
        return Err(Misread::SeveralPeople(asked.name.clone(), labels(&found)));
    }
    found.pop().ok_or_else(nobody)
}

/// The names to choose from; with the role where name and unit are the same.
fn labels(found: &[Candidate]) -> Vec<String> {
    let mut labels: Vec<String> = found
        .iter()
        .take(MOST_ASKED)
        .map(|candidate| {
            let label = candidate.label();
            let twice = found.iter().filter(|other| other.label() == label).count() > 1;
            if twice { with_role(candidate) } else { label }
        })
        .collect();
    if found.len() > MOST_ASKED {
        labels.push("..".to_owned());
    }
    labels
}

fn with_role(candidate: &Candidate) -> String {
    let words = crate::phrase::role_words().iter().find(|(role, _)| *role == candidate.role);
    let english = candidate.name.is_ascii();
    let role = match (words, &candidate.role) {
        (Some((_, [_, word, ..])), _) if english => word,
        (Some((_, [word, ..])), _) => word,
        (_, Role::Other(word)) => word.as_str(),
        _ => return candidate.label(),
    };
    let unit = candidate.household.as_ref().map(|unit| format!("{unit} ")).unwrap_or_default();
    format!("{}({unit}{role})", candidate.name)
}
