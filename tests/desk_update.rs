//! What keys, pastes, ticks and news of saving do to the desk: routing only; the meeting's rules
//! are tested with the domain.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use desk_support::{Desk, at};
use yishi::domain::ids::{OpinionId, PersonId};
use yishi::domain::item::ItemState;
use yishi::domain::opinion::Stance;
use yishi::domain::session::Phase;
use yishi::text::words::{Lang, id};
use yishi::tui::aid::Aid;
use yishi::tui::desk::model::{Panel, Tone};
use yishi::tui::desk::msg::{Effect, Msg};
use yishi::tui::keeping::SaveNews;
use yishi::tui::keymap::{Does, Keymap, Place};

fn saves(desk: &Desk) -> usize {
    desk.effects.iter().filter(|effect| matches!(effect, Effect::Save(_))).count()
}

fn opinion(desk: &Desk, number: u32) -> (String, Option<Stance>) {
    let opinion = desk.model.session().opinion(OpinionId(number)).unwrap();
    (opinion.text.to_string(), opinion.stance)
}

#[test]
fn the_next_step_leads_from_the_opening_to_the_closing() {
    let mut desk = Desk::prepared(Lang::Zh).typed(&[("18:56:00", "/签到 陈桂花 3栋")]);
    let phase = |desk: &Desk| desk.model.session().phase;
    desk.ctrl('n');
    assert_eq!(phase(&desk), Phase::Running);
    for place in 1..=4 {
        desk.ctrl('n');
        let session = desk.model.session();
        assert_eq!(session.open_item.and_then(|item| session.place_of(item)), Some(place));
        desk.ctrl('n');
        assert!(matches!(desk.model.panel, Some(Panel::EndItem { warned: false, .. })));
        desk.key(KeyCode::Enter);
        assert_eq!(desk.model.panel, None);
    }
    desk.ctrl('n');
    assert_eq!(desk.model.panel, Some(Panel::Close { scrolled: 0, read: false }));
    desk.key(KeyCode::Enter);
    assert_eq!(phase(&desk), Phase::Closed);
    let lines = desk.model.meeting.lines().len();
    desk.ctrl('n');
    assert_eq!(desk.model.meeting.lines().len(), lines, "nothing is left to do");
    assert!(desk.model.notice.is_some(), "and it says so");
}

#[test]
fn a_refused_line_stays_to_be_put_right_and_saves_nothing() {
    let mut desk = Desk::amid(Lang::Zh);
    let before = saves(&desk);
    for line in ["/表决 举手 18 3 2", "/没有这个命令", "没有这人：你好", "/结束"]
    {
        desk.enter(line);
        assert_eq!(desk.model.capture.text(), line);
        let notice = desk.model.notice.clone().unwrap();
        assert_eq!(notice.tone, Tone::Refused, "{line}");
        desk.ctrl('u');
    }
    assert_eq!(saves(&desk), before);
}

#[test]
fn what_is_taken_in_is_handed_to_be_saved_once() {
    let mut desk = Desk::amid(Lang::Zh);
    let before = saves(&desk);
    desk.enter("就这么办");
    assert_eq!(saves(&desk), before + 1);
    assert_eq!(desk.model.unsaved(), 1);
    let Some(Effect::Save(line)) = desk.effects.last() else { panic!("{:?}", desk.effects) };
    assert_eq!(line, desk.model.meeting.lines().last().unwrap());
    desk.all_saved();
    assert_eq!(desk.model.unsaved(), 0);
    // Chen has the floor.
    let said = desk.model.session().opinions.last().unwrap();
    assert_eq!((said.person, said.text.as_ref()), (PersonId(1), "就这么办"));
}

#[test]
fn undo_goes_back_through_the_whole_meeting_and_redo_comes_again() {
    for lang in Lang::ALL {
        let mut desk = Desk::amid(lang);
        let end = desk.model.session().clone();
        let mut steps = 0;
        while desk.model.meeting.undoable().is_some() {
            desk.ctrl('z');
            steps += 1;
            let notice = desk.model.notice.clone().unwrap();
            assert_eq!(notice.tone, Tone::Done, "{notice:?}");
        }
        assert_eq!(steps, 22, "one step a typed line");
        assert_eq!(desk.model.session().phase, Phase::Prepared);
        assert_eq!(desk.model.session().people.len(), 0);
        desk.ctrl('z');
        assert_eq!(desk.model.notice.clone().unwrap().tone, Tone::Refused);
        for _ in 0..steps {
            desk.ctrl('y');
        }
        assert_eq!(*desk.model.session(), end);
    }
}

