//! Signing in and out.

use super::{Verdict, some_words};
use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::people::{Role, Who};
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

impl Session {
    pub(super) fn signing_in(&self, people: &[Who]) -> Verdict {
        self.need_not_closed()?;
        if people.is_empty() {
            return Err(Refusal::NoWords);
        }
        let mut events = Vec::new();
        for who in people {
            if let Who::Present(person) = who {
                let twice = events.contains(&Event::Returned { person: *person });
                if twice || self.need_person(*person)?.is_here() {
                    return Err(Refusal::AlreadyHere(*person));
                }
            }
            self.seat(who, &mut events)?;
        }
        Ok(events)
    }

    pub(super) fn signing_out(&self, person: PersonId) -> Verdict {
        self.need_not_closed()?;
        if !self.need_person(person)?.is_here() {
            return Err(Refusal::NotHere(person));
        }
        Ok(vec![Event::Left { person }])
    }

    pub(super) fn correcting(
        &self,
        person: PersonId,
        role: Option<&Role>,
        household: Option<&str>,
    ) -> Verdict {
        let known = self.need_person(person)?;
        let role = role.unwrap_or(&known.role).clone();
        let household = some_words(household)?.or_else(|| known.household.clone());
        if role == known.role && household == known.household {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::PersonCorrected { person, role, household }])
    }
}
