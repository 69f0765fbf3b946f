//! The cache: an index in one file, in the folder that the system has for such things.
//!
//! ```text
//! yishi index
//! <what the program is made of, 16 hex digits>
//! <checksum of everything after it, 8 bytes>
//! <the store's folder> <communities>
//! ```

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::pack::{Bytes, Pack, pack_fields, text};
use super::{Card, Folder, Index, Leaf, Seal};
use crate::store::disk::{Disk, DiskError, Stamp, replace};
use crate::store::slug::Slug;

/// What a cache begins with. The digits stand for the source of everything that digests come from,
/// so that no other program's cache is ever taken for one of this.
const HEAD: &[u8] = concat!("yishi index\n", env!("YISHI_DIGESTS"), "\n").as_bytes();

/// Where the index of a store is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cache {
    file: PathBuf,
    store: PathBuf,
}

impl Cache {
    /// The cache in `folder` for the store below `store`, an absolute path. Each store has a file of
    /// its own.
    #[must_use]
    pub fn new(folder: &Path, store: &Path) -> Self {
        let hash = Sha256::digest(store.as_os_str().as_encoded_bytes());
        let digits: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { file: folder.join(format!("index-{digits}")), store: store.to_path_buf() }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What it holds; `None` for no cache, and for any that this very program did not write whole
    /// for this very store.
    pub(super) fn read(&self, disk: &dyn Disk) -> Option<Index> {
        let bytes = disk.read(&self.file).ok()?;
        let rest = bytes.strip_prefix(HEAD)?;
        let (sum, body) = rest.split_at_checked(size_of::<u64>())?;
        if checksum(body).to_le_bytes() != sum {
            return None;
        }
        let mut from = Bytes(body);
        let store = usize::read(&mut from).and_then(|len| from.take(len))?;
        if store != self.store.as_os_str().as_encoded_bytes() {
            return None;
        }
        let folders = Vec::<Folder>::read(&mut from)?;
        let folders = folders.into_iter().map(Arc::new).collect();
        from.0.is_empty().then_some(Index { folders, unsaved: false })
    }

    /// Writes the index, if the cache has something else. Whether it had.
    ///
    /// # Errors
    /// Nobody need care: the next program reads what this one did.
    ///
    /// # Crash
    /// The cache is the old or the new one.
    pub fn save(&self, disk: &dyn Disk, index: &mut Index) -> Result<bool, DiskError> {
        if !index.unsaved {
            return Ok(false);
        }
        let mut body = Vec::new();
        let store = self.store.as_os_str().as_encoded_bytes();
        store.len().write(&mut body);
        body.extend_from_slice(store);
        index.folders.len().write(&mut body);
        index.folders.iter().for_each(|folder| folder.write(&mut body));
        let mut bytes = HEAD.to_vec();
        bytes.extend_from_slice(&checksum(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        if let Some(folder) = self.file.parent() {
            disk.create_dir_all(folder)?;
        }
        replace(disk, &self.file, &bytes)?;
        index.unsaved = false;
        Ok(true)
    }
}

/// A sum that any changed byte changes, eight bytes at a time: this guards against accidents only.
fn checksum(bytes: &[u8]) -> u64 {
    // Multiplying by an odd number and rotating can both be undone, so two inputs that differ in
    // one word never come to the same sum.
    let mix =
        |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let words = bytes.chunks_exact(8);
    let last = words.remainder().iter().fold(bytes.len() as u64, |sum, b| mix(sum, (*b).into()));
    words.fold(last, |sum, word| mix(sum, word.try_into().map_or(0, u64::from_le_bytes)))
}

pack_fields! {
    Card { name, region }
    Stamp { len, modified, marks }
}

impl Pack for [u64; 2] {
    fn write(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|mark| out.extend_from_slice(&mark.to_le_bytes()));
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let mut mark = || Some(u64::from_le_bytes(from.take(size_of::<u64>())?.try_into().ok()?));
        Some([mark()?, mark()?])
    }
}

impl Pack for Seal {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        from.take(size_of::<Self>())?.try_into().ok()
    }
}

impl<T: Pack> Pack for Arc<Leaf<T>> {
    /// Only of leaves that are [keepable](Leaf::is_keepable).
    fn write(&self, out: &mut Vec<u8>) {
        text(&self.file, out);
        self.stamp.write(out);
        self.seal.write(out);
        if let Some(content) = &self.content {
            content.write(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        Some(Self::new(Leaf {
            file: from.text()?.into(),
            stamp: Stamp::read(from)?,
            seal: Option::read(from)?,
            settled: true,
            content: Some(T::read(from)?),
            trouble: None,
        }))
    }
}

impl Pack for Folder {
    fn write(&self, out: &mut Vec<u8>) {
        fn keepable<T: Pack>(leaves: &[Arc<Leaf<T>>], out: &mut Vec<u8>) {
            let kept = || leaves.iter().filter(|leaf| leaf.is_keepable());
            kept().count().write(out);
            kept().for_each(|leaf| leaf.write(out));
        }
        text(self.id.as_str(), out);
        keepable(self.card.as_slice(), out);
        keepable(&self.ledgers, out);
        keepable(&self.sessions, out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        Some(Self {
            id: Slug::parse(from.text()?).ok()?,
            card: Vec::read(from)?.pop(),
            ledgers: Vec::read(from)?,
            sessions: Vec::read(from)?,
            troubles: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_changed_byte_changes_the_sum() {
        let bytes: Vec<u8> = (0..=255).cycle().take(1_003).collect();
        let sum = checksum(&bytes);
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 0x10;
            assert_ne!(checksum(&other), sum, "byte {at}");
        }
        assert_ne!(checksum(&[0; 8]), checksum(&[0; 16]));
        assert_ne!(checksum(&[0; 3]), checksum(&[0; 4]));
    }
}
