//! What can be asked of a community's ledger.

use chrono::NaiveDate;

use crate::domain::command::Change;
use crate::domain::rules::SurveyPart;
use crate::domain::station::{CallNo, CallOut, DutyDay, StationCard};
use crate::domain::survey::Outing;
use crate::domain::topic::{
    CaseNo, Class, Decision, Proposer, ResultClass, Satisfaction, Slip, Source,
};

/// What of a slip is put right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SlipChange {
    /// What it is about.
    pub title: Option<String>,
    /// Why.
    pub reason: Change<String>,
    /// What is proposed.
    pub suggestion: Change<String>,
    /// The day it was brought up.
    pub on: Option<NaiveDate>,
    /// By which way it came in.
    pub source: Option<Source>,
    /// The channel.
    pub channel: Change<String>,
    /// Its class.
    pub class: Change<Class>,
    /// The place.
    pub place: Change<String>,
    /// The group affected.
    pub group: Change<String>,
}

/// One thing asked of a community's ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Affair {
    /// Take a topic in (登记).
    Raise {
        /// What its slip says.
        slip: Slip,
        /// Who brings it up.
        proposers: Vec<Proposer>,
        /// The procedure it is to follow, by the name of its file, where it is not the community's.
        procedure: Option<String>,
    },
    /// Put a slip right.
    AmendSlip {
        /// Which topic.
        topic: CaseNo,
        /// What.
        change: SlipChange,
    },
    /// More people sign a topic (联名).
    Join {
        /// Which.
        topic: CaseNo,
        /// They.
        proposers: Vec<Proposer>,
    },
    /// Screen a topic (审定).
    Screen {
        /// Which.
        topic: CaseNo,
        /// What is decided.
        decision: Decision,
        /// Its class, if that is decided, too.
        class: Option<Class>,
        /// Who approved it.
        approver: Option<String>,
    },
    /// Make topics part of another one (归并).
    Merge {
        /// The one that stays.
        into: CaseNo,
        /// The others.
        topics: Vec<CaseNo>,
    },
    /// Part a topic again from the one it was merged into (拆出).
    Part(CaseNo),
    /// Take a topic back (撤回).
    Withdraw {
        /// Which.
        topic: CaseNo,
        /// Why.
        why: String,
    },
    /// Note that proposers were told what became of their topic so far (答复).
    Answer {
        /// Which topic.
        topic: CaseNo,
        /// Who was told; everybody who is owed an answer where nobody is named.
        names: Vec<String>,
        /// How, and what.
        how: String,
    },
    /// Let a topic follow another procedure, from its first stage.
    ChooseProcedure {
        /// Which topic.
        topic: CaseNo,
        /// The procedure, by the name of its file.
        procedure: String,
    },
    /// Let a topic enter a stage.
    EnterStage {
        /// Which topic.
        topic: CaseNo,
        /// The stage, counted from 1; the next one where none is given.
        stage: Option<u32>,
        /// Why, though something is lacking or it is out of order.
        despite: Option<String>,
    },
    /// Name the stages of a procedure that leaves them open (五事).
    NameStages {
        /// The procedure, by the name of its file.
        procedure: String,
        /// The names, one for each stage.
        names: Vec<String>,
    },
    /// Write parts of a survey record.
    WriteSurvey {
        /// Which topic.
        topic: CaseNo,
        /// The parts, and what is written of them; an empty text takes one away.
        parts: Vec<(SurveyPart, String)>,
    },
    /// Note a household visit or a policy briefing.
    GoOut(Outing),
    /// Let a topic be consulted on though its survey is not complete.
    WaiveSurvey {
        /// Which.
        topic: CaseNo,
        /// Why.
        why: String,
    },
    /// Charge a unit with handling a topic (交办).
    Assign {
        /// Which.
        topic: CaseNo,
        /// The lead unit.
        unit: String,
        /// Co-handling units.
        with: Vec<String>,
        /// Last day; as the stage of its procedure allows where it is not given.
        due: Option<NaiveDate>,
    },
    /// Note that what became of a topic was made public (公示).
    Post {
        /// Which.
        topic: CaseNo,
        /// First day.
        from: NaiveDate,
        /// Last day.
        until: Option<NaiveDate>,
        /// What, or where.
        note: Option<String>,
    },
    /// Report what came of a topic (结果).
    Result {
        /// Which.
        topic: CaseNo,
        /// The class.
        class: ResultClass,
        /// What was done, or why not.
        note: Option<String>,
    },
    /// Note how a proposer rates a topic (评价).
    Rate {
        /// Which.
        topic: CaseNo,
        /// Whose rating.
        name: String,
        /// Of the handling.
        handling: Satisfaction,
        /// Of the result.
        result: Satisfaction,
        /// In their words.
        note: Option<String>,
    },
    /// Enter a place with members, or put it right.
    EnterStation(StationCard),
    /// Set who is on duty somewhere.
    SetDuty {
        /// The place, by name.
        station: String,
        /// When.
        day: DutyDay,
        /// They, by key in the ledger; nobody takes the day off the roster.
        people: Vec<String>,
    },
    /// Call members (吹哨).
    CallOut(CallOut),
    /// Note that a member reported in (报到).
    ReportIn {
        /// To which call.
        call: CallNo,
        /// Which member, by [`CalledMember::id`](crate::domain::station::CalledMember::id).
        member: String,
    },
    /// End a call.
    CloseCall {
        /// Which.
        call: CallNo,
        /// How it ended.
        how: String,
    },
}
