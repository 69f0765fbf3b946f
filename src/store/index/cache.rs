//! The cache: an index in one file, in the folder that the system has for such things.
//!
//! ```text
//! yishi index
//! <what the program is made of, 16 hex digits>
//! <checksum of everything after it, 8 bytes>
//! <the store's folder> <communities>
//! ```

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use sha2::{Digest as _, Sha256};

use super::pack::{Bytes, Pack, pack_fields, text};
use super::{Card, Content, Folder, Index, Leaf, Packed, Seal};
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
        let digits = hash.iter().take(8).fold(String::new(), |mut digits, byte| {
            // Writing to a String does not fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        Self { file: folder.join(format!("index-{digits}")), store: store.to_path_buf() }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The name of the store's folder, with which every file of the cache begins behind its head.
    fn name(&self) -> &[u8] {
        self.store.as_os_str().as_encoded_bytes()
    }

    /// What a file of the cache holds behind its beginning; `None` for any that this very program
    /// did not write whole, with this head, for this very store.
    pub(super) fn unsealed<'b>(&self, head: &[u8], bytes: &'b [u8]) -> Option<Bytes<'b>> {
        let (sum, body) = bytes.strip_prefix(head)?.split_at_checked(size_of::<u64>())?;
        if checksum(body).to_le_bytes() != sum {
            return None;
        }
        let mut from = Bytes(body);
        let store = usize::read(&mut from).and_then(|len| from.take(len))?;
        (store == self.name()).then_some(from)
    }

    /// Writes a file of the cache: its head, and what `write` puts behind that.
    pub(super) fn put(
        &self,
        disk: &dyn Disk,
        (file, head): (&Path, &[u8]),
        write: impl FnOnce(&mut Vec<u8>),
    ) -> Result<(), DiskError> {
        let mut body = Vec::new();
        self.name().len().write(&mut body);
        body.extend_from_slice(self.name());
        write(&mut body);
        let mut bytes = head.to_vec();
        bytes.extend_from_slice(&checksum(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        if let Some(folder) = file.parent() {
            disk.create_dir_all(folder)?;
        }
        replace(disk, file, &bytes)
    }

    /// What it holds; `None` for no cache, and for any that this very program did not write whole
    /// for this very store.
    pub(super) fn read(&self, disk: &dyn Disk) -> Option<Index> {
        let bytes = disk.read(&self.file).ok()?;
        // What files hold stays where it is until it is wanted.
        let left = self.unsealed(HEAD, &bytes)?.0.len();
        let whole = Arc::new(bytes);
        let mut from = Bytes(whole.get(whole.len().checked_sub(left)?..)?);
        let mut folders = Vec::new();
        for _ in 0..usize::read(&mut from)? {
            folders.push(Arc::new(read_folder(&mut from, &whole)?));
        }
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
        let folders = &index.folders;
        self.put(disk, (&self.file, HEAD), |body| {
            folders.len().write(body);
            for folder in folders {
                write_folder(folder, body);
            }
        })?;
        index.unsaved = false;
        Ok(true)
    }
}

/// A sum that any changed byte changes: this guards against accidents only. Four sums side by side,
/// because each step of one waits for the step before.
fn checksum(bytes: &[u8]) -> u64 {
    // Multiplying by an odd number and rotating can both be undone, so two inputs that differ in
    // one word never come to the same sum.
    let mix =
        |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (blocks, rest) = bytes.as_chunks::<32>();
    let mut sums = [1, 2, 3, 4];
    for block in blocks {
        let (words, _) = block.as_chunks::<8>();
        for (sum, word) in sums.iter_mut().zip(words) {
            *sum = mix(*sum, u64::from_le_bytes(*word));
        }
    }
    let last = rest.iter().fold(bytes.len() as u64, |sum, byte| mix(sum, (*byte).into()));
    sums.into_iter().fold(last, mix)
}

pack_fields! {
    Card { name, region }
    Stamp { len, modified, marks }
}

impl Pack for [u64; 2] {
    fn write(&self, out: &mut Vec<u8>) {
        for mark in self {
            out.extend_from_slice(&mark.to_le_bytes());
        }
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

/// Writes those leaves that are [keepable](Leaf::is_keepable).
fn write_leaves<T: Content>(leaves: &[Arc<Leaf<T>>], out: &mut Vec<u8>) {
    let kept = || leaves.iter().filter(|leaf| leaf.is_keepable());
    kept().count().write(out);
    for leaf in kept() {
        text(&leaf.file, out);
        leaf.stamp.write(out);
        leaf.seal.write(out);
        if let Some(packed) = &leaf.content {
            packed.head.write(out);
            let bytes = packed.bytes();
            bytes.len().write(out);
            out.extend_from_slice(bytes);
        }
    }
}

fn read_leaves<T: Content>(
    from: &mut Bytes<'_>,
    whole: &Arc<Vec<u8>>,
) -> Option<Vec<Arc<Leaf<T>>>> {
    let count = usize::read(from)?;
    let mut leaves = Vec::with_capacity(count.min(1_024));
    for _ in 0..count {
        let file = from.text()?.into();
        let (stamp, seal) = (Stamp::read(from)?, Option::read(from)?);
        let head = T::Head::read(from)?;
        let len = usize::read(from)?;
        let start = whole.len() - from.0.len();
        from.take(len)?;
        let (bytes, range) = (Arc::clone(whole), start..start + len);
        let content = Some(Packed { head, bytes, range, unpacked: OnceLock::new() });
        leaves.push(Arc::new(Leaf { file, stamp, seal, settled: true, content, trouble: None }));
    }
    Some(leaves)
}

fn write_folder(folder: &Folder, out: &mut Vec<u8>) {
    text(folder.id.as_str(), out);
    write_leaves(folder.card.as_slice(), out);
    write_leaves(&folder.ledgers, out);
    write_leaves(&folder.sessions, out);
}

fn read_folder(from: &mut Bytes<'_>, whole: &Arc<Vec<u8>>) -> Option<Folder> {
    Some(Folder {
        id: Slug::parse(from.text()?).ok()?,
        card: read_leaves(from, whole)?.pop(),
        ledgers: read_leaves(from, whole)?,
        sessions: read_leaves(from, whole)?,
        troubles: Vec::new(),
    })
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
