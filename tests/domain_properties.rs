//! What holds for every meeting: random commands, sensible and absurd, at a moving clock.
//!
//! The numbers are those of the invariants in `docs/architecture.md`.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "common/meeting.rs"]
mod meeting;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveTime, TimeDelta};
use meeting::{BY, day, hands, setup, seven};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use yishi::domain::action::{ActionState, Lack, Promise};
use yishi::domain::agreement::{Agreed, Area, Body, Finding, Method, Tally, Threshold};
use yishi::domain::command::{Change, Command, SetupChange};
use yishi::domain::event::{Event, FORMAT, Matter};
use yishi::domain::expected::{Standing, attendance};
use yishi::domain::ids::{
    ActionId, ExpectedId, ItemId, NoteId, ObjectionId, OpinionId, ParkedId, PersonId, PointId,
    ResolutionId, VoteId,
};
use yishi::domain::item::{Called, HandKind, ItemState, Outcome, PlannedItem};
use yishi::domain::ledger::LedgerEvent;
use yishi::domain::meeting::Meeting;
use yishi::domain::opinion::Stance;
use yishi::domain::people::{Newcomer, Role, Who};
use yishi::domain::procedure::{Adopted, Need, Procedure};
use yishi::domain::read_back::{first_unconfirmed, readings};
use yishi::domain::record::{Line, Moment};
use yishi::domain::rehearsal::rehearse;
use yishi::domain::rules::{Criterion, RuleSet, SurveyPart};
use yishi::domain::session::{Phase, Session};
use yishi::domain::survey::Lacking;
use yishi::domain::topic::{CaseNo, TopicLink};
use yishi::grammar::procedures;
use yishi::store::chain::encode_log;
use yishi::store::log::{Tail, read_log};

/// Numbers of things: mostly ones that exist after a while, sometimes absurd ones.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![20 => 1..8u32, 1 => Just(0), 1 => Just(u32::MAX), 2 => 8..40u32]
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        8 => "[停车位改造先公示]{1,12}",
        1 => Just(String::new()),
        1 => Just("  \t ".to_owned()),
        1 => Just("第一行\n第二行\r\"引号\"\\反斜杠\u{0}\u{1b}[31m// ]".to_owned()),
        1 => any::<String>(),
    ]
    .boxed()
}

fn role() -> BoxedStrategy<Role> {
    prop_oneof![prop::sample::select(&Role::NAMED[..]), text().prop_map(Role::Other),].boxed()
}

fn key() -> impl Strategy<Value = Option<String>> {
    option::of("k[1-4]")
}

fn newcomer() -> BoxedStrategy<Newcomer> {
    // Few names, so that people of one name come up.
    let name = prop_oneof![2 => "[陈王李]{1,2}", 1 => text()];
    (name, role(), option::of(text()), key())
        .prop_map(|(name, role, household, key)| Newcomer { name, role, household, key })
        .boxed()
}

fn who() -> BoxedStrategy<Who> {
    prop_oneof![
        6 => number().prop_map(|person| Who::Present(PersonId(person))),
        1 => newcomer().prop_map(Who::Joining),
    ]
    .boxed()
}

fn agreed() -> impl Strategy<Value = Agreed> {
    prop_oneof![
        number().prop_map(|id| Agreed::Resolution(ResolutionId(id))),
        number().prop_map(|id| Agreed::Action(ActionId(id))),
    ]
}

fn change<T: Clone + std::fmt::Debug + 'static>(
    to: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Change<T>> {
    prop_oneof![1 => Just(Change::Keep), 1 => Just(Change::Away), 2 => to.prop_map(Change::To)]
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0..24u32, 0..60u32)
        .prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn preparing() -> BoxedStrategy<Command> {
    let on = option::of((1..=12u32, 1..=28u32).prop_map(|(month, date)| day(month, date)));
    let names = (change(text()), change(text()), change(text()));
    let setup = (option::of(text()), on, change(time()), names).prop_map(
        |(title, on, starts, (place, facilitator, recorder))| {
            Command::ChangeSetup(SetupChange { title, on, starts, place, facilitator, recorder })
        },
    );
    let item =
        (text(), option::of(number())).prop_map(|(title, minutes)| PlannedItem { title, minutes });
    prop_oneof![
        2 => setup,
        1 => vec(text(), 0..3).prop_map(Command::ListPapers),
        1 => (11..=12u32, 1..=28u32).prop_map(|(month, date)| Command::GiveNotice(day(month, date))),
        2 => vec(newcomer(), 0..4).prop_map(Command::Expect),
        1 => (number(), newcomer()).prop_map(|(expected, person)| {
            Command::CorrectExpected { expected: ExpectedId(expected), person }
        }),
        1 => (vec(number().prop_map(ExpectedId), 0..3), option::of(text()))
            .prop_map(|(expected, why)| Command::Unexpect { expected, why }),
        1 => vec(item, 0..4).prop_map(Command::AddItems),
        1 => number().prop_map(|item| Command::RemoveItem(ItemId(item))),
        2 => Just(Command::KeepTime),
        1 => (0u32..24).prop_map(|hour| Command::SetEnd(Change::To(meeting::clock(hour, 30)))),
        1 => number()
            .prop_map(|item| Command::CarryItem { item: ItemId(item), why: None }),
    ]
    .boxed()
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    option::of(prop::sample::select(&Stance::ALL[..]))
}

