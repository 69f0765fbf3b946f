//! The desk as a conversation: what is said to each line, in both languages, and that it is the
//! same desk.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use std::path::PathBuf;

use crossterm::event::KeyCode;
use desk_support::{Desk, at};
use yishi::domain::event::Setup;
use yishi::domain::item::Outcome;
use yishi::domain::meeting::Meeting;
use yishi::domain::session::Phase;
use yishi::text::words::Lang;
use yishi::tui::desk::model::Panel;
use yishi::tui::desk::msg::{Effect, Msg};
use yishi::tui::desk::update::update;
use yishi::tui::keeping::SaveNews;
use yishi::tui::plain::{Heard, Speaker};

/// A desk and whoever speaks for it.
struct Talk {
    desk: Desk,
    speaker: Speaker,
    saved: Vec<Effect>,
}

impl Talk {
    fn with(desk: Desk) -> Self {
        let speaker = Speaker::new(&desk.model);
        Self { desk, speaker, saved: Vec::new() }
    }

    /// What is said to something that happens.
    fn told(&mut self, msg: Msg, entered: bool) -> Vec<String> {
        let effects = update(&mut self.desk.model, msg, self.desk.now).effects;
        let said = self.speaker.after(&self.desk.model, &effects, entered);
        self.saved.extend(effects);
        said
    }

    /// What is said to a line at this time.
    fn at(&mut self, clock: &str, line: &str) -> Vec<String> {
        self.desk.now = at(clock);
        self.line(line)
    }

    fn line(&mut self, line: &str) -> Vec<String> {
        match self.speaker.hear(&self.desk.model, line.to_owned()) {
            Heard::Answered(said) => said,
            Heard::For(msg) => self.told(msg, true),
        }
    }

    /// What is said when nothing but time has passed.
    fn tick(&mut self, clock: &str) -> Vec<String> {
        self.desk.now = at(clock);
        self.told(Msg::Tick, false)
    }

    fn phase(&self) -> Phase {
        self.desk.model.session().phase
    }

    fn outcome(&self, item: usize) -> Option<Outcome> {
        use yishi::domain::item::ItemState;
        match self.desk.model.session().agenda().nth(item).unwrap().state {
            ItemState::Closed(outcome, _) => Some(outcome),
            ItemState::Waiting | ItemState::Open => None,
        }
    }
}

#[track_caller]
fn has(said: &[String], parts: &[&str]) {
    for part in parts {
        assert!(said.iter().any(|line| line.contains(part)), "no “{part}” in {said:#?}");
    }
}

#[test]
fn an_empty_line_tells_the_next_step_and_a_second_does_it() {
    let mut talk = Talk::with(Desk::prepared(Lang::Zh));
    for (step, done) in
        [("下一步：宣布开会", "开会"), ("下一步：开始第 1 项：通报情况", "开始第 1 项：通报情况")]
    {
        let told = talk.at("19:00:00", "");
        has(&told, &[step, "再来一个空行"]);
        assert_eq!(talk.line("  "), [done]);
    }
    // Something else in between takes the offer back.
    talk.line("");
    talk.line("孙丽（物业）：充电桩装好了");
    has(&talk.line(""), &["下一步："]);
    assert_eq!(talk.desk.model.panel, None);
}

#[test]
fn each_line_is_answered_by_what_it_did_or_why_not() {
    let mut talk = Talk::with(Desk::amid(Lang::Zh));
    for (line, said) in [
        ("先公示", "陈桂花 发言（6 号意见）：先公示"),
        ("王小明：+同意", "王小明 发言（7 号意见，赞成）：同意"),
        ("/下一位", "请 王小明 发言"),
        ("/撤销", "已撤销：请 王小明 发言"),
        ("/重做", "已重做：请 王小明 发言"),
        ("/同意 3 李强", "李强 同意 3 号意见（陈桂花）"),
        ("/行动 换灯 @物业", "商定行动 A2：换灯（物业）"),
        ("/没有这个", "没有办成：没有“/没有这个”这个命令。输入“/帮助”查看全部命令"),
        ("/开会", "没有办成：会议已经"),
        ("/同意 99", "没有办成："),
    ] {
        let told = talk.at("19:12:10", line);
        assert_eq!(told.len(), 1, "{line}: {told:#?}");
        assert!(told[0].starts_with(said), "{line}: {told:#?}");
    }
    // What was refused is gone, not in the way of the next line.
    assert_eq!(talk.desk.model.capture.text(), "");
}

