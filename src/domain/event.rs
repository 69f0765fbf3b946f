//! What can happen in a meeting, as it stands in the file.
//!
//! Each variant says what it does and, in a second sentence, what undoing its line does. Undoing
//! a line always restores the state as if the line had never been written, so the second sentence
//! names what a user sees of that. Variants and fields may be added, never renamed or removed:
//! files outlive programs. The vocabulary of a file is one list, so this one is long.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::action::Lack;
use super::agreement::{Agreed, Finding, Hands, Method, Tally, Threshold};
use super::ids::{
    ActionId, ExpectedId, ItemId, NoteId, ObjectionId, OpinionId, ParkedId, PersonId, PointId,
    ResolutionId, VoteId,
};
use super::item::{Called, HandKind, Outcome, PlannedItem};
use super::opinion::Stance;
use super::people::Role;
use super::procedure::Procedure;
use super::rules::RuleSet;
use super::survey::Lacking;
use super::topic::TopicLink;

/// The version of the event vocabulary this program writes.
pub const FORMAT: u32 = 1;

/// What a session is created with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// Version of the event vocabulary.
    pub format: u32,
    /// The device that writes this file.
    pub device: String,
    /// Id of the community.
    pub community: String,
    /// Name of the community, so the file can be read alone.
    pub community_name: String,
    /// What the meeting is called.
    pub title: String,
    /// The day it is held.
    pub on: NaiveDate,
    /// When it is to begin, by the clock on the wall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<NaiveTime>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who chairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facilitator: Option<String>,
    /// Who is to take the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<String>,
    /// Seconds a turn may take; 2 or 3 minutes in the community editions of Robert's Rules.
    pub turn_seconds: u32,
    /// What carries a motion.
    pub threshold: Threshold,
    /// The agenda as prepared.
    pub agenda: Vec<PlannedItem>,
}

/// Something left open when the meeting was closed, or still in the way of closing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Matter {
    /// An item that was never begun.
    ItemNotReached(ItemId),
    /// A question without an answer.
    Question(OpinionId),
    /// An action that lacks something.
    ActionLacks(ActionId, Lack),
    /// A parked point nobody has settled.
    Parked(ParkedId),
    /// Something agreed that was not confirmed when what was agreed was read out.
    Unconfirmed(Agreed),
}

