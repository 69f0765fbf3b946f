//! What lies over the form: templates, what earlier meetings left, the people of the community,
//! leaving with something unsaved.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::earlier::{Candidate, Left};
use crate::domain::expected::{Standing, attendance};
use crate::phrase;
use crate::text::dates::short_date;
use crate::text::width::clean;
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::capture::Capture;
use crate::tui::keymap::Does;
use crate::tui::listing::{self, Row};
use crate::tui::paint::{piece, plain, put, put_all};
use crate::tui::prepare::lists::{Neighbour, fitting};
use crate::tui::prepare::model::{Found, Model, Over};
use crate::tui::prepare::over::unusable;
use crate::tui::window::{self, Size, Window, text_cols};

/// Rows a list has at most.
const MOST_ROWS: usize = 30;
/// Columns of the titles of templates.
const TITLES: u16 = 26;

/// Draws what is open. Where the caret is, if it has a line to type into.
pub fn draw(model: &Model, over: &Over, screen: Rect, buf: &mut Buffer) -> Option<Position> {
    match over {
        Over::Templates(bar) => templates(model, *bar, screen, buf),
        Over::Earlier(bar) => earlier(model, *bar, screen, buf),
        Over::People(line, bar) => return people(model, line, *bar, screen, buf),
        Over::LeaveUnsaved => leave(model, screen, buf),
        Over::TimePlan(_) => {}
    }
    None
}

fn open(
    model: &Model,
    title: crate::text::words::Id,
    foot: &str,
    rows: usize,
    screen: Rect,
    buf: &mut Buffer,
) -> Rect {
    let size = Size { cols: text_cols(screen), rows: rows.min(MOST_ROWS) };
    window::open(&model.theme, &model.words.say(title), foot, size, screen, buf)
}

/// The titles at the left, the items of the one under the bar at the right.
fn templates(model: &Model, bar: usize, screen: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let offered = model.templates();
    let longest = offered.iter().filter_map(|it| it.items.as_ref().ok()).map(Vec::len);
    let rows = longest.max().unwrap_or(0).max(offered.len()) + 1;
    let foot = words.say(id::PREPARE_TEMPLATES_FOOT);
    let inner = open(model, id::PREPARE_TEMPLATES, &foot, rows, screen, buf);
    let left = Rect { width: TITLES.min(inner.width), ..inner };
    let row = |at: usize| match offered.get(at) {
        Some(template) => Row {
            left: Line::from(plain(&template.title)),
            right: if template.own {
                Line::from(piece(&words.say(id::PREPARE_TEMPLATE_OWN), theme.dim))
            } else {
                Line::default()
            },
        },
        None => Row::default(),
    };
    listing::draw(theme, offered.len(), Some(bar), row, left, buf);
    let right =
        Rect { x: inner.x + TITLES + 2, width: inner.width.saturating_sub(TITLES + 2), ..inner };
    let Some(template) = offered.get(bar) else { return };
    let lines = match &template.items {
        Ok(items) => items
            .iter()
            .map(|item| {
                let minutes = item
                    .minutes
                    .map(|minutes| words.tell(id::PREPARE_MINUTES, &[("minutes", minutes.into())]));
                (item.title.clone(), minutes.unwrap_or_default())
            })
            .collect(),
        Err(why) => {
            let told = unusable(words, why);
            wrap(&clean(&told), right.width.into())
                .into_iter()
                .map(|row| (row, String::new()))
                .collect::<Vec<_>>()
        }
    };
    for (at, (title, minutes)) in lines.into_iter().enumerate() {
        let (left, minutes) = (plain(&title), piece(&minutes, theme.dim));
        crate::tui::paint::put_both(buf, right, at, Line::from(left), Line::from(minutes));
    }
}

