//! The form for preparing a meeting: every change is a line of the record, what is refused stays to
//! be put right, and nothing that was typed is lost.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod prepare_support;
#[path = "common/screen.rs"]
mod screen;
#[path = "common/topics.rs"]
mod topics;

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use prepare_support::{Form, monday};
use ratatui::layout::Rect;
use topics::{accepted, known, raised, rules, surveyed};
use yishi::domain::action::{ActionState, Promise};
use yishi::domain::command::Command;
use yishi::domain::event::{Event, FORMAT, Setup};
use yishi::domain::ids::{ActionId, ExpectedId, ItemId};
use yishi::domain::item::{Outcome, PlannedItem};
use yishi::domain::ledger::{Ledger, LedgerEvent};
use yishi::domain::meeting::Meeting;
use yishi::domain::record::{Line, Moment};
use yishi::domain::rules::SurveyMode;
use yishi::domain::session::Session;
use yishi::store::settings::Bell;
use yishi::text::words::Lang;
use yishi::tui::keeping::SaveNews;
use yishi::tui::keymap::{Does, Keymap, Place};
use yishi::tui::prepare::fields::Field;
use yishi::tui::prepare::lists::{Earlier, Offered, Unusable};
use yishi::tui::prepare::model::Over;
use yishi::tui::prepare::msg::{Effect, Exit, Msg};
use yishi::tui::stage::Pointer;
use yishi::tui::writing::Written;

fn agenda(rows: &[(&str, Option<u32>)]) -> Vec<(String, Option<u32>)> {
    rows.iter().map(|(title, minutes)| ((*title).to_owned(), *minutes)).collect()
}

#[test]
fn a_meeting_is_prepared_row_by_row() {
    let mut form = Form::new(Lang::Zh);
    form.enter("十二月协商会");
    form.enter("下周五");
    form.enter("晚上7点半");
    form.enter("议事室");
    form.enter("wxm");
    form.enter("李敏");
    form.enter("南塘");
    assert_eq!(form.model.here, Field::Procedure);
    form.key(KeyCode::Down);
    form.enter("改造方案；三年台账");
    form.enter("今天");
    assert_eq!(form.model.here, Field::NewItem);
    form.enter("停车位改造 | 20");
    form.enter("下水道 10分钟");
    form.key(KeyCode::Down);
    form.enter("陈桂花、刘芳 7栋");
    let session = form.model.session();
    let setup = &session.setup;
    assert_eq!(setup.title, "十二月协商会");
    assert_eq!(setup.on.to_string(), "2026-12-04");
    assert_eq!(setup.starts.unwrap().to_string(), "19:30:00");
    assert_eq!(setup.place.as_deref(), Some("议事室"));
    assert_eq!(setup.facilitator.as_deref(), Some("王小明"), "initials of somebody known");
    assert_eq!(setup.recorder.as_deref(), Some("李敏"), "somebody nobody knows");
    assert_eq!(session.rules.name, "南塘十三条");
    assert!(session.papers.iter().eq(["改造方案", "三年台账"]));
    assert_eq!(session.notice.as_ref().unwrap().on, monday().date_naive());
    assert_eq!(form.agenda(), agenda(&[("停车位改造", Some(20)), ("下水道", Some(10))]));
    assert_eq!(form.expected(), ["陈桂花", "刘芳"]);
    assert_eq!(session.expected[0].key.as_deref(), Some("k1"));
    // Every change is one line, and each was handed out to be saved.
    let lines = form.model.meeting.lines();
    assert_eq!(lines.len(), 13);
    assert_eq!(form.lines(), lines[1..]);
}

#[test]
fn moving_away_takes_a_row_in_and_an_unchanged_one_writes_nothing() {
    let mut form = Form::new(Lang::Zh);
    for _ in 0..20 {
        form.key(KeyCode::Down);
    }
    for _ in 0..20 {
        form.key(KeyCode::Up);
    }
    assert_eq!(form.model.meeting.lines().len(), 1);
    form.go(Field::Place);
    form.write("议事室");
    form.key(KeyCode::Up);
    assert_eq!(form.model.session().setup.place.as_deref(), Some("议事室"));
    // Typed otherwise, but the same.
    form.overwrite("");
    form.key(KeyCode::Esc);
    form.go(Field::Date);
    form.enter("2026年11月27日");
    assert_eq!(form.model.meeting.lines().len(), 2);
}

