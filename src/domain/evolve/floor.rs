//! Hands, turns and the floor.

use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::item::{Floor, Hand, Turn};
use crate::domain::record::Moment;
use crate::domain::session::{Phase, Session};
use crate::domain::stopwatch::Stopwatch;

impl Session {
    pub(super) fn lower(&mut self, person: PersonId) {
        if let Some(item) = self.open_item {
            self.edit_item(item, |item| {
                if let Some(at) = item.hands.iter().position(|hand| hand.person == person) {
                    item.hands.remove(at);
                }
            });
        }
    }

    pub(super) fn end_turn(&mut self, at: Moment) {
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

    pub(super) fn evolve_floor(&mut self, event: &Event, at: Moment) {
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
                    watch: Stopwatch::default(),
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
}
