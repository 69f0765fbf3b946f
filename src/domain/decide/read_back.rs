//! Reading back what was agreed, and confirming it.

use super::Verdict;
use crate::domain::agreement::{Agreed, Confirmation};
use crate::domain::event::Event;
use crate::domain::people::Who;
use crate::domain::read_back::{Reading, first_unconfirmed, readings};
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

impl Session {
    pub(super) fn beginning_read_back(&self) -> Verdict {
        self.need_open()?;
        if readings(self).is_empty() {
            return Err(Refusal::NothingToReadOut);
        }
        if self.read_back.is_some() {
            return Err(Refusal::BeingReadOut(first_unconfirmed(self)));
        }
        Ok(vec![Event::ReadBackBegan])
    }

    /// Why something is not read out, if it is not.
    fn need_reading(&self, what: Agreed) -> Result<Reading<'_>, Refusal> {
        if let Some(reading) = readings(self).into_iter().find(|reading| reading.what == what) {
            return Ok(reading);
        }
        Err(match what {
            Agreed::Resolution(id) => match self.resolution(id) {
                None => Refusal::NoSuchResolution(id),
                Some(resolution) if resolution.withdrawn => Refusal::ResolutionWithdrawn(id),
                Some(_) => Refusal::NotAgreedOn(id),
            },
            Agreed::Action(id) => match self.action(id) {
                None => Refusal::NoSuchAction(id),
                Some(_) => Refusal::ActionDropped(id),
            },
        })
    }

    pub(super) fn confirming(&self, what: Option<Agreed>, by: &[Who]) -> Verdict {
        self.need_open()?;
        let what = match what {
            Some(what) => what,
            None if readings(self).is_empty() => return Err(Refusal::NothingToReadOut),
            None => first_unconfirmed(self).ok_or(Refusal::AllConfirmed)?,
        };
        let confirmed = self.need_reading(what)?.confirmed;
        // Whoever confirms something has begun to read it out.
        let mut events: Vec<Event> =
            self.read_back.is_none().then_some(Event::ReadBackBegan).into_iter().collect();
        let mut people = Vec::new();
        for one in by {
            let person = self.seat(one, &mut events)?;
            if !people.contains(&person) {
                people.push(person);
            }
        }
        let nothing_new = |it: &Confirmation| people.iter().all(|person| it.by.contains(person));
        if confirmed.is_some_and(nothing_new) {
            return Err(Refusal::AlreadyConfirmed(what));
        }
        events.push(Event::Confirmed { what, by: people });
        Ok(events)
    }
}
