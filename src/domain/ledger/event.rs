//! What can happen to a community between its meetings, as it stands in a device's ledger.
//!
//! Variants and fields may be added, never renamed or removed: files outlive programs. An event
//! about something that does not exist changes nothing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::action::ActionState;
use crate::domain::ids::ActionId;
use crate::domain::people::Role;
use crate::domain::rules::SurveyPart;
use crate::domain::station::{CallNo, CallOut, DutyDay, StationCard};
use crate::domain::survey::Outing;
use crate::domain::topic::{CaseNo, Class, Decision, Proposer, ResultClass, Satisfaction, Slip};

/// One change to a ledger. Taking its line back restores what was there, as if it had never been
/// written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerEvent {
    /// The ledger comes into being; always its first line. It cannot be taken back.
    Created {
        /// Version of the event vocabulary.
        format: u32,
        /// The device that writes it.
        device: String,
        /// Id of the community.
        community: String,
    },
    /// The latest line of this same ledger that stands is taken back: it was a mistake.
    TakenBack {
        /// Its position in this ledger.
        seq: u64,
    },
    /// Whoever wrote this had read the ledger of another device up to there: clocks go wrong, and
    /// what answers something comes after it all the same. Counts whether its line stands or not.
    LedgerSeen {
        /// The other device.
        device: String,
        /// The position of the last line that was read.
        seq: u64,
    },
    /// The community gets to know somebody, or corrects what it knows of them.
    PersonEntered {
        /// Their key, never used twice.
        key: String,
        /// Name.
        name: String,
        /// Capacity.
        role: Role,
        /// Unit or building.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        household: Option<String>,
        /// Sector (界别), of members.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sector: Option<String>,
        /// The grid (网格) they live in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grid: Option<String>,
    },
    /// News of an action.
    ActionReported {
        /// The session it was agreed in, without the community.
        session: String,
        /// Which.
        action: ActionId,
        /// Where it stands now.
        state: ActionState,
        /// What was done, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A topic is taken in (登记).
    TopicRaised {
        /// Its case number.
        topic: CaseNo,
        /// What its slip says.
        slip: Slip,
        /// Who brings it up.
        proposers: Vec<Proposer>,
    },
    /// A slip is put right; all as given here from now on.
    SlipAmended {
        /// Which topic.
        topic: CaseNo,
        /// What its slip says.
        slip: Slip,
    },
    /// A topic is given a class.
    TopicClassified {
        /// Which.
        topic: CaseNo,
        /// The class.
        class: Class,
    },
    /// More people sign a topic (联名).
    ProposersJoined {
        /// Which.
        topic: CaseNo,
        /// They.
        proposers: Vec<Proposer>,
    },
    /// A topic is screened (审定); the latest screening counts.
    TopicScreened {
        /// Which.
        topic: CaseNo,
        /// What was decided.
        decision: Decision,
        /// Who approved it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approver: Option<String>,
    },
    /// Topics become part of another one (归并), which every one of their proposers then stands
    /// behind.
    TopicsMerged {
        /// The one that stays.
        into: CaseNo,
        /// The others.
        topics: Vec<CaseNo>,
    },
    /// A topic is parted again from the one it was merged into, and takes its proposers along.
    TopicParted {
        /// Which.
        topic: CaseNo,
    },
    /// A topic is taken back (撤回).
    TopicWithdrawn {
        /// Which.
        topic: CaseNo,
        /// Why.
        why: String,
    },
    /// Proposers are told what became of their topic so far (答复).
    ProposersAnswered {
        /// Which topic.
        topic: CaseNo,
        /// Who was told.
        names: Vec<String>,
        /// How, and what.
        how: String,
    },
    /// A topic follows this procedure from now on, from its first stage.
    ProcedureChosen {
        /// Which topic.
        topic: CaseNo,
        /// The procedure, by the name of its file.
        procedure: String,
    },
    /// A topic enters a stage of its procedure.
    StageEntered {
        /// Which topic.
        topic: CaseNo,
        /// The stage, counted from 1.
        stage: u32,
        /// Why it enters though something is lacking, or out of order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
    },
    /// The community says what it calls the stages of a procedure that leaves them open (五事).
    StagesNamed {
        /// The procedure, by the name of its file.
        procedure: String,
        /// The names, one for each stage.
        names: Vec<String>,
    },
    /// Parts of a topic's survey record are written (调研记录); those not given stay.
    SurveyWritten {
        /// Which topic.
        topic: CaseNo,
        /// The parts and what is written of them; nothing takes a part away.
        parts: Vec<(SurveyPart, String)>,
    },
    /// A household visit or a policy briefing.
    OutingMade(Outing),
    /// A topic may be consulted on though its survey is not complete.
    SurveyWaived {
        /// Which.
        topic: CaseNo,
        /// Why.
        why: String,
    },
    /// A unit is charged with handling a topic (交办).
    TopicAssigned {
        /// Which.
        topic: CaseNo,
        /// The lead unit (主办).
        unit: String,
        /// Co-handling units (会办).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        with: Vec<String>,
        /// Last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
    },
    /// What became of a topic is made public (公示).
    TopicPosted {
        /// Which.
        topic: CaseNo,
        /// First day.
        from: NaiveDate,
        /// Last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// What, or where.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// What came of a topic is reported (办理结果); the latest counts.
    TopicResulted {
        /// Which.
        topic: CaseNo,
        /// The class of the result.
        class: ResultClass,
        /// What was done, or why not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Somebody who brought a topic up rates it (评价). Dissatisfaction reopens the topic.
    TopicRated {
        /// Which.
        topic: CaseNo,
        /// Whose rating.
        name: String,
        /// Of the handling.
        handling: Satisfaction,
        /// Of the result.
        result: Satisfaction,
        /// In their words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// A place with members is entered, or put right by its name.
    StationEntered(StationCard),
    /// Who is on duty somewhere on a day; nobody takes the day off the roster.
    DutySet {
        /// The place, by name.
        station: String,
        /// When.
        day: DutyDay,
        /// They, by key in the ledger.
        people: Vec<String>,
    },
    /// A call goes out to members (吹哨).
    CalledOut {
        /// Its number.
        call: CallNo,
        /// What it says.
        out: CallOut,
    },
    /// A member reports in (报到).
    ReportedIn {
        /// To which call.
        call: CallNo,
        /// Which member: by key, after `COMMUNITY/` where they are another community's.
        member: String,
    },
    /// A call ends.
    CallClosed {
        /// Which.
        call: CallNo,
        /// How.
        how: String,
    },
}
