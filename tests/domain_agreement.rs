//! Resolutions, shows of hands and promises, against the rules of agreement.

#[path = "common/meeting.rs"]
mod meeting;

use meeting::{
    BY, CHEN, LI, PARKING, Room, SUN, WANG, ZHAO, ZHOU, asks, call, count, day, ends, hands, says,
    setup, whole_promise,
};
use yishi::domain::action::{Lack, Promise};
use yishi::domain::agreement::{Hands, Threshold};
use yishi::domain::command::Command;
use yishi::domain::event::{Event, Matter};
use yishi::domain::hindrances;
use yishi::domain::ids::{ActionId, OpinionId, PersonId, ResolutionId, VoteId};
use yishi::domain::item::{ItemState, Outcome};
use yishi::domain::opinion::Stance;
use yishi::domain::refusal::Refusal;

const R1: ResolutionId = ResolutionId(1);
const R2: ResolutionId = ResolutionId(2);

fn resolve(text: &str) -> Command {
    Command::Resolve(text.to_owned())
}

/// Rule: what carries a motion, by hand. Each row is those present who may vote and the fewest
/// hands in favour that carry; one hand fewer fails, whatever the others do.
#[test]
fn fewest_hands_that_carry() {
    let more_than_half = [(1, 1), (2, 2), (3, 2), (9, 5), (10, 6), (40, 21)];
    let two_thirds = [(1, 1), (2, 2), (3, 2), (9, 6), (10, 7), (40, 27)];
    let all = [(1, 1), (2, 2), (3, 3), (9, 9), (10, 10), (40, 40)];
    let tables = [
        (Threshold::MajorityOfPresent, more_than_half),
        (Threshold::TwoThirdsOfPresent, two_thirds),
        (Threshold::AllPresent, all),
    ];
    for (threshold, table) in tables {
        for (present, fewest) in table {
            let rest = present - fewest;
            let told = format!("{threshold:?} of {present}");
            assert_eq!(threshold.needed(hands(fewest, rest, 0), present), fewest, "{told}");
            // Of those present: abstaining or not raising a hand at all weighs as much as a no.
            assert!(threshold.carries(hands(fewest, rest, 0), present), "{told}");
            assert!(threshold.carries(hands(fewest, 0, rest), present), "{told}");
            assert!(threshold.carries(hands(fewest, 0, 0), present), "{told}");
            assert!(!threshold.carries(hands(fewest - 1, rest + 1, 0), present), "{told}");
            assert!(!threshold.carries(hands(fewest - 1, 0, rest + 1), present), "{told}");
            assert!(!threshold.carries(hands(fewest - 1, 0, 0), present), "{told}");
        }
    }
}

/// Rule: of the votes, more must be in favour than against; abstentions are left out.
#[test]
fn majority_of_votes_leaves_abstentions_out() {
    let table = [
        (1, hands(1, 0, 0), true),
        (1, hands(0, 1, 0), false),
        (1, hands(0, 0, 1), false),
        (2, hands(1, 0, 1), true),
        (2, hands(1, 1, 0), false),
        (3, hands(1, 0, 2), true),
        (3, hands(1, 1, 1), false),
        (3, hands(2, 1, 0), true),
        (9, hands(4, 4, 1), false),
        (9, hands(4, 3, 2), true),
        (9, hands(3, 4, 2), false),
        (9, hands(5, 4, 0), true),
        (10, hands(5, 5, 0), false),
        (10, hands(5, 4, 1), true),
        (10, hands(1, 0, 9), true),
        (10, hands(0, 0, 10), false),
        (40, hands(20, 20, 0), false),
        (40, hands(21, 19, 0), true),
        (40, hands(19, 20, 1), false),
        (40, hands(2, 1, 37), true),
    ];
    for (present, hands, carries) in table {
        let carried = Threshold::MajorityOfVotes.carries(hands, present);
        assert_eq!(carried, carries, "{hands:?} of {present}");
    }
}

/// Rule: a tie fails; so does a motion with nobody present or nobody in favour.
#[test]
fn ties_and_empty_rooms_fail() {
    for threshold in Threshold::ALL {
        for (present, each) in [(2, 1), (3, 1), (9, 4), (10, 5), (40, 20)] {
            let tie = hands(each, each, present - 2 * each);
            assert!(!threshold.carries(tie, present), "{threshold:?} of {present}");
        }
        for none in [hands(0, 0, 0), hands(1, 0, 0), hands(0, 1, 0)] {
            assert!(!threshold.carries(none, 0), "{threshold:?} of nobody");
        }
        for present in [1, 2, 3, 9, 10, 40] {
            assert!(!threshold.carries(hands(0, 0, 0), present), "{threshold:?} without hands");
            assert!(!threshold.carries(hands(0, 0, present), present), "{threshold:?} abstaining");
        }
    }
}

