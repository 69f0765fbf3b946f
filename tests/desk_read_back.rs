//! Reading back what was agreed at the end of a meeting, on the desk.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use desk_support::{Desk, at_the_end};
use yishi::domain::agreement::Agreed;
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::ids::{ActionId, ResolutionId};
use yishi::domain::session::Phase;
use yishi::text::words::Lang;
use yishi::tui::desk::model::Panel;
use yishi::tui::desk::msg::Msg;

const R1: Agreed = Agreed::Resolution(ResolutionId(1));
const A1: Agreed = Agreed::Action(ActionId(1));

fn shown(desk: &Desk) -> Option<Agreed> {
    desk.model.read_back.as_ref().map(|back| back.what)
}

fn confirmed(desk: &Desk) -> Vec<(Agreed, usize)> {
    let events = desk.model.meeting.lines().iter().flat_map(|line| &line.events);
    events
        .filter_map(|event| match event {
            Event::Confirmed { what, by } => Some((*what, by.len())),
            _ => None,
        })
        .collect()
}

/// At the end, `F10` and Enter: the first thing is on the screen.
fn reading(lang: Lang) -> Desk {
    let mut desk = at_the_end(lang);
    desk.key(KeyCode::F(10));
    assert_eq!(desk.model.panel, Some(Panel::Close { scrolled: 0, read: false }));
    desk.key(KeyCode::Enter);
    desk.all_saved();
    desk
}

#[test]
fn everything_is_read_and_confirmed_then_the_meeting_closes() {
    let mut desk = reading(Lang::Zh);
    assert_eq!(shown(&desk), Some(R1));
    // Nobody objects.
    desk.key(KeyCode::Enter);
    assert_eq!(shown(&desk), Some(Agreed::Resolution(ResolutionId(2))));
    // By initials, completed; and a second one.
    desk.write("wxm");
    desk.key(KeyCode::Tab);
    desk.write("、孙丽");
    desk.key(KeyCode::Enter);
    assert_eq!(shown(&desk), Some(A1));
    desk.key(KeyCode::Enter);
    desk.key(KeyCode::Enter);
    assert_eq!(shown(&desk), None);
    let all = [
        (R1, 0),
        (Agreed::Resolution(ResolutionId(2)), 2),
        (A1, 0),
        (Agreed::Action(ActionId(2)), 0),
    ];
    assert_eq!(confirmed(&desk), all);
    assert_eq!(desk.model.panel, Some(Panel::Close { scrolled: 0, read: true }));
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.session().phase, Phase::Closed);
}

#[test]
fn one_may_go_back_and_forth_and_skip_to_the_closing() {
    let mut desk = reading(Lang::Zh);
    desk.key(KeyCode::Down);
    desk.key(KeyCode::Down);
    assert_eq!(shown(&desk), Some(A1));
    desk.key(KeyCode::Enter);
    assert_eq!(confirmed(&desk), [(A1, 0)]);
    // After the last one come those that were passed over.
    desk.key(KeyCode::Enter);
    assert_eq!(shown(&desk), Some(R1));
    desk.key(KeyCode::Up);
    assert_eq!(shown(&desk), Some(R1), "there is none before it");
    desk.key(KeyCode::F(10));
    assert_eq!(desk.model.panel, Some(Panel::Close { scrolled: 0, read: true }));
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.session().phase, Phase::Closed, "what is skipped is not asked again");
    let left = format!("{:?}", desk.model.session().left);
    assert!(left.contains("Unconfirmed(Resolution(ResolutionId(1)))"), "{left}");
}

#[test]
fn nothing_is_confirmed_twice_and_undo_takes_it_back() {
    let mut desk = reading(Lang::Zh);
    desk.key(KeyCode::Enter);
    desk.key(KeyCode::Up);
    assert_eq!(shown(&desk), Some(R1));
    let lines = desk.model.meeting.lines().len();
    // Nothing typed under something that is confirmed only goes on.
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.meeting.lines().len(), lines);
    desk.ctrl('z');
    desk.key(KeyCode::Up);
    assert_eq!(shown(&desk), Some(R1));
    assert!(desk.model.session().resolution(ResolutionId(1)).unwrap().confirmed.is_none());
}

#[test]
fn a_name_nobody_knows_is_told_and_stays() {
    let mut desk = reading(Lang::Zh);
    desk.write("某某");
    desk.key(KeyCode::Enter);
    let back = desk.model.read_back.as_ref().unwrap();
    assert_eq!((back.what, back.line.text()), (R1, "某某"));
    assert!(back.notice.as_ref().unwrap().text.contains("某某"));
    assert_eq!(confirmed(&desk), []);
    // Esc clears the line, then goes back to the desk.
    desk.key(KeyCode::Esc);
    assert_eq!(desk.model.read_back.as_ref().unwrap().line.text(), "");
    desk.key(KeyCode::Esc);
    assert_eq!(shown(&desk), None);
}

#[test]
fn several_pasted_names_are_one_line() {
    let mut desk = reading(Lang::Zh);
    desk.send(Msg::Paste("陈桂花\r\n王小明".to_owned()));
    desk.key(KeyCode::Enter);
    assert_eq!(confirmed(&desk), [(R1, 2)]);
}