#[test]
fn the_same_lines_make_the_same_record_as_on_the_screen() {
    for lang in Lang::ALL {
        let by_keys = Desk::amid(lang);
        let mut talk = Talk::with(Desk::prepared(lang));
        for line in &by_keys.model.meeting.lines()[1..] {
            talk.desk.now = line.at;
            let typed = desk_support::amid(lang).iter().find(|(clock, _)| at(clock) == line.at);
            let mut said = talk.line(typed.unwrap().1);
            said.retain(|line| !line.starts_with("时间提醒") && !line.starts_with("Time:"));
            assert_eq!(said.len(), 1, "{said:?}");
        }
        assert_eq!(talk.desk.model.meeting.lines(), by_keys.model.meeting.lines());
        let saved = talk.saved.iter().filter(|effect| matches!(effect, Effect::Save(_))).count();
        assert_eq!(saved, by_keys.model.meeting.lines().len() - 1);
    }
}

/// In the middle of the second item with nobody speaking and no hand up.
fn quiet(lang: Lang) -> Talk {
    let lines: &[(&str, &str)] = match lang {
        Lang::Zh => &[
            ("19:12:00", "/说完"),
            ("19:12:01", "/放下 王小明"),
            ("19:12:02", "/放下 李强"),
            ("19:12:03", "/放下 孙丽"),
        ],
        Lang::En => &[
            ("19:12:00", "/done"),
            ("19:12:01", "/lower Ben Carter"),
            ("19:12:02", "/lower Grace Hall"),
            ("19:12:03", "/lower Sam Price"),
        ],
    };
    Talk::with(Desk::amid(lang).typed(lines))
}

#[test]
fn how_an_item_ends_is_asked_and_answered_by_a_line() {
    let mut talk = quiet(Lang::Zh);
    has(&talk.at("19:13:00", ""), &["下一步：结束第 2 项：停车位改造", "结束本项还差："]);
    let asked = talk.line("");
    has(
        &asked,
        &["停车位改造”怎样结束：1 达成一致、2 未达成一致、3 结转、4 已通报", "空行是“达成一致”"],
    );
    // A question is open and an action has no test: an empty line warns, a second one ends it.
    let warned = talk.line("");
    has(&warned, &["结束本项还差：", "再来一个空行就照样以“达成一致”结束"]);
    assert_eq!(talk.outcome(1), None);
    has(&talk.line(""), &["结束第 2 项“停车位改造”：达成一致"]);
    assert_eq!(talk.outcome(1), Some(Outcome::Agreed));
}

#[test]
fn the_question_takes_a_number_a_word_or_no() {
    for (answer, outcome) in [
        ("3", Some(Outcome::CarriedOver)),
        ("３", Some(Outcome::CarriedOver)),
        ("结转", Some(Outcome::CarriedOver)),
        ("未达成", Some(Outcome::NotAgreed)),
        ("4。", Some(Outcome::Noted)),
        ("取消", None),
        ("不", None),
        ("0", None),
    ] {
        let mut talk = quiet(Lang::Zh);
        talk.at("19:13:00", "/结束");
        assert!(matches!(talk.desk.model.panel, Some(Panel::EndItem { .. })), "{answer}");
        let said = talk.line(answer);
        if outcome.is_none() {
            assert_eq!(said, ["本项没有结束。"]);
            assert_eq!(talk.desk.model.panel, None);
            continue;
        }
        // What hinders agreeing is told for whatever else was chosen as well; what is carried over
        // may stay open.
        if talk.outcome(1).is_none() {
            has(&said, &["结束本项还差：", "再来一个空行"]);
            talk.line("");
        }
        assert_eq!(talk.outcome(1), outcome, "{answer}");
    }
    let mut talk = quiet(Lang::En);
    talk.at("19:13:00", "/end");
    has(&talk.line("noted anyway"), &["ended: noted"]);
}

