//! Windows over the desk: help, how an item ends, closing the meeting, leaving with something unsaved.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::command::Command;
use crate::domain::event::Matter;
use crate::domain::item::Outcome;
use crate::domain::refusal::Refusal;
use crate::domain::{hindrances, open_matters};
use crate::grammar::verb::WORDS;
use crate::phrase;
use crate::text::width::{clean, pad, width};
use crate::text::words::{Id, id};
use crate::text::wrap::wrap;
use crate::tui::desk::model::{Model, Panel};
use crate::tui::keymap::Does;
use crate::tui::paint::{fit, piece, plain};
use crate::tui::window::{Window, text_cols};

/// Draws the window that is open, if one is.
pub fn draw(model: &Model, screen: Rect, buf: &mut Buffer) {
    match &model.panel {
        None => {}
        Some(Panel::Help(scrolled)) => help(model, *scrolled, screen, buf),
        Some(Panel::EndItem { choice, warned }) => end_item(model, *choice, *warned, screen, buf),
        Some(Panel::Close(scrolled)) => close(model, *scrolled, screen, buf),
        Some(Panel::LeaveUnsaved) => leave(model, screen, buf),
    }
}

/// A window with a title, rows and a line that tells the keys. Rows that do not fit are scrolled.
fn show(
    model: &Model,
    title: &str,
    rows: Vec<Line<'static>>,
    foot: &str,
    scrolled: usize,
    screen: Rect,
    buf: &mut Buffer,
) {
    Window { title, rows, foot, scrolled }.draw(&model.theme, screen, buf);
}

fn help(model: &Model, scrolled: usize, screen: Rect, buf: &mut Buffer) {
    let words = &model.words;
    let heading = |message: Id| Line::from(piece(&words.say(message), model.theme.strong));
    let mut table: Vec<(String, String)> = Vec::new();
    let typing = [
        (words.say(id::HELP_LINE_NAME), id::HELP_LINE_NAME_ABOUT),
        (words.say(id::HELP_LINE_MARK), id::HELP_LINE_MARK_ABOUT),
        (words.say(id::HELP_LINE_WALK_IN), id::HELP_LINE_WALK_IN_ABOUT),
        (words.say(id::HELP_LINE_COLON), id::HELP_LINE_COLON_ABOUT),
    ];
    table.extend(typing.map(|(typed, about)| (typed, words.say(about))));
    let typed = table.len();
    table.extend(WORDS.iter().map(|word| {
        let (arguments, about) = word.explained(words);
        (format!("/{} {arguments}", word.usual(words.lang())), about)
    }));
    let commands = table.len();
    table.extend(model.keys.rows().map(|(key, does)| (key.to_string(), words.say(does.about()))));
    let cols = text_cols(screen);
    let longest = table.iter().map(|(typed, _)| width(typed)).max().unwrap_or(0);
    let left = longest.min(cols / 2) + 2;
    let mut rows = vec![heading(id::HELP_TYPING)];
    rows.push(Line::from(plain(&format!("  {}", words.say(id::HELP_LINE_FLOOR)))));
    for (at, (typing, about)) in table.iter().enumerate() {
        if at == typed {
            rows.extend([Line::default(), heading(id::HELP_COMMANDS)]);
        } else if at == commands {
            rows.extend([Line::default(), heading(id::HELP_KEYS)]);
        }
        rows.extend(entry(model, typing, about, left, cols));
    }
    let title = words.say(id::PANEL_HELP);
    show(model, &title, rows, &words.say(id::PANEL_HELP_FOOT), scrolled, screen, buf);
}

/// What is typed, and beside it, or below where it is long, what it does.
fn entry(model: &Model, typed: &str, about: &str, left: usize, cols: usize) -> Vec<Line<'static>> {
    let room = cols.saturating_sub(left + 2).max(10);
    let mut about = wrap(about, room).into_iter();
    let mut rows = Vec::new();
    if width(typed) + 2 > left {
        rows.extend(
            wrap(typed, cols.saturating_sub(2))
                .iter()
                .map(|row| Line::from(piece(&format!("  {row}"), model.theme.key))),
        );
    } else {
        rows.push(Line::from(vec![
            piece(&format!("  {}", pad(typed, left)), model.theme.key),
            plain(&about.next().unwrap_or_default()),
        ]));
    }
    let indent = " ".repeat(left + 2);
    rows.extend(about.map(|row| Line::from(plain(&format!("{indent}{row}")))));
    rows
}

