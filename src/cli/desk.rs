//! `yishi run`: the desk on a session, and what is told after it was left.

use std::env;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Done;
use super::args;
use super::failure::Failure;
use super::output::remark;
use super::setting::Setting;
use crate::phrase;
use crate::phrase::troubles;
use crate::store::access::Opened;
use crate::store::follow::Follower;
use crate::store::layout::Layout;
use crate::store::session_name::SessionName;
use crate::text::words::{Words, id};
use crate::tui::model::{Model, Notice, ReadOnly, Tone};
use crate::tui::shell::{self, Access, Left, Outside};
use crate::tui::theme::Theme;

/// Runs the command.
pub fn run(setting: &Setting, args: &args::Run) -> Result<Done, Failure> {
    let name = setting.store.find_session(&args.session)?;
    let by = setting.by(args.by.as_deref())?;
    let (left, done) = open(setting, &name, &by, args.take_over)?;
    if left.rescued.is_none() {
        let path = left.moved.clone().unwrap_or_else(|| setting.store.layout().session_file(&name));
        let words = &left.model.words;
        let wrote = left.model.read_only.is_none();
        if wrote && left.lost.is_empty() {
            tell(words, id::LEFT_SAVED, "path", &path.display().to_string());
        }
        tell(words, id::LEFT_CONTINUE, "command", &format!("yishi run {name}"));
    }
    Ok(done)
}

/// Opens the desk and stays there until it is left; tells what could not be saved in its place.
pub fn open(
    setting: &Setting,
    name: &SessionName,
    by: &str,
    take_over: bool,
) -> Result<(Left, Done), Failure> {
    let now = setting.now();
    let path = setting.store.layout().session_file(name);
    let opened = setting.store.open(name, take_over, now, by)?;
    let people = setting.store.people(&name.community)?;
    let words = Words::new(setting.words.lang());
    let (mut model, access) = match opened {
        Opened::Writing { meeting, writer, set_aside } => {
            let mut model = Model::new(*meeting, people, words, by.to_owned(), now);
            model.notice = set_aside.map(|set_aside| Notice {
                tone: Tone::Done,
                text: troubles::set_aside(&setting.words, &set_aside),
            });
            (model, Access::Write(writer))
        }
        Opened::Reading { read, why } => {
            let lines = read.meeting.lines().len() as u64;
            let follower = Follower::after(&path, read.log.chain, read.log.end, lines);
            let mut model = Model::new(read.meeting, people, words, by.to_owned(), now);
            model.read_only = Some(ReadOnly(troubles::read_only(&setting.words, &path, &why)));
            (model, Access::Follow(Arc::clone(setting.store.disk()), follower))
        }
    };
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        model.theme = Theme::plain();
    }
    let file = name.clone();
    let outside = Outside {
        access,
        clock: setting.clock(),
        file_below: Box::new(move |folder: &Path| Layout::new(folder).session_file(&file)),
    };
    let left = shell::run(model, outside).map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => Failure::NoTerminal,
        _ => Failure::Terminal(error),
    })?;
    let done = tell_of_trouble(&left);
    Ok((left, done))
}

/// Tells what could not be saved where it belongs.
fn tell_of_trouble(left: &Left) -> Done {
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
