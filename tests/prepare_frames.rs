//! Frames of the form, in both languages, at 80×24 and 120×40.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod prepare_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use prepare_support::{Form, filled, monday};
use yishi::domain::action::Promise;
use yishi::domain::command::Command;
use yishi::domain::event::Setup;
use yishi::domain::item::{Outcome, PlannedItem};
use yishi::domain::ledger::Ledger;
use yishi::domain::meeting::Meeting;
use yishi::domain::session::Session;
use yishi::text::width::width;
use yishi::text::words::Lang;
use yishi::tui::keeping::SaveNews;
use yishi::tui::prepare::fields::Field;
use yishi::tui::prepare::lists::Earlier;
use yishi::tui::prepare::msg::Msg;

#[track_caller]
fn snapshot(name: &str, lang: Lang, form: &Form) {
    let both = format!("{}\n\n{}", form.screen(80, 24), form.screen(120, 40));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("prepare_{name}_{}", lang.code()), both);
    });
}

#[test]
fn empty_and_filled_in() {
    for lang in Lang::ALL {
        snapshot("empty", lang, &Form::new(lang));
        let mut form = filled(lang);
        form.go(Field::Title);
        snapshot("filled", lang, &form);
        form.go(Field::NewExpected);
        snapshot("filled_end", lang, &form);
    }
}

#[test]
fn refused_with_the_reason_beside_the_row() {
    for lang in Lang::ALL {
        let mut form = filled(lang);
        form.go(Field::NewItem);
        form.write(if lang == Lang::Zh { "绿化 | 5000" } else { "Green spaces | 5000" });
        form.key(KeyCode::Down);
        snapshot("refused", lang, &form);
        form.key(KeyCode::Esc);
        form.paste(if lang == Lang::Zh {
            "绿化 | 5\n门禁 | 0"
        } else {
            "Green | 5\nGates | 0"
        });
        snapshot("paste_refused", lang, &form);
    }
}

#[test]
fn what_a_row_could_become() {
    for lang in Lang::ALL {
        let mut form = filled(lang);
        form.go(Field::Facilitator);
        form.overwrite(if lang == Lang::Zh { "wf" } else { "Joan" });
        snapshot("offers", lang, &form);
    }
}

#[test]
fn the_time_plan() {
    for lang in Lang::ALL {
        let mut form = filled(lang);
        form.key(KeyCode::F(2));
        snapshot("plan", lang, &form);
        form.key(KeyCode::Esc);
        form.go(Field::Starts);
        form.enter("21:30");
        form.key(KeyCode::F(2));
        snapshot("plan_late", lang, &form);
    }
}

#[test]
fn templates() {
    for lang in Lang::ALL {
        let mut form = Form::new(lang);
        form.key(KeyCode::F(3));
        form.key(KeyCode::Down);
        snapshot("templates", lang, &form);
    }
}

/// October's meeting: two items left, one action open and overdue.
fn october(lang: Lang) -> Session {
    let base = Form::new(lang).model.session().setup.clone();
    let words = match lang {
        Lang::Zh => ["十月协商会", "停车位改造", "楼道照明", "两周内公示划线方案", "物业"],
        Lang::En => ["October meeting", "Parking", "Lights", "publish the plan", "property"],
    };
    let [title, first, second, what, owner] = words.map(str::to_owned);
    let item = |title: String| PlannedItem { title, minutes: Some(15) };
    let setup = Setup {
        title,
        on: "2026-10-15".parse().unwrap(),
        agenda: vec![item(first), item(second)],
        ..Setup::clone(&base)
    };
    let evening = "2026-10-15T19:00:00+08:00".parse().unwrap();
    let mut meeting = Meeting::create(setup, evening, "李敏");
    let due = Some("2026-11-01".parse().unwrap());
    let promise = Promise { what, owner: Some(owner), due, ..Promise::default() };
    for command in [
        Command::Open,
        Command::OpenItem(None),
        Command::Promise(promise),
        Command::CloseItem { outcome: Outcome::CarriedOver, why: None, despite: false },
        Command::Close { leave: true },
    ] {
        meeting.carry_out(&command, evening, "李敏").unwrap();
    }
    meeting.session().clone()
}

