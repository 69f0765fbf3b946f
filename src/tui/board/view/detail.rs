//! What is under the bar, in full.

use ratatui::style::Style;
use ratatui::text::Line;

use super::super::history::history;
use super::super::model::{Model, Page};
use super::super::next::lacking_ahead;
use super::others;
use crate::domain::affairs::{stage_name, survey_lacks};
use crate::domain::record::Moment;
use crate::domain::rules::SurveyPart;
use crate::domain::topic::{Consultation, Decision, Topic};
use crate::phrase;
use crate::phrase::affairs as told;
use crate::text::dates::{long_date, short_date};
use crate::text::words::{Id, Lang, id};
use crate::tui::paint::{piece, wrapped};

/// Most rows a text takes.
const TEXT_ROWS: usize = 8;

/// Rows that tell everything about what is under the bar, that many columns wide.
pub fn rows(model: &Model, cols: usize) -> Vec<Line<'static>> {
    let mut sheet = Sheet { model, cols, rows: Vec::new() };
    match model.page {
        Page::Topics => match (model.topic(), model.row()) {
            (Some(topic), _) => sheet.topic(topic),
            // The ledgers are being read.
            (None, Some(row)) => sheet.strong(&format!("#{} {}", row.case, row.title)),
            (None, None) => {}
        },
        page => {
            if let Some(at) = model.entries.get(model.bar) {
                others::sheet(&mut sheet, page, *at);
            }
        }
    }
    sheet.rows
}

/// Rows of text, one below the other.
pub struct Sheet<'a> {
    /// The board.
    pub model: &'a Model,
    cols: usize,
    rows: Vec<Line<'static>>,
}

