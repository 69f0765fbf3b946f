//! Every command as it is typed, in both languages, both widths, with and without spaces.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use chrono::NaiveDate;
use grammar_support::{Hall, by, change, comes, here, item, raises, s, walk_in};
use meeting::{CHEN, DRAINS, LI, OTHER, PARKING, WANG, day, hands};
use yishi::domain::action::Promise;
use yishi::domain::agreement::{Area, Body, Hands, Method, Tally, Threshold};
use yishi::domain::command::Command;
use yishi::domain::ids::{
    ActionId, ItemId, ObjectionId, OpinionId, ParkedId, PersonId, ResolutionId,
};
use yishi::domain::item::Outcome;
use yishi::domain::opinion::Stance::{Oppose, Support};
use yishi::domain::people::{Role, Who};
use yishi::grammar::verb::{Verb, WORDS, Word};
use yishi::grammar::{Entry, Topic, Wish};
use yishi::text::words::Lang;

fn to_person(who: PersonId) -> Command {
    Command::GiveFloor(Some(who.into()))
}

#[test]
fn the_course_of_the_meeting() {
    Hall::new().check(&[
        ("/开会", Command::Open),
        ("、开会", Command::Open),
        ("／开会", Command::Open),
        ("/ 开会", Command::Open),
        ("/开会。", Command::Open),
        ("/open", Command::Open),
        ("/Open", Command::Open),
        ("／ｏｐｅｎ", Command::Open),
        ("/暂停", Command::Pause),
        ("/暂停一下", Command::Pause),
        ("/pause", Command::Pause),
        ("/继续", Command::Resume),
        ("/resume", Command::Resume),
        ("/撤销", Command::Undo),
        ("/undo", Command::Undo),
        ("/u", Command::Undo),
        ("/重做", Command::Redo),
        ("/redo", Command::Redo),
        ("/散会", Command::Close { leave: false }),
        ("/close", Command::Close { leave: false }),
        ("/散会 留待跟进", Command::Close { leave: true }),
        ("/散会留待跟进", Command::Close { leave: true }),
        ("/close leave", Command::Close { leave: true }),
        ("/说完", Command::EndTurn),
        ("/说完了", Command::EndTurn),
        ("/done", Command::EndTurn),
        ("/d", Command::EndTurn),
    ]);
}

#[test]
fn signing_in_and_out() {
    let new = |name, role, unit| walk_in(name, role, unit);
    Hall::new().check(&[
        ("/签到 何伟", Command::SignIn(vec![comes("k6")])),
        ("/签到何伟", Command::SignIn(vec![comes("k6")])),
        ("/in hw", Command::SignIn(vec![comes("k6")])),
        ("/signin mary", Command::SignIn(vec![comes("k4")])),
        ("/签到 王芳 3栋", Command::SignIn(vec![comes("k1")])),
        ("/签到 王芳（13栋）", Command::SignIn(vec![comes("k2")])),
        ("/签到 wf 13栋", Command::SignIn(vec![comes("k2")])),
        ("/签到 王芳 7栋", Command::SignIn(vec![new("王芳", Role::Resident, Some("7栋"))])),
        ("/签到 王芳芳、何伟", Command::SignIn(vec![comes("k3"), comes("k6")])),
        ("/签到 王芳芳，何伟；mary", Command::SignIn(vec![comes("k3"), comes("k6"), comes("k4")])),
        ("/签到 王芳芳 何伟", Command::SignIn(vec![comes("k3"), comes("k6")])),
        ("/签到 王小明", Command::SignIn(vec![here(WANG)])),
        ("/签到 刘芳", Command::SignIn(vec![new("刘芳", Role::Resident, None)])),
        (
            "/签到 刘芳 5栋2单元 居民代表",
            Command::SignIn(vec![new("刘芳", Role::ResidentRepresentative, Some("5栋2单元"))]),
        ),
        ("/签到 刘芳5栋", Command::SignIn(vec![new("刘芳", Role::Resident, Some("5栋"))])),
        ("/签到 刘芳 物业", Command::SignIn(vec![new("刘芳", Role::Property, None)])),
        (
            "/签到 刘芳（5栋，列席）、周正（旁听）",
            Command::SignIn(vec![
                new("刘芳", Role::NonVoting, Some("5栋")),
                new("周正", Role::Observer, None),
            ]),
        ),
        (
            "/in Tom Hill 3B property manager, Ann Lee",
            Command::SignIn(vec![
                new("Tom Hill", Role::Property, Some("3B")),
                new("Ann Lee", Role::Resident, None),
            ]),
        ),
        ("/离场 王小明", Command::SignOut(WANG)),
        ("/离场wxm", Command::SignOut(WANG)),
        ("/out wxm", Command::SignOut(WANG)),
        (
            "/改签 陈桂花 居民代表",
            Command::CorrectPerson {
                person: CHEN,
                role: Some(Role::ResidentRepresentative),
                household: None,
            },
        ),
        (
            "/correct cgh 5栋2单元",
            Command::CorrectPerson { person: CHEN, role: None, household: Some(s("5栋2单元")) },
        ),
        (
            "/改签 陈桂花（5栋）",
            Command::CorrectPerson { person: CHEN, role: None, household: Some(s("5栋")) },
        ),
        (
            "/改签 陈桂花 居民",
            Command::CorrectPerson { person: CHEN, role: Some(Role::Resident), household: None },
        ),
    ]);
}

