//! What a list needs to know of a meeting or a ledger: a few words of each, not the whole record.
//!
//! A digest is a function of the record alone. So it may be kept beside the record and thrown away
//! at any time.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::action::ActionState;
use super::ids::ActionId;
use super::item::{ItemState, Outcome};
use super::ledger::{Ledger, LedgerEvent, Numbers};
use super::meeting::Meeting;
use super::people::Participant;
use super::record::{Line, Moment};
use super::session::Phase;
use super::topic::{CaseNo, Consultation};

/// A meeting in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// What it is called.
    pub title: String,
    /// The device that writes it, as it says itself.
    pub device: String,
    /// The day it is held.
    pub on: NaiveDate,
    /// Where.
    pub place: Option<String>,
    /// Who chairs.
    pub facilitator: Option<String>,
    /// How far it is.
    pub phase: Phase,
    /// When it was opened.
    pub opened: Option<Moment>,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// When the latest entry was made; none while nothing but its creation is recorded.
    pub latest: Option<Moment>,
    /// The agenda in its order.
    pub items: Vec<ItemDigest>,
    /// Everybody who signed in.
    pub attended: Vec<Attendee>,
    /// Opinions that were not withdrawn.
    pub opinions: u32,
    /// Resolutions that were not withdrawn.
    pub resolutions: u32,
    /// Actions that were not given up.
    pub actions: Vec<ActionDigest>,
}

/// An agenda item in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDigest {
    /// What it is about.
    pub title: String,
    /// Where it stands.
    pub course: Course,
    /// The topic of the community that it is about, if it is about one.
    pub topic: Option<CaseNo>,
}

/// Somebody who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attendee {
    /// Somebody the community knows, by key in its ledger.
    Known(String),
    /// Anybody else, by name and unit.
    Named(String, Option<String>),
}

impl Attendee {
    /// Who a participant of a meeting is.
    fn of(person: &Participant) -> Self {
        match &person.key {
            Some(key) => Self::Known(key.clone()),
            None => Self::Named(person.name.clone(), person.household.clone()),
        }
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Not begun.
    Waiting,
    /// On the table.
    Open,
    /// Ended, and how; items a meeting did not reach are carried over when it closes.
    Ended(Outcome),
}

/// An action in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionDigest {
    /// Its number.
    pub id: ActionId,
    /// What is to be done.
    pub what: String,
    /// Lead unit or person (主办).
    pub owner: Option<String>,
    /// Last day.
    pub due: Option<NaiveDate>,
}

impl Digest {
    /// The digest of a meeting as it stands now.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let session = meeting.session();
        let items = session.agenda().map(|item| ItemDigest {
            title: item.title.to_string(),
            course: match &item.state {
                ItemState::Waiting => Course::Waiting,
                ItemState::Open => Course::Open,
                ItemState::Closed(outcome, _) => Course::Ended(*outcome),
            },
            topic: item.topic.as_ref().map(|link| link.topic.clone()),
        });
        let standing = session.actions.iter().filter(|action| action.dropped.is_none());
        let actions = standing.map(|action| ActionDigest {
            id: action.id,
            what: action.what.to_string(),
            owner: action.owner.as_deref().map(str::to_owned),
            due: action.due,
        });
        Self {
            title: session.setup.title.clone(),
            device: session.setup.device.clone(),
            on: session.setup.on,
            place: session.setup.place.clone(),
            facilitator: session.setup.facilitator.clone(),
            phase: session.phase,
            opened: session.opened,
            closed: session.closed,
            latest: meeting.latest(),
            items: items.collect(),
            attended: session.people.iter().map(|person| Attendee::of(person)).collect(),
            opinions: count(session.opinions.iter().filter(|it| !it.withdrawn).count()),
            resolutions: count(session.resolutions.iter().filter(|it| !it.withdrawn).count()),
            actions: actions.collect(),
        }
    }

    /// What the meeting, which has this id, did with the topics on its agenda: one consultation for
    /// each, however many items are about it. It is to come while one of these has not ended.
    #[must_use]
    pub fn consultations(&self, session: &str, cases: &Numbers) -> BTreeMap<CaseNo, Consultation> {
        let mut held: BTreeMap<CaseNo, Consultation> = BTreeMap::new();
        for item in &self.items {
            let Some(case) = &item.topic else { continue };
            let outcome = match item.course {
                Course::Waiting | Course::Open => None,
                Course::Ended(outcome) => Some(outcome),
            };
            let consultation = Consultation { on: self.on, session: session.to_owned(), outcome };
            held.entry(cases.known(&self.device, case))
                .and_modify(|known| {
                    known.outcome = known.outcome.zip(outcome).map(|(one, other)| one.with(other));
                })
                .or_insert(consultation);
        }
        held
    }

    /// The item on the table, or the one that comes next: its place, counted from 1.
    #[must_use]
    pub fn at_item(&self) -> Option<usize> {
        let open = self.items.iter().position(|item| item.course == Course::Open);
        let next = || self.items.iter().position(|item| item.course == Course::Waiting);
        open.or_else(next).map(|at| at + 1)
    }

    /// Titles of the items that go to a later meeting (结转).
    pub fn carried_over(&self) -> impl Iterator<Item = &str> {
        let carried = Course::Ended(Outcome::CarriedOver);
        self.items.iter().filter(move |item| item.course == carried).map(|it| it.title.as_str())
    }

    /// In session, with its clocks running or not; a program that was killed leaves it so.
    #[must_use]
    pub fn is_in_session(&self) -> bool {
        matches!(self.phase, Phase::Running | Phase::Paused)
    }
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// What choosing and sorting meetings needs of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The day it is held.
    pub on: NaiveDate,
    /// How far it is.
    pub phase: Phase,
    /// Actions that were not given up: number and last day.
    pub actions: Vec<(ActionId, Option<NaiveDate>)>,
}

