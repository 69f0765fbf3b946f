//! The room's screen in large type, drawn with a font whose characters are squares and bars; and
//! what is read out at the end.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;
mod type_support;

use std::sync::Arc;

use chrono::NaiveTime;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use desk_support::{Desk, at, rows};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;
use yishi::domain::agreement::Agreed;
use yishi::domain::command::Command;
use yishi::domain::event::Setup;
use yishi::domain::ids::ActionId;
use yishi::domain::meeting::Meeting;
use yishi::text::words::{Lang, Words};
use yishi::tui::glyphs::Glyphs;
use yishi::tui::room::model::{Model, News};
use yishi::tui::room::view::render;
use yishi::tui::signs::Signs;
use yishi::tui::stage::{Then, Told};
use yishi::tui::typeface::Pen;
use yishi::tui::typeface::find::Found;

/// The screen of a desk's meeting at this time, once its font was found.
fn screen(desk: &Desk, clock: &str, lang: Lang) -> Model {
    let mut model = plain(desk, clock, lang);
    let found = Found { typeface: Some(type_support::typeface()), unusable: None };
    assert_eq!(model.take_in(Told::News(News::Typeface(found)), at(clock)), Then::Draw);
    model
}

fn plain(desk: &Desk, clock: &str, lang: Lang) -> Model {
    Model::new(desk.model.meeting.clone(), Words::new(lang), at(clock))
}

fn frame(model: &Model, width: u16, height: u16) -> Buffer {
    drawn(model, width, height).0
}

fn drawn(model: &Model, width: u16, height: u16) -> (Buffer, Option<Position>) {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let caret = render(model, area, &mut buf);
    (buf, caret)
}

fn text(model: &Model, width: u16, height: u16) -> String {
    rows(&frame(model, width, height)).join("\n")
}

fn snapshot(name: &str, lang: Lang, model: &Model, sizes: &[(u16, u16)]) {
    let all: Vec<String> =
        sizes.iter().map(|(width, height)| text(model, *width, *height)).collect();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("room_{name}_{}", lang.code()), all.join("\n\n"));
    });
}

const BOTH: [(u16, u16); 2] = [(80, 24), (120, 40)];
const ALL: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// Rows that hold blocks.
fn large_rows(model: &Model, width: u16, height: u16) -> usize {
    let all = rows(&frame(model, width, height));
    all.iter().filter(|row| row.contains(['█', '▀', '▄'])).count()
}

/// One minute of three is used; one hand is up behind the next.
fn speaking(lang: Lang) -> Desk {
    let [end, next] = match lang {
        Lang::Zh => ["/说完", "/下一位"],
        Lang::En => ["/done", "/next"],
    };
    Desk::amid(lang).typed(&[("19:12:00", end), ("19:12:10", next)])
}

fn waiting(lang: Lang) -> Desk {
    let mut desk = Desk::prepared(lang);
    let setup = desk.model.meeting.session().setup.as_ref().clone();
    let (place, facilitator) = match lang {
        Lang::Zh => ("社区二楼议事厅", "周建国"),
        Lang::En => ("Community hall", "Helen Clark"),
    };
    let setup = Setup {
        place: Some(place.to_owned()),
        facilitator: Some(facilitator.to_owned()),
        starts: NaiveTime::from_hms_opt(19, 0, 0),
        ..setup
    };
    desk.model.meeting = Meeting::create(setup, at("18:50:00"), "李敏");
    desk
}

/// A resolution and two actions, the second without an owner, are about to be read out.
fn agreed(lang: Lang) -> Desk {
    let lines: &[(&str, &str)] = match lang {
        Lang::Zh => &[
            ("19:12:00", "/说完"),
            ("19:13:00", "/行动 清理楼道 #12-05"),
            ("19:14:00", "/表决 举手 3 1"),
            ("19:25:00", "/结束 达成一致 照结"),
        ],
        Lang::En => &[
            ("19:12:00", "/done"),
            ("19:13:00", "/action clear the hallway #12-05"),
            ("19:14:00", "/vote hands 3 1"),
            ("19:25:00", "/end agreed anyway"),
        ],
    };
    let mut desk = Desk::amid(lang).typed(lines);
    desk.model.meeting.carry_out(&Command::BeginReadBack, at("19:26:00"), "李敏").unwrap();
    desk
}

