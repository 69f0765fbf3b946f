//! `update`: one message changes the form; what has to be done outside comes back as effects. No
//! meeting rule is in here: the rules are `decide`'s, this only routes.

use crossterm::event::KeyEvent;

use super::fields::{Field, asked, completions};
use super::model::{Found, Model, Over};
use super::msg::{Effect, Exit, Msg};
use super::{documents, over, paste, pointer};
use crate::domain::command::{Change, Command, SetupChange};
use crate::domain::earlier::topics_waiting;
use crate::domain::event::Event;
use crate::domain::linking;
use crate::domain::meeting::Meeting;
use crate::domain::record::Moment;
use crate::domain::refusal::Refusal;
use crate::grammar::floor::floor_rules;
use crate::phrase;
use crate::text::words::{Id, Words, id};
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::keeping::SaveNews;
use crate::tui::keymap::Does;

/// Rows a page is.
const PAGE: isize = 10;

/// What became of a message.
#[derive(Debug, Default, PartialEq)]
pub struct Outcomes {
    /// What has to be done outside.
    pub effects: Vec<Effect>,
    /// Whether the screen may look different now.
    pub redraw: bool,
}

/// Takes one message in at the moment `now`.
pub fn update(model: &mut Model, msg: Msg, now: Moment) -> Outcomes {
    let before = model.now;
    model.now = model.meeting.latest().map_or(now, |latest| latest.max(now));
    let mut effects = Vec::new();
    let mut redraw = true;
    match msg {
        Msg::Key(key) => on_key(model, key, &mut effects),
        Msg::Mouse(pointer) => redraw = pointer::on_mouse(model, pointer, &mut effects),
        Msg::Paste(text) => paste::on_paste(model, &text, &mut effects),
        Msg::Resized => {}
        Msg::Tick => {
            let minute = |at: Moment| at.timestamp().div_euclid(60);
            redraw = minute(before) != minute(model.now);
        }
        Msg::Saving(news) => on_saving(model, news),
        Msg::Followed(lines) => {
            for line in lines {
                model.meeting.apply(line);
            }
            took_in(model);
        }
        Msg::Reread(lines) => {
            if let Ok(meeting) = Meeting::replay(lines) {
                model.meeting = meeting;
                took_in(model);
            }
        }
        Msg::Earlier(found) => {
            model.found = match found {
                Ok(earlier) => Found::Left(earlier, Vec::new()),
                Err(why) => Found::Trouble(why),
            };
            look_again(model);
        }
        Msg::Written(path, written) => documents::on_written(model, &path, &written),
        Msg::Hangup => effects.push(Effect::Leave(Exit::Gone)),
    }
    if std::mem::take(&mut model.refused) && model.bell.at_refusals() {
        effects.push(Effect::Ring);
    }
    Outcomes { effects, redraw }
}

/// The meeting has more lines than before, all of them written by another program.
fn took_in(model: &mut Model) {
    model.saving.safe = model.meeting.lines().len() as u64;
    model.now = model.meeting.latest().map_or(model.now, |latest| latest.max(model.now));
    changed(model);
}

/// The record has changed: what is worked out from it follows, and the bar stays on a row that is
/// there.
fn changed(model: &mut Model) {
    model.directory.catch_up(model.meeting.session());
    look_again(model);
    let here = model.here_or_end();
    if here != model.here || !model.is_edited() {
        model.enter(here);
    }
}

/// What earlier meetings left that this one has not taken up by now.
fn look_again(model: &mut Model) {
    let session = model.meeting.session();
    if let Found::Left(earlier, candidates) = &mut model.found {
        *candidates = topics_waiting(model.directory.ledger(), session);
        candidates.extend(earlier.candidates(&model.session_id, session));
    }
}

fn on_saving(model: &mut Model, news: SaveNews) {
    match news {
        SaveNews::Saved(seq) => {
            model.saving.safe = model.saving.safe.max(seq + 1);
            if model.saving.trouble.take().is_some() {
                say(model, Tone::Done, id::NOTICE_SAVING_AGAIN);
            }
            if model.unsaved() == 0 && matches!(model.over, Some(Over::LeaveUnsaved)) {
                model.over = None;
            }
        }
        SaveNews::Failed { why, .. } => model.saving.trouble = Some(why),
        SaveNews::Moved(_) => model.saving.trouble = None,
    }
}

/// Shows a message.
pub(super) fn say(model: &mut Model, tone: Tone, id: Id) {
    tell(model, tone, model.words.say(id));
}

/// Shows a message that was put into words already.
pub(super) fn tell(model: &mut Model, tone: Tone, text: String) {
    model.refused |= tone == Tone::Refused;
    model.notice = Some(Notice { tone, text });
}