fn promise() -> BoxedStrategy<Promise> {
    let due = option::of((1..=12u32, 1..=28u32).prop_map(|(month, date)| day(month, date)));
    let from = vec(number().prop_map(OpinionId), 0..3);
    let points = vec(number().prop_map(PointId), 0..2);
    (text(), option::of(text()), due, option::of(text()), from, points)
        .prop_map(|(what, owner, due, test, from, from_points)| Promise {
            what,
            owner,
            due,
            test,
            from,
            from_points,
        })
        .boxed()
}

fn course() -> BoxedStrategy<Command> {
    prop_oneof![
        3 => Just(Command::Open),
        1 => Just(Command::Pause),
        2 => Just(Command::Resume),
        1 => any::<bool>().prop_map(|leave| Command::Close { leave }),
        5 => Just(Command::Undo),
        4 => Just(Command::Redo),
        1 => text().prop_map(|device| Command::TakeOver { device }),
        6 => option::of(number().prop_map(ItemId)).prop_map(Command::OpenItem),
        3 => Just(Command::OpenItem(None)),
        2 => (prop::sample::select(&Outcome::ALL[..]), option::of(text()), any::<bool>())
            .prop_map(|(outcome, why, despite)| Command::CloseItem { outcome, why, despite }),
        1 => (text(), option::of(number()))
            .prop_map(|(title, minutes)| Command::AddItem(PlannedItem { title, minutes })),
        1 => (number(), option::of(text()), change(number())).prop_map(
            |(item, title, minutes)| Command::ChangeItem { item: ItemId(item), title, minutes }
        ),
        1 => (number(), number())
            .prop_map(|(item, to)| Command::MoveItem { item: ItemId(item), to }),
    ]
    .boxed()
}

fn kind() -> impl Strategy<Value = HandKind> {
    prop::sample::select(&[HandKind::Turn, HandKind::Reply, HandKind::PointOfOrder][..])
}

fn rules() -> impl Strategy<Value = RuleSet> {
    let order = vec(prop::sample::select(&Criterion::ALL[..]), 0..4);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let numbers = (option::of(0..400u32), option::of(1..4u32), 0..60u32);
    (order, flags, numbers).prop_map(|(order, flags, numbers)| RuleSet {
        order,
        replies_first: flags.0,
        points_of_order_first: flags.1,
        chair_hands_over: flags.2,
        turn_seconds: numbers.0,
        turns_per_item: numbers.1,
        simultaneous_seconds: numbers.2,
        ..RuleSet::named("我们的")
    })
}

fn people_and_floor() -> BoxedStrategy<Command> {
    prop_oneof![
        4 => vec(who(), 0..4).prop_map(Command::SignIn),
        1 => number().prop_map(|person| Command::SignOut(PersonId(person))),
        1 => (number(), option::of(role()), option::of(text())).prop_map(
            |(person, role, household)| {
                Command::CorrectPerson { person: PersonId(person), role, household }
            }
        ),
        5 => (who(), stance()).prop_map(|(who, stance)| Command::RaiseHand { who, stance }),
        1 => number().prop_map(|person| Command::LowerHand(PersonId(person))),
        4 => option::of(who()).prop_map(Command::GiveFloor),
        2 => Just(Command::GiveFloor(None)),
        2 => Just(Command::EndTurn),
        2 => (who(), kind()).prop_map(|(who, kind)| Command::Interject { who, kind }),
        1 => (number(), number())
            .prop_map(|(person, to)| Command::MoveHand { person: PersonId(person), to }),
        1 => prop_oneof![Just(Command::CloseList), Just(Command::ReopenList)],
        1 => rules().prop_map(|rules| Command::AdoptRules(Arc::new(rules))),
        1 => procedure_and_topics(),
        1 => prop_oneof![who().prop_map(Command::GiveChair), Just(Command::TakeBackChair)],
    ]
    .boxed()
}

fn lacking() -> BoxedStrategy<Vec<Lacking>> {
    let parts = prop::sample::select(&SurveyPart::ALL[..]).prop_map(Lacking::Part);
    vec(prop_oneof![parts, number().prop_map(Lacking::Visits)], 0..3).boxed()
}

fn topic_link() -> BoxedStrategy<TopicLink> {
    let needs = vec(prop::sample::select(&Need::ALL[..]), 0..3);
    (1..9_u32, vec(text(), 0..2), lacking(), option::of(text()), needs, option::of(text()))
        .prop_map(|(number, proposers, lacking, waived, needs, despite)| TopicLink {
            topic: CaseNo::plain(number),
            proposers,
            lacking,
            waived,
            needs,
            despite,
        })
        .boxed()
}

/// Shipped ones, some without a stage.
fn procedure() -> BoxedStrategy<Procedure> {
    (0..11_usize, any::<bool>())
        .prop_map(|(at, empty)| {
            let known = procedures::shipped().swap_remove(at);
            let mut procedure = known.procedure.as_ref().clone();
            if empty {
                procedure.stages.clear();
            }
            procedure
        })
        .boxed()
}

