//! Lines that recorders type and that were misunderstood once: each row is a slip that would have
//! put something wrong into the record, or refused something plain.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use chrono::NaiveDate;
use grammar_support::{Hall, floor_says, here, raises, s, walk_in};
use meeting::{WANG, day};
use yishi::domain::action::Promise;
use yishi::domain::command::Command;
use yishi::domain::ids::{ActionId, OpinionId};
use yishi::domain::people::Role;
use yishi::grammar::misread::Misread;
use yishi::grammar::verb::Verb;

fn agreed(what: &str, owner: Option<&str>, due: Option<NaiveDate>) -> Command {
    let owner = owner.map(str::to_owned);
    Command::Promise(Promise { what: s(what), owner, due, ..Promise::default() })
}

#[test]
fn an_english_deadline_may_end_the_text() {
    let manager = Some("property manager");
    let (friday, dec5, dec7) = (Some(day(11, 27)), Some(day(12, 5)), Some(day(12, 7)));
    Hall::new().check(&[
        (
            "/action publish the plan in two weeks @property manager",
            agreed("publish the plan in two weeks", manager, dec7),
        ),
        ("/action publish it within 14 days", agreed("publish it within 14 days", None, dec7)),
        ("/action publish it by friday.", agreed("publish it by friday.", None, friday)),
        ("/action publish it by 12-05", agreed("publish it by 12-05", None, dec5)),
        ("/action publish it by 5 December", agreed("publish it by 5 December", None, dec5)),
        (
            "/action publish it by the day after tomorrow",
            agreed("publish it by the day after tomorrow", None, Some(day(11, 25))),
        ),
        (
            "/action publish it before the end of next month",
            agreed("publish it before the end of next month", None, Some(day(12, 31))),
        ),
        // What is marked counts; so does what the text begins with.
        (
            "/action publish it in two weeks #friday",
            agreed("publish it in two weeks", None, friday),
        ),
        (
            "/action by friday say what is done in two weeks",
            agreed("by friday say what is done in two weeks", None, friday),
        ),
        // No deadlines.
        ("/action mend the lamp by the gate", agreed("mend the lamp by the gate", None, None)),
        (
            "/action see who moved in two weeks ago",
            agreed("see who moved in two weeks ago", None, None),
        ),
        ("/action dig not before friday", agreed("dig not before friday", None, None)),
        ("/action meet at 5", agreed("meet at 5", None, None)),
    ]);
}

#[test]
fn words_that_introduce_are_nobodys_names() {
    let hall = Hall::new();
    for line in [
        "PPS: the lamp",
        "e.g.: the lamp",
        "E.g. : the lamp",
        "However: too dear",
        "附：收费表",
        "还有：路灯",
        "关键：先公示",
        "总的来说：可行",
        "大家：都同意",
        "第六：路灯",
        "五是：路灯",
        "其四：路灯",
    ] {
        hall.check(&[(line, floor_says(None, line))]);
    }
    // Nearly such a word, but a name as well.
    hall.check_misread(&[
        ("第五明：好", Misread::NobodyBeforeColon(s("第五明"))),
        ("Andy: fine", Misread::NobodyBeforeColon(s("Andy"))),
    ]);
}

#[test]
fn nobody_is_made_up_or_swallowed() {
    let doubt = |text: &str| Misread::UnitOrName(s(text));
    let hall = Hall::new();
    hall.check_misread(&[
        ("/签到 张三 李四", doubt("李四")),
        ("/签到 张三 3栋 李四 5栋", doubt("李四")),
        ("/签到 王小明 李四", doubt("李四")),
        ("/举手 张三 李四", doubt("李四")),
        ("/改签 陈桂花 李四", doubt("李四")),
        ("/同意 3 和 4", Misread::NobodyCalled(s("和"))),
        ("/agree 3 and 4", Misread::NobodyCalled(s("and"))),
    ]);
    let lives = |unit| walk_in("张三", Role::Resident, Some(unit));
    hall.check(&[
        ("/签到 张三 锦苑", Command::SignIn(vec![lives("锦苑")])),
        ("/签到 张三（李四）", Command::SignIn(vec![lives("李四")])),
        (
            "/签到 张三 居民代表 3栋",
            Command::SignIn(vec![walk_in("张三", Role::ResidentRepresentative, Some("3栋"))]),
        ),
        ("/同意 3 王小明", Command::Endorse { opinion: OpinionId(3), who: vec![here(WANG)] }),
        ("/举手 王小明", raises(here(WANG), None)),
    ]);
}

#[test]
fn a_full_stop_names_nobody() {
    Hall::new().check(&[
        ("/下一位。", Command::GiveFloor(None)),
        ("/next.", Command::GiveFloor(None)),
        ("/next .", Command::GiveFloor(None)),
        ("/开始。", Command::OpenItem(None)),
    ]);
}

#[test]
fn a_mark_with_nothing_behind_it_amends_nothing() {
    Hall::new().check_misread(&[
        ("/改 A1 @", Misread::Incomplete(Verb::Amend)),
        ("/改 A1 =", Misread::Incomplete(Verb::Amend)),
        ("/改 A1 @ =", Misread::Incomplete(Verb::Amend)),
    ]);
    let promise = Promise { owner: Some(s("物业")), ..Promise::default() };
    Hall::new().check(&[(
        "/改 A1 = @物业",
        Command::AmendAction { action: ActionId(1), what: None, promise },
    )]);
}

#[test]
fn a_fourth_number_counts_nothing() {
    Hall::new().check_misread(&[
        ("/表决 18 3 2 1", Misread::Incomplete(Verb::Vote)),
        ("/vote 18-3-2-1", Misread::Incomplete(Verb::Vote)),
    ]);
}
