//! The left column: the agenda with each item's clock, and who has not been heard.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::ids::ItemId;
use crate::domain::item::{Item, ItemState};
use crate::domain::people::Participant;
use crate::domain::plan::{item_time, planned_seconds};
use crate::domain::record::Moment;
use crate::domain::replan::expected_starts;
use crate::domain::rules::SurveyMode;
use crate::domain::session::Phase;
use crate::phrase;
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint::{piece, plain, put, put_all, put_both};

/// From this width on a closed item shows its time beside its outcome.
const ROOMY: u16 = 40;

/// Draws the left column.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    put(buf, area, 0, heading(model, &model.words.say(id::AGENDA_TITLE)));
    let items = model.session().order.len().max(1);
    let below = area.height.saturating_sub(1);
    // The agenda takes what it needs, but leaves the people at least a third.
    let rows = u16::try_from(items).unwrap_or(u16::MAX).min(below - below / 3);
    draw_items(model, Rect { y: area.y + 1, height: rows, ..area }, buf);
    let used = (rows + 2).min(area.height);
    draw_people(model, Rect { y: area.y + used, height: area.height - used, ..area }, buf);
}

fn heading(model: &Model, text: &str) -> Line<'static> {
    Line::from(piece(&format!(" {text}"), model.theme.strong))
}

fn draw_items(model: &Model, area: Rect, buf: &mut Buffer) {
    let session = model.session();
    let room = usize::from(area.height);
    let count = session.order.len();
    if count == 0 {
        let hint =
            format!(" {}", model.words.say(model.hint(id::AGENDA_EMPTY, id::READ_AGENDA_EMPTY)));
        return put(buf, area, 0, Line::from(piece(&hint, model.theme.dim)));
    }
    // The item on the table, or the one that comes next, stays in sight.
    let focus = session.open_item.or_else(|| session.next_item().map(|item| item.id));
    let at = focus.and_then(|id| session.place_of(id)).map_or(count - 1, |place| place - 1);
    let first = if count <= room { 0 } else { at.saturating_sub(room / 2).min(count - room) };
    let shown: Vec<&Item> = session.agenda().skip(first).take(room).collect();
    let starts = starts(model, area.width);
    for (row, item) in shown.iter().enumerate() {
        let more = |message, hidden: usize| {
            let text = model.words.tell(message, &[("count", hidden.into())]);
            Line::from(piece(&format!("   {text}"), model.theme.dim))
        };
        let last = row + 1 == shown.len();
        if row == 0 && first > 0 && Some(item.id) != focus {
            put(buf, area, row, more(id::AGENDA_MORE_ABOVE, first + 1));
        } else if last && first + room < count && Some(item.id) != focus {
            put(buf, area, row, more(id::AGENDA_MORE_BELOW, count - first - row));
        } else {
            let begins = starts.iter().find(|(id, _)| *id == item.id).map(|(_, at)| *at);
            draw_item(model, item, (first + row + 1, begins), area, row, buf);
        }
    }
}

/// When each waiting item would begin, where there is room to tell.
fn starts(model: &Model, width: u16) -> Vec<(ItemId, Moment)> {
    let session = model.session();
    let tells = width >= ROOMY
        && matches!(session.phase, Phase::Running | Phase::Paused)
        && planned_seconds(session) > 0;
    if tells { expected_starts(session, model.now) } else { Vec::new() }
}

/// An item at its place, and when it would begin if it waits.
fn draw_item(
    model: &Model,
    item: &Item,
    (place, begins): (usize, Option<Moment>),
    area: Rect,
    row: usize,
    buf: &mut Buffer,
) {
    let theme = &model.theme;
    let (mark, style) = match item.state {
        ItemState::Open => (">", theme.strong),
        ItemState::Waiting => (" ", Style::new()),
        ItemState::Closed(..) => (" ", theme.dim),
    };
    let mut left = Line::from(piece(&format!("{mark}{place:>2} "), style));
    if let Some(link) = &item.topic {
        let held_back = model.session().rules.survey != SurveyMode::Off && link.is_held_back();
        let mark = if held_back { "!" } else { "" };
        let number = format!("#{}{mark} ", link.topic);
        left.spans.push(piece(&number, if held_back { theme.warn } else { theme.dim }));
    }
    left.spans.push(piece(&item.title, style));
    let mut right = state(model, item, area.width);
    if let Some(at) = begins {
        let time = at.with_timezone(model.now.offset()).format("%H:%M").to_string();
        let told = model.words.tell(id::PLAN_STARTS, &[("time", time.into())]);
        right.spans.insert(0, piece(&format!("{told}  "), theme.dim));
    }
    put_both(buf, area, row, left, right);
}

