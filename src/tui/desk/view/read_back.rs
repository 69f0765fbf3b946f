//! What was agreed, one thing at a time and in the middle of the screen, so that it can be read out.
//!
//! ```text
//! +----------------------------------------------------------+
//! | community, title                        R1, 1 of 4       |
//! |----------------------------------------------------------|
//! |                     item it belongs to                   |
//! |                                                          |
//! |                  the words, generously                   |
//! |                                                          |
//! |                  spaced, in the middle                   |
//! |                                                          |
//! |            what is missing, the count, the owner         |
//! |            who has confirmed it                          |
//! |----------------------------------------------------------|
//! | what was done just now                                   |
//! | who confirms it: ..                    +-------------+   |
//! | keys                                   | completions |   |
//! +----------------------------------------------------------+
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::action::Action;
use crate::domain::agreement::{Agreed, Resolution};
use crate::domain::read_back::{Reading, readings};
use crate::phrase;
use crate::text::dates::long_date;
use crate::text::width::{clean, width};
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::aid::{Section, hints};
use crate::tui::desk::model::{Model, ReadBack, Tone};
use crate::tui::keymap::Does;
use crate::tui::paint::{piece, plain, put, put_both, rule, wrapped};
use crate::tui::popup;

/// Most columns of a line of what is read out: longer ones are lost on the way back.
const WIDEST: usize = 64;
/// Rows of the foot besides its messages: rule, field and keys.
const FOOT: u16 = 3;
/// Rows a message takes at most.
const MESSAGE_ROWS: usize = 2;

/// Draws it in place of the desk. Where the caret is.
pub fn draw(model: &Model, back: &ReadBack, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let all = readings(model.session());
    let at = all.iter().position(|reading| reading.what == back.what)?;
    let reading = all.get(at)?;
    head(model, back.what, at, all.len(), area, buf);
    let mut messages = messages(model, back, usize::from(area.width).saturating_sub(2));
    // On a screen with next to no rows the field one types into is what stays.
    messages.truncate(usize::from(area.height.saturating_sub(FOOT)));
    let foot = u16::try_from(messages.len()).unwrap_or(0).saturating_add(FOOT).min(area.height);
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2 + foot), ..area };
    draw_reading(model, reading, body, buf);
    let foot = Rect { y: area.bottom() - foot, height: foot, ..area };
    Some(draw_foot(model, back, messages, foot, area, buf))
}

fn head(model: &Model, what: Agreed, at: usize, count: usize, area: Rect, buf: &mut Buffer) {
    let (words, theme, setup) = (&model.words, &model.theme, &model.session().setup);
    let title = Line::from(vec![
        piece(&format!(" {}", setup.community_name), theme.strong),
        plain("  "),
        piece(&setup.title, theme.strong),
    ]);
    let values = [
        ("number", phrase::agreed_name(what).into()),
        ("at", (at + 1).into()),
        ("count", count.into()),
    ];
    let right = piece(&format!("{} ", words.tell(id::READ_BACK_PLACE, &values)), theme.strong);
    put_both(buf, area, 0, title, Line::from(right));
    rule(buf, area, 1, theme);
}

/// A line of the page, and how it looks.
type Told = (String, Style);

fn draw_reading(model: &Model, reading: &Reading<'_>, area: Rect, buf: &mut Buffer) {
    let theme = &model.theme;
    let cols = usize::from(area.width).saturating_sub(8).clamp(8, WIDEST);
    let text = phrase::agreed_text(model.session(), reading.what);
    let words = wrap(&clean(text), cols);
    let above = above(model, reading.what);
    let below = below(model, reading, cols);
    let height = usize::from(area.height);
    // Generously: a blank row after each, as long as everything is seen.
    let rest = above.len() + below.len() + 3;
    let spread = words.len() * 2 + rest <= height;
    let mut lines: Vec<Told> = above;
    lines.push((String::new(), Style::new()));
    let room = height.saturating_sub(rest).max(1);
    let cut = words.len() > room;
    for row in words.into_iter().take(room) {
        lines.push((row, theme.strong));
        if spread {
            lines.push((String::new(), Style::new()));
        }
    }
    if cut {
        lines.push((model.words.say(id::READ_BACK_CUT), theme.warn));
    } else if !spread {
        lines.push((String::new(), Style::new()));
    }
    lines.extend(below);
    let top = height.saturating_sub(lines.len()) / 2;
    for (at, (text, style)) in lines.into_iter().enumerate() {
        let blank = usize::from(area.width).saturating_sub(width(&text)) / 2;
        let line = Line::from(vec![plain(&" ".repeat(blank)), piece(&text, style)]);
        put(buf, area, top + at, line);
    }
}

