//! Lines that are not understood: which answer they get, and what it says in both languages.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use grammar_support::{Hall, s};
use std::sync::Arc;

use yishi::domain::rules::RuleSet;
use yishi::domain::topic::CaseNo;
use yishi::grammar::MOST_LINE;
use yishi::grammar::misread::Misread;
use yishi::grammar::procedures;
use yishi::grammar::rule_sets::shipped;
use yishi::grammar::verb::Verb;
use yishi::text::words::{Lang, Words};

fn shipped_rules() -> Vec<Arc<RuleSet>> {
    shipped().into_iter().map(|it| it.rules).collect()
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| s(name)).collect()
}

#[test]
fn commands_that_are_none_or_several() {
    Hall::new().check_misread(&[
        ("/", Misread::UnknownCommand(s(""))),
        ("/唱歌", Misread::UnknownCommand(s("唱歌"))),
        ("、唱歌 一首", Misread::UnknownCommand(s("唱歌"))),
        ("/sing a song", Misread::UnknownCommand(s("sing"))),
        (
            "/re",
            Misread::SeveralCommands(
                s("re"),
                vec![Verb::Resolve, Verb::Resume, Verb::Redo, Verb::Rename],
            ),
        ),
        ("/撤", Misread::SeveralCommands(s("撤"), vec![Verb::Withdraw, Verb::Undo])),
        ("/下一", Misread::SeveralCommands(s("下一"), vec![Verb::Start, Verb::Next])),
        ("/js 王", Misread::SeveralCommands(s("js"), vec![Verb::Hand, Verb::End])),
    ]);
}

#[test]
fn commands_that_lack_something() {
    let hall = Hall::new();
    for (line, verb) in [
        ("/签到", Verb::SignIn),
        ("/in", Verb::SignIn),
        ("/离场", Verb::SignOut),
        ("/改签", Verb::Correct),
        ("/改签 王小明", Verb::Correct),
        ("/举手", Verb::Hand),
        ("/hand ", Verb::Hand),
        ("/放下", Verb::Lower),
        ("/发言", Verb::Floor),
        ("/同意", Verb::Endorse),
        ("/答复", Verb::Answer),
        ("/答复 3", Verb::Answer),
        ("/改", Verb::Amend),
        ("/改 3", Verb::Amend),
        ("/改 3 +", Verb::Amend),
        ("/改 A1", Verb::Amend),
        ("/撤回", Verb::Withdraw),
        ("/撤回 A1", Verb::Withdraw),
        ("/决议", Verb::Resolve),
        ("/表决", Verb::Vote),
        ("/表决 举手", Verb::Vote),
        ("/表决 18", Verb::Vote),
        ("/表决 很多人", Verb::Vote),
        ("/表决 赞成18 反对3 反对2", Verb::Vote),
        ("/表决 18 3 反对2", Verb::Vote),
        ("/程序问题", Verb::Order),
        ("/回应", Verb::Reply),
        ("/排到", Verb::QueueTo),
        ("/排到 王小明", Verb::QueueTo),
        ("/代主持", Verb::HandOver),
        ("/行动", Verb::Action),
        ("/行动 @物业 #12-05", Verb::Action),
        ("/搁置", Verb::Park),
        ("/搁置 王小明：", Verb::Park),
        ("/了结", Verb::Settle),
        ("/了结 P1", Verb::Settle),
        ("/备注", Verb::Note),
        ("/备注：", Verb::Note),
        ("/结束", Verb::End),
        ("/议题", Verb::Item),
        ("/更名 2", Verb::Rename),
        ("/时长 2", Verb::Minutes),
        ("/移到 2", Verb::Move),
        ("/插入 2", Verb::Insert),
        ("/拆分 2", Verb::Split),
        ("/拆分 2 划线 |", Verb::Split),
        ("/几点散会", Verb::Ends),
        ("/另存", Verb::SaveTo),
        ("/语言 德语", Verb::Language),
    ] {
        assert_eq!(hall.read(line), Err(Misread::Incomplete(verb)), "{line}");
    }
}