#[test]
fn what_is_wrong_is_put_right_on_the_desk_and_read_again() {
    let mut desk = reading(Lang::Zh);
    desk.key(KeyCode::Enter);
    desk.key(KeyCode::Up);
    desk.key(KeyCode::F(7));
    assert_eq!(shown(&desk), None);
    assert_eq!(desk.model.capture.text(), "/改 R1 先公示划线方案，公示七天无异议后施工");
    desk.write("，施工前再通知");
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.capture.text(), "", "{:?}", desk.model.notice);
    desk.key(KeyCode::F(10));
    desk.key(KeyCode::Enter);
    assert_eq!(shown(&desk), Some(R1), "what was amended is read again");
}

#[test]
fn it_can_be_typed_too_while_an_item_is_on_the_table() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.enter("/宣读");
    assert_eq!(shown(&desk), Some(R1));
    desk.key(KeyCode::Esc);
    // Once begun it goes on where it was.
    desk.enter("/确认");
    desk.enter("/宣读");
    assert_eq!(shown(&desk), Some(A1));
    let begun = desk.model.meeting.lines().iter().flat_map(|line| &line.events);
    assert_eq!(begun.filter(|event| **event == Event::ReadBackBegan).count(), 1);
}

#[test]
fn with_nothing_agreed_the_meeting_just_closes() {
    let mut desk = Desk::prepared(Lang::Zh);
    desk.enter("/开会");
    desk.key(KeyCode::F(10));
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.session().phase, Phase::Closed);
    assert_eq!(desk.model.session().read_back, None);
    let mut desk = Desk::prepared(Lang::Zh);
    desk.enter("/开会");
    desk.enter("/宣读");
    assert_eq!(shown(&desk), None);
    assert!(desk.model.notice.as_ref().unwrap().text.contains("没有要宣读的内容"));
}

#[track_caller]
fn snapshot(name: &str, lang: Lang, desk: &Desk) {
    let both = format!("{}\n\n{}", desk.screen(80, 24), desk.screen(120, 40));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), both);
    });
}

#[test]
fn frames() {
    for lang in Lang::ALL {
        let mut desk = reading(lang);
        snapshot("read_back_first", lang, &desk);
        desk.key(KeyCode::Enter);
        desk.write(if lang == Lang::Zh { "wxm" } else { "Ben" });
        snapshot("read_back_name", lang, &desk);
        desk.key(KeyCode::Tab);
        desk.key(KeyCode::Enter);
        desk.all_saved();
        snapshot("read_back_action", lang, &desk);
        desk.key(KeyCode::Up);
        snapshot("read_back_confirmed", lang, &desk);
    }
}

#[test]
fn any_size_will_do_and_the_caret_is_on_the_screen() {
    for lang in Lang::ALL {
        let mut desk = reading(lang);
        desk.write("王小明、");
        for width in (10..140).step_by(7) {
            for height in (4..50).step_by(3) {
                let (_, caret) = desk.frame(width, height);
                let Some(caret) = caret else { continue };
                assert!(caret.x < width && caret.y < height, "{caret:?} of {width}x{height}");
            }
        }
        let (_, caret) = desk.frame(80, 24);
        let label = if lang == Lang::Zh { " 谁来确认 " } else { " Who confirms " };
        let before = yishi::text::width::width(&format!("{label}王小明、"));
        assert_eq!((usize::from(caret.unwrap().x), caret.unwrap().y), (before, 22));
    }
}

#[test]
fn what_another_program_takes_back_is_read_out_no_more() {
    let mut desk = reading(Lang::Zh);
    assert_eq!(shown(&desk), Some(R1));
    let mut other = desk.model.meeting.clone();
    let now = desk.now;
    let line = other.carry_out(&Command::WithdrawResolution(ResolutionId(1)), now, "别人").unwrap();
    let line = line.clone();
    desk.send(Msg::Followed(vec![line]));
    assert_ne!(shown(&desk), Some(R1));
    assert!(shown(&desk).is_some(), "the rest is still read");
    let line = other.carry_out(&Command::Close { leave: true }, now, "别人").unwrap().clone();
    desk.send(Msg::Followed(vec![line]));
    assert_eq!(shown(&desk), None);
    assert!(desk.screen(80, 24).contains("会议已结束"), "{}", desk.screen(80, 24));
}

#[test]
fn colours_and_language_change_while_it_is_read() {
    let mut desk = reading(Lang::Zh);
    let before = desk.model.theme.name;
    desk.ctrl('t');
    assert_ne!(desk.model.theme.name, before);
    assert_eq!(shown(&desk), Some(R1));
    desk.ctrl('l');
    assert!(desk.screen(80, 24).contains("R1"));
    assert_eq!(desk.model.notice, None, "nothing of it is told on the desk later on");
}

#[test]
fn the_caret_stays_on_a_screen_of_few_rows() {
    let mut desk = reading(Lang::Zh);
    // A message of two rows is what pushed the field off the screen.
    desk.write("没有这个人没有这个人");
    desk.key(KeyCode::Enter);
    for height in 4..=24 {
        let (_, caret) = desk.frame(43, height);
        let caret = caret.unwrap();
        assert!(caret.y < height && caret.x < 43, "{caret:?} of {height} rows");
    }
}
