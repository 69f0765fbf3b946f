//! `update`: one thing told changes the home; what has to be done outside comes back as effects.

use std::sync::Arc;

use chrono::TimeDelta;
use crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use super::form::{Form, Kind, Purpose, Step, Value};
use super::model::{Model, Panel};
use super::msg::{Effect, News, Request, What};
use super::overview::{self, Entry};
use super::questions;
use super::view::entry_at;
use crate::domain::session::Phase;
use crate::store::progress::Progress;
use crate::store::slug::Slug;
use crate::text::words::{Id, Words, id};
use crate::tui::aid::{Aid, Helped, Offered};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::goto::Goto;
use crate::tui::keymap::Does;

/// Rows a page has.
const PAGE: isize = 10;
/// Fewest characters for which the records are looked through: one letter is everywhere.
const FEWEST: usize = 2;

/// What the home has done as soon as it is seen.
pub fn begin(model: &Model, effects: &mut Vec<Effect>) {
    if let Some(progress) = &model.reading {
        let (what, lang) = (What::FirstLook, model.words.lang());
        return effects.push(Effect::Ask(Request { what, lang, progress: Arc::clone(progress) }));
    }
    ask(model, What::Stock(model.index.clone()), effects);
    // What stamps say is believed for the first frame; then it is looked at more closely.
    ask(model, What::Look { index: model.index.clone(), doubt: true }, effects);
}

/// Takes a key in.
pub fn on_key(model: &mut Model, key: KeyEvent, effects: &mut Vec<Effect>) {
    let meaning = model.keys.meaning(key);
    if meaning == Some(Does::Language) {
        model.words = Words::new(model.words.lang().other());
        return;
    }
    if meaning == Some(Does::Theme) {
        model.theme = model.theme.next();
        let text = model.theme.told(&model.words);
        model.notice = Some(Notice { tone: Tone::Done, text });
        return;
    }
    if let Some(aid) = &mut model.aid {
        let offers = crate::tui::aid::offers(&model.words, &model.keys);
        match aid.key(key, meaning, &offers) {
            Helped::Stays => {}
            Helped::Closed | Helped::Chose(Offered::Begin(_)) => model.aid = None,
            Helped::Chose(Offered::Does(does)) => {
                model.aid = None;
                on_meaning(model, does, effects);
            }
        }
        return;
    }
    match model.panel.take() {
        None => {}
        Some(Panel::Form(form)) => return questions::on_key(model, form, key, meaning, effects),
        Some(panel) => return on_panel_key(model, panel, meaning),
    }
    match meaning {
        Some(does) => on_meaning(model, does, effects),
        None => {
            if model.line.key(key) {
                model.notice = None;
                typed(model, effects);
            }
        }
    }
}

/// Takes the mouse in: a click puts the bar on what is there, a second one opens it, the wheel
/// moves it.
pub fn on_mouse(model: &mut Model, mouse: MouseEvent, screen: Rect, effects: &mut Vec<Effect>) {
    if model.aid.is_some() || model.panel.is_some() {
        return;
    }
    match mouse.kind {
        MouseEventKind::ScrollDown => on_meaning(model, Does::Next, effects),
        MouseEventKind::ScrollUp => on_meaning(model, Does::Previous, effects),
        MouseEventKind::Down(MouseButton::Left) => {
            match entry_at(model, screen, mouse.column, mouse.row) {
                Some(at) if at == model.bar => open(model, effects),
                Some(at) => model.bar = at,
                None => {}
            }
        }
        _ => {}
    }
}

/// Takes pasted text in.
pub fn on_paste(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(aid) = &mut model.aid {
        return aid.paste(text);
    }
    match &mut model.panel {
        None => {
            model.line.insert(first);
            typed(model, effects);
        }
        Some(Panel::Form(form)) => {
            if let Some(step) = form.step_mut() {
                step.line.insert(first);
                step.bar = 0;
            }
        }
        Some(_) => {}
    }
}