#[test]
fn what_is_refused_stays_with_the_reason_beside_it() {
    let mut form = Form::new(Lang::Zh);
    for (field, text, why) in [
        (Field::Title, "  ", "没有写内容"),
        (Field::Date, "改天", "看不懂日期"),
        (Field::Date, "2月30日", "没有"),
        (Field::Starts, "25:00", "没有"),
        (Field::Starts, "不够", "看不懂时间"),
        (Field::Facilitator, "wf", "可能是"),
        (Field::NewItem, "停车位 | 99999", "99999"),
        (Field::NewExpected, "王", "相近"),
    ] {
        form.go(field);
        form.overwrite(text);
        for key in [KeyCode::Enter, KeyCode::Down, KeyCode::Up] {
            form.key(key);
            assert_eq!(form.model.here, field, "{text}");
            assert_eq!(form.model.line.text(), text, "nothing typed is lost");
            assert!(form.complaint().contains(why), "{text}: {}", form.complaint());
        }
        assert_eq!(form.model.meeting.lines().len(), 1);
        // The first Esc may only close what is offered.
        form.key(KeyCode::Esc);
        form.key(KeyCode::Esc);
        assert_eq!((form.complaint(), form.model.is_edited()), ("", false));
    }
}

#[test]
fn esc_has_a_row_as_it_was_and_so_has_undo_while_it_is_edited() {
    let mut form = Form::new(Lang::Zh);
    form.write("！");
    form.key(KeyCode::Esc);
    assert_eq!(form.model.line.text(), "十一月协商会");
    form.write("？");
    form.ctrl('z');
    assert_eq!(form.model.line.text(), "十一月协商会");
    assert_eq!(form.model.meeting.lines().len(), 1);
}

#[test]
fn undo_and_redo_go_through_everything() {
    let mut form = Form::with(Lang::Zh, &[("停车位", Some(20))]);
    let start = form.model.session().clone();
    form.enter("十二月协商会");
    form.go(Field::NewItem);
    form.enter("路灯");
    form.go(Field::Item(ItemId(1)));
    form.enter("");
    let end = form.model.session().clone();
    assert_eq!(form.agenda(), agenda(&[("路灯", None)]), "an emptied row is removed");
    for _ in 0..3 {
        form.ctrl('z');
        assert!(form.notice().starts_with("已撤销"), "{}", form.notice());
    }
    assert_eq!(form.model.session(), &start);
    for _ in 0..3 {
        form.ctrl('y');
    }
    assert_eq!(form.model.session(), &end);
    form.ctrl('y');
    assert!(form.notice().contains("没有可以重做"), "{}", form.notice());
}

#[test]
fn undo_leads_to_what_it_brought_back() {
    let mut form = Form::with(Lang::Zh, &[("停车位", Some(20)), ("路灯", None)]);
    form.go(Field::Item(ItemId(1)));
    form.ctrl('d');
    assert_eq!(form.model.here, Field::Item(ItemId(2)));
    form.ctrl('z');
    assert_eq!(form.model.here, Field::Item(ItemId(1)));
    assert_eq!(form.model.line.text(), "停车位 | 20");
}

#[test]
fn items_move_with_the_bar() {
    let mut form = Form::with(Lang::Zh, &[("一", None), ("二", None), ("三", None)]);
    form.go(Field::Item(ItemId(1)));
    form.alt(KeyCode::Down);
    form.alt(KeyCode::Down);
    form.alt(KeyCode::Down);
    assert_eq!(form.agenda(), agenda(&[("二", None), ("三", None), ("一", None)]));
    assert_eq!(form.model.here, Field::Item(ItemId(1)));
    form.write("甲");
    form.alt(KeyCode::Up);
    assert_eq!(form.agenda(), agenda(&[("二", None), ("一甲", None), ("三", None)]));
    // Two moves down, the words, one up: at the end of the agenda nothing is written.
    assert_eq!(form.model.meeting.lines().len(), 5);
    form.go(Field::Title);
    form.alt(KeyCode::Up);
    assert!(form.notice().contains("只有议程"), "{}", form.notice());
}

#[test]
fn minutes_are_changed_and_taken_away_in_the_row() {
    let mut form = Form::with(Lang::Zh, &[("停车位", Some(20))]);
    form.go(Field::Item(ItemId(1)));
    assert_eq!(form.model.line.text(), "停车位 | 20");
    form.enter("停车位 | 半小时");
    assert_eq!(form.agenda(), agenda(&[("停车位", Some(30))]));
    form.go(Field::Item(ItemId(1)));
    form.enter("停车位");
    assert_eq!(form.agenda(), agenda(&[("停车位", None)]));
}