#[test]
fn the_agenda() {
    let closes = |outcome, why: Option<&str>, despite| Command::CloseItem {
        outcome,
        why: why.map(str::to_owned),
        despite,
    };
    Hall::new().check(&[
        ("/议题 路灯", item("路灯", None)),
        ("/议程 路灯 | 15", item("路灯", Some(15))),
        ("/议题路灯｜１５分钟", item("路灯", Some(15))),
        ("/item Street lights | 1h", item("Street lights", Some(60))),
        ("/item a | b | 5", item("a | b", Some(5))),
        ("/item a | soon", item("a | soon", None)),
        ("/更名 2 下水道", change(2, Some("下水道"), None)),
        ("/更名2下水道", change(2, Some("下水道"), None)),
        ("/rename 2 Drains", change(2, Some("Drains"), None)),
        ("/时长 2 15", change(2, None, Some(15))),
        ("/时长 第2项 半小时", change(2, None, Some(30))),
        ("/minutes 2 15 min", change(2, None, Some(15))),
        ("/移到 3 1", Command::MoveItem { item: OTHER, to: 0 }),
        ("/移到 3 到 1", Command::MoveItem { item: OTHER, to: 0 }),
        ("/move 3 to 2", Command::MoveItem { item: OTHER, to: 1 }),
        ("/开始", Command::OpenItem(None)),
        ("/下一项", Command::OpenItem(None)),
        ("/start", Command::OpenItem(None)),
        ("/开始 2", Command::OpenItem(Some(DRAINS))),
        ("/开始２", Command::OpenItem(Some(DRAINS))),
        ("/开始 第二项", Command::OpenItem(Some(DRAINS))),
        ("/start #1", Command::OpenItem(Some(PARKING))),
        // A place that is not there stays the number that was typed, for the refusal to repeat.
        ("/开始 9", Command::OpenItem(Some(ItemId(9)))),
        ("/开始 0", Command::OpenItem(Some(ItemId(0)))),
        ("/结束 达成一致", closes(Outcome::Agreed, None, false)),
        ("/结束达成一致", closes(Outcome::Agreed, None, false)),
        ("/结束 一致", closes(Outcome::Agreed, None, false)),
        ("/结束 未达成一致", closes(Outcome::NotAgreed, None, false)),
        ("/结束 未达成，分歧大", closes(Outcome::NotAgreed, Some("分歧大"), false)),
        ("/结束 结转 时间不够", closes(Outcome::CarriedOver, Some("时间不够"), false)),
        ("/结束 已通报 照结", closes(Outcome::Noted, None, true)),
        ("/结束 达成一致 会后补期限，照结", closes(Outcome::Agreed, Some("会后补期限"), true)),
        ("/end agreed", closes(Outcome::Agreed, None, false)),
        ("/end Not agreed", closes(Outcome::NotAgreed, None, false)),
        ("/end not-agreed too dear", closes(Outcome::NotAgreed, Some("too dear"), false)),
        ("/end carry no time", closes(Outcome::CarriedOver, Some("no time"), false)),
        ("/end carried over", closes(Outcome::CarriedOver, None, false)),
        ("/end noted Anyway", closes(Outcome::Noted, None, true)),
    ]);
}

