//! Affairs in a store: carried out under the ledger's lock, whole or not at all, by several laptops.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod topic_support;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::TimeDelta;
use topic_support::{
    BY, accept, at, case, exclude, ground, merge, people, raise, rate, result, slip, withdraw,
};
use yishi::domain::affairs::AffairRefusal as No;
use yishi::domain::affairs::{Affair, Blank};
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::procedure::Need;
use yishi::domain::record::{Line, Moment};
use yishi::domain::topic::{Origin, ResultClass, Satisfaction, TopicState};
use yishi::store::affairs::HeldLedger;
use yishi::store::check::{Severity, What, check};
use yishi::store::community::Community;
use yishi::store::device::Origin as DeviceOrigin;
use yishi::store::disk::Disk;
use yishi::store::library::{NewSession, Store, StoreError};
use yishi::store::log::{Tail, read_log};
use yishi::store::os_disk::OsDisk;
use yishi::store::progress::Progress;
use yishi::store::scheduling::{Scheduled, Scheduling, attend, schedule};
use yishi::store::session_name::SessionName;
use yishi::store::slug::Slug;
use yishi::store::testing::{Fault, FaultKind, FaultyDisk, MemoryDisk};
use yishi::store::writer::LogError;

const FIRST: &str = "laptop-4a1c";

fn jinyuan() -> Slug {
    Slug::parse("jinyuan").unwrap()
}

fn store_of(disk: Arc<dyn Disk>, device: &str) -> Store {
    let origin = DeviceOrigin { given: Some(device.to_owned()), ..DeviceOrigin::default() };
    Store::new(disk, "/store", origin)
}

fn store_on(disk: &MemoryDisk, device: &str) -> Store {
    store_of(Arc::new(disk.clone()), device)
}

/// A store with a community that began on the first laptop.
fn begun(disk: &MemoryDisk) -> Store {
    let store = store_on(disk, FIRST);
    store.create_community(&jinyuan(), &Community::new("锦苑社区", None), "说明").unwrap();
    store.begin_ledger(&jinyuan(), at("08:00:00"), BY).unwrap();
    store
}

fn file(device: &str) -> PathBuf {
    PathBuf::from(format!("/store/communities/jinyuan/ledger.{device}.ron"))
}

fn lines(disk: &MemoryDisk, device: &str) -> Vec<Line<LedgerEvent>> {
    let log = read_log::<LedgerEvent>(&disk.read(&file(device)).unwrap()).unwrap();
    assert_eq!(log.tail, Tail::Whole);
    log.lines
}

#[track_caller]
fn ok(store: &Store, affair: &Affair, clock: &str) -> (Line<LedgerEvent>, Ledger) {
    let device = store.device().unwrap().to_string();
    let done = store.carry_out_affair(&jinyuan(), &ground(&device), affair, at(clock), BY);
    done.unwrap().unwrap()
}

fn hold(store: &Store, clock: &str) -> HeldLedger {
    store.hold_ledger(&jinyuan(), at(clock), BY).unwrap()
}

#[test]
fn an_affair_is_carried_out_kept_and_taken_back() {
    let disk = MemoryDisk::new();
    let store = begun(&disk);
    assert!(store.take_back(&jinyuan(), at("08:30:00"), BY).unwrap().is_none());
    let (line, ledger) = ok(&store, &raise("路灯", &["王小明"]), "09:00:00");
    assert_eq!((line.seq, line.at, line.by.as_str()), (1, at("09:00:00"), BY));
    assert_eq!(ledger.topics[&case("1")].slip.title, "路灯");
    // What is refused leaves no trace.
    let before = disk.read(&file(FIRST)).unwrap();
    let refused =
        store.carry_out_affair(&jinyuan(), &ground(FIRST), &withdraw("2"), at("09:01:00"), BY);
    assert_eq!(refused.unwrap().unwrap_err(), No::NoSuchTopic(case("2")));
    assert_eq!(disk.read(&file(FIRST)).unwrap(), before);
    let (_, ledger) = ok(&store, &accept("1"), "09:02:00");
    assert_eq!(store.affairs(&jinyuan()).unwrap().ledger, ledger);
    // Everything that was said to be done is on the medium.
    assert_eq!(disk.crash(0, 0).read(&file(FIRST)).unwrap(), disk.read(&file(FIRST)).unwrap());
    let taken = store.take_back(&jinyuan(), at("09:03:00"), BY).unwrap().unwrap();
    assert!(matches!(taken.events[..], [LedgerEvent::TopicScreened { .. }]));
    assert_eq!(
        store.affairs(&jinyuan()).unwrap().ledger.topics[&case("1")].state(),
        TopicState::Raised
    );
    assert_eq!(lines(&disk, FIRST).len(), 4);
    // A laptop that never wrote has nothing to take back, and no ledger for having asked.
    let other = store_on(&disk, "pc-77b2");
    assert!(other.take_back(&jinyuan(), at("09:03:00"), BY).unwrap().is_none());
    assert_eq!(disk.look(&file("pc-77b2")).unwrap(), None);
}

