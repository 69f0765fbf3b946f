//! Keys, pastes, the mouse and news of files on the screen that looks back.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod desk_support;
mod review_support;
#[path = "common/screen.rs"]
mod screen;

use std::io;
use std::path::{Path, PathBuf};

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use desk_support::Desk;
use review_support::*;
use yishi::store::disk::{DiskError, Op};
use yishi::text::words::Lang;
use yishi::tui::aid::Aid;
use yishi::tui::desk::model::Tone;
use yishi::tui::review::model::Tab;
use yishi::tui::review::msg::{Effect, Msg};
use yishi::tui::writing::Written;

#[test]
fn pages_are_turned_by_keys_of_their_own_and_in_turn() {
    let mut review = review(Lang::Zh);
    for (number, tab) in
        [(3, Tab::TimeLine), (4, Tab::Opinions), (5, Tab::Actions), (2, Tab::Minutes)]
    {
        review.f(number);
        assert_eq!(review.model.tab, tab);
    }
    for tab in [Tab::TimeLine, Tab::Opinions, Tab::Actions, Tab::Minutes] {
        review.key(KeyCode::Tab);
        assert_eq!(review.model.tab, tab);
    }
    review.press(KeyCode::BackTab, KeyModifiers::SHIFT);
    assert_eq!(review.model.tab, Tab::Actions);
}

#[test]
fn the_bar_moves_and_passes_over_blank_rows() {
    let mut review = review(Lang::Zh);
    review.f(3);
    review.key(KeyCode::Up);
    assert_eq!(review.model.bar(), 0);
    let mut seen = vec![review.row()];
    for _ in 0..200 {
        review.key(KeyCode::Down);
        if seen.last() == Some(&review.row()) {
            break;
        }
        seen.push(review.row());
    }
    assert!(seen.iter().all(|row| !row.is_empty()), "{seen:?}");
    let rows = review.model.rows();
    assert_eq!(seen.len(), rows.iter().filter(|row| !row.is_blank()).count());
    review.key(KeyCode::Home);
    assert_eq!(review.model.bar(), 0);
    review.key(KeyCode::End);
    assert_eq!(review.model.bar(), review.model.rows().len() - 1);
}

#[test]
fn a_page_shows_rows_that_were_not_seen_before_and_leaves_none_out() {
    let mut review = review(Lang::Zh);
    review.f(3);
    review.model.size = (80, 24);
    let seen = |review: &Review| review.screen(80, 24);
    let (mut before, mut pages) = (review.model.bar(), 0);
    loop {
        let shown = seen(&review);
        review.key(KeyCode::PageDown);
        let bar = review.model.bar();
        if bar == before {
            break;
        }
        pages += 1;
        assert_ne!(shown, seen(&review));
        // Fewer lines than there are on the screen lie between the two.
        assert!(bar - before <= 18, "{before} to {bar}");
        before = bar;
    }
    assert!((2..12).contains(&pages), "{pages}");
    for _ in 0..=pages {
        review.key(KeyCode::PageUp);
    }
    assert_eq!(review.model.bar(), 0);
}

#[test]
fn another_page_shows_the_same_line_of_the_record() {
    let mut review = review(Lang::Zh);
    review.f(4);
    review.write("费用谁出");
    assert!(review.row().contains("费用谁出"));
    let seq = review.model.seq();
    review.f(3);
    assert!(review.row().contains("李强 发言（4 号意见，提问）：费用谁出"), "{}", review.row());
    assert_eq!(review.model.seq(), seq);
    review.f(2);
    assert!(review.row().contains("（4）李强：费用谁出"), "{}", review.row());
    // A page that does not tell of it keeps its own place.
    review.f(5);
    assert_eq!(review.model.bar(), 0);
}

#[test]
fn typing_finds_and_comes_back_when_it_is_cleared() {
    let mut review = review(Lang::Zh);
    review.f(3);
    review.key(KeyCode::Down);
    review.key(KeyCode::Down);
    let before = review.model.bar();
    review.write("wxm");
    assert!(review.row().contains("王小明"), "{}", review.row());
    assert_eq!(review.model.hit_at_bar(), Some(1));
    let count = review.model.hits.len();
    assert!(count > 5);
    review.write("没有这样的");
    assert_eq!(review.model.bar(), before, "nothing found: back to where finding began");
    assert!(review.model.hits.is_empty() && review.model.elsewhere.is_empty());
    for _ in 0..5 {
        review.key(KeyCode::Backspace);
    }
    assert_eq!(review.model.hits.len(), count);
    review.key(KeyCode::Esc);
    assert_eq!(review.model.find.text(), "");
    assert!(review.row().contains("王小明"), "clearing stays where one is");
    assert!(review.model.hits.is_empty());
    assert_eq!(review.effects, []);
    review.key(KeyCode::Esc);
    assert_eq!(review.effects, [Effect::Leave]);
}

