//! Sessions and ledgers that are only read: what cannot be read of them is told, the rest is used.

use super::Done;
use super::failure::Failure;
use super::output::tell;
use super::setting::Setting;
use crate::domain::ledger::Ledger;
use crate::phrase::troubles;
use crate::store::access::Read;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;

/// Reads a session as far as it goes; the rest is told.
pub fn session(setting: &Setting, name: &SessionName) -> Result<(Read, Done), Failure> {
    let read = setting.store.read_session(name)?;
    let done = match &read.stop {
        None => Done::Well,
        Some(stop) => {
            let path = setting.store.layout().session_file(name);
            tell(&troubles::reading(&setting.words, &path, stop));
            Done::InPart
        }
    };
    Ok((read, done))
}

/// Reads all ledgers of a community as far as they go; the rest is told.
pub fn ledger(setting: &Setting, community: &Slug) -> Result<(Ledger, Done), Failure> {
    let read = setting.store.ledger(community)?;
    for trouble in &read.troubles {
        tell(&troubles::store(&setting.words, trouble));
    }
    let done = if read.troubles.is_empty() { Done::Well } else { Done::InPart };
    Ok((read.ledger, done))
}
