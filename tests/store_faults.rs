//! Cuts, flipped bytes, failing and killed calls: what was reported saved is always there, and
//! nothing is there that was never given.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod store_support;

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use store_support::{
    LaterNote, Note, first, folder, line_of, lines, log_path, said, shared, torn_files,
};
use yishi::domain::record::Line;
use yishi::store::chain::encode_log;
use yishi::store::disk::Disk;
use yishi::store::log::{ReadError, Tail, read_log, read_log_so_far};
use yishi::store::testing::{Fault, FaultKind, FaultyDisk, Keep, MemoryDisk, Unsynced};
use yishi::store::writer::{LogError, LogWriter};

type Writer = LogWriter<Note>;

/// Ends of the whole lines of a log, by its grammar: a record's line begins with `(`.
fn line_ends(bytes: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        at += line.len();
        if line.starts_with(b"(") && line.ends_with(b"\n") {
            ends.push(at);
        }
    }
    ends
}

#[test]
fn cut_at_every_byte_keeps_exactly_the_whole_lines() {
    let given = lines(5);
    let (bytes, _) = encode_log(&given).unwrap();
    let ends = line_ends(&bytes);
    assert_eq!(ends.len(), 5);
    for cut in 0..=bytes.len() {
        let disk = MemoryDisk::new();
        disk.put(&log_path(), &bytes[..cut]);
        let whole = ends.iter().filter(|&&end| end <= cut).count();
        let opened = Writer::open(shared(disk.clone()), &log_path());
        if whole == 0 {
            let empty = matches!(opened, Err(LogError::Read { source: ReadError::Empty, .. }));
            assert!(empty, "cut at {cut}");
            assert_eq!(disk.read(&log_path()).unwrap(), &bytes[..cut], "cut at {cut}");
            continue;
        }
        let (mut writer, log, set_aside) = opened.unwrap();
        assert_eq!(log.lines, given[..whole], "cut at {cut}");
        let torn = &bytes[ends[whole - 1]..cut];
        if b"]\n".starts_with(torn) {
            assert_eq!(set_aside, None, "cut at {cut}");
        } else {
            let set_aside = set_aside.unwrap();
            assert_eq!(disk.read(&set_aside.path).unwrap(), torn, "cut at {cut}");
            assert_eq!(set_aside.bytes_len, torn.len() as u64);
        }
        let next = said(whole as u64);
        writer.append(std::slice::from_ref(&next)).unwrap();
        drop(writer);
        let after = disk.crash(0, 0);
        let log = read_log::<Note>(&after.read(&log_path()).unwrap()).unwrap();
        assert_eq!(log.lines, [&given[..whole], &[next]].concat(), "cut at {cut}");
        assert_eq!(log.tail, Tail::Whole);
    }
}

#[test]
fn every_flipped_byte_is_noticed() {
    let given = lines(4);
    let (bytes, _) = encode_log(&given).unwrap();
    let ends = line_ends(&bytes);
    for at in 0..bytes.len() {
        for flip in [0x01, 0x02, 0x10, 0x20, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            match read_log::<Note>(&changed) {
                Err(_) => {}
                Ok(log) => {
                    let whole = ends.iter().filter(|&&end| end <= at).count();
                    assert_eq!(log.lines, given[..whole], "byte {at} ^ {flip:#x}");
                    assert!(matches!(log.tail, Tail::Torn { .. }), "byte {at} ^ {flip:#x}");
                    // A line break that is gone makes one torn line of the last two.
                    let broken = usize::from(at + 1 == ends[2]);
                    assert!(whole >= 3 - broken, "before the last line: {at}");
                    let disk = MemoryDisk::new();
                    disk.put(&log_path(), &changed);
                    let opened = Writer::open(shared(disk.clone()), &log_path()).unwrap();
                    if let (_, _, Some(set_aside)) = opened {
                        let kept = disk.read(&set_aside.path).unwrap();
                        assert_eq!(kept, &changed[ends[whole - 1]..]);
                    }
                }
            }
        }
    }
}

#[test]
fn lines_taken_out_doubled_or_swapped_are_noticed() {
    let (bytes, _) = encode_log(&lines(5)).unwrap();
    let text: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
    let without_third = [&text[..3], &text[4..]].concat().concat();
    let doubled = [&text[..4], &text[3..]].concat().concat();
    let swapped = [text[0], text[1], text[3], text[2], text[4], text[5], text[6]].concat();
    for changed in [without_third, doubled, swapped] {
        let error = read_log::<Note>(&changed).unwrap_err();
        assert!(matches!(error, ReadError::Damaged { .. }), "{error:?}");
    }
    let closed_twice = [&bytes[..], b"]\n"].concat();
    assert!(matches!(read_log::<Note>(&closed_twice), Err(ReadError::Damaged { line: 8, .. })));
}