#[test]
fn the_floor() {
    Hall::new().check(&[
        ("/举手 王小明", raises(here(WANG), None)),
        ("/举手王", raises(here(WANG), None)),
        ("、举手王小明", raises(here(WANG), None)),
        ("/hand wxm", raises(here(WANG), None)),
        ("/jushou wxm", raises(here(WANG), None)),
        ("/举手 王小明 反对", raises(here(WANG), Some(Oppose))),
        ("/举手 王小明 -", raises(here(WANG), Some(Oppose))),
        ("/举手 王小明 ＋", raises(here(WANG), Some(Support))),
        ("/举手 王小明（反对）", raises(here(WANG), Some(Oppose))),
        ("/hand wxm oppose", raises(here(WANG), Some(Oppose))),
        ("/hand Mary Jones against", raises(comes("k4"), Some(Oppose))),
        ("/举手 王芳（13栋）", raises(comes("k2"), None)),
        ("/举手 刘芳（5栋）", raises(walk_in("刘芳", Role::Resident, Some("5栋")), None)),
        ("/举手 刘芳 5栋", raises(walk_in("刘芳", Role::Resident, Some("5栋")), None)),
        ("/放下 王小明", Command::LowerHand(WANG)),
        ("/lower wxm", Command::LowerHand(WANG)),
        ("/下一位", Command::GiveFloor(None)),
        ("/next", Command::GiveFloor(None)),
        ("/下一位 李强", to_person(LI)),
        ("/下一位李强", to_person(LI)),
        ("/next lq", to_person(LI)),
        ("/发言 李强", to_person(LI)),
        ("/发言李强", to_person(LI)),
        ("/floor lq", to_person(LI)),
    ]);
}

#[test]
fn opinions_questions_and_the_parking_list() {
    let endorse = |opinion, who: Vec<Who>| Command::Endorse { opinion: OpinionId(opinion), who };
    let answer = |text: &str| Command::Answer { opinion: OpinionId(3), text: s(text) };
    let amend =
        |stance, text: &str| Command::AmendOpinion { opinion: OpinionId(3), stance, text: s(text) };
    let park = |who, text: &str| Command::Park { who, text: s(text) };
    let settle = |how: &str| Command::Settle { parked: ParkedId(1), how: s(how) };
    Hall::new().check(&[
        ("/同意 3", endorse(3, vec![])),
        ("/同意3", endorse(3, vec![])),
        ("/附议 第3条", endorse(3, vec![])),
        ("/agree 3", endorse(3, vec![])),
        ("/同意 3 王小明", endorse(3, vec![here(WANG)])),
        ("/同意３王小明、李强", endorse(3, vec![here(WANG), here(LI)])),
        ("/同意 3 王小明 李强", endorse(3, vec![here(WANG), here(LI)])),
        ("/agree #3 wxm, mary", endorse(3, vec![here(WANG), comes("k4")])),
        ("/答复 3 由物业出", answer("由物业出")),
        ("/答复3由物业出", answer("由物业出")),
        ("/答复 3：由物业出", answer("由物业出")),
        ("/答复 3 5栋由物业出", answer("5栋由物业出")),
        ("/answer 3 the property pays", answer("the property pays")),
        ("/改 3 费用由物业出", amend(None, "费用由物业出")),
        ("/改3费用由物业出", amend(None, "费用由物业出")),
        ("/改 3 + 由物业出", amend(Some(Support), "由物业出")),
        ("/改 3 －由物业出", amend(Some(Oppose), "由物业出")),
        ("/改 意见3 由物业出", amend(None, "由物业出")),
        ("/amend 3 the property pays", amend(None, "the property pays")),
        ("/撤回 3", Command::WithdrawOpinion(OpinionId(3))),
        ("/撤回3", Command::WithdrawOpinion(OpinionId(3))),
        ("/withdraw 3", Command::WithdrawOpinion(OpinionId(3))),
        ("/搁置 快递柜放哪里", park(None, "快递柜放哪里")),
        ("/搁置 王小明：快递柜放哪里", park(Some(here(WANG)), "快递柜放哪里")),
        ("/搁置 快递柜：放哪里", park(None, "快递柜：放哪里")),
        ("/搁置 19:30 以后的噪音", park(None, "19:30 以后的噪音")),
        (
            "/搁置 刘芳（5栋）：快递柜",
            park(Some(walk_in("刘芳", Role::Resident, Some("5栋"))), "快递柜"),
        ),
        ("/park lockers", park(None, "lockers")),
        ("/park wxm: lockers", park(Some(here(WANG)), "lockers")),
        ("/了结 P1 转业委会", settle("转业委会")),
        ("/了结 1 转业委会", settle("转业委会")),
        ("/了结Ｐ１转业委会", settle("转业委会")),
        ("/了结 搁置1 转业委会", settle("转业委会")),
        ("/settle p1 to the owners", settle("to the owners")),
        ("/备注 投影坏了", Command::Note(s("投影坏了"))),
        ("/备注：投影坏了", Command::Note(s("投影坏了"))),
        ("/note 19:30: the lights went out", Command::Note(s("19:30: the lights went out"))),
    ]);
}

