//! Every command once where it is allowed: what it writes, and that undoing its line restores the
//! state as if it had never been written.

#[path = "common/meeting.rs"]
mod meeting;
#[path = "common/topics.rs"]
mod topics;

use std::collections::BTreeSet;
use std::sync::Arc;

use meeting::{
    BY, CHEN, DRAINS, LI, PARKING, Room, SUN, WANG, asks, call, day, ends, everybody, hands,
    newcomer, next, planned, raise, says, whole_promise,
};
use topics::FACTS;
use yishi::domain::action::Promise;
use yishi::domain::agreement::{Agreed, Finding, Method, Tally, Threshold};
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::event::Event;
use yishi::domain::ids::{
    ActionId, ExpectedId, ItemId, NoteId, ObjectionId, OpinionId, ParkedId, PersonId, PointId,
    ResolutionId, VoteId,
};
use yishi::domain::item::{Called, HandKind, Outcome};
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role};
use yishi::domain::rules::RuleSet;

/// A room, what is asked of it, and what the record says then.
type Case = (Room, Command, Vec<Event>);

fn s(text: &str) -> String {
    text.to_owned()
}

/// The course of the meeting and the sign-in sheet.
fn course_and_people() -> Vec<Case> {
    let joined = |person, name, role, household: Option<&str>| Event::Joined {
        person: PersonId(person),
        name: s(name),
        role,
        household: household.map(s),
        key: None,
    };
    let corrected = Event::PersonCorrected {
        person: CHEN,
        role: Role::ResidentRepresentative,
        household: Some(s("5栋2单元")),
    };
    vec![
        (Room::prepared(), Command::Open, vec![Event::Opened]),
        (Room::on_parking().with([call(CHEN)]), Command::Pause, vec![Event::Paused]),
        (
            Room::on_parking().with([call(CHEN), Command::Pause]),
            Command::Resume,
            vec![Event::Resumed],
        ),
        (
            Room::opened().with(
                (0..3).flat_map(|_| [Command::OpenItem(None), meeting::ends(Outcome::Noted)]),
            ),
            Command::Close { leave: false },
            vec![Event::Closed { left: vec![] }],
        ),
        (
            Room::prepared(),
            Command::TakeOver { device: s("备用电脑") },
            vec![Event::TakenOver { device: s("备用电脑") }],
        ),
        (
            Room::prepared(),
            Command::SignIn(vec![
                newcomer("陈桂花", Role::Resident),
                newcomer("何伟", Role::Other(s("志愿者"))),
            ]),
            vec![
                joined(1, "陈桂花", Role::Resident, None),
                joined(2, "何伟", Role::Other(s("志愿者")), None),
            ],
        ),
        (
            Room::prepared().with([everybody(), Command::SignOut(WANG)]),
            Command::SignIn(vec![WANG.into()]),
            vec![Event::Returned { person: WANG }],
        ),
        (
            Room::on_parking().with([raise(WANG), call(CHEN)]),
            Command::SignOut(CHEN),
            vec![Event::Left { person: CHEN }],
        ),
        (
            Room::opened(),
            Command::CorrectPerson {
                person: CHEN,
                role: Some(Role::ResidentRepresentative),
                household: Some(s(" 5栋2单元 ")),
            },
            vec![corrected],
        ),
    ]
}

