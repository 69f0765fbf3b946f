//! `update`: one message changes the board; what has to be done outside comes back as effects. No
//! rule of topics is in here: the rules are `affairs::decide`'s, this only routes.

use std::sync::Arc;

use crossterm::event::KeyEvent;

use super::earlier;
use super::model::{Model, Page, Panel, Waiting};
use super::msg::{Ask, Effect, Msg};
use super::news::on_news;
use super::next::next;
use super::pointer::on_mouse;
use super::speak::{self, beginning, needs_topic, offer, understand, verb_of};
use crate::domain::affairs::{Affair, decide};
use crate::domain::ledger::LedgerEvent;
use crate::domain::record::Moment;
use crate::domain::topic::CaseNo;
use crate::domain::topic_row::rows;
use crate::grammar::affairs::AffairEntry;
use crate::grammar::affairs::verb::AffairVerb;
use crate::phrase;
use crate::text::words::{Id, Words, id};
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::goto::Goto;
use crate::tui::keymap::Does;
use crate::tui::popup;

/// Rows a page has.
pub(super) const PAGE: isize = 10;

/// What became of a message.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// What has to be done outside.
    pub effects: Vec<Effect>,
    /// Whether the screen may look different now.
    pub redraw: bool,
}

/// What the board has done as soon as it is seen.
#[must_use]
pub fn begin(model: &Model) -> Vec<Effect> {
    vec![Effect::Ask(Ask::Read, model.words.lang())]
}

/// Takes one message in at the moment `now`.
pub fn update(model: &mut Model, msg: Msg, now: Moment) -> Outcomes {
    let minute = |at: Moment| at.timestamp().div_euclid(60);
    let another = minute(model.now) != minute(now);
    model.now = now;
    if model.ground.today != now.date_naive() {
        // The board stays open overnight.
        Arc::make_mut(&mut model.ground).today = now.date_naive();
    }
    let mut effects = Vec::new();
    let redraw = match msg {
        Msg::Key(key) => {
            on_key(model, key, &mut effects);
            true
        }
        Msg::Paste(text) => {
            if waits(model) {
                model.ahead.push(Waiting::Paste(text));
            } else {
                on_paste(model, &text);
            }
            true
        }
        Msg::Mouse(pointer) if waits(model) => {
            model.ahead.push(Waiting::Mouse(pointer));
            false
        }
        Msg::Mouse(pointer) => on_mouse(model, pointer, &mut effects),
        Msg::Resized => true,
        Msg::Tick => {
            let is_read = model.whole.is_some() || model.read_only.is_some();
            if another && model.saving.pending == 0 && is_read {
                ask(model, Ask::Look, &mut effects);
            }
            another
        }
        Msg::News(news) => {
            on_news(model, news, &mut effects);
            true
        }
        Msg::Hangup => {
            effects.push(Effect::Go(Goto::Leave));
            false
        }
    };
    Outcomes { effects, redraw }
}

/// Has something done outside.
pub(super) fn ask(model: &mut Model, what: Ask, effects: &mut Vec<Effect>) {
    if what.writes() {
        model.saving.pending += 1;
    }
    effects.push(Effect::Ask(what, model.words.lang()));
}

pub(super) fn say(model: &mut Model, tone: Tone, id: Id) {
    let text = model.words.say(id);
    tell(model, tone, text);
}

pub(super) fn tell(model: &mut Model, tone: Tone, text: String) {
    model.notice = Some(Notice { tone, text });
}

fn on_key(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let meaning = model.keys.meaning(key);
    if waits(model) && !matches!(meaning, Some(Does::Quit | Does::Cancel)) {
        return model.ahead.push(Waiting::Key(key));
    }
    model.ahead.clear();
    let enters = meaning == Some(Does::Submit) && model.aid.is_none() && model.panel.is_none();
    if enters && model.is_command() && is_reading(model) {
        model.ahead.push(Waiting::Key(key));
        return say(model, Tone::Done, id::BOARD_STILL_READING);
    }
    match meaning {
        Some(Does::Language) => {
            model.words = Words::new(model.words.lang().other());
            return offer(model);
        }
        Some(Does::Theme) => {
            model.theme = model.theme.next();
            let text = model.theme.told(&model.words);
            return tell(model, Tone::Done, text);
        }
        _ => {}
    }
    if model.aid.is_some() {
        return on_aid_key(model, key, meaning, effects);
    }
    if model.panel.is_some() {
        return on_panel_key(model, meaning, effects);
    }
    match meaning {
        Some(does) => on_meaning(model, does, effects),
        None => {
            if model.line.key(key) {
                typed(model);
            }
        }
    }
}

