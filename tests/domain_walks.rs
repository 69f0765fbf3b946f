//! Every procedure that comes with the program, walked from intake to rating by always doing the
//! obvious next thing: nothing needs a reason, no stage is left out, and the topic ends closed.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod topic_support;

use std::sync::Arc;

use topic_support::{
    BY, Device, accept, answer, assign, case, day, enter, post, raise, rate, result,
};
use yishi::domain::affairs::{Affair, SlipChange, TopicStep, needs_lacking};
use yishi::domain::command::Change;
use yishi::domain::item::Outcome;
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::people::Role;
use yishi::domain::station::{CallOut, CalledMember, Near};
use yishi::domain::survey::{Lacking, Outing, OutingKind};
use yishi::domain::topic::{Class, ResultClass, Satisfaction, TopicState};
use yishi::grammar::procedures::{DEFAULT, shipped};
use yishi::grammar::rule_sets;

/// A device of a community that follows a procedure, with somebody who can be called, and a topic.
fn begun(file: &str) -> Device {
    let mut it = Device::first();
    it.ground.procedures = shipped();
    file.clone_into(&mut it.ground.procedure);
    let sets = rule_sets::with_own(Vec::new());
    for known in &it.ground.procedures {
        if let Some(name) = &known.procedure.rules {
            let set = rule_sets::named(&sets, name).unwrap();
            it.ground.rules_of.push((known.file.clone(), Arc::clone(&set.rules)));
        }
    }
    let member = LedgerEvent::PersonEntered {
        key: "chen".to_owned(),
        name: "陈红".to_owned(),
        role: Role::CppccMember,
        household: None,
        sector: None,
        grid: None,
    };
    let line = it.ledger.next_line(&it.name, it.now, BY, &[member]);
    it.ledger.evolve(&it.name, &line);
    it.ledgers[0].1.push(line);
    it.ok(raise("路灯", &["王小明", "李强"]));
    it
}

fn call(urgent: bool) -> Affair {
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
        urgent,
        members: vec![member],
    })
}

fn survey(it: &mut Device, lacking: &[Lacking]) {
    // A stage for surveys has something surveyed, whatever the rules ask for.
    let outing = |kind| {
        Affair::GoOut(Outing {
            kind,
            on: day("2026-11-20"),
            place: "3栋".to_owned(),
            topic: Some(case("1")),
            count: 3,
            by: Vec::new(),
            note: None,
        })
    };
    if lacking.is_empty() {
        it.ok(outing(OutingKind::Visit));
    }
    for lack in lacking {
        match lack {
            Lacking::Part(part) => {
                let parts = vec![(*part, "查清".to_owned())];
                it.ok(Affair::WriteSurvey { topic: case("1"), parts });
            }
            Lacking::Visits(_) => drop(it.ok(outing(OutingKind::Visit))),
            Lacking::Briefings(_) => drop(it.ok(outing(OutingKind::Briefing))),
        }
    }
}

/// Does the obvious next thing; `false` when there is none.
fn take(it: &mut Device, meetings: &mut usize) -> bool {
    it.wait(60);
    match it.next("1") {
        TopicStep::Classify => {
            let class = Change::To(Class::Livelihood);
            let change = SlipChange { class, ..SlipChange::default() };
            it.ok(Affair::AmendSlip { topic: case("1"), change });
        }
        TopicStep::Screen => drop(it.ok(accept("1"))),
        TopicStep::Survey(lacking) => survey(it, &lacking),
        TopicStep::Call => drop(it.ok(call(false))),
        TopicStep::ReportIn(call) => {
            it.ok(Affair::ReportIn { call, member: "chen".to_owned() });
        }
        TopicStep::Schedule => {
            *meetings += 1;
            it.meets("1", &format!("s{meetings}"), None);
        }
        TopicStep::Hold(session) => drop(it.meets("1", &session, Some(Outcome::Agreed))),
        TopicStep::Assign => drop(it.ok(assign("1", None))),
        TopicStep::Post => drop(it.ok(post("1"))),
        TopicStep::Result | TopicStep::LookBack => {
            it.ok(result("1", ResultClass::Solved));
        }
        TopicStep::Answer(names) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            it.ok(answer("1", &names));
        }
        TopicStep::Rate(names) => drop(it.ok(rate("1", &names[0], Satisfaction::Satisfied))),
        TopicStep::EnterStage(stage) => {
            // What is obvious lacks nothing that hinders.
            let (blocks, _) = needs_lacking(&it.ledger, &it.ground, it.topic("1"), stage);
            assert!(blocks.is_empty(), "{blocks:?}");
            it.ok(enter("1", None, None));
        }
        TopicStep::Nothing => return false,
    }
    true
}

