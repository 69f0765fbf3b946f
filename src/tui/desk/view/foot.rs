//! The bottom: what hinders, what comes next, the latest message, the capture line, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::hindrances;
use crate::domain::plan::{NextStep, next_step};
use crate::domain::replan::{Proposal, proposal};
use crate::domain::session::{Phase, Session};
use crate::grammar::Topic;
use crate::phrase;
use crate::text::width::clean;
use crate::text::words::{Id, id};
use crate::tui::aid::fitting_hints;
use crate::tui::capture::Laid;
use crate::tui::desk::model::{Model, Tone};
use crate::tui::desk::status::told;
use crate::tui::keymap::Does;
use crate::tui::paint::{piece, plain, put, put_both, rule, wrapped};

/// Most rows an answer takes.
const ANSWER_ROWS: usize = 8;
/// Most rows a message takes.
const MESSAGE_ROWS: usize = 3;
/// Most rows the capture line takes; longer text scrolls with the caret.
const CAPTURE_ROWS: usize = 4;
/// Columns before the capture line.
const PROMPT: u16 = 3;

/// Keys named in the bottom line, the most needed first.
fn hints(session: &Session) -> &'static [Does] {
    match (session.phase, session.open_item) {
        (Phase::Prepared, _) => {
            &[Does::Help, Does::SignIn, Does::Undo, Does::Redo, Does::Language, Does::Quit]
        }
        (Phase::Closed, _) => &[Does::Help, Does::Undo, Does::Redo, Does::Language, Does::Quit],
        (Phase::Running | Phase::Paused, None) => &[
            Does::Help,
            Does::Item,
            Does::SignIn,
            Does::Pause,
            Does::Close,
            Does::Undo,
            Does::Redo,
            Does::Quit,
        ],
        (Phase::Running | Phase::Paused, Some(_)) => &[
            Does::Help,
            Does::Vote,
            Does::Action,
            Does::NextSpeaker,
            Does::Item,
            Does::Hand,
            Does::Resolve,
            Does::Pause,
            Does::SignIn,
            Does::Undo,
            Does::Redo,
            Does::Park,
            Does::EndTurn,
            Does::Merge,
            Does::Quit,
        ],
    }
}

/// A key's short name.
fn hint(does: Does, phase: Phase) -> Id {
    match does {
        Does::Pause if phase == Phase::Paused => id::HINT_RESUME,
        other => other.hint(),
    }
}

/// What the bottom shows, worked out before the rest of the screen is laid out.
pub struct Foot {
    /// Messages, and what hinders.
    lines: Vec<Line<'static>>,
    next: Line<'static>,
    capture: Laid,
    /// The first row of the capture line that is shown.
    first: usize,
}

impl Foot {
    /// Works out the bottom for a screen of that width.
    pub fn of(model: &Model, cols: u16) -> Self {
        let capture = model.capture.lay(cols.saturating_sub(PROMPT + 1).into());
        let first = (capture.caret.0 + 1).saturating_sub(CAPTURE_ROWS);
        let cols = usize::from(cols).saturating_sub(2);
        Self { lines: messages(model, cols), next: next_line(model), capture, first }
    }