fn procedure_and_topics() -> BoxedStrategy<Command> {
    let item = || number().prop_map(ItemId);
    prop_oneof![
        (procedure(), text(), option::of(number())).prop_map(|(procedure, file, stage)| {
            Command::AdoptProcedure(Arc::new(Adopted { file, procedure, stage }))
        }),
        (text(), option::of(number()), topic_link(), option::of(text())).prop_map(
            |(title, minutes, link, despite)| {
                let planned = PlannedItem { title, minutes };
                Command::AddTopic { planned, link, despite }
            }
        ),
        (item(), topic_link(), option::of(text()))
            .prop_map(|(item, link, despite)| Command::LinkTopic { item, link, despite }),
        (item(), lacking()).prop_map(|(item, lacking)| Command::FindSurvey { item, lacking }),
        (item(), text()).prop_map(|(item, why)| Command::WaiveSurvey { item, why }),
    ]
    .boxed()
}

fn words() -> BoxedStrategy<Command> {
    prop_oneof![
        6 => (option::of(who()), stance(), text())
            .prop_map(|(who, stance, text)| Command::RecordOpinion { who, stance, text }),
        2 => (number(), stance(), text()).prop_map(|(opinion, stance, text)| {
            Command::AmendOpinion { opinion: OpinionId(opinion), stance, text }
        }),
        1 => number().prop_map(|opinion| Command::WithdrawOpinion(OpinionId(opinion))),
        2 => (number(), vec(who(), 0..3))
            .prop_map(|(opinion, who)| Command::Endorse { opinion: OpinionId(opinion), who }),
        2 => (number(), text())
            .prop_map(|(opinion, text)| Command::Answer { opinion: OpinionId(opinion), text }),
        1 => (option::of(who()), text()).prop_map(|(who, text)| Command::Park { who, text }),
        1 => (number(), text())
            .prop_map(|(parked, how)| Command::Settle { parked: ParkedId(parked), how }),
        1 => text().prop_map(Command::Note),
    ]
    .boxed()
}

fn points() -> BoxedStrategy<Command> {
    let opinions = || vec(number().prop_map(OpinionId), 0..4);
    let point = || (1..4u32).prop_map(PointId);
    let resolution = || option::of(number().prop_map(ResolutionId));
    prop_oneof![
        6 => (opinions(), option::of(text()))
            .prop_map(|(opinions, text)| Command::MakePoint { opinions, text }),
        2 => (point(), opinions(), vec(point(), 0..2), option::of(text())).prop_map(
            |(point, opinions, points, text)| Command::JoinPoint { point, opinions, points, text }
        ),
        2 => (point(), opinions())
            .prop_map(|(point, opinions)| Command::PartPoint { point, opinions }),
        1 => point().prop_map(Command::DissolvePoint),
        1 => (point(), text()).prop_map(|(point, text)| Command::AmendPoint { point, text }),
        2 => (point(), vec(who(), 0..3))
            .prop_map(|(point, who)| Command::EndorsePoint { point, who }),
        2 => (number(), resolution()).prop_map(|(opinion, resolution)| {
            Command::Reserve { opinion: OpinionId(opinion), resolution }
        }),
        1 => (option::of(who()), text(), resolution()).prop_map(|(who, text, resolution)| {
            Command::ReserveWords { who, text, resolution }
        }),
        2 => (number(), number()).prop_map(|(opinion, item)| {
            Command::MoveOpinion { opinion: OpinionId(opinion), item: ItemId(item) }
        }),
        1 => number().prop_map(|opinion| Command::SetAside(OpinionId(opinion))),
        1 => (number(), option::of(text()), option::of(number())).prop_map(
            |(parked, title, minutes)| Command::TakeUp { parked: ParkedId(parked), title, minutes }
        ),
        1 => number().prop_map(|opinion| Command::Reopen(OpinionId(opinion))),
    ]
    .boxed()
}

fn agreement() -> BoxedStrategy<Command> {
    prop_oneof![
        2 => text().prop_map(Command::Resolve),
        1 => (number(), text()).prop_map(|(resolution, text)| {
            Command::AmendResolution { resolution: ResolutionId(resolution), text }
        }),
        1 => number().prop_map(|id| Command::WithdrawResolution(ResolutionId(id))),
        1 => prop::sample::select(&Threshold::ALL[..]).prop_map(Command::SetThreshold),
        3 => (number(), number(), 0..3u32, option::of(number()), option::of(text())).prop_map(
            |(favour, against, abstain, resolution, question)| Command::CountHands {
                hands: hands(favour, against, abstain),
                resolution: resolution.map(ResolutionId),
                question,
            }
        ),
        4 => deciding(),
        2 => promise().prop_map(Command::Promise),
        1 => (number(), option::of(text()), promise()).prop_map(|(action, what, promise)| {
            Command::AmendAction { action: ActionId(action), what, promise }
        }),
        1 => (number(), text())
            .prop_map(|(action, why)| Command::DropAction { action: ActionId(action), why }),
        1 => Just(Command::BeginReadBack),
        3 => (option::of(agreed()), vec(who(), 0..3))
            .prop_map(|(what, by)| Command::Confirm { what, by }),
    ]
    .boxed()
}

/// Consensus and consent ask for objections and count nobody.
fn asks_only(method: Method) -> bool {
    matches!(method, Method::Consensus | Method::Consent)
}

