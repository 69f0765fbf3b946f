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
use crate::store::disk::{Disk as _, EntryKind, folder_of, write_new};
use crate::store::os_disk::OsDisk;
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Demo) -> Result<Done, Failure> {
    let device = setting.store.device()?;
    let now = setting.now();
    let moved = sample::moved(&sample::embedded(), now, device, setting.words.lang())
        .ok_or_else(|| Failure::Told(setting.words.say(id::DEMO_NO_SAMPLE)))?;
    let folder = match &args.keep {
        Some(folder) => empty(folder)?,
        None => temporary()?,
    };
    write(&folder, &moved.files)?;
    let there = setting.at(folder.clone());
    let by = there.by(None)?;
    // Where the copy is helps just as much when the desk could not be opened.
    let opened = desk::open(&there, &moved.live, &by, false);
    let shown = folder.display().to_string();
    tell(&setting.words.tell(id::LEFT_DEMO, &[("path", shown.into())]));
    opened.map(|(_, done)| done)
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
