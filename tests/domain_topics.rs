//! Topics between meetings: what is granted, what is refused and why. Expected results are from the
//! practice (`AffairRefusal` and `Affair` tell the rules), not from the code.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod topic_support;

use std::sync::Arc;
use topic_support::{
    Device, accept, answer, assign, case, day, exclude, merge, people, post, raise, rate, result,
    slip, strict, waive, withdraw, write,
};

use yishi::domain::MOST_CHARS;
use yishi::domain::affairs::AffairRefusal as No;
use yishi::domain::affairs::{Affair, Blank, SlipChange, survey_lacks};
use yishi::domain::command::Change;
use yishi::domain::item::Outcome;
use yishi::domain::rules::SurveyPart;
use yishi::domain::survey::{Lacking, Outing, OutingKind};
use yishi::domain::topic::{
    Class, Consultation, Decision, Level, Origin, Proposer, ResultClass, Satisfaction, TopicState,
};
use yishi::domain::topic_row::TopicRow;

use ResultClass::{Planned, Reference, Solved, Underway};
use Satisfaction::{Dissatisfied, MostlySatisfied, Satisfied};

#[test]
fn topics_are_numbered_and_keep_what_their_slip_says() {
    let mut it = Device::first();
    let mut whole = slip("  楼道堆物 ");
    whole.reason = Some(" 消防通道堵了 ".to_owned());
    whole.channel = Some("  ".to_owned());
    let proposers = people(&["王小明", " 李强 ", "王小明"]);
    it.ok(Affair::Raise { slip: whole, proposers, procedure: Some("one".to_owned()) });
    it.ok(raise("路灯", &["赵敏"]));
    let topic = it.topic("1");
    assert_eq!(topic.slip.title, "楼道堆物");
    assert_eq!(topic.slip.reason.as_deref(), Some("消防通道堵了"));
    assert_eq!(topic.slip.channel, None);
    assert_eq!(topic.procedure.as_deref(), Some("one"));
    assert_eq!(it.names("1"), ["王小明", "李强"]);
    assert_eq!((it.state("1"), it.state("2")), (TopicState::Raised, TopicState::Raised));
    // Nothing has been decided that anybody could be told of.
    assert!(it.topic("1").names_owed().is_empty());
}

#[test]
fn what_cannot_be_taken_in() {
    let mut it = Device::first();
    let long = "长".repeat(MOST_CHARS + 1);
    it.no(raise(" \t", &["王小明"]), No::Missing(Blank::Title));
    it.no(raise("路灯", &[]), No::Missing(Blank::Proposer));
    it.no(raise("路灯", &["王小明", " "]), No::Missing(Blank::Proposer));
    it.no(raise(&long, &["王小明"]), No::TooLong { given: MOST_CHARS + 1, most: MOST_CHARS });
    it.ok(raise(&"长".repeat(MOST_CHARS), &["王小明"]));
    let mut tomorrow = slip("路灯");
    tomorrow.on = day("2026-11-21");
    let proposers = people(&["王小明"]);
    let ask = |slip| Affair::Raise { slip, proposers: proposers.clone(), procedure: None };
    it.no(ask(tomorrow), No::InTheFuture(day("2026-11-21")));
    let procedure = Some("gone".to_owned());
    let unknown = Affair::Raise { slip: slip("路灯"), proposers: proposers.clone(), procedure };
    it.no(unknown, No::NoSuchProcedure("gone".to_owned()));
    // What a meeting parked becomes one topic, not two; once that is taken back it may again.
    let mut parked = slip("停车");
    parked.origin = Some(Origin { session: "2026-11-19-a".to_owned(), what: "P1".to_owned() });
    it.ok(ask(parked.clone()));
    it.no(ask(parked.clone()), No::RaisedBefore(case("2")));
    let mut other = parked.clone();
    other.origin = Some(Origin { session: "2026-11-19-a".to_owned(), what: "P2".to_owned() });
    it.ok(ask(other));
    it.ok(withdraw("2")).ok(ask(parked));
    assert_eq!(it.topic("4").slip.title, "停车");
}

