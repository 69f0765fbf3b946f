//! Where in the record things stand: the line that made each of them what it is.

use std::collections::HashMap;

use crate::domain::agreement::Agreed;
use crate::domain::event::Event;
use crate::domain::ids::{
    ActionId, ExpectedId, ItemId, NoteId, ObjectionId, OpinionId, ParkedId, PersonId, PointId,
    ResolutionId, VoteId,
};
use crate::domain::meeting::Meeting;

/// Something that a line of the record tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Thing {
    /// The record itself.
    Record,
    /// What it was created with, put right.
    Setup,
    /// Somebody expected.
    Expected(ExpectedId),
    /// Somebody expected no more.
    Unexpected(ExpectedId),
    /// Something agreed, read out and confirmed.
    Confirmed(Agreed),
    /// The opening of the meeting.
    Opened,
    /// Its end.
    Closed,
    /// Somebody signing in.
    Person(PersonId),
    /// An item put on the table.
    ItemOpened(ItemId),
    /// The end of an item.
    ItemClosed(ItemId),
    /// An opinion.
    Opinion(OpinionId),
    /// An opinion taken back.
    Withdrawn(OpinionId),
    /// Somebody sharing an opinion.
    Endorsed(OpinionId, PersonId),
    /// The answer to a question.
    Answer(OpinionId),
    /// A point that brings opinions together.
    Point(PointId),
    /// That an opinion is kept in reserve.
    Reserved(OpinionId),
    /// A resolution.
    Resolution(ResolutionId),
    /// A count of hands.
    Vote(VoteId),
    /// An objection.
    Objection(ObjectionId),
    /// An action.
    Action(ActionId),
    /// An action given up.
    Dropped(ActionId),
    /// A parked point.
    Parked(ParkedId),
    /// A note.
    Note(NoteId),
    /// The procedure.
    Procedure,
    /// The topic that an item is about.
    Topic(ItemId),
    /// That a topic is consulted on though its survey is not complete.
    SurveyWaived(ItemId),
}

/// The numbers of the lines that stand, by what they tell of.
#[derive(Debug, Clone, Default)]
pub struct Places(HashMap<Thing, u64>);

impl Places {
    /// Looks through a meeting. What was undone has no place; of several lines that tell of the
    /// same thing the first counts, except that an answer is where it was given last, and so is what
    /// was put right of the setup, what was confirmed, and the procedure and topics it is about.
    #[must_use]
    pub fn of_meeting(meeting: &Meeting) -> Self {
        let mut places = HashMap::new();
        for (line, stands) in meeting.lines().iter().zip(meeting.standing()) {
            for thing in line.events.iter().filter(|_| stands).filter_map(thing) {
                let place = places.entry(thing).or_insert(line.seq);
                if matches!(
                    thing,
                    Thing::Answer(_)
                        | Thing::Setup
                        | Thing::Confirmed(_)
                        | Thing::Procedure
                        | Thing::Topic(_)
                        | Thing::SurveyWaived(_)
                ) {
                    *place = line.seq;
                }
            }
        }
        Self(places)
    }

    /// The line that tells of something.
    #[must_use]
    pub fn of(&self, thing: Thing) -> Option<u64> {
        self.0.get(&thing).copied()
    }
}

/// What an event tells of, if it is something that rows are about.
fn thing(event: &Event) -> Option<Thing> {
    Some(match event {
        Event::Created(_) => Thing::Record,
        Event::SetupChanged { .. } => Thing::Setup,
        Event::PersonExpected { expected, .. } => Thing::Expected(*expected),
        Event::ExpectationDropped { expected, .. } => Thing::Unexpected(*expected),
        Event::Confirmed { what, .. } => Thing::Confirmed(*what),
        Event::Opened => Thing::Opened,
        Event::Closed { .. } => Thing::Closed,
        Event::Joined { person, .. } => Thing::Person(*person),
        Event::ItemOpened { item } => Thing::ItemOpened(*item),
        Event::ItemClosed { item, .. } | Event::ItemCarried { item, .. } => {
            Thing::ItemClosed(*item)
        }
        Event::OpinionRecorded { opinion, .. } => Thing::Opinion(*opinion),
        Event::OpinionWithdrawn { opinion } => Thing::Withdrawn(*opinion),
        Event::OpinionEndorsed { opinion, person } => Thing::Endorsed(*opinion, *person),
        Event::QuestionAnswered { opinion, .. } => Thing::Answer(*opinion),
        Event::PointMade { point, .. } => Thing::Point(*point),
        Event::OpinionReserved { opinion, .. } => Thing::Reserved(*opinion),
        Event::ResolutionDrafted { resolution, .. } => Thing::Resolution(*resolution),
        Event::HandsCounted { vote, .. } | Event::Counted { vote, .. } => Thing::Vote(*vote),
        Event::ObjectionRaised { objection, .. } => Thing::Objection(*objection),
        Event::ActionAgreed { action, .. } => Thing::Action(*action),
        Event::ActionDropped { action, .. } => Thing::Dropped(*action),
        Event::Parked { parked, .. } => Thing::Parked(*parked),
        Event::Noted { note, .. } => Thing::Note(*note),
        Event::ProcedureAdopted { .. } => Thing::Procedure,
        Event::TopicLinked { item, .. } => Thing::Topic(*item),
        Event::SurveyWaived { item, .. } => Thing::SurveyWaived(*item),
        Event::TakenOver { .. }
        | Event::PapersListed { .. }
        | Event::NoticeGiven { .. }
        | Event::Paused
        | Event::Resumed
        | Event::Returned { .. }
        | Event::Left { .. }
        | Event::PersonCorrected { .. }
        | Event::ItemAdded { .. }
        | Event::ItemChanged { .. }
        | Event::ItemMoved { .. }
        | Event::EndSet { .. }
        | Event::ItemRemoved { .. }
        | Event::ReadBackBegan
        | Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::HandMoved { .. }
        | Event::ListClosed
        | Event::ListReopened
        | Event::ChairGiven { .. }
        | Event::ChairTakenBack
        | Event::RulesAdopted { .. }
        | Event::SurveyFound { .. }
        | Event::FloorGiven { .. }
        | Event::FloorEnded
        | Event::OpinionAmended { .. }
        | Event::QuestionReopened { .. }
        | Event::PointJoined { .. }
        | Event::PointParted { .. }
        | Event::PointAmended { .. }
        | Event::PointDissolved { .. }
        | Event::PointEndorsed { .. }
        | Event::OpinionMoved { .. }
        | Event::OpinionSetAside { .. }
        | Event::ParkedTakenUp { .. }
        | Event::ResolutionAmended { .. }
        | Event::ResolutionWithdrawn { .. }
        | Event::ThresholdSet { .. }
        | Event::MethodChosen { .. }
        | Event::ResultAnnounced { .. }
        | Event::ObjectionResolved { .. }
        | Event::ActionAmended { .. }
        | Event::ParkedSettled { .. }
        | Event::Reverted { .. }
        | Event::Reinstated { .. } => return None,
    })
}