#[test]
fn a_newer_version_is_told_from_damage_and_nothing_is_changed() {
    let title = "协商".to_owned();
    let known = LaterNote::Created { format: 1, title: title.clone() };
    let sung = LaterNote::Sung { tune: vec![1, 2], loud: true };
    let later =
        [line_of(0, "李敏", vec![known]), line_of(1, "李敏", vec![LaterNote::Opened, sung])];
    let (unknown_event, _) = encode_log(&later).unwrap();
    let (later_format, _) =
        encode_log(&[line_of(0, "李敏", vec![Note::Created { format: 2, title }])]).unwrap();
    for (bytes, line, readable) in [(unknown_event, 3, 1), (later_format, 2, 0)] {
        let disk = MemoryDisk::new();
        disk.put(&log_path(), &bytes);
        let (log, stop) = read_log_so_far::<Note>(&bytes);
        assert_eq!((log.lines.len(), stop), (readable, Some(ReadError::Newer { line })));
        let error = Writer::open(shared(disk.clone()), &log_path()).unwrap_err();
        let newer = ReadError::Newer { line };
        assert!(matches!(error, LogError::Read { source, .. } if source == newer));
        assert_eq!(disk.read(&log_path()).unwrap(), bytes);
    }
}

/// What a write that was cut short left.
const TORN: &str = "(seq:7,at:\"2026-11-23T19";

/// What a scripted run was told.
#[derive(Default, Debug, Clone)]
struct Told {
    /// Lines whose saving was reported.
    saved: Vec<Line<Note>>,
    /// Lines ever given to a writer, in order.
    given: Vec<Line<Note>>,
}

/// Creates a log, appends six lines one by one and in pairs, opens it again with torn bytes at its
/// end, appends once more. Goes on after errors as the saving thread does: by giving the same lines
/// again, at most `tries` times.
fn scripted_run(
    disk: &Arc<dyn Disk>,
    memory: &MemoryDisk,
    tries: usize,
    told: &mut Told,
) -> Option<()> {
    let path = log_path();
    let again = |act: &mut dyn FnMut() -> bool| (0..tries).any(|_| act()).then_some(());
    let mut writer = None;
    told.given.push(first());
    again(&mut || {
        let made = disk.create_dir_all(&folder()).is_ok();
        writer = made.then(|| Writer::create(disk.clone(), &path, &first()).ok()).flatten();
        writer.is_some()
    })?;
    let mut writer = writer?;
    told.saved.push(first());
    for batch in [&[1_u64][..], &[2, 3], &[4], &[5, 6]] {
        let batch: Vec<_> = batch.iter().map(|&seq| said(seq)).collect();
        told.given.extend(batch.iter().cloned());
        again(&mut || writer.append(&batch).is_ok())?;
        told.saved.extend(batch);
    }
    drop(writer);
    let mut torn = memory.read(&path).ok()?;
    torn.truncate(torn.len() - 2);
    torn.extend_from_slice(TORN.as_bytes());
    memory.put(&path, &torn);
    let mut opened = None;
    again(&mut || {
        opened = Writer::open(disk.clone(), &path).ok();
        opened.is_some()
    })?;
    let (mut writer, log, set_aside) = opened?;
    assert_eq!(log.lines, told.saved);
    // After a failed try the torn end may already be mended; it is beside the log either way.
    if let Some(set_aside) = set_aside {
        assert_eq!(set_aside.bytes_len, TORN.len() as u64);
    }
    let torn = torn_files(memory, &path);
    let mut torn = torn.iter().map(|file| memory.read(file).unwrap());
    assert!(torn.any(|kept| kept == TORN.as_bytes()));
    told.given.push(said(7));
    again(&mut || writer.append(&[said(7)]).is_ok())?;
    told.saved.push(said(7));
    Some(())
}

