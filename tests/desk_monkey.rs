//! Somebody leans on the keyboard: whatever keys, pastes, ticks and news of saving come in whatever
//! order, the desk draws, the caret stays on the screen, and every line handed out to be saved is
//! the record.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/presses.rs"]
mod presses;
#[path = "common/screen.rs"]
mod screen;

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use desk_support::Desk;
use presses::{chords, functions, letters, plain};
use proptest::collection::vec;
use proptest::prelude::*;
use yishi::domain::meeting::Meeting;
use yishi::text::words::Lang;
use yishi::tui::desk::msg::{Effect, Msg};
use yishi::tui::keeping::SaveNews;

/// What happens, and the seconds that pass before it.
#[derive(Debug, Clone)]
enum Happens {
    Typed(String),
    Key(KeyCode, KeyModifiers),
    Pasted(String),
    Line(String),
    Step,
    Waited(i64),
    Saved,
    NotSaved,
    Drawn(u16, u16),
}

fn typed() -> BoxedStrategy<String> {
    let lines = [
        "/签到 陈桂花 3栋、王小明 5栋、李强 政协委员",
        "/开会",
        "/开始",
        "/举手 陈桂花 反对",
        "/举手 wxm",
        "/下一位",
        "/说完",
        "＋先给老人",
        "王小明：？谁出钱",
        "/同意 1 李强",
        "/答复 1 物业",
        "/决议 先公示",
        "/表决 举手 2 1",
        "/行动 两周内公示 @物业 =公告栏有图",
        "/搁置 电动车",
        "/了结 P1 转网格员",
        "/备注 停电一分钟",
        "/结束 结转",
        "/结束 已通报 照结",
        "/暂停",
        "/继续",
        "/散会 留待跟进",
        "/宣读",
        "/确认 王小明",
        "/应到 陈桂花、王芳 7栋",
        "/删项 2",
        "/撤回 1",
        "/改 1 改过的话",
        "/语言",
        "/帮助",
        "/另存 /tmp/x",
    ];
    prop_oneof![
        6 => prop::sample::select(lines.to_vec()).prop_map(|line| format!("{line}\n")),
        2 => "[/、：?！+王陈a1 @#=<\u{3000}]{0,6}",
        1 => any::<String>(),
    ]
    .boxed()
}

fn key() -> BoxedStrategy<Happens> {
    prop_oneof![3 => plain(), 4 => functions(), 1 => chords(), 3 => letters()]
        .prop_map(|(code, with)| Happens::Key(code, with))
        .boxed()
}

fn happens() -> BoxedStrategy<Happens> {
    prop_oneof![
        8 => typed().prop_map(Happens::Typed),
        6 => key(),
        2 => typed().prop_map(|line| Happens::Line(line.trim_end().to_owned())),
        1 => prop::sample::select(vec!["", "取消", "1", "3", "/退出", "/散会", "/现在", "/意见"])
            .prop_map(|line| Happens::Line(line.to_owned())),
        1 => Just(Happens::Step),
        1 => vec(typed(), 0..4).prop_map(|lines| Happens::Pasted(lines.concat())),
        2 => (-30..400i64).prop_map(Happens::Waited),
        2 => Just(Happens::Saved),
        1 => Just(Happens::NotSaved),
        2 => (1..140u16, 1..50u16).prop_map(|(width, height)| Happens::Drawn(width, height)),
    ]
    .boxed()
}

fn happen(desk: &mut Desk, what: &Happens) {
    match what {
        Happens::Typed(text) => {
            for c in text.chars() {
                desk.key(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) });
            }
        }
        Happens::Key(code, with) => {
            desk.send(Msg::Key(KeyEvent::new(*code, *with)));
        }
        Happens::Pasted(text) => {
            desk.send(Msg::Paste(text.clone()));
        }
        Happens::Line(line) => {
            desk.send(Msg::Line(line.clone()));
        }
        Happens::Step => {
            desk.send(Msg::Step);
        }
        Happens::Waited(seconds) => {
            desk.now += TimeDelta::seconds(*seconds);
            desk.send(Msg::Tick);
        }
        Happens::Saved => desk.all_saved(),
        Happens::NotSaved => {
            let waiting = usize::try_from(desk.model.unsaved()).unwrap();
            desk.send(Msg::Saving(SaveNews::Failed { waiting, why: "磁盘已满。".to_owned() }));
        }
        Happens::Drawn(width, height) => {
            let (_, caret) = desk.frame(*width, *height);
            if let Some(caret) = caret {
                assert!(caret.x < *width && caret.y < *height, "{caret:?} of {width}x{height}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_can_be_typed_does_harm(english in any::<bool>(), all in vec(happens(), 0..120)) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let mut desk = Desk::prepared(lang);
        for what in &all {
            happen(&mut desk, what);
        }
        desk.frame(80, 24);
        desk.frame(120, 40);
        let first = desk.model.meeting.lines()[..1].iter();
        let handed_out = desk.effects.iter().filter_map(|effect| match effect {
            Effect::Save(line) => Some(line),
            _ => None,
        });
        let record: Vec<_> = first.chain(handed_out).cloned().collect();
        prop_assert_eq!(&record[..], desk.model.meeting.lines(), "what is saved is the record");
        let replayed = Meeting::replay(record).unwrap();
        prop_assert_eq!(replayed.session(), desk.model.session(), "and tells what is on the screen");
    }
}
