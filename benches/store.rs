//! What a line costs until it is on the medium, beside the least that the system allows.
//!
//! Goal: a durable append takes no longer than 1.2 times a bare positioned write and `fdatasync`
//! of the same bytes, and 20 µs. The disk changes its mood from second to second, so besides the
//! two figures of divan the two are measured in turn, and the medians of those pairs compared.

mod support;

use std::fs::{self, File, OpenOptions};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use support::{BY, beginning, long_meeting};
use tempfile::TempDir;
use yishi::domain::event::Event;
use yishi::domain::ids::{ItemId, OpinionId, PersonId};
use yishi::domain::opinion::Stance;
use yishi::domain::record::Line;
use yishi::store::chain::{CLOSING, Chain, encode_line, encode_log};
use yishi::store::os_disk::OsDisk;
use yishi::store::writer::LogWriter;

/// Lines in the log before anything is measured: a long evening.
const BEFORE: usize = 1_000;
/// Pairs measured in turn.
const PAIRS: usize = 2_000;
/// How many times a bare write an append may take, and what comes on top.
const FACTOR: f64 = 1.2;
const ON_TOP: Duration = Duration::from_micros(20);

fn main() {
    divan::main();
    if !std::env::args().any(|arg| arg == "--test" || arg == "--list") {
        compare();
    }
}

fn ok<T, E: std::fmt::Display>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// A folder on the disk that the program is built on; `/tmp` may be memory.
fn folder() -> TempDir {
    ok(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")))
}

fn opinion(seq: u64) -> Line<Event> {
    let said = Event::OpinionRecorded {
        opinion: OpinionId(1),
        item: ItemId(2),
        person: PersonId(3),
        stance: Some(Stance::Concern),
        text: "先公示再划线，上次就是没有公示，大家回家才看见线已经画好了".to_owned(),
    };
    Line { seq, at: beginning(), by: BY.to_owned(), events: vec![said] }
}

fn existing() -> Vec<u8> {
    let meeting = long_meeting();
    ok(encode_log(meeting.lines().get(..BEFORE).unwrap_or_default())).0
}

/// The writer of a log that is [`BEFORE`] lines long.
fn writer(folder: &Path) -> LogWriter<Event> {
    let path = folder.join("2026-11-23-十一月协商会.ron");
    ok(fs::write(&path, existing()));
    ok(LogWriter::open(Arc::new(OsDisk), &path)).0
}

/// A file of the same length, and the same bytes to write over its end.
struct Bare {
    file: File,
    end: u64,
    bytes: Vec<u8>,
    line: u64,
}

impl Bare {
    fn new(folder: &Path) -> Self {
        let path = folder.join("bare");
        let before = existing();
        ok(fs::write(&path, &before));
        let file = ok(OpenOptions::new().write(true).open(&path));
        ok(file.sync_all());
        let mut bytes = Vec::new();
        ok(encode_line(&mut bytes, &Chain::start(), &opinion(BEFORE as u64)));
        let line = bytes.len() as u64;
        bytes.extend_from_slice(CLOSING);
        let end = (before.len() - CLOSING.len()) as u64;
        Self { file, end, bytes, line }
    }

    fn append(&mut self) {
        ok(write_at(&mut self.file, black_box(&self.bytes), self.end));
        ok(self.file.sync_data());
        self.end += self.line;
    }
}

#[cfg(unix)]
fn write_at(file: &mut File, bytes: &[u8], offset: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, offset)
}

#[cfg(not(unix))]
fn write_at(file: &mut File, bytes: &[u8], offset: u64) -> std::io::Result<()> {
    use std::io::{Seek as _, SeekFrom, Write as _};
    file.seek(SeekFrom::Start(offset))?;
    file.write_all(bytes)
}

/// A write and `fdatasync`, nothing else.
#[divan::bench(sample_count = 1000, sample_size = 1)]
fn bare_write_and_sync(bencher: Bencher<'_, '_>) {
    let folder = folder();
    let mut bare = Bare::new(folder.path());
    bencher.bench_local(|| bare.append());
}

/// A line of an opinion until it is safe.
#[divan::bench(sample_count = 1000, sample_size = 1)]
fn durable_append(bencher: Bencher<'_, '_>) {
    let folder = folder();
    let mut writer = writer(folder.path());
    bencher.bench_local(|| {
        let line = opinion(writer.next_seq());
        ok(writer.append(std::slice::from_ref(&line)));
    });
}

/// Only putting a line into words and hashing it.
#[divan::bench(sample_count = 1000)]
fn encode(bencher: Bencher<'_, '_>) {
    let line = opinion(BEFORE as u64);
    bencher.bench_local(|| {
        let mut bytes = Vec::new();
        ok(encode_line(&mut bytes, &Chain::start(), black_box(&line)));
        bytes
    });
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Both in turn, so that whatever else the disk does meets both alike.
fn compare() {
    let folder = folder();
    let (mut bare, mut writer) = (Bare::new(folder.path()), writer(folder.path()));
    let timed = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let (mut bares, mut appends) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        let mut append = || {
            let line = opinion(writer.next_seq());
            ok(writer.append(std::slice::from_ref(&line)));
        };
        // Whichever comes second in a pair may gain from the first.
        if pair % 2 == 0 {
            bares.push(timed(&mut || bare.append()));
            appends.push(timed(&mut append));
        } else {
            appends.push(timed(&mut append));
            bares.push(timed(&mut || bare.append()));
        }
    }
    let (bare, append) = (median(&mut bares), median(&mut appends));
    let most = bare.mul_f64(FACTOR) + ON_TOP;
    let verdict = if append <= most { "reached" } else { "MISSED" };
    println!("{PAIRS} pairs in turn, medians: bare {bare:.1?}, append {append:.1?}");
    println!("goal {FACTOR} x bare + {ON_TOP:?} = {most:.1?}: {verdict}");
}
