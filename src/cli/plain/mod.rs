//! `--plain`: everything a line at a time. No screen is drawn, no colour and no cursor is used, so
//! that a screen reader, a pipe or the dumbest terminal will do.
//!
//! The desk is a conversation ([`talk`]), the home a list with numbers ([`home`]).

mod ear;
mod home;
mod talk;

use std::sync::Arc;

use super::Done;
use super::args;
use super::demo;
use super::desk::{self, Desk};
use super::failure::Failure;
use super::output::tell;
use super::screen;
use super::setting::Setting;
use crate::store::follow::Follower;
use crate::store::session_name::SessionName;
use crate::text::words::{Words, id};
use crate::tui::desk::model::{Model, ReadOnly};
use crate::tui::desk::shell::Left;
use crate::tui::keeping::{Access, Outside};
use ear::Ear;

pub use home::run as home;

/// `run` and `prepare`: the desk; what prepares a meeting can be typed there as well.
pub fn run(setting: &Setting, args: &args::Run) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let by = desk::recorder(setting, &name, args.by.as_deref())?;
    let mut ear = Ear::open()?;
    let left = open(setting, &mut ear, &name, &by, args.take_over)?;
    let done = desk::tell_of_trouble(&left);
    desk::tell_where(setting, &name, &left);
    Ok(done)
}

/// The desk on a session.
fn open(
    setting: &Setting,
    ear: &mut Ear,
    name: &SessionName,
    by: &str,
    take_over: bool,
) -> Result<Left, Failure> {
    let mut look = setting.look();
    let mut desk = desk::load(setting, &look, name, by, take_over)?;
    look.tell_on(&mut desk.model.notice);
    talk::run(ear, desk).map_err(Failure::Output)
}

/// `screen`: what happens in a meeting, told as it happens.
pub fn follow(setting: &Setting, args: &args::Screen) -> Result<Done, Failure> {
    let name = screen::which(setting, args)?;
    let path = setting.store.layout().session_file(&name);
    let read = setting.store.read_session(&name)?;
    let lines = read.meeting.lines().len() as u64;
    let follower = Follower::after(&path, read.log.chain, read.log.end, lines);
    let words = Words::new(setting.words.lang());
    let why = ReadOnly(words.say(id::PLAIN_ONLY_FOLLOWS));
    let mut model = Model::new(read.meeting, Vec::new(), words, String::new(), setting.now());
    model.read_only = Some(why);
    let outside = Outside {
        access: Access::Follow(Arc::clone(setting.store.disk()), follower),
        clock: setting.clock(),
        file_below: Box::new(std::path::Path::to_path_buf),
        on_move: Box::new(|_| ()),
    };
    talk::run(&mut Ear::open()?, Desk { model, outside }).map_err(Failure::Output)?;
    Ok(Done::Well)
}

/// `demo`: the desk on a copy of the sample store.
pub fn demo(setting: &Setting, args: &args::Demo) -> Result<Done, Failure> {
    let (there, live) = demo::prepared(setting, args)?;
    let by = there.by(None)?;
    let mut ear = Ear::open()?;
    let opened = open(&there, &mut ear, &live, &by, false);
    let shown = there.store.layout().root().display().to_string();
    tell(&setting.words.tell(id::LEFT_DEMO, &[("path", shown.into())]));
    opened.map(|left| desk::tell_of_trouble(&left))
}
