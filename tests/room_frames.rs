//! Frames of the room's screen in both languages and sizes, what their colours mean, and that
//! drawing is safe whatever is stored and however small the screen.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use desk_support::{Desk, at, rows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use unicode_width::UnicodeWidthStr;
use yishi::domain::event::Setup;
use yishi::domain::meeting::Meeting;
use yishi::store::library::StoreError;
use yishi::text::words::{Lang, Words, id};
use yishi::tui::desk::msg::Msg as DeskMsg;
use yishi::tui::room::model::{Model, News, Trouble};
use yishi::tui::room::view::render;
use yishi::tui::stage::{Then, Told};
use yishi::tui::theme::Theme;

/// The screen of a desk's meeting at this time.
fn screen(desk: &Desk, clock: &str, lang: Lang) -> Model {
    Model::new(desk.model.meeting.clone(), Words::new(lang), at(clock))
}

fn frame(model: &Model, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    render(model, area, &mut buf);
    buf
}

fn text(model: &Model, width: u16, height: u16) -> String {
    rows(&frame(model, width, height)).join("\n")
}

fn snapshot(name: &str, lang: Lang, model: &Model) {
    let both = format!("{}\n\n{}", text(model, 80, 24), text(model, 120, 40));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("room_{name}_{}", lang.code()), both);
    });
}

fn waiting(lang: Lang) -> Model {
    let plain = Desk::prepared(lang);
    let setup = plain.model.meeting.session().setup.as_ref().clone();
    let (place, facilitator, people) = match lang {
        Lang::Zh => ("社区二楼议事厅", "周建国", "/签到 陈桂花 3栋、王小明 5栋"),
        Lang::En => ("Community hall", "Helen Clark", "/in Ann Lee 3B, Ben Carter 5A"),
    };
    let setup =
        Setup { place: Some(place.to_owned()), facilitator: Some(facilitator.to_owned()), ..setup };
    let mut desk = Desk::prepared(lang);
    desk.model.meeting = Meeting::create(setup, at("18:50:00"), "李敏");
    screen(&desk.typed(&[("18:56:00", people)]), "18:57:00", lang)
}

/// The turn began at 19:08:20 and may take 180 seconds: it is over at 19:11:20.
fn amid(lang: Lang, clock: &str) -> Model {
    screen(&Desk::amid(lang), clock, lang)
}

/// The turn began at 19:12:10; one minute of three is used.
fn in_time(lang: Lang) -> Model {
    let [end, next] = match lang {
        Lang::Zh => ["/说完", "/下一位"],
        Lang::En => ["/done", "/next"],
    };
    let desk = Desk::amid(lang).typed(&[("19:12:00", end), ("19:12:10", next)]);
    screen(&desk, "19:13:10", lang)
}

fn voted(lang: Lang) -> Desk {
    let announce = match lang {
        Lang::Zh => "/宣布",
        Lang::En => "/announce",
    };
    counting(lang).typed(&[("19:14:10", announce)])
}

/// Counted, and not announced yet.
fn counting(lang: Lang) -> Desk {
    let [end, vote] = match lang {
        Lang::Zh => ["/说完", "/表决 举手 3 1"],
        Lang::En => ["/done", "/vote hands 3 1"],
    };
    Desk::amid(lang).typed(&[("19:12:00", end), ("19:14:00", vote)])
}

/// The room learns nothing of a count before it is announced.
#[test]
fn a_count_is_not_told_before_it_is_announced() {
    for lang in Lang::ALL {
        let model = screen(&counting(lang), "19:14:05", lang);
        snapshot("counting", lang, &model);
        let told = text(&model, 120, 40);
        assert!(!told.contains(&Words::new(lang).say(id::VOTE_CARRIED)), "{told}");
        let model = screen(&voted(lang), "19:14:15", lang);
        assert!(text(&model, 120, 40).contains(&Words::new(lang).say(id::VOTE_CARRIED)));
    }
}