#[test]
fn whoever_comes_later_does_not_number_plainly_though_their_clock_is_behind() {
    let disk = MemoryDisk::new();
    let first = begun(&disk);
    let second = store_on(&disk, "pc-77b2");
    // Two hours behind, and another kind of line was its first.
    second.append_to_ledger(&jinyuan(), Vec::new(), at("06:00:00"), BY).unwrap();
    ok(&second, &raise("停车", &["李强"]), "06:10:00");
    ok(&first, &raise("路灯", &["王小明"]), "09:00:00");
    let (line, ledger) = ok(&second, &accept("2"), "06:20:00");
    let known: Vec<String> = ledger.topics.keys().map(ToString::to_string).collect();
    assert_eq!(known, ["1-77b2", "2"]);
    // What is given back has the numbers as they are known, the file those that last.
    assert!(
        matches!(&line.events[..], [LedgerEvent::TopicScreened { topic, .. }] if *topic == case("2"))
    );
    let written = &lines(&disk, "pc-77b2")[2].events;
    let [LedgerEvent::LedgerSeen { device, seq: 1 }, LedgerEvent::TopicScreened { topic, .. }] =
        &written[..]
    else {
        panic!("{written:?}");
    };
    assert_eq!((device.as_str(), topic), (FIRST, &case("2-laptop-4a1c")));
    // Never before what the ledger has already.
    let times: Vec<Moment> = lines(&disk, "pc-77b2").iter().map(|line| line.at).collect();
    assert_eq!(times, [at("08:00:01"), at("08:00:01"), at("08:00:01")]);
}

#[test]
fn what_is_told_keeps_its_time_in_the_file() {
    let disk = MemoryDisk::new();
    let store = begun(&disk);
    let mut held = hold(&store, "09:00:00");
    held.carry_out(&ground(FIRST), &raise("路灯", &["王小明"]), at("12:00:00"), BY).unwrap();
    let line = held.carry_out_at(&ground(FIRST), &raise("灯", &["李强"]), at("10:00:00"), BY);
    assert_eq!(line.unwrap().at, at("10:00:00"));
    let early = held.carry_out_at(&ground(FIRST), &accept("1"), at("11:00:00"), BY).unwrap_err();
    assert_eq!(early, No::TooEarly { topic: case("1"), known: at("12:00:00") });
    held.carry_out(&ground(FIRST), &accept("2"), at("11:00:00"), BY).unwrap();
    held.save().unwrap();
    let times: Vec<Moment> = lines(&disk, FIRST).iter().map(|line| line.at).collect();
    assert_eq!(times, ["08:00:00", "12:00:00", "10:00:00", "12:00:00"].map(at));
    assert_eq!(store.affairs(&jinyuan()).unwrap().ledger, *held.ledger());
}

