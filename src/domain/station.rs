//! Places where members meet residents, their duty rosters, and calls that members report in to
//! (社区吹哨、委员报到).

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::record::Moment;
use super::topic::CaseNo;

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum StationKind {
    /// 委员工作室: a member studio, of a sector.
    Studio,
    /// 联络站: a liaison station.
    Station,
    /// 片区: an area that groups communities.
    Area,
    /// 协商议事室: a consultation room.
    Room,
}

impl StationKind {
    /// All.
    pub const ALL: [Self; 4] = [Self::Studio, Self::Station, Self::Area, Self::Room];
}

/// A place with members, as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StationCard {
    /// What it is called; also how it is known.
    pub name: String,
    /// What kind of place it is.
    pub kind: StationKind,
    /// The sector (界别) it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Where it is; a public place, nobody's home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Its members, by key in the ledger.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// For an area: the communities it groups, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub communities: Vec<String>,
}

/// When somebody is on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DutyDay {
    /// On this day.
    On(NaiveDate),
    /// Every week on this day.
    Weekly(Weekday),
}

/// A place with members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// What it is, as last entered.
    pub card: StationCard,
    /// Who is on duty when, as last set; a day with nobody is taken off.
    pub duties: Vec<(DutyDay, Vec<String>)>,
}

impl Station {
    /// Who is on duty on a day, by key in the ledger: what is set for the day itself goes before
    /// what is set for every week.
    #[must_use]
    pub fn on_duty(&self, day: NaiveDate) -> &[String] {
        let set = |wanted: DutyDay| self.duties.iter().find(|(known, _)| *known == wanted);
        let found = set(DutyDay::On(day)).or_else(|| set(DutyDay::Weekly(day.weekday())));
        found.map_or(&[], |(_, people)| people.as_slice())
    }
}

/// How near somebody lives to where they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Near {
    /// In the same grid.
    SameGrid,
    /// In the same community.
    SameCommunity,
    /// So many metres away, rounded to whole hundreds: what is written must not give a home away.
    Metres(u32),
    /// Nobody knows how far.
    Unknown,
}

/// A member who is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalledMember {
    /// Key in the ledger of their community.
    pub key: String,
    /// Their community's id, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<String>,
    /// Name.
    pub name: String,
    /// How near they live.
    pub near: Near,
}

impl CalledMember {
    /// What a call knows them by: their key, with their community before it where that is another,
    /// since two communities may have the same key.
    #[must_use]
    pub fn id(&self) -> String {
        match &self.community {
            None => self.key.clone(),
            Some(community) => format!("{community}/{}", self.key),
        }
    }
}

/// The number of a call; counts like [`CaseNo`], for itself.
pub type CallNo = CaseNo;

/// A call with its reason, as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOut {
    /// Why.
    pub reason: String,
    /// The topic it is about, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<CaseNo>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The grid where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grid: Option<String>,
    /// An emergency, which skips to action.
    #[serde(default)]
    pub urgent: bool,
    /// Who is called, the nearest first.
    pub members: Vec<CalledMember>,
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its number.
    pub call: CallNo,
    /// When it went out.
    pub at: Moment,
    /// Who sent it.
    pub by: String,
    /// What it says.
    pub out: CallOut,
    /// Who reported in, by [`CalledMember::id`], and when (报到), in that order.
    pub reported: Vec<(String, Moment)>,
    /// When and how it ended.
    pub closed: Option<(Moment, String)>,
}
