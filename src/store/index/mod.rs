//! What there is in a store, without reading every record whole.
//!
//! An [`Index`] has the digest of every meeting and ledger. It comes from the records alone; where a
//! file's stamp is still the one it had when it was read, its digest is taken from an earlier index
//! or from a cache. The cache may be thrown away at any time and is never believed against the
//! files: another version of the program, a torn or foreign cache count as none.
//!
//! | module | holds |
//! |---|---|
//! | `look` | listing the folders, reading what changed |
//! | `cache`, `pack` | the cache as bytes |
//! | `region` | the places communities lie in |
//! | `rows` | the topics of a community as they are listed, kept likewise |
//! | `doubt` | comparing the hashes at the end of all logs, for stamps that lie |

mod cache;
mod doubt;
mod look;
mod pack;
mod region;
mod rows;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::disk::Stamp;
use super::library::StoreError;
use super::session_name::SessionName;
use super::slug::Slug;
use crate::domain::action::ActionState;
use crate::domain::digest::{
    Digest, Head, LedgerDigest, LedgerHead, News, States, latest_news, people_known, state_in,
};
use crate::domain::ids::ActionId;

pub use cache::Cache;
use pack::Bytes;
pub use rows::Sight;

/// Every community with digests of its meetings and ledgers, as they were when the index was made.
/// Cheap to copy: copies share the digests.
#[derive(Debug, Clone, Default)]
pub struct Index {
    folders: Vec<Arc<Folder>>,
    /// The cache has something else, or nothing.
    unsaved: bool,
}

/// A community.
#[derive(Debug, Clone)]
pub struct Folder {
    id: Slug,
    /// Its file, where there is one.
    card: Option<Arc<Leaf<Card>>>,
    ledgers: Vec<Arc<Leaf<LedgerDigest>>>,
    sessions: Vec<Arc<Leaf<Digest>>>,
    /// What is wrong with the folder itself.
    troubles: Vec<Arc<StoreError>>,
}

/// What a list needs to know of a community's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is called.
    pub name: String,
    /// The places it lies in.
    pub region: Option<String>,
}

/// The digits behind the last line of a log.
type Seal = [u8; super::chain::HASH_LEN];

/// What is kept of a file. Most of it is wanted of few files only, and only then unpacked.
pub trait Content: pack::Pack {
    /// What is wanted of every file.
    type Head: pack::Pack + std::fmt::Debug;

    /// The head of this content.
    fn head(&self) -> Self::Head;
}

impl Content for Digest {
    type Head = Head;

    fn head(&self) -> Head {
        self.head()
    }
}

impl Content for LedgerDigest {
    type Head = LedgerHead;

    fn head(&self) -> LedgerHead {
        self.head()
    }
}

impl Content for Card {
    type Head = ();

    fn head(&self) {}
}

/// One file, as it was when it was read.
#[derive(Debug)]
pub struct Leaf<T: Content> {
    file: Box<str>,
    stamp: Stamp,
    seal: Option<Seal>,
    /// The stamp would tell of a later change.
    settled: bool,
    content: Option<Packed<T>>,
    trouble: Option<StoreError>,
}

#[derive(Debug)]
struct Packed<T: Content> {
    head: T::Head,
    /// Where the rest is, packed; many files share one piece of memory.
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
    unpacked: OnceLock<Option<Box<T>>>,
}

impl<T: Content> Packed<T> {
    fn of(content: T) -> Self {
        let mut bytes = Vec::new();
        content.write(&mut bytes);
        let (head, range) = (content.head(), 0..bytes.len());
        let unpacked = OnceLock::from(Some(Box::new(content)));
        Self { head, bytes: Arc::new(bytes), range, unpacked }
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or_default()
    }
}

impl<T: Content> Leaf<T> {
    /// What is wanted of every file, as far as it can be read.
    #[must_use]
    pub fn head(&self) -> Option<&T::Head> {
        self.content.as_ref().map(|packed| &packed.head)
    }

    /// What it holds, as far as it can be read.
    #[must_use]
    pub fn content(&self) -> Option<&T> {
        let packed = self.content.as_ref()?;
        let unpack = || T::read(&mut Bytes(packed.bytes())).map(Box::new);
        packed.unpacked.get_or_init(unpack).as_deref()
    }

    /// The same, for somebody who looks at very many of them once: it is not kept unpacked.
    #[must_use]
    pub fn glance(&self) -> Option<Cow<'_, T>>
    where
        T: Clone,
    {
        let packed = self.content.as_ref()?;
        match packed.unpacked.get() {
            Some(unpacked) => unpacked.as_deref().map(Cow::Borrowed),
            None => T::read(&mut Bytes(packed.bytes())).map(Cow::Owned),
        }
    }

