//! `yishi topics COMMUNITY --import FILE.csv`: a list of topics is taken in as a whole, or not at all.

use std::collections::HashMap;
use std::path::Path;

use super::Neighbourhood;
use super::topics_file::{Draft, Drafts, FileFault, read};
use crate::cli::Done;
use crate::cli::failure::Failure;
use crate::cli::output::{print, tell};
use crate::cli::people::assumed;
use crate::cli::progress::with_bar;
use crate::cli::setting::Setting;
use crate::domain::affairs::Affair;
use crate::domain::ledger::Ledger;
use crate::domain::topic::CaseNo;
use crate::phrase::affairs::affair_refusal;
use crate::report::topics::COLUMNS;
use crate::store::affairs::HeldLedger;
use crate::store::disk::Disk as _;
use crate::store::library::StoreError;
use crate::store::os_disk::OsDisk;
use crate::store::progress::Progress;
use crate::store::slug::Slug;
use crate::text::width::{clean, fold};
use crate::text::words::{Words, id};

/// What came of a file.
struct Imported {
    /// What is to be told besides, a line each.
    told: Vec<String>,
    /// What was taken in, or that nothing was, in words.
    outcome: Result<String, String>,
}

/// Runs the command.
///
/// # Errors
/// When the file cannot be used, or anything of it is wrong: then nothing was taken in.
pub fn run(setting: &Setting, community: &Slug, file: &Path) -> Result<Done, Failure> {
    let work = |progress: &Progress| take_in(setting, community, file, progress);
    let Imported { told, outcome } = with_bar(&setting.words, id::PROGRESS_TOPICS, work)?;
    for line in &told {
        tell(line);
    }
    print(outcome.map_err(Failure::Told)?.as_bytes())?;
    Ok(Done::Well)
}

fn take_in(
    setting: &Setting,
    community: &Slug,
    file: &Path,
    progress: &Progress,
) -> Result<Imported, Failure> {
    let words = &setting.words;
    let shown = file.display().to_string();
    let bytes = OsDisk.read(file)?;
    let (by, now) = (setting.by(None)?, setting.now());
    let mut held = setting.store.hold_ledger(community, now, &by)?;
    let (hood, mut told) = Neighbourhood::read(setting, community, held.ledger())?;
    let context = hood.context(held.ledger(), setting.today());
    let Drafts { good, mut bad, encoding } = read(&bytes, context, words)
        .map_err(|fault| Failure::Told(clean_lines(&why(setting, &shown, &fault))))?;
    bad.extend(duplicates(setting, held.ledger(), &good));
    let planned = plan(&held, &hood, &good);
    if bad.is_empty() {
        let affairs: Vec<Affair> = planned.iter().map(|(_, affair)| affair.clone()).collect();
        let together = held.carry_out_together(&hood.ground, &affairs, now, &by, progress);
        match together.map_err(StoreError::from)? {
            Ok(_) => {
                held.save()?;
                let summary = summary(words, &planned, &good, assumed(words, encoding));
                return Ok(Imported { told, outcome: Ok(summary) });
            }
            Err(refused) => bad.extend(refusals(setting, &held, &hood, &planned, &refused)),
        }
    }
    bad.sort();
    bad.dedup();
    for (line, why) in &bad {
        let line = (*line).into();
        let values = [("file", (&shown).into()), ("line", line), ("why", why.into())];
        told.push(clean(&words.tell(id::TOPICS_BAD_ROW, &values)).into_owned());
    }
    let lines: std::collections::BTreeSet<u64> = bad.iter().map(|(line, _)| *line).collect();
    let values = [("count", lines.len().into())];
    Ok(Imported { told, outcome: Err(words.tell(id::TOPICS_NOTHING_IMPORTED, &values)) })
}

fn clean_lines(text: &str) -> String {
    text.lines().map(|line| clean(line).into_owned()).collect::<Vec<_>>().join("\n")
}

fn why(setting: &Setting, file: &str, fault: &FileFault) -> String {
    let words = &setting.words;
    let separator = words.say(id::LIST_SEPARATOR);
    let all: Vec<String> = COLUMNS.iter().map(|(_, name)| words.say(*name)).collect();
    let all = all.join(&separator);
    match fault {
        FileFault::NotText(line) => {
            words.tell(id::FILE_NOT_TEXT, &[("file", file.into()), ("line", (*line).into())])
        }
        FileFault::Empty => words.tell(id::TOPICS_FILE_EMPTY, &[("file", file.into())]),
        FileFault::Lacks(column) => {
            let name = COLUMNS.iter().find(|(known, _)| known == column);
            let name = name.map(|(_, name)| words.say(*name)).unwrap_or_default();
            let values = [("file", file.into()), ("column", name.into()), ("list", all.into())];
            words.tell(id::TOPICS_LACKS_COLUMN, &values)
        }
        FileFault::Unknown(names) => {
            let names = names.join(&separator);
            let values = [("file", file.into()), ("columns", names.into()), ("list", all.into())];
            words.tell(id::TOPICS_UNKNOWN_COLUMN, &values)
        }
        FileFault::Twice(name) => {
            let values = [("file", file.into()), ("column", name.into())];
            words.tell(id::TOPICS_COLUMN_TWICE, &values)
        }
    }
}