/// Whether the ledgers are being read for the first time.
fn is_reading(model: &Model) -> bool {
    model.whole.is_none() && model.read_only.is_none()
}

/// Whether a command waits for the ledgers: what is done behind it is about what follows.
fn waits(model: &Model) -> bool {
    !model.ahead.is_empty()
}

/// Takes in what was done while the ledgers were being read, in its order.
pub(super) fn go_on(model: &mut Model, effects: &mut Vec<Effect>) {
    for waiting in std::mem::take(&mut model.ahead) {
        match waiting {
            Waiting::Key(key) => on_key(model, key, effects),
            Waiting::Paste(text) => on_paste(model, &text),
            Waiting::Mouse(pointer) => {
                on_mouse(model, pointer, effects);
            }
        }
    }
}

/// The line has changed.
fn typed(model: &mut Model) {
    model.notice = None;
    offer(model);
    model.filter_by_line();
}

fn on_paste(model: &mut Model, text: &str) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(aid) = &mut model.aid {
        return aid.paste(text);
    }
    if model.panel.is_none() {
        model.line.insert(first);
        typed(model);
        if text.trim_end().lines().count() > 1 {
            say(model, Tone::Refused, id::BOARD_ONE_LINE);
        }
    }
}

fn on_aid_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>, effects: &mut Vec<Effect>) {
    let offers = model.offers();
    let Some(aid) = &mut model.aid else { return };
    match aid.key(key, meaning, &offers) {
        Helped::Stays => {}
        Helped::Closed => model.aid = None,
        Helped::Chose(Offered::Does(does)) => {
            model.aid = None;
            on_meaning(model, does, effects);
        }
        Helped::Chose(Offered::Begin(text)) => {
            model.aid = None;
            model.line.set(&text);
            typed(model);
        }
    }
}

fn on_panel_key(model: &mut Model, meaning: Option<Does>, effects: &mut Vec<Effect>) {
    match (&mut model.panel, meaning) {
        (_, Some(Does::Help)) => model.aid = Some(Aid::Help(0)),
        (_, Some(Does::Cancel | Does::Quit))
        | (Some(Panel::Earlier { .. }), Some(Does::Earlier))
        | (Some(Panel::Details(_)), Some(Does::Details)) => model.panel = None,
        (Some(Panel::Details(_)), Some(Does::Submit)) => {
            // The window stays behind a meeting that is gone to.
            let goes = open_meeting(model, effects);
            model.panel = model.panel.take().filter(|_| goes);
        }
        (Some(Panel::Details(scrolled)), meaning) => {
            *scrolled = scrolled.saturating_add_signed(by(meaning)).min(usize::from(u16::MAX));
        }
        (Some(Panel::Earlier { .. }), Some(Does::Submit)) => earlier::take_up(model, effects),
        (Some(Panel::Earlier { .. }), Some(Does::Undo)) => take_back(model, effects),
        (Some(Panel::Earlier { found: Some(Ok((left, _))), bar }), meaning) => {
            *bar = moved(*bar, by(meaning), left.len());
        }
        _ => {}
    }
}

/// Rows that a key moves by.
pub(super) fn by(meaning: Option<Does>) -> isize {
    match meaning {
        Some(Does::Previous) => -1,
        Some(Does::Next) => 1,
        Some(Does::ScrollUp) => -PAGE,
        Some(Does::ScrollDown) => PAGE,
        _ => 0,
    }
}

fn moved(at: usize, by: isize, rows: usize) -> usize {
    at.saturating_add_signed(by).min(rows.saturating_sub(1))
}

