//! `yishi actions`: what was promised, and how far it is.

use std::collections::BTreeMap;

use super::Done;
use super::args::{self, ActionStatus, ActionsFormat};
use super::failure::Failure;
use super::output::{columns, deliver, tell};
use super::reading;
use super::setting::Setting;
use crate::domain::ledger::Ledger;
use crate::phrase::troubles;
use crate::report::actions::{
    ActionRow, Status, Tally, csv, json, markdown, rows_of, select, sort, table_of,
};
use crate::store::library::StoreError;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;

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
    let mut done = Done::Well;
    let mut ledgers: BTreeMap<&Slug, Ledger> = BTreeMap::new();
    let mut rows = Vec::new();
    for name in names {
        if !ledgers.contains_key(&name.community) {
            let (ledger, read) = reading::ledger(setting, &name.community)?;
            ledgers.insert(&name.community, ledger);
            done = done.and(read);
        }
        let Some(ledger) = ledgers.get(&name.community) else {
            continue;
        };
        match reading::session(setting, name) {
            Ok((read, well)) => {
                done = done.and(well);
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
            Err(Failure::Store(error)) => {
                done = Done::InPart;
                tell(&troubles::store(&setting.words, &error));
            }
            Err(other) => return Err(other),
        }
    }
    sort(&mut rows);
    Ok((rows, done))
}