fn paused(lang: Lang) -> Model {
    let pause = match lang {
        Lang::Zh => "/暂停",
        Lang::En => "/pause",
    };
    screen(&Desk::amid(lang).typed(&[("19:12:00", pause)]), "19:20:00", lang)
}

fn between(lang: Lang) -> Model {
    let end = match lang {
        Lang::Zh => "/结束 达成一致 照结",
        Lang::En => "/end agreed anyway",
    };
    screen(&voted(lang).typed(&[("19:25:00", end)]), "19:26:00", lang)
}

fn closed_desk(lang: Lang) -> Desk {
    let (end, close) = match lang {
        Lang::Zh => ("/结束 达成一致 照结", "/散会 留待"),
        Lang::En => ("/end agreed anyway", "/close leave"),
    };
    let mut desk = voted(lang).typed(&[("19:25:00", end)]);
    desk.now = at("19:40:00");
    desk.enter(close);
    desk.key(KeyCode::Enter);
    desk
}

fn closed(lang: Lang) -> Model {
    let model = screen(&closed_desk(lang), "19:41:00", lang);
    assert!(model.session().closed.is_some());
    model
}

/// Where a text begins in a frame.
fn find(buf: &Buffer, text: &str) -> (u16, u16) {
    for (y, row) in (0..).zip(rows(buf)) {
        if let Some((before, _)) = row.split_once(text) {
            return (u16::try_from(before.width()).unwrap(), y);
        }
    }
    panic!("“{text}” is not in\n{}", rows(buf).join("\n"));
}

/// The digits of a frame: its rows of nothing but `#` and spaces.
fn digits(model: &Model, width: u16, height: u16) -> Vec<String> {
    let drawn = |row: &String| row.contains('#') && row.chars().all(|c| c == '#' || c == ' ');
    rows(&frame(model, width, height)).into_iter().filter(drawn).collect()
}

#[test]
fn frames() {
    for lang in Lang::ALL {
        snapshot("waiting", lang, &waiting(lang));
        snapshot("in_time", lang, &in_time(lang));
        snapshot("over_time", lang, &amid(lang, "19:12:02"));
        snapshot("voted", lang, &screen(&voted(lang), "19:15:00", lang));
        snapshot("paused", lang, &paused(lang));
        snapshot("between", lang, &between(lang));
        snapshot("closed", lang, &closed(lang));
    }
}

#[test]
fn the_time_left_is_told_in_digits_words_and_colour() {
    // A turn of three minutes that began at 19:08:20.
    for (clock, words, digit_rows, colour) in [
        ("19:12:00", "已超时 40 秒", 5, Color::LightRed),
        ("19:11:56", "已超时 36 秒", 5, Color::LightRed),
        ("19:20:21", "已超时 9 分 1 秒", 5, Color::LightRed),
    ] {
        let model = amid(Lang::Zh, clock);
        let buf = frame(&model, 80, 24);
        assert_eq!(buf[find(&buf, words)].fg, colour, "{clock}");
        assert_eq!(digits(&model, 80, 24).len(), digit_rows, "{clock}");
        let (x, y) = find(&buf, "####");
        assert_eq!((buf[(x, y)].fg, buf[(x, y)].bg), (colour, colour), "{clock}");
    }
    // One that began at 19:12:10; the larger the screen, the larger the digits.
    let mut model = in_time(Lang::Zh);
    assert_eq!(digits(&model, 200, 60).len(), 20);
    for (clock, words, colour) in [
        ("19:14:33", "还剩 37 秒", Color::Green),
        // Four fifths of three minutes are 144 seconds.
        ("19:14:34", "还剩 36 秒", Color::LightYellow),
        ("19:15:10", "还剩 0 秒", Color::LightYellow),
        ("19:15:11", "已超时 1 秒", Color::LightRed),
    ] {
        assert_eq!(model.take_in(Told::Tick, at(clock)), Then::Draw);
        let buf = frame(&model, 120, 40);
        assert_eq!(buf[find(&buf, words)].fg, colour, "{clock}");
        assert_eq!(digits(&model, 120, 40).len(), 10, "{clock}");
    }
}

