//! What the home lists, finds, asks and opens. The sample holds two communities with three meetings
//! each; which of its actions are late or due is read off its records by hand.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod home_support;

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use home_support::{Home, many, now, sample};
use ratatui::layout::Rect;
use yishi::domain::action::ActionState;
use yishi::store::index::Index;
use yishi::store::progress::Progress;
use yishi::store::session_name::SessionName;
use yishi::store::slug::Slug;
use yishi::text::words::Lang;
use yishi::tui::goto::Goto;
use yishi::tui::home::form::Purpose;
use yishi::tui::home::model::Panel;
use yishi::tui::home::msg::{Effect, News, What};
use yishi::tui::home::overview::{Entry, Section, groups};
use yishi::tui::home::stock::Stock;
use yishi::tui::home::update;

fn sections(home: &Home) -> Vec<(Section, usize)> {
    home.model.groups.iter().map(|group| (group.section, group.all)).collect()
}

fn gone(home: &Home) -> Option<&Goto> {
    home.effects.iter().find_map(|effect| match effect {
        Effect::Go(goto) => Some(goto),
        Effect::Ask(_) => None,
    })
}

fn session(name: &str) -> SessionName {
    SessionName::parse(name).unwrap()
}

#[test]
fn what_is_interrupted_comes_first_then_what_is_to_come_then_what_is_late() {
    let home = Home::sample(Lang::Zh);
    let expected = [
        (Section::Resume, 2),
        (Section::Prepared, 1),
        (Section::Overdue, 5),
        (Section::Recent, 4),
        (Section::Communities, 3),
    ];
    assert_eq!(sections(&home), expected);
    assert!(matches!(home.model.chosen(), Some(Entry::Meeting(_))));
}

#[test]
fn a_week_goes_from_monday_to_sunday() {
    // Open actions of the sample's closed meetings are due on 15 September, 1 and 31 October, and
    // on 15 and 20 November: a Sunday and the Friday after it. Those agreed on 23 November come later.
    for (day, late, this_week) in [(14, 3, 1), (15, 3, 1), (16, 4, 1), (20, 4, 1), (21, 5, 0)] {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let groups = groups(&sample(), None, &[], today);
        let of = |section| groups.iter().find(|it| it.section == section).map_or(0, |it| it.all);
        assert_eq!((of(Section::Overdue), of(Section::ThisWeek)), (late, this_week), "{day}");
    }
}

#[test]
fn enter_opens_the_obvious_thing() {
    for (downs, goto) in [
        (0, Goto::Desk(session("jinyuan/2026-11-23-shiyiyuexieshanghui"))),
        (1, Goto::Desk(session("maple/2026-11-23-november-meeting"))),
        (2, Goto::Prepare(session("maple/2026-12-03-december-meeting"))),
    ] {
        let mut home = Home::sample(Lang::En);
        (0..downs).for_each(|_| home.press(KeyCode::Down));
        home.press(KeyCode::Enter);
        let same = matches!(
            (gone(&home), &goto),
            (Some(Goto::Desk(_)), Goto::Desk(_)) | (Some(Goto::Prepare(_)), Goto::Prepare(_))
        );
        assert!(same, "{:?} {goto:?}", gone(&home));
    }
    // An overdue action leads to the meeting that agreed on it.
    let mut home = Home::sample(Lang::En);
    (0..3).for_each(|_| home.press(KeyCode::Down));
    home.press(KeyCode::Enter);
    assert!(matches!(gone(&home), Some(Goto::Review { at: None, .. })));
}

#[test]
fn typing_finds_by_characters_pinyin_and_initials() {
    for typed in ["电梯", "dianti", "dt 加装"] {
        let mut home = Home::sample(Lang::Zh);
        home.write(typed);
        let meeting = home.model.groups.iter().find(|it| it.section == Section::Meetings).unwrap();
        assert_eq!(meeting.all, 1, "{typed}");
        home.press(KeyCode::Enter);
        let name = session("jinyuan/2026-10-15-shiyuexieshanghui");
        assert_eq!(gone(&home), Some(&Goto::Review { name, at: None }), "{typed}");
    }
}