/// Confirms the next thing, or this one.
fn confirmed(mut desk: Desk, clock: &str, what: Option<Agreed>) -> Desk {
    let asked = Command::Confirm { what, by: Vec::new() };
    desk.model.meeting.carry_out(&asked, at(clock), "李敏").unwrap();
    desk
}

#[test]
fn frames_in_large_type() {
    for lang in Lang::ALL {
        snapshot("large_turn", lang, &screen(&speaking(lang), "19:13:10", lang), &ALL);
        snapshot("large_waiting", lang, &screen(&waiting(lang), "18:57:00", lang), &ALL);
        snapshot("large_reading", lang, &screen(&agreed(lang), "19:27:00", lang), &BOTH);
    }
}

#[test]
fn frames_of_the_reading() {
    for lang in Lang::ALL {
        snapshot("reading", lang, &plain(&agreed(lang), "19:27:00", lang), &BOTH);
        let desk = confirmed(agreed(lang), "19:27:30", None);
        snapshot("reading_action", lang, &plain(&desk, "19:28:00", lang), &BOTH);
    }
}

#[test]
fn the_name_is_as_large_as_there_is_room_and_the_rest_stays() {
    let model = screen(&speaking(Lang::Zh), "19:13:10", Lang::Zh);
    // On 24 rows a name has 8, of which a square fills all; on 40 it has 12, on 60 it has 16 and
    // the title above it 8. A square of 24 dots has 13/16 of them above and 1/16 below the line.
    assert_eq!(large_rows(&model, 80, 24), 8);
    assert!(large_rows(&model, 120, 40) > 8);
    assert!(large_rows(&model, 200, 60) > large_rows(&model, 120, 40));
    // The words stay at every size, the time in words too.
    for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
        let shown = text(&model, width, height);
        for told in ["居民 5栋", "还剩 2 分钟", "下一位", "李强", "正在商定 R1", "先公示划线方案"]
        {
            assert!(shown.contains(told), "{told} is not in\n{shown}");
        }
    }
    // Where there is no room for it the name stands there as it always did.
    assert_eq!(large_rows(&model, 60, 12), 0);
    assert!(text(&model, 60, 12).contains("正在发言  王小明  居民 5栋"));
    assert!(!text(&model, 80, 24).contains("王小明"), "the name is told once");
}

#[test]
fn a_name_that_the_font_lacks_is_written() {
    let desk = speaking(Lang::Zh).typed(&[
        ("19:12:20", "/签到 欧阳喆 9栋"),
        ("19:12:30", "/说完"),
        ("19:12:40", "/发言 欧阳喆"),
    ]);
    let model = screen(&desk, "19:13:10", Lang::Zh);
    assert_eq!(large_rows(&model, 80, 24), 0);
    assert!(text(&model, 80, 24).contains("正在发言  欧阳喆"));
}

#[test]
fn without_blocks_cells_are_filled() {
    let mut model = screen(&speaking(Lang::Zh), "19:13:10", Lang::Zh);
    model.theme = model.theme.drawn_with(Glyphs::LINES);
    model.learn(Signs::All);
    assert_eq!(model.pen, Pen::Halves);
    // It is not known yet how wide blocks are, or known that they are too wide.
    for signs in [Signs::NoLines, Signs::Narrow] {
        model.learn(signs);
        assert_eq!(model.pen, Pen::Cells);
    }
    let blocks = ['█', '▀', '▄'];
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        assert!(!text(&model, width, height).contains(blocks));
    }
    // Twelve rows are the fewest: there is no room for them beside the digits here.
    assert!(text(&model, 80, 24).contains("王小明"));
    let buf = frame(&model, 120, 40);
    let filled = |row: u16| {
        (0..120).filter(|x| buf[(*x, row)].modifier.contains(Modifier::REVERSED)).count()
    };
    assert!((0..40).filter(|row| filled(*row) > 0).count() >= 10);
    for cell in buf.content().iter().filter(|it| it.modifier.contains(Modifier::REVERSED)) {
        // In the colour of what matters most, and with a space: nothing can be too wide or missing.
        assert_eq!((cell.symbol(), cell.fg), (" ", Color::White));
        assert!(!cell.modifier.contains(Modifier::BOLD));
    }
}

