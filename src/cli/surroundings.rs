//! What a meeting of a community is held in: whom one can name, its topics, its own rules and
//! procedures.

use super::failure::Failure;
use super::procedures;
use super::rules;
use super::setting::Setting;
use crate::domain::affairs::NamedProcedure;
use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::grammar::directory::Directory;
use crate::grammar::rule_sets::Offered;
use crate::phrase::troubles;
use crate::store::scheduling::refresh;
use crate::store::slug::Slug;
use crate::store::writer::LogWriter;
use crate::text::words::Words;

/// What there is around a meeting.
pub struct Surroundings {
    /// What the community's ledgers and its meetings say.
    pub ledger: Ledger,
    /// Its own rules of the floor.
    pub rules: Vec<Offered>,
    /// The procedures it can use.
    pub procedures: Vec<NamedProcedure>,
    /// What of it cannot be read or used, in words.
    pub troubles: Vec<String>,
}

impl Surroundings {
    /// Reads them. What cannot be read is told, the rest is used.
    ///
    /// # Errors
    /// When the community's folder cannot be read.
    pub fn of(setting: &Setting, words: &Words, community: &Slug) -> Result<Self, Failure> {
        let read = setting.store.ledger(community)?;
        let mut ledger = read.ledger;
        let mut troubles: Vec<String> =
            read.troubles.iter().map(|trouble| troubles::store(words, trouble)).collect();
        if !ledger.topics.is_empty() {
            match setting.store.consulted(community, &ledger.cases) {
                Ok(consulted) => ledger.attend(consulted),
                Err(error) => troubles.push(troubles::store(words, &error)),
            }
        }
        let (rules, wrong) = rules::own(setting, words, community);
        troubles.extend(wrong);
        let (procedures, wrong) = procedures::all(setting, words, community);
        troubles.extend(wrong);
        Ok(Self { ledger, rules, procedures, troubles })
    }

    /// Makes all of it known by name; people are known already.
    pub fn offer(self, directory: &mut Directory) {
        directory.offer_rules(self.rules);
        directory.offer_procedures(self.procedures, &self.ledger.stage_names);
        directory.offer_topics(self.ledger);
    }

    /// Enters what is known by now of the surveys of topics on the agenda.
    ///
    /// # Errors
    /// When it cannot be written; the meeting is as it was then.
    pub fn refresh(
        &self,
        meeting: &mut Meeting,
        writer: &mut LogWriter<crate::domain::event::Event>,
        at: Moment,
        by: &str,
    ) -> Result<(), Failure> {
        Ok(refresh(meeting, writer, &self.ledger, at, by)?)
    }
}
