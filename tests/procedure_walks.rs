//! Every procedure that comes with the program, walked with one topic from intake to rating as
//! people walk it: lines of the ledger and notes of the meeting, entered by `yishi enter`.
//!
//! `walks/<procedure>.walk` has the lines. One after `!` must be refused, for a reason in which the
//! words after `~` stand. Where the topic must stand at the end was worked out from the procedure.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cli_support::Place;
use serde_json::Value;

/// A part of a walk: how it begins, and its lines.
struct Part<'a> {
    head: Vec<&'a str>,
    lines: Vec<&'a str>,
}

fn parts(walk: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for line in walk.lines().map(str::trim) {
        if let Some(head) = line.strip_prefix("== ") {
            parts.push(Part { head: head.split_whitespace().collect(), lines: Vec::new() });
        } else if !line.is_empty() && !line.starts_with('#') {
            parts.last_mut().unwrap_or_else(|| panic!("{line}: of no part")).lines.push(line);
        }
    }
    parts
}

/// A community that follows a procedure, with a few people.
fn community(procedure: &str) -> Place {
    let place = Place::new("zh").at("2026-11-30T09:00:00+08:00");
    place.run(&["new", "community", "锦苑社区"]).well();
    let file = place.store().join("communities/jinyuan/community.ron");
    let text = fs::read_to_string(&file).unwrap();
    let own = text.replacen(
        "    turn_seconds",
        &format!("    procedure: \"{procedure}\",\n    turn_seconds"),
        1,
    );
    assert_ne!(own, text);
    fs::write(&file, own).unwrap();
    let people =
        "姓名,身份,楼栋\n方静,居委会,\n王小明,居民,5栋\n李强,居民,2栋\n龙海,政协委员,3栋\n";
    let people = place.file("people.csv", people.as_bytes());
    place.run(&["people", "jinyuan", "--import", &people]).well();
    place
}

/// Enters lines of the ledger one by one, those that must be refused too.
fn enter(place: &Place, lines: &[&str]) {
    for line in lines {
        let Some(refused) = line.strip_prefix('!') else {
            place.run_on(&["enter", "jinyuan"], line.as_bytes()).well();
            continue;
        };
        let (asked, why) = refused.split_once('~').unwrap_or_else(|| panic!("{line}: no reason"));
        let told = place.run_on(&["enter", "jinyuan"], asked.trim().as_bytes()).refused();
        assert!(told.contains(why.trim()), "{line}: {told}");
    }
}

/// A meeting with the topic on its agenda.
fn hold(place: &mut Place, now: &str, title: &str, notes: &[&str]) {
    let day = now.split_once('T').unwrap().0;
    place.set_now(&format!("{day}T08:00:00+08:00"));
    let args = ["new", "session", "jinyuan", title, "--on", day, "--topic", "1"];
    let name = place.run(&args).well().trim().to_owned();
    place.set_now(now);
    place.run_on(&["enter", &name], notes.join("\n").as_bytes()).well();
}

fn topic(place: &Place, case: &str) -> Value {
    let all = place.run(&["topics", "jinyuan", "--format", "json"]).well();
    let all: Value = serde_json::from_str(&all).unwrap();
    let topics = all["topics"].as_array().unwrap();
    topics.iter().find(|topic| topic["case"] == case).unwrap().clone()
}

fn walk(procedure: &str, text: &str) {
    let mut place = community(procedure);
    let mut stood = false;
    for part in parts(text) {
        match part.head.as_slice() {
            ["ledger", now] => {
                place.set_now(now);
                enter(&place, &part.lines);
            }
            ["meeting", now, title] => hold(&mut place, now, title, &part.lines),
            ["stands", state, number, case @ ..] => {
                let topic = topic(&place, case.first().unwrap_or(&"1"));
                assert_eq!(topic["state"], *state, "{procedure}: {topic}");
                assert_eq!(topic["stage"], number.parse::<u32>().unwrap(), "{procedure}: {topic}");
                stood = true;
            }
            other => panic!("{procedure}: {other:?}"),
        }
    }
    assert!(stood, "{procedure}: it is not told where the topic must stand");
    // Whatever was entered is whole on the disk.
    place.run(&["check"]).well();
}

fn names(folder: &str, ending: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let names =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
}

#[test]
fn every_procedure_is_walked_from_intake_to_rating() {
    let walks = names("tests/walks", ".walk");
    assert_eq!(walks, names("data/procedures", ".ron"));
    for procedure in &walks {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/walks/{procedure}.walk"));
        walk(procedure, &fs::read_to_string(file).unwrap());
    }
}
