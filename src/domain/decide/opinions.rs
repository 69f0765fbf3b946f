//! Opinions, the parking list and notes.

use super::{Verdict, words};
use crate::domain::event::Event;
use crate::domain::ids::{NoteId, OpinionId, ParkedId, PersonId};
use crate::domain::opinion::{Opinion, Stance};
use crate::domain::people::Who;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

impl Session {
    /// Whoever is named, else whoever has the floor.
    pub(super) fn speaker(
        &self,
        who: Option<&Who>,
        events: &mut Vec<Event>,
    ) -> Result<PersonId, Refusal> {
        match who {
            Some(who) => self.seat(who, events),
            None => self.floor.map(|floor| floor.person).ok_or(Refusal::WhoseOpinion),
        }
    }

    /// Those who share something: those named, else whoever has the floor.
    pub(super) fn sharers(
        &self,
        who: &[Who],
        events: &mut Vec<Event>,
    ) -> Result<Vec<PersonId>, Refusal> {
        if who.is_empty() {
            return Ok(vec![self.speaker(None, events)?]);
        }
        who.iter().map(|one| self.seat(one, events)).collect()
    }

    pub(super) fn standing_opinion(&self, id: OpinionId) -> Result<&Opinion, Refusal> {
        let opinion = self.opinion(id).ok_or(Refusal::NoSuchOpinion(id))?;
        if opinion.withdrawn { Err(Refusal::OpinionWithdrawn(id)) } else { Ok(opinion) }
    }

    pub(super) fn recording(
        &self,
        who: Option<&Who>,
        stance: Option<Stance>,
        text: &str,
    ) -> Verdict {
        let item = self.need_current()?.id;
        let text = words(text)?;
        let mut events = Vec::new();
        let person = self.speaker(who, &mut events)?;
        let opinion = OpinionId::after(self.opinions.len());
        events.push(Event::OpinionRecorded { opinion, item, person, stance, text });
        Ok(events)
    }

    pub(super) fn amending_opinion(
        &self,
        id: OpinionId,
        stance: Option<Stance>,
        text: &str,
    ) -> Verdict {
        let opinion = self.standing_opinion(id)?;
        let text = words(text)?;
        let stance = stance.or(opinion.stance);
        if *opinion.text == *text && stance == opinion.stance {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::OpinionAmended { opinion: id, stance, text }])
    }

    pub(super) fn withdrawing_opinion(&self, id: OpinionId) -> Verdict {
        self.need_open()?;
        self.standing_opinion(id)?;
        Ok(vec![Event::OpinionWithdrawn { opinion: id }])
    }

    pub(super) fn endorsing(&self, id: OpinionId, who: &[Who]) -> Verdict {
        self.need_open()?;
        let author = self.standing_opinion(id)?.person;
        let mut events = Vec::new();
        let people = self.sharers(who, &mut events)?;
        for (at, person) in people.iter().enumerate() {
            if *person == author {
                return Err(Refusal::OwnOpinion(id, *person));
            }
            let twice = people[..at].contains(person);
            if twice || self.standing_opinion(id)?.endorsed.contains(person) {
                return Err(Refusal::AlreadyEndorsed(id, *person));
            }
            events.push(Event::OpinionEndorsed { opinion: id, person: *person });
        }
        Ok(events)
    }

    pub(super) fn answering(&self, id: OpinionId, text: &str) -> Verdict {
        if self.standing_opinion(id)?.stance != Some(Stance::Question) {
            return Err(Refusal::NotAQuestion(id));
        }
        Ok(vec![Event::QuestionAnswered { opinion: id, text: words(text)? }])
    }

    pub(super) fn parking(&self, who: Option<&Who>, text: &str) -> Verdict {
        self.need_open()?;
        let text = words(text)?;
        let mut events = Vec::new();
        let person = match who {
            Some(who) => Some(self.seat(who, &mut events)?),
            None => self.floor.map(|floor| floor.person),
        };
        let parked = ParkedId::after(self.parked.len());
        events.push(Event::Parked { parked, item: self.open_item, person, text });
        Ok(events)
    }

    pub(super) fn settling(&self, parked: ParkedId, how: &str) -> Verdict {
        let known = self.parked(parked).ok_or(Refusal::NoSuchParked(parked))?;
        if known.settled.is_some() {
            return Err(Refusal::AlreadySettled(parked));
        }
        Ok(vec![Event::ParkedSettled { parked, how: words(how)? }])
    }

    pub(super) fn noting(&self, text: &str) -> Verdict {
        let note = NoteId::after(self.notes.len());
        Ok(vec![Event::Noted { note, item: self.open_item, text: words(text)? }])
    }
}