fn earlier(model: &Model, bar: usize, screen: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let told = |text: &str, style| -> Vec<Line<'static>> {
        let rows = wrap(&clean(text), text_cols(screen));
        rows.iter().map(|row| Line::from(piece(row, style))).collect()
    };
    let (candidates, mut notes) = match &model.found {
        Found::NotAsked | Found::Looking => {
            (&[][..], told(&words.say(id::PREPARE_EARLIER_LOOKING), theme.dim))
        }
        Found::Trouble(why) => {
            let text = words.tell(id::PREPARE_EARLIER_TROUBLE, &[("why", why.into())]);
            (&[][..], told(&text, theme.bad))
        }
        Found::Left(_, candidates) if candidates.is_empty() => {
            (&[][..], told(&words.say(id::PREPARE_EARLIER_NONE), theme.good))
        }
        Found::Left(_, candidates) => (candidates.as_slice(), Vec::new()),
    };
    if let Found::Left(earlier, _) = &model.found
        && earlier.unread > 0
    {
        let count = ("count", earlier.unread.into());
        notes.extend(told(&words.tell(id::PREPARE_EARLIER_UNREAD, &[count]), theme.warn));
    }
    let foot = if candidates.is_empty() {
        words.say(id::PREPARE_EARLIER_FOOT_NONE)
    } else {
        let all = model.keys.key_for(Does::TakeAll);
        words.tell(id::PREPARE_EARLIER_FOOT, &[("all", all.into())])
    };
    let rows = candidates.len() + notes.len() + 2;
    let inner = open(model, id::PREPARE_EARLIER, &foot, rows, screen, buf);
    let taken = u16::try_from(notes.len()).unwrap_or(inner.height).min(inner.height);
    put_all(buf, Rect { height: taken, ..inner }, notes);
    let list = Rect { y: inner.y + taken, height: inner.height - taken, ..inner };
    // A heading before the items and one before the actions; the bar passes over them.
    let headed = headings(candidates);
    let bar = headed.iter().position(|row| *row == Heading::Candidate(bar));
    let row = |at: usize| match headed.get(at) {
        Some(Heading::Of(kind)) => heading(&words.say(kind.heading()), model),
        Some(Heading::Candidate(at)) => {
            candidates.get(*at).map_or_else(Row::default, |it| left_row(model, it))
        }
        None => Row::default(),
    };
    listing::draw(theme, headed.len(), bar, row, list, buf);
}

/// What is listed under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Topics,
    Items,
    Actions,
}

impl Kind {
    const fn of(left: &Left) -> Self {
        match left {
            Left::Topic { .. } => Self::Topics,
            Left::Item { .. } | Left::Parked { .. } => Self::Items,
            Left::Action { .. } => Self::Actions,
        }
    }

    const fn heading(self) -> crate::text::words::Id {
        match self {
            Self::Topics => id::EARLIER_TOPICS,
            Self::Items => id::PREPARE_EARLIER_ITEMS,
            Self::Actions => id::PREPARE_EARLIER_ACTIONS,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    Of(Kind),
    Candidate(usize),
}

/// The rows: each kind under its heading.
fn headings(candidates: &[Candidate]) -> Vec<Heading> {
    let mut rows = Vec::new();
    let mut before = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let kind = Kind::of(&candidate.left);
        if before != Some(kind) {
            rows.push(Heading::Of(kind));
            before = Some(kind);
        }
        rows.push(Heading::Candidate(at));
    }
    rows
}

fn heading(text: &str, model: &Model) -> Row {
    Row { left: Line::from(piece(text, model.theme.strong)), right: Line::default() }
}

fn left_row(model: &Model, candidate: &Candidate) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let from = phrase::left_from(words, candidate);
    let (title, more) = match &candidate.left {
        Left::Item { title, minutes, .. } => {
            let minutes =
                minutes.map(|it| words.tell(id::PREPARE_MINUTES, &[("minutes", it.into())]));
            (title.clone(), minutes.unwrap_or_default())
        }
        Left::Topic { title, .. } => (title.clone(), String::new()),
        Left::Parked { text, name, .. } => {
            let by =
                name.as_ref().map(|name| words.tell(id::LEFT_PARKED, &[("name", name.into())]));
            (text.clone(), by.unwrap_or_else(|| words.say(id::LEFT_PARKED_ALONE)))
        }
        Left::Action { what, owner, due, .. } => {
            let today = model.now.date_naive();
            let due = due.map(|due| {
                let date = short_date(due, words.lang());
                if due < today {
                    format!("{} {date}", words.say(id::PREPARE_OVERDUE))
                } else {
                    words.tell(id::PREPARE_DUE, &[("date", date.into())])
                }
            });
            let parts: Vec<String> =
                owner.iter().map(|owner| format!("@{owner}")).chain(due).collect();
            (what.clone(), parts.join(" "))
        }
    };
    let more = if more.is_empty() { more } else { format!("{more}  ") };
    Row {
        left: Line::from(plain(&title)),
        right: Line::from(vec![plain(&more), piece(&from, theme.dim)]),
    }
}

