//! The contract of [`Disk`], run on the disk in memory and on the real one.
//!
//! - Every error names the operation and the path.
//! - Files and folders are for their owner only.
//! - `create_new` never touches what is there; `rename` replaces in one step.
//! - `list` is sorted and tells files from folders; links are told, never followed.
//! - A stamp stays while nothing changes, and tells of every change.
//! - A lock is held by one guard at a time, is released with it, and leaves its file.
//!
//! What a crash leaves is tested in `store_faults.rs`.

#![expect(clippy::unwrap_used, reason = "helpers of tests may panic")]

use std::path::Path;

use yishi::store::disk::{Disk, DiskError, EntryKind, Lock, Op, replace, write_new};
use yishi::store::os_disk::OsDisk;
use yishi::store::testing::MemoryDisk;

fn on_both(test: impl Fn(&dyn Disk, &Path)) {
    let memory = MemoryDisk::new();
    memory.create_dir_all(Path::new("/root")).unwrap();
    test(&memory, Path::new("/root"));
    let folder = tempfile::tempdir().unwrap();
    test(&OsDisk, folder.path());
}

#[track_caller]
fn names<T>(result: Result<T, DiskError>, op: Op, path: &Path) -> DiskError {
    let Err(error) = result else {
        panic!("should not be possible");
    };
    assert_eq!((error.op, error.path.as_path()), (op, path));
    error
}

#[test]
fn what_is_missing_is_told_with_operation_and_path() {
    on_both(|disk, root| {
        let gone = root.join("gone");
        let inside = gone.join("file");
        assert!(names(disk.read(&gone), Op::Read, &gone).is_missing());
        assert!(names(disk.read_from(&gone, 3), Op::Read, &gone).is_missing());
        assert!(names(disk.open(&gone), Op::Open, &gone).is_missing());
        assert!(names(disk.remove(&gone), Op::Remove, &gone).is_missing());
        assert!(names(disk.list(&gone), Op::List, &gone).is_missing());
        assert!(names(disk.create_new(&inside), Op::Create, &inside).is_missing());
        assert_eq!(disk.len(&gone).unwrap(), None);
        assert_eq!(disk.look(&gone).unwrap(), None);
    });
}

#[test]
fn bytes_are_written_where_they_belong() {
    on_both(|disk, root| {
        let path = root.join("a");
        let mut file = disk.create_new(&path).unwrap();
        file.write_at(0, b"abcdef").unwrap();
        file.write_at(4, b"XYZ").unwrap();
        file.sync().unwrap();
        assert_eq!(disk.read(&path).unwrap(), b"abcdXYZ");
        assert_eq!(disk.len(&path).unwrap(), Some(7));
        assert_eq!(disk.read_from(&path, 5).unwrap(), b"YZ");
        assert_eq!(disk.read_from(&path, 7).unwrap(), b"");
        assert_eq!(disk.read_from(&path, 700).unwrap(), b"");
        file.set_len(2).unwrap();
        file.set_len(4).unwrap();
        assert_eq!(disk.read(&path).unwrap(), b"ab\0\0");
        drop(file);
        let mut file = disk.open(&path).unwrap();
        file.write_at(2, "锦".as_bytes()).unwrap();
        assert_eq!(disk.read(&path).unwrap(), "ab锦".as_bytes());
    });
}

#[test]
fn a_new_file_never_takes_another_ones_place() {
    on_both(|disk, root| {
        let path = root.join("a");
        write_new(disk, &path, b"first").unwrap();
        assert!(names(disk.create_new(&path), Op::Create, &path).is_taken());
        assert!(names(write_new(disk, &path, b"second"), Op::Create, &path).is_taken());
        assert_eq!(disk.read(&path).unwrap(), b"first");
        let folder = root.join("folder");
        disk.create_dir_all(&folder).unwrap();
        assert!(names(disk.create_new(&folder), Op::Create, &folder).is_taken());
    });
}

#[test]
fn replacing_leaves_the_new_content_and_nothing_else() {
    on_both(|disk, root| {
        let path = root.join("a");
        replace(disk, &path, b"one").unwrap();
        replace(disk, &path, b"two").unwrap();
        assert_eq!(disk.read(&path).unwrap(), b"two");
        let names: Vec<String> = disk.list(root).unwrap().into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["a"]);
    });
}

#[test]
fn folders_list_what_is_in_them_in_order() {
    on_both(|disk, root| {
        let deep = root.join("deep/er/est");
        disk.create_dir_all(&deep).unwrap();
        disk.create_dir_all(&deep).unwrap();
        for name in ["b", "a", "锦苑"] {
            drop(disk.create_new(&root.join(name)).unwrap());
        }
        let listed = disk.list(root).unwrap();
        let listed: Vec<(&str, EntryKind)> =
            listed.iter().map(|it| (it.name.as_str(), it.kind)).collect();
        let file = EntryKind::File;
        let expected = [("a", file), ("b", file), ("deep", EntryKind::Folder), ("锦苑", file)];
        assert_eq!(listed, expected);
        assert_eq!(disk.look(&deep).unwrap(), Some(EntryKind::Folder));
        assert_eq!(disk.len(&deep).unwrap(), None);
        disk.sync_dir(root).unwrap();
        // A file in the way is told.
        assert!(disk.create_dir_all(&root.join("a/b")).is_err());
    });
}

