//! One topic wholly, as text: its slip, what was decided, its survey, stages, meetings, handling,
//! results, and its history.

use super::rows::{Board, row_of};
use crate::domain::affairs::{needs_lacking, survey_lacks};
use crate::domain::rules::SurveyPart;
use crate::domain::topic::{Decision, Topic};
use crate::phrase::affairs::{
    class_in_full, lacking_list, level, need, outing_kind, procedure_name, result_class,
    satisfaction, source, stage_label, survey_part, topic_state, topic_step,
};
use crate::phrase::{bracketed, comma_list, outcome};
use crate::text::width::clean;
use crate::text::words::{Id, Words, id};
use crate::text::wrap::wrap;

/// Columns that what belongs to a heading is set in by.
const INDENT: &str = "  ";

/// The lines of a page, at most so many columns wide.
struct Page<'a> {
    words: &'a Words,
    width: Option<usize>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, indent: &str, text: &str) {
        let room = self.width.map(|cols| cols.saturating_sub(indent.len()).max(20));
        let mut lines = Vec::new();
        for line in text.split('\n') {
            let line = clean(line).into_owned();
            match room {
                Some(room) => lines.extend(wrap(&line, room)),
                None => lines.push(line),
            }
        }
        for line in lines {
            self.text.push_str(format!("{indent}{line}").trim_end());
            self.text.push('\n');
        }
    }

    fn heading(&mut self, message: Id) {
        self.text.push('\n');
        let heading = self.words.say(message);
        self.line("", &heading);
    }

    fn row(&mut self, text: &str) {
        self.line(INDENT, text);
    }

    fn field(&mut self, label: Id, said: &str) {
        let colon = self.words.say(id::NAME_COLON);
        let text = format!("{}{colon}{said}", self.words.say(label));
        self.row(&text);
    }

    fn optional(&mut self, label: Id, said: Option<&str>) {
        if let Some(said) = said {
            self.field(label, said);
        }
    }
}

/// A topic wholly, at most `width` columns wide if that is given. `history` are the things that
/// happened to it, oldest first, in words.
#[must_use]
pub fn one(
    words: &Words,
    board: Board<'_>,
    topic: &Topic,
    history: &[String],
    width: Option<usize>,
) -> String {
    let row = row_of(board, topic);
    let mut page = Page { words, width, text: String::new() };
    let head = [
        ("id", row.id.as_str().into()),
        ("title", row.title.as_str().into()),
        ("state", topic_state(words, row.state).into()),
    ];
    page.line("", &words.tell(id::TOPIC_HEAD, &head));
    let step = topic_step(words, board.ledger, board.ground, topic, &row.next);
    page.line("", &words.tell(id::TOPIC_NEXT, &[("step", step.into())]));
    if let Some(due) = row.due {
        let message = if row.overdue { id::TOPICS_WAS_DUE } else { id::TOPICS_DUE_BY };
        page.line("", &words.tell(message, &[("date", due.to_string().into())]));
    }
    slip(&mut page, board, topic, &row.proposers);
    screening(&mut page, topic);
    survey(&mut page, board, topic);
    stages(&mut page, board, topic);
    meetings(&mut page, topic);
    handling(&mut page, topic);
    results(&mut page, topic);
    if !history.is_empty() {
        page.heading(id::TOPIC_HISTORY);
        for line in history {
            page.row(line);
        }
    }
    page.text
}

fn slip(page: &mut Page<'_>, board: Board<'_>, topic: &Topic, proposers: &[String]) {
    let words = page.words;
    let slip = &topic.slip;
    page.heading(id::TOPIC_SLIP);
    page.field(id::TOPICS_PROPOSERS, &comma_list(words, proposers));
    page.field(id::TOPICS_DATE, &slip.on.to_string());
    page.field(id::TOPICS_SOURCE, &source(words, slip.source));
    page.optional(id::TOPICS_CHANNEL, slip.channel.as_deref());
    let class = slip.class.map(|it| class_in_full(words, it));
    page.optional(id::TOPICS_CLASS, class.as_deref());
    page.optional(id::TOPICS_PLACE, slip.place.as_deref());
    page.optional(id::TOPICS_GROUP, slip.group.as_deref());
    page.optional(id::TOPICS_REASON, slip.reason.as_deref());
    page.optional(id::TOPICS_SUGGESTION, slip.suggestion.as_deref());
    let origin = slip.origin.as_ref().map(|it| format!("{}/{}/{}", board.id, it.session, it.what));
    page.optional(id::TOPICS_ORIGIN, origin.as_deref());
    if !topic.merged.is_empty() {
        let numbers: Vec<String> = topic.merged.iter().map(ToString::to_string).collect();
        page.field(id::TOPIC_MERGED_FROM, &numbers.join(&words.say(id::LIST_SEPARATOR)));
    }
    let into = topic.merged_into.as_ref().map(ToString::to_string);
    page.optional(id::TOPIC_MERGED_INTO, into.as_deref());
    page.optional(id::TOPIC_WHY_WITHDRAWN, topic.withdrawn.as_deref());
}