/// What is prepared, and put right later.
fn preparation() -> Vec<Case> {
    let chen = Newcomer {
        name: s(" 陈桂花 "),
        role: Role::Resident,
        household: Some(s("3栋")),
        key: Some(s("k1")),
    };
    let expected = |number: u32, name: &str, household: Option<&str>, key: Option<&str>| {
        Event::PersonExpected {
            expected: ExpectedId(number),
            name: s(name),
            role: Role::Resident,
            household: household.map(s),
            key: key.map(s),
        }
    };
    let wang = Newcomer { name: s("王小明"), ..Newcomer::default() };
    let change = SetupChange {
        starts: Change::To(meeting::clock(19, 30)),
        place: Change::To(s("议事室")),
        recorder: Change::To(s(" 李敏 ")),
        ..SetupChange::default()
    };
    vec![
        (
            Room::prepared(),
            Command::ChangeSetup(change),
            vec![Event::SetupChanged {
                title: s("十一月协商会"),
                on: day(11, 23),
                starts: Some(meeting::clock(19, 30)),
                place: Some(s("议事室")),
                facilitator: None,
                recorder: Some(s("李敏")),
            }],
        ),
        (
            Room::prepared(),
            Command::ListPapers(vec![s(" 改造方案 "), s(""), s("台账"), s("台账")]),
            vec![Event::PapersListed { papers: vec![s("改造方案"), s("台账")] }],
        ),
        (
            Room::prepared(),
            Command::GiveNotice(day(11, 20)),
            vec![Event::NoticeGiven { on: day(11, 20) }],
        ),
        (
            Room::prepared(),
            Command::Expect(vec![chen.clone(), wang]),
            vec![expected(1, "陈桂花", Some("3栋"), Some("k1")), expected(2, "王小明", None, None)],
        ),
        (
            Room::prepared().with([Command::Expect(vec![chen.clone()])]),
            Command::CorrectExpected {
                expected: ExpectedId(1),
                person: Newcomer { name: s("陈桂花"), ..Newcomer::default() },
            },
            vec![
                Event::ExpectationDropped { expected: ExpectedId(1), why: None },
                expected(2, "陈桂花", None, None),
            ],
        ),
        (
            Room::prepared().with([Command::Expect(vec![chen])]),
            Command::Unexpect { expected: vec![ExpectedId(1)], why: Some(s("出差")) },
            vec![Event::ExpectationDropped { expected: ExpectedId(1), why: Some(s("出差")) }],
        ),
        (
            Room::prepared(),
            Command::AddItems(vec![planned("路灯", Some(5)), planned("绿化", None)]),
            vec![
                Event::ItemAdded { item: ItemId(4), title: s("路灯"), minutes: Some(5) },
                Event::ItemAdded { item: ItemId(5), title: s("绿化"), minutes: None },
            ],
        ),
        (
            Room::on_parking(),
            Command::RemoveItem(DRAINS),
            vec![Event::ItemRemoved { item: DRAINS }],
        ),
    ]
}

/// What was agreed is read out and confirmed.
fn read_back() -> Vec<Case> {
    let what = Agreed::Resolution(ResolutionId(1));
    let drafted = Room::on_parking().with([Command::Resolve(s("划线"))]);
    vec![
        (drafted.clone(), Command::BeginReadBack, vec![Event::ReadBackBegan]),
        (
            drafted.with([Command::BeginReadBack]),
            Command::Confirm { what: None, by: vec![WANG.into()] },
            vec![Event::Confirmed { what, by: vec![WANG] }],
        ),
    ]
}

fn agenda() -> Vec<Case> {
    let closed = Event::ItemClosed {
        item: PARKING,
        outcome: Outcome::CarriedOver,
        why: Some(s("时间不够")),
        despite: vec![],
    };
    vec![
        (
            Room::prepared(),
            Command::AddItem(planned("路灯", Some(5))),
            vec![Event::ItemAdded { item: ItemId(4), title: s("路灯"), minutes: Some(5) }],
        ),
        (
            Room::prepared(),
            Command::ChangeItem {
                item: DRAINS, title: Some(s("下水道")), minutes: Change::Keep
            },
            vec![Event::ItemChanged { item: DRAINS, title: s("下水道"), minutes: Some(10) }],
        ),
        (
            Room::prepared(),
            Command::MoveItem { item: PARKING, to: 2 },
            vec![Event::ItemMoved { item: PARKING, to: 2 }],
        ),
        (
            Room::opened(),
            Command::InsertItem { planned: planned("路灯", Some(5)), at: 1 },
            vec![
                Event::ItemAdded { item: ItemId(4), title: s("路灯"), minutes: Some(5) },
                Event::ItemMoved { item: ItemId(4), to: 1 },
            ],
        ),
        (
            Room::on_parking(),
            Command::SplitItem {
                item: PARKING,
                first: planned("划线", Some(15)),
                second: planned("收费", None),
            },
            vec![
                Event::ItemChanged { item: PARKING, title: s("划线"), minutes: Some(15) },
                Event::ItemAdded { item: ItemId(4), title: s("收费"), minutes: Some(5) },
                Event::ItemMoved { item: ItemId(4), to: 1 },
            ],
        ),
        (
            Room::opened(),
            Command::CarryItem { item: DRAINS, why: Some(s("等测量")) },
            vec![Event::ItemCarried { item: DRAINS, why: Some(s("等测量")) }],
        ),
        (
            Room::prepared(),
            Command::SetEnd(Change::To(meeting::clock(19, 25))),
            vec![Event::EndSet { ends: Some(meeting::clock(19, 25)) }],
        ),
        (
            // 30 minutes planned from 19:00, to end by 19:25: five too many. Drains can spare half of
            // its 10.
            Room::on_parking().with([Command::SetEnd(Change::To(meeting::clock(19, 25)))]),
            Command::KeepTime,
            vec![Event::ItemChanged {
                item: DRAINS, title: s("下水道疏通"), minutes: Some(5)
            }],
        ),
        (Room::opened(), Command::OpenItem(None), vec![Event::ItemOpened { item: PARKING }]),
        (
            Room::on_parking().with([raise(WANG), call(CHEN)]),
            Command::CloseItem {
                outcome: Outcome::CarriedOver,
                why: Some(s("时间不够")),
                despite: false,
            },
            vec![closed],
        ),
    ]
}

