//! `yishi run`: the desk on a session, and what is told after it was left.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::remark;
use super::setting::{Look, Setting};
use super::surroundings::Surroundings;
use crate::domain::meeting::Meeting;
use crate::phrase;
use crate::phrase::troubles;
use crate::store::access::Opened;
use crate::store::disk::write_new;
use crate::store::follow::Follower;
use crate::store::layout::{COMMUNITY_FILE, Layout};
use crate::store::os_disk::OsDisk;
use crate::store::session_name::SessionName;
use crate::text::words::{Words, id};
use crate::tui::desk::model::{Model, Notice, ReadOnly, Tone};
use crate::tui::desk::shell::{self, Left};
use crate::tui::desk::tour::Tour;
use crate::tui::keeping::{Access, Outside};
use crate::tui::keymap::Place;
use crate::tui::stage::Stage;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Run) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let by = recorder(setting, &name, args.by.as_deref())?;
    let (left, done) = open(setting, &name, &by, args.take_over)?;
    tell_where(setting, &name, &left);
    Ok(done)
}

/// Who writes: as said, else whoever was named for this meeting, else as for every command.
pub fn recorder(
    setting: &Setting,
    name: &SessionName,
    said: Option<&str>,
) -> Result<String, Failure> {
    if said.is_some() {
        return setting.by(said);
    }
    let read = setting.store.read_session(name)?;
    setting.by(read.meeting.session().setup.recorder.as_deref())
}

/// Tells where the record is, and how to go on with it.
pub fn tell_where(setting: &Setting, name: &SessionName, left: &Left) {
    if left.rescued.is_some() {
        return;
    }
    let words = &left.model.words;
    let layout = setting.store.layout();
    let path = left.moved.clone().unwrap_or_else(|| layout.session_file(name));
    if left.model.read_only.is_none() && left.lost.is_empty() {
        tell(words, id::LEFT_SAVED, "path", &path.display().to_string());
    }
    let store = store_flag(setting, left.moved.as_deref());
    tell(words, id::LEFT_CONTINUE, "command", &format!("yishi {store}run {name}"));
}

/// The flag that names the store, where the same words would look for another one next time; with
/// a space behind it.
pub fn store_flag(setting: &Setting, moved: Option<&Path>) -> String {
    let root = match moved {
        Some(moved) => store_of(moved),
        None => Some(setting.store.layout().root()).filter(|root| !setting.is_usual(root)),
    };
    root.map(|root| format!("--store {} ", root.display())).unwrap_or_default()
}

/// The folder of the store that a session's file is in.
fn store_of(session: &Path) -> Option<&Path> {
    session.ancestors().nth(4)
}

/// Puts what a community's file says beside a record that moved to another store, so that it is
/// not nameless there. A community that is there already keeps its own.
fn take_along(session: &Path, community: &[u8]) {
    let folder = session.ancestors().nth(2);
    if let Some(folder) = folder.filter(|_| !community.is_empty()) {
        // The record itself is safe; what is missing here is told by `yishi check`.
        let _ = write_new(&OsDisk, &folder.join(COMMUNITY_FILE), community);
    }
}

/// Opens the desk and stays there until it is left; tells what could not be saved in its place.
pub fn open(
    setting: &Setting,
    name: &SessionName,
    by: &str,
    take_over: bool,
) -> Result<(Left, Done), Failure> {
    let look = setting.look();
    let desk = load(setting, &look, name, by, take_over)?;
    alone(look, desk)
}

/// The same on a practice meeting, with the guide.
pub fn guided(setting: &Setting, name: &SessionName, by: &str) -> Result<(Left, Done), Failure> {
    let look = setting.look();
    let mut desk = load(setting, &look, name, by, false)?;
    desk.model.tour = Some(Tour::default());
    alone(look, desk)
}

/// The desk with no other screen before or after it.
fn alone(mut look: Look, desk: Desk) -> Result<(Left, Done), Failure> {
    let mut stage = take_stage(&look)?;
    let left = play(&mut stage, &mut look, desk)?;
    // The terminal is given back before anything is told on it.
    drop(stage);
    let done = tell_of_trouble(&left);
    Ok((left, done))
}

/// Takes the terminal for the desk and the screens around it.
pub fn take_stage(look: &Look) -> Result<Stage, Failure> {
    look.take_stage().map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => Failure::NoTerminal,
        _ => Failure::Terminal(error),
    })
}

