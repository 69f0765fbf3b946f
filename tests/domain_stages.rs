//! Procedures: entering stages, every need both ways, limits in days, and what comes next.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod topic_support;

use std::sync::Arc;

use topic_support::{
    Device, accept, answer, assign, case, day, enter, exclude, four, merge, post, procedure, raise,
    rate, result, stage, strict, waive, withdraw, write,
};
use yishi::domain::affairs::AffairRefusal as No;
use yishi::domain::affairs::{
    Affair, Blank, NamedProcedure, SlipChange, TopicStep, days_late, due, has, last_day,
    needs_lacking, stage_name,
};
use yishi::domain::command::Change;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::people::Role;
use yishi::domain::procedure::{Need, Procedure, Within, Work};
use yishi::domain::rules::{SurveyMode, SurveyPart};
use yishi::domain::station::{CallOut, CalledMember, Near};
use yishi::domain::survey::{Lacking, Outing, OutingKind};
use yishi::domain::topic::{Class, ResultClass, Satisfaction, TopicState};

fn classify(class: Class) -> Affair {
    let change = SlipChange { class: Change::To(class), ..SlipChange::default() };
    Affair::AmendSlip { topic: case("1"), change }
}

fn visit() -> Affair {
    Affair::GoOut(Outing {
        kind: OutingKind::Visit,
        on: day("2026-11-20"),
        place: "3栋".to_owned(),
        topic: Some(case("1")),
        count: 1,
        by: Vec::new(),
        note: None,
    })
}

/// A device with one topic that follows the procedure of four stages.
fn one() -> Device {
    let mut it = Device::first();
    it.ok(raise("路灯", &["王小明"]));
    it
}

fn with(mut it: Device, procedure: NamedProcedure) -> Device {
    it.ground.procedure.clone_from(&procedure.file);
    it.ground.procedures.push(procedure);
    it
}

#[test]
fn stages_are_entered_in_order_with_what_they_need() {
    let mut it = one();
    assert_eq!(it.topic("1").stage(), 1);
    let lacking = |stage, need| No::StageNeeds { topic: case("1"), stage, lacking: vec![need] };
    it.no(enter("1", None, None), lacking(2, Need::Classified));
    it.ok(classify(Class::Rights)).ok(enter("1", None, None));
    assert_eq!(it.topic("1").stage(), 2);
    it.no(enter("1", Some(2), None), No::InStage { topic: case("1"), stage: 2 });
    it.no(enter("1", Some(2), Some("再来")), No::InStage { topic: case("1"), stage: 2 });
    it.no(enter("1", Some(3), None), lacking(3, Need::Screened));
    it.no(enter("1", Some(4), None), No::OutOfOrder { topic: case("1"), stage: 4, from: 2 });
    it.no(enter("1", Some(1), None), No::OutOfOrder { topic: case("1"), stage: 1, from: 2 });
    it.no(enter("1", Some(1), Some(" ")), No::OutOfOrder { topic: case("1"), stage: 1, from: 2 });
    let none = |stage| No::NoSuchStage { procedure: "four".to_owned(), stage, count: 4 };
    it.no(enter("1", Some(5), Some("急")), none(5)).no(enter("1", Some(0), Some("急")), none(0));
    it.ok(enter("1", None, Some("街道催办")));
    assert_eq!(it.topic("1").stages[1].despite.as_deref(), Some("街道催办"));
    it.ok(enter("1", Some(1), Some("材料不全"))).ok(enter("1", Some(4), Some("已经议过")));
    it.no(enter("1", None, None), No::NoStageLeft(case("1")));
    it.no(enter("1", None, Some("急")), No::NoStageLeft(case("1")));
    let entered: Vec<u32> = it.topic("1").stages.iter().map(|it| it.stage).collect();
    assert_eq!(entered, [2, 3, 1, 4]);
}

