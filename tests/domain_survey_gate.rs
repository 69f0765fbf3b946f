//! The gate before topics (不调研不协商、调研不透不协商, shared practice of Duyun): by strict rules a topic
//! whose survey lacks something is neither put on an agenda nor opened, unless somebody gives a
//! reason; by others it is. And what the records of meetings take over of topics.

#[path = "common/meeting.rs"]
mod meeting;
#[path = "common/topics.rs"]
mod topics;

use std::sync::Arc;

use meeting::{BY, DRAINS, PARKING, Room, ends, planned, setup, seven};
use topics::{FACTS, adopted, link, rules, three_steps};
use yishi::domain::command::Command;
use yishi::domain::digest::Digest;
use yishi::domain::event::Event;
use yishi::domain::ids::ItemId;
use yishi::domain::item::{Outcome, PlannedItem};
use yishi::domain::ledger::Numbers;
use yishi::domain::meeting::{Beginning, Meeting};
use yishi::domain::procedure::{Need, Stage};
use yishi::domain::refusal::Refusal;
use yishi::domain::rules::{RuleSet, SurveyMode, SurveyPart};
use yishi::domain::survey::{Lacking, Survey};
use yishi::domain::topic::{CaseNo, TopicLink};

const NEW: ItemId = ItemId(4);

fn by(mode: SurveyMode) -> Command {
    Command::AdoptRules(Arc::new(rules(mode)))
}

fn add(lacking: &[Lacking], despite: Option<&str>) -> Command {
    Command::AddTopic {
        planned: planned("楼道堆物", None),
        link: link(17, lacking),
        despite: despite.map(str::to_owned),
    }
}

fn tie(lacking: &[Lacking], despite: Option<&str>) -> Command {
    let despite = despite.map(str::to_owned);
    Command::LinkTopic { item: DRAINS, link: link(17, lacking), despite }
}

fn find(item: ItemId, lacking: &[Lacking]) -> Command {
    Command::FindSurvey { item, lacking: lacking.to_vec() }
}

fn waive(item: ItemId) -> Command {
    Command::WaiveSurvey { item, why: "情况紧急".to_owned() }
}

fn lacks() -> Refusal {
    Refusal::SurveyLacks(CaseNo::plain(17), vec![FACTS])
}

#[test]
fn what_is_complete_is_said_by_the_rules() {
    let strict = RuleSet {
        survey_parts: vec![SurveyPart::Facts, SurveyPart::Method],
        survey_visits: 2,
        survey_briefings: 1,
        ..rules(SurveyMode::Strict)
    };
    let mut survey = Survey::default();
    survey.visits = 1;
    survey.write(SurveyPart::Method, "座谈");
    survey.write(SurveyPart::Facts, "   ");
    // Facts are blank, one visit of two was made, no briefing; in the order of the form.
    let missing = vec![FACTS, Lacking::Visits(1), Lacking::Briefings(1)];
    assert_eq!(survey.lacking(&strict), missing);
    survey.write(SurveyPart::Facts, "三个单元有堆物");
    (survey.visits, survey.briefings) = (2, 5);
    assert_eq!(survey.lacking(&strict), []);
    assert_eq!(Survey::default().lacking(&rules(SurveyMode::Off)), [FACTS]);
    assert_eq!(Survey::default().lacking(&RuleSet::unwritten()), []);
}

#[test]
fn by_strict_rules_an_incomplete_survey_keeps_a_topic_off_the_agenda() {
    let strict = Room::prepared().with([by(SurveyMode::Strict)]);
    for refused in [add(&[FACTS], None), add(&[FACTS], Some("  ")), tie(&[FACTS], None)] {
        let mut room = strict.clone();
        let before = room.session().clone();
        assert_eq!(room.refused(&refused), lacks(), "{refused:?}");
        assert_eq!(room.session(), &before);
    }
    for allowed in [add(&[], None), add(&[FACTS], Some("情况紧急")), tie(&[], None)] {
        assert!(strict.clone().meeting.carry_out(&allowed, seven(), BY).is_ok(), "{allowed:?}");
    }
    // What the community's ledger says of it counts, too.
    let mut waived = link(17, &[FACTS]);
    waived.waived = Some("书记同意先议".to_owned());
    let add =
        Command::AddTopic { planned: planned("楼道堆物", None), link: waived, despite: None };
    assert!(strict.clone().meeting.carry_out(&add, seven(), BY).is_ok());
}