fn on_key(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let meaning = model.keys.meaning(key);
    if model.aid.is_some() {
        return on_aid_key(model, key, meaning, effects);
    }
    match meaning {
        Some(Does::Language) => return change_language(model),
        Some(Does::Theme) => return change_theme(model),
        _ => {}
    }
    if model.over.is_some() {
        return over::on_key(model, key, meaning, effects);
    }
    match meaning {
        Some(does) => on_meaning(model, does, effects),
        None if model.line.key(key) => typed(model),
        None => {}
    }
}

/// The text of the row has changed under somebody's hands.
pub(super) fn typed(model: &mut Model) {
    model.notice = None;
    model.complaint = None;
    model.completed = None;
    let before = model.line.before_caret();
    model.completions = completions(&model.words, model.context(), model.here, before);
}

fn on_aid_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>, effects: &mut Vec<Effect>) {
    match meaning {
        Some(Does::Language) => return change_language(model),
        Some(Does::Theme) => return change_theme(model),
        _ => {}
    }
    let offers = model.offers();
    let Some(aid) = &mut model.aid else { return };
    match aid.key(key, meaning, &offers) {
        Helped::Stays => {}
        // Nothing here is begun by typing.
        Helped::Closed | Helped::Chose(Offered::Begin(_)) => model.aid = None,
        Helped::Chose(Offered::Does(does)) => {
            model.aid = None;
            on_meaning(model, does, effects);
        }
    }
}

fn change_theme(model: &mut Model) {
    model.theme = model.theme.next();
    let text = model.theme.told(&model.words);
    tell(model, Tone::Done, text);
}

fn change_language(model: &mut Model) {
    model.words = Words::new(model.words.lang().other());
    // The text of a row may hold words of the language: a role, a colon.
    if !model.is_edited() {
        model.enter(model.here);
    }
    model.completions.clear();
    say(model, Tone::Done, id::NOTICE_LANGUAGE);
}

fn on_meaning(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    model.writing = model.writing.filter(|writing| writing.does == does);
    match does {
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::Submit => submit(model, effects),
        Does::Previous => go(model, -1, effects),
        Does::Next => go(model, 1, effects),
        Does::ScrollUp => go(model, -PAGE, effects),
        Does::ScrollDown => go(model, PAGE, effects),
        Does::Complete => complete(model),
        Does::Cancel => cancel(model),
        Does::MoveUp => move_item(model, -1, effects),
        Does::MoveDown => move_item(model, 1, effects),
        Does::Remove => remove(model, effects),
        // What is being typed is the latest thing: that is taken back first.
        Does::Undo if model.is_edited() => cancel(model),
        Does::Undo => history(model, &Command::Undo, effects),
        Does::Redo => history(model, &Command::Redo, effects),
        Does::TimePlan | Does::Templates | Does::Earlier | Does::Expected => {
            over::open(model, does, effects);
        }
        Does::Notice | Does::SignInSheet => documents::write(model, does, effects),
        Does::TakeAll => say(model, Tone::Refused, id::PREPARE_NO_LIST),
        Does::Begin => begin(model, effects),
        Does::RetrySaving => effects.push(Effect::Retry),
        Does::Language => change_language(model),
        Does::Theme => change_theme(model),
        Does::Quit => quit(model, effects),
        // Keys of other screens; the keymap gives this one none of them.
        _ => {}
    }
}

/// Takes the row in and goes on. At the end of a list one more is added where one is.
fn submit(model: &mut Model, effects: &mut Vec<Effect>) {
    let adds = matches!(model.here, Field::NewItem | Field::NewExpected);
    let added = adds && model.is_edited();
    if take_in(model, effects) && !added {
        if model.here == Field::NewExpected {
            let keys = [Does::Begin, Does::Quit].map(|does| model.keys.key_for(does));
            let [begin, quit] = keys.map(Into::into);
            let text = model.words.tell(id::PREPARE_DONE, &[("begin", begin), ("quit", quit)]);
            tell(model, Tone::Done, text);
        } else {
            step(model, 1);
        }
    }
}

pub(super) fn go(model: &mut Model, by: isize, effects: &mut Vec<Effect>) {
    if take_in(model, effects) {
        step(model, by);
    }
}

/// Takes the row in and puts the bar on another one, if that is still there.
pub(super) fn put_bar(model: &mut Model, field: Field, effects: &mut Vec<Effect>) {
    if take_in(model, effects) && model.rows().contains(&field) {
        model.enter(field);
        model.notice = None;
    }
}

/// Puts the bar so many rows further down.
pub(super) fn step(model: &mut Model, by: isize) {
    let rows = model.rows();
    let at = model.at().saturating_add_signed(by).min(rows.len().saturating_sub(1));
    if let Some(field) = rows.get(at) {
        model.enter(*field);
        model.notice = None;
    }
}

