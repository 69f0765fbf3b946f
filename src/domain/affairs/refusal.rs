//! Why something asked of a ledger is refused.

use super::calls::CallRefusal;
use crate::domain::procedure::Need;
use crate::domain::topic::{CaseNo, TopicState};

/// Why something is refused; `phrase` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AffairRefusal {
    /// There is no topic of that number.
    NoSuchTopic(CaseNo),
    /// Where the topic stands this cannot be done.
    NotNow(CaseNo, TopicState),
    /// The topic lacks what the stage needs.
    StageNeeds {
        /// The topic.
        topic: CaseNo,
        /// The stage, counted from 1.
        stage: u32,
        /// What it lacks.
        lacking: Vec<Need>,
    },
    /// A text is empty that must not be.
    Empty,
    /// Of stations and calls.
    Call(CallRefusal),
}
