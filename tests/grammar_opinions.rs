//! What people say, as it is typed: whose it is, which position it takes, and what is no name.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use grammar_support::{Hall, by, comes, floor_says, here, s, walk_in};
use meeting::{CHEN, LI, WANG, ZHAO};
use yishi::domain::opinion::Stance::{Concern, Oppose, Question, Suggestion, Supplement, Support};
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::grammar::misread::Misread;

#[test]
fn words_of_whoever_has_the_floor() {
    Hall::new().check(&[
        ("停车位应先给老人", floor_says(None, "停车位应先给老人")),
        ("  The old first.  ", floor_says(None, "The old first.")),
        ("　停车位　", floor_says(None, "停车位")),
        ("\u{feff}停车位", floor_says(None, "停车位")),
        ("同意，但要公示", floor_says(None, "同意，但要公示")),
        ("同意", floor_says(Some(Support), "同意")),
        ("不同意。", floor_says(Some(Oppose), "不同意。")),
        ("Agreed.", floor_says(Some(Support), "Agreed.")),
        ("for", floor_says(None, "for")),
        ("问题", floor_says(None, "问题")),
        ("for the old", floor_says(None, "for the old")),
    ]);
}

#[test]
fn marks_of_either_width_tell_the_position() {
    Hall::new().check(&[
        ("+ 先给老人", floor_says(Some(Support), "先给老人")),
        ("+先给老人", floor_says(Some(Support), "先给老人")),
        ("＋先给老人", floor_says(Some(Support), "先给老人")),
        ("-太贵", floor_says(Some(Oppose), "太贵")),
        ("－太贵", floor_says(Some(Oppose), "太贵")),
        ("−太贵", floor_says(Some(Oppose), "太贵")),
        ("——太贵", floor_says(Some(Oppose), "太贵")),
        ("?费用谁出", floor_says(Some(Question), "费用谁出")),
        ("？费用谁出", floor_says(Some(Question), "费用谁出")),
        ("？？ 费用谁出？", floor_says(Some(Question), "费用谁出？")),
        ("!先公示", floor_says(Some(Concern), "先公示")),
        ("！先公示", floor_says(Some(Concern), "先公示")),
        ("*夜间共享", floor_says(Some(Suggestion), "夜间共享")),
        ("＊夜间共享", floor_says(Some(Suggestion), "夜间共享")),
        ("×夜间共享", floor_says(Some(Suggestion), "夜间共享")),
        ("& 还有一点", floor_says(Some(Supplement), "还有一点")),
        ("？3栋怎么办", floor_says(Some(Question), "3栋怎么办")),
        ("+ 5栋先装", floor_says(Some(Support), "5栋先装")),
        ("先装 - 再说", floor_says(None, "先装 - 再说")),
    ]);
}

#[test]
fn words_tell_the_position() {
    Hall::new().check(&[
        ("反对：费用太高", floor_says(Some(Oppose), "费用太高")),
        ("反对:费用：太高", floor_says(Some(Oppose), "费用：太高")),
        ("Suggestion: share at night", floor_says(Some(Suggestion), "share at night")),
        ("反对 费用太高", floor_says(Some(Oppose), "费用太高")),
        ("提问　费用谁出", floor_says(Some(Question), "费用谁出")),
        ("顾虑：噪音", floor_says(Some(Concern), "噪音")),
        ("补充：两点", floor_says(Some(Supplement), "两点")),
    ]);
}