/// Takes the row under the bar in, if it was edited. What is refused stays, with the reason beside
/// it.
pub(super) fn take_in(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    if !model.is_edited() {
        return true;
    }
    let here = model.here;
    let text = model.line.text().to_owned();
    let command = match asked(&model.words, model.context(), here, &text) {
        Ok(Some(command)) => command,
        Ok(None) => {
            model.enter(here);
            return true;
        }
        Err(why) => {
            complain(model, why);
            return false;
        }
    };
    let at = model.at();
    let before = model.session().expected.len();
    match ask(model, &command, effects) {
        // Also when it was typed otherwise, but is the same.
        Ok(()) | Err(Refusal::NoChange) => {}
        Err(refusal) => {
            complain_of(model, &refusal);
            return false;
        }
    }
    // Whoever is put right is listed anew, at the end; the bar stays where it was.
    let rows = model.rows();
    let moved = matches!(command, Command::CorrectExpected { .. })
        && model.session().expected.len() > before;
    let stays = rows.contains(&here) && !moved;
    let next = if stays { Some(here) } else { rows.get(at).copied() };
    model.enter(next.unwrap_or(Field::NewExpected));
    true
}

/// Shows beside the row why it cannot be taken in.
pub(super) fn complain(model: &mut Model, why: String) {
    model.completions.clear();
    model.notice = None;
    model.refused = true;
    model.complaint = Some(why);
}

/// The same for what the rules do not allow.
pub(super) fn complain_of(model: &mut Model, refusal: &Refusal) {
    let why = phrase::refusal(&model.words, model.session(), refusal);
    complain(model, why);
}

/// Carries a command out; its line goes to be saved.
///
/// # Errors
/// The [`Refusal`] that says why the rules do not allow it. That nothing can be written is shown.
pub(super) fn ask(
    model: &mut Model,
    command: &Command,
    effects: &mut Vec<Effect>,
) -> Result<(), Refusal> {
    if let Some(reason) = &model.read_only {
        let text = reason.0.clone();
        model.enter(model.here);
        tell(model, Tone::Refused, text);
        return Ok(());
    }
    let (ledger, now) = (model.directory.ledger(), model.now);
    let line = linking::carry_out(&mut model.meeting, command, ledger, now, &model.by)?.clone();
    effects.push(Effect::Save(line));
    model.directory.catch_up(model.meeting.session());
    look_again(model);
    Ok(())
}

/// The same, and what happened is told.
pub(super) fn ask_and_tell(
    model: &mut Model,
    command: &Command,
    effects: &mut Vec<Effect>,
) -> bool {
    match ask(model, command, effects) {
        Err(refusal) => {
            let text = phrase::refusal(&model.words, model.session(), &refusal);
            tell(model, Tone::Refused, text);
            false
        }
        Ok(()) if model.read_only.is_some() => false,
        Ok(()) => {
            if let Some(Effect::Save(line)) = effects.last() {
                let lacks = phrase::survey_notice(&model.words, model.session(), &line.events);
                let told = [summary(model, &line.events)].into_iter().chain(lacks);
                let text = told.collect::<Vec<_>>().join(" ");
                tell(model, Tone::Done, text);
            }
            true
        }
    }
}

fn summary(model: &Model, events: &[Event]) -> String {
    phrase::line_told(&model.words, model.session(), events)
}

fn history(model: &mut Model, command: &Command, effects: &mut Vec<Effect>) {
    let undoing = match command {
        Command::Undo => model.meeting.undoable().map(|line| line.events.clone()),
        _ => model.meeting.redoable().map(|line| line.events.clone()),
    };
    let events = undoing.unwrap_or_default();
    // What is undone is told while it still stands, what is redone once it stands again.
    let undone = summary(model, &events);
    if !ask_and_tell(model, command, effects) {
        return;
    }
    let (message, what) = match command {
        Command::Undo => (id::NOTICE_UNDONE, undone),
        _ => (id::NOTICE_REDONE, summary(model, &events)),
    };
    let text = model.words.tell(message, &[("what", what.into())]);
    changed(model);
    // The bar goes to what is there again, or is as it was.
    let rows = model.rows();
    let told = events.iter().filter_map(Field::of).find(|field| rows.contains(field));
    model.enter(told.unwrap_or(model.here));
    tell(model, Tone::Done, text);
}

