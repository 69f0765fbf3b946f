//! What somebody promised to do.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::Confirmation;
use super::ids::{ActionId, ItemId, OpinionId, PointId};
use super::record::Moment;

/// An action as it is being agreed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Promise {
    /// What is to be done.
    pub what: String,
    /// Lead unit or person (主办).
    pub owner: Option<String>,
    /// Last day.
    pub due: Option<NaiveDate>,
    /// How one will see that it is done.
    pub test: Option<String>,
    /// The opinions it answers.
    pub from: Vec<OpinionId>,
    /// The points it answers.
    pub from_points: Vec<PointId>,
}

/// An agreed action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its number.
    pub id: ActionId,
    /// The item it came from.
    pub item: Option<ItemId>,
    /// When it was agreed.
    pub at: Moment,
    /// What is to be done.
    pub what: Arc<str>,
    /// Lead unit or person.
    pub owner: Option<Arc<str>>,
    /// Last day.
    pub due: Option<NaiveDate>,
    /// How one will see that it is done.
    pub test: Option<Arc<str>>,
    /// The opinions it answers.
    pub from: Vec<OpinionId>,
    /// The points it answers.
    pub from_points: Vec<PointId>,
    /// Given up, and why.
    pub dropped: Option<Arc<str>>,
    /// That it was read out as it stands and confirmed.
    pub confirmed: Option<Confirmation>,
}

/// What an action still needs before anybody can be held to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lack {
    /// Nobody answers for it.
    Owner,
    /// No last day.
    Due,
    /// No acceptance test.
    Test,
}

impl Action {
    /// What is still missing, the gravest first.
    #[must_use]
    pub fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        if self.dropped.is_some() {
            return lacks;
        }
        if self.owner.is_none() {
            lacks.push(Lack::Owner);
        }
        if self.due.is_none() {
            lacks.push(Lack::Due);
        }
        if self.test.is_none() {
            lacks.push(Lack::Test);
        }
        lacks
    }
}

/// Where an action stands after the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum ActionState {
    /// 待办理
    #[default]
    Open,
    /// 办理中
    Underway,
    /// 办结
    Done,
}
