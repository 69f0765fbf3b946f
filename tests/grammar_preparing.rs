//! Commands that prepare a meeting or put its preparation right, and those that read back what was
//! agreed: how they are typed, what is asked back, what the popup offers.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use grammar_support::{Hall, change, comes, here, s, walk_in};
use meeting::{CHEN, DRAINS, LI, PARKING, WANG, clock, day};
use yishi::domain::agreement::Agreed;
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::ids::{ActionId, ExpectedId, ItemId, ResolutionId};
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::grammar::Entry;
use yishi::grammar::complete::complete;
use yishi::grammar::misread::Misread;
use yishi::grammar::verb::Verb;
use yishi::text::words::{Lang, Words};

fn to(change: SetupChange) -> Command {
    Command::ChangeSetup(change)
}

fn title(text: &str) -> Command {
    to(SetupChange { title: Some(s(text)), ..SetupChange::default() })
}

fn on(month: u32, date: u32) -> Command {
    to(SetupChange { on: Some(day(month, date)), ..SetupChange::default() })
}

fn starts(starts: Change<chrono::NaiveTime>) -> Command {
    to(SetupChange { starts, ..SetupChange::default() })
}

fn place(place: Change<&str>) -> Command {
    to(SetupChange { place: text(place), ..SetupChange::default() })
}

fn chair(facilitator: Change<&str>) -> Command {
    to(SetupChange { facilitator: text(facilitator), ..SetupChange::default() })
}

fn recorder(recorder: Change<&str>) -> Command {
    to(SetupChange { recorder: text(recorder), ..SetupChange::default() })
}

fn text(change: Change<&str>) -> Change<String> {
    match change {
        Change::Keep => Change::Keep,
        Change::Away => Change::Away,
        Change::To(text) => Change::To(s(text)),
    }
}

#[test]
fn the_setup() {
    let seven = || starts(Change::To(clock(19, 0)));
    Hall::new().check(&[
        ("/会名 十二月协商会", title("十二月协商会")),
        ("/会名：十二月协商会", title("十二月协商会")),
        ("/title December meeting", title("December meeting")),
        ("/日期 12-05", on(12, 5)),
        ("/日期下周五", on(12, 4)),
        ("/date friday", on(11, 27)),
        ("/时间 19:00", seven()),
        ("/时间19：00", seven()),
        ("/时间 晚上7点", seven()),
        ("/time 7pm", seven()),
        ("/time none", starts(Change::Away)),
        ("/时间 待定", starts(Change::Away)),
        ("/地点 议事室", place(Change::To("议事室"))),
        ("/地点议事室", place(Change::To("议事室"))),
        ("/place The common room", place(Change::To("The common room"))),
        ("/place -", place(Change::Away)),
        ("/主持 方静", chair(Change::To("方静"))),
        ("/主持人 方静", chair(Change::To("方静"))),
        ("/主持人方静", chair(Change::To("方静"))),
        ("/主持 wxm", chair(Change::To("王小明"))),
        ("/chair Ann Lee", chair(Change::To("Ann Lee"))),
        ("/chair mary", chair(Change::To("Mary Jones"))),
        ("/chair nobody", chair(Change::Away)),
        ("/记录人 李敏", recorder(Change::To("李敏"))),
        ("/记录人 无", recorder(Change::Away)),
        ("/recorder lq", recorder(Change::To("李强"))),
        // Whoever wants to note something is not taken for naming the recorder.
        ("/记录 停电五分钟", Command::Note(s("停电五分钟"))),
    ]);
}

#[test]
fn papers_and_the_notice() {
    let papers = |papers: &[&str]| Command::ListPapers(papers.iter().map(|it| s(it)).collect());
    let given = |month, date| Command::GiveNotice(day(month, date));
    // Today is 23 November; a day without its year has been.
    Hall::new().check(&[
        ("/材料 改造方案；三年维修台账", papers(&["改造方案", "三年维修台账"])),
        ("/材料：改造方案 ； ; 台账|附图；", papers(&["改造方案", "台账", "附图"])),
        ("/papers The plan; Costs, three years", papers(&["The plan", "Costs, three years"])),
        ("/材料 无", papers(&[])),
        ("/papers none", papers(&[])),
        ("/发通知", given(11, 23)),
        ("/发通知。", given(11, 23)),
        ("/notice", given(11, 23)),
        ("/发通知 11-20", given(11, 20)),
        ("/发通知 昨天", given(11, 22)),
        ("/notice 2026-11-20", given(11, 20)),
    ]);
    Hall::new().check_misread(&[
        ("/材料", Misread::Incomplete(Verb::Papers)),
        ("/发通知 某天", Misread::NotADate(s("某天"))),
        ("/notice 2026-02-30", Misread::NoSuchDay(s("2026-02-30"))),
    ]);
}

