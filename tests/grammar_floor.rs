//! How the floor, its rules and the chair are typed.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use std::sync::Arc;

use grammar_support::{Hall, here, s, walk_in};
use meeting::{LI, WANG};
use yishi::domain::agreement::Threshold;
use yishi::domain::command::Command;
use yishi::domain::item::HandKind;
use yishi::domain::people::Role;
use yishi::domain::rules::RuleSet;
use yishi::grammar::misread::Misread;
use yishi::grammar::rule_sets::{Offered, shipped};
use yishi::grammar::verb::Verb;

fn adopts(file: &str) -> Command {
    let Some(set) = shipped().into_iter().find(|set| set.file == file) else {
        panic!("no rules {file}");
    };
    Command::AdoptRules(set.rules)
}

#[test]
fn what_goes_past_the_queue() {
    let order = |who| Command::Interject { who, kind: HandKind::PointOfOrder };
    let reply = |who| Command::Interject { who, kind: HandKind::Reply };
    let place = |person, to| Command::MoveHand { person, to };
    Hall::new().check(&[
        ("/程序问题 王小明", order(here(WANG))),
        ("/程序问题王小明", order(here(WANG))),
        ("/order wxm", order(here(WANG))),
        ("/程序问题 刘芳 5栋", order(walk_in("刘芳", Role::Resident, Some("5栋")))),
        ("/回应 李强", reply(here(LI))),
        ("/reply 李强", reply(here(LI))),
        ("/排到 李强 1", place(LI, 0)),
        ("/排到 李强2", place(LI, 1)),
        ("/排到 李强 第3位", place(LI, 2)),
        ("/排到 李强 ３", place(LI, 2)),
        ("/queueto wxm 2", place(WANG, 1)),
        ("/截止", Command::CloseList),
        ("/截止了", Command::CloseList),
        ("/closelist", Command::CloseList),
        ("/重开", Command::ReopenList),
        ("/openlist", Command::ReopenList),
        ("/代主持 李强", Command::GiveChair(here(LI))),
        ("/handover 李强", Command::GiveChair(here(LI))),
        ("/收回主持", Command::TakeBackChair),
        ("/takeback", Command::TakeBackChair),
    ]);
    Hall::new().check_misread(&[
        ("/排到 李强", Misread::Incomplete(Verb::QueueTo)),
        ("/排到 2", Misread::Incomplete(Verb::QueueTo)),
        ("/排到 李强 第二位", Misread::Incomplete(Verb::QueueTo)),
        ("/截止 王小明", Misread::TooMuch(Verb::CloseList, s("王小明"))),
    ]);
}

#[test]
fn rules_by_their_name() {
    Hall::new().check(&[
        ("/规则 南塘", adopts("nantang")),
        ("/规则 南塘十三条", adopts("nantang")),
        ("/规则南塘", adopts("nantang")),
        ("/规则 nantang", adopts("nantang")),
        ("/rule NANTANG", adopts("nantang")),
        ("/rule thirteen", adopts("community-13")),
        ("/rule robert's twelve", adopts("robert-12")),
        ("/rule plain hand order", adopts("plain")),
        ("/规则 自由发言", adopts("free")),
        // What carries a motion keeps its words.
        ("/规则 多数", Command::SetThreshold(Threshold::MajorityOfVotes)),
        ("/规则 一致", Command::SetThreshold(Threshold::AllPresent)),
    ]);
}

/// A community's own rules are found like the others, and take the place of a file of one name.
#[test]
fn own_rules_are_offered_too() {
    let mut hall = Hall::new();
    let own =
        |file: &str, name: &str| Offered { file: s(file), rules: Arc::new(RuleSet::named(name)) };
    hall.directory.offer_rules(vec![own("yuanli", "院里规矩"), own("nantang", "我们的南塘")]);
    hall.check(&[
        ("/规则 院里", Command::AdoptRules(Arc::new(RuleSet::named("院里规矩")))),
        ("/规则 ylgj", Command::AdoptRules(Arc::new(RuleSet::named("院里规矩")))),
        ("/规则 nantang", Command::AdoptRules(Arc::new(RuleSet::named("我们的南塘")))),
    ]);
}
