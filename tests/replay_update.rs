//! The replay: at every line the desk as it was, forwards, backwards and by itself.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
mod review_support;
#[path = "common/screen.rs"]
mod screen;

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use desk_support::{Desk, at, rows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use review_support::*;
use yishi::domain::meeting::Meeting;
use yishi::text::words::{Lang, Words};
use yishi::tui::aid::Aid;
use yishi::tui::keymap::Keymap;
use yishi::tui::replay::model::{Model, SPEEDS};
use yishi::tui::replay::update::{Outcome, on_key, on_mouse};
use yishi::tui::replay::view::render;
use yishi::tui::theme::Theme;

fn replay(meeting: Meeting, lang: Lang, seq: u64) -> Model {
    Model::new(meeting, Words::new(lang), Theme::default(), &Keymap::standard(), seq)
}

fn key(model: &mut Model, code: KeyCode) -> Outcome {
    on_key(model, KeyEvent::new(code, KeyModifiers::NONE))
}

fn screen(model: &Model) -> String {
    let area = Rect::new(0, 0, 80, 24);
    let mut buf = Buffer::empty(area);
    render(model, area, &mut buf);
    rows(&buf).join("\n")
}

/// Whether the desk is exactly what those lines make it.
#[track_caller]
fn is_at(model: &Model, whole: &Meeting, line: usize) {
    assert_eq!(model.at(), line);
    let then = Meeting::replay(whole.lines()[..=line].to_vec()).unwrap();
    assert_eq!(model.desk.session(), then.session(), "line {line}");
    assert_eq!(model.desk.meeting.lines(), then.lines());
    assert_eq!(model.desk.now, whole.lines()[line].at);
}

#[test]
fn at_every_line_the_desk_is_as_it_was() {
    let whole = closed(Lang::Zh);
    let last = whole.lines().len() - 1;
    let mut model = replay(whole.clone(), Lang::Zh, 0);
    is_at(&model, &whole, 0);
    key(&mut model, KeyCode::Left);
    is_at(&model, &whole, 0);
    for line in 1..=last {
        key(&mut model, KeyCode::Right);
        is_at(&model, &whole, line);
    }
    key(&mut model, KeyCode::Right);
    is_at(&model, &whole, last);
    for line in (0..last).rev() {
        key(&mut model, KeyCode::Left);
        is_at(&model, &whole, line);
    }
    key(&mut model, KeyCode::End);
    is_at(&model, &whole, last);
    key(&mut model, KeyCode::Home);
    is_at(&model, &whole, 0);
    // From any line to any other.
    for step in 0..40 {
        let to = step * 29 % (last + 1);
        model.go(to);
        is_at(&model, &whole, to);
    }
}

#[test]
fn it_begins_where_it_is_told_to() {
    let whole = closed(Lang::Zh);
    is_at(&replay(whole.clone(), Lang::Zh, 12), &whole, 12);
    is_at(&replay(whole.clone(), Lang::Zh, u64::MAX), &whole, whole.lines().len() - 1);
}

/// The line in which a text was recorded.
fn line_of(meeting: &Meeting, text: &str) -> usize {
    meeting.lines().iter().position(|line| format!("{:?}", line.events).contains(text)).unwrap()
}

#[test]
fn what_was_undone_is_shown_as_it_happened() {
    let whole = closed(Lang::Zh);
    let wrong = line_of(&whole, "这句说错了");
    let mut model = replay(whole.clone(), Lang::Zh, wrong as u64);
    assert!(screen(&model).contains("这句说错了"));
    assert!(model.undone_later() && screen(&model).contains("[后来撤销了]"));
    assert!(model.told.contains("王小明 发言"), "{}", model.told);
    key(&mut model, KeyCode::Right);
    assert!(!model.undone_later(), "the undo itself was not undone");
    let undo = format!("撤销第 {wrong} 条记录（王小明 发言");
    assert!(model.told.starts_with(&undo), "{}", model.told);
    let body: String = screen(&model).lines().take(18).collect();
    assert!(!body.contains("这句说错了"));
    key(&mut model, KeyCode::Left);
    assert!(screen(&model).lines().take(18).any(|row| row.contains("这句说错了")));
}

#[test]
fn what_was_redone_tells_what_it_was() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.enter("/撤销");
    desk.enter("/重做");
    let whole = desk.model.meeting;
    let last = whole.lines().len() - 1;
    let model = replay(whole.clone(), Lang::Zh, last as u64);
    assert_eq!(model.told, format!("恢复第 {} 条记录（备注：李强带来区里的停车规划图）", last - 2));
    is_at(&model, &whole, last);
}

