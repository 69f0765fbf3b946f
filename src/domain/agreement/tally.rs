//! What was counted, and what follows from it. Integers throughout: no share is rounded.

use serde::{Deserialize, Serialize};

use super::{Body, Hands, Method, Threshold};

/// Areas of owners as they voted, in hundredths of a square metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Area {
    /// 赞成
    pub favour: u64,
    /// 反对
    pub against: u64,
    /// 弃权
    pub abstain: u64,
}

impl Area {
    /// All area that took part.
    #[must_use]
    pub fn total(self) -> u64 {
        self.favour.saturating_add(self.against).saturating_add(self.abstain)
    }
}

/// What was counted, by the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tally {
    /// Hands, or votes of a body that decides by law.
    Hands(Hands),
    /// Papers.
    Papers {
        /// Valid papers.
        hands: Hands,
        /// Invalid ones.
        invalid: u32,
    },
    /// How many showed none, one … five fingers.
    Fists([u32; 6]),
    /// How many stood at each of Kaner's gradients, whole-hearted support first, veto last.
    Gradients([u32; 8]),
    /// Asked whether anybody objects: so many objections stood.
    Objections(u32),
    /// Owners by head and by area.
    Owners {
        /// Heads.
        owners: Hands,
        /// Area.
        area: Area,
    },
}

impl Tally {
    /// All people counted.
    #[must_use]
    pub fn people(self) -> u64 {
        let sum = |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum();
        match self {
            Self::Hands(hands) | Self::Owners { owners: hands, .. } => hands.total(),
            Self::Papers { hands, invalid } => hands.total() + u64::from(invalid),
            Self::Fists(counts) => sum(&counts),
            Self::Gradients(counts) => sum(&counts),
            Self::Objections(_) => 0,
        }
    }

    /// As if hands had been counted: three fingers and more are in favour; of the gradients the
    /// first three are, and serious disagreement and veto are against. Objections are no hands.
    #[must_use]
    pub fn hands(self) -> Hands {
        let sum = |counts: &[u32]| counts.iter().fold(0u32, |sum, it| sum.saturating_add(*it));
        match self {
            Self::Hands(hands)
            | Self::Papers { hands, .. }
            | Self::Owners { owners: hands, .. } => hands,
            Self::Fists([none, one, two, rest @ ..]) => {
                Hands { favour: sum(&rest), against: sum(&[none, one, two]), abstain: 0 }
            }
            Self::Gradients([whole, minor, reserved, middle @ .., serious, veto]) => Hands {
                favour: sum(&[whole, minor, reserved]),
                against: sum(&[serious, veto]),
                abstain: sum(&middle),
            },
            Self::Objections(_) => Hands::default(),
        }
    }
}

/// What a count comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Finding {
    /// 通过
    Carried,
    /// 未通过
    NotCarried,
    /// 未达法定人数: whatever was counted is void.
    NoQuorum,
}

/// What a count comes to with so many present. A tie fails; a count of another kind than the
/// method's carries nothing.
#[must_use]
pub fn judge(method: Method, threshold: Threshold, tally: Tally, present: u32) -> Finding {
    let carried = match (method, tally) {
        (Method::Statutory(body), Tally::Hands(hands)) => {
            if u64::from(present) < body.quorum(u64::from(body.eligible())) {
                return Finding::NoQuorum;
            }
            hands.favour > 0 && u64::from(hands.favour) >= body.needed(u64::from(present))
        }
        (Method::Statutory(body), Tally::Owners { owners, area }) => {
            return judge_owners(body, owners, area);
        }
        (Method::Hands, Tally::Hands(hands)) | (Method::Ballot, Tally::Papers { hands, .. }) => {
            threshold.carries(hands, present)
        }
        // Fist to five: fewer than three fingers ask for changes before it goes on. That more
        // than half of those present have shown three or more is this program's own addition.
        // Kaner leaves to each group what is enough support. Here: nobody seriously disagrees or
        // vetoes, and more than half of those present support it, with reservations or without.
        (Method::FistToFive, Tally::Fists(_)) | (Method::Gradients, Tally::Gradients(_)) => {
            let hands = tally.hands();
            hands.against == 0 && Threshold::MajorityOfPresent.carries(hands, present)
        }
        (Method::Consensus | Method::Consent, Tally::Objections(standing)) => {
            standing == 0 && present > 0
        }
        _ => false,
    };
    if carried { Finding::Carried } else { Finding::NotCarried }
}

/// Civil Code, article 278: two thirds of owners and of area take part; of those who take part,
/// the share that carries must be reached by head and by area.
fn judge_owners(body: Body, owners: Hands, area: Area) -> Finding {
    let Body::Owners { owners: all_owners, area: all_area, .. } = body else {
        return Finding::NotCarried;
    };
    let (heads, taking) = (owners.total(), area.total());
    if heads < body.quorum(u64::from(all_owners)) || taking < body.quorum(all_area) {
        return Finding::NoQuorum;
    }
    let by_head = u64::from(owners.favour) >= body.needed(heads);
    let by_area = area.favour >= body.needed(taking);
    if by_head && by_area && owners.favour > 0 && area.favour > 0 {
        Finding::Carried
    } else {
        Finding::NotCarried
    }
}
