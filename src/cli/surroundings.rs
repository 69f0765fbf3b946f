//! What a meeting of a community is held in: whom one can name, its topics, its own rules and
//! procedures.

use std::sync::Arc;

use super::failure::Failure;
use super::procedures;
use super::rules;
use super::setting::Setting;
use crate::domain::affairs::Ground;
use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::grammar::directory::Directory;
use crate::grammar::rule_sets::Offered;
use crate::phrase::troubles;
use crate::store::community::Community;
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
    /// The ground on which its affairs are decided, with the procedures it can use.
    pub ground: Arc<Ground>,
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
        // A community whose file cannot be read is told of where that matters.
        let described = setting.store.read_community(community);
        let described = described.unwrap_or_else(|_| Community::new(community.as_str(), None));
        // What `community.ron` names and is not there is told where it would be used.
        let (ground, _) = procedures::on(setting, words, &described, procedures, rules.clone())?;
        Ok(Self { ledger, rules, ground: Arc::new(ground), troubles })
    }

    /// Makes all of it known by name; people are known already.
    pub fn offer(self, directory: &mut Directory) {
        directory.offer_rules(self.rules);
        directory.offer_procedures(self.ground.procedures.clone(), &self.ledger.stage_names);
        directory.stand_on(self.ground);
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
