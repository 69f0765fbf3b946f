//! How the meeting decides: chosen before anything is counted, and locked once something is.

use serde::{Deserialize, Serialize};

use super::Threshold;

/// A way to find out whether a proposal is agreed. All but [`Method::Statutory`] give a
/// consultation opinion (协商意见), which binds nobody by law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Method {
    /// 共识: asked whether anybody objects; nobody does.
    Consensus,
    /// 举手
    #[default]
    Hands,
    /// 无记名投票: papers, some of which may be invalid.
    Ballot,
    /// 五指: each shows none to five fingers. Low scorers explain, then it is shown again.
    FistToFive,
    /// 同意程度: Kaner's eight gradients of agreement.
    Gradients,
    /// 默许: whoever objects gives a reason; it is agreed when no objection stands.
    Consent,
    /// 法定表决, by a body that decides by law.
    Statutory(Body),
}

/// A body that decides by law, with all who have a vote in it (应到).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Body {
    /// 居民会议 (Organic Law of Urban Residents' Committees).
    Residents {
        /// All who have a vote.
        eligible: u32,
    },
    /// 村民会议 of adult villagers (Organic Law of Villagers' Committees).
    Villagers {
        /// All adult villagers.
        eligible: u32,
    },
    /// 村民会议 of one representative a household.
    Households {
        /// All households.
        eligible: u32,
    },
    /// 村民代表会议
    Representatives {
        /// All representatives.
        eligible: u32,
    },
    /// 业主大会 (Civil Code, article 278).
    Owners {
        /// A matter of article 278 (6) to (8), which takes three quarters.
        major: bool,
        /// All owners.
        owners: u32,
        /// All exclusive area, in hundredths of a square metre.
        area: u64,
    },
}

impl Body {
    /// All who have a vote.
    #[must_use]
    pub fn eligible(self) -> u32 {
        match self {
            Self::Residents { eligible }
            | Self::Villagers { eligible }
            | Self::Households { eligible }
            | Self::Representatives { eligible } => eligible,
            Self::Owners { owners, .. } => owners,
        }
    }

    /// The fewest of `all` that make a quorum: more than half of residents or adult villagers, two
    /// thirds of households, representatives or owners.
    #[must_use]
    pub fn quorum(self, all: u64) -> u64 {
        match self {
            Self::Residents { .. } | Self::Villagers { .. } => all / 2 + 1,
            Self::Households { .. } | Self::Representatives { .. } | Self::Owners { .. } => {
                at_least(2, 3, all)
            }
        }
    }

    /// The fewest of those `taking` part that carry: more than half, or three quarters for the
    /// owners' major matters.
    #[must_use]
    pub fn needed(self, taking: u64) -> u64 {
        if let Self::Owners { major: true, .. } = self {
            at_least(3, 4, taking)
        } else {
            taking / 2 + 1
        }
    }
}

/// The fewest that are at least that fraction of `all`, exactly.
fn at_least(numerator: u128, denominator: u128, all: u64) -> u64 {
    let fewest = (u128::from(all) * numerator).div_ceil(denominator);
    u64::try_from(fewest).unwrap_or(u64::MAX)
}

/// A method with what carries under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The method.
    pub method: Method,
    /// What carries a show of hands or a ballot; the others bring their own rule.
    pub threshold: Threshold,
}