#[test]
fn many_at_once_are_one_line_or_nothing() {
    let disk = MemoryDisk::new();
    let store = begun(&disk);
    let mut held = hold(&store, "09:00:00");
    let rows =
        [raise("路灯", &["王小明"]), raise("停车", &["李强"]), accept("2"), merge("2", &["1"])];
    let mut wrong = rows.to_vec();
    wrong.insert(1, raise(" ", &["赵敏"]));
    wrong.push(withdraw("7"));
    let before = held.ledger().clone();
    // What is stopped leaves nothing behind.
    let progress = Progress::new();
    progress.cancel();
    let stopped = held.carry_out_together(&ground(FIRST), &rows, at("09:00:00"), BY, &progress);
    assert!(stopped.is_err());
    assert_eq!((held.ledger(), held.unsaved()), (&before, 0));
    let progress = Progress::new();
    let refused = held
        .carry_out_together(&ground(FIRST), &wrong, at("09:00:00"), BY, &progress)
        .unwrap()
        .unwrap_err();
    let expected = [(1, No::Missing(Blank::Title)), (5, No::NoSuchTopic(case("7")))];
    assert_eq!(refused, expected);
    assert_eq!(progress.so_far(), (6, 6));
    assert_eq!((held.ledger(), held.unsaved()), (&before, 0));
    assert_eq!(
        held.carry_out_together(&ground(FIRST), &[], at("09:00:00"), BY, &progress),
        Ok(Ok(None))
    );
    let line = held
        .carry_out_together(&ground(FIRST), &rows, at("09:00:00"), BY, &progress)
        .unwrap()
        .unwrap()
        .unwrap();
    assert_eq!(line.events.len(), 4);
    assert_eq!(held.ledger().topics[&case("2")].proposers, people(&["李强", "王小明"]));
    held.save().unwrap();
    assert_eq!(lines(&disk, FIRST).len(), 2);
    assert_eq!(store_on(&disk, "x").affairs(&jinyuan()).unwrap().ledger, *held.ledger());
    // Two rows of one parked point: the second knows of the first.
    let mut parked = slip("电梯");
    parked.origin = Some(Origin { session: "s".to_owned(), what: "P1".to_owned() });
    let row = Affair::Raise { slip: parked, proposers: people(&["赵敏"]), procedure: None };
    let twice = [row.clone(), row];
    let refused = held
        .carry_out_together(&ground(FIRST), &twice, at("09:00:00"), BY, &progress)
        .unwrap()
        .unwrap_err();
    assert_eq!(refused, [(1, No::RaisedBefore(case("3")))]);
    // Taken back as one; their numbers are used up.
    held.take_back(at("09:10:00"), BY).unwrap();
    assert!(held.ledger().topics.is_empty());
    held.carry_out(&ground(FIRST), &raise("下水", &["孙丽"]), at("09:11:00"), BY).unwrap();
    assert_eq!(held.ledger().topics.keys().collect::<Vec<_>>(), [&case("3")]);
}

#[test]
fn a_held_ledger_is_what_would_be_read_and_keeps_others_out() {
    let disk = MemoryDisk::new();
    let store = begun(&disk);
    let mut held = hold(&store, "09:00:00");
    // Whatever device the ground names: numbers are this one's.
    let foreign = ground("pc-77b2");
    for affair in [raise("路灯", &["王小明"]), raise("灯", &["李强"]), merge("1", &["2"])] {
        held.carry_out(&foreign, &affair, at("09:00:00"), BY).unwrap();
    }
    assert_eq!(held.unsaved(), 3);
    assert!(store.affairs(&jinyuan()).unwrap().ledger.topics.is_empty());
    held.save().unwrap();
    held.save().unwrap();
    assert_eq!(store.affairs(&jinyuan()).unwrap().ledger, *held.ledger());
    let taken = held.take_back(at("09:01:00"), BY).unwrap();
    assert_eq!(taken.seq, 3);
    held.save().unwrap();
    assert_eq!(store.affairs(&jinyuan()).unwrap().ledger, *held.ledger());
    let locked = store_on(&disk, FIRST).hold_ledger(&jinyuan(), at("09:00:00"), BY);
    assert!(matches!(locked, Err(StoreError::Log(LogError::Locked { .. }))), "{locked:?}");
    drop(held);
    hold(&store, "09:00:00");
}

