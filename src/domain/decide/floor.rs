//! Hands, the floor, the rules of the floor and the chair. Who is next by the rules, `queue` says.

use super::Verdict;
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::item::{Called, HandKind};
use crate::domain::opinion::Stance;
use crate::domain::people::Who;
use crate::domain::queue;
use crate::domain::refusal::Refusal;
use crate::domain::rules::RuleSet;
use crate::domain::session::Session;

impl Session {
    pub(super) fn raising(&self, who: &Who, stance: Option<Stance>) -> Verdict {
        let item = self.need_current()?;
        let mut events = Vec::new();
        let person = self.seat(who, &mut events)?;
        if self.hand_of(person).is_some() {
            return Err(Refusal::HandAlreadyUp(person));
        }
        if item.list_closed {
            return Err(Refusal::ListIsClosed(person));
        }
        if let Some(turns) = self.turns_used_up(person) {
            return Err(Refusal::TurnsUsedUp(person, turns));
        }
        events.push(Event::HandRaised { person, stance, kind: HandKind::Turn });
        Ok(events)
    }

    /// A closed list and a number of turns hold for turns only.
    pub(super) fn interjecting(&self, who: &Who, kind: HandKind) -> Verdict {
        if kind.is_turn() {
            return self.raising(who, None);
        }
        self.need_current()?;
        let mut events = Vec::new();
        let person = self.seat(who, &mut events)?;
        let weight = |kind| match kind {
            HandKind::Turn => 0,
            HandKind::Reply => 1,
            HandKind::PointOfOrder => 2,
        };
        if self.hand_of(person).is_some_and(|hand| weight(hand.kind) >= weight(kind)) {
            return Err(Refusal::HandAlreadyUp(person));
        }
        events.push(Event::HandRaised { person, stance: None, kind });
        Ok(events)
    }

    /// The turns that somebody has had on this item, if the rules allow no more. The turn that is
    /// going on counts.
    fn turns_used_up(&self, person: PersonId) -> Option<u32> {
        let most = self.rules.turns_per_item?;
        let speaks = self.turn_going_on().is_some_and(|floor| floor.person == person);
        let turns = self.current_item()?.share_of(person).turns + u32::from(speaks);
        (turns >= most).then_some(turns)
    }

    pub(super) fn lowering(&self, person: PersonId) -> Verdict {
        self.need_current()?;
        self.need_person(person)?;
        if self.hand_of(person).is_none() {
            return Err(Refusal::HandNotUp(person));
        }
        Ok(vec![Event::HandLowered { person }])
    }

    pub(super) fn moving_hand(&self, person: PersonId, to: u32) -> Verdict {
        let item = self.need_current()?;
        self.need_person(person)?;
        let Some(hand) = self.hand_of(person) else {
            return Err(Refusal::HandNotUp(person));
        };
        if to as usize >= item.hands.len() {
            return Err(Refusal::NoSuchQueuePlace(item.hands.len()));
        }
        if hand.place == Some(to) {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::HandMoved { person, to }])
    }

    pub(super) fn closing_list(&self) -> Verdict {
        if self.need_current()?.list_closed {
            return Err(Refusal::ListClosedAlready);
        }
        Ok(vec![Event::ListClosed])
    }

    pub(super) fn reopening_list(&self) -> Verdict {
        if !self.need_current()?.list_closed {
            return Err(Refusal::ListIsOpen);
        }
        Ok(vec![Event::ListReopened])
    }

    pub(super) fn giving_floor(&self, who: Option<&Who>) -> Verdict {
        self.need_current()?;
        self.need_running()?;
        let next = queue::next(self);
        let due = next.map(|next| next.person);
        let mut events = Vec::new();
        if let Some(interrupted) = self.interrupted {
            let another = next.is_some_and(|next| next.kind == HandKind::PointOfOrder);
            let back = match who {
                Some(who) => *who == Who::Present(interrupted.person),
                None => !another,
            };
            if back {
                // Whoever was interrupted goes on.
                return Ok(vec![Event::FloorEnded]);
            }
        }
        let person = match who {
            Some(who) => self.seat(who, &mut events)?,
            None => due.ok_or(Refusal::NobodyWaiting)?,
        };
        if self.floor.is_some_and(|floor| floor.person == person) {
            return Err(Refusal::HasTheFloor(person));
        }
        let kind = self.hand_of(person).map_or(HandKind::Turn, |hand| hand.kind);
        if kind.is_turn() && self.rules.chair_hands_over && self.presides(person) {
            return Err(Refusal::ChairMustHandOver(person));
        }
        let called = match due {
            _ if kind.is_turn() && self.turns_used_up(person).is_some() => Called::PastLimit,
            Some(due) if due == person => Called::InOrder,
            Some(_) => Called::OutOfOrder,
            None => Called::Directly,
        };
        let passed = due.filter(|due| *due != person);
        events.push(Event::FloorGiven { person, called, kind, passed });
        Ok(events)
    }

    pub(super) fn ending_turn(&self) -> Verdict {
        self.need_open()?;
        if self.floor.is_none() {
            return Err(Refusal::FloorIsFree);
        }
        Ok(vec![Event::FloorEnded])
    }

    pub(super) fn adopting(&self, rules: &RuleSet) -> Verdict {
        self.need_not_closed()?;
        if *self.rules == *rules {
            return Err(Refusal::RulesInForce);
        }
        Ok(vec![Event::RulesAdopted { rules: rules.clone() }])
    }

    pub(super) fn giving_chair(&self, who: &Who) -> Verdict {
        self.need_open()?;
        let mut events = Vec::new();
        let person = self.seat(who, &mut events)?;
        if self.presides(person) {
            return Err(Refusal::ChairsAlready(person));
        }
        events.push(Event::ChairGiven { person });
        Ok(events)
    }

    pub(super) fn taking_back_chair(&self) -> Verdict {
        self.need_open()?;
        if self.chair.is_none() {
            return Err(Refusal::ChairNotGiven);
        }
        Ok(vec![Event::ChairTakenBack])
    }
}
