//! The action list as a table, as Markdown, for a spreadsheet and for programs.

use serde::Serialize;

use super::rows::{ActionRow, Tally};
use crate::phrase::{action_state, bracketed, comma_list, lack};
use crate::report::json::pretty;
use crate::report::markup;
use crate::report::spreadsheet;
use crate::report::table::{Column, Table};
use crate::text::words::{Id, Words, id};
use crate::text::wrap::wrap;

/// Heads of the list for spreadsheets, in the order of [`cells`].
const HEADS: [Id; 17] = [
    id::ACTIONS_ID,
    id::ACTIONS_COMMUNITY,
    id::ACTIONS_MEETING,
    id::ACTIONS_MEETING_DATE,
    id::ACTIONS_NUMBER,
    id::ACTIONS_WHAT,
    id::ACTIONS_OWNER,
    id::ACTIONS_DUE,
    id::ACTIONS_TEST,
    id::ACTIONS_ITEM,
    id::ACTIONS_OPINIONS,
    id::ACTIONS_PROPOSERS,
    id::ACTIONS_STATE,
    id::ACTIONS_OVERDUE,
    id::ACTIONS_LACKS,
    id::ACTIONS_REPORTED,
    id::ACTIONS_NOTE,
];

/// The list for a terminal: at most `width` columns wide if that is given, the last line with what
/// the rows add up to.
#[must_use]
pub fn table(words: &Words, rows: &[ActionRow], width: Option<usize>) -> String {
    table_of(words, rows, Tally::of(rows), width)
}

/// As [`table`], for some of the rows only, with what all of them add up to.
#[must_use]
pub fn table_of(words: &Words, rows: &[ActionRow], tally: Tally, width: Option<usize>) -> String {
    let last = words_of_tally(words, rows, tally);
    let last = width.map_or_else(|| last.clone(), |cols| wrap(&last, cols).join("\n"));
    if rows.is_empty() {
        return format!("{last}\n");
    }
    let mut table = Table::new(vec![
        Column::flexible(words.say(id::ACTIONS_ID)),
        Column::flexible(words.say(id::ACTIONS_WHAT)),
        Column::flexible(words.say(id::ACTIONS_OWNER)),
        Column::fixed(words.say(id::ACTIONS_DUE)),
        Column::fixed(words.say(id::ACTIONS_STATE)),
    ]);
    for row in rows {
        table.row([
            row.id.clone(),
            what_and_more(words, row),
            row.owner.clone().unwrap_or_else(|| words.say(id::REPORT_MISSING)),
            row.due.map_or_else(|| words.say(id::REPORT_MISSING), |due| due.to_string()),
            state(words, row),
        ]);
    }
    format!("{}\n{last}\n", table.render(width))
}

fn words_of_tally(words: &Words, rows: &[ActionRow], tally: Tally) -> String {
    if rows.is_empty() && tally.total == 0 {
        return words.say(id::ACTIONS_NONE);
    }
    tally_line(words, tally)
}

/// “办结 3/8，逾期 1”
#[must_use]
pub fn tally_line(words: &Words, tally: Tally) -> String {
    let values = [
        ("done", tally.done.into()),
        ("total", tally.total.into()),
        ("overdue", tally.overdue.into()),
    ];
    words.tell(id::ACTIONS_TALLY, &values)
}

/// What is to be done, how one will see it, and the latest news, a line each.
fn what_and_more(words: &Words, row: &ActionRow) -> String {
    let mut lines = vec![row.what.clone()];
    if let Some(test) = &row.test {
        lines.push(words.tell(id::ACTIONS_TEST_LINE, &[("text", test.into())]));
    } else if row.dropped.is_none() {
        lines.push(words.say(id::ACTIONS_NO_TEST_LINE));
    }
    if let Some(why) = &row.dropped {
        lines.push(words.tell(id::ACTIONS_WHY_LINE, &[("text", why.into())]));
    }
    if let (Some(day), Some(note)) = (row.reported, &row.note) {
        let values = [("date", day.to_string().into()), ("text", note.into())];
        lines.push(words.tell(id::ACTIONS_NOTE_LINE, &values));
    }
    lines.join("\n")
}