/// Everything saved is there, in the bytes that the rules prescribe; nothing else but lines given.
fn verify(disk: &MemoryDisk, told: &Told, context: &str) {
    let path = log_path();
    if disk.len(&path).unwrap().is_none() {
        assert!(told.saved.is_empty(), "{context}: the log is missing");
        return;
    }
    let (mut writer, log, _) = Writer::open(shared(disk.clone()), &path)
        .unwrap_or_else(|error| panic!("{context}: {error}"));
    assert!(log.lines.len() >= told.saved.len(), "{context}: saved lines are missing");
    assert!(log.lines.len() <= told.given.len(), "{context}: more lines than were given");
    assert_eq!(log.lines, told.given[..log.lines.len()], "{context}");
    let (expected, _) = encode_log(&told.given[..log.lines.len()]).unwrap();
    assert_eq!(disk.read(&path).unwrap(), expected, "{context}");
    let next = said(log.lines.len() as u64);
    writer.append(std::slice::from_ref(&next)).unwrap();
    drop(writer);
    let again = read_log::<Note>(&disk.crash(0, 0).read(&path).unwrap()).unwrap();
    assert_eq!(again.lines.last(), Some(&next), "{context}");
}

fn calls_of_a_run() -> usize {
    let memory = MemoryDisk::new();
    let faulty = FaultyDisk::over(&memory);
    let mut told = Told::default();
    scripted_run(&shared(faulty.clone()), &memory, 1, &mut told).unwrap();
    assert_eq!(told.saved.len(), 8);
    faulty.calls()
}

/// What a crash may leave of the changes that were not synced.
fn crashes(memory: &MemoryDisk) -> Vec<(String, MemoryDisk)> {
    let unsynced = memory.unsynced();
    let mut after =
        vec![("as if still running".to_owned(), memory.crash_keeping(|_, _| Keep::All))];
    for (whole, change) in unsynced.iter().enumerate() {
        let len = match *change {
            Unsynced::Write { len } => len,
            Unsynced::Length | Unsynced::Name => 0,
        };
        for part in 0..=len {
            after.push((format!("{whole} changes, {part} bytes"), memory.crash(whole, part)));
        }
    }
    let only = |wanted: fn(Unsynced) -> bool| {
        move |_: usize, kind| {
            if wanted(kind) { Keep::All } else { Keep::Nothing }
        }
    };
    let names = memory.crash_keeping(only(|kind| kind == Unsynced::Name));
    let contents = memory.crash_keeping(only(|kind| kind != Unsynced::Name));
    after.push(("names only".to_owned(), names));
    after.push(("contents only".to_owned(), contents));
    after
}

#[test]
fn killed_at_every_call_loses_nothing_saved() {
    let mut checked = 0;
    for at in 0..=calls_of_a_run() {
        let memory = MemoryDisk::new();
        let faulty = FaultyDisk::over(&memory);
        faulty.set(Fault { at, times: usize::MAX, kind: FaultKind::Kill });
        let mut told = Told::default();
        scripted_run(&shared(faulty), &memory, 1, &mut told);
        for (what, disk) in crashes(&memory) {
            verify(&disk, &told, &format!("killed at call {at}, then {what}"));
            checked += 1;
        }
    }
    assert!(checked > 500, "only {checked} crashes");
}

#[test]
fn killed_then_started_again_then_power_cut_loses_nothing_saved() {
    for at in 0..=calls_of_a_run() {
        let memory = MemoryDisk::new();
        let faulty = FaultyDisk::over(&memory);
        faulty.set(Fault { at, times: usize::MAX, kind: FaultKind::Kill });
        let mut told = Told::default();
        scripted_run(&shared(faulty), &memory, 1, &mut told);
        // The program died, the system did not: what was not synced is still to be seen.
        if let Ok((mut writer, log, _)) = Writer::open(shared(memory.clone()), &log_path()) {
            told.saved = log.lines;
            let next = said(told.saved.len() as u64);
            writer.append(std::slice::from_ref(&next)).unwrap();
            told.saved.push(next);
            told.given = told.saved.clone();
        }
        verify(&memory.crash(0, 0), &told, &format!("killed at call {at}, started again"));
    }
}

#[test]
fn failed_at_every_call_loses_nothing_after_a_retry() {
    let mut kinds =
        vec![FaultKind::Error(ErrorKind::Other), FaultKind::Error(ErrorKind::StorageFull)];
    for len in [0, 1, 2, 7, 60, 150, 200, 100_000] {
        kinds.push(FaultKind::Partial(len, ErrorKind::StorageFull));
        kinds.push(FaultKind::Partial(len, ErrorKind::Other));
    }
    for at in 0..calls_of_a_run() {
        for times in [1, 2, 3] {
            for &kind in &kinds {
                let context = format!("{kind:?} at call {at}, {times} times");
                let memory = MemoryDisk::new();
                let faulty = FaultyDisk::over(&memory);
                faulty.set(Fault { at, times, kind });
                let mut told = Told::default();
                let done = scripted_run(&shared(faulty), &memory, 5, &mut told);
                assert!(done.is_some(), "{context}: {told:?}");
                verify(&memory.crash(0, 0), &told, &context);
            }
        }
    }
}