#[test]
fn somebody_is_named_before_a_colon() {
    Hall::new().check(&[
        ("王小明：同意，但要公示", by(here(WANG), None, "同意，但要公示")),
        ("王小明:同意，但要公示", by(here(WANG), None, "同意，但要公示")),
        ("王小明 ： 先公示", by(here(WANG), None, "先公示")),
        ("王小明：同意", by(here(WANG), Some(Support), "同意")),
        ("王小：先公示", by(here(WANG), None, "先公示")),
        ("小明：先公示", by(here(WANG), None, "先公示")),
        ("wxm：先公示", by(here(WANG), None, "先公示")),
        ("WXM: publish first", by(here(WANG), None, "publish first")),
        ("ｗｘｍ：先公示", by(here(WANG), None, "先公示")),
        ("wangxiaoming: 先公示", by(here(WANG), None, "先公示")),
        ("王小明：+ 先公示", by(here(WANG), Some(Support), "先公示")),
        ("王小明：－先公示", by(here(WANG), Some(Oppose), "先公示")),
        ("？王小明：费用谁出", by(here(WANG), Some(Question), "费用谁出")),
        ("+ 王小明：- 改主意了", by(here(WANG), Some(Oppose), "改主意了")),
        ("王小明：反对：费用太高", by(here(WANG), Some(Oppose), "费用太高")),
        ("王小明：建议 夜间共享", by(here(WANG), Some(Suggestion), "夜间共享")),
        ("王小明（反对）：费用太高", by(here(WANG), Some(Oppose), "费用太高")),
        ("王小明：比如：先公示", by(here(WANG), None, "比如：先公示")),
        ("王小明：19:30 以后", by(here(WANG), None, "19:30 以后")),
        ("王小明：：-5度会结冰", by(here(WANG), None, "-5度会结冰")),
        ("Mary Jones: agreed", by(comes("k4"), Some(Support), "agreed")),
        ("mary: not now", by(comes("k4"), None, "not now")),
        ("mj: not now", by(comes("k4"), None, "not now")),
    ]);
}

#[test]
fn units_and_roles_tell_people_of_one_name_apart() {
    Hall::new().check(&[
        ("王芳（3栋）：同意", by(comes("k1"), Some(Support), "同意")),
        ("王芳(３栋): 好", by(comes("k1"), None, "好")),
        ("王芳（13栋）：好", by(comes("k2"), None, "好")),
        ("wf（13栋）：好", by(comes("k2"), None, "好")),
        ("王芳芳：好", by(comes("k3"), None, "好")),
        ("3栋王姐：好", by(comes("k7"), None, "好")),
        // Nobody of this name lives there: somebody new, not the one of another unit.
        ("王芳（7栋）：好", by(walk_in("王芳", Role::Resident, Some("7栋")), None, "好")),
    ]);
}

#[test]
fn walk_ins_are_named_with_unit_or_role() {
    let new = |role, unit| walk_in("刘芳", role, unit);
    Hall::new().check(&[
        ("刘芳（5栋）：同意先公示", by(new(Role::Resident, Some("5栋")), None, "同意先公示")),
        ("刘芳 物业：好", by(new(Role::Property, None), None, "好")),
        ("刘芳(物业):好", by(new(Role::Property, None), None, "好")),
        (
            "刘芳（5栋，居民代表）：好",
            by(new(Role::ResidentRepresentative, Some("5栋")), None, "好"),
        ),
        (
            "刘芳（居民代表 5栋）：好",
            by(new(Role::ResidentRepresentative, Some("5栋")), None, "好"),
        ),
        ("刘芳（5栋）居民代表：好", by(new(Role::ResidentRepresentative, Some("5栋")), None, "好")),
        ("刘芳（5栋 反对）：太贵", by(new(Role::Resident, Some("5栋")), Some(Oppose), "太贵")),
        (
            "Tom Hill (3B, property manager): fine",
            by(walk_in("Tom Hill", Role::Property, Some("3B")), None, "fine"),
        ),
        // The ledger knows no unit of this one; the sheet tells it now.
        ("何伟（9栋）：好", {
            let Who::Joining(known) = comes("k6") else { panic!("not here yet") };
            let household = Some(s("9栋"));
            by(Who::Joining(Newcomer { household, ..known }), None, "好")
        }),
    ]);
}

