//! `yishi demo`: the desk on a copy of the sample store.

use std::collections::BTreeSet;
use std::env;
use std::hash::{BuildHasher as _, RandomState};
use std::path::{Path, PathBuf};

use super::Done;
use super::args;
use super::desk;
use super::failure::Failure;
use super::output::tell;
use super::sample;
use super::setting::Setting;
use crate::domain::item::PlannedItem;
use crate::store::community::Community;
use crate::store::disk::{Disk as _, EntryKind, folder_of, write_new};
use crate::store::library::NewSession;
use crate::store::os_disk::OsDisk;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Demo) -> Result<Done, Failure> {
    let (there, live) = prepared(setting, args)?;
    let by = there.by(None)?;
    // Where the copy is helps just as much when the desk could not be opened.
    let opened = if args.tour {
        practice(&there, &by).and_then(|name| desk::guided(&there, &name, &by))
    } else {
        desk::open(&there, &live, &by, false)
    };
    let shown = there.store.layout().root().display().to_string();
    tell(&setting.words.tell(id::LEFT_DEMO, &[("path", shown.into())]));
    opened.map(|(_, done)| done)
}

/// The sample store where it is wanted, and the meeting in it that is in session.
pub fn prepared(setting: &Setting, args: &args::Demo) -> Result<(Setting, SessionName), Failure> {
    let folder = match &args.keep {
        Some(folder) => empty(folder)?,
        None => temporary()?,
    };
    let moved = write_sample(setting, &folder)?;
    Ok((setting.at(folder), moved.live))
}

/// A copy of the sample store, in a folder of its own.
pub fn copy(setting: &Setting) -> Result<Setting, Failure> {
    let folder = temporary()?;
    write_sample(setting, &folder)?;
    Ok(setting.at(folder))
}

fn write_sample(setting: &Setting, folder: &Path) -> Result<sample::Moved, Failure> {
    let device = setting.store.device()?;
    let lang = setting.words.lang();
    let moved = sample::moved(&sample::embedded(), setting.now(), device, lang)
        .ok_or_else(|| Failure::Told(setting.words.say(id::DEMO_NO_SAMPLE)))?;
    write(folder, &moved.files)?;
    Ok(moved)
}

/// A meeting to practise on, prepared in a community of its own: whoever the samples know would
/// make the names that the guide gives ambiguous.
fn practice(setting: &Setting, by: &str) -> Result<SessionName, Failure> {
    let words = &setting.words;
    let name = words.say(id::TOUR_PRACTICE_COMMUNITY);
    let community = Slug::of(&name, "practice");
    let heading = words.say(id::STORE_COMMUNITY_HEADING);
    setting.store.create_community(&community, &Community::new(&name, None), &heading)?;
    let item = |title, minutes| PlannedItem { title: words.say(title), minutes: Some(minutes) };
    let new = NewSession {
        title: words.say(id::TOUR_PRACTICE_TITLE),
        on: setting.today(),
        place: None,
        facilitator: None,
        starts: None,
        recorder: None,
        agenda: vec![item(id::TOUR_PRACTICE_FIRST, 10), item(id::TOUR_PRACTICE_SECOND, 10)],
    };
    let store = &setting.store;
    Ok(store.create_session(&community, &new, setting.now(), by)?.name)
}

/// The folder somebody named, which must be empty.
fn empty(folder: &Path) -> Result<PathBuf, Failure> {
    match OsDisk.look(folder)? {
        None => {}
        Some(EntryKind::Folder) if OsDisk.list(folder)?.is_empty() => {}
        Some(_) => return Err(Failure::NotEmpty(folder.to_path_buf())),
    }
    OsDisk.create_dir_all(folder)?;
    Ok(folder.to_path_buf())
}

/// A new folder among the temporary ones.
fn temporary() -> Result<PathBuf, Failure> {
    loop {
        // The standard library seeds this hasher from the system's entropy.
        let digits = RandomState::new().hash_one(std::process::id());
        let folder = env::temp_dir().join(format!("yishi-demo-{:08x}", digits & 0xffff_ffff));
        if OsDisk.look(&folder)?.is_none() {
            return empty(&folder);
        }
    }
}

fn write(root: &Path, files: &[sample::File]) -> Result<(), Failure> {
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| root.join(path)).collect();
    let folders: BTreeSet<&Path> = paths.iter().map(|path| folder_of(path)).collect();
    for folder in folders {
        OsDisk.create_dir_all(folder)?;
    }
    for (path, (_, bytes)) in paths.iter().zip(files) {
        write_new(&OsDisk, path, bytes)?;
    }
    Ok(())
}
