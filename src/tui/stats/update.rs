//! `update`: one thing told changes the screen; what has to be done outside comes back as effects.

use std::sync::Arc;

use chrono::NaiveDate;
use crossterm::event::{KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::model::{Behind, Model};
use super::msg::{Effect, News, Request, What};
use super::view::row_under;
use crate::domain::figures::{Case, Span, What as Counted};
use crate::store::progress::Progress;
use crate::store::session_name::SessionName;
use crate::store::slug::Slug;
use crate::text::words::{Id, Words, id};
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::keymap::Does;
use crate::tui::writing::{self, Asking, Wanted};

/// Rows that a page has.
const PAGE: isize = 10;
/// Rows that the mouse wheel turns by.
const WHEEL: isize = 3;

/// Has the figures of the period counted; an earlier request is not waited for any more.
pub fn count(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(running) = model.counting.take() {
        running.cancel();
    }
    model.number += 1;
    let (number, period, today) = (model.number, model.period(), model.today);
    let progress = Arc::new(Progress::new());
    model.counting = Some(Arc::clone(&progress));
    let what = What::Count { number, period, today };
    effects.push(Effect::Ask(Request { what, lang: model.words.lang(), progress }));
}

/// Another day has begun.
pub fn new_day(model: &mut Model, today: NaiveDate, effects: &mut Vec<Effect>) {
    model.today = today;
    count(model, effects);
}

/// Takes a key in.
pub fn on_key(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let meaning = model.keys.meaning(key);
    match meaning {
        Some(Does::Language) => {
            model.words = Words::new(model.words.lang().other());
            model.notice = None;
            return;
        }
        Some(Does::Theme) => {
            model.theme = model.theme.next();
            let text = model.theme.told(&model.words);
            model.notice = Some(Notice { tone: Tone::Done, text });
            return;
        }
        _ => {}
    }
    if model.aid.is_some() {
        return on_aid_key(model, key, meaning, effects);
    }
    if model.choosing.is_some() {
        return on_choosing_key(model, key, meaning);
    }
    if model.asking.is_some() {
        return on_asking_key(model, key, meaning, effects);
    }
    if let Some(does) = meaning {
        model.notice = None;
        on_meaning(model, does, effects);
    }
}

fn on_meaning(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    match does {
        Does::ByMonth => by(model, Span::Month, effects),
        Does::ByQuarter => by(model, Span::Quarter, effects),
        Does::ByYear => by(model, Span::Year, effects),
        Does::PeriodBefore => step(model, false, effects),
        Does::PeriodAfter => step(model, true, effects),
        Does::NextScope => scope(model, 1),
        Does::PreviousScope => scope(model, model.scopes.len().saturating_sub(1)),
        Does::ChooseScope => {
            model.choosing = Some(Aid::list(id::STATS_SCOPES_TITLE, model.scope_at()));
        }
        Does::Export => model.asking = Some(Asking::offering(&model.file_name())),
        Does::Next => move_by(model, 1),
        Does::Previous => move_by(model, -1),
        Does::ScrollDown => move_by(model, PAGE),
        Does::ScrollUp => move_by(model, -PAGE),
        Does::First => move_by(model, isize::MIN),
        Does::Last => move_by(model, isize::MAX),
        Does::Submit => open(model, effects),
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::Cancel if model.behind.is_some() => model.behind = None,
        Does::Cancel | Does::Quit => effects.push(Effect::Leave),
        // Keys of other screens; the keymap gives this one none of them.
        _ => {}
    }
}

/// Counts by months, quarters or years: the one that the latest day counted so far lies in.
fn by(model: &mut Model, span: Span, effects: &mut Vec<Effect>) {
    let latest = model.period().to;
    model.first = span.begin(latest);
    model.span = span;
    count(model, effects);
}

fn step(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    let first = model.span.step(model.first, forward);
    if forward && first > model.today {
        return say(model, id::STATS_FUTURE);
    }
    if first != model.first {
        model.first = first;
        count(model, effects);
    }
}

fn scope(model: &mut Model, steps: usize) {
    choose(model, (model.scope_at() + steps) % model.scopes.len().max(1));
}

fn choose(model: &mut Model, at: usize) {
    if let Some(scope) = model.scopes.get(at) {
        model.scope = scope.clone();
        model.gather();
    }
}

fn move_by(model: &mut Model, rows: isize) {
    let last = match &model.behind {
        Some(_) => model.cases().len(),
        None => model.figures(),
    };
    let last = last.saturating_sub(1);
    let bar = model.behind.as_mut().map_or(&mut model.bar, |behind| &mut behind.bar);
    *bar = bar.saturating_add_signed(rows).min(last);
}

fn say(model: &mut Model, message: Id) {
    let text = model.words.say(message);
    model.notice = Some(Notice { tone: Tone::Refused, text });
}

/// The cases behind the figure under the bar, or where the case under the bar is to be found.
fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(behind) = &model.behind {
        let case = model.cases().get(behind.bar).map(|case| (*case).clone());
        if let Some(case) = case {
            open_case(&case, effects);
        }
        return;
    }
    let Some((unit, figure)) = model.under_bar() else { return };
    if model.figure(unit.as_deref(), figure).is_none_or(|figure| figure.cases.is_empty()) {
        return say(model, id::STATS_NOTHING_BEHIND);
    }
    model.behind = Some(Behind { unit, figure, bar: 0 });
}