#[test]
fn a_line_that_answers_nothing_is_taken_in_and_the_question_dropped() {
    let mut talk = quiet(Lang::Zh);
    talk.at("19:13:00", "/结束");
    let said = talk.line("赵敏：我还有一句");
    has(&said, &["赵敏 发言（6 号意见）：我还有一句", "本项没有结束。"]);
    assert_eq!(talk.desk.model.panel, None);
    assert_eq!(talk.outcome(1), None);
    talk.line("/结束");
    let said = talk.line("/胡说");
    has(&said, &["没有办成：", "本项没有结束。"]);
}

#[test]
fn closing_reads_out_what_was_agreed_and_asks() {
    let mut talk = quiet(Lang::Zh);
    for line in
        ["/表决 举手 3 1", "/结束 达成一致 照结", "/行动 清理楼道 @物业 #12-05 =楼道里没有杂物"]
    {
        talk.at("19:25:00", line);
    }
    let asked = talk.at("19:26:00", "/散会");
    has(&asked, &["还没有了结的", "空行就先宣读商定的内容"]);
    let read = talk.line("");
    has(
        &read,
        &[
            "宣读 R1，第 1/3 项：先公示划线方案，公示七天无异议后施工（通过 3:1）",
            "无人提出异议就输入空行；有人出面确认就输入姓名",
        ],
    );
    // How to answer is told once; who confirms is taken down.
    let next = talk.line("王小明、李强");
    has(&next, &["宣读 A1，第 2/3 项：两周内公示方案（承办 物业、期限 12-07、缺验收标准）"]);
    assert!(!next.iter().any(|line| line.contains("无人提出异议")), "{next:#?}");
    // What is read out can be put right, and is read again as it is now.
    let amended = talk.line("/改 A1 =方案贴在公告栏");
    has(
        &amended,
        &[
            "更正行动 A1",
            "宣读 A1，第 2/3 项：两周内公示方案（承办 物业、期限 12-07、验收 方案贴在公告栏）",
        ],
    );
    has(&talk.line("没有这个人"), &["没有办成："]);
    has(&talk.line(""), &["宣读 A2，第 3/3 项：清理楼道"]);
    let asked = talk.line("");
    has(&asked, &["还没有了结的", "空行就散会，以上各件留待跟进"]);
    assert_eq!(talk.phase(), Phase::Running);
    assert_eq!(talk.line("取消"), ["没有散会。"]);
    talk.line("/散会");
    has(&talk.line(""), &["散会"]);
    assert_eq!(talk.phase(), Phase::Closed);
    has(&talk.line(""), &["会议已经结束。可以用 /改"]);
    let session = talk.desk.model.session();
    let by = &session.resolutions[0].confirmed.as_ref().unwrap().by;
    let names: Vec<&str> = by.iter().map(|person| session.name_of(*person)).collect();
    assert_eq!(names, ["王小明", "李强"]);
}

#[test]
fn reading_out_can_be_left_and_gone_on_with_or_passed_over() {
    let mut talk = quiet(Lang::Zh);
    talk.at("19:25:00", "/结束 达成一致 照结");
    has(&talk.line("/宣读"), &["开始宣读", "宣读 R1，第 1/2 项"]);
    assert_eq!(talk.line("取消"), ["宣读停在这里，输入 /宣读 接着读。"]);
    has(&talk.line("/宣读"), &["宣读 R1，第 1/2 项", "无人提出异议"]);
    has(&talk.line("/确认 R1 赵敏"), &["赵敏", "宣读 A1，第 2/2 项"]);
    has(&talk.line("/散会"), &["还没有了结的", "留待跟进"]);
    has(&talk.line("/散会"), &["散会"]);
    assert_eq!(talk.phase(), Phase::Closed);
}

