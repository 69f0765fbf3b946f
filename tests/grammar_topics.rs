//! Lines that tie a meeting to the community's topics and procedures, as people type them, and what
//! is offered while they type.

mod grammar_support;
#[path = "common/meeting.rs"]
mod meeting;

use grammar_support::{Hall, item, ledger, s};
use meeting::DRAINS;
use yishi::domain::command::Command;
use yishi::domain::earlier::{Left, topics_waiting};
use yishi::domain::item::PlannedItem;
use yishi::domain::topic::{CaseNo, TopicLink};
use yishi::grammar::Entry;
use yishi::grammar::complete::complete;
use yishi::grammar::misread::Misread;
use yishi::grammar::topics::case_number;
use yishi::grammar::verb::Verb;
use yishi::text::words::{Lang, Words};

fn link(number: u32, names: &[&str]) -> TopicLink {
    TopicLink {
        topic: CaseNo::plain(number),
        proposers: names.iter().map(|name| s(name)).collect(),
        lacking: vec![],
        waived: None,
        needs: vec![],
        despite: None,
    }
}

/// Topic 17, behind which whoever brought up 19 stands, too, since that was merged into it.
fn seventeen() -> TopicLink {
    link(17, &["陈桂花", "李强"])
}

fn add(title: &str, minutes: Option<u32>, despite: Option<&str>) -> Command {
    let planned = PlannedItem { title: s(title), minutes };
    Command::AddTopic { planned, link: seventeen(), despite: despite.map(s) }
}

#[test]
fn a_topic_is_put_on_the_agenda_by_its_number() {
    Hall::new().with_topics().check(&[
        ("/议题 #17", add("楼道堆物", None, None)),
        ("/议题 ＃１７", add("楼道堆物", None, None)),
        ("/item #17 | 20", add("楼道堆物", Some(20), None)),
        ("/议题 #17 20", add("楼道堆物", Some(20), None)),
        ("/议题 #17号｜20分钟", add("楼道堆物", Some(20), None)),
        ("/议题 #17 楼道清理 | 20", add("楼道清理", Some(20), None)),
        ("/议题 #17 | 20 | 理由：情况紧急", add("楼道堆物", Some(20), Some("情况紧急"))),
        ("/item #17; reason: it leaks", add("楼道堆物", None, Some("it leaks"))),
        ("/topic #17 | why: it leaks", add("楼道堆物", None, Some("it leaks"))),
        // A title that merely begins with a number.
        ("/议题 #1楼照明", item("#1楼照明", None)),
        ("/议题 17号楼电梯 | 10", item("17号楼电梯", Some(10))),
    ]);
}

#[test]
fn an_item_is_tied_to_a_topic() {
    let tied = |despite: Option<&str>| Command::LinkTopic {
        item: DRAINS,
        link: seventeen(),
        despite: despite.map(s),
    };
    let waived = Command::WaiveSurvey { item: DRAINS, why: s("情况紧急") };
    Hall::new().with_topics().check(&[
        ("/关联 2 #17", tied(None)),
        ("/关联 2 17", tied(None)),
        ("/关联 第2项 17号", tied(None)),
        ("/link 2 #17 | reason: it leaks", tied(Some("it leaks"))),
        ("/关联 2 #17 理由：情况紧急", tied(Some("情况紧急"))),
        ("/关联 2 #17 情况紧急", tied(Some("情况紧急"))),
        ("/link 2 #17 | it leaks", tied(Some("it leaks"))),
        ("/免调研 2 情况紧急", waived.clone()),
        ("/免调研 2 理由：情况紧急", waived.clone()),
        ("/waive 2 情况紧急", waived),
    ]);
}

