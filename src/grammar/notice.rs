//! `/材料` and `/发通知`: the papers of a meeting, and that its notice was given.

use crate::domain::command::Command;

use super::Context;
use super::arguments::need;
use super::misread::Misread;
use super::preparing::{day, is_nothing};
use super::verb::Verb;

/// The papers in a list, which semicolons, bars or line breaks part: `改造方案；三年维修台账`. A word
/// for nothing takes the list away.
#[must_use]
pub fn papers(text: &str) -> Vec<String> {
    if is_nothing(text) {
        return Vec::new();
    }
    let parts = text.split(['；', ';', '|', '｜', '\n']).map(str::trim);
    parts.filter(|paper| !paper.is_empty()).map(str::to_owned).collect()
}

/// `/材料 改造方案；三年维修台账`
pub(super) fn list_papers(rest: &str) -> Result<Command, Misread> {
    Ok(Command::ListPapers(papers(need(Verb::Papers, rest)?)))
}

/// `/发通知`, `/发通知 11-20`
pub(super) fn give_notice(rest: &str, context: Context<'_>) -> Result<Command, Misread> {
    let rest = rest.trim().trim_end_matches(['。', '.']);
    let on = if rest.is_empty() { context.today } else { day(rest, context)? };
    Ok(Command::GiveNotice(on))
}