    /// Why it cannot be read, or not to its end.
    #[must_use]
    pub const fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// Whether it may be taken for the file with this stamp.
    fn stands_for(&self, stamp: &Stamp) -> bool {
        self.settled && self.stamp == *stamp
    }

    /// Whether it may be kept in a cache.
    const fn is_keepable(&self) -> bool {
        self.settled && self.trouble.is_none() && self.content.is_some()
    }
}

impl Leaf<Digest> {
    /// The session's name within its community, which is how ledgers know it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.file.strip_suffix(".ron").unwrap_or(&self.file)
    }
}

impl Folder {
    /// The community's id.
    #[must_use]
    pub const fn id(&self) -> &Slug {
        &self.id
    }

    /// The community's name; its id where its file cannot be read.
    #[must_use]
    pub fn name(&self) -> &str {
        self.card().map_or(self.id.as_str(), |card| &card.name)
    }

    /// What the community's file says.
    #[must_use]
    pub fn card(&self) -> Option<&Card> {
        self.card.as_ref()?.content()
    }

    /// Its sessions, the oldest first.
    #[must_use]
    pub fn sessions(&self) -> &[Arc<Leaf<Digest>>] {
        &self.sessions
    }

    /// The full name of one of its sessions.
    #[must_use]
    pub fn name_of(&self, session: &Leaf<Digest>) -> Option<SessionName> {
        SessionName::of_id(&self.id, session.id())
    }

    /// Where its actions stand, by all its ledgers together.
    #[must_use]
    pub fn states(&self) -> States<'_> {
        States::of(self.ledgers.iter().filter_map(|ledger| ledger.head()))
    }

    /// Where one action stands.
    #[must_use]
    pub fn state_of(&self, session: &str, action: ActionId) -> ActionState {
        state_in(self.ledgers.iter().filter_map(|ledger| ledger.head()), session, action)
    }

    /// The latest news of an action.
    #[must_use]
    pub fn news_of(&self, session: &str, action: ActionId) -> Option<&News> {
        let ledgers = self.ledgers.iter().filter_map(|ledger| ledger.content());
        latest_news(ledgers, session, action)
    }

    /// How many people it knows.
    #[must_use]
    pub fn people(&self) -> usize {
        match self.ledgers.as_slice() {
            [one] => one.head().map_or(0, |head| head.people as usize),
            several => people_known(several.iter().filter_map(|ledger| ledger.content())),
        }
    }

    /// What cannot be read of it.
    pub fn troubles(&self) -> impl Iterator<Item = &StoreError> {
        let own = self.troubles.iter().map(AsRef::as_ref);
        let card = self.card.iter().filter_map(|it| it.trouble());
        let ledgers = self.ledgers.iter().filter_map(|it| it.trouble());
        let sessions = self.sessions.iter().filter_map(|it| it.trouble());
        own.chain(card).chain(ledgers).chain(sessions)
    }
}

impl Index {
    /// Every community, in order of id.
    #[must_use]
    pub fn communities(&self) -> &[Arc<Folder>] {
        &self.folders
    }

    /// Everything that cannot be read.
    pub fn troubles(&self) -> impl Iterator<Item = &StoreError> {
        self.folders.iter().flat_map(|folder| folder.troubles())
    }

    /// Whether the cache should be written again.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Whether nothing has changed between this index and one that was made from it.
    #[must_use]
    pub fn is_still(&self, other: &Self) -> bool {
        self.folders.len() == other.folders.len()
            && self.folders.iter().zip(&other.folders).all(|(one, two)| one.is_still(two))
    }

    fn folder(&self, id: &str) -> Option<&Folder> {
        let at = self.folders.binary_search_by(|folder| folder.id.as_str().cmp(id)).ok()?;
        self.folders.get(at).map(AsRef::as_ref)
    }

    /// How many files a cache can keep of it.
    fn keepable(&self) -> usize {
        self.folders.iter().map(|folder| folder.keepable()).sum()
    }
}

impl Folder {
    fn is_still(&self, other: &Self) -> bool {
        fn same<T: Content>(one: &[Arc<Leaf<T>>], two: &[Arc<Leaf<T>>]) -> bool {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| Arc::ptr_eq(one, two))
        }
        self.id == other.id
            && same(self.card.as_slice(), other.card.as_slice())
            && same(&self.ledgers, &other.ledgers)
            && same(&self.sessions, &other.sessions)
            && self.troubles.is_empty()
            && other.troubles.is_empty()
    }

    fn keepable(&self) -> usize {
        fn of<T: Content>(leaves: &[Arc<Leaf<T>>]) -> usize {
            leaves.iter().filter(|leaf| leaf.is_keepable()).count()
        }
        of(self.card.as_slice()) + of(&self.ledgers) + of(&self.sessions)
    }
}