#[test]
fn nothing_follows_a_command_that_takes_nothing() {
    Hall::new().check_misread(&[
        ("/撤销 3", Misread::TooMuch(Verb::Undo, s("3"))),
        ("/撤销3", Misread::TooMuch(Verb::Undo, s("3"))),
        ("/undo R1", Misread::TooMuch(Verb::Undo, s("R1"))),
        ("/redo 3", Misread::TooMuch(Verb::Redo, s("3"))),
        ("/暂停 五分钟", Misread::TooMuch(Verb::Pause, s("五分钟"))),
        ("/说完 王小明", Misread::TooMuch(Verb::Done, s("王小明"))),
        ("/散会 明天再议", Misread::TooMuch(Verb::Close, s("明天再议"))),
        ("/where now", Misread::TooMuch(Verb::Where, s("now"))),
        ("/意见 2", Misread::TooMuch(Verb::Opinions, s("2"))),
        ("/quit now", Misread::TooMuch(Verb::Quit, s("now"))),
    ]);
}

#[test]
fn people_nobody_knows_or_several_could_be() {
    let wangs = list(&["王芳(3栋2单元)", "王芳(13栋)"]);
    Hall::new().check_misread(&[
        ("/举手 刘芳", Misread::NobodyCalled(s("刘芳"))),
        ("/hand xyz", Misread::NobodyCalled(s("xyz"))),
        ("/离场 何伟", Misread::NobodyCalled(s("何伟"))),
        ("/in xyz", Misread::NobodyCalled(s("xyz"))),
        ("/同意 3 刘芳", Misread::NobodyCalled(s("刘芳"))),
        ("/举手 王芳", Misread::SeveralPeople(s("王芳"), wangs.clone())),
        ("/签到 wf", Misread::SeveralPeople(s("wf"), wangs.clone())),
        ("/签到 王芳", Misread::SeveralPeople(s("王芳"), wangs.clone())),
        ("/搁置 王芳：快递柜", Misread::SeveralPeople(s("王芳"), wangs.clone())),
        ("/行动 疏通 @wf", Misread::SeveralPeople(s("wf"), wangs)),
        ("/签到 王小", Misread::LikeKnown(s("王小"), list(&["王小明"]))),
        ("/签到 何", Misread::LikeKnown(s("何"), list(&["何伟"]))),
    ]);
}

