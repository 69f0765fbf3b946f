//! What holds for every community: random affairs, sensible and absurd, on three laptops that read
//! each other's ledgers now and then, with clocks that go wrong.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod topic_support;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use topic_support::{Device, at, day, fold, people, slip, strict};
use yishi::domain::affairs::{
    Affair, SlipChange, TopicStep, days_late, due, needs_lacking, next_for,
};
use yishi::domain::command::Change;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::record::Line;
use yishi::domain::rules::SurveyPart;
use yishi::domain::station::{CallOut, CalledMember, Near};
use yishi::domain::survey::{Outing, OutingKind};
use yishi::domain::topic::{
    CaseNo, Class, Decision, Level, Origin, ResultClass, Satisfaction, TopicState,
};
use yishi::store::chain::encode_log;
use yishi::store::log::{Tail, read_log};

const NAMES: [&str; 5] = ["王小明", "李强", "赵敏", "陈红", "孙丽"];

/// What somebody does on one of the laptops.
#[derive(Debug, Clone)]
enum Deed {
    Ask(Affair),
    /// Enters something for so many seconds ago.
    Tell(Affair, i64),
    TakeBack,
    /// Reads the ledgers that another one knows.
    Read(usize),
    /// The clock goes on, or is set, by so many seconds.
    Wait(i64),
    /// The record of a meeting says something of a topic.
    Meet(CaseNo, u8, Option<Outcome>),
}

/// Numbers: mostly ones that exist after a while, of any laptop and in any of the ways to say them.
fn number() -> impl Strategy<Value = CaseNo> {
    let mark = prop_oneof![
        6 => Just(None),
        2 => Just(Some("77b2")),
        1 => Just(Some("4a1c")),
        1 => Just(Some("laptop-4a1c")),
        1 => Just(Some("pc-77b2")),
    ];
    (prop_oneof![20 => 1..7u32, 1 => 7..40u32], mark)
        .prop_map(|(number, mark)| CaseNo::marked(number, mark))
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        8 => "[路灯停车下水]{1,6}",
        1 => Just(String::new()),
        1 => Just(" \t".to_owned()),
        1 => Just("一\n二\u{1b}[31m\"// ]\\".to_owned()),
        1 => any::<String>(),
    ]
    .boxed()
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(&NAMES[..]).prop_map(str::to_owned)
}

fn names() -> impl Strategy<Value = Vec<String>> {
    vec(name(), 0..3)
}

fn proposers() -> impl Strategy<Value = Vec<yishi::domain::topic::Proposer>> {
    names().prop_map(|names| people(&names.iter().map(String::as_str).collect::<Vec<_>>()))
}

fn reason() -> impl Strategy<Value = Option<String>> {
    option::of(text())
}

fn intake() -> BoxedStrategy<Affair> {
    let origin = option::weighted(0.2, "P[1-2]")
        .prop_map(|what| what.map(|what| Origin { session: "s1".to_owned(), what }));
    let class = option::of(prop::sample::select(&Class::ALL[..]));
    let procedure = option::weighted(0.2, "(one|four|gone)");
    let raised = (text(), proposers(), origin, class, procedure);
    let raise = raised.prop_map(|(title, proposers, origin, class, procedure)| {
        let slip = yishi::domain::topic::Slip { origin, class, ..slip(&title) };
        Affair::Raise { slip, proposers, procedure }
    });
    let decision = prop_oneof![
        3 => prop::sample::select(&Level::ALL[..]).prop_map(|level| Decision::Accepted { level }),
        1 => (text(), text()).prop_map(|(ground, redirect)| Decision::Excluded { ground, redirect }),
    ];
    let class = option::of(prop::sample::select(&Class::ALL[..]));
    prop_oneof![
        5 => raise,
        1 => (number(), option::of(text()), reason()).prop_map(|(topic, title, reason)| {
            let reason = reason.map_or(Change::Away, Change::To);
            Affair::AmendSlip { topic, change: SlipChange { title, reason, ..SlipChange::default() } }
        }),
        1 => (number(), proposers())
            .prop_map(|(topic, proposers)| Affair::Join { topic, proposers }),
        4 => (number(), decision, class, reason()).prop_map(|(topic, decision, class, approver)| {
            Affair::Screen { topic, decision, class, approver }
        }),
        1 => (number(), text()).prop_map(|(topic, why)| Affair::Withdraw { topic, why }),
        3 => (number(), names(), text())
            .prop_map(|(topic, names, how)| Affair::Answer { topic, names, how }),
        4 => (number(), vec(number(), 0..3))
            .prop_map(|(into, topics)| Affair::Merge { into, topics }),
        2 => number().prop_map(Affair::Part),
    ]
    .boxed()
}