#[test]
fn an_unknown_number_is_told_whatever_is_asked() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    let change = SlipChange { title: Some("灯".to_owned()), ..SlipChange::default() };
    let visit = outing(Some("9"), "2026-11-20", "3栋", 1);
    for ask in [
        Affair::AmendSlip { topic: case("9"), change },
        Affair::Join { topic: case("9"), proposers: people(&["李强"]) },
        accept("9"),
        merge("9", &["1"]),
        merge("1", &["9"]),
        Affair::Part(case("9")),
        withdraw("9"),
        answer("9", &[]),
        Affair::ChooseProcedure { topic: case("9"), procedure: "one".to_owned() },
        topic_support::enter("9", None, None),
        write("9", SurveyPart::Facts, "六盏"),
        visit,
        waive("9", "急"),
        assign("9", None),
        post("9"),
        result("9", Solved),
        rate("9", "王小明", Satisfied),
    ] {
        it.no(ask, No::NoSuchTopic(case("9")));
    }
}

#[test]
fn slips_are_put_right() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    let change = |change| Affair::AmendSlip { topic: case("1"), change };
    it.ok(change(SlipChange {
        title: Some("路灯不亮".to_owned()),
        reason: Change::To("天黑".to_owned()),
        class: Change::To(Class::Livelihood),
        ..SlipChange::default()
    }));
    let slip = &it.topic("1").slip;
    assert_eq!((slip.title.as_str(), slip.class), ("路灯不亮", Some(Class::Livelihood)));
    assert_eq!(slip.reason.as_deref(), Some("天黑"));
    it.ok(change(SlipChange { reason: Change::Away, ..SlipChange::default() }));
    assert_eq!(it.topic("1").slip.reason, None);
    it.no(change(SlipChange::default()), No::Unchanged(case("1")));
    let same = SlipChange { title: Some(" 路灯不亮 ".to_owned()), ..SlipChange::default() };
    it.no(change(same), No::Unchanged(case("1")));
    let empty = SlipChange { title: Some(String::new()), ..SlipChange::default() };
    it.no(change(empty), No::Missing(Blank::Title));
    let on = SlipChange { on: Some(day("2027-01-01")), ..SlipChange::default() };
    it.no(change(on), No::InTheFuture(day("2027-01-01")));
    it.ok(withdraw("1"));
    let late = SlipChange { title: Some("灯".to_owned()), ..SlipChange::default() };
    it.no(change(late), No::NotNow(case("1"), TopicState::Withdrawn));
}

#[test]
fn more_people_sign() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    let join = |names: &[&str]| Affair::Join { topic: case("1"), proposers: people(names) };
    it.ok(join(&["李强", "王小明"]));
    assert_eq!(it.names("1"), ["王小明", "李强"]);
    it.no(join(&["李强"]), No::SignedBefore { topic: case("1"), name: "李强".to_owned() });
    it.no(join(&[]), No::Missing(Blank::Proposer));
    // Known by name alone here and by key there: one person. Two keys are two people.
    let keyed = |key: &str| Proposer { name: "李强".to_owned(), key: Some(key.to_owned()) };
    let with = |proposer| Affair::Join { topic: case("1"), proposers: vec![proposer] };
    it.no(with(keyed("liqiang")), No::SignedBefore { topic: case("1"), name: "李强".to_owned() });
    it.ok(Affair::Raise { slip: slip("水"), proposers: vec![keyed("a")], procedure: None });
    it.ok(Affair::Join { topic: case("2"), proposers: vec![keyed("b")] });
    assert_eq!(it.topic("2").proposers.len(), 2);
}

