//! Stations with their rosters, and calls that members report in to (社区吹哨、委员报到).

use std::collections::BTreeSet;

use super::text::{some_words, words};
use super::{AffairRefusal, Blank, Ground};
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::nearness::MOST_CALLED;
use crate::domain::station::{
    Call, CallNo, CallOut, CalledMember, DutyDay, StationCard, StationKind,
};
use crate::domain::topic::CaseNo;

/// Why something about a station or a call is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallRefusal {
    /// There is no such station.
    NoSuchStation(String),
    /// The community does not know somebody of this key.
    NobodyKnown(String),
    /// A studio, station or room groups no communities; an area does.
    NotAnArea(String),
    /// An area groups communities, and none is named.
    NoCommunities(String),
    /// It is so already.
    NoChange,
    /// No member is known who could be called.
    NobodyToCall,
    /// More are called than one call may go out to.
    TooMany(usize),
    /// There is no such call.
    NoSuchCall(CallNo),
    /// The call has ended.
    Closed(CallNo),
    /// They were not called.
    NotCalled {
        /// The call.
        call: CallNo,
        /// Who; a key, or a name where nobody is known by it.
        member: String,
    },
    /// They reported in already.
    AlreadyReported {
        /// The call.
        call: CallNo,
        /// Their name.
        name: String,
    },
}

type Verdict = Result<Vec<LedgerEvent>, AffairRefusal>;

fn refused<T>(refusal: CallRefusal) -> Result<T, AffairRefusal> {
    Err(AffairRefusal::Call(refusal))
}

/// The keys, each once, of people the community knows.
fn known(ledger: &Ledger, keys: &[String]) -> Result<Vec<String>, AffairRefusal> {
    let mut found: Vec<String> = Vec::new();
    for key in keys {
        if !ledger.people.contains_key(key) {
            return refused(CallRefusal::NobodyKnown(key.clone()));
        }
        if !found.contains(key) {
            found.push(key.clone());
        }
    }
    Ok(found)
}

/// A place with members is entered, or put right by its name. Its members are people the community
/// knows; an area, and nothing else, groups communities.
pub fn entering_station(ledger: &Ledger, card: &StationCard) -> Verdict {
    let name = words(&card.name, Blank::StationName)?;
    let mut communities: Vec<String> = Vec::new();
    for community in &card.communities {
        if !communities.contains(community) {
            communities.push(community.clone());
        }
    }
    match (card.kind, communities.is_empty()) {
        (StationKind::Area, true) => return refused(CallRefusal::NoCommunities(name)),
        (StationKind::Area, false) | (_, true) => {}
        (_, false) => return refused(CallRefusal::NotAnArea(name)),
    }
    let card = StationCard {
        name,
        kind: card.kind,
        sector: some_words(card.sector.as_deref())?,
        place: some_words(card.place.as_deref())?,
        members: known(ledger, &card.members)?,
        communities,
    };
    if ledger.stations.get(&card.name).is_some_and(|before| before.card == card) {
        return refused(CallRefusal::NoChange);
    }
    Ok(vec![LedgerEvent::StationEntered(card)])
}

/// Who is on duty on a day; nobody takes the day off the roster.
pub fn setting_duty(ledger: &Ledger, station: &str, day: DutyDay, people: &[String]) -> Verdict {
    let Some(known_station) = ledger.stations.get(station.trim()) else {
        return refused(CallRefusal::NoSuchStation(station.trim().to_owned()));
    };
    let people = known(ledger, people)?;
    let before = known_station.duties.iter().find(|(known, _)| *known == day);
    if before.map_or(&[][..], |(_, before)| before.as_slice()) == people.as_slice() {
        return refused(CallRefusal::NoChange);
    }
    Ok(vec![LedgerEvent::DutySet { station: known_station.card.name.clone(), day, people }])
}

