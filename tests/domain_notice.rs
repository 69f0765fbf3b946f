//! Papers, and by when the notice of a meeting is to be given. The meeting is on Monday, 23 November
//! 2026; three days before is the 20th.

#[path = "common/meeting.rs"]
mod meeting;

use std::sync::Arc;

use chrono::NaiveDate;
use meeting::{Room, clock, day, seven};
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::meeting::Meeting;
use yishi::domain::notice::{NoticeState, last_day, state};
use yishi::domain::refusal::Refusal;
use yishi::domain::rules::RuleSet;

fn s(text: &str) -> String {
    text.to_owned()
}

fn rules(days: u32) -> Command {
    Command::AdoptRules(Arc::new(RuleSet { notice_days: days, ..RuleSet::named("规则") }))
}

fn given(on: NaiveDate) -> Command {
    Command::GiveNotice(on)
}

#[test]
fn the_last_day_is_so_many_days_before_the_meeting() {
    for (days, last) in [
        (0, None),
        (1, Some(day(11, 22))),
        (3, Some(day(11, 20))),
        // November's first falls 22 days before, and a day more is in October.
        (23, Some(day(10, 31))),
    ] {
        let room = if days == 0 { Room::prepared() } else { Room::prepared().with([rules(days)]) };
        assert_eq!(last_day(room.session()), last, "{days}");
    }
}

#[test]
fn a_notice_is_due_and_late_by_the_day() {
    let room = Room::prepared().with([rules(3)]);
    let by = day(11, 20);
    for (today, expected) in [
        (day(11, 1), NoticeState::Ahead { by }),
        (day(11, 19), NoticeState::Ahead { by }),
        (day(11, 20), NoticeState::DueToday),
        (day(11, 21), NoticeState::Late { by }),
        (day(11, 23), NoticeState::Late { by }),
        (day(11, 30), NoticeState::Late { by }),
    ] {
        assert_eq!(state(room.session(), today), expected, "{today}");
        assert_eq!(state(room.session(), today).is_amiss(), today > by, "{today}");
    }
}

#[test]
fn a_notice_that_was_given_stays_in_time_or_late() {
    let by = day(11, 20);
    for (on, expected) in [
        (day(11, 10), NoticeState::InTime { on: day(11, 10), by }),
        (day(11, 20), NoticeState::InTime { on: day(11, 20), by }),
        (day(11, 21), NoticeState::GivenLate { on: day(11, 21), by }),
        (day(11, 23), NoticeState::GivenLate { on: day(11, 23), by }),
    ] {
        let room = Room::prepared().with([rules(3), given(on)]);
        for today in [on, day(11, 23), day(12, 24)] {
            assert_eq!(state(room.session(), today), expected);
        }
        assert_eq!(expected.is_amiss(), on > by);
    }
    // Where no rule says by when, it is neither.
    let room = Room::prepared();
    assert_eq!(state(room.session(), day(11, 23)), NoticeState::NotAsked);
    let room = room.with([given(day(11, 23))]);
    assert_eq!(state(room.session(), day(11, 23)), NoticeState::Given { on: day(11, 23) });
}

#[test]
fn a_notice_no_longer_holds_when_day_time_or_place_change() {
    let changes = [
        SetupChange { on: Some(day(11, 24)), ..SetupChange::default() },
        SetupChange { starts: Change::To(clock(19, 30)), ..SetupChange::default() },
        SetupChange { place: Change::To(s("议事室")), ..SetupChange::default() },
    ];
    for change in changes {
        let moved = change.on.is_some();
        let room = Room::prepared().with([rules(3), given(day(11, 20))]);
        let mut room = room.with([Command::ChangeSetup(change)]);
        let by = Some(if moved { day(11, 21) } else { day(11, 20) });
        let outdated = NoticeState::Outdated { on: day(11, 20), by };
        assert_eq!(state(room.session(), day(11, 21)), outdated);
        assert!(outdated.is_amiss());
        // Given again, it holds again; on the 21st that is in time only for the later meeting.
        room.ok(&given(day(11, 21)));
        let amiss = state(room.session(), day(11, 22)).is_amiss();
        assert_eq!(amiss, !moved);
    }
    // What does not concern those invited does not make it void.
    let change = SetupChange { recorder: Change::To(s("李敏")), ..SetupChange::default() };
    let room = Room::prepared().with([rules(3), given(day(11, 20)), Command::ChangeSetup(change)]);
    let by = day(11, 20);
    assert_eq!(state(room.session(), day(11, 21)), NoticeState::InTime { on: by, by });
}

#[test]
fn a_notice_is_given_on_a_day_that_can_be() {
    let mut room = Room::prepared();
    // The clock of these tests shows the 23rd.
    assert_eq!(seven().date_naive(), day(11, 23));
    assert_eq!(room.refused(&given(day(11, 24))), Refusal::NoticeAhead(day(11, 24)));
    let earlier = SetupChange { on: Some(day(11, 19)), ..SetupChange::default() };
    room.ok(&Command::ChangeSetup(earlier));
    let after = Refusal::NoticeAfterMeeting { on: day(11, 20), meets: day(11, 19) };
    assert_eq!(room.refused(&given(day(11, 20))), after);
    room.ok(&given(day(11, 19)));
    assert_eq!(room.refused(&given(day(11, 19))), Refusal::NoChange);
    assert_eq!(Room::closed().refused(&given(day(11, 20))), Refusal::Closed);
}

#[test]
fn papers_are_listed_once_each_and_can_be_taken_away() {
    let papers = |papers: &[&str]| Command::ListPapers(papers.iter().map(|it| s(it)).collect());
    let mut room = Room::prepared();
    assert_eq!(room.refused(&papers(&[])), Refusal::NoChange);
    room.ok(&papers(&["方案", " 台账 ", "方案", ""]));
    let listed = |room: &Room| room.session().papers.iter().cloned().collect::<Vec<_>>();
    assert_eq!(listed(&room), ["方案", "台账"]);
    assert_eq!(room.refused(&papers(&["方案", "台账"])), Refusal::NoChange);
    room.ok(&papers(&["台账"]));
    assert_eq!(listed(&room), ["台账"]);
    room.ok(&Command::Undo);
    assert_eq!(listed(&room), ["方案", "台账"]);
    room.ok(&papers(&[]));
    assert!(listed(&room).is_empty());
    let many: Vec<String> = (0..101).map(|number| number.to_string()).collect();
    let too_many = Refusal::TooManyPapers { given: 101, most: 100 };
    assert_eq!(room.refused(&Command::ListPapers(many)), too_many);
    let long = Refusal::TooLong { given: 5_001, most: 5_000 };
    assert_eq!(room.refused(&Command::ListPapers(vec!["长".repeat(5_001)])), long);
    assert_eq!(Room::closed().refused(&papers(&["方案"])), Refusal::Closed);
}

#[test]
fn the_record_tells_papers_and_notice_again() {
    let room =
        Room::prepared().with([rules(3), Command::ListPapers(vec![s("方案")]), given(day(11, 20))]);
    let again = Meeting::replay(room.meeting.lines().to_vec());
    assert_eq!(again.as_ref().map(Meeting::session), Ok(room.session()));
}