#[test]
fn screening_decides_and_owes_an_answer() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明", "李强"]));
    it.no(exclude("1", " ", "法院"), No::Missing(Blank::Ground));
    it.no(exclude("1", "诉讼中", ""), No::Missing(Blank::Redirect));
    it.ok(Affair::Screen {
        topic: case("1"),
        decision: Decision::Accepted { level: Level::Street },
        class: Some(Class::Governance),
        approver: Some("方静".to_owned()),
    });
    let topic = it.topic("1");
    assert_eq!((topic.state(), topic.level()), (TopicState::Accepted, Some(Level::Street)));
    assert_eq!(topic.slip.class, Some(Class::Governance));
    assert_eq!(topic.screening.as_ref().unwrap().approver.as_deref(), Some("方静"));
    assert_eq!(topic.names_owed(), ["王小明", "李强"]);
    it.ok(answer("1", &["李强"]));
    assert_eq!(it.topic("1").names_owed(), ["王小明"]);
    it.no(answer("1", &["李强"]), No::AnsweredBefore { topic: case("1"), name: "李强".to_owned() });
    it.no(answer("1", &["赵敏"]), No::NotAProposer { topic: case("1"), name: "赵敏".to_owned() });
    let silent = Affair::Answer { topic: case("1"), names: Vec::new(), how: " ".to_owned() };
    it.no(silent, No::Missing(Blank::How));
    it.ok(answer("1", &[]));
    assert!(it.topic("1").names_owed().is_empty());
    it.no(answer("1", &[]), No::NobodyOwed(case("1")));
    it.no(answer("1", &["李强"]), No::NobodyOwed(case("1")));
    // The same decision again would owe the same answer again.
    let same = Decision::Accepted { level: Level::Street };
    let ask =
        |class| Affair::Screen { topic: case("1"), decision: same.clone(), class, approver: None };
    it.no(ask(None), No::Unchanged(case("1")));
    // A class alone may still be put right, and owes nobody anything.
    it.ok(ask(Some(Class::Rights)));
    assert!(it.topic("1").names_owed().is_empty());
    assert_eq!(it.topic("1").slip.class, Some(Class::Rights));
}

#[test]
fn somebody_objects_to_a_screening_until_a_meeting_has_dealt_with_it() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"])).ok(exclude("1", "超出权限", "找供电所"));
    assert_eq!(it.state("1"), TopicState::Excluded);
    assert_eq!(it.topic("1").names_owed(), ["王小明"]);
    it.ok(answer("1", &[])).ok(accept("1"));
    assert_eq!(it.state("1"), TopicState::Accepted);
    assert_eq!(it.topic("1").names_owed(), ["王小明"]);
    // What is on an agenda is taken off there first.
    it.meets("1", "s1", None);
    assert_eq!(it.state("1"), TopicState::Scheduled);
    it.no(exclude("1", "诉讼中", "法院"), No::NotNow(case("1"), TopicState::Scheduled));
    it.meets("1", "s1", Some(Outcome::CarriedOver));
    it.ok(exclude("1", "诉讼中", "法院")).ok(accept("1"));
    it.meets("1", "s1", Some(Outcome::NotAgreed));
    assert_eq!(it.state("1"), TopicState::Consulted);
    it.no(exclude("1", "诉讼中", "法院"), No::NotNow(case("1"), TopicState::Consulted));
    it.no(accept("1"), No::NotNow(case("1"), TopicState::Consulted));
    // What was handled in an emergency is accepted afterwards, but not excluded.
    it.ok(raise("爆管", &["李强"])).ok(assign("2", None));
    it.no(exclude("2", "诉讼中", "法院"), No::NotNow(case("2"), TopicState::Handling));
    it.ok(accept("2"));
    assert_eq!(it.state("2"), TopicState::Handling);
}