/// What it is, and the item it belongs to.
fn above(model: &Model, what: Agreed) -> Vec<Told> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let (kind, item) = match what {
        Agreed::Resolution(id) => {
            (id::READ_BACK_RESOLUTION, session.resolution(id).map(|it| it.item))
        }
        Agreed::Action(id) => (id::READ_BACK_ACTION, session.action(id).and_then(|it| it.item)),
    };
    let kind = words.tell(kind, &[("number", phrase::agreed_name(what).into())]);
    let mut lines = vec![(kind, theme.next)];
    lines.extend(item.map(|item| (phrase::item_label(words, session, item), theme.dim)));
    lines
}

/// What is known of it, what is missing, who confirmed it.
fn below(model: &Model, reading: &Reading<'_>, cols: usize) -> Vec<Told> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let mut told: Vec<Told> = match reading.what {
        Agreed::Resolution(id) => session.resolution(id).map(|it| {
            let mut told = counted(model, it);
            told.extend(reserved(model, it));
            told
        }),
        Agreed::Action(id) => session.action(id).map(|it| promised(model, it)),
    }
    .unwrap_or_default();
    if !reading.gaps.is_empty() {
        let gaps: Vec<String> = reading.gaps.iter().map(|gap| phrase::gap(words, *gap)).collect();
        told.push((format!("! {}", phrase::comma_list(words, &gaps)), theme.warn));
    }
    told.push(match reading.confirmed {
        None => (words.say(id::READ_BACK_UNCONFIRMED), theme.warn),
        Some(confirmed) => {
            let time = confirmed.at.with_timezone(model.now.offset()).format("%H:%M").to_string();
            let names: Vec<&str> =
                confirmed.by.iter().map(|person| session.name_of(*person)).collect();
            let text = if names.is_empty() {
                words.tell(id::READ_BACK_CONFIRMED, &[("time", time.into())])
            } else {
                let names = phrase::comma_list(words, &names).into();
                words.tell(id::READ_BACK_CONFIRMED_BY, &[("time", time.into()), ("names", names)])
            };
            (text, theme.good)
        }
    });
    let rows = told.into_iter().flat_map(|(text, style)| {
        wrap(&clean(&text), cols).into_iter().map(move |row| (row, style))
    });
    rows.collect()
}

fn counted(model: &Model, resolution: &Resolution) -> Vec<Told> {
    let vote = resolution.vote.and_then(|vote| model.session().vote(vote));
    let Some(vote) = vote else { return Vec::new() };
    let count = phrase::counted(&model.words, vote.into());
    vec![(count, Style::new())]
}

/// The opinions kept in reserve against it (保留意见), which are read out with it.
fn reserved(model: &Model, resolution: &Resolution) -> Vec<Told> {
    let session = model.session();
    let against = session.opinions.iter().filter(|opinion| {
        let kept = opinion.reserved.filter(|_| !opinion.withdrawn);
        kept.is_some_and(|kept| match kept.resolution {
            Some(against) => against == resolution.id,
            None => opinion.item == resolution.item,
        })
    });
    let told = against.map(|opinion| {
        let values = [
            ("number", opinion.id.0.into()),
            ("name", session.name_of(opinion.person).into()),
            ("text", opinion.text.as_ref().into()),
        ];
        (model.words.tell(id::MINUTES_RESERVED_OPINION, &values), model.theme.warn)
    });
    told.collect()
}

fn promised(model: &Model, action: &Action) -> Vec<Told> {
    let words = &model.words;
    let due = action.due.map(|due| long_date(due, words.lang()));
    let parts = [
        (id::ACTIONS_OWNER, action.owner.as_deref()),
        (id::ACTIONS_DUE, due.as_deref()),
        (id::ACTIONS_TEST, action.test.as_deref()),
    ];
    let told = parts.into_iter().filter_map(|(label, value)| {
        let values = [("label", words.say(label).into()), ("value", value?.into())];
        Some((words.tell(id::REPORT_FIELD, &values), Style::new()))
    });
    told.collect()
}

