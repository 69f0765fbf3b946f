//! What somebody said, as the recorder took it down.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ids::{ItemId, OpinionId, ParkedId, PersonId, PointId, ResolutionId};
use super::record::Moment;

/// The position a speaker takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// 赞成, typed `+`
    Support,
    /// 反对, typed `-`
    Oppose,
    /// 提问, typed `?`; open until it is answered.
    Question,
    /// 顾虑, typed `!`
    Concern,
    /// 建议, typed `*`
    Suggestion,
    /// 补充
    Supplement,
}

impl Stance {
    /// All, in the order reports list them.
    pub const ALL: [Self; 6] = [
        Self::Support,
        Self::Oppose,
        Self::Question,
        Self::Concern,
        Self::Suggestion,
        Self::Supplement,
    ];

    /// The mark typed before an opinion and shown beside it; supplements have none.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Support => '+',
            Self::Oppose => '-',
            Self::Question => '?',
            Self::Concern => '!',
            Self::Suggestion => '*',
            Self::Supplement => '&',
        }
    }
}

/// A former wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The position it had.
    pub stance: Option<Stance>,
    /// The words.
    pub text: Arc<str>,
    /// When others took their place.
    pub until: Moment,
}

/// That somebody keeps to an opinion although the meeting agreed otherwise (保留意见).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserved {
    /// The resolution it is kept against, where one was named.
    pub resolution: Option<ResolutionId>,
    /// When that was said.
    pub at: Moment,
}

/// A recorded opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its number.
    pub id: OpinionId,
    /// The item it was said under.
    pub item: ItemId,
    /// Who said it.
    pub person: PersonId,
    /// When.
    pub at: Moment,
    /// Position, where one was stated.
    pub stance: Option<Stance>,
    /// The words.
    pub text: Arc<str>,
    /// Others who said they share it.
    pub endorsed: Vec<PersonId>,
    /// For a question, the answer given.
    pub answer: Option<Arc<str>>,
    /// Taken back by its author.
    pub withdrawn: bool,
    /// Corrected after it was first taken down.
    pub amended: bool,
    /// Its former words, oldest first.
    pub earlier: Vec<Earlier>,
    /// The points it is in, those that stand.
    pub points: Vec<PointId>,
    /// Kept in reserve.
    pub reserved: Option<Reserved>,
    /// The item it was said under, where it was moved to another.
    pub came_from: Option<ItemId>,
    /// Off the topic: what it is on the parking list.
    pub set_aside: Option<ParkedId>,
}

impl Opinion {
    /// A question nobody has answered yet.
    #[must_use]
    pub fn awaits_answer(&self) -> bool {
        self.stance == Some(Stance::Question)
            && self.answer.is_none()
            && !self.withdrawn
            && self.set_aside.is_none()
    }
}