#[test]
fn both_parts_of_an_item_are_about_its_topic_and_are_one_consultation() {
    let part = |title: &str| PlannedItem { title: title.to_owned(), minutes: None };
    let split = Command::SplitItem { item: DRAINS, first: part("先看"), second: part("再议") };
    let mut room = Room::prepared().with([tie(&[FACTS], Some("情况紧急")), split]);
    let topics = |room: &Room| -> Vec<Option<TopicLink>> {
        room.session().agenda().map(|item| item.topic.as_deref().cloned()).collect()
    };
    let linked: Vec<TopicLink> = topics(&room).into_iter().flatten().collect();
    assert_eq!(linked.len(), 2);
    assert_eq!(linked[0], linked[1]);
    let held = |room: &Room| {
        let digest = Digest::of(&room.meeting);
        let held = digest.consultations("evening", &Numbers::default());
        held.into_iter().map(|(case, it)| (case, it.session, it.outcome)).collect::<Vec<_>>()
    };
    let once = |outcome| vec![(CaseNo::plain(17), "evening".to_owned(), outcome)];
    assert_eq!(held(&room), once(None));
    // Dealt with once both parts have ended.
    room.ok(&Command::Open);
    for id in [DRAINS, NEW] {
        assert_eq!(held(&room), once(None));
        room.ok(&Command::OpenItem(Some(id)));
        room.ok(&ends(if id == DRAINS { Outcome::NotAgreed } else { Outcome::CarriedOver }));
    }
    assert_eq!(held(&room), once(Some(Outcome::NotAgreed)));
}

#[test]
fn two_parts_come_to_the_weightier_outcome() {
    use Outcome::{Agreed, CarriedOver, NotAgreed, Noted};
    for (one, other, whole) in [
        (Agreed, NotAgreed, Agreed),
        (Agreed, CarriedOver, Agreed),
        (NotAgreed, Noted, NotAgreed),
        (Noted, CarriedOver, Noted),
        (CarriedOver, CarriedOver, CarriedOver),
    ] {
        assert_eq!((one.with(other), other.with(one)), (whole, whole));
    }
}

/// What was entered of the link of a topic that lacks these needs of its procedure.
fn unready(
    mode: SurveyMode,
    needs: &[Need],
    lacking: &[Lacking],
    despite: Option<&str>,
) -> Result<(Option<String>, bool), Refusal> {
    let mut room = Room::prepared().with([by(mode)]);
    let topic = TopicLink { needs: needs.to_vec(), ..link(17, lacking) };
    let despite = despite.map(str::to_owned);
    let tie = Command::LinkTopic { item: DRAINS, link: topic, despite };
    let entered = room.meeting.carry_out(&tie, seven(), BY)?.events.clone();
    let waived = entered.iter().any(|event| matches!(event, Event::SurveyWaived { .. }));
    let linked = room.session().item(DRAINS).and_then(|item| item.topic.as_deref());
    Ok((linked.and_then(|link| link.despite.clone()), waived))
}

#[test]
fn what_its_procedure_needs_keeps_a_topic_off_the_agenda_by_any_rules() {
    use SurveyMode::{Off, Strict, Warn};
    let lacks = |needs: &[Need]| Err(Refusal::TopicNeeds(CaseNo::plain(17), needs.to_vec()));
    let screened = [Need::Screened];
    let why = Some("情况紧急".to_owned());
    for mode in [Off, Warn, Strict] {
        assert_eq!(unready(mode, &screened, &[], None), lacks(&screened), "{mode:?}");
        assert_eq!(unready(mode, &screened, &[], Some(" ")), lacks(&screened), "{mode:?}");
        // The reason is kept, and is none for the survey where that lacks nothing.
        let allowed = unready(mode, &screened, &[], Some("情况紧急"));
        assert_eq!(allowed, Ok((why.clone(), false)), "{mode:?}");
        assert_eq!(unready(mode, &[], &[], Some("情况紧急")), Ok((None, false)), "{mode:?}");
    }
    // What only is to be noticed is not allowed by the way; what hinders, too, is told with the rest.
    assert_eq!(unready(Warn, &screened, &[FACTS], Some("情况紧急")), Ok((why.clone(), false)));
    let both = [Need::Screened, Need::Surveyed];
    assert_eq!(unready(Strict, &screened, &[FACTS], None), lacks(&both));
    assert_eq!(unready(Strict, &screened, &[FACTS], Some("情况紧急")), Ok((why, true)));
}

