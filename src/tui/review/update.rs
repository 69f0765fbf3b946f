//! `update`: one message changes the model; what has to be done outside comes back as effects.

use crossterm::event::{KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use super::layout::{self, Shown};
use super::model::{Model, Tab};
use super::msg::{Effect, Msg};
use super::view::foot_height;
use crate::domain::meeting::Meeting;
use crate::text::words::{Id, Words, id};
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::keymap::Does;
use crate::tui::writing::{self, Asking, Wanted, Written};

/// Rows that the mouse wheel turns by.
const WHEEL: usize = 3;

/// What became of a message.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// What has to be done outside.
    pub effects: Vec<Effect>,
    /// Whether the screen may look different now.
    pub redraw: bool,
}

/// Takes one message in.
pub fn update(model: &mut Model, msg: Msg) -> Outcomes {
    let mut effects = Vec::new();
    let redraw = match msg {
        Msg::Key(key) => {
            on_key(model, key, &mut effects);
            true
        }
        Msg::Mouse(mouse) => on_mouse(model, mouse),
        Msg::Paste(text) => {
            on_paste(model, &text);
            true
        }
        Msg::Resized => true,
        Msg::Followed(lines) => {
            for line in lines {
                model.subject.meeting.apply(line);
            }
            took_in(model);
            true
        }
        Msg::Replaced(lines) => match Meeting::replay(lines) {
            Ok(meeting) => {
                model.subject.meeting = meeting;
                took_in(model);
                true
            }
            Err(_) => false,
        },
        Msg::Written(written) => {
            on_written(model, &written);
            true
        }
    };
    Outcomes { effects, redraw }
}

fn took_in(model: &mut Model) {
    // The end of the hash chain was that of the record as it was read.
    model.subject.hash = None;
    model.remake();
}

fn say(model: &mut Model, tone: Tone, text: String) {
    model.notice = Some(Notice { tone, text });
}

fn refuse(model: &mut Model, message: Id) {
    let text = model.words.say(message);
    say(model, Tone::Refused, text);
}

fn on_key(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let meaning = model.keys.meaning(key);
    if model.aid.is_some() {
        return on_aid_key(model, key, meaning, effects);
    }
    if model.asking.is_some() {
        return on_asking_key(model, key, meaning, effects);
    }
    let Some(does) = meaning else {
        if model.find.key(key) {
            model.notice = None;
            model.find_typed();
        }
        return;
    };
    model.notice = None;
    on_meaning(model, does, effects);
}

fn on_meaning(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.does() == does) {
        return model.show(tab);
    }
    match does {
        Does::NextPage => model.show(model.tab.after(1)),
        Does::PreviousPage => model.show(model.tab.after(Tab::ALL.len() - 1)),
        Does::Next => by_rows(model, 1, true),
        Does::Previous => by_rows(model, 1, false),
        Does::ScrollDown => by_page(model, true),
        Does::ScrollUp => by_page(model, false),
        Does::First => model.put_bar(0),
        Does::Last => model.put_bar(usize::MAX),
        Does::FindNext => find(model, true),
        Does::FindPrevious => find(model, false),
        Does::Submit if !model.find.text().trim().is_empty() => find(model, true),
        Does::Submit | Does::Replay => effects.push(Effect::Replay(model.seq().unwrap_or(0))),
        Does::Export => ask(model),
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::Language => change_language(model),
        Does::Theme => change_theme(model),
        Does::Cancel if !model.find.text().is_empty() => {
            model.find.take();
            model.put_bar(model.bar());
            model.find_typed();
        }
        Does::Cancel | Does::Quit => effects.push(Effect::Leave),
        // Keys of other screens; the keymap gives this one none of them.
        _ => {}
    }
}

fn by_rows(model: &mut Model, count: usize, down: bool) {
    let mut bar = model.bar();
    for _ in 0..count {
        bar = layout::step(model.rows(), bar, down);
    }
    model.put_bar(bar);
}

/// Where the rows are on the screen.
fn list_area(model: &Model) -> Rect {
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    layout::list_area(screen, foot_height(model, screen.width))
}

/// How many lines a row takes on the screen.
fn lines_of(model: &Model, row: usize) -> usize {
    let cols = layout::text_cols(list_area(model));
    let row = model.rows().get(row);
    row.map_or(1, |row| layout::lay(row, cols, &model.theme, &model.query).len())
}

