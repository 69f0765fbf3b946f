//! Outings, calls and stations: their rows, and everything about the one under the bar.

use ratatui::style::Style;
use ratatui::text::Line;

use super::super::model::{Model, Page};
use super::detail::Sheet;
use crate::domain::ledger::{Entry, Ledger};
use crate::domain::station::{Call, Station};
use crate::domain::survey::{Outing, OutingKind};
use crate::phrase::affairs::outing_kind;
use crate::phrase::{duty_day, names_of, near, station_kind};
use crate::text::dates::{long_date, short_date};
use crate::text::words::{Words, id};
use crate::tui::listing::Row;
use crate::tui::paint::{piece, plain};

/// A row of a page's list.
pub fn row(model: &Model, page: Page, at: usize) -> Option<Row> {
    let ledger = model.ledger()?;
    match page {
        Page::Topics => None,
        Page::Outings => ledger.outings.get(at).map(|entry| outing_row(model, entry)),
        Page::Calls => model.call(at).map(|call| call_row(model, call)),
        Page::Stations => model.station(at).map(|it| station_row(model, it)),
    }
}

/// Everything about something on a page.
pub fn sheet(sheet: &mut Sheet<'_>, page: Page, at: usize) {
    let Some(ledger) = sheet.model.ledger() else { return };
    match page {
        Page::Topics => {}
        Page::Outings => {
            if let Some(entry) = ledger.outings.get(at) {
                outing(sheet, ledger, entry);
            }
        }
        Page::Calls => {
            if let Some(of) = sheet.model.call(at) {
                call(sheet, ledger, of);
            }
        }
        Page::Stations => {
            if let Some(of) = sheet.model.station(at) {
                station(sheet, ledger, of);
            }
        }
    }
}

fn count(words: &Words, outing: &Outing) -> String {
    let told = match outing.kind {
        OutingKind::Visit => id::BOARD_HOUSEHOLDS,
        OutingKind::Briefing => id::BOARD_LISTENERS,
    };
    words.tell(told, &[("count", outing.count.into())])
}

fn outing_row(model: &Model, entry: &Entry<Outing>) -> Row {
    let (words, theme, outing) = (&model.words, &model.theme, &entry.what);
    let mut left = Line::from(vec![
        piece(&short_date(outing.on, words.lang()), theme.key),
        plain("  "),
        plain(&outing_kind(words, outing.kind)),
        plain("  "),
        plain(&outing.place),
    ]);
    if let Some(topic) = &outing.topic {
        left.push_span(piece(&format!("  #{topic}"), theme.dim));
    }
    Row { left, right: Line::from(piece(&count(words, outing), theme.dim)) }
}

fn outing(sheet: &mut Sheet<'_>, ledger: &Ledger, entry: &Entry<Outing>) {
    let (words, outing) = (&sheet.model.words, &entry.what);
    sheet.strong(&outing_kind(words, outing.kind));
    sheet.text(&long_date(outing.on, words.lang()), Style::new());
    sheet.field(id::BOARD_PLACE, &outing.place);
    let counted = count(words, outing);
    sheet.text(&counted, Style::new());
    if let Some(topic) = &outing.topic {
        let title = ledger.topics.get(topic).map_or("", |topic| topic.slip.title.as_str());
        sheet.field(id::BOARD_TOPIC, &format!("#{topic} {title}"));
    }
    if !outing.by.is_empty() {
        sheet.list(id::BOARD_BY, &outing.by);
    }
    if let Some(note) = &outing.note {
        sheet.gap();
        sheet.text(note, Style::new());
    }
    sheet.gap();
    sheet.entered(entry.at, &entry.by);
}