#[test]
fn colours_go_with_words() {
    let mut model = amid(Lang::Zh, "19:12:02");
    let buf = frame(&model, 120, 40);
    assert_eq!(buf[find(&buf, "已用 7 分")].fg, Color::Green);
    assert_eq!(buf[find(&buf, "未表决")].fg, Color::LightYellow);
    assert_eq!(buf[find(&buf, "王小明")].fg, Color::LightCyan, "next");
    model.take_in(Told::Tick, at("19:20:00"));
    let buf = frame(&model, 120, 40);
    assert_eq!(buf[find(&buf, "已用 15 分")].fg, Color::LightYellow, "70 % of 20 minutes");
    model.take_in(Told::Tick, at("19:27:30"));
    let buf = frame(&model, 120, 40);
    assert_eq!(buf[find(&buf, "超过计划 3 分")].fg, Color::LightRed, "opened at 19:05, 20 minutes");
    let model = screen(&voted(Lang::Zh), "19:15:00", Lang::Zh);
    let buf = frame(&model, 120, 40);
    // Five may vote, three are needed.
    assert_eq!(buf[find(&buf, "赞成 3、反对 1")].fg, Color::Green);
    assert!(text(&model, 80, 24).contains("需 3 票；通过"));
    let buf = frame(&paused(Lang::Zh), 80, 24);
    assert_eq!(buf[find(&buf, "会议暂停，所有计时")].bg, Color::Cyan, "the bar");
}

#[test]
fn without_colour_the_same_is_there() {
    for lang in Lang::ALL {
        for mut model in [waiting(lang), in_time(lang), paused(lang), closed(lang)] {
            let coloured = text(&model, 80, 24);
            model.theme = Theme::plain();
            assert_eq!(text(&model, 80, 24), coloured);
            let buf = frame(&model, 80, 24);
            let plain =
                |cell: &ratatui::buffer::Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
            assert!(buf.content().iter().all(plain));
        }
    }
}

#[test]
fn what_matters_is_there_at_the_smallest_size() {
    let model = in_time(Lang::Zh);
    let shown = text(&model, 60, 16);
    for told in
        ["停车位改造", "王小明", "还剩 2 分钟", "下一位", "李强", "正在商定 R1", "先公示划线方案"]
    {
        assert!(shown.contains(told), "{told} is not in\n{shown}");
    }
    assert_eq!(digits(&model, 60, 16).len(), 5, "{shown}");
    let desk = voted(Lang::Zh).typed(&[
        ("19:14:30", "/时长 2 5"),
        ("19:14:31", "/更名 2 停车位改造与夜间共享"),
        ("19:14:32", "/下一位"),
    ]);
    let shown = text(&screen(&desk, "19:15:00", Lang::Zh), 60, 16);
    // Opened at 19:05 for five minutes; five may vote.
    for told in ["停车位改造与夜间共享", "10/5", "超 5 分", "已表决 R1", "通过", "赞成 3、反对 1"]
    {
        assert!(shown.contains(told), "{told} is not in\n{shown}");
    }
    let shown = text(&paused(Lang::En), 60, 16);
    for told in ["Paused", "Ann Lee", "40 s over time"] {
        assert!(shown.contains(told), "{told} is not in\n{shown}");
    }
    let shown = text(&waiting(Lang::Zh), 60, 16);
    for told in ["十一月协商会", "二楼议事厅", "周建国", "其他事项", "等候主持人", "已签到 2 人"]
    {
        assert!(shown.contains(told), "{told} is not in\n{shown}");
    }
}

