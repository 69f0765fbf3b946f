//! Every dependency may be handed on with this program, and comes from crates.io. The licences are
//! those that `deny.toml` allows.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

const DENY: &str = include_str!("../deny.toml");
const LOCK: &str = include_str!("../Cargo.lock");
const CRATES_IO: &str = "\"registry+https://github.com/rust-lang/crates.io-index\"";

fn allowed() -> BTreeSet<&'static str> {
    let (_, list) = DENY.split_once("allow = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    list.split('"').skip(1).step_by(2).collect()
}

/// Whether somebody who accepts `allowed` may use what has this licence, an SPDX expression; `/`
/// is an old way to write OR.
fn is_fine(licence: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = licence.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let fine = any(&words, &mut at, allowed);
    fine && at == words.len()
}

fn any(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut fine = all(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        // Not `||`: what follows must be read in any case.
        fine |= all(words, at, allowed);
    }
    fine
}

fn all(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut fine = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fine &= one(words, at, allowed);
    }
    fine
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let fine = any(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return fine && closed;
    }
    // “or any later version” offers no less than the version itself.
    let name = word.trim_end_matches('+');
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        return allowed.contains(format!("{name} WITH {exception}").as_str());
    }
    allowed.contains(name)
}

#[test]
fn expressions_are_understood() {
    let allowed = BTreeSet::from(["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception", "MPL-2.0"]);
    for (licence, fine) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 / GPL-2.0", false),
        ("MIT AND GPL-3.0-only", false),
        ("(MIT OR GPL-3.0-only) AND Zlib", true),
        ("(GPL-3.0-only OR Apache-2.0) AND Zlib", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
        ("MPL-2.0+", true),
        ("", false),
        ("(MIT", false),
        ("MIT MIT", false),
    ] {
        assert_eq!(is_fine(licence, &allowed), fine, "{licence}");
    }
}

/// `name version|licence` for every dependency that is really used, those of other systems too
/// where they can be had.
fn dependencies() -> String {
    let tree = |more: &[&str]| {
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = Command::new(cargo);
        command.args(["tree", "--locked", "--prefix", "none", "--edges", "normal,build,dev"]);
        command.args(["--format", "{p}|{l}"]).args(more);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
    };
    let mut found = tree(&["--target", "all"]);
    if !found.status.success() {
        // Without a network there are only the crates this system was built with.
        found = tree(&["--offline"]);
    }
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    String::from_utf8(found.stdout).unwrap()
}

#[test]
fn every_dependency_has_a_licence_that_deny_toml_allows() {
    let allowed = allowed();
    let dependencies = dependencies();
    let lines: BTreeSet<&str> = dependencies.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 100, "{dependencies}");
    for line in lines {
        let (package, licence) = line.split_once('|').unwrap();
        let licence = licence.trim_end_matches(" (*)");
        assert!(is_fine(licence, &allowed), "{package} has the licence {licence:?}");
    }
}

#[test]
fn every_dependency_comes_from_crates_io() {
    let packages: Vec<&str> = LOCK.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 100);
    for package in packages {
        let field = |name| package.lines().find_map(|line| line.strip_prefix(name));
        let name = field("name = ").unwrap();
        match field("source = ") {
            Some(source) => assert_eq!(source, CRATES_IO, "{name}"),
            None => assert_eq!(name, "\"yishi\"", "{name} is no crate of crates.io"),
        }
    }
}