#[test]
fn a_procedure_is_kept_from_the_first_stage_on_and_can_be_changed() {
    let mut it = one();
    it.ok(raise("停车", &["李强"]));
    it.ok(enter("1", None, Some("先办")));
    // The community turns to another procedure: what has begun goes on as it began.
    it.ground.procedure = "one".to_owned();
    assert_eq!(it.ground.procedure_name(it.topic("1")), "four");
    assert_eq!(it.ground.procedure_name(it.topic("2")), "one");
    let choose =
        |file: &str| Affair::ChooseProcedure { topic: case("1"), procedure: file.to_owned() };
    it.no(choose("four"), No::Unchanged(case("1")));
    it.no(choose("five"), No::NoSuchProcedure("five".to_owned()));
    it.ok(choose("one"));
    assert_eq!((it.topic("1").stage(), it.topic("1").stages.len()), (1, 0));
    // A file that is gone is told, and a stage of nothing is not entered.
    it.ground.procedures.clear();
    it.no(enter("2", None, None), No::NoSuchProcedure("one".to_owned()));
}

#[test]
fn stages_in_any_order_are_entered_again_and_again() {
    let mut stages = vec![stage("听证", &[Work::Meeting], &[], &[])];
    stages.push(stage("协调", &[Work::Meeting], &[Need::Screened], &[]));
    stages.push(stage("评议", &[Work::Rating], &[], &[]));
    let three =
        Procedure { name: "三会".into(), any_order: true, stages, ..Procedure::default() };
    let three = NamedProcedure { file: "three".to_owned(), procedure: Arc::new(three) };
    let mut it = with(one(), three);
    it.ok(enter("1", Some(3), None)).ok(enter("1", Some(1), None)).ok(enter("1", Some(1), None));
    let lacking = vec![Need::Screened];
    it.no(enter("1", None, None), No::StageNeeds { topic: case("1"), stage: 2, lacking });
    it.ok(accept("1")).ok(answer("1", &[])).ok(enter("1", None, None));
    // Every time a stage with a meeting was entered, one was to be held: 1, 1, 2.
    for session in ["s1", "s2"] {
        assert_eq!(it.next("1"), TopicStep::Schedule);
        it.meets("1", session, None);
        assert_eq!(it.next("1"), TopicStep::Hold(session.to_owned()));
        it.meets("1", session, Some(Outcome::NotAgreed));
    }
    it.meets("1", "s3", Some(Outcome::CarriedOver));
    assert_eq!(it.next("1"), TopicStep::Schedule);
    it.meets("1", "s3", Some(Outcome::Agreed));
    assert_eq!(it.next("1"), TopicStep::EnterStage(3));
}

#[test]
fn a_first_stage_with_a_meeting_counts_when_it_was_held() {
    let meets = |name| stage(name, &[Work::Meeting], &[], &[]);
    let mut it = with(one(), procedure("two", vec![meets("听证"), meets("协调")]));
    it.meets("1", "s1", Some(Outcome::NotAgreed));
    assert_eq!(it.next("1"), TopicStep::EnterStage(2));
    it.ok(enter("1", None, None));
    assert_eq!(it.next("1"), TopicStep::Schedule);
    it.meets("1", "s2", Some(Outcome::Agreed));
    assert_eq!(it.next("1"), TopicStep::Nothing);
    // Whoever begins with the second has nothing of the first behind them.
    let mut it = with(one(), procedure("two", vec![meets("听证"), meets("协调")]));
    it.ok(enter("1", None, None)).meets("1", "s1", Some(Outcome::Agreed));
    assert_eq!(it.next("1"), TopicStep::Nothing);
}

#[test]
fn a_community_names_its_stages() {
    let mut it = one();
    let open = (0..5).map(|_| stage("", &[], &[], &[])).collect();
    it.ground.procedures.push(procedure("wushi", open));
    let name = |file: &str, names: &[&str]| Affair::NameStages {
        procedure: file.to_owned(),
        names: names.iter().map(|it| (*it).to_owned()).collect(),
    };
    let few = No::NamesDoNotFit { procedure: "wushi".to_owned(), given: 4, stages: 5 };
    it.no(name("wushi", &["甲", "乙", "丙", "丁"]), few);
    it.no(name("wushi", &["甲", "乙", "丙", "丁", " "]), No::Missing(Blank::StageName));
    it.no(name("gone", &["甲"]), No::NoSuchProcedure("gone".to_owned()));
    it.ok(name("wushi", &["甲", " 乙", "丙", "丁", "戊"]));
    it.no(name("wushi", &["甲", "乙", "丙", "丁", "戊"]), No::NamedBefore("wushi".to_owned()));
    let told = |it: &Device, file: &str, stage| {
        let procedure = Arc::clone(it.ground.procedure(file).unwrap());
        stage_name(&it.ledger, file, &procedure, stage, false).map(str::to_owned)
    };
    assert_eq!(told(&it, "wushi", 2).as_deref(), Some("乙"));
    assert_eq!(told(&it, "wushi", 6), None);
    // Stages that have a name may be called otherwise, too.
    it.ok(name("four", &["收", "审", "议", "办"]));
    assert_eq!(told(&it, "four", 1).as_deref(), Some("收"));
}