#[test]
fn a_colon_within_text_names_nobody() {
    Hall::new().check(&[
        ("19:30开始", floor_says(None, "19:30开始")),
        ("１９：３０开始", floor_says(None, "１９：３０开始")),
        ("晚上19:30开始", floor_says(None, "晚上19:30开始")),
        ("比如：先公示", floor_says(None, "比如：先公示")),
        ("第一：先公示", floor_says(None, "第一：先公示")),
        ("方案2：先划线", floor_says(None, "方案2：先划线")),
        ("Note: bring chairs", floor_says(None, "Note: bring chairs")),
        ("For example: at night", floor_says(None, "For example: at night")),
        ("https://example.org/plan", floor_says(None, "https://example.org/plan")),
        ("见 http：//example.org", floor_says(None, "见 http：//example.org")),
        ("我觉得，王小明：他说得对", floor_says(None, "我觉得，王小明：他说得对")),
        ("这件事情应该这样办：先公示", floor_says(None, "这件事情应该这样办：先公示")),
        ("three points matter here: first", floor_says(None, "three points matter here: first")),
        ("停车 问题：太多", floor_says(None, "停车 问题：太多")),
        ("my view: too dear", floor_says(None, "my view: too dear")),
        // A colon before the line says so of anything.
        ("：王小明：他说得对", floor_says(None, "王小明：他说得对")),
        (":停车费：太高", floor_says(None, "停车费：太高")),
        ("+：停车费：太高", floor_says(Some(Support), "停车费：太高")),
        ("：-5度会结冰", floor_says(None, "-5度会结冰")),
        (":/next 是什么", floor_says(None, "/next 是什么")),
    ]);
}

#[test]
fn what_could_mean_two_things_is_asked_back() {
    let several = |typed: &str, names: &[&str]| {
        Misread::SeveralPeople(s(typed), names.iter().map(|name| s(name)).collect())
    };
    Hall::new().check_misread(&[
        ("", Misread::Empty),
        ("   　", Misread::Empty),
        ("+", Misread::Empty),
        ("：", Misread::Empty),
        ("王小明：", Misread::Empty),
        ("\u{0}\u{1b}", Misread::Empty),
        ("王芳：同意", several("王芳", &["王芳(3栋2单元)", "王芳(13栋)"])),
        ("wf：同意", several("wf", &["王芳(3栋2单元)", "王芳(13栋)"])),
        ("刘芳：同意", Misread::NobodyBeforeColon(s("刘芳"))),
        ("停车费：太高", Misread::NobodyBeforeColon(s("停车费"))),
        ("刘芳 5栋：同意", Misread::NobodyBeforeColon(s("刘芳"))),
        ("Tom Hill 3B: agreed", Misread::NobodyBeforeColon(s("Tom Hill"))),
        ("刘芳5栋2单元：同意", Misread::NobodyBeforeColon(s("刘芳"))),
        ("买买提·艾力：好", Misread::NobodyBeforeColon(s("买买提·艾力"))),
        ("José García: fine", Misread::NobodyBeforeColon(s("José García"))),
        ("Tom Hill: agreed", Misread::NobodyBeforeColon(s("Tom Hill"))),
        ("xyz: agreed", Misread::NobodyBeforeColon(s("xyz"))),
        ("王小明、李强：同意", Misread::NobodyBeforeColon(s("王小明、李强"))),
        ("-5度会结冰", Misread::MarkOrNumber(s("-5度会结冰"))),
        ("－５度会结冰", Misread::MarkOrNumber(s("－５度会结冰"))),
        ("+5栋 先装", Misread::MarkOrNumber(s("+5栋"))),
        ("王小明：-5度", Misread::MarkOrNumber(s("-5度"))),
    ]);
}

#[test]
fn two_of_one_name_without_units_are_told_apart_by_role() {
    let mut hall = Hall::new();
    let at = hall.meeting.latest().unwrap_or_else(meeting::seven);
    let another = walk_in("陈桂花", Role::Property, None);
    let signs_in = yishi::domain::command::Command::SignIn(vec![another]);
    assert!(hall.meeting.carry_out(&signs_in, at, meeting::BY).is_ok());
    hall.directory.catch_up(hall.meeting.session());
    let names = vec![s("陈桂花(居民)"), s("陈桂花(物业)")];
    hall.check_misread(&[("陈桂花：好", Misread::SeveralPeople(s("陈桂花"), names))]);
    hall.check(&[
        ("陈桂花（居民）：好", by(here(CHEN), None, "好")),
        ("陈桂花（物业）：好", by(here(yishi::domain::ids::PersonId(7)), None, "好")),
        ("李强：好", by(here(LI), None, "好")),
        ("zm：好", by(here(ZHAO), None, "好")),
    ]);
}
