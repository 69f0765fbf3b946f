//! Reading back (宣读) what was agreed, one thing at a time: who confirms it is typed, or nobody.

use crossterm::event::KeyEvent;

use super::closing::ask_close;
use super::line::{enter, says_no};
use super::model::{Model, Notice, Panel, ReadBack, Tone};
use super::msg::Effect;
use super::update::{carry_out, change_language, change_theme, offer};
use crate::domain::agreement::Agreed;
use crate::domain::command::Command;
use crate::domain::read_back::{Reading, first_unconfirmed, readings};
use crate::domain::session::Phase;
use crate::grammar::complete::complete;
use crate::grammar::preparing::confirmers;
use crate::grammar::verb::Verb;
use crate::grammar::{Entry, is_command_mark, read};
use crate::phrase::{agreed_name, agreed_text};
use crate::text::words::{Id, id};
use crate::tui::aid::Aid;
use crate::tui::keymap::Does;

/// Whether something was agreed that has not been read out and confirmed.
pub(in crate::tui) fn is_due(model: &Model) -> bool {
    model.read_only.is_none() && first_unconfirmed(model.session()).is_some()
}

/// Begins to read out, or goes on with it. What cannot be is told on the desk.
pub(super) fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    let begun = model.session().read_back.is_some();
    let in_session = matches!(model.session().phase, Phase::Running | Phase::Paused);
    let goes_on = begun && in_session;
    if !goes_on && !carry_out(model, &Command::BeginReadBack, effects) {
        return;
    }
    let first = readings(model.session()).first().map(|reading| reading.what);
    model.read_back = first_unconfirmed(model.session()).or(first).map(ReadBack::of);
    model.notice = None;
    model.completions.clear();
}

/// Whatever is read out may have gone, by undo or by another program.
pub(super) fn follow(model: &mut Model) {
    let Some(back) = &model.read_back else { return };
    let there = readings(model.session()).iter().any(|reading| reading.what == back.what);
    let in_session = matches!(model.session().phase, Phase::Running | Phase::Paused);
    if !there || !in_session {
        let first = readings(model.session()).first().map(|reading| reading.what);
        model.read_back = first.filter(|_| in_session).map(ReadBack::of);
    }
}

/// A key while something is read out.
pub(super) fn on_key(
    model: &mut Model,
    key: KeyEvent,
    meaning: Option<Does>,
    effects: &mut Vec<Effect>,
) {
    let Some(back) = &mut model.read_back else { return };
    match meaning {
        Some(Does::Help) => model.aid = Some(Aid::Help(0)),
        Some(Does::Submit) => confirm(model, effects),
        Some(Does::Previous) => go(model, -1),
        Some(Does::Next) => go(model, 1),
        Some(Does::Complete) => accept(back),
        Some(Does::Cancel) => {
            if back.completions.is_empty() && back.line.text().is_empty() {
                model.read_back = None;
            } else {
                back.completions.clear();
                back.line.set("");
                back.notice = None;
            }
        }
        Some(Does::Quit) => model.read_back = None,
        Some(Does::Close) => skip(model),
        Some(Does::Undo) => history(model, &Command::Undo, effects),
        Some(Does::Redo) => history(model, &Command::Redo, effects),
        Some(Does::Action | Does::Resolve) => amend(model),
        Some(Does::Language) => {
            change_language(model, None);
            here(model);
        }
        Some(Does::Theme) => {
            change_theme(model);
            here(model);
        }
        Some(Does::RetrySaving) => effects.push(Effect::Retry),
        Some(_) => tell(model, Tone::Refused, id::READ_BACK_NOT_NOW),
        None => {
            if back.line.key(key) {
                typed(model);
            }
        }
    }
}

/// A whole line while something is read out: the names of those who confirm it, nothing when nobody
/// objects, or a command that puts something right.
pub(super) fn on_line(model: &mut Model, line: &str, effects: &mut Vec<Effect>) {
    if says_no(line) {
        model.read_back = None;
        return;
    }
    if !line.trim_start().starts_with(is_command_mark) {
        if let Some(back) = &mut model.read_back {
            back.line.set(line);
        }
        confirm(model, effects);
        if let Some(back) = &mut model.read_back {
            back.line.set("");
        }
        return;
    }
    match read(line, model.context()) {
        Ok(Entry::Meeting(Command::Close { .. })) => skip(model),
        Ok(Entry::Meeting(Command::BeginReadBack)) => begin(model, effects),
        _ => {
            enter(model, line, effects);
            follow(model);
            go_on(model);
        }
    }
}

/// What was confirmed by a command need not be read out any more.
fn go_on(model: &mut Model) {
    let Some(back) = &model.read_back else { return };
    let open = |it: &Reading<'_>| it.what == back.what && it.confirmed.is_none();
    if !readings(model.session()).iter().any(open) {
        match after(model, back.what) {
            Some(next) => model.read_back = Some(ReadBack::of(next)),
            None => skip(model),
        }
    }
}

/// Text pasted into the line, or committed by an input method that pastes.
pub(super) fn on_paste(model: &mut Model, text: &str) {
    if let Some(back) = &mut model.read_back {
        back.line.insert(&text.lines().collect::<Vec<_>>().join("、"));
        typed(model);
    }
}

