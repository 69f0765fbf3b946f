//! Who is called (社区吹哨): the members of all communities of a store, with where they live, and the
//! nearest of them.

use super::contacts;
use super::library::{Store, StoreError};
use super::slug::Slug;
use crate::domain::nearness::{CallRequest, Candidate, Spot, USUAL_COUNT, is_member, nearest};
use crate::domain::station::{CallOut, CalledMember, Near};

/// Members who could be called, and what could not be read of them.
#[derive(Debug, Default)]
pub struct Candidates {
    /// They.
    pub members: Vec<Candidate>,
    /// Ledgers and contacts that could not be read, or not to their end.
    pub troubles: Vec<StoreError>,
}

/// Who a call goes out to, or why it cannot be told.
#[derive(Debug)]
pub enum Completed {
    /// The call, with everybody it goes out to.
    Call {
        /// The call, as it is asked of the ledger.
        out: CallOut,
        /// What could not be read on the way.
        troubles: Vec<StoreError>,
    },
    /// No member is called that.
    NoSuchMember(String),
}

impl Store {
    /// The members of all communities, as one of them sees it.
    ///
    /// # Errors
    /// When the communities cannot be listed, or the ledgers of this one cannot be read at all.
    pub fn members_for(&self, community: &Slug) -> Result<Candidates, StoreError> {
        let mut found = Candidates::default();
        self.add_members(community, None, &mut found)?;
        for id in self.community_ids()?.into_iter().filter(|id| id != community) {
            // What is wrong with another community does not silence this one.
            if let Err(error) = self.add_members(&id, Some(id.as_str()), &mut found) {
                found.troubles.push(error);
            }
        }
        Ok(found)
    }

    fn add_members(
        &self,
        id: &Slug,
        community: Option<&str>,
        found: &mut Candidates,
    ) -> Result<(), StoreError> {
        let read = self.ledger(id)?;
        found.troubles.extend(read.troubles);
        let path = self.layout().contacts_file(id);
        let homes = match contacts::read(self.disk().as_ref(), &path) {
            Ok(contacts) => contacts.homes,
            // Without homes the grid and the community still tell who is near.
            Err(error) => {
                found.troubles.push(error.into());
                contacts::Contacts::default().homes
            }
        };
        let members = read.ledger.people.into_values().filter(|person| is_member(&person.role));
        found.members.extend(members.map(|person| Candidate {
            home: homes.get(&person.key).copied(),
            community: community.map(str::to_owned),
            key: person.key,
            name: person.name,
            grid: person.grid,
        }));
        Ok(())
    }

    /// Finds out whom a call goes out to: those named, else the nearest.
    ///
    /// # Errors
    /// As [`Store::members_for`], and when the community's file cannot be read.
    pub fn complete_call(
        &self,
        community: &Slug,
        request: &CallRequest,
    ) -> Result<Completed, StoreError> {
        let found = self.members_for(community)?;
        let spot = match request.spot {
            Some(spot) => Some(spot),
            None => self.spot_of(community)?,
        };
        let ranked = nearest(&found.members, request.grid.as_deref(), spot);
        let members = if request.names.is_empty() {
            chosen(ranked, request.count)
        } else {
            let mut named: Vec<CalledMember> = Vec::new();
            for name in &request.names {
                match ranked.iter().find(|member| member.name == name.trim()) {
                    Some(member) => named.push(member.clone()),
                    None => return Ok(Completed::NoSuchMember(name.clone())),
                }
            }
            named
        };
        let request = request.clone();
        let out = CallOut {
            reason: request.reason,
            topic: request.topic,
            place: request.place,
            grid: request.grid,
            urgent: request.urgent,
            members,
        };
        Ok(Completed::Call { out, troubles: found.troubles })
    }

    /// Where a community is on the map, if its file says so.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn spot_of(&self, community: &Slug) -> Result<Option<Spot>, StoreError> {
        let spot = self.read_community(community)?.spot;
        Ok(spot.and_then(|(lat, lon)| Spot::of(lat, lon)))
    }
}

/// The first of them. Unless so many are asked for, nobody is called of whom it is not known that
/// they live near, as long as there is somebody else.
fn chosen(mut ranked: Vec<CalledMember>, count: Option<usize>) -> Vec<CalledMember> {
    let near = ranked.iter().filter(|member| member.near != Near::Unknown).count();
    if count.is_none() && near > 0 {
        ranked.truncate(near);
    }
    ranked.truncate(count.unwrap_or(USUAL_COUNT));
    ranked
}
