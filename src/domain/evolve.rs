//! `evolve`: an event applied to the state. Total: it takes whatever `decide` produced, never
//! panics, and passes over what refers to something that is not there.

use std::sync::Arc;

use imbl::Vector;

use super::action::Action;
use super::agreement::{Agreed, Confirmation, Resolution, Vote};
use super::event::{Event, Matter, Setup};
use super::expected::{Expected, Standing};
use super::ids::{ItemId, PersonId};
use super::item::{Floor, Hand, Item, ItemState, Outcome, Turn};
use super::opinion::{Opinion, Stance};
use super::people::Participant;
use super::record::Moment;
use super::session::{Note, Parked, Phase, Session};

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
        self.evolve_floor(event, at);
        self.evolve_opinions(event, at);
        self.evolve_agreement(event, at);
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
                if self.floor.is_some_and(|floor| floor.person == *person) {
                    self.end_turn(at);
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

    fn evolve_agenda(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ItemAdded { item, title, minutes } => {
                self.items.push_back(Arc::new(Item::planned(*item, title, *minutes)));
                self.order.push_back(*item);
            }
            Event::ItemChanged { item, title, minutes } => self.edit_item(*item, |item| {
                item.title = title.as_str().into();
                item.minutes = *minutes;
            }),
            Event::ItemMoved { item, to } => {
                if let Some(from) = self.order.iter().position(|other| other == item) {
                    self.order.remove(from);
                    self.order.insert((*to as usize).min(self.order.len()), *item);
                }
            }
            Event::ItemRemoved { item } => {
                // Its place among the items by number is kept; nothing happened under it.
                let waits = self.item(*item).is_some_and(|it| it.state == ItemState::Waiting);
                if waits && let Some(at) = self.order.iter().position(|other| other == item) {
                    self.order.remove(at);
                }
            }
            Event::ItemOpened { item } => {
                self.open_item = Some(*item);
                let runs = self.phase == Phase::Running;
                self.edit_item(*item, |item| {
                    item.state = ItemState::Open;
                    if runs {
                        item.watch.start(at);
                    }
                });
            }
            Event::ItemClosed { item, outcome, why, .. } => {
                self.end_turn(at);
                self.open_item = None;
                self.edit_item(*item, |item| {
                    item.watch.stop(at);
                    item.hands.clear();
                    item.state = ItemState::Closed(*outcome, why.clone());
                });
            }
            _ => {}
        }
    }

    fn lower(&mut self, person: PersonId) {
        if let Some(item) = self.open_item {
            self.edit_item(item, |item| {
                if let Some(at) = item.hands.iter().position(|hand| hand.person == person) {
                    item.hands.remove(at);
                }
            });
        }
    }

    fn end_turn(&mut self, at: Moment) {
        let Some(mut floor) = self.floor.take() else {
            return;
        };
        floor.watch.stop(at);
        let seconds = floor.watch.read(at);
        let turn = Turn { person: floor.person, began: floor.began, seconds, called: floor.called };
        if let Some(item) = self.open_item {
            self.edit_item(item, |item| item.turns.push_back(turn));
        }
        self.edit_person(floor.person, |person| {
            person.turns += 1;
            person.spoken = person.spoken.saturating_add(seconds);
        });
    }

    fn evolve_floor(&mut self, event: &Event, at: Moment) {
        match event {
            Event::HandRaised { person, stance } => {
                if let Some(item) = self.open_item {
                    let hand = Hand { person: *person, since: at, stance: *stance };
                    self.edit_item(item, |item| item.hands.push_back(hand));
                }
            }
            Event::HandLowered { person } => self.lower(*person),
            Event::FloorGiven { person, called } => {
                self.end_turn(at);
                self.lower(*person);
                let mut floor = Floor {
                    person: *person,
                    began: at,
                    called: *called,
                    watch: super::stopwatch::Stopwatch::default(),
                };
                if self.phase == Phase::Running {
                    floor.watch.start(at);
                }
                self.floor = Some(floor);
            }
            Event::FloorEnded => self.end_turn(at),
            _ => {}
        }
    }

    fn evolve_opinions(&mut self, event: &Event, at: Moment) {
        match event {
            Event::OpinionRecorded { opinion, item, person, stance, text } => {
                self.opinions.push_back(Arc::new(Opinion {
                    id: *opinion,
                    item: *item,
                    person: *person,
                    at,
                    stance: *stance,
                    text: text.as_str().into(),
                    endorsed: Vec::new(),
                    answer: None,
                    withdrawn: false,
                    amended: false,
                }));
                self.edit_item(*item, |item| {
                    item.opinions.push_back(*opinion);
                    if *stance == Some(Stance::Question) {
                        item.open_questions.insert(*opinion);
                    }
                });
                self.edit_person(*person, |person| person.opinions += 1);
            }
            Event::OpinionAmended { opinion, stance, text } => {
                self.edit_opinion(*opinion, |opinion| {
                    opinion.stance = *stance;
                    opinion.text = text.as_str().into();
                    opinion.amended = true;
                });
            }
            Event::OpinionWithdrawn { opinion } => {
                self.edit_opinion(*opinion, |opinion| opinion.withdrawn = true);
            }
            Event::OpinionEndorsed { opinion, person } => {
                self.edit_opinion(*opinion, |opinion| opinion.endorsed.push(*person));
            }
            Event::QuestionAnswered { opinion, text } => {
                self.edit_opinion(*opinion, |opinion| opinion.answer = Some(text.as_str().into()));
            }
            Event::Parked { parked, item, person, text } => {
                self.parked.push_back(Arc::new(Parked {
                    id: *parked,
                    item: *item,
                    person: *person,
                    at,
                    text: text.as_str().into(),
                    settled: None,
                }));
            }
            Event::ParkedSettled { parked, how } => {
                edit(&mut self.parked, parked.index(), |parked| {
                    parked.settled = Some(how.as_str().into());
                });
            }
            Event::Noted { note, item, text } => self.notes.push_back(Arc::new(Note {
                id: *note,
                item: *item,
                at,
                text: text.as_str().into(),
            })),
            _ => {}
        }
    }

    /// Changes an opinion and keeps its item's list of open questions true.
    fn edit_opinion(&mut self, id: super::ids::OpinionId, change: impl FnOnce(&mut Opinion)) {
        edit(&mut self.opinions, id.index(), change);
        let Some((item, open)) = self.opinion(id).map(|it| (it.item, it.awaits_answer())) else {
            return;
        };
        self.edit_item(item, |item| {
            if open {
                item.open_questions.insert(id);
            } else {
                item.open_questions.remove(&id);
            }
        });
    }

    fn evolve_agreement(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ResolutionDrafted { resolution, item, text } => {
                self.resolutions.push_back(Arc::new(Resolution {
                    id: *resolution,
                    item: *item,
                    text: text.as_str().into(),
                    withdrawn: false,
                    vote: None,
                    confirmed: None,
                }));
                self.edit_item(*item, |item| item.resolutions.push_back(*resolution));
            }
            Event::ResolutionAmended { resolution, text } => {
                edit(&mut self.resolutions, resolution.index(), |resolution| {
                    resolution.text = text.as_str().into();
                    resolution.vote = None;
                    resolution.confirmed = None;
                });
            }
            Event::ResolutionWithdrawn { resolution } => {
                edit(&mut self.resolutions, resolution.index(), |it| it.withdrawn = true);
            }
            Event::ThresholdSet { threshold } => self.threshold = *threshold,
            Event::HandsCounted {
                vote,
                item,
                resolution,
                question,
                hands,
                present,
                threshold,
                carried,
                counter,
            } => {
                self.votes.push_back(Arc::new(Vote {
                    id: *vote,
                    item: *item,
                    at,
                    resolution: *resolution,
                    question: question.as_deref().map(Into::into),
                    hands: *hands,
                    present: *present,
                    threshold: *threshold,
                    carried: *carried,
                    counter: counter.clone(),
                }));
                self.edit_item(*item, |item| item.votes.push_back(*vote));
                if let Some(resolution) = resolution {
                    edit(&mut self.resolutions, resolution.index(), |it| it.vote = Some(*vote));
                }
            }
            _ => {}
        }
    }

    fn evolve_actions(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ActionAgreed { action, item, what, owner, due, test, from } => {
                self.actions.push_back(Arc::new(Action {
                    id: *action,
                    item: *item,
                    at,
                    what: what.as_str().into(),
                    owner: owner.as_deref().map(Into::into),
                    due: *due,
                    test: test.as_deref().map(Into::into),
                    from: from.clone(),
                    dropped: None,
                    confirmed: None,
                }));
                if let Some(item) = item {
                    self.edit_item(*item, |item| item.actions.push_back(*action));
                }
            }
            Event::ActionAmended { action, what, owner, due, test, from } => {
                edit(&mut self.actions, action.index(), |action| {
                    action.what = what.as_str().into();
                    action.owner = owner.as_deref().map(Into::into);
                    action.due = *due;
                    action.test = test.as_deref().map(Into::into);
                    action.from.clone_from(from);
                    action.confirmed = None;
                });
            }
            Event::ActionDropped { action, why } => {
                edit(&mut self.actions, action.index(), |action| {
                    action.dropped = Some(why.as_str().into());
                });
            }
            _ => {}
        }
    }

    fn evolve_read_back(&mut self, event: &Event, at: Moment) {
        match event {
            Event::ReadBackBegan => self.read_back = Some(at),
            Event::Confirmed { what: Agreed::Resolution(resolution), by } => {
                edit(&mut self.resolutions, resolution.index(), |resolution| {
                    confirm(&mut resolution.confirmed, by, at);
                });
            }
            Event::Confirmed { what: Agreed::Action(action), by } => {
                edit(&mut self.actions, action.index(), |action| {
                    confirm(&mut action.confirmed, by, at);
                });
            }
            _ => {}
        }
    }
}

/// Adds those who confirm it now to those who did before.
fn confirm(confirmed: &mut Option<Confirmation>, by: &[PersonId], at: Moment) {
    let confirmation = confirmed.get_or_insert_with(|| Confirmation { at, by: Vec::new() });
    confirmation.at = at;
    for person in by {
        if !confirmation.by.contains(person) {
            confirmation.by.push(*person);
        }
    }
}