#[test]
fn resolutions_and_what_carries_them() {
    let r1 = ResolutionId(1);
    let rule = Command::SetThreshold;
    Hall::new().check(&[
        ("/决议 先公示再划线", Command::Resolve(s("先公示再划线"))),
        ("/决议先公示再划线", Command::Resolve(s("先公示再划线"))),
        ("/决议：先公示再划线", Command::Resolve(s("先公示再划线"))),
        ("/resolve Publish first", Command::Resolve(s("Publish first"))),
        ("/改 R1 先公示", Command::AmendResolution { resolution: r1, text: s("先公示") }),
        ("/改r1 先公示", Command::AmendResolution { resolution: r1, text: s("先公示") }),
        ("/改 Ｒ１：先公示", Command::AmendResolution { resolution: r1, text: s("先公示") }),
        ("/改 决议1 先公示", Command::AmendResolution { resolution: r1, text: s("先公示") }),
        ("/amend R1 Publish", Command::AmendResolution { resolution: r1, text: s("Publish") }),
        ("/撤回 R1", Command::WithdrawResolution(r1)),
        ("/withdraw r1", Command::WithdrawResolution(r1)),
        ("/规则 过半", rule(Threshold::MajorityOfPresent)),
        ("/规则 多数", rule(Threshold::MajorityOfVotes)),
        ("/规则三分之二", rule(Threshold::TwoThirdsOfPresent)),
        ("/规则 ２／３", rule(Threshold::TwoThirdsOfPresent)),
        ("/规则 一致", rule(Threshold::AllPresent)),
        ("/rule half", rule(Threshold::MajorityOfPresent)),
        ("/rule Votes", rule(Threshold::MajorityOfVotes)),
        ("/rule two-thirds", rule(Threshold::TwoThirdsOfPresent)),
        ("/rule all", rule(Threshold::AllPresent)),
    ]);
}