#[test]
fn time_that_is_used_up_is_told_once() {
    // A turn of three minutes began at 19:08:20, the item of twenty at 19:05; the meeting of 55 was
    // opened at 19:00.
    let mut talk = Talk::with(Desk::amid(Lang::Zh));
    // What was so before is no news: the turn was over at 19:11:20.
    assert_eq!(talk.tick("19:12:00"), [""; 0]);
    talk.line("/说完");
    has(&talk.at("19:12:10", "/下一位"), &["请 王小明 发言"]);
    assert_eq!(talk.tick("19:15:09"), [""; 0]);
    assert_eq!(talk.tick("19:15:10"), ["时间提醒：王小明的发言时间（3 分钟）已经用完。"]);
    assert_eq!(talk.tick("19:18:59"), [""; 0]);
    let near = talk.tick("19:19:00");
    has(&near, &["时间提醒：第 2 项", "已用 14 分钟，计划 20 分钟。"]);
    assert_eq!(near.len(), 1);
    assert_eq!(talk.tick("19:25:00"), [""; 0]);
    has(&talk.tick("19:25:01"), &["计划的 20 分钟已经用完"]);
    // With a longer plan it can be used up once more.
    talk.line("/时长 2 25");
    assert_eq!(talk.tick("19:30:00"), [""; 0]);
    has(&talk.tick("19:30:01"), &["计划的 25 分钟已经用完"]);
    assert_eq!(talk.tick("20:00:00"), [""; 0]);
    // 60 minutes are planned now.
    assert_eq!(talk.tick("20:00:01"), ["时间提醒：全会计划的 60 分钟已经用完。"]);
    assert_eq!(talk.tick("20:30:00"), [""; 0]);
    // Told with the answer to whatever is typed just then, too.
    talk.line("/说完");
    talk.line("/下一位");
    let said = talk.at("20:34:00", "/备注 停电一分钟");
    has(&said, &["停电一分钟", "时间提醒：李强的发言时间"]);
}

#[test]
fn trouble_with_saving_is_told_at_once_and_once() {
    let mut talk = Talk::with(Desk::amid(Lang::Zh));
    talk.at("19:12:10", "王小明：同意");
    let failed = |why: &str| Msg::Saving(SaveNews::Failed { waiting: 1, why: why.to_owned() });
    has(&talk.told(failed("磁盘已满。"), false), &["没有存上：磁盘已满。", "/另存 文件夹"]);
    assert_eq!(talk.told(failed("磁盘已满。"), false), [""; 0]);
    has(&talk.line("/现在"), &["有 1 条还没有保存。"]);
    // Leaving is asked about.
    let asked = talk.line("/退出");
    has(&asked, &["还有 1 条没有保存", "磁盘已满。", "再输入“/退出”仍要离开"]);
    assert_eq!(talk.line("取消"), ["没有离开。"]);
    talk.line("/退出");
    talk.saved.clear();
    talk.line("");
    assert_eq!(talk.saved, [Effect::Retry]);
    talk.line("/退出");
    assert_eq!(talk.saved.last(), Some(&Effect::Quit));
    talk.saved.clear();
    has(&talk.told(failed("没有写入权限。"), false), &["没有写入权限。"]);
    let last = talk.desk.model.meeting.lines().len() as u64 - 1;
    let again = talk.told(Msg::Saving(SaveNews::Saved(last)), false);
    assert_eq!(again, ["保存恢复正常，刚才的记录都已存好。"]);
    assert_eq!(talk.told(Msg::Saving(SaveNews::Saved(last)), false), [""; 0]);
    let moved = talk.told(Msg::Saving(SaveNews::Moved(PathBuf::from("/媒体/盘"))), false);
    has(&moved, &["/媒体/盘"]);
}

#[test]
fn where_queue_opinions_and_what_is_agreed() {
    for lang in Lang::ALL {
        let mut talk = Talk::with(Desk::amid(lang));
        let topics = match lang {
            Lang::Zh => ["/现在", "/排队", "/意见", "/商定"],
            Lang::En => ["/where", "/queue", "/opinions", "/decided"],
        };
        let mut text = Speaker::opening(&talk.desk.model).join("\n");
        for topic in topics {
            let said = talk.at("19:12:02", topic).join("\n");
            text = format!("{text}\n\n> {topic}\n{said}");
        }
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("plain_told_{}", lang.code()), text);
        });
    }
}