/// As many rows as are seen at once, less one that stays in sight.
fn by_page(model: &mut Model, down: bool) {
    let mut room = usize::from(list_area(model).height).saturating_sub(1).max(1);
    let mut bar = model.bar();
    loop {
        let next = layout::step(model.rows(), bar, down);
        let between = if down { bar + 1..next + 1 } else { next..bar };
        let taken: usize = between.map(|row| lines_of(model, row)).sum();
        if next == bar || (taken > room && bar != model.bar()) {
            break;
        }
        bar = next;
        room = room.saturating_sub(taken);
    }
    model.put_bar(bar);
}

fn find(model: &mut Model, forward: bool) {
    if model.query.is_empty() {
        return refuse(model, id::REVIEW_NOTHING_TO_FIND);
    }
    if !model.hits.is_empty() && model.next_hit(forward) {
        let message = if forward { id::REVIEW_FROM_TOP } else { id::REVIEW_FROM_END };
        let text = model.words.say(message);
        say(model, Tone::Done, text);
    }
}

fn change_language(model: &mut Model) {
    model.words = Words::new(model.words.lang().other());
    model.remake();
}

fn change_theme(model: &mut Model) {
    model.theme = model.theme.next();
    say(model, Tone::Done, model.theme.told(&model.words));
}

/// A key while help or palette is open.
fn on_aid_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>, effects: &mut Vec<Effect>) {
    match meaning {
        Some(Does::Language) => return change_language(model),
        Some(Does::Theme) => return change_theme(model),
        _ => {}
    }
    let offers = model.offers();
    let Some(aid) = &mut model.aid else { return };
    match aid.key(key, meaning, &offers) {
        Helped::Stays => {}
        Helped::Closed => model.aid = None,
        Helped::Chose(chosen) => {
            model.aid = None;
            model.asking = None;
            if let Offered::Does(does) = chosen {
                on_meaning(model, does, effects);
            }
        }
    }
}

/// Asks where what is shown is to be written to.
fn ask(model: &mut Model) {
    model.asking = Some(Asking::offering(&model.file_name()));
}

fn on_asking_key(
    model: &mut Model,
    key: KeyEvent,
    meaning: Option<Does>,
    effects: &mut Vec<Effect>,
) {
    match meaning {
        Some(Does::Help) => model.aid = Some(Aid::Help(0)),
        Some(Does::Language) => change_language(model),
        Some(Does::Theme) => change_theme(model),
        _ => {
            let (asking, notice) = (&mut model.asking, &mut model.notice);
            if let Some(wanted) = writing::on_key(asking, notice, &model.words, key, meaning) {
                write(model, wanted, effects);
            }
        }
    }
}

fn write(model: &mut Model, wanted: Wanted, effects: &mut Vec<Effect>) {
    let Wanted { path, replace } = wanted;
    match model.file(&path) {
        Err(why) => say(model, Tone::Refused, why),
        Ok(bytes) => {
            effects.push(Effect::Write { path, bytes, replace });
            if let Some(asking) = &mut model.asking {
                asking.busy = true;
            }
        }
    }
}

fn on_written(model: &mut Model, written: &Written) {
    let (words, keys) = (&model.words, &model.keys);
    model.notice = Some(writing::on_written(&mut model.asking, words, keys, written));
}

fn on_paste(model: &mut Model, text: &str) {
    // The line holds one line; what comes after it would only be in the way.
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if first.is_empty() {
        return;
    }
    if let Some(aid) = &mut model.aid {
        return aid.paste(first);
    }
    model.notice = None;
    if let Some(asking) = &mut model.asking {
        asking.paste(first);
    } else {
        model.find.insert(first);
        model.find_typed();
    }
}

fn on_mouse(model: &mut Model, mouse: MouseEvent) -> bool {
    if model.aid.is_some() || !(mouse.modifiers - KeyModifiers::SHIFT).is_empty() {
        return false;
    }
    match mouse.kind {
        MouseEventKind::ScrollDown => by_rows(model, WHEEL, true),
        MouseEventKind::ScrollUp => by_rows(model, WHEEL, false),
        MouseEventKind::Down(MouseButton::Left) => {
            let Some((row, _)) = row_at(model, mouse.column, mouse.row) else { return false };
            model.put_bar(row);
        }
        _ => return false,
    }
    true
}

/// Which row of the page is at a place of the screen.
fn row_at(model: &Model, column: u16, line: u16) -> Option<Shown> {
    let area = list_area(model);
    if column >= area.right() {
        return None;
    }
    let at = usize::from(line.checked_sub(area.y)?);
    let (rows, height) = (model.rows().len(), usize::from(area.height));
    let shown = layout::seen(rows, model.bar(), height, |row| lines_of(model, row));
    let shown = shown.get(at).copied()?;
    model.rows().get(shown.0).filter(|row| !row.is_blank()).map(|_| shown)
}
