//! Both READMEs tell the truth: their desk is the one the program draws, their meeting can be typed
//! as it stands there, and their commands and keys exist.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use chrono::{DateTime, NaiveDate, TimeDelta};
use clap::{CommandFactory as _, Parser as _};
use yishi::cli::args::Line;
use yishi::domain::agreement::Threshold;
use yishi::domain::event::{FORMAT, Setup};
use yishi::domain::item::PlannedItem;
use yishi::domain::meeting::Meeting;
use yishi::domain::session::{Phase, Session};
use yishi::grammar::affairs;
use yishi::grammar::directory::Directory;
use yishi::grammar::verb::{Found, find};
use yishi::grammar::{Context, Entry, read};
use yishi::phrase;
use yishi::text::words::{Lang, Words};

const READMES: [(&str, Lang, &str, &str); 2] = [
    (
        "README.md",
        Lang::En,
        include_str!("../README.md"),
        include_str!("snapshots/desk_frames__amid_en.snap"),
    ),
    (
        "README.zh-CN.md",
        Lang::Zh,
        include_str!("../README.zh-CN.md"),
        include_str!("snapshots/desk_frames__amid_zh.snap"),
    ),
];
const KEYMAP: &str = include_str!("../data/keymap.ron");
/// Rows of the smaller of the two desks in a snapshot.
const ROWS: usize = 24;

/// The lines of the code block between `<!-- name:begin -->` and `<!-- name:end -->`.
fn block<'a>(readme: &'a str, name: &str) -> Vec<&'a str> {
    let (_, after) = readme.split_once(&format!("<!-- {name}:begin -->\n")).unwrap();
    let (part, _) = after.split_once(&format!("<!-- {name}:end -->")).unwrap();
    let lines: Vec<&str> = part.lines().collect();
    assert!(lines[0].starts_with("```") && lines[lines.len() - 1] == "```", "{part}");
    lines[1..lines.len() - 1].to_vec()
}

/// What stands between backticks, outside of blocks.
fn spans(readme: &str) -> Vec<&str> {
    let mut in_block = false;
    let mut spans = Vec::new();
    for line in readme.lines() {
        if line.starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            spans.extend(line.split('`').skip(1).step_by(2));
        }
    }
    spans
}

#[test]
fn the_desk_is_the_one_that_is_drawn() {
    for (file, _, readme, snapshot) in READMES {
        let (_, drawn) = snapshot.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
        let drawn: Vec<&str> = drawn.lines().take(ROWS).collect();
        assert_eq!(
            block(readme, "desk"),
            drawn,
            "{file}: copy the first {ROWS} rows of the snapshot"
        );
    }
}

#[test]
fn two_commands_are_enough_to_start() {
    for (file, _, readme, _) in READMES {
        let commands = block(readme, "quick");
        assert_eq!(commands, ["cargo run --release -- demo", "cargo test"], "{file}");
    }
}

fn prepared() -> Meeting {
    let item = |title: &str| PlannedItem { title: title.to_owned(), minutes: Some(20) };
    let setup = Setup {
        format: FORMAT,
        device: "laptop".to_owned(),
        community: "jinyuan".to_owned(),
        community_name: "锦苑社区".to_owned(),
        title: "十一月协商会".to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        place: None,
        facilitator: None,
        starts: None,
        recorder: None,
        turn_seconds: 180,
        threshold: Threshold::MajorityOfPresent,
        agenda: vec![item("停车位"), item("下水道")],
    };
    let at = DateTime::parse_from_rfc3339("2026-11-23T18:50:00+08:00").unwrap();
    Meeting::create(setup, at, "李敏")
}

