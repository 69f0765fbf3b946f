//! What a meeting is called, when and where it is held, who leads it and who is expected: free while
//! it is prepared, and later put right by an entry like any other.

use super::{Verdict, some_words, words};
use crate::domain::command::{Change, SetupChange};
use crate::domain::event::Event;
use crate::domain::expected::Standing;
use crate::domain::ids::ExpectedId;
use crate::domain::people::Newcomer;
use crate::domain::refusal::Refusal;
use crate::domain::session::Session;

/// What is there afterwards; blanks take it away.
fn text_of(change: &Change<String>, known: Option<&String>) -> Result<Option<String>, Refusal> {
    match change {
        Change::Keep => Ok(known.cloned()),
        Change::Away => Ok(None),
        Change::To(text) => some_words(Some(text)),
    }
}

impl Session {
    pub(super) fn changing_setup(&self, change: &SetupChange) -> Verdict {
        let known = &self.setup;
        let title = match &change.title {
            Some(title) => words(title)?,
            None => known.title.clone(),
        };
        let on = change.on.unwrap_or(known.on);
        let starts = change.starts.of(known.starts);
        let place = text_of(&change.place, known.place.as_ref())?;
        let facilitator = text_of(&change.facilitator, known.facilitator.as_ref())?;
        let recorder = text_of(&change.recorder, known.recorder.as_ref())?;
        let same = title == known.title
            && on == known.on
            && starts == known.starts
            && place == known.place
            && facilitator == known.facilitator
            && recorder == known.recorder;
        if same {
            return Err(Refusal::NoChange);
        }
        Ok(vec![Event::SetupChanged { title, on, starts, place, facilitator, recorder }])
    }

    pub(super) fn expecting(&self, people: &[Newcomer]) -> Verdict {
        self.need_not_closed()?;
        if people.is_empty() {
            return Err(Refusal::NoWords);
        }
        let mut events = Vec::new();
        let mut added = 0;
        for (at, newcomer) in people.iter().enumerate() {
            let person = tidy(newcomer)?;
            if people.iter().take(at).any(|earlier| is_one(earlier, newcomer)) {
                continue; // named twice in one list: expected once
            }
            let known = self.expected.iter().find(|it| it.is_listed() && it.is_same(&person));
            match known {
                Some(known) if known.standing == Standing::Expected => {
                    return Err(Refusal::AlreadyExpected(known.id));
                }
                // Whoever was excused can come after all, and is not listed twice.
                Some(excused) => {
                    events.push(Event::ExpectationDropped { expected: excused.id, why: None });
                }
                None => {}
            }
            let expected = ExpectedId::after(self.expected.len() + added);
            added += 1;
            let Newcomer { name, role, household, key } = person;
            events.push(Event::PersonExpected { expected, name, role, household, key });
        }
        Ok(events)
    }

    pub(super) fn correcting_expected(&self, id: ExpectedId, person: &Newcomer) -> Verdict {
        self.need_not_closed()?;
        let known = self.expected(id).filter(|it| it.is_listed());
        let known = known.ok_or(Refusal::NotExpected(id))?;
        let person = tidy(person)?;
        if known.newcomer() == person && known.standing == Standing::Expected {
            return Err(Refusal::NoChange);
        }
        let other = self
            .expected
            .iter()
            .find(|it| it.id != id && it.standing == Standing::Expected && it.is_same(&person));
        if let Some(other) = other {
            return Err(Refusal::AlreadyExpected(other.id));
        }
        let expected = ExpectedId::after(self.expected.len());
        let Newcomer { name, role, household, key } = person;
        Ok(vec![
            Event::ExpectationDropped { expected: id, why: None },
            Event::PersonExpected { expected, name, role, household, key },
        ])
    }

    pub(super) fn unexpecting(&self, expected: &[ExpectedId], why: Option<&str>) -> Verdict {
        self.need_not_closed()?;
        if expected.is_empty() {
            return Err(Refusal::NoWords);
        }
        let why = some_words(why)?;
        let mut events: Vec<Event> = Vec::new();
        for id in expected {
            let known = self.expected(*id).filter(|it| it.is_listed());
            let known = known.ok_or(Refusal::NotExpected(*id))?;
            if let (Standing::Excused(before), Some(now)) = (&known.standing, &why)
                && before == now
            {
                return Err(Refusal::NoChange);
            }
            let dropped = Event::ExpectationDropped { expected: *id, why: why.clone() };
            if !events.contains(&dropped) {
                events.push(dropped);
            }
        }
        Ok(events)
    }
}

/// Somebody without the blanks around what is said of them.
fn tidy(person: &Newcomer) -> Result<Newcomer, Refusal> {
    Ok(Newcomer {
        name: words(&person.name)?,
        household: some_words(person.household.as_deref())?,
        ..person.clone()
    })
}

/// Whether two of one list are the same person.
fn is_one(one: &Newcomer, other: &Newcomer) -> bool {
    match (&one.key, &other.key) {
        (Some(one), Some(other)) => one == other,
        _ => one.name.trim() == other.name.trim() && one.household == other.household,
    }
}
