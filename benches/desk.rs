//! The desk on a meeting of 5,000 lines with 300 people known, in Chinese, 120 columns by 40 rows.
//!
//! Goal: from a typed character to the finished frame in less than 2 ms.

mod support;

use std::cell::RefCell;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::{BY, known, long_meeting};
use yishi::domain::meeting::Meeting;
use yishi::domain::record::Moment;
use yishi::text::words::{Lang, Words};
use yishi::tui::desk::model::Model;
use yishi::tui::desk::msg::Msg;
use yishi::tui::desk::update::update;
use yishi::tui::desk::view::render;

const SCREEN: Rect = Rect { x: 0, y: 0, width: 120, height: 40 };

fn main() {
    divan::main();
}

fn now(meeting: &Meeting) -> Moment {
    meeting.latest().unwrap_or_else(support::beginning)
}

fn desk(meeting: Meeting) -> Model {
    let at = now(&meeting);
    Model::new(meeting, known(), Words::new(Lang::Zh), BY.to_owned(), at)
}

fn frame(model: &Model) -> Buffer {
    let mut buf = Buffer::empty(SCREEN);
    render(model, SCREEN, &mut buf);
    buf
}

fn press(model: &mut Model, code: KeyCode) {
    let at = now(&model.meeting);
    update(model, Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)), at);
}

/// Types the last character of `text` and draws; what comes before it has been typed already.
fn typed(bencher: Bencher<'_, '_>, text: &str, offers: bool) {
    let Some((at, last)) = text.char_indices().last() else { panic!("nothing to type") };
    let (before, _) = text.split_at(at);
    let model = RefCell::new(desk(long_meeting()));
    bencher
        .with_inputs(|| {
            let model = &mut model.borrow_mut();
            model.capture.take();
            before.chars().for_each(|c| press(model, KeyCode::Char(c)));
        })
        .bench_local_values(|()| {
            let model = &mut model.borrow_mut();
            press(model, KeyCode::Char(last));
            assert_eq!(!model.completions.is_empty(), offers, "{text}");
            frame(model)
        });
}

/// In the middle of an opinion, nothing offered.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn character_of_an_opinion(bencher: Bencher<'_, '_>) {
    typed(bencher, "停车位应先给老人，先公示再划线", false);
}

/// The beginning of a name, people offered.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn character_of_a_name(bencher: Bencher<'_, '_>) {
    typed(bencher, "王", true);
}

/// The beginning of a name in pinyin, people offered.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn letter_of_pinyin(bencher: Bencher<'_, '_>) {
    typed(bencher, "wangx", true);
}

/// The longest text that may still be a name, and is none: everybody is looked at in vain.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn letter_of_no_name(bencher: Bencher<'_, '_>) {
    typed(bencher, "abcdefghijkl", false);
}

/// The mark of a command, commands offered.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn mark_of_a_command(bencher: Bencher<'_, '_>) {
    typed(bencher, "/", true);
}

/// Letters of a command, commands offered by their pinyin.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn letter_of_a_command(bencher: Bencher<'_, '_>) {
    typed(bencher, "/ju", true);
}

/// Somebody's name after a command, people offered.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn name_after_a_command(bencher: Bencher<'_, '_>) {
    typed(bencher, "/举手 w", true);
}

/// Only the frame: what a second on the clock costs.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn frame_alone(bencher: Bencher<'_, '_>) {
    let model = desk(long_meeting());
    bencher.bench_local(|| frame(&model));
}

/// The frame scrolled back by 200 rows of opinions.
#[divan::bench(sample_count = 300, sample_size = 1)]
fn frame_scrolled_back(bencher: Bencher<'_, '_>) {
    let mut model = desk(long_meeting());
    model.scrolled = 200;
    bencher.bench_local(|| frame(&model));
}

/// From a meeting that was read to the first frame of its desk: words loaded, 300 names read.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn meeting_to_first_frame(bencher: Bencher<'_, '_>) {
    let meeting = long_meeting();
    bencher.with_inputs(|| meeting.clone()).bench_local_values(|meeting| frame(&desk(meeting)));
}
