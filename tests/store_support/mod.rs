//! A small kind of event, and lines of it, for the tests of `store`.
#![allow(dead_code, reason = "each test crate uses its own part")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use yishi::domain::record::Line;
use yishi::store::chain::Event;
use yishi::store::disk::Disk;

/// What this version of the tests understands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    Created { format: u32, title: String },
    Opened,
    Said { who: String, text: String },
    Counted(u32, Option<String>),
}

impl Event for Note {
    fn is_from_newer_version(&self) -> bool {
        matches!(self, Self::Created { format, .. } if *format > 1)
    }
}

/// What a later version might write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaterNote {
    Created { format: u32, title: String },
    Opened,
    Sung { tune: Vec<u8>, loud: bool },
}

impl Event for LaterNote {}

pub fn line_of<E>(seq: u64, by: &str, events: Vec<E>) -> Line<E> {
    let at = format!("2026-11-23T19:{:02}:{:02}+08:00", (seq / 60) % 60, seq % 60);
    Line { seq, at: at.parse().unwrap(), by: by.to_owned(), events }
}

pub fn first() -> Line<Note> {
    let title = "锦苑社区 十一月协商会".to_owned();
    line_of(0, "李敏", vec![Note::Created { format: 1, title }])
}

pub fn said(seq: u64) -> Line<Note> {
    let texts =
        ["停车位应先给老人", "先公示，再划线", "费用“谁”出？\n第二行", "夜间共享 (单位) 车位 // ]"];
    let text = format!("{} №{seq}", texts[usize::try_from(seq).unwrap() % texts.len()]);
    let said = Note::Said { who: "王小明".to_owned(), text };
    line_of(seq, "李敏", vec![said, Note::Counted(u32::try_from(seq).unwrap(), None)])
}

/// The first line and as many more as asked for.
pub fn lines(count: u64) -> Vec<Line<Note>> {
    let mut lines = vec![first()];
    lines.extend((1..count).map(said));
    lines
}

pub fn folder() -> PathBuf {
    PathBuf::from("/data/锦苑/sessions")
}

pub fn log_path() -> PathBuf {
    folder().join("2026-11-23-十一月.ron")
}

pub fn torn_files(disk: &dyn Disk, log: &Path) -> Vec<PathBuf> {
    let dir = log.parent().unwrap();
    let start = format!("{}.torn-", log.file_name().unwrap().to_str().unwrap());
    let entries = disk.list(dir).unwrap();
    let torn = entries.into_iter().filter(|entry| entry.name.starts_with(&start));
    torn.map(|entry| dir.join(entry.name)).collect()
}

pub fn shared(disk: impl Disk + 'static) -> Arc<dyn Disk> {
    Arc::new(disk)
}
