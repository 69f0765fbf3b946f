//! Where communities lie: the path of places in their file, from the largest to the smallest.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Folder, Index};

/// The places of a path, without what is around them.
fn parts(path: &str) -> Vec<&str> {
    path.split(['/', '／']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

impl Folder {
    /// The places it lies in.
    #[must_use]
    pub fn region(&self) -> Vec<&str> {
        self.card().and_then(|card| card.region.as_deref()).map(parts).unwrap_or_default()
    }

    /// Whether it lies in a place: one of its own, or several that follow each other there, with `/`
    /// between.
    #[must_use]
    pub fn lies_in(&self, place: &str) -> bool {
        let wanted = parts(place);
        !wanted.is_empty() && self.region().windows(wanted.len()).any(|run| run == wanted)
    }
}

impl Index {
    /// Every place that communities lie in, each with what it lies in before it, in order; and how
    /// many communities there are.
    #[must_use]
    pub fn regions(&self) -> Vec<(String, usize)> {
        let mut regions: BTreeMap<String, usize> = BTreeMap::new();
        for folder in self.communities() {
            let places = folder.region();
            for len in 1..=places.len() {
                let path = places.get(..len).unwrap_or_default().join("/");
                *regions.entry(path).or_default() += 1;
            }
        }
        regions.into_iter().collect()
    }

    /// The communities in a place.
    #[must_use]
    pub fn in_region(&self, place: &str) -> Vec<Arc<Folder>> {
        self.communities().iter().filter(|it| it.lies_in(place)).map(Arc::clone).collect()
    }
}