#[test]
fn what_cannot_be_meant_is_asked_back() {
    let case = CaseNo::plain;
    Hall::new().with_topics().check_misread(&[
        ("/议题 #99", Misread::NoSuchTopic(case(99))),
        ("/议题 #19", Misread::TopicMerged(case(19), case(17))),
        ("/议题 #20", Misread::TopicExcluded(case(20))),
        ("/议题 #21", Misread::TopicWithdrawn(case(21))),
        ("/关联 2 路灯", Misread::NotATopic(s("路灯"))),
        ("/关联 2 #17 20", Misread::TooMuch(Verb::Link, s("20"))),
        ("/关联 2", Misread::Incomplete(Verb::Link)),
        ("/免调研 2", Misread::Incomplete(Verb::Waive)),
        ("/免调研 2 理由：", Misread::Incomplete(Verb::Waive)),
        ("/程序", Misread::Incomplete(Verb::Procedure)),
    ]);
    let hall = Hall::new();
    let wrong = hall.read("/程序 没有的");
    assert!(
        matches!(wrong, Err(Misread::NotAProcedure(text, known)) if text == "没有的" && known.len() == 11)
    );
}

#[test]
fn a_procedure_is_adopted_by_its_name_and_a_stage_by_name_or_number() {
    let adopted = |line: &str| match Hall::new().read(line) {
        Ok(Entry::Meeting(Command::AdoptProcedure(it))) => (it.file.clone(), it.stage),
        other => panic!("{line}: {other:?}"),
    };
    for (line, file, stage) in [
        ("/程序 云岩六步", "yunyan-six", None),
        ("/程序 yunyan", "yunyan-six", None),
        ("/程序 五事", "wushi", None),
        ("/procedure Whistle and report in", "whistle", None),
        ("/程序 三会 | 评议会", "three-meetings", Some(3)),
        ("/procedure three meetings | appraisal", "three-meetings", Some(3)),
        ("/程序 三会；第2", "three-meetings", Some(2)),
        ("/程序 三会 |", "three-meetings", None),
    ] {
        assert_eq!(adopted(line), (s(file), stage), "{line}");
    }
    // A point of order still begins alike.
    assert!(matches!(
        Hall::new().read("/程序问题 王小明"),
        Ok(Entry::Meeting(Command::Interject { .. }))
    ));
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let marked = CaseNo::marked(17, Some("4a1c"));
    for (text, case) in [
        ("17", Some(CaseNo::plain(17))),
        (" #17 ", Some(CaseNo::plain(17))),
        ("17号", Some(CaseNo::plain(17))),
        ("17-4A1C", Some(marked)),
        ("0", None),
        ("17 18", None),
        ("路灯", None),
        ("", None),
    ] {
        assert_eq!(case_number(text), case, "{text}");
    }
}

#[test]
fn topics_that_wait_are_offered() {
    let mut hall = Hall::new().with_topics();
    let offered = |hall: &Hall, line: &str| -> Vec<String> {
        let found = complete(line, hall.context(), &Words::new(Lang::Zh));
        found.into_iter().map(|it| format!("{} {}", it.label, it.about)).collect()
    };
    // 19 is part of 17; 20 and 21 are not to be consulted on.
    assert_eq!(offered(&hall, "/议题 #"), ["#17 楼道堆物", "#18 路灯不亮"]);
    assert_eq!(offered(&hall, "/议题 #路灯"), ["#18 路灯不亮"]);
    assert_eq!(offered(&hall, "/关联 2 #1"), ["#17 楼道堆物", "#18 路灯不亮"]);
    let stages = "云岩六步 收集议题 > 确定议题 > 商前调研 > 协商议事 > 公开公示 > 民主监督";
    assert_eq!(offered(&hall, "/程序 云岩"), [stages]);
    // Among what earlier meetings left only those that were accepted.
    let waiting = topics_waiting(&ledger(), hall.meeting.session());
    assert!(
        matches!(&waiting[..], [it] if matches!(&it.left, Left::Topic { topic, .. } if *topic == CaseNo::plain(17)))
    );
    hall.carry_out(&add("楼道堆物", None, None));
    assert_eq!(offered(&hall, "/议题 #"), ["#18 路灯不亮"]);
    assert_eq!(topics_waiting(&ledger(), hall.meeting.session()), []);
}
