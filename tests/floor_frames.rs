//! The floor by its rules, on the desk and on the room's screen: who is next and why, the turn that
//! nears its end, a point of order, a closed list.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use desk_support::{Desk, at, rows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use yishi::text::words::{Lang, Words};
use yishi::tui::desk::msg::Msg;
use yishi::tui::room;
use yishi::tui::theme::standard;

/// Nantang's rules hold: of those who wait Ben has spoken, and Grace opposes.
fn lines(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Zh => &[
            ("19:11:30", "/规则 南塘"),
            ("19:11:56", "/说完"),
            ("19:12:00", "/举手 赵敏 赞成"),
            ("19:12:02", "/举手 周涛"),
        ],
        Lang::En => &[
            ("19:11:30", "/rule nantang"),
            ("19:11:56", "/done"),
            ("19:12:00", "/hand Joan Miller support"),
            ("19:12:02", "/hand Tom Ward"),
        ],
    }
}

fn by_the_rules(lang: Lang) -> Desk {
    Desk::amid(lang).typed(lines(lang))
}

/// Somebody else than the next was called, the list is closed, another chairs, and a point of
/// order interrupts the turn.
fn interrupted(lang: Lang) -> Desk {
    by_the_rules(lang).typed(match lang {
        Lang::Zh => &[
            ("19:12:10", "/发言 孙丽"),
            ("19:12:30", "/截止"),
            ("19:12:40", "/代主持 陈桂花"),
            ("19:13:00", "/程序问题 李强"),
            ("19:13:10", "/下一位"),
        ],
        Lang::En => &[
            ("19:12:10", "/floor Sam Price"),
            ("19:12:30", "/closelist"),
            ("19:12:40", "/handover Ann Lee"),
            ("19:13:00", "/order Grace Hall"),
            ("19:13:10", "/next"),
        ],
    })
}

/// The turn that began at 19:12:10 goes on at 19:13:30 after 60 seconds of its 180.
fn went_on(lang: Lang) -> Desk {
    let end = if lang == Lang::Zh { "/说完" } else { "/done" };
    interrupted(lang).typed(&[("19:13:30", end)])
}

fn desk_at(mut desk: Desk, clock: &str) -> Desk {
    desk.now = at(clock);
    desk.send(Msg::Tick);
    desk
}

fn room_frame(desk: &Desk, clock: &str, lang: Lang, width: u16, height: u16) -> Buffer {
    let meeting = desk.model.meeting.clone();
    let model = room::model::Model::new(meeting, Words::new(lang), at(clock));
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    room::view::render(&model, area, &mut buf);
    buf
}

fn room_text(desk: &Desk, clock: &str, lang: Lang, width: u16, height: u16) -> String {
    rows(&room_frame(desk, clock, lang, width, height)).join("\n")
}

fn snapshot(name: &str, lang: Lang, parts: &[String; 2]) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("floor_{name}_{}", lang.code()), parts.join("\n\n"));
    });
}

fn both(name: &str, lang: Lang, desk: Desk, clock: &str) {
    let desk = desk_at(desk, clock);
    snapshot(&format!("desk_{name}"), lang, &[desk.screen(80, 24), desk.screen(120, 40)]);
    let room = |width, height| room_text(&desk, clock, lang, width, height);
    snapshot(&format!("room_{name}"), lang, &[room(80, 24), room(120, 40)]);
}

#[test]
fn the_next_speaker_with_the_reason() {
    for lang in Lang::ALL {
        both("by_the_rules", lang, by_the_rules(lang), "19:12:05");
    }
}

#[test]
fn a_point_of_order_interrupts_a_turn() {
    for lang in Lang::ALL {
        both("interrupted", lang, interrupted(lang), "19:13:20");
    }
}

/// Four fifths of 180 seconds are 144: used up to there at 19:14:54, over at 19:15:30.
#[test]
fn a_turn_nears_its_end_and_goes_over() {
    for lang in Lang::ALL {
        let said = Words::new(lang).say(yishi::text::words::id::FLOOR_WARNS);
        let before = desk_at(went_on(lang), "19:14:53");
        assert!(!before.screen(80, 24).contains(&said), "{}", before.screen(80, 24));
        let near = desk_at(went_on(lang), "19:14:54");
        assert!(near.screen(80, 24).contains(&format!("2:24 / 3:00 [{said}]")));
        let full = desk_at(went_on(lang), "19:15:30");
        assert!(full.screen(80, 24).contains(&format!("3:00 / 3:00 [{said}]")));
        let over = desk_at(went_on(lang), "19:15:50");
        let told = if lang == Lang::Zh { "[超时 0:20]" } else { "[0:20 over]" };
        assert!(over.screen(80, 24).contains(told), "{}", over.screen(80, 24));
    }
}

/// From the smallest to a wall's size, light and dark: the reason is on the room's screen, and the
/// floor's lines never run into what stands beside them.
#[test]
fn every_size_shows_who_is_next_and_why() {
    for (width, height) in [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)] {
        for theme in standard().iter().copied() {
            let mut desk = desk_at(by_the_rules(Lang::Zh), "19:12:05");
            desk.model.theme = theme;
            let screen = desk.screen(width, height);
            assert!(screen.contains("李强-  "), "{screen}");
            assert!(screen.contains("先于已发言的王小明"), "{screen}");
            let told = room_text(&desk, "19:12:05", Lang::Zh, width, height);
            assert!(told.contains("先于已发言的王小明"), "{told}");
        }
    }
}
