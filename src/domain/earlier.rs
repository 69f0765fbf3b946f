//! What earlier meetings of a community left for a next one: items that were carried over (结转),
//! points on the parking list (搁置) that nobody settled, and actions that are not done.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::action::ActionState;
use super::affairs::Affair;
use super::ids::{ActionId, ItemId, ParkedId};
use super::item::{ItemState, Outcome};
use super::ledger::Ledger;
use super::linking::linked;
use super::session::{Phase, Session};
use super::topic::{CaseNo, Origin, Proposer, Slip, Source, Topic, TopicState};

/// A meeting of the community, and its id there.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// Its id within the community.
    pub id: &'a str,
    /// The meeting.
    pub session: &'a Session,
}

/// What an earlier meeting left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// An item that was carried over, or that time did not reach.
    Item {
        /// Its number there.
        item: ItemId,
        /// What it is about.
        title: String,
        /// Minutes that were planned for it.
        minutes: Option<u32>,
    },
    /// A topic of the community that waits for a meeting.
    Topic {
        /// Its number.
        topic: CaseNo,
        /// What it is about.
        title: String,
        /// Who brought it up.
        proposers: Vec<String>,
    },
    /// A parked point that nobody settled.
    Parked {
        /// Its number there.
        parked: ParkedId,
        /// The point.
        text: String,
        /// Who brought it up.
        name: Option<String>,
    },
    /// An action that is not done.
    Action {
        /// Its number there.
        action: ActionId,
        /// What is to be done.
        what: String,
        /// Lead unit or person.
        owner: Option<String>,
        /// Last day.
        due: Option<NaiveDate>,
        /// Where it stands.
        state: ActionState,
    },
}

/// Something that could be taken up again, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The meeting's id within the community.
    pub meeting: String,
    /// What that was called.
    pub title: String,
    /// When it was held.
    pub on: NaiveDate,
    /// What it left.
    pub left: Left,
}