fn floor() -> Vec<Case> {
    let queue = Room::on_parking().with([raise(WANG), raise(CHEN), raise(LI)]);
    vec![
        (
            Room::on_parking().with([raise(WANG)]),
            Command::RaiseHand { who: CHEN.into(), stance: Some(Stance::Oppose) },
            vec![Event::HandRaised {
                person: CHEN,
                stance: Some(Stance::Oppose),
                kind: HandKind::Turn,
            }],
        ),
        (queue.clone(), Command::LowerHand(CHEN), vec![Event::HandLowered { person: CHEN }]),
        (
            queue.clone(),
            next(),
            vec![Event::FloorGiven {
                person: WANG,
                called: Called::InOrder,
                kind: HandKind::Turn,
                passed: None,
            }],
        ),
        (
            queue.clone().with([next()]),
            call(LI),
            vec![Event::FloorGiven {
                person: LI,
                called: Called::OutOfOrder,
                kind: HandKind::Turn,
                passed: Some(CHEN),
            }],
        ),
        (queue.with([next()]), Command::EndTurn, vec![Event::FloorEnded]),
    ]
}

/// The rules of the floor, what goes past the queue, and the chair.
fn floor_rules() -> Vec<Case> {
    let queue = Room::on_parking().with([raise(WANG), raise(CHEN), raise(LI)]);
    let raised = |person, kind| Event::HandRaised { person, stance: None, kind };
    let rules = RuleSet { turns_per_item: Some(1), ..RuleSet::named("每人一次") };
    let adopt = Command::AdoptRules(Arc::new(rules.clone()));
    let past_limit = Event::FloorGiven {
        person: SUN,
        called: Called::PastLimit,
        kind: HandKind::Turn,
        passed: Some(WANG),
    };
    vec![
        (Room::prepared(), adopt.clone(), vec![Event::RulesAdopted { rules }]),
        (
            queue.clone().with([adopt, call(SUN), next()]),
            call(SUN),
            vec![past_limit].into_iter().map(|it| passing(it, CHEN)).collect(),
        ),
        (
            // A hand that is up for a turn is up for a point of order, too.
            queue.clone().with([call(SUN)]),
            Command::Interject { who: CHEN.into(), kind: HandKind::PointOfOrder },
            vec![raised(CHEN, HandKind::PointOfOrder)],
        ),
        (
            queue.clone(),
            Command::Interject { who: SUN.into(), kind: HandKind::Reply },
            vec![raised(SUN, HandKind::Reply)],
        ),
        (
            queue.clone(),
            Command::MoveHand { person: LI, to: 0 },
            vec![Event::HandMoved { person: LI, to: 0 }],
        ),
        (queue.clone(), Command::CloseList, vec![Event::ListClosed]),
        (queue.clone().with([Command::CloseList]), Command::ReopenList, vec![Event::ListReopened]),
        (queue.clone(), Command::GiveChair(WANG.into()), vec![Event::ChairGiven { person: WANG }]),
        (
            queue.with([Command::GiveChair(WANG.into())]),
            Command::TakeBackChair,
            vec![Event::ChairTakenBack],
        ),
    ]
}

