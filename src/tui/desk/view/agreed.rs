//! Resolutions, counts, actions, parked points and notes of the item on the table.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::action::Action;
use crate::domain::agreement::{Method, Resolution};
use crate::domain::ids::ItemId;
use crate::domain::item::Item;
use crate::domain::session::{Note, Parked};
use crate::phrase;
use crate::text::dates::short_date;
use crate::text::width::{clean, clip, pad, pad_left};
use crate::text::words::id;
use crate::tui::desk::model::Model;
use crate::tui::paint::{line_width, piece, plain, wrapped};
use crate::tui::verdict::verdict;

/// Columns of an entry's number.
const NUMBER_COLS: usize = 6;
/// From this width on a row tells what an action lacks.
const ROOMY: u16 = 60;
/// Columns an owner may take.
const OWNER_COLS: usize = 18;
/// Columns an owner may take on a narrow screen.
const NARROW_OWNER_COLS: usize = 10;

/// A row: what it says, and at its right edge how it stands.
pub type Row = (Line<'static>, Line<'static>);

/// The room there is for each entry.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Columns.
    pub cols: u16,
    /// Most rows its words may take.
    pub rows: usize,
}

/// The block's rows, its heading first; one row when there is nothing yet.
pub fn rows(model: &Model, item: &Item, room: Room) -> Vec<Row> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let resolutions: Vec<&Resolution> = item
        .resolutions
        .iter()
        .filter_map(|id| session.resolution(*id))
        .filter(|resolution| !resolution.withdrawn)
        .collect();
    let actions: Vec<&Action> = item
        .actions
        .iter()
        .filter_map(|id| session.action(*id))
        .filter(|action| action.dropped.is_none())
        .collect();
    let parked: Vec<&Parked> = parked_under(model, item.id);
    let questions = item
        .votes
        .iter()
        .filter_map(|id| session.vote(*id))
        .filter(|vote| vote.resolution.is_none());
    let counted: Vec<Row> = questions
        .map(|vote| {
            let result = words.say(if vote.carried { id::VOTE_CARRIED } else { id::VOTE_FAILED });
            let values = [
                ("question", vote.question.as_deref().unwrap_or("?").into()),
                ("favour", vote.hands.favour.into()),
                ("against", vote.hands.against.into()),
                ("abstain", vote.hands.abstain.into()),
                ("result", result.into()),
            ];
            let style = if vote.carried { theme.good } else { theme.bad };
            if vote.method == Method::Hands {
                return alone(piece(&words.tell(id::VOTE_LINE, &values), style));
            }
            let question = ("question", vote.question.as_deref().unwrap_or("?").into());
            let count = ("count", phrase::counted(words, vote.into()).into());
            alone(piece(&words.tell(id::VOTE_LINE_FIGURES, &[question, count]), style))
        })
        .collect();
    let notes: Vec<&Note> = session
        .notes
        .iter()
        .map(AsRef::as_ref)
        .filter(|note: &&Note| note.item == Some(item.id))
        .collect();
    let nothing = resolutions.is_empty() && actions.is_empty() && parked.is_empty();
    if nothing && counted.is_empty() && notes.is_empty() {
        let hint = model.hint(id::AGREED_NONE, id::READ_AGREED_NONE);
        return vec![alone(piece(&words.tell(hint, &model.keys.values()), theme.dim))];
    }
    let values = [
        ("resolutions", resolutions.len().into()),
        ("actions", actions.len().into()),
        ("parked", parked.len().into()),
        ("notes", notes.len().into()),
    ];
    let mut rows = vec![alone(piece(&words.tell(id::AGREED_TITLE, &values), theme.strong))];
    rows.extend(resolutions.into_iter().flat_map(|it| resolution_rows(model, it, room)));
    rows.extend(counted);
    rows.extend(actions.into_iter().flat_map(|action| action_rows(model, action, room)));
    rows.extend(parked.into_iter().flat_map(|parked| parked_rows(model, parked, room)));
    rows.extend(notes.into_iter().flat_map(|note| {
        let told = words.tell(id::NOTE_ROW, &[("text", note.text.as_ref().into())]);
        entry("", &told, theme.dim, &Line::default(), room)
    }));
    rows
}

/// An entry's number, its words in as many rows as there is room for, and how it stands.
fn entry(number: &str, text: &str, style: Style, right: &Line<'static>, room: Room) -> Vec<Row> {
    let taken = NUMBER_COLS + line_width(right) + 1;
    let cols = usize::from(room.cols).saturating_sub(taken).max(12);
    let texts = wrapped(text, cols, room.rows);
    let mut rows = Vec::with_capacity(texts.len());
    for (at, text) in texts.iter().enumerate() {
        let number = if at == 0 { pad_left(number, NUMBER_COLS - 2) } else { String::new() };
        let number = plain(&pad(&number, NUMBER_COLS));
        let right = if at == 0 { right.clone() } else { Line::default() };
        rows.push((Line::from(vec![number, piece(text, style)]), right));
    }
    rows
}

