//! What each way to decide comes to, as tables worked out by hand from the documented rules.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{PARKING, Room, WANG, count, ends, hands};
use proptest::prelude::*;
use yishi::domain::agreement::{Area, Body, Finding, Method, Tally, Threshold, judge};
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::ids::{ObjectionId, ResolutionId};
use yishi::domain::item::Outcome;
use yishi::domain::plan::{NextStep, next_step};
use yishi::domain::refusal::Refusal;

use Finding::{Carried, NoQuorum, NotCarried};

const HALF: Threshold = Threshold::MajorityOfPresent;

fn by(body: Body, favour: u32, against: u32, abstain: u32, present: u32) -> Finding {
    judge(Method::Statutory(body), HALF, Tally::Hands(hands(favour, against, abstain)), present)
}

/// Organic Law of Urban Residents' Committees, article 10: more than half of all who are entitled
/// attend, and a decision needs more than half of those attending.
#[test]
fn residents_meeting() {
    let body = Body::Residents { eligible: 320 };
    for (favour, against, abstain, present, comes_to) in [
        (160, 0, 0, 160, NoQuorum), // exactly half attend
        (161, 0, 0, 161, Carried),
        (81, 80, 0, 161, Carried),      // 81 of 161 is more than half
        (80, 80, 1, 161, NotCarried),   // 80 of 161 is not
        (100, 100, 0, 200, NotCarried), // a tie fails
        (100, 50, 50, 200, NotCarried), // half of those present, abstentions weigh
        (101, 50, 49, 200, Carried),
    ] {
        assert_eq!(by(body, favour, against, abstain, present), comes_to, "{favour} of {present}");
    }
}

/// Organic Law of Villagers' Committees, article 22: more than half of the adult villagers or
/// representatives of two thirds of the households attend; more than half of those decide.
/// Article 25: of villagers' representatives two thirds attend, more than half of them decide.
#[test]
fn villagers_meetings_and_representatives() {
    let adults = Body::Villagers { eligible: 901 };
    assert_eq!(by(adults, 450, 0, 0, 450), NoQuorum, "450 of 901 is less than half");
    assert_eq!(by(adults, 226, 225, 0, 451), Carried);
    assert_eq!(by(adults, 225, 225, 1, 451), NotCarried);
    for body in [Body::Households { eligible: 300 }, Body::Representatives { eligible: 300 }] {
        assert_eq!(by(body, 199, 0, 0, 199), NoQuorum, "{body:?}: 199 of 300");
        assert_eq!(by(body, 101, 99, 0, 200), Carried, "{body:?}: exactly two thirds attend");
        assert_eq!(by(body, 100, 100, 0, 200), NotCarried, "{body:?}: a tie fails");
    }
    // Two thirds of 46 is 30.67, so 31 must come; rounding to 30.6 or 30 would let 30 pass.
    let of_46 = Body::Representatives { eligible: 46 };
    assert_eq!(by(of_46, 30, 0, 0, 30), NoQuorum);
    assert_eq!(by(of_46, 16, 15, 0, 31), Carried);
}

fn owners(major: bool, heads: [u32; 3], area: [u64; 3]) -> Finding {
    let body = Body::Owners { major, owners: 400, area: 3_800_000 };
    let [favour, against, abstain] = area;
    let tally = Tally::Owners {
        owners: hands(heads[0], heads[1], heads[2]),
        area: Area { favour, against, abstain },
    };
    judge(Method::Statutory(body), HALF, tally, 0)
}

/// Civil Code, article 278: owners of two thirds of the area and two thirds of the owners take
/// part; ordinary matters need more than half of both of those taking part, matters (6) to (8)
/// three quarters. Of 400 owners and 38 000 m²: 267 owners (266.67) and 25 333.34 m².
#[test]
fn owners_by_head_and_by_area() {
    assert_eq!(owners(false, [266, 0, 0], [3_800_000, 0, 0]), NoQuorum, "266 of 400 owners");
    assert_eq!(owners(false, [400, 0, 0], [2_533_333, 0, 0]), NoQuorum, "25 333.33 m²");
    assert_eq!(owners(false, [267, 0, 0], [2_533_334, 0, 0]), Carried);
    // Half of those taking part is not more than half, by head or by area.
    assert_eq!(owners(false, [150, 150, 0], [2_000_000, 1_000_000, 0]), NotCarried);
    assert_eq!(owners(false, [151, 149, 0], [1_500_000, 1_500_000, 0]), NotCarried);
    assert_eq!(owners(false, [151, 149, 0], [1_500_001, 1_499_999, 0]), Carried);
    // Three quarters of 300 owners is 225, of 30 000 m² 22 500.
    assert_eq!(owners(true, [225, 75, 0], [2_250_000, 750_000, 0]), Carried);
    assert_eq!(owners(true, [224, 76, 0], [2_250_000, 750_000, 0]), NotCarried);
    assert_eq!(owners(true, [225, 75, 0], [2_249_999, 750_001, 0]), NotCarried);
    // Three quarters of 305 is 228.75: 228 do not suffice, 229 do. Abstaining is taking part.
    assert_eq!(owners(true, [228, 72, 5], [2_900_000, 0, 0]), NotCarried);
    assert_eq!(owners(true, [229, 71, 5], [2_900_000, 0, 0]), Carried);
}

