//! `yishi actions`: what was promised, and how far it is.

use std::collections::BTreeMap;

use super::Done;
use super::args::{self, ActionStatus, ActionsFormat};
use super::failure::Failure;
use super::output::{columns, deliver, tell};
use super::progress::with_bar;
use super::setting::Setting;
use crate::domain::ledger::Ledger;
use crate::phrase::troubles;
use crate::report::actions::{
    ActionRow, Status, Tally, csv, json, markdown, rows_of, select, sort, table_of,
};
use crate::store::library::StoreError;
use crate::store::progress::Progress;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Actions) -> Result<Done, Failure> {
    let names = match &args.scope {
        None => setting.store.sessions(None)?,
        Some(typed) => scope(setting, typed)?,
    };
    let (all, done) = rows(setting, &names)?;
    let chosen = select(&all, status(args.status));
    let words = &setting.words;
    let bytes = match args.format {
        ActionsFormat::Table => {
            let width = if args.output.is_some() { None } else { columns() };
            table_of(words, &chosen, Tally::of(&all), width).into_bytes()
        }
        ActionsFormat::Md => markdown(words, &chosen).into_bytes(),
        ActionsFormat::Csv => csv(words, &chosen),
        ActionsFormat::Json => json(&chosen).into_bytes(),
    };
    deliver(args.output.as_deref(), &bytes)?;
    Ok(done)
}

const fn status(status: ActionStatus) -> Status {
    match status {
        ActionStatus::Open => Status::Open,
        ActionStatus::Overdue => Status::Overdue,
        ActionStatus::Done => Status::Done,
        ActionStatus::All => Status::All,
    }
}

/// The sessions of a community, or the one session, that somebody means.
fn scope(setting: &Setting, typed: &str) -> Result<Vec<SessionName>, Failure> {
    let community = setting.store.find_community(typed);
    match community {
        Ok(id) => Ok(setting.store.sessions(Some(&id))?),
        Err(StoreError::NoSuchCommunity { .. }) => Ok(vec![setting.store.find_session(typed)?]),
        Err(error) => Err(error.into()),
    }
}

/// The actions of some sessions, sorted. What cannot be read is told and left out.
pub fn rows(setting: &Setting, names: &[SessionName]) -> Result<(Vec<ActionRow>, Done), Failure> {
    let gather = |progress: &Progress| gather(setting, names, progress);
    let (mut rows, troubles) = with_bar(&setting.words, id::PROGRESS_ACTIONS, gather)?;
    for trouble in &troubles {
        tell(trouble);
    }
    sort(&mut rows);
    Ok((rows, if troubles.is_empty() { Done::Well } else { Done::InPart }))
}

/// The actions of some sessions, and what cannot be read, in words.
fn gather(
    setting: &Setting,
    names: &[SessionName],
    progress: &Progress,
) -> Result<(Vec<ActionRow>, Vec<String>), Failure> {
    let words = &setting.words;
    let mut troubles: Vec<String> = Vec::new();
    let mut ledgers: BTreeMap<&Slug, Ledger> = BTreeMap::new();
    let mut rows = Vec::new();
    progress.expect(names.len());
    for name in names {
        progress.step().map_err(StoreError::from)?;
        if !ledgers.contains_key(&name.community) {
            let read = setting.store.ledger(&name.community)?;
            troubles.extend(read.troubles.iter().map(|trouble| troubles::store(words, trouble)));
            ledgers.insert(&name.community, read.ledger);
        }
        let Some(ledger) = ledgers.get(&name.community) else {
            continue;
        };
        match setting.store.read_session(name) {
            Ok(read) => {
                if let Some(stop) = &read.stop {
                    let path = setting.store.layout().session_file(name);
                    troubles.push(troubles::reading(words, &path, stop));
                }
                let community = read.meeting.session().setup.community_name.clone();
                rows.extend(rows_of(
                    &read.meeting,
                    ledger,
                    name.community.as_str(),
                    &community,
                    &name.id(),
                    setting.today(),
                ));
            }
            Err(error) => troubles.push(troubles::store(words, &error)),
        }
    }
    Ok((rows, troubles))
}
