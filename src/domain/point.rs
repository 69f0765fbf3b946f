//! A consolidated point (要点): what several people said, in one wording. The opinions it came from
//! stay as they were taken down, and so do the names of those who voiced or share them.

use std::sync::Arc;

use super::ids::{ItemId, OpinionId, PersonId, PointId};
use super::opinion::{Earlier, Opinion};
use super::record::Moment;
use super::session::Session;

/// A consolidated point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its number, shown as K1, K2 …
    pub id: PointId,
    /// The item it belongs to.
    pub item: ItemId,
    /// When it was first put into words.
    pub at: Moment,
    /// The words.
    pub text: Arc<str>,
    /// The opinions it brings together. One opinion may be in several points.
    pub from: Vec<OpinionId>,
    /// Those who share the point itself.
    pub endorsed: Vec<PersonId>,
    /// Taken apart: its opinions stand alone again.
    pub dissolved: bool,
    /// Its former words, oldest first.
    pub earlier: Vec<Earlier>,
}

fn once(people: impl IntoIterator<Item = PersonId>) -> Vec<PersonId> {
    let mut each = Vec::new();
    for person in people {
        if !each.contains(&person) {
            each.push(person);
        }
    }
    each
}

impl Session {
    /// The point of that number.
    #[must_use]
    pub fn point(&self, id: PointId) -> Option<&Point> {
        self.points.get(id.index()).map(Arc::as_ref)
    }

    /// The points of an item that stand, by number.
    pub fn points_of(&self, item: ItemId) -> impl Iterator<Item = &Point> {
        let all = self.points.iter().map(Arc::as_ref);
        all.filter(move |point| point.item == item && !point.dissolved)
    }

    /// The opinions a point brings together, those taken back included.
    pub fn opinions_of<'a>(&'a self, point: &'a Point) -> impl Iterator<Item = &'a Opinion> {
        point.from.iter().filter_map(|id| self.opinion(*id))
    }

    /// Those whose words stand behind a point, each once.
    #[must_use]
    pub fn authors_of(&self, point: &Point) -> Vec<PersonId> {
        let standing = self.opinions_of(point).filter(|opinion| !opinion.withdrawn);
        once(standing.map(|opinion| opinion.person))
    }

    /// Those who stand behind a point, each once: who voiced one of its opinions that was not taken
    /// back, who shares one of these, and who shares the point itself.
    #[must_use]
    pub fn supporters_of(&self, point: &Point) -> Vec<PersonId> {
        let standing = || self.opinions_of(point).filter(|opinion| !opinion.withdrawn);
        let shared = standing().flat_map(|opinion| opinion.endorsed.iter().copied());
        let authors = standing().map(|opinion| opinion.person);
        once(authors.chain(shared).chain(point.endorsed.iter().copied()))
    }
}
