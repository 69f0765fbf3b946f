//! Where the meeting is, in sentences: what one asks the desk about by a word, on the screen and
//! where there is none.

use super::model::Model;
use crate::domain::action::Action;
use crate::domain::agreement::Resolution;
use crate::domain::hindrances;
use crate::domain::item::{Floor, Item};
use crate::domain::opinion::Opinion;
use crate::domain::plan::{
    NextStep, item_time, next_speaker, next_step, planned_seconds, projected_end,
};
use crate::domain::queue::{Reason, order};
use crate::domain::record::Moment;
use crate::domain::replan::{Proposal, proposal};
use crate::domain::session::Phase;
use crate::grammar::Topic;
use crate::grammar::verb::Verb;
use crate::phrase;
use crate::text::dates::{long_date, short_date};
use crate::text::words::{Value, id};
use crate::tui::verdict::verdict;

/// What is told about something, a sentence or an entry a line.
#[must_use]
pub fn told(model: &Model, topic: Topic) -> Vec<String> {
    match topic {
        Topic::Where => place(model),
        Topic::Queue => queue(model),
        Topic::Opinions => opinions(model),
        Topic::Agreed => agreed(model),
        Topic::Rules => phrase::rules_told(&model.words, model.session()),
        Topic::Heard => super::heard::told(model),
    }
}

fn place(model: &Model) -> Vec<String> {
    let mut lines = vec![meeting(model)];
    let session = model.session();
    if let Some(proposal) = proposal(session, model.now).filter(Proposal::is_pressing) {
        let key = format!("/{}", Verb::OnTime.word().usual(model.words.lang()));
        lines.push(phrase::proposal(&model.words, session, &proposal, &key));
    }
    if let Some(item) = session.current_item() {
        lines.push(item_line(model, item));
        lines.push(
            session.floor.map_or_else(
                || model.words.say(id::SAY_FLOOR_FREE),
                |floor| floor_line(model, floor),
            ),
        );
        lines.push(next_line(model));
    } else if matches!(session.phase, Phase::Running | Phase::Paused) {
        lines.push(model.words.say(id::SAY_NO_ITEM));
    }
    lines.extend(step_line(model));
    lines.extend(hinders(model));
    lines.push(saved(model));
    lines
}

fn clock(model: &Model, at: Moment) -> String {
    at.with_timezone(model.now.offset()).format("%H:%M").to_string()
}

/// Which meeting it is, how far, and how long it takes.
fn meeting(model: &Model) -> String {
    let (session, words) = (model.session(), &model.words);
    let setup = &session.setup;
    let (planned, spent) = (planned_seconds(session) / 60, session.watch.read(model.now) / 60);
    let mut values: Vec<(&str, Value<'_>)> = vec![
        ("community", (&setup.community_name).into()),
        ("title", (&setup.title).into()),
        ("phase", phrase::phase(words, session.phase).into()),
        ("now", clock(model, model.now).into()),
        ("planned", planned.into()),
        ("spent", spent.into()),
        ("items", session.order.len().into()),
        ("people", session.present().count().into()),
        ("day", day(model).into()),
    ];
    let end = projected_end(session, model.now).filter(|_| planned > 0);
    let message = match (session.phase, end) {
        (Phase::Prepared, _) => id::SAY_MEETING_PREPARED,
        (Phase::Closed, _) => {
            let closed = session.closed.map(|at| clock(model, at)).unwrap_or_default();
            values.push(("end", closed.into()));
            id::SAY_MEETING_CLOSED
        }
        (Phase::Running | Phase::Paused, None) => id::SAY_MEETING_UNPLANNED,
        (Phase::Running | Phase::Paused, Some(end)) => {
            values.push(("end", clock(model, end).into()));
            id::SAY_MEETING
        }
    };
    words.tell(message, &values)
}

/// The day it is held, and when it is to begin.
fn day(model: &Model) -> String {
    let setup = &model.session().setup;
    let day = long_date(setup.on, model.words.lang());
    match setup.starts {
        Some(time) => format!("{day} {}", phrase::clock_time(time)),
        None => day,
    }
}

fn item_line(model: &Model, item: &Item) -> String {
    let time = item_time(item, model.now);
    let place = model.session().place_of(item.id).unwrap_or(item.id.index() + 1);
    let planned = time.planned.unwrap_or(0);
    let values = [
        ("place", place.into()),
        ("count", model.session().order.len().into()),
        ("title", item.title.as_ref().into()),
        ("spent", (time.spent / 60).into()),
        ("planned", (planned / 60).into()),
        ("over", time.spent.saturating_sub(planned).div_ceil(60).into()),
    ];
    let message = match time.planned {
        None => id::SAY_ITEM_UNPLANNED,
        Some(_) if time.is_over() => id::SAY_ITEM_OVER,
        Some(_) => id::SAY_ITEM,
    };
    model.words.tell(message, &values)
}