#[test]
fn nothing_is_done_about_what_is_over() {
    let mut it = Device::first();
    it.ok(raise("甲", &["王小明"])).ok(raise("乙", &["李强"])).ok(raise("丙", &["赵敏"]));
    it.ok(raise("丁", &["陈红"])).ok(raise("戊", &["孙丽"]));
    it.ok(withdraw("1")).ok(exclude("2", "诉讼中", "法院")).ok(merge("5", &["3"]));
    it.ok(result("4", Solved)).ok(rate("4", "陈红", Satisfied));
    let states =
        [TopicState::Withdrawn, TopicState::Excluded, TopicState::Merged, TopicState::Closed];
    for (number, state) in ["1", "2", "3", "4"].into_iter().zip(states) {
        assert_eq!(it.state(number), state);
        let why = || match state {
            TopicState::Merged => No::MergedInto { topic: case("3"), into: case("5") },
            _ => No::NotNow(case(number), state),
        };
        for ask in [
            Affair::Join { topic: case(number), proposers: people(&["周涛"]) },
            withdraw(number),
            merge(number, &["5"]),
            merge("5", &[number]),
            write(number, SurveyPart::Facts, "六盏"),
            waive(number, "急"),
            assign(number, None),
            result(number, Underway),
            Affair::ChooseProcedure { topic: case(number), procedure: "one".to_owned() },
        ] {
            it.no(ask, why());
        }
        // These have a meaning when a topic is closed, too: the notice of what came of it, a visit
        // afterwards, the stage for the archive.
        if state != TopicState::Closed {
            it.no(post(number), why());
            it.no(outing(Some(number), "2026-11-20", "3栋", 1), why());
            it.no(topic_support::enter(number, None, None), why());
            it.no(rate(number, "王小明", Satisfied), why());
        }
    }
    it.no(accept("1"), No::NotNow(case("1"), TopicState::Withdrawn));
    it.no(accept("3"), No::MergedInto { topic: case("3"), into: case("5") });
    it.no(accept("4"), No::NotNow(case("4"), TopicState::Closed));
    it.ok(post("4")).ok(outing(Some("4"), "2026-11-20", "3栋", 1));
    it.ok(answer("2", &[])).ok(answer("4", &[]));
    it.no(answer("1", &[]), No::NotNow(case("1"), TopicState::Withdrawn));
    it.no(answer("3", &[]), No::MergedInto { topic: case("3"), into: case("5") });
}

#[test]
fn merging_keeps_every_proposer_and_parting_takes_them_along() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"])).ok(raise("三栋路灯", &["李强", "王小明"]));
    it.ok(raise("灯坏了", &["赵敏"])).ok(raise("停车", &["陈红"]));
    it.no(merge("1", &["1"]), No::MergedIntoItself(case("1")));
    it.no(merge("1", &[]), No::NothingToMerge(case("1")));
    it.ok(merge("1", &["2", "3", "2"]));
    assert_eq!(it.names("1"), ["王小明", "李强", "赵敏"]);
    assert_eq!((it.state("2"), it.state("3")), (TopicState::Merged, TopicState::Merged));
    assert_eq!(it.topic("1").merged, [case("2"), case("3")]);
    assert_eq!(it.ledger.standing(&case("3")).unwrap().case, case("1"));
    // Neither a circle nor a second place.
    it.no(merge("2", &["1"]), No::MergedInto { topic: case("2"), into: case("1") });
    it.no(merge("4", &["3"]), No::MergedInto { topic: case("3"), into: case("1") });
    // The whole becomes part of yet another one, with all who stand behind it.
    it.ok(merge("4", &["1"]));
    assert_eq!(it.names("4"), ["陈红", "王小明", "李强", "赵敏"]);
    assert_eq!(it.ledger.standing(&case("3")).unwrap().case, case("4"));
    it.ok(accept("4"));
    assert_eq!(it.topic("4").names_owed(), ["陈红", "王小明", "李强", "赵敏"]);
    assert!(it.topic("1").names_owed().is_empty());
    // 赵敏 goes with topic 3; 王小明 signed 1 himself and stays.
    it.ok(Affair::Part(case("3")));
    assert_eq!(it.names("4"), ["陈红", "王小明", "李强"]);
    it.ok(Affair::Part(case("2")));
    assert_eq!((it.names("1"), it.names("4")), (vec!["王小明"], vec!["陈红", "王小明"]));
    it.no(Affair::Part(case("2")), No::NotMerged(case("2")));
    assert_eq!((it.state("2"), it.state("3")), (TopicState::Raised, TopicState::Raised));
    // Signing a part is signing the whole.
    it.ok(Affair::Part(case("1"))).ok(merge("1", &["2"]));
    let why = No::MergedInto { topic: case("2"), into: case("1") };
    it.no(Affair::Join { topic: case("2"), proposers: people(&["周涛"]) }, why);
}