/// Every possible count of up to a dozen people, against the thresholds as fractions.
#[test]
fn thresholds_are_the_fractions_they_are_called() {
    for present in 0..=12u32 {
        for favour in 0..=present {
            for against in 0..=present - favour {
                for abstain in 0..=present - favour - against {
                    let hands = Hands { favour, against, abstain };
                    let expected = [
                        (Threshold::MajorityOfPresent, favour * 2 > present),
                        (Threshold::MajorityOfVotes, favour > against),
                        (Threshold::TwoThirdsOfPresent, favour > 0 && favour * 3 >= present * 2),
                        (Threshold::AllPresent, favour > 0 && favour == present),
                    ];
                    for (threshold, carries) in expected {
                        let carried = threshold.carries(hands, present);
                        assert_eq!(carried, carries, "{threshold:?}, {hands:?} of {present}");
                    }
                }
            }
        }
    }
}

/// Numbers no room can hold do not overflow.
#[test]
fn huge_counts_do_not_overflow() {
    let huge = hands(u32::MAX, u32::MAX, u32::MAX);
    assert_eq!(huge.total(), 3 * u64::from(u32::MAX));
    for threshold in Threshold::ALL {
        assert!(!threshold.carries(hands(1, u32::MAX, 0), u32::MAX), "{threshold:?}");
    }
    let mut room = Room::on_parking().with([resolve("划线")]);
    let refusal = Refusal::TooManyHands { counted: huge.total(), present: 4 };
    let command = Command::CountHands { hands: huge, resolution: None, question: None };
    assert_eq!(room.refused(&command), refusal);
}

/// Rule: those who attend without a vote (列席), observers (旁听) and people who left do not vote.
#[test]
fn only_those_present_who_may_vote_are_counted() {
    let mut room = Room::on_parking().with([resolve("划线")]);
    assert_eq!(room.session().present().count(), 6);
    assert_eq!(room.session().voters(), 4);
    room.ok(&Command::SignOut(ZHOU));
    room.ok(&Command::SignOut(ZHAO));
    assert_eq!(room.session().voters(), 4);
    room.ok(&Command::SignOut(SUN));
    assert_eq!(room.session().voters(), 3);
    // 2 of 3 is more than half; of 4 it would be a tie.
    let events = room.ok(&count(2, 1, 0));
    let counted = Event::HandsCounted {
        vote: VoteId(1),
        item: PARKING,
        resolution: Some(R1),
        question: None,
        hands: hands(2, 1, 0),
        present: 3,
        threshold: Threshold::MajorityOfPresent,
        carried: true,
        counter: BY.to_owned(),
        held: true,
    };
    assert_eq!(events, [counted]);
    room.ok(&Command::SignIn(vec![SUN.into()]));
    let events = room.ok(&count(2, 1, 0));
    assert!(matches!(events[..], [Event::HandsCounted { present: 4, carried: false, .. }]));
}

/// Rule: counts exceeding those present are refused; fewer are not, for hands may stay down.
#[test]
fn more_hands_than_voters_are_refused() {
    let mut room = Room::on_parking().with([resolve("划线")]);
    for (favour, against, abstain) in [(5, 0, 0), (2, 2, 1), (0, 0, 5)] {
        let refusal = Refusal::TooManyHands { counted: 5, present: 4 };
        assert_eq!(room.refused(&count(favour, against, abstain)), refusal);
    }
    assert_eq!(room.refused(&count(0, 0, 0)), Refusal::NoHands);
    room.ok(&count(3, 0, 0));
    room.ok(&count(1, 2, 1));
}

/// Rule: the method and its threshold are chosen and locked before the count.
#[test]
fn the_threshold_is_locked_by_the_count() {
    let mut room = Room::on_parking().with([
        resolve("划线"),
        Command::SetThreshold(Threshold::AllPresent),
        count(3, 1, 0),
    ]);
    let locked = Refusal::ThresholdLocked(Threshold::AllPresent);
    for easier in [Threshold::MajorityOfPresent, Threshold::MajorityOfVotes] {
        assert_eq!(room.refused(&Command::SetThreshold(easier)), locked);
    }
    // A second round on the same item is counted by the same threshold, also for other words.
    room.ok(&resolve("先试三个月"));
    assert_eq!(room.refused(&Command::SetThreshold(Threshold::MajorityOfVotes)), locked);
    // The next item may be decided another way.
    room.ok(&ends(Outcome::NotAgreed));
    room.ok(&Command::SetThreshold(Threshold::TwoThirdsOfPresent));
    room.ok(&Command::OpenItem(None));
    room.ok(&Command::SetThreshold(Threshold::MajorityOfVotes));
    assert_eq!(room.session().threshold, Threshold::MajorityOfVotes);
    // The count that was taken keeps the threshold it was taken under.
    let kept = room.session().vote(VoteId(1)).map(|vote| (vote.threshold, vote.carried));
    assert_eq!(kept, Some((Threshold::AllPresent, false)));
}