#[test]
fn until_the_font_is_found_and_without_one_the_words_are_there() {
    let desk = speaking(Lang::Zh);
    let mut model = plain(&desk, "19:13:10", Lang::Zh);
    let before = text(&model, 80, 24);
    assert!(before.contains("正在发言  王小明  居民 5栋"), "{before}");
    let unusable = Some("/home/字体\u{1b}[2J.ttf".to_owned());
    let found = Found { typeface: None, unusable };
    assert_eq!(model.take_in(Told::News(News::Typeface(found)), at("19:13:10")), Then::Draw);
    let after = text(&model, 80, 24);
    assert!(after.contains("字体用不了：/home/字体") && !after.contains('\u{1b}'), "{after}");
    let head = |text: &str| text.lines().take(23).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(head(&before), head(&after));
}

#[test]
fn the_time_until_the_planned_start_is_counted() {
    let mut model = plain(&waiting(Lang::Zh), "18:57:00", Lang::Zh);
    for (clock, told) in [
        ("18:57:00", "19:00（还有 3 分钟）"),
        ("18:57:01", "19:00（还有 3 分钟）"),
        ("18:58:00", "19:00（还有 2 分钟）"),
        ("18:59:59", "19:00（还有 1 分钟）"),
    ] {
        model.take_in(Told::Tick, at(clock));
        assert!(text(&model, 80, 24).contains(told), "{clock}\n{}", text(&model, 80, 24));
    }
    for clock in ["19:00:00", "19:05:00"] {
        model.take_in(Told::Tick, at(clock));
        let shown = text(&model, 80, 24);
        assert!(shown.contains("19:00") && !shown.contains("还有"), "{clock}\n{shown}");
    }
    let early = plain(&waiting(Lang::Zh), "17:30:00", Lang::Zh);
    assert!(text(&early, 80, 24).contains("还有 90 分钟"), "{}", text(&early, 80, 24));
    let earlier = plain(&waiting(Lang::Zh), "17:29:59", Lang::Zh);
    assert!(!text(&earlier, 80, 24).contains("还有"), "{}", text(&earlier, 80, 24));
}

#[test]
fn what_is_read_out_goes_by_what_happened_last() {
    let mut desk = agreed(Lang::Zh);
    let shown = |desk: &Desk| text(&plain(desk, "19:40:00", Lang::Zh), 80, 24);
    let reads = |desk: &Desk| shown(desk).contains("宣读");
    assert!(reads(&desk), "{}", shown(&desk));
    for (number, told) in [("R1", "1/3"), ("A1", "2/3"), ("A2", "3/3")] {
        let text = shown(&desk);
        assert!(text.contains(&format!("宣读 {number}（第 {told} 项）")), "{text}");
        desk = confirmed(desk, "19:30:00", None);
    }
    let text = shown(&desk);
    assert!(text.contains("已全部确认") && text.contains("已确认 3/3 项"), "{text}");
    // An item on the table, a hand and a speaker come before what was read out.
    for line in ["/开始", "/举手 王小明", "/下一位"] {
        desk = desk.typed(&[("19:31:00", line)]);
        assert!(!reads(&desk), "{line}\n{}", shown(&desk));
    }
    desk = desk.typed(&[("19:32:00", "/说完"), ("19:32:10", "/行动 换灯 @物业")]);
    assert!(!reads(&desk));
    desk = confirmed(desk, "19:33:00", Some(Agreed::Action(ActionId(3))));
    assert!(reads(&desk));
    desk = desk.typed(&[("19:34:00", "/撤销")]);
    assert!(!reads(&desk), "{}", shown(&desk));
}

