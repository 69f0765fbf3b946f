//! Resolutions, how they are decided, and what it takes to carry one.

mod method;
mod tally;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ids::{ActionId, ItemId, ObjectionId, PersonId, ResolutionId, VoteId};
use super::record::Moment;

pub use method::{Body, Chosen, Method};
pub use tally::{Area, Finding, Tally, judge};

/// A consultation opinion (协商意见) the meeting has put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Its number.
    pub id: ResolutionId,
    /// The item it belongs to.
    pub item: ItemId,
    /// The words agreed on.
    pub text: Arc<str>,
    /// Taken back.
    pub withdrawn: bool,
    /// How it is decided, if that was chosen for it.
    pub method: Option<Chosen>,
    /// The latest count on it.
    pub vote: Option<VoteId>,
    /// That it was read out in these words and confirmed.
    pub confirmed: Option<Confirmation>,
}

/// Something agreed, which is read out at the end so that everybody knows what is in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Agreed {
    /// A resolution.
    Resolution(ResolutionId),
    /// An action.
    Action(ActionId),
}

/// That something agreed was read out and confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// When, the latest time.
    pub at: Moment,
    /// Who said so; nobody when the room did not object.
    pub by: Vec<PersonId>,
}

/// What share of hands carries a motion. Chosen before anything is counted. In each of them a
/// tie fails, as Robert's Rules and the community editions of them have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Threshold {
    /// More than half of those present who may vote.
    #[default]
    MajorityOfPresent,
    /// More in favour than against; abstentions are left out.
    MajorityOfVotes,
    /// At least two thirds of those present who may vote.
    TwoThirdsOfPresent,
    /// All of those present who may vote.
    AllPresent,
}

impl Threshold {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::MajorityOfPresent,
        Self::MajorityOfVotes,
        Self::TwoThirdsOfPresent,
        Self::AllPresent,
    ];

    /// The fewest hands in favour that carry a motion.
    #[must_use]
    pub fn needed(self, hands: Hands, present: u32) -> u32 {
        match self {
            Self::MajorityOfPresent => present / 2 + 1,
            Self::MajorityOfVotes => (hands.favour.saturating_add(hands.against)) / 2 + 1,
            Self::TwoThirdsOfPresent => {
                u32::try_from((u64::from(present) * 2).div_ceil(3)).unwrap_or(u32::MAX)
            }
            Self::AllPresent => present,
        }
    }

    /// Whether the count carries. With nobody present, or nobody in favour, nothing carries.
    #[must_use]
    pub fn carries(self, hands: Hands, present: u32) -> bool {
        present > 0 && hands.favour > 0 && hands.favour >= self.needed(hands, present)
    }
}

/// Hands as they were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hands {
    /// 赞成
    pub favour: u32,
    /// 反对
    pub against: u32,
    /// 弃权
    pub abstain: u32,
}

impl Hands {
    /// All hands counted.
    #[must_use]
    pub fn total(self) -> u64 {
        u64::from(self.favour) + u64::from(self.against) + u64::from(self.abstain)
    }
}

/// A count that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Its number.
    pub id: VoteId,
    /// The item it was taken under.
    pub item: ItemId,
    /// When.
    pub at: Moment,
    /// The resolution it was about.
    pub resolution: Option<ResolutionId>,
    /// Or the question put, in words.
    pub question: Option<Arc<str>>,
    /// How it was decided.
    pub method: Method,
    /// What was counted.
    pub tally: Tally,
    /// The same as hands.
    pub hands: Hands,
    /// Those present who may vote, at that moment.
    pub present: u32,
    /// The threshold that had been set.
    pub threshold: Threshold,
    /// How many times this was counted, this time included.
    pub round: u32,
    /// What it comes to.
    pub finding: Finding,
    /// Whether it carried.
    pub carried: bool,
    /// Who counted.
    pub counter: String,
    /// Whether the room was told. Counts of older records were told when they were taken.
    pub announced: bool,
}

impl Vote {
    /// The body that decided by law; nothing of a consultation.
    #[must_use]
    pub fn body(&self) -> Option<Body> {
        match self.method {
            Method::Statutory(body) => Some(body),
            _ => None,
        }
    }
}

/// An objection with its reason: what stands between a proposal and consent, or why somebody
/// showed few fingers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Its number.
    pub id: ObjectionId,
    /// The item it was raised under.
    pub item: ItemId,
    /// The resolution it is about.
    pub resolution: Option<ResolutionId>,
    /// Who objects.
    pub person: PersonId,
    /// The reason.
    pub text: Arc<str>,
    /// How it was resolved.
    pub resolved: Option<Arc<str>>,
}