fn body() -> impl Strategy<Value = Body> {
    (0..9u32, any::<bool>(), 0..2_000u64).prop_flat_map(|(eligible, major, area)| {
        prop::sample::select(vec![
            Body::Residents { eligible },
            Body::Villagers { eligible },
            Body::Households { eligible },
            Body::Representatives { eligible },
            Body::Owners { major, owners: eligible, area },
        ])
    })
}

fn method() -> impl Strategy<Value = Method> {
    prop_oneof![
        Just(Method::Consensus),
        Just(Method::Hands),
        Just(Method::Ballot),
        Just(Method::FistToFive),
        Just(Method::Gradients),
        Just(Method::Consent),
        body().prop_map(Method::Statutory),
    ]
}

fn tally() -> impl Strategy<Value = Tally> {
    let few = || 0..3u32;
    let some = || (few(), few(), few()).prop_map(|(a, b, c)| hands(a, b, c));
    prop_oneof![
        some().prop_map(Tally::Hands),
        (some(), few()).prop_map(|(hands, invalid)| Tally::Papers { hands, invalid }),
        prop::array::uniform6(0..2u32).prop_map(Tally::Fists),
        prop::array::uniform8(0..2u32).prop_map(Tally::Gradients),
        few().prop_map(Tally::Objections),
        (some(), 0..900u64, 0..900u64, 0..90u64).prop_map(|(owners, favour, against, abstain)| {
            Tally::Owners { owners, area: Area { favour, against, abstain } }
        }),
    ]
}

fn deciding() -> BoxedStrategy<Command> {
    let threshold = || option::of(prop::sample::select(&Threshold::ALL[..]));
    prop_oneof![
        2 => (method(), threshold(), option::of(number())).prop_map(
            |(method, threshold, resolution)| Command::ChooseMethod {
                method,
                threshold,
                resolution: resolution.map(ResolutionId),
            }
        ),
        3 => (tally(), option::of(number()), option::of(text())).prop_map(
            |(tally, present, question)| Command::Count {
                tally,
                present,
                resolution: None,
                question,
            }
        ),
        2 => any::<bool>().prop_map(|none| Command::AskObjections { none }),
        2 => (option::of(who()), text()).prop_map(|(who, text)| Command::Object { who, text }),
        1 => (number(), text()).prop_map(|(objection, how)| Command::ResolveObjection {
            objection: ObjectionId(objection),
            how,
        }),
        2 => Just(Command::Announce),
    ]
    .boxed()
}

/// Any event of deciding, whether it makes sense or not.
fn deciding_event() -> BoxedStrategy<Event> {
    let finding =
        prop::sample::select(vec![Finding::Carried, Finding::NotCarried, Finding::NoQuorum]);
    let of = || (number().prop_map(ItemId), option::of(number().prop_map(ResolutionId)));
    prop_oneof![
        (of(), method()).prop_map(|((item, resolution), method)| Event::MethodChosen {
            item,
            resolution,
            method,
            threshold: Threshold::AllPresent,
        }),
        (of(), number(), method(), tally(), finding).prop_map(
            |((item, resolution), vote, method, tally, finding)| Event::Counted {
                vote: VoteId(vote),
                item,
                resolution,
                question: None,
                method,
                threshold: Threshold::AllPresent,
                tally,
                present: vote,
                round: u32::MAX,
                finding,
                counter: BY.to_owned(),
            }
        ),
        (of(), number(), text()).prop_map(|((item, resolution), number, text)| {
            Event::ObjectionRaised {
                objection: ObjectionId(number),
                item,
                resolution,
                person: PersonId(number),
                text,
            }
        }),
        (number(), text()).prop_map(|(objection, how)| Event::ObjectionResolved {
            objection: ObjectionId(objection),
            how,
        }),
        number().prop_map(|vote| Event::ResultAnnounced { vote: VoteId(vote) }),
    ]
    .boxed()
}

/// A command and the seconds that pass before it; sometimes the clock is set back.
fn step() -> impl Strategy<Value = (i64, Command)> {
    let seconds = prop_oneof![10 => 0..200i64, 1 => -100..0i64, 1 => 3_000..80_000i64];
    let command = prop_oneof![
        3 => course(), 3 => people_and_floor(), 3 => words(), 2 => points(), 2 => agreement(),
        2 => preparing()
    ];
    (seconds, command)
}

fn steps() -> impl Strategy<Value = Vec<(i64, Command)>> {
    vec(step(), 0..160)
}

/// Carries out what the rules allow; every refusal must leave everything as it was.
fn played(steps: &[(i64, Command)]) -> (Meeting, Moment) {
    let mut meeting = Meeting::create(setup(), seven(), BY);
    let mut now = seven();
    // A room to begin with, so that random commands have something to work on.
    for command in [meeting::everybody(), Command::Open, Command::OpenItem(None)] {
        meeting.carry_out(&command, now, BY).unwrap();
    }
    for (seconds, command) in steps {
        now += TimeDelta::seconds(*seconds);
        let before = (meeting.session().clone(), meeting.lines().len());
        let judged = meeting.decide(command, now, BY);
        assert_eq!(before.0, *meeting.session(), "(2) judging changes nothing: {command:?}");
        match (judged, meeting.carry_out(command, now, BY).map(|line| line.events.clone())) {
            (Ok(judged), Ok(done)) => {
                assert_eq!(judged, done);
                assert!(!done.is_empty(), "a line without events: {command:?}");
                assert_eq!(meeting.lines().len(), before.1 + 1);
            }
            (Err(judged), Err(done)) => {
                assert_eq!(judged, done);
                assert_eq!(before.0, *meeting.session(), "a refusal leaves no trace");
                assert_eq!(before.1, meeting.lines().len());
            }
            (judged, done) => panic!("{command:?}: {judged:?}, then {done:?}"),
        }
        holds(meeting.session(), now.max(meeting.latest().unwrap()));
    }
    (meeting, now)
}

