//! Rules that documents keep, one by one.

#[path = "common/meeting.rs"]
mod common;
mod report_support;

use std::collections::BTreeSet;

use common::*;
use report_support::*;
use yishi::domain::action::{ActionState, Lack, Promise};
use yishi::domain::command::Command;
use yishi::domain::event::Setup;
use yishi::domain::ids::{ActionId, ObjectionId, OpinionId, PointId, ResolutionId};
use yishi::domain::item::Outcome;
use yishi::domain::ledger::Ledger;
use yishi::domain::meeting::Meeting;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::report::actions::{self, ActionRow, Status, Tally};
use yishi::report::{minutes, minutes_json, timeline};
use yishi::text::width::width;
use yishi::text::words::{Lang, Words};

/// Everything nasty that a text may hold.
const NASTY: &str = "\u{1b}[31m\u{9b}2J|<b onclick=x>[点](http://x.cn)\u{202e}`*_\n# 假标题\n\n| a | b |\n\
                     ===\r\n- x\tz www.x.cn a@b.cn &lt; ~~x~~";

fn promise(what: &str, due: Option<chrono::NaiveDate>) -> Command {
    Command::Promise(Promise { what: what.to_owned(), due, ..Promise::default() })
}

/// Five actions with last days in this order: 12-09, none, 12-05, 12-05, 12-01.
fn five_actions() -> Room {
    Room::on_parking().with([
        promise("甲", Some(day(12, 9))),
        promise("乙", None),
        promise("丙", Some(day(12, 5))),
        promise("丁", Some(day(12, 5))),
        promise("戊", Some(day(12, 1))),
    ])
}

fn rows(room: &Room, ledger: &Ledger, today: chrono::NaiveDate) -> Vec<ActionRow> {
    actions::rows_of(&room.meeting, ledger, "jinyuan", "锦苑社区", SESSION, today)
}

fn numbers(rows: &[ActionRow]) -> Vec<u32> {
    rows.iter().map(|row| row.number).collect()
}

#[test]
fn overdue_comes_first_then_the_earliest_day_and_undated_last() {
    let room = five_actions();
    let done = ledger(&[(SESSION, 5, 2, ActionState::Done, None)]);
    // A5 is done: past its day but not overdue, it comes by its day among the others.
    assert_eq!(numbers(&rows(&room, &done, day(12, 6))), [3, 4, 5, 1, 2]);
    assert_eq!(numbers(&rows(&room, &Ledger::default(), day(12, 5))), [5, 3, 4, 1, 2]);
}

#[test]
fn the_last_day_itself_is_not_overdue() {
    let room = five_actions();
    let overdue = |today| {
        let rows = rows(&room, &Ledger::default(), today);
        let late: BTreeSet<u32> =
            rows.iter().filter(|row| row.overdue).map(|row| row.number).collect();
        late.into_iter().collect::<Vec<u32>>()
    };
    assert_eq!(overdue(day(12, 1)), Vec::<u32>::new());
    assert_eq!(overdue(day(12, 2)), [5]);
    assert_eq!(overdue(day(12, 6)), [3, 4, 5]);
    assert_eq!(overdue(day(12, 31)), [1, 3, 4, 5], "an action without a day is never overdue");
}

#[test]
fn a_status_takes_in_what_it_says() {
    let mut room = five_actions();
    room.ok(&Command::DropAction { action: ActionId(3), why: "重复".to_owned() });
    let ledger = ledger(&[
        (SESSION, 5, 2, ActionState::Done, None),
        (SESSION, 4, 2, ActionState::Underway, Some("动工")),
        (SESSION, 3, 2, ActionState::Done, None),
    ]);
    let rows = rows(&room, &ledger, day(12, 6));
    for (status, expected) in [
        (Status::Open, vec![4, 1, 2]),
        (Status::Overdue, vec![4]),
        (Status::Done, vec![5]),
        (Status::All, vec![4, 5, 3, 1, 2]),
    ] {
        assert_eq!(numbers(&actions::select(&rows, status)), expected, "{status:?}");
    }
    // Dropped ones count nowhere: 4 of 5 remain, A5 done, A4 late.
    assert_eq!(Tally::of(&rows), Tally { done: 1, total: 4, overdue: 1 });
    for (lang, line) in [(Lang::Zh, "办结 1/4，逾期 1"), (Lang::En, "done 1/4, overdue 1")] {
        let words = Words::new(lang);
        let table = actions::table(&words, &rows, None);
        assert_eq!(table.lines().last(), Some(line));
        let open = actions::select(&rows, Status::Open);
        let table = actions::table_of(&words, &open, Tally::of(&rows), Some(60));
        assert_eq!(table.lines().last(), Some(line), "some rows, what all add up to");
    }
}

