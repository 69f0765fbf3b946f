//! The pages of a meeting looked back at: who had the floor how long, what stands where, what was
//! undone. Figures are counted by hand from the meeting in `report_support`.

#[path = "common/meeting.rs"]
mod common;
mod report_support;

use common::*;
use report_support::*;
use yishi::domain::action::ActionState;
use yishi::domain::command::Command;
use yishi::domain::event::Event;
use yishi::domain::ids::OpinionId;
use yishi::domain::ledger::Ledger;
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::report::actions::{self, ActionRow};
use yishi::report::minutes;
use yishi::report::review::course::{Of, Part, Turn, What, course};
use yishi::report::review::markdown::markdown;
use yishi::report::review::opinions;
use yishi::report::review::places::{Places, Thing};
use yishi::report::review::row::{Kind, Meaning, Row, Scale};
use yishi::report::review::time_line;
use yishi::report::review::totals::{spoken_by_person, spoken_by_role};
use yishi::text::words::Lang;

fn seconds(moment: yishi::domain::record::Moment) -> i64 {
    (moment - seven()).num_seconds()
}

fn parts(meeting: &Meeting) -> Vec<Part> {
    course(&words(Lang::Zh), meeting)
}

/// The turns of a part: who, from which second on, how long, how much too long, still going on.
fn turns(part: &Part) -> Vec<(yishi::domain::ids::PersonId, i64, u32, u32, bool)> {
    let told = |(happening, turn): (&yishi::report::review::course::Happening, Turn)| {
        (turn.person, seconds(happening.at), turn.seconds, turn.over, turn.goes_on)
    };
    part.turns().map(told).collect()
}

fn undone(part: &Part) -> Vec<String> {
    let undone = part.happenings.iter().filter_map(|it| match &it.what {
        What::Undone(told) => Some(told.clone()),
        What::Turn(_) | What::Else(_) => None,
    });
    undone.collect()
}

fn time_line(meeting: &Meeting, lang: Lang) -> Vec<Row> {
    time_line::rows(&words(lang), meeting, &Places::of_meeting(meeting))
}

fn action_rows(meeting: &Meeting, ledger: &Ledger) -> Vec<ActionRow> {
    actions::rows_of(meeting, ledger, "jinyuan", "锦苑社区", SESSION, day(12, 1))
}

fn opinion_rows(meeting: &Meeting, ledger: &Ledger) -> Vec<Row> {
    let actions = action_rows(meeting, ledger);
    let places = Places::of_meeting(meeting);
    opinions::rows(&words(Lang::Zh), meeting.session(), &actions, &places)
}

fn actions_page(meeting: &Meeting, ledger: &Ledger) -> Vec<Row> {
    let actions = action_rows(meeting, ledger);
    let (words, places) = (words(Lang::Zh), Places::of_meeting(meeting));
    let session = meeting.session();
    yishi::report::review::actions::rows(&words, session, &actions, ledger, &places)
}

fn texts(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.text().trim().to_owned()).collect()
}

#[track_caller]
fn find<'a>(rows: &'a [Row], text: &str) -> &'a Row {
    match rows.iter().find(|row| row.text().contains(text)) {
        Some(row) => row,
        None => panic!("no “{text}” in {:#?}", texts(rows)),
    }
}

#[test]
fn parts_and_turns_of_a_meeting() {
    let meeting = rich_meeting().meeting;
    let parts = parts(&meeting);
    let spans: Vec<(Of, i64, i64, u32)> = parts
        .iter()
        .map(|part| (part.of, seconds(part.from), seconds(part.until), part.spoken()))
        .collect();
    assert_eq!(
        spans,
        [
            (Of::Before, 0, 0, 0),
            (Of::Item(PARKING), 0, 300, 110),
            (Of::Item(DRAINS), 300, 1140, 75),
            (Of::Between, 1140, 1170, 0),
        ]
    );
    assert_eq!(turns(&parts[1]), [(WANG, 10, 90, 0, false), (LI, 100, 20, 0, false)]);
    // The minute of the pause is not hers.
    assert_eq!(turns(&parts[2]), [(CHEN, 360, 75, 0, false)]);
    assert_eq!(parts[1].seconds(), 300);
    assert_eq!(undone(&parts[1]).len(), 1);
    assert!(undone(&parts[1])[0].contains("记错了"));
    assert!(undone(&parts[2]).is_empty());
}

