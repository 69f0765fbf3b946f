//! `/材料` and `/发通知`: the papers of a meeting, and that its notice was given.

use chrono::NaiveDate;

use crate::domain::command::Command;
use crate::text::dates::{DateTrouble, parse_past_date};

use super::Context;
use super::arguments::need;
use super::misread::Misread;
use super::preparing::is_nothing;
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

/// The day on which a notice was given, which is the latest such day up to today.
///
/// # Errors
/// The [`Misread`] that says what is wrong with it.
pub fn given_on(text: &str, context: Context<'_>) -> Result<NaiveDate, Misread> {
    parse_past_date(text, context.today).map_err(|trouble| match trouble {
        DateTrouble::NotADate => Misread::NotADate(text.to_owned()),
        DateTrouble::Impossible { .. } => Misread::NoSuchDay(text.to_owned()),
    })
}

/// `/材料 改造方案；三年维修台账`
pub(super) fn list_papers(rest: &str) -> Result<Command, Misread> {
    Ok(Command::ListPapers(papers(need(Verb::Papers, rest)?)))
}

/// `/发通知`, `/发通知 11-20`
pub(super) fn give_notice(rest: &str, context: Context<'_>) -> Result<Command, Misread> {
    let rest = rest.trim().trim_end_matches(['。', '.']);
    let on = if rest.is_empty() { context.today } else { given_on(rest, context)? };
    Ok(Command::GiveNotice(on))
}