/// Shows the desk's latest message here, not on the desk later on.
fn here(model: &mut Model) {
    let notice = model.notice.take();
    match &mut model.read_back {
        Some(back) => back.notice = notice,
        None => model.notice = notice,
    }
}

fn tell(model: &mut Model, tone: Tone, id: Id) {
    let text = model.words.say(id);
    if tone == Tone::Refused {
        model.bell.refused();
    }
    if let Some(back) = &mut model.read_back {
        back.notice = Some(Notice { tone, text });
    }
}

/// Works out whom the line could mean.
fn typed(model: &mut Model) {
    let Some(back) = &model.read_back else { return };
    // As the desk would complete the same command.
    let command = format!("/{} A0 ", Verb::Confirm.word().usual(model.words.lang()));
    let typed = format!("{command}{}", back.line.before_caret());
    let mut completions = complete(&typed, model.context(), &model.words);
    for completion in &mut completions {
        completion.from = completion.from.saturating_sub(command.len());
    }
    if let Some(back) = &mut model.read_back {
        let before = back.line.before_caret();
        completions.retain(|it| before.get(it.from..) != Some(it.insert.as_str()));
        back.completions = completions;
        back.notice = None;
    }
}

fn accept(back: &mut ReadBack) {
    if let Some(completion) = back.completions.first().cloned() {
        back.line.accept(&completion);
        back.completions.clear();
    }
}

/// The thing before or after the one on the screen.
fn go(model: &mut Model, by: isize) {
    let Some(back) = &model.read_back else { return };
    let all: Vec<Agreed> = readings(model.session()).iter().map(|it| it.what).collect();
    let at = all.iter().position(|what| *what == back.what).unwrap_or(0);
    let next = at.saturating_add_signed(by).min(all.len().saturating_sub(1));
    if let Some(what) = all.get(next).filter(|_| next != at) {
        model.read_back = Some(ReadBack::of(*what));
    } else {
        let message = if by < 0 { id::READ_BACK_FIRST } else { id::READ_BACK_LAST };
        tell(model, Tone::Done, message);
    }
}

/// Takes those who confirm it in, and goes on to the next thing that is not confirmed; after the
/// last one, to the closing.
fn confirm(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(back) = &model.read_back else { return };
    let (what, text) = (back.what, back.line.text().to_owned());
    let by = match confirmers(&text, model.context()) {
        Ok(by) => by,
        Err(misread) => {
            let text = misread.tell(&model.words);
            model.bell.refused();
            if let Some(back) = &mut model.read_back {
                back.notice = Some(Notice { tone: Tone::Refused, text });
            }
            return;
        }
    };
    let confirmed = readings(model.session())
        .iter()
        .any(|reading| reading.what == what && reading.confirmed.is_some());
    // Nothing typed under something that is confirmed only goes on.
    let goes_on = confirmed && by.is_empty();
    if !goes_on && !carry_out(model, &Command::Confirm { what: Some(what), by }, effects) {
        return here(model);
    }
    // The words stand in the record; here it is enough which one it was.
    model.notice = None;
    let done = (!goes_on)
        .then(|| model.words.tell(id::READ_BACK_DONE, &[("number", agreed_name(what).into())]));
    let done = done.map(|text| Notice { tone: Tone::Done, text });
    match after(model, what) {
        Some(next) => {
            let mut back = ReadBack::of(next);
            back.notice = done;
            model.read_back = Some(back);
        }
        None => skip(model),
    }
}

/// The next thing to confirm, those after `what` first.
fn after(model: &Model, what: Agreed) -> Option<Agreed> {
    let readings = readings(model.session());
    let at = readings.iter().position(|reading| reading.what == what).unwrap_or(0);
    let unconfirmed = || readings.iter().filter(|reading| reading.confirmed.is_none());
    let later = readings.iter().skip(at + 1).find(|reading| reading.confirmed.is_none());
    later.or_else(|| unconfirmed().next()).map(|reading| reading.what)
}

/// On to the closing, whether or not everything was read.
fn skip(model: &mut Model) {
    model.read_back = None;
    ask_close(model);
    if let Some(Panel::Close { read, .. }) = &mut model.panel {
        *read = true;
    }
}

/// Back to the desk, to put right what is on the screen.
fn amend(model: &mut Model) {
    let Some(back) = model.read_back.take() else { return };
    let word = Verb::Amend.word().usual(model.words.lang());
    let text = match back.what {
        Agreed::Resolution(_) => agreed_text(model.session(), back.what).to_owned(),
        // What is not written again stays: owner, day and test are typed alone.
        Agreed::Action(_) => String::new(),
    };
    model.capture.set(&format!("/{word} {} {text}", agreed_name(back.what)));
    offer(model);
    let key = model.keys.key_for(Does::Close);
    let text = model.words.tell(id::READ_BACK_AMEND, &[("key", key.into())]);
    model.notice = Some(Notice { tone: Tone::Done, text });
}

fn history(model: &mut Model, command: &Command, effects: &mut Vec<Effect>) {
    carry_out(model, command, effects);
    follow(model);
    here(model);
}