#[test]
fn drawing_changes_nothing_and_any_size_will_do() {
    for lang in Lang::ALL {
        let models = [
            waiting(lang),
            in_time(lang),
            amid(lang, "23:59:59"),
            paused(lang),
            between(lang),
            closed(lang),
            screen(&voted(lang), "19:15:00", lang),
        ];
        for model in &models {
            let before = format!("{model:?}");
            for (width, height) in [
                (1, 1),
                (3, 2),
                (10, 4),
                (20, 5),
                (40, 10),
                (60, 16),
                (61, 17),
                (200, 60),
                (300, 9),
            ] {
                let first = frame(model, width, height);
                assert_eq!(first, frame(model, width, height), "{width}x{height}");
                for row in rows(&first) {
                    assert!(row.width() <= usize::from(width), "{row}");
                }
            }
            assert_eq!(before, format!("{model:?}"));
        }
    }
}

#[test]
fn nothing_stored_reaches_the_terminal_as_a_command() {
    let evil = "\u{1b}[2J红\u{202e}字\u{7}\u{9b}31m\u{200d}\u{fe0f}";
    let mut desk = Desk::prepared(Lang::Zh);
    let setup = desk.model.meeting.session().setup.as_ref().clone();
    let setup = Setup {
        title: evil.to_owned(),
        community_name: evil.to_owned(),
        place: Some(evil.to_owned()),
        facilitator: Some(evil.to_owned()),
        starts: None,
        recorder: None,
        ..setup
    };
    desk.model.meeting = Meeting::create(setup, at("18:50:00"), "李敏");
    let mut models = vec![screen(&desk, "18:56:00", Lang::Zh)];
    let mut desk = desk.typed(&[("18:57:00", "/签到 陈桂花 3栋"), ("18:58:00", "/开会")]);
    let lines = [
        format!("/签到 {evil} 3栋"),
        format!("/议题 {evil}"),
        "/开始".to_owned(),
        format!("/更名 1 {evil}"),
        format!("/决议 {evil}"),
        format!("/行动 {evil} @{evil} ={evil}"),
        "/表决 举手 1 0".to_owned(),
    ];
    let before = desk.model.meeting.lines().len();
    for line in &lines {
        desk.send(DeskMsg::Paste(line.clone()));
        desk.key(KeyCode::Enter);
        models.push(screen(&desk, "19:00:00", Lang::Zh));
    }
    assert_eq!(desk.model.meeting.lines().len(), before + lines.len(), "{:?}", desk.model.notice);
    let mut lost = screen(&desk, "19:00:00", Lang::Zh);
    lost.take_in(
        Told::News(News::Lost(StoreError::NotASession { path: evil.into() })),
        at("19:01:00"),
    );
    models.push(lost);
    desk.enter("/结束 达成一致 照结");
    models.push(screen(&desk, "19:00:00", Lang::Zh));
    desk.enter("/散会 留待");
    desk.key(KeyCode::Enter);
    models.push(screen(&desk, "19:00:00", Lang::Zh));
    for model in &models {
        for (width, height) in [(80, 24), (200, 60), (33, 12)] {
            for cell in frame(model, width, height).content() {
                let bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
                assert!(!cell.symbol().chars().any(bad), "{:?}", cell.symbol());
            }
        }
    }
}

fn press(model: &mut Model, code: KeyCode, modifiers: KeyModifiers) -> Then<()> {
    model.take_in(Told::Key(KeyEvent::new(code, modifiers)), at("19:13:10"))
}