fn matter_rows(model: &Model, matters: &[Matter], cols: usize) -> Vec<Line<'static>> {
    matters
        .iter()
        .map(|matter| {
            let told = phrase::matter(&model.words, model.session(), matter);
            fit(Line::from(piece(&format!("  - {told}"), model.theme.warn)), cols)
        })
        .collect()
}

fn end_item(model: &Model, choice: usize, warned: bool, screen: Rect, buf: &mut Buffer) {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let Some(item) = session.current_item() else { return };
    let cols = text_cols(screen);
    let mut rows = vec![Line::from(plain(&item.title)), Line::default()];
    for (at, outcome) in Outcome::ALL.into_iter().enumerate() {
        let label = phrase::outcome(words, outcome);
        let chosen = at == choice;
        let style = if chosen { theme.bar } else { ratatui::style::Style::new() };
        let mark = if chosen { ">" } else { " " };
        rows.push(Line::from(piece(&format!("{mark} {label} "), style)));
    }
    let outcome = Model::outcome_at(choice);
    let asked = Command::CloseItem { outcome, why: None, despite: true };
    let matters = hindrances(session, item);
    if !matters.is_empty() {
        rows.extend([
            Line::default(),
            Line::from(piece(&words.say(id::PANEL_END_ITEM_HINDERS), theme.strong)),
        ]);
        rows.extend(matter_rows(model, &matters, cols));
    }
    let told = match model.meeting.decide(&asked, model.now, &model.by) {
        Err(refusal) => Some(refused(model, &refusal)),
        Ok(_) if warned => Some(words.say(id::PANEL_END_ITEM_WARNED)),
        Ok(_) => None,
    };
    if let Some(told) = told {
        rows.push(Line::default());
        rows.extend(wrap(&clean(&told), cols).iter().map(|row| Line::from(piece(row, theme.bad))));
    }
    let place = session.place_of(item.id).unwrap_or_default();
    let title = words.tell(id::PANEL_END_ITEM, &[("place", place.into())]);
    show(model, &title, rows, &words.say(id::PANEL_END_ITEM_FOOT), 0, screen, buf);
}

fn refused(model: &Model, refusal: &Refusal) -> String {
    let why = phrase::refusal(&model.words, model.session(), refusal);
    model.words.tell(id::PANEL_END_ITEM_REFUSED, &[("why", why.into())])
}

fn close(model: &Model, scrolled: usize, screen: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let matters = open_matters(model.session());
    let cols = text_cols(screen);
    let mut rows = Vec::new();
    let foot = if matters.is_empty() {
        rows.push(Line::from(piece(&words.say(id::PANEL_CLOSE_NONE), theme.good)));
        id::PANEL_CLOSE_FOOT
    } else {
        let told = words.tell(id::PANEL_CLOSE_OPEN, &[("count", matters.len().into())]);
        rows.push(Line::from(piece(&told, theme.strong)));
        rows.extend(matter_rows(model, &matters, cols));
        rows.extend([Line::default(), Line::from(plain(&words.say(id::PANEL_CLOSE_HOW)))]);
        id::PANEL_CLOSE_FOOT_LEAVE
    };
    show(model, &words.say(id::PANEL_CLOSE), rows, &words.say(foot), scrolled, screen, buf);
}

fn leave(model: &Model, screen: Rect, buf: &mut Buffer) {
    let words = &model.words;
    let cols = text_cols(screen);
    let mut rows = Vec::new();
    if let Some(why) = &model.saving.trouble {
        rows.extend(
            wrap(&clean(why), cols).iter().map(|row| Line::from(piece(row, model.theme.bad))),
        );
        rows.push(Line::default());
    }
    let text = words.say(id::PANEL_LEAVE_TEXT);
    rows.extend(wrap(&text, cols).iter().map(|row| Line::from(plain(row))));
    let title = words.tell(id::PANEL_LEAVE, &[("count", model.unsaved().into())]);
    let keys = [
        ("retry", model.keys.key_for(Does::RetrySaving).into()),
        ("quit", model.keys.key_for(Does::Quit).into()),
    ];
    show(model, &title, rows, &words.tell(id::PANEL_LEAVE_FOOT, &keys), 0, screen, buf);
}
