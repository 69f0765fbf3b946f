//! Windows over the desk: how an item ends, closing the meeting, leaving with something unsaved.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::command::Command;
use crate::domain::event::Matter;
use crate::domain::item::Outcome;
use crate::domain::read_back::readings;
use crate::domain::refusal::Refusal;
use crate::domain::{hindrances, open_matters};
use crate::grammar::verb::WORDS;
use crate::phrase;
use crate::text::width::clean;
use crate::text::words::id;
use crate::text::wrap::wrap;
use crate::tui::aid::{Section, keys_section};
use crate::tui::desk::heard;
use crate::tui::desk::model::{Model, Panel};
use crate::tui::keymap::Does;
use crate::tui::paint::{fit, piece, plain};
use crate::tui::window::{Window, text_cols};

/// Draws the window that is open, if one is.
pub fn draw(model: &Model, screen: Rect, buf: &mut Buffer) {
    match &model.panel {
        None => {}
        Some(Panel::EndItem { choice, warned }) => {
            let Some((title, rows)) = end_item(model, *choice, *warned, screen) else { return };
            let foot = model.words.say(id::PANEL_END_ITEM_FOOT);
            show(model, &title, rows, &foot, 0, screen, buf);
        }
        Some(Panel::Close { scrolled, read }) => close(model, *scrolled, *read, screen, buf),
        Some(Panel::LeaveUnsaved) => leave(model, screen, buf),
        Some(Panel::Heard { scrolled }) => {
            let rows = heard::rows(model, text_cols(screen));
            let words = &model.words;
            let (title, foot) = (words.say(id::HEARD_TITLE), words.say(id::HEARD_FOOT));
            show(model, &title, rows, &foot, *scrolled, screen, buf);
        }
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

/// The desk's help: what can be typed, every command, every key.
pub fn help(model: &Model) -> Vec<Section> {
    let words = &model.words;
    let typing = [
        (String::new(), id::HELP_LINE_FLOOR),
        (words.say(id::HELP_LINE_NAME), id::HELP_LINE_NAME_ABOUT),
        (words.say(id::HELP_LINE_MARK), id::HELP_LINE_MARK_ABOUT),
        (words.say(id::HELP_LINE_WALK_IN), id::HELP_LINE_WALK_IN_ABOUT),
        (words.say(id::HELP_LINE_COLON), id::HELP_LINE_COLON_ABOUT),
    ];
    let typing = typing.map(|(typed, about)| (typed, words.say(about))).to_vec();
    let commands = WORDS.iter().map(|word| {
        let (arguments, about) = word.explained(words);
        (format!("/{} {arguments}", word.usual(words.lang())), about)
    });
    vec![
        Section { title: words.say(id::HELP_TYPING), rows: typing },
        Section { title: words.say(id::HELP_COMMANDS), rows: commands.collect() },
        keys_section(words, &model.keys),
    ]
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

/// Rows of the window in which it is chosen how an item ends before the first choice.
const BEFORE_CHOICES: usize = 2;

/// Which choice is at a place of the screen, in the window that is open.
#[must_use]
pub fn choice_at(model: &Model, screen: Rect, place: Position) -> Option<usize> {
    let Some(Panel::EndItem { choice, warned }) = model.panel else { return None };
    let (title, rows) = end_item(model, choice, warned, screen)?;
    let foot = model.words.say(id::PANEL_END_ITEM_FOOT);
    let window = Window { title: &title, rows, foot: &foot, scrolled: 0 };
    let choice = window.row_at(screen, place)?.checked_sub(BEFORE_CHOICES)?;
    (choice < Outcome::ALL.len()).then_some(choice)
}

/// Title and rows of the window in which it is chosen how an item ends.
fn end_item(
    model: &Model,
    choice: usize,
    warned: bool,
    screen: Rect,
) -> Option<(String, Vec<Line<'static>>)> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let item = session.current_item()?;
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
    Some((words.tell(id::PANEL_END_ITEM, &[("place", place.into())]), rows))
}

fn refused(model: &Model, refusal: &Refusal) -> String {
    let why = phrase::refusal(&model.words, model.session(), refusal);
    model.words.tell(id::PANEL_END_ITEM_REFUSED, &[("why", why.into())])
}

fn close(model: &Model, scrolled: usize, read: bool, screen: Rect, buf: &mut Buffer) {
    let (words, theme) = (&model.words, &model.theme);
    let matters = open_matters(model.session());
    let cols = text_cols(screen);
    let mut rows = Vec::new();
    let unread = readings(model.session()).iter().filter(|it| it.confirmed.is_none()).count();
    let reads = unread > 0 && !read && model.read_only.is_none();
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
    let mut foot = words.say(foot);
    if reads {
        let told = words.tell(id::READ_BACK_DUE, &[("count", unread.into())]);
        rows.push(Line::default());
        rows.extend(wrap(&told, cols).iter().map(|row| Line::from(piece(row, theme.strong))));
        let close = model.keys.key_for(Does::Close);
        foot = words.tell(id::READ_BACK_CLOSE_FOOT, &[("close", close.into())]);
    }
    show(model, &words.say(id::PANEL_CLOSE), rows, &foot, scrolled, screen, buf);
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