/// A desk that is ready to be put on the stage.
#[derive(Debug)]
pub struct Desk {
    /// What it shows.
    pub model: Model,
    /// What it is tied to.
    pub outside: Outside,
}

/// Plays the desk until it is left; a language chosen there is spoken from then on.
pub fn play(stage: &mut Stage, look: &mut Look, mut desk: Desk) -> Result<Left, Failure> {
    look.tell_on(&mut desk.model.notice);
    let left = shell::run(stage, desk.model, desk.outside).map_err(Failure::Terminal)?;
    look.lang = left.model.words.lang();
    look.theme = left.model.theme;
    Ok(left)
}

/// A record that was opened for a screen.
#[derive(Debug)]
pub struct Record {
    /// The meeting.
    pub meeting: Meeting,
    /// Where its lines go to, or come from.
    pub outside: Outside,
    /// Why nothing can be written, if so.
    pub read_only: Option<ReadOnly>,
    /// What to tell about it.
    pub notice: Option<Notice>,
}

/// Opens a record for writing, or for reading where that is not possible.
pub fn record(
    setting: &Setting,
    words: &Words,
    name: &SessionName,
    by: &str,
    take_over: bool,
    around: &Surroundings,
) -> Result<Record, Failure> {
    let path = setting.store.layout().session_file(name);
    let opened = setting.store.open(name, take_over, setting.now(), by)?;
    let (meeting, access, read_only, set_aside) = match opened {
        Opened::Writing { mut meeting, mut writer, set_aside } => {
            around.refresh(&mut meeting, &mut writer, setting.now(), by)?;
            (*meeting, Access::Write(writer), None, set_aside)
        }
        Opened::Reading { read, why } => {
            let lines = read.meeting.lines().len() as u64;
            let follower = Follower::after(&path, read.log.chain, read.log.end, lines);
            let access = Access::Follow(Arc::clone(setting.store.disk()), follower);
            let why = ReadOnly(troubles::read_only(words, &path, &why));
            (read.meeting, access, Some(why), None)
        }
    };
    let notice = set_aside
        .map(|set_aside| Notice { tone: Tone::Done, text: troubles::set_aside(words, &set_aside) });
    let file = name.clone();
    // Read now: when the record has to move, its old place may be gone.
    let community_file = setting.store.layout().community_file(&name.community);
    let community = setting.store.disk().read(&community_file).unwrap_or_default();
    let outside = Outside {
        access,
        clock: setting.clock(),
        file_below: Box::new(move |folder: &Path| Layout::new(folder).session_file(&file)),
        on_move: Box::new(move |session: &Path| take_along(session, &community)),
    };
    Ok(Record { meeting, outside, read_only, notice })
}

/// Reads what the desk needs, without a terminal yet.
pub fn load(
    setting: &Setting,
    look: &Look,
    name: &SessionName,
    by: &str,
    take_over: bool,
) -> Result<Desk, Failure> {
    let words = Words::new(look.lang);
    let around = Surroundings::of(setting, &words, &name.community)?;
    let record = record(setting, &words, name, by, take_over, &around)?;
    let people = around.ledger.people.values().cloned().collect();
    let mut model = Model::new(record.meeting, people, words, by.to_owned(), setting.now());
    model.read_only = record.read_only;
    model.notice = record.notice;
    if let Some(text) = around.troubles.first() {
        model.notice = Some(Notice { tone: Tone::Refused, text: text.clone() });
    }
    around.offer(&mut model.directory);
    model.theme = look.theme;
    model.bell.when = look.bell;
    model.keys = look.keymap.keys(Place::Desk);
    Ok(Desk { model, outside: record.outside })
}

/// Tells what could not be saved where it belongs.
pub fn tell_of_trouble(left: &Left) -> Done {
    let words = &left.model.words;
    if let Some(path) = &left.rescued {
        tell(words, id::LEFT_RESCUED, "path", &path.display().to_string());
        return Done::InPart;
    }
    if left.lost.is_empty() {
        return Done::Well;
    }
    remark(&words.tell(id::LEFT_LOST_INTRO, &[("count", left.lost.len().into())]));
    for line in &left.lost {
        for event in &line.events {
            let told = phrase::event(words, left.model.session(), event);
            remark(&format!("{}  {told}", line.at.format("%H:%M:%S")));
        }
    }
    Done::InPart
}

fn tell(words: &Words, message: crate::text::words::Id, name: &str, value: &str) {
    remark(&words.tell(message, &[(name, value.into())]));
}