fn outing() -> impl Strategy<Value = Outing> {
    let kind = prop::sample::select(&[OutingKind::Visit, OutingKind::Briefing][..]);
    let days = prop::sample::select(&["2026-11-19", "2026-11-20", "2026-11-21"][..]);
    (kind, days, text(), option::of(number()), 0..9u32).prop_map(
        |(kind, on, place, topic, count)| Outing {
            kind,
            on: day(on),
            place,
            topic,
            count,
            by: Vec::new(),
            note: None,
        },
    )
}

fn work() -> BoxedStrategy<Affair> {
    let rating = || prop::sample::select(&Satisfaction::ALL[..]);
    let parts = vec((prop::sample::select(&SurveyPart::ALL[..]), text()), 0..3);
    prop_oneof![
        1 => (number(), "(one|four|gone)")
            .prop_map(|(topic, procedure)| Affair::ChooseProcedure { topic, procedure }),
        4 => (number(), option::of(0..6u32), reason())
            .prop_map(|(topic, stage, despite)| Affair::EnterStage { topic, stage, despite }),
        1 => vec(text(), 3..6)
            .prop_map(|names| Affair::NameStages { procedure: "four".to_owned(), names }),
        2 => (number(), parts).prop_map(|(topic, parts)| Affair::WriteSurvey { topic, parts }),
        2 => outing().prop_map(Affair::GoOut),
        1 => (number(), text()).prop_map(|(topic, why)| Affair::WaiveSurvey { topic, why }),
        3 => (number(), text(), vec(text(), 0..2)).prop_map(|(topic, unit, with)| {
            Affair::Assign { topic, unit, with, due: None }
        }),
        1 => number().prop_map(|topic| {
            Affair::Post { topic, from: day("2026-11-20"), until: None, note: None }
        }),
        3 => (number(), prop::sample::select(&ResultClass::ALL[..]), reason())
            .prop_map(|(topic, class, note)| Affair::Result { topic, class, note }),
        4 => (number(), name(), rating(), rating()).prop_map(|(topic, name, handling, result)| {
            Affair::Rate { topic, name, handling, result, note: None }
        }),
        1 => (text(), option::of(number()), any::<bool>()).prop_map(|(reason, topic, urgent)| {
            let member = CalledMember {
                key: "chen".to_owned(),
                community: Some("cuihu".to_owned()),
                name: "陈红".to_owned(),
                near: Near::Unknown,
            };
            let members = vec![member];
            Affair::CallOut(CallOut { reason, topic, place: None, grid: None, urgent, members })
        }),
        1 => number()
            .prop_map(|call| Affair::ReportIn { call, member: "cuihu/chen".to_owned() }),
    ]
    .boxed()
}

fn deed() -> impl Strategy<Value = Deed> {
    let outcome = option::of(prop::sample::select(&Outcome::ALL[..]));
    prop_oneof![
        10 => intake().prop_map(Deed::Ask),
        10 => work().prop_map(Deed::Ask),
        3 => (work(), 0..9_000i64).prop_map(|(affair, ago)| Deed::Tell(affair, ago)),
        2 => (intake(), 0..9_000i64).prop_map(|(affair, ago)| Deed::Tell(affair, ago)),
        2 => Just(Deed::TakeBack),
        3 => (0..3usize).prop_map(Deed::Read),
        2 => prop_oneof![6 => 0..90i64, 1 => -9_000..9_000i64].prop_map(Deed::Wait),
        2 => (number(), 0..3u8, outcome)
            .prop_map(|(topic, session, outcome)| Deed::Meet(topic, session, outcome)),
    ]
}

