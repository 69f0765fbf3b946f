//! The desk as a conversation: what is said when, a line at a time, for a terminal that can do
//! nothing else and for those who have it read to them. Nothing is drawn, nothing is said twice.
//!
//! A line that was typed goes to the desk's own `update`, so whatever holds on the screen holds
//! here. [`Speaker`] looks at the desk before and after and says what has happened: what was taken
//! in, why not, what is asked now. It knows no clock and no file; who reads and prints is elsewhere.

mod questions;
mod warnings;

use crate::domain::agreement::Agreed;
use crate::domain::event::Event;
use crate::domain::plan::{NextStep, next_step};
use crate::domain::record::Line;
use crate::domain::session::Phase;
use crate::grammar::Topic;
use crate::report::timeline::line_told;
use crate::text::words::{Words, id};
use crate::tui::desk::model::{Model, Notice, Panel, Tone};
use crate::tui::desk::msg::{Effect, Msg};
use crate::tui::desk::status::{hinders, step_line, told};
use crate::tui::desk::view::help;
use warnings::Warnings;

/// Parts of the help that are of use without keys.
const PARTS: usize = 2;

/// Says what happens on a desk.
#[derive(Debug)]
pub struct Speaker {
    /// What was said of it last.
    notice: Option<Notice>,
    trouble: Option<String>,
    panel: Option<Panel>,
    reading: Option<Agreed>,
    warnings: Warnings,
    /// The next step was told, and an empty line does it.
    offered: bool,
    /// How one answers while something is read out was told.
    taught: bool,
}

/// What a line that was typed is.
#[derive(Debug)]
pub enum Heard {
    /// Something for the desk.
    For(Msg),
    /// A question that this answers.
    Answered(Vec<String>),
}

impl Speaker {
    /// Speaks for a desk from now on. What is so already is no news.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let mut warnings = Warnings::default();
        warnings.due(model);
        Self {
            notice: model.notice.clone(),
            trouble: model.saving.trouble.clone(),
            panel: model.panel,
            reading: None,
            warnings,
            offered: false,
            taught: false,
        }
    }

    /// Where the meeting is, and how one goes on.
    #[must_use]
    pub fn opening(model: &Model) -> Vec<String> {
        let mut lines = told(model, Topic::Where);
        lines.extend(model.notice.as_ref().map(|notice| spoken(&model.words, notice)));
        lines.push(model.words.say(id::PLAIN_HOW));
        lines
    }

    /// Understands a line: an empty one asks for the next step, a second one does it.
    pub fn hear(&mut self, model: &Model, line: String) -> Heard {
        let asked = model.panel.is_some() || model.read_back.is_some();
        let offered = std::mem::take(&mut self.offered);
        if asked || !line.trim().is_empty() {
            return Heard::For(Msg::Line(line));
        }
        let Some(step) = step_line(model) else {
            return Heard::Answered(vec![model.words.say(id::PLAIN_OVER)]);
        };
        if offered {
            return Heard::For(Msg::Step);
        }
        self.offered = true;
        let mut lines = vec![step];
        if matches!(next_step(model.session()), NextStep::CloseItem(_)) {
            lines.extend(hinders(model));
        }
        lines.push(model.words.say(id::PLAIN_STEP_HOW));
        Heard::Answered(lines)
    }

    /// What has to be said after something was `entered`, or happened by itself.
    pub fn after(&mut self, model: &Model, effects: &[Effect], entered: bool) -> Vec<String> {
        let words = &model.words;
        let mut lines = Vec::new();
        let reading = model.read_back.as_ref().map(|back| back.what);
        let back_says = model.read_back.as_ref().and_then(|back| back.notice.as_ref());
        if entered || model.notice != self.notice {
            lines.extend(model.notice.as_ref().map(|notice| spoken(words, notice)));
        }
        if entered {
            lines.extend(back_says.map(|notice| spoken(words, notice)));
            if lines.is_empty() {
                lines.extend(effects.iter().filter_map(|effect| match effect {
                    Effect::Save(line) => Some(line_told(words, model.session(), &line.events)),
                    _ => None,
                }));
            }
            lines.extend(self.dropped(model, effects));
            if model.aid.is_some() {
                lines.extend(helped(model));
            }
            lines.extend(model.asked.into_iter().flat_map(|topic| told(model, topic)));
        }
        if model.saving.trouble != self.trouble
            && let Some(why) = &model.saving.trouble
        {
            lines.push(words.tell(id::PLAIN_TROUBLE, &[("why", why.into())]));
        }
        if let Some(panel) =
            model.panel.as_ref().filter(|it| entered || Some(*it) != self.panel.as_ref())
        {
            lines.extend(questions::panel(model, panel));
        }
        if let Some(what) = reading.filter(|_| entered || reading != self.reading) {
            lines.extend(questions::reading(model, what));
            if !std::mem::replace(&mut self.taught, true) {
                lines.push(words.say(id::PLAIN_READING_HOW));
            }
        }
        lines.extend(self.warnings.due(model));
        self.notice.clone_from(&model.notice);
        self.trouble.clone_from(&model.saving.trouble);
        self.panel.clone_from(&model.panel);
        self.reading = reading;
        if reading.is_none() {
            self.taught = false;
        }
        lines
    }

    /// A question that was not answered, or reading out that was left.
    fn dropped(&self, model: &Model, effects: &[Effect]) -> Option<String> {
        let words = &model.words;
        let asks = model.panel.is_some() || model.read_back.is_some();
        if asks || effects.contains(&Effect::Quit) {
            return None;
        }
        let session = model.session();
        if self.reading.is_some() {
            let told = || words.say(id::PLAIN_READING_LEFT);
            return (session.phase != Phase::Closed).then(told);
        }
        match self.panel {
            Some(Panel::EndItem { .. }) if session.open_item.is_some() => {
                Some(words.say(id::PLAIN_NOT_ENDED))
            }
            Some(Panel::Close { .. }) if session.phase != Phase::Closed => {
                Some(words.say(id::PLAIN_NOT_CLOSED))
            }
            Some(Panel::LeaveUnsaved) if model.unsaved() > 0 => Some(words.say(id::PLAIN_STAYS)),
            _ => None,
        }
    }

    /// What another program wrote into the record.
    #[must_use]
    pub fn followed(model: &Model, lines: &[Line<Event>]) -> Vec<String> {
        let told = |line: &Line<Event>| {
            let time = line.at.with_timezone(model.now.offset()).format("%H:%M").to_string();
            let what = line_told(&model.words, model.session(), &line.events);
            model.words.tell(id::PLAIN_FOLLOWED, &[("time", time.into()), ("what", what.into())])
        };
        lines.iter().map(told).collect()
    }
}

/// A message with how grave it is in words.
fn spoken(words: &Words, notice: &Notice) -> String {
    match notice.tone {
        Tone::Done => notice.text.clone(),
        Tone::Refused => words.tell(id::PLAIN_REFUSED, &[("why", (&notice.text).into())]),
    }
}

/// What can be typed, without the keys.
fn helped(model: &Model) -> Vec<String> {
    let mut lines = vec![model.words.say(id::PLAIN_HOW)];
    for part in help(model).into_iter().take(PARTS) {
        lines.push(part.title);
        lines.extend(part.rows.into_iter().map(|(typed, about)| {
            if typed.is_empty() {
                return about;
            }
            let values = [("typed", typed.into()), ("about", about.into())];
            model.words.tell(id::PLAIN_HELP_ROW, &values)
        }));
    }
    lines
}
