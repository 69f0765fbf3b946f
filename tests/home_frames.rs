//! Frames of the home in both languages and sizes, and that it can be drawn at any size.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
mod home_support;
#[path = "common/screen.rs"]
mod screen;

use std::sync::Arc;

use chrono::DateTime;
use crossterm::event::KeyCode;
use desk_support::rows;
use home_support::{Home, many};
use unicode_width::UnicodeWidthStr;
use yishi::report::found::Hit;
use yishi::store::index::Index;
use yishi::store::progress::Progress;
use yishi::store::session_name::SessionName;
use yishi::text::words::Lang;
use yishi::tui::home::msg::{FoundMeeting, News};

fn snapshot(name: &str, lang: Lang, home: &Home) {
    let screen = |width, height| rows(&home.frame(width, height).0).join("\n");
    let both = format!("{}\n\n{}", screen(80, 24), screen(120, 40));
    for row in both.lines() {
        assert!(row.width() <= 120, "{row}");
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), both);
    });
}

/// What the records of the sample hold of it, as a search reports it.
fn found(home: &mut Home) {
    let name = SessionName::parse("jinyuan/2026-10-15-shiyuexieshanghui").unwrap();
    let hit = |seq, told: &str| Hit { seq, at: home_support::now(), told: told.to_owned() };
    let hits = vec![
        hit(31, "赵敏 发言（3 号意见，赞成）：就盼着这部电梯"),
        hit(40, "备注：电梯 [31m 的图纸"),
    ];
    let (title, community) = ("十月协商会".to_owned(), "锦苑社区".to_owned());
    let number = home.model.search.number;
    home.news(News::Found(number, vec![FoundMeeting { name, title, community, hits }]));
}

#[test]
fn nothing_is_there_yet() {
    for lang in Lang::ALL {
        snapshot("home_empty", lang, &Home::of(Index::default(), lang));
    }
}

#[test]
fn an_ordinary_day() {
    for lang in Lang::ALL {
        let mut home = Home::sample(lang);
        home.press(KeyCode::Down);
        home.press(KeyCode::Down);
        home.press(KeyCode::Down);
        snapshot("home_sample", lang, &home);
    }
}

#[test]
fn a_house_full_of_communities() {
    // A Monday: what is due on Friday is due this week.
    let monday = DateTime::parse_from_rfc3339("2026-11-16T08:00:00+08:00").unwrap();
    for lang in Lang::ALL {
        let mut home = Home::at(many(), lang, monday);
        for _ in 0..10 {
            home.press(KeyCode::Down);
        }
        snapshot("home_many", lang, &home);
    }
}

#[test]
fn while_the_records_are_still_being_read() {
    for lang in Lang::ALL {
        let mut home = Home::of(Index::default(), lang);
        let progress = Progress::new();
        progress.expect(10_000);
        (0..1_234).for_each(|_| progress.step().unwrap());
        home.model.reading = Some(Arc::new(progress));
        home.model.list();
        snapshot("home_reading", lang, &home);
    }
}

#[test]
fn while_one_searches() {
    for (lang, typed) in [(Lang::Zh, "dianti"), (Lang::En, "电梯")] {
        let mut home = Home::sample(lang);
        home.write(typed);
        found(&mut home);
        snapshot("home_search", lang, &home);
    }
}

#[test]
fn questions_are_asked_one_after_the_other() {
    for lang in Lang::ALL {
        let mut home = Home::sample(lang);
        home.press(KeyCode::F(2));
        home.write("m");
        snapshot("home_which", lang, &home);
        home.press(KeyCode::Enter);
        home.answer("Talk");
        home.answer("13-45");
        snapshot("home_day", lang, &home);
    }
}

#[test]
fn any_size_will_do_and_the_caret_is_behind_what_is_typed() {
    let mut homes = Vec::new();
    for lang in Lang::ALL {
        homes.push(Home::of(Index::default(), lang));
        for press in [None, Some(KeyCode::F(1)), Some(KeyCode::F(2)), Some(KeyCode::F(12))] {
            let mut home = Home::sample(lang);
            home.write("电a");
            if let Some(code) = press {
                home.press(code);
            }
            homes.push(home);
        }
    }
    for home in &homes {
        for (width, height) in [(1, 1), (10, 6), (12, 7), (40, 10), (79, 23), (100, 8), (200, 60)] {
            let (buf, caret) = home.frame(width, height);
            assert!(caret.is_none_or(|caret| caret.x < width && caret.y < height));
            assert_eq!(buf.area.width, width);
        }
    }
    let mut home = Home::sample(Lang::Zh);
    home.write("电a");
    // “ 查找 > ” takes eight columns, 电 two, a one.
    assert_eq!(home.frame(80, 24).1.map(|caret| (caret.x, caret.y)), Some((11, 1)));
}

#[test]
fn what_is_stored_reaches_the_terminal_as_text_only() {
    let mut home = Home::sample(Lang::Zh);
    home.write("电梯");
    found(&mut home);
    let text = rows(&home.frame(120, 40).0).join("\n");
    assert!(!text.contains('\u{1b}'));
}
