//! How near members live to where they are called (社区吹哨、委员报到), and who is called first.
//!
//! In 贵阳, where the practice comes from, members are assigned to communities by where they live:
//! so whoever lives in the same grid comes first, then whoever lives in the same community, then the
//! others by distance. Homes are known to the metre only here; whatever is written or shown has
//! distances rounded up to whole hundreds of metres.

use serde::{Deserialize, Serialize};

use super::people::Role;
use super::station::{CalledMember, Near};
use super::topic::CaseNo;

/// The mean radius of the earth in metres (IUGG).
const RADIUS: f64 = 6_371_008.8;
/// Metres that distances are rounded up to.
pub const STEP: u32 = 100;
/// Members called where it is not said how many.
pub const USUAL_COUNT: usize = 5;
/// Most members that one call goes out to.
pub const MOST_CALLED: usize = 200;

/// A place on the map, in millionths of a degree (about a tenth of a metre).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// North of the equator.
    pub lat: i32,
    /// East of Greenwich.
    pub lon: i32,
}

impl Spot {
    /// The place at these degrees; none out of bounds.
    #[must_use]
    pub fn of(lat: f64, lon: f64) -> Option<Self> {
        let millionths = |degrees: f64, most: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "within 180 million")]
            (degrees.abs() <= most).then(|| (degrees * 1_000_000.0).round() as i32)
        };
        Some(Self { lat: millionths(lat, 90.0)?, lon: millionths(lon, 180.0)? })
    }

    /// Metres to another place along the great circle, by the haversine formula on a sphere: within
    /// half a per cent of the true length, which is far less than what it is rounded to.
    #[must_use]
    pub fn metres_to(self, other: Self) -> f64 {
        let radians = |millionths: i32| (f64::from(millionths) / 1_000_000.0).to_radians();
        let (from, to) = (radians(self.lat), radians(other.lat));
        let half_lat = ((to - from) / 2.0).sin();
        let half_lon = ((radians(other.lon) - radians(self.lon)) / 2.0).sin();
        let square = half_lat.mul_add(half_lat, from.cos() * to.cos() * half_lon * half_lon);
        2.0 * RADIUS * square.sqrt().clamp(0.0, 1.0).asin()
    }
}

/// Metres rounded up to whole hundreds, at least one: what is written must not give a home away.
#[must_use]
pub fn rounded(metres: f64) -> u32 {
    // Less than the way around the earth, so within bounds.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 20,016 km"
    )]
    let steps = (metres.max(0.0) / f64::from(STEP)).ceil() as u32;
    steps.max(1).saturating_mul(STEP)
}

/// Whether somebody in this capacity is called: 两代表一委员, a member, a Party delegate, a deputy.
#[must_use]
pub const fn is_member(role: &Role) -> bool {
    matches!(role, Role::CppccMember | Role::PartyDelegate | Role::Deputy)
}

/// A member who could be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Key in the ledger of their community.
    pub key: String,
    /// Their community's id, where it is not the one that calls.
    pub community: Option<String>,
    /// Name.
    pub name: String,
    /// The grid they live in.
    pub grid: Option<String>,
    /// Where they live.
    pub home: Option<Spot>,
}

/// What is asked for when members are called; who is called is found out from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CallRequest {
    /// Why.
    pub reason: String,
    /// The topic it is about.
    pub topic: Option<CaseNo>,
    /// Where, in words.
    pub place: Option<String>,
    /// The grid where it is.
    pub grid: Option<String>,
    /// Where it is on the map; the community's spot where it is not said.
    pub spot: Option<Spot>,
    /// An emergency.
    pub urgent: bool,
    /// How many are called; [`USUAL_COUNT`] where it is not said.
    pub count: Option<usize>,
    /// Whom to call by name, instead of whoever lives nearest.
    pub names: Vec<String>,
}