/// Robert's Rules as the community editions have it: a tie fails; an invalid paper is not in
/// favour. The threshold is of those present.
#[test]
fn ballots() {
    let ballot = |favour, against, invalid, present, threshold| {
        let tally = Tally::Papers { hands: hands(favour, against, 0), invalid };
        judge(Method::Ballot, threshold, tally, present)
    };
    assert_eq!(ballot(10, 10, 0, 20, HALF), NotCarried);
    assert_eq!(ballot(10, 9, 1, 20, HALF), NotCarried);
    assert_eq!(ballot(11, 8, 1, 20, HALF), Carried);
    assert_eq!(ballot(13, 6, 1, 20, Threshold::TwoThirdsOfPresent), NotCarried);
    assert_eq!(ballot(14, 5, 1, 20, Threshold::TwoThirdsOfPresent), Carried);
    assert_eq!(ballot(10, 9, 1, 20, Threshold::MajorityOfVotes), Carried, "10 of 19 valid ones");
}

/// Fist to five: whoever shows fewer than three fingers explains, and it is shown again; with
/// nobody below three it carries. (Adapted: more than half of those present show three or more.)
#[test]
fn fist_to_five() {
    let fists = |counts, present| judge(Method::FistToFive, HALF, Tally::Fists(counts), present);
    assert_eq!(fists([0, 0, 0, 5, 8, 4], 20), Carried);
    for low in 0..3 {
        let mut counts = [0, 0, 0, 5, 8, 4];
        counts[low] = 1;
        assert_eq!(fists(counts, 20), NotCarried, "one shows {low}");
    }
    assert_eq!(fists([0, 0, 0, 10, 0, 0], 20), NotCarried, "half showed nothing");
    assert_eq!(fists([0, 0, 0, 11, 0, 0], 20), Carried);
}

/// Kaner's gradients: what is enough is the group's to say. Adapted: no serious disagreement, no
/// veto, and supporters, reservations included, are more than half of those present.
#[test]
fn gradients() {
    let stand = |counts, present| judge(Method::Gradients, HALF, Tally::Gradients(counts), present);
    assert_eq!(stand([3, 5, 4, 2, 1, 0, 0, 0], 15), Carried, "12 of 15 support");
    assert_eq!(stand([3, 5, 4, 2, 1, 0, 1, 0], 16), NotCarried, "serious disagreement");
    assert_eq!(stand([3, 5, 4, 2, 1, 0, 0, 1], 16), NotCarried, "veto");
    assert_eq!(stand([3, 3, 2, 4, 2, 2, 0, 0], 16), NotCarried, "8 of 16 is half");
    assert_eq!(stand([3, 3, 3, 3, 2, 2, 0, 0], 16), Carried, "9 of 16 is more");
}

fn any_body() -> impl Strategy<Value = Body> {
    (1..500u32, any::<bool>()).prop_flat_map(|(eligible, major)| {
        prop::sample::select(vec![
            Body::Residents { eligible },
            Body::Villagers { eligible },
            Body::Households { eligible },
            Body::Representatives { eligible },
            Body::Owners { major, owners: eligible, area: u64::from(eligible) * 7_919 },
        ])
    })
}

proptest! {
    /// One more in favour, taken from those against, never loses a vote that was carried; as many
    /// against as in favour never carry.
    #[test]
    fn more_in_favour_never_harms(body in any_body(), favour in 0..500u32, against in 1..500u32,
                                  abstain in 0..50u32) {
        let tally = |favour: u32, against: u32| match body {
            Body::Owners { .. } => Tally::Owners {
                owners: hands(favour, against, abstain),
                area: Area {
                    favour: u64::from(favour) * 7_919,
                    against: u64::from(against) * 7_919,
                    abstain: u64::from(abstain) * 7_919,
                },
            },
            _ => Tally::Hands(hands(favour, against, abstain)),
        };
        let present = favour + against + abstain;
        let method = Method::Statutory(body);
        let before = judge(method, HALF, tally(favour, against), present);
        let after = judge(method, HALF, tally(favour + 1, against - 1), present);
        prop_assert!(before != Carried || after == Carried);
        let level = judge(method, HALF, tally(favour, favour), 2 * favour + abstain);
        prop_assert_ne!(level, Carried);
    }
}

fn choose(method: Method) -> Command {
    Command::ChooseMethod { method, threshold: None, resolution: None }
}

fn counted(tally: Tally) -> Command {
    Command::Count { tally, present: None, resolution: None, question: None }
}

fn drafted() -> Room {
    Room::on_parking().with([Command::Resolve("划线".to_owned())])
}