fn alone(piece: Span<'static>) -> Row {
    (Line::from(piece), Line::default())
}

/// Parked points of an item, the latest of them: the list is short and new ones are at its end.
fn parked_under(model: &Model, item: ItemId) -> Vec<&Parked> {
    let parked = model.session().parked.iter().map(AsRef::as_ref);
    parked.filter(|parked: &&Parked| parked.item == Some(item)).collect()
}

fn resolution_rows(model: &Model, resolution: &Resolution, room: Room) -> Vec<Row> {
    let stands = verdict(&model.words, &model.theme, model.session(), resolution);
    let number = phrase::resolution_name(resolution.id);
    let mut rows = entry(&number, &resolution.text, Style::new(), &Line::from(stands), room);
    // On a small screen the words of the resolution go before its figures.
    if room.rows > 1
        && let Some((told, style)) = decided(model, resolution)
    {
        rows.extend(entry("", &told, style, &Line::default(), room));
    }
    if room.rows > 1
        && let Some(told) = reserved(model, resolution)
    {
        rows.extend(entry("", &told, model.theme.dim, &Line::default(), room));
    }
    rows
}

/// Whose opinions are kept in reserve against it.
fn reserved(model: &Model, resolution: &Resolution) -> Option<String> {
    let (session, words) = (model.session(), &model.words);
    let opinions = session.item(resolution.item)?.opinions.iter();
    let kept: Vec<String> = opinions
        .filter_map(|id| session.opinion(*id))
        .filter(|opinion| !opinion.withdrawn)
        .filter(|opinion| opinion.reserved.is_some_and(|it| it.resolution == Some(resolution.id)))
        .map(|it| phrase::bracketed(words, &it.id.to_string(), session.name_of(it.person)))
        .collect();
    let list = phrase::comma_list(words, &kept);
    (!kept.is_empty()).then(|| words.tell(id::AGREED_RESERVED, &[("list", list.into())]))
}

/// How it is decided where that was chosen, or else the latest count's figures; that the room was
/// not told of it yet, too.
fn decided(model: &Model, resolution: &Resolution) -> Option<(String, Style)> {
    let (session, words, theme) = (model.session(), &model.words, &model.theme);
    let vote = resolution.vote.and_then(|id| session.vote(id));
    if let Some(vote) = vote {
        if vote.announced && vote.method == Method::Hands {
            return None;
        }
        let told = phrase::counted(words, vote.into());
        if vote.announced {
            return Some((told, theme.dim));
        }
        let waits = words.say(id::AGREED_NOT_ANNOUNCED);
        return Some((phrase::bracketed(words, &waits, &told), theme.warn));
    }
    let item = session.item(resolution.item)?;
    let chosen = resolution.method.or(item.method)?;
    let values = [
        ("kind", phrase::kind(words, chosen.method).into()),
        ("rule", phrase::rule(words, chosen.method, chosen.threshold).into()),
    ];
    Some((words.tell(id::AGREED_METHOD, &values), theme.dim))
}

/// An action; at the right its owner, what it lacks, and its last day.
pub fn action_rows(model: &Model, action: &Action, room: Room) -> Vec<Row> {
    let (words, theme) = (&model.words, &model.theme);
    let mut right = Line::default();
    let roomy = room.cols >= ROOMY;
    if let Some(owner) = &action.owner {
        let owner = clean(owner);
        let owner = clip(&owner, if roomy { OWNER_COLS } else { NARROW_OWNER_COLS });
        right.spans.push(piece(&format!("@{owner}"), theme.key));
    }
    let lacks: Vec<String> =
        action.lacks().into_iter().map(|lack| phrase::lack(words, lack)).collect();
    // On a narrow screen the line of what hinders has to do.
    if roomy && !lacks.is_empty() {
        let lacks = phrase::comma_list(words, &lacks);
        let told = words.tell(id::ACTION_LACKS, &[("lacks", lacks.into())]);
        right.spans.push(piece(&format!(" [{told}]"), theme.warn));
    }
    if let Some(due) = action.due {
        right.spans.push(plain(&format!(" {}", short_date(due, words.lang()))));
    }
    entry(&phrase::action_name(action.id), &action.what, Style::new(), &right, room)
}

fn parked_rows(model: &Model, parked: &Parked, room: Room) -> Vec<Row> {
    let theme = &model.theme;
    let number = phrase::parked_name(parked.id);
    match phrase::settled(&model.words, parked) {
        None => entry(&number, &parked.text, Style::new(), &Line::default(), room),
        Some(how) => {
            let mark = Line::from(piece(&model.words.say(id::SETTLED_MARK), theme.good));
            entry(&number, &format!("{}  {how}", parked.text), theme.dim, &mark, room)
        }
    }
}
