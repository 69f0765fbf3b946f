//! Stations, rosters, and calls that members report in to, worked out by hand; and what holds for any
//! course of calls.
//!
//! The community knows the members 王芳 and 李强 and the resident 陈桂花; topic 1 is a leak, which is
//! screened. Its procedure has four stages, and the third is for emergencies.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Weekday};
use proptest::prelude::*;
use yishi::domain::affairs::{
    Affair, AffairRefusal, Blank, CallRefusal, Ground, NamedProcedure, decide,
};
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::people::Role;
use yishi::domain::procedure::{Procedure, Stage};
use yishi::domain::record::{Line, Moment};
use yishi::domain::rules::RuleSet;
use yishi::domain::station::{CallOut, CalledMember, DutyDay, Near, StationCard, StationKind};
use yishi::domain::topic::{CaseNo, Decision, Level, Proposer, Slip, Source, TopicState};

fn at(minutes: i64) -> Moment {
    let nine = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
    nine + TimeDelta::minutes(minutes)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn ground(emergency: Option<u32>) -> Ground {
    let stage = |name: &str| Stage { name: name.to_owned(), ..Stage::default() };
    let procedure = Procedure {
        name: s("吹哨报到"),
        emergency,
        stages: ["吹哨", "报到", "处置", "评价"].map(stage).to_vec(),
        ..Procedure::default()
    };
    Ground {
        today: day("2026-11-23"),
        device: s("first"),
        procedures: vec![NamedProcedure { file: s("whistle"), procedure: Arc::new(procedure) }],
        procedure: s("whistle"),
        rules: Arc::new(RuleSet::unwritten()),
        rules_of: Vec::new(),
    }
}

/// A community and its minutes, one a line.
#[derive(Clone)]
struct Hood {
    ledger: Ledger,
    ground: Ground,
    minute: i64,
}

impl Hood {
    fn new() -> Self {
        Self::by(Some(3))
    }

    fn by(emergency: Option<u32>) -> Self {
        let ledger = Ledger::default();
        let mut hood = Self { ledger, ground: ground(emergency), minute: 0 };
        let created =
            LedgerEvent::Created { format: 1, device: s("first"), community: s("jinyuan") };
        let person = |key: &str, name: &str, role| LedgerEvent::PersonEntered {
            key: s(key),
            name: s(name),
            role,
            household: None,
            sector: None,
            grid: None,
        };
        hood.write(&[
            created,
            person("wang", "王芳", Role::CppccMember),
            person("li", "李强", Role::Deputy),
            person("chen", "陈桂花", Role::Resident),
        ]);
        hood.ok(&Affair::Raise {
            slip: Slip::new(s("水管爆裂"), day("2026-11-23"), Source::Call),
            proposers: vec![Proposer { name: s("陈桂花"), key: Some(s("chen")) }],
            procedure: None,
        });
        hood.ok(&Affair::Screen {
            topic: CaseNo::plain(1),
            decision: Decision::Accepted { level: Level::Community },
            class: None,
            approver: None,
        });
        hood
    }

    fn write(&mut self, events: &[LedgerEvent]) {
        self.minute += 1;
        let line = self.ledger.next_line("first", at(self.minute), "李敏", events);
        self.ledger.evolve("first", &line);
    }

    #[track_caller]
    fn ok(&mut self, affair: &Affair) -> Vec<LedgerEvent> {
        let events = decide(&self.ledger, &self.ground, affair);
        let events = events.unwrap_or_else(|refusal| panic!("{affair:?}: {refusal:?}"));
        self.write(&events);
        events
    }

    #[track_caller]
    fn refuses(&self, affair: &Affair, refusal: CallRefusal) {
        let told = decide(&self.ledger, &self.ground, affair);
        assert_eq!(told, Err(AffairRefusal::Call(refusal)), "{affair:?}");
    }
}

fn called(key: &str, name: &str, near: Near) -> CalledMember {
    CalledMember { key: s(key), community: None, name: s(name), near }
}

fn elsewhere(key: &str, name: &str, metres: u32) -> CalledMember {
    let near = Near::Metres(metres);
    CalledMember { community: Some(s("cuihu")), ..called(key, name, near) }
}

fn call(reason: &str, members: Vec<CalledMember>) -> Affair {
    Affair::CallOut(CallOut {
        reason: s(reason),
        topic: None,
        place: None,
        grid: None,
        urgent: false,
        members,
    })
}

fn about(topic: u32, urgent: bool) -> Affair {
    Affair::CallOut(CallOut {
        reason: s("水管爆裂"),
        topic: Some(CaseNo::plain(topic)),
        place: Some(s(" 3栋 ")),
        grid: Some(s("")),
        urgent,
        members: vec![called("wang", "王芳", Near::SameGrid)],
    })
}

fn report(number: u32, member: &str) -> Affair {
    Affair::ReportIn { call: CaseNo::plain(number), member: s(member) }
}

fn close(number: u32, how: &str) -> Affair {
    Affair::CloseCall { call: CaseNo::plain(number), how: s(how) }
}

fn card(name: &str, kind: StationKind) -> StationCard {
    StationCard {
        name: s(name),
        kind,
        sector: None,
        place: None,
        members: Vec::new(),
        communities: Vec::new(),
    }
}

fn station(name: &str, members: &[&str]) -> StationCard {
    let members = members.iter().map(|key| s(key)).collect();
    StationCard { members, ..card(name, StationKind::Station) }
}

#[test]
fn a_call_goes_out_with_a_reason_and_each_reports_in_once() {
    let mut hood = Hood::new();
    let members = vec![
        called("wang", "王芳", Near::SameGrid),
        called("wang", "王芳", Near::SameGrid),
        elsewhere("wang", "王芳", 700),
    ];
    let events = hood.ok(&call(" 围墙倒塌 ", members));
    let [LedgerEvent::CalledOut { call, out }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((call.to_string().as_str(), out.reason.as_str()), ("1", "围墙倒塌"));
    // Named twice is called once; of another community, somebody of the same key is another.
    assert_eq!(out.members.len(), 2);
    hood.ok(&report(1, "wang"));
    hood.ok(&report(1, "cuihu/wang"));
    let reported = &hood.ledger.calls[&CaseNo::plain(1)].reported;
    let who: Vec<&str> = reported.iter().map(|(who, _)| who.as_str()).collect();
    assert_eq!(who, ["wang", "cuihu/wang"]);
    let again = CallRefusal::AlreadyReported { call: CaseNo::plain(1), name: s("王芳") };
    hood.refuses(&report(1, "wang"), again);
    let stranger = CallRefusal::NotCalled { call: CaseNo::plain(1), member: s("li") };
    hood.refuses(&report(1, "li"), stranger);
    hood.ok(&close(1, " 已加固 "));
    let closed = hood.ledger.calls[&CaseNo::plain(1)].closed.clone();
    assert_eq!(closed.map(|(_, how)| how), Some(s("已加固")));
    hood.refuses(&report(1, "wang"), CallRefusal::Closed(CaseNo::plain(1)));
    hood.refuses(&close(1, "再来"), CallRefusal::Closed(CaseNo::plain(1)));
    hood.refuses(&close(2, "了结"), CallRefusal::NoSuchCall(CaseNo::plain(2)));
}

#[test]
fn what_a_call_needs() {
    let hood = Hood::new();
    hood.refuses(&call("围墙倒塌", vec![]), CallRefusal::NobodyToCall);
    let nobody = vec![called("nobody", "某人", Near::Unknown)];
    hood.refuses(&call("围墙倒塌", nobody), CallRefusal::NobodyKnown(s("某人")));
    let many = (0..201).map(|number| elsewhere(&number.to_string(), "甲", 100)).collect();
    hood.refuses(&call("围墙倒塌", many), CallRefusal::TooMany(201));
    let wang = || vec![called("wang", "王芳", Near::SameGrid)];
    let told = decide(&hood.ledger, &hood.ground, &call(&"长".repeat(5_001), wang()));
    assert_eq!(told, Err(AffairRefusal::TooLong { given: 5_001, most: 5_000 }));
    for blank in ["", "  "] {
        let told = decide(&hood.ledger, &hood.ground, &call(blank, wang()));
        assert_eq!(told, Err(AffairRefusal::Missing(Blank::CallReason)));
        let mut hood = hood.clone();
        hood.ok(&call("围墙倒塌", wang()));
        let told = decide(&hood.ledger, &hood.ground, &close(1, blank));
        assert_eq!(told, Err(AffairRefusal::Missing(Blank::Ending)));
    }
}

#[test]
fn an_emergency_skips_to_action_and_nothing_else_does() {
    let stages = |hood: &Hood| -> Vec<(u32, Option<String>)> {
        let topic = &hood.ledger.topics[&CaseNo::plain(1)];
        topic.stages.iter().map(|it| (it.stage, it.despite.clone())).collect()
    };
    // Urgent, and its procedure has a stage for it.
    let mut hood = Hood::new();
    let before = stages(&hood);
    hood.ok(&about(1, true));
    assert_eq!(hood.ledger.topics[&CaseNo::plain(1)].stage(), 3);
    assert_eq!(stages(&hood).last(), Some(&(3, Some(s("水管爆裂")))));
    // Once there, it does not enter it again.
    let entered = stages(&hood);
    hood.ok(&about(1, true));
    assert_eq!(stages(&hood), entered);
    // Not urgent, or no such stage.
    for (mut hood, urgent) in [(Hood::new(), false), (Hood::by(None), true)] {
        hood.ok(&about(1, urgent));
        assert_eq!(stages(&hood), before);
    }
    // What was said of the place is kept without blanks; of the grid, nothing was said.
    let out = &hood.ledger.calls[&CaseNo::plain(1)].out;
    assert_eq!((out.place.as_deref(), out.grid.as_deref()), (Some("3栋"), None));
}

#[test]
fn a_call_is_about_a_topic_that_is_there_and_not_over() {
    let mut hood = Hood::new();
    let told = decide(&hood.ledger, &hood.ground, &about(9, false));
    assert_eq!(told, Err(AffairRefusal::NoSuchTopic(CaseNo::plain(9))));
    hood.ok(&Affair::Withdraw { topic: CaseNo::plain(1), why: s("已修好") });
    let told = decide(&hood.ledger, &hood.ground, &about(1, false));
    assert_eq!(told, Err(AffairRefusal::NotNow(CaseNo::plain(1), TopicState::Withdrawn)));
}

#[test]
fn stations_have_members_that_are_known_and_areas_group_communities() {
    let mut hood = Hood::new();
    let enter = |card: StationCard| Affair::EnterStation(card);
    hood.ok(&enter(station(" 锦苑联络站 ", &["wang", "wang", "li"])));
    let members = |hood: &Hood| hood.ledger.stations["锦苑联络站"].card.members.clone();
    assert_eq!(members(&hood), ["wang", "li"]);
    let same = enter(station("锦苑联络站", &["wang", "li"]));
    hood.refuses(&same, CallRefusal::NoChange);
    let strange = enter(station("锦苑联络站", &["nobody"]));
    hood.refuses(&strange, CallRefusal::NobodyKnown(s("nobody")));
    hood.ok(&enter(station("锦苑联络站", &["li"])));
    assert_eq!(members(&hood), ["li"]);
    let area = card("东片区", StationKind::Area);
    hood.refuses(&enter(area.clone()), CallRefusal::NoCommunities(s("东片区")));
    let communities = vec![s("jinyuan"), s("cuihu"), s("jinyuan")];
    hood.ok(&enter(StationCard { communities: communities.clone(), ..area }));
    assert_eq!(hood.ledger.stations["东片区"].card.communities, ["jinyuan", "cuihu"]);
    for kind in [StationKind::Studio, StationKind::Station, StationKind::Room] {
        let card = StationCard { communities: communities.clone(), ..card("甲", kind) };
        hood.refuses(&enter(card), CallRefusal::NotAnArea(s("甲")));
    }
    let told = decide(&hood.ledger, &hood.ground, &enter(card("  ", StationKind::Room)));
    assert_eq!(told, Err(AffairRefusal::Missing(Blank::StationName)));
}

#[test]
fn a_roster_of_weeks_gives_way_to_one_of_days() {
    let mut hood = Hood::new();
    hood.ok(&Affair::EnterStation(station("站", &["wang"])));
    let duty = |day, people: &[&str]| Affair::SetDuty {
        station: s("站"),
        day,
        people: people.iter().map(|key| s(key)).collect(),
    };
    // 25 November 2026 is a Wednesday, and so is 2 December.
    let (one, other) = (day("2026-11-25"), day("2026-12-02"));
    let weekly = DutyDay::Weekly(Weekday::Wed);
    hood.ok(&duty(weekly, &["wang", "li"]));
    hood.ok(&duty(DutyDay::On(one), &["chen"]));
    let on = |hood: &Hood, day| hood.ledger.stations["站"].on_duty(day).to_vec();
    assert_eq!(on(&hood, one), ["chen"]);
    assert_eq!(on(&hood, other), ["wang", "li"]);
    assert!(on(&hood, day("2026-11-24")).is_empty());
    hood.refuses(&duty(weekly, &["wang", "li"]), CallRefusal::NoChange);
    hood.refuses(&duty(weekly, &["nobody"]), CallRefusal::NobodyKnown(s("nobody")));
    // Nobody takes a day off; a station keeps its roster when it is put right.
    hood.ok(&duty(DutyDay::On(one), &[]));
    assert_eq!(on(&hood, one), ["wang", "li"]);
    hood.ok(&Affair::EnterStation(station("站", &["wang", "li"])));
    assert_eq!(on(&hood, one), ["wang", "li"]);
    hood.refuses(&duty(DutyDay::On(one), &[]), CallRefusal::NoChange);
    let nowhere = Affair::SetDuty { station: s("无"), day: weekly, people: vec![] };
    hood.refuses(&nowhere, CallRefusal::NoSuchStation(s("无")));
}

/// Anything that may be asked about calls, sensible or not.
fn anything() -> impl Strategy<Value = Affair> {
    let member = prop_oneof![
        Just(called("wang", "王芳", Near::SameGrid)),
        Just(called("li", "李强", Near::SameCommunity)),
        Just(called("nobody", "某人", Near::Unknown)),
        Just(elsewhere("wang", "王芳", 300)),
        Just(elsewhere("zhao", "赵敏", 1_200)),
    ];
    let who = prop_oneof![
        Just("wang"),
        Just("li"),
        Just("chen"),
        Just("nobody"),
        Just("cuihu/wang"),
        Just("cuihu/zhao"),
    ];
    prop_oneof![
        3 => (prop::collection::vec(member, 0..4), any::<bool>(), prop::option::of(1..3u32))
            .prop_map(|(members, urgent, topic)| Affair::CallOut(CallOut {
                reason: s("事由"),
                topic: topic.map(CaseNo::plain),
                place: None,
                grid: None,
                urgent,
                members,
            })),
        6 => (1..5u32, who).prop_map(|(number, who)| report(number, who)),
        1 => (1..5u32).prop_map(|number| close(number, "了结")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Whatever is asked: nobody reports in twice, nor to a call they were not called by, nor to one
    /// that has ended; calls are numbered without gaps; and the lines tell the same again.
    #[test]
    fn whatever_is_asked_calls_stay_sound(affairs in prop::collection::vec(anything(), 0..40)) {
        let mut hood = Hood::new();
        let mut ended: Vec<(CaseNo, usize)> = Vec::new();
        let mut lines: Vec<Line<LedgerEvent>> = Vec::new();
        for affair in &affairs {
            let before = hood.ledger.clone();
            let Ok(events) = decide(&hood.ledger, &hood.ground, affair) else {
                prop_assert_eq!(&before, &hood.ledger);
                continue;
            };
            hood.minute += 1;
            let line = hood.ledger.next_line("first", at(hood.minute), "李敏", &events);
            hood.ledger.evolve("first", &line);
            lines.push(line);
            for (number, call) in &hood.ledger.calls {
                if call.closed.is_some() && ended.iter().all(|(known, _)| known != number) {
                    ended.push((number.clone(), call.reported.len()));
                }
            }
        }
        for (at, (number, call)) in hood.ledger.calls.iter().enumerate() {
            prop_assert_eq!(number, &CaseNo::plain(u32::try_from(at + 1).unwrap()));
            prop_assert!(!call.out.members.is_empty());
            let ids: Vec<String> = call.out.members.iter().map(CalledMember::id).collect();
            for (place, (who, when)) in call.reported.iter().enumerate() {
                prop_assert!(ids.contains(who), "{} was not called", who);
                let twice = call.reported.iter().skip(place + 1).any(|(other, _)| other == who);
                prop_assert!(!twice, "{} reported twice", who);
                prop_assert!(*when >= call.at);
            }
        }
        for (number, reported) in &ended {
            prop_assert_eq!(hood.ledger.calls[number].reported.len(), *reported);
        }
        let mut again = Hood::new().ledger;
        for line in &lines {
            again.evolve("first", line);
        }
        prop_assert_eq!(again.calls, hood.ledger.calls);
    }
}
