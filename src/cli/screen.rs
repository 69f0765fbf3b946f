//! `yishi screen`: what is going on in a session, for everybody in the room.

use std::io;
use std::sync::Arc;

use super::Done;
use super::args;
use super::failure::Failure;
use super::setting::Setting;
use crate::domain::session::Phase;
use crate::store::follow::Follower;
use crate::store::library::StoreError;
use crate::store::session_name::SessionName;
use crate::store::writer::LogError;
use crate::text::words::{Words, id};
use crate::tui::keymap::Place;
use crate::tui::room::model::{Model, Trouble};
use crate::tui::room::watch::Watch;
use crate::tui::room::{self, Outside};

/// Sessions that are looked through for the one that is running, the newest first.
const LOOKED_THROUGH: usize = 100;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Screen) -> Result<Done, Failure> {
    let name = which(setting, args)?;
    let path = setting.store.layout().session_file(&name);
    let read = setting.store.read_session(&name)?;
    let lines = read.meeting.lines().len() as u64;
    let follower = Follower::after(&path, read.log.chain, read.log.end, lines);
    let words = Words::new(setting.words.lang());
    let mut model = Model::new(read.meeting, words, setting.now());
    model.trouble =
        read.stop.map(|source| Trouble::Partial(StoreError::Log(LogError::Read { path, source })));
    let look = setting.look();
    model.theme = look.theme;
    model.keys = look.keymap.keys(Place::Room);
    let outside = Outside {
        watch: Watch::new(Arc::clone(setting.store.disk()), follower),
        disk: Arc::clone(setting.store.disk()),
        font: setting.font().map(|font| font.value),
        clock: setting.clock(),
    };
    let mut stage = look.take_stage().map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => Failure::Told(setting.words.say(id::ROOM_NO_TERMINAL)),
        _ => Failure::Terminal(error),
    })?;
    room::run(&mut stage, model, outside).map_err(Failure::Terminal)?;
    Ok(Done::Well)
}

/// The session that is asked for; the one that is running if none is, else the latest.
pub fn which(setting: &Setting, args: &args::Screen) -> Result<SessionName, Failure> {
    if let Some(typed) = &args.session {
        return Ok(setting.store.find_session(typed)?);
    }
    match running(setting)? {
        Some(name) => Ok(name),
        None => Ok(setting.store.find_session("latest")?),
    }
}

/// The session in which something happened last, of those that are open. One that cannot be read
/// is not running.
fn running(setting: &Setting) -> Result<Option<SessionName>, Failure> {
    let names = setting.store.sessions(None)?;
    let open = names.into_iter().take(LOOKED_THROUGH).filter_map(|name| {
        let meeting = setting.store.read_session(&name).ok()?.meeting;
        let runs = matches!(meeting.session().phase, Phase::Running | Phase::Paused);
        runs.then_some((meeting.latest(), name))
    });
    Ok(open.max_by_key(|(latest, _)| *latest).map(|(_, name)| name))
}