#[test]
fn an_open_file_knows_whether_it_is_still_there() {
    on_both(|disk, root| {
        let (path, other) = (root.join("a"), root.join("b"));
        let file = disk.create_new(&path).unwrap();
        assert!(file.is_still_at(&path).unwrap());
        assert!(!file.is_still_at(&other).unwrap());
        disk.rename(&path, &other).unwrap();
        assert!(!file.is_still_at(&path).unwrap());
        assert!(file.is_still_at(&other).unwrap());
        drop(disk.create_new(&path).unwrap());
        assert!(!file.is_still_at(&path).unwrap());
        disk.remove(&other).unwrap();
        assert!(!file.is_still_at(&other).unwrap());
    });
}

#[test]
fn a_lock_is_held_once_and_released_with_its_guard() {
    on_both(|disk, root| {
        let path = root.join("a.lock");
        let Lock::Held(guard) = disk.lock(&path).unwrap() else {
            panic!("nobody has it");
        };
        assert!(guard.is_still_at(&path).unwrap());
        match disk.lock(&path).unwrap() {
            Lock::Other { holder } => assert!(holder.is_some()),
            Lock::Held(_) => panic!("it is held"),
        }
        drop(guard);
        assert!(disk.len(&path).unwrap().is_some());
        assert!(matches!(disk.lock(&path).unwrap(), Lock::Held(_)));
    });
}

#[test]
fn many_files_are_read_into_the_same_memory() {
    on_both(|disk, root| {
        let (long, short, gone) = (root.join("long"), root.join("short"), root.join("gone"));
        let bytes: Vec<u8> = (0..200_000_u32).map(|at| (at % 251) as u8).collect();
        write_new(disk, &long, &bytes).unwrap();
        write_new(disk, &short, "锦".as_bytes()).unwrap();
        write_new(disk, &root.join("empty"), b"").unwrap();
        let mut memory = Vec::new();
        for (path, expected) in
            [(&long, bytes.as_slice()), (&short, "锦".as_bytes()), (&long, &bytes)]
        {
            let len = disk.read_into(path, &mut memory).unwrap();
            assert_eq!(memory.get(..len), Some(expected));
        }
        assert_eq!(disk.read_into(&root.join("empty"), &mut memory).unwrap(), 0);
        assert!(names(disk.read_into(&gone, &mut memory), Op::Read, &gone).is_missing());
    });
}

#[test]
fn a_stamp_tells_of_every_change() {
    on_both(|disk, root| {
        let (path, other, dir) = (root.join("a"), root.join("b"), root.join("dir"));
        assert_eq!(disk.stamp(&path).unwrap(), None);
        disk.create_dir_all(&dir).unwrap();
        assert_eq!(disk.stamp(&dir).unwrap(), None, "folders have none");
        write_new(disk, &path, b"one").unwrap();
        let first = disk.stamp(&path).unwrap().unwrap();
        assert_eq!(first.len, 3);
        assert_eq!(disk.stamp(&path).unwrap(), Some(first), "looking changes nothing");
        // The clock of a real file system may stand still for some milliseconds.
        let another = |known| {
            (0..1_000).any(|_| {
                let mut file = disk.open(&path).unwrap();
                file.write_at(0, b"two").unwrap();
                file.sync().unwrap();
                std::thread::sleep(std::time::Duration::from_millis(1));
                disk.stamp(&path).unwrap() != Some(known)
            })
        };
        assert!(another(first), "the same length, another content");
        // Another file in its place, of the same length.
        let second = disk.stamp(&path).unwrap().unwrap();
        write_new(disk, &other, b"two").unwrap();
        disk.rename(&other, &path).unwrap();
        assert_ne!(disk.stamp(&path).unwrap(), Some(second));
    });
}

#[test]
fn stamps_come_with_the_names_as_well() {
    on_both(|disk, root| {
        disk.create_dir_all(&root.join("deep")).unwrap();
        for name in ["b", "锦苑", "a"] {
            write_new(disk, &root.join(name), name.as_bytes()).unwrap();
        }
        let listed = disk.list_stamped(root).unwrap();
        let entries: Vec<_> = listed.iter().map(|(entry, _)| entry.clone()).collect();
        assert_eq!(entries, disk.list(root).unwrap());
        for (entry, stamp) in listed {
            assert_eq!(stamp, disk.stamp(&root.join(&entry.name)).unwrap(), "{}", entry.name);
            assert_eq!(stamp.is_some(), entry.kind == EntryKind::File);
        }
        let gone = root.join("gone");
        assert!(names(disk.list_stamped(&gone), Op::List, &gone).is_missing());
    });
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let dir = folder.path().join("communities/jinyuan");
    OsDisk.create_dir_all(&dir).unwrap();
    assert_eq!(mode(&dir), 0o700);
    assert_eq!(mode(&folder.path().join("communities")), 0o700);
    let (new, replaced, lock) = (dir.join("new"), dir.join("replaced"), dir.join("lock"));
    write_new(&OsDisk, &new, b"x").unwrap();
    replace(&OsDisk, &replaced, b"x").unwrap();
    drop(OsDisk.lock(&lock).unwrap());
    for path in [new, replaced, lock] {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn links_are_told_and_not_followed_when_listing() {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/", folder.path().join("link")).unwrap();
    let listed = OsDisk.list(folder.path()).unwrap();
    assert_eq!(listed[0].kind, EntryKind::Other);
}