#[test]
fn what_others_write_and_meetings_do_is_read_again() {
    let disk = MemoryDisk::new();
    let first = begun(&disk);
    let second = store_on(&disk, "pc-77b2");
    let mut held = hold(&first, "09:00:00");
    held.carry_out(&ground(FIRST), &raise("路灯", &["王小明"]), at("09:00:00"), BY).unwrap();
    held.save().unwrap();
    let name = second.create_session(&jinyuan(), &evening(), at("09:05:00"), BY).unwrap().name;
    ok(&second, &raise("停车", &["李强"]), "09:06:00");
    let (_, ledger) = ok(&second, &accept("1"), "09:06:30");
    for (number, despite) in [("1", None), ("2-77b2", Some("情况紧急"))] {
        let done = put_on(&second, &name, &ledger, number, despite, "09:07:00");
        assert!(matches!(done, Scheduled::Done { .. }), "{done:?}");
    }
    assert_eq!(held.ledger().topics.len(), 1);
    held.refresh(&first).unwrap();
    for number in ["1", "2-77b2"] {
        assert_eq!(held.ledger().topics[&case(number)].state(), TopicState::Scheduled);
    }
    let opened = second.open(&name, false, at("09:08:00"), BY).unwrap();
    let yishi::store::access::Opened::Writing { mut meeting, mut writer, .. } = opened else {
        panic!("not opened");
    };
    for command in [
        Command::Open,
        Command::OpenItem(None),
        Command::CloseItem { outcome: Outcome::NotAgreed, why: None, despite: true },
    ] {
        let line = meeting.carry_out(&command, at("09:30:00"), BY).unwrap().clone();
        writer.append(std::slice::from_ref(&line)).unwrap();
    }
    held.refresh(&first).unwrap();
    assert_eq!(held.ledger().topics[&case("1")].state(), TopicState::Consulted);
    assert_eq!(held.ledger().topics[&case("2-77b2")].state(), TopicState::Scheduled);
    // Meetings are still attended after something was taken back.
    held.carry_out(&ground(FIRST), &accept("2-77b2"), at("09:31:00"), BY).unwrap();
    held.take_back(at("09:31:00"), BY).unwrap();
    assert_eq!(held.ledger().topics[&case("1")].state(), TopicState::Consulted);
}

/// A meeting with nothing on its agenda.
fn evening() -> NewSession {
    NewSession {
        title: "协商会".to_owned(),
        on: "2026-11-23".parse().unwrap(),
        starts: None,
        place: None,
        facilitator: None,
        recorder: None,
        agenda: Vec::new(),
    }
}

/// A store with a meeting to come.
fn convened(disk: &MemoryDisk) -> (Store, SessionName) {
    let store = begun(disk);
    let name = store.create_session(&jinyuan(), &evening(), at("08:30:00"), BY).unwrap().name;
    (store, name)
}

fn put_on(
    store: &Store,
    session: &SessionName,
    ledger: &Ledger,
    number: &str,
    despite: Option<&str>,
    clock: &str,
) -> Scheduled {
    let ground = ground(store.device().unwrap().as_str());
    let topic = &ledger.topics[&case(number)];
    let asked = Scheduling { ledger, ground: &ground, topic, minutes: None, despite };
    schedule(store, session, &asked, at(clock), BY).unwrap()
}

#[test]
fn what_the_meeting_s_stage_needs_is_there_or_a_reason_is_kept() {
    let disk = MemoryDisk::new();
    let (store, name) = convened(&disk);
    let (_, ledger) = ok(&store, &raise("路灯", &["王小明"]), "09:00:00");
    let before = disk.read(&store.layout().session_file(&name)).unwrap();
    let done = put_on(&store, &name, &ledger, "1", Some("  "), "09:01:00");
    let Scheduled::NotReady(refusal) = done else { panic!("{done:?}") };
    assert_eq!(refusal, No::MeetingNeeds { topic: case("1"), lacking: vec![Need::Screened] });
    assert_eq!(disk.read(&store.layout().session_file(&name)).unwrap(), before);
    let done = put_on(&store, &name, &ledger, "1", Some(" 情况紧急 "), "09:02:00");
    let Scheduled::Done { line, .. } = done else { panic!("{done:?}") };
    let kept = line.events.iter().find_map(|event| match event {
        Event::TopicLinked { link, .. } => Some((link.needs.clone(), link.despite.clone())),
        _ => None,
    });
    assert_eq!(kept, Some((vec![Need::Screened], Some("情况紧急".to_owned()))));
    // It is no permission to do without a survey.
    assert!(!line.events.iter().any(|event| matches!(event, Event::SurveyWaived { .. })));
    // What was accepted, or entered the stage with a reason, needs none.
    ok(&store, &raise("停车", &["李强"]), "09:03:00");
    ok(&store, &raise("噪声", &["李强"]), "09:03:00");
    ok(&store, &accept("2"), "09:04:00");
    let despite = Some("情况紧急".to_owned());
    let enter = Affair::EnterStage { topic: case("3"), stage: Some(3), despite };
    let (_, ledger) = ok(&store, &enter, "09:04:00");
    for number in ["2", "3"] {
        let done = put_on(&store, &name, &ledger, number, None, "09:05:00");
        assert!(matches!(done, Scheduled::Done { .. }), "{number}: {done:?}");
    }
}