/// Ways to decide, in words of both languages and in whatever width.
#[test]
fn ways_to_decide_and_their_counts() {
    let choose = |method, threshold| Command::ChooseMethod { method, threshold, resolution: None };
    let by = |body| choose(Method::Statutory(body), None);
    let owners = Body::Owners { major: true, owners: 400, area: 3_800_050 };
    let count = |tally| Command::Count { tally, present: None, resolution: None, question: None };
    let fists = count(Tally::Fists([0, 1, 2, 5, 8, 4]));
    let heads = hands(280, 20, 5);
    let area = Area { favour: 2_500_000, against: 180_050, abstain: 30_000 };
    let present = Command::Count {
        tally: Tally::Hands(hands(150, 20, 5)),
        present: Some(180),
        resolution: None,
        question: None,
    };
    Hall::new().check(&[
        ("/方式 共识", choose(Method::Consensus, None)),
        ("/方式举手 过半", choose(Method::Hands, Some(Threshold::MajorityOfPresent))),
        ("/方式 投票 三分之二", choose(Method::Ballot, Some(Threshold::TwoThirdsOfPresent))),
        ("/method ballot 2/3", choose(Method::Ballot, Some(Threshold::TwoThirdsOfPresent))),
        ("/方式：五指", choose(Method::FistToFive, None)),
        ("/method Consent", choose(Method::Consent, None)),
        (
            "/方式 程度 R1",
            Command::ChooseMethod {
                method: Method::Gradients,
                threshold: None,
                resolution: Some(ResolutionId(1)),
            },
        ),
        ("/方式 法定 居民会议 应到 320", by(Body::Residents { eligible: 320 })),
        ("/方式 居民会议 应到３２０人", by(Body::Residents { eligible: 320 })),
        ("/方式 居民会议", by(Body::Residents { eligible: 0 })),
        ("/方式 村民会议 应到 901", by(Body::Villagers { eligible: 901 })),
        ("/方式 村民会议 户 应到 300", by(Body::Households { eligible: 300 })),
        ("/method representatives eligible 45", by(Body::Representatives { eligible: 45 })),
        ("/方式 业主大会 重大 户数 400 面积 38000.5", by(owners)),
        ("/method owners major owners 400 area 38000.50", by(owners)),
        ("/五指 0 1 2 5 8 4", fists.clone()),
        ("/五指 5×4 4×8 3×5 2×2 1×1", fists.clone()),
        ("/fists 0 1 2 5 8 4", fists),
        ("/程度 3 5 4 2 1 0 0 0", count(Tally::Gradients([3, 5, 4, 2, 1, 0, 0, 0]))),
        ("/表决 18 3 2 废票 1", count(Tally::Papers { hands: hands(18, 3, 2), invalid: 1 })),
        ("/vote 18 3 2 invalid 1", count(Tally::Papers { hands: hands(18, 3, 2), invalid: 1 })),
        ("/表决 150 20 5 实到 180", present.clone()),
        ("/vote for 150 against 20 abstain 5 present 180", present),
        (
            "/表决 户 赞成280 反对20 弃权5 面积 赞成25000 反对1800.5 弃权300",
            count(Tally::Owners { owners: heads, area }),
        ),
        ("/共识 无异议", Command::AskObjections { none: true }),
        ("/consensus objections", Command::AskObjections { none: false }),
        ("/异议 王小明：太贵", Command::Object { who: Some(here(WANG)), text: s("太贵") }),
        (
            "/化解 O1 分三期",
            Command::ResolveObjection { objection: ObjectionId(1), how: s("分三期") },
        ),
        (
            "/resolved o1 in parts",
            Command::ResolveObjection { objection: ObjectionId(1), how: s("in parts") },
        ),
        ("/宣布", Command::Announce),
    ]);
}

fn counted(hands: Hands) -> Command {
    Command::CountHands { hands, resolution: None, question: None }
}

fn counted_on(hands: Hands, question: &str) -> Command {
    Command::CountHands { hands, resolution: None, question: Some(s(question)) }
}