fn screening(page: &mut Page<'_>, topic: &Topic) {
    let words = page.words;
    page.heading(id::TOPIC_SCREENING);
    let Some(screening) = &topic.screening else {
        page.row(&words.say(id::TOPIC_NOT_SCREENED));
        return;
    };
    let day = screening.at.date_naive().to_string();
    match &screening.decision {
        Decision::Accepted { level: at } => {
            let values = [("date", day.into()), ("level", level(words, *at).into())];
            page.row(&words.tell(id::TOPIC_WAS_ACCEPTED, &values));
        }
        Decision::Excluded { ground, redirect } => {
            page.row(&words.tell(id::TOPIC_WAS_EXCLUDED, &[("date", day.into())]));
            page.field(id::TOPICS_EXCLUDED, ground);
            page.field(id::TOPICS_REDIRECT, redirect);
        }
    }
    page.optional(id::TOPICS_APPROVER, screening.approver.as_deref());
}

fn survey(page: &mut Page<'_>, board: Board<'_>, topic: &Topic) {
    let words = page.words;
    page.heading(id::TOPIC_SURVEY);
    let colon = words.say(id::NAME_COLON);
    for part in SurveyPart::ALL {
        if let Some(said) = topic.survey.part(part) {
            page.row(&format!("{}{colon}{said}", survey_part(words, part)));
        }
    }
    let of_topic = |it: &&crate::domain::ledger::Entry<crate::domain::survey::Outing>| {
        it.what.topic.as_ref() == Some(&topic.case)
    };
    for outing in board.ledger.outings.iter().filter(of_topic).map(|it| &it.what) {
        let values = [
            ("date", outing.on.to_string().into()),
            ("kind", outing_kind(words, outing.kind).into()),
            ("place", outing.place.as_str().into()),
            ("count", outing.count.into()),
        ];
        let told = words.tell(id::TOPIC_OUTING, &values);
        let by = comma_list(words, &outing.by);
        let told = if by.is_empty() { told } else { bracketed(words, &told, &by) };
        let note = outing.note.as_ref().map(|note| format!("{colon}{note}"));
        page.row(&format!("{told}{}", note.unwrap_or_default()));
    }
    let lacks = survey_lacks(topic, board.ground);
    if !lacks.is_empty() {
        let list = lacking_list(words, &lacks);
        page.row(&words.tell(id::TOPIC_SURVEY_LACKS, &[("list", list.into())]));
    } else if topic.survey.is_empty() {
        page.row(&words.say(id::TOPIC_NO_SURVEY));
    }
    if let Some(why) = &topic.survey_waived {
        page.row(&words.tell(id::TOPIC_SURVEY_WAIVED, &[("why", why.into())]));
    }
}

fn stages(page: &mut Page<'_>, board: Board<'_>, topic: &Topic) {
    let words = page.words;
    page.heading(id::TOPIC_STAGES);
    let file = board.ground.procedure_name(topic);
    page.field(id::TOPICS_PROCEDURE, &procedure_name(words, board.ground, file));
    let label = |stage| stage_label(words, board.ledger, board.ground, topic, stage);
    if topic.stages.first().is_none_or(|entered| entered.stage != 1) {
        page.row(&format!("{} {}", topic.at.date_naive(), label(1)));
    }
    for entered in &topic.stages {
        let told = format!("{} {}", entered.at.date_naive(), label(entered.stage));
        match &entered.despite {
            Some(why) => page.row(&bracketed(words, &told, why)),
            None => page.row(&told),
        }
    }
    let next = topic.stage().saturating_add(1);
    let procedure = board.ground.procedure(file);
    if procedure.is_some_and(|it| it.stage(next).is_some()) && !topic.state().is_over() {
        let (blocks, warns) = needs_lacking(board.ledger, board.ground, topic, next);
        let all: Vec<String> = blocks.iter().chain(&warns).map(|it| need(words, *it)).collect();
        if !all.is_empty() {
            let list = all.join(&words.say(id::LIST_SEPARATOR));
            let values = [("stage", label(next).into()), ("list", list.into())];
            page.row(&words.tell(id::TOPIC_STAGE_LACKS, &values));
        }
    }
}

