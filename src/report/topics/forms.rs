//! The list of topics as a board in text, as Markdown, for a spreadsheet and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::codes::state_of;
use super::rows::{Board, TopicRow};
use crate::domain::topic::TopicState;
use crate::phrase::affairs::{
    class, level, procedure_name, result_class, satisfaction, source, topic_state, topic_step,
};
use crate::phrase::{bracketed, comma_list};
use crate::report::json::pretty;
use crate::report::markup;
use crate::report::spreadsheet;
use crate::report::table::{Column as TableColumn, Table};
use crate::text::words::{Id, Words, id};

/// A column of the list for spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The case number.
    Case,
    /// What it is about.
    Title,
    /// Who brings it up.
    Proposers,
    /// The day.
    Date,
    /// By which way it came in.
    Source,
    /// The channel.
    Channel,
    /// The class.
    Class,
    /// The place.
    Place,
    /// The group affected.
    Group,
    /// Why.
    Reason,
    /// What is proposed.
    Suggestion,
    /// Where in a meeting's record it comes from.
    Origin,
    /// The level it is dealt with at.
    Level,
    /// The ground on which it is not dealt with.
    Excluded,
    /// Where to turn instead.
    Redirect,
    /// Who approved that.
    Approver,
    /// The procedure.
    Procedure,
    /// Where it stands.
    State,
    /// The unit charged.
    Unit,
    /// The last day.
    Due,
    /// What came of it.
    Result,
    /// How it was rated.
    Ratings,
    /// The community.
    Community,
}

/// The columns in their order, and what each is called.
pub const COLUMNS: [(Column, Id); 23] = [
    (Column::Case, id::TOPICS_CASE),
    (Column::Title, id::TOPICS_TITLE),
    (Column::Proposers, id::TOPICS_PROPOSERS),
    (Column::Date, id::TOPICS_DATE),
    (Column::Source, id::TOPICS_SOURCE),
    (Column::Channel, id::TOPICS_CHANNEL),
    (Column::Class, id::TOPICS_CLASS),
    (Column::Place, id::TOPICS_PLACE),
    (Column::Group, id::TOPICS_GROUP),
    (Column::Reason, id::TOPICS_REASON),
    (Column::Suggestion, id::TOPICS_SUGGESTION),
    (Column::Origin, id::TOPICS_ORIGIN),
    (Column::Level, id::TOPICS_LEVEL),
    (Column::Excluded, id::TOPICS_EXCLUDED),
    (Column::Redirect, id::TOPICS_REDIRECT),
    (Column::Approver, id::TOPICS_APPROVER),
    (Column::Procedure, id::TOPICS_PROCEDURE),
    (Column::State, id::TOPICS_STATE),
    (Column::Unit, id::TOPICS_UNIT),
    (Column::Due, id::TOPICS_DUE),
    (Column::Result, id::TOPICS_RESULT),
    (Column::Ratings, id::TOPICS_RATINGS),
    (Column::Community, id::TOPICS_COMMUNITY),
];

/// The topics in each state, in the order of the board.
fn by_state(rows: &[TopicRow]) -> impl Iterator<Item = (TopicState, Vec<&TopicRow>)> {
    TopicState::ALL.into_iter().filter_map(|state| {
        let of: Vec<&TopicRow> = rows.iter().filter(|row| row.state == state).collect();
        (!of.is_empty()).then_some((state, of))
    })
}

/// “共 12 件：在办 9，已了 3”
fn tally(words: &Words, rows: &[TopicRow]) -> String {
    let over = rows.iter().filter(|row| row.state.is_over()).count();
    let overdue = rows.iter().filter(|row| row.overdue).count();
    if rows.is_empty() {
        return words.say(id::TOPICS_NONE);
    }
    let values = [
        ("total", rows.len().into()),
        ("open", (rows.len() - over).into()),
        ("over", over.into()),
        ("overdue", overdue.into()),
    ];
    words.tell(id::TOPICS_TALLY, &values)
}

fn heading(words: &Words, state: TopicState, count: usize) -> String {
    let values = [("state", topic_state(words, state).into()), ("count", count.into())];
    words.tell(id::TOPICS_OF_STATE, &values)
}

/// The next step of a row, with its last day where it has one.
fn next(words: &Words, boards: &[Board<'_>], row: &TopicRow) -> String {
    let board = boards.iter().find(|board| board.id == row.community_id);
    let told = board.and_then(|board| {
        let case = row.case.parse().ok()?;
        let topic = board.ledger.topics.get(&case)?;
        Some(topic_step(words, board.ledger, board.ground, topic, &row.next))
    });
    let told = told.unwrap_or_default();
    match row.due {
        Some(due) => {
            let message = if row.overdue { id::TOPICS_WAS_DUE } else { id::TOPICS_DUE_BY };
            bracketed(words, &told, &words.tell(message, &[("date", due.to_string().into())]))
        }
        None => told,
    }
}

/// The topics a table has in one row each: by number, or by community and number where there are
/// several communities.
fn number<'r>(boards: &[Board<'_>], row: &'r TopicRow) -> &'r str {
    if boards.len() == 1 { &row.case } else { &row.id }
}