#[test]
fn a_turn_is_told_with_whose_it_was() {
    let whole = closed(Lang::Zh);
    let ended = line_of(&whole, "FloorEnded");
    let model = replay(whole, Lang::Zh, ended as u64);
    assert_eq!(model.told, "陈桂花 发言完毕");
}

#[test]
fn pages_are_items_of_the_agenda() {
    let whole = closed(Lang::Zh);
    let marks: Vec<usize> = ["[Opened]", "ItemOpened", "[Closed { left"]
        .iter()
        .flat_map(|mark| {
            let lines = whole.lines().iter().enumerate();
            lines.filter(move |(_, line)| format!("{:?}", line.events).contains(mark))
        })
        .map(|(at, _)| at)
        .collect();
    assert_eq!(marks.len(), 5, "opened, three items, closed");
    let mut model = replay(whole.clone(), Lang::Zh, 0);
    let mut passed = Vec::new();
    for _ in 0..5 {
        key(&mut model, KeyCode::PageDown);
        passed.push(model.at());
    }
    let mut sorted = marks.clone();
    sorted.sort_unstable();
    assert_eq!(passed, sorted);
    // Beyond the last there is no item any more: the end.
    key(&mut model, KeyCode::PageDown);
    assert_eq!(model.at(), whole.lines().len() - 1);
    for mark in sorted.iter().rev().skip(1) {
        key(&mut model, KeyCode::PageUp);
        assert_eq!(model.at(), *mark);
    }
    key(&mut model, KeyCode::PageUp);
    assert_eq!(model.at(), 0);
}

/// Beats until the line changes.
fn beats(model: &mut Model) -> usize {
    let before = model.at();
    for count in 1..10_000 {
        model.beat();
        if model.at() != before || !model.plays {
            return count;
        }
    }
    panic!("it does not go on");
}

/// Lines at 19:00:00, 19:00:30, 19:50:30 and, twice, 19:50:36.
fn paced() -> Meeting {
    let mut desk = Desk::prepared(Lang::Zh);
    for (clock, line) in [
        ("19:00:00", "/签到 陈桂花"),
        ("19:00:30", "/开会"),
        ("19:50:30", "/备注 一"),
        ("19:50:36", "/备注 二"),
        ("19:50:36", "/备注 三"),
    ] {
        desk.now = at(clock);
        desk.enter(line);
    }
    desk.model.meeting
}

#[test]
fn it_runs_at_the_pace_one_wants_and_long_gaps_count_for_a_minute() {
    // Ten beats a second. 30 seconds; 50 minutes, of which one counts; 6 seconds.
    for (speed, expected) in [
        (1, [300, 600, 60]),
        (10, [30, 60, 6]),
        // What is left of a beat goes to the next gap: 5 × 6 s, 10 × 6 s, 6 s.
        (60, [5, 10, 1]),
    ] {
        let mut model = replay(paced(), Lang::Zh, 1);
        model.speed = SPEEDS.iter().position(|it| *it == speed).unwrap();
        assert!(!model.beat(), "it stands until it is told to run");
        key(&mut model, KeyCode::F(5));
        assert_eq!([0; 3].map(|_| beats(&mut model)), expected, "×{speed}");
        // Two lines of one moment come together.
        assert_eq!(model.at(), model.count() - 1);
        assert!(model.beat() || !model.plays);
        assert!(!model.plays, "it stops at the end");
    }
    let mut model = replay(paced(), Lang::Zh, 1);
    model.speed = 3;
    key(&mut model, KeyCode::F(5));
    // A minute a beat: the first gap, and half of the next.
    model.beat();
    assert_eq!(model.at(), 2);
    model.beat();
    assert_eq!(model.at(), 3 + 2, "and all the rest");
}