#[test]
fn what_was_merged_is_not_lost_with_the_whole() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"])).ok(raise("三栋路灯", &["李强"])).ok(merge("1", &["2"]));
    it.no(withdraw("1"), No::HasParts { topic: case("1"), parts: vec![case("2")] });
    it.ok(Affair::Part(case("2"))).ok(withdraw("1"));
    assert_eq!((it.state("1"), it.state("2")), (TopicState::Withdrawn, TopicState::Raised));
    let no_reason = Affair::Withdraw { topic: case("2"), why: " ".to_owned() };
    it.no(no_reason, No::Missing(Blank::Why));
    // What is to be rated stands by itself.
    it.ok(raise("灯", &["赵敏"])).ok(result("3", Underway));
    it.no(merge("2", &["3"]), No::HasResult(case("3")));
    it.no(withdraw("3"), No::NotNow(case("3"), TopicState::Resulted));
    it.ok(merge("3", &["2"]));
    assert_eq!(it.names("3"), ["赵敏", "李强"]);
}

#[test]
fn what_was_done_for_a_part_was_done_for_the_whole() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"])).ok(raise("三栋路灯", &["李强"]));
    it.ok(outing(Some("2"), "2026-11-19", "3栋", 4)).ok(outing(Some("1"), "2026-11-19", "1栋", 2));
    it.meets("2", "s1", Some(Outcome::Agreed));
    assert_eq!((it.topic("1").survey.visits, it.state("1")), (1, TopicState::Raised));
    it.ok(merge("1", &["2"]));
    assert_eq!((it.topic("1").survey.visits, it.state("1")), (2, TopicState::Consulted));
    assert_eq!(it.topic("1").consultations.len(), 1);
    it.meets("1", "s1", Some(Outcome::Agreed));
    assert_eq!(it.topic("1").consultations.len(), 1, "one meeting, however many links");
    it.meets("1", "s2", None);
    it.ok(Affair::Part(case("2")));
    assert_eq!((it.topic("1").survey.visits, it.topic("2").survey.visits), (1, 1));
    assert_eq!(it.topic("1").consultations.len(), 2);
    assert_eq!((it.topic("2").consultations.len(), it.state("2")), (1, TopicState::Consulted));
}

fn outing(topic: Option<&str>, on: &str, place: &str, count: u32) -> Affair {
    Affair::GoOut(Outing {
        kind: OutingKind::Visit,
        on: day(on),
        place: place.to_owned(),
        topic: topic.map(case),
        count,
        by: vec!["李敏".to_owned(), " ".to_owned()],
        note: None,
    })
}

#[test]
fn visits_and_briefings_have_place_date_and_count() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    it.no(outing(Some("1"), "2026-11-21", "3栋", 1), No::InTheFuture(day("2026-11-21")));
    it.no(outing(Some("1"), "2026-11-20", " ", 1), No::Missing(Blank::Place));
    it.no(outing(None, "2026-11-20", "3栋", 0), No::CountOutOfBounds { given: 0, most: 100_000 });
    let over = No::CountOutOfBounds { given: 100_001, most: 100_000 };
    it.no(outing(None, "2026-11-20", "3栋", 100_001), over);
    it.ok(outing(None, "2026-11-20", "3栋", 100_000)).ok(outing(Some("1"), "2026-11-18", "3栋", 1));
    let mut briefing = outing(Some("1"), "2026-11-20", "小广场", 30);
    if let Affair::GoOut(it) = &mut briefing {
        it.kind = OutingKind::Briefing;
    }
    it.ok(briefing);
    assert_eq!(it.ledger.outings.len(), 3);
    assert_eq!(it.ledger.outings[1].what.by, ["李敏"]);
    let survey = &it.topic("1").survey;
    assert_eq!((survey.visits, survey.briefings), (1, 1));
}

