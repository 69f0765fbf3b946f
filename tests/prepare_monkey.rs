//! Somebody leans on the keyboard while a meeting is prepared: whatever keys, clicks, pastes and
//! news come in whatever order, the form draws, the caret stays on the screen, the bar stays on a
//! row, and every line handed out to be saved is the record.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod prepare_support;
#[path = "common/presses.rs"]
mod presses;
#[path = "common/screen.rs"]
mod screen;

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use prepare_support::Form;
use presses::{chords, functions, mouse, plain};
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::layout::Rect;
use yishi::domain::meeting::Meeting;
use yishi::text::words::Lang;
use yishi::tui::keeping::SaveNews;
use yishi::tui::prepare::lists::Earlier;
use yishi::tui::prepare::msg::Msg;
use yishi::tui::stage::Pointer;

/// What happens, and the seconds that pass before it.
#[derive(Debug, Clone)]
enum Happens {
    Typed(String),
    Key(KeyCode, KeyModifiers),
    Clicked(MouseEventKind, u16, u16),
    Pasted(String),
    Waited(i64),
    Saved,
    NotSaved,
    Looked(bool),
    Drawn(u16, u16),
}

fn typed() -> BoxedStrategy<String> {
    let lines = [
        "十二月协商会",
        "明天",
        "2026-13-40",
        "12-05",
        "晚上7点半",
        "19:30",
        "议事室",
        "wxm",
        "陈桂花",
        "停车位改造 | 20",
        "下水道 10分钟",
        "其他事项",
        "停车位 | 两小时",
        "陈桂花、刘芳 7栋",
        "王芳 13栋：出差",
        "李强 政协委员",
        "：",
        "|",
    ];
    prop_oneof![
        6 => prop::sample::select(lines.to_vec()).prop_map(|line| format!("{line}\n")),
        2 => "[/、：?！+王陈a1 @#=<|\u{3000}]{0,6}",
        1 => any::<String>(),
    ]
    .boxed()
}

fn key() -> BoxedStrategy<Happens> {
    let moves = (prop::sample::select(vec![KeyCode::Up, KeyCode::Down]), Just(KeyModifiers::ALT));
    let used = prop::sample::select(vec!['d', 'z', 'y', 'u', 'w', 'k', 'l', 'g', 'q', 'r', 't']);
    let used = used.prop_map(|c| (KeyCode::Char(c), KeyModifiers::CONTROL));
    prop_oneof![4 => plain(), 4 => functions(), 1 => chords(), 4 => used, 2 => moves]
        .prop_map(|(code, with)| Happens::Key(code, with))
        .boxed()
}

fn click() -> BoxedStrategy<Happens> {
    (mouse(), 0..140u16, 0..50u16)
        .prop_map(|(kind, column, row)| Happens::Clicked(kind, column, row))
        .boxed()
}

fn happens() -> BoxedStrategy<Happens> {
    prop_oneof![
        8 => typed().prop_map(Happens::Typed),
        8 => key(),
        2 => click(),
        2 => vec(typed(), 0..4).prop_map(|lines| Happens::Pasted(lines.concat())),
        1 => (-30..400i64).prop_map(Happens::Waited),
        2 => Just(Happens::Saved),
        1 => Just(Happens::NotSaved),
        1 => any::<bool>().prop_map(Happens::Looked),
        2 => (1..140u16, 1..50u16).prop_map(|(width, height)| Happens::Drawn(width, height)),
    ]
    .boxed()
}

/// A meeting held before, in which something was left open.
fn held() -> Meeting {
    let mut form = Form::new(Lang::Zh);
    form.go(yishi::tui::prepare::fields::Field::NewItem);
    form.paste("上次的议题 | 15\n另一项\n");
    form.model.meeting
}

fn happen(form: &mut Form, earlier: &Meeting, what: &Happens) {
    match what {
        Happens::Typed(text) => {
            for c in text.chars() {
                form.key(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) });
            }
        }
        Happens::Key(code, with) => {
            form.send(Msg::Key(KeyEvent::new(*code, *with)));
        }
        Happens::Clicked(kind, column, row) => {
            let event = MouseEvent {
                kind: *kind,
                column: *column,
                row: *row,
                modifiers: KeyModifiers::NONE,
            };
            let screen = Rect::new(0, 0, if *row < 24 { 80 } else { 140 }, 50);
            form.send(Msg::Mouse(Pointer { event, screen }));
        }
        Happens::Pasted(text) => form.paste(text),
        Happens::Waited(seconds) => {
            form.now += TimeDelta::seconds(*seconds);
            form.send(Msg::Tick);
        }
        Happens::Saved => form.all_saved(),
        Happens::NotSaved => {
            let waiting = usize::try_from(form.model.unsaved()).unwrap();
            form.send(Msg::Saving(SaveNews::Failed { waiting, why: "磁盘已满。".to_owned() }));
        }
        Happens::Looked(well) => {
            let held = vec![("2026-10-30-october".to_owned(), earlier.session().clone())];
            let found = Earlier { held, unread: 1, ..Earlier::default() };
            let found = if *well { Ok(Box::new(found)) } else { Err("读不了。".to_owned()) };
            form.send(Msg::Earlier(found));
        }
        Happens::Drawn(width, height) => {
            let (_, caret) = form.frame(*width, *height);
            if let Some(caret) = caret {
                assert!(caret.x < *width && caret.y < *height, "{caret:?} of {width}x{height}");
            }
        }
    }
    assert!(form.model.rows().contains(&form.model.here), "the bar is on a row");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_can_be_typed_does_harm(english in any::<bool>(), all in vec(happens(), 0..120)) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let earlier = held();
        let mut form = Form::with(lang, &[("通报", Some(10)), ("其他事项", None)]);
        for what in &all {
            happen(&mut form, &earlier, what);
        }
        form.frame(80, 24);
        form.frame(120, 40);
        let mut record = form.model.meeting.lines()[..1].to_vec();
        record.extend(form.lines());
        prop_assert_eq!(&record[..], form.model.meeting.lines(), "what is saved is the record");
        let replayed = Meeting::replay(record).unwrap();
        prop_assert_eq!(replayed.session(), form.model.session(), "and tells what is on the screen");
    }
}
