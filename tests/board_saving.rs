//! What becomes of lines on the board while ledgers cannot be read, or not be written.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod board_support;
mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use board_support::{Board, at, neighbourhood};
use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;
use yishi::domain::topic::{CaseNo, TopicState};
use yishi::text::words::Lang;
use yishi::tui::board::model::Page;
use yishi::tui::board::msg::{Ask, Msg, News};
use yishi::tui::stage::Pointer;

#[test]
fn a_line_that_cannot_be_saved_comes_back_and_the_board_tells_the_truth() {
    let mut board = Board::zh();
    board.on(1);
    board.broken = Some("磁盘已满。".to_owned());
    board.write("/审定 1 受理");
    board.press(KeyCode::Enter);
    assert_eq!(board.state(1), TopicState::Accepted, "shown at once");
    board.settle();
    assert_eq!(board.state(1), TopicState::Raised, "it is not so");
    assert!(board.notice().contains("磁盘已满"), "{}", board.notice());
    assert!(board.shown(80, 24).contains("未保存"), "{}", board.shown(80, 24));
    assert_eq!(board.model.line.text(), "/审定 1 受理");
    board.broken = None;
    board.press(KeyCode::Enter);
    board.settle();
    assert_eq!(board.state(1), TopicState::Accepted);
    assert_eq!(board.model.saving.trouble, None);
    assert!(board.shown(80, 24).contains("已保存"));
}

#[test]
fn what_was_written_is_told_as_saved_though_it_cannot_be_read_back() {
    let mut board = Board::zh();
    board.unread = Some("网络盘已断开。".to_owned());
    board.line("/审定 1 受理");
    assert_eq!(board.state(1), TopicState::Accepted);
    assert_eq!((board.model.saving.pending, board.model.line.text()), (0, ""));
    assert_eq!(board.model.saving.trouble, None);
    let shown = board.shown(120, 40);
    for told in ["已保存", "没有更新", "网络盘已断开"] {
        assert!(shown.contains(told), "{told} in {shown}");
    }
    assert!(!shown.contains("未保存"), "{shown}");
    // What is done by other ways than the line tells both.
    board.ctrl('z');
    board.settle();
    assert!(board.notice().contains("已撤销"), "{}", board.notice());
    assert!(board.notice().contains("网络盘已断开"), "{}", board.notice());
    assert_eq!(board.community.ledger().topics[&CaseNo::plain(1)].state(), TopicState::Raised);
}

#[test]
fn what_is_entered_before_everything_is_read_waits_for_it() {
    let mut board = Board::unread(neighbourhood(), Lang::Zh);
    board.write("/审定 1 受理");
    board.press(KeyCode::Enter);
    assert!(board.notice().contains("正在读取"), "{}", board.notice());
    // What is typed behind it is about what follows.
    board.write("电梯");
    assert_eq!(board.model.line.text(), "/审定 1 受理");
    board.send(Msg::News(News::Read(Box::new(board.community.whole(board.now)))));
    assert_eq!(board.state(1), TopicState::Accepted);
    assert_eq!(board.model.line.text(), "电梯");
    assert_eq!(board.model.entries.len(), 1);
    board.settle();
    assert_eq!(board.community.lines.len(), neighbourhood().lines.len() + 1);
}

#[test]
fn pastes_and_clicks_do_not_overtake_what_was_typed_before() {
    let mut board = Board::unread(neighbourhood(), Lang::Zh);
    board.write("/审定 1 受理");
    board.press(KeyCode::Enter);
    board.write("加装");
    board.send(Msg::Paste("电梯".to_owned()));
    let event = MouseEvent {
        kind: MouseEventKind::Down(MouseButton::Left),
        column: 14,
        row: 1,
        modifiers: KeyModifiers::NONE,
    };
    let screen = Rect::new(0, 0, 120, 40);
    board.send(Msg::Mouse(Pointer { event, screen }));
    assert_eq!(board.model.line.text(), "/审定 1 受理");
    assert_eq!(board.model.page, Page::Topics);
    board.send(Msg::News(News::Read(Box::new(board.community.whole(board.now)))));
    assert_eq!(board.state(1), TopicState::Accepted);
    assert_eq!(board.model.line.text(), "加装电梯");
    assert_eq!(board.model.page, Page::Outings);
}

#[test]
fn what_waits_can_be_given_up() {
    let mut board = Board::unread(neighbourhood(), Lang::Zh);
    board.write("/审定 1 受理");
    board.press(KeyCode::Enter);
    board.write("x");
    board.press(KeyCode::Esc);
    board.send(Msg::News(News::Read(Box::new(board.community.whole(board.now)))));
    assert_eq!(board.state(1), TopicState::Raised);
    assert!(board.asked.is_empty());
}

#[test]
fn what_cannot_be_read_is_only_looked_at() {
    let mut board = Board::unread(neighbourhood(), Lang::Zh);
    board.send(Msg::News(News::NotRead("没有读取权限。".to_owned())));
    assert!(board.notice().contains("没有读取权限"));
    assert!(board.shown(80, 24).contains("只能查看"), "{}", board.shown(80, 24));
    board.line("/审定 1 受理");
    assert!(board.notice().contains("没有读取权限"));
    assert!(board.asked.is_empty());
    board.ctrl('z');
    assert!(board.asked.is_empty());
}

#[test]
fn what_could_not_be_read_is_written_again_once_it_can_be() {
    let mut boards = [Board::unread(neighbourhood(), Lang::Zh), Board::zh()];
    for board in &mut boards {
        board.send(Msg::News(News::NotRead("没有读取权限。".to_owned())));
        // Why stays to be read, whatever was told in between.
        board.press(KeyCode::Esc);
        assert!(board.shown(120, 40).contains("没有读取权限"), "{}", board.shown(120, 40));
        board.unread = Some("没有读取权限。".to_owned());
        for (minute, still) in [("09:31", true), ("09:32", false)] {
            board.unread = board.unread.take().filter(|_| still);
            board.now = at(&format!("2026-11-25T{minute}"));
            board.send(Msg::Tick);
            assert_eq!(board.asked, [Ask::Look]);
            board.settle();
            assert_eq!(board.model.read_only.is_some(), still);
        }
        assert!(!board.shown(120, 40).contains("没有读取权限"), "{}", board.shown(120, 40));
        assert!(!board.shown(120, 40).contains("只能查看"));
        board.line("/审定 1 受理");
        assert_eq!(board.state(1), TopicState::Accepted, "{}", board.notice());
        assert_eq!(
            board.community.ledger().topics[&CaseNo::plain(1)].state(),
            TopicState::Accepted
        );
    }
}
