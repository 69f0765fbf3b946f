//! What was prepared and what was read back, in the documents made of a meeting.

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

#[path = "common/meeting.rs"]
mod common;
mod report_support;

use common::*;
use report_support::*;
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::event::Setup;
use yishi::domain::expected::attendance;
use yishi::domain::ids::{ActionId, ExpectedId};
use yishi::domain::item::Outcome;
use yishi::domain::ledger::Ledger;
use yishi::domain::meeting::Meeting;
use yishi::domain::people::{Newcomer, Role};
use yishi::report::{minutes, minutes_json, timeline};
use yishi::text::words::Lang;

/// Who prepares, and who records.
const CLERK: &str = "何伟";
const RECORDER: &str = "李敏";

fn expected(name: &str) -> Newcomer {
    Newcomer { name: name.to_owned(), role: Role::Resident, ..Newcomer::default() }
}

/// Prepared by the clerk at seven, with everything there is to prepare; not opened.
fn prepared() -> Meeting {
    let mut meeting = Meeting::create(setup(), seven(), "laptop-4a1c");
    let change = SetupChange {
        starts: Change::To(clock(19, 30)),
        place: Change::To("议事室".to_owned()),
        facilitator: Change::To("方静".to_owned()),
        recorder: Change::To(RECORDER.to_owned()),
        ..SetupChange::default()
    };
    for command in [
        Command::ChangeSetup(change),
        Command::AddItem(planned("路灯", Some(5))),
        Command::RemoveItem(OTHER),
        Command::Expect(vec![
            expected("陈桂花"),
            expected("王小明"),
            expected("刘芳"),
            expected("周正"),
        ]),
        Command::Unexpect { expected: vec![ExpectedId(4)], why: Some("出差".to_owned()) },
    ] {
        meeting.carry_out(&command, after(60), CLERK).expect("allowed");
    }
    meeting
}

/// Held by the recorder from half past seven, read back at half past seven and ten minutes.
fn read_back() -> Meeting {
    let mut meeting = prepared();
    let mut at = after(1_800);
    let mut ask = |command: Command, wait: i64| {
        at += chrono::TimeDelta::seconds(wait);
        meeting.carry_out(&command, at, RECORDER).expect("allowed");
    };
    ask(everybody(), 0);
    ask(Command::Open, 0);
    ask(Command::OpenItem(None), 0);
    ask(Command::Resolve("先公示再划线".to_owned()), 0);
    ask(count(3, 1, 0), 0);
    ask(Command::Promise(whole_promise()), 0);
    ask(
        Command::Promise(yishi::domain::action::Promise {
            what: "找图纸".to_owned(),
            ..Default::default()
        }),
        0,
    );
    ask(Command::CloseItem { outcome: Outcome::Agreed, why: None, despite: true }, 0);
    ask(Command::BeginReadBack, 600);
    ask(Command::Confirm { what: None, by: vec![] }, 0);
    ask(Command::Confirm { what: None, by: vec![CHEN.into(), WANG.into()] }, 60);
    ask(Command::Close { leave: true }, 60);
    meeting
}

#[test]
fn a_prepared_meeting_tells_who_is_expected_and_when_it_begins() {
    let meeting = prepared();
    for (lang, told) in [
        (
            Lang::Zh,
            [
                "- 时间：尚未召开，计划 19:30 开始，共 35 分钟",
                "- 记录人：李敏\n",
                "应到 3 人，其中已到 0 人。",
                "- 应到：陈桂花、王小明、刘芳\n- 请假：周正（出差）\n",
            ],
        ),
        (
            Lang::En,
            [
                "- Time: not held yet, to begin at 19:30, 35 min planned",
                "- Recorder: 李敏\n",
                "Expected: 3, of whom 0 came.",
                "- Expected: 陈桂花, 王小明, 刘芳\n- Excused: 周正 (出差)\n",
            ],
        ),
    ] {
        let text = minutes::markdown(&words(lang), &meeting, &Ledger::default(), SESSION);
        for told in told {
            assert!(text.contains(told), "{told} in {text}");
        }
        assert!(!text.contains("其他事项"), "what was taken off is not listed: {text}");
    }
}

#[test]
fn the_minutes_tell_who_was_absent_and_who_confirmed() {
    let meeting = read_back();
    for (lang, told) in [
        (
            Lang::Zh,
            [
                "应到 3 人，其中已到 2 人。\n\n- 缺席：刘芳\n- 请假：周正（出差）\n",
                "  - 19:40 宣读，无人提出异议。\n",
                "- A1：19:41 宣读，陈桂花、王小明 确认。\n- A2：未宣读确认。\n",
                "- A2 还没有宣读确认：找图纸\n",
                "- 行动 A2 缺承办方、办理时限、验收标准：找图纸\n",
            ],
        ),
        (
            Lang::En,
            [
                "Expected: 3, of whom 2 came.\n\n- Absent: 刘芳\n- Excused: 周正 (出差)\n",
                "  - Read out at 19:40, nobody objected.\n",
                "- A1: Read out at 19:41, confirmed by 陈桂花, 王小明.\n- A2: Not read out and confirmed.\n",
                "- A2 was not read out and confirmed: 找图纸\n",
                "- Action A2 has no owner, due date, acceptance test: 找图纸\n",
            ],
        ),
    ] {
        let text = minutes::markdown(&words(lang), &meeting, &Ledger::default(), SESSION);
        for told in told {
            assert!(text.contains(told), "{told} in {text}");
        }
    }
    let rich = rich_meeting();
    let text = minutes::markdown(&words(Lang::Zh), &rich.meeting, &Ledger::default(), SESSION);
    assert!(!text.contains("宣读"), "nothing was read out there: {text}");
}