#[test]
fn shows_of_hands() {
    let all = hands(18, 3, 2);
    let on_r1 =
        Command::CountHands { hands: all, resolution: Some(ResolutionId(1)), question: None };
    Hall::new().check(&[
        ("/表决 举手 18 3 2", counted(all)),
        ("/表决举手18 3 2", counted(all)),
        ("/表决 18 3 2", counted(all)),
        ("/表决 １８ ３ ２", counted(all)),
        ("/表决 18-3-2", counted(all)),
        ("/表决 18:3:2", counted(all)),
        ("/表决 18：3：2", counted(all)),
        ("/表决 18/3/2", counted(all)),
        ("/表决 18，3，2", counted(all)),
        ("/表决 18、3、2", counted(all)),
        ("/表决 18 3", counted(hands(18, 3, 0))),
        ("/表决 0 0 5", counted(hands(0, 0, 5))),
        ("/vote hands 18 3 2", counted(all)),
        ("/vote 18-3-2", counted(all)),
        ("/vote Hands 18 3 2 r1", on_r1.clone()),
        ("/表决 举手 18 3 2 R1", on_r1.clone()),
        ("/表决 18 3 2 决议1", on_r1),
        ("/表决 18 3 2 是否先划线", counted_on(all, "是否先划线")),
        ("/表决 18 3 5栋先装", counted_on(hands(18, 3, 0), "5栋先装")),
        ("/vote 18 3 2 Paint first?", counted_on(all, "Paint first?")),
        ("/表决 赞成18 反对3 弃权2", counted(all)),
        ("/表决 赞成18票，反对3票，弃权2票", counted(all)),
        ("/表决 赞成：18，反对：3", counted(hands(18, 3, 0))),
        ("/表决 18赞成3反对2弃权", counted(all)),
        ("/表决 18票赞成，3票反对，2票弃权", counted(all)),
        ("/表决 反对3 赞成18", counted(hands(18, 3, 0))),
        ("/表决 赞成18 是否先划线", counted_on(hands(18, 0, 0), "是否先划线")),
        ("/vote For 18, Against 3, Abstain 2", counted(all)),
        ("/vote 18 for, 3 against, 2 abstaining", counted(all)),
        ("/vote 18 for 3 against Paint first?", counted_on(hands(18, 3, 0), "Paint first?")),
    ]);
}

fn promise(what: &str, owner: Option<&str>, due: Option<NaiveDate>) -> Promise {
    Promise { what: s(what), owner: owner.map(str::to_owned), due, ..Promise::default() }
}

fn agreed(what: &str, owner: Option<&str>, due: Option<NaiveDate>) -> Command {
    Command::Promise(promise(what, owner, due))
}

