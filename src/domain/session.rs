//! The state of one meeting, as its log tells it.

use std::sync::Arc;

use chrono::NaiveTime;
use imbl::Vector;

use super::action::Action;
use super::agreement::{Objection, Resolution, Threshold, Vote};
use super::event::{Matter, Setup};
use super::expected::Expected;
use super::ids::{
    ActionId, ExpectedId, ItemId, NoteId, ObjectionId, OpinionId, ParkedId, PersonId, ResolutionId,
    VoteId,
};
use super::item::{Floor, Hand, Item, ItemState};
use super::notice::GivenNotice;
use super::opinion::Opinion;
use super::people::Participant;
use super::point::Point;
use super::procedure::Adopted;
use super::record::Moment;
use super::rules::RuleSet;
use super::stopwatch::Stopwatch;

/// How far the meeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Prepared, not opened.
    Prepared,
    /// In session.
    Running,
    /// In session, all clocks stopped.
    Paused,
    /// Closed.
    Closed,
}

/// A point on the parking list (搁置).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// Its number.
    pub id: ParkedId,
    /// The item during which it came up.
    pub item: Option<ItemId>,
    /// Who brought it up.
    pub person: Option<PersonId>,
    /// When.
    pub at: Moment,
    /// The point.
    pub text: Arc<str>,
    /// How it was settled, if it was.
    pub settled: Option<Arc<str>>,
    /// The item of the agenda it became, which settles it.
    pub taken_up: Option<ItemId>,
}

/// A note of the recorder's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub id: NoteId,
    /// The item during which it was noted.
    pub item: Option<ItemId>,
    /// When.
    pub at: Moment,
    /// The note.
    pub text: Arc<str>,
}

/// One meeting. Its lists share structure between copies, so that keeping earlier states for undo
/// is cheap.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// What it was created with and what of that was put right since, and the device that writes it
    /// now.
    pub setup: Arc<Setup>,
    /// How far it is.
    pub phase: Phase,
    /// When it was opened.
    pub opened: Option<Moment>,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// What was left open on purpose when it closed.
    pub left: Vec<Matter>,
    /// When it is to end, if that was said.
    pub ends: Option<NaiveTime>,
    /// Seconds planned for the agenda as the meeting was opened.
    pub planned_at_opening: u32,
    /// Time in session, pauses left out.
    pub watch: Stopwatch,
    /// What carries a motion.
    pub threshold: Threshold,
    /// Since when what was agreed is being read out.
    pub read_back: Option<Moment>,
    /// Items by number, those taken off the agenda included.
    pub items: Vector<Arc<Item>>,
    /// The agenda: items in their order.
    pub order: Vector<ItemId>,
    /// The item on the table.
    pub open_item: Option<ItemId>,
    /// Who has the floor.
    pub floor: Option<Floor>,
    /// Whose turn a point of order interrupts; it goes on afterwards.
    pub interrupted: Option<Floor>,
    /// The rules of the floor.
    pub rules: Arc<RuleSet>,
    /// The procedure it is part of, if one was adopted.
    pub procedure: Option<Arc<Adopted>>,
    /// Who chairs in the facilitator's place.
    pub chair: Option<PersonId>,
    /// The papers for the meeting, in order.
    pub papers: Vector<String>,
    /// The notice of the meeting, as it was last given.
    pub notice: Option<GivenNotice>,
    /// Who is or was expected, by number.
    pub expected: Vector<Arc<Expected>>,
    /// People by number, those who left included.
    pub people: Vector<Arc<Participant>>,
    /// Opinions by number.
    pub opinions: Vector<Arc<Opinion>>,
    /// Consolidated points by number, those taken apart included.
    pub points: Vector<Arc<Point>>,
    /// Resolutions by number.
    pub resolutions: Vector<Arc<Resolution>>,
    /// Counts by number.
    pub votes: Vector<Arc<Vote>>,
    /// Objections by number.
    pub objections: Vector<Arc<Objection>>,
    /// Actions by number.
    pub actions: Vector<Arc<Action>>,
    /// Parking list by number.
    pub parked: Vector<Arc<Parked>>,
    /// Notes by number.
    pub notes: Vector<Arc<Note>>,
}

impl Session {
    /// A meeting as it was set up.
    #[must_use]
    pub fn prepared(setup: Setup) -> Self {
        let items: Vector<Arc<Item>> = setup
            .agenda
            .iter()
            .enumerate()
            .map(|(at, planned)| {
                Arc::new(Item::planned(ItemId::after(at), &planned.title, planned.minutes))
            })
            .collect();
        Self {
            phase: Phase::Prepared,
            opened: None,
            closed: None,
            left: Vec::new(),
            ends: None,
            planned_at_opening: 0,
            watch: Stopwatch::default(),
            threshold: setup.threshold,
            read_back: None,
            order: items.iter().map(|item| item.id).collect(),
            items,
            open_item: None,
            floor: None,
            interrupted: None,
            rules: Arc::new(RuleSet::unwritten()),
            procedure: None,
            chair: None,
            papers: Vector::new(),
            notice: None,
            expected: Vector::new(),
            people: Vector::new(),
            opinions: Vector::new(),
            points: Vector::new(),
            resolutions: Vector::new(),
            votes: Vector::new(),
            objections: Vector::new(),
            actions: Vector::new(),
            parked: Vector::new(),
            notes: Vector::new(),
            setup: Arc::new(setup),
        }
    }

