//! Imports go the way `docs/architecture.md` says, and every test that it names is there.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const DOC: &str = include_str!("../docs/architecture.md");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What stands between backticks.
fn spans(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Which modules each module may use, by the table.
fn allowed() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let (_, table) = DOC.split_once("<!-- imports:begin -->").unwrap();
    let (table, _) = table.split_once("<!-- imports:end -->").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let mut cells = row.split('|').skip(1);
        let module = spans(cells.next().unwrap())[0];
        (module, spans(cells.next().unwrap()).into_iter().collect())
    })
    .collect()
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// Modules of this crate that a file names after `crate::`, in braces too.
fn used(source: &str) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    for (at, mark) in source.match_indices("crate::") {
        let after = source.get(at + mark.len()..).unwrap_or_default();
        let names = match after.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![after],
        };
        for text in names {
            let text = text.trim_start();
            let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '_');
            used.insert(text.split_at(end.unwrap_or(text.len())).0);
        }
    }
    used
}

#[test]
fn imports_are_found() {
    let source =
        "use crate::domain::event::Event;\nuse crate::{text::width, store};\ncrate::tui::x()";
    assert_eq!(used(source), BTreeSet::from(["domain", "text", "store", "tui"]));
}

#[test]
fn imports_go_one_way() {
    let allowed = allowed();
    let declared: BTreeSet<&str> = include_str!("../src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let told: BTreeSet<&str> = allowed.keys().copied().collect();
    assert_eq!(told, declared, "the table of modules");
    for (module, may_use) in &allowed {
        let mut files = Vec::new();
        files_below(&root().join("src").join(module), &mut files);
        assert!(!files.is_empty(), "{module}");
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            for other in used(&source) {
                let fine = other == *module || may_use.contains(other) || !told.contains(other);
                assert!(fine, "{}: {module} must not use {other}", file.display());
            }
        }
    }
    // No two modules may use each other, however far round.
    let mut below: BTreeSet<&str> = BTreeSet::new();
    while below.len() < allowed.len() {
        let free = |module: &&&str| {
            !below.contains(**module) && allowed[**module].iter().all(|it| below.contains(it))
        };
        let next = allowed.keys().find(free).copied();
        below.insert(next.expect("the table has a circle"));
    }
}

#[test]
fn every_test_that_is_named_is_there() {
    let (_, table) = DOC.split_once("| invariant | test |").unwrap();
    let named: BTreeSet<&str> = spans(table)
        .into_iter()
        .filter(|span| span.split_once('.').is_some_and(|it| it.1 == "rs"))
        .collect();
    assert!(named.len() > 10);
    for name in named {
        let there = root().join("tests").join(name).is_file() || root().join(name).is_file();
        assert!(there, "{name}");
    }
}