/// The members, the nearest first: in the same grid, then in the same community, then elsewhere by
/// distance, and those of whom that is not known last. Among equals the distance decides as far as
/// it may be told, then the name.
#[must_use]
pub fn nearest(
    candidates: &[Candidate],
    grid: Option<&str>,
    spot: Option<Spot>,
) -> Vec<CalledMember> {
    let grid = grid.map(str::trim).filter(|grid| !grid.is_empty());
    let mut ranked: Vec<(Near, u32, &Candidate)> = candidates
        .iter()
        .map(|candidate| {
            let metres = spot.zip(candidate.home).map(|(spot, home)| rounded(spot.metres_to(home)));
            // Grids are named within a community: another's “一网格” is another grid.
            let lives_in = candidate.grid.as_deref().map(str::trim);
            let near = match &candidate.community {
                None if grid.is_some() && lives_in == grid => Near::SameGrid,
                None => Near::SameCommunity,
                Some(_) => metres.map_or(Near::Unknown, Near::Metres),
            };
            (near, metres.unwrap_or(u32::MAX), candidate)
        })
        .collect();
    ranked.sort_by(|(near_a, metres_a, a), (near_b, metres_b, b)| {
        let by_place = (near_a, metres_a).cmp(&(near_b, metres_b));
        by_place.then_with(|| (&a.name, &a.community, &a.key).cmp(&(&b.name, &b.community, &b.key)))
    });
    ranked
        .into_iter()
        .map(|(near, _, candidate)| CalledMember {
            key: candidate.key.clone(),
            community: candidate.community.clone(),
            name: candidate.name.clone(),
            near,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(lat: f64, lon: f64) -> Spot {
        Spot::of(lat, lon).unwrap()
    }

    #[test]
    fn places_are_on_the_map_or_none() {
        assert_eq!(Spot::of(26.6476, 106.6302), Some(Spot { lat: 26_647_600, lon: 106_630_200 }));
        assert_eq!(Spot::of(-90.0, 180.0), Some(Spot { lat: -90_000_000, lon: 180_000_000 }));
        for (lat, lon) in [(90.01, 0.0), (0.0, -180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert_eq!(Spot::of(lat, lon), None, "{lat} {lon}");
        }
    }

    /// By hand: a degree along a meridian is R·π/180 = 6,371,008.8 × 0.0174533 = 111,195.1 m. Along
    /// a parallel it is that times the cosine of the latitude: cos 60° = 0.5, cos 26.65° = 0.893761.
    #[test]
    fn distances_are_those_worked_out_by_hand() {
        for (from, to, metres) in [
            ((0.0, 0.0), (1.0, 0.0), 111_195.1),
            ((0.0, 0.0), (0.0, 1.0), 111_195.1),
            ((26.65, 106.63), (26.66, 106.63), 1_111.95),
            ((26.65, 106.63), (26.65, 106.64), 993.82),
            ((60.0, 10.0), (60.0, 10.01), 555.98),
            // Half around the earth, R·π = 6,371,008.8 × 3.14159265, and over the line where dates change.
            ((0.0, 0.0), (0.0, 180.0), 20_015_114.4),
            ((0.0, 179.9), (0.0, -179.9), 22_239.0),
            ((26.65, 106.63), (26.65, 106.63), 0.0),
        ] {
            let told = spot(from.0, from.1).metres_to(spot(to.0, to.1));
            assert!((told - metres).abs() < 0.5, "{from:?} {to:?}: {told}");
            let back = spot(to.0, to.1).metres_to(spot(from.0, from.1));
            assert!((told - back).abs() < 1e-6);
        }
    }

    #[test]
    fn what_is_told_of_a_distance_is_rounded_up_to_a_hundred() {
        for (metres, told) in
            [(0.0, 100), (0.4, 100), (100.0, 100), (100.1, 200), (993.8, 1_000), (1_111.9, 1_200)]
        {
            assert_eq!(rounded(metres), told, "{metres}");
        }
    }

    fn candidate(
        name: &str,
        community: Option<&str>,
        grid: Option<&str>,
        home: Option<(f64, f64)>,
    ) -> Candidate {
        Candidate {
            key: name.to_owned(),
            community: community.map(str::to_owned),
            name: name.to_owned(),
            grid: grid.map(str::to_owned),
            home: home.map(|(lat, lon)| spot(lat, lon)),
        }
    }

    fn told(members: &[CalledMember]) -> Vec<(&str, Near)> {
        members.iter().map(|member| (member.name.as_str(), member.near)).collect()
    }

    #[test]
    fn grid_then_community_then_distance_then_the_unknown() {
        let candidates = [
            // 0.01° of latitude is 1,112 m.
            candidate("far", Some("cuihu"), None, Some((26.66, 106.63))),
            candidate("unknown", Some("cuihu"), None, None),
            // The same name of a grid elsewhere is another grid.
            candidate("other grid", Some("cuihu"), Some("二网格"), Some((26.655, 106.63))),
            candidate("near home", None, Some("一网格"), Some((26.652, 106.63))),
            candidate("at home", None, None, None),
            candidate("in grid, far", None, Some("二网格"), Some((26.67, 106.63))),
            candidate("in grid", None, Some(" 二网格 "), Some((26.651, 106.63))),
        ];
        let here = Some(spot(26.65, 106.63));
        assert_eq!(
            told(&nearest(&candidates, Some("二网格"), here)),
            [
                ("in grid", Near::SameGrid),
                ("in grid, far", Near::SameGrid),
                ("near home", Near::SameCommunity),
                ("at home", Near::SameCommunity),
                ("other grid", Near::Metres(600)),
                ("far", Near::Metres(1_200)),
                ("unknown", Near::Unknown),
            ]
        );
        // Nobody is in a grid that is not told, and nothing is far from nowhere.
        let nowhere = nearest(&candidates, Some("  "), None);
        let nears: Vec<Near> = nowhere.iter().map(|member| member.near).collect();
        assert_eq!(nears[..4], [Near::SameCommunity; 4]);
        assert_eq!(nears[4..], [Near::Unknown; 3]);
    }

    #[test]
    fn those_equally_near_as_far_as_may_be_told_come_by_name() {
        // 0.001° is 111.2 m and 0.0015° is 166.8 m: both are told as 200 m.
        let candidates = [
            candidate("b", Some("x"), None, Some((0.001, 0.0))),
            candidate("a", Some("x"), None, Some((0.0015, 0.0))),
            candidate("c", Some("x"), None, Some((0.0005, 0.0))),
        ];
        let members = nearest(&candidates, None, Some(spot(0.0, 0.0)));
        assert_eq!(
            told(&members),
            [("c", Near::Metres(100)), ("a", Near::Metres(200)), ("b", Near::Metres(200))]
        );
    }

    #[test]
    fn members_are_the_two_delegates_and_the_one_member() {
        let members: Vec<Role> = Role::NAMED.into_iter().filter(is_member).collect();
        assert_eq!(members, [Role::CppccMember, Role::PartyDelegate, Role::Deputy]);
        assert!(!is_member(&Role::Other("楼长".to_owned())));
    }
}