/// Goes on until there is nothing to do, and says which steps were taken.
fn walk(it: &mut Device) -> Vec<TopicStep> {
    let mut steps = vec![it.next("1")];
    let mut meetings = 0;
    while take(it, &mut meetings) {
        steps.push(it.next("1"));
        assert!(steps.len() < 60, "no end: {steps:?}");
    }
    steps
}

#[test]
fn every_procedure_from_intake_to_rating() {
    let files: Vec<String> = shipped().iter().map(|known| known.file.clone()).collect();
    assert_eq!(files.len(), 11);
    for file in files {
        let mut it = begun(&file);
        let steps = walk(&mut it);
        let procedure = Arc::clone(it.ground.procedure(&file).unwrap());
        let topic = it.topic("1");
        assert_eq!(topic.state(), TopicState::Closed, "{file}: {steps:?}");
        assert_eq!(topic.stage(), procedure.count(), "{file}: {steps:?}");
        let mut entered: Vec<u32> = topic.stages.iter().map(|entered| entered.stage).collect();
        entered.dedup();
        let expected = if entered.first() == Some(&1) { 1 } else { 2 };
        assert_eq!(entered, (expected..=procedure.count()).collect::<Vec<u32>>(), "{file}");
        assert!(topic.stages.iter().all(|entered| entered.despite.is_none()), "{file}");
        assert!(topic.screening.is_some(), "{file}: {steps:?}");
        assert_eq!(topic.is_consulted(), procedure.meeting_stage().is_some(), "{file}: {steps:?}");
        assert!(topic.names_owed().is_empty(), "{file}");
        assert_eq!(topic.procedure.as_deref(), Some(file.as_str()));
        // What was walked can be taken back to the very beginning.
        while it.take_back() {}
        assert!(it.ledger.topics.is_empty());
    }
}

#[test]
fn the_usual_one_step_by_step() {
    let mut it = begun(DEFAULT);
    let steps = walk(&mut it);
    let both = || vec!["王小明".to_owned(), "李强".to_owned()];
    // 云岩六步：收集议题→确定议题→商前调研→协商议事→公开公示→民主监督; the rules of thirteen ask a
    // survey for method, people and facts.
    let [survey] =
        &steps.iter().filter(|it| matches!(it, TopicStep::Survey(_))).collect::<Vec<_>>()[..]
    else {
        panic!("{steps:?}");
    };
    assert!(matches!(survey, TopicStep::Survey(lacking) if lacking.len() == 3));
    let expected = [
        TopicStep::EnterStage(2),
        TopicStep::Screen,
        TopicStep::Answer(both()),
        TopicStep::EnterStage(3),
        (*survey).clone(),
        TopicStep::EnterStage(4),
        TopicStep::Schedule,
        TopicStep::Hold("s1".to_owned()),
        TopicStep::EnterStage(5),
        TopicStep::Post,
        TopicStep::EnterStage(6),
        TopicStep::Assign,
        TopicStep::Result,
        TopicStep::Answer(both()),
        TopicStep::Rate(both()),
        TopicStep::Nothing,
    ];
    assert_eq!(steps, expected);
}

#[test]
fn an_emergency_skips_to_action() {
    let mut it = begun("whistle");
    it.ok(call(true));
    assert_eq!(it.topic("1").stage(), 5);
    assert_eq!(it.topic("1").stages[0].despite.as_deref(), Some("爆管"));
    assert_eq!(it.next("1"), TopicStep::Assign);
    walk(&mut it);
    assert_eq!(it.state("1"), TopicState::Closed);
}

#[test]
fn dissatisfaction_leads_through_the_handling_again_in_every_procedure() {
    for file in shipped().iter().map(|known| known.file.clone()) {
        let mut it = begun(&file);
        walk(&mut it);
        it.ok(rate("1", "李强", Satisfaction::Dissatisfied));
        assert_eq!(
            (it.state("1"), it.next("1")),
            (TopicState::Reopened, TopicStep::Assign),
            "{file}"
        );
        let steps = walk(&mut it);
        assert_eq!(it.state("1"), TopicState::Closed, "{file}: {steps:?}");
    }
}