#[test]
fn by_other_rules_it_does_not() {
    for mode in [SurveyMode::Off, SurveyMode::Warn] {
        let mut room = Room::prepared().with([by(mode), add(&[FACTS], None), Command::Open]);
        for _ in 0..3 {
            room.ok(&Command::OpenItem(None));
            room.ok(&ends(Outcome::Noted));
        }
        assert_eq!(room.ok(&Command::OpenItem(Some(NEW))), [Event::ItemOpened { item: NEW }]);
    }
}

#[test]
fn by_strict_rules_it_keeps_an_item_closed_until_the_survey_is_complete() {
    let strict = || {
        let tied = [tie(&[FACTS], None), by(SurveyMode::Strict), Command::Open];
        Room::prepared().with(tied)
    };
    let open = Command::OpenItem(Some(DRAINS));
    let held_back = Refusal::ItemSurveyLacks(DRAINS, vec![FACTS]);
    let mut room = strict();
    assert_eq!(room.refused(&open), held_back);
    // Another item can be opened, and so can this one by its turn no more than by name.
    room.ok(&Command::OpenItem(None));
    room.ok(&ends(Outcome::Noted));
    let next = room.session().next_item().map(|item| item.id);
    assert_eq!(next, Some(DRAINS));
    assert_eq!(room.refused(&Command::OpenItem(None)), held_back);
    // Complete by now.
    room.ok(&find(DRAINS, &[]));
    assert_eq!(room.ok(&open), [Event::ItemOpened { item: DRAINS }]);
    // Or allowed by somebody who says why; taken back, it is not.
    let mut room = strict();
    room.ok(&waive(DRAINS));
    assert!(room.clone().meeting.carry_out(&open, seven(), BY).is_ok());
    room.ok(&Command::Undo);
    assert_eq!(room.refused(&open), held_back);
    // What was complete and is not any more.
    let mut room = Room::prepared().with([by(SurveyMode::Strict), tie(&[], None), Command::Open]);
    room.ok(&find(DRAINS, &[FACTS]));
    assert_eq!(room.refused(&open), held_back);
}

#[test]
fn a_reason_is_kept_only_where_there_is_something_to_give_one_for() {
    let mut room = Room::prepared().with([by(SurveyMode::Strict)]);
    let added = room.ok(&add(&[], Some("情况紧急")));
    assert!(!added.iter().any(|event| matches!(event, Event::SurveyWaived { .. })), "{added:?}");
    assert_eq!(room.refused(&waive(NEW)), Refusal::SurveyComplete(NEW));
    assert_eq!(room.refused(&waive(PARKING)), Refusal::NoTopic(PARKING));
    assert_eq!(room.refused(&find(PARKING, &[])), Refusal::NoTopic(PARKING));
    assert_eq!(room.refused(&find(NEW, &[])), Refusal::NoChange);
    room.ok(&find(NEW, &[FACTS]));
    let empty = Command::WaiveSurvey { item: NEW, why: " ".to_owned() };
    assert_eq!(room.refused(&empty), Refusal::NoWords);
    room.ok(&waive(NEW));
    assert_eq!(room.refused(&waive(NEW)), Refusal::NoChange);
    let missing = Command::WaiveSurvey { item: ItemId(9), why: "x".to_owned() };
    assert_eq!(room.refused(&missing), Refusal::NoSuchItem(ItemId(9)));
}

#[test]
fn a_topic_is_on_an_agenda_once_and_an_item_about_one_topic() {
    let mut room = Room::prepared().with([add(&[], None)]);
    let taken = Refusal::TopicOnAgenda(CaseNo::plain(17), NEW);
    assert_eq!(room.refused(&add(&[], None)), taken);
    assert_eq!(room.refused(&tie(&[], None)), taken);
    let again = Command::LinkTopic { item: NEW, link: link(17, &[FACTS]), despite: None };
    assert_eq!(room.refused(&again), Refusal::NoChange);
    // Off the agenda it can come again.
    room.ok(&Command::RemoveItem(NEW));
    room.ok(&tie(&[], None));
    // Another topic takes its place.
    room.ok(&Command::LinkTopic { item: DRAINS, link: link(18, &[]), despite: None });
    let topic = |room: &Room| room.session().item(DRAINS).and_then(|it| it.topic.clone());
    assert_eq!(topic(&room).map(|it| it.topic.clone()), Some(CaseNo::plain(18)));
    room.ok(&Command::Open);
    room.ok(&Command::OpenItem(Some(DRAINS)));
    room.ok(&ends(Outcome::Noted));
    assert_eq!(room.refused(&tie(&[], None)), Refusal::ItemClosed(DRAINS));
    let digest = Digest::of(&room.meeting);
    let topics: Vec<Option<CaseNo>> = digest.items.iter().map(|it| it.topic.clone()).collect();
    assert_eq!(topics, [None, Some(CaseNo::plain(18)), None]);
}