/// The same with another who was next.
fn passing(event: Event, due: PersonId) -> Event {
    match event {
        Event::FloorGiven { person, called, kind, .. } => {
            Event::FloorGiven { person, called, kind, passed: Some(due) }
        }
        other => other,
    }
}

fn words() -> Vec<Case> {
    let o1 = OpinionId(1);
    let asked = Room::on_parking().with([asks(LI, "费用谁出")]);
    let parked = Command::Park { who: Some(SUN.into()), text: s("路灯") };
    vec![
        (
            Room::on_parking().with([call(CHEN)]),
            Command::RecordOpinion {
                who: None, stance: Some(Stance::Question), text: s("多少钱")
            },
            vec![Event::OpinionRecorded {
                opinion: o1,
                item: PARKING,
                person: CHEN,
                stance: Some(Stance::Question),
                text: s("多少钱"),
            }],
        ),
        (
            asked.clone(),
            Command::AmendOpinion { opinion: o1, stance: None, text: s("费用由谁出") },
            vec![Event::OpinionAmended {
                opinion: o1,
                stance: Some(Stance::Question),
                text: s("费用由谁出"),
            }],
        ),
        (
            asked.clone(),
            Command::WithdrawOpinion(o1),
            vec![Event::OpinionWithdrawn { opinion: o1 }],
        ),
        (
            asked.clone(),
            Command::Endorse { opinion: o1, who: vec![WANG.into(), SUN.into()] },
            vec![
                Event::OpinionEndorsed { opinion: o1, person: WANG },
                Event::OpinionEndorsed { opinion: o1, person: SUN },
            ],
        ),
        (
            asked,
            Command::Answer { opinion: o1, text: s("街道补贴") },
            vec![Event::QuestionAnswered { opinion: o1, text: s("街道补贴") }],
        ),
        (
            Room::on_parking(),
            parked.clone(),
            vec![Event::Parked {
                parked: ParkedId(1),
                item: Some(PARKING),
                person: Some(SUN),
                text: s("路灯"),
            }],
        ),
        (
            Room::on_parking().with([parked]),
            Command::Settle { parked: ParkedId(1), how: s("转物业") },
            vec![Event::ParkedSettled { parked: ParkedId(1), how: s("转物业") }],
        ),
        (
            Room::on_parking(),
            Command::Note(s("停电五分钟")),
            vec![Event::Noted { note: NoteId(1), item: Some(PARKING), text: s("停电五分钟") }],
        ),
    ]
}

/// Two people say the same, a third something else; the first two are in one point.
fn merged() -> Room {
    let opinions = vec![OpinionId(1), OpinionId(2)];
    Room::on_parking().with([
        says(CHEN, "先给老人"),
        says(WANG, "老人优先"),
        says(LI, "先公示"),
        Command::MakePoint { opinions, text: None },
    ])
}

