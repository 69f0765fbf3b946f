//! `yishi prepare`: the form for preparing a meeting, and what it needs of the rest of the store.

use std::fmt::Write as _;
use std::io;
use std::sync::Arc;

use super::Done;
use super::args;
use super::desk;
use super::failure::Failure;
use super::output::remark;
use super::review::write;
use super::setting::{Look, Setting};
use super::surroundings::Surroundings;
use crate::grammar::agenda::template;
use crate::grammar::templates::shipped;
use crate::phrase::{self, troubles};
use crate::store::ledgers::in_order;
use crate::store::library::Store;
use crate::store::session_name::SessionName;
use crate::text::words::{Words, id};
use crate::tui::desk::model::{Notice, Tone};
use crate::tui::goto::Goto;
use crate::tui::keymap::Place;
use crate::tui::prepare::lists::{Earlier, Offered, Unusable};
use crate::tui::prepare::model::Model;
use crate::tui::prepare::msg::Exit;
use crate::tui::prepare::{self, Left};
use crate::tui::stage::Stage;

/// Runs the command: the form, and the desk where that is left to start.
pub fn run(setting: &Setting, args: &args::Run) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let by = desk::recorder(setting, &name, args.by.as_deref())?;
    let mut look = setting.look();
    let mut stage = look.take_stage().map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => Failure::Told(setting.words.say(id::PREPARE_NO_TERMINAL)),
        _ => Failure::Terminal(error),
    })?;
    let to = play(setting, &mut stage, &mut look, &name, &by, args.take_over)?;
    let Goto::Desk(name) = to else {
        drop(stage);
        let store = desk::store_flag(setting, None);
        let command = format!("yishi {store}prepare {name}");
        let words = Words::new(look.lang);
        remark(&words.tell(id::LEFT_CONTINUE, &[("command", command.into())]));
        return Ok(Done::Well);
    };
    let by = desk::recorder(setting, &name, args.by.as_deref())?;
    let desk = desk::load(setting, &look, &name, &by, false)?;
    let left = desk::play(&mut stage, &mut look, desk)?;
    drop(stage);
    let done = desk::tell_of_trouble(&left);
    desk::tell_where(setting, &name, &left);
    Ok(done)
}

/// Prepares a meeting until that is left; a language chosen there is spoken from then on.
///
/// # Errors
/// Also when something could not be saved in its place: the words say where it is.
pub fn play(
    setting: &Setting,
    stage: &mut Stage,
    look: &mut Look,
    name: &SessionName,
    by: &str,
    take_over: bool,
) -> Result<Goto, Failure> {
    let form = load(setting, look, name, by, take_over)?;
    perform(stage, look, form)
}

/// A form that is ready to be put on the stage.
struct Form {
    name: SessionName,
    model: Model,
    outside: crate::tui::keeping::Outside,
    look: Arc<prepare::Look>,
}

fn perform(stage: &mut Stage, look: &mut Look, form: Form) -> Result<Goto, Failure> {
    let Form { name, mut model, outside, look: earlier } = form;
    look.tell_on(&mut model.notice);
    let left =
        prepare::run(stage, model, outside, earlier, Arc::new(write)).map_err(Failure::Terminal)?;
    look.lang = left.model.words.lang();
    look.theme = left.model.theme;
    if let Some(told) = trouble(&left) {
        return Err(Failure::Told(told));
    }
    Ok(match left.exit {
        Exit::Desk => Goto::Desk(name),
        Exit::Back => Goto::Home,
        Exit::Gone => Goto::Leave,
    })
}

/// What could not be saved where it belongs.
fn trouble(left: &Left) -> Option<String> {
    let (words, kept) = (&left.model.words, &left.kept);
    if let Some(path) = &kept.rescued {
        let path = path.display().to_string();
        return Some(words.tell(id::LEFT_RESCUED, &[("path", path.into())]));
    }
    if kept.lost.is_empty() {
        return None;
    }
    let mut told = words.tell(id::LEFT_LOST_INTRO, &[("count", kept.lost.len().into())]);
    for line in &kept.lost {
        for event in &line.events {
            let event = phrase::event(words, left.model.session(), event);
            // Writing to a String does not fail.
            let _ = write!(told, "\n{}  {event}", line.at.format("%H:%M:%S"));
        }
    }
    Some(told)
}

/// Reads what the form needs, without a terminal yet. Earlier meetings are read when asked for.
fn load(
    setting: &Setting,
    look: &Look,
    name: &SessionName,
    by: &str,
    take_over: bool,
) -> Result<Form, Failure> {
    let words = Words::new(look.lang);
    let around = Surroundings::of(setting, &words, &name.community)?;
    let record = desk::record(setting, &words, name, by, take_over, &around)?;
    let people = in_order(around.ledger.people.values().cloned());
    let templates = templates(setting, look);
    let mut model =
        Model::new(record.meeting, name.id(), people, words, by.to_owned(), setting.now());
    model.read_only = record.read_only;
    model.notice = record.notice;
    if let Some(text) = around.troubles.first() {
        model.notice = Some(Notice { tone: Tone::Refused, text: text.clone() });
    }
    around.offer(&mut model.directory);
    model.theme = look.theme;
    model.bell = look.bell;
    model.keys = look.keymap.keys(Place::Prepare);
    model.templates = templates;
    model.folder = std::env::current_dir().unwrap_or_default();
    // A community whose file cannot be read is told of where that matters.
    let described = setting.store.read_community(&name.community).ok();
    model.contact = described.and_then(|community| community.contact);
    let (store, community, lang) = (setting.another(), name.clone(), look.lang);
    let look = Arc::new(move || earlier(&store, &community, &Words::new(lang)));
    Ok(Form { name: name.clone(), model, outside: record.outside, look })
}

/// The templates that come with the program, then the store's own. A folder of those that cannot be
/// read is passed over: `check` tells of it.
fn templates(setting: &Setting, look: &Look) -> Vec<Offered> {
    let mut offered: Vec<Offered> = shipped(look.lang).into_iter().map(Offered::shipped).collect();
    for file in setting.store.templates().unwrap_or_default() {
        let read = match &file.text {
            Some(text) => template(&file.name, text).map_err(Unusable::Line),
            None => Err(Unusable::NotUtf8),
        };
        offered.push(Offered::own(&file.name, read));
    }
    offered
}

/// Reads the meetings of a community and its ledgers.
fn earlier(store: &Store, name: &SessionName, words: &Words) -> Result<Earlier, String> {
    let told = |error| troubles::store(words, &error);
    let names = store.sessions(Some(&name.community)).map_err(told)?;
    let ledger = store.ledger(&name.community).map_err(told)?.ledger;
    let mut earlier = Earlier { ledger, ..Earlier::default() };
    for other in names.iter().filter(|other| *other != name) {
        match store.read_session(other) {
            Ok(read) => earlier.held.push((other.id(), read.meeting.session().clone())),
            Err(_) => earlier.unread += 1,
        }
    }
    Ok(earlier)
}