/// Takes news in.
pub fn on_news(model: &mut Model, news: News, effects: &mut Vec<Effect>) {
    match news {
        News::Stock(stock) => {
            model.stock = Some(stock);
            model.list();
        }
        News::Looked(index) => {
            let first = model.reading.take().is_some();
            let changed = first || !model.index.is_still(&index);
            model.index = index;
            if changed {
                // Its places are those of the index it was made from.
                model.stock = None;
                ask(model, What::Stock(model.index.clone()), effects);
                model.list();
            }
            if let Some(community) = model.made.take() {
                made(model, community);
            }
        }
        News::Found(number, found) => {
            if number == model.search.number {
                model.search.running = None;
                model.search.found = found;
                model.list();
            }
        }
        News::NotLooked(text) => {
            model.reading = None;
            model.notice = Some(Notice { tone: Tone::Refused, text });
            model.list();
        }
        News::Path(typed, completed) => {
            if let Some(Panel::Form(form)) = &mut model.panel
                && let Some(step) = form.step_mut()
                && step.line.text() == typed
            {
                step.line.set(&completed);
            }
        }
        News::Made(community) => {
            // The questions stay until it can be shown: what is pressed meanwhile would be about a
            // home without it.
            model.made = Some(community);
            look(model, effects);
        }
        News::Go(goto) => effects.push(Effect::Go(goto)),
        News::Done(text) => done(model, Tone::Done, text, effects),
        News::Refused(text) => done(model, Tone::Refused, text, effects),
        News::Told(rows) => {
            let title = working(model).unwrap_or(id::HOME_RESULT);
            model.panel = Some(Panel::Told { title, rows, scrolled: 0 });
            look(model, effects);
        }
        News::Stopped => {
            if model.reading.take().is_some() {
                // Nothing is known of what there is; nothing can be begun with that.
                return effects.push(Effect::Go(Goto::Leave));
            }
            if working(model).is_some() {
                done(model, Tone::Done, model.words.say(id::HOME_STOPPED), effects);
            }
        }
    }
}

/// A community just made is there: it is looked at alone, and people are asked for if that was
/// what led to it.
fn made(model: &mut Model, community: Slug) {
    let then_people = Purpose::Community { then_people: true };
    let panel = model.panel.take();
    model.narrowed = Some(community);
    model.bar = 0;
    model.list();
    let key = model.keys.key_for(Does::New);
    let text = model.words.tell(id::HOME_COMMUNITY_MADE, &[("key", key.into())]);
    model.notice = Some(Notice { tone: Tone::Done, text });
    if matches!(panel, Some(Panel::Form(form)) if form.purpose == then_people) {
        import(model);
    }
}

fn done(model: &mut Model, tone: Tone, text: String, effects: &mut Vec<Effect>) {
    // A form that was refused stays, to be put right.
    match &mut model.panel {
        Some(Panel::Form(form)) if tone == Tone::Refused => form.trouble = Some(text),
        _ => {
            model.panel = None;
            model.notice = Some(Notice { tone, text });
        }
    }
    look(model, effects);
}

/// What was being worked at.
fn working(model: &Model) -> Option<Id> {
    match &model.panel {
        Some(Panel::Working { what, .. }) => Some(*what),
        _ => None,
    }
}

/// Asks for something to be done; how far it is can be seen through what comes back.
pub fn ask(model: &Model, what: What, effects: &mut Vec<Effect>) -> Arc<Progress> {
    let progress = Arc::new(Progress::new());
    let request = Request { what, lang: model.words.lang(), progress: Arc::clone(&progress) };
    effects.push(Effect::Ask(request));
    progress
}

/// The same behind a window that tells how far it is.
pub fn work(model: &mut Model, title: Id, what: What, effects: &mut Vec<Effect>) {
    let progress = ask(model, what, effects);
    model.panel = Some(Panel::Working { what: title, progress });
}

fn look(model: &Model, effects: &mut Vec<Effect>) {
    ask(model, What::Look { index: model.index.clone(), doubt: false }, effects);
}

/// The text looked for has changed.
fn typed(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(running) = model.search.running.take() {
        running.cancel();
    }
    model.search.number += 1;
    model.search.found.clear();
    model.bar = 0;
    model.list();
    let wanted: Vec<String> = model.line.text().split_whitespace().map(str::to_lowercase).collect();
    let long = |word: &String| word.chars().count() >= FEWEST || !word.is_ascii();
    if !wanted.is_empty() && wanted.iter().all(long) {
        let number = model.search.number;
        let what = What::Search { number, wanted, community: model.narrowed.clone() };
        model.search.running = Some(ask(model, what, effects));
    }
}

fn on_panel_key(model: &mut Model, panel: Panel, meaning: Option<Does>) {
    match (panel, meaning) {
        (Panel::Working { what, progress }, meaning) => {
            if matches!(meaning, Some(Does::Cancel | Does::Quit)) {
                progress.cancel();
            }
            model.panel = Some(Panel::Working { what, progress });
        }
        (Panel::Told { .. }, Some(Does::Cancel | Does::Quit | Does::Submit)) => {}
        (Panel::Told { title, rows, scrolled }, meaning) => {
            let scrolled = scrolled.saturating_add_signed(by(meaning)).min(rows.len());
            model.panel = Some(Panel::Told { title, rows, scrolled });
        }
        (Panel::Form(form), _) => questions::keep(model, form),
    }
}

/// Rows that a key moves by.
#[must_use]
pub fn by(meaning: Option<Does>) -> isize {
    match meaning {
        Some(Does::Previous) => -1,
        Some(Does::Next) => 1,
        Some(Does::ScrollUp) => -PAGE,
        Some(Does::ScrollDown) => PAGE,
        _ => 0,
    }
}