fn messages(model: &Model, back: &ReadBack, cols: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let mut lines = Vec::new();
    let mut add = |text: &str, style: Style| {
        let rows = wrapped(text, cols, MESSAGE_ROWS).into_iter();
        lines.extend(rows.map(|row| Line::from(piece(&format!(" {row}"), style))));
    };
    if let Some(why) = &model.saving.trouble {
        let key = model.keys.key_for(Does::RetrySaving);
        let told =
            model.words.tell(id::PREPARE_TROUBLE, &[("why", why.into()), ("key", key.into())]);
        add(&told, theme.bad);
    }
    match &back.notice {
        Some(notice) => {
            let style = match notice.tone {
                Tone::Done => theme.good,
                Tone::Refused => theme.bad,
            };
            add(&notice.text, style);
        }
        None => match &model.tour {
            Some(tour) => add(&tour.tell(&model.words, &model.keys), theme.strong),
            None => add(&model.words.say(id::READ_BACK_HOW), theme.dim),
        },
    }
    lines
}

fn draw_foot(
    model: &Model,
    back: &ReadBack,
    messages: Vec<Line<'static>>,
    area: Rect,
    screen: Rect,
    buf: &mut Buffer,
) -> Position {
    let (words, theme) = (&model.words, &model.theme);
    rule(buf, area, 0, theme);
    let row = messages.len() + 1;
    for (at, line) in messages.into_iter().enumerate() {
        put(buf, area, at + 1, line);
    }
    let label = format!(" {} ", words.say(id::READ_BACK_WHO));
    let start = u16::try_from(width(&label)).unwrap_or(0).min(area.width.saturating_sub(8));
    put(buf, area, row, Line::from(piece(&label, theme.next)));
    let room = area.width.saturating_sub(start + 1).max(4);
    let laid = back.line.lay(room.into());
    let (line, column) = laid.caret;
    let typed = Rect { x: area.x + start, width: room, ..area };
    put(buf, typed, row, Line::from(plain(laid.rows.get(line).map_or("", String::as_str))));
    let shown = [
        (Does::Submit, id::READ_BACK_HINT_CONFIRM),
        (Does::Previous, id::READ_BACK_HINT_BEFORE),
        (Does::Next, id::READ_BACK_HINT_AFTER),
        (Does::Resolve, id::READ_BACK_HINT_AMEND),
        (Does::Close, id::READ_BACK_HINT_CLOSE),
        (Does::Undo, id::HINT_UNDO),
        (Does::Cancel, id::READ_BACK_HINT_DESK),
    ];
    let keys = hints(words, theme, &model.keys, &shown, area.width.into());
    put(buf, area, row + 1, keys);
    let y = area.y + u16::try_from(row).unwrap_or(0);
    let x = typed.x + u16::try_from(column).unwrap_or(0).min(room.saturating_sub(1));
    if model.aid.is_none() && !back.completions.is_empty() {
        let over = popup::area(&back.completions, screen, typed.x, y);
        popup::draw(theme, &back.completions, Some(0), over, buf);
    }
    Position::new(x, y)
}

/// The help while something is read out.
pub fn help(model: &Model) -> Vec<Section> {
    let words = &model.words;
    let rows = [
        (Does::Submit, id::READ_BACK_HELP_CONFIRM),
        (Does::Complete, id::KEY_COMPLETE),
        (Does::Previous, id::READ_BACK_HELP_BEFORE),
        (Does::Next, id::READ_BACK_HELP_AFTER),
        (Does::Resolve, id::READ_BACK_HELP_AMEND),
        (Does::Close, id::READ_BACK_HELP_CLOSE),
        (Does::Undo, id::KEY_UNDO),
        (Does::Redo, id::KEY_REDO),
        (Does::Cancel, id::READ_BACK_HELP_DESK),
    ];
    let rows = rows.map(|(does, about)| (model.keys.key_for(does), words.say(about))).to_vec();
    vec![Section { title: words.say(id::READ_BACK_TITLE), rows }]
}
