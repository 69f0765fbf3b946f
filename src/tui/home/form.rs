//! A few questions, one after the other: what has been answered stays in sight, `Esc` goes one back.

use chrono::NaiveDate;

use crate::domain::action::ActionState;
use crate::domain::ids::ActionId;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::pinyin::Readings;
use crate::text::words::Id;
use crate::tui::capture::Capture;

/// What the answers are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Making a community; `then_people` asks for a file of people afterwards.
    Community {
        /// Whether people are to be taken in next.
        then_people: bool,
    },
    /// Making a meeting.
    Meeting,
    /// Taking people in.
    People,
    /// Seeing the topics of a community.
    Topics,
    /// Reporting what became of an action.
    Report(SessionName, ActionId),
}

/// Something one can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words, as typed.
    Words(String),
    /// A community.
    Community(Slug),
    /// A day.
    Day(NaiveDate),
    /// Where an action stands.
    State(ActionState),
}

/// What kind of answer is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Words; they may be left out.
    Optional,
    /// Words.
    Words,
    /// A day.
    Day,
    /// One of these, found by typing.
    OneOf(Vec<(String, Value)>),
}

/// One question.
#[derive(Debug, Clone)]
pub struct Step {
    /// What is asked.
    pub ask: Id,
    /// What kind of answer is wanted.
    pub kind: Kind,
    /// What is typed.
    pub line: Capture,
    /// The choice under the bar, counted among those that fit.
    pub bar: usize,
}

impl Step {
    /// A question with an answer to begin with.
    #[must_use]
    pub fn new(ask: Id, kind: Kind, begin: &str) -> Self {
        let mut line = Capture::default();
        line.set(begin);
        Self { ask, kind, line, bar: 0 }
    }

    /// The choices that fit what is typed, by characters, pinyin or initials.
    #[must_use]
    pub fn fitting(&self) -> Vec<&(String, Value)> {
        let Kind::OneOf(choices) = &self.kind else { return Vec::new() };
        let typed = self.line.text().trim();
        let fits = |name: &str| typed.is_empty() || Readings::of(name).matches(typed).is_some();
        choices.iter().filter(|(name, _)| fits(name)).collect()
    }
}

/// A window with questions.
#[derive(Debug, Clone)]
pub struct Form {
    /// What the answers are for.
    pub purpose: Purpose,
    /// Its title.
    pub title: Id,
    /// The questions.
    pub steps: Vec<Step>,
    /// The one that is asked now.
    pub at: usize,
    /// Why the answer does not do.
    pub trouble: Option<String>,
}

impl Form {
    /// A window with these questions, the first of them asked.
    #[must_use]
    pub fn new(purpose: Purpose, title: Id, steps: Vec<Step>) -> Self {
        Self { purpose, title, steps, at: 0, trouble: None }
    }

    /// The question that is asked now.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.steps.get(self.at)
    }

    /// The same, to be typed into.
    pub fn step_mut(&mut self) -> Option<&mut Step> {
        self.steps.get_mut(self.at)
    }

    /// What was typed as an answer to a question.
    #[must_use]
    pub fn answer(&self, ask: Id) -> String {
        let step = self.steps.iter().find(|step| step.ask == ask);
        step.map_or_else(String::new, |step| step.line.text().trim().to_owned())
    }

    /// The choice made for the first question that has choices.
    #[must_use]
    pub fn choice(&self) -> Option<&Value> {
        let step = self.steps.iter().find(|step| matches!(step.kind, Kind::OneOf(_)))?;
        step.fitting().get(step.bar).map(|(_, value)| value)
    }
}