/// Time against plan, and how the item ended.
fn state(model: &Model, item: &Item, width: u16) -> Line<'static> {
    let (words, theme) = (&model.words, &model.theme);
    let time = item_time(item, model.now);
    let spent = time.spent / 60;
    let clock = match (&item.state, item.minutes) {
        (ItemState::Waiting, Some(planned)) => {
            words.tell(id::ITEM_NOT_BEGUN, &[("planned", planned.into())])
        }
        (ItemState::Waiting, None) => "-".to_owned(),
        (_, Some(planned)) => {
            words.tell(id::ITEM_TIME, &[("spent", spent.into()), ("planned", planned.into())])
        }
        (_, None) => words.tell(id::ITEM_TIME_UNPLANNED, &[("spent", spent.into())]),
    };
    let mut line = Line::default();
    let clock_style = match item.state {
        ItemState::Open if time.is_over() => theme.bad,
        ItemState::Open if time.is_near() => theme.warn,
        ItemState::Open => theme.good,
        ItemState::Waiting | ItemState::Closed(..) => theme.dim,
    };
    let closed = match item.state {
        ItemState::Closed(outcome, _) => Some(outcome),
        ItemState::Waiting | ItemState::Open => None,
    };
    if closed.is_none() || width >= ROOMY {
        line.spans.push(piece(&clock, clock_style));
    }
    if let Some(planned) = time.planned.filter(|_| item.state == ItemState::Open && time.is_over())
    {
        let minutes = time.spent.saturating_sub(planned).div_ceil(60);
        let over = words.tell(id::ITEM_OVER, &[("minutes", minutes.into())]);
        line.spans.push(piece(&format!(" {over}"), theme.bad));
    }
    if let Some(outcome) = closed {
        let between = if line.spans.is_empty() { "" } else { " " };
        line.spans.push(piece(&format!("{between}{}", phrase::outcome(words, outcome)), theme.dim));
    }
    line
}

/// Who has not been heard; before the opening, who has come.
fn draw_people(model: &Model, area: Rect, buf: &mut Buffer) {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    if area.height == 0 {
        return;
    }
    let here = session.present().count();
    let room = usize::from(area.height).saturating_sub(2);
    if here == 0 {
        let hint = model.hint(id::NOBODY_HERE, id::READ_NOBODY_HERE);
        let hint = format!(" {}", words.tell(hint, &model.keys.values()));
        return put(buf, area, 0, Line::from(piece(&hint, theme.dim)));
    }
    let values = [("count", here.into()), ("voters", session.voters().into())];
    put(buf, area, 0, heading(model, &words.tell(id::PRESENT_TITLE, &values)));
    let silent = session.silent().count();
    let (title, people): (String, Vec<&Participant>) = if session.phase == Phase::Prepared {
        (String::new(), session.present().take(room + 2).collect())
    } else if silent == 0 {
        (words.say(id::SILENT_NONE), Vec::new())
    } else {
        let title = words.tell(id::SILENT_TITLE, &[("count", silent.into())]);
        (title, session.silent().take(room + 1).collect())
    };
    let all = if session.phase == Phase::Prepared { here } else { silent };
    let mut lines = Vec::new();
    if !title.is_empty() {
        lines.push(Line::from(plain(&format!(" {title}"))));
    }
    let rows = usize::from(area.height) - 1 - lines.len().min(usize::from(area.height) - 1);
    let named = if all > rows { rows.saturating_sub(1) } else { all };
    lines.extend(people.iter().take(named).map(|person| name_row(model, person)));
    if all > named {
        let more = words.tell(id::MORE_PEOPLE, &[("count", (all - named).into())]);
        lines.push(Line::from(piece(&format!("   {more}"), theme.dim)));
    }
    put_all(buf, Rect { y: area.y + 1, height: area.height - 1, ..area }, lines);
}

/// Name, capacity and unit.
fn name_row(model: &Model, person: &Participant) -> Line<'static> {
    let household = person.household.as_deref().unwrap_or_default();
    Line::from(vec![
        plain(&format!("   {} ", person.name)),
        piece(&phrase::role(&model.words, &person.role), model.theme.dim),
        piece(&format!(" {household}"), model.theme.dim),
    ])
}