#[test]
fn what_earlier_meetings_left() {
    for lang in Lang::ALL {
        let mut form = Form::new(lang);
        form.key(KeyCode::F(4));
        snapshot("earlier_looking", lang, &form);
        let held = vec![("october".to_owned(), october(lang))];
        let earlier = Earlier { held, ledger: Ledger::default(), unread: 1 };
        form.send(Msg::Earlier(Ok(Box::new(earlier))));
        form.key(KeyCode::Down);
        form.key(KeyCode::Down);
        snapshot("earlier", lang, &form);
        form.key(KeyCode::F(7));
        form.all_saved();
        snapshot("earlier_taken", lang, &form);
    }
}

#[test]
fn who_is_expected() {
    for lang in Lang::ALL {
        let mut form = filled(lang);
        form.key(KeyCode::F(6));
        snapshot("people", lang, &form);
        form.write(if lang == Lang::Zh { "wf" } else { "joan" });
        snapshot("people_found", lang, &form);
    }
}

#[test]
fn help_and_trouble() {
    for lang in Lang::ALL {
        let mut form = filled(lang);
        form.key(KeyCode::F(1));
        snapshot("help", lang, &form);
        form.key(KeyCode::Esc);
        form.go(Field::Place);
        form.enter("x");
        let why = if lang == Lang::Zh { "磁盘已满。" } else { "the disk is full." };
        form.send(Msg::Saving(SaveNews::Failed { waiting: 1, why: why.to_owned() }));
        form.ctrl('q');
        snapshot("leave_unsaved", lang, &form);
    }
}

#[test]
fn drawing_changes_nothing_and_any_size_will_do() {
    for lang in Lang::ALL {
        let mut form = filled(lang);
        for open in [None, Some(2), Some(3), Some(4), Some(6), Some(1)] {
            if let Some(number) = open {
                form.key(KeyCode::F(number));
            }
            assert_eq!(form.screen(80, 24), form.screen(80, 24));
            for width in (1..140).step_by(7) {
                for height in (1..50).step_by(3) {
                    let (_, caret) = form.frame(width, height);
                    if let Some(caret) = caret {
                        let inside = caret.x < width && caret.y < height;
                        assert!(inside, "{open:?} {caret:?} of {width}x{height}");
                    }
                }
            }
            form.key(KeyCode::Esc);
        }
    }
}

#[test]
fn the_caret_is_where_the_next_character_goes() {
    for (lang, title, label) in
        [(Lang::Zh, "十一月协商会", "会议名称"), (Lang::En, "November meeting", "Facilitator")]
    {
        let mut form = Form::new(lang);
        let (_, caret) = form.frame(80, 24);
        let caret = caret.unwrap();
        let start = 3 + width(label) + 2;
        assert_eq!((usize::from(caret.x), caret.y), (start + width(title), 2));
        form.key(KeyCode::Left);
        let (_, left) = form.frame(80, 24);
        let last = width(&title.chars().last().unwrap().to_string());
        assert_eq!(usize::from(left.unwrap().x), start + width(title) - last);
        // A text longer than the row is scrolled, the caret stays on the screen.
        form.write(&"长".repeat(200));
        let (_, far) = form.frame(80, 24);
        assert!(far.unwrap().x < 80);
    }
}

#[test]
fn stored_control_characters_never_reach_the_frame() {
    let mut form = Form::new(Lang::En);
    let evil = "\u{1b}[31mred\u{202e}\u{7}";
    let now = monday();
    let change = yishi::domain::command::SetupChange {
        title: Some(evil.to_owned()),
        place: yishi::domain::command::Change::To(evil.to_owned()),
        ..Default::default()
    };
    let person = yishi::domain::people::Newcomer {
        name: evil.to_owned(),
        household: Some(evil.to_owned()),
        ..Default::default()
    };
    for command in [
        Command::ChangeSetup(change),
        Command::AddItem(PlannedItem { title: evil.to_owned(), minutes: Some(5) }),
        Command::Expect(vec![person]),
    ] {
        form.model.meeting.carry_out(&command, now, evil).unwrap();
    }
    let lines = form.model.meeting.lines().to_vec();
    form.send(Msg::Reread(lines));
    for field in form.model.rows() {
        form.go(field);
        for (width, height) in [(80, 24), (120, 40)] {
            let screen = form.screen(width, height);
            assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{field:?}");
            assert!(screen.contains("␛[31mred<U+202E>␇"));
        }
    }
}