fn call_out() -> Affair {
    let member = CalledMember {
        key: "chen".into(),
        community: None,
        name: "陈红".into(),
        near: Near::SameGrid,
    };
    Affair::CallOut(CallOut {
        reason: "爆管".to_owned(),
        topic: Some(case("1")),
        place: None,
        grid: None,
        urgent: false,
        members: vec![member],
    })
}

/// A device that knows 陈红, so that she can be called.
fn with_member() -> Device {
    let mut it = one();
    let events = [LedgerEvent::PersonEntered {
        key: "chen".to_owned(),
        name: "陈红".to_owned(),
        role: Role::CppccMember,
        household: None,
        sector: None,
        grid: None,
    }];
    let line = it.ledger.next_line(&it.name, it.now, "李敏", &events);
    it.ledger.evolve(&it.name, &line);
    it.ledgers[0].1.push(line);
    it
}

fn report_in() -> Affair {
    Affair::ReportIn { call: case("1"), member: "chen".to_owned() }
}

/// Each need: what is done until it is there, the last step being the one that brings it.
#[test]
fn every_need_both_ways_blocks_or_is_told() {
    type Step = Box<dyn Fn(&mut Device)>;
    fn ask(affair: Affair) -> Step {
        Box::new(move |it| {
            it.ok(affair.clone());
        })
    }
    fn meet(outcome: Option<Outcome>) -> Step {
        Box::new(move |it| {
            it.meets("1", "s1", outcome);
        })
    }
    let solved = || ask(result("1", ResultClass::Solved));
    let rating = |result| ask(rate("1", "王小明", result));
    let cases: Vec<(Need, Vec<Step>)> = vec![
        (Need::Classified, vec![ask(classify(Class::Neighbours))]),
        (Need::Screened, vec![ask(accept("1"))]),
        (
            Need::Surveyed,
            vec![
                ask(write("1", SurveyPart::Facts, "六盏")),
                ask(write("1", SurveyPart::Options, "换")),
                ask(visit()),
                ask(visit()),
            ],
        ),
        (Need::Surveyed, vec![ask(visit()), ask(waive("1", "急"))]),
        (Need::Called, vec![ask(call_out())]),
        (Need::ReportedIn, vec![ask(call_out()), ask(report_in())]),
        (Need::Scheduled, vec![meet(Some(Outcome::CarriedOver)), meet(None)]),
        (Need::Scheduled, vec![meet(Some(Outcome::Noted))]),
        (
            Need::Consulted,
            vec![meet(None), meet(Some(Outcome::CarriedOver)), meet(Some(Outcome::NotAgreed))],
        ),
        (Need::Agreed, vec![meet(Some(Outcome::NotAgreed)), meet(Some(Outcome::Agreed))]),
        (Need::Assigned, vec![ask(assign("1", None))]),
        (Need::Published, vec![ask(post("1"))]),
        (Need::Resulted, vec![ask(assign("1", None)), solved()]),
        (Need::Rated, vec![solved(), rating(Satisfaction::MostlySatisfied)]),
    ];
    for (need, steps) in cases {
        let barred = procedure(
            "barred",
            vec![
                stage("前", &[], &[], &[]),
                stage("后", &[], &[need], &[]),
                stage("告", &[], &[], &[need]),
            ],
        );
        let mut it = with(with_member(), barred);
        let mut rules = strict();
        rules.survey = SurveyMode::Warn;
        it.ground.rules = Arc::new(rules);
        for (done, step) in steps.iter().enumerate() {
            let topic = it.topic("1");
            assert!(!has(&it.ledger, &it.ground, topic, need), "{need:?} after {done}");
            assert_eq!(needs_lacking(&it.ledger, &it.ground, topic, 2), (vec![need], Vec::new()));
            assert_eq!(needs_lacking(&it.ledger, &it.ground, topic, 3), (Vec::new(), vec![need]));
            let why = No::StageNeeds { topic: case("1"), stage: 2, lacking: vec![need] };
            it.no(enter("1", None, None), why);
            step(&mut it);
        }
        assert!(has(&it.ledger, &it.ground, it.topic("1"), need), "{need:?}");
        it.ok(enter("1", None, None)).ok(enter("1", None, None));
    }
    // A stage that is told what it lacks is entered all the same.
    let told =
        procedure("told", vec![stage("前", &[], &[], &[]), stage("后", &[], &[], &[Need::Agreed])]);
    let mut it = with(one(), told);
    it.ok(enter("1", None, None));
    assert_eq!(it.topic("1").stages[0].despite, None);
}

