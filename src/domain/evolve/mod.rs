//! `evolve`: an event applied to the state. Total: it takes whatever `decide` produced, never
//! panics, and passes over what refers to something that is not there.

mod actions;
mod agenda;
mod agreement;
mod counting;
mod floor;
mod opinions;
mod points;
mod topics;

use std::sync::Arc;

use imbl::Vector;

use super::event::{Event, Matter, Setup};
use super::expected::{Expected, Standing};
use super::ids::{ItemId, PersonId};
use super::item::{Item, ItemState, Outcome};
use super::notice::GivenNotice;
use super::people::Participant;
use super::plan::planned_seconds;
use super::record::Moment;
use super::session::{Phase, Session};

/// Changes one entry of a list; one that is not there is passed over.
fn edit<T: Clone>(list: &mut Vector<Arc<T>>, index: usize, change: impl FnOnce(&mut T)) {
    if let Some(entry) = list.get_mut(index) {
        change(Arc::make_mut(entry));
    }
}

impl Session {
    fn edit_item(&mut self, item: ItemId, change: impl FnOnce(&mut Item)) {
        edit(&mut self.items, item.index(), change);
    }

    fn edit_person(&mut self, person: PersonId, change: impl FnOnce(&mut Participant)) {
        edit(&mut self.people, person.index(), change);
    }

    /// Applies one event that happened at `at`.
    pub fn evolve(&mut self, event: &Event, at: Moment) {
        self.evolve_meeting(event, at);
        self.evolve_expected(event);
        self.evolve_people(event, at);
        self.evolve_agenda(event, at);
        self.evolve_topics(event);
        self.evolve_floor(event, at);
        self.evolve_opinions(event, at);
        self.evolve_points(event, at);
        self.evolve_fates(event, at);
        self.evolve_agreement(event);
        self.evolve_counting(event, at);
        self.evolve_actions(event, at);
        self.evolve_read_back(event, at);
    }

    fn evolve_meeting(&mut self, event: &Event, at: Moment) {
        match event {
            Event::TakenOver { device } => {
                let setup = Setup { device: device.clone(), ..Setup::clone(&self.setup) };
                self.setup = Arc::new(setup);
            }
            Event::SetupChanged { title, on, starts, place, facilitator, recorder } => {
                self.setup = Arc::new(Setup {
                    title: title.clone(),
                    on: *on,
                    starts: *starts,
                    place: place.clone(),
                    facilitator: facilitator.clone(),
                    recorder: recorder.clone(),
                    ..Setup::clone(&self.setup)
                });
            }
            Event::Opened => {
                self.planned_at_opening = planned_seconds(self);
                self.phase = Phase::Running;
                self.opened = Some(at);
                self.watch.start(at);
            }
            Event::Paused => {
                self.phase = Phase::Paused;
                self.watch.stop(at);
                if let Some(floor) = &mut self.floor {
                    floor.watch.stop(at);
                }
                if let Some(item) = self.open_item {
                    self.edit_item(item, |item| item.watch.stop(at));
                }
            }
            Event::Resumed => {
                self.phase = Phase::Running;
                self.watch.start(at);
                if let Some(floor) = &mut self.floor {
                    floor.watch.start(at);
                }
                if let Some(item) = self.open_item {
                    self.edit_item(item, |item| item.watch.start(at));
                }
            }
            Event::EndSet { ends } => self.ends = *ends,
            Event::PapersListed { papers } => self.papers = papers.iter().cloned().collect(),
            Event::NoticeGiven { on } => self.notice = Some(GivenNotice::of(self, *on)),
            Event::Closed { left } => self.close(left, at),
            _ => {}
        }
    }

    fn close(&mut self, left: &[Matter], at: Moment) {
        self.phase = Phase::Closed;
        self.closed = Some(at);
        self.watch.stop(at);
        self.left = left.to_vec();
        for matter in left {
            if let Matter::ItemNotReached(item) = matter {
                self.edit_item(*item, |item| {
                    item.state = ItemState::Closed(Outcome::CarriedOver, None);
                });
            }
        }
    }

    fn evolve_expected(&mut self, event: &Event) {
        match event {
            Event::PersonExpected { expected, name, role, household, key } => {
                self.expected.push_back(Arc::new(Expected {
                    id: *expected,
                    name: name.clone(),
                    role: role.clone(),
                    household: household.clone(),
                    key: key.clone(),
                    standing: Standing::Expected,
                }));
            }
            Event::ExpectationDropped { expected, why } => {
                edit(&mut self.expected, expected.index(), |expected| {
                    expected.standing = why
                        .as_ref()
                        .map_or(Standing::Dropped, |why| Standing::Excused(why.clone()));
                });
            }
            _ => {}
        }
    }

    fn evolve_people(&mut self, event: &Event, at: Moment) {
        match event {
            Event::Joined { person, name, role, household, key } => {
                self.people.push_back(Arc::new(Participant {
                    id: *person,
                    name: name.clone(),
                    role: role.clone(),
                    household: household.clone(),
                    key: key.clone(),
                    since: at,
                    left: None,
                    turns: 0,
                    spoken: 0,
                    opinions: 0,
                }));
            }
            Event::Returned { person } => self.edit_person(*person, |person| person.left = None),
            Event::Left { person } => {
                self.end_turn_of(*person, at);
                if self.chair == Some(*person) {
                    self.chair = None;
                }
                self.lower(*person);
                self.edit_person(*person, |person| person.left = Some(at));
            }
            Event::PersonCorrected { person, role, household } => {
                self.edit_person(*person, |person| {
                    person.role = role.clone();
                    person.household.clone_from(household);
                });
            }
            _ => {}
        }
    }
}
