//! Keys and lines on the board: what they ask for, and what is refused.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod board_support;
mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use std::sync::Arc;

use board_support::{Board, Community, at, neighbourhood, sample};
use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;
use yishi::domain::earlier::{Candidate, Left, Raisable};
use yishi::domain::ids::{ItemId, ParkedId};
use yishi::domain::rules::{RuleSet, SurveyMode};
use yishi::domain::session::Phase;
use yishi::domain::topic::{CaseNo, Origin, Proposer, Source, TopicState};
use yishi::text::words::Lang;
use yishi::tui::aid::Aid;
use yishi::tui::board::model::{Page, Panel};
use yishi::tui::board::msg::{Ask, Msg, News};
use yishi::tui::goto::Goto;
use yishi::tui::stage::Pointer;

#[test]
fn topics_stand_in_the_order_of_their_states() {
    let board = Board::zh();
    let shown: Vec<(u32, TopicState)> =
        board.model.rows.iter().map(|row| (row.case.number, row.state)).collect();
    let expected = [
        (1, TopicState::Raised),
        (2, TopicState::Accepted),
        (6, TopicState::Accepted),
        (4, TopicState::Scheduled),
        (3, TopicState::Handling),
        (5, TopicState::Resulted),
    ];
    assert_eq!(shown, expected);
    assert_eq!(board.model.counts, [1, 2, 1, 0, 1, 0, 1, 0, 0, 0, 0]);
}

#[test]
fn function_keys_begin_commands_about_the_topic_under_the_bar() {
    let zh_lines = [
        "/登记 ",
        "/审定 3 ",
        "/调研 3 ",
        "/列入 3 ",
        "/交办 3 ",
        "/结果 3 ",
        "/评价 3 ",
        "/答复 3 ",
    ];
    let en_lines = [
        "/raise ",
        "/screen 3 ",
        "/survey 3 ",
        "/schedule 3 ",
        "/assign 3 ",
        "/result 3 ",
        "/rate 3 ",
        "/answer 3 ",
    ];
    for (lang, lines) in [(Lang::Zh, zh_lines), (Lang::En, en_lines)] {
        let mut board = Board::of(neighbourhood(), lang);
        board.on(3);
        for (key, line) in (2..=9).zip(lines) {
            board.press(KeyCode::F(key));
            assert_eq!(board.model.line.text(), line);
            // The bar stays where it is, and the list is whole.
            assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
            assert_eq!(board.model.entries.len(), 6);
        }
    }
}

#[test]
fn a_command_about_a_topic_needs_one() {
    let mut board = Board::of(Community::new(), Lang::Zh);
    for key in 3..=9 {
        board.press(KeyCode::F(key));
        assert_eq!(board.model.line.text(), "");
        assert!(board.notice().contains("光标"), "{}", board.notice());
    }
    board.press(KeyCode::F(2));
    assert_eq!(board.model.line.text(), "/登记 ");
}

#[test]
fn what_was_typed_becomes_what_the_topic_is_about() {
    let mut board = Board::zh();
    board.write("井盖松动");
    board.press(KeyCode::F(2));
    assert_eq!(board.model.line.text(), "/登记 井盖松动");
}

#[test]
fn a_topic_is_taken_in_and_the_bar_goes_there() {
    let mut board = Board::zh();
    board.press(KeyCode::F(2));
    board.write("井盖松动；提出：陈桂花；地点：北门");
    board.press(KeyCode::Enter);
    // It is there before anything is written.
    assert_eq!(board.model.saving.pending, 1);
    assert!(board.shown(120, 40).contains("正在保存 1 条"), "{}", board.shown(120, 40));
    assert_eq!(board.model.row().unwrap().title, "井盖松动");
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(7));
    assert_eq!(board.model.line.text(), "");
    board.settle();
    assert_eq!(board.model.saving.pending, 0);
    assert!(board.shown(120, 40).contains("已保存"));
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(7));
    assert_eq!(board.community.ledger().topics.len(), 7);
    // It can be found at once.
    board.write("jinggai");
    assert_eq!(board.model.entries.len(), 1);
}

