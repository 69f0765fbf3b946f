//! `update`: one message changes the model; what has to be done outside comes back as effects.
//! No meeting rule is in here: the rules are `decide`'s, this only routes.

use crossterm::event::KeyEvent;

use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::linking;
use crate::domain::meeting::Meeting;
use crate::domain::plan::{NextStep, next_step};
use crate::domain::record::Moment;
use crate::domain::refusal::Refusal;
use crate::domain::session::{Phase, Session};
use crate::grammar::alike;
use crate::grammar::complete::complete;
use crate::grammar::verb::Verb;
use crate::grammar::{Entry, Wish, read};
use crate::phrase;
use crate::text::words::{Id, Lang, Words, id};

use super::bell::turn_used_up;
use super::closing::{ask_close, ask_outcome, on_panel_key};
use super::line::on_line;
use super::model::{Model, Notice, Panel, Tone};
use super::msg::{Effect, Msg};
use super::paste::{on_paste, take_pasted};
use super::pointer::on_mouse;
use super::read_back;
use super::voting;
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::keeping::SaveNews;
use crate::tui::keymap::Does;
use crate::tui::popup;

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
    // A clock set back shows the latest line's time until it has caught up.
    model.now = model.meeting.latest().map_or(now, |latest| latest.max(now));
    let mut effects = Vec::new();
    let redraw = match msg {
        Msg::Key(key) => {
            on_key(model, key, &mut effects);
            true
        }
        Msg::Paste(text) => {
            on_paste(model, &text, &mut effects);
            true
        }
        Msg::Line(line) => {
            on_line(model, &line, &mut effects);
            true
        }
        Msg::Step => {
            model.notice = None;
            take_next_step(model, &mut effects);
            true
        }
        Msg::Mouse(pointer) => on_mouse(model, pointer),
        Msg::Resized => true,
        Msg::Tick => {
            let minute = |at: Moment| at.timestamp().div_euclid(60);
            if model.clocks_run() {
                before != model.now
            } else {
                minute(before) != minute(model.now)
            }
        }
        Msg::Saving(news) => {
            on_saving(model, news);
            true
        }
        Msg::Followed(lines) => {
            for line in lines {
                model.meeting.apply(line);
            }
            took_in(model);
            true
        }
        Msg::Reread(lines) => match Meeting::replay(lines) {
            Ok(meeting) => {
                model.meeting = meeting;
                took_in(model);
                true
            }
            Err(_) => false,
        },
        Msg::Hangup => {
            effects.push(Effect::Quit);
            false
        }
    };
    if let Some(tour) = &mut model.tour {
        tour.follow(&model.meeting);
    }
    if model.bell.rings(turn_used_up(model)) {
        effects.push(Effect::Ring);
    }
    Outcomes { effects, redraw }
}

/// The meeting has more lines than before, all of them written by another program.
fn took_in(model: &mut Model) {
    model.directory.catch_up(model.meeting.session());
    model.saving.safe = model.meeting.lines().len() as u64;
    read_back::follow(model);
    model.now = model.meeting.latest().map_or(model.now, |latest| latest.max(model.now));
}

fn on_saving(model: &mut Model, news: SaveNews) {
    match news {
        SaveNews::Saved(seq) => {
            model.saving.safe = model.saving.safe.max(seq + 1);
            if model.saving.trouble.take().is_some() {
                say(model, Tone::Done, id::NOTICE_SAVING_AGAIN);
            }
            if model.unsaved() == 0 && model.panel == Some(Panel::LeaveUnsaved) {
                model.panel = None;
            }
        }
        SaveNews::Failed { why, .. } => model.saving.trouble = Some(why),
        SaveNews::Moved(path) => {
            // The whole record is there; what failed before failed in another place.
            model.saving.trouble = None;
            let text =
                model.words.tell(id::NOTICE_MOVED, &[("path", path.display().to_string().into())]);
            model.notice = Some(Notice { tone: Tone::Done, text });
        }
    }
}

fn say(model: &mut Model, tone: Tone, id: Id) {
    let text = model.words.tell(id, &model.keys.values());
    match tone {
        Tone::Done => model.notice = Some(Notice { tone, text }),
        Tone::Refused => refuse(model, text),
    }
}

pub(super) fn refuse(model: &mut Model, text: String) {
    model.notice = Some(Notice { tone: Tone::Refused, text });
    model.bell.refused();
}