/// Links tell the same from both sides, and nobody's name is lost: whoever voiced an opinion that is
/// in a point and was not taken back stands behind the point, once.
fn points_hold(session: &Session) {
    for point in &session.points {
        assert!(point.dissolved || !point.from.is_empty(), "no point without opinions");
        for opinion in session.opinions_of(point) {
            assert_eq!(opinion.points.contains(&point.id), !point.dissolved);
        }
        let behind = session.supporters_of(point);
        let once: BTreeSet<PersonId> = behind.iter().copied().collect();
        assert_eq!(once.len(), behind.len(), "each stands behind a point once");
        for opinion in session.opinions_of(point).filter(|opinion| !opinion.withdrawn) {
            assert!(once.contains(&opinion.person), "an author was lost");
            assert!(opinion.endorsed.iter().all(|it| once.contains(it)), "a name was lost");
        }
        assert!(point.endorsed.iter().all(|it| once.contains(it)), "a name was lost");
    }
    for opinion in &session.opinions {
        let items = session.items.iter().filter(|item| item.opinions.contains(&opinion.id));
        assert_eq!(items.map(|item| item.id).collect::<Vec<_>>(), [opinion.item]);
        let linked = |id: &PointId| session.point(*id).unwrap().from.contains(&opinion.id);
        assert!(opinion.points.iter().all(linked));
        assert!(opinion.set_aside.is_none() || opinion.points.is_empty());
    }
}

/// What must be true of a meeting at every moment.
fn holds(session: &Session, now: Moment) {
    let open: Vec<ItemId> = session
        .items
        .iter()
        .filter(|item| item.state == ItemState::Open)
        .map(|item| item.id)
        .collect();
    assert_eq!(open, Vec::from_iter(session.open_item), "one item at a time");
    let places: BTreeSet<ItemId> = session.order.iter().copied().collect();
    assert_eq!(places.len(), session.order.len(), "no item has two places");
    for item in session.items.iter().filter(|item| !places.contains(&item.id)) {
        assert_eq!(item.state, ItemState::Waiting, "what was taken off had not begun");
        assert!(item.opinions.is_empty() && item.actions.is_empty() && item.turns.is_empty());
    }
    prepared_and_read_back_hold(session);
    points_hold(session);
    if let Some(floor) = session.floor {
        assert!(session.person(floor.person).unwrap().is_here(), "(3) who speaks is in the room");
        assert!(session.open_item.is_some(), "(3) one speaks to an item");
        assert_eq!(floor.watch.runs(), session.phase == Phase::Running);
    }
    for item in &session.items {
        let queued: BTreeSet<PersonId> = item.hands.iter().map(|hand| hand.person).collect();
        assert_eq!(queued.len(), item.hands.len(), "(3) nobody is queued twice");
        for person in &queued {
            assert!(session.person(*person).unwrap().is_here(), "who waits is in the room");
        }
        assert!(item.hands.is_empty() || item.state == ItemState::Open);
        // Turns follow one another while the item's clock runs, so they cannot take longer.
        let spoken: u64 = item.turns.iter().map(|turn| u64::from(turn.seconds)).sum();
        let speaking = session
            .floor
            .filter(|_| item.state == ItemState::Open)
            .map_or(0, |floor| floor.watch.read(now));
        assert!(spoken + u64::from(speaking) <= u64::from(item.watch.read(now)));
        let questions: BTreeSet<OpinionId> = item
            .opinions
            .iter()
            .filter(|id| session.opinion(**id).unwrap().awaits_answer())
            .copied()
            .collect();
        assert_eq!(questions, item.open_questions.iter().copied().collect());
    }
    let items: u64 = session.items.iter().map(|item| u64::from(item.watch.read(now))).sum();
    assert!(items <= u64::from(session.watch.read(now)), "items run within the meeting");
    let turns: u64 =
        session.items.iter().flat_map(|item| &item.turns).map(|turn| u64::from(turn.seconds)).sum();
    let spoken: u64 = session.people.iter().map(|person| u64::from(person.spoken)).sum();
    assert_eq!(turns, spoken, "a turn's seconds are its speaker's");
    for vote in &session.votes {
        assert!(vote.hands.total() <= u64::from(vote.present), "no more hands than voters");
        if vote.hands.favour <= vote.hands.against && !asks_only(vote.method) {
            assert!(!vote.carried, "a tie fails, and so does a minority");
        }
    }
    if session.phase == Phase::Closed {
        assert!(session.floor.is_none() && session.open_item.is_none());
        assert!(!session.watch.runs());
    }
}

