//! Opening, pausing and closing the meeting, and what still stands in the way of it.

use super::Verdict;
use crate::domain::event::{Event, Matter};
use crate::domain::ids::ActionId;
use crate::domain::item::{Item, ItemState};
use crate::domain::read_back::readings;
use crate::domain::refusal::Refusal;
use crate::domain::session::{Phase, Session};

/// What an item still wants before it can be closed in good order: questions without an answer,
/// actions without an owner, a date or an acceptance test.
#[must_use]
pub fn hindrances(session: &Session, item: &Item) -> Vec<Matter> {
    let questions = item.open_questions.iter().map(|id| Matter::Question(*id));
    questions.chain(lacks(session, item.actions.iter().copied())).collect()
}

fn lacks(
    session: &Session,
    actions: impl Iterator<Item = ActionId>,
) -> impl Iterator<Item = Matter> {
    actions.filter_map(|id| session.action(id)).flat_map(|action| {
        action.lacks().into_iter().map(|lack| Matter::ActionLacks(action.id, lack))
    })
}

/// Everything still open in the whole meeting, in the order one would settle it. What was agreed
/// waits to be confirmed only once it has begun to be read out.
#[must_use]
pub fn open_matters(session: &Session) -> Vec<Matter> {
    let waiting = session
        .agenda()
        .filter(|item| item.state == ItemState::Waiting)
        .map(|item| Matter::ItemNotReached(item.id));
    let questions = session
        .agenda()
        .flat_map(|item| item.open_questions.iter().map(|id| Matter::Question(*id)));
    let actions = lacks(session, session.actions.iter().map(|action| action.id));
    let parked = session
        .parked
        .iter()
        .filter(|parked| parked.settled.is_none())
        .map(|parked| Matter::Parked(parked.id));
    let read_out = session.read_back.map(|_| readings(session)).unwrap_or_default();
    let unconfirmed = read_out
        .iter()
        .filter(|reading| reading.confirmed.is_none())
        .map(|reading| Matter::Unconfirmed(reading.what));
    waiting.chain(questions).chain(actions).chain(parked).chain(unconfirmed).collect()
}

impl Session {
    pub(super) fn opening(&self) -> Verdict {
        match self.phase {
            Phase::Prepared => Ok(vec![Event::Opened]),
            Phase::Running | Phase::Paused => Err(Refusal::AlreadyOpen),
            Phase::Closed => Err(Refusal::Closed),
        }
    }

    pub(super) fn pausing(&self) -> Verdict {
        self.need_running()?;
        Ok(vec![Event::Paused])
    }

    pub(super) fn resuming(&self) -> Verdict {
        self.need_open()?;
        if self.phase == Phase::Paused { Ok(vec![Event::Resumed]) } else { Err(Refusal::NotPaused) }
    }

    pub(super) fn closing(&self, leave: bool) -> Verdict {
        self.need_open()?;
        if let Some(item) = self.open_item {
            return Err(Refusal::ItemStillOpen(item));
        }
        let left = open_matters(self);
        if !left.is_empty() && !leave {
            return Err(Refusal::MeetingHindered(left));
        }
        Ok(vec![Event::Closed { left }])
    }

    pub(super) fn taking_over(&self, device: &str) -> Verdict {
        if self.setup.device == device {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::TakenOver { device: device.to_owned() }])
    }
}