#[test]
fn a_survey_is_written_part_by_part_and_waived_for_a_reason() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    // Rules that ask for nothing leave nothing to waive.
    it.no(waive("1", "急"), No::NothingToWaive(case("1")));
    it.ground.rules = Arc::new(strict());
    let lacks = |it: &Device| survey_lacks(it.topic("1"), &it.ground);
    let (facts, options) = (Lacking::Part(SurveyPart::Facts), Lacking::Part(SurveyPart::Options));
    assert_eq!(lacks(&it), [facts, options, Lacking::Visits(2)]);
    it.no(write("1", SurveyPart::Facts, " "), No::Unchanged(case("1")));
    let nothing = Affair::WriteSurvey { topic: case("1"), parts: Vec::new() };
    it.no(nothing, No::Missing(Blank::Survey));
    it.ok(write("1", SurveyPart::Facts, " 六盏灯坏 ")).ok(outing(
        Some("1"),
        "2026-11-20",
        "3栋",
        9,
    ));
    it.no(write("1", SurveyPart::Facts, "六盏灯坏"), No::Unchanged(case("1")));
    // Nine households in one visit are one visit.
    assert_eq!(lacks(&it), [options, Lacking::Visits(1)]);
    it.no(waive("1", " "), No::Missing(Blank::Why));
    it.ok(waive("1", "汛期将至"));
    it.no(waive("1", "汛期将至"), No::Unchanged(case("1")));
    it.ok(waive("1", "汛期已至"));
    it.ok(outing(Some("1"), "2026-11-20", "5栋", 1)).ok(write("1", SurveyPart::Options, "换灯"));
    assert!(lacks(&it).is_empty());
    it.no(waive("1", "急"), No::NothingToWaive(case("1")));
    it.ok(write("1", SurveyPart::Options, ""));
    assert_eq!(lacks(&it), [options]);
}

#[test]
fn charging_a_unit_and_making_public() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    let charge = |unit: &str, with: &[&str], due: Option<&str>| Affair::Assign {
        topic: case("1"),
        unit: unit.to_owned(),
        with: with.iter().map(|it| (*it).to_owned()).collect(),
        due: due.map(day),
    };
    it.no(charge("", &[], None), No::Missing(Blank::Unit));
    it.no(charge("物业", &[" "], None), No::Missing(Blank::Unit));
    let (from, until) = (day("2026-11-20"), day("2026-11-19"));
    it.no(charge("物业", &[], Some("2026-11-19")), No::EndsBeforeItBegins { from, until });
    it.ok(charge("物业", &["居委会", "物业", "居委会"], Some("2026-12-01")));
    let given = &it.topic("1").assignments[0];
    assert_eq!((given.unit.as_str(), &given.with[..]), ("物业", &["居委会".to_owned()][..]));
    assert_eq!(given.due, Some(day("2026-12-01")));
    assert_eq!(it.state("1"), TopicState::Handling);
    // Where nobody says, the procedure does: ten working days from Friday the 20th of November.
    it.ok(charge("供电所", &[], None));
    assert_eq!(it.topic("1").assignments[1].due, Some(day("2026-12-04")));
    let posting = |until| Affair::Post { topic: case("1"), from, until, note: None };
    it.no(posting(Some(until)), No::EndsBeforeItBegins { from, until });
    it.ok(posting(Some(from))).ok(posting(None));
    assert_eq!(it.topic("1").postings.len(), 2);
}

#[test]
fn proposers_rate_a_result_and_their_latest_word_counts() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"])).ok(raise("灯", &["李强"])).ok(merge("1", &["2"]));
    it.no(rate("1", "王小明", Satisfied), No::NoResult(case("1")));
    it.ok(assign("1", None)).ok(result("1", Solved));
    assert_eq!(it.state("1"), TopicState::Resulted);
    assert_eq!(it.topic("1").names_to_rate(), ["王小明", "李强"]);
    it.no(
        rate("1", "赵敏", Satisfied),
        No::NotAProposer { topic: case("1"), name: "赵敏".to_owned() },
    );
    it.no(rate("1", "", Satisfied), No::Missing(Blank::Proposer));
    // 李强 stands behind it through the topic that was merged.
    assert!(it.topic("1").others_to_rate().is_empty(), "all of them are to be asked");
    it.ok(rate("1", "李强", MostlySatisfied));
    assert_eq!(it.state("1"), TopicState::Closed);
    assert_eq!(it.topic("1").others_to_rate(), ["王小明"]);
    it.no(rate("1", "李强", MostlySatisfied), No::Unchanged(case("1")));
    it.ok(rate("1", "王小明", Dissatisfied));
    assert_eq!((it.state("1"), it.topic("1").standing_result()), (TopicState::Reopened, None));
    // They think better of it, all within one second.
    it.ok(rate("1", "王小明", Satisfied));
    assert_eq!(it.state("1"), TopicState::Closed);
    assert_eq!((it.topic("1").ratings.len(), it.topic("1").ratings_of_latest().count()), (3, 2));
    assert!(it.topic("1").others_to_rate().is_empty());
    it.ok(rate("1", "王小明", Dissatisfied)).ok(assign("1", None));
    assert_eq!(it.state("1"), TopicState::Handling);
    // A new result starts afresh, and is owed an answer again.
    it.ok(answer("1", &[])).ok(result("1", Solved));
    assert_eq!(it.state("1"), TopicState::Resulted);
    assert_eq!(it.topic("1").names_owed(), ["王小明", "李强"]);
    assert_eq!(it.topic("1").names_to_rate(), ["王小明", "李强"]);
    it.ok(rate("1", "王小明", Satisfied));
    assert_eq!(it.state("1"), TopicState::Closed);
}