/// The list of those expected, the time plan, and what is read out.
fn prepared_and_read_back_hold(session: &Session) {
    let attendance = attendance(session);
    let came: BTreeSet<PersonId> = attendance.came.iter().map(|(_, person)| *person).collect();
    assert_eq!(came.len(), attendance.came.len(), "nobody stands for two who were expected");
    let listed = session.expected.iter().filter(|it| it.standing != Standing::Dropped).count();
    let told = attendance.came.len() + attendance.missing.len() + attendance.excused.len();
    assert_eq!(told, listed, "everybody on the list came, is missing or is excused");
    let rehearsal = rehearse(session);
    let total: u32 = session.agenda().filter_map(|item| item.minutes).sum();
    assert_eq!(rehearsal.total, total);
    assert_eq!(rehearsal.slots.len(), session.order.len());
    let readings = readings(session);
    let next = readings.iter().find(|it| it.confirmed.is_none()).map(|it| it.what);
    assert_eq!(first_unconfirmed(session), next);
    for reading in readings {
        if let Agreed::Action(id) = reading.what {
            assert!(session.action(id).unwrap().dropped.is_none(), "what was dropped is not read");
        }
        let by = reading.confirmed.map(|it| it.by.clone()).unwrap_or_default();
        let once: BTreeSet<PersonId> = by.iter().copied().collect();
        assert_eq!(once.len(), by.len(), "nobody confirms a thing twice");
        assert!(reading.confirmed.is_none() || session.read_back.is_some());
    }
}

#[expect(clippy::too_many_lines, reason = "one line for each kind of event")]
/// Any event at all, whether or not a meeting could have brought it about.
fn foreign() -> BoxedStrategy<Event> {
    let person = || number().prop_map(PersonId);
    let item = || number().prop_map(ItemId);
    let opinion = || number().prop_map(OpinionId);
    let action = || number().prop_map(ActionId);
    let resolution = || number().prop_map(ResolutionId);
    let matter = || {
        prop_oneof![
            item().prop_map(Matter::ItemNotReached),
            opinion().prop_map(Matter::Question),
            action().prop_map(|id| Matter::ActionLacks(id, Lack::Test)),
            number().prop_map(|id| Matter::Parked(ParkedId(id))),
            agreed().prop_map(Matter::Unconfirmed),
        ]
    };
    let first = prop_oneof![
        (text(), option::of(time()), vec(option::of(text()), 3)).prop_map(
            |(title, starts, names)| Event::SetupChanged {
                title,
                on: day(2, 28),
                starts,
                place: names[0].clone(),
                facilitator: names[1].clone(),
                recorder: names[2].clone(),
            }
        ),
        vec(text(), 0..3).prop_map(|papers| Event::PapersListed { papers }),
        (1..=28u32).prop_map(|date| Event::NoticeGiven { on: day(11, date) }),
        (number(), newcomer()).prop_map(|(expected, it)| Event::PersonExpected {
            expected: ExpectedId(expected),
            name: it.name,
            role: it.role,
            household: it.household,
            key: it.key
        }),
        (number(), option::of(text())).prop_map(|(expected, why)| Event::ExpectationDropped {
            expected: ExpectedId(expected),
            why
        }),
        item().prop_map(|item| Event::ItemRemoved { item }),
        (item(), option::of(text())).prop_map(|(item, why)| Event::ItemCarried { item, why }),
        option::of(0u32..24)
            .prop_map(|hour| Event::EndSet { ends: hour.map(|hour| meeting::clock(hour, 0)) }),
        Just(Event::Opened),
        Just(Event::Paused),
        Just(Event::Resumed),
        Just(Event::FloorEnded),
        vec(matter(), 0..4).prop_map(|left| Event::Closed { left }),
        text().prop_map(|device| Event::TakenOver { device }),
        (person(), text(), role(), option::of(text())).prop_map(
            |(person, name, role, household)| Event::Joined {
                person,
                name,
                role,
                household,
                key: None
            }
        ),
        person().prop_map(|person| Event::Returned { person }),
        person().prop_map(|person| Event::Left { person }),
        (person(), role(), option::of(text())).prop_map(|(person, role, household)| {
            Event::PersonCorrected { person, role, household }
        }),
        (item(), text(), option::of(number()))
            .prop_map(|(item, title, minutes)| Event::ItemAdded { item, title, minutes }),
        (item(), text(), option::of(number()))
            .prop_map(|(item, title, minutes)| Event::ItemChanged { item, title, minutes }),
        (item(), number()).prop_map(|(item, to)| Event::ItemMoved { item, to }),
        item().prop_map(|item| Event::ItemOpened { item }),
        (item(), prop::sample::select(&Outcome::ALL[..]), option::of(text()), vec(matter(), 0..3))
            .prop_map(|(item, outcome, why, despite)| {
                Event::ItemClosed { item, outcome, why, despite }
            }),
        (person(), stance(), kind()).prop_map(|(person, stance, kind)| Event::HandRaised {
            person,
            stance,
            kind
        }),
        (person(), number()).prop_map(|(person, to)| Event::HandMoved { person, to }),
        Just(Event::ListClosed),
        Just(Event::ListReopened),
        rules().prop_map(|rules| Event::RulesAdopted { rules }),
        (procedure(), text(), option::of(number())).prop_map(|(procedure, file, stage)| {
            Event::ProcedureAdopted { procedure, file, stage }
        }),
        (item(), topic_link()).prop_map(|(item, link)| Event::TopicLinked { item, link }),
        (item(), lacking()).prop_map(|(item, lacking)| Event::SurveyFound { item, lacking }),
        (item(), text()).prop_map(|(item, why)| Event::SurveyWaived { item, why }),
        person().prop_map(|person| Event::ChairGiven { person }),
        Just(Event::ChairTakenBack),
        person().prop_map(|person| Event::HandLowered { person }),
        (person(), kind(), option::of(person())).prop_map(|(person, kind, passed)| {
            Event::FloorGiven { person, called: Called::OutOfOrder, kind, passed }
        }),
    ];
    let second = prop_oneof![
        (opinion(), item(), person(), stance(), text()).prop_map(
            |(opinion, item, person, stance, text)| Event::OpinionRecorded {
                opinion,
                item,
                person,
                stance,
                text
            }
        ),
        (opinion(), stance(), text()).prop_map(|(opinion, stance, text)| Event::OpinionAmended {
            opinion,
            stance,
            text
        }),
        opinion().prop_map(|opinion| Event::OpinionWithdrawn { opinion }),
        (opinion(), person())
            .prop_map(|(opinion, person)| Event::OpinionEndorsed { opinion, person }),
        (opinion(), text()).prop_map(|(opinion, text)| Event::QuestionAnswered { opinion, text }),
        (resolution(), item(), text()).prop_map(|(resolution, item, text)| {
            Event::ResolutionDrafted { resolution, item, text }
        }),
        (resolution(), text())
            .prop_map(|(resolution, text)| Event::ResolutionAmended { resolution, text }),
        resolution().prop_map(|resolution| Event::ResolutionWithdrawn { resolution }),
        prop::sample::select(&Threshold::ALL[..])
            .prop_map(|threshold| Event::ThresholdSet { threshold }),
        (number(), item(), option::of(resolution()), option::of(text()), number(), number())
            .prop_map(|(vote, item, resolution, question, favour, present)| {
                Event::HandsCounted {
                    vote: VoteId(vote),
                    item,
                    resolution,
                    question,
                    hands: hands(favour, 0, u32::MAX),
                    present,
                    threshold: Threshold::TwoThirdsOfPresent,
                    carried: true,
                    counter: BY.to_owned(),
                    held: favour % 2 == 0,
                }
            }),
        deciding_event(),
        (action(), option::of(item()), promise()).prop_map(|(action, item, promise)| {
            Event::ActionAgreed {
                action,
                item,
                what: promise.what,
                owner: promise.owner,
                due: promise.due,
                test: promise.test,
                from: promise.from,
                from_points: promise.from_points,
            }
        }),
        (action(), promise()).prop_map(|(action, promise)| Event::ActionAmended {
            action,
            what: promise.what,
            owner: promise.owner,
            due: promise.due,
            test: promise.test,
            from: promise.from,
            from_points: promise.from_points,
        }),
        (action(), text()).prop_map(|(action, why)| Event::ActionDropped { action, why }),
        (number(), option::of(item()), option::of(person()), text()).prop_map(
            |(parked, item, person, text)| Event::Parked {
                parked: ParkedId(parked),
                item,
                person,
                text
            }
        ),
        (number(), text())
            .prop_map(|(parked, how)| Event::ParkedSettled { parked: ParkedId(parked), how }),
        (number(), option::of(item()), text()).prop_map(|(note, item, text)| Event::Noted {
            note: NoteId(note),
            item,
            text
        }),
        Just(Event::ReadBackBegan),
        (agreed(), vec(person(), 0..3)).prop_map(|(what, by)| Event::Confirmed { what, by }),
        any::<u64>().prop_map(|seq| Event::Reverted { seq }),
        any::<u64>().prop_map(|seq| Event::Reinstated { seq }),
        Just(Event::Created(setup())),
    ];
    prop_oneof![first.boxed(), second.boxed(), of_points().boxed()].boxed()
}