#[test]
fn who_when_how_and_what_is_missing_are_read_out() {
    let mut desk = agreed(Lang::Zh);
    let shown = |desk: &Desk| text(&plain(desk, "19:40:00", Lang::Zh), 80, 24);
    for told in ["先公示划线方案，公示七天无异议后施工", "表决  通过 3:1", "有不同意见请现在提出"]
    {
        assert!(shown(&desk).contains(told), "{told}\n{}", shown(&desk));
    }
    desk = confirmed(desk, "19:30:00", None);
    for told in ["公示方案", "承办  物业", "期限  2026年12月7日 星期一", "缺验收标准"]
    {
        assert!(shown(&desk).contains(told), "{told}\n{}", shown(&desk));
    }
    desk = confirmed(desk, "19:30:00", None);
    for told in ["清理楼道", "期限  2026年12月5日", "缺承办方"] {
        assert!(shown(&desk).contains(told), "{told}\n{}", shown(&desk));
    }
}

fn press(model: &mut Model, code: KeyCode, modifiers: KeyModifiers) -> Then<()> {
    model.take_in(Told::Key(KeyEvent::new(code, modifiers)), at("19:13:10"))
}

#[test]
fn help_and_palette_tell_the_keys_and_give_the_screen_back() {
    let mut model = screen(&speaking(Lang::Zh), "19:13:10", Lang::Zh);
    let before = text(&model, 80, 24);
    assert!(before.contains("F1 帮助"));
    assert_eq!(press(&mut model, KeyCode::F(1), KeyModifiers::NONE), Then::Draw);
    let help = text(&model, 80, 24);
    for told in ["Ctrl+L", "Esc", "F12"] {
        assert!(help.contains(told), "{told}\n{help}");
    }
    assert_eq!(press(&mut model, KeyCode::Esc, KeyModifiers::NONE), Then::Draw);
    assert_eq!(text(&model, 80, 24), before);
    press(&mut model, KeyCode::F(12), KeyModifiers::NONE);
    for c in "qiehuan".chars() {
        press(&mut model, KeyCode::Char(c), KeyModifiers::NONE);
    }
    let (_, caret) = drawn(&model, 80, 24);
    assert!(caret.is_some(), "the palette is typed into");
    assert_eq!(press(&mut model, KeyCode::Enter, KeyModifiers::NONE), Then::Draw);
    assert!(text(&model, 80, 24).contains("2 min left"), "{}", text(&model, 80, 24));
    assert_eq!(drawn(&model, 80, 24).1, None);
}

#[test]
fn drawing_changes_nothing_and_any_size_will_do() {
    for lang in Lang::ALL {
        for desk in [speaking(lang), waiting(lang), agreed(lang)] {
            let mut model = screen(&desk, "19:27:00", lang);
            for pen in [Pen::Halves, Pen::Cells] {
                model.pen = pen;
                let before = format!("{model:?}");
                for (width, height) in [
                    (1, 1),
                    (10, 4),
                    (20, 9),
                    (40, 10),
                    (60, 16),
                    (80, 30),
                    (200, 60),
                    (300, 9),
                    (30, 90),
                ] {
                    let first = frame(&model, width, height);
                    assert_eq!(first, frame(&model, width, height), "{width}x{height}");
                    for row in rows(&first) {
                        assert!(row.width() <= usize::from(width), "{row}");
                    }
                }
                assert_eq!(before, format!("{model:?}"));
            }
        }
    }
    let typeface = Arc::new(type_support::typeface());
    assert_eq!(format!("{typeface:?}"), "Typeface { .. }");
}
