//! From an entry that is saved to its frame on the room's screen: a writer appends to a real disk at
//! any moment, the screen's own thread looks after the file, the screen takes in what is new and
//! draws it, 120 columns by 40 rows, in Chinese.
//!
//! Goal: less than 300 ms, the slowest too.

mod support;

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use chrono::TimeDelta;
use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::long_meeting;
use tempfile::TempDir;
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::meeting::Meeting;
use yishi::domain::record::Line;
use yishi::store::follow::Follower;
use yishi::store::os_disk::OsDisk;
use yishi::store::writer::LogWriter;
use yishi::text::words::{Lang, Words};
use yishi::tui::room::model::{Model, News};
use yishi::tui::room::view::render;
use yishi::tui::room::watch::Watch;
use yishi::tui::stage::Told;
use yishi::tui::typeface::find::{find, usual_places};

const SCREEN: Rect = Rect { x: 0, y: 0, width: 120, height: 40 };
/// Entries that are timed.
const ENTRIES: u32 = 200;

fn main() {
    divan::main();
}

fn done<T, E: std::fmt::Display>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

/// The record of the long meeting on the disk that the program is built on, and its writer.
struct Place {
    _folder: TempDir,
    path: PathBuf,
    meeting: Meeting,
    writer: LogWriter<Event>,
}

impl Place {
    fn new() -> Self {
        let folder = done(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")));
        let path = folder.path().join("session.ron");
        let meeting = long_meeting();
        let lines = meeting.lines();
        let mut writer = done(LogWriter::create(Arc::new(OsDisk), &path, &lines[0]));
        done(writer.append(&lines[1..]));
        Self { _folder: folder, path, meeting, writer }
    }

    /// One more entry, in the record when this returns.
    fn enter(&mut self, number: usize) {
        let at = self.meeting.latest().unwrap_or_default() + TimeDelta::seconds(1);
        let note = Command::Note(format!("第 {number} 条备注"));
        let line: Line<Event> = match self.meeting.carry_out(&note, at, support::BY) {
            Ok(line) => line.clone(),
            Err(refusal) => panic!("{refusal:?}"),
        };
        done(self.writer.append(&[line]));
    }

    fn watch(&self) -> Watch {
        let (follower, _) = done(Follower::start::<Event>(&OsDisk, &self.path));
        Watch::new(Arc::new(OsDisk), follower)
    }

    /// What the screen's own thread reports from now on.
    fn followed(&self) -> Receiver<News> {
        let (sender, receiver) = channel();
        let mut watch = self.watch();
        thread::spawn(move || watch.follow(move |news| sender.send(news).is_ok()));
        receiver
    }

    /// The screen, with a font if the machine has one.
    fn screen(&self) -> Model {
        let now = self.meeting.latest().unwrap_or_default();
        let mut model = Model::new(self.meeting.clone(), Words::new(Lang::Zh), now);
        let found = find(&OsDisk, None, &usual_places());
        model.take_in(Told::News(News::Typeface(found)), now);
        model
    }
}

fn frame(model: &Model) -> Buffer {
    let mut buf = Buffer::empty(SCREEN);
    render(model, SCREEN, &mut buf);
    buf
}

/// From the moment an entry is safe to the frame that shows it.
#[divan::bench(sample_count = ENTRIES, sample_size = 1)]
fn saved_to_shown(bencher: Bencher<'_, '_>) {
    let place = RefCell::new(Place::new());
    let mut model = place.borrow().screen();
    let news = place.borrow().followed();
    frame(&model);
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 1;
            // Any moment between two looks.
            thread::sleep(Duration::from_millis(50 + (number as u64 * 37) % 101));
            place.borrow_mut().enter(number);
            number
        })
        .bench_local_values(|number| {
            let told = done(news.recv());
            assert!(matches!(told, News::Lines(_)), "{told:?}");
            let now = model.now;
            model.take_in(Told::News(told), now);
            assert_eq!(model.meeting.lines().len(), support::LINES + number);
            frame(&model)
        });
}

/// Ten looks, one of which reads: what a second costs while nothing happens.
#[divan::bench(sample_count = 300, sample_size = 10)]
fn a_second_at_rest(bencher: Bencher<'_, '_>) {
    let place = Place::new();
    let mut watch = place.watch();
    bencher.bench_local(|| (0..10).filter_map(|_| watch.look()).count());
}

/// Only the frame: what a second on the clock costs.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn frame_alone(bencher: Bencher<'_, '_>) {
    let model = Place::new().screen();
    bencher.bench_local(|| frame(&model));
}

/// The first frame in large type: its glyphs are drawn.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn first_large_frame(bencher: Bencher<'_, '_>) {
    let place = Place::new();
    bencher.with_inputs(|| place.screen()).bench_local_values(|model| frame(&model));
}

/// Finding a font and reading it, on a thread of its own in the program.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn font_found(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| find(&OsDisk, None, &usual_places()).typeface.is_some());
}
