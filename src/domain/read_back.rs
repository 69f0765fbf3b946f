//! Reading back (宣读) what was agreed: in which order, what is still missing, who confirmed it.
//!
//! Before a meeting closes, everything that was agreed is read out one by one, so that nobody learns
//! from the minutes what they are said to have promised.

use super::action::Lack;
use super::agreement::{Agreed, Confirmation, Resolution};
use super::item::{ItemState, Outcome};
use super::session::Session;

/// What something agreed still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// An action lacks this.
    Action(Lack),
    /// A resolution on which no hands were counted.
    NotVotedOn,
    /// A resolution that failed the show of hands.
    VotedDown,
}

/// Something agreed, as it is read out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'a> {
    /// What.
    pub what: Agreed,
    /// What it still lacks, the gravest first.
    pub gaps: Vec<Gap>,
    /// That it was confirmed.
    pub confirmed: Option<&'a Confirmation>,
}

/// Whether a resolution is one that was agreed on or still may be: it stands, and its item has not
/// ended without agreement.
fn is_read(session: &Session, resolution: &Resolution) -> bool {
    let state = session.item(resolution.item).map(|item| &item.state);
    let agreed = matches!(state, Some(ItemState::Open | ItemState::Closed(Outcome::Agreed, _)));
    agreed && !resolution.withdrawn
}

fn gaps_of(session: &Session, resolution: &Resolution) -> Vec<Gap> {
    match resolution.vote.and_then(|vote| session.vote(vote)) {
        None => vec![Gap::NotVotedOn],
        Some(vote) if !vote.carried => vec![Gap::VotedDown],
        Some(_) => Vec::new(),
    }
}

/// All that is to be read out, in order: item by item as on the agenda, its resolutions, then its
/// actions; last the actions that belong to no item. What was dropped is not read.
#[must_use]
pub fn readings(session: &Session) -> Vec<Reading<'_>> {
    let mut readings = Vec::new();
    for item in session.agenda() {
        let resolutions = item.resolutions.iter().filter_map(|id| session.resolution(*id));
        for resolution in resolutions.filter(|it| is_read(session, it)) {
            readings.push(Reading {
                what: Agreed::Resolution(resolution.id),
                gaps: gaps_of(session, resolution),
                confirmed: resolution.confirmed.as_ref(),
            });
        }
        actions(session, item.actions.iter().copied(), &mut readings);
    }
    let loose = session.actions.iter().filter(|action| action.item.is_none());
    actions(session, loose.map(|action| action.id), &mut readings);
    readings
}

fn actions<'a>(
    session: &'a Session,
    ids: impl Iterator<Item = super::ids::ActionId>,
    readings: &mut Vec<Reading<'a>>,
) {
    let standing = ids.filter_map(|id| session.action(id)).filter(|it| it.dropped.is_none());
    readings.extend(standing.map(|action| Reading {
        what: Agreed::Action(action.id),
        gaps: action.lacks().into_iter().map(Gap::Action).collect(),
        confirmed: action.confirmed.as_ref(),
    }));
}

/// The first thing that still has to be read out and confirmed.
#[must_use]
pub fn first_unconfirmed(session: &Session) -> Option<Agreed> {
    let unconfirmed = |reading: &Reading<'_>| reading.confirmed.is_none();
    readings(session).iter().find(|reading| unconfirmed(reading)).map(|reading| reading.what)
}
