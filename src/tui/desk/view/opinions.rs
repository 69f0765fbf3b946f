//! What was said on the item, the latest at the bottom.

use std::collections::VecDeque;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::item::Item;
use crate::domain::opinion::{Opinion, Stance};
use crate::phrase;
use crate::text::width::{clean, clip, pad, pad_left, width};
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint::{piece, plain, put, put_both, wrapped};

/// Columns of an opinion's number and mark.
const NUMBER_COLS: usize = 6;
/// Columns an author's name may take.
const AUTHOR_COLS: usize = 16;
/// Rows the latest opinion may take; earlier ones take fewer.
const LATEST_ROWS: usize = 4;
/// Rows an earlier opinion may take.
const EARLIER_ROWS: usize = 2;

/// Draws the opinions of an item with their heading.
pub fn draw(model: &Model, item: &Item, area: Rect, buf: &mut Buffer) {
    let Some(room) = area.height.checked_sub(1) else { return };
    let body = Rect { y: area.y + 1, height: room, ..area };
    let points = point_rows(model, item, usize::from(body.width), usize::from(room));
    let taken = u16::try_from(points.len()).unwrap_or(room).min(room);
    for (row, line) in points.into_iter().enumerate() {
        put(buf, body, row, line);
    }
    let room = room - taken;
    let body = Rect { y: body.y + taken, height: room, ..body };
    let shown = shown(model, item, usize::from(body.width), usize::from(room));
    let above = match shown.above {
        0 => Line::default(),
        count => {
            let mut values = model.keys.values();
            values.push(("count", count.into()));
            let told = model.words.tell(id::OPINIONS_EARLIER, &values);
            Line::from(piece(&told, model.theme.dim))
        }
    };
    put_both(buf, area, 0, heading(model, item), above);
    if item.opinions.is_empty() {
        let hint = model.words.say(model.hint(id::OPINIONS_NONE, id::READ_OPINIONS_NONE));
        put(buf, body, 0, Line::from(piece(&hint, model.theme.dim)));
    }
    for (row, line) in shown.rows.into_iter().enumerate() {
        put(buf, body, row, line);
    }
}

struct Shown {
    rows: Vec<Line<'static>>,
    /// Opinions that lie above the first row.
    above: usize,
}

/// The rows to show, worked out from the latest opinion backwards and no further than can be seen.
fn shown(model: &Model, item: &Item, cols: usize, room: usize) -> Shown {
    let wanted = room.saturating_add(model.scrolled);
    // Each row with the place of its opinion under the item.
    let mut rows: VecDeque<(usize, Line<'static>)> = VecDeque::new();
    for (at, id) in item.opinions.iter().enumerate().rev() {
        if rows.len() > wanted {
            break;
        }
        let Some(opinion) = model.session().opinion(*id) else { continue };
        let most = if at + 1 == item.opinions.len() { LATEST_ROWS } else { EARLIER_ROWS };
        for line in opinion_rows(model, opinion, cols, most).into_iter().rev() {
            rows.push_front((at, line));
        }
    }
    // Scrolling stops at the first opinion.
    let end = rows.len() - model.scrolled.min(rows.len().saturating_sub(room));
    let cut = end.saturating_sub(room);
    let first_at = |row: usize| rows.get(row).map(|(at, _)| *at);
    // An opinion whose beginning does not fit is left out, unless it would leave nothing.
    let starts = |row: &usize| *row == 0 || first_at(*row) != first_at(*row - 1);
    let start = (cut..end).find(starts).unwrap_or(cut);
    let above = first_at(start).unwrap_or_default();
    Shown { rows: rows.into_iter().take(end).skip(start).map(|(_, line)| line).collect(), above }
}

/// How many opinions there are, and how many questions await an answer.
fn heading(model: &Model, item: &Item) -> Line<'static> {
    let count = item.opinions.len();
    let title = model.words.tell(id::OPINIONS_TITLE, &[("count", count.into())]);
    let mut line = Line::from(piece(&title, model.theme.strong));
    let points = model.session().points_of(item.id).count();
    if points > 0 {
        let count = [("count", points.into())];
        let told = format!("  {}", model.words.tell(id::POINTS_COUNT, &count));
        line.spans.push(piece(&told, model.theme.strong));
    }
    let open = item.open_questions.len();
    if open > 0 {
        let told = format!("  {} {open}", model.words.say(id::OPINION_OPEN));
        line.spans.push(piece(&told, model.theme.warn));
    }
    line
}