#[test]
fn only_topics_that_stand_for_themselves_come_before_a_meeting() {
    let disk = MemoryDisk::new();
    let (store, name) = convened(&disk);
    for title in ["路灯", "灯", "停车", "噪声"] {
        ok(&store, &raise(title, &["王小明"]), "09:00:00");
    }
    let affairs = [merge("1", &["2"]), exclude("3", "司法程序", "法院"), withdraw("4")];
    for affair in &affairs {
        ok(&store, affair, "09:01:00");
    }
    let ledger = store.affairs(&jinyuan()).unwrap().ledger;
    let refusals = [
        ("2", No::MergedInto { topic: case("2"), into: case("1") }),
        ("3", No::NotNow(case("3"), TopicState::Excluded)),
        ("4", No::NotNow(case("4"), TopicState::Withdrawn)),
    ];
    let before = disk.read(&store.layout().session_file(&name)).unwrap();
    for (number, expected) in refusals {
        let done = put_on(&store, &name, &ledger, number, Some("急"), "09:07:00");
        let Scheduled::NotReady(refusal) = done else { panic!("{number}: {done:?}") };
        assert_eq!(refusal, expected);
    }
    assert_eq!(disk.read(&store.layout().session_file(&name)).unwrap(), before);
}

#[test]
fn a_damaged_ledger_of_anybody_is_not_written_beside() {
    let disk = MemoryDisk::new();
    let store = begun(&disk);
    ok(&store, &raise("路灯", &["王小明"]), "09:00:00");
    disk.put(&file("pc-77b2"), b"[\nrubbish\n]\n");
    let refused =
        store.carry_out_affair(&jinyuan(), &ground(FIRST), &accept("1"), at("09:01:00"), BY);
    assert!(matches!(refused, Err(StoreError::Log(LogError::Read { .. }))));
    assert_eq!(lines(&disk, FIRST).len(), 2);
    // It is read as far as it goes, and told.
    let read = store.affairs(&jinyuan()).unwrap();
    assert_eq!((read.ledger.topics.len(), read.troubles.len()), (1, 1));
}

#[test]
fn numbers_given_twice_are_told_by_the_check() {
    let disk = MemoryDisk::new();
    let first = begun(&disk);
    ok(&first, &raise("路灯", &["王小明"]), "09:00:00");
    // Another laptop began the same community by itself; then the folders were put together.
    let elsewhere = MemoryDisk::new();
    let second = store_on(&elsewhere, "pc-77b2");
    second.create_community(&jinyuan(), &Community::new("锦苑社区", None), "说明").unwrap();
    ok(&second, &raise("停车", &["李强"]), "08:30:00");
    disk.put(&file("pc-77b2"), &elsewhere.read(&file("pc-77b2")).unwrap());
    let report = check(&disk, Path::new("/store"), &Progress::new()).unwrap();
    assert_eq!((report.findings.len(), report.faults()), (1, 0));
    let found = &report.findings[0];
    assert_eq!((&found.path, found.severity), (&file("pc-77b2"), Severity::Note));
    let What::SameNumber { number, known, call: false } = &found.what else {
        panic!("{found:?}");
    };
    assert_eq!((number, known), (&case("1"), &case("1-77b2")));
    // Whoever goes on is told apart.
    let (_, ledger) = ok(&store_on(&disk, "pc-77b2"), &accept("1-77b2"), "10:00:00");
    assert_eq!(ledger.topics[&case("1-77b2")].state(), TopicState::Accepted);
    assert_eq!(ledger.topics[&case("1")].state(), TopicState::Raised);
}