#[test]
fn what_may_be_empty_is_taken_away() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::Starts);
    form.enter("19:00");
    form.enter("议事室");
    form.go(Field::Starts);
    form.enter("");
    assert_eq!(form.model.session().setup.starts, None);
    form.go(Field::Place);
    form.ctrl('d');
    assert_eq!(form.model.session().setup.place, None);
    form.go(Field::Title);
    form.ctrl('d');
    assert!(form.complaint().contains("不能空着"), "{}", form.complaint());
}

#[test]
fn names_are_completed_and_tab_goes_through_them() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::Facilitator);
    form.write("wf");
    form.key(KeyCode::Tab);
    let first = form.model.line.text().to_owned();
    form.key(KeyCode::Tab);
    let second = form.model.line.text().to_owned();
    form.key(KeyCode::Tab);
    let mut both = [first.as_str(), second.as_str()];
    both.sort_unstable();
    assert_eq!(both, ["王芳(13栋)", "王芳(3栋)"]);
    assert_eq!(form.model.line.text(), first, "after the last comes the first");
    form.overwrite("cgh");
    form.key(KeyCode::Tab);
    form.key(KeyCode::Enter);
    assert_eq!(form.model.session().setup.facilitator.as_deref(), Some("陈桂花"));
}

#[test]
fn whoever_is_expected_is_put_right_excused_and_removed_in_the_row() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::NewExpected);
    form.enter("刘芳、周正 2栋");
    form.go(Field::Expected(ExpectedId(1)));
    assert_eq!(form.model.line.text(), "刘芳");
    form.enter("刘芳 7栋 居民代表");
    assert_eq!(form.expected(), ["周正", "刘芳"]);
    form.go(Field::Expected(ExpectedId(3)));
    assert_eq!(form.model.line.text(), "刘芳（7栋、居民代表）");
    form.key(KeyCode::End);
    form.write("：出差");
    form.key(KeyCode::Enter);
    form.go(Field::Expected(ExpectedId(3)));
    assert_eq!(form.model.line.text(), "刘芳（7栋、居民代表）：出差");
    form.enter("刘芳（7栋、居民代表）");
    let again = form.model.session().expected.last().unwrap().clone();
    assert_eq!((again.name.as_str(), again.household.as_deref()), ("刘芳", Some("7栋")));
    form.go(Field::Expected(ExpectedId(2)));
    form.enter("周正、李强");
    assert!(form.complaint().contains("只写一个人"), "{}", form.complaint());
    form.enter("");
    assert_eq!(form.expected(), ["刘芳"]);
}

#[test]
fn an_agenda_is_pasted_whole_or_not_at_all() {
    let mut form = Form::with(Lang::Zh, &[("停车位", Some(20))]);
    form.go(Field::NewItem);
    form.paste("1. 路灯 | 5\r\n\r\n2、绿化 15分钟\r\n# 说明\r\n3. 门禁\r\n");
    let all = [("停车位", Some(20)), ("路灯", Some(5)), ("绿化", Some(15)), ("门禁", None)];
    assert_eq!(form.agenda(), agenda(&all));
    assert_eq!(form.lines().len(), 1, "one line, one step of undo");
    assert!(form.notice().contains("3 项"), "{}", form.notice());
    form.paste("充电桩 | 5\n电梯 | 0\n消防 | 5");
    assert_eq!(form.agenda(), agenda(&all), "nothing is half taken");
    assert!(form.complaint().contains("第 2 行"), "{}", form.complaint());
    form.key(KeyCode::Esc);
    form.ctrl('z');
    assert_eq!(form.agenda(), agenda(&all[..1]));
    // What was begun belongs to the first line.
    form.go(Field::NewItem);
    form.write("修");
    form.paste("路灯\n修门禁");
    assert_eq!(form.agenda(), agenda(&[all[0], ("修路灯", None), ("修门禁", None)]));
    let many = "事项\n".repeat(500);
    form.paste(&many);
    assert!(form.complaint().contains("第 498 行") && form.complaint().contains("500"));
    form.key(KeyCode::Esc);
    form.paste(&"x\n".repeat(2_001));
    assert!(form.notice().contains("粘贴的内容太大"), "{}", form.notice());
}