fn on_key(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let meaning = model.keys.meaning(key);
    if model.aid.is_some() {
        return on_aid_key(model, key, meaning, effects);
    }
    if model.read_back.is_some() {
        return read_back::on_key(model, key, meaning, effects);
    }
    if let Some(panel) = model.panel {
        return on_panel_key(model, panel, key, meaning, effects);
    }
    // What was asked for has been read; Esc closes no more than that.
    if model.asked.take().is_some() && meaning == Some(Does::Cancel) {
        return;
    }
    match meaning {
        Some(does) => on_meaning(model, does, effects),
        None => {
            if model.capture.key(key) {
                model.notice = None;
                offer(model);
            }
        }
    }
}

/// A key while help or palette is open.
fn on_aid_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>, effects: &mut Vec<Effect>) {
    match meaning {
        Some(Does::Language) => return change_language(model, None),
        Some(Does::Theme) => return change_theme(model),
        _ => {}
    }
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
            // What was being typed becomes the command's argument.
            let typed = model.capture.text().trim().to_owned();
            let command = typed.starts_with(crate::grammar::is_command_mark);
            model.capture.set(&if command { text } else { format!("{text}{typed}") });
            offer(model);
        }
    }
}

/// Works out what the line could become.
pub(super) fn offer(model: &mut Model) {
    model.completions = complete(model.capture.before_caret(), model.context(), &model.words);
    // An offer that takes the place of the whole line needs to see the whole of it.
    let whole = model.capture.before_caret().len() == model.capture.text().len();
    let command = model.capture.text().trim_start().starts_with(crate::grammar::is_command_mark);
    if !whole && !command {
        model.completions.retain(|offer| !offer.insert.starts_with('/'));
    }
    model.chosen = None;
}

fn on_meaning(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    match does {
        Does::Submit => submit(model, effects),
        Does::NextStep => take_next_step(model, effects),
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::Vote => voting::begin_vote(model),
        Does::Action => begin(model, Verb::Action),
        Does::Hand => begin(model, Verb::Hand),
        Does::Resolve => begin(model, Verb::Resolve),
        Does::SignIn => begin(model, Verb::SignIn),
        Does::Park => begin(model, Verb::Park),
        Does::Merge => match model.alike.take() {
            Some(merging) => command(model, &merging, effects),
            None => begin(model, Verb::Merge),
        },
        Does::NextSpeaker => command(model, &Command::GiveFloor(None), effects),
        Does::EndTurn => command(model, &Command::EndTurn, effects),
        Does::Item if model.session().open_item.is_some() => ask_outcome(model),
        Does::Item => command(model, &Command::OpenItem(None), effects),
        Does::KeepTime => command(model, &Command::KeepTime, effects),
        Does::Heard => {
            model.notice = None;
            model.panel = Some(Panel::Heard { scrolled: 0 });
        }
        Does::Pause if model.session().phase == Phase::Paused => {
            command(model, &Command::Resume, effects);
        }
        Does::Pause => command(model, &Command::Pause, effects),
        Does::Close => ask_close(model),
        Does::Undo => command(model, &Command::Undo, effects),
        Does::Redo => command(model, &Command::Redo, effects),
        Does::Complete => accept_completion(model),
        Does::Previous => move_choice(model, false),
        Does::Next => move_choice(model, true),
        // How far one can scroll is the view's to say: it stops at the first opinion.
        Does::ScrollUp => model.scrolled = model.scrolled.saturating_add(5).min(u32::MAX as usize),
        Does::ScrollDown => model.scrolled = model.scrolled.saturating_sub(5),
        Does::Cancel => cancel(model),
        Does::Language => change_language(model, None),
        Does::Theme => change_theme(model),
        Does::RetrySaving => effects.push(Effect::Retry),
        Does::Quit => quit(model, effects),
        // Keys of other screens; the keymap gives the desk none of them.
        _ => {}
    }
}

fn cancel(model: &mut Model) {
    if !model.completions.is_empty() {
        model.completions.clear();
    } else if model.notice.is_some() {
        model.notice = None;
    } else if !model.capture.text().is_empty() {
        // Taking it puts it into the history, so that a slip of Esc loses nothing.
        model.capture.take();
        say(model, Tone::Done, id::NOTICE_LINE_CLEARED);
    } else if !model.pasted.is_empty() {
        model.pasted.clear();
        say(model, Tone::Done, id::NOTICE_PASTE_DROPPED);
    }
    model.scrolled = 0;
}