/// One change to a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The session comes into being; always the first line and nowhere else. It cannot be undone.
    Created(Setup),
    /// Another device goes on writing this file. It cannot be undone, for the file has moved.
    TakenOver {
        /// That device.
        device: String,
    },
    /// What the session was created with is put right. Undoing it restores all of it.
    SetupChanged {
        /// What the meeting is called from now on.
        title: String,
        /// The day it is held, from now on.
        on: NaiveDate,
        /// When it is to begin, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        starts: Option<NaiveTime>,
        /// Where, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// Who chairs, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        facilitator: Option<String>,
        /// Who is to take the record, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recorder: Option<String>,
    },
    /// The meeting opens and its clock starts. Undoing it makes the meeting prepared again.
    Opened,
    /// All clocks stop. Undoing it lets them run as if they had never stopped.
    Paused,
    /// All clocks that ran before the pause go on. Undoing it lengthens the pause.
    Resumed,
    /// The meeting ends; what is listed is left open on purpose, items not reached are carried
    /// over. Undoing it reopens the meeting with those items waiting.
    Closed {
        /// What was still open.
        left: Vec<Matter>,
    },
    /// Somebody is expected (应到). Undoing it takes them off the list.
    PersonExpected {
        /// Their number among those expected.
        expected: ExpectedId,
        /// Their name.
        name: String,
        /// Their capacity.
        role: Role,
        /// Unit or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        household: Option<String>,
        /// Key in the ledger.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    /// Somebody is not expected any more: excused if there is a reason, else off the list. Undoing
    /// it expects them again.
    ExpectationDropped {
        /// Who.
        expected: ExpectedId,
        /// Why they cannot come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// The papers (材料) that people are to read for the meeting are listed, all of them. Undoing it
    /// restores the former list.
    PapersListed {
        /// They, in order.
        papers: Vec<String>,
    },
    /// The notice of the meeting (会议通知) was given, with day, time and place as they were set then.
    /// Undoing it restores the former notice, or none.
    NoticeGiven {
        /// The day it was given.
        on: NaiveDate,
    },
    /// Somebody new signs in. Undoing it takes them off the sheet.
    Joined {
        /// Their number.
        person: PersonId,
        /// Their name.
        name: String,
        /// Their capacity.
        role: Role,
        /// Unit or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        household: Option<String>,
        /// Key in the ledger.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
    /// Somebody who had left is back. Undoing it sends them away again.
    Returned {
        /// Who.
        person: PersonId,
    },
    /// Somebody leaves; their hand goes down. Undoing it brings both back.
    Left {
        /// Who.
        person: PersonId,
    },
    /// A sign-in entry is corrected. Undoing it restores the former entry.
    PersonCorrected {
        /// Whose.
        person: PersonId,
        /// The right capacity.
        role: Role,
        /// The right unit or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        household: Option<String>,
    },
    /// An item joins the end of the agenda. Undoing it takes it off.
    ItemAdded {
        /// Its number.
        item: ItemId,
        /// What it is about.
        title: String,
        /// Minutes planned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
    },
    /// An item's title or plan changes. Undoing it restores both.
    ItemChanged {
        /// Which.
        item: ItemId,
        /// Title from now on.
        title: String,
        /// Minutes from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
    },
    /// An item moves to another place of the agenda. Undoing it moves it back.
    ItemMoved {
        /// Which.
        item: ItemId,
        /// Its place from now on, counted from 0.
        to: u32,
    },
    /// An item that has not begun is taken off the agenda; numbers of other items stay. Undoing it
    /// puts it back in its place.
    ItemRemoved {
        /// Which.
        item: ItemId,
    },
    /// An item that has not begun is carried over (结转) to a later meeting. Undoing it lets it wait
    /// again.
    ItemCarried {
        /// Which.
        item: ItemId,
        /// Why, if that was written down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// When the meeting is to end is set, or no longer set. Undoing it restores the former time.
    EndSet {
        /// By the clock on the wall, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends: Option<NaiveTime>,
    },
    /// An item is on the table and its clock runs. Undoing it puts it back to waiting, and its
    /// minutes with it.
    ItemOpened {
        /// Which.
        item: ItemId,
    },
    /// The item on the table ends. Undoing it puts it back on the table with its clock running
    /// since it was opened.
    ItemClosed {
        /// Which.
        item: ItemId,
        /// How.
        outcome: Outcome,
        /// Why, if that was written down.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
        /// What was knowingly left open under it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        despite: Vec<Matter>,
    },
    /// A hand goes up, at the end of the queue. Undoing it takes it down.
    HandRaised {
        /// Whose.
        person: PersonId,
        /// The position announced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stance: Option<Stance>,
        /// What for. A hand that is up for a turn stays in its place and is up for that, too.
        #[serde(default, skip_serializing_if = "HandKind::is_turn")]
        kind: HandKind,
    },
    /// The facilitator gives a hand another place in the order of speaking. Undoing it lets the
    /// rules decide again.
    HandMoved {
        /// Whose.
        person: PersonId,
        /// How many speak before, from now on.
        to: u32,
    },
    /// No more hands are taken for turns on this item (截止). Undoing it takes hands again.
    ListClosed,
    /// Hands are taken again. Undoing it closes the list again.
    ListReopened,
    /// A hand goes down without a turn. Undoing it puts it back in its old place.
    HandLowered {
        /// Whose.
        person: PersonId,
    },
    /// Somebody gets the floor, their hand goes down, and their time runs. Undoing it gives the
    /// minutes back to whoever spoke before.
    FloorGiven {
        /// Who.
        person: PersonId,
        /// In which way.
        called: Called,
        /// What for.
        #[serde(default, skip_serializing_if = "HandKind::is_turn")]
        kind: HandKind,
        /// Who was next by the rules when somebody else was called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        passed: Option<PersonId>,
    },
    /// The turn of whoever has the floor ends; whoever was interrupted goes on. Undoing it lets their
    /// time run on.
    FloorEnded,
    /// Rules of the floor are adopted, whole as they are here. Undoing it restores those before.
    RulesAdopted {
        /// The rules.
        rules: RuleSet,
    },
    /// A procedure is adopted, whole as it is here, with the names its stages have in this community.
    /// Undoing it restores the one before.
    ProcedureAdopted {
        /// The procedure.
        procedure: Procedure,
        /// The name of its file.
        file: String,
        /// The stage this meeting is held in, counted from 1; the first in which meetings are held
        /// if none is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stage: Option<u32>,
    },
    /// An item is about a topic of the community, or about another one than before. Undoing it
    /// restores what was known of that.
    TopicLinked {
        /// Which item.
        item: ItemId,
        /// The topic, and what is known of it.
        link: TopicLink,
    },
    /// What the survey of an item's topic lacks was looked at again. Undoing it restores what was
    /// known before.
    SurveyFound {
        /// Which item.
        item: ItemId,
        /// What is lacking by the rules of the meeting; nothing where the survey is complete.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lacking: Vec<Lacking>,
    },
    /// A topic is consulted on though its survey is not complete. Undoing it takes the permission
    /// back.
    SurveyWaived {
        /// The item about it.
        item: ItemId,
        /// Why.
        why: String,
    },
    /// Whoever chairs hands over the chair, to speak on the matter. Undoing it gives it back.
    ChairGiven {
        /// Who chairs from now on.
        person: PersonId,
    },
    /// The facilitator chairs again. Undoing it leaves the chair to whoever had it.
    ChairTakenBack,
    /// Somebody's words are taken down. Undoing it strikes them.
    OpinionRecorded {
        /// Its number.
        opinion: OpinionId,
        /// Under which item.
        item: ItemId,
        /// Whose words.
        person: PersonId,
        /// The position taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stance: Option<Stance>,
        /// The words.
        text: String,
    },
    /// An opinion's words are put right. Undoing it restores the former words.
    OpinionAmended {
        /// Which.
        opinion: OpinionId,
        /// Its position from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stance: Option<Stance>,
        /// Its words from now on.
        text: String,
    },
    /// An opinion is taken back by its author; it stays in the record. Undoing it lets it stand.
    OpinionWithdrawn {
        /// Which.
        opinion: OpinionId,
    },
    /// Somebody shares an opinion. Undoing it takes their name off.
    OpinionEndorsed {
        /// Which.
        opinion: OpinionId,
        /// Who.
        person: PersonId,
    },
    /// A question is answered. Undoing it opens the question again.
    QuestionAnswered {
        /// Which.
        opinion: OpinionId,
        /// The answer.
        text: String,
    },
    /// A question that was answered is open again. Undoing it brings the answer back.
    QuestionReopened {
        /// Which.
        opinion: OpinionId,
    },
    /// Opinions are brought together in one consolidated point (要点). Undoing it takes the point
    /// away; the opinions were never changed.
    PointMade {
        /// Its number.
        point: PointId,
        /// The item it belongs to.
        item: ItemId,
        /// Its words.
        text: String,
        /// The opinions.
        from: Vec<OpinionId>,
    },
    /// More opinions join a point. Undoing it takes them out.
    PointJoined {
        /// Which.
        point: PointId,
        /// The opinions.
        opinions: Vec<OpinionId>,
    },
    /// Opinions are taken out of a point. Undoing it puts them back.
    PointParted {
        /// Which.
        point: PointId,
        /// The opinions.
        opinions: Vec<OpinionId>,
    },
    /// A point's words change. Undoing it restores the former words.
    PointAmended {
        /// Which.
        point: PointId,
        /// Its words from now on.
        text: String,
    },
    /// A point is taken apart; its opinions stand alone. Undoing it makes it stand again with all
    /// of them.
    PointDissolved {
        /// Which.
        point: PointId,
    },
    /// Somebody shares a point. Undoing it takes their name off.
    PointEndorsed {
        /// Which.
        point: PointId,
        /// Who.
        person: PersonId,
    },
    /// An opinion is kept in reserve (保留意见). Undoing it takes the mark off.
    OpinionReserved {
        /// Which.
        opinion: OpinionId,
        /// The resolution it is kept against; without one, what comes of the item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolution: Option<ResolutionId>,
    },
    /// An opinion is put under another item than it was said under. Undoing it puts it back.
    OpinionMoved {
        /// Which.
        opinion: OpinionId,
        /// Its item from now on.
        item: ItemId,
    },
    /// An opinion is off the topic and stands on the parking list instead. Undoing it puts it on
    /// the topic again.
    OpinionSetAside {
        /// Which.
        opinion: OpinionId,
        /// What it is there.
        parked: ParkedId,
    },
    /// A resolution is put into words. Undoing it strikes it.
    ResolutionDrafted {
        /// Its number.
        resolution: ResolutionId,
        /// Under which item.
        item: ItemId,
        /// The words.
        text: String,
    },
    /// A resolution's words change; a count on the former words no longer applies. Undoing it
    /// restores words and count.
    ResolutionAmended {
        /// Which.
        resolution: ResolutionId,
        /// Its words from now on.
        text: String,
    },
    /// A resolution is dropped. Undoing it lets it stand.
    ResolutionWithdrawn {
        /// Which.
        resolution: ResolutionId,
    },
    /// The share of hands that carries a motion is set. Undoing it restores the former one.
    ThresholdSet {
        /// From now on.
        threshold: Threshold,
    },
    /// Hands are counted. Undoing it strikes the count.
    HandsCounted {
        /// Its number.
        vote: VoteId,
        /// Under which item.
        item: ItemId,
        /// The resolution it was about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolution: Option<ResolutionId>,
        /// Or the question put.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        question: Option<String>,
        /// The hands.
        hands: Hands,
        /// Those present who may vote.
        present: u32,
        /// The threshold in force.
        threshold: Threshold,
        /// Whether it carried.
        carried: bool,
        /// Who counted.
        counter: String,
        /// The room waits for the result to be announced; older records lack this.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        held: bool,
    },
    /// How something is decided is chosen, before it is counted. Undoing it restores the former way.
    MethodChosen {
        /// Under which item.
        item: ItemId,
        /// For this resolution; for questions and later resolutions of the item if none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolution: Option<ResolutionId>,
        /// The method.
        method: Method,
        /// What carries hands or papers.
        threshold: Threshold,
    },
    /// Something else than a plain show of hands is counted; it waits to be announced. Undoing it
    /// strikes the count.
    Counted {
        /// Its number.
        vote: VoteId,
        /// Under which item.
        item: ItemId,
        /// The resolution it was about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolution: Option<ResolutionId>,
        /// Or the question put.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        question: Option<String>,
        /// How.
        method: Method,
        /// What carries hands or papers.
        threshold: Threshold,
        /// What was counted.
        tally: Tally,
        /// Those present who may vote.
        present: u32,
        /// The how manieth count on this.
        round: u32,
        /// What it comes to.
        finding: Finding,
        /// Who counted.
        counter: String,
    },
    /// Somebody objects, with a reason. Undoing it strikes the objection.
    ObjectionRaised {
        /// Its number.
        objection: ObjectionId,
        /// Under which item.
        item: ItemId,
        /// The resolution it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resolution: Option<ResolutionId>,
        /// Who.
        person: PersonId,
        /// The reason.
        text: String,
    },
    /// An objection is resolved. Undoing it lets the objection stand again.
    ObjectionResolved {
        /// Which.
        objection: ObjectionId,
        /// How.
        how: String,
    },
    /// The result of a count is announced to the room. Undoing it makes it wait again.
    ResultAnnounced {
        /// Which count.
        vote: VoteId,
    },
    /// An action is agreed. Undoing it strikes it.
    ActionAgreed {
        /// Its number.
        action: ActionId,
        /// Under which item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// What is to be done.
        what: String,
        /// Lead unit or person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// Last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
        /// Acceptance test.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test: Option<String>,
        /// The opinions it answers.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        from: Vec<OpinionId>,
        /// The points it answers.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        from_points: Vec<PointId>,
    },
    /// An action's wording, owner, date or test is put right. Undoing it restores all four.
    ActionAmended {
        /// Which.
        action: ActionId,
        /// What is to be done, from now on.
        what: String,
        /// Lead unit or person, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
        /// Last day, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
        /// Acceptance test, from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test: Option<String>,
        /// The opinions it answers, from now on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        from: Vec<OpinionId>,
        /// The points it answers, from now on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        from_points: Vec<PointId>,
    },
    /// An action is given up. Undoing it makes it stand again.
    ActionDropped {
        /// Which.
        action: ActionId,
        /// Why.
        why: String,
    },
    /// What was agreed begins to be read out (宣读), to be confirmed one by one. Undoing it makes
    /// nothing wait to be confirmed.
    ReadBackBegan,
    /// Something agreed was read out and confirmed (确认). Undoing it makes it unconfirmed, or takes
    /// those names off who confirmed it now.
    Confirmed {
        /// What.
        what: Agreed,
        /// Who said so, besides those who did before; nobody when the room did not object.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by: Vec<PersonId>,
    },
    /// A point off the topic goes to the parking list. Undoing it strikes it.
    Parked {
        /// Its number.
        parked: ParkedId,
        /// The item during which it came up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// Who brought it up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// The point.
        text: String,
    },
    /// A parked point is settled. Undoing it makes it open again.
    ParkedSettled {
        /// Which.
        parked: ParkedId,
        /// How.
        how: String,
    },
    /// A parked point became an item of the agenda, which settles it. Undoing it makes it open again.
    ParkedTakenUp {
        /// Which.
        parked: ParkedId,
        /// The item.
        item: ItemId,
    },
    /// The recorder notes something that is nobody's opinion. Undoing it strikes it.
    Noted {
        /// Its number.
        note: NoteId,
        /// The item during which it was noted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// The note.
        text: String,
    },
    /// The latest line that stands is undone. It is itself taken back by `Reinstated`.
    Reverted {
        /// The line undone.
        seq: u64,
    },
    /// The line undone last stands again. Undoing comes back to `Reverted`.
    Reinstated {
        /// The line redone.
        seq: u64,
    },
}
