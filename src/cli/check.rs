//! `yishi check`: every file verified, and what is wrong, where.

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::print_line;
use super::setting::Setting;
use crate::phrase::troubles;
use crate::store::check::{Severity, check};
use crate::text::width::clean;
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Check) -> Result<Done, Failure> {
    let store = setting.store.layout().root();
    let report = check(setting.store.disk().as_ref(), args.path.as_deref().unwrap_or(store));
    for finding in &report.findings {
        let told = troubles::finding(&setting.words, finding);
        let message = match finding.severity {
            Severity::Fault => id::CHECK_FAULT,
            Severity::Note => id::CHECK_NOTE,
        };
        eprintln!("{}", clean(&setting.words.tell(message, &[("what", told.into())])));
    }
    let faults = report.faults();
    let values =
        [("files", report.files.into()), ("lines", report.lines.into()), ("faults", faults.into())];
    print_line(&setting.words.tell(id::CHECK_SUMMARY, &values))?;
    Ok(if faults == 0 { Done::Well } else { Done::InPart })
}