#[test]
fn clocks_run_while_it_runs() {
    let mut model = replay(paced(), Lang::Zh, 1);
    model.speed = 0;
    key(&mut model, KeyCode::F(5));
    let begun = model.desk.now;
    let mut drawn = 0;
    for _ in 0..30 {
        drawn += usize::from(model.beat());
    }
    assert_eq!(model.desk.now, begun + TimeDelta::seconds(3));
    assert_eq!(drawn, 3, "only what changes is drawn");
    // A beat goes on from where it was, a step goes to a line.
    key(&mut model, KeyCode::Right);
    assert!(!model.plays);
    assert_eq!(model.desk.now, at("19:00:30"));
}

#[test]
fn keys_of_the_player() {
    let mut model = replay(closed(Lang::Zh), Lang::Zh, 3);
    assert!(screen(&model).contains("停，60 倍"));
    key(&mut model, KeyCode::F(7));
    key(&mut model, KeyCode::F(7));
    assert!(screen(&model).contains("停，600 倍"));
    for _ in 0..5 {
        key(&mut model, KeyCode::F(6));
    }
    assert!(screen(&model).contains("停，1 倍"));
    key(&mut model, KeyCode::F(5));
    assert!(screen(&model).contains("播放中，1 倍"));
    key(&mut model, KeyCode::F(5));
    assert!(!model.plays);
    // From the end it begins anew.
    key(&mut model, KeyCode::End);
    key(&mut model, KeyCode::F(5));
    assert_eq!((model.at(), model.plays), (0, true));
    assert_eq!(key(&mut model, KeyCode::Char('x')), Outcome::Same);
    key(&mut model, KeyCode::F(1));
    assert!(matches!(model.aid, Some(Aid::Help(_))));
    assert_eq!(key(&mut model, KeyCode::Esc), Outcome::Draw);
    assert!(model.aid.is_none());
    assert_eq!(key(&mut model, KeyCode::Esc), Outcome::Leave);
    let ctrl = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    on_key(&mut model, ctrl('l'));
    assert!(model.told.starts_with("Record created"), "{}", model.told);
    assert_eq!(on_key(&mut model, ctrl('q')), Outcome::Leave);
}

#[test]
fn the_wheel_steps() {
    let mut model = replay(closed(Lang::Zh), Lang::Zh, 3);
    let wheel = |kind| MouseEvent { kind, column: 1, row: 1, modifiers: KeyModifiers::NONE };
    on_mouse(&mut model, wheel(MouseEventKind::ScrollDown));
    assert_eq!(model.at(), 4);
    on_mouse(&mut model, wheel(MouseEventKind::ScrollUp));
    assert_eq!(model.at(), 3);
    assert_eq!(on_mouse(&mut model, wheel(MouseEventKind::Moved)), Outcome::Same);
}

#[test]
fn nothing_is_offered_that_cannot_be_done() {
    let mut model = replay(closed(Lang::Zh), Lang::Zh, 0);
    for line in 0..model.count() {
        model.go(line);
        let shown = screen(&model);
        let body: Vec<&str> = shown.lines().take(19).collect();
        for hint in ["按 F", "F7 写", "按 Enter", "Ctrl+", "输入 /"] {
            assert!(!body.concat().contains(hint), "{hint} in\n{shown}");
        }
    }
}
