//! The right half while no item is on the table: before the opening, between items, at the end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::agreed::{Room, action_rows};
use crate::domain::expected::attendance;
use crate::domain::item::{ItemState, Outcome};
use crate::domain::notice;
use crate::domain::session::{Phase, Session};
use crate::phrase;
use crate::text::width::clean;
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::desk::model::Model;
use crate::tui::keymap::Does;
use crate::tui::paint::{piece, plain, put_all, put_both};

/// Draws it.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let lines = match model.session().phase {
        Phase::Prepared => prepared(model, area.width.into()),
        Phase::Running | Phase::Paused => between(model),
        Phase::Closed => over(model, area.width.into()),
    };
    let mut row = lines.len();
    put_all(buf, area, lines);
    if model.session().phase == Phase::Closed {
        for action in model.session().actions.iter().filter(|action| action.dropped.is_none()) {
            for (left, right) in action_rows(model, action, Room { cols: area.width, rows: 2 }) {
                put_both(buf, area, row, left, right);
                row += 1;
            }
        }
    }
}

fn key(model: &Model, does: Does) -> String {
    model.keys.key_for(does)
}

fn prepared(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let words = &model.words;
    let next = key(model, Does::NextStep);
    let mut lines = vec![Line::from(piece(&words.say(id::WAITING_TITLE), model.theme.strong))];
    if model.read_only.is_none() {
        lines.extend([
            Line::default(),
            Line::from(plain(&words.tell(id::WAITING_SIGN_IN, &model.keys.values()))),
            Line::from(plain(&words.tell(id::WAITING_OPEN, &[("key", next.into())]))),
        ]);
    }
    lines.extend(notice_amiss(model, cols));
    lines.extend(waited_for(model, cols));
    lines
}

/// That the notice of the meeting is late, was late, or no longer tells what is so.
fn notice_amiss(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let state = notice::state(model.session(), model.now.date_naive());
    if !state.is_amiss() {
        return Vec::new();
    }
    let told = phrase::notice_state(&model.words, state);
    let told = model.words.tell(id::NOTICE_CHECK, &[("state", told.into())]);
    let mut lines = vec![Line::default()];
    let rows = wrap(&told, cols);
    lines.extend(rows.iter().map(|row| Line::from(piece(row, model.theme.warn))));
    lines
}

/// How many of those expected are here, and who is not.
fn waited_for(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let attendance = attendance(session);
    if attendance.expected() == 0 {
        return Vec::new();
    }
    let values =
        [("expected", attendance.expected().into()), ("came", attendance.came.len().into())];
    let count = words.tell(id::WAITING_EXPECTED, &values);
    let mut lines = vec![Line::default(), Line::from(piece(&count, theme.strong))];
    let missing = attendance.missing.iter().filter_map(|it| session.expected(*it));
    let missing: Vec<&str> = missing.map(|expected| expected.name.as_str()).collect();
    if !missing.is_empty() {
        let names = phrase::comma_list(words, &missing);
        let told = words.tell(id::WAITING_MISSING, &[("names", names.into())]);
        let rows = wrap(&clean(&told), cols);
        lines.extend(rows.iter().map(|row| Line::from(plain(row))));
    }
    lines
}

fn between(model: &Model) -> Vec<Line<'static>> {
    let (words, next) = (&model.words, key(model, Does::NextStep));
    let next_item = model.session().next_item().map(|item| item.title.as_ref());
    let told = match (next_item, model.read_only.is_some()) {
        (Some(title), false) => {
            words.tell(id::BETWEEN_NEXT, &[("key", next.into()), ("title", title.into())])
        }
        (None, false) => words.tell(id::BETWEEN_DONE, &[("key", next.into())]),
        (Some(title), true) => words.tell(id::READ_BETWEEN_NEXT, &[("title", title.into())]),
        (None, true) => words.say(id::READ_BETWEEN_DONE),
    };
    vec![
        Line::from(piece(&words.say(id::BETWEEN_TITLE), model.theme.strong)),
        Line::default(),
        Line::from(plain(&told)),
    ]
}

fn over(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut lines =
        vec![Line::from(piece(&words.say(id::OVER_TITLE), theme.strong)), Line::default()];
    let told = words.tell(id::OVER_SUMMARY, &summary(session));
    lines.extend(wrap(&told, cols).into_iter().map(|row| Line::from(plain(&row))));
    let (left, style) = if session.left.is_empty() {
        (words.say(id::OVER_LEFT_NONE), theme.good)
    } else {
        let left = phrase::matters_brief(words, &session.left);
        (words.tell(id::OVER_LEFT, &[("left", left.into())]), theme.warn)
    };
    lines.extend(wrap(&clean(&left), cols).into_iter().map(|row| Line::from(piece(&row, style))));
    lines.push(Line::default());
    lines
}

fn summary(session: &Session) -> [(&'static str, crate::text::words::Value<'static>); 5] {
    let agreed = session
        .agenda()
        .filter(|item| matches!(item.state, ItemState::Closed(Outcome::Agreed, _)))
        .count();
    let opinions = session.opinions.iter().filter(|opinion| !opinion.withdrawn).count();
    let resolutions = session.resolutions.iter().filter(|it| !it.withdrawn).count();
    let actions = session.actions.iter().filter(|action| action.dropped.is_none()).count();
    [
        ("items", session.order.len().into()),
        ("agreed", agreed.into()),
        ("opinions", opinions.into()),
        ("resolutions", resolutions.into()),
        ("actions", actions.into()),
    ]
}