/// The board in text, at most `width` columns wide if that is given: a table for each state.
#[must_use]
pub fn table(
    words: &Words,
    boards: &[Board<'_>],
    rows: &[TopicRow],
    width: Option<usize>,
) -> String {
    let mut text = String::new();
    for (state, rows) in by_state(rows) {
        let mut table = Table::new(vec![
            TableColumn::fixed(words.say(id::TOPICS_CASE)),
            TableColumn::flexible(words.say(id::TOPICS_TITLE)),
            TableColumn::fixed(words.say(id::TOPICS_CLASS)),
            TableColumn::fixed(words.say(id::TOPICS_LEVEL)),
            TableColumn::flexible(words.say(id::TOPICS_PROPOSERS)),
            TableColumn::flexible(words.say(id::TOPICS_NEXT)),
        ]);
        text.push_str(&heading(words, state, rows.len()));
        text.push('\n');
        for row in rows {
            let what = match &row.place {
                Some(place) => bracketed(words, &row.title, place),
                None => row.title.clone(),
            };
            table.row([
                number(boards, row).to_owned(),
                what,
                row.class.map(|it| class(words, it)).unwrap_or_default(),
                row.level.map(|it| level(words, it)).unwrap_or_default(),
                comma_list(words, &row.proposers),
                next(words, boards, row),
            ]);
        }
        text.push_str(&table.render(width));
        text.push('\n');
    }
    text.push_str(&tally(words, rows));
    text.push('\n');
    text
}

/// The board in Markdown.
#[must_use]
pub fn markdown(words: &Words, boards: &[Board<'_>], rows: &[TopicRow]) -> String {
    let mut text = format!("# {}\n\n", words.say(id::TOPICS_HEADING));
    let heads = [
        id::TOPICS_CASE,
        id::TOPICS_TITLE,
        id::TOPICS_CLASS,
        id::TOPICS_LEVEL,
        id::TOPICS_PLACE,
        id::TOPICS_PROPOSERS,
        id::TOPICS_RESULT,
        id::TOPICS_NEXT,
    ];
    for (state, rows) in by_state(rows) {
        // Writing to a String does not fail.
        let _ = write!(text, "## {}\n\n", heading(words, state, rows.len()));
        text.push_str(&markup::head(&heads.map(|head| words.say(head))));
        for row in rows {
            text.push_str(&markup::row(&[
                markup::text(number(boards, row)),
                markup::text(&row.title),
                row.class.map(|it| class(words, it)).unwrap_or_default(),
                row.level.map(|it| level(words, it)).unwrap_or_default(),
                row.place.as_deref().map(markup::text).unwrap_or_default(),
                markup::text(&comma_list(words, &row.proposers)),
                row.result.map(|it| result_class(words, it)).unwrap_or_default(),
                markup::text(&next(words, boards, row)),
            ]));
        }
        text.push('\n');
    }
    text.push_str(&tally(words, rows));
    text.push('\n');
    text
}

/// The list for spreadsheets; what it has of slips and screenings can be taken in again.
#[must_use]
pub fn csv(words: &Words, boards: &[Board<'_>], rows: &[TopicRow]) -> Vec<u8> {
    let heads = COLUMNS.map(|(_, head)| words.say(head));
    spreadsheet::csv(
        &heads,
        rows.iter().map(|row| COLUMNS.map(|(column, _)| cell(words, boards, row, column))),
    )
}

fn cell(words: &Words, boards: &[Board<'_>], row: &TopicRow, column: Column) -> String {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        Column::Case => row.case.clone(),
        Column::Title => row.title.clone(),
        Column::Proposers => row.proposers.join(&words.say(id::LIST_SEPARATOR)),
        Column::Date => row.date.to_string(),
        Column::Source => source(words, row.source),
        Column::Channel => optional(&row.channel),
        Column::Class => row.class.map(|it| class(words, it)).unwrap_or_default(),
        Column::Place => optional(&row.place),
        Column::Group => optional(&row.group),
        Column::Reason => optional(&row.reason),
        Column::Suggestion => optional(&row.suggestion),
        Column::Origin => optional(&row.origin),
        Column::Level => row.level.map(|it| level(words, it)).unwrap_or_default(),
        Column::Excluded => optional(&row.excluded),
        Column::Redirect => optional(&row.redirect),
        Column::Approver => optional(&row.approver),
        Column::Procedure => {
            let board = boards.iter().find(|board| board.id == row.community_id);
            board.map_or_else(
                || row.procedure.clone(),
                |board| procedure_name(words, board.ground, &row.procedure),
            )
        }
        Column::State => topic_state(words, row.state),
        Column::Unit => optional(&row.unit),
        Column::Due => row.due.map(|it| it.to_string()).unwrap_or_default(),
        Column::Result => row.result.map(|it| result_class(words, it)).unwrap_or_default(),
        Column::Ratings => {
            let told = row.ratings.iter().map(|rating| {
                let both = [rating.handling, rating.result].map(|it| satisfaction(words, it));
                format!("{} {}", rating.name, both.join("/"))
            });
            comma_list(words, &told.collect::<Vec<_>>())
        }
        Column::Community => row.community_name.clone(),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    total: usize,
    open: usize,
    overdue: usize,
    states: BTreeMap<&'static str, usize>,
    topics: &'a [TopicRow],
}

/// The list in JSON, dates in ISO form, not in any language.
#[must_use]
pub fn json(rows: &[TopicRow]) -> String {
    let mut states = BTreeMap::new();
    for row in rows {
        *states.entry(state_of(row.state)).or_default() += 1;
    }
    pretty(&Document {
        format: 1,
        total: rows.len(),
        open: rows.iter().filter(|row| !row.state.is_over()).count(),
        overdue: rows.iter().filter(|row| row.overdue).count(),
        states,
        topics: rows,
    })
}