#[test]
fn a_turn_is_drawn_where_it_was() {
    let rows = time_line(&rich_meeting().meeting, Lang::Zh);
    let bar = |name: &str, length: &str| {
        let rows = || rows.iter().filter(|row| row.scale.is_some());
        let row = rows().find(|row| row.text().contains(name) && row.text().contains(length));
        row.and_then(|row| row.scale)
    };
    // Of five minutes: from 0:10 for 90 seconds, from 1:40 for 20; of fourteen: from 1:00 for 75.
    assert_eq!(bar("王小明", "1:30  82%"), Some(Scale { from: 10, length: 90, whole: 300 }));
    assert_eq!(bar("李强", "0:20  18%"), Some(Scale { from: 100, length: 20, whole: 300 }));
    assert_eq!(bar("陈桂花", "1:15 100%"), Some(Scale { from: 60, length: 75, whole: 840 }));
}

#[test]
fn what_was_undone_is_marked_and_what_was_redone_is_not() {
    let mut room = Room::on_parking();
    room.wait(5);
    room.ok(&says(CHEN, "撤了又恢复的"));
    room.ok(&Command::Undo);
    room.ok(&Command::Redo);
    room.ok(&says(WANG, "说错的"));
    room.ok(&Command::Undo);
    // Undone with whoever was signed in by it: the record alone still knows the name.
    let newcomer = Newcomer { name: "周红".to_owned(), ..Newcomer::default() };
    room.ok(&Command::SignIn(vec![Who::Joining(newcomer)]));
    room.ok(&Command::Undo);
    let rows = time_line(&room.meeting, Lang::Zh);
    let marked: Vec<&Row> = rows.iter().filter(|row| row.text().contains("已撤销")).collect();
    assert_eq!(marked.len(), 2, "{:#?}", texts(&rows));
    assert!(marked[0].text().contains("王小明 发言") && marked[0].text().contains("说错的"));
    assert!(marked[1].text().contains("周红 签到"));
    assert!(!find(&rows, "撤了又恢复的").text().contains("已撤销"));
    for row in marked {
        let line = &room.meeting.lines()[usize::try_from(row.seq.expect("a line")).expect("small")];
        assert!(!matches!(line.events[0], Event::Reverted { .. }), "the line itself, not its undo");
    }
}

#[test]
fn a_turn_over_the_limit_says_by_how_much() {
    let mut room = Room::on_parking();
    room.ok(&call(CHEN));
    let limit = room.session().setup.turn_seconds;
    room.wait(i64::from(limit) + 42);
    room.ok(&Command::EndTurn);
    let parts = parts(&room.meeting);
    assert_eq!(turns(&parts[1]), [(CHEN, 0, limit + 42, 42, false)]);
    let rows = time_line(&room.meeting, Lang::Zh);
    let over = find(&rows, "+0:42").right.first().expect("the time over");
    assert_eq!(over.meaning, Meaning::Bad);
}

#[test]
fn a_turn_that_goes_on_is_counted_up_to_the_latest_line() {
    let mut room = Room::on_parking();
    room.ok(&call(WANG));
    room.wait(50);
    room.ok(&Command::Note("停电".to_owned()));
    let parts = parts(&room.meeting);
    assert_eq!(turns(&parts[1]), [(WANG, 0, 50, 0, true)]);
    let rows = time_line(&room.meeting, Lang::En);
    find(&rows, "still speaking, counted up to 19:00:50");
    // It does not count in the totals yet.
    assert!(spoken_by_person(room.session()).is_empty());
}