/// A title as it is compared: width, case and spaces do not matter.
fn alike(title: &str) -> String {
    fold(title).split_whitespace().collect::<String>().to_lowercase()
}

/// Topics that are there already, in the file or in the ledger: of the same title, brought up by
/// somebody who brings up this one.
fn duplicates(setting: &Setting, ledger: &Ledger, drafts: &[Draft]) -> Vec<(u64, String)> {
    let words = &setting.words;
    let mut known: HashMap<(String, &str), &CaseNo> = HashMap::new();
    for topic in ledger.topics.values() {
        for proposer in &topic.proposers {
            known.entry((alike(&topic.slip.title), &proposer.name)).or_insert(&topic.case);
        }
    }
    let mut seen: HashMap<(String, &str), u64> = HashMap::new();
    let mut bad = Vec::new();
    for draft in drafts {
        let title = alike(&draft.slip.title);
        let keys: Vec<(String, &str)> =
            draft.proposers.iter().map(|it| (title.clone(), it.name.as_str())).collect();
        if let Some((key, line)) = keys.iter().find_map(|key| Some((key, seen.get(key)?))) {
            let values = [("other", (*line).into()), ("name", key.1.into())];
            bad.push((draft.line, words.tell(id::TOPICS_TWICE_IN_FILE, &values)));
        } else if let Some((key, case)) = keys.iter().find_map(|key| Some((key, known.get(key)?))) {
            let values = [("number", case.to_string().into()), ("name", key.1.into())];
            bad.push((draft.line, words.tell(id::TOPICS_THERE_ALREADY, &values)));
        }
        for key in keys {
            seen.entry(key).or_insert(draft.line);
        }
    }
    bad
}

/// What is asked of the ledger for each row, and the row's line in the file.
fn plan(held: &HeldLedger, hood: &Neighbourhood, drafts: &[Draft]) -> Vec<(u64, Affair)> {
    let first = held.ledger().next_case(&hood.ground.device);
    let mut planned = Vec::new();
    for (draft, more) in drafts.iter().zip(0_u32..) {
        let slip = draft.slip.clone();
        let (proposers, procedure) = (draft.proposers.clone(), draft.procedure.clone());
        planned.push((draft.line, Affair::Raise { slip, proposers, procedure }));
        if let Some((decision, approver)) = &draft.decision {
            let number = first.number.saturating_add(more);
            let screen = Affair::Screen {
                topic: CaseNo::marked(number, first.mark.as_deref()),
                decision: decision.clone(),
                class: None,
                approver: approver.clone(),
            };
            planned.push((draft.line, screen));
        }
    }
    planned
}

/// Why rows are refused. Where a topic is not taken in, what was to be decided of it and of those
/// behind it would be refused for that alone.
fn refusals(
    setting: &Setting,
    held: &HeldLedger,
    hood: &Neighbourhood,
    planned: &[(u64, Affair)],
    refused: &[(usize, crate::domain::affairs::AffairRefusal)],
) -> Vec<(u64, String)> {
    let is_raise = |at: usize| matches!(planned.get(at), Some((_, Affair::Raise { .. })));
    let any = refused.iter().any(|(at, _)| is_raise(*at));
    let told = refused.iter().filter(|(at, _)| !any || is_raise(*at));
    told.filter_map(|(at, refusal)| {
        let (line, _) = planned.get(*at)?;
        Some((*line, affair_refusal(&setting.words, held.ledger(), &hood.ground, refusal)))
    })
    .collect()
}

fn summary(
    words: &Words,
    planned: &[(u64, Affair)],
    drafts: &[Draft],
    assumed: Option<String>,
) -> String {
    let screened = planned.len().saturating_sub(drafts.len());
    let values = [("count", drafts.len().into()), ("screened", screened.into())];
    let told = words.tell(id::TOPICS_IMPORTED, &values);
    format!("{told}{}\n", assumed.unwrap_or_default())
}
