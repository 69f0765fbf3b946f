//! An agenda item and what happened under it.

use std::sync::Arc;

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::agreement::Chosen;
use super::ids::{ActionId, ItemId, OpinionId, PersonId, ResolutionId, VoteId};
use super::opinion::Stance;
use super::record::Moment;
use super::stopwatch::Stopwatch;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// Somebody who has a hand up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Whose.
    pub person: PersonId,
    /// Since when.
    pub since: Moment,
    /// The position they said they would take.
    pub stance: Option<Stance>,
}

/// How somebody came to have the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Called {
    /// First in the queue.
    InOrder,
    /// Called by the facilitator past others who were waiting.
    OutOfOrder,
    /// Called with nobody waiting.
    Directly,
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
            opinions: Vector::new(),
            open_questions: imbl::OrdSet::new(),
            resolutions: Vector::new(),
            votes: Vector::new(),
            method: None,
            actions: Vector::new(),
        }
    }

    /// Turns this person has finished on this item.
    #[must_use]
    pub fn turns_of(&self, person: PersonId) -> usize {
        self.turns.iter().filter(|turn| turn.person == person).count()
    }
}
