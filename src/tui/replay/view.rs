//! The replay: the desk as it was, and below it which line it is and what happened in it. Nothing
//! here changes the model: the same model and size give the same frame.
//!
//! ```text
//! +----------------------------------------------------------+
//! | the desk without its foot                                |
//! |=============>--------------------------------------------|  how far
//! | line n of m, when, who wrote it          runs or stands  |
//! | what happened in it, in two rows                         |
//! | keys                                                     |
//! +----------------------------------------------------------+
//! ```

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::model::{Model, SPEEDS};
use crate::text::words::id;
use crate::tui::aid::{Section, hints, keys_section};
use crate::tui::desk::view::{SMALLEST, render_body};
use crate::tui::keymap::Does;
use crate::tui::paint::{ground, piece, plain, put, put_both, wrapped};

/// Rows that tell what happened.
const TOLD_ROWS: u16 = 2;
/// Rows below the desk.
const STRIP: u16 = TOLD_ROWS + 3;

/// Keys named in the bottom line, the most needed first.
const SHOWN: [Does; 9] = [
    Does::Help,
    Does::Play,
    Does::Back,
    Does::Forward,
    Does::Slower,
    Does::Faster,
    Does::First,
    Does::Last,
    Does::Cancel,
];

/// Draws the replay.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if let Some(caret) = render(model, area, frame.buffer_mut()) {
        frame.set_cursor_position(caret);
    }
}

/// Draws the replay; where the caret is, if the palette has one.
pub fn render(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    ground(buf, area, &model.theme());
    if area.width < 10 || area.height < 4 {
        return None;
    }
    let below = STRIP.min(area.height);
    let body = Rect { height: area.height - below, ..area };
    let room = area.width >= SMALLEST.0 && area.height >= SMALLEST.1;
    render_body(&model.desk, body, room, buf);
    strip(model, Rect { y: area.bottom() - below, height: below, ..area }, buf);
    let aid = model.aid.as_ref()?;
    let (help, offers) = (help(model), model.offers());
    aid.draw(model.words(), &model.theme(), &help, &offers, area, buf)
}

fn strip(model: &Model, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (model.words(), model.theme());
    put(buf, area, 0, progress(model, area.width.into()));
    put_both(buf, area, 1, which(model), runs(model));
    let cols = usize::from(area.width).saturating_sub(2);
    for (at, row) in wrapped(&model.told, cols, TOLD_ROWS.into()).iter().enumerate() {
        put(buf, area, 2 + at, Line::from(vec![plain(" "), plain(row)]));
    }
    let shown = SHOWN.map(|does| match does {
        Does::Cancel => (does, id::REVIEW_HINT_BACK),
        other => (other, other.hint()),
    });
    let keys = hints(words, &theme, &model.keys, &shown, area.width.into());
    put(buf, area, usize::from(STRIP) - 1, keys);
}

/// Which line it is, when it was written and by whom, and whether it was undone later.
fn which(model: &Model) -> Line<'static> {
    let (words, theme) = (model.words(), model.theme());
    let mut which = Line::from(plain(" "));
    if let Some(line) = model.line() {
        let values = [
            ("number", line.seq.into()),
            ("last", model.count().saturating_sub(1).into()),
            ("time", line.at.format("%H:%M:%S").to_string().into()),
            ("name", (&line.by).into()),
        ];
        which.spans.push(piece(&words.tell(id::REPLAY_LINE, &values), theme.strong));
    }
    if model.undone_later() {
        which.spans.push(piece(&format!("  {}", words.say(id::REPLAY_UNDONE)), theme.warn));
    }
    which
}

fn runs(model: &Model) -> Line<'static> {
    let theme = model.theme();
    let speed = SPEEDS.get(model.speed).copied().unwrap_or(1);
    let (message, style) =
        if model.plays { (id::REPLAY_RUNS, theme.good) } else { (id::REPLAY_STANDS, theme.dim) };
    let told = model.words().tell(message, &[("speed", speed.into())]);
    Line::from(vec![piece(&told, style), plain(" ")])
}

/// A rule that tells how far one is: what lies behind in one sign, what lies ahead in another.
fn progress(model: &Model, cols: usize) -> Line<'static> {
    let steps = model.count().saturating_sub(1).max(1);
    let behind = model.at() * cols.saturating_sub(1) / steps;
    let ahead = cols.saturating_sub(behind + 1);
    let theme = model.theme();
    Line::from(vec![
        piece(&format!("{}>", theme.glyphs.used.repeat(behind)), theme.strong),
        piece(&theme.glyphs.left.repeat(ahead), theme.dim),
    ])
}

/// What this shows, and every key.
fn help(model: &Model) -> Vec<Section> {
    let words = model.words();
    let told = [id::REPLAY_HELP_STEPS, id::REPLAY_HELP_PAGES, id::REPLAY_HELP_PLAY];
    let rows = told.map(|line| (String::new(), words.tell(line, &model.keys.values()))).to_vec();
    vec![
        Section { title: words.say(id::REPLAY_HELP_TITLE), rows },
        keys_section(words, &model.keys),
    ]
}