fn points() -> Vec<Case> {
    let [o1, o2, o3] = [1, 2, 3].map(OpinionId);
    let point = PointId(1);
    let said = Room::on_parking().with([says(CHEN, "先给老人"), says(WANG, "老人优先")]);
    let made =
        |text: &str| Event::PointMade { point, item: PARKING, text: s(text), from: vec![o1, o2] };
    let second = Command::MakePoint { opinions: vec![o3], text: Some(s("公示")) };
    let shared = Command::EndorsePoint { point: PointId(2), who: vec![SUN.into()] };
    vec![
        (
            said.clone(),
            Command::MakePoint { opinions: vec![o1, o2, o1], text: None },
            vec![made("先给老人")],
        ),
        (
            said,
            Command::MakePoint { opinions: vec![o1, o2], text: Some(s(" 老人优先停车 ")) },
            vec![made("老人优先停车")],
        ),
        (
            merged(),
            Command::JoinPoint { point, opinions: vec![o3], points: vec![], text: None },
            vec![Event::PointJoined { point, opinions: vec![o3] }],
        ),
        (
            merged().with([second, shared]),
            Command::JoinPoint {
                point,
                opinions: vec![],
                points: vec![PointId(2)],
                text: Some(s("老人优先，先公示")),
            },
            vec![
                Event::PointDissolved { point: PointId(2) },
                Event::PointJoined { point, opinions: vec![o3] },
                Event::PointEndorsed { point, person: SUN },
                Event::PointAmended { point, text: s("老人优先，先公示") },
            ],
        ),
        (
            merged(),
            Command::PartPoint { point, opinions: vec![o2] },
            vec![Event::PointParted { point, opinions: vec![o2] }],
        ),
        (merged(), Command::DissolvePoint(point), vec![Event::PointDissolved { point }]),
        (
            merged(),
            Command::AmendPoint { point, text: s("老人优先") },
            vec![Event::PointAmended { point, text: s("老人优先") }],
        ),
        (
            merged(),
            Command::EndorsePoint { point, who: vec![LI.into(), SUN.into()] },
            vec![
                Event::PointEndorsed { point, person: LI },
                Event::PointEndorsed { point, person: SUN },
            ],
        ),
    ]
}

fn fates() -> Vec<Case> {
    let o1 = OpinionId(1);
    let against = Some(ResolutionId(1));
    let drafted = Room::on_parking().with([says(CHEN, "不收费"), Command::Resolve(s("收费"))]);
    let asked = Room::on_parking()
        .with([asks(LI, "费用谁出"), Command::Answer { opinion: o1, text: s("街道") }]);
    let parked = Command::Park { who: Some(SUN.into()), text: s("路灯") };
    let recorded = Event::OpinionRecorded {
        opinion: OpinionId(2),
        item: PARKING,
        person: WANG,
        stance: None,
        text: s("太贵"),
    };
    vec![
        (asked, Command::Reopen(o1), vec![Event::QuestionReopened { opinion: o1 }]),
        (
            drafted.clone(),
            Command::Reserve { opinion: o1, resolution: against },
            vec![Event::OpinionReserved { opinion: o1, resolution: against }],
        ),
        (
            drafted.clone().with([ends(Outcome::Agreed)]),
            Command::ReserveWords {
                who: Some(WANG.into()), text: s("太贵"), resolution: against
            },
            vec![recorded, Event::OpinionReserved { opinion: OpinionId(2), resolution: against }],
        ),
        (
            drafted.clone(),
            Command::MoveOpinion { opinion: o1, item: DRAINS },
            vec![Event::OpinionMoved { opinion: o1, item: DRAINS }],
        ),
        (
            drafted,
            Command::SetAside(o1),
            vec![
                Event::Parked {
                    parked: ParkedId(1),
                    item: Some(PARKING),
                    person: Some(CHEN),
                    text: s("不收费"),
                },
                Event::OpinionSetAside { opinion: o1, parked: ParkedId(1) },
            ],
        ),
        (
            Room::on_parking().with([parked]),
            Command::TakeUp { parked: ParkedId(1), title: None, minutes: Some(10) },
            vec![
                Event::ItemAdded { item: ItemId(4), title: s("路灯"), minutes: Some(10) },
                Event::ParkedTakenUp { parked: ParkedId(1), item: ItemId(4) },
            ],
        ),
    ]
}

