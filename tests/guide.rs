//! The pictures of the user guide are frames of the program as it is. `UPDATE_GUIDE=1 cargo test --test
//! guide` draws them anew; without that, a picture that is no longer true fails.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod board_support;
mod desk_support;
mod guide_support;
mod home_support;
mod prepare_support;
mod review_support;
#[path = "common/screen.rs"]
mod screen;
mod stats_support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crossterm::event::KeyCode;
use desk_support::{Desk, at, at_the_end};
use guide_support::svg;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yishi::text::words::{Lang, Words};
use yishi::tui::desk::msg::Msg;
use yishi::tui::desk::tour::Tour;
use yishi::tui::keymap::Keymap;
use yishi::tui::prepare::fields::Field;
use yishi::tui::theme::Theme;
use yishi::tui::{replay, room};

/// A picture: its name, and the frame.
type Picture = (&'static str, Buffer, Option<Position>);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn desk(name: &'static str, desk: &Desk) -> Picture {
    let (buf, caret) = desk.frame(80, 24);
    (name, buf, caret)
}

fn amid(lang: Lang) -> Desk {
    let mut desk = Desk::amid(lang);
    desk.now = at("19:12:02");
    desk.send(Msg::Tick);
    desk
}

fn desks(lang: Lang) -> Vec<Picture> {
    let mut touring = Desk::prepared(lang);
    touring.model.tour = Some(Tour::default());
    let mut offering = amid(lang);
    offering.write(match lang {
        Lang::Zh => "/表",
        Lang::En => "/vo",
    });
    let mut searching = amid(lang);
    searching.ctrl('g');
    searching.write(match lang {
        Lang::Zh => "jy",
        Lang::En => "res",
    });
    vec![
        desk("tour", &touring),
        desk("desk", &amid(lang)),
        desk("offers", &offering),
        desk("palette", &searching),
    ]
}

/// Turns by a rule set, opinions brought together, a count foreseen, who has been heard.
fn deliberating(lang: Lang) -> Vec<Picture> {
    let (turns, points, counting) = match lang {
        Lang::Zh => (
            [("19:12:00", "/规则 南塘"), ("19:12:04", "/举手 赵敏 赞成")],
            [("19:13:00", "周涛：线画好以前应当公示"), ("19:14:00", "/归并 3 6 = 先公示，再划线")],
            ("/方式 五指", "/五指 0 0 1 1 2 1"),
        ),
        Lang::En => (
            [("19:12:00", "/rule nantang"), ("19:12:04", "/hand Joan Miller +")],
            [
                ("19:13:00", "Tom Ward: lines must not be painted before the plan is out"),
                ("19:14:00", "/merge 3 6 = publish first, then paint"),
            ],
            ("/method fists", "/fists 0 0 1 1 2 1"),
        ),
    };
    let mut heard = Desk::amid(lang).typed(&turns);
    let turns = desk("turns", &heard);
    heard.ctrl('f');
    let mut deciding = Desk::amid(lang).typed(&points);
    let points = desk("points", &deciding);
    deciding = deciding.typed(&[("19:15:00", counting.0)]);
    deciding.write(counting.1);
    vec![turns, points, desk("count", &deciding), desk("heard", &heard)]
}

fn home(lang: Lang) -> Picture {
    let (buf, caret) = home_support::Home::sample(lang).frame(80, 24);
    ("home", buf, caret)
}

fn prepare(lang: Lang) -> Vec<Picture> {
    let mut form = prepare_support::filled(lang);
    form.go(Field::Recorder);
    let (buf, caret) = form.frame(80, 24);
    form.key(KeyCode::F(2));
    let (plan, _) = form.frame(80, 24);
    vec![("prepare", buf, caret), ("plan", plan, None)]
}

/// The first thing that was agreed, somebody about to confirm it.
fn read_back(lang: Lang) -> Picture {
    let mut desk = at_the_end(lang);
    desk.key(KeyCode::F(10));
    desk.key(KeyCode::Enter);
    desk.all_saved();
    desk.write(match lang {
        Lang::Zh => "陈桂花",
        Lang::En => "Ann Lee",
    });
    let (buf, caret) = desk.frame(80, 24);
    ("read-back", buf, caret)
}

