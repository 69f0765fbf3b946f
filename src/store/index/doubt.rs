//! Comparing what an index was told of files with the files, for stamps that lie.
//!
//! Two contents of one length may have the same stamp where the system keeps little of it: files
//! copied with their times onto a stick, and others in their place. The hash at the end of a log
//! stands for everything in it, so a look at the last bytes of each is enough.

use std::sync::Arc;

use super::{Card, Content, Folder, Index, Leaf};
use crate::store::chain::{CLOSING, HASH_LEN};
use crate::store::community::Community;
use crate::store::crew::each;
use crate::store::disk::Disk;
use crate::store::library::{Store, StoreError};
use crate::store::progress::{Cancelled, Progress};

impl Index {
    /// This index without what is not in the files any more though their stamps say so, and how
    /// much that is; [`Store::index_again`] reads it anew.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`].
    pub fn doubted(&self, store: &Store, progress: &Progress) -> Result<(Self, usize), StoreError> {
        progress.expect(self.folders.len());
        let doubted = each(
            &self.folders,
            || (),
            |(), folder| {
                let doubted = doubted(store, folder, progress)?;
                progress.step()?;
                Ok(doubted)
            },
        );
        let doubted: Result<Vec<Folder>, Cancelled> = doubted.into_iter().collect();
        let folders: Vec<Arc<Folder>> = doubted?.into_iter().map(Arc::new).collect();
        let index = Self { folders, unsaved: self.unsaved };
        let wrong = self.keepable() - index.keepable();
        Ok((Self { unsaved: self.unsaved || wrong > 0, ..index }, wrong))
    }
}

fn doubted(store: &Store, folder: &Folder, progress: &Progress) -> Result<Folder, Cancelled> {
    let (disk, layout) = (store.disk().as_ref(), store.layout());
    let (community, sessions) = (layout.community(&folder.id), layout.sessions(&folder.id));
    let mut left = folder.clone();
    if let Some(card) = &folder.card
        && !is_card(disk, &community.join(card.file.as_ref()), card)
    {
        left.card = None;
    }
    left.ledgers.retain(|leaf| is_sealed(disk, &community.join(leaf.file.as_ref()), leaf));
    left.sessions.retain(|leaf| {
        progress.is_cancelled() || is_sealed(disk, &sessions.join(leaf.file.as_ref()), leaf)
    });
    progress.go_on()?;
    Ok(left)
}

/// Whether the last line of a log is the one that was read. What cannot be read now, or had a
/// trouble anyway, is no matter of stamps.
fn is_sealed<T: Content>(disk: &dyn Disk, path: &std::path::Path, leaf: &Leaf<T>) -> bool {
    let Some(seal) = leaf.seal.filter(|_| leaf.is_keepable()) else {
        return true;
    };
    let ending = (HASH_LEN + 1 + CLOSING.len()) as u64;
    let Ok(end) = disk.read_from(path, leaf.stamp.len.saturating_sub(ending)) else {
        return true;
    };
    // A file that has grown meanwhile has another stamp by now, which tells.
    end.get(..HASH_LEN).is_none_or(|digits| digits == seal)
}

fn is_card(disk: &dyn Disk, path: &std::path::Path, leaf: &Leaf<Card>) -> bool {
    let (Ok(bytes), Some(known)) = (disk.read(path), leaf.content()) else {
        return true;
    };
    Community::parse(&bytes).is_ok_and(|it| it.name == known.name && it.region == known.region)
}