/// Why a key need not begin a command: whatever followed would be refused.
fn hopeless(session: &Session, verb: Verb) -> Option<Refusal> {
    let of_an_item = matches!(verb, Verb::Vote | Verb::Hand | Verb::Resolve);
    let of_a_meeting = of_an_item || matches!(verb, Verb::Action | Verb::Park | Verb::Merge);
    match session.phase {
        Phase::Prepared if of_a_meeting => Some(Refusal::NotOpened),
        Phase::Closed if of_a_meeting || verb == Verb::SignIn => Some(Refusal::Closed),
        Phase::Running | Phase::Paused if of_an_item && session.open_item.is_none() => {
            Some(Refusal::NoItemOpen)
        }
        _ => None,
    }
}

/// Puts a command's word into the line; what was typed stays as its argument.
pub(super) fn begin(model: &mut Model, verb: Verb) {
    if let Some(refusal) = hopeless(model.session(), verb) {
        return refused(model, &refusal);
    }
    let word = verb.word().usual(model.words.lang());
    let method = match (verb, model.words.lang()) {
        (Verb::Vote, _) if !voting::by_hands(model.session()) => "",
        (Verb::Vote, Lang::Zh) => "举手 ",
        (Verb::Vote, Lang::En) => "hands ",
        _ => "",
    };
    let typed = model.capture.text().trim().to_owned();
    let start = format!("/{word} {method}");
    if typed.starts_with(start.trim_end()) {
        return;
    }
    let kept =
        if typed.starts_with(crate::grammar::is_command_mark) { String::new() } else { typed };
    model.capture.set(&format!("{start}{kept}"));
    model.notice = None;
    offer(model);
    let (arguments, about) = verb.word().explained(&model.words);
    if model.completions.is_empty() {
        let text = model
            .words
            .tell(id::NOTICE_USAGE, &[("usage", arguments.into()), ("about", about.into())]);
        model.notice = Some(Notice { tone: Tone::Done, text });
    }
}

pub(super) fn accept_completion(model: &mut Model) {
    let at = model.chosen.unwrap_or(0);
    if let Some(completion) = model.completions.get(at).cloned() {
        model.capture.accept(&completion);
        offer(model);
        popup::forget(&mut model.completions, &completion);
    }
}

fn move_choice(model: &mut Model, down: bool) {
    let count = model.completions.len();
    if count == 0 {
        if down {
            model.capture.next();
        } else {
            model.capture.previous();
        }
        return;
    }
    model.chosen = popup::moved(model.chosen, count, down);
}

pub(super) fn submit(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.chosen.is_some() && !model.completions.is_empty() {
        accept_completion(model);
        return;
    }
    if model.capture.text().trim().is_empty() {
        if model.pasted.is_empty() {
            // What was just done stays to be read.
            if model.notice.is_none() {
                say(model, Tone::Refused, id::NOTICE_NOTHING_TYPED);
            }
        } else {
            take_pasted(model, 0, effects);
        }
        return;
    }
    // A lone question mark is no question: it asks for help, as people try it.
    if matches!(model.capture.text().trim(), "?" | "？") {
        model.capture.take();
        model.completions.clear();
        model.aid = Some(Aid::Help(0));
        return;
    }
    let already = usize::from(!model.pasted.is_empty());
    if enter_line(model, effects) {
        take_pasted(model, already, effects);
    }
}

/// Reads the line and carries it out. What is refused stays in the line, to be put right.
pub(super) fn enter_line(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    model.completions.clear();
    model.chosen = None;
    match read(model.capture.text(), model.context()) {
        Err(misread) => {
            let text = misread.tell(&model.words);
            refuse(model, text);
            false
        }
        Ok(Entry::Desk(wish)) => {
            model.capture.take();
            grant(model, wish, effects);
            true
        }
        Ok(Entry::Meeting(asked)) => {
            if asked == Command::BeginReadBack {
                model.capture.take();
                read_back::begin(model, effects);
                return false;
            }
            // Ending the meeting is confirmed where what is open can be seen.
            if matches!(asked, Command::Close { leave: false }) {
                model.capture.take();
                ask_close(model);
                return false;
            }
            let done = carry_out(model, &asked, effects);
            if done {
                model.capture.take();
            }
            done
        }
    }
}

fn grant(model: &mut Model, wish: Wish, effects: &mut Vec<Effect>) {
    match wish {
        Wish::SaveTo(folder) => effects.push(Effect::SaveTo(folder)),
        Wish::Help => model.aid = Some(Aid::Help(0)),
        Wish::Tell(topic) => {
            model.notice = None;
            model.asked = Some(topic);
        }
        Wish::Language(lang) => change_language(model, lang),
        Wish::Quit => quit(model, effects),
    }
}

