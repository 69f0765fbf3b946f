//! Where everything is.
//!
//! ```text
//! <root>/communities/<id>/community.ron
//! <root>/communities/<id>/contacts.ron
//! <root>/communities/<id>/ledger.<device>.ron
//! <root>/communities/<id>/sessions/<date>-<slug>.ron
//! <root>/communities/<id>/rules/<name>.ron
//! <root>/communities/<id>/procedures/<name>.ron
//! <root>/communities/<id>/exclusions.ron
//! <root>/templates/<name>.txt
//! <root>/rules/<name>.ron
//! <root>/procedures/<name>.ron
//! <root>/exclusions.ron
//! ```

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::session_name::SessionName;
use super::slug::Slug;

/// The name of a community's own file.
pub const COMMUNITY_FILE: &str = "community.ron";
/// The name of a community's phone numbers.
pub const CONTACTS_FILE: &str = "contacts.ron";
/// The folder of a community's sessions.
pub const SESSIONS_FOLDER: &str = "sessions";
/// The folders of rules of the floor, the store's and a community's.
pub const RULES_FOLDER: &str = "rules";
/// The folders of procedures, the store's and a community's.
pub const PROCEDURES_FOLDER: &str = "procedures";
/// The file that says what is not taken in as a topic, the store's and a community's.
pub const EXCLUSIONS_FILE: &str = "exclusions.ron";
/// What ends the names of files with rules and procedures.
pub const HANDWRITTEN_EXTENSION: &str = "ron";
/// The folder of agendas to begin with.
pub const TEMPLATES_FOLDER: &str = "templates";
/// What the names of those end with.
pub const TEMPLATE_EXTENSION: &str = "txt";

/// Paths below one root. Ids are slugs, so no path leaves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    root: PathBuf,
}

impl Layout {
    /// Everything below this folder.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder everything is below.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of agendas to begin with.
    #[must_use]
    pub fn templates(&self) -> PathBuf {
        self.root.join(TEMPLATES_FOLDER)
    }

    /// The folder of rules of the floor for every community.
    #[must_use]
    pub fn rules(&self) -> PathBuf {
        self.root.join(RULES_FOLDER)
    }

    /// The folder of a community's own rules of the floor.
    #[must_use]
    pub fn rules_of(&self, id: &Slug) -> PathBuf {
        self.community(id).join(RULES_FOLDER)
    }

    /// The folder of procedures for every community.
    #[must_use]
    pub fn procedures(&self) -> PathBuf {
        self.root.join(PROCEDURES_FOLDER)
    }

    /// The folder of a community's own procedures.
    #[must_use]
    pub fn procedures_of(&self, id: &Slug) -> PathBuf {
        self.community(id).join(PROCEDURES_FOLDER)
    }

    /// The file of exclusions for every community.
    #[must_use]
    pub fn exclusions(&self) -> PathBuf {
        self.root.join(EXCLUSIONS_FILE)
    }

    /// The file of a community's own exclusions.
    #[must_use]
    pub fn exclusions_of(&self, id: &Slug) -> PathBuf {
        self.community(id).join(EXCLUSIONS_FILE)
    }

    /// The folder of all communities.
    #[must_use]
    pub fn communities(&self) -> PathBuf {
        self.root.join("communities")
    }

    /// The folder of one community.
    #[must_use]
    pub fn community(&self, id: &Slug) -> PathBuf {
        self.communities().join(id.as_str())
    }

    /// The file that says what a community is called and how it meets.
    #[must_use]
    pub fn community_file(&self, id: &Slug) -> PathBuf {
        self.community(id).join(COMMUNITY_FILE)
    }

    /// The file of phone numbers.
    #[must_use]
    pub fn contacts_file(&self, id: &Slug) -> PathBuf {
        self.community(id).join(CONTACTS_FILE)
    }

    /// The ledger a device writes.
    #[must_use]
    pub fn ledger_file(&self, id: &Slug, device: &Slug) -> PathBuf {
        self.community(id).join(format!("ledger.{device}.ron"))
    }

    /// The folder of a community's sessions.
    #[must_use]
    pub fn sessions(&self, id: &Slug) -> PathBuf {
        self.community(id).join(SESSIONS_FOLDER)
    }

    /// The log of a session.
    #[must_use]
    pub fn session_file(&self, name: &SessionName) -> PathBuf {
        self.sessions(&name.community).join(format!("{}.ron", name.id()))
    }
}

/// The device in a ledger's file name, `ledger.<device>.ron`.
#[must_use]
pub fn ledger_device(file_name: &str) -> Option<&str> {
    file_name.strip_prefix("ledger.")?.strip_suffix(".ron").filter(|device| !device.is_empty())
}

/// The name of the user's settings, in the folder of settings.
pub const SETTINGS_FILE: &str = "settings.ron";
/// The name of the user's keys there.
pub const KEYS_FILE: &str = "keys.ron";
/// The folder of the user's themes there.
pub const THEMES_FOLDER: &str = "themes";

/// Where settings are unless somebody says otherwise; `None` when the system knows no home.
#[must_use]
pub fn settings_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "yishi").map(|dirs| dirs.config_dir().to_path_buf())
}

/// Where the store is unless somebody says otherwise; `None` when the system knows no home.
#[must_use]
pub fn default_root() -> Option<PathBuf> {
    ProjectDirs::from("", "", "yishi").map(|dirs| dirs.data_dir().to_path_buf())
}

/// Where this device keeps what is its own: never within the store, which is copied from one laptop
/// to another, nor in a profile that Windows carries to other computers.
#[must_use]
pub fn device_folder() -> Option<PathBuf> {
    let dirs = ProjectDirs::from("", "", "yishi")?;
    let folder = match dirs.state_dir() {
        Some(linux) => linux,
        None if cfg!(target_os = "macos") => dirs.preference_dir(),
        None => dirs.data_local_dir(),
    };
    Some(folder.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_has_its_place() {
        let layout = Layout::new("/s");
        let id = Slug::parse("jinyuan").unwrap();
        let name = SessionName::parse("jinyuan/2026-11-23-bins").unwrap();
        let device = Slug::parse("laptop-4a1c").unwrap();
        for (path, expected) in [
            (layout.community_file(&id), "/s/communities/jinyuan/community.ron"),
            (layout.contacts_file(&id), "/s/communities/jinyuan/contacts.ron"),
            (layout.ledger_file(&id, &device), "/s/communities/jinyuan/ledger.laptop-4a1c.ron"),
            (layout.session_file(&name), "/s/communities/jinyuan/sessions/2026-11-23-bins.ron"),
        ] {
            assert_eq!(path, Path::new(expected));
        }
    }

    #[test]
    fn a_copied_store_does_not_take_the_device_along() {
        if let (Some(store), Some(device)) = (default_root(), device_folder()) {
            assert!(!device.starts_with(&store), "{} is in the store", device.display());
        }
    }

    #[test]
    fn ledgers_are_known_by_their_name() {
        assert_eq!(ledger_device("ledger.laptop-4a1c.ron"), Some("laptop-4a1c"));
        for other in ["ledger..ron", "ledger.ron", "ledger.a.ron.lock", "community.ron"] {
            assert_eq!(ledger_device(other), None, "{other}");
        }
    }
}