/// The method is chosen and locked before the count; a consensus not reached gives way to a show
/// of hands ("Consensus first, then a show of hands").
#[test]
fn the_method_is_locked_by_the_first_count() {
    let mut room = drafted();
    assert_eq!(room.refused(&counted(Tally::Fists([0; 6]))), Refusal::OtherMethod(Method::Hands));
    room.ok(&choose(Method::FistToFive));
    assert_eq!(room.refused(&count(3, 1, 0)), Refusal::OtherMethod(Method::FistToFive));
    room.ok(&choose(Method::Ballot));
    room.ok(&count(3, 1, 0));
    let locked = Refusal::MethodLocked(Method::Ballot);
    assert_eq!(room.refused(&choose(Method::Hands)), locked);
    room.ok(&Command::Undo);
    room.ok(&choose(Method::Consensus));
    room.ok(&Command::Object { who: Some(WANG.into()), text: "太贵".to_owned() });
    let stands = Refusal::ObjectionsStand(vec![ObjectionId(1)]);
    assert_eq!(room.refused(&Command::AskObjections { none: true }), stands);
    room.ok(&Command::AskObjections { none: false });
    room.ok(&choose(Method::Hands));
    room.ok(&count(3, 1, 0));
    assert!(room.session().votes.last().is_some_and(|vote| vote.carried && vote.round == 2));
}

/// Consent: agreed when no objection stands.
#[test]
fn consent_needs_every_objection_resolved() {
    let mut room = drafted();
    room.ok(&choose(Method::Consent));
    room.ok(&Command::Object { who: Some(WANG.into()), text: "太贵".to_owned() });
    room.ok(&Command::AskObjections { none: false });
    assert_eq!(
        room.refused(&ends(Outcome::Agreed)),
        Refusal::VotedDown(ResolutionId(1)),
        "an objection stands"
    );
    let how = "分三期".to_owned();
    room.ok(&Command::ResolveObjection { objection: ObjectionId(1), how });
    assert_eq!(room.refused(&Command::AskObjections { none: false }), Refusal::NoObjection);
    room.ok(&Command::AskObjections { none: true });
    room.ok(&ends(Outcome::Agreed));
}

/// Counts beyond what there can be are refused with the reason.
#[test]
fn impossible_counts_are_refused() {
    let mut room = drafted();
    room.ok(&choose(Method::FistToFive));
    // Four may vote.
    assert_eq!(
        room.refused(&counted(Tally::Fists([0, 1, 1, 1, 1, 1]))),
        Refusal::TooManyHands { counted: 5, present: 4 }
    );
    assert_eq!(room.refused(&counted(Tally::Fists([0; 6]))), Refusal::NoHands);
    let none = Method::Statutory(Body::Residents { eligible: 0 });
    assert_eq!(room.refused(&choose(none)), Refusal::NoEligible);
    let no_area = Body::Owners { major: false, owners: 9, area: 0 };
    assert_eq!(room.refused(&choose(Method::Statutory(no_area))), Refusal::NoEligible);
    room.ok(&choose(Method::Statutory(Body::Residents { eligible: 320 })));
    let given = |tally, present| Command::Count {
        tally,
        present: Some(present),
        resolution: None,
        question: None,
    };
    assert_eq!(
        room.refused(&given(Tally::Hands(hands(100, 0, 0)), 321)),
        Refusal::PresentBeyondEligible { present: 321, eligible: 320 }
    );
    assert_eq!(
        room.refused(&given(Tally::Hands(hands(100, 90, 11)), 200)),
        Refusal::TooManyHands { counted: 201, present: 200 }
    );
    room.ok(&choose(Method::Statutory(Body::Owners { major: false, owners: 9, area: 1_000 })));
    let area = Area { favour: 900, against: 101, abstain: 0 };
    assert_eq!(
        room.refused(&counted(Tally::Owners { owners: hands(8, 1, 0), area })),
        Refusal::TooMuchArea { counted: 1_001, all: 1_000 }
    );
}

/// A count waits until it is announced; closing the item announces it. Older records, which lack
/// the mark, were announced at once.
#[test]
fn results_wait_to_be_announced() {
    let announced = |room: &Room| room.session().votes.last().is_some_and(|vote| vote.announced);
    let mut room = drafted();
    room.ok(&count(3, 1, 0));
    assert!(!announced(&room));
    assert!(matches!(next_step(room.session()), NextStep::Announce(_)));
    room.ok(&Command::Announce);
    assert!(announced(&room));
    assert_eq!(room.refused(&Command::Announce), Refusal::NothingToAnnounce);
    assert_eq!(next_step(room.session()), NextStep::CloseItem(PARKING));
    let mut room = drafted();
    room.ok(&count(3, 1, 0));
    room.ok(&ends(Outcome::Agreed));
    assert!(announced(&room));
    let old = "HandsCounted(vote:1,item:1,resolution:Some(1),hands:(favour:3,against:1,abstain:0),\
               present:4,threshold:MajorityOfPresent,carried:true,counter:\"李敏\")";
    let Ok(old) = ron::from_str::<Event>(old) else { panic!("older records are read") };
    let mut room = drafted();
    let at = room.now;
    let mut session = room.session().clone();
    session.evolve(&old, at);
    assert!(session.votes.last().is_some_and(|vote| vote.announced && vote.round == 1));
    room.ok(&count(3, 1, 0));
}