#[test]
fn actions() {
    let (dec5, dec7) = (Some(day(12, 5)), Some(day(12, 7)));
    let drains = "疏通下水道";
    let whole = Command::Promise(Promise {
        test: Some(s("雨天 不倒灌")),
        from: vec![OpinionId(3), OpinionId(5)],
        ..promise("两周内疏通下水道", Some("物业"), dec5)
    });
    Hall::new().check(&[
        ("/行动 两周内疏通下水道 @物业 #12-05", agreed("两周内疏通下水道", Some("物业"), dec5)),
        (
            "/行动两周内疏通下水道 ＠物业　＃１２－０５",
            agreed("两周内疏通下水道", Some("物业"), dec5),
        ),
        ("/行动 两周内疏通下水道", agreed("两周内疏通下水道", None, dec7)),
        ("/行动 疏通下水道", agreed(drains, None, None)),
        ("/行动 疏通下水道@物业#12月5日", agreed(drains, Some("物业"), dec5)),
        ("/行动 疏通下水道 #+14d @wxm", agreed(drains, Some("王小明"), dec7)),
        ("/行动 疏通下水道 @王小明", agreed(drains, Some("王小明"), None)),
        ("/行动 @物业 疏通下水道", agreed(drains, Some("物业"), None)),
        ("/行动 #下周五 疏通下水道", agreed(drains, None, Some(day(12, 4)))),
        ("/行动 疏通下水道 #friday", agreed(drains, None, Some(day(11, 27)))),
        ("/行动 联系 a@b.com 报修", agreed("联系 a@b.com 报修", None, None)),
        ("/行动 修好#2 路灯", agreed("修好#2 路灯", None, None)),
        ("/行动 宣传 《民法典》 @社区", agreed("宣传 《民法典》", Some("社区"), None)),
        ("/行动 两周内疏通下水道 @物业 #12-05 =雨天 不倒灌 <3,5", whole.clone()),
        ("/行动 两周内疏通下水道 @物业 #12-05 ＝雨天 不倒灌 《3，5》", whole.clone()),
        ("/action 两周内疏通下水道 <意见3、5 @物业 #12-05 =雨天 不倒灌", whole),
        (
            "/action Clear the drains @Building Management #friday",
            agreed("Clear the drains", Some("Building Management"), Some(day(11, 27))),
        ),
        ("/action @property clear drains", agreed("clear drains", Some("property"), None)),
        ("/action @Mary Jones clear drains", agreed("clear drains", Some("Mary Jones"), None)),
        ("/action clear drains @mary", agreed("clear drains", Some("Mary Jones"), None)),
        ("/action clear drains #next friday", agreed("clear drains", None, Some(day(12, 4)))),
        ("/action #in two weeks clear drains", agreed("clear drains", None, dec7)),
        ("/action within two weeks clear drains", {
            agreed("within two weeks clear drains", None, dec7)
        }),
        ("/行动 买水泵 #2028-01-01", agreed("买水泵", None, NaiveDate::from_ymd_opt(2028, 1, 1))),
        // A day that has passed is understood; the rules refuse it.
        ("/行动 买水泵 #2026-11-01", agreed("买水泵", None, Some(day(11, 1)))),
        ("/改 A1 @物业", {
            Command::AmendAction {
                action: ActionId(1),
                what: None,
                promise: promise("", Some("物业"), None),
            }
        }),
        ("/改A1@物业", {
            Command::AmendAction {
                action: ActionId(1),
                what: None,
                promise: promise("", Some("物业"), None),
            }
        }),
        ("/改 行动1 #12-05", {
            Command::AmendAction {
                action: ActionId(1),
                what: None,
                promise: promise("", None, dec5),
            }
        }),
        ("/amend a1 clear both drains #12-05", {
            Command::AmendAction {
                action: ActionId(1),
                what: Some(s("clear both drains")),
                promise: promise("", None, dec5),
            }
        }),
        ("/改 A1 两周内疏通", {
            Command::AmendAction {
                action: ActionId(1),
                what: Some(s("两周内疏通")),
                promise: promise("", None, dec7),
            }
        }),
        ("/撤回 A1 已由街道办理", {
            Command::DropAction { action: ActionId(1), why: s("已由街道办理") }
        }),
        ("/withdraw a1 done already", {
            Command::DropAction { action: ActionId(1), why: s("done already") }
        }),
    ]);
}

#[test]
fn commands_for_the_desk() {
    let hall = Hall::new();
    for (line, wish) in [
        ("/帮助", Wish::Help),
        ("/help", Wish::Help),
        ("/现在", Wish::Tell(Topic::Where)),
        ("/where", Wish::Tell(Topic::Where)),
        ("/排队", Wish::Tell(Topic::Queue)),
        ("/queue", Wish::Tell(Topic::Queue)),
        ("/意见", Wish::Tell(Topic::Opinions)),
        ("/opinions", Wish::Tell(Topic::Opinions)),
        ("/商定", Wish::Tell(Topic::Agreed)),
        ("/decided", Wish::Tell(Topic::Agreed)),
        ("/规则", Wish::Tell(Topic::Rules)),
        ("/rule", Wish::Tell(Topic::Rules)),
        ("/谁没说", Wish::Tell(Topic::Heard)),
        ("/heard", Wish::Tell(Topic::Heard)),
        // Words that were there before keep their beginnings.
        ("/q", Wish::Quit),
        ("/退出", Wish::Quit),
        ("/quit", Wish::Quit),
        ("/另存 E:\\议事", Wish::SaveTo(s("E:\\议事"))),
        ("/saveto /media/stick", Wish::SaveTo(s("/media/stick"))),
        ("/语言", Wish::Language(None)),
        ("/语言 英文", Wish::Language(Some(Lang::En))),
        ("/语言中文", Wish::Language(Some(Lang::Zh))),
        ("/lang EN", Wish::Language(Some(Lang::En))),
        ("/lang Chinese", Wish::Language(Some(Lang::Zh))),
    ] {
        assert_eq!(hall.read(line), Ok(Entry::Desk(wish)), "{line}");
    }
}