fn agreement() -> Vec<Case> {
    let r1 = ResolutionId(1);
    let drafted = Room::on_parking().with([Command::Resolve(s("划线"))]);
    let counted = Event::HandsCounted {
        vote: VoteId(1),
        item: PARKING,
        resolution: Some(r1),
        question: None,
        hands: hands(3, 1, 0),
        present: 4,
        threshold: Threshold::MajorityOfPresent,
        carried: true,
        counter: s(BY),
        held: true,
    };
    vec![
        (
            Room::on_parking(),
            Command::Resolve(s("划线")),
            vec![Event::ResolutionDrafted { resolution: r1, item: PARKING, text: s("划线") }],
        ),
        (
            drafted.clone().with([meeting::count(3, 1, 0)]),
            Command::AmendResolution { resolution: r1, text: s("划线并公示") },
            vec![Event::ResolutionAmended { resolution: r1, text: s("划线并公示") }],
        ),
        (
            drafted.clone(),
            Command::WithdrawResolution(r1),
            vec![Event::ResolutionWithdrawn { resolution: r1 }],
        ),
        (
            Room::prepared(),
            Command::SetThreshold(Threshold::TwoThirdsOfPresent),
            vec![Event::ThresholdSet { threshold: Threshold::TwoThirdsOfPresent }],
        ),
        (drafted, meeting::count(3, 1, 0), vec![counted]),
    ]
}

/// How something is decided, and what the room is told.
fn deciding() -> Vec<Case> {
    let r1 = ResolutionId(1);
    let drafted = Room::on_parking().with([Command::Resolve(s("划线"))]);
    let choose = |method| Command::ChooseMethod { method, threshold: None, resolution: None };
    let chosen = |method| Event::MethodChosen {
        item: PARKING,
        resolution: Some(r1),
        method,
        threshold: Threshold::MajorityOfPresent,
    };
    let counted = |method, tally, finding| Event::Counted {
        vote: VoteId(1),
        item: PARKING,
        resolution: Some(r1),
        question: None,
        method,
        threshold: Threshold::MajorityOfPresent,
        tally,
        present: 4,
        round: 1,
        finding,
        counter: s(BY),
    };
    let fists = Tally::Fists([0, 0, 0, 1, 2, 1]);
    let object = Command::Object { who: Some(WANG.into()), text: s("太贵") };
    let objection = ObjectionId(1);
    let resolve = Command::ResolveObjection { objection, how: s("分三期") };
    vec![
        (drafted.clone(), choose(Method::FistToFive), vec![chosen(Method::FistToFive)]),
        (
            drafted.clone().with([choose(Method::FistToFive)]),
            Command::Count { tally: fists, present: None, resolution: None, question: None },
            vec![counted(Method::FistToFive, fists, Finding::Carried)],
        ),
        (
            drafted.clone(),
            object.clone(),
            vec![Event::ObjectionRaised {
                objection,
                item: PARKING,
                resolution: Some(r1),
                person: WANG,
                text: s("太贵"),
            }],
        ),
        (
            drafted.clone().with([choose(Method::Consent), object.clone()]),
            Command::AskObjections { none: false },
            vec![counted(Method::Consent, Tally::Objections(1), Finding::NotCarried)],
        ),
        (
            drafted.clone().with([object]),
            resolve,
            vec![Event::ObjectionResolved { objection, how: s("分三期") }],
        ),
        (
            drafted.with([meeting::count(3, 1, 0)]),
            Command::Announce,
            vec![Event::ResultAnnounced { vote: VoteId(1) }],
        ),
    ]
}

fn actions() -> Vec<Case> {
    let a1 = ActionId(1);
    let o1 = OpinionId(1);
    let promise = Promise { from: vec![o1], ..whole_promise() };
    let promised =
        Room::on_parking().with([says(CHEN, "先公示"), Command::Promise(promise.clone())]);
    let amended = Event::ActionAmended {
        action: a1,
        what: s("公示划线方案"),
        owner: Some(s("业委会")),
        due: Some(day(12, 20)),
        test: Some(s("公告栏有图")),
        from: vec![o1],
        from_points: vec![],
    };
    let change =
        Promise { owner: Some(s("业委会")), due: Some(day(12, 20)), ..Promise::default() };
    vec![
        (
            Room::on_parking().with([says(CHEN, "先公示")]),
            Command::Promise(promise),
            vec![Event::ActionAgreed {
                action: a1,
                item: Some(PARKING),
                what: s("公示划线方案"),
                owner: Some(s("物业")),
                due: Some(day(12, 7)),
                test: Some(s("公告栏有图")),
                from: vec![o1],
                from_points: vec![],
            }],
        ),
        (
            promised.clone(),
            Command::AmendAction { action: a1, what: None, promise: change },
            vec![amended],
        ),
        (
            promised,
            Command::DropAction { action: a1, why: s("已经有图") },
            vec![Event::ActionDropped { action: a1, why: s("已经有图") }],
        ),
    ]
}