pub(super) fn on_meaning(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    if let Some(verb) = verb_of(does) {
        return begin_command(model, verb);
    }
    match does {
        Does::Submit => submit(model, effects),
        Does::NextStep => take_next_step(model, effects),
        Does::Previous | Does::Next if !model.completions.is_empty() => {
            move_choice(model, does == Does::Next);
        }
        Does::Previous | Does::Next | Does::ScrollUp | Does::ScrollDown => {
            model.bar = moved(model.bar, by(Some(does)), model.entries.len());
        }
        // Whoever types a line and wants it completed is not taken to another page.
        Does::Complete if model.completions.is_empty() && model.is_command() => {}
        Does::Complete if model.completions.is_empty() => turn(model, 1),
        Does::Complete => accept_completion(model),
        Does::NextPage => turn(model, 1),
        Does::PreviousPage => turn(model, Page::ALL.len() - 1),
        Does::Details => {
            if model.entries.is_empty() {
                say(model, Tone::Refused, id::BOARD_NOTHING_UNDER_BAR);
            } else {
                model.panel = Some(Panel::Details(0));
            }
        }
        Does::Earlier => {
            model.notice = None;
            model.panel = Some(Panel::Earlier { found: None, bar: 0 });
            ask(model, Ask::Earlier, effects);
        }
        Does::Undo => take_back(model, effects),
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::Cancel => cancel(model, effects),
        Does::Quit => effects.push(Effect::Go(Goto::Home)),
        // Keys of other screens; the keymap gives the board none of them.
        _ => {}
    }
}

fn turn(model: &mut Model, steps: usize) {
    model.notice = None;
    model.show(model.page.after(steps));
}

/// Esc: what is offered goes, then the message, then what is typed; with nothing left the board.
fn cancel(model: &mut Model, effects: &mut Vec<Effect>) {
    if !model.completions.is_empty() {
        model.completions.clear();
        model.chosen = None;
    } else if model.notice.is_some() {
        model.notice = None;
    } else if !model.line.text().is_empty() {
        model.line.take();
        typed(model);
    } else if !model.filter().is_empty() {
        model.filter_by_line();
    } else {
        effects.push(Effect::Go(Goto::Home));
    }
}

fn move_choice(model: &mut Model, down: bool) {
    model.chosen = popup::moved(model.chosen, model.completions.len(), down);
}

/// Puts the chosen completion into the line, or the first.
pub(super) fn accept_completion(model: &mut Model) {
    let at = model.chosen.unwrap_or(0);
    if let Some(completion) = model.completions.get(at).cloned() {
        model.line.accept(&completion);
        offer(model);
        popup::forget(&mut model.completions, &completion);
    }
}

/// Puts a command's beginning into the line, about the topic under the bar.
fn begin_command(model: &mut Model, verb: AffairVerb) {
    let case = speak::case(model).cloned();
    if needs_topic(verb) && case.is_none() {
        return say(model, Tone::Refused, id::BOARD_NO_TOPIC);
    }
    let start = beginning(&model.words, verb, case.as_ref());
    if model.line.text().starts_with(start.trim_end()) {
        return;
    }
    let typed = model.line.text().trim();
    // What was typed becomes what the new topic is about.
    let kept = if verb == AffairVerb::Raise && !model.is_command() { typed } else { "" };
    let line = format!("{start}{kept}");
    put_line(model, &line);
}

/// Puts a line there to be completed, and says how it is written.
pub(super) fn put_line(model: &mut Model, line: &str) {
    model.line.set(line);
    model.notice = None;
    offer(model);
}

fn take_next_step(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(step) = next(model) else {
        return say(model, Tone::Refused, id::BOARD_NO_STEP);
    };
    match (step.line, step.session) {
        (Some(line), _) => put_line(model, &line),
        (None, Some(session)) => ask(model, Ask::Open(session), effects),
        (None, None) => tell(model, Tone::Done, step.told),
    }
}

fn submit(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.chosen.is_some() && !model.completions.is_empty() {
        return accept_completion(model);
    }
    let line = model.line.text().trim();
    // A lone question mark asks for help, as people try it.
    if matches!(line, "?" | "？") {
        model.line.take();
        typed(model);
        model.aid = Some(Aid::Help(0));
    } else if model.is_command() {
        enter_line(model, effects);
    } else if model.entries.is_empty() {
        say(model, Tone::Refused, id::BOARD_NOTHING_UNDER_BAR);
    } else if !open_meeting(model, effects) {
        model.panel = Some(Panel::Details(0));
    }
}

