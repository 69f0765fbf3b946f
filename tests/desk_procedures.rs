//! The desk and the procedure of the meeting: which stages are shown, which is marked, what comes
//! after the meeting, and how a topic whose survey is not complete shows.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;
#[path = "common/topics.rs"]
mod topics;

use std::sync::Arc;

use desk_support::{Desk, at_the_end, rows};
use topics::{FACTS, known, link, raised, rules};
use yishi::domain::command::Command;
use yishi::domain::item::PlannedItem;
use yishi::domain::procedure::Adopted;
use yishi::domain::rules::SurveyMode;
use yishi::grammar::procedures::shipped;
use yishi::text::words::Lang;

/// The second line of the screen, without what stands at its right.
fn bar(desk: &Desk, width: u16) -> String {
    let row = rows(&desk.frame(width, 24).0).swap_remove(1);
    let (bar, _) = row.trim_start().split_once("  ").unwrap_or((row.trim_start(), ""));
    bar.to_owned()
}

fn adopt(mut desk: Desk, file: &str, names: &[&str], stage: Option<u32>) -> Desk {
    let known = shipped().into_iter().find(|known| known.file == file).unwrap();
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let procedure = known.procedure.with_names(&names);
    let adopted = Adopted { file: known.file, procedure, stage };
    carry_out(&mut desk, &Command::AdoptProcedure(Arc::new(adopted)));
    desk
}

fn carry_out(desk: &mut Desk, command: &Command) {
    desk.model.meeting.carry_out(command, desk.now, "李敏").unwrap();
    desk.all_saved();
}

#[test]
fn the_bar_follows_the_procedure() {
    for (file, zh, en) in [
        (
            "nanming-four",
            "你来提 > 我收集 > [共协商] > 助落实",
            "You raise it > We collect it > [We consult together] > We help carry it out",
        ),
        ("cunmin-shuoshi", "说 > [商] > 办 > 评", "Speak > [Consult] > Do > Appraise"),
        (
            "whistle",
            "吹哨 > 报到 > 走访 > [协商] > 办结",
            "Whistle > Report in > Visit > [Consult] > Close",
        ),
        ("three-meetings", "[听证会] > 协调会 > 评议会", "[Hearing] > Coordination > Appraisal"),
        ("free", "提出 > [议事] > 办理", "Raise > [Talk] > Do"),
        (
            "liaison-station",
            "接访 > 分类 > 上报 > 交办 > 催办 > 反馈 > 监督 > 归档",
            "Receive > Sort > Submit > Assign > Chase > Feed back > Supervise > Archive",
        ),
    ] {
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let desk = adopt(Desk::prepared(lang), file, &[], None);
            assert_eq!(bar(&desk, 160), expected, "{file}");
        }
    }
    // A record that names none shows the usual one.
    let usual = "收集议题 > 确定议题 > 商前调研 > [协商议事] > 公开公示 > 民主监督";
    assert_eq!(bar(&Desk::prepared(Lang::Zh), 120), usual);
}

#[test]
fn stages_without_a_name_are_called_by_their_number_until_the_community_names_them() {
    let unnamed = |lang| adopt(Desk::prepared(lang), "wushi", &[], None);
    assert_eq!(bar(&unnamed(Lang::Zh), 80), "第一步 > 第二步 > [第三步] > 第四步 > 第五步");
    assert_eq!(bar(&unnamed(Lang::En), 80), "Step 1 > Step 2 > [Step 3] > Step 4 > Step 5");
    let names = ["甲事", "乙事", "丙事", "", "戊事"];
    let called = |lang| adopt(Desk::prepared(lang), "wushi", &names, None);
    assert_eq!(bar(&called(Lang::Zh), 80), "甲事 > 乙事 > [丙事] > 第四步 > 戊事");
    // A community's own name counts in every language.
    assert_eq!(bar(&called(Lang::En), 80), "甲事 > 乙事 > [丙事] > Step 4 > 戊事");
}

#[test]
fn a_bar_that_is_too_long_is_cut_at_its_ends_and_shows_the_stage_of_the_meeting() {
    let desk = adopt(Desk::prepared(Lang::En), "youshi", &[], None);
    for width in 60..=160_u16 {
        let row = rows(&desk.frame(width, 24).0).swap_remove(1);
        assert!(row.contains("[Executive convener convenes]"), "{width}: {row}");
        // Nothing is cut within a word, and what stands at the right is whole.
        let bar = row.trim().strip_suffix("not opened  4 items").unwrap_or_else(|| panic!("{row}"));
        for part in bar.trim().split(" > ") {
            let known = desk.model.procedure();
            let known = &known.procedure.stages;
            let name = part.trim_matches(['[', ']']);
            let whole = known.iter().any(|stage| stage.name_en.as_deref() == Some(name));
            assert!(whole || part == "..", "{width}: {part}");
        }
    }
    let zh = adopt(Desk::prepared(Lang::Zh), "youshi", &[], None);
    // 58 columns of the 62 that are left beside “未开会  共 4 项”; one more stage would need 69.
    assert_eq!(bar(&zh, 80), ".. > 协商前调研 > [执行召集人召集协商] > 形成成果清单 > ..");
}

