//! Minutes for programs: the same as the Markdown, in JSON, dates in ISO form, in no language.
//!
//! Fields may be added, never renamed or removed, as long as `format` stays 1. Positions, outcomes
//! and the like are the words of [`super::codes`]. Opinions taken back and actions given up are
//! listed and marked, for programs can leave them out themselves.

mod deciding;
mod figures;
mod floor;
mod points;
mod topics;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::Serialize;

use self::figures::{Figures, figures};
use self::floor::{FloorRules, Spoke};
use self::topics::{OfProcedure, OfTopic};
use super::codes;
use super::json::pretty;
pub use deciding::{Areas, Decided, Objected};
use deciding::{needed, objections};

use super::people::{confirmed_by, proposers, recorders, sources, speaker};
use crate::domain::action::Action;
use crate::domain::agreement::{Confirmation, Resolution, Vote};
use crate::domain::event::Matter;
use crate::domain::expected::{Attendance, Expected, Standing, attendance};
use crate::domain::ids::PersonId;
use crate::domain::item::{Item, ItemState};
use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::open_matters;
use crate::domain::opinion::Opinion;
use crate::domain::people::{Participant, Role};
use crate::domain::session::Session;
use crate::phrase::{action_name, agreed_name, parked_name, point_name, resolution_name};

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Minutes {
    /// Version of this document's shape.
    pub format: u32,
    /// Id of the session within its community.
    pub session: String,
    /// Id of the community.
    pub community: String,
    /// Its name.
    pub community_name: String,
    /// What the meeting is called.
    pub title: String,
    /// The day it is held.
    pub date: NaiveDate,
    /// When it was to begin.
    pub starts: Option<NaiveTime>,
    /// Where.
    pub place: Option<String>,
    /// Who chairs.
    pub facilitator: Option<String>,
    /// Those who took the record: whoever was named for it, then others as they first wrote.
    pub recorders: Vec<String>,
    /// `prepared`, `running`, `paused` or `closed`.
    pub phase: &'static str,
    /// When it was opened.
    pub opened: Option<DateTime<FixedOffset>>,
    /// When it was closed.
    pub closed: Option<DateTime<FixedOffset>>,
    /// The latest entry, up to which clocks that run are read.
    pub as_of: Option<DateTime<FixedOffset>>,
    /// Seconds in session, pauses left out.
    pub seconds: u32,
    /// Lines of the record.
    pub lines: usize,
    /// The rules of the floor that were adopted.
    pub rules: Option<FloorRules>,
    /// The procedure that was adopted.
    pub procedure: Option<OfProcedure>,
    /// Who was expected.
    pub expected: Vec<Awaited>,
    /// Who signed in.
    pub people: Vec<Person>,
    /// When it is to end, if that was said.
    pub ends: Option<NaiveTime>,
    /// Who spoke how long, and how opinions are divided.
    pub figures: Figures,
    /// The agenda in its order.
    pub agenda: Vec<AgendaItem>,
    /// What was promised.
    pub actions: Vec<Promised>,
    /// When what was agreed began to be read out.
    pub read_back: Option<DateTime<FixedOffset>>,
    /// The parking list.
    pub parked: Vec<ParkedPoint>,
    /// The recorder's notes.
    pub notes: Vec<Noted>,
    /// What was left open on purpose when the meeting closed; before that, what is open now.
    pub left: Vec<LeftOpen>,
}

/// Somebody who was expected.
#[derive(Debug, Serialize)]
pub struct Awaited {
    /// Number among those expected.
    pub number: u32,
    /// Name.
    pub name: String,
    /// Capacity.
    pub role: &'static str,
    /// The capacity in words of its own, when `role` is `other`.
    pub role_name: Option<String>,
    /// The number they signed in under, if they came.
    pub person: Option<u32>,
    /// Why they could not come, if they said so.
    pub excused: Option<String>,
}

/// Somebody who signed in.
#[derive(Debug, Serialize)]
pub struct Person {
    /// Number in this meeting.
    pub number: u32,
    /// Name.
    pub name: String,
    /// Capacity.
    pub role: &'static str,
    /// The capacity in words of its own, when `role` is `other`.
    pub role_name: Option<String>,
    /// Whether they may vote.
    pub votes: bool,
    /// When they signed in.
    pub since: DateTime<FixedOffset>,
    /// When they left.
    pub left: Option<DateTime<FixedOffset>>,
    /// Finished turns.
    pub turns: u32,
    /// Seconds of them.
    pub seconds: u32,
    /// Opinions recorded, those taken back included.
    pub opinions: u32,
}