/// The procedure, and topics of the community on the agenda.
fn procedure_and_topics() -> Vec<Case> {
    let adopted = topics::adopted(topics::three_steps());
    let (item, link) = (ItemId(4), topics::link(17, &[FACTS]));
    let linked = |item| Event::TopicLinked { item, link: topics::link(17, &[FACTS]) };
    let waived = |item, why: &str| Event::SurveyWaived { item, why: s(why) };
    let link_topic = Command::LinkTopic { item: DRAINS, link: link.clone(), despite: None };
    let tied = Room::prepared().with([link_topic.clone()]);
    vec![
        (
            Room::prepared(),
            Command::AdoptProcedure(Arc::new(adopted.clone())),
            vec![Event::ProcedureAdopted {
                procedure: adopted.procedure,
                file: s("sanbu"),
                stage: None,
            }],
        ),
        (
            // A reason is kept where there is something to give one for.
            Room::prepared(),
            Command::AddTopic {
                planned: planned(" 楼道堆物 ", Some(20)),
                link,
                despite: Some(s(" 情况紧急 ")),
            },
            vec![
                Event::ItemAdded { item, title: s("楼道堆物"), minutes: Some(20) },
                linked(item),
                waived(item, "情况紧急"),
            ],
        ),
        (Room::prepared(), link_topic, vec![linked(DRAINS)]),
        (
            tied.clone(),
            Command::FindSurvey { item: DRAINS, lacking: vec![] },
            vec![Event::SurveyFound { item: DRAINS, lacking: vec![] }],
        ),
        (
            tied,
            Command::WaiveSurvey { item: DRAINS, why: s("情况紧急") },
            vec![waived(DRAINS, "情况紧急")],
        ),
    ]
}

fn cases() -> Vec<Case> {
    let parts = [
        course_and_people(),
        preparation(),
        agenda(),
        floor(),
        words(),
        agreement(),
        deciding(),
        actions(),
    ];
    [parts.concat(), points(), fates(), read_back(), floor_rules(), procedure_and_topics()].concat()
}

/// What each command writes, and that the line can be undone and redone as if nothing had been.
#[test]
fn every_command_does_what_it_says_and_can_be_undone() {
    for (room, command, expected) in cases() {
        let mut room = room;
        room.wait(30);
        let before = room.session().clone();
        assert_eq!(room.ok(&command), expected);
        let after = room.session().clone();
        assert_ne!(before, after, "{command:?} changed nothing");
        let lines = room.meeting.lines();
        let (last, earlier) = (lines.len() as u64 - 1, lines.to_vec());
        let Ok(replayed) = Meeting::replay(lines.to_vec()) else { panic!("no session") };
        assert_eq!(replayed.session(), &after, "{command:?}");
        if matches!(command, Command::TakeOver { .. }) {
            continue; // The file has moved; there is no way back.
        }
        room.wait(30);
        assert_eq!(room.ok(&Command::Undo), [Event::Reverted { seq: last }]);
        assert_eq!(room.session(), &before, "after undoing {command:?}");
        room.wait(30);
        assert_eq!(room.ok(&Command::Redo), [Event::Reinstated { seq: last }]);
        assert_eq!(room.session(), &after, "after redoing {command:?}");
        // Nothing is erased.
        assert_eq!(room.meeting.lines()[..earlier.len()], earlier[..], "{command:?}");
    }
}

