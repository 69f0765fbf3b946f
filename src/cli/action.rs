//! `yishi action`: one action with its history, or news of it for the community's ledger.

use std::fmt::Write as _;

use super::Done;
use super::actions::rows;
use super::args;
use super::failure::Failure;
use super::output::print;
use super::reading;
use super::setting::Setting;
use crate::domain::action::ActionState;
use crate::domain::ids::ActionId;
use crate::domain::item::PlannedItem;
use crate::domain::ledger::{Ledger, LedgerEvent};
use crate::domain::planned_item;
use crate::phrase;
use crate::report::actions::{ActionRow, Tally, table_of};
use crate::store::session_name::{MOST_LISTED, SessionName};
use crate::text::width::{clean, fold};
use crate::text::words::id;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Action) -> Result<Done, Failure> {
    let (name, action) = find(setting, &args.id)?;
    let shown = format!("{name}/{}", phrase::action_name(action));
    let (rows, done) = rows(setting, std::slice::from_ref(&name))?;
    let Some(row) = rows.into_iter().find(|row| row.id == shown) else {
        return Err(no_such(setting, &args.id));
    };
    if args.state.is_none() && args.note.is_none() {
        let (ledger, _) = reading::ledger(setting, &name.community)?;
        print(tell_of(setting, &row, &ledger, &name, action).as_bytes())?;
        return Ok(done);
    }
    if let Some(why) = &row.dropped {
        let values = [("action", shown.into()), ("why", why.into())];
        return Err(Failure::Told(setting.words.tell(id::ACTION_IS_DROPPED, &values)));
    }
    let state = args.state.map_or(row.state, state);
    let note = args.note.as_deref().map(|note| text(setting, note)).transpose()?;
    if note.is_none() && state == row.state {
        let state = phrase::action_state(&setting.words, state);
        let values = [("action", shown.into()), ("state", state.into())];
        return Err(Failure::Told(setting.words.tell(id::ACTION_IS_SO_ALREADY, &values)));
    }
    let news = LedgerEvent::ActionReported { session: name.id(), action, state, note };
    let by = setting.by(None)?;
    setting.store.append_to_ledger(&name.community, vec![news], setting.now(), &by)?;
    let state = phrase::action_state(&setting.words, state);
    let values = [("action", shown.into()), ("state", state.into())];
    let told = setting.words.tell(id::ACTION_ENTERED, &values);
    print(format!("{}\n", clean(&told)).as_bytes())?;
    Ok(done)
}

const fn state(state: args::ActionState) -> ActionState {
    match state {
        args::ActionState::Open => ActionState::Open,
        args::ActionState::Underway => ActionState::Underway,
        args::ActionState::Done => ActionState::Done,
    }
}

/// Words that a record can take.
fn text(setting: &Setting, given: &str) -> Result<String, Failure> {
    let item = PlannedItem { title: given.to_owned(), minutes: None };
    planned_item(&item, 0)
        .map(|item| item.title)
        .map_err(|refusal| Failure::Told(phrase::refusal_of_text(&setting.words, &refusal)))
}

fn no_such(setting: &Setting, typed: &str) -> Failure {
    Failure::Told(setting.words.tell(id::ACTION_NO_SUCH, &[("typed", typed.into())]))
}

/// The session and number of `SESSION/A3`, or of `A3` when only one session has such an action.
fn find(setting: &Setting, typed: &str) -> Result<(SessionName, ActionId), Failure> {
    let folded = fold(typed.trim());
    let (session, number) = match folded.rsplit_once('/') {
        Some((session, number)) => (Some(session), number),
        None => (None, folded.as_str()),
    };
    let digits = number.strip_prefix(['A', 'a']).unwrap_or(number);
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let action = digits.parse().ok().filter(|number| all_digits && *number > 0).map(ActionId);
    let Some(action) = action else {
        return Err(no_such(setting, typed));
    };
    if let Some(session) = session {
        return Ok((setting.store.find_session(session)?, action));
    }
    let (all, _) = rows(setting, &setting.store.sessions(None)?)?;
    let number = phrase::action_name(action);
    let ending = format!("/{number}");
    let fitting: Vec<&ActionRow> = all.iter().filter(|row| row.id.ends_with(&ending)).collect();
    match fitting.as_slice() {
        [] => Err(no_such(setting, typed)),
        [one] => {
            let name = one.id.strip_suffix(&ending).and_then(SessionName::parse);
            name.map(|name| (name, action)).ok_or_else(|| no_such(setting, typed))
        }
        several => {
            let values = [("typed", typed.into()), ("count", several.len().into())];
            let mut told = setting.words.tell(id::ACTION_SEVERAL, &values);
            for row in several.iter().take(MOST_LISTED) {
                // Writing to a String does not fail.
                let _ = write!(told, "\n  {}  {}", row.id, row.what);
            }
            Err(Failure::Told(told))
        }
    }
}

/// The action as in the list, and all news of it.
fn tell_of(
    setting: &Setting,
    row: &ActionRow,
    ledger: &Ledger,
    name: &SessionName,
    action: ActionId,
) -> String {
    let words = &setting.words;
    let rows = std::slice::from_ref(row);
    let mut text = table_of(words, rows, Tally::of(rows), super::output::columns());
    let reports = ledger.reports_of(&name.id(), action);
    text.push('\n');
    if reports.is_empty() {
        text.push_str(&words.say(id::ACTION_NO_NEWS));
        text.push('\n');
    }
    for report in reports {
        let state = phrase::action_state(words, report.state);
        let note = report.note.as_deref().unwrap_or_default();
        let at = report.at.format("%Y-%m-%d %H:%M");
        let line = format!("{at}  {state}  {}  {note}", report.by);
        text.push_str(clean(line.trim_end()).as_ref());
        text.push('\n');
    }
    text
}