/// Puts the first completion into the row, and on the next press the next one in its place.
fn complete(model: &mut Model) {
    let count = model.completions.len();
    let (at, before) = match model.completed.take() {
        Some((at, before)) if count > 0 => ((at + 1) % count, before),
        _ => (0, model.line.before_caret().to_owned()),
    };
    let Some(completion) = model.completions.get(at).cloned() else { return };
    let caret = model.line.before_caret().len();
    let after = model.line.text().get(caret..).unwrap_or_default().to_owned();
    model.line.set(&before);
    model.line.accept(&completion);
    let kept = model.line.text().to_owned();
    model.line.set(&format!("{kept}{after}"));
    // The caret stays behind what was put in.
    let behind = after.chars().count();
    for _ in 0..behind {
        model.line.key(KeyEvent::from(crossterm::event::KeyCode::Left));
    }
    model.complaint = None;
    model.completed = Some((at, before));
}

fn cancel(model: &mut Model) {
    if !model.completions.is_empty() && model.completed.is_none() {
        model.completions.clear();
    } else if model.is_edited() || model.complaint.is_some() {
        model.enter(model.here);
        say(model, Tone::Done, id::PREPARE_RESTORED);
    } else if model.notice.is_some() {
        model.notice = None;
    } else {
        let key = model.keys.key_for(Does::Quit);
        let text = model.words.tell(id::PREPARE_HOW_TO_LEAVE, &[("key", key.into())]);
        tell(model, Tone::Done, text);
    }
}

fn move_item(model: &mut Model, by: isize, effects: &mut Vec<Effect>) {
    if !take_in(model, effects) {
        return;
    }
    let Field::Item(item) = model.here else {
        return say(model, Tone::Refused, id::PREPARE_ONLY_ITEMS_MOVE);
    };
    let place = model.session().order.iter().position(|other| *other == item).unwrap_or(0);
    let to = place.saturating_add_signed(by).min(model.session().order.len().saturating_sub(1));
    if to == place {
        return; // at the end of the agenda already
    }
    let to = u32::try_from(to).unwrap_or(u32::MAX);
    ask_and_tell(model, &Command::MoveItem { item, to }, effects);
}

/// Takes away what the row under the bar tells of.
fn remove(model: &mut Model, effects: &mut Vec<Effect>) {
    let mut change = SetupChange::default();
    let here = model.here;
    let command = match here {
        Field::Item(item) => Command::RemoveItem(item),
        Field::Expected(expected) => Command::Unexpect { expected: vec![expected], why: None },
        Field::NewItem | Field::NewExpected | Field::Procedure => return model.enter(here),
        Field::Title | Field::Date => {
            model.enter(here);
            return complain(model, model.words.say(id::PREPARE_CANNOT_REMOVE));
        }
        Field::Starts => {
            change.starts = Change::Away;
            Command::ChangeSetup(change)
        }
        Field::Place => {
            change.place = Change::Away;
            Command::ChangeSetup(change)
        }
        Field::Facilitator => {
            change.facilitator = Change::Away;
            Command::ChangeSetup(change)
        }
        Field::Recorder => {
            change.recorder = Change::Away;
            Command::ChangeSetup(change)
        }
        Field::Papers => Command::ListPapers(Vec::new()),
        Field::Notice => {
            model.enter(here);
            return complain(model, model.words.say(id::PREPARE_NOTICE_STAYS));
        }
        Field::Rules => match floor_rules("", model.context()) {
            Ok(Some(rules)) => Command::AdoptRules(rules),
            _ => return model.enter(here),
        },
    };
    let at = model.at();
    match ask(model, &command, effects) {
        Err(Refusal::NoChange) => model.enter(here),
        Err(refusal) => complain_of(model, &refusal),
        Ok(()) if model.read_only.is_some() => {}
        Ok(()) => {
            let rows = model.rows();
            let next = if rows.contains(&here) { Some(here) } else { rows.get(at).copied() };
            model.enter(next.unwrap_or(Field::NewExpected));
            if let Some(Effect::Save(line)) = effects.last() {
                let text = summary(model, &line.events);
                tell(model, Tone::Done, text);
            }
        }
    }
}

/// Goes on to the desk, once everything is taken in and safe.
pub(super) fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    if !take_in(model, effects) {
        return;
    }
    if model.saving.trouble.is_some() && model.unsaved() > 0 {
        return say(model, Tone::Refused, id::PREPARE_SAVE_FIRST);
    }
    effects.push(Effect::Leave(Exit::Desk));
}

fn quit(model: &mut Model, effects: &mut Vec<Effect>) {
    if !take_in(model, effects) {
        if model.notice.is_none() {
            let key = model.keys.key_for(Does::Cancel);
            let text = model.words.tell(id::PREPARE_ROW_FIRST, &[("key", key.into())]);
            tell(model, Tone::Refused, text);
        }
        return;
    }
    if model.unsaved() > 0 && model.saving.trouble.is_some() {
        model.over = Some(Over::LeaveUnsaved);
    } else {
        effects.push(Effect::Leave(Exit::Back));
    }
}