#[test]
fn needs_that_can_be_lost_again() {
    let mut it = one();
    let lacks = |it: &Device, need| !has(&it.ledger, &it.ground, it.topic("1"), need);
    // Nothing to tell, nobody to be told.
    assert!(!lacks(&it, Need::Answered));
    it.ok(accept("1"));
    assert!(lacks(&it, Need::Answered));
    it.ok(answer("1", &[]));
    assert!(!lacks(&it, Need::Answered));
    it.ok(exclude("1", "诉讼中", "法院"));
    assert!(lacks(&it, Need::Screened));
    it.ok(accept("1")).ok(assign("1", None)).ok(result("1", ResultClass::Solved));
    assert!(!lacks(&it, Need::Resulted) && lacks(&it, Need::Rated));
    it.ok(rate("1", "王小明", Satisfaction::Dissatisfied));
    assert!(lacks(&it, Need::Resulted) && lacks(&it, Need::Rated) && lacks(&it, Need::Assigned));
    it.ok(assign("1", None));
    assert!(!lacks(&it, Need::Assigned));
    it.ok(result("1", ResultClass::Solved)).ok(rate("1", "王小明", Satisfaction::Satisfied));
    assert!(!lacks(&it, Need::Resulted) && !lacks(&it, Need::Rated));
}

#[test]
fn calls_about_a_part_are_calls_about_the_whole() {
    let mut it = with_member();
    it.ok(raise("水管", &["李强"])).ok(call_out()).ok(report_in()).ok(merge("2", &["1"]));
    for need in [Need::Called, Need::ReportedIn] {
        assert!(has(&it.ledger, &it.ground, it.topic("2"), need));
    }
}

#[test]
fn strict_rules_keep_out_what_was_not_surveyed() {
    // 不调研不协商: stage 3 only warns; the rules say whether that hinders.
    for (mode, blocked) in
        [(SurveyMode::Off, false), (SurveyMode::Warn, false), (SurveyMode::Strict, true)]
    {
        let mut it = one();
        let mut rules = strict();
        rules.survey = mode;
        it.ground.rules = Arc::new(rules);
        it.ok(classify(Class::Rights)).ok(accept("1")).ok(enter("1", None, None));
        let (blocks, warns) = needs_lacking(&it.ledger, &it.ground, it.topic("1"), 3);
        assert_eq!(blocks == [Need::Surveyed], blocked, "{mode:?}");
        assert_eq!(warns == [Need::Surveyed], mode == SurveyMode::Warn, "{mode:?}");
        if blocked {
            let lacking = vec![Need::Surveyed];
            it.no(enter("1", None, None), No::StageNeeds { topic: case("1"), stage: 3, lacking });
            it.ok(waive("1", "汛期将至"));
        }
        it.ok(enter("1", None, None));
    }
    // The rules of its procedure go before the community's.
    let mut it = one();
    it.ground.rules_of = vec![("four".to_owned(), Arc::new(strict()))];
    assert!(!has(&it.ledger, &it.ground, it.topic("1"), Need::Surveyed));
}

