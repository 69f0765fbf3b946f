//! The time plan, and the obvious next thing to do.

use chrono::TimeDelta;

use super::ids::{ItemId, PersonId, VoteId};
use super::item::{HandKind, Item, ItemState};
use super::record::Moment;
use super::session::{Phase, Session};

pub use super::queue::{NextSpeaker, next as next_speaker};

/// How an item does against its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemTime {
    /// Seconds spent.
    pub spent: u32,
    /// Seconds planned, if a plan was made.
    pub planned: Option<u32>,
}

impl ItemTime {
    /// Spent more than planned.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.planned.is_some_and(|planned| self.spent > planned)
    }

    /// Nearly used up: 70 % of the plan, where people want the first warning.
    #[must_use]
    pub fn is_near(self) -> bool {
        self.planned.is_some_and(|planned| u64::from(self.spent) * 10 >= u64::from(planned) * 7)
    }

    fn rest(self) -> u32 {
        self.planned.map_or(0, |planned| planned.saturating_sub(self.spent))
    }
}

/// An item's time at `now`.
#[must_use]
pub fn item_time(item: &Item, now: Moment) -> ItemTime {
    ItemTime { spent: item.watch.read(now), planned: item.minutes.map(|it| it.saturating_mul(60)) }
}

/// Seconds planned for the whole agenda.
#[must_use]
pub fn planned_seconds(session: &Session) -> u32 {
    session
        .agenda()
        .filter_map(|item| item.minutes)
        .fold(0u32, |sum, minutes| sum.saturating_add(minutes.saturating_mul(60)))
}

/// When the meeting ends if every item from here on takes what was planned for it, and the one on
/// the table not more than is left of its plan.
#[must_use]
pub fn projected_end(session: &Session, now: Moment) -> Option<Moment> {
    if session.phase == Phase::Closed {
        return session.closed;
    }
    let rest = session
        .agenda()
        .filter(|item| !matches!(item.state, ItemState::Closed(..)))
        .fold(0u32, |sum, item| sum.saturating_add(item_time(item, now).rest()));
    now.checked_add_signed(TimeDelta::seconds(i64::from(rest)))
}

/// The obvious next thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Open the meeting.
    OpenMeeting,
    /// Go on after a pause.
    Resume,
    /// Put the next item on the table.
    OpenItem(ItemId),
    /// Give the floor to the next in the queue.
    Call(PersonId),
    /// End the turn of whoever has the floor; nobody else waits.
    EndTurn(PersonId),
    /// Tell the room what came of a count.
    Announce(VoteId),
    /// Ask how the item ends.
    CloseItem(ItemId),
    /// Close the meeting.
    CloseMeeting,
    /// It is over.
    Nothing,
}

/// What the next-step key does now.
#[must_use]
pub fn next_step(session: &Session) -> NextStep {
    match session.phase {
        Phase::Prepared => return NextStep::OpenMeeting,
        Phase::Paused => return NextStep::Resume,
        Phase::Closed => return NextStep::Nothing,
        Phase::Running => {}
    }
    let Some(item) = session.current_item() else {
        return session
            .next_item()
            .map_or(NextStep::CloseMeeting, |item| NextStep::OpenItem(item.id));
    };
    if let Some(vote) = session.to_announce() {
        return NextStep::Announce(vote);
    }
    let Some(floor) = session.floor else {
        return next_speaker(session)
            .map_or(NextStep::CloseItem(item.id), |next| NextStep::Call(next.person));
    };
    match next_speaker(session) {
        // Whoever was interrupted goes on before others are called.
        Some(next) if session.interrupted.is_none() || next.kind == HandKind::PointOfOrder => {
            if next.person == floor.person {
                NextStep::EndTurn(floor.person)
            } else {
                NextStep::Call(next.person)
            }
        }
        _ => NextStep::EndTurn(floor.person),
    }
}