#[test]
fn what_is_misread_or_refused_stays_in_the_line() {
    let mut board = Board::zh();
    for (line, told) in [
        ("/登记", "登记"),
        ("/审定 99 受理", "99"),
        ("/结果 1 Z", "Z"),
        ("/乱来 1", "乱来"),
        ("/审定 1 受理；颜色：红", "颜色"),
        // By the rules of topics, not by how it is written.
        ("/评价 1 王小明 满意 满意", "1"),
    ] {
        board.line(line);
        assert!(board.notice().contains(told), "{line}: {}", board.notice());
        assert_eq!(board.model.line.text(), line);
        assert!(board.asked.is_empty());
        assert_eq!(board.community.lines.len(), neighbourhood().lines.len());
    }
}

#[test]
fn the_latest_line_is_taken_back_again_and_again() {
    let mut board = Board::zh();
    board.line("/审定 1 受理");
    board.line("/阶段 1");
    assert_eq!(board.model.row().unwrap().stage, 2);
    board.ctrl('z');
    board.settle();
    board.on(1);
    assert_eq!(board.model.row().unwrap().stage, 1);
    board.line("/撤销");
    assert_eq!(board.state(1), TopicState::Raised);
    assert_eq!(board.model.saving.pending, 0);
}

#[test]
fn what_others_wrote_meanwhile_decides() {
    let mut board = Board::zh();
    // Another program screens the topic while the board does not know of it.
    board.community.enter(&[("2026-11-25T09:00", "/撤回 1 已自行解决")]);
    board.line("/审定 1 受理");
    assert!(!board.notice().is_empty());
    assert_eq!(board.state(1), TopicState::Withdrawn);
    assert_eq!(board.model.line.text(), "/审定 1 受理");
}

#[test]
fn the_next_step_puts_its_command_into_the_line() {
    let mut board = Board::zh();
    for (case, line) in [(1, "/阶段 1"), (2, "/答复 2 "), (3, "/结果 3 "), (5, "/评价 5 陈桂花 ")]
    {
        board.ctrl('u');
        board.on(case);
        board.ctrl('n');
        assert_eq!(board.model.line.text(), line);
    }
    // A topic on an agenda is for its meeting.
    board.ctrl('u');
    board.on(4);
    board.ctrl('n');
    assert_eq!(board.asked, [Ask::Open("2026-12-01-dec".to_owned())]);
    board.settle();
    let Some(Goto::Prepare(name)) = &board.went else { panic!("{:?}", board.went) };
    assert_eq!(name.to_string(), "jinyuan/2026-12-01-dec");
}

#[test]
fn enter_opens_the_meeting_to_come_or_everything_about_a_topic() {
    let mut board = Board::zh();
    board.on(4);
    board.press(KeyCode::Enter);
    board.settle();
    assert!(matches!(board.went, Some(Goto::Prepare(_))));
    let mut board = Board::zh();
    board.on(5);
    board.press(KeyCode::Enter);
    assert!(matches!(board.model.panel, Some(Panel::Details(0))));
    board.press(KeyCode::Enter);
    assert!(board.model.panel.is_none());
    // By its key also where Enter leads elsewhere.
    board.on(4);
    board.ctrl('d');
    assert!(matches!(board.model.panel, Some(Panel::Details(0))));
    board.press(KeyCode::Esc);
    assert!(board.model.panel.is_none());
}

#[test]
fn a_topic_is_put_on_an_agenda() {
    let mut board = Board::zh();
    board.write("/列入 2 十二月");
    board.press(KeyCode::Enter);
    let [Ask::Schedule { topic, session, .. }] = board.asked.as_slice() else {
        panic!("{:?} {}", board.asked, board.notice())
    };
    assert_eq!((topic, session.as_str()), (&CaseNo::plain(2), "2026-12-01-dec"));
    board.settle();
    assert_eq!(board.state(2), TopicState::Scheduled);
}