/// Where it stands in a word or two: `逾期`, `逾期（办理中）`, `已取消`.
#[must_use]
pub fn state(words: &Words, row: &ActionRow) -> String {
    use crate::domain::action::ActionState;
    if row.dropped.is_some() {
        return words.say(id::ACTION_DROPPED);
    }
    let state = action_state(words, row.state);
    match (row.overdue, row.state) {
        (false, _) => state,
        (true, ActionState::Underway) => bracketed(words, &words.say(id::ACTION_OVERDUE), &state),
        (true, _) => words.say(id::ACTION_OVERDUE),
    }
}

/// The list in Markdown.
#[must_use]
pub fn markdown(words: &Words, rows: &[ActionRow]) -> String {
    let mut text = format!("# {}\n\n", words.say(id::ACTIONS_TITLE));
    if !rows.is_empty() {
        let heads = [
            id::ACTIONS_ID,
            id::ACTIONS_WHAT,
            id::ACTIONS_OWNER,
            id::ACTIONS_DUE,
            id::ACTIONS_TEST,
            id::ACTIONS_PROPOSERS,
            id::ACTIONS_STATE,
            id::ACTIONS_NOTE,
        ];
        text.push_str(&markup::head(&heads.map(|head| words.say(head))));
        for row in rows {
            let missing = || words.say(id::REPORT_MISSING);
            text.push_str(&markup::row(&[
                markup::text(&row.id),
                markup::text(&row.what),
                row.owner.as_deref().map_or_else(missing, markup::text),
                row.due.map_or_else(missing, |due| due.to_string()),
                row.test.as_deref().map_or_else(missing, markup::text),
                markup::text(&comma_list(words, &row.proposers)),
                state(words, row),
                markup::text(&news(row)),
            ]));
        }
        text.push('\n');
    }
    text.push_str(&words_of_tally(words, rows, Tally::of(rows)));
    text.push('\n');
    text
}

/// The latest report or the reason it was given up, with its day.
fn news(row: &ActionRow) -> String {
    let said = row.dropped.as_ref().or(row.note.as_ref());
    match (row.reported.filter(|_| row.dropped.is_none()), said) {
        (Some(day), Some(said)) => format!("{day} {said}"),
        (Some(day), None) => day.to_string(),
        (None, Some(said)) => said.clone(),
        (None, None) => String::new(),
    }
}

/// The list for spreadsheets.
#[must_use]
pub fn csv(words: &Words, rows: &[ActionRow]) -> Vec<u8> {
    let heads = HEADS.map(|head| words.say(head));
    spreadsheet::csv(&heads, rows.iter().map(|row| cells(words, row)))
}

fn cells(words: &Words, row: &ActionRow) -> [String; 17] {
    let numbers: Vec<String> = row.opinions.iter().map(u32::to_string).collect();
    let lacks: Vec<String> = row.lacks.iter().map(|one| lack(words, *one)).collect();
    let day = |day: Option<chrono::NaiveDate>| day.map(|it| it.to_string()).unwrap_or_default();
    let yes = |yes: bool| words.say(if yes { id::REPORT_YES } else { id::REPORT_NO });
    [
        row.id.clone(),
        row.community_name.clone(),
        row.session_title.clone(),
        row.session_date.to_string(),
        format!("A{}", row.number),
        row.what.clone(),
        row.owner.clone().unwrap_or_default(),
        day(row.due),
        row.test.clone().unwrap_or_default(),
        row.item.clone().unwrap_or_default(),
        numbers.join(" "),
        comma_list(words, &row.proposers),
        match row.dropped {
            Some(_) => words.say(id::ACTION_DROPPED),
            None => action_state(words, row.state),
        },
        yes(row.overdue),
        comma_list(words, &lacks),
        day(row.reported),
        row.dropped.clone().or_else(|| row.note.clone()).unwrap_or_default(),
    ]
}

/// The list for programs.
#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    #[serde(flatten)]
    tally: Tally,
    actions: &'a [ActionRow],
}

/// The list in JSON, dates in ISO form, not in any language: `format`, `done`, `total`, `overdue`
/// and the [`ActionRow`]s as `actions`.
#[must_use]
pub fn json(rows: &[ActionRow]) -> String {
    pretty(&Document { format: 1, tally: Tally::of(rows), actions: rows })
}
