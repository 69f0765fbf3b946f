//! Points at the desk: like opinions offered while one types and told afterwards, brought together
//! by one key, and how all of it looks.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
#[path = "common/screen.rs"]
mod screen;

use crossterm::event::KeyCode;
use desk_support::Desk;
use yishi::domain::ids::{OpinionId, PointId};
use yishi::text::words::Lang;

/// Both sizes of a desk in one snapshot.
fn snapshot(name: &str, lang: Lang, desk: &Desk) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{}", lang.code()), desk.both());
    });
}

fn notice(desk: &Desk) -> String {
    desk.model.notice.clone().map(|notice| notice.text).unwrap_or_default()
}

fn repeated(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "赵敏：停车位先给老人和行动不便的住户",
        Lang::En => {
            "Joan Miller: spaces should go first to older residents and to those who cannot walk far"
        }
    }
}

/// Points, a reserved opinion, one off the topic.
fn consolidated(lang: Lang) -> Desk {
    let lines: &[(&str, &str)] = match lang {
        Lang::Zh => &[
            ("19:13:00", "周涛：线画好以前应当公示"),
            ("19:13:30", "赵敏：车棚太暗"),
            ("19:14:00", "/归并 3 6 = 先公示，再划线"),
            ("19:14:10", "/同意 K1 李强"),
            ("19:14:20", "/保留 2 R1"),
            ("19:14:30", "/离题 7"),
        ],
        Lang::En => &[
            ("19:13:00", "Tom Ward: lines must not be painted before the plan is out"),
            ("19:13:30", "Joan Miller: the shed is too dark"),
            ("19:14:00", "/merge 3 6 = publish first, then paint"),
            ("19:14:10", "/agree K1 Grace Hall"),
            ("19:14:20", "/reserve 2 R1"),
            ("19:14:30", "/offtopic 7"),
        ],
    };
    Desk::amid(lang).typed(lines)
}

#[test]
fn points_stand_above_the_opinions() {
    for lang in Lang::ALL {
        snapshot("points", lang, &consolidated(lang));
    }
}

#[test]
fn what_is_like_an_opinion_is_offered_and_told() {
    for lang in Lang::ALL {
        let mut desk = Desk::amid(lang);
        desk.write(repeated(lang));
        snapshot("alike_offered", lang, &desk);
        desk.key(KeyCode::Esc);
        desk.key(KeyCode::Enter);
        snapshot("alike_told", lang, &desk);
    }
}

#[test]
fn tab_takes_the_offer_and_enter_never_does() {
    let mut desk = Desk::amid(Lang::Zh);
    let line = "赵敏：停车位先给老人和行动不便的住户";
    let count = desk.model.session().opinions.len();
    desk.write(line);
    desk.key(KeyCode::Tab);
    assert_eq!(desk.model.capture.text(), "/同意 2 赵敏");
    desk.key(KeyCode::Enter);
    assert_eq!(desk.model.session().opinions.len(), count);
    let shared = desk.model.session().opinion(OpinionId(2)).unwrap().endorsed.len();
    assert_eq!(shared, 1);
    let mut desk = Desk::amid(Lang::Zh);
    desk.enter(line);
    assert_eq!(desk.model.session().opinions.len(), count + 1, "Enter takes the words as they are");
}

#[test]
fn in_the_middle_of_a_line_nothing_takes_its_place() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.write("赵敏：停车位先给老人和行动不便的住户，还有孕妇");
    for _ in 0..5 {
        desk.key(KeyCode::Left);
    }
    assert!(desk.model.completions.iter().all(|offer| !offer.insert.starts_with('/')));
}

#[test]
fn one_key_brings_like_opinions_together_and_undo_parts_them() {
    let mut desk = Desk::amid(Lang::Zh);
    desk.enter("赵敏：停车位先给老人和行动不便的住户");
    assert!(notice(&desk).contains("6 号意见像 2"), "{}", notice(&desk));
    desk.write("还没打完");
    desk.ctrl('o');
    let point = desk.model.session().point(PointId(1)).unwrap();
    assert_eq!(point.from, [OpinionId(2), OpinionId(6)]);
    assert_eq!(desk.model.capture.text(), "还没打完", "what is being typed stays");
    desk.ctrl('z');
    assert!(desk.model.session().points.is_empty());
    // With nothing to bring together the key begins the command.
    desk.ctrl('u');
    desk.ctrl('o');
    assert_eq!(desk.model.capture.text(), "/归并 ");
}