fn people(
    model: &Model,
    line: &Capture,
    bar: usize,
    screen: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let (words, theme) = (&model.words, &model.theme);
    let shown = fitting(&model.people, words, line.text());
    let all = model.keys.key_for(Does::TakeAll);
    let foot = words.tell(id::PREPARE_PEOPLE_FOOT, &[("all", all.into())]);
    let rows = model.people.len() + 3;
    let inner = open(model, id::PREPARE_PEOPLE, &foot, rows, screen, buf);
    if inner.height < 3 || inner.width < 20 {
        return None;
    }
    let label = format!("{} ", words.say(id::PREPARE_PEOPLE_SEARCH));
    let start = u16::try_from(crate::text::width::width(&label)).unwrap_or(0);
    let count = attendance(model.session()).expected();
    let told = words.tell(id::PREPARE_PEOPLE_COUNT, &[("count", count.into())]);
    crate::tui::paint::put_both(
        buf,
        inner,
        0,
        Line::from(piece(&label, theme.strong)),
        Line::from(piece(&told, theme.dim)),
    );
    let told = u16::try_from(crate::text::width::width(&told)).unwrap_or(0);
    let room = inner.width.saturating_sub(start + told + 2).max(4);
    let laid = line.lay(room.into());
    let (row, column) = laid.caret;
    let typed = Rect { x: inner.x + start, width: room, height: 1, ..inner };
    put(buf, typed, 0, Line::from(plain(laid.rows.get(row).map_or("", String::as_str))));
    let list = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    if shown.is_empty() {
        let nobody = if model.people.is_empty() {
            id::PREPARE_PEOPLE_NONE
        } else {
            id::PREPARE_PEOPLE_NOBODY
        };
        let rows = wrap(&words.say(nobody), list.width.into());
        put_all(buf, list, rows.iter().map(|row| Line::from(piece(row, theme.warn))).collect());
    }
    let row = |at: usize| {
        let neighbour = shown.get(at).and_then(|place| model.people.get(*place));
        neighbour.map_or_else(Row::default, |it| person_row(model, it))
    };
    listing::draw(theme, shown.len(), Some(bar), row, list, buf);
    let column = u16::try_from(column).unwrap_or(0).min(room.saturating_sub(1));
    Some(Position::new(typed.x + column, typed.y))
}

fn person_row(model: &Model, neighbour: &Neighbour) -> Row {
    let (words, theme, session) = (&model.words, &model.theme, model.session());
    let standing = neighbour.expected(session).and_then(|id| session.expected(id));
    let standing = standing.map(|expected| &expected.standing);
    let (mark, right) = match standing {
        Some(Standing::Expected) => ("[x] ", String::new()),
        Some(Standing::Excused(why)) => {
            ("[-] ", words.tell(id::PREPARE_EXCUSED, &[("why", why.into())]))
        }
        Some(Standing::Dropped) | None => ("[ ] ", String::new()),
    };
    let person = &neighbour.person;
    let mut about = phrase::role(words, &person.role);
    if let Some(household) = &person.household {
        about = format!("{about} {household}");
    }
    Row {
        left: Line::from(vec![
            plain(mark),
            plain(&person.name),
            piece(&format!("  {about}"), theme.dim),
        ]),
        right: Line::from(piece(&right, theme.warn)),
    }
}

fn leave(model: &Model, screen: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let cols = text_cols(screen);
    let mut rows = Vec::new();
    if let Some(why) = &model.saving.trouble {
        rows.extend(wrap(&clean(why), cols).iter().map(|row| Line::from(piece(row, theme.bad))));
        rows.push(Line::default());
    }
    let text = words.say(id::PANEL_LEAVE_TEXT);
    rows.extend(wrap(&text, cols).iter().map(|row| Line::from(plain(row))));
    let keys = [
        ("retry", model.keys.key_for(Does::RetrySaving).into()),
        ("quit", model.keys.key_for(Does::Quit).into()),
    ];
    let window = Window {
        title: &words.tell(id::PANEL_LEAVE, &[("count", model.unsaved().into())]),
        rows,
        foot: &words.tell(id::PANEL_LEAVE_FOOT, &keys),
        scrolled: 0,
    };
    window.draw(theme, screen, buf);
}