#[test]
fn a_row_tells_where_it_came_from_and_the_latest_news() {
    let room = rich_meeting();
    let rows = rows(&room, &rich_ledger(), day(12, 30));
    let first = rows.iter().find(|row| row.number == 1).expect("A1");
    assert_eq!(first.id, format!("jinyuan/{SESSION}/A1"));
    assert_eq!(first.item.as_deref(), Some("停车位改造"));
    assert_eq!(first.opinions, [1, 2]);
    assert_eq!(first.proposers, ["王小明", "李强"]);
    assert_eq!((first.state, first.overdue), (ActionState::Done, false));
    assert_eq!(first.reported, Some(day(12, 3)));
    assert_eq!(first.note.as_deref(), Some("已公示"));
    let second = rows.iter().find(|row| row.number == 2).expect("A2");
    assert_eq!(second.state, ActionState::Open, "another session's A2 is another action");
    assert_eq!(second.lacks, [Lack::Owner, Lack::Due, Lack::Test]);
}

#[test]
fn tables_keep_to_the_width_in_both_languages() {
    let room = rich_meeting();
    let rows = rows(&room, &rich_ledger(), day(12, 30));
    for lang in Lang::ALL {
        for cols in [40, 60, 80, 120] {
            for line in actions::table(&Words::new(lang), &rows, Some(cols)).lines() {
                assert!(width(line) <= cols, "{cols}: {line}");
            }
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    let texts = ["=1+1", "+8613", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1", "加=1", "平常\n=1"];
    // The record trims what surrounds a text, so the rows are made by hand from a real one.
    let room = Room::on_parking().with([promise("甲", None)]);
    let mut list = Vec::new();
    for text in texts {
        let mut row = rows(&room, &Ledger::default(), day(12, 1)).remove(0);
        text.clone_into(&mut row.what);
        row.note = Some(format!("a,\"{text}\""));
        list.push(row);
    }
    let bytes = actions::csv(&Words::new(Lang::Zh), &list);
    let text = std::str::from_utf8(&bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("the mark Excel wants");
    assert_eq!(text.matches("\r\n").count(), 10, "a line each, ended by CR LF");
    assert_eq!(text.matches('\n').count(), 10);
    assert_eq!(unsafe_characters(&text.replace("\r\n", "\n")), "");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let what = reader.headers().expect("heads").iter().position(|head| head == "行动");
    let cells: Vec<String> = reader
        .records()
        .map(|record| record.expect("a record")[what.expect("the column")].to_owned())
        .collect();
    assert_eq!(
        cells,
        ["'=1+1", "'+8613", "'-2", "'@SUM(A1)", "' =1", "'  =1", "'＝1", "加=1", "平常 =1"]
    );
}

/// A meeting in which every text is nasty.
fn nasty_meeting() -> Room {
    let setup = Setup {
        title: NASTY.to_owned(),
        community_name: NASTY.to_owned(),
        place: Some(NASTY.to_owned()),
        facilitator: Some(NASTY.to_owned()),
        agenda: vec![planned(NASTY, Some(5)), planned(NASTY, None)],
        ..setup()
    };
    let somebody = Newcomer {
        name: NASTY.to_owned(),
        role: Role::Other(NASTY.to_owned()),
        household: Some(NASTY.to_owned()),
        key: None,
    };
    let text = || NASTY.to_owned();
    let mut room = Room { meeting: Meeting::create(setup, seven(), NASTY), now: seven() };
    room = room.with([
        Command::SignIn(vec![Who::Joining(somebody.clone()), Who::Joining(somebody)]),
        Command::Open,
        Command::OpenItem(None),
        call(CHEN),
        asks(CHEN, NASTY),
        asks(WANG, NASTY),
        Command::Endorse { opinion: OpinionId(1), who: vec![WANG.into()] },
        Command::Answer { opinion: OpinionId(1), text: text() },
        Command::MakePoint { opinions: vec![OpinionId(1), OpinionId(2)], text: Some(text()) },
        Command::AmendPoint { point: PointId(1), text: format!("{NASTY} {NASTY}") },
        Command::Resolve(text()),
        Command::ReserveWords {
            resolution: Some(ResolutionId(1)),
            who: Some(WANG.into()),
            text: text(),
        },
        Command::Object { who: Some(WANG.into()), text: text() },
        Command::ResolveObjection { objection: ObjectionId(1), how: text() },
        count(2, 0, 0),
        Command::CountHands { hands: hands(1, 0, 0), resolution: None, question: Some(text()) },
        Command::Promise(Promise {
            what: text(),
            owner: Some(text()),
            due: None,
            test: Some(text()),
            from: vec![OpinionId(1)],
            from_points: vec![PointId(1)],
        }),
        Command::Promise(whole_promise()),
        Command::DropAction { action: ActionId(2), why: text() },
        Command::Park { who: Some(CHEN.into()), text: text() },
        Command::Note(text()),
        Command::CloseItem { outcome: Outcome::Agreed, why: Some(text()), despite: true },
        Command::Close { leave: true },
    ]);
    room
}

#[test]
fn nothing_unsafe_reaches_a_document() {
    let room = nasty_meeting();
    let ledger = ledger(&[(SESSION, 1, 2, ActionState::Underway, Some(NASTY))]);
    let rows = actions::rows_of(&room.meeting, &ledger, "jinyuan", NASTY, SESSION, day(12, 1));
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let csv = String::from_utf8(actions::csv(&words, &rows)).expect("UTF-8");
        for document in [
            timeline::timeline(&words, &room.meeting),
            minutes::markdown(&words, &room.meeting, &ledger, SESSION),
            minutes_json::json(&room.meeting, &ledger, SESSION),
            actions::table(&words, &rows, Some(60)),
            actions::markdown(&words, &rows),
            csv.replace("\r\n", "\n"),
            actions::json(&rows),
        ] {
            assert!(document.contains("假标题"), "the text is there");
            assert_eq!(unsafe_characters(&document), "", "{document}");
        }
    }
}

/// What a Markdown reader would take for markup, were it not escaped.
fn bare(document: &str, mark: char) -> usize {
    let mut escaped = false;
    let mut count = 0;
    for c in document.chars() {
        if c == mark && !escaped {
            count += 1;
        }
        escaped = c == '\\' && !escaped;
    }
    count
}

#[test]
fn recorded_text_is_no_markup() {
    let room = nasty_meeting();
    let ledger = ledger(&[(SESSION, 1, 2, ActionState::Underway, Some(NASTY))]);
    let document = minutes::markdown(&Words::new(Lang::Zh), &room.meeting, &ledger, SESSION);
    let own = document.replace("<br>", "");
    for mark in ['<', '[', ']', '`', '_', '~', '@'] {
        assert_eq!(bare(&own, mark), 0, "{mark} in {document}");
    }
    assert!(!own.contains("http://") && !own.contains("www.x"), "{document}");
    let headings: Vec<&str> = document.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings.iter().filter(|line| line.starts_with("# ")).count(), 1);
    assert_eq!(headings.iter().filter(|line| line.starts_with("### ")).count(), 2, "two items");
    for line in document.lines().filter(|line| line.starts_with('|')) {
        let cells = bare(line, '|') - 1;
        // The figures: by person 6, by capacity 5, by position as many as were taken, and two.
        assert!((3..=7).contains(&cells), "{cells} cells: {line}");
    }
}

#[test]
fn what_was_undone_says_so_and_what_was_redone_does_not() {
    let mut room = Room::on_parking();
    room.ok(&says(WANG, "第一句"));
    room.ok(&Command::Undo);
    room.ok(&Command::Redo);
    room.ok(&says(LI, "第二句"));
    room.ok(&Command::Undo);
    let text = timeline::timeline(&Words::new(Lang::Zh), &room.meeting);
    let marked: Vec<&str> = text.lines().filter(|line| line.contains("（已撤销）")).collect();
    assert_eq!(marked.len(), 1, "{text}");
    assert!(marked[0].contains("第二句"), "{text}");
    // Lines 0 to 3 prepared the room: 4 was undone and redone, 7 undone.
    for line in ["撤销第 4 条记录", "恢复第 4 条记录", "撤销第 7 条记录"] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn a_line_is_told_against_the_state_it_met() {
    let mut room = Room::on_parking();
    room.ok(&ends(Outcome::CarriedOver));
    // Drains are the second item when they begin, and the third once a new item moved before them.
    room.ok(&Command::MoveItem { item: OTHER, to: 1 });
    room.ok(&Command::OpenItem(Some(DRAINS)));
    let text = timeline::timeline(&Words::new(Lang::Zh), &room.meeting);
    assert!(text.contains("“其他事项”移到议程第 2 位"), "{text}");
    assert!(text.contains("开始第 3 项：下水道疏通"), "{text}");
}

#[test]
fn a_line_of_another_day_comes_under_that_day() {
    let mut room = Room::prepared();
    room.wait(86_400);
    room.ok(&Command::Note("次日补记".to_owned()));
    let text = timeline::timeline(&Words::new(Lang::En), &room.meeting);
    let (first, second) = text.split_once("-- 2026-11-24 --").expect("the next day");
    assert!(first.contains("-- 2026-11-23 --") && second.contains("次日补记"), "{text}");
}

#[test]
fn minutes_say_how_far_the_meeting_is() {
    let ledger = Ledger::default();
    let running = || {
        let mut room = Room::on_parking();
        room.wait(125);
        room.ok(&call(WANG));
        room
    };
    let paused = running().with([Command::Pause]);
    for (room, phase, zh) in [
        (Room::prepared(), "prepared", "会议尚未召开"),
        (running(), "running", "会议正在进行，以下内容截至 19:02"),
        (paused, "paused", "会议正在休会"),
    ] {
        let text = minutes::markdown(&Words::new(Lang::Zh), &room.meeting, &ledger, SESSION);
        assert!(text.contains(zh), "{zh} in {text}");
        let json: serde_json::Value =
            serde_json::from_str(&minutes_json::json(&room.meeting, &ledger, SESSION))
                .expect("JSON");
        assert_eq!(json["phase"], phase);
        assert_eq!(json["format"], 1);
    }
    let prepared =
        minutes::markdown(&Words::new(Lang::Zh), &Room::prepared().meeting, &ledger, SESSION);
    assert!(prepared.contains("计划 30 分钟"), "20 and 10 minutes are planned: {prepared}");
    assert!(prepared.contains("尚无人签到"));
    let text = minutes::markdown(&Words::new(Lang::Zh), &running().meeting, &ledger, SESSION);
    assert!(text.contains("用时：2 分 5 秒（计划 20 分钟）"), "{text}");
    assert!(text.contains("王小明 正在发言"), "{text}");
    assert!(text.contains("## 尚未了结"), "{text}");
}

#[test]
fn what_was_settled_after_the_meeting_says_so() {
    let mut room = rich_meeting();
    room.ok(&Command::Answer { opinion: OpinionId(5), text: "在城建档案馆".to_owned() });
    let promise = Promise { owner: Some("物业".to_owned()), ..Promise::default() };
    room.ok(&Command::AmendAction { action: ActionId(2), what: None, promise });
    let words = Words::new(Lang::Zh);
    let text = minutes::markdown(&words, &room.meeting, &Ledger::default(), SESSION);
    assert!(text.contains("- 5 号提问待答复：管道图纸在哪？（会后已了结）"), "{text}");
    assert!(text.contains("- 行动 A2 缺承办方、办理时限、验收标准：找图纸\n"), "{text}");
    assert!(text.contains("- 第 3 项未议：其他事项\n"), "{text}");
}

#[test]
fn people_of_one_name_are_told_apart_by_their_unit() {
    let wang = |household: &str| {
        Who::Joining(Newcomer {
            name: "王芳".to_owned(),
            household: Some(household.to_owned()),
            ..Newcomer::default()
        })
    };
    let room = Room::on_parking().with([
        Command::SignIn(vec![wang("3栋"), wang("5栋")]),
        says(yishi::domain::ids::PersonId(8), "同意"),
        says(CHEN, "同意"),
    ]);
    let words = Words::new(Lang::Zh);
    let text = minutes::markdown(&words, &room.meeting, &Ledger::default(), SESSION);
    assert!(text.contains("（1）王芳(5栋)：同意"), "{text}");
    assert!(text.contains("（2）陈桂花：同意"), "{text}");
    assert!(text.contains("| 王芳(5栋) | 居民 | 0 | 未计时 |  | 1 |"), "{text}");
    let text = timeline::timeline(&words, &room.meeting);
    assert!(text.contains("王芳(5栋) 发言（1 号意见）：同意"), "{text}");
    assert!(text.contains("陈桂花 发言（2 号意见）：同意"), "{text}");
}

#[test]
fn json_reads_back_as_it_was_recorded() {
    let room = nasty_meeting();
    let rows = rows(&room, &Ledger::default(), day(12, 1));
    let json: serde_json::Value = serde_json::from_str(&actions::json(&rows)).expect("JSON");
    let recorded = room.session().action(ActionId(1)).expect("A1").what.to_string();
    assert!(recorded.contains('\u{1b}'));
    let first = json["actions"].as_array().expect("a list").iter().find(|row| row["number"] == 1);
    assert_eq!(first.expect("A1")["what"], serde_json::Value::String(recorded));
    assert_eq!(json["total"], 1);
}

#[test]
fn lists_without_actions_say_so() {
    let words = Words::new(Lang::Zh);
    assert_eq!(actions::table(&words, &[], Some(80)), "没有行动。\n");
    assert_eq!(actions::markdown(&words, &[]), "# 任务清单\n\n没有行动。\n");
    let json: serde_json::Value = serde_json::from_str(&actions::json(&[])).expect("JSON");
    assert_eq!(json["actions"], serde_json::json!([]));
}

#[test]
fn a_fingerprint_can_follow() {
    let line = minutes::fingerprint_line(&Words::new(Lang::Zh), "5f0c");
    assert_eq!(line, "记录指纹：5f0c\n");
}
