//! What people type about a community between its meetings, turned into what can be asked of its
//! ledger: the same for the board, for a file and for a pipe.
//!
//! `/登记 楼道堆物；提出：王小明、李强；地点：3栋`: a verb, its text, then fields. Half- and full-width
//! marks mean the same.

pub mod calls;
mod choosing;
pub mod complete;
pub mod fields;
pub mod misread;
mod moment;
mod naming;
mod outings;
mod progress;
mod slips;
pub mod verb;

use chrono::NaiveDate;

use super::directory::Directory;
use super::verb::Found;
use super::{MOST_LINE, is_command_mark};
use crate::domain::affairs::{Affair, Ground};
use crate::domain::exclusion::Exclusion;
use crate::domain::ledger::Ledger;
use crate::domain::nearness::CallRequest;
use crate::domain::topic::CaseNo;

pub use choosing::{Unchosen, choose, class, level, source};
pub use complete::complete;
pub use misread::AffairMisread;
pub use moment::{Given, leading_moment};
pub use naming::{past_day, procedure};
pub use slips::{excluded, origin, proposers};
use verb::AffairVerb;

/// A meeting of the community that a line may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingChoice {
    /// Its id within the community.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The day it is held.
    pub on: NaiveDate,
}

/// What a line means depends on what the community knows, and the day.
#[derive(Debug, Clone, Copy)]
pub struct AffairContext<'a> {
    /// What is known of topics.
    pub ledger: &'a Ledger,
    /// Procedures and rules.
    pub ground: &'a Ground,
    /// Whom one can name.
    pub people: &'a Directory,
    /// The day that is written about; never one to come.
    pub today: NaiveDate,
    /// Grounds on which topics are not dealt with.
    pub exclusions: &'a [Exclusion],
    /// The community's meetings.
    pub meetings: &'a [MeetingChoice],
    /// All communities, each by id and name.
    pub communities: &'a [(String, String)],
}

/// A line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AffairEntry {
    /// For the ledger.
    Affair(Affair),
    /// For a meeting: put a topic on its agenda.
    Schedule {
        /// Which topic.
        topic: CaseNo,
        /// The meeting, by its id within the community.
        session: String,
        /// Minutes that are planned for it.
        minutes: Option<u32>,
        /// Why, though something is lacking.
        despite: Option<String>,
    },
    /// Call members; who is nearest is found out when that is carried out.
    Call(CallRequest),
    /// Take this device's latest line back.
    TakeBack,
    /// Show the help.
    Help,
}

type Read<T> = Result<T, AffairMisread>;

/// Understands one line of a ledger.
///
/// # Errors
/// The [`AffairMisread`] that says what could not be understood.
pub fn read(line: &str, context: AffairContext<'_>) -> Result<AffairEntry, AffairMisread> {
    let line =
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    let given = line.chars().count();
    if given > MOST_LINE {
        let begins = line.chars().take(20).collect();
        return Err(AffairMisread::TooLong { given, most: MOST_LINE, begins });
    }
    let mut chars = line.chars();
    match chars.next() {
        None => Err(AffairMisread::Empty),
        Some(c) if is_command_mark(c) => read_verb(chars.as_str().trim_start(), context),
        Some(_) => Err(AffairMisread::NoVerb(line.to_owned())),
    }
}

fn read_verb(text: &str, context: AffairContext<'_>) -> Read<AffairEntry> {
    // `/登记；…`: a mark may follow the verb at once.
    let first = || {
        let ends = |c: char| c.is_whitespace() || fields::parts_fields(c);
        text.split(ends).next().unwrap_or_default().to_owned()
    };
    match verb::find(text) {
        Found::Unknown => Err(AffairMisread::UnknownVerb(first())),
        Found::Several(verbs) => Err(AffairMisread::SeveralVerbs(first(), verbs)),
        Found::Verb(verb, rest) => entry(verb, rest.trim(), context),
    }
}

/// What a verb and what follows it ask for.
fn entry(verb: AffairVerb, rest: &str, context: AffairContext<'_>) -> Read<AffairEntry> {
    let affair = match verb {
        AffairVerb::Undo if bare(rest).is_empty() => return Ok(AffairEntry::TakeBack),
        AffairVerb::Undo => return Err(AffairMisread::TooMuch(verb, rest.to_owned())),
        AffairVerb::Help => return Ok(AffairEntry::Help),
        AffairVerb::Schedule => return progress::schedule(rest, context),
        AffairVerb::Station
        | AffairVerb::Duty
        | AffairVerb::CallOut
        | AffairVerb::ReportIn
        | AffairVerb::EndCall => return calls::entry(verb, rest, context),
        AffairVerb::Raise => slips::raise(rest, context)?,
        AffairVerb::Amend => slips::amend(rest, context)?,
        AffairVerb::Join => slips::join(rest, context)?,
        AffairVerb::Screen => slips::screen(rest, context)?,
        AffairVerb::Merge => slips::merge(rest, context)?,
        AffairVerb::Part => slips::part(rest, context)?,
        AffairVerb::Withdraw => slips::withdraw(rest, context)?,
        AffairVerb::Answer => progress::answer(rest, context)?,
        AffairVerb::Procedure => progress::procedure(rest, context)?,
        AffairVerb::Stage => progress::stage(rest, context)?,
        AffairVerb::StageNames => progress::stage_names(rest, context)?,
        AffairVerb::Survey => outings::survey(rest, context)?,
        AffairVerb::Visit | AffairVerb::Briefing => outings::outing(verb, rest, context)?,
        AffairVerb::Waive => outings::waive(rest, context)?,
        AffairVerb::Assign => progress::assign(rest, context)?,
        AffairVerb::Post => progress::post(rest, context)?,
        AffairVerb::Result => progress::result(rest, context)?,
        AffairVerb::Rate => progress::rate(rest, context)?,
    };
    Ok(AffairEntry::Affair(affair))
}

/// The text without the marks that merely end a sentence.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "。.！!".contains(c))
}
