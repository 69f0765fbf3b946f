//! What is done about a community between its meetings: entering it, and telling of topics.

pub mod enter;
mod gather;
pub mod topics;
mod topics_file;
mod topics_import;

use chrono::NaiveDate;

use super::failure::Failure;
use super::procedures;
use super::setting::Setting;
use crate::domain::affairs::Ground;
use crate::domain::exclusion::Exclusion;
use crate::domain::ledger::Ledger;
use crate::grammar::affairs::{AffairContext, MeetingChoice};
use crate::grammar::directory::Directory;
use crate::store::slug::Slug;

/// What lines about a community are read against, besides its ledger.
#[derive(Debug)]
pub struct Neighbourhood {
    /// Its id.
    pub community: Slug,
    /// Procedures and rules.
    pub ground: Ground,
    people: Directory,
    exclusions: Vec<Exclusion>,
    meetings: Vec<MeetingChoice>,
    communities: Vec<(String, String)>,
}

impl Neighbourhood {
    /// Reads what there is of a community; what is wrong with its own files is told.
    ///
    /// # Errors
    /// When the community cannot be read, or this device has no name.
    pub fn read(
        setting: &Setting,
        community: &Slug,
        ledger: &Ledger,
    ) -> Result<(Self, Vec<String>), Failure> {
        let store = &setting.store;
        let (ground, mut troubles) = procedures::ground(setting, community)?;
        let (exclusions, wrong) = procedures::exclusions(setting, &setting.words, community);
        troubles.extend(wrong);
        let meetings = store.sessions(Some(community))?.into_iter().map(|name| MeetingChoice {
            // What has no title is found by its id and its day.
            title: store.setup_of(&name).map(|setup| setup.title).unwrap_or_default(),
            id: name.id(),
            on: name.on,
        });
        let communities = store.communities()?;
        let names = communities.iter().map(|it| (it.id.to_string(), it.name().to_owned()));
        let neighbourhood = Self {
            community: community.clone(),
            ground,
            people: Directory::new(ledger.people.values().cloned()),
            exclusions,
            meetings: meetings.collect(),
            communities: names.collect(),
        };
        Ok((neighbourhood, troubles))
    }

    /// What a line written on that day means depends on this.
    #[must_use]
    pub fn context<'a>(&'a self, ledger: &'a Ledger, today: NaiveDate) -> AffairContext<'a> {
        AffairContext {
            ledger,
            ground: &self.ground,
            people: &self.people,
            today,
            exclusions: &self.exclusions,
            meetings: &self.meetings,
            communities: &self.communities,
        }
    }
}
