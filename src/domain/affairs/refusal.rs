//! Why something asked of a ledger is refused.

use chrono::NaiveDate;

use super::calls::CallRefusal;
use crate::domain::procedure::Need;
use crate::domain::record::Moment;
use crate::domain::station::CallNo;
use crate::domain::topic::{CaseNo, TopicState};

/// A text that must not be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Blank {
    /// What a topic is about.
    Title,
    /// Who brings it up, or signs.
    Proposer,
    /// Why: something is taken back, or a survey waived.
    Why,
    /// The ground on which a topic is excluded.
    Ground,
    /// Where its proposers may turn instead.
    Redirect,
    /// How, and what, proposers were told.
    How,
    /// What a stage is called.
    StageName,
    /// Parts of a survey record.
    Survey,
    /// Where an outing went.
    Place,
    /// The unit charged.
    Unit,
    /// What a station is called.
    StationName,
    /// Why a call goes out.
    CallReason,
    /// How a call ended.
    Ending,
}

/// Why something is refused; `phrase` has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AffairRefusal {
    /// There is no topic of that number.
    NoSuchTopic(CaseNo),
    /// Where the topic stands this cannot be done.
    NotNow(CaseNo, TopicState),
    /// The topic is part of another one, which is to be named instead.
    MergedInto {
        /// The topic.
        topic: CaseNo,
        /// The one it is part of.
        into: CaseNo,
    },
    /// The topic is part of no other.
    NotMerged(CaseNo),
    /// Other topics were merged into it; they have to be parted from it first.
    HasParts {
        /// The topic.
        topic: CaseNo,
        /// What was merged into it.
        parts: Vec<CaseNo>,
    },
    /// A topic cannot be merged into itself.
    MergedIntoItself(CaseNo),
    /// No topics are named that are to be merged.
    NothingToMerge(CaseNo),
    /// There is a result already: what is to be rated is not merged.
    HasResult(CaseNo),
    /// There is no result that could be rated.
    NoResult(CaseNo),
    /// A topic came of that parked point or item of a meeting already.
    RaisedBefore(CaseNo),
    /// They have signed already.
    SignedBefore {
        /// The topic.
        topic: CaseNo,
        /// Who.
        name: String,
    },
    /// They neither brought the topic up nor signed it.
    NotAProposer {
        /// The topic.
        topic: CaseNo,
        /// Who.
        name: String,
    },
    /// They were told already.
    AnsweredBefore {
        /// The topic.
        topic: CaseNo,
        /// Who.
        name: String,
    },
    /// Nobody is owed an answer.
    NobodyOwed(CaseNo),
    /// The topic lacks what the stage needs, and no reason is given.
    StageNeeds {
        /// The topic.
        topic: CaseNo,
        /// The stage, counted from 1.
        stage: u32,
        /// What it lacks.
        lacking: Vec<Need>,
    },
    /// The topic lacks what the stage needs in which it would be consulted, and no reason is given.
    MeetingNeeds {
        /// The topic.
        topic: CaseNo,
        /// What it lacks.
        lacking: Vec<Need>,
    },
    /// Going back, or past a stage, needs a reason.
    OutOfOrder {
        /// The topic.
        topic: CaseNo,
        /// The stage that was asked for.
        stage: u32,
        /// The stage it is in.
        from: u32,
    },
    /// The procedure has no such stage.
    NoSuchStage {
        /// The procedure, by the name of its file.
        procedure: String,
        /// The stage that was asked for.
        stage: u32,
        /// How many there are.
        count: u32,
    },
    /// It is in the last stage.
    NoStageLeft(CaseNo),
    /// It is in that stage already.
    InStage {
        /// The topic.
        topic: CaseNo,
        /// The stage.
        stage: u32,
    },
    /// There is no procedure of that name, or its file cannot be read.
    NoSuchProcedure(String),
    /// There are not as many names as stages.
    NamesDoNotFit {
        /// The procedure, by the name of its file.
        procedure: String,
        /// How many names are given.
        given: usize,
        /// How many stages there are.
        stages: usize,
    },
    /// The survey is complete, or nothing is asked of it: there is nothing to waive.
    NothingToWaive(CaseNo),
    /// It is so already.
    Unchanged(CaseNo),
    /// The stages of that procedure are called so already.
    NamedBefore(String),
    /// That day is yet to come.
    InTheFuture(NaiveDate),
    /// It is told to have happened before something that the topic knows already.
    TooEarly {
        /// The topic.
        topic: CaseNo,
        /// The latest that is known of it.
        known: Moment,
    },
    /// It is told to have happened before something that is known of the call already.
    TooEarlyForCall {
        /// The call.
        call: CallNo,
        /// The latest that is known of it.
        known: Moment,
    },
    /// A last day lies before the first.
    EndsBeforeItBegins {
        /// The first day.
        from: NaiveDate,
        /// The last.
        until: NaiveDate,
    },
    /// What is counted is out of bounds.
    CountOutOfBounds {
        /// The number given.
        given: u32,
        /// The largest there may be.
        most: u32,
    },
    /// A text is empty that must not be.
    Missing(Blank),
    /// A text has more characters than a record takes.
    TooLong {
        /// How many it has.
        given: usize,
        /// How many it may have.
        most: usize,
    },
    /// Of stations and calls.
    Call(CallRefusal),
}