fn call_row(model: &Model, call: &Call) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let mut left = Line::from(vec![
        piece(&call.call.to_string(), theme.key),
        plain("  "),
        plain(&call.out.reason),
    ]);
    if call.out.urgent {
        left.push_span(piece(&format!("  {}", words.say(id::BOARD_URGENT)), theme.bad));
    }
    let values =
        [("reported", call.reported.len().into()), ("called", call.out.members.len().into())];
    let reported = words.tell(id::BOARD_REPORTED, &values);
    let right = if call.closed.is_some() {
        piece(&format!("{reported}  {}", words.say(id::BOARD_CALL_OVER)), theme.dim)
    } else {
        piece(&reported, theme.next)
    };
    let right = Line::from(right);
    Row { left, right }
}

fn call(sheet: &mut Sheet<'_>, ledger: &Ledger, call: &Call) {
    let words = &sheet.model.words;
    let number = call.call.to_string();
    let title = words.tell(id::BOARD_CALL, &[("number", number.into())]);
    sheet.strong(&format!("{title}  {}", call.out.reason));
    if call.out.urgent {
        let told = words.say(id::BOARD_URGENT);
        sheet.text(&told, sheet.model.theme.bad);
    }
    sheet.entered(call.at, &call.by);
    if let Some(place) = &call.out.place {
        sheet.field(id::BOARD_PLACE, place);
    }
    if let Some(grid) = &call.out.grid {
        sheet.field(id::BOARD_GRID, grid);
    }
    if let Some(topic) = &call.out.topic {
        let title = ledger.topics.get(topic).map_or("", |topic| topic.slip.title.as_str());
        sheet.field(id::BOARD_TOPIC, &format!("#{topic} {title}"));
    }
    sheet.gap();
    sheet.heading(id::BOARD_CALLED);
    for member in &call.out.members {
        let known = member.id();
        let reported = call.reported.iter().find(|(key, _)| *key == known);
        let when = match reported {
            Some((_, at)) => {
                let at = at.format("%m-%d %H:%M").to_string();
                words.tell(id::BOARD_REPORTED_AT, &[("at", at.into())])
            }
            None => words.say(id::BOARD_NOT_REPORTED),
        };
        sheet.text(&format!("{}  {}  {when}", member.name, near(words, member.near)), Style::new());
    }
    if let Some((at, how)) = &call.closed {
        sheet.gap();
        let at = at.format("%Y-%m-%d %H:%M").to_string();
        let told = words.tell(id::BOARD_CALL_CLOSED, &[("at", at.into()), ("how", how.into())]);
        sheet.text(&told, Style::new());
    }
}

fn station_row(model: &Model, station: &Station) -> Row {
    let (words, theme, card) = (&model.words, &model.theme, &station.card);
    let left = Line::from(vec![
        plain(&card.name),
        piece(&format!("  {}", station_kind(words, card.kind)), theme.dim),
    ]);
    let mut right = Line::default();
    // A room has none.
    if !card.members.is_empty() {
        let values = [("count", card.members.len().into())];
        right.push_span(piece(&words.tell(id::BOARD_MEMBERS_COUNT, &values), theme.dim));
    }
    Row { left, right }
}

fn station(sheet: &mut Sheet<'_>, ledger: &Ledger, station: &Station) {
    let (words, card) = (&sheet.model.words, &station.card);
    let told = station_kind(words, card.kind);
    sheet.strong(&card.name);
    sheet.text(&told, Style::new());
    if let Some(sector) = &card.sector {
        sheet.field(id::BOARD_SECTOR, sector);
    }
    if let Some(place) = &card.place {
        sheet.field(id::BOARD_PLACE, place);
    }
    if !card.members.is_empty() {
        sheet.field(id::BOARD_MEMBERS, &names_of(words, ledger, &card.members));
    }
    if !card.communities.is_empty() {
        let names: Vec<String> =
            card.communities.iter().map(|id| sheet.model.community_name(id).to_owned()).collect();
        sheet.list(id::BOARD_COMMUNITIES, &names);
    }
    if station.duties.is_empty() {
        return;
    }
    sheet.gap();
    sheet.heading(id::BOARD_DUTY);
    for (day, people) in &station.duties {
        let (day, names) = (duty_day(words, *day), names_of(words, ledger, people));
        sheet.text(&format!("{day}  {names}"), Style::new());
    }
}
