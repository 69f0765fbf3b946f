//! `yishi check`: every file verified, nothing changed.

use std::fmt::Write as _;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::print;
use super::progress::with_bar;
use super::setting::Setting;
use crate::phrase::troubles;
use crate::store::check::{Severity, check};
use crate::store::library::StoreError;
use crate::store::progress::Progress;
use crate::text::width::clean;
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Check) -> Result<Done, Failure> {
    let words = &setting.words;
    let disk = setting.store.disk().as_ref();
    let root = setting.store.layout().root();
    if args.path.is_none() && disk.look(root)?.is_none() {
        let values = [("path", root.display().to_string().into())];
        print(format!("{}\n", clean(&words.tell(id::CHECK_NO_STORE_YET, &values))).as_bytes())?;
        return Ok(Done::Well);
    }
    let path = args.path.as_deref().unwrap_or(root);
    let check = |progress: &Progress| check(disk, path, progress);
    let report = with_bar(words, id::PROGRESS_CHECKING, check).map_err(StoreError::from)?;
    let mut text = String::new();
    for severity in [Severity::Fault, Severity::Note] {
        let label = match severity {
            Severity::Fault => words.say(id::CHECK_FAULT),
            Severity::Note => words.say(id::CHECK_NOTE),
        };
        for finding in report.findings.iter().filter(|it| it.severity == severity) {
            let told = troubles::finding(words, finding);
            // Writing to a String does not fail.
            let _ = writeln!(text, "{label} {}", clean(&told));
        }
    }
    let faults = report.faults();
    let values = [
        ("files", report.files.into()),
        ("lines", report.lines.into()),
        ("faults", faults.into()),
        ("notes", (report.findings.len() - faults).into()),
    ];
    text.push_str(&words.tell(id::CHECK_SUMMARY, &values));
    text.push('\n');
    print(text.as_bytes())?;
    Ok(if faults == 0 { Done::Well } else { Done::InPart })
}