#[test]
fn days_and_working_days() {
    // November 2026: the 20th is a Friday, the 23rd a Monday.
    for (from, within, last) in [
        ("2026-11-20", Within::Days(0), "2026-11-20"),
        ("2026-11-20", Within::Days(3), "2026-11-23"),
        ("2026-11-20", Within::WorkingDays(0), "2026-11-20"),
        ("2026-11-20", Within::WorkingDays(1), "2026-11-23"),
        ("2026-11-20", Within::WorkingDays(5), "2026-11-27"),
        ("2026-11-20", Within::WorkingDays(6), "2026-11-30"),
        ("2026-11-21", Within::WorkingDays(0), "2026-11-21"),
        ("2026-11-21", Within::WorkingDays(1), "2026-11-23"),
        ("2026-11-22", Within::WorkingDays(1), "2026-11-23"),
        ("2026-11-22", Within::WorkingDays(5), "2026-11-27"),
        ("2026-11-23", Within::WorkingDays(1), "2026-11-24"),
        ("2026-11-23", Within::WorkingDays(4), "2026-11-27"),
        ("2026-11-23", Within::WorkingDays(5), "2026-11-30"),
        ("2026-11-25", Within::WorkingDays(3), "2026-11-30"),
        ("2026-11-25", Within::WorkingDays(10), "2026-12-09"),
        ("2026-11-26", Within::WorkingDays(15), "2026-12-17"),
    ] {
        assert_eq!(last_day(day(from), within), day(last), "{from} {within:?}");
    }
}

#[test]
fn what_is_late() {
    let mut screening = stage("定", &[Work::Screening], &[], &[]);
    screening.within = Some(Within::Days(3));
    let mut handling = stage("办", &[Work::Handling, Work::Rating], &[], &[]);
    handling.within = Some(Within::WorkingDays(5));
    let mut it = with(one(), procedure("limits", vec![screening, handling]));
    let by = |it: &Device| due(&it.ledger, &it.ground, it.topic("1"));
    let late = |it: &Device, on: &str| {
        days_late(due(&it.ledger, &it.ground, it.topic("1")), day(on)).is_some()
    };
    assert_eq!(by(&it), Some(day("2026-11-23")));
    assert!(!late(&it, "2026-11-23") && late(&it, "2026-11-24"));
    // Screened in time: nothing of that stage is left to be late with.
    it.ok(accept("1")).ok(answer("1", &[]));
    assert_eq!(by(&it), None);
    it.wait(3 * 24 * 3_600);
    it.ok(enter("1", None, None));
    // Entered on Monday the 23rd.
    assert_eq!(by(&it), Some(day("2026-11-30")));
    it.ok(assign("1", Some("2026-11-25")));
    assert_eq!(by(&it), Some(day("2026-11-25")));
    it.ok(result("1", ResultClass::Solved));
    assert_eq!(by(&it), Some(day("2026-11-30")), "it is still to be rated");
    it.ok(rate("1", "王小明", Satisfaction::Satisfied));
    assert_eq!(by(&it), None);
    it.ok(rate("1", "王小明", Satisfaction::Dissatisfied)).ok(assign("1", Some("2026-12-31")));
    // What is done anew (重办) has a day of its own.
    assert_eq!(by(&it), Some(day("2026-12-31")));
    // Nothing is late about what is over.
    let mut it = with(
        one(),
        procedure(
            "limits",
            vec![{
                let mut first = stage("定", &[Work::Screening], &[], &[]);
                first.within = Some(Within::Days(0));
                first
            }],
        ),
    );
    assert!(late(&it, "2026-11-21"));
    it.ok(withdraw("1"));
    assert!(!late(&it, "2027-11-21"));
}