#[test]
fn numbers_dates_and_choices_that_are_none() {
    Hall::new().check_misread(&[
        ("/同意 三号楼", Misread::NotANumber(s("三号楼"))),
        ("/答复 3号楼的问题已联系", Misread::NotANumber(s("3号楼的问题已联系"))),
        ("/答复 -1 好", Misread::NotANumber(s("-1"))),
        ("/答复 99999999999 好", Misread::NotANumber(s("99999999999"))),
        ("/开始 下水道", Misread::NotANumber(s("下水道"))),
        ("/开始 2 3", Misread::NotANumber(s("2 3"))),
        ("/时长 2 很久", Misread::NotANumber(s("很久"))),
        ("/移到 2 后面", Misread::NotANumber(s("后面"))),
        ("/表决 18 99999999999", Misread::NotANumber(s("99999999999"))),
        ("/行动 疏通 <3,五六", Misread::NotANumber(s("五六"))),
        ("/改 B1 新内容", Misread::NotAReference(s("B1"))),
        ("/改 P1 新内容", Misread::NotAReference(s("P1"))),
        ("/改 R 新内容", Misread::NotAReference(s("R"))),
        ("/改 R99999999999 新内容", Misread::NotAReference(s("R99999999999"))),
        ("/撤回 路灯", Misread::NotAReference(s("路灯"))),
        ("/了结 R1 好", Misread::NotAReference(s("R1"))),
        ("/行动 疏通 #改天", Misread::NotADate(s("改天"))),
        ("/行动 疏通 #", Misread::NotADate(s(""))),
        ("/action clear #some time soon", Misread::NotADate(s("some time soon"))),
        ("/行动 疏通 #2月30日", Misread::NoSuchDay(s("2月30日"))),
        ("/行动 疏通 #13-05 @物业", Misread::NoSuchDay(s("13-05"))),
        ("/action clear #30 Feb", Misread::NoSuchDay(s("30 Feb"))),
        ("/行动 疏通 #2026-02-30", Misread::NoSuchDay(s("2026-02-30"))),
        ("/结束 完了", Misread::NotAnOutcome(s("完了"))),
        ("/end maybe later", Misread::NotAnOutcome(s("maybe"))),
        ("/规则 随便", Misread::NotARule(s("随便"), shipped_rules())),
        ("/方式 抓阄", Misread::NotAMethod(s("抓阄"))),
        ("/方式 举手 随便", Misread::NotAThreshold(s("随便"))),
        ("/五指 1 2 3", Misread::NotACount(s("1 2 3"))),
        ("/五指 6×2", Misread::NotACount(s("6×2"))),
        ("/程度 1 2 3 4 5 6 7 8 9", Misread::NotACount(s("1 2 3 4 5 6 7 8 9"))),
        ("/表决 1 1 1 1 4", Misread::Incomplete(Verb::Vote)),
    ]);
}

#[test]
fn a_line_no_entry_can_be_is_told_by_its_length() {
    let hall = Hall::new();
    let line = "字".repeat(MOST_LINE);
    assert!(hall.read(&line).is_ok(), "the rules say what is too long for an entry");
    let line = "字".repeat(MOST_LINE + 1);
    let begins = "字".repeat(20);
    assert_eq!(hall.read(&line), Err(Misread::TooLong { given: MOST_LINE + 1, begins }));
}