    /// Rows it takes, its rule included.
    pub fn height(&self) -> u16 {
        let rows = 3 + self.lines.len() + self.shown().count();
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    fn shown(&self) -> impl Iterator<Item = &String> {
        self.capture.rows.iter().skip(self.first).take(CAPTURE_ROWS)
    }

    /// Row of the capture line, counted from the top of the area.
    pub fn capture_row(&self) -> u16 {
        u16::try_from(2 + self.lines.len()).unwrap_or(u16::MAX)
    }

    /// Column at which byte `at` of the capture line stands, if it is in its first row.
    pub fn column_of(model: &Model, at: usize) -> u16 {
        let before = model.capture.text().get(..at).unwrap_or_default();
        let column = crate::text::width::width(&clean(before));
        PROMPT.saturating_add(u16::try_from(column).unwrap_or(0))
    }

    /// Draws it and tells where the caret is.
    pub fn draw(self, model: &Model, area: Rect, buf: &mut Buffer) -> Position {
        rule(buf, area, 0, &model.theme);
        let mut row = 1;
        for line in self.lines.iter().cloned() {
            put(buf, area, row, indented(line));
            row += 1;
        }
        let waiting = match model.pasted.len() {
            0 => Line::default(),
            count => {
                let told = model.words.tell(id::PASTED_WAITING, &[("count", count.into())]);
                Line::from(piece(&format!("{told} "), model.theme.warn))
            }
        };
        put_both(buf, area, row, indented(self.next.clone()), waiting);
        row += 1;
        let caret_row = row + self.capture.caret.0 - self.first;
        for (at, text) in self.shown().enumerate() {
            let prompt = if at == 0 { model.words.say(id::PROMPT) } else { String::new() };
            let prompt = format!(" {prompt:<2}");
            let line = Line::from(vec![piece(&prompt, model.theme.next), plain(text)]);
            put(buf, area, row, line);
            row += 1;
        }
        put(buf, area, row, keys(model, area.width.into()));
        let x = PROMPT + u16::try_from(self.capture.caret.1).unwrap_or(0);
        let y = area.y + u16::try_from(caret_row).unwrap_or(0);
        Position::new(
            (area.x + x).min(area.right().saturating_sub(1)),
            y.min(area.bottom().saturating_sub(1)),
        )
    }
}

fn indented(mut line: Line<'static>) -> Line<'static> {
    line.spans.insert(0, plain(" "));
    line
}

fn message(text: &str, cols: usize, style: Style) -> Vec<Line<'static>> {
    let rows = wrapped(text, cols, MESSAGE_ROWS).into_iter();
    rows.map(|row| Line::from(piece(&row, style))).collect()
}

/// Trouble with saving stays until it is over; a message takes the place of what hinders.
fn messages(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let mut lines = Vec::new();
    if let Some(why) = &model.saving.trouble {
        let key = model.keys.key_for(Does::RetrySaving);
        let told = words.tell(id::TROUBLE, &[("why", why.into()), ("key", key.into())]);
        lines.extend(message(&told, cols, theme.bad));
    }
    if let Some(tour) = &model.tour {
        lines.extend(message(&tour.tell(words, &model.keys), cols, theme.strong));
    }
    if let Some(notice) = &model.notice {
        let style = match notice.tone {
            Tone::Done => theme.good,
            Tone::Refused => theme.bad,
        };
        lines.extend(message(&notice.text, cols, style));
        return lines;
    }
    if let Some(topic) = model.asked {
        lines.extend(answer(model, topic, cols));
        return lines;
    }
    let session = model.session();
    if session.phase == Phase::Paused {
        let key = model.keys.key_for(Does::NextStep);
        let told = words.tell(id::PAUSED_BANNER, &[("key", key.into())]);
        lines.push(Line::from(piece(&told, theme.warn)));
    } else if let Some(item) = session.current_item() {
        let matters = hindrances(session, item);
        if !matters.is_empty() {
            let what = phrase::matters_brief(words, &matters);
            let told = words.tell(id::HINDERS, &[("what", what.into())]);
            lines.extend(message(&told, cols, theme.warn));
        }
    } else if let Some(reason) = &model.read_only {
        lines.extend(message(&reason.0, cols, theme.warn));
    }
    lines.extend(late(model, cols));
    lines
}

/// What would make the meeting end on time, once it would end late enough to speak of.
fn late(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let proposal = proposal(model.session(), model.now).filter(Proposal::is_pressing);
    let Some(proposal) = proposal.filter(|_| model.read_only.is_none()) else { return Vec::new() };
    let key = model.keys.key_for(Does::KeepTime);
    let told = phrase::proposal(&model.words, model.session(), &proposal, &key);
    message(&told, cols, model.theme.warn)
}

/// What was asked about, in as many rows as there is room for.
fn answer(model: &Model, topic: Topic, cols: usize) -> Vec<Line<'static>> {
    let told = told(model, topic);
    let mut rows: Vec<String> =
        told.iter().flat_map(|line| wrapped(line, cols, ANSWER_ROWS)).collect();
    if rows.len() > ANSWER_ROWS {
        rows.truncate(ANSWER_ROWS - 1);
        rows.push("..".to_owned());
    }
    rows.iter().map(|row| Line::from(plain(row))).collect()
}

fn next_line(model: &Model) -> Line<'static> {
    let key = format!("[{}]", model.keys.key_for(Does::NextStep));
    let step = next_step(model.session());
    let mut what = phrase::next_step(&model.words, model.session(), &step);
    if step == NextStep::Nothing {
        if model.session().is_of_a_procedure() {
            let after = phrase::after_meeting(&model.words, &model.procedure());
            let values = [("over", what.into()), ("after", after.into())];
            what = model.words.tell(id::PROCEDURE_OVER, &values);
        }
        return Line::from(piece(&what, model.theme.dim));
    }
    let told = model.words.tell(id::NEXT_STEP_LABEL, &[("key", key.into()), ("what", what.into())]);
    Line::from(piece(&told, model.theme.next))
}

/// As many keys as fit.
fn keys(model: &Model, cols: usize) -> Line<'static> {
    let phase = model.session().phase;
    let shown: Vec<(Does, Id)> =
        hints(model.session()).iter().map(|does| (*does, hint(*does, phase))).collect();
    fitting_hints(&model.words, &model.theme, &model.keys, &shown, cols)
}