#[test]
fn the_agenda_is_put_right() {
    let away = Command::ChangeItem { item: DRAINS, title: None, minutes: Change::Away };
    Hall::new().check(&[
        ("/删项 2", Command::RemoveItem(DRAINS)),
        ("/删项 第二项", Command::RemoveItem(DRAINS)),
        ("/删项2", Command::RemoveItem(DRAINS)),
        ("/remove #2", Command::RemoveItem(DRAINS)),
        ("/remove 9", Command::RemoveItem(ItemId(9))),
        ("/时长 2 无", away.clone()),
        ("/minutes 2 none", away),
        ("/minutes 2 15", change(2, None, Some(15))),
    ]);
}

#[test]
fn a_place_that_is_not_there_is_never_taken_for_another_items_number() {
    let mut hall = Hall::new();
    hall.carry_out(&Command::RemoveItem(DRAINS));
    // Left are items 1 and 3, at places 1 and 2.
    hall.check(&[
        ("/移到 2 1", Command::MoveItem { item: ItemId(3), to: 0 }),
        ("/开始 9", Command::OpenItem(Some(ItemId(9)))),
    ]);
    let nowhere = Misread::NoSuchPlace { place: 3, places: 2 };
    hall.check_misread(&[
        ("/移到 3 1", nowhere.clone()),
        ("/更名 3 路灯", nowhere.clone()),
        ("/开始 3", nowhere.clone()),
        ("/删项 3", nowhere.clone()),
    ]);
    let told = nowhere.tell(&Words::new(Lang::Zh));
    assert_eq!(told, "议程上没有第 3 项，一共 2 项。请按议程上的序号输入，从 1 到 2。");
}

/// Somebody a command names who is expected from then on.
fn expected(who: Who) -> Newcomer {
    match who {
        Who::Joining(newcomer) => newcomer,
        Who::Present(person) => panic!("{person} is here"),
    }
}

fn expects(people: Vec<Who>) -> Command {
    Command::Expect(people.into_iter().map(expected).collect())
}

#[test]
fn people_are_expected() {
    let here_already = Newcomer { name: s("王小明"), ..Newcomer::default() };
    Hall::new().check(&[
        ("/应到 何伟", expects(vec![comes("k6")])),
        ("/应到何伟、mary", expects(vec![comes("k6"), comes("k4")])),
        ("/expect Mary Jones, hw", expects(vec![comes("k4"), comes("k6")])),
        ("/应到 王芳（13栋）", expects(vec![comes("k2")])),
        ("/应到 刘芳 5栋 居民代表", {
            expects(vec![walk_in("刘芳", Role::ResidentRepresentative, Some("5栋"))])
        }),
        ("/expect Tom Hill 3B, Ann Lee", {
            expects(vec![
                walk_in("Tom Hill", Role::Resident, Some("3B")),
                walk_in("Ann Lee", Role::Resident, None),
            ])
        }),
        ("/应到 王小明", Command::Expect(vec![here_already])),
    ]);
}

#[test]
fn people_are_expected_no_more() {
    let drops = |numbers: &[u32], why: Option<&str>| Command::Unexpect {
        expected: numbers.iter().map(|number| ExpectedId(*number)).collect(),
        why: why.map(str::to_owned),
    };
    let hall = Hall::expecting();
    hall.check(&[
        ("/不来 钱红", drops(&[3], None)),
        ("/不来 qh", drops(&[3], None)),
        ("/请假 钱红：出差", drops(&[3], Some("出差"))),
        ("/不来 钱红、赵敏：出差", drops(&[3, 1], Some("出差"))),
        ("/unexpect 钱红(9栋)", drops(&[3], None)),
        ("/excuse cgh: ill", drops(&[2], Some("ill"))),
    ]);
    hall.check_misread(&[
        ("/不来 王小明", Misread::NobodyExpected(s("王小明"))),
        ("/不来", Misread::Incomplete(Verb::Unexpect)),
        ("/不来 ：出差", Misread::Incomplete(Verb::Unexpect)),
    ]);
}

#[test]
fn whoever_is_expected_signs_in_by_name_pinyin_or_initials() {
    let hall = Hall::expecting();
    let qian = walk_in("钱红", Role::Resident, Some("9栋"));
    hall.check(&[
        ("/签到 钱红", Command::SignIn(vec![qian.clone()])),
        ("/in qh", Command::SignIn(vec![qian.clone()])),
        ("/签到 qianhong", Command::SignIn(vec![qian])),
        // Those who are here are found there and not a second time.
        ("/离场 cgh", Command::SignOut(CHEN)),
    ]);
}

