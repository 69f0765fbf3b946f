//! Ledgers of several devices that do not know of each other all the time: one order, one number
//! for one matter, nothing lost.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod topic_support;

use topic_support::{
    Device, accept, answer, assign, at, case, day, fold, merge, people, raise, rate, result, slip,
    withdraw,
};
use yishi::domain::affairs::{Affair, AffairRefusal};
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::station::{CallOut, CalledMember, Near};
use yishi::domain::topic::{CaseNo, NotACaseNo, ResultClass, Satisfaction, TopicState};

/// Two laptops that each began the community without knowing of the other, at eight and at nine.
fn apart() -> (Device, Device) {
    let a = Device::first();
    let mut b = Device::new("pc-77b2", at("09:00:00"), &[]);
    b.ok(raise("停车", &["李强"]));
    (a, b)
}

fn titles(device: &Device) -> Vec<(String, &str)> {
    let topics = device.ledger.topics.iter();
    topics.map(|(case, topic)| (case.to_string(), topic.slip.title.as_str())).collect()
}

#[test]
fn case_numbers_are_read_as_they_are_written() {
    for text in ["1", "17", "17-4a1c", "17-laptop-4a1c", "4294967295"] {
        assert_eq!(case(text).to_string(), text);
    }
    for text in ["", "0", "+5", "-5", "17-", "17--a", "17-A", "17-a-", "４", "4294967296", "1 7"] {
        assert_eq!(text.parse::<CaseNo>(), Err(NotACaseNo), "{text}");
    }
}

#[test]
fn a_device_that_knows_the_first_adds_its_mark() {
    let mut a = Device::first();
    a.ok(raise("路灯", &["王小明"]));
    let mut b = Device::new("pc-77b2", at("09:00:00"), &a.ledgers);
    b.ok(raise("停车", &["李强"])).ok(raise("下水", &["赵敏"]));
    a.wait(7_200);
    a.ok(raise("噪声", &["陈红"]));
    a.read(&b);
    a.ok(raise("电梯", &["孙丽"]));
    let known =
        [("1", "路灯"), ("2", "噪声"), ("2-77b2", "停车"), ("3-77b2", "下水"), ("4", "电梯")];
    assert_eq!(titles(&a), known.map(|(number, title)| (number.to_owned(), title)));
    assert_eq!(a.ledger.cases.clashes().count(), 0);
    // Whoever types a number means the one known by it, else the only one there is.
    let means = |said: &str| a.ledger.find(&case(said)).map(|it| it.slip.title.as_str());
    for (said, title) in [
        ("2", Some("噪声")),
        ("2-77b2", Some("停车")),
        ("2-pc-77b2", Some("停车")),
        ("2-4a1c", Some("噪声")),
        ("3", Some("下水")),
        ("3-4a1c", None),
        ("5", None),
    ] {
        assert_eq!(means(said), title, "{said}");
    }
}

#[test]
fn a_number_taken_back_is_not_given_again() {
    let mut a = Device::first();
    a.ok(raise("路灯", &["王小明"])).ok(raise("停车", &["李强"]));
    assert!(a.take_back());
    assert_eq!(titles(&a), [("1".to_owned(), "路灯")]);
    a.ok(raise("下水", &["赵敏"]));
    assert_eq!(titles(&a), [("1".to_owned(), "路灯"), ("3".to_owned(), "下水")]);
    // One after the other, the latest first; taking back is not taken back.
    assert!(a.take_back() && a.take_back() && !a.take_back());
    assert!(a.ledger.topics.is_empty());
    a.ok(raise("噪声", &["陈红"]));
    assert_eq!(titles(&a), [("4".to_owned(), "噪声")]);
}

#[test]
fn what_is_taken_back_is_as_if_it_had_never_been() {
    let mut a = Device::first();
    a.ok(raise("路灯", &["王小明"])).ok(raise("灯", &["李强"]));
    let ask = [
        accept("1"),
        merge("1", &["2"]),
        answer("1", &[]),
        assign("1", None),
        result("1", ResultClass::Solved),
        rate("1", "李强", Satisfaction::Dissatisfied),
    ];
    let mut before = Vec::new();
    for ask in ask {
        before.push(a.ledger.topics.clone());
        a.ok(ask);
    }
    while let Some(topics) = before.pop() {
        assert!(a.take_back());
        assert_eq!(a.ledger.topics, topics);
    }
}