/// The points of the item, the latest of them if there is no room for all, each with how many stand
/// behind it.
fn point_rows(model: &Model, item: &Item, cols: usize, room: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let points: Vec<_> = model.session().points_of(item.id).collect();
    let most = (room / 3).max(1);
    let (_, seen) = points.split_at(points.len().saturating_sub(most));
    seen.iter()
        .map(|point| {
            let count = model.session().supporters_of(point).len();
            let support = model.words.tell(id::POINT_SUPPORT, &[("count", count.into())]);
            let number = phrase::point_name(point.id);
            let lead = width(&number).max(3) + 1;
            let text_cols = cols.saturating_sub(lead + width(&support) + 2).max(10);
            let text = clip(&clean(&point.text), text_cols).into_owned();
            Line::from(vec![
                piece(&format!("{} ", pad_left(&number, 3)), theme.key),
                piece(&pad(&text, text_cols), theme.strong),
                piece(&format!("  {support}"), theme.good),
            ])
        })
        .collect()
}

/// One opinion: number, mark, words, author, and what became of it.
fn opinion_rows(model: &Model, opinion: &Opinion, cols: usize, most: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let author = clean(model.session().name_of(opinion.person));
    let author = clip(&author, AUTHOR_COLS);
    let fate = fate(model, opinion);
    let tail = width(&author) + fate.as_ref().map_or(0, |(told, _)| width(told) + 1);
    let text_cols = cols.saturating_sub(NUMBER_COLS + 2 + tail).max(10);
    // What does not fit is cut; the time line has it in full.
    let mut texts = wrapped(&opinion.text, text_cols, most).into_iter();
    let (faded, mark_style) = if opinion.withdrawn {
        (theme.dim, theme.dim)
    } else {
        (Style::new(), theme.stance(opinion.stance))
    };
    let mark = opinion.stance.map_or(' ', Stance::mark).to_string();
    let mut first = Line::from(vec![
        piece(&pad_left(&opinion.id.to_string(), NUMBER_COLS - 3), theme.dim),
        plain(" "),
        piece(&mark, mark_style),
        plain(" "),
        piece(&pad(&texts.next().unwrap_or_default(), text_cols), faded),
        piece(&format!("  {author}"), faded),
    ]);
    if let Some((told, style)) = fate {
        first.spans.push(piece(&format!(" {told}"), style));
    }
    let indent = " ".repeat(NUMBER_COLS);
    let mut rows = vec![first];
    rows.extend(texts.map(|words| Line::from(piece(&format!("{indent}{words}"), faded))));
    if let Some(answer) = &opinion.answer {
        let told = model.words.tell(id::ANSWER_LINE, &[("text", answer.as_ref().into())]);
        rows.push(Line::from(piece(&format!("{indent}{told}"), theme.dim)));
    }
    rows
}

/// What became of an opinion, in a word.
fn fate(model: &Model, opinion: &Opinion) -> Option<(String, Style)> {
    let (words, theme) = (&model.words, &model.theme);
    if opinion.withdrawn {
        return Some((words.say(id::OPINION_WITHDRAWN), theme.dim));
    }
    if let Some(parked) = opinion.set_aside {
        let parked = [("parked", phrase::parked_name(parked).into())];
        return Some((words.tell(id::OPINION_SET_ASIDE, &parked), theme.dim));
    }
    if let Some(reserved) = opinion.reserved {
        let told = match reserved.resolution {
            Some(resolution) => {
                let resolution = [("resolution", phrase::resolution_name(resolution).into())];
                words.tell(id::OPINION_RESERVED_AGAINST, &resolution)
            }
            None => words.say(id::OPINION_RESERVED),
        };
        return Some((told, theme.warn));
    }
    if opinion.awaits_answer() {
        return Some((words.say(id::OPINION_OPEN), theme.warn));
    }
    if opinion.answer.is_some() {
        return Some((words.say(id::OPINION_ANSWERED), theme.good));
    }
    if let Some(point) = opinion.points.first() {
        let point = [("point", phrase::point_name(*point).into())];
        return Some((words.tell(id::POINT_OF_OPINION, &point), theme.dim));
    }
    let count = opinion.endorsed.len();
    (count > 0).then(|| (words.tell(id::OPINION_AGREED_BY, &[("count", count.into())]), theme.good))
}
