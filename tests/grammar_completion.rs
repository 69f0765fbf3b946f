//! What the popup offers while somebody types: what it puts, and from which byte of the line on.

#[path = "common/meeting.rs"]
mod meeting;

mod grammar_support;

use grammar_support::Hall;
use yishi::domain::command::Command;
use yishi::domain::item::Outcome;
use yishi::grammar::complete::{Completion, complete};
use yishi::grammar::misread::Misread;
use yishi::grammar::verb::WORDS;
use yishi::grammar::{Entry, MOST_LINE, Topic, Wish};
use yishi::text::words::{Lang, Words};

fn offered(line: &str, lang: Lang) -> Vec<Completion> {
    complete(line, Hall::new().context(), &Words::new(lang))
}

/// The line after the completion was accepted, as the desk does it.
fn accepted(line: &str, completion: &Completion) -> String {
    let Some(kept) = line.get(..completion.from) else { panic!("{completion:?} cuts {line}") };
    format!("{kept}{}", completion.insert)
}

/// Lines, and what they become with each completion that is offered, in order.
#[track_caller]
fn check(lang: Lang, rows: &[(&str, &[&str])]) {
    for (line, expected) in rows {
        let lines: Vec<String> = offered(line, lang).iter().map(|it| accepted(line, it)).collect();
        assert_eq!(lines, *expected, "{line:?}");
    }
}

#[test]
fn commands_by_chinese_english_and_pinyin() {
    check(
        Lang::Zh,
        &[
            ("/举", &["/举手 "]),
            ("、举", &["、举手 "]),
            ("／举", &["／举手 "]),
            ("  /举", &["  /举手 "]),
            ("/ 举", &["/ 举手 "]),
            ("/han", &["/举手 ", "/代主持 ", "/行动 "]),
            ("/HAN", &["/举手 ", "/代主持 ", "/行动 "]),
            ("/ｈａｎ", &["/举手 ", "/代主持 ", "/行动 "]),
            ("/jushou", &["/举手 "]),
            ("/js", &["/举手 ", "/结束 "]),
            ("/xyw", &["/下一位 "]),
            ("/撤", &["/撤回 ", "/撤销 "]),
            ("/附", &["/同意 "]),
            ("/改", &["/改 ", "/改签 ", "/改归 "]),
            ("/zzz", &[]),
        ],
    );
    check(
        Lang::En,
        &[
            ("/ha", &["/hand ", "/handover ", "/action "]),
            ("/举", &["/hand "]),
            (
                "/re",
                &[
                    "/resolve ",
                    "/resume ",
                    "/redo ",
                    "/rename ",
                    "/resolved ",
                    "/reply ",
                    "/reserve ",
                    "/reassign ",
                ],
            ),
        ],
    );
    assert_eq!(offered("/", Lang::Zh).len(), 8);
}

#[test]
fn a_command_is_listed_with_what_follows_it() {
    let [hand] = &offered("/举", Lang::Zh)[..] else { panic!("one") };
    assert_eq!(hand.label, "/举手 姓名 [赞成或反对]");
    assert_eq!(hand.about, "举手，排入发言队列");
    let [hand, _] = &offered("/hand", Lang::En)[..] else { panic!("and the chair handed over") };
    assert_eq!(hand.label, "/hand NAME [support or oppose]");
}

#[test]
fn people_at_the_beginning_of_an_opinion() {
    check(
        Lang::Zh,
        &[
            ("王小", &["王小明："]),
            ("wxm", &["王小明："]),
            (" 王小", &[" 王小明："]),
            ("+王小", &["+王小明："]),
            ("？ wxm", &["？ 王小明："]),
            ("王芳", &["王芳(3栋2单元)：", "王芳(13栋)：", "王芳芳："]),
            ("王小明：", &[]),
            ("王小明：同意", &[]),
            ("停车位应先给", &[]),
            ("王小，", &[]),
            ("", &[]),
            ("+", &[]),
        ],
    );
    check(Lang::En, &[("mary", &["Mary Jones: "])]);
}

#[test]
fn people_after_commands() {
    check(
        Lang::Zh,
        &[
            ("/举手 王小", &["/举手 王小明"]),
            ("/举手王小", &["/举手王小明"]),
            ("/举手 ", &[]),
            ("/签到 何伟、mary", &["/签到 何伟、Mary Jones"]),
            ("/签到 何伟，wxm", &["/签到 何伟，王小明"]),
            ("/离场 wxm", &["/离场 王小明"]),
            ("/下一位 lq", &["/下一位 李强"]),
            ("/同意 3 wxm", &["/同意 3 王小明"]),
            ("/同意 3", &[]),
            ("/答复 3 王", &[]),
        ],
    );
}

#[test]
fn people_are_described() {
    let [first, ..] = &offered("/举手 王芳", Lang::Zh)[..] else { panic!("some") };
    assert_eq!((first.label.as_str(), first.about.as_str()), ("王芳(3栋2单元)", "居民 3栋2单元"));
}

