//! Windows over the board, and its help.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::super::model::{Model, Panel};
use super::detail;
use crate::domain::earlier::Raisable;
use crate::domain::topic::Source;
use crate::grammar::affairs::verb::all;
use crate::text::words::id;
use crate::tui::aid::{Section, keys_section};
use crate::tui::keymap::Does;
use crate::tui::listing::{self, Row};
use crate::tui::paint::{piece, plain, put, wrapped};
use crate::tui::window::{self, Size, Window, text_cols};

/// Rows that are seen at once of what earlier meetings left.
const SEEN: usize = 12;

/// Draws the window that is open.
pub fn draw(model: &Model, screen: Rect, buf: &mut Buffer) {
    match &model.panel {
        Some(Panel::Details(scrolled)) => {
            let key = model.keys.key_for(Does::Cancel);
            let foot = model.words.tell(id::BOARD_DETAILS_FOOT, &[("key", key.into())]);
            let window = Window {
                title: &model.words.say(model.page.name()),
                rows: detail::rows(model, text_cols(screen)),
                foot: &foot,
                scrolled: *scrolled,
            };
            window.draw(&model.theme, screen, buf);
        }
        Some(Panel::Earlier { found, bar }) => earlier(model, found.as_ref(), *bar, screen, buf),
        None => {}
    }
}

fn earlier(
    model: &Model,
    found: Option<&Result<(Vec<Raisable>, usize), String>>,
    bar: usize,
    screen: Rect,
    buf: &mut Buffer,
) {
    let (words, theme) = (&model.words, &model.theme);
    let (title, foot) = (words.say(id::BOARD_EARLIER), words.say(id::BOARD_EARLIER_FOOT));
    let (mut told, left): (Vec<(String, _)>, &[Raisable]) = match found {
        None => (vec![(words.say(id::BOARD_EARLIER_LOOKING), theme.warn)], &[]),
        Some(Err(why)) => (vec![(why.clone(), theme.bad)], &[]),
        Some(Ok((left, unread))) => {
            let mut told = Vec::new();
            if left.is_empty() {
                told.push((words.say(id::BOARD_EARLIER_NOTHING), theme.dim));
            }
            if *unread > 0 {
                let values = [("count", (*unread).into())];
                told.push((words.tell(id::BOARD_EARLIER_UNREAD, &values), theme.bad));
            }
            (told, left)
        }
    };
    if let Some(notice) = &model.notice {
        told.push((notice.text.clone(), theme.good));
    }
    let cols = text_cols(screen);
    let told: Vec<Line<'static>> = told
        .iter()
        .flat_map(|(text, style)| {
            wrapped(text, cols, 3).into_iter().map(|row| Line::from(piece(&row, *style)))
        })
        .collect();
    let size = Size { cols, rows: left.len().min(SEEN) + told.len() };
    let inner = window::open(theme, &title, &foot, size, screen, buf);
    let list = left.len().min(SEEN).min(inner.height.into());
    let height = u16::try_from(list).unwrap_or(inner.height);
    let row = |at: usize| left.get(at).map(|it| raisable(model, it)).unwrap_or_default();
    listing::draw(theme, left.len(), Some(bar), row, Rect { height, ..inner }, buf);
    for (at, line) in told.into_iter().enumerate() {
        put(buf, inner, list + at, line);
    }
}

fn raisable(model: &Model, left: &Raisable) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let kind = match left.source {
        Source::ParkingList => id::BOARD_LEFT_PARKED,
        _ => id::BOARD_LEFT_ITEM,
    };
    let right = format!("{}  {}", left.candidate.title, left.candidate.on);
    let kind = piece(&format!("{}  ", words.say(kind)), theme.dim);
    Row {
        left: Line::from(vec![kind, plain(&left.title)]),
        right: Line::from(piece(&right, theme.dim)),
    }
}

/// The help: how the board is used, what can be typed, the keys.
#[must_use]
pub fn help(model: &Model) -> Vec<Section> {
    let words = &model.words;
    let sentences =
        [id::BOARD_HELP_LIST, id::BOARD_HELP_LINE, id::BOARD_HELP_NEXT, id::BOARD_HELP_PAGES];
    let rows = sentences.map(|sentence| (String::new(), words.say(sentence))).to_vec();
    let verbs = all().map(|word| {
        let (arguments, about) = word.explained(words);
        let usual = word.usual(words.lang());
        (format!("/{usual} {arguments}").trim_end().to_owned(), about)
    });
    vec![
        Section { title: words.say(id::PLACE_BOARD), rows },
        Section { title: words.say(id::BOARD_HELP_COMMANDS), rows: verbs.collect() },
        keys_section(words, &model.keys),
    ]
}
