//! `docs/format.md` tells the truth: its log is what the program writes, its events are all there
//! are, its script follows the chain, and every key of the JSON is named.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, NaiveDate};
use yishi::domain::agreement::Threshold;
use yishi::domain::command::Command;
use yishi::domain::event::{Event, FORMAT, Setup};
use yishi::domain::item::PlannedItem;
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::meeting::Meeting;
use yishi::domain::nearness::Spot;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Who};
use yishi::domain::record::Moment;
use yishi::store::chain::encode_log;
use yishi::store::community::{Community, unknown_fields};
use yishi::store::contacts;
use yishi::store::disk::Disk as _;
use yishi::store::exclusions;
use yishi::store::log::{Tail, read_log};
use yishi::store::procedures;
use yishi::store::testing::MemoryDisk;

const DOC: &str = include_str!("../docs/format.md");

/// What stands between `<!-- name:begin -->` and `<!-- name:end -->`.
fn part(name: &str) -> &'static str {
    let (_, after) = DOC.split_once(&format!("<!-- {name}:begin -->\n")).unwrap();
    after.split_once(&format!("<!-- {name}:end -->")).unwrap().0
}

/// The code block there.
fn block(name: &str) -> &'static str {
    let code = part(name).strip_prefix("```").unwrap();
    code.split_once('\n').unwrap().1.strip_suffix("```\n").unwrap()
}

/// The code that begins each entry of a list there.
fn entries(name: &str) -> Vec<&'static str> {
    let lines = part(name).lines();
    lines.filter_map(|line| Some(line.strip_prefix("- `")?.split_once('`')?.0)).collect()
}

fn at(clock: &str) -> Moment {
    DateTime::parse_from_rfc3339(&format!("2026-11-23T{clock}+08:00")).unwrap()
}

/// The meeting of the example, as it is told there in words.
fn meeting() -> Meeting {
    let setup = Setup {
        format: FORMAT,
        device: "laptop-4a1c".to_owned(),
        community: "jinyuan".to_owned(),
        community_name: "锦苑社区".to_owned(),
        title: "十一月协商会".to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        place: Some("议事室".to_owned()),
        facilitator: None,
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: vec![PlannedItem { title: "停车位".to_owned(), minutes: Some(20) }],
    };
    let speaker = Newcomer {
        name: "王小明".to_owned(),
        household: Some("5栋".to_owned()),
        ..Newcomer::default()
    };
    let opinion = Command::RecordOpinion {
        who: Some(Who::Joining(speaker)),
        stance: Some(Stance::Support),
        text: "停车位应先给老人".to_owned(),
    };
    let mut meeting = Meeting::create(setup, at("18:52:10"), "李敏");
    for (clock, command) in [
        ("19:00:05", Command::Open),
        ("19:00:20", Command::OpenItem(None)),
        ("19:01:40", opinion),
        ("19:01:52", Command::Undo),
    ] {
        meeting.carry_out(&command, at(clock), "李敏").unwrap();
    }
    meeting
}

#[test]
fn the_example_is_what_the_program_reads_and_writes() {
    let example = block("example");
    let log = read_log::<Event>(example.as_bytes()).unwrap();
    assert_eq!(log.tail, Tail::Whole);
    let (written, _) = encode_log(meeting().lines()).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), example);
    // Nothing is left of what was undone, not even the person who joined by saying it.
    let read = Meeting::replay(log.lines).unwrap();
    assert_eq!(read.session().opinions.len(), 0);
    assert_eq!(read.session().people.len(), 0);
    // Any RON parser reads the whole file: the hashes are comments.
    assert_eq!(ron::from_str::<Vec<ron::Value>>(example).unwrap().len(), 5);
    assert!(DOC.contains(&format!("prints `whole up to {}`", log.chain)));
}