fn floor_line(model: &Model, floor: Floor) -> String {
    let (session, words) = (model.session(), &model.words);
    let (limit, spent) = (session.turn_seconds(), floor.watch.read(model.now));
    let time = |seconds| phrase::duration(words, seconds);
    let values = [
        ("name", session.name_of(floor.person).into()),
        ("spent", time(spent).into()),
        ("left", time(limit.saturating_sub(spent)).into()),
        ("over", time(spent.saturating_sub(limit)).into()),
    ];
    let message = match limit {
        0 => id::SAY_FLOOR_UNLIMITED,
        limit if spent > limit => id::SAY_FLOOR_OVER,
        _ => id::SAY_FLOOR,
    };
    words.tell(message, &values)
}

/// Who is next, and why.
fn next_line(model: &Model) -> String {
    let words = &model.words;
    let Some(next) = next_speaker(model.session()) else {
        return words.say(id::SAY_NEXT_NOBODY);
    };
    let values = [
        ("name", model.session().name_of(next.person).into()),
        ("why", phrase::why_next(words, model.session(), &next, model.now).into()),
        ("others", next.others.into()),
    ];
    words.tell(id::SAY_NEXT, &values)
}

/// The obvious next thing.
#[must_use]
pub fn step_line(model: &Model) -> Option<String> {
    let step = next_step(model.session());
    let what = phrase::next_step(&model.words, model.session(), &step);
    let told = || model.words.tell(id::SAY_STEP, &[("what", what.into())]);
    (step != NextStep::Nothing).then(told)
}

/// What still hinders ending the item on the table.
#[must_use]
pub fn hinders(model: &Model) -> Option<String> {
    let item = model.session().current_item()?;
    let matters = hindrances(model.session(), item);
    let told = || {
        let what = phrase::matters_brief(&model.words, &matters);
        model.words.tell(id::SAY_HINDERS, &[("what", what.into())])
    };
    (!matters.is_empty()).then(told)
}

fn saved(model: &Model) -> String {
    if let Some(reason) = &model.read_only {
        return reason.0.clone();
    }
    let message = match model.unsaved() {
        0 => id::SAY_SAVED,
        _ if model.saving.trouble.is_some() => id::SAY_UNSAVED,
        _ => id::SAY_SAVING,
    };
    model.words.tell(message, &[("count", model.unsaved().into())])
}

fn queue(model: &Model) -> Vec<String> {
    let (session, words) = (model.session(), &model.words);
    let Some(item) = session.current_item() else {
        return vec![words.say(id::SAY_NO_ITEM)];
    };
    let closed = item.list_closed.then(|| words.say(id::SAY_LIST_CLOSED));
    if item.hands.is_empty() {
        return [words.say(id::SAY_NEXT_NOBODY)].into_iter().chain(closed).collect();
    }
    let mut lines = vec![words.tell(id::SAY_QUEUE, &[("count", item.hands.len().into())])];
    let order = order(session, item.hands.len());
    lines.extend(order.iter().enumerate().map(|(at, next)| {
        let stance = next.stance.map(|stance| phrase::stance(words, stance)).unwrap_or_default();
        let values = [
            ("place", (at + 1).into()),
            ("name", session.name_of(next.person).into()),
            ("stance", stance.into()),
            ("time", clock(model, next.since).into()),
            ("turns", next.turns.into()),
        ];
        let message = if next.stance.is_some() { id::SAY_HAND_STANCE } else { id::SAY_HAND };
        let told = words.tell(message, &values);
        if next.reason == Reason::EarliestHand {
            return told;
        }
        phrase::bracketed(words, &told, &phrase::why_next(words, session, next, model.now))
    }));
    lines.extend(closed);
    lines
}

fn opinions(model: &Model) -> Vec<String> {
    let (session, words) = (model.session(), &model.words);
    let Some(item) = session.current_item() else {
        return vec![words.say(id::SAY_NO_ITEM)];
    };
    let said: Vec<&Opinion> = item.opinions.iter().filter_map(|id| session.opinion(*id)).collect();
    if said.is_empty() {
        return vec![words.say(id::SAY_OPINIONS_NONE)];
    }
    let open = said.iter().filter(|opinion| opinion.awaits_answer()).count();
    let values = [("count", said.len().into()), ("open", open.into())];
    let mut lines = vec![words.tell(id::SAY_OPINIONS, &values)];
    lines.extend(session.points_of(item.id).map(|point| {
        let names: Vec<&str> =
            session.supporters_of(point).iter().map(|it| session.name_of(*it)).collect();
        let values = [
            ("number", phrase::point_name(point.id).into()),
            ("text", point.text.as_ref().into()),
            ("count", names.len().into()),
            ("names", phrase::comma_list(words, &names).into()),
        ];
        words.tell(id::SAY_POINT, &values)
    }));
    lines.extend(said.into_iter().map(|opinion| opinion_line(model, opinion)));
    lines
}