#[test]
fn two_of_one_name_are_told_apart() {
    let mut room = Room::on_parking();
    let twin = |household: &str| {
        let household = Some(household.to_owned());
        Who::Joining(Newcomer { name: "王芳".to_owned(), household, ..Newcomer::default() })
    };
    room.ok(&Command::SignIn(vec![twin("3栋"), twin("6栋")]));
    let [third, sixth] = [7, 8].map(yishi::domain::ids::PersonId);
    room.ok(&call(third));
    room.wait(30);
    room.ok(&says(sixth, "先公示"));
    room.ok(&Command::EndTurn);
    let rows = time_line(&room.meeting, Lang::Zh);
    find(&rows, "王芳(6栋) 发言");
    let turn = rows.iter().find(|row| row.text().contains("0:30 100%"));
    assert!(turn.expect("the turn").text().contains("王芳(3栋)"), "{:#?}", texts(&rows));
}

#[test]
fn time_by_capacity_and_by_person() {
    let meeting = rich_meeting().meeting;
    let session = meeting.session();
    let roles: Vec<(Role, u32, u32, u32)> = spoken_by_role(session)
        .into_iter()
        .map(|(role, it)| (role, it.people, it.turns, it.seconds))
        .collect();
    assert_eq!(
        roles,
        [
            (Role::Resident, 2, 2, 165),
            (Role::CppccMember, 1, 1, 20),
            (Role::Property, 1, 0, 0),
            (Role::NonVoting, 1, 0, 0),
            (Role::Other("志愿者".to_owned()), 1, 0, 0),
        ],
        "who only observed is not expected to speak"
    );
    let people: Vec<(yishi::domain::ids::PersonId, u32)> =
        spoken_by_person(session).into_iter().map(|(person, it)| (person, it.seconds)).collect();
    assert_eq!(people, [(WANG, 90), (CHEN, 75), (LI, 20)]);
    // 165 and 20 of 185 seconds; 90, 75 and 20.
    let rows = time_line(&meeting, Lang::Zh);
    for share in ["2:45   89%", "0:20   11%", "1:30   49%", "1:15   41%"] {
        find(&rows, share);
    }
    // Sun shared an opinion, which is not speaking; Qian, Sun and Zhou said nothing.
    find(&rows, "没有发言 3 人：孙丽、周涛、钱红");
}

#[test]
fn opinions_have_their_author_answer_and_what_came_of_them() {
    let meeting = rich_meeting().meeting;
    let rows = opinion_rows(&meeting, &rich_ledger());
    let told = texts(&rows);
    let at = |text: &str| {
        let found = told.iter().position(|row| row.contains(text));
        found.unwrap_or_else(|| panic!("no “{text}” in {told:#?}"))
    };
    let first = at("停车位应先给老人");
    assert!(told[first].starts_with("1 +") && told[first].ends_with("王小明"), "{}", told[first]);
    assert_eq!(told[first + 1], "2 人同意：陈桂花、孙丽");
    assert_eq!(told[first + 2], "已转为行动 A1：公示划线方案（办结）");
    let question = at("费用谁出");
    assert!(told[question].starts_with("3 ?") && told[question].ends_with("李强"));
    assert_eq!(told[question + 1], "答复：物业出一半 业主出一半");
    assert!(told[at("口误")].ends_with("陈桂花 已撤回"));
    assert!(told[at("管道图纸在哪")].ends_with("王小明 待答复"));
    // Position by position, those of the parking first; the one taken back counts nowhere.
    let order = [at("1. 停车位改造"), at("赞成（1 条）"), at("反对（1 条）"), at("提问（1 条）")];
    assert!(order.is_sorted());
    assert!(told[at("其他意见")].contains("（0 条）"));
    assert_eq!(told[1], "意见 4 条，其中提问待答复 1 条；另有撤回 1 条。");
    assert!(!told.concat().contains("记错了"), "what was undone was never said");
}