/// Goes to the meeting that has the topic under the bar on its agenda and has not dealt with it.
fn open_meeting(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let today = model.today();
    let waiting = model.topic().and_then(|topic| topic.scheduled(today));
    let Some(session) = waiting.map(|it| it.session.clone()) else { return false };
    ask(model, Ask::Open(session), effects);
    true
}

/// Reads the line and has it carried out. What is refused stays in the line, to be put right.
fn enter_line(model: &mut Model, effects: &mut Vec<Effect>) {
    model.completions.clear();
    model.chosen = None;
    let line = model.line.text().to_owned();
    match understand(model, &line) {
        Err(None) => {
            let reading = model.words.say(id::BOARD_STILL_READING);
            let why = model.read_only.clone().unwrap_or(reading);
            tell(model, Tone::Refused, why);
        }
        Err(Some(why)) => tell(model, Tone::Refused, why),
        Ok(AffairEntry::Help) => {
            taken(model);
            model.aid = Some(Aid::Help(0));
        }
        Ok(_) if model.read_only.is_some() => {
            let why = model.read_only.clone().unwrap_or_default();
            tell(model, Tone::Refused, why);
        }
        Ok(AffairEntry::TakeBack) => {
            taken(model);
            take_back(model, effects);
        }
        Ok(AffairEntry::Schedule { topic, session, minutes, despite }) => {
            taken(model);
            model.saving.typed.push(line);
            ask(model, Ask::Schedule { topic, session, minutes, despite }, effects);
        }
        Ok(AffairEntry::Call(request)) => {
            taken(model);
            model.saving.typed.push(line);
            ask(model, Ask::CallOut(request), effects);
        }
        Ok(AffairEntry::Affair(affair)) => {
            if carry_out(model, &affair, line, effects) {
                taken(model);
            }
        }
    }
}

/// The line was taken in.
fn taken(model: &mut Model) {
    model.line.take();
    model.completions.clear();
    model.filter_by_line();
}

/// Judges what is asked by the ledgers as they are known; what is granted is shown at once and
/// written outside. Whether it was granted.
pub(super) fn carry_out(
    model: &mut Model,
    affair: &Affair,
    typed: String,
    effects: &mut Vec<Effect>,
) -> bool {
    if let Some(why) = model.read_only.clone() {
        tell(model, Tone::Refused, why);
        return false;
    }
    let Some(whole) = &mut model.whole else {
        say(model, Tone::Refused, id::BOARD_STILL_READING);
        return false;
    };
    let events = match decide(&whole.ledger, &model.ground, affair) {
        Ok(events) => events,
        Err(refusal) => {
            let words = &model.words;
            let why =
                phrase::affairs::affair_refusal(words, &whole.ledger, &model.ground, &refusal);
            tell(model, Tone::Refused, why);
            return false;
        }
    };
    let told: Vec<String> = events
        .iter()
        .map(|event| {
            phrase::affairs::ledger_event(&model.words, &whole.ledger, &model.ground, event)
        })
        .collect();
    let device = &model.ground.device;
    let line = whole.ledger.next_line(device, model.now, &model.by, &events);
    whole.ledger.evolve(device, &line);
    let listed = rows(&whole.ledger, &model.ground);
    model.take_rows(listed);
    if let Some(case) = raised(&events) {
        model.show(Page::Topics);
        model.go_to(&case);
        // A filter may hide it until the line is taken off.
        model.wanted = Some(case);
    }
    tell(model, Tone::Done, told.join(&model.words.say(id::BOARD_BETWEEN)));
    model.saving.typed.push(typed);
    ask(model, Ask::CarryOut(affair.clone()), effects);
    true
}

/// The topic that was taken in.
fn raised(events: &[LedgerEvent]) -> Option<CaseNo> {
    events.iter().find_map(|event| match event {
        LedgerEvent::TopicRaised { topic, .. } => Some(topic.clone()),
        _ => None,
    })
}

fn take_back(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(why) = model.read_only.clone() {
        return tell(model, Tone::Refused, why);
    }
    model.saving.typed.push(String::new());
    ask(model, Ask::TakeBack, effects);
}
