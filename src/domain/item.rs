//! An agenda item and what happened under it.

use std::sync::Arc;

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::agreement::Chosen;
use super::ids::{ActionId, ItemId, OpinionId, PersonId, ResolutionId, VoteId};
use super::opinion::Stance;
use super::people::Role;
use super::record::Moment;
use super::stopwatch::Stopwatch;
use super::topic::TopicLink;

/// An item as planned, before the meeting has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedItem {
    /// What it is about.
    pub title: String,
    /// Minutes set aside for it, if any were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// How an item ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// 达成一致: there is a resolution.
    Agreed,
    /// 未达成一致
    NotAgreed,
    /// 结转: goes to a later meeting.
    CarriedOver,
    /// 已通报: for information, nothing to agree.
    Noted,
}

impl Outcome {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Agreed, Self::NotAgreed, Self::CarriedOver, Self::Noted];

    /// What came of a matter of which two parts ended like this: it is carried over only where both
    /// were, and agreed on where one was.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let first = |of: &Self| [self, other].contains(of);
        let by_weight = [Self::Agreed, Self::NotAgreed, Self::Noted, Self::CarriedOver];
        by_weight.into_iter().find(first).unwrap_or(self)
    }
}

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// Not begun.
    Waiting,
    /// On the table; only one is at a time.
    Open,
    /// Ended, how, and why if that was written down.
    Closed(Outcome, Option<String>),
}

/// What a hand is up for, and the floor given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum HandKind {
    /// A turn on the item.
    #[default]
    Turn,
    /// A reply (回应) to somebody; no turn of the item.
    Reply,
    /// A point of order (程序问题); no turn of the item. Whoever speaks is interrupted and goes on
    /// afterwards.
    PointOfOrder,
}

impl HandKind {
    /// A turn on the item.
    #[must_use]
    pub const fn is_turn(&self) -> bool {
        matches!(self, Self::Turn)
    }
}

/// Somebody who has a hand up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Whose.
    pub person: PersonId,
    /// Since when.
    pub since: Moment,
    /// The position they said they would take.
    pub stance: Option<Stance>,
    /// What for.
    pub kind: HandKind,
    /// The hand was up for a turn before, and is again after the point of order or the reply.
    pub waits: bool,
    /// How many the facilitator lets speak before them, if that was said.
    pub place: Option<u32>,
}

/// How somebody came to have the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Called {
    /// Next by the rules.
    InOrder,
    /// Called by the facilitator past others who were waiting.
    OutOfOrder,
    /// Called with nobody waiting.
    Directly,
    /// Called by the facilitator past the number of turns that the rules allow on an item.
    PastLimit,
}

/// A finished turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Who spoke.
    pub person: PersonId,
    /// From when.
    pub began: Moment,
    /// Seconds, pauses left out.
    pub seconds: u32,
    /// How they came to have the floor.
    pub called: Called,
    /// What for.
    pub kind: HandKind,
    /// Who was next by the rules when they were called.
    pub passed: Option<PersonId>,
}

/// The person who has the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub began: Moment,
    /// How they came to have it.
    pub called: Called,
    /// Their time, pauses left out.
    pub watch: Stopwatch,
    /// What for.
    pub kind: HandKind,
    /// The position they take, as announced or else as taken down.
    pub stance: Option<Stance>,
    /// Who was next by the rules when they were called.
    pub passed: Option<PersonId>,
}

/// What somebody has had of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Finished turns; replies and points of order are none.
    pub turns: u32,
    /// Seconds of whatever they had the floor for.
    pub seconds: u32,
}

/// An agenda item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its number.
    pub id: ItemId,
    /// What it is about.
    pub title: Arc<str>,
    /// Minutes planned.
    pub minutes: Option<u32>,
    /// Where it stands.
    pub state: ItemState,
    /// Time spent on it, pauses left out.
    pub watch: Stopwatch,
    /// Hands up, earliest first.
    pub hands: Vector<Hand>,
    /// Finished turns.
    pub turns: Vector<Turn>,
    /// What each person has had of it, by their number; those who come later had nothing.
    pub shares: Vector<Share>,
    /// Finished turns by capacity.
    pub role_turns: Vector<(Role, u32)>,
    /// The position for or against that was taken latest in a turn.
    pub position: Option<Stance>,
    /// No more hands are taken.
    pub list_closed: bool,
    /// Opinions recorded under it.
    pub opinions: Vector<OpinionId>,
    /// Those of them that are questions without an answer.
    pub open_questions: imbl::OrdSet<OpinionId>,
    /// Resolutions drafted under it.
    pub resolutions: Vector<ResolutionId>,
    /// Counts taken under it.
    pub votes: Vector<VoteId>,
    /// How its questions, and resolutions still to come, are decided, if that was chosen.
    pub method: Option<Chosen>,
    /// Actions agreed under it.
    pub actions: Vector<ActionId>,
    /// The topic of the community that it is about, if it is about one.
    pub topic: Option<Arc<TopicLink>>,
}

impl Item {
    /// A new one, waiting.
    #[must_use]
    pub fn planned(id: ItemId, title: &str, minutes: Option<u32>) -> Self {
        Self {
            id,
            title: title.into(),
            minutes,
            state: ItemState::Waiting,
            watch: Stopwatch::default(),
            hands: Vector::new(),
            turns: Vector::new(),
            shares: Vector::new(),
            role_turns: Vector::new(),
            position: None,
            list_closed: false,
            opinions: Vector::new(),
            open_questions: imbl::OrdSet::new(),
            resolutions: Vector::new(),
            votes: Vector::new(),
            method: None,
            actions: Vector::new(),
            topic: None,
        }
    }

    /// Whether it has ended.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self.state, ItemState::Closed(..))
    }

    /// What this person has had of the item.
    #[must_use]
    pub fn share_of(&self, person: PersonId) -> Share {
        self.shares.get(person.index()).copied().unwrap_or_default()
    }

    /// Turns this person has finished on this item; replies and points of order are none.
    #[must_use]
    pub fn turns_of(&self, person: PersonId) -> usize {
        self.share_of(person).turns as usize
    }
}