/// The name of a command. A new variant does not compile until it has one, and a case above.
fn name(command: &Command) -> &'static str {
    match command {
        Command::Open => "Open",
        Command::Pause => "Pause",
        Command::Resume => "Resume",
        Command::Close { .. } => "Close",
        Command::TakeOver { .. } => "TakeOver",
        Command::SignIn(_) => "SignIn",
        Command::SignOut(_) => "SignOut",
        Command::CorrectPerson { .. } => "CorrectPerson",
        Command::ChangeSetup(_) => "ChangeSetup",
        Command::Expect(_) => "Expect",
        Command::CorrectExpected { .. } => "CorrectExpected",
        Command::Unexpect { .. } => "Unexpect",
        Command::BeginReadBack => "BeginReadBack",
        Command::Confirm { .. } => "Confirm",
        Command::AddItem(_) => "AddItem",
        Command::AddItems(_) => "AddItems",
        Command::RemoveItem(_) => "RemoveItem",
        Command::ChangeItem { .. } => "ChangeItem",
        Command::MoveItem { .. } => "MoveItem",
        Command::InsertItem { .. } => "InsertItem",
        Command::SplitItem { .. } => "SplitItem",
        Command::CarryItem { .. } => "CarryItem",
        Command::SetEnd(_) => "SetEnd",
        Command::KeepTime => "KeepTime",
        Command::OpenItem(_) => "OpenItem",
        Command::CloseItem { .. } => "CloseItem",
        Command::RaiseHand { .. } => "RaiseHand",
        Command::LowerHand(_) => "LowerHand",
        Command::GiveFloor(_) => "GiveFloor",
        Command::EndTurn => "EndTurn",
        Command::Interject { .. } => "Interject",
        Command::MoveHand { .. } => "MoveHand",
        Command::CloseList => "CloseList",
        Command::ReopenList => "ReopenList",
        Command::AdoptRules(_) => "AdoptRules",
        Command::ListPapers(_) => "ListPapers",
        Command::GiveNotice(_) => "GiveNotice",
        Command::AdoptProcedure(_) => "AdoptProcedure",
        Command::AddTopic { .. } => "AddTopic",
        Command::LinkTopic { .. } => "LinkTopic",
        Command::FindSurvey { .. } => "FindSurvey",
        Command::WaiveSurvey { .. } => "WaiveSurvey",
        Command::GiveChair(_) => "GiveChair",
        Command::TakeBackChair => "TakeBackChair",
        Command::RecordOpinion { .. } => "RecordOpinion",
        Command::AmendOpinion { .. } => "AmendOpinion",
        Command::WithdrawOpinion(_) => "WithdrawOpinion",
        Command::Endorse { .. } => "Endorse",
        Command::Answer { .. } => "Answer",
        Command::Reopen(_) => "Reopen",
        Command::MakePoint { .. } => "MakePoint",
        Command::JoinPoint { .. } => "JoinPoint",
        Command::PartPoint { .. } => "PartPoint",
        Command::DissolvePoint(_) => "DissolvePoint",
        Command::AmendPoint { .. } => "AmendPoint",
        Command::EndorsePoint { .. } => "EndorsePoint",
        Command::Reserve { .. } => "Reserve",
        Command::ReserveWords { .. } => "ReserveWords",
        Command::MoveOpinion { .. } => "MoveOpinion",
        Command::SetAside(_) => "SetAside",
        Command::TakeUp { .. } => "TakeUp",
        Command::Resolve(_) => "Resolve",
        Command::AmendResolution { .. } => "AmendResolution",
        Command::WithdrawResolution(_) => "WithdrawResolution",
        Command::SetThreshold(_) => "SetThreshold",
        Command::CountHands { .. } => "CountHands",
        Command::ChooseMethod { .. } => "ChooseMethod",
        Command::Count { .. } => "Count",
        Command::AskObjections { .. } => "AskObjections",
        Command::Object { .. } => "Object",
        Command::ResolveObjection { .. } => "ResolveObjection",
        Command::Announce => "Announce",
        Command::Promise(_) => "Promise",
        Command::AmendAction { .. } => "AmendAction",
        Command::DropAction { .. } => "DropAction",
        Command::Park { .. } => "Park",
        Command::Settle { .. } => "Settle",
        Command::Note(_) => "Note",
        Command::Undo => "Undo",
        Command::Redo => "Redo",
    }
}

/// All 80 of them, undo and redo by the test above.
#[test]
fn no_command_is_left_out() {
    let cases = cases();
    let mut names: BTreeSet<&str> = cases.iter().map(|(_, command, _)| name(command)).collect();
    names.extend([name(&Command::Undo), name(&Command::Redo)]);
    assert_eq!(names.len(), 80, "{names:?}");
}
