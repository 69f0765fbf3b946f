//! What a user can ask of a meeting. `decide` turns each into events or a refusal.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::action::Promise;
use super::agreement::{Agreed, Hands, Method, Tally, Threshold};
use super::ids::{
    ActionId, ExpectedId, ItemId, ObjectionId, OpinionId, ParkedId, PersonId, PointId, ResolutionId,
};
use super::item::{HandKind, Outcome, PlannedItem};
use super::opinion::Stance;
use super::people::{Newcomer, Role, Who};
use super::procedure::Adopted;
use super::rules::RuleSet;
use super::survey::Lacking;
use super::topic::TopicLink;

/// What becomes of something that may be there or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Change<T> {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is taken away.
    Away,
    /// It is this from now on.
    To(T),
}

impl<T> Change<T> {
    /// What is there afterwards.
    #[must_use]
    pub fn of(self, known: Option<T>) -> Option<T> {
        match self {
            Self::Keep => known,
            Self::Away => None,
            Self::To(value) => Some(value),
        }
    }
}

impl<T> From<Option<T>> for Change<T> {
    /// What is not said stays.
    fn from(said: Option<T>) -> Self {
        said.map_or(Self::Keep, Self::To)
    }
}

/// What of the setup is put right; what is not said stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SetupChange {
    /// What the meeting is called.
    pub title: Option<String>,
    /// The day it is held.
    pub on: Option<NaiveDate>,
    /// When it is to begin.
    pub starts: Change<NaiveTime>,
    /// Where.
    pub place: Change<String>,
    /// Who chairs.
    pub facilitator: Change<String>,
    /// Who is to take the record.
    pub recorder: Change<String>,
}