/// What a count is about: the resolution named, else the question put, else the latest resolution.
#[test]
fn a_count_is_about_something() {
    let counting = |resolution, question: Option<&str>| Command::CountHands {
        hands: hands(3, 1, 0),
        resolution,
        question: question.map(str::to_owned),
    };
    let about = |room: &Room| {
        let vote = room.session().votes.last().map(|vote| vote.as_ref().clone());
        vote.map(|vote| (vote.resolution, vote.question.map(|it| it.to_string())))
    };
    let mut room = Room::on_parking();
    assert_eq!(room.refused(&counting(None, None)), Refusal::NothingToVoteOn);
    assert_eq!(room.refused(&counting(None, Some(" "))), Refusal::NothingToVoteOn);
    room.ok(&counting(None, Some("延长十分钟吗")));
    assert_eq!(about(&room), Some((None, Some("延长十分钟吗".to_owned()))));
    room.ok(&resolve("划线"));
    room.ok(&resolve("收费"));
    room.ok(&counting(None, None));
    assert_eq!(about(&room), Some((Some(R2), None)));
    room.ok(&counting(Some(R1), None));
    assert_eq!(about(&room), Some((Some(R1), None)));
    // A resolution that was dropped is not before the meeting any more.
    room.ok(&Command::WithdrawResolution(R2));
    assert_eq!(room.refused(&counting(Some(R2), None)), Refusal::ResolutionWithdrawn(R2));
    room.ok(&counting(None, None));
    assert_eq!(about(&room), Some((Some(R1), None)));
    // One item at a time: nor is what belongs to another item.
    room.ok(&ends(Outcome::Agreed));
    room.ok(&Command::OpenItem(None));
    let elsewhere = Refusal::ResolutionElsewhere(R1, PARKING);
    assert_eq!(room.refused(&counting(Some(R1), None)), elsewhere);
    assert_eq!(room.refused(&counting(None, None)), Refusal::NothingToVoteOn);
}

/// Consensus first: a resolution without a count agrees an item; one that was voted down does not.
#[test]
fn what_it_takes_to_agree() {
    let agreed = ends(Outcome::Agreed);
    let mut room = Room::on_parking();
    assert_eq!(room.refused(&agreed), Refusal::NothingAgreed);
    room.ok(&resolve("划线"));
    let by_consensus = room.clone().with([agreed.clone()]);
    let state = ItemState::Closed(Outcome::Agreed, None);
    assert_eq!(by_consensus.item(PARKING).state, state);
    // Two of four is a tie, and a tie fails.
    room.ok(&count(2, 2, 0));
    assert_eq!(room.refused(&agreed), Refusal::VotedDown(R1));
    // Another resolution does not heal the one that stands and failed.
    room.ok(&resolve("先试三个月"));
    assert_eq!(room.refused(&agreed), Refusal::VotedDown(R1));
    // A question that failed is no resolution that failed.
    let dropped = room.clone().with([Command::WithdrawResolution(R1), agreed.clone()]);
    assert_eq!(dropped.item(PARKING).state, state);
    // A later round decides.
    let again = Command::CountHands { hands: hands(3, 1, 0), resolution: Some(R1), question: None };
    let second_round = room.clone().with([again, agreed.clone()]);
    assert_eq!(second_round.item(PARKING).state, state);
    // New words were never voted on.
    let text = "划线并公示".to_owned();
    let reworded = room.with([Command::AmendResolution { resolution: R1, text }]);
    assert_eq!(reworded.session().resolution(R1).and_then(|it| it.vote), None);
    let mut reworded = reworded.with([Command::WithdrawResolution(R2), agreed]);
    assert_eq!(reworded.item(PARKING).state, state);
    let mut gone = Room::on_parking().with([resolve("划线"), Command::WithdrawResolution(R1)]);
    assert_eq!(gone.refused(&ends(Outcome::Agreed)), Refusal::NothingAgreed);
    assert_eq!(reworded.refused(&resolve("再来")), Refusal::NoItemOpen);
}