/// Three laptops. The second began the community as the first did, without knowing of it; the third
/// has the second's ledger, and its mark.
fn laptops() -> Vec<Device> {
    let mut laptops = vec![Device::first(), Device::new("pc-77b2", at("08:10:00"), &[])];
    laptops.push(Device::new("tablet-77b2", at("08:20:00"), &laptops[1].ledgers));
    for laptop in &mut laptops {
        let mut rules = strict();
        rules.survey = yishi::domain::rules::SurveyMode::Warn;
        laptop.ground.rules = Arc::new(rules);
    }
    laptops
}

fn do_it(laptops: &mut [Device], who: usize, deed: &Deed) {
    match deed {
        Deed::Ask(affair) => {
            // A refusal changes nothing; that is asserted there.
            let _ = laptops[who].carry_out(affair);
        }
        Deed::Tell(affair, ago) => {
            let told = laptops[who].now - chrono::TimeDelta::seconds(*ago);
            let _ = laptops[who].tell(affair, told);
        }
        Deed::TakeBack => {
            laptops[who].take_back();
        }
        Deed::Read(other) => {
            let other = laptops[*other].clone();
            laptops[who].read(&other);
        }
        Deed::Wait(seconds) => laptops[who].wait(*seconds),
        Deed::Meet(topic, session, outcome) => {
            let (topic, session) = (topic.to_string(), format!("s{session}"));
            laptops[who].meets(&topic, &session, *outcome);
        }
    }
}

/// What holds of a ledger at any time.
fn holds(it: &Device) {
    let ledger = &it.ledger;
    for (case, topic) in &ledger.topics {
        assert_eq!(*case, topic.case);
        // Whoever signed stands behind it, and behind what it became part of.
        let standing = ledger.standing(case).unwrap();
        for signed in &topic.signed {
            assert!(topic.proposers.contains(signed) && standing.proposers.contains(signed));
        }
        // And nobody else does.
        let parts = topic.merged.iter().map(|part| &ledger.topics[part]);
        let behind: BTreeSet<_> =
            parts.clone().flat_map(|part| &part.proposers).chain(&topic.signed).collect();
        assert_eq!(behind, topic.proposers.iter().collect());
        assert_eq!(topic.proposers.len(), behind.len(), "each once");
        // A matter is in exactly one topic that stands.
        assert!(standing.merged_into.is_none());
        for part in parts {
            assert_eq!(part.merged_into.as_ref(), Some(case));
        }
        if let Some(into) = &topic.merged_into {
            let whole = &ledger.topics[into];
            assert_eq!(whole.merged.iter().filter(|part| *part == case).count(), 1);
        }
        // Meetings are counted once, and for the whole as for the part.
        let sessions: BTreeSet<_> = topic.consultations.iter().collect();
        assert_eq!(sessions.len(), topic.consultations.len());
        assert!(topic.consultations.iter().all(|it| standing.consultations.contains(it)));
        assert_eq!(
            topic.state() == TopicState::Merged,
            topic.merged_into.is_some() && topic.withdrawn.is_none()
        );
        // Nothing of this fails, whatever the topic is like.
        let step = next_for(ledger, &it.ground, topic);
        if topic.state().is_over() && topic.state() != TopicState::Closed {
            assert!(matches!(step, TopicStep::Nothing | TopicStep::Answer(_)), "{step:?}");
        }
        for stage in 0..6 {
            let _ = needs_lacking(ledger, &it.ground, topic, stage);
        }
        let late = days_late(due(ledger, &it.ground, topic), day("2027-01-01")).is_some();
        assert_eq!(late, due(ledger, &it.ground, topic).is_some_and(|due| due < day("2027-01-01")));
    }
    let standing = ledger.topics.values().filter(|topic| topic.merged_into.is_none());
    let parts: usize = standing.clone().map(|topic| count(ledger, &topic.case)).sum();
    assert_eq!(parts, ledger.topics.len(), "every topic is reached from one that stands");
}

/// A topic with all that was merged into it.
fn count(ledger: &Ledger, case: &CaseNo) -> usize {
    1 + ledger.topics[case].merged.iter().map(|part| count(ledger, part)).sum::<usize>()
}