/// An item of the agenda and what happened under it.
#[derive(Debug, Serialize)]
pub struct AgendaItem {
    /// Place on the agenda, from 1.
    pub place: usize,
    /// What it is about.
    pub title: String,
    /// The topic of the community that it is about.
    pub topic: Option<OfTopic>,
    /// Minutes planned.
    pub planned_minutes: Option<u32>,
    /// Seconds spent, pauses left out.
    pub seconds: u32,
    /// `waiting`, `open` or `closed`.
    pub state: &'static str,
    /// How it ended.
    pub outcome: Option<&'static str>,
    /// Why.
    pub why: Option<String>,
    /// Turns that have ended.
    pub turns: Vec<Spoke>,
    /// What it came down to.
    pub points: Vec<points::Consolidated>,
    /// What was said.
    pub opinions: Vec<Said>,
    /// What was put into words; consultation opinions, not statutory votes.
    pub resolutions: Vec<Resolved>,
    /// Every show of hands, in order.
    pub votes: Vec<Counted>,
    /// Objections raised under it.
    pub objections: Vec<Objected>,
    /// Actions agreed under it: `A1` …
    pub actions: Vec<String>,
}

/// An opinion.
#[derive(Debug, Serialize)]
pub struct Said {
    /// Its number.
    pub number: u32,
    /// Number of whoever said it.
    pub person: u32,
    /// Their name.
    pub name: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Position taken.
    pub stance: Option<&'static str>,
    /// The words.
    pub text: String,
    /// Names of those who share it.
    pub endorsed: Vec<String>,
    /// For a question, the answer.
    pub answer: Option<String>,
    /// A question nobody has answered.
    pub awaits_answer: bool,
    /// Taken back by its author.
    pub withdrawn: bool,
    /// Put right after it was first taken down.
    pub amended: bool,
    /// What became of it besides.
    #[serde(flatten)]
    pub fate: points::Fate,
}

/// A resolution.
#[derive(Debug, Serialize)]
pub struct Resolved {
    /// `R1` …
    pub number: String,
    /// The words.
    pub text: String,
    /// Dropped.
    pub withdrawn: bool,
    /// Number of the count that is valid for it.
    pub vote: Option<u32>,
    /// That it was read out in these words and confirmed.
    pub confirmed: Option<ReadOut>,
}

/// That something was read out and confirmed.
#[derive(Debug, Serialize)]
pub struct ReadOut {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Names of those who said so; nobody when the room did not object.
    pub by: Vec<String>,
}

/// A count.
#[derive(Debug, Serialize)]
pub struct Counted {
    /// Its number.
    pub number: u32,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The resolution it was about.
    pub resolution: Option<String>,
    /// Or the question put.
    pub question: Option<String>,
    /// In favour.
    #[serde(rename = "for")]
    pub favour: u32,
    /// Against.
    pub against: u32,
    /// Abstaining.
    pub abstain: u32,
    /// Those present who may vote.
    pub present: u32,
    /// What carries.
    pub threshold: &'static str,
    /// The fewest hands in favour that carry.
    pub needed: u64,
    /// Whether it carried.
    pub carried: bool,
    /// Who counted.
    pub counter: String,
    /// How it was decided, and what it comes to.
    #[serde(flatten)]
    pub decided: Decided,
}

/// An action.
#[derive(Debug, Serialize)]
pub struct Promised {
    /// `A1` …
    pub number: String,
    /// What is to be done.
    pub what: String,
    /// Lead unit or person.
    pub owner: Option<String>,
    /// Last day.
    pub due: Option<NaiveDate>,
    /// Acceptance test.
    pub test: Option<String>,
    /// Opinions it answers, those of its points included.
    pub opinions: Vec<u32>,
    /// Points it answers.
    pub points: Vec<String>,
    /// Names of those who voiced them.
    pub proposers: Vec<String>,
    /// Given up, and why.
    pub dropped: Option<String>,
    /// That it was read out as it stands and confirmed.
    pub confirmed: Option<ReadOut>,
    /// What it lacks.
    pub lacks: Vec<&'static str>,
    /// Where it stands by the ledger.
    pub state: &'static str,
    /// News of it, oldest first.
    pub reports: Vec<Reported>,
}

/// News of an action.
#[derive(Debug, Serialize)]
pub struct Reported {
    /// When it was entered.
    pub at: DateTime<FixedOffset>,
    /// By whom.
    pub by: String,
    /// Where the action stood then.
    pub state: &'static str,
    /// What was done.
    pub note: Option<String>,
}

