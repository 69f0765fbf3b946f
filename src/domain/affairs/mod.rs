//! What is done about a community's topics between meetings: commands, and the rules by which they
//! are granted or refused.
//!
//! As in a meeting, [`decide`] judges and changes nothing; what it grants becomes one line of this
//! device's ledger.

mod calls;
mod command;
mod decide;
mod gates;
mod limits;
mod next;
mod refusal;
mod text;

use std::sync::Arc;

use chrono::NaiveDate;

use super::ledger::Ledger;
use super::procedure::Procedure;
use super::rules::RuleSet;
use super::topic::Topic;

pub use calls::CallRefusal;
pub use command::{Affair, SlipChange};
pub use decide::{decide, decide_told, need_dealt_with};
pub use gates::{calls_about, has, meeting_lacks, needs_lacking, survey_lacks};
pub use limits::{days_late, due, last_day};
pub use next::{TopicStep, next_for, towards};
pub use refusal::{AffairRefusal, Blank};

/// A procedure and the name of its file, which is how ledgers know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedProcedure {
    /// The name of the file without its ending.
    pub file: String,
    /// What it says.
    pub procedure: Arc<Procedure>,
}

/// What is known besides the ledger when something is decided.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The day it is decided on.
    pub today: NaiveDate,
    /// The device that decides, which gives the numbers.
    pub device: String,
    /// The procedures there are.
    pub procedures: Vec<NamedProcedure>,
    /// The one that topics follow where none was chosen, by the name of its file.
    pub procedure: String,
    /// The community's rules, which say what a survey needs.
    pub rules: Arc<RuleSet>,
    /// The rules of procedures that name some: name of the procedure's file, rules.
    pub rules_of: Vec<(String, Arc<RuleSet>)>,
}

impl Ground {
    /// The name of the file of the procedure that a topic follows.
    #[must_use]
    pub fn procedure_name<'a>(&'a self, topic: &'a Topic) -> &'a str {
        topic.procedure.as_deref().unwrap_or(&self.procedure)
    }

    /// The procedure of that name.
    #[must_use]
    pub fn procedure(&self, file: &str) -> Option<&Arc<Procedure>> {
        let found = self.procedures.iter().find(|known| known.file == file);
        found.map(|known| &known.procedure)
    }

    /// The procedure of that name, which has to be there.
    pub(crate) fn need_procedure(&self, file: &str) -> Result<&Arc<Procedure>, AffairRefusal> {
        self.procedure(file).ok_or_else(|| AffairRefusal::NoSuchProcedure(file.to_owned()))
    }

    /// The procedure that a topic follows; none where its file is gone.
    #[must_use]
    pub fn procedure_of(&self, topic: &Topic) -> Option<&Arc<Procedure>> {
        self.procedure(self.procedure_name(topic))
    }

    /// The rules that say what the survey of a topic needs: its procedure's, or the community's.
    #[must_use]
    pub fn rules_for(&self, topic: &Topic) -> &Arc<RuleSet> {
        let name = self.procedure_name(topic);
        let own = self.rules_of.iter().find(|(file, _)| file == name);
        own.map_or(&self.rules, |(_, rules)| rules)
    }
}

/// What a stage is called: as the community named it, as its procedure does, or not at all. In
/// English where `english` says so and there is such a name.
#[must_use]
pub fn stage_name<'a>(
    ledger: &'a Ledger,
    file: &str,
    procedure: &'a Procedure,
    stage: u32,
    english: bool,
) -> Option<&'a str> {
    let at = (stage as usize).checked_sub(1)?;
    let own = ledger.stage_names.get(file).and_then(|names| names.get(at));
    let known = procedure.stages.get(at)?;
    let translated = known.name_en.as_deref().filter(|_| english);
    let name = own.map(String::as_str).or(translated).unwrap_or(&known.name);
    Some(name).filter(|name| !name.trim().is_empty())
}