#[test]
fn actions_have_their_present_state_and_all_their_news() {
    let meeting = rich_meeting().meeting;
    let rows = actions_page(&meeting, &rich_ledger());
    let told = texts(&rows);
    assert_eq!(told[1], "办结 1/2，逾期 0");
    let first = told.iter().position(|row| row.starts_with("A1")).expect("A1");
    assert_eq!(
        told[first..first + 6],
        [
            "A1   公示划线方案 办结",
            "主办：物业，期限：2026-12-07，验收标准：公告栏有图",
            "议题：停车位改造",
            "来源意见：1、2（王小明、李强）",
            // Three and ten days after the meeting, the latest first.
            "2026-12-03  办结  已公示  （李敏 登记）",
            "2026-11-26  办理中  方案已画  （李敏 登记）",
        ]
    );
    let second = told.iter().position(|row| row.starts_with("A2")).expect("A2");
    assert_eq!(told[second + 1], "主办：未定，期限：未定，验收标准：未定");
    assert_eq!(told[second + 3], "尚无反馈。");
    let third = told.iter().position(|row| row.starts_with("A3")).expect("A3");
    assert!(told[third].ends_with("已取消"));
    assert_eq!(told[third + 3], "取消原因：与 A2 重复");
    // Its last day over, nobody has done it.
    let late = ledger(&[(SESSION, 1, 3, ActionState::Underway, None)]);
    let actions = actions::rows_of(&meeting, &late, "jinyuan", "锦苑社区", SESSION, day(12, 8));
    let places = Places::of_meeting(&meeting);
    let (words, session) = (words(Lang::Zh), meeting.session());
    let rows = yishi::report::review::actions::rows(&words, session, &actions, &late, &places);
    let state = &find(&rows, "公示划线方案").right[0];
    assert_eq!((state.text.as_str(), state.meaning), ("逾期（办理中）", Meaning::Bad));
}

#[test]
fn an_action_tells_whether_it_was_read_out_and_confirmed() {
    let mut room = Room::on_parking();
    room.ok(&Command::Promise(whole_promise()));
    room.ok(&Command::Promise(whole_promise()));
    let told = |room: &Room| texts(&actions_page(&room.meeting, &Ledger::default()));
    assert!(!told(&room).concat().contains("宣读"), "nothing was read out yet");
    room.ok(&ends(yishi::domain::item::Outcome::CarriedOver));
    room.ok(&Command::BeginReadBack);
    room.wait(600);
    let what = Some(yishi::domain::agreement::Agreed::Action(yishi::domain::ids::ActionId(1)));
    room.ok(&Command::Confirm { what, by: vec![WANG.into(), SUN.into()] });
    let told = told(&room);
    assert!(told.contains(&"19:10 宣读，王小明、孙丽 确认。".to_owned()), "{told:#?}");
    assert!(told.contains(&"未宣读确认。".to_owned()));
    let rows = actions_page(&room.meeting, &Ledger::default());
    let seq = find(&rows, "19:10 宣读").seq.expect("a line");
    let line = &room.meeting.lines()[usize::try_from(seq).expect("small")];
    assert!(matches!(line.events[..], [Event::Confirmed { .. }]));
}

#[test]
fn a_meeting_without_anything_has_pages_all_the_same() {
    let meeting = Room::prepared().meeting;
    let none = Ledger::default();
    assert_eq!(texts(&actions_page(&meeting, &none))[1], "没有行动。");
    assert_eq!(opinion_rows(&meeting, &none).len(), 2);
    let rows = time_line(&meeting, Lang::Zh);
    assert!(rows.iter().all(|row| row.scale.is_none()));
    find(&rows, "建立会议记录");
}