/// Every answer, each with the texts it must repeat. The match makes a new one fail to build until
/// it has a row.
fn every_misread() -> Vec<(Misread, Vec<&'static str>)> {
    let x = || s("某某");
    let rows = vec![
        (Misread::Empty, vec![]),
        (Misread::UnknownCommand(x()), vec!["/某某"]),
        (Misread::SeveralCommands(x(), vec![Verb::Undo, Verb::Withdraw]), vec!["某某"]),
        (Misread::Incomplete(Verb::Vote), vec![]),
        (Misread::NobodyCalled(x()), vec!["某某"]),
        (Misread::NobodyBeforeColon(x()), vec!["某某"]),
        (Misread::SeveralPeople(x(), list(&["甲", "乙"])), vec!["某某", "甲", "乙"]),
        (Misread::LikeKnown(x(), list(&["甲", "乙"])), vec!["某某", "甲", "乙"]),
        (Misread::UnitOrName(x()), vec!["某某"]),
        (Misread::NotANumber(x()), vec!["某某"]),
        (Misread::NotAReference(x()), vec!["某某"]),
        (Misread::NotADate(x()), vec!["某某"]),
        (Misread::NoSuchDay(x()), vec!["某某"]),
        (Misread::NotAnOutcome(x()), vec!["某某"]),
        (Misread::NotAThreshold(x()), vec!["某某"]),
        (Misread::NotARule(x(), shipped_rules()), vec!["某某"]),
        (Misread::NotAMethod(x()), vec!["某某"]),
        (Misread::NotAProcedure(x(), procedures::shipped()), vec!["某某"]),
        (Misread::NotATopic(x()), vec!["某某"]),
        (Misread::NoSuchTopic(CaseNo::plain(17)), vec!["17"]),
        (Misread::TopicMerged(CaseNo::plain(17), CaseNo::plain(4)), vec!["17", "4"]),
        (Misread::TopicExcluded(CaseNo::plain(17)), vec!["17"]),
        (Misread::TopicWithdrawn(CaseNo::plain(17)), vec!["17"]),
        (Misread::NotACount(x()), vec!["某某"]),
        (Misread::DeskOnly(Verb::Quit), vec![]),
        (Misread::NoSuchTime(x()), vec!["某某"]),
        (Misread::NotATime(x()), vec!["某某"]),
        (Misread::NoSuchPlace { place: 7, places: 5 }, vec!["7", "5"]),
        (Misread::NobodyExpected(x()), vec!["某某"]),
        (Misread::MarkOrNumber(x()), vec!["某某"]),
        (Misread::TooMuch(Verb::Undo, x()), vec!["某某"]),
        (Misread::TooLong { given: 12_345, begins: x() }, vec!["某某", "12345", "5000"]),
    ];
    for (misread, _) in &rows {
        match misread {
            Misread::Empty
            | Misread::UnknownCommand(_)
            | Misread::SeveralCommands(..)
            | Misread::Incomplete(_)
            | Misread::NobodyCalled(_)
            | Misread::NobodyBeforeColon(_)
            | Misread::SeveralPeople(..)
            | Misread::LikeKnown(..)
            | Misread::UnitOrName(_)
            | Misread::NotANumber(_)
            | Misread::NotAReference(_)
            | Misread::NotADate(_)
            | Misread::NoSuchDay(_)
            | Misread::NotAnOutcome(_)
            | Misread::NotAThreshold(_)
            | Misread::NotARule(..)
            | Misread::NotAMethod(_)
            | Misread::NotAProcedure(..)
            | Misread::NotATopic(_)
            | Misread::NoSuchTopic(_)
            | Misread::TopicMerged(..)
            | Misread::TopicExcluded(_)
            | Misread::TopicWithdrawn(_)
            | Misread::NotACount(_)
            | Misread::DeskOnly(_)
            | Misread::NoSuchTime(_)
            | Misread::NotATime(_)
            | Misread::NoSuchPlace { .. }
            | Misread::NobodyExpected(_)
            | Misread::MarkOrNumber(_)
            | Misread::TooMuch(..)
            | Misread::TooLong { .. } => {}
        }
    }
    rows
}

#[test]
fn every_answer_repeats_what_was_typed_in_both_languages() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (misread, texts) in every_misread() {
            let told = misread.tell(&words);
            assert!(!told.contains("{$") && !told.contains('\n'), "{told}");
            for text in texts {
                assert!(told.contains(text), "{lang:?} {misread:?}: {told}");
            }
        }
    }
}

#[test]
fn an_answer_shows_how_to_write_it() {
    let told = |lang, misread: Misread| misread.tell(&Words::new(lang));
    for (lang, verb, usage) in [
        (Lang::Zh, Verb::Vote, "/表决 举手 赞成 反对 弃权"),
        (Lang::En, Verb::Vote, "/vote hands FOR AGAINST ABSTAIN"),
        (Lang::Zh, Verb::Settle, "/了结 P1 处理办法"),
        (Lang::En, Verb::Settle, "/settle P1 HOW"),
    ] {
        assert!(told(lang, Misread::Incomplete(verb)).contains(usage), "{usage}");
    }
    let several = Misread::SeveralCommands(s("撤"), vec![Verb::Withdraw, Verb::Undo]);
    assert!(told(Lang::Zh, several.clone()).contains("/撤回、/撤销"));
    assert!(told(Lang::En, several).contains("/withdraw, /undo"));
    assert!(told(Lang::Zh, Misread::TooMuch(Verb::Undo, s("3"))).contains("/撤销"));
}

#[test]
fn an_answer_to_a_long_line_stays_short() {
    for lang in Lang::ALL {
        let told = Misread::NotADate("长".repeat(5_000)).tell(&Words::new(lang));
        assert!(told.chars().count() < 200 && told.contains("长长长"), "{told}");
    }
}
