//! Who spoke how long by capacity, and how the opinions on each item are divided.

use std::collections::BTreeMap;

use serde::Serialize;

use super::role_name;
use crate::domain::heard::{heard, tally};
use crate::domain::item::Item;
use crate::domain::session::Session;
use crate::report::codes;

/// The figures of a meeting.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Finished turns.
    pub turns: u32,
    /// Seconds of them.
    pub seconds: u32,
    /// By capacity, the longest first.
    pub roles: Vec<OfRole>,
    /// By person, the longest first; who never had the floor is left out.
    pub people: Vec<OfPerson>,
    /// Numbers of those in the room who were not heard.
    pub silent: Vec<u32>,
    /// By item, in agenda order.
    pub items: Vec<OfItem>,
}

/// One capacity.
#[derive(Debug, Serialize)]
pub struct OfRole {
    /// Which.
    pub role: &'static str,
    /// In words of its own, when `role` is `other`.
    pub role_name: Option<String>,
    /// People who signed in.
    pub people: u32,
    /// Finished turns.
    pub turns: u32,
    /// Seconds of them.
    pub seconds: u32,
    /// Share of all seconds, in thousandths.
    pub share: u32,
}

/// One person.
#[derive(Debug, Serialize)]
pub struct OfPerson {
    /// Number in this meeting.
    pub person: u32,
    /// Finished turns.
    pub turns: u32,
    /// Seconds of them.
    pub seconds: u32,
    /// Share of all seconds, in thousandths.
    pub share: u32,
}

/// One item.
#[derive(Debug, Serialize)]
pub struct OfItem {
    /// Place on the agenda, from 1.
    pub place: usize,
    /// Finished turns.
    pub turns: u32,
    /// Seconds of them.
    pub seconds: u32,
    /// Opinions that stand.
    pub opinions: u32,
    /// Those of each position.
    pub stances: BTreeMap<&'static str, u32>,
    /// Those that state none.
    pub unstated: u32,
}

pub(super) fn figures(session: &Session) -> Figures {
    let heard = heard(session, None);
    Figures {
        turns: heard.whole.turns,
        seconds: heard.whole.seconds,
        roles: heard
            .roles
            .iter()
            .map(|(role, spoken)| OfRole {
                role: codes::role(role),
                role_name: role_name(role),
                people: spoken.people,
                turns: spoken.turns,
                seconds: spoken.seconds,
                share: spoken.share,
            })
            .collect(),
        people: heard
            .people
            .iter()
            .map(|(person, spoken)| OfPerson {
                person: person.0,
                turns: spoken.turns,
                seconds: spoken.seconds,
                share: spoken.share,
            })
            .collect(),
        silent: heard.silent.iter().map(|person| person.0).collect(),
        items: session.agenda().enumerate().map(|(at, item)| of(session, item, at + 1)).collect(),
    }
}

fn of(session: &Session, item: &Item, place: usize) -> OfItem {
    let tally = tally(session, item);
    let stances = tally.parts().filter_map(|(stance, count)| Some((codes::stance(stance?), count)));
    OfItem {
        place,
        turns: tally.turns,
        seconds: tally.seconds,
        opinions: tally.opinions(),
        stances: stances.collect(),
        unstated: tally.unstated,
    }
}