/// A parked point.
#[derive(Debug, Serialize)]
pub struct ParkedPoint {
    /// `P1` …
    pub number: String,
    /// Who brought it up.
    pub name: Option<String>,
    /// The point.
    pub text: String,
    /// How it was settled.
    pub settled: Option<String>,
    /// Place on the agenda of the item it became.
    pub taken_up: Option<usize>,
}

/// A note.
#[derive(Debug, Serialize)]
pub struct Noted {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Place on the agenda of the item during which it was noted.
    pub place: Option<usize>,
    /// The note.
    pub text: String,
}

/// Something left open.
#[derive(Debug, Serialize)]
pub struct LeftOpen {
    /// `item`, `question`, `action`, `parked` or `confirmation`.
    pub kind: &'static str,
    /// Which: the item's place, the opinion's number, `R1`, `A1`, `P1`.
    pub number: String,
    /// What an action lacks.
    pub lacks: Option<&'static str>,
}

/// The minutes in JSON. `session_id` is the id of the session within its community.
#[must_use]
pub fn json(meeting: &Meeting, ledger: &Ledger, session_id: &str) -> String {
    pretty(&document(meeting, ledger, session_id))
}

fn document(meeting: &Meeting, ledger: &Ledger, session_id: &str) -> Minutes {
    let session = meeting.session();
    let setup = &session.setup;
    let now = meeting.lines().last().map(|line| line.at);
    let seconds = |watch: &crate::domain::stopwatch::Stopwatch| now.map_or(0, |at| watch.read(at));
    let left = if session.closed.is_some() { session.left.clone() } else { open_matters(session) };
    Minutes {
        format: 1,
        session: session_id.to_owned(),
        community: setup.community.clone(),
        community_name: setup.community_name.clone(),
        title: setup.title.clone(),
        date: setup.on,
        starts: setup.starts,
        place: setup.place.clone(),
        facilitator: setup.facilitator.clone(),
        recorders: recorders(meeting),
        phase: codes::phase(session.phase),
        opened: session.opened,
        closed: session.closed,
        as_of: now,
        seconds: seconds(&session.watch),
        lines: meeting.lines().len(),
        rules: floor::rules(session),
        procedure: topics::procedure(session),
        expected: expected(session),
        people: session.people.iter().map(|person| of_person(person)).collect(),
        ends: session.ends,
        figures: figures(session),
        agenda: session
            .agenda()
            .enumerate()
            .map(|(at, item)| of_item(session, item, at + 1, seconds(&item.watch)))
            .collect(),
        actions: session
            .actions
            .iter()
            .map(|action| of_action(session, action, ledger, session_id))
            .collect(),
        read_back: session.read_back,
        parked: session
            .parked
            .iter()
            .map(|parked| ParkedPoint {
                number: parked_name(parked.id),
                name: parked.person.map(|person| speaker(session, person)),
                text: parked.text.to_string(),
                settled: parked.settled.as_deref().map(str::to_owned),
                taken_up: parked.taken_up.and_then(|item| session.place_of(item)),
            })
            .collect(),
        notes: session
            .notes
            .iter()
            .map(|note| Noted {
                at: note.at,
                place: note.item.and_then(|item| session.place_of(item)),
                text: note.text.to_string(),
            })
            .collect(),
        left: left.iter().map(|matter| of_matter(session, *matter)).collect(),
    }
}

fn expected(session: &Session) -> Vec<Awaited> {
    let attendance = attendance(session);
    let listed = session.expected.iter().filter(|expected| expected.is_listed());
    listed.map(|expected| of_expected(expected, &attendance)).collect()
}

fn of_expected(expected: &Expected, attendance: &Attendance) -> Awaited {
    let came = attendance.came.iter().find(|(id, _)| *id == expected.id);
    Awaited {
        number: expected.id.0,
        name: expected.name.clone(),
        role: codes::role(&expected.role),
        role_name: role_name(&expected.role),
        person: came.map(|(_, person)| person.0),
        excused: match &expected.standing {
            Standing::Excused(why) => Some(why.clone()),
            Standing::Expected | Standing::Dropped => None,
        },
    }
}

fn role_name(role: &Role) -> Option<String> {
    match role {
        Role::Other(words) => Some(words.clone()),
        _ => None,
    }
}

fn read_out(session: &Session, confirmed: Option<&Confirmation>) -> Option<ReadOut> {
    confirmed.map(|it| ReadOut { at: it.at, by: confirmed_by(session, it) })
}

fn of_person(person: &Participant) -> Person {
    Person {
        number: person.id.0,
        name: person.name.clone(),
        role: codes::role(&person.role),
        role_name: role_name(&person.role),
        votes: person.role.votes(),
        since: person.since,
        left: person.left,
        turns: person.turns,
        seconds: person.spoken,
        opinions: person.opinions,
    }
}

