//! The topics of a community as they are listed, kept beside the index: a board of ten thousand is
//! seen before its ledgers are read.
//!
//! ```text
//! yishi topics
//! <what the program is made of, 16 hex digits>
//! <checksum of everything after it, 8 bytes>
//! <the store's folder> <the community> <name and stamp of every file> <rows>
//! ```

use std::path::PathBuf;
use std::time::SystemTime;

use super::cache::Cache;
use super::look::Seen;
use super::pack::{Bytes, Pack, pack_choice, pack_fields, text};
use crate::domain::topic::{Class, Level, TopicState};
use crate::domain::topic_row::TopicRow;
use crate::store::disk::{DiskError, Stamp, nanoseconds};
use crate::store::library::Store;
use crate::store::slug::Slug;

/// What such a file begins with; see the index.
const HEAD: &[u8] = concat!("yishi topics\n", env!("YISHI_DIGESTS"), "\n").as_bytes();

/// The files of a community that tell of its topics, by their stamps. While these are the same, so
/// is what they tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    files: Vec<(String, Stamp)>,
    /// The stamps would tell of a later change.
    settled: bool,
}

impl Sight {
    /// Whether nothing has changed since an earlier look, and a change would have been seen.
    #[must_use]
    pub fn is_still(&self, before: &Self) -> bool {
        before.settled && self.files == before.files
    }
}

impl Store {
    /// Looks at the files of a community; what they tell is read after that, never before.
    #[must_use]
    pub fn sight(&self, community: &Slug) -> Sight {
        let now = nanoseconds(SystemTime::now());
        let seen = Seen::of(self, community);
        let whole = seen.troubles.is_empty();
        let files: Vec<(String, Stamp)> = seen.ledgers.into_iter().chain(seen.sessions).collect();
        let settled = whole && files.iter().all(|(_, stamp)| stamp.is_settled(now));
        Sight { files, settled }
    }
}

impl Cache {
    fn rows_file(&self, community: &Slug) -> PathBuf {
        let name = self.file().file_name().map(|name| name.to_string_lossy().into_owned());
        let digits = name.as_deref().and_then(|name| name.strip_prefix("index-")).unwrap_or("");
        self.file().with_file_name(format!("topics-{digits}-{community}"))
    }

    /// The topics of a community as they were listed when it looked like this; nothing for no such
    /// file, and for any that this very program did not write whole for this very store.
    #[must_use]
    pub fn rows(&self, store: &Store, community: &Slug, sight: &Sight) -> Option<Vec<TopicRow>> {
        let bytes = store.disk().read(&self.rows_file(community)).ok()?;
        let mut from = self.unsealed(HEAD, &bytes)?;
        let same = from.text()? == community.as_str()
            && Vec::<(String, Stamp)>::read(&mut from)? == sight.files;
        if !same {
            return None;
        }
        let rows = Vec::read(&mut from)?;
        from.0.is_empty().then_some(rows)
    }

    /// Keeps them, unless the files may have changed without having been seen to.
    ///
    /// # Errors
    /// Nobody need care: the next start reads what this one did.
    ///
    /// # Crash
    /// The file is the old or the new one.
    pub fn save_rows(
        &self,
        store: &Store,
        community: &Slug,
        sight: &Sight,
        rows: &[TopicRow],
    ) -> Result<bool, DiskError> {
        if !sight.settled {
            return Ok(false);
        }
        let file = self.rows_file(community);
        self.put(store.disk().as_ref(), (&file, HEAD), |body| {
            text(community.as_str(), body);
            sight.files.write(body);
            rows.len().write(body);
            for row in rows {
                row.write(body);
            }
        })?;
        Ok(true)
    }
}

pack_choice! {
    Class: [
        Class::Livelihood, Class::Neighbours, Class::Petition, Class::Rights, Class::Governance,
    ],
    Level: [Level::Community, Level::Street, Level::District],
    TopicState: [
        TopicState::Raised, TopicState::Accepted, TopicState::Scheduled, TopicState::Consulted,
        TopicState::Handling, TopicState::Reopened, TopicState::Resulted, TopicState::Closed,
        TopicState::Excluded, TopicState::Merged, TopicState::Withdrawn,
    ],
}

pack_fields! {
    TopicRow {
        case, title, class, level, state, procedure, stage, due, meets, owed, owed_since,
        proposer, proposers, place, touched,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::topic::CaseNo;

    #[test]
    fn a_row_comes_back() {
        for state in TopicState::ALL {
            let row = TopicRow {
                case: CaseNo::marked(17, Some("4a1c")),
                title: "楼道堆物".to_owned(),
                class: Some(Class::Neighbours),
                level: Some(Level::Street),
                state,
                procedure: None,
                stage: 3,
                due: None,
                meets: "2026-12-01".parse().ok(),
                owed: 2,
                owed_since: "2026-11-05".parse().ok(),
                proposer: Some("王小明".to_owned()),
                proposers: 2,
                place: Some("3栋".to_owned()),
                touched: "2026-11-06".parse().unwrap(),
            };
            let mut bytes = Vec::new();
            row.write(&mut bytes);
            let mut from = Bytes(&bytes);
            assert_eq!(TopicRow::read(&mut from), Some(row));
            assert!(from.0.is_empty());
        }
    }
}
