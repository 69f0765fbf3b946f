//! The time plan, and the obvious next thing to do.

use chrono::TimeDelta;

use super::ids::{ItemId, PersonId, VoteId};
use super::item::{Item, ItemState};
use super::record::Moment;
use super::session::{Phase, Session};

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

/// Why somebody is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextSpeaker {
    /// Who.
    pub person: PersonId,
    /// Their hand has been up longest, since then.
    pub since: Moment,
    /// Turns they have had on this item.
    pub turns: usize,
    /// Others who wait.
    pub others: usize,
}

/// Who speaks next, and why: plain hand order, the earliest hand first.
#[must_use]
pub fn next_speaker(session: &Session) -> Option<NextSpeaker> {
    let item = session.current_item()?;
    let hand = item.hands.front()?;
    Some(NextSpeaker {
        person: hand.person,
        since: hand.since,
        turns: item.turns_of(hand.person),
        others: item.hands.len() - 1,
    })
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
    match (item.hands.front(), session.floor) {
        (Some(hand), Some(floor)) if hand.person == floor.person => NextStep::EndTurn(floor.person),
        (Some(hand), _) => NextStep::Call(hand.person),
        (None, Some(floor)) => NextStep::EndTurn(floor.person),
        (None, None) => NextStep::CloseItem(item.id),
    }
}
