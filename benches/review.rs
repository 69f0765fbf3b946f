//! Looking back at a meeting of 5,000 lines, in Chinese, 120 columns by 40 rows.
//!
//! Goals: from a key to the finished frame in less than 5 ms, a step of the replay in either
//! direction too.

mod support;

use std::cell::RefCell;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use support::long_meeting;
use yishi::domain::ledger::Ledger;
use yishi::domain::meeting::Meeting;
use yishi::text::words::{Lang, Words};
use yishi::tui::keymap::Keymap;
use yishi::tui::replay;
use yishi::tui::review::model::{Model, Subject, Tab};
use yishi::tui::review::msg::Msg;
use yishi::tui::review::update::update;
use yishi::tui::review::view::render;
use yishi::tui::theme::Theme;

const SCREEN: Rect = Rect { x: 0, y: 0, width: 120, height: 40 };

fn main() {
    divan::main();
}

fn review(meeting: Meeting) -> Model {
    let today = support::beginning().date_naive();
    let subject = Subject {
        meeting,
        ledger: Ledger::default(),
        community_id: "jinyuan".to_owned(),
        community_name: "锦苑社区".to_owned(),
        session_id: "2026-11-23-bench".to_owned(),
        hash: None,
        stop: None,
        today,
    };
    let mut model = Model::new(subject, Words::new(Lang::Zh));
    model.size = (SCREEN.width, SCREEN.height);
    model
}

fn frame(model: &Model) -> Buffer {
    let mut buf = Buffer::empty(SCREEN);
    render(model, SCREEN, &mut buf);
    buf
}

fn press(model: &mut Model, code: KeyCode) {
    update(model, Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
}

/// The page in the middle, seen once.
fn amid(tab: Tab) -> Model {
    let mut model = review(long_meeting());
    model.show(tab);
    let middle = model.rows().len() / 2;
    model.put_bar(middle);
    model
}

/// From a meeting that was read to the first frame: words loaded, minutes made.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn meeting_to_first_frame(bencher: Bencher<'_, '_>) {
    let meeting = long_meeting();
    bencher.with_inputs(|| meeting.clone()).bench_local_values(|meeting| frame(&review(meeting)));
}

/// A page that is shown for the first time.
#[divan::bench(args = [Tab::TimeLine, Tab::Opinions, Tab::Actions], sample_count = 50, sample_size = 1)]
fn page_made(bencher: Bencher<'_, '_>, tab: Tab) {
    let meeting = long_meeting();
    bencher.with_inputs(|| review(meeting.clone())).bench_local_values(|mut model| {
        model.show(tab);
        frame(&model)
    });
}

/// A key that moves the bar, and the frame.
#[divan::bench(args = [KeyCode::Down, KeyCode::PageDown, KeyCode::End], sample_count = 300, sample_size = 1)]
fn key_to_frame(bencher: Bencher<'_, '_>, code: KeyCode) {
    let model = RefCell::new(amid(Tab::TimeLine));
    let middle = model.borrow().bar();
    bencher.with_inputs(|| model.borrow_mut().put_bar(middle)).bench_local_values(|()| {
        let model = &mut model.borrow_mut();
        press(model, code);
        frame(model)
    });
}

/// The last character of what is looked for, and the frame with the places marked.
#[divan::bench(args = ["停车位", "wangguihua", "没有这样的话"], sample_count = 300, sample_size = 1)]
fn finding(bencher: Bencher<'_, '_>, typed: &str) {
    let model = RefCell::new(amid(Tab::TimeLine));
    let Some((at, last)) = typed.char_indices().last() else { panic!("nothing to type") };
    let (before, _) = typed.split_at(at);
    bencher
        .with_inputs(|| {
            let model = &mut model.borrow_mut();
            model.find.set(before);
        })
        .bench_local_values(|()| {
            let model = &mut model.borrow_mut();
            press(model, KeyCode::Char(last));
            frame(model)
        });
}

/// A line that another program has added: the page made anew.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn line_followed(bencher: Bencher<'_, '_>) {
    let mut earlier = long_meeting();
    let lines = earlier.lines().to_vec();
    earlier.go_back_to(lines.len() - 1);
    let last = lines.last().cloned().into_iter().collect::<Vec<_>>();
    bencher
        .with_inputs(|| {
            let mut model = review(earlier.clone());
            model.show(Tab::TimeLine);
            (model, last.clone())
        })
        .bench_local_values(|(mut model, lines)| {
            update(&mut model, Msg::Followed(lines));
            frame(&model)
        });
}

fn replayed() -> replay::model::Model {
    let (words, keymap) = (Words::new(Lang::Zh), Keymap::standard());
    replay::model::Model::new(long_meeting(), words, Theme::default(), &keymap, u64::MAX)
}

fn replay_frame(model: &replay::model::Model) -> Buffer {
    let mut buf = Buffer::empty(SCREEN);
    replay::view::render(model, SCREEN, &mut buf);
    buf
}

/// One line back near the end, one forward near the end, and from there to the beginning and back;
/// each with its frame.
#[divan::bench(args = [(4_999, 4_998), (4_998, 4_999), (4_999, 0), (0, 4_999)], sample_count = 200, sample_size = 1)]
fn replay_step(bencher: Bencher<'_, '_>, (from, to): (usize, usize)) {
    let model = RefCell::new(replayed());
    bencher.with_inputs(|| model.borrow_mut().go(from)).bench_local_values(|()| {
        let model = &mut model.borrow_mut();
        model.go(to);
        replay_frame(model)
    });
}

/// From the screen that looks back into the replay at its last line.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn replay_opened(bencher: Bencher<'_, '_>) {
    let model = review(long_meeting());
    let keymap = Keymap::standard();
    bencher.bench_local(|| replay_frame(&replay::model::Model::of(&model, &keymap, u64::MAX)));
}