#[test]
fn places_are_gone_through_in_both_directions_and_round() {
    let mut review = review(Lang::Zh);
    review.f(3);
    review.write("王小明");
    let hits = review.model.hits.clone();
    assert!(hits.len() >= 4 && hits.is_sorted());
    review.model.put_bar(0);
    for hit in &hits {
        review.ctrl('n');
        assert_eq!(review.model.bar(), *hit);
    }
    assert_eq!(review.notice(), "");
    review.key(KeyCode::Enter);
    assert_eq!(review.model.bar(), hits[0]);
    assert!(review.notice().contains("从头找起"), "{}", review.notice());
    review.ctrl('p');
    assert_eq!(review.model.bar(), hits[hits.len() - 1]);
    assert!(review.notice().contains("从末尾找起"));
    review.ctrl('p');
    assert_eq!(review.model.bar(), hits[hits.len() - 2]);
    assert_eq!(review.notice(), "");
    // Not from a place, but from between two of them.
    review.model.put_bar(hits[1] + 1);
    review.ctrl('p');
    assert_eq!(review.model.bar(), hits[1]);
}

#[test]
fn nothing_to_find_is_told() {
    let mut review = review(Lang::Zh);
    review.ctrl('n');
    assert!(review.notice().contains("还没有打要找的字"));
    review.write("  ");
    review.ctrl('p');
    assert!(review.notice().contains("还没有打要找的字"));
}

#[test]
fn what_is_only_on_other_pages_is_told() {
    let mut review = review(Lang::Zh);
    review.f(4);
    review.write("公告栏");
    assert!(review.model.hits.is_empty());
    let pages: Vec<Tab> = review.model.elsewhere.iter().map(|(tab, _)| *tab).collect();
    assert_eq!(pages, [Tab::Minutes, Tab::Actions], "news of an action");
    assert!(review.screen(80, 24).contains("F5 行动 1 处"));
    review.f(5);
    assert_eq!(review.model.hits.len(), 1);
    assert!(review.model.elsewhere.is_empty());
}

#[test]
fn it_opens_at_a_line_or_the_nearest_before_it() {
    let mut review = review(Lang::Zh);
    review.model.show(Tab::TimeLine);
    let lines = review.model.subject.meeting.lines().len() as u64;
    for seq in 0..lines + 5 {
        review.model.go_to(seq);
        let found = review.model.seq().unwrap();
        assert!(found <= seq, "{seq}: {found}");
        let told = |row: &yishi::report::review::row::Row| row.seq;
        let nearest = review.model.rows().iter().filter_map(told).filter(|it| *it <= seq).max();
        assert_eq!(Some(found), nearest, "{seq}");
    }
}

#[test]
fn the_row_under_the_bar_is_replayed() {
    let mut review = review(Lang::Zh);
    review.f(4);
    review.write("费用谁出");
    let seq = review.model.seq().unwrap();
    review.f(6);
    assert_eq!(review.effects, [Effect::Replay(seq)]);
    // Enter goes to the next place while something is looked for, and replays otherwise.
    review.key(KeyCode::Enter);
    assert_eq!(review.effects.len(), 1);
    review.key(KeyCode::Esc);
    review.key(KeyCode::Enter);
    assert_eq!(review.effects, [Effect::Replay(seq), Effect::Replay(seq)]);
    // A row that tells of no line by itself belongs to the one above.
    review.f(2);
    review.key(KeyCode::End);
    review.f(6);
    assert!(matches!(review.effects[2], Effect::Replay(seq) if seq > 0));
}

#[test]
fn coming_back_from_the_replay_is_to_its_line() {
    let mut review = review(Lang::Zh);
    review.f(3);
    let line = review.model.subject.meeting.lines().len() as u64 - 1;
    review.model.come_back(Lang::En, review.model.theme, line);
    assert!(review.row().contains("Meeting closed"), "{}", review.row());
    assert_eq!(review.model.tab, Tab::TimeLine);
}