#[test]
fn a_paste_of_many_lines_is_entered_line_by_line() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.send(Msg::Paste("王小明：+赞成\r\n李强：-反对\r\r孙丽：没意见\n".to_owned()));
    assert_eq!(opinion(&desk, 6), ("赞成".to_owned(), Some(Stance::Support)));
    assert_eq!(opinion(&desk, 7), ("反对".to_owned(), Some(Stance::Oppose)));
    // The last line is a line like the others.
    assert_eq!(opinion(&desk, 8), ("没意见".to_owned(), None));
    let notice = desk.model.notice.as_ref().map(|notice| notice.text.as_str());
    assert_eq!(notice, Some("粘贴的内容已记完，这次记入 3 行。"));
    assert_eq!(desk.model.capture.text(), "");
}

#[test]
fn a_paste_stops_at_what_is_refused_and_goes_on_after_it_is_put_right() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.send(Msg::Paste("王小明：一\n查无此人：二\n李强：三\n".to_owned()));
    assert_eq!(desk.model.capture.text(), "查无此人：二");
    assert_eq!(desk.model.pasted.len(), 1);
    desk.ctrl('u');
    desk.enter("陈桂花：二");
    assert_eq!(desk.model.pasted.len(), 0);
    assert_eq!(opinion(&desk, 6).0, "一");
    assert_eq!(opinion(&desk, 7).0, "二");
    assert_eq!(opinion(&desk, 8).0, "三");
}

#[test]
fn a_short_paste_is_text_at_the_caret() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.write("应照顾人");
    desk.key(KeyCode::Left);
    desk.send(Msg::Paste("老".to_owned()));
    assert_eq!(desk.model.capture.text(), "应照顾老人");
    let before = saves(&desk);
    desk.key(KeyCode::Enter);
    assert_eq!(saves(&desk), before + 1);
}

#[test]
fn a_paste_beyond_measure_is_refused_whole() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.write("半句");
    let before = desk.model.meeting.lines().len();
    desk.send(Msg::Paste("长".repeat(1_000_000)));
    desk.send(Msg::Paste("行\n".repeat(10_000)));
    assert_eq!(desk.model.meeting.lines().len(), before);
    assert_eq!(desk.model.capture.text(), "半句", "what was being typed is kept");
    assert_eq!(desk.model.notice.clone().unwrap().tone, Tone::Refused);
}

#[test]
fn alt_with_chinese_is_text() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.send(Msg::Key(KeyEvent::new(KeyCode::Char('中'), KeyModifiers::ALT)));
    assert_eq!(desk.model.capture.text(), "中");
}

#[test]
fn saving_trouble_is_told_until_it_is_over_and_nothing_typed_is_lost() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.enter("第一句");
    let failed =
        |waiting| Msg::Saving(SaveNews::Failed { waiting, why: "磁盘已满".to_owned() });
    desk.send(failed(1));
    desk.enter("第二句");
    desk.send(failed(2));
    assert_eq!(desk.model.unsaved(), 2);
    assert!(desk.screen(80, 24).contains("磁盘已满"));
    assert!(
        desk.screen(80, 24)
            .contains(&desk.model.words.tell(id::SAVED_NOT, &[("count", 2u32.into())]))
    );
    desk.ctrl('r');
    assert_eq!(desk.effects.last(), Some(&Effect::Retry));
    desk.enter("/另存 /media/u");
    assert_eq!(desk.effects.last(), Some(&Effect::SaveTo("/media/u".to_owned())));
    // Leaving asks first.
    desk.ctrl('q');
    assert_eq!(desk.model.panel, Some(Panel::LeaveUnsaved));
    desk.key(KeyCode::Esc);
    assert_eq!(desk.model.panel, None);
    desk.all_saved();
    assert!(!desk.screen(80, 24).contains("磁盘已满"));
    desk.ctrl('q');
    assert_eq!(desk.effects.last(), Some(&Effect::Quit));
}

#[test]
fn the_screen_is_drawn_anew_only_when_something_changed() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.now = at("19:12:00");
    assert!(desk.send(Msg::Tick), "a second has passed");
    assert!(!desk.send(Msg::Tick), "the same second");
    let mut paused = Desk::amid(Lang::Zh).typed(&[("19:12:00", "/暂停")]);
    paused.now = at("19:12:30");
    assert!(!paused.send(Msg::Tick), "no clock runs");
    paused.now = at("19:13:00");
    assert!(paused.send(Msg::Tick), "the clock on the wall shows minutes");
}

#[test]
fn lines_of_another_writer_are_followed() {
    let mut writer = Desk::amid(Lang::Zh);
    let mut reader = Desk::amid(Lang::Zh);
    writer.enter("王小明：新的意见");
    let line = writer.model.meeting.lines().last().unwrap().clone();
    reader.send(Msg::Followed(vec![line]));
    assert_eq!(reader.model.session(), writer.model.session());
    assert_eq!(reader.model.unsaved(), 0);
    let lines = writer.model.meeting.lines()[..5].to_vec();
    reader.send(Msg::Reread(lines));
    assert_eq!(reader.model.meeting.lines().len(), 5);
}