#[test]
fn owners_and_dates_of_actions() {
    check(
        Lang::Zh,
        &[
            ("/行动 疏通 @wxm", &["/行动 疏通 @王小明 "]),
            ("/行动 疏通@王小", &["/行动 疏通@王小明 "]),
            ("/行动 疏通 ＠物", &["/行动 疏通 ＠物业 "]),
            ("/行动 疏通 @wuy", &["/行动 疏通 @物业 "]),
            ("/行动 疏通 @社", &["/行动 疏通 @居委会 "]),
            ("/改 A1 @wxm", &["/改 A1 @王小明 "]),
            ("/行动 疏通 #下周五", &["/行动 疏通 #12-04 "]),
            ("/行动 疏通 ＃两周内", &["/行动 疏通 ＃12-07 "]),
            ("/行动 疏通 #+14d", &["/行动 疏通 #12-07 "]),
            ("/行动 疏通@物业#12月5日", &["/行动 疏通@物业#12-05 "]),
            ("/行动 疏通 #2028-01-01", &["/行动 疏通 #2028-01-01 "]),
            ("/行动 疏通 #2026-11-01", &["/行动 疏通 #2026-11-01 "]),
            ("/行动 疏通 #改天", &[]),
            ("/行动 疏通", &[]),
            (
                "/行动 疏通 #",
                &[
                    "/行动 疏通 #11-30 ",
                    "/行动 疏通 #12-07 ",
                    "/行动 疏通 #12-23 ",
                    "/行动 疏通 #02-21 ",
                ],
            ),
        ],
    );
    check(
        Lang::En,
        &[
            ("/action clear @mary j", &["/action clear @Mary Jones "]),
            ("/action clear @prop", &["/action clear @property manager "]),
            ("/action clear #next friday", &["/action clear #12-04 "]),
        ],
    );
    let units: Vec<String> =
        offered("/行动 疏通 @", Lang::Zh).into_iter().map(|it| it.label).collect();
    assert_eq!(units, ["物业", "居委会", "业委会", "网格员", "政府部门"]);
    let [friday] = &offered("/行动 疏通 #下周五", Lang::Zh)[..] else { panic!("one") };
    assert_eq!((friday.label.as_str(), friday.about.as_str()), ("12-04", "下周五"));
}

#[test]
fn outcomes() {
    check(
        Lang::Zh,
        &[
            ("/结束 ", &["/结束 达成一致", "/结束 未达成一致", "/结束 结转", "/结束 已通报"]),
            ("/结束 未", &["/结束 未达成一致"]),
            ("/结束未", &["/结束未达成一致"]),
            ("/结束 结转 时间不够", &[]),
        ],
    );
    check(
        Lang::En,
        &[
            ("/end a", &["/end agreed"]),
            ("/end not ag", &["/end not agreed"]),
            ("/end C", &["/end carried over"]),
        ],
    );
    for lang in Lang::ALL {
        let hall = Hall::new();
        let line = if lang == Lang::Zh { "/结束 " } else { "/end " };
        for (outcome, completion) in Outcome::ALL.into_iter().zip(offered(line, lang)) {
            let command = Command::CloseItem { outcome, why: None, despite: false };
            let read = hall.read(&accepted(line, &completion));
            assert_eq!(read, Ok(Entry::Meeting(command)));
        }
    }
}

#[test]
fn every_command_can_be_taken_from_the_popup() {
    let hall = Hall::new();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for word in WORDS {
            for spelling in word.spellings() {
                let line = format!("/{spelling}");
                let offered = complete(&line, hall.context(), &words);
                let taken: Vec<&Completion> =
                    offered.iter().filter(|it| it.insert.trim() == word.usual(lang)).collect();
                assert_eq!(taken.len(), 1, "{line}: {offered:?}");
                let line = accepted(&line, taken[0]);
                // With nothing behind it the command is understood, or it says what it lacks.
                match hall.read(&line) {
                    Err(Misread::Incomplete(verb)) => assert_eq!(verb, word.verb, "{line}"),
                    Ok(entry) => assert_eq!(entry, alone(word.usual(Lang::Zh)), "{line}"),
                    Err(other) => panic!("{line}: {other:?}"),
                }
            }
        }
    }
}

/// The entry that is a Chinese command's word and nothing else.
fn alone(word: &str) -> Entry {
    match word {
        "开会" => Entry::Meeting(Command::Open),
        "开始" => Entry::Meeting(Command::OpenItem(None)),
        "下一位" => Entry::Meeting(Command::GiveFloor(None)),
        "说完" => Entry::Meeting(Command::EndTurn),
        "暂停" => Entry::Meeting(Command::Pause),
        "继续" => Entry::Meeting(Command::Resume),
        "散会" => Entry::Meeting(Command::Close { leave: false }),
        "撤销" => Entry::Meeting(Command::Undo),
        "重做" => Entry::Meeting(Command::Redo),
        "宣读" => Entry::Meeting(Command::BeginReadBack),
        "宣布" => Entry::Meeting(Command::Announce),
        "确认" => Entry::Meeting(Command::Confirm { what: None, by: vec![] }),
        "语言" => Entry::Desk(Wish::Language(None)),
        "帮助" => Entry::Desk(Wish::Help),
        "现在" => Entry::Desk(Wish::Tell(Topic::Where)),
        "排队" => Entry::Desk(Wish::Tell(Topic::Queue)),
        "意见" => Entry::Desk(Wish::Tell(Topic::Opinions)),
        "按时" => Entry::Meeting(Command::KeepTime),
        "谁没说" => Entry::Desk(Wish::Tell(Topic::Heard)),
        "商定" => Entry::Desk(Wish::Tell(Topic::Agreed)),
        "规则" => Entry::Desk(Wish::Tell(Topic::Rules)),
        "截止" => Entry::Meeting(Command::CloseList),
        "重开" => Entry::Meeting(Command::ReopenList),
        "收回主持" => Entry::Meeting(Command::TakeBackChair),
        "退出" => Entry::Desk(Wish::Quit),
        "发通知" => Entry::Meeting(Command::GiveNotice(grammar_support::today())),
        other => panic!("{other} needs more"),
    }
}

#[test]
fn nothing_is_offered_for_what_no_entry_can_be() {
    let long = "王".repeat(MOST_LINE * 2);
    assert!(offered(&long, Lang::Zh).is_empty());
    assert!(offered(&format!("/举手 {long}"), Lang::Zh).is_empty());
}