/// A call goes out, with a reason, to somebody. An emergency takes its topic to the stage that its
/// procedure has for that, without what lies between.
pub fn calling_out(ledger: &Ledger, ground: &Ground, out: &CallOut) -> Verdict {
    let reason = words(&out.reason, Blank::CallReason)?;
    let members = called(ledger, &out.members)?;
    let topic = match &out.topic {
        None => None,
        Some(case) => Some(standing_case(ledger, case)?),
    };
    let out = CallOut {
        reason: reason.clone(),
        topic: topic.clone(),
        place: some_words(out.place.as_deref())?,
        grid: some_words(out.grid.as_deref())?,
        urgent: out.urgent,
        members,
    };
    let urgent = out.urgent;
    let call = ledger.next_call(&ground.device);
    let mut events = vec![LedgerEvent::CalledOut { call, out }];
    if let Some(topic) = topic.filter(|_| urgent) {
        events.extend(emergency(ledger, ground, topic, reason));
    }
    Ok(events)
}

/// The topic that a number stands for now. One that is over is not called about.
fn standing_case(ledger: &Ledger, case: &CaseNo) -> Result<CaseNo, AffairRefusal> {
    let topic = ledger.standing(case).ok_or_else(|| AffairRefusal::NoSuchTopic(case.clone()))?;
    let state = topic.state();
    if state.is_over() {
        return Err(AffairRefusal::NotNow(topic.case.clone(), state));
    }
    Ok(topic.case.clone())
}

/// Those called, each once: people this community knows, or members of another one.
fn called(ledger: &Ledger, members: &[CalledMember]) -> Result<Vec<CalledMember>, AffairRefusal> {
    if members.is_empty() {
        return refused(CallRefusal::NobodyToCall);
    }
    let mut ids = BTreeSet::new();
    let mut called = Vec::new();
    for member in members {
        if member.community.is_none() && !ledger.people.contains_key(&member.key) {
            return refused(CallRefusal::NobodyKnown(member.name.clone()));
        }
        if ids.insert(member.id()) {
            called.push(member.clone());
        }
    }
    if called.len() > MOST_CALLED {
        return refused(CallRefusal::TooMany(called.len()));
    }
    Ok(called)
}

/// The stage for emergencies is entered, unless the topic is that far already.
fn emergency(
    ledger: &Ledger,
    ground: &Ground,
    topic: CaseNo,
    reason: String,
) -> Option<LedgerEvent> {
    let about = ledger.topics.get(&topic)?;
    let stage = ground.procedure_of(about)?.emergency?;
    (about.stage() < stage).then_some(LedgerEvent::StageEntered {
        topic,
        stage,
        despite: Some(reason),
    })
}

fn open_call<'a>(ledger: &'a Ledger, call: &CallNo) -> Result<&'a Call, AffairRefusal> {
    match ledger.calls.get(call) {
        None => refused(CallRefusal::NoSuchCall(call.clone())),
        Some(known) if known.closed.is_some() => refused(CallRefusal::Closed(call.clone())),
        Some(known) => Ok(known),
    }
}

/// A member reports in: one who was called, and once.
pub fn reporting_in(ledger: &Ledger, call: &CallNo, member: &str) -> Verdict {
    let known = open_call(ledger, call)?;
    let Some(called) = known.out.members.iter().find(|called| called.id() == member) else {
        let (call, member) = (call.clone(), member.to_owned());
        return refused(CallRefusal::NotCalled { call, member });
    };
    if known.reported.iter().any(|(reported, _)| reported == member) {
        let (call, name) = (call.clone(), called.name.clone());
        return refused(CallRefusal::AlreadyReported { call, name });
    }
    Ok(vec![LedgerEvent::ReportedIn { call: call.clone(), member: member.to_owned() }])
}

/// A call ends, and it is told how.
pub fn closing_call(ledger: &Ledger, call: &CallNo, how: &str) -> Verdict {
    open_call(ledger, call)?;
    Ok(vec![LedgerEvent::CallClosed { call: call.clone(), how: words(how, Blank::Ending)? }])
}