#[test]
fn typing_filters_and_a_command_leaves_the_filter() {
    let mut board = Board::zh();
    board.write("wxm");
    let cases = |board: &Board| -> Vec<u32> {
        board.model.entries.iter().map(|at| board.model.rows[*at].case.number).collect()
    };
    assert_eq!(cases(&board), [1, 3]);
    board.press(KeyCode::Down);
    board.press(KeyCode::F(3));
    assert_eq!(board.model.line.text(), "/审定 3 ");
    assert_eq!(cases(&board), [1, 3]);
    // What is offered goes first, then what is typed.
    board.press(KeyCode::Esc);
    assert_eq!(board.model.line.text(), "/审定 3 ");
    board.press(KeyCode::Esc);
    assert_eq!(board.model.line.text(), "");
    assert_eq!(cases(&board).len(), 6);
    assert_eq!(board.went, None);
    board.press(KeyCode::Esc);
    assert_eq!(board.went, Some(Goto::Home));
}

#[test]
fn the_bar_stays_on_its_topic_when_a_command_ends_the_filter() {
    let mut board = Board::zh();
    board.write("wxm");
    board.press(KeyCode::Down);
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
    board.press(KeyCode::F(7));
    board.write("A 灯已修好");
    board.press(KeyCode::Enter);
    assert_eq!(board.model.entries.len(), 6, "{}", board.notice());
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
    board.settle();
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
    // The same where what is looked for is given up, and on other pages.
    board.write("wxm");
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(1));
    board.press(KeyCode::Down);
    board.press(KeyCode::Esc);
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
    board.press(KeyCode::Tab);
    board.write("5栋");
    assert_eq!(board.model.entries, [0]);
    board.press(KeyCode::Esc);
    assert_eq!(board.model.entries, [1, 0]);
    assert_eq!(board.model.bar, 1);
}

#[test]
fn a_new_topic_is_under_the_bar_though_a_filter_found_nothing() {
    let mut board = Board::zh();
    board.write("井盖松动");
    assert!(board.model.entries.is_empty());
    board.press(KeyCode::F(2));
    board.write("；提出：陈桂花");
    board.press(KeyCode::Enter);
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(7), "{}", board.notice());
    board.press(KeyCode::Down);
    let below = board.model.row().unwrap().case.clone();
    assert_ne!(below, CaseNo::plain(7));
    // The bar was moved on meanwhile: it is not fetched back.
    board.settle();
    assert_eq!(board.model.row().unwrap().case, below);
}

#[test]
fn completions_are_taken_by_tab_and_pages_turn_without_any() {
    let mut board = Board::zh();
    board.write("/sd");
    assert!(board.model.completions.iter().any(|it| it.insert.starts_with("审定")));
    board.press(KeyCode::Tab);
    assert_eq!(board.model.page, Page::Topics);
    assert!(board.model.line.text().starts_with("/审定"), "{}", board.model.line.text());
    // A line for which nothing is offered stays where it is.
    board.write("3 ");
    board.write("不知道的话");
    assert!(board.model.completions.is_empty());
    board.press(KeyCode::Tab);
    assert_eq!(board.model.page, Page::Topics);
    board.press(KeyCode::Esc);
    board.press(KeyCode::Esc);
    board.press(KeyCode::Tab);
    assert_eq!(board.model.page, Page::Outings);
    board.chord(KeyCode::BackTab, KeyModifiers::SHIFT);
    assert_eq!(board.model.page, Page::Topics);
    board.chord(KeyCode::Left, KeyModifiers::ALT);
    assert_eq!(board.model.page, Page::Stations);
    // The bar is where it was on each page.
    board.press(KeyCode::Tab);
    board.on(3);
    board.press(KeyCode::Tab);
    board.press(KeyCode::Down);
    // An outing is about a topic: commands are about that one.
    board.press(KeyCode::F(4));
    assert_eq!(board.model.line.text(), "/调研 4 ");
    board.ctrl('u');
    board.chord(KeyCode::BackTab, KeyModifiers::NONE);
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
}