#[test]
fn the_stage_of_the_meeting_can_be_named() {
    let desk = adopt(Desk::prepared(Lang::Zh), "three-meetings", &[], Some(3));
    assert_eq!(bar(&desk, 80), "听证会 > 协调会 > [评议会]");
}

#[test]
fn after_the_meeting_the_next_stage_is_marked_and_told() {
    let closed = |lang, file| {
        // Adopted while it was still open.
        let mut desk = at_the_end(lang);
        desk = adopt(desk, file, &[], None);
        carry_out(&mut desk, &Command::Close { leave: true });
        desk
    };
    for (file, marked, told) in [
        ("yunyan-six", "[公开公示]", "会后公开公示：在议题板上登记公示"),
        ("nanming-four", "[助落实]", "会后助落实：在议题板上交办"),
        ("wushi", "[第四步]", "会后第四步：在议题板上交办"),
        ("bangshan-six", "[多元办事]", "会后多元办事：在议题板上登记公示"),
        ("three-meetings", "[听证会]", "各环节可再次进行"),
    ] {
        let screen = closed(Lang::Zh, file).screen(120, 40);
        assert!(screen.contains(marked) && screen.contains(told), "{file}\n{screen}");
    }
    let screen = closed(Lang::En, "yunyan-six").screen(120, 40);
    assert!(screen.contains("[Notice]"), "{screen}");
    assert!(
        screen.contains("After the meeting, Notice: enter the public notice on the topics board")
    );
}

#[test]
fn a_topic_shows_its_number_and_that_its_survey_lacks_something() {
    let mut desk = Desk::prepared(Lang::Zh);
    let add = |number, lacking: &[_]| Command::AddTopic {
        planned: PlannedItem { title: format!("议题{number}"), minutes: None },
        link: link(number, lacking),
        despite: None,
    };
    carry_out(&mut desk, &add(17, &[FACTS]));
    carry_out(&mut desk, &add(18, &[]));
    // By rules that ask for nothing there is nothing to notice.
    assert!(desk.screen(80, 24).contains("#17 议题17"));
    carry_out(&mut desk, &Command::AdoptRules(Arc::new(rules(SurveyMode::Warn))));
    let screen = desk.screen(80, 24);
    assert!(screen.contains("#17! 议题17") && screen.contains("#18 议题18"), "{screen}");
    // Warned of as it is opened; by strict rules not opened, until somebody says why.
    let desk = desk.typed(&[("19:00:00", "/开会")]);
    let mut desk = desk;
    desk.enter("/开始 5");
    let notice = desk.model.notice.clone().unwrap().text;
    assert!(notice.contains("17 号议题的商前调研还缺 基本情况"), "{notice}");
    desk.enter("/撤销");
    carry_out(&mut desk, &Command::AdoptRules(Arc::new(rules(SurveyMode::Strict))));
    desk.enter("/开始 5");
    let notice = desk.model.notice.clone().unwrap().text;
    assert!(notice.contains("不调研不协商") && notice.contains("/免调研 5 理由"), "{notice}");
    desk.model.capture.take();
    desk.enter("/免调研 5 漏水严重");
    desk.enter("/开始 5");
    assert!(desk.model.session().open_item.is_some(), "{:?}", desk.model.notice);
    assert!(desk.screen(120, 40).contains("#17 议题17"));
}

#[test]
fn rules_and_what_surveys_lack_by_them_are_undone_together() {
    let mut desk = Desk::prepared(Lang::Zh);
    desk.model.directory.offer_topics(known([raised(17)]));
    let mut desk = desk.typed(&[("18:56:00", "/议题 #17"), ("18:57:00", "/规则 不调研不协商")]);
    let held = |desk: &Desk| {
        let session = desk.model.session();
        (
            session.rules.survey,
            session.agenda().last().unwrap().topic.as_ref().unwrap().lacking.clone(),
        )
    };
    let (mode, lacking) = held(&desk);
    assert!(mode == SurveyMode::Strict && !lacking.is_empty(), "{lacking:?}");
    let lines = desk.model.meeting.lines().len();
    desk.enter("/撤销");
    assert_eq!(held(&desk), (SurveyMode::Off, Vec::new()));
    desk.enter("/重做");
    assert_eq!(held(&desk), (mode, lacking));
    assert_eq!(desk.model.meeting.lines().len(), lines + 2);
    // The gate holds: nothing of it is undone while the rules stand.
    let mut desk = desk.typed(&[("19:00:00", "/开会")]);
    desk.enter("/开始 5");
    let notice = desk.model.notice.clone().unwrap().text;
    assert!(notice.contains("不能开始"), "{notice}");
}