#[test]
fn a_list_of_people_is_pasted_and_a_single_line_is_text() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::NewExpected);
    form.enter("陈桂花");
    form.paste("陈桂花\t3栋\n刘芳\t7栋\t居民代表\n孙丽\n");
    assert_eq!(form.expected(), ["陈桂花", "刘芳", "孙丽"], "whoever is listed is listed once");
    form.paste("周正 2栋\n王");
    assert!(form.complaint().contains("第 2 行"), "{}", form.complaint());
    assert_eq!(form.expected().len(), 3);
    form.key(KeyCode::Esc);
    form.paste("陈桂花\n孙丽");
    assert!(form.complaint().contains("已经在应到名单上"), "{}", form.complaint());
    form.go(Field::Place);
    form.paste("议事室\n");
    assert_eq!(form.model.line.text(), "议事室");
    form.paste("一\n二");
    assert!(form.complaint().contains("只能写一行"), "{}", form.complaint());
    assert_eq!(form.model.line.text(), "议事室");
}

#[test]
fn a_template_brings_its_items() {
    let mut form = Form::new(Lang::Zh);
    form.model.templates.push(Offered::own("坏", Err(Unusable::NotUtf8)));
    form.key(KeyCode::F(3));
    form.key(KeyCode::Down);
    form.key(KeyCode::Enter);
    assert!(form.model.over.is_none());
    assert_eq!(form.agenda()[0], ("介绍拟作的决定和依据".to_owned(), Some(15)));
    assert_eq!(form.agenda().len(), 6);
    assert_eq!(form.lines().len(), 1);
    assert_eq!(form.model.here, Field::NewItem);
    form.key(KeyCode::F(3));
    form.key(KeyCode::PageDown);
    form.key(KeyCode::Enter);
    assert!(form.notice().contains("UTF-8"), "{}", form.notice());
    form.key(KeyCode::F(3));
    assert!(form.model.over.is_none(), "the key that opened it closes it");
}

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

/// October's meeting: parking carried over, lights not reached, an action overdue and one done.
fn october() -> (Session, Ledger) {
    let item = |title: &str| PlannedItem { title: title.to_owned(), minutes: Some(15) };
    let setup = Setup {
        format: FORMAT,
        device: "test".to_owned(),
        community: "test".to_owned(),
        community_name: "锦苑社区".to_owned(),
        title: "十月协商会".to_owned(),
        on: "2026-10-15".parse().unwrap(),
        starts: None,
        place: None,
        facilitator: None,
        recorder: None,
        turn_seconds: 180,
        threshold: yishi::domain::agreement::Threshold::default(),
        agenda: vec![item("停车位"), item("路灯")],
    };
    let evening = at("2026-10-15T19:00:00+08:00");
    let mut meeting = Meeting::create(setup, evening, "李敏");
    let promise = |what: &str| {
        Command::Promise(Promise {
            what: what.to_owned(),
            owner: Some("物业".to_owned()),
            due: Some("2026-11-01".parse().unwrap()),
            ..Promise::default()
        })
    };
    for command in [
        Command::Open,
        Command::OpenItem(None),
        promise("公示方案"),
        promise("修门禁"),
        Command::CloseItem { outcome: Outcome::CarriedOver, why: None, despite: false },
        Command::Close { leave: true },
    ] {
        meeting.carry_out(&command, evening, "李敏").unwrap();
    }
    let mut ledger = Ledger::default();
    let done = LedgerEvent::ActionReported {
        session: "october".to_owned(),
        action: ActionId(2),
        state: ActionState::Done,
        note: None,
    };
    ledger.evolve(
        "laptop-4a1c",
        &Line { seq: 0, at: evening, by: "李敏".to_owned(), events: vec![done] },
    );
    (meeting.session().clone(), ledger)
}

fn earlier() -> Earlier {
    let (session, ledger) = october();
    Earlier { held: vec![("october".to_owned(), session)], ledger, unread: 0 }
}

