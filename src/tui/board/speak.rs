//! What is typed on the board, handed to the grammar of ledgers; and what the line could become.

use super::model::{Model, Page};
use crate::domain::topic::CaseNo;
use crate::grammar::affairs::verb::{AffairVerb, all};
use crate::grammar::affairs::{AffairContext, AffairEntry, complete, read};
use crate::grammar::is_command_mark;
use crate::text::words::Words;
use crate::tui::aid::{Offer, Offered};
use crate::tui::keymap::Does;

/// The verb that a key begins.
#[must_use]
pub fn verb_of(does: Does) -> Option<AffairVerb> {
    Some(match does {
        Does::RaiseTopic => AffairVerb::Raise,
        Does::ScreenTopic => AffairVerb::Screen,
        Does::Survey => AffairVerb::Survey,
        Does::Schedule => AffairVerb::Schedule,
        Does::Assign => AffairVerb::Assign,
        Does::TopicResult => AffairVerb::Result,
        Does::Rate => AffairVerb::Rate,
        Does::Answer => AffairVerb::Answer,
        _ => return None,
    })
}

/// A command's beginning, about a topic or about none: `/审定 17 `.
#[must_use]
pub fn beginning(words: &Words, verb: AffairVerb, case: Option<&CaseNo>) -> String {
    let word = verb.word().usual(words.lang());
    match case.filter(|_| verb != AffairVerb::Raise) {
        Some(case) => format!("/{word} {case} "),
        None => format!("/{word} "),
    }
}

/// Every verb, as the palette offers it.
pub fn verbs(words: &Words) -> impl Iterator<Item = Offer> {
    all().map(|word| {
        let (arguments, name) = word.explained(words);
        let usual = word.usual(words.lang());
        let beside = format!("/{usual} {arguments}").trim_end().to_owned();
        Offer { what: Offered::Begin(format!("/{usual} ")), name, beside }
    })
}

/// Reads a line; why it cannot be read, in words.
///
/// # Errors
/// What is wrong with it and what to do, or nothing where the ledgers are not read yet.
pub fn understand(model: &Model, line: &str) -> Result<AffairEntry, Option<String>> {
    let Some(context) = context(model) else { return Err(None) };
    read(line, context).map_err(|misread| Some(misread.tell(&model.words)))
}

/// Works out what the line could become.
pub fn offer(model: &mut Model) {
    model.chosen = None;
    model.completions.clear();
    let line = model.line.before_caret();
    if !line.trim_start().starts_with(is_command_mark) {
        return;
    }
    if let Some(context) = context(model) {
        model.completions = complete(line, context, &model.words);
    }
}

/// How the command that is being typed is written.
#[must_use]
pub fn usage(model: &Model) -> Option<String> {
    let text = model.line.text().trim_start();
    let mark = text.chars().next().filter(|c| is_command_mark(*c))?;
    match crate::grammar::affairs::verb::find(text.strip_prefix(mark)?.trim_start()) {
        crate::grammar::verb::Found::Verb(verb, _) => Some(verb.usage(&model.words)),
        _ => None,
    }
}

fn context(model: &Model) -> Option<AffairContext<'_>> {
    let whole = model.whole.as_ref()?;
    Some(AffairContext {
        ledger: &whole.ledger,
        ground: &model.ground,
        people: &whole.people,
        exclusions: &whole.exclusions,
        meetings: &whole.named,
        today: model.today(),
        communities: &whole.communities,
    })
}

/// Whether a key that begins a command about a topic can be pressed here.
#[must_use]
pub fn needs_topic(verb: AffairVerb) -> bool {
    verb != AffairVerb::Raise
}

/// The topic that commands begun by keys are about.
#[must_use]
pub fn case(model: &Model) -> Option<&CaseNo> {
    match model.page {
        Page::Topics => model.row().map(|row| &row.case),
        Page::Outings => {
            let at = *model.entries.get(model.bar)?;
            model.ledger()?.outings.get(at)?.what.topic.as_ref()
        }
        Page::Calls => {
            let at = *model.entries.get(model.bar)?;
            model.call(at)?.out.topic.as_ref()
        }
        Page::Stations => None,
    }
}