#[test]
fn what_was_agreed_is_read_out_and_confirmed() {
    let confirm = |what, by: Vec<Who>| Command::Confirm { what, by };
    let r1 = Some(Agreed::Resolution(ResolutionId(1)));
    let a2 = Some(Agreed::Action(ActionId(2)));
    Hall::new().check(&[
        ("/宣读", Command::BeginReadBack),
        ("/readback", Command::BeginReadBack),
        ("/确认", confirm(None, vec![])),
        ("/confirm", confirm(None, vec![])),
        ("/确认。", confirm(None, vec![])),
        ("/确认 R1", confirm(r1, vec![])),
        ("/确认r1", confirm(r1, vec![])),
        ("/确认 决议1", confirm(r1, vec![])),
        ("/确认 R1 王小明、李强", confirm(r1, vec![here(WANG), here(LI)])),
        ("/确认 行动2 王小明 李强", confirm(a2, vec![here(WANG), here(LI)])),
        ("/confirm A2: wxm, mary", confirm(a2, vec![here(WANG), comes("k4")])),
        ("/确认 王小明", confirm(None, vec![here(WANG)])),
        ("/confirm mary", confirm(None, vec![comes("k4")])),
    ]);
    Hall::new().check_misread(&[
        ("/确认 3", Misread::NotAReference(s("3"))),
        ("/确认 P1", Misread::NotAReference(s("P1"))),
        ("/确认 R1 某某", Misread::NobodyCalled(s("某某"))),
        ("/宣读 R1", Misread::TooMuch(Verb::ReadBack, s("R1"))),
    ]);
}

#[test]
fn dates_and_times_that_are_none_are_asked_back() {
    Hall::new().check_misread(&[
        ("/日期 改天", Misread::NotADate(s("改天"))),
        ("/日期 2月30日", Misread::NoSuchDay(s("2月30日"))),
        ("/时间 不够", Misread::NotATime(s("不够"))),
        ("/时间不够", Misread::NotATime(s("不够"))),
        ("/时间 25:00", Misread::NoSuchTime(s("25:00"))),
        ("/会名", Misread::Incomplete(Verb::Title)),
        ("/应到", Misread::Incomplete(Verb::Expect)),
        ("/删项", Misread::Incomplete(Verb::Remove)),
        ("/删项 下水道", Misread::NotANumber(s("下水道"))),
    ]);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for misread in [Misread::NotATime(s("x")), Misread::NobodyExpected(s("x"))] {
            assert!(misread.tell(&words).contains('x'));
        }
    }
}

/// Beginnings that meant one command before these were added mean it still.
#[test]
fn words_that_are_seldom_needed_give_way() {
    let hall = Hall::new();
    for (line, command) in [
        ("/d", Command::EndTurn),
        ("/u", Command::Undo),
        ("/f wxm", Command::GiveFloor(Some(here(WANG)))),
        ("/resu", Command::Resume),
        ("/yd 2 1", Command::MoveItem { item: DRAINS, to: 0 }),
        ("/xd 疏通下水道", hall_action("疏通下水道")),
    ] {
        assert_eq!(hall.read(line), Ok(Entry::Meeting(command)), "{line}");
    }
    // Where nothing gives way, the beginning is enough.
    hall.check(&[
        ("/tit x", title("x")),
        ("/yingdao 何伟", expects(vec![comes("k6")])),
        ("/rem 1", Command::RemoveItem(PARKING)),
    ]);
    let both = Misread::SeveralCommands(s("ex"), vec![Verb::Expect, Verb::Unexpect]);
    hall.check_misread(&[("/ex", both)]);
}

fn hall_action(what: &str) -> Command {
    Command::Promise(yishi::domain::action::Promise { what: s(what), ..Default::default() })
}

/// Lines, and what they become with each completion that is offered.
#[track_caller]
fn offers(hall: &Hall, lang: Lang, rows: &[(&str, &[&str])]) {
    for (line, expected) in rows {
        let offered = complete(line, hall.context(), &Words::new(lang));
        let lines: Vec<String> =
            offered.iter().map(|it| format!("{}{}", line.split_at(it.from).0, it.insert)).collect();
        assert_eq!(lines, *expected, "{line}");
    }
}

#[test]
fn names_days_and_what_is_left_to_confirm_are_offered() {
    let mut hall = Hall::expecting();
    hall.carry_out(&Command::Resolve(s("先公示")));
    hall.carry_out(&Command::Resolve(s("再划线")));
    let first = Some(Agreed::Resolution(ResolutionId(1)));
    hall.carry_out(&Command::Confirm { what: first, by: vec![] });
    offers(
        &hall,
        Lang::Zh,
        &[
            ("/主持 wxm", &["/主持 王小明"]),
            ("/记录人 李", &["/记录人 李强"]),
            ("/日期 下周五", &["/日期 12-04"]),
            ("/应到 何", &["/应到 何伟"]),
            ("/应到 何伟、mary", &["/应到 何伟、Mary Jones"]),
            ("/不来 ", &["/不来 赵敏", "/不来 陈桂花", "/不来 钱红"]),
            ("/不来 qh", &["/不来 钱红"]),
            ("/不来 钱红：出", &[]),
            ("/确认 ", &["/确认 R2 "]),
            ("/确认 r", &["/确认 R2 "]),
            ("/确认 R2 wxm", &["/确认 R2 王小明"]),
            ("/签到 qh", &["/签到 钱红"]),
        ],
    );
    offers(&hall, Lang::En, &[("/chair Mary J", &["/chair Mary Jones"])]);
}