#[test]
fn what_earlier_meetings_left_is_taken_up_one_by_one_or_all_at_once() {
    let mut form = Form::new(Lang::Zh);
    form.key(KeyCode::F(4));
    assert_eq!(form.effects, [Effect::LookForEarlier], "they are read when asked for");
    form.key(KeyCode::Enter);
    assert!(form.lines().is_empty(), "nothing is found yet");
    form.send(Msg::Earlier(Ok(Box::new(earlier()))));
    form.key(KeyCode::Enter);
    assert_eq!(form.agenda(), agenda(&[("停车位", Some(15))]));
    form.key(KeyCode::F(7));
    let all = [("停车位", Some(15)), ("路灯", Some(15)), ("跟进：公示方案", None)];
    assert_eq!(form.agenda(), agenda(&all));
    assert_eq!(form.lines().len(), 2);
    form.key(KeyCode::F(7));
    assert_eq!(form.lines().len(), 2, "nothing is left to take");
    // What is undone can be taken up again.
    form.ctrl('z');
    form.key(KeyCode::Down);
    form.key(KeyCode::Enter);
    assert_eq!(form.agenda(), agenda(&[("停车位", Some(15)), ("跟进：公示方案", None)]));
    form.key(KeyCode::Esc);
    form.key(KeyCode::F(4));
    assert_eq!(form.effects.iter().filter(|it| **it == Effect::LookForEarlier).count(), 1);
}

#[test]
fn of_all_that_is_left_what_can_be_taken_is_and_the_rest_is_told() {
    let mut form = Form::new(Lang::Zh);
    let topics = (17..=19).flat_map(|number| [raised(number), accepted(number)]);
    form.model.directory.offer_topics(known(topics.chain([surveyed(18), surveyed(19)])));
    let strict = Command::AdoptRules(Arc::new(rules(SurveyMode::Strict)));
    form.model.meeting.carry_out(&strict, form.now, "李敏").unwrap();
    form.key(KeyCode::F(4));
    form.send(Msg::Earlier(Ok(Box::new(earlier()))));
    form.key(KeyCode::F(7));
    let taken = ["停车位", "路灯", "跟进：公示方案", "议题18", "议题19"];
    assert_eq!(form.agenda().into_iter().map(|it| it.0).collect::<Vec<_>>(), taken);
    let notice = form.notice();
    assert!(notice.contains("已加入 5 项，1 项没有加入：不调研不协商：17 号议题"), "{notice}");
    // With nothing else to take it is told why that one is not.
    form.key(KeyCode::F(7));
    assert!(form.notice().starts_with("不调研不协商：17 号议题"), "{}", form.notice());
}

#[test]
fn rules_that_are_removed_tell_what_they_were_and_those_adopted_what_surveys_lack() {
    let mut form = Form::new(Lang::Zh);
    form.model.directory.offer_topics(known([raised(17), accepted(17)]));
    form.key(KeyCode::F(4));
    form.send(Msg::Earlier(Ok(Box::new(earlier()))));
    form.key(KeyCode::F(7));
    form.key(KeyCode::Esc);
    form.go(Field::Rules);
    form.write("不调研不协商");
    form.key(KeyCode::Enter);
    let lines = form.lines().len();
    let last = |form: &Form| form.lines().last().unwrap().events.len();
    assert_eq!(last(&form), 2, "what the survey lacks is part of the line");
    form.go(Field::Rules);
    form.ctrl('d');
    assert_eq!((form.lines().len(), last(&form)), (lines + 1, 2));
    assert!(form.notice().contains("规则"), "{}", form.notice());
    form.ctrl('z');
    form.ctrl('z');
    let item = form.model.session().agenda().last().unwrap();
    assert!(item.topic.as_ref().unwrap().lacking.is_empty());
}

#[test]
fn earlier_meetings_that_cannot_be_read_are_told_and_tried_again() {
    let mut form = Form::new(Lang::Zh);
    form.key(KeyCode::F(4));
    form.send(Msg::Earlier(Err("没有权限。".to_owned())));
    assert!(form.screen(80, 24).contains("没有权限"));
    form.key(KeyCode::Esc);
    form.key(KeyCode::F(4));
    assert_eq!(form.effects.iter().filter(|it| **it == Effect::LookForEarlier).count(), 2);
}

#[test]
fn people_are_chosen_by_typing_and_enter() {
    let mut form = Form::new(Lang::Zh);
    form.key(KeyCode::F(6));
    form.write("cgh");
    form.key(KeyCode::Enter);
    assert_eq!(form.expected(), ["陈桂花"]);
    form.key(KeyCode::Enter);
    assert_eq!(form.expected(), [""; 0], "the same key chooses and takes back");
    // By capacity, by unit, all that are shown in one step.
    form.ctrl('u');
    form.write("居民代表");
    form.key(KeyCode::Enter);
    form.ctrl('u');
    form.write("3栋");
    let before = form.lines().len();
    form.key(KeyCode::F(7));
    assert_eq!(form.lines().len(), before + 1);
    let mut names = form.expected();
    names.sort_unstable();
    assert_eq!(names, ["王芳", "王芳", "陈桂花"], "units that contain it, 13栋 too");
    form.key(KeyCode::F(7));
    assert!(form.notice().contains("已经在应到名单上"), "{}", form.notice());
    form.ctrl('u');
    form.write("zzz");
    form.key(KeyCode::Enter);
    assert_eq!(form.expected().len(), 3);
    form.key(KeyCode::Esc);
    assert!(form.model.over.is_none());
}

