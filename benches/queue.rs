//! The choice of the next speaker, and the queue as it is shown, with 500 hands up.
//!
//! Goal: less than 50 µs for the choice, by every rule set.

mod support;

use std::sync::Arc;

use divan::Bencher;
use support::long_meeting;
use yishi::domain::command::Command;
use yishi::domain::ids::PersonId;
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::queue;
use yishi::domain::rules::{Criterion, RuleSet};
use yishi::domain::session::Session;
use yishi::grammar::rule_sets::shipped;

/// Hands that are up.
const HANDS: u32 = 500;

fn main() {
    divan::main();
}

/// An item on the table, turns had by some of those who wait, and everybody's hand up.
fn waiting(rules: RuleSet) -> Session {
    let long = long_meeting();
    let setup = long.session().setup.as_ref().clone();
    let at = support::beginning();
    let mut meeting = Meeting::create(setup, at, support::BY);
    let capacities = Role::NAMED;
    let people = (0..HANDS).map(|n| {
        let role = capacities.get(n as usize % capacities.len()).cloned().unwrap_or_default();
        Who::Joining(Newcomer { name: format!("居民{n}"), role, ..Newcomer::default() })
    });
    let mut commands = vec![
        Command::SignIn(people.collect()),
        Command::Open,
        Command::OpenItem(None),
        Command::AdoptRules(Arc::new(rules)),
    ];
    let person = |n: u32| Who::Present(PersonId(n));
    commands.extend((1..=HANDS / 2).map(|n| Command::GiveFloor(Some(person(n)))));
    commands.extend((1..=HANDS).map(|n| {
        let stances = [None, Some(Stance::Support), Some(Stance::Oppose)];
        let stance = stances.get(n as usize % 3).copied().flatten();
        Command::RaiseHand { who: person(n), stance }
    }));
    for (n, command) in (0..).zip(commands) {
        let at = at + chrono::TimeDelta::seconds(n);
        if let Err(refusal) = meeting.carry_out(&command, at, support::BY) {
            panic!("{command:?}: {refusal:?}");
        }
    }
    meeting.session().clone()
}

fn rules(name: &str) -> RuleSet {
    let every = RuleSet { order: Criterion::ALL.to_vec(), ..RuleSet::named("every") };
    let found = shipped().into_iter().find(|set| set.file == name);
    found.map_or(every, |set| RuleSet::clone(&set.rules))
}

/// Who is next.
#[divan::bench(args = ["community-13", "nantang", "robert-12", "plain", "free", "every criterion"])]
fn next(bencher: Bencher<'_, '_>, name: &str) {
    let session = waiting(RuleSet { turns_per_item: None, ..rules(name) });
    bencher.bench_local(|| queue::next(divan::black_box(&session)));
}

/// The first forty, as the desk shows them.
#[divan::bench(args = ["community-13", "nantang"])]
fn first_forty(bencher: Bencher<'_, '_>, name: &str) {
    let session = waiting(RuleSet { turns_per_item: None, ..rules(name) });
    bencher.bench_local(|| queue::order(divan::black_box(&session), 40));
}
