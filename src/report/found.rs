//! What was searched for, where it stands in a meeting: who said or promised it, and when.

use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::domain::session::Session;
use crate::phrase;
use crate::text::width::clean;
use crate::text::words::Words;

/// A place in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The line, counted from 0.
    pub seq: u64,
    /// When it happened.
    pub at: Moment,
    /// What the record says there, with who said it; safe for a terminal.
    pub told: String,
}

/// Those of the numbered lines in which all of `wanted` (in lower case) really stands, in words
/// somebody recorded or in the name of whoever said them. What was undone is left out.
#[must_use]
pub fn hits(words: &Words, meeting: &Meeting, lines: &[usize], wanted: &[String]) -> Vec<Hit> {
    let standing = meeting.standing();
    let session = meeting.session();
    let mut hits = Vec::new();
    for index in lines.iter().copied().filter(|index| standing.get(*index) == Some(&true)) {
        let Some(line) = meeting.lines().get(index) else { continue };
        for event in &line.events {
            if holds(session, event, wanted) {
                let told = clean(&phrase::event(words, session, event)).into_owned();
                hits.push(Hit { seq: line.seq, at: line.at, told });
            }
        }
    }
    hits
}

fn holds(session: &Session, event: &Event, wanted: &[String]) -> bool {
    let mut texts = recorded(event);
    texts.extend(whose(event).map(|person| session.name_of(person)));
    let texts: Vec<String> = texts.into_iter().map(str::to_lowercase).collect();
    wanted.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Whose words an event holds.
fn whose(event: &Event) -> Option<PersonId> {
    match event {
        Event::OpinionRecorded { person, .. } => Some(*person),
        Event::Parked { person, .. } => *person,
        _ => None,
    }
}

/// The words that somebody recorded in an event.
fn recorded(event: &Event) -> Vec<&str> {
    match event {
        Event::Created(setup) => {
            let agenda = setup.agenda.iter().map(|item| item.title.as_str());
            let about = [Some(setup.title.as_str()), setup.place.as_deref()];
            about.into_iter().flatten().chain(agenda).collect()
        }
        Event::SetupChanged { title, place, .. } => {
            [Some(title.as_str()), place.as_deref()].into_iter().flatten().collect()
        }
        Event::PersonExpected { name, household, .. } | Event::Joined { name, household, .. } => {
            [Some(name.as_str()), household.as_deref()].into_iter().flatten().collect()
        }
        Event::PapersListed { papers } => papers.iter().map(String::as_str).collect(),
        Event::ItemAdded { title, .. } | Event::ItemChanged { title, .. } => vec![title],
        Event::ItemClosed { why, .. } | Event::ExpectationDropped { why, .. } => {
            why.as_deref().into_iter().collect()
        }
        Event::OpinionRecorded { text, .. }
        | Event::OpinionAmended { text, .. }
        | Event::QuestionAnswered { text, .. }
        | Event::ResolutionDrafted { text, .. }
        | Event::ResolutionAmended { text, .. }
        | Event::ObjectionRaised { text, .. }
        | Event::PointMade { text, .. }
        | Event::PointAmended { text, .. }
        | Event::Parked { text, .. }
        | Event::Noted { text, .. } => vec![text],
        Event::HandsCounted { question, .. } | Event::Counted { question, .. } => {
            question.as_deref().into_iter().collect()
        }
        Event::ActionAgreed { what, owner, test, .. }
        | Event::ActionAmended { what, owner, test, .. } => {
            [Some(what.as_str()), owner.as_deref(), test.as_deref()].into_iter().flatten().collect()
        }
        Event::RulesAdopted { rules } => {
            [Some(rules.name.as_str()), rules.name_en.as_deref()].into_iter().flatten().collect()
        }
        Event::ProcedureAdopted { procedure, .. } => {
            let names = [Some(procedure.name.as_str()), procedure.name_en.as_deref()];
            names.into_iter().flatten().collect()
        }
        Event::TopicLinked { link, .. } => {
            link.proposers.iter().chain(&link.despite).map(String::as_str).collect()
        }
        Event::ActionDropped { why, .. } | Event::SurveyWaived { why, .. } => vec![why],
        Event::ParkedSettled { how, .. } | Event::ObjectionResolved { how, .. } => vec![how],
        Event::ItemCarried { why, .. } => why.as_deref().into_iter().collect(),
        Event::TakenOver { .. }
        | Event::NoticeGiven { .. }
        | Event::Opened
        | Event::SurveyFound { .. }
        | Event::Paused
        | Event::Resumed
        | Event::Closed { .. }
        | Event::Returned { .. }
        | Event::Left { .. }
        | Event::PersonCorrected { .. }
        | Event::ItemMoved { .. }
        | Event::EndSet { .. }
        | Event::ItemRemoved { .. }
        | Event::ItemOpened { .. }
        | Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::HandMoved { .. }
        | Event::ListClosed
        | Event::ListReopened
        | Event::ChairGiven { .. }
        | Event::ChairTakenBack
        | Event::FloorGiven { .. }
        | Event::FloorEnded
        | Event::OpinionWithdrawn { .. }
        | Event::OpinionEndorsed { .. }
        | Event::QuestionReopened { .. }
        | Event::PointJoined { .. }
        | Event::PointParted { .. }
        | Event::PointDissolved { .. }
        | Event::PointEndorsed { .. }
        | Event::OpinionReserved { .. }
        | Event::OpinionMoved { .. }
        | Event::OpinionSetAside { .. }
        | Event::ParkedTakenUp { .. }
        | Event::ResolutionWithdrawn { .. }
        | Event::ThresholdSet { .. }
        | Event::MethodChosen { .. }
        | Event::ResultAnnounced { .. }
        | Event::ReadBackBegan
        | Event::Confirmed { .. }
        | Event::Reverted { .. }
        | Event::Reinstated { .. } => Vec::new(),
    }
}
