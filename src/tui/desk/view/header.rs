//! The two top lines: which meeting, what time, how long, whether saved; and the stage.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::stages;
use crate::domain::plan::{planned_seconds, projected_end};
use crate::domain::replan::{LATE_FROM, late_by};
use crate::domain::session::Phase;
use crate::phrase;
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint::{line_width, piece, plain, put_both};

/// Rows the header takes.
pub const HEIGHT: u16 = 2;

/// Draws the header.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let setup = &model.session().setup;
    let title = Line::from(vec![
        piece(&format!(" {}", setup.community_name), model.theme.strong),
        plain("  "),
        piece(&setup.title, model.theme.strong),
    ]);
    let mut times = times(model);
    times.spans.push(plain("  "));
    times.spans.push(saved(model));
    times.spans.push(plain(" "));
    put_both(buf, area, 0, title, times);
    let place = place(model);
    // A blank between the two.
    let room = usize::from(area.width).saturating_sub(line_width(&place) + 1);
    put_both(buf, area, 1, stages::line(model, room), place);
}

fn times(model: &Model) -> Line<'static> {
    let (session, words, now) = (model.session(), &model.words, model.now);
    let planned = planned_seconds(session) / 60;
    let spent = session.watch.read(now) / 60;
    let mut parts = vec![now.format("%H:%M").to_string()];
    let message = if planned == 0 { id::HEAD_MEETING_UNPLANNED } else { id::HEAD_MEETING };
    let values = [("spent", spent.into()), ("planned", planned.into())];
    match session.phase {
        Phase::Prepared if planned > 0 => {
            parts.push(words.tell(id::HEAD_PLANNED, &[("planned", planned.into())]));
        }
        Phase::Prepared => {}
        Phase::Running | Phase::Paused | Phase::Closed => parts.push(words.tell(message, &values)),
    }
    let clock = |at: chrono::DateTime<chrono::FixedOffset>| {
        at.with_timezone(now.offset()).format("%H:%M").to_string()
    };
    match (session.phase, projected_end(session, now)) {
        (Phase::Closed, Some(end)) => {
            parts.push(words.tell(id::HEAD_ENDED, &[("time", clock(end).into())]));
        }
        (Phase::Running | Phase::Paused, Some(end)) if planned > 0 => {
            parts.push(words.tell(id::HEAD_ENDS, &[("time", clock(end).into())]));
        }
        _ => {}
    }
    let over = session.phase != Phase::Closed && planned > 0 && spent > planned;
    let style = if over { model.theme.bad } else { model.theme.dim };
    let late = late_by(session, now).is_some_and(|late| late >= LATE_FROM);
    let mut line = Line::default();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            line.spans.push(plain("  "));
        }
        line.spans.push(match at {
            1 => piece(part, style),
            2 if late => piece(part, model.theme.bad),
            _ => plain(part),
        });
    }
    line
}

/// Whether every line is on the medium.
fn saved(model: &Model) -> Span<'static> {
    let count = model.unsaved();
    let told = |message| model.words.tell(message, &[("count", count.into())]);
    if model.read_only.is_some() {
        piece(&model.words.say(id::READ_ONLY_MARK), model.theme.warn)
    } else if count == 0 {
        piece(&model.words.say(id::SAVED), model.theme.good)
    } else if model.saving.trouble.is_some() {
        piece(&told(id::SAVED_NOT), model.theme.bad)
    } else {
        piece(&told(id::SAVED_PENDING), model.theme.warn)
    }
}

/// How far the meeting is: its phase and which item of how many.
fn place(model: &Model) -> Line<'static> {
    let session = model.session();
    let count = session.order.len();
    let style = match session.phase {
        Phase::Running => model.theme.good,
        Phase::Paused => model.theme.warn,
        Phase::Prepared | Phase::Closed => model.theme.dim,
    };
    let which = session.open_item.and_then(|item| session.place_of(item)).map_or_else(
        || model.words.tell(id::HEAD_ITEMS, &[("count", count.into())]),
        |place| {
            let values = [("place", place.into()), ("count", count.into())];
            model.words.tell(id::HEAD_ITEM, &values)
        },
    );
    Line::from(vec![
        piece(&phrase::phase(&model.words, session.phase), style),
        plain("  "),
        plain(&which),
        plain(" "),
    ])
}
