//! An evening of 40 people, 6 items, 120 turns and 300 opinions, entered as notes.
//!
//! What it must come to stands in `evening/expected.json`. `evening/make.py` wrote it together with the
//! notes, by a clock and by rules of its own: the lengths of turns and pauses were drawn first, and who
//! speaks next was worked out from the documented rule (whoever has not spoken on this item comes
//! first; positions alternate; else the earliest hand). Two people are called by mistake and undone, the
//! meeting is paused six times, and the facilitator calls some past others.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::collections::{BTreeMap, BTreeSet};

use cli_support::Place;
use serde_json::Value;

const NOTES: &str = include_str!("evening/notes.txt");
const EXPECTED: &str = include_str!("evening/expected.json");
const AGENDA: &str = "停车位改造 | 35\n加装电梯 | 35\n下水道疏通 | 35\n垃圾分类 | 35\n文明养犬 | 35\n楼道堆物 | 35\n";

/// The minutes of that evening, for programs.
fn minutes() -> Value {
    let mut place = Place::new("zh").at("2026-11-23T12:00:00+08:00");
    place.run(&["new", "community", "锦苑社区"]).well();
    let agenda = place.file("agenda.txt", AGENDA.as_bytes());
    let args = ["new", "session", "jinyuan", "居民大会", "--on", "2026-11-23", "--agenda", &agenda];
    let name = place.run(&args).well().trim().to_owned();
    place.set_now("2026-11-24T08:00:00+08:00");
    place.run_on(&["enter", &name], NOTES.as_bytes()).well();
    serde_json::from_str(&place.run(&["minutes", &name, "--format", "json"]).well()).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} in {value}"))
}

/// The named fields of an entry.
fn fields(entry: &Value, names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| entry[*name].clone()).collect()
}

/// Who is behind a point, by name.
fn names(point: &Value) -> BTreeSet<&str> {
    let names = list(point, "supporters").iter().map(|name| name.as_str().unwrap());
    let told = list(point, "supporters").len();
    let names: BTreeSet<&str> = names.collect();
    assert_eq!(names.len(), told, "nobody twice");
    names
}

#[test]
fn times_turns_counts_and_order_are_as_worked_out_apart() {
    let (minutes, expected) = (minutes(), serde_json::from_str::<Value>(EXPECTED).unwrap());
    assert_eq!(minutes["seconds"], expected["seconds"], "the meeting, without its pauses");

    // Everybody: turns, seconds and opinions.
    let of = |all: &Value| -> BTreeMap<String, Vec<Value>> {
        let people = list(all, "people").iter();
        people
            .map(|it| {
                let name = it["name"].as_str().unwrap().to_owned();
                (name, fields(it, &["turns", "seconds", "opinions"]))
            })
            .collect()
    };
    assert_eq!(of(&minutes).len(), 40);
    assert_eq!(of(&minutes), of(&expected));

    // Every item: its time, its turns, its opinions by stance, who shared them.
    let (agenda, items) = (list(&minutes, "agenda"), list(&expected, "items"));
    assert_eq!((agenda.len(), items.len()), (6, 6));
    let mut opinions = 0;
    for (item, expected) in agenda.iter().zip(items) {
        assert_eq!(item["title"], expected["title"]);
        assert_eq!(item["seconds"], expected["seconds"], "{}", item["title"]);
        let mut stances: BTreeMap<&str, u64> = BTreeMap::new();
        for opinion in list(item, "opinions") {
            *stances.entry(opinion["stance"].as_str().unwrap()).or_default() += 1;
            opinions += 1;
        }
        assert_eq!(serde_json::to_value(stances).unwrap(), expected["stances"]);
        let shared: usize =
            list(item, "opinions").iter().map(|it| list(it, "endorsed").len()).sum();
        assert_eq!(Value::from(shared), expected["endorsed"]);
        let outcome = if expected["carried"] == true { "agreed" } else { "not_agreed" };
        assert_eq!(item["outcome"], outcome);
    }
    assert_eq!(opinions, 300);

    // Who had the floor, in order, and how often somebody was passed over.
    let turns = agenda.iter().flat_map(|item| {
        list(item, "turns").iter().map(|turn| (item["place"].clone(), turn["name"].clone()))
    });
    let order = list(&expected, "order").iter().map(|it| (it[0].clone(), it[1].clone()));
    let (turns, order): (Vec<_>, Vec<_>) = (turns.collect(), order.collect());
    assert_eq!(turns.len(), 120);
    assert_eq!(turns, order);
    let passed = agenda.iter().flat_map(|item| list(item, "turns"));
    let passed = passed.filter(|turn| !turn["passed"].is_null()).count();
    assert_eq!(Value::from(passed), expected["passed_over"]);

    // Every count as it was worked out: a tie fails, one more than half carries, two thirds of 38 are 26,
    // a second round of fingers, a residents' meeting with its quorum.
    let mut counts = 0;
    for (item, expected) in agenda.iter().zip(items) {
        let (votes, expected) = (list(item, "votes"), list(expected, "votes"));
        assert_eq!(votes.len(), expected.len(), "{}", item["title"]);
        for (vote, expected) in votes.iter().zip(expected) {
            for (key, value) in expected.as_object().unwrap() {
                assert_eq!(&vote[key], value, "{key} on {}", item["title"]);
                counts += 1;
            }
        }
    }
    assert!(counts > 40, "{counts} figures");

    // Points: which opinions they bring together, and everybody behind them once.
    for (item, expected) in agenda.iter().zip(items) {
        let (points, expected) = (list(item, "points"), list(expected, "points"));
        assert_eq!(points.len(), expected.len());
        for (point, expected) in points.iter().zip(expected) {
            assert_eq!(
                fields(point, &["text", "opinions"]),
                fields(expected, &["text", "opinions"])
            );
            assert_eq!(names(point), names(expected), "{}", point["text"]);
        }
    }
}
