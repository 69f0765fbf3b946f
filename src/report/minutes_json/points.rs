//! Points in JSON, and what became of opinions.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::domain::item::Item;
use crate::domain::opinion::{Earlier, Opinion, Reserved};
use crate::domain::point::Point;
use crate::domain::session::Session;
use crate::phrase::{parked_name, point_name, resolution_name};
use crate::report::codes;

/// A point that brings opinions together.
#[derive(Debug, Serialize)]
pub struct Consolidated {
    /// `K1` …
    pub number: String,
    /// When it was first put into words.
    pub at: DateTime<FixedOffset>,
    /// The words.
    pub text: String,
    /// The opinions in it.
    pub opinions: Vec<u32>,
    /// Names of those whose words stand behind it.
    pub authors: Vec<String>,
    /// Names of all who stand behind it.
    pub supporters: Vec<String>,
    /// Former words, oldest first.
    pub earlier: Vec<Before>,
}

/// A former wording.
#[derive(Debug, Serialize)]
pub struct Before {
    /// When others took its place.
    pub until: DateTime<FixedOffset>,
    /// Position then.
    pub stance: Option<&'static str>,
    /// The words.
    pub text: String,
}

/// That an opinion is kept in reserve.
#[derive(Debug, Serialize)]
pub struct Kept {
    /// When that was said.
    pub at: DateTime<FixedOffset>,
    /// The resolution it is kept against.
    pub resolution: Option<String>,
}

/// What became of an opinion besides.
#[derive(Debug, Serialize)]
pub struct Fate {
    /// Former words, oldest first.
    pub earlier: Vec<Before>,
    /// The points it is in.
    pub points: Vec<String>,
    /// Kept in reserve.
    pub reserved: Option<Kept>,
    /// Place on the agenda of the item it was said under, where it was moved.
    pub came_from: Option<usize>,
    /// Off the topic: what it is on the parking list.
    pub set_aside: Option<String>,
}

fn before(earlier: &[Earlier]) -> Vec<Before> {
    let former = |it: &Earlier| Before {
        until: it.until,
        stance: it.stance.map(codes::stance),
        text: it.text.to_string(),
    };
    earlier.iter().map(former).collect()
}

fn kept(reserved: Reserved) -> Kept {
    Kept { at: reserved.at, resolution: reserved.resolution.map(resolution_name) }
}

pub(super) fn of_points(session: &Session, item: &Item) -> Vec<Consolidated> {
    session.points_of(item.id).map(|point| of_point(session, point)).collect()
}

fn of_point(session: &Session, point: &Point) -> Consolidated {
    Consolidated {
        number: point_name(point.id),
        at: point.at,
        text: point.text.to_string(),
        opinions: session.opinions_of(point).map(|opinion| opinion.id.0).collect(),
        authors: super::names(session, &session.authors_of(point)),
        supporters: super::names(session, &session.supporters_of(point)),
        earlier: before(&point.earlier),
    }
}

pub(super) fn of_fate(session: &Session, opinion: &Opinion) -> Fate {
    Fate {
        earlier: before(&opinion.earlier),
        points: opinion.points.iter().map(|point| point_name(*point)).collect(),
        reserved: opinion.reserved.map(kept),
        came_from: opinion.came_from.and_then(|item| session.place_of(item)),
        set_aside: opinion.set_aside.map(parked_name),
    }
}