#[test]
fn what_is_under_way_or_planned_is_looked_at_again() {
    // 回头看: B and C are not done with once they are rated; A and D are.
    for (class, state) in [
        (Solved, TopicState::Closed),
        (Underway, TopicState::Handling),
        (Planned, TopicState::Handling),
        (Reference, TopicState::Closed),
    ] {
        let mut it = Device::first();
        it.ok(raise("路灯", &["王小明"])).ok(result("1", class)).ok(rate("1", "王小明", Satisfied));
        assert_eq!(it.state("1"), state, "{class:?}");
    }
}

#[test]
fn a_unit_charged_before_somebody_was_dissatisfied_is_not_charged_anew() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明", "李强"])).ok(result("1", Underway)).ok(assign("1", None));
    it.ok(rate("1", "王小明", Dissatisfied));
    assert_eq!(it.state("1"), TopicState::Reopened);
    it.ok(assign("1", None));
    assert_eq!(it.state("1"), TopicState::Handling);
    // A second voice about the same result does not undo that somebody is at work on it.
    it.ok(rate("1", "李强", Dissatisfied));
    assert_eq!(it.state("1"), TopicState::Handling);
}

#[test]
fn an_answer_before_a_result_does_not_tell_of_it_even_within_one_second() {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"])).ok(accept("1")).ok(answer("1", &[])).ok(result("1", Solved));
    assert_eq!(it.topic("1").names_owed(), ["王小明"]);
    assert_eq!(it.topic("1").answer_owed_since(), Some(it.now));
    it.ok(answer("1", &[]));
    assert_eq!(it.topic("1").answer_owed_since(), None);
    // Whoever signs later was not told.
    it.ok(Affair::Join { topic: case("1"), proposers: people(&["李强"]) });
    assert_eq!(it.topic("1").names_owed(), ["李强"]);
}

#[test]
fn of_several_meetings_the_next_one_is_what_is_to_come() {
    // Today is the 20th. One was never closed, one is over.
    let held = [
        ("2026-10-15", "october", None),
        ("2026-11-19", "november", None),
        ("2026-11-25", "over", Some(Outcome::CarriedOver)),
        ("2026-11-26", "next", None),
        ("2026-12-24", "later", None),
    ];
    for (left, expected) in [(5, "next"), (3, "november"), (1, "october")] {
        let mut it = Device::first();
        it.ok(raise("路灯", &["王小明"])).ok(accept("1"));
        let held = held.iter().take(left).map(|(on, session, outcome)| {
            let (on, session) = (day(on), (*session).to_owned());
            (case("1"), Consultation { on, session, outcome: *outcome })
        });
        it.ledger.attend(held);
        let topic = it.topic("1");
        let scheduled = topic.scheduled(it.ground.today).unwrap();
        assert_eq!(scheduled.session, expected);
        // The board tells of the same one.
        assert_eq!(TopicRow::of(&it.ledger, &it.ground, topic).meets, Some(scheduled.on));
    }
}