#[test]
fn two_that_gave_one_number_keep_both_topics_and_can_name_them() {
    let (mut a, mut b) = apart();
    // Entered later by the clock, yet whose ledger is older keeps its number.
    a.wait(7_200);
    a.ok(raise("路灯", &["王小明"]));
    b.ok(accept("1"));
    b.read(&a);
    a.read(&b);
    for device in [&a, &b] {
        let known = [("1".to_owned(), "路灯"), ("1-77b2".to_owned(), "停车")];
        assert_eq!(titles(device), known);
        assert_eq!(device.ledger.cases.clashes().collect::<Vec<_>>(), [&case("1-77b2")]);
        // What b said of its topic before it knew better stays with it.
        assert_eq!(device.state("1-77b2"), TopicState::Accepted);
        assert_eq!(device.state("1"), TopicState::Raised);
    }
    // Each names either.
    b.wait(8_000);
    b.ok(accept("1")).ok(assign("1-77b2", None));
    a.wait(8_000);
    a.read(&b);
    a.ok(result("1", ResultClass::Solved)).ok(result("1-77b2", ResultClass::Planned));
    b.read(&a);
    for device in [&a, &b] {
        assert_eq!(device.topic("1").results[0].class, ResultClass::Solved);
        assert_eq!(device.topic("1-77b2").results[0].class, ResultClass::Planned);
        assert_eq!(device.topic("1-77b2").assignments.len(), 1);
        assert!(device.topic("1").assignments.is_empty());
        // By the mark of whose it is, too.
        assert_eq!(device.ledger.find(&case("1-4a1c")).unwrap().slip.title, "路灯");
        assert_eq!(device.ledger.find(&case("1-laptop-4a1c")).unwrap().slip.title, "路灯");
    }
    // From now on both know whose ledger is the oldest.
    a.ok(raise("下水", &["赵敏"]));
    b.ok(raise("噪声", &["陈红"]));
    assert_eq!(
        (a.topic("2").slip.title.as_str(), b.topic("2-77b2").slip.title.as_str()),
        ("下水", "噪声")
    );
    // In the file stands what means the same whatever becomes known.
    let written = &b.own()[b.own().len() - 3].events;
    let topic = case("1-laptop-4a1c");
    assert!(matches!(&written[..], [LedgerEvent::TopicScreened { topic: it, .. }] if *it == topic));
    let known = b.ledger.as_known("pc-77b2", written);
    assert!(
        matches!(&known[..], [LedgerEvent::TopicScreened { topic, .. }] if *topic == case("1"))
    );
}

#[test]
fn a_third_that_knew_one_of_them_goes_on_meaning_that_one() {
    let (mut a, b) = apart();
    a.ok(raise("路灯", &["王小明"]));
    let mut c = Device::new("tablet-0c0c", at("10:00:00"), &b.ledgers);
    c.ok(accept("1"));
    assert_eq!(c.topic("1").slip.title, "停车");
    // The older ledger turns up, and its number 1 is another topic.
    c.read(&a);
    assert_eq!(c.topic("1").slip.title, "路灯");
    assert_eq!((c.state("1"), c.state("1-77b2")), (TopicState::Raised, TopicState::Accepted));
}

#[test]
fn a_number_keeps_its_name_when_the_other_is_taken_back() {
    let (mut a, mut b) = apart();
    a.ok(raise("路灯", &["王小明"]));
    a.take_back();
    b.read(&a);
    assert_eq!(titles(&b), [("1-77b2".to_owned(), "停车")]);
    assert_eq!(b.ledger.find(&case("1")).unwrap().slip.title, "停车");
}

#[test]
fn devices_of_one_mark_are_told_apart() {
    let mut a = Device::first();
    a.ok(raise("路灯", &["王小明"]));
    let mut b = Device::new("pc-77b2", at("09:00:00"), &a.ledgers);
    let mut c = Device::new("tablet-77b2", at("09:00:01"), &a.ledgers);
    b.ok(raise("停车", &["李强"]));
    c.ok(raise("下水", &["赵敏"])).ok(accept("2-77b2"));
    b.ok(withdraw("2-77b2"));
    c.read(&b);
    b.read(&c);
    for device in [&b, &c] {
        let known = [("1", "路灯"), ("2-77b2", "停车"), ("2-tablet-77b2", "下水")];
        assert_eq!(titles(device), known.map(|(number, title)| (number.to_owned(), title)));
        assert_eq!(device.state("2-77b2"), TopicState::Withdrawn);
        assert_eq!(device.state("2-tablet-77b2"), TopicState::Accepted);
        assert!(device.ledger.find(&case("2")).is_none(), "it could be either");
    }
}