/// Every verb once in each language with what it needs. The match makes a new verb fail to build
/// until it has a row here.
fn needs(verb: Verb) -> &'static str {
    match verb {
        Verb::Open
        | Verb::Pause
        | Verb::Resume
        | Verb::Close
        | Verb::Start
        | Verb::Next
        | Verb::Done
        | Verb::Undo
        | Verb::Redo
        | Verb::Help
        | Verb::Language
        | Verb::ReadBack
        | Verb::Confirm
        | Verb::Announce
        | Verb::Where
        | Verb::Queue
        | Verb::Opinions
        | Verb::Decided
        | Verb::CloseList
        | Verb::OpenList
        | Verb::TakeBack
        | Verb::Heard
        | Verb::OnTime
        | Verb::Quit => "",
        Verb::SignIn
        | Verb::SignOut
        | Verb::Hand
        | Verb::Lower
        | Verb::Floor
        | Verb::Order
        | Verb::Reply
        | Verb::HandOver
        | Verb::Chair
        | Verb::Recorder
        | Verb::Expect => "王小明",
        Verb::Papers => "改造方案；台账",
        Verb::GiveNotice => "11-20",
        Verb::Unexpect => "赵敏",
        Verb::Title | Verb::Place => "议事室",
        Verb::Date => "12-05",
        Verb::Time => "19:00",
        Verb::Correct => "王小明 5栋",
        Verb::Item | Verb::Resolve | Verb::Park | Verb::Note | Verb::Action | Verb::SaveTo => {
            "路灯"
        }
        Verb::Rename | Verb::Answer | Verb::Amend => "1 路灯",
        Verb::Insert => "2 路灯 5分",
        Verb::Split => "2 疏通 6 | 收费 4",
        Verb::Carry => "2 时间不够",
        Verb::Ends => "21:00",
        Verb::Minutes | Verb::Move | Verb::Vote | Verb::Reassign => "1 2",
        Verb::End => "结转",
        Verb::Endorse | Verb::Withdraw | Verb::Remove | Verb::OffTopic | Verb::Unanswered => "1",
        Verb::Rule => "一致",
        Verb::Procedure => "云岩六步",
        Verb::Link => "2 #17",
        Verb::Waive => "2 情况紧急",
        Verb::Method => "五指",
        Verb::Consensus => "无异议",
        Verb::Fists => "0 1 2 5 8 4",
        Verb::Gradients => "3 5 4 2 1 0 0 0",
        Verb::Object => "王小明：路灯",
        Verb::Resolved => "O1 路灯",
        Verb::Settle => "P1 路灯",
        Verb::QueueTo => "王小明 1",
        Verb::Merge => "1 2 = 路灯",
        Verb::Part => "K1 2",
        Verb::Unmerge => "K1",
        Verb::Reserve => "1 R1",
        Verb::ToTopic => "P1 10",
    }
}

#[test]
fn both_languages_say_the_same() {
    let hall = Hall::expecting().with_topics();
    for word in WORDS {
        let said: Vec<Entry> = word
            .spellings()
            .map(|spelling| {
                let line = format!("/{spelling} {}", needs(word.verb));
                hall.read(&line).unwrap_or_else(|misread| panic!("{line}: {misread:?}"))
            })
            .collect();
        assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{:?}", word.verb);
        assert!(!word.zh.is_empty() && !word.en.is_empty(), "{:?}", word.verb);
        assert_eq!(word.verb.word().verb, word.verb);
    }
}

#[test]
fn no_spelling_stands_for_two_commands() {
    let mut all: Vec<&str> = WORDS.iter().flat_map(Word::spellings).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
    let mut verbs: Vec<Verb> = Vec::new();
    for word in WORDS {
        assert!(!verbs.contains(&word.verb), "{:?} has two rows", word.verb);
        verbs.push(word.verb);
    }
    assert_eq!(verbs.len(), 83, "a new command needs a row in the tables above");
}

#[test]
fn a_speaker_may_be_told_in_any_line_of_notes() {
    Hall::new().check(&[("王小明：/next", by(here(WANG), None, "/next"))]);
}