#[test]
fn failed_once_and_given_up_keeps_what_was_saved() {
    for at in 0..calls_of_a_run() {
        for kind in [
            FaultKind::Error(ErrorKind::Other),
            FaultKind::Partial(40, ErrorKind::StorageFull),
            FaultKind::Partial(170, ErrorKind::StorageFull),
        ] {
            let memory = MemoryDisk::new();
            let faulty = FaultyDisk::over(&memory);
            faulty.set(Fault { at, times: usize::MAX, kind });
            let mut told = Told::default();
            scripted_run(&shared(faulty), &memory, 2, &mut told);
            for (what, disk) in crashes(&memory) {
                verify(&disk, &told, &format!("{kind:?} from call {at} on, then {what}"));
            }
        }
    }
}

#[test]
fn a_retry_with_fewer_or_more_lines_leaves_no_left_overs() {
    for part in [3, 150, 400, 100_000] {
        for retry in [1_u64, 2, 3, 5] {
            let memory = MemoryDisk::new();
            let faulty = FaultyDisk::over(&memory);
            let disk = shared(faulty.clone());
            let mut writer = Writer::create(disk, &log_path(), &first()).unwrap();
            let kind = FaultKind::Partial(part, ErrorKind::StorageFull);
            faulty.set(Fault { at: 0, times: 1, kind });
            writer.append(&[said(1), said(2), said(3)]).unwrap_err();
            let batch: Vec<_> = (1..=retry).map(said).collect();
            writer.append(&batch).unwrap();
            let bytes = memory.crash(0, 0).read(&log_path()).unwrap();
            assert_eq!(bytes, encode_log(&lines(retry + 1)).unwrap().0, "{part} {retry}");
        }
    }
}

fn writer_with(memory: &MemoryDisk, count: u64) -> Writer {
    let disk = shared(memory.clone());
    let mut writer = Writer::create(disk, &log_path(), &first()).unwrap();
    writer.append(&lines(count)[1..]).unwrap();
    writer
}

#[test]
fn a_deleted_or_replaced_file_is_noticed_and_a_move_saves_all() {
    let elsewhere = Path::new("/stick/2026-11-23-十一月.ron");
    let foreign = encode_log(&[line_of(0, "别人", vec![Note::Opened])]).unwrap().0;
    for replaced in [false, true] {
        let memory = MemoryDisk::new();
        let mut writer = writer_with(&memory, 3);
        memory.remove(&log_path()).unwrap();
        if replaced {
            memory.put(&log_path(), &foreign);
        }
        let error = writer.append(&[said(3)]).unwrap_err();
        assert!(matches!(error, LogError::Gone { .. }), "{error}");
        let error = writer.append(&[said(3)]).unwrap_err();
        assert_eq!(matches!(error, LogError::Replaced { .. }), replaced, "{error}");
        writer.move_to(elsewhere, &[said(3)]).unwrap();
        writer.append(&[said(4)]).unwrap();
        let after = memory.crash(0, 0);
        assert_eq!(after.read(elsewhere).unwrap(), encode_log(&lines(5)).unwrap().0);
        if replaced {
            assert_eq!(memory.read(&log_path()).unwrap(), foreign);
        }
    }
}

#[test]
fn a_stick_plugged_in_again_is_taken_up_again() {
    let memory = MemoryDisk::new();
    let mut writer = writer_with(&memory, 3);
    let on_the_stick = memory.crash(0, 0).read(&log_path()).unwrap();
    memory.remove(&log_path()).unwrap();
    memory.remove(&yishi::store::writer::lock_path(&log_path())).unwrap();
    writer.append(&[said(3)]).unwrap_err();
    memory.put(&log_path(), &on_the_stick);
    writer.append(&[said(3), said(4)]).unwrap();
    assert_eq!(memory.crash(0, 0).read(&log_path()).unwrap(), encode_log(&lines(5)).unwrap().0);
}

#[test]
fn a_longer_copy_put_in_the_place_of_the_log_is_never_cut() {
    let memory = MemoryDisk::new();
    let mut writer = writer_with(&memory, 3);
    let mut other = lines(3);
    other.push(line_of(3, "别人", vec![Note::Opened]));
    let longer = encode_log(&other).unwrap().0;
    memory.remove(&log_path()).unwrap();
    memory.put(&log_path(), &longer);
    for _ in 0..2 {
        writer.append(&[said(3)]).unwrap_err();
    }
    assert_eq!(memory.read(&log_path()).unwrap(), longer);
}