/// An item does not end in good order with open questions or promises nobody can be held to;
/// what is carried over stays open on purpose.
#[test]
fn what_hinders_an_item() {
    let bare = Promise { what: "疏通".to_owned(), ..Promise::default() };
    let mut room = Room::on_parking().with([
        asks(LI, "费用谁出"),
        Command::Promise(bare),
        Command::Promise(whole_promise()),
    ]);
    let a1 = ActionId(1);
    let open = vec![
        Matter::Question(OpinionId(1)),
        Matter::ActionLacks(a1, Lack::Owner),
        Matter::ActionLacks(a1, Lack::Due),
        Matter::ActionLacks(a1, Lack::Test),
    ];
    assert_eq!(hindrances(room.session(), room.item(PARKING)), open);
    let refusal = Refusal::ItemHindered(Outcome::NotAgreed, open.clone());
    assert_eq!(room.refused(&ends(Outcome::NotAgreed)), refusal);
    let despite = Command::CloseItem { outcome: Outcome::NotAgreed, why: None, despite: true };
    let mut left = room.clone();
    let closed =
        |outcome| Event::ItemClosed { item: PARKING, outcome, why: None, despite: open.clone() };
    assert_eq!(left.ok(&despite), [closed(Outcome::NotAgreed)]);
    let mut carried = room.clone();
    assert_eq!(carried.ok(&ends(Outcome::CarriedOver)), [closed(Outcome::CarriedOver)]);
    // Settled one by one, nothing is in the way.
    let promise =
        Promise { owner: Some("物业".to_owned()), due: Some(day(12, 5)), ..Promise::default() };
    room.ok(&Command::Answer { opinion: OpinionId(1), text: "街道补贴".to_owned() });
    room.ok(&Command::AmendAction { action: a1, what: None, promise });
    let test = vec![Matter::ActionLacks(a1, Lack::Test)];
    assert_eq!(hindrances(room.session(), room.item(PARKING)), test);
    room.ok(&Command::DropAction { action: a1, why: "已办".to_owned() });
    assert_eq!(hindrances(room.session(), room.item(PARKING)), []);
    room.ok(&ends(Outcome::NotAgreed));
}

/// A question stops being open when it is answered, taken back, or turns out to be something else.
#[test]
fn a_question_closes_in_three_ways() {
    let amend = |stance| Command::AmendOpinion {
        opinion: OpinionId(1),
        stance: Some(stance),
        text: "费用谁出".to_owned(),
    };
    let open = Room::on_parking().with([asks(LI, "费用谁出")]);
    let ways = [
        Command::Answer { opinion: OpinionId(1), text: "街道".to_owned() },
        Command::WithdrawOpinion(OpinionId(1)),
        amend(Stance::Concern),
    ];
    for way in ways {
        assert_eq!(hindrances(open.session(), open.item(PARKING)).len(), 1);
        let room = open.clone().with([way.clone()]);
        assert_eq!(hindrances(room.session(), room.item(PARKING)), [], "{way:?}");
    }
    let reopened = open.with([amend(Stance::Concern), amend(Stance::Question)]);
    assert_eq!(hindrances(reopened.session(), reopened.item(PARKING)).len(), 1);
}

/// Endorsements: one each, not one's own; whoever has the floor if nobody is named.
#[test]
fn endorsements_count_each_person_once() {
    let endorse = |who: &[PersonId]| Command::Endorse {
        opinion: OpinionId(1),
        who: who.iter().map(|person| (*person).into()).collect(),
    };
    let mut room = Room::on_parking().with([says(CHEN, "先给老人")]);
    assert_eq!(room.refused(&endorse(&[])), Refusal::WhoseOpinion);
    let own = Refusal::OwnOpinion(OpinionId(1), CHEN);
    assert_eq!(room.refused(&endorse(&[WANG, CHEN])), own);
    let twice = Refusal::AlreadyEndorsed(OpinionId(1), WANG);
    assert_eq!(room.refused(&endorse(&[WANG, WANG])), twice);
    room.ok(&endorse(&[WANG, LI]));
    assert_eq!(room.refused(&endorse(&[WANG])), twice);
    room.ok(&call(SUN));
    room.ok(&endorse(&[]));
    let shared = room.session().opinion(OpinionId(1)).map(|it| it.endorsed.clone());
    assert_eq!(shared, Some(vec![WANG, LI, SUN]));
}

/// The last day of a promise may be the day of the meeting, not one before it.
#[test]
fn promises_fall_due_after_the_meeting() {
    let due = |due| Command::Promise(Promise { due: Some(due), ..whole_promise() });
    let mut room = Room::on_parking();
    assert_eq!(setup().on, day(11, 23));
    room.ok(&due(day(11, 23)));
    assert_eq!(room.refused(&due(day(11, 22))), Refusal::DueInThePast(day(11, 22)));
}