#[test]
fn help_tells_what_can_be_typed_and_no_keys() {
    for (lang, mark, word) in [(Lang::Zh, "？", "/举手"), (Lang::En, "/help", "/hand")] {
        let mut talk = Talk::with(Desk::prepared(lang));
        let said = talk.line(mark);
        has(&said, &[word]);
        assert!(
            !said.iter().any(|line| line.contains("Ctrl+") || line.contains("F4")),
            "{said:#?}"
        );
        // It is told once.
        assert_eq!(talk.tick("19:00:00"), [""; 0]);
    }
}

#[test]
fn the_language_changes_while_one_talks() {
    let mut talk = Talk::with(Desk::amid(Lang::Zh));
    assert_eq!(talk.at("19:12:00", "/语言"), ["The desk speaks English now."]);
    has(&talk.line("/where"), &["Item 2 of 4", "has the floor"]);
    assert_eq!(talk.line("/lang zh"), ["界面已切换为中文。"]);
}

#[test]
fn what_another_program_writes_is_told() {
    let whole = Desk::amid(Lang::Zh);
    let lines = whole.model.meeting.lines().to_vec();
    let mut desk = Desk::prepared(Lang::Zh);
    desk.model.meeting = Meeting::replay(lines[..2].to_vec()).unwrap();
    let mut talk = Talk::with(desk);
    talk.desk.now = at("19:12:00");
    let said = talk.told(Msg::Followed(lines[2..].to_vec()), false);
    assert!(said.iter().all(|line| line.starts_with("时间提醒")), "{said:#?}");
    let told = Speaker::followed(&talk.desk.model, &lines[2..]);
    assert_eq!(told.len(), lines.len() - 2);
    assert_eq!(told[0], "19:00 开会");
    has(&told, &["19:06 王小明 发言（2 号意见，赞成）：停车位应先给老人"]);
}

#[test]
fn nothing_stored_is_said_as_a_command_to_the_terminal() {
    // Who prints takes out what a terminal would act on; a line stays a line here.
    let evil = "\u{1b}[2J红\u{202e}字\u{7}";
    let mut desk = Desk::prepared(Lang::Zh);
    let setup = desk.model.meeting.session().setup.as_ref().clone();
    let setup = Setup { title: evil.to_owned(), ..setup };
    desk.model.meeting = Meeting::create(setup, at("18:50:00"), "李敏");
    let mut talk = Talk::with(desk);
    for line in
        [&format!("/签到 {evil} 3栋"), "/开会", &format!("/议题 {evil}"), "/开始", "/现在", ""]
    {
        let said = talk.at("19:00:00", line);
        assert!(!said.is_empty(), "{line}");
        assert!(said.iter().all(|line| !line.contains('\n')), "{said:?}");
    }
}

#[test]
fn on_the_screen_the_answer_stands_above_the_line_until_the_next_key() {
    for (lang, places) in [(Lang::Zh, ["/现在", "/意见"]), (Lang::En, ["/where", "/opinions"])]
    {
        let mut desk = Desk::amid(lang);
        let before = desk.screen(80, 24);
        let mut frames = Vec::new();
        for place in places {
            desk.enter(place);
            let frame = desk.screen(80, 24);
            assert_ne!(frame, before);
            frames.push(frame);
            frames.push(desk.screen(120, 40));
            desk.key(KeyCode::Esc);
            assert_eq!(desk.screen(80, 24), before);
        }
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("desk_asked_{}", lang.code()), frames.join("\n\n"));
        });
        // What is typed next takes its place as well, and is not lost.
        desk.enter(places[0]);
        desk.key(KeyCode::Char('x'));
        assert_eq!(desk.model.capture.text(), "x");
        desk.key(KeyCode::Backspace);
        assert_eq!(desk.screen(80, 24), before);
        assert_eq!(desk.model.meeting.lines(), Desk::amid(lang).model.meeting.lines());
    }
}
