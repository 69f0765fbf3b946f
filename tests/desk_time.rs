//! The desk keeps the time: what it proposes when the meeting would end too late, the key that does
//! it, and the window that tells who has been heard.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use desk_support::{Desk, at, rows};
use yishi::domain::event::Event;
use yishi::domain::ids::ItemId;
use yishi::text::words::Lang;
use yishi::tui::desk::model::Panel;
use yishi::tui::desk::msg::{Effect, Msg};

/// Both sizes of a desk in one snapshot.
fn snapshot(name: &str, lang: Lang, desk: &Desk) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), desk.both());
    });
}

/// The second item, planned for 20 minutes, is on the table since five past seven.
fn late(lang: Lang, clock: &str) -> Desk {
    let mut desk = Desk::amid(lang);
    desk.now = at(clock);
    desk.send(Msg::Tick);
    desk
}

#[test]
fn what_would_end_the_meeting_on_time_is_proposed() {
    for lang in Lang::ALL {
        snapshot("late", lang, &late(lang, "19:33:00"));
        snapshot("very_late", lang, &late(lang, "19:48:00"));
    }
}

#[test]
fn one_key_does_it_and_one_takes_it_back() {
    let mut desk = late(Lang::Zh, "19:33:00");
    let before = desk.model.session().clone();
    desk.ctrl('x');
    let Some(Effect::Save(line)) = desk.effects.last() else { panic!("nothing was saved") };
    assert!(line.events.iter().all(|event| matches!(event, Event::ItemChanged { .. })));
    assert_eq!(line.events.len(), 2, "both items that wait");
    assert!(!rows(&desk.frame(80, 24).0).join("\n").contains("预计超时"));
    desk.ctrl('z');
    assert_eq!(desk.model.session(), &before);
}

#[test]
fn it_is_said_when_nothing_needs_to_be_done() {
    let mut desk = late(Lang::En, "19:12:00");
    desk.ctrl('x');
    assert!(desk.model.notice.as_ref().unwrap().text.contains("on time"));
}

#[test]
fn who_has_been_heard() {
    for lang in Lang::ALL {
        let mut desk = late(lang, "19:12:00");
        desk.ctrl('f');
        snapshot("heard", lang, &desk);
        desk.key(KeyCode::PageDown);
        assert_eq!(desk.model.panel, Some(Panel::Heard { scrolled: 10 }));
        desk.key(KeyCode::Esc);
        assert_eq!(desk.model.panel, None);
        desk.enter(match lang {
            Lang::Zh => "/谁没说",
            Lang::En => "/heard",
        });
        snapshot("heard_asked", lang, &desk);
    }
}

#[test]
fn nobody_has_spoken_before_the_opening() {
    let mut desk = Desk::prepared(Lang::En);
    desk.ctrl('f');
    assert!(desk.screen(80, 24).contains("Nobody has spoken yet."));
}

#[test]
fn an_end_is_told_by_the_clock_on_the_wall() {
    // Nine of a meeting that began in the evening is nine in the evening.
    for (line, told) in [("/ends 9:00", "21:00"), ("/ends 20:10", "20:10"), ("/ends 0:30", "00:30")]
    {
        let mut desk = late(Lang::En, "19:12:00");
        desk.enter(line);
        assert!(desk.model.notice.as_ref().unwrap().text.contains(told), "{line}");
    }
}

#[test]
fn items_are_put_in_and_parted_while_the_meeting_runs() {
    let mut desk = late(Lang::Zh, "19:12:00");
    // A number at the end is minutes, with a unit or without, as the usage says.
    desk.enter("/插入 3 门禁 8");
    let item = desk.model.session().agenda().nth(2).unwrap();
    assert_eq!((&*item.title, item.minutes), ("门禁", Some(8)));
    desk.ctrl('z');
    desk.enter("/插入 3 路灯 5分");
    desk.enter("/拆分 2 划线 12 | 收费 8");
    let order: Vec<(ItemId, Option<u32>)> =
        desk.model.session().agenda().map(|item| (item.id, item.minutes)).collect();
    let four: Vec<u32> = order.iter().map(|(item, _)| item.0).collect();
    // The new item is the fifth by number; the part split off, the sixth, comes right after.
    assert_eq!(four, [1, 2, 6, 5, 3, 4]);
    assert_eq!(order[1].1, Some(12));
    assert_eq!(order[2].1, Some(8));
    for wrong in ["/插入 99 路灯", "/拆分 1 甲", "/结转 2", "/拆分", "/插入 路灯"] {
        desk.enter(wrong);
        assert_eq!(desk.model.capture.text(), wrong, "what is refused stays to be put right");
        desk.key(KeyCode::Esc);
        desk.key(KeyCode::Esc);
    }
}