pub(super) fn change_language(model: &mut Model, lang: Option<Lang>) {
    let lang = lang.unwrap_or(model.words.lang().other());
    model.words = Words::new(lang);
    model.completions.clear();
    say(model, Tone::Done, id::NOTICE_LANGUAGE);
}

pub(super) fn change_theme(model: &mut Model) {
    model.theme = model.theme.next();
    let text = model.theme.told(&model.words);
    model.notice = Some(Notice { tone: Tone::Done, text });
}

fn quit(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.unsaved() > 0 && model.saving.trouble.is_some() {
        model.panel = Some(Panel::LeaveUnsaved);
    } else {
        effects.push(Effect::Quit);
    }
}

pub(super) fn refused(model: &mut Model, refusal: &Refusal) {
    let text = phrase::refusal(&model.words, model.meeting.session(), refusal);
    refuse(model, text);
}

pub(super) fn command(model: &mut Model, asked: &Command, effects: &mut Vec<Effect>) {
    carry_out(model, asked, effects);
}

/// Carries a command out, or says why not.
pub(super) fn carry_out(model: &mut Model, asked: &Command, effects: &mut Vec<Effect>) -> bool {
    if let Some(reason) = &model.read_only {
        let why = reason.0.clone();
        refuse(model, why);
        return false;
    }
    let undoing = match asked {
        Command::Undo => model.meeting.undoable().map(|line| line.events.clone()),
        Command::Redo => model.meeting.redoable().map(|line| line.events.clone()),
        _ => None,
    };
    // Names of what is undone are looked up while it still stands.
    let undone = undoing.as_ref().map(|events| summary(model, events));
    let (ledger, now) = (model.directory.ledger(), model.now);
    match linking::carry_out(&mut model.meeting, asked, ledger, now, &model.by) {
        Err(refusal) => {
            refused(model, &refusal);
            false
        }
        Ok(line) => {
            let line = line.clone();
            model.directory.catch_up(model.meeting.session());
            model.scrolled = 0;
            model.alike = None;
            let text = match (asked, undone) {
                (Command::Undo, Some(what)) => {
                    Some(model.words.tell(id::NOTICE_UNDONE, &[("what", what.into())]))
                }
                (Command::Redo, Some(_)) => {
                    let what = undoing.map(|events| summary(model, &events)).unwrap_or_default();
                    Some(model.words.tell(id::NOTICE_REDONE, &[("what", what.into())]))
                }
                // What was said shows up in the list by itself; what it is like may be far up.
                (Command::RecordOpinion { .. }, _) => like_before(model),
                _ => Some(summary(model, &line.events)),
            };
            let lacks = phrase::survey_notice(&model.words, model.session(), &line.events);
            let text = text.into_iter().chain(lacks).collect::<Vec<_>>().join(" ");
            model.notice = (!text.is_empty()).then_some(Notice { tone: Tone::Done, text });
            effects.push(Effect::Save(line));
            true
        }
    }
}

/// That the opinion just taken down is like an earlier one, and how to bring them together.
fn like_before(model: &mut Model) -> Option<String> {
    let session = model.meeting.session();
    let (latest, like) = alike::like_latest(session)?;
    let (name, text) = alike::told(session, like);
    let mut values = model.keys.values();
    values.extend([
        ("number", latest.0.into()),
        ("other", like.number().into()),
        ("name", name.into()),
        ("text", text.into()),
        ("list", format!("{} {latest}", like.number()).into()),
        ("key", model.keys.key_for(Does::Merge).into()),
    ]);
    let told = model.words.tell(id::ALIKE_NOTICE, &values);
    model.alike = Some(alike::merging(latest, like));
    Some(told)
}

fn summary(model: &Model, events: &[Event]) -> String {
    phrase::line_told(&model.words, model.meeting.session(), events)
}

fn take_next_step(model: &mut Model, effects: &mut Vec<Effect>) {
    let asked = match next_step(model.session()) {
        NextStep::OpenMeeting => Command::Open,
        NextStep::Resume => Command::Resume,
        NextStep::OpenItem(item) => Command::OpenItem(Some(item)),
        NextStep::Call(_) => Command::GiveFloor(None),
        NextStep::EndTurn(_) => Command::EndTurn,
        NextStep::Announce(_) => Command::Announce,
        NextStep::CloseItem(_) => return ask_outcome(model),
        NextStep::CloseMeeting => return ask_close(model),
        NextStep::Nothing => return say(model, Tone::Done, id::NOTICE_MEETING_OVER),
    };
    command(model, &asked, effects);
}