/// Events of points and of what becomes of opinions, also about what is not there.
fn of_points() -> BoxedStrategy<Event> {
    let point = || number().prop_map(PointId);
    let opinion = || number().prop_map(OpinionId);
    let opinions = || vec(number().prop_map(OpinionId), 0..4);
    let item = || number().prop_map(ItemId);
    prop_oneof![
        opinion().prop_map(|opinion| Event::QuestionReopened { opinion }),
        (point(), item(), text(), opinions())
            .prop_map(|(point, item, text, from)| Event::PointMade { point, item, text, from }),
        (point(), opinions()).prop_map(|(point, opinions)| Event::PointJoined { point, opinions }),
        (point(), opinions()).prop_map(|(point, opinions)| Event::PointParted { point, opinions }),
        (point(), text()).prop_map(|(point, text)| Event::PointAmended { point, text }),
        point().prop_map(|point| Event::PointDissolved { point }),
        (point(), number())
            .prop_map(|(point, person)| Event::PointEndorsed { point, person: PersonId(person) }),
        (opinion(), option::of(number().prop_map(ResolutionId)))
            .prop_map(|(opinion, resolution)| Event::OpinionReserved { opinion, resolution }),
        (opinion(), item()).prop_map(|(opinion, item)| Event::OpinionMoved { opinion, item }),
        (opinion(), number()).prop_map(|(opinion, parked)| Event::OpinionSetAside {
            opinion,
            parked: ParkedId(parked)
        }),
        (number(), item())
            .prop_map(|(parked, item)| Event::ParkedTakenUp { parked: ParkedId(parked), item }),
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// (1), (2), (3): the rules hold at every step, and every beginning of the log, replayed,
    /// gives the state that was on the screen after it.
    #[test]
    fn every_log_tells_the_state_that_was_shown(steps in steps()) {
        let (meeting, _) = played(&steps);
        let mut shown = Meeting::replay(meeting.lines()[..1].to_vec()).unwrap();
        for (index, line) in meeting.lines().iter().enumerate() {
            prop_assert_eq!(line.seq, index as u64, "(4) numbers have no gaps");
            if index > 0 {
                shown.apply(line.clone());
            }
            // Replaying every beginning whole would take the square of the length.
            if index % 17 == 0 || index + 1 == meeting.lines().len() {
                let replayed = Meeting::replay(meeting.lines()[..=index].to_vec()).unwrap();
                prop_assert_eq!(replayed.session(), shown.session());
                prop_assert_eq!(replayed.undoable(), shown.undoable());
                prop_assert_eq!(replayed.redoable(), shown.redoable());
            }
        }
        prop_assert_eq!(shown.session(), meeting.session());
    }

    /// Undoing everything gives the start, redoing everything gives the end.
    #[test]
    fn undo_has_no_limit_and_redo_comes_back(steps in steps()) {
        let (mut meeting, now) = played(&steps);
        let now = now.max(meeting.latest().unwrap());
        let end = meeting.session().clone();
        let mut undone = 0;
        while meeting.undoable().is_some() {
            meeting.carry_out(&Command::Undo, now, BY).unwrap();
            undone += 1;
        }
        // A record that has moved to another device cannot be undone beyond that.
        let moved = meeting.standing().iter().filter(|stands| **stands).count() > 1;
        if !moved {
            let start = Session::prepared(setup());
            prop_assert_eq!(meeting.session(), &start);
        }
        for _ in 0..undone {
            meeting.carry_out(&Command::Redo, now, BY).unwrap();
        }
        prop_assert_eq!(meeting.session(), &end);
    }

    /// The log of every meeting is a file that is read back as it was written, and a valid list.
    #[test]
    fn every_log_is_read_back_as_written(steps in steps()) {
        let (meeting, _) = played(&steps);
        let (bytes, chain) = encode_log(meeting.lines()).unwrap();
        let log = read_log::<Event>(&bytes).unwrap();
        prop_assert_eq!(&log.lines[..], meeting.lines());
        prop_assert_eq!(log.tail, Tail::Whole);
        prop_assert_eq!(log.chain, chain);
        let list: Vec<Line<Event>> = ron::de::from_bytes(&bytes).unwrap();
        prop_assert_eq!(&list[..], meeting.lines());
        let breaks = bytes.split(|&byte| byte == b'\n').count() - 1;
        prop_assert_eq!(breaks, meeting.lines().len() + 2, "one line a command");
    }

    /// (2) Events that no meeting could bring about are passed over, not panicked at, and each of
    /// them can be written and read.
    #[test]
    fn foreign_events_do_no_harm(events in vec((0..500i64, foreign()), 0..60)) {
        let mut session = Session::prepared(setup());
        let mut now = seven();
        let mut lines = Vec::new();
        for (seconds, event) in events {
            now += TimeDelta::seconds(seconds);
            session.evolve(&event, now);
            let _ = (attendance(&session), rehearse(&session), readings(&session));
            let seq = lines.len() as u64;
            lines.push(Line { seq, at: now, by: BY.to_owned(), events: vec![event] });
        }
        let (bytes, _) = encode_log(&lines).unwrap();
        if !lines.is_empty() {
            prop_assert_eq!(read_log::<Event>(&bytes).unwrap().lines, lines);
        }
    }
}

/// Any event of a ledger.
fn ledger_event() -> BoxedStrategy<LedgerEvent> {
    let state =
        prop_oneof![Just(ActionState::Open), Just(ActionState::Underway), Just(ActionState::Done)];
    prop_oneof![
        (any::<u32>(), text(), text()).prop_map(|(format, device, community)| {
            LedgerEvent::Created { format: format.min(FORMAT), device, community }
        }),
        (text(), text(), role(), option::of(text())).prop_map(|(key, name, role, household)| {
            LedgerEvent::PersonEntered { key, name, role, household, sector: None, grid: None }
        }),
        (text(), number(), state, option::of(text())).prop_map(|(session, action, state, note)| {
            LedgerEvent::ActionReported { session, action: ActionId(action), state, note }
        }),
    ]
    .boxed()
}

proptest! {
    /// The ledger shares the log's form: whatever is written in it is one line and read back.
    #[test]
    fn every_ledger_is_read_back_as_written(
        events in vec((vec(ledger_event(), 1..4), text()), 1..20),
    ) {
        let lines: Vec<Line<LedgerEvent>> = (0..)
            .zip(events)
            .map(|(seq, (events, by))| Line { seq, at: seven(), by, events })
            .collect();
        let (bytes, _) = encode_log(&lines).unwrap();
        let breaks = bytes.split(|&byte| byte == b'\n').count() - 1;
        prop_assert_eq!(breaks, lines.len() + 2, "one line a command");
        prop_assert_eq!(read_log::<LedgerEvent>(&bytes).unwrap().lines, lines);
    }
}
