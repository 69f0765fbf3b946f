//! The list: headings, meetings, actions, communities, places found.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::action::ActionState;
use crate::domain::digest::Digest;
use crate::domain::ids::ActionId;
use crate::domain::session::Phase;
use crate::phrase;
use crate::text::dates::short_date;
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::home::model::Model;
use crate::tui::home::overview::{self, At, Entry, Group, Section};
use crate::tui::listing::{self, Row};
use crate::tui::paint::{piece, plain, put};

/// Draws the list with the bar on what is chosen.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let welcome = welcome(model, area.width.into());
    let below = below(area, welcome.len());
    for (at, row) in welcome.iter().enumerate() {
        put(buf, area, at, Line::from(plain(row)));
    }
    let area = below;
    let places = places(&model.groups);
    let bar = places.iter().position(|place| *place == Place::Entry(model.bar));
    let entries: Vec<Entry> = model.entries().collect();
    let row = |at: usize| match places.get(at) {
        Some(Place::Heading(group)) => heading(model, *group),
        Some(Place::Entry(at)) => entries.get(*at).map(|it| entry(model, *it)).unwrap_or_default(),
        Some(Place::Gap) | None => Row::default(),
    };
    listing::draw(&model.theme, places.len(), bar, row, area, buf);
}

/// What is left of an area below so many rows.
fn below(area: Rect, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(area.height).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Which entry, counted over all groups, is drawn at a row of the list's area.
pub fn entry_at(model: &Model, area: Rect, y: u16) -> Option<usize> {
    let list = below(area, welcome(model, area.width.into()).len());
    let places = places(&model.groups);
    let bar = places.iter().position(|place| *place == Place::Entry(model.bar)).unwrap_or(0);
    let row = usize::from(y.checked_sub(list.y)?);
    match places.get(listing::row_at(places.len(), bar, list.height.into(), row)?) {
        Some(Place::Entry(at)) => Some(*at),
        _ => None,
    }
}

/// What the program is for, while there is nothing in it.
fn welcome(model: &Model, cols: usize) -> Vec<String> {
    if !model.index.communities().is_empty() || model.reading.is_some() {
        return Vec::new();
    }
    let text = model.words.say(id::HOME_WELCOME);
    let mut rows = vec![String::new()];
    rows.extend(wrap(&text, cols.saturating_sub(4)).iter().map(|row| format!("  {row}")));
    rows.push(String::new());
    rows
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Of this group.
    Heading(usize),
    /// This entry, counted over all groups.
    Entry(usize),
    Gap,
}

fn places(groups: &[Group]) -> Vec<Place> {
    let mut places = Vec::new();
    let mut entry = 0;
    for (at, group) in groups.iter().enumerate() {
        if at > 0 {
            places.push(Place::Gap);
        }
        places.push(Place::Heading(at));
        for _ in &group.entries {
            places.push(Place::Entry(entry));
            entry += 1;
        }
    }
    places
}

fn heading(model: &Model, at: usize) -> Row {
    let Some(group) = model.groups.get(at) else { return Row::default() };
    let (words, theme) = (&model.words, &model.theme);
    let style = if group.section == Section::Overdue { theme.bad } else { theme.strong };
    let told = overview::heading(words, group.section, model.now.date_naive());
    let mut left = Line::from(piece(&told, style));
    if group.section != Section::Begin {
        left.push_span(piece(&format!(" {}", group.all), theme.dim));
    }
    let is_folded = matches!(group.entries.last(), Some(Entry::More(..)));
    if group.all > group.entries.len() && !is_folded {
        let values = [("count", group.entries.len().into())];
        left.push_span(piece(&format!("  {}", words.tell(id::HOME_MORE, &values)), theme.dim));
    }
    Row { left, right: Line::default() }
}

fn entry(model: &Model, entry: Entry) -> Row {
    match entry {
        Entry::Offer(does) => {
            let told = model.words.say(does.about());
            let key = model.keys.key_for(does);
            Row { left: Line::from(plain(&told)), right: Line::from(piece(&key, model.theme.key)) }
        }
        Entry::Meeting(at) => meeting(model, at).unwrap_or_default(),
        Entry::Action(at, id) => action(model, at, id).unwrap_or_default(),
        Entry::More(_, hidden) => {
            let told = model.words.tell(id::HOME_UNFOLD, &[("count", hidden.into())]);
            Row { left: Line::from(piece(&told, model.theme.dim)), right: Line::default() }
        }
        Entry::Community(at) => community(model, at).unwrap_or_default(),
        Entry::Hit(meeting, place) => hit(model, meeting, place).unwrap_or_default(),
    }
}

fn meeting(model: &Model, at: At) -> Option<Row> {
    let theme = &model.theme;
    let digest = overview::digest(&model.index, at)?;
    let mut left = Line::from(plain(&digest.title));
    if model.narrowed.is_none() {
        let community = overview::folder(&model.index, at.folder)?.name();
        left.push_span(piece(&format!("  {community}"), theme.dim));
    }
    let right = match digest.phase {
        Phase::Running | Phase::Paused => Line::from(piece(&running(model, digest), theme.good)),
        Phase::Prepared => Line::from(vec![
            piece(&day(model, digest.on), theme.next),
            plain(&format!("  {}", short_date(digest.on, model.words.lang()))),
        ]),
        Phase::Closed => Line::from(piece(&digest.on.to_string(), theme.dim)),
    };
    Some(Row { left, right })
}

/// How far a meeting in session is.
fn running(model: &Model, digest: &Digest) -> String {
    let phase = phrase::phase(&model.words, digest.phase);
    match digest.at_item() {
        Some(item) => {
            let values = [
                ("phase", phase.into()),
                ("item", item.into()),
                ("items", digest.items.len().into()),
            ];
            model.words.tell(id::HOME_AT_ITEM, &values)
        }
        None => phase,
    }
}

/// How far away a day is.
pub fn day(model: &Model, on: NaiveDate) -> String {
    let days = (on - model.now.date_naive()).num_days();
    match days {
        0 => model.words.say(id::HOME_TODAY),
        1 => model.words.say(id::HOME_TOMORROW),
        2.. => model.words.tell(id::HOME_IN_DAYS, &[("days", days.into())]),
        _ => model.words.tell(id::HOME_DAYS_AGO, &[("days", (-days).into())]),
    }
}

fn action(model: &Model, at: At, number: ActionId) -> Option<Row> {
    let (words, theme) = (&model.words, &model.theme);
    let (action, state) = overview::action(&model.index, at, number)?;
    let mut left = Line::from(plain(&action.what));
    let owner = action.owner.as_deref().map(|owner| format!("  @{owner}"));
    left.push_span(piece(&owner.unwrap_or_default(), theme.key));
    let right = match (action.due, state) {
        (_, ActionState::Done) => {
            Line::from(piece(&phrase::action_state(words, state), theme.good))
        }
        (None, state) => Line::from(piece(&phrase::action_state(words, state), theme.dim)),
        (Some(due), _) => {
            let late = (model.now.date_naive() - due).num_days();
            let (told, style) = if late > 0 {
                (words.tell(id::HOME_DAYS_OVERDUE, &[("days", late.into())]), theme.bad)
            } else {
                (day(model, due), theme.warn)
            };
            Line::from(vec![
                piece(&told, style),
                plain(&format!("  {}", short_date(due, words.lang()))),
            ])
        }
    };
    Some(Row { left, right })
}

fn community(model: &Model, at: usize) -> Option<Row> {
    let theme = &model.theme;
    let folder = overview::folder(&model.index, at)?;
    let mut left = Line::from(plain(folder.name()));
    let region = folder.card().and_then(|card| card.region.clone()).unwrap_or_default();
    left.push_span(piece(&format!("  {region}"), theme.dim));
    let values = [("meetings", folder.sessions().len().into()), ("people", folder.people().into())];
    let right = Line::from(piece(&model.words.tell(id::HOME_COMMUNITY_COUNTS, &values), theme.dim));
    Some(Row { left, right })
}

fn hit(model: &Model, meeting: usize, place: usize) -> Option<Row> {
    let found = model.search.found.get(meeting)?;
    let hit = found.hits.get(place)?;
    let left = Line::from(plain(&hit.told));
    let right = format!("{}  {}", found.title, short_date(found.name.on, model.words.lang()));
    Some(Row { left, right: Line::from(piece(&right, model.theme.dim)) })
}