/// Every row that tells of a line really does.
#[test]
fn rows_know_their_line() {
    let meeting = rich_meeting().meeting;
    let places = Places::of_meeting(&meeting);
    let line = |seq: Option<u64>| {
        let seq = usize::try_from(seq.expect("a line")).expect("small");
        &meeting.lines()[seq].events
    };
    assert!(matches!(line(places.of(Thing::Record))[..], [Event::Created(_)]));
    assert!(matches!(line(places.of(Thing::Opened))[..], [Event::Opened]));
    assert!(matches!(line(places.of(Thing::Closed))[..], [Event::Closed { .. }]));
    assert_eq!(places.of(Thing::Opinion(OpinionId(6))), None, "it was undone and never came back");
    let rows = opinion_rows(&meeting, &rich_ledger());
    for (text, opinion) in [("停车位应先给老人", 1), ("费用谁出", 3), ("管道图纸在哪", 5)]
    {
        let events = line(find(&rows, text).seq);
        let recorded = |event: &Event| {
            matches!(event, Event::OpinionRecorded { opinion: it, text: words, .. }
                if it.0 == opinion && words.contains(text))
        };
        assert!(events.iter().any(recorded), "{text}: {events:?}");
    }
    let answer = line(find(&rows, "答复：物业出一半").seq);
    assert!(matches!(&answer[..], [Event::QuestionAnswered { .. }]));
    let endorsed = line(find(&rows, "2 人同意").seq);
    assert!(matches!(&endorsed[0], Event::OpinionEndorsed { .. }));
    let action = line(find(&rows, "已转为行动 A1").seq);
    assert!(matches!(&action[..], [Event::ActionAgreed { .. }]));
    let minutes = minutes::rows(&words(Lang::Zh), &meeting, &rich_ledger(), SESSION, &places);
    let vote = line(find(&minutes, "赞成 3、反对 1、弃权 0").seq);
    assert!(matches!(&vote[..], [Event::HandsCounted { .. }]));
    let rows = time_line(&meeting, Lang::Zh);
    for row in rows.iter().filter(|row| row.scale.is_some() && row.text().contains(':')) {
        let is_turn = row.lead.len() == 3 && row.right.len() == 3;
        if is_turn {
            assert!(matches!(line(row.seq)[..], [Event::FloorGiven { .. }]), "{}", row.text());
        }
    }
}

/// The rows say what the Markdown says, in the same order.
#[test]
fn minutes_on_the_screen_are_the_minutes() {
    let (meeting, ledger) = (rich_meeting().meeting, rich_ledger());
    for lang in Lang::ALL {
        let words = words(lang);
        let places = Places::of_meeting(&meeting);
        let rows = minutes::rows(&words, &meeting, &ledger, SESSION, &places);
        let solid = |text: &str| text.replace(char::is_whitespace, "");
        let shown: String = rows.iter().map(|row| solid(&row.text())).collect();
        let mut rest = shown.as_str();
        let document = minutes::markdown(&words, &meeting, &ledger, SESSION);
        let mut checked = 0;
        let lines: Vec<&str> = document.lines().collect();
        for (at, line) in lines.iter().copied().enumerate() {
            // Heads are beside what they are about, or go without saying: numbers, and what is done.
            let below = lines.get(at + 1).copied().unwrap_or_default();
            if line.starts_with("---") || line.starts_with("| ---") || below.starts_with("| ---") {
                continue;
            }
            let table = line.starts_with('|');
            let cells: Vec<&str> = line.split('|').filter(|_| table).collect();
            let parts = if table { cells } else { vec![line] };
            for part in parts {
                let part = part.replace("<br>", "").replace('\\', "");
                let part = part.trim().trim_start_matches(['#', '>', '-', '*', ' ']);
                let part = solid(part.trim_end_matches('*'));
                // Cells stand beside their heads, in an order of their own.
                let found = if table { shown.find(&part) } else { rest.find(&part) };
                let Some(at) = found else { panic!("no “{part}” in {rest}") };
                if !table {
                    rest = rest.split_at(at + part.len()).1;
                }
                checked += usize::from(!part.is_empty());
            }
        }
        assert!(checked > 80, "{checked}");
    }
}

#[test]
fn tables_for_spreadsheets() {
    let meeting = rich_meeting().meeting;
    let zh = words(Lang::Zh);
    let csv = String::from_utf8(time_line::csv(&zh, &meeting)).expect("UTF-8");
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "条号,日期,时间,议题,姓名,发言秒数,占本项 %,内容,已撤销");
    assert!(lines.contains(&"6,2026-11-23,19:00:10,1. 停车位改造,王小明,90,82,发言,否"), "{csv}");
    let undone: Vec<&&str> = lines.iter().filter(|line| line.ends_with(",是")).collect();
    assert_eq!(undone.len(), 1);
    let actions = action_rows(&meeting, &rich_ledger());
    let csv = opinions::csv(&zh, meeting.session(), &actions);
    let csv = String::from_utf8(csv).expect("UTF-8");
    let first =
        "停车位改造,1,赞成,王小明,居民,停车位应先给老人,2,陈桂花、孙丽,,,A1,,2026-11-23 19:01:40";
    assert!(csv.lines().any(|line| line == first), "{csv}");
    assert_eq!(csv.lines().count(), 1 + 5, "those taken back are there, what was undone is not");
}

