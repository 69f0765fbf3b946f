//! Every line of the sample notes is understood and allowed, and the meetings come out as told.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, TimeDelta};
use yishi::domain::action::ActionState;
use yishi::domain::agreement::Threshold;
use yishi::domain::event::{FORMAT, Setup};
use yishi::domain::ids::ActionId;
use yishi::domain::ledger::{KnownPerson, Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::people::Role;
use yishi::domain::record::{Line, Moment};
use yishi::domain::session::Phase;
use yishi::grammar::agenda::planned;
use yishi::grammar::directory::Directory;
use yishi::grammar::{Context, Entry, read};
use yishi::report::actions::{Tally, rows_of};
use yishi::text::clock::leading_clock;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample-notes")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lines that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line of one of the lists, split at its bars.
fn fields(line: &str) -> Vec<&str> {
    line.split('|').map(str::trim).collect()
}

fn moment(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn role(word: &str) -> Role {
    let found = yishi::phrase::role_words().iter().find(|(_, words)| words.contains(&word));
    found.map_or_else(|| panic!("{word} is no role"), |(role, _)| role.clone())
}

fn people(community: &str) -> Vec<KnownPerson> {
    let mut reader = csv::Reader::from_path(folder().join(community).join("people.csv")).unwrap();
    let read = |(at, record): (usize, csv::StringRecord)| KnownPerson {
        key: format!("k{at}"),
        name: record[0].to_owned(),
        role: role(&record[1]),
        household: Some(record[2].to_owned()).filter(|unit| !unit.is_empty()),
        sector: None,
        grid: None,
    };
    reader.records().map(|record| record.expect("a record")).enumerate().map(read).collect()
}

/// One of the meetings, with the notes carried out as `yishi enter` does. Every line must be allowed.
fn meeting(community: &str, date: &str) -> Meeting {
    let list = text(&folder().join("sessions.txt"));
    let row = lines(&list).map(fields).find(|row| row[0] == community && row[1] == date);
    let row = row.unwrap_or_else(|| panic!("{community} {date} is not in sessions.txt"));
    let on: NaiveDate = date.parse().expect("a date");
    let (prepared, entered) = (moment(row[6]), moment(row[7]));
    let agenda = text(&folder().join(community).join(row[8]));
    let setup = Setup {
        format: FORMAT,
        device: "sample".to_owned(),
        community: community.to_owned(),
        community_name: community.to_owned(),
        title: row[2].to_owned(),
        on,
        place: Some(row[4].to_owned()),
        facilitator: Some(row[3].to_owned()),
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::default(),
        agenda: lines(&agenda).map(planned).collect(),
    };
    let mut meeting = Meeting::create(setup, prepared, row[5]);
    let mut directory = Directory::new(people(community));
    let notes = if row[9].is_empty() {
        String::new()
    } else {
        text(&folder().join(community).join(row[9]))
    };
    // What ties items to topics is checked where the sample is made: it needs the ledger.
    let ties = |line: &str| line.contains(" /关联 ") || line.contains(" /link ");
    for line in lines(&notes).filter(|line| !ties(line)) {
        let (clock, words) = leading_clock(line)
            .ok()
            .flatten()
            .unwrap_or_else(|| panic!("{community} {date}: {line}: no time"));
        let at = on.and_time(clock).and_local_timezone(*entered.offset()).unwrap();
        directory.catch_up(meeting.session());
        let context = Context { session: meeting.session(), directory: &directory, today: on };
        let entry = read(words, context);
        let Ok(Entry::Meeting(command)) = entry else {
            panic!("{community} {date}: {line}: {entry:?}");
        };
        if let Err(refusal) = meeting.carry_out(&command, at, row[5]) {
            panic!("{community} {date}: {line}: {refusal:?}");
        }
    }
    let latest = meeting.lines().iter().map(|line| line.at).max();
    assert!(latest <= Some(entered), "{community} {date}: entered before it happened");
    assert!(prepared <= entered, "{community} {date}: entered before it was prepared");
    meeting
}

fn ledger(community: &str) -> Ledger {
    let mut ledger = Ledger::default();
    let list = text(&folder().join("actions.txt"));
    for row in lines(&list).map(fields).filter(|row| row[0] == community) {
        let state = match row[5] {
            "open" => ActionState::Open,
            "underway" => ActionState::Underway,
            "done" => ActionState::Done,
            other => panic!("{other} is no state"),
        };
        let number = row[2].strip_prefix('A').and_then(|number| number.parse().ok());
        let action = ActionId(number.unwrap_or_else(|| panic!("{} is no action", row[2])));
        let told = meeting(community, row[1]);
        assert!(told.session().action(action).is_some(), "{} {} is not there", row[1], row[2]);
        assert!(
            moment(row[3]) > told.latest().expect("a line"),
            "{} {}: too early",
            row[1],
            row[2]
        );
        let event = LedgerEvent::ActionReported {
            session: row[1].to_owned(),
            action,
            state,
            note: Some(row[6].to_owned()),
        };
        let line = Line { seq: 0, at: moment(row[3]), by: row[4].to_owned(), events: vec![event] };
        ledger.evolve("laptop-4a1c", &line);
    }
    ledger
}

/// Minutes in session, opinions, actions, resolutions, people who came.
fn size(meeting: &Meeting) -> (i64, usize, usize, usize, usize) {
    let session = meeting.session();
    let last = meeting.latest().expect("a line");
    let time = last - session.opened.expect("it was opened");
    let lists = (session.opinions.len(), session.actions.len(), session.resolutions.len());
    (time.num_minutes(), lists.0, lists.1, lists.2, session.people.len())
}

#[test]
fn past_meetings_are_closed_with_complete_actions() {
    for (community, date, expected) in [
        ("jinyuan", "2026-08-20", (69, 23, 7, 2, 26)),
        ("jinyuan", "2026-10-15", (72, 20, 6, 2, 24)),
        ("maple", "2026-09-10", (42, 14, 4, 2, 12)),
    ] {
        let meeting = meeting(community, date);
        let session = meeting.session();
        assert_eq!(session.phase, Phase::Closed, "{community} {date}");
        assert_eq!(size(&meeting), expected, "{community} {date}");
        for action in &session.actions {
            assert!(action.lacks().is_empty(), "{community} {date}: {action:?}");
            assert!(!action.from.is_empty(), "{community} {date}: {action:?}");
        }
        for name in session.people.iter().map(|person| &person.key) {
            assert!(name.is_some(), "{community} {date}: everybody is known");
        }
    }
}

#[test]
fn the_november_meetings_are_in_the_middle_of_their_second_item() {
    let cases = [
        ("jinyuan", "郑凯", ["王小明", "刘德贵", "田芳"]),
        ("maple", "Ivan Petrescu", ["Maya Castell", "Helen Marsh", "Grace Holloway"]),
    ];
    for (community, speaker, waiting) in cases {
        let meeting = meeting(community, "2026-11-23");
        let session = meeting.session();
        assert_eq!(session.phase, Phase::Running);
        let item = session.current_item().expect("an item is on the table");
        assert_eq!(session.place_of(item.id), Some(2));
        assert_eq!(session.name_of(session.floor.expect("somebody speaks").person), speaker);
        let queue: Vec<&str> = item.hands.iter().map(|hand| session.name_of(hand.person)).collect();
        assert_eq!(queue, waiting);
        assert_eq!(item.open_questions.len(), 1);
        let lacking = session.actions.iter().filter(|action| !action.lacks().is_empty()).count();
        assert_eq!((session.actions.len(), lacking), (2, 1));
    }
}

#[test]
fn the_december_meeting_is_only_prepared() {
    let meeting = meeting("maple", "2026-12-03");
    assert_eq!(meeting.session().phase, Phase::Prepared);
    assert_eq!(meeting.session().items.len(), 4);
}

#[test]
fn actions_are_done_under_way_and_overdue() {
    let today = moment("2026-11-24T09:00:00+08:00").date_naive();
    let tally = |community: &str, date: &str| {
        Tally::of(&rows_of(
            &meeting(community, date),
            &ledger(community),
            community,
            "",
            date,
            today,
        ))
    };
    // August: the collection point (A7) is late. October: the sunlight study and the contract are.
    assert_eq!(tally("jinyuan", "2026-08-20"), Tally { done: 6, total: 7, overdue: 1 });
    assert_eq!(tally("jinyuan", "2026-10-15"), Tally { done: 3, total: 6, overdue: 2 });
    assert_eq!(tally("jinyuan", "2026-11-23"), Tally { done: 0, total: 2, overdue: 0 });
    assert_eq!(tally("maple", "2026-09-10"), Tally { done: 2, total: 4, overdue: 2 });
}

#[test]
fn no_end_of_a_turn_was_forgotten() {
    // A turn of more than six minutes means that a line that ends it was forgotten.
    for (community, date) in [
        ("jinyuan", "2026-08-20"),
        ("jinyuan", "2026-10-15"),
        ("jinyuan", "2026-11-23"),
        ("maple", "2026-09-10"),
    ] {
        let meeting = meeting(community, date);
        for item in &meeting.session().items {
            for turn in &item.turns {
                let long = TimeDelta::seconds(i64::from(turn.seconds)) > TimeDelta::minutes(6);
                assert!(!long, "{community} {date}: {turn:?}");
            }
        }
    }
}