fn opinion_line(model: &Model, opinion: &Opinion) -> String {
    let (session, words) = (model.session(), &model.words);
    let stance = opinion.stance.map(|stance| phrase::stance(words, stance)).unwrap_or_default();
    let values = [
        ("number", opinion.id.0.into()),
        ("name", session.name_of(opinion.person).into()),
        ("stance", stance.into()),
        ("text", opinion.text.as_ref().into()),
    ];
    let message = if opinion.stance.is_some() { id::SAY_OPINION_STANCE } else { id::SAY_OPINION };
    let mut line = words.tell(message, &values);
    let mut add = |told: String| {
        let parts = [("line", line.clone().into()), ("more", told.into())];
        line = words.tell(id::SAY_AND, &parts);
    };
    phrase::fates(words, opinion).into_iter().for_each(&mut add);
    if opinion.withdrawn {
        add(words.say(id::OPINION_WITHDRAWN));
    } else if opinion.awaits_answer() {
        add(words.say(id::OPINION_OPEN));
    }
    if let Some(answer) = &opinion.answer {
        add(words.tell(id::ANSWER_LINE, &[("text", answer.as_ref().into())]));
    }
    if !opinion.endorsed.is_empty() {
        let names: Vec<&str> =
            opinion.endorsed.iter().map(|person| session.name_of(*person)).collect();
        let values =
            [("count", names.len().into()), ("names", phrase::comma_list(words, &names).into())];
        add(words.tell(id::SAY_ENDORSED, &values));
    }
    line
}

fn agreed(model: &Model) -> Vec<String> {
    let (session, words) = (model.session(), &model.words);
    let resolutions: Vec<&Resolution> = session
        .resolutions
        .iter()
        .map(AsRef::as_ref)
        .filter(|it: &&Resolution| !it.withdrawn)
        .collect();
    let actions: Vec<&Action> = session
        .actions
        .iter()
        .map(AsRef::as_ref)
        .filter(|it: &&Action| it.dropped.is_none())
        .collect();
    if resolutions.is_empty() && actions.is_empty() {
        return vec![words.say(id::SAY_AGREED_NONE)];
    }
    let values = [("resolutions", resolutions.len().into()), ("actions", actions.len().into())];
    let mut lines = vec![words.tell(id::SAY_AGREED, &values)];
    lines.extend(resolutions.into_iter().map(|resolution| {
        let number = phrase::resolution_name(resolution.id);
        entry(model, number, &resolution.text, how_resolution(model, resolution))
    }));
    lines.extend(actions.into_iter().map(|action| {
        entry(model, phrase::action_name(action.id), &action.what, how_action(model, action))
    }));
    lines
}

fn entry(model: &Model, number: String, text: &str, how: String) -> String {
    let values = [("number", number.into()), ("text", text.into()), ("how", how.into())];
    model.words.tell(id::SAY_RESOLUTION, &values)
}

/// How a resolution stands.
#[must_use]
pub fn how_resolution(model: &Model, resolution: &Resolution) -> String {
    verdict(&model.words, &model.theme, model.session(), resolution).content.into_owned()
}

/// Who does an action, by when, how one will see it, and what is missing of that.
#[must_use]
pub fn how_action(model: &Model, action: &Action) -> String {
    let words = &model.words;
    let mut parts = Vec::new();
    if let Some(owner) = &action.owner {
        parts.push(words.tell(id::SAY_OWNER, &[("name", owner.as_ref().into())]));
    }
    if let Some(due) = action.due {
        let day = short_date(due, words.lang());
        parts.push(words.tell(id::SAY_DUE, &[("day", day.into())]));
    }
    if let Some(test) = &action.test {
        parts.push(words.tell(id::SAY_TEST, &[("text", test.as_ref().into())]));
    }
    let lacks: Vec<String> =
        action.lacks().into_iter().map(|lack| phrase::lack(words, lack)).collect();
    if !lacks.is_empty() {
        let lacks = phrase::comma_list(words, &lacks);
        parts.push(words.tell(id::ACTION_LACKS, &[("lacks", lacks.into())]));
    }
    phrase::comma_list(words, &parts)
}
