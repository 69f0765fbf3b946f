//! The name of this device, which writes its own ledger and the sessions it began.
//!
//! It is kept outside the store, because stores are copied between laptops, and made on first need.

use std::hash::{BuildHasher as _, RandomState};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::disk::{Disk, DiskError, Lock, LockGuard, folder_of, replace, with_suffix};
use super::slug::Slug;

/// The file the name is kept in.
pub const FILE_NAME: &str = "device";

/// What a device is called whose host has no name that could be used.
const NAMELESS: &str = "laptop";

/// Most characters taken from a host's name.
const HOST_LEN: usize = 30;

/// How often another program that makes a name is waited for, and how long each time.
const TRIES: usize = 50;
const PAUSE: Duration = Duration::from_millis(10);

/// Where a device's name comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The name somebody gave by `YISHI_DEVICE`; goes before everything else.
    pub given: Option<String>,
    /// The folder in which the name is kept.
    pub folder: Option<PathBuf>,
    /// What the system calls this computer.
    pub host: Option<String>,
}

/// Why this device has no name.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// The system knows no folder where it could be kept.
    #[error("no folder to keep this device's name in")]
    NoFolder,
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

/// The name of this device, made and kept if it has none yet. Safe as part of a file's name.
pub fn name(disk: &dyn Disk, origin: &Origin) -> Result<Slug, DeviceError> {
    if let Some(given) = origin.given.as_deref().map(str::trim).filter(|it| !it.is_empty()) {
        return Ok(Slug::of(given, NAMELESS));
    }
    let path = origin.folder.as_deref().ok_or(DeviceError::NoFolder)?.join(FILE_NAME);
    if let Some(kept) = kept(disk, &path)? {
        return Ok(kept);
    }
    disk.create_dir_all(folder_of(&path))?;
    let _alone = lock_patiently(disk, &with_suffix(&path, ".lock"))?;
    // Another program may have been a moment earlier.
    if let Some(kept) = kept(disk, &path)? {
        return Ok(kept);
    }
    let made = made_up(origin.host.as_deref());
    replace(disk, &path, format!("{made}\n").as_bytes())?;
    Ok(made)
}

/// The name that was kept, if there is one. A file without a name is what an editor or a power cut
/// left: nobody was ever called by it, so a name can be made as if it were not there.
fn kept(disk: &dyn Disk, path: &Path) -> Result<Option<Slug>, DiskError> {
    let bytes = match disk.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Ok(None),
        Err(error) => return Err(error),
    };
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\0'));
    Ok((!text.is_empty()).then(|| Slug::of(text, NAMELESS)))
}

/// Keeps other programs from making another name at the same moment. One that holds the lock for
/// longer than making a name can take is not waited for.
fn lock_patiently(disk: &dyn Disk, path: &Path) -> Result<Option<Box<dyn LockGuard>>, DiskError> {
    for _ in 0..TRIES {
        match disk.lock(path)? {
            Lock::Held(guard) => return Ok(Some(guard)),
            Lock::Other { .. } => thread::sleep(PAUSE),
        }
    }
    Ok(None)
}

/// The host's name and four hex digits, because hosts are often called alike.
fn made_up(host: Option<&str>) -> Slug {
    // The standard library seeds this hasher from the system's entropy.
    let digits = RandomState::new().hash_one((std::process::id(), std::time::SystemTime::now()));
    let mut host = Slug::of(host.unwrap_or_default(), NAMELESS).to_string();
    host.truncate(HOST_LEN);
    Slug::of(&format!("{}-{:04x}", host.trim_end_matches('-'), digits & 0xffff), NAMELESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::{Fault, FaultKind, FaultyDisk, Keep, MemoryDisk};

    fn origin(host: &str) -> Origin {
        Origin { given: None, folder: Some("/local/yishi".into()), host: Some(host.to_owned()) }
    }

    #[test]
    fn a_name_is_made_once_and_kept() {
        let disk = MemoryDisk::new();
        let made = name(&disk, &origin("Recorder's PC")).unwrap();
        let (host, digits) = made.as_str().rsplit_once('-').unwrap();
        assert_eq!(host, "recorders-pc");
        assert!(digits.len() == 4 && digits.chars().all(|c| c.is_ascii_hexdigit()), "{made}");
        assert_eq!(name(&disk, &origin("renamed")).unwrap(), made);
        assert_eq!(
            disk.crash(0, 0).read(Path::new("/local/yishi/device")).unwrap(),
            format!("{made}\n").as_bytes()
        );
    }

    #[test]
    fn hosts_of_one_name_get_different_names() {
        let names: std::collections::BTreeSet<Slug> =
            (0..8).map(|_| name(&MemoryDisk::new(), &origin("pc")).unwrap()).collect();
        assert!(names.len() > 1, "{names:?}");
    }

    #[test]
    fn whatever_the_host_is_called_the_name_is_safe() {
        for host in ["李敏的电脑", "../../x", "", "con", &"a".repeat(300), "A.B_c"] {
            let made = name(&MemoryDisk::new(), &origin(host)).unwrap();
            assert!(Slug::parse(made.as_str()).is_ok(), "{host}: {made}");
        }
    }

    #[test]
    fn a_given_name_goes_first_and_touches_no_file() {
        let disk = MemoryDisk::new();
        let given = Origin { given: Some(" Hall PC ".to_owned()), ..origin("pc") };
        assert_eq!(name(&disk, &given).unwrap().as_str(), "hall-pc");
        assert_eq!(disk.look(Path::new("/local")).unwrap(), None);
    }

    #[test]
    fn a_file_without_a_name_gets_one() {
        for left in [&b""[..], b" \n", b"\xef\xbb\xbf\r\n", &[0; 14]] {
            let disk = MemoryDisk::new();
            disk.put(Path::new("/local/yishi/device"), left);
            let made = name(&disk, &origin("pc")).unwrap();
            assert!(made.as_str().starts_with("pc-"), "{left:?}: {made}");
            assert_eq!(name(&disk, &origin("pc")).unwrap(), made, "{left:?}");
        }
    }

    #[test]
    fn killed_at_any_call_it_still_gets_a_name_and_keeps_one_it_was_told() {
        for at in 0.. {
            let disk = MemoryDisk::new();
            let faulty = FaultyDisk::over(&disk);
            faulty.set(Fault { at, times: usize::MAX, kind: FaultKind::Kill });
            let told = name(&faulty, &origin("pc"));
            for keep in [Keep::All, Keep::Nothing] {
                let later = name(&disk.crash_keeping(|_, _| keep), &origin("pc")).unwrap();
                if let Ok(told) = &told {
                    assert_eq!(told, &later, "call {at}");
                }
            }
            if told.is_ok() {
                assert!(at > 5, "making a name takes more calls than {at}");
                break;
            }
        }
    }

    #[test]
    fn without_a_folder_there_is_no_name() {
        let nowhere = Origin { folder: None, ..origin("pc") };
        assert!(matches!(name(&MemoryDisk::new(), &nowhere), Err(DeviceError::NoFolder)));
    }
}