#[test]
fn the_bar_stays_on_its_topic_when_lists_change() {
    let mut board = Board::zh();
    board.on(6);
    board.community.enter(&[("2026-11-25T09:00", "/登记 新的一项；提出：李强")]);
    board.send(Msg::News(News::Read(Box::new(board.community.whole(board.now)))));
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(6));
    // Its own state changes: it is in another group then.
    board.line("/撤回 6 提出人撤回");
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(6));
    assert_eq!(board.model.row().unwrap().state, TopicState::Withdrawn);
}

fn left() -> Vec<Raisable> {
    let raisable = |left, title: &str, source, what: &str, proposers| Raisable {
        candidate: Candidate {
            meeting: "2026-11-10-nov".to_owned(),
            title: "十一月协商会".to_owned(),
            on: board_support::day("2026-11-10"),
            left,
        },
        title: title.to_owned(),
        source,
        origin: Origin { session: "2026-11-10-nov".to_owned(), what: what.to_owned() },
        proposers,
    };
    let item = Left::Item { item: ItemId(3), title: "楼道照明".to_owned(), minutes: None };
    let parked = Left::Parked {
        parked: ParkedId(1),
        text: "垃圾点太近".to_owned(),
        name: Some("王小明".to_owned()),
    };
    let key = Some("wangxiaoming".to_owned());
    let wang = Proposer { name: "王小明".to_owned(), key };
    vec![
        raisable(item, "楼道照明", Source::Unresolved, "I3", Vec::new()),
        raisable(parked, "垃圾点太近", Source::ParkingList, "P1", vec![wang]),
    ]
}

#[test]
fn what_earlier_meetings_left_becomes_topics() {
    let mut board = Board::zh();
    board.ctrl('e');
    assert_eq!(board.asked, [Ask::Earlier]);
    board.asked.clear();
    board.send(Msg::News(News::Earlier(Ok((left(), 1)))));
    let shown = board.shown(80, 24);
    for told in ["楼道照明", "垃圾点太近", "1 次会议"] {
        assert!(shown.contains(told), "{told} in {shown}");
    }
    // A parked point has somebody who brought it up: it becomes a topic at once.
    board.press(KeyCode::Down);
    board.press(KeyCode::Enter);
    board.settle();
    let ledger = board.community.ledger();
    let topic = &ledger.topics[&CaseNo::plain(7)];
    assert_eq!(topic.slip.title, "垃圾点太近");
    assert_eq!(topic.slip.source, Source::ParkingList);
    let origin = topic.slip.origin.as_ref().unwrap();
    assert_eq!((origin.session.as_str(), origin.what.as_str()), ("2026-11-10-nov", "P1"));
    assert_eq!(topic.slip.on, board_support::day("2026-11-10"));
    assert_eq!(topic.proposers[0].name, "王小明");
    assert_eq!(topic.proposers[0].key.as_deref(), Some("wangxiaoming"));
    assert!(!board.shown(80, 24).contains("2 次会议"));
    // The item has nobody: whoever is to be told is asked for.
    let Some(Panel::Earlier { found: Some(Ok((rest, _))), .. }) = &board.model.panel else {
        panic!("{:?}", board.model.panel)
    };
    assert_eq!(rest.len(), 1);
    board.press(KeyCode::Enter);
    assert!(board.model.panel.is_none());
    let line = "/登记 楼道照明；出处：2026-11-10-nov/I3；日期：2026-11-10；提出：";
    assert_eq!(board.model.line.text(), line);
    board.write("陈桂花");
    board.press(KeyCode::Enter);
    board.settle();
    let ledger = board.community.ledger();
    let topic = &ledger.topics[&CaseNo::plain(8)];
    assert_eq!(topic.slip.source, Source::Unresolved);
    assert_eq!(topic.slip.origin.as_ref().unwrap().what, "I3");
    // Neither is offered again.
    board.ctrl('e');
    board.asked.clear();
    board.send(Msg::News(News::Earlier(Ok((left(), 0)))));
    let Some(Panel::Earlier { found: Some(Ok((rest, _))), .. }) = &board.model.panel else {
        panic!("{:?}", board.model.panel)
    };
    assert!(rest.is_empty());
    assert!(board.shown(80, 24).contains("没有遗留的事项"));
}

