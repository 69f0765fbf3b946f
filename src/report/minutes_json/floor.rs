//! The rules of the floor and the turns.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::domain::item::{Called, HandKind, Item};
use crate::domain::session::Session;
use crate::report::people::speaker;

/// The rules that hold.
#[derive(Debug, Serialize)]
pub struct FloorRules {
    /// What they are called.
    pub name: String,
    /// `documented`, `adapted` or `own`.
    pub provenance: String,
    /// By what the next speaker is found.
    pub order: Vec<&'static str>,
    /// Seconds a turn may take, 0 for no limit.
    pub turn_seconds: u32,
    /// Turns a person may have on an item.
    pub turns_per_item: Option<u32>,
}

/// A turn that has ended.
#[derive(Debug, Serialize)]
pub struct Spoke {
    /// Number of the person.
    pub person: u32,
    /// Their name.
    pub name: String,
    /// From when.
    pub began: DateTime<FixedOffset>,
    /// Seconds, pauses left out.
    pub seconds: u32,
    /// `turn`, `reply` or `point_of_order`.
    pub kind: &'static str,
    /// `in_order`, `out_of_order`, `directly` or `past_limit`.
    pub called: &'static str,
    /// Who was next by the rules when somebody else was called.
    pub passed: Option<u32>,
}

/// The rules the meeting adopted.
pub(super) fn rules(session: &Session) -> Option<FloorRules> {
    let rules = &session.rules;
    rules.is_written().then(|| FloorRules {
        name: rules.name.clone(),
        provenance: rules.provenance.written().to_lowercase(),
        order: rules.order.iter().map(|criterion| criterion.written()).collect(),
        turn_seconds: session.turn_seconds(),
        turns_per_item: rules.turns_per_item,
    })
}

/// The turns of an item.
pub(super) fn turns(session: &Session, item: &Item) -> Vec<Spoke> {
    item.turns
        .iter()
        .map(|turn| Spoke {
            person: turn.person.0,
            name: speaker(session, turn.person),
            began: turn.began,
            seconds: turn.seconds,
            kind: match turn.kind {
                HandKind::Turn => "turn",
                HandKind::Reply => "reply",
                HandKind::PointOfOrder => "point_of_order",
            },
            called: match turn.called {
                Called::InOrder => "in_order",
                Called::OutOfOrder => "out_of_order",
                Called::Directly => "directly",
                Called::PastLimit => "past_limit",
            },
            passed: turn.passed.map(|person| person.0),
        })
        .collect()
}
