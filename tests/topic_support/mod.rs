//! A community's ledgers in memory: several devices, affairs carried out on each.

#![allow(dead_code, reason = "not every test program uses all of it")]

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use yishi::domain::affairs::{
    Affair, AffairRefusal, Ground, NamedProcedure, TopicStep, decide, decide_told, next_for,
};
use yishi::domain::item::Outcome;
use yishi::domain::ledger::{Ledger, LedgerEvent, latest_standing};
use yishi::domain::procedure::{Need, Procedure, Stage, Within, Work};
use yishi::domain::record::{Line, Moment};
use yishi::domain::rules::{RuleSet, SurveyMode, SurveyPart};
use yishi::domain::topic::{
    CaseNo, Consultation, Decision, Level, Proposer, ResultClass, Satisfaction, Slip, Source,
    Topic, TopicState,
};

pub const BY: &str = "李敏";

/// A moment of the 20th of November 2026, a Friday.
pub fn at(clock: &str) -> Moment {
    format!("2026-11-20T{clock}+08:00").parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn case(text: &str) -> CaseNo {
    text.parse().unwrap()
}

pub fn slip(title: &str) -> Slip {
    Slip::new(title.to_owned(), day("2026-11-20"), Source::Slip)
}

pub fn people(names: &[&str]) -> Vec<Proposer> {
    names.iter().map(|name| Proposer { name: (*name).to_owned(), key: None }).collect()
}

pub fn raise(title: &str, names: &[&str]) -> Affair {
    Affair::Raise { slip: slip(title), proposers: people(names), procedure: None }
}

pub fn accept(topic: &str) -> Affair {
    let decision = Decision::Accepted { level: Level::Community };
    Affair::Screen { topic: case(topic), decision, class: None, approver: None }
}

pub fn exclude(topic: &str, ground: &str, redirect: &str) -> Affair {
    let decision = Decision::Excluded { ground: ground.to_owned(), redirect: redirect.to_owned() };
    Affair::Screen { topic: case(topic), decision, class: None, approver: None }
}

pub fn merge(into: &str, topics: &[&str]) -> Affair {
    Affair::Merge { into: case(into), topics: topics.iter().map(|topic| case(topic)).collect() }
}

pub fn withdraw(topic: &str) -> Affair {
    Affair::Withdraw { topic: case(topic), why: "已自行解决".to_owned() }
}

pub fn answer(topic: &str, names: &[&str]) -> Affair {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    Affair::Answer { topic: case(topic), names, how: "电话".to_owned() }
}

pub fn assign(topic: &str, due: Option<&str>) -> Affair {
    let (unit, with) = ("物业".to_owned(), Vec::new());
    Affair::Assign { topic: case(topic), unit, with, due: due.map(day) }
}

pub fn result(topic: &str, class: ResultClass) -> Affair {
    Affair::Result { topic: case(topic), class, note: None }
}

pub fn rate(topic: &str, name: &str, result: Satisfaction) -> Affair {
    let (name, handling) = (name.to_owned(), Satisfaction::Satisfied);
    Affair::Rate { topic: case(topic), name, handling, result, note: None }
}

pub fn post(topic: &str) -> Affair {
    Affair::Post { topic: case(topic), from: day("2026-11-20"), until: None, note: None }
}

pub fn enter(topic: &str, stage: Option<u32>, despite: Option<&str>) -> Affair {
    Affair::EnterStage { topic: case(topic), stage, despite: despite.map(str::to_owned) }
}

pub fn write(topic: &str, part: SurveyPart, text: &str) -> Affair {
    Affair::WriteSurvey { topic: case(topic), parts: vec![(part, text.to_owned())] }
}

pub fn waive(topic: &str, why: &str) -> Affair {
    Affair::WaiveSurvey { topic: case(topic), why: why.to_owned() }
}

/// A procedure of these stages.
pub fn procedure(file: &str, stages: Vec<Stage>) -> NamedProcedure {
    let procedure = Procedure { name: file.to_owned(), stages, ..Procedure::default() };
    NamedProcedure { file: file.to_owned(), procedure: Arc::new(procedure) }
}

pub fn stage(name: &str, works: &[Work], blocks: &[Need], warns: &[Need]) -> Stage {
    Stage {
        name: name.to_owned(),
        works: works.to_vec(),
        blocks: blocks.to_vec(),
        warns: warns.to_vec(),
        ..Stage::default()
    }
}

/// Rules that are strict about surveys: facts, options, and two visits.
pub fn strict() -> RuleSet {
    RuleSet {
        survey: SurveyMode::Strict,
        survey_parts: vec![SurveyPart::Facts, SurveyPart::Options],
        survey_visits: 2,
        ..RuleSet::named("严")
    }
}

/// Four stages: take in, screen, meet, handle and rate; the last within ten working days.
pub fn four() -> NamedProcedure {
    let mut last = stage("办", &[Work::Handling, Work::Rating], &[Need::Agreed], &[]);
    last.within = Some(Within::WorkingDays(10));
    procedure(
        "four",
        vec![
            stage("提", &[Work::Intake], &[], &[]),
            stage("定", &[Work::Screening], &[Need::Classified], &[]),
            stage("商", &[Work::Meeting], &[Need::Screened], &[Need::Surveyed]),
            last,
        ],
    )
}

pub fn ground(device: &str) -> Ground {
    Ground {
        today: day("2026-11-20"),
        device: device.to_owned(),
        procedures: vec![four(), procedure("one", vec![stage("办", &[], &[], &[])])],
        procedure: "four".to_owned(),
        rules: Arc::new(RuleSet::named("宽")),
        rules_of: Vec::new(),
    }
}

/// One device: what it knows of the community, and its own ledger.
#[derive(Debug, Clone)]
pub struct Device {
    pub name: String,
    pub ground: Ground,
    pub now: Moment,
    /// Its own ledger first, then copies of others'.
    pub ledgers: Vec<(String, Vec<Line<LedgerEvent>>)>,
    pub held: Vec<(CaseNo, Consultation)>,
    pub ledger: Ledger,
}

impl Device {
    /// A device that begins its ledger now, knowing of others what it is given.
    pub fn new(name: &str, now: Moment, others: &[(String, Vec<Line<LedgerEvent>>)]) -> Self {
        let created = LedgerEvent::Created {
            format: 1,
            device: name.to_owned(),
            community: "jinyuan".to_owned(),
        };
        let first = Line { seq: 0, at: now, by: BY.to_owned(), events: vec![created] };
        let mut ledgers = vec![(name.to_owned(), vec![first])];
        ledgers.extend_from_slice(others);
        let ledger = fold(&ledgers);
        let ground = ground(name);
        Self { name: name.to_owned(), ground, now, ledgers, held: Vec::new(), ledger }
    }

    /// The device a community began on.
    pub fn first() -> Self {
        Self::new("laptop-4a1c", at("08:00:00"), &[])
    }

    pub fn own(&self) -> &[Line<LedgerEvent>] {
        &self.ledgers[0].1
    }

    /// The clock goes on.
    pub fn wait(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    pub fn carry_out(&mut self, affair: &Affair) -> Result<(), AffairRefusal> {
        let before = self.ledger.clone();
        let events = decide(&self.ledger, &self.ground, affair)?;
        assert_eq!(before, self.ledger, "deciding changes nothing");
        assert!(!events.is_empty(), "what changes nothing is refused");
        let line = self.ledger.next_line(&self.name, self.now, BY, &events);
        self.ledger.evolve(&self.name, &line);
        self.ledgers[0].1.push(line);
        Ok(())
    }

    /// Enters something for when it happened.
    pub fn tell(&mut self, affair: &Affair, told: Moment) -> Result<(), AffairRefusal> {
        let events = decide_told(&self.ledger, &self.ground, affair, told)?;
        let line = self.ledger.told_line(&self.name, told, BY, &events);
        self.ledger.evolve(&self.name, &line);
        self.ledgers[0].1.push(line);
        Ok(())
    }

    /// Carries out what must be granted.
    #[expect(clippy::needless_pass_by_value, reason = "asked right where it is made")]
    #[track_caller]
    pub fn ok(&mut self, affair: Affair) -> &mut Self {
        if let Err(refusal) = self.carry_out(&affair) {
            panic!("{affair:?}: {refusal:?}");
        }
        self
    }

    /// Asks what must be refused, and why.
    #[expect(clippy::needless_pass_by_value, reason = "asked right where it is made")]
    #[track_caller]
    pub fn no(&mut self, affair: Affair, why: AffairRefusal) -> &mut Self {
        assert_eq!(self.carry_out(&affair), Err(why), "{affair:?}");
        self
    }

    pub fn take_back(&mut self) -> bool {
        let Some(seq) = latest_standing(self.own()) else { return false };
        let events = [LedgerEvent::TakenBack { seq }];
        let line = self.ledger.next_line(&self.name, self.now, BY, &events);
        self.ledgers[0].1.push(line);
        self.refold();
        true
    }

    pub fn refold(&mut self) {
        self.ledger = fold(&self.ledgers);
        self.ledger.attend(self.held.iter().cloned());
    }

    /// Copies the other's ledger over, in place of what was known of it.
    pub fn read(&mut self, other: &Self) {
        for (name, lines) in &other.ledgers {
            match self.ledgers.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) if known.len() < lines.len() => known.clone_from(lines),
                Some(_) => {}
                None => self.ledgers.push((name.clone(), lines.clone())),
            }
        }
        self.refold();
    }

    /// A meeting has the topic on its agenda, or has dealt with it.
    pub fn meets(&mut self, topic: &str, session: &str, outcome: Option<Outcome>) -> &mut Self {
        self.held.retain(|(other, it)| *other != case(topic) || it.session != session);
        let consultation =
            Consultation { on: day("2026-11-23"), session: session.to_owned(), outcome };
        self.held.push((case(topic), consultation));
        self.ledger.attend(self.held.iter().cloned());
        self
    }

    #[track_caller]
    pub fn topic(&self, number: &str) -> &Topic {
        self.ledger.topics.get(&case(number)).unwrap()
    }

    #[track_caller]
    pub fn state(&self, number: &str) -> TopicState {
        self.topic(number).state()
    }

    #[track_caller]
    pub fn next(&self, number: &str) -> TopicStep {
        next_for(&self.ledger, &self.ground, self.topic(number))
    }

    pub fn names(&self, number: &str) -> Vec<&str> {
        self.topic(number).proposers.iter().map(|it| it.name.as_str()).collect()
    }
}

pub fn fold(ledgers: &[(String, Vec<Line<LedgerEvent>>)]) -> Ledger {
    Ledger::of(ledgers.iter().map(|(device, lines)| (device.as_str(), lines.as_slice())))
}