#[test]
fn the_meeting_starts_now_or_later() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::Place);
    form.write("议事室");
    form.key(KeyCode::F(5));
    assert_eq!(form.left(), Some(Exit::Desk));
    assert_eq!(form.model.session().setup.place.as_deref(), Some("议事室"), "taken in first");
    let mut form = Form::new(Lang::Zh);
    form.write("！");
    form.ctrl('q');
    assert_eq!(form.left(), Some(Exit::Back));
    assert_eq!(form.model.session().setup.title, "十一月协商会！");
    let mut form = Form::new(Lang::Zh);
    form.go(Field::Starts);
    form.write("x");
    for key in [KeyCode::F(5), KeyCode::F(2), KeyCode::F(6)] {
        form.key(key);
        assert_eq!((form.left(), form.model.over.is_none()), (None, true));
    }
    form.ctrl('q');
    assert_eq!(form.left(), None, "what cannot be taken in is not thrown away");
    form.key(KeyCode::Esc);
    form.ctrl('q');
    assert_eq!(form.left(), Some(Exit::Back));
}

#[test]
fn nothing_starts_or_ends_while_something_is_not_saved() {
    let mut form = Form::new(Lang::Zh);
    form.enter("十二月协商会");
    form.send(Msg::Saving(SaveNews::Failed { waiting: 1, why: "磁盘已满。".to_owned() }));
    assert!(form.screen(80, 24).contains("磁盘已满"));
    form.key(KeyCode::F(5));
    assert!(form.left().is_none() && form.notice().contains("没有存好"), "{}", form.notice());
    form.ctrl('q');
    assert!(matches!(form.model.over, Some(Over::LeaveUnsaved)) && form.left().is_none());
    form.ctrl('r');
    assert_eq!(form.effects.last(), Some(&Effect::Retry));
    form.all_saved();
    assert!(form.model.over.is_none(), "saved after all");
    form.key(KeyCode::F(5));
    assert_eq!(form.left(), Some(Exit::Desk));
}

#[test]
fn a_record_that_cannot_be_written_is_only_shown() {
    let mut form = Form::new(Lang::Zh);
    form.model.read_only = Some(yishi::tui::desk::model::ReadOnly("只能查看。".to_owned()));
    form.write("！");
    form.key(KeyCode::Enter);
    form.key(KeyCode::F(3));
    form.key(KeyCode::Enter);
    form.key(KeyCode::Esc);
    form.go(Field::NewItem);
    form.paste("一\n二");
    form.ctrl('d');
    assert_eq!(form.model.meeting.lines().len(), 1);
    assert!(form.effects.is_empty());
    let line = form.model.meeting.clone();
    let mut line = line;
    let added = line.carry_out(&Command::Note("x".to_owned()), monday(), "李敏").unwrap().clone();
    form.send(Msg::Followed(vec![added]));
    assert_eq!(form.model.meeting.lines().len(), 2);
}

#[test]
fn after_the_opening_it_corrects_by_entries_and_what_has_begun_stays() {
    let mut form = Form::with(Lang::Zh, &[("停车位", Some(20)), ("路灯", None)]);
    for command in [Command::Open, Command::OpenItem(None)] {
        let line = form.model.meeting.carry_out(&command, monday(), "李敏").unwrap().clone();
        let lines = form.model.meeting.lines().to_vec();
        assert_eq!(lines.last(), Some(&line));
        form.send(Msg::Reread(lines));
    }
    form.go(Field::Recorder);
    form.enter("李敏");
    assert_eq!(form.model.session().setup.recorder.as_deref(), Some("李敏"));
    form.go(Field::Item(ItemId(1)));
    form.ctrl('d');
    assert!(form.complaint().contains("已经开始或结束"), "{}", form.complaint());
    form.key(KeyCode::Esc);
    form.alt(KeyCode::Down);
    assert!(form.notice().contains("不能再移动"), "{}", form.notice());
    assert!(form.screen(80, 24).contains("正在议"), "{}", form.screen(80, 24));
}