/// Topics at different steps; in English a few of the same kind.
fn board(lang: Lang) -> Picture {
    let mut community = board_support::neighbourhood();
    if lang == Lang::En {
        community = board_support::Community::new();
        community.enter(&[
            ("2026-11-02T09:00", "/raise Things in the hallway; by: Ann Lee; place: House 3"),
            ("2026-11-02T09:10", "/raise Where to park; by: Ben Carter; class: livelihood"),
            ("2026-11-02T09:20", "/raise Lamps are out; by: Ann Lee; class: livelihood"),
            ("2026-11-02T09:30", "/raise A lift for house 5; by: Joan Miller; class: governance"),
            ("2026-11-03T10:00", "/screen 2 accept; level: community"),
            ("2026-11-03T10:05", "/screen 3 accept; level: street"),
            ("2026-11-03T10:10", "/screen 4 accept"),
            ("2026-11-04T09:00", "/answer 3 told that it was accepted"),
            ("2026-11-04T09:05", "/answer 4 told that it was accepted"),
            ("2026-11-03T11:00", "/stage 2"),
            ("2026-11-04T10:00", "/stage 4"),
            ("2026-11-11T09:00", "/assign 3 Lamp office; due: 2026-11-20"),
        ]);
    }
    let mut board = board_support::Board::of(community, lang);
    board.model.name = match lang {
        Lang::Zh => "锦苑社区".to_owned(),
        Lang::En => "Maple Court".to_owned(),
    };
    board.on(4);
    let (buf, caret) = board.frame(80, 24);
    ("board", buf, caret)
}

fn figures(lang: Lang) -> Picture {
    let mut screen = stats_support::Screen::new(lang);
    screen.key(KeyCode::Down);
    let (buf, caret) = screen.frame(80, 24);
    ("figures", buf, caret)
}

fn room(lang: Lang) -> Picture {
    let meeting = Desk::amid(lang).model.meeting.clone();
    let model = room::model::Model::new(meeting, Words::new(lang), at("19:10:02"));
    let area = Rect::new(0, 0, 80, 24);
    let mut buf = Buffer::empty(area);
    room::view::render(&model, area, &mut buf);
    ("room", buf, None)
}

fn review(lang: Lang) -> Picture {
    let mut review = review_support::review(lang);
    review.f(3);
    review.write(match lang {
        Lang::Zh => "wxm",
        Lang::En => "bc",
    });
    review.ctrl('n');
    let (buf, caret) = review.frame(80, 24);
    ("review", buf, caret)
}

/// In the middle of the second item, where something was said that was undone later.
fn replay(lang: Lang) -> Picture {
    let meeting = review_support::closed(lang);
    let stands = meeting.standing();
    let undone = stands.iter().position(|stands| !stands).unwrap_or_default();
    let keymap = Keymap::standard();
    let (words, theme) = (Words::new(lang), Theme::default());
    let model = replay::model::Model::new(meeting, words, theme, &keymap, undone as u64);
    let area = Rect::new(0, 0, 80, 24);
    let mut buf = Buffer::empty(area);
    replay::view::render(&model, area, &mut buf);
    ("replay", buf, None)
}

fn pictures(lang: Lang) -> Vec<Picture> {
    let mut pictures = desks(lang);
    pictures.extend(deliberating(lang));
    pictures.extend(prepare(lang));
    pictures.extend([
        home(lang),
        board(lang),
        figures(lang),
        read_back(lang),
        room(lang),
        review(lang),
        replay(lang),
    ]);
    pictures
}

fn file(lang: Lang, name: &str) -> PathBuf {
    root().join(format!("docs/img/{name}.{}.svg", lang.code()))
}

#[test]
fn the_pictures_are_the_programs_own_frames() {
    let update = env::var_os("UPDATE_GUIDE").is_some();
    for lang in Lang::ALL {
        for (name, buf, caret) in pictures(lang) {
            let drawn = svg(&buf, caret, name);
            let path = file(lang, name);
            if update {
                fs::write(&path, &drawn).unwrap();
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                kept == drawn,
                "{} is out of date: UPDATE_GUIDE=1 cargo test --test guide",
                path.display()
            );
        }
    }
}

#[test]
fn every_picture_is_shown_and_every_one_shown_is_there() {
    for lang in Lang::ALL {
        let guide = root().join(format!("docs/guide.{}.md", lang.code()));
        let text = fs::read_to_string(guide).unwrap();
        let shown: BTreeSet<&str> =
            text.split("](img/").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
        let drawn: Vec<String> =
            pictures(lang).iter().map(|(name, ..)| format!("{name}.{}.svg", lang.code())).collect();
        assert_eq!(shown, drawn.iter().map(String::as_str).collect::<BTreeSet<_>>());
    }
}