/// What a laptop does in an afternoon: each call alone, as the command line does it.
fn afternoon() -> Vec<Affair> {
    vec![
        raise("路灯", &["王小明"]),
        raise("灯", &["李强"]),
        merge("1", &["2"]),
        result("1", ResultClass::Solved),
        rate("1", "李强", Satisfaction::Dissatisfied),
    ]
}

/// Carries out one after the other until something fails; how many were said to be done.
fn run(disk: Arc<dyn Disk>) -> usize {
    let store = store_of(disk, FIRST);
    let mut now = at("09:00:00");
    for (done, affair) in afternoon().iter().enumerate() {
        now += TimeDelta::seconds(30);
        match store.carry_out_affair(&jinyuan(), &ground(FIRST), affair, now, BY) {
            Ok(granted) => drop(granted.unwrap()),
            Err(_) => return done,
        }
    }
    afternoon().len()
}

#[test]
fn killed_at_any_call_no_line_is_lost_or_half_there() {
    let calls = {
        let memory = MemoryDisk::new();
        begun(&memory);
        let faulty = FaultyDisk::over(&memory);
        assert_eq!(run(Arc::new(faulty.clone())), afternoon().len());
        faulty.calls()
    };
    assert!(calls > 50);
    for at_call in 0..calls {
        for kind in [FaultKind::Kill, FaultKind::Partial(60, ErrorKind::StorageFull)] {
            let memory = MemoryDisk::new();
            begun(&memory);
            let faulty = FaultyDisk::over(&memory);
            faulty.set(Fault { at: at_call, times: usize::MAX, kind });
            let done = run(Arc::new(faulty));
            for disk in [memory.clone(), memory.crash(0, 0)] {
                let context = format!("{kind:?} at {at_call}, {done} done");
                let store = store_on(&disk, FIRST);
                // The next program mends what was cut short and goes on.
                let mut held = hold(&store, "12:00:00");
                let known = held.ledger().clone();
                let there = usize::try_from(lines(&disk, FIRST).last().unwrap().seq).unwrap();
                assert!(there == done || there == done + 1, "{context}: {there}");
                let rest = &afternoon()[there..];
                for affair in rest {
                    held.carry_out(&ground(FIRST), affair, at("12:00:00"), BY).unwrap();
                }
                held.save().unwrap();
                assert_eq!(lines(&disk, FIRST).len(), 1 + afternoon().len(), "{context}");
                let topic = &held.ledger().topics[&case("1")];
                assert_eq!(topic.state(), TopicState::Reopened, "{context}");
                assert!(known.topics.len() <= 2, "{context}");
            }
        }
    }
}

#[test]
fn what_could_not_be_saved_waits() {
    let memory = MemoryDisk::new();
    begun(&memory);
    let faulty = FaultyDisk::over(&memory);
    let store = store_of(Arc::new(faulty.clone()), FIRST);
    let mut held = hold(&store, "09:00:00");
    for affair in &afternoon()[..2] {
        held.carry_out(&ground(FIRST), affair, at("09:00:00"), BY).unwrap();
    }
    let kind = FaultKind::Partial(40, ErrorKind::StorageFull);
    faulty.set(Fault { at: 0, times: 3, kind });
    held.save().unwrap_err();
    assert_eq!((held.unsaved(), held.ledger().topics.len()), (2, 2));
    held.carry_out(&ground(FIRST), &afternoon()[2], at("09:01:00"), BY).unwrap();
    faulty.heal();
    held.save().unwrap();
    assert_eq!(held.unsaved(), 0);
    assert_eq!(lines(&memory.crash(0, 0), FIRST).len(), 4);
}

#[test]
fn digests_tell_what_meetings_did_with_topics_as_their_records_do() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample");
    let store = Store::new(Arc::new(OsDisk), root, DeviceOrigin::default());
    let mut consulted = 0;
    for known in store.communities().unwrap() {
        let read = store.affairs(&known.id).unwrap().ledger;
        let mut ledger = store.ledger(&known.id).unwrap().ledger;
        let index = store.index_of(&known.id, None, &Progress::new()).unwrap();
        attend(&mut ledger, &index.communities()[0]);
        assert_eq!(ledger, read, "{}", known.id);
        consulted += read.topics.values().map(|topic| topic.consultations.len()).sum::<usize>();
    }
    // The samples have topics on agendas, some of them of meetings to come.
    assert!(consulted > 4, "{consulted}");
}