fn on_meaning(model: &mut Model, does: Does, effects: &mut Vec<Effect>) {
    if model.reading.is_some() && begins_something(does) {
        return say(model, Tone::Refused, id::HOME_STILL_READING);
    }
    match does {
        Does::Previous | Does::Next | Does::ScrollUp | Does::ScrollDown => {
            let last = model.entries().count().saturating_sub(1);
            model.bar = model.bar.saturating_add_signed(by(Some(does))).min(last);
        }
        Does::Submit => open(model, effects),
        Does::Cancel => widen(model, effects),
        Does::Help => model.aid = Some(Aid::Help(0)),
        Does::Palette => model.aid = Some(Aid::palette()),
        Does::New => new_meeting(model),
        Does::Prepare => match meeting_under_bar(model) {
            Some((at, name)) if phase(model, at) == Some(Phase::Prepared) => {
                effects.push(Effect::Go(Goto::Prepare(name)));
            }
            Some(_) => say(model, Tone::Refused, id::HOME_NOT_PREPARED),
            None => say(model, Tone::Refused, id::HOME_NO_MEETING),
        },
        Does::Review => match meeting_under_bar(model) {
            Some((_, name)) => effects.push(Effect::Go(Goto::Review { name, at: None })),
            None => say(model, Tone::Refused, id::HOME_NO_MEETING),
        },
        Does::ReportAction => report(model),
        Does::People => import(model),
        Does::NewCommunity => new_community(model, false),
        Does::Sample => effects.push(Effect::Go(Goto::Sample)),
        Does::Figures => effects.push(Effect::Go(Goto::Stats(model.narrowed.clone()))),
        Does::Topics => topics(model, effects),
        Does::CheckAll => work(model, id::HOME_CHECKING, What::Check, effects),
        Does::Quit => effects.push(Effect::Go(Goto::Leave)),
        // Keys of other screens; the keymap gives the home none of them.
        _ => {}
    }
}

/// Whether one has to know for it what there is.
const fn begins_something(does: Does) -> bool {
    matches!(does, Does::New | Does::People | Does::NewCommunity | Does::CheckAll | Does::Topics)
}

fn say(model: &mut Model, tone: Tone, id: Id) {
    model.notice = Some(Notice { tone, text: model.words.say(id) });
}

fn phase(model: &Model, at: overview::At) -> Option<Phase> {
    overview::digest(&model.index, at).map(|digest| digest.phase)
}

/// The meeting under the bar, or the one that what is under the bar belongs to.
fn meeting_under_bar(
    model: &Model,
) -> Option<(overview::At, crate::store::session_name::SessionName)> {
    let at = match model.chosen()? {
        Entry::Meeting(at) | Entry::Action(at, _) => at,
        Entry::Hit(meeting, _) => {
            overview::place_of(&model.index, &model.search.found.get(meeting)?.name)?
        }
        Entry::Community(_) | Entry::Offer(_) | Entry::More(..) => return None,
    };
    Some((at, overview::name_of(&model.index, at)?))
}

/// The obvious thing with what is under the bar.
fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.chosen() {
        None => {}
        Some(Entry::Offer(Does::People)) => new_community(model, true),
        Some(Entry::Offer(does)) => on_meaning(model, does, effects),
        Some(Entry::Community(place)) => {
            let id = overview::folder(&model.index, place).map(|folder| folder.id().clone());
            model.narrowed = id;
            model.unfolded.clear();
            model.line.set("");
            typed(model, effects);
        }
        Some(Entry::More(section, _)) => {
            model.unfolded.push(section);
            model.list();
        }
        Some(Entry::Hit(meeting, place)) => {
            if let Some(found) = model.search.found.get(meeting) {
                let at = found.hits.get(place).map(|hit| hit.seq);
                effects.push(Effect::Go(Goto::Review { name: found.name.clone(), at }));
            }
        }
        Some(Entry::Meeting(at)) => {
            let Some(name) = overview::name_of(&model.index, at) else { return };
            let goto = match phase(model, at) {
                Some(Phase::Prepared) => Goto::Prepare(name),
                Some(Phase::Running | Phase::Paused) => Goto::Desk(name),
                Some(Phase::Closed) | None => Goto::Review { name, at: None },
            };
            effects.push(Effect::Go(goto));
        }
        Some(Entry::Action(at, _)) => {
            let Some(name) = overview::name_of(&model.index, at) else { return };
            effects.push(Effect::Go(Goto::Review { name, at: None }));
        }
    }
}