#[test]
fn the_json_tells_the_same() {
    let meeting = read_back();
    let json = minutes_json::json(&meeting, &Ledger::default(), SESSION);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["starts"], "19:30:00");
    assert_eq!(json["recorders"], serde_json::json!(["李敏"]));
    assert_eq!(json["read_back"], "2026-11-23T19:40:00+08:00");
    let awaited = json["expected"].as_array().expect("a list");
    assert_eq!(awaited.len(), 4);
    assert_eq!((&awaited[0]["person"], &awaited[2]["person"]), (&1.into(), &().into()));
    assert_eq!(awaited[3]["excused"], "出差");
    let resolution = &json["agenda"][0]["resolutions"][0];
    assert_eq!(resolution["confirmed"]["by"], serde_json::json!([]));
    let names = serde_json::json!(["陈桂花", "王小明"]);
    assert_eq!(json["actions"][0]["confirmed"]["by"], names);
    assert_eq!(json["actions"][0]["confirmed"]["at"], "2026-11-23T19:41:00+08:00");
    assert_eq!(json["actions"][1]["confirmed"], serde_json::Value::Null);
    let left = json["left"].as_array().expect("a list");
    let unconfirmed = left.iter().find(|it| it["kind"] == "confirmation").expect("A2");
    assert_eq!(unconfirmed["number"], "A2");
}

#[test]
fn every_step_of_it_is_in_the_time_line() {
    let meeting = read_back();
    let (zh, en) = (words(Lang::Zh), words(Lang::En));
    for (words, told) in [
        (
            &zh,
            [
                "会议信息改为：十一月协商会、2026-11-23、19:30 开始、议事室、主持人 方静、记录人 李敏",
                "议程删去：其他事项",
                "列入应到：陈桂花（居民）",
                "周正 请假：出差",
                "开始宣读商定的内容",
                "宣读 R1，无人提出异议：先公示再划线",
                "宣读 A1，陈桂花、王小明 确认：公示划线方案",
                "散会，留待跟进：2 项议程未议，行动 A2 缺承办方、办理时限、验收标准，1 项未宣读确认",
            ],
        ),
        (
            &en,
            [
                "Meeting set up as: 十一月协商会, 2026-11-23, starts 19:30, 议事室, chaired by 方静, recorded by 李敏",
                "Taken off the agenda: 其他事项",
                "陈桂花 is expected (resident)",
                "周正 is excused: 出差",
                "What was agreed is being read out",
                "R1 read out, nobody objected: 先公示再划线",
                "A1 read out, confirmed by 陈桂花, 王小明: 公示划线方案",
                "1 not read out and confirmed",
            ],
        ),
    ] {
        let text = timeline::timeline(words, &meeting);
        for told in told {
            assert!(text.contains(told), "{told} in {text}");
        }
    }
}

/// Whoever made the file, or prepared the meeting, took no record of it.
#[test]
fn those_who_took_the_record_are_its_recorders() {
    let text = timeline::timeline(&words(Lang::Zh), &read_back());
    assert!(text.contains("记录人：李敏\n"), "{text}");
    let setup = Setup { recorder: None, ..setup() };
    let mut meeting = Meeting::create(setup, seven(), "laptop-4a1c");
    let title = |meeting: &Meeting| timeline::timeline(&words(Lang::Zh), meeting);
    assert!(!title(&meeting).contains("记录人"), "nobody has taken any");
    let markdown = minutes::markdown(&words(Lang::Zh), &meeting, &Ledger::default(), SESSION);
    assert!(markdown.contains("- 记录人：未填写\n"), "{markdown}");
    for (command, by) in [
        (Command::AddItem(planned("路灯", None)), CLERK),
        (Command::Open, RECORDER),
        (Command::Note("停电".to_owned()), "孙丽"),
        (Command::TakeOver { device: "other".to_owned() }, "other"),
        (Command::Note("来电".to_owned()), RECORDER),
    ] {
        meeting.carry_out(&command, after(60), by).expect("allowed");
    }
    assert!(title(&meeting).contains("记录人：李敏、孙丽\n"), "{}", title(&meeting));
}

#[test]
fn what_was_confirmed_and_changed_afterwards_says_so() {
    let mut meeting = read_back();
    let promise = yishi::domain::action::Promise {
        owner: Some("居委会".to_owned()),
        ..Default::default()
    };
    let amend = Command::AmendAction { action: ActionId(1), what: None, promise };
    meeting.carry_out(&amend, after(9_000), RECORDER).expect("allowed");
    let text = minutes::markdown(&words(Lang::Zh), &meeting, &Ledger::default(), SESSION);
    assert!(text.contains("- A1：未宣读确认。\n"), "{text}");
    assert_eq!(attendance(meeting.session()).missing.len(), 1);
}