/// A title as it is compared: spaces and case do not matter.
fn alike(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What the other meetings of a community left for `current`, whose id is `own`: items first, those
/// of the latest meeting before others, then parked points likewise, then actions by their last day.
///
/// An item is left out once a later meeting, or this one, has it on its agenda; what that meeting
/// left of it counts then. An action is left out when an item of this meeting names it.
#[must_use]
pub fn left_by_others(
    held: &[Held<'_>],
    ledger: &Ledger,
    own: &str,
    current: &Session,
) -> Vec<Candidate> {
    let others: Vec<Held<'_>> = held.iter().copied().filter(|it| it.id != own).collect();
    let taken: BTreeSet<String> = current.agenda().map(|item| alike(&item.title)).collect();
    left(others, ledger, &taken)
}

/// What these left, without what is `taken`.
fn left(mut others: Vec<Held<'_>>, ledger: &Ledger, taken: &BTreeSet<String>) -> Vec<Candidate> {
    others.sort_by_key(|it| (it.session.setup.on, it.id));
    let mut candidates = items(&others, taken);
    candidates.extend(parked(&others, taken));
    candidates.extend(actions(&others, ledger, taken));
    candidates
}

/// The topics of a community that were accepted, or are open again, and are on no agenda: the oldest
/// first. Of no meeting, so they come from nowhere.
#[must_use]
pub fn topics_waiting(ledger: &Ledger, current: &Session) -> Vec<Candidate> {
    let links = current.agenda().filter_map(|item| item.topic.as_deref());
    let linked = links.filter_map(|link| linked(current, link, ledger));
    let taken: BTreeSet<&CaseNo> = linked.map(|topic| &topic.case).collect();
    let waits = |topic: &&Topic| {
        matches!(topic.state(), TopicState::Accepted | TopicState::Reopened)
            && !topic.is_scheduled()
            && !taken.contains(&topic.case)
    };
    let candidate = |topic: &Topic| Candidate {
        meeting: String::new(),
        title: String::new(),
        on: topic.slip.on,
        left: Left::Topic {
            topic: topic.case.clone(),
            title: topic.slip.title.clone(),
            proposers: topic.proposers.iter().map(|proposer| proposer.name.clone()).collect(),
        },
    };
    ledger.topics.values().filter(waits).map(candidate).collect()
}

/// Something that a meeting left and that can be taken up as a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raisable {
    /// What was left, and when.
    pub candidate: Candidate,
    /// What it is about.
    pub title: String,
    /// Whether it was parked there or not resolved.
    pub source: Source,
    /// Where in the meeting's record it is found: `P1` a point, `I3` an item.
    pub origin: Origin,
    /// Who brought it up, if the record names somebody.
    pub proposers: Vec<Proposer>,
}

impl Raisable {
    /// Taking it up, for these proposers: it was brought up on the day of that meeting.
    #[must_use]
    pub fn raise(&self, proposers: Vec<Proposer>) -> Affair {
        let slip = Slip {
            origin: Some(self.origin.clone()),
            ..Slip::new(self.title.clone(), self.candidate.on, self.source)
        };
        Affair::Raise { slip, proposers, procedure: None }
    }

    /// Whether no topic has come of it yet.
    #[must_use]
    pub fn is_open(&self, ledger: &Ledger) -> bool {
        let came_of_it = |topic: &Topic| topic.slip.origin.as_ref() == Some(&self.origin);
        !ledger.topics.values().any(came_of_it)
    }
}

/// What all meetings of a community left and no topic came of: items that were carried over, then
/// points on the parking list, those of the latest meeting before others. An item that is about a
/// topic already is none; nor is an action, which has somebody who answers for it.
#[must_use]
pub fn left_for_topics(held: &[Held<'_>], ledger: &Ledger) -> Vec<Raisable> {
    let mut all: Vec<Held<'_>> = held.to_vec();
    all.sort_by_key(|it| (it.session.setup.on, it.id));
    let taken = BTreeSet::new();
    let mut candidates = items(&all, &taken);
    candidates.extend(parked(&all, &taken));
    let raisable = candidates.into_iter().filter_map(|candidate| {
        let of = all.iter().find(|it| it.id == candidate.meeting)?;
        raisable(candidate, of.session)
    });
    raisable.filter(|it| it.is_open(ledger)).collect()
}

/// What a meeting left as something to be taken up, if it can be.
fn raisable(candidate: Candidate, session: &Session) -> Option<Raisable> {
    let (what, title, source, person) = match &candidate.left {
        Left::Item { item, .. } if session.item(*item).is_some_and(|it| it.topic.is_some()) => {
            return None;
        }
        Left::Item { item, title, .. } => {
            (format!("I{item}"), title.clone(), Source::Unresolved, None)
        }
        Left::Parked { parked, text, .. } => {
            let of = session.parked.iter().find(|it| it.id == *parked);
            (format!("P{parked}"), text.clone(), Source::ParkingList, of.and_then(|it| it.person))
        }
        Left::Action { .. } | Left::Topic { .. } => return None,
    };
    let person = person.and_then(|person| session.person(person));
    let proposers =
        person.map(|person| Proposer { name: person.name.clone(), key: person.key.clone() });
    let origin = Origin { session: candidate.meeting.clone(), what };
    Some(Raisable { candidate, title, source, origin, proposers: proposers.into_iter().collect() })
}

fn items(others: &[Held<'_>], taken: &BTreeSet<String>) -> Vec<Candidate> {
    // The latest meeting that had a title on its agenda says what became of it.
    let mut latest: BTreeMap<String, usize> = BTreeMap::new();
    for (at, held) in others.iter().enumerate() {
        for item in held.session.agenda() {
            latest.insert(alike(&item.title), at);
        }
    }
    let mut candidates = Vec::new();
    for (at, held) in others.iter().enumerate().rev() {
        let left_over = held.session.agenda().filter(|item| {
            let title = alike(&item.title);
            let over = matches!(item.state, ItemState::Closed(Outcome::CarriedOver, _));
            over && latest.get(&title) == Some(&at) && !taken.contains(&title)
        });
        let left = left_over.map(|item| Left::Item {
            item: item.id,
            title: item.title.to_string(),
            minutes: item.minutes,
        });
        candidates.extend(left.map(|left| candidate(*held, left)));
    }
    candidates
}

/// Parked points nobody settled, of the latest meeting first, until a later agenda has one.
fn parked(others: &[Held<'_>], taken: &BTreeSet<String>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (at, held) in others.iter().enumerate().rev() {
        // What is parked in a meeting that is not over may still be settled there.
        if held.session.phase != Phase::Closed {
            continue;
        }
        let later = || others.iter().skip(at + 1).flat_map(|held| held.session.agenda());
        let open = held.session.parked.iter().filter(|parked| {
            let text = alike(&parked.text);
            parked.settled.is_none()
                && !taken.contains(&text)
                && !later().any(|item| alike(&item.title) == text)
        });
        let left = open.map(|parked| Left::Parked {
            parked: parked.id,
            text: parked.text.to_string(),
            name: parked.person.map(|person| held.session.name_of(person).to_owned()),
        });
        candidates.extend(left.map(|left| candidate(*held, left)));
    }
    candidates
}

fn actions(others: &[Held<'_>], ledger: &Ledger, taken: &BTreeSet<String>) -> Vec<Candidate> {
    let mut candidates: Vec<(Option<NaiveDate>, Candidate)> = Vec::new();
    // What is being agreed in a meeting that is not over may still change.
    for held in others.iter().filter(|held| held.session.phase == Phase::Closed) {
        for action in held.session.actions.iter().filter(|action| action.dropped.is_none()) {
            let state = ledger.state_of(held.id, action.id);
            let named = alike(&action.what);
            if state == ActionState::Done || taken.iter().any(|title| title.contains(&named)) {
                continue;
            }
            let left = Left::Action {
                action: action.id,
                what: action.what.to_string(),
                owner: action.owner.as_deref().map(str::to_owned),
                due: action.due,
                state,
            };
            candidates.push((action.due, candidate(*held, left)));
        }
    }
    candidates.sort_by_key(|(due, _)| (due.is_none(), *due));
    candidates.into_iter().map(|(_, candidate)| candidate).collect()
}

fn candidate(held: Held<'_>, left: Left) -> Candidate {
    let setup = &held.session.setup;
    Candidate { meeting: held.id.to_owned(), title: setup.title.clone(), on: setup.on, left }
}
