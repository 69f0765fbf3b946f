//! Why a command was not carried out. Words for these, in the user's language, are in `phrase`.

use super::agreement::{Agreed, Method, Threshold};
use super::event::Matter;
use super::ids::{
    ActionId, ExpectedId, ItemId, ObjectionId, OpinionId, ParkedId, PersonId, PointId, ResolutionId,
};
use super::item::Outcome;
use super::procedure::Need;
use super::record::Moment;
use super::survey::Lacking;
use super::topic::CaseNo;

/// A command that the rules of the meeting, or the state it is in, do not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The meeting has not been opened.
    NotOpened,
    /// It is open already.
    AlreadyOpen,
    /// It is closed; only corrections and notes are possible.
    Closed,
    /// It is paused.
    Paused,
    /// It is not paused.
    NotPaused,
    /// The time given lies before the latest entry.
    TimeRunsBack {
        /// The time given.
        given: Moment,
        /// The latest entry's.
        latest: Moment,
    },
    /// An item is still on the table.
    ItemStillOpen(ItemId),
    /// No item is on the table.
    NoItemOpen,
    /// No item is left to put on the table.
    NoItemLeft,
    /// There is no such item.
    NoSuchItem(ItemId),
    /// The item has been closed.
    ItemClosed(ItemId),
    /// Only an item that has not begun can be moved.
    ItemNotWaiting(ItemId),
    /// Only an item that has not begun can be taken off the agenda.
    ItemBegun(ItemId),
    /// The agenda has no such place; it has this many.
    NoSuchPlace(u32),
    /// An agenda can hold this many items and no more.
    AgendaFull(u32),
    /// A plan of so many minutes is out of bounds.
    MinutesOutOfBounds(u32),
    /// The meeting ends on time as things stand.
    OnTime,
    /// Nothing tells when the meeting is to end.
    NoEnd,
    /// Nothing that waits can be shortened or carried over.
    NothingToShorten,
    /// There is no such person.
    NoSuchPerson(PersonId),
    /// More papers than a notice lists.
    TooManyPapers {
        /// How many were given.
        given: usize,
        /// How many may be.
        most: usize,
    },
    /// A notice cannot have been given on a day that lies ahead.
    NoticeAhead(chrono::NaiveDate),
    /// A notice cannot be given after the meeting.
    NoticeAfterMeeting {
        /// The day it is said to have been given.
        on: chrono::NaiveDate,
        /// The day of the meeting.
        meets: chrono::NaiveDate,
    },
    /// They are expected already.
    AlreadyExpected(ExpectedId),
    /// Nobody is expected under this number.
    NotExpected(ExpectedId),
    /// They have signed in already.
    AlreadyHere(PersonId),
    /// They are not in the room.
    NotHere(PersonId),
    /// Their hand is up already.
    HandAlreadyUp(PersonId),
    /// Their hand is not up.
    HandNotUp(PersonId),
    /// They have the floor.
    HasTheFloor(PersonId),
    /// No more hands are taken on this item.
    ListIsClosed(PersonId),
    /// No more hands are taken already.
    ListClosedAlready,
    /// Hands are being taken.
    ListIsOpen,
    /// They have had all the turns on this item that the rules allow.
    TurnsUsedUp(PersonId, u32),
    /// The queue has no such place; it has this many.
    NoSuchQueuePlace(usize),
    /// They chair, and have to hand over the chair before they speak.
    ChairMustHandOver(PersonId),
    /// They chair already.
    ChairsAlready(PersonId),
    /// The chair was not handed over.
    ChairNotGiven,
    /// These rules hold already.
    RulesInForce,
    /// Nobody has the floor.
    FloorIsFree,
    /// Nobody is waiting to speak.
    NobodyWaiting,
    /// Nobody has the floor and nobody was named.
    WhoseOpinion,
    /// There is no such opinion.
    NoSuchOpinion(OpinionId),
    /// The opinion was taken back.
    OpinionWithdrawn(OpinionId),
    /// Its author need not endorse it.
    OwnOpinion(OpinionId, PersonId),
    /// They share it already.
    AlreadyEndorsed(OpinionId, PersonId),
    /// That opinion is not a question.
    NotAQuestion(OpinionId),
    /// That question has not been answered.
    NotAnswered(OpinionId),
    /// The opinion was set aside onto the parking list.
    SetAside(OpinionId, ParkedId),
    /// The opinion is in a point and so cannot be set aside.
    BelongsToPoint(OpinionId, PointId),
    /// The opinion is under that item already.
    UnderItem(OpinionId, ItemId),
    /// The opinion is kept in reserve already.
    AlreadyReserved(OpinionId),
    /// There is no such point.
    NoSuchPoint(PointId),
    /// The point was taken apart.
    PointDissolved(PointId),
    /// The opinion is in the point already.
    AlreadyInPoint(OpinionId, PointId),
    /// The opinion is not in the point.
    NotInPoint(OpinionId, PointId),
    /// Nothing would be left of the point.
    LastOfPoint(OpinionId, PointId),
    /// They stand behind the point already.
    SupportsAlready(PointId, PersonId),
    /// Opinions were put under the item, so it cannot be taken off the agenda.
    ItemHasOpinions(ItemId),
    /// There is no such resolution.
    NoSuchResolution(ResolutionId),
    /// The resolution was dropped.
    ResolutionWithdrawn(ResolutionId),
    /// The resolution belongs to another item than the one on the table.
    ResolutionElsewhere(ResolutionId, ItemId),
    /// Agreement without a resolution.
    NothingAgreed,
    /// The show of hands on it failed.
    VotedDown(ResolutionId),
    /// Hands were counted on this item; the threshold is locked.
    ThresholdLocked(Threshold),
    /// More hands than people who may vote.
    TooManyHands {
        /// Hands counted.
        counted: u64,
        /// Those present who may vote.
        present: u32,
    },
    /// Something was counted; the method is locked.
    MethodLocked(Method),
    /// This is how it is decided, so a count of another kind decides nothing.
    OtherMethod(Method),
    /// A statutory vote needs to know how many have a vote, and of owners how much area.
    NoEligible,
    /// More present than have a vote.
    PresentBeyondEligible {
        /// Present.
        present: u32,
        /// All who have a vote.
        eligible: u32,
    },
    /// More area than there is, in hundredths of a square metre.
    TooMuchArea {
        /// Area counted.
        counted: u64,
        /// All area.
        all: u64,
    },
    /// These objections stand.
    ObjectionsStand(Vec<ObjectionId>),
    /// Nobody's objection is in the record.
    NoObjection,
    /// There is no such objection.
    NoSuchObjection(ObjectionId),
    /// The objection was resolved.
    ObjectionResolved(ObjectionId),
    /// No count waits to be announced.
    NothingToAnnounce,
    /// No hands at all.
    NoHands,
    /// Nothing is before the meeting to be voted on.
    NothingToVoteOn,
    /// There is no such action.
    NoSuchAction(ActionId),
    /// The action was given up.
    ActionDropped(ActionId),
    /// The last day lies before the meeting.
    DueInThePast(chrono::NaiveDate),
    /// Nothing was agreed that could be read out.
    NothingToReadOut,
    /// What was agreed is being read out already; this is next.
    BeingReadOut(Option<Agreed>),
    /// Everything that was read out is confirmed.
    AllConfirmed,
    /// It is confirmed already.
    AlreadyConfirmed(Agreed),
    /// Its item did not end in agreement, so it is not read out.
    NotAgreedOn(ResolutionId),
    /// There is no such parked point.
    NoSuchParked(ParkedId),
    /// The parked point is settled.
    AlreadySettled(ParkedId),
    /// The item cannot end this way while these are open.
    ItemHindered(Outcome, Vec<Matter>),
    /// The meeting cannot close while these are open.
    MeetingHindered(Vec<Matter>),
    /// No meeting is held in that stage of the procedure, counted from 1.
    NoMeetingInStage(u32),
    /// The procedure is in force already.
    ProcedureInForce,
    /// The item is about no topic of the community.
    NoTopic(ItemId),
    /// The topic is on the agenda already, as this item.
    TopicOnAgenda(CaseNo, ItemId),
    /// The topic lacks this of what its procedure needs before it is consulted.
    TopicNeeds(CaseNo, Vec<Need>),
    /// By the rules of the meeting the topic is not put on the agenda before its survey is complete.
    SurveyLacks(CaseNo, Vec<Lacking>),
    /// By the rules of the meeting the item is not opened before the survey of its topic is complete.
    ItemSurveyLacks(ItemId, Vec<Lacking>),
    /// The survey of the item's topic lacks nothing.
    SurveyComplete(ItemId),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Words are missing.
    NoWords,
    /// The text is too long.
    TooLong {
        /// Characters given.
        given: usize,
        /// Characters allowed.
        most: usize,
    },
    /// The command would change nothing.
    NoChange,
}
