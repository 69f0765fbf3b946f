//! Who is in the room, and in what capacity.

use serde::{Deserialize, Serialize};

use super::ids::PersonId;
use super::record::Moment;

/// The capacity in which somebody attends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Role {
    /// 居民
    #[default]
    Resident,
    /// 居民代表
    ResidentRepresentative,
    /// 政协委员
    CppccMember,
    /// 党代表
    PartyDelegate,
    /// 人大代表
    Deputy,
    /// 居委会
    ResidentsCommittee,
    /// 业委会
    OwnersCommittee,
    /// 物业
    Property,
    /// 网格员
    GridWorker,
    /// 政府部门
    Government,
    /// 专家
    Expert,
    /// 列席: may speak, does not vote.
    NonVoting,
    /// 旁听: neither votes nor counts towards those present.
    Observer,
    /// Any other, in the words it was given.
    Other(String),
}

impl Role {
    /// Every role that has a name of its own, in the order lists show them.
    pub const NAMED: [Self; 13] = [
        Self::Resident,
        Self::ResidentRepresentative,
        Self::CppccMember,
        Self::PartyDelegate,
        Self::Deputy,
        Self::ResidentsCommittee,
        Self::OwnersCommittee,
        Self::Property,
        Self::GridWorker,
        Self::Government,
        Self::Expert,
        Self::NonVoting,
        Self::Observer,
    ];

    /// Whether somebody in this role takes part in a show of hands. Those who attend without a
    /// vote (列席) and observers (旁听) do not.
    #[must_use]
    pub fn votes(&self) -> bool {
        !matches!(self, Self::NonVoting | Self::Observer)
    }
}

/// Somebody about to join the meeting: known to the community or a walk-in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Newcomer {
    /// Name as written on the sign-in sheet.
    pub name: String,
    /// Capacity; residents unless said otherwise.
    pub role: Role,
    /// Unit or building, such as `5栋2单元`.
    pub household: Option<String>,
    /// Key in the community's ledger, for those it knows.
    pub key: Option<String>,
}

/// Whom a command speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Somebody this meeting already knows.
    Present(PersonId),
    /// Somebody who joins by being named.
    Joining(Newcomer),
}

/// A person of this meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Number in this meeting.
    pub id: PersonId,
    /// Name as written on the sign-in sheet.
    pub name: String,
    /// Capacity.
    pub role: Role,
    /// Unit or building.
    pub household: Option<String>,
    /// Key in the community's ledger.
    pub key: Option<String>,
    /// When they signed in.
    pub since: Moment,
    /// When they left, if they have.
    pub left: Option<Moment>,
    /// Finished turns in this meeting.
    pub turns: u32,
    /// Seconds of finished turns in this meeting.
    pub spoken: u32,
    /// Opinions recorded under their name, withdrawn ones included.
    pub opinions: u32,
}

impl Participant {
    /// In the room now.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.left.is_none()
    }

    /// Has neither had the floor nor an opinion recorded. (Somebody speaking for the first time
    /// counts as silent until the turn ends; the floor is shown apart.)
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.turns == 0 && self.opinions == 0
    }
}