    /// The item of that number.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(id.index()).map(Arc::as_ref)
    }

    /// The item on the table.
    #[must_use]
    pub fn current_item(&self) -> Option<&Item> {
        self.open_item.and_then(|id| self.item(id))
    }

    /// The items in agenda order.
    #[must_use]
    pub fn agenda(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.order.iter().filter_map(|id| self.item(*id))
    }

    /// The place of an item on the agenda, counted from 1 as people count.
    #[must_use]
    pub fn place_of(&self, id: ItemId) -> Option<usize> {
        self.order.iter().position(|other| *other == id).map(|at| at + 1)
    }

    /// The next item that has not begun.
    #[must_use]
    pub fn next_item(&self) -> Option<&Item> {
        self.agenda().find(|item| item.state == ItemState::Waiting)
    }

    /// The one expected under that number.
    #[must_use]
    pub fn expected(&self, id: ExpectedId) -> Option<&Expected> {
        self.expected.get(id.index()).map(Arc::as_ref)
    }

    /// The person of that number.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Participant> {
        self.people.get(id.index()).map(Arc::as_ref)
    }

    /// The name of the person of that number; a question mark for one the record does not know.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> &str {
        self.person(id).map_or("?", |person| person.name.as_str())
    }

    /// The opinion of that number.
    #[must_use]
    pub fn opinion(&self, id: OpinionId) -> Option<&Opinion> {
        self.opinions.get(id.index()).map(Arc::as_ref)
    }

    /// The resolution of that number.
    #[must_use]
    pub fn resolution(&self, id: ResolutionId) -> Option<&Resolution> {
        self.resolutions.get(id.index()).map(Arc::as_ref)
    }

    /// The count of that number.
    #[must_use]
    pub fn vote(&self, id: VoteId) -> Option<&Vote> {
        self.votes.get(id.index()).map(Arc::as_ref)
    }

    /// The objection of that number.
    #[must_use]
    pub fn objection(&self, id: ObjectionId) -> Option<&Objection> {
        self.objections.get(id.index()).map(Arc::as_ref)
    }

    /// The action of that number.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&Action> {
        self.actions.get(id.index()).map(Arc::as_ref)
    }

    /// The parked point of that number.
    #[must_use]
    pub fn parked(&self, id: ParkedId) -> Option<&Parked> {
        self.parked.get(id.index()).map(Arc::as_ref)
    }

    /// Everybody in the room.
    pub fn present(&self) -> impl Iterator<Item = &Participant> {
        self.people.iter().map(Arc::as_ref).filter(|person| person.is_here())
    }

    /// How many in the room may vote.
    #[must_use]
    pub fn voters(&self) -> u32 {
        let voters = self.present().filter(|person| person.role.votes()).count();
        u32::try_from(voters).unwrap_or(u32::MAX)
    }

    /// Those in the room who have not said anything yet. Observers are not expected to.
    pub fn silent(&self) -> impl Iterator<Item = &Participant> {
        let speaking = self.floor.map(|floor| floor.person);
        self.present().filter(move |person| {
            person.is_silent()
                && person.role != super::people::Role::Observer
                && Some(person.id) != speaking
        })
    }

    /// Whether it adopted a procedure, or has topics on its agenda, which follow one.
    #[must_use]
    pub fn is_of_a_procedure(&self) -> bool {
        self.procedure.is_some() || self.agenda().any(|item| item.topic.is_some())
    }

    /// Seconds a turn may take, 0 for no limit.
    #[must_use]
    pub fn turn_seconds(&self) -> u32 {
        self.rules.turn_seconds.unwrap_or(self.setup.turn_seconds)
    }

    /// Whether a turn of so many seconds nears its end.
    #[must_use]
    pub fn turn_nears_end(&self, spent: u32) -> bool {
        let limit = u64::from(self.turn_seconds());
        limit > 0 && u64::from(spent) * 100 >= limit * u64::from(self.rules.warn_percent)
    }

    /// The turn on the item that is going on, a point of order for the moment or not.
    #[must_use]
    pub fn turn_going_on(&self) -> Option<Floor> {
        let turns = [self.floor, self.interrupted].into_iter().flatten();
        turns.into_iter().find(|floor| floor.kind.is_turn())
    }

    /// Whether somebody chairs: in the facilitator's place, or as the facilitator.
    #[must_use]
    pub fn presides(&self, person: PersonId) -> bool {
        match (self.chair, &self.setup.facilitator) {
            (Some(chair), _) => chair == person,
            (None, Some(name)) => self.person(person).is_some_and(|it| it.name == *name),
            (None, None) => false,
        }
    }

    /// The hand of somebody in the queue of the item on the table.
    #[must_use]
    pub fn hand_of(&self, person: PersonId) -> Option<Hand> {
        self.current_item()?.hands.iter().find(|hand| hand.person == person).copied()
    }
}