#[test]
fn the_language_changes_while_it_runs() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::NewExpected);
    form.enter("刘芳 7栋 居民代表");
    form.go(Field::Expected(ExpectedId(1)));
    form.ctrl('l');
    assert_eq!(form.model.line.text(), "刘芳 (7栋, residents' representative)");
    form.key(KeyCode::End);
    form.write(": ill");
    form.key(KeyCode::Enter);
    let excused = format!("{:?}", form.model.session().expected[0].standing);
    assert_eq!(excused, "Excused(\"ill\")");
}

#[test]
fn the_screen_is_drawn_anew_only_when_something_changed() {
    let mut form = Form::new(Lang::Zh);
    form.now += chrono::TimeDelta::seconds(20);
    assert!(!form.send(Msg::Tick));
    form.now += chrono::TimeDelta::seconds(40);
    assert!(form.send(Msg::Tick));
    assert!(form.send(Msg::Resized));
}

/// The documents that were handed out to be written: where to, what, whether they may replace a file.
fn written(form: &Form) -> Vec<(String, String, bool)> {
    let effects = form.effects.iter().filter_map(|effect| match effect {
        Effect::Write { path, bytes, replace } => {
            Some((path.clone(), String::from_utf8(bytes.clone()).unwrap(), *replace))
        }
        _ => None,
    });
    effects.collect()
}

