//! Opening a long meeting, and working at its end.
//!
//! Goal: a meeting of 5,000 lines goes from the bytes of its file to a [`Meeting`] in less than
//! 10 ms, hashes checked.

mod support;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use support::{BY, LINES, long_file, long_meeting};
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::meeting::Meeting;
use yishi::store::log::{ReadLog, read_log};

fn main() {
    divan::main();
}

fn read(bytes: &[u8]) -> ReadLog<Event> {
    match read_log(bytes) {
        Ok(log) => log,
        Err(error) => panic!("{error}"),
    }
}

/// From the bytes of the file to the meeting.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn file_to_meeting(bencher: Bencher<'_, '_>) {
    let bytes = long_file();
    bencher.counter(ItemsCount::new(LINES)).bench_local(|| Meeting::replay(read(&bytes).lines));
}

/// Only the lines: hashes followed, RON decoded.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn file_to_lines(bencher: Bencher<'_, '_>) {
    let bytes = long_file();
    bencher.counter(ItemsCount::new(LINES)).bench_local(|| read(&bytes));
}

/// Only the playing of lines that were read before.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn lines_to_meeting(bencher: Bencher<'_, '_>) {
    let lines = read(&long_file()).lines;
    bencher
        .counter(ItemsCount::new(LINES))
        .with_inputs(|| lines.clone())
        .bench_local_values(Meeting::replay);
}

/// Undo of the last line, its own line included.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn undo(bencher: Bencher<'_, '_>) {
    let meeting = long_meeting();
    one_more(bencher, &meeting, &Command::Undo);
}

/// One more opinion.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn one_more_command(bencher: Bencher<'_, '_>) {
    let meeting = long_meeting();
    let text = "先公示再划线".to_owned();
    one_more(bencher, &meeting, &Command::RecordOpinion { who: None, stance: None, text });
}

fn one_more(bencher: Bencher<'_, '_>, meeting: &Meeting, command: &Command) {
    let Some(at) = meeting.latest() else { panic!("the meeting has lines") };
    bencher.with_inputs(|| meeting.clone()).bench_local_refs(|meeting| {
        let taken = meeting.carry_out(black_box(command), at, BY).is_ok();
        assert!(taken);
    });
}
