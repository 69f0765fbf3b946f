//! `yishi show` and `yishi minutes`: a session in words.

use std::path::Path;

use super::Done;
use super::args::{self, MinutesFormat};
use super::failure::Failure;
use super::output::{deliver, print};
use super::reading;
use super::setting::Setting;
use crate::report::{minutes, minutes_json, timeline};

/// `yishi show`
pub fn run(setting: &Setting, args: &args::Session) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let (read, done) = reading::session(setting, &name)?;
    print(timeline::timeline(&setting.words, &read.meeting).as_bytes())?;
    Ok(done)
}

/// `yishi minutes`
pub fn minutes(setting: &Setting, args: &args::Minutes) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let (read, done) = reading::session(setting, &name)?;
    let (ledger, ledger_done) = reading::ledger(setting, &name.community)?;
    let text = match args.format {
        MinutesFormat::Json => minutes_json::json(&read.meeting, &ledger, &name.id()),
        MinutesFormat::Md => {
            let text = minutes::markdown(&setting.words, &read.meeting, &ledger, &name.id());
            let hash = read.log.chain.to_string();
            format!("{text}\n{}", minutes::fingerprint_line(&setting.words, &hash))
        }
    };
    deliver(args.output.as_deref().map(Path::new), text.as_bytes())?;
    Ok(done.and(ledger_done))
}
