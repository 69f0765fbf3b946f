//! Resolutions, counts, actions, parked points and notes of the item on the table.

use ratatui::text::{Line, Span};

use super::paint::{piece, plain};
use crate::domain::action::Action;
use crate::domain::agreement::Resolution;
use crate::domain::ids::ItemId;
use crate::domain::item::Item;
use crate::domain::session::{Note, Parked};
use crate::phrase;
use crate::text::dates::short_date;
use crate::text::width::{clean, clip};
use crate::text::words::id;
use crate::tui::model::Model;

/// From this width on a row tells what an action lacks, not only that it lacks something.
const ROOMY: u16 = 60;
/// Columns an owner may take.
const OWNER_COLS: usize = 14;

/// A row: what it says, and at its right edge how it stands.
pub type Row = (Line<'static>, Line<'static>);

/// The block's rows for a width, its heading first; one row when there is nothing yet.
pub fn rows(model: &Model, item: &Item, cols: u16) -> Vec<Row> {
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
            alone(piece(&words.tell(id::VOTE_LINE, &values), style))
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
        return vec![alone(piece(&words.say(id::AGREED_NONE), theme.dim))];
    }
    let values = [
        ("resolutions", resolutions.len().into()),
        ("actions", actions.len().into()),
        ("parked", parked.len().into()),
        ("notes", notes.len().into()),
    ];
    let mut rows = vec![alone(piece(&words.tell(id::AGREED_TITLE, &values), theme.strong))];
    rows.extend(resolutions.into_iter().map(|resolution| resolution_row(model, resolution)));
    rows.extend(counted);
    rows.extend(actions.into_iter().map(|action| action_row(model, action, cols)));
    rows.extend(parked.into_iter().map(|parked| parked_row(model, parked)));
    rows.extend(notes.into_iter().map(|note| {
        let label = words.tell(id::NOTE_ROW, &[("text", note.text.as_ref().into())]);
        alone(piece(&label, theme.dim))
    }));
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

fn resolution_row(model: &Model, resolution: &Resolution) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let vote = resolution.vote.and_then(|vote| model.session().vote(vote));
    let (told, style) = match vote {
        None => (words.say(id::RESOLUTION_NONE), theme.warn),
        Some(vote) => {
            let values =
                [("favour", vote.hands.favour.into()), ("against", vote.hands.against.into())];
            if vote.carried {
                (words.tell(id::RESOLUTION_CARRIED, &values), theme.good)
            } else {
                (words.tell(id::RESOLUTION_FAILED, &values), theme.bad)
            }
        }
    };
    let number = piece(&format!("{:>4}  ", phrase::resolution_name(resolution.id)), theme.dim);
    (Line::from(vec![number, plain(&resolution.text)]), Line::from(piece(&told, style)))
}

/// An action; at the right its owner, what it lacks, and its last day.
pub fn action_row(model: &Model, action: &Action, cols: u16) -> Row {
    let (words, theme) = (&model.words, &model.theme);
    let left = Line::from(vec![
        piece(&format!("{:>4}  ", phrase::action_name(action.id)), theme.dim),
        plain(&action.what),
    ]);
    let mut right = Line::default();
    if let Some(owner) = &action.owner {
        right.spans.push(piece(&format!("@{}", clip(&clean(owner), OWNER_COLS)), theme.key));
    }
    let lacks: Vec<String> =
        action.lacks().into_iter().map(|lack| phrase::lack(words, lack)).collect();
    if !lacks.is_empty() {
        let lacks = phrase::comma_list(words, &lacks);
        let told = if cols < ROOMY {
            words.say(id::ACTION_INCOMPLETE)
        } else {
            words.tell(id::ACTION_LACKS, &[("lacks", lacks.into())])
        };
        right.spans.push(piece(&format!(" [{told}]"), theme.warn));
    }
    if let Some(due) = action.due {
        right.spans.push(plain(&format!(" {}", short_date(due, words.lang()))));
    }
    (left, right)
}

fn parked_row(model: &Model, parked: &Parked) -> Row {
    let theme = &model.theme;
    let number = piece(&format!("{:>4}  ", phrase::parked_name(parked.id)), theme.dim);
    match &parked.settled {
        None => (Line::from(vec![number, plain(&parked.text)]), Line::default()),
        Some(how) => {
            let text = piece(&format!("{}  {how}", parked.text), theme.dim);
            let mark = piece(&model.words.say(id::SETTLED_MARK), theme.good);
            (Line::from(vec![number, text]), Line::from(mark))
        }
    }
}