fn open_case(case: &Case, effects: &mut Vec<Effect>) {
    let Ok(community) = Slug::parse(&case.community) else { return };
    effects.extend(match &case.what {
        Counted::Session(session) | Counted::Action(session, _) => {
            SessionName::of_id(&community, session).map(Effect::Review)
        }
        Counted::Topic(topic) => Some(Effect::Board(community, Some(topic.clone()))),
        // Visits, briefings and calls have their pages beside the topics.
        Counted::Outing(..) | Counted::Call(_) => Some(Effect::Board(community, None)),
    });
}

fn on_aid_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>, effects: &mut Vec<Effect>) {
    let offers = model.offers();
    let Some(aid) = &mut model.aid else { return };
    match aid.key(key, meaning, &offers) {
        Helped::Stays => {}
        Helped::Closed => model.aid = None,
        Helped::Chose(chosen) => {
            model.aid = None;
            model.asking = None;
            model.choosing = None;
            if let Offered::Does(does) = chosen {
                on_meaning(model, does, effects);
            }
        }
    }
}

fn on_choosing_key(model: &mut Model, key: KeyEvent, meaning: Option<Does>) {
    // Here these keys are for the list alone.
    if meaning == Some(Does::Help) {
        model.aid = Some(Aid::Help(0));
        return;
    }
    let offers = model.scope_offers();
    let Some(choosing) = &mut model.choosing else { return };
    match choosing.key(key, meaning, &offers) {
        Helped::Stays => {}
        Helped::Closed => model.choosing = None,
        Helped::Chose(chosen) => {
            model.choosing = None;
            if let Offered::Begin(at) = chosen
                && let Ok(at) = at.parse()
            {
                choose(model, at);
            }
        }
    }
}

fn on_asking_key(
    model: &mut Model,
    key: KeyEvent,
    meaning: Option<Does>,
    effects: &mut Vec<Effect>,
) {
    if meaning == Some(Does::Help) {
        model.aid = Some(Aid::Help(0));
        return;
    }
    let (asking, notice) = (&mut model.asking, &mut model.notice);
    if let Some(wanted) = writing::on_key(asking, notice, &model.words, key, meaning) {
        write(model, wanted, effects);
    }
}

fn write(model: &mut Model, wanted: Wanted, effects: &mut Vec<Effect>) {
    let Wanted { path, replace } = wanted;
    let bytes = match model.file(&path) {
        Ok(bytes) => bytes,
        Err(text) => {
            model.notice = Some(Notice { tone: Tone::Refused, text });
            return;
        }
    };
    let what = What::Write { path, bytes, replace };
    let (lang, progress) = (model.words.lang(), Arc::new(Progress::new()));
    effects.push(Effect::Ask(Request { what, lang, progress }));
    if let Some(asking) = &mut model.asking {
        asking.busy = true;
    }
}

/// Takes news in.
pub fn on_news(model: &mut Model, news: News) {
    match news {
        News::Counted { number, communities, regions, troubles } if number == model.number => {
            model.counting = None;
            model.counted = Some(model.period());
            model.troubles = troubles;
            model.take_counts(communities, &regions);
        }
        News::NotCounted { number, why } if number == model.number => {
            model.counting = None;
            model.notice = why.map(|text| Notice { tone: Tone::Refused, text });
        }
        // Of a period that nobody looks at any more.
        News::Counted { .. } | News::NotCounted { .. } => {}
        News::Written(written) => {
            let (words, keys) = (&model.words, &model.keys);
            let told = writing::on_written(&mut model.asking, words, keys, &written);
            model.notice = Some(told);
        }
    }
}

/// Takes pasted text in.
pub fn on_paste(model: &mut Model, text: &str) {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if let Some(aid) = model.aid.as_mut().or(model.choosing.as_mut()) {
        return aid.paste(first);
    }
    if let Some(asking) = &mut model.asking {
        asking.paste(first);
        model.notice = None;
    }
}

/// Takes the mouse in: a click puts the bar on what is there, a second one opens it, the wheel
/// moves it.
pub fn on_mouse(model: &mut Model, mouse: MouseEvent, effects: &mut Vec<Effect>) -> bool {
    let covered = model.aid.is_some() || model.choosing.is_some() || model.asking.is_some();
    if covered || !(mouse.modifiers - KeyModifiers::SHIFT).is_empty() {
        return false;
    }
    match mouse.kind {
        MouseEventKind::ScrollDown => move_by(model, WHEEL),
        MouseEventKind::ScrollUp => move_by(model, -WHEEL),
        MouseEventKind::Down(MouseButton::Left) => {
            let Some(row) = row_under(model, mouse.column, mouse.row) else { return false };
            let bar = model.behind.as_mut().map_or(&mut model.bar, |behind| &mut behind.bar);
            if *bar == row {
                open(model, effects);
            } else {
                *bar = row;
            }
        }
        _ => return false,
    }
    true
}