#[test]
fn records_are_searched_from_two_letters_on_and_only_the_latest_search_counts() {
    let mut home = Home::sample(Lang::Zh);
    home.write("d");
    assert!(home.asked().is_none());
    home.write("i");
    assert!(matches!(home.asked(), Some(What::Search { wanted, .. }) if *wanted == ["di"]));
    let first = home.model.search.running.clone().unwrap();
    let number = home.model.search.number;
    home.write("a");
    assert!(first.is_cancelled(), "what nobody wants any more is stopped");
    home.news(News::Found(number, Vec::new()));
    assert!(home.model.search.running.is_some(), "an old answer is not taken for the new one");
    home.news(News::Found(number + 1, Vec::new()));
    assert!(home.model.search.running.is_none());
}

#[test]
fn a_community_is_narrowed_to_and_left_again() {
    let mut home = Home::sample(Lang::En);
    home.write("maple");
    home.press(KeyCode::Enter);
    assert_eq!(home.model.narrowed, Some(Slug::parse("maple").unwrap()));
    assert_eq!(home.model.line.text(), "");
    assert!(home.model.groups.iter().all(|group| group.section != Section::Communities));
    home.write("电梯");
    assert_eq!(home.model.chosen(), None, "the other community's meetings are not here");
    home.press(KeyCode::Esc);
    assert_eq!(home.model.line.text(), "");
    home.press(KeyCode::Esc);
    assert_eq!(home.model.narrowed, None);
}

#[test]
fn a_meeting_is_made_by_three_answers() {
    let mut home = Home::sample(Lang::En);
    home.press(KeyCode::F(2));
    home.write("mp");
    home.press(KeyCode::Enter);
    assert!(
        matches!(&home.model.panel, Some(Panel::Form(form)) if form.trouble.is_some()),
        "nobody is called mp"
    );
    home.answer("maple");
    home.answer("Winter meeting");
    home.answer("12-31");
    match home.asked() {
        Some(What::MakeMeeting { community, title, on }) => {
            assert_eq!((community.as_str(), title.as_str()), ("maple", "Winter meeting"));
            assert_eq!(on.to_string(), "2026-12-31");
        }
        other => panic!("{other:?}"),
    }
    // What is refused can be put right; what is made is gone to.
    home.news(News::Refused("full".into()));
    assert!(
        matches!(&home.model.panel, Some(Panel::Form(form)) if form.trouble.as_deref() == Some("full"))
    );
    let made = Goto::Prepare(session("maple/2026-12-31-winter-meeting"));
    home.news(News::Go(made.clone()));
    assert_eq!(gone(&home), Some(&made));
}

