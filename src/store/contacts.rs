//! Phone numbers and where members live, apart from every log so that they can be forgotten without
//! breaking a chain.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::{Disk, DiskError, Lock, folder_of, replace, with_suffix};
use crate::domain::nearness::Spot;

/// The latest version of the file this program reads and writes. A file with homes in it is of
/// version 2: a program that does not know them would drop them.
const FORMAT: u32 = 2;
/// The version of a file without.
const WITHOUT_HOMES: u32 = 1;

/// Phone numbers and homes by a person's key in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Contacts")]
pub struct Contacts {
    /// Version of the file.
    pub format: u32,
    /// Numbers by key.
    #[serde(default)]
    pub phones: BTreeMap<String, String>,
    /// Where members live, by key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub homes: BTreeMap<String, Spot>,
}

impl Default for Contacts {
    fn default() -> Self {
        Self { format: WITHOUT_HOMES, phones: BTreeMap::new(), homes: BTreeMap::new() }
    }
}

/// Why contacts cannot be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum ContactsError {
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The file is not what this program writes.
    #[error("{}:{line}:{column}: {detail}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser said, in English.
        detail: String,
    },
    /// A newer version of the program wrote it.
    #[error("{} was written by a newer version", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// Another program is changing it this very moment.
    #[error("{} is being changed by another program", path.display())]
    Locked {
        /// The file.
        path: PathBuf,
    },
}

/// Reads contacts; none where there is no file.
pub fn read(disk: &dyn Disk, path: &Path) -> Result<Contacts, ContactsError> {
    let bytes = match disk.read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Ok(Contacts::default()),
        Err(error) => return Err(error.into()),
    };
    let contacts: Contacts =
        ron::de::from_bytes(&bytes).map_err(|error| ContactsError::Unreadable {
            path: path.to_path_buf(),
            line: error.span.start.line,
            column: error.span.start.col,
            detail: error.code.to_string(),
        })?;
    if contacts.format > FORMAT {
        return Err(ContactsError::Newer { path: path.to_path_buf() });
    }
    Ok(contacts)
}

/// Changes contacts: reads them under a lock, and replaces the file in one step.
///
/// # Crash
/// The file has the old or the new contacts, whole.
pub fn change(
    disk: &dyn Disk,
    path: &Path,
    change: impl FnOnce(&mut Contacts),
) -> Result<(), ContactsError> {
    disk.create_dir_all(folder_of(path))?;
    let Lock::Held(_lock) = disk.lock(&with_suffix(path, ".lock"))? else {
        return Err(ContactsError::Locked { path: path.to_path_buf() });
    };
    let before = read(disk, path)?;
    let mut contacts = before.clone();
    change(&mut contacts);
    contacts.format = if contacts.homes.is_empty() { WITHOUT_HOMES } else { FORMAT };
    if contacts == before {
        return Ok(());
    }
    let pretty = ron::ser::PrettyConfig::new().new_line("\n");
    let text = ron::ser::to_string_pretty(&contacts, pretty).map_err(|error| {
        ContactsError::Unreadable {
            path: path.to_path_buf(),
            line: 1,
            column: 1,
            detail: error.to_string(),
        }
    })?;
    Ok(replace(disk, path, format!("{text}\n").as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::MemoryDisk;

    #[test]
    fn numbers_are_kept_and_forgotten() {
        let disk = MemoryDisk::new();
        let path = Path::new("/c/contacts.ron");
        assert_eq!(read(&disk, path).unwrap(), Contacts::default());
        change(&disk, path, |it| {
            it.phones.insert("wang".to_owned(), "13800000000".to_owned());
        })
        .unwrap();
        assert_eq!(read(&disk, path).unwrap().phones["wang"], "13800000000");
        change(&disk, path, |it| {
            it.phones.remove("wang");
        })
        .unwrap();
        let text = String::from_utf8(disk.read(path).unwrap()).unwrap();
        assert!(!text.contains("138"), "{text}");
    }

    #[test]
    fn homes_make_a_file_that_older_programs_leave_alone() {
        let disk = MemoryDisk::new();
        let path = Path::new("/c/contacts.ron");
        let home = Spot { lat: 26_647_600, lon: 106_630_200 };
        change(&disk, path, |it| {
            it.homes.insert("wang".to_owned(), home);
        })
        .unwrap();
        assert_eq!(read(&disk, path).unwrap().homes["wang"], home);
        let text = || String::from_utf8(disk.read(path).unwrap()).unwrap();
        assert!(text().contains("format: 2"), "{}", text());
        change(&disk, path, |it| it.homes.clear()).unwrap();
        assert!(text().contains("format: 1") && !text().contains("homes"), "{}", text());
    }

    #[test]
    fn a_file_that_is_not_understood_is_not_overwritten() {
        let disk = MemoryDisk::new();
        let path = Path::new("/c/contacts.ron");
        for (text, line) in [("(format:1,\nphones:{oops", Some(2)), ("(format:3)", None)] {
            disk.put(path, text.as_bytes());
            let error = change(&disk, path, |it| it.phones.clear()).unwrap_err();
            match (error, line) {
                (ContactsError::Unreadable { line, .. }, Some(expected)) => {
                    assert_eq!(line, expected);
                }
                (ContactsError::Newer { .. }, None) => {}
                (other, _) => panic!("{other:?}"),
            }
            assert_eq!(disk.read(path).unwrap(), text.as_bytes());
        }
    }
}