#[test]
fn notice_and_sign_in_sheet_are_written_to_files_and_never_over_one_unasked() {
    let mut form = Form::with(Lang::Zh, &[("停车位改造", Some(20))]);
    form.model.folder = PathBuf::from("/papers");
    form.model.contact = Some("方静 0851-1".to_owned());
    form.go(Field::Place);
    form.overwrite("三楼");
    form.key(KeyCode::F(8));
    assert_eq!(form.model.session().setup.place.as_deref(), Some("三楼"), "the row is taken in");
    let all = written(&form);
    let [(path, text, false)] = all.as_slice() else { panic!("{all:?}") };
    assert!(path.starts_with("/papers") && path.ends_with("-通知.md"), "{path}");
    for part in ["三楼", "停车位改造", "方静 0851-1", "2026 年 11 月 23 日"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // There is such a file: nothing happens to it before the same key is pressed once more.
    let path = path.clone();
    form.send(Msg::Written(path.clone(), Written::Exists));
    assert!(form.notice().contains("F8") && form.notice().contains(&path), "{}", form.notice());
    form.key(KeyCode::F(9));
    form.send(Msg::Written(path.clone(), Written::Done(PathBuf::from("/papers/x.md"))));
    assert!(form.notice().contains("/papers/x.md"), "{}", form.notice());
    form.key(KeyCode::F(8));
    form.send(Msg::Written(path.clone(), Written::Exists));
    form.key(KeyCode::F(8));
    let all = written(&form);
    let replaces: Vec<bool> = all.iter().map(|(.., replace)| *replace).collect();
    assert_eq!(replaces, [false, false, false, true]);
    assert!(all[1].0.ends_with("-签到表.md") && all[1].1.contains("签名"), "{:?}", all[1]);
    for (refused, part) in [(Written::IsRecord, "不能覆盖"), (Written::IsFolder, "文件夹")] {
        form.key(KeyCode::F(9));
        form.send(Msg::Written(path.clone(), refused));
        assert!(form.notice().contains(part), "{}", form.notice());
    }
    // A row that cannot be taken in is put right first.
    form.go(Field::Date);
    form.overwrite("改天");
    form.key(KeyCode::F(8));
    assert_eq!(written(&form).len(), all.len() + 2);
    assert!(form.complaint().contains("改天"), "{}", form.complaint());
}

#[test]
fn papers_are_taken_away_and_a_notice_is_undone() {
    let mut form = Form::new(Lang::Zh);
    form.go(Field::Papers);
    form.enter("方案；台账");
    form.go(Field::Papers);
    assert_eq!(form.model.line.text(), "方案；台账");
    form.overwrite("");
    form.key(KeyCode::Down);
    assert!(form.model.session().papers.is_empty());
    form.go(Field::Notice);
    form.enter("昨天");
    assert_eq!(form.model.session().notice.as_ref().unwrap().on.to_string(), "2026-11-22");
    form.go(Field::Notice);
    form.overwrite("");
    form.key(KeyCode::Enter);
    assert!(form.complaint().contains("撤销"), "{}", form.complaint());
    form.key(KeyCode::Esc);
    form.ctrl('d');
    assert!(form.complaint().contains("撤销"), "{}", form.complaint());
    form.overwrite("2026-12-30");
    form.key(KeyCode::Enter);
    assert!(form.complaint().contains("2026-12-30"), "{}", form.complaint());
    form.key(KeyCode::Esc);
    form.ctrl('z');
    assert_eq!(form.model.session().notice, None);
}

#[test]
fn every_key_of_the_screen_does_something_and_none_is_a_bare_letter() {
    let keys = Keymap::standard().keys(Place::Prepare);
    for does in [
        Does::TimePlan,
        Does::Templates,
        Does::Earlier,
        Does::Begin,
        Does::Expected,
        Does::TakeAll,
        Does::MoveUp,
        Does::MoveDown,
        Does::Remove,
        Does::Notice,
        Does::SignInSheet,
    ] {
        assert!(!keys.key_for(does).is_empty(), "{does:?}");
    }
    assert!(keys.rows().all(|(key, _)| !key.is_bare_sign()));
    // The palette does what its key does.
    let mut form = Form::new(Lang::Zh);
    form.ctrl('g');
    form.write("时间安排");
    form.key(KeyCode::Enter);
    assert!(matches!(form.model.over, Some(Over::TimePlan(_))));
    form.press(KeyCode::Char('l'), KeyModifiers::CONTROL);
    assert!(form.screen(80, 24).contains("Time plan"));
    let no_change = form.lines().is_empty();
    assert!(no_change, "looking writes nothing");
    let events = form.model.meeting.lines().iter().flat_map(|line| &line.events);
    assert!(events.into_iter().all(|event| matches!(event, Event::Created(_))));
}

#[test]
fn a_click_puts_the_bar_on_a_row_and_the_wheel_moves_it() {
    let mut form = Form::with(Lang::Zh, &[("通报", Some(10)), ("停车位", Some(20))]);
    let screen = Rect::new(0, 0, 80, 24);
    let row = |form: &Form, text: &str| {
        let place = form.screen(80, 24).lines().position(|row| row.contains(text)).unwrap();
        u16::try_from(place).unwrap()
    };
    let point = |form: &mut Form, kind, row| {
        let event = MouseEvent { kind, column: 20, row, modifiers: KeyModifiers::NONE };
        form.send(Msg::Mouse(Pointer { event, screen }))
    };
    let click = MouseEventKind::Down(MouseButton::Left);
    form.write("（第二次）");
    let parking = row(&form, "停车位");
    assert!(point(&mut form, click, parking));
    assert_eq!(form.model.here, Field::Item(ItemId(2)));
    assert_eq!(
        form.model.session().setup.title,
        "十一月协商会（第二次）",
        "what was typed is kept"
    );
    assert!(!point(&mut form, click, parking), "the bar is there already");
    assert!(!point(&mut form, click, 0) && !point(&mut form, MouseEventKind::Moved, 3));
    point(&mut form, MouseEventKind::ScrollUp, 0);
    assert_eq!(form.model.here, Field::Item(ItemId(1)));
    // What is refused keeps the bar.
    form.overwrite("通报 | 9999");
    point(&mut form, click, parking);
    assert_eq!(form.model.here, Field::Item(ItemId(1)));
    assert_ne!(form.complaint(), "");
    form.key(KeyCode::Esc);
    // In a list it moves that one's bar; a click behind it does nothing.
    form.key(KeyCode::F(3));
    point(&mut form, MouseEventKind::ScrollDown, 0);
    assert!(matches!(form.model.over, Some(Over::Templates(1))));
    assert!(!point(&mut form, click, parking));
}

#[test]
fn the_bell_is_rung_at_refusals_where_it_is_wanted() {
    let rung = |bell| {
        let mut form = Form::new(Lang::Zh);
        form.model.bell = bell;
        form.enter("改过的名称");
        form.enter("不是日期");
        form.effects.iter().filter(|effect| **effect == Effect::Ring).count()
    };
    assert_eq!(rung(Bell::Off), 0);
    assert_eq!(rung(Bell::TurnOver), 0);
    assert_eq!(rung(Bell::Refusals), 1);
    assert_eq!(rung(Bell::Both), 1);
}
