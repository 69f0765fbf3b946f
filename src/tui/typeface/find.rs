//! Finding a font with Chinese characters, in the usual places of the usual systems.
//!
//! Nobody asks a font service: it would be one more thing that can be missing. Folders are walked
//! and known names looked for, the best for a screen first. All of this runs on a thread of its own,
//! so a folder far away or a file of the wrong kind costs nothing but the large type.

use std::env;
use std::path::{Path, PathBuf};

use super::Typeface;
use crate::store::disk::{Disk, EntryKind};

/// Folders looked into.
const MOST_FOLDERS: usize = 2_000;
/// Folders above a font, counted from a usual place.
const DEEPEST: usize = 5;
/// Files that are tried before giving up.
const MOST_TRIED: usize = 8;
/// Bytes a font may have: the largest collections have some 120 million.
const LARGEST: u64 = 160 * 1024 * 1024;

/// The beginnings of the names of files with Chinese fonts, in lower case; the best for large type
/// first: without serifs, of normal weight, small files before large collections.
const KNOWN: &[&str] = &[
    "notosanssc-regular",
    "notosanscjksc-regular",
    "notosanscjk-regular",
    "sourcehansanssc-regular",
    "sourcehansanscn-regular",
    "sourcehansans-regular",
    "harmonyos_sans_sc_regular",
    "misans-regular",
    "msyh.",
    "deng.",
    "hiragino sans gb",
    "stheiti medium",
    "stheiti light",
    "pingfang",
    "wqy-microhei",
    "wqy-zenhei",
    "simhei",
    "notosanscjk",
    "notosanssc",
    "notosanshans",
    "sourcehansans",
    "droidsansfallback",
    "stxihei",
    "stheiti",
    "fandolhei",
    "fzhei",
    "simsun",
    "simfang",
    "notoserifcjk",
    "notoserifsc",
    "sourcehanserif",
    "uming",
    "ukai",
    "lxgwwenkai",
    "songti",
    "simkai",
];

/// What came of looking for a font.
#[derive(Debug, Default)]
pub struct Found {
    /// It, if there is one.
    pub typeface: Option<Typeface>,
    /// The one asked for by name, if it cannot be used.
    pub unusable: Option<String>,
}

/// Looks for a font: the one named first, then in the usual places.
///
/// A name is a path, with `#2` behind it for the third face of a collection; `off` asks for none.
#[must_use]
pub fn find(disk: &dyn Disk, named: Option<&str>, places: &[PathBuf]) -> Found {
    let mut found = Found::default();
    if let Some(name) = named.map(str::trim).filter(|name| !name.is_empty()) {
        if name.eq_ignore_ascii_case("off") {
            return found;
        }
        found.typeface = by_name(disk, name);
        if found.typeface.is_some() {
            return found;
        }
        found.unusable = Some(name.to_owned());
    }
    let known = known_below(disk, places);
    found.typeface = known.iter().take(MOST_TRIED).find_map(|path| load(disk, path, None));
    found
}

fn by_name(disk: &dyn Disk, name: &str) -> Option<Typeface> {
    let face = name.rsplit_once('#').and_then(|(path, face)| Some((path, face.parse().ok()?)));
    let numbered = face.and_then(|(path, face)| load(disk, Path::new(path), Some(face)));
    numbered.or_else(|| load(disk, Path::new(name), None))
}

fn load(disk: &dyn Disk, path: &Path, face: Option<u32>) -> Option<Typeface> {
    // A pipe of that name would be waited for in vain.
    if !matches!(disk.look(path), Ok(Some(EntryKind::File))) {
        return None;
    }
    disk.len(path).ok().flatten().filter(|len| *len <= LARGEST)?;
    Typeface::read(disk.read(path).ok()?, face).ok()
}

/// Files with known names below some folders, the best first.
fn known_below(disk: &dyn Disk, places: &[PathBuf]) -> Vec<PathBuf> {
    let mut known: Vec<(usize, PathBuf)> = Vec::new();
    let mut folders: Vec<(usize, PathBuf)> =
        places.iter().rev().map(|place| (0, place.clone())).collect();
    let mut looked_into = 0;
    while let Some((depth, folder)) = folders.pop() {
        looked_into += 1;
        if looked_into > MOST_FOLDERS {
            break;
        }
        for entry in disk.list(&folder).unwrap_or_default() {
            let path = folder.join(&entry.name);
            match entry.kind {
                EntryKind::Folder if depth < DEEPEST => folders.push((depth + 1, path)),
                EntryKind::Folder => {}
                // A link to a font is as good as the font.
                EntryKind::File | EntryKind::Other => {
                    known.extend(rank(&entry.name).map(|rank| (rank, path)));
                }
            }
        }
    }
    // What was found first stays first among its kind.
    known.sort_by_key(|(rank, _)| *rank);
    known.into_iter().map(|(_, path)| path).collect()
}

/// How good a font of this name is; none for a file that is no font for Chinese.
fn rank(name: &str) -> Option<usize> {
    let lower = name.to_lowercase();
    let (_, kind) = lower.rsplit_once('.')?;
    if !matches!(kind, "ttf" | "ttc" | "otf" | "otc") {
        return None;
    }
    KNOWN.iter().position(|known| lower.starts_with(known))
}

/// Where systems keep fonts: what belongs to the user first.
#[must_use]
pub fn usual_places() -> Vec<PathBuf> {
    let mut places = Vec::new();
    if let Some(dirs) = directories::BaseDirs::new() {
        let (home, data) = (dirs.home_dir(), dirs.data_local_dir());
        places.push(data.join("fonts"));
        places.push(home.join(".fonts"));
        places.push(home.join("Library/Fonts"));
        places.push(data.join("Microsoft/Windows/Fonts"));
    }
    let windows = env::var_os("WINDIR").or_else(|| env::var_os("SystemRoot"));
    places.extend(windows.map(|windows| PathBuf::from(windows).join("Fonts")));
    let shared = env::var_os("XDG_DATA_DIRS").unwrap_or_default();
    places
        .extend(env::split_paths(&shared).filter(|it| it.is_absolute()).map(|it| it.join("fonts")));
    places.extend(
        [
            "/usr/local/share/fonts",
            "/usr/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            "/System/Library/AssetsV2/com_apple_MobileAsset_Font7",
            "/run/current-system/sw/share/X11/fonts",
            // Windows as seen from Linux on it.
            "/mnt/c/Windows/Fonts",
        ]
        .map(PathBuf::from),
    );
    let mut seen = std::collections::HashSet::new();
    places.retain(|place| seen.insert(place.clone()));
    places
}