#[test]
fn no_bare_letter_does_anything_and_three_keys_leave() {
    let mut model = in_time(Lang::Zh);
    let before = format!("{model:?}");
    for letter in ' '..='~' {
        assert_eq!(press(&mut model, KeyCode::Char(letter), KeyModifiers::NONE), Then::Wait);
    }
    assert_eq!(format!("{model:?}"), before);
    for (code, modifiers) in [
        (KeyCode::Esc, KeyModifiers::NONE),
        (KeyCode::Char('q'), KeyModifiers::CONTROL),
        (KeyCode::Char('c'), KeyModifiers::CONTROL),
    ] {
        assert_eq!(press(&mut model, code, modifiers), Then::Leave(()));
    }
    assert_eq!(press(&mut model, KeyCode::Char('l'), KeyModifiers::CONTROL), Then::Draw);
    assert!(text(&model, 80, 24).contains("2 min left"));
    assert_eq!(press(&mut model, KeyCode::Char('l'), KeyModifiers::CONTROL), Then::Draw);
    assert!(text(&model, 80, 24).contains("还剩 2 分钟"));
}

#[test]
fn it_is_drawn_when_something_changes_and_only_then() {
    let mut model = in_time(Lang::Zh);
    assert_eq!(model.take_in(Told::Tick, at("19:13:10")), Then::Wait);
    assert_eq!(model.take_in(Told::Tick, at("19:13:11")), Then::Draw);
    let mut model = paused(Lang::Zh);
    assert_eq!(model.take_in(Told::Tick, at("19:20:59")), Then::Wait);
    assert_eq!(model.take_in(Told::Tick, at("19:21:00")), Then::Draw, "the clock at the top");
    assert_eq!(model.take_in(Told::Hangup, at("19:21:00")), Then::Leave(()));
}

#[test]
fn while_the_record_cannot_be_read_the_screen_says_since_when() {
    let mut model = in_time(Lang::Zh);
    let missing = || StoreError::NotASession { path: "/媒体/记录.ron".into() };
    model.take_in(Told::News(News::Lost(missing())), at("19:13:20"));
    model.take_in(Told::News(News::Lost(missing())), at("19:13:50"));
    let shown = text(&model, 80, 24);
    assert!(shown.contains("内容停留在 19:13:20") && shown.contains("还剩"), "{shown}");
    let buf = frame(&model, 80, 24);
    assert_eq!(buf[find(&buf, "读不到会议记录")].fg, Color::LightRed);
    model.take_in(Told::News(News::Found), at("19:14:00"));
    assert!(!text(&model, 80, 24).contains("读不到"));
    model.trouble = Some(Trouble::Partial(missing()));
    assert!(text(&model, 80, 24).contains("只能读出一部分"));
}

#[test]
fn a_clock_that_is_behind_the_record_does_not_run_back() {
    let mut model = in_time(Lang::Zh);
    let latest = model.meeting.latest().unwrap();
    model.take_in(Told::Tick, latest - TimeDelta::minutes(5));
    assert_eq!(model.now, latest);
}

#[test]
fn a_long_list_after_the_closing_can_be_turned() {
    let mut desk = Desk::amid(Lang::Zh);
    for number in 1..=30 {
        desk.enter(&format!("/行动 第{number}件事 @物业 #12-05 =办好"));
    }
    desk.enter("/结束 达成一致 照结");
    desk.enter("/散会 留待");
    desk.key(KeyCode::Enter);
    let mut model = screen(&desk, "19:13:10", Lang::Zh);
    let first = text(&model, 80, 24);
    assert!(
        first.contains("R1") && first.contains("A1 ") && !first.contains("第30件事"),
        "{first}"
    );
    assert!(first.contains(&Words::new(Lang::Zh).say(id::ROOM_CLOSED)), "{first}");
    assert!(first.contains("按 PageDown 查看"), "{first}");
    for _ in 0..100 {
        press(&mut model, KeyCode::PageDown, KeyModifiers::NONE);
    }
    assert_eq!(press(&mut model, KeyCode::Down, KeyModifiers::NONE), Then::Wait);
    let last = text(&model, 80, 24);
    assert!(last.contains("第30件事") && last.contains("上面还有 31 项"), "{last}");
    for _ in 0..31 {
        assert_eq!(press(&mut model, KeyCode::Up, KeyModifiers::NONE), Then::Draw);
    }
    assert_eq!(text(&model, 80, 24), first);
}