#[test]
fn nothing_of_it_is_entered_once_the_meeting_is_closed() {
    let mut room = Room::opened().with([tie(&[FACTS], None), Command::Close { leave: true }]);
    for command in [
        add(&[], None),
        tie(&[], None),
        find(DRAINS, &[]),
        waive(DRAINS),
        Command::AdoptProcedure(Arc::new(adopted(three_steps()))),
    ] {
        assert_eq!(room.refused(&command), Refusal::Closed, "{command:?}");
    }
}

#[test]
fn a_meeting_is_held_in_a_stage_with_a_meeting() {
    let mut room = Room::prepared();
    let three = |stage| {
        let stage_of = adopted(three_steps());
        Command::AdoptProcedure(Arc::new(yishi::domain::procedure::Adopted { stage, ..stage_of }))
    };
    assert_eq!(room.refused(&three(Some(1))), Refusal::NoMeetingInStage(1));
    assert_eq!(room.refused(&three(Some(9))), Refusal::NoMeetingInStage(9));
    room.ok(&three(None));
    assert_eq!(room.refused(&three(None)), Refusal::ProcedureInForce);
    let here = room.session().procedure.clone().unwrap();
    assert_eq!((here.stage(), here.stage_after()), (Some(2), Some(3)));
    room.ok(&three(Some(2)));
    // One without stages cannot be followed.
    let mut none = three_steps();
    none.stages.clear();
    let none = Command::AdoptProcedure(Arc::new(adopted(none)));
    assert_eq!(room.refused(&none), Refusal::NoWords);
    // Two stages with meetings are one meeting; what comes after it is the next without.
    let mut two = three_steps();
    two.stages.insert(2, Stage { works: two.stages[1].works.clone(), ..Stage::default() });
    assert_eq!(adopted(two.clone()).stage_after(), Some(4));
    two.stages.pop();
    assert_eq!(adopted(two.clone()).stage_after(), None);
    two.any_order = true;
    assert_eq!(adopted(two).stage_after(), None);
}

fn begin(mode: SurveyMode, lacking: &[Lacking], despite: Option<&str>) -> Beginning {
    let item = |title: &str, link: TopicLink, despite: Option<&str>| {
        let planned = PlannedItem { title: title.to_owned(), minutes: Some(20) };
        (planned, link, despite.map(str::to_owned))
    };
    Beginning {
        rules: Some(rules(mode)),
        procedure: Some(adopted(three_steps())),
        topics: vec![
            item("路灯", link(18, &[]), despite),
            item("楼道堆物", link(17, lacking), despite),
        ],
    }
}

#[test]
fn a_meeting_begins_with_topics_or_not_at_all() {
    let create = |beginning| Meeting::create_from(setup(), beginning, seven(), BY);
    let refused = create(begin(SurveyMode::Strict, &[FACTS], None)).unwrap_err();
    assert_eq!(refused, (1, lacks()));
    let made = create(begin(SurveyMode::Strict, &[FACTS], Some("情况紧急"))).unwrap();
    // One line, which cannot be undone: what a meeting was made with is no entry of it.
    assert_eq!(made.lines().len(), 1);
    assert!(made.undoable().is_none());
    let agenda: Vec<(&str, Option<&str>)> = made
        .session()
        .agenda()
        .map(|item| (&*item.title, item.topic.as_ref().and_then(|it| it.waived.as_deref())))
        .collect();
    let planned = setup().agenda;
    assert_eq!(agenda.len(), planned.len() + 2);
    // Only the one whose survey lacks something needs the reason.
    assert_eq!(agenda[planned.len()..], [("路灯", None), ("楼道堆物", Some("情况紧急"))]);
    assert_eq!(made.session().procedure.as_deref(), Some(&adopted(three_steps())));
    let replayed = Meeting::replay(made.lines().to_vec()).unwrap();
    assert_eq!(replayed.session(), made.session());
    assert!(create(begin(SurveyMode::Warn, &[FACTS], None)).is_ok());
}