impl Sheet<'_> {
    /// A text.
    pub fn text(&mut self, text: &str, style: Style) {
        let rows = wrapped(text, self.cols, TEXT_ROWS);
        self.rows.extend(rows.iter().map(|row| Line::from(piece(row, style))));
    }

    /// A heading over everything.
    pub fn strong(&mut self, text: &str) {
        self.text(text, self.model.theme.strong);
    }

    /// A heading over a part.
    pub fn heading(&mut self, heading: Id) {
        let told = self.model.words.say(heading);
        self.text(&told, self.model.theme.strong);
    }

    /// A label and what it tells.
    pub fn field(&mut self, label: Id, value: &str) {
        let label = self.model.words.say(label);
        let values = [("label", label.into()), ("value", value.into())];
        let told = self.model.words.tell(id::REPORT_FIELD, &values);
        self.text(&told, Style::new());
    }

    /// A label and several things.
    pub fn list(&mut self, label: Id, values: &[String]) {
        self.field(label, &values.join(&self.model.words.say(id::LIST_SEPARATOR)));
    }

    /// An empty row.
    pub fn gap(&mut self) {
        if self.rows.last().is_some_and(|row| !row.spans.is_empty()) {
            self.rows.push(Line::default());
        }
    }

    /// When something was entered, and by whom.
    pub fn entered(&mut self, at: Moment, by: &str) {
        let at = at.format("%Y-%m-%d %H:%M").to_string();
        let told =
            self.model.words.tell(id::BOARD_ENTERED, &[("at", at.into()), ("by", by.into())]);
        self.text(&told, self.model.theme.dim);
    }

    fn topic(&mut self, topic: &Topic) {
        let words = &self.model.words;
        self.strong(&format!("#{} {}", topic.case, topic.slip.title));
        let state = told::topic_state(words, topic.state());
        let mut about = vec![state];
        about.extend(topic.slip.class.map(|class| told::class_in_full(words, class)));
        if let Some(Decision::Accepted { level }) = topic.screening.as_ref().map(|it| &it.decision)
        {
            about.push(told::level(words, *level));
        }
        self.text(&about.join("  "), Style::new());
        self.stages(topic);
        self.owed(topic);
        self.gap();
        self.slip(topic);
        self.survey(topic);
        self.meetings(topic);
        self.handling(topic);
        self.gap();
        self.heading(id::BOARD_HISTORY);
        for (at, told) in history(self.model, topic) {
            self.text(&format!("{}  {told}", at.format("%Y-%m-%d")), Style::new());
        }
    }

    /// The stages of its procedure, the one it is in between brackets, and what the next needs.
    fn stages(&mut self, topic: &Topic) {
        let (words, ground) = (&self.model.words, &self.model.ground);
        let file = ground.procedure_name(topic);
        self.field(id::BOARD_PROCEDURE, &told::procedure_name(words, ground, file));
        let Some(procedure) = ground.procedure_of(topic) else {
            let told = words.tell(id::BOARD_NO_PROCEDURE, &[("name", file.into())]);
            return self.text(&told, self.model.theme.bad);
        };
        let english = words.lang() == Lang::En;
        let Some(ledger) = self.model.ledger() else { return };
        let name = |stage: u32| match stage_name(ledger, file, procedure, stage, english) {
            Some(name) => name.to_owned(),
            None => words.tell(id::BOARD_STAGE, &[("number", stage.into())]),
        };
        let now = topic.stage();
        let stages: Vec<String> = (1..=procedure.count())
            .map(|stage| if stage == now { format!("[{}]", name(stage)) } else { name(stage) })
            .collect();
        self.text(&stages.join(" - "), Style::new());
        let Some(ahead) = lacking_ahead(self.model, topic) else { return };
        let needs = |needs: &[crate::domain::procedure::Need]| {
            let told: Vec<String> = needs.iter().map(|need| told::need(words, *need)).collect();
            told.join(&words.say(id::LIST_SEPARATOR))
        };
        let values = |list: String| [("stage", name(ahead.stage).into()), ("list", list.into())];
        if !ahead.blocks.is_empty() {
            let told = words.tell(id::BOARD_BLOCKS, &values(needs(&ahead.blocks)));
            self.text(&told, self.model.theme.warn);
        }
        if !ahead.warns.is_empty() {
            let told = words.tell(id::BOARD_WARNS, &values(needs(&ahead.warns)));
            self.text(&told, self.model.theme.dim);
        }
    }

    fn owed(&mut self, topic: &Topic) {
        let words = &self.model.words;
        if let Some(since) = topic.answer_owed_since() {
            let names: Vec<String> = topic.owed().map(|proposer| proposer.name.clone()).collect();
            let names = names.join(&words.say(id::LIST_SEPARATOR));
            let values =
                [("names", names.into()), ("since", since.format("%Y-%m-%d").to_string().into())];
            let told = words.tell(id::BOARD_OWED_TO, &values);
            self.text(&told, self.model.theme.warn);
        }
    }

    fn slip(&mut self, topic: &Topic) {
        let (words, slip) = (&self.model.words, &topic.slip);
        let names: Vec<String> = topic.proposers.iter().map(|it| it.name.clone()).collect();
        if !names.is_empty() {
            self.list(id::BOARD_PROPOSERS, &names);
        }
        let source = told::source(words, slip.source);
        let from = match &slip.origin {
            Some(origin) => {
                let title = self.model.meeting(&origin.session).map(|it| it.title.as_str());
                let title = title.unwrap_or(&origin.session);
                format!("{source}  {title} {}", origin.what)
            }
            None => source,
        };
        self.field(id::BOARD_SOURCE, &from);
        self.field(id::BOARD_ON, &long_date(slip.on, words.lang()));
        let rest = [
            (id::BOARD_CHANNEL, &slip.channel),
            (id::BOARD_PLACE, &slip.place),
            (id::BOARD_GROUP, &slip.group),
            (id::BOARD_REASON, &slip.reason),
            (id::BOARD_SUGGESTION, &slip.suggestion),
        ];
        for (label, value) in rest {
            if let Some(value) = value {
                self.field(label, value);
            }
        }
        if let Some(into) = &topic.merged_into {
            self.field(id::BOARD_MERGED_INTO, &format!("#{into}"));
        }
        if !topic.merged.is_empty() {
            let merged: Vec<String> = topic.merged.iter().map(|it| format!("#{it}")).collect();
            self.list(id::BOARD_MERGED, &merged);
        }
        if let Some(Decision::Excluded { ground, redirect }) =
            topic.screening.as_ref().map(|it| &it.decision)
        {
            self.field(id::BOARD_EXCLUDED, ground);
            self.field(id::BOARD_REDIRECT, redirect);
        }
        if let Some(why) = &topic.withdrawn {
            self.field(id::BOARD_WITHDRAWN, why);
        }
    }

    fn survey(&mut self, topic: &Topic) {
        let words = &self.model.words;
        let lacking = survey_lacks(topic, &self.model.ground);
        if topic.survey.is_empty() && lacking.is_empty() {
            return;
        }
        self.gap();
        self.heading(id::BOARD_SURVEY);
        for part in SurveyPart::ALL {
            if let Some(text) = topic.survey.part(part) {
                let values =
                    [("label", told::survey_part(words, part).into()), ("value", text.into())];
                let told = words.tell(id::REPORT_FIELD, &values);
                self.text(&told, Style::new());
            }
        }
        let counted =
            [("visits", topic.survey.visits.into()), ("briefings", topic.survey.briefings.into())];
        let told = words.tell(id::BOARD_SURVEY_COUNTS, &counted);
        self.text(&told, Style::new());
        if !lacking.is_empty() {
            let list = told::lacking_list(words, &lacking);
            let told = words.tell(id::BOARD_SURVEY_LACKS, &[("list", list.into())]);
            self.text(&told, self.model.theme.warn);
        }
        if let Some(why) = &topic.survey_waived {
            self.field(id::BOARD_WAIVED, why);
        }
    }

    fn meetings(&mut self, topic: &Topic) {
        if topic.consultations.is_empty() {
            return;
        }
        self.gap();
        self.heading(id::BOARD_MEETINGS);
        for held in &topic.consultations {
            let told = self.meeting(held);
            self.text(&told, Style::new());
        }
    }

    fn meeting(&self, held: &Consultation) -> String {
        let words = &self.model.words;
        let title = self.model.meeting(&held.session).map(|it| it.title.as_str());
        let outcome = match held.outcome {
            Some(outcome) => phrase::outcome(words, outcome),
            None => words.say(id::BOARD_NOT_YET),
        };
        format!("{}  {}  {outcome}", held.on, title.unwrap_or(&held.session))
    }

    fn handling(&mut self, topic: &Topic) {
        let words = &self.model.words;
        let untouched = topic.assignments.is_empty() && topic.results.is_empty();
        if untouched && topic.postings.is_empty() && topic.ratings.is_empty() {
            return;
        }
        self.gap();
        self.heading(id::BOARD_HANDLING);
        if let Some(assigned) = topic.assignments.last() {
            self.field(id::BOARD_UNIT, &assigned.unit);
            if !assigned.with.is_empty() {
                self.list(id::BOARD_WITH, &assigned.with);
            }
            if let Some(due) = assigned.due {
                self.field(id::BOARD_DUE, &long_date(due, words.lang()));
            }
        }
        for posted in &topic.postings {
            let from = short_date(posted.from, words.lang());
            let days = match posted.until {
                Some(until) => {
                    let until = short_date(until, words.lang());
                    let values = [("from", from.into()), ("until", until.into())];
                    words.tell(id::BOARD_FROM_UNTIL, &values)
                }
                None => words.tell(id::BOARD_FROM, &[("from", from.into())]),
            };
            let note = posted.note.as_deref().unwrap_or_default();
            let told = format!("{days}  {note}");
            self.field(id::BOARD_POSTED, told.trim_end());
        }
        if let Some(result) = topic.results.last() {
            let class = told::result_class(words, result.class);
            let note = result.note.as_deref().unwrap_or_default();
            self.field(id::BOARD_RESULT, format!("{class}  {note}").trim_end());
        }
        for rating in topic.ratings_of_latest() {
            let told = told_rating(self.model, rating);
            self.field(id::BOARD_RATING, &told);
        }
        let silent = topic.others_to_rate();
        if !silent.is_empty() {
            let names = phrase::comma_list(words, &silent);
            let values = [("count", silent.len().into()), ("names", names.into())];
            self.text(&words.tell(id::TOPIC_NOT_RATED, &values), Style::new());
        }
    }
}

/// How somebody rates a topic.
pub fn told_rating(model: &Model, rating: &crate::domain::topic::TopicRating) -> String {
    let words = &model.words;
    let values = [
        ("name", rating.name.as_str().into()),
        ("handling", told::satisfaction(words, rating.handling).into()),
        ("result", told::satisfaction(words, rating.result).into()),
    ];
    let told = words.tell(id::BOARD_RATED, &values);
    match &rating.note {
        Some(note) => format!("{told}  {note}"),
        None => told,
    }
}