#[test]
fn the_day_proposed_leaves_time_for_a_notice() {
    let mut home = Home::sample(Lang::Zh);
    home.press(KeyCode::F(2));
    home.press(KeyCode::Enter);
    home.press(KeyCode::Enter);
    home.press(KeyCode::Enter);
    match home.asked() {
        Some(What::MakeMeeting { title, on, .. }) => {
            assert_eq!(title, "十一月协商会");
            // Three days after the 24th.
            assert_eq!(on.to_string(), "2026-11-27");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_became_of_an_action_is_reported() {
    let mut home = Home::sample(Lang::Zh);
    home.press(KeyCode::F(5));
    assert!(home.model.notice.is_some() && home.model.panel.is_none(), "the bar is on a meeting");
    (0..3).for_each(|_| home.press(KeyCode::Down));
    home.press(KeyCode::F(5));
    home.answer("办结");
    home.answer("已划线");
    match home.asked() {
        Some(What::Report { state, note, .. }) => {
            assert_eq!((*state, note.as_str()), (ActionState::Done, "已划线"));
        }
        other => panic!("{other:?}"),
    }
    home.news(News::Done("好".into()));
    assert!(home.model.panel.is_none());
    assert_eq!(home.model.notice.as_ref().unwrap().text, "好");
}

#[test]
fn an_empty_store_leads_through_the_first_steps() {
    let mut home = Home::of(Index::default(), Lang::Zh);
    assert_eq!(sections(&home), [(Section::Begin, 3)]);
    // People cannot be anywhere yet: a community comes first, and they are asked for after it.
    home.press(KeyCode::Down);
    home.press(KeyCode::Enter);
    home.answer("");
    assert!(matches!(&home.model.panel, Some(Panel::Form(form)) if form.trouble.is_some()));
    home.answer("枫林社区");
    home.answer("");
    assert!(matches!(home.asked(), Some(What::MakeCommunity { name, .. }) if name == "枫林社区"));
    home.news(News::Made(Slug::parse("jinyuan").unwrap()));
    home.news(News::Looked(sample()));
    assert!(matches!(&home.model.panel, Some(Panel::Form(form)) if form.steps.len() == 2));
}

#[test]
fn long_work_can_be_stopped() {
    let mut home = Home::sample(Lang::En);
    home.press(KeyCode::F(9));
    let progress = match &home.model.panel {
        Some(Panel::Working { progress, .. }) => progress.clone(),
        other => panic!("{other:?}"),
    };
    home.press(KeyCode::Esc);
    assert!(progress.is_cancelled());
    home.news(News::Stopped);
    assert!(home.model.panel.is_none() && home.model.notice.is_some());
}

#[test]
fn the_mouse_chooses_and_opens() {
    let mut home = Home::sample(Lang::En);
    let screen = Rect::new(0, 0, 80, 24);
    let click = |home: &mut Home, row| {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let mouse = MouseEvent { kind, column: 5, row, modifiers: KeyModifiers::NONE };
        update::on_mouse(&mut home.model, mouse, screen, &mut home.effects);
    };
    // Rows 0 to 2 are the head, row 3 the first heading.
    click(&mut home, 3);
    assert_eq!(home.model.bar, 0);
    click(&mut home, 5);
    assert_eq!((home.model.bar, gone(&home)), (1, None));
    click(&mut home, 5);
    assert!(matches!(gone(&home), Some(Goto::Desk(_))));
}

#[test]
fn the_language_changes_everything_at_once() {
    let mut home = Home::sample(Lang::Zh);
    home.ctrl('l');
    assert_eq!(home.model.words.lang(), Lang::En);
    assert_eq!(home.model.now, now());
}

#[test]
fn until_it_is_known_what_there_is_nothing_can_be_begun() {
    let mut home = Home::of(Index::default(), Lang::Zh);
    home.model.reading = Some(Arc::new(Progress::new()));
    home.model.stock = None;
    home.model.list();
    assert!(sections(&home).is_empty(), "it does not look like an empty store");
    home.press(KeyCode::F(2));
    assert!(home.model.panel.is_none() && home.model.notice.is_some());
    // What is typed meanwhile is not lost.
    home.write("dianti");
    assert_eq!(home.model.chosen(), None);
    home.news(News::Looked(sample()));
    assert!(home.model.reading.is_none());
    let Some(What::Stock(index)) = home.asked() else { panic!("nothing to find anything in") };
    let stock = Arc::new(Stock::of(index));
    home.news(News::Stock(stock));
    assert!(sections(&home).contains(&(Section::Meetings, 1)));
    home.press(KeyCode::Esc);
    assert_eq!(sections(&home).first(), Some(&(Section::Resume, 2)));
}

#[test]
fn what_is_found_stays_where_nothing_has_changed() {
    let mut home = Home::sample(Lang::Zh);
    home.write("xsh");
    let found = home.model.groups.clone();
    let same = home.model.index.clone();
    home.news(News::Looked(same));
    assert!(!matches!(home.asked(), Some(What::Stock(_))));
    assert_eq!(home.model.groups, found);
    // Another index has other places: what was found is found again in it.
    home.news(News::Looked(sample()));
    assert!(matches!(home.asked(), Some(What::Stock(_))));
}

#[test]
fn a_store_that_cannot_be_looked_at_is_told_once() {
    let mut home = Home::sample(Lang::Zh);
    home.news(News::NotLooked("读不了".into()));
    assert_eq!(home.model.notice.as_ref().unwrap().text, "读不了");
    assert!(home.asked().is_none(), "asking again would go on for ever");
}

#[test]
fn the_name_of_a_file_is_completed() {
    let mut home = Home::sample(Lang::En);
    home.press(KeyCode::F(6));
    home.answer("maple");
    home.write("~/peo");
    home.press(KeyCode::Tab);
    assert!(matches!(home.asked(), Some(What::CompletePath(typed)) if typed == "~/peo"));
    let typed = |home: &Home| match &home.model.panel {
        Some(Panel::Form(form)) => form.step().unwrap().line.text().to_owned(),
        other => panic!("{other:?}"),
    };
    home.news(News::Path("~/pe".into(), "~/people.csv".into()));
    assert_eq!(typed(&home), "~/peo", "an answer that comes too late is none");
    home.news(News::Path("~/peo".into(), "~/people.csv".into()));
    assert_eq!(typed(&home), "~/people.csv");
}

#[test]
fn a_long_part_of_the_list_is_folded_until_one_asks() {
    // Each of the twelve communities has one meeting in session, and of the actions of its two closed
    // ones those of 15 September, 15 and 20 November are late.
    let mut home = Home::of(many(), Lang::Zh);
    let entries = |home: &Home, section| {
        home.model.groups.iter().find(|it| it.section == section).unwrap().entries.clone()
    };
    let overdue = entries(&home, Section::Overdue);
    assert_eq!(sections(&home)[..2], [(Section::Resume, 12), (Section::Overdue, 36)]);
    assert_eq!((overdue.len(), overdue.last()), (11, Some(&Entry::More(Section::Overdue, 26))));
    // Ten meetings and the row that tells of two more, then ten actions: the next row unfolds.
    assert_eq!(entries(&home, Section::Resume).last(), Some(&Entry::More(Section::Resume, 2)));
    (0..21).for_each(|_| home.press(KeyCode::Down));
    assert_eq!(home.model.chosen(), Some(Entry::More(Section::Overdue, 26)));
    home.press(KeyCode::Enter);
    assert_eq!(entries(&home, Section::Overdue).len(), 36);
    assert!(matches!(home.model.chosen(), Some(Entry::Action(..))), "the first that was hidden");
    home.press(KeyCode::Esc);
    assert_eq!(entries(&home, Section::Overdue).len(), 11);
}

#[test]
fn the_board_of_a_community_is_opened_or_asked_for() {
    // The sample has two communities: it has to be known which.
    let mut home = Home::sample(Lang::Zh);
    home.press(KeyCode::F(10));
    let Some(Panel::Form(form)) = &home.model.panel else { panic!("nothing is asked") };
    assert_eq!(form.purpose, Purpose::Topics);
    home.write("maple");
    home.press(KeyCode::Enter);
    let maple = Slug::parse("maple").unwrap();
    assert_eq!(gone(&home), Some(&Goto::Board(maple.clone())));
    // That of the meeting under the bar is offered first.
    for (title, expected) in [("November meeting", "maple"), ("十一月协商会", "jinyuan")] {
        let mut home = Home::sample(Lang::Zh);
        while let Some(Entry::Meeting(at)) = home.model.chosen() {
            let digest = yishi::tui::home::overview::digest(&home.model.index, at).unwrap();
            if digest.title == title {
                break;
            }
            home.press(KeyCode::Down);
        }
        home.press(KeyCode::F(10));
        home.press(KeyCode::Enter);
        let expected = Slug::parse(expected).unwrap();
        assert_eq!(gone(&home), Some(&Goto::Board(expected)), "{title}");
    }
    // The one that is looked at alone is meant.
    let mut home = Home::sample(Lang::Zh);
    home.model.narrowed = Some(maple.clone());
    home.model.list();
    home.press(KeyCode::F(10));
    assert_eq!(gone(&home), Some(&Goto::Board(maple)));
    // Where there is none yet, one is made first.
    let mut home = Home::of(Index::default(), Lang::Zh);
    home.press(KeyCode::F(10));
    assert!(matches!(home.model.panel, Some(Panel::Form(_))));
    assert_eq!(gone(&home), None);
}