/// A request; one that is granted becomes one line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Open the meeting.
    Open,
    /// Stop all clocks.
    Pause,
    /// Let them go on.
    Resume,
    /// End the meeting; `leave` says that what is still open is left so on purpose.
    Close {
        /// Leave what is open.
        leave: bool,
    },
    /// Go on writing this file on another device.
    TakeOver {
        /// That device.
        device: String,
    },
    /// Put right what the session was created with.
    ChangeSetup(SetupChange),
    /// Expect people.
    Expect(Vec<Newcomer>),
    /// Put right whom one expects; one that was excused is expected again.
    CorrectExpected {
        /// Whom.
        expected: ExpectedId,
        /// Who it is.
        person: Newcomer,
    },
    /// Expect somebody no more.
    Unexpect {
        /// Whom.
        expected: Vec<ExpectedId>,
        /// Why they cannot come; without a reason they are taken off the list.
        why: Option<String>,
    },
    /// List the papers of the meeting, whole; none takes the list away.
    ListPapers(Vec<String>),
    /// Note that the notice of the meeting was given on this day.
    GiveNotice(NaiveDate),
    /// Sign people in.
    SignIn(Vec<Who>),
    /// Somebody leaves.
    SignOut(PersonId),
    /// Correct a sign-in entry.
    CorrectPerson {
        /// Whose.
        person: PersonId,
        /// The right capacity; `None` keeps it.
        role: Option<Role>,
        /// The right unit; `None` keeps it.
        household: Option<String>,
    },
    /// Add an item to the agenda.
    AddItem(PlannedItem),
    /// Add several, all or none.
    AddItems(Vec<PlannedItem>),
    /// Change a title or a plan; `None` keeps the title.
    ChangeItem {
        /// Which.
        item: ItemId,
        /// New title.
        title: Option<String>,
        /// New plan in minutes.
        minutes: Change<u32>,
    },
    /// Take an item that has not begun off the agenda.
    RemoveItem(ItemId),
    /// Move a waiting item to a place of the agenda, counted from 0.
    MoveItem {
        /// Which.
        item: ItemId,
        /// Where to.
        to: u32,
    },
    /// Add an item at a place of the agenda, counted from 0.
    InsertItem {
        /// The item.
        planned: PlannedItem,
        /// Where.
        at: u32,
    },
    /// Part an item that has not ended: its first part keeps its number and all that was said, the
    /// second comes right after it and waits.
    SplitItem {
        /// Which.
        item: ItemId,
        /// The first part; an empty title keeps the item's.
        first: PlannedItem,
        /// The second.
        second: PlannedItem,
    },
    /// Carry an item that has not begun over to a later meeting.
    CarryItem {
        /// Which.
        item: ItemId,
        /// Why.
        why: Option<String>,
    },
    /// Say when the meeting is to end.
    SetEnd(Change<NaiveTime>),
    /// Shorten and carry over what waits, as proposed, so that the meeting ends on time.
    KeepTime,
    /// Put an item on the table; the next waiting one if none is named.
    OpenItem(Option<ItemId>),
    /// End the item on the table.
    CloseItem {
        /// How.
        outcome: Outcome,
        /// Why.
        why: Option<String>,
        /// Also with open questions or unfinished actions under it.
        despite: bool,
    },
    /// A hand goes up.
    RaiseHand {
        /// Whose.
        who: Who,
        /// Position announced.
        stance: Option<Stance>,
    },
    /// A hand goes up for a reply or a point of order.
    Interject {
        /// Whose.
        who: Who,
        /// What for.
        kind: HandKind,
    },
    /// Give a hand another place in the order of speaking, counted from 0.
    MoveHand {
        /// Whose.
        person: PersonId,
        /// Where to.
        to: u32,
    },
    /// Take no more hands on this item.
    CloseList,
    /// Take hands again.
    ReopenList,
    /// A hand goes down.
    LowerHand(PersonId),
    /// Give the floor to the next in the queue, or to somebody by name.
    GiveFloor(Option<Who>),
    /// End the turn.
    EndTurn,
    /// Adopt rules of the floor.
    AdoptRules(Arc<RuleSet>),
    /// Adopt a procedure.
    AdoptProcedure(Arc<Adopted>),
    /// Add an item about a topic of the community to the agenda.
    AddTopic {
        /// The item.
        planned: PlannedItem,
        /// The topic, and what is known of it.
        link: TopicLink,
        /// Why, though its survey is not complete.
        despite: Option<String>,
    },
    /// Say that an item is about a topic of the community.
    LinkTopic {
        /// Which item.
        item: ItemId,
        /// The topic, and what is known of it.
        link: TopicLink,
        /// Why, though its survey is not complete.
        despite: Option<String>,
    },
    /// Enter what the survey of an item's topic lacks by now.
    FindSurvey {
        /// Which item.
        item: ItemId,
        /// What is lacking.
        lacking: Vec<Lacking>,
    },
    /// Let an item's topic be consulted on though its survey is not complete.
    WaiveSurvey {
        /// Which item.
        item: ItemId,
        /// Why.
        why: String,
    },
    /// Whoever chairs hands over the chair.
    GiveChair(Who),
    /// The facilitator chairs again.
    TakeBackChair,
    /// Take down somebody's words; whoever has the floor if nobody is named.
    RecordOpinion {
        /// Whose.
        who: Option<Who>,
        /// Position.
        stance: Option<Stance>,
        /// Words.
        text: String,
    },
    /// Put an opinion right; `stance: None` keeps its position.
    AmendOpinion {
        /// Which.
        opinion: OpinionId,
        /// New position.
        stance: Option<Stance>,
        /// New words.
        text: String,
    },
    /// Take an opinion back.
    WithdrawOpinion(OpinionId),
    /// Share an opinion.
    Endorse {
        /// Which.
        opinion: OpinionId,
        /// Who; whoever has the floor if nobody is named.
        who: Vec<Who>,
    },
    /// Answer a question.
    Answer {
        /// Which.
        opinion: OpinionId,
        /// The answer.
        text: String,
    },
    /// Open a question again that was answered.
    Reopen(OpinionId),
    /// Bring opinions together in a point.
    MakePoint {
        /// Which.
        opinions: Vec<OpinionId>,
        /// Its words; those of the first opinion if none are given.
        text: Option<String>,
    },
    /// Add to a point.
    JoinPoint {
        /// Which.
        point: PointId,
        /// Opinions that join it.
        opinions: Vec<OpinionId>,
        /// Points that become part of it, with everybody behind them.
        points: Vec<PointId>,
        /// New words.
        text: Option<String>,
    },
    /// Take opinions out of a point.
    PartPoint {
        /// Which.
        point: PointId,
        /// The opinions.
        opinions: Vec<OpinionId>,
    },
    /// Take a point apart.
    DissolvePoint(PointId),
    /// Change a point's words.
    AmendPoint {
        /// Which.
        point: PointId,
        /// New words.
        text: String,
    },
    /// Share a point.
    EndorsePoint {
        /// Which.
        point: PointId,
        /// Who; whoever has the floor if nobody is named.
        who: Vec<Who>,
    },
    /// Keep an opinion in reserve.
    Reserve {
        /// Which.
        opinion: OpinionId,
        /// The resolution it is kept against.
        resolution: Option<ResolutionId>,
    },
    /// Take down somebody's reserved opinion.
    ReserveWords {
        /// Whose; of whoever has the floor if nobody is named.
        who: Option<Who>,
        /// The words.
        text: String,
        /// The resolution it is kept against.
        resolution: Option<ResolutionId>,
    },
    /// Put an opinion under another item.
    MoveOpinion {
        /// Which.
        opinion: OpinionId,
        /// The item.
        item: ItemId,
    },
    /// Set an opinion aside, onto the parking list.
    SetAside(OpinionId),
    /// Make a parked point an item of the agenda.
    TakeUp {
        /// Which.
        parked: ParkedId,
        /// The item's title; the parked words if none is given.
        title: Option<String>,
        /// Minutes planned.
        minutes: Option<u32>,
    },
    /// Put a resolution into words.
    Resolve(String),
    /// Change a resolution's words.
    AmendResolution {
        /// Which.
        resolution: ResolutionId,
        /// New words.
        text: String,
    },
    /// Drop a resolution.
    WithdrawResolution(ResolutionId),
    /// Choose what carries a motion.
    SetThreshold(Threshold),
    /// Enter a show of hands.
    CountHands {
        /// The hands.
        hands: Hands,
        /// The resolution they are about; the item's latest if none is named and no question put.
        resolution: Option<ResolutionId>,
        /// Another question that was put.
        question: Option<String>,
    },
    /// Choose how the latest resolution of the item, or the one named, is decided.
    ChooseMethod {
        /// The method.
        method: Method,
        /// What carries hands or papers; what is in force if it is not said.
        threshold: Option<Threshold>,
        /// The resolution.
        resolution: Option<ResolutionId>,
    },
    /// Enter a count of another kind than a plain show of hands.
    Count {
        /// What was counted.
        tally: Tally,
        /// How many were present, where others than those signed in took part by law.
        present: Option<u32>,
        /// The resolution; the item's latest if none is named and no question put.
        resolution: Option<ResolutionId>,
        /// Another question that was put.
        question: Option<String>,
    },
    /// Ask whether anybody objects, and enter the answer.
    AskObjections {
        /// Nobody did.
        none: bool,
    },
    /// Somebody objects to the latest resolution.
    Object {
        /// Who; whoever has the floor if nobody is named.
        who: Option<Who>,
        /// The reason.
        text: String,
    },
    /// An objection is resolved.
    ResolveObjection {
        /// Which.
        objection: ObjectionId,
        /// How.
        how: String,
    },
    /// Announce the result of the latest count that waits for it.
    Announce,
    /// Agree on an action.
    Promise(Promise),
    /// Put an action right; what is `None` or empty stays.
    AmendAction {
        /// Which.
        action: ActionId,
        /// New wording.
        what: Option<String>,
        /// New owner, date, test and sources.
        promise: Promise,
    },
    /// Give an action up.
    DropAction {
        /// Which.
        action: ActionId,
        /// Why.
        why: String,
    },
    /// Begin to read out what was agreed.
    BeginReadBack,
    /// Confirm something that was read out.
    Confirm {
        /// What; the first thing that is not confirmed if it is not said.
        what: Option<Agreed>,
        /// Who says so; nobody when the room does not object.
        by: Vec<Who>,
    },
    /// Put a point on the parking list.
    Park {
        /// Who brought it up.
        who: Option<Who>,
        /// The point.
        text: String,
    },
    /// Settle a parked point.
    Settle {
        /// Which.
        parked: ParkedId,
        /// How.
        how: String,
    },
    /// Note something.
    Note(String),
    /// Undo the latest line that stands.
    Undo,
    /// Redo the line undone last.
    Redo,
}

impl From<Newcomer> for Who {
    fn from(newcomer: Newcomer) -> Self {
        Self::Joining(newcomer)
    }
}

impl From<PersonId> for Who {
    fn from(person: PersonId) -> Self {
        Self::Present(person)
    }
}