#[test]
fn the_obvious_next_thing_step_by_step() {
    let mut it = one();
    it.ground.rules = Arc::new(strict());
    assert_eq!(it.next("1"), TopicStep::Classify);
    it.ok(classify(Class::Rights));
    assert_eq!(it.next("1"), TopicStep::EnterStage(2));
    it.ok(enter("1", None, None));
    assert_eq!(it.next("1"), TopicStep::Screen);
    it.ok(accept("1"));
    assert_eq!(it.next("1"), TopicStep::Answer(vec!["王小明".to_owned()]));
    it.ok(answer("1", &[]));
    let facts = Lacking::Part(SurveyPart::Facts);
    let options = Lacking::Part(SurveyPart::Options);
    assert_eq!(it.next("1"), TopicStep::Survey(vec![facts, options, Lacking::Visits(2)]));
    it.ok(write("1", SurveyPart::Facts, "六盏")).ok(write("1", SurveyPart::Options, "换"));
    assert_eq!(it.next("1"), TopicStep::Survey(vec![Lacking::Visits(2)]));
    it.ok(visit()).ok(visit());
    assert_eq!(it.next("1"), TopicStep::EnterStage(3));
    it.ok(enter("1", None, None));
    assert_eq!(it.next("1"), TopicStep::Schedule);
    it.meets("1", "s1", None);
    assert_eq!(it.next("1"), TopicStep::Hold("s1".to_owned()));
    it.meets("1", "s1", Some(Outcome::NotAgreed));
    // The last stage needs an agreement: another meeting.
    assert_eq!(it.next("1"), TopicStep::Schedule);
    it.meets("1", "s2", Some(Outcome::Agreed));
    assert_eq!(it.next("1"), TopicStep::EnterStage(4));
    it.ok(enter("1", None, None));
    assert_eq!(it.next("1"), TopicStep::Assign);
    it.ok(assign("1", None));
    assert_eq!(it.next("1"), TopicStep::Result);
    it.ok(result("1", ResultClass::Underway));
    assert_eq!(it.next("1"), TopicStep::Answer(vec!["王小明".to_owned()]));
    it.ok(answer("1", &[]));
    assert_eq!(it.next("1"), TopicStep::Rate(vec!["王小明".to_owned()]));
    it.ok(rate("1", "王小明", Satisfaction::Satisfied));
    assert_eq!((it.next("1"), it.state("1")), (TopicStep::LookBack, TopicState::Handling));
    it.ok(result("1", ResultClass::Solved)).ok(rate("1", "王小明", Satisfaction::Dissatisfied));
    assert_eq!(it.next("1"), TopicStep::Assign);
    it.ok(assign("1", None));
    assert_eq!(it.next("1"), TopicStep::Result);
    it.ok(result("1", ResultClass::Solved)).ok(rate("1", "王小明", Satisfaction::Satisfied));
    it.ok(answer("1", &[]));
    assert_eq!((it.next("1"), it.state("1")), (TopicStep::Nothing, TopicState::Closed));
}

#[test]
fn what_comes_next_where_a_topic_is_over_or_its_procedure_gone() {
    let mut it = one();
    it.ok(raise("灯", &["李强"])).ok(exclude("1", "诉讼中", "法院"));
    assert_eq!(it.next("1"), TopicStep::Answer(vec!["王小明".to_owned()]));
    it.ok(answer("1", &[]));
    assert_eq!(it.next("1"), TopicStep::Nothing);
    it.ok(withdraw("2"));
    assert_eq!(it.next("2"), TopicStep::Nothing);

    let mut it = one();
    it.ground.procedures.clear();
    assert_eq!(it.next("1"), TopicStep::Screen);
    it.ok(accept("1")).ok(answer("1", &[]));
    assert_eq!(it.next("1"), TopicStep::Schedule);
    it.meets("1", "s1", None);
    assert_eq!(it.next("1"), TopicStep::Hold("s1".to_owned()));
    it.meets("1", "s1", Some(Outcome::Agreed));
    assert_eq!(it.next("1"), TopicStep::Assign);
    it.ok(assign("1", None));
    assert_eq!(it.next("1"), TopicStep::Result);
    it.ok(result("1", ResultClass::Planned)).ok(answer("1", &[]));
    assert_eq!(it.next("1"), TopicStep::Rate(vec!["王小明".to_owned()]));
    it.ok(rate("1", "王小明", Satisfaction::Satisfied));
    assert_eq!(it.next("1"), TopicStep::LookBack);
}

#[test]
fn members_are_called_and_report_in() {
    let mut it = with(
        with_member(),
        procedure(
            "whistle",
            vec![stage("吹哨", &[Work::Call], &[], &[]), four().procedure.stages[3].clone()],
        ),
    );
    assert_eq!(it.next("1"), TopicStep::Call);
    it.ok(call_out());
    assert_eq!(it.next("1"), TopicStep::ReportIn(case("1")));
    it.ok(Affair::CloseCall { call: case("1"), how: "无人在家".to_owned() });
    assert_eq!(it.next("1"), TopicStep::Call);
    it.ok(call_out()).ok(Affair::ReportIn { call: case("2"), member: "chen".to_owned() });
    // The next stage needs an agreement.
    assert_eq!(it.next("1"), TopicStep::Schedule);
}