/// The numbers that were ever given, as they stand in the files.
fn given(lines: &[Line<LedgerEvent>]) -> Vec<&CaseNo> {
    let events = lines.iter().flat_map(|line| &line.events);
    events
        .filter_map(|event| match event {
            LedgerEvent::TopicRaised { topic, .. } => Some(topic),
            _ => None,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done(deeds in vec((0..3usize, deed()), 1..80)) {
        let mut laptops = laptops();
        for (who, deed) in &deeds {
            do_it(&mut laptops, *who, deed);
            holds(&laptops[*who]);
        }
        for laptop in &laptops {
            // Replaying what is written gives what was there.
            let mut again = fold(&laptop.ledgers);
            again.attend(laptop.held.iter().cloned());
            prop_assert_eq!(&again, &laptop.ledger);
            let (bytes, _) = encode_log(laptop.own()).unwrap();
            let read = read_log::<LedgerEvent>(&bytes).unwrap();
            prop_assert_eq!(&read.lines[..], laptop.own());
            prop_assert_eq!(read.tail, Tail::Whole);
            prop_assert!(laptop.own().iter().all(|line| !line.events.is_empty()));
            // A number is given once by a device, taken back or not.
            let numbers = given(laptop.own());
            prop_assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
        }
        // All of them together: the same whichever is read first, and nothing lost.
        let everything: Vec<_> = laptops.iter().map(|it| it.ledgers[0].clone()).collect();
        let mut turned = everything.clone();
        turned.rotate_left(1);
        let whole = fold(&everything);
        prop_assert_eq!(&whole, &fold(&turned));
        turned.reverse();
        prop_assert_eq!(&whole, &fold(&turned));
        let all: usize = everything.iter().map(|(_, lines)| standing(lines)).sum();
        prop_assert_eq!(whole.topics.len(), all, "every topic has a number of its own");
        let mut last = laptops.remove(0);
        for other in &laptops {
            last.read(other);
        }
        holds(&last);
    }

    #[test]
    fn taking_back_restores_exactly(deeds in vec((0..3usize, deed()), 1..40), ask in prop_oneof![intake(), work()]) {
        let mut laptops = laptops();
        for (who, deed) in &deeds {
            do_it(&mut laptops, *who, deed);
        }
        let laptop = &mut laptops[0];
        let before = laptop.ledger.clone();
        if laptop.carry_out(&ask).is_ok() {
            prop_assert!(laptop.take_back());
            prop_assert_eq!(&laptop.ledger.topics, &before.topics);
            prop_assert_eq!(&laptop.ledger.outings, &before.outings);
            prop_assert_eq!(&laptop.ledger.calls, &before.calls);
            prop_assert_eq!(&laptop.ledger.stage_names, &before.stage_names);
            prop_assert!(laptop.ledger.cases.highest() >= before.cases.highest());
        }
    }

    #[test]
    fn what_is_merged_and_parted_is_as_before(
        deeds in vec((0..1usize, deed()), 1..40),
        into in number(),
        part in number(),
    ) {
        let mut laptops = laptops();
        for (who, deed) in &deeds {
            do_it(&mut laptops, *who, deed);
        }
        let laptop = &mut laptops[0];
        let mut before = laptop.ledger.topics.clone();
        if laptop.carry_out(&Affair::Merge { into, topics: vec![part.clone()] }).is_ok() {
            laptop.carry_out(&Affair::Part(part)).unwrap();
            for topic in before.values_mut() {
                topic.touched = laptop.ledger.topics[&topic.case].touched;
            }
            prop_assert_eq!(&laptop.ledger.topics, &before);
        }
    }
}

/// How many topics the lines of one ledger take in that were not taken back.
fn standing(lines: &[Line<LedgerEvent>]) -> usize {
    let gone: BTreeSet<u64> = lines
        .iter()
        .flat_map(|line| &line.events)
        .filter_map(|event| match event {
            LedgerEvent::TakenBack { seq } => Some(*seq),
            _ => None,
        })
        .collect();
    let lines = lines.iter().filter(|line| !gone.contains(&line.seq));
    lines.map(|line| given(std::slice::from_ref(line)).len()).sum()
}
