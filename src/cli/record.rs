//! `yishi show` and `yishi minutes`: what a session's record says.

use super::Done;
use super::args::{self, MinutesFormat};
use super::failure::Failure;
use super::output::{print, write};
use super::setting::Setting;
use crate::domain::ledger::Ledger;
use crate::phrase::troubles;
use crate::report::{minutes, minutes_json, timeline};
use crate::store::access::Read;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::width::clean;

/// `yishi show`
pub fn show(setting: &Setting, args: &args::Session) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let (read, done) = reading(setting, &name)?;
    print(timeline::timeline(&setting.words, &read.meeting).as_bytes())?;
    Ok(done)
}

/// `yishi minutes`
pub fn minutes(setting: &Setting, args: &args::Minutes) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let (read, done) = reading(setting, &name)?;
    let (ledger, ledger_done) = ledger(setting, &name.community)?;
    let text = match args.format {
        MinutesFormat::Json => minutes_json::json(&read.meeting, &ledger, &name.id()),
        MinutesFormat::Md => {
            let mut text = minutes::markdown(&setting.words, &read.meeting, &ledger, &name.id());
            let hash = read.log.chain.to_string();
            text.push_str(&minutes::fingerprint_line(&setting.words, &hash));
            text
        }
    };
    write(setting, args.output.as_deref(), text.as_bytes())?;
    Ok(done.and(ledger_done))
}

/// Reads a session; says so when there may be more than can be read.
pub fn reading(setting: &Setting, name: &SessionName) -> Result<(Read, Done), Failure> {
    let read = setting.store.read_session(name)?;
    let done = match &read.stop {
        None => Done::Well,
        Some(stop) => {
            let path = setting.store.layout().session_file(name);
            let told = troubles::reading(&setting.words, &path, stop);
            eprintln!("yishi: {}", clean(&told));
            Done::InPart
        }
    };
    Ok((read, done))
}

/// Reads a community's ledgers; says so when some of them cannot be read whole.
pub fn ledger(setting: &Setting, community: &Slug) -> Result<(Ledger, Done), Failure> {
    let read = setting.store.ledger(community)?;
    for trouble in &read.troubles {
        eprintln!("yishi: {}", clean(&troubles::store(&setting.words, trouble)));
    }
    let done = if read.troubles.is_empty() { Done::Well } else { Done::InPart };
    Ok((read.ledger, done))
}