#[test]
fn pages_as_markdown() {
    let rows = opinion_rows(&rich_meeting().meeting, &rich_ledger());
    let text = markdown(&rows);
    assert!(text.starts_with("# 十一月协商会 意见\n\n- 意见 4 条"), "{text}");
    for part in [
        "\n## 1. 停车位改造\n",
        "\n**赞成（1 条）**\n\n- 1 +  停车位应先给老人  王小明\n  - 2 人同意：陈桂花、孙丽\n",
        "  - 答复：物业出一半 业主出一半\n",
    ] {
        assert!(text.contains(part), "no {part:?} in {text}");
    }
    let long = "先给老人。".repeat(100);
    let mut room = Room::on_parking();
    room.ok(&says(WANG, &long));
    let rows = opinion_rows(&room.meeting, &Ledger::default());
    assert!(rows.iter().filter(|row| row.continues).count() > 2);
    assert!(markdown(&rows).contains(&long), "put together again");
}

#[test]
fn nothing_stored_reaches_a_page_as_a_command_or_formula() {
    let evil = "=1+2\u{1b}[2J红\u{202e}字\u{7}\n# x | y";
    let mut room = Room::on_parking();
    let newcomer = Newcomer { name: evil.to_owned(), ..Newcomer::default() };
    room.ok(&Command::SignIn(vec![Who::Joining(newcomer)]));
    let who = yishi::domain::ids::PersonId(7);
    room.ok(&call(who));
    room.wait(9);
    let stance = Some(Stance::Question);
    room.ok(&Command::RecordOpinion { who: None, stance, text: evil.to_owned() });
    room.ok(&Command::Answer { opinion: OpinionId(1), text: evil.to_owned() });
    room.ok(&says(WANG, evil));
    room.ok(&Command::Undo);
    let promise = yishi::domain::action::Promise {
        what: evil.to_owned(),
        owner: Some(evil.to_owned()),
        from: vec![OpinionId(1)],
        ..Default::default()
    };
    room.ok(&Command::Promise(promise));
    let meeting = &room.meeting;
    let ledger = ledger(&[(SESSION, 1, 1, ActionState::Done, Some(evil))]);
    let places = Places::of_meeting(meeting);
    let zh = words(Lang::Zh);
    let actions = action_rows(meeting, &ledger);
    let pages = [
        time_line(meeting, Lang::Zh),
        opinion_rows(meeting, &ledger),
        actions_page(meeting, &ledger),
        minutes::rows(&zh, meeting, &ledger, SESSION, &places),
    ];
    for rows in &pages {
        for row in rows {
            for piece in row.pieces() {
                assert_eq!(unsafe_characters(&piece.text), "", "{:?}", piece.text);
                assert!(!piece.text.contains('\n'));
            }
        }
        assert_eq!(unsafe_characters(&markdown(rows)), "");
    }
    for csv in [time_line::csv(&zh, meeting), opinions::csv(&zh, meeting.session(), &actions)] {
        let csv = String::from_utf8(csv).expect("UTF-8").replace("\r\n", "\n");
        assert_eq!(unsafe_characters(csv.trim_start_matches('\u{feff}')), "");
        assert!(!csv.contains(",=") && !csv.contains("\"="), "{csv}");
        assert!(csv.contains("'=1+2"), "{csv}");
    }
}

#[test]
fn headings_groups_and_entries_are_told_apart() {
    let rows = opinion_rows(&rich_meeting().meeting, &rich_ledger());
    let kind = |text: &str| find(&rows, text).kind;
    assert_eq!(kind("十一月协商会 意见"), Kind::Title);
    assert_eq!(kind("1. 停车位改造"), Kind::Heading);
    assert_eq!(kind("赞成（1 条）"), Kind::Group);
    assert_eq!(kind("停车位应先给老人"), Kind::Entry);
    assert_eq!(kind("2 人同意"), Kind::Detail);
}