fn meetings(page: &mut Page<'_>, topic: &Topic) {
    let words = page.words;
    if topic.consultations.is_empty() {
        return;
    }
    page.heading(id::TOPIC_MEETINGS);
    for consultation in &topic.consultations {
        let ended = consultation.outcome.map(|it| outcome(words, it));
        let ended = ended.unwrap_or_else(|| words.say(id::TOPIC_NOT_YET_HELD));
        page.row(&format!("{} {}", consultation.session, ended));
    }
}

fn handling(page: &mut Page<'_>, topic: &Topic) {
    let words = page.words;
    if topic.assignments.is_empty() && topic.postings.is_empty() {
        return;
    }
    page.heading(id::TOPIC_HANDLED);
    for it in &topic.assignments {
        let values = [("date", it.at.date_naive().to_string().into()), ("unit", (&it.unit).into())];
        let mut told = words.tell(id::TOPIC_WAS_ASSIGNED, &values);
        if !it.with.is_empty() {
            let names = comma_list(words, &it.with);
            let values = [("told", told.into()), ("names", names.into())];
            told = words.tell(id::LEDGER_ASSIGNED_WITH, &values);
        }
        if let Some(due) = it.due {
            let due = words.tell(id::LEDGER_DUE, &[("date", due.to_string().into())]);
            told = bracketed(words, &told, &due);
        }
        page.row(&told);
    }
    for it in &topic.postings {
        let from = it.from.to_string();
        let told = match it.until {
            Some(until) => {
                let values = [("from", from.into()), ("until", until.to_string().into())];
                words.tell(id::TOPIC_WAS_POSTED_UNTIL, &values)
            }
            None => words.tell(id::TOPIC_WAS_POSTED, &[("from", from.into())]),
        };
        let colon = words.say(id::NAME_COLON);
        let note = it.note.as_ref().map(|note| format!("{colon}{note}"));
        page.row(&format!("{told}{}", note.unwrap_or_default()));
    }
}

fn results(page: &mut Page<'_>, topic: &Topic) {
    let words = page.words;
    let owed = topic.names_owed();
    if topic.results.is_empty() && topic.answers.is_empty() && owed.is_empty() {
        return;
    }
    let colon = words.say(id::NAME_COLON);
    page.heading(id::TOPIC_RESULTS);
    for it in &topic.results {
        let note = it.note.as_ref().map(|note| format!("{colon}{note}"));
        let class = result_class(words, it.class);
        page.row(&format!("{} {class}{}", it.at.date_naive(), note.unwrap_or_default()));
    }
    for it in &topic.ratings {
        let values = [
            ("date", it.at.date_naive().to_string().into()),
            ("name", (&it.name).into()),
            ("handling", satisfaction(words, it.handling).into()),
            ("result", satisfaction(words, it.result).into()),
        ];
        let note = it.note.as_ref().map(|note| format!("{colon}{note}"));
        page.row(&format!("{}{}", words.tell(id::TOPIC_RATING, &values), note.unwrap_or_default()));
    }
    let silent = topic.others_to_rate();
    if !silent.is_empty() {
        let values = [("count", silent.len().into()), ("names", comma_list(words, &silent).into())];
        page.row(&words.tell(id::TOPIC_NOT_RATED, &values));
    }
    for it in &topic.answers {
        let values = [
            ("date", it.at.date_naive().to_string().into()),
            ("names", comma_list(words, &it.names).into()),
            ("how", (&it.how).into()),
        ];
        page.row(&words.tell(id::TOPIC_ANSWERED, &values));
    }
    if !owed.is_empty() {
        let names = comma_list(words, &owed);
        page.row(&words.tell(id::TOPIC_ANSWER_OWED, &[("names", names.into())]));
    }
}