impl Digest {
    /// The head of this digest.
    #[must_use]
    pub fn head(&self) -> Head {
        let actions = self.actions.iter().map(|action| (action.id, action.due)).collect();
        Head { on: self.on, phase: self.phase, actions }
    }
}

/// One device's ledger in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerDigest {
    /// Keys of everybody entered in it, each once, in order.
    pub people: Vec<String>,
    /// The latest news of each action, in order of session and number.
    pub news: Vec<News>,
}

/// The latest that a ledger says of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The session it was agreed in, without the community.
    pub session: String,
    /// Which.
    pub action: ActionId,
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: String,
    /// Where the action stands.
    pub state: ActionState,
    /// What was done, in words.
    pub note: Option<String>,
}

/// What sorting actions needs of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerHead {
    /// How many people are entered in it.
    pub people: u32,
    /// Where actions stand, by session in order.
    pub states: Vec<(String, Vec<Standing>)>,
}

/// Where an action stands, as a ledger has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub action: ActionId,
    /// When it was entered.
    pub at: Moment,
    /// Where it stands.
    pub state: ActionState,
}

impl LedgerDigest {
    /// The digest of one ledger's lines.
    #[must_use]
    pub fn of(lines: &[Line<LedgerEvent>]) -> Self {
        let ledger = Ledger::of([("", lines)]);
        let news = ledger.reports.into_iter().filter_map(|((session, action), reports)| {
            let last = reports.into_iter().last()?;
            let (at, by, state, note) = (last.at, last.by, last.state, last.note);
            Some(News { session, action, at, by, state, note })
        });
        Self { news: news.collect(), people: ledger.people.into_keys().collect() }
    }

    /// The head of this digest.
    #[must_use]
    pub fn head(&self) -> LedgerHead {
        let mut states: Vec<(String, Vec<Standing>)> = Vec::new();
        for news in &self.news {
            let standing = Standing { action: news.action, at: news.at, state: news.state };
            match states.last_mut().filter(|(session, _)| *session == news.session) {
                Some((_, standings)) => standings.push(standing),
                None => states.push((news.session.clone(), vec![standing])),
            }
        }
        LedgerHead { people: count(self.people.len()), states }
    }
}

/// Where the actions of one community stand, all its ledgers taken together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct States<'a> {
    sessions: BTreeMap<&'a str, Vec<Standing>>,
}

impl<'a> States<'a> {
    /// Takes the ledgers in the order of their devices, as [`Ledger::evolve`] does: of two reports
    /// of the same moment the one of the later device counts.
    #[must_use]
    pub fn of(ledgers: impl IntoIterator<Item = &'a LedgerHead>) -> Self {
        let mut together = Self::default();
        for ledger in ledgers {
            for (session, standings) in &ledger.states {
                let known = together.sessions.entry(session.as_str()).or_default();
                for new in standings {
                    match known.iter_mut().find(|it| it.action == new.action) {
                        Some(old) if new.at >= old.at => *old = *new,
                        Some(_) => {}
                        None => known.push(*new),
                    }
                }
            }
        }
        together
    }

    /// Where the actions of one session stand that there is news of.
    #[must_use]
    pub fn of_session(&self, session: &str) -> &[Standing] {
        self.sessions.get(session).map_or(&[], Vec::as_slice)
    }

    /// Where an action stands.
    #[must_use]
    pub fn state_of(&self, session: &str, action: ActionId) -> ActionState {
        let standing = self.of_session(session).iter().find(|it| it.action == action);
        standing.map_or(ActionState::Open, |standing| standing.state)
    }
}

/// Where one action stands by several ledgers of one community, given in the order of their devices.
#[must_use]
pub fn state_in<'a>(
    ledgers: impl IntoIterator<Item = &'a LedgerHead>,
    session: &str,
    action: ActionId,
) -> ActionState {
    let mut latest: Option<&Standing> = None;
    for ledger in ledgers {
        let found = ledger.states.binary_search_by(|(known, _)| known.as_str().cmp(session)).ok();
        let standings = found.and_then(|at| ledger.states.get(at)).map_or(&[][..], |it| &it.1);
        if let Some(standing) = standings.iter().find(|it| it.action == action)
            && latest.is_none_or(|known| standing.at >= known.at)
        {
            latest = Some(standing);
        }
    }
    latest.map_or(ActionState::Open, |standing| standing.state)
}

/// The latest news of an action in several ledgers of one community, given in the order of their
/// devices.
#[must_use]
pub fn latest_news<'a>(
    ledgers: impl IntoIterator<Item = &'a LedgerDigest>,
    session: &str,
    action: ActionId,
) -> Option<&'a News> {
    let mut latest: Option<&News> = None;
    for ledger in ledgers {
        let key = |news: &News| (news.session.as_str(), news.action).cmp(&(session, action));
        let found = ledger.news.binary_search_by(key).ok().and_then(|at| ledger.news.get(at));
        if let Some(news) = found
            && latest.is_none_or(|known| news.at >= known.at)
        {
            latest = Some(news);
        }
    }
    latest
}

/// How many people several ledgers know together.
#[must_use]
pub fn people_known<'a>(ledgers: impl IntoIterator<Item = &'a LedgerDigest>) -> usize {
    let mut keys: Vec<&String> = ledgers.into_iter().flat_map(|it| &it.people).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.len()
}
