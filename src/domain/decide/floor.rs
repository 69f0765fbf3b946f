//! Hands and the floor. Plain hand order: the earliest hand speaks next.

use super::Verdict;
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::item::Called;
use crate::domain::opinion::Stance;
use crate::domain::people::Who;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

impl Session {
    pub(super) fn raising(&self, who: &Who, stance: Option<Stance>) -> Verdict {
        self.need_current()?;
        let mut events = Vec::new();
        let person = self.seat(who, &mut events)?;
        if self.hand_of(person).is_some() {
            return Err(Refusal::HandAlreadyUp(person));
        }
        events.push(Event::HandRaised { person, stance });
        Ok(events)
    }

    pub(super) fn lowering(&self, person: PersonId) -> Verdict {
        self.need_current()?;
        self.need_person(person)?;
        if self.hand_of(person).is_none() {
            return Err(Refusal::HandNotUp(person));
        }
        Ok(vec![Event::HandLowered { person }])
    }

    pub(super) fn giving_floor(&self, who: Option<&Who>) -> Verdict {
        let item = self.need_current()?;
        self.need_running()?;
        let first = item.hands.front().map(|hand| hand.person);
        let mut events = Vec::new();
        let person = match who {
            Some(who) => self.seat(who, &mut events)?,
            None => first.ok_or(Refusal::NobodyWaiting)?,
        };
        if self.floor.is_some_and(|floor| floor.person == person) {
            return Err(Refusal::HasTheFloor(person));
        }
        let called = match first {
            Some(first) if first == person => Called::InOrder,
            Some(_) => Called::OutOfOrder,
            None => Called::Directly,
        };
        events.push(Event::FloorGiven { person, called });
        Ok(events)
    }

    pub(super) fn ending_turn(&self) -> Verdict {
        self.need_open()?;
        if self.floor.is_none() {
            return Err(Refusal::FloorIsFree);
        }
        Ok(vec![Event::FloorEnded])
    }
}
