//! The time plan made anew, and who has been heard: expectations worked out by hand.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "common/meeting.rs"]
mod meeting;

use chrono::TimeDelta;
use meeting::{
    CHEN, DRAINS, LI, OTHER, PARKING, Room, SUN, WANG, ZHOU, after, call, clock, everybody,
    planned, says, setup,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use yishi::domain::command::{Change, Command};
use yishi::domain::event::{Event, Setup};
use yishi::domain::heard::{heard, tallies};
use yishi::domain::ids::ItemId;
use yishi::domain::item::{HandKind, ItemState, Outcome, PlannedItem};
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::Role;
use yishi::domain::plan::projected_end;
use yishi::domain::refusal::Refusal;
use yishi::domain::replan::{Shortened, expected_starts, late_by, least, proposal, target_end};

/// A meeting opened at seven with an agenda of these minutes, its first item on the table.
fn running(minutes: &[Option<u32>]) -> Meeting {
    let agenda: Vec<PlannedItem> =
        minutes.iter().map(|minutes| planned("议题", *minutes)).collect();
    let mut meeting = Meeting::create(Setup { agenda, ..setup() }, meeting::seven(), meeting::BY);
    for command in [everybody(), Command::Open, Command::OpenItem(None)] {
        meeting.carry_out(&command, meeting::seven(), meeting::BY).unwrap();
    }
    meeting
}

fn short(item: u32, from: u32, to: u32) -> Shortened {
    Shortened { item: ItemId(item), from, to }
}

/// Our own rule: half of the plan, rounded up, and no fewer than 3 minutes.
#[test]
fn an_item_keeps_half_of_its_minutes_and_no_fewer_than_three() {
    let kept =
        [(1, 1), (2, 2), (3, 3), (4, 3), (5, 3), (6, 3), (7, 4), (10, 5), (21, 11), (60, 30)];
    for (minutes, least_kept) in kept {
        assert_eq!(least(minutes), least_kept, "{minutes}");
    }
}

#[test]
fn nothing_is_proposed_while_the_meeting_ends_on_time() {
    let meeting = running(&[Some(10), Some(20)]);
    // On the table for 10 of its 10 minutes: 20 more end at 19:30, as planned at the opening.
    assert_eq!(target_end(meeting.session()), Some(after(30 * 60)));
    assert_eq!(late_by(meeting.session(), after(600)), None);
    assert_eq!(proposal(meeting.session(), after(600)), None);
    assert_eq!(late_by(meeting.session(), after(601)), Some(1));
}

/// 10 on the table, then 20, 10, 6. Five minutes over: they can spare 10, 5 and 3, 18 in all; five
/// in that proportion are 2.78, 1.39 and 0.83, by the largest remainder 3, 1 and 1.
#[test]
fn what_waits_is_shortened_in_proportion() {
    let meeting = running(&[Some(10), Some(20), Some(10), Some(6)]);
    let proposal = proposal(meeting.session(), after(15 * 60)).unwrap();
    assert_eq!(proposal.over, 300);
    assert_eq!(proposal.shortened, [short(2, 20, 17), short(3, 10, 9), short(4, 6, 5)]);
    assert_eq!((proposal.carried.as_slice(), proposal.won, proposal.enough), (&[][..], 5, true));
}

/// 10 on the table, then 20, 10, 6, thirty minutes over. All shortened win 18, so the 6 goes (10 + 5 + 6
/// = 21), then the 10 (10 + 10 + 6 = 26), then the 20 (36, enough). Now what fits after all stays, the
/// earlier first: not the 20 (26 again), but the 10 (20 + 5 + 6 = 31), and then not the 6 (28). The 20
/// and the 6 win 26, so the 10 gives 4.
#[test]
fn what_cannot_be_shortened_enough_is_carried_over_from_the_end() {
    let meeting = running(&[Some(10), Some(20), Some(10), Some(6)]);
    let proposal = proposal(meeting.session(), after(40 * 60)).unwrap();
    assert_eq!(proposal.over, 30 * 60);
    assert_eq!(proposal.carried, [ItemId(2), ItemId(4)]);
    assert_eq!(proposal.shortened, [short(3, 10, 6)]);
    assert_eq!((proposal.won, proposal.enough), (30, true));
}

#[test]
fn what_is_not_enough_is_told_as_such() {
    let meeting = running(&[Some(10), Some(6), None]);
    let proposal = proposal(meeting.session(), after(40 * 60)).unwrap();
    assert_eq!(proposal.carried, [ItemId(2)], "an item without a plan wins nothing");
    assert_eq!((proposal.won, proposal.enough), (6, false));
}

#[test]
fn one_line_applies_it_and_one_undo_takes_it_back() {
    let mut room = Room::on_parking();
    // Parking 20, drains 10: 3 minutes over.
    room.wait(23 * 60);
    let before = room.session().clone();
    let events = room.ok(&Command::KeepTime);
    let title = "下水道疏通".to_owned();
    assert_eq!(events, [Event::ItemChanged { item: DRAINS, title, minutes: Some(7) }]);
    assert_eq!(room.refused(&Command::KeepTime), Refusal::OnTime);
    // Six more: drains, at 7, can give 3; then it goes.
    room.wait(6 * 60);
    assert_eq!(room.ok(&Command::KeepTime), [Event::ItemCarried { item: DRAINS, why: None }]);
    assert_eq!(room.item(DRAINS).state, ItemState::Closed(Outcome::CarriedOver, None));
    room.wait(120);
    assert_eq!(room.refused(&Command::KeepTime), Refusal::NothingToShorten);
    room.ok(&Command::Undo);
    assert_eq!(room.item(DRAINS).state, ItemState::Waiting);
    room.ok(&Command::Undo);
    assert_eq!(room.session(), &before);
}

#[test]
fn without_an_end_there_is_nothing_to_keep() {
    let mut meeting = running(&[None, None]);
    let asked = meeting.carry_out(&Command::KeepTime, after(60), meeting::BY);
    assert_eq!(asked.unwrap_err(), Refusal::NoEnd);
    let mut room = Room::prepared();
    assert_eq!(room.refused(&Command::KeepTime), Refusal::NotOpened);
}

#[test]
fn the_end_that_was_set_goes_before_the_plan() {
    let mut room = Room::on_parking();
    room.ok(&Command::SetEnd(Change::To(clock(21, 0))));
    assert_eq!(target_end(room.session()), Some(after(2 * 3600)));
    // Before the opening means after midnight: from 19:00 to 00:30 are five and a half hours.
    room.ok(&Command::SetEnd(Change::To(clock(0, 30))));
    assert_eq!(target_end(room.session()), Some(after(5 * 3600 + 1800)));
    assert_eq!(room.refused(&Command::SetEnd(Change::To(clock(0, 30)))), Refusal::NoChange);
    room.ok(&Command::SetEnd(Change::Away));
    assert_eq!(target_end(room.session()), Some(after(30 * 60)));
    // Shortening what waits does not move it.
    room.ok(&Command::ChangeItem { item: DRAINS, title: None, minutes: Change::To(5) });
    assert_eq!(target_end(room.session()), Some(after(30 * 60)));
}

#[test]
fn what_waits_moves_with_the_overtime_before_it() {
    let room = Room::on_parking();
    // 8 of 20 minutes spent: drains at 19:20, other matters at 19:30.
    let starts = [(DRAINS, after(20 * 60)), (OTHER, after(30 * 60))];
    assert_eq!(expected_starts(room.session(), after(480)), starts);
    let late = [(DRAINS, after(25 * 60)), (OTHER, after(35 * 60))];
    assert_eq!(expected_starts(room.session(), after(25 * 60)), late);
}

#[test]
fn an_item_on_the_table_is_parted_and_keeps_what_was_said() {
    let mut room = Room::on_parking();
    room.ok(&says(CHEN, "先划线"));
    room.ok(&Command::SplitItem {
        item: PARKING,
        first: planned("", None),
        second: planned("收费", Some(5)),
    });
    let order: Vec<ItemId> = room.session().agenda().map(|item| item.id).collect();
    assert_eq!(order, [PARKING, ItemId(4), DRAINS, OTHER]);
    let first = room.item(PARKING);
    assert_eq!((first.minutes, first.opinions.len(), &*first.title), (Some(15), 1, "停车位改造"));
    assert_eq!(room.item(ItemId(4)).minutes, Some(5));
    assert_eq!(room.item(ItemId(4)).state, ItemState::Waiting);
    room.ok(&Command::CloseItem { outcome: Outcome::Noted, why: None, despite: false });
    let closed = Command::SplitItem {
        item: PARKING,
        first: planned("", None),
        second: planned("收费", None),
    };
    assert_eq!(room.refused(&closed), Refusal::ItemClosed(PARKING));
}

#[test]
fn what_has_begun_is_not_carried_over_as_waiting() {
    let mut room = Room::on_parking();
    let carry = |item| Command::CarryItem { item, why: None };
    assert_eq!(room.refused(&carry(PARKING)), Refusal::ItemNotWaiting(PARKING));
    room.ok(&carry(DRAINS));
    assert_eq!(room.refused(&carry(DRAINS)), Refusal::ItemNotWaiting(DRAINS));
    assert_eq!(room.refused(&Command::InsertItem { planned: planned("路灯", None), at: 4 }), {
        Refusal::NoSuchPlace(4)
    });
}

/// Chen 60 s, Wang 30 s and, still speaking, Li 30 s: 500, 250 and 250 thousandths.
#[test]
fn shares_of_the_time_by_person_and_by_role() {
    let mut room = Room::on_parking();
    room.ok(&call(CHEN));
    room.wait(60);
    room.ok(&call(WANG));
    room.wait(30);
    room.ok(&call(LI));
    room.ok(&says(ZHOU, "按图施工"));
    let live = heard(room.session(), Some(after(120)));
    let people: Vec<_> =
        live.people.iter().map(|(person, it)| (*person, it.turns, it.seconds, it.share)).collect();
    assert_eq!(people, [(CHEN, 1, 60, 500), (WANG, 1, 30, 250), (LI, 1, 30, 250)]);
    let roles: Vec<_> = live
        .roles
        .iter()
        .map(|(role, it)| (role.clone(), it.people, it.turns, it.seconds, it.share))
        .collect();
    assert_eq!(
        roles,
        [
            (Role::Resident, 2, 2, 90, 750),
            (Role::CppccMember, 1, 1, 30, 250),
            (Role::Property, 1, 0, 0, 0),
            (Role::NonVoting, 1, 0, 0, 0),
        ],
        "an observer (旁听) is not expected to speak"
    );
    assert_eq!((live.whole.turns, live.whole.seconds, live.whole.people), (3, 120, 3));
    assert_eq!((live.silent.as_slice(), live.untimed.as_slice()), (&[SUN][..], &[ZHOU][..]));
    // Finished turns alone: two thirds and one third, 666.7 and 333.3 thousandths.
    let finished = heard(room.session(), None);
    let shares: Vec<u32> = finished.people.iter().map(|(_, it)| it.share).collect();
    assert_eq!(shares, [667, 333]);
}

/// Chen speaks 60 s, Wang raises a point of order for 20 s, Chen goes on for 40 s: one turn, 100 and 20
/// of 120 seconds, whether it is asked during the interruption or after it. A point of order is time
/// one had the floor, and no turn.
#[test]
fn a_point_of_order_is_time_and_no_turn() {
    let mut room = Room::on_parking();
    room.ok(&call(CHEN));
    room.wait(60);
    room.ok(&Command::Interject { who: WANG.into(), kind: HandKind::PointOfOrder });
    room.ok(&Command::GiveFloor(None));
    let told = |now: i64, room: &Room| -> Vec<_> {
        let heard = heard(room.session(), Some(after(now)));
        heard.people.iter().map(|(person, it)| (*person, it.turns, it.seconds, it.share)).collect()
    };
    // 60 and 20 of 80.
    assert_eq!(told(80, &room), [(CHEN, 1, 60, 750), (WANG, 0, 20, 250)]);
    room.wait(20);
    room.ok(&Command::EndTurn);
    room.wait(40);
    room.ok(&Command::EndTurn);
    // 833.3 and 166.7 of 1000.
    assert_eq!(told(120, &room), [(CHEN, 1, 100, 833), (WANG, 0, 20, 167)]);
    let heard = heard(room.session(), None);
    assert_eq!((heard.whole.turns, heard.whole.seconds, heard.whole.people), (1, 120, 2));
    assert_eq!(heard.roles.iter().map(|(_, it)| it.share).sum::<u32>(), 1000);
    let parking = tallies(room.session());
    assert_eq!((parking[0].turns, parking[0].seconds), (1, 120));
}

#[test]
fn opinions_of_each_item_by_position() {
    let mut room = Room::on_parking();
    let of = |stance, text: &str| Command::RecordOpinion {
        who: Some(CHEN.into()),
        stance,
        text: text.to_owned(),
    };
    room.ok(&of(Some(Stance::Support), "好"));
    room.ok(&of(Some(Stance::Support), "很好"));
    room.ok(&of(Some(Stance::Oppose), "不好"));
    room.ok(&of(None, "再看看"));
    room.ok(&Command::WithdrawOpinion(yishi::domain::ids::OpinionId(2)));
    let all = tallies(room.session());
    assert_eq!(all.len(), 1, "nothing was said on the others");
    // In the order of the positions: support, oppose, question, concern, suggestion, supplement.
    assert_eq!((all[0].stances, all[0].unstated), ([1, 1, 0, 0, 0, 0], 1));
    assert_eq!((all[0].item, all[0].opinions()), (PARKING, 3));
}

proptest! {
    /// Carried out, a proposal ends the meeting on time or leaves nothing that could be carried over;
    /// it wins what it says, and carries nothing that could stay.
    #[test]
    fn a_proposal_does_what_it_says(
        minutes in vec(option::of(1_u32..90), 1..12),
        spent in 0_i64..20_000,
    ) {
        let mut meeting = running(&minutes);
        let now = after(spent);
        let Some(found) = proposal(meeting.session(), now) else {
            let end = projected_end(meeting.session(), now).unwrap();
            prop_assert!(target_end(meeting.session()).is_none_or(|target| end <= target));
            return Ok(());
        };
        let before = projected_end(meeting.session(), now).unwrap();
        prop_assert_eq!(found.target + TimeDelta::seconds(found.over.into()), before);
        for short in &found.shortened {
            prop_assert!(short.to >= least(short.from) && short.to < short.from);
        }
        // Least sums: each carried item, kept at its least instead, would be too much.
        let need = found.over.div_ceil(60);
        let spare = |item: &yishi::domain::item::Item| {
            item.minutes.filter(|_| item.state == ItemState::Waiting).map_or(0, |it| it - least(it))
        };
        let all: u32 = meeting.session().agenda().map(spare).sum();
        let gone: u32 = found
            .carried
            .iter()
            .filter_map(|item| meeting.session().item(*item)?.minutes)
            .map(least)
            .sum();
        for item in &found.carried {
            let kept = least(meeting.session().item(*item).unwrap().minutes.unwrap());
            prop_assert!(all + gone - kept < need, "{} could stay", item);
        }
        if found.is_empty() {
            prop_assert_eq!(
                meeting.carry_out(&Command::KeepTime, now, meeting::BY).unwrap_err(),
                Refusal::NothingToShorten
            );
            return Ok(());
        }
        meeting.carry_out(&Command::KeepTime, now, meeting::BY).unwrap();
        let end = projected_end(meeting.session(), now).unwrap();
        prop_assert_eq!(end + TimeDelta::minutes(found.won.into()), before);
        prop_assert_eq!(end <= found.target, found.enough);
        if found.enough {
            // No more than a minute is won beyond what is needed, unless whole items go.
            prop_assert!(!found.carried.is_empty() || found.target - end < TimeDelta::minutes(1));
        } else {
            let waits = |item: &&yishi::domain::item::Item| {
                item.state == ItemState::Waiting && item.minutes.is_some()
            };
            prop_assert_eq!(meeting.session().agenda().filter(waits).count(), 0);
        }
    }

    /// Thousandths add up to a thousand whoever spoke how long.
    #[test]
    fn shares_add_up(turns in vec((0_usize..5, 0_i64..4_000), 0..20)) {
        let mut room = Room::on_parking();
        for (person, seconds) in turns {
            let _ = room.meeting.carry_out(
                &call([CHEN, WANG, LI, SUN, ZHOU][person]), room.now, meeting::BY,
            );
            room.wait(seconds);
        }
        let heard = heard(room.session(), Some(room.now));
        let whole = if heard.whole.seconds > 0 { 1000 } else { 0 };
        prop_assert_eq!(heard.people.iter().map(|(_, it)| it.share).sum::<u32>(), whole);
        prop_assert_eq!(heard.roles.iter().map(|(_, it)| it.share).sum::<u32>(), whole);
        let sum: u32 = heard.roles.iter().map(|(_, it)| it.seconds).sum();
        prop_assert_eq!(sum, heard.whole.seconds);
    }
}