#[test]
fn before_the_opening_it_tells_who_has_not_come_yet() {
    let mut desk = Desk::prepared(Lang::Zh);
    assert!(!desk.screen(80, 24).contains("应到"));
    desk.enter("/应到 陈桂花、刘芳 7栋、周正");
    assert!(desk.screen(80, 24).contains("应到 3 人，已到 0 人"), "{}", desk.screen(80, 24));
    assert!(desk.screen(80, 24).contains("还没到：陈桂花、刘芳、周正"));
    desk.enter("/签到 刘芳 7栋");
    assert!(desk.screen(80, 24).contains("应到 3 人，已到 1 人"));
    assert!(desk.screen(80, 24).contains("还没到：陈桂花、周正"));
    desk.enter("/开会");
    assert!(!desk.screen(80, 24).contains("还没到"));
}

#[test]
fn a_clock_set_back_shows_the_latest_entry_until_it_has_caught_up() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.now = at("18:00:00");
    desk.enter("时钟倒退也要记");
    assert_eq!(desk.model.notice, None);
    let line = desk.model.meeting.lines().last().unwrap();
    assert_eq!(line.at, at("19:11:55"));
}

#[test]
fn every_action_has_a_key_that_is_not_a_bare_letter() {
    let keymap = Keymap::standard();
    for does in Does::ALL {
        let keys = Place::ALL.map(|place| keymap.keys(place).key_for(*does));
        assert!(keys.iter().any(|key| !key.is_empty()), "{does:?} has no key");
    }
    for place in Place::ALL {
        assert!(keymap.keys(place).rows().all(|(key, _)| !key.is_bare_sign()), "{place:?}");
    }
}

#[test]
fn the_language_changes_while_it_runs_and_nothing_else_does() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.write("半句");
    desk.ctrl('l');
    assert_eq!(desk.model.words.lang(), Lang::En);
    assert_eq!(desk.model.capture.text(), "半句");
    assert!(desk.screen(80, 24).contains("Agenda"));
    desk.ctrl('u');
    desk.enter("/lang zh");
    assert_eq!(desk.model.words.lang(), Lang::Zh);
}

#[test]
fn ending_an_item_that_is_hindered_asks_twice_and_says_so_in_the_record() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.key(KeyCode::F(5));
    desk.key(KeyCode::Enter);
    assert!(matches!(desk.model.panel, Some(Panel::EndItem { warned: true, .. })));
    // Another choice is asked anew.
    desk.key(KeyCode::Down);
    assert!(matches!(desk.model.panel, Some(Panel::EndItem { choice: 1, warned: false })));
    desk.key(KeyCode::Enter);
    desk.key(KeyCode::Enter);
    let item = desk.model.session().agenda().nth(1).unwrap();
    assert!(matches!(item.state, ItemState::Closed(..)), "{:?}", item.state);
    let last = format!("{:?}", desk.model.meeting.lines().last().unwrap().events);
    assert!(last.contains("Question(OpinionId(4))") && last.contains("Test"), "{last}");
}

#[test]
fn a_key_that_could_only_be_refused_says_so_at_once() {
    let mut desk = Desk::prepared(Lang::Zh);
    for number in [2, 3, 6, 7] {
        desk.key(KeyCode::F(number));
        assert_eq!(desk.model.capture.text(), "", "F{number} before the opening");
        assert_eq!(desk.model.notice.clone().unwrap().tone, Tone::Refused);
    }
    desk.key(KeyCode::F(9));
    assert_eq!(desk.model.capture.text(), "/签到 ", "signing in comes before");
    let mut desk = Desk::amid(Lang::Zh).typed(&[("19:20:00", "/结束 结转")]);
    desk.key(KeyCode::F(2));
    assert_eq!(desk.model.capture.text(), "", "no item is on the table");
    desk.key(KeyCode::F(3));
    assert_eq!(desk.model.capture.text(), "/行动 ", "an action needs none");
}

#[test]
fn closing_while_an_item_is_open_asks_how_it_ends() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.key(KeyCode::F(10));
    assert!(matches!(desk.model.panel, Some(Panel::EndItem { warned: false, .. })));
    desk.key(KeyCode::Esc);
    desk.enter("/散会");
    assert!(matches!(desk.model.panel, Some(Panel::EndItem { .. })));
}

#[test]
fn the_palette_does_what_its_key_does_and_begins_commands() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.ctrl('g');
    desk.write("zanting");
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.session().phase, Phase::Paused);
    assert!(desk.model.aid.is_none());
    // What was being typed becomes the argument of a command that is chosen.
    desk.write("王小明");
    desk.ctrl('g');
    desk.write("离场");
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.capture.text(), "/离场 王小明");
}

#[test]
fn a_lone_question_mark_asks_for_help() {
    for mark in ["?", "？"] {
        let mut desk = Desk::amid(Lang::Zh);
        desk.enter(mark);
        assert!(matches!(desk.model.aid, Some(Aid::Help(0))));
        assert_eq!(desk.model.capture.text(), "");
        desk.key(KeyCode::Esc);
        assert!(desk.model.aid.is_none());
    }
}