#[test]
fn what_is_shown_is_written_where_somebody_wants_it() {
    let mut review = review(Lang::Zh);
    review.f(7);
    let asking = review.model.asking.clone().unwrap();
    assert_eq!(asking.path.text(), "/home/limin/2026-11-23-november-纪要.md");
    review.key(KeyCode::Enter);
    let Effect::Write { path, bytes, replace } = review.effects.remove(0) else { panic!() };
    assert_eq!(path, "/home/limin/2026-11-23-november-纪要.md");
    assert!(!replace, "never without being told");
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("# 十一月协商会纪要\n") && text.contains("**赞成"));
    assert!(text.contains("记录指纹：0123456789abcdef"));
    // While it is being written, Enter writes nothing else.
    review.key(KeyCode::Enter);
    assert_eq!(review.effects, []);
    review.send(Msg::Written(Written::Done(PathBuf::from("/home/limin/x.md"))));
    assert!(review.model.asking.is_none());
    assert!(review.notice().contains("/home/limin/x.md"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_by_a_second_enter() {
    let mut review = review(Lang::Zh);
    review.f(5);
    review.f(7);
    let path = review.model.asking.clone().unwrap().path.text().to_owned();
    assert!(Path::new(&path).extension().is_some_and(|it| it == "csv"));
    review.key(KeyCode::Enter);
    review.send(Msg::Written(Written::Exists));
    assert!(review.notice().contains("已有这个文件"));
    // Another name is another file: it is asked about again.
    review.key(KeyCode::Home);
    review.write("/tmp");
    review.key(KeyCode::Enter);
    review.send(Msg::Written(Written::Exists));
    review.key(KeyCode::Enter);
    let replaces: Vec<bool> = review
        .effects
        .iter()
        .map(|effect| matches!(effect, Effect::Write { replace: true, .. }))
        .collect();
    assert_eq!(replaces, [false, false, true]);
    review.send(Msg::Written(Written::IsRecord));
    assert!(review.notice().contains("不能覆盖"));
    review.key(KeyCode::Enter);
    let last = review.effects.last();
    assert!(matches!(last, Some(Effect::Write { replace: false, .. })), "warned no longer");
}

#[test]
fn what_cannot_be_written_is_told_and_can_be_put_right() {
    let mut review = review(Lang::En);
    review.f(7);
    review.ctrl('u');
    review.key(KeyCode::Enter);
    assert!(review.notice().contains("no file name"));
    review.write("minutes.csv");
    review.key(KeyCode::Enter);
    assert!(review.notice().contains("end with .md"));
    assert_eq!(review.effects, []);
    review.ctrl('u');
    review.write("/nowhere/minutes.md");
    review.key(KeyCode::Enter);
    let missing = io::Error::from(io::ErrorKind::NotFound);
    let error = DiskError::new(Op::Create, Path::new("/nowhere/minutes.md"), missing);
    review.send(Msg::Written(Written::Failed(error)));
    assert!(review.notice().contains("/nowhere/minutes.md"));
    assert_eq!(review.model.notice.as_ref().unwrap().tone, Tone::Refused);
    assert_eq!(review.model.asking.clone().unwrap().path.text(), "/nowhere/minutes.md");
    review.send(Msg::Written(Written::IsFolder));
    assert!(review.notice().contains("That is a folder"));
    review.key(KeyCode::Esc);
    assert!(review.model.asking.is_none());
    assert!(!review.effects.contains(&Effect::Leave), "Esc only closes the line");
}

#[test]
fn the_form_of_a_file_is_that_of_its_name() {
    let mut review = review(Lang::En);
    for (page, name, start) in [
        (2, "a.md", "# Minutes of November meeting"),
        (2, "a", "# Minutes of November meeting"),
        (3, "a.csv", "\u{feff}Entry,Date,Time"),
        (3, "a.md", "# November meeting: time line"),
        (4, "a", "\u{feff}Item,No.,Position"),
        (4, "a.MD", "# November meeting: opinions"),
        (5, "a.csv", "\u{feff}Id,Community"),
        (5, "a.md", "# Actions"),
    ] {
        review.f(page);
        let text = String::from_utf8(review.model.file(name).unwrap()).unwrap();
        assert!(text.starts_with(start), "{page} {name}: {text}");
    }
}

#[test]
fn a_name_that_another_program_would_not_open_is_refused() {
    let mut review = review(Lang::Zh);
    for (page, name, ending) in [
        (2, "纪要.docx", ".md"),
        (3, "a.xlsx", ".csv"),
        (4, "a.doc", ".csv"),
        (5, "a.XLSX", ".csv"),
    ] {
        review.f(page);
        let why = review.model.file(name).unwrap_err();
        assert!(why.contains("结尾") && why.contains(ending), "{name}: {why}");
    }
}

#[test]
fn pasted_text_goes_into_the_line_that_has_the_caret() {
    let mut review = review(Lang::Zh);
    review.send(Msg::Paste("\n 费用谁出 \n第二行".to_owned()));
    assert_eq!(review.model.find.text(), "费用谁出");
    assert!(!review.model.hits.is_empty());
    review.f(7);
    review.ctrl('u');
    review.send(Msg::Paste("/tmp/纪要.md".to_owned()));
    assert_eq!(review.model.asking.clone().unwrap().path.text(), "/tmp/纪要.md");
    assert_eq!(review.model.find.text(), "费用谁出");
    review.key(KeyCode::Esc);
    review.key(KeyCode::F(12));
    review.send(Msg::Paste("重放".to_owned()));
    review.key(KeyCode::Enter);
    assert!(matches!(review.effects[..], [Effect::Replay(_)]), "chosen in the palette");
}

#[test]
fn help_and_palette_lie_over_everything() {
    let mut review = review(Lang::Zh);
    review.f(1);
    assert!(matches!(review.model.aid, Some(Aid::Help(0))));
    review.key(KeyCode::Down);
    assert!(matches!(review.model.aid, Some(Aid::Help(1))));
    review.ctrl('l');
    assert_eq!(review.model.words.lang(), Lang::En);
    assert!(review.model.aid.is_some());
    review.key(KeyCode::Esc);
    assert!(review.model.aid.is_none());
    assert_eq!(review.effects, []);
    review.ctrl('q');
    assert_eq!(review.effects, [Effect::Leave]);
}

#[test]
fn another_language_keeps_the_place() {
    let mut review = review(Lang::Zh);
    review.f(4);
    review.write("费用谁出");
    let seq = review.model.seq();
    review.ctrl('l');
    assert_eq!(review.model.seq(), seq);
    assert_eq!(review.model.hits.len(), 1);
    assert!(review.screen(80, 24).contains("opinions"));
}

#[test]
fn lines_that_another_program_adds_appear_and_the_place_is_kept() {
    let whole = closed(Lang::Zh);
    let mut earlier = whole.clone();
    earlier.go_back_to(20);
    let mut review = Review::of(earlier, Lang::Zh);
    review.f(3);
    review.write("先公示");
    review.key(KeyCode::Down);
    let (row, seq) = (review.row(), review.model.seq());
    let added = whole.lines()[20..].to_vec();
    assert!(review.send(Msg::Followed(added)));
    assert_eq!(review.model.subject.meeting.session(), whole.session());
    assert_eq!((review.row(), review.model.seq()), (row, seq));
    assert!(review.model.rows().iter().any(|row| row.text().contains("散会")));
    let text = String::from_utf8(review.model.file("a.csv").unwrap()).unwrap();
    assert!(text.contains("散会"));
    // The fingerprint was that of the record as it was read.
    review.f(2);
    let text = String::from_utf8(review.model.file("a.md").unwrap()).unwrap();
    assert!(!text.contains("0123456789abcdef"));
    // Another record in its place, shorter.
    let shorter = Desk::prepared(Lang::Zh).model.meeting.lines().to_vec();
    assert!(review.send(Msg::Replaced(shorter)));
    assert!(review.model.bar() < review.model.rows().len());
    assert!(!review.send(Msg::Replaced(Vec::new())), "no record at all changes nothing");
}

fn mouse(kind: MouseEventKind, column: u16, row: u16) -> Msg {
    Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

#[test]
fn a_click_goes_to_a_row_and_the_wheel_moves() {
    let mut review = review(Lang::Zh);
    review.f(4);
    for size in [(80, 24), (120, 40), (60, 16)] {
        review.model.size = size;
        for line in 0..size.1 {
            review.model.put_bar(12);
            let screen = review.screen(size.0, size.1);
            let clicked = screen.lines().nth(usize::from(line)).unwrap_or_default().to_owned();
            let down = MouseEventKind::Down(MouseButton::Left);
            if review.send(mouse(down, 10, line)) {
                // What was clicked on is now under the bar.
                let row = review.row();
                let start: String = row.chars().filter(|c| !c.is_whitespace()).take(4).collect();
                let solid = clicked.replace(char::is_whitespace, "");
                let within = solid.contains(&start)
                    || review.model.rows()[review.model.bar()].text().contains(clicked.trim())
                    || clicked.starts_with("     ");
                assert!(within, "{clicked} is not {row}");
            } else {
                assert_eq!(review.model.bar(), 12, "{clicked}");
            }
        }
    }
    review.model.put_bar(0);
    review.send(mouse(MouseEventKind::ScrollDown, 5, 5));
    assert!(review.model.bar() >= 3);
    review.send(mouse(MouseEventKind::ScrollUp, 5, 5));
    assert_eq!(review.model.bar(), 0);
    review.f(1);
    assert!(!review.send(mouse(MouseEventKind::ScrollDown, 5, 5)));
}