/// Esc: the message goes, then what is typed, then what was unfolded, then the narrowing to one
/// community.
fn widen(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.notice.take().is_some() {
        return;
    }
    if model.line.text().is_empty() && !model.unfolded.is_empty() {
        model.unfolded.clear();
        model.bar = 0;
        model.list();
    } else if model.line.text().is_empty() {
        model.narrowed = None;
        model.bar = 0;
        model.list();
    } else {
        model.line.take();
        typed(model, effects);
    }
}

/// The place of the community that what is under the bar belongs to.
fn community_under_bar(model: &Model) -> Option<usize> {
    match model.chosen() {
        Some(Entry::Community(place)) => Some(place),
        _ => meeting_under_bar(model).map(|(at, _)| at.folder),
    }
}

/// The question which community is meant, that of what is under the bar offered first; none if there
/// is only one, or one is looked at alone.
fn which_community(model: &Model) -> Step {
    let listed = model.index.communities();
    let only = model.narrowed_to();
    let chosen = listed.iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at));
    let under_bar = community_under_bar(model);
    let bar = chosen.clone().position(|(at, _)| Some(at) == under_bar).unwrap_or(0);
    let choices = chosen
        .map(|(_, folder)| (folder.name().to_owned(), Value::Community(folder.id().clone())))
        .collect();
    Step { bar, ..Step::new(id::HOME_ASK_COMMUNITY, Kind::OneOf(choices), "") }
}

fn with_community(model: &Model, mut form: Form) -> Form {
    let step = which_community(model);
    // A single choice is made already, but shown.
    form.at = usize::from(matches!(&step.kind, Kind::OneOf(choices) if choices.len() == 1));
    form.steps.insert(0, step);
    form
}

fn new_meeting(model: &mut Model) {
    if model.index.communities().is_empty() {
        return new_community(model, false);
    }
    let today = model.now.date_naive();
    // Notice is given two or three days ahead (会议通知).
    let day = (today + TimeDelta::days(3)).to_string();
    let month = model.words.say(MONTHS[chrono::Datelike::month0(&today) as usize % 12]);
    let title = model.words.tell(id::HOME_MEETING_TITLE, &[("month", month.into())]);
    let form = Form::new(
        Purpose::Meeting,
        id::HOME_NEW_MEETING,
        vec![
            Step::new(id::HOME_ASK_TITLE, Kind::Words, &title),
            Step::new(id::HOME_ASK_DAY, Kind::Day, &day),
        ],
    );
    model.panel = Some(Panel::Form(with_community(model, form)));
}

/// The months as a meeting's title has them.
const MONTHS: [Id; 12] = [
    id::HOME_MONTH_1,
    id::HOME_MONTH_2,
    id::HOME_MONTH_3,
    id::HOME_MONTH_4,
    id::HOME_MONTH_5,
    id::HOME_MONTH_6,
    id::HOME_MONTH_7,
    id::HOME_MONTH_8,
    id::HOME_MONTH_9,
    id::HOME_MONTH_10,
    id::HOME_MONTH_11,
    id::HOME_MONTH_12,
];

fn new_community(model: &mut Model, then_people: bool) {
    let steps = vec![
        Step::new(id::HOME_ASK_NAME, Kind::Words, ""),
        Step::new(id::HOME_ASK_REGION, Kind::Optional, ""),
    ];
    let purpose = Purpose::Community { then_people };
    model.panel = Some(Panel::Form(Form::new(purpose, id::HOME_NEW_COMMUNITY, steps)));
}

/// Asks for a file of people.
pub fn import(model: &mut Model) {
    if model.index.communities().is_empty() {
        return new_community(model, true);
    }
    let steps = vec![Step::new(id::HOME_ASK_FILE, Kind::Words, "")];
    let form = Form::new(Purpose::People, id::HOME_IMPORT, steps);
    model.panel = Some(Panel::Form(with_community(model, form)));
}

/// Goes to the board of the community that is looked at, or asks which.
fn topics(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.index.communities().is_empty() {
        return new_community(model, false);
    }
    let under_bar = match model.chosen() {
        Some(Entry::Community(place)) => Some(place),
        _ => None,
    };
    let only = (model.index.communities().len() == 1).then_some(0);
    let looked_at = model.narrowed_to().or(under_bar).or(only);
    if let Some(folder) = looked_at.and_then(|place| overview::folder(&model.index, place)) {
        effects.push(Effect::Go(Goto::Board(folder.id().clone())));
    } else {
        let form = Form::new(Purpose::Topics, id::PLACE_BOARD, vec![which_community(model)]);
        model.panel = Some(Panel::Form(form));
    }
}

fn report(model: &mut Model) {
    let Some(Entry::Action(at, action)) = model.chosen() else {
        return say(model, Tone::Refused, id::HOME_NO_ACTION);
    };
    let Some(name) = overview::name_of(&model.index, at) else { return };
    model.panel = Some(Panel::Form(questions::about_action(model, name, action)));
}