#[test]
fn the_mouse_chooses_opens_and_scrolls() {
    let mut board = Board::zh();
    let click = |board: &mut Board, kind, column, row| {
        let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        let screen = Rect::new(0, 0, 120, 40);
        board.send(Msg::Mouse(Pointer { event, screen }));
    };
    let left = MouseEventKind::Down(MouseButton::Left);
    let shown = board.shown(120, 40);
    let row_of = |text: &str| {
        let row = shown.lines().position(|row| row.contains(text)).unwrap();
        u16::try_from(row).unwrap()
    };
    click(&mut board, left, 6, row_of("路灯维修"));
    assert_eq!(board.model.row().unwrap().case, CaseNo::plain(3));
    click(&mut board, left, 6, row_of("路灯维修"));
    assert!(matches!(board.model.panel, Some(Panel::Details(0))));
    click(&mut board, MouseEventKind::ScrollDown, 6, 20);
    assert!(matches!(board.model.panel, Some(Panel::Details(3))));
    board.press(KeyCode::Esc);
    click(&mut board, left, 14, 1);
    assert_eq!(board.model.page, Page::Outings);
}

#[test]
fn help_palette_language_and_theme_are_as_everywhere() {
    let mut board = Board::zh();
    board.write("?");
    board.press(KeyCode::Enter);
    assert!(matches!(board.model.aid, Some(Aid::Help(0))));
    board.press(KeyCode::Esc);
    board.ctrl('g');
    board.write("交办");
    board.press(KeyCode::Enter);
    assert!(board.model.line.text().starts_with("/交办"), "{}", board.model.line.text());
    board.ctrl('u');
    board.ctrl('l');
    assert_eq!(board.model.words.lang(), Lang::En);
    let theme = board.model.theme.name;
    board.ctrl('t');
    assert_ne!(board.model.theme.name, theme);
    board.ctrl('q');
    assert_eq!(board.went, Some(Goto::Home));
}

#[test]
fn the_board_stays_open_overnight() {
    let mut board = Board::zh();
    board.now = at("2026-12-01T08:00");
    assert!(board.send(Msg::Tick));
    assert_eq!(board.asked, [Ask::Look]);
    board.settle();
    board.on(5);
    assert!(board.shown(120, 40).contains("12-01 08:00"));
    board.on(3);
    assert!(board.shown(120, 40).contains("逾期 11 天"), "{}", board.shown(120, 40));
}

#[test]
fn a_meeting_that_is_over_is_not_what_is_to_come() {
    let mut community = neighbourhood();
    community.meeting("2026-11-24-x", "昨天的会", "2026-11-24", Phase::Closed);
    let mut board = Board::of(community, Lang::Zh);
    board.on(6);
    board.press(KeyCode::Enter);
    assert!(matches!(board.model.panel, Some(Panel::Details(0))));
    assert!(board.asked.is_empty());
}

#[test]
fn where_the_rules_ask_for_no_survey_none_is_lacking() {
    let mut board = Board::zh();
    board.on(2);
    board.ctrl('d');
    assert!(board.shown(120, 40).contains("还缺"), "{}", board.shown(120, 40));
    let ground = Arc::make_mut(&mut board.model.ground);
    let off = RuleSet { survey: SurveyMode::Off, ..RuleSet::unwritten() };
    ground.rules = Arc::new(off);
    ground.rules_of.clear();
    assert!(!board.shown(120, 40).contains("还缺"), "{}", board.shown(120, 40));
}

#[test]
fn an_area_tells_its_communities_by_name() {
    let mut board = Board::of(sample(), Lang::Zh);
    board.model.show(Page::Stations);
    board.write("栖云片区");
    let shown = board.shown(120, 40);
    assert!(shown.contains("所辖社区：锦苑社区"), "{shown}");
    assert!(!shown.contains("jinyuan"), "{shown}");
}