fn names(session: &Session, people: &[PersonId]) -> Vec<String> {
    people.iter().map(|person| speaker(session, *person)).collect()
}

fn of_item(session: &Session, item: &Item, place: usize, seconds: u32) -> AgendaItem {
    let (state, outcome, why) = match &item.state {
        ItemState::Waiting => ("waiting", None, None),
        ItemState::Open => ("open", None, None),
        ItemState::Closed(outcome, why) => ("closed", Some(codes::outcome(*outcome)), why.clone()),
    };
    let opinions = item.opinions.iter().filter_map(|id| session.opinion(*id));
    let resolutions = item.resolutions.iter().filter_map(|id| session.resolution(*id));
    let votes = item.votes.iter().filter_map(|id| session.vote(*id));
    AgendaItem {
        place,
        title: item.title.to_string(),
        topic: topics::topic(item),
        planned_minutes: item.minutes,
        seconds,
        state,
        outcome,
        why,
        turns: floor::turns(session, item),
        points: points::of_points(session, item),
        opinions: opinions.map(|opinion| of_opinion(session, opinion)).collect(),
        resolutions: resolutions.map(|it| of_resolution(session, it)).collect(),
        votes: votes.map(of_vote).collect(),
        objections: objections(session, item.id),
        actions: item.actions.iter().map(|id| action_name(*id)).collect(),
    }
}

fn of_opinion(session: &Session, opinion: &Opinion) -> Said {
    Said {
        number: opinion.id.0,
        person: opinion.person.0,
        name: speaker(session, opinion.person),
        at: opinion.at,
        stance: opinion.stance.map(codes::stance),
        text: opinion.text.to_string(),
        endorsed: names(session, &opinion.endorsed),
        answer: opinion.answer.as_deref().map(str::to_owned),
        awaits_answer: opinion.awaits_answer(),
        withdrawn: opinion.withdrawn,
        amended: opinion.amended,
        fate: points::of_fate(session, opinion),
    }
}

fn of_resolution(session: &Session, resolution: &Resolution) -> Resolved {
    Resolved {
        number: resolution_name(resolution.id),
        text: resolution.text.to_string(),
        withdrawn: resolution.withdrawn,
        vote: resolution.vote.map(|vote| vote.0),
        confirmed: read_out(session, resolution.confirmed.as_ref()),
    }
}

fn of_vote(vote: &Vote) -> Counted {
    Counted {
        number: vote.id.0,
        at: vote.at,
        resolution: vote.resolution.map(resolution_name),
        question: vote.question.as_deref().map(str::to_owned),
        favour: vote.hands.favour,
        against: vote.hands.against,
        abstain: vote.hands.abstain,
        present: vote.present,
        threshold: codes::threshold(vote.threshold),
        needed: needed(vote),
        carried: vote.carried,
        counter: vote.counter.clone(),
        decided: Decided::of(vote),
    }
}

fn of_action(session: &Session, action: &Action, ledger: &Ledger, session_id: &str) -> Promised {
    let reports = ledger.reports_of(session_id, action.id);
    Promised {
        number: action_name(action.id),
        what: action.what.to_string(),
        owner: action.owner.as_deref().map(str::to_owned),
        due: action.due,
        test: action.test.as_deref().map(str::to_owned),
        opinions: sources(session, action).iter().map(|opinion| opinion.id.0).collect(),
        points: action.from_points.iter().map(|point| point_name(*point)).collect(),
        proposers: proposers(session, action),
        dropped: action.dropped.as_deref().map(str::to_owned),
        confirmed: read_out(session, action.confirmed.as_ref()),
        lacks: action.lacks().into_iter().map(codes::lack).collect(),
        state: codes::action_state(ledger.state_of(session_id, action.id)),
        reports: reports
            .iter()
            .map(|report| Reported {
                at: report.at,
                by: report.by.clone(),
                state: codes::action_state(report.state),
                note: report.note.clone(),
            })
            .collect(),
    }
}

fn of_matter(session: &Session, matter: Matter) -> LeftOpen {
    let (kind, number, lacks) = match matter {
        Matter::ItemNotReached(item) => {
            let place = session.place_of(item).unwrap_or(item.0 as usize);
            ("item", place.to_string(), None)
        }
        Matter::Question(opinion) => ("question", opinion.to_string(), None),
        Matter::ActionLacks(action, lack) => {
            ("action", action_name(action), Some(codes::lack(lack)))
        }
        Matter::Parked(parked) => ("parked", parked_name(parked), None),
        Matter::Unconfirmed(what) => ("confirmation", agreed_name(what), None),
    };
    LeftOpen { kind, number, lacks }
}