/// Types every line of a walk through a meeting, ten seconds after one another.
fn walked(file: &str, lang: Lang, readme: &str) -> Session {
    let words = Words::new(lang);
    let mut meeting = prepared();
    let mut directory = Directory::new(Vec::new());
    let mut now = DateTime::parse_from_rfc3339("2026-11-23T19:00:00+08:00").unwrap();
    for line in block(readme, "walk").into_iter().filter(|line| !line.starts_with('#')) {
        let session = meeting.session();
        let context = Context { session, directory: &directory, today: now.date_naive() };
        let command = match read(line, context) {
            Ok(Entry::Meeting(command)) => command,
            Ok(other) => panic!("{file}: {line}: {other:?}"),
            Err(misread) => panic!("{file}: {line}: {}", misread.tell(&words)),
        };
        if let Err(refusal) = meeting.carry_out(&command, now, "李敏") {
            panic!("{file}: {line}: {}", phrase::refusal(&words, meeting.session(), &refusal));
        }
        directory.catch_up(meeting.session());
        now += TimeDelta::seconds(10);
    }
    meeting.session().clone()
}

#[test]
fn the_meeting_can_be_typed_as_it_stands_there() {
    for (file, lang, readme, _) in READMES {
        let session = walked(file, lang, readme);
        assert_eq!(session.phase, Phase::Closed, "{file}");
        assert_eq!(session.people.len(), 4, "{file}");
        assert_eq!(session.opinions.len(), 3, "{file}");
        assert!(session.opinions[0].stance.is_some(), "{file}");
        assert_eq!(session.opinions[1].endorsed.len(), 1, "{file}");
        assert!(session.opinions[2].answer.is_some(), "{file}");
        assert!(session.votes[0].carried, "{file}");
        let action = &session.actions[0];
        assert_eq!(action.lacks(), [], "{file}");
        assert_eq!(action.due, NaiveDate::from_ymd_opt(2026, 12, 7), "{file}");
        assert_eq!(action.from.len(), 2, "{file}");
        assert_eq!(session.left, [], "{file}");
    }
}

/// Takes a line of a shell apart; knows no more than quotation marks.
fn arguments(line: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            arguments.push(part.to_owned());
        } else {
            arguments.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    arguments
}

#[test]
fn every_command_of_the_command_line_exists() {
    for (file, _, readme, _) in READMES {
        let in_blocks = readme.lines().filter(|line| line.starts_with("yishi "));
        let in_text = spans(readme).into_iter().filter(|span| span.starts_with("yishi"));
        let commands: Vec<&str> = in_blocks.chain(in_text).collect();
        assert!(commands.len() > 20, "{file}: {commands:?}");
        for command in commands {
            // “yishi COMMAND --help” stands for any of them.
            let command = command.replace("COMMAND --help", "list");
            if let Err(error) = Line::try_parse_from(arguments(&command)) {
                panic!("{file}: {command}: {error}");
            }
        }
        for flag in spans(readme).into_iter().filter(|span| span.starts_with("--")) {
            let name = flag.trim_start_matches('-').split_whitespace().next().unwrap();
            assert!(flags().any(|known| known == name), "{file}: {flag}");
        }
    }
}

/// Every long flag of any command.
fn flags() -> impl Iterator<Item = String> {
    let mut line = Line::command();
    line.build();
    let mut found = Vec::new();
    collect_flags(&line, &mut found);
    found.into_iter()
}

fn collect_flags(command: &clap::Command, found: &mut Vec<String>) {
    found.extend(command.get_arguments().filter_map(|it| it.get_long().map(str::to_owned)));
    command.get_subcommands().for_each(|below| collect_flags(below, found));
}

#[test]
fn every_word_and_key_of_the_desk_exists() {
    for (file, _, readme, _) in READMES {
        let words: Vec<&str> =
            spans(readme).into_iter().filter_map(|span| span.strip_prefix('/')).collect();
        assert!(words.len() > 30, "{file}: {words:?}");
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            // Of the desk, or of a community's ledger.
            let known = matches!(find(word), Found::Verb(..))
                || matches!(affairs::verb::find(word), Found::Verb(..));
            assert!(known, "{file}: /{word}");
        }
        let is_key = |span: &&str| span.starts_with("Ctrl+") || *span == "Tab" || *span == "F1";
        let keys: Vec<&str> = spans(readme).into_iter().filter(is_key).collect();
        assert!(keys.len() > 3, "{file}: {keys:?}");
        for key in keys {
            assert!(KEYMAP.contains(&format!("key: \"{key}\"")), "{file}: {key}");
        }
    }
}