#[test]
fn calls_of_two_devices_are_told_apart_too() {
    let (mut a, mut b) = apart();
    let member = |name: &str| CalledMember {
        key: "chen".to_owned(),
        community: Some("cuihu".to_owned()),
        name: name.to_owned(),
        near: Near::Unknown,
    };
    let call = |reason: &str| {
        Affair::CallOut(CallOut {
            reason: reason.to_owned(),
            topic: None,
            place: None,
            grid: None,
            urgent: false,
            members: vec![member("陈红")],
        })
    };
    a.ok(call("爆管"));
    b.ok(call("停电")).ok(Affair::ReportIn { call: case("1"), member: "cuihu/chen".to_owned() });
    b.read(&a);
    b.ok(Affair::CloseCall { call: case("1"), how: "修好".to_owned() });
    a.read(&b);
    let told = |number: &str| {
        let call = &a.ledger.calls[&case(number)];
        (call.out.reason.as_str(), call.reported.len(), call.closed.is_some())
    };
    assert_eq!((told("1"), told("1-77b2")), (("爆管", 0, true), ("停电", 1, false)));
    assert_eq!(a.ledger.call_numbers.clashes().count(), 1);
}

#[test]
fn what_answers_something_comes_after_it_whatever_the_clocks_say() {
    // The first laptop's clock is three hours ahead.
    let mut a = Device::new("laptop-4a1c", at("11:00:00"), &[]);
    a.ok(raise("路灯", &["王小明"])).ok(accept("1"));
    let mut b = Device::new("pc-77b2", at("08:00:00"), &a.ledgers);
    b.ok(answer("1", &[])).ok(result("1", ResultClass::Solved));
    a.read(&b);
    for device in [&a, &b] {
        assert_eq!(device.state("1"), TopicState::Resulted);
        assert_eq!(device.topic("1").answers.len(), 1);
        assert_eq!(device.topic("1").results[0].at, at("08:00:00"), "its own time stays");
    }
    // What was read is said once, not with every line.
    let said = |line: &yishi::domain::record::Line<LedgerEvent>| {
        line.events.iter().any(|event| matches!(event, LedgerEvent::LedgerSeen { .. }))
    };
    assert_eq!(b.own().iter().filter(|line| said(line)).count(), 1);
    a.wait(60);
    a.ok(rate("1", "王小明", Satisfaction::Dissatisfied));
    assert!(!a.own().iter().any(said), "only where another clock is ahead");
    b.read(&a);
    b.ok(assign("1", None));
    assert_eq!(b.own().iter().filter(|line| said(line)).count(), 2);
    assert_eq!(b.state("1"), TopicState::Handling);
}

#[test]
fn a_clock_set_back_does_not_turn_a_ledger_round() {
    let mut a = Device::first();
    a.wait(3_600);
    a.ok(raise("路灯", &["王小明"]));
    a.wait(-7_200);
    a.ok(accept("1")).ok(answer("1", &[]));
    let times: Vec<_> = a.own().iter().map(|line| line.at).collect();
    assert_eq!(times, [at("08:00:00"), at("09:00:00"), at("09:00:00"), at("09:00:00")]);
    let before = a.ledger.clone();
    a.refold();
    assert_eq!(a.ledger, before);
}

