//! Hands, turns, the floor, its rules and the chair.

use std::sync::Arc;

use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::item::{Floor, Hand, HandKind, Item, Share, Turn};
use crate::domain::opinion::Stance;
use crate::domain::queue::opposite;
use crate::domain::record::Moment;
use crate::domain::session::{Phase, Session};
use crate::domain::stopwatch::Stopwatch;

impl Session {
    /// Takes a hand down, whatever it is up for.
    pub(super) fn lower(&mut self, person: PersonId) {
        self.edit_open_item(|item| {
            if let Some(at) = item.hands.iter().position(|hand| hand.person == person) {
                item.hands.remove(at);
            }
        });
    }

    fn edit_open_item(&mut self, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.open_item {
            self.edit_item(item, change);
        }
    }

    /// Ends every turn that is going on, one that was interrupted first.
    pub(super) fn end_turns(&mut self, at: Moment) {
        self.end_interrupted(at);
        self.end_turn(at);
    }

    fn end_interrupted(&mut self, at: Moment) {
        if let Some(floor) = self.interrupted.take() {
            self.keep_turn(floor, at);
        }
    }

    fn end_turn(&mut self, at: Moment) {
        if let Some(floor) = self.floor.take() {
            self.keep_turn(floor, at);
        }
    }

    /// Somebody goes: whatever turn they are having ends, and whoever they interrupted goes on.
    pub(super) fn end_turn_of(&mut self, person: PersonId, at: Moment) {
        if self.interrupted.is_some_and(|floor| floor.person == person) {
            self.end_interrupted(at);
        }
        if self.floor.is_some_and(|floor| floor.person == person) {
            self.end_turn(at);
            self.go_on(at);
        }
    }

    fn keep_turn(&mut self, mut floor: Floor, at: Moment) {
        floor.watch.stop(at);
        let (person, kind) = (floor.person, floor.kind);
        let seconds = floor.watch.read(at);
        let Floor { began, called, passed, .. } = floor;
        let turn = Turn { person, began, seconds, called, kind, passed };
        let role = self.person(person).map(|known| known.role.clone());
        let turns = u32::from(kind.is_turn());
        self.edit_open_item(|item| {
            item.turns.push_back(turn);
            let Some(role) = role else { return };
            while item.shares.len() <= person.index() {
                item.shares.push_back(Share::default());
            }
            if let Some(share) = item.shares.get_mut(person.index()) {
                share.turns += turns;
                share.seconds = share.seconds.saturating_add(seconds);
            }
            match item.role_turns.iter_mut().find(|(known, _)| *known == role) {
                Some((_, of_role)) => *of_role += turns,
                None => item.role_turns.push_back((role, turns)),
            }
        });
        self.edit_person(person, |person| {
            person.turns += turns;
            person.spoken = person.spoken.saturating_add(seconds);
        });
    }

    fn go_on(&mut self, at: Moment) {
        let Some(mut floor) = self.interrupted.take() else { return };
        if self.phase == Phase::Running {
            floor.watch.start(at);
        }
        self.floor = Some(floor);
    }

    pub(super) fn evolve_floor(&mut self, event: &Event, at: Moment) {
        match event {
            Event::HandRaised { person, stance, kind } => {
                self.raise(*person, *stance, *kind, at);
            }
            Event::HandMoved { person, to } => self.edit_open_item(|item| {
                for hand in &mut item.hands {
                    // Those who were given this place or a later one make room.
                    let later = hand.place.filter(|place| place >= to);
                    hand.place = later.map(|place| place.saturating_add(1)).or(hand.place);
                    if hand.person == *person {
                        hand.place = Some(*to);
                    }
                }
            }),
            Event::ListClosed => self.edit_open_item(|item| item.list_closed = true),
            Event::ListReopened => self.edit_open_item(|item| item.list_closed = false),
            Event::HandLowered { person } => self.lower(*person),
            Event::FloorGiven { person, called, kind, passed } => {
                let mut floor = Floor {
                    person: *person,
                    began: at,
                    called: *called,
                    watch: Stopwatch::default(),
                    kind: *kind,
                    stance: None,
                    passed: *passed,
                };
                if self.phase == Phase::Running {
                    floor.watch.start(at);
                }
                self.give_floor(floor, at);
            }
            Event::FloorEnded => {
                self.end_turn(at);
                self.go_on(at);
            }
            Event::RulesAdopted { rules } => self.rules = Arc::new(rules.clone()),
            Event::ChairGiven { person } => self.chair = Some(*person),
            Event::ChairTakenBack => self.chair = None,
            // What is taken down during a turn tells its position, unless it was announced.
            Event::OpinionRecorded { person, stance: Some(stance), .. } => {
                self.take_position(*person, *stance);
            }
            _ => {}
        }
    }

    fn raise(&mut self, person: PersonId, stance: Option<Stance>, kind: HandKind, at: Moment) {
        self.edit_open_item(|item| {
            if let Some(hand) = item.hands.iter_mut().find(|hand| hand.person == person) {
                hand.waits |= hand.kind.is_turn();
                hand.kind = kind;
                return;
            }
            let hand = Hand { person, since: at, stance, kind, waits: false, place: None };
            item.hands.push_back(hand);
        });
    }

    fn give_floor(&mut self, given: Floor, at: Moment) {
        let Floor { person, kind, .. } = given;
        let interrupts = kind == HandKind::PointOfOrder;
        match self.floor.take() {
            Some(mut floor) if interrupts && floor.kind != HandKind::PointOfOrder => {
                floor.watch.stop(at);
                self.interrupted = Some(floor);
            }
            floor => {
                self.floor = floor;
                if interrupts {
                    self.end_turn(at);
                } else {
                    self.end_turns(at);
                }
            }
        }
        let hand = self.hand_of(person);
        if hand.is_some_and(|hand| hand.waits && !kind.is_turn()) {
            self.edit_open_item(|item| {
                if let Some(hand) = item.hands.iter_mut().find(|hand| hand.person == person) {
                    hand.kind = HandKind::Turn;
                    hand.waits = false;
                }
            });
        } else {
            self.lower(person);
        }
        if hand.is_some() {
            self.move_up();
        }
        let stance = hand.and_then(|hand| hand.stance).filter(|_| kind.is_turn());
        self.floor = Some(given);
        if let Some(stance) = stance {
            self.take_position(person, stance);
        }
    }

    /// Hands that were given a place come one nearer.
    fn move_up(&mut self) {
        let placed = |item: &Item| item.hands.iter().any(|hand| hand.place.is_some());
        if self.current_item().is_some_and(placed) {
            self.edit_open_item(|item| {
                for hand in &mut item.hands {
                    hand.place = hand.place.map(|place| place.saturating_sub(1));
                }
            });
        }
    }

    fn take_position(&mut self, person: PersonId, stance: Stance) {
        let Some(floor) = &mut self.floor else { return };
        let known = floor.stance.and_then(opposite).is_some();
        if floor.person != person || !floor.kind.is_turn() || known {
            return;
        }
        floor.stance = Some(stance);
        if opposite(stance).is_some() {
            self.edit_open_item(|item| item.position = Some(stance));
        }
    }
}