#[test]
#[cfg(target_os = "linux")]
fn the_script_follows_the_chain_and_finds_a_change() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    let run = |log: &str| {
        let mut child = Command::new("sh")
            .args(["-c", block("script")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // A script that stops early does not read to the end.
        let _ = child.stdin.take().unwrap().write_all(log.as_bytes());
        let output = child.wait_with_output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    let example = block("example");
    let whole = "whole up to 89e2f87201c7c20f0a5446eb23b40d5d\n".to_owned();
    assert_eq!(run(example), (true, whole));
    let (well, told) = run(&example.replace("先给老人", "先给本人"));
    assert!(!well && told.starts_with("wrong: (seq:3,"), "{told}");
}

/// The name of every kind of event. One that is added here must be told in the document.
const EVENTS: [&str; 73] = [
    "Created",
    "TakenOver",
    "Opened",
    "Paused",
    "Resumed",
    "Closed",
    "Reverted",
    "Reinstated",
    "Joined",
    "Returned",
    "Left",
    "PersonCorrected",
    "ItemAdded",
    "ItemChanged",
    "ItemMoved",
    "ItemOpened",
    "ItemClosed",
    "HandRaised",
    "HandLowered",
    "FloorGiven",
    "HandMoved",
    "ListClosed",
    "ListReopened",
    "RulesAdopted",
    "ProcedureAdopted",
    "TopicLinked",
    "SurveyFound",
    "SurveyWaived",
    "ChairGiven",
    "ChairTakenBack",
    "FloorEnded",
    "OpinionRecorded",
    "OpinionAmended",
    "OpinionWithdrawn",
    "OpinionEndorsed",
    "QuestionAnswered",
    "QuestionReopened",
    "PointMade",
    "PointJoined",
    "PointParted",
    "PointAmended",
    "PointDissolved",
    "PointEndorsed",
    "OpinionReserved",
    "OpinionMoved",
    "OpinionSetAside",
    "ParkedTakenUp",
    "Parked",
    "ParkedSettled",
    "Noted",
    "ResolutionDrafted",
    "ResolutionAmended",
    "ResolutionWithdrawn",
    "ThresholdSet",
    "HandsCounted",
    "MethodChosen",
    "Counted",
    "ObjectionRaised",
    "ObjectionResolved",
    "ResultAnnounced",
    "ActionAgreed",
    "ActionAmended",
    "ActionDropped",
    "SetupChanged",
    "PapersListed",
    "NoticeGiven",
    "PersonExpected",
    "ExpectationDropped",
    "ItemRemoved",
    "ItemCarried",
    "EndSet",
    "ReadBackBegan",
    "Confirmed",
];

/// Does not compile when an event is added, until it is added to [`EVENTS`] too.
fn is_known(event: &Event) -> bool {
    match event {
        Event::Created(_)
        | Event::TakenOver { .. }
        | Event::Opened
        | Event::Paused
        | Event::Resumed
        | Event::Closed { .. }
        | Event::Reverted { .. }
        | Event::Reinstated { .. }
        | Event::Joined { .. }
        | Event::Returned { .. }
        | Event::Left { .. }
        | Event::PersonCorrected { .. }
        | Event::ItemAdded { .. }
        | Event::ItemChanged { .. }
        | Event::ItemMoved { .. }
        | Event::ItemOpened { .. }
        | Event::ItemClosed { .. }
        | Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::FloorGiven { .. }
        | Event::HandMoved { .. }
        | Event::ListClosed
        | Event::ListReopened
        | Event::RulesAdopted { .. }
        | Event::ProcedureAdopted { .. }
        | Event::TopicLinked { .. }
        | Event::SurveyFound { .. }
        | Event::SurveyWaived { .. }
        | Event::ChairGiven { .. }
        | Event::ChairTakenBack
        | Event::FloorEnded
        | Event::OpinionRecorded { .. }
        | Event::OpinionAmended { .. }
        | Event::OpinionWithdrawn { .. }
        | Event::OpinionEndorsed { .. }
        | Event::QuestionAnswered { .. }
        | Event::QuestionReopened { .. }
        | Event::PointMade { .. }
        | Event::PointJoined { .. }
        | Event::PointParted { .. }
        | Event::PointAmended { .. }
        | Event::PointDissolved { .. }
        | Event::PointEndorsed { .. }
        | Event::OpinionReserved { .. }
        | Event::OpinionMoved { .. }
        | Event::OpinionSetAside { .. }
        | Event::ParkedTakenUp { .. }
        | Event::Parked { .. }
        | Event::ParkedSettled { .. }
        | Event::Noted { .. }
        | Event::ResolutionDrafted { .. }
        | Event::ResolutionAmended { .. }
        | Event::ResolutionWithdrawn { .. }
        | Event::ThresholdSet { .. }
        | Event::HandsCounted { .. }
        | Event::MethodChosen { .. }
        | Event::Counted { .. }
        | Event::ObjectionRaised { .. }
        | Event::ObjectionResolved { .. }
        | Event::ResultAnnounced { .. }
        | Event::ActionAgreed { .. }
        | Event::ActionAmended { .. }
        | Event::ActionDropped { .. }
        | Event::SetupChanged { .. }
        | Event::PapersListed { .. }
        | Event::NoticeGiven { .. }
        | Event::PersonExpected { .. }
        | Event::ExpectationDropped { .. }
        | Event::ItemRemoved { .. }
        | Event::ItemCarried { .. }
        | Event::EndSet { .. }
        | Event::ReadBackBegan
        | Event::Confirmed { .. } => true,
    }
}

fn name_of(entry: &str) -> &str {
    entry.split('(').next().unwrap_or(entry)
}

#[test]
fn every_event_is_told_as_it_is_written_with_all_its_fields() {
    let entries = entries("events");
    for entry in &entries {
        let event: Event = ron::from_str(entry).unwrap();
        assert!(is_known(&event));
        assert_eq!(ron::ser::to_string(&event).unwrap(), *entry);
        // An optional field that the document forgets would be read as empty.
        // A plain number has no mark.
        let read = format!("{event:?}").replace("mark: None", "");
        assert!(!read.contains("None") && !read.contains("[]"), "{entry} leaves a field out");
    }
    let told: BTreeSet<&str> = entries.iter().map(|entry| name_of(entry)).collect();
    assert_eq!(told, BTreeSet::from(EVENTS));
    assert_eq!(entries.len(), EVENTS.len(), "an event is told twice");
}

/// The name of every kind of event of a ledger, in the order they are told.
const LEDGER_EVENTS: [&str; 29] = [
    "Created",
    "TakenBack",
    "LedgerSeen",
    "PersonEntered",
    "ActionReported",
    "TopicRaised",
    "SlipAmended",
    "TopicClassified",
    "ProposersJoined",
    "TopicScreened",
    "TopicsMerged",
    "TopicParted",
    "TopicWithdrawn",
    "ProposersAnswered",
    "ProcedureChosen",
    "StageEntered",
    "StagesNamed",
    "SurveyWritten",
    "OutingMade",
    "SurveyWaived",
    "TopicAssigned",
    "TopicPosted",
    "TopicResulted",
    "TopicRated",
    "StationEntered",
    "DutySet",
    "CalledOut",
    "ReportedIn",
    "CallClosed",
];

/// Does not compile when an event is added, until it is added to [`LEDGER_EVENTS`] too.
fn is_known_to_ledgers(event: &LedgerEvent) -> bool {
    match event {
        LedgerEvent::Created { .. }
        | LedgerEvent::TakenBack { .. }
        | LedgerEvent::LedgerSeen { .. }
        | LedgerEvent::PersonEntered { .. }
        | LedgerEvent::ActionReported { .. }
        | LedgerEvent::TopicRaised { .. }
        | LedgerEvent::SlipAmended { .. }
        | LedgerEvent::TopicClassified { .. }
        | LedgerEvent::ProposersJoined { .. }
        | LedgerEvent::TopicScreened { .. }
        | LedgerEvent::TopicsMerged { .. }
        | LedgerEvent::TopicParted { .. }
        | LedgerEvent::TopicWithdrawn { .. }
        | LedgerEvent::ProposersAnswered { .. }
        | LedgerEvent::ProcedureChosen { .. }
        | LedgerEvent::StageEntered { .. }
        | LedgerEvent::StagesNamed { .. }
        | LedgerEvent::SurveyWritten { .. }
        | LedgerEvent::OutingMade(_)
        | LedgerEvent::SurveyWaived { .. }
        | LedgerEvent::TopicAssigned { .. }
        | LedgerEvent::TopicPosted { .. }
        | LedgerEvent::TopicResulted { .. }
        | LedgerEvent::TopicRated { .. }
        | LedgerEvent::StationEntered(_)
        | LedgerEvent::DutySet { .. }
        | LedgerEvent::CalledOut { .. }
        | LedgerEvent::ReportedIn { .. }
        | LedgerEvent::CallClosed { .. } => true,
    }
}

#[test]
fn the_ledger_is_told_as_it_is_written() {
    let entries = entries("ledger");
    for entry in &entries {
        let event: LedgerEvent = ron::from_str(entry).unwrap();
        assert!(is_known_to_ledgers(&event));
        assert_eq!(ron::ser::to_string(&event).unwrap(), *entry);
        // An optional field that the document forgets would be read as empty.
        // A plain number has no mark.
        let read = format!("{event:?}").replace("mark: None", "");
        assert!(!read.contains("None") && !read.contains("[]"), "{entry} leaves a field out");
    }
    let told: Vec<&str> = entries.iter().map(|entry| name_of(entry)).collect();
    assert_eq!(told, LEDGER_EVENTS);
}

#[test]
fn the_files_that_people_edit_are_read() {
    let community = Community::parse(block("community").as_bytes()).unwrap();
    assert_eq!(community.name, "锦苑社区");
    assert_eq!(community.turn_seconds, 180);
    assert_eq!(unknown_fields(block("community").as_bytes()), Vec::<String>::new());
    assert_eq!(community.procedure.as_deref(), Some("yunyan-six"));
    assert_eq!(community.spot, Some((26.6, 106.6)));
    assert_eq!(community.grids.len(), 2);
    let procedure = procedures::parse(block("procedure").as_bytes()).unwrap();
    assert_eq!((procedure.count(), procedure.meeting_stage()), (4, Some(2)));
    let exclusions = exclusions::parse(block("exclusions").as_bytes()).unwrap();
    assert_eq!(exclusions.len(), 1);
}

#[test]
fn phone_numbers_and_homes_are_kept_as_told() {
    let disk = MemoryDisk::new();
    let path = Path::new("/contacts.ron");
    contacts::change(&disk, path, |contacts| {
        contacts.phones.insert("chenguihua-3dong".to_owned(), "13800000000".to_owned());
        let home = Spot::of(26.6476, 106.6302).unwrap();
        contacts.homes.insert("chenguihua-3dong".to_owned(), home);
    })
    .unwrap();
    assert_eq!(String::from_utf8(disk.read(path).unwrap()).unwrap(), block("contacts"));
}

fn keys(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_json_is_named() {
    let (_, told) = DOC.split_once("## JSON that is handed out").unwrap();
    for snapshot in [
        include_str!("snapshots/report_snapshots__minutes_json.snap"),
        include_str!("snapshots/report_snapshots__actions_json.snap"),
    ] {
        let json = snapshot.split_at(snapshot.find("\n{\n").unwrap()).1;
        let mut found = BTreeSet::new();
        keys(&serde_json::from_str(json).unwrap(), &mut found);
        assert!(found.len() > 20);
        for key in found {
            assert!(told.contains(&format!("`{key}`")), "`{key}` is not in docs/format.md");
        }
    }
}