#[test]
fn what_is_entered_later_keeps_the_time_it_happened_at() {
    let told = |text: &str| format!("{text}+08:00").parse().unwrap();
    let mut a = Device::new("laptop-4a1c", told("2026-10-01T08:00:00"), &[]);
    a.now = at("12:00:00");
    a.ok(raise("停车", &["李强"]));
    let mut old = slip("路灯");
    old.on = day("2026-10-20");
    let old = Affair::Raise { slip: old, proposers: people(&["王小明"]), procedure: None };
    // The ledger has a line of November already; that is no news of this topic.
    a.tell(&old, told("2026-10-20T15:00:00")).unwrap();
    a.tell(&accept("2"), told("2026-10-21T09:00:00")).unwrap();
    a.tell(&assign("2", None), told("2026-10-21T09:00:00")).unwrap();
    let topic = a.topic("2");
    assert_eq!(topic.at, told("2026-10-20T15:00:00"));
    assert_eq!(topic.screening.as_ref().unwrap().at, told("2026-10-21T09:00:00"));
    // Ten working days from Wednesday the 21st of October.
    assert_eq!(topic.assignments[0].due, Some(day("2026-11-04")));
    // Nothing before what the topic knows, nothing that is yet to come.
    let known = told("2026-10-21T09:00:00");
    let early = a.tell(&answer("2", &[]), told("2026-10-21T08:59:59"));
    assert_eq!(early, Err(AffairRefusal::TooEarly { topic: case("2"), known }));
    let early = a.tell(&merge("2", &["1"]), told("2026-11-01T08:00:00"));
    assert_eq!(early, Err(AffairRefusal::TooEarly { topic: case("1"), known: at("12:00:00") }));
    let late = a.tell(&answer("2", &[]), told("2026-11-21T08:00:00"));
    assert_eq!(late, Err(AffairRefusal::InTheFuture(day("2026-11-21"))));
    // From the clock it is never before the ledger's latest time.
    a.now = at("11:00:00");
    a.ok(answer("2", &[]));
    assert_eq!(a.own().last().unwrap().at, at("12:00:00"));
    // Another laptop that reads this and answers for an old day comes after it all the same.
    let mut b = Device::new("pc-77b2", at("08:00:00"), &a.ledgers);
    b.now = at("13:00:00");
    b.tell(&result("2", ResultClass::Solved), at("12:00:00")).unwrap();
    a.read(&b);
    assert_eq!((a.state("2"), a.topic("2").names_owed().len()), (TopicState::Resulted, 1));
    let before = a.ledger.clone();
    a.refold();
    assert_eq!(a.ledger, before);
}

#[test]
fn in_which_order_ledgers_are_given_makes_no_difference() {
    let (mut a, mut b) = apart();
    a.ok(raise("路灯", &["王小明"])).ok(accept("1"));
    b.read(&a);
    b.ok(merge("1", &["1-77b2"]));
    let mut ledgers = b.ledgers.clone();
    let first = fold(&ledgers);
    ledgers.reverse();
    assert_eq!(fold(&ledgers), first);
    assert_eq!(first.topics[&case("1")].proposers, people(&["王小明", "李强"]));
}

#[test]
fn ledgers_that_wait_for_each_other_are_read_all_the_same() {
    // No program writes this.
    let (mut a, mut b) = apart();
    a.ok(raise("路灯", &["王小明"]));
    let (mut mine, mut theirs) = (a.own().to_vec(), b.own().to_vec());
    let seen = |device: &str, seq| LedgerEvent::LedgerSeen { device: device.to_owned(), seq };
    mine[1].events.insert(0, seen("pc-77b2", 1));
    theirs[1].events.insert(0, seen("laptop-4a1c", 1));
    theirs[0].events.push(seen("gone", 7));
    theirs[0].events.push(seen("pc-77b2", u64::MAX));
    let all = [("laptop-4a1c".to_owned(), mine), ("pc-77b2".to_owned(), theirs)];
    assert_eq!(fold(&all).topics.len(), 2);
    b.read(&a);
}

#[test]
fn merged_on_one_device_and_the_other_way_round_on_another() {
    let mut a = Device::first();
    a.ok(raise("路灯", &["王小明"])).ok(raise("灯", &["李强"]));
    let mut b = Device::new("pc-77b2", at("08:30:00"), &a.ledgers);
    a.wait(3_600);
    a.ok(merge("1", &["2"]));
    b.ok(merge("2", &["1"]));
    a.read(&b);
    b.read(&a);
    for device in [&a, &b] {
        // The earlier one stands; the other would be a circle.
        assert_eq!(
            (device.state("1"), device.state("2")),
            (TopicState::Merged, TopicState::Raised)
        );
        assert_eq!(device.names("2"), ["李强", "王小明"]);
    }
}
